//! Options of printing arrays, and their texts with such options.

use crate::lower::call::{Args, Row};
use crate::lower::{Lowerer, Res};
use crate::types::Num;
use crate::value::{Const, Repr, Scalar, Val};
use phylanx_dialects::ir::{Attr, Type, Value};

const OPTIONS: &str = "precision=, threshold=, edgeitems=, linewidth=, suppress=, nanstr=, infstr=, formatter=, sign=, floatmode=, legacy=, override_repr=";

pub static ROWS: &[Row] = &[
    Row { name: "numpy.set_printoptions", params: OPTIONS, build: set },
    Row { name: "numpy.printoptions", params: OPTIONS, build: enter },
    Row {
        name: "numpy.array2string",
        params: "a, max_line_width=, precision=, suppress_small=, separator=, prefix=, style=, formatter=, threshold=, edgeitems=, sign=, floatmode=, suffix=, legacy=",
        build: joined,
    },
    Row { name: "numpy.array_str", params: "a, max_line_width=, precision=, suppress_small=", build: text },
    Row { name: "numpy.array_repr", params: "arr, max_line_width=, precision=, suppress_small=", build: text },
];

/// What the options of `set_printoptions` are called where they are carried out; nothing for those that are not compiled.
const NAMES: [&str; 12] =
    ["precision", "threshold", "edgeitems", "linewidth", "suppress", "", "", "", "sign", "floatmode", "", ""];

/// The same of `array2string`, behind the array.
#[rustfmt::skip]
const OF_STRING: [&str; 13] = [
    "linewidth", "precision", "suppress", "separator", "prefix", "", "", "threshold", "edgeitems", "sign", "floatmode", "suffix", "",
];

const OF_TEXT: [&str; 3] = ["linewidth", "precision", "suppress"];

/// The options that are given, by name, and their values.
fn given<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>, first: usize, names: &[&str]) -> Res<(String, Vec<Value>)> {
    let (mut listed, mut values) = (Vec::new(), Vec::new());
    for (at, name) in names.iter().enumerate() {
        let at = at + first;
        let Some(val) = args.get(at).cloned() else { continue };
        let span = args.span_of(at);
        if name.is_empty() {
            let help = "format the items themselves, with an f-string or with `precision`, `suppress` and `floatmode`";
            return lo.fail(span, "this option of printing arrays is not supported", help);
        }
        values.push(match val {
            Val::Str(text) => lo.text_value(&text),
            val => number(lo, &val, args, at)?,
        });
        listed.push(*name);
    }
    Ok((listed.join(","), values))
}

/// A number as an int; an infinite one is as great as can be.
fn number<'a>(lo: &mut Lowerer<'a>, val: &Val, args: &Args<'a>, at: usize) -> Res<Value> {
    let span = args.span_of(at);
    if let Val::Scalar(Scalar { repr: Repr::Const(Const::Float(value)), .. }) = val
        && *value == f64::INFINITY
    {
        return Ok(lo.int(i64::MAX));
    }
    let scalar = lo.scalar_of(val, span)?;
    if scalar.num.is_float() {
        return lo.fail(span, "this option of printing arrays is a whole number", "pass an int");
    }
    let int = lo.cast_scalar(&scalar, Num::INT);
    Ok(lo.scalar_value(&int))
}

fn set<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let (names, values) = given(lo, args, 0, &NAMES)?;
    lo.print_options("set", &names, &values);
    Ok(Val::None)
}

/// Only `with` uses what this gives.
fn enter<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let (names, values) = given(lo, args, 0, &NAMES)?;
    lo.print_options("enter", &names, &values);
    Ok(Val::path("numpy.printoptions()"))
}

fn joined<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let (names, values) = given(lo, args, 1, &OF_STRING)?;
    let array = lo.tensor_arg(args, 0)?;
    Ok(Val::Str(Repr::Value(lo.array_text(array, "joined", &names, &values))))
}

fn text<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let (names, values) = given(lo, args, 1, &OF_TEXT)?;
    let array = lo.tensor_arg(args, 0)?;
    let mode = if args.name == "numpy.array_repr" { "repr" } else { "str" };
    Ok(Val::Str(Repr::Value(lo.array_text(array, mode, &names, &values))))
}

impl Lowerer<'_> {
    /// The text of an array with options.
    pub fn array_text(&mut self, array: Value, mode: &str, names: &str, values: &[Value]) -> Value {
        let operands = [&[array], values].concat();
        let attrs = [("mode", Attr::str(mode)), ("options", Attr::str(names))];
        self.op_with("physl.array_text", &operands, Type::Str, &attrs)
    }

    /// Sets, enters or leaves options of printing.
    pub fn print_options(&mut self, action: &str, names: &str, values: &[Value]) {
        let attrs = [("do", Attr::str(action)), ("options", Attr::str(names))];
        self.effect("physl.print_options", values, &attrs);
    }
}
