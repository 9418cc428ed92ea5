//! Dicts and sets: literals, entries, methods.

use super::super::emit::Stop;
use super::super::{Lowerer, Res};
use super::list::MethodCall;
use crate::ast::{Expr, ExprKind, NodeId};
use crate::heap::{Kind, Site};
use crate::source::Span;
use crate::types::{Num, Ty};
use crate::value::{Iter, Val, View};
use phylanx_dialects::ir::{Type, Value};
use std::rc::Rc;

impl<'a> Lowerer<'a> {
    /// `[]`.
    pub fn empty_list(&mut self, id: NodeId) -> Res<Val> {
        let site = self.site(id, Kind::List);
        Ok(self.new_object(&site, "list", &[]))
    }

    /// Whether the program changes the list that an expression makes.
    pub fn is_changed(&self, id: NodeId) -> bool {
        let key = (self.frame.place.clone(), u64::from(id), 0);
        self.places.literals.get(&key).is_some_and(|literal| literal.changes.get())
    }

    /// `{key: value, **other}`.
    pub fn dict_literal(&mut self, id: NodeId, entries: &'a [(Option<Expr>, Expr)]) -> Res<Val> {
        let site = self.site(id, Kind::Dict);
        let made = self.new_object(&site, "dict", &[]);
        let Val::Heap(_, object) = made else { return Err(Stop::Reported) };
        for (key, value) in entries {
            match key {
                Some(key) => {
                    let parts = [self.try_expr(key)?, self.try_expr(value)?];
                    self.add_row(&site, object, &parts, value.span)?;
                }
                None => {
                    let other = self.need(value)?;
                    self.update_dict(&site, object, &other, value.span)?;
                }
            }
        }
        self.restate(object, &site);
        Ok(made)
    }

    /// `{a, b}`.
    pub fn set_literal(&mut self, id: NodeId, items: &'a [Expr], span: Span) -> Res<Val> {
        let site = self.site(id, Kind::Set);
        // CPython folds these into one constant set.
        if items.iter().all(crate::scope::is_literal) && items.len() > 2 {
            let mut vals = Vec::new();
            for item in items {
                let val = self.try_expr(item)?;
                self.grow(&site, 0, &val, span)?;
                vals.push(val);
            }
            let mut leaves = Vec::new();
            for val in &vals {
                leaves.extend(self.coerce(val, &site.part(0)));
            }
            return Ok(self.new_object(&site, "constants", &leaves));
        }
        let made = self.new_object(&site, "set", &[]);
        let Val::Heap(_, object) = made else { return Err(Stop::Reported) };
        for item in items {
            if let ExprKind::Starred(inner) = &item.kind {
                let val = self.need(inner)?;
                let other = self.made_of(item.id, Kind::Set, Some(val), item.span)?;
                self.merge_set(&site, object, &other, item.span)?;
                continue;
            }
            let val = self.try_expr(item)?;
            self.add_row(&site, object, &[val], item.span)?;
        }
        self.restate(object, &site);
        Ok(made)
    }

    /// Keys must have a hash.
    pub fn check_key(&mut self, key: &Val, span: Span) -> Res<()> {
        let ty = key.ty();
        match ty.as_ref().and_then(unhashable) {
            None => Ok(()),
            Some(kind) => {
                self.fail(span, format!("unhashable type: '{kind}'"), "use a number, a string or a tuple of them")
            }
        }
    }

    /// The row of a key that must be there; `KeyError`.
    pub fn present_row(&mut self, site: &Site, object: Value, key: &Val, span: Span) -> Res<Value> {
        self.check_key(key, span)?;
        match self.sought(site, key, span)? {
            Some(leaves) => Ok(self.table_ask(object, "must_find", &leaves, Type::I64)),
            None => {
                let text = self.repr_of(key, span)?;
                let text = self.text_value(&text);
                let kind = [("kind", phylanx_dialects::ir::Attr::str("KeyError"))];
                self.effect("physl.raise", &[text], &kind);
                Ok(self.int(0))
            }
        }
    }

    /// The row of a key, made with the default if the dict has one.
    pub fn entry_row(&mut self, site: &Site, object: Value, key: &Val, span: Span) -> Res<Value> {
        let Some(default) = site.default() else { return self.present_row(site, object, key, span) };
        self.check_key(key, span)?;
        self.row_or_default(site, object, key, span, &mut |this| this.made_default(&default, span))
    }

    /// The row of a key, made with a default where there is none.
    pub fn row_or_default(
        &mut self,
        site: &Site,
        object: Value,
        key: &Val,
        span: Span,
        default: &mut dyn FnMut(&mut Self) -> Res<Val>,
    ) -> Res<Value> {
        let leaves = self.held(site, 0, key, span)?;
        let row = self.table_ask(object, "find", &leaves, Type::I64);
        let zero = self.int(0);
        let missing = self.compare_ints("slt", row, zero);
        let mut stop = None;
        let made = |this: &mut Self| {
            let mut make = || {
                let val = default(this)?;
                let mut all = leaves.clone();
                all.extend(this.held(site, 1, &val, span)?);
                Ok(Val::scalar(Num::INT, this.table_take(object, "put", &all)))
            };
            make().unwrap_or_else(|found: Stop| {
                stop = Some(found);
                Val::int(0)
            })
        };
        let row = self.choose(missing, span, made, |_| Val::scalar(Num::INT, row));
        if let Some(stop) = stop {
            return Err(stop);
        }
        let row = self.int_of(&row, span)?;
        Ok(self.scalar_value(&row))
    }

