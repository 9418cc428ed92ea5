//! Shape rules of folds and matrix products.

use super::extent::{Dim, Extents};
use super::infer::{Args, broadcast, tensor};
use super::info::Info;
use super::language::AttrValue;
use phylanx_dialects::DType;

/// `axis` of the arg folds that means all elements.
const FLATTENED: i64 = -1000;

/// `sum`, `max` and so on; the maximum or minimum of nothing is an error.
pub fn fold(args: &Args, extents: &Extents) -> Option<Info> {
    let x = tensor(args, 0)?;
    let [AttrValue::Ints(axes), AttrValue::Bool(keepdims)] = args.attrs[..] else { return None };
    if axes.iter().any(|&axis| axis < 0 || axis as usize >= x.dims.len()) {
        return None;
    }
    let folded = |at: usize| axes.contains(&(at as i64));
    let dims = without(&x.dims, folded, *keepdims);
    let needs_elements = matches!(args.row.name, "max" | "min");
    let empty = (0..x.dims.len()).filter(|&at| folded(at)).any(|at| may_be_empty(&x.dims[at], extents));
    Some(Info { may_fail: needs_elements && empty, ..Info::tensor(x.dtype, dims) })
}

/// `argmax` and `argmin`.
pub fn arg_fold(args: &Args, extents: &Extents) -> Option<Info> {
    let x = tensor(args, 0)?;
    let [AttrValue::Int(axis), AttrValue::Bool(keepdims)] = args.attrs[..] else { return None };
    let all = *axis == FLATTENED;
    if !all && (*axis < 0 || *axis as usize >= x.dims.len()) {
        return None;
    }
    let folded = |at: usize| all || at as i64 == *axis;
    let empty = (0..x.dims.len()).filter(|&at| folded(at)).any(|at| may_be_empty(&x.dims[at], extents));
    Some(Info { may_fail: empty, ..Info::tensor(DType::I64, without(&x.dims, folded, *keepdims)) })
}

fn without(dims: &[Dim], folded: impl Fn(usize) -> bool, keepdims: bool) -> Vec<Dim> {
    let mut kept = Vec::new();
    for (at, dim) in dims.iter().enumerate() {
        match (folded(at), keepdims) {
            (false, _) => kept.push(dim.clone()),
            (true, true) => kept.push(Dim::Known(1)),
            (true, false) => {}
        }
    }
    kept
}

fn may_be_empty(dim: &Dim, extents: &Extents) -> bool {
    !matches!(extents.normal(dim), Dim::Known(n) if n > 0)
}

/// NumPy's rule for `@`.
pub fn matmul(args: &Args, extents: &Extents) -> Option<Info> {
    let (a, b) = (tensor(args, 0)?, tensor(args, 1)?);
    if a.dtype != b.dtype || a.dims.is_empty() || b.dims.is_empty() {
        return None;
    }
    let (a_batch, rows, inner) = split(&a.dims, 1);
    let (b_batch, columns, other) = split(&b.dims, 2);
    let joined = extents.equal(&inner, &other)?;
    let (mut dims, safe) = broadcast(a_batch, b_batch, extents)?;
    dims.extend(rows);
    dims.extend(columns);
    Some(Info { may_fail: !(joined.safe && safe), ..Info::tensor(a.dtype, dims) })
}

/// Batch dimensions, the free dimension (none for vectors) and the contracted one, `from_end` places from the end.
fn split(dims: &[Dim], from_end: usize) -> (&[Dim], Option<Dim>, Dim) {
    if let [only] = dims {
        return (&[], None, only.clone());
    }
    let (batch, last) = dims.split_at(dims.len() - 2);
    let contracted = last[2 - from_end].clone();
    (batch, Some(last[from_end - 1].clone()), contracted)
}
