//! Library ops on tensors: products, joins, orders, creation, extents.

use super::map::{broadcast_shape, spread};
use super::tensor::{Wrap, build, open, with_elem};
use super::view::{axis_or_all, reshaped};
use super::{Array, Call, Elem, EvalError, Tensor, Val, raises, undefined};
use crate::DType;
use crate::ir::Attr;
use ndarray::{ArrayD, Axis, Dimension, IxDyn};
use std::cmp::Ordering;

/// The value of a library op without effects.
pub fn eval(call: &Call) -> Result<Val, EvalError> {
    let tensor = match call.row.name {
        "from_scalar" => Ok(call.scalar(0)?.clone()),
        "item" => return item(call),
        "dim" | "size" => return extent(call),
        "copy" => Ok(call.tensor(0)?.clone()),
        "matmul" | "outer" => product(call),
        "argmax" | "argmin" => arg_fold(call),
        "cumsum" | "cumprod" | "sort" | "argsort" => along(call),
        "concat" | "stack" => join(call),
        "roll" => roll(call),
        "full" | "eye" | "from_elements" | "arange" | "linspace" => create(call),
        "take_mask" => take_mask(call),
        _ => Err(undefined(call)),
    };
    tensor.map(Val::Tensor)
}

fn item(call: &Call) -> Result<Val, EvalError> {
    let x = call.tensor(0)?;
    match x.shape().iter().product::<usize>() {
        1 => reshaped(x, &[]).map(Val::Scalar),
        _ => Err(raises("ValueError", "can only convert an array of size 1 to a Python scalar")),
    }
}

fn extent(call: &Call) -> Result<Val, EvalError> {
    let x = call.tensor(0)?;
    let value = match call.row.name {
        "size" => x.shape().iter().product(),
        _ => x.shape()[call.axis(x.rank())?],
    };
    Ok(Val::Scalar(Tensor::int(value as i64)))
}

fn product(call: &Call) -> Result<Tensor, EvalError> {
    let (a, b) = (call.tensor(0)?, call.tensor(1)?);
    with_elem!(a.dtype(), T => {
        let (a, b) = (open::<T>(a)?, open::<T>(b)?);
        match call.row.name {
            "outer" => outer(call, a, b).map(T::wrap),
            _ => matmul(call, a, b).map(T::wrap),
        }
    })
}

fn outer<T: Wrap>(call: &Call, a: &Array<T>, b: &Array<T>) -> Result<Array<T>, EvalError> {
    let mul = T::binary("mul").ok_or_else(|| undefined(call))?;
    let (a, b): (Vec<T>, Vec<T>) = (a.iter().copied().collect(), b.iter().copied().collect());
    Ok(ArrayD::from_shape_fn(IxDyn(&[a.len(), b.len()]), |at| mul(a[at[0]], b[at[1]])))
}

/// NumPy's `@`: vectors gain a dimension and lose it again, leading dimensions broadcast.
fn matmul<T: Wrap>(call: &Call, a: &Array<T>, b: &Array<T>) -> Result<Array<T>, EvalError> {
    if a.ndim() == 0 || b.ndim() == 0 {
        return Err(undefined(call));
    }
    let a2 = if a.ndim() == 1 { a.clone().insert_axis(Axis(0)) } else { a.clone() };
    let b2 = if b.ndim() == 1 { b.clone().insert_axis(Axis(1)) } else { b.clone() };
    let ((rows, inner), (other, columns)) = (last_two(&a2), last_two(&b2));
    if inner != other {
        return Err(raises(
            "ValueError",
            format!("matmul: mismatch in core dimensions ({other} is different from {inner})"),
        ));
    }
    let batch = broadcast_shape(&a2.shape()[..a2.ndim() - 2], &b2.shape()[..b2.ndim() - 2])?;
    let a2 = spread(&a2, &[&batch[..], &[rows, inner]].concat())?;
    let b2 = spread(&b2, &[&batch[..], &[inner, columns]].concat())?;
    let (add, mul) = T::binary("add").zip(T::binary("mul")).ok_or_else(|| undefined(call))?;
    let mut result = ArrayD::from_shape_fn(IxDyn(&[&batch[..], &[rows, columns]].concat()), |at| {
        let (lead, place) = at.slice().split_at(batch.len());
        (0..inner).fold(T::ZERO, |sum, k| {
            let x = a2[IxDyn(&[lead, &[place[0], k]].concat())];
            let y = b2[IxDyn(&[lead, &[k, place[1]]].concat())];
            add(sum, mul(x, y))
        })
    });
    if b.ndim() == 1 {
        result = result.index_axis_move(Axis(batch.len() + 1), 0);
    }
    if a.ndim() == 1 {
        result = result.index_axis_move(Axis(batch.len()), 0);
    }
    Ok(result)
}

fn last_two<T>(array: &Array<T>) -> (usize, usize) {
    let shape = array.shape();
    (shape[shape.len() - 2], shape[shape.len() - 1])
}

