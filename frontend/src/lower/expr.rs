//! Expressions: dispatch.

use super::emit::Stop;
use super::{Lowerer, Res};
use crate::ast::{BinOp, Expr, ExprKind, UnaryOp};
use crate::heap::Kind;
use crate::source::Span;
use crate::value::{Iter, Scalar, Val};

/// Most items of a list that are known one by one.
const MAX_ITEMS: usize = 4096;

impl<'a> Lowerer<'a> {
    /// The value of an expression; unknown after an error.
    pub fn expr(&mut self, expr: &'a Expr) -> Val {
        self.try_expr(expr).unwrap_or_else(Stop::val)
    }

    /// The value of an expression that must have one: not unknown, and present if it is optional.
    pub fn need(&mut self, expr: &'a Expr) -> Res<Val> {
        let val = self.try_expr(expr)?;
        self.present(val, None, expr.span)
    }

    pub fn try_expr(&mut self, expr: &'a Expr) -> Res<Val> {
        let before = std::mem::replace(&mut self.frame.at, expr.span);
        let user = std::mem::replace(&mut self.frame.user, before);
        let result = self.expr_at(expr);
        (self.frame.at, self.frame.user) = (before, user);
        let found = match result {
            Ok(Val::Unknown) => Err(Stop::Reported),
            Ok(Val::Never) => Err(Stop::Never),
            Ok(val) => self.placed(val, expr.id, expr.span),
            Err(stop) => Err(stop),
        };
        if found == Err(Stop::Reported) {
            self.mark_fault(expr.span);
        }
        found
    }

    fn expr_at(&mut self, expr: &'a Expr) -> Res<Val> {
        if let Some(value) = super::wide::constant(expr) {
            return Ok(Val::int(value));
        }
        match &expr.kind {
            ExprKind::Name(name) => self.read_name(name, expr.span),
            ExprKind::Int(value) => Ok(Val::int(*value)),
            ExprKind::Float(value) => Ok(Val::float(*value)),
            ExprKind::Imaginary(value) => Ok(Val::Scalar(crate::value::Scalar::complex(0.0, *value))),
            ExprKind::Bool(value) => Ok(Val::bool(*value)),
            ExprKind::Str(text) => Ok(Val::text(text.clone())),
            ExprKind::None => Ok(Val::None),
            ExprKind::Ellipsis => Ok(Val::Ellipsis),
            ExprKind::FString(parts) => self.fstring(parts),
            ExprKind::Tuple(items) => self.display(expr, items, Kind::Tuple),
            ExprKind::List(items) if items.is_empty() => self.empty_list(expr.id),
            ExprKind::List(items) => self.display(expr, items, Kind::List),
            ExprKind::Dict(entries) => self.dict_literal(expr.id, entries),
            ExprKind::Set(items) => self.set_literal(expr.id, items, expr.span),
            ExprKind::Lambda(def) => Ok(self.function_made(def)),
            ExprKind::Starred(inner) | ExprKind::Keywords(inner) => self.fail(
                inner.span,
                "a starred expression cannot stand here",
                "write it in a call, a list or a tuple: `(*values,)`",
            ),
            ExprKind::Unary(UnaryOp::Not, _) => {
                let truth = self.truth(expr);
                Ok(self.flag_val(truth))
            }
            ExprKind::Unary(op, inner) => {
                let val = self.need(inner)?;
                self.unary(*op, val, expr.span)
            }
            ExprKind::Binary(op, left, right) => self.binary_expr(*op, left, right, expr.span),
            ExprKind::Logical(op, parts) => Ok(self.logical(*op, parts)),
            ExprKind::Compare(left, rest) => self.compare_chain(left, rest),
            ExprKind::Conditional { test, body, orelse } => Ok(self.conditional(test, body, orelse)),
            ExprKind::Walrus(name, value) => {
                let val = self.try_expr(value)?;
                let val = self.bound(val);
                self.bind(name, val.clone(), expr.span);
                Ok(val)
            }
            ExprKind::Call(function, args) => self.call(expr, function, args),
            ExprKind::Attribute(base, name) => self.attribute(base, name, expr.span),
            ExprKind::Subscript(base, index) => self.subscript(base, index, expr.span),
            ExprKind::Slice(..) => self.contradiction(expr.span, "a slice outside of an index"),
            ExprKind::Comprehension(inner) => self.comprehension(inner, expr),
            ExprKind::Invalid => Err(Stop::Reported),
        }
    }

