//! What runs under a compiled program.
