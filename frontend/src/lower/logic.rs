//! Truth, `and`, `or`, `not`, and values chosen by a condition.

use super::merge::Branch;
use super::{Flow, Lowerer, Res};
use crate::ast::{Expr, ExprKind, Logical, UnaryOp};
use crate::source::Span;
use crate::types::Num;
use crate::value::{Const, Form, Repr, Scalar, Val};
use phylanx_dialects::DType;
use phylanx_dialects::ir::{Type, Value};

/// The hidden variable that carries the value of a conditional expression.
pub const CHOSEN: &str = "%choice";

impl<'a> Lowerer<'a> {
    /// Whether an expression is true. After an error it may be either.
    pub fn truth(&mut self, expr: &'a Expr) -> Repr<bool> {
        match &expr.kind {
            ExprKind::Unary(UnaryOp::Not, inner) => match self.truth(inner) {
                Repr::Const(value) => Repr::Const(!value),
                Repr::Value(value) => Repr::Value(self.not(value)),
            },
            ExprKind::Logical(op, parts) => self.truth_of_parts(*op, parts),
            _ => {
                let val = self.expr(expr);
                self.truth_of(val, expr.span)
            }
        }
    }

    fn truth_of_parts(&mut self, op: Logical, parts: &'a [Expr]) -> Repr<bool> {
        let Some((first, rest)) = parts.split_first() else { return Repr::Const(op == Logical::And) };
        let left = self.truth(first);
        if rest.is_empty() {
            return left;
        }
        let goes_on = op == Logical::And;
        let condition = match left {
            Repr::Const(value) if value == goes_on => return self.truth_of_parts(op, rest),
            Repr::Const(value) => return Repr::Const(value),
            Repr::Value(value) => value,
        };
        let span = first.span;
        let Some(right) = self.branch(span, |this| {
            this.narrow(first, goes_on);
            let truth = this.truth_of_parts(op, rest);
            let val = this.flag_val(truth);
            this.frame.env.insert(CHOSEN.into(), val);
        }) else {
            return left_value(condition);
        };
        let binds = rest.iter().any(|part| !crate::scope::walk::bound_in(part).is_empty());
        if !binds && right.ops.iter().all(|op| op.name.starts_with("arith.")) {
            return self.combine(op, condition, right);
        }
        let Some(skip) = self.branch(span, |this| {
            this.frame.env.insert(CHOSEN.into(), Val::bool(!goes_on));
        }) else {
            return left_value(condition);
        };
        let (then, orelse) = if goes_on { (right, skip) } else { (skip, right) };
        self.merge(condition, then, orelse, None, span);
        let chosen = self.frame.env.remove(CHOSEN).unwrap_or(Val::Unknown);
        self.val_flag(&chosen)
    }

    /// Both sides are plain arithmetic: computed without a branch.
    fn combine(&mut self, op: Logical, left: Value, right: Branch) -> Repr<bool> {
        self.frame.ops.extend(right.ops);
        let chosen = right.env.get(CHOSEN).cloned().unwrap_or(Val::Unknown);
        let right = match self.val_flag(&chosen) {
            Repr::Const(value) if value == (op == Logical::And) => return Repr::Value(left),
            Repr::Const(value) => return Repr::Const(value),
            Repr::Value(value) => value,
        };
        let name = if op == Logical::And { "arith.andi" } else { "arith.ori" };
        Repr::Value(self.op(name, &[left, right], Type::BOOL))
    }

    pub fn flag_val(&mut self, flag: Repr<bool>) -> Val {
        match flag {
            Repr::Const(value) => Val::bool(value),
            Repr::Value(value) => Val::scalar(Num::BOOL, value),
        }
    }

    /// A bool value as a flag.
    pub fn val_flag(&mut self, val: &Val) -> Repr<bool> {
        match val {
            Val::Scalar(Scalar { repr: Repr::Const(value), .. }) => Repr::Const(value.truth()),
            Val::Scalar(Scalar { repr: Repr::Value(value), .. }) => Repr::Value(*value),
            _ => Repr::Value(self.bool(false)),
        }
    }

