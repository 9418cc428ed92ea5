//! Reading elements and parts: arrays, tuples, strings, program arguments.

use super::index::{Advanced, Item};
use super::{Lowerer, Res};
use crate::ast::{Expr, ExprKind};
use crate::source::Span;
use crate::types::Num;
use crate::value::{Array, Form, Repr, Scalar, Val};
use phylanx_dialects::ir::{Attr, TensorType, Type, Value};

impl<'a> Lowerer<'a> {
    /// `base[index]`.
    pub fn subscript(&mut self, base: &'a Expr, index: &'a Expr, span: Span) -> Res<Val> {
        match self.need(base)? {
            Val::Array(array) => {
                let items = self.index_items(index)?;
                self.read_items(&array, &items, span)
            }
            // Real on one path and complex on another: an item, or a part, of each.
            val @ Val::OneOf { .. } => self.over_kinds(&[val], span, &mut |this, vals| match &vals[0] {
                Val::Array(array) => {
                    let items = this.index_items(index)?;
                    let part = this.read_items(array, &items, span)?;
                    Ok(this.bound(part))
                }
                other => {
                    let message = format!("{} cannot be indexed", other.describe());
                    this.fail(span, message, "index an array, a tuple or a string")
                }
            }),
            Val::Tuple(items) => self.item_of_list(&items, "tuple", index, span),
            Val::Named(record, items) if record.is_tuple => self.item_of_list(&items.into(), "tuple", index, span),
            Val::List(items) => self.item_of_list(&items, "list", index, span),
            Val::Heap(site, object) => self.item_of_object(&site, object, index, span),
            Val::Str(text) => self.item_of_text(text, index),
            val if super::flat::base_of(&val).is_some() => {
                let base = super::flat::base_of(&val).cloned();
                base.map_or(Err(super::emit::Stop::Reported), |array| self.read_flat(&array, index, span))
            }
            Val::Iter(iter) => self.item_of_iter(&iter, index, span),
            Val::Record(fields) => {
                if let Some(caught) = super::exception::args_of(&Val::Record(fields.clone())) {
                    return self.exception_argument(&caught, index, span);
                }
                let key = self.need(index)?;
                self.item_by_value(&Val::Record(fields), &key, span)
            }
            Val::Static(crate::types::Static::Class(class)) if self.is_enum(class) => {
                let name = self.need(index)?;
                self.member_of_name(class, &name, span)
            }
            Val::Argv(start) => self.program_argument(start, index, span),
            Val::Static(crate::types::Static::Path(path)) if &*path == "sys.argv" => {
                self.program_argument(0, index, span)
            }
            Val::Named(record, fields) if record == &crate::numpy::archive::ARCHIVE => {
                let name = self.need(index)?;
                self.array_of_archive(&fields, &name, span)
            }
            Val::Static(crate::types::Static::Path(path)) if super::slices::is_maker(&path) => {
                self.subscript_value(&path, index)
            }
            Val::Static(crate::types::Static::Path(path)) if crate::numpy::grid::is_grid(&path) => {
                crate::numpy::grid::read(self, &path, index, span)
            }
            other => {
                let message = format!("{} cannot be indexed", other.describe());
                self.fail(span, message, "index an array, a tuple or a string")
            }
        }
    }

    /// The part of an array that a subscript names.
    pub fn read_items(&mut self, array: &Array, items: &[Item], span: Span) -> Res<Val> {
        if let Some(mask) = Self::only_mask(items) {
            return self.read_mask(array, &mask.clone(), span);
        }
        if items.iter().any(|item| matches!(item, Item::Mask(_) | Item::Fancy(_))) {
            return self.read_advanced(array, items, span);
        }
        let basic = self.basic(&array.ty, items, span)?;
        let elem = array.ty.elem;
        if array.form == Form::Ref && basic.is_element && !items.is_empty() {
            let mut operands = vec![array.value];
            operands.extend(&basic.operands);
            let value = self.op("physl.get_item", &operands, Type::Scalar(elem));
            return Ok(Val::scalar(Num::np(elem), value));
        }
        let part = self.part(array, &basic);
        if basic.is_element {
            let tensor = self.tensor(&part);
            return Ok(self.fresh_or_scalar(tensor));
        }
        Ok(Val::Array(part))
    }

