//! Arrays as wholes: gathering, copying, storing and creating them, whatever their layout.

use super::axes::Axes;
use super::deferred::{self, Use};
use super::state::{self, State};
use crate::array::{Array, Buffer, Dims, Fill, View, copy as local};
use crate::error::Result;
use crate::exchange::{self, Block};
use crate::layout::{Layout, Placement};
use crate::region::Region;
use phylanx_abi::{DType, Layout as Wish};
use std::rc::Rc;

/// Makes an array's buffer whole and up to date on this rank, for good: scalar code may read and write it.
pub fn localize(array: &Array) -> Result<()> {
    state::with(|state| {
        if state.ranks == 1 {
            return Ok(());
        }
        deferred::before(state, &array.buffer, Use::Write)?;
        if array.buffer.is_distributed() {
            let block = exchange::gather(state, &array.buffer, &Region::whole(&array.buffer.shape))?;
            array.buffer.become_(Buffer::from_storage(array.dtype(), array.buffer.shape, None, block.storage));
        }
        Ok(())
    })
}

/// The array itself if it is whole on this rank, else a copy that lives until the running library op ends.
pub fn borrow(array: &Array) -> Result<&Array> {
    state::with(|state| {
        if state.ranks == 1 {
            return Ok(array);
        }
        deferred::before(state, &array.buffer, Use::Read)?;
        if !array.buffer.is_distributed() {
            return Ok(array);
        }
        let copy = replica(state, array)?;
        let address = Rc::as_ptr(&copy);
        state.temporaries.borrow_mut().push(copy);
        // SAFETY: the copy is owned by the state until `end_of_op`, which runs after the op's last use of its arguments.
        Ok(unsafe { &*address })
    })
}

/// Frees the copies that [`borrow`] made.
pub fn end_of_op() {
    state::with(|state| {
        if state.ranks > 1 {
            state.temporaries.borrow_mut().clear();
        }
    });
}

/// An array with the same elements, whole on this rank; shares the buffer if that is whole already.
pub fn replica(state: &State, array: &Array) -> Result<Rc<Array>> {
    deferred::before(state, &array.buffer, Use::Read)?;
    if !array.buffer.is_distributed() {
        return Ok(array.with_view(array.view));
    }
    let axes = Axes::of(&array.view, &array.buffer.shape, 0..array.rank());
    let region = match &axes {
        Some(axes) => axes.need(&Region::whole(array.shape())),
        None => Region::whole(&array.buffer.shape),
    };
    let block = exchange::gather(state, &array.buffer, &region)?;
    Ok(seen_in(array, axes.as_ref(), block))
}

/// An array with the same elements, whole on the first rank; none on the others, which send what they hold. All ranks call it.
pub fn on_first(array: &Array) -> Result<Option<Rc<Array>>> {
    state::with(|state| {
        deferred::before(state, &array.buffer, Use::Read)?;
        let is_first = state.rank == 0;
        if !array.buffer.is_distributed() {
            return Ok(is_first.then(|| array.with_view(array.view)));
        }
        let axes = Axes::of(&array.view, &array.buffer.shape, 0..array.rank());
        let region = match &axes {
            Some(axes) => axes.need(&Region::whole(array.shape())),
            None => Region::whole(&array.buffer.shape),
        };
        let nothing = Region::whole(&Dims::filled(array.buffer.shape.len(), 0));
        let need = |rank: usize| if rank == 0 { region } else { nothing };
        let arriving = exchange::start(state, &array.buffer, &need, &|_, _| false)?;
        if !is_first {
            return Ok(None);
        }
        let block = arriving.receive(state)?.assemble(&array.buffer, &region)?;
        Ok(Some(seen_in(array, axes.as_ref(), block)))
    })
}

/// An array's elements in a block that holds them; without axes the block is the whole buffer.
fn seen_in(array: &Array, axes: Option<&Axes>, Block { storage, region }: Block) -> Rc<Array> {
    let rank = array.rank();
    let shape = Dims::from(&region.extents()[..region.rank()]);
    let buffer = Rc::new(Buffer::from_storage(array.dtype(), shape, None, storage));
    let Some(axes) = axes else { return Array::new(buffer, array.view) };
    let operand = axes.operand(std::ptr::null_mut(), 1, &region);
    let view = View { offset: operand.data as i64, shape: *array.shape(), strides: operand.strides[..rank].into() };
    Array::new(buffer, view)
}

/// A fresh array with the same elements, laid out as the original where that is possible.
pub fn copy(array: &Array) -> Result<Rc<Array>> {
    let layout = state::with(|state| {
        deferred::before(state, &array.buffer, Use::Read)?;
        Ok(array.buffer.placement().and_then(|placement| {
            Axes::of(&array.view, &array.buffer.shape, 0..array.rank())?.layout(&placement.layout, array.shape())
        }))
    })?;
    let Some(layout) = layout else { return local::contiguous(borrow(array)?) };
    let out = state::with(|state| placed(array.dtype(), *array.shape(), layout, state.rank, Fill::Any))?;
    assign(&out, array)?;
    Ok(out)
}

