//! Casts between element types, as a C compiler makes them on x86-64: a float that does not fit becomes the least integer.

use super::point::kind_of;
use super::{Kind, Point, machine_type};
use phylanx_dialects::DType;
use phylanx_dialects::ir::{Attr, Type, Value};

pub fn cast(p: &mut Point) -> Option<Value> {
    let x = p.x[0];
    let (from, to) = (p.kind()?, kind_of(p.to)?);
    let ty = machine_type(p.to);
    Some(match (from, to) {
        (Kind::Bool, Kind::Bool) => x,
        (_, Kind::Bool) => is_true(p, from),
        (Kind::Bool, Kind::Float) => p.b.op("arith.uitofp", &[x], ty),
        (Kind::Bool, _) => p.b.op("arith.extui", &[x], ty),
        (Kind::Float, Kind::Float) => float_to_float(p, ty),
        (Kind::Signed, Kind::Float) => p.b.op("arith.sitofp", &[x], ty),
        (Kind::Unsigned, Kind::Float) => p.b.op("arith.uitofp", &[x], ty),
        (Kind::Float, _) => float_to_int(p),
        (_, _) => int_to_int(p, from, ty),
    })
}

fn is_true(p: &mut Point, from: Kind) -> Value {
    let zero = p.number(0);
    if from == Kind::Float { p.compare_floats("une", p.x[0], zero) } else { p.compare("ne", p.x[0], zero) }
}

fn float_to_float(p: &mut Point, ty: Type) -> Value {
    let x = p.x[0];
    match (p.elem.size(), p.to.size()) {
        (from, to) if from < to => p.b.op("arith.extf", &[x], ty),
        (from, to) if from > to => p.b.op("arith.truncf", &[x], ty),
        _ => x,
    }
}

fn int_to_int(p: &mut Point, from: Kind, ty: Type) -> Value {
    let x = p.x[0];
    match (p.elem.size(), p.to.size()) {
        (from, to) if from > to => p.b.op("arith.trunci", &[x], ty),
        (from, to) if from == to => x,
        _ if from == Kind::Signed => p.b.op("arith.extsi", &[x], ty),
        _ => p.b.op("arith.extui", &[x], ty),
    }
}

/// Small types go through `i32`, `uint32` through `i64`; `uint64` splits at 2 to the 63.
fn float_to_int(p: &mut Point) -> Value {
    let x = p.x[0];
    let ty = machine_type(p.to);
    match p.to {
        DType::I32 => truncated(p, x, DType::I32),
        DType::I64 => truncated(p, x, DType::I64),
        DType::U64 => float_to_u64(p),
        DType::U32 => {
            let wide = truncated(p, x, DType::I64);
            p.b.op("arith.trunci", &[wide], ty)
        }
        _ => {
            let wide = truncated(p, x, DType::I32);
            p.b.op("arith.trunci", &[wide], ty)
        }
    }
}

/// Toward zero, or the least integer when the result does not fit (or x is NaN), as `cvttsd2si` does.
fn truncated(p: &mut Point, x: Value, to: DType) -> Value {
    let limit = if to == DType::I32 { 2f64.powi(31) } else { 2f64.powi(63) };
    // The first value below the range; in f32 (and for i64) that is the least integer itself, which truncation gives too.
    let (low, inclusive) =
        if to == DType::I32 && p.elem == DType::F64 { (-limit - 1.0, "ogt") } else { (-limit, "oge") };
    let (low, high) = (p.float(low), p.float(limit));
    let above = p.compare_floats(inclusive, x, low);
    let below = p.compare_floats("olt", x, high);
    let fits = p.both(above, below);
    let ty = machine_type(to);
    let least = p.b.constant(Attr::Int(if to == DType::I32 { i32::MIN.into() } else { i64::MIN }, ty.clone()));
    let result = p.b.op("arith.fptosi", &[x], ty.clone());
    p.b.op("arith.select", &[fits, result, least], ty)
}

fn float_to_u64(p: &mut Point) -> Value {
    let x = p.x[0];
    let half = p.float(2f64.powi(63));
    let large = p.compare_floats("oge", x, half);
    let reduced = p.op("arith.subf", &[x, half]);
    let low = truncated(p, x, DType::I64);
    let high = truncated(p, reduced, DType::I64);
    let ty = machine_type(DType::I64);
    let top = p.b.constant(Attr::Int(i64::MIN, ty.clone()));
    let high = p.b.op("arith.xori", &[high, top], ty.clone());
    p.b.op("arith.select", &[large, high, low], ty)
}
