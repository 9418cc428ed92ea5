//! One program under CPython and, compiled, on several numbers of ranks.

use crate::process::{self, Ended};
use crate::program::Program;
use crate::{npy, places};
use phylanx_driver::compare::{Tolerance, difference};
use phylanx_driver::launch::{self, Ranks};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

/// Rank counts of every program.
pub const RANKS: [u32; 4] = [1, 2, 3, 4];

const LIMIT: Duration = Duration::from_secs(120);

/// Runs a program everywhere and compares; the sentence names the first difference.
///
/// # Errors
/// The first difference.
pub fn check(program: &Program) -> Result<(), String> {
    let folder = places::scratch(&format!("program-{}", program.name().replace('/', "-")));
    let result = check_in(program, &folder);
    if result.is_ok() {
        let _ = std::fs::remove_dir_all(&folder);
    }
    result.map_err(|text| format!("{}: {text}", program.name()))
}

fn check_in(program: &Program, folder: &Path) -> Result<(), String> {
    let expected = Run::new("CPython", folder, |cwd| {
        let mut command = Command::new(places::python());
        command.arg(&program.path).args(&program.args).current_dir(cwd).env("PYTHONDONTWRITEBYTECODE", "1");
        command
    });
    let executable = build(program, folder)?;
    let mut first: Option<Run> = None;
    for ranks in RANKS {
        let found = Run::new(&format!("{ranks} ranks"), folder, |cwd| {
            let mut command = launch::command(&executable, &program.path, Ranks::Threads(ranks), &program.args);
            command.current_dir(cwd);
            command
        });
        compare(program, &expected, &found, program.tolerance)?;
        match &first {
            // Any number of ranks gives the same bits.
            Some(first) => compare(program, first, &found, Tolerance::Exact)?,
            None => first = Some(found),
        }
    }
    Ok(())
}

fn build(program: &Program, folder: &Path) -> Result<PathBuf, String> {
    let executable = folder.join("program");
    let mut command = Command::new(places::tool("phylanxc"));
    command.arg("build").arg(&program.path).arg("-o").arg(&executable).current_dir(folder);
    let ended = process::run(&mut command, "", LIMIT);
    match ended.code {
        0 => Ok(executable),
        code => Err(format!("does not compile (exit {code}):\n{}", ended.stderr)),
    }
}

/// One run in a folder of its own.
struct Run {
    label: String,
    cwd: PathBuf,
    ended: Ended,
}

impl Run {
    fn new(label: &str, folder: &Path, command: impl FnOnce(&Path) -> Command) -> Run {
        let cwd = folder.join(label.replace(' ', "-"));
        std::fs::create_dir_all(&cwd).expect("the build folder is writable");
        let ended = process::run(&mut command(&cwd), "", LIMIT);
        Run { label: label.to_string(), cwd, ended }
    }

    /// What went to stderr, without the name of the rank that failed.
    fn errors(&self) -> &str {
        let text = self.ended.stderr.as_str();
        match text.strip_prefix("rank ").and_then(|rest| rest.split_once(": ")) {
            Some((_, rest)) => rest,
            None => text,
        }
    }

    /// The last line of stderr, where Python names the error.
    fn last_error(&self) -> &str {
        self.ended.stderr.lines().rev().find(|line| !line.trim().is_empty()).unwrap_or("").trim_end()
    }
}

fn compare(program: &Program, expected: &Run, found: &Run, tolerance: Tolerance) -> Result<(), String> {
    let pair = format!("{} against {}", found.label, expected.label);
    if found.ended.timed_out {
        return Err(format!("{} took longer than {} s", found.label, LIMIT.as_secs()));
    }
    if expected.ended.code != found.ended.code {
        let codes = format!("exit {}, not {}", found.ended.code, expected.ended.code);
        return Err(format!("{pair}: {codes}\n{}", found.ended.stderr));
    }
    if expected.ended.code != 0 && expected.last_error() != found.last_error() {
        return Err(format!("{pair}: error '{}', not '{}'", found.last_error(), expected.last_error()));
    }
    if program.traceback && expected.errors() != found.errors() {
        return Err(format!("{pair}: stderr\n{}not\n{}", found.errors(), expected.errors()));
    }
    if let Some(text) = difference(&expected.ended.stdout, &found.ended.stdout, tolerance) {
        return Err(format!("{pair}: {text}"));
    }
    program.files.iter().try_for_each(|file| {
        npy::compare(&expected.cwd.join(file), &found.cwd.join(file), tolerance)
            .map_err(|text| format!("{pair}: {file}: {text}"))
    })
}