    /// `[a, *b]` or `(a, *b)`: known item by item, or an object where the number of items of `b` is not known.
    fn display(&mut self, expr: &Expr, items: &'a [Expr], kind: Kind) -> Res<Val> {
        let mut parts = Vec::new();
        let mut stop = None;
        for item in items {
            match self.part_of_display(item) {
                Ok(part) => parts.push(part),
                Err(found) => stop = stop.or(Some(found)),
            }
        }
        if let Some(stop) = stop {
            return Err(stop);
        }
        if parts.iter().any(|part| matches!(part, Err(iter) if self.fixed_length(iter).is_none())) {
            return self.spread_out(expr, parts, kind);
        }
        let mut known = Vec::new();
        for part in parts {
            match part {
                Ok(val) => known.push(val),
                Err(iter) => {
                    let count = self.fixed_length(&iter).unwrap_or(0);
                    known.extend((0..count).map(|at| self.iter_item(&iter, &Scalar::int(at as i64))));
                }
            }
        }
        Ok(if kind == Kind::Tuple { Val::Tuple(known.into()) } else { Val::List(known.into()) })
    }

    /// One item, or what a star spreads.
    fn part_of_display(&mut self, item: &'a Expr) -> Res<Result<Val, Iter>> {
        let ExprKind::Starred(inner) = &item.kind else {
            let val = self.try_expr(item)?;
            return Ok(Ok(self.bound(val)));
        };
        let val = self.need(inner)?;
        self.iter_of(val, inner.span).map(Err)
    }

    fn spread_out(&mut self, expr: &Expr, parts: Vec<Result<Val, Iter>>, kind: Kind) -> Res<Val> {
        let site = self.site(expr.id, kind);
        let made = self.new_object(&site, kind.name(), &[]);
        let Val::Heap(_, object) = made else { return Err(Stop::Reported) };
        for part in parts {
            match part {
                Ok(val) => self.add_row(&site, object, &[val], expr.span)?,
                Err(iter) => {
                    self.each(&iter, expr.span, &mut |this, item| this.add_row(&site, object, &[item], expr.span))?;
                }
            }
        }
        self.restate(object, &site);
        Ok(made)
    }

    fn binary_expr(&mut self, op: BinOp, left: &'a Expr, right: &'a Expr, span: Span) -> Res<Val> {
        let (a, b) = (self.need(left), self.need(right));
        let (a, b) = (a?, b?);
        self.try_binary(op, a, b, span)
    }

    /// A binary operator; unknown after an error.
    pub fn binary(&mut self, op: BinOp, left: Val, right: Val, span: Span) -> Val {
        match self.try_binary(op, left, right, span) {
            Ok(val) => val,
            Err(Stop::Reported) => Val::Unknown,
            Err(Stop::Never) => Val::Never,
        }
    }

    /// A binary operator on any two values.
    pub fn try_binary(&mut self, op: BinOp, left: Val, right: Val, span: Span) -> Res<Val> {
        let (left, right) = (self.argv_as_list(left, span)?, self.argv_as_list(right, span)?);
        self.over_kinds(&[left, right], span, &mut |this, vals| {
            this.operator(op, vals[0].clone(), vals[1].clone(), span)
        })
    }

    fn operator(&mut self, op: BinOp, left: Val, right: Val, span: Span) -> Res<Val> {
        if let Some(done) = self.sparse_operator(op, &left, &right, span) {
            return done;
        }
        match (&left, &right) {
            (Val::Unknown, _) | (_, Val::Unknown) => Err(Stop::Reported),
            (Val::Never, _) | (_, Val::Never) => Err(Stop::Never),
            (Val::Str(_), _) | (_, Val::Str(_)) => self.text_operator(op, left, right, span),
            (Val::Scalar(a), Val::Scalar(b)) => self.scalar_binary(op, a, b, span),
            (Val::Mixed { .. }, Val::Mixed { .. } | Val::Scalar(_)) | (Val::Scalar(_), Val::Mixed { .. }) => {
                self.mixed_binary(op, left, right, span)
            }
            (Val::Heap(..), _) | (_, Val::Heap(..)) => self.object_operator(op, left, right, span),
            (Val::Tuple(_) | Val::List(_), Val::Tuple(_) | Val::List(_) | Val::Scalar(_))
            | (Val::Scalar(_), Val::Tuple(_) | Val::List(_)) => self.list_operator(op, left, right, span),
            (Val::Array(_), _) | (_, Val::Array(_)) => self.array_binary(op, left, right, span),
            _ => self.no_operator(op, &left, &right, span),
        }
    }

