//! Library ops that work on the part of a distributed array that is here, without gathering the whole.

use crate::array::{Array, Buffer, Dims, Element, Fill};
use crate::comm::messenger::Draft;
use crate::error::{Error, Result};
use crate::exec::axes::Axes;
use crate::exec::deferred::{self, Use};
use crate::exec::state::{self, State};
use crate::exec::whole;
use crate::layout::{Layout, Placement};
use crate::region::Region;
use phylanx_abi::{DType, MAX_RANK};
use std::rc::Rc;

/// What this rank holds of an array.
pub struct Part {
    /// Of the whole array.
    pub layout: Layout,
    /// This rank's part of it.
    pub region: Region,
    /// That part alone, up to date.
    pub array: Rc<Array>,
}

/// This rank's part of an array; none when the array is whole here, or its view is no product of slices.
pub fn part(array: &Array) -> Result<Option<Part>> {
    state::with(|state| {
        deferred::before(state, &array.buffer, Use::Read)?;
        let Some(placement) = array.buffer.placement().map(|placement| *placement) else { return Ok(None) };
        let Some(axes) = Axes::of(&array.view, &array.buffer.shape, 0..array.rank()) else { return Ok(None) };
        let Some(layout) = axes.layout(&placement.layout, array.shape()) else { return Ok(None) };
        let region = layout.region_of(state.rank);
        let view = whole::local_view(&axes, &placement.local, &region);
        Ok(Some(Part { layout, region, array: array.with_view(view) }))
    })
}

impl Part {
    /// Whether each line along `axis` lies on one rank.
    pub fn keeps_lines(&self, axis: usize) -> bool {
        self.layout.cut_dims() & (1 << axis) == 0
    }

    /// The same rows of another array, if each rank holds just those of it. Whether it does is the same on every rank.
    pub fn of_same_rows(&self, other: &Array) -> Result<Option<Rc<Array>>> {
        let mut dims = [None; MAX_RANK];
        dims[0] = Some((0, 0));
        let like = self.layout.seen_from(other.shape(), &dims[..self.region.rank()]);
        Ok(part(other)?.filter(|own| Some(own.layout) == like).map(|own| own.array))
    }

    /// The same rows of an array that is whole on this rank.
    pub fn rows_of(&self, other: &Array) -> Rc<Array> {
        other.with_view(other.view.sliced(0, self.region.lo()[0], 1, self.region.extent(0)))
    }

    /// Whether ranks hold consecutive ranges of the first dimension.
    pub fn is_by_rows(&self) -> bool {
        self.layout.cut_dims() == 1
    }

    /// A distributed array with one i64 for each line along `axis`, of which this rank's are given. None when it would be so small
    /// that every rank should hold it.
    pub fn of_lines(&self, axis: usize, mine: Vec<i64>, keep: Keep) -> Result<Option<Rc<Array>>> {
        let whole = Dims::from(self.layout.shape());
        let mut dims = [None; MAX_RANK];
        let mut shape = whole.without(axis);
        for (dim, found) in dims.iter_mut().enumerate().take(whole.len()).filter(|&(dim, _)| dim != axis) {
            *found = Some((if dim > axis && keep == Keep::Without { dim - 1 } else { dim }, 0));
        }
        if keep == Keep::AsOne {
            shape = whole;
            shape[axis] = 1;
        }
        let bytes = shape.product().unwrap_or(0) as usize * DType::I64.size();
        let Some(layout) = self.layout.seen_from(&shape, &dims[..whole.len()]) else { return Ok(None) };
        let (placement, from) = state::with(|state| (Placement::new(layout, state.rank), state.sharing.from));
        if bytes < from {
            return Ok(None);
        }
        let buffer = Buffer::placed(DType::I64, shape, Some(placement), Fill::Any)?;
        if mine.len() != placement.local.volume() {
            return Err(Error::internal("a rank's lines are not those of its part"));
        }
        // SAFETY: the fresh buffer has room for the rank's part, which has as many elements.
        unsafe { std::ptr::copy_nonoverlapping(mine.as_ptr(), buffer.base().cast(), mine.len()) };
        Ok(Some(Array::over(Rc::new(buffer))))
    }
}

/// What becomes of a dimension that is folded.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Keep {
    Without,
    AsOne,
}

/// The rows that each rank gives, one after another in the order of ranks, on every rank.
pub fn joined(rows: &Array) -> Result<Rc<Array>> {
    let size = rows.dtype().size();
    let blocks = state::with(|state| all_to_all(state, bytes_of(rows)?))?;
    let row: i64 = rows.shape()[1..].iter().product();
    let total: usize = blocks.iter().map(|block| block.len()).sum();
    let mut shape = *rows.shape();
    shape[0] = if row == 0 { rows.shape()[0] } else { (total / size) as i64 / row };
    let out = Array::fresh(rows.dtype(), shape, Fill::Any)?;
    let mut at = 0;
    for block in blocks {
        // SAFETY: the blocks together have as many bytes as the fresh array.
        unsafe { std::ptr::copy_nonoverlapping(block.as_ptr(), out.base().add(at), block.len()) };
        at += block.len();
    }
    Ok(out)
}

fn bytes_of(array: &Array) -> Result<Vec<u8>> {
    fn bytes<T: Element>(array: &Array) -> Vec<u8> {
        let values = array.elements::<T>();
        // SAFETY: elements are plain numbers without padding.
        unsafe { std::slice::from_raw_parts(values.as_ptr().cast::<u8>(), std::mem::size_of_val(&*values)) }.to_vec()
    }
    crate::with_element!(array.dtype(), T => Ok(bytes::<T>(array)))
}

/// What every rank passes, in the order of ranks.
fn all_to_all(state: &State, mine: Vec<u8>) -> Result<Vec<Vec<u8>>> {
    let tag = state.next_tag();
    for to in (0..state.ranks).map(|step| (state.rank + step) % state.ranks).skip(1) {
        let mut draft = Draft::with_capacity(mine.len());
        draft.payload().extend_from_slice(&mine);
        state.send(to, tag, draft)?;
    }
    let mut all = vec![Vec::new(); state.ranks];
    for (from, block) in all.iter_mut().enumerate().filter(|&(from, _)| from != state.rank) {
        *block = state.wait(from, tag)?.to_vec();
    }
    all[state.rank] = mine;
    Ok(all)
}
