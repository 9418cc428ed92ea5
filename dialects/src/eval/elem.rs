//! Element functions: one table for floats, one for integers, one for booleans.

use crate::DType;

/// A type of elements and the functions of the op table on it.
pub trait Elem: Copy + PartialEq + PartialOrd + std::fmt::Debug + 'static {
    const DTYPE: DType;
    const ZERO: Self;
    const ONE: Self;

    /// Functions from an element to one of its type.
    fn unary(name: &str) -> Option<fn(Self) -> Self>;
    /// Functions from two elements to one of their type.
    fn binary(name: &str) -> Option<fn(Self, Self) -> Self>;
    /// `isnan` and the like.
    fn test(name: &str) -> Option<fn(Self) -> bool>;
    /// The value as C converts it to `f64`.
    fn to_f64(self) -> f64;
    /// The value as C converts it to `i64`.
    fn to_i64(self) -> i64;
    /// As C converts.
    fn from_f64(value: f64) -> Self;
    /// As C converts.
    fn from_i64(value: i64) -> Self;
    /// Equal bits, where all NaN are one.
    fn same(self, other: Self) -> bool;

    /// Comparisons.
    fn compare(name: &str) -> Option<fn(Self, Self) -> bool> {
        Some(match name {
            "eq" => |a, b| a == b,
            "ne" => |a, b| a != b,
            "lt" => |a, b| a < b,
            "le" => |a, b| a <= b,
            "gt" => |a, b| a > b,
            "ge" => |a, b| a >= b,
            _ => return None,
        })
    }
}

const TWO_TO_63: f64 = (1u64 << 63) as f64;

macro_rules! float_elem {
    ($t:ident, $dtype:ident) => {
        impl Elem for $t {
            const DTYPE: DType = DType::$dtype;
            const ZERO: $t = 0.0;
            const ONE: $t = 1.0;

            fn unary(name: &str) -> Option<fn($t) -> $t> {
                Some(match name {
                    "neg" => |x| -x,
                    "abs" => $t::abs,
                    "sign" => |x| if x.is_nan() || x == 0.0 { x + 0.0 } else { x.signum() },
                    "square" => |x| x * x,
                    "reciprocal" => |x| 1.0 / x,
                    "sqrt" => $t::sqrt,
                    "cbrt" => $t::cbrt,
                    "exp" => $t::exp,
                    "exp2" => $t::exp2,
                    "expm1" => $t::exp_m1,
                    "log" => $t::ln,
                    "log2" => $t::log2,
                    "log10" => $t::log10,
                    "log1p" => $t::ln_1p,
                    "sin" => $t::sin,
                    "cos" => $t::cos,
                    "tan" => $t::tan,
                    "arcsin" => $t::asin,
                    "arccos" => $t::acos,
                    "arctan" => $t::atan,
                    "sinh" => $t::sinh,
                    "cosh" => $t::cosh,
                    "tanh" => $t::tanh,
                    "floor" => $t::floor,
                    "ceil" => $t::ceil,
                    "trunc" => $t::trunc,
                    "rint" => $t::round_ties_even,
                    _ => return None,
                })
            }

            fn binary(name: &str) -> Option<fn($t, $t) -> $t> {
                Some(match name {
                    "add" => |a, b| a + b,
                    "sub" => |a, b| a - b,
                    "mul" => |a, b| a * b,
                    "div" => |a, b| a / b,
                    "floordiv" => |a, b| float_floordiv(a.into(), b.into()) as $t,
                    "mod" => |a, b| float_mod(a.into(), b.into()) as $t,
                    "fmod" => |a, b| a % b,
                    "pow" => $t::powf,
                    "maximum" => |a, b| {
                        if a.is_nan() || b.is_nan() {
                            $t::NAN
                        } else if a > b {
                            a
                        } else {
                            b
                        }
                    },
                    "minimum" => |a, b| {
                        if a.is_nan() || b.is_nan() {
                            $t::NAN
                        } else if a < b {
                            a
                        } else {
                            b
                        }
                    },
                    "fmax" => |a, b| if b.is_nan() || a > b { a } else { b },
                    "fmin" => |a, b| if b.is_nan() || a < b { a } else { b },
                    "arctan2" => $t::atan2,
                    "hypot" => $t::hypot,
                    "copysign" => $t::copysign,
                    _ => return None,
                })
            }

            fn test(name: &str) -> Option<fn($t) -> bool> {
                Some(match name {
                    "isnan" => $t::is_nan,
                    "isinf" => $t::is_infinite,
                    "isfinite" => $t::is_finite,
                    _ => return None,
                })
            }

            fn to_f64(self) -> f64 {
                self.into()
            }

            fn to_i64(self) -> i64 {
                let wide: f64 = self.into();
                // What x86 gives for what does not fit.
                if (-TWO_TO_63..TWO_TO_63).contains(&wide) { wide as i64 } else { i64::MIN }
            }

            fn from_f64(value: f64) -> $t {
                value as $t
            }

            fn from_i64(value: i64) -> $t {
                value as $t
            }

            fn same(self, other: $t) -> bool {
                self.to_bits() == other.to_bits() || self.is_nan() && other.is_nan()
            }
        }
    };
}

