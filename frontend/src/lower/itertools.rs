//! `itertools`: over items that are known one by one, and what can be found by position.

use super::call::{Args, Row};
use super::heap::place_in;
use super::{Lowerer, Res};
use crate::ast::BinOp;
use crate::heap::Kind;
use crate::types::Code;
use crate::value::{Callable, Const, Iter, Scalar, Val};
use std::rc::Rc;

#[rustfmt::skip]
pub const ROWS: &[Row] = &[
    Row { name: "itertools.product", params: "*iterables, repeat=", build: product },
    Row { name: "itertools.combinations", params: "iterable, r", build: selections },
    Row { name: "itertools.combinations_with_replacement", params: "iterable, r", build: selections },
    Row { name: "itertools.permutations", params: "iterable, r=", build: selections },
    Row { name: "itertools.chain", params: "*iterables", build: chain },
    Row { name: "itertools.chain.from_iterable", params: "iterable", build: chain_rows },
    Row { name: "itertools.accumulate", params: "iterable, func=, initial=", build: accumulate },
    Row { name: "itertools.count", params: "start=, step=", build: count },
    Row { name: "itertools.islice", params: "iterable, start, stop=, step=", build: slice },
    Row { name: "itertools.repeat", params: "object, times", build: repeat },
    Row { name: "itertools.pairwise", params: "iterable", build: pairwise },
    Row { name: "itertools.starmap", params: "function, iterable", build: star_map },
];

/// Which of the places at a call.
const PREPARED: u64 = 7;

/// Most tuples that are written out.
const MOST: usize = 4096;

/// `product`: by position, so that ranges and arrays stay loops.
fn product<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let times = lowerer.const_arg(args, 1)?.unwrap_or(1);
    let mut parts = Vec::new();
    for val in args.rest() {
        parts.push(lowerer.iter_of(val.clone(), args.span)?);
    }
    let Ok(times) = usize::try_from(times) else {
        return lowerer.fail(args.span, "repeat argument cannot be negative", "use a count of at least 0");
    };
    if parts.len() * times > 8 {
        return lowerer.fail(args.span, "product() of more than 8 iterables is not supported", "nest the loops");
    }
    let parts = (0..times).flat_map(|_| parts.iter().cloned()).collect();
    Ok(Val::Iter(Rc::new(Iter::Product(parts))))
}

/// Combinations and permutations of known items.
fn selections<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let items = lowerer.items_of(args.val(0), args.span)?;
    let size = match (args.get(1), &items) {
        (None, Some(items)) => Some(items.len()),
        (size, _) => size.and_then(Val::const_int).and_then(|size| usize::try_from(size).ok()),
    };
    if let (Some(items), Some(size)) = (items, size) {
        let (mut chosen, mut found) = (Vec::new(), Vec::new());
        select(args.name, items.len(), size, &mut chosen, &mut found);
        if found.len() <= MOST {
            let tuple = |places: &Vec<usize>| Val::Tuple(places.iter().map(|at| items[*at].clone()).collect());
            return Ok(gone_over(found.iter().map(tuple).collect()));
        }
    }
    let size = args.get(1).cloned().unwrap_or(Val::None);
    by_prelude(lowerer, args, Some(0), vec![args.val(0), size])
}

/// Known items that are gone over once.
fn gone_over(items: Vec<Val>) -> Val {
    Val::Iter(Rc::new(Iter::Items(items.into())))
}

/// What the prelude makes of items whose number is not known; the argument at `listed` becomes a list.
fn by_prelude<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>, listed: Option<usize>, mut vals: Vec<Val>) -> Res<Val> {
    if let Some(at) = listed {
        vals[at] = lowerer.made_of(place_in(args.span, PREPARED), Kind::List, Some(vals[at].clone()), args.span)?;
    }
    let name = args.name.rsplit('.').next().unwrap_or(args.name);
    lowerer.call_prelude(&format!("itertools._method_{name}"), vals, args.span)
}

/// The places of each selection, in Python's order; one too many says that there are too many.
fn select(kind: &str, count: usize, size: usize, chosen: &mut Vec<usize>, found: &mut Vec<Vec<usize>>) {
    if found.len() > MOST {
        return;
    }
    if chosen.len() == size {
        found.push(chosen.clone());
        return;
    }
    let first = match (kind, chosen.last()) {
        ("itertools.permutations", _) | (_, None) => 0,
        ("itertools.combinations", Some(last)) => last + 1,
        (_, Some(last)) => *last,
    };
    for at in first..count {
        if kind == "itertools.permutations" && chosen.contains(&at) {
            continue;
        }
        chosen.push(at);
        select(kind, count, size, chosen, found);
        chosen.pop();
    }
}

fn chain<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    chained(lowerer, args, args.rest())
}

/// `chain.from_iterable(rows)`.
fn chain_rows<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    match lowerer.items_of(args.val(0), args.span)? {
        Some(rows) => chained(lowerer, args, &rows),
        None => by_prelude(lowerer, args, None, vec![args.val(0)]),
    }
}

