//! Functions of NumPy on inputs of many kinds: `tests/numpy/generate.py` makes programs from `tests/numpy/table.txt`, with what NumPy
//! gives for them. `FUNCTION=name` selects rows.

use phylanx_driver::compare::{Tolerance, difference};
use phylanx_tests::expectation::report;
use phylanx_tests::{parallel, places, process};
use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

const LIMIT: Duration = Duration::from_secs(240);
/// Narrow floats are printed with eight digits, and functions may differ in the last.
const TOLERANCE: Tolerance = Tolerance::Relative(2e-6);

#[test]
fn functions_give_what_numpys_give() {
    let folder = places::scratch("numpy-functions");
    let mut generator = Command::new(places::python());
    generator.arg(places::root().join("tests/numpy/generate.py")).arg(&folder);
    generator.arg(std::env::var("FUNCTION").unwrap_or_default());
    let ended = process::run(&mut generator, "", LIMIT);
    assert!(ended.code == 0, "the generator failed:\n{}", ended.stderr);
    let programs = places::files_under(&folder, "py");
    let faults = parallel::faults(&programs, |path| check(path, &folder));
    report(programs.len(), &faults);
}

fn check(path: &Path, folder: &Path) -> Result<(), String> {
    let expected = std::fs::read_to_string(path.with_extension("txt")).map_err(|error| error.to_string())?;
    let mut run = Command::new(places::tool("phylanxc"));
    run.arg("run").arg(path).current_dir(folder);
    let ended = process::run(&mut run, "", LIMIT);
    if ended.code != 0 {
        return Err(format!("{}: exit {}\n{}", path.display(), ended.code, ended.stderr));
    }
    let (wanted, found) = (cases(&expected), cases(&ended.stdout));
    let nothing = String::new();
    let faults: Vec<String> = wanted
        .iter()
        .filter_map(|(label, text)| {
            let got = found.get(label).unwrap_or(&nothing);
            difference(text, got, TOLERANCE).map(|fault| format!("{label}: {fault}\nNumPy: {text}\nfound: {got}"))
        })
        .collect();
    if faults.is_empty() { Ok(()) } else { Err(format!("{}:\n{}", path.display(), faults.join("\n"))) }
}

/// What each case has printed, by its label such as `sum#3.1`.
fn cases(text: &str) -> BTreeMap<String, String> {
    let mut found: BTreeMap<String, String> = BTreeMap::new();
    let mut label = String::new();
    for line in text.lines() {
        let first = line.split(' ').next().unwrap_or("");
        if first.contains('#') {
            label = first.to_string();
        }
        let entry = found.entry(label.clone()).or_default();
        entry.push_str(line.strip_prefix(&label).unwrap_or(line));
        entry.push('\n');
    }
    found
}
