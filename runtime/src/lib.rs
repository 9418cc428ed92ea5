//! What runs under a compiled program.

pub mod array;
pub mod error;
pub mod exec;
pub mod layout;
pub mod ops;
pub mod random;
pub mod rank;
