//! Linking: executables and shared libraries come out, and what is missing is said plainly.

mod common;

use common::scratch;
use phylanx_codegen::{CodegenError, LinkOptions, Lowered, Options, lower};
use phylanx_dialects::mlir;
use std::path::{Path, PathBuf};
use std::process::Command;

fn lowered() -> Lowered {
    let text = "func.func @__main__() {\n  return\n}";
    lower(&mlir::parse_tree(text).expect("parses"), &Options::default()).expect("lowers")
}

/// The stub runtime as the library that the linker expects.
fn stub_runtime(home: &Path) -> PathBuf {
    let (object, library) = (home.join("stub.o"), home.join("libstub.a"));
    let source = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/stub/runtime.c");
    let compile = Command::new("cc").args(["-c", "-fPIC", "-w", source, "-o"]).arg(&object).status().expect("cc runs");
    let pack = Command::new("ar").arg("rc").arg(&library).arg(&object).status().expect("ar runs");
    assert!(compile.success() && pack.success());
    library
}

#[test]
fn an_executable_runs() {
    let home = scratch("link-exe");
    let options = LinkOptions { runtime: Some(stub_runtime(&home)), ..LinkOptions::default() };
    let path = home.join("program");
    lowered().link(&path, &options).expect("links");
    assert!(Command::new(&path).status().expect("starts").success());
    let left: Vec<_> =
        std::fs::read_dir(&home).expect("readable").map(|entry| entry.expect("entry").file_name()).collect();
    assert_eq!(left.len(), 3, "only stub.o, libstub.a and program: {left:?}");
    std::fs::remove_dir_all(home).expect("the scratch directory goes");
}

#[test]
fn a_shared_library_exports_the_entry() {
    let home = scratch("link-so");
    let options = LinkOptions { runtime: Some(stub_runtime(&home)), shared: true, ..LinkOptions::default() };
    let path = home.join("program.so");
    lowered().link(&path, &options).expect("links");
    let symbols = Command::new("nm").arg("-D").arg(&path).output().expect("nm runs");
    let symbols = String::from_utf8_lossy(&symbols.stdout).into_owned();
    assert!(symbols.contains(" T phylanx_program_main"), "{symbols}");
    std::fs::remove_dir_all(home).expect("the scratch directory goes");
}

fn refusal(options: &LinkOptions, name: &str) -> String {
    let home = scratch(name);
    let error = lowered().link(&home.join("program"), options).expect_err("cannot link");
    let left = std::fs::read_dir(&home).expect("readable").count();
    assert_eq!(left, 0, "an object was left behind");
    std::fs::remove_dir_all(home).expect("the scratch directory goes");
    match error {
        CodegenError::World(message) => message,
        other => panic!("{other}"),
    }
}

#[test]
fn a_missing_linker_is_named() {
    let options = LinkOptions {
        linker: Some("no-such-linker".into()),
        runtime: Some("libnothing.a".into()),
        ..LinkOptions::default()
    };
    let said = refusal(&options, "no-linker");
    assert!(said.starts_with("cannot run the linker `no-such-linker`: "), "{said}");
    assert!(said.ends_with("install a C compiler or set CC"), "{said}");
}

#[test]
fn what_the_linker_says_is_passed_on() {
    let options = LinkOptions { runtime: Some("/nowhere/libnothing.a".into()), ..LinkOptions::default() };
    let said = refusal(&options, "linker-fails");
    assert!(said.contains("/nowhere/libnothing.a"), "{said}");
}

#[test]
fn a_file_that_cannot_be_written_is_named() {
    let error = lowered().object(Path::new("/nowhere/program.o")).expect_err("no such folder");
    assert!(error.to_string().contains("/nowhere/program.o"), "{error}");
}

#[test]
fn text_and_assembly_name_the_entry() {
    let lowered = lowered();
    assert!(lowered.llvm_text().expect("text").contains("define void @phylanx_program_main()"));
    assert!(lowered.asm().expect("assembly").contains("phylanx_program_main:"));
}

#[test]
fn the_same_module_gives_the_same_text_and_the_same_object() {
    let home = scratch("same");
    let compiled = |name: &str| {
        let lowered = lower(&mlir::parse_tree(&many_tasks()).expect("parses"), &Options::default()).expect("lowers");
        let object = home.join(name);
        lowered.object(&object).expect("an object");
        (lowered.llvm_text().expect("text"), std::fs::read(object).expect("readable"))
    };
    let (first, second) = (compiled("first.o"), compiled("second.o"));
    assert!((0..30).all(|at| first.0.contains(&format!("task_{at}.kernel"))), "{}", first.0);
    assert!(first == second, "two runs differ");
    std::fs::remove_dir_all(home).expect("the scratch directory goes");
}

/// Tasks for several parts, host functions, texts and places: whatever could come out in another order.
fn many_tasks() -> String {
    let task = |at: usize| {
        format!(
            r#"
            func.func private @task_{at}(%a: memref<?xf64, strided<[?], offset: ?>>, %out: memref<?xf64, strided<[?], offset: ?>>, %lo: index, %hi: index)
                attributes {{physl.task, physl.fold = "map", physl.axes = array<i64>, physl.keepdims = false, physl.flops = 3 : i64, physl.rank = 1 : i64, physl.operands = array<i64: 10, 1, 10, 1>}} {{
              %c1 = arith.constant 1 : index
              scf.for %i = %lo to %hi step %c1 {{
                %x = memref.load %a[%i] : memref<?xf64, strided<[?], offset: ?>>
                %y = math.exp %x : f64
                %z = math.log %y : f64
                memref.store %z, %out[%i] : memref<?xf64, strided<[?], offset: ?>>
              }}
              return
            }}
            func.func @f_{at}(%t: tensor<?xf64>) -> tensor<?xf64> {{
              %r = "physl.spawn"(%t) {{body = @task_{at}, physl.layout = "rows"}} : (tensor<?xf64>) -> tensor<?xf64> loc("b.py":{line}:1)
              %s = "physl.text"() {{value = "text {at}"}} : () -> !physl.str
              "physl.print"(%s) {{to_stderr = false}} : (!physl.str) -> ()
              return %r : tensor<?xf64>
            }}
            "#,
            line = at + 1
        )
    };
    let main = "func.func @__main__() {\n  return\n}\n".to_string();
    (0..30).map(task).chain([main]).collect()
}
