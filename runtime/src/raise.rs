//! What scalar code of the program calls: exceptions, and arithmetic that is too long to expand in line.

use crate::error::{Error, fail};
use core::ffi::{CStr, c_char};
use phylanx_abi::Site;

/// Raises an exception of a class, with a text.
///
/// # Safety
/// `site` is null or valid; `kind` and `message` are NUL-terminated.
#[unsafe(no_mangle)]
pub unsafe extern "C-unwind" fn phx_raise(site: *const Site, kind: *const c_char, message: *const c_char) -> ! {
    // SAFETY: by the contract.
    let (kind, message) = unsafe { (CStr::from_ptr(kind), CStr::from_ptr(message)) };
    let error = Error::new(kind.to_string_lossy().into_owned(), message.to_string_lossy());
    // SAFETY: by the contract.
    unsafe { fail(site, &error) }
}

/// Raises NumPy's `IndexError` for an index.
///
/// # Safety
/// `site` is null or valid.
#[unsafe(no_mangle)]
pub unsafe extern "C-unwind" fn phx_raise_index(site: *const Site, index: i64, axis: i64, size: i64) -> ! {
    let text = format!("index {index} is out of bounds for axis {axis} with size {size}");
    // SAFETY: by the contract.
    unsafe { fail(site, &Error::index(text)) }
}

/// Raises what Python raises when a float does not become an integer.
///
/// # Safety
/// `site` is null or valid.
#[unsafe(no_mangle)]
pub unsafe extern "C-unwind" fn phx_raise_float_to_int(site: *const Site, x: f64) -> ! {
    // SAFETY: by the contract.
    unsafe { fail(site, &float_to_int_error(x)) }
}

fn float_to_int_error(x: f64) -> Error {
    if x.is_nan() {
        return Error::value("cannot convert float NaN to integer");
    }
    if x.is_infinite() {
        return Error::new("OverflowError", "cannot convert float infinity to integer");
    }
    overflow()
}

fn overflow() -> Error {
    Error::new("OverflowError", "integer result does not fit in 64 bits")
}

/// Ends the job with an error, or gives the value.
///
/// # Safety
/// `site` is null or valid.
unsafe fn settle<T>(site: *const Site, result: Result<T, Error>) -> T {
    match result {
        Ok(value) => value,
        // SAFETY: by the contract.
        Err(error) => unsafe { fail(site, &error) },
    }
}

/// Python's `x ** y` on integers.
///
/// # Safety
/// `site` is null or valid.
#[unsafe(no_mangle)]
pub unsafe extern "C-unwind" fn phx_int_pow(site: *const Site, x: i64, y: i64) -> i64 {
    // SAFETY: by the contract.
    unsafe { settle(site, int_pow(x, y)) }
}

fn int_pow(x: i64, y: i64) -> Result<i64, Error> {
    if x == 0 && y < 0 {
        return Err(Error::new("ZeroDivisionError", "0.0 cannot be raised to a negative power"));
    }
    if y < 0 {
        return Err(Error::value("an integer to a negative power is a float: write float(x) ** y"));
    }
    match x {
        0 | 1 => Ok(if y == 0 { 1 } else { x }),
        -1 => Ok(if y % 2 == 0 { 1 } else { -1 }),
        _ => u32::try_from(y).ok().and_then(|y| x.checked_pow(y)).ok_or_else(overflow),
    }
}

/// Python's `x / y` on integers of which one is beyond the floats that are exact; `y` is not zero.
#[unsafe(no_mangle)]
pub extern "C" fn phx_int_div(x: i64, y: i64) -> f64 {
    let size = quotient(x.unsigned_abs(), y.unsigned_abs());
    if (x < 0) != (y < 0) { -size } else { size }
}

