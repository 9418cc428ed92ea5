//! Arithmetic on machine scalars: constants are computed where that is exact and cannot fail.

use super::Fold;
use crate::effects::Defs;
use phylanx_dialects::DType;
use phylanx_dialects::ir::{Attr, Module, Op, Type, Value};

/// What a scalar op becomes, if it can be simplified.
pub(super) fn fold(op: &Op, defs: &Defs, module: &Module) -> Option<Fold> {
    if op.results.len() != 1 || op.name == "arith.constant" {
        return None;
    }
    let ty = module.ty(op.result());
    let constants: Option<Vec<&Attr>> = op.operands.iter().map(|&value| constant(value, defs)).collect();
    if let Some(found) = constants.filter(|all| !all.is_empty()).and_then(|constants| evaluate(op, ty, &constants)) {
        return Some(Fold::Constant(found));
    }
    identity(op, defs).map(|value| Fold::Values(vec![value]))
}

/// The attribute of a constant.
pub(super) fn constant(value: Value, defs: &Defs) -> Option<&Attr> {
    defs.get(&value).filter(|op| op.name == "arith.constant")?.attr("value")
}

fn evaluate(op: &Op, ty: &Type, constants: &[&Attr]) -> Option<Attr> {
    match constants {
        [Attr::Int(x, _)] => of_int(op, ty, *x),
        [Attr::Bool(x)] => of_bool(op, ty, *x),
        [Attr::Float(x, Type::Scalar(DType::F64))] => of_float(op, *x),
        [Attr::Int(x, _), Attr::Int(y, _)] => of_ints(op, ty, *x, *y),
        [Attr::Bool(x), Attr::Bool(y)] => of_bools(op, *x, *y),
        [Attr::Float(x, Type::Scalar(DType::F64)), Attr::Float(y, _)] => of_floats(op, *x, *y),
        _ => None,
    }
}

fn of_int(op: &Op, ty: &Type, x: i64) -> Option<Attr> {
    let int = |value: i64| Some(Attr::Int(value, ty.clone()));
    match (op.name.as_str(), ty) {
        ("arith.index_cast" | "arith.extsi", Type::Index | Type::Scalar(DType::I64)) => int(x),
        ("arith.sitofp", Type::Scalar(DType::F64)) => Some(Attr::Float(x as f64, ty.clone())),
        ("physl.int_neg", _) => int(x.checked_neg()?),
        ("physl.int_abs", _) => int(x.checked_abs()?),
        _ => None,
    }
}

fn of_bool(op: &Op, ty: &Type, x: bool) -> Option<Attr> {
    match (op.name.as_str(), ty) {
        ("arith.extui", Type::Scalar(DType::I64)) => Some(Attr::Int(i64::from(x), ty.clone())),
        ("arith.uitofp", Type::Scalar(DType::F64)) => Some(Attr::Float(f64::from(u8::from(x)), ty.clone())),
        _ => None,
    }
}

fn of_float(op: &Op, x: f64) -> Option<Attr> {
    (op.name == "arith.negf").then_some(Attr::Float(-x, Type::F64))
}

fn of_ints(op: &Op, ty: &Type, x: i64, y: i64) -> Option<Attr> {
    if op.name == "arith.cmpi" {
        return compare_ints(op.attr("predicate")?.as_int()?, x, y).map(Attr::Bool);
    }
    // Larger integers are not exact as floats; the quotient is rounded once.
    if op.name == "physl.int_div" && y != 0 && x.unsigned_abs().max(y.unsigned_abs()) <= 1 << 53 {
        return Some(Attr::Float(x as f64 / y as f64, Type::F64));
    }
    if !matches!(ty, Type::Index | Type::Scalar(DType::I64)) {
        return None;
    }
    let value = match op.name.as_str() {
        "arith.addi" => x.wrapping_add(y),
        "arith.subi" => x.wrapping_sub(y),
        "arith.muli" => x.wrapping_mul(y),
        "arith.maxsi" => x.max(y),
        "arith.minsi" => x.min(y),
        "physl.int_add" => x.checked_add(y)?,
        "physl.int_sub" => x.checked_sub(y)?,
        "physl.int_mul" => x.checked_mul(y)?,
        "physl.int_floordiv" => floordiv(x, y)?,
        "physl.int_mod" => x.checked_sub(floordiv(x, y)?.checked_mul(y)?)?,
        "physl.int_pow" => x.checked_pow(u32::try_from(y).ok()?)?,
        _ => return None,
    };
    Some(Attr::Int(value, ty.clone()))
}

