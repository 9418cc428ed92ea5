//! Exceptions as values: raising them, and what programs read of them.

use super::{Flow, Lowerer, Res};
use crate::ast::{Arg, ExceptionClass, Expr, ExprKind, Name};
use crate::source::Span;
use crate::types::{Num, Static};
use crate::value::{Caught, Repr, Scalar, Val};
use phylanx_dialects::ir::{Attr, Type, Value};
use std::rc::Rc;

/// What is written instead of an exception that we do not know.
const HELP: &str = "write `raise ValueError(\"message\")`, or a class of your own: `class MyError(ValueError): pass`";

/// The hidden field by which the class of an exception is known.
const EXCEPTION: &str = "%exception";

/// The hidden field by which the arguments of an exception are known.
const ARGS: &str = "%args";

/// The exception whose class a value is.
pub fn raised_class(val: &Val) -> Option<Val> {
    hidden_field(val, EXCEPTION)
}

/// The exception whose `args` a value is.
pub fn args_of(val: &Val) -> Option<Caught> {
    match hidden_field(val, ARGS)? {
        Val::Exception(caught) => Some(caught),
        _ => None,
    }
}

fn hidden_field(val: &Val, wanted: &str) -> Option<Val> {
    let Val::Record(fields) = val else { return None };
    fields.iter().find(|(name, _)| &**name == wanted).map(|(_, val)| val.clone())
}

/// The arguments of an exception, as texts of the program.
pub struct Raised {
    pub message: Repr<Rc<str>>,
    /// `None` when the message is the only argument.
    pub args: Option<Repr<Rc<str>>>,
    pub first: Repr<Rc<str>>,
}

impl<'a> Lowerer<'a> {
    /// `raise value from cause`.
    pub fn raise_stmt(&mut self, span: Span, value: Option<&'a Expr>, cause: Option<&'a Expr>) {
        if let Err(super::emit::Stop::Reported) = self.try_raise(span, value, cause) {
            self.frame.flow = Flow::Stops;
        }
    }

    fn try_raise(&mut self, span: Span, value: Option<&'a Expr>, cause: Option<&'a Expr>) -> Res<()> {
        let Some(value) = value else { return self.raise_again(span) };
        let (callee, args) = match &value.kind {
            ExprKind::Call(callee, args) => (&**callee, args.as_slice()),
            _ => (value, [].as_slice()),
        };
        let val = self.need(callee)?;
        if let (Val::Exception(caught), false) = (&val, matches!(value.kind, ExprKind::Call(..))) {
            // Its own line is a frame too, which `!` tells the runtime.
            let mut named = caught.clone();
            named.record = self.marked("!", named.record);
            self.frame.at = span;
            self.raise_caught(&named);
            self.frame.flow = Flow::Stops;
            return Ok(());
        }
        if let Some((class, made)) = self.raised_instance(&val, value, args)? {
            let cause = self.cause(cause)?;
            self.frame.at = span;
            self.raise_instance(&class, &made, cause, span)?;
            self.frame.flow = Flow::Stops;
            return Ok(());
        }
        let Some(class) = self.class_of(&val) else {
            let message = match &val {
                Val::Static(Static::Path(path)) => {
                    format!("`{}` is no exception", path.trim_start_matches("builtins."))
                }
                other => format!("{} is no exception", other.describe()),
            };
            return self.fail(value.span, message, HELP);
        };
        if class == "SystemExit" {
            return self.raise_exit(span, args);
        }
        let raised = self.raised(&class, args, value.span)?;
        let cause = self.cause(cause)?;
        self.frame.at = span;
        self.emit_raise(&class, raised, cause);
        self.frame.flow = Flow::Stops;
        Ok(())
    }

    pub fn emit_raise(&mut self, class: &str, raised: Raised, cause: Option<Value>) {
        let kind = [("kind", Attr::str(class))];
        let message = self.text_value(&raised.message);
        if raised.args.is_none() && cause.is_none() {
            return self.effect("physl.raise", &[message], &kind);
        }
        let args = match raised.args {
            Some(args) => self.text_value(&args),
            None => self.op_with("physl.repr", &[message], Type::Str, &[("numpy", Attr::Bool(false))]),
        };
        let first = self.text_value(&raised.first);
        let cause = cause.unwrap_or_else(|| self.text_constant(""));
        self.effect("physl.raise_args", &[message, args, first, cause], &kind);
    }

    /// The exception that the `try` before this caught.
    pub fn caught(&mut self) -> Caught {
        let record = self.op("physl.caught", &[], Type::Str);
        Caught { record, objects: self.raised_objects() }
    }

