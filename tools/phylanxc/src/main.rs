//! `phylanxc`: compiles, runs and checks Python programs.

mod args;
mod build;
mod check;
mod rules;
mod run;
mod trace;

use args::{Cli, Command};
use clap::Parser;
use phylanx_driver::guard;

fn main() {
    // clap ends wrong usage with exit code 2 by itself.
    let cli = Cli::parse();
    let work = move || match cli.command {
        Command::Build(args) => build::build(&args),
        Command::Run(args) => run::run(&args),
        Command::Check(args) => check::check(&args),
        Command::Rules(args) => rules::run(&args),
        Command::Trace(args) => trace::run(&args),
    };
    std::process::exit(guard::run_tool("phylanxc", work));
}
