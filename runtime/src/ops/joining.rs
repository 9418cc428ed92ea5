//! Arrays joined, repeated and rotated.

use super::along::FLAT;
use super::value::{Args, Owned};
use crate::array::view::normalize_axis;
use crate::array::{Array, Dims, Fill, View};
use crate::error::{Error, Result};
use crate::exec;
use std::rc::Rc;

/// Joined along an axis that exists.
pub fn concat(args: Args) -> Result<Owned> {
    let arrays = all_arrays(args)?;
    let Some(first) = arrays.first() else {
        return Err(Error::value("need at least one array to concatenate"));
    };
    if first.rank() == 0 {
        return Err(Error::value("zero-dimensional arrays cannot be concatenated"));
    }
    let axis = normalize_axis(args.int(args.len() - 1)?, first.rank())?;
    check_joint(&arrays, axis)?;
    let mut shape = *first.shape();
    shape[axis] = arrays.iter().map(|array| array.shape()[axis]).sum();
    let out = exec::create(args.result_dtype()?, shape, Fill::Any)?;
    let mut start = 0;
    for array in arrays {
        let count = array.shape()[axis];
        exec::assign(&out.with_view(out.view.sliced(axis, start, 1, count)), array)?;
        start += count;
    }
    Ok(Owned::Array(out))
}

fn check_joint(arrays: &[&Array], axis: usize) -> Result<()> {
    let first = arrays[0];
    for (number, array) in arrays.iter().enumerate() {
        let (rank, other) = (first.rank(), array.rank());
        if rank != other {
            return Err(Error::value(format!(
                "all the input arrays must have same number of dimensions, but the array at index 0 has {rank} dimension(s) and the array at index {number} has {other} dimension(s)"
            )));
        }
        for dim in (0..rank).filter(|&dim| dim != axis) {
            let (have, other) = (first.shape()[dim], array.shape()[dim]);
            if have != other {
                return Err(Error::value(format!(
                    "all the input array dimensions except for the concatenation axis must match exactly, but along dimension {dim}, the array at index 0 has size {have} and the array at index {number} has size {other}"
                )));
            }
        }
    }
    Ok(())
}

/// Joined along a new axis.
pub fn stack(args: Args) -> Result<Owned> {
    let arrays = all_arrays(args)?;
    let Some(first) = arrays.first() else { return Err(Error::value("need at least one array to stack")) };
    if arrays.iter().any(|array| array.shape() != first.shape()) {
        return Err(Error::value("all input arrays must have the same shape"));
    }
    let axis = normalize_axis(args.int(args.len() - 1)?, first.rank() + 1)?;
    let shape = first.shape().with_inserted(axis, arrays.len() as i64)?;
    let out = exec::create(args.result_dtype()?, shape, Fill::Any)?;
    for (number, array) in (0..).zip(arrays) {
        exec::assign(&out.with_view(out.view.at(axis, number)), array)?;
    }
    Ok(Owned::Array(out))
}

fn all_arrays<'a>(args: Args<'a>) -> Result<Vec<&'a Array>> {
    let count = args.len().checked_sub(1).ok_or_else(|| Error::internal("a join lacks its axis"))?;
    (0..count).map(|at| args.handle(at)).collect()
}

/// Each element `count` times along an axis.
pub fn repeat(args: Args) -> Result<Owned> {
    let (count, (array, axis)) = (args.int(1)?, flat_or_axis(args, 2)?);
    if count < 0 {
        return Err(Error::value("repeats may not contain negative values."));
    }
    let mut shape = *array.shape();
    shape[axis] = shape[axis].checked_mul(count).ok_or_else(|| Error::value("Maximum allowed size exceeded"))?;
    let out = exec::create(array.dtype(), shape, Fill::Any)?;
    if out.buffer.is_distributed() {
        repeat_parts(&out, &array, count, axis)?;
    } else if count > 0 {
        let each = View::contiguous(array.shape().with_inserted(axis + 1, count)?);
        exec::assign(&out.with_view(each), &array.with_view(with_unit_axis(&array.view, axis + 1)?))?;
    }
    Ok(Owned::Array(out))
}

