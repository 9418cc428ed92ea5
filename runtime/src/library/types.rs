//! Types of values that cross between compiled code and a Python session, from the texts that the frontend writes
//! (`frontend/src/outside.rs`).

use crate::error::{Error, Result};
use crate::object::Kind;
use crate::object::shape::Shape;
use phylanx_abi::DType;

/// The type of a value.
#[derive(Clone, PartialEq, Debug)]
pub enum Type {
    /// Of the items of an empty list.
    Never,
    None,
    Bool,
    Int,
    Float,
    Complex,
    Numpy(DType),
    Text,
    Array(DType, usize),
    Option(Box<Type>),
    Mixed {
        numpy: bool,
    },
    Either(Vec<Type>),
    Tuple(Vec<Type>),
    /// A list whose items are known one by one.
    Items(Vec<Type>),
    /// An object, and the types of its items, or of its keys and values.
    Object(Kind, Vec<Type>),
    /// A dict whose keys are known.
    Record(Vec<(String, Type)>),
    Range,
}

impl Type {
    /// All types of a text.
    ///
    /// # Errors
    /// An internal error for what is no such text.
    pub fn parse_all(text: &str) -> Result<Vec<Type>> {
        let mut rest = text;
        let mut types = Vec::new();
        while !rest.is_empty() {
            types.push(parse(&mut rest).ok_or_else(|| Error::internal(format!("`{text}` is no type")))?);
        }
        Ok(types)
    }

    /// The only type of a text.
    ///
    /// # Errors
    /// As [`Type::parse_all`].
    pub fn parse_one(text: &str) -> Result<Type> {
        let mut types = Type::parse_all(text)?;
        match (types.len(), types.pop()) {
            (1, Some(ty)) => Ok(ty),
            _ => Err(Error::internal(format!("`{text}` is not one type"))),
        }
    }

    /// The text that the frontend reads; nothing for what comes out only.
    pub fn text(&self) -> Option<String> {
        let all = |types: &[Type]| types.iter().map(Type::text).collect::<Option<String>>();
        Some(match self {
            Type::Never => "!".into(),
            Type::Array(dtype, rank) => format!("A{}{rank}", char::from(b'A' + *dtype as u8)),
            Type::Option(inner) => format!("?{}", inner.text()?),
            Type::Tuple(items) => format!("({})", all(items)?),
            Type::Object(kind, parts) => format!("{}{}", letter(*kind)?, all(parts)?),
            Type::Items(_) | Type::Record(_) | Type::Range => return None,
            other => other.shape(),
        })
    }

    /// The type of values of either type, if there is one.
    pub fn join(self, other: Type) -> Option<Type> {
        let each =
            |a: Vec<Type>, b: Vec<Type>| a.into_iter().zip(b).map(|(x, y)| x.join(y)).collect::<Option<Vec<Type>>>();
        Some(match (self, other) {
            (a, b) if a == b => a,
            (Type::Never, x) | (x, Type::Never) => x,
            (Type::None, Type::Option(x)) | (Type::Option(x), Type::None) => Type::Option(x),
            (Type::None, x) | (x, Type::None) => Type::Option(Box::new(x)),
            (Type::Option(x), Type::Option(y)) => Type::Option(Box::new(x.join(*y)?)),
            (Type::Option(x), y) | (y, Type::Option(x)) => Type::Option(Box::new(x.join(y)?)),
            (
                Type::Mixed { numpy: false } | Type::Int | Type::Float,
                Type::Mixed { numpy: false } | Type::Int | Type::Float,
            ) => Type::Mixed { numpy: false },
            (Type::Tuple(a), Type::Tuple(b)) if a.len() == b.len() => Type::Tuple(each(a, b)?),
            (Type::Object(a, x), Type::Object(b, y)) if a == b => Type::Object(a, each(x, y)?),
            _ => return None,
        })
    }

    /// How the runtime is told what a row holds (`object/shape.rs`).
    pub fn shape(&self) -> String {
        match self {
            Type::Never | Type::None => "n".into(),
            Type::Bool => "b".into(),
            Type::Int => "i".into(),
            Type::Float => "f".into(),
            Type::Complex => "c".into(),
            Type::Numpy(dtype) => format!("N{}", char::from(b'A' + *dtype as u8)),
            Type::Text => "s".into(),
            Type::Array(..) => "a".into(),
            Type::Option(inner) => format!("?{}", inner.shape()),
            Type::Mixed { numpy } => if *numpy { "M" } else { "m" }.into(),
            Type::Either(kinds) => format!("{{{}}}", shapes(kinds)),
            Type::Tuple(items) | Type::Items(items) => format!("({})", shapes(items)),
            Type::Object(..) | Type::Record(_) => "o".into(),
            Type::Range => "(iii)".into(),
        }
    }

