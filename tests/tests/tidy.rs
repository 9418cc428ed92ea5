//! The repository's own rules: room arrows, doors to foreign libraries, sizes of files and functions, tests of passes.

use phylanx_tests::expectation::report;
use phylanx_tests::places;
use serde_json::Value;
use std::path::PathBuf;
use std::process::Command;

/// Which crates of ours each crate may name; rooms meet only in IR.
const ARROWS: &[(&str, &[&str])] = &[
    ("phylanx-abi", &[]),
    ("phylanx-dialects", &["phylanx-abi"]),
    ("phylanx-frontend", &["phylanx-dialects"]),
    ("phylanx-passes", &["phylanx-dialects"]),
    ("phylanx-codegen", &["phylanx-dialects", "phylanx-abi"]),
    ("phylanx-runtime", &["phylanx-abi"]),
    ("phylanx-mpi", &["phylanx-abi"]),
    ("phylanx-start", &["phylanx-runtime"]),
    ("phylanx-driver", &["phylanx-codegen", "phylanx-dialects", "phylanx-frontend", "phylanx-passes"]),
    ("phylanxc", &["phylanx-driver", "phylanx-passes"]),
    ("phylanx-opt", &["phylanx-dialects", "phylanx-driver", "phylanx-passes"]),
    (
        "phylanx-python",
        &["phylanx-abi", "phylanx-codegen", "phylanx-driver", "phylanx-frontend", "phylanx-passes", "phylanx-runtime"],
    ),
    (
        "phylanx-tests",
        &[
            "phylanx-abi",
            "phylanx-codegen",
            "phylanx-dialects",
            "phylanx-driver",
            "phylanx-frontend",
            "phylanx-passes",
            "phylanx-runtime",
        ],
    ),
];

/// The crates that may name a heavy foreign library.
const DOORS: &[(&str, &[&str])] = &[
    ("ruff_python_parser", &["phylanx-frontend"]),
    ("ruff_python_ast", &["phylanx-frontend"]),
    ("egg", &["phylanx-passes"]),
    ("petgraph", &["phylanx-passes"]),
    ("isl-rs", &["phylanx-passes"]),
    ("inkwell", &["phylanx-codegen"]),
    // Code generation hands MLIR's module to LLVM, which only the raw API can.
    ("melior", &["phylanx-dialects", "phylanx-codegen"]),
    ("mlir-sys", &["phylanx-dialects", "phylanx-codegen"]),
    ("mpi", &["phylanx-mpi"]),
    ("rayon", &["phylanx-runtime"]),
    ("gemm", &["phylanx-runtime"]),
    ("faer", &["phylanx-runtime"]),
    ("rustfft", &["phylanx-runtime"]),
    ("realfft", &["phylanx-runtime"]),
    ("libm", &["phylanx-runtime"]),
    ("object", &["phylanx-codegen"]),
    ("pyo3", &["phylanx-python"]),
    ("numpy", &["phylanx-python"]),
];

const MAX_FILE: usize = 500;
const MAX_FUNCTION: usize = 70;

#[test]
fn rooms_depend_only_along_the_arrows() {
    let packages = packages();
    let mut faults = Vec::new();
    for (name, dependencies) in &packages {
        let Some((_, allowed)) = ARROWS.iter().find(|(known, _)| known == name) else {
            faults.push(format!("{name} has no row in the table of arrows"));
            continue;
        };
        let ours = dependencies.iter().filter(|to| packages.iter().any(|(other, _)| other == *to));
        let wrong = ours.filter(|to| !allowed.contains(&to.as_str()));
        faults.extend(wrong.map(|to| format!("{name} may not depend on {to}")));
    }
    report(packages.len(), &faults);
}

#[test]
fn heavy_libraries_stay_behind_their_doors() {
    let packages = packages();
    let mut faults = Vec::new();
    for (name, dependencies) in &packages {
        for (library, doors) in DOORS {
            if dependencies.iter().any(|to| to == library) && !doors.contains(&name.as_str()) {
                faults.push(format!("{name} may not depend on {library}: its door is {doors:?}"));
            }
        }
    }
    report(packages.len(), &faults);
}

/// Names of the workspace's crates and of their normal dependencies.
fn packages() -> Vec<(String, Vec<String>)> {
    let mut command = Command::new(env!("CARGO"));
    command.args(["metadata", "--no-deps", "--format-version", "1", "--offline"]).current_dir(places::root());
    let output = command.output().expect("cargo runs");
    let metadata: Value = serde_json::from_slice(&output.stdout).expect("cargo metadata is JSON");
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_string();
    let package = |package: &Value| {
        let dependencies = list(&package["dependencies"]);
        let normal = dependencies.iter().filter(|one| one["kind"].is_null());
        (text(&package["name"]), normal.map(|one| text(&one["name"])).collect())
    };
    list(&metadata["packages"]).iter().map(package).collect()
}