/// NumPy's order: NaN is greater than everything.
fn order<T: Wrap>(a: &T, b: &T) -> Ordering {
    a.partial_cmp(b).unwrap_or_else(|| is_nan(*a).cmp(&is_nan(*b)))
}

fn is_nan<T: Elem>(x: T) -> bool {
    T::test("isnan").is_some_and(|test| test(x))
}

fn arg_fold(call: &Call) -> Result<Tensor, EvalError> {
    let x = call.tensor(0)?;
    let keepdims = call.attr("keepdims", Attr::as_bool)?;
    let axis = axis_or_all(call, x.rank())?;
    let flat;
    let (x_lanes, at) = match axis {
        Some(at) => (x, at),
        None => {
            flat = reshaped(x, &[x.shape().iter().product()])?;
            (&flat, 0)
        }
    };
    let found = with_elem!(x.dtype(), T => best::<T>(call, open::<T>(x_lanes)?, at))?;
    let shape: Vec<usize> = match (axis, keepdims) {
        (None, false) => Vec::new(),
        (None, true) => vec![1; x.rank()],
        (Some(at), keepdims) => {
            let mut shape = x.shape().to_vec();
            match keepdims {
                true => shape[at] = 1,
                false => {
                    shape.remove(at);
                }
            }
            shape
        }
    };
    build::<i64>(&shape, found)
}

/// Indices of the first best element of each lane; NaN is best.
fn best<T: Wrap>(call: &Call, x: &Array<T>, axis: usize) -> Result<Vec<i64>, EvalError> {
    let least = call.row.name == "argmin";
    let mut found = Vec::new();
    for lane in x.lanes(Axis(axis)) {
        let better = |a: &T, b: &T| !is_nan(*b) && (is_nan(*a) || if least { a < b } else { a > b });
        let first = (0..lane.len()).reduce(|best, at| if better(&lane[at], &lane[best]) { at } else { best });
        found.push(first.ok_or_else(|| raises("ValueError", "attempt to get argmax of an empty sequence"))? as i64);
    }
    Ok(found)
}

fn along(call: &Call) -> Result<Tensor, EvalError> {
    let x = call.tensor(0)?;
    let axis = Axis(call.axis(x.rank())?);
    with_elem!(x.dtype(), T => {
        let mut result = open::<T>(x)?.clone();
        match call.row.name {
            "sort" => result.lanes_mut(axis).into_iter().for_each(|mut lane| {
                let mut values = lane.to_vec();
                values.sort_by(order);
                lane.iter_mut().zip(values).for_each(|(to, value)| *to = value);
            }),
            "argsort" => return Ok(i64::wrap(argsort(&result, axis))),
            name => {
                let step = T::binary(if name == "cumsum" { "add" } else { "mul" }).ok_or_else(|| undefined(call))?;
                result.lanes_mut(axis).into_iter().for_each(|mut lane| {
                    for at in 1..lane.len() {
                        lane[at] = step(lane[at - 1], lane[at]);
                    }
                });
            }
        }
        Ok(T::wrap(result))
    })
}

fn argsort<T: Wrap>(x: &Array<T>, axis: Axis) -> Array<i64> {
    let mut result = x.mapv(|_| 0i64);
    for (lane, mut to) in x.lanes(axis).into_iter().zip(result.lanes_mut(axis)) {
        let mut places: Vec<usize> = (0..lane.len()).collect();
        places.sort_by(|&a, &b| order(&lane[a], &lane[b]));
        to.iter_mut().zip(places).for_each(|(to, place)| *to = place as i64);
    }
    result
}

fn join(call: &Call) -> Result<Tensor, EvalError> {
    let first = call.tensor(0)?;
    with_elem!(first.dtype(), T => {
        let parts = (0..call.operands.len()).map(|at| open::<T>(call.tensor(at)?)).collect::<Result<Vec<_>, _>>()?;
        let views: Vec<_> = parts.iter().map(|part| part.view()).collect();
        let refuse = |error: ndarray::ShapeError| raises("ValueError", error);
        let joined = match call.row.name {
            "stack" => {
                let axis = call.axis(first.rank() + 1)?;
                if parts.iter().any(|part| part.shape() != first.shape()) {
                    return Err(raises("ValueError", "all input arrays must have the same shape"));
                }
                ndarray::stack(Axis(axis), &views).map_err(refuse)?
            }
            _ => {
                let axis = call.axis(first.rank())?;
                ndarray::concatenate(Axis(axis), &views).map_err(refuse)?
            }
        };
        Ok(T::wrap(joined))
    })
}

fn roll(call: &Call) -> Result<Tensor, EvalError> {
    let x = call.tensor(0)?;
    let shift = call.int(1)?;
    let Some(axis) = axis_or_all(call, x.rank())? else {
        let flat = reshaped(x, &[x.shape().iter().product()])?;
        let rolled = with_elem!(flat.dtype(), T => Ok(T::wrap(rolled(open::<T>(&flat)?, 0, shift))))?;
        return reshaped(&rolled, x.shape());
    };
    with_elem!(x.dtype(), T => Ok(T::wrap(rolled(open::<T>(x)?, axis, shift))))
}

