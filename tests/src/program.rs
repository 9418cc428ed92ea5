//! Programs of the differential corpus: what their headers say, and how they are run.
//!
//! ```text
//! # COMPARE: exact            (or: rtol 1e-12)
//! # ARGS: 40 2.5              (optional: arguments of the program)
//! # FILES: out.npy            (optional: files it writes, compared as well)
//! # TRACEBACK: whole          (optional: all that goes to stderr is compared, not its last line alone)
//! ```

use phylanx_driver::compare::Tolerance;
use std::path::{Path, PathBuf};

/// A program with its header.
#[derive(Debug)]
pub struct Program {
    pub path: PathBuf,
    pub tolerance: Tolerance,
    pub args: Vec<String>,
    pub files: Vec<String>,
    /// Whether all of stderr is compared.
    pub traceback: bool,
}

impl Program {
    /// Reads the header of a program.
    ///
    /// # Errors
    /// A sentence when the header does not say how to compare.
    pub fn read(path: &Path) -> Result<Program, String> {
        let text = std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
        let value = |key: &str| text.lines().find_map(|line| line.strip_prefix(&format!("# {key}: ")));
        let words = |key: &str| value(key).unwrap_or("").split_whitespace().map(str::to_string).collect();
        let tolerance = value("COMPARE").and_then(tolerance_of);
        let tolerance = tolerance.ok_or_else(|| format!("{}: no '# COMPARE: exact|rtol X' line", path.display()))?;
        let traceback = value("TRACEBACK").is_some_and(|what| what.trim() == "whole");
        Ok(Program { path: path.to_path_buf(), tolerance, args: words("ARGS"), files: words("FILES"), traceback })
    }

    /// Topic folder and name, such as `views/aliasing`.
    pub fn name(&self) -> String {
        let stem = self.path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        let folder = self.path.parent().and_then(Path::file_name).map(|name| name.to_string_lossy().into_owned());
        format!("{}/{stem}", folder.unwrap_or_default())
    }
}

fn tolerance_of(text: &str) -> Option<Tolerance> {
    match text.trim() {
        "exact" => Some(Tolerance::Exact),
        other => other.strip_prefix("rtol ")?.trim().parse().ok().map(Tolerance::Relative),
    }
}
