//! Complex numbers: their parts, Python's arithmetic on them, and `complex(...)`.

use super::call::Args;
use super::scalar::strength;
use super::{Lowerer, Res};
use crate::ast::BinOp;
use crate::source::Span;
use crate::types::{Num, promote};
use crate::value::{Array, Const, Form, Repr, Scalar, Val};
use phylanx_dialects::DType;
use phylanx_dialects::dtype::{complex_of, is_complex, real_of};
use phylanx_dialects::ir::{TensorType, Type, Value};

impl<'a> Lowerer<'a> {
    /// The IR values that carry a scalar: the two parts of a complex number, one value for any other.
    pub fn carried(&mut self, value: Value, dtype: DType) -> Vec<Value> {
        if !is_complex(dtype) {
            return vec![value];
        }
        let part = Type::Scalar(real_of(dtype));
        ["complex.re", "complex.im"].map(|name| self.op(name, &[value], part.clone())).to_vec()
    }

    /// The scalar that IR values carry.
    pub fn uncarried(&mut self, dtype: DType, values: &mut dyn Iterator<Item = Value>) -> Option<Value> {
        let first = values.next()?;
        if !is_complex(dtype) {
            return Some(first);
        }
        let second = values.next()?;
        Some(self.op("complex.create", &[first, second], Type::Scalar(dtype)))
    }

    /// The real or the imaginary part of a number.
    pub fn part_of_scalar(&mut self, scalar: &Scalar, name: &str) -> Scalar {
        let num = Num { dtype: real_of(scalar.num.dtype), ..scalar.num };
        if !is_complex(scalar.num.dtype) {
            let zero = match num.dtype {
                DType::Bool => Scalar { num, repr: Repr::Const(Const::Bool(false)) },
                _ => self.cast_scalar(&Scalar::int(0), num),
            };
            return if name == "real" { scalar.clone() } else { zero };
        }
        if let Some(Const::Complex(re, im)) = scalar.known() {
            return Scalar { num, repr: Repr::Const(Const::Float(if name == "real" { re } else { im })) };
        }
        let value = self.scalar_value(scalar);
        let op = if name == "real" { "complex.re" } else { "complex.im" };
        Scalar::of(num, self.op(op, &[value], Type::Scalar(num.dtype)))
    }

    /// `a.real` or `a.imag`: of a complex array a view of its parts, of a real one the array itself or zeros.
    pub fn part_of_array(&mut self, array: &Array, name: &str, span: Span) -> Res<Val> {
        let ty = TensorType { elem: real_of(array.ty.elem), dims: array.ty.dims.clone() };
        if !is_complex(array.ty.elem) {
            if name == "real" {
                return Ok(Val::Array(array.clone()));
            }
            let tensor = self.tensor(array);
            let value = self.infer_op("imag", &[tensor], &[], span)?;
            return Ok(self.fresh_or_scalar(value));
        }
        if array.form == Form::Ref {
            let value = self.op(&format!("physl.view_{name}"), &[array.value], Type::Ref(ty.clone()));
            return Ok(Val::Array(Array { ty, value, form: Form::Ref }));
        }
        let value = self.infer_op(name, &[array.value], &[], span)?;
        Ok(Val::Array(Array { ty, value, form: array.form }))
    }

    /// `z.real`, `z.imag` of a Python or NumPy number.
    pub fn number_part(&mut self, scalar: &Scalar, name: &str) -> Val {
        let part = self.part_of_scalar(scalar, name);
        match (part.num.numpy, part.num.dtype) {
            (false, DType::Bool) => Val::Scalar(self.as_int(&part)),
            _ => Val::Scalar(part),
        }
    }

    /// `z.conjugate()`.
    pub fn conjugate(&mut self, scalar: &Scalar) -> Val {
        if !is_complex(scalar.num.dtype) {
            return match (scalar.num.numpy, scalar.num.is_bool()) {
                (false, true) => Val::Scalar(self.as_int(scalar)),
                _ => Val::Scalar(scalar.clone()),
            };
        }
        if let Some(Const::Complex(re, im)) = scalar.known() {
            return Val::Scalar(Scalar { num: scalar.num, repr: Repr::Const(Const::Complex(re, -im)) });
        }
        let value = self.scalar_value(scalar);
        Val::scalar(scalar.num, self.np_scalar("conj", &[value], scalar.num.dtype))
    }