    /// `dict.update`, `{**other}`.
    pub fn update_dict(&mut self, site: &Site, object: Value, other: &Val, span: Span) -> Res<()> {
        match other {
            Val::Heap(theirs, value) if theirs.kind() == Kind::Dict => {
                if !site.grow(0, &theirs.part(0)) || !site.grow(1, &theirs.part(1)) {
                    return self.fail(
                        span,
                        "these dicts hold values of types that do not fit",
                        "use one type of values",
                    );
                }
                if site.part(0) == theirs.part(0) && site.part(1) == theirs.part(1) {
                    self.table_do(object, "update", &[*value]);
                    return Ok(());
                }
                let iter = self.iter_of_object(theirs, *value, View::Items, span)?;
                self.put_all(site, object, &iter, span)
            }
            other => {
                let iter = self.iter_of(other.clone(), span)?;
                self.put_all(site, object, &iter, span)
            }
        }
    }

    fn put_all(&mut self, site: &Site, object: Value, iter: &Iter, span: Span) -> Res<()> {
        self.each(iter, span, &mut |this, item| match &item {
            Val::Tuple(parts) | Val::List(parts) if parts.len() == 2 => this.add_row(site, object, parts, span),
            _ => this.fail(span, "a dict is updated from pairs of a key and a value", "use `for` and `d[key] = value`"),
        })
    }

    /// Another iterable as a set with the same elements.
    fn as_set(&mut self, site: &Site, val: &Val, span: Span) -> Res<Value> {
        let val = self.present(val.clone(), None, span)?;
        if let Val::Heap(other, object) = &val
            && other.kind() == site.kind()
        {
            if !site.unify(other) {
                let message = format!("sets of {} and of {} do not go together", site.part(0), other.part(0));
                return self.fail(span, message, "use elements of one type");
            }
            return Ok(*object);
        }
        let iter = self.iter_of(val, span)?;
        match self.collect_with(site, site.kind().name(), &iter, span, &mut |_, item| Ok(vec![item]))? {
            Val::Heap(_, object) => Ok(object),
            _ => Err(Stop::Reported),
        }
    }

    fn merge_set(&mut self, site: &Site, object: Value, other: &Val, span: Span) -> Res<()> {
        let other = self.as_set(site, other, span)?;
        self.table_do(object, "update", &[other]);
        Ok(())
    }

    /// A method of a set.
    pub fn set_method(&mut self, call: &MethodCall) -> Res<Val> {
        let (site, object, span) = (call.site, call.object, call.span);
        match (call.name, call.args) {
            ("add", [item]) => self.add_row(site, object, std::slice::from_ref(item), span).map(|()| Val::None),
            ("discard" | "remove", [item]) => {
                self.check_key(item, span)?;
                match self.sought(site, item, span)? {
                    Some(leaves) => self.table_do(object, call.name, &leaves),
                    None if call.name == "remove" => drop(self.present_row(site, object, item, span)?),
                    None => {}
                }
                Ok(Val::None)
            }
            ("clear", []) => {
                self.table_do(object, "clear", &[]);
                Ok(Val::None)
            }
            ("copy", []) => self.copied(site, object),
            ("pop", []) => {
                let row = self.table_take(object, "pop_slot", &[]);
                let item = self.row_part(site, object, row, 0);
                self.table_do(object, "remove_row", &[row]);
                Ok(item)
            }
            ("update" | "intersection_update" | "difference_update" | "symmetric_difference_update", others) => {
                for other in others {
                    let other = self.as_set(site, other, span)?;
                    self.table_do(object, call.name, &[other]);
                }
                Ok(Val::None)
            }
            ("union" | "intersection" | "difference" | "symmetric_difference", others) => {
                let operator = match call.name {
                    "union" => "|",
                    "intersection" => "&",
                    "difference" => "-",
                    _ => "^",
                };
                let mut result = object;
                for other in others {
                    let other = self.as_set(site, other, span)?;
                    result = self.table_ask(result, operator, &[other], Type::Object);
                }
                if others.is_empty() {
                    return self.copied(site, object);
                }
                Ok(Val::Heap(site.clone(), result))
            }
            ("issubset", [other]) => {
                let other = self.as_set(site, other, span)?;
                Ok(Val::scalar(Num::BOOL, self.table_ask(object, "<=", &[other], Type::BOOL)))
            }
            ("issuperset", [other]) => {
                let other = self.as_set(site, other, span)?;
                Ok(Val::scalar(Num::BOOL, self.table_ask(other, "<=", &[object], Type::BOOL)))
            }
            ("isdisjoint", [other]) => {
                let other = self.as_set(site, other, span)?;
                Ok(Val::scalar(Num::BOOL, self.table_ask(object, "isdisjoint", &[other], Type::BOOL)))
            }
            _ => self.no_method(call),
        }
    }

