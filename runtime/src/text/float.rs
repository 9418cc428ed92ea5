//! Decimal texts of floats: shortest digits that read back, and digits rounded at a place.

use std::fmt::LowerExp;
use std::str::FromStr;

/// Python's `repr` (and `str`) of a float.
pub fn repr_f64(value: f64) -> String {
    let size = value.abs();
    let notation =
        if size == 0.0 || (1e-4..1e16).contains(&size) { Notation::Positional } else { Notation::Scientific };
    signed(value, &shortest_f64(size), notation)
}

/// NumPy's `str` of a `float32`: shortest digits that read back as `f32`, an exponent from a million on.
pub fn repr_f32(value: f32) -> String {
    let size = value.abs();
    let is_plain = size == 0.0 || (1e-4..1e6).contains(&(size as f64));
    signed(value as f64, &shortest_f32(size), if is_plain { Notation::Positional } else { Notation::Scientific })
}

/// Shortest digits of a magnitude that read back as the same number, in Rust's exponent form.
pub fn shortest_f64(size: f64) -> String {
    even_at_ties(size, 15)
}

/// The same for a `float32`.
pub fn shortest_f32(size: f32) -> String {
    even_at_ties(size, 6)
}

/// Of two texts as short and as near, Python and NumPy write the one whose last digit is even, Rust the greater one. Numbers of
/// fewer digits than `at_least` never stand between two.
fn even_at_ties<T: LowerExp + FromStr + PartialEq>(size: T, at_least: usize) -> String {
    let text = format!("{size:e}");
    let digits = text.bytes().take_while(|byte| *byte != b'e').filter(u8::is_ascii_digit).count();
    if digits < at_least {
        return text;
    }
    let even = format!("{size:.*e}", digits - 1);
    if even.parse::<T>().is_ok_and(|read| read == size) { even } else { text }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Notation {
    Positional,
    Scientific,
}

/// `shortest` is the magnitude in Rust's exponent form (`1.25e-5`).
fn signed(value: f64, shortest: &str, notation: Notation) -> String {
    if !value.is_finite() {
        return sign_of(value).to_owned() + not_finite(value);
    }
    let decimal = Decimal::parse(shortest);
    if notation == Notation::Scientific {
        return sign_of(value).to_owned() + &decimal.scientific();
    }
    let text = decimal.positional();
    let end = if text.contains('.') { "" } else { ".0" };
    format!("{}{text}{end}", sign_of(value))
}

/// `nan` or `inf`, without a sign.
pub fn not_finite(value: f64) -> &'static str {
    if value.is_nan() { "nan" } else { "inf" }
}

/// `-` for negative numbers, negative zero included; NaN has no sign.
pub fn sign_of(value: f64) -> &'static str {
    if value.is_sign_negative() && !value.is_nan() { "-" } else { "" }
}

/// Decimal digits of a non-negative number: `d.ddd` times ten to the exponent.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Decimal {
    /// At least one digit, no trailing zeros asked for.
    pub digits: String,
    pub exponent: i32,
}

impl Decimal {
    /// Of Rust's exponent form, such as `1.25e-5`.
    pub fn parse(text: &str) -> Decimal {
        let (mantissa, exponent) = text.split_once('e').unwrap_or((text, "0"));
        Decimal { digits: mantissa.replace('.', ""), exponent: exponent.parse().unwrap_or(0) }
    }

    /// Without exponent, without a point unless digits follow it.
    pub fn positional(&self) -> String {
        let count = self.digits.len() as i32;
        if self.exponent < 0 {
            return format!("0.{}{}", "0".repeat((-self.exponent - 1) as usize), self.digits);
        }
        let whole = self.exponent + 1;
        if count <= whole {
            return self.digits.clone() + &"0".repeat((whole - count) as usize);
        }
        let (whole, rest) = self.digits.split_at(whole as usize);
        format!("{whole}.{rest}")
    }

    /// With an exponent of at least two digits, without a point unless digits follow it.
    pub fn scientific(&self) -> String {
        let (first, rest) = self.digits.split_at(1);
        let point = if rest.is_empty() { "" } else { "." };
        format!("{first}{point}{rest}e{}", exponent_text(self.exponent))
    }
}

/// Sign and at least two digits.
pub fn exponent_text(exponent: i32) -> String {
    let sign = if exponent < 0 { '-' } else { '+' };
    format!("{sign}{:02}", exponent.unsigned_abs())
}

/// No double has more decimal digits than this; beyond are zeros.
const EXACT_DIGITS: usize = 1100;

/// The magnitude with exactly `precision` digits after the point, rounded half to even.
pub fn fixed(value: f64, precision: usize) -> String {
    let exact = precision.min(EXACT_DIGITS);
    let mut text = format!("{:.*}", exact, value.abs());
    text.extend(std::iter::repeat_n('0', precision - exact));
    text
}

/// The magnitude rounded to `precision` digits after the first, as digits and exponent.
pub fn rounded(value: f64, precision: usize) -> Decimal {
    let exact = precision.min(EXACT_DIGITS);
    let mut decimal = Decimal::parse(&format!("{:.*e}", exact, value.abs()));
    decimal.digits.extend(std::iter::repeat_n('0', precision - exact));
    decimal
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn floats_print_as_in_python() {
        let cases = [
            (0.1, "0.1"),
            (255.99844360351562, "255.99844360351562"),
            (1.0, "1.0"),
            (1e-5, "1e-05"),
            (1e-4, "0.0001"),
            (1e16, "1e+16"),
            (123456789012345.6, "123456789012345.6"),
            (9999999999999998.0, "9999999999999998.0"),
            (1.5e300, "1.5e+300"),
            (-0.0, "-0.0"),
            (f64::NAN, "nan"),
            (f64::NEG_INFINITY, "-inf"),
            (5e-324, "5e-324"),
        ];
        for (value, text) in cases {
            assert_eq!(repr_f64(value), text);
        }
        assert_eq!(repr_f32(0.1), "0.1");
        assert_eq!(repr_f32(999999.0), "999999.0");
        assert_eq!(repr_f32(1234567.0), "1.234567e+06");
        assert_eq!(repr_f32(1e-4), "1e-04");
    }
}
