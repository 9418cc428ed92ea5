//! Bitwise ops; logical ones on bool.

use super::{Kind, Point};
use phylanx_dialects::ir::Value;

pub fn not(p: &mut Point) -> Option<Value> {
    let ones = match p.kind()? {
        Kind::Float => return None,
        Kind::Bool => p.b.bool(true),
        Kind::Signed | Kind::Unsigned => p.int(-1),
    };
    Some(p.op("arith.xori", &[p.x[0], ones]))
}

pub fn and(p: &mut Point) -> Option<Value> {
    bitwise(p, "arith.andi")
}

pub fn or(p: &mut Point) -> Option<Value> {
    bitwise(p, "arith.ori")
}

pub fn xor(p: &mut Point) -> Option<Value> {
    bitwise(p, "arith.xori")
}

fn bitwise(p: &mut Point, name: &str) -> Option<Value> {
    (p.kind()? != Kind::Float).then(|| p.op(name, &[p.x[0], p.x[1]]))
}

/// Zero when all bits are shifted out; a negative count is a large unsigned one.
pub fn shl(p: &mut Point) -> Option<Value> {
    if !matches!(p.kind()?, Kind::Signed | Kind::Unsigned) {
        return None;
    }
    let (zero, width) = (p.int(0), p.int(p.bits()));
    let inside = p.compare("ult", p.x[1], width);
    let shifted = p.op("arith.shli", &[p.x[0], p.x[1]]);
    Some(p.select(inside, shifted, zero))
}

/// The sign (or zero) when all bits are shifted out.
pub fn shr(p: &mut Point) -> Option<Value> {
    let kind = p.kind()?;
    let width = p.int(p.bits() - 1);
    match kind {
        Kind::Signed => {
            let count = p.op("arith.minui", &[p.x[1], width]);
            Some(p.op("arith.shrsi", &[p.x[0], count]))
        }
        Kind::Unsigned => {
            let zero = p.int(0);
            let inside = p.compare("ule", p.x[1], width);
            let shifted = p.op("arith.shrui", &[p.x[0], p.x[1]]);
            Some(p.select(inside, shifted, zero))
        }
        Kind::Bool | Kind::Float => None,
    }
}
