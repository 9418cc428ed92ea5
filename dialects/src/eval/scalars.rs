//! Checked arithmetic on Python scalars, as Python does it.

use super::elem::{float_floordiv, float_mod};
use super::tensor::{constant, with_elem};
use super::{Attrs, Call, Elem, EvalError, Tensor, Val, map, raises, undefined};
use crate::DType;
use crate::ir::{Attr, Op};

/// The value of a scalar op.
pub fn eval(call: &Call) -> Result<Tensor, EvalError> {
    let name = call.row.name;
    if name == "py_to_np" {
        return numpy_scalar(call);
    }
    if name == "int_div" {
        return quotient(call);
    }
    if name.starts_with("int_") {
        return int(call, name).map(Tensor::int);
    }
    if name == "math" || call.row.operands.len() > 2 {
        return Err(undefined(call));
    }
    float(call, name)
}

fn numpy_scalar(call: &Call) -> Result<Tensor, EvalError> {
    let op = call.attr("op", |attr| attr.as_str().map(str::to_string))?;
    let row = crate::ops::find(&op).ok_or_else(|| undefined(call))?;
    let operands: Vec<Val> =
        (0..call.operands.len()).map(|at| call.scalar(at).cloned().map(Val::Tensor)).collect::<Result<_, _>>()?;
    map::eval(&Call { row, operands: &operands, attrs: call.attrs, to: call.to })
}

/// The quotient of integers that are exact as floats.
fn quotient(call: &Call) -> Result<Tensor, EvalError> {
    let (x, y) = (call.int(0)?, call.int(1)?);
    if y == 0 {
        return Err(raises("ZeroDivisionError", "division by zero"));
    }
    if x.unsigned_abs().max(y.unsigned_abs()) > 1 << 53 {
        return Err(undefined(call));
    }
    Ok(Tensor::float(x as f64 / y as f64))
}

fn int(call: &Call, name: &str) -> Result<i64, EvalError> {
    let x = call.int(0)?;
    let overflow = || raises("OverflowError", "integer overflow");
    if call.operands.len() == 1 {
        return if name == "int_neg" { x.checked_neg() } else { x.checked_abs() }.ok_or_else(overflow);
    }
    let y = call.int(1)?;
    let division = matches!(name, "int_floordiv" | "int_mod");
    if division && y == 0 {
        return Err(raises("ZeroDivisionError", "integer division or modulo by zero"));
    }
    let negative = |what: &str| Err(raises("ValueError", what));
    match name {
        "int_add" => x.checked_add(y),
        "int_sub" => x.checked_sub(y),
        "int_mul" => x.checked_mul(y),
        "int_floordiv" => x.checked_div(y).map(|q| if x % y != 0 && (x < 0) != (y < 0) { q - 1 } else { q }),
        "int_mod" => {
            Some(x.checked_rem(y).map_or(0, |rest| if rest != 0 && (rest < 0) != (y < 0) { rest + y } else { rest }))
        }
        "int_pow" if y < 0 => return negative("negative exponent"),
        "int_pow" => {
            u32::try_from(y).ok().and_then(|y| x.checked_pow(y)).or(if matches!(x, 0 | 1) { Some(x) } else { None })
        }
        "int_shl" | "int_shr" if y < 0 => return negative("negative shift count"),
        "int_shl" => u32::try_from(y)
            .ok()
            .filter(|y| *y < 64)
            .and_then(|y| x.checked_mul(1i64.checked_shl(y)?))
            .or(if x == 0 { Some(0) } else { None }),
        "int_shr" => Some(x >> y.min(63)),
        _ => return Err(undefined(call)),
    }
    .ok_or_else(overflow)
}