    /// `a op b` on Python's numbers, one of them complex.
    pub fn complex_binary(&mut self, op: BinOp, a: &Scalar, b: &Scalar, span: Span) -> Res<Val> {
        if let Some(folded) = fold(op, a, b) {
            return Ok(Val::Scalar(folded));
        }
        let operator = match op {
            BinOp::Add | BinOp::Sub | BinOp::Mul => None,
            BinOp::Div => Some("physl.complex_div"),
            BinOp::Pow => Some("physl.complex_pow"),
            _ => return self.no_operator(op, &Val::Scalar(a.clone()), &Val::Scalar(b.clone()), span),
        };
        let (a, b) = (self.cast_scalar(a, Num::COMPLEX), self.cast_scalar(b, Num::COMPLEX));
        let (a, b) = (self.scalar_value(&a), self.scalar_value(&b));
        let value = match operator {
            None => self.np_scalar(op.op(), &[a, b], DType::C128),
            Some(name) => self.op(name, &[a, b], Type::Scalar(DType::C128)),
        };
        Ok(Val::scalar(Num::COMPLEX, value))
    }

    /// `abs(z)` of a Python complex number.
    pub fn complex_abs(&mut self, scalar: &Scalar) -> Val {
        let value = self.scalar_value(scalar);
        Val::scalar(Num::FLOAT, self.op("physl.complex_abs", &[value], Type::F64))
    }

    /// Reports a complex number where Python takes real ones only.
    pub fn need_real(&mut self, scalar: &Scalar, span: Span) -> Res<()> {
        if is_complex(scalar.num.dtype) {
            let help = "take its `.real` or `.imag` part, or `abs(...)`";
            return self.fail(span, "must be real number, not complex", help);
        }
        Ok(())
    }

    /// Comparison of numbers of which one is complex.
    pub fn compare_complex(&mut self, op: crate::ast::CmpOp, a: &Scalar, b: &Scalar, span: Span) -> Res<Val> {
        use crate::ast::CmpOp;
        let numpy = a.num.numpy || b.num.numpy;
        let name = match op {
            CmpOp::Eq => "eq",
            CmpOp::Ne => "ne",
            _ if !numpy => {
                let message = format!("'{}' not supported between instances of {} and {}", op.symbol(), a.num, b.num);
                return self.fail(span, message, "compare `abs(...)` or one of the parts");
            }
            CmpOp::Lt => "lt",
            CmpOp::Le => "le",
            CmpOp::Gt => "gt",
            _ => "ge",
        };
        let dtype = promote(&[strength(a), strength(b)]);
        let (a, b) = (self.cast_scalar(a, Num::np(dtype)), self.cast_scalar(b, Num::np(dtype)));
        let (a, b) = (self.scalar_value(&a), self.scalar_value(&b));
        let num = if numpy { Num::np(DType::Bool) } else { Num::BOOL };
        Ok(Val::scalar(num, self.np_scalar(name, &[a, b], DType::Bool)))
    }

    /// `target.real = value` or `target.imag = value`.
    pub fn assign_part(&mut self, target: &Val, name: &str, val: &Val, span: Span) -> Res<()> {
        let Val::Array(array) = target else {
            let help = "numbers do not change; make a new one with `complex(re, im)`";
            return self.fail(span, format!("attribute '{name}' of {} is not writable", target.describe()), help);
        };
        let array = self.reference(array);
        let part = match (is_complex(array.ty.elem), name) {
            (false, "imag") => {
                return self.fail(span, "cannot set the imaginary part of a real array", "make the array complex");
            }
            (false, _) => array,
            (true, _) => match self.part_of_array(&array, name, span)? {
                Val::Array(part) => part,
                _ => return Ok(()),
            },
        };
        let value = self.array_of(val, span)?;
        if is_complex(value.ty.elem) {
            return self.fail(span, "a part of a complex number is real", "take `.real` or `.imag` of the value");
        }
        self.check_fits(&value.ty, &part.ty, span)?;
        let tensor = self.tensor(&value);
        let tensor = self.cast_tensor(tensor, part.ty.elem);
        self.effect("physl.write", &[part.value, tensor], &[]);
        Ok(())
    }
}