fn rolled<T: Wrap>(x: &Array<T>, axis: usize, shift: i64) -> Array<T> {
    let n = x.shape()[axis] as i64;
    ArrayD::from_shape_fn(x.raw_dim(), |mut at| {
        at[axis] = (i128::from(at[axis] as i64) - i128::from(shift)).rem_euclid(i128::from(n)) as usize;
        x[at]
    })
}

fn extent_operand(call: &Call, at: usize) -> Result<usize, EvalError> {
    usize::try_from(call.int(at)?).map_err(|_| raises("ValueError", "negative dimensions are not allowed"))
}

fn create(call: &Call) -> Result<Tensor, EvalError> {
    match call.row.name {
        "full" => {
            let shape: Vec<usize> =
                (1..call.operands.len()).map(|at| extent_operand(call, at)).collect::<Result<_, _>>()?;
            let value = call.scalar(0)?;
            with_elem!(call.to, T => {
                let value = match value.dtype() {
                    DType::F32 | DType::F64 => value.as_float().map(T::from_f64),
                    _ => value.as_int().map(T::from_i64),
                };
                Ok(T::wrap(ArrayD::from_elem(IxDyn(&shape), value.ok_or_else(|| undefined(call))?)))
            })
        }
        "eye" => {
            let (rows, columns, offset) = (extent_operand(call, 0)?, extent_operand(call, 1)?, call.int(2)?);
            with_elem!(call.to, T => Ok(T::wrap(ArrayD::from_shape_fn(IxDyn(&[rows, columns]), |at| {
                if at[1] as i64 - at[0] as i64 == offset { T::ONE } else { T::ZERO }
            }))))
        }
        "from_elements" => from_elements(call),
        "arange" => arange(call),
        _ => linspace(call),
    }
}

fn from_elements(call: &Call) -> Result<Tensor, EvalError> {
    let shape = call.attr("shape", |attr| attr.as_i64s().map(<[i64]>::to_vec))?;
    let shape: Vec<usize> = shape.iter().map(|&n| n.max(0) as usize).collect();
    let elements = (0..call.operands.len()).map(|at| call.scalar(at)).collect::<Result<Vec<_>, _>>()?;
    with_elem!(call.to, T => {
        let values = elements.iter().map(|element| open::<T>(element)?.first().copied().ok_or_else(|| undefined(call)));
        build::<T>(&shape, values.collect::<Result<_, _>>()?)
    })
}

/// The largest number of elements the evaluator makes.
const MANY: f64 = 1e6;

fn arange(call: &Call) -> Result<Tensor, EvalError> {
    let number = |at: usize| call.scalar(at)?.as_float().ok_or_else(|| undefined(call));
    let (start, stop, step) = (number(0)?, number(1)?, number(2)?);
    let count = ((stop - start) / step).ceil().max(0.0);
    if step == 0.0 || count.is_nan() || count > MANY {
        return Err(raises("ValueError", "Maximum allowed size exceeded"));
    }
    let values: Vec<f64> = (0..count as usize).map(|at| start + at as f64 * step).collect();
    Tensor::from_f64s(call.to, &[values.len()], &values)
}

fn linspace(call: &Call) -> Result<Tensor, EvalError> {
    let number = |at: usize| call.scalar(at)?.as_float().ok_or_else(|| undefined(call));
    let (start, stop, count) = (number(0)?, number(1)?, extent_operand(call, 2)?);
    let endpoint = call.attr("endpoint", Attr::as_bool)?;
    let parts = if endpoint { count.saturating_sub(1) } else { count };
    let step = (stop - start) / parts as f64;
    let mut values: Vec<f64> = (0..count).map(|at| if parts == 0 { start } else { at as f64 * step + start }).collect();
    if let (true, Some(last)) = (endpoint && count > 1, values.last_mut()) {
        *last = stop;
    }
    Tensor::from_f64s(call.to, &[count], &values)
}

fn take_mask(call: &Call) -> Result<Tensor, EvalError> {
    let (x, mask) = (call.tensor(0)?, open::<bool>(call.tensor(1)?)?);
    let lead = mask.ndim();
    if x.rank() < lead || x.shape()[..lead] != *mask.shape() {
        return Err(raises("IndexError", "boolean index did not match indexed array"));
    }
    let hits: Vec<usize> = mask.iter().enumerate().filter(|(_, hit)| **hit).map(|(at, _)| at).collect();
    let tail: usize = x.shape()[lead..].iter().product();
    let shape = [&[hits.len()], &x.shape()[lead..]].concat();
    with_elem!(x.dtype(), T => {
        let values: Vec<T> = open::<T>(x)?.iter().copied().collect();
        build::<T>(&shape, hits.iter().flat_map(|&hit| values[hit * tail..(hit + 1) * tail].iter().copied()).collect())
    })
}
