//! Runs the steps of a pipeline on one module and tells an observer.

use crate::module::Held;
use crate::pipeline_text::Step;
use phylanx_dialects::mlir;
use phylanx_passes::context::{Diagnostic, PassContext, PassError};
use phylanx_passes::pipeline::{self, Verify};
use std::time::{Duration, Instant};

/// Sees the module around each step.
pub trait Observer {
    fn before(&mut self, _step: &Step, _module: &Held) {}
    fn after(&mut self, _step: &Step, _module: &Held, _took: Duration) {}
}

/// Sees nothing.
pub struct NoObserver;

impl Observer for NoObserver {}

/// Which step stopped the pipeline, and why.
#[derive(Debug)]
pub struct StepError {
    /// Number of the step, from 0.
    pub step: usize,
    /// The pass, as the pipeline spells it.
    pub pass: String,
    pub cause: Cause,
}

/// Why a step stopped.
#[derive(Debug)]
pub enum Cause {
    /// The program is at fault.
    User(Vec<Diagnostic>),
    /// A pass of ours is at fault.
    Internal(String),
    /// What MLIR said, line by line: of a pipeline's text or of the module.
    Mlir(Vec<String>),
}

/// Runs the steps in order.
///
/// # Errors
/// The first step that fails.
pub fn run(
    module: &mut Held,
    steps: &[Step],
    verify: Verify,
    context: &mut PassContext,
    observer: &mut dyn Observer,
) -> Result<(), StepError> {
    for (number, step) in steps.iter().enumerate() {
        observer.before(step, module);
        let start = Instant::now();
        run_one(module, step, verify, context).map_err(|cause| StepError {
            step: number,
            pass: step.text().to_string(),
            cause,
        })?;
        observer.after(step, module, start.elapsed());
    }
    Ok(())
}

fn run_one(module: &mut Held, step: &Step, verify: Verify, context: &mut PassContext) -> Result<(), Cause> {
    match step {
        Step::Ours(pass) => {
            pipeline::run(module.tree(), &[*pass], context, verify, &mut |_, _, _| {}).map_err(cause_of)
        }
        Step::Upstream(text) => run_upstream(module, text),
    }
}

/// Runs an upstream pass; one that works on functions only is nested as `mlir-opt` would nest its flag.
fn run_upstream(module: &mut Held, text: &str) -> Result<(), Cause> {
    let context = module.context();
    let module = module.mlir().map_err(|error| Cause::Mlir(error.0))?;
    let Err(error) = mlir::run_pipeline(context, module, &format!("builtin.module({text})")) else { return Ok(()) };
    if !error.0.iter().any(|line| line.contains("restricted to 'func.func'")) {
        return Err(Cause::Mlir(error.0));
    }
    mlir::run_pipeline(context, module, &format!("builtin.module(func.func({text}))"))
        .map_err(|error| Cause::Mlir(error.0))
}

fn cause_of(error: PassError) -> Cause {
    match error {
        PassError::User(found) => Cause::User(found),
        PassError::Internal { .. } => Cause::Internal(error.to_string()),
    }
}
