//! `docs/refused.md`, made from the tests that pin what the compiler refuses: `frontend/tests/refused` and `tests/wrong_input`.

use crate::expectation::TestFile;
use crate::places;
use std::fmt::Write;
use std::path::Path;

const HEAD: &str = "# What is refused

Everything that `phylanxc` refuses, by theme: a program, and what the compiler prints. A diagnostic names the place (file, line, column),
the reason, and below the line what to write instead. All faults of a program are told in one run, and the exit code is 1 (2 for a
command that is wrong). The page is made from the tests that pin these diagnostics (`frontend/tests/refused`, `tests/wrong_input`);
`BLESS=1 cargo test -p phylanx-tests --test docs` rewrites it.

";

/// The page.
///
/// # Panics
/// When a test file cannot be read.
pub fn text() -> String {
    let folder = places::root().join("frontend/tests/refused");
    let texts: Vec<String> = places::files_under(&folder, "py").iter().map(|path| read(path)).collect();
    let mut page = HEAD.to_string();
    for text in &texts {
        let _ = writeln!(page, "- [{0}](#{1})", title(text), anchor(title(text)));
    }
    let _ = writeln!(page, "- [{LAST}](#{})", anchor(LAST));
    texts.iter().for_each(|text| theme(&mut page, text));
    commands(&mut page);
    page
}

const LAST: &str = "Commands, rule files and other input";

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn title(text: &str) -> &str {
    text.lines().next().unwrap_or("").trim_start_matches("# ")
}

/// The name of a heading in a link.
fn anchor(title: &str) -> String {
    let kept = title.to_lowercase();
    kept.chars().filter(|c| c.is_alphanumeric() || *c == ' ').map(|c| if c == ' ' { '-' } else { c }).collect()
}

fn theme(page: &mut String, text: &str) {
    let _ = write!(page, "\n## {}\n", title(text));
    for example in text.split("# ----\n").skip(1) {
        let (said, program): (Vec<&str>, Vec<&str>) = example.lines().partition(|line| line.starts_with("# !"));
        block(page, "python", program.into_iter());
        block(page, "text", said.into_iter().map(without_mark));
    }
}

fn without_mark(line: &str) -> &str {
    line.strip_prefix("# ! ").unwrap_or("")
}

fn block<'l>(page: &mut String, language: &str, lines: impl Iterator<Item = &'l str>) {
    let _ = write!(page, "\n```{language}\n");
    for line in lines {
        let _ = writeln!(page, "{}", line.trim_end());
    }
    page.push_str("```\n");
}

/// What the tools refuse beside programs.
fn commands(page: &mut String) {
    let _ = write!(page, "\n## {LAST}\n");
    for path in places::files_under(&places::root().join("tests/wrong_input"), "py") {
        let test = TestFile::read(&path).unwrap_or_else(|error| panic!("{error}"));
        let text = read(&path);
        let said: Vec<&str> = text.lines().filter(|line| line.starts_with("# !")).map(without_mark).collect();
        let raises = said.first().is_some_and(|line| line.starts_with("Traceback"));
        let plain = ["phylanxc build %s", "phylanxc run %s"].contains(&test.command.join(" ").as_str());
        if said.is_empty() || raises || plain {
            continue;
        }
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let _ = write!(page, "\n`{}`\n", test.command.join(" ").replace("%s", &name));
        let program: Vec<&str> = test.input.lines().filter(|line| !line.starts_with("# RUN:")).collect();
        if program.iter().any(|line| !line.starts_with('#')) {
            block(page, "python", program.into_iter());
        }
        block(page, "text", said.into_iter());
    }
}
