//! `np.einsum`: operands are contracted one after the other, each pair as a stack of matrix products.

use super::tools;
use crate::ast::BinOp;
use crate::lower::call::{Args, Row};
use crate::lower::{Lowerer, Mode, Res};
use crate::source::Span;
use crate::value::{Array, Scalar, Val};
use phylanx_dialects::DType;
use phylanx_dialects::ir::{Attr, TensorType, Type};

#[rustfmt::skip]
pub const ROWS: &[Row] = &[
    Row { name: "numpy.einsum", params: "subscripts, *operands, out=None, dtype=None, order=None, casting=None, optimize=False", build: einsum },
];

/// Labels of the axes under `...`, the last axis first.
const HIDDEN: u32 = 0xE000;

/// An array with a label for each axis.
#[derive(Clone)]
struct Labelled {
    array: Array,
    labels: Vec<char>,
}

fn einsum<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    tools::refuse(lo, args, &[(3, "dtype"), (5, "casting")])?;
    let Some(text) = args.val(0).const_text() else {
        return lo.fail(
            args.span_of(0),
            "the subscripts of einsum must be a constant string",
            "write them as a literal",
        );
    };
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let mut arrays = Vec::new();
    for val in args.rest() {
        arrays.push(lo.array_of(val, args.span)?);
    }
    let (inputs, output) = match plan(&text, &arrays) {
        Ok(plan) => plan,
        Err(message) => return lo.fail(args.span_of(0), message, "write the subscripts as in 'ij,jk->ik'"),
    };
    let elem = tools::common(&arrays);
    let mut operands = Vec::new();
    for (array, labels) in arrays.iter().zip(inputs) {
        let array = tools::cast(lo, array, elem);
        operands.push(without_repeats(lo, Labelled { array, labels }, args.span)?);
    }
    let result = contract(lo, operands, &output, args.span)?;
    let perm: Vec<usize> = output.iter().filter_map(|label| place(&result.labels, *label)).collect();
    let array = tools::transposed(lo, &result.array, &perm);
    let val = match array.form {
        crate::value::Form::Tensor if array.ty.rank() == 0 => lo.fresh_or_scalar(array.value),
        _ => Val::Array(array),
    };
    lo.store_out(args, 2, val)
}

/// The labels of each operand and of the result.
fn plan(text: &str, arrays: &[Array]) -> Result<(Vec<Vec<char>>, Vec<char>), String> {
    let (left, right) = text.split_once("->").map_or((text, None), |(left, right)| (left, Some(right)));
    let parts: Vec<&str> = left.split(',').collect();
    if parts.len() != arrays.len() {
        return Err(if parts.len() > arrays.len() {
            "fewer operands provided to einstein sum function than specified in the subscripts string".into()
        } else {
            "more operands provided to einstein sum function than specified in the subscripts string".into()
        });
    }
    let mut inputs = Vec::new();
    for (at, (part, array)) in parts.iter().zip(arrays).enumerate() {
        inputs.push(labels_of(part, Some(array.ty.rank())).ok_or_else(|| {
            format!(
                "einstein sum subscripts string does not fit operand {at}, which has {} dimensions",
                array.ty.rank()
            )
        })?);
    }
    let hidden = inputs.iter().flatten().filter(|label| is_hidden(**label)).copied();
    let mut hidden: Vec<char> = hidden.collect::<std::collections::BTreeSet<_>>().into_iter().collect();
    hidden.reverse();
    let output = match right {
        None => implicit(&inputs, &hidden),
        Some(text) => explicit(text, &hidden).ok_or("the subscripts of the result are malformed")?,
    };
    let known = |label: &char| inputs.iter().flatten().any(|other| other == label);
    if let Some(lost) = output.iter().find(|label| !known(label)) {
        return Err(format!(
            "einstein sum subscripts string included output subscript '{lost}' which never appeared in an input"
        ));
    }
    if let Some(twice) = output.iter().enumerate().find(|(at, label)| output[..*at].contains(label)) {
        return Err(format!("einstein sum subscripts string includes output subscript '{}' multiple times", twice.1));
    }
    Ok((inputs, output))
}

/// The labels of one operand; `None` when they are malformed or do not fit its rank.
fn labels_of(text: &str, rank: Option<usize>) -> Option<Vec<char>> {
    let (before, after, open) = match text.split_once("...") {
        Some((before, after)) => (before, after, true),
        None => (text, "", false),
    };
    if !before.chars().chain(after.chars()).all(|c| c.is_ascii_alphabetic()) {
        return None;
    }
    let named = before.len() + after.len();
    let rank = rank.unwrap_or(named);
    let count = rank.checked_sub(named)?;
    if count > 0 && !open {
        return None;
    }
    let hidden = (0..count as u32).rev().filter_map(|at| char::from_u32(HIDDEN + at));
    Some(before.chars().chain(hidden).chain(after.chars()).collect())
}

