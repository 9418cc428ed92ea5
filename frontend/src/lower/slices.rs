//! `slice(a, b)` and `np.s_[...]`: what stands between brackets, as a value.

use super::call::{Args, Row};
use super::{Item, Lowerer, Res};
use crate::ast::{Expr, ExprKind};
use crate::source::Span;
use crate::types::Named;
use crate::value::{Const, Val};

pub static SLICE: Named = Named { path: "builtins.slice", fields: &["start", "stop", "step"], is_tuple: false };

pub const ROWS: &[Row] = &[Row { name: "builtins.slice", params: "start, stop=, step=", build: slice }];

/// Whether a path names an object that gives back what stands between its brackets.
pub fn is_maker(path: &str) -> bool {
    matches!(path, "numpy.s_" | "numpy.index_exp")
}

fn slice<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let parts = match args.given(1) {
        None => [Val::None, args.val(0), Val::None],
        Some(_) => [args.val(0), args.val(1), args.val(2)],
    };
    lowerer.slice_of(parts, args.span)
}

impl<'a> Lowerer<'a> {
    fn slice_of(&mut self, parts: [Val; 3], span: Span) -> Res<Val> {
        let mut bounds = Vec::new();
        for part in parts {
            bounds.push(match part {
                Val::None => Val::None,
                other => Val::Scalar(self.int_of(&other, span)?),
            });
        }
        if bounds[2].const_int() == Some(0) {
            return self.zero_step(span);
        }
        Ok(Val::Named(&SLICE, bounds.into()))
    }

    /// A subscript as a value.
    pub fn subscript_value(&mut self, path: &str, index: &'a Expr) -> Res<Val> {
        let val = match &index.kind {
            ExprKind::Tuple(items) => {
                let parts = items.iter().map(|item| self.subscript_part(item)).collect::<Res<Vec<_>>>()?;
                return Ok(Val::Tuple(parts.into()));
            }
            _ => self.subscript_part(index)?,
        };
        Ok(if path == "numpy.index_exp" { Val::Tuple(vec![val].into()) } else { val })
    }

    fn subscript_part(&mut self, part: &'a Expr) -> Res<Val> {
        let ExprKind::Slice(start, stop, step) = &part.kind else { return self.need(part) };
        let mut bounds = [Val::None, Val::None, Val::None];
        for (bound, expr) in bounds.iter_mut().zip([start, stop, step]) {
            if let Some(expr) = expr {
                *bound = self.need(expr)?;
            }
        }
        self.slice_of(bounds, part.span)
    }

    /// A slice as an item of a subscript.
    pub fn slice_item(&mut self, parts: &[Val], span: Span) -> Res<Item> {
        let mut bounds = Vec::new();
        for part in parts {
            bounds.push(match part {
                Val::None => None,
                other => Some(self.int_of(other, span)?),
            });
        }
        let mut bounds = bounds.into_iter();
        let mut next = || bounds.next().flatten();
        Ok(Item::Slice { start: next(), stop: next(), step: next() })
    }

    /// The bounds of a slice, where all are known.
    pub fn known_slice(val: &Val) -> Option<[Option<i64>; 3]> {
        let Val::Named(record, parts) = val else { return None };
        if *record != &SLICE {
            return None;
        }
        let mut bounds = [None; 3];
        for (bound, part) in bounds.iter_mut().zip(parts.iter()) {
            *bound = match part {
                Val::None => None,
                Val::Scalar(scalar) => Some(scalar.known().and_then(Const::as_i64)?),
                _ => return None,
            };
        }
        Some(bounds)
    }
}
