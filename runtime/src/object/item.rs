//! Values in rows, decoded: what comparison, hashing and printing work on.

use super::shape::{Form, leaf_of, number_leaves};
use super::{Object, object, text_of};
use crate::array::{Array, Complex, handle};
use crate::ops::Scalar;
use phylanx_abi::DType;

/// A value of Python.
#[derive(Clone)]
pub enum Item<'a> {
    None,
    Number(Scalar),
    /// A scalar of NumPy.
    Numpy(Scalar, DType),
    Text(&'a str),
    Array(&'a Array),
    Object(&'a Object),
    Tuple(Vec<Item<'a>>),
    Record(&'a str, Vec<(&'a str, Item<'a>)>),
}

/// Reads a value from the words of a row that is alive for as long as the item.
pub fn decode<'a>(form: &'a Form, words: &[u64]) -> Item<'a> {
    take(form, &mut words.iter().copied())
}

fn take<'a>(form: &'a Form, words: &mut impl Iterator<Item = u64>) -> Item<'a> {
    let mut next = || words.next().unwrap_or_default();
    match form {
        Form::None => Item::None,
        Form::Bool => Item::Number(Scalar::Bool(next() != 0)),
        Form::Int => Item::Number(Scalar::I64(next() as i64)),
        Form::Float => Item::Number(Scalar::F64(f64::from_bits(next()))),
        Form::Numpy(dtype @ (DType::C64 | DType::C128)) => Item::Numpy(complex(*dtype, next(), next()), *dtype),
        Form::Numpy(dtype) => Item::Numpy(scalar(*dtype, next()), *dtype),
        Form::Complex => Item::Number(complex(DType::C128, next(), next())),
        // SAFETY: a row owns its handles; one that is not set is a leaf of an absent option.
        Form::Text => match next() {
            0 => Item::None,
            bits => Item::Text(unsafe { text_of(bits) }),
        },
        Form::Array => match next() {
            0 => Item::None,
            // SAFETY: as above.
            bits => Item::Array(unsafe { handle::array(bits) }),
        },
        Form::Object => match next() {
            0 => Item::None,
            // SAFETY: as above.
            bits => Item::Object(unsafe { object(bits) }),
        },
        Form::Option(inner) => {
            let present = next() != 0;
            let item = take(inner, words);
            if present { item } else { Item::None }
        }
        Form::Mixed { numpy } => {
            let (value, is_int) = (f64::from_bits(next()), next() != 0);
            match (is_int, numpy) {
                (true, _) => Item::Number(Scalar::I64(value as i64)),
                (false, false) => Item::Number(Scalar::F64(value)),
                (false, true) => Item::Numpy(Scalar::F64(value), DType::F64),
            }
        }
        Form::Either(kinds) => either(kinds, words),
        Form::Tuple(items) => Item::Tuple(items.iter().map(|item| take(item, words)).collect()),
        Form::Record(name, fields) => {
            let all: Vec<(&str, Item)> = fields.iter().map(|(field, form)| (&**field, take(form, words))).collect();
            Item::Record(name, all.into_iter().filter(|(field, _)| !field.starts_with('-')).collect())
        }
    }
}

fn either<'a>(kinds: &'a [Form], words: &mut impl Iterator<Item = u64>) -> Item<'a> {
    let which = (words.next().unwrap_or_default() as usize).min(kinds.len() - 1);
    let leaves: Vec<u64> = (0..number_leaves(kinds)).map(|_| words.next().unwrap_or_default()).collect();
    take(&kinds[which], &mut leaves.into_iter().skip(leaf_of(kinds, which)))
}

/// A complex number from the words of its parts.
fn complex(dtype: DType, re: u64, im: u64) -> Scalar {
    match dtype {
        DType::C64 => Scalar::C64(Complex { re: f32::from_bits(re as u32), im: f32::from_bits(im as u32) }),
        _ => Scalar::C128(Complex { re: f64::from_bits(re), im: f64::from_bits(im) }),
    }
}

/// A scalar from its word.
pub fn scalar(dtype: DType, bits: u64) -> Scalar {
    match dtype {
        DType::Bool => Scalar::Bool(bits != 0),
        DType::F64 => Scalar::F64(f64::from_bits(bits)),
        DType::F32 => Scalar::F32(f32::from_bits(bits as u32)),
        DType::U64 => Scalar::U64(bits),
        DType::I32 => Scalar::I32(bits as i32),
        _ => Scalar::I64(bits as i64),
    }
}

impl Item<'_> {
    /// Python's name of the type.
    pub fn type_name(&self) -> &str {
        match self {
            Item::None => "NoneType",
            Item::Number(Scalar::Bool(_)) => "bool",
            Item::Number(Scalar::F64(_) | Scalar::F32(_)) => "float",
            Item::Number(Scalar::C128(_) | Scalar::C64(_)) => "complex",
            Item::Number(_) => "int",
            Item::Numpy(_, dtype) => dtype.numpy_name(),
            Item::Text(_) => "str",
            Item::Array(_) => "numpy.ndarray",
            Item::Object(object) => object.type_name(),
            Item::Tuple(_) => "tuple",
            Item::Record(name, _) => name,
        }
    }
}
