//! What stands between the brackets of an array.

use super::{Lowerer, Res};
use crate::ast::{Expr, ExprKind};
use crate::source::Span;
use crate::value::{Array, Const, Scalar, Val};
use phylanx_dialects::DType;
use phylanx_dialects::ir::{Attr, TensorType, Type, Value};
use phylanx_dialects::shape::broadcast;

/// One item of a subscript.
#[derive(Clone)]
pub enum Item {
    Int(Scalar),
    Slice { start: Option<Scalar>, stop: Option<Scalar>, step: Option<Scalar> },
    NewAxis,
    Ellipsis,
    Mask(Array),
    Fancy(Array),
}

/// A subscript made of integers, slices, `None` and `...`, ready for an op.
pub struct Basic {
    pub spec: String,
    pub operands: Vec<Value>,
    pub dims: Vec<Option<i64>>,
    /// All axes indexed by integers.
    pub is_element: bool,
}

/// A subscript with arrays: first `basic`, then arrays on consecutive axes of its result.
pub struct Advanced {
    pub basic: Option<Basic>,
    pub axis: usize,
    pub arrays: Vec<Array>,
    /// Shape of the arrays broadcast against each other.
    pub dims: Vec<Option<i64>>,
}

impl<'a> Lowerer<'a> {
    /// Evaluates a subscript.
    pub fn index_items(&mut self, index: &'a Expr) -> Res<Vec<Item>> {
        let parts: Vec<&Expr> = match &index.kind {
            ExprKind::Tuple(items) => items.iter().collect(),
            _ => vec![index],
        };
        let mut items = Vec::new();
        let mut stop = None;
        for part in parts {
            if let Err(found) = self.index_part(part, &mut items) {
                stop = Some(found);
            }
        }
        stop.map_or(Ok(items), Err)
    }

    /// A slice with a step of zero.
    pub fn zero_step<T>(&mut self, span: Span) -> Res<T> {
        self.sure_to_raise(span, "ValueError", "slice step cannot be zero", "use a step such as 1 or -1")
    }

    fn too_many_indices<T>(&mut self, rank: usize, used: usize, span: Span) -> Res<T> {
        let message = format!("too many indices for array: array is {rank}-dimensional, but {used} were indexed");
        self.sure_to_raise(span, "IndexError", message, "drop an index")
    }

    fn index_part(&mut self, part: &'a Expr, items: &mut Vec<Item>) -> Res<()> {
        if let ExprKind::Slice(start, stop, step) = &part.kind {
            let start = self.slice_bound(start.as_deref())?;
            let stop = self.slice_bound(stop.as_deref())?;
            let step = self.slice_bound(step.as_deref())?;
            if step.as_ref().and_then(|step| step.known()).and_then(Const::as_i64) == Some(0) {
                return self.zero_step(part.span);
            }
            items.push(Item::Slice { start, stop, step });
            return Ok(());
        }
        let val = self.need(part)?;
        if let (Val::Tuple(vals), false) = (&val, matches!(part.kind, ExprKind::Tuple(_))) {
            for val in vals.iter() {
                let item = self.index_item(val.clone(), part.span)?;
                items.push(item);
            }
            return Ok(());
        }
        let item = self.index_item(val, part.span)?;
        items.push(item);
        Ok(())
    }

    fn slice_bound(&mut self, bound: Option<&'a Expr>) -> Res<Option<Scalar>> {
        let Some(expr) = bound else { return Ok(None) };
        match self.need(expr)? {
            Val::None => Ok(None),
            val => Ok(Some(self.int_of(&val, expr.span)?)),
        }
    }

    fn index_item(&mut self, val: Val, span: Span) -> Res<Item> {
        match val {
            Val::None => Ok(Item::NewAxis),
            Val::Ellipsis => Ok(Item::Ellipsis),
            Val::Scalar(scalar) if scalar.num.is_bool() => {
                self.fail(span, "indexing with a single bool is not supported", "use an `if`")
            }
            Val::Array(array) if array.ty.rank() == 0 && array.ty.elem != DType::Bool => {
                Ok(Item::Int(self.int_of(&Val::Array(array), span)?))
            }
            Val::Array(array) => self.array_index(array, span),
            Val::Named(record, parts) if record == &super::slices::SLICE => self.slice_item(&parts, span),
            Val::List(_) | Val::Tuple(_) => {
                let array = self.array_of(&val, span)?;
                self.array_index(array, span)
            }
            other => Ok(Item::Int(self.int_of(&other, span)?)),
        }
    }

