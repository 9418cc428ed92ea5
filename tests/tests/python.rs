//! The package inside a Python session: the tests of `tests/python`, run by pytest with the package as it was built.

use phylanx_tests::{places, process};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

const LIMIT: Duration = Duration::from_secs(900);

#[test]
fn the_package_does_what_python_does() {
    let scratch = places::scratch("python");
    let mut command = Command::new(places::python());
    command.args(["-m", "pytest", "-q", "--no-header", "--tb=short", "-p", "no:cacheprovider"]);
    command.arg(places::root().join("tests/python")).current_dir(&scratch);
    command.env("PYTHONPATH", package(&scratch)).env("PYTHONDONTWRITEBYTECODE", "1");
    let ended = process::run(&mut command, "", LIMIT);
    assert_eq!(ended.code, 0, "pytest says:\n{}\n{}", ended.stdout, ended.stderr);
    assert!(ended.stdout.contains(" passed"), "no test ran:\n{}", ended.stdout);
    assert!(!ended.stdout.contains("skipped"), "a test was skipped:\n{}", ended.stdout);
}

/// A folder with the package: its files, and the extension that cargo built.
fn package(scratch: &Path) -> PathBuf {
    let site = scratch.join("site");
    let package = site.join("phylanx");
    std::fs::create_dir_all(&package).expect("the build folder is writable");
    for file in places::files_under(&places::root().join("tools/python/phylanx"), "py") {
        let name = file.file_name().expect("a file has a name");
        std::fs::copy(&file, package.join(name)).expect("a file of the package can be copied");
    }
    let extension = places::tool("libphylanx_python.so");
    std::os::unix::fs::symlink(extension, package.join("_phylanx.abi3.so")).expect("a fresh folder takes a link");
    site
}
