//! Integers: digits in other bases, modular powers.

use super::Call;
use crate::error::{Error, Result};
use crate::ops::value::Owned;

pub fn call(call: &Call, name: &str) -> Result<Owned> {
    match name {
        "bin" | "oct" | "hex" => Ok(Owned::text(digits(call.args.int(0)?, name))),
        "parse" => parse(call.args.text(0)?, call.args.int(1)?).map(Owned::int),
        "pow" => power(call.args.int(0)?, call.args.int(1)?, call.args.int(2)?).map(Owned::int),
        "round" => round(call.args.int(0)?, call.args.int(1)?).map(Owned::int),
        "bit_length" => Ok(Owned::int(i64::from(64 - call.args.int(0)?.unsigned_abs().leading_zeros()))),
        "bit_count" => Ok(Owned::int(i64::from(call.args.int(0)?.unsigned_abs().count_ones()))),
        _ => Err(call.unknown()),
    }
}

fn digits(value: i64, name: &str) -> String {
    let sign = if value < 0 { "-" } else { "" };
    let size = value.unsigned_abs();
    match name {
        "bin" => format!("{sign}{size:#b}"),
        "oct" => format!("{sign}{size:#o}"),
        _ => format!("{sign}{size:#x}"),
    }
}

/// `int(text, base)`.
fn parse(text: &str, base: i64) -> Result<i64> {
    if base != 0 && !(2..=36).contains(&base) {
        return Err(Error::value("int() base must be >= 2 and <= 36, or 0"));
    }
    let wrong =
        || Error::value(format!("invalid literal for int() with base {base}: {}", crate::text::string::repr(text)));
    let trimmed = text.trim();
    let (negative, rest) = match trimmed.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, trimmed.strip_prefix('+').unwrap_or(trimmed)),
    };
    let prefix = match rest.get(..2).map(str::to_ascii_lowercase).as_deref() {
        Some("0b") => 2,
        Some("0o") => 8,
        Some("0x") => 16,
        _ => 0,
    };
    let prefixed = prefix != 0 && (base == 0 || base == prefix);
    let digits = if prefixed { &rest[2..] } else { rest };
    let digits = if prefixed { digits.strip_prefix('_').unwrap_or(digits) } else { digits };
    let radix = match (base, prefixed) {
        (0, true) => prefix,
        (0, false) => 10,
        (base, _) => base,
    };
    let leading_zero = base == 0 && !prefixed && digits.len() > 1 && digits.starts_with('0');
    if leading_zero && digits.chars().any(|c| c != '0' && c != '_') {
        return Err(wrong());
    }
    let underscores = digits.starts_with('_') || digits.ends_with('_') || digits.contains("__");
    if digits.is_empty() || underscores {
        return Err(wrong());
    }
    let mut value: i128 = 0;
    for c in digits.chars().filter(|c| *c != '_') {
        let digit = c.to_digit(radix as u32).ok_or_else(wrong)?;
        value = value * i128::from(radix) + i128::from(digit);
        if value > i128::from(u64::MAX) {
            return Err(too_large());
        }
    }
    i64::try_from(if negative { -value } else { value }).map_err(|_| too_large())
}

fn too_large() -> Error {
    Error::new("OverflowError", "the integer does not fit in 64 bits")
}

/// `pow(base, exponent, modulus)`: the sign of the result is that of the modulus.
fn power(base: i64, exponent: i64, modulus: i64) -> Result<i64> {
    if modulus == 0 {
        return Err(Error::value("pow() 3rd argument cannot be 0"));
    }
    let size = i128::from(modulus).abs();
    let mut base = i128::from(base).rem_euclid(size);
    if exponent < 0 {
        base = inverse(base, size).ok_or_else(|| Error::value("base is not invertible for the given modulus"))?;
    }
    let mut exponent = exponent.unsigned_abs();
    let mut result = 1 % size;
    while exponent > 0 {
        if exponent & 1 == 1 {
            result = result * base % size;
        }
        base = base * base % size;
        exponent >>= 1;
    }
    let result = if modulus < 0 && result != 0 { result - size } else { result };
    Ok(result as i64)
}

fn inverse(value: i128, modulus: i128) -> Option<i128> {
    let (mut a, mut b, mut x, mut y) = (value, modulus, 1i128, 0i128);
    while b != 0 {
        let quotient = a / b;
        (a, b) = (b, a - quotient * b);
        (x, y) = (y, x - quotient * y);
    }
    (a == 1 || modulus == 1).then(|| x.rem_euclid(modulus))
}

/// `round(value, digits)` of an int: to even where both neighbours are equally near.
fn round(value: i64, digits: i64) -> Result<i64> {
    if digits >= 0 {
        return Ok(value);
    }
    if digits < -19 {
        return Ok(0);
    }
    let unit = 10i128.pow(digits.unsigned_abs() as u32);
    let value = i128::from(value);
    let rest = value.rem_euclid(unit);
    let low = value - rest;
    let even = (low / unit) % 2 == 0;
    let up = rest * 2 > unit || (rest * 2 == unit && !even);
    i64::try_from(if up { low + unit } else { low }).map_err(|_| too_large())
}

#[cfg(test)]
mod tests {
    use super::{parse, power, round};

    #[test]
    fn integers_are_read_in_any_base() {
        assert_eq!(parse("-0xff", 16).ok(), Some(-255));
        assert_eq!(parse(" 0b1_01 ", 0).ok(), Some(5));
        assert_eq!(parse("zz", 36).ok(), Some(35 * 37));
        assert!(parse("012", 0).is_err());
        assert!(parse("2", 2).is_err());
        assert!(parse("1__0", 10).is_err());
    }

    #[test]
    fn modular_powers_have_the_sign_of_the_modulus() {
        assert_eq!(power(3, 4, 5).ok(), Some(1));
        assert_eq!(power(3, 3, -5).ok(), Some(-3));
        assert_eq!(power(3, -1, 7).ok(), Some(5));
        assert!(power(2, -1, 4).is_err());
        assert_eq!(power(0, 0, 1).ok(), Some(0));
    }

    #[test]
    fn integers_are_rounded_to_even() {
        assert_eq!(round(1250, -2).ok(), Some(1200));
        assert_eq!(round(1350, -2).ok(), Some(1400));
        assert_eq!(round(-1250, -2).ok(), Some(-1200));
        assert_eq!(round(5, -1).ok(), Some(0));
    }
}
