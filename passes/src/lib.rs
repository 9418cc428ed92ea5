//! Room: passes.
