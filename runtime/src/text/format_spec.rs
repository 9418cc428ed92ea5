//! Python's format specification mini-language: `[[fill]align][sign][z][#][0][width][grouping][.precision][type]`.

use super::format::shown;
use crate::error::{Error, Result};

/// A parsed specification.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FormatSpec {
    pub fill: char,
    /// One of `<`, `>`, `=`, `^`.
    pub align: char,
    /// One of `+`, space, `-`; none means `-`.
    pub sign: Option<char>,
    /// Negative zero loses its sign.
    pub plain_zero: bool,
    pub alternate: bool,
    pub width: usize,
    /// `,` or `_`.
    pub grouping: Option<char>,
    pub precision: Option<usize>,
    /// The type letter, if any.
    pub kind: Option<char>,
}

impl FormatSpec {
    /// Parses `spec` for an object of the Python type `object`; numbers align right, text left.
    pub fn parse(spec: &str, object: &str, default_align: char) -> Result<FormatSpec> {
        let chars: Vec<char> = spec.chars().collect();
        let mut at = Cursor { chars: &chars, at: 0 };
        let (fill, align) = at.fill_and_align();
        let mut parsed = FormatSpec {
            fill: fill.unwrap_or(' '),
            align: align.unwrap_or(default_align),
            sign: at.one_of(&['+', '-', ' ']),
            plain_zero: at.one_of(&['z']).is_some(),
            alternate: at.one_of(&['#']).is_some(),
            width: 0,
            grouping: None,
            precision: None,
            kind: None,
        };
        if fill.is_none() && at.one_of(&['0']).is_some() {
            parsed.fill = '0';
            if align.is_none() && default_align == '>' {
                parsed.align = '=';
            }
        }
        parsed.width = within_memory(at.integer()?.unwrap_or(0))?;
        parsed.grouping = at.grouping()?;
        parsed.precision = at.precision()?;
        parsed.kind = at.kind(spec, object)?;
        parsed.check_grouping()?;
        Ok(parsed)
    }

    fn check_grouping(&self) -> Result<()> {
        let Some(grouping) = self.grouping else { return Ok(()) };
        match self.kind {
            None | Some('d' | 'e' | 'f' | 'g' | 'E' | 'G' | '%' | 'F') => Ok(()),
            Some('b' | 'o' | 'x' | 'X') if grouping == '_' => Ok(()),
            Some(kind) => Err(Error::value(format!("Cannot specify '{grouping}' with '{}'.", shown(kind)))),
        }
    }

    /// Pads text that is not a number.
    pub fn pad(&self, text: &str) -> String {
        self.pad_parts("", text)
    }

    /// Pads to the width; `=` puts the padding between the two parts.
    pub fn pad_parts(&self, prefix: &str, body: &str) -> String {
        let length = prefix.chars().count() + body.chars().count();
        let missing = self.width.saturating_sub(length);
        let fill = |count: usize| -> String { std::iter::repeat_n(self.fill, count).collect() };
        match self.align {
            '<' => format!("{prefix}{body}{}", fill(missing)),
            '^' => format!("{}{prefix}{body}{}", fill(missing / 2), fill(missing - missing / 2)),
            '=' => format!("{prefix}{}{body}", fill(missing)),
            _ => format!("{}{prefix}{body}", fill(missing)),
        }
    }
}

/// Python fails on a text that memory cannot hold; so do we, before asking for it.
pub fn within_memory(width: usize) -> Result<usize> {
    const MOST: usize = 1 << 31;
    if width > MOST { Err(Error::new("MemoryError", "")) } else { Ok(width) }
}

struct Cursor<'a> {
    chars: &'a [char],
    at: usize,
}

impl Cursor<'_> {
    fn peek(&self, ahead: usize) -> Option<char> {
        self.chars.get(self.at + ahead).copied()
    }

    fn one_of(&mut self, set: &[char]) -> Option<char> {
        let found = self.peek(0).filter(|c| set.contains(c))?;
        self.at += 1;
        Some(found)
    }

    fn fill_and_align(&mut self) -> (Option<char>, Option<char>) {
        const ALIGNS: [char; 4] = ['<', '>', '=', '^'];
        if let (Some(fill), Some(align)) = (self.peek(0), self.peek(1).filter(|c| ALIGNS.contains(c))) {
            self.at += 2;
            return (Some(fill), Some(align));
        }
        (None, self.one_of(&ALIGNS))
    }

    fn integer(&mut self) -> Result<Option<usize>> {
        let mut value: Option<usize> = None;
        while let Some(digit) = self.peek(0).and_then(|c| c.to_digit(10)) {
            let next = value.unwrap_or(0) * 10 + digit as usize;
            if next > i64::MAX as usize / 10 {
                return Err(Error::value("Too many decimal digits in format string"));
            }
            value = Some(next);
            self.at += 1;
        }
        Ok(value)
    }

    fn grouping(&mut self) -> Result<Option<char>> {
        let both = || Err(Error::value("Cannot specify both ',' and '_'."));
        let comma = self.one_of(&[',']);
        let underscore = self.one_of(&['_']);
        if comma.is_some() && underscore.is_some() {
            return both();
        }
        if self.peek(0) == Some(',') && underscore.is_some() {
            return both();
        }
        Ok(comma.or(underscore))
    }

    fn precision(&mut self) -> Result<Option<usize>> {
        if self.one_of(&['.']).is_none() {
            return Ok(None);
        }
        match self.integer()? {
            None => Err(Error::value("Format specifier missing precision")),
            Some(precision) if precision > i32::MAX as usize => Err(Error::value("precision too big")),
            some => Ok(some),
        }
    }

    fn kind(&mut self, spec: &str, object: &str) -> Result<Option<char>> {
        if self.chars.len() - self.at > 1 {
            return Err(Error::value(format!("Invalid format specifier '{spec}' for object of type '{object}'")));
        }
        Ok(self.peek(0))
    }
}
