//! Complex elements: arithmetic in their parts as NumPy orders it, and C's functions of complex numbers.

use super::point::part_of;
use super::{Point, machine_type};
use phylanx_dialects::DType;
use phylanx_dialects::ir::{Attr, Type, Value};

/// The parts of a complex number.
#[derive(Clone, Copy)]
struct Parts {
    re: Value,
    im: Value,
}

/// Expands an op of which an operand or the result is complex.
pub fn expand(name: &str, p: &mut Point) -> Option<Value> {
    if part_of(p.elem).is_none() {
        return match name {
            "cast" => to_complex(p),
            "complex" => Some(put_together(p.b, p.to, Parts { re: p.x[0], im: p.x[1] })),
            _ => None,
        };
    }
    match name {
        "where" => choose(p),
        "cast" => cast(p),
        "real" => Some(parts(p, 0).re),
        "imag" => Some(parts(p, 0).im),
        "abs" => Some(magnitude(p)),
        "angle" => {
            let z = parts(p, 0);
            Some(real(p).op("math.atan2", &[z.im, z.re]))
        }
        "eq" | "ne" | "lt" | "le" | "gt" | "ge" | "isnan" | "isinf" | "isfinite" => test(name, p),
        "neg" | "conj" | "square" | "reciprocal" | "sign" | "exp" => {
            let z = parts(p, 0);
            let result = of_one(name, &mut real(p), z)?;
            Some(put_together(p.b, p.to, result))
        }
        "add" | "sub" | "mul" | "div" | "maximum" | "minimum" | "fmax" | "fmin" => {
            let (a, b) = (parts(p, 0), parts(p, 1));
            let result = of_two(name, &mut real(p), a, b)?;
            Some(put_together(p.b, p.to, result))
        }
        _ => by_function(name, p),
    }
}

/// The same point with the parts' element type.
fn real<'q, 'm>(p: &'q mut Point<'_, 'm>) -> Point<'q, 'm> {
    let elem = part_of(p.elem).unwrap_or(p.elem);
    Point { b: &mut *p.b, x: p.x, elem, to: elem, constants: p.constants }
}

fn parts(p: &mut Point, at: usize) -> Parts {
    let ty = machine_type(part_of(p.elem).unwrap_or(p.elem));
    let z = p.x[at];
    Parts { re: p.b.op("complex.re", &[z], ty.clone()), im: p.b.op("complex.im", &[z], ty) }
}

fn put_together(b: &mut phylanx_dialects::ir::Builder, to: DType, z: Parts) -> Value {
    b.op("complex.create", &[z.re, z.im], Type::Scalar(to))
}

fn to_complex(p: &mut Point) -> Option<Value> {
    let part = part_of(p.to)?;
    let mut q = Point { b: &mut *p.b, x: p.x, elem: p.elem, to: part, constants: p.constants };
    let re = super::cast::cast(&mut q)?;
    let im = p.b.constant(Attr::Float(0.0, Type::Scalar(part)));
    Some(put_together(p.b, p.to, Parts { re, im }))
}

/// To another complex type part by part, to a real one by dropping the imaginary part, to bool by comparing with zero.
fn cast(p: &mut Point) -> Option<Value> {
    let (z, elem, to) = (parts(p, 0), part_of(p.elem)?, p.to);
    let constants = p.constants;
    let mut part =
        |value: Value, to: DType| super::cast::cast(&mut Point { b: &mut *p.b, x: &[value], elem, to, constants });
    if to == DType::Bool {
        let (re, im) = (part(z.re, to)?, part(z.im, to)?);
        return Some(p.b.op("arith.ori", &[re, im], Type::BOOL));
    }
    let Some(narrow) = part_of(to) else { return part(z.re, to) };
    let (re, im) = (part(z.re, narrow)?, part(z.im, narrow)?);
    Some(put_together(p.b, to, Parts { re, im }))
}

fn choose(p: &mut Point) -> Option<Value> {
    let (condition, x, y) = (p.x[0], parts(p, 1), parts(p, 2));
    let chosen = select(&mut real(p), condition, x, y);
    Some(put_together(p.b, p.to, chosen))
}

fn select(q: &mut Point, condition: Value, x: Parts, y: Parts) -> Parts {
    Parts { re: q.select(condition, x.re, y.re), im: q.select(condition, x.im, y.im) }
}

