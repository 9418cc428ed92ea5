//! Sums, products, signs and extrema.

use super::{Kind, Point};
use phylanx_dialects::ir::Value;

pub fn neg(p: &mut Point) -> Option<Value> {
    match p.kind()? {
        Kind::Bool => None,
        Kind::Float => Some(p.op("arith.negf", &[p.x[0]])),
        Kind::Signed | Kind::Unsigned => {
            let zero = p.int(0);
            Some(p.op("arith.subi", &[zero, p.x[0]]))
        }
    }
}

pub fn abs(p: &mut Point) -> Option<Value> {
    match p.kind()? {
        Kind::Bool | Kind::Unsigned => Some(p.x[0]),
        Kind::Float => Some(p.op("math.absf", &[p.x[0]])),
        Kind::Signed => {
            // The least integer is its own negation, as in NumPy.
            let minus = neg(p)?;
            Some(p.op("arith.maxsi", &[p.x[0], minus]))
        }
    }
}

pub fn sign(p: &mut Point) -> Option<Value> {
    let x = p.x[0];
    let kind = p.kind()?;
    let (zero, one) = (p.number(0), p.number(1));
    if kind == Kind::Unsigned {
        return Some(p.op("arith.minui", &[x, one]));
    }
    let minus_one = p.number(-1);
    let (above, below, rest) = match kind {
        Kind::Float => {
            let nan = p.compare_floats("uno", x, x);
            (p.compare_floats("ogt", x, zero), p.compare_floats("olt", x, zero), p.select(nan, x, zero))
        }
        Kind::Signed => (p.compare("sgt", x, zero), p.compare("slt", x, zero), zero),
        Kind::Bool | Kind::Unsigned => return None,
    };
    let not_above = p.select(below, minus_one, rest);
    Some(p.select(above, one, not_above))
}

pub fn square(p: &mut Point) -> Option<Value> {
    let x = p.x[0];
    binary(p, ["arith.andi", "arith.muli", "arith.muli", "arith.mulf"], x, x)
}

pub fn add(p: &mut Point) -> Option<Value> {
    on_both(p, ["arith.ori", "arith.addi", "arith.addi", "arith.addf"])
}

pub fn sub(p: &mut Point) -> Option<Value> {
    if p.kind()? == Kind::Bool {
        return None;
    }
    on_both(p, ["", "arith.subi", "arith.subi", "arith.subf"])
}

pub fn mul(p: &mut Point) -> Option<Value> {
    on_both(p, ["arith.andi", "arith.muli", "arith.muli", "arith.mulf"])
}

/// Of equal floats (0.0 and -0.0) the second; NaN wins.
pub fn maximum(p: &mut Point) -> Option<Value> {
    extreme(p, ["arith.ori", "arith.maxsi", "arith.maxui", "ogt"])
}

pub fn minimum(p: &mut Point) -> Option<Value> {
    extreme(p, ["arith.andi", "arith.minsi", "arith.minui", "olt"])
}

/// As `maximum`, but NaN loses.
pub fn fmax(p: &mut Point) -> Option<Value> {
    number_of_two(p, ["arith.ori", "arith.maxsi", "arith.maxui", "ogt"])
}

pub fn fmin(p: &mut Point) -> Option<Value> {
    number_of_two(p, ["arith.andi", "arith.minsi", "arith.minui", "olt"])
}

fn extreme(p: &mut Point, names: [&str; 4]) -> Option<Value> {
    if p.kind()? != Kind::Float {
        return on_both(p, names);
    }
    let (x, y) = (p.x[0], p.x[1]);
    let better = p.compare_floats(names[3], x, y);
    let winner = p.select(better, x, y);
    let nan = p.compare_floats("uno", x, x);
    Some(p.select(nan, x, winner))
}

fn number_of_two(p: &mut Point, names: [&str; 4]) -> Option<Value> {
    if p.kind()? != Kind::Float {
        return on_both(p, names);
    }
    let (x, y) = (p.x[0], p.x[1]);
    let better = p.compare_floats(names[3], x, y);
    let winner = p.select(better, x, y);
    let nan = p.compare_floats("uno", y, y);
    Some(p.select(nan, x, winner))
}

fn on_both(p: &mut Point, names: [&str; 4]) -> Option<Value> {
    let (x, y) = (p.x[0], p.x[1]);
    binary(p, names, x, y)
}

/// An op by kind: bool, signed, unsigned, float.
fn binary(p: &mut Point, names: [&str; 4], x: Value, y: Value) -> Option<Value> {
    let name = match p.kind()? {
        Kind::Bool => names[0],
        Kind::Signed => names[1],
        Kind::Unsigned => names[2],
        Kind::Float => names[3],
    };
    Some(p.op(name, &[x, y]))
}
