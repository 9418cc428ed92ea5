//! `argparse`: a parser is known when the program is compiled; the runtime reads the arguments as it says.

use super::function::Passed;
use super::{Lowerer, Res};
use crate::ast::Expr;
use crate::source::Span;
use crate::types::{Num, Static};
use crate::value::{Repr, Val};
use phylanx_dialects::ir::{Type, Value};
use std::rc::Rc;

/// The path under which parsers are values, before their number.
const PARSER: &str = "argparse.parser.";

/// A parser of the program.
#[derive(Default)]
pub struct ParserSpec {
    /// `prog`, `description`, `epilog`.
    head: [String; 3],
    arguments: Vec<Argument>,
}

struct Argument {
    flags: Vec<String>,
    dest: String,
    action: String,
    kind: Kind,
    nargs: String,
    choices: Vec<String>,
    metavar: String,
    required: bool,
    help: Option<String>,
    /// How `%(default)s` shows it.
    default_text: String,
    default: Val,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Int,
    Float,
    Text,
}

impl Kind {
    fn name(self) -> &'static str {
        match self {
            Kind::Int => "int",
            Kind::Float => "float",
            Kind::Text => "str",
        }
    }
}

/// What a call gives by keyword and by position.
struct Given {
    positional: Vec<Val>,
    named: Vec<(Rc<str>, Val)>,
}

impl Given {
    fn get(&self, name: &str) -> Option<&Val> {
        self.named.iter().find(|(known, _)| &**known == name).map(|(_, val)| val)
    }

    fn text(&self, name: &str) -> Option<String> {
        self.get(name).and_then(Val::const_text).map(|text| text.to_string())
    }
}

