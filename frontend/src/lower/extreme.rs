//! `min` and `max`, of values or by a key.

use super::call::Args;
use super::{Lowerer, Res};
use crate::ast::CmpOp;
use crate::source::Span;
use crate::value::{Repr, Val};
use phylanx_dialects::ir::Type;

/// Most items whose keys are computed one by one.
const MAX_KNOWN: usize = 64;

/// `min` and `max` of several values, or of the items of one.
pub fn extreme<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let is_max = args.name.ends_with("max");
    let items: Vec<Val> = match args.rest() {
        [Val::Array(array)] if array.ty.rank() == 1 && args.get(1).is_none() => {
            return lowerer.reduce_all(if is_max { "max" } else { "min" }, Val::Array(array.clone()), args.span);
        }
        [only] => match lowerer.items_of(only.clone(), args.span)? {
            Some(items) if items.len() <= MAX_KNOWN || args.get(1).is_none() => items,
            _ => {
                let iter = lowerer.iter_of(only.clone(), args.span)?;
                return lowerer.extreme_of(&iter, is_max, args.get(1).cloned(), args.given(2).cloned(), args.span);
            }
        },
        many => many.to_vec(),
    };
    let Some((first, rest)) = items.split_first() else {
        if let Some(default) = args.given(2) {
            return Ok(default.clone());
        }
        return lowerer.fail(args.span, "min() or max() of nothing", "pass at least one value, or `default=`");
    };
    let mut best = first.clone();
    let Some(key) = args.get(1).cloned() else {
        for item in rest {
            best = lowerer.better(best, item.clone(), is_max, args.span)?;
        }
        return Ok(best);
    };
    let mut best_key = lowerer.call_here(key.clone(), vec![best.clone()], args.span)?;
    for item in rest {
        let item_key = lowerer.call_here(key.clone(), vec![item.clone()], args.span)?;
        // Of pairs that are compared by their first parts alone, the better one is chosen as a whole.
        let pair = lowerer.better_by(best_key, item_key, (best, item.clone()), is_max, args.span)?;
        (best_key, best) = pair;
    }
    Ok(best)
}

impl Lowerer<'_> {
    /// The larger or smaller of two values, the first when they are equal.
    pub fn better(&mut self, best: Val, item: Val, is_max: bool, span: Span) -> Res<Val> {
        let op = if is_max { CmpOp::Gt } else { CmpOp::Lt };
        let wins = self.compare(op, item.clone(), best.clone(), span)?;
        let condition = match self.truth_of(wins, span) {
            Repr::Const(true) => return Ok(item),
            Repr::Const(false) => return Ok(best),
            Repr::Value(value) => value,
        };
        if let (Val::Scalar(a), Val::Scalar(b)) = (&item, &best)
            && a.num.dtype == b.num.dtype
        {
            let (x, y) = (self.scalar_value(a), self.scalar_value(b));
            let value = self.op("arith.select", &[condition, x, y], Type::Scalar(a.num.dtype));
            return Ok(self.number_of_kind(condition, a.num, b.num, &Repr::Value(value)));
        }
        Ok(self.choose(condition, span, |_| item, |_| best))
    }

    /// Of two pairs of a key and a value, the one whose key is better.
    fn better_by(&mut self, best_key: Val, key: Val, vals: (Val, Val), is_max: bool, span: Span) -> Res<(Val, Val)> {
        let op = if is_max { CmpOp::Gt } else { CmpOp::Lt };
        let wins = self.compare(op, key.clone(), best_key.clone(), span)?;
        let condition = match self.truth_of(wins, span) {
            Repr::Const(true) => return Ok((key, vals.1)),
            Repr::Const(false) => return Ok((best_key, vals.0)),
            Repr::Value(value) => value,
        };
        let (old, new) = (Val::Tuple([best_key, vals.0].into()), Val::Tuple([key, vals.1].into()));
        match self.choose(condition, span, |_| new, |_| old) {
            Val::Tuple(pair) if pair.len() == 2 => Ok((pair[0].clone(), pair[1].clone())),
            _ => Err(super::emit::Stop::Reported),
        }
    }
}
