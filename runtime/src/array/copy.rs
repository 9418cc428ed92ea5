//! Copying between views, with conversion, broadcasting and safe overlap.

use super::element::Element;
use super::view::{View, input_mismatch};
use super::walk::{Run, walk};
use super::{Array, Fill};
use crate::error::Result;
use crate::with_element;
use phylanx_abi::DType;
use std::rc::Rc;

/// A fresh row-major array with the same elements.
pub fn contiguous(source: &Array) -> Result<Rc<Array>> {
    let out = Array::fresh(source.dtype(), source.view.shape, Fill::Any)?;
    transfer(&out, &out.view, source, &source.view)?;
    Ok(out)
}

/// A fresh row-major array with the elements converted.
pub fn converted(source: &Array, dtype: DType) -> Result<Rc<Array>> {
    let out = Array::fresh(dtype, source.view.shape, Fill::Any)?;
    transfer(&out, &out.view, source, &source.view)?;
    Ok(out)
}

/// Stores `source`, broadcast and converted, into all of `target`, as if `source` had been read as a whole before.
pub fn assign(target: &Array, source: &Array) -> Result<()> {
    let view = fit(target, source)?;
    if overlaps(target, source) && target.view != view {
        return transfer_apart(target, source);
    }
    transfer(target, &target.view, source, &view)
}

/// The source's view broadcast to the target; leading unit dimensions of the source may go, as in NumPy.
pub(crate) fn fit(target: &Array, source: &Array) -> Result<View> {
    let mut view = source.view;
    while view.rank() > target.rank() && view.shape[0] == 1 {
        view = view.at(0, 0);
    }
    view.broadcast(&target.view.shape).ok_or_else(|| input_mismatch(&view.shape, &target.view.shape))
}

/// Through a copy, for a source that shares memory with the target.
fn transfer_apart(target: &Array, source: &Array) -> Result<()> {
    let apart = contiguous(source)?;
    let view = fit(target, &apart)?;
    transfer(target, &target.view, &apart, &view)
}

/// Whether the two may share an element.
pub fn overlaps(left: &Array, right: &Array) -> bool {
    if !Rc::ptr_eq(&left.buffer, &right.buffer) {
        return false;
    }
    match (left.view.span(), right.view.span()) {
        (Some((low, high)), Some((other_low, other_high))) => low <= other_high && other_low <= high,
        _ => false,
    }
}

/// Element by element from one view to another of the same shape, in row-major order.
pub(crate) fn transfer(target: &Array, into: &View, source: &Array, from: &View) -> Result<()> {
    let (to, at) = (target.dtype(), source.dtype());
    if to == at {
        // SAFETY: both views lie in their buffers; `transfer` is called on local, settled arrays.
        unsafe { move_bytes(to.size(), target.base(), into, source.base(), from) };
        return Ok(());
    }
    with_element!(to, T => with_element!(at, S => {
        // SAFETY: as above, and the element types are those of the buffers.
        unsafe { convert::<T, S>(target.base().cast(), into, source.base().cast(), from) };
        Ok(())
    }))
}

/// # Safety
/// Every element of both views lies in its memory.
unsafe fn convert<T: Element, S: Element>(target: *mut T, into: &View, source: *const S, from: &View) {
    walk([into, from], |Run { at, count, strides }| {
        for n in 0..count {
            // SAFETY: by the contract.
            unsafe {
                let value = source.offset((at[1] + n * strides[1]) as isize).read();
                target.offset((at[0] + n * strides[0]) as isize).write(T::convert(value));
            }
        }
    });
}

/// # Safety
/// Every element of both views lies in its memory.
pub unsafe fn move_bytes(size: usize, target: *mut u8, into: &View, source: *const u8, from: &View) {
    // SAFETY: by the contract; only the width of an element matters for a move.
    unsafe {
        match size {
            1 => move_elements::<u8>(target, into, source, from),
            2 => move_elements::<u16>(target.cast(), into, source.cast(), from),
            4 => move_elements::<u32>(target.cast(), into, source.cast(), from),
            8 => move_elements::<u64>(target.cast(), into, source.cast(), from),
            _ => move_elements::<[u64; 2]>(target.cast(), into, source.cast(), from),
        }
    }
}

/// Extents of the tiles in which a transposed copy goes: both sides of a tile stay in the first cache.
const TILE: i64 = 32;

/// # Safety
/// Every element of both views lies in its memory; the views are equal or do not overlap.
unsafe fn move_elements<T: Copy>(target: *mut T, into: &View, source: *const T, from: &View) {
    let Some((slow, fast)) = crossed(into, from) else {
        // SAFETY: by the contract.
        return unsafe { move_runs(target, into, source, from) };
    };
    let extents = into.shape;
    for row in (0..extents[slow]).step_by(TILE as usize) {
        let rows = TILE.min(extents[slow] - row);
        let (into, from) = (into.sliced(slow, row, 1, rows), from.sliced(slow, row, 1, rows));
        for column in (0..extents[fast]).step_by(TILE as usize) {
            let columns = TILE.min(extents[fast] - column);
            let (into, from) = (into.sliced(fast, column, 1, columns), from.sliced(fast, column, 1, columns));
            // SAFETY: a part of a view lies where the view lies.
            unsafe { move_runs(target, &into, source, &from) };
        }
    }
}

/// The axes along which the source and the target are dense, when they are different ones and long.
fn crossed(into: &View, from: &View) -> Option<(usize, usize)> {
    let dense = |view: &View| (0..view.rank()).find(|&axis| view.strides[axis].abs() == 1 && view.shape[axis] > TILE);
    let (slow, fast) = (dense(from)?, dense(into)?);
    let is_crossed = slow != fast && from.strides[fast].abs() != 1 && into.strides[slow].abs() != 1;
    is_crossed.then_some((slow, fast))
}

/// # Safety
/// As [`move_elements`].
unsafe fn move_runs<T: Copy>(target: *mut T, into: &View, source: *const T, from: &View) {
    walk([into, from], |Run { at, count, strides }| {
        // SAFETY: by the contract.
        unsafe {
            let (to, from) = (target.offset(at[0] as isize), source.offset(at[1] as isize));
            if strides == [1, 1] {
                return std::ptr::copy(from, to, count as usize);
            }
            for n in 0..count {
                *to.offset((n * strides[0]) as isize) = from.offset((n * strides[1]) as isize).read();
            }
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::array::Dims;

    #[test]
    fn a_large_transposed_copy_has_every_element_in_place() {
        let (rows, columns) = (70, 45);
        let values: Vec<i32> = (0..rows * columns).collect();
        let array = Array::from_elements(&values, Dims::from([rows as i64, columns as i64])).expect("memory");
        let turned = array.with_view(array.view.transposed(&[1, 0]));
        let copied = contiguous(&turned).expect("memory").to_vec::<i32>();
        let expected: Vec<i32> = (0..columns).flat_map(|c| (0..rows).map(move |r| r * columns + c)).collect();
        assert_eq!(copied, expected);
    }
}
