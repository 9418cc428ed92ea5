//! Statistics beyond plain folds: quantiles, covariance, histograms, NaN-aware folds, differences and integrals.

use super::search::{searched, taken};
use super::tools::{self, known};
use crate::ast::BinOp;
use crate::lower::call::{Args, Row};
use crate::lower::{Lowerer, Mode, Res};
use crate::source::Span;
use crate::types::float_of;
use crate::value::{Array, Scalar, Val};
use phylanx_dialects::DType;
use phylanx_dialects::ir::{Attr, TensorType};

pub static ROWS: &[Row] = &[
    Row { name: "numpy.cov", params: "m, y=None, rowvar=True, bias=False, ddof=None", build: covariance },
    Row { name: "numpy.corrcoef", params: "x, y=None, rowvar=True", build: correlation },
    Row { name: "numpy.histogram", params: "a, bins=10, range=None", build: histogram },
    Row { name: "numpy.gradient", params: "f, *varargs, axis=None", build: gradient },
    Row { name: "numpy.trapezoid", params: "y, x=None, dx=1.0, axis=-1", build: trapezoid },
    Row { name: "numpy.convolve", params: "a, v, mode='full'", build: convolve },
];

/// Largest number of dimensions that `gradient` returns at once.
const MAX_GRADIENTS: usize = 8;

fn covariance<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let by_rows = args.get(2).is_none() || lo.flag_arg(args, 2)?;
    let bias = i64::from(!lo.flag_arg(args, 3)?);
    let ddof = lo.int_arg(args, 4, bias)?;
    let rows = variables(lo, args, by_rows)?;
    covariance_of(lo, &rows, &ddof, args.span)
}

/// The variables as rows of a float64 matrix.
fn variables<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>, by_rows: bool) -> Res<Array> {
    let mut out = Vec::new();
    for at in 0..2 {
        if args.get(at).is_none() {
            continue;
        }
        let array = tools::array(lo, args, at)?;
        let array = tools::cast(lo, &array, DType::F64);
        out.push(match array.ty.rank() {
            1 => tools::expanded(lo, &array, 0, args.span)?,
            2 if by_rows => array,
            2 => tools::transposed(lo, &array, &[1, 0]),
            _ => return lo.fail(args.span_of(at), "m has more than 2 dimensions", "pass a vector or a matrix"),
        });
    }
    if out.len() == 1 {
        return Ok(out.swap_remove(0));
    }
    super::join::joined(lo, &out, 0, args.span)
}

fn covariance_of(lo: &mut Lowerer, rows: &Array, ddof: &Scalar, span: Span) -> Res<Val> {
    let count = lo.extent(rows, 1);
    let sum = tools::fold(lo, "sum", &Val::Array(rows.clone()), &[1], true, span)?;
    let mean = tools::binary(lo, BinOp::Div, &sum, &Val::Scalar(count.clone()), span)?;
    let offset = tools::binary(lo, BinOp::Sub, &Val::Array(rows.clone()), &mean, span)?;
    let offset = lo.array_of(&offset, span)?;
    let turned = tools::transposed(lo, &offset, &[1, 0]);
    let product = lo.matmul(&Val::Array(offset), &Val::Array(turned), span)?;
    let freedom = lo.int_minus(&count, ddof);
    let freedom = Val::Scalar(Scalar { num: crate::types::Num::np(DType::I64), ..freedom });
    let result = tools::binary(lo, BinOp::Div, &product, &freedom, span)?;
    let result = lo.array_of(&result, span)?;
    if rows.ty.dims[0] == Some(1) {
        let one = tools::reshaped(lo, &result, &[]);
        return Ok(Val::Array(one));
    }
    Ok(Val::Array(result))
}

fn correlation<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let span = args.span;
    let by_rows = args.get(2).is_none() || lo.flag_arg(args, 2)?;
    let rows = variables(lo, args, by_rows)?;
    let matrix = covariance_of(lo, &rows, &Scalar::int(1), span)?;
    let matrix = lo.array_of(&matrix, span)?;
    if matrix.ty.rank() != 2 {
        return tools::binary(lo, BinOp::Div, &Val::Array(matrix.clone()), &Val::Array(matrix), span);
    }
    let operands = [lo.tensor(&matrix), lo.int(0)];
    let ty = TensorType { elem: DType::F64, dims: vec![matrix.ty.dims[0]] };
    let spread = Val::Array(tools::library(lo, "diagonal", &operands, ty, &[]));
    let spread = tools::float_map(lo, "sqrt", &spread, span)?;
    let spread = lo.array_of(&spread, span)?;
    let column = tools::expanded(lo, &spread, 1, span)?;
    let result = tools::binary(lo, BinOp::Div, &Val::Array(matrix), &Val::Array(column), span)?;
    let result = tools::binary(lo, BinOp::Div, &result, &Val::Array(spread), span)?;
    let result = tools::map(lo, "maximum", &[result, Val::float(-1.0)], span)?;
    tools::map(lo, "minimum", &[result, Val::float(1.0)], span)
}

