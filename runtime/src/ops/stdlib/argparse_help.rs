//! Usage and help of a parser, laid out as `argparse` does.

use super::argparse::{Argument, Parser};

/// Where help begins at the latest.
const MAX_COLUMN: usize = 24;

fn width() -> usize {
    let columns = std::env::var("COLUMNS").ok().and_then(|text| text.parse::<usize>().ok());
    columns.filter(|columns| *columns > 0).unwrap_or(80).saturating_sub(2)
}

/// `usage: ...`, in several lines where one is too long.
pub fn usage(parser: &Parser) -> String {
    let options: Vec<String> = std::iter::once("[-h]".to_string())
        .chain(parser.arguments.iter().filter(|argument| !argument.flags.is_empty()).map(option_usage))
        .collect();
    let positionals: Vec<String> =
        parser.arguments.iter().filter(|argument| argument.flags.is_empty()).map(values).collect();
    let all: Vec<&str> = options.iter().chain(&positionals).map(String::as_str).collect();
    let line = format!("usage: {} {}", parser.prog, all.join(" "));
    if line.chars().count() <= width() {
        return format!("{line}\n");
    }
    let indent = "usage: ".len() + parser.prog.len() + 1;
    if "usage: ".len() + parser.prog.len() > width() * 3 / 4 {
        let indent = "usage: ".len();
        let lines = wrapped(&options, indent).into_iter().chain(wrapped(&positionals, indent));
        let lines: Vec<String> = lines.map(|line| format!("{}{line}", " ".repeat(indent))).collect();
        return format!("usage: {}\n{}\n", parser.prog, lines.join("\n"));
    }
    let lines: Vec<String> = wrapped(&options, indent).into_iter().chain(wrapped(&positionals, indent)).collect();
    format!("usage: {} {}\n", parser.prog, lines.join(&format!("\n{}", " ".repeat(indent))))
}

fn wrapped(parts: &[String], indent: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for part in parts {
        match lines.last_mut() {
            Some(line) if indent + line.len() + 1 + part.len() <= width() => {
                line.push(' ');
                line.push_str(part);
            }
            _ => lines.push(part.clone()),
        }
    }
    lines
}

fn option_usage(argument: &Argument) -> String {
    let flag = argument.flags.first().map_or("", String::as_str);
    let text = if argument.takes_value() { format!("{flag} {}", values(argument)) } else { flag.to_string() };
    if argument.required { text } else { format!("[{text}]") }
}

/// The values that an argument takes.
fn values(argument: &Argument) -> String {
    let shown = argument.shown();
    match argument.nargs.as_str() {
        "" => shown,
        "?" => format!("[{shown}]"),
        count => vec![shown; count.parse().unwrap_or(1)].join(" "),
    }
}

/// The whole help.
pub fn help(parser: &Parser) -> String {
    let mut rows: Vec<(bool, String, Option<String>)> =
        vec![(false, "-h, --help".into(), Some("show this help message and exit".into()))];
    for argument in &parser.arguments {
        rows.push((
            argument.flags.is_empty(),
            heading(argument),
            argument.help.as_ref().map(|text| expanded(text, argument, parser)),
        ));
    }
    let longest = rows.iter().map(|(_, heading, _)| heading.chars().count() + 2).max().unwrap_or(0);
    let column = (longest + 2).min(MAX_COLUMN);
    let mut out = usage(parser);
    if !parser.description.is_empty() {
        out += &format!("\n{}\n", filled(&parser.description, width(), ""));
    }
    for (title, positional) in [("positional arguments", true), ("options", false)] {
        let group: Vec<_> = rows.iter().filter(|row| row.0 == positional).collect();
        if group.is_empty() {
            continue;
        }
        out += &format!("\n{title}:\n");
        for (_, heading, text) in group {
            out += &row(heading, text.as_deref(), column);
        }
    }
    if !parser.epilog.is_empty() {
        out += &format!("\n{}\n", filled(&parser.epilog, width(), ""));
    }
    out
}

fn heading(argument: &Argument) -> String {
    if argument.flags.is_empty() {
        return argument.shown();
    }
    if !argument.takes_value() {
        return argument.flags.join(", ");
    }
    let with: Vec<String> = argument.flags.iter().map(|flag| format!("{flag} {}", values(argument))).collect();
    with.join(", ")
}

fn row(heading: &str, text: Option<&str>, column: usize) -> String {
    let Some(text) = text.filter(|text| !text.trim().is_empty()) else { return format!("  {heading}\n") };
    let lines = filled(text, width().saturating_sub(column).max(11), &" ".repeat(column));
    if heading.chars().count() <= column - 4 {
        return format!("  {heading:<size$}  {lines}\n", size = column - 4);
    }
    format!("  {heading}\n{}{lines}\n", " ".repeat(column))
}

/// A text in lines of at most `width`, those after the first indented.
fn filled(text: &str, width: usize, indent: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_string()),
        }
    }
    lines.join(&format!("\n{indent}"))
}

fn expanded(text: &str, argument: &Argument, parser: &Parser) -> String {
    let choices = argument.choices.join(", ");
    let pairs = [
        ("%(default)s", argument.default.as_str()),
        ("%(prog)s", parser.prog.as_str()),
        ("%(type)s", argument.kind.as_str()),
        ("%(dest)s", argument.dest.as_str()),
        ("%(choices)s", choices.as_str()),
        ("%%", "%"),
    ];
    pairs.iter().fold(text.to_string(), |text, (from, to)| text.replace(from, to))
}