    pub fn no_method(&mut self, call: &MethodCall) -> Res<Val> {
        let message =
            format!("{} has no supported method `{}` with these arguments", call.site.kind().name(), call.name);
        self.fail(call.span, message, "use another method, or a loop")
    }

    /// A method of a dict.
    pub fn dict_method(&mut self, call: &MethodCall) -> Res<Val> {
        let (site, object, span) = (call.site, call.object, call.span);
        if Self::is_counter(site)
            && let Some(done) = self.counter_method(call)
        {
            return done;
        }
        match (call.name, call.args) {
            ("keys", []) => self.view_of(site, object, View::Keys, span),
            ("values", []) => self.view_of(site, object, View::Values, span),
            ("items", []) => self.view_of(site, object, View::Items, span),
            ("get", [key]) => self.value_or(call, key, Some(Val::None)),
            ("get", [key, default]) => self.value_or(call, key, Some(default.clone())),
            ("pop", [key]) => self.pop_entry(call, key, None),
            ("pop", [key, default]) => self.pop_entry(call, key, Some(default.clone())),
            ("setdefault", [key, default @ ..]) if default.len() <= 1 => {
                let default = default.first().cloned().unwrap_or(Val::None);
                self.check_key(key, span)?;
                let row = self.row_or_default(site, object, key, span, &mut |_| Ok(default.clone()))?;
                Ok(self.row_part(site, object, row, 1))
            }
            ("popitem", []) => {
                let row = self.table_take(object, "last_row", &[]);
                let item = self.whole_row(site, object, row);
                self.table_do(object, "remove_row", &[row]);
                Ok(item)
            }
            ("update", others) => {
                for other in others {
                    let other = self.present(other.clone(), None, span)?;
                    self.update_dict(site, object, &other, span)?;
                }
                for (name, val) in call.named {
                    self.add_row(site, object, &[Val::text(name.clone()), val.clone()], span)?;
                }
                Ok(Val::None)
            }
            ("clear", []) => {
                self.table_do(object, "clear", &[]);
                Ok(Val::None)
            }
            ("copy", []) => self.copied(site, object),
            _ => self.no_method(call),
        }
    }

    fn view_of(&mut self, site: &Site, object: Value, view: View, span: Span) -> Res<Val> {
        let iter = self.iter_of_object(site, object, view, span)?;
        Ok(Val::Iter(Rc::new(iter)))
    }

    /// `d.get(key, default)`.
    pub fn value_or(&mut self, call: &MethodCall, key: &Val, default: Option<Val>) -> Res<Val> {
        let default = default.unwrap_or(Val::None);
        self.check_key(key, call.span)?;
        let Some(leaves) = self.sought(call.site, key, call.span)? else { return Ok(default) };
        let row = self.table_ask(call.object, "find", &leaves, Type::I64);
        let zero = self.int(0);
        let found = self.compare_ints("sge", row, zero);
        let there = |this: &mut Self| this.row_part(call.site, call.object, row, 1);
        Ok(self.choose(found, call.span, there, |_| default))
    }

    fn pop_entry(&mut self, call: &MethodCall, key: &Val, default: Option<Val>) -> Res<Val> {
        let (site, object) = (call.site, call.object);
        let Some(default) = default else {
            let row = self.present_row(site, object, key, call.span)?;
            let val = self.row_part(site, object, row, 1);
            self.table_do(object, "remove_row", &[row]);
            return Ok(val);
        };
        self.check_key(key, call.span)?;
        let Some(leaves) = self.sought(site, key, call.span)? else { return Ok(default) };
        let row = self.table_ask(object, "find", &leaves, Type::I64);
        let zero = self.int(0);
        let found = self.compare_ints("sge", row, zero);
        let there = |this: &mut Self| {
            let val = this.row_part(site, object, row, 1);
            this.table_do(object, "remove_row", &[row]);
            val
        };
        Ok(self.choose(found, call.span, there, |_| default))
    }
}

/// The name of a type without a hash, if this is one.
fn unhashable(ty: &Ty) -> Option<&'static str> {
    match ty {
        Ty::List(_) => Some("list"),
        Ty::Array(_) => Some("numpy.ndarray"),
        Ty::Heap(site) if site.kind() == Kind::Tuple => unhashable(&site.part(0)),
        Ty::Heap(site) if !matches!(site.kind(), Kind::Class(_) | Kind::FrozenSet) => Some(site.kind().name()),
        Ty::Tuple(items) => items.iter().find_map(unhashable),
        Ty::Option(_, inner) => unhashable(inner),
        _ => None,
    }
}
