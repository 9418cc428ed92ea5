//! Objects as something to go over, and what is gone over as an object.

use super::super::emit::Stop;
use super::super::{Lowerer, Res};
use crate::heap::{Kind, Site};
use crate::source::Span;
use crate::types::{Num, Ty};
use crate::value::{Entries, Iter, Scalar, Val, View};
use phylanx_dialects::ir::{Type, Value};
use std::rc::Rc;

impl<'a> Lowerer<'a> {
    /// An object as something to go over.
    pub fn iter_of_object(&mut self, site: &Site, object: Value, view: View, span: Span) -> Res<Iter> {
        match site.kind() {
            Kind::Record => Ok(self.record_iter(site, object, view)),
            Kind::Class(_) | Kind::Iterator => self.iter_of_other(site, object, span),
            // What never holds anything is empty.
            _ if site.part(0) == Ty::Never => Ok(Iter::Items(Vec::new().into())),
            Kind::List | Kind::Tuple | Kind::Deque => Ok(Iter::Rows(site.clone(), object)),
            Kind::Dict | Kind::Set | Kind::FrozenSet => {
                let rows = self.table_ask(object, "rows", &[], Type::Object);
                let length = self.table_len(object);
                Ok(Iter::Entries(Rc::new(Entries { site: site.clone(), object, rows, length, view })))
            }
        }
    }

    /// An iterator that a variable holds, or an instance, as something to go over.
    fn iter_of_other(&mut self, site: &Site, object: Value, span: Span) -> Res<Iter> {
        if site.kind() == Kind::Iterator {
            return Ok(Iter::Drain(site.clone(), object));
        }
        if let Some(items) = self.tuple_items(site, object, span) {
            return Ok(Iter::Items(items.into()));
        }
        if let Some(items) = self.special(&Val::Heap(site.clone(), object), "__iter__", &[], span) {
            return match items? {
                Val::Heap(other, _) if other.is(site) => {
                    let message = format!("a `{}` that is its own iterator cannot be gone over", site.name());
                    self.fail(span, message, "let `__iter__` return `iter(...)` of a list that it holds")
                }
                items => self.iter_of(items, span),
            };
        }
        let message = format!("a `{}` cannot be iterated over", site.name());
        self.fail(span, message, "give it `__iter__`, or loop over a list that it holds")
    }

    /// The entry at a position; `RuntimeError` when the dict or set has changed.
    pub fn entry_item(&mut self, entries: &Entries, position: &Scalar) -> Val {
        let position = self.scalar_value(position);
        let attrs = [("at", phylanx_dialects::ir::Attr::int(0)), ("width", phylanx_dialects::ir::Attr::int(1))];
        let row = self.op_with("physl.table_get", &[entries.rows, position], Type::I64, &attrs);
        let row = self.table_ask(entries.object, "live", &[row, entries.length], Type::I64);
        match entries.view {
            View::Keys => self.row_part(&entries.site, entries.object, row, 0),
            View::Values => self.row_part(&entries.site, entries.object, row, 1),
            View::Items => self.whole_row(&entries.site, entries.object, row),
        }
    }

    /// Whether the number of items may change while they are gone over.
    pub fn may_shrink(iter: &Iter) -> bool {
        match iter {
            Iter::Rows(..) | Iter::Drain(..) => true,
            Iter::Enumerate(inner, _) | Iter::Reversed(inner) => Self::may_shrink(inner),
            Iter::Zip(parts) | Iter::Map(_, parts) | Iter::Product(parts) => parts.iter().any(Self::may_shrink),
            _ => false,
        }
    }

    /// Whether items are taken away as they are gone over.
    pub fn drains(iter: &Iter) -> bool {
        match iter {
            Iter::Drain(..) => true,
            Iter::Enumerate(inner, _) | Iter::Reversed(inner) => Self::drains(inner),
            Iter::Zip(parts) | Iter::Map(_, parts) | Iter::Product(parts) => parts.iter().any(Self::drains),
            _ => false,
        }
    }

    /// The same items, each to be had at a position that is known at run time.
    pub fn by_position(&mut self, iter: Iter, span: Span) -> Res<Iter> {
        Ok(match iter {
            Iter::Items(items) => {
                let hidden = self.hidden_site(Kind::List);
                match self.list_of(&hidden, &items, span)? {
                    Val::Heap(site, object) => Iter::Rows(site, object),
                    _ => return Err(Stop::Reported),
                }
            }
            Iter::Enumerate(inner, start) => Iter::Enumerate(Box::new(self.by_position(*inner, span)?), start),
            Iter::Reversed(inner) => Iter::Reversed(Box::new(self.by_position(*inner, span)?)),
            Iter::Zip(parts) => Iter::Zip(self.all_by_position(parts, span)?),
            Iter::Map(function, parts) => Iter::Map(function, self.all_by_position(parts, span)?),
            Iter::Product(parts) => Iter::Product(self.all_by_position(parts, span)?),
            other => other,
        })
    }

    fn all_by_position(&mut self, parts: Vec<Iter>, span: Span) -> Res<Vec<Iter>> {
        parts.into_iter().map(|part| self.by_position(part, span)).collect()
    }

    /// The rows of something to go over, as an object that holds what objects of a place hold.
    pub fn as_list_like(&mut self, site: &Site, val: &Val, span: Span) -> Res<Value> {
        let val = self.present(val.clone(), None, span)?;
        if let Val::Heap(other, object) = &val
            && other.kind() == site.kind()
            && matches!(site.kind(), Kind::List | Kind::Tuple)
        {
            if !site.unify(other) {
                let message = format!("a list that holds {} cannot take items of {}", site.part(0), other.part(0));
                return self.fail(span, message, "use items of one type");
            }
            return Ok(*object);
        }
        let iter = self.iter_of(val, span)?;
        match self.collect_with(site, "list", &iter, span, &mut |_, item| Ok(vec![item]))? {
            Val::Heap(_, object) => Ok(object),
            _ => Err(Stop::Reported),
        }
    }

