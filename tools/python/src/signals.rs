//! Ctrl-C while compiled code runs: the word that its loops look at is set, and Python's own handler decides what comes of it.
//!
//! Python's handler only leaves a note, which the interpreter finds when it runs next. So ours stands before it.

use phylanx_runtime::interrupt;
use pyo3::ffi;
use pyo3::prelude::*;
use std::cell::{Cell, RefCell};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// Whether the main thread, which is the one that handles signals, runs compiled code.
static RUNNING: AtomicBool = AtomicBool::new(false);
/// The handler that was there before ours.
static BEFORE: AtomicUsize = AtomicUsize::new(0);

thread_local! {
    /// The exception that Python's handler has raised.
    static RAISED: RefCell<Option<PyErr>> = const { RefCell::new(None) };
    static IS_MAIN: Cell<Option<bool>> = const { Cell::new(None) };
}

/// Puts our handler before Python's, if it is not there; the program may have set another since.
pub fn watch() {
    if !is_main() {
        return;
    }
    // SAFETY: the structures are plain data, which the system fills or reads.
    unsafe {
        let mut now: libc::sigaction = std::mem::zeroed();
        let ours = handle as extern "C" fn(libc::c_int) as usize;
        if libc::sigaction(libc::SIGINT, std::ptr::null(), &mut now) != 0 || now.sa_sigaction == ours {
            return;
        }
        if now.sa_sigaction == libc::SIG_DFL
            || now.sa_sigaction == libc::SIG_IGN
            || now.sa_flags & libc::SA_SIGINFO != 0
        {
            return;
        }
        BEFORE.store(now.sa_sigaction, Ordering::Relaxed);
        now.sa_sigaction = ours;
        libc::sigaction(libc::SIGINT, &now, std::ptr::null_mut());
    }
}

extern "C" fn handle(signal: libc::c_int) {
    if RUNNING.load(Ordering::Relaxed) {
        interrupt::ask();
    }
    let before = BEFORE.load(Ordering::Relaxed);
    if before != 0 {
        // SAFETY: it was the handler of this signal before, which takes its number alone.
        unsafe { std::mem::transmute::<usize, extern "C" fn(libc::c_int)>(before)(signal) }
    }
}

/// The main thread runs compiled code while the value lives; of other threads nothing is noted.
pub struct Running(bool);

impl Running {
    pub fn begin() -> Running {
        let main = is_main();
        if main {
            RUNNING.store(true, Ordering::Relaxed);
        }
        Running(main)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        if self.0 {
            RUNNING.store(false, Ordering::Relaxed);
            interrupt::forget();
        }
    }
}

/// Whether Python's handler raises something; it may as well do nothing, and code goes on.
pub fn stops() -> bool {
    if !is_main() {
        return false;
    }
    interrupt::forget();
    Python::attach(|py| {
        // SAFETY: the interpreter is ours.
        let raised = unsafe { ffi::PyErr_CheckSignals() } != 0;
        if raised {
            RAISED.set(Some(PyErr::fetch(py)));
        }
        raised
    })
}

/// What Python's handler has raised, if it was that which ended a call.
pub fn raised() -> Option<PyErr> {
    RAISED.take()
}

fn is_main() -> bool {
    IS_MAIN.get().unwrap_or_else(|| {
        // SAFETY: both only tell numbers.
        let is = unsafe { libc::gettid() == libc::getpid() };
        IS_MAIN.set(Some(is));
        is
    })
}
