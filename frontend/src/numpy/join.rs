//! Arrays joined, repeated, rotated, turned and split.

use super::tools;
use crate::lower::call::{Args, Row};
use crate::lower::{Item, Lowerer, Res};
use crate::source::Span;
use crate::value::{Array, Scalar, Val};
use phylanx_dialects::ir::{Attr, TensorType};

pub static ROWS: &[Row] = &[
    Row { name: "numpy.concatenate", params: "arrays, axis=0", build: concatenate },
    Row { name: "numpy.stack", params: "arrays, axis=0", build: stack },
    Row { name: "numpy.vstack", params: "tup", build: vstack },
    Row { name: "numpy.hstack", params: "tup", build: hstack },
    Row { name: "numpy.dstack", params: "tup", build: dstack },
    Row { name: "numpy.column_stack", params: "tup", build: column_stack },
    Row { name: "numpy.append", params: "arr, values, axis=None", build: append },
    Row { name: "numpy.roll", params: "a, shift, axis=None", build: roll },
    Row { name: "numpy.rot90", params: "m, k=1, axes=(0,1)", build: rot90 },
    Row { name: "numpy.split", params: "ary, indices_or_sections, axis=0", build: split },
    Row { name: "numpy.array_split", params: "ary, indices_or_sections, axis=0", build: array_split },
    Row { name: "numpy.hsplit", params: "ary, indices_or_sections", build: hsplit },
    Row { name: "numpy.vsplit", params: "ary, indices_or_sections", build: vsplit },
];

/// The axis that stands for "flattened".
const FLAT: i64 = -1000;
/// Parts of a split.
const MAX_PARTS: i64 = 256;

/// Joined along an axis that all have.
pub fn joined(lo: &mut Lowerer, arrays: &[Array], axis: usize, span: Span) -> Res<Array> {
    let elem = tools::common(arrays);
    let mut dims = arrays[0].ty.dims.clone();
    let rank = dims.len();
    let mut total = Some(0);
    for (number, array) in arrays.iter().enumerate() {
        let other = array.ty.rank();
        if other != rank {
            let message = format!(
                "all the input arrays must have same number of dimensions, but the array at index 0 has {rank} dimension(s) and the array at index {number} has {other} dimension(s)"
            );
            return lo.fail(span, message, "give all arrays the same number of dimensions");
        }
        total = total.zip(array.ty.dims[axis]).map(|(sum, extent)| sum + extent);
        for dim in (0..rank).filter(|dim| *dim != axis) {
            match (dims[dim], array.ty.dims[dim]) {
                (Some(have), Some(other)) if have != other => {
                    let message = format!(
                        "all the input array dimensions except for the concatenation axis must match exactly, but along dimension {dim}, the array at index 0 has size {have} and the array at index {number} has size {other}"
                    );
                    return lo.fail(span, message, "make the other extents agree");
                }
                (None, extent) => dims[dim] = extent,
                _ => {}
            }
        }
    }
    dims[axis] = total;
    let operands: Vec<_> = arrays.iter().map(|array| tools::tensor_as(lo, array, elem)).collect();
    Ok(tools::library(lo, "concat", &operands, TensorType { elem, dims }, &[("axis", Attr::int(axis as i64))]))
}

fn concatenate<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let mut arrays = tools::arrays(lo, args, 0)?;
    let span = args.span;
    let axis = match tools::axis_or(lo, args, 1, arrays[0].ty.rank().max(1), 0)? {
        Some(axis) => axis,
        None => {
            arrays = arrays.iter().map(|array| tools::raveled(lo, array)).collect();
            0
        }
    };
    if arrays.iter().any(|array| array.ty.rank() == 0) {
        return lo.fail(args.span_of(0), "zero-dimensional arrays cannot be concatenated", "put the numbers in a list");
    }
    joined(lo, &arrays, axis, span).map(Val::Array)
}

fn stack<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let arrays = tools::arrays(lo, args, 0)?;
    let axis = tools::axis_or(lo, args, 1, arrays[0].ty.rank() + 1, 0)?.unwrap_or(0);
    stacked(lo, &arrays, axis, args.span).map(Val::Array)
}

