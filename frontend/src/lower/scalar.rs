//! Arithmetic on scalars: Python's checked one on Python's numbers, NumPy's on NumPy scalars.

use super::{Lowerer, Res};
use crate::ast::{BinOp, UnaryOp};
use crate::source::Span;
use crate::types::{Num, Strength, float_of, is_float, promote};
use crate::value::{Const, Form, Repr, Scalar, Val};
use phylanx_dialects::DType;
use phylanx_dialects::dtype::is_complex;
use phylanx_dialects::ir::{Type, Value};

impl Lowerer<'_> {
    /// `a op b` on two scalars.
    pub fn scalar_binary(&mut self, op: BinOp, a: &Scalar, b: &Scalar, span: Span) -> Res<Val> {
        if a.num.numpy || b.num.numpy {
            return self.numpy_binary(op, a, b, span);
        }
        if is_complex(a.num.dtype) || is_complex(b.num.dtype) {
            return self.complex_binary(op, a, b, span);
        }
        if let Some(folded) = fold(op, a, b) {
            return Ok(Val::Scalar(folded));
        }
        match op {
            BinOp::MatMul => self.no_operator(op, &Val::Scalar(a.clone()), &Val::Scalar(b.clone()), span),
            BinOp::And | BinOp::Or | BinOp::Xor | BinOp::Shl | BinOp::Shr if a.num.is_float() || b.num.is_float() => {
                self.no_operator(op, &Val::Scalar(a.clone()), &Val::Scalar(b.clone()), span)
            }
            BinOp::And | BinOp::Or | BinOp::Xor => Ok(self.bitwise(op, a, b)),
            BinOp::Div if !a.num.is_float() && !b.num.is_float() => Ok(self.int_quotient(a, b)),
            BinOp::Div => Ok(self.float_binary(op, a, b)),
            BinOp::Pow if !a.num.is_float() && is_negative(b) => Ok(self.float_binary(op, a, b)),
            _ if a.num.is_float() || b.num.is_float() => Ok(self.float_binary(op, a, b)),
            _ => Ok(self.int_binary(op, a, b)),
        }
    }

    fn bitwise(&mut self, op: BinOp, a: &Scalar, b: &Scalar) -> Val {
        let num = if a.num.is_bool() && b.num.is_bool() { Num::BOOL } else { Num::INT };
        let (a, b) = (self.cast_scalar(a, num), self.cast_scalar(b, num));
        let (a, b) = (self.scalar_value(&a), self.scalar_value(&b));
        Val::scalar(num, self.op(bitwise_op(op), &[a, b], Type::Scalar(num.dtype)))
    }

    fn int_binary(&mut self, op: BinOp, a: &Scalar, b: &Scalar) -> Val {
        let (a, b) = (self.as_int(a), self.as_int(b));
        let (a, b) = (self.scalar_value(&a), self.scalar_value(&b));
        Val::scalar(Num::INT, self.op(&format!("physl.int_{}", op.op()), &[a, b], Type::I64))
    }

    fn int_quotient(&mut self, a: &Scalar, b: &Scalar) -> Val {
        let (a, b) = (self.as_int(a), self.as_int(b));
        let (a, b) = (self.scalar_value(&a), self.scalar_value(&b));
        Val::scalar(Num::FLOAT, self.op("physl.int_div", &[a, b], Type::F64))
    }

    fn float_binary(&mut self, op: BinOp, a: &Scalar, b: &Scalar) -> Val {
        let (a, b) = (self.as_float(a), self.as_float(b));
        let (a, b) = (self.scalar_value(&a), self.scalar_value(&b));
        let name = match op {
            BinOp::Add => "arith.addf".to_string(),
            BinOp::Sub => "arith.subf".to_string(),
            BinOp::Mul => "arith.mulf".to_string(),
            _ => format!("physl.float_{}", op.op()),
        };
        Val::scalar(Num::FLOAT, self.op(&name, &[a, b], Type::F64))
    }

    /// At least one side is a NumPy scalar.
    fn numpy_binary(&mut self, op: BinOp, a: &Scalar, b: &Scalar, span: Span) -> Res<Val> {
        let common = promote(&[strength(a), strength(b)]);
        let dtype = match op {
            BinOp::Div => float_of(common),
            BinOp::Sub if common == DType::Bool => {
                return self.fail(span, "`-` is not defined on NumPy booleans", "use `^` or `np.logical_xor`");
            }
            BinOp::Pow | BinOp::FloorDiv | BinOp::Mod | BinOp::Shl | BinOp::Shr if common == DType::Bool => DType::I8,
            BinOp::FloorDiv | BinOp::Mod if is_complex(common) => {
                return self.no_operator(op, &Val::Scalar(a.clone()), &Val::Scalar(b.clone()), span);
            }
            BinOp::And | BinOp::Or | BinOp::Xor | BinOp::Shl | BinOp::Shr | BinOp::MatMul if is_float(common) => {
                return self.no_operator(op, &Val::Scalar(a.clone()), &Val::Scalar(b.clone()), span);
            }
            _ => common,
        };
        let exponent = b;
        let (a, b) = (self.operand_as(a, dtype, span)?, self.operand_as(b, dtype, span)?);
        if op == BinOp::Pow {
            self.guard_exponent(exponent, b, dtype);
        }
        let value = self.machine_binary(op, a, b, dtype);
        Ok(Val::scalar(Num::np(dtype), value))
    }

    /// A scalar as an operand of NumPy arithmetic on `dtype`.
    pub fn operand_as(&mut self, scalar: &Scalar, dtype: DType, span: Span) -> Res<Value> {
        let scalar = match scalar.num.numpy {
            true => self.cast_scalar(scalar, Num::np(dtype)),
            false => self.weak_operand(scalar, dtype, span)?,
        };
        Ok(self.scalar_value(&scalar))
    }

    fn machine_binary(&mut self, op: BinOp, a: Value, b: Value, dtype: DType) -> Value {
        let plain = match (op, is_float(dtype) && !is_complex(dtype)) {
            (BinOp::Add, true) => Some("arith.addf"),
            (BinOp::Sub, true) => Some("arith.subf"),
            (BinOp::Mul, true) => Some("arith.mulf"),
            (BinOp::Div, true) => Some("arith.divf"),
            _ => None,
        };
        match plain {
            Some(name) => self.op(name, &[a, b], Type::Scalar(dtype)),
            None => self.np_scalar(op.op(), &[a, b], dtype),
        }
    }

    /// Unary `-`, `+`, `~` on a scalar.
    pub fn scalar_unary(&mut self, op: UnaryOp, scalar: &Scalar, span: Span) -> Res<Val> {
        let num = scalar.num;
        if num.numpy {
            return self.numpy_unary(op, scalar, span);
        }
        match (op, scalar.known()) {
            (UnaryOp::Invert, _) if num.is_float() => {
                self.fail(span, "bad operand type for unary ~: float", "use an int")
            }
            (UnaryOp::Neg, Some(Const::Float(value))) => Ok(Val::float(-value)),
            (UnaryOp::Neg, Some(Const::Complex(re, im))) => Ok(Val::Scalar(Scalar::complex(-re, -im))),
            (UnaryOp::Neg, Some(value)) if value.as_i64() != Some(i64::MIN) => {
                Ok(Val::int(-value.as_i64().unwrap_or(0)))
            }
            (UnaryOp::Invert, Some(value)) => Ok(Val::int(!value.as_i64().unwrap_or(0))),
            (UnaryOp::Neg, _) if num == Num::COMPLEX => {
                let value = self.scalar_value(scalar);
                Ok(Val::scalar(num, self.np_scalar("neg", &[value], num.dtype)))
            }
            (UnaryOp::Neg, _) if num.is_float() => {
                let value = self.scalar_value(scalar);
                Ok(Val::scalar(num, self.op("arith.negf", &[value], Type::F64)))
            }
            (UnaryOp::Pos, _) if num.is_float() => Ok(Val::Scalar(scalar.clone())),
            _ => {
                let int = self.as_int(scalar);
                let value = self.scalar_value(&int);
                Ok(match op {
                    UnaryOp::Neg => Val::scalar(Num::INT, self.op("physl.int_neg", &[value], Type::I64)),
                    UnaryOp::Invert => {
                        let ones = self.int(-1);
                        Val::scalar(Num::INT, self.op("arith.xori", &[value, ones], Type::I64))
                    }
                    _ => Val::Scalar(int),
                })
            }
        }
    }

    fn numpy_unary(&mut self, op: UnaryOp, scalar: &Scalar, span: Span) -> Res<Val> {
        let num = scalar.num;
        if (op == UnaryOp::Neg && num.is_bool()) || (op == UnaryOp::Invert && num.is_float()) {
            return self.fail(span, format!("`{}` is not defined on {num}", op.symbol()), "convert the number first");
        }
        let value = self.scalar_value(scalar);
        Ok(match op {
            UnaryOp::Pos | UnaryOp::Not => Val::Scalar(scalar.clone()),
            UnaryOp::Neg if num.is_float() && !is_complex(num.dtype) => {
                Val::scalar(num, self.op("arith.negf", &[value], Type::Scalar(num.dtype)))
            }
            UnaryOp::Neg => Val::scalar(num, self.np_scalar("neg", &[value], num.dtype)),
            UnaryOp::Invert => Val::scalar(num, self.np_scalar("not", &[value], num.dtype)),
        })
    }

    /// A number that is a float, or an int of the same value, with another number.
    pub fn mixed_binary(&mut self, op: BinOp, left: Val, right: Val, span: Span) -> Res<Val> {
        let (a, a_int) = self.mixed_parts(&left, span)?;
        let (b, b_int) = self.mixed_parts(&right, span)?;
        let both = self.both(&a_int, &b_int);
        if let (BinOp::FloorDiv | BinOp::Mod | BinOp::Pow, Repr::Value(both)) = (op, &both) {
            return self.mixed_choice(op, (&a, &b), *both, span);
        }
        let result = self.scalar_binary(op, &a, &b, span)?;
        match (op, both, result) {
            (_, Repr::Const(false), result) => Ok(result),
            (BinOp::Div, _, result) => Ok(result),
            (BinOp::Add | BinOp::Sub | BinOp::Mul, is_int, Val::Scalar(scalar)) => {
                let value = self.scalar_value(&scalar);
                Ok(Val::Mixed { num: scalar.num, value, is_int })
            }
            _ => self.mixed_trouble(span),
        }
    }

    /// An operator that is another one on ints than on floats: both are lowered, and one is taken.
    fn mixed_choice(&mut self, op: BinOp, (a, b): (&Scalar, &Scalar), are_ints: Value, span: Span) -> Res<Val> {
        let ints = |this: &mut Self| {
            let [a, b] = [a, b].map(|float| {
                let value = this.scalar_value(float);
                Scalar::of(Num::INT, this.op("arith.fptosi", &[value], Type::I64))
            });
            this.scalar_binary(op, &a, &b, span).unwrap_or_else(super::emit::Stop::val)
        };
        let floats = |this: &mut Self| this.scalar_binary(op, a, b, span).unwrap_or_else(super::emit::Stop::val);
        match self.choose(are_ints, span, ints, floats) {
            Val::Unknown => Err(super::emit::Stop::Reported),
            val => Ok(val),
        }
    }

    /// Reports a use in which an int and a float of the same value differ.
    pub fn mixed_trouble<T>(&mut self, span: Span) -> Res<T> {
        let help = "start with a float: write `0.0` instead of `0`";
        self.fail(span, "this number is an int on one path and a float on another, which matters here", help)
    }

    /// A number as a float and whether Python holds it as an int.
    fn mixed_parts(&mut self, val: &Val, span: Span) -> Res<(Scalar, Repr<bool>)> {
        match val {
            Val::Mixed { num, value, is_int } => Ok((Scalar::of(*num, *value), is_int.clone())),
            Val::Scalar(scalar) if scalar.num.is_float() => Ok((scalar.clone(), Repr::Const(false))),
            Val::Scalar(scalar) if !scalar.num.numpy => Ok((self.as_float(scalar), Repr::Const(true))),
            Val::Scalar(scalar) => {
                let float = self.cast_scalar(scalar, Num::np(DType::F64));
                Ok((float, Repr::Const(false)))
            }
            other => self.contradiction(span, &format!("{} as a number", other.describe())),
        }
    }

    fn both(&mut self, a: &Repr<bool>, b: &Repr<bool>) -> Repr<bool> {
        match (a, b) {
            (Repr::Const(false), _) | (_, Repr::Const(false)) => Repr::Const(false),
            (Repr::Const(true), other) | (other, Repr::Const(true)) => other.clone(),
            (Repr::Value(a), Repr::Value(b)) => Repr::Value(self.op("arith.andi", &[*a, *b], Type::BOOL)),
        }
    }

    /// A value as one scalar; arrays of rank 0 give their element.
    pub fn scalar_of(&mut self, val: &Val, span: Span) -> Res<Scalar> {
        match val {
            Val::Scalar(scalar) => Ok(scalar.clone()),
            Val::Mixed { num, value, .. } => Ok(Scalar::of(*num, *value)),
            Val::Array(array) if array.form == Form::Scalar || array.ty.rank() == 0 => Ok(self.item(array)),
            Val::Array(array) if array.ty.dims.iter().all(|dim| *dim == Some(1)) => Ok(self.item(array)),
            Val::Unknown => Err(super::emit::Stop::Reported),
            Val::Never => Err(super::emit::Stop::Never),
            Val::Option { .. } => {
                let val = self.present(val.clone(), None, span)?;
                self.scalar_of(&val, span)
            }
            other => self.fail(span, format!("a number is needed here, not {}", other.describe()), "use a number"),
        }
    }

    /// A value as a Python int.
    pub fn int_of(&mut self, val: &Val, span: Span) -> Res<Scalar> {
        if let Val::Mixed { .. } = val {
            return self.mixed_trouble(span);
        }
        if let Val::Either { which, kinds } = val
            && kinds.iter().all(|kind| !kind.num.is_float())
        {
            return Ok(self.either_as_int(*which, kinds));
        }
        let scalar = self.scalar_of(val, span)?;
        if scalar.num.is_float() {
            let help = "use `//` for whole quotients, or `int(...)`";
            return self.fail(span, format!("an integer is needed here, not {}", scalar.num), help);
        }
        Ok(self.as_int(&scalar))
    }
}

