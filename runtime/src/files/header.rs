//! The header of an `.npy` file: a Python dictionary literal.
//!
//! Format: <https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html>.

use crate::array::dims::tuple;
use crate::error::{Error, Result};
use phylanx_abi::DType;

/// What the header says of the data.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Header {
    pub dtype: DType,
    pub big_endian: bool,
    pub fortran_order: bool,
    pub shape: Vec<i64>,
}

/// The header that NumPy writes for a row-major array, magic and length included.
pub fn write(dtype: DType, shape: &[i64]) -> Vec<u8> {
    /// NumPy leaves room for the first extent to grow to this many digits.
    const GROWTH: usize = 21;
    const PREFIX: usize = 10;
    let mut text = format!("{{'descr': '{}', 'fortran_order': False, 'shape': {}, }}", descr(dtype), tuple(shape));
    if let Some(first) = shape.first() {
        text.push_str(&" ".repeat(GROWTH.saturating_sub(first.to_string().len())));
    }
    let pad = 64 - (PREFIX + text.len() + 1) % 64;
    text.push_str(&" ".repeat(pad));
    text.push('\n');
    let mut out = b"\x93NUMPY\x01\x00".to_vec();
    out.extend((text.len() as u16).to_le_bytes());
    out.extend(text.bytes());
    out
}

fn descr(dtype: DType) -> String {
    let kind = match dtype {
        DType::Bool => return "|b1".to_owned(),
        DType::I8 => return "|i1".to_owned(),
        DType::U8 => return "|u1".to_owned(),
        DType::I16 | DType::I32 | DType::I64 => 'i',
        DType::U16 | DType::U32 | DType::U64 => 'u',
        DType::F32 | DType::F64 => 'f',
        DType::C64 | DType::C128 => 'c',
    };
    format!("<{kind}{}", dtype.size())
}

/// Reads the dictionary.
pub fn parse(text: &str) -> Result<Header> {
    let wrong = || Error::value(format!("Cannot parse header: {}", crate::text::string::repr(text)));
    let mut reader = Reader { rest: text };
    let literal = reader.literal().filter(|_| reader.rest.trim().is_empty()).ok_or_else(wrong)?;
    let Literal::Dict(items) = literal else {
        return Err(Error::value(format!("Header is not a dictionary: {}", text.trim())));
    };
    let get = |key: &str| items.iter().find(|(name, _)| name == key).map(|(_, value)| value);
    let (Some(descr), Some(order), Some(shape), 3) = (get("descr"), get("fortran_order"), get("shape"), items.len())
    else {
        let mut keys: Vec<String> = items.iter().map(|(name, _)| format!("'{name}'")).collect();
        keys.sort();
        return Err(Error::value(format!("Header does not contain the correct keys: [{}]", keys.join(", "))));
    };
    let (dtype, big_endian) = parse_descr(descr)?;
    Ok(Header { dtype, big_endian, fortran_order: parse_order(order)?, shape: parse_shape(shape)? })
}

fn parse_order(literal: &Literal) -> Result<bool> {
    match literal {
        Literal::Bool(order) => Ok(*order),
        other => Err(Error::value(format!("fortran_order is not a valid bool: {}", other.text()))),
    }
}

fn parse_shape(literal: &Literal) -> Result<Vec<i64>> {
    let wrong = || Error::value(format!("shape is not valid: {}", literal.text()));
    let Literal::Tuple(items) = literal else { return Err(wrong()) };
    let extent = |item: &Literal| match item {
        Literal::Int(value) if *value >= 0 => Ok(*value),
        _ => Err(wrong()),
    };
    items.iter().map(extent).collect()
}

