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
#[rustfmt::skip]
pub static PASSES: &[Pass] = &[
    pass("physl-canonicalize", "Cleans up locally: constants, no-op views, decided branches, invariant and dead ops.", crate::canonicalize::run),
    pass("physl-inline", "Inlines private functions that are small or called once, and drops those that nobody calls.", crate::inline::run),
    pass("physl-merge", "Merges task functions that compute the same.", crate::merge::run),
    pass("physl-ownership", "States who owns each handle, with retain and release.", crate::ownership::run),
    pass("physl-simplify", "Rewrites pure array expressions to cheaper equal ones by rules; merges equal ops and drops unused ones.", crate::simplify::run),
    pass("physl-place", "Chooses a layout for each array by a cost model over the whole task graph.", crate::place::run),
    pass("physl-promote", "Turns references that nobody writes through into values.", crate::promote::run),
    pass("physl-snapshot", "Copies values that would be used after a write to the buffer they were read from.", crate::snapshot::run),
    pass("physl-tasks", "Fuses map and fold ops into task functions and spawns them.", crate::tasks::run),
    pass("physl-tile", "Turns task bodies into loop nests over a box of their domain.", crate::tile::run),
    pass("physl-verify", "Checks what PhySL promises: operands, types, order of definitions, matched messages.", crate::verify::run),
];

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