    fn array_index(&mut self, array: Array, span: Span) -> Res<Item> {
        match array.ty.elem {
            DType::Bool => Ok(Item::Mask(array)),
            elem if crate::types::is_float(elem) => {
                self.fail(span, "arrays used as indices must be of integer or boolean type", "use `astype(int)`")
            }
            _ => Ok(Item::Fancy(array)),
        }
    }

    /// A subscript without arrays on an array of this type.
    pub fn basic(&mut self, ty: &TensorType, items: &[Item], span: Span) -> Res<Basic> {
        let used = items.iter().filter(|item| matches!(item, Item::Int(_) | Item::Slice { .. })).count();
        if used > ty.rank() {
            return self.too_many_indices(ty.rank(), used, span);
        }
        if items.iter().filter(|item| matches!(item, Item::Ellipsis)).count() > 1 {
            return self.fail(span, "an index can only have a single ellipsis ('...')", "write `:` for the others");
        }
        let mut out = Basic { spec: String::new(), operands: Vec::new(), dims: Vec::new(), is_element: false };
        let mut specs: Vec<String> = Vec::new();
        let mut axis = 0;
        for item in items {
            match item {
                Item::Int(at) => {
                    self.check_index(at, ty.dims[axis], axis, span)?;
                    specs.push("i".into());
                    out.operands.push(self.scalar_value(at));
                    axis += 1;
                }
                Item::Slice { start, stop, step } => {
                    let mut spec = String::from(":");
                    for (letter, bound) in [('s', start), ('t', stop), ('p', step)] {
                        if let Some(bound) = bound {
                            spec.push(letter);
                            out.operands.push(self.scalar_value(bound));
                        }
                    }
                    specs.push(spec);
                    out.dims.push(slice_extent(ty.dims[axis], start, stop, step));
                    axis += 1;
                }
                Item::NewAxis => {
                    specs.push("n".into());
                    out.dims.push(Some(1));
                }
                Item::Ellipsis => {
                    specs.push("e".into());
                    let end = axis + ty.rank() - used;
                    out.dims.extend(&ty.dims[axis..end]);
                    axis = end;
                }
                Item::Mask(_) | Item::Fancy(_) => {}
            }
        }
        out.dims.extend(&ty.dims[axis..]);
        if out.dims.len() > 8 {
            return self.fail(span, "arrays have at most 8 dimensions", "use fewer `None`");
        }
        out.spec = specs.join(",");
        out.is_element = items.len() == ty.rank() && items.iter().all(|item| matches!(item, Item::Int(_)));
        Ok(out)
    }

    fn check_index(&mut self, at: &Scalar, extent: Option<i64>, axis: usize, span: Span) -> Res<()> {
        let known = at.known().and_then(Const::as_i64);
        match (known, extent) {
            (Some(at), Some(extent)) if at >= extent || at < -extent => {
                let message = format!("index {at} is out of bounds for axis {axis} with size {extent}");
                self.sure_to_raise(span, "IndexError", message, "use an index within the array")
            }
            _ => Ok(()),
        }
    }

    /// A subscript with arrays: integers beside them count as arrays, masks as the coordinates of their true elements.
    pub fn advanced(&mut self, ty: &TensorType, items: &[Item], span: Span) -> Res<Advanced> {
        let (mut plain, mut arrays, mut positions) = (Vec::new(), Vec::new(), Vec::new());
        let whole = || Item::Slice { start: None, stop: None, step: None };
        let with_ellipsis = self.spelled_out(ty, items, span)?;
        let mut position = 0;
        for item in &with_ellipsis {
            let found: Vec<Array> = match item {
                Item::Mask(mask) => self.mask_coordinates(mask),
                Item::Fancy(array) => vec![array.clone()],
                Item::Int(at) => {
                    vec![Array { form: crate::value::Form::Scalar, ..self.array_of(&Val::Scalar(at.clone()), span)? }]
                }
                other => {
                    plain.push(other.clone());
                    position += 1;
                    continue;
                }
            };
            for array in found {
                plain.push(whole());
                positions.push(position);
                arrays.push(array);
                position += 1;
            }
        }
        let axis = positions.first().copied().unwrap_or(0);
        if positions.iter().enumerate().any(|(at, position)| *position != axis + at) {
            let help = "index in two steps, such as `a[i][:, j]`";
            return self.fail(span, "index arrays with a slice between them are not supported", help);
        }
        let trivial = plain.iter().all(|item| matches!(item, Item::Slice { start: None, stop: None, step: None }));
        let trivial = trivial && plain.len() <= ty.rank();
        let basic = if trivial { None } else { Some(self.basic(ty, &plain, span)?) };
        let types: Vec<TensorType> = arrays.iter().map(|array| array.ty.clone()).collect();
        match broadcast(&types.iter().collect::<Vec<_>>()) {
            Ok(dims) => Ok(Advanced { basic, axis, arrays, dims }),
            Err(_) => self.fail(
                span,
                "shape mismatch: indexing arrays could not be broadcast together",
                "give the index arrays shapes that broadcast",
            ),
        }
    }