/// The items of some things to go over, one after the other.
fn chained<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>, parts: &[Val]) -> Res<Val> {
    let mut known = Some(Vec::new());
    for val in parts {
        let items = lowerer.items_of(val.clone(), args.span)?;
        known = known.zip(items).map(|(known, items)| [known, items].concat());
    }
    if let Some(items) = known {
        return Ok(gone_over(items));
    }
    let site = lowerer.site(place_in(args.span, PREPARED), Kind::List);
    let all = lowerer.new_object(&site, "list", &[]);
    let Val::Heap(_, object) = all else { return Ok(Val::Unknown) };
    for val in parts {
        let items = lowerer.as_list_like(&site, val, args.span)?;
        lowerer.table_do(object, "extend", &[items]);
    }
    Ok(Val::Iter(Rc::new(Iter::Rows(site, object))))
}

fn accumulate<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let Some(items) = lowerer.items_of(args.val(0), args.span)? else {
        let vals = (0..3).map(|at| args.val(at)).collect();
        return by_prelude(lowerer, args, Some(0), vals);
    };
    let mut sums: Vec<Val> = args.get(2).cloned().into_iter().collect();
    for item in items {
        let next = match (sums.last().cloned(), args.get(1).cloned()) {
            (None, _) => item,
            (Some(total), None) => lowerer.try_binary(BinOp::Add, total, item, args.span)?,
            (Some(total), Some(function)) => lowerer.call_here(function, vec![total, item], args.span)?,
        };
        sums.push(lowerer.bound(next));
    }
    Ok(gone_over(sums))
}

/// A range without an end.
fn count<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let start = lowerer.int_arg(args, 0, 0)?;
    let step = lowerer.const_arg(args, 1)?.unwrap_or(1);
    if step <= 0 {
        return lowerer.fail(args.span, "count() with a step that is not positive is not supported", "use `range`");
    }
    Ok(Val::Iter(Rc::new(Iter::Range { start, stop: Scalar::int(i64::MAX - step), step: Scalar::int(step) })))
}

fn slice<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let (start, stop) = match args.given(2) {
        None => (Scalar::int(0), lowerer.int_arg(args, 1, 0)?),
        Some(_) => (lowerer.int_arg(args, 1, 0)?, lowerer.int_arg(args, 2, i64::MAX)?),
    };
    let step = lowerer.const_arg(args, 3)?.unwrap_or(1);
    let val = args.val(0);
    let iter = lowerer.iter_of(val.clone(), args.span)?;
    if let Some(items) = lowerer.static_items(&iter).and(lowerer.items_of(val, args.span)?)
        && let (Some(start), Some(stop)) = (known(&start), known(&stop))
    {
        let end = stop.min(items.len());
        let places = (start.min(end)..end).step_by(usize::try_from(step).unwrap_or(1).max(1));
        return Ok(gone_over(places.map(|at| items[at].clone()).collect()));
    }
    let unit = match &iter {
        Iter::Range { step: unit, .. } => unit.known().and_then(Const::as_i64).filter(|unit| *unit > 0 && step > 0),
        _ => None,
    };
    let (Some(unit), Iter::Range { start: first, stop: last, .. }) = (unit, &iter) else {
        let vals = vec![args.val(0), Val::Scalar(start), Val::Scalar(stop), Val::int(step)];
        return by_prelude(lowerer, args, None, vals);
    };
    let offset = lowerer.int_times(&start, &Scalar::int(unit));
    let low = lowerer.int_plus(first, &offset);
    let reach = lowerer.int_times(&stop, &Scalar::int(unit));
    let high = lowerer.int_plus(first, &reach);
    let high = lowerer.smaller(&high, last);
    let step = Scalar::int(unit.saturating_mul(step));
    Ok(Val::Iter(Rc::new(Iter::Range { start: low, stop: high, step })))
}

fn known(scalar: &Scalar) -> Option<usize> {
    scalar.known().and_then(Const::as_i64).and_then(|value| usize::try_from(value).ok())
}

fn repeat<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let times = lowerer.int_arg(args, 1, 0)?;
    if let Some(times) = known(&times).filter(|times| *times <= 128) {
        return Ok(gone_over(vec![args.val(0); times]));
    }
    let range = Iter::Range { start: Scalar::int(0), stop: times, step: Scalar::int(1) };
    let code = Code::Partial { positional: 1, names: Default::default() };
    let held = Rc::from([Val::path("functools.first"), args.val(0)]);
    let constant = Val::Callable(Rc::new(Callable { code, held }));
    Ok(Val::Iter(Rc::new(Iter::Map(constant, vec![range]))))
}

fn pairwise<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let Some(items) = lowerer.items_of(args.val(0), args.span)? else {
        return by_prelude(lowerer, args, Some(0), vec![args.val(0)]);
    };
    let pairs = items.windows(2).map(|pair| Val::Tuple(pair.into()));
    Ok(gone_over(pairs.collect()))
}

fn star_map<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let Some(items) = lowerer.items_of(args.val(1), args.span)? else {
        return by_prelude(lowerer, args, Some(1), vec![args.val(0), args.val(1)]);
    };
    let mut out = Vec::new();
    for item in items {
        let parts = lowerer.items_of(item, args.span)?.unwrap_or_default();
        let val = lowerer.call_here(args.val(0), parts, args.span)?;
        out.push(lowerer.bound(val));
    }
    Ok(gone_over(out))
}
