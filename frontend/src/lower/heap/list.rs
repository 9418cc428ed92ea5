//! Methods of lists and deques.

use super::super::{Lowerer, Res};
use crate::heap::{Kind, Site};
use crate::source::Span;
use crate::types::Num;
use crate::value::{Const, Repr, Scalar, Val};
use phylanx_dialects::ir::{Type, Value};

/// A method call on an object.
pub struct MethodCall<'c> {
    pub site: &'c Site,
    pub object: Value,
    pub name: &'c str,
    pub args: &'c [Val],
    pub named: &'c [(crate::ast::Name, Val)],
    pub span: Span,
}

impl MethodCall<'_> {
    pub fn named(&self, name: &str) -> Option<&Val> {
        self.named.iter().find(|(known, _)| &**known == name).map(|(_, val)| val)
    }
}

impl<'a> Lowerer<'a> {
    /// A method of a list or deque.
    pub fn list_method(&mut self, call: &MethodCall) -> Res<Val> {
        let (site, object, span) = (call.site, call.object, call.span);
        match (call.name, call.args) {
            ("append" | "appendleft", [item]) => {
                let leaves = self.held(site, 0, item, span)?;
                self.table_do(object, call.name, &leaves);
                Ok(Val::None)
            }
            ("extend" | "extendleft", [other]) => {
                let other = self.as_list_like(site, other, span)?;
                self.table_do(object, call.name, &[other]);
                Ok(Val::None)
            }
            ("insert", [index, item]) => {
                let index = self.int_of(index, span)?;
                let mut operands = vec![self.scalar_value(&index)];
                operands.extend(self.held(site, 0, item, span)?);
                self.table_do(object, "insert", &operands);
                Ok(Val::None)
            }
            ("pop", []) => self.pop_from_list(call, &Scalar::int(-1)),
            ("popleft", []) => self.pop_from_list(call, &Scalar::int(0)),
            ("pop", [index]) => {
                let index = self.int_of(index, span)?;
                self.pop_from_list(call, &index)
            }
            ("remove", [item]) => {
                match self.sought(site, item, span)? {
                    Some(leaves) => self.table_do(object, "remove", &leaves),
                    None => self.raise("ValueError", "list.remove(x): x not in list"),
                }
                Ok(Val::None)
            }
            ("index", [item, bounds @ ..]) if bounds.len() <= 2 => self.index_in_list(call, item, bounds),
            ("count", [item]) => Ok(match self.sought(site, item, span)? {
                Some(leaves) => Val::scalar(Num::INT, self.table_ask(object, "count", &leaves, Type::I64)),
                None => Val::int(0),
            }),
            ("reverse" | "clear", []) => {
                self.table_do(object, call.name, &[]);
                Ok(Val::None)
            }
            ("copy", []) => self.copied(site, object),
            ("rotate", by) if by.len() <= 1 => {
                let by = self.int_of(by.first().unwrap_or(&Val::int(1)), span)?;
                let by = self.scalar_value(&by);
                self.table_do(object, "rotate", &[by]);
                Ok(Val::None)
            }
            ("sort", []) => self.sort_list(call),
            _ => {
                let message =
                    format!("{} has no supported method `{}` with these arguments", site.kind().name(), call.name);
                self.fail(span, message, "use another method, or a loop")
            }
        }
    }

    fn pop_from_list(&mut self, call: &MethodCall, index: &Scalar) -> Res<Val> {
        let (site, object) = (call.site, call.object);
        let length = self.table_len(object);
        let zero = self.int(0);
        let empty = self.compare_ints("eq", length, zero);
        let message = if site.kind() == Kind::Deque { "pop from an empty deque" } else { "pop from empty list" };
        self.raise_when(empty, "IndexError", message);
        let index = self.scalar_value(index);
        let row = self.row_at(object, index, &Self::range_message(site, "pop"));
        let item = self.row_part(site, object, row, 0);
        self.table_do(object, "remove_row", &[row]);
        Ok(item)
    }

    fn index_in_list(&mut self, call: &MethodCall, item: &Val, bounds: &[Val]) -> Res<Val> {
        let mut operands = Vec::new();
        for (at, default) in [0, i64::MAX].into_iter().enumerate() {
            let bound = self.int_of(bounds.get(at).unwrap_or(&Val::int(default)), call.span)?;
            operands.push(self.scalar_value(&bound));
        }
        let Some(leaves) = self.sought(call.site, item, call.span)? else {
            self.raise("ValueError", "list.index(x): x not in list");
            return Ok(Val::int(0));
        };
        operands.extend(leaves);
        Ok(Val::scalar(Num::INT, self.table_ask(call.object, "index", &operands, Type::I64)))
    }

