//! What the executor of one rank keeps: its threads and its connection to the other ranks.

use super::pool::{Pool, share};
use crate::comm::{Comm, Messenger, local};
use std::cell::RefCell;
use std::rc::Rc;

/// One rank's executor.
pub struct State {
    pub pool: Pool,
    pub messenger: RefCell<Messenger>,
    /// Which rank this is, and of how many.
    pub rank: usize,
    pub ranks: usize,
}

impl State {
    pub fn new(comm: Box<dyn Comm>, pool: Pool) -> State {
        let (rank, ranks) = (comm.rank(), comm.size());
        State { pool, messenger: RefCell::new(Messenger::new(comm)), rank, ranks }
    }

    /// A rank without others, as in a library call or a test.
    fn alone() -> State {
        let comm = local::ranks(1).remove(0);
        State::new(Box::new(comm), Pool::new(share(1)))
    }
}

thread_local! {
    static STATE: RefCell<Rc<State>> = RefCell::new(Rc::new(State::alone()));
}

/// Makes this thread the rank that a state belongs to.
pub fn install(state: State) {
    STATE.replace(Rc::new(state));
}

/// Calls `use_state` with this rank's executor.
pub fn with<T>(use_state: impl FnOnce(&State) -> T) -> T {
    let state = STATE.with(|state| state.borrow().clone());
    use_state(&state)
}