    /// A view of a reference, or a slice of a fresh array.
    pub fn part(&mut self, array: &Array, basic: &super::index::Basic) -> Array {
        let ty = TensorType { elem: array.ty.elem, dims: basic.dims.clone() };
        let mut operands = vec![array.value];
        operands.extend(&basic.operands);
        let spec = [("spec", Attr::str(basic.spec.clone()))];
        let (name, result) = match array.form {
            Form::Ref => ("physl.view", Type::Ref(ty.clone())),
            _ => ("physl.slice", Type::Tensor(ty.clone())),
        };
        let value = self.op_with(name, &operands, result, &spec);
        Array { ty, value, form: if array.form == Form::Ref { Form::Ref } else { Form::Tensor } }
    }

    fn read_mask(&mut self, array: &Array, mask: &Array, span: Span) -> Res<Val> {
        self.check_mask(array, mask, span)?;
        let (tensor, mask_tensor) = (self.tensor(array), self.tensor(mask));
        let mut dims = vec![None];
        dims.extend(&array.ty.dims[mask.ty.rank()..]);
        let ty = TensorType { elem: array.ty.elem, dims };
        let value = self.op("physl.take_mask", &[tensor, mask_tensor], Type::Tensor(ty));
        Ok(self.fresh(value))
    }

    /// A mask must have the shape of the axes it stands for.
    pub fn check_mask(&mut self, array: &Array, mask: &Array, span: Span) -> Res<()> {
        if mask.ty.rank() > array.ty.rank() || mask.ty.rank() == 0 {
            return self.fail(span, "the mask has more dimensions than the array", "use a mask of the array's shape");
        }
        for (axis, (a, b)) in array.ty.dims.iter().zip(&mask.ty.dims).enumerate() {
            if let (Some(a), Some(b)) = (a, b)
                && a != b
            {
                let message = format!(
                    "boolean index did not match indexed array along axis {axis}: size {a}, but the mask has {b}"
                );
                return self.fail(span, message, "use a mask of the array's shape");
            }
        }
        Ok(())
    }

    fn read_advanced(&mut self, array: &Array, items: &[Item], span: Span) -> Res<Val> {
        let plan = self.advanced(&array.ty, items, span)?;
        let source = match &plan.basic {
            Some(basic) => self.part(array, basic),
            None => array.clone(),
        };
        let mut operands = vec![self.tensor(&source)];
        operands.extend(self.index_tensors(&plan.arrays));
        let ty = taken_type(&source.ty, &plan);
        let attrs = [("axes", Attr::I64s(axes_of(&plan)))];
        let value = self.op_with("physl.take", &operands, Type::Tensor(ty), &attrs);
        Ok(self.fresh_or_scalar(value))
    }

    fn program_argument(&mut self, start: i64, index: &'a Expr, span: Span) -> Res<Val> {
        if let ExprKind::Slice(lower, None, None) = &index.kind {
            let lower = match lower {
                Some(lower) => self.const_int(lower)?,
                None => 0,
            };
            if lower < 0 {
                return self.fail(span, "negative slices of sys.argv are not supported", "count from the start");
            }
            return Ok(Val::Argv(start + lower));
        }
        let val = self.need(index)?;
        let at = self.int_of(&val, index.span)?;
        let at = if start == 0 { at } else { self.int_plus(&at, &Scalar::int(start)) };
        let at: Value = self.scalar_value(&at);
        Ok(Val::Str(Repr::Value(self.op("physl.argv", &[at], Type::Str))))
    }
}

/// The type of what index arrays take.
fn taken_type(source: &TensorType, plan: &Advanced) -> TensorType {
    let mut dims = source.dims[..plan.axis].to_vec();
    dims.extend(&plan.dims);
    dims.extend(source.dims.iter().skip(plan.axis + plan.arrays.len()));
    TensorType { elem: source.elem, dims }
}

/// The axes that index arrays stand for.
pub fn axes_of(plan: &Advanced) -> Vec<i64> {
    (plan.axis..plan.axis + plan.arrays.len()).map(|axis| axis as i64).collect()
}
