//! Linear algebra by products, diagonals and masks.

use super::tools;
use crate::ast::BinOp;
use crate::lower::call::{Args, Row};
use crate::lower::{Item, Lowerer, Res};
use crate::source::Span;
use crate::types::float_of;
use crate::value::{Array, Form, Scalar, Val};
use phylanx_dialects::ir::{Attr, TensorType};
use phylanx_dialects::shape::shape_text;

pub static ROWS: &[Row] = &[
    Row { name: "numpy.dot", params: "a, b, out=", build: dot },
    Row { name: "numpy.matmul", params: "x1, x2, out=", build: matmul },
    Row { name: "numpy.inner", params: "a, b", build: inner },
    Row { name: "numpy.outer", params: "a, b", build: outer },
    Row { name: "numpy.add.outer", params: "A, B", build: ufunc_outer },
    Row { name: "numpy.subtract.outer", params: "A, B", build: ufunc_outer },
    Row { name: "numpy.multiply.outer", params: "A, B", build: ufunc_outer },
    Row { name: "numpy.divide.outer", params: "A, B", build: ufunc_outer },
    Row { name: "numpy.vdot", params: "a, b", build: vdot },
    Row { name: "numpy.tensordot", params: "a, b, axes=2", build: tensordot },
    Row { name: "numpy.fill_diagonal", params: "a, val", build: fill_diagonal },
    Row { name: "numpy.kron", params: "a, b", build: kron },
    Row { name: "numpy.cross", params: "a, b", build: cross },
];

fn matmul<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let result = lo.matmul(&args.val(0), &args.val(1), args.span)?;
    lo.store_out(args, 2, result)
}

fn dot<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let result = dot_product(lo, args)?;
    lo.store_out(args, 2, result)
}

fn dot_product(lo: &mut Lowerer, args: &Args) -> Res<Val> {
    let (a, b) = (tools::array(lo, args, 0)?, tools::array(lo, args, 1)?);
    if a.ty.rank() == 0 || b.ty.rank() == 0 {
        return tools::binary(lo, BinOp::Mul, &args.val(0), &args.val(1), args.span);
    }
    if b.ty.rank() > 2 {
        let axis = b.ty.rank() - 2;
        return contracted(lo, &a, &b, &[a.ty.rank() - 1], &[axis], args.span);
    }
    let (last, first) = (a.ty.rank() - 1, b.ty.rank().saturating_sub(2));
    if let (Some(x), Some(y)) = (a.ty.dims[last], b.ty.dims[first])
        && x != y
    {
        let (left, right) = (shape_text(&a.ty.dims), shape_text(&b.ty.dims));
        let message = format!("shapes {left} and {right} not aligned: {x} (dim {last}) != {y} (dim {first})");
        return lo.fail(args.span, message, "make the shapes agree, with `reshape` or a transpose");
    }
    lo.matmul(&Val::Array(a), &Val::Array(b), args.span)
}

fn inner<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let (a, b) = (tools::array(lo, args, 0)?, tools::array(lo, args, 1)?);
    if a.ty.rank() == 0 || b.ty.rank() == 0 {
        return tools::binary(lo, BinOp::Mul, &args.val(0), &args.val(1), args.span);
    }
    contracted(lo, &a, &b, &[a.ty.rank() - 1], &[b.ty.rank() - 1], args.span)
}

fn outer<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let arrays = [tools::at_least_1d(lo, args, 0)?, tools::at_least_1d(lo, args, 1)?];
    let elem = tools::common(&arrays);
    let [a, b] = arrays.map(|array| tools::raveled(lo, &array));
    let dims = vec![a.ty.dims[0], b.ty.dims[0]];
    let operands = [tools::tensor_as(lo, &a, elem), tools::tensor_as(lo, &b, elem)];
    Ok(Val::Array(tools::library(lo, "outer", &operands, TensorType { elem, dims }, &[])))
}

/// Each element of one array with each of the other: the first with an axis of extent 1 for each of the second's.
fn ufunc_outer<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let (mut a, b) = (tools::array(lo, args, 0)?, tools::array(lo, args, 1)?);
    for _ in 0..b.ty.rank() {
        let axis = a.ty.rank();
        a = tools::expanded(lo, &a, axis, args.span)?;
    }
    let op = match args.name {
        "numpy.add.outer" => BinOp::Add,
        "numpy.subtract.outer" => BinOp::Sub,
        "numpy.divide.outer" => BinOp::Div,
        _ => BinOp::Mul,
    };
    tools::binary(lo, op, &Val::Array(a), &Val::Array(b), args.span)
}

