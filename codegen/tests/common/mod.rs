//! Compiling MLIR text against the stub runtime and running it.
#![allow(dead_code, reason = "each test file uses some of it")]

use phylanx_codegen::{Options, lower};
use phylanx_dialects::mlir;
use std::path::PathBuf;
use std::process::{Command, Output};

/// A directory of this test's own.
pub fn scratch(name: &str) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}-{}", std::process::id()));
    std::fs::create_dir_all(&path).expect("a scratch directory");
    path
}

/// Compiles a program, links it with the stub runtime and runs it.
pub fn run(name: &str, text: &str, options: &Options) -> Output {
    let tree = mlir::parse_tree(text).expect("the program parses");
    let lowered = lower(&tree, options).expect("the program lowers");
    let home = scratch(name);
    let (object, executable) = (home.join("program.o"), home.join("program"));
    lowered.object(&object).expect("an object");
    let stub = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/stub/runtime.c");
    let linked =
        Command::new("cc").arg(&object).args([stub, "-w", "-lm", "-o"]).arg(&executable).output().expect("cc runs");
    assert!(linked.status.success(), "{}", String::from_utf8_lossy(&linked.stderr));
    let output = Command::new(&executable).output().expect("the program starts");
    std::fs::remove_dir_all(&home).expect("the scratch directory goes");
    output
}

/// What a program prints; it must end well.
pub fn stdout(name: &str, text: &str) -> String {
    let output = run(name, text, &Options::default());
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}
