//! Items and slices of tuples, lists, strings and ranges.

use super::{Lowerer, Res};
use crate::ast::{Expr, ExprKind};
use crate::heap::Kind;
use crate::source::Span;
use crate::types::{Num, Ty};
use crate::value::{Const, Items, Iter, Repr, Scalar, Val};
use phylanx_dialects::ir::{Attr, Type, Value};
use std::rc::Rc;

/// Most items of other kinds than numbers and strings that a variable may choose from.
const MAX_CHOICES: usize = 64;

impl<'a> Lowerer<'a> {
    /// `items[index]` or `items[a:b:c]`; `kind` is Python's name of the sequence.
    pub fn item_of_list(&mut self, items: &Items, kind: &str, index: &'a Expr, span: Span) -> Res<Val> {
        let count = items.len() as i64;
        if let ExprKind::Slice(start, stop, step) = &index.kind {
            return self.slice_of_list(items, kind, [start, stop, step], index.span);
        }
        let val = self.need(index)?;
        if let Some(bounds) = Self::known_slice(&val) {
            let part: Items = slice_list(items, bounds).into();
            return Ok(if kind == "tuple" { Val::Tuple(part) } else { Val::List(part) });
        }
        let at = self.int_of(&val, index.span)?;
        let Some(at) = at.known().and_then(Const::as_i64) else {
            return self.item_at_run_time(items, kind, &at, span);
        };
        let position = if at < 0 { at + count } else { at };
        match usize::try_from(position).ok().and_then(|position| items.get(position)) {
            Some(val) => Ok(val.clone()),
            None => {
                let help = format!("there are {count} items");
                self.sure_to_raise(span, "IndexError", format!("{kind} index out of range"), help)
            }
        }
    }

