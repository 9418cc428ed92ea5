//! Tests of rule files.

use crate::failure::{Failure, Outcome};

/// Evaluates every rule of a file on random inputs; gives a sentence per rule.
pub fn test(_name: &str, _text: &str) -> Outcome<String> {
    Err(Failure::Usage("rule files are not tested yet".into()))
}
