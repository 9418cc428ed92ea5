//! Every kind of refusal has an example that pins it. A file of `tests/refused` is a theme: its first line is the title, then
//! come examples between lines `# ----`, each followed by what the compiler says of it (`# ! ...`). `BLESS=1` rewrites what
//! is said. Examples reach every place in the compiler that refuses.

use phylanx_frontend::{Diagnostic, Entry, Found, Options, SourceFile, compile_with, parse_signature, render_all};
use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::{Path, PathBuf};

#[test]
fn every_example_is_refused_as_it_says() {
    let bless = std::env::var_os("BLESS").is_some();
    let mut faults = Vec::new();
    let files = files_in("tests/refused");
    assert!(files.len() >= 5, "only {} themes found", files.len());
    for path in files {
        let text = std::fs::read_to_string(&path).expect("a readable theme");
        let fresh = answered(&text, &path, &mut faults);
        if bless {
            std::fs::write(&path, fresh).expect("a writable theme");
        } else if fresh != text {
            faults.push(format!("{}: BLESS=1 rewrites it\n{}", path.display(), first_difference(&text, &fresh)));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn examples_reach_the_places_that_refuse() {
    let read = |path: PathBuf| std::fs::read_to_string(&path).expect("a readable program");
    let themes = files_in("tests/refused").into_iter().map(read).flat_map(|text| examples(&text));
    let others = files_in("../tests/wrong_input").into_iter().map(read);
    let programs = themes.map(|(program, _)| program).chain(others);
    let found: Vec<Diagnostic> = programs.flat_map(|program| refused(&program)).collect();
    let reached = origins(&found);
    let places = places();
    assert!(places.len() > 400, "only {} places found", places.len());
    let missing = places.iter().filter(|(place, _)| !reached.contains(place));
    let missing: Vec<String> = missing.map(|((file, line), text)| format!("{file}:{line}: {}", text.trim())).collect();
    assert!(missing.is_empty(), "no example reaches these places that refuse:\n{}", missing.join("\n"));
    let told = |message: &String| found.iter().any(|one| one.message == *message);
    let missing: Vec<String> = refusals_of_the_prelude().into_iter().filter(|message| !told(message)).collect();
    assert!(missing.is_empty(), "no example reaches these refusals of the prelude:\n{}", missing.join("\n"));
}

/// The messages of `physl._refuse("message", "help")` in the part of NumPy that is written in Python.
fn refusals_of_the_prelude() -> Vec<String> {
    let mut found = Vec::new();
    for path in files_in("src/prelude") {
        let text = std::fs::read_to_string(&path).expect("a readable file");
        let calls = text.split("physl._refuse(\"").skip(1);
        found.extend(calls.filter_map(|rest| rest.split('"').next().map(str::to_string)));
    }
    assert!(found.len() > 20, "only {} refusals found", found.len());
    found
}

/// Files with Python text, in order.
fn files_in(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let entries = std::fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut found: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    found.retain(|path| path.extension().is_some_and(|ext| ext == "py"));
    found.sort();
    found
}

/// Programs and what is said of each.
fn examples(text: &str) -> Vec<(String, String)> {
    let pieces = text.split("# ----\n").skip(1);
    pieces
        .map(|piece| {
            let (said, program): (Vec<&str>, Vec<&str>) = piece.lines().partition(|line| line.starts_with("# !"));
            (program.join("\n").trim().to_string() + "\n", said.join("\n"))
        })
        .collect()
}

/// The theme with what the compiler says today.
fn answered(text: &str, path: &Path, faults: &mut Vec<String>) -> String {
    let title = text.split("# ----\n").next().unwrap_or("");
    let mut fresh = title.to_string();
    for (program, _) in examples(text) {
        let found = refused(&program);
        for fault in found.iter().filter_map(incomplete) {
            faults.push(format!("{}: {fault}\n{program}", path.display()));
        }
        if found.is_empty() {
            faults.push(format!("{}: this is not refused:\n{program}", path.display()));
        }
        let _ = write!(fresh, "# ----\n{program}");
        for line in render_all(&found).lines() {
            let _ = writeln!(fresh, "# ! {line}");
        }
    }
    fresh
}

/// What a diagnostic lacks.
fn incomplete(found: &Diagnostic) -> Option<String> {
    let lacks = match found {
        found if found.help.is_empty() => "what to write instead",
        found if found.message.is_empty() => "a reason",
        found if found.source_line.trim().is_empty() => "a line of the program",
        _ => return None,
    };
    Some(format!("'{}' does not say {lacks}", found.message))
}

/// What the compiler says of a program. `# sig:` names exports, `# library:` makes it a library, `# entry:` names a function that a Python
/// session calls and the types of its arguments, and lines `# m.py: text` are those
/// of a module beside it.
fn refused(program: &str) -> Vec<Diagnostic> {
    let source = SourceFile::new("example.py", program);
    let directive = |key: &'static str| program.lines().filter_map(move |line| line.strip_prefix(key)).map(str::trim);
    let exports = directive("# sig:").filter_map(|text| parse_signature(text).ok()).collect();
    let entry = directive("# entry:").find_map(|text| text.split_once(' '));
    let entry = entry.map(|(function, params)| Entry { function: function.into(), params: params.into() });
    let options = Options { exports, module_name: directive("# library:").next().map(str::to_string), entry };
    let finder = |parts: &[&str]| beside(program, &parts.join("/"));
    compile_with(&source, &options, &finder).err().unwrap_or_default()
}

fn beside(program: &str, name: &str) -> Option<Found> {
    let mark = format!("# {name}.py: ");
    let lines: Vec<&str> = program.lines().filter_map(|line| line.strip_prefix(&mark)).collect();
    (!lines.is_empty()).then(|| Found::File { name: format!("{name}.py"), text: lines.join("\n") + "\n" })
}

/// Where the compiler made each diagnostic: file and line.
fn origins(found: &[Diagnostic]) -> BTreeSet<Place> {
    found.iter().map(|found| (found.origin.0.file().to_string(), found.origin.0.line())).collect()
}

type Place = (String, u32);

/// Every place in the sources of the frontend that refuses, with its text.
fn places() -> Vec<(Place, String)> {
    const CALLS: [&str; 8] = [
        ".fail(",
        ".report(",
        ".refuse(",
        "tools::refuse(",
        ".sure_to_raise(",
        "self.error(",
        "parser.error(",
        "self.too_early(",
    ];
    let mut found = Vec::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let sources = sources_under(&root.join("src"));
    // PhySL text has errors of its own.
    for path in sources.iter().filter(|path| !path.starts_with(root.join("src/physl"))) {
        let text = std::fs::read_to_string(path).expect("a readable source");
        let name = path.strip_prefix(root).expect("below the root").to_string_lossy().into_owned();
        for (at, line) in text.lines().enumerate() {
            if CALLS.iter().any(|call| line.contains(call)) && !forwards(&name, line) {
                let line_number = at as u32 + 1;
                found.push(((format!("frontend/{name}"), line_number), line.to_string()));
            }
        }
    }
    found
}

/// Lines that pass on what they are given.
fn forwards(file: &str, line: &str) -> bool {
    const LINES: [(&str, &str); 5] = [
        ("src/numpy/tools.rs", "lo.fail(args.span_of(*at), message, \"convert or store the result afterwards\")"),
        ("src/lower/emit.rs", "Err(self.report(span, message, help))"),
        ("src/lower/emit.rs", "return self.fail(span, message, help);"),
        ("src/lower/globals.rs", "self.fail(span, format!(\"`{name}` is used before it is assigned\"), help)"),
        ("src/parse/mod.rs", "self.error(span, format!(\"{what} not supported\"), help);"),
    ];
    LINES.contains(&(file, line.trim()))
}

fn sources_under(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder of sources") {
        let path = entry.expect("an entry").path();
        match path.is_dir() {
            true => found.extend(sources_under(&path)),
            false if path.extension().is_some_and(|ext| ext == "rs") => found.push(path),
            false => {}
        }
    }
    found.sort();
    found
}

fn first_difference(old: &str, new: &str) -> String {
    let pair = old.lines().zip(new.lines()).enumerate().find(|(_, (a, b))| a != b);
    match pair {
        Some((at, (old, new))) => format!("line {}:\n- {old}\n+ {new}", at + 1),
        None => format!("{} lines became {}", old.lines().count(), new.lines().count()),
    }
}
