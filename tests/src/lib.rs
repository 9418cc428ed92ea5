//! Shared helpers of the tests: where things are, running programs with a time limit, files with expectations.

pub mod differential;
pub mod expectation;
pub mod kernel;
pub mod markdown;
pub mod mutate;
pub mod npy;
pub mod numpy_docs;
pub mod op_docs;
pub mod parallel;
pub mod places;
pub mod process;
pub mod program;
pub mod refusals;
