//! How partial results of a reduction are put together, element by element.

use crate::array::{Bool, Complex, Element};
use crate::error::{Error, Result};
use crate::with_element;
use phylanx_abi::{DType, Fold};

/// `left[i] = left[i] (fold) right[i]` for `count` elements.
///
/// # Safety
/// Both sides hold `count` elements of type `dtype`, aligned, and do not overlap.
pub unsafe fn combine(fold: Fold, dtype: DType, left: *mut u8, right: *const u8, count: usize) {
    with_element!(dtype, T => {
        // SAFETY: by the contract.
        let (left, right) = unsafe {
            (std::slice::from_raw_parts_mut(left.cast::<T>(), count), std::slice::from_raw_parts(right.cast::<T>(), count))
        };
        combine_slices(fold, left, right)
    })
}

/// Element types that can be folded.
pub trait Foldable: Element {
    const ZERO: Self;
    const ONE: Self;
    fn plus(self, other: Self) -> Self;
    fn times(self, other: Self) -> Self;
}

fn combine_slices<T: Foldable>(fold: Fold, left: &mut [T], right: &[T]) {
    match fold {
        Fold::Map => left.copy_from_slice(right),
        Fold::Sum => zip(left, right, T::plus),
        Fold::Prod => zip(left, right, T::times),
        Fold::Max => zip(left, right, |a, b| if !a.is_nan() && (b > a || b.is_nan()) { b } else { a }),
        Fold::Min => zip(left, right, |a, b| if !a.is_nan() && (b < a || b.is_nan()) { b } else { a }),
        Fold::Any => zip(left, right, |a, b| if a.is_true() { a } else { b }),
        Fold::All => zip(left, right, |a, b| if a.is_true() { b } else { a }),
    }
}

fn zip<T: Copy>(left: &mut [T], right: &[T], op: impl Fn(T, T) -> T) {
    left.iter_mut().zip(right).for_each(|(a, b)| *a = op(*a, *b));
}

/// Writes the result of a fold over nothing to `count` elements; NumPy's error where there is none.
///
/// # Safety
/// `out` has room for `count` elements of type `dtype`, aligned.
pub unsafe fn fill_identity(fold: Fold, dtype: DType, out: *mut u8, count: usize) -> Result<()> {
    let no_identity =
        |name| Err(Error::value(format!("zero-size array to reduction operation {name} which has no identity")));
    match fold {
        Fold::Max => return no_identity("maximum"),
        Fold::Min => return no_identity("minimum"),
        _ => {}
    }
    let one = matches!(fold, Fold::Prod | Fold::All);
    with_element!(dtype, T => {
        // SAFETY: by the contract.
        let out = unsafe { std::slice::from_raw_parts_mut(out.cast::<T>(), count) };
        out.fill(if one { T::ONE } else { T::ZERO });
        Ok(())
    })
}

macro_rules! foldable {
    ($($type:ty: $zero:expr, $one:expr, $plus:expr, $times:expr;)*) => {
        $(impl Foldable for $type {
            const ZERO: Self = $zero;
            const ONE: Self = $one;
            fn plus(self, other: Self) -> Self {
                $plus(self, other)
            }
            fn times(self, other: Self) -> Self {
                $times(self, other)
            }
        })*
    };
}

foldable! {
    i8: 0, 1, i8::wrapping_add, i8::wrapping_mul;
    i16: 0, 1, i16::wrapping_add, i16::wrapping_mul;
    i32: 0, 1, i32::wrapping_add, i32::wrapping_mul;
    i64: 0, 1, i64::wrapping_add, i64::wrapping_mul;
    u8: 0, 1, u8::wrapping_add, u8::wrapping_mul;
    u16: 0, 1, u16::wrapping_add, u16::wrapping_mul;
    u32: 0, 1, u32::wrapping_add, u32::wrapping_mul;
    u64: 0, 1, u64::wrapping_add, u64::wrapping_mul;
    f32: 0.0, 1.0, std::ops::Add::add, std::ops::Mul::mul;
    f64: 0.0, 1.0, std::ops::Add::add, std::ops::Mul::mul;
    Complex<f32>: Complex { re: 0.0, im: 0.0 }, Complex { re: 1.0, im: 0.0 }, Complex::<f32>::plus, Complex::<f32>::times;
    Complex<f64>: Complex { re: 0.0, im: 0.0 }, Complex { re: 1.0, im: 0.0 }, Complex::<f64>::plus, Complex::<f64>::times;
    Bool: Bool(0), Bool(1), |a: Bool, b: Bool| Bool(a.0 | b.0), |a: Bool, b: Bool| Bool(a.0 & b.0);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on<T: Foldable>(fold: Fold, left: &[T], right: &[T]) -> Vec<T> {
        let mut out = left.to_vec();
        // SAFETY: slices of equal length and their own element type.
        unsafe { combine(fold, T::DTYPE, out.as_mut_ptr().cast(), right.as_ptr().cast(), out.len()) };
        out
    }

    #[test]
    fn integers_wrap_and_nan_wins() {
        assert_eq!(on(Fold::Sum, &[i8::MAX, 1], &[1, 2]), [i8::MIN, 3]);
        assert_eq!(on(Fold::Prod, &[3i32, 4], &[5, 6]), [15, 24]);
        assert_eq!(on(Fold::Max, &[1.0, f64::NAN], &[2.0, 3.0])[0], 2.0);
        assert!(on(Fold::Max, &[1.0, f64::NAN], &[f64::NAN, 3.0]).iter().all(|x: &f64| x.is_nan()));
        assert!(on(Fold::Min, &[1.0, f64::NAN], &[f64::NAN, 3.0]).iter().all(|x: &f64| x.is_nan()));
        assert_eq!(on(Fold::Any, &[Bool(0), Bool(1)], &[Bool(0), Bool(0)]), [Bool(0), Bool(1)]);
        assert_eq!(on(Fold::All, &[Bool(1), Bool(1)], &[Bool(0), Bool(1)]), [Bool(0), Bool(1)]);
    }

    #[test]
    fn a_fold_over_nothing_has_numpys_value_or_error() {
        let mut out = [7.0f64; 2];
        // SAFETY: two elements.
        unsafe { fill_identity(Fold::Prod, DType::F64, out.as_mut_ptr().cast(), 2) }.expect("has one");
        assert_eq!(out, [1.0, 1.0]);
        // SAFETY: two elements.
        let error = unsafe { fill_identity(Fold::Max, DType::F64, out.as_mut_ptr().cast(), 2) }.expect_err("has none");
        assert_eq!(error.message, "zero-size array to reduction operation maximum which has no identity");
    }
}