fn explicit(text: &str, hidden: &[char]) -> Option<Vec<char>> {
    let open = text.contains("...");
    let named = text.replacen("...", "", 1).chars().count();
    labels_of(text, Some(named + if open { hidden.len() } else { 0 }))
}

/// Labels that stand once, in the order of the alphabet, after those under `...`.
fn implicit(inputs: &[Vec<char>], hidden: &[char]) -> Vec<char> {
    let all: Vec<char> = inputs.iter().flatten().copied().filter(|label| !is_hidden(*label)).collect();
    let mut once: Vec<char> =
        all.iter().copied().filter(|label| all.iter().filter(|other| *other == label).count() == 1).collect();
    once.sort_unstable();
    hidden.iter().copied().chain(once).collect()
}

fn is_hidden(label: char) -> bool {
    u32::from(label) >= HIDDEN
}

fn place(labels: &[char], label: char) -> Option<usize> {
    labels.iter().position(|other| *other == label)
}

/// An axis for each label: of a label that stands twice the diagonal is taken.
fn without_repeats(lo: &mut Lowerer, mut operand: Labelled, span: Span) -> Res<Labelled> {
    while let Some((second, first)) = (0..operand.labels.len())
        .find_map(|at| place(&operand.labels[..at], operand.labels[at]).map(|first| (at, first)))
    {
        let (m, n) = (lo.extent(&operand.array, first), lo.extent(&operand.array, second));
        let message = "dimensions in single operand for collapsing index don't match";
        tools::require_equal(lo, &m, &n, message, span)?;
        let rank = operand.array.ty.rank();
        let (rows, columns) = (along_axis(lo, &m, first, rank), along_axis(lo, &n, second, rank));
        let diagonal = tools::compare(lo, "eq", &rows, &columns, span)?;
        let zero = Val::Scalar(lo.cast_scalar(&Scalar::int(0), crate::types::Num::np(operand.array.ty.elem)));
        let kept = tools::select(lo, &diagonal, &Val::Array(operand.array.clone()), &zero, span)?;
        let elem = operand.array.ty.elem;
        let kept = lo.array_of(&kept, span)?;
        operand.array = summed(lo, &kept, &[second], elem, span)?;
        operand.labels.remove(second);
    }
    Ok(operand)
}

/// `0, 1, ...` along one axis of several.
fn along_axis(lo: &mut Lowerer, count: &Scalar, axis: usize, rank: usize) -> Val {
    let line = tools::arange(lo, count);
    let mut shape = vec![Scalar::int(1); rank];
    shape[axis] = count.clone();
    Val::Array(tools::reshaped(lo, &line, &shape))
}

/// Sums over axes, in the element type of the array.
fn summed(lo: &mut Lowerer, array: &Array, axes: &[usize], elem: DType, span: Span) -> Res<Array> {
    if axes.is_empty() {
        return Ok(array.clone());
    }
    let name = if elem == DType::Bool { "any" } else { "sum" };
    let tensor = lo.tensor(array);
    let listed = axes.iter().map(|axis| *axis as i64).collect();
    let attrs = [("axes", Attr::I64s(listed)), ("keepdims", Attr::Bool(false))];
    let value = lo.infer_op(name, &[tensor], &attrs, span)?;
    let ty = lo.tensor_type(value);
    Ok(Array { ty, value, form: crate::value::Form::Tensor })
}

/// All operands as one, with the labels of the result.
fn contract(lo: &mut Lowerer, operands: Vec<Labelled>, output: &[char], span: Span) -> Res<Labelled> {
    let mut rest = operands.into_iter();
    let Some(mut total) = rest.next() else { return Err(crate::lower::Stop::Reported) };
    let mut rest: std::collections::VecDeque<Labelled> = rest.collect();
    while let Some(next) = rest.pop_front() {
        let later: Vec<char> =
            rest.iter().flat_map(|operand| operand.labels.clone()).chain(output.iter().copied()).collect();
        let left = reduced(lo, total, &[&later, &next.labels], span)?;
        let right = reduced(lo, next, &[&later, &left.labels], span)?;
        total = pair(lo, left, right, &later, span)?;
    }
    reduced(lo, total, &[output], span)
}

/// Sums over the labels that nothing else needs.
fn reduced(lo: &mut Lowerer, operand: Labelled, needed: &[&[char]], span: Span) -> Res<Labelled> {
    let is_needed = |label: &char| needed.iter().any(|labels| labels.contains(label));
    let axes: Vec<usize> = (0..operand.labels.len()).filter(|axis| !is_needed(&operand.labels[*axis])).collect();
    let elem = operand.array.ty.elem;
    let array = summed(lo, &operand.array, &axes, elem, span)?;
    Ok(Labelled { array, labels: operand.labels.into_iter().filter(is_needed).collect() })
}

