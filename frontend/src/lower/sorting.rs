//! `sorted`: of constants now, of numbers of one type as an array.

use super::call::Args;
use super::{Lowerer, Res};
use crate::source::Span;
use crate::types::is_float;
use crate::value::{Const, Repr, Scalar, Val};
use phylanx_dialects::ir::{Attr, Type};
use std::cmp::Ordering;

/// Most numbers that are sorted when the program runs, each a value of its own.
const MAX_ITEMS: usize = 128;
/// Most items that are sorted by keys which are not known now.
const MAX_MOVED: usize = 24;

/// `sorted(iterable, reverse=...)`.
pub fn sorted<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let plain = matches!(args.get(2), None | Some(Val::Scalar(Scalar { repr: Repr::Const(_), .. })));
    let items = match (args.get(1), plain) {
        (None, true) => lowerer.items_of(args.val(0), args.span)?.filter(|items| can_be_known(items)),
        (Some(_), true) => lowerer.items_of(args.val(0), args.span)?.filter(|items| items.len() <= MAX_MOVED),
        _ => None,
    };
    let Some(items) = items else { return lowerer.sorted_object(args) };
    let backwards = lowerer.flag_arg(args, 2)?;
    if let Some(key) = args.get(1).cloned() {
        return sorted_by(lowerer, args, items, key, backwards);
    }
    let known = items.windows(2).all(|pair| order(&pair[0], &pair[1]).is_some());
    let mut sorted = if known { items } else { lowerer.sorted_numbers(items, args.span)? };
    if known {
        sorted.sort_by(|a, b| {
            let order = order(a, b).unwrap_or(Ordering::Equal);
            if backwards { order.reverse() } else { order }
        });
    } else if backwards {
        sorted.reverse();
    }
    Ok(Val::List(sorted.into()))
}

/// Whether items are few numbers of one type, or constants.
fn can_be_known(items: &[Val]) -> bool {
    let first = items.first().and_then(Val::ty);
    items.windows(2).all(|pair| order(&pair[0], &pair[1]).is_some())
        || (items.len() <= MAX_ITEMS && items.iter().all(|item| matches!(item, Val::Scalar(_)) && item.ty() == first))
}

/// Items in the order of their keys: known now, or found by moving each item to its place when the program runs.
fn sorted_by<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>, items: Vec<Val>, key: Val, down: bool) -> Res<Val> {
    let mut pairs = Vec::new();
    for item in items {
        let found = lowerer.call_here(key.clone(), vec![item.clone()], args.span)?;
        pairs.push((lowerer.bound(found), item));
    }
    if pairs.windows(2).all(|pair| order(&pair[0].0, &pair[1].0).is_some()) {
        pairs.sort_by(|a, b| {
            let order = order(&a.0, &b.0).unwrap_or(Ordering::Equal);
            if down { order.reverse() } else { order }
        });
        return Ok(Val::List(pairs.into_iter().map(|(_, item)| item).collect()));
    }
    // Equal keys keep their order: an item moves past another only where its key is really less.
    let op = if down { crate::ast::CmpOp::Gt } else { crate::ast::CmpOp::Lt };
    for end in 1..pairs.len() {
        for at in (0..end).rev() {
            let less = lowerer.compare(op, pairs[at + 1].0.clone(), pairs[at].0.clone(), args.span)?;
            let swapped = match lowerer.truth_of(less, args.span) {
                Repr::Const(false) => continue,
                Repr::Const(true) => {
                    pairs.swap(at, at + 1);
                    continue;
                }
                Repr::Value(value) => value,
            };
            let pair = |first: &(Val, Val), second: &(Val, Val)| {
                Val::Tuple([&first.0, &first.1, &second.0, &second.1].map(Val::clone).into())
            };
            let (kept, moved) = (pair(&pairs[at], &pairs[at + 1]), pair(&pairs[at + 1], &pairs[at]));
            let Val::Tuple(four) = lowerer.choose(swapped, args.span, |_| moved, |_| kept) else {
                return Err(super::emit::Stop::Reported);
            };
            pairs[at] = (four[0].clone(), four[1].clone());
            pairs[at + 1] = (four[2].clone(), four[3].clone());
        }
    }
    Ok(Val::List(pairs.into_iter().map(|(_, item)| item).collect()))
}

/// The order of two constants of one kind; nothing where it is not known or there is none.
fn order(a: &Val, b: &Val) -> Option<Ordering> {
    match (a, b) {
        (Val::Scalar(a), Val::Scalar(b)) if is_float(a.num.dtype) == is_float(b.num.dtype) => {
            match (a.known()?, b.known()?) {
                (Const::Float(a), Const::Float(b)) => a.partial_cmp(&b),
                (a, b) => Some(a.as_i64()?.cmp(&b.as_i64()?)),
            }
        }
        (Val::Str(_), Val::Str(_)) => Some(a.const_text()?.chars().cmp(b.const_text()?.chars())),
        _ => None,
    }
}

impl<'a> Lowerer<'a> {
    /// `sorted` of items that are known at run time: a list that is filled, then sorted.
    fn sorted_object(&mut self, args: &Args<'a>) -> Res<Val> {
        let made =
            self.made_of(super::heap::place_in(args.span, 0), crate::heap::Kind::List, Some(args.val(0)), args.span)?;
        let Val::Heap(site, object) = &made else { return Ok(Val::Unknown) };
        let mut named = Vec::new();
        for (at, name) in [(1, "key"), (2, "reverse")] {
            named.extend(args.get(at).map(|val| (name.into(), val.clone())));
        }
        let call =
            super::heap::MethodCall { site, object: *object, name: "sort", args: &[], named: &named, span: args.span };
        self.list_method(&call)?;
        Ok(made)
    }

    fn sorted_numbers(&mut self, items: Vec<Val>, span: Span) -> Res<Vec<Val>> {
        let Some(Val::Scalar(Scalar { num, .. })) = items.first() else {
            return self.contradiction(span, "an item that is no number");
        };
        let num = *num;
        let array = self.array_of_items(&items, Some(num.dtype), span)?;
        let tensor = self.tensor(&array);
        let sorted = self.op_with("physl.sort", &[tensor], Type::Tensor(array.ty.clone()), &[("axis", Attr::int(0))]);
        let Val::Array(sorted) = self.fresh(sorted) else { return Ok(items) };
        let sorted = self.reference(&sorted);
        Ok((0..items.len())
            .map(|at| {
                let at = self.int(at as i64);
                Val::scalar(num, self.op("physl.get_item", &[sorted.value, at], Type::Scalar(num.dtype)))
            })
            .collect())
    }
}
