//! `math`, `time` and `sys`.

use super::call::{Args, Row};
use super::{Lowerer, Res};
use crate::types::Num;
use crate::value::{Const, Items, Scalar, Val};
use phylanx_dialects::ir::{Attr, Type, Value};

/// Functions of `math` that take floats and give a float.
const FLOATS: &[(&str, usize)] = &[
    ("math.sqrt", 1),
    ("math.fabs", 1),
    ("math.copysign", 2),
    ("math.exp", 1),
    ("math.exp2", 1),
    ("math.expm1", 1),
    ("math.log2", 1),
    ("math.log10", 1),
    ("math.log1p", 1),
    ("math.sin", 1),
    ("math.cos", 1),
    ("math.tan", 1),
    ("math.asin", 1),
    ("math.acos", 1),
    ("math.atan", 1),
    ("math.sinh", 1),
    ("math.cosh", 1),
    ("math.tanh", 1),
    ("math.asinh", 1),
    ("math.acosh", 1),
    ("math.atanh", 1),
    ("math.cbrt", 1),
    ("math.erf", 1),
    ("math.erfc", 1),
    ("math.atan2", 2),
    ("math.nextafter", 2),
    ("math.fmod", 2),
    ("math.pow", 2),
    ("math.remainder", 2),
    ("math.degrees", 1),
    ("math.radians", 1),
];

#[rustfmt::skip]
const ROWS: &[Row] = &[
    Row { name: "math.log", params: "x, base=", build: log },
    Row { name: "math.floor", params: "x", build: whole },
    Row { name: "math.ceil", params: "x", build: whole },
    Row { name: "math.trunc", params: "x", build: whole },
    Row { name: "math.isnan", params: "x", build: test },
    Row { name: "math.isinf", params: "x", build: test },
    Row { name: "math.isfinite", params: "x", build: test },
    Row { name: "math.isclose", params: "a, b, rel_tol=, abs_tol=", build: isclose },
    Row { name: "math.modf", params: "x", build: parts },
    Row { name: "math.ulp", params: "x", build: ulp },
    Row { name: "math.prod", params: "iterable, start=", build: product },
    Row { name: "time.perf_counter", params: "", build: clock },
    Row { name: "time.time", params: "", build: clock },
    Row { name: "time.monotonic", params: "", build: clock },
    Row { name: "time.process_time", params: "", build: clock },
];

/// A function of these modules.
pub fn function(path: &str) -> Option<Row> {
    if let Some((name, count)) = FLOATS.iter().find(|(name, _)| *name == path) {
        return Some(Row { name, params: if *count == 1 { "x" } else { "x, y" }, build: float });
    }
    ROWS.iter().chain(super::integers::ROWS).chain(super::cmath::ROWS).find(|row| row.name == path).copied()
}

fn call(lowerer: &mut Lowerer, name: &str, operands: &[Value], ty: Type) -> Value {
    let short = name.trim_start_matches("math.");
    lowerer.op_with("physl.math", operands, ty, &[("fn", Attr::str(short))])
}

fn operand<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>, at: usize) -> Res<Value> {
    let scalar = lowerer.scalar_of(&args.val(at), args.span_of(at))?;
    lowerer.need_real(&scalar, args.span_of(at))?;
    let float = lowerer.as_float(&scalar);
    Ok(lowerer.scalar_value(&float))
}

fn float<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let mut operands = vec![operand(lowerer, args, 0)?];
    if args.given(1).is_some() {
        operands.push(operand(lowerer, args, 1)?);
    }
    Ok(Val::scalar(Num::FLOAT, call(lowerer, args.name, &operands, Type::F64)))
}

fn log<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    float(lowerer, args)
}

fn whole<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let scalar = lowerer.scalar_of(&args.val(0), args.span)?;
    if !scalar.num.is_float() {
        return Ok(Val::Scalar(lowerer.as_int(&scalar)));
    }
    let operand = operand(lowerer, args, 0)?;
    Ok(Val::scalar(Num::INT, call(lowerer, args.name, &[operand], Type::I64)))
}

fn test<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let operand = operand(lowerer, args, 0)?;
    Ok(Val::scalar(Num::BOOL, call(lowerer, args.name, &[operand], Type::BOOL)))
}

