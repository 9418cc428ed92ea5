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

    /// Whether the indices had rank 0: one place for each outer point.
    pub fn is_single(&self) -> bool {
        self.shape.is_empty()
    }

    /// A fresh array of the elements at these places.
    pub fn gather(&self, source: &Array) -> Result<Rc<Array>> {
        let out = Array::fresh(source.dtype(), self.result_shape()?, Fill::Any)?;
        let mover = Mover { size: source.dtype().size(), whole: self.whole_runs(&out.view) };
        if mover.whole == Some(1) && self.outer.rank() == 0 {
            // SAFETY: as below.
            unsafe { self.gather_single(mover.size, out.base(), source.base()) };
            return Ok(out);
        }
        self.each(&out.view, &mut |at, places| {
            // SAFETY: places were checked when they were made; the result has one element for each.
            unsafe { mover.run(out.base(), at, source.base(), places) }
        });
        Ok(out)
    }

    /// The common case of single elements, in a tight loop.
    ///
    /// # Safety
    /// The places lie in `source` and `out` has room for one element each.
    unsafe fn gather_single(&self, size: usize, out: *mut u8, source: *const u8) {
        // SAFETY: by the contract; only the width of an element matters.
        unsafe {
            match size {
                1 => self.gather_words::<u8>(out, source),
                2 => self.gather_words::<u16>(out.cast(), source.cast()),
                4 => self.gather_words::<u32>(out.cast(), source.cast()),
                8 => self.gather_words::<u64>(out.cast(), source.cast()),
                _ => self.gather_words::<u128>(out.cast(), source.cast()),
            }
        }
    }

    /// # Safety
    /// As [`Places::gather_single`].
    unsafe fn gather_words<T: Copy>(&self, out: *mut T, source: *const T) {
        let first = source.wrapping_offset(self.outer.offset as isize);
        for (at, &offset) in self.offsets.iter().enumerate() {
            // SAFETY: by the contract.
            unsafe { out.add(at).write(first.wrapping_offset(offset as isize).read()) };
        }
    }

    /// Stores the elements of `value`, which has the result's shape (perhaps by broadcasting) and the target's element type.
    /// Where places coincide the last wins.
    pub fn scatter(&self, target: &Array, value: &Array, view: &View) {
        let mover = Mover { size: target.dtype().size(), whole: self.whole_runs(view) };
        self.each(view, &mut |at, places| {
            // SAFETY: as in `gather`; `value` does not share memory with the target.
            unsafe { mover.run(target.base(), places, value.base(), at) }
        });
    }

    /// How many elements a place has, if they are one run of memory here and in `view`.
    fn whole_runs(&self, view: &View) -> Option<usize> {
        let from = self.outer.rank() + self.shape.len();
        let (shape, strides) = (Dims::from(&view.shape[from..]), Dims::from(&view.strides[from..]));
        let there = View { offset: 0, shape, strides };
        (self.inner.is_contiguous() && there.is_contiguous()).then_some(self.inner.size() as usize)
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

/// Moves the elements of one place.
struct Mover {
    /// Of an element.
    size: usize,
    /// Number of elements of a place that is one run of memory on both sides.
    whole: Option<usize>,
}

impl Mover {
    /// # Safety
    /// Every element of both views lies in its memory, and the memories are apart.
    #[inline]
    unsafe fn run(&self, target: *mut u8, into: &View, source: *const u8, from: &View) {
        let Some(count) = self.whole else {
            // SAFETY: by the contract.
            return unsafe { copy::move_bytes(self.size, target, into, source, from) };
        };
        let size = self.size as isize;
        // SAFETY: by the contract; the elements follow one another on both sides.
        unsafe {
            let (to, from) = (target.offset(into.offset as isize * size), source.offset(from.offset as isize * size));
            match count * self.size {
                8 => to.cast::<u64>().write_unaligned(from.cast::<u64>().read_unaligned()),
                4 => to.cast::<u32>().write_unaligned(from.cast::<u32>().read_unaligned()),
                bytes => std::ptr::copy_nonoverlapping(from, to, bytes),
            }
        }
    }
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
