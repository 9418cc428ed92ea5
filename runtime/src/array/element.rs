//! Element types as Rust sees them, and conversion between them as NumPy does it on this machine.

use phylanx_abi::DType;
use std::cmp::Ordering;

/// NumPy's `bool`: one byte, 0 or 1.
#[repr(transparent)]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub struct Bool(pub u8);

/// One element. Conversions follow C on x86-64: integers wrap, floats out of range give the "indefinite" integer.
pub trait Element: Copy + PartialEq + PartialOrd + Default + Send + Sync + std::fmt::Debug + 'static {
    const DTYPE: DType;
    const IS_FLOAT: bool;

    fn to_f64(self) -> f64;
    /// Rounded once, from the element itself.
    fn to_f32(self) -> f32;
    /// The imaginary part, 0 for what has none.
    fn imaginary(self) -> f64 {
        0.0
    }
    /// Sign- or zero-extended to 64 bits; a float is converted for an integer type of `width` bits.
    fn to_int(self, width: u32) -> i64;
    /// Whether Python would call it true.
    fn is_true(self) -> bool;
    /// Conversion from another element type.
    fn convert<S: Element>(other: S) -> Self;

    /// NumPy's sort order: NaN comes last and equals itself.
    fn order(&self, other: &Self) -> Ordering {
        match self.partial_cmp(other) {
            Some(order) => order,
            None => nan_last(*self, *other),
        }
    }

    /// Puts elements in NumPy's order.
    fn sort(values: &mut [Self]) {
        values.sort_unstable_by(Self::order);
    }

    /// Whether this is NaN.
    fn is_nan(self) -> bool {
        self.partial_cmp(&self).is_none()
    }
}

fn nan_last<T: Element>(left: T, right: T) -> Ordering {
    left.is_nan().cmp(&right.is_nan())
}

macro_rules! integer {
    ($type:ty, $dtype:ident) => {
        impl Element for $type {
            const DTYPE: DType = DType::$dtype;
            const IS_FLOAT: bool = false;
            fn to_f64(self) -> f64 {
                self as f64
            }
            fn to_f32(self) -> f32 {
                self as f32
            }
            fn to_int(self, _width: u32) -> i64 {
                self as i64
            }
            fn is_true(self) -> bool {
                self != 0
            }
            fn convert<S: Element>(other: S) -> Self {
                const UNSIGNED_64: bool = <$type>::MIN == 0 && <$type>::BITS == 64;
                if S::IS_FLOAT && UNSIGNED_64 {
                    return float_to_u64(other.to_f64()) as $type;
                }
                other.to_int(<$type>::BITS + (<$type>::MIN == 0) as u32) as $type
            }
        }
    };
}

integer!(i8, I8);
integer!(i16, I16);
integer!(i32, I32);
integer!(i64, I64);
integer!(u8, U8);
integer!(u16, U16);
integer!(u32, U32);
integer!(u64, U64);

macro_rules! float {
    ($type:ty, $dtype:ident, $to:ident, $key:ty) => {
        impl Element for $type {
            const DTYPE: DType = DType::$dtype;
            const IS_FLOAT: bool = true;
            fn to_f64(self) -> f64 {
                self as f64
            }
            fn to_f32(self) -> f32 {
                self as f32
            }
            fn to_int(self, width: u32) -> i64 {
                float_to_int(self as f64, width)
            }
            fn is_true(self) -> bool {
                self != 0.0
            }
            fn convert<S: Element>(other: S) -> Self {
                other.$to()
            }
            /// By integer keys in the order of the numbers, which sort several times faster; -0.0 comes before 0.0.
            fn sort(values: &mut [Self]) {
                const SIGN: u32 = <$key>::BITS - 1;
                let fold = |bits: $key| bits ^ (((bits >> SIGN) as $key) & <$key>::MAX);
                let key = |value: &$type| if value.is_nan() { <$key>::MAX } else { fold(value.to_bits() as $key) };
                let mut keys: Vec<$key> = values.iter().map(key).collect();
                keys.sort_unstable();
                for (value, key) in values.iter_mut().zip(keys) {
                    *value = if key == <$key>::MAX { <$type>::NAN } else { <$type>::from_bits(fold(key) as _) };
                }
            }
        }
    };
}

float!(f32, F32, to_f32, i32);
float!(f64, F64, to_f64, i64);

impl Element for Bool {
    const DTYPE: DType = DType::Bool;
    const IS_FLOAT: bool = false;
    fn to_f64(self) -> f64 {
        self.0 as f64
    }
    fn to_f32(self) -> f32 {
        self.0 as f32
    }
    fn to_int(self, _width: u32) -> i64 {
        self.0 as i64
    }
    fn is_true(self) -> bool {
        self.0 != 0
    }
    fn convert<S: Element>(other: S) -> Self {
        Bool(other.is_true() as u8)
    }
}

