//! Built-in functions of Python.

use super::call::{Args, Row};
use super::text::to_text;
use super::write::{exit, print};
use super::{Lowerer, Res};
use crate::ast::{BinOp, CmpOp};
use crate::source::Span;
use crate::types::{Num, Static, Strength, promote};
use crate::value::{Const, Form, Items, Iter, Repr, Scalar, Val};
use phylanx_dialects::DType;
use phylanx_dialects::ir::{Type, Value};
use std::rc::Rc;

/// The functions.
#[rustfmt::skip]
pub const ROWS: &[Row] = &[
    Row { name: "builtins.print", params: "*values, sep=, end=, file=, flush=", build: print },
    Row { name: "builtins.len", params: "obj", build: len },
    Row { name: "builtins.range", params: "start, stop=, step=", build: range },
    Row { name: "builtins.enumerate", params: "iterable, start=", build: enumerate },
    Row { name: "builtins.zip", params: "*iterables, strict=", build: zip },
    Row { name: "builtins.reversed", params: "sequence", build: reversed },
    Row { name: "builtins.min", params: "*values, key=, default=", build: super::extreme::extreme },
    Row { name: "builtins.max", params: "*values, key=, default=", build: super::extreme::extreme },
    Row { name: "builtins.abs", params: "x", build: abs },
    Row { name: "builtins.round", params: "number, ndigits=", build: round },
    Row { name: "builtins.int", params: "x=, base=", build: int },
    Row { name: "builtins.float", params: "x=", build: float },
    Row { name: "builtins.complex", params: "real=, imag=", build: super::complex::complex },
    Row { name: "builtins.bool", params: "x=", build: boolean },
    Row { name: "builtins.str", params: "x=", build: to_text },
    Row { name: "builtins.repr", params: "x", build: to_text },
    Row { name: "builtins.format", params: "x, spec=", build: to_text },
    Row { name: "builtins.sum", params: "iterable, start=", build: sum },
    Row { name: "builtins.sorted", params: "iterable, key=, reverse=", build: super::sorting::sorted },
    Row { name: "builtins.ord", params: "c", build: ord },
    Row { name: "builtins.chr", params: "i", build: chr },
    Row { name: "builtins.any", params: "iterable", build: any_all },
    Row { name: "builtins.all", params: "iterable", build: any_all },
    Row { name: "builtins.pow", params: "base, exp, mod=", build: power },
    Row { name: "builtins.divmod", params: "a, b", build: divmod },
    Row { name: "builtins.tuple", params: "iterable=", build: super::heap::library::sequence },
    Row { name: "builtins.list", params: "iterable=", build: super::heap::library::sequence },
    Row { name: "builtins.dict", params: "mapping=", build: super::heap::library::table },
    Row { name: "builtins.set", params: "iterable=", build: super::heap::library::table },
    Row { name: "builtins.frozenset", params: "iterable=", build: super::heap::library::table },
    Row { name: "builtins.exit", params: "code=", build: exit },
    Row { name: "builtins.quit", params: "code=", build: exit },
    Row { name: "sys.exit", params: "code=", build: exit },
    Row { name: "contextlib.suppress", params: "*exceptions", build: suppress },
    Row { name: "numpy.errstate", params: "all=, divide=, over=, under=, invalid=, call=", build: errstate },
];

fn len<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let val = lowerer.present(args.val(0), None, args.span)?;
    if let Some(caught) = super::exception::args_of(&val) {
        return Ok(Val::Scalar(lowerer.count_of_arguments(&caught)));
    }
    lowerer.length(&val, args.span).map(Val::Scalar)
}

fn range<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let first = lowerer.int_of(&args.val(0), args.span_of(0))?;
    let (start, stop) = match args.get(1) {
        None => (Scalar::int(0), first),
        Some(stop) => (first, lowerer.int_of(&stop.clone(), args.span_of(1))?),
    };
    let step = match args.get(2) {
        None => Scalar::int(1),
        Some(step) => lowerer.int_of(&step.clone(), args.span_of(2))?,
    };
    if step.known().and_then(Const::as_i64) == Some(0) {
        return lowerer.fail(args.span_of(2), "range() arg 3 must not be zero", "use a step such as 1 or -1");
    }
    Ok(Val::Iter(Rc::new(Iter::Range { start, stop, step })))
}

