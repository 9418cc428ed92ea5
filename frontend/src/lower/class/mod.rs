//! Classes: instances, attributes, methods.

mod abstraction;
mod data;
mod enumeration;
mod raised;
mod special;

use super::emit::Stop;
use super::function::Passed;
use super::{Lowerer, Res};
use crate::ast::{Class, Expr, ExprKind, Name, StmtKind};
use crate::heap::{Kind, Site};
use crate::scope::classes::{ClassInfo, Role};
use crate::scope::{Global, is_literal};
use crate::source::Span;
use crate::types::{Absent, Code, Static, Ty};
use crate::value::{Callable, Repr, Val};
use phylanx_dialects::ir::{Attr, Value};

/// Most classes above a class.
const MAX_BASES: usize = 32;

impl<'a> Lowerer<'a> {
    /// The class of an object, if it is an instance of one of the program.
    pub fn class_of_object(site: &Site) -> Option<usize> {
        match site.kind() {
            Kind::Class(index) => Some(index),
            _ => None,
        }
    }

    pub fn class_info(&self, index: usize) -> &'a ClassInfo<'a> {
        let program = self.program;
        &program.classes[index]
    }

    /// The class and those it inherits from, nearest first.
    pub fn class_chain(&self, index: usize) -> Vec<usize> {
        let mut chain = vec![index];
        while let Some(base) = self.base_of(chain[chain.len() - 1]).filter(|base| !chain.contains(base)) {
            chain.push(base);
            if chain.len() > MAX_BASES {
                break;
            }
        }
        chain
    }

    fn base_of(&self, index: usize) -> Option<usize> {
        let info = self.class_info(index);
        let name = info.base.as_ref()?;
        match self.program.modules[info.module].globals.get(name) {
            Some(Global::Class(base)) => Some(*base),
            _ => None,
        }
    }

    /// A method by name, inherited ones included.
    pub fn find_method(&self, index: usize, name: &str) -> Option<(usize, Role)> {
        self.class_chain(index).into_iter().find_map(|class| self.class_info(class).methods.get(name).copied())
    }

    /// The class that gives a value a name, and its expression.
    fn class_value(&self, index: usize, name: &str) -> Option<(usize, &'a Expr)> {
        let found = |class: usize| self.class_info(class).values.get(name).map(|expr| (class, *expr));
        self.class_chain(index).into_iter().find_map(found)
    }

    /// The place of all instances of a class.
    pub fn class_site(&mut self, index: usize) -> Site {
        let name = self.class_info(index).def.name.clone();
        self.class_site_named(index, &name)
    }

    /// `class` binds the class to its name and evaluates its values.
    pub fn define_class(&mut self, def: &'a Class) {
        let Some(&index) = self.program.class_by_id.get(&def.id) else { return };
        let info = self.class_info(index);
        if let Some(name) = &info.base
            && self.base_of(index).is_none()
            && !self.is_exception(index)
            && !self.is_enum(index)
        {
            let message = format!("`{name}` is not supported as the base of a class");
            self.report(def.name_span, message, "inherit from one class of the program, `object` or `NamedTuple`");
        }
        for stmt in &def.body {
            if !matches!(
                stmt.kind,
                StmtKind::Function(_) | StmtKind::Assign(..) | StmtKind::AnnAssign(..) | StmtKind::Pass
            ) && !matches!(&stmt.kind, StmtKind::Expr(expr) if matches!(expr.kind, ExprKind::Str(_) | ExprKind::Ellipsis))
            {
                self.report(stmt.span, "this statement is not supported in a class", "define methods and values there");
            }
        }
        // Defaults of methods are computed here.
        for stmt in &def.body {
            if let StmtKind::Function(method) = &stmt.kind {
                self.function_made(method);
            }
        }
        if self.is_enum(index) {
            self.define_members(index);
            return self.bind(&def.name, Val::Static(Static::Class(index)), def.name_span);
        }
        self.define_values(index);
        self.define_raised(index, def.name_span);
        self.bind(&def.name, Val::Static(Static::Class(index)), def.name_span);
    }

