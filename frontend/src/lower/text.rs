//! Strings: `str`, `repr`, f-strings, operators and methods.

use super::call::Args;
use super::{Lowerer, Res};
use crate::ast::{BinOp, Conversion, Expr, ExprKind, FPart};
use crate::heap::Site;
use crate::source::Span;
use crate::types::{Named, Num, Ty, is_float};
use crate::value::{Const, Form, Items, Iter, Repr, Scalar, Val};
use phylanx_dialects::DType;
use phylanx_dialects::ir::{Attr, Type, Value};
use std::rc::Rc;

/// How a text is made of a value.
type MakeText<'f, 'a> = &'f mut dyn FnMut(&mut Lowerer<'a>, &Val) -> Res<Repr<Rc<str>>>;

impl<'a> Lowerer<'a> {
    /// `str(val)`.
    pub fn str_of(&mut self, val: &Val, span: Span) -> Res<Repr<Rc<str>>> {
        match val {
            Val::Str(text) => Ok(text.clone()),
            Val::Exception(caught) => Ok(self.exception_part(caught.record, "text")),
            val if val.is_either() => self.text_over_kinds(val, span, &mut |this, val| this.str_of(val, span)),
            Val::Scalar(scalar) => Ok(self.text_of_scalar(scalar, "physl.to_str")),
            Val::Array(array) => {
                if array.form == Form::Scalar {
                    let item = self.item(array);
                    return Ok(self.text_of_scalar(&item, "physl.to_str"));
                }
                let value = self.tensor(array);
                if self.program.sets_print_options {
                    return Ok(Repr::Value(self.array_text(value, "str", "", &[])));
                }
                Ok(Repr::Value(self.op("physl.to_str", &[value], Type::Str)))
            }
            Val::Heap(..) => match self.special_text(val, true, span) {
                Some(text) => text,
                None => self.repr_of(val, span),
            },
            other => self.repr_of(other, span),
        }
    }

    /// `repr(val)`.
    pub fn repr_of(&mut self, val: &Val, span: Span) -> Res<Repr<Rc<str>>> {
        match val {
            Val::None => Ok(Repr::Const("None".into())),
            Val::Exception(caught) => Ok(self.exception_part(caught.record, "repr")),
            Val::Record(_) if let Some(caught) = super::exception::args_of(val) => {
                Ok(self.exception_part(caught.record, "args"))
            }
            val if val.is_either() => self.text_over_kinds(val, span, &mut |this, val| this.repr_of(val, span)),
            Val::Scalar(scalar) => Ok(self.text_of_scalar(scalar, "physl.repr")),
            Val::Str(text) => {
                let value = self.text_value(text);
                Ok(Repr::Value(self.op_with("physl.repr", &[value], Type::Str, &[("numpy", Attr::Bool(false))])))
            }
            Val::Array(array) if array.form == Form::Scalar => {
                let item = self.item(array);
                Ok(self.text_of_scalar(&item, "physl.repr"))
            }
            Val::Array(array) => {
                let value = self.tensor(array);
                if self.program.sets_print_options {
                    return Ok(Repr::Value(self.array_text(value, "repr", "", &[])));
                }
                Ok(Repr::Value(self.op_with("physl.repr", &[value], Type::Str, &[("numpy", Attr::Bool(false))])))
            }
            Val::Tuple(items) => self.items_text(items, "(", if items.len() == 1 { ",)" } else { ")" }, span),
            Val::List(items) => self.items_text(items, "[", "]", span),
            Val::Heap(site, object) => self.object_text(val, &site.clone(), *object, span),
            Val::Named(named, items) if named.is_tuple => self.named_text(named, items, span),
            Val::Mixed { num, value, is_int } => {
                let (num, value) = (*num, *value);
                let condition = self.flag_value(is_int);
                let as_int = |this: &mut Self| {
                    let int = this.op("arith.fptosi", &[value], Type::I64);
                    Val::Str(this.text_of_scalar(&Scalar::of(Num::INT, int), "physl.to_str"))
                };
                let as_float = |this: &mut Self| Val::Str(this.text_of_scalar(&Scalar::of(num, value), "physl.to_str"));
                let chosen = self.choose(condition, span, as_int, as_float);
                self.text_only(chosen, span)
            }
            Val::Option { present, inner, .. } => {
                let condition = self.flag_value(present);
                let inner = (**inner).clone();
                let some = |this: &mut Self| this.str_of(&inner, span).map_or(Val::Unknown, Val::Str);
                let chosen = self.choose(condition, span, some, |_| Val::text("None"));
                self.text_only(chosen, span)
            }
            Val::Iter(iter) if matches!(**iter, Iter::Entries(_)) => self.text_of_view(&iter.clone(), span),
            Val::Iter(iter) => self.range_text(&iter.clone(), span),
            Val::Static(crate::types::Static::DType(dtype)) => Ok(Repr::Const(dtype.numpy_name().into())),
            Val::Static(crate::types::Static::Path(path)) if super::kinds::class_text(path).is_some() => {
                Ok(Repr::Const(super::kinds::class_text(path).unwrap_or_default().into()))
            }
            Val::Unknown => Err(super::emit::Stop::Reported),
            Val::Never => Err(super::emit::Stop::Never),
            other => {
                self.fail(span, format!("{} cannot be printed", other.describe()), "print numbers, arrays or strings")
            }
        }
    }

