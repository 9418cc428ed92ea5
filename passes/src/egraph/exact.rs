//! Whether the value of an op of constants is exact: nothing rounded, nothing overflowed, nothing underflowed.
//!
//! Rules that hold up to rounding may only make such constants. Then all that is known of a class agrees, however long the way there.

use super::language::{Const, is_float};
use phylanx_dialects::DType;
use phylanx_dialects::ops::OpRow;

/// Least magnitude of doubles whose rounding errors are doubles too.
const LEAST: f64 = 1e-260;

/// Whether a map op of these operands is exactly `result`; `false` too where nobody knows.
pub fn is_exact(row: &OpRow, operands: &[Const], result: Const) -> bool {
    if !is_float(result.dtype) {
        return true;
    }
    let whole = operands.iter().all(|operand| is_float(operand.dtype) || is_held(*operand, result.dtype));
    let values: Vec<f64> = operands.iter().map(|operand| operand.as_f64()).collect();
    let r = result.as_f64();
    let zero_is_due = values.contains(&0.0) || matches!(row.name, "add" | "sub");
    let in_range = is_normal(result) || (r == 0.0 && zero_is_due);
    whole && in_range && values.iter().all(|value| value.is_finite()) && residue(row.name, &values, r) == Some(0.0)
}

/// Whether a float is finite, not zero and so large that neither it nor its rounding errors are denormal.
pub fn is_normal(value: Const) -> bool {
    let least = if value.dtype == DType::F32 { f64::from(f32::MIN_POSITIVE) } else { LEAST };
    value.as_f64().is_finite() && value.as_f64().abs() >= least
}

/// Whether a float type holds an integer exactly.
fn is_held(value: Const, dtype: DType) -> bool {
    let bits = if dtype == DType::F32 { 24 } else { 53 };
    value.as_i64().is_some_and(|int| (int >= 0 || value.dtype != DType::U64) && int.unsigned_abs() <= 1 << bits)
}

/// What is zero just when the result is exact, by error-free transformations.
fn residue(name: &str, values: &[f64], r: f64) -> Option<f64> {
    Some(match (name, values) {
        ("add", &[a, b]) => sum_residue(a, b, r),
        ("sub", &[a, b]) => sum_residue(a, -b, r),
        ("mul", &[a, b]) => a.mul_add(b, -r),
        ("square", &[a]) => a.mul_add(a, -r),
        ("div", &[a, b]) => r.mul_add(b, -a),
        ("reciprocal", &[a]) => r.mul_add(a, -1.0),
        ("sqrt", &[a]) => r.mul_add(r, -a),
        ("cast", &[a]) => a - r,
        ("neg" | "abs" | "sign" | "floor" | "ceil" | "trunc" | "rint", _) => 0.0,
        ("maximum" | "minimum" | "fmax" | "fmin" | "copysign" | "where", _) => 0.0,
        _ => return None,
    })
}

/// Knuth's two-sum, and what a narrower type loses of it.
fn sum_residue(a: f64, b: f64, r: f64) -> f64 {
    let sum = a + b;
    let part = sum - a;
    let error = (a - (sum - part)) + (b - part);
    if error == 0.0 { sum - r } else { error }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::egraph::facts::evaluate;
    use phylanx_dialects::ops::find;

    fn exact(name: &str, operands: &[f64], dtype: DType) -> bool {
        let row = find(name).expect("an op");
        let operands: Vec<Const> = operands.iter().map(|&value| Const::float(value, dtype)).collect();
        let result = evaluate(row, &operands, dtype).expect("it is evaluated");
        is_exact(row, &operands, result)
    }

    #[test]
    fn exact_results_are_known() {
        for dtype in [DType::F64, DType::F32] {
            assert!(exact("mul", &[3.0, 0.5], dtype));
            assert!(exact("add", &[1.0, 1024.0], dtype));
            assert!(exact("sub", &[2.5, 2.5], dtype));
            assert!(exact("div", &[6.0, 3.0], dtype));
            assert!(exact("reciprocal", &[0.25], dtype));
            assert!(exact("mul", &[0.0, 7.0], dtype));
            assert!(exact("neg", &[-0.0], dtype));
        }
        assert!(exact("add", &[1.0, 2f64.powi(40)], DType::F64));
    }

    #[test]
    fn results_that_round_are_known() {
        let tenth = f64::from(0.1f32);
        for dtype in [DType::F64, DType::F32] {
            assert!(!exact("mul", &[tenth, 1.0 + 2f64.powi(-23)], DType::F32), "{dtype:?}");
            assert!(!exact("div", &[1.0, 3.0], dtype));
            assert!(!exact("reciprocal", &[10.0], dtype));
            assert!(!exact("sqrt", &[2.0], dtype));
        }
        assert!(!exact("mul", &[0.1, 3.0], DType::F64));
        assert!(!exact("add", &[0.1, 0.2], DType::F64));
        assert!(!exact("add", &[1.0, 2f64.powi(40)], DType::F32));
    }

    #[test]
    fn results_out_of_range_are_not_exact() {
        assert!(!exact("mul", &[1e200, 1e200], DType::F64));
        assert!(!exact("mul", &[2f64.powi(-600), 2f64.powi(-600)], DType::F64));
        assert!(!exact("mul", &[2f64.powi(-500), 2f64.powi(-500)], DType::F64));
        assert!(!exact("mul", &[2f64.powi(-80), 2f64.powi(-80)], DType::F32));
        assert!(!exact("div", &[1.0, 0.0], DType::F64));
        assert!(!exact("add", &[f64::INFINITY, 1.0], DType::F64));
    }
}
