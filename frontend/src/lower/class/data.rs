//! Dataclasses and named tuples: what is made from their fields.

use super::super::function::Passed;
use super::super::{Lowerer, Res};
use crate::ast::{Expr, ExprKind, Name};
use crate::heap::Site;
use crate::scope::classes::last_name;
use crate::source::Span;
use crate::value::Val;
use phylanx_dialects::ir::Value;

impl<'a> Lowerer<'a> {
    /// The fields of a dataclass, those of its bases first.
    pub fn data_fields(&self, index: usize) -> Vec<Name> {
        let mut fields: Vec<Name> = Vec::new();
        for class in self.class_chain(index).into_iter().rev() {
            let info = self.class_info(class);
            if info.traits.is_data {
                for field in &info.fields {
                    if !fields.contains(field) {
                        fields.push(field.clone());
                    }
                }
            }
        }
        fields
    }

    /// What `__init__` of a dataclass does.
    pub fn init_data(&mut self, index: usize, site: &Site, object: Value, args: Vec<Passed>, span: Span) -> Res<()> {
        let fields = self.data_fields(index);
        let name = self.class_info(index).def.name.clone();
        let help = format!("the fields are ({})", fields.join(", "));
        let mut given: Vec<Option<Val>> = vec![None; fields.len()];
        let (mut next, mut star) = (0, None);
        for arg in args {
            let at = match &arg.name {
                Some(word) if &**word == crate::lower::call::STAR && star.is_none() => {
                    star = Some((arg.val, next, arg.span));
                    next = fields.len();
                    continue;
                }
                Some(field) => fields.iter().position(|known| known == field),
                None => {
                    next += 1;
                    Some(next - 1).filter(|at| *at < fields.len())
                }
            };
            let Some(at) = at else {
                return self.fail(arg.span, format!("{name}() got an argument that is no field"), help);
            };
            if given[at].is_some() {
                return self.fail(
                    arg.span,
                    format!("{name}() got multiple values for argument '{}'", fields[at]),
                    help,
                );
            }
            given[at] = Some(arg.val);
        }
        let wrong = format!("{name}() got another number of arguments than it has fields");
        if let Some((star, first, _)) = &star {
            self.check_spread(star, fields.len() - first, &wrong);
        }
        for (at, (field, val)) in fields.iter().zip(given).enumerate() {
            let default = match (&val, self.class_value(index, field)) {
                (None, Some((_, default))) => Some(self.field_default(default, span)?),
                _ => None,
            };
            let val = match (val, default, &star) {
                (Some(val), ..) => val,
                (None, default, Some((star, first, span))) if at >= *first => {
                    self.spread(star, at - first, default, &wrong, *span)
                }
                (None, Some(default), _) => default,
                (None, None, _) => {
                    return self.fail(
                        span,
                        format!("{name}() missing 1 required positional argument: '{field}'"),
                        help,
                    );
                }
            };
            self.store_field(site, object, field, &val, span)?;
        }
        Ok(())
    }

    /// `field(default_factory=list)`, `field(default=0)`, or a value.
    fn field_default(&mut self, default: &'a Expr, span: Span) -> Res<Val> {
        let ExprKind::Call(callee, args) = &default.kind else { return self.try_expr(default) };
        if last_name(callee) != Some("field") {
            return self.try_expr(default);
        }
        for arg in args {
            match arg.name.as_deref() {
                Some("default") => return self.try_expr(&arg.value),
                Some("default_factory") => {
                    let factory = self.need(&arg.value)?;
                    return match &factory {
                        Val::Static(item) => self.made_default(&item.clone(), default.span),
                        _ => self.call_here(factory, Vec::new(), span),
                    };
                }
                _ => {}
            }
        }
        self.fail(default.span, "this field has no default", "pass `default=` or `default_factory=`")
    }

    /// The values of a named tuple.
    pub fn tuple_items(&mut self, site: &Site, object: Value, span: Span) -> Option<Vec<Val>> {
        let index = Self::class_of_object(site).filter(|index| self.class_info(*index).traits.is_tuple)?;
        let fields = self.data_fields(index);
        fields.iter().map(|field| self.instance_field(site, object, field, span)).collect()
    }

    /// `_replace`, `_asdict` of a named tuple.
    pub fn named_tuple_method(
        &mut self,
        (site, object): (&Site, Value),
        name: &str,
        args: &[Passed],
        span: Span,
    ) -> Option<Res<Val>> {
        let index = Self::class_of_object(site)?;
        let items = self.tuple_items(site, object, span).filter(|_| matches!(name, "_replace" | "_asdict"))?;
        let fields = self.data_fields(index);
        if name == "_asdict" && args.is_empty() {
            return Some(self.fields_as_dict(fields.into_iter().zip(items).collect(), span));
        }
        let unknown = args.iter().find(|arg| arg.name.as_ref().is_none_or(|name| !fields.contains(name)));
        if let Some(unknown) = unknown {
            let help = format!("the fields are ({})", fields.join(", "));
            return Some(self.fail(unknown.span, format!("{name}() got an argument that is no field"), help));
        }
        let given = |field: &Name| args.iter().find(|arg| arg.name.as_ref() == Some(field)).map(|arg| arg.val.clone());
        let vals = fields.iter().zip(items).map(|(field, item)| given(field).unwrap_or(item));
        let passed = vals.map(|val| Passed { name: None, val, span }).collect();
        Some(self.instantiate(index, passed, span))
    }

    /// A dict of the fields where they have a type in common, else values by name.
    fn fields_as_dict(&mut self, fields: Vec<(Name, Val)>, span: Span) -> Res<Val> {
        let types = fields.iter().map(|(_, val)| val.ty());
        let common = types.reduce(|a, b| crate::types::join(&a?, &b?)).flatten();
        if common.is_none() {
            return Ok(Val::Record(fields.into()));
        }
        let pairs = fields.into_iter().map(|(name, val)| Val::Tuple([Val::text(name), val].into()));
        let pairs = Val::Tuple(pairs.collect());
        self.made_of(super::super::heap::place_in(span, 1), crate::heap::Kind::Dict, Some(pairs), span)
    }

    /// `_fields` and `_make` of a class of named tuples.
    pub fn named_tuple_attribute(&mut self, index: usize, name: &str) -> Option<Val> {
        if !self.class_info(index).traits.is_tuple || name != "_fields" {
            return None;
        }
        Some(Val::Tuple(self.data_fields(index).into_iter().map(Val::text).collect()))
    }
}
