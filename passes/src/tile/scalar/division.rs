//! Quotients and remainders with NumPy's signs; integer division by zero gives 0.

use super::{Kind, Point};
use phylanx_dialects::ir::Value;

pub fn div(p: &mut Point) -> Option<Value> {
    (p.kind()? == Kind::Float).then(|| p.op("arith.divf", &[p.x[0], p.x[1]]))
}

/// On integers: x for 1 and -1, else 0.
pub fn reciprocal(p: &mut Point) -> Option<Value> {
    let x = p.x[0];
    let kind = p.kind()?;
    let one = p.number(1);
    match kind {
        Kind::Bool => None,
        Kind::Float => Some(p.op("arith.divf", &[one, x])),
        Kind::Signed | Kind::Unsigned => {
            let zero = p.int(0);
            let size = super::arith::abs(p)?;
            let unit = p.compare("eq", size, one);
            Some(p.select(unit, x, zero))
        }
    }
}

pub fn floordiv(p: &mut Point) -> Option<Value> {
    match p.kind()? {
        Kind::Bool => None,
        Kind::Float => Some(float_floordiv(p)),
        Kind::Unsigned => Some(guarded(p, "arith.divui")),
        Kind::Signed => Some(signed_floordiv(p)),
    }
}

pub fn modulo(p: &mut Point) -> Option<Value> {
    match p.kind()? {
        Kind::Bool => None,
        Kind::Float => Some(float_parts(p).rest),
        Kind::Unsigned => Some(guarded(p, "arith.remui")),
        Kind::Signed => Some(signed_modulo(p)),
    }
}

pub fn fmod(p: &mut Point) -> Option<Value> {
    match p.kind()? {
        Kind::Bool => None,
        Kind::Float => Some(p.op("arith.remf", &[p.x[0], p.x[1]])),
        Kind::Unsigned => Some(guarded(p, "arith.remui")),
        Kind::Signed => {
            let divisor = divisor(p);
            let rest = p.op("arith.remsi", &[p.x[0], divisor]);
            Some(zero_by_zero(p, rest))
        }
    }
}

/// An unsigned op, 0 where the divisor is.
fn guarded(p: &mut Point, name: &str) -> Value {
    let (zero, one) = (p.int(0), p.int(1));
    let by_zero = p.compare("eq", p.x[1], zero);
    let divisor = p.select(by_zero, one, p.x[1]);
    let result = p.op(name, &[p.x[0], divisor]);
    p.select(by_zero, zero, result)
}

/// The divisor, or 1 where the machine would trap: at 0, and for the least integer by -1, whose quotient
/// wraps to itself and whose remainder is 0 just as by 1.
fn divisor(p: &mut Point) -> Value {
    let least = p.least();
    let (zero, one, minus_one, least) = (p.int(0), p.int(1), p.int(-1), p.int(least));
    let by_zero = p.compare("eq", p.x[1], zero);
    let by_minus_one = p.compare("eq", p.x[1], minus_one);
    let of_least = p.compare("eq", p.x[0], least);
    let wraps = p.both(by_minus_one, of_least);
    let traps = p.b.op("arith.ori", &[by_zero, wraps], phylanx_dialects::ir::Type::BOOL);
    p.select(traps, one, p.x[1])
}

fn zero_by_zero(p: &mut Point, result: Value) -> Value {
    let zero = p.int(0);
    let by_zero = p.compare("eq", p.x[1], zero);
    p.select(by_zero, zero, result)
}

/// Whether a remainder is not zero and has another sign than the divisor.
fn differs(p: &mut Point, rest: Value, divisor: Value) -> Value {
    let zero = p.int(0);
    let some = p.compare("ne", rest, zero);
    let mixed = p.op("arith.xori", &[rest, divisor]);
    let opposite = p.compare("slt", mixed, zero);
    p.both(some, opposite)
}

fn signed_floordiv(p: &mut Point) -> Value {
    let divisor = divisor(p);
    let quotient = p.op("arith.divsi", &[p.x[0], divisor]);
    let product = p.op("arith.muli", &[quotient, divisor]);
    let rest = p.op("arith.subi", &[p.x[0], product]);
    let down = differs(p, rest, divisor);
    let one = p.int(1);
    let lower = p.op("arith.subi", &[quotient, one]);
    let result = p.select(down, lower, quotient);
    zero_by_zero(p, result)
}

fn signed_modulo(p: &mut Point) -> Value {
    let divisor = divisor(p);
    let rest = p.op("arith.remsi", &[p.x[0], divisor]);
    let move_on = differs(p, rest, divisor);
    let moved = p.op("arith.addi", &[rest, divisor]);
    let result = p.select(move_on, moved, rest);
    zero_by_zero(p, result)
}

/// Parts of a float division, as NumPy's `npy_divmod` has them.
struct Parts {
    /// The remainder with the dividend's sign.
    truncated: Value,
    /// The remainder with the divisor's sign; NaN by zero.
    rest: Value,
    /// Whether the two differ.
    moved: Value,
}

fn float_parts(p: &mut Point) -> Parts {
    let (x, y) = (p.x[0], p.x[1]);
    let zero = p.float(0.0);
    let truncated = p.op("arith.remf", &[x, y]);
    let some = p.compare_floats("une", truncated, zero);
    let rest_below = p.compare_floats("olt", truncated, zero);
    let divisor_below = p.compare_floats("olt", y, zero);
    let mixed = p.b.op("arith.xori", &[rest_below, divisor_below], phylanx_dialects::ir::Type::BOOL);
    let moved = p.both(some, mixed);
    let sum = p.op("arith.addf", &[truncated, y]);
    let signed_zero = p.op("math.copysign", &[zero, y]);
    let rest = p.select(some, truncated, signed_zero);
    let rest = p.select(moved, sum, rest);
    Parts { truncated, rest, moved }
}

fn float_floordiv(p: &mut Point) -> Value {
    let (x, y) = (p.x[0], p.x[1]);
    let parts = float_parts(p);
    let (zero, one, half) = (p.float(0.0), p.float(1.0), p.float(0.5));
    let whole = p.op("arith.subf", &[x, parts.truncated]);
    let quotient = p.op("arith.divf", &[whole, y]);
    let lower = p.op("arith.subf", &[quotient, one]);
    let quotient = p.select(parts.moved, lower, quotient);
    let floor = p.op("math.floor", &[quotient]);
    let above = p.op("arith.subf", &[quotient, floor]);
    let up = p.compare_floats("ogt", above, half);
    let higher = p.op("arith.addf", &[floor, one]);
    let floor = p.select(up, higher, floor);
    let ratio = p.op("arith.divf", &[x, y]);
    let signed_zero = p.op("math.copysign", &[zero, ratio]);
    let some = p.compare_floats("une", quotient, zero);
    let result = p.select(some, floor, signed_zero);
    let by_zero = p.compare_floats("oeq", y, zero);
    p.select(by_zero, ratio, result)
}
