//! The last error of a thread, as C code asks for it.

use core::ffi::{CStr, c_char};
use phylanx_abi::library::ExportDesc;
use std::cell::RefCell;
use std::ffi::CString;

thread_local! {
    static LAST: RefCell<CString> = RefCell::default();
}

/// The text of the error that ended this thread's last failed call, such as `ValueError: ... (file.py, line 3)`; empty if
/// there was none. It stays until the thread's next failed call.
#[unsafe(no_mangle)]
pub extern "C" fn phylanx_last_error() -> *const c_char {
    LAST.with_borrow(|text| text.as_ptr())
}

/// Sets the text. Each library of a process has a copy of this function; the linker gives all of them the first one, the one
/// that `phylanx_last_error` belongs to as well.
///
/// # Safety
/// `text` is NUL-terminated.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn phylanx_set_last_error(text: *const c_char) {
    // SAFETY: by the contract.
    let text = unsafe { CStr::from_ptr(text) }.to_owned();
    LAST.set(text);
}

/// Keeps the text of an error, through the function that the description names.
pub fn report(desc: &ExportDesc, text: String) {
    let text = CString::new(text.replace('\0', " ")).unwrap_or_default();
    // SAFETY: the text is NUL-terminated.
    unsafe { (desc.report)(text.as_ptr()) }
}
