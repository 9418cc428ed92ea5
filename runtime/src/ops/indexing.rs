//! Advanced indexing: boolean masks and integer arrays, read and written.

use super::parts::{self, Part};
use super::places::{Places, index_offsets};
use super::value::{Args, Owned};
use crate::array::dims::tight_tuple;
use crate::array::view::{input_mismatch, normalize_axis};
use crate::array::walk::walk;
use crate::array::{Array, Bool, Dims, Element, View, copy};
use crate::error::{Error, Result};
use crate::with_element;
use phylanx_abi::DType;
use std::rc::Rc;

/// `x[mask]`: elements (or subarrays) where the mask holds, in order.
pub fn take_mask(args: Args) -> Result<Owned> {
    let (array, mask) = (args.handle(0)?, args.handle(1)?);
    check_mask_shape(array, mask)?;
    if mask.rank() > 0
        && array.buffer.is_distributed()
        && let Some(part) = parts::part(array)?.filter(Part::is_by_rows)
    {
        let mask = match part.of_same_rows(mask)? {
            Some(mask) => mask,
            None => part.rows_of(args.array(1)?),
        };
        // Each rank picks from its own rows, and all get what all have picked.
        return parts::joined(&*mask_places(&part.array, &mask)?.gather(&part.array)?).map(Owned::Array);
    }
    let (array, mask) = (args.array(0)?, args.array(1)?);
    mask_places(array, mask)?.gather(array).map(Owned::Array)
}

/// `x[i, j]`: elements at broadcast integer arrays on consecutive axes.
pub fn take(args: Args) -> Result<Owned> {
    let array = args.array(0)?;
    integer_places(array, args, 1, |_| Ok(()))?.gather(array).map(Owned::Array)
}

/// `x[mask] = value`.
pub fn put_mask(args: Args) -> Result<Owned> {
    let (target, mask, value) = (args.target(0)?, args.array(1)?, args.array(2)?);
    let places = mask_places(target, mask)?;
    if mask.rank() == target.rank() {
        check_mask_value(value, places.result_shape()?[0])?;
    }
    store(&places, target, value)
}

/// `x[i, j] = value`; of equal indices the last wins.
pub fn put(args: Args) -> Result<Owned> {
    let (target, value) = (args.target(0)?, args.array(1)?);
    let places = integer_places(target, args, 2, |shape| check_value(value, shape))?;
    if places.is_single() {
        check_single(value, &places.result_shape()?)?;
    }
    store(&places, target, value)
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
    if array.rank() == 1 {
        return Array::from_vec(&hits).map(Owned::Array);
    }
    let coordinates: Vec<i64> = hits.iter().map(|&number| number / inner % extent).collect();
    Array::from_vec(&coordinates).map(Owned::Array)
}

