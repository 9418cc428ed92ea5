//! `collections`, `heapq`, `bisect`, `tolist`: functions of the library that make or change objects.

use super::super::call::{Args, Row};
use super::super::emit::Stop;
use super::super::{Lowerer, Res};
use crate::heap::{Kind, Site};
use crate::source::Span;
use crate::types::Num;
use crate::value::{Array, Iter, Repr, Scalar, Val};
use phylanx_dialects::ir::{Attr, Type, Value};
use std::rc::Rc;

/// The functions.
#[rustfmt::skip]
pub const ROWS: &[Row] = &[
    Row { name: "collections.defaultdict", params: "factory, mapping=", build: default_dict },
    Row { name: "collections.deque", params: "iterable=, maxlen=", build: deque },
    Row { name: "heapq.heappush", params: "heap, item", build: push },
    Row { name: "heapq.heappop", params: "heap", build: pop },
    Row { name: "heapq.heapify", params: "heap", build: heapify },
    Row { name: "heapq.heapreplace", params: "heap, item", build: replace },
    Row { name: "heapq.heappushpop", params: "heap, item", build: push_pop },
    Row { name: "bisect.bisect_left", params: "a, x", build: bisect },
    Row { name: "bisect.bisect_right", params: "a, x", build: bisect },
    Row { name: "bisect.bisect", params: "a, x", build: bisect },
    Row { name: "bisect.insort", params: "a, x", build: insort },
    Row { name: "bisect.insort_right", params: "a, x", build: insort },
    Row { name: "bisect.insort_left", params: "a, x", build: insort },
    Row { name: "builtins.filter", params: "function, iterable", build: filter },
    Row { name: "ndarray.tolist", params: "a", build: to_list },
];

fn default_dict<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let Val::Static(factory) = args.val(0) else {
        return lowerer.fail(
            args.span_of(0),
            "the default of a dict must be a type or a function",
            "pass int, float or list",
        );
    };
    let site = lowerer.site(super::place_in(args.span, 0), Kind::Dict);
    site.set_default(factory);
    let made = lowerer.new_object(&site, "dict", &[]);
    if let (Some(mapping), Val::Heap(_, object)) = (args.get(1).cloned(), &made) {
        lowerer.update_dict(&site, *object, &mapping, args.span)?;
    }
    Ok(made)
}

fn deque<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let made = lowerer.made_of(super::place_in(args.span, 0), Kind::Deque, None, args.span)?;
    let Val::Heap(site, object) = &made else { return Err(Stop::Reported) };
    if let Some(limit) = args.get(1).cloned() {
        let limit = lowerer.count_of(&limit, args.span)?;
        lowerer.table_do(*object, "limit", &[limit]);
    }
    if let Some(items) = args.get(0).cloned() {
        let items = lowerer.as_list_like(site, &items, args.span)?;
        lowerer.table_do(*object, "extend", &[items]);
    }
    Ok(made)
}

/// The list that is a heap, or sorted.
fn list_of<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<(Site, Value)> {
    match lowerer.present(args.val(0), None, args.span)? {
        Val::Heap(site, object) if site.kind() == Kind::List => {
            lowerer.check_order(&site, args.span)?;
            Ok((site, object))
        }
        Val::List(items) => lowerer.must_be_object(&items, args.span),
        other => lowerer.fail(args.span, format!("{} is no list", other.describe()), "pass a list"),
    }
}

/// What the prelude does where objects say themselves which is less.
fn by_own_order<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Option<Res<Val>> {
    let Val::Heap(site, object) = args.val(0) else { return None };
    let rest: Vec<Val> = (1..).map_while(|at| args.get(at).cloned()).collect();
    let name = args.name.rsplit('.').next().unwrap_or_default();
    lowerer.in_own_order((&site, object), name, rest, args.span)
}

fn push<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    if let Some(done) = by_own_order(lowerer, args) {
        return done;
    }
    let (site, object) = list_of(lowerer, args)?;
    let leaves = lowerer.held(&site, 0, &args.val(1), args.span)?;
    lowerer.check_order(&site, args.span)?;
    lowerer.table_do(object, "heappush", &leaves);
    Ok(Val::None)
}

