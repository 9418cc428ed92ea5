//! `phylanx-opt` on the files of `tests/ir`: text in, text out.

use phylanx_tests::expectation::{TestFile, report};
use phylanx_tests::{places, process};
use std::path::Path;
use std::process::Command;
use std::time::Duration;

#[test]
fn every_file_gives_what_it_expects() {
    let folder = places::root().join("tests/ir");
    let mut files = places::files_under(&folder, "mlir");
    files.extend(places::files_under(&folder, "physl"));
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

#[test]
fn the_list_names_every_pass_and_every_stage() {
    let mut command = Command::new(places::tool("phylanx-opt"));
    let ended = process::run(command.arg("--list-passes"), "", Duration::from_secs(60));
    let names = phylanx_passes::PASSES.iter().map(|pass| format!("--{}", pass.name));
    let stages = phylanx_passes::pipeline::STAGES.iter().map(|stage| format!("  {}: builtin.module(", stage.name));
    let missing: Vec<String> = names.chain(stages).filter(|text| !ended.stdout.contains(text)).collect();
    assert!(missing.is_empty() && ended.code == 0, "{missing:?} are not in\n{}", ended.stdout);
}