/// The product of two operands, summed over what both have and nothing later needs.
fn pair(lo: &mut Lowerer, left: Labelled, right: Labelled, later: &[char], span: Span) -> Res<Labelled> {
    let shared = |label: &&char| right.labels.contains(label);
    let (batch, summed): (Vec<char>, Vec<char>) =
        left.labels.iter().filter(shared).partition(|label| later.contains(label));
    if summed.is_empty() || left.array.ty.elem == DType::Bool {
        return product(lo, left, right, &summed, span);
    }
    let only = |labels: &[char], other: &[char]| -> Vec<char> {
        labels.iter().copied().filter(|label| !other.contains(label)).collect()
    };
    let (rows, columns) = (only(&left.labels, &right.labels), only(&right.labels, &left.labels));
    let a = matrix(lo, &left, [&batch, &rows, &summed]);
    let b = matrix(lo, &right, [&batch, &summed, &columns]);
    let (x, y) = (lo.tensor(&a), lo.tensor(&b));
    let value = lo.infer_op("matmul", &[x, y], &[], span)?;
    let ty = lo.tensor_type(value);
    let flat = Array { ty, value, form: crate::value::Form::Tensor };
    let mut shape: Vec<Scalar> = (0..batch.len()).map(|axis| lo.extent(&flat, axis)).collect();
    shape.extend(extents(lo, &left, &rows));
    shape.extend(extents(lo, &right, &columns));
    let array = tools::reshaped(lo, &flat, &shape);
    Ok(Labelled { array, labels: [batch, rows, columns].concat() })
}

/// An operand as a stack of matrices: axes of the stack, then two groups of axes, each as one.
fn matrix(lo: &mut Lowerer, operand: &Labelled, groups: [&[char]; 3]) -> Array {
    let perm: Vec<usize> =
        groups.iter().flat_map(|group| group.iter()).filter_map(|label| place(&operand.labels, *label)).collect();
    let array = tools::transposed(lo, &operand.array, &perm);
    let mut shape = extents(lo, operand, groups[0]);
    for group in &groups[1..] {
        let sizes = extents(lo, operand, group);
        let size = sizes.iter().fold(Scalar::int(1), |size, extent| lo.int_times(&size, extent));
        shape.push(size);
    }
    let tensor = lo.tensor(&array);
    let array = Array { value: tensor, form: crate::value::Form::Tensor, ..array };
    tools::reshaped(lo, &array, &shape)
}

fn extents(lo: &mut Lowerer, operand: &Labelled, labels: &[char]) -> Vec<Scalar> {
    let axes: Vec<usize> = labels.iter().filter_map(|label| place(&operand.labels, *label)).collect();
    axes.into_iter().map(|axis| lo.extent(&operand.array, axis)).collect()
}

/// The product element by element, summed over some labels.
fn product(lo: &mut Lowerer, left: Labelled, right: Labelled, over: &[char], span: Span) -> Res<Labelled> {
    let fresh: Vec<char> = right.labels.iter().copied().filter(|label| !left.labels.contains(label)).collect();
    let labels = [left.labels.clone(), fresh].concat();
    let elem = left.array.ty.elem;
    let (a, b) = (spread(lo, &left, &labels), spread(lo, &right, &labels));
    let product = if elem == DType::Bool {
        lo.elementwise("and", &[a, b], Mode::Bits, span)?
    } else {
        tools::binary(lo, BinOp::Mul, &a, &b, span)?
    };
    let array = lo.array_of(&product, span)?;
    let axes: Vec<usize> = over.iter().filter_map(|label| place(&labels, *label)).collect();
    let array = summed(lo, &array, &axes, elem, span)?;
    Ok(Labelled { array, labels: labels.into_iter().filter(|label| !over.contains(label)).collect() })
}

/// An operand with an axis for each label, of extent 1 where it has none.
fn spread(lo: &mut Lowerer, operand: &Labelled, labels: &[char]) -> Val {
    let perm: Vec<usize> = labels.iter().filter_map(|label| place(&operand.labels, *label)).collect();
    let array = tools::transposed(lo, &operand.array, &perm);
    let mut shape = Vec::new();
    for label in labels {
        shape.push(match place(&operand.labels, *label) {
            Some(axis) => lo.extent(&operand.array, axis),
            None => Scalar::int(1),
        });
    }
    let value = lo.tensor(&array);
    let ty = TensorType { elem: array.ty.elem, dims: tools::dims(&shape) };
    let operands: Vec<_> = std::iter::once(value).chain(tools::values(lo, &shape)).collect();
    let value = lo.op("physl.reshape", &operands, Type::Tensor(ty.clone()));
    Val::Array(Array { ty, value, form: crate::value::Form::Tensor })
}
