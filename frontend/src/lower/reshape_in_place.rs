//! `a.shape = ...` and `a.flat = ...`.
//!
//! An array's shape belongs to its type, so a new shape makes a new view that every variable of the function which holds the array is
//! bound to. An array that something else may hold as well keeps its shape: the assignment is refused.

use super::{Lowerer, Res};
use crate::ast::Name;
use crate::source::Span;
use crate::value::{Array, Form, Scalar, Val};
use phylanx_dialects::ir::{Op, TensorType, Type, Value, walk_ops};

impl Lowerer<'_> {
    pub fn assign_view(&mut self, array: &Array, name: &Name, given: &Val, span: Span) -> Res<()> {
        if &**name == "flat" {
            let array = self.reference(array);
            return self.fill_flat(&array, given.clone(), span);
        }
        self.assign_shape(array, given, span)
    }

    fn assign_shape(&mut self, array: &Array, val: &Val, span: Span) -> Res<()> {
        let help = "use `b = a.reshape(...)`";
        if array.form != Form::Ref || !self.is_of_variables_alone(array.value) {
            let message = "the shape of an array that others may hold cannot be changed in place";
            return self.fail(span, message, help);
        }
        let shape = self.shape_arg(val, span)?;
        let viewed = self.under_shape(array, &shape);
        let old = Val::Array(array.clone());
        let names: Vec<Name> =
            self.frame.env.iter().filter(|(_, held)| **held == old).map(|(name, _)| name.clone()).collect();
        for name in names {
            self.frame.env.insert(name, Val::Array(viewed.clone()));
        }
        Ok(())
    }

    /// The array under another shape, on the same memory.
    fn under_shape(&mut self, array: &Array, shape: &[Scalar]) -> Array {
        let ty = TensorType { elem: array.ty.elem, dims: self.dims_of(shape) };
        let mut operands = vec![array.value];
        operands.extend(self.extents(shape));
        let value = self.op("physl.view_shape", &operands, Type::Ref(ty.clone()));
        Array { ty, value, form: Form::Ref }
    }

    /// Whether only variables of this function hold a reference, by themselves.
    fn is_of_variables_alone(&self, value: Value) -> bool {
        let makes = |op: &Op| op.physl().is_some_and(|name| name == "new" || name.starts_with("view"));
        let made_here = self.frame.ops.iter().any(|op| op.results.contains(&value) && makes(op));
        let nested = |held: &Val| !matches!(held, Val::Array(_)) && holds(held, value);
        made_here && !self.frame.env.values().any(nested) && !self.frame.ops.iter().any(|op| keeps(op, value))
    }
}

/// Whether a value that is made of others holds a reference.
fn holds(val: &Val, value: Value) -> bool {
    match val {
        Val::Array(array) => array.value == value,
        Val::Tuple(items) | Val::List(items) => items.iter().any(|item| holds(item, value)),
        Val::Named(_, items) => items.iter().any(|item| holds(item, value)),
        Val::Option { inner, .. } => holds(inner, value),
        Val::Callable(callable) => callable.held.iter().any(|item| holds(item, value)),
        Val::OneOf { options, .. } => options.iter().any(|item| holds(item, value)),
        Val::Record(fields) => fields.iter().any(|(_, item)| holds(item, value)),
        Val::Iter(_) => true,
        _ => false,
    }
}

/// Whether an op, or one within it, may keep a reference or give it on.
fn keeps(op: &Op, value: Value) -> bool {
    let mut found = false;
    walk_ops(std::slice::from_ref(op), &mut |op| {
        let stores = match op.physl() {
            Some("global_set") => true,
            Some(_) => op.row().is_some_and(|row| row.is_on_heap()),
            None => true,
        };
        found |= stores && op.operands.contains(&value);
    });
    found
}