    /// `list(iterable)` and its like: an object made by the expression `id`.
    pub fn made_of(&mut self, id: impl Into<u64>, kind: Kind, val: Option<Val>, span: Span) -> Res<Val> {
        let site = self.site(id, kind);
        let Some(val) = val else { return Ok(self.new_object(&site, kind.name(), &[])) };
        let val = self.present(val, None, span)?;
        match (&val, kind) {
            // A plain dict of a defaultdict or a counter: the same entries, without the default.
            (Val::Heap(other, _), Kind::Dict) if other.kind() == kind && other.default() != site.default() => {
                let fresh = self.new_object(&site, kind.name(), &[]);
                let Val::Heap(_, target) = fresh else { return Err(Stop::Reported) };
                self.update_dict(&site, target, &val, span)?;
                return Ok(fresh);
            }
            (Val::Heap(other, object), _) if other.kind() == kind => {
                // A copy holds what the original holds.
                if !site.unify(other) {
                    return self.fail(span, "this object cannot be copied", "use items of one type");
                }
                return self.copied(&site, *object);
            }
            (Val::Heap(other, object), Kind::Set | Kind::FrozenSet) if other.kind() == Kind::Dict => {
                if !site.grow(0, &other.part(0)) {
                    return self.fail(span, "these keys do not fit in the set", "use keys of one type");
                }
                let fresh = self.new_object(&site, kind.name(), &[]);
                let Val::Heap(_, target) = fresh else { return Err(Stop::Reported) };
                self.table_do(target, "update", &[*object]);
                return Ok(fresh);
            }
            _ => {}
        }
        let iter = self.iter_of(val, span)?;
        self.collect_with(&site, kind.name(), &iter, span, &mut |this, item| match kind {
            Kind::Dict => this.pair_of(item, span),
            _ => Ok(vec![item]),
        })
    }

    /// A key and a value.
    fn pair_of(&mut self, item: Val, span: Span) -> Res<Vec<Val>> {
        match &item {
            Val::Tuple(parts) if parts.len() == 2 => Ok(parts.to_vec()),
            Val::List(parts) if parts.len() == 2 => Ok(parts.to_vec()),
            _ => self.fail(span, "a dict is made of pairs of a key and a value", "use `{key: value for ...}`"),
        }
    }

    /// The length of an object.
    pub fn object_length(&mut self, site: &Site, object: Value, span: Span) -> Res<Scalar> {
        if let Kind::Class(_) = site.kind() {
            let own = Val::Heap(site.clone(), object);
            if let Some(length) = self.special(&own, "__len__", &[], span) {
                let length = length?;
                return self.int_of(&length, span);
            }
            if let Some(items) = self.tuple_items(site, object, span) {
                return Ok(Scalar::int(items.len() as i64));
            }
            return self.fail(span, format!("a `{}` has no len()", site.name()), "define `__len__`");
        }
        if site.kind() == Kind::Record {
            return Ok(Scalar::int(site.fields().len() as i64));
        }
        if site.kind() == Kind::Iterator {
            return self.fail(span, "object of type 'iterator' has no len()", "make a list of it: `list(...)`");
        }
        Ok(Scalar::of(Num::INT, self.table_len(object)))
    }
}

impl<'a> Lowerer<'a> {
    /// Whether an object counts as true: whether it holds anything.
    pub fn truth_of_object(&mut self, site: &Site, object: Value, span: Span) -> Res<crate::value::Repr<bool>> {
        if let Kind::Class(_) = site.kind() {
            let own = Val::Heap(site.clone(), object);
            for name in ["__bool__", "__len__"] {
                if let Some(truth) = self.special(&own, name, &[], span) {
                    let truth = truth?;
                    return Ok(self.truth_of(truth, span));
                }
            }
            return Ok(crate::value::Repr::Const(true));
        }
        if matches!(site.kind(), Kind::Iterator | Kind::Record) {
            return Ok(crate::value::Repr::Const(true));
        }
        let (length, zero) = (self.table_len(object), self.int(0));
        Ok(crate::value::Repr::Value(self.compare_ints("sgt", length, zero)))
    }

    /// `val in iterator`.
    pub fn is_in_iter(&mut self, val: &Val, iter: &Iter, span: Span) -> Res<crate::value::Repr<bool>> {
        if let Iter::Entries(entries) = iter
            && entries.view == View::Keys
        {
            return self.is_in_object(val, &entries.site.clone(), entries.object, span);
        }
        let found = self.any_of_items(iter, true, span, &mut |this, item| {
            let equal = this.compare(crate::ast::CmpOp::Eq, val.clone(), item, span)?;
            Ok(this.truth_of(equal, span))
        })?;
        Ok(self.truth_of(found, span))
    }
}

impl Lowerer<'_> {
    /// `repr` of `d.keys()` and its like.
    pub fn text_of_view(&mut self, iter: &Iter, span: Span) -> Res<crate::value::Repr<Rc<str>>> {
        let Iter::Entries(entries) = iter else { return Err(Stop::Reported) };
        let name = match entries.view {
            View::Keys => "dict_keys(",
            View::Values => "dict_values(",
            View::Items => "dict_items(",
        };
        let hidden = self.hidden_site(Kind::List);
        let list = self.collect_with(&hidden, "list", iter, span, &mut |_, item| Ok(vec![item]))?;
        let text = self.repr_of(&list, span)?;
        Ok(self.concat(vec![crate::value::Repr::Const(name.into()), text, crate::value::Repr::Const(")".into())]))
    }
}
