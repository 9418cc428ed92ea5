//! Indices and slices of objects: reading, storing, deleting.

use super::super::emit::Stop;
use super::super::{Lowerer, Res};
use crate::ast::{BinOp, Expr, ExprKind};
use crate::heap::{Kind, Site};
use crate::source::Span;
use crate::value::Val;
use phylanx_dialects::ir::{Type, Value};

impl<'a> Lowerer<'a> {
    /// `object[index]`.
    pub fn item_of_object(&mut self, site: &Site, object: Value, index: &'a Expr, span: Span) -> Res<Val> {
        if site.kind() == Kind::Record {
            let key = self.need(index)?;
            return self.record_item(site, object, &key, span);
        }
        if Self::class_of_object(site).is_some() {
            if let Some(items) = self.tuple_items(site, object, span) {
                return self.item_of_list(&items.into(), "tuple", index, span);
            }
            let key = self.subscript_value("numpy.s_", index)?;
            if let Some(item) = self.special(&Val::Heap(site.clone(), object), "__getitem__", &[key], span) {
                return item;
            }
        }
        match (site.kind(), &index.kind) {
            (Kind::List | Kind::Tuple, ExprKind::Slice(start, stop, step)) => {
                let operands = self.slice_operands([start, stop, step])?;
                let part = self.table_ask(object, "slice", &operands, Type::Object);
                Ok(Val::Heap(site.clone(), part))
            }
            (_, ExprKind::Slice(..)) => {
                self.fail(index.span, format!("a {} cannot be sliced", site.kind().name()), "make a list of it")
            }
            (Kind::List | Kind::Tuple | Kind::Deque, _) => {
                let row = self.list_row(site, object, index, "read")?;
                self.read_part(site, object, row, 0)
            }
            (Kind::Dict, _) => {
                let key = self.need(index)?;
                self.dict_item(site, object, &key, index.span)
            }
            _ => self.not_indexed(site, span),
        }
    }

    fn not_indexed<T>(&mut self, site: &Site, span: Span) -> Res<T> {
        self.fail(span, format!("a {site} cannot be indexed"), "index a list or a dict")
    }

    /// A part of a row; nothing is ever there when nothing has ever been stored.
    fn read_part(&mut self, site: &Site, object: Value, row: Value, part: usize) -> Res<Val> {
        match self.row_part(site, object, row, part) {
            Val::Never => Err(Stop::Never),
            val => Ok(val),
        }
    }

    /// `object[key]` where the key is a value.
    pub fn object_item(&mut self, site: &Site, object: Value, key: &Val, span: Span) -> Res<Val> {
        if site.kind() == Kind::Record {
            return self.record_item(site, object, key, span);
        }
        let own = Val::Heap(site.clone(), object);
        if let Some(items) = self.tuple_items(site, object, span) {
            return self.item_by_value(&Val::Tuple(items.into()), key, span);
        }
        if let Some(item) = self.special(&own, "__getitem__", std::slice::from_ref(key), span) {
            return item;
        }
        if matches!(site.kind(), Kind::Class(_) | Kind::Set | Kind::FrozenSet | Kind::Iterator) {
            return self.not_indexed(site, span);
        }
        if site.kind() == Kind::Dict {
            return self.dict_item(site, object, key, span);
        }
        let row = self.row_of_key(site, object, key, "read", span)?;
        self.read_part(site, object, row, 0)
    }

    /// The value of a key; of a counter without making an entry.
    fn dict_item(&mut self, site: &Site, object: Value, key: &Val, span: Span) -> Res<Val> {
        if Self::is_counter(site) {
            let args = [key.clone()];
            let call = super::MethodCall { site, object, name: "get", args: &args, named: &[], span };
            return self.value_or(&call, key, Some(Val::int(0)));
        }
        let row = self.entry_row(site, object, key, span)?;
        self.read_part(site, object, row, 1)
    }

    /// The row of an index or key.
    fn row_of_key(&mut self, site: &Site, object: Value, key: &Val, what: &str, span: Span) -> Res<Value> {
        if site.kind() == Kind::Dict {
            return self.entry_row(site, object, key, span);
        }
        let at = self.int_of(key, span)?;
        let at = self.scalar_value(&at);
        Ok(self.row_at(object, at, &Self::range_message(site, what)))
    }

