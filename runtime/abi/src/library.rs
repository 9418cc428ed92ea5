//! Exported functions of a shared library: what generated code tells the runtime of them, and arrays as C code sees them.
//!
//! The C function `f` that the compiler writes packs its parameters as [`Value`]s and calls
//! `phx_call_export(&desc, args, outs)`; the runtime turns arrays into handles, runs [`ExportDesc::entry`] and
//! stores the results. It returns 0, or 1 after an error whose text [`ReportFn`] has taken.

use crate::{MAX_RANK, Site, Value};
use core::ffi::{c_char, c_int, c_void};

/// The top level of a module.
pub type ModuleFn = unsafe extern "C-unwind" fn();

/// The compiled function: reads `args`, of which arrays are borrowed handles, and writes `results`, owned by the caller.
pub type EntryFn = unsafe extern "C-unwind" fn(args: *const Value, results: *mut Value);

/// Keeps the text of an error for `phylanx_last_error` of this thread.
pub type ReportFn = unsafe extern "C" fn(text: *const c_char);

/// `phx_call_export`. In `args` an array is a [`Value`] whose payload is the address of an [`ExternArray`];
/// `outs` holds the address of each result, null for one that the caller does not want.
pub type CallExportFn =
    unsafe extern "C" fn(desc: *const ExportDesc, args: *const Value, outs: *const *mut c_void) -> c_int;

/// One parameter or result: a scalar or an array.
#[repr(C)]
pub struct PortDesc {
    /// Its name, NUL-terminated, static.
    pub name: *const c_char,
    /// A [`crate::DType`], as its number.
    pub dtype: u32,
    /// Rank of an array; -1 for a scalar.
    pub rank: i32,
    /// For an array, `rank` extents that the code was compiled for, -1 where any will do.
    pub extents: *const i64,
}

/// An exported function; static, read-only.
#[repr(C)]
pub struct ExportDesc {
    pub entry: EntryFn,
    /// The module's top level, which runs once before the first call.
    pub module: ModuleFn,
    pub report: ReportFn,
    /// Its Python name, NUL-terminated.
    pub name: *const c_char,
    /// Where it is defined.
    pub site: Site,
    pub params: *const PortDesc,
    pub results: *const PortDesc,
    pub param_count: u32,
    pub result_count: u32,
}

// SAFETY: an `ExportDesc` points at static, immutable data and code.
unsafe impl Sync for ExportDesc {}

/// An array in memory of whoever calls, or a result (`phylanx_array` in the C header).
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct ExternArray {
    /// Address of the element with all indices 0.
    pub data: *mut u8,
    /// A [`crate::DType`], as its number.
    pub dtype: i32,
    pub rank: i32,
    /// Extents; entries past `rank` do not matter.
    pub shape: [i64; MAX_RANK],
    /// Strides in bytes, as NumPy has them; entries past `rank` do not matter.
    pub strides: [i64; MAX_RANK],
    /// What keeps the memory of a result; null in arrays of the caller.
    pub owner: *mut c_void,
    /// Frees the memory of a result; null in arrays of the caller.
    pub release: Option<unsafe extern "C" fn(*mut ExternArray)>,
}