fn magnitude(p: &mut Point) -> Value {
    let z = parts(p, 0);
    let mut q = real(p);
    hypot(&mut q, z)
}

fn hypot(q: &mut Point, z: Parts) -> Value {
    let callee = if q.bits() == 32 { "hypotf" } else { "hypot" };
    let ty = q.ty();
    q.b.op_with("func.call", &[z.re, z.im], ty, &[("callee", Attr::Symbol(callee.into()))])
}

fn either(q: &mut Point, a: Value, b: Value) -> Value {
    q.b.op("arith.ori", &[a, b], Type::BOOL)
}

fn test(name: &str, p: &mut Point) -> Option<Value> {
    let a = parts(p, 0);
    if matches!(name, "isnan" | "isinf" | "isfinite") {
        let mut q = real(p);
        let mut of = |part: Value| {
            let mut q = Point { b: &mut *q.b, x: &[part], elem: q.elem, to: DType::Bool, constants: q.constants };
            super::expand(name, &mut q)
        };
        let (re, im) = (of(a.re)?, of(a.im)?);
        return Some(if name == "isfinite" { q.both(re, im) } else { either(&mut q, re, im) });
    }
    let b = parts(p, 1);
    let mut q = real(p);
    Some(match name {
        "eq" => {
            let (re, im) = (q.compare_floats("oeq", a.re, b.re), q.compare_floats("oeq", a.im, b.im));
            q.both(re, im)
        }
        "ne" => {
            let (re, im) = (q.compare_floats("une", a.re, b.re), q.compare_floats("une", a.im, b.im));
            either(&mut q, re, im)
        }
        "lt" => ordered(&mut q, ["olt", "olt"], a, b),
        "le" => ordered(&mut q, ["olt", "ole"], a, b),
        "gt" => ordered(&mut q, ["ogt", "ogt"], a, b),
        _ => ordered(&mut q, ["ogt", "oge"], a, b),
    })
}

/// By the real parts, where no imaginary part is NaN; by the imaginary ones where the real ones are equal.
fn ordered(q: &mut Point, [first, second]: [&str; 2], a: Parts, b: Parts) -> Value {
    let by_real = q.compare_floats(first, a.re, b.re);
    let numbers = q.compare_floats("ord", a.im, b.im);
    let by_real = q.both(by_real, numbers);
    let equal = q.compare_floats("oeq", a.re, b.re);
    let by_imaginary = q.compare_floats(second, a.im, b.im);
    let by_imaginary = q.both(equal, by_imaginary);
    either(q, by_real, by_imaginary)
}

fn is_nan(q: &mut Point, z: Parts) -> Value {
    let (re, im) = (q.compare_floats("uno", z.re, z.re), q.compare_floats("uno", z.im, z.im));
    either(q, re, im)
}

fn of_one(name: &str, q: &mut Point, z: Parts) -> Option<Parts> {
    Some(match name {
        "neg" => Parts { re: q.op("arith.negf", &[z.re]), im: q.op("arith.negf", &[z.im]) },
        "conj" => Parts { re: z.re, im: q.op("arith.negf", &[z.im]) },
        "square" => product(q, z, z),
        "reciprocal" => reciprocal(q, z),
        "sign" => sign(q, z),
        "exp" => exp(q, z),
        _ => return None,
    })
}

fn of_two(name: &str, q: &mut Point, a: Parts, b: Parts) -> Option<Parts> {
    Some(match name {
        "add" => Parts { re: q.op("arith.addf", &[a.re, b.re]), im: q.op("arith.addf", &[a.im, b.im]) },
        "sub" => Parts { re: q.op("arith.subf", &[a.re, b.re]), im: q.op("arith.subf", &[a.im, b.im]) },
        "mul" => product(q, a, b),
        "div" => quotient(q, a, b),
        "maximum" | "fmax" => extreme(q, name, ["ogt", "oge"], a, b),
        "minimum" | "fmin" => extreme(q, name, ["olt", "ole"], a, b),
        _ => return None,
    })
}

fn product(q: &mut Point, a: Parts, b: Parts) -> Parts {
    let [rr, ii] = [[a.re, b.re], [a.im, b.im]].map(|pair| q.op("arith.mulf", &pair));
    let [ri, ir] = [[a.re, b.im], [a.im, b.re]].map(|pair| q.op("arith.mulf", &pair));
    Parts { re: q.op("arith.subf", &[rr, ii]), im: q.op("arith.addf", &[ri, ir]) }
}

