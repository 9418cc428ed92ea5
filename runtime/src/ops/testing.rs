//! Calls of ops from tests, through the same decoding as generated code.

use super::value::{Args, Owned, Scalar};
use crate::array::{Array, handle};
use crate::error::Result;
use phylanx_abi::{DType, Tag, Value};
use std::rc::Rc;

/// A call being put together; it keeps its arguments alive.
#[derive(Default)]
pub struct Call {
    values: Vec<Value>,
    kept: Vec<Value>,
    lists: Vec<Box<[i64]>>,
}

impl Call {
    pub fn owned(mut self, value: Owned) -> Call {
        let value = value.into_value();
        self.kept.push(value);
        self.values.push(value);
        self
    }

    pub fn array(self, array: &Rc<Array>) -> Call {
        self.owned(Owned::Array(array.clone()))
    }

    pub fn scalar(self, scalar: Scalar) -> Call {
        self.owned(Owned::Scalar(scalar))
    }

    pub fn int(self, value: i64) -> Call {
        self.owned(Owned::int(value))
    }

    pub fn text(mut self, text: &'static str) -> Call {
        let value = Value { tag: Tag::Text as u32, aux: text.len() as u32, bits: text.as_ptr() as u64 };
        self.values.push(value);
        self
    }

    pub fn list(mut self, list: &[i64]) -> Call {
        let list: Box<[i64]> = list.into();
        let value = Value { tag: Tag::I64List as u32, aux: list.len() as u32, bits: list.as_ptr() as u64 };
        self.values.push(value);
        self.lists.push(list);
        self
    }

    /// The result is an array of this element type and rank.
    pub fn result(mut self, dtype: DType, rank: usize) -> Call {
        self.values.push(Value { tag: Tag::DType as u32, aux: 0, bits: dtype as u64 });
        self.int(rank as i64)
    }

    pub fn run(&self, op: fn(Args) -> Result<Owned>) -> Result<Owned> {
        op(Args::new(&self.values))
    }
}

impl Drop for Call {
    fn drop(&mut self) {
        for value in &self.kept {
            // SAFETY: the call owns one count of each.
            unsafe { handle::phx_release(value.tag, value.bits) };
        }
    }
}

/// The array in a result.
pub fn array_of(result: Result<Owned>) -> Rc<Array> {
    match result {
        Ok(Owned::Array(array)) => array,
        other => panic!("not an array: {other:?}"),
    }
}
