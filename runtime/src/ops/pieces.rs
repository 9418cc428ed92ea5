//! Parts of strings: slices, one of several, code points.

use super::value::{Args, Owned};
use crate::error::{Error, Result};

/// `text[start:stop:step]`; the last argument says which of the three there are.
pub fn slice(args: Args) -> Result<Owned> {
    let letters: Vec<char> = args.text(0)?.chars().collect();
    let given = args.int(4)?;
    let bound = |at: usize| if given >> at & 1 == 1 { args.int(at + 1).map(Some) } else { Ok(None) };
    let (start, stop, step) = (bound(0)?, bound(1)?, bound(2)?.unwrap_or(1));
    if step == 0 {
        return Err(Error::value("slice step cannot be zero"));
    }
    let count = letters.len() as i64;
    let (low, high) = if step > 0 { (0, count) } else { (-1, count - 1) };
    let within = |at: i64| (if at < 0 { at.saturating_add(count) } else { at }).clamp(low, high);
    let (first, end) = if step > 0 { (low, high) } else { (high, low) };
    let (mut at, end) = (start.map_or(first, within), stop.map_or(end, within));
    let mut part = String::new();
    while if step > 0 { at < end } else { at > end } {
        part.push(letters[at as usize]);
        at = at.saturating_add(step);
    }
    Ok(Owned::text(part))
}

/// `items[index]`; the last argument is the kind of sequence, for the message.
pub fn pick(args: Args) -> Result<Owned> {
    let last = args.len().checked_sub(1).ok_or_else(|| Error::internal("str_pick lacks its kind"))?;
    let (index, count) = (args.int(0)?, last as i64 - 1);
    let at = if index < 0 { index.saturating_add(count) } else { index };
    if !(0..count).contains(&at) {
        return Err(Error::index(format!("{} index out of range", args.text(last)?)));
    }
    Ok(Owned::text(args.text(at as usize + 1)?))
}

/// The code point of a string of one character.
pub fn ord(args: Args) -> Result<Owned> {
    let text = args.text(0)?;
    let mut letters = text.chars();
    match (letters.next(), letters.next()) {
        (Some(letter), None) => Ok(Owned::int(i64::from(u32::from(letter)))),
        _ => {
            let count = text.chars().count();
            Err(Error::type_(format!("ord() expected a character, but string of length {count} found")))
        }
    }
}

/// The string of one code point. Surrogates are code points to Python, but no text.
pub fn chr(args: Args) -> Result<Owned> {
    let code = args.int(0)?;
    if !(0..=0x10_ffff).contains(&code) {
        return Err(Error::value("chr() arg not in range(0x110000)"));
    }
    let letter = u32::try_from(code).ok().and_then(char::from_u32);
    let letter = letter.ok_or_else(|| Error::value("chr() of a surrogate is not supported"))?;
    Ok(Owned::text(letter.to_string()))
}

#[cfg(test)]
mod tests {
    use super::super::testing::Call;
    use super::*;

    fn sliced(bounds: [Option<i64>; 3]) -> String {
        let given = bounds.iter().enumerate().map(|(at, bound)| i64::from(bound.is_some()) << at).sum();
        let call = bounds.iter().fold(Call::default().text("hällo"), |call, bound| call.int(bound.unwrap_or(0)));
        said(call.int(given).run(slice))
    }

    fn said(result: Result<Owned>) -> String {
        match result {
            Ok(Owned::Text(text)) => text.0.to_string(),
            Ok(_) => "no text".into(),
            Err(error) => format!("{}: {}", error.kind, error.message),
        }
    }

    #[test]
    fn slices_are_those_of_python() {
        assert_eq!(sliced([None, None, Some(-1)]), "olläh");
        assert_eq!(sliced([Some(1), Some(-1), None]), "äll");
        assert_eq!(sliced([Some(-2), None, None]), "lo");
        assert_eq!(sliced([None, None, Some(2)]), "hlo");
        assert_eq!(sliced([Some(9), Some(-9), Some(-2)]), "olh");
        assert_eq!(sliced([Some(3), Some(1), None]), "");
        assert_eq!(sliced([None, None, Some(0)]), "ValueError: slice step cannot be zero");
    }

    #[test]
    fn picking_counts_from_either_end() {
        let call = |at| Call::default().int(at).text("a").text("b").text("tuple");
        assert_eq!(said(call(1).run(pick)), "b");
        assert_eq!(said(call(-2).run(pick)), "a");
        assert_eq!(said(call(2).run(pick)), "IndexError: tuple index out of range");
    }

    #[test]
    fn code_points_go_both_ways() {
        assert_eq!(said(Call::default().int(0xe4).run(chr)), "ä");
        assert_eq!(said(Call::default().int(-1).run(chr)), "ValueError: chr() arg not in range(0x110000)");
        let message = "TypeError: ord() expected a character, but string of length 2 found";
        assert_eq!(said(Call::default().text("ab").run(ord)), message);
    }
}
