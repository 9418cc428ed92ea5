//! The one table of passes: name, meaning, function. Tools list, find and run passes by it.

use crate::context::{PassContext, PassError};
use phylanx_dialects::ir::Module;

/// A pass: a plain function on the tree.
pub type PassFn = fn(&mut Module, &mut PassContext) -> Result<(), PassError>;

/// One row of the table.
#[derive(Clone, Copy)]
pub struct Pass {
    /// Name on the command line, such as `physl-promote`.
    pub name: &'static str,
    /// One sentence.
    pub doc: &'static str,
    pub run: PassFn,
}

const fn pass(name: &'static str, doc: &'static str, run: PassFn) -> Pass {
    Pass { name, doc, run }
}

/// All passes. A pass is one file with one public function and one row here.
pub static PASSES: &[Pass] = &[pass(
    "physl-verify",
    "Checks what PhySL promises: operands, types, order of definitions, matched messages.",
    crate::verify::run,
)];

/// The row of a pass.
pub fn find(name: &str) -> Option<&'static Pass> {
    PASSES.iter().find(|pass| pass.name == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unique_and_prefixed() {
        for (at, pass) in PASSES.iter().enumerate() {
            assert!(pass.name.starts_with("physl-"), "{} lacks the prefix", pass.name);
            assert!(PASSES[..at].iter().all(|other| other.name != pass.name), "{} is named twice", pass.name);
        }
    }
}
