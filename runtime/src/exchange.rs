//! The one mechanism by which elements travel: every rank knows, in closed form, which part of a buffer each rank holds and which part
//! each rank needs, so senders and receivers agree on their messages without a word.
//!
//! Halos, gathers, transposes and redistribution are this with different needs.

use crate::array::walk::walk;
use crate::array::{Buffer, Storage, View};
use crate::comm::Message;
use crate::comm::messenger::{Draft, Messenger};
use crate::error::{Error, Result};
use crate::exec::state::State;
use crate::layout::Placement;
use crate::region::{Region, row_major};
use std::rc::Rc;

/// Parts of a buffer that are on their way to this rank.
#[derive(Debug, Default)]
pub struct Arriving {
    tag: u64,
    parts: Vec<(usize, Region)>,
}

/// Parts of a buffer that have come.
#[derive(Clone, Debug, Default)]
pub struct Arrived {
    pieces: Vec<(Region, Message)>,
}

/// Starts an exchange after which this rank has what `need` says for it, of the buffer's elements as they are now. All ranks
/// call it, at the same place in their program, with the same needs. `has` tells whether a rank has its need already.
pub fn start(
    state: &State,
    buffer: &Buffer,
    need: &dyn Fn(usize) -> Region,
    has: &dyn Fn(usize, &Region) -> bool,
) -> Result<Arriving> {
    let tag = state.next_tag();
    let Some(placement) = buffer.placement() else { return Ok(Arriving { tag, parts: Vec::new() }) };
    let placement = *placement;
    let mine = |rank: usize| {
        let region = need(rank);
        let lacks = !region.is_empty() && !placement.layout.region_of(rank).contains(&region) && !has(rank, &region);
        lacks.then_some(region)
    };
    for to in (0..state.ranks).map(|step| (state.rank + step) % state.ranks).skip(1) {
        let Some(part) = mine(to).map(|region| region.intersect(&placement.local)) else { continue };
        if !part.is_empty() {
            send(state, buffer, &placement, to, tag, &part)?;
        }
    }
    let Some(region) = mine(state.rank) else { return Ok(Arriving { tag, parts: Vec::new() }) };
    let part = |from: usize| (from, placement.layout.region_of(from).intersect(&region));
    let owners = placement.layout.owners(&region).filter(|&owner| owner != state.rank);
    Ok(Arriving { tag, parts: owners.map(part).filter(|(_, part)| !part.is_empty()).collect() })
}

fn send(state: &State, buffer: &Buffer, placement: &Placement, to: usize, tag: u64, part: &Region) -> Result<()> {
    let size = buffer.dtype.size();
    let bytes = part.volume() * size;
    let mut draft = Draft::with_capacity(bytes);
    let payload = draft.payload();
    let start = payload.len();
    payload.resize(start + bytes, 0);
    // SAFETY: the local storage holds the placement's part, the payload has room for `part`.
    unsafe { copy(size, buffer.base(), &placement.local, payload[start..].as_mut_ptr(), part, part) };
    state.send(to, tag, draft)
}

impl Arriving {
    /// Whether nothing is on its way.
    pub fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    /// Whether everything has come.
    pub fn is_here(&self, messenger: &Messenger) -> bool {
        self.parts.iter().all(|&(from, _)| messenger.has(from, self.tag))
    }

    /// Waits for what is on its way.
    pub fn receive(self, state: &State) -> Result<Arrived> {
        // A rank that receives nothing goes on computing; what it sends must not wait for that.
        state.flush()?;
        let mut pieces = Vec::with_capacity(self.parts.len());
        for (from, region) in self.parts {
            pieces.push((region, state.wait(from, self.tag)?));
        }
        Ok(Arrived { pieces })
    }
}

/// A row-major copy of some region of a buffer.
#[derive(Debug)]
pub struct Block {
    pub storage: Storage,
    pub region: Region,
}

impl Arrived {
    /// Puts together a region of the buffer from what this rank holds and what has come.
    pub fn assemble(&self, buffer: &Buffer, region: &Region) -> Result<Block> {
        let (storage, size) = (room(buffer, region)?, buffer.dtype.size());
        let held = match buffer.placement() {
            Some(placement) => placement.local,
            None => Region::whole(&buffer.shape),
        };
        // SAFETY: the buffer holds `held`, the block has room for `region`.
        unsafe { copy(size, buffer.base(), &held, storage.base(), region, &held.intersect(region)) };
        for (part, message) in &self.pieces {
            if message.len() != part.volume() * size {
                return Err(Error::internal("a message is not as long as both sides computed"));
            }
            let from = message.as_ptr().cast_mut();
            // SAFETY: the message holds `part`.
            unsafe { copy(size, from, part, storage.base(), region, &part.intersect(region)) };
        }
        Ok(Block { storage, region: *region })
    }
}

/// Memory for a region of a buffer.
pub fn room(buffer: &Buffer, region: &Region) -> Result<Storage> {
    let bytes = region.volume() * buffer.dtype.size();
    Storage::new(bytes, crate::array::Fill::Any)
        .ok_or_else(|| Error::new("MemoryError", format!("no memory for {bytes} bytes of another rank's elements")))
}

/// Copies the elements of `part` from a row-major block of region `held` to one of region `into`; `part` is in both.
///
/// # Safety
/// The blocks hold their regions in elements of `size` bytes and do not overlap.
pub unsafe fn copy(size: usize, from: *mut u8, held: &Region, to: *mut u8, into: &Region, part: &Region) {
    if part.is_empty() {
        return;
    }
    let (source, target) = (view(held, part), view(into, part));
    walk([&source, &target], |run| {
        for n in 0..run.count {
            let at = |k: usize| (run.at[k] + n * run.strides[k]) as isize * size as isize;
            // SAFETY: both views lie in their blocks.
            unsafe {
                if run.strides == [1, 1] {
                    std::ptr::copy_nonoverlapping(from.offset(at(0)), to.offset(at(1)), run.count as usize * size);
                    return;
                }
                std::ptr::copy_nonoverlapping(from.offset(at(0)), to.offset(at(1)), size);
            }
        }
    });
}

/// The view of `part` in a row-major block of `held`.
fn view(held: &Region, part: &Region) -> View {
    let rank = held.rank();
    let strides = row_major(&held.extents()[..rank]);
    let offset = (0..rank).map(|d| (part.lo()[d] - held.lo()[d]) * strides[d]).sum();
    View { offset, shape: part.extents()[..rank].into(), strides: strides[..rank].into() }
}

/// A region of a buffer, whole on this rank.
pub fn gather(state: &State, buffer: &Rc<Buffer>, region: &Region) -> Result<Block> {
    let arriving = start(state, buffer, &|_| *region, &|_, _| false)?;
    arriving.receive(state)?.assemble(buffer, region)
}
