//! Functions as values: what they hold, and calls of them.

use super::emit::Stop;
use super::function::Passed;
use super::{Lowerer, Res};
use crate::ast::{Expr, Function, Name};
use crate::source::Span;
use crate::types::{Code, Static};
use crate::value::{Callable, Val};
use std::rc::Rc;

impl<'a> Lowerer<'a> {
    /// `def` binds the function, as its decorators leave it, to its name.
    pub fn define_function(&mut self, def: &'a Function) {
        let decorators: Vec<_> = def.decorators.iter().map(|decorator| (self.try_expr(decorator), decorator)).collect();
        let mut val = self.function_made(def);
        for (decorator, expr) in decorators.into_iter().rev() {
            let at = self.bound(val);
            val = match decorator.and_then(|decorator| self.call_value(decorator, vec![at], expr)) {
                Ok(val) => val,
                Err(stop) => stop.val(),
            };
        }
        self.bind(&def.name, val, def.name_span);
    }

    /// The value of a `def` or a lambda where it stands: its defaults are computed here.
    pub fn function_made(&mut self, def: &'a Function) -> Val {
        let Some(index) = self.program.by_id.get(&def.id).copied() else { return Val::Unknown };
        let held: Vec<(Name, Name)> = self.program.functions[index].held_defaults().collect();
        if held.is_empty() {
            self.keep_defaults(def);
        }
        for (param, hidden) in held {
            let default = def.params.iter().find(|other| other.name == param).and_then(|param| param.default.as_ref());
            let val = default.map_or(Val::Unknown, |default| self.expr(default));
            let val = self.bound(val);
            self.frame.env.insert(hidden, val);
        }
        self.function_value(index)
    }

    /// A function with what it captures from the variables here.
    pub fn function_value(&mut self, index: usize) -> Val {
        let captures = &self.program.functions[index].captures;
        if captures.is_empty() {
            return Val::Static(Static::Function(index));
        }
        let held = captures.iter().map(|name| self.captured(name)).collect();
        Val::Callable(Rc::new(Callable { code: Code::Function(index), held }))
    }

    /// What a function that is named (a method, say) captures, if it is called from where its variables are.
    pub fn captured_here(&mut self, index: usize) -> Option<Vec<Val>> {
        let program = self.program;
        let info = &program.functions[index];
        if info.captures.is_empty() {
            return Some(Vec::new());
        }
        let here = self.frame.function?;
        let beside = |name: &Name| program.functions[here].captures.contains(name);
        let inside = Some(here) == info.parent;
        if !inside && (program.functions[here].parent != info.parent || !info.captures.iter().all(beside)) {
            return None;
        }
        Some(info.captures.iter().map(|name| self.captured(name)).collect())
    }

    /// A variable as a nested function takes it: the cell of one that lives in a cell, else its value.
    fn captured(&mut self, name: &Name) -> Val {
        if let Some(val) = self.frame.env.get(name) {
            return val.clone();
        }
        let sibling = self.frame.function.and_then(|index| self.program.functions[index].siblings.get(name).copied());
        sibling.map_or(Val::Unbound, |sibling| self.function_value(sibling))
    }

    /// Calls a value with positional arguments; `site` is what the call is part of.
    pub fn call_value(&mut self, callee: Val, args: Vec<Val>, site: &'a Expr) -> Res<Val> {
        let span = site.span;
        let passed = args.into_iter().map(|val| (Passed { name: None, val, span }, site)).collect();
        self.call_passed(callee, passed, span)
    }

