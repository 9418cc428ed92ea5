//! The C `main` of every program that the compiler makes.

use core::ffi::{c_char, c_int};

unsafe extern "C-unwind" {
    /// The script's top level, from the compiler.
    fn phylanx_program_main();
}

/// Runs the script on the ranks that the environment asks for.
///
/// # Safety
/// Called by the C start-up code.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn main(argc: c_int, argv: *const *const c_char) -> c_int {
    // SAFETY: the C start-up code passes the program's arguments.
    unsafe { phylanx_runtime::launch::run(argc, argv, phylanx_program_main) }
}
