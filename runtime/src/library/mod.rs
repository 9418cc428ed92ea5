//! Calls of exported functions from outside: C, Fortran, ctypes.
//!
//! Calls are made one at a time, whatever thread they come from, as Python's own lock would have it: module-level variables,
//! the random generator and the pool of threads belong to the library. A library call runs as one rank.

mod argument;
mod forks;
pub mod guard;
mod last_error;
mod result;
pub mod session;
pub mod take;
pub mod types;

use crate::exec::state::{self, State};
use crate::rank::{self, Rank};
use argument::Arguments;
use core::ffi::{c_int, c_void};
use phylanx_abi::Value;
use phylanx_abi::library::{ExportDesc, ModuleFn, PortDesc};
use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::rc::Rc;
use std::sync::{Mutex, PoisonError};

/// Runs an exported function; 0, or 1 after an error.
///
/// # Safety
/// As [`phylanx_abi::library::CallExportFn`] says.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn phx_call_export(
    desc: *const ExportDesc,
    args: *const Value,
    outs: *const *mut c_void,
) -> c_int {
    // SAFETY: by the contract.
    let desc = unsafe { &*desc };
    // SAFETY: by the contract.
    let done = catch_unwind(AssertUnwindSafe(|| unsafe { call(desc, args, outs) }));
    match done.unwrap_or_else(|payload| Err(guard::internal(payload))) {
        Ok(()) => 0,
        Err(text) => {
            last_error::report(desc, text);
            1
        }
    }
}

/// What all calls share. Its parts are not made for many threads; the lock around it is what makes them safe.
struct Library {
    /// The number of forks before the executor was made; a child has none of its threads.
    forks: u32,
    state: Rc<State>,
    modules: Vec<Module>,
}

/// A compiled module: known by its top level.
#[derive(Clone)]
struct Module {
    top_level: ModuleFn,
    rank: Rc<Rank>,
    ready: Rc<Cell<bool>>,
}

// SAFETY: whoever holds the lock is the only thread that touches what hangs on the library; every call takes its clones back.
unsafe impl Send for Library {}

/// One library for the process: a host may call from any of its threads, and Python code knows one state of a module.
static LIBRARY: Mutex<Option<Library>> = Mutex::new(None);

/// # Safety
/// As for [`phx_call_export`].
unsafe fn call(desc: &ExportDesc, args: *const Value, outs: *const *mut c_void) -> Result<(), String> {
    let mut library = LIBRARY.lock().unwrap_or_else(PoisonError::into_inner);
    let library = library.get_or_insert_with(Library::new);
    library.renew_after_fork();
    let module = library.module(desc.module);
    let _inside = Inside::enter(library.state.clone(), module.rank.clone());
    if !module.ready.get() {
        // SAFETY: by the contract.
        guard::guarded(|| unsafe { (desc.module)() }).map_err(|error| error.in_one_line(None))?;
        module.ready.set(true);
    }
    // SAFETY: by the contract.
    let done = unsafe { call_inside(desc, args, outs) };
    let flushed = rank::flush_output().map_err(|error| error.in_one_line(Some(&desc.site)));
    done.and(flushed)
}

/// # Safety
/// As for [`phx_call_export`].
unsafe fn call_inside(desc: &ExportDesc, args: *const Value, outs: *const *mut c_void) -> Result<(), String> {
    let placed = |error: crate::error::Error| error.in_one_line(Some(&desc.site));
    // SAFETY: by the contract.
    let arguments = unsafe { Arguments::borrow(desc, args) }.map_err(placed)?;
    let mut values = vec![Value::NONE; desc.result_count as usize];
    // SAFETY: by the contract.
    let done = guard::guarded(|| unsafe { (desc.entry)(arguments.values(), values.as_mut_ptr()) });
    let settled = crate::exec::settle().and(arguments.detach());
    done.map_err(|error| error.in_one_line(None))?;
    // SAFETY: the entry has written the results, and they are ours.
    let stored = unsafe { result::store(ports(desc.results, desc.result_count), &values, outs) };
    settled.and(stored).map_err(placed)
}

/// The parameters or results of a function.
fn ports<'a>(first: *const PortDesc, count: u32) -> &'a [PortDesc] {
    if count == 0 {
        return &[];
    }
    // SAFETY: descriptions are static and hold as many ports as they say.
    unsafe { std::slice::from_raw_parts(first, count as usize) }
}

impl Library {
    fn new() -> Library {
        Library { forks: forks::count(), state: Rc::new(State::alone()), modules: Vec::new() }
    }

    /// A child process has none of its parent's worker threads.
    fn renew_after_fork(&mut self) {
        let forks = forks::count();
        if self.forks != forks {
            self.forks = forks;
            std::mem::forget(std::mem::replace(&mut self.state, Rc::new(State::alone())));
        }
    }

    fn module(&mut self, top_level: ModuleFn) -> Module {
        let known = self.modules.iter().find(|module| std::ptr::fn_addr_eq(module.top_level, top_level));
        if let Some(module) = known {
            return module.clone();
        }
        let module = Module { top_level, rank: Rc::new(Rank::alone()), ready: Rc::default() };
        self.modules.push(module.clone());
        module
    }
}

/// This thread is the library's rank while the value lives.
struct Inside {
    state: Option<Rc<State>>,
    rank: Option<Rc<Rank>>,
}

impl Inside {
    fn enter(state: Rc<State>, rank: Rc<Rank>) -> Inside {
        Inside { state: Some(state::swap(state)), rank: Some(rank::install(rank)) }
    }
}

impl Drop for Inside {
    fn drop(&mut self) {
        self.state.take().map(state::swap);
        self.rank.take().map(rank::install);
    }
}
