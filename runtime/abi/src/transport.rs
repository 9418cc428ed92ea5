//! The table of functions by which the runtime reaches the MPI transport, a shared object loaded only under a launcher.

use core::ffi::{c_char, c_void};

/// Bumped by every change of [`Transport`].
pub const TRANSPORT_VERSION: u32 = 1;

/// Name of the exported function that gives the table; its type is [`TransportFn`].
pub const TRANSPORT_SYMBOL: &[u8] = b"phylanx_transport\0";

/// Gives the table, or null if the version asked for is not the one there.
pub type TransportFn = unsafe extern "C" fn(version: u32) -> *const Transport;

/// Functions on an opened transport. One thread makes all calls. Functions that give an `i32` give 0 when all is well and otherwise an
/// error code that `explain` turns into text.
#[repr(C)]
pub struct Transport {
    /// Joins the job; null when that fails. Frames longer than `split` bytes are sent as blocks.
    pub open: unsafe extern "C" fn(split: usize) -> *mut c_void,
    pub rank: unsafe extern "C" fn(state: *mut c_void) -> i32,
    pub size: unsafe extern "C" fn(state: *mut c_void) -> i32,
    /// Starts sending `len` bytes that must stay where they are until `test` reports `slot`. Up to 4096 bytes past the
    /// end may be read: `data` has that much room.
    pub send: unsafe extern "C" fn(state: *mut c_void, to: i32, data: *const u8, len: usize, slot: *mut usize) -> i32,
    /// Finds a frame that has come, if any: gives its sender (or -1) and its length, to be taken by `receive` at once.
    pub probe: unsafe extern "C" fn(state: *mut c_void, from: *mut i32, len: *mut usize) -> i32,
    /// Starts receiving the frame found by `probe` to `data`, which has 4096 bytes of room past the frame's end.
    pub receive: unsafe extern "C" fn(state: *mut c_void, data: *mut u8, slot: *mut usize) -> i32,
    /// Writes up to `room` slots whose sends or receives are complete and that are free again; gives their number.
    pub test: unsafe extern "C" fn(state: *mut c_void, slots: *mut usize, room: usize, count: *mut usize) -> i32,
    /// Writes the text of an error code, NUL-terminated.
    pub explain: unsafe extern "C" fn(state: *mut c_void, code: i32, text: *mut c_char, room: usize),
    /// Ends all processes of the job with an exit code.
    pub abort: unsafe extern "C" fn(state: *mut c_void, code: i32),
    /// Leaves the job and frees the state.
    pub close: unsafe extern "C" fn(state: *mut c_void),
}