    /// `...` as the whole slices it stands for.
    fn spelled_out(&mut self, ty: &TensorType, items: &[Item], span: Span) -> Res<Vec<Item>> {
        let axes = |item: &Item| match item {
            Item::NewAxis | Item::Ellipsis => 0,
            Item::Mask(mask) => mask.ty.rank(),
            _ => 1,
        };
        let used: usize = items.iter().map(axes).sum();
        if used > ty.rank() {
            return self.too_many_indices(ty.rank(), used, span);
        }
        let mut out = Vec::new();
        for item in items {
            match item {
                Item::Ellipsis => {
                    for _ in used..ty.rank() {
                        out.push(Item::Slice { start: None, stop: None, step: None });
                    }
                }
                other => out.push(other.clone()),
            }
        }
        Ok(out)
    }

    /// Where a mask holds, one array of coordinates for each of its axes.
    fn mask_coordinates(&mut self, mask: &Array) -> Vec<Array> {
        let tensor = self.tensor(mask);
        let ty = TensorType { elem: DType::I64, dims: vec![None] };
        (0..mask.ty.rank())
            .map(|axis| {
                let attrs = [("axis", Attr::int(axis as i64))];
                let value = self.op_with("physl.nonzero", &[tensor], Type::Tensor(ty.clone()), &attrs);
                Array { ty: ty.clone(), value, form: crate::value::Form::Tensor }
            })
            .collect()
    }

    /// The index arrays as `i64` tensors.
    pub fn index_tensors(&mut self, arrays: &[Array]) -> Vec<Value> {
        let mut out = Vec::new();
        for array in arrays {
            let tensor = self.tensor(array);
            out.push(self.cast_tensor(tensor, DType::I64));
        }
        out
    }

    /// Whether a subscript is one mask over leading axes, followed by nothing but whole slices.
    pub fn only_mask(items: &[Item]) -> Option<&Array> {
        let (first, rest) = items.split_first()?;
        let whole = |item: &Item| matches!(item, Item::Slice { start: None, stop: None, step: None } | Item::Ellipsis);
        match first {
            Item::Mask(mask) if rest.iter().all(whole) => Some(mask),
            _ => None,
        }
    }
}

/// The extent of a slice, where it is known.
fn slice_extent(
    extent: Option<i64>,
    start: &Option<Scalar>,
    stop: &Option<Scalar>,
    step: &Option<Scalar>,
) -> Option<i64> {
    let known = |bound: &Option<Scalar>| match bound {
        None => Some(None),
        Some(scalar) => scalar.known().and_then(Const::as_i64).map(Some),
    };
    let (start, stop, step) = (known(start)?, known(stop)?, known(step)?.unwrap_or(1));
    if start.is_none() && stop.is_none() && step == 1 {
        return extent;
    }
    let n = i128::from(extent?);
    let step = i128::from(step);
    let clamp = |at: i64, low: i128, high: i128| {
        let at = i128::from(at);
        (if at < 0 { at + n } else { at }).clamp(low, high)
    };
    let (low, high) = if step > 0 { (0, n) } else { (-1, n - 1) };
    let first = start.map_or(if step > 0 { low } else { high }, |at| clamp(at, low, high));
    let last = stop.map_or(if step > 0 { high } else { low }, |at| clamp(at, low, high));
    let distance = if step > 0 { last - first } else { first - last };
    i64::try_from((distance.max(0) + step.abs() - 1) / step.abs()).ok()
}
