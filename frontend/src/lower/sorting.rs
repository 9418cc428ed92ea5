//! `sorted`: of constants now, of numbers of one type as an array.

use super::call::Args;
use super::{Lowerer, Res};
use crate::source::Span;
use crate::types::is_float;
use crate::value::{Const, Scalar, Val};
use phylanx_dialects::ir::{Attr, Type};
use std::cmp::Ordering;

/// Most numbers that are sorted when the program runs, each a value of its own.
const MAX_ITEMS: usize = 128;

/// `sorted(iterable, reverse=...)`.
pub fn sorted<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let backwards = lowerer.flag_arg(args, 1)?;
    let Some(items) = lowerer.items_of(args.val(0), args.span)? else {
        let help = "use `np.sort(a)`, an array";
        return lowerer.fail(args.span, "a list whose length is not known at compile time is not supported", help);
    };
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

impl Lowerer<'_> {
    fn sorted_numbers(&mut self, items: Vec<Val>, span: Span) -> Res<Vec<Val>> {
        let num = match items.first() {
            Some(Val::Scalar(Scalar { num, .. })) => Some(*num),
            _ => None,
        };
        let alike = items.iter().all(|item| matches!(item, Val::Scalar(scalar) if Some(scalar.num) == num));
        let (true, Some(num)) = (alike && items.len() <= MAX_ITEMS, num) else {
            let help = "sort numbers of one type, or use `np.sort` on an array";
            return self.fail(span, "these items cannot be sorted", help);
        };
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
