//! `enum`: classes whose values are instances that exist once.

use super::super::emit::Stop;
use super::super::function::Passed;
use super::super::{Lowerer, Res};
use crate::ast::{CmpOp, Expr, ExprKind, Name, StmtKind};
use crate::heap::Site;
use crate::scope::classes::last_name;
use crate::source::Span;
use crate::value::{Items, Repr, Val};
use phylanx_dialects::ir::Value;
use std::rc::Rc;

impl<'a> Lowerer<'a> {
    /// Whether a class is an enumeration.
    pub fn is_enum(&self, index: usize) -> bool {
        matches!(self.class_info(index).base.as_deref(), Some("Enum" | "IntEnum")) && self.base_of(index).is_none()
    }

    /// Whether members count as their values.
    fn is_int_enum(&self, index: usize) -> bool {
        self.is_enum(index) && self.class_info(index).base.as_deref() == Some("IntEnum")
    }

    /// The members in order, with their values.
    fn members(&self, index: usize) -> Vec<(Name, &'a Expr)> {
        let mut members = Vec::new();
        for stmt in &self.class_info(index).def.body {
            if let StmtKind::Assign(targets, value) = &stmt.kind
                && let [Expr { kind: ExprKind::Name(name), .. }] = targets.as_slice()
                && !name.starts_with('_')
            {
                members.push((name.clone(), value));
            }
        }
        members
    }

    pub fn member_names(&self, index: usize) -> Vec<Name> {
        self.members(index).into_iter().map(|(name, _)| name).collect()
    }

    /// Makes the members of an enumeration.
    pub fn define_members(&mut self, index: usize) {
        let mut last = 0;
        for (name, value) in self.members(index) {
            let is_auto = matches!(&value.kind, ExprKind::Call(callee, args)
                if args.is_empty() && last_name(callee) == Some("auto"));
            let val = if is_auto { Val::int(last + 1) } else { self.expr(value) };
            if let Val::Scalar(scalar) = &val
                && let Some(known) = scalar.known().and_then(crate::value::Const::as_i64)
            {
                last = known;
            }
            let site = self.class_site(index);
            for field in ["name", "value"] {
                site.make_field(field);
            }
            let leaves: Vec<Value> = site.fields().iter().flat_map(|field| self.placeholders(&field.ty)).collect();
            let made = self.new_object(&site, "instance", &leaves);
            let Val::Heap(_, object) = &made else { return };
            let fields = [("name", Val::text(name.clone())), ("value", val)];
            for (field, val) in fields {
                // A type that does not fit has been reported.
                let _ = self.store_field(&site, *object, field, &val, value.span);
            }
            let key = self.class_key(index, &name);
            self.write_global(&key, &made, value.span);
        }
    }

    /// The members, as what a loop over the class goes over.
    pub fn enum_members(&mut self, index: usize, span: Span) -> Res<Items> {
        let names = self.member_names(index);
        let members: Res<Vec<Val>> =
            names.iter().map(|name| self.read_global(&self.class_key(index, name), span)).collect();
        members.map(Items::from)
    }

    /// `Class(value)`: the member with this value.
    pub fn member_of_value(&mut self, index: usize, args: Vec<Passed>, span: Span) -> Res<Val> {
        let [only] = args.as_slice() else {
            return self.fail(span, "an enumeration is called with the value of a member", "pass one value");
        };
        let value = only.val.clone();
        let text = self.repr_of(&value, span)?;
        let message = Repr::Const(format!(" is not a valid {}", self.class_info(index).def.name).into());
        let message = self.concat(vec![text, message]);
        self.member_where(index, "value", &value, ("ValueError", message), span)
    }

    /// `Class["NAME"]`.
    pub fn member_of_name(&mut self, index: usize, name: &Val, span: Span) -> Res<Val> {
        let message = self.repr_of(name, span)?;
        self.member_where(index, "name", name, ("KeyError", message), span)
    }

    /// The first member whose field is equal to a value, or an exception.
    fn member_where(
        &mut self,
        index: usize,
        field: &str,
        sought: &Val,
        missing: (&str, Repr<Rc<str>>),
        span: Span,
    ) -> Res<Val> {
        let members = self.enum_members(index, span)?;
        self.member_among(&members, field, sought, &missing, span)
    }

    fn member_among(
        &mut self,
        members: &[Val],
        field: &str,
        sought: &Val,
        missing: &(&str, Repr<Rc<str>>),
        span: Span,
    ) -> Res<Val> {
        let Some((first, rest)) = members.split_first() else {
            let message = self.text_value(&missing.1);
            self.effect("physl.raise", &[message], &[("kind", phylanx_dialects::ir::Attr::str(missing.0))]);
            return Err(Stop::Never);
        };
        let Val::Heap(site, object) = first else { return Err(Stop::Reported) };
        let own = self.instance_field(site, *object, field, span).ok_or(Stop::Reported)?;
        let equal = self.compare(CmpOp::Eq, own, sought.clone(), span)?;
        match self.truth_of(equal, span) {
            Repr::Const(true) => Ok(first.clone()),
            Repr::Const(false) => self.member_among(rest, field, sought, missing, span),
            Repr::Value(equal) => {
                let otherwise = |this: &mut Self| {
                    this.member_among(rest, field, sought, missing, span).unwrap_or_else(|stop| stop.val())
                };
                match self.choose(equal, span, |_| first.clone(), otherwise) {
                    Val::Unknown => Err(Stop::Reported),
                    val => Ok(val),
                }
            }
        }
    }

    /// `str` or `repr` of a member.
    pub fn text_of_member(&mut self, val: &Val, as_str: bool, span: Span) -> Option<Res<Repr<Rc<str>>>> {
        let Val::Heap(site, object) = val else { return None };
        let index = Self::class_of_object(site).filter(|index| self.is_enum(*index))?;
        Some(self.member_text((site, *object), index, as_str, span))
    }

    fn member_text(
        &mut self,
        (site, object): (&Site, Value),
        index: usize,
        as_str: bool,
        span: Span,
    ) -> Res<Repr<Rc<str>>> {
        let name = self.instance_field(site, object, "name", span).ok_or(Stop::Reported)?;
        let value = self.instance_field(site, object, "value", span).ok_or(Stop::Reported)?;
        if as_str && self.is_int_enum(index) {
            return self.str_of(&value, span);
        }
        let class = self.class_info(index).def.name.clone();
        let name = self.str_of(&name, span)?;
        if as_str {
            return Ok(self.concat(vec![Repr::Const(format!("{class}.").into()), name]));
        }
        let value = self.repr_of(&value, span)?;
        let parts = [Repr::Const(format!("<{class}.").into()), name, Repr::Const(": ".into()), value];
        let close = Repr::Const(">".into());
        Ok(self.concat(parts.into_iter().chain([close]).collect()))
    }

    /// A member of an `IntEnum` as its value; other values as they are.
    pub fn as_int_member(&mut self, val: Val, span: Span) -> Val {
        match &val {
            Val::Heap(site, object) if Self::class_of_object(site).is_some_and(|index| self.is_int_enum(index)) => {
                self.instance_field(&site.clone(), *object, "value", span).unwrap_or(val)
            }
            _ => val,
        }
    }
}