    /// Evaluates the values of a class in the order of its body; later ones see earlier ones by name.
    fn define_values(&mut self, index: usize) {
        let info = self.class_info(index);
        let mut values: Vec<(&Name, &'a Expr)> = info.values.iter().map(|(name, expr)| (name, *expr)).collect();
        values.sort_by_key(|(_, expr)| expr.span.start);
        let mut hidden = Vec::new();
        for (name, expr) in values {
            let is_field = info.traits.is_data && info.fields.contains(name);
            if is_field && !crate::scope::is_literal(expr) {
                continue;
            }
            let val = self.expr(expr);
            let val = self.bound(val);
            if !is_field && !self.is_constant_value(name, expr) {
                let key = self.class_key(index, name);
                self.write_global(&key, &val, expr.span);
            }
            hidden.push((name.clone(), self.frame.env.insert(name.clone(), val)));
        }
        for (name, outer) in hidden.into_iter().rev() {
            match outer {
                Some(val) => self.frame.env.insert(name, val),
                None => self.frame.env.remove(&name),
            };
        }
    }

    fn is_constant_value(&self, name: &str, expr: &Expr) -> bool {
        is_literal(expr) && !self.program.stored_attributes.contains(name)
    }

    fn class_key(&self, index: usize, name: &str) -> Name {
        format!(".class{index}.{name}").into()
    }

    /// `Class.name`.
    pub fn class_attribute(&mut self, index: usize, name: &Name, span: Span) -> Res<Val> {
        if let Some(val) = self.named_tuple_attribute(index, name) {
            return Ok(val);
        }
        if self.is_enum(index) && self.member_names(index).contains(name) {
            return self.read_global(&self.class_key(index, name), span);
        }
        if let Some((class, expr)) = self.class_value(index, name) {
            if self.is_constant_value(name, expr)
                || (self.class_info(class).traits.is_data && self.class_info(class).fields.contains(name))
            {
                return self.try_expr(expr);
            }
            return self.read_global(&self.class_key(class, name), span);
        }
        match (&**name, self.find_method(index, name)) {
            (_, Some((function, Role::Static | Role::Plain))) => Ok(Val::Static(Static::Function(function))),
            ("__name__", _) => Ok(Val::text(self.class_info(index).def.name.clone())),
            _ => {
                let message = format!("type object '{}' has no attribute '{name}'", self.class_info(index).def.name);
                self.fail(span, message, "define it in the class")
            }
        }
    }

    /// `Class.name = val`.
    pub fn store_class_attribute(&mut self, index: usize, name: &Name, val: &Val, span: Span) -> Res<()> {
        let Some((class, _)) = self.class_value(index, name) else {
            return self.fail(span, format!("the class has no value `{name}`"), "give it one in the class");
        };
        let val = self.bound(val.clone());
        let key = self.class_key(class, name);
        self.write_global(&key, &val, span);
        Ok(())
    }

    /// `Class(args)`.
    pub fn instantiate(&mut self, index: usize, args: Vec<Passed>, span: Span) -> Res<Val> {
        if self.is_enum(index) {
            return self.member_of_value(index, args, span);
        }
        let site = self.class_site(index);
        let traits = self.class_info(index).traits;
        self.refuse_abstract(index)?;
        if traits.is_data {
            for field in self.data_fields(index) {
                site.make_field(&field);
            }
        }
        let mut leaves = Vec::new();
        for field in site.fields() {
            leaves.extend(self.placeholders(&field.ty));
        }
        let kind = if traits.is_data && traits.eq { "data" } else { "instance" };
        let made = self.new_object(&site, kind, &leaves);
        let Val::Heap(_, object) = made else { return Err(Stop::Reported) };
        if self.is_exception(index) {
            let given: Vec<Val> = args.iter().filter(|arg| arg.name.is_none()).map(|arg| arg.val.clone()).collect();
            self.set_arguments(index, &made, &given, span)?;
        }
        if let Some((function, _)) = self.find_method(index, "__init__") {
            let mut all = vec![Passed { name: None, val: made.clone(), span }];
            all.extend(args);
            self.call_function(function, all, span)?;
        } else if self.class_chain(index).iter().any(|class| self.class_info(*class).traits.is_data) {
            self.init_data(index, &site, object, args, span)?;
            if let Some((function, _)) = self.find_method(index, "__post_init__") {
                self.call_function(function, vec![Passed { name: None, val: made.clone(), span }], span)?;
            }
        } else if !args.is_empty() && !self.is_exception(index) {
            let message = format!("{}() takes no arguments", self.class_info(index).def.name);
            return self.fail(span, message, "define `__init__`");
        }
        Ok(made)
    }

    /// A field of an instance; nothing when no instance has it.
    pub fn instance_field(&mut self, site: &Site, object: Value, name: &str, span: Span) -> Option<Val> {
        let (part, ty) = site.field(name)?;
        let first = site.offset(part);
        let mut values = Vec::new();
        for (at, leaf) in ty.leaves().into_iter().enumerate() {
            values.push(self.op_with("physl.cell_get", &[object], leaf, &[("at", Attr::int((first + at) as i64))]));
        }
        let val = self.rebuild(&ty, &mut values.into_iter());
        let Val::Option { absent: Absent::Unbound, present, inner } = val else { return Some(val) };
        let set = self.flag_value(&present);
        let index = Self::class_of_object(site)?;
        if self.class_value(index, name).is_some() {
            let mut stop = None;
            let of_class = |this: &mut Self| {
                this.class_attribute(index, &name.into(), span).unwrap_or_else(|found| {
                    stop = Some(found);
                    found.val()
                })
            };
            return Some(self.choose(set, span, |_| *inner, of_class));
        }
        let unset = self.not(set);
        self.raise_when(unset, "AttributeError", &format!("'{}' object has no attribute '{name}'", site.name()));
        Some(*inner)
    }

    /// Whether an object has an attribute.
    pub fn has_field(&mut self, site: &Site, object: Value, name: &str) -> Repr<bool> {
        let Some(index) = Self::class_of_object(site) else {
            let of_all = ["__len__", "__iter__", "__contains__", "copy", "clear", "pop"];
            return Repr::Const(of_all.contains(&name));
        };
        if self.find_method(index, name).is_some() || self.class_value(index, name).is_some() {
            return Repr::Const(true);
        }
        match site.field(name) {
            None => Repr::Const(false),
            Some((part, Ty::Option(Absent::Unbound, _))) => {
                let at = [("at", Attr::int(site.offset(part) as i64))];
                Repr::Value(self.op_with("physl.cell_get", &[object], phylanx_dialects::ir::Type::BOOL, &at))
            }
            Some(_) => Repr::Const(true),
        }
    }

    /// `object.name` of an instance.
    pub fn instance_attribute(&mut self, site: &Site, object: Value, name: &Name, span: Span) -> Res<Val> {
        let Some(index) = Self::class_of_object(site) else {
            if !site.kind().has_method(name) {
                let help = "call one of its methods, or use `len(...)` or an index";
                return self.fail(span, format!("{} has no attribute `{name}`", site.kind().name()), help);
            }
            let own = Val::Heap(site.clone(), object);
            return Ok(Val::Callable(std::rc::Rc::new(Callable {
                code: Code::Method((&**name).into()),
                held: [own].into(),
            })));
        };
        if let Some((function, Role::Property)) = self.find_method(index, name) {
            let this = Passed { name: None, val: Val::Heap(site.clone(), object), span };
            return self.call_function(function, vec![this], span);
        }
        if let Some(val) = self.instance_field(site, object, name, span) {
            return match val {
                Val::Never => Err(Stop::Never),
                val => Ok(val),
            };
        }
        if self.class_value(index, name).is_some() {
            return self.class_attribute(index, name, span);
        }
        if let Some((function, role)) = self.find_method(index, name) {
            return Ok(self.bound_method(function, role, index, Val::Heap(site.clone(), object)));
        }
        if &**name == "__class__" {
            return Ok(Val::Static(Static::Class(index)));
        }
        if self.program.stored_attributes.contains(name) {
            // Some instance may get it later in the program.
            self.raise("AttributeError", &format!("'{}' object has no attribute '{name}'", site.name()));
            return Err(Stop::Never);
        }
        self.fail(span, format!("'{}' object has no attribute '{name}'", site.name()), "assign it in `__init__`")
    }

    /// `base.name = val` of a value.
    pub fn store_attribute_of(&mut self, base: Val, name: &Name, val: &Val, span: Span) -> Res<()> {
        match base {
            Val::OneOf { .. } => self
                .over_kinds(&[base], span, &mut |this, vals| {
                    this.store_attribute_of(vals[0].clone(), name, val, span).map(|()| Val::None)
                })
                .map(drop),
            Val::Heap(site, object) => {
                let setter =
                    Self::class_of_object(&site).and_then(|index| self.find_method(index, &format!("{name}.setter")));
                if let Some((function, _)) = setter {
                    let args = [Val::Heap(site, object), val.clone()];
                    let args = args.into_iter().map(|val| Passed { name: None, val, span }).collect();
                    return self.call_function(function, args, span).map(drop);
                }
                if Self::class_of_object(&site).is_some_and(|index| self.class_info(index).traits.frozen) {
                    return self.fail(
                        span,
                        format!("cannot assign to field '{name}'"),
                        "the class is frozen: make another instance",
                    );
                }
                self.store_field(&site, object, name, val, span)
            }
            Val::Static(Static::Class(index)) => self.store_class_attribute(index, name, val, span),
            _ => {
                let message = format!("assigning to the attribute `{name}` is not supported");
                self.fail(span, message, "use a variable of your own")
            }
        }
    }

    /// Stores a field of an instance.
    pub fn store_field(&mut self, site: &Site, object: Value, name: &str, val: &Val, span: Span) -> Res<()> {
        let known = site.field(name).is_some();
        let part = site.make_field(name);
        if !known && !self.is_surely_set(site, name) {
            // Instances may lack it.
            site.grow(part, &Ty::Unbound);
        }
        let leaves = self.held(site, part, val, span)?;
        if leaves.is_empty() {
            return Ok(());
        }
        let operands: Vec<Value> = std::iter::once(object).chain(leaves).collect();
        let at = [("at", Attr::int(site.offset(part) as i64))];
        self.effect("physl.cell_set", &operands, &at);
        Ok(())
    }

    /// Whether each instance has a field from the start.
    fn is_surely_set(&self, site: &Site, name: &str) -> bool {
        let Some(index) = Self::class_of_object(site) else { return false };
        if self.data_fields(index).iter().any(|field| &**field == name) {
            return true;
        }
        self.class_chain(index).into_iter().any(|class| {
            let Some((function, _)) = self.class_info(class).methods.get("__init__") else { return false };
            let def = self.program.functions[*function].def;
            let Some(own) = def.params.first() else { return false };
            let sets = |target: &Expr| {
                matches!(&target.kind, ExprKind::Attribute(base, field)
                if &**field == name && matches!(&base.kind, ExprKind::Name(base) if *base == own.name))
            };
            def.body.iter().take_while(|stmt| !crate::scope::walk::may_leave(std::slice::from_ref(*stmt))).any(|stmt| {
                match &stmt.kind {
                    StmtKind::Assign(targets, _) => targets.iter().any(|target| {
                        let parts: &[Expr] = match &target.kind {
                            ExprKind::Tuple(items) | ExprKind::List(items) => items,
                            _ => std::slice::from_ref(target),
                        };
                        parts.iter().any(sets)
                    }),
                    StmtKind::AnnAssign(target, _, Some(_)) => sets(target),
                    _ => false,
                }
            })
        })
    }

    /// `object.name(args)` of an instance.
    pub fn instance_method(
        &mut self,
        site: &Site,
        object: Value,
        name: &Name,
        args: Vec<Passed>,
        span: Span,
    ) -> Res<Val> {
        let Some(index) = Self::class_of_object(site) else { return Err(Stop::Reported) };
        if let Some(done) = self.named_tuple_method((site, object), name, &args, span) {
            return done;
        }
        let own = Val::Heap(site.clone(), object);
        match self.find_method(index, name) {
            Some((_, Role::Property)) | None => {
                let callee = self.instance_attribute(site, object, name, span)?;
                let site = self.nowhere();
                self.call_passed(callee, args.into_iter().map(|passed| (passed, site)).collect(), span)
            }
            Some((function, role)) => self.call_role(function, role, index, own, args, span),
        }
    }

    /// `object.method` as a value: the function, and the instance as its first argument.
    fn bound_method(&self, function: usize, role: Role, index: usize, own: Val) -> Val {
        let function = Val::Static(Static::Function(function));
        let first = match role {
            Role::Static => return function,
            Role::OfClass => Val::Static(Static::Class(index)),
            Role::Plain | Role::Property => own,
        };
        let code = Code::Partial { positional: 1, names: std::sync::Arc::from([]) };
        Val::Callable(std::rc::Rc::new(Callable { code, held: [function, first].into() }))
    }

    fn call_role(
        &mut self,
        function: usize,
        role: Role,
        index: usize,
        own: Val,
        args: Vec<Passed>,
        span: Span,
    ) -> Res<Val> {
        let first = match role {
            Role::Static => None,
            Role::OfClass => Some(Val::Static(Static::Class(index))),
            Role::Plain | Role::Property => Some(own),
        };
        let mut all: Vec<Passed> = first.into_iter().map(|val| Passed { name: None, val, span }).collect();
        all.extend(args);
        self.call_function(function, all, span)
    }

    /// `Class.name(args)`.
    pub fn class_method(&mut self, index: usize, name: &Name, args: Vec<Passed>, span: Span) -> Res<Val> {
        match self.find_method(index, name) {
            Some((function, Role::OfClass)) => self.call_role(function, Role::OfClass, index, Val::None, args, span),
            Some((function, _)) => self.call_function(function, args, span),
            None => {
                let callee = self.class_attribute(index, name, span)?;
                let site = self.nowhere();
                self.call_passed(callee, args.into_iter().map(|passed| (passed, site)).collect(), span)
            }
        }
    }

    /// `super().name(args)`: the method of the next class, on the present instance.
    pub fn super_method(&mut self, name: &Name, args: Vec<Passed>, span: Span) -> Res<Val> {
        let function = self.frame.function;
        let class = function.and_then(|function| self.program.class_of_method.get(&function)).copied();
        let (Some(function), Some(class)) = (function, class) else {
            return self.fail(span, "`super()` stands outside of a method", "use it in a method of a class");
        };
        let own = self.program.functions[function]
            .def
            .params
            .first()
            .and_then(|param| self.frame.env.get(&param.name))
            .cloned();
        let found = self.base_of(class).and_then(|base| self.find_method(base, name).map(|found| (base, found)));
        match (own, found) {
            (Some(own), Some((base, (function, role)))) => self.call_role(function, role, base, own, args, span),
            (Some(own), None) if &**name == "__init__" && self.is_exception(class) => {
                let given: Vec<Val> = args.into_iter().map(|arg| arg.val).collect();
                self.set_arguments(class, &own, &given, span).map(|()| Val::None)
            }
            (Some(_), None) if &**name == "__init__" => Ok(Val::None),
            _ => self.fail(span, format!("no class above has a method `{name}`"), "define it"),
        }
    }

    /// Whether a value is an instance of a class.
    pub fn is_instance_of(&mut self, val: &Val, class: usize) -> Repr<bool> {
        match val {
            Val::Heap(site, _) => {
                Repr::Const(Self::class_of_object(site).is_some_and(|index| self.class_chain(index).contains(&class)))
            }
            Val::Option { absent: Absent::None, present, inner } => match self.is_instance_of(inner, class) {
                Repr::Const(true) => present.clone(),
                other => other,
            },
            _ => Repr::Const(false),
        }
    }
}
