//! `phylanxc run`: compiles into a temporary folder and runs the program.

use crate::args::RunArgs;
use crate::build;
use anyhow::Context;
use phylanx_driver::compile;
use phylanx_driver::failure::{Failure, Outcome};
use phylanx_driver::launch::{self, Ranks};
use phylanx_driver::scratch::Scratch;
use phylanx_driver::stage::Stage;
use std::os::unix::process::ExitStatusExt;

/// Compiles and runs; the exit code is the program's.
///
/// # Errors
/// Those of the compiler, and the program's own.
pub fn run(args: &RunArgs) -> Outcome<()> {
    if args.ranks == 0 {
        return Err(Failure::Usage("-n must be at least 1".into()));
    }
    let scratch = Scratch::new()?;
    let program = scratch.path("program");
    compile::compile(&build::request(&args.compile, Stage::Exe, Some(program.clone()))?)?;
    let ranks = if args.mpi { Ranks::Processes(args.ranks) } else { Ranks::Threads(args.ranks) };
    let mut command = launch::command(&program, &args.compile.file, ranks, &args.args);
    let status = command.status().with_context(|| format!("cannot start {:?}", command.get_program()))?;
    match status.code().unwrap_or_else(|| 128 + status.signal().unwrap_or(0)) {
        0 => Ok(()),
        code => Err(Failure::Program(code)),
    }
}