    pub fn no_text_of_iterator<T>(&mut self, span: Span) -> Res<T> {
        self.fail(span, "an iterator cannot be printed", "print `list(...)` of it")
    }

    fn object_text(&mut self, val: &Val, site: &Site, object: Value, span: Span) -> Res<Repr<Rc<str>>> {
        if let Some(text) = self.special_text(val, false, span) {
            return text;
        }
        if Self::is_counter(site) {
            return self.counter_text(site, object, span);
        }
        if site.kind() == crate::heap::Kind::Record {
            return self.record_text(site, object, span);
        }
        if site.kind() == crate::heap::Kind::Iterator {
            return self.no_text_of_iterator(span);
        }
        let ty = Ty::Heap(site.clone());
        if self.defines(&ty, &["__repr__"]) {
            return self.written_out(site, object, span);
        }
        if !crate::heap::is_shown(&ty) {
            let message = format!("the text of a {} of functions or the like is not known", site.kind().name());
            return self.fail(span, message, "print what you need of the items one by one");
        }
        Ok(self.repr_of_object(site, object))
    }

    fn range_text(&mut self, iter: &Iter, span: Span) -> Res<Repr<Rc<str>>> {
        let Iter::Range { start, stop, step } = iter.clone() else {
            return self.no_text_of_iterator(span);
        };
        let plain = step.known() == Some(Const::Int(1));
        let mut parts: Vec<Repr<Rc<str>>> = vec![Repr::Const("range(".into())];
        for (at, part) in [start, stop, step].iter().take(if plain { 2 } else { 3 }).enumerate() {
            parts.push(Repr::Const(if at > 0 { ", " } else { "" }.into()));
            parts.push(self.text_of_scalar(part, "physl.to_str"));
        }
        parts.push(Repr::Const(")".into()));
        Ok(self.concat(parts))
    }

    fn named_text(&mut self, named: &Named, items: &[Val], span: Span) -> Res<Repr<Rc<str>>> {
        let mut parts: Vec<Repr<Rc<str>>> = vec![Repr::Const(named.name().into())];
        for (at, (field, item)) in named.fields.iter().zip(items).enumerate() {
            parts.push(Repr::Const(format!("{}{field}=", if at == 0 { "(" } else { ", " }).into()));
            parts.push(self.repr_of(item, span)?);
        }
        parts.push(Repr::Const(")".into()));
        Ok(self.concat(parts))
    }

    /// A text made for each kind that the numbers in a value may be of.
    fn text_over_kinds(&mut self, val: &Val, span: Span, then: MakeText<'_, 'a>) -> Res<Repr<Rc<str>>> {
        let text =
            self.over_kinds(std::slice::from_ref(val), span, &mut |this, vals| then(this, &vals[0]).map(Val::Str))?;
        self.text_only(text, span)
    }

