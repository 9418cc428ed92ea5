//! Shapes that meet: `broadcast_shapes`, `broadcast_arrays`, `ix_`.

use super::tools;
use crate::lower::call::{Args, Row};
use crate::lower::{Lowerer, Res};
use crate::source::Span;
use crate::types::Num;
use crate::value::{Array, Scalar, Val};
use phylanx_dialects::DType;
use phylanx_dialects::ir::{Attr, TensorType, Type};

#[rustfmt::skip]
pub const ROWS: &[Row] = &[
    Row { name: "numpy.broadcast_shapes", params: "*args", build: broadcast_shapes },
    Row { name: "numpy._broadcast_shapes", params: "*args", build: broadcast_shapes },
    Row { name: "numpy.broadcast_arrays", params: "*args", build: broadcast_arrays },
    Row { name: "numpy.ix_", params: "*args", build: open_mesh },
];

/// What shapes that do not fit together raise.
const MISFIT: &str = "shape mismatch: objects cannot be broadcast to a single shape";

fn broadcast_shapes<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let mut shapes = Vec::new();
    for val in args.rest() {
        shapes.push(lo.shape_arg(val, args.span)?);
    }
    let shape = common_shape(lo, &shapes, args.span)?;
    Ok(Val::Tuple(shape.into_iter().map(Val::Scalar).collect()))
}

/// The shape that shapes broadcast to.
fn common_shape(lo: &mut Lowerer, shapes: &[Vec<Scalar>], span: Span) -> Res<Vec<Scalar>> {
    let rank = shapes.iter().map(Vec::len).max().unwrap_or(0);
    let mut common = vec![Scalar::int(1); rank];
    for shape in shapes {
        for (at, extent) in shape.iter().enumerate() {
            let place = rank - shape.len() + at;
            common[place] = common_extent(lo, &common[place].clone(), extent, span)?;
        }
    }
    Ok(common)
}

fn common_extent(lo: &mut Lowerer, a: &Scalar, b: &Scalar, span: Span) -> Res<Scalar> {
    match (tools::known(a), tools::known(b)) {
        (Some(1), _) => return Ok(b.clone()),
        (_, Some(1)) => return Ok(a.clone()),
        (Some(x), Some(y)) if x == y => return Ok(a.clone()),
        (Some(_), Some(_)) => return lo.fail(span, MISFIT, "make the extents equal, or 1"),
        _ => {}
    }
    let (x, y) = (lo.scalar_value(a), lo.scalar_value(b));
    let one = lo.int(1);
    let [x_is_one, y_is_one, differ] =
        [("eq", x, one), ("eq", y, one), ("ne", x, y)].map(|(name, left, right)| lo.compare_ints(name, left, right));
    let any_one = lo.op("arith.ori", &[x_is_one, y_is_one], Type::BOOL);
    let neither = lo.not(any_one);
    let misfit = lo.op("arith.andi", &[differ, neither], Type::BOOL);
    lo.raise_when(misfit, "ValueError", MISFIT);
    Ok(Scalar::of(Num::INT, lo.op("arith.select", &[x_is_one, y, x], Type::I64)))
}

fn broadcast_arrays<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let mut arrays = Vec::new();
    for val in args.rest() {
        arrays.push(lo.array_of(val, args.span)?);
    }
    let shapes: Vec<Vec<Scalar>> = arrays.iter().map(|array| tools::extents(lo, array)).collect();
    let shape = common_shape(lo, &shapes, args.span)?;
    let wide = arrays.iter().map(|array| {
        let tensor = lo.tensor(array);
        let made = lo.made("broadcast_to", &[tensor], &shape, array.ty.elem);
        lo.bound(made)
    });
    Ok(Val::Tuple(wide.collect()))
}

/// Vectors along axes of their own, to index with.
fn open_mesh<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let count = args.rest().len();
    let mut out = Vec::new();
    for (at, val) in args.rest().iter().enumerate() {
        let array = lo.array_of(val, args.span)?;
        if array.ty.rank() != 1 {
            return lo.fail(args.span, "Cross index must be 1 dimensional", "pass vectors");
        }
        let places = places(lo, array)?;
        let mut shape = vec![Scalar::int(1); count];
        shape[at] = lo.extent(&places, 0);
        let shaped = Val::Array(tools::reshaped(lo, &places, &shape));
        out.push(lo.bound(shaped));
    }
    Ok(Val::Tuple(out.into()))
}

/// Where a mask holds; other vectors as they are.
fn places(lo: &mut Lowerer, array: Array) -> Res<Array> {
    if array.ty.elem != DType::Bool {
        return Ok(array);
    }
    let tensor = lo.tensor(&array);
    let ty = TensorType { elem: DType::I64, dims: vec![None] };
    Ok(tools::library(lo, "nonzero", &[tensor], ty, &[("axis", Attr::int(0))]))
}
