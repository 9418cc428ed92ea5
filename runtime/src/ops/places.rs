//! The one mechanism under masks and integer-array indexing: a list of places in an array, each a whole subarray.

use crate::array::view::normalize_index;
use crate::array::walk::walk;
use crate::array::{Array, Dims, Fill, View, copy};
use crate::error::Result;
use std::rc::Rc;

/// Where the indexed elements lie: for each point of `outer`, each of `offsets`, each point of `inner`.
pub struct Places {
    /// Axes before the indexed ones.
    outer: View,
    /// Element offsets of the indexed places, in row-major order of `shape`.
    offsets: Vec<i64>,
    /// Shape of the index arrays.
    shape: Dims,
    /// Axes after the indexed ones; its own offset is 0.
    inner: View,
}

impl Places {
    /// Places given by element offsets along axes `first .. first + count` of the view.
    pub fn new(view: &View, first: usize, count: usize, offsets: Vec<i64>, shape: Dims) -> Places {
        let part = |from: usize, to: usize, offset: i64| View {
            offset,
            shape: Dims::from(&view.shape[from..to]),
            strides: Dims::from(&view.strides[from..to]),
        };
        let (outer, inner) = (part(0, first, view.offset), part(first + count, view.rank(), 0));
        Places { outer, offsets, shape, inner }
    }

    /// Shape of what is read or written: outer, index and inner dimensions.
    pub fn result_shape(&self) -> Result<Dims> {
        let all = [&self.outer.shape[..], &self.shape[..], &self.inner.shape[..]].concat();
        Dims::checked(&all)
    }

    /// A fresh array of the elements at these places.
    pub fn gather(&self, source: &Array) -> Result<Rc<Array>> {
        let out = Array::fresh(source.dtype(), self.result_shape()?, Fill::Any)?;
        self.each(&out.view, &mut |at, places| {
            // SAFETY: places were checked when they were made; the result has one element for each.
            unsafe { transfer(source.dtype().size(), out.base(), at, source.base(), places) }
        });
        Ok(out)
    }

    /// Stores the elements of `value`, which has the result's shape (perhaps by broadcasting) and the target's element type.
    /// Where places coincide the last wins.
    pub fn scatter(&self, target: &Array, value: &Array, view: &View) {
        self.each(view, &mut |at, places| {
            // SAFETY: as in `gather`; `value` does not share memory with the target.
            unsafe { transfer(target.dtype().size(), target.base(), places, value.base(), at) }
        });
    }

    /// Pairs a view of the result's shape with the places: calls `visit` with a part of each, of one shape, in row-major order.
    fn each(&self, view: &View, visit: &mut dyn FnMut(&View, &View)) {
        let (first, second) = (self.outer.rank(), self.outer.rank() + self.shape.len());
        let part = |from: usize, to: usize| View {
            offset: 0,
            shape: Dims::from(&view.shape[from..to]),
            strides: Dims::from(&view.strides[from..to]),
        };
        let (outer, middle, inner) = (part(0, first), part(first, second), part(second, view.rank()));
        walk([&self.outer, &outer], |run| {
            for n in 0..run.count {
                let (place, other) = (run.at[0] + n * run.strides[0], view.offset + run.at[1] + n * run.strides[1]);
                self.each_offset(place, other, &middle, &inner, visit);
            }
        });
    }

    fn each_offset(&self, place: i64, other: i64, middle: &View, inner: &View, visit: &mut dyn FnMut(&View, &View)) {
        let mut offsets = self.offsets.iter();
        let (mut here, mut there) = (*inner, self.inner);
        walk([middle], |run| {
            for (n, &offset) in (0..run.count).zip(offsets.by_ref()) {
                here.offset = other + run.at[0] + n * run.strides[0];
                there.offset = place + offset;
                visit(&here, &there);
            }
        });
    }
}

/// # Safety
/// Every element of both views lies in its memory, and the memories are apart.
unsafe fn transfer(size: usize, target: *mut u8, into: &View, source: *const u8, from: &View) {
    // SAFETY: by the contract.
    unsafe { copy::move_bytes(size, target, into, source, from) }
}

/// Element offsets of broadcast integer index arrays along axes `first ..` of the view, bounds checked.
pub fn index_offsets(view: &View, first: usize, indices: &[Vec<i64>]) -> Result<Vec<i64>> {
    let mut offsets = vec![0; indices.first().map_or(0, Vec::len)];
    for (axis, index) in (first..).zip(indices) {
        let (extent, stride) = (view.shape[axis], view.strides[axis]);
        for (offset, &at) in offsets.iter_mut().zip(index) {
            *offset += normalize_index(at, axis, extent)? * stride;
        }
    }
    Ok(offsets)
}
