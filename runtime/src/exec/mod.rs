//! Execution: making arrays local, settling work, ending the job.

pub mod axes;
pub mod combine;
pub mod deferred;
pub mod fold;
pub mod map;
pub mod operand;
pub mod place;
pub mod pool;
pub mod source;
pub mod spawn;
pub mod spread;
pub mod spread_fold;
pub mod state;
pub mod stats;
pub mod task;
pub mod token;
pub mod tree;
pub mod whole;

pub use token::{release as release_token, retain as retain_token};
pub use whole::{assign, borrow, copy, create, end_of_op, localize, on_first};

use crate::comm::CommError;
use crate::error::{Error, Result};
use crate::rank;

/// Waits for all work and messages under way.
pub fn settle() -> Result<()> {
    state::with(deferred::settle)
}

/// Rank 0's number, on every rank.
pub fn agree(value: f64) -> Result<f64> {
    state::with(|state| {
        if state.ranks == 1 {
            return Ok(value);
        }
        let bytes = state.messenger.borrow_mut().broadcast(value.to_le_bytes().to_vec()).map_err(broken)?;
        let bytes = bytes.try_into().map_err(|_| Error::internal("a broadcast changed its size"))?;
        Ok(f64::from_le_bytes(bytes))
    })
}

/// Whether there are other ranks.
pub fn is_one_of_many() -> bool {
    state::with(|state| state.ranks > 1)
}

/// The first rank's bytes, on every rank.
///
/// # Errors
/// That of the transport.
pub fn from_first(bytes: Vec<u8>) -> Result<Vec<u8>> {
    state::with(|state| {
        if state.ranks == 1 { Ok(bytes) } else { state.messenger.borrow_mut().broadcast(bytes).map_err(broken) }
    })
}

/// What the first rank made of something that it alone does: an error there is raised alike on every rank.
///
/// # Errors
/// The first rank's error, or that of the transport.
pub fn agree_on(done: Result<()>) -> Result<()> {
    state::with(|state| {
        if state.ranks == 1 {
            return done;
        }
        let mine = done.err().map_or_else(String::new, |error| crate::exception::record(&error));
        let bytes = state.messenger.borrow_mut().broadcast(mine.into_bytes()).map_err(broken)?;
        match std::str::from_utf8(&bytes).unwrap_or("") {
            "" => Ok(()),
            record => Err(crate::exception::from_record(record)),
        }
    })
}

/// Returns when every rank has come here.
pub fn barrier() -> Result<()> {
    state::with(|state| state.messenger.borrow_mut().barrier().map_err(broken))
}

/// A failure of the transport as an error of the program.
pub fn broken(error: CommError) -> Error {
    Error::new("ConnectionError", error.to_string())
}

/// Ends the job on all ranks with this text on stderr.
pub fn abort(text: &str, code: i32) -> ! {
    // The job ends with an error already; a second one about the output would hide it.
    let _ = rank::flush_output();
    state::with(|state| {
        let whose = if state.ranks > 1 { format!("rank {}: ", state.rank) } else { String::new() };
        match state.messenger.try_borrow_mut() {
            Ok(mut messenger) => messenger.abort(&format!("{whose}{text}"), code),
            // The error came from within the transport.
            Err(_) => {
                eprint!("{whose}{text}");
                std::process::exit(code)
            }
        }
    })
}

/// Ends the program in order, on every rank, with an exit code.
pub fn exit(code: i32) -> ! {
    let done = settle().and_then(|()| {
        rank::flush_output()?;
        state::with(|state| {
            let mut messenger = state.messenger.borrow_mut();
            stats::report(state, &mut messenger)?;
            if let Some(trace) = &state.trace {
                trace.finish(&mut messenger).map_err(|text| Error::new("OSError", text))?;
            }
            messenger.finish().map_err(broken)
        })
    });
    if let Err(error) = done {
        abort(&error.traceback(), 1);
    }
    if rank::with(|rank| rank.number.get()) == 0 || crate::comm::mpi::launched() {
        std::process::exit(code);
    }
    // A rank that is a thread waits for the end of the process, which the first rank brings about.
    loop {
        std::thread::park();
    }
}
