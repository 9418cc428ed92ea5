//! How a compiled program is started on a number of ranks.

use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::Command;

/// What ranks are.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Ranks {
    /// Threads of one process.
    Threads(u32),
    /// Processes under `mpirun`.
    Processes(u32),
}

/// The command that runs a program. With threads, `sys.argv[0]` is the Python file's name, as under CPython.
pub fn command(program: &Path, source: &Path, ranks: Ranks, args: &[String]) -> Command {
    let mut command = match ranks {
        Ranks::Threads(count) => {
            let mut command = Command::new(program);
            command.arg0(source).env("PHYLANX_RANKS", count.to_string());
            command
        }
        Ranks::Processes(count) => {
            let mut command = Command::new("mpirun");
            // More ranks than cores, and root in a container, are fine on one machine.
            command.args(["--oversubscribe", "--allow-run-as-root", "-n", &count.to_string()]).arg(program);
            command
        }
    };
    command.args(args);
    command
}
