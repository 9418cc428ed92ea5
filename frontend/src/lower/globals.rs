//! Names: local variables, module-level variables, imports, built-ins.

use super::{Lowerer, Res};
use crate::ast::Name;
use crate::near::nearest;
use crate::scope::{Global, is_builtin};
use crate::source::Span;
use crate::types::{Static, Ty, join};
use crate::value::Val;
use phylanx_dialects::ir::{Attr, Value};

impl<'a> Lowerer<'a> {
    /// The value of a name.
    pub fn read_name(&mut self, name: &Name, span: Span) -> Res<Val> {
        if let Some(Val::Cell(cell)) = self.frame.env.get(name).cloned() {
            return self.read_cell(&cell, name, span).and_then(known);
        }
        let held = self.frame.env.get(name).cloned();
        let unbound = held == Some(Val::Unbound);
        if let Some(val) = held.filter(|_| !unbound) {
            let is_unbound = matches!(&val, Val::Option { absent: crate::types::Absent::Unbound, .. });
            if !is_unbound {
                return known(val);
            }
            let val = self.present(val, Some(name), span)?;
            self.frame.env.insert(name.clone(), val.clone());
            return known(val);
        }
        let sibling = self.frame.function.and_then(|index| self.program.functions[index].siblings.get(name).copied());
        if let Some(sibling) = sibling.filter(|_| !unbound) {
            return Ok(self.function_value(sibling));
        }
        let is_local = match self.frame.function {
            Some(index) => self.program.functions[index].locals.contains(name),
            None => false,
        };
        if is_local || unbound {
            return self.too_early(name, span);
        }
        match self.scope().globals.get(name).copied() {
            Some(Global::Memory { written }) if self.frame.function.is_some() || written => {
                self.read_global(&self.global_key(self.module_here(), name), span)
            }
            Some(Global::Function(index)) if self.frame.function.is_some() => Ok(Val::Static(Static::Function(index))),
            Some(Global::Class(index)) if self.frame.function.is_some() => Ok(Val::Static(Static::Class(index))),
            Some(Global::Path(path)) if self.frame.function.is_some() => self.imported(path, span),
            Some(Global::Constant(expr)) if self.frame.function.is_some() => self.try_expr(expr),
            _ if is_builtin(name) && !self.scope().globals.contains_key(name) => Ok(self.builtin(name)),
            // Names that nothing defines have been reported when names were resolved.
            _ if !self.scope().names.contains(name) => Err(super::emit::Stop::Reported),
            _ => self.too_early(name, span),
        }
    }

    /// Reports that a variable has no value yet.
    #[track_caller]
    fn too_early<T>(&mut self, name: &Name, span: Span) -> Res<T> {
        let known: Vec<Name> = self.frame.env.keys().cloned().collect();
        let help = match nearest(name, known.iter().map(|known| &**known)) {
            Some(near) => format!("assign it first, or did you mean `{near}`?"),
            None => "assign it first".to_string(),
        };
        self.fail(span, format!("`{name}` is used before it is assigned"), help)
    }

    /// Whether a name is a module-level variable that functions assign, so that it lives in memory alone.
    pub fn lives_in_memory(&self, name: &Name) -> bool {
        let declared = match self.frame.function {
            Some(index) => self.program.functions[index].globals.contains(name),
            None => true,
        };
        declared && matches!(self.scope().globals.get(name), Some(Global::Memory { written: true }))
    }

    /// Binds a name to a value.
    pub fn bind(&mut self, name: &Name, val: Val, span: Span) {
        let val = self.held_iterator(val, span);
        let val = self.bound(val);
        let is_cell = matches!(self.frame.env.get(name), Some(Val::Cell(_)));
        if self.frame.comprehended.contains(name) && !is_cell {
            self.frame.env.insert(name.clone(), val);
            return;
        }
        self.note(name, &val);
        if let Some(Val::Cell(cell)) = self.frame.env.get(name).cloned() {
            return self.write_cell(&cell, &val, span);
        }
        let key = self.global_key(self.module_here(), name);
        if self.lives_in_memory(name) {
            self.write_global(&key, &val, span);
            return;
        }
        if self.frame.function.is_none() && matches!(self.scope().globals.get(name), Some(Global::Memory { .. })) {
            self.write_global(&key, &val, span);
        }
        self.frame.env.insert(name.clone(), val.clone());
        self.keep_in_attempts(name, &val, span);
    }

    pub fn read_global(&mut self, name: &Name, span: Span) -> Res<Val> {
        let Some(ty) = self.globals.get(name).cloned() else {
            return self.fail(
                span,
                format!("the module-level variable `{name}` is never assigned before this"),
                "assign it first",
            );
        };
        let names = leaf_names(name, &ty);
        let mut values: Vec<Value> = Vec::new();
        for (leaf, ty) in names.iter().zip(ty.leaves()) {
            values.push(self.op_with("physl.global_get", &[], ty, &[("name", Attr::str(leaf.as_str()))]));
        }
        let val = self.rebuild(&ty, &mut values.into_iter());
        known(val)
    }

    pub fn write_global(&mut self, name: &Name, val: &Val, span: Span) {
        let Some(ty) = val.ty() else {
            let message = format!("a module-level variable cannot hold {}", val.describe());
            self.report(span, message, "pass it as an argument");
            return;
        };
        let old = self.globals.get(name).cloned().unwrap_or(Ty::Never);
        let Some(joined) = join(&old, &ty) else {
            return self.conflict(name, &old.to_string(), &ty.to_string(), span);
        };
        if joined != old {
            self.globals.insert(name.clone(), joined.clone());
            self.globals_changed = true;
        }
        let values = self.coerce(val, &joined);
        for (leaf, value) in leaf_names(name, &joined).iter().zip(values) {
            self.effect("physl.global_set", &[value], &[("name", Attr::str(leaf.as_str()))]);
        }
    }

    /// `import`: each name is bound to what it stands for.
    pub fn import(&mut self, names: &'a [(Name, String, Span)]) {
        for (name, path, span) in names {
            let val = match self.imports(path, *span) {
                Ok(val) => val,
                Err(stop) => stop.val(),
            };
            // A name with a dot is there to load a submodule.
            if !name.contains('.') {
                self.bind(name, val, *span);
            }
        }
    }

    fn builtin(&self, name: &str) -> Val {
        match name {
            "__name__" if self.module_here() != 0 => Val::text(self.scope().name.clone()),
            "__name__" => Val::text(self.options.module_name.as_deref().unwrap_or("__main__")),
            "Ellipsis" => Val::Ellipsis,
            _ => Val::path(format!("builtins.{name}")),
        }
    }
}

fn known(val: Val) -> Res<Val> {
    match val {
        Val::Unknown => Err(super::emit::Stop::Reported),
        Val::Never => Err(super::emit::Stop::Never),
        val => Ok(val),
    }
}

/// Names of the leaves of a module-level variable.
pub(super) fn leaf_names(name: &str, ty: &Ty) -> Vec<String> {
    match ty.leaves().len() {
        1 => vec![name.to_string()],
        count => (0..count).map(|at| format!("{name}.{at}")).collect(),
    }
}
