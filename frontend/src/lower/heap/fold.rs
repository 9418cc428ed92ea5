//! One value made of many: sums, extremes, whether any or all hold.

use super::super::emit::Stop;
use super::super::{Lowerer, Res};
use crate::ast::{BinOp, CmpOp};
use crate::heap::Kind;
use crate::source::Span;
use crate::types::{Num, Ty, join};
use crate::value::{Iter, Repr, Scalar, Val};
use phylanx_dialects::ir::{Block, Region, Type, Value};

/// The next value, from the present one and an item.
pub type Step<'f, 'a> = &'f mut dyn FnMut(&mut Lowerer<'a>, Val, Val) -> Res<Val>;

/// Walks before the type of the value counts as unstable.
const MAX_WALKS: usize = 6;

impl<'a> Lowerer<'a> {
    /// Folds the items from position `first` on.
    pub fn fold(&mut self, iter: &Iter, first: i64, init: Val, span: Span, step: Step<'_, 'a>) -> Res<Val> {
        let iter = self.all_there(iter, span)?;
        let init = self.bound(init);
        let Some(mut ty) = init.ty() else {
            let message = format!("a fold cannot start from {}", init.describe());
            return self.fail(span, message, "start from a number, a string, an array or a tuple");
        };
        for _ in 0..MAX_WALKS + ty.leaves().len() {
            let start = self.checkpoint();
            let position = self.module.value(Type::I64);
            let args: Vec<Value> = ty.leaves().into_iter().map(|leaf| self.module.value(leaf)).collect();
            let mut next = Ok(Val::None);
            let Some(mut body) = self.branch(span, |this| {
                let present = this.rebuild(&ty, &mut args.iter().copied());
                let item = this.iter_item(&iter, &Scalar::of(Num::INT, position));
                next = step(this, present, item);
                if let Ok(val) = &next {
                    next = Ok(this.bound(val.clone()));
                }
            }) else {
                return Err(Stop::Reported);
            };
            let next = next?;
            let Some(joined) = next.ty().and_then(|found| join(&ty, &found)) else {
                let message = format!("this is {ty} at first and {} later", next.describe());
                return self.fail(span, message, "start from a value of the type that the function gives");
            };
            if joined != ty {
                self.rollback(&start);
                ty = joined;
                continue;
            }
            let length = self.iter_length(&iter);
            let mut operands = vec![self.int(first), self.scalar_value(&length), self.int(1)];
            operands.extend(self.coerce(&init, &ty));
            self.extend(&mut body.ops, |this| {
                let values = this.coerce(&next, &ty);
                this.effect("scf.yield", &values, &[]);
            });
            let body = Region::of(Block { args: std::iter::once(position).chain(args).collect(), ops: body.ops });
            let results = self.structured("scf.for", &operands, ty.leaves(), vec![body]);
            return Ok(self.rebuild(&ty, &mut results.into_iter()));
        }
        let help = "keep values of one type: a list of functions instead of functions within functions, for example";
        self.fail(span, "the type of this value grows with every item", help)
    }

    /// `sum` of items that are known at run time.
    pub fn sum_of(&mut self, iter: &Iter, start: Option<Val>, span: Span) -> Res<Val> {
        let iter = self.all_there(iter, span)?;
        let float = match self.item_type(&iter, span)? {
            Some(Ty::Num(num)) if num.dtype == phylanx_dialects::DType::F64 => Some(num),
            _ => None,
        };
        let mut add = |this: &mut Self, total: Val, item: Val| this.try_binary(BinOp::Add, total, item, span);
        match (start, float) {
            (None, Some(num)) => {
                // The sum of nothing is the int 0.
                let zero = Val::Scalar(Scalar { num, repr: Repr::Const(crate::value::Const::Float(0.0)) });
                let length = self.iter_length(&iter);
                let Val::Scalar(total) = self.fold(&iter, 0, zero, span, &mut add)? else { return Err(Stop::Reported) };
                let (length, none) = (self.scalar_value(&length), self.int(0));
                let is_int = self.compare_ints("eq", length, none);
                let value = self.scalar_value(&total);
                Ok(Val::Mixed { num, value, is_int: Repr::Value(is_int) })
            }
            (start, _) => self.fold(&iter, 0, start.unwrap_or(Val::int(0)), span, &mut add),
        }
    }

    /// The type of the items.
    fn item_type(&mut self, iter: &Iter, span: Span) -> Res<Option<Ty>> {
        let start = self.checkpoint();
        let position = self.module.value(Type::I64);
        let mut found = None;
        let inner = self.branch(span, |this| {
            let item = this.iter_item(iter, &Scalar::of(Num::INT, position));
            found = this.bound(item).ty();
        });
        self.rollback(&start);
        inner.map(|_| found).ok_or(Stop::Reported)
    }

    /// `min` or `max` of items that are known at run time, perhaps by a key, perhaps with a default.
    pub fn extreme_of(
        &mut self,
        iter: &Iter,
        is_max: bool,
        key: Option<Val>,
        default: Option<Val>,
        span: Span,
    ) -> Res<Val> {
        let iter = self.rows_of(iter.clone(), span)?;
        let length = self.iter_length(&iter);
        let (length, none) = (self.scalar_value(&length), self.int(0));
        let empty = self.compare_ints("eq", length, none);
        let name = if is_max { "max" } else { "min" };
        match default {
            None => {
                self.raise_when(empty, "ValueError", &format!("{name}() arg is an empty sequence"));
                self.extreme_there(&iter, is_max, key, span)
            }
            Some(default) => {
                let mut stop = None;
                let best = |this: &mut Self| {
                    this.extreme_there(&iter, is_max, key, span).unwrap_or_else(|found| {
                        stop = Some(found);
                        found.val()
                    })
                };
                let val = self.choose(empty, span, |_| default, best);
                stop.map_or(Ok(val), Err)
            }
        }
    }

