//! `format(x, spec)` for int, bool, float and str.

use super::float::{fixed, not_finite, repr_f64, rounded, sign_of};
use super::format_spec::FormatSpec;
use crate::error::{Error, Result};

/// Of a str.
pub fn format_str(text: &str, spec: &str) -> Result<String> {
    let spec = FormatSpec::parse(spec, "str", '<')?;
    if let Some(kind) = spec.kind.filter(|&kind| kind != 's') {
        return Err(unknown(kind, "str"));
    }
    if let Some(grouping) = spec.grouping {
        return Err(Error::value(format!("Cannot specify '{grouping}' with 's'.")));
    }
    let refused = |what: &str| Err(Error::value(format!("{what} not allowed in string format specifier")));
    match &spec {
        FormatSpec { sign: Some(' '), .. } => refused("Space"),
        FormatSpec { sign: Some(_), .. } => refused("Sign"),
        FormatSpec { plain_zero: true, .. } => refused("Negative zero coercion (z)"),
        FormatSpec { alternate: true, .. } => refused("Alternate form (#)"),
        FormatSpec { align: '=', .. } => refused("'=' alignment"),
        FormatSpec { precision: Some(limit), .. } => Ok(spec.pad(&text.chars().take(*limit).collect::<String>())),
        _ => Ok(spec.pad(text)),
    }
}

/// Of a bool: text without a specification, else an int.
pub fn format_bool(value: bool, spec: &str) -> Result<String> {
    if spec.is_empty() {
        return Ok(if value { "True" } else { "False" }.to_owned());
    }
    format_integer(value as i128, spec, "bool")
}

/// Of an int.
pub fn format_int(value: i128, spec: &str) -> Result<String> {
    if spec.is_empty() {
        return Ok(value.to_string());
    }
    format_integer(value, spec, "int")
}

fn format_integer(value: i128, spec: &str, object: &str) -> Result<String> {
    let spec = FormatSpec::parse(spec, object, '>')?;
    match spec.kind {
        None | Some('d' | 'n' | 'b' | 'o' | 'x' | 'X') => {}
        Some('c') => return format_char(value, &spec),
        Some('e' | 'E' | 'f' | 'F' | 'g' | 'G' | '%') => return Ok(parsed_float_text(value as f64, &spec)),
        Some(kind) => return Err(unknown(kind, object)),
    }
    check_integer(&spec)?;
    let size = value.unsigned_abs();
    let (digits, base) = match spec.kind {
        Some('b') => (format!("{size:b}"), "0b"),
        Some('o') => (format!("{size:o}"), "0o"),
        Some('x') => (format!("{size:x}"), "0x"),
        Some('X') => (format!("{size:X}"), "0X"),
        _ => (size.to_string(), ""),
    };
    let base = if spec.alternate { base } else { "" };
    let group = if matches!(spec.kind, None | Some('d')) { 3 } else { 4 };
    Ok(number(&spec, value < 0, base, &digits, "", group))
}

fn check_integer(spec: &FormatSpec) -> Result<()> {
    if spec.precision.is_some() {
        return Err(Error::value("Precision not allowed in integer format specifier"));
    }
    if spec.plain_zero {
        return Err(Error::value("Negative zero coercion (z) not allowed in integer format specifier"));
    }
    Ok(())
}

fn format_char(value: i128, spec: &FormatSpec) -> Result<String> {
    check_integer(spec)?;
    if spec.sign.is_some() {
        return Err(Error::value("Sign not allowed with integer format specifier 'c'"));
    }
    if spec.alternate {
        return Err(Error::value("Alternate form (#) not allowed with integer format specifier 'c'"));
    }
    let c = u32::try_from(value).ok().and_then(char::from_u32);
    let c = c.ok_or_else(|| Error::new("OverflowError", "%c arg not in range(0x110000)"))?;
    Ok(spec.pad(&c.to_string()))
}

/// Of a float.
pub fn format_float(value: f64, spec: &str) -> Result<String> {
    if spec.is_empty() {
        return Ok(repr_f64(value));
    }
    let spec = FormatSpec::parse(spec, "float", '>')?;
    match spec.kind {
        None | Some('e' | 'E' | 'f' | 'F' | 'g' | 'G' | 'n' | '%') => Ok(parsed_float_text(value, &spec)),
        Some(kind) => Err(unknown(kind, "float")),
    }
}

