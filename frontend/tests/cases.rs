//! Python in; PhySL, types or diagnostics out. Each case is a file that ends with what is expected of it, as comments.
//! `BLESS=1` rewrites the expectations.

use phylanx_frontend::{Options, SourceFile, ast_text, compile, parse_signature, render_all, typed_text};
use std::fmt::Write;
use std::path::{Path, PathBuf};

const MARK: &str = "# ---- expected ----";

#[test]
fn every_case_gives_what_it_says() {
    let bless = std::env::var_os("BLESS").is_some();
    let cases = cases();
    assert!(cases.len() >= 60, "only {} cases found", cases.len());
    let mut wrong = Vec::new();
    for path in cases {
        let text = std::fs::read_to_string(&path).expect("a readable case");
        let (program, expected) = split(&text);
        let found = run(&path, program);
        if bless {
            std::fs::write(&path, format!("{program}{MARK}\n{}", commented(&found))).expect("a writable case");
        } else if expected.is_empty() || commented(&found) != expected {
            wrong.push(format!("{}:\n--- expected\n{expected}--- found\n{}", path.display(), commented(&found)));
        }
    }
    assert!(wrong.is_empty(), "{} cases differ (BLESS=1 rewrites them):\n{}", wrong.len(), wrong.join("\n"));
}

fn cases() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut found = Vec::new();
    for group in std::fs::read_dir(folder).expect("the folder of cases") {
        let group = group.expect("an entry").path();
        for entry in std::fs::read_dir(&group).expect("a group of cases") {
            found.push(entry.expect("an entry").path());
        }
    }
    found.retain(|path| path.extension().is_some_and(|ext| ext == "py"));
    found.sort();
    found
}

/// The program and what is expected of it.
fn split(text: &str) -> (&str, &str) {
    match text.find(MARK) {
        Some(at) => (&text[..at], text[at + MARK.len()..].trim_start_matches('\n')),
        None => (text, ""),
    }
}

fn commented(text: &str) -> String {
    let mut out = String::new();
    for line in text.lines() {
        let _ = writeln!(out, "{}", format!("# {line}").trim_end());
    }
    out
}

/// The stage that the program's first line names (`# stage: typed`); PhySL by default, diagnostics where there are any.
fn run(path: &Path, program: &str) -> String {
    let name = path.file_name().expect("a name").to_string_lossy().into_owned();
    let source = SourceFile::new(name, program);
    let directive =
        |key: &str| program.lines().filter_map(|line| line.strip_prefix(key)).map(str::trim).collect::<Vec<_>>();
    let exports = directive("# sig:").into_iter().map(|text| parse_signature(text).expect("a signature")).collect();
    let module_name = directive("# library:").first().map(|name| name.to_string());
    let options = Options { exports, module_name, entry: None };
    let result = match directive("# stage:").first() {
        Some(&"ast") => ast_text(&source),
        Some(&"typed") => typed_text(&source, &options),
        _ => compile(&source, &options)
            .map(|module| phylanx_dialects::mlir::print_tree(&module).expect("a verified module")),
    };
    result.unwrap_or_else(|diagnostics| render_all(&diagnostics))
}
