//! Diagonals: `diag`, `diagonal`, `trace`.

use super::linear::int_or_zero;
use super::tools::{self, known};
use crate::lower::call::{Args, Row};
use crate::lower::{Item, Lowerer, Res};
use crate::source::Span;
use crate::value::{Array, Form, Scalar, Val};
use phylanx_dialects::ir::{TensorType, Type};

pub const ROWS: &[Row] = &[
    Row { name: "numpy.diag", params: "v, k=0", build: diag },
    Row { name: "numpy.diagonal", params: "a, offset=0, axis1=0, axis2=1", build: diagonal },
    Row { name: "numpy.trace", params: "a, offset=0, axis1=0, axis2=1, dtype=", build: trace },
];

fn diag<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let array = tools::array(lo, args, 0)?;
    let offset = int_or_zero(lo, args, 1)?;
    match array.ty.rank() {
        2 => Ok(Val::Array(diagonal_of(lo, &array, &offset))),
        1 => with_diagonal(lo, &array, &offset, args.span).map(Val::Array),
        _ => lo.fail(args.span_of(0), "Input must be 1- or 2-d.", "pass a vector or a matrix"),
    }
}

/// A matrix of zeros with a vector on a diagonal: the vector is stored at even steps of the flat matrix.
fn with_diagonal(lo: &mut Lowerer, line: &Array, offset: &Scalar, span: Span) -> Res<Array> {
    let minus = lo.int_minus(&Scalar::int(0), offset);
    let right = tools::int_extreme(lo, "maxsi", offset, &Scalar::int(0));
    let down = tools::int_extreme(lo, "maxsi", &minus, &Scalar::int(0));
    let count = lo.extent(line, 0);
    let shift = lo.int_plus(&right, &down);
    let side = lo.int_plus(&count, &shift);
    let square = [side.clone(), side.clone()];
    let zeros = tools::full(lo, &Scalar::int(0), line.ty.elem, &square);
    let target = lo.reference(&zeros);
    let flat = tools::raveled(lo, &target);
    let below = lo.int_times(&down, &side);
    let start = lo.int_plus(&right, &below);
    let step = lo.int_plus(&side, &Scalar::int(1));
    let length = lo.int_times(&count, &step);
    let stop = lo.int_plus(&start, &length);
    let item = Item::Slice { start: Some(start), stop: Some(stop), step: Some(step) };
    let places = tools::along(lo, &flat, 0, item, span)?;
    let values = lo.tensor(line);
    lo.effect("physl.write", &[places.value, values], &[]);
    Ok(target)
}

/// The diagonals over two axes, as the last axis: a view of a reference.
fn diagonal<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let array = tools::array(lo, args, 0)?;
    let offset = int_or_zero(lo, args, 1)?;
    let rank = array.ty.rank();
    if rank < 2 {
        return lo.fail(args.span_of(0), "diag requires an array of at least two dimensions", "pass a matrix");
    }
    let first = tools::axis_or(lo, args, 2, rank, 0)?.unwrap_or(0);
    let second = tools::axis_or(lo, args, 3, rank, 1)?.unwrap_or(1);
    if first == second {
        return lo.fail(args.span, "axis1 and axis2 cannot be the same", "name two axes");
    }
    let rest = (0..rank).filter(|axis| ![first, second].contains(axis));
    let perm: Vec<usize> = [first, second].into_iter().chain(rest).collect();
    let turned = tools::transposed(lo, &array, &perm);
    Ok(Val::Array(diagonal_of(lo, &turned, &offset)))
}

fn trace<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let mut found = diagonal(lo, args)?;
    if let Some(dtype) = lo.dtype_arg(args, 4)? {
        found = lo.cast_to(&found, dtype, args.span)?;
    }
    let last = lo.array_of(&found, args.span)?.ty.rank() - 1;
    tools::fold(lo, "sum", &found, &[last], false, args.span)
}

/// The diagonals over the first two axes, as the last axis.
fn diagonal_of(lo: &mut Lowerer, array: &Array, offset: &Scalar) -> Array {
    let (rows, columns) = (array.ty.dims[0], array.ty.dims[1]);
    let count = |rows: i64, columns: i64, offset: i64| {
        if offset >= 0 { rows.min(columns.saturating_sub(offset)) } else { columns.min(rows.saturating_add(offset)) }
            .max(0)
    };
    let extent = match (rows, columns, known(offset)) {
        (Some(rows), Some(columns), Some(offset)) => Some(count(rows, columns, offset)),
        _ => None,
    };
    let dims = array.ty.dims[2..].iter().copied().chain([extent]).collect();
    let ty = TensorType { elem: array.ty.elem, dims };
    let operands = [array.value, lo.scalar_value(offset)];
    if array.form == Form::Ref {
        let value = lo.op("physl.view_diagonal", &operands, Type::Ref(ty.clone()));
        return Array { ty, value, form: Form::Ref };
    }
    tools::library(lo, "diagonal", &operands, ty, &[])
}
