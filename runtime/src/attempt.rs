//! `try`: runs a body and catches the exception that unwinds it.
//!
//! What the body assigns and the code behind it reads lives in the frame of the `try` while the body runs: an exception
//! loses the body's own values, not the frame.

use crate::array::ledger;
use crate::error::{Error, Raised, Result, end, throw};
use crate::exec;
use crate::library::guard;
use crate::ops::value::Owned;
use crate::text::options;
use core::ffi::{CStr, c_char};
use phylanx_abi::{TryDesc, Value};
use std::cell::{Cell, RefCell};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::rc::Rc;

/// The variables of one `try`, by their names within it.
struct Frame {
    id: &'static str,
    slots: Vec<(String, Owned)>,
    /// How many `np.printoptions` were entered before.
    print_options: usize,
}

#[derive(Default)]
struct Attempts {
    running: Vec<Frame>,
    /// The frame of the last that ended, until its variables have been read.
    ended: Option<Frame>,
    caught: Option<Error>,
    /// Records of the exceptions that are being handled, innermost last.
    handling: Vec<Rc<str>>,
}

thread_local! {
    static ATTEMPTS: RefCell<Attempts> = RefCell::default();
    /// Whether the top level of a program runs.
    static PROGRAM: Cell<bool> = const { Cell::new(false) };
}

/// Whether somebody on this thread catches what is raised: a `try`, or the start of the program.
pub fn is_catching() -> bool {
    PROGRAM.get() || ATTEMPTS.with_borrow(|attempts| !attempts.running.is_empty())
}

/// Runs the program's top level; an exception that leaves it ends the job.
pub fn whole_program(program: impl FnOnce()) {
    PROGRAM.set(true);
    let done = catch_unwind(AssertUnwindSafe(program));
    PROGRAM.set(false);
    if let Err(payload) = done {
        match payload.downcast::<Raised>() {
            Ok(raised) => end(&raised.0.with_frames()),
            Err(panic) => resume_unwind(panic),
        }
    }
}

/// Runs a body.
///
/// # Safety
/// As [`phylanx_abi::TryFn`] says.
#[unsafe(no_mangle)]
pub unsafe extern "C-unwind" fn phx_try(desc: *const TryDesc, args: *const Value) -> i64 {
    // SAFETY: by the contract.
    let desc = unsafe { &*desc };
    // SAFETY: by the contract both are static text.
    let (id, handlers) = unsafe { (text(desc.id), text(desc.handlers)) };
    let print_options = options::depth();
    let handling = ATTEMPTS.with_borrow_mut(|attempts| {
        attempts.running.push(Frame { id, slots: Vec::new(), print_options });
        attempts.handling.len()
    });
    ledger::open();
    let done = catch_unwind(AssertUnwindSafe(|| {
        // SAFETY: by the contract the body takes these captures.
        unsafe { (desc.body)(args) };
        // What the body started must not fail behind it.
        if let Err(error) = exec::settle() {
            throw(error.raised_at(Some(&desc.site)));
        }
    }));
    let left = ATTEMPTS.with_borrow_mut(|attempts| {
        attempts.handling.truncate(handling);
        let frame = attempts.running.pop();
        std::mem::replace(&mut attempts.ended, frame)
    });
    drop(left);
    let Err(payload) = done else {
        ledger::close();
        return 0;
    };
    ledger::free_all();
    exec::end_of_op();
    options::leave_to(ATTEMPTS.with_borrow(|attempts| attempts.ended.as_ref().map_or(0, |frame| frame.print_options)));
    match payload.downcast::<Raised>() {
        Ok(raised) => handled(raised.0.with_frames(), handlers, desc),
        // A panic is our fault; no handler sees it.
        Err(panic) if is_catching() || guard::is_guarded() => resume_unwind(panic),
        Err(panic) => exec::abort(&format!("{}\n", guard::internal(panic)), 3),
    }
}

/// The number of the handler of an error; the error goes on when there is none.
fn handled(mut error: Error, handlers: &str, desc: &TryDesc) -> i64 {
    match handlers.split(';').position(|classes| is_one_of(&error, classes)) {
        Some(at) => {
            ATTEMPTS.with_borrow_mut(|attempts| attempts.caught = Some(error));
            at as i64 + 1
        }
        None => {
            // SAFETY: sites are static; the `try` may stand in a function that is inlined.
            if let Some(caller) = unsafe { desc.site.caller.as_ref() } {
                error.details.get_or_insert_default().frames.push(caller);
            }
            throw(error)
        }
    }
}

/// Whether an exception is of one of the classes `A|B`, `*` for all.
pub fn is_one_of(error: &Error, classes: &str) -> bool {
    classes.split('|').any(|class| class == "*" || class == error.kind)
}

/// The exception that the last `try` caught.
pub fn caught() -> Result<Error> {
    let caught = ATTEMPTS.with_borrow_mut(|attempts| attempts.caught.take());
    caught.ok_or_else(|| Error::internal("no exception has been caught"))
}

/// A handler begins.
pub fn begin_handling(record: &str) {
    ATTEMPTS.with_borrow_mut(|attempts| attempts.handling.push(record.into()));
}

/// The innermost handler has come to its end.
pub fn end_handling() {
    ATTEMPTS.with_borrow_mut(|attempts| attempts.handling.pop());
}

/// No handler runs: what ran has been left.
pub fn forget_handling() {
    ATTEMPTS.with_borrow_mut(|attempts| attempts.handling.clear());
}

/// The record of the exception that is being handled.
pub fn handling() -> Option<Rc<str>> {
    ATTEMPTS.with_borrow(|attempts| attempts.handling.last().cloned())
}

/// Sets a variable of the innermost running `try` with the id before the first dot.
pub fn set(name: &str, value: Owned) {
    let (id, slot) = name.split_once('.').unwrap_or((name, ""));
    let old = ATTEMPTS.with_borrow_mut(|attempts| {
        let frame = attempts.running.iter_mut().rev().find(|frame| frame.id == id)?;
        match frame.slots.iter_mut().find(|(known, _)| known == slot) {
            Some((_, held)) => Some(std::mem::replace(held, value)),
            None => {
                frame.slots.push((slot.to_string(), value));
                None
            }
        }
    });
    drop(old);
}

/// Takes a variable out of the `try` that ended last.
///
/// # Errors
/// Our fault: it was never set.
pub fn take(name: &str) -> Result<Owned> {
    let (id, slot) = name.split_once('.').unwrap_or((name, ""));
    let found = ATTEMPTS.with_borrow_mut(|attempts| {
        let frame = attempts.ended.as_mut().filter(|frame| frame.id == id)?;
        let at = frame.slots.iter().position(|(known, _)| known == slot)?;
        Some(frame.slots.swap_remove(at).1)
    });
    found.ok_or_else(|| Error::internal(format!("{name} has not been set")))
}

/// # Safety
/// The text is static and NUL-terminated.
unsafe fn text(at: *const c_char) -> &'static str {
    // SAFETY: by the contract.
    unsafe { CStr::from_ptr(at) }.to_str().unwrap_or("")
}
