//! Work that waits for messages, and the order of reads and writes of each buffer.
//!
//! A task runs at once where its inputs are; the rest of it is put off until the messages are there. Whatever touches a
//! buffer first completes what was put off and conflicts with it, so every buffer sees reads and writes in
//! program order, and the works that are put off at any time are independent of each other.

use super::state::State;
use crate::array::Buffer;
use crate::error::Result;
use crate::exchange::Arriving;
use std::rc::Rc;
use std::time::Duration;

/// What a piece of work does when all its messages have come.
pub type Work = Box<dyn FnOnce(&State, Vec<Arriving>) -> Result<()>>;

/// A piece of work put off.
pub struct Deferred {
    pub waits: Vec<Arriving>,
    pub reads: Vec<Rc<Buffer>>,
    pub writes: Rc<Buffer>,
    pub work: Work,
}

/// How a buffer is about to be used.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Use {
    Read,
    Write,
}

impl Deferred {
    fn conflicts(&self, buffer: &Buffer, with: Use) -> bool {
        let same = |other: &Rc<Buffer>| std::ptr::eq(other.owner(), buffer.owner());
        same(&self.writes) || (with == Use::Write && self.reads.iter().any(same))
    }

    fn run(self, state: &State) -> Result<()> {
        (self.work)(state, self.waits)
    }
}

/// Puts work off.
pub fn defer(state: &State, deferred: Deferred) {
    state.counters.deferred.set(state.counters.deferred.get() + 1);
    state.deferred.borrow_mut().push(deferred);
}

/// Completes what conflicts with a use of a buffer.
pub fn before(state: &State, buffer: &Buffer, with: Use) -> Result<()> {
    complete(state, |deferred| deferred.conflicts(buffer, with))
}

/// Completes everything.
pub fn settle(state: &State) -> Result<()> {
    complete(state, |_| true)
}

/// A progress point without waiting: takes in messages and completes what has all of them.
pub fn advance(state: &State) -> Result<()> {
    if state.deferred.borrow().is_empty() {
        return Ok(());
    }
    state.messenger.borrow_mut().progress(Duration::ZERO).map_err(super::broken)?;
    complete(state, |deferred| {
        let messenger = state.messenger.borrow();
        deferred.waits.iter().all(|arriving| arriving.is_here(&messenger))
    })
}

fn complete(state: &State, chosen: impl Fn(&Deferred) -> bool) -> Result<()> {
    loop {
        let mut queue = state.deferred.borrow_mut();
        let Some(at) = queue.iter().position(&chosen) else { return Ok(()) };
        let next = queue.remove(at);
        drop(queue);
        next.run(state)?;
    }
}
