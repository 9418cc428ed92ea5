//! Random NumPy programs print what CPython prints, however they are built and run. `make random COUNT=20000` runs many.

use phylanx_tests::{places, process};
use std::process::Command;
use std::time::Duration;

const LIMIT: Duration = Duration::from_secs(600);

#[test]
fn random_programs_print_what_cpython_prints() {
    let keep = places::scratch("random-programs");
    let mut command = Command::new(places::python());
    command.arg(places::root().join("tests/random/run.py")).arg(places::tool("phylanxc"));
    command.args(["--count", "40", "--batch", "20", "--jobs", "2", "--all", "--keep"]).arg(&keep);
    let ended = process::run(&mut command, "", LIMIT);
    assert_eq!(ended.code, 0, "{}{}\nthe programs are in {}", ended.stdout, ended.stderr, keep.display());
    let same = ended.stdout.split(", ").find_map(|part| part.trim().strip_suffix(" same"));
    let count: usize =
        same.and_then(|text| text.rsplit(' ').next()?.parse().ok()).expect("the run counts its programs");
    assert!(count >= 30, "most random programs are compiled: {}", ended.stdout);
}
