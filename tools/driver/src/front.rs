//! The frontend, as the driver uses it.

use crate::compile::Request;
use crate::failure::{Failure, Outcome};
use phylanx_dialects::ir;

/// The PhySL module of a Python program.
pub fn module(_request: &Request) -> Outcome<ir::Module> {
    Err(Failure::Usage("Python text is not read yet; give MLIR text with --from".into()))
}

/// The `ast` or `typed` stage of a Python program, printed.
pub fn print_stage(request: &Request) -> Outcome<String> {
    module(request).map(|_| String::new())
}
