//! Files: `open` and the methods of what it gives.

use super::call::{Args, Row};
use super::function::Passed;
use super::{Lowerer, Res};
use crate::ast::{Expr, Name};
use crate::source::Span;
use crate::types::Num;
use crate::value::{Iter, Scalar, Val};
use phylanx_dialects::ir::{Attr, Type, Value};
use std::rc::Rc;

pub const ROWS: &[Row] =
    &[Row { name: "builtins.open", params: "file, mode='r', buffering=, encoding=, errors=, newline=", build: open }];

fn open<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let Val::Str(path) = args.val(0) else {
        let message = format!("a file name is needed here, not {}", args.val(0).describe());
        return lowerer.fail(args.span_of(0), message, "pass a string");
    };
    let given = lowerer.text_arg(args, 1)?.unwrap_or_else(|| "r".into());
    let mode: String = given.chars().filter(|c| *c != 't').collect();
    if !matches!(&*mode, "r" | "w" | "a" | "x") {
        let help = "open text with 'r', 'w', 'a' or 'x'; for arrays use `np.load` and `np.save`";
        return lowerer.fail(args.span_of(1), format!("the mode '{given}' is not supported"), help);
    }
    let encoding = lowerer.text_arg(args, 3)?.map(|name| name.to_lowercase().replace('_', "-"));
    if !matches!(encoding.as_deref(), None | Some("utf-8" | "utf8" | "ascii")) {
        return lowerer.fail(args.span_of(3), "files are read and written as UTF-8 here", "leave `encoding` out");
    }
    if args.get(4).is_some() || lowerer.text_arg(args, 5)?.is_some_and(|newline| !newline.is_empty()) {
        return lowerer.fail(args.span, "`errors` and `newline` of open() are not supported", "leave them out");
    }
    let (path, mode) = (lowerer.text_value(&path), lowerer.text_constant(&mode));
    Ok(Val::File(lowerer.file_op("open", &[path, mode], Type::I64)))
}

impl<'a> Lowerer<'a> {
    /// What is done with a file.
    pub fn file_op(&mut self, what: &str, operands: &[Value], ty: Type) -> Value {
        self.op_with("physl.file", operands, ty, &[("do", Attr::str(what))])
    }

    /// `file.name(args)`.
    pub fn file_method(&mut self, file: Value, name: &Name, args: Vec<(Passed, &'a Expr)>, span: Span) -> Res<Val> {
        let args: Vec<Val> = args.into_iter().map(|(arg, _)| arg.val).collect();
        match (&**name, args.as_slice()) {
            ("read", [] | [Val::None]) => {
                let all = self.int(-1);
                Ok(self.text_of_file("read", &[file, all]))
            }
            ("read", [count]) => {
                let count = self.int_of(count, span)?;
                let count = self.scalar_value(&count);
                Ok(self.text_of_file("read", &[file, count]))
            }
            ("readline", []) => Ok(self.text_of_file("line", &[file])),
            ("readlines", []) => {
                let lines = Val::Iter(Rc::new(Iter::Lines(file)));
                self.made_of(super::heap::place_in(span, 0), crate::heap::Kind::List, Some(lines), span)
            }
            ("write", [Val::Str(text)]) => {
                let text = self.text_value(text);
                Ok(Val::Scalar(Scalar::of(Num::INT, self.file_op("write", &[file, text], Type::I64))))
            }
            ("write", [other]) => {
                let message = format!("write() argument must be str, not {}", other.describe());
                self.fail(span, message, "write `f.write(str(x))` or an f-string")
            }
            ("writelines", [lines]) => self.write_lines(file, lines.clone(), span),
            ("close" | "flush", []) => {
                self.file_op(name, &[file], Type::I64);
                Ok(Val::None)
            }
            _ => {
                let help =
                    "files have read, readline, readlines, write, writelines, flush and close, and can be looped over";
                self.fail(span, format!("`{name}` of a file is not supported with these arguments"), help)
            }
        }
    }

    fn text_of_file(&mut self, what: &str, operands: &[Value]) -> Val {
        Val::Str(crate::value::Repr::Value(self.file_op(what, operands, Type::Str)))
    }

    fn write_lines(&mut self, file: Value, lines: Val, span: Span) -> Res<Val> {
        let Some(items) = self.items_of(lines, span)? else {
            return self.fail(span, "the number of lines is not known at compile time", "write them in a loop");
        };
        for item in items {
            let Val::Str(text) = item else {
                return self.fail(span, "writelines() takes strings", "convert each line with str()");
            };
            let text = self.text_value(&text);
            self.file_op("write", &[file, text], Type::I64);
        }
        Ok(Val::None)
    }
}
