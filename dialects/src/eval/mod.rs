//! The reference evaluator: what pure ops of the table mean, on small dense arrays, with no care for speed.
//!
//! It is the measure for rewrite rules and passes. Element functions sit in one table per kind of element ([`elem`]); shapes follow the
//! NumPy rules of `ops.rs`.

mod elem;
mod fold;
mod library;
mod map;
mod program;
mod scalars;
mod tensor;
mod view;

pub use elem::Elem;
pub use program::run_function;
pub use tensor::{Array, Tensor};

use crate::DType;
use crate::ir::Attr;
use crate::ops::{Class, OpRow};
use std::collections::BTreeMap;

/// A value of the evaluator.
#[derive(Clone, PartialEq, Debug)]
pub enum Val {
    Tensor(Tensor),
    /// A scalar, held as a tensor of rank 0.
    Scalar(Tensor),
    /// A mutable buffer, for programs: an index into the run's buffers.
    Ref(usize),
    Text(String),
}

/// Why an op has no value.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum EvalError {
    /// The op does not exist on these types, or the evaluator has no meaning for it.
    Undefined(String),
    /// The program stops here, as Python would (`IndexError`, `ValueError`, ...).
    Raises(String),
}

impl std::fmt::Display for EvalError {
    fn fmt(&self, out: &mut std::fmt::Formatter) -> std::fmt::Result {
        match self {
            EvalError::Undefined(what) => write!(out, "undefined: {what}"),
            EvalError::Raises(what) => write!(out, "raises {what}"),
        }
    }
}

impl std::error::Error for EvalError {}

/// Attributes of an op.
pub type Attrs = BTreeMap<String, Attr>;

/// What an op is applied to.
pub struct Call<'a> {
    pub row: &'static OpRow,
    pub operands: &'a [Val],
    pub attrs: &'a Attrs,
    /// Element type of the result, for casts and creation.
    pub to: DType,
}

/// The value of a pure op with one result.
///
/// # Errors
/// See [`EvalError`].
pub fn eval_op(call: &Call) -> Result<Val, EvalError> {
    match call.row.class {
        Class::Map => map::eval(call).map(Val::Tensor),
        Class::Fold => fold::eval(call).map(Val::Tensor),
        Class::View => view::eval(call).map(Val::Tensor),
        Class::Library => library::eval(call),
        Class::Scalar => scalars::eval(call).map(Val::Scalar),
        Class::Placement | Class::Task => Err(undefined(call)),
    }
}

fn undefined(call: &Call) -> EvalError {
    EvalError::Undefined(format!("no meaning for {} here", call.row.name))
}

fn raises(kind: &str, text: impl std::fmt::Display) -> EvalError {
    EvalError::Raises(format!("{kind}: {text}"))
}

impl Call<'_> {
    fn tensor(&self, at: usize) -> Result<&Tensor, EvalError> {
        match self.operands.get(at) {
            Some(Val::Tensor(tensor)) => Ok(tensor),
            _ => Err(EvalError::Undefined(format!("{} needs a tensor as operand {at}", self.row.name))),
        }
    }

    fn scalar(&self, at: usize) -> Result<&Tensor, EvalError> {
        match self.operands.get(at) {
            Some(Val::Scalar(tensor)) => Ok(tensor),
            _ => Err(EvalError::Undefined(format!("{} needs a scalar as operand {at}", self.row.name))),
        }
    }

    fn int(&self, at: usize) -> Result<i64, EvalError> {
        self.scalar(at)?.as_int().ok_or_else(|| undefined(self))
    }

    fn ints_from(&self, start: usize) -> Result<Vec<i64>, EvalError> {
        (start..self.operands.len()).map(|at| self.int(at)).collect()
    }

    fn attr<T>(&self, name: &str, read: impl Fn(&Attr) -> Option<T>) -> Result<T, EvalError> {
        self.attrs
            .get(name)
            .and_then(read)
            .ok_or_else(|| EvalError::Undefined(format!("{} needs `{name}`", self.row.name)))
    }

    fn axis(&self, rank: usize) -> Result<usize, EvalError> {
        let axis = self.attr("axis", Attr::as_int)?;
        usize::try_from(axis).ok().filter(|&axis| axis < rank).ok_or_else(|| undefined(self))
    }
}
