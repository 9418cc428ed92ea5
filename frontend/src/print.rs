//! The syntax tree as text: Python with every grouping written out.

use crate::ast::{
    Comprehension, Conversion, Expr, ExprKind, FPart, Function, Logical, Makes, Module, Param, ParamKind, Stmt,
    StmtKind, Try, UnaryOp,
};
use std::fmt::Write;

/// A module as text.
pub fn module_text(module: &Module) -> String {
    let mut out = String::new();
    block(&mut out, &module.body, 0);
    out
}

fn block(out: &mut String, body: &[Stmt], depth: usize) {
    if body.is_empty() {
        line(out, depth, "pass");
    }
    for stmt in body {
        statement(out, stmt, depth);
    }
}

fn line(out: &mut String, depth: usize, text: &str) {
    let _ = writeln!(out, "{}{text}", "    ".repeat(depth));
}

fn statement(out: &mut String, stmt: &Stmt, depth: usize) {
    let text = match &stmt.kind {
        StmtKind::Expr(value) => expr(value),
        StmtKind::Assign(targets, value) => {
            let targets: String = targets.iter().map(|target| format!("{} = ", expr(target))).collect();
            format!("{targets}{}", expr(value))
        }
        StmtKind::AugAssign(target, op, value) => format!("{} {}= {}", expr(target), op.symbol(), expr(value)),
        StmtKind::AnnAssign(target, annotation, value) => {
            let value = value.as_ref().map_or(String::new(), |value| format!(" = {}", expr(value)));
            format!("{}: {}{value}", expr(target), expr(annotation))
        }
        StmtKind::If(inner) => {
            line(out, depth, &format!("if {}:", expr(&inner.test)));
            return nested(out, &inner.body, &inner.orelse, depth);
        }
        StmtKind::While(inner) => {
            line(out, depth, &format!("while {}:", expr(&inner.test)));
            return nested(out, &inner.body, &inner.orelse, depth);
        }
        StmtKind::For(inner) => {
            line(out, depth, &format!("for {} in {}:", expr(&inner.target), expr(&inner.iter)));
            return nested(out, &inner.body, &inner.orelse, depth);
        }
        StmtKind::Function(def) => return function(out, def, depth),
        StmtKind::Class(def) => {
            def.decorators.iter().for_each(|decorator| line(out, depth, &format!("@{}", expr(decorator))));
            let bases = if def.bases.is_empty() { String::new() } else { format!("({})", list(&def.bases)) };
            line(out, depth, &format!("class {}{bases}:", def.name));
            return block(out, &def.body, depth + 1);
        }
        StmtKind::Break => "break".into(),
        StmtKind::Continue => "continue".into(),
        StmtKind::Pass => "pass".into(),
        StmtKind::Return(value) => with("return", value.as_ref()),
        StmtKind::Raise(value, None) => with("raise", value.as_ref()),
        StmtKind::Raise(value, Some(cause)) => format!("{} from {}", with("raise", value.as_ref()), expr(cause)),
        StmtKind::Try(inner) => return attempt(out, inner, depth),
        StmtKind::With(inner) => {
            let target = inner.target.as_ref().map_or(String::new(), |target| format!(" as {}", expr(target)));
            return suite(out, depth, &format!("with {}{target}:", expr(&inner.context)), &inner.body);
        }
        StmtKind::Exception(class) => format!("class {}({}): pass", class.name, expr(&class.base)),
        StmtKind::Assert(test, message) => {
            let message = message.as_ref().map_or(String::new(), |message| format!(", {}", expr(message)));
            format!("assert {}{message}", expr(test))
        }
        StmtKind::Global(names) => format!("global {}", names.join(", ")),
        StmtKind::Nonlocal(names) => format!("nonlocal {}", names.join(", ")),
        StmtKind::Delete(targets) => format!("del {}", list(targets)),
        StmtKind::Import(names) => {
            let names: Vec<String> = names.iter().map(|(name, path, _)| format!("{path} as {name}")).collect();
            format!("import {}", names.join(", "))
        }
        StmtKind::Invalid => "<invalid>".into(),
    };
    line(out, depth, &text);
}