/// NaN wins for `maximum` and `minimum`, and loses for `fmax` and `fmin`.
fn extreme(q: &mut Point, name: &str, predicates: [&str; 2], a: Parts, b: Parts) -> Parts {
    let better = ordered(q, predicates, a, b);
    let nan = is_nan(q, if name.starts_with('f') { b } else { a });
    let first = either(q, better, nan);
    select(q, first, a, b)
}

/// Smith's method, in NumPy's order of operations.
fn quotient(q: &mut Point, a: Parts, b: Parts) -> Parts {
    let (size_re, size_im) = (q.op("math.absf", &[b.re]), q.op("math.absf", &[b.im]));
    let by_real = q.compare_floats("oge", size_re, size_im);
    let (large, small) = (q.select(by_real, b.re, b.im), q.select(by_real, b.im, b.re));
    let ratio = q.op("arith.divf", &[small, large]);
    let scaled = q.op("arith.mulf", &[small, ratio]);
    let sum = q.op("arith.addf", &[large, scaled]);
    let one = q.float(1.0);
    let scale = q.op("arith.divf", &[one, sum]);
    let (x, y) = (q.select(by_real, a.re, a.im), q.select(by_real, a.im, a.re));
    let (x_ratio, y_ratio) = (q.op("arith.mulf", &[x, ratio]), q.op("arith.mulf", &[y, ratio]));
    let re = q.op("arith.addf", &[x, y_ratio]);
    let (forth, back) = (q.op("arith.subf", &[y, x_ratio]), q.op("arith.subf", &[x_ratio, y]));
    let im = q.select(by_real, forth, back);
    let usual = Parts { re: q.op("arith.mulf", &[re, scale]), im: q.op("arith.mulf", &[im, scale]) };
    let zero = q.float(0.0);
    let (no_re, no_im) = (q.compare_floats("oeq", size_re, zero), q.compare_floats("oeq", size_im, zero));
    let by_zero = q.both(no_re, no_im);
    let at_zero = Parts { re: q.op("arith.divf", &[a.re, size_re]), im: q.op("arith.divf", &[a.im, size_re]) };
    select(q, by_zero, at_zero, usual)
}

fn reciprocal(q: &mut Point, z: Parts) -> Parts {
    let (size_re, size_im) = (q.op("math.absf", &[z.re]), q.op("math.absf", &[z.im]));
    let by_real = q.compare_floats("ole", size_im, size_re);
    let (large, small) = (q.select(by_real, z.re, z.im), q.select(by_real, z.im, z.re));
    let ratio = q.op("arith.divf", &[small, large]);
    let scaled = q.op("arith.mulf", &[small, ratio]);
    let sum = q.op("arith.addf", &[large, scaled]);
    let (one, minus_ratio) = (q.float(1.0), q.op("arith.negf", &[ratio]));
    let minus_one = q.float(-1.0);
    let (re, im) = (q.select(by_real, one, ratio), q.select(by_real, minus_ratio, minus_one));
    Parts { re: q.op("arith.divf", &[re, sum]), im: q.op("arith.divf", &[im, sum]) }
}

/// z / |z|; a direction along an axis for one infinite part, NaN for two.
fn sign(q: &mut Point, z: Parts) -> Parts {
    let size = hypot(q, z);
    let (zero, infinity) = (q.float(0.0), q.float(f64::INFINITY));
    let divided = Parts { re: q.op("arith.divf", &[z.re, size]), im: q.op("arith.divf", &[z.im, size]) };
    let none = q.compare_floats("oeq", size, zero);
    let usual = select(q, none, Parts { re: zero, im: zero }, divided);
    let endless = q.compare_floats("oeq", size, infinity);
    let one = q.float(1.0);
    let mut direction = |part: Value| {
        let size = q.op("math.absf", &[part]);
        let is_infinite = q.compare_floats("oeq", size, infinity);
        let unit = q.op("math.copysign", &[one, part]);
        q.select(is_infinite, unit, zero)
    };
    let towards = Parts { re: direction(z.re), im: direction(z.im) };
    // Two infinite parts have no direction; their quotients are NaN already.
    let [re, im] = [z.re, z.im].map(|part| {
        let size = q.op("math.absf", &[part]);
        q.compare_floats("oeq", size, infinity)
    });
    let nowhere = q.both(re, im);
    let directed = select(q, endless, towards, usual);
    select(q, nowhere, usual, directed)
}

