//! Reading elements and parts: arrays, tuples, strings, program arguments.

use super::index::{Advanced, Item};
use super::{Lowerer, Res};
use crate::ast::{Expr, ExprKind};
use crate::source::Span;
use crate::types::Num;
use crate::value::{Array, Form, Repr, Scalar, Val};
use phylanx_dialects::ir::{Attr, TensorType, Type, Value};
use std::rc::Rc;

impl<'a> Lowerer<'a> {
    /// `base[index]`.
    pub fn subscript(&mut self, base: &'a Expr, index: &'a Expr, span: Span) -> Res<Val> {
        match self.need(base)? {
            Val::Array(array) => {
                let items = self.index_items(index)?;
                self.read_items(&array, &items, span)
            }
            Val::Tuple(items) => {
                let part = self.item_of_list(&items, index, span)?;
                Ok(part.unwrap_or_else(Val::Tuple))
            }
            Val::List(items) => {
                let part = self.item_of_list(&items, index, span)?;
                Ok(part.unwrap_or_else(Val::List))
            }
            Val::Str(text) => self.item_of_text(text, index, span),
            Val::Argv(start) => self.program_argument(start, index, span),
            Val::Static(crate::types::Static::Path(path)) if &*path == "sys.argv" => {
                self.program_argument(0, index, span)
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

    fn item_of_list(&mut self, items: &Rc<[Val]>, index: &'a Expr, span: Span) -> Res<Result<Val, Rc<[Val]>>> {
        let count = items.len() as i64;
        if let ExprKind::Slice(start, stop, step) = &index.kind {
            let mut bounds = [None; 3];
            for (bound, expr) in bounds.iter_mut().zip([start, stop, step]) {
                if let Some(expr) = expr {
                    *bound = Some(self.const_int(expr)?);
                }
            }
            return Ok(Err(slice_list(items, bounds)));
        }
        let val = self.need(index)?;
        let at = self.int_of(&val, index.span)?;
        let Some(at) = at.known().and_then(|at| at.as_i64()) else {
            return self.item_at_run_time(items, &at, span).map(Ok);
        };
        let position = if at < 0 { at + count } else { at };
        match usize::try_from(position).ok().and_then(|position| items.get(position)) {
            Some(val) => Ok(Ok(val.clone())),
            None => self.fail(span, "index out of range", format!("there are {count} items")),
        }
    }

    /// Numbers of one type can be indexed by a variable: they become an array.
    fn item_at_run_time(&mut self, items: &Rc<[Val]>, at: &Scalar, span: Span) -> Res<Val> {
        let first = items.first().and_then(Val::ty);
        let alike =
            items.iter().all(|item| matches!(item, Val::Scalar(scalar) if !scalar.num.numpy) && item.ty() == first);
        let (true, Some(Val::Scalar(scalar))) = (alike, items.first()) else {
            let help = "make it an array, or use a constant index";
            return self.fail(span, "a tuple or list of this kind is indexed by constants only", help);
        };
        let num = scalar.num;
        let array = self.array_of_items(items, None, span)?;
        let reference = self.reference(&array);
        let position = self.scalar_value(at);
        let value = self.op("physl.get_item", &[reference.value, position], Type::Scalar(num.dtype));
        Ok(Val::scalar(num, value))
    }

    fn item_of_text(&mut self, text: Repr<Rc<str>>, index: &'a Expr, span: Span) -> Res<Val> {
        if let ExprKind::Slice(start, stop, step) = &index.kind {
            let Repr::Const(text) = text else {
                return self.fail(
                    span,
                    "slices of strings are supported on constants only",
                    "use the methods of strings",
                );
            };
            let letters: Rc<[Val]> = text.chars().map(|c| Val::text(c.to_string())).collect();
            let mut bounds = [None; 3];
            for (bound, expr) in bounds.iter_mut().zip([start, stop, step]) {
                if let Some(expr) = expr {
                    *bound = Some(self.const_int(expr)?);
                }
            }
            let part: String =
                slice_list(&letters, bounds).iter().filter_map(Val::const_text).map(|c| c.to_string()).collect();
            return Ok(Val::text(part));
        }
        let val = self.need(index)?;
        let at = self.int_of(&val, index.span)?;
        let (text, at) = (self.text_value(&text), self.scalar_value(&at));
        Ok(Val::Str(Repr::Value(self.op("physl.str_index", &[text, at], Type::Str))))
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

fn slice_list(items: &Rc<[Val]>, bounds: [Option<i64>; 3]) -> Rc<[Val]> {
    let count = items.len() as i64;
    let step = bounds[2].unwrap_or(1);
    if step == 0 {
        return Rc::from([]);
    }
    let clamp = |at: i64, low: i64, high: i64| (if at < 0 { at.saturating_add(count) } else { at }).clamp(low, high);
    let (low, high) = if step > 0 { (0, count) } else { (-1, count - 1) };
    let mut at = bounds[0].map_or(if step > 0 { low } else { high }, |at| clamp(at, low, high));
    let end = bounds[1].map_or(if step > 0 { high } else { low }, |at| clamp(at, low, high));
    let mut out = Vec::new();
    while (step > 0 && at < end) || (step < 0 && at > end) {
        out.push(items[at as usize].clone());
        at = at.saturating_add(step);
    }
    out.into()
}
