//! `if`: one `scf.if`; what follows goes into the only branch that reaches it, if there is only one.

use super::merge::Branch;
use super::{Flow, Lowerer};
use crate::ast::{Expr, ExprKind, If, Stmt};
use crate::scope::live::Live;
use crate::scope::walk::may_leave;
use crate::types::Absent;
use crate::value::{Repr, Val};

impl<'a> Lowerer<'a> {
    /// Lowers an `if`. Gives true when it has lowered the rest of the block too.
    pub fn if_stmt(&mut self, stmt: &'a Stmt, inner: &'a If, rest: &'a [Stmt], live: &Live) -> bool {
        let test = self.truth(&inner.test);
        let condition = match test {
            Repr::Const(known) => {
                let body = if known { &inner.body } else { &inner.orelse };
                self.narrow(&inner.test, known);
                let leaves = may_leave(body);
                let after = if leaves && rest.is_empty() { live.clone() } else { self.frame.live.after(stmt.id) };
                self.block(body, &after);
                return leaves && self.may_have_left() && self.guarded(rest, live, stmt.span);
            }
            Repr::Value(value) => value,
        };
        let leaves = may_leave(&inner.body) || may_leave(&inner.orelse);
        let after = self.frame.live.after(stmt.id);
        let Some(mut left) = self.branch(stmt.span, |this| {
            this.narrow(&inner.test, true);
            this.block(&inner.body, &after);
        }) else {
            return true;
        };
        let Some(mut right) = self.branch(stmt.span, |this| {
            this.narrow(&inner.test, false);
            this.block(&inner.orelse, &after);
        }) else {
            return true;
        };
        let moved = leaves && !rest.is_empty();
        match (left.flow, right.flow) {
            (Flow::Exits, Flow::Next) if moved => self.resume(&mut right, rest, live, stmt),
            (Flow::Next, Flow::Exits) if moved => self.resume(&mut left, rest, live, stmt),
            _ => {
                self.frame.at = stmt.span;
                self.merge(condition, left, right, Some(&after), stmt.span);
                self.settle_flow();
                return self.may_have_left() && self.guarded(rest, live, stmt.span);
            }
        }
        self.frame.at = stmt.span;
        self.merge(condition, left, right, Some(live), stmt.span);
        self.settle_flow();
        true
    }

    /// Lowers the rest of the block at the end of a branch.
    fn resume(&mut self, branch: &mut Branch, rest: &'a [Stmt], live: &Live, stmt: &'a Stmt) {
        let outer_env = std::mem::replace(&mut self.frame.env, std::mem::take(&mut branch.env));
        let outer_flow = std::mem::replace(&mut self.frame.flow, branch.flow);
        let mut ops = std::mem::take(&mut branch.ops);
        self.frame.depth += 1;
        self.extend(&mut ops, |this| {
            if this.may_have_left() {
                this.guarded(rest, live, stmt.span);
            } else {
                this.block(rest, live);
            }
        });
        self.frame.depth -= 1;
        *branch = Branch {
            ops,
            env: std::mem::replace(&mut self.frame.env, outer_env),
            flow: std::mem::replace(&mut self.frame.flow, outer_flow),
        };
    }

    /// After a test such as `x is None`: in the branch where `x` has a value it is that value.
    pub fn narrow(&mut self, test: &'a Expr, holds: bool) {
        let (name, is_none) = match &test.kind {
            ExprKind::Unary(crate::ast::UnaryOp::Not, inner) => return self.narrow(inner, !holds),
            ExprKind::Logical(crate::ast::Logical::And, parts) if holds => {
                return parts.iter().for_each(|part| self.narrow(part, true));
            }
            ExprKind::Logical(crate::ast::Logical::Or, parts) if !holds => {
                return parts.iter().for_each(|part| self.narrow(part, false));
            }
            ExprKind::Compare(left, rest) => match (&left.kind, rest.as_slice()) {
                (ExprKind::Name(name), [(op, Expr { kind: ExprKind::None, .. })]) => match op {
                    crate::ast::CmpOp::Is | crate::ast::CmpOp::Eq => (name, holds),
                    crate::ast::CmpOp::IsNot | crate::ast::CmpOp::Ne => (name, !holds),
                    _ => return,
                },
                _ => return,
            },
            ExprKind::Call(callee, args) => return self.narrow_to_class(callee, args, holds),
            _ => return,
        };
        if let Some(Val::Option { absent: Absent::None, inner, .. }) = self.frame.env.get(name).cloned() {
            let narrowed = if is_none { Val::None } else { *inner };
            self.frame.env.insert(name.clone(), narrowed);
        }
    }
}