    /// A fresh object with the same rows; of the same place, as its rows are alike.
    pub fn copied(&mut self, site: &Site, object: Value) -> Res<Val> {
        let copy = self.table_ask(object, "copy", &[], Type::Object);
        Ok(Val::Heap(site.clone(), copy))
    }

    fn sort_list(&mut self, call: &MethodCall) -> Res<Val> {
        let reverse = match call.named("reverse") {
            Some(val) => {
                let truth = self.truth_of(val.clone(), call.span);
                self.flag_value(&truth)
            }
            None => self.bool(false),
        };
        match call.named("key") {
            None | Some(Val::None) if self.orders_itself(call.site) => {
                let reverse = call.named("reverse").cloned().unwrap_or(Val::bool(false));
                if let Some(done) = self.in_own_order((call.site, call.object), "sort", vec![reverse], call.span) {
                    return done;
                }
            }
            None | Some(Val::None) => {
                self.check_order(call.site, call.span)?;
                self.table_do(call.object, "sort", &[reverse]);
            }
            Some(key) => {
                let keys = self.keys_of(call.site, call.object, &key.clone(), call.span)?;
                self.table_do(call.object, "sort_by", &[keys, reverse]);
            }
        }
        Ok(Val::None)
    }

    /// A hidden list of `key(item)` for each item.
    pub fn keys_of(&mut self, site: &Site, object: Value, key: &Val, span: Span) -> Res<Value> {
        let hidden = self.hidden_site(Kind::List);
        let iter = crate::value::Iter::Rows(site.clone(), object);
        let keys = self.collect_with(&hidden, "list", &iter, span, &mut |this, item| {
            let key = this.call_here(key.clone(), vec![item], span)?;
            Ok(vec![key])
        })?;
        self.check_order(&hidden, span)?;
        match keys {
            Val::Heap(_, value) => Ok(value),
            _ => Err(super::super::emit::Stop::Reported),
        }
    }

    /// Whether the items of a list say themselves which of two is less.
    fn orders_itself(&self, site: &Site) -> bool {
        self.defines(&site.part(0), &["__lt__"])
    }

    /// A function of the prelude on a list whose items order themselves; nothing for other lists.
    pub fn in_own_order(
        &mut self,
        (site, object): (&Site, Value),
        name: &str,
        rest: Vec<Val>,
        span: Span,
    ) -> Option<Res<Val>> {
        if let Some(item) = rest.first().filter(|_| name.starts_with("heap")) {
            let item = self.bound(item.clone());
            if let Err(stop) = self.grow(site, 0, &item, span) {
                return Some(Err(stop));
            }
        }
        if !self.orders_itself(site) {
            return None;
        }
        let path = format!("objects._method_{name}");
        let (file, function) = crate::prelude::function(&path)?;
        let function = self.program.prelude_function(file, function)?;
        let all = std::iter::once(Val::Heap(site.clone(), object)).chain(rest);
        let passed = all.map(|val| super::super::function::Passed { name: None, val, span }).collect();
        Some(self.call_function(function, passed, span))
    }

    /// Python orders numbers, strings, and tuples and lists of them.
    pub fn check_order(&mut self, site: &Site, span: Span) -> Res<()> {
        let ty = site.part(0);
        let refused = self.defines(&ty, &["__lt__", "__eq__"]);
        let classes = |index: usize| self.class_info(index).traits.order;
        if !refused && is_ordered(&ty, 0, &classes) {
            return Ok(());
        }
        self.fail(span, format!("`<` is not defined between items of type {ty}"), "sort by a key: `key=lambda x: ...`")
    }

    /// A position as a known or computed scalar.
    pub fn count_of(&mut self, val: &Val, span: Span) -> Res<Value> {
        let count = self.int_of(val, span)?;
        Ok(match count.repr {
            Repr::Const(Const::Int(value)) => self.int(value),
            _ => self.scalar_value(&count),
        })
    }
}

fn is_ordered(ty: &crate::types::Ty, depth: u32, classes: &dyn Fn(usize) -> bool) -> bool {
    use crate::types::Ty;
    match ty {
        Ty::Num(num) => !phylanx_dialects::dtype::is_complex(num.dtype),
        Ty::Either(kinds) => kinds.iter().all(|num| !phylanx_dialects::dtype::is_complex(num.dtype)),
        Ty::Mixed(_) | Ty::Str | Ty::Never | Ty::Unknown => true,
        Ty::Tuple(items) => items.iter().all(|item| is_ordered(item, depth + 1, classes)),
        Ty::Heap(site) => match site.kind() {
            Kind::List | Kind::Tuple | Kind::Deque => depth > 8 || is_ordered(&site.part(0), depth + 1, classes),
            Kind::Class(index) => classes(index),
            _ => false,
        },
        // Python raises where it meets `None` or compares arrays; the runtime does too.
        Ty::Option(..) | Ty::None | Ty::Array(_) => true,
        _ => false,
    }
}
