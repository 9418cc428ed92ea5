//! A task function, read: what it takes, what it computes at a point, and how it folds.

use crate::context::PassError;
use phylanx_dialects::ir::{Attr, Module, Op, TensorType, Type, Value};
use phylanx_dialects::ops::Class;
use std::collections::HashMap;

/// A task function.
pub struct Task<'t> {
    pub op: &'t Op,
    /// Rank of the domain.
    pub rank: usize,
    pub inputs: Vec<Input>,
    pub output: TensorType,
    /// Ops at a point, without the fold.
    pub ops: &'t [Op],
    /// What is stored or folded at a point.
    pub result: Value,
    pub fold: Option<Fold>,
    types: Vec<(Value, TensorType)>,
}

/// An input: the argument and its type.
pub struct Input {
    pub value: Value,
    pub array: TensorType,
}

/// The fold that ends a task.
pub struct Fold {
    pub kind: FoldKind,
    /// Whether each dimension of the domain is reduced.
    pub reduced: Vec<bool>,
    pub keepdims: bool,
}

/// What a fold does with two elements.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FoldKind {
    Sum,
    Prod,
    Max,
    Min,
    Any,
    All,
}

impl<'t> Task<'t> {
    /// Reads a task function.
    ///
    /// # Errors
    /// A function that the `tasks` pass would not make.
    pub fn of(module: &Module, op: &'t Op) -> Result<Task<'t>, PassError> {
        let wrong =
            |why: &str| PassError::internal(&op.loc, format!("task @{} {why}", op.symbol().unwrap_or_default()));
        let body = op.body().ok_or_else(|| wrong("has no body"))?;
        let array = |value: Value| match module.ty(value) {
            Type::Tensor(tensor) => Some(tensor.clone()),
            _ => None,
        };
        let (last, ops) = body.ops.split_last().ok_or_else(|| wrong("is empty"))?;
        let &[returned] = last.operands.as_slice() else { return Err(wrong("does not return one value")) };
        let output = array(returned).ok_or_else(|| wrong("does not return a tensor"))?;
        let inputs: Vec<Input> = body
            .args
            .iter()
            .map(|&value| array(value).map(|array| Input { value, array }))
            .collect::<Option<_>>()
            .ok_or_else(|| wrong("takes something else than tensors"))?;
        let (ops, fold, result) = split_fold(ops, returned).ok_or_else(|| wrong("folds before its end"))?;
        let domain = array(result).ok_or_else(|| wrong("folds no tensor"))?;
        let rank = inputs.iter().map(|input| input.array.rank()).max().unwrap_or(0).max(domain.rank());
        let fold = fold.map(|op| read_fold(op, rank).ok_or_else(|| wrong("ends in an unknown fold"))).transpose()?;
        let types = ops.iter().flat_map(|op| &op.results).filter_map(|&v| Some((v, array(v)?)));
        let types = types.chain(inputs.iter().map(|input| (input.value, input.array.clone()))).collect();
        Ok(Task { op, rank, inputs, output, ops, result, fold, types })
    }

    /// Types of the inputs, then of the output.
    pub fn arrays(&self) -> impl Iterator<Item = &TensorType> {
        self.inputs.iter().map(|input| &input.array).chain([&self.output])
    }

    /// The type of a tensor inside the body.
    pub fn array(&self, value: Value) -> Option<&TensorType> {
        self.types.iter().find(|(known, _)| *known == value).map(|(_, array)| array)
    }

    /// The ops that broadcast operands of unlike types, for error messages: the number of operands of each, and their numbers (inputs first,
    /// then these ops). None where the inputs in their order say the same.
    pub fn broadcasts(&self) -> Vec<i64> {
        let mut numbers: HashMap<Value, i64> = (0..).zip(&self.inputs).map(|(at, input)| (input.value, at)).collect();
        let mut next = self.inputs.len() as i64;
        let mut steps = Vec::new();
        for op in self.ops {
            let known: Vec<i64> = op.operands.iter().filter_map(|value| numbers.get(value).copied()).collect();
            let Some(&result) = op.results.first() else { continue };
            match known.as_slice() {
                [] => {}
                &[only] => {
                    numbers.insert(result, only);
                }
                many => {
                    steps.push(many.len() as i64);
                    steps.extend(many);
                    numbers.insert(result, next);
                    next += 1;
                }
            }
        }
        let may_fail = self
            .inputs
            .windows(2)
            .any(|pair| pair[0].array.dims != pair[1].array.dims || pair[0].array.dims.contains(&None));
        let plain: Vec<i64> = std::iter::once(self.inputs.len() as i64).chain(0..self.inputs.len() as i64).collect();
        if may_fail && steps != plain { steps } else { Vec::new() }
    }

    /// Whether a dimension of the domain is reduced.
    pub fn is_reduced(&self, dim: usize) -> bool {
        self.fold.as_ref().is_some_and(|fold| fold.reduced[dim])
    }

    /// The dimension that the innermost loop runs along: the last one that is not known to have one index.
    pub fn inner(&self) -> Option<usize> {
        let is_long = |&dim: &usize| self.inputs.iter().any(|input| varies(&input.array, dim, self.rank));
        (0..self.rank).rev().find(is_long).or(self.rank.checked_sub(1))
    }
}

/// Whether the element of an operand depends on the index in a dimension of the domain, as far as its type tells.
pub fn varies(array: &TensorType, dim: usize, rank: usize) -> bool {
    let lead = rank - array.rank();
    dim >= lead && array.dims[dim - lead] != Some(1)
}

/// The ops before a final fold, the fold, and what it folds.
fn split_fold(ops: &[Op], returned: Value) -> Option<(&[Op], Option<&Op>, Value)> {
    let is_fold = |op: &Op| op.row().is_some_and(|row| row.class == Class::Fold);
    if !ops.iter().any(is_fold) {
        return Some((ops, None, returned));
    }
    let (last, before) = ops.split_last()?;
    let folds_last = is_fold(last) && last.results == [returned] && !before.iter().any(is_fold);
    folds_last.then(|| (before, Some(last), last.operands[0]))
}

fn read_fold(op: &Op, rank: usize) -> Option<Fold> {
    let kind = match op.physl()? {
        "sum" => FoldKind::Sum,
        "prod" => FoldKind::Prod,
        "max" => FoldKind::Max,
        "min" => FoldKind::Min,
        "any" => FoldKind::Any,
        "all" => FoldKind::All,
        _ => return None,
    };
    let mut reduced = vec![false; rank];
    for &axis in op.attr("axes").and_then(Attr::as_i64s)? {
        *reduced.get_mut(usize::try_from(axis).ok()?)? = true;
    }
    Some(Fold { kind, reduced, keepdims: op.attr("keepdims").and_then(Attr::as_bool).unwrap_or(false) })
}
