//! `phylanx-opt` on the files of `tests/ir`: text in, text out.

use phylanx_tests::expectation::{TestFile, report};
use phylanx_tests::{places, process};
use std::path::Path;
use std::process::Command;
use std::time::Duration;

#[test]
fn every_file_gives_what_it_expects() {
    let files = places::files_under(&places::root().join("tests/ir"), "mlir");
    let faults: Vec<String> = files.iter().filter_map(|path| check(path).err()).collect();
    report(files.len(), &faults);
}

fn check(path: &Path) -> Result<(), String> {
    let test = TestFile::read(path)?;
    let (tool, args) = test.command.split_first().ok_or("an empty RUN: line")?;
    let scratch = places::scratch("opt");
    let mut command = Command::new(places::tool(tool));
    let ended = process::run(command.args(args).current_dir(&scratch), &test.input, Duration::from_secs(60));
    test.check(&ended)
}