/// Python's `//`: rounded down; nothing where Python raises.
fn floordiv(x: i64, y: i64) -> Option<i64> {
    let quotient = x.checked_div(y)?;
    let inexact = x.checked_rem(y)? != 0;
    Some(if inexact && (x < 0) != (y < 0) { quotient - 1 } else { quotient })
}

fn compare_ints(predicate: i64, x: i64, y: i64) -> Option<bool> {
    Some(match predicate {
        0 => x == y,
        1 => x != y,
        2 => x < y,
        3 => x <= y,
        4 => x > y,
        5 => x >= y,
        _ => return None,
    })
}

fn of_bools(op: &Op, x: bool, y: bool) -> Option<Attr> {
    let value = match op.name.as_str() {
        "arith.andi" => x && y,
        "arith.ori" => x || y,
        "arith.xori" => x != y,
        _ => return None,
    };
    Some(Attr::Bool(value))
}

/// IEEE operations are the same at compile time and at run time.
fn of_floats(op: &Op, x: f64, y: f64) -> Option<Attr> {
    if op.name == "arith.cmpf" {
        return compare_floats(op.attr("predicate")?.as_int()?, x, y).map(Attr::Bool);
    }
    let value = match op.name.as_str() {
        "arith.addf" => x + y,
        "arith.subf" => x - y,
        "arith.mulf" => x * y,
        "arith.divf" => x / y,
        "physl.float_div" if y != 0.0 => x / y,
        _ => return None,
    };
    // The bits of a NaN are the processor's business.
    (!value.is_nan()).then_some(Attr::Float(value, Type::F64))
}

/// Predicates of `arith.cmpf` that mean Python's comparisons: ordered, and `!=` unordered.
fn compare_floats(predicate: i64, x: f64, y: f64) -> Option<bool> {
    Some(match predicate {
        1 => x == y,
        2 => x > y,
        3 => x >= y,
        4 => x < y,
        5 => x <= y,
        13 => x != y,
        _ => return None,
    })
}

/// The operand that an op gives back as it is.
fn identity(op: &Op, defs: &Defs) -> Option<Value> {
    if op.name == "arith.select" {
        return choice(op, defs);
    }
    let &[x, y] = op.operands.as_slice() else { return None };
    let is = |value: Value, wanted: &Attr| constant(value, defs).is_some_and(|found| same_number(found, wanted));
    let (zero, one) = (Attr::int(0), Attr::int(1));
    match op.name.as_str() {
        "physl.int_add" | "arith.addi" if is(y, &zero) => Some(x),
        "physl.int_add" | "arith.addi" if is(x, &zero) => Some(y),
        "physl.int_sub" | "arith.subi" if is(y, &zero) => Some(x),
        "physl.int_mul" | "arith.muli" if is(y, &one) => Some(x),
        "physl.int_mul" | "arith.muli" if is(x, &one) => Some(y),
        "arith.andi" | "arith.ori" if x == y => Some(x),
        "arith.andi" if is(y, &Attr::Bool(true)) => Some(x),
        "arith.andi" if is(x, &Attr::Bool(true)) => Some(y),
        "arith.ori" if is(y, &Attr::Bool(false)) => Some(x),
        "arith.ori" if is(x, &Attr::Bool(false)) => Some(y),
        "arith.xori" if is(y, &Attr::Bool(true)) => double_negation(x, defs),
        _ => None,
    }
}

fn same_number(found: &Attr, wanted: &Attr) -> bool {
    match (found, wanted) {
        (Attr::Int(x, _), Attr::Int(y, _)) => x == y,
        (Attr::Bool(x), Attr::Bool(y)) => x == y,
        _ => false,
    }
}

fn choice(op: &Op, defs: &Defs) -> Option<Value> {
    let &[condition, yes, no] = op.operands.as_slice() else { return None };
    match constant(condition, defs) {
        Some(Attr::Bool(true)) => Some(yes),
        Some(Attr::Bool(false)) => Some(no),
        _ => (yes == no).then_some(yes),
    }
}

/// The `x` of `not not x`.
fn double_negation(value: Value, defs: &Defs) -> Option<Value> {
    let inner = defs.get(&value).filter(|op| op.name == "arith.xori")?;
    matches!(constant(inner.operands[1], defs), Some(Attr::Bool(true))).then_some(inner.operands[0])
}