    fn text_only(&mut self, val: Val, span: Span) -> Res<Repr<Rc<str>>> {
        match val {
            Val::Str(text) => Ok(text),
            _ => self.fail(span, "this value cannot be printed", "print numbers, arrays or strings"),
        }
    }

    fn text_of_scalar(&mut self, scalar: &Scalar, op: &str) -> Repr<Rc<str>> {
        match scalar.known() {
            Some(Const::Int(value)) if !scalar.num.numpy => return Repr::Const(value.to_string().into()),
            Some(Const::Bool(value)) if !scalar.num.numpy => {
                return Repr::Const(if value { "True" } else { "False" }.into());
            }
            _ => {}
        }
        // The runtime takes scalars of 64 bits for signed, arrays as they are.
        if scalar.num.dtype == DType::U64 && op == "physl.to_str" {
            let array = self.rank0_tensor(scalar);
            return Repr::Value(self.op("physl.to_str", &[array], Type::Str));
        }
        let named =
            !scalar.num.is_bool() && !scalar.num.is_float() && !matches!(scalar.num.dtype, DType::I32 | DType::I64);
        if named && op == "physl.repr" {
            let digits = self.text_of_scalar(scalar, "physl.to_str");
            let name = format!("np.{}(", scalar.num.dtype.numpy_name());
            return self.concat(vec![Repr::Const(name.into()), digits, Repr::Const(")".into())]);
        }
        let value = self.printable(scalar, op == "physl.repr");
        let attrs = [("numpy", Attr::Bool(scalar.num.numpy))];
        Repr::Value(self.op_with(op, &[value], Type::Str, if op == "physl.repr" { &attrs } else { &[] }))
    }

    /// A scalar as the runtime prints it: narrow integers print like wide ones.
    fn printable(&mut self, scalar: &Scalar, as_repr: bool) -> Value {
        let dtype = scalar.num.dtype;
        let narrow = !is_float(dtype) && !matches!(dtype, DType::Bool | DType::I64);
        if narrow && !as_repr {
            let wide = self.as_int(scalar);
            return self.scalar_value(&wide);
        }
        self.scalar_value(scalar)
    }

    fn items_text(&mut self, items: &Items, open: &str, close: &str, span: Span) -> Res<Repr<Rc<str>>> {
        let mut parts: Vec<Repr<Rc<str>>> = vec![Repr::Const(open.into())];
        for (at, item) in items.iter().enumerate() {
            if at > 0 {
                parts.push(Repr::Const(", ".into()));
            }
            parts.push(self.repr_of(item, span)?);
        }
        parts.push(Repr::Const(close.into()));
        Ok(self.concat(parts))
    }

    /// Texts joined; constants beside each other become one.
    pub fn concat(&mut self, parts: Vec<Repr<Rc<str>>>) -> Repr<Rc<str>> {
        let mut merged: Vec<Repr<Rc<str>>> = Vec::new();
        for part in parts {
            match (merged.last_mut(), part) {
                (_, Repr::Const(text)) if text.is_empty() => {}
                (Some(Repr::Const(last)), Repr::Const(text)) => *last = format!("{last}{text}").into(),
                (_, part) => merged.push(part),
            }
        }
        match merged.len() {
            0 => Repr::Const("".into()),
            1 => merged.remove(0),
            _ => {
                let values: Vec<Value> = merged.iter().map(|part| self.text_value(part)).collect();
                Repr::Value(self.op("physl.str_concat", &values, Type::Str))
            }
        }
    }

    /// An f-string.
    pub fn fstring(&mut self, parts: &'a [FPart]) -> Res<Val> {
        let mut texts = Vec::new();
        let mut stop = None;
        for part in parts {
            match self.fstring_part(part) {
                Ok(text) => texts.push(text),
                Err(found) => stop = Some(found),
            }
        }
        match stop {
            Some(stop) => Err(stop),
            None => Ok(Val::Str(self.concat(texts))),
        }
    }

