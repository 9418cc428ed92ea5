//! A place in PhySL text, and the small pieces that are read there.

use phylanx_dialects::ir::Type;
use std::fmt;

/// A mistake in PhySL text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ParseError {
    /// One-based.
    pub line: usize,
    /// One-based, in characters.
    pub column: usize,
    pub message: String,
}

impl fmt::Display for ParseError {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        write!(out, "{}:{}: {}", self.line, self.column, self.message)
    }
}

impl std::error::Error for ParseError {}

/// A place in the text.
#[derive(Clone)]
pub struct Cursor<'t> {
    text: &'t str,
    offset: usize,
}

impl<'t> Cursor<'t> {
    pub fn new(text: &'t str) -> Cursor<'t> {
        Cursor { text, offset: 0 }
    }

    /// What is left.
    pub fn rest(&self) -> &'t str {
        &self.text[self.offset..]
    }

    pub fn is_done(&self) -> bool {
        self.rest().is_empty()
    }

    pub fn advance(&mut self, bytes: usize) {
        self.offset += bytes;
    }

    /// Skips white space and comments (`# ...`).
    pub fn skip_space(&mut self) {
        loop {
            let rest = self.rest();
            let blank = rest.len() - rest.trim_start().len();
            self.offset += blank;
            if !self.rest().starts_with('#') {
                return;
            }
            self.offset += self.rest().find('\n').unwrap_or(self.rest().len());
        }
    }

    /// Takes a mark if it is next.
    pub fn eat(&mut self, mark: char) -> bool {
        self.skip_space();
        let found = self.rest().starts_with(mark);
        if found {
            self.offset += mark.len_utf8();
        }
        found
    }

    pub fn expect(&mut self, mark: char) -> Result<(), ParseError> {
        if self.eat(mark) { Ok(()) } else { Err(self.error(&format!("expected '{mark}'"))) }
    }

    /// A name of letters, digits, `_`, `.` and `$` that starts with no digit.
    pub fn name(&mut self) -> Option<String> {
        self.skip_space();
        let rest = self.rest();
        let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || "_.$".contains(c))).unwrap_or(rest.len());
        if end == 0 || rest.starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        self.offset += end;
        Some(rest[..end].to_string())
    }

    /// A name, or any text in quotes.
    pub fn symbol(&mut self) -> Result<String, ParseError> {
        self.skip_space();
        if self.rest().starts_with('"') {
            return self.quoted();
        }
        self.name().ok_or_else(|| self.error("expected a name"))
    }

    /// Text in quotes.
    pub fn quoted(&mut self) -> Result<String, ParseError> {
        let start = self.clone();
        let mut out = String::new();
        let mut chars = self.rest().char_indices().skip(1);
        while let Some((at, c)) = chars.next() {
            match c {
                '"' => {
                    self.offset += at + 1;
                    return Ok(out);
                }
                '\\' => match chars.next().map(|(_, c)| c) {
                    Some('n') => out.push('\n'),
                    Some('t') => out.push('\t'),
                    Some('u') => {
                        let code: String = chars.by_ref().map(|(_, c)| c).skip(1).take_while(|c| *c != '}').collect();
                        let found = u32::from_str_radix(&code, 16).ok().and_then(char::from_u32);
                        out.push(found.ok_or_else(|| start.error("a malformed \\u{...}"))?);
                    }
                    Some(c) => out.push(c),
                    None => break,
                },
                c => out.push(c),
            }
        }
        Err(start.error("the text is never closed"))
    }

    /// An MLIR type: up to a comma or closing bracket outside of its own brackets.
    pub fn ty(&mut self) -> Result<Type, ParseError> {
        self.skip_space();
        let rest = self.rest();
        let (mut depth, mut previous, mut end) = (0usize, ' ', rest.len());
        for (at, c) in rest.char_indices() {
            match c {
                '(' | '<' | '[' | '{' => depth += 1,
                '>' if previous == '-' => {}
                ',' | ')' | '\n' if depth == 0 => {
                    end = at;
                    break;
                }
                ')' | '>' | ']' | '}' => depth = depth.saturating_sub(1),
                _ => {}
            }
            previous = c;
        }
        let text = rest[..end].trim();
        if text.is_empty() {
            return Err(self.error("expected a type"));
        }
        self.offset += end;
        Ok(Type::parse(text))
    }

    /// A mistake here.
    pub fn error(&self, message: &str) -> ParseError {
        let before = &self.text[..self.offset];
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        ParseError {
            line: before.matches('\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
            message: message.to_string(),
        }
    }
}