    /// Raises a caught exception again.
    pub fn raise_caught(&mut self, caught: &Caught) {
        self.restore_raised(&caught.objects.clone());
        self.effect("physl.reraise", &[caught.record], &[]);
    }

    /// `raise` alone.
    fn raise_again(&mut self, span: Span) -> Res<()> {
        let Some(caught) = self.frame.handling.last().cloned() else {
            let help = "write `raise` alone only in an `except` block, or name the exception";
            return self.fail(span, "no exception is being handled here", help);
        };
        self.frame.at = span;
        self.raise_caught(&caught);
        self.frame.flow = Flow::Stops;
        Ok(())
    }

    fn raise_exit(&mut self, span: Span, args: &'a [Arg]) -> Res<()> {
        let code = match args {
            [] => self.int(0),
            [only] => {
                let val = self.need(&only.value)?;
                self.exit_code(&val, only.value.span)?
            }
            _ => return self.fail(span, "SystemExit takes one argument here", "write `raise SystemExit(code)`"),
        };
        self.frame.at = span;
        self.effect("physl.exit", &[code], &[]);
        self.frame.flow = Flow::Stops;
        Ok(())
    }

    /// What `sys.exit` is given: a number, or a text for stderr.
    pub fn exit_code(&mut self, val: &Val, span: Span) -> Res<Value> {
        match val {
            Val::None => Ok(self.int(0)),
            Val::Str(text) => Ok(self.text_value(&text.clone())),
            other => {
                let code = self.int_of(other, span)?;
                Ok(self.scalar_value(&code))
            }
        }
    }

    fn raised(&mut self, class: &str, args: &'a [Arg], span: Span) -> Res<Raised> {
        if let Some(keyword) = args.iter().find(|arg| arg.name.is_some()) {
            return self.fail(keyword.value.span, "exceptions take no keyword arguments here", "pass it by position");
        }
        if args.len() > 1 && (class == "OSError" || class.starts_with("Unicode")) {
            return self.fail(span, format!("`{class}` takes one message here"), "write one f-string");
        }
        let mut vals = Vec::new();
        for arg in args {
            let val = self.try_expr(&arg.value)?;
            vals.push(self.bound(val));
        }
        self.raised_with(class, &vals, span)
    }

    /// The same for arguments that have been evaluated.
    pub fn raised_with(&mut self, class: &str, vals: &[Val], span: Span) -> Res<Raised> {
        let none = Repr::Const("".into());
        match vals {
            [] => Ok(Raised { message: none.clone(), args: None, first: none }),
            [Val::Str(text)] if class != "KeyError" => {
                let first = self.concat(vec![Repr::Const("+".into()), text.clone()]);
                Ok(Raised { message: text.clone(), args: None, first })
            }
            _ => self.listed(class, vals, span),
        }
    }

    /// Arguments that are several, or no text: the exception's text is their `str()` or the tuple of them.
    fn listed(&mut self, class: &str, vals: &[Val], span: Span) -> Res<Raised> {
        let mut parts = Vec::new();
        for val in vals {
            if !parts.is_empty() {
                parts.push(Repr::Const(", ".into()));
            }
            parts.push(self.repr_of(val, span)?);
        }
        let args = self.concat(parts);
        let message = match vals {
            [only] if class != "KeyError" => self.str_of(only, span)?,
            [_] => args.clone(),
            _ => self.concat(vec![Repr::Const("(".into()), args.clone(), Repr::Const(")".into())]),
        };
        let first = match &vals[0] {
            Val::Str(text) => self.concat(vec![Repr::Const("+".into()), text.clone()]),
            _ => Repr::Const("".into()),
        };
        Ok(Raised { message, args: Some(args), first })
    }

    /// A record behind a mark that tells what it is to the runtime.
    fn marked(&mut self, mark: &str, record: Value) -> Value {
        let text = self.concat(vec![Repr::Const(mark.into()), Repr::Value(record)]);
        self.text_value(&text)
    }

    /// The exception that another one is raised from. The runtime knows while which it is raised, which `from None` hides.
    fn cause(&mut self, cause: Option<&'a Expr>) -> Res<Option<Value>> {
        let Some(cause) = cause else { return Ok(None) };
        match self.try_expr(cause)? {
            Val::None => Ok(Some(self.text_constant("-"))),
            Val::Exception(caught) => Ok(Some(self.marked("<", caught.record))),
            _ => self.fail(cause.span, "an exception is raised from one that was caught", "write `from error`"),
        }
    }

