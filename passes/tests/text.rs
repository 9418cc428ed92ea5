//! Text in, text out: each case of `tests/ir/*.mlir` is run through the passes that its file names and compared with what is written below it.
//!
//! A file starts with `// RUN: pass pass ...`. A case starts with `// ===== what it shows`, then comes the input, then
//! `// ----- becomes` and the output, or `// ----- fails` and the error. `BLESS=1` rewrites the outputs.

use phylanx_dialects::mlir;
use phylanx_passes::pipeline::{self, Verify};
use phylanx_passes::{Pass, PassContext, table};
use std::path::{Path, PathBuf};

const TITLE: &str = "// ===== ";
const BECOMES: &str = "// ----- becomes\n";
const FAILS: &str = "// ----- fails\n";

#[test]
fn every_case_comes_out_as_written() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ir");
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(&folder).expect("the folder").map(|e| e.expect("entry").path()).collect();
    files.sort();
    assert!(!files.is_empty(), "no test files");
    let only = std::env::var("ONLY").unwrap_or_default();
    let wrong: Vec<String> =
        files.iter().filter(|path| path.to_string_lossy().contains(&only)).flat_map(|path| check_file(path)).collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

fn check_file(path: &Path) -> Vec<String> {
    let text = std::fs::read_to_string(path).expect("readable");
    let name = path.file_name().expect("a name").to_string_lossy().into_owned();
    let Some(passes) = text.lines().find_map(|line| line.strip_prefix("// RUN: ")) else {
        return vec![format!("{name}: no RUN line")];
    };
    let passes: Vec<&'static Pass> = passes
        .split_whitespace()
        .map(|pass| table::find(pass).unwrap_or_else(|| panic!("{name}: no pass {pass}")))
        .collect();
    let mut parts = text.split(TITLE);
    let mut out = parts.next().unwrap_or_default().to_string();
    let mut wrong = Vec::new();
    for case in parts {
        let (title, body) = case.split_once('\n').unwrap_or((case, ""));
        let at = body.find(BECOMES).or_else(|| body.find(FAILS));
        let input = at.map_or(body, |at| &body[..at]);
        let (kind, result) = run_case(&passes, input);
        let fresh = format!("{TITLE}{title}\n{}\n{kind}{result}\n", input.trim_end());
        if case.trim() != fresh[TITLE.len()..].trim() {
            wrong.push(format!("{name}: {title}\n{kind}{result}"));
        }
        out.push_str(&fresh);
    }
    if out == text.split(TITLE).next().unwrap_or_default() {
        wrong.push(format!("{name}: no case"));
    }
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(path, out).expect("writable");
        return Vec::new();
    }
    wrong
}

fn run_case(passes: &[&'static Pass], input: &str) -> (&'static str, String) {
    let mut module = match mlir::parse_tree(input) {
        Ok(module) => module,
        Err(error) => return (FAILS, format!("{error}\n")),
    };
    let mut context = PassContext::default();
    let done = pipeline::run(&mut module, passes, &mut context, Verify::AfterEach, &mut |_, _, _| {});
    let printed =
        done.map_err(|error| error.to_string()).and_then(|()| mlir::print_tree(&module).map_err(|e| e.to_string()));
    match printed {
        Ok(text) => (BECOMES, text),
        Err(error) => (FAILS, format!("{error}\n")),
    }
}
