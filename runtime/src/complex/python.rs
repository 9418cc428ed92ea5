//! Python's complex arithmetic and its `cmath` module, with their errors.

use super::numpy::by_squaring;
use super::{C128, complex, library};
use crate::error::{Error, Result};
use crate::ops::value::Scalar;
use crate::ops::{Args, Owned};

fn operand(args: Args, at: usize) -> Result<C128> {
    Ok(args.scalar(at)?.cast())
}

fn given(value: C128) -> Result<Owned> {
    Ok(Owned::Scalar(Scalar::C128(value)))
}

fn zero_division(message: &str) -> Error {
    Error::new("ZeroDivisionError", message)
}

/// `a / b`.
pub fn complex_div(args: Args) -> Result<Owned> {
    given(quotient(operand(args, 0)?, operand(args, 1)?).ok_or_else(|| zero_division("complex division by zero"))?)
}

/// CPython's `_Py_c_quot`; nothing for a zero divisor.
fn quotient(a: C128, b: C128) -> Option<C128> {
    let (size_re, size_im) = (b.re.abs(), b.im.abs());
    if size_re >= size_im {
        if size_re == 0.0 {
            return None;
        }
        let ratio = b.im / b.re;
        let divisor = b.re + b.im * ratio;
        return Some(complex((a.re + a.im * ratio) / divisor, (a.im - a.re * ratio) / divisor));
    }
    if size_im >= size_re {
        let ratio = b.re / b.im;
        let divisor = b.re * ratio + b.im;
        return Some(complex((a.re * ratio + a.im) / divisor, (a.im * ratio - a.re) / divisor));
    }
    Some(complex(f64::NAN, f64::NAN))
}

/// `a ** b`.
pub fn complex_pow(args: Args) -> Result<Owned> {
    let (base, exponent) = (operand(args, 0)?, operand(args, 1)?);
    let by_zero = || zero_division("zero to a negative or complex power");
    let whole = exponent.im == 0.0 && exponent.re == exponent.re.floor() && exponent.re.abs() <= 100.0;
    let power = if whole {
        let one = complex(1.0, 0.0);
        let times = exponent.re.abs() as u64;
        let power = if times == 0 { one } else { by_squaring(base, times, one, C128::times) };
        if exponent.re > 0.0 { power } else { quotient(one, power).ok_or_else(by_zero)? }
    } else {
        general_power(base, exponent).ok_or_else(by_zero)?
    };
    if power.re.is_infinite() || power.im.is_infinite() {
        return Err(Error::new("OverflowError", "complex exponentiation"));
    }
    given(power)
}

/// CPython's `_Py_c_pow`; nothing for zero to a negative or complex power.
fn general_power(a: C128, b: C128) -> Option<C128> {
    if a.re == 0.0 && a.im == 0.0 {
        return (b.im == 0.0 && b.re >= 0.0).then_some(complex(0.0, 0.0));
    }
    let size = a.re.hypot(a.im);
    let mut length = size.powf(b.re);
    let angle = a.im.atan2(a.re);
    let mut phase = angle * b.re;
    if b.im != 0.0 {
        length *= (-angle * b.im).exp();
        phase += b.im * size.ln();
    }
    Some(complex(length * phase.cos(), length * phase.sin()))
}

/// `abs(z)`.
pub fn complex_abs(args: Args) -> Result<Owned> {
    let z = operand(args, 0)?;
    let size = z.re.hypot(z.im);
    if size.is_infinite() && z.re.is_finite() && z.im.is_finite() {
        return Err(Error::new("OverflowError", "absolute value too large"));
    }
    Ok(Owned::float(size))
}

/// A function of `cmath` that gives a complex number.
pub fn cmath(args: Args) -> Result<Owned> {
    let (z, name) = (operand(args, 0)?, args.text(1)?);
    let value = match name {
        "sqrt" => library::csqrt(z),
        "exp" => library::cexp(z),
        "log" | "log10" if z.re == 0.0 && z.im == 0.0 => return Err(Error::value("math domain error")),
        "log" => library::clog(z),
        "log10" => {
            let log = library::clog(z);
            complex(log10_of_size(z), log.im / std::f64::consts::LN_10)
        }
        "sin" => library::csin(z),
        "cos" => library::ccos(z),
        "tan" => library::ctan(z),
        "asin" => library::casin(z),
        "acos" => library::cacos(z),
        "atan" => library::catan(z),
        "sinh" => library::csinh(z),
        "cosh" => library::ccosh(z),
        "tanh" => library::ctanh(z),
        "asinh" => library::casinh(z),
        "acosh" => library::cacosh(z),
        "atanh" => library::catanh(z),
        other => return Err(Error::internal(format!("no function of cmath is called {other}"))),
    };
    checked(name, z, value)
}

fn log10_of_size(z: C128) -> f64 {
    library::clog(z).re / std::f64::consts::LN_10
}

/// Python raises where a finite operand has no finite result, or an infinite one no result at all.
fn checked(name: &str, z: C128, value: C128) -> Result<Owned> {
    let is_pole = match name {
        "atan" => z.re == 0.0 && z.im.abs() == 1.0,
        "atanh" => z.im == 0.0 && z.re.abs() == 1.0,
        _ => false,
    };
    if is_pole {
        return Err(Error::value("math domain error"));
    }
    let finite = z.re.is_finite() && z.im.is_finite();
    let overflows = matches!(name, "exp" | "sinh" | "cosh");
    if overflows && finite && (value.re.is_infinite() || value.im.is_infinite()) {
        return Err(Error::new("OverflowError", "math range error"));
    }
    // Sines and exponentials of an infinite angle.
    let angle = match name {
        "exp" | "sinh" | "cosh" | "tanh" => Some((z.re, z.im)),
        "sin" | "cos" | "tan" => Some((z.im, z.re)),
        _ => None,
    };
    if let Some((size, angle)) = angle
        && angle.is_infinite()
    {
        let decided = match name {
            "exp" => size == f64::NEG_INFINITY,
            "tanh" | "tan" => size.is_infinite(),
            _ => false,
        };
        if !decided && !size.is_nan() {
            return Err(Error::value("math domain error"));
        }
    }
    given(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotients_are_those_of_python() {
        assert_eq!(quotient(complex(1.0, 2.0), complex(3.0, -4.0)), Some(complex(-0.2, 0.4)));
        assert_eq!(quotient(complex(1.0, 2.0), complex(0.0, 0.0)), None);
        assert_eq!(quotient(complex(1.0, 2.0), complex(0.0, 2.0)), Some(complex(1.0, -0.5)));
    }

    #[test]
    fn zero_has_no_negative_power() {
        assert_eq!(general_power(complex(0.0, 0.0), complex(-0.5, 0.0)), None);
        assert_eq!(general_power(complex(0.0, 0.0), complex(0.5, 0.0)), Some(complex(0.0, 0.0)));
    }
}
