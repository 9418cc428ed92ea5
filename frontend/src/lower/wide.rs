//! Constant integer expressions whose parts may be wider than 64 bits: `-2**63`, `2**64 - 1 >> 1`, `2**31 * 2**40 % 7`.

use crate::ast::{BinOp, Expr, ExprKind, UnaryOp};

/// The value of an expression of literals with an operator at its top, if it and all its parts fit in 128 bits.
pub fn constant(expr: &Expr) -> Option<i64> {
    match &expr.kind {
        ExprKind::Unary(..) | ExprKind::Binary(..) => i64::try_from(value(expr)?).ok(),
        _ => None,
    }
}

fn value(expr: &Expr) -> Option<i128> {
    match &expr.kind {
        ExprKind::Int(value) => Some(i128::from(*value)),
        ExprKind::Unary(UnaryOp::Neg, inner) => value(inner)?.checked_neg(),
        ExprKind::Unary(UnaryOp::Pos, inner) => value(inner),
        ExprKind::Unary(UnaryOp::Invert, inner) => Some(!value(inner)?),
        ExprKind::Binary(op, left, right) => binary(*op, value(left)?, value(right)?),
        _ => None,
    }
}

fn binary(op: BinOp, x: i128, y: i128) -> Option<i128> {
    match op {
        BinOp::Add => x.checked_add(y),
        BinOp::Sub => x.checked_sub(y),
        BinOp::Mul => x.checked_mul(y),
        BinOp::Pow => x.checked_pow(u32::try_from(y).ok()?),
        BinOp::Shl => x.checked_mul(1i128.checked_shl(u32::try_from(y).ok().filter(|y| *y < 127)?)?),
        BinOp::Shr => Some(x >> u32::try_from(y).ok()?.min(127)),
        BinOp::FloorDiv if y > 0 => Some(x.div_euclid(y)),
        BinOp::Mod if y > 0 => Some(x.rem_euclid(y)),
        BinOp::And => Some(x & y),
        BinOp::Or => Some(x | y),
        BinOp::Xor => Some(x ^ y),
        _ => None,
    }
}
