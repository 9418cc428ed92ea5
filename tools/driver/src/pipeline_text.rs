//! Pass pipelines as text: `builtin.module(physl-promote,cse,func.func(affine-loop-tile{tile-size=32}))`.
//!
//! Our passes come from the pass table and run on the module; everything else is handed to MLIR as it was written.

use phylanx_passes::table::{self, Pass};

/// One pass of a pipeline.
#[derive(Clone)]
pub enum Step {
    /// A pass of the pass table.
    Ours(&'static Pass),
    /// Text of an upstream pass, or of passes nested under an anchor op.
    Upstream(String),
}

impl Step {
    /// As the pipeline text spells it.
    pub fn text(&self) -> &str {
        match self {
            Step::Ours(pass) => pass.name,
            Step::Upstream(text) => text,
        }
    }

    /// Whether `--mlir-print-ir-before=NAME` means this step.
    pub fn is_named(&self, name: &str) -> bool {
        match self {
            Step::Ours(pass) => pass.name == name,
            Step::Upstream(text) => text.split(['(', ')', ',', '{']).any(|part| part.trim() == name),
        }
    }
}

/// Steps as pipeline text.
pub fn print(steps: &[Step]) -> String {
    let items: Vec<&str> = steps.iter().map(Step::text).collect();
    format!("builtin.module({})", items.join(","))
}

/// Reads a pipeline text.
///
/// # Errors
/// What is wrong, with the place marked under the text.
pub fn parse(text: &str) -> Result<Vec<Step>, String> {
    let trimmed = text.trim();
    let offset = text.len() - text.trim_start().len();
    let Some(inner) = trimmed.strip_prefix("builtin.module") else {
        return Err(at(text, offset, "a pipeline starts with 'builtin.module('"));
    };
    let open = offset + "builtin.module".len();
    if !inner.starts_with('(') {
        return Err(at(text, open, "expected '(' after 'builtin.module'"));
    }
    let close = matching_close(text, open)?;
    let rest = text[close + 1..].trim_start();
    if !rest.is_empty() {
        return Err(at(text, text.len() - rest.len(), "unexpected text after the pipeline"));
    }
    items(text, open + 1, close)?.into_iter().map(|(start, end)| step(text, start, end)).collect()
}

/// A step given as a flag, `--name` or `--name=options`.
pub fn from_flag(name: &str, options: Option<&str>) -> Result<Step, String> {
    match (table::find(name), options) {
        (Some(pass), None) => Ok(Step::Ours(pass)),
        (Some(_), Some(_)) => Err(format!("pass '{name}' takes no options")),
        (None, None) => Ok(Step::Upstream(name.to_string())),
        (None, Some(options)) => Ok(Step::Upstream(format!("{name}{{{options}}}"))),
    }
}

fn step(text: &str, start: usize, end: usize) -> Result<Step, String> {
    let item = text[start..end].trim();
    let start = start + (text[start..end].len() - text[start..end].trim_start().len());
    if item.is_empty() {
        return Err(at(text, start, "expected a pass name"));
    }
    let name = item.split(['(', '{']).next().unwrap_or(item).trim();
    check_name(text, start, name)?;
    if let Some(pass) = table::find(name) {
        if item != name {
            return Err(at(text, start + name.len(), &format!("pass '{name}' takes no options and nests nothing")));
        }
        return Ok(Step::Ours(pass));
    }
    if name.starts_with("physl-") {
        return Err(at(text, start, &format!("unknown pass '{name}' (phylanx-opt --list-passes shows all)")));
    }
    check_nested(text, start, item)?;
    Ok(Step::Upstream(item.to_string()))
}

fn check_name(text: &str, start: usize, name: &str) -> Result<(), String> {
    let bad = name.find(|c: char| !(c.is_ascii_alphanumeric() || "-_.".contains(c)));
    match bad {
        Some(offset) => Err(at(text, start + offset, "unexpected character in a pass name")),
        None if name.is_empty() => Err(at(text, start, "expected a pass name")),
        None => Ok(()),
    }
}

/// Our passes run on the whole module: they may not stand under a nested anchor.
fn check_nested(text: &str, start: usize, item: &str) -> Result<(), String> {
    let names = item.split(['(', ')', ',']).map(|part| part.split('{').next().unwrap_or(part).trim());
    match names.into_iter().find(|name| table::find(name).is_some()) {
        Some(name) => Err(at(text, start, &format!("pass '{name}' runs on the module, not nested in another op"))),
        None => Ok(()),
    }
}

/// Spans between commas at depth 0.
fn items(text: &str, start: usize, end: usize) -> Result<Vec<(usize, usize)>, String> {
    if text[start..end].trim().is_empty() {
        return Ok(Vec::new());
    }
    let mut spans = Vec::new();
    let mut from = start;
    let mut depth = 0;
    for (offset, c) in text[start..end].char_indices() {
        match c {
            '(' | '{' => depth += 1,
            ')' | '}' => depth -= 1,
            ',' if depth == 0 => {
                spans.push((from, start + offset));
                from = start + offset + 1;
            }
            _ => {}
        }
    }
    spans.push((from, end));
    Ok(spans)
}

fn matching_close(text: &str, open: usize) -> Result<usize, String> {
    let mut stack = Vec::new();
    for (offset, c) in text[open..].char_indices() {
        let here = open + offset;
        match c {
            '(' | '{' => stack.push((c, here)),
            ')' | '}' => {
                let wanted = if c == ')' { '(' } else { '{' };
                match stack.pop() {
                    Some((opened, _)) if opened == wanted => {}
                    _ => return Err(at(text, here, &format!("'{c}' closes nothing"))),
                }
                if stack.is_empty() {
                    return Ok(here);
                }
            }
            _ => {}
        }
    }
    let (c, here) = stack.pop().unwrap_or(('(', open));
    Err(at(text, here, &format!("'{c}' is never closed")))
}

/// The message with the pipeline under it and a caret at the place.
fn at(text: &str, offset: usize, message: &str) -> String {
    let line = text.replace('\n', " ");
    let column = text[..offset].chars().count();
    format!("malformed pass pipeline: {message}\n    {line}\n    {}^", " ".repeat(column))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<String> {
        parse(text).map(|steps| steps.iter().map(|step| step.text().to_string()).collect()).unwrap_or_else(|e| vec![e])
    }

    #[test]
    fn passes_options_and_anchors_are_kept() {
        let text = "builtin.module( physl-verify, cse,func.func(canonicalize{max-iterations=2, top-down=false},sccp))";
        let wanted = ["physl-verify", "cse", "func.func(canonicalize{max-iterations=2, top-down=false},sccp)"];
        assert_eq!(texts(text), wanted);
        assert!(parse("builtin.module()").is_ok_and(|steps| steps.is_empty()));
    }

    #[test]
    fn malformed_text_is_refused_at_its_place() {
        let cases = [
            ("cse", "a pipeline starts with 'builtin.module('\n    cse\n    ^"),
            ("builtin.module(cse", "'(' is never closed\n    builtin.module(cse\n                  ^"),
            (
                "builtin.module(cse,,cse)",
                "expected a pass name\n    builtin.module(cse,,cse)\n                       ^",
            ),
            ("builtin.module(cse}", "'}' closes nothing"),
            ("builtin.module(cse) x", "unexpected text after the pipeline"),
            ("builtin.module(physl-nothing)", "unknown pass 'physl-nothing'"),
            ("builtin.module(physl-verify{a=1})", "takes no options"),
            ("builtin.module(func.func(physl-verify))", "runs on the module"),
            ("builtin.module(c%e)", "unexpected character in a pass name"),
        ];
        for (text, wanted) in cases {
            let said = texts(text).remove(0);
            assert!(said.starts_with("malformed pass pipeline: ") && said.contains(wanted), "{text}: {said}");
        }
    }
}
