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
        "startswith" => call.within(2, |part, wanted| part.starts_with(wanted)).map(Owned::bool),
        "endswith" => call.within(2, |part, wanted| part.ends_with(wanted)).map(Owned::bool),
        "replace" => call.replace(),
        "find" | "rfind" | "index" | "rindex" => call.find(method),
        "partition" | "rpartition" => call.partition(method),
        "swapcase" => Ok(Owned::text(text.chars().map(swapped).collect::<String>())),
        "casefold" => Ok(Owned::text(text.to_lowercase().replace('ß', "ss"))),
        "removeprefix" => Ok(Owned::text(text.strip_prefix(call.text(1)?).unwrap_or(text))),
        "removesuffix" => Ok(Owned::text(text.strip_suffix(call.text(1)?).unwrap_or(text))),
        "expandtabs" => call.expand_tabs(),
        _ if method.starts_with("is") && method != "isdigit" => {
            is_of(text, method).map(Owned::bool).ok_or_else(|| unknown(method))
        }
        "count" => call.occurrences(),
        "ljust" | "rjust" | "center" => call.justify(method),
        "zfill" => call.zero_fill(),
        "isdigit" => Ok(Owned::bool(!text.is_empty() && text.chars().all(|c| c.is_ascii_digit() || is_digit(c)))),
        "title" => Ok(Owned::text(title(text))),
        "capitalize" => Ok(Owned::text(capitalize(text))),
        _ => Err(unknown(method)),
    }
}

fn unknown(method: &str) -> Error {
    Error::new("AttributeError", format!("'str' object has no attribute '{method}'"))
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

    /// The part between the bounds that arguments from `first` on give, and where it begins, in code points; `None` where the start is
    /// beyond the text.
    fn bounded(&self, first: usize) -> Result<Option<(&'a str, i64)>> {
        if self.count < first {
            return Ok(Some((self.text, 0)));
        }
        let length = self.text.chars().count() as i64;
        let clamp = |at: i64| (if at < 0 { at.saturating_add(length) } else { at }).max(0);
        let bound = |at: usize, default: i64| -> Result<i64> {
            if at > self.count || self.args.is_none(at) { Ok(default) } else { self.args.int(at).map(clamp) }
        };
        let (start, end) = (bound(first, 0)?, bound(first + 1, length)?.min(length));
        if start > end {
            return Ok(None);
        }
        let place = |at: i64| self.text.char_indices().nth(at as usize).map_or(self.text.len(), |(at, _)| at);
        Ok(Some((&self.text[place(start)..place(end)], start)))
    }

    fn within(&self, first: usize, test: impl Fn(&str, &str) -> bool) -> Result<bool> {
        let wanted = self.text(1)?;
        Ok(self.bounded(first)?.is_some_and(|(part, _)| test(part, wanted)))
    }

    /// The position is counted in code points.
    fn find(&self, method: &str) -> Result<Owned> {
        let wanted = self.text(1)?;
        let found = self.bounded(2)?.and_then(|(part, start)| {
            let at = if method.starts_with('r') { part.rfind(wanted) } else { part.find(wanted) }?;
            Some(start + part[..at].chars().count() as i64)
        });
        if found.is_none() && method.ends_with("index") {
            return Err(Error::value("substring not found"));
        }
        Ok(Owned::int(found.unwrap_or(-1)))
    }

    fn occurrences(&self) -> Result<Owned> {
        let wanted = self.text(1)?;
        let Some((part, _)) = self.bounded(2)? else { return Ok(Owned::int(0)) };
        if wanted.is_empty() {
            return Ok(Owned::int(part.chars().count() as i64 + 1));
        }
        Ok(Owned::int(part.matches(wanted).count() as i64))
    }

    /// One of the three parts around a separator.
    fn partition(&self, method: &str) -> Result<Owned> {
        let (separator, which) = (self.text(1)?, self.args.int(2)?);
        if separator.is_empty() {
            return Err(Error::value("empty separator"));
        }
        let last = method == "rpartition";
        let found = if last { self.text.rsplit_once(separator) } else { self.text.split_once(separator) };
        let parts = match found {
            Some((before, after)) => [before, separator, after],
            None if last => ["", "", self.text],
            None => [self.text, "", ""],
        };
        Ok(Owned::text(parts[which.clamp(0, 2) as usize]))
    }

    fn expand_tabs(&self) -> Result<Owned> {
        let size = if self.count > 0 { self.args.int(1)?.max(0) as usize } else { 8 };
        let (mut out, mut column) = (String::new(), 0);
        for c in self.text.chars() {
            match c {
                '\t' => {
                    let missing = if size == 0 { 0 } else { size - column % size };
                    out.extend(std::iter::repeat_n(' ', missing));
                    column += missing;
                }
                c => {
                    out.push(c);
                    column = if matches!(c, '\n' | '\r') { 0 } else { column + 1 };
                }
            }
        }
        Ok(Owned::text(out))
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

fn swapped(c: char) -> String {
    if c.is_uppercase() { c.to_lowercase().collect() } else { c.to_uppercase().collect() }
}

/// Whether a text is all of one kind of character; `None` for a method that there is not.
fn is_of(text: &str, method: &str) -> Option<bool> {
    let all = |test: fn(char) -> bool| !text.is_empty() && text.chars().all(test);
    let has = |test: fn(char) -> bool| text.chars().any(test);
    Some(match method {
        "isalpha" => all(char::is_alphabetic),
        "isalnum" => all(char::is_alphanumeric),
        "isspace" => all(|c| c.is_whitespace() || ('\u{1c}'..='\u{1f}').contains(&c)),
        "isdecimal" => {
            all(|c| c.is_ascii_digit() || (is_digit(c) && !matches!(c as u32, 0xb2 | 0xb3 | 0xb9 | 0x2070..=0x2089)))
        }
        "isnumeric" => all(char::is_numeric),
        "isupper" => has(char::is_uppercase) && !has(char::is_lowercase),
        "islower" => has(char::is_lowercase) && !has(char::is_uppercase),
        "isascii" => text.is_ascii(),
        "isidentifier" => {
            let mut chars = text.chars();
            chars.next().is_some_and(|c| c == '_' || c.is_alphabetic())
                && chars.all(|c| c == '_' || c.is_alphanumeric())
        }
        "istitle" => is_title(text),
        _ => return None,
    })
}

/// Whether each run of letters begins with a capital and goes on in small ones.
fn is_title(text: &str) -> bool {
    let (mut in_word, mut any) = (false, false);
    for c in text.chars() {
        if c.is_uppercase() {
            if in_word {
                return false;
            }
            (in_word, any) = (true, true);
        } else if c.is_lowercase() {
            if !in_word {
                return false;
            }
        } else {
            in_word = false;
        }
    }
    any
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
