//! Test files that hold their own expectation: a `RUN:` comment, the input, and comments with what comes out.
//!
//! ```text
//! // RUN: phylanx-opt --cse
//! module {}
//! // EXPECT exit 0
//! // | a line of stdout
//! // ! a line of stderr
//! ```
//!
//! `BLESS=1` rewrites the expectation. A file without one fails.

use crate::process::Ended;
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// A test file, taken apart.
pub struct TestFile {
    pub path: PathBuf,
    /// Comment prefix: `//`, `!` or `#`.
    mark: &'static str,
    /// Words after `RUN:`.
    pub command: Vec<String>,
    /// Everything above the expectation.
    pub input: String,
    /// The expectation as it stands in the file; empty if there is none.
    expected: String,
}

impl TestFile {
    /// Reads a test file.
    ///
    /// # Errors
    /// A sentence when it has no `RUN:` line.
    pub fn read(path: &Path) -> Result<TestFile, String> {
        let text = std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
        let mark = match path.extension().and_then(|found| found.to_str()) {
            Some("mlir" | "c") => "//",
            Some("f90") => "!",
            _ => "#",
        };
        let start = text.find(&format!("{mark} EXPECT")).unwrap_or(text.len());
        let run = format!("{mark} RUN:");
        let Some(line) = text.lines().find_map(|line| line.strip_prefix(&run)) else {
            return Err(format!("{}: no '{run}' line", path.display()));
        };
        let command = line.split_whitespace().map(str::to_string).collect();
        Ok(TestFile {
            path: path.to_path_buf(),
            mark,
            command,
            input: text[..start].to_string(),
            expected: text[start..].to_string(),
        })
    }

    /// Compares what happened with the expectation, or writes it under `BLESS=1`.
    ///
    /// # Errors
    /// The difference.
    pub fn check(&self, ended: &Ended) -> Result<(), String> {
        let found = self.describe(ended);
        if std::env::var_os("BLESS").is_some() {
            let text = format!("{}{found}", self.input);
            return std::fs::write(&self.path, text).map_err(|error| format!("{}: {error}", self.path.display()));
        }
        if self.expected.is_empty() {
            return Err(format!("{}: no expectation; BLESS=1 writes one", self.path.display()));
        }
        if found == self.expected {
            return Ok(());
        }
        Err(format!("{}:\n{}", self.path.display(), difference(&self.expected, &found)))
    }

    fn describe(&self, ended: &Ended) -> String {
        let mut text = format!("{} EXPECT exit {}\n", self.mark, ended.code);
        for (sign, output) in [("|", &ended.stdout), ("!", &ended.stderr)] {
            for line in output.lines() {
                let _ = writeln!(text, "{}", format!("{} {sign} {line}", self.mark).trim_end());
            }
        }
        text
    }
}

/// Lines that differ, `-` expected and `+` found, with the common ends left out.
pub fn difference(expected: &str, found: &str) -> String {
    let old: Vec<&str> = expected.lines().collect();
    let new: Vec<&str> = found.lines().collect();
    let head = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let tail = old[head..].iter().rev().zip(new[head..].iter().rev()).take_while(|(a, b)| a == b).count();
    let mut text = format!("  first difference at line {}\n", head + 1);
    for line in old[head..old.len() - tail].iter().take(20) {
        let _ = writeln!(text, "  - {line}");
    }
    for line in new[head..new.len() - tail].iter().take(20) {
        let _ = writeln!(text, "  + {line}");
    }
    text
}

/// Fails a test with all faults at once.
///
/// # Panics
/// When there are faults, or when nothing was tested.
pub fn report(tested: usize, faults: &[String]) {
    assert!(tested > 0, "nothing was tested");
    assert!(faults.is_empty(), "{} of {tested} fail:\n{}", faults.len(), faults.join("\n"));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn differences_leave_out_what_is_common() {
        assert_eq!(difference("a\nb\nc", "a\nx\nc"), "  first difference at line 2\n  - b\n  + x\n");
    }
}
