//! `collections.Counter`: a dict whose missing keys count nothing; what it does beyond a dict is written in the prelude.

use super::super::call::{Args, Row};
use super::super::function::Passed;
use super::super::{Lowerer, Res};
use super::list::MethodCall;
use crate::ast::BinOp;
use crate::heap::{Kind, Site};
use crate::source::Span;
use crate::types::Static;
use crate::value::{Repr, Val};
use phylanx_dialects::ir::Value;
use std::rc::Rc;

#[rustfmt::skip]
pub const ROWS: &[Row] = &[
    Row { name: "collections.Counter", params: "iterable=", build: counter },
];

/// The default by which a dict is known as a counter.
pub const COUNTER: &str = "collections.Counter";

fn counter<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let site = lowerer.site(super::place_in(args.span, 0), Kind::Dict);
    site.set_default(Static::Path(COUNTER.into()));
    lowerer.grow(&site, 1, &Val::int(0), args.span)?;
    let made = lowerer.new_object(&site, "dict", &[]);
    if let Some(items) = args.get(0).cloned() {
        lowerer.count_items(&made, items, 1, args.span)?;
    }
    Ok(made)
}

impl<'a> Lowerer<'a> {
    pub fn is_counter(site: &Site) -> bool {
        site.kind() == Kind::Dict && matches!(site.default(), Some(Static::Path(path)) if &*path == COUNTER)
    }

    /// Adds what an iterable or a mapping counts to a counter, or takes it away.
    fn count_items(&mut self, counter: &Val, items: Val, sign: i64, span: Span) -> Res<()> {
        let items = self.present(items, None, span)?;
        let is_mapping = matches!(&items, Val::Heap(site, _) if site.kind() == Kind::Dict);
        let name = if is_mapping { "_counter_merge" } else { "_method_Counter" };
        let items = match items {
            // What cannot be passed to a function is made a list.
            Val::Iter(_) if items.ty().is_none() => {
                self.made_of(super::place_in(span, 2), Kind::List, Some(items), span)?
            }
            items => items,
        };
        self.call_counter(name, vec![counter.clone(), items, Val::int(sign)], span).map(drop)
    }

    fn call_counter(&mut self, name: &str, vals: Vec<Val>, span: Span) -> Res<Val> {
        let path = format!("collections.{name}");
        let found =
            crate::prelude::function(&path).and_then(|(file, function)| self.program.prelude_function(file, function));
        let Some(function) = found else {
            return self.fail(span, "counters are not known here", "import `Counter` from `collections`");
        };
        let passed = vals.into_iter().map(|val| Passed { name: None, val, span }).collect();
        self.call_function(function, passed, span)
    }

    /// A method that counters have beside those of a dict.
    pub fn counter_method(&mut self, call: &MethodCall) -> Option<Res<Val>> {
        let own = Val::Heap(call.site.clone(), call.object);
        let name = match (call.name, call.args) {
            ("most_common", [] | [_]) => "_counter_most_common",
            ("elements", []) => "_counter_elements",
            ("total", []) => "_counter_total",
            ("update" | "subtract", [items]) => {
                let sign = if call.name == "update" { 1 } else { -1 };
                return Some(self.count_items(&own, items.clone(), sign, call.span).map(|()| Val::None));
            }
            _ => return None,
        };
        let vals = std::iter::once(own).chain(call.args.iter().cloned()).collect();
        Some(self.call_counter(name, vals, call.span))
    }

    /// An operator between two counters.
    pub fn counter_operator(&mut self, op: BinOp, left: &Val, right: &Val, span: Span) -> Option<Res<Val>> {
        let is_counter = |val: &Val| matches!(val, Val::Heap(site, _) if Self::is_counter(site));
        if !is_counter(left) || !is_counter(right) {
            return None;
        }
        let name = match op {
            BinOp::Add => "_counter_add",
            BinOp::Sub => "_counter_sub",
            BinOp::And => "_counter_and",
            BinOp::Or => "_counter_or",
            _ => return None,
        };
        Some(self.call_counter(name, vec![left.clone(), right.clone()], span))
    }

    /// `repr` of a counter.
    pub fn counter_text(&mut self, site: &Site, object: Value, span: Span) -> Res<Repr<Rc<str>>> {
        match self.call_counter("_counter_repr", vec![Val::Heap(site.clone(), object)], span)? {
            Val::Str(text) => Ok(text),
            _ => Err(super::super::emit::Stop::Reported),
        }
    }
}
