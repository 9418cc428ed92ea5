//! Wrong programs, rule files and commands: each file of `tests/wrong_input` pins its message and exit code.

use phylanx_tests::expectation::{TestFile, report};
use phylanx_tests::{places, process};
use std::path::Path;
use std::process::Command;
use std::time::Duration;

#[test]
fn every_wrong_input_gives_its_message_and_exit_code() {
    let files = places::files_under(&places::root().join("tests/wrong_input"), "py");
    let faults: Vec<String> = files.iter().filter_map(|path| check(path).err()).collect();
    report(files.len(), &faults);
}

fn check(path: &Path) -> Result<(), String> {
    let test = TestFile::read(path)?;
    let (tool, args) = test.command.split_first().ok_or("an empty RUN: line")?;
    let scratch = places::scratch("wrong-input");
    copy_all(path.parent().expect("a folder"), &scratch).map_err(|error| error.to_string())?;
    let name = path.file_name().expect("a file");
    std::fs::write(scratch.join(name), &test.input).map_err(|error| error.to_string())?;
    let mut command = Command::new(places::tool(tool));
    let args = args.iter().map(|arg| if arg == "%s" { name.to_string_lossy().into_owned() } else { arg.clone() });
    let ended = process::run(command.args(args).current_dir(&scratch), "", Duration::from_secs(60));
    test.check(&ended)
}

/// Data and rule files that programs name.
fn copy_all(from: &Path, to: &Path) -> std::io::Result<()> {
    for entry in std::fs::read_dir(from)? {
        let path = entry?.path();
        if path.is_file() && path.extension().is_none_or(|extension| extension != "py") {
            std::fs::copy(&path, to.join(path.file_name().expect("a file")))?;
        }
    }
    Ok(())
}
