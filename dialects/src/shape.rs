//! Shape and element-type rules: what an op of the table gives for operands of given types.
//!
//! Extents are exact where they are static; an unknown extent stays unknown rather than guessed.

use crate::DType;
use crate::dtype::{complex_of, real_of};
use crate::ir::{Attr, TensorType, Type};
use crate::ops::{OpRow, Rule};
use std::collections::BTreeMap;

/// Why operands do not fit an op, in NumPy's words where NumPy has some.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ShapeError(pub String);

impl std::fmt::Display for ShapeError {
    fn fmt(&self, out: &mut std::fmt::Formatter) -> std::fmt::Result {
        out.write_str(&self.0)
    }
}

/// The result type of an op with one result, or `None` where only the builder knows it ([`Rule::Given`], [`Rule::Cast`]'s element type).
///
/// # Errors
/// When static extents or element types of the operands contradict the rule.
pub fn infer(row: &OpRow, operands: &[Type], attrs: &BTreeMap<String, Attr>) -> Result<Option<Type>, ShapeError> {
    let tensors: Option<Vec<&TensorType>> = operands.iter().map(Type::array).collect();
    let Some(tensors) = tensors else { return Ok(None) };
    let Some(&first) = tensors.first() else { return Ok(None) };
    let found = match row.rule {
        Rule::Given | Rule::Cast => return Ok(None),
        Rule::Broadcast => TensorType { elem: common_elem(row, &tensors)?, dims: broadcast(&tensors)? },
        Rule::Real => TensorType { elem: real_of(common_elem(row, &tensors)?), dims: broadcast(&tensors)? },
        Rule::Complex => TensorType { elem: complex_of(common_elem(row, &tensors)?), dims: broadcast(&tensors)? },
        Rule::Compare => {
            common_elem(row, &tensors)?;
            TensorType { elem: DType::Bool, dims: broadcast(&tensors)? }
        }
        Rule::Select => TensorType { elem: tensors[tensors.len() - 1].elem, dims: broadcast(&tensors)? },
        Rule::Fold => fold(first, axes(first, attrs)?, keepdims(attrs)),
        Rule::ArgFold => fold(first, arg_axes(first, attrs)?, keepdims(attrs)).with_elem(DType::I64),
        Rule::Matmul => matmul(first, tensors.get(1).ok_or_else(|| ShapeError("matmul needs two operands".into()))?)?,
    };
    Ok(Some(Type::Tensor(found)))
}

fn common_elem(row: &OpRow, tensors: &[&TensorType]) -> Result<DType, ShapeError> {
    let elem = tensors[0].elem;
    match tensors.iter().find(|tensor| tensor.elem != elem) {
        None => Ok(elem),
        Some(other) => Err(ShapeError(format!(
            "physl.{} needs one element type, but has {} and {}",
            row.name,
            elem.numpy_name(),
            other.elem.numpy_name()
        ))),
    }
}

/// NumPy's broadcast of static extents; an unknown extent against 1 is unknown, against another number it is that number.
///
/// # Errors
/// When two static extents differ and neither is 1.
pub fn broadcast(tensors: &[&TensorType]) -> Result<Vec<Option<i64>>, ShapeError> {
    let rank = tensors.iter().map(|tensor| tensor.rank()).max().unwrap_or(0);
    let mut dims = vec![Some(1); rank];
    for tensor in tensors {
        let skip = rank - tensor.rank();
        for (at, &dim) in tensor.dims.iter().enumerate() {
            dims[skip + at] = join(dims[skip + at], dim).ok_or_else(|| mismatch(tensors))?;
        }
    }
    Ok(dims)
}

/// Two extents of one dimension broadcast; the outer `None` is a contradiction.
fn join(left: Option<i64>, right: Option<i64>) -> Option<Option<i64>> {
    match (left, right) {
        (Some(1), other) | (other, Some(1)) => Some(other),
        (None, known) | (known, None) => Some(known),
        (Some(a), Some(b)) => (a == b).then_some(Some(a)),
    }
}

fn mismatch(tensors: &[&TensorType]) -> ShapeError {
    let shapes: Vec<String> = tensors.iter().map(|tensor| shape_text(&tensor.dims)).collect();
    ShapeError(format!("operands could not be broadcast together with shapes {}", shapes.join(" ")))
}

/// A shape as Python prints it, `?` for unknown extents.
pub fn shape_text(dims: &[Option<i64>]) -> String {
    let items: Vec<String> = dims.iter().map(|dim| dim.map_or("?".into(), |extent| extent.to_string())).collect();
    match items.as_slice() {
        [one] => format!("({one},)"),
        many => format!("({})", many.join(",")),
    }
}

fn axes(tensor: &TensorType, attrs: &BTreeMap<String, Attr>) -> Result<Vec<usize>, ShapeError> {
    let listed = attrs.get("axes").and_then(Attr::as_i64s).unwrap_or_default();
    listed.iter().map(|&axis| axis_of(tensor, axis)).collect()
}

