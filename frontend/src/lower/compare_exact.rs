//! Comparisons of numbers of unlike types by their exact values.

use super::Lowerer;
use super::compare::compare_constants;
use crate::ast::CmpOp;
use crate::types::Num;
use crate::value::{Const, Repr, Scalar, Val};
use phylanx_dialects::DType;
use phylanx_dialects::ir::{Type, Value};

/// Up to this size every integer is a float.
const EXACT: f64 = 9_007_199_254_740_992.0;

impl Lowerer<'_> {
    /// Whether a Python int is below zero, unless it surely is not.
    pub fn below_zero(&mut self, scalar: &Scalar) -> Option<Repr<bool>> {
        if scalar.num != Num::INT {
            return None;
        }
        match scalar.known().and_then(Const::as_i64) {
            Some(known) => (known < 0).then_some(Repr::Const(true)),
            None => {
                let (value, zero) = (self.scalar_value(scalar), self.int(0));
                Some(Repr::Value(self.compare_ints("slt", value, zero)))
            }
        }
    }

    /// An unsigned 64-bit number and a Python int that may be negative: by their values.
    pub fn compare_with_negative(&mut self, op: CmpOp, (a, b): (&Scalar, &Scalar), below: &Repr<bool>) -> Val {
        let int_is_left = a.num == Num::INT;
        let holds_below = match op {
            CmpOp::Ne => true,
            CmpOp::Lt | CmpOp::Le => int_is_left,
            CmpOp::Gt | CmpOp::Ge => !int_is_left,
            _ => false,
        };
        let Repr::Value(below) = below else { return Val::bool(holds_below) };
        let (x, y) = (self.cast_scalar(a, Num::np(DType::U64)), self.cast_scalar(b, Num::np(DType::U64)));
        let (x, y) = (self.scalar_value(&x), self.scalar_value(&y));
        let plain = self.np_or_int_compare(int_predicate(op), x, y, DType::U64);
        let when_below = self.bool(holds_below);
        Val::scalar(Num::np(DType::Bool), self.op("arith.select", &[*below, when_below, plain], Type::BOOL))
    }

    /// Python compares an int and a float by their exact values.
    pub fn compare_exactly(&mut self, op: CmpOp, a: &Scalar, b: &Scalar) -> Val {
        if let (Some(a), Some(b)) = (a.known(), b.known()) {
            return Val::bool(compare_constants(op, a, b));
        }
        let (x, y) = (self.as_float(a), self.as_float(b));
        let (mut x, mut y) = (self.scalar_value(&x), self.scalar_value(&y));
        let (int, float) = if a.num.is_float() { (b, a) } else { (a, b) };
        let small = |scalar: &Scalar| scalar.known().is_some_and(|known| known.as_f64().abs() < EXACT);
        if !int.num.is_bool() && !small(int) && !small(float) {
            let whole = self.scalar_value(int);
            let (converted, given) = if a.num.is_float() { (y, x) } else { (x, y) };
            let (whole, given) = self.told_apart(whole, converted, given);
            (x, y) = if a.num.is_float() { (given, whole) } else { (whole, given) };
        }
        Val::scalar(Num::BOOL, self.compare_floats(float_predicate(op), x, y))
    }

    /// Floats that compare as the `int` and the `float`. Where the converted int equals the float, its low half and the float less its
    /// high half do: both are exact then.
    fn told_apart(&mut self, int: Value, converted: Value, float: Value) -> (Value, Value) {
        let (places, mask) = (self.int(32), self.int(0xffff_ffff));
        let scale = self.constant(Const::Float(4_294_967_296.0), DType::F64);
        let high = self.op("arith.shrsi", &[int, places], Type::I64);
        let low = self.op("arith.andi", &[int, mask], Type::I64);
        let [high, low] = [high, low].map(|part| self.op("arith.sitofp", &[part], Type::F64));
        let high = self.op("arith.mulf", &[high, scale], Type::F64);
        let rest = self.op("arith.subf", &[float, high], Type::F64);
        let equal = self.compare_floats("oeq", converted, float);
        let int = self.op("arith.select", &[equal, low, converted], Type::F64);
        (int, self.op("arith.select", &[equal, rest, float], Type::F64))
    }
}

/// The predicate of a comparison of floats.
pub fn float_predicate(op: CmpOp) -> &'static str {
    match op {
        CmpOp::Eq => "oeq",
        CmpOp::Lt => "olt",
        CmpOp::Le => "ole",
        CmpOp::Gt => "ogt",
        CmpOp::Ge => "oge",
        _ => "une",
    }
}

/// The predicate of a comparison of signed integers.
pub fn int_predicate(op: CmpOp) -> &'static str {
    match op {
        CmpOp::Eq => "eq",
        CmpOp::Lt => "slt",
        CmpOp::Le => "sle",
        CmpOp::Gt => "sgt",
        CmpOp::Ge => "sge",
        _ => "ne",
    }
}
