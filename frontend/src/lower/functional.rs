//! `functools`, `operator`, `map`, and what takes functions as arguments.

use super::call::{Args, Row};
use super::function::Passed;
use super::{Lowerer, Res};
use crate::ast::{BinOp, CmpOp, Expr, UnaryOp};
use crate::heap::Kind;
use crate::source::Span;
use crate::types::{Code, Static};
use crate::value::{Callable, Iter, Repr, Val};
use std::rc::Rc;
use std::sync::Arc;

#[rustfmt::skip]
pub const ROWS: &[Row] = &[
    Row { name: "builtins.map", params: "function, *iterables", build: map },
    Row { name: "builtins.callable", params: "obj", build: is_callable },
    Row { name: "builtins..binds", params: "value", build: always },
    Row { name: "builtins..is_sequence", params: "value, count, open", build: is_sequence },
    Row { name: "functools.reduce", params: "function, iterable, initial=", build: reduce },
    Row { name: "functools.wraps", params: "wrapped, assigned=, updated=", build: decorator },
    Row { name: "functools.lru_cache", params: "maxsize=, typed=", build: cached },
    Row { name: "functools.cache", params: "function", build: cached },
    Row { name: "functools.same", params: "function", build: same },
    Row { name: "functools.first", params: "value, *rest", build: same },
    Row { name: "operator.itemgetter", params: "*keys", build: item_getter },
    Row { name: "operator.attrgetter", params: "*names", build: field_getter },
    Row { name: "operator.getitem", params: "a, b", build: get_item },
    Row { name: "operator.contains", params: "a, b", build: contains },
    Row { name: "operator.neg", params: "a", build: unary },
    Row { name: "operator.pos", params: "a", build: unary },
    Row { name: "operator.inv", params: "a", build: unary },
    Row { name: "operator.invert", params: "a", build: unary },
    Row { name: "operator.not_", params: "a", build: negation },
    Row { name: "operator.truth", params: "a", build: truth },
];

/// Operators as functions.
const OPERATORS: &[(&str, BinOp)] = &[
    ("operator.add", BinOp::Add),
    ("operator.concat", BinOp::Add),
    ("operator.sub", BinOp::Sub),
    ("operator.mul", BinOp::Mul),
    ("operator.truediv", BinOp::Div),
    ("operator.floordiv", BinOp::FloorDiv),
    ("operator.mod", BinOp::Mod),
    ("operator.pow", BinOp::Pow),
    ("operator.matmul", BinOp::MatMul),
    ("operator.and_", BinOp::And),
    ("operator.or_", BinOp::Or),
    ("operator.xor", BinOp::Xor),
    ("operator.lshift", BinOp::Shl),
    ("operator.rshift", BinOp::Shr),
];

/// Comparisons as functions.
const COMPARISONS: &[(&str, CmpOp)] = &[
    ("operator.eq", CmpOp::Eq),
    ("operator.ne", CmpOp::Ne),
    ("operator.lt", CmpOp::Lt),
    ("operator.le", CmpOp::Le),
    ("operator.gt", CmpOp::Gt),
    ("operator.ge", CmpOp::Ge),
    ("operator.is_", CmpOp::Is),
    ("operator.is_not", CmpOp::IsNot),
];

/// An operator as a function.
pub fn operator(path: &str) -> Option<Row> {
    let row = |name: &&'static str| Row { name, params: "a, b", build: binary };
    let names = OPERATORS.iter().map(|(name, _)| name).chain(COMPARISONS.iter().map(|(name, _)| name));
    names.filter(|name| **name == path).map(row).next()
}

fn binary<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    if let Some((_, op)) = OPERATORS.iter().find(|(name, _)| *name == args.name) {
        return lowerer.try_binary(*op, args.val(0), args.val(1), args.span);
    }
    let op = COMPARISONS.iter().find(|(name, _)| *name == args.name).map_or(CmpOp::Eq, |(_, op)| *op);
    lowerer.compare(op, args.val(0), args.val(1), args.span)
}

fn contains<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    lowerer.compare(CmpOp::In, args.val(1), args.val(0), args.span)
}

fn unary<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let op = match args.name {
        "operator.neg" => UnaryOp::Neg,
        "operator.pos" => UnaryOp::Pos,
        _ => UnaryOp::Invert,
    };
    lowerer.unary(op, args.val(0), args.span)
}