/// A scalar's part in NEP 50.
pub fn strength(scalar: &Scalar) -> Strength {
    if scalar.num.numpy { Strength::Strong(scalar.num.dtype) } else { Strength::Weak(scalar.num.dtype) }
}

pub fn bitwise_op(op: BinOp) -> &'static str {
    match op {
        BinOp::And => "arith.andi",
        BinOp::Or => "arith.ori",
        _ => "arith.xori",
    }
}

fn is_negative(scalar: &Scalar) -> bool {
    scalar.known().and_then(Const::as_i64).is_some_and(|value| value < 0)
}

/// Constants computed now, where the result is exact and cannot fail.
fn fold(op: BinOp, a: &Scalar, b: &Scalar) -> Option<Scalar> {
    let (a, b) = (a.known()?, b.known()?);
    if let (Some(x), Some(y)) = (a.as_i64(), b.as_i64()) {
        let both_bool = matches!((a, b), (Const::Bool(_), Const::Bool(_)));
        let value = match op {
            BinOp::Add => x.checked_add(y)?,
            BinOp::Sub => x.checked_sub(y)?,
            BinOp::Mul => x.checked_mul(y)?,
            BinOp::FloorDiv if y > 0 => x.div_euclid(y),
            BinOp::Mod if y > 0 => x.rem_euclid(y),
            BinOp::Pow => x.checked_pow(u32::try_from(y).ok()?)?,
            BinOp::Shl if (0..32).contains(&y) && x.abs() < 1 << 31 => x << y,
            BinOp::Shr if (0..64).contains(&y) => x >> y,
            BinOp::And if !both_bool => x & y,
            BinOp::Or if !both_bool => x | y,
            BinOp::Xor if !both_bool => x ^ y,
            BinOp::Div if y != 0 && x.abs() < 1 << 53 && y.abs() < 1 << 53 => {
                return Some(Scalar::float(x as f64 / y as f64));
            }
            _ => return None,
        };
        return Some(Scalar::int(value));
    }
    let (x, y) = (a.as_f64(), b.as_f64());
    Some(Scalar::float(match op {
        BinOp::Add => x + y,
        BinOp::Sub => x - y,
        BinOp::Mul => x * y,
        BinOp::Div if y != 0.0 => x / y,
        _ => return None,
    }))
}