/// Of a float, by a specification that fits one.
pub fn parsed_float_text(value: f64, spec: &FormatSpec) -> String {
    let scaled = if spec.kind == Some('%') { value * 100.0 } else { value };
    let mut body = if scaled.is_finite() { magnitude(scaled, spec) } else { not_finite(scaled).to_owned() };
    if spec.kind == Some('%') {
        body.push('%');
    }
    if matches!(spec.kind, Some('E' | 'F' | 'G')) {
        body.make_ascii_uppercase();
    }
    let plain = spec.plain_zero && body.chars().take_while(|&c| c != 'e' && c != 'E').all(|c| !matches!(c, '1'..='9'));
    let negative = sign_of(scaled) == "-" && !(plain && scaled.is_finite());
    let split = body.find(|c: char| !c.is_ascii_digit()).unwrap_or(body.len());
    let (whole, rest) = body.split_at(split);
    number(spec, negative, "", whole, rest, 3)
}

/// The text of the magnitude of a finite number.
fn magnitude(value: f64, spec: &FormatSpec) -> String {
    let precision = spec.precision.unwrap_or(6);
    match spec.kind {
        Some('f' | 'F' | '%') => with_point(fixed(value, precision), spec.alternate),
        Some('e' | 'E') => scientific(value, precision, spec.alternate),
        None if spec.precision.is_none() => with_point(repr_f64(value.abs()), spec.alternate),
        None => general(value, precision.max(1), spec.alternate, General::WithDigitAfterPoint),
        _ => general(value, precision.max(1), spec.alternate, General::Plain),
    }
}

/// `%e` of the magnitude; `alternate` keeps the point.
pub fn scientific(value: f64, precision: usize, alternate: bool) -> String {
    with_point(rounded(value, precision).scientific(), alternate)
}

/// Whether `g` keeps a digit after the point (a float without a type letter) or not.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum General {
    Plain,
    WithDigitAfterPoint,
}

/// `%g` of the magnitude with `precision` significant digits; `alternate` keeps point and zeros.
pub fn general(value: f64, precision: usize, alternate: bool, general: General) -> String {
    let decimal = rounded(value, precision - 1);
    let limit = if general == General::WithDigitAfterPoint { precision as i64 - 1 } else { precision as i64 };
    let exponent = decimal.exponent as i64;
    let is_scientific = exponent < -4 || exponent >= limit;
    if alternate {
        let text = if is_scientific { decimal.scientific() } else { decimal.positional() };
        return with_point(text, true);
    }
    let digits = decimal.digits.trim_end_matches('0');
    let digits = if digits.is_empty() { "0" } else { digits };
    let short = super::float::Decimal { digits: digits.to_owned(), exponent: decimal.exponent };
    if is_scientific {
        return short.scientific();
    }
    let text = short.positional();
    if general == General::WithDigitAfterPoint && !text.contains('.') { text + ".0" } else { text }
}

/// With a point even when no digit follows it, if asked.
fn with_point(text: String, asked: bool) -> String {
    if !asked || text.contains('.') {
        return text;
    }
    match text.split_once('e') {
        Some((mantissa, exponent)) => format!("{mantissa}.e{exponent}"),
        None => text + ".",
    }
}

/// Puts sign, base prefix, grouped digits and the rest together, padded.
fn number(spec: &FormatSpec, negative: bool, base: &str, digits: &str, rest: &str, group: usize) -> String {
    let sign = match spec.sign {
        _ if negative => "-",
        Some('+') => "+",
        Some(' ') => " ",
        _ => "",
    };
    let prefix = format!("{sign}{base}");
    let zeros_to = match (spec.fill, spec.align) {
        ('0', '=') => spec.width.saturating_sub(prefix.len() + rest.len()),
        _ => 0,
    };
    let digits = match spec.grouping {
        Some(separator) if !digits.is_empty() => grouped(digits, separator, group, zeros_to),
        _ => digits.to_owned(),
    };
    spec.pad_parts(&prefix, &format!("{digits}{rest}"))
}

/// Digits in groups from the right, zeros added in front up to `width`, never starting with a separator.
fn grouped(digits: &str, separator: char, group: usize, width: usize) -> String {
    let mut reversed: Vec<char> = Vec::new();
    let mut left = digits.chars().rev().peekable();
    let mut in_group = 0;
    while left.peek().is_some() || reversed.len() < width {
        if in_group == group {
            reversed.push(separator);
            in_group = 0;
        }
        reversed.push(left.next().unwrap_or('0'));
        in_group += 1;
    }
    reversed.into_iter().rev().collect()
}

fn unknown(kind: char, object: &str) -> Error {
    Error::value(format!("Unknown format code '{}' for object of type '{object}'", shown(kind)))
}

/// A type letter as Python shows it in messages.
pub fn shown(kind: char) -> String {
    if kind.is_ascii_graphic() { kind.to_string() } else { format!("\\x{:x}", kind as u32) }
}