    /// `instance[key] op= value`.
    fn update_special(&mut self, own: &Val, key: Val, op: BinOp, value: &'a Expr, span: Span) -> Res<()> {
        let Some(old) = self.special(own, "__getitem__", std::slice::from_ref(&key), span) else {
            return self.fail(span, format!("{} cannot be indexed", own.describe()), "define `__getitem__`");
        };
        let old = old?;
        let val = self.try_expr(value)?;
        let result = self.try_binary(op, old, val, span)?;
        match self.special(own, "__setitem__", &[key, result], span) {
            Some(done) => done.map(drop),
            None => self.fail(span, format!("items of {} cannot be assigned", own.describe()), "define `__setitem__`"),
        }
    }

    fn list_row(&mut self, site: &Site, object: Value, index: &'a Expr, what: &str) -> Res<Value> {
        let val = self.need(index)?;
        let at = self.int_of(&val, index.span)?;
        let at = self.scalar_value(&at);
        Ok(self.row_at(object, at, &Self::range_message(site, what)))
    }

    /// The bits that say which bounds there are, and the bounds.
    pub fn slice_operands(&mut self, parts: [&'a Option<Box<Expr>>; 3]) -> Res<Vec<Value>> {
        let mut given = 0;
        let mut bounds = Vec::new();
        for (at, part) in parts.into_iter().enumerate() {
            let bound = match part {
                Some(expr) if !matches!(expr.kind, ExprKind::None) => {
                    given |= 1 << at;
                    let val = self.need(expr)?;
                    let bound = self.int_of(&val, expr.span)?;
                    self.scalar_value(&bound)
                }
                _ => self.int(0),
            };
            bounds.push(bound);
        }
        bounds.insert(0, self.int(given));
        Ok(bounds)
    }

    /// `object[index] = val`.
    pub fn store_in_object(&mut self, site: &Site, object: Value, index: &'a Expr, val: &Val, span: Span) -> Res<()> {
        if Self::class_of_object(site).is_some() {
            let key = self.subscript_value("numpy.s_", index)?;
            if let Some(done) = self.special(&Val::Heap(site.clone(), object), "__setitem__", &[key, val.clone()], span)
            {
                return done.map(drop);
            }
        }
        match (site.kind(), &index.kind) {
            (Kind::List, ExprKind::Slice(start, stop, step)) => {
                let other = self.as_list_like(site, val, span)?;
                let mut operands = self.slice_operands([start, stop, step])?;
                operands.push(other);
                self.table_do(object, "set_slice", &operands);
                Ok(())
            }
            (Kind::List | Kind::Deque, _) if !matches!(index.kind, ExprKind::Slice(..)) => {
                let row = self.list_row(site, object, index, "store")?;
                self.set_row_part(site, object, row, 0, val, span)
            }
            (Kind::Record, _) => {
                let key = self.need(index)?;
                self.store_in_record(site, object, &key, val, span)
            }
            (Kind::Dict, _) => {
                let key = self.need(index)?;
                self.add_row(site, object, &[key, val.clone()], span)
            }
            _ => self.fail(span, format!("items of a {site} cannot be assigned"), "use a list or a dict"),
        }
    }

    /// `object[index] op= value`.
    pub fn update_in_object(
        &mut self,
        site: &Site,
        object: Value,
        index: &'a Expr,
        op: BinOp,
        value: &'a Expr,
        span: Span,
    ) -> Res<()> {
        if Self::class_of_object(site).is_some() {
            let key = self.subscript_value("numpy.s_", index)?;
            return self.update_special(&Val::Heap(site.clone(), object), key, op, value, span);
        }
        if site.kind() == Kind::Record {
            return self.update_in_record(site, object, index, op, value, span);
        }
        // The index is evaluated once; the row is looked for again, as the value may change the object.
        let (key, part) = match site.kind() {
            Kind::List | Kind::Deque if !matches!(index.kind, ExprKind::Slice(..)) => (self.need(index)?, 0),
            Kind::Dict => (self.need(index)?, 1),
            Kind::List | Kind::Deque => {
                let help = "assign to the slice: `x[a:b] = x[a:b] + other`";
                return self.fail(span, "a slice of a list cannot be updated in place", help);
            }
            _ => return self.not_indexed(site, span),
        };
        let row = self.row_of_key(site, object, &key, "read", index.span)?;
        let old = self.read_part(site, object, row, part)?;
        let Some(result) = self.updated_item(old, op, value, span)? else { return Ok(()) };
        let row = match (site.kind(), is_plain(value)) {
            (Kind::List | Kind::Deque, true) => row,
            _ => self.row_of_key(site, object, &key, "store", index.span)?,
        };
        self.set_row_part(site, object, row, part, &result, span)
    }

    fn update_in_record(
        &mut self,
        site: &Site,
        object: Value,
        index: &'a Expr,
        op: BinOp,
        value: &'a Expr,
        span: Span,
    ) -> Res<()> {
        let key = self.need(index)?;
        let old = self.record_item(site, object, &key, index.span)?;
        let Some(result) = self.updated_item(old, op, value, span)? else { return Ok(()) };
        self.store_in_record(site, object, &key, &result, span)
    }

    /// `old op= value`: what is to be stored, or nothing where `old` itself has been changed.
    fn updated_item(&mut self, old: Val, op: BinOp, value: &'a Expr, span: Span) -> Res<Option<Val>> {
        let old = self.present(old, None, span)?;
        let val = self.expr(value);
        self.at(span, |this| {
            if let Val::Array(array) = &old {
                return this.update(&array.clone(), op, val, span).map(|()| None);
            }
            match this.update_object(op, &old, &val, span) {
                Some(done) => done.map(|()| None),
                None => this.try_binary(op, old, val, span).map(Some),
            }
        })
    }

    /// `x += y` on a list, `x |= y` on a set or dict: in place; nothing for other operators.
    pub fn update_object(&mut self, op: BinOp, old: &Val, val: &Val, span: Span) -> Option<Res<()>> {
        let Val::Heap(site, object) = old else { return None };
        match (site.kind(), op) {
            (Kind::List | Kind::Deque, BinOp::Add) => {
                let other = self.as_list_like(site, val, span);
                Some(other.map(|other| self.table_do(*object, "extend", &[other])))
            }
            (Kind::Set | Kind::Dict, BinOp::Or | BinOp::And | BinOp::Sub | BinOp::Xor) => {
                let Val::Heap(other, theirs) = val else { return None };
                if other.kind() != site.kind() || (site.kind() == Kind::Dict && op != BinOp::Or) || !site.unify(other) {
                    return None;
                }
                let method = match op {
                    BinOp::Or => "update",
                    BinOp::And => "intersection_update",
                    BinOp::Sub => "difference_update",
                    _ => "symmetric_difference_update",
                };
                self.table_do(*object, method, &[*theirs]);
                Some(Ok(()))
            }
            _ => None,
        }
    }

    /// `del object[index]`.
    pub fn delete_in_object(&mut self, site: &Site, object: Value, index: &'a Expr, span: Span) -> Res<()> {
        match (site.kind(), &index.kind) {
            (Kind::List, ExprKind::Slice(start, stop, step)) => {
                let operands = self.slice_operands([start, stop, step])?;
                self.table_do(object, "del_slice", &operands);
                Ok(())
            }
            (Kind::List | Kind::Deque, _) => {
                let row = self.list_row(site, object, index, "store")?;
                self.table_do(object, "remove_row", &[row]);
                Ok(())
            }
            (Kind::Dict, _) => {
                let key = self.need(index)?;
                let row = self.present_row(site, object, &key, index.span)?;
                self.table_do(object, "remove_row", &[row]);
                Ok(())
            }
            _ => self.fail(span, format!("items of a {site} cannot be deleted"), "use a list or a dict"),
        }
    }
}

/// Whether evaluating an expression changes nothing.
fn is_plain(expr: &Expr) -> bool {
    let mut plain = true;
    crate::scope::walk::for_each_expr(expr, &mut |part| plain &= !matches!(part.kind, ExprKind::Call(..)));
    plain
}