    fn list_operator(&mut self, op: BinOp, left: Val, right: Val, span: Span) -> Res<Val> {
        match (op, &left, &right) {
            (BinOp::Add, Val::Tuple(a), Val::Tuple(b)) => Ok(Val::Tuple(a.iter().chain(b.iter()).cloned().collect())),
            (BinOp::Add, Val::List(a), Val::List(b)) => Ok(Val::List(a.iter().chain(b.iter()).cloned().collect())),
            (BinOp::Mul, Val::Tuple(items) | Val::List(items), other)
            | (BinOp::Mul, other, Val::Tuple(items) | Val::List(items)) => {
                let Some(count) = other.const_int().filter(|count| *count as usize * items.len() < MAX_ITEMS) else {
                    if matches!((&left, &right), (Val::List(_), _) | (_, Val::List(_))) {
                        return self.repeated_list(items, other, span);
                    }
                    let help = "use `np.full(n, value)` or `np.zeros(n)`";
                    return self.fail(
                        span,
                        "a list repeated a number of times that is not a small constant is not supported",
                        help,
                    );
                };
                let all: Vec<Val> = (0..count.max(0)).flat_map(|_| items.iter().cloned()).collect();
                let is_tuple = matches!((&left, &right), (Val::Tuple(_), _) | (_, Val::Tuple(_)));
                Ok(if is_tuple { Val::Tuple(all.into()) } else { Val::List(all.into()) })
            }
            _ => self.no_operator(op, &left, &right, span),
        }
    }

    pub fn no_operator(&mut self, op: BinOp, left: &Val, right: &Val, span: Span) -> Res<Val> {
        let message =
            format!("unsupported operand types for {}: {} and {}", op.symbol(), left.describe(), right.describe());
        let help = match (left, right) {
            (Val::List(_), _) | (_, Val::List(_)) => "make the list an array with `np.array([...])`",
            (Val::None, _) | (_, Val::None) => "a function without `return` gives None: return a value there",
            _ => "convert one operand so that the types fit",
        };
        self.fail(span, message, help)
    }

    /// The number of items when it is known at compile time.
    pub fn fixed_length(&mut self, iter: &crate::value::Iter) -> Option<usize> {
        if let Some(count) = self.static_items(iter) {
            return Some(count);
        }
        let ops = self.frame.ops.len();
        let length = self.iter_length(iter).known().and_then(crate::value::Const::as_i64);
        self.frame.ops.truncate(ops);
        length.and_then(|length| usize::try_from(length).ok())
    }

    /// Unary `-`, `+`, `~`.
    pub fn unary(&mut self, op: UnaryOp, val: Val, span: Span) -> Res<Val> {
        self.over_kinds(&[val], span, &mut |this, vals| this.sign(op, vals[0].clone(), span))
    }

    fn sign(&mut self, op: UnaryOp, val: Val, span: Span) -> Res<Val> {
        let name = match op {
            UnaryOp::Neg => "__neg__",
            UnaryOp::Pos => "__pos__",
            _ => "__invert__",
        };
        if let Some(done) = self.special(&val, name, &[], span) {
            return done;
        }
        match (&val, op) {
            (Val::Scalar(scalar), _) => self.scalar_unary(op, scalar, span),
            (Val::Mixed { num, value, is_int }, UnaryOp::Neg) => {
                let value = self.op("arith.negf", &[*value], phylanx_dialects::ir::Type::Scalar(num.dtype));
                Ok(Val::Mixed { num: *num, value, is_int: is_int.clone() })
            }
            (Val::Mixed { .. }, UnaryOp::Pos) => Ok(val),
            (Val::Array(array), UnaryOp::Neg) if array.ty.elem == phylanx_dialects::DType::Bool => {
                self.fail(span, "`-` is not defined on boolean arrays", "use `~a` or `np.logical_not(a)`")
            }
            (Val::Array(array), UnaryOp::Invert) if crate::types::is_float(array.ty.elem) => {
                self.fail(span, "`~` is not defined on float arrays", "use `-a`, or compare to get a mask")
            }
            (Val::Array(array), UnaryOp::Neg | UnaryOp::Invert) => {
                let name = if op == UnaryOp::Neg { "neg" } else { "not" };
                let tensor = self.tensor(array);
                let value = self.infer_op(name, &[tensor], &[], span)?;
                Ok(self.fresh_or_scalar(value))
            }
            (Val::Array(array), UnaryOp::Pos) => {
                let tensor = self.tensor(array);
                Ok(self.fresh_or_scalar(tensor))
            }
            _ => self.fail(
                span,
                format!("`{}` is not defined on {}", op.symbol(), val.describe()),
                "use a number or an array",
            ),
        }
    }
}