/// Widths up to 32 bits signed go through a 32-bit conversion, `u32` (width 33) and wider through a 64-bit one.
fn float_to_int(value: f64, width: u32) -> i64 {
    if width <= 32 {
        let fits = value > i32::MIN as f64 - 1.0 && value < -(i32::MIN as f64);
        return if fits { value as i64 } else { i32::MIN as i64 };
    }
    let fits = (i64::MIN as f64..-(i64::MIN as f64)).contains(&value);
    if fits { value as i64 } else { i64::MIN }
}

fn float_to_u64(value: f64) -> u64 {
    const HALF: f64 = 9_223_372_036_854_775_808.0;
    if value >= HALF {
        return float_to_int(value - HALF, 64) as u64 ^ (1 << 63);
    }
    float_to_int(value, 64) as u64
}

/// Runs `$body` with `$type` standing for the element type; `$complex`, if given, is the value for complex types.
#[macro_export]
macro_rules! with_element {
    ($dtype:expr, $type:ident => $body:expr) => {
        match $dtype {
            phylanx_abi::DType::C64 => {
                type $type = $crate::array::Complex<f32>;
                $body
            }
            phylanx_abi::DType::C128 => {
                type $type = $crate::array::Complex<f64>;
                $body
            }
            real => $crate::with_element!(real, $type => $body, complex => unreachable!("complex types are above")),
        }
    };
    ($dtype:expr, $type:ident => $body:expr, complex => $complex:expr) => {
        match $dtype {
            phylanx_abi::DType::Bool => {
                type $type = $crate::array::Bool;
                $body
            }
            phylanx_abi::DType::I8 => {
                type $type = i8;
                $body
            }
            phylanx_abi::DType::I16 => {
                type $type = i16;
                $body
            }
            phylanx_abi::DType::I32 => {
                type $type = i32;
                $body
            }
            phylanx_abi::DType::I64 => {
                type $type = i64;
                $body
            }
            phylanx_abi::DType::U8 => {
                type $type = u8;
                $body
            }
            phylanx_abi::DType::U16 => {
                type $type = u16;
                $body
            }
            phylanx_abi::DType::U32 => {
                type $type = u32;
                $body
            }
            phylanx_abi::DType::U64 => {
                type $type = u64;
                $body
            }
            phylanx_abi::DType::F32 => {
                type $type = f32;
                $body
            }
            phylanx_abi::DType::F64 => {
                type $type = f64;
                $body
            }
            phylanx_abi::DType::C64 | phylanx_abi::DType::C128 => $complex,
        }
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn integers_wrap_and_floats_truncate() {
        assert_eq!(<i8 as Element>::convert(300i64), 44);
        assert_eq!(<u8 as Element>::convert(-1i64), 255);
        assert_eq!(<i64 as Element>::convert(-2.9f64), -2);
        assert_eq!(<i64 as Element>::convert(f64::NAN), i64::MIN);
        assert_eq!(<i32 as Element>::convert(1e10f64), i32::MIN);
        assert_eq!(<u32 as Element>::convert(4e9f64), 4_000_000_000);
        assert_eq!(<u64 as Element>::convert(1.5e19f64), 15_000_000_000_000_000_000);
        assert_eq!(<u64 as Element>::convert(u64::MAX), u64::MAX);
        assert_eq!(<f64 as Element>::convert(u64::MAX), u64::MAX as f64);
    }

    #[test]
    fn bool_is_whether_it_is_not_zero() {
        assert_eq!(<Bool as Element>::convert(f64::NAN), Bool(1));
        assert_eq!(<Bool as Element>::convert(-0.0f64), Bool(0));
        assert_eq!(<Bool as Element>::convert(256i64), Bool(1));
    }

    #[test]
    fn floats_sort_by_value_with_nan_last() {
        let mut values = [2.5, f64::NAN, -1.0, f64::INFINITY, 0.0, -f64::NAN, -3e-300, f64::NEG_INFINITY];
        f64::sort(&mut values);
        assert_eq!(values[..6], [f64::NEG_INFINITY, -1.0, -3e-300, 0.0, 2.5, f64::INFINITY]);
        assert!(values[6].is_nan() && values[7].is_nan());
        let mut singles = [1f32, -1.0, f32::NAN, 0.5];
        f32::sort(&mut singles);
        assert_eq!(singles[..3], [-1.0, 0.5, 1.0]);
    }

    #[test]
    fn nan_sorts_last() {
        assert_eq!(f64::NAN.order(&1.0), Ordering::Greater);
        assert_eq!(1.0.order(&f64::NAN), Ordering::Less);
        assert_eq!(f64::NAN.order(&f64::NAN), Ordering::Equal);
    }
}