/// Constants computed now, as Python computes them.
fn fold(op: BinOp, a: &Scalar, b: &Scalar) -> Option<Scalar> {
    let ((ar, ai), (br, bi)) = (a.known()?.as_parts(), b.known()?.as_parts());
    let (re, im) = match op {
        BinOp::Add => (ar + br, ai + bi),
        BinOp::Sub => (ar - br, ai - bi),
        BinOp::Mul => (ar * br - ai * bi, ar * bi + ai * br),
        _ => return None,
    };
    Some(Scalar::complex(re, im))
}

/// `complex(real, imag)` and `complex(text)`.
pub fn complex<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let Some(first) = args.given(0).cloned() else {
        return match args.given(1).cloned() {
            None => Ok(Val::Scalar(Scalar::complex(0.0, 0.0))),
            Some(second) => together(lowerer, &Val::float(0.0), &second, args),
        };
    };
    let first = lowerer.present(first, None, args.span)?;
    if let Val::Str(text) = &first {
        if args.given(1).is_some() {
            let help = "write the whole number in the text";
            return lowerer.fail(args.span, "complex() can't take second arg if first is a string", help);
        }
        let text = lowerer.text_value(text);
        let value = lowerer.op("physl.parse_complex", &[text], Type::Scalar(DType::C128));
        return Ok(Val::scalar(Num::COMPLEX, value));
    }
    match args.given(1).cloned() {
        Some(second) => together(lowerer, &first, &second, args),
        None => {
            let scalar = lowerer.scalar_of(&first, args.span_of(0))?;
            Ok(Val::Scalar(lowerer.cast_scalar(&scalar, Num::COMPLEX)))
        }
    }
}

/// `first + second * 1j`, by Python's rule for complex parts.
fn together<'a>(lowerer: &mut Lowerer<'a>, first: &Val, second: &Val, args: &Args<'a>) -> Res<Val> {
    let (a, b) = (lowerer.scalar_of(first, args.span_of(0))?, lowerer.scalar_of(second, args.span)?);
    let [ar, ai, br, bi] = [(&a, "real"), (&a, "imag"), (&b, "real"), (&b, "imag")].map(|(scalar, name)| {
        let part = lowerer.part_of_scalar(scalar, name);
        lowerer.as_float(&part)
    });
    let mut re = ar;
    if is_complex(b.num.dtype) {
        re = lowerer.float_difference(&re, &bi);
    }
    let mut im = br;
    if is_complex(a.num.dtype) {
        im = lowerer.float_sum(&im, &ai);
    }
    if let (Some(re), Some(im)) = (re.known(), im.known()) {
        return Ok(Val::Scalar(Scalar::complex(re.as_f64(), im.as_f64())));
    }
    let (re, im) = (lowerer.scalar_value(&re), lowerer.scalar_value(&im));
    let value = lowerer.op("complex.create", &[re, im], Type::Scalar(DType::C128));
    Ok(Val::scalar(Num::COMPLEX, value))
}

impl Lowerer<'_> {
    fn float_difference(&mut self, a: &Scalar, b: &Scalar) -> Scalar {
        let (a, b) = (self.scalar_value(a), self.scalar_value(b));
        Scalar::of(Num::FLOAT, self.op("arith.subf", &[a, b], Type::F64))
    }

    fn float_sum(&mut self, a: &Scalar, b: &Scalar) -> Scalar {
        let (a, b) = (self.scalar_value(a), self.scalar_value(b));
        Scalar::of(Num::FLOAT, self.op("arith.addf", &[a, b], Type::F64))
    }
}

/// The type of the result of a map op that computes in `dtype`.
pub fn result_type(name: &str, dtype: DType) -> DType {
    match name {
        "abs" | "real" | "imag" | "angle" => real_of(dtype),
        "complex" => complex_of(dtype),
        _ => dtype,
    }
}
