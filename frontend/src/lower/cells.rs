//! Variables that nested functions share with the function around them: each lives in a cell on the heap.
//!
//! The type of what a cell holds is the join of all that is stored in it, as for module-level variables: when a store
//! widens it, the program is lowered again.

use super::emit::Stop;
use super::{Lowerer, Res};
use crate::ast::Name;
use crate::source::Span;
use crate::types::{Absent, Ty, join};
use crate::value::{Cell, Val};
use phylanx_dialects::ir::{Attr, Type, Value};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

impl Lowerer<'_> {
    /// Puts the shared variables of a function that is being entered in cells; parameters keep their values.
    pub fn enter_cells(&mut self, index: usize, tys: &[Ty]) {
        let names: Vec<Name> = self.program.functions[index].cells.iter().cloned().collect();
        for name in names {
            let mut hasher = DefaultHasher::new();
            tys.hash(&mut hasher);
            let id: Arc<str> = format!("{index}.{name}.{:x}", hasher.finish()).into();
            let val = self.frame.env.get(&name).cloned().unwrap_or(Val::Unbound);
            self.new_cell(&name, id, &val);
        }
    }

    /// A fresh cell for a variable that has one: each run of a comprehension has variables of its own.
    pub fn renew_cell(&mut self, name: &Name) {
        if let Some(Val::Cell(cell)) = self.frame.env.get(name).cloned() {
            self.new_cell(name, cell.id, &Val::Unbound);
        }
    }

    fn new_cell(&mut self, name: &Name, id: Arc<str>, val: &Val) {
        let ty = self.widen_cell(&id, val, self.frame.at);
        let values = self.coerce(val, &ty);
        let object = self.op("physl.cell_new", &values, Type::Object);
        self.frame.env.insert(name.clone(), Val::Cell(Cell { id, object }));
    }

    /// The value in a cell.
    pub fn read_cell(&mut self, cell: &Cell, name: &Name, span: Span) -> Res<Val> {
        let Some(ty) = self.cells.get(&cell.id).cloned() else { return Err(Stop::Never) };
        let mut values: Vec<Value> = Vec::new();
        for (at, leaf) in ty.leaves().into_iter().enumerate() {
            values.push(self.op_with("physl.cell_get", &[cell.object], leaf, &[("at", Attr::int(at as i64))]));
        }
        let val = self.rebuild(&ty, &mut values.into_iter());
        if matches!(val, Val::Unbound | Val::Never) {
            return Err(Stop::Never);
        }
        match &val {
            Val::Option { absent: Absent::Unbound, .. } => self.present(val, Some(name), span),
            _ => Ok(val),
        }
    }

    /// Stores a value in a cell.
    pub fn write_cell(&mut self, cell: &Cell, val: &Val, span: Span) {
        let ty = self.widen_cell(&cell.id, val, span);
        let mut operands = vec![cell.object];
        operands.extend(self.coerce(val, &ty));
        if operands.len() > 1 {
            self.effect("physl.cell_set", &operands, &[("at", Attr::int(0))]);
        }
    }

    /// The type of a cell that also holds `val`.
    fn widen_cell(&mut self, id: &Arc<str>, val: &Val, span: Span) -> Ty {
        let old = self.cells.get(id).cloned().unwrap_or(Ty::Never);
        let Some(ty) = val.ty() else {
            let message = format!("a variable that functions share cannot hold {}", val.describe());
            self.report(span, message, "pass it as an argument");
            return old;
        };
        if matches!(ty, Ty::Unknown | Ty::Never) {
            return old;
        }
        let Some(joined) = join(&old, &ty) else {
            let name = id.split('.').nth(1).unwrap_or(id).into();
            self.conflict(&name, &old.to_string(), &ty.to_string(), span);
            return old;
        };
        if joined != old {
            self.cells.insert(id.clone(), joined.clone());
            self.globals_changed = true;
        }
        joined
    }
}