/// The quotient to 55 bits or more, its last bit set when there is a rest: converting it rounds once.
fn quotient(x: u64, y: u64) -> f64 {
    let Some(y) = std::num::NonZeroU64::new(y) else { return f64::INFINITY };
    let shift = (55 + x.leading_zeros()).saturating_sub(y.leading_zeros());
    let (x, y) = (u128::from(x) << shift, u128::from(y.get()));
    let whole = (x / y) | u128::from(!x.is_multiple_of(y));
    whole as f64 * 2f64.powi(-(shift as i32))
}

/// Python's `x ** y` on floats.
///
/// # Safety
/// `site` is null or valid.
#[unsafe(no_mangle)]
pub unsafe extern "C-unwind" fn phx_float_pow(site: *const Site, x: f64, y: f64) -> f64 {
    // SAFETY: by the contract.
    unsafe { settle(site, float_pow(x, y)) }
}

fn float_pow(x: f64, y: f64) -> Result<f64, Error> {
    if x == 0.0 && y < 0.0 {
        return Err(Error::new("ZeroDivisionError", "0.0 cannot be raised to a negative power"));
    }
    if x < 0.0 && x.is_finite() && y.is_finite() && y.fract() != 0.0 {
        return Err(Error::value("a negative number to a fractional power is complex, which is not supported here"));
    }
    let power = x.powf(y);
    if power.is_infinite() && x.is_finite() && y.is_finite() {
        return Err(Error::new("OverflowError", "(34, 'Numerical result out of range')"));
    }
    Ok(power)
}

/// Python's `round(x, digits)` on floats.
///
/// # Safety
/// `site` is null or valid.
#[unsafe(no_mangle)]
pub unsafe extern "C-unwind" fn phx_float_round(site: *const Site, x: f64, digits: i64) -> f64 {
    // SAFETY: by the contract.
    unsafe { settle(site, float_round(x, digits)) }
}

/// The decimal number with so many digits that is nearest to `x`, as a float.
fn float_round(x: f64, digits: i64) -> Result<f64, Error> {
    // Beyond these limits every float is its own rounding, or rounds to zero (CPython's `float.__round__`).
    if !x.is_finite() || digits > 323 {
        return Ok(x);
    }
    if digits < -308 {
        return Ok(0.0f64.copysign(x));
    }
    let rounded: f64 = if digits >= 0 {
        format!("{x:.*}", digits as usize).parse().unwrap_or(x)
    } else {
        round_to_power(x, digits.unsigned_abs() as usize)
    };
    if rounded.is_infinite() {
        return Err(Error::new("OverflowError", "rounded value too large to represent"));
    }
    Ok(rounded)
}

/// `x` rounded to a multiple of `10 ** zeros`, by its exact decimal digits.
fn round_to_power(x: f64, zeros: usize) -> f64 {
    let exact = format!("{:.1075}", x.abs());
    let Some((whole, fraction)) = exact.split_once('.') else { return x };
    let padded = format!("{whole:0>width$}", width = zeros + 1);
    let (head, tail) = padded.split_at(padded.len() - zeros);
    let rest: String = tail.chars().chain(fraction.chars()).collect();
    let half = std::cmp::Ord::cmp(rest.trim_end_matches('0'), "5");
    let odd = head.bytes().last().is_some_and(|digit| (digit - b'0') % 2 == 1);
    let up = half == std::cmp::Ordering::Greater || (half == std::cmp::Ordering::Equal && odd);
    let text = format!("{}e{zeros}", if up { increment(head) } else { head.to_string() });
    text.parse::<f64>().map_or(x, |size| size.copysign(x))
}

/// The next decimal number.
fn increment(digits: &str) -> String {
    let nines = digits.len() - digits.trim_end_matches('9').len();
    let kept = &digits[..digits.len() - nines];
    let head = match kept.as_bytes().last() {
        Some(&last) => format!("{}{}", &kept[..kept.len() - 1], char::from(last + 1)),
        None => "1".to_string(),
    };
    head + &"0".repeat(nines)
}

/// Raises what Python's `math` raises for this result of a function, if it does.
///
/// # Safety
/// `site` is null or valid.
#[unsafe(no_mangle)]
pub unsafe extern "C-unwind" fn phx_math_check(site: *const Site, x: f64, y: f64, result: f64, overflows: i32) {
    // SAFETY: by the contract.
    unsafe { settle(site, math_check(x, y, result, overflows != 0)) }
}

