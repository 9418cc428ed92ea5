//! Sorting, distinct values, counts.

use crate::lower::call::{Args, Row};
use crate::lower::{Lowerer, Res};
use crate::value::{Array, Form, Val};
use phylanx_dialects::DType;
use phylanx_dialects::ir::{Attr, Type};

#[rustfmt::skip]
pub const ROWS: &[Row] = &[
    Row { name: "ndarray.sort", params: "a, axis=", build: sort_in_place },
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
