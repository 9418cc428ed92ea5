//! Default values of parameters.

use super::{Lowerer, Res};
use crate::ast::{Expr, ExprKind, Function, Name};
use crate::scope::Global;
use crate::value::Val;

impl<'a> Lowerer<'a> {
    /// Defaults that are no constants are computed where the function is defined, and kept.
    pub fn keep_defaults(&mut self, def: &'a Function) {
        if self.frame.function.is_some() {
            return;
        }
        for param in &def.params {
            let Some(default) = param.default.as_ref().filter(|default| self.fixed_default(default).is_none()) else {
                continue;
            };
            let val = self.expr(default);
            let val = self.bound(val);
            self.write_global(&kept_default(def, &param.name), &val, default.span);
        }
    }

    /// The constant expression that a default value stands for.
    fn fixed_default(&self, default: &'a Expr) -> Option<&'a Expr> {
        let constant = match &default.kind {
            ExprKind::Name(name) => match self.program.globals.get(name) {
                Some(Global::Constant(value)) if value.span.start < default.span.start => value,
                _ => return None,
            },
            _ => default,
        };
        let fixed = crate::scope::is_literal(constant) || matches!(constant.kind, ExprKind::Attribute(..));
        fixed.then_some(constant)
    }

    pub fn default_value(&mut self, def: &Function, param: &Name, default: &'a Expr) -> Res<Val> {
        if let Some(fixed) = self.fixed_default(default) {
            return self.try_expr(fixed);
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
