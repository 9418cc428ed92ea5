//! `phylanxc rules test`: refuses false rewrite rules.

use crate::args::{RulesArgs, RulesCommand};
use crate::build;
use phylanx_driver::failure::Outcome;
use phylanx_driver::rules;

/// Runs a rules command.
///
/// # Errors
/// A malformed file or a false rule.
pub fn run(args: &RulesArgs) -> Outcome<()> {
    let RulesCommand::Test { file } = &args.command;
    print!("{}", rules::test(&file.display().to_string(), &build::read(file)?)?);
    Ok(())
}