fn pop<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    if let Some(done) = by_own_order(lowerer, args) {
        return done;
    }
    let (site, object) = list_of(lowerer, args)?;
    let row = lowerer.table_take(object, "pop_to_end", &[]);
    let item = lowerer.row_part(&site, object, row, 0);
    lowerer.table_do(object, "remove_row", &[row]);
    Ok(item)
}

fn heapify<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    if let Some(done) = by_own_order(lowerer, args) {
        return done;
    }
    let (_, object) = list_of(lowerer, args)?;
    lowerer.table_do(object, "heapify", &[]);
    Ok(Val::None)
}

fn replace<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    if let Some(done) = by_own_order(lowerer, args) {
        return done;
    }
    let (site, object) = list_of(lowerer, args)?;
    let zero = lowerer.int(0);
    let row = lowerer.row_at(object, zero, "index out of range");
    let item = lowerer.row_part(&site, object, row, 0);
    lowerer.set_row_part(&site, object, row, 0, &args.val(1), args.span)?;
    lowerer.table_do(object, "settle_top", &[]);
    Ok(item)
}

/// `heappushpop`: what is smaller than all comes back at once.
fn push_pop<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    push(lowerer, args)?;
    pop(lowerer, args)
}

fn bisect<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let (site, object) = list_of(lowerer, args)?;
    let method = if args.name.ends_with("left") { "bisect_left" } else { "bisect_right" };
    let leaves = lowerer.held(&site, 0, &args.val(1), args.span)?;
    Ok(Val::scalar(Num::INT, lowerer.table_ask(object, method, &leaves, Type::I64)))
}

fn insort<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let (site, object) = list_of(lowerer, args)?;
    let method = if args.name.ends_with("left") { "bisect_left" } else { "bisect_right" };
    let leaves = lowerer.held(&site, 0, &args.val(1), args.span)?;
    let at = lowerer.table_ask(object, method, &leaves, Type::I64);
    let operands: Vec<Value> = std::iter::once(at).chain(leaves).collect();
    lowerer.table_do(object, "insert", &operands);
    Ok(Val::None)
}

fn to_list<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let array = lowerer.array_of(&args.val(0), args.span)?;
    if array.ty.rank() == 0 {
        let item = lowerer.item(&array);
        return Ok(Val::Scalar(lowerer.python_number(&item)));
    }
    lowerer.list_of_array(&array, super::TO_LIST, args.span)
}

/// `filter`, carried out at once.
fn filter<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let (function, span) = (args.val(0), args.span);
    let val = lowerer.present(args.val(1), None, span)?;
    let iter = lowerer.iter_of(val, span)?;
    let hidden = lowerer.hidden_site(Kind::List);
    let Val::Heap(_, object) = lowerer.new_object(&hidden, "list", &[]) else { return Err(Stop::Reported) };
    lowerer.each(&iter, span, &mut |this, item| {
        let kept = match &function {
            Val::None => item.clone(),
            function => this.call_here(function.clone(), vec![item.clone()], span)?,
        };
        match this.truth_of(kept, span) {
            Repr::Const(true) => this.add_row(&hidden, object, &[item], span),
            Repr::Const(false) => Ok(()),
            Repr::Value(condition) => {
                let mut done = Ok(());
                this.when(condition, |this| done = this.add_row(&hidden, object, &[item], span));
                done
            }
        }
    })?;
    lowerer.restate(object, &hidden);
    lowerer.iterator(Val::Heap(hidden, object), span)
}

/// `list(...)`, `tuple(...)`.
pub fn sequence<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let is_tuple = args.name.ends_with("tuple");
    let known = match args.given(0) {
        None if is_tuple => Some(Vec::new()),
        // A copy of a list of known items is a list of its own.
        Some(val @ (Val::Tuple(_) | Val::List(_))) => lowerer.items_of(val.clone(), args.span)?,
        Some(val) if is_tuple => lowerer.items_of(val.clone(), args.span)?,
        Some(val @ Val::Iter(_)) => lowerer.items_of(val.clone(), args.span)?.filter(|items| items.len() <= 64),
        _ => None,
    };
    match known {
        Some(items) if is_tuple => Ok(Val::Tuple(items.into())),
        Some(items) if !items.is_empty() => Ok(Val::List(items.into())),
        _ => {
            let kind = if is_tuple { Kind::Tuple } else { Kind::List };
            lowerer.made_of(super::place_in(args.span, 0), kind, args.given(0).cloned(), args.span)
        }
    }
}

