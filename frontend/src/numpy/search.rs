//! Searching, sorting and counting: `nonzero`, `argsort`, `unique`, `searchsorted` and their kin.

use super::tools;
use crate::ast::BinOp;
use crate::lower::call::{Args, Row};
use crate::lower::{Lowerer, Res};
use crate::source::Span;
use crate::value::{Array, Scalar, Val};
use phylanx_dialects::DType;
use phylanx_dialects::ir::{Attr, TensorType};

pub static ROWS: &[Row] = &[
    Row { name: "numpy.argsort", params: "a, axis=-1, kind=None, order=None, stable=None", build: argsort },
    Row { name: "numpy.sort", params: "a, axis=-1, kind=None, order=None, stable=None", build: sort },
    Row { name: "numpy.bincount", params: "x, weights=None, minlength=0", build: bincount },
    Row { name: "numpy.searchsorted", params: "a, v, side='left'", build: searchsorted },
    Row { name: "numpy.digitize", params: "x, bins, right=False", build: digitize },
    Row { name: "numpy.interp", params: "x, xp, fp, left=None, right=None", build: interp },
    Row { name: "numpy.isin", params: "element, test_elements", build: isin },
];

fn argsort<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let (line, axis) = sortable(lo, args)?;
    Ok(Val::Array(order(lo, &line, axis)))
}

fn sort<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let (line, axis) = sortable(lo, args)?;
    Ok(Val::Array(sorted(lo, &line, axis)))
}

/// The array to sort and the axis; `axis=None` sorts all elements as one line.
fn sortable<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<(Array, usize)> {
    if args.get(3).is_some() {
        return lo.fail(args.span_of(3), "`order` needs fields, which arrays here do not have", "leave it out");
    }
    let array = tools::array(lo, args, 0)?;
    match tools::axis_or(lo, args, 1, array.ty.rank(), -1)? {
        Some(axis) => Ok((array, axis)),
        None => Ok((tools::raveled(lo, &array), 0)),
    }
}

/// Elements sorted along an axis, NaN last.
pub fn sorted(lo: &mut Lowerer, array: &Array, axis: usize) -> Array {
    let tensor = lo.tensor(array);
    tools::library(lo, "sort", &[tensor], array.ty.clone(), &[("axis", Attr::int(axis as i64))])
}

fn order(lo: &mut Lowerer, array: &Array, axis: usize) -> Array {
    let tensor = lo.tensor(array);
    let ty = array.ty.with_elem(DType::I64);
    tools::library(lo, "argsort", &[tensor], ty, &[("axis", Attr::int(axis as i64))])
}

fn distinct(lo: &mut Lowerer, array: &Array) -> Array {
    let tensor = lo.tensor(array);
    let ty = TensorType { elem: array.ty.elem, dims: vec![None] };
    tools::library(lo, "unique", &[tensor], ty, &[])
}

/// `np.bincount`.
fn counted(lo: &mut Lowerer, values: &Array, weights: Option<&Array>, least: &Scalar) -> Array {
    let mut operands = vec![tools::tensor_as(lo, values, DType::I64)];
    if let Some(weights) = weights {
        operands.push(tools::tensor_as(lo, weights, DType::F64));
    }
    operands.push(lo.scalar_value(least));
    let elem = if weights.is_some() { DType::F64 } else { DType::I64 };
    tools::library(lo, "bincount", &operands, TensorType { elem, dims: vec![None] }, &[])
}

fn bincount<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let values = tools::array(lo, args, 0)?;
    if values.ty.rank() != 1 {
        return lo.fail(args.span_of(0), "object too deep for desired array", "pass a vector, such as `a.ravel()`");
    }
    if crate::types::is_float(values.ty.elem) {
        let message = "Cannot cast array data from dtype('float64') to dtype('int64') according to the rule 'safe'";
        return lo.fail(args.span_of(0), message, "convert with `astype(int)`");
    }
    let weights = match args.get(1) {
        Some(_) => Some(tools::array(lo, args, 1)?),
        None => None,
    };
    let least = match args.get(2) {
        Some(val) => lo.int_of(val, args.span_of(2))?,
        None => Scalar::int(0),
    };
    Ok(Val::Array(counted(lo, &values, weights.as_ref(), &least)))
}

/// The parts of an array at positions along an axis.
pub fn taken(lo: &mut Lowerer, array: &Array, index: &Val, axis: usize, span: Span) -> Res<Val> {
    let index = lo.array_of(index, span)?;
    let operands = [lo.tensor(array), tools::tensor_as(lo, &index, DType::I64)];
    let mut dims = array.ty.dims[..axis].to_vec();
    dims.extend(&index.ty.dims);
    dims.extend(&array.ty.dims[axis + 1..]);
    let ty = TensorType { elem: array.ty.elem, dims };
    let found = tools::library(lo, "take", &operands, ty, &[("axes", Attr::I64s(vec![axis as i64]))]);
    Ok(lo.fresh_or_scalar(found.value))
}

fn searchsorted<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let side = lo.text_arg(args, 2)?;
    let right = match side.as_deref() {
        None | Some("left") => false,
        Some("right") => true,
        Some(_) => return lo.fail(args.span_of(2), "side must be 'left' or 'right'", "write `side='left'`"),
    };
    let sorted = tools::array(lo, args, 0)?;
    searched(lo, &sorted, &args.val(1), right, args.span)
}

