//! The vocabulary.
pub mod ops;
