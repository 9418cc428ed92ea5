//! Advanced indexing: boolean masks and integer arrays, read and written.

use super::places::{Places, index_offsets};
use super::value::{Args, Owned};
use crate::array::dims::tight_tuple;
use crate::array::view::normalize_axis;
use crate::array::walk::walk;
use crate::array::{Array, Bool, Dims, Element, View, copy};
use crate::error::{Error, Result};
use crate::with_element;
use phylanx_abi::DType;
use std::rc::Rc;

/// `x[mask]`: elements (or subarrays) where the mask holds, in order.
pub fn take_mask(args: Args) -> Result<Owned> {
    let (array, mask) = (args.array(0)?, args.array(1)?);
    mask_places(array, mask)?.gather(array).map(Owned::Array)
}

/// `x[i, j]`: elements at broadcast integer arrays on consecutive axes.
pub fn take(args: Args) -> Result<Owned> {
    let array = args.array(0)?;
    integer_places(array, args, 1)?.gather(array).map(Owned::Array)
}

/// `x[mask] = value`.
pub fn put_mask(args: Args) -> Result<Owned> {
    let (target, mask, value) = (args.array(0)?, args.array(1)?, args.array(2)?);
    let places = mask_places(target, mask)?;
    if mask.rank() == target.rank() {
        check_mask_value(value, places.result_shape()?[0])?;
    }
    store(&places, target, value)
}

/// `x[i, j] = value`; of equal indices the last wins.
pub fn put(args: Args) -> Result<Owned> {
    let (target, value) = (args.array(0)?, args.array(1)?);
    store(&integer_places(target, args, 2)?, target, value)
}

/// Coordinates along one axis of the elements that are not zero.
pub fn nonzero(args: Args) -> Result<Owned> {
    let (array, axis) = (args.array(0)?, args.int(1)?);
    if array.rank() == 0 {
        let message = "Calling nonzero on 0d arrays is not allowed. Use np.atleast_1d(scalar).nonzero() instead.";
        return Err(Error::value(message));
    }
    let axis = normalize_axis(axis, array.rank())?;
    let inner: i64 = array.shape()[axis + 1..].iter().product();
    let extent = array.shape()[axis];
    let hits = hit_numbers(array)?;
    let coordinates: Vec<i64> = hits.iter().map(|&number| number / inner % extent).collect();
    Array::from_vec(&coordinates).map(Owned::Array)
}

/// Row-major numbers of the elements that are not zero.
fn hit_numbers(array: &Array) -> Result<Vec<i64>> {
    with_element!(array.dtype(), T => {
        let elements = array.elements::<T>();
        Ok((0..).zip(elements.iter()).filter(|(_, value)| value.is_true()).map(|(number, _)| number).collect())
    }, complex => Err(super::creation::no_complex()))
}

fn mask_places(array: &Array, mask: &Array) -> Result<Places> {
    check_mask_shape(array, mask)?;
    let axes = mask.rank();
    let leading = View { offset: 0, shape: *mask.shape(), strides: Dims::from(&array.view.strides[..axes]) };
    let mut offsets = Vec::new();
    let holds = mask.base().cast::<Bool>();
    walk([&leading, &mask.view], |run| {
        for n in 0..run.count {
            // SAFETY: the view lies in the mask's buffer, which is local and settled.
            if unsafe { *holds.offset((run.at[1] + n * run.strides[1]) as isize) }.is_true() {
                offsets.push(run.at[0] + n * run.strides[0]);
            }
        }
    });
    let shape = Dims::from([offsets.len() as i64]);
    Ok(Places::new(&array.view, 0, axes, offsets, shape))
}

fn check_mask_shape(array: &Array, mask: &Array) -> Result<()> {
    if mask.dtype() != DType::Bool {
        return Err(Error::internal(format!("a mask of {}", mask.dtype().numpy_name())));
    }
    let (rank, used) = (array.rank(), mask.rank());
    if used > rank {
        return Err(Error::index(format!(
            "too many indices for array: array is {rank}-dimensional, but {used} were indexed"
        )));
    }
    for (axis, (&have, &given)) in array.shape().iter().zip(mask.shape().iter()).enumerate() {
        if have != given {
            return Err(Error::index(format!(
                "boolean index did not match indexed array along axis {axis}; size of axis is {have} but size of corresponding boolean axis is {given}"
            )));
        }
    }
    Ok(())
}

