//! `numpy.linalg.norm`: lengths of vectors and sizes of matrices.

use super::linalg::singular_values;
use super::linear::as_float;
use super::tools;
use crate::ast::BinOp;
use crate::lower::call::{Args, Row};
use crate::lower::{Lowerer, Res};
use crate::source::Span;
use crate::value::{Array, Const, Form, Scalar, Val};
use phylanx_dialects::dtype::is_complex;

pub static ROWS: &[Row] =
    &[Row { name: "numpy.linalg.norm", params: "x, ord=None, axis=None, keepdims=False", build: norm }];

/// Which norm.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Kind {
    /// Root of the sum of squares over all axes.
    Plain,
    Frobenius,
    /// Sum of singular values.
    Nuclear,
    Order(f64),
}

fn norm<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let array = tools::array(lo, args, 0)?;
    let array = as_float(lo, &array);
    let kind = kind(lo, args)?;
    let axes = tools::axes(lo, args, 2, array.ty.rank())?;
    let keepdims = lo.flag_arg(args, 3)?;
    let span = args.span;
    if axes.len() > 2 && kind != Kind::Plain || axes.len() > 2 && args.get(2).is_some() {
        return lo.fail(span, "Improper number of dimensions to norm.", "name one or two axes");
    }
    match (kind, axes.as_slice()) {
        (Kind::Plain, _) | (Kind::Frobenius, [_, _]) => root_of_squares(lo, &array, &axes, keepdims, span),
        (Kind::Nuclear, [row, column]) => of_singular_values(lo, &array, "sum", (*row, *column), keepdims, span),
        (Kind::Nuclear, _) => lo.fail(args.span_of(1), "Invalid norm order 'nuc' for vectors", "leave `ord` out"),
        (Kind::Frobenius, _) => lo.fail(args.span_of(1), "Invalid norm order 'fro' for vectors", "leave `ord` out"),
        (Kind::Order(order), [axis]) => of_vectors(lo, &array, order, *axis, keepdims, span),
        (Kind::Order(order), [row, column]) => of_matrices(lo, args, &array, order, (*row, *column), keepdims),
        _ => lo.fail(args.span_of(1), "Improper number of dimensions to norm.", "name one or two axes"),
    }
}

fn kind<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Kind> {
    match args.get(1) {
        None => Ok(Kind::Plain),
        Some(Val::Str(_)) => match lo.text_arg(args, 1)?.as_deref() {
            Some("fro") => Ok(Kind::Frobenius),
            Some("nuc") => Ok(Kind::Nuclear),
            _ => lo.fail(args.span_of(1), "Invalid norm order for matrices.", "use 'fro', 'nuc', 1, 2 or np.inf"),
        },
        Some(val) => match Lowerer::known_number(val).map(Const::as_f64) {
            Some(order) => Ok(Kind::Order(order)),
            None => lo.not_constant(args.expr(1), args.span_of(1), "the order of the norm"),
        },
    }
}

fn root_of_squares(lo: &mut Lowerer, array: &Array, axes: &[usize], keepdims: bool, span: Span) -> Res<Val> {
    let val = Val::Array(array.clone());
    let squares = if is_complex(array.ty.elem) {
        let (real, imaginary) =
            (tools::map(lo, "real", std::slice::from_ref(&val), span)?, tools::map(lo, "imag", &[val], span)?);
        let real = tools::binary(lo, BinOp::Mul, &real, &real, span)?;
        let imaginary = tools::binary(lo, BinOp::Mul, &imaginary, &imaginary, span)?;
        tools::binary(lo, BinOp::Add, &real, &imaginary, span)?
    } else {
        tools::binary(lo, BinOp::Mul, &val, &val, span)?
    };
    let sum = tools::fold(lo, "sum", &squares, axes, keepdims, span)?;
    tools::float_map(lo, "sqrt", &sum, span)
}