fn parse_descr(literal: &Literal) -> Result<(DType, bool)> {
    let Literal::Text(text) = literal else {
        return Err(Error::type_("structured arrays are not supported: the file holds records, not numbers"));
    };
    let (order, code) = match text.strip_prefix(['<', '>', '|', '=']) {
        Some(code) => (text.as_bytes()[0], code),
        None => (b'=', text.as_str()),
    };
    let dtype = match code {
        "b1" | "?" => DType::Bool,
        "i1" => DType::I8,
        "i2" => DType::I16,
        "i4" => DType::I32,
        "i8" => DType::I64,
        "u1" => DType::U8,
        "u2" => DType::U16,
        "u4" => DType::U32,
        "u8" => DType::U64,
        "f4" => DType::F32,
        "f8" => DType::F64,
        "c8" => DType::C64,
        "c16" => DType::C128,
        _ if code == "O" => return Err(Error::value("Object arrays cannot be loaded when allow_pickle=False")),
        _ if code.starts_with(['f', 'c', 'U', 'S', 'V', 'a', 'm', 'M', 'g']) => {
            return Err(Error::type_(format!("elements of type '{text}' are not supported")));
        }
        _ => return Err(Error::value(format!("descr is not a valid dtype descriptor: '{text}'"))),
    };
    Ok((dtype, order == b'>'))
}

/// The Python literals that a header may hold.
#[derive(Clone, PartialEq, Eq, Debug)]
enum Literal {
    Text(String),
    Bool(bool),
    Int(i64),
    Tuple(Vec<Literal>),
    List(Vec<Literal>),
    Dict(Vec<(String, Literal)>),
}

impl Literal {
    fn text(&self) -> String {
        let joined = |items: &[Literal]| items.iter().map(Literal::text).collect::<Vec<_>>().join(", ");
        match self {
            Literal::Text(text) => format!("'{text}'"),
            Literal::Bool(value) => if *value { "True" } else { "False" }.to_owned(),
            Literal::Int(value) => value.to_string(),
            Literal::Tuple(items) if items.len() == 1 => format!("({},)", joined(items)),
            Literal::Tuple(items) => format!("({})", joined(items)),
            Literal::List(items) => format!("[{}]", joined(items)),
            Literal::Dict(_) => "{...}".to_owned(),
        }
    }
}

struct Reader<'a> {
    rest: &'a str,
}

impl Reader<'_> {
    /// Nesting is bounded by the callers' rule that a header is short, and by this depth.
    fn literal(&mut self) -> Option<Literal> {
        self.nested(8)
    }

    fn nested(&mut self, depth: usize) -> Option<Literal> {
        let depth = depth.checked_sub(1)?;
        self.rest = self.rest.trim_start();
        match self.rest.chars().next()? {
            '\'' | '"' => self.quoted().map(Literal::Text),
            '(' => self.sequence('(', ')', depth).map(Literal::Tuple),
            '[' => self.sequence('[', ']', depth).map(Literal::List),
            '{' => self.dict(depth).map(Literal::Dict),
            _ => self.word(),
        }
    }

    fn take(&mut self, wanted: char) -> Option<()> {
        self.rest = self.rest.trim_start().strip_prefix(wanted)?;
        Some(())
    }

    fn quoted(&mut self) -> Option<String> {
        let quote = self.rest.chars().next()?;
        let end = self.rest[1..].find(quote)? + 1;
        let text = self.rest[1..end].to_owned();
        self.rest = &self.rest[end + 1..];
        if text.contains('\\') { None } else { Some(text) }
    }

    fn sequence(&mut self, open: char, close: char, depth: usize) -> Option<Vec<Literal>> {
        self.take(open)?;
        let mut items = Vec::new();
        while self.take(close).is_none() {
            items.push(self.nested(depth)?);
            if self.take(',').is_none() {
                self.take(close)?;
                break;
            }
        }
        Some(items)
    }

    fn dict(&mut self, depth: usize) -> Option<Vec<(String, Literal)>> {
        self.take('{')?;
        let mut items = Vec::new();
        while self.take('}').is_none() {
            let Literal::Text(key) = self.nested(depth)? else { return None };
            self.take(':')?;
            items.push((key, self.nested(depth)?));
            if self.take(',').is_none() {
                self.take('}')?;
                break;
            }
        }
        Some(items)
    }

    fn word(&mut self) -> Option<Literal> {
        let end = self.rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at(end);
        self.rest = rest;
        match word {
            "True" => Some(Literal::Bool(true)),
            "False" => Some(Literal::Bool(false)),
            // Python 2 wrote long integers with an L.
            _ => word.strip_suffix('L').unwrap_or(word).parse().ok().map(Literal::Int),
        }
    }
}
