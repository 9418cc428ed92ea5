//! Tests of rule files.

use crate::diagnostics;
use crate::failure::{Failure, Outcome};
use phylanx_passes::rules::test::test_file;

/// Evaluates every rule of a file on random inputs; gives a line per rule.
///
/// # Errors
/// Mistakes of the file and false rules, each at its place, with a counterexample.
pub fn test(name: &str, text: &str) -> Outcome<String> {
    test_file(name, text).map_err(|found| Failure::User(diagnostics::render_all(&found)))
}
