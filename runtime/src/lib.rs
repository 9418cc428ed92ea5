//! What runs under a compiled program.

pub mod array;
pub mod attempt;
pub mod comm;
pub mod complex;
pub mod error;
pub mod exception;
pub mod exchange;
pub mod exec;
pub mod fft;
pub mod files;
pub mod interrupt;
pub mod kernels;
pub mod launch;
pub mod layout;
pub mod library;
pub mod linalg;
pub mod object;
pub mod ops;
pub mod raise;
pub mod random;
pub mod rank;
pub mod region;
pub mod text;
pub mod trace;
pub mod traceback;