fn vdot<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let (a, b) = (tools::array(lo, args, 0)?, tools::array(lo, args, 1)?);
    let (a, b) = (tools::raveled(lo, &a), tools::raveled(lo, &b));
    let a = conjugated(lo, a, args.span)?;
    lo.matmul(&Val::Array(a), &Val::Array(b), args.span)
}

fn conjugated(lo: &mut Lowerer, array: Array, span: Span) -> Res<Array> {
    if !phylanx_dialects::dtype::is_complex(array.ty.elem) {
        return Ok(array);
    }
    let tensor = lo.tensor(&array);
    let value = lo.infer("conj", &[tensor], &[], span)?;
    Ok(Array { value, form: Form::Tensor, ..array })
}

fn tensordot<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let (a, b) = (tools::array(lo, args, 0)?, tools::array(lo, args, 1)?);
    let (left, right) = match args.val(2) {
        Val::Tuple(items) | Val::List(items) => {
            let [left, right] = &*items else {
                return lo.fail(args.span_of(2), "`axes` must be a number or a pair of axes", "write `axes=1`");
            };
            (pair_axes(lo, args, left, a.ty.rank())?, pair_axes(lo, args, right, b.ty.rank())?)
        }
        _ => {
            let count = lo.const_arg(args, 2)?.unwrap_or(2);
            if count < 0 || count as usize > a.ty.rank().min(b.ty.rank()) {
                return lo.fail(args.span, "the arrays have fewer axes than `axes` sums over", "use fewer axes");
            }
            let count = count as usize;
            ((a.ty.rank() - count..a.ty.rank()).collect(), (0..count).collect())
        }
    };
    contracted(lo, &a, &b, &left, &right, args.span)
}

fn pair_axes<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>, val: &Val, rank: usize) -> Res<Vec<usize>> {
    let items = match val {
        Val::Tuple(items) | Val::List(items) => items.to_vec(),
        one => vec![one.clone()],
    };
    let mut out = Vec::new();
    for item in items {
        let Some(axis) = item.const_int() else {
            return lo.not_constant(args.expr(2), args.span_of(2), "axes");
        };
        out.push(tools::normal_axis(lo, axis, rank, args.span_of(2))?);
    }
    Ok(out)
}

/// Sums over pairs of axes, as a product of two matrices.
fn contracted(lo: &mut Lowerer, a: &Array, b: &Array, left: &[usize], right: &[usize], span: Span) -> Res<Val> {
    if left.len() != right.len() {
        return lo.fail(span, "shape-mismatch for sum", "name as many axes on both sides");
    }
    let mut sizes = Vec::new();
    for (x, y) in left.iter().zip(right) {
        let (x, y) = (lo.extent(a, *x), lo.extent(b, *y));
        tools::require_equal(lo, &x, &y, "shape-mismatch for sum", span)?;
        sizes.push(x);
    }
    let free = |rank: usize, bound: &[usize]| (0..rank).filter(|axis| !bound.contains(axis)).collect::<Vec<_>>();
    let (rows, columns) = (free(a.ty.rank(), left), free(b.ty.rank(), right));
    let mut shape = Vec::new();
    for axis in &rows {
        shape.push(lo.extent(a, *axis));
    }
    for axis in &columns {
        shape.push(lo.extent(b, *axis));
    }
    let inner = sizes.iter().fold(Scalar::int(1), |total, size| lo.int_times(&total, size));
    let height = shape[..rows.len()].iter().fold(Scalar::int(1), |total, size| lo.int_times(&total, size));
    let width = shape[rows.len()..].iter().fold(Scalar::int(1), |total, size| lo.int_times(&total, size));
    let a = tools::transposed(lo, a, &[rows, left.to_vec()].concat());
    let a = tools::reshaped(lo, &a, &[height, inner.clone()]);
    let b = tools::transposed(lo, b, &[right.to_vec(), columns].concat());
    let b = tools::reshaped(lo, &b, &[inner, width]);
    let product = lo.matmul(&Val::Array(a), &Val::Array(b), span)?;
    let product = lo.array_of(&product, span)?;
    let result = tools::reshaped(lo, &product, &shape);
    Ok(lo.fresh_or_scalar(result.value))
}

