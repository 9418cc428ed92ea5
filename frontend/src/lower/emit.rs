//! Making ops, and reporting faults.

use super::Lowerer;
use crate::diagnostic::Diagnostic;
use crate::source::Span;
use crate::value::{Const, Repr, Scalar, Val};
use phylanx_dialects::dtype::{is_complex, real_of};
use phylanx_dialects::ir::{Attr, Block, Loc, Op, Region, TensorType, Type, Value};
use phylanx_dialects::{DType, ops, shape};

/// Why an expression has no value.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Stop {
    /// A diagnostic has been made.
    Reported,
    /// It depends on a recursive call whose type is not known yet.
    Never,
}

impl Stop {
    /// What stands for the missing value.
    pub fn val(self) -> Val {
        match self {
            Stop::Reported => Val::Unknown,
            Stop::Never => Val::Never,
        }
    }
}

/// A result, or a reason that has been taken care of.
pub type Res<T> = Result<T, Stop>;

impl Lowerer<'_> {
    /// Reports a fault of the program.
    #[track_caller]
    pub fn report(&mut self, span: Span, message: impl Into<String>, help: impl Into<String>) -> Stop {
        let span = self.frame.site.unwrap_or(span);
        self.diagnostics.push(Diagnostic::new(self.source.of(span), span, message, help));
        Stop::Reported
    }

    /// Reports a fault of the program and stops the expression.
    #[track_caller]
    pub fn fail<T>(&mut self, span: Span, message: impl Into<String>, help: impl Into<String>) -> Res<T> {
        Err(self.report(span, message, help))
    }

    /// Reports that the compiler has come to where no program should lead it: its own fault, exit code 3.
    #[track_caller]
    pub fn contradiction<T>(&mut self, span: Span, what: &str) -> Res<T> {
        let span = self.frame.site.unwrap_or(span);
        self.diagnostics.push(Diagnostic::ours(self.source.of(span), span, what));
        Err(Stop::Reported)
    }

    /// Reports what is sure to raise an exception; within a `try`, the program raises it.
    #[track_caller]
    pub fn sure_to_raise<T>(
        &mut self,
        span: Span,
        kind: &str,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Res<T> {
        if !self.is_guarded() {
            return self.fail(span, message, help);
        }
        let before = std::mem::replace(&mut self.frame.at, span);
        self.raise(kind, &message.into());
        self.frame.at = before;
        self.frame.flow = super::Flow::Stops;
        Err(Stop::Never)
    }

    /// Does something whose ops stand at a place.
    pub fn at<R>(&mut self, span: Span, inner: impl FnOnce(&mut Self) -> R) -> R {
        let before = std::mem::replace(&mut self.frame.at, span);
        let result = inner(self);
        self.frame.at = before;
        result
    }

    /// Whether a `try` is around, here or where the function is called.
    pub fn is_guarded(&self) -> bool {
        self.frame.guarded || !self.frame.attempts.is_empty()
    }

    /// What follows on this path is not looked at.
    pub fn stop_here(&mut self) {
        self.frame.flow = super::Flow::Stops;
    }

    pub fn loc(&self) -> Loc {
        self.loc_of(self.frame.at)
    }

    /// A place as later stages show it; places in the prelude are nobody's.
    pub fn loc_of(&self, span: Span) -> Loc {
        if self.program.modules[usize::from(span.file)].kind == crate::modules::Kind::Prelude {
            return Loc::default();
        }
        let source = self.source.of(span);
        let ((line, column), end) = (source.line_column(span.start), source.line_column(span.end));
        let loc = Loc::new(source.name.clone(), line, column).to(end.0, end.1);
        match self.frame.inner_frames.last() {
            Some((name, call)) => loc.inlined_at(name, call),
            None => loc,
        }
    }

    /// Appends an op with one result.
    pub fn op_with(&mut self, name: &str, operands: &[Value], ty: Type, attrs: &[(&str, Attr)]) -> Value {
        let result = self.module.value(ty);
        let op = self.make(name, operands, attrs).with_results([result]);
        self.frame.ops.push(op);
        result
    }

    /// Appends an op with one result and no attributes.
    pub fn op(&mut self, name: &str, operands: &[Value], ty: Type) -> Value {
        self.op_with(name, operands, ty, &[])
    }

    /// Appends an op without results.
    pub fn effect(&mut self, name: &str, operands: &[Value], attrs: &[(&str, Attr)]) {
        let op = self.make(name, operands, attrs);
        self.frame.ops.push(op);
    }

    /// Appends an op with several results.
    pub fn results(&mut self, name: &str, operands: &[Value], types: Vec<Type>, attrs: &[(&str, Attr)]) -> Vec<Value> {
        let results: Vec<Value> = types.into_iter().map(|ty| self.module.value(ty)).collect();
        let op = self.make(name, operands, attrs).with_results(results.iter().copied());
        self.frame.ops.push(op);
        results
    }

    /// Appends an op with several results and regions.
    pub fn structured(&mut self, name: &str, operands: &[Value], types: Vec<Type>, regions: Vec<Region>) -> Vec<Value> {
        let results: Vec<Value> = types.into_iter().map(|ty| self.module.value(ty)).collect();
        let mut op = self.make(name, operands, &[]).with_results(results.iter().copied());
        op.regions = regions;
        self.frame.ops.push(op);
        results
    }

    fn make(&self, name: &str, operands: &[Value], attrs: &[(&str, Attr)]) -> Op {
        let mut op = Op::new(name, self.loc()).with_operands(operands.iter().copied());
        for (key, attr) in attrs {
            op.attrs.insert((*key).to_string(), attr.clone());
        }
        op
    }

    /// Appends an op of the table whose result type follows from its operands.
    pub fn infer_op(&mut self, name: &str, operands: &[Value], attrs: &[(&str, Attr)], span: Span) -> Res<Value> {
        let types: Vec<Type> = operands.iter().map(|value| self.module.ty(*value).clone()).collect();
        let listed = attrs.iter().map(|(key, attr)| ((*key).to_string(), attr.clone())).collect();
        let row = ops::find(name).unwrap_or(&ops::OPS[0]);
        match shape::infer(row, &types, &listed) {
            Ok(Some(ty)) => Ok(self.op_with(&format!("physl.{name}"), operands, ty, attrs)),
            Ok(None) => self.contradiction(span, &format!("`{name}` with a result that must be given")),
            Err(error) => {
                let said = error.to_string();
                // NumPy ends this message with a blank.
                let end = if said.starts_with("operands could not") && self.is_guarded() { " " } else { "" };
                let help = match types.as_slice() {
                    [Type::Tensor(a), Type::Tensor(b)] if name == "matmul" => {
                        let (a, b) = (shape::shape_text(&a.dims), shape::shape_text(&b.dims));
                        format!("the shapes are {a} and {b}: transpose or reshape one of them")
                    }
                    _ => "make the shapes agree, with `reshape` or `None` in an index".to_string(),
                };
                self.sure_to_raise(span, "ValueError", said + end, help)
            }
        }
    }

    /// The ops that `inner` appends, apart from the present list.
    pub fn region<R>(&mut self, inner: impl FnOnce(&mut Self) -> R) -> (Vec<Op>, R) {
        let entry = std::mem::take(&mut self.frame.entry);
        let outer = std::mem::replace(&mut self.frame.ops, entry);
        let result = inner(self);
        (std::mem::replace(&mut self.frame.ops, outer), result)
    }

    /// Runs `inner` with `ops` as the present list, to append to a region made before.
    pub fn extend<R>(&mut self, ops: &mut Vec<Op>, inner: impl FnOnce(&mut Self) -> R) -> R {
        let outer = std::mem::replace(&mut self.frame.ops, std::mem::take(ops));
        let result = inner(self);
        *ops = std::mem::replace(&mut self.frame.ops, outer);
        result
    }

    /// `scf.if condition { then }` without results.
    pub fn when(&mut self, condition: Value, then: impl FnOnce(&mut Self)) {
        let (ops, ()) = self.region(|lowerer| {
            then(lowerer);
            lowerer.effect("scf.yield", &[], &[]);
        });
        let body = Region::of(Block { args: Vec::new(), ops });
        self.structured("scf.if", &[condition], Vec::new(), vec![body, Region::default()]);
    }

    /// `scf.while` over integers: `test` and `body` see the present state, `body` gives the next.
    pub fn repeat_while(
        &mut self,
        init: &[Value],
        test: impl FnOnce(&mut Self, &[Value]) -> Value,
        body: impl FnOnce(&mut Self, &[Value]) -> Vec<Value>,
    ) -> Vec<Value> {
        let types = vec![Type::I64; init.len()];
        let [before, after]: [Vec<Value>; 2] =
            std::array::from_fn(|_| types.iter().map(|ty| self.module.value(ty.clone())).collect());
        let (test_ops, ()) = self.region(|this| {
            let mut operands = vec![test(this, &before)];
            operands.extend(&before);
            this.effect("scf.condition", &operands, &[]);
        });
        let (body_ops, ()) = self.region(|this| {
            let next = body(this, &after);
            this.effect("scf.yield", &next, &[]);
        });
        let regions =
            vec![Region::of(Block { args: before, ops: test_ops }), Region::of(Block { args: after, ops: body_ops })];
        self.structured("scf.while", init, types, regions)
    }

    /// Ends the program with an exception when the condition holds.
    pub fn raise_when(&mut self, condition: Value, kind: &str, message: &str) {
        self.when(condition, |lowerer| lowerer.raise(kind, message));
    }

    /// Ends the program with an exception.
    pub fn raise(&mut self, kind: &str, message: &str) {
        let text = self.text_constant(message);
        self.effect("physl.raise", &[text], &[("kind", Attr::str(kind))]);
    }

    pub fn text_constant(&mut self, text: &str) -> Value {
        self.op_with("physl.text", &[], Type::Str, &[("value", Attr::str(text))])
    }

    /// An `arith.constant` of a scalar type; unsigned types have no constants and are cast.
    pub fn constant(&mut self, value: Const, dtype: DType) -> Value {
        let ty = Type::Scalar(dtype);
        if is_complex(dtype) {
            let (re, im) = value.as_parts();
            let parts = [re, im].map(|part| self.constant(Const::Float(part), real_of(dtype)));
            return self.op("complex.create", &parts, ty);
        }
        let attr = match dtype {
            DType::Bool => Attr::Bool(value.truth()),
            DType::F32 | DType::F64 => Attr::Float(value.as_f64(), ty.clone()),
            DType::U8 | DType::U16 | DType::U32 | DType::U64 => {
                let wide = self.constant(value, DType::I64);
                return self.np_scalar("cast", &[wide], dtype);
            }
            _ => Attr::Int(value.as_i64().unwrap_or(value.as_f64() as i64), ty.clone()),
        };
        self.op_with("arith.constant", &[], ty, &[("value", attr)])
    }

    pub fn int(&mut self, value: i64) -> Value {
        self.constant(Const::Int(value), DType::I64)
    }

    pub fn bool(&mut self, value: bool) -> Value {
        self.constant(Const::Bool(value), DType::Bool)
    }

    /// NumPy's scalar arithmetic.
    pub fn np_scalar(&mut self, op: &str, operands: &[Value], dtype: DType) -> Value {
        self.op_with("physl.py_to_np", operands, Type::Scalar(dtype), &[("op", Attr::str(op))])
    }

    /// The IR value of a scalar.
    pub fn scalar_value(&mut self, scalar: &Scalar) -> Value {
        match scalar.repr {
            Repr::Value(value) => value,
            Repr::Const(value) => self.constant(value, scalar.num.dtype),
        }
    }

    /// The IR value of a flag.
    pub fn flag_value(&mut self, flag: &Repr<bool>) -> Value {
        match flag {
            Repr::Value(value) => *value,
            Repr::Const(value) => self.bool(*value),
        }
    }

    pub fn not(&mut self, value: Value) -> Value {
        let truth = self.bool(true);
        self.op("arith.xori", &[value, truth], Type::BOOL)
    }

    /// `arith.cmpi` by the name of its predicate.
    pub fn compare_ints(&mut self, predicate: &str, a: Value, b: Value) -> Value {
        let number = ["eq", "ne", "slt", "sle", "sgt", "sge"].iter().position(|name| *name == predicate).unwrap_or(0);
        self.op_with("arith.cmpi", &[a, b], Type::BOOL, &[("predicate", Attr::int(number as i64))])
    }

    /// `arith.cmpf` by the name of its predicate.
    pub fn compare_floats(&mut self, predicate: &str, a: Value, b: Value) -> Value {
        let number = match predicate {
            "oeq" => 1,
            "ogt" => 2,
            "oge" => 3,
            "olt" => 4,
            "ole" => 5,
            _ => 13,
        };
        self.op_with("arith.cmpf", &[a, b], Type::BOOL, &[("predicate", Attr::int(number))])
    }

    /// The tensor type of an array value.
    pub fn tensor_type(&self, value: Value) -> TensorType {
        self.module.ty(value).array().cloned().unwrap_or_else(|| TensorType::dynamic(DType::F64, 0))
    }
}
