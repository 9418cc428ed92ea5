//! `phylanxc check`: the same output on every number of ranks, and the one of CPython.

use crate::args::CheckArgs;
use crate::build;
use anyhow::Context;
use phylanx_driver::compare::{Tolerance, difference, largest_difference};
use phylanx_driver::compile;
use phylanx_driver::failure::{Failure, Outcome};
use phylanx_driver::launch::{self, Ranks};
use phylanx_driver::scratch::Scratch;
use phylanx_driver::stage::Stage;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What one run gave.
struct Ran {
    label: String,
    code: Option<i32>,
    stdout: String,
    /// Last line of stderr, where Python names the error.
    last_error: String,
}

/// Compiles, runs everywhere and prints a table.
///
/// # Errors
/// Those of the compiler, or a difference.
pub fn check(args: &CheckArgs) -> Outcome<()> {
    if args.ranks.contains(&0) {
        return Err(Failure::Usage("--ranks must be numbers of at least 1".into()));
    }
    let scratch = Scratch::new()?;
    let program = scratch.path("program");
    compile::compile(&build::request(&args.compile, Stage::Exe, Some(program.clone()))?)?;
    let python = python(args.python.as_deref());
    let mut reference = Command::new(&python);
    reference.arg(&args.compile.file).args(&args.args);
    let expected = ran("CPython".into(), &mut reference)?;
    println!("{:>10}  {:>5}  result", "run", "exit");
    println!("{:>10}  {:>5}  reference", expected.label, code_text(&expected));
    let mut first: Option<Ran> = None;
    let mut failed = false;
    for &ranks in &args.ranks {
        let mut command = launch::command(&program, &args.compile.file, Ranks::Threads(ranks), &args.args);
        let found = ran(format!("{ranks} ranks"), &mut command)?;
        let fault = fault(&expected, &found, Tolerance::Relative(args.rtol))
            .or_else(|| first.as_ref().and_then(|first| fault(first, &found, Tolerance::Exact)));
        failed |= fault.is_some();
        let good = format!("same, numbers within {:.1e}", largest_difference(&expected.stdout, &found.stdout));
        println!("{:>10}  {:>5}  {}", found.label, code_text(&found), fault.unwrap_or(good));
        first.get_or_insert(found);
    }
    if failed { Err(Failure::User("error: the runs differ".into())) } else { Ok(()) }
}

fn fault(expected: &Ran, found: &Ran, tolerance: Tolerance) -> Option<String> {
    let than = &expected.label;
    if expected.code != found.code {
        return Some(format!("other exit code than {than}: {}", found.last_error));
    }
    if expected.code != Some(0) && expected.last_error != found.last_error {
        return Some(format!("other error than {than}: '{}', not '{}'", found.last_error, expected.last_error));
    }
    difference(&expected.stdout, &found.stdout, tolerance).map(|text| format!("other output than {than}: {text}"))
}

fn ran(label: String, command: &mut Command) -> Outcome<Ran> {
    let output = command.output().with_context(|| format!("cannot start {:?}", command.get_program()))?;
    let stderr = String::from_utf8_lossy(&output.stderr);
    let last_error = stderr.lines().rev().find(|line| !line.trim().is_empty()).unwrap_or("").trim_end().to_string();
    let stdout = String::from_utf8_lossy(&output.stdout).into_owned();
    Ok(Ran { label, code: output.status.code(), stdout, last_error })
}

fn code_text(ran: &Ran) -> String {
    ran.code.map_or_else(|| "killed".into(), |code| code.to_string())
}

/// The Python that was asked for, the one of `make setup`, or the system's.
fn python(asked: Option<&Path>) -> PathBuf {
    let local = Path::new(".venv/bin/python");
    match asked {
        Some(path) => path.to_path_buf(),
        None if local.exists() => local.to_path_buf(),
        None => PathBuf::from("python3"),
    }
}
