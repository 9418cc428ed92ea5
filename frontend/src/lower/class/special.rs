//! Methods with two underscores: operators, comparisons, text, length, items.

use super::super::function::Passed;
use super::super::{Lowerer, Res};
use crate::ast::{BinOp, CmpOp};
use crate::heap::{Kind, Site};
use crate::source::Span;
use crate::types::Ty;
use crate::value::{Repr, Val};
use std::rc::Rc;

impl<'a> Lowerer<'a> {
    /// Calls a special method of an instance; nothing when its class has none.
    pub fn special(&mut self, val: &Val, name: &str, args: &[Val], span: Span) -> Option<Res<Val>> {
        let Val::Heap(site, _) = val else { return None };
        let (function, _) = self.find_method(Self::class_of_object(site)?, name)?;
        let all = std::iter::once(val).chain(args).map(|val| Passed { name: None, val: val.clone(), span }).collect();
        Some(self.call_function(function, all, span))
    }

    /// A binary operator that a class defines.
    pub fn special_operator(&mut self, op: BinOp, left: &Val, right: &Val, span: Span) -> Option<Res<Val>> {
        let name = operator_name(op);
        self.special(left, &format!("__{name}__"), std::slice::from_ref(right), span)
            .or_else(|| self.special(right, &format!("__r{name}__"), std::slice::from_ref(left), span))
    }

    /// `x op= y` that a class defines.
    pub fn special_update(&mut self, op: BinOp, old: &Val, val: &Val, span: Span) -> Option<Res<Val>> {
        self.special(old, &format!("__i{}__", operator_name(op)), std::slice::from_ref(val), span)
    }

    /// A comparison that a class defines.
    pub fn special_comparison(&mut self, op: CmpOp, left: &Val, right: &Val, span: Span) -> Option<Res<Val>> {
        let (name, reflected) = match op {
            CmpOp::Eq | CmpOp::Ne => ("__eq__", "__eq__"),
            CmpOp::Lt => ("__lt__", "__gt__"),
            CmpOp::Le => ("__le__", "__ge__"),
            CmpOp::Gt => ("__gt__", "__lt__"),
            CmpOp::Ge => ("__ge__", "__le__"),
            _ => return None,
        };
        if op == CmpOp::Ne
            && let Some(done) = self.special(left, "__ne__", std::slice::from_ref(right), span)
        {
            return Some(done);
        }
        let found = self
            .special(left, name, std::slice::from_ref(right), span)
            .or_else(|| self.special(right, reflected, std::slice::from_ref(left), span))?;
        Some(found.map(|val| match op {
            CmpOp::Ne => {
                let truth = self.truth_of(val, span);
                let flag = self.flag_value(&truth);
                Val::scalar(crate::types::Num::BOOL, self.not(flag))
            }
            _ => val,
        }))
    }

    /// `str(object)` or `repr(object)` of an instance; nothing when the runtime writes it.
    pub fn special_text(&mut self, val: &Val, as_str: bool, span: Span) -> Option<Res<Repr<Rc<str>>>> {
        let own = if as_str { self.special(val, "__str__", &[], span) } else { None };
        if own.is_none()
            && let Some(text) = self.text_of_member(val, as_str, span)
        {
            return Some(text);
        }
        let own = match own {
            None if as_str => self.text_of_raised(val, true, span).map(|text| text.map(Val::Str)),
            own => own,
        };
        let found = own
            .or_else(|| self.special(val, "__repr__", &[], span))
            .or_else(|| self.text_of_raised(val, false, span).map(|text| text.map(Val::Str)))?;
        Some(found.and_then(|text| match text {
            Val::Str(text) => Ok(text),
            other => self.fail(span, format!("a text is needed, not {}", other.describe()), "return a string"),
        }))
    }

    /// Whether a value of a type holds an instance whose class defines one of these methods.
    pub fn defines(&self, ty: &Ty, names: &[&str]) -> bool {
        self.defines_at(ty, names, 0)
    }

    fn defines_at(&self, ty: &Ty, names: &[&str], depth: usize) -> bool {
        if depth > 6 {
            return false;
        }
        match ty {
            Ty::Heap(site) => {
                let own = Self::class_of_object(site)
                    .is_some_and(|index| names.iter().any(|name| self.find_method(index, name).is_some()));
                let inner = match site.kind() {
                    Kind::Class(index) if !self.class_info(index).traits.is_data => false,
                    _ => site.fields().iter().any(|field| self.defines_at(&field.ty, names, depth + 1)),
                };
                own || inner
            }
            Ty::Tuple(items) => items.iter().any(|item| self.defines_at(item, names, depth)),
            Ty::Option(_, inner) => self.defines_at(inner, names, depth),
            _ => false,
        }
    }

    /// `repr` of an object that holds instances which write themselves.
    pub fn written_out(&mut self, site: &Site, object: phylanx_dialects::ir::Value, span: Span) -> Res<Repr<Rc<str>>> {
        let (open, close) = match site.kind() {
            Kind::List => ("[".to_string(), "]"),
            Kind::Deque => ("deque([".to_string(), "])"),
            Kind::Dict => ("{".to_string(), "}"),
            Kind::Tuple => ("(".to_string(), ")"),
            Kind::Set | Kind::FrozenSet => {
                return self.fail(span, "a set of such objects cannot be printed", "print a sorted list");
            }
            Kind::Record => return self.record_text(site, object, span),
            Kind::Iterator => return self.no_text_of_iterator(span),
            Kind::Class(_) => (format!("{}(", site.name()), ")"),
        };
        if let Some(index) = Self::class_of_object(site) {
            let mut parts = vec![Repr::Const(open.into())];
            for (at, name) in self.data_fields(index).into_iter().enumerate() {
                parts.push(Repr::Const(format!("{}{name}=", if at > 0 { ", " } else { "" }).into()));
                let val = self.instance_field(site, object, &name, span).unwrap_or(Val::None);
                parts.push(self.repr_of(&val, span)?);
            }
            parts.push(Repr::Const(close.into()));
            return Ok(self.concat(parts));
        }
        let view = if site.kind() == Kind::Dict { crate::value::View::Items } else { crate::value::View::Keys };
        let iter = self.iter_of_object(site, object, view, span)?;
        let hidden = self.hidden_site(Kind::List);
        let texts = self.collect_with(&hidden, "list", &iter, span, &mut |this, item| {
            let text = match (&item, view) {
                (Val::Tuple(pair), crate::value::View::Items) => {
                    let (key, value) = (this.repr_of(&pair[0], span)?, this.repr_of(&pair[1], span)?);
                    this.concat(vec![key, Repr::Const(": ".into()), value])
                }
                _ => this.repr_of(&item, span)?,
            };
            Ok(vec![Val::Str(text)])
        })?;
        let Val::Str(inner) = self.join_object(&Repr::Const(", ".into()), &texts, span)? else {
            return Err(super::super::emit::Stop::Reported);
        };
        Ok(self.concat(vec![Repr::Const(open.into()), inner, Repr::Const(close.into())]))
    }
}

fn operator_name(op: BinOp) -> &'static str {
    match op {
        BinOp::Add => "add",
        BinOp::Sub => "sub",
        BinOp::Mul => "mul",
        BinOp::Div => "truediv",
        BinOp::FloorDiv => "floordiv",
        BinOp::Mod => "mod",
        BinOp::Pow => "pow",
        BinOp::MatMul => "matmul",
        BinOp::And => "and",
        BinOp::Or => "or",
        BinOp::Xor => "xor",
        BinOp::Shl => "lshift",
        BinOp::Shr => "rshift",
    }
}