fn with(keyword: &str, value: Option<&Expr>) -> String {
    value.map_or(keyword.into(), |value| format!("{keyword} {}", expr(value)))
}

fn nested(out: &mut String, body: &[Stmt], orelse: &[Stmt], depth: usize) {
    block(out, body, depth + 1);
    if !orelse.is_empty() {
        line(out, depth, "else:");
        block(out, orelse, depth + 1);
    }
}

fn suite(out: &mut String, depth: usize, head: &str, body: &[Stmt]) {
    line(out, depth, head);
    block(out, body, depth + 1);
}

fn attempt(out: &mut String, inner: &Try, depth: usize) {
    suite(out, depth, "try:", &inner.body);
    for handler in &inner.handlers {
        let kind = handler.kind.as_ref().map_or(String::new(), |kind| format!(" {}", expr(kind)));
        let name = handler.name.as_ref().map_or(String::new(), |name| format!(" as {name}"));
        suite(out, depth, &format!("except{kind}{name}:"), &handler.body);
    }
    if !inner.orelse.is_empty() {
        suite(out, depth, "else:", &inner.orelse);
    }
    if !inner.finalbody.is_empty() {
        suite(out, depth, "finally:", &inner.finalbody);
    }
}

fn function(out: &mut String, def: &Function, depth: usize) {
    for decorator in &def.decorators {
        line(out, depth, &format!("@{}", expr(decorator)));
    }
    let returns = def.returns.as_ref().map_or(String::new(), |ty| format!(" -> {}", expr(ty)));
    line(out, depth, &format!("def {}({}){returns}:", def.name, parameters(&def.params)));
    block(out, &def.body, depth + 1);
}

/// Parameters as a signature shows them: without annotations and values.
pub fn parameter_names(params: &[Param]) -> String {
    signature(params, &|_| String::new())
}

fn parameters(params: &[Param]) -> String {
    signature(params, &|param| {
        let annotation = param.annotation.as_ref().map_or(String::new(), |ty| format!(": {}", expr(ty)));
        let default = param.default.as_ref().map_or(String::new(), |value| format!(" = {}", expr(value)));
        annotation + &default
    })
}

fn signature(params: &[Param], more: &dyn Fn(&Param) -> String) -> String {
    let mut out = Vec::new();
    let mut before = ParamKind::Plain;
    for param in params {
        if before == ParamKind::PositionalOnly && param.kind != before {
            out.push("/".to_string());
        }
        let bare = param.kind == ParamKind::KeywordOnly && !matches!(before, ParamKind::Rest | ParamKind::KeywordOnly);
        if bare {
            out.push("*".to_string());
        }
        before = param.kind;
        let stars = match param.kind {
            ParamKind::Rest => "*",
            ParamKind::Keywords => "**",
            _ => "",
        };
        out.push(format!("{stars}{}{}", param.name, more(param)));
    }
    if before == ParamKind::PositionalOnly {
        out.push("/".to_string());
    }
    out.join(", ")
}

fn list(items: &[Expr]) -> String {
    items.iter().map(expr).collect::<Vec<_>>().join(", ")
}