fn enumerate<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let inner = lowerer.iter_of(args.val(0), args.span)?;
    let start = match args.get(1) {
        None => Scalar::int(0),
        Some(start) => lowerer.int_of(&start.clone(), args.span_of(1))?,
    };
    Ok(Val::Iter(Rc::new(Iter::Enumerate(Box::new(inner), start))))
}

fn zip<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let mut parts = Vec::new();
    for val in args.rest() {
        parts.push(lowerer.iter_of(val.clone(), args.span)?);
    }
    lowerer.refuse_drains(&parts, args.span)?;
    if lowerer.flag_arg(args, 1)? {
        lowerer.check_lengths(&parts, args.span)?;
    }
    Ok(Val::Iter(Rc::new(Iter::Zip(parts))))
}

fn reversed<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let inner = lowerer.iter_of(args.val(0), args.span)?;
    Ok(Val::Iter(Rc::new(Iter::Reversed(Box::new(inner)))))
}

fn abs<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    match lowerer.present(args.val(0), None, args.span)? {
        Val::Scalar(scalar) if scalar.num == Num::COMPLEX => Ok(lowerer.complex_abs(&scalar)),
        Val::Scalar(scalar) if !scalar.num.numpy => {
            if let Some(known) = scalar.known()
                && let Some(value) = known.as_i64().and_then(i64::checked_abs)
            {
                return Ok(Val::int(value));
            }
            if scalar.num.is_float() {
                let value = lowerer.scalar_value(&scalar);
                return Ok(Val::scalar(Num::FLOAT, lowerer.op("math.absf", &[value], Type::F64)));
            }
            let int = lowerer.as_int(&scalar);
            let value = lowerer.scalar_value(&int);
            Ok(Val::scalar(Num::INT, lowerer.op("physl.int_abs", &[value], Type::I64)))
        }
        Val::Scalar(scalar) if scalar.num.is_bool() => Ok(Val::Scalar(scalar)),
        Val::Mixed { num, value, is_int } => {
            let value = lowerer.op("math.absf", &[value], Type::Scalar(num.dtype));
            Ok(Val::Mixed { num, value, is_int })
        }
        other => lowerer.elementwise("abs", &[other], super::array::Mode::Common, args.span),
    }
}

fn round<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let val = lowerer.present(args.val(0), None, args.span)?;
    if let Val::Array(array) = &val
        && array.form != Form::Scalar
    {
        let digits = lowerer.const_arg(args, 1)?.unwrap_or(0);
        return lowerer.round_array(&val, digits, args.span);
    }
    let scalar = lowerer.scalar_of(&val, args.span)?;
    lowerer.need_real(&scalar, args.span)?;
    if !scalar.num.is_float() {
        let int = lowerer.as_int(&scalar);
        let Some(digits) = args.get(1).cloned() else { return Ok(Val::Scalar(int)) };
        let digits = lowerer.int_of(&digits, args.span_of(1))?;
        if digits.known().and_then(Const::as_i64).is_some_and(|digits| digits >= 0) {
            return Ok(Val::Scalar(int));
        }
        let operands = [lowerer.scalar_value(&int), lowerer.scalar_value(&digits)];
        return Ok(Val::scalar(Num::INT, lowerer.std_call("int.round", &operands, Type::I64)));
    }
    let float = lowerer.as_float(&scalar);
    let value = lowerer.scalar_value(&float);
    match args.get(1) {
        None => Ok(Val::scalar(Num::INT, lowerer.op("physl.float_round", &[value], Type::I64))),
        Some(digits) => {
            let digits = lowerer.int_of(&digits.clone(), args.span_of(1))?;
            let digits = lowerer.scalar_value(&digits);
            let rounded = lowerer.op("physl.float_round", &[value, digits], Type::F64);
            Ok(Val::Scalar(
                lowerer
                    .cast_scalar(&Scalar::of(Num { numpy: scalar.num.numpy, dtype: DType::F64 }, rounded), scalar.num),
            ))
        }
    }
}

