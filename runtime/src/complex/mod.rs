//! Functions of complex numbers: NumPy's, which generated code calls, and Python's with their errors.

mod library;
mod numpy;
mod python;

pub use python::{cmath, complex_abs, complex_div, complex_pow};

use crate::array::Complex;

/// A complex number of two doubles.
pub type C128 = Complex<f64>;

/// A complex number from its parts.
pub fn complex(re: f64, im: f64) -> C128 {
    Complex { re, im }
}