    /// Python's `bool(val)`.
    pub fn truth_of(&mut self, val: Val, span: Span) -> Repr<bool> {
        match self.try_truth(val, span) {
            Ok(truth) => truth,
            Err(_) => Repr::Value(self.bool(false)),
        }
    }

    fn try_truth(&mut self, val: Val, span: Span) -> Res<Repr<bool>> {
        Ok(match val {
            Val::Unknown | Val::Never => Repr::Value(self.bool(false)),
            Val::None | Val::Unbound => Repr::Const(false),
            Val::Scalar(scalar) => self.truth_of_scalar(&scalar),
            Val::Mixed { num, value, .. } => self.truth_of_scalar(&Scalar::of(num, value)),
            Val::Either { .. } | Val::OneOf { .. } => {
                let truth = self.over_kinds(&[val], span, &mut |this, vals| {
                    let truth = this.truth_of(vals[0].clone(), span);
                    Ok(this.flag_val(truth))
                })?;
                self.val_flag(&truth)
            }
            Val::Exception(_) | Val::File(_) => Repr::Const(true),
            Val::Str(Repr::Const(text)) => Repr::Const(!text.is_empty()),
            Val::Str(Repr::Value(text)) => {
                let length = self.op("physl.str_len", &[text], Type::I64);
                self.truth_of_scalar(&Scalar::of(Num::INT, length))
            }
            Val::Tuple(items) | Val::List(items) => Repr::Const(!items.is_empty()),
            Val::Heap(site, object) => return self.truth_of_object(&site, object, span),
            Val::Named(..) => Repr::Const(true),
            Val::Array(array) if array.ty.rank() == 0 || array.ty.dims.iter().all(|dim| *dim == Some(1)) => {
                let item = self.item(&array);
                self.truth_of_scalar(&item)
            }
            Val::Array(_) => {
                let help = "use `a.any()` or `a.all()`";
                return self.fail(span, "the truth value of an array with more than one element is ambiguous", help);
            }
            Val::Option { present, inner, .. } => {
                let present = self.flag_value(&present);
                let val = self.choose(
                    present,
                    span,
                    |this| {
                        let truth = this.truth_of(*inner, span);
                        this.flag_val(truth)
                    },
                    |_| Val::bool(false),
                );
                self.val_flag(&val)
            }
            Val::Static(_) | Val::Callable(_) | Val::Cell(_) | Val::Iter(_) | Val::Ellipsis => Repr::Const(true),
            Val::Record(fields) => Repr::Const(!fields.is_empty()),
            Val::Argv(_) => {
                let length = self.length(&val, span)?;
                self.truth_of_scalar(&length)
            }
        })
    }

    fn truth_of_scalar(&mut self, scalar: &Scalar) -> Repr<bool> {
        if let Some(known) = scalar.known() {
            return Repr::Const(known.truth());
        }
        let value = self.scalar_value(scalar);
        Repr::Value(match scalar.num.dtype {
            DType::Bool => value,
            dtype @ (DType::C64 | DType::C128) => {
                let zero = self.constant(Const::Int(0), dtype);
                self.np_scalar("ne", &[value, zero], DType::Bool)
            }
            dtype if scalar.num.is_float() => {
                let zero = self.constant(Const::Int(0), dtype);
                self.compare_floats("une", value, zero)
            }
            dtype => {
                let zero = self.constant(Const::Int(0), dtype);
                self.np_or_int_compare("ne", value, zero, dtype)
            }
        })
    }

    /// One of two values, each computed only when it is chosen.
    pub fn choose(
        &mut self,
        condition: Value,
        span: Span,
        then: impl FnOnce(&mut Self) -> Val,
        orelse: impl FnOnce(&mut Self) -> Val,
    ) -> Val {
        let Some(left) = self.chosen(span, then) else { return Val::Unknown };
        let Some(right) = self.chosen(span, orelse) else { return Val::Unknown };
        self.chosen_of(condition, left, right, span)
    }