fn int<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let Some(val) = args.given(0).cloned() else { return Ok(Val::int(0)) };
    let val = lowerer.present(val, None, args.span)?;
    if let Some(base) = args.get(1).cloned() {
        let Val::Str(text) = &val else {
            return lowerer.fail(args.span, "int() can't convert non-string with explicit base", "pass a string");
        };
        let base = lowerer.int_of(&base, args.span_of(1))?;
        let operands = [lowerer.text_value(text), lowerer.scalar_value(&base)];
        return Ok(Val::scalar(Num::INT, lowerer.std_call("int.parse", &operands, Type::I64)));
    }
    if let Val::Str(text) = &val {
        let text = lowerer.text_value(text);
        return Ok(Val::scalar(Num::INT, lowerer.op("physl.parse_int", &[text], Type::I64)));
    }
    let scalar = lowerer.scalar_of(&val, args.span)?;
    lowerer.need_real(&scalar, args.span)?;
    if let Some(Const::Float(value)) = scalar.known()
        && value.abs() < 9e15
    {
        return Ok(Val::int(value as i64));
    }
    if scalar.num.is_float() {
        let float = lowerer.as_float(&scalar);
        let value = lowerer.scalar_value(&float);
        return Ok(Val::scalar(Num::INT, lowerer.op("physl.float_to_int", &[value], Type::I64)));
    }
    Ok(Val::Scalar(lowerer.as_int(&scalar)))
}

fn float<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let Some(val) = args.given(0).cloned() else { return Ok(Val::float(0.0)) };
    let val = lowerer.present(val, None, args.span)?;
    if let Val::Str(text) = &val {
        if let Repr::Const(text) = text
            && let Some(value) = special_float(text)
        {
            return Ok(Val::float(value));
        }
        let text = lowerer.text_value(text);
        return Ok(Val::scalar(Num::FLOAT, lowerer.op("physl.parse_float", &[text], Type::F64)));
    }
    let scalar = lowerer.scalar_of(&val, args.span)?;
    lowerer.need_real(&scalar, args.span)?;
    Ok(Val::Scalar(lowerer.as_float(&scalar)))
}

fn special_float(text: &str) -> Option<f64> {
    match text.trim().to_ascii_lowercase().as_str() {
        "inf" | "+inf" | "infinity" => Some(f64::INFINITY),
        "-inf" | "-infinity" => Some(f64::NEG_INFINITY),
        "nan" => Some(f64::NAN),
        _ => None,
    }
}

fn boolean<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let truth = lowerer.truth_of(args.val(0), args.span);
    Ok(lowerer.flag_val(truth))
}

fn sum<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let start = args.given(1).cloned();
    let val = args.val(0);
    if let Val::Array(array) = &val
        && array.ty.rank() == 1
    {
        let total = lowerer.reduce_all("sum", val, args.span)?;
        return match start {
            None => Ok(total),
            Some(start) => lowerer.try_binary(BinOp::Add, start, total, args.span),
        };
    }
    if let Val::Iter(iter) = &val
        && let Iter::Range { start: first, step, .. } = &**iter
    {
        let total = lowerer.sum_of_range(iter, first, step, args.span)?;
        return lowerer.try_binary(BinOp::Add, start.unwrap_or(Val::int(0)), total, args.span);
    }
    let Some(items) = lowerer.items_of(val.clone(), args.span)? else {
        let iter = lowerer.iter_of(val, args.span)?;
        return lowerer.sum_of(&iter, start, args.span);
    };
    let mut total = start.unwrap_or(Val::int(0));
    for item in items {
        total = lowerer.try_binary(BinOp::Add, total, item, args.span)?;
    }
    Ok(total)
}

/// `ord(text)`; of a constant now.
fn ord<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let val = args.val(0);
    let Val::Str(text) = &val else {
        let message = format!("ord() expected string of length 1, but {} found", val.describe());
        return lowerer.fail(args.span_of(0), message, "pass a character");
    };
    if let Repr::Const(text) = text
        && let (Some(letter), 1) = (text.chars().next(), text.chars().count())
    {
        return Ok(Val::int(i64::from(u32::from(letter))));
    }
    let text = lowerer.text_value(text);
    Ok(Val::scalar(Num::INT, lowerer.op("physl.ord", &[text], Type::I64)))
}

/// `chr(code)`; of a constant now.
fn chr<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let code = lowerer.int_of(&args.val(0), args.span_of(0))?;
    let known = code.known().and_then(Const::as_i64).and_then(|code| u32::try_from(code).ok());
    if let Some(letter) = known.and_then(char::from_u32) {
        return Ok(Val::text(letter.to_string()));
    }
    let code = lowerer.scalar_value(&code);
    Ok(Val::Str(Repr::Value(lowerer.op("physl.chr", &[code], Type::Str))))
}

