//! Default values of parameters.

use super::{Lowerer, Res};
use crate::ast::{Expr, ExprKind, Function, Name};
use crate::scope::{Global, Scope, is_builtin};
use crate::value::Val;

impl<'a> Lowerer<'a> {
    /// Defaults that are no constants are computed where the function is defined, and kept.
    pub fn keep_defaults(&mut self, def: &'a Function) {
        if self.frame.function.is_some() {
            return;
        }
        for param in &def.params {
            let Some(default) = param.default.as_ref().filter(|default| self.fixed_default(def, default).is_none())
            else {
                continue;
            };
            let val = self.expr(default);
            let val = self.bound(val);
            self.write_global(&kept_default(def, &param.name), &val, default.span);
        }
    }

    /// The constant expression that a default value stands for.
    fn fixed_default(&self, def: &Function, default: &'a Expr) -> Option<&'a Expr> {
        let constant = match &default.kind {
            ExprKind::Name(name) => match self.scope_of(def).globals.get(name) {
                Some(Global::Constant(value)) if value.span.start < default.span.start => value,
                None if is_builtin(name) => return Some(default),
                _ => return None,
            },
            _ => default,
        };
        let fixed = crate::scope::is_literal(constant) || matches!(constant.kind, ExprKind::Attribute(..));
        fixed.then_some(constant)
    }

    fn scope_of(&self, def: &Function) -> &'a Scope<'a> {
        let index = self.program.by_id.get(&def.id);
        &self.program.modules[index.map_or(0, |index| self.program.functions[*index].module)]
    }

    /// A constant expression means what it means in the module of the function.
    fn evaluated_where_defined(&mut self, def: &Function, fixed: &'a Expr) -> Res<Val> {
        let index = self.program.by_id.get(&def.id).copied();
        let Some(index) = index.filter(|index| self.program.functions[*index].module != self.module_here()) else {
            return self.try_expr(fixed);
        };
        let live = &self.program.functions[index].live;
        let outer = std::mem::replace(&mut self.frame, super::Frame::new(Some(index), live, 0));
        let val = self.try_expr(fixed);
        let inner = std::mem::replace(&mut self.frame, outer);
        self.frame.ops.extend(inner.ops);
        val
    }

    pub fn default_value(&mut self, def: &Function, param: &Name, default: &'a Expr) -> Res<Val> {
        if let Some(fixed) = self.fixed_default(def, default) {
            return self.evaluated_where_defined(def, fixed);
        }
        let kept = kept_default(def, param);
        if self.globals.contains_key(&kept) {
            return self.read_global(&kept, default.span);
        }
        let help = "use None as the default and compute the value in the function";
        self.fail(default.span, "a default value must be a constant here", help)
    }
}

/// The module-level variable that holds a default value.
fn kept_default(def: &Function, param: &Name) -> Name {
    format!("{}({param}).{}", def.name, def.id).into()
}
