//! Exported functions must not take the names of the C library's: in a process that links the library, its own code would call them.

use crate::diagnostics;
use crate::failure::{Failure, Outcome};
use crate::header::Export;
use libloading::Library;
use phylanx_passes::context::Diagnostic;
use std::ffi::c_void;

/// The libraries that every C program has.
const LIBRARIES: [&str; 2] = ["libc.so.6", "libm.so.6"];

/// Refuses functions with names of the C library.
///
/// # Errors
/// A diagnostic for each.
pub fn check(exports: &[Export]) -> Outcome<()> {
    if exports.is_empty() {
        return Ok(());
    }
    // SAFETY: these libraries are loaded already, since this process uses them; nothing is run.
    let libraries: Vec<Library> = LIBRARIES.iter().filter_map(|name| unsafe { Library::new(name) }.ok()).collect();
    let found: Vec<Diagnostic> =
        exports.iter().filter(|export| is_taken(&export.symbol, &libraries)).map(taken).collect();
    if found.is_empty() { Ok(()) } else { Err(Failure::User(diagnostics::render_all(&found))) }
}

fn is_taken(symbol: &str, libraries: &[Library]) -> bool {
    // SAFETY: the address is looked up and not used.
    libraries.iter().any(|library| unsafe { library.get::<*const c_void>(symbol.as_bytes()) }.is_ok())
}

fn taken(export: &Export) -> Diagnostic {
    Diagnostic {
        loc: export.loc.clone(),
        message: format!("`{}` is a function of the C library, which an exported one would hide", export.symbol),
        help: Some("export a function with another name that calls this one".into()),
    }
}
