//! When two values count as equal at a float level.

use super::super::Rule;
use super::run::Side;
use super::values::Family;
use crate::context::FloatLevel;
use crate::egraph::language::is_float;
use phylanx_dialects::DType;

/// Whether both sides agree as the rule's level promises.
pub fn equal(rule: &Rule, family: Family, left: &Side, right: &Side) -> bool {
    if rule.level == FloatLevel::Strict || !is_float(left.value.dtype()) {
        return left.value.same(&right.value);
    }
    let precision = if left.value.dtype() == DType::F32 { 1e-4 } else { 1e-9 };
    let tolerance = precision * left.scale.max(right.scale);
    let signed = family == Family::OneSpecial && !left.sums && !right.sums;
    let (a, b) = (left.value.to_f64s(), right.value.to_f64s());
    let pairs = a.into_iter().zip(b);
    match rule.level {
        FloatLevel::Fast => pairs.into_iter().all(|(a, b)| !a.is_finite() || (a - b).abs() <= tolerance),
        _ => pairs.into_iter().all(|(a, b)| close(a, b, tolerance) && (!signed || zeros_alike(a, b))),
    }
}

fn close(a: f64, b: f64, tolerance: f64) -> bool {
    if a.is_nan() || b.is_nan() {
        return a.is_nan() && b.is_nan();
    }
    a == b || (a.is_finite() && b.is_finite() && (a - b).abs() <= tolerance)
}

fn zeros_alike(a: f64, b: f64) -> bool {
    a != 0.0 || b != 0.0 || a.is_sign_negative() == b.is_sign_negative()
}
