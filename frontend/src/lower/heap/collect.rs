//! Loops that comprehensions stand for, and the objects that they fill.

use super::super::emit::Stop;
use super::super::{Lowerer, Res};
use crate::ast::{Clause, Comprehension, Expr, ExprKind, Makes};
use crate::heap::{Kind, Site};
use crate::scope::walk::{for_each_expr, for_each_lambda, free, target_names};
use crate::source::Span;
use crate::types::Num;
use crate::value::{Iter, Repr, Scalar, Val};
use phylanx_dialects::ir::{Attr, Block, Op, Region, Type, Value};
use std::collections::BTreeSet;
use std::rc::Rc;

/// Most items of a comprehension that are known one by one.
const MAX_KNOWN: usize = 64;

/// What is done with each item.
pub type Each<'f, 'a> = &'f mut dyn FnMut(&mut Lowerer<'a>, Val) -> Res<()>;

/// What an object gets for each item: the parts of a row.
pub type Make<'f, 'a> = &'f mut dyn FnMut(&mut Lowerer<'a>, Val) -> Res<Vec<Val>>;

impl<'a> Lowerer<'a> {
    /// A comprehension; a generator is carried out at once, as a list.
    pub fn comprehension(&mut self, inner: &'a Comprehension, whole: &'a Expr) -> Res<Val> {
        self.refuse_walrus(inner)?;
        let outer = self.frame.comprehended.clone();
        let [clause, ..] = inner.clauses.as_slice() else { return Err(Stop::Reported) };
        let val = self.need(&clause.iter)?;
        let mut names = BTreeSet::new();
        inner.clauses.iter().for_each(|clause| target_names(&clause.target, &mut names));
        let saved: Vec<_> = names.iter().map(|name| (name.clone(), self.frame.env.get(name).cloned())).collect();
        names.iter().for_each(|name| self.renew_cell(name));
        // Variables that functions in the comprehension read are bound as others are.
        let mut shared = BTreeSet::new();
        for_each_lambda(whole, &mut |def| shared.extend(free(def)));
        self.frame.comprehended.extend(names.difference(&shared).cloned());
        self.enter_inner_frame(inner.makes, whole.span);
        let made = self.comprehended(inner, val, whole);
        self.frame.inner_frames.pop();
        self.frame.comprehended = outer;
        for (name, old) in saved {
            match old {
                Some(val) => self.frame.env.insert(name, val),
                None => self.frame.env.remove(&name),
            };
        }
        made
    }

    /// A comprehension is a frame in tracebacks; one of a generator is resumed by what uses the generator.
    fn enter_inner_frame(&mut self, makes: Makes, span: Span) {
        let (name, span) = match makes {
            Makes::List => ("<listcomp>", span),
            Makes::Set => ("<setcomp>", span),
            Makes::Dict => ("<dictcomp>", span),
            Makes::Generator => ("<genexpr>", self.frame.user),
        };
        let call = self.loc_of(span);
        self.frame.inner_frames.push((name.into(), call));
    }

    fn comprehended(&mut self, inner: &'a Comprehension, val: Val, whole: &'a Expr) -> Res<Val> {
        let kind = match inner.makes {
            Makes::List | Makes::Generator => Kind::List,
            Makes::Set => Kind::Set,
            Makes::Dict => Kind::Dict,
        };
        let [clause, more @ ..] = inner.clauses.as_slice() else { return Err(Stop::Reported) };
        let iter = self.iter_of(val, clause.iter.span)?;
        if kind == Kind::List
            && more.is_empty()
            && !self.is_changed(whole.id)
            && let Some(count) =
                self.fixed_length(&iter).filter(|count| *count <= MAX_KNOWN || self.static_items(&iter).is_some())
            && let Some(items) = self.known_items(inner, clause, &iter, count)?
        {
            return Ok(match inner.makes {
                Makes::Generator => Val::Iter(Rc::new(Iter::Items(items.into()))),
                _ => Val::List(items.into()),
            });
        }
        if let Some(record) = self.comprehended_record(inner, whole, &iter)? {
            return Ok(record);
        }
        let site = self.site(whole.id, kind);
        let Val::Heap(_, object) = self.new_object(&site, kind.name(), &[]) else { return Err(Stop::Reported) };
        let made = self.clauses_from(clause, more, iter, &mut |this| {
            let mut parts = vec![this.try_expr(&inner.element)?];
            if let Some(value) = &inner.value {
                parts.push(this.try_expr(value)?);
            }
            this.add_row(&site, object, &parts, whole.span)
        });
        self.restate(object, &site);
        made?;
        Ok(match inner.makes {
            Makes::Generator => Val::Iter(Rc::new(Iter::Rows(site, object))),
            _ => Val::Heap(site, object),
        })
    }

