//! The `%` formats that `np.savetxt` takes: `%[flags][width][.precision]type`.

use super::complex::{repr_c64, repr_c128};
use super::float::{fixed, not_finite, repr_f32, repr_f64, sign_of};
use super::format::{General, general, scientific};
use crate::error::{Error, Result};
use crate::ops::value::Scalar;
use phylanx_abi::DType;

/// A format with any number of conversions and text between them.
#[derive(Debug)]
pub struct Percent {
    pieces: Vec<Piece>,
}

#[derive(Debug)]
enum Piece {
    Text(String),
    Conversion(Conversion),
}

#[derive(Clone, Default, Debug)]
struct Conversion {
    left: bool,
    plus: bool,
    space: bool,
    alternate: bool,
    zero: bool,
    width: usize,
    precision: Option<usize>,
    kind: char,
}

impl Percent {
    /// Parses a format; Python's `ValueError` for a wrong one.
    pub fn parse(format: &str) -> Result<Percent> {
        let mut pieces = Vec::new();
        let mut chars = format.chars().enumerate().peekable();
        let mut text = String::new();
        while let Some((_, c)) = chars.next() {
            if c != '%' {
                text.push(c);
                continue;
            }
            let conversion = Conversion::parse(&mut chars)?;
            if conversion.kind == '%' {
                text.push('%');
                continue;
            }
            pieces.push(Piece::Text(std::mem::take(&mut text)));
            pieces.push(Piece::Conversion(conversion));
        }
        pieces.push(Piece::Text(text));
        Ok(Percent { pieces })
    }

    /// Number of values that the format takes.
    pub fn count(&self) -> usize {
        self.pieces.iter().filter(|piece| matches!(piece, Piece::Conversion(_))).count()
    }

    /// The text for these elements of an array of type `dtype`, one for each conversion.
    pub fn apply(&self, values: &[Scalar], dtype: DType) -> Result<String> {
        let mut values = values.iter();
        let mut out = String::new();
        for piece in &self.pieces {
            match piece {
                Piece::Text(text) => out += text,
                Piece::Conversion(conversion) => {
                    let value = values.next().ok_or_else(|| Error::type_("not enough arguments for format string"))?;
                    out += &conversion.apply(*value, dtype)?;
                }
            }
        }
        Ok(out)
    }
}

type Chars<'a> = std::iter::Peekable<std::iter::Enumerate<std::str::Chars<'a>>>;

impl Conversion {
    fn parse(chars: &mut Chars) -> Result<Conversion> {
        let mut conversion = Conversion::default();
        while let Some(&(_, flag)) = chars.peek() {
            match flag {
                '-' => conversion.left = true,
                '+' => conversion.plus = true,
                ' ' => conversion.space = true,
                '#' => conversion.alternate = true,
                '0' => conversion.zero = true,
                _ => break,
            }
            chars.next();
        }
        conversion.width = number(chars).unwrap_or(0);
        if chars.next_if(|&(_, c)| c == '.').is_some() {
            conversion.precision = Some(number(chars).unwrap_or(0));
        }
        while chars.next_if(|&(_, c)| matches!(c, 'h' | 'l' | 'L')).is_some() {}
        match chars.next() {
            None => Err(Error::value("incomplete format")),
            Some((_, kind)) if "diuoxXeEfFgGcrsa%".contains(kind) => Ok(Conversion { kind, ..conversion }),
            Some((at, kind)) => {
                Err(Error::value(format!("unsupported format character '{kind}' (0x{:x}) at index {at}", kind as u32)))
            }
        }
    }

    fn apply(&self, value: Scalar, dtype: DType) -> Result<String> {
        match self.kind {
            's' => Ok(self.padded("", &self.cut(plain_text(value)))),
            'r' | 'a' => Ok(self.padded("", &self.cut(numpy_repr(value, dtype)))),
            'e' | 'E' | 'f' | 'F' | 'g' | 'G' => Ok(self.float(value.cast())),
            'c' => self.character(value),
            _ => self.integer(value),
        }
    }

    fn cut(&self, text: String) -> String {
        match self.precision {
            Some(limit) => text.chars().take(limit).collect(),
            None => text,
        }
    }

    fn float(&self, value: f64) -> String {
        let precision = self.precision.unwrap_or(6);
        let mut body = match self.kind.to_ascii_lowercase() {
            _ if !value.is_finite() => not_finite(value).to_owned(),
            'e' => scientific(value, precision, self.alternate),
            'f' => fixed(value, precision),
            _ => general(value, precision.max(1), self.alternate, General::Plain),
        };
        if self.kind.is_ascii_uppercase() {
            body.make_ascii_uppercase();
        }
        self.padded(self.sign(sign_of(value) == "-"), &body)
    }

