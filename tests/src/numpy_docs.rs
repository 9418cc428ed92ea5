//! `docs/numpy.md`, made from the tables of functions, and the tests that hold each of them.

use crate::places;
use phylanx_frontend::library::{Function, functions};
use std::fmt::Write;
use std::path::PathBuf;

/// Where functions are compared with NumPy on generated inputs.
const TABLE: &str = "tests/numpy/table.txt";

/// The document, and the functions that no test names.
pub fn text() -> (String, Vec<String>) {
    let tests = Tests::read();
    let all = functions();
    let mut text = format!(
        "# The functions of NumPy\n\nMade from the tables of functions and the prelude by `BLESS=1 cargo test -p phylanx-tests --test docs`; do not edit.\n\
         {} functions and methods. `=` marks an argument that may be left out. Each is compared with NumPy by the test named last: a row of\n\
         `{TABLE}` (generated inputs of several element types, ranks, strides and special values) or a program of the corpus.\n\n\
         | function | arguments | element types | meaning | test |\n|---|---|---|---|---|\n",
        all.len()
    );
    let mut untested = Vec::new();
    for function in &all {
        match tests.of(&function.name) {
            Some(test) => write_row(&mut text, function, &test),
            None => untested.push(function.name.clone()),
        }
    }
    (text, untested)
}

fn write_row(text: &mut String, function: &Function, test: &str) {
    let cell = |content: &str| content.replace('|', "\\|");
    let params = cell(&function.params);
    let _ =
        writeln!(text, "| `{}` | `{params}` | {} | {} | {test} |", function.name, function.dtypes, cell(&function.doc));
}

/// The texts in which functions are looked for.
struct Tests {
    rows: Vec<String>,
    programs: Vec<(PathBuf, String)>,
}

impl Tests {
    fn read() -> Tests {
        let table = std::fs::read_to_string(places::root().join(TABLE)).unwrap_or_default();
        let names = table.lines().filter_map(|line| Some(line.split_once(" | ")?.0.trim().to_string()));
        let programs = places::programs()
            .into_iter()
            .map(|path| (path.clone(), std::fs::read_to_string(&path).unwrap_or_default()));
        Tests { rows: names.collect(), programs: programs.collect() }
    }

    /// The test that holds a function.
    fn of(&self, name: &str) -> Option<String> {
        let short = name.strip_prefix("np.").unwrap_or(name);
        let is_row = match name.strip_prefix("ufunc.") {
            Some(method) => {
                self.rows.iter().any(|row| row.ends_with(&format!(".{method}")) && !row.starts_with("ndarray"))
            }
            None => self.rows.iter().any(|row| row == short),
        };
        if is_row {
            return Some(format!("`{TABLE}`"));
        }
        let written = match name.split_once('.') {
            Some(("ndarray", method)) => format!(".{method}("),
            _ => format!("np.{short}("),
        };
        let root = places::root();
        let (path, _) = self.programs.iter().find(|(_, text)| text.contains(&written))?;
        Some(format!("`{}`", path.strip_prefix(&root).unwrap_or(path).display()))
    }
}
