//! Documents whose every snippet is checked.
//!
//! A comment in front of a fenced block says what the block is:
//!
//! * `<!-- file: app.py -->` the content of a file that later commands use;
//! * `<!-- run: phylanxc build app.py --emit physl -->` what a command prints; `BLESS=1` rewrites it. `$PYTHON` is CPython, `$EXAMPLES`
//!   the folder of the examples;
//! * `<!-- excerpt: dialects/src/ops.rs -->` lines that stand in a file of the repository, in this order;
//! * `<!-- record -->` what another program printed once, which no test repeats;
//! * `<!-- shell -->` commands for the reader; `make` targets are checked.

use crate::expectation::difference;
use crate::{places, process};
use std::path::Path;
use std::process::Command;
use std::time::Duration;

/// Checks a document; gives one sentence per fault.
///
/// # Panics
/// When the document cannot be read.
pub fn check(document: &Path) -> Vec<String> {
    let text = std::fs::read_to_string(document).unwrap_or_else(|error| panic!("{}: {error}", document.display()));
    let name = document.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let scratch = places::scratch(&format!("document-{name}"));
    let mut faults = Vec::new();
    let mut fresh = String::new();
    let blocks = blocks(&text);
    if blocks.is_empty() {
        faults.push("it has no snippets".to_string());
    }
    let mut at = 0;
    for block in &blocks {
        fresh.push_str(&text[at..block.start]);
        let found = check_block(block, &scratch);
        match found {
            Ok(body) => fresh.push_str(&body),
            Err(fault) => {
                faults.push(format!("line {}: {fault}", block.line));
                fresh.push_str(block.body);
            }
        }
        at = block.end;
    }
    fresh.push_str(&text[at..]);
    if fresh != text {
        bless(document, &text, &fresh, &mut faults);
    }
    faults.into_iter().map(|fault| format!("{}: {fault}", document.display())).collect()
}

fn bless(document: &Path, old: &str, fresh: &str, faults: &mut Vec<String>) {
    if std::env::var_os("BLESS").is_none() {
        faults.push(format!("snippets are out of date (BLESS=1 updates them)\n{}", difference(old, fresh)));
    } else if let Err(error) = std::fs::write(document, fresh) {
        faults.push(error.to_string());
    }
}

/// A fenced block with its directive; `start..end` is the body between the fences.
struct Block<'t> {
    directive: Option<&'t str>,
    body: &'t str,
    start: usize,
    end: usize,
    line: usize,
}

fn blocks(text: &str) -> Vec<Block<'_>> {
    let mut found = Vec::new();
    let mut directive = None;
    let mut open: Option<(usize, usize)> = None;
    let mut offset = 0;
    for (number, line) in text.split_inclusive('\n').enumerate() {
        let next = offset + line.len();
        let trimmed = line.trim_end();
        match open {
            Some((start, at)) if trimmed == "```" => {
                let body = &text[start..offset];
                found.push(Block { directive: directive.take(), body, start, end: offset, line: at });
                open = None;
            }
            None if trimmed.starts_with("```") => open = Some((next, number + 1)),
            None => {
                let comment = trimmed.strip_prefix("<!-- ").and_then(|rest| rest.strip_suffix(" -->"));
                if comment.is_some() || !trimmed.is_empty() {
                    directive = comment;
                }
            }
            Some(_) => {}
        }
        offset = next;
    }
    found
}

/// What the block should say.
fn check_block(block: &Block, scratch: &Path) -> Result<String, String> {
    let body = block.body.to_string();
    let directive = block.directive.ok_or("a snippet without a directive is checked by nobody")?;
    let (kind, value) = directive.split_once(": ").unwrap_or((directive, ""));
    match kind {
        "file" => std::fs::write(scratch.join(value), &body).map_err(|error| error.to_string())?,
        "run" => return run(value, scratch),
        "excerpt" => excerpt(value, &body)?,
        "record" => {}
        "shell" => shell(&body)?,
        other => return Err(format!("unknown directive '{other}'")),
    }
    Ok(body)
}

/// What a command prints: stdout, then stderr.
fn run(command: &str, scratch: &Path) -> Result<String, String> {
    let mut path = std::env::join_paths([places::built(), scratch.to_path_buf()]).map_err(|error| error.to_string())?;
    path.push(":");
    path.push(std::env::var_os("PATH").unwrap_or_default());
    let mut shell = Command::new("bash");
    shell.args(["-c", command]).current_dir(scratch).env("PATH", path);
    shell.env("PYTHON", places::python()).env("EXAMPLES", places::root().join("examples"));
    let ended = process::run(&mut shell, "", Duration::from_secs(120));
    if ended.code > 2 || ended.code < 0 {
        return Err(format!("'{command}' ends with {}:\n{}", ended.code, ended.stderr));
    }
    Ok(ended.stdout + &ended.stderr)
}

/// Every line stands in the file, in this order, `...` for what is left out.
fn excerpt(file: &str, body: &str) -> Result<(), String> {
    let text = std::fs::read_to_string(places::root().join(file)).map_err(|error| format!("{file}: {error}"))?;
    let mut lines = text.lines().map(str::trim);
    let wanted = body
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.trim_start_matches("// ").starts_with("..."));
    for line in wanted {
        if !lines.any(|found| found == line) {
            return Err(format!("{file} does not have the line '{line}' (in this order)"));
        }
    }
    Ok(())
}

fn shell(body: &str) -> Result<(), String> {
    let makefile = std::fs::read_to_string(places::root().join("Makefile")).map_err(|error| error.to_string())?;
    let targets = body.lines().filter_map(|line| line.trim().strip_prefix("make "));
    for target in targets.filter_map(|rest| rest.split_whitespace().next()) {
        if !makefile.lines().any(|line| line.starts_with(&format!("{target}:"))) {
            return Err(format!("the Makefile has no target '{target}'"));
        }
    }
    Ok(())
}
