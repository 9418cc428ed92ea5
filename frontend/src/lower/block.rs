//! Sequences of statements, and what follows a statement that may leave the block.

use super::merge::{BROKE, Branch, CONTINUED, RESULT, RETURNED, flag};
use super::{Flow, Lowerer};
use crate::ast::{Expr, Stmt, StmtKind};
use crate::scope::live::Live;
use crate::source::Span;
use crate::value::{Repr, Val};
use phylanx_dialects::ir::{Op, Type, Value};

/// Deepest nesting of regions.
const MAX_DEPTH: u32 = 150;

impl<'a> Lowerer<'a> {
    /// Lowers statements in order; `live` is what may be read after the last.
    pub fn block(&mut self, body: &'a [Stmt], live: &Live) {
        for (at, stmt) in body.iter().enumerate() {
            if self.frame.flow != Flow::Next {
                return;
            }
            self.frame.at = stmt.span;
            let rest = &body[at + 1..];
            let taken = match &stmt.kind {
                StmtKind::If(inner) => self.if_stmt(stmt, inner, rest, live),
                StmtKind::While(inner) => {
                    self.while_stmt(stmt, inner);
                    self.may_have_left() && self.guarded(rest, live, stmt.span)
                }
                StmtKind::For(inner) => {
                    self.for_stmt(stmt, inner);
                    self.may_have_left() && self.guarded(rest, live, stmt.span)
                }
                StmtKind::Try(inner) => {
                    self.try_stmt(stmt, inner);
                    self.may_have_left() && self.guarded(rest, live, stmt.span)
                }
                StmtKind::With(inner) => {
                    self.with_stmt(stmt, inner);
                    self.may_have_left() && self.guarded(rest, live, stmt.span)
                }
                _ => {
                    self.simple(stmt);
                    false
                }
            };
            if taken {
                return;
            }
        }
    }

    /// Whether a flag says at run time that the block has been left.
    pub fn may_have_left(&self) -> bool {
        self.frame.flow == Flow::Next
            && [RETURNED, BROKE, CONTINUED].iter().any(|name| flag(&self.frame.env, name) != Repr::Const(false))
    }

    /// Lowers `rest` to run only where the block has not been left. Gives true: `rest` is done.
    pub fn guarded(&mut self, rest: &'a [Stmt], live: &Live, span: Span) -> bool {
        if rest.is_empty() {
            return true;
        }
        let flags = [RETURNED, BROKE, CONTINUED].map(|name| flag(&self.frame.env, name));
        let values: Vec<Value> = flags.iter().filter_map(as_value).collect();
        let left = self.any_of(&values);
        let stay = self.not(left);
        let before = self.frame.env.clone();
        let Some(then) = self.branch(span, |this| {
            for name in [RETURNED, BROKE, CONTINUED] {
                this.frame.env.insert(name.into(), Val::bool(false));
            }
            this.block(rest, live);
        }) else {
            return true;
        };
        self.frame.env = before;
        let Some(mut orelse) = self.branch(span, |_| {}) else { return true };
        if let [only] = values.as_slice() {
            let name =
                [RETURNED, BROKE, CONTINUED][flags.iter().position(|flag| as_value(flag) == Some(*only)).unwrap_or(0)];
            orelse.env.insert(name.into(), Val::bool(true));
            orelse.flow = Flow::Exits;
        } else {
            orelse.flow = if then.flow == Flow::Next { Flow::Next } else { Flow::Exits };
        }
        self.merge(stay, then, orelse, Some(live), span);
        self.settle_flow();
        true
    }

    /// After a merge: a flag known to hold means that the block has surely been left.
    pub fn settle_flow(&mut self) {
        let left = [RETURNED, BROKE, CONTINUED].iter().any(|name| flag(&self.frame.env, name) == Repr::Const(true));
        if self.frame.flow == Flow::Next && left {
            self.frame.flow = Flow::Exits;
        }
    }

    /// `or` of flags.
    pub fn any_of(&mut self, values: &[Value]) -> Value {
        let Some((first, rest)) = values.split_first() else { return self.bool(false) };
        rest.iter().fold(*first, |all, value| self.op("arith.ori", &[all, *value], Type::BOOL))
    }