/// Row-major numbers of the elements that are not zero.
fn hit_numbers(array: &Array) -> Result<Vec<i64>> {
    with_element!(array.dtype(), T => {
        let elements = array.elements::<T>();
        let count = elements.iter().filter(|value| value.is_true()).count();
        // One spare place takes the number that is written before it is known to be a hit, without a branch.
        let mut hits = vec![0; count + 1];
        let mut at = 0;
        for (number, value) in (0..).zip(elements.iter()) {
            hits[at] = number;
            at += value.is_true() as usize;
        }
        hits.truncate(count);
        Ok(hits)
    })
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

/// Indices of rank 0 select as integers do, so NumPy words a misfit as for a view.
fn check_single(value: &Array, shape: &Dims) -> Result<()> {
    if shape.is_empty() && value.rank() > 0 {
        return Err(Error::value("setting an array element with a sequence."));
    }
    let value = without_leading_ones(value, shape.len());
    value.broadcast(shape).map(|_| ()).ok_or_else(|| input_mismatch(&value.shape, shape))
}

/// The index arrays are the arguments from `first` to the last but one; the last names their axes. `check` sees the shape of
/// the result before indices are looked at.
fn integer_places(array: &Array, args: Args, first: usize, check: impl Fn(&Dims) -> Result<()>) -> Result<Places> {
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
    if !shape.is_empty() {
        let whole = [&array.shape()[..start], &shape[..], &array.shape()[start + axes.len()..]].concat();
        check(&Dims::checked(&whole)?)?;
    }
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
    check_value(value, &shape)?;
    let ready = prepared(value.with_view(without_leading_ones(value, shape.len())), target)?;
    let view = ready.view.broadcast(&shape).ok_or_else(|| value_mismatch(value, &shape))?;
    places.scatter(target, &ready, &view);
    Ok(Owned::None)
}

fn check_value(value: &Array, shape: &Dims) -> Result<()> {
    let view = without_leading_ones(value, shape.len());
    view.broadcast(shape).map(|_| ()).ok_or_else(|| value_mismatch(value, shape))
}

/// Leading unit dimensions beyond the rank of the target do not count.
fn without_leading_ones(value: &Array, rank: usize) -> View {
    let mut view = value.view;
    while view.rank() > rank && view.shape[0] == 1 {
        view = view.at(0, 0);
    }
    view
}

/// The value in the target's element type and apart from the target's memory.
fn prepared(value: Rc<Array>, target: &Array) -> Result<Rc<Array>> {
    if value.dtype() != target.dtype() {
        return copy::converted(&value, target.dtype());
    }
    if Rc::ptr_eq(&value.buffer, &target.buffer) {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::array::Fill;
    use crate::comm::local;
    use crate::exec::pool::Pool;
    use crate::exec::state::{self, State};
    use crate::exec::{create, localize};
    use crate::ops::testing::{Call, array_of};

    fn picked(comm: local::Local) -> (Vec<f64>, Vec<i64>) {
        state::install(State::new(Box::new(comm), Pool::new(1)).sharing_from(64 * 1024));
        let (rows, columns) = (9000, 3);
        let values: Vec<f64> = (0..rows * columns).map(|at| ((at * 7919) % 1013) as f64).collect();
        let all = Array::from_elements(&values, Dims::from([rows, columns])).expect("memory");
        let spread = create(DType::F64, Dims::from([rows, columns]), Fill::Any).expect("memory");
        crate::exec::assign(&spread, &all).expect("fits");
        let ranks = state::with(|state| state.ranks);
        assert_eq!(spread.buffer.is_distributed(), ranks > 1);
        let mask =
            Array::from_vec(&(0..rows).map(|row| Bool((row % 5 == 1) as u8)).collect::<Vec<_>>()).expect("memory");
        let picked = array_of(Call::default().array(&spread).array(&mask).result(DType::F64, 2).run(take_mask));
        let call = Call::default().array(&spread).int(1).int(0).result(DType::I64, 1);
        let least = array_of(call.run(crate::ops::along::argmin));
        assert_eq!(least.buffer.is_distributed(), ranks > 1);
        assert!(spread.buffer.is_distributed() == (ranks > 1), "reading leaves the array where it is");
        localize(&least).expect("gathered");
        (picked.to_vec(), least.to_vec())
    }

    #[test]
    fn distributed_rows_are_picked_and_searched_where_they_are() {
        let on = |count: usize| -> Vec<_> {
            std::thread::scope(|scope| {
                let started: Vec<_> =
                    local::ranks(count).into_iter().map(|comm| scope.spawn(|| picked(comm))).collect();
                started.into_iter().map(|rank| rank.join().expect("a rank ends well")).collect()
            })
        };
        let truth = on(1).remove(0);
        assert_eq!(truth.0.len(), 1800 * 3);
        for count in [2, 3, 4] {
            assert!(on(count).iter().all(|result| *result == truth), "{count} ranks");
        }
    }

    fn written(comm: local::Local) -> Vec<f64> {
        state::install(State::new(Box::new(comm), Pool::new(1)).sharing_from(64 * 1024));
        let target = create(DType::F64, Dims::from([100, 100]), Fill::Zero).expect("memory");
        let rows =
            Array::from_vec(&(0..100).map(|row| Bool((row % 7 == 0) as u8)).collect::<Vec<_>>()).expect("memory");
        let one = Array::from_elements(&[1f64], Dims::default()).expect("memory");
        Call::default().array(&target).array(&rows).array(&one).run(put_mask).expect("fits");
        let index = Array::from_vec(&[3i64, -1]).expect("memory");
        let lines = target.with_view(target.view.sliced(0, 0, 1, 2));
        Call::default().array(&target).array(&lines).array(&index).list(&[0]).run(put).expect("fits");
        localize(&target).expect("gathered");
        target.to_vec()
    }

    #[test]
    fn writes_to_a_distributed_array_are_seen_on_every_rank() {
        let truth: Vec<f64> = (0..10_000).map(|at| ((at / 100) % 7 == 0 || at / 100 == 3) as u8 as f64).collect();
        for count in [1, 3] {
            std::thread::scope(|scope| {
                let started: Vec<_> =
                    local::ranks(count).into_iter().map(|comm| scope.spawn(|| written(comm))).collect();
                for rank in started {
                    assert_eq!(rank.join().expect("a rank ends well"), truth);
                }
            });
        }
    }
}
