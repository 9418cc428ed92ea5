//! What the executor of one rank keeps: its threads, its connection to the other ranks, and what waits for messages.

use super::deferred::Deferred;
use super::pool::{Pool, share};
use crate::array::Array;
use crate::comm::messenger::Draft;
use crate::comm::{Comm, Message, Messenger, local};
use crate::error::{Error, Result};
use crate::layout::{SHARE_FROM, Sharing};
use crate::trace::Trace;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

/// One rank's executor.
pub struct State {
    pub pool: Pool,
    pub messenger: RefCell<Messenger>,
    /// Which rank this is, and of how many.
    pub rank: usize,
    pub ranks: usize,
    pub sharing: Sharing,
    pub deferred: RefCell<Vec<Deferred>>,
    /// Copies of distributed arrays that the running library op uses.
    pub temporaries: RefCell<Vec<Rc<Array>>>,
    pub counters: Counters,
    pub trace: Option<Arc<Trace>>,
    tags: Cell<u64>,
}

/// What the executor has done.
#[derive(Default)]
pub struct Counters {
    /// Tasks run, and those of them whose domain was shared out.
    pub tasks: Cell<u64>,
    pub distributed: Cell<u64>,
    /// Pieces of work that waited for messages.
    pub deferred: Cell<u64>,
    /// Exchanges started.
    pub exchanges: Cell<u64>,
}

/// One more.
pub fn count(counter: &Cell<u64>) {
    counter.set(counter.get() + 1);
}

impl State {
    pub fn new(comm: Box<dyn Comm>, pool: Pool) -> State {
        let (rank, ranks) = (comm.rank(), comm.size());
        let trace = Trace::wanted(rank).map(Arc::new);
        State {
            pool: pool.with_trace(trace.clone()),
            trace,
            messenger: RefCell::new(Messenger::new(comm)),
            rank,
            ranks,
            sharing: Sharing { ranks, from: SHARE_FROM },
            deferred: RefCell::default(),
            temporaries: RefCell::default(),
            counters: Counters::default(),
            tags: Cell::new(0),
        }
    }

    /// The same executor, sharing out arrays of at least so many bytes.
    pub fn sharing_from(mut self, bytes: usize) -> State {
        self.sharing.from = bytes;
        self
    }

    /// Takes up from which size on arrays are shared out, as `PHYLANX_SHARE_FROM` says on rank 0.
    pub fn agree_on_sharing(&mut self) -> Result<()> {
        if self.ranks == 1 {
            return Ok(());
        }
        let wish = std::env::var("PHYLANX_SHARE_FROM").ok().and_then(|text| text.parse::<u64>().ok());
        let bytes = wish.unwrap_or(SHARE_FROM as u64).to_le_bytes().to_vec();
        let bytes = self.messenger.get_mut().broadcast(bytes).map_err(super::broken)?;
        let bytes = bytes.try_into().map_err(|_| Error::internal("a broadcast changed its size"))?;
        self.sharing.from = u64::from_le_bytes(bytes) as usize;
        Ok(())
    }

    /// The tag of the next exchange: exchanges have the same order on every rank, so their number tells them apart.
    pub fn next_tag(&self) -> u64 {
        count(&self.counters.exchanges);
        count(&self.tags);
        self.tags.get()
    }

    /// Waits for a message.
    pub fn wait(&self, from: usize, tag: u64) -> Result<Message> {
        let start = self.trace.as_ref().map(|trace| trace.now());
        let message = self.messenger.borrow_mut().wait(from, tag).map_err(super::broken)?;
        if let (Some(trace), Some(start)) = (&self.trace, start) {
            trace.receive(from, tag, start);
        }
        Ok(message)
    }

    /// Sends a message.
    pub fn send(&self, to: usize, tag: u64, draft: Draft) -> Result<()> {
        if let Some(trace) = &self.trace {
            trace.send(to, tag, draft.len());
        }
        self.messenger.borrow_mut().send(to, tag, draft).map_err(super::broken)
    }

    /// Lets go of small messages that wait for company: called before a rank computes, as others may wait for them.
    pub fn flush(&self) -> Result<()> {
        self.messenger.borrow_mut().flush().map_err(super::broken)
    }

    /// A rank without others, as in a library call or a test.
    pub fn alone() -> State {
        let comm = local::ranks(1).remove(0);
        State::new(Box::new(comm), Pool::new(share(1)))
    }
}

thread_local! {
    static STATE: RefCell<Rc<State>> = RefCell::new(Rc::new(State::alone()));
}

/// Makes this thread the rank that a state belongs to.
pub fn install(state: State) {
    swap(Rc::new(state));
}

/// Makes this thread go on with another executor; gives the one it had.
pub fn swap(state: Rc<State>) -> Rc<State> {
    STATE.replace(state)
}

/// Calls `use_state` with this rank's executor.
pub fn with<T>(use_state: impl FnOnce(&State) -> T) -> T {
    let state = STATE.with(|state| state.borrow().clone());
    use_state(&state)
}