fn any_all<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let is_any = args.name.ends_with("any");
    if let Val::Array(array) = args.val(0)
        && array.ty.rank() == 1
    {
        let val = lowerer.reduce_all(if is_any { "any" } else { "all" }, Val::Array(array), args.span)?;
        let truth = lowerer.truth_of(val, args.span);
        return Ok(lowerer.flag_val(truth));
    }
    let Some(items) = lowerer.items_of(args.val(0), args.span)? else {
        let iter = lowerer.iter_of(args.val(0), args.span)?;
        let span = args.span;
        return lowerer.any_of_items(&iter, is_any, span, &mut |this, item| Ok(this.truth_of(item, span)));
    };
    let mut flags: Vec<Value> = Vec::new();
    for item in items {
        match lowerer.truth_of(item, args.span) {
            Repr::Const(value) if value == is_any => return Ok(Val::bool(is_any)),
            Repr::Const(_) => {}
            Repr::Value(value) => flags.push(if is_any { value } else { lowerer.not(value) }),
        }
    }
    if flags.is_empty() {
        return Ok(Val::bool(!is_any));
    }
    let any = lowerer.any_of(&flags);
    Ok(Val::scalar(Num::BOOL, if is_any { any } else { lowerer.not(any) }))
}

fn power<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    if let Some(modulus) = args.get(2).cloned() {
        let mut operands = Vec::new();
        for (at, val) in [args.val(0), args.val(1), modulus].iter().enumerate() {
            let int = lowerer.int_of(val, args.span_of(at))?;
            operands.push(lowerer.scalar_value(&int));
        }
        return Ok(Val::scalar(Num::INT, lowerer.std_call("int.pow", &operands, Type::I64)));
    }
    lowerer.try_binary(BinOp::Pow, args.val(0), args.val(1), args.span)
}

fn divmod<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    if let (Val::Scalar(a), Val::Scalar(b)) = (args.val(0), args.val(1))
        && (a.num.is_float() || b.num.is_float())
        && !a.num.numpy
        && !b.num.numpy
    {
        let divisor = lowerer.as_float(&b);
        let (divisor, zero) = (lowerer.scalar_value(&divisor), lowerer.constant(Const::Float(0.0), DType::F64));
        let by_zero = lowerer.compare_floats("oeq", divisor, zero);
        lowerer.raise_when(by_zero, "ZeroDivisionError", "float divmod()");
    }
    let quotient = lowerer.try_binary(BinOp::FloorDiv, args.val(0), args.val(1), args.span)?;
    let rest = lowerer.try_binary(BinOp::Mod, args.val(0), args.val(1), args.span)?;
    Ok(Val::Tuple(Items::from([quotient, rest])))
}

impl<'a> Lowerer<'a> {
    /// `len(val)`.
    pub fn length(&mut self, val: &Val, span: Span) -> Res<Scalar> {
        match val {
            Val::Array(array) if array.ty.rank() == 0 => self.fail(span, "len() of unsized object", "use `a.size`"),
            Val::Array(array) => Ok(self.extent(array, 0)),
            Val::Tuple(items) | Val::List(items) => Ok(Scalar::int(items.len() as i64)),
            Val::Heap(site, object) => self.object_length(&site.clone(), *object, span),
            Val::Static(Static::Class(index)) if self.is_enum(*index) => {
                Ok(Scalar::int(self.member_names(*index).len() as i64))
            }
            Val::Record(fields) => Ok(Scalar::int(fields.len() as i64)),
            val if super::flat::base_of(val).is_some() => {
                let base = super::flat::base_of(val).cloned();
                base.map_or(Err(super::emit::Stop::Reported), |array| Ok(self.size_of(&array)))
            }
            Val::Named(record, items) if record.is_tuple => Ok(Scalar::int(items.len() as i64)),
            Val::Str(Repr::Const(text)) => Ok(Scalar::int(text.chars().count() as i64)),
            Val::Str(Repr::Value(text)) => Ok(Scalar::of(Num::INT, self.op("physl.str_len", &[*text], Type::I64))),
            Val::Iter(_) => {
                let iter = self.iter_of(val.clone(), span)?;
                Ok(self.iter_length(&iter))
            }
            Val::Argv(start) => {
                let count = Scalar::of(Num::INT, self.op("physl.argc", &[], Type::I64));
                let rest = self.int_minus(&count, &Scalar::int(*start));
                let (rest, zero) = (self.scalar_value(&rest), self.int(0));
                Ok(Scalar::of(Num::INT, self.op("arith.maxsi", &[rest, zero], Type::I64)))
            }
            Val::Static(Static::Path(path)) if &**path == "sys.argv" => {
                Ok(Scalar::of(Num::INT, self.op("physl.argc", &[], Type::I64)))
            }
            Val::Unknown => Err(super::emit::Stop::Reported),
            Val::Never => Err(super::emit::Stop::Never),
            other => self.fail(span, format!("{} has no len()", other.describe()), "use an array, a tuple or a string"),
        }
    }