    /// Lowers one path from the present state; `None` (reported) when nested too deeply.
    pub fn branch(&mut self, span: Span, inner: impl FnOnce(&mut Self)) -> Option<Branch> {
        if self.frame.depth >= MAX_DEPTH {
            self.report(span, "control flow is nested too deeply here", "move the inner part to a function");
            self.frame.flow = Flow::Stops;
            return None;
        }
        let (env, flow) = (self.frame.env.clone(), self.frame.flow);
        self.frame.flow = Flow::Next;
        self.frame.depth += 1;
        let (ops, ()): (Vec<Op>, ()) = self.region(inner);
        self.frame.depth -= 1;
        let end = Branch {
            ops,
            env: std::mem::replace(&mut self.frame.env, env),
            flow: std::mem::replace(&mut self.frame.flow, flow),
        };
        Some(end)
    }

    fn simple(&mut self, stmt: &'a Stmt) {
        match &stmt.kind {
            StmtKind::Expr(value) => self.expression_statement(value),
            StmtKind::Assign(targets, value) => self.assign_stmt(stmt, targets, value),
            StmtKind::AugAssign(target, op, value) => self.aug_assign(stmt, target, *op, value),
            StmtKind::AnnAssign(target, _, Some(value)) => {
                self.assign_stmt(stmt, std::slice::from_ref(target), value);
            }
            StmtKind::Break => self.leave(BROKE),
            StmtKind::Continue => self.leave(CONTINUED),
            StmtKind::Return(value) => self.return_stmt(stmt, value.as_ref()),
            StmtKind::Assert(test, message) => self.assert_stmt(test, message.as_ref()),
            StmtKind::Raise(value, cause) => self.raise_stmt(stmt.span, value.as_ref(), cause.as_ref()),
            StmtKind::Exception(class) => self.exception_class(class, stmt.span),
            StmtKind::Delete(targets) => self.delete(targets),
            StmtKind::Function(def) => self.define_function(def),
            StmtKind::Class(def) => self.define_class(def),
            StmtKind::Import(names) => self.import(names),
            _ => {}
        }
    }

    fn expression_statement(&mut self, value: &'a Expr) {
        let _ = self.try_expr(value);
    }

    fn leave(&mut self, name: &str) {
        self.frame.env.insert(name.into(), Val::bool(true));
        self.frame.flow = Flow::Exits;
    }

    fn return_stmt(&mut self, stmt: &'a Stmt, value: Option<&'a Expr>) {
        let val = value.map_or(Val::None, |expr| self.expr(expr));
        let val = self.bound(val);
        if val.ty().is_none() {
            self.report(
                stmt.span,
                format!("a function cannot return {}", val.describe()),
                "return numbers, arrays, strings or tuples of them",
            );
        }
        self.frame.env.insert(RESULT.into(), val);
        self.leave(RETURNED);
    }

    fn delete_item(&mut self, base: &'a Expr, index: &'a Expr, span: Span) -> super::Res<()> {
        match self.need(base)? {
            Val::Heap(site, object) => self.delete_in_object(&site, object, index, span),
            Val::List(items) => self.must_be_object(&items, base.span),
            other => self.fail(
                span,
                format!("items of {} cannot be deleted", other.describe()),
                "use a list or a dict: `list(...)` makes one of a tuple or a string",
            ),
        }
    }

    fn delete(&mut self, targets: &'a [Expr]) {
        for target in targets {
            match &target.kind {
                crate::ast::ExprKind::Name(name) => {
                    if let Some(Val::Cell(cell)) = self.frame.env.get(name).cloned() {
                        self.write_cell(&cell, &Val::Unbound, target.span);
                        continue;
                    }
                    self.frame.env.remove(name);
                    self.keep_in_attempts(name, &Val::Unbound, target.span);
                }
                crate::ast::ExprKind::Subscript(base, index) => {
                    let _ = self.at(target.span, |this| this.delete_item(base, index, target.span));
                }
                _ => {
                    self.report(target.span, "only variables and items can be deleted", "assign to it instead");
                }
            }
        }
    }
}

fn as_value(flag: &Repr<bool>) -> Option<Value> {
    match flag {
        Repr::Value(value) => Some(*value),
        Repr::Const(_) => None,
    }
}