fn float(call: &Call, name: &str) -> Result<Tensor, EvalError> {
    let x = call.scalar(0)?.as_float().ok_or_else(|| undefined(call))?;
    if call.operands.len() == 1 {
        return match name {
            "float_to_int" if x.is_nan() => Err(raises("ValueError", "cannot convert float NaN to integer")),
            "float_to_int" if x.trunc() >= -9.3e18 && x.to_i64() as f64 == x.trunc() => Ok(Tensor::int(x as i64)),
            "float_to_int" => Err(raises("OverflowError", "cannot convert float to integer")),
            "float_round" if x.is_finite() => Ok(Tensor::int(x.round_ties_even().to_i64())),
            _ => Err(undefined(call)),
        };
    }
    let y = call.scalar(1)?.as_float().ok_or_else(|| undefined(call))?;
    if y == 0.0 && name != "float_pow" {
        return Err(raises("ZeroDivisionError", "float division by zero"));
    }
    match name {
        "float_div" => Ok(Tensor::float(x / y)),
        "float_floordiv" => Ok(Tensor::float(float_floordiv(x, y))),
        "float_mod" => Ok(Tensor::float(float_mod(x, y))),
        "float_pow" if x == 0.0 && y < 0.0 => {
            Err(raises("ZeroDivisionError", "0.0 cannot be raised to a negative power"))
        }
        "float_pow" if x < 0.0 && x.is_finite() && y.fract() != 0.0 => {
            Err(raises("ValueError", "the result would be complex"))
        }
        "float_pow" => Ok(Tensor::float(x.powf(y))),
        _ => Err(undefined(call)),
    }
}

/// The value of an op of `arith` on scalars.
pub fn arith(op: &Op, operands: &[Val], to: DType) -> Result<Val, EvalError> {
    let unknown = || EvalError::Undefined(format!("no meaning for {} here", op.name));
    let name = op.name.strip_prefix("arith.").ok_or_else(unknown)?;
    if name == "constant" {
        return op.attr("value").ok_or_else(unknown).and_then(constant);
    }
    let attrs = Attrs::new();
    let tensors: Vec<Val> = operands
        .iter()
        .map(|value| match value {
            Val::Scalar(tensor) => Ok(Val::Tensor(tensor.clone())),
            _ => Err(unknown()),
        })
        .collect::<Result<_, _>>()?;
    let (row, swapped) = spelled(op, name).ok_or_else(unknown)?;
    let row = crate::ops::find(row).ok_or_else(unknown)?;
    let result = map::eval(&Call { row, operands: &tensors, attrs: &attrs, to })?;
    let result = if swapped {
        map::eval(&Call {
            row: crate::ops::find("not").ok_or_else(unknown)?,
            operands: &[Val::Tensor(result)],
            attrs: &attrs,
            to,
        })?
    } else {
        result
    };
    Ok(Val::Scalar(result))
}

/// The map op that an `arith` op is, and whether its result is negated.
fn spelled(op: &Op, name: &str) -> Option<(&'static str, bool)> {
    let plain = match name {
        "addi" | "addf" => "add",
        "subi" | "subf" => "sub",
        "muli" | "mulf" => "mul",
        "divf" => "div",
        "remf" => "fmod",
        "negf" => "neg",
        "andi" => "and",
        "ori" => "or",
        "xori" => "xor",
        "maximumf" | "maxsi" => "maximum",
        "minimumf" | "minsi" => "minimum",
        "select" => "where",
        "index_cast" | "extui" | "extsi" | "trunci" | "sitofp" | "uitofp" | "extf" | "truncf" | "fptosi" => "cast",
        "cmpi" => ["eq", "ne", "lt", "le", "gt", "ge"].get(predicate(op)?).copied()?,
        "cmpf" => return float_predicate(predicate(op)?),
        _ => return None,
    };
    Some((plain, false))
}

fn predicate(op: &Op) -> Option<usize> {
    usize::try_from(op.attr("predicate").and_then(Attr::as_int)?).ok()
}

/// `arith.cmpf`'s numbers: 1 to 6 are ordered, 8 to 13 their unordered counterparts.
fn float_predicate(number: usize) -> Option<(&'static str, bool)> {
    Some(match number {
        1 => ("eq", false),
        2 => ("gt", false),
        3 => ("ge", false),
        4 => ("lt", false),
        5 => ("le", false),
        9 => ("le", true),
        10 => ("lt", true),
        11 => ("ge", true),
        12 => ("gt", true),
        13 => ("ne", false),
        _ => return None,
    })
}

/// A scalar as a truth value.
pub fn truth(value: &Val) -> Result<bool, EvalError> {
    match value {
        Val::Scalar(tensor) => {
            with_elem!(tensor.dtype(), T => Ok(super::tensor::open::<T>(tensor)?.iter().any(|x| *x != T::ZERO)))
        }
        _ => Err(EvalError::Undefined("a condition that is no scalar".into())),
    }
}
