//! `try`.

use super::attempt_body::{Ended, Plan};
use super::merge::{BROKE, CONTINUED, RESULT, RETURNED, flag};
use super::{Flow, Lowerer};
use crate::ast::{Handler, Name, Stmt, Try};
use crate::scope::live::Live;
use crate::scope::walk::assigned;
use crate::source::Span;
use crate::value::{Caught, Repr, Val};
use phylanx_dialects::ir::Value;

impl<'a> Lowerer<'a> {
    /// Lowers a `try`.
    pub fn try_stmt(&mut self, stmt: &'a Stmt, inner: &'a Try) {
        let after = self.frame.live.after(stmt.id);
        if inner.finalbody.is_empty() {
            return self.try_except(stmt, inner, &after);
        }
        let live = self.frame.live.head(inner.guarded);
        let mut names = assigned(&inner.body);
        names.extend(assigned(&inner.orelse));
        for handler in &inner.handlers {
            names.extend(assigned(&handler.body));
            names.extend(handler.name.clone());
        }
        let plan = Plan { id: inner.guarded, span: stmt.span, names, live: &live, handlers: "*".into() };
        let guarded = live.clone();
        let ended = self.attempt(&plan, &mut |this| this.try_except(stmt, inner, &guarded));
        if let Some(ended) = ended {
            self.finally(stmt.span, &inner.finalbody, &ended, &after);
        }
    }

    /// Everything but `finally`.
    fn try_except(&mut self, stmt: &'a Stmt, inner: &'a Try, after: &Live) {
        if inner.handlers.is_empty() {
            return self.block(&inner.body, after);
        }
        let mut handlers = Vec::new();
        for handler in &inner.handlers {
            let classes = match &handler.kind {
                None => Ok("*".to_string()),
                Some(kind) => self.need(kind).and_then(|val| self.classes(&val, kind.span)),
            };
            handlers.push(classes.unwrap_or_default());
        }
        let live = self.frame.live.head(stmt.id);
        let plan = Plan {
            id: stmt.id,
            span: stmt.span,
            names: assigned(&inner.body),
            live: &live,
            handlers: handlers.join(";"),
        };
        let beyond = live.clone();
        let Some(ended) = self.attempt(&plan, &mut |this| this.block(&inner.body, &beyond)) else { return };
        let zero = self.int(0);
        let fine = self.compare_ints("eq", ended.code, zero);
        let Some(left) = self.branch(stmt.span, |this| {
            this.take_exits(&ended);
            this.go_on(&inner.orelse, after, stmt.span);
        }) else {
            return;
        };
        let Some(right) = self.branch(stmt.span, |this| {
            let caught = this.caught();
            this.handle(&inner.handlers, 1, (ended.code, &caught), after);
        }) else {
            return;
        };
        self.frame.at = stmt.span;
        self.merge(fine, left, right, Some(after), stmt.span);
        self.settle_flow();
    }

    /// Lowers statements where the block may have been left before.
    fn go_on(&mut self, body: &'a [Stmt], live: &Live, span: Span) {
        if self.may_have_left() {
            self.guarded(body, live, span);
        } else {
            self.block(body, live);
        }
    }

    /// The handler with the number that the code names, the first of `handlers` being number `number`.
    fn handle(&mut self, handlers: &'a [Handler], number: i64, caught: (Value, &Caught), live: &Live) {
        let Some((first, rest)) = handlers.split_first() else { return };
        if rest.is_empty() {
            return self.handler(first, caught.1, live);
        }
        let this_one = self.int(number);
        let is_this = self.compare_ints("eq", caught.0, this_one);
        let Some(left) = self.branch(first.span, |this| this.handler(first, caught.1, live)) else { return };
        let Some(right) = self.branch(first.span, |this| this.handle(rest, number + 1, caught, live)) else { return };
        self.merge(is_this, left, right, Some(live), first.span);
        self.settle_flow();
    }

    fn handler(&mut self, handler: &'a Handler, caught: &Caught, live: &Live) {
        self.frame.at = handler.span;
        if let Some(name) = &handler.name {
            self.bind(name, Val::Exception(caught.clone()), handler.span);
        }
        self.effect("physl.handle", &[caught.record], &[]);
        self.frame.handling.push(caught.clone());
        self.block(&handler.body, live);
        self.frame.handling.pop();
        if self.frame.flow != Flow::Stops {
            self.effect("physl.handled", &[], &[]);
        }
        if let Some(name) = &handler.name {
            self.frame.env.remove(name);
            self.keep_in_attempts(name, &Val::Unbound, handler.span);
        }
    }

    /// Lowers `finally` behind what it guards, and goes on as that ended.
    fn finally(&mut self, span: Span, body: &'a [Stmt], ended: &Ended, after: &Live) {
        let zero = self.int(0);
        let fine = self.compare_ints("eq", ended.code, zero);
        let failed = self.not(fine);
        let Some(left) = self.branch(span, |this| this.take_exits(ended)) else { return };
        let caught: Name = "%caught".into();
        let outer = self.frame.env.remove(&caught);
        let Some(right) = self.branch(span, |this| {
            let exception = this.caught();
            this.effect("physl.handle", &[exception.record], &[]);
            this.frame.env.insert(caught.clone(), Val::Exception(exception));
        }) else {
            return;
        };
        self.merge(fine, left, right, None, span);
        let record = self.frame.env.remove(&caught);
        if let Some(outer) = outer {
            self.frame.env.insert(caught, outer);
        }
        let saved = self.set_exits_aside();
        self.block(body, after);
        self.frame.at = span;
        self.end_finally(span, saved, (failed, record), after);
    }

    /// How the guarded block was left; `finally` starts as if it had not been.
    pub fn set_exits_aside(&mut self) -> Vec<(Name, Val)> {
        let names = [RETURNED, BROKE, CONTINUED, RESULT];
        let saved = names.iter().filter_map(|name| Some((Name::from(*name), self.frame.env.remove(*name)?))).collect();
        self.clear_exits();
        saved
    }

    /// What leaves `finally` itself wins; otherwise the exception, or the exit that was set aside, goes on.
    fn end_finally(&mut self, span: Span, saved: Vec<(Name, Val)>, raised: (Value, Option<Val>), after: &Live) {
        let flags = [RETURNED, BROKE, CONTINUED].map(|name| flag(&self.frame.env, name));
        if self.frame.flow != Flow::Stops {
            self.when(raised.0, |this| this.effect("physl.handled", &[], &[]));
        }
        if self.frame.flow == Flow::Stops || flags.contains(&Repr::Const(true)) {
            return;
        }
        let left: Vec<Value> =
            flags.iter().filter_map(|flag| if let Repr::Value(value) = flag { Some(*value) } else { None }).collect();
        let resume = |this: &mut Self| {
            this.frame.env.remove(RESULT);
            this.frame.env.extend(saved.iter().cloned());
            if let Some(Val::Exception(caught)) = raised.1 {
                this.when(raised.0, |this| this.raise_caught(&caught));
            }
        };
        if left.is_empty() {
            resume(self);
            return self.settle_flow();
        }
        let has_left = self.any_of(&left);
        let Some(then) = self.branch(span, |_| {}) else { return };
        let Some(orelse) = self.branch(span, resume) else { return };
        self.merge(has_left, then, orelse, Some(after), span);
        self.settle_flow();
    }
}