fn negation<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let truth = match lowerer.truth_of(args.val(0), args.span) {
        Repr::Const(known) => Repr::Const(!known),
        Repr::Value(value) => Repr::Value(lowerer.not(value)),
    };
    Ok(lowerer.flag_val(truth))
}

fn truth<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let truth = lowerer.truth_of(args.val(0), args.span);
    Ok(lowerer.flag_val(truth))
}

fn get_item<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    lowerer.item_by_value(&args.val(0), &args.val(1), args.span)
}

fn item_getter<'a>(_: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    Ok(Val::Callable(Rc::new(Callable { code: Code::Items, held: args.rest().into() })))
}

fn field_getter<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let names: Option<Vec<Arc<str>>> = args.rest().iter().map(|val| Some((*val.const_text()?).into())).collect();
    let Some(names) = names else {
        return lowerer.fail(args.span, "attribute name must be a string that is written out", "write a literal");
    };
    Ok(Val::Callable(Rc::new(Callable { code: Code::Fields(names.into()), held: Rc::from([]) })))
}

fn map<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let mut parts = Vec::new();
    for val in args.rest() {
        parts.push(lowerer.iter_of(val.clone(), args.span)?);
    }
    if parts.is_empty() {
        return lowerer.fail(args.span, "map() must have at least two arguments.", "pass what to go over");
    }
    Ok(Val::Iter(Rc::new(Iter::Map(args.val(0), parts))))
}

fn reduce<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let Some(items) = lowerer.items_of(args.val(1), args.span)? else {
        let iter = lowerer.iter_of(args.val(1), args.span)?;
        return lowerer.reduced(&iter, args.val(0), args.given(2).cloned(), args.span);
    };
    let mut items = items.into_iter();
    let Some(mut total) = args.given(2).cloned().or_else(|| items.next()) else {
        return lowerer.fail(args.span, "reduce() of empty iterable with no initial value", "pass an initial value");
    };
    for item in items {
        total = lowerer.call_here(args.val(0), vec![total, item], args.span)?;
        total = lowerer.bound(total);
    }
    Ok(total)
}

/// `functools.wraps(f)` leaves the function that it decorates as it is.
fn decorator<'a>(_: &mut Lowerer<'a>, _: &Args<'a>) -> Res<Val> {
    Ok(Val::path("functools.same"))
}

/// `lru_cache` with a function, or with the size of the cache: each result is kept, whatever the size.
fn cached<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let val = args.val(0);
    Ok(if is_function(&val) { lowerer.cached_function(val) } else { Val::path("functools.cache") })
}

fn same<'a>(_: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    Ok(args.val(0))
}

fn always<'a>(_: &mut Lowerer<'a>, _: &Args<'a>) -> Res<Val> {
    Ok(Val::bool(true))
}

fn is_callable<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let val = args.val(0);
    if let Val::Heap(site, object) = &val {
        let found = lowerer.has_field(site, *object, "__call__");
        return Ok(lowerer.flag_val(found));
    }
    Ok(Val::bool(is_function(&val)))
}

/// Whether a value is a sequence, other than a string or an array, of so many items, or of at least so many.
fn is_sequence<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let val = args.val(0);
    let is_sequence = !matches!(
        val,
        Val::None
            | Val::Scalar(_)
            | Val::Mixed { .. }
            | Val::Either { .. }
            | Val::Str(_)
            | Val::Array(_)
            | Val::Record(_)
            | Val::Static(_)
            | Val::Callable(_)
            | Val::OneOf { .. }
            | Val::Ellipsis
            | Val::Iter(_)
    );
    let is_other = match &val {
        Val::Heap(site, _) => match site.kind() {
            Kind::List | Kind::Tuple | Kind::Deque => false,
            Kind::Class(index) => !lowerer.class_info(index).traits.is_tuple,
            Kind::Dict | Kind::Set | Kind::FrozenSet | Kind::Iterator => true,
        },
        _ => false,
    };
    if !is_sequence || is_other {
        return Ok(Val::bool(false));
    }
    let length = lowerer.length(&val, args.span)?;
    let open = args.val(2) == Val::bool(true);
    lowerer.compare(if open { CmpOp::Ge } else { CmpOp::Eq }, Val::Scalar(length), args.val(1), args.span)
}

/// Whether a value can be called.
fn is_function(val: &Val) -> bool {
    match val {
        Val::Static(Static::Path(path)) => !path.ends_with(".stdout") && path.contains('.'),
        Val::Static(Static::Function(_) | Static::DType(_) | Static::Class(_)) => true,
        Val::Callable(_) | Val::OneOf { .. } => true,
        _ => false,
    }
}