/// Where values would stand in a sorted vector: before equal elements, or behind them.
pub fn searched(lo: &mut Lowerer, sorted: &Array, values: &Val, right: bool, span: Span) -> Res<Val> {
    if sorted.ty.rank() != 1 {
        return lo.fail(span, "object too deep for desired array", "search in a vector");
    }
    let values = lo.array_of(values, span)?;
    let elem = tools::common(&[sorted.clone(), values.clone()]);
    let operands = [tools::tensor_as(lo, sorted, elem), tools::tensor_as(lo, &values, elem)];
    let ty = values.ty.with_elem(DType::I64);
    let found = tools::library(lo, "searchsorted", &operands, ty, &[("right", Attr::Bool(right))]);
    Ok(lo.fresh_or_scalar(found.value))
}

/// Bins that rise; NumPy counts falling ones the other way round, which is refused where it is seen.
fn digitize<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let right = lo.flag_arg(args, 2)?;
    let bins = tools::array(lo, args, 1)?;
    if bins.ty.rank() != 1 {
        return lo.fail(args.span_of(1), "object too deep for desired array", "give the bins as a vector");
    }
    let head = tools::along(lo, &bins, 0, tools::slice(None, Some(-1), None), args.span)?;
    let tail = tools::along(lo, &bins, 0, tools::slice(Some(1), None, None), args.span)?;
    let falls = tools::compare(lo, "gt", &Val::Array(head), &Val::Array(tail), args.span)?;
    let falls = lo.reduce_all("any", falls, args.span)?;
    raise_if(lo, falls, "ValueError", "bins must rise", args.span);
    searched(lo, &bins, &args.val(0), !right, args.span)
}

/// The program ends with an error when a truth value holds.
pub fn raise_if(lo: &mut Lowerer, truth: Val, kind: &str, message: &str, span: Span) {
    let truth = lo.truth_of(truth, span);
    let truth = lo.flag_value(&truth);
    lo.raise_when(truth, kind, message);
}

/// Linear interpolation between the points of a rising vector.
fn interp<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let span = args.span;
    let (xp, fp) = (tools::array(lo, args, 1)?, tools::array(lo, args, 2)?);
    if xp.ty.rank() != 1 || fp.ty.rank() != 1 {
        return lo.fail(span, "object too deep for desired array", "give the points as vectors");
    }
    let (xp, fp) = (tools::cast(lo, &xp, DType::F64), tools::cast(lo, &fp, DType::F64));
    let (count, other) = (lo.extent(&xp, 0), lo.extent(&fp, 0));
    tools::require_equal(lo, &count, &other, "fp and xp are not of the same length.", span)?;
    let x = tools::array(lo, args, 0)?;
    let x = Val::Array(tools::cast(lo, &x, DType::F64));
    let place = searched(lo, &xp, &x, true, span)?;
    let place = tools::binary(lo, BinOp::Sub, &place, &Val::int(1), span)?;
    let last = lo.int_plus(&count, &Scalar::int(-1));
    let before_last = lo.int_plus(&last, &Scalar::int(-1));
    let before_last = tools::int_extreme(lo, "maxsi", &before_last, &Scalar::int(0));
    let place = tools::map(lo, "maximum", &[place, Val::int(0)], span)?;
    let place = tools::map(lo, "minimum", &[place, Val::Scalar(before_last)], span)?;
    let next = tools::binary(lo, BinOp::Add, &place, &Val::int(1), span)?;
    let next = tools::map(lo, "minimum", &[next, Val::Scalar(last.clone())], span)?;
    let (x0, x1) = (taken(lo, &xp, &place, 0, span)?, taken(lo, &xp, &next, 0, span)?);
    let (y0, y1) = (taken(lo, &fp, &place, 0, span)?, taken(lo, &fp, &next, 0, span)?);
    let rise = tools::binary(lo, BinOp::Sub, &y1, &y0, span)?;
    let run = tools::binary(lo, BinOp::Sub, &x1, &x0, span)?;
    let slope = tools::binary(lo, BinOp::Div, &rise, &run, span)?;
    let offset = tools::binary(lo, BinOp::Sub, &x, &x0, span)?;
    let offset = tools::binary(lo, BinOp::Mul, &slope, &offset, span)?;
    let inside = tools::binary(lo, BinOp::Add, &offset, &y0, span)?;
    let (first, end) = (Val::int(0), Val::Scalar(last));
    let (low, high) = (taken(lo, &xp, &first, 0, span)?, taken(lo, &xp, &end, 0, span)?);
    let left = end_value(lo, args, 3, &fp, &first)?;
    let right = end_value(lo, args, 4, &fp, &end)?;
    let at_end = tools::compare(lo, "eq", &x, &high, span)?;
    let end_y = taken(lo, &fp, &end, 0, span)?;
    let result = tools::select(lo, &at_end, &end_y, &inside, span)?;
    let above = tools::compare(lo, "gt", &x, &high, span)?;
    let result = tools::select(lo, &above, &right, &result, span)?;
    let below = tools::compare(lo, "lt", &x, &low, span)?;
    tools::select(lo, &below, &left, &result, span)
}

fn end_value<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>, at: usize, fp: &Array, place: &Val) -> Res<Val> {
    match args.get(at) {
        Some(val) => Ok(val.clone()),
        None => taken(lo, fp, place, 0, args.span),
    }
}

/// Whether each element is among the others, by a search in the sorted others.
fn isin<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let span = args.span;
    let (element, tests) = (tools::array(lo, args, 0)?, tools::array(lo, args, 1)?);
    let line = tools::raveled(lo, &tests);
    let found = distinct(lo, &line);
    let element = Val::Array(element);
    let from = searched(lo, &found, &element, false, span)?;
    let to = searched(lo, &found, &element, true, span)?;
    let same = tools::compare(lo, "eq", &element, &element, span)?;
    let hit = tools::compare(lo, "lt", &from, &to, span)?;
    lo.elementwise("and", &[hit, same], crate::lower::Mode::Truth, span)
}