impl<'a> Lowerer<'a> {
    /// A call of something of `argparse`; nothing when the path is none.
    pub fn argparse(&mut self, path: &str, passed: &[(Passed, &'a Expr)], span: Span) -> Option<Res<Val>> {
        let given = Given {
            positional: passed.iter().filter(|(arg, _)| arg.name.is_none()).map(|(arg, _)| arg.val.clone()).collect(),
            named: passed.iter().filter_map(|(arg, _)| Some((arg.name.clone()?, arg.val.clone()))).collect(),
        };
        if path == "argparse.ArgumentParser" {
            return Some(self.new_parser(&given));
        }
        let (number, method) = path.strip_prefix(PARSER)?.split_once('.')?;
        let number: usize = number.parse().ok().filter(|number| *number < self.parsers.len())?;
        Some(match method {
            "add_argument" => self.add_argument(number, &given, span),
            "parse_args" => {
                let words = given.get("args").or(given.positional.first()).cloned().unwrap_or(Val::None);
                self.given_words(words, span).and_then(|words| self.parse_args(number, words, span))
            }
            _ => {
                let message = format!("`{method}` of a parser is not supported");
                self.fail(span, message, "use `add_argument` and `parse_args()`")
            }
        })
    }

    fn new_parser(&mut self, given: &Given) -> Res<Val> {
        let head = ["prog", "description", "epilog"].map(|name| given.text(name).unwrap_or_default());
        let head_description = given.positional.first().and_then(Val::const_text);
        let mut spec = ParserSpec { head, arguments: Vec::new() };
        if let Some(prog) = head_description {
            spec.head[0] = prog.to_string();
        }
        self.parsers.push(spec);
        Ok(Val::path(format!("{PARSER}{}", self.parsers.len() - 1)))
    }

    fn add_argument(&mut self, number: usize, given: &Given, span: Span) -> Res<Val> {
        let known = ["type", "default", "help", "choices", "action", "nargs", "required", "metavar", "dest"];
        if let Some((name, _)) = given.named.iter().find(|(name, _)| !known.contains(&&**name)) {
            let message = format!("the argument '{name}' of add_argument() is not supported");
            return self.fail(span, message, format!("supported are {}", known.join(", ")));
        }
        let names: Option<Vec<String>> =
            given.positional.iter().map(|val| val.const_text().map(|text| text.to_string())).collect();
        let Some(names) = names.filter(|names| !names.is_empty()) else {
            return self.fail(span, "the names of an argument must be strings that are written out", "write literals");
        };
        let flags: Vec<String> = names.iter().filter(|name| name.starts_with('-')).cloned().collect();
        let dest = given.text("dest").unwrap_or_else(|| destination(&names, &flags));
        let kind = match given.get("type") {
            None => Kind::Text,
            Some(Val::Static(Static::Path(path))) if &**path == "builtins.int" => Kind::Int,
            Some(Val::Static(Static::Path(path))) if &**path == "builtins.float" => Kind::Float,
            Some(Val::Static(Static::Path(path))) if &**path == "builtins.str" => Kind::Text,
            Some(_) => return self.fail(span, "`type` must be int, float or str", "convert the value after parsing"),
        };
        let action = given.text("action").unwrap_or("store".into());
        if !matches!(&*action, "store" | "store_true" | "store_false" | "count") {
            return self.fail(
                span,
                format!("the action '{action}' is not supported"),
                "use store_true, store_false or count",
            );
        }
        let nargs = match given.get("nargs") {
            None | Some(Val::None) => String::new(),
            Some(val) => match (val.const_int(), val.const_text()) {
                (Some(count), _) if count > 0 => count.to_string(),
                (_, Some(text)) if &*text == "?" => "?".into(),
                _ => {
                    let message = "`nargs` must be a number or \"?\": the number of values must be known";
                    return self.fail(span, message, "give one text and split it, or name each value");
                }
            },
        };
        let mut choices = Vec::new();
        if let Some(val) = given.get("choices").cloned() {
            for item in self.items_of(val, span)?.unwrap_or_default() {
                match self.str_of(&item, span)? {
                    Repr::Const(text) => choices.push(text.to_string()),
                    Repr::Value(_) => return self.fail(span, "`choices` must be constants", "write them out"),
                }
            }
        }
        let default = self.default_of_argument(given, &action, kind, span)?;
        let default_text = match self.str_of(&default, span) {
            Ok(Repr::Const(text)) => text.to_string(),
            _ => match super::Lowerer::known_number(&default) {
                Some(crate::value::Const::Float(value)) => format!("{value:?}"),
                _ => String::new(),
            },
        };
        let optional_value = nargs == "?";
        let required = given.get("required") == Some(&Val::bool(true)) || (flags.is_empty() && !optional_value);
        let metavar = given.text("metavar").unwrap_or_default();
        let help = given.text("help");
        let argument =
            Argument { flags, dest, action, kind, nargs, choices, metavar, required, help, default_text, default };
        self.parsers[number].arguments.push(argument);
        Ok(Val::None)
    }

    /// The value of an argument that is not given; a text is read as one that is.
    fn default_of_argument(&mut self, given: &Given, action: &str, kind: Kind, span: Span) -> Res<Val> {
        let default = given.get("default").cloned();
        match (action, default) {
            ("store_true", None) => Ok(Val::bool(false)),
            ("store_false", None) => Ok(Val::bool(true)),
            (_, None) => Ok(Val::None),
            ("store", Some(Val::Str(text))) if kind != Kind::Text => {
                let path = if kind == Kind::Int { "builtins.int" } else { "builtins.float" };
                self.call_here(Val::path(path), vec![Val::Str(text)], span)
            }
            (_, Some(val)) => Ok(self.bound(val)),
        }
    }

    /// The words that are read instead of the program's own: their number, then each after a separator.
    fn given_words(&mut self, words: Val, span: Span) -> Res<Value> {
        let words = self.present(words, None, span)?;
        if let Val::None | Val::Argv(1) = words {
            return Ok(self.text_constant(""));
        }
        let separator = Repr::Const("\u{1f}".into());
        let count = self.length(&words, span)?;
        let count = self.str_of(&Val::Scalar(count), span)?;
        let Val::Str(joined) = self.call_text_method(separator.clone(), "join", vec![words], span)? else {
            return Err(super::emit::Stop::Reported);
        };
        let all = self.concat(vec![count, separator, joined]);
        Ok(self.text_value(&all))
    }

    fn parse_args(&mut self, number: usize, words: Value, span: Span) -> Res<Val> {
        let id = format!("%args{number}");
        let mut texts = Vec::new();
        let parser = &self.parsers[number];
        texts.push(parser.head.join("\u{1f}"));
        let mut wanted = Vec::new();
        for argument in &parser.arguments {
            texts.push(stated(argument));
            let several = argument.nargs.parse::<usize>().ok();
            wanted.push((
                argument.dest.clone(),
                argument.action.clone(),
                argument.kind,
                several,
                argument.required,
                argument.default.clone(),
            ));
        }
        let mut operands = vec![self.text_constant(&id), words];
        operands.extend(texts.iter().map(|text| self.text_constant(text)).collect::<Vec<_>>());
        self.std_world("argparse", &operands, Type::I64);
        let mut fields: Vec<(Rc<str>, Val)> = Vec::new();
        for (dest, action, kind, several, required, default) in wanted {
            let name = format!("{id}.{dest}");
            let read = |this: &mut Self| match several {
                None => this.parsed(&name, &action, kind),
                Some(count) => {
                    Val::List((0..count).map(|at| this.parsed(&format!("{name}.{at}"), &action, kind)).collect())
                }
            };
            let val = if required {
                read(self)
            } else {
                let given = self.argument_value(&format!("{name}?"), Type::BOOL);
                self.choose(given, span, read, |_| default)
            };
            fields.push((dest.as_str().into(), val));
        }
        Ok(Val::Record(fields.into()))
    }

    /// What the runtime has left under a name.
    fn argument_value(&mut self, name: &str, ty: Type) -> Value {
        let name = self.text_constant(name);
        self.std_world("argument", &[name], ty)
    }

    fn parsed(&mut self, name: &str, action: &str, kind: Kind) -> Val {
        match (action, kind) {
            ("store_true" | "store_false", _) => Val::bool(action == "store_true"),
            ("count", _) | (_, Kind::Int) => Val::scalar(Num::INT, self.argument_value(name, Type::I64)),
            (_, Kind::Float) => Val::scalar(Num::FLOAT, self.argument_value(name, Type::F64)),
            (_, Kind::Text) => Val::Str(Repr::Value(self.argument_value(name, Type::Str))),
        }
    }
}

/// The name of an argument's value: of the first long option, else of the first.
fn destination(names: &[String], flags: &[String]) -> String {
    let long = flags.iter().find(|flag| flag.starts_with("--")).or(flags.first());
    long.map_or(names[0].clone(), |flag| flag.trim_start_matches('-').replace('-', "_"))
}

/// An argument as the runtime reads it.
fn stated(argument: &Argument) -> String {
    let flag = |holds: bool| if holds { "1" } else { "" }.to_string();
    [
        argument.flags.join("\u{1e}"),
        argument.dest.clone(),
        argument.action.clone(),
        argument.kind.name().to_string(),
        argument.nargs.clone(),
        argument.choices.join("\u{1e}"),
        argument.metavar.clone(),
        flag(argument.required),
        argument.help.clone().unwrap_or_default(),
        argument.default_text.clone(),
        flag(argument.help.is_some()),
    ]
    .join("\u{1f}")
}