    fn extreme_there(&mut self, iter: &Iter, is_max: bool, key: Option<Val>, span: Span) -> Res<Val> {
        let first = self.iter_item(iter, &Scalar::int(0));
        let op = if is_max { CmpOp::Gt } else { CmpOp::Lt };
        let pair = |this: &mut Self, item: Val| -> Res<Val> {
            Ok(match &key {
                Some(key) => Val::Tuple(vec![this.call_here(key.clone(), vec![item.clone()], span)?, item].into()),
                None => Val::Tuple(vec![item.clone(), item].into()),
            })
        };
        let init = if key.is_some() { pair(self, first)? } else { first };
        let by_key = key.is_some();
        let best = self.fold(iter, 1, init, span, &mut |this, best, item| {
            if !by_key {
                return this.better(best, item, is_max, span);
            }
            let candidate = pair(this, item)?;
            let (Val::Tuple(a), Val::Tuple(b)) = (&candidate, &best) else { return Err(Stop::Reported) };
            let wins = this.compare(op, a[0].clone(), b[0].clone(), span)?;
            Ok(match this.truth_of(wins, span) {
                Repr::Const(true) => candidate,
                Repr::Const(false) => best,
                Repr::Value(condition) => this.choose(condition, span, |_| candidate.clone(), |_| best.clone()),
            })
        })?;
        Ok(match best {
            Val::Tuple(items) if by_key => items[1].clone(),
            best => best,
        })
    }

    /// `functools.reduce` of items that are known at run time.
    pub fn reduced(&mut self, iter: &Iter, function: Val, initial: Option<Val>, span: Span) -> Res<Val> {
        let mut step =
            |this: &mut Self, total: Val, item: Val| this.call_here(function.clone(), vec![total, item], span);
        if let Some(initial) = initial {
            return self.fold(iter, 0, initial, span, &mut step);
        }
        let iter = self.rows_of(iter.clone(), span)?;
        let length = self.iter_length(&iter);
        let (length, none) = (self.scalar_value(&length), self.int(0));
        let empty = self.compare_ints("eq", length, none);
        self.raise_when(empty, "TypeError", "reduce() of empty iterable with no initial value");
        let first = self.iter_item(&iter, &Scalar::int(0));
        self.fold(&iter, 1, first, span, &mut step)
    }

    /// Whether `any` item, or each, holds; later ones are not looked at.
    pub fn any_of_items(
        &mut self,
        iter: &Iter,
        is_any: bool,
        span: Span,
        holds: &mut dyn FnMut(&mut Self, Val) -> Res<Repr<bool>>,
    ) -> Res<Val> {
        let iter = self.by_position(iter.clone(), span)?;
        let zero = self.int(0);
        let nothing = self.bool(!is_any);
        let [before, after] = [(); 2].map(|()| [self.module.value(Type::I64), self.module.value(Type::BOOL)]);
        let (test, ()) = self.region(|this| {
            let length = this.iter_length(&iter);
            let length = this.scalar_value(&length);
            let more = this.compare_ints("slt", before[0], length);
            let open = if is_any { this.not(before[1]) } else { before[1] };
            let go_on = this.op("arith.andi", &[more, open], Type::BOOL);
            this.effect("scf.condition", &[go_on, before[0], before[1]], &[]);
        });
        let mut found = Ok(Repr::Const(!is_any));
        let Some(mut body) = self.branch(span, |this| {
            let item = this.iter_item(&iter, &Scalar::of(Num::INT, after[0]));
            found = holds(this, item);
        }) else {
            return Err(Stop::Reported);
        };
        let found = found?;
        self.extend(&mut body.ops, |this| {
            let one = this.int(1);
            let next = this.op("arith.addi", &[after[0], one], Type::I64);
            let flag = this.flag_value(&found);
            this.effect("scf.yield", &[next, flag], &[]);
        });
        let regions = vec![
            Region::of(Block { args: before.to_vec(), ops: test }),
            Region::of(Block { args: after.to_vec(), ops: body.ops }),
        ];
        let results = self.structured("scf.while", &[zero, nothing], vec![Type::I64, Type::BOOL], regions);
        Ok(Val::scalar(Num::BOOL, results[1]))
    }

    /// Items by position, computed once each.
    /// The items by position; what is left of an iterator is taken from it.
    fn all_there(&mut self, iter: &Iter, span: Span) -> Res<Iter> {
        if Self::drains(iter) { self.rows_of(iter.clone(), span) } else { self.by_position(iter.clone(), span) }
    }

    fn rows_of(&mut self, iter: Iter, span: Span) -> Res<Iter> {
        if let Iter::Rows(..) | Iter::Array(_) | Iter::Range { .. } = iter {
            return Ok(iter);
        }
        let hidden = self.hidden_site(Kind::List);
        match self.collect_with(&hidden, "list", &iter, span, &mut |_, item| Ok(vec![item]))? {
            Val::Heap(site, object) => Ok(Iter::Rows(site, object)),
            _ => Err(Stop::Reported),
        }
    }
}