    /// `items[a:b:c]`: items that are known where the bounds are, else an object.
    fn slice_of_list(&mut self, items: &Items, kind: &str, parts: [&'a Option<Box<Expr>>; 3], span: Span) -> Res<Val> {
        let mut bounds: [Option<Scalar>; 3] = [None, None, None];
        for (bound, expr) in bounds.iter_mut().zip(parts) {
            if let Some(expr) = expr
                && !matches!(expr.kind, ExprKind::None)
            {
                let val = self.need(expr)?;
                *bound = Some(self.int_of(&val, expr.span)?);
            }
        }
        let known = |bound: &Option<Scalar>| bound.as_ref().map(|bound| bound.known().and_then(Const::as_i64));
        let known = bounds.each_ref().map(known);
        if known[2] == Some(Some(0)) {
            return self.zero_step(span);
        }
        if known.iter().all(|bound| *bound != Some(None)) {
            let part: Items = slice_list(items, known.map(Option::flatten)).into();
            return Ok(if kind == "tuple" { Val::Tuple(part) } else { Val::List(part) });
        }
        let site_kind = if kind == "tuple" { Kind::Tuple } else { Kind::List };
        let site = self.site(super::heap::place_in(span, super::heap::SLICED), site_kind);
        let Val::Heap(_, whole) = self.list_of(&site, items, span)? else { return Err(super::emit::Stop::Reported) };
        let given = bounds.iter().enumerate().map(|(at, bound)| i64::from(bound.is_some()) << at).sum();
        let mut operands = vec![whole, self.int(given)];
        for bound in bounds {
            operands.push(self.scalar_value(&bound.unwrap_or(Scalar::int(0))));
        }
        let part = self.table_ask(operands[0], "slice", &operands[1..], Type::Object);
        Ok(Val::Heap(site, part))
    }

    /// The bounds of a slice that must be known now.
    fn const_bounds(&mut self, index: &'a Expr) -> Res<[Option<i64>; 3]> {
        let mut bounds = [None; 3];
        let ExprKind::Slice(start, stop, step) = &index.kind else { return Ok(bounds) };
        for (bound, expr) in bounds.iter_mut().zip([start, stop, step]) {
            if let Some(expr) = expr
                && !matches!(expr.kind, ExprKind::None)
            {
                *bound = Some(self.const_int(expr)?);
            }
        }
        match bounds[2] {
            Some(0) => self.zero_step(index.span),
            _ => Ok(bounds),
        }
    }

    /// Items of one type can be indexed by a variable: numbers become an array, strings are picked, others are chosen one by one.
    fn item_at_run_time(&mut self, items: &Items, kind: &str, at: &Scalar, span: Span) -> Res<Val> {
        let first = items.first().and_then(Val::ty);
        let numbers =
            items.iter().all(|item| matches!(item, Val::Scalar(scalar) if !scalar.num.numpy) && item.ty() == first);
        let at = self.scalar_value(at);
        if let (true, Some(Val::Scalar(scalar))) = (numbers, items.first()) {
            let num = scalar.num;
            let array = self.array_of_items(items, None, span)?;
            let reference = self.reference(&array);
            let count = self.int(items.len() as i64);
            self.check_position(at, count, kind);
            let value = self.op("physl.get_item", &[reference.value, at], Type::Scalar(num.dtype));
            return Ok(Val::scalar(num, value));
        }
        let texts: Option<Vec<_>> =
            items.iter().map(|item| if let Val::Str(text) = item { Some(text.clone()) } else { None }).collect();
        if let Some(texts) = texts.filter(|texts| !texts.is_empty()) {
            let mut operands = vec![at];
            operands.extend(texts.iter().map(|text| self.text_value(text)));
            let value = self.op_with("physl.str_pick", &operands, Type::Str, &[("kind", Attr::str(kind))]);
            return Ok(Val::Str(Repr::Value(value)));
        }
        let joined = items.iter().map(Val::ty).reduce(|a, b| crate::types::join(&a?, &b?)).flatten();
        if items.len() > MAX_CHOICES || joined.is_none_or(|ty| ty == Ty::Unknown) {
            let help = "make it an array, or use a constant index";
            return self.fail(span, format!("a {kind} of this kind is indexed by constants only"), help);
        }
        let count = self.int(items.len() as i64);
        let at = self.check_position(at, count, kind);
        match self.choose_item(items, at, 0, span) {
            Val::Unknown => Err(super::emit::Stop::Reported),
            val => Ok(val),
        }
    }

    /// Python's `IndexError` outside; gives the position counted from the front.
    fn check_position(&mut self, at: Value, count: Value, kind: &str) -> Value {
        let zero = self.int(0);
        let negative = self.compare_ints("slt", at, zero);
        let wrapped = self.op("arith.addi", &[at, count], Type::I64);
        let position = self.op("arith.select", &[negative, wrapped, at], Type::I64);
        let under = self.compare_ints("slt", position, zero);
        let over = self.compare_ints("sge", position, count);
        let outside = self.op("arith.ori", &[under, over], Type::BOOL);
        self.raise_when(outside, "IndexError", &format!("{kind} index out of range"));
        position
    }

    fn choose_item(&mut self, items: &Items, at: Value, first: usize, span: Span) -> Val {
        let item = items[first].clone();
        if first + 1 == items.len() {
            return item;
        }
        let number = self.int(first as i64);
        let here = self.compare_ints("eq", at, number);
        self.choose(here, span, |_| item, |this| this.choose_item(items, at, first + 1, span))
    }

    /// `text[index]` or `text[a:b:c]`.
    pub fn item_of_text(&mut self, text: Repr<Rc<str>>, index: &'a Expr) -> Res<Val> {
        let ExprKind::Slice(start, stop, step) = &index.kind else {
            let val = self.need(index)?;
            let at = self.int_of(&val, index.span)?;
            let (text, at) = (self.text_value(&text), self.scalar_value(&at));
            return Ok(Val::Str(Repr::Value(self.op("physl.str_index", &[text, at], Type::Str))));
        };
        let mut bounds = Vec::new();
        for expr in [start, stop, step] {
            bounds.push(match expr {
                Some(expr) if !matches!(expr.kind, ExprKind::None) => {
                    let val = self.need(expr)?;
                    Some(self.int_of(&val, expr.span)?)
                }
                _ => None,
            });
        }
        if bounds[2].as_ref().and_then(Scalar::known) == Some(Const::Int(0)) {
            return self.zero_step(index.span);
        }
        let known = |bound: &Option<Scalar>| match bound {
            None => Some(None),
            Some(scalar) => scalar.known().and_then(Const::as_i64).map(Some),
        };
        if let (Repr::Const(text), [Some(start), Some(stop), Some(step)]) =
            (&text, [known(&bounds[0]), known(&bounds[1]), known(&bounds[2])])
        {
            let letters: Rc<[char]> = text.chars().collect();
            let part: String = slice_list(&letters, [start, stop, step]).iter().collect();
            return Ok(Val::text(part));
        }
        let given = bounds.iter().enumerate().map(|(at, bound)| i64::from(bound.is_some()) << at).sum();
        let mut operands = vec![self.text_value(&text)];
        for bound in bounds {
            operands.push(self.scalar_value(&bound.unwrap_or(Scalar::int(0))));
        }
        let attrs = [("given", Attr::int(given))];
        Ok(Val::Str(Repr::Value(self.op_with("physl.str_slice", &operands, Type::Str, &attrs))))
    }

    /// `range(...)[index]`, and its slices by constants.
    pub fn item_of_iter(&mut self, iter: &Iter, index: &'a Expr, span: Span) -> Res<Val> {
        let Iter::Range { start, stop, step } = iter else {
            return self.fail(span, "an iterator cannot be indexed", "loop over it, or index what it goes over");
        };
        let length = self.iter_length(iter);
        if let ExprKind::Slice(..) = &index.kind {
            return match self.const_bounds(index)? {
                [None, None, None | Some(1)] => {
                    Ok(Val::Iter(Rc::new(Iter::Range { start: start.clone(), stop: stop.clone(), step: step.clone() })))
                }
                [None, None, Some(-1)] => {
                    let last = self.int_plus(&length, &Scalar::int(-1));
                    let last = self.int_times(&last, step);
                    let last = self.int_plus(start, &last);
                    let back = self.int_minus(&Scalar::int(0), step);
                    let end = self.int_plus(start, &back);
                    Ok(Val::Iter(Rc::new(Iter::Range { start: last, stop: end, step: back })))
                }
                _ => self.fail(index.span, "only `[::-1]` is supported on a range", "write the range that you mean"),
            };
        }
        let val = self.need(index)?;
        let at = self.int_of(&val, index.span)?;
        let (at, length) = (self.scalar_value(&at), self.scalar_value(&length));
        let position = self.check_position(at, length, "range object");
        Ok(self.iter_item(iter, &Scalar::of(Num::INT, position)))
    }
}

fn slice_list<T: Clone>(items: &[T], bounds: [Option<i64>; 3]) -> Vec<T> {
    let count = items.len() as i64;
    let step = bounds[2].unwrap_or(1);
    let clamp = |at: i64, low: i64, high: i64| (if at < 0 { at.saturating_add(count) } else { at }).clamp(low, high);
    let (low, high) = if step > 0 { (0, count) } else { (-1, count - 1) };
    let mut at = bounds[0].map_or(if step > 0 { low } else { high }, |at| clamp(at, low, high));
    let end = bounds[1].map_or(if step > 0 { high } else { low }, |at| clamp(at, low, high));
    let mut out = Vec::new();
    while (step > 0 && at < end) || (step < 0 && at > end) {
        out.push(items[at as usize].clone());
        at = at.saturating_add(step);
    }
    out
}
