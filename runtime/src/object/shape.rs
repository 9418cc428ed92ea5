//! What a row holds, read from the text that the compiler states.
//!
//! `b i f c` Python's bool, int, float, complex (two words, as complex numbers of NumPy); `Nx` the NumPy scalar of element type number `x` (a letter, `A` is 0); `s` text, `a` array, `o` object;
//! `n` nothing (`None`); `?X` a flag and an `X`, or `None`; `m` and `M` a float (`M`: of NumPy) and a flag that says whether it is an int; `{XY}` the
//! number of one of several kinds of number, and one leaf for each element type; `(XY)` a tuple; `$Name(x=X,-y=Y)` a record, of which `y` is neither shown nor compared;
//! of dicts the key, a colon and the value.

use crate::error::{Error, Result};
use phylanx_abi::{DType, Tag};

/// What a word of a row is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Word {
    Plain,
    Text,
    Array,
    Object,
}

impl Word {
    /// The word that holds what a value with this tag holds.
    pub fn of_tag(tag: u32) -> Word {
        match tag {
            tag if tag == Tag::Str as u32 => Word::Text,
            tag if tag == Tag::Array as u32 => Word::Array,
            tag if tag == Tag::Object as u32 => Word::Object,
            _ => Word::Plain,
        }
    }
}

/// The form of a value in a row.
#[derive(Clone, PartialEq, Debug)]
pub enum Form {
    None,
    Bool,
    Int,
    Float,
    Numpy(DType),
    /// Real and imaginary part.
    Complex,
    Text,
    Array,
    Object,
    Option(Box<Form>),
    Mixed {
        numpy: bool,
    },
    Either(Vec<Form>),
    Tuple(Vec<Form>),
    Record(Box<str>, Vec<(Box<str>, Form)>),
}

/// A row: one form, or those of a key and a value.
#[derive(Debug)]
pub struct Shape {
    pub key: Form,
    /// The value of a dict.
    pub value: Option<Form>,
    pub words: Vec<Word>,
    /// Words of the key.
    pub key_words: usize,
    pub holds_handles: bool,
}

impl Shape {
    /// Reads the compiler's text.
    ///
    /// # Errors
    /// An internal error for a text that is none.
    pub fn parse(text: &str) -> Result<Shape> {
        let mut rest = text;
        let key = form(&mut rest)?;
        let value = match rest.strip_prefix(':') {
            Some(after) => {
                rest = after;
                Some(form(&mut rest)?)
            }
            None => None,
        };
        if !rest.is_empty() {
            return Err(bad(text));
        }
        let mut words = Vec::new();
        key.push_words(&mut words);
        let key_words = words.len();
        if let Some(value) = &value {
            value.push_words(&mut words);
        }
        let holds_handles = words.iter().any(|&word| word != Word::Plain);
        Ok(Shape { key, value, words, key_words, holds_handles })
    }

    /// The shape of a cell: leaves without meaning.
    pub fn of_words(words: Vec<Word>) -> Shape {
        let holds_handles = words.iter().any(|&word| word != Word::Plain);
        Shape { key: Form::None, value: None, key_words: words.len(), words, holds_handles }
    }
}

impl Form {
    fn push_words(&self, out: &mut Vec<Word>) {
        match self {
            Form::None => {}
            Form::Bool | Form::Int | Form::Float | Form::Numpy(_) | Form::Complex => {
                out.extend(std::iter::repeat_n(Word::Plain, number_words(self.dtype())));
            }
            Form::Text => out.push(Word::Text),
            Form::Array => out.push(Word::Array),
            Form::Object => out.push(Word::Object),
            Form::Option(inner) => {
                out.push(Word::Plain);
                inner.push_words(out);
            }
            Form::Mixed { .. } => out.extend([Word::Plain; 2]),
            Form::Either(kinds) => out.extend(vec![Word::Plain; 1 + number_leaves(kinds)]),
            Form::Tuple(items) => items.iter().for_each(|item| item.push_words(out)),
            Form::Record(_, fields) => fields.iter().for_each(|(_, field)| field.push_words(out)),
        }
    }