    /// Calls a value, for each function that it may be.
    pub fn call_passed(&mut self, callee: Val, passed: Vec<(Passed, &'a Expr)>, span: Span) -> Res<Val> {
        self.over_kinds_of(callee, &passed, span, &mut |this, callee, passed| this.call_one(callee, passed, span))
    }

    /// Calls a value that is one function.
    pub fn call_one(&mut self, callee: Val, passed: Vec<(Passed, &'a Expr)>, span: Span) -> Res<Val> {
        match callee {
            Val::Static(Static::Function(index)) => {
                let passed = passed.into_iter().map(|(passed, _)| passed).collect();
                self.call_function(index, passed, span)
            }
            Val::Static(Static::Class(index)) => {
                self.instantiate(index, passed.into_iter().map(|(passed, _)| passed).collect(), span)
            }
            Val::Heap(site, object) if Self::class_of_object(&site).is_some() => {
                let passed = passed.into_iter().map(|(passed, _)| passed).collect();
                self.instance_method(&site, object, &"__call__".into(), passed, span)
            }
            Val::Static(Static::Path(path)) => self.call_path(&path, passed, span),
            Val::Callable(callable) => self.call_callable(&callable, passed, span),
            Val::Unknown => Err(Stop::Reported),
            Val::Never => Err(Stop::Never),
            other => {
                let message = format!("{} cannot be called", other.describe());
                let help = match &other {
                    Val::Scalar(_) => "write `*` to multiply, or call a function",
                    Val::Array(_) => "index it with `a[...]`, or write `*` to multiply",
                    Val::Str(_) | Val::Tuple(_) | Val::List(_) => "index it with `[...]`, or call a function",
                    _ => "call a function",
                };
                self.fail(span, message, help)
            }
        }
    }

    fn call_callable(&mut self, callable: &Callable, passed: Vec<(Passed, &'a Expr)>, span: Span) -> Res<Val> {
        match &callable.code {
            Code::Function(index) => {
                let passed = passed.into_iter().map(|(passed, _)| passed).collect();
                self.call_closure(*index, &callable.held, passed, span)
            }
            Code::Partial { positional, names } => {
                let site = self.nowhere();
                let at = |val: &Val, name: Option<Name>| (Passed { name, val: val.clone(), span }, site);
                let (first, named) = callable.held[1..].split_at(*positional);
                let mut all: Vec<(Passed, &'a Expr)> = first.iter().map(|val| at(val, None)).collect();
                let overridden = |name: &str| passed.iter().any(|(arg, _)| arg.name.as_deref() == Some(name));
                for (val, name) in named.iter().zip(names.iter()).filter(|(_, name)| !overridden(name)) {
                    all.push(at(val, Some((**name).into())));
                }
                all.extend(passed);
                // Arguments by position come first, whoever gives them.
                all.sort_by_key(|(arg, _)| arg.name.is_some());
                self.call_passed(callable.held[0].clone(), all, span)
            }
            Code::Method(name) => {
                let site = self.nowhere();
                self.method(callable.held[0].clone(), site, &(&**name).into(), passed, span)
            }
            Code::Cached => self.call_cached(&callable.held, passed, span),
            Code::Vectorized => self.call_vectorized(&callable.held, passed, span),
            Code::Items => {
                let [(subject, _)] = passed.as_slice() else {
                    let message = format!("itemgetter expected 1 argument, got {}", passed.len());
                    return self.fail(span, message, "pass the value whose items are wanted");
                };
                let mut found = Vec::new();
                for key in callable.held.iter() {
                    found.push(self.item_by_value(&subject.val, key, span)?);
                }
                Ok(if found.len() == 1 { found.remove(0) } else { Val::Tuple(found.into()) })
            }
            Code::Fields(names) => {
                let [(subject, _)] = passed.as_slice() else {
                    let message = format!("attrgetter expected 1 argument, got {}", passed.len());
                    return self.fail(span, message, "pass the value whose attributes are wanted");
                };
                let mut found = Vec::new();
                for name in names.iter() {
                    let mut val = subject.val.clone();
                    for part in name.split('.') {
                        val = self.attribute_by_name(val, part, span)?;
                    }
                    found.push(val);
                }
                Ok(if found.len() == 1 { found.remove(0) } else { Val::Tuple(found.into()) })
            }
        }
    }

    /// An expression that stands for arguments which no text gives.
    pub fn nowhere(&self) -> &'a Expr {
        &self.program.nowhere
    }
}
