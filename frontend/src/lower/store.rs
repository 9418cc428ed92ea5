//! Writing elements and parts of arrays.

use super::index::Item;
use super::subscript::axes_of;
use super::{Lowerer, Res};
use crate::ast::{BinOp, Expr};
use crate::source::Span;
use crate::types::Num;
use crate::value::{Array, Form, Val};
use phylanx_dialects::ir::{Attr, TensorType};

impl<'a> Lowerer<'a> {
    /// `base[index] = val`.
    pub fn store(&mut self, span: Span, base: &'a Expr, index: &'a Expr, val: Val) -> Res<()> {
        let base_val = self.need(base)?;
        if let Some(array) = super::flat::base_of(&base_val) {
            return self.store_flat(&array.clone(), index, val, span);
        }
        if let Val::Heap(site, object) = &base_val {
            return self.store_in_object(&site.clone(), *object, index, &val, span);
        }
        let target = self.target_array(base_val, base)?;
        let items = self.index_items(index)?;
        self.store_items(&target, &items, val, span)
    }

    /// `base[index] op= value`.
    pub fn update_element(
        &mut self,
        span: Span,
        base: &'a Expr,
        index: &'a Expr,
        op: BinOp,
        value: &'a Expr,
    ) -> Res<()> {
        let base_val = self.need(base)?;
        if let Some(array) = super::flat::base_of(&base_val) {
            return self.update_flat(&array.clone(), index, op, value, span);
        }
        if let Val::Heap(site, object) = &base_val {
            return self.update_in_object(&site.clone(), *object, index, op, value, span);
        }
        let target = self.target_array(base_val, base)?;
        let items = self.index_items(index)?;
        let old = self.read_items(&target, &items, span)?;
        let val = self.expr(value);
        if let Val::Array(part) = &old
            && part.form == Form::Ref
        {
            return self.at(span, |this| this.update(part, op, val, span));
        }
        let result = self.at(span, |this| this.try_binary(op, old, val, span))?;
        self.store_items(&target, &items, result, span)
    }

    fn target_array(&mut self, base_val: Val, base: &'a Expr) -> Res<Array> {
        match base_val {
            Val::Array(array) => Ok(self.reference(&array)),
            Val::List(items) => self.must_be_object(&items, base.span),
            other => {
                let message = format!("items of {} cannot be assigned", other.describe());
                self.fail(base.span, message, "assign to items of an array")
            }
        }
    }

    pub fn store_items(&mut self, array: &Array, items: &[Item], val: Val, span: Span) -> Res<()> {
        let mut one =
            |this: &mut Self, vals: &[Val]| this.store_value(array, items, vals[0].clone(), span).map(|()| Val::None);
        self.over_kinds(&[val], span, &mut one).map(drop)
    }

    fn store_value(&mut self, array: &Array, items: &[Item], val: Val, span: Span) -> Res<()> {
        if let Val::Unknown = val {
            return Err(super::emit::Stop::Reported);
        }
        if let Val::Never = val {
            return Err(super::emit::Stop::Never);
        }
        if let Some(mask) = Self::only_mask(items) {
            let mask = mask.clone();
            self.check_mask(array, &mask, span)?;
            let value = self.stored_value(array, &val, span)?;
            let (mask, value) = (self.tensor(&mask), value.value);
            self.effect("physl.put_mask", &[array.value, mask, value], &[]);
            return Ok(());
        }
        if items.iter().any(|item| matches!(item, Item::Mask(_) | Item::Fancy(_))) {
            return self.store_advanced(array, items, &val, span);
        }
        let basic = self.basic(&array.ty, items, span)?;
        let scalar = matches!(val, Val::Scalar(_) | Val::Mixed { .. })
            || matches!(&val, Val::Array(value) if value.ty.rank() == 0);
        if basic.is_element && scalar && !items.is_empty() {
            let scalar = self.scalar_of(&val, span)?;
            let scalar = match scalar.num.numpy {
                true => self.cast_scalar(&scalar, Num::np(array.ty.elem)),
                false => self.weak_operand(&scalar, array.ty.elem, span)?,
            };
            let mut operands = vec![array.value, self.scalar_value(&scalar)];
            operands.extend(&basic.operands);
            self.effect("physl.set_item", &operands, &[]);
            return Ok(());
        }
        let value = self.stored_value(array, &val, span)?;
        let part = self.part(array, &basic);
        self.check_fits(&value.ty, &part.ty, span)?;
        self.effect("physl.write", &[part.value, value.value], &[]);
        Ok(())
    }

    fn store_advanced(&mut self, array: &Array, items: &[Item], val: &Val, span: Span) -> Res<()> {
        let value = self.stored_value(array, val, span)?;
        let plan = self.advanced(&array.ty, items, span)?;
        let target = match &plan.basic {
            Some(basic) => self.part(array, basic),
            None => array.clone(),
        };
        let mut operands = vec![target.value, value.value];
        operands.extend(self.index_tensors(&plan.arrays));
        self.effect("physl.put", &operands, &[("axes", Attr::I64s(axes_of(&plan)))]);
        Ok(())
    }

    /// A value as a tensor of the array's element type.
    fn stored_value(&mut self, array: &Array, val: &Val, span: Span) -> Res<Array> {
        let elem = array.ty.elem;
        if let Val::Scalar(scalar) = val
            && !scalar.num.numpy
        {
            let scalar = self.weak_operand(scalar, elem, span)?;
            let value = self.rank0_tensor(&scalar);
            return Ok(Array { ty: TensorType { elem, dims: Vec::new() }, value, form: Form::Tensor });
        }
        let value = self.array_of(val, span)?;
        let tensor = self.tensor(&value);
        let tensor = self.cast_tensor(tensor, elem);
        Ok(Array { ty: value.ty.with_elem(elem), value: tensor, form: Form::Tensor })
    }
}
