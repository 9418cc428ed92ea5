//! Dense linear algebra on single matrices in row-major order: the only door to crate `faer`.
//!
//! Conventions are LAPACK's: `R` of a QR factorization has the signs of Householder's reflections, eigenvectors have length 1, and the
//! largest component of a complex one is real. Signs of eigenvectors and singular vectors are not determined by the mathematics and
//! may differ from LAPACK's.

pub mod factor;
pub mod field;
pub mod reflections;
pub mod spectrum;
pub mod stack;

pub use field::Field;
pub use stack::Stack;

use crate::error::Error;

/// NumPy's error of linear algebra.
pub fn fault(message: &str) -> Error {
    Error::new("numpy.linalg.LinAlgError", message)
}