/// `abs(a - b) <= max(rel_tol * max(abs(a), abs(b)), abs_tol)`, or equal.
fn isclose<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let (a, b) = (operand(lowerer, args, 0)?, operand(lowerer, args, 1)?);
    let relative = match args.get(2) {
        Some(_) => operand(lowerer, args, 2)?,
        None => lowerer.scalar_value(&Scalar::float(1e-9)),
    };
    let absolute = match args.get(3) {
        Some(_) => operand(lowerer, args, 3)?,
        None => lowerer.scalar_value(&Scalar::float(0.0)),
    };
    let difference = lowerer.op("arith.subf", &[a, b], Type::F64);
    let difference = lowerer.op("math.absf", &[difference], Type::F64);
    let (size_a, size_b) = (lowerer.op("math.absf", &[a], Type::F64), lowerer.op("math.absf", &[b], Type::F64));
    let size = lowerer.op("arith.maximumf", &[size_a, size_b], Type::F64);
    let bound = lowerer.op("arith.mulf", &[relative, size], Type::F64);
    let bound = lowerer.op("arith.maximumf", &[bound, absolute], Type::F64);
    let close = lowerer.compare_floats("ole", difference, bound);
    let infinite = lowerer.constant(Const::Float(f64::INFINITY), phylanx_dialects::DType::F64);
    let finite = lowerer.compare_floats("olt", size, infinite);
    let close = lowerer.op("arith.andi", &[close, finite], Type::BOOL);
    let equal = lowerer.compare_floats("oeq", a, b);
    Ok(Val::scalar(Num::BOOL, lowerer.op("arith.ori", &[close, equal], Type::BOOL)))
}

/// Fraction and whole part, both with the sign of the number.
fn parts<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let x = operand(lowerer, args, 0)?;
    let whole = lowerer.op("math.trunc", &[x], Type::F64);
    let rest = lowerer.op("arith.subf", &[x, whole], Type::F64);
    let infinite = call(lowerer, "math.isinf", &[x], Type::BOOL);
    let zero = lowerer.scalar_value(&Scalar::float(0.0));
    let rest = lowerer.op("arith.select", &[infinite, zero, rest], Type::F64);
    let rest = lowerer.op("math.copysign", &[rest, x], Type::F64);
    Ok(Val::Tuple(Items::from([Val::scalar(Num::FLOAT, rest), Val::scalar(Num::FLOAT, whole)])))
}

/// The distance to the next float away from zero; below the largest one, to the one before.
fn ulp<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let x = operand(lowerer, args, 0)?;
    let size = lowerer.op("math.absf", &[x], Type::F64);
    let (up, down) =
        (lowerer.scalar_value(&Scalar::float(f64::INFINITY)), lowerer.scalar_value(&Scalar::float(f64::NEG_INFINITY)));
    let above = call(lowerer, "math.nextafter", &[size, up], Type::F64);
    let below = call(lowerer, "math.nextafter", &[size, down], Type::F64);
    let above_gap = lowerer.op("arith.subf", &[above, size], Type::F64);
    let below_gap = lowerer.op("arith.subf", &[size, below], Type::F64);
    let top = lowerer.compare_floats("oeq", above, up);
    let gap = lowerer.op("arith.select", &[top, below_gap, above_gap], Type::F64);
    let infinite = lowerer.compare_floats("oeq", size, up);
    Ok(Val::scalar(Num::FLOAT, lowerer.op("arith.select", &[infinite, up, gap], Type::F64)))
}

fn product<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let Some(items) = lowerer.items_of(args.val(0), args.span)? else {
        return lowerer.fail(args.span, "the number of items is not known at compile time", "use `np.prod`");
    };
    let mut total = args.given(1).cloned().unwrap_or(Val::int(1));
    for item in items {
        total = lowerer.try_binary(crate::ast::BinOp::Mul, total, item, args.span)?;
    }
    Ok(total)
}

fn clock<'a>(lowerer: &mut Lowerer<'a>, _args: &Args<'a>) -> Res<Val> {
    Ok(Val::scalar(Num::FLOAT, lowerer.op("physl.clock", &[], Type::F64)))
}

/// Constants of the library.
pub fn constant(path: &str) -> Option<Val> {
    Some(match path {
        "math.pi" | "numpy.pi" => Val::float(std::f64::consts::PI),
        "math.e" | "numpy.e" => Val::float(std::f64::consts::E),
        "math.tau" => Val::float(std::f64::consts::TAU),
        "math.inf" | "numpy.inf" | "numpy.Inf" => Val::float(f64::INFINITY),
        "math.nan" | "numpy.nan" | "numpy.NaN" => Val::float(f64::NAN),
        "numpy.euler_gamma" => Val::float(0.577_215_664_901_532_9),
        path if path.starts_with("cmath.") => return super::cmath::constant(path),
        "numpy.newaxis" => Val::None,
        "sys.maxsize" => Val::int(i64::MAX),
        path if path.ends_with(".__name__") => Val::text(path.trim_end_matches(".__name__").rsplit('.').next()?),
        _ => return super::library::constant(path).or_else(|| crate::numpy::info_attribute(path)),
    })
}
