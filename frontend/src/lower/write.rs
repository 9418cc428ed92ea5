//! Output and ends of the program: `print`, `assert`, `raise`, `sys.exit`.

use super::call::Args;
use super::{Flow, Lowerer, Res};
use crate::ast::Expr;
use crate::types::Static;
use crate::value::{Repr, Val};
use phylanx_dialects::ir::{Attr, Type};
use std::rc::Rc;

/// `print(*values, sep, end, file, flush)`.
pub fn print<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let separator = match args.get(1) {
        None => Repr::Const(" ".into()),
        Some(Val::Str(text)) => text.clone(),
        Some(_) => return lowerer.fail(args.span_of(1), "`sep` must be a string", "write `sep=\" \"`"),
    };
    let end = match args.get(2) {
        None => Repr::Const("\n".into()),
        Some(Val::Str(text)) => text.clone(),
        Some(_) => return lowerer.fail(args.span_of(2), "`end` must be a string", "write `end=\"\"`"),
    };
    let mut file = None;
    let to_stderr = match args.get(3) {
        None => false,
        Some(Val::File(number)) => {
            file = Some(*number);
            false
        }
        Some(Val::Static(Static::Path(path))) if &**path == "sys.stdout" => false,
        Some(Val::Static(Static::Path(path))) if &**path == "sys.stderr" => true,
        Some(_) => {
            return lowerer.fail(
                args.span_of(3),
                "`file` must be sys.stdout, sys.stderr or an open file",
                "open it with `open(path, 'w')`",
            );
        }
    };
    let mut parts: Vec<Repr<Rc<str>>> = Vec::new();
    for (at, val) in args.rest().iter().enumerate() {
        if at > 0 {
            parts.push(separator.clone());
        }
        parts.push(lowerer.str_of(val, args.span)?);
    }
    parts.push(end);
    let text = lowerer.concat(parts);
    let text = lowerer.text_value(&text);
    if let Some(file) = file {
        lowerer.file_op("write", &[file, text], Type::I64);
        return Ok(Val::None);
    }
    lowerer.effect("physl.print", &[text], &[("to_stderr", Attr::Bool(to_stderr))]);
    Ok(Val::None)
}

/// `sys.exit(code)`.
pub fn exit<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let code = lowerer.exit_code(&args.val(0), args.span)?;
    lowerer.effect("physl.exit", &[code], &[]);
    lowerer.frame.flow = Flow::Stops;
    Ok(Val::None)
}

impl<'a> Lowerer<'a> {
    /// `assert test, message`.
    pub fn assert_stmt(&mut self, test: &'a Expr, message: Option<&'a Expr>) {
        let span = test.span;
        let holds = match self.truth(test) {
            Repr::Const(true) => return,
            Repr::Const(false) => self.bool(false),
            Repr::Value(value) => value,
        };
        let fails = self.not(holds);
        let before = self.frame.env.clone();
        self.when(fails, |this| {
            let text = match message {
                None => Ok(Repr::Const("".into())),
                Some(expr) => this.try_expr(expr).and_then(|val| this.str_of(&val, expr.span)),
            };
            this.frame.at = span;
            if let Ok(text) = text {
                let text = this.text_value(&text);
                this.effect("physl.raise", &[text], &[("kind", Attr::str("AssertionError"))]);
            }
        });
        self.frame.env = before;
        self.narrow(test, true);
    }
}
