//! The edge of a library call: an error in generated code ends the call, not the process.

use crate::array::ledger;
use crate::error::{Error, Raised};
use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};

thread_local! {
    static GUARDED: Cell<bool> = const { Cell::new(false) };
}

/// Runs generated code.
///
/// # Errors
/// The error that ended it; what the code held is freed.
pub fn guarded(code: impl FnOnce()) -> Result<(), Error> {
    GUARDED.set(true);
    ledger::open();
    let done = catch_unwind(AssertUnwindSafe(code));
    GUARDED.set(false);
    match done {
        Ok(()) => {
            ledger::close();
            Ok(())
        }
        Err(payload) => {
            ledger::free_all();
            crate::attempt::forget_handling();
            Err(payload.downcast::<Raised>().map_or_else(fault, |raised| raised.0.with_frames()))
        }
    }
}

/// Whether this thread runs code of a library call.
pub fn is_guarded() -> bool {
    GUARDED.get()
}

/// The text for a panic of the runtime: our fault.
pub fn internal(payload: Box<dyn std::any::Any + Send>) -> String {
    fault(payload).to_string()
}

fn fault(payload: Box<dyn std::any::Any + Send>) -> Error {
    let text = payload.downcast_ref::<String>().map(String::as_str).or(payload.downcast_ref::<&str>().copied());
    Error::internal(text.unwrap_or("a panic"))
}