/// Counts in bins of one width; the last bin has its upper edge too.
fn histogram<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let span = args.span;
    let array = tools::array(lo, args, 0)?;
    let line = tools::raveled(lo, &array);
    let values = Val::Array(line.clone());
    let edges = even_edges(lo, args, &values)?;
    let bins = lo.extent(&edges, 0);
    let bins = lo.int_plus(&bins, &Scalar::int(-1));
    let last = taken(lo, &edges, &Val::Scalar(bins.clone()), 0, span)?;
    let first = taken(lo, &edges, &Val::int(0), 0, span)?;
    let inside = tools::compare(lo, "ge", &values, &first, span)?;
    let below = tools::compare(lo, "le", &values, &last, span)?;
    let inside = lo.elementwise("and", &[inside, below], Mode::Truth, span)?;
    let place = searched(lo, &edges, &values, true, span)?;
    let place = tools::binary(lo, BinOp::Sub, &place, &Val::int(1), span)?;
    let least = lo.int_plus(&bins, &Scalar::int(-1));
    let place = tools::map(lo, "minimum", &[place, Val::Scalar(least)], span)?;
    let (place, inside) = (lo.array_of(&place, span)?, lo.array_of(&inside, span)?);
    let operands = [lo.tensor(&place), lo.tensor(&inside)];
    let hits = tools::library(lo, "take_mask", &operands, TensorType { elem: DType::I64, dims: vec![None] }, &[]);
    let operands = [hits.value, lo.scalar_value(&bins)];
    let counts =
        tools::library(lo, "bincount", &operands, TensorType { elem: DType::I64, dims: vec![known(&bins)] }, &[]);
    Ok(Val::Tuple([Val::Array(counts), Val::Array(edges)].into()))
}

fn even_edges<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>, values: &Val) -> Res<Array> {
    let bins = lo.int_arg(args, 1, 10)?;
    let (low, high) = match args.get(2).cloned() {
        Some(Val::Tuple(ends) | Val::List(ends)) if ends.len() == 2 => (ends[0].clone(), ends[1].clone()),
        Some(_) => return lo.fail(args.span_of(2), "`range` must be a pair of numbers", "write `range=(low, high)`"),
        None => (lo.reduce_all("min", values.clone(), args.span)?, lo.reduce_all("max", values.clone(), args.span)?),
    };
    let (low, high) = (lo.scalar_of(&low, args.span)?, lo.scalar_of(&high, args.span)?);
    let (low, high) = (lo.as_float(&low), lo.as_float(&high));
    // NumPy widens an empty range by one half on both sides.
    let is_empty = tools::compare(lo, "eq", &Val::Scalar(low.clone()), &Val::Scalar(high.clone()), args.span)?;
    let slack = lo.array_of(&is_empty, args.span)?;
    let slack = Val::Array(tools::cast(lo, &slack, DType::F64));
    let slack = tools::binary(lo, BinOp::Mul, &slack, &Val::float(0.5), args.span)?;
    let low = tools::binary(lo, BinOp::Sub, &Val::Scalar(low), &slack, args.span)?;
    let high = tools::binary(lo, BinOp::Add, &Val::Scalar(high), &slack, args.span)?;
    let (low, high) = (lo.scalar_of(&low, args.span)?, lo.scalar_of(&high, args.span)?);
    let count = lo.int_plus(&bins, &Scalar::int(1));
    let operands = tools::values(lo, &[low, high, count.clone()]);
    let ty = TensorType { elem: DType::F64, dims: vec![known(&count)] };
    Ok(tools::library(lo, "linspace", &operands, ty, &[("endpoint", Attr::Bool(true))]))
}

/// Central differences inside, one-sided ones at the ends, for evenly spaced points.
fn gradient<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let array = tools::array(lo, args, 0)?;
    let rank = array.ty.rank();
    if rank == 0 || rank > MAX_GRADIENTS {
        return lo.fail(args.span_of(0), "gradient needs an array of at least one dimension", "pass an array");
    }
    let elem = float_of(array.ty.elem);
    let array = tools::cast(lo, &array, elem);
    let axes = tools::axes(lo, args, 2, rank)?;
    let steps = args.rest().to_vec();
    if steps.len() > 1 && steps.len() != axes.len() {
        return lo.fail(args.span, "invalid number of arguments", "give one spacing, or one for each axis");
    }
    let mut out = Vec::new();
    for (at, axis) in axes.iter().enumerate() {
        let step = if steps.len() == 1 { steps.first() } else { steps.get(at) };
        let step = step.cloned().unwrap_or(Val::float(1.0));
        if matches!(&step, Val::Array(step) if step.ty.rank() > 0) {
            return lo.fail(args.span, "uneven spacing is not supported", "give the spacing as a number");
        }
        out.push(gradient_along(lo, &array, *axis, &step, args.span)?);
    }
    Ok(if out.len() == 1 { out.swap_remove(0) } else { Val::Tuple(out.into()) })
}

