//! Classes of exceptions that have fields or methods: their instances travel beside the record that the runtime raises.
//!
//! Each such class has a module-level variable that holds the instance raised last; a handler reads them all when it begins.

use super::super::emit::Stop;
use super::super::exception::Raised;
use super::super::function::Passed;
use super::super::{Lowerer, Res};
use crate::ast::{Arg, Expr, ExprKind, Name};
use crate::heap::Site;
use crate::source::Span;
use crate::types::Ty;
use crate::value::{Caught, Repr, Val};
use phylanx_dialects::ir::{Attr, Type, Value};
use std::rc::Rc;

/// The fields of an instance that hold what `BaseException` was given.
const MESSAGE: &str = "%message";
const ARGS: &str = "%args";
const FIRST: &str = "%first";

/// What is done with one of the instances that may have been raised.
type WithRaised<'f, 'a> = &'f mut dyn FnMut(&mut Lowerer<'a>, &Site, Value) -> Res<Val>;

impl<'a> Lowerer<'a> {
    /// Whether a class of the program derives from an exception.
    pub fn is_exception(&self, index: usize) -> bool {
        self.program.exceptions.has_fields(&self.class_info(index).def.name)
    }

    fn exception_bodies(&self) -> Vec<usize> {
        (0..self.program.classes.len()).filter(|index| self.is_exception(*index)).collect()
    }

    /// The class whose body makes the instances of a class of exceptions.
    fn exception_body(&self, class: &str) -> Option<usize> {
        let body = self.program.exceptions.body_of(class)?;
        self.program.classes.iter().position(|info| *info.def.name == *body)
    }

    /// Gives the module-level variable of a class of exceptions its first value.
    pub fn define_raised(&mut self, index: usize, span: Span) {
        if !self.is_exception(index) {
            return;
        }
        let site = self.class_site(index);
        let leaves: Vec<Value> = site.fields().iter().flat_map(|field| self.placeholders(&field.ty)).collect();
        let none = self.new_object(&site, "instance", &leaves);
        self.write_global(&raised_key(index), &none, span);
    }

    /// The instances raised last.
    pub fn raised_objects(&mut self) -> Rc<[Value]> {
        let mut objects = Vec::new();
        for index in self.exception_bodies() {
            let (key, site) = (raised_key(index), self.class_site(index));
            match self.globals.contains_key(&key).then(|| self.read_global(&key, self.class_info(index).def.name_span))
            {
                Some(Ok(Val::Heap(_, object))) => objects.push(object),
                _ => objects.extend(self.placeholders(&Ty::Heap(site))),
            }
        }
        objects.into()
    }

    /// Makes instances that were held the ones raised last.
    pub fn restore_raised(&mut self, objects: &[Value]) {
        for (index, object) in self.exception_bodies().into_iter().zip(objects) {
            let site = self.class_site(index);
            let span = self.class_info(index).def.name_span;
            self.write_global(&raised_key(index), &Val::Heap(site, *object), span);
        }
    }

    /// What `BaseException` does with its arguments.
    pub fn set_arguments(&mut self, index: usize, own: &Val, given: &[Val], span: Span) -> Res<()> {
        let Val::Heap(site, object) = own else { return Ok(()) };
        let class = self.class_info(index).def.name.to_string();
        let Raised { message, args, first } = self.raised_with(&class, given, span)?;
        let args = match args {
            Some(args) => args,
            None if given.is_empty() => Repr::Const("".into()),
            None => self.repr_of(&Val::Str(message.clone()), span)?,
        };
        for (field, text) in [(MESSAGE, message), (ARGS, args), (FIRST, first)] {
            self.store_field(site, *object, field, &Val::Str(text), span)?;
        }
        Ok(())
    }

    /// The instance that `raise value` makes or names, with the name of its class; nothing for plain exceptions.
    pub fn raised_instance(&mut self, val: &Val, value: &'a Expr, args: &'a [Arg]) -> Res<Option<(String, Val)>> {
        if let Val::Heap(site, _) = val
            && let Some(index) = Self::class_of_object(site).filter(|index| self.is_exception(*index))
        {
            let class = self.class_info(index).def.name.to_string();
            return if matches!(value.kind, ExprKind::Call(..)) {
                self.fail(value.span, format!("'{class}' object is not callable"), "raise it without arguments")
            } else {
                Ok(Some((class, val.clone())))
            };
        }
        let Some(class) = self.class_of(val) else { return Ok(None) };
        let Some(index) = self.exception_body(&class) else { return Ok(None) };
        let passed = self.arguments(args)?.into_iter().map(|(passed, _)| passed).collect();
        let made = self.instantiate(index, passed, value.span)?;
        Ok(Some((class, made)))
    }