    fn character(&self, value: Scalar) -> Result<String> {
        match value {
            Scalar::F64(_) | Scalar::F32(_) | Scalar::Bool(_) => Err(Error::type_("%c requires int or char")),
            _ => {
                let c = u32::try_from(value.cast::<i64>()).ok().and_then(char::from_u32);
                let c = c.ok_or_else(|| Error::new("OverflowError", "%c arg not in range(0x110000)"))?;
                Ok(self.padded("", &c.to_string()))
            }
        }
    }

    fn integer(&self, value: Scalar) -> Result<String> {
        let whole = whole_number(value, self.kind)?;
        let size = whole.unsigned_abs();
        let (digits, base) = match self.kind {
            'o' => (format!("{size:o}"), "0o"),
            'x' => (format!("{size:x}"), "0x"),
            'X' => (format!("{size:X}"), "0X"),
            _ => (size.to_string(), ""),
        };
        let missing = self.precision.unwrap_or(0).saturating_sub(digits.len());
        let prefix = format!("{}{}", self.sign(whole < 0), if self.alternate { base } else { "" });
        Ok(self.padded(&prefix, &("0".repeat(missing) + &digits)))
    }

    fn sign(&self, negative: bool) -> &'static str {
        match self {
            _ if negative => "-",
            Conversion { plus: true, .. } => "+",
            Conversion { space: true, .. } => " ",
            _ => "",
        }
    }

    fn padded(&self, prefix: &str, body: &str) -> String {
        let missing = self.width.saturating_sub(prefix.chars().count() + body.chars().count());
        if self.left {
            return format!("{prefix}{body}{}", " ".repeat(missing));
        }
        if self.zero && !matches!(self.kind, 's' | 'r' | 'a' | 'c') {
            return format!("{prefix}{}{body}", "0".repeat(missing));
        }
        format!("{}{prefix}{body}", " ".repeat(missing))
    }
}

fn number(chars: &mut Chars) -> Option<usize> {
    let mut value = None;
    while let Some(&(_, c)) = chars.peek() {
        let Some(digit) = c.to_digit(10) else { break };
        value = Some((value.unwrap_or(0usize) * 10 + digit as usize).min(1 << 30));
        chars.next();
    }
    value
}

/// `str` of a scalar.
pub fn plain_text(value: Scalar) -> String {
    match value {
        Scalar::Bool(value) => if value { "True" } else { "False" }.to_owned(),
        Scalar::I64(value) => value.to_string(),
        Scalar::I32(value) => value.to_string(),
        Scalar::U64(value) => value.to_string(),
        Scalar::F64(value) => repr_f64(value),
        Scalar::F32(value) => repr_f32(value),
        Scalar::C64(value) => repr_c64(value),
        Scalar::C128(value) => repr_c128(value),
    }
}

/// `repr` of an element of an array of type `dtype`.
pub fn numpy_repr(value: Scalar, dtype: DType) -> String {
    let text = plain_text(value);
    match value {
        Scalar::Bool(_) => format!("np.{text}_"),
        Scalar::C64(_) | Scalar::C128(_) => {
            let bare = text.trim_start_matches('(').trim_end_matches(')');
            format!("np.{}({bare})", dtype.numpy_name())
        }
        _ => format!("np.{}({text})", dtype.numpy_name()),
    }
}

/// `%d` drops the fraction of a float; `%x` and `%o` want an integer.
fn whole_number(value: Scalar, kind: char) -> Result<i128> {
    let wants_index = matches!(kind, 'o' | 'x' | 'X');
    match value {
        Scalar::U64(value) => return Ok(value as i128),
        Scalar::I64(_) | Scalar::I32(_) => return Ok(value.cast::<i64>() as i128),
        Scalar::Bool(value) if !wants_index => return Ok(value as i128),
        _ => {}
    }
    let number: f64 = value.cast();
    match kind {
        _ if wants_index => Err(Error::type_(format!("%{kind} format: an integer is required"))),
        _ if number.is_nan() => Err(Error::value("cannot convert float NaN to integer")),
        _ if number.is_infinite() => Err(Error::new("OverflowError", "cannot convert float infinity to integer")),
        _ if number.abs() < 1.7e38 => Ok(number as i128),
        _ => Err(Error::new("OverflowError", format!("{number:e} is too large for an integer format"))),
    }
}
