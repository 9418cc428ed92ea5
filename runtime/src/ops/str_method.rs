//! The methods of `str`.

use super::value::{Args, Owned};
use crate::error::{Error, Result};
use crate::text::format_spec::within_memory;

/// `x.method(args...)`; the method's name is the last argument.
pub fn str_method(args: Args) -> Result<Owned> {
    let last = args.len().checked_sub(1).ok_or_else(|| Error::internal("str_method lacks its name"))?;
    let (text, method) = (args.text(0)?, args.text(last)?);
    let call = Method { text, args, count: last - 1 };
    match method {
        "upper" => Ok(Owned::text(text.to_uppercase())),
        "lower" => Ok(Owned::text(text.to_lowercase())),
        "strip" | "lstrip" | "rstrip" => call.strip(method),
        "startswith" => Ok(Owned::bool(text.starts_with(call.text(1)?))),
        "endswith" => Ok(Owned::bool(text.ends_with(call.text(1)?))),
        "replace" => call.replace(),
        "find" => call.find(),
        "count" => call.occurrences(),
        "ljust" | "rjust" | "center" => call.justify(method),
        "zfill" => call.zero_fill(),
        "isdigit" => Ok(Owned::bool(!text.is_empty() && text.chars().all(|c| c.is_ascii_digit() || is_digit(c)))),
        "title" => Ok(Owned::text(title(text))),
        "capitalize" => Ok(Owned::text(capitalize(text))),
        _ => Err(Error::new("AttributeError", format!("'str' object has no attribute '{method}'"))),
    }
}

struct Method<'a> {
    text: &'a str,
    args: Args<'a>,
    count: usize,
}

impl<'a> Method<'a> {
    fn text(&self, at: usize) -> Result<&'a str> {
        if at > self.count {
            return Err(Error::type_("a method of str lacks an argument"));
        }
        self.args.text(at)
    }

    fn strip(&self, method: &str) -> Result<Owned> {
        let set: Option<Vec<char>> = match self.count {
            0 => None,
            _ if self.args.is_none(1) => None,
            _ => Some(self.text(1)?.chars().collect()),
        };
        let drops = |c: char| match &set {
            Some(set) => set.contains(&c),
            None => c.is_whitespace() || ('\u{1c}'..='\u{1f}').contains(&c),
        };
        Ok(Owned::text(match method {
            "lstrip" => self.text.trim_start_matches(drops),
            "rstrip" => self.text.trim_end_matches(drops),
            _ => self.text.trim_matches(drops),
        }))
    }

    fn replace(&self) -> Result<Owned> {
        let (old, new) = (self.text(1)?, self.text(2)?);
        let limit = if self.count > 2 { self.args.int(3)? } else { -1 };
        let limit = usize::try_from(limit).unwrap_or(usize::MAX);
        Ok(Owned::text(self.text.replacen(old, new, limit)))
    }

    /// The position is counted in code points.
    fn find(&self) -> Result<Owned> {
        let at = self.text.find(self.text(1)?);
        Ok(Owned::int(at.map_or(-1, |at| self.text[..at].chars().count() as i64)))
    }

    fn occurrences(&self) -> Result<Owned> {
        let part = self.text(1)?;
        if part.is_empty() {
            return Ok(Owned::int(self.text.chars().count() as i64 + 1));
        }
        Ok(Owned::int(self.text.matches(part).count() as i64))
    }

    fn justify(&self, method: &str) -> Result<Owned> {
        let fill = if self.count > 1 { self.text(2)? } else { " " };
        let mut chars = fill.chars();
        let (Some(fill), None) = (chars.next(), chars.next()) else {
            return Err(Error::type_("The fill character must be exactly one character long"));
        };
        let length = self.text.chars().count();
        let width = within_memory(usize::try_from(self.args.int(1)?).unwrap_or(0))?;
        let missing = width.saturating_sub(length);
        let left = match method {
            "ljust" => 0,
            "rjust" => missing,
            // Python gives the odd place to the left when the width is odd.
            _ => missing / 2 + (missing & width & 1),
        };
        let pad = |count: usize| -> String { std::iter::repeat_n(fill, count).collect() };
        Ok(Owned::text(pad(left) + self.text + &pad(missing - left)))
    }

    fn zero_fill(&self) -> Result<Owned> {
        let width = within_memory(usize::try_from(self.args.int(1)?).unwrap_or(0))?;
        let zeros = "0".repeat(width.saturating_sub(self.text.chars().count()));
        let sign = if self.text.starts_with(['+', '-']) { 1 } else { 0 };
        let (sign, rest) = self.text.split_at(sign);
        Ok(Owned::text(format!("{sign}{zeros}{rest}")))
    }
}

/// Digits outside ASCII: decimal ones and superscripts.
fn is_digit(c: char) -> bool {
    c.is_numeric() && !c.is_alphabetic() && !matches!(c as u32, 0xbc..=0xbe | 0x2150..=0x215f | 0x2189)
}

fn title(text: &str) -> String {
    let mut in_word = false;
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match (c.is_alphabetic(), in_word) {
            (true, false) => out += &title_case(c),
            (true, true) => out.extend(c.to_lowercase()),
            _ => out.push(c),
        }
        in_word = c.is_alphabetic();
    }
    out
}

fn capitalize(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next().map(title_case).unwrap_or_default();
    first + &chars.as_str().to_lowercase()
}

/// Where the capital is several letters only the first stays one: `ß` gives `Ss`.
fn title_case(c: char) -> String {
    let mut upper = c.to_uppercase();
    let first: String = upper.next().into_iter().collect();
    first + &upper.flat_map(char::to_lowercase).collect::<String>()
}
