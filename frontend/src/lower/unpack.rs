//! `a, b = values` and `a, *b = values`.

use super::emit::Stop;
use super::heap::place_in;
use super::{Lowerer, Res};
use crate::ast::{Expr, ExprKind};
use crate::heap::Kind;
use crate::source::Span;
use crate::value::{Const, Iter, Scalar, Val};
use phylanx_dialects::ir::{Attr, Type, Value};

/// Which of the places at an assignment.
const UNPACKED: u64 = 8;

impl<'a> Lowerer<'a> {
    pub(super) fn unpack(&mut self, span: Span, targets: &'a [Expr], val: Val) -> Res<()> {
        let val = self.present(val, None, span)?;
        if let Some(done) = self.unpack_unknown(span, targets, &val) {
            return done;
        }
        let items = self.unpacked(span, targets, val)?;
        let star = targets.iter().position(|target| matches!(target.kind, ExprKind::Starred(_)));
        let Some(star) = star else {
            if items.len() != targets.len() {
                let (wanted, got) = (targets.len(), items.len());
                let message = match got < wanted {
                    true => format!("not enough values to unpack (expected {wanted}, got {got})"),
                    false => format!("too many values to unpack (expected {wanted})"),
                };
                let help = format!("there are {got} values: give as many targets");
                return self.sure_to_raise(span, "ValueError", message, help);
            }
            for (target, item) in targets.iter().zip(items) {
                self.assign(target, item);
            }
            return Ok(());
        };
        if items.len() + 1 < targets.len() {
            let message =
                format!("not enough values to unpack (expected at least {}, got {})", targets.len() - 1, items.len());
            return self.sure_to_raise(span, "ValueError", message, "give fewer targets");
        }
        let after = targets.len() - star - 1;
        let end = items.len() - after;
        for (target, item) in targets[..star].iter().zip(&items[..star]) {
            self.assign(target, item.clone());
        }
        self.assign(&targets[star], Val::List(items[star..end].into()));
        for (target, item) in targets[star + 1..].iter().zip(&items[end..]) {
            self.assign(target, item.clone());
        }
        Ok(())
    }

    /// The values that a value unpacks into.
    fn unpacked(&mut self, span: Span, targets: &[Expr], val: Val) -> Res<Vec<Val>> {
        let iter = self.iter_of(val, span)?;
        if let Some(count) = self.static_items(&iter) {
            return Ok((0..count).map(|at| self.iter_item(&iter, &Scalar::int(at as i64))).collect());
        }
        let length = self.iter_length(&iter);
        let count = match length.known().and_then(Const::as_i64) {
            Some(known) => known,
            None => {
                let length = self.scalar_value(&length);
                self.check_count(length, targets.len() as i64);
                targets.len() as i64
            }
        };
        if count > 4096 {
            return self.fail(span, "too many values to unpack", "index the array instead");
        }
        Ok((0..count).map(|at| self.iter_item(&iter, &Scalar::int(at))).collect())
    }

    /// `a, *b, c = values` where the number of values is known at run time: they go into a list, from whose ends the others are taken.
    fn unpack_unknown(&mut self, span: Span, targets: &'a [Expr], val: &Val) -> Option<Res<()>> {
        let star = targets.iter().position(|target| matches!(target.kind, ExprKind::Starred(_)))?;
        let iter = match self.iter_of(val.clone(), span) {
            Ok(iter) => iter,
            Err(stop) => return Some(Err(stop)),
        };
        if self.fixed_length(&iter).is_some() {
            return None;
        }
        Some(self.unpack_from_ends(span, targets, star, &iter))
    }

    fn unpack_from_ends(&mut self, span: Span, targets: &'a [Expr], star: usize, iter: &Iter) -> Res<()> {
        let site = self.site(place_in(span, UNPACKED), Kind::List);
        let all = self.collect_with(&site, "list", iter, span, &mut |_, item| Ok(vec![item]))?;
        let Val::Heap(_, object) = all else { return Err(Stop::Reported) };
        let length = self.table_len(object);
        self.check_least(length, targets.len() as i64 - 1);
        let take = |this: &mut Self, target: &'a Expr, from: i64| {
            let at = this.int(from);
            let row = this.row_at(object, at, "list index out of range");
            let item = this.row_part(&site, object, row, 0);
            this.table_do(object, "remove_row", &[row]);
            (target, item)
        };
        let mut taken: Vec<_> = targets[..star].iter().map(|target| take(self, target, 0)).collect();
        let last: Vec<_> = targets[star + 1..].iter().rev().map(|target| take(self, target, -1)).collect();
        taken.push((&targets[star], all));
        taken.extend(last.into_iter().rev());
        taken.into_iter().for_each(|(target, item)| self.assign(target, item));
        Ok(())
    }

    /// Ends the program with Python's message when there are fewer than `least` values beside a starred one.
    fn check_least(&mut self, length: Value, least: i64) {
        let number = self.int(least);
        let few = self.compare_ints("slt", length, number);
        self.raise_count(few, &format!("not enough values to unpack (expected at least {least}, got "), length);
    }

    /// Ends the program with Python's message when there are not `wanted` values to unpack.
    fn check_count(&mut self, length: Value, wanted: i64) {
        let number = self.int(wanted);
        let few = self.compare_ints("slt", length, number);
        self.raise_count(few, &format!("not enough values to unpack (expected {wanted}, got "), length);
        let many = self.compare_ints("sgt", length, number);
        self.raise_when(many, "ValueError", &format!("too many values to unpack (expected {wanted})"));
    }

    fn raise_count(&mut self, condition: Value, head: &str, count: Value) {
        self.when(condition, |this| {
            let head = this.text_constant(head);
            let count = this.op("physl.to_str", &[count], Type::Str);
            let end = this.text_constant(")");
            let text = this.op("physl.str_concat", &[head, count, end], Type::Str);
            this.effect("physl.raise", &[text], &[("kind", Attr::str("ValueError"))]);
        });
    }
}
