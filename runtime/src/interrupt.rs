//! Stopping code that runs: whoever handles the user's signal sets a word, which loops look at.

use crate::error::{Error, fail};
use phylanx_abi::Site;
use std::cell::Cell;
use std::sync::atomic::{AtomicI32, Ordering};

/// Not 0 when the user wants code to stop. One for the process, as signals are.
#[unsafe(no_mangle)]
#[allow(non_upper_case_globals)]
pub static phx_interrupted: AtomicI32 = AtomicI32::new(0);

thread_local! {
    /// Decides whether this thread's call stops.
    static STOPS: Cell<Option<fn() -> bool>> = const { Cell::new(None) };
}

/// Asks code to stop; may be called by what handles a signal.
pub fn ask() {
    phx_interrupted.store(1, Ordering::Relaxed);
}

/// Takes the wish back.
pub fn forget() {
    phx_interrupted.store(0, Ordering::Relaxed);
}

/// This thread runs a call that can be stopped, while the value lives.
pub struct Watched;

impl Watched {
    /// Nothing when this thread runs such a call already.
    pub fn begin(stops: fn() -> bool) -> Option<Watched> {
        if STOPS.get().is_some() {
            return None;
        }
        STOPS.set(Some(stops));
        Some(Watched)
    }
}

impl Drop for Watched {
    fn drop(&mut self) {
        STOPS.set(None);
    }
}

/// Stops the call if it is to stop; loops call this when they see the word.
///
/// # Safety
/// `site` is null or valid.
#[unsafe(no_mangle)]
pub unsafe extern "C-unwind" fn phx_check_interrupt(site: *const Site) {
    if STOPS.get().is_some_and(|stops| stops()) {
        // SAFETY: by the contract.
        unsafe { fail(site, &Error::new("KeyboardInterrupt", "")) }
    }
}
