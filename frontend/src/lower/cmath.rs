//! Python's `cmath` module.

use super::call::{Args, Row};
use super::{Lowerer, Res};
use crate::types::Num;
use crate::value::{Scalar, Val};
use phylanx_dialects::DType;
use phylanx_dialects::ir::{Attr, Type};

#[rustfmt::skip]
pub const ROWS: &[Row] = &[
    Row { name: "cmath.sqrt", params: "z", build: function }, Row { name: "cmath.exp", params: "z", build: function },
    Row { name: "cmath.log10", params: "z", build: function }, Row { name: "cmath.sin", params: "z", build: function },
    Row { name: "cmath.cos", params: "z", build: function }, Row { name: "cmath.tan", params: "z", build: function },
    Row { name: "cmath.asin", params: "z", build: function }, Row { name: "cmath.acos", params: "z", build: function },
    Row { name: "cmath.atan", params: "z", build: function }, Row { name: "cmath.sinh", params: "z", build: function },
    Row { name: "cmath.cosh", params: "z", build: function }, Row { name: "cmath.tanh", params: "z", build: function },
    Row { name: "cmath.asinh", params: "z", build: function }, Row { name: "cmath.acosh", params: "z", build: function },
    Row { name: "cmath.atanh", params: "z", build: function }, Row { name: "cmath.log", params: "z, base=", build: log },
    Row { name: "cmath.phase", params: "z", build: phase }, Row { name: "cmath.polar", params: "z", build: polar },
    Row { name: "cmath.rect", params: "r, phi", build: rect }, Row { name: "cmath.isnan", params: "z", build: test },
    Row { name: "cmath.isinf", params: "z", build: test }, Row { name: "cmath.isfinite", params: "z", build: test },
    Row { name: "cmath.isclose", params: "a, b, rel_tol=, abs_tol=", build: isclose },
];

fn operand<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>, at: usize) -> Res<Scalar> {
    let scalar = lowerer.scalar_of(&args.val(at), args.span_of(at))?;
    Ok(lowerer.cast_scalar(&scalar, Num::COMPLEX))
}

fn call(lowerer: &mut Lowerer, name: &str, z: &Scalar) -> Scalar {
    let value = lowerer.scalar_value(z);
    let name = Attr::str(name.trim_start_matches("cmath."));
    Scalar::of(Num::COMPLEX, lowerer.op_with("physl.cmath", &[value], Type::Scalar(DType::C128), &[("fn", name)]))
}

fn function<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let z = operand(lowerer, args, 0)?;
    Ok(Val::Scalar(call(lowerer, args.name, &z)))
}

fn log<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let z = operand(lowerer, args, 0)?;
    let log = call(lowerer, "log", &z);
    if args.given(1).is_none() {
        return Ok(Val::Scalar(log));
    }
    let base = operand(lowerer, args, 1)?;
    let base = call(lowerer, "log", &base);
    lowerer.complex_binary(crate::ast::BinOp::Div, &log, &base, args.span)
}

fn angle(lowerer: &mut Lowerer, z: &Scalar) -> Val {
    let value = lowerer.scalar_value(z);
    Val::scalar(Num::FLOAT, lowerer.np_scalar("angle", &[value], DType::F64))
}

fn phase<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let z = operand(lowerer, args, 0)?;
    Ok(angle(lowerer, &z))
}

fn polar<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let z = operand(lowerer, args, 0)?;
    let size = lowerer.complex_abs(&z);
    Ok(Val::Tuple([size, angle(lowerer, &z)].into()))
}

fn rect<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let mut parts = Vec::new();
    for at in 0..2 {
        let scalar = lowerer.scalar_of(&args.val(at), args.span_of(at))?;
        lowerer.need_real(&scalar, args.span_of(at))?;
        let float = lowerer.as_float(&scalar);
        parts.push(lowerer.scalar_value(&float));
    }
    let [cos, sin] = ["cos", "sin"].map(|name| {
        let part = lowerer.op_with("physl.math", &parts[1..], Type::F64, &[("fn", Attr::str(name))]);
        lowerer.op("arith.mulf", &[parts[0], part], Type::F64)
    });
    // An angle of zero keeps its sign whatever the length is.
    let zero = lowerer.scalar_value(&Scalar::float(0.0));
    let flat = lowerer.compare_floats("oeq", parts[1], zero);
    let along = lowerer.op("arith.mulf", &[parts[0], parts[1]], Type::F64);
    let sin = lowerer.op("arith.select", &[flat, along, sin], Type::F64);
    let value = lowerer.op("complex.create", &[cos, sin], Type::Scalar(DType::C128));
    Ok(Val::scalar(Num::COMPLEX, value))
}

fn test<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let z = operand(lowerer, args, 0)?;
    let value = lowerer.scalar_value(&z);
    let name = args.name.trim_start_matches("cmath.");
    Ok(Val::scalar(Num::BOOL, lowerer.np_scalar(name, &[value], DType::Bool)))
}

/// `abs(a - b) <= max(rel_tol * max(abs(a), abs(b)), abs_tol)` of finite numbers, or equal.
fn isclose<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let (a, b) = (operand(lowerer, args, 0)?, operand(lowerer, args, 1)?);
    let (relative, absolute) = (lowerer.float_arg(args, 2, 1e-9)?, lowerer.float_arg(args, 3, 0.0)?);
    let (relative, absolute) = (lowerer.scalar_value(&relative), lowerer.scalar_value(&absolute));
    let [x, y] = [&a, &b].map(|z| lowerer.scalar_value(z));
    let difference = lowerer.np_scalar("sub", &[x, y], DType::C128);
    let [gap, size_a, size_b] = [difference, x, y].map(|z| lowerer.np_scalar("abs", &[z], DType::F64));
    let size = lowerer.op("arith.maximumf", &[size_a, size_b], Type::F64);
    let bound = lowerer.op("arith.mulf", &[relative, size], Type::F64);
    let bound = lowerer.op("arith.maximumf", &[bound, absolute], Type::F64);
    let close = lowerer.compare_floats("ole", gap, bound);
    let [finite_a, finite_b] = [x, y].map(|z| lowerer.np_scalar("isfinite", &[z], DType::Bool));
    let finite = lowerer.op("arith.andi", &[finite_a, finite_b], Type::BOOL);
    let close = lowerer.op("arith.andi", &[close, finite], Type::BOOL);
    let equal = lowerer.np_scalar("eq", &[x, y], DType::Bool);
    Ok(Val::scalar(Num::BOOL, lowerer.op("arith.ori", &[close, equal], Type::BOOL)))
}

/// Constants of the module.
pub fn constant(path: &str) -> Option<Val> {
    Some(match path {
        "cmath.pi" => Val::float(std::f64::consts::PI),
        "cmath.e" => Val::float(std::f64::consts::E),
        "cmath.tau" => Val::float(std::f64::consts::TAU),
        "cmath.inf" => Val::float(f64::INFINITY),
        "cmath.nan" => Val::float(f64::NAN),
        "cmath.infj" => Val::Scalar(Scalar::complex(0.0, f64::INFINITY)),
        "cmath.nanj" => Val::Scalar(Scalar::complex(0.0, f64::NAN)),
        _ => return None,
    })
}
