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
            Some((test, given)) => write_row(&mut text, function, given, &test),
            None => untested.push(function.name.clone()),
        }
    }
    (text, untested)
}

fn write_row(text: &mut String, function: &Function, given: String, test: &str) {
    let cell = |content: &str| content.replace('|', "\\|");
    let (name, params, doc) = (&function.name, cell(&function.params), cell(&function.doc));
    let types = if function.dtypes.is_empty() { given } else { function.dtypes.to_string() };
    let _ = writeln!(text, "| `{name}` | `{params}` | {types} | {doc} | {test} |");
}

/// Element types of the inputs that stand for a placeholder, as `tests/numpy/generate.py` has them.
const INPUTS: &[(&str, &str)] = &[
    ("{A}", "bool, integers, floats"),
    ("{N}", "integers, floats"),
    ("{V}", "integers, floats"),
    ("{M}", "integers, floats"),
    ("{Q}", "integers, floats"),
    ("{I}", "integers"),
    ("{F}", "floats"),
    ("{X}", "floats"),
    ("{W}", "floats"),
    ("{B}", "bool"),
];

/// The element types that some rows of the table give to a function.
fn given(texts: &[&str]) -> String {
    let used = |key: &str| texts.iter().any(|text| text.contains(key));
    let real = INPUTS.iter().find(|(key, _)| used(key)).map(|(_, types)| *types);
    let complex = used("{C}").then_some("complex");
    real.into_iter().chain(complex).collect::<Vec<_>>().join(", ")
}

/// The texts in which functions are looked for.
struct Tests {
    /// Rows of the table: name and snippet.
    rows: Vec<(String, String)>,
    programs: Vec<(PathBuf, String)>,
}

impl Tests {
    fn read() -> Tests {
        let table = std::fs::read_to_string(places::root().join(TABLE)).unwrap_or_default();
        let rows = table.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(" | "));
        let rows =
            rows.map(|(name, text)| (name.split(':').next().unwrap_or(name).trim().to_string(), text.to_string()));
        let programs = places::programs()
            .into_iter()
            .map(|path| (path.clone(), std::fs::read_to_string(&path).unwrap_or_default()));
        Tests { rows: rows.collect(), programs: programs.collect() }
    }

    /// The test that holds a function, and the element types that it gives to it.
    fn of(&self, name: &str) -> Option<(String, String)> {
        let short = name.strip_prefix("np.").unwrap_or(name);
        let is_row = |row: &str| match name.strip_prefix("ufunc.") {
            Some(method) => row.ends_with(&format!(".{method}")) && !row.starts_with("ndarray"),
            None => row == short,
        };
        let texts: Vec<&str> = self.rows.iter().filter(|(row, _)| is_row(row)).map(|(_, text)| text.as_str()).collect();
        if !texts.is_empty() {
            return Some((format!("`{TABLE}`"), given(&texts)));
        }
        let written = match name.split_once('.') {
            Some(("ndarray", method)) => format!(".{method}("),
            _ => format!("np.{short}("),
        };
        let root = places::root();
        let (path, _) = self.programs.iter().find(|(_, text)| text.contains(&written))?;
        Some((format!("`{}`", path.strip_prefix(&root).unwrap_or(path).display()), String::new()))
    }
}