    /// Raises an instance.
    pub fn raise_instance(&mut self, class: &str, made: &Val, cause: Option<Value>, span: Span) -> Res<()> {
        let Val::Heap(site, object) = made else { return Err(Stop::Reported) };
        let index = Self::class_of_object(site).ok_or(Stop::Reported)?;
        let message = self.str_of(made, span)?;
        let (args, first) = (self.text_field(site, *object, ARGS, span)?, self.text_field(site, *object, FIRST, span)?);
        self.write_global(&raised_key(index), made, span);
        self.emit_raise(class, Raised { message, args: Some(args), first }, cause);
        Ok(())
    }

    /// `str` or `repr` of an instance whose class does not say otherwise.
    pub fn text_of_raised(&mut self, val: &Val, as_str: bool, span: Span) -> Option<Res<Repr<Rc<str>>>> {
        let Val::Heap(site, object) = val else { return None };
        let index = Self::class_of_object(site).filter(|index| self.is_exception(*index))?;
        if as_str {
            return Some(self.text_field(site, *object, MESSAGE, span));
        }
        let name = self.class_info(index).def.name.clone();
        Some(
            self.text_field(site, *object, ARGS, span)
                .map(|args| self.concat(vec![Repr::Const(format!("{name}(").into()), args, Repr::Const(")".into())])),
        )
    }

    fn text_field(&mut self, site: &Site, object: Value, name: &str, span: Span) -> Res<Repr<Rc<str>>> {
        match self.instance_field(site, object, name, span) {
            Some(Val::Str(text)) => Ok(text),
            // Another round of lowering knows the field.
            _ => Err(Stop::Reported),
        }
    }

    /// An attribute of a caught exception that a class of the program gives it.
    pub fn raised_attribute(&mut self, caught: &Caught, name: &Name, span: Span) -> Option<Res<Val>> {
        let has = |this: &mut Self, index: usize| {
            this.class_site(index).field(name).is_some()
                || this.find_method(index, name).is_some()
                || this.class_value(index, name).is_some()
        };
        let found: Vec<usize> = self.exception_bodies().into_iter().filter(|index| has(self, *index)).collect();
        if found.is_empty() {
            if self.exception_bodies().is_empty() || !self.program.stored_attributes.contains(name) {
                return None;
            }
            self.raise("AttributeError", &format!("the exception has no attribute '{name}'"));
            return Some(Err(Stop::Never));
        }
        Some(self.over_raised(caught, &found, (name, span), &mut |this, site, object| {
            this.instance_attribute(site, object, name, span)
        }))
    }

    /// `e.name(args)` of a caught exception.
    pub fn exception_method(&mut self, caught: &Caught, name: &Name, args: Vec<Passed>, span: Span) -> Res<Val> {
        let bodies = self.exception_bodies();
        let found: Vec<usize> = bodies.into_iter().filter(|index| self.find_method(*index, name).is_some()).collect();
        if found.is_empty() {
            let help = "use `str(e)`, or a method that a class of the program defines";
            return self.fail(span, format!("an exception has no supported method `{name}`"), help);
        }
        self.over_raised(caught, &found, (name, span), &mut |this, site, object| {
            this.instance_method(site, object, name, args.clone(), span)
        })
    }

    /// Does something with the instance that was raised, whichever of some classes it is of.
    fn over_raised(
        &mut self,
        caught: &Caught,
        classes: &[usize],
        (name, span): (&Name, Span),
        then: WithRaised<'_, 'a>,
    ) -> Res<Val> {
        let Some((first, rest)) = classes.split_first() else {
            self.raise("AttributeError", &format!("the exception has no attribute '{name}'"));
            return Err(Stop::Never);
        };
        let at = self.exception_bodies().iter().position(|index| index == first);
        let object = at.and_then(|at| caught.objects.get(at)).copied().ok_or(Stop::Reported)?;
        let made_by = self.program.exceptions.made_by(&self.class_info(*first).def.name).join("|");
        let is = self.op_with("physl.exc_is", &[caught.record], Type::BOOL, &[("classes", Attr::str(made_by))]);
        let site = self.class_site(*first);
        let of_first = self.branch_val(span, |this| then(this, &site, object).unwrap_or_else(|stop| stop.val()));
        let of_rest = self.branch_val(span, |this| {
            this.over_raised(caught, rest, (name, span), then).unwrap_or_else(|stop| stop.val())
        });
        let (Some(left), Some(right)) = (of_first, of_rest) else { return Err(Stop::Reported) };
        match self.chosen_of(is, left, right, span) {
            Val::Unknown => Err(Stop::Reported),
            Val::Never => Err(Stop::Never),
            val => Ok(val),
        }
    }
}

fn raised_key(index: usize) -> Name {
    format!(".raised{index}").into()
}