    fn fstring_part(&mut self, part: &'a FPart) -> Res<Repr<Rc<str>>> {
        let (value, conversion, spec) = match part {
            FPart::Text(text) => return Ok(Repr::Const(text.as_str().into())),
            FPart::Value { value, conversion, spec } => (value, conversion, spec),
        };
        if *conversion == Conversion::None && spec.is_none() {
            return self.text_of_expr(value, as_formatted);
        }
        let val = self.try_expr(value)?;
        let val = match conversion {
            Conversion::None => val,
            Conversion::Str => Val::Str(self.str_of(&val, value.span)?),
            Conversion::Repr => Val::Str(self.repr_of(&val, value.span)?),
        };
        let Some(spec) = spec.as_ref().filter(|spec| !spec.is_empty()) else {
            let val = as_formatted(self, &val);
            return self.str_of(&val, value.span);
        };
        let mut pieces = Vec::new();
        for piece in spec {
            pieces.push(self.fstring_part(piece)?);
        }
        let spec = self.concat(pieces);
        self.format(&val, &spec, value.span)
    }

    /// The text of an expression in an f-string or `print`; the sides of a conditional expression may have different types.
    pub fn text_of_expr(&mut self, expr: &'a Expr, shown: Shown<'a>) -> Res<Repr<Rc<str>>> {
        let ExprKind::Conditional { test, body, orelse } = &expr.kind else {
            let val = self.try_expr(expr)?;
            let val = shown(self, &val);
            return self.str_of(&val, expr.span);
        };
        let condition = match self.truth(test) {
            Repr::Const(true) => return self.text_of_expr(body, shown),
            Repr::Const(false) => return self.text_of_expr(orelse, shown),
            Repr::Value(condition) => condition,
        };
        let then = |this: &mut Self| this.text_of_expr(body, shown).map_or(Val::Unknown, Val::Str);
        let other = |this: &mut Self| this.text_of_expr(orelse, shown).map_or(Val::Unknown, Val::Str);
        match self.choose(condition, expr.span, then, other) {
            Val::Unknown => Err(super::emit::Stop::Reported),
            chosen => self.text_only(chosen, expr.span),
        }
    }

    /// `format(val, spec)`.
    pub fn format(&mut self, val: &Val, spec: &Repr<Rc<str>>, span: Span) -> Res<Repr<Rc<str>>> {
        if let Some(text) = self.special(val, "__format__", &[Val::Str(spec.clone())], span) {
            return text.and_then(|text| self.text_only(text, span));
        }
        if *spec == Repr::Const("".into()) {
            return self.str_of(val, span);
        }
        let value = match val {
            Val::Str(text) => self.text_value(text),
            Val::Scalar(_) | Val::Array(_) if self.scalar_like(val) => {
                let scalar = self.scalar_of(val, span)?;
                let Val::Scalar(scalar) = as_formatted(self, &Val::Scalar(scalar)) else {
                    return Err(super::emit::Stop::Reported);
                };
                self.printable(&scalar, false)
            }
            Val::Either { .. } => {
                return self.text_over_kinds(val, span, &mut |this, val| this.format(val, spec, span));
            }
            Val::Mixed { num, value, is_int } => return self.format_mixed(*num, *value, is_int, spec, span),
            Val::Option { .. } => {
                let val = self.present(val.clone(), None, span)?;
                return self.format(&val, spec, span);
            }
            Val::Unknown => return Err(super::emit::Stop::Reported),
            Val::Never => return Err(super::emit::Stop::Never),
            other => {
                let message = format!("unsupported format spec for {}", other.describe());
                return self.fail(span, message, "format the numbers one by one");
            }
        };
        Ok(Repr::Value(match spec {
            Repr::Const(spec) => self.op_with("physl.format", &[value], Type::Str, &[("spec", Attr::str(&**spec))]),
            Repr::Value(spec) => self.op("physl.format_with", &[value, *spec], Type::Str),
        }))
    }

