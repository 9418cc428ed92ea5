//! Objects on the heap: lists, dicts, sets and instances whose contents are known when the program runs.

mod collect;
pub mod counter;
mod entries;
mod fold;
pub mod library;
mod list;
mod methods;
pub mod once;
mod places;
mod record;
mod rows;
mod slice;
mod source;

pub use list::MethodCall;

use super::{Lowerer, Res};
use crate::ast::NodeId;
use crate::heap::{Growth, Kind, Literal, Origin, Site, demote, holds_known_list, shape};
use crate::source::Span;
use crate::types::Ty;
use crate::value::{Items, Val};
use phylanx_dialects::ir::{Attr, Type, Value};
use std::collections::HashMap;
use std::rc::Rc;

/// A place: the specialisation, the expression, and which of the objects that it makes.
type Key = (Rc<str>, u64, u32);

/// What is known of the program's objects over all rounds of lowering.
#[derive(Default)]
pub struct Places {
    sites: HashMap<(Key, Kind), Site>,
    literals: HashMap<Key, Literal>,
    pub growth: Growth,
    /// Types of the arguments that a Python session passes.
    pub outside: Option<Vec<crate::types::Ty>>,
}

/// The number of a place that is not an expression of its own: where it stands, and which of the places there.
pub fn place_in(span: Span, which: u64) -> u64 {
    (1 << 63) | (u64::from(span.file) << 44) | (u64::from(span.start) << 8) | which
}

/// Which of the places at a call.
pub const REPEATED: u64 = 1;
pub const SPLIT: u64 = 2;
pub const DEFAULT: u64 = 3;
pub const SLICED: u64 = 6;
pub const TO_LIST: u64 = 16;

impl<'a> Lowerer<'a> {
    /// The place of the objects that an expression makes.
    pub fn site(&mut self, id: impl Into<u64>, kind: Kind) -> Site {
        self.site_at((self.frame.place.clone(), id.into(), 0), kind)
    }

    fn site_at(&mut self, key: Key, kind: Kind) -> Site {
        let growth = self.places.growth.clone();
        let made = || Site::new(kind, kind.name().into(), growth);
        self.places.sites.entry((key, kind)).or_insert_with(made).clone()
    }

    /// The place of all instances of a class.
    pub fn class_site_named(&mut self, index: usize, name: &str) -> Site {
        let growth = self.places.growth.clone();
        let kind = Kind::Class(index);
        let key = (Rc::from("class"), index as u64, 0);
        self.places.sites.entry((key, kind)).or_insert_with(|| Site::new(kind, name.into(), growth)).clone()
    }

    /// A place of objects that nothing but the code at hand sees.
    pub fn hidden_site(&self, kind: Kind) -> Site {
        Site::new(kind, kind.name().into(), Growth::default())
    }

    /// What an expression gave: lists in it get their place, and are objects if the program changes them.
    pub fn placed(&mut self, val: Val, id: NodeId, span: Span) -> Res<Val> {
        let mut number = 0;
        self.placed_at(val, id, &mut number, span)
    }

    fn placed_at(&mut self, val: Val, id: NodeId, number: &mut u32, span: Span) -> Res<Val> {
        match val {
            Val::List(items) if items.origin.is_empty() => {
                let key = (self.frame.place.clone(), u64::from(id), *number);
                *number += 1;
                let growth = self.places.growth.clone();
                let literal = self.places.literals.entry(key.clone()).or_insert_with(|| Literal::new(growth)).clone();
                let mut inner = Vec::new();
                for item in items.iter() {
                    inner.push(self.placed_at(item.clone(), id, number, span)?);
                }
                if !literal.changes.get() {
                    return Ok(Val::List(Items::from(inner).with_origin(Origin::of(literal))));
                }
                let site = self.site_at(key, Kind::List);
                self.list_of(&site, &inner, span)
            }
            Val::Tuple(items) if items.iter().any(|item| matches!(item, Val::List(_) | Val::Tuple(_))) => {
                let mut inner = Vec::new();
                for item in items.iter() {
                    inner.push(self.placed_at(item.clone(), id, number, span)?);
                }
                Ok(Val::Tuple(inner.into()))
            }
            val => Ok(val),
        }
    }

    /// A list of known items as an object.
    pub fn list_of(&mut self, site: &Site, items: &[Val], span: Span) -> Res<Val> {
        let vals: Vec<Val> = items.iter().map(|item| self.bound(item.clone())).collect();
        for val in &vals {
            self.grow(site, 0, val, span)?;
        }
        let mut operands = Vec::new();
        for val in &vals {
            operands.extend(self.coerce(val, &site.part(0)));
        }
        if site.width() == 0 {
            // Rows without leaves are counted alone.
            let count = self.int(vals.len() as i64);
            return Ok(self.new_object(site, "list*", &[count]));
        }
        Ok(self.new_object(site, site.kind().name(), &operands))
    }