/// The axes of an arg-fold: one, or all for the marker of a flattened fold.
fn arg_axes(tensor: &TensorType, attrs: &BTreeMap<String, Attr>) -> Result<Vec<usize>, ShapeError> {
    match attrs.get("axis").and_then(Attr::as_int) {
        None | Some(-1000) => Ok((0..tensor.rank()).collect()),
        Some(axis) => Ok(vec![axis_of(tensor, axis)?]),
    }
}

fn axis_of(tensor: &TensorType, axis: i64) -> Result<usize, ShapeError> {
    usize::try_from(axis)
        .ok()
        .filter(|&axis| axis < tensor.rank())
        .ok_or_else(|| ShapeError(format!("axis {axis} is out of bounds for array of dimension {}", tensor.rank())))
}

fn keepdims(attrs: &BTreeMap<String, Attr>) -> bool {
    attrs.get("keepdims").and_then(Attr::as_bool).unwrap_or(false)
}

fn fold(tensor: &TensorType, axes: Vec<usize>, keepdims: bool) -> TensorType {
    let kept = |(at, &dim): (usize, &Option<i64>)| match (axes.contains(&at), keepdims) {
        (false, _) => Some(dim),
        (true, true) => Some(Some(1)),
        (true, false) => None,
    };
    TensorType { elem: tensor.elem, dims: tensor.dims.iter().enumerate().filter_map(kept).collect() }
}

fn matmul(left: &TensorType, right: &TensorType) -> Result<TensorType, ShapeError> {
    if left.rank() == 0 || right.rank() == 0 {
        return Err(ShapeError("matmul: an operand has 0 dimensions, at least 1 is needed".into()));
    }
    if left.elem != right.elem {
        return Err(ShapeError("matmul needs one element type".into()));
    }
    let inner_left = left.dims[left.rank() - 1];
    let inner_right = right.dims[right.rank().saturating_sub(2)];
    if let (Some(a), Some(b)) = (inner_left, inner_right)
        && a != b
    {
        return Err(ShapeError(format!(
            "matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature (n?,k),(k,m?)->(n?,m?) (size {b} is different from {a})"
        )));
    }
    let stack_left = TensorType { elem: left.elem, dims: left.dims[..left.rank().saturating_sub(2)].to_vec() };
    let stack_right = TensorType { elem: left.elem, dims: right.dims[..right.rank().saturating_sub(2)].to_vec() };
    let mut dims = broadcast(&[&stack_left, &stack_right])?;
    if left.rank() > 1 {
        dims.push(left.dims[left.rank() - 2]);
    }
    if right.rank() > 1 {
        dims.push(right.dims[right.rank() - 1]);
    }
    Ok(TensorType { elem: left.elem, dims })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ops::find;

    fn infer_text(op: &str, operands: &[&str], attrs: &[(&str, Attr)]) -> String {
        let types: Vec<Type> = operands.iter().map(|text| Type::parse(text)).collect();
        let attrs = attrs.iter().map(|(name, attr)| ((*name).to_string(), attr.clone())).collect();
        match infer(find(op).expect("a row"), &types, &attrs) {
            Ok(Some(ty)) => ty.to_string(),
            Ok(None) => "unknown".into(),
            Err(error) => error.to_string(),
        }
    }

    #[test]
    fn maps_broadcast() {
        assert_eq!(infer_text("add", &["tensor<?x1xf64>", "tensor<4xf64>"], &[]), "tensor<?x4xf64>");
        assert_eq!(infer_text("lt", &["tensor<?xf64>", "tensor<f64>"], &[]), "tensor<?xi1>");
        assert_eq!(infer_text("where", &["tensor<3xi1>", "tensor<f64>", "tensor<?xf64>"], &[]), "tensor<3xf64>");
        assert_eq!(
            infer_text("add", &["tensor<3xf64>", "tensor<4xf64>"], &[]),
            "operands could not be broadcast together with shapes (3,) (4,)"
        );
    }

    #[test]
    fn folds_drop_or_keep_dimensions() {
        let axes = ("axes", Attr::I64s(vec![0]));
        assert_eq!(infer_text("sum", &["tensor<?x3xf64>"], std::slice::from_ref(&axes)), "tensor<3xf64>");
        assert_eq!(infer_text("max", &["tensor<?x3xi64>"], &[axes, ("keepdims", Attr::Bool(true))]), "tensor<1x3xi64>");
        assert_eq!(infer_text("argmax", &["tensor<?x3xf64>"], &[("axis", Attr::int(1))]), "tensor<?xi64>");
        assert_eq!(infer_text("argmax", &["tensor<?x3xf64>"], &[("axis", Attr::int(-1000))]), "tensor<i64>");
    }

    #[test]
    fn products_follow_numpy() {
        assert_eq!(infer_text("matmul", &["tensor<?x3xf64>", "tensor<3x5xf64>"], &[]), "tensor<?x5xf64>");
        assert_eq!(infer_text("matmul", &["tensor<3xf64>", "tensor<3xf64>"], &[]), "tensor<f64>");
        assert_eq!(infer_text("matmul", &["tensor<7x?x3xf64>", "tensor<3xf64>"], &[]), "tensor<7x?xf64>");
        assert!(
            infer_text("matmul", &["tensor<?x3xf64>", "tensor<4x5xf64>"], &[]).contains("size 4 is different from 3")
        );
    }
}