fn expr(node: &Expr) -> String {
    match &node.kind {
        ExprKind::Name(name) => name.to_string(),
        ExprKind::Int(value) => value.to_string(),
        ExprKind::Float(value) => format!("{value:?}"),
        ExprKind::Imaginary(value) => format!("{value:?}j"),
        ExprKind::Bool(value) => if *value { "True" } else { "False" }.into(),
        ExprKind::Str(text) => format!("{text:?}"),
        ExprKind::None => "None".into(),
        ExprKind::Ellipsis => "...".into(),
        ExprKind::FString(parts) => format!("f\"{}\"", fparts(parts)),
        ExprKind::Tuple(items) if items.len() == 1 => format!("({},)", expr(&items[0])),
        ExprKind::Tuple(items) => format!("({})", list(items)),
        ExprKind::List(items) => format!("[{}]", list(items)),
        ExprKind::Starred(inner) => format!("*{}", expr(inner)),
        ExprKind::Keywords(inner) => format!("**{}", expr(inner)),
        ExprKind::Lambda(def) => match def.body.first().map(|stmt| &stmt.kind) {
            Some(StmtKind::Return(Some(value))) => format!("(lambda {}: {})", parameters(&def.params), expr(value)),
            _ => "<invalid>".into(),
        },
        ExprKind::Unary(op, inner) => {
            let symbol = match op {
                UnaryOp::Not => "not ",
                UnaryOp::Neg => "-",
                UnaryOp::Pos => "+",
                UnaryOp::Invert => "~",
            };
            format!("({symbol}{})", expr(inner))
        }
        ExprKind::Binary(op, left, right) => format!("({} {} {})", expr(left), op.symbol(), expr(right)),
        ExprKind::Logical(op, parts) => {
            let word = if *op == Logical::And { " and " } else { " or " };
            format!("({})", parts.iter().map(expr).collect::<Vec<_>>().join(word))
        }
        ExprKind::Compare(left, rest) => {
            let rest: String = rest.iter().map(|(op, right)| format!(" {} {}", op.symbol(), expr(right))).collect();
            format!("({}{rest})", expr(left))
        }
        ExprKind::Conditional { test, body, orelse } => {
            format!("({} if {} else {})", expr(body), expr(test), expr(orelse))
        }
        ExprKind::Walrus(name, value) => format!("({name} := {})", expr(value)),
        ExprKind::Call(callee, args) => {
            let args: Vec<String> = args
                .iter()
                .map(|arg| arg.name.as_ref().map_or(String::new(), |name| format!("{name}=")) + &expr(&arg.value))
                .collect();
            format!("{}({})", expr(callee), args.join(", "))
        }
        ExprKind::Attribute(base, name) => format!("{}.{name}", expr(base)),
        ExprKind::Subscript(base, index) => format!("{}[{}]", expr(base), expr(index)),
        ExprKind::Slice(start, stop, step) => {
            let part = |part: &Option<Box<Expr>>| part.as_ref().map_or(String::new(), |part| expr(part));
            let step = step.as_ref().map_or(String::new(), |step| format!(":{}", expr(step)));
            format!("{}:{}{step}", part(start), part(stop))
        }
        ExprKind::Dict(entries) => {
            let entry = |(key, value): &(Option<Expr>, Expr)| match key {
                Some(key) => format!("{}: {}", expr(key), expr(value)),
                None => format!("**{}", expr(value)),
            };
            format!("{{{}}}", entries.iter().map(entry).collect::<Vec<_>>().join(", "))
        }
        ExprKind::Set(items) => format!("{{{}}}", list(items)),
        ExprKind::Comprehension(inner) => comprehension(inner),
        ExprKind::Invalid => "<invalid>".into(),
    }
}

fn comprehension(inner: &Comprehension) -> String {
    let mut text = expr(&inner.element);
    if let Some(value) = &inner.value {
        text += &format!(": {}", expr(value));
    }
    for clause in &inner.clauses {
        text += &format!(" for {} in {}", expr(&clause.target), expr(&clause.iter));
        clause.conditions.iter().for_each(|test| text += &format!(" if {}", expr(test)));
    }
    match inner.makes {
        Makes::List => format!("[{text}]"),
        Makes::Generator => format!("({text})"),
        Makes::Set | Makes::Dict => format!("{{{text}}}"),
    }
}

fn fparts(parts: &[FPart]) -> String {
    let mut out = String::new();
    for part in parts {
        match part {
            FPart::Text(text) => out.push_str(&text.escape_debug().to_string().replace('{', "{{").replace('}', "}}")),
            FPart::Value { value, conversion, spec } => {
                let conversion = match conversion {
                    Conversion::None => "",
                    Conversion::Str => "!s",
                    Conversion::Repr => "!r",
                };
                let spec = spec.as_ref().map_or(String::new(), |spec| format!(":{}", fparts(spec)));
                let _ = write!(out, "{{{}{conversion}{spec}}}", expr(value));
            }
        }
    }
    out
}
