//! Complex numbers as text: Python's and NumPy's `repr`, format specifications, and what `complex(text)` reads.

use super::float::{repr_f32, repr_f64};
use super::format::{parsed_float_text, shown};
use super::format_spec::FormatSpec;
use crate::array::Complex;
use crate::error::{Error, Result};
use crate::ops::text::float_from;

/// Python's `repr` of a complex number, which is NumPy's too.
pub fn repr_c128(value: Complex<f64>) -> String {
    in_parentheses(value, short(repr_f64(value.re)), short(repr_f64(value.im)))
}

/// NumPy's `str` of a `complex64`.
pub fn repr_c64(value: Complex<f32>) -> String {
    let wide = Complex { re: f64::from(value.re), im: f64::from(value.im) };
    in_parentheses(wide, short(repr_f32(value.re)), short(repr_f32(value.im)))
}

/// Parts of a complex number go without `.0`.
fn short(text: String) -> String {
    text.strip_suffix(".0").map(str::to_owned).unwrap_or(text)
}

fn in_parentheses(value: Complex<f64>, re: String, im: String) -> String {
    if value.re == 0.0 && value.re.is_sign_positive() {
        return im + "j";
    }
    format!("({re}{}j)", with_sign(im))
}

fn with_sign(text: String) -> String {
    if text.starts_with('-') { text } else { format!("+{text}") }
}

/// `format(z, spec)`.
pub fn format_complex(value: Complex<f64>, spec: &str) -> Result<String> {
    if spec.is_empty() {
        return Ok(repr_c128(value));
    }
    let mut spec = FormatSpec::parse(spec, "complex", '>')?;
    if spec.fill == '0' {
        return Err(Error::value("Zero padding is not allowed in complex format specifier"));
    }
    if spec.align == '=' {
        return Err(Error::value("'=' alignment flag is not allowed in complex format specifier"));
    }
    if let Some(kind) = spec.kind.filter(|kind| !"eEfFgGn".contains(*kind)) {
        return Err(Error::value(format!("Unknown format code '{}' for object of type 'complex'", shown(kind))));
    }
    let bare = spec.kind.is_none();
    let alone = bare && value.re == 0.0 && value.re.is_sign_positive();
    let width = std::mem::replace(&mut spec.width, 0);
    let part = |value: f64, sign: Option<char>| {
        let spec = FormatSpec { sign, kind: spec.kind.or(spec.precision.map(|_| 'g')), ..spec.clone() };
        let text = parsed_float_text(value, &spec);
        if bare { short(text) } else { text }
    };
    let im = part(value.im, if alone { spec.sign } else { Some('+') });
    let text = match (alone, bare) {
        (true, _) => format!("{im}j"),
        (false, true) => format!("({}{im}j)", part(value.re, spec.sign)),
        (false, false) => format!("{}{im}j", part(value.re, spec.sign)),
    };
    spec.width = width;
    Ok(spec.pad(&text))
}

/// `complex(text)`.
pub fn parse(text: &str) -> Result<Complex<f64>> {
    let malformed = || Error::value("complex() arg is a malformed string");
    let mut text = text.trim();
    if let Some(inner) = text.strip_prefix('(') {
        text = inner.strip_suffix(')').ok_or_else(malformed)?.trim();
    }
    if text.is_empty() || text.contains(char::is_whitespace) {
        return Err(malformed());
    }
    let Some(body) = text.strip_suffix(['j', 'J']) else {
        return Ok(Complex { re: float_from(text).ok_or_else(malformed)?, im: 0.0 });
    };
    let at = split(body);
    let (re, im) = body.split_at(at);
    let re = if re.is_empty() { 0.0 } else { float_from(re).ok_or_else(malformed)? };
    let im = match im {
        "" | "+" => 1.0,
        "-" => -1.0,
        im => float_from(im).ok_or_else(malformed)?,
    };
    Ok(Complex { re, im })
}

/// Where the imaginary part begins: at the last sign that belongs to no exponent.
fn split(body: &str) -> usize {
    let bytes = body.as_bytes();
    let is_sign = |at: &usize| matches!(bytes[*at], b'+' | b'-');
    let in_exponent = |at: usize| {
        at > 1 && matches!(bytes[at - 1], b'e' | b'E') && bytes[at - 2].is_ascii_digit()
            || at > 1 && matches!(bytes[at - 1], b'e' | b'E') && bytes[at - 2] == b'.'
    };
    (0..bytes.len()).rev().filter(is_sign).find(|&at| !in_exponent(at)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn c(re: f64, im: f64) -> Complex<f64> {
        Complex { re, im }
    }

    #[test]
    fn numbers_print_as_in_python() {
        assert_eq!(repr_c128(c(1.0, 2.0)), "(1+2j)");
        assert_eq!(repr_c128(c(0.0, -0.0)), "-0j");
        assert_eq!(repr_c128(c(-0.0, 1.0)), "(-0+1j)");
        assert_eq!(repr_c128(c(f64::NAN, f64::NEG_INFINITY)), "(nan-infj)");
        assert_eq!(repr_c128(c(1e16, 0.5)), "(1e+16+0.5j)");
        assert_eq!(repr_c64(Complex { re: 1e6, im: 1e-4 }), "(1e+06+1e-04j)");
    }

    #[test]
    fn formats_are_those_of_python() {
        let z = c(1234.5, -0.25);
        for (spec, text) in [
            ("", "(1234.5-0.25j)"),
            ("20", "      (1234.5-0.25j)"),
            ("<20", "(1234.5-0.25j)      "),
            ("+.2f", "+1234.50-0.25j"),
            (",.2f", "1,234.50-0.25j"),
            (".3", "(1.23e+03-0.25j)"),
            ("#.3g", "1.23e+03-0.250j"),
            (" .1f", " 1234.5-0.2j"),
        ] {
            assert_eq!(format_complex(z, spec).expect("a format"), text, "{spec}");
        }
        assert_eq!(format_complex(c(0.0, 1.0), "+.2f").expect("a format"), "+0.00+1.00j");
        assert_eq!(format_complex(c(0.0, 1.0), "20").expect("a format"), format!("{:>20}", "1j"));
        assert!(format_complex(z, "020").is_err() && format_complex(z, "=20").is_err());
        assert!(format_complex(z, "%").is_err());
    }

    #[test]
    fn texts_read_as_in_python() {
        for (text, value) in [
            ("1+2j", c(1.0, 2.0)),
            (" (1-2j) ", c(1.0, -2.0)),
            ("j", c(0.0, 1.0)),
            ("-1e3J", c(0.0, -1000.0)),
            ("1e5-1e-5j", c(1e5, -1e-5)),
            ("1_0+2_0j", c(10.0, 20.0)),
            ("1", c(1.0, 0.0)),
            ("inf+infj", c(f64::INFINITY, f64::INFINITY)),
        ] {
            assert_eq!(parse(text), Ok(value), "{text}");
        }
        for text in ["", "()", "2+", "i", "1 + 2j", "1+2", "(1"] {
            assert!(parse(text).is_err(), "{text}");
        }
    }
}