/// exp(x) (cos(y) + i sin(y)), with C's results for what is infinite or NaN.
fn exp(q: &mut Point, z: Parts) -> Parts {
    // Beyond this the factor overflows where a product with a small sine does not.
    let most = if q.bits() == 32 { 88.0 } else { 709.0 };
    let (limit, one) = (q.float(most), q.float(1.0));
    let large = q.compare_floats("ogt", z.re, limit);
    let lower = q.op("arith.subf", &[z.re, limit]);
    let exponent = q.select(large, lower, z.re);
    let factor = q.float(if q.bits() == 32 { f64::from(88f32.exp()) } else { 709f64.exp() });
    let scale = q.select(large, factor, one);
    let size = q.op("math.exp", &[exponent]);
    let (cos, sin) = (q.op("math.cos", &[z.im]), q.op("math.sin", &[z.im]));
    let [re, im] = [cos, sin].map(|part| {
        let part = q.op("arith.mulf", &[part, scale]);
        q.op("arith.mulf", &[size, part])
    });
    let (zero, infinity) = (q.float(0.0), q.float(f64::INFINITY));
    let on_axis = q.compare_floats("oeq", z.im, zero);
    let im = q.select(on_axis, z.im, im);
    let height = q.op("math.absf", &[z.im]);
    let no_angle = q.compare_floats("uge", height, infinity);
    let (minus_infinity, signed_zero) = (q.float(f64::NEG_INFINITY), q.op("math.copysign", &[zero, z.im]));
    let (above, below) = (q.compare_floats("oeq", z.re, infinity), q.compare_floats("oeq", z.re, minus_infinity));
    let (above, below) = (q.both(no_angle, above), q.both(no_angle, below));
    let re = q.select(above, infinity, re);
    let re = q.select(below, zero, re);
    Parts { re, im: q.select(below, signed_zero, im) }
}

/// Functions of C's library and of the runtime, by the name of the op.
const FUNCTIONS: [(&str, &str); 17] = [
    ("sqrt", "csqrt"),
    ("log", "clog"),
    ("log2", "phx_clog2"),
    ("log10", "phx_clog10"),
    ("log1p", "phx_clog1p"),
    ("exp2", "phx_cexp2"),
    ("expm1", "phx_cexpm1"),
    ("sin", "csin"),
    ("cos", "ccos"),
    ("tan", "ctan"),
    ("arcsin", "casin"),
    ("arccos", "cacos"),
    ("arctan", "catan"),
    ("sinh", "csinh"),
    ("cosh", "ccosh"),
    ("tanh", "ctanh"),
    ("pow", "phx_cpow"),
];

/// Whether a symbol is one of these functions.
pub fn is_function(symbol: &str) -> bool {
    let plain = symbol.strip_suffix('f').unwrap_or(symbol);
    FUNCTIONS.iter().any(|(_, name)| *name == plain)
}

fn by_function(name: &str, p: &mut Point) -> Option<Value> {
    let (_, symbol) = FUNCTIONS.iter().find(|(op, _)| *op == name)?;
    if p.elem == DType::C128 {
        let callee = Attr::Symbol((*symbol).into());
        return Some(p.b.op_with("func.call", p.x, Type::Scalar(DType::C128), &[("callee", callee)]));
    }
    // C passes a complex number of two floats in one register.
    let pair = Type::Opaque("vector<2xf32>".into());
    let mut operands = Vec::new();
    for at in 0..p.x.len() {
        let z = parts(p, at);
        operands.push(p.b.op("vector.from_elements", &[z.re, z.im], pair.clone()));
    }
    let callee = Attr::Symbol(format!("{symbol}f"));
    let result = p.b.op_with("func.call", &operands, pair, &[("callee", callee)]);
    let [re, im] = [0, 1].map(|at| {
        let place = [("static_position", Attr::Opaque(format!("array<i64: {at}>")))];
        p.b.op_with("vector.extract", &[result], Type::Scalar(DType::F32), &place)
    });
    Some(put_together(p.b, p.to, Parts { re, im }))
}
