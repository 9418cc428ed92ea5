//! The MPI transport: the runtime loads this shared object under a launcher and calls it through one table of C functions.

mod frames;
mod requests;

use core::ffi::{c_char, c_int, c_void};
use frames::Frames;
use mpi::environment::Universe;
use mpi::{Threading, ffi};
use phylanx_abi::transport::{TRANSPORT_VERSION, Transport};
use requests::Requests;

static TABLE: Transport = Transport { open, rank, size, send, probe, receive, test, explain, abort, close };

/// The table of functions, or null for a runtime of another version.
#[unsafe(no_mangle)]
pub extern "C" fn phylanx_transport(version: u32) -> *const Transport {
    if version == TRANSPORT_VERSION { &TABLE } else { core::ptr::null() }
}

/// An opened transport.
struct State {
    frames: Frames,
    requests: Requests,
    /// Dropped last: it ends MPI.
    universe: Universe,
}

unsafe extern "C" fn open(split: usize) -> *mut c_void {
    let Some((universe, _)) = mpi::initialize_with_threading(Threading::Serialized) else {
        return core::ptr::null_mut();
    };
    // SAFETY: MPI is initialised; errors come back as codes from now on.
    unsafe { ffi::MPI_Comm_set_errhandler(ffi::RSMPI_COMM_WORLD, ffi::RSMPI_ERRORS_RETURN) };
    let state = State { frames: Frames::new(split), requests: Requests::default(), universe };
    Box::into_raw(Box::new(state)).cast()
}

/// # Safety
/// `state` is what `open` gave and no other reference to it is alive.
unsafe fn state<'a>(state: *mut c_void) -> &'a mut State {
    // SAFETY: by the contract.
    unsafe { &mut *state.cast() }
}

unsafe extern "C" fn rank(_: *mut c_void) -> i32 {
    let mut rank = 0;
    // SAFETY: MPI is initialised; the result is written to a local.
    unsafe { ffi::MPI_Comm_rank(ffi::RSMPI_COMM_WORLD, &mut rank) };
    rank
}

unsafe extern "C" fn size(_: *mut c_void) -> i32 {
    let mut size = 1;
    // SAFETY: MPI is initialised; the result is written to a local.
    unsafe { ffi::MPI_Comm_size(ffi::RSMPI_COMM_WORLD, &mut size) };
    size
}

unsafe extern "C" fn send(opened: *mut c_void, to: i32, data: *const u8, len: usize, slot: *mut usize) -> i32 {
    // SAFETY: by the contract of the table.
    let (state, slot) = unsafe { (state(opened), &mut *slot) };
    // SAFETY: the bytes stay alive until the slot is reported.
    match unsafe { state.frames.send(to, data, len) } {
        Ok(request) => {
            *slot = state.requests.add(request);
            0
        }
        Err(code) => code,
    }
}

unsafe extern "C" fn probe(opened: *mut c_void, from: *mut i32, len: *mut usize) -> i32 {
    // SAFETY: by the contract of the table.
    let (state, from, len) = unsafe { (state(opened), &mut *from, &mut *len) };
    match state.frames.probe() {
        Ok(Some((source, bytes))) => (*from, *len) = (source, bytes),
        Ok(None) => *from = -1,
        Err(code) => return code,
    }
    0
}

unsafe extern "C" fn receive(opened: *mut c_void, data: *mut u8, slot: *mut usize) -> i32 {
    // SAFETY: by the contract of the table.
    let (state, slot) = unsafe { (state(opened), &mut *slot) };
    // SAFETY: the room stays alive until the slot is reported.
    match unsafe { state.frames.receive(data) } {
        Ok(request) => {
            *slot = state.requests.add(request);
            0
        }
        Err(code) => code,
    }
}

unsafe extern "C" fn test(opened: *mut c_void, slots: *mut usize, room: usize, count: *mut usize) -> i32 {
    // SAFETY: by the contract of the table; `slots` has `room` entries.
    let (state, slots, count) = unsafe { (state(opened), core::slice::from_raw_parts_mut(slots, room), &mut *count) };
    match state.requests.test(slots) {
        Ok(done) => {
            *count = done;
            0
        }
        Err(code) => code,
    }
}

unsafe extern "C" fn explain(_: *mut c_void, code: i32, text: *mut c_char, room: usize) {
    let mut long = [0 as c_char; 1024];
    let mut len: c_int = 0;
    // SAFETY: MPI's texts are shorter than the buffer; the copy stays within `room`.
    unsafe {
        ffi::MPI_Error_string(code, long.as_mut_ptr(), &mut len);
        let kept = (len as usize).min(room.saturating_sub(1));
        core::ptr::copy_nonoverlapping(long.as_ptr(), text, kept);
        if room > 0 {
            *text.add(kept) = 0;
        }
    }
}

unsafe extern "C" fn abort(_: *mut c_void, code: i32) {
    // SAFETY: MPI is initialised.
    unsafe { ffi::MPI_Abort(ffi::RSMPI_COMM_WORLD, code) };
}

unsafe extern "C" fn close(opened: *mut c_void) {
    // SAFETY: `opened` came from `open`; this is the last call.
    let state = unsafe { Box::from_raw(opened.cast::<State>()) };
    let State { universe, .. } = *state;
    drop(universe);
}
