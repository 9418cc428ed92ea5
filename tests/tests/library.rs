//! Shared libraries with exported functions, called from C, Fortran and ctypes: each host in `tests/library` says how it is built
//! and run, and what it prints.

use phylanx_tests::expectation::{TestFile, report};
use phylanx_tests::{places, process};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

const LIMIT: Duration = Duration::from_secs(120);

#[test]
fn functions_of_a_library_do_for_other_languages_what_they_do_in_python() {
    let home = places::root().join("tests/library");
    let scratch = places::scratch("library");
    for name in ["kernels", "other"] {
        build(&home, &scratch, name);
    }
    let hosts: Vec<PathBuf> =
        ["host.c", "object.c", "host.py", "host.f90"].iter().map(|name| home.join(name)).collect();
    // Fortran is a guest on many machines; the others are needed by the build itself.
    let present = |path: &&PathBuf| path.extension().is_none_or(|extension| extension != "f90") || has_fortran();
    let faults: Vec<String> = hosts.iter().filter(present).filter_map(|path| check(path, &scratch).err()).collect();
    report(hosts.len(), &faults);
}

/// Compiles a module for the signatures that its `# SIG:` lines give.
fn build(home: &Path, scratch: &Path, name: &str) {
    let file = format!("{name}.py");
    std::fs::copy(home.join(&file), scratch.join(&file)).expect("the module can be copied");
    let text = std::fs::read_to_string(home.join(&file)).expect("the module can be read");
    let mut command = Command::new(places::tool("phylanxc"));
    command.current_dir(scratch).args(["build", &file, "--emit=so"]);
    for signature in text.lines().filter_map(|line| line.strip_prefix("# SIG: ")) {
        command.args(["--sig", signature]);
    }
    let ended = process::run(&mut command, "", LIMIT);
    assert_eq!((ended.code, ended.stderr.as_str()), (0, ""), "{name} is compiled");
}

fn check(path: &Path, scratch: &Path) -> Result<(), String> {
    let test = TestFile::read(path)?;
    let line = test.command.join(" ").replace("%s", &path.display().to_string());
    let python = places::python().parent().expect("a folder").to_path_buf();
    let mut folders = vec![places::built(), python];
    folders.extend(std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default()));
    let mut command = Command::new("bash");
    command.args(["-c", &line]).current_dir(scratch).env("PYTHONPATH", scratch);
    command.env("PATH", std::env::join_paths(folders).map_err(|error| error.to_string())?);
    command.env("CPATH", scratch).env("RUNTIME", places::built().join("libphylanx_start.a"));
    test.check(&process::run(&mut command, "", LIMIT))
}

fn has_fortran() -> bool {
    Command::new("gfortran").arg("--version").output().is_ok()
}
