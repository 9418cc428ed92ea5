//! `phylanx-opt`: reads IR text, runs passes, prints IR text; follows `mlir-opt`.

mod lists;
mod options;
mod process;
mod watch;

use options::{Command, Options};
use phylanx_driver::failure::Outcome;
use phylanx_driver::guard;
use std::io::{Read, Write};

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    std::process::exit(guard::run_tool("phylanx-opt", move || run(&args)));
}

fn run(args: &[String]) -> Outcome<()> {
    match options::parse(args)? {
        Command::Help => print_out(options::HELP),
        Command::ListPasses => print_out(&lists::passes()),
        Command::ShowDialects => print_out(&lists::dialects()),
        Command::Process(options) => process_file(&options),
    }
}

fn process_file(options: &Options) -> Outcome<()> {
    let text = read_input(&options.input)?;
    let result = process::all(&text, options)?;
    match options.output.as_deref() {
        None | Some("-") => print_out(&result),
        Some(path) => {
            Ok(std::fs::write(path, result).map_err(|error| anyhow::anyhow!("cannot write {path}: {error}"))?)
        }
    }
}

fn read_input(path: &str) -> Outcome<String> {
    if path != "-" {
        return Ok(std::fs::read_to_string(path).map_err(|error| anyhow::anyhow!("cannot read {path}: {error}"))?);
    }
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text).map_err(|error| anyhow::anyhow!("cannot read stdin: {error}"))?;
    Ok(text)
}

fn print_out(text: &str) -> Outcome<()> {
    let mut out = std::io::stdout().lock();
    let written = out.write_all(text.as_bytes()).and_then(|()| out.flush());
    Ok(written.map_err(|error| anyhow::anyhow!("cannot write to stdout: {error}"))?)
}
