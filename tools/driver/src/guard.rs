//! Runs a tool on a big stack and turns panics into internal errors.

use crate::failure::{Failure, Outcome};
use std::cell::RefCell;

/// Deep nesting in the user's text recurses in the parser and in passes.
const STACK_BYTES: usize = 1 << 30;

thread_local! {
    static PANIC: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Runs a tool to its end, prints why it failed and gives the exit code.
pub fn run_tool(tool: &'static str, work: impl FnOnce() -> Outcome<()> + Send + 'static) -> i32 {
    match on_big_stack(work) {
        Ok(()) => 0,
        Err(failure) => {
            let text = failure.text(tool);
            if !text.is_empty() {
                eprintln!("{text}");
            }
            failure.exit_code()
        }
    }
}

/// Runs `work` on a thread with a big stack.
///
/// # Errors
/// Those of `work`; a panic in it is an internal error.
pub fn on_big_stack<T: Send + 'static>(work: impl FnOnce() -> Outcome<T> + Send + 'static) -> Outcome<T> {
    let guarded = move || catching("the driver", work);
    let thread = std::thread::Builder::new().stack_size(STACK_BYTES).spawn(guarded);
    let thread = thread.map_err(|error| Failure::World(anyhow::Error::new(error).context("no thread")))?;
    thread.join().unwrap_or_else(|_| Err(Failure::internal("the driver", "a panic escaped")))
}

/// Runs one room's work; a panic in it is an internal error that names the room.
///
/// # Errors
/// Those of `work`, and panics.
pub fn catching<T>(room: &str, work: impl FnOnce() -> Outcome<T>) -> Outcome<T> {
    remember_panics();
    match std::panic::catch_unwind(std::panic::AssertUnwindSafe(work)) {
        Ok(outcome) => outcome,
        Err(payload) => {
            // A panic on another thread left its place there; its message travels with it.
            let text = PANIC.with_borrow_mut(Option::take).unwrap_or_else(|| payload_text(payload.as_ref()));
            Err(Failure::internal(room, text))
        }
    }
}

fn payload_text(payload: &(dyn std::any::Any + Send)) -> String {
    let text = payload.downcast_ref::<String>().cloned();
    text.or_else(|| payload.downcast_ref::<&str>().map(|text| (*text).to_string())).unwrap_or_else(|| "panic".into())
}

/// Keeps a panic's message and place for the report instead of printing them at once.
fn remember_panics() {
    static ONCE: std::sync::Once = std::sync::Once::new();
    ONCE.call_once(|| {
        std::panic::set_hook(Box::new(|info| {
            let place = info.location().map(|at| format!(" (at {}:{})", at.file(), at.line())).unwrap_or_default();
            let text = info.payload_as_str().unwrap_or("panic");
            PANIC.with_borrow_mut(|kept| *kept = Some(format!("{text}{place}")));
        }));
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_becomes_an_internal_error_with_its_message() {
        let outcome: Outcome<()> = on_big_stack(|| catching("a room", || panic!("odd thing")));
        let Err(failure) = outcome else { panic!("it succeeded") };
        assert_eq!(failure.exit_code(), 3);
        assert!(failure.text("t").contains("internal error in a room: odd thing (at "), "{}", failure.text("t"));
    }
}
