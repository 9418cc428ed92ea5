//! Products and norms.

use crate::lower::call::{Args, Row};
use crate::lower::{Lowerer, Mode, Res};
use crate::types::{Strength, promote};
use crate::value::Val;
use phylanx_dialects::ir::{Attr, TensorType, Type};

#[rustfmt::skip]
pub const ROWS: &[Row] = &[
    Row { name: "numpy.dot", params: "a, b, out=", build: dot },
    Row { name: "numpy.matmul", params: "a, b, out=", build: matmul },
    Row { name: "numpy.outer", params: "a, b", build: outer },
    Row { name: "numpy.inner", params: "a, b", build: inner },
    Row { name: "numpy.vdot", params: "a, b", build: vdot },
    Row { name: "numpy.linalg.norm", params: "x, ord=, axis=, keepdims=", build: norm },
];

fn matmul<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let result = lowerer.matmul(&args.val(0), &args.val(1), args.span)?;
    lowerer.into_out(args, 2, result)
}

fn dot<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let (a, b) = (lowerer.array_arg(args, 0)?, lowerer.array_arg(args, 1)?);
    if a.ty.rank() == 0 || b.ty.rank() == 0 {
        return lowerer.elementwise("mul", &[args.val(0), args.val(1)], Mode::Common, args.span);
    }
    if b.ty.rank() > 2 {
        return lowerer.fail(args.span, "np.dot with a stack of matrices is not supported", "use `@`");
    }
    let result = lowerer.matmul(&Val::Array(a), &Val::Array(b), args.span)?;
    lowerer.into_out(args, 2, result)
}

fn outer<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let (a, b) = (lowerer.array_arg(args, 0)?, lowerer.array_arg(args, 1)?);
    let elem = promote(&[Strength::Strong(a.ty.elem), Strength::Strong(b.ty.elem)]);
    let (a, b) = (lowerer.flattened(&a), lowerer.flattened(&b));
    let ty = TensorType { elem, dims: vec![a.ty.dims[0], b.ty.dims[0]] };
    let (x, y) = (lowerer.cast_tensor(a.value, elem), lowerer.cast_tensor(b.value, elem));
    let value = lowerer.op("physl.outer", &[x, y], Type::Tensor(ty));
    Ok(lowerer.fresh(value))
}

fn inner<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let (a, b) = (lowerer.array_arg(args, 0)?, lowerer.array_arg(args, 1)?);
    match (a.ty.rank(), b.ty.rank()) {
        (0, _) | (_, 0) => lowerer.elementwise("mul", &[args.val(0), args.val(1)], Mode::Common, args.span),
        (_, 1) => lowerer.matmul(&Val::Array(a), &Val::Array(b), args.span),
        (_, 2) => {
            let turned = lowerer.transposed(&b, &[1, 0]);
            lowerer.matmul(&Val::Array(a), &turned, args.span)
        }
        _ => lowerer.fail(args.span, "np.inner is supported for vectors and matrices", "use `@`"),
    }
}

fn vdot<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let (a, b) = (lowerer.array_arg(args, 0)?, lowerer.array_arg(args, 1)?);
    let (a, b) = (lowerer.flattened(&a), lowerer.flattened(&b));
    lowerer.matmul(&Val::Array(a), &Val::Array(b), args.span)
}

/// Norms that are folds: 2 (Frobenius), 1 and infinity of vectors.
fn norm<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let array = lowerer.array_arg(args, 0)?;
    let axes = lowerer.axes_arg(args, 2, array.ty.rank())?;
    let keepdims = lowerer.flag_arg(args, 3)?;
    let order = match args.get(1) {
        None => Some(2.0),
        Some(Val::Str(_)) => lowerer.text_arg(args, 1)?.filter(|text| &**text == "fro").map(|_| 2.0),
        Some(val) => Lowerer::known_number(val).map(|known| known.as_f64()),
    };
    let matrix_order = args.get(1).is_some() && axes.len() > 1 && !matches!(args.get(1), Some(Val::Str(_)));
    let Some(order) =
        order.filter(|order| !matrix_order && (*order == 1.0 || *order == 2.0 || *order == f64::INFINITY))
    else {
        return lowerer.fail(
            args.span,
            "this norm is not supported",
            "supported: the 2-norm, and 1 and np.inf of vectors",
        );
    };
    let elem = crate::types::float_of(array.ty.elem);
    let tensor = lowerer.tensor(&array);
    let tensor = lowerer.cast_tensor(tensor, elem);
    let (map, fold) = match order {
        2.0 => ("square", "sum"),
        1.0 => ("abs", "sum"),
        _ => ("abs", "max"),
    };
    let mapped = lowerer.infer(map, &[tensor], &[], args.span)?;
    let attrs = [("axes", Attr::I64s(axes)), ("keepdims", Attr::Bool(keepdims))];
    let mut value = lowerer.infer(fold, &[mapped], &attrs, args.span)?;
    if order == 2.0 {
        value = lowerer.infer("sqrt", &[value], &[], args.span)?;
    }
    Ok(lowerer.fresh_or_scalar(value))
}