float_elem!(f32, F32);
float_elem!(f64, F64);

/// NumPy's `//` on floats.
pub fn float_floordiv(a: f64, b: f64) -> f64 {
    if b == 0.0 {
        return a / b;
    }
    let remainder = a % b;
    let mut quotient = (a - remainder) / b;
    if remainder != 0.0 && (b < 0.0) != (remainder < 0.0) {
        quotient -= 1.0;
    }
    if quotient == 0.0 {
        return 0.0f64.copysign(a / b);
    }
    let floor = quotient.floor();
    if quotient - floor > 0.5 { floor + 1.0 } else { floor }
}

/// NumPy's `%` on floats: the sign of the divisor.
pub fn float_mod(a: f64, b: f64) -> f64 {
    if b == 0.0 {
        return f64::NAN;
    }
    let remainder = a % b;
    if remainder == 0.0 {
        return 0.0f64.copysign(b);
    }
    if (b < 0.0) != (remainder < 0.0) { remainder + b } else { remainder }
}

macro_rules! int_elem {
    ($t:ident, $dtype:ident) => {
        impl Elem for $t {
            const DTYPE: DType = DType::$dtype;
            const ZERO: $t = 0;
            const ONE: $t = 1;

            fn unary(name: &str) -> Option<fn($t) -> $t> {
                Some(match name {
                    "neg" => $t::wrapping_neg,
                    #[allow(unused_comparisons)]
                    "abs" => |x| if x < 0 { x.wrapping_neg() } else { x },
                    #[allow(unused_comparisons)]
                    "sign" => |x| {
                        if x > 0 {
                            1
                        } else if x < 0 {
                            (0 as $t).wrapping_sub(1)
                        } else {
                            0
                        }
                    },
                    "square" => |x| x.wrapping_mul(x),
                    "not" => |x| !x,
                    _ => return None,
                })
            }

            fn binary(name: &str) -> Option<fn($t, $t) -> $t> {
                Some(match name {
                    "add" => $t::wrapping_add,
                    "sub" => $t::wrapping_sub,
                    "mul" => $t::wrapping_mul,
                    "floordiv" => |a, b| {
                        if b == 0 {
                            return 0;
                        }
                        let quotient = a.wrapping_div(b);
                        let exact = a.wrapping_rem(b) == 0;
                        #[allow(unused_comparisons)]
                        let opposite = (a < 0) != (b < 0);
                        if !exact && opposite { quotient.wrapping_sub(1) } else { quotient }
                    },
                    "mod" => |a, b| {
                        if b == 0 {
                            return 0;
                        }
                        let rest = a.wrapping_rem(b);
                        #[allow(unused_comparisons)]
                        let opposite = (rest < 0) != (b < 0);
                        if rest != 0 && opposite { rest.wrapping_add(b) } else { rest }
                    },
                    "fmod" => |a, b| if b == 0 { 0 } else { a.wrapping_rem(b) },
                    "pow" => |a, b| u64::try_from(b).map_or(if a == 1 { 1 } else { 0 }, |exponent| power(a, exponent)),
                    "maximum" | "fmax" => $t::max,
                    "minimum" | "fmin" => $t::min,
                    "and" => |a, b| a & b,
                    "or" => |a, b| a | b,
                    "xor" => |a, b| a ^ b,
                    "shl" => |a, b| u32::try_from(b).ok().and_then(|by| a.checked_shl(by)).unwrap_or(0),
                    #[allow(unused_comparisons)]
                    "shr" => |a, b| {
                        let out = if a < 0 { (0 as $t).wrapping_sub(1) } else { 0 };
                        u32::try_from(b).ok().and_then(|by| a.checked_shr(by)).unwrap_or(out)
                    },
                    _ => return None,
                })
            }

            fn test(name: &str) -> Option<fn($t) -> bool> {
                Some(match name {
                    "isnan" | "isinf" => |_| false,
                    "isfinite" => |_| true,
                    _ => return None,
                })
            }

            fn to_f64(self) -> f64 {
                self as f64
            }

            fn to_i64(self) -> i64 {
                self as i64
            }

            fn from_f64(value: f64) -> $t {
                value.to_i64() as $t
            }

            fn from_i64(value: i64) -> $t {
                value as $t
            }

            fn same(self, other: $t) -> bool {
                self == other
            }
        }
    };
}