/// Joined along a new axis.
pub fn stacked(lo: &mut Lowerer, arrays: &[Array], axis: usize, span: Span) -> Res<Array> {
    let elem = tools::common(arrays);
    let mut dims = arrays[0].ty.dims.clone();
    for array in arrays {
        let clash = dims.iter().zip(&array.ty.dims).any(|(a, b)| matches!((a, b), (Some(a), Some(b)) if a != b));
        if array.ty.rank() != dims.len() || clash {
            return lo.fail(span, "all input arrays must have the same shape", "make the shapes agree");
        }
        dims = dims.iter().zip(&array.ty.dims).map(|(a, b)| a.or(*b)).collect();
    }
    dims.insert(axis, Some(arrays.len() as i64));
    let operands: Vec<_> = arrays.iter().map(|array| tools::tensor_as(lo, array, elem)).collect();
    Ok(tools::library(lo, "stack", &operands, TensorType { elem, dims }, &[("axis", Attr::int(axis as i64))]))
}

/// The arrays of an argument with at least this many axes, new ones in front (the third of `dstack` behind).
fn deepened(lo: &mut Lowerer, args: &Args, rank: usize) -> Res<Vec<Array>> {
    let mut out = Vec::new();
    for mut array in tools::arrays(lo, args, 0)? {
        while array.ty.rank() < rank {
            let at = if array.ty.rank() == 2 { 2 } else { 0 };
            array = tools::expanded(lo, &array, at, args.span)?;
        }
        out.push(array);
    }
    Ok(out)
}

fn vstack<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let arrays = deepened(lo, args, 2)?;
    joined(lo, &arrays, 0, args.span).map(Val::Array)
}

fn hstack<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let arrays = deepened(lo, args, 1)?;
    let axis = usize::from(arrays[0].ty.rank() > 1);
    joined(lo, &arrays, axis, args.span).map(Val::Array)
}

fn dstack<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let arrays = deepened(lo, args, 3)?;
    joined(lo, &arrays, 2, args.span).map(Val::Array)
}

fn column_stack<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let mut columns = Vec::new();
    for mut array in tools::arrays(lo, args, 0)? {
        while array.ty.rank() < 2 {
            let behind = array.ty.rank();
            array = tools::expanded(lo, &array, behind, args.span)?;
        }
        columns.push(array);
    }
    joined(lo, &columns, 1, args.span).map(Val::Array)
}

fn append<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let mut arrays = [tools::array(lo, args, 0)?, tools::array(lo, args, 1)?];
    let axis = tools::axis(lo, args, 2, arrays[0].ty.rank())?;
    if axis.is_none() {
        arrays = arrays.map(|array| tools::raveled(lo, &array));
    }
    joined(lo, &arrays, axis.unwrap_or(0), args.span).map(Val::Array)
}

fn roll<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let array = tools::array(lo, args, 0)?;
    let shift = lo.int_of(&args.val(1), args.span_of(1))?;
    let axis = tools::axis(lo, args, 2, array.ty.rank())?.map_or(FLAT, |axis| axis as i64);
    Ok(Val::Array(rolled(lo, &array, &shift, axis)))
}

fn rolled(lo: &mut Lowerer, array: &Array, shift: &Scalar, axis: i64) -> Array {
    let operands = [lo.tensor(array), lo.scalar_value(shift)];
    tools::library(lo, "roll", &operands, array.ty.clone(), &[("axis", Attr::int(axis))])
}

/// A view with axes backwards.
pub fn flipped(lo: &mut Lowerer, array: &Array, axes: &[usize], span: Span) -> Res<Array> {
    let backwards = |axis| if axes.contains(&axis) { tools::slice(None, None, Some(-1)) } else { tools::whole() };
    let items: Vec<Item> = (0..array.ty.rank()).map(backwards).collect();
    tools::part(lo, array, &items, span)
}