fn gradient_along(lo: &mut Lowerer, array: &Array, axis: usize, step: &Val, span: Span) -> Res<Val> {
    let mut cut = |start: Option<i64>, stop: Option<i64>| {
        tools::along(lo, array, axis, tools::slice(start, stop, None), span).map(Val::Array)
    };
    let (after, before) = (cut(Some(2), None)?, cut(None, Some(-2))?);
    let (first, second) = (cut(None, Some(1))?, cut(Some(1), Some(2))?);
    let (last, before_last) = (cut(Some(-1), None)?, cut(Some(-2), Some(-1))?);
    let wide = tools::binary(lo, BinOp::Mul, step, &Val::float(2.0), span)?;
    let mut parts = Vec::new();
    for (high, low, run) in [(&second, &first, step), (&after, &before, &wide), (&last, &before_last, step)] {
        let rise = tools::binary(lo, BinOp::Sub, high, low, span)?;
        let slope = tools::binary(lo, BinOp::Div, &rise, run, span)?;
        parts.push(lo.array_of(&slope, span)?);
    }
    super::join::joined(lo, &parts, axis, span).map(Val::Array)
}

fn trapezoid<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let span = args.span;
    let array = tools::array(lo, args, 0)?;
    let Some(axis) = tools::axis_or(lo, args, 3, array.ty.rank(), -1)? else {
        return lo.fail(span, "trapezoid needs one axis", "write `axis=-1`");
    };
    let steps = match args.get(1) {
        Some(_) => {
            let x = tools::array(lo, args, 1)?;
            let (high, low) = neighbours(lo, &x, if x.ty.rank() == 1 { 0 } else { axis }, span)?;
            let mut steps = tools::binary(lo, BinOp::Sub, &high, &low, span)?;
            for _ in axis + 1..if x.ty.rank() == 1 { array.ty.rank() } else { 0 } {
                let found = lo.array_of(&steps, span)?;
                let behind = found.ty.rank();
                steps = Val::Array(tools::expanded(lo, &found, behind, span)?);
            }
            steps
        }
        None => args.get(2).cloned().unwrap_or(Val::float(1.0)),
    };
    let (high, low) = neighbours(lo, &array, axis, span)?;
    let sum = tools::binary(lo, BinOp::Add, &high, &low, span)?;
    let area = tools::binary(lo, BinOp::Mul, &steps, &sum, span)?;
    let area = tools::binary(lo, BinOp::Div, &area, &Val::float(2.0), span)?;
    tools::fold(lo, "sum", &area, &[axis], false, span)
}

/// All but the first along an axis, and all but the last.
fn neighbours(lo: &mut Lowerer, array: &Array, axis: usize, span: Span) -> Res<(Val, Val)> {
    let high = tools::along(lo, array, axis, tools::slice(Some(1), None, None), span)?;
    let low = tools::along(lo, array, axis, tools::slice(None, Some(-1), None), span)?;
    Ok((Val::Array(high), Val::Array(low)))
}

fn convolve<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let mode = lo.text_arg(args, 2)?.unwrap_or_else(|| "full".into());
    if !matches!(&*mode, "full" | "same" | "valid") {
        return lo.fail(args.span_of(2), "mode must be 'full', 'same' or 'valid'", "write `mode='full'`");
    }
    let arrays = [tools::at_least_1d(lo, args, 0)?, tools::at_least_1d(lo, args, 1)?];
    if arrays.iter().any(|array| array.ty.rank() > 1) {
        return lo.fail(args.span, "object too deep for desired array", "convolve vectors");
    }
    let elem = tools::common(&arrays);
    if elem == DType::Bool {
        return lo.fail(args.span, "booleans are not convolved", "convert with `astype(int)`");
    }
    let dims = match (arrays[0].ty.dims[0], arrays[1].ty.dims[0]) {
        (Some(a), Some(b)) if a > 0 && b > 0 => Some(match &*mode {
            "full" => a + b - 1,
            "same" => a.max(b),
            _ => a.max(b) - a.min(b) + 1,
        }),
        (Some(0), _) | (_, Some(0)) => {
            return lo.fail(args.span, "a and v cannot be empty", "pass at least one element");
        }
        _ => None,
    };
    let operands = arrays.map(|array| tools::tensor_as(lo, &array, elem));
    let ty = TensorType { elem, dims: vec![dims] };
    Ok(Val::Array(tools::library(lo, "convolve", &operands, ty, &[("mode", Attr::str(mode.to_string()))])))
}
