//! Iterators that variables hold: what is gone over once, as in Python.

use super::super::call::{Args, Row};
use super::super::emit::Stop;
use super::super::{Lowerer, Res};
use crate::heap::{Kind, Site};
use crate::source::Span;
use crate::types::{Num, Ty, join};
use crate::value::{Const, Iter, Scalar, Val};
use phylanx_dialects::ir::{Type, Value};
use std::rc::Rc;

#[rustfmt::skip]
pub const ROWS: &[Row] = &[
    Row { name: "builtins.iter", params: "object", build: iter },
    Row { name: "builtins.next", params: "iterator, default=", build: next },
];

/// Which of the places at a binding.
const HELD: u64 = 5;
/// The first of those for the arguments of a call, and how many there are; further ones share the last.
const ARGUMENT: u64 = 64;
const ARGUMENTS: usize = 64;

fn iter<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let val = lowerer.present(args.val(0), None, args.span)?;
    let iter = lowerer.iter_of(val, args.span)?;
    Ok(Val::Iter(Rc::new(match iter {
        // A view or a range can be gone over again, an iterator of it cannot.
        Iter::Entries(_) | Iter::Range { .. } => Iter::Reversed(Box::new(Iter::Reversed(Box::new(iter)))),
        iter => iter,
    })))
}

fn next<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let iter = match args.val(0) {
        Val::Heap(site, object) if site.kind() == Kind::Iterator => Iter::Drain(site, object),
        Val::Iter(iter) if !matches!(*iter, Iter::Range { .. }) => (*iter).clone(),
        other => {
            let message = format!("{} is no iterator", other.describe());
            return lowerer.fail(args.span_of(0), message, "write `next(iter(...))`");
        }
    };
    let length = lowerer.iter_length(&iter);
    if length.known().and_then(Const::as_i64) == Some(0) {
        return match args.given(1) {
            Some(default) => Ok(default.clone()),
            None => {
                lowerer.raise("StopIteration", "");
                Err(Stop::Never)
            }
        };
    }
    let (length, zero) = (lowerer.scalar_value(&length), lowerer.int(0));
    let some = lowerer.compare_ints("sgt", length, zero);
    let first = |this: &mut Lowerer<'a>| {
        let item = this.iter_item(&iter, &Scalar::int(0));
        this.bound(item)
    };
    match args.given(1).cloned() {
        Some(default) => Ok(lowerer.choose(some, args.span, first, |_| default)),
        None => {
            let none = lowerer.not(some);
            lowerer.raise_when(none, "StopIteration", "");
            Ok(first(lowerer))
        }
    }
}

/// Whether there is always another item.
fn is_endless(iter: &Iter) -> bool {
    match iter {
        // `itertools.count` ends where integers do.
        Iter::Range { stop, step, .. } => {
            let known = (stop.known().and_then(Const::as_i64), step.known().and_then(Const::as_i64));
            matches!(known, (Some(stop), Some(step)) if step > 0 && stop >= i64::MAX - step)
        }
        Iter::Enumerate(inner, _) | Iter::Reversed(inner) => is_endless(inner),
        Iter::Zip(parts) | Iter::Map(_, parts) => !parts.is_empty() && parts.iter().all(is_endless),
        _ => false,
    }
}

impl<'a> Lowerer<'a> {
    /// What a variable holds when it is bound to something that is gone over once: an object that its items are taken from.
    pub fn held_iterator(&mut self, val: Val, span: Span) -> Val {
        self.held_at(val, span, HELD)
    }

    /// The same for an argument of a function, by its position.
    pub fn held_argument(&mut self, val: Val, at: usize, span: Span) -> Val {
        self.held_at(val, span, ARGUMENT + at.min(ARGUMENTS - 1) as u64)
    }

    fn held_at(&mut self, val: Val, span: Span, which: u64) -> Val {
        let Val::Iter(iter) = &val else { return val };
        if is_endless(iter) {
            let help = "go over it at once (`for i in itertools.count():`), or count in a variable of your own";
            self.report(span, "an endless iterator cannot be held by a variable", help);
            return Val::Unknown;
        }
        if matches!(**iter, Iter::Range { .. } | Iter::Entries(_)) || self.is_mixed(iter) {
            return val;
        }
        let site = self.site(super::place_in(span, which), Kind::Iterator);
        let iter = (**iter).clone();
        match self.collect_with(&site, "deque", &iter, span, &mut |_, item| Ok(vec![item])) {
            Ok(held) => held,
            Err(stop) => stop.val(),
        }
    }

    /// Whether items are known one by one and have no type in common.
    fn is_mixed(&mut self, iter: &Iter) -> bool {
        let Some(count) = self.static_items(iter) else { return false };
        let mut common = Ty::Never;
        for at in 0..count {
            let item = self.iter_item(iter, &Scalar::int(at as i64));
            match item.ty().and_then(|ty| join(&common, &ty)) {
                Some(joined) => common = joined,
                None => return true,
            }
        }
        false
    }

    /// All the numbers there are while an iterator has items left: a loop looks again before each round.
    pub fn drain_length(&mut self, object: Value) -> Scalar {
        let (length, zero) = (self.table_len(object), self.int(0));
        let some = self.compare_ints("sgt", length, zero);
        let (all, none) = (self.int(i64::MAX), self.int(0));
        Scalar::of(Num::INT, self.op("arith.select", &[some, all, none], Type::I64))
    }

    /// Takes the next item away.
    pub fn drained(&mut self, site: &Site, object: Value) -> Val {
        let zero = self.int(0);
        let row = self.row_at(object, zero, "the iterator is at its end");
        let item = self.row_part(site, object, row, 0);
        self.table_do(object, "remove_row", &[row]);
        item
    }

    /// Iterators of variables do not go together with others.
    pub fn refuse_drains(&mut self, parts: &[Iter], span: Span) -> Res<()> {
        if parts.len() > 1 && parts.iter().any(|part| matches!(part, Iter::Drain(..))) {
            let help = "pass the lists or arrays themselves, or slices such as `xs[::2]` and `xs[1::2]`";
            return self.fail(span, "an iterator that a variable holds cannot go together with others", help);
        }
        Ok(())
    }
}