impl<'a> Lowerer<'a> {
    /// Calls a value with positional arguments, at a place that gives no text for them.
    pub fn call_here(&mut self, callee: Val, args: Vec<Val>, span: Span) -> Res<Val> {
        let site = self.nowhere();
        let passed = args.into_iter().map(|val| (Passed { name: None, val, span }, site)).collect();
        self.call_passed(callee, passed, span)
    }

    /// `functools.partial(function, *args, **keywords)`.
    pub fn partial(&mut self, passed: Vec<(Passed, &'a Expr)>, span: Span) -> Res<Val> {
        let (named, positional): (Vec<_>, Vec<_>) = passed.into_iter().partition(|(arg, _)| arg.name.is_some());
        if !positional.first().is_some_and(|(arg, _)| is_function(&arg.val)) {
            return self.fail(span, "the first argument must be callable", "pass a function");
        }
        let names: Vec<Arc<str>> = named.iter().filter_map(|(arg, _)| arg.name.as_deref().map(Arc::from)).collect();
        let code = Code::Partial { positional: positional.len() - 1, names: names.into() };
        let held: Vec<Val> = positional.into_iter().chain(named).map(|(arg, _)| self.bound(arg.val)).collect();
        Ok(Val::Callable(Rc::new(Callable { code, held: held.into() })))
    }

    /// `subject[key]` where both are values.
    pub fn item_by_value(&mut self, subject: &Val, key: &Val, span: Span) -> Res<Val> {
        match (subject, key) {
            (Val::Tuple(items) | Val::List(items), key) if key.const_int().is_some() => {
                let at = key.const_int().unwrap_or(0);
                let place = if at < 0 { at + items.len() as i64 } else { at };
                match usize::try_from(place).ok().and_then(|place| items.get(place)) {
                    Some(item) => Ok(item.clone()),
                    None => self.fail(span, "index out of range", format!("there are {} items", items.len())),
                }
            }
            (Val::Heap(site, object), key) => self.object_item(&site.clone(), *object, key, span),
            (Val::Record(_), Val::Str(Repr::Const(name))) => self.field_of_record(subject, name, span),
            (Val::Array(array), Val::Scalar(at)) if array.ty.rank() > 0 && !at.num.is_float() => {
                let array = array.clone();
                self.read_items(&array, &[super::Item::Int(at.clone())], span)
            }
            _ => {
                let message = format!("this item of {} is not known at compile time", subject.describe());
                self.fail(span, message, "write the subscript out")
            }
        }
    }

    /// `record["name"]`.
    pub fn field_of_record(&mut self, record: &Val, name: &str, span: Span) -> Res<Val> {
        let Val::Record(fields) = record else { return Err(super::emit::Stop::Reported) };
        match fields.iter().find(|(known, _)| **known == *name) {
            Some((_, val)) => Ok(val.clone()),
            None => {
                let names: Vec<&str> = fields.iter().map(|(name, _)| &**name).collect();
                self.fail(span, format!("KeyError: '{name}'"), format!("the keys are {}", names.join(", ")))
            }
        }
    }

    /// A method of `**kwargs`.
    pub fn record_method(&mut self, fields: &Rc<[(Rc<str>, Val)]>, name: &str, args: &[Val], span: Span) -> Res<Val> {
        let keys = || fields.iter().map(|(key, _)| Val::text(key.clone()));
        let vals = || fields.iter().map(|(_, val)| val.clone());
        match (name, args) {
            ("get", [key] | [key, _]) => {
                let Some(key) = key.const_text() else {
                    return self.fail(span, "the key must be known at compile time", "write a literal");
                };
                let found = fields.iter().find(|(known, _)| *known == key).map(|(_, val)| val.clone());
                Ok(found.or_else(|| args.get(1).cloned()).unwrap_or(Val::None))
            }
            ("keys", []) => Ok(Val::List(keys().collect())),
            ("values", []) => Ok(Val::List(vals().collect())),
            ("items", []) => {
                Ok(Val::List(keys().zip(vals()).map(|(key, val)| Val::Tuple([key, val].into())).collect()))
            }
            ("copy", []) => Ok(Val::Record(fields.clone())),
            _ => {
                let message = format!("`{name}` is not supported on keyword arguments");
                self.fail(span, message, "use `get`, `keys`, `values`, `items`, or a parameter with a default value")
            }
        }
    }
}