    /// `class Name(Base): pass`.
    pub fn exception_class(&mut self, class: &'a ExceptionClass, span: Span) {
        let Ok(base) = self.need(&class.base) else { return };
        if self.class_of(&base).is_none() {
            self.report(class.base.span, format!("{} is no exception", base.describe()), HELP);
            return;
        }
        let val = Val::path(class.path.as_str());
        self.bind(&class.name, val, span);
    }

    /// The class of exceptions that a value is.
    pub fn class_of(&self, val: &Val) -> Option<String> {
        match val {
            Val::Static(Static::Path(path)) => self.program.exceptions.class(path),
            Val::Static(Static::Class(index)) if self.is_exception(*index) => {
                Some(self.class_info(*index).def.name.to_string())
            }
            _ => None,
        }
    }

    /// The classes that a handler or `isinstance` names, with all that derive from them: `A|B`.
    pub fn classes(&mut self, val: &Val, span: Span) -> Res<String> {
        if let Val::Tuple(items) = val {
            let classes: Vec<String> =
                items.iter().map(|item| self.classes(item, span)).collect::<Res<Vec<String>>>()?;
            return Ok(classes.join("|"));
        }
        match self.class_of(val) {
            Some(class) if class == "BaseException" => Ok("*".into()),
            Some(class) => Ok(self.program.exceptions.caught_by(&class).join("|")),
            None => {
                let help = "name classes of exceptions: `except ValueError:`, `except (KeyError, IndexError):`";
                self.fail(span, format!("{} is no class of exceptions", val.describe()), help)
            }
        }
    }

    /// A part of an exception, as text.
    pub fn exception_part(&mut self, record: Value, part: &str) -> Repr<Rc<str>> {
        Repr::Value(self.op_with("physl.exc_part", &[record], Type::Str, &[("part", Attr::str(part))]))
    }

    /// An attribute of an exception.
    pub fn exception_attribute(&mut self, caught: &Caught, name: &Name, span: Span) -> Res<Val> {
        if let Some(found) = self.raised_attribute(caught, name, span) {
            return found;
        }
        let record = caught.record;
        match &**name {
            "errno" => {
                let attrs = [("part", Attr::str(&**name))];
                Ok(Val::Scalar(Scalar::of(Num::INT, self.op_with("physl.exc_part", &[record], Type::I64, &attrs))))
            }
            "strerror" | "filename" => Ok(Val::Str(self.exception_part(record, name))),
            "args" => Ok(Val::Record([(ARGS.into(), Val::Exception(caught.clone()))].into())),
            _ => {
                let help = "use `str(e)`, `e.args` or `type(e).__name__`";
                self.fail(span, format!("an exception has no supported attribute `{name}`"), help)
            }
        }
    }

    /// `e.args[index]`: the first argument, if it is text.
    pub fn exception_argument(&mut self, caught: &Caught, index: &'a Expr, span: Span) -> Res<Val> {
        let at = self.need(index)?;
        match at.const_int() {
            Some(0) => Ok(Val::Str(self.exception_part(caught.record, "first"))),
            _ => self.fail(
                span,
                "only the first argument of an exception can be read",
                "use `e.args[0]`, or `str(e)` for all of them",
            ),
        }
    }

    /// `len(e.args)`.
    pub fn count_of_arguments(&mut self, caught: &Caught) -> Scalar {
        let attrs = [("part", Attr::str("count"))];
        Scalar::of(Num::INT, self.op_with("physl.exc_part", &[caught.record], Type::I64, &attrs))
    }

    /// The class of an exception, as far as programs look at it.
    pub fn class_of_exception(&mut self, caught: &Caught) -> Val {
        let name = self.exception_part(caught.record, "name");
        let fields = [("__name__".into(), Val::Str(name)), (EXCEPTION.into(), Val::Exception(caught.clone()))];
        Val::Record(fields.into())
    }

    /// `type(e).__name__` and `e.__class__.__name__`.
    pub fn class_name(&mut self, base: &'a Expr, name: &str) -> Option<Res<Val>> {
        let object = match &base.kind {
            ExprKind::Call(callee, args) => match (&callee.kind, args.as_slice()) {
                (ExprKind::Name(callee), [only]) if &**callee == "type" => &only.value,
                _ => return None,
            },
            ExprKind::Attribute(object, class) if &**class == "__class__" => object,
            _ => return None,
        };
        if !matches!(name, "__name__" | "__qualname__") || !matches!(object.kind, ExprKind::Name(_)) {
            return None;
        }
        match self.need(object) {
            Ok(Val::Exception(caught)) => Some(Ok(Val::Str(self.exception_part(caught.record, "name")))),
            _ => None,
        }
    }
}
