//! `phylanxc trace summary`.

use crate::args::{TraceArgs, TraceCommand};
use crate::build;
use phylanx_driver::failure::Outcome;
use phylanx_driver::trace;

/// Runs a trace command.
///
/// # Errors
/// A file that cannot be read or is no trace.
pub fn run(args: &TraceArgs) -> Outcome<()> {
    let TraceCommand::Summary { file } = &args.command;
    print!("{}", trace::summarize(&file.display().to_string(), &build::read(file)?)?);
    Ok(())
}
