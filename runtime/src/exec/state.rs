//! What the executor of one rank keeps: its threads.

use super::pool::{Pool, share};

/// One rank's executor.
pub struct State {
    pub pool: Pool,
}

thread_local! {
    static STATE: State = State { pool: Pool::new(share(1)) };
}

/// Calls `use_state` with this rank's executor.
pub fn with<T>(use_state: impl FnOnce(&State) -> T) -> T {
    STATE.with(use_state)
}
