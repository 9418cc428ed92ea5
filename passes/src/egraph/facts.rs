//! Value facts of results: uniform values by exact evaluation, finiteness, sign.

use super::infer::Args;
use super::info::{Form, Info};
use super::language::{Const, is_float};
use phylanx_dialects::DType;
use phylanx_dialects::eval::{Attrs, Call, Tensor, Val, eval_op};
use phylanx_dialects::ops::{Class, OpRow};

/// Ops up to this cost are exact or correctly rounded everywhere; dearer ones differ between libraries and are not folded.
const EXACT_COST: u32 = 8;

/// Adds to the facts of a result what the operands say.
pub fn refine(args: &Args, info: Info) -> Info {
    let Some(&x) = args.operands.first() else { return info };
    match args.row.class {
        Class::Map => map(args, info),
        Class::View if info.form == Form::Tensor => kept(x, info),
        Class::Fold => fold(args.row.name, x, info),
        _ if args.row.name == "copy" => kept(x, info),
        _ => info,
    }
}

fn kept(x: &Info, mut info: Info) -> Info {
    info.finite |= x.finite;
    info.nonnegative |= x.nonnegative;
    let fill = info.fill.or(x.fill);
    info.with_fill(fill)
}

fn fold(name: &str, x: &Info, mut info: Info) -> Info {
    if matches!(name, "max" | "min") {
        return kept(x, info);
    }
    info.nonnegative |= name == "sum" && x.nonnegative && is_float(x.dtype);
    info
}

fn map(args: &Args, mut info: Info) -> Info {
    let fills: Option<Vec<Const>> = args.operands.iter().map(|operand| operand.fill).collect();
    if let Some(value) = fills.and_then(|fills| evaluate(args.row, &fills, info.dtype)) {
        return info.with_fill(Some(value));
    }
    let [x, rest @ ..] = &args.operands[..] else { return info };
    let y = rest.first();
    let both = |fact: fn(&Info) -> bool| fact(x) && y.is_none_or(|y| fact(y));
    let all_finite = both(|info| info.finite);
    let all_nonnegative = both(|info| info.nonnegative);
    match args.row.name {
        "neg" | "sign" | "sin" | "cos" | "tanh" | "arctan" | "floor" | "ceil" | "trunc" | "rint" | "maximum"
        | "minimum" | "copysign" | "abs" => info.finite |= all_finite,
        "cast" => info.finite |= !is_float(x.dtype) || (x.finite && info.dtype == DType::F64),
        "where" => info.finite |= rest.iter().all(|part| part.finite),
        _ => {}
    }
    match args.row.name {
        "square" | "abs" => info.nonnegative |= x.finite && is_float(x.dtype),
        "exp" | "exp2" => info.nonnegative |= x.finite,
        "sqrt" => info.nonnegative |= x.nonnegative,
        "add" | "maximum" | "minimum" | "hypot" => info.nonnegative |= all_nonnegative && is_float(x.dtype),
        "mul" => info.nonnegative |= all_nonnegative && all_finite && is_float(x.dtype),
        "where" => info.nonnegative |= rest.iter().all(|part| part.nonnegative),
        _ => {}
    }
    info
}

/// What a map op gives for uniform operands; `None` where it is not exact or not defined.
pub fn evaluate(row: &'static OpRow, operands: &[Const], to: DType) -> Option<Const> {
    if row.class != Class::Map || row.cost > EXACT_COST {
        return None;
    }
    let operands: Vec<Val> = operands.iter().map(|&value| tensor(value).map(Val::Tensor)).collect::<Option<_>>()?;
    let call = Call { row, operands: &operands, attrs: &Attrs::new(), to };
    match eval_op(&call) {
        Ok(Val::Tensor(result)) => constant(&result),
        _ => None,
    }
}

/// A constant as a tensor of rank 0.
pub fn tensor(value: Const) -> Option<Tensor> {
    match value.as_i64() {
        Some(int) => Tensor::from_i64s(value.dtype, &[], &[int]).ok(),
        None => Tensor::from_f64s(value.dtype, &[], &[value.as_f64()]).ok(),
    }
}

/// A tensor of one element as a constant.
pub fn constant(tensor: &Tensor) -> Option<Const> {
    let dtype = tensor.dtype();
    match is_float(dtype) {
        true => tensor.as_float().map(|value| Const::float(value, dtype)),
        false => tensor.as_int().map(|value| Const::int(value, dtype)),
    }
}