/// `dict(...)`, `set(...)`.
pub fn table<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let kind = match args.name {
        "builtins.dict" => Kind::Dict,
        "builtins.frozenset" => Kind::FrozenSet,
        _ => Kind::Set,
    };
    if let (Kind::Dict, Some(Val::Record(fields))) = (kind, args.given(0)) {
        let pairs = fields.iter().map(|(name, val)| Val::Tuple([Val::text(name.clone()), val.clone()].into()));
        let pairs = Val::Tuple(pairs.collect());
        return lowerer.made_of(super::place_in(args.span, 0), kind, Some(pairs), args.span);
    }
    lowerer.made_of(super::place_in(args.span, 0), kind, args.given(0).cloned(), args.span)
}

impl<'a> Lowerer<'a> {
    /// An object as an iterator.
    fn iterator(&mut self, val: Val, span: Span) -> Res<Val> {
        let iter = self.iter_of(val, span)?;
        Ok(Val::Iter(Rc::new(iter)))
    }

    fn list_of_array(&mut self, array: &Array, which: u64, span: Span) -> Res<Val> {
        let array = self.reference(array);
        let site = self.site(super::place_in(span, which), Kind::List);
        let iter = Iter::Array(array);
        self.collect_with(&site, "list", &iter, span, &mut |this, item| {
            Ok(vec![match item {
                Val::Array(inner) => this.list_of_array(&inner, which + 1, span)?,
                Val::Scalar(scalar) => Val::Scalar(this.python_number(&scalar)),
                other => other,
            }])
        })
    }

    /// A scalar of NumPy as the number of Python.
    fn python_number(&mut self, scalar: &Scalar) -> Scalar {
        let num = match (scalar.num.is_float(), scalar.num.is_bool()) {
            (true, _) => Num::FLOAT,
            (_, true) => Num::BOOL,
            _ => Num::INT,
        };
        self.cast_scalar(scalar, num)
    }

    /// `text.split(separator, maxsplit)`, `text.splitlines()`.
    pub fn split_text(&mut self, text: Repr<Rc<str>>, name: &str, args: &[Val], span: Span) -> Res<Val> {
        let site = self.site(super::place_in(span, super::SPLIT), Kind::List);
        self.grow(&site, 0, &Val::text(""), span)?;
        let mut operands = vec![self.text_value(&text)];
        let kind = match (name, args) {
            ("splitlines", []) => "lines",
            ("split", []) => "split",
            ("split", [Val::Str(separator), most @ ..]) if most.len() <= 1 => {
                operands.push(self.text_value(separator));
                if let [most] = most {
                    operands.push(self.count_of(most, span)?);
                }
                "split"
            }
            _ => {
                return self.fail(
                    span,
                    "these arguments of `split` are not supported",
                    "pass a separator and a number",
                );
            }
        };
        Ok(self.new_object(&site, kind, &operands))
    }

    /// `separator.join(object)`.
    pub fn join_object(&mut self, separator: &Repr<Rc<str>>, val: &Val, span: Span) -> Res<Val> {
        let made = match val {
            Val::Heap(site, object) if site.kind() != Kind::Dict => (site.clone(), *object),
            other => {
                let hidden = self.hidden_site(Kind::List);
                let iter = self.iter_of(other.clone(), span)?;
                match self.collect_with(&hidden, "list", &iter, span, &mut |_, item| Ok(vec![item]))? {
                    Val::Heap(site, object) => (site, object),
                    _ => return Err(Stop::Reported),
                }
            }
        };
        if !matches!(made.0.part(0), crate::types::Ty::Str | crate::types::Ty::Never) {
            return self.fail(span, "`join` needs strings", "convert each item with `str(...)`");
        }
        let separator = self.text_value(separator);
        let attrs = [("method", Attr::str("join"))];
        let text = self.op_with("physl.table_ask", &[made.1, separator], Type::Str, &attrs);
        Ok(Val::Str(Repr::Value(text)))
    }
}