    /// A fresh object.
    pub fn new_object(&mut self, site: &Site, kind: &str, operands: &[Value]) -> Val {
        let attrs = [("kind", Attr::str(kind)), ("shape", Attr::str(self.shape_of_site(site)))];
        let value = self.op_with("physl.table_new", operands, Type::Object, &attrs);
        Val::Heap(site.clone(), value)
    }

    fn shape_of_site(&self, site: &Site) -> String {
        let fields = site.fields();
        match site.kind() {
            Kind::Class(index) => {
                // What a dataclass holds besides its fields is not shown and not compared.
                let shown = self.data_fields(index);
                let is_shown = |name: &str| shown.iter().any(|field| **field == *name);
                let mark = |name: &str| if is_shown(name) { "" } else { "-" };
                let parts: Vec<String> = fields
                    .iter()
                    .map(|field| format!("{}{}={}", mark(&field.name), field.name, shape(&field.ty)))
                    .collect();
                format!("${}({})", site.name(), parts.join(","))
            }
            Kind::Record => {
                let field = |(at, field): (usize, &crate::heap::Field)| format!("-f{at}={}", shape(&field.ty));
                format!("$dict({})", fields.iter().enumerate().map(field).collect::<Vec<_>>().join(","))
            }
            _ => fields.iter().map(|field| shape(&field.ty)).collect::<Vec<_>>().join(":"),
        }
    }

    /// Makes objects of a place able to hold a value.
    pub fn grow(&mut self, site: &Site, part: usize, val: &Val, span: Span) -> Res<()> {
        let Some(ty) = val.ty() else {
            let message = format!("a {} cannot hold {}", site.kind().name(), val.describe());
            return self.fail(span, message, "store numbers, strings, arrays, tuples, lists or objects");
        };
        match ty {
            Ty::Unknown => return Err(super::emit::Stop::Reported),
            Ty::Never => return Err(super::emit::Stop::Never),
            _ => {}
        }
        if holds_known_list(&ty) {
            if demote(&ty) {
                return Err(super::emit::Stop::Reported);
            }
            return self.contradiction(span, "a list that nothing has made");
        }
        if !site.grow(part, &ty) {
            let (kind, old) = (site.kind().name(), site.part(part));
            let message = format!("a {kind} that holds {old} cannot hold {ty} too");
            return self.fail(span, message, "use values of one type, or a list for each type");
        }
        Ok(())
    }

    /// A value as the leaves of a part of a row.
    pub fn held(&mut self, site: &Site, part: usize, val: &Val, span: Span) -> Res<Vec<Value>> {
        let val = self.bound(val.clone());
        let val = self.as_tuple_object(&site.part(part), val, span)?;
        self.grow(site, part, &val, span)?;
        Ok(self.coerce(&val, &site.part(part)))
    }

    /// A tuple of known items as an object where objects are held.
    pub fn as_tuple_object(&mut self, ty: &Ty, val: Val, span: Span) -> Res<Val> {
        match (ty, &val) {
            (Ty::Heap(inner), Val::Tuple(items)) if inner.kind() == Kind::Tuple => {
                self.list_of(inner, &items.clone(), span)
            }
            _ => Ok(val),
        }
    }

    /// Whether a value is a list of known items that the program changes; then it is an object in the next round.
    pub fn must_be_object<T>(&mut self, items: &Items, span: Span) -> Res<T> {
        if items.origin.demote() {
            return Err(super::emit::Stop::Reported);
        }
        self.contradiction(span, "a list that nothing has made")
    }

    /// `object.method(operands)` without a value.
    pub fn table_do(&mut self, object: Value, method: &str, operands: &[Value]) {
        let all: Vec<Value> = std::iter::once(object).chain(operands.iter().copied()).collect();
        self.effect("physl.table_do", &all, &[("method", Attr::str(method))]);
    }

    /// `object.method(operands)` that changes the object and gives a row.
    pub fn table_take(&mut self, object: Value, method: &str, operands: &[Value]) -> Value {
        let all: Vec<Value> = std::iter::once(object).chain(operands.iter().copied()).collect();
        self.op_with("physl.table_take", &all, Type::I64, &[("method", Attr::str(method))])
    }

    /// A question to an object.
    pub fn table_ask(&mut self, object: Value, method: &str, operands: &[Value], ty: Type) -> Value {
        let all: Vec<Value> = std::iter::once(object).chain(operands.iter().copied()).collect();
        self.op_with("physl.table_ask", &all, ty, &[("method", Attr::str(method))])
    }

    /// The number of rows.
    pub fn table_len(&mut self, object: Value) -> Value {
        self.op("physl.table_len", &[object], Type::I64)
    }
}
