//! Exchanges that the compiler starts early: `physl.send` gives a token, `physl.recv` turns it into an array.

use super::deferred::{self, Use};
use super::state::{self, State};
use super::whole;
use crate::array::{Array, Buffer, Dims};
use crate::error::{Error, Result};
use crate::exchange::{self, Arrived, Arriving};
use crate::layout::{Layout, Placement};
use crate::ops::{Args, Owned};
use crate::region::Region;
use phylanx_abi::Layout as Wish;
use std::cell::RefCell;
use std::rc::Rc;

/// The surroundings of a rank's part of a buffer, as they were when the exchange began.
pub struct Ghost {
    layout: Layout,
    /// Widths below and above along each dimension of the buffer.
    low: Dims,
    high: Dims,
    arriving: RefCell<Arriving>,
    arrived: RefCell<Option<Arrived>>,
}

impl Ghost {
    /// Whether a rank has a region without a further exchange.
    pub fn covers(&self, rank: usize, need: &Region) -> bool {
        self.around(rank).contains(need)
    }

    /// A rank's part and its surroundings.
    fn around(&self, rank: usize) -> Region {
        let own = self.layout.region_of(rank);
        if own.is_empty() {
            return own;
        }
        (0..own.rank()).fold(own, |region, d| {
            let (lo, hi) =
                ((own.lo()[d] - self.low[d]).max(0), (own.hi()[d] + self.high[d]).min(self.layout.shape()[d]));
            region.with_dim(d, lo, hi)
        })
    }

    /// What came from other ranks, waiting for it.
    pub fn receive(&self, state: &State) -> Result<Arrived> {
        if self.arrived.borrow().is_none() {
            let arriving = self.arriving.take();
            self.arrived.replace(Some(arriving.receive(state)?));
        }
        Ok(self.arrived.borrow().clone().unwrap_or_default())
    }
}

/// An exchange under way.
pub struct Token {
    array: Rc<Array>,
    kind: Kind,
}

enum Kind {
    /// The array as it is.
    Plain,
    Halo(Rc<Ghost>),
    Replicated(RefCell<Arriving>),
    Placed(Layout, RefCell<Arriving>),
}

/// Starts an exchange.
pub fn send(args: Args) -> Result<Owned> {
    let array = args.shared(0)?;
    let kind = state::with(|state| {
        deferred::before(state, &array.buffer, Use::Read)?;
        kind(state, &array, args.text(1)?, args.list(2)?, args.list(3)?)
    })?;
    Ok(Owned::Token(Rc::into_raw(Rc::new(Token { array, kind })) as u64))
}

fn kind(state: &State, array: &Rc<Array>, pattern: &str, low: &[i64], high: &[i64]) -> Result<Kind> {
    match pattern {
        "halo" => halo(state, array, low, high),
        "replicated" => replicated(state, &array.buffer),
        "rows" => placed(state, array, Wish::Rows),
        "columns" => placed(state, array, Wish::Columns),
        "blocks" => placed(state, array, Wish::Blocks),
        _ => Err(Error::internal(format!("an exchange has the unknown pattern '{pattern}'"))),
    }
}

/// Only for an array that is all of its buffer: widths are along the buffer's dimensions.
fn halo(state: &State, array: &Array, low: &[i64], high: &[i64]) -> Result<Kind> {
    let Some(layout) = array.buffer.placement().map(|placement| placement.layout) else { return Ok(Kind::Plain) };
    let rank = array.rank();
    if *array.shape() != array.buffer.shape || !array.view.is_contiguous() || low.len() != rank || high.len() != rank {
        return Ok(Kind::Plain);
    }
    let ghost = Ghost {
        layout,
        low: Dims::from(low),
        high: Dims::from(high),
        arriving: RefCell::default(),
        arrived: RefCell::default(),
    };
    let arriving = exchange::start(state, &array.buffer, &|rank| ghost.around(rank), &|_, _| false)?;
    ghost.arriving.replace(arriving);
    Ok(Kind::Halo(Rc::new(ghost)))
}

fn replicated(state: &State, buffer: &Rc<Buffer>) -> Result<Kind> {
    if !buffer.is_distributed() {
        return Ok(Kind::Plain);
    }
    let whole = Region::whole(&buffer.shape);
    let arriving = exchange::start(state, buffer, &|_| whole, &|_, _| false)?;
    Ok(Kind::Replicated(RefCell::new(arriving)))
}

fn placed(state: &State, array: &Array, wish: Wish) -> Result<Kind> {
    let layout = state.sharing.choose(wish, array.shape(), array.dtype().size());
    let is_all = *array.shape() == array.buffer.shape && array.view.is_contiguous();
    let (Some(layout), true) = (layout, is_all) else { return Ok(Kind::Plain) };
    if array.buffer.placement().is_some_and(|there| there.layout == layout) {
        return Ok(Kind::Plain);
    }
    let arriving = exchange::start(state, &array.buffer, &|rank| layout.region_of(rank), &|_, _| false)?;
    Ok(Kind::Placed(layout, RefCell::new(arriving)))
}

/// The array as exchanged.
pub fn recv(args: Args) -> Result<Owned> {
    let Owned::Token(bits) = args.owned(0)? else { return Err(Error::internal("recv takes a token")) };
    // SAFETY: `owned` took one count of the token, which ends here.
    let token = unsafe { Rc::from_raw(bits as *const Token) };
    state::with(|state| received(state, &token)).map(Owned::Array)
}

fn received(state: &State, token: &Token) -> Result<Rc<Array>> {
    let array = &token.array;
    let (placement, arriving) = match &token.kind {
        Kind::Plain => return Ok(array.clone()),
        Kind::Halo(ghost) => return Ok(array.with_ghost(ghost.clone())),
        Kind::Replicated(arriving) => (None, arriving.take()),
        Kind::Placed(layout, arriving) => (Some(Placement::new(*layout, state.rank)), arriving.take()),
    };
    let shape = array.buffer.shape;
    let region = placement.map_or(Region::whole(&shape), |placement| placement.local);
    let block = arriving.receive(state)?.assemble(&array.buffer, &region)?;
    let buffer = Buffer::from_storage(array.dtype(), shape, placement, block.storage);
    Ok(Array::new(Rc::new(buffer), array.view))
}

/// One more owner of a token.
pub fn retain(bits: u64) {
    // SAFETY: the caller holds a live token.
    unsafe { Rc::increment_strong_count(bits as *const Token) };
}

/// One owner less of a token.
pub fn release(bits: u64) {
    // SAFETY: the caller gives up its count of a live token.
    unsafe { Rc::decrement_strong_count(bits as *const Token) };
}

/// Gives an array the layout that a task wants it in, if it is large and whole on every rank.
pub fn share_out(state: &State, array: &Array, wish: Wish) -> Result<()> {
    if array.buffer.is_distributed() {
        return Ok(());
    }
    match state.sharing.choose(wish, &array.buffer.shape, array.dtype().size()) {
        Some(layout) => whole::distribute(state, &array.buffer, layout),
        None => Ok(()),
    }
}