#[test]
fn files_and_functions_stay_short_and_files_begin_with_a_sentence() {
    let files = rust_files();
    let mut faults = Vec::new();
    for path in &files {
        let text = std::fs::read_to_string(path).expect("a readable file");
        let name = path.strip_prefix(places::root()).unwrap_or(path).display().to_string();
        let lines: Vec<&str> = text.lines().collect();
        if lines.len() > MAX_FILE {
            faults.push(format!("{name} has {} lines, more than {MAX_FILE}", lines.len()));
        }
        if !lines.first().is_some_and(|line| line.starts_with("//! ")) {
            faults.push(format!("{name} does not begin with a sentence (//!)"));
        }
        faults.extend(
            long_functions(&lines)
                .into_iter()
                .map(|(line, size)| format!("{name}:{line}: a function of {size} lines, more than {MAX_FUNCTION}")),
        );
    }
    report(files.len(), &faults);
}

/// First line and length of functions that are too long; a function ends at the brace that stands below its first word.
fn long_functions(lines: &[&str]) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let indent = line.len() - line.trim_start().len();
        let is_function = line.trim_start().starts_with("fn ") || line.contains(" fn ") && line.ends_with(['{', '(']);
        if !is_function || line.trim_start().starts_with("//") {
            continue;
        }
        let closing = format!("{}}}", " ".repeat(indent));
        let length = lines[at..].iter().position(|line| *line == closing).map_or(0, |end| end + 1);
        if length > MAX_FUNCTION {
            found.push((at + 1, length));
        }
    }
    found
}

#[test]
fn nothing_outside_tests_unwraps_and_every_open_end_is_in_the_status() {
    let status = std::fs::read_to_string(places::root().join("docs/STATUS.md")).unwrap_or_default();
    let files = rust_files();
    let mut faults = Vec::new();
    for path in &files {
        let text = std::fs::read_to_string(path).expect("a readable file");
        let name = path.strip_prefix(places::root()).unwrap_or(path).display().to_string();
        let is_test = name.contains("/tests/") || name.starts_with("tests/");
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        let bare = concat!(".unw", "rap()");
        if !is_test && code.lines().any(|line| line.contains(bare) && !line.trim_start().starts_with("//")) {
            faults.push(format!("{name} unwraps outside of tests"));
        }
        let marks = [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("#[ign", "ore")];
        if marks.iter().any(|mark| text.contains(mark)) && !status.contains(&name) {
            faults.push(format!("{name} has an open end that docs/STATUS.md does not name"));
        }
    }
    report(files.len(), &faults);
}

#[test]
fn every_pass_has_a_file_and_a_test_of_its_name() {
    let passes = phylanx_passes::PASSES;
    let root = places::root();
    let mut faults = Vec::new();
    for pass in passes {
        let stem = pass.name.trim_start_matches("physl-").replace('-', "_");
        let sources = [format!("passes/src/{stem}.rs"), format!("passes/src/{stem}/mod.rs")];
        if !sources.iter().any(|path| root.join(path).exists()) {
            faults.push(format!("{}: neither {} nor {} is there", pass.name, sources[0], sources[1]));
        }
        let tests = [format!("passes/tests/ir/{stem}.mlir"), format!("tests/ir/opt/{stem}.mlir")];
        if !tests.iter().any(|path| root.join(path).exists()) {
            faults.push(format!("{}: neither {} nor {} is there", pass.name, tests[0], tests[1]));
        }
    }
    report(passes.len(), &faults);
}

fn rust_files() -> Vec<PathBuf> {
    let rooms = ["codegen", "dialects", "frontend", "passes", "runtime", "tests", "tools"];
    rooms.iter().flat_map(|room| places::files_under(&places::root().join(room), "rs")).collect()
}

#[test]
fn every_library_op_has_a_function_of_the_runtime() {
    use phylanx_dialects::ops::{Class, OPS};
    let table = std::fs::read_to_string(places::root().join("runtime/src/ops/table.rs")).expect("a readable file");
    let library: Vec<&str> = OPS.iter().filter(|row| row.class == Class::Library).map(|row| row.name).collect();
    let missing = library.iter().filter(|name| !table.contains(&format!("phx_op_{name} =>")));
    let faults: Vec<String> = missing.map(|name| format!("phx_op_{name} is not exported")).collect();
    report(library.len(), &faults);
}
