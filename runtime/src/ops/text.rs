//! Strings: constants, conversion of values to text, and what can be done with text.

use super::value::{Args, Owned, Scalar};
use crate::array::view::normalize_index;
use crate::array::{Complex, Element};
use crate::error::{Error, Result};
use crate::text::percent::{numpy_repr, plain_text};
use crate::text::{array, complex, format, string};

/// A string constant.
pub fn constant(args: Args) -> Result<Owned> {
    Ok(Owned::text(args.text(0)?))
}

/// Python's `str()`, or NumPy's array printing.
pub fn str(args: Args) -> Result<Owned> {
    text_of(args, 0).map(Owned::text)
}

fn text_of(args: Args, at: usize) -> Result<String> {
    if args.is_text(at) {
        return Ok(args.text(at)?.to_owned());
    }
    if args.is_array(at) {
        return array::str(args.array(at)?);
    }
    if args.is_none(at) {
        return Ok("None".to_owned());
    }
    Ok(plain_text(args.scalar(at)?))
}

/// Python's `repr()`; `numpy` marks NumPy scalars.
pub fn repr(args: Args) -> Result<Owned> {
    let numpy = args.flag(1)?;
    if args.is_text(0) {
        return Ok(Owned::text(string::repr(args.text(0)?)));
    }
    if args.is_array(0) {
        return array::repr(args.array(0)?).map(Owned::text);
    }
    let text = text_of(args, 0)?;
    if !numpy || args.is_none(0) {
        return Ok(Owned::text(text));
    }
    let scalar = args.scalar(0)?;
    Ok(Owned::text(numpy_repr(scalar, scalar.dtype())))
}

/// Python's `format(x, spec)`.
pub fn format(args: Args) -> Result<Owned> {
    let spec = args.text(1)?;
    if args.is_text(0) {
        return format::format_str(args.text(0)?, spec).map(Owned::text);
    }
    let is_many = args.is_array(0) && args.handle(0)?.rank() > 0;
    if spec.is_empty() && (is_many || args.is_none(0)) {
        return str(args);
    }
    if is_many {
        return Err(Error::type_("unsupported format string passed to numpy.ndarray.__format__"));
    }
    if args.is_none(0) {
        return Err(Error::type_("unsupported format string passed to NoneType.__format__"));
    }
    let text = match args.scalar(0)? {
        Scalar::Bool(value) => format::format_bool(value, spec),
        Scalar::I64(value) => format::format_int(value as i128, spec),
        Scalar::I32(value) => format::format_int(value as i128, spec),
        Scalar::U64(value) => format::format_int(value as i128, spec),
        Scalar::F64(value) => format::format_float(value, spec),
        Scalar::F32(value) => format::format_float(value as f64, spec),
        Scalar::C128(value) => complex::format_complex(value, spec),
        Scalar::C64(value) => complex::format_complex(Complex::convert(value), spec),
    };
    text.map(Owned::text)
}

/// Strings joined.
pub fn concat(args: Args) -> Result<Owned> {
    let parts = (0..args.len()).map(|at| args.text(at)).collect::<Result<Vec<_>>>()?;
    Ok(Owned::text(parts.concat()))
}

pub fn eq(args: Args) -> Result<Owned> {
    Ok(Owned::bool(args.text(0)? == args.text(1)?))
}

/// By code points, which UTF-8 preserves.
pub fn lt(args: Args) -> Result<Owned> {
    Ok(Owned::bool(args.text(0)? < args.text(1)?))
}

/// Number of code points.
pub fn len(args: Args) -> Result<Owned> {
    Ok(Owned::int(args.text(0)?.chars().count() as i64))
}

pub fn repeat(args: Args) -> Result<Owned> {
    let (text, count) = (args.text(0)?, args.int(1)?.max(0) as usize);
    if text.len().checked_mul(count).is_none_or(|bytes| bytes > isize::MAX as usize / 2) {
        return Err(Error::new("MemoryError", ""));
    }
    Ok(Owned::text(text.repeat(count)))
}

/// One character.
pub fn index(args: Args) -> Result<Owned> {
    let (text, index) = (args.text(0)?, args.int(1)?);
    let count = text.chars().count() as i64;
    let at = normalize_index(index, 0, count).map_err(|_| Error::index("string index out of range"))?;
    let found = text.chars().nth(at as usize).map(String::from);
    Ok(Owned::text(found.unwrap_or_default()))
}

/// `int(text)`.
pub fn parse_int(args: Args) -> Result<Owned> {
    let text = args.text(0)?;
    let failed = || Error::value(format!("invalid literal for int() with base 10: {}", string::repr(text)));
    let digits = without_underscores(text.trim()).ok_or_else(failed)?;
    let body = digits.strip_prefix(['+', '-']).unwrap_or(&digits);
    if body.is_empty() || !body.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(failed());
    }
    let value =
        digits.parse().map_err(|_| Error::new("OverflowError", format!("int('{digits}') does not fit in 64 bits")));
    value.map(Owned::int)
}

/// The number of 64 bits that Python's `int` reads, if any.
pub fn int_from(text: &str) -> Option<i64> {
    let digits = without_underscores(text.trim())?;
    let body = digits.strip_prefix(['+', '-']).unwrap_or(&digits);
    let plain = !body.is_empty() && body.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| digits.parse().ok())?
}

/// `float(text)`.
pub fn parse_float(args: Args) -> Result<Owned> {
    let text = args.text(0)?;
    let value = float_from(text)
        .ok_or_else(|| Error::value(format!("could not convert string to float: {}", string::repr(text))))?;
    Ok(Owned::float(value))
}

/// `complex(text)`.
pub fn parse_complex(args: Args) -> Result<Owned> {
    complex::parse(args.text(0)?).map(Scalar::C128).map(Owned::Scalar)
}

/// The number that Python's `float` reads, if any.
pub fn float_from(text: &str) -> Option<f64> {
    let text = without_underscores(text.trim())?;
    // Rust reads the same grammar as Python (`1.`, `.5`, `1e5`, `inf`, `nan`, `infinity`, signs, any case).
    text.parse().ok()
}

/// Underscores may stand between digits only.
fn without_underscores(text: &str) -> Option<String> {
    let bytes = text.as_bytes();
    let is_digit = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_digit);
    for (at, &byte) in bytes.iter().enumerate() {
        if byte == b'_' && !(is_digit(at.checked_sub(1)) && is_digit(Some(at + 1))) {
            return None;
        }
    }
    Some(text.replace('_', ""))
}
