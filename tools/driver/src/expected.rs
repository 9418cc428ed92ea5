//! `--verify-diagnostics`: comments such as `// expected-error @+1 {{text}}` against what was said.

use std::collections::HashSet;

/// One thing said by the tools: severity, one-based line (0: unknown place), text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Said {
    pub severity: String,
    pub line: u32,
    pub text: String,
}

/// What a comment expects.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Expected {
    severity: String,
    /// Line it is expected at; 0 for `@unknown`.
    line: u32,
    /// Line of the comment, for messages.
    written: u32,
    text: String,
}

/// Compares; gives one sentence per difference, none when all is as expected.
pub fn compare(source: &str, said: &[Said]) -> Vec<String> {
    let (expected, mut faults) = read_comments(source);
    let mut used = HashSet::new();
    for one in &expected {
        let found = said.iter().enumerate().position(|(at, say)| !used.contains(&at) && matches(one, say));
        match found {
            Some(at) => {
                used.insert(at);
            }
            None => faults
                .push(format!("line {}: expected {} \"{}\" was not produced", one.written, one.severity, one.text)),
        }
    }
    for (at, say) in said.iter().enumerate() {
        // As in mlir-opt, only errors and warnings must be expected; notes and remarks may be.
        if !used.contains(&at) && matches!(say.severity.as_str(), "error" | "warning") {
            faults.push(format!("line {}: unexpected {}: {}", say.line, say.severity, say.text));
        }
    }
    faults
}

fn matches(expected: &Expected, said: &Said) -> bool {
    expected.severity == said.severity && expected.line == said.line && said.text.contains(&expected.text)
}

fn read_comments(source: &str) -> (Vec<Expected>, Vec<String>) {
    let mut found = Vec::new();
    let mut faults = Vec::new();
    for (at, line) in source.lines().enumerate() {
        let number = at as u32 + 1;
        let Some(comment) = line.find("//").map(|start| &line[start..]) else { continue };
        let mut rest = comment;
        while let Some(start) = rest.find("expected-") {
            rest = &rest[start + "expected-".len()..];
            match read_one(rest, number) {
                Some((expected, left)) => {
                    found.push(expected);
                    rest = left;
                }
                None => faults.push(format!("line {number}: malformed expected-... comment")),
            }
        }
    }
    (found, faults)
}

fn read_one(text: &str, line: u32) -> Option<(Expected, &str)> {
    let end = text.find(|c: char| !c.is_ascii_lowercase())?;
    let severity = &text[..end];
    if !["error", "warning", "note", "remark"].contains(&severity) {
        return None;
    }
    let (target, rest) = read_place(text[end..].trim_start(), line)?;
    let inner = rest.trim_start().strip_prefix("{{")?;
    let close = inner.find("}}")?;
    let expected =
        Expected { severity: severity.into(), line: target, written: line, text: inner[..close].to_string() };
    Some((expected, &inner[close + 2..]))
}

/// The line that `@+N`, `@-N`, `@above`, `@below` or `@unknown` means.
fn read_place(text: &str, line: u32) -> Option<(u32, &str)> {
    let Some(place) = text.strip_prefix('@') else { return Some((line, text)) };
    for (word, target) in [("above", line.checked_sub(1)?), ("below", line + 1), ("unknown", 0)] {
        if let Some(rest) = place.strip_prefix(word) {
            return Some((target, rest));
        }
    }
    let digits = place[1..].find(|c: char| !c.is_ascii_digit()).map_or(place.len(), |end| end + 1);
    let distance: u32 = place.get(1..digits)?.parse().ok()?;
    let target = match place.as_bytes().first()? {
        b'+' => line + distance,
        b'-' => line.checked_sub(distance)?,
        _ => return None,
    };
    Some((target, &place[digits..]))
}

/// Reads `place:line:col: severity: text` lines, as MLIR's diagnostics are written.
pub fn said_in(lines: &[String]) -> Vec<Said> {
    lines.iter().flat_map(|text| text.lines()).filter_map(said_of).collect()
}

fn said_of(line: &str) -> Option<Said> {
    let severities = ["error: ", "warning: ", "note: ", "remark: "];
    let (start, word) = severities.iter().filter_map(|word| Some((line.find(word)?, *word))).min()?;
    let place: Vec<&str> = line[..start].trim_end().trim_end_matches(':').rsplitn(3, ':').collect();
    let number = place.get(1).and_then(|number| number.trim().parse().ok()).unwrap_or(0);
    Some(Said {
        severity: word.trim_end_matches(": ").to_string(),
        line: number,
        text: line[start + word.len()..].to_string(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(line: u32, text: &str) -> Said {
        Said { severity: "error".into(), line, text: text.into() }
    }

    #[test]
    fn comments_are_matched_by_line_and_text() {
        let source =
            "// expected-error @+1 {{bad op}}\nx\ny // expected-error {{bad y}}\n// expected-error @above {{two}}";
        let said = [error(2, "a bad op here"), error(3, "bad y"), error(3, "two of them")];
        assert_eq!(compare(source, &said), Vec::<String>::new());
    }

    #[test]
    fn what_is_missing_and_what_is_unexpected_are_both_told() {
        let source = "// expected-error {{never}}\n";
        let faults = compare(source, &[error(2, "surprise")]);
        let wanted = ["line 1: expected error \"never\" was not produced", "line 2: unexpected error: surprise"];
        assert_eq!(faults, wanted);
    }

    #[test]
    fn a_malformed_comment_is_a_fault() {
        assert_eq!(compare("// expected-error @x {{a}}", &[]), ["line 1: malformed expected-... comment"]);
    }

    #[test]
    fn severities_and_lines_are_read_from_text() {
        let said = said_in(&["-:3:5: error: no such op\nnote: see here".to_string()]);
        assert_eq!(said[0], error(3, "no such op"));
        assert_eq!((said[1].severity.as_str(), said[1].line), ("note", 0));
    }
}