fn matrix(lo: &mut Lowerer, args: &Args) -> Res<Array> {
    let found = tools::array(lo, args, 0)?;
    if found.ty.rank() != 2 {
        return lo.fail(args.span_of(0), "a matrix (two dimensions) is needed here", "pass an array of rank 2");
    }
    Ok(found)
}

pub fn int_or_zero(lo: &mut Lowerer, args: &Args, at: usize) -> Res<Scalar> {
    match args.get(at) {
        Some(val) => lo.int_of(val, args.span_of(at)),
        None => Ok(Scalar::int(0)),
    }
}

fn fill_diagonal<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let array = matrix(lo, args)?;
    let value = tools::array(lo, args, 1)?;
    if array.form != Form::Ref {
        return Ok(Val::None);
    }
    let (rows, columns) = (lo.extent(&array, 0), lo.extent(&array, 1));
    let count = tools::int_extreme(lo, "minsi", &rows, &columns);
    let places = tools::arange(lo, &count).value;
    let value = tools::tensor_as(lo, &value, array.ty.elem);
    lo.effect("physl.put", &[array.value, value, places, places], &[("axes", Attr::I64s(vec![0, 1]))]);
    Ok(Val::None)
}

fn kron<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let (mut a, mut b) = (tools::at_least_1d(lo, args, 0)?, tools::at_least_1d(lo, args, 1)?);
    while a.ty.rank() < b.ty.rank() {
        a = tools::expanded(lo, &a, 0, args.span)?;
    }
    while b.ty.rank() < a.ty.rank() {
        b = tools::expanded(lo, &b, 0, args.span)?;
    }
    let rank = a.ty.rank();
    if rank > 4 {
        return lo.fail(args.span, "kron is supported up to rank 4", "use arrays of lower rank");
    }
    let mut shape = Vec::new();
    for axis in 0..rank {
        let (x, y) = (lo.extent(&a, axis), lo.extent(&b, axis));
        shape.push(lo.int_times(&x, &y));
    }
    let spread_a: Vec<Item> = (0..rank).flat_map(|_| [tools::whole(), Item::NewAxis]).collect();
    let spread_b: Vec<Item> = (0..rank).flat_map(|_| [Item::NewAxis, tools::whole()]).collect();
    let (a, b) = (tools::part(lo, &a, &spread_a, args.span)?, tools::part(lo, &b, &spread_b, args.span)?);
    let product = tools::binary(lo, BinOp::Mul, &Val::Array(a), &Val::Array(b), args.span)?;
    let product = lo.array_of(&product, args.span)?;
    Ok(Val::Array(tools::reshaped(lo, &product, &shape)))
}

fn cross<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let (a, b) = (components(lo, args, 0)?, components(lo, args, 1)?);
    let mut parts = Vec::new();
    for (i, j) in [(1, 2), (2, 0), (0, 1)] {
        let plus = tools::binary(lo, BinOp::Mul, &a[i], &b[j], args.span)?;
        let minus = tools::binary(lo, BinOp::Mul, &a[j], &b[i], args.span)?;
        let part = tools::binary(lo, BinOp::Sub, &plus, &minus, args.span)?;
        parts.push(lo.array_of(&part, args.span)?);
    }
    let axis = parts[0].ty.rank();
    super::join::stacked(lo, &parts, axis, args.span).map(Val::Array)
}

/// The three components along the last axis.
fn components(lo: &mut Lowerer, args: &Args, at: usize) -> Res<Vec<Val>> {
    let array = tools::at_least_1d(lo, args, at)?;
    let axis = array.ty.rank() - 1;
    let extent = lo.extent(&array, axis);
    tools::require_equal(
        lo,
        &extent,
        &Scalar::int(3),
        "cross product needs vectors of 3 components",
        args.span_of(at),
    )?;
    let mut out = Vec::new();
    for component in 0..3 {
        let mut items: Vec<Item> = (0..axis).map(|_| tools::whole()).collect();
        items.push(Item::Int(Scalar::int(component)));
        out.push(lo.read_items(&array, &items, args.span_of(at))?);
    }
    Ok(out)
}

/// An array in the float type that its elements compute in.
pub fn as_float(lo: &mut Lowerer, array: &Array) -> Array {
    let elem = float_of(array.ty.elem);
    tools::cast(lo, array, elem)
}