    /// Number of words.
    pub fn width(&self) -> usize {
        let mut words = Vec::new();
        self.push_words(&mut words);
        words.len()
    }

    /// Element type of a scalar.
    pub fn dtype(&self) -> DType {
        match self {
            Form::Bool => DType::Bool,
            Form::Float => DType::F64,
            Form::Numpy(dtype) => *dtype,
            Form::Complex => DType::C128,
            _ => DType::I64,
        }
    }
}

/// Words of a number.
pub fn number_words(dtype: DType) -> usize {
    if matches!(dtype, DType::C64 | DType::C128) { 2 } else { 1 }
}

/// Number of words for the element types of some kinds that are sorted by them.
pub fn number_leaves(kinds: &[Form]) -> usize {
    let mut dtypes: Vec<DType> = kinds.iter().map(Form::dtype).collect();
    dtypes.dedup();
    dtypes.into_iter().map(number_words).sum()
}

/// The first word of a kind behind the number of an either.
pub fn leaf_of(kinds: &[Form], which: usize) -> usize {
    number_leaves(&kinds[..=which]) - number_words(kinds[which].dtype())
}

fn bad(text: &str) -> Error {
    Error::internal(format!("`{text}` is no shape of a row"))
}

fn form(rest: &mut &str) -> Result<Form> {
    let mut chars = rest.chars();
    let first = chars.next().ok_or_else(|| bad(rest))?;
    let after = chars.as_str();
    // Names of records begin with `$`, so that they are no forms.
    if let ('$', Some((name, fields))) = (first, after.split_once('(')) {
        *rest = fields;
        return record(name, rest);
    }
    *rest = after;
    Ok(match first {
        'n' => Form::None,
        'b' => Form::Bool,
        'i' => Form::Int,
        'f' => Form::Float,
        'c' => Form::Complex,
        's' => Form::Text,
        'a' => Form::Array,
        'o' => Form::Object,
        'm' => Form::Mixed { numpy: false },
        'M' => Form::Mixed { numpy: true },
        '?' => Form::Option(Box::new(form(rest)?)),
        'N' => {
            let code = rest.chars().next().ok_or_else(|| bad(rest))?;
            *rest = &rest[code.len_utf8()..];
            Form::Numpy(DType::from_code((code as u64).wrapping_sub('A' as u64)).ok_or_else(|| bad(after))?)
        }
        '(' => Form::Tuple(forms(rest, ')')?),
        '{' => Form::Either(forms(rest, '}')?),
        _ => return Err(bad(after)),
    })
}

fn forms(rest: &mut &str, close: char) -> Result<Vec<Form>> {
    let mut items = Vec::new();
    while !rest.starts_with(close) {
        items.push(form(rest)?);
    }
    *rest = &rest[1..];
    Ok(items)
}

fn record(name: &str, rest: &mut &str) -> Result<Form> {
    let mut fields = Vec::new();
    while !rest.starts_with(')') {
        let (field, after) = rest.split_once('=').ok_or_else(|| bad(rest))?;
        *rest = after;
        fields.push((field.trim_start_matches(',').into(), form(rest)?));
    }
    *rest = &rest[1..];
    Ok(Form::Record(name.into(), fields))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes_are_read_and_counted() {
        let shape = Shape::parse("(i?s):$P(x=f,y={ifNJ})").expect("a shape");
        assert_eq!(shape.key_words, 3);
        assert_eq!(shape.words.len(), 3 + 1 + 4);
        assert_eq!(shape.words[2], Word::Text);
        assert!(shape.holds_handles);
        assert!(Shape::parse("x").is_err());
        assert!(Shape::parse("(i").is_err());
    }
}
