//! Named lists of passes, one per stage, and the loop that runs a list.

use crate::context::{PassContext, PassError};
use crate::table::{self, Pass};
use crate::verify;
use phylanx_dialects::ir::{Loc, Module};

/// A stage and the passes that lead to it from the stage before.
pub struct Stage {
    pub name: &'static str,
    pub passes: &'static [&'static str],
}

/// The default pipelines, in order.
#[rustfmt::skip]
pub static STAGES: &[Stage] = &[
    Stage {
        name: "simplified",
        passes: &["physl-inline", "physl-canonicalize", "physl-promote", "physl-canonicalize", "physl-simplify", "physl-canonicalize"],
    },
    Stage { name: "tasks", passes: &["physl-snapshot", "physl-tasks", "physl-merge"] },
    Stage { name: "placed", passes: &["physl-place"] },
    Stage { name: "tiled", passes: &["physl-ownership", "physl-tile"] },
];

/// The passes that lead to a stage from the one before it.
pub fn stage(name: &str) -> Option<Vec<&'static Pass>> {
    let stage = STAGES.iter().find(|stage| stage.name == name)?;
    Some(stage.passes.iter().filter_map(|pass| table::find(pass)).collect())
}

/// When the verifier runs besides where a pipeline names it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Verify {
    AfterEach,
    Never,
}

/// Runs passes in order; `observe` sees the module before and after each pass.
///
/// # Errors
/// The first error of a pass or of the verifier.
pub fn run(
    module: &mut Module,
    passes: &[&'static Pass],
    context: &mut PassContext,
    check: Verify,
    observe: &mut dyn FnMut(Moment, &'static Pass, &Module),
) -> Result<(), PassError> {
    for pass in passes {
        observe(Moment::Before, pass, module);
        run_one(module, pass, context)?;
        observe(Moment::After, pass, module);
        if check == Verify::AfterEach {
            verify::check(module).map_err(|error| error.in_pass(pass.name))?;
        }
    }
    Ok(())
}

/// Where an observer is called.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Moment {
    Before,
    After,
}

/// Runs one pass; a panic inside it becomes an internal error that names it.
fn run_one(module: &mut Module, pass: &'static Pass, context: &mut PassContext) -> Result<(), PassError> {
    context.pass = pass.name;
    let work = std::panic::AssertUnwindSafe(|| (pass.run)(module, context));
    match std::panic::catch_unwind(work) {
        Ok(result) => result.map_err(|error| error.in_pass(pass.name)),
        Err(cause) => Err(PassError::internal(&Loc::default(), panic_text(cause.as_ref())).in_pass(pass.name)),
    }
}

fn panic_text(cause: &(dyn std::any::Any + Send)) -> String {
    let text = cause.downcast_ref::<String>().cloned();
    text.or_else(|| cause.downcast_ref::<&str>().map(|text| (*text).to_string())).unwrap_or_else(|| "panic".into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pipeline_names_passes_of_the_table() {
        for stage in STAGES {
            for pass in stage.passes {
                assert!(table::find(pass).is_some(), "{pass} of stage {} is not in the table", stage.name);
            }
        }
    }
}