fn math_check(x: f64, y: f64, result: f64, overflows: bool) -> Result<(), Error> {
    if result.is_nan() && !x.is_nan() && !y.is_nan() {
        return Err(Error::value("math domain error"));
    }
    if result.is_infinite() && x.is_finite() && y.is_finite() {
        let domain = !overflows || x == 0.0;
        return Err(if domain {
            Error::value("math domain error")
        } else {
            Error::new("OverflowError", "math range error")
        });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn integer_powers_are_exact_or_refused() {
        assert_eq!(int_pow(3, 4), Ok(81));
        assert_eq!(int_pow(-1, i64::MAX), Ok(-1));
        assert_eq!(int_pow(0, 0), Ok(1));
        assert!(int_pow(2, 63).is_err_and(|error| error.kind == "OverflowError"));
        assert!(int_pow(2, -1).is_err_and(|error| error.kind == "ValueError"));
        assert!(int_pow(0, -1).is_err_and(|error| error.kind == "ZeroDivisionError"));
    }

    #[test]
    fn quotients_of_integers_are_rounded_once() {
        assert_eq!(phx_int_div(79_792_266_297_612_001, 11_398_895_185_373_143), 7.0);
        assert_eq!(phx_int_div(i64::MIN, -1), 2f64.powi(63));
        assert_eq!(phx_int_div(-1, i64::MIN), 2f64.powi(-63));
        assert_eq!(phx_int_div((1 << 53) + 1, 1), 2f64.powi(53));
        assert_eq!(phx_int_div((1 << 53) + 3, -1), -(2f64.powi(53) + 4.0));
        assert_eq!(phx_int_div(i64::MAX, i64::MAX - 1), 1.0);
        assert_eq!(phx_int_div(0, i64::MAX), 0.0);
    }

    #[test]
    fn float_powers_raise_as_python() {
        assert_eq!(float_pow(2.0, 0.5), Ok(2.0f64.sqrt()));
        assert!(float_pow(0.0, -1.0).is_err_and(|error| error.kind == "ZeroDivisionError"));
        assert!(float_pow(-8.0, 0.5).is_err_and(|error| error.kind == "ValueError"));
        assert!(float_pow(10.0, 400.0).is_err_and(|error| error.kind == "OverflowError"));
        assert_eq!(float_pow(f64::NEG_INFINITY, 0.5), Ok(f64::INFINITY));
    }

    #[test]
    fn rounding_to_digits_is_that_of_the_exact_decimal_value() {
        assert_eq!(float_round(2.675, 2), Ok(2.67));
        assert_eq!(float_round(0.5, 0), Ok(0.0));
        assert_eq!(float_round(-1.25, 1), Ok(-1.2));
        assert_eq!(float_round(1250.0, -2), Ok(1200.0));
        assert_eq!(float_round(1350.0, -2), Ok(1400.0));
        assert_eq!(float_round(1250.000001, -2), Ok(1300.0));
        assert_eq!(float_round(-996.0, -1), Ok(-1000.0));
        assert_eq!(float_round(4.0, -1), Ok(0.0));
        assert_eq!(float_round(1e300, -400), Ok(0.0));
        assert!(float_round(f64::MAX, -308).is_err());
    }

    #[test]
    fn math_errors_are_those_of_python() {
        assert_eq!(math_check(f64::INFINITY, 0.0, f64::INFINITY, false), Ok(()));
        assert!(math_check(-1.0, -1.0, f64::NAN, false).is_err_and(|error| error.kind == "ValueError"));
        assert!(math_check(1000.0, 1000.0, f64::INFINITY, true).is_err_and(|error| error.kind == "OverflowError"));
        assert!(math_check(0.0, -1.0, f64::INFINITY, true).is_err_and(|error| error.kind == "ValueError"));
    }
}