    /// All items of something whose length is known.
    pub fn items_of(&mut self, val: Val, span: Span) -> Res<Option<Vec<Val>>> {
        let iter = self.iter_of(val, span)?;
        let Some(count) = self.fixed_length(&iter).filter(|count| *count <= 4096) else { return Ok(None) };
        Ok(Some((0..count).map(|at| self.iter_item(&iter, &Scalar::int(at as i64))).collect()))
    }

    /// `zip(strict=True)`: all have as many items.
    fn check_lengths(&mut self, parts: &[Iter], span: Span) -> Res<()> {
        let lengths: Vec<Scalar> = parts.iter().map(|part| self.iter_length(part)).collect();
        let Some((first, rest)) = lengths.split_first() else { return Ok(()) };
        for (at, other) in rest.iter().enumerate() {
            let before = if at == 0 { "argument 1".to_string() } else { format!("arguments 1-{}", at + 1) };
            for (op, word) in [(CmpOp::Lt, "shorter"), (CmpOp::Gt, "longer")] {
                let unlike = self.compare(op, Val::Scalar(other.clone()), Val::Scalar(first.clone()), span)?;
                let unlike = self.truth_of(unlike, span);
                if unlike != Repr::Const(false) {
                    let unlike = self.flag_value(&unlike);
                    self.raise_when(
                        unlike,
                        "ValueError",
                        &format!("zip() argument {} is {word} than {before}", at + 2),
                    );
                }
            }
        }
        Ok(())
    }

    /// `n * (2 * first + (n - 1) * step) // 2`, which is a whole number.
    fn sum_of_range(&mut self, iter: &Iter, first: &Scalar, step: &Scalar, span: Span) -> Res<Val> {
        let count = Val::Scalar(self.iter_length(iter));
        let before = self.try_binary(BinOp::Sub, count.clone(), Val::int(1), span)?;
        let way = self.try_binary(BinOp::Mul, before, Val::Scalar(step.clone()), span)?;
        let twice = self.try_binary(BinOp::Mul, Val::int(2), Val::Scalar(first.clone()), span)?;
        let ends = self.try_binary(BinOp::Add, twice, way, span)?;
        let total = self.try_binary(BinOp::Mul, count, ends, span)?;
        self.try_binary(BinOp::FloorDiv, total, Val::int(2), span)
    }

    /// The element type that values have in common.
    pub fn common_dtype(&mut self, vals: &[Val], span: Span) -> Res<DType> {
        let mut strengths = Vec::new();
        for val in vals {
            strengths.push(match val {
                Val::Scalar(scalar) => super::scalar::strength(scalar),
                other => Strength::Strong(self.array_of(other, span)?.ty.elem),
            });
        }
        Ok(promote(&strengths))
    }
}

/// A context that ends with exceptions of some classes.
fn suppress<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let classes = lowerer.classes(&Val::Tuple(args.rest().into()), args.span)?;
    Ok(Val::path(format!("contextlib.suppress:{classes}")))
}

/// A context in which NumPy warns otherwise: compiled programs never warn.
fn errstate<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    for at in 0..5 {
        let mode = lowerer.text_arg(args, at)?;
        if !matches!(mode.as_deref(), None | Some("ignore" | "warn")) {
            let help = "use 'ignore', and test the result with `np.isfinite`";
            return lowerer.fail(args.span_of(at), "compiled code does not stop at floating-point errors", help);
        }
    }
    Ok(Val::path("numpy.errstate()"))
}
