//! Dicts whose keys are texts that the program spells out and whose values are of several types: a field for each key.

use super::super::emit::Stop;
use super::super::{Lowerer, Res};
use super::list::MethodCall;
use crate::ast::Name;
use crate::ast::NodeId;
use crate::heap::{Kind, Site};
use crate::source::Span;
use crate::types::{Ty, join};
use crate::value::{Items, Iter, Repr, Val, View};
use phylanx_dialects::ir::{Attr, Type, Value};
use std::rc::Rc;

impl<'a> Lowerer<'a> {
    /// Whether entries make such a dict: constant texts as keys, and values that no one type holds.
    pub fn is_record(entries: &[(Val, Val)]) -> bool {
        let keys = entries.iter().all(|(key, _)| matches!(key, Val::Str(Repr::Const(_))));
        let types = entries.iter().map(|(_, val)| val.ty().map(|ty| ty.without_extents()));
        keys && entries.len() > 1 && types.reduce(|a, b| join(&a?, &b?)).is_some_and(|common| common.is_none())
    }

    /// A fresh dict with a field for each key; of entries with one key the last counts, in the place of the first.
    pub fn record_of(&mut self, id: NodeId, entries: Vec<(Val, Val)>, span: Span) -> Res<Val> {
        let site = self.site(id, Kind::Record);
        let mut fields: Vec<(Rc<str>, Val)> = Vec::new();
        for (key, val) in entries {
            let Val::Str(Repr::Const(key)) = key else { return Err(Stop::Reported) };
            match fields.iter_mut().find(|(known, _)| *known == key) {
                Some((_, old)) => *old = val,
                None => fields.push((key, val)),
            }
        }
        let mut leaves = Vec::new();
        for (name, val) in &fields {
            let part = site.make_field(name);
            leaves.extend(self.held(&site, part, val, span)?);
        }
        Ok(self.new_object(&site, "instance", &leaves))
    }

    /// The value of a key that is known.
    pub fn record_item(&mut self, site: &Site, object: Value, key: &Val, span: Span) -> Res<Val> {
        let (part, ty) = match self.record_part(site, key, span)? {
            Some(found) => found,
            None => return self.no_entry(key, span),
        };
        Ok(self.record_value(site, object, part, &ty))
    }

    /// The number and type of the field of a key; nothing when there is none.
    fn record_part(&mut self, site: &Site, key: &Val, span: Span) -> Res<Option<(usize, Ty)>> {
        match key {
            Val::Str(Repr::Const(name)) => Ok(site.field(name)),
            Val::Str(_) => {
                let help = "use constant keys, a loop over the dict, or values of one type";
                self.fail(span, "a dict of values of several types is indexed by constant keys", help)
            }
            _ => Ok(None),
        }
    }

    fn no_entry(&mut self, key: &Val, span: Span) -> Res<Val> {
        let text = self.repr_of(key, span)?;
        let text = self.text_value(&text);
        self.effect("physl.raise", &[text], &[("kind", Attr::str("KeyError"))]);
        Err(Stop::Never)
    }

    fn record_value(&mut self, site: &Site, object: Value, part: usize, ty: &Ty) -> Val {
        let first = site.offset(part);
        let mut values = Vec::new();
        for (at, leaf) in ty.leaves().into_iter().enumerate() {
            values.push(self.op_with("physl.cell_get", &[object], leaf, &[("at", Attr::int((first + at) as i64))]));
        }
        self.rebuild(ty, &mut values.into_iter())
    }

    /// `record[key] = val`.
    pub fn store_in_record(&mut self, site: &Site, object: Value, key: &Val, val: &Val, span: Span) -> Res<()> {
        let Some((part, _)) = self.record_part(site, key, span)? else {
            let help = "spell all keys out where the dict is made, or use values of one type";
            return self.fail(span, "a dict of values of several types takes no new keys", help);
        };
        let leaves = self.held(site, part, val, span)?;
        if leaves.is_empty() {
            return Ok(());
        }
        let operands: Vec<Value> = std::iter::once(object).chain(leaves).collect();
        self.effect("physl.cell_set", &operands, &[("at", Attr::int(site.offset(part) as i64))]);
        Ok(())
    }

    /// What is seen of the entries, each known.
    pub fn record_iter(&mut self, site: &Site, object: Value, view: View) -> Iter {
        let mut items = Vec::new();
        for (part, field) in site.fields().into_iter().enumerate() {
            let key = Val::text(&*field.name);
            items.push(match view {
                View::Keys => key,
                View::Values => self.record_value(site, object, part, &field.ty),
                View::Items => {
                    let value = self.record_value(site, object, part, &field.ty);
                    Val::Tuple(Items::from([key, value]))
                }
            });
        }
        Iter::Items(items.into())
    }

    /// A method of such a dict.
    pub fn record_object_method(&mut self, call: &MethodCall) -> Res<Val> {
        let (site, object, span) = (call.site, call.object, call.span);
        let view = match call.name {
            "keys" => View::Keys,
            "values" => View::Values,
            _ => View::Items,
        };
        match (call.name, call.args) {
            ("keys" | "values" | "items", []) => Ok(Val::Iter(Rc::new(self.record_iter(site, object, view)))),
            ("get", [key, default @ ..]) if default.len() <= 1 => match self.record_part(site, key, span)? {
                Some((part, ty)) => Ok(self.record_value(site, object, part, &ty)),
                None => Ok(default.first().cloned().unwrap_or(Val::None)),
            },
            ("copy", []) => Ok(Val::Heap(site.clone(), self.table_ask(object, "copy", &[], Type::Object))),
            ("update", [Val::Heap(other, theirs)]) if other.kind() == Kind::Record => {
                for field in other.fields() {
                    let key = Val::text(&*field.name);
                    let val = self.record_item(other, *theirs, &key, span)?;
                    self.store_in_record(site, object, &key, &val, span)?;
                }
                Ok(Val::None)
            }
            _ => self.no_method(call),
        }
    }

    /// `repr` of such a dict.
    pub fn record_text(&mut self, site: &Site, object: Value, span: Span) -> Res<Repr<Rc<str>>> {
        let mut entries = Vec::new();
        for (part, field) in site.fields().into_iter().enumerate() {
            entries.push(((&*field.name).into(), self.record_value(site, object, part, &field.ty)));
        }
        self.entries_text(entries, span)
    }

    /// `repr` of a dict of these entries.
    pub fn entries_text(&mut self, entries: Vec<(Name, Val)>, span: Span) -> Res<Repr<Rc<str>>> {
        let mut parts = vec![Repr::Const("{".into())];
        for (at, (name, val)) in entries.into_iter().enumerate() {
            let key = self.repr_of(&Val::text(name), span)?;
            parts.extend([Repr::Const(if at > 0 { ", " } else { "" }.into()), key, Repr::Const(": ".into())]);
            parts.push(self.repr_of(&val, span)?);
        }
        parts.push(Repr::Const("}".into()));
        Ok(self.concat(parts))
    }
}