int_elem!(i8, I8);
int_elem!(i16, I16);
int_elem!(i32, I32);
int_elem!(i64, I64);
int_elem!(u8, U8);
int_elem!(u16, U16);
int_elem!(u32, U32);
int_elem!(u64, U64);

/// Wrapping power by repeated squaring.
fn power<T: Elem>(base: T, mut exponent: u64) -> T {
    let Some(mul) = T::binary("mul") else { return T::ZERO };
    let (mut result, mut square) = (T::ONE, base);
    while exponent > 0 {
        if exponent & 1 == 1 {
            result = mul(result, square);
        }
        square = mul(square, square);
        exponent >>= 1;
    }
    result
}

impl Elem for bool {
    const DTYPE: DType = DType::Bool;
    const ZERO: bool = false;
    const ONE: bool = true;

    fn unary(name: &str) -> Option<fn(bool) -> bool> {
        Some(match name {
            "not" => |x| !x,
            "abs" => |x| x,
            _ => return None,
        })
    }

    fn binary(name: &str) -> Option<fn(bool, bool) -> bool> {
        Some(match name {
            "add" | "or" | "maximum" | "fmax" => |a, b| a | b,
            "mul" | "and" | "minimum" | "fmin" => |a, b| a & b,
            "xor" => |a, b| a ^ b,
            _ => return None,
        })
    }

    fn test(name: &str) -> Option<fn(bool) -> bool> {
        i8::test(name).map(|_| match name {
            "isfinite" => (|_| true) as fn(bool) -> bool,
            _ => |_| false,
        })
    }

    fn to_f64(self) -> f64 {
        f64::from(u8::from(self))
    }

    fn to_i64(self) -> i64 {
        i64::from(self)
    }

    fn from_f64(value: f64) -> bool {
        value != 0.0
    }

    fn from_i64(value: i64) -> bool {
        value != 0
    }

    fn same(self, other: bool) -> bool {
        self == other
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotients_and_remainders_have_the_signs_of_numpy() {
        let floor = i64::binary("floordiv").expect("exists");
        let rest = i64::binary("mod").expect("exists");
        assert_eq!((floor(-7, 2), rest(-7, 2)), (-4, 1));
        assert_eq!((floor(7, -2), rest(7, -2)), (-4, -1));
        assert_eq!((floor(7, 0), rest(7, 0)), (0, 0));
        assert_eq!(float_floordiv(-7.5, 2.0), -4.0);
        assert_eq!(float_mod(-7.5, 2.0), 0.5);
        assert_eq!(float_mod(-0.0, 2.0).to_bits(), 0);
        assert_eq!(floor(i64::MIN, -1), i64::MIN);
    }

    #[test]
    fn powers_wrap_and_negative_exponents_give_zero() {
        let pow = i64::binary("pow").expect("exists");
        assert_eq!(pow(3, 4), 81);
        assert_eq!(pow(2, 64), 0);
        assert_eq!(pow(2, -1), 0);
    }
}
