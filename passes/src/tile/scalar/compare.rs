//! Comparisons, tests of floats, and the choice between two values.

use super::{Kind, Point};
use phylanx_dialects::ir::Value;

pub fn eq(p: &mut Point) -> Option<Value> {
    compare(p, ["eq", "eq", "oeq"])
}

pub fn ne(p: &mut Point) -> Option<Value> {
    compare(p, ["ne", "ne", "une"])
}

pub fn lt(p: &mut Point) -> Option<Value> {
    compare(p, ["slt", "ult", "olt"])
}

pub fn le(p: &mut Point) -> Option<Value> {
    compare(p, ["sle", "ule", "ole"])
}

pub fn gt(p: &mut Point) -> Option<Value> {
    compare(p, ["sgt", "ugt", "ogt"])
}

pub fn ge(p: &mut Point) -> Option<Value> {
    compare(p, ["sge", "uge", "oge"])
}

/// A comparison by kind: signed, unsigned (bool too), float.
fn compare(p: &mut Point, [signed, unsigned, float]: [&str; 3]) -> Option<Value> {
    let (x, y) = (p.x[0], p.x[1]);
    Some(match p.kind()? {
        Kind::Float => p.compare_floats(float, x, y),
        Kind::Signed => p.compare(signed, x, y),
        Kind::Unsigned | Kind::Bool => p.compare(unsigned, x, y),
    })
}

pub fn isnan(p: &mut Point) -> Option<Value> {
    if p.kind()? != Kind::Float {
        return Some(p.b.bool(false));
    }
    Some(p.compare_floats("uno", p.x[0], p.x[0]))
}

pub fn isinf(p: &mut Point) -> Option<Value> {
    magnitude(p, "oeq", false)
}

pub fn isfinite(p: &mut Point) -> Option<Value> {
    magnitude(p, "olt", true)
}

/// |x| compared with infinity; a constant for integers.
fn magnitude(p: &mut Point, predicate: &str, of_integers: bool) -> Option<Value> {
    if p.kind()? != Kind::Float {
        return Some(p.b.bool(of_integers));
    }
    let size = p.op("math.absf", &[p.x[0]]);
    let infinity = p.float(f64::INFINITY);
    Some(p.compare_floats(predicate, size, infinity))
}

/// The real part, or the conjugate, of a real number.
pub fn itself(p: &mut Point) -> Option<Value> {
    p.kind().map(|_| p.x[0])
}

/// The imaginary part of a real number.
pub fn no_imaginary(p: &mut Point) -> Option<Value> {
    Some(match p.kind()? {
        Kind::Bool => p.b.bool(false),
        _ => p.number(0),
    })
}

pub fn choose(p: &mut Point) -> Option<Value> {
    Some(p.select(p.x[0], p.x[1], p.x[2]))
}
