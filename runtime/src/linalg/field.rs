//! The element types of linear algebra.

use faer::linalg::solvers::Eigen;
use faer::{Mat, MatRef, c32, c64};
use phylanx_abi::DType;

/// An element that matrices can be factored in: a float, or a complex number of two.
pub trait Field:
    faer::traits::ComplexField<Real = Self::Base> + Copy + Default + PartialEq + Send + Sync + 'static
{
    const DTYPE: DType;
    /// The real numbers below it.
    type Base: Field<Base = Self::Base> + faer::traits::RealField + PartialOrd;
    /// The complex numbers above it.
    type Wide: Field;

    fn of_f64(value: f64) -> Self;
    fn of_base(value: Self::Base) -> Self;
    fn widened(self) -> Self::Wide;
    fn real_part(self) -> f64;
    /// The real part, in the same precision.
    fn real(self) -> Self::Base;
    /// The complex conjugate.
    fn mirrored(self) -> Self;
    fn times(self, factor: Self::Base) -> Self;
    fn is_regular(self) -> bool;
    fn size(self) -> Self::Base;
    /// Natural logarithm, for real numbers that are positive.
    fn log(self) -> Self;
    /// e to the power of the real part.
    fn power(self) -> Self;
    fn wide_of(re: Self::Base, im: Self::Base) -> Self::Wide;
    /// Eigenvalues of a square matrix; nothing when the iteration does not end.
    fn eigenvalues(matrix: MatRef<'_, Self>) -> Option<Vec<Self::Wide>>;
    /// Eigenvalues and eigenvectors.
    fn eigen(matrix: MatRef<'_, Self>) -> Option<Pairs<Self::Wide>>;
}

macro_rules! real {
    ($type:ty, $complex:ty, $dtype:ident) => {
        impl Field for $type {
            const DTYPE: DType = DType::$dtype;
            type Base = $type;
            type Wide = $complex;
            fn of_f64(value: f64) -> Self {
                value as $type
            }
            fn of_base(value: $type) -> Self {
                value
            }
            fn widened(self) -> $complex {
                <$complex>::new(self, 0.0)
            }
            fn real_part(self) -> f64 {
                self as f64
            }
            fn real(self) -> $type {
                self
            }
            fn mirrored(self) -> Self {
                self
            }
            fn times(self, factor: $type) -> Self {
                self * factor
            }
            fn is_regular(self) -> bool {
                self.is_finite()
            }
            fn size(self) -> $type {
                self.abs()
            }
            fn log(self) -> Self {
                self.ln()
            }
            fn power(self) -> Self {
                self.exp()
            }
            fn wide_of(re: $type, im: $type) -> $complex {
                <$complex>::new(re, im)
            }
            fn eigenvalues(matrix: MatRef<'_, Self>) -> Option<Vec<Self::Wide>> {
                matrix.eigenvalues().ok()
            }
            fn eigen(matrix: MatRef<'_, Self>) -> Option<Pairs<Self::Wide>> {
                let found = Eigen::new_from_real(matrix).ok()?;
                Some((found.S().column_vector().iter().copied().collect(), found.U().to_owned()))
            }
        }
    };
}

macro_rules! complex {
    ($type:ty, $real:ty, $dtype:ident) => {
        impl Field for $type {
            const DTYPE: DType = DType::$dtype;
            type Base = $real;
            type Wide = $type;
            fn of_f64(value: f64) -> Self {
                <$type>::new(value as $real, 0.0)
            }
            fn of_base(value: $real) -> Self {
                <$type>::new(value, 0.0)
            }
            fn widened(self) -> $type {
                self
            }
            fn real_part(self) -> f64 {
                self.re as f64
            }
            fn real(self) -> $real {
                self.re
            }
            fn mirrored(self) -> Self {
                self.conj()
            }
            fn times(self, factor: $real) -> Self {
                self * factor
            }
            fn is_regular(self) -> bool {
                self.re.is_finite() && self.im.is_finite()
            }
            fn size(self) -> $real {
                self.re.hypot(self.im)
            }
            fn log(self) -> Self {
                <$type>::new(self.re.ln(), 0.0)
            }
            fn power(self) -> Self {
                <$type>::new(self.re.exp(), 0.0)
            }
            fn wide_of(re: $real, im: $real) -> $type {
                <$type>::new(re, im)
            }
            fn eigenvalues(matrix: MatRef<'_, Self>) -> Option<Vec<Self::Wide>> {
                matrix.eigenvalues().ok()
            }
            fn eigen(matrix: MatRef<'_, Self>) -> Option<Pairs<Self::Wide>> {
                let found = Eigen::new(matrix).ok()?;
                Some((found.S().column_vector().iter().copied().collect(), found.U().to_owned()))
            }
        }
    };
}

real!(f32, c32, F32);
real!(f64, c64, F64);
complex!(c32, f32, C64);
complex!(c64, f64, C128);

/// Eigenvalues, and eigenvectors as columns.
pub type Pairs<W> = (Vec<W>, Mat<W>);

/// Runs `$body` with `$type` standing for the element type that linear algebra on `$dtype` computes in.
#[macro_export]
macro_rules! with_field {
    ($dtype:expr, $type:ident => $body:expr) => {
        match $dtype {
            phylanx_abi::DType::F32 => {
                type $type = f32;
                $body
            }
            phylanx_abi::DType::C64 => {
                type $type = faer::c32;
                $body
            }
            phylanx_abi::DType::C128 => {
                type $type = faer::c64;
                $body
            }
            _ => {
                type $type = f64;
                $body
            }
        }
    };
}
