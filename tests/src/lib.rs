//! Shared helpers of the tests: where things are, running programs with a time limit, files with expectations.

pub mod expectation;
pub mod places;
pub mod process;
