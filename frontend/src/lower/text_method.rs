//! Methods of strings.

use super::{Lowerer, Res};
use crate::source::Span;
use crate::types::Num;
use crate::value::{Repr, Val};
use phylanx_dialects::ir::{Attr, Type, Value};
use std::rc::Rc;

/// Methods of strings, with their parameters and the kind of result.
const METHODS: &[(&str, usize, Kind)] = &[
    ("upper", 0, Kind::Text),
    ("lower", 0, Kind::Text),
    ("title", 0, Kind::Text),
    ("capitalize", 0, Kind::Text),
    ("strip", 1, Kind::Text),
    ("lstrip", 1, Kind::Text),
    ("rstrip", 1, Kind::Text),
    ("startswith", 3, Kind::Bool),
    ("endswith", 3, Kind::Bool),
    ("isdigit", 0, Kind::Bool),
    ("isdecimal", 0, Kind::Bool),
    ("isnumeric", 0, Kind::Bool),
    ("isalpha", 0, Kind::Bool),
    ("isalnum", 0, Kind::Bool),
    ("isspace", 0, Kind::Bool),
    ("isupper", 0, Kind::Bool),
    ("islower", 0, Kind::Bool),
    ("istitle", 0, Kind::Bool),
    ("isascii", 0, Kind::Bool),
    ("isidentifier", 0, Kind::Bool),
    ("swapcase", 0, Kind::Text),
    ("casefold", 0, Kind::Text),
    ("removeprefix", 1, Kind::Text),
    ("removesuffix", 1, Kind::Text),
    ("expandtabs", 1, Kind::Text),
    ("replace", 3, Kind::Text),
    ("find", 3, Kind::Int),
    ("rfind", 3, Kind::Int),
    ("index", 3, Kind::Int),
    ("rindex", 3, Kind::Int),
    ("count", 3, Kind::Int),
    ("ljust", 2, Kind::Text),
    ("rjust", 2, Kind::Text),
    ("center", 2, Kind::Text),
    ("zfill", 1, Kind::Text),
];

#[derive(Clone, Copy)]
enum Kind {
    Text,
    Bool,
    Int,
}

impl<'a> Lowerer<'a> {
    /// Appends a method of `str`.
    pub fn text_method(&mut self, method: &str, text: Value, args: &[Value], ty: Type) -> Value {
        let mut operands = vec![text];
        operands.extend(args);
        self.op_with("physl.str_method", &operands, ty, &[("method", Attr::str(method))])
    }

    /// `text.method(args)`.
    pub fn call_text_method(&mut self, text: Repr<Rc<str>>, name: &str, args: Vec<Val>, span: Span) -> Res<Val> {
        match name {
            "join" => return self.join_texts(text, args, span),
            "split" | "splitlines" => return self.split_text(text, name, &args, span),
            _ => {}
        }
        if let Some(val) = self.whole_text_method(&text, name, &args, span)? {
            return Ok(val);
        }
        let Some((_, most, kind)) = METHODS.iter().find(|(known, ..)| *known == name) else {
            let message = format!("the string method `{name}` is not supported");
            return self.fail(span, message, "use an f-string or another method");
        };
        if args.len() > *most {
            return self.fail(span, format!("{name}() takes at most {most} arguments"), "drop an argument");
        }
        let text = self.text_value(&text);
        let mut operands = Vec::new();
        for arg in &args {
            operands.push(match arg {
                Val::Str(part) => self.text_value(part),
                other => {
                    let number = self.int_of(other, span)?;
                    self.scalar_value(&number)
                }
            });
        }
        Ok(match kind {
            Kind::Text => Val::Str(Repr::Value(self.text_method(name, text, &operands, Type::Str))),
            Kind::Bool => Val::scalar(Num::BOOL, self.text_method(name, text, &operands, Type::BOOL)),
            Kind::Int => Val::scalar(Num::INT, self.text_method(name, text, &operands, Type::I64)),
        })
    }

    /// Methods that are made of others: parts around a separator, one of several beginnings.
    fn whole_text_method(&mut self, text: &Repr<Rc<str>>, name: &str, args: &[Val], span: Span) -> Res<Option<Val>> {
        match (name, args) {
            ("partition" | "rpartition", [Val::Str(separator)]) => {
                let (text, separator) = (self.text_value(text), self.text_value(separator));
                let part = |this: &mut Self, at: i64| {
                    let at = this.int(at);
                    Val::Str(Repr::Value(this.text_method(name, text, &[separator, at], Type::Str)))
                };
                Ok(Some(Val::Tuple([part(self, 0), part(self, 1), part(self, 2)].into())))
            }
            ("startswith" | "endswith", [Val::Tuple(items), rest @ ..]) => {
                let mut flags = Vec::new();
                for item in items.iter() {
                    let all: Vec<Val> = std::iter::once(item.clone()).chain(rest.iter().cloned()).collect();
                    let val = self.call_text_method(text.clone(), name, all, span)?;
                    flags.push(match self.val_flag(&val) {
                        Repr::Value(value) => value,
                        Repr::Const(known) => self.bool(known),
                    });
                }
                let any = self.any_of(&flags);
                Ok(Some(Val::scalar(Num::BOOL, any)))
            }
            _ => Ok(None),
        }
    }

    fn join_texts(&mut self, separator: Repr<Rc<str>>, args: Vec<Val>, span: Span) -> Res<Val> {
        let items = match args.as_slice() {
            [Val::Tuple(items) | Val::List(items)] => items,
            [other] => return self.join_object(&separator, &other.clone(), span),
            _ => return self.fail(span, "`join` takes one argument", "pass a list of strings"),
        };
        let mut parts = Vec::new();
        for (at, item) in items.iter().enumerate() {
            let Val::Str(text) = item else {
                return self.fail(span, "`join` needs strings", "convert each item with `str(...)`");
            };
            if at > 0 {
                parts.push(separator.clone());
            }
            parts.push(text.clone());
        }
        Ok(Val::Str(self.concat(parts)))
    }
}

/// Whether strings have a method that we know.
pub fn has_method(name: &str) -> bool {
    METHODS.iter().any(|(known, ..)| *known == name) || matches!(name, "join" | "format" | "split" | "splitlines")
}
