//! Source text, and places in it.

use std::sync::Arc;

/// A half-open range of bytes in a source file.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The number of the file among the sources of the program.
    pub file: u16,
    pub start: u32,
    pub end: u32,
}

impl Span {
    /// The range from the start of one span to the end of another.
    pub fn to(self, last: Span) -> Span {
        Span { file: self.file, start: self.start, end: last.end.max(self.start) }
    }

    /// The same range in the file of this number.
    pub fn in_file(self, file: u16) -> Span {
        Span { file, ..self }
    }
}

/// The files that a program is made of; the first is the program itself.
#[derive(Clone, Debug)]
pub struct Sources {
    files: Vec<SourceFile>,
}

impl Sources {
    /// The sources of a program of one file.
    pub fn new(program: SourceFile) -> Sources {
        Sources { files: vec![program] }
    }

    /// Takes a further file; gives its number, or nothing when there are too many.
    pub fn add(&mut self, file: SourceFile) -> Option<u16> {
        let number = u16::try_from(self.files.len()).ok()?;
        self.files.push(file);
        Some(number)
    }

    /// The file that a span is in.
    pub fn of(&self, span: Span) -> &SourceFile {
        self.files.get(usize::from(span.file)).unwrap_or(&self.files[0])
    }

    /// One-based line and column of the start of a span, in its file.
    pub fn line_column(&self, span: Span) -> (u32, u32) {
        self.of(span).line_column(span.start)
    }
}

/// A Python file: its name as the user gave it, and its text.
#[derive(Clone, Debug)]
pub struct SourceFile {
    pub name: Arc<str>,
    pub text: Arc<str>,
    line_starts: Arc<[u32]>,
}

impl SourceFile {
    /// A file whose text is at hand.
    pub fn new(name: impl Into<Arc<str>>, text: impl Into<Arc<str>>) -> SourceFile {
        let text = text.into();
        let starts = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at as u32 + 1);
        let line_starts = std::iter::once(0).chain(starts).collect();
        SourceFile { name: name.into(), text, line_starts }
    }

    /// One-based line and column (in characters) of a byte offset.
    pub fn line_column(&self, offset: u32) -> (u32, u32) {
        let line = self.line_starts.partition_point(|start| *start <= offset).max(1) - 1;
        let start = self.line_starts.get(line).copied().unwrap_or(0);
        let before = self.text.get(start as usize..offset as usize).unwrap_or("");
        (line as u32 + 1, before.chars().count() as u32 + 1)
    }

    /// The text of a one-based line, without its end.
    pub fn line(&self, line: u32) -> &str {
        let at = line.saturating_sub(1) as usize;
        let start = self.line_starts.get(at).copied().unwrap_or(0) as usize;
        let end = self.line_starts.get(at + 1).map_or(self.text.len(), |next| *next as usize);
        self.text.get(start..end).unwrap_or("").trim_end_matches(['\n', '\r'])
    }

    /// The text under a span.
    pub fn slice(&self, span: Span) -> &str {
        self.text.get(span.start as usize..span.end as usize).unwrap_or("")
    }
}