    /// `{key: value for ...}` over known items whose values are of several types.
    fn comprehended_record(&mut self, inner: &'a Comprehension, whole: &'a Expr, iter: &Iter) -> Res<Option<Val>> {
        let (Some(value), [clause]) = (&inner.value, inner.clauses.as_slice()) else { return Ok(None) };
        let Some(count) = self.static_items(iter).filter(|count| *count <= MAX_KNOWN) else { return Ok(None) };
        let start = self.checkpoint();
        let Some(keys) = self.known_items(inner, clause, iter, count)? else { return Ok(None) };
        let mut entries = Vec::new();
        for (at, key) in keys.into_iter().enumerate() {
            let item = self.iter_item(iter, &Scalar::int(at as i64));
            self.assign(&clause.target, item);
            let val = self.try_expr(value)?;
            entries.push((key, self.bound(val)));
        }
        // A condition that leaves items out makes keys and items unlike.
        if entries.len() != count || !Self::is_record(&entries) {
            self.rollback(&start);
            return Ok(None);
        }
        self.record_of(whole.id, entries, whole.span).map(Some)
    }

    fn refuse_walrus(&mut self, inner: &'a Comprehension) -> Res<()> {
        let mut found = None;
        let mut look = |expr: &'a Expr| {
            for_each_expr(expr, &mut |part| {
                if let ExprKind::Walrus(..) = part.kind {
                    found = Some(part.span);
                }
            });
        };
        look(&inner.element);
        inner.value.iter().for_each(&mut look);
        inner.clauses.iter().flat_map(|clause| &clause.conditions).for_each(look);
        match found {
            Some(span) => self.fail(span, "`:=` in a comprehension is not supported", "use a loop"),
            None => Ok(()),
        }
    }

    /// The items, when all conditions are known; nothing when the object must be filled as the program runs.
    fn known_items(
        &mut self,
        inner: &'a Comprehension,
        clause: &'a Clause,
        iter: &Iter,
        count: usize,
    ) -> Res<Option<Vec<Val>>> {
        let start = self.checkpoint();
        let env = self.frame.env.clone();
        let mut items = Vec::new();
        let mut all = Ok(Some(()));
        for at in 0..count {
            let item = self.iter_item(iter, &Scalar::int(at as i64));
            self.assign(&clause.target, item);
            all = self.known_item(inner, clause, &mut items);
            if !matches!(all, Ok(Some(()))) {
                break;
            }
        }
        if matches!(all, Ok(None)) {
            self.rollback(&start);
        }
        let mut names = BTreeSet::new();
        target_names(&clause.target, &mut names);
        for name in names {
            match env.get(&name) {
                Some(val) => self.frame.env.insert(name, val.clone()),
                None => self.frame.env.remove(&name),
            };
        }
        Ok(all?.map(|()| items))
    }

    fn known_item(&mut self, inner: &'a Comprehension, clause: &'a Clause, items: &mut Vec<Val>) -> Res<Option<()>> {
        for condition in &clause.conditions {
            match self.truth(condition) {
                Repr::Const(true) => {}
                Repr::Const(false) => return Ok(Some(())),
                Repr::Value(_) => return Ok(None),
            }
        }
        let val = self.try_expr(&inner.element)?;
        items.push(self.bound(val));
        Ok(Some(()))
    }

    /// The loops of a comprehension, one inside the other.
    fn clauses_from(
        &mut self,
        clause: &'a Clause,
        more: &'a [Clause],
        iter: Iter,
        body: &mut dyn FnMut(&mut Self) -> Res<()>,
    ) -> Res<()> {
        self.each(&iter, clause.iter.span, &mut |this, item| {
            this.assign(&clause.target, item);
            this.where_all(&clause.conditions, &mut |this| {
                let Some((next, rest)) = more.split_first() else { return body(this) };
                let val = this.need(&next.iter)?;
                let iter = this.iter_of(val, next.iter.span)?;
                this.clauses_from(next, rest, iter, body)
            })
        })
    }

    /// Does something where all conditions hold.
    fn where_all(&mut self, conditions: &'a [Expr], then: &mut dyn FnMut(&mut Self) -> Res<()>) -> Res<()> {
        let Some((first, rest)) = conditions.split_first() else { return then(self) };
        match self.truth(first) {
            Repr::Const(true) => self.where_all(rest, then),
            Repr::Const(false) => Ok(()),
            Repr::Value(condition) => {
                let mut done = Ok(());
                let Some(mut inner) = self.branch(first.span, |this| {
                    this.narrow(first, true);
                    done = this.where_all(rest, then);
                }) else {
                    return Err(Stop::Reported);
                };
                self.extend(&mut inner.ops, |this| this.effect("scf.yield", &[], &[]));
                let body = Region::of(Block { args: Vec::new(), ops: inner.ops });
                self.structured("scf.if", &[condition], Vec::new(), vec![body, Region::default()]);
                done
            }
        }
    }

    /// Does something with each item, in order.
    pub fn each(&mut self, iter: &Iter, span: Span, then: Each<'_, 'a>) -> Res<()> {
        if let Some(count) = self.static_items(iter).filter(|count| *count <= MAX_KNOWN) {
            for at in 0..count {
                let item = self.iter_item(iter, &Scalar::int(at as i64));
                then(self, item)?;
            }
            return Ok(());
        }
        let iter = self.by_position(iter.clone(), span)?;
        let length = self.iter_length(&iter);
        let (low, high, step) = (self.int(0), self.scalar_value(&length), self.int(1));
        let position = self.module.value(Type::I64);
        let mut done = Ok(());
        let Some(mut body) = self.branch(span, |this| {
            let item = this.iter_item(&iter, &Scalar::of(Num::INT, position));
            done = then(this, item);
        }) else {
            return Err(Stop::Reported);
        };
        if Self::may_shrink(&iter) {
            self.while_there(&iter, position, body.ops);
        } else {
            self.extend(&mut body.ops, |this| this.effect("scf.yield", &[], &[]));
            let body = Region::of(Block { args: vec![position], ops: body.ops });
            self.structured("scf.for", &[low, high, step], Vec::new(), vec![body]);
        }
        done
    }

    /// A loop that looks at the length before each round.
    fn while_there(&mut self, iter: &Iter, position: Value, mut ops: Vec<Op>) {
        let zero = self.int(0);
        let at = self.module.value(Type::I64);
        let (test, ()) = self.region(|this| {
            let length = this.iter_length(iter);
            let length = this.scalar_value(&length);
            let more = this.compare_ints("slt", at, length);
            this.effect("scf.condition", &[more, at], &[]);
        });
        self.extend(&mut ops, |this| {
            let one = this.int(1);
            let next = this.op("arith.addi", &[position, one], Type::I64);
            this.effect("scf.yield", &[next], &[]);
        });
        let regions =
            vec![Region::of(Block { args: vec![at], ops: test }), Region::of(Block { args: vec![position], ops })];
        self.structured("scf.while", &[zero], vec![Type::I64], regions);
    }

    /// An object filled with what is made of each item.
    pub fn collect_with(&mut self, site: &Site, kind: &str, iter: &Iter, span: Span, make: Make<'_, 'a>) -> Res<Val> {
        let Val::Heap(_, object) = self.new_object(site, kind, &[]) else { return Err(Stop::Reported) };
        let done = self.each(iter, span, &mut |this, item| {
            let parts = make(this, item)?;
            this.add_row(site, object, &parts, span)
        });
        self.restate(object, site);
        done?;
        Ok(Val::Heap(site.clone(), object))
    }

    /// Appends to a list, adds to a set, sets an entry of a dict.
    pub fn add_row(&mut self, site: &Site, object: Value, parts: &[Val], span: Span) -> Res<()> {
        let mut leaves = Vec::new();
        for (at, part) in parts.iter().enumerate() {
            if at == 0 && site.kind().is_keyed() {
                self.check_key(part, span)?;
            }
            leaves.extend(self.held(site, at, part, span)?);
        }
        let method = if site.kind().is_keyed() { "put" } else { "append" };
        self.table_do(object, method, &leaves);
        Ok(())
    }

    /// States the shape of an object anew, once it is known what it holds.
    pub fn restate(&mut self, object: Value, site: &Site) {
        let shape = self.shape_of_site(site);
        if let Some(op) = self.frame.ops.iter_mut().rev().find(|op| op.results.contains(&object)) {
            op.attrs.insert("shape".into(), Attr::str(shape));
        }
    }
}
