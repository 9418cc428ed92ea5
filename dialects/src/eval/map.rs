//! Element-wise ops with broadcasting.

use super::tensor::{Wrap, open, with_elem};
use super::{Array, Call, Elem, EvalError, Tensor, raises, undefined};
use crate::DType;
use crate::ops::Rule;
use ndarray::{IxDyn, Zip};

/// The value of a map op.
pub fn eval(call: &Call) -> Result<Tensor, EvalError> {
    let first = call.tensor(0)?;
    if call.row.name == "where" {
        return select(call);
    }
    if call.row.rule == Rule::Cast {
        return with_elem!(call.to, T => cast::<T>(first));
    }
    match (call.operands.len(), call.row.rule) {
        (1, Rule::Compare) => with_elem!(first.dtype(), T => unary(call, T::test(call.row.name), first)),
        (1, _) => with_elem!(first.dtype(), T => unary(call, T::unary(call.row.name), first)),
        (2, Rule::Compare) => with_elem!(first.dtype(), T => binary(call, T::compare(call.row.name), first)),
        (2, _) => with_elem!(first.dtype(), T => binary(call, T::binary(call.row.name), first)),
        _ => Err(undefined(call)),
    }
}

fn unary<T: Wrap, R: Wrap>(call: &Call, function: Option<fn(T) -> R>, x: &Tensor) -> Result<Tensor, EvalError> {
    let function = function.ok_or_else(|| undefined(call))?;
    Ok(R::wrap(open::<T>(x)?.mapv(function)))
}

fn binary<T: Wrap, R: Wrap>(call: &Call, function: Option<fn(T, T) -> R>, lhs: &Tensor) -> Result<Tensor, EvalError> {
    let function = function.ok_or_else(|| undefined(call))?;
    let (a, b) = (open::<T>(lhs)?, open::<T>(call.tensor(1)?)?);
    let shape = broadcast_shape(a.shape(), b.shape())?;
    let (a, b) = (spread(a, &shape)?, spread(b, &shape)?);
    Ok(R::wrap(Zip::from(&a).and(&b).map_collect(|&a, &b| function(a, b))))
}

fn select(call: &Call) -> Result<Tensor, EvalError> {
    let condition = open::<bool>(call.tensor(0)?)?;
    let x = call.tensor(1)?;
    with_elem!(x.dtype(), T => {
        let (x, y) = (open::<T>(x)?, open::<T>(call.tensor(2)?)?);
        let shape = broadcast_shape(&broadcast_shape(condition.shape(), x.shape())?, y.shape())?;
        let (c, x, y) = (spread(condition, &shape)?, spread(x, &shape)?, spread(y, &shape)?);
        Ok(T::wrap(Zip::from(&c).and(&x).and(&y).map_collect(|&c, &x, &y| if c { x } else { y })))
    })
}

/// A tensor converted to another element type.
fn cast<T: Wrap>(x: &Tensor) -> Result<Tensor, EvalError> {
    let shape = x.shape().to_vec();
    match x.dtype() {
        DType::F32 | DType::F64 => super::tensor::build(&shape, x.to_f64s().into_iter().map(T::from_f64).collect()),
        _ => super::tensor::build(&shape, x.to_i64s().into_iter().map(T::from_i64).collect()),
    }
}

/// NumPy's broadcast of two shapes.
///
/// # Errors
/// `ValueError` when they do not go together.
pub fn broadcast_shape(a: &[usize], b: &[usize]) -> Result<Vec<usize>, EvalError> {
    let rank = a.len().max(b.len());
    let pick = |shape: &[usize], at: usize| (at + shape.len()).checked_sub(rank).map_or(1, |at| shape[at]);
    (0..rank)
        .map(|at| match (pick(a, at), pick(b, at)) {
            (1, n) | (n, 1) => Ok(n),
            (n, m) if n == m => Ok(n),
            _ => Err(raises("ValueError", format!("operands could not be broadcast together with shapes {a:?} {b:?}"))),
        })
        .collect()
}

/// An array repeated to a shape.
pub fn spread<T: Elem>(array: &Array<T>, shape: &[usize]) -> Result<Array<T>, EvalError> {
    array
        .broadcast(IxDyn(shape))
        .map(|view| view.to_owned())
        .ok_or_else(|| raises("ValueError", format!("cannot broadcast {:?} to {shape:?}", array.shape())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes_broadcast_as_in_numpy() {
        assert_eq!(broadcast_shape(&[3, 1], &[4]), Ok(vec![3, 4]));
        assert_eq!(broadcast_shape(&[0], &[1]), Ok(vec![0]));
        assert!(broadcast_shape(&[3], &[4]).is_err());
    }
}
