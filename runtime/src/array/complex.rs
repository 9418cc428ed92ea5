//! Complex elements: two floats side by side, with NumPy's order and arithmetic.

use super::Element;
use phylanx_abi::DType;
use std::cmp::Ordering;

/// A complex number, laid out as C's `double _Complex` (or `float _Complex`).
#[repr(C)]
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Complex<F> {
    pub re: F,
    pub im: F,
}

/// NumPy's comparisons: by the real parts, then by the imaginary ones; NaN in a part that is looked at is unordered.
impl<F: PartialOrd + Copy> PartialOrd for Complex<F> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        let sides = self.im.partial_cmp(&self.im).and(other.im.partial_cmp(&other.im));
        match self.re.partial_cmp(&other.re)? {
            Ordering::Equal => self.im.partial_cmp(&other.im),
            order => sides.map(|_| order),
        }
    }
}

macro_rules! complex {
    ($float:ty, $dtype:ident, $to:ident) => {
        impl Element for Complex<$float> {
            const DTYPE: DType = DType::$dtype;
            const IS_FLOAT: bool = true;
            fn to_f64(self) -> f64 {
                self.re as f64
            }
            fn to_f32(self) -> f32 {
                self.re as f32
            }
            fn imaginary(self) -> f64 {
                self.im as f64
            }
            fn to_int(self, width: u32) -> i64 {
                self.re.to_int(width)
            }
            fn is_true(self) -> bool {
                self.re != 0.0 || self.im != 0.0
            }
            fn convert<S: Element>(other: S) -> Self {
                Complex { re: other.$to(), im: other.imaginary() as $float }
            }
            fn order(&self, other: &Self) -> Ordering {
                sort_order(*self, *other)
            }
        }

        impl Complex<$float> {
            /// The sum, part by part.
            pub fn plus(self, other: Self) -> Self {
                Complex { re: self.re + other.re, im: self.im + other.im }
            }

            /// The plain product, as NumPy forms it.
            pub fn times(self, other: Self) -> Self {
                Complex { re: self.re * other.re - self.im * other.im, im: self.re * other.im + self.im * other.re }
            }
        }
    };
}

complex!(f32, C64, to_f32);
complex!(f64, C128, to_f64);

/// NumPy's order for sorting: numbers without NaN first, then NaN in the imaginary part, in the real part, in both.
fn sort_order<F: PartialOrd + Copy>(left: Complex<F>, right: Complex<F>) -> Ordering {
    let nan = |part: F| part.partial_cmp(&part).is_none();
    let nans = |value: Complex<F>| (nan(value.re), nan(value.im));
    let part = |left: F, right: F| left.partial_cmp(&right).unwrap_or(Ordering::Equal);
    nans(left).cmp(&nans(right)).then(part(left.re, right.re)).then(part(left.im, right.im))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn c(re: f64, im: f64) -> Complex<f64> {
        Complex { re, im }
    }

    #[test]
    fn comparisons_go_by_the_real_part_first() {
        assert!(c(1.0, 9.0) < c(2.0, 0.0));
        assert!(c(1.0, 1.0) < c(1.0, 2.0));
        assert!(c(0.0, f64::NAN).partial_cmp(&c(1.0, 0.0)).is_none());
        assert!(c(0.0, f64::NAN).is_nan() && c(f64::NAN, 0.0).is_nan());
    }

    #[test]
    fn sorting_puts_nan_behind() {
        let mut values =
            [c(f64::NAN, f64::NAN), c(f64::NAN, 1.0), c(1.0, f64::NAN), c(3.0, 0.0), c(1.0, 2.0), c(1.0, -2.0)];
        Complex::<f64>::sort(&mut values);
        assert_eq!(values[..3], [c(1.0, -2.0), c(1.0, 2.0), c(3.0, 0.0)]);
        assert!(values[3].im.is_nan() && values[3].re == 1.0);
        assert!(values[4].re.is_nan() && values[4].im == 1.0);
    }

    #[test]
    fn conversions_keep_or_drop_the_imaginary_part() {
        assert_eq!(Complex::<f32>::convert(c(1.5, -2.0)), Complex { re: 1.5f32, im: -2.0 });
        assert_eq!(Complex::<f64>::convert(3i8), c(3.0, 0.0));
        assert_eq!(f64::convert(c(1.5, -2.0)), 1.5);
        assert_eq!(i64::convert(c(-1.5, -2.0)), -1);
        assert!(crate::array::Bool::convert(c(0.0, 1.0)).is_true());
    }
}
