//! Folds over axes, in row-major order.

use super::tensor::{Wrap, build, open, with_elem};
use super::{Array, Call, EvalError, Tensor, raises, undefined};
use crate::DType;
use crate::ir::Attr;
use ndarray::{ArrayD, Dimension, IxDyn};

/// The value of a fold op.
pub fn eval(call: &Call) -> Result<Tensor, EvalError> {
    let x = call.tensor(0)?;
    let axes: Vec<i64> = call.attr("axes", |attr| attr.as_i64s().map(<[i64]>::to_vec))?;
    let keepdims = call.attr("keepdims", Attr::as_bool)?;
    if axes.iter().any(|&axis| axis < 0 || axis as usize >= x.rank()) {
        return Err(undefined(call));
    }
    let folded: Vec<bool> = (0..x.rank()).map(|at| axes.contains(&(at as i64))).collect();
    with_elem!(x.dtype(), T => {
        let kept = fold::<T>(call, open::<T>(x)?, &folded)?;
        let shape: Vec<usize> = kept.shape().iter().zip(&folded).filter(|(_, folded)| keepdims || !**folded).map(|(n, _)| *n).collect();
        build::<T>(&shape, kept.into_iter().collect())
    })
}

/// The fold with folded axes kept as ones.
fn fold<T: Wrap>(call: &Call, x: &Array<T>, folded: &[bool]) -> Result<Array<T>, EvalError> {
    let (start, step) = monoid::<T>(call)?;
    let shape: Vec<usize> = x.shape().iter().zip(folded).map(|(&n, &folded)| if folded { 1 } else { n }).collect();
    let empty = x.shape().iter().zip(folded).any(|(&n, &folded)| folded && n == 0);
    if empty && start.is_none() {
        return Err(raises(
            "ValueError",
            format!("zero-size array to reduction operation {} which has no identity", call.row.name),
        ));
    }
    let mut result: Array<Option<T>> = ArrayD::from_elem(IxDyn(&shape), None);
    for (index, &value) in x.indexed_iter() {
        let place: Vec<usize> =
            index.slice().iter().zip(folded).map(|(&at, &folded)| if folded { 0 } else { at }).collect();
        let cell = &mut result[IxDyn(&place)];
        *cell = Some(cell.map_or(value, |before| step(before, value)));
    }
    Ok(result.mapv(|cell| cell.or(start).unwrap_or(T::ZERO)))
}

/// The value of an empty fold, if it has one, and the step.
type Monoid<T> = (Option<T>, fn(T, T) -> T);

fn monoid<T: Wrap>(call: &Call) -> Result<Monoid<T>, EvalError> {
    let logical = T::DTYPE == DType::Bool;
    let (start, step) = match call.row.name {
        // NumPy sums booleans as integers, which the frontend states as a cast.
        "sum" | "prod" if logical => return Err(undefined(call)),
        "sum" => (Some(T::ZERO), "add"),
        "prod" => (Some(T::ONE), "mul"),
        "max" => (None, "maximum"),
        "min" => (None, "minimum"),
        "any" if logical => (Some(T::ZERO), "or"),
        "all" if logical => (Some(T::ONE), "and"),
        _ => return Err(undefined(call)),
    };
    T::binary(step).map(|step| (start, step)).ok_or_else(|| undefined(call))
}