    /// The value of two branches that hold theirs as the chosen one.
    pub fn chosen_of(&mut self, condition: Value, left: Branch, right: Branch, span: Span) -> Val {
        let (left, right) = self.meet(left, right);
        self.merge(condition, left, right, None, span);
        self.frame.flow = Flow::Next;
        self.frame.env.remove(CHOSEN).unwrap_or(Val::Unknown)
    }

    /// One path that gives a value.
    pub fn branch_val(&mut self, span: Span, inner: impl FnOnce(&mut Self) -> Val) -> Option<Branch> {
        self.chosen(span, inner)
    }

    fn chosen(&mut self, span: Span, inner: impl FnOnce(&mut Self) -> Val) -> Option<Branch> {
        self.branch(span, |this| {
            let val = inner(this);
            this.frame.env.insert(CHOSEN.into(), val);
        })
    }

    /// Arrays meet as references.
    fn meet(&mut self, mut left: Branch, mut right: Branch) -> (Branch, Branch) {
        for branch in [&mut left, &mut right] {
            let val = branch.env.remove(CHOSEN).unwrap_or(Val::Unknown);
            let is_scalar = matches!(&val, Val::Array(array) if array.form == Form::Scalar);
            let val = if is_scalar || matches!(val, Val::Array(_) | Val::Tuple(_) | Val::List(_)) {
                self.extend(&mut branch.ops, |this| this.bound(val))
            } else {
                val
            };
            branch.env.insert(CHOSEN.into(), val);
        }
        (left, right)
    }

    /// `body if test else orelse`.
    pub fn conditional(&mut self, test: &'a Expr, body: &'a Expr, orelse: &'a Expr) -> Val {
        match self.truth(test) {
            Repr::Const(true) => {
                self.narrow(test, true);
                self.expr(body)
            }
            Repr::Const(false) => {
                self.narrow(test, false);
                self.expr(orelse)
            }
            Repr::Value(condition) => {
                let saved = self.frame.env.clone();
                self.choose(
                    condition,
                    test.span.to(orelse.span),
                    |this| {
                        this.narrow(test, true);
                        let val = this.expr(body);
                        this.unnarrow(&saved, body);
                        val
                    },
                    |this| {
                        this.narrow(test, false);
                        let val = this.expr(orelse);
                        this.unnarrow(&saved, orelse);
                        val
                    },
                )
            }
        }
    }

    /// Forgets what a test has told about variables, where the expression has not assigned them.
    fn unnarrow(&mut self, saved: &super::Env, expr: &Expr) {
        let bound = crate::scope::walk::bound_in(expr);
        for (name, old) in saved {
            if !bound.contains(name) && matches!(old, Val::Option { .. } | Val::OneOf { .. }) {
                self.frame.env.insert(name.clone(), old.clone());
            }
        }
    }

    /// `a and b`, `a or b` for their values.
    pub fn logical(&mut self, op: Logical, parts: &'a [Expr]) -> Val {
        let Some((first, rest)) = parts.split_first() else { return Val::Unknown };
        let val = self.expr(first);
        if rest.is_empty() {
            return val;
        }
        let truth = self.truth_of(val.clone(), first.span);
        let goes_on = op == Logical::And;
        let condition = match truth {
            Repr::Const(value) if value == goes_on => return self.logical(op, rest),
            Repr::Const(_) => return val,
            Repr::Value(value) => value,
        };
        let saved = self.frame.env.clone();
        let more = |this: &mut Self| {
            this.narrow(first, goes_on);
            let val = this.logical(op, rest);
            rest.iter().for_each(|expr| this.unnarrow(&saved, expr));
            val
        };
        if goes_on {
            self.choose(condition, first.span, more, |_| val)
        } else {
            self.choose(condition, first.span, |_| val, more)
        }
    }
}

fn left_value(condition: Value) -> Repr<bool> {
    Repr::Value(condition)
}