    /// Number of values that carry a value of this type.
    pub fn width(&self) -> usize {
        Shape::parse(&self.shape()).map_or(0, |shape| shape.words.len())
    }

    /// The shape of the rows of an object with these parts.
    pub fn row_shape(parts: &[Type]) -> String {
        parts.iter().map(Type::shape).collect::<Vec<_>>().join(":")
    }

    /// Element type of a number.
    pub fn dtype(&self) -> Option<DType> {
        match self {
            Type::Bool => Some(DType::Bool),
            Type::Int => Some(DType::I64),
            Type::Float => Some(DType::F64),
            Type::Complex => Some(DType::C128),
            Type::Numpy(dtype) => Some(*dtype),
            _ => None,
        }
    }
}

fn letter(kind: Kind) -> Option<char> {
    Some(match kind {
        Kind::List => 'L',
        Kind::Tuple => 'T',
        Kind::Deque => 'Q',
        Kind::Set => 'S',
        Kind::FrozenSet => 'Z',
        Kind::Dict => 'D',
        Kind::Cell | Kind::Instance | Kind::Data => return None,
    })
}

fn shapes(types: &[Type]) -> String {
    types.iter().map(Type::shape).collect()
}

fn parse(rest: &mut &str) -> Option<Type> {
    let first = rest.chars().next()?;
    *rest = &rest[first.len_utf8()..];
    Some(match first {
        '!' => Type::Never,
        'n' => Type::None,
        'b' => Type::Bool,
        'i' => Type::Int,
        'f' => Type::Float,
        'c' => Type::Complex,
        's' => Type::Text,
        'r' => Type::Range,
        'm' | 'M' => Type::Mixed { numpy: first == 'M' },
        'N' => Type::Numpy(dtype(rest)?),
        'A' => {
            let dtype = dtype(rest)?;
            let rank = rest.chars().next()?.to_digit(10)?;
            *rest = &rest[1..];
            Type::Array(dtype, rank as usize)
        }
        '?' => Type::Option(Box::new(parse(rest)?)),
        '{' => Type::Either(until('}', rest)?),
        '(' => Type::Tuple(until(')', rest)?),
        '[' => Type::Items(until(']', rest)?),
        'L' => Type::Object(Kind::List, vec![parse(rest)?]),
        'T' => Type::Object(Kind::Tuple, vec![parse(rest)?]),
        'Q' => Type::Object(Kind::Deque, vec![parse(rest)?]),
        'S' => Type::Object(Kind::Set, vec![parse(rest)?]),
        'Z' => Type::Object(Kind::FrozenSet, vec![parse(rest)?]),
        'D' => Type::Object(Kind::Dict, vec![parse(rest)?, parse(rest)?]),
        'R' => Type::Record(fields(rest)?),
        _ => return None,
    })
}

fn until(end: char, rest: &mut &str) -> Option<Vec<Type>> {
    let mut items = Vec::new();
    while !rest.starts_with(end) {
        items.push(parse(rest)?);
    }
    *rest = &rest[1..];
    Some(items)
}

fn fields(rest: &mut &str) -> Option<Vec<(String, Type)>> {
    let mut found = Vec::new();
    while !rest.starts_with('.') {
        let (length, after) = rest.split_once(':')?;
        let (name, after) = after.split_at_checked(length.parse().ok()?)?;
        *rest = after;
        found.push((name.to_string(), parse(rest)?));
    }
    *rest = &rest[1..];
    Some(found)
}

fn dtype(rest: &mut &str) -> Option<DType> {
    let code = rest.chars().next()?;
    *rest = &rest[code.len_utf8()..];
    DType::from_code((code as u64).wrapping_sub('A' as u64))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_are_read_from_their_texts() {
        let types = Type::parse_all("AK2(i?s)DsLfR1:xi2:yzf.").expect("types");
        let list = Type::Object(Kind::List, vec![Type::Float]);
        assert_eq!(types[0], Type::Array(DType::F64, 2));
        assert_eq!(types[1], Type::Tuple(vec![Type::Int, Type::Option(Box::new(Type::Text))]));
        assert_eq!(types[2], Type::Object(Kind::Dict, vec![Type::Text, list]));
        assert_eq!(types[3], Type::Record(vec![("x".into(), Type::Int), ("yz".into(), Type::Float)]));
        assert!(Type::parse_one("A").is_err() && Type::parse_one("ii").is_err());
    }
}
