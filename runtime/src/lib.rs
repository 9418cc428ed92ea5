//! What runs under a compiled program.

pub mod comm;
pub mod layout;
pub mod region;
