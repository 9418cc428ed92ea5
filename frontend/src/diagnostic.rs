//! What is wrong with the user's program: data, accumulated, printed at the end.

use crate::source::{SourceFile, Span};
use std::fmt::Write;
use std::panic::Location;

/// One fault of the user's program: where, why, and what to write instead.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Diagnostic {
    pub file: String,
    /// One-based.
    pub line: u32,
    /// One-based, in characters.
    pub column: u32,
    pub message: String,
    /// What to write instead; empty when the message says it all.
    pub help: String,
    /// The line of source, and the number of characters to underline.
    pub source_line: String,
    pub width: u32,
    pub fault: Fault,
    pub origin: Origin,
}

/// Whose fault it is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Fault {
    Program,
    /// The compiler has come to where no program should lead it.
    Compiler,
}

/// Where the compiler refuses, for its developers and its tests; no part of what is told, so all are equal.
#[derive(Clone, Copy, Debug)]
pub struct Origin(pub &'static Location<'static>);

impl PartialEq for Origin {
    fn eq(&self, _: &Origin) -> bool {
        true
    }
}

impl Eq for Origin {}

impl Diagnostic {
    /// A fault at a place in a file.
    #[track_caller]
    pub fn new(source: &SourceFile, span: Span, message: impl Into<String>, help: impl Into<String>) -> Diagnostic {
        let (line, column) = source.line_column(span.start);
        let source_line = source.line(line).to_string();
        let rest = source_line.chars().count() as u32 + 1;
        let length = source.slice(span).lines().next().unwrap_or("").chars().count() as u32;
        let width = length.min(rest.saturating_sub(column)).max(1);
        let file = source.name.to_string();
        let origin = Origin(Location::caller());
        let (message, help, fault) = (message.into(), help.into(), Fault::Program);
        Diagnostic { file, line, column, message, help, source_line, width, fault, origin }
    }

    /// A fault of the compiler, met at a place of the program.
    #[track_caller]
    pub fn ours(source: &SourceFile, span: Span, what: &str) -> Diagnostic {
        let message = format!("internal error: {what} was not expected here");
        let help = "this is a fault of the compiler: report it with the program";
        Diagnostic { fault: Fault::Compiler, ..Diagnostic::new(source, span, message, help) }
    }

    /// `file:line:col: error: message`, the source line, a caret line and the help.
    pub fn render(&self) -> String {
        let mut out = format!("{}:{}:{}: error: {}\n", self.file, self.line, self.column, self.message);
        let before: String = self
            .source_line
            .chars()
            .take(self.column as usize - 1)
            .map(|c| if c == '\t' { '\t' } else { ' ' })
            .collect();
        let _ = writeln!(out, "    {}", self.source_line);
        let _ = writeln!(out, "    {before}{}", "^".repeat(self.width as usize));
        if !self.help.is_empty() {
            let _ = writeln!(out, "    help: {}", self.help);
        }
        out
    }
}

/// All diagnostics as text, in the order of their places, each once.
pub fn render_all(diagnostics: &[Diagnostic]) -> String {
    diagnostics.iter().map(Diagnostic::render).collect()
}

/// Sorts by place and drops repeats (a function compiled for two signatures has each of its faults twice).
pub fn tidy(mut diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    // The first file that has a fault comes first; within a file, the order of the text.
    let mut files: Vec<String> = Vec::new();
    for diagnostic in &diagnostics {
        if !files.contains(&diagnostic.file) {
            files.push(diagnostic.file.clone());
        }
    }
    let place = |name: &String| files.iter().position(|file| file == name);
    diagnostics.sort_by(|a, b| {
        (place(&a.file), a.line, a.column, &a.message).cmp(&(place(&b.file), b.line, b.column, &b.message))
    });
    diagnostics.dedup();
    diagnostics
}
