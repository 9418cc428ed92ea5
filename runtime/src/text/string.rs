//! `repr` of a string.

/// Quoted as Python quotes it: single quotes unless only they occur inside; what is not printable is escaped.
pub fn repr(text: &str) -> String {
    let quote = if text.contains('\'') && !text.contains('"') { '"' } else { '\'' };
    let mut out = String::with_capacity(text.len() + 2);
    out.push(quote);
    text.chars().for_each(|c| push_escaped(&mut out, c, quote));
    out.push(quote);
    out
}

fn push_escaped(out: &mut String, c: char, quote: char) {
    match c {
        '\\' => out.push_str("\\\\"),
        '\n' => out.push_str("\\n"),
        '\r' => out.push_str("\\r"),
        '\t' => out.push_str("\\t"),
        _ if c == quote => out.extend(['\\', c]),
        ' '..='~' => out.push(c),
        _ if is_printable(c) => out.push(c),
        _ if (c as u32) < 0x100 => *out += &format!("\\x{:02x}", c as u32),
        _ if (c as u32) < 0x10000 => *out += &format!("\\u{:04x}", c as u32),
        _ => *out += &format!("\\U{:08x}", c as u32),
    }
}

/// Controls, separators other than the space, format characters and unassigned ones are not printable in Python.
/// Rust's `escape_debug` follows the same Unicode classes, but also escapes combining marks, which Python prints.
fn is_printable(c: char) -> bool {
    let escaped = c.escape_debug().len() > 1;
    !c.is_control() && !matches!(c, '\u{ad}') && (!escaped || is_combining(c))
}

fn is_combining(c: char) -> bool {
    matches!(c as u32, 0x300..=0x36f | 0x1ab0..=0x1aff | 0x1dc0..=0x1dff | 0x20d0..=0x20ff | 0xfe20..=0xfe2f | 0xfe00..=0xfe0f)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_are_quoted_as_in_python() {
        assert_eq!(repr("a"), "'a'");
        assert_eq!(repr("it's"), "\"it's\"");
        assert_eq!(repr("'\""), "'\\'\"'");
        assert_eq!(repr("a\n\t\\\u{1}é"), "'a\\n\\t\\\\\\x01é'");
    }
}