fn of_vectors(lo: &mut Lowerer, array: &Array, order: f64, axis: usize, keepdims: bool, span: Span) -> Res<Val> {
    if order == 2.0 {
        return root_of_squares(lo, array, &[axis], keepdims, span);
    }
    let val = Val::Array(array.clone());
    if order == 0.0 {
        let hits = tools::compare(lo, "ne", &val, &Val::int(0), span)?;
        let hits = lo.array_of(&hits, span)?;
        let hits = Val::Array(tools::cast(lo, &hits, array.ty.elem));
        return tools::fold(lo, "sum", &hits, &[axis], keepdims, span);
    }
    let sizes = tools::map(lo, "abs", &[val], span)?;
    if order.is_infinite() {
        return tools::fold(lo, if order > 0.0 { "max" } else { "min" }, &sizes, &[axis], keepdims, span);
    }
    if order == 1.0 {
        return tools::fold(lo, "sum", &sizes, &[axis], keepdims, span);
    }
    let powers = tools::binary(lo, BinOp::Pow, &sizes, &Val::float(order), span)?;
    let sum = tools::fold(lo, "sum", &powers, &[axis], keepdims, span)?;
    tools::binary(lo, BinOp::Pow, &sum, &Val::float(1.0 / order), span)
}

/// Largest (or smallest) sum of sizes over columns or rows.
fn of_matrices(
    lo: &mut Lowerer,
    args: &Args,
    array: &Array,
    order: f64,
    axes: (usize, usize),
    keepdims: bool,
) -> Res<Val> {
    let span = args.span;
    if order.abs() == 2.0 {
        let pick = if order > 0.0 { "max" } else { "min" };
        return of_singular_values(lo, array, pick, axes, keepdims, span);
    }
    if order.abs() != 1.0 && !order.is_infinite() {
        let help = "use 'fro', 'nuc', 1, -1, 2, -2, np.inf or -np.inf";
        return lo.fail(args.span_of(1), "Invalid norm order for matrices.", help);
    }
    let (summed, rest) = if order.abs() == 1.0 { axes } else { (axes.1, axes.0) };
    let sizes = tools::map(lo, "abs", &[Val::Array(array.clone())], span)?;
    let sums = tools::fold(lo, "sum", &sizes, &[summed], true, span)?;
    let most = tools::fold(lo, if order > 0.0 { "max" } else { "min" }, &sums, &[rest], true, span)?;
    if keepdims { Ok(most) } else { without(lo, array, &most, axes, span) }
}

/// Without the axes of the matrices, which have extent 1.
fn without(lo: &mut Lowerer, array: &Array, most: &Val, axes: (usize, usize), span: Span) -> Res<Val> {
    let most = lo.array_of(most, span)?;
    let mut shape = Vec::new();
    for axis in (0..array.ty.rank()).filter(|axis| *axis != axes.0 && *axis != axes.1) {
        shape.push(lo.extent(&most, axis));
    }
    let result = tools::reshaped(lo, &most, &shape);
    Ok(lo.fresh_or_scalar(result.value))
}

/// The largest, the smallest or the sum of the singular values.
fn of_singular_values(
    lo: &mut Lowerer,
    array: &Array,
    fold: &str,
    axes: (usize, usize),
    keepdims: bool,
    span: Span,
) -> Res<Val> {
    let rank = array.ty.rank();
    let mut perm: Vec<usize> = (0..rank).filter(|axis| *axis != axes.0 && *axis != axes.1).collect();
    let kept = perm.clone();
    perm.extend([axes.0, axes.1]);
    let turned = tools::transposed(lo, array, &perm);
    let turned = tools::cast(lo, &turned, array.ty.elem);
    let tensor = lo.tensor(&turned);
    let stack = Array { ty: turned.ty.clone(), value: tensor, form: Form::Tensor };
    let values = singular_values(lo, &stack);
    let folded = tools::fold(lo, fold, &values, &[rank - 2], false, span)?;
    if !keepdims {
        return Ok(folded);
    }
    let folded = lo.array_of(&folded, span)?;
    let mut shape = vec![Scalar::int(1); rank];
    for (at, axis) in kept.into_iter().enumerate() {
        shape[axis] = lo.extent(&folded, at);
    }
    Ok(Val::Array(tools::reshaped(lo, &folded, &shape)))
}
