//! Sorting, distinct values, counts.

use crate::lower::call::{Args, Row};
use crate::lower::{Item, Lowerer, Mode, Res};
use crate::types::float_of;
use crate::value::{Array, Form, Scalar, Val};
use phylanx_dialects::DType;
use phylanx_dialects::ir::{Attr, Type};

#[rustfmt::skip]
pub const ROWS: &[Row] = &[
    Row { name: "ndarray.sort", params: "a, axis=", build: sort_in_place },
    Row { name: "numpy.median", params: "a, axis=, keepdims=", build: median },
];

fn sorted<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>, op: &str) -> Res<Array> {
    let mut array = lowerer.array_arg(args, 0)?;
    let axis = match args.given(1) {
        Some(Val::None) => {
            array = lowerer.flattened(&array);
            0
        }
        None => lowerer.axis(-1, array.ty.rank(), args.span)?,
        Some(_) => lowerer.axis_arg(args, 1, array.ty.rank())?.unwrap_or(0),
    };
    let elem = if op == "argsort" { DType::I64 } else { array.ty.elem };
    let tensor = lowerer.tensor(&array);
    let ty = array.ty.with_elem(elem);
    let value = lowerer.op_with(
        &format!("physl.{op}"),
        &[tensor],
        Type::Tensor(ty.clone()),
        &[("axis", Attr::int(axis as i64))],
    );
    Ok(Array { ty, value, form: Form::Tensor })
}

fn sort_in_place<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let target = lowerer.array_arg(args, 0)?;
    let result = sorted(lowerer, args, "sort")?;
    let target = lowerer.reference(&target);
    lowerer.effect("physl.write", &[target.value, result.value], &[]);
    Ok(Val::None)
}

/// The middle of the sorted elements, or the mean of the two middle ones; NaN when there is a NaN.
fn median<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let keepdims = lowerer.flag_arg(args, 2)?;
    let rank = lowerer.array_arg(args, 0)?.ty.rank();
    let middle = middle(lowerer, args)?;
    if !keepdims || rank == 0 {
        return Ok(middle);
    }
    let middle = lowerer.array_of(&middle, args.span)?;
    let items = match lowerer.axis_arg(args, 1, rank)? {
        Some(axis) => {
            let whole = Item::Slice { start: None, stop: None, step: None };
            vec![whole; axis].into_iter().chain([Item::NewAxis]).collect()
        }
        None => vec![Item::NewAxis; rank],
    };
    lowerer.read_items(&middle, &items, args.span)
}

fn middle<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let mut array = lowerer.array_arg(args, 0)?;
    let axis = match lowerer.axis_arg(args, 1, array.ty.rank())? {
        Some(axis) => axis,
        None => {
            array = lowerer.flattened(&array);
            0
        }
    };
    let elem = float_of(array.ty.elem);
    let tensor = lowerer.tensor(&array);
    let tensor = lowerer.cast_tensor(tensor, elem);
    let ty = array.ty.with_elem(elem);
    let value = lowerer.op_with("physl.sort", &[tensor], Type::Tensor(ty.clone()), &[("axis", Attr::int(axis as i64))]);
    let sorted = Array { ty, value, form: Form::Tensor };
    let count = lowerer.extent(&sorted, axis);
    let last = lowerer.int_plus(&count, &Scalar::int(-1));
    let (low, high) = (half(lowerer, &last), half(lowerer, &count));
    let mut picked = Vec::new();
    for at in [low, high, last] {
        let mut items = vec![Item::Slice { start: None, stop: None, step: None }; axis];
        items.push(Item::Int(at));
        let part = lowerer.read_items(&sorted, &items, args.span)?;
        picked.push(part);
    }
    let total = lowerer.elementwise("add", &picked[..2], Mode::Float, args.span)?;
    let middle = lowerer.elementwise("div", &[total, Val::float(2.0)], Mode::Float, args.span)?;
    // NaN sorts last, and `last - last` is NaN for it alone among finite values; infinities stay with the middle.
    let is_nan = lowerer.elementwise("isnan", &picked[2..], Mode::Float, args.span)?;
    let (is_nan, middle) = (lowerer.array_of(&is_nan, args.span)?, lowerer.array_of(&middle, args.span)?);
    let nan = lowerer.scalar_tensor(&Scalar::float(f64::NAN), elem);
    let operands = [lowerer.tensor(&is_nan), nan, lowerer.tensor(&middle)];
    let value = lowerer.infer("where", &operands, &[], args.span)?;
    Ok(lowerer.fresh_or_scalar(value))
}

fn half(lowerer: &mut Lowerer, count: &Scalar) -> Scalar {
    match count.known().and_then(crate::value::Const::as_i64) {
        Some(known) => Scalar::int(known / 2),
        None => {
            let (count, two) = (lowerer.scalar_value(count), lowerer.int(2));
            Scalar::of(crate::types::Num::INT, lowerer.op("arith.divsi", &[count, two], Type::I64))
        }
    }
}
