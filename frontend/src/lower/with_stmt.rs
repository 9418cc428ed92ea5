//! `with`: files, suppressed exceptions, and objects that are entered and left.

use super::attempt_body::{Ended, Plan};
use super::{Flow, Lowerer, Res};
use crate::ast::{Name, Stmt, With};
use crate::heap::Site;
use crate::scope::live::Live;
use crate::scope::walk::assigned;
use crate::source::Span;
use crate::types::Static;
use crate::value::{Repr, Val};
use phylanx_dialects::ir::{Type, Value};
use std::collections::BTreeSet;

impl<'a> Lowerer<'a> {
    /// Lowers a `with`.
    pub fn with_stmt(&mut self, stmt: &'a Stmt, inner: &'a With) {
        let after = self.frame.live.after(stmt.id);
        let Ok(context) = self.need(&inner.context) else {
            if let Some(target) = &inner.target {
                self.assign(target, Val::Unknown);
            }
            return self.block(&inner.body, &after);
        };
        match self.manager(&context, inner.context.span) {
            Ok(Manager::Nothing) => {
                if let Some(target) = &inner.target {
                    self.assign(target, context);
                }
                self.block(&inner.body, &after);
            }
            Ok(Manager::PrintOptions) => {
                self.block(&inner.body, &after);
                // What is raised in the body is caught by a `try`, which knows how many were entered, or ends the program.
                if self.frame.flow != Flow::Stops {
                    self.print_options("leave", "", &[]);
                }
            }
            Ok(Manager::File(file)) => {
                if let Some(target) = &inner.target {
                    self.assign(target, context);
                }
                self.block(&inner.body, &after);
                // An exception leaves the file to the end of the program, or to whoever opens it next: nothing is lost.
                if self.frame.flow != Flow::Stops {
                    self.file_op("close", &[file], Type::I64);
                }
            }
            Ok(Manager::Suppress(classes)) => self.suppress(stmt, inner, classes, &after),
            Ok(Manager::Object) => self.with_object(stmt, inner, &context, &after),
            Err(_) => {}
        }
    }

    fn manager(&mut self, context: &Val, span: Span) -> Res<Manager> {
        match context {
            Val::File(file) => Ok(Manager::File(*file)),
            Val::Named(record, _) if *record == &crate::numpy::archive::ARCHIVE => Ok(Manager::Nothing),
            Val::Static(Static::Path(path)) if &**path == "numpy.errstate()" => Ok(Manager::Nothing),
            Val::Static(Static::Path(path)) if &**path == "numpy.printoptions()" => Ok(Manager::PrintOptions),
            Val::Static(Static::Path(path)) if path.starts_with("contextlib.suppress:") => {
                Ok(Manager::Suppress(path.trim_start_matches("contextlib.suppress:").to_string()))
            }
            Val::Heap(site, _) if self.has_method(site, "__enter__") && self.has_method(site, "__exit__") => {
                Ok(Manager::Object)
            }
            other => {
                let help = "`with` takes objects with `__enter__` and `__exit__`, open(...), np.errstate(...) and contextlib.suppress(...)";
                self.fail(span, format!("{} is no context manager", other.describe()), help)
            }
        }
    }

    /// `with contextlib.suppress(...)`: an exception of these classes ends the block, nothing more.
    fn suppress(&mut self, stmt: &'a Stmt, inner: &'a With, classes: String, after: &Live) {
        let names: BTreeSet<Name> = assigned(&inner.body);
        let plan = Plan { id: stmt.id, span: stmt.span, names, live: after, handlers: classes };
        let beyond = after.clone();
        let Some(ended) = self.attempt(&plan, &mut |this| this.block(&inner.body, &beyond)) else { return };
        let zero = self.int(0);
        let fine = self.compare_ints("eq", ended.code, zero);
        let Some(left) = self.branch(stmt.span, |this| this.take_exits(&ended)) else { return };
        let Some(right) = self.branch(stmt.span, |_| {}) else { return };
        self.merge(fine, left, right, Some(after), stmt.span);
        self.settle_flow();
    }

    fn has_method(&self, site: &Site, name: &str) -> bool {
        Self::class_of_object(site).is_some_and(|index| self.find_method(index, name).is_some())
    }

    /// `with` on an instance: `__enter__`, the body, and `__exit__` however the body ended.
    fn with_object(&mut self, stmt: &'a Stmt, inner: &'a With, context: &Val, after: &Live) {
        let span = inner.context.span;
        let Some(Ok(entered)) = self.special(context, "__enter__", &[], span) else { return };
        let names = assigned(std::slice::from_ref(stmt));
        let plan = Plan { id: stmt.id, span: stmt.span, names, live: after, handlers: "*".into() };
        let beyond = after.clone();
        let ended = self.attempt(&plan, &mut |this| {
            if let Some(target) = &inner.target {
                this.assign(target, entered.clone());
            }
            this.block(&inner.body, &beyond);
        });
        let Some(ended) = ended else { return };
        let zero = self.int(0);
        let fine = self.compare_ints("eq", ended.code, zero);
        let Some(left) = self.branch(stmt.span, |this| this.left_object(&ended, context, span)) else { return };
        let Some(right) = self.branch(stmt.span, |this| this.failed_in_object(context, span)) else { return };
        self.frame.at = stmt.span;
        self.merge(fine, left, right, Some(after), stmt.span);
        self.settle_flow();
    }

    /// The body ended without an exception: `__exit__(None, None, None)`.
    fn left_object(&mut self, ended: &Ended, context: &Val, span: Span) {
        self.take_exits(ended);
        if self.frame.flow == Flow::Stops {
            return;
        }
        let saved = self.set_exits_aside();
        let nothing = [Val::None, Val::None, Val::None];
        if let Some(Err(_)) = self.special(context, "__exit__", &nothing, span) {
            return;
        }
        self.frame.env.extend(saved);
        self.settle_flow();
    }

    /// The body raised: `__exit__(class, exception, traceback)`, and the exception goes on unless that gives something true.
    fn failed_in_object(&mut self, context: &Val, span: Span) {
        let caught = self.caught();
        let class = self.class_of_exception(&caught);
        self.effect("physl.handle", &[caught.record], &[]);
        self.frame.handling.push(caught.clone());
        let done = self.special(
            context,
            "__exit__",
            &[class, Val::Exception(caught.clone()), Val::path("types.TracebackType")],
            span,
        );
        self.frame.handling.pop();
        self.effect("physl.handled", &[], &[]);
        let Some(Ok(swallowed)) = done else { return };
        let again = |this: &mut Self| this.raise_caught(&caught);
        match self.truth_of(swallowed, span) {
            Repr::Const(true) => {}
            Repr::Const(false) => {
                again(self);
                self.frame.flow = Flow::Stops;
            }
            Repr::Value(swallowed) => {
                let goes_on = self.not(swallowed);
                self.when(goes_on, again);
            }
        }
    }
}

/// What a `with` does around its body.
enum Manager {
    /// Nothing that a compiled program shows.
    Nothing,
    /// Leaves the options of printing arrays.
    PrintOptions,
    /// Closes the file.
    File(Value),
    /// Ends with exceptions of these classes.
    Suppress(String),
    /// Calls the methods of an object.
    Object,
}