/// A fresh array; large ones are shared out by rows.
pub fn create(dtype: DType, shape: Dims, fill: Fill) -> Result<Rc<Array>> {
    state::with(|state| match state.sharing.choose(Wish::Rows, &shape, dtype.size()) {
        Some(layout) => placed(dtype, shape, layout, state.rank, fill),
        None => Array::fresh(dtype, shape, fill),
    })
}

fn placed(dtype: DType, shape: Dims, layout: Layout, rank: usize, fill: Fill) -> Result<Rc<Array>> {
    Ok(Array::over(Rc::new(Buffer::placed(dtype, shape, Some(Placement::new(layout, rank)), fill)?)))
}

/// Gives a buffer another layout: parts travel where they must, and what this rank no longer needs is freed.
pub fn distribute(state: &State, buffer: &Rc<Buffer>, layout: Layout) -> Result<()> {
    deferred::before(state, buffer, Use::Write)?;
    if buffer.is_pinned() {
        return Ok(());
    }
    let placement = Placement::new(layout, state.rank);
    if buffer.placement().is_some_and(|there| *there == placement) {
        return Ok(());
    }
    let arriving = exchange::start(state, buffer, &|rank| layout.region_of(rank), &|_, _| false)?;
    let block = arriving.receive(state)?.assemble(buffer, &placement.local)?;
    buffer.become_(Buffer::from_storage(buffer.dtype, buffer.shape, Some(placement), block.storage));
    Ok(())
}

/// Stores `source`, broadcast and converted, into all of `target`, as if `source` had been read as a whole before.
pub fn assign(target: &Array, source: &Array) -> Result<()> {
    state::with(|state| {
        if state.ranks == 1 {
            return local::assign(target, source);
        }
        deferred::before(state, &target.buffer, Use::Write)?;
        deferred::before(state, &source.buffer, Use::Read)?;
        match Axes::of(&target.view, &target.buffer.shape, 0..target.rank()) {
            Some(axes) if target.buffer.is_distributed() => assign_parts(state, target, &axes, source),
            _ => {
                localize(target)?;
                local::assign(target, &*replica(state, source)?)
            }
        }
    })
}

/// Each rank stores what it holds of the target.
fn assign_parts(state: &State, target: &Array, axes: &Axes, source: &Array) -> Result<()> {
    let Some(layout) = target.buffer.placement().map(|placement| placement.layout) else { return Ok(()) };
    let domain = Region::whole(target.shape());
    let mine = |rank: usize| axes.within(&domain, &layout.region_of(rank));
    let view = local::fit(target, source)?;
    let apart = Rc::ptr_eq(&target.buffer, &source.buffer);
    let from = match Axes::of(&view, &source.buffer.shape, 0..view.rank()) {
        Some(from) if source.buffer.is_distributed() => {
            let arriving = exchange::start(state, &source.buffer, &|rank| from.need(&mine(rank)), &|_, _| false)?;
            let arrived = arriving.receive(state)?;
            part_of(source, &arrived, &from, &mine(state.rank), apart)?
        }
        _ => {
            let whole = replica(state, source)?;
            let whole = if apart { local::contiguous(&whole)? } else { whole };
            let view = local::fit(target, &whole)?;
            (whole, view)
        }
    };
    let region = mine(state.rank);
    if region.is_empty() {
        return Ok(());
    }
    let into = local_view(axes, &layout.region_of(state.rank), &region);
    let from = (from.0, shifted(&from.1, &region));
    local::transfer(target, &into, &from.0, &from.1)
}

/// What this rank needs of a distributed source, as an array and a view whose index 0 is that of the domain.
fn part_of(
    source: &Array,
    arrived: &exchange::Arrived,
    axes: &Axes,
    region: &Region,
    apart: bool,
) -> Result<(Rc<Array>, View)> {
    let need = axes.need(region);
    let held = source.buffer.placement().map_or(need, |placement| placement.local);
    let rank = region.rank();
    let view = |held: &Region| {
        let operand = axes.operand(std::ptr::null_mut(), 1, held);
        View { offset: operand.data as i64, shape: Dims::filled(rank, 0), strides: operand.strides[..rank].into() }
    };
    if held.contains(&need) && !apart {
        return Ok((Array::new(source.buffer.clone(), source.view), view(&held)));
    }
    let block = arrived.assemble(&source.buffer, &need)?;
    let shape = Dims::from(&need.extents()[..need.rank()]);
    let buffer = Buffer::from_storage(source.dtype(), shape, None, block.storage);
    Ok((Array::over(Rc::new(buffer)), view(&need)))
}

/// The view of a region of the domain in the block of `held`.
pub(crate) fn local_view(axes: &Axes, held: &Region, region: &Region) -> View {
    let operand = axes.operand(std::ptr::null_mut(), 1, held);
    let rank = region.rank();
    let view =
        View { offset: operand.data as i64, shape: Dims::filled(rank, 0), strides: operand.strides[..rank].into() };
    shifted(&view, region)
}

/// The part of a view at a region.
fn shifted(view: &View, region: &Region) -> View {
    let steps: i64 = region.lo().iter().zip(view.strides.iter()).map(|(lo, stride)| lo * stride).sum();
    View { offset: view.offset + steps, shape: region.extents()[..region.rank()].into(), strides: view.strides }
}