fn rot90<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let array = tools::array(lo, args, 0)?;
    let turns = lo.const_arg(args, 1)?.unwrap_or(1).rem_euclid(4);
    let axes = match args.get(2) {
        Some(_) => tools::axes(lo, args, 2, array.ty.rank())?,
        None => vec![0, 1],
    };
    let [first, second] = axes[..] else {
        return lo.fail(args.span_of(2), "len(axes) must be 2.", "name two axes");
    };
    if array.ty.rank() < 2 || first == second {
        return lo.fail(args.span, "the axes to rotate between must be two axes of the array", "pass a matrix");
    }
    let mut perm: Vec<usize> = (0..array.ty.rank()).collect();
    perm.swap(first, second);
    let turned = match turns {
        0 => array,
        1 => {
            let flipped = flipped(lo, &array, &[second], args.span)?;
            tools::transposed(lo, &flipped, &perm)
        }
        2 => flipped(lo, &array, &[first, second], args.span)?,
        _ => {
            let across = tools::transposed(lo, &array, &perm);
            flipped(lo, &across, &[second], args.span)?
        }
    };
    Ok(Val::Array(turned))
}

fn split<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    split_along(lo, args, None, Remainder::Refused)
}

fn array_split<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    split_along(lo, args, None, Remainder::Spread)
}

fn hsplit<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let rank = tools::array(lo, args, 0)?.ty.rank();
    split_along(lo, args, Some(usize::from(rank > 1)), Remainder::Refused)
}

fn vsplit<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    if tools::array(lo, args, 0)?.ty.rank() < 2 {
        return lo.fail(args.span_of(0), "vsplit only works on arrays of 2 or more dimensions", "use `np.split`");
    }
    split_along(lo, args, Some(0), Remainder::Refused)
}

/// What to do with elements that do not divide evenly.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Remainder {
    Refused,
    Spread,
}

fn split_along<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>, axis: Option<usize>, remainder: Remainder) -> Res<Val> {
    let array = tools::array(lo, args, 0)?;
    let axis = match axis {
        Some(axis) => axis,
        None => tools::axis_or(lo, args, 2, array.ty.rank(), 0)?.unwrap_or(0),
    };
    if axis >= array.ty.rank() {
        return lo.fail(args.span_of(0), "array split does not work on an array of rank 0", "pass an array");
    }
    let bounds = match args.val(1) {
        Val::Tuple(items) | Val::List(items) => {
            items.iter().map(|item| lo.int_of(item, args.span_of(1))).collect::<Res<Vec<_>>>()?
        }
        Val::Array(_) => {
            return lo.not_constant(args.expr(1), args.span_of(1), "a number of parts, or a list of positions,");
        }
        _ => even_bounds(lo, args, &array, axis, remainder)?,
    };
    let mut parts = Vec::new();
    let mut start = None;
    for stop in bounds.into_iter().map(Some).chain([None]) {
        let item = Item::Slice { start: start.clone(), stop: stop.clone(), step: None };
        parts.push(Val::Array(tools::along(lo, &array, axis, item, args.span)?));
        start = stop;
    }
    Ok(Val::List(parts.into()))
}

/// Inner bounds of a number of parts of equal size, the first ones larger by one where it does not divide.
fn even_bounds<'a>(
    lo: &mut Lowerer<'a>,
    args: &Args<'a>,
    array: &Array,
    axis: usize,
    remainder: Remainder,
) -> Res<Vec<Scalar>> {
    let span = args.span_of(1);
    let parts = lo.const_arg(args, 1)?.unwrap_or(0);
    if !(1..=MAX_PARTS).contains(&parts) {
        return lo.fail(
            span,
            format!("the number of parts must be between 1 and {MAX_PARTS}"),
            "use a loop over slices",
        );
    }
    let extent = lo.extent(array, axis);
    let size = tools::int_div(lo, &extent, &Scalar::int(parts));
    let even = lo.int_times(&size, &Scalar::int(parts));
    if remainder == Remainder::Refused {
        tools::require_equal(lo, &extent, &even, "array split does not result in an equal division", span)?;
        return Ok((1..parts).map(|at| lo.int_times(&size, &Scalar::int(at))).collect());
    }
    let rest = lo.int_minus(&extent, &even);
    let mut bounds = Vec::new();
    for at in 1..parts {
        let plain = lo.int_times(&size, &Scalar::int(at));
        let extra = tools::int_extreme(lo, "minsi", &rest, &Scalar::int(at));
        bounds.push(lo.int_plus(&plain, &extra));
    }
    Ok(bounds)
}