/// NumPy's rule when the mask covers all axes: one value for all, or a vector with one for each hit.
fn check_mask_value(value: &Array, hits: i64) -> Result<()> {
    let (rank, given) = (value.rank(), value.size());
    if rank > 1 {
        return Err(Error::type_(format!(
            "NumPy boolean array indexing assignment requires a 0 or 1-dimensional input, input has {rank} dimensions"
        )));
    }
    if rank == 1 && given != 1 && given != hits {
        return Err(Error::value(format!(
            "NumPy boolean array indexing assignment cannot assign {given} input values to the {hits} output values where the mask is true"
        )));
    }
    Ok(())
}

/// The index arrays are the arguments from `first` to the last but one; the last names their axes.
fn integer_places(array: &Array, args: Args, first: usize) -> Result<Places> {
    let last = args.len() - 1;
    let axes = args.list(last)?;
    if axes.len() != last - first {
        return Err(Error::internal(format!("{} index arrays for {} axes", last - first, axes.len())));
    }
    let start = match axes.first() {
        Some(&axis) => normalize_axis(axis, array.rank())?,
        None => return Err(Error::internal("integer indexing without an index")),
    };
    if start + axes.len() > array.rank() {
        let (rank, used) = (array.rank(), start + axes.len());
        return Err(Error::index(format!(
            "too many indices for array: array is {rank}-dimensional, but {used} were indexed"
        )));
    }
    let arrays = (first..last).map(|at| args.array(at)).collect::<Result<Vec<_>>>()?;
    let shape = index_shape(&arrays)?;
    let indices = arrays.iter().map(|index| index_numbers(index, &shape)).collect::<Result<Vec<_>>>()?;
    let offsets = index_offsets(&array.view, start, &indices)?;
    Ok(Places::new(&array.view, start, axes.len(), offsets, shape))
}

fn index_shape(arrays: &[&Array]) -> Result<Dims> {
    let shapes: Vec<Dims> = arrays.iter().map(|array| *array.shape()).collect();
    crate::array::view::broadcast_shapes(&shapes).map_err(|_| {
        let all: Vec<String> = shapes.iter().map(|shape| tight_tuple(shape)).collect();
        let all = all.join(" ");
        Error::index(format!("shape mismatch: indexing arrays could not be broadcast together with shapes {all} "))
    })
}

/// The index array broadcast to `shape`, as i64 in row-major order.
fn index_numbers(index: &Array, shape: &Dims) -> Result<Vec<i64>> {
    let view = index.view.broadcast(shape).ok_or_else(|| Error::internal("an index array does not broadcast"))?;
    let index = index.with_view(view);
    with_element!(index.dtype(), T => {
        Ok(index.elements::<T>().iter().map(|value| value.to_int(64)).collect())
    }, complex => Err(super::creation::no_complex()))
}

fn store(places: &Places, target: &Array, value: &Array) -> Result<Owned> {
    let shape = places.result_shape()?;
    let mut view = value.view;
    while view.rank() > shape.len() && view.shape[0] == 1 {
        view = view.at(0, 0);
    }
    let fitted = value.with_view(view.broadcast(&shape).ok_or_else(|| value_mismatch(value, &shape))?);
    let ready = prepared(&fitted, value.with_view(view), target)?;
    let view = ready.view.broadcast(&shape).ok_or_else(|| value_mismatch(value, &shape))?;
    places.scatter(target, &ready, &view);
    Ok(Owned::None)
}

/// The value in the target's element type and apart from the target's memory.
fn prepared(fitted: &Array, value: Rc<Array>, target: &Array) -> Result<Rc<Array>> {
    if value.dtype() != target.dtype() {
        return copy::converted(&value, target.dtype());
    }
    if Rc::ptr_eq(&fitted.buffer, &target.buffer) {
        return copy::contiguous(&value);
    }
    Ok(value)
}

fn value_mismatch(value: &Array, shape: &[i64]) -> Error {
    let (from, into) = (tight_tuple(value.shape()), tight_tuple(shape));
    Error::value(format!(
        "shape mismatch: value array of shape {from} could not be broadcast to indexing result of shape {into}"
    ))
}
