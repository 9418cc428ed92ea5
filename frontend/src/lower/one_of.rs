//! Values that are one of several functions, instances of several classes or lists: a tag says which, and what each holds goes with it.

use super::emit::Stop;
use super::{Lowerer, Res};
use crate::ast::{Expr, ExprKind, Name};
use crate::source::Span;
use crate::types::{Static, Ty, same_choice};
use crate::value::{Repr, Val};
use phylanx_dialects::ir::{Type, Value};
use std::rc::Rc;

impl<'a> Lowerer<'a> {
    /// Does something with an attribute of a value; where instances of only some classes have it, the others raise when the program runs.
    pub fn over_attribute(
        &mut self,
        val: Val,
        name: &Name,
        span: Span,
        then: &mut dyn FnMut(&mut Self, &Val) -> Res<Val>,
    ) -> Res<Val> {
        let several = matches!(val, Val::OneOf { .. });
        self.over_kinds(&[val], span, &mut |this, vals| {
            if several {
                this.raise_where_missing(&vals[0], name)?;
            }
            then(this, &vals[0])
        })
    }

    /// Ends the path of an instance whose class has no such attribute.
    pub fn raise_where_missing(&mut self, val: &Val, name: &Name) -> Res<()> {
        let Val::Heap(site, object) = val else { return Ok(()) };
        if &**name == "__class__" || self.has_field(&site.clone(), *object, name) != Repr::Const(false) {
            return Ok(());
        }
        self.raise("AttributeError", &format!("'{}' object has no attribute '{name}'", site.name()));
        Err(Stop::Never)
    }

    /// What `isinstance(name, classes)` tells of a variable that holds instances of several classes.
    pub fn narrow_to_class(&mut self, callee: &'a Expr, args: &'a [crate::ast::Arg], holds: bool) {
        let ([subject, classes], ExprKind::Name(function)) = (args, &callee.kind) else { return };
        let ExprKind::Name(name) = &subject.value.kind else { return };
        let Some(Val::OneOf { which, options }) = self.frame.env.get(name).cloned() else { return };
        if &**function != "isinstance" || self.frame.env.contains_key(function) {
            return;
        }
        let Ok(classes) = self.try_expr(&classes.value) else { return };
        let classes = if let Val::Tuple(classes) = classes { classes.to_vec() } else { vec![classes] };
        let mut stays = |option: &Val| {
            let is = classes.iter().any(|class| match class {
                Val::Static(Static::Class(class)) => self.is_instance_of(option, *class) == Repr::Const(true),
                _ => false,
            });
            is == holds
        };
        let kept: Vec<bool> = options.iter().map(&mut stays).collect();
        let narrowed = self.options_kept(which, &options, &kept);
        self.frame.env.insert(name.clone(), narrowed);
    }

    /// A value that can be only some of its options.
    fn options_kept(&mut self, which: Value, options: &Rc<[Val]>, kept: &[bool]) -> Val {
        let left: Vec<Val> = options.iter().zip(kept).filter(|(_, kept)| **kept).map(|(val, _)| val.clone()).collect();
        match left.as_slice() {
            [] => Val::OneOf { which, options: options.clone() },
            [only] => only.clone(),
            left => {
                let types = left.iter().map(Val::ty).collect::<Option<Vec<Ty>>>();
                let Some(types) = types else { return Val::OneOf { which, options: options.clone() } };
                let whole = Val::OneOf { which, options: options.clone() };
                let values = self.coerce_one_of(&whole, &types);
                self.rebuild_one_of(&types, &mut values.into_iter())
            }
        }
    }

    /// The IR values that carry a function as one of these.
    pub fn coerce_one_of(&mut self, val: &Val, options: &[Ty]) -> Vec<Value> {
        match val {
            Val::OneOf { which, options: known } => {
                let places: Vec<Option<usize>> = known.iter().map(|val| place(val, options)).collect();
                let mut tag = self.int(0);
                for (at, place) in places.iter().enumerate() {
                    let (here, there) = (self.int(at as i64), self.int(place.unwrap_or(0) as i64));
                    let hit = self.compare_ints("eq", *which, here);
                    tag = self.op("arith.select", &[hit, there, tag], Type::I64);
                }
                let mut out = vec![tag];
                for (at, option) in options.iter().enumerate() {
                    let found = places.iter().position(|place| *place == Some(at));
                    out.extend(match found {
                        Some(found) => self.coerce(&known[found].clone(), option),
                        None => self.placeholders(option),
                    });
                }
                out
            }
            val => {
                let here = place(val, options);
                let mut out = vec![self.int(here.unwrap_or(0) as i64)];
                for (at, option) in options.iter().enumerate() {
                    out.extend(if here == Some(at) { self.coerce(val, option) } else { self.placeholders(option) });
                }
                out
            }
        }
    }

    /// The function that IR values carry as one of these.
    pub fn rebuild_one_of(&mut self, options: &[Ty], mut values: &mut dyn Iterator<Item = Value>) -> Val {
        let Some(which) = values.next() else { return Val::Unknown };
        let options: Rc<[Val]> = options.iter().map(|option| self.rebuild(option, &mut values)).collect();
        Val::OneOf { which, options }
    }
}

fn place(val: &Val, options: &[Ty]) -> Option<usize> {
    let ty = val.ty()?;
    options.iter().position(|option| same_choice(option, &ty))
}
