//! Tests of rule files.

use crate::diagnostics::render_all;
use crate::failure::{Failure, Outcome};

/// Evaluates every rule of a file on random inputs; gives a sentence per rule.
///
/// # Errors
/// A malformed file, a false rule with its counterexample, a rule that never applies.
pub fn test(name: &str, text: &str) -> Outcome<String> {
    phylanx_passes::rules::test::test_file(name, text).map_err(|wrong| Failure::User(render_all(&wrong)))
}