    fn scalar_like(&self, val: &Val) -> bool {
        match val {
            Val::Array(array) => array.form == Form::Scalar || array.ty.rank() == 0,
            other => matches!(other, Val::Scalar(_)),
        }
    }

    fn format_mixed(
        &mut self,
        num: Num,
        value: Value,
        is_int: &Repr<bool>,
        spec: &Repr<Rc<str>>,
        span: Span,
    ) -> Res<Repr<Rc<str>>> {
        let condition = self.flag_value(is_int);
        let as_int = |this: &mut Self| {
            let int = this.op("arith.fptosi", &[value], Type::I64);
            this.format(&Val::scalar(Num::INT, int), spec, span).map_or(Val::Unknown, Val::Str)
        };
        let as_float =
            |this: &mut Self| this.format(&Val::scalar(num, value), spec, span).map_or(Val::Unknown, Val::Str);
        let chosen = self.choose(condition, span, as_int, as_float);
        self.text_only(chosen, span)
    }

    /// An operator with a string on one side.
    pub fn text_operator(&mut self, op: BinOp, left: Val, right: Val, span: Span) -> Res<Val> {
        match (op, &left, &right) {
            (BinOp::Add, Val::Str(a), Val::Str(b)) => Ok(Val::Str(self.concat(vec![a.clone(), b.clone()]))),
            (BinOp::Mul, Val::Str(text), other) | (BinOp::Mul, other, Val::Str(text)) => {
                let count = self.int_of(other, span)?;
                if let (Repr::Const(text), Some(Const::Int(count))) = (text, count.known())
                    && text.len().saturating_mul(count.max(0) as usize) < 4096
                {
                    return Ok(Val::text(text.repeat(count.max(0) as usize)));
                }
                let (text, count) = (self.text_value(text), self.scalar_value(&count));
                Ok(Val::Str(Repr::Value(self.op("physl.str_repeat", &[text, count], Type::Str))))
            }
            (BinOp::Mod, Val::Str(template), _) => self.percent(&template.clone(), &right, span),
            (BinOp::Add, ..) => self.fail(
                span,
                format!("cannot add {} and {}", left.describe(), right.describe()),
                "convert the number with `str(...)`, or use an f-string",
            ),
            _ => self.no_operator(op, &left, &right, span),
        }
    }
}

/// What of a value is shown.
pub type Shown<'a> = fn(&mut Lowerer<'a>, &Val) -> Val;

/// What `str(val)` shows.
pub fn as_is(_: &mut Lowerer, val: &Val) -> Val {
    val.clone()
}

/// What `format(val, "")` shows: a `float32` as the Python float of its value, a `complex64` likewise.
pub fn as_formatted(lowerer: &mut Lowerer, val: &Val) -> Val {
    let scalar = match val {
        Val::Scalar(scalar) => scalar.clone(),
        Val::Array(array) if array.form == Form::Scalar => lowerer.item(array),
        other => return other.clone(),
    };
    Val::Scalar(match scalar.num.dtype {
        DType::F32 => lowerer.as_float(&scalar),
        DType::C64 => lowerer.cast_scalar(&scalar, Num::COMPLEX),
        _ => scalar,
    })
}

/// `str(x)`, `repr(x)`, `format(x, spec)`.
pub fn to_text<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    if args.given(0).is_none() {
        return Ok(Val::text(""));
    }
    let val = args.val(0);
    Ok(Val::Str(match args.name {
        "builtins.repr" => lowerer.repr_of(&val, args.span)?,
        "builtins.format" => {
            let spec = match args.get(1) {
                None => Repr::Const("".into()),
                Some(Val::Str(spec)) => spec.clone(),
                Some(other) => {
                    let message = format!("format() argument 2 must be str, not {}", other.describe());
                    return lowerer.fail(args.span_of(1), message, "write a format spec such as \".3f\"");
                }
            };
            lowerer.format(&val, &spec, args.span)?
        }
        _ => lowerer.str_of(&val, args.span)?,
    }))
}