/// By views that are slices, as few as there can be: one for each repetition, or one for each index.
fn repeat_parts(out: &Array, array: &Array, count: i64, axis: usize) -> Result<()> {
    let extent = array.shape()[axis];
    if count <= extent {
        let every = |first| out.with_view(out.view.sliced(axis, first, count, extent));
        return (0..count).try_for_each(|first| exec::assign(&every(first), array));
    }
    (0..extent).try_for_each(|at| {
        let target = out.with_view(out.view.sliced(axis, at * count, 1, count));
        exec::assign(&target, &array.with_view(array.view.sliced(axis, at, 1, 1)))
    })
}

fn with_unit_axis(view: &View, axis: usize) -> Result<View> {
    let (shape, strides) = (view.shape.with_inserted(axis, 1)?, view.strides.with_inserted(axis, 0)?);
    Ok(View { offset: view.offset, shape, strides })
}

/// The whole repeated along each axis; missing counts are 1, missing axes come in front.
pub fn tile(args: Args) -> Result<Owned> {
    let (array, counts) = (args.handle(0)?, args.ints(1..args.len())?);
    if counts.iter().any(|&count| count < 0) {
        return Err(Error::value("negative dimensions are not allowed"));
    }
    let rank = array.rank().max(counts.len());
    let mut view = array.view;
    while view.rank() < rank {
        view = with_unit_axis(&view, 0)?;
    }
    let mut shape = view.shape;
    let lead = rank - counts.len();
    for (axis, &count) in counts.iter().enumerate() {
        let extent = shape[lead + axis].checked_mul(count);
        shape[lead + axis] = extent.ok_or_else(|| Error::value("Maximum allowed size exceeded"))?;
    }
    let out = exec::create(array.dtype(), shape, Fill::Any)?;
    fill_tiles(&out, &array.with_view(view), out.view, 0)?;
    Ok(Owned::Array(out))
}

/// Copies `part` over every tile of `view`, axis by axis.
fn fill_tiles(out: &Array, part: &Array, view: View, axis: usize) -> Result<()> {
    if axis == part.rank() {
        return exec::assign(&out.with_view(view), part);
    }
    let extent = part.shape()[axis];
    if extent == 0 {
        return Ok(());
    }
    (0..view.shape[axis] / extent)
        .try_for_each(|tile| fill_tiles(out, part, view.sliced(axis, tile * extent, 1, extent), axis + 1))
}

/// Rotated along an axis, or as one line.
pub fn roll(args: Args) -> Result<Owned> {
    let (shift, shape) = (args.int(1)?, *args.handle(0)?.shape());
    let (array, axis) = flat_or_axis(args, 2)?;
    let out = exec::create(array.dtype(), *array.shape(), Fill::Any)?;
    let extent = array.shape()[axis];
    if extent > 0 {
        let shift = shift.rem_euclid(extent);
        move_part(&out, shift, &array, 0, extent - shift, axis)?;
        move_part(&out, 0, &array, extent - shift, shift, axis)?;
    }
    Ok(Owned::Array(out.with_view(View::contiguous(shape))))
}

fn move_part(out: &Array, to: i64, from: &Array, at: i64, count: i64, axis: usize) -> Result<()> {
    let target = out.with_view(out.view.sliced(axis, to, 1, count));
    exec::assign(&target, &from.with_view(from.view.sliced(axis, at, 1, count)))
}

/// The first argument flattened with axis 0, or as it is with the axis that the argument `at` asks for.
fn flat_or_axis(args: Args, at: usize) -> Result<(Rc<Array>, usize)> {
    let (array, axis) = (args.handle(0)?, args.int(at)?);
    if axis != FLAT {
        return Ok((array.with_view(array.view), normalize_axis(axis, array.rank())?));
    }
    if array.rank() == 1 {
        return Ok((array.with_view(array.view), 0));
    }
    Ok((super::views::reshaped(args.array(0)?, &Dims::from([array.size()]))?, 0))
}
