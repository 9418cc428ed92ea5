//! Scalars from one type to another.

use super::{Lowerer, Res};
use crate::source::Span;
use crate::types::{Num, int_range, is_float, is_unsigned};
use crate::value::{Const, Repr, Scalar};
use phylanx_dialects::DType;
use phylanx_dialects::ir::{Type, Value};

impl Lowerer<'_> {
    /// A scalar in another type, converted as C does.
    pub fn cast_scalar(&mut self, scalar: &Scalar, to: Num) -> Scalar {
        if scalar.num.dtype == to.dtype {
            return Scalar { num: to, repr: scalar.repr.clone() };
        }
        if let Some(known) = scalar.known()
            && let Some(constant) = cast_constant(known, to.dtype)
        {
            return Scalar { num: to, repr: Repr::Const(constant) };
        }
        let value = self.scalar_value(scalar);
        Scalar::of(to, self.cast_value(value, scalar.num.dtype, to.dtype))
    }

    fn cast_value(&mut self, value: Value, from: DType, to: DType) -> Value {
        let ty = Type::Scalar(to);
        let name = match (from, to) {
            (DType::Bool, DType::I64) => "arith.extui",
            (DType::Bool, DType::F64) => "arith.uitofp",
            (DType::I64 | DType::I32, DType::F64) => "arith.sitofp",
            (DType::F32, DType::F64) => "arith.extf",
            (DType::F64, DType::F32) => "arith.truncf",
            (DType::I32, DType::I64) => "arith.extsi",
            (DType::I64, DType::I32) => "arith.trunci",
            _ => return self.np_scalar("cast", &[value], to),
        };
        self.op(name, &[value], ty)
    }

    /// A Python scalar as an operand of element type `to` (NEP 50): an int that does not fit is an OverflowError.
    pub fn weak_operand(&mut self, scalar: &Scalar, to: DType, span: Span) -> Res<Scalar> {
        let narrows = scalar.num == Num::INT && !is_float(to) && to != DType::I64 && to != DType::Bool;
        let (Some((low, high)), true) = (int_range(to), narrows) else {
            return Ok(self.cast_scalar(scalar, Num::np(to)));
        };
        let message = |value: &str| format!("Python integer {value} out of bounds for {}", to.numpy_name());
        if let Some(value) = scalar.known().and_then(Const::as_i64) {
            if value < low || value > high {
                return self.fail(
                    span,
                    message(&value.to_string()),
                    "use a value in range, or `astype` to a wider type",
                );
            }
            return Ok(self.cast_scalar(scalar, Num::np(to)));
        }
        let value = self.scalar_value(scalar);
        let (low, high) = (self.int(low), self.int(high));
        let below = self.compare_ints("slt", value, low);
        let above = self.compare_ints("sgt", value, high);
        let outside = self.op("arith.ori", &[below, above], Type::BOOL);
        self.raise_when(outside, "OverflowError", &message("operand"));
        Ok(self.cast_scalar(scalar, Num::np(to)))
    }

    /// Any integer scalar as a Python int; bools count as 0 and 1.
    pub fn as_int(&mut self, scalar: &Scalar) -> Scalar {
        if scalar.num.dtype == DType::U64 && scalar.known().is_none() {
            let bits = self.cast_scalar(scalar, Num::INT);
            let (value, zero) = (self.scalar_value(&bits), self.int(0));
            let large = self.compare_ints("slt", value, zero);
            self.raise_when(large, "OverflowError", "integer result does not fit in 64 bits");
            return bits;
        }
        self.cast_scalar(scalar, Num::INT)
    }

    /// Any scalar as a Python float.
    pub fn as_float(&mut self, scalar: &Scalar) -> Scalar {
        self.cast_scalar(scalar, Num::FLOAT)
    }
}

/// A constant in another type, where the conversion is exact or plain.
fn cast_constant(value: Const, to: DType) -> Option<Const> {
    Some(match to {
        DType::C64 | DType::C128 => {
            let (re, im) = value.as_parts();
            let narrow = |part: f64| if to == DType::C64 { f64::from(part as f32) } else { part };
            Const::Complex(narrow(re), narrow(im))
        }
        DType::Bool => Const::Bool(value.truth()),
        DType::F64 => Const::Float(value.as_f64()),
        DType::F32 => Const::Float(f64::from(value.as_f64() as f32)),
        _ if is_unsigned(to) => return None,
        _ => {
            let value = value.as_i64()?;
            let (low, high) = int_range(to)?;
            (low..=high).contains(&value).then_some(Const::Int(value))?
        }
    })
}
