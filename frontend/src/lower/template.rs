//! Texts with places for values: `"%5.2f" % x` and `"{:>5}".format(x)`, taken apart now and formatted like an f-string.

use super::{Lowerer, Res};
use crate::ast::Name;
use crate::source::Span;
use crate::value::{Repr, Val};
use std::rc::Rc;

type Text = Repr<Rc<str>>;

/// One place of a `%` template.
#[derive(Debug, PartialEq)]
struct Place {
    key: Option<String>,
    flags: String,
    width: Option<Size>,
    precision: Option<Size>,
    kind: char,
}

/// A width or precision: written out, or taken from the values.
#[derive(Debug, PartialEq)]
enum Size {
    Fixed(String),
    Given,
}

impl<'a> Lowerer<'a> {
    /// `template % values`.
    pub fn percent(&mut self, template: &Text, values: &Val, span: Span) -> Res<Val> {
        let Repr::Const(template) = template else {
            return self.fail(span, "a template of `%` must be known at compile time", "use an f-string");
        };
        let pieces = match percent_pieces(template) {
            Ok(pieces) => pieces,
            Err(message) => return self.fail(span, message, "use an f-string"),
        };
        let single = [values.clone()];
        let items: &[Val] = if let Val::Tuple(items) = values { items } else { &single };
        let mut rest = items.iter();
        let mut by_name = false;
        let mut parts: Vec<Text> = Vec::new();
        for piece in &pieces {
            match piece {
                Ok(text) => parts.push(Repr::Const(text.as_str().into())),
                Err(place) => {
                    by_name |= place.key.is_some();
                    parts.push(self.percent_place(place, values, &mut rest, span)?);
                }
            }
        }
        if !by_name && rest.next().is_some() {
            let help = "give one value for each place";
            return self.fail(span, "not all arguments converted during string formatting", help);
        }
        Ok(Val::Str(self.concat(parts)))
    }

    fn percent_place(
        &mut self,
        place: &Place,
        values: &Val,
        rest: &mut std::slice::Iter<Val>,
        span: Span,
    ) -> Res<Text> {
        let width = self.size_of_place(&place.width, rest, span)?;
        let precision = self.size_of_place(&place.precision, rest, span)?;
        let val = match &place.key {
            Some(key) => self.item_by_value(values, &Val::text(key.as_str()), span)?,
            None => match rest.next() {
                Some(val) => val.clone(),
                None => {
                    return self.fail(span, "not enough arguments for format string", "give one value for each place");
                }
            },
        };
        let left = place.flags.contains('-');
        let (val, code) = match place.kind {
            's' => (Val::Str(self.str_of(&val, span)?), ""),
            'r' | 'a' => (Val::Str(self.repr_of(&val, span)?), ""),
            'c' if matches!(val, Val::Str(_)) => (val, ""),
            'c' => (val, "c"),
            'd' | 'i' | 'u' => (self.whole_number(&val, span)?, "d"),
            'x' => (val, "x"),
            'X' => (val, "X"),
            'o' => (val, "o"),
            'e' => (val, "e"),
            'E' => (val, "E"),
            'f' => (val, "f"),
            'F' => (val, "F"),
            'g' => (val, "g"),
            'G' => (val, "G"),
            other => return self.fail(span, format!("unsupported format character '{other}'"), "use an f-string"),
        };
        let number = !matches!(val, Val::Str(_));
        let zero = number && place.flags.contains('0') && !left;
        let align = if left {
            "<"
        } else if zero {
            ""
        } else {
            ">"
        };
        let sign = ["+", " "].into_iter().find(|sign| number && place.flags.contains(*sign)).unwrap_or("");
        let alternate = if number && place.flags.contains('#') { "#" } else { "" };
        let head = format!("{align}{sign}{alternate}{}", if zero { "0" } else { "" });
        let mut spec = vec![Repr::Const(head.into()), width.unwrap_or(Repr::Const("".into()))];
        if let Some(precision) = precision.filter(|_| code != "d") {
            spec.extend([Repr::Const(".".into()), precision]);
        }
        spec.push(Repr::Const(code.into()));
        let spec = self.concat(spec);
        self.format(&val, &spec, span)
    }

    fn size_of_place(
        &mut self,
        size: &Option<Size>,
        rest: &mut std::slice::Iter<Val>,
        span: Span,
    ) -> Res<Option<Text>> {
        match size {
            None => Ok(None),
            Some(Size::Fixed(digits)) => Ok(Some(Repr::Const(digits.as_str().into()))),
            Some(Size::Given) => match rest.next() {
                Some(val) => self.str_of(&val.clone(), span).map(Some),
                None => self.fail(span, "not enough arguments for format string", "give one value for each `*`"),
            },
        }
    }

    /// What `%d` shows of a number.
    fn whole_number(&mut self, val: &Val, span: Span) -> Res<Val> {
        if let Val::Str(_) | Val::None = val {
            let message = format!("%d format: a real number is required, not {}", val.describe());
            return self.fail(span, message, "use `%s`");
        }
        self.call_here(Val::path("builtins.int"), vec![val.clone()], span)
    }

    /// `template.format(*args, **named)`.
    pub fn format_template(&mut self, template: &Text, args: &[(Option<Name>, Val)], span: Span) -> Res<Val> {
        let Repr::Const(template) = template else {
            return self.fail(span, "a template of `format` must be known at compile time", "use an f-string");
        };
        let mut next = 0;
        let text = self.fields(template, args, &mut next, span)?;
        Ok(Val::Str(text))
    }

    fn fields(&mut self, template: &str, args: &[(Option<Name>, Val)], next: &mut usize, span: Span) -> Res<Text> {
        let mut parts: Vec<Text> = Vec::new();
        let mut chars = template.char_indices().peekable();
        let mut plain = String::new();
        while let Some((at, c)) = chars.next() {
            let doubled = chars.peek().is_some_and(|(_, other)| *other == c);
            match c {
                '{' | '}' if doubled => {
                    plain.push(c);
                    chars.next();
                }
                '{' => {
                    let Some(end) = closing(&template[at + 1..]) else {
                        return self.fail(span, "expected '}' before end of string", "close the field, or write `{{`");
                    };
                    parts.push(Repr::Const(std::mem::take(&mut plain).into()));
                    let field = &template[at + 1..at + 1 + end];
                    parts.push(self.field(field, args, next, span)?);
                    while chars.peek().is_some_and(|(place, _)| *place <= at + 1 + end) {
                        chars.next();
                    }
                }
                '}' => return self.fail(span, "Single '}' encountered in format string", "write `}}`"),
                c => plain.push(c),
            }
        }
        parts.push(Repr::Const(plain.into()));
        Ok(self.concat(parts))
    }

    /// `name!conversion:spec`.
    fn field(&mut self, field: &str, args: &[(Option<Name>, Val)], next: &mut usize, span: Span) -> Res<Text> {
        let (head, spec) = field.split_once(':').unwrap_or((field, ""));
        let (name, conversion) = head.split_once('!').map_or((head, None), |(name, rest)| (name, Some(rest)));
        let val = self.field_value(name, args, next, span)?;
        let spec = self.fields(spec, args, next, span)?;
        let val = match conversion {
            None => val,
            Some("s") => Val::Str(self.str_of(&val, span)?),
            Some("r") => Val::Str(self.repr_of(&val, span)?),
            Some(other) => {
                return self.fail(span, format!("Unknown conversion specifier '{other}'"), "use `!r` or `!s`");
            }
        };
        let val = if spec == Repr::Const("".into()) { super::text::as_formatted(self, &val) } else { val };
        self.format(&val, &spec, span)
    }

    fn field_value(&mut self, name: &str, args: &[(Option<Name>, Val)], next: &mut usize, span: Span) -> Res<Val> {
        let end = name.find(['.', '[']).unwrap_or(name.len());
        let (first, mut way) = name.split_at(end);
        let positional = |at: usize| args.iter().filter(|(name, _)| name.is_none()).nth(at).map(|(_, val)| val.clone());
        let found = if first.is_empty() {
            *next += 1;
            positional(*next - 1)
        } else if let Ok(at) = first.parse::<usize>() {
            positional(at)
        } else {
            args.iter().find(|(name, _)| name.as_deref() == Some(first)).map(|(_, val)| val.clone())
        };
        let Some(mut val) = found else {
            let message = "Replacement index out of range for positional args tuple, or a name that is not given";
            return self.fail(span, message, "give a value for each field");
        };
        while !way.is_empty() {
            if let Some(rest) = way.strip_prefix('.') {
                let end = rest.find(['.', '[']).unwrap_or(rest.len());
                val = self.attribute_by_name(val, &rest[..end], span)?;
                way = &rest[end..];
                continue;
            }
            let Some((key, rest)) = way[1..].split_once(']') else {
                return self.fail(span, "Missing ']' in format string", "close the subscript");
            };
            let key = key.parse::<i64>().map_or_else(|_| Val::text(key), Val::int);
            val = self.item_by_value(&val, &key, span)?;
            way = rest;
        }
        Ok(val)
    }
}

/// Where the brace that closes a field is.
fn closing(text: &str) -> Option<usize> {
    let mut depth = 0;
    for (at, c) in text.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => return Some(at),
            '}' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// The texts and places of a `%` template.
fn percent_pieces(template: &str) -> Result<Vec<Result<String, Place>>, String> {
    let mut pieces = Vec::new();
    let mut text = String::new();
    let mut chars = template.chars().peekable();
    while let Some(c) = chars.next() {
        if c != '%' {
            text.push(c);
            continue;
        }
        if chars.peek() == Some(&'%') {
            chars.next();
            text.push('%');
            continue;
        }
        pieces.push(Ok(std::mem::take(&mut text)));
        pieces.push(Err(place(&mut chars)?));
    }
    pieces.push(Ok(text));
    Ok(pieces)
}

fn place(chars: &mut std::iter::Peekable<std::str::Chars>) -> Result<Place, String> {
    let mut key = None;
    if chars.peek() == Some(&'(') {
        chars.next();
        key = Some(chars.by_ref().take_while(|c| *c != ')').collect());
    }
    let mut flags = String::new();
    while let Some(flag) = chars.next_if(|c| "#0- +".contains(*c)) {
        flags.push(flag);
    }
    let width = size(chars);
    let mut precision = None;
    if chars.next_if_eq(&'.').is_some() {
        precision = Some(size(chars).unwrap_or(Size::Fixed("0".into())));
    }
    while chars.next_if(|c| "hlL".contains(*c)).is_some() {}
    let kind = chars.next().ok_or("incomplete format")?;
    Ok(Place { key, flags, width, precision, kind })
}

fn size(chars: &mut std::iter::Peekable<std::str::Chars>) -> Option<Size> {
    if chars.next_if_eq(&'*').is_some() {
        return Some(Size::Given);
    }
    let mut digits = String::new();
    while let Some(digit) = chars.next_if(char::is_ascii_digit) {
        digits.push(digit);
    }
    (!digits.is_empty()).then_some(Size::Fixed(digits))
}

#[cfg(test)]
mod tests {
    use super::{Size, closing, percent_pieces};

    #[test]
    fn templates_are_taken_apart() {
        let pieces = percent_pieces("a %-5.2f%% %(k)s").unwrap_or_default();
        assert_eq!(pieces.len(), 5);
        let Some(Err(place)) = pieces.get(1) else { panic!("no place") };
        assert_eq!((place.flags.as_str(), place.kind), ("-", 'f'));
        assert_eq!(place.precision, Some(Size::Fixed("2".into())));
        assert!(percent_pieces("%").is_err());
        assert_eq!(closing("x:{w}}y"), Some(5));
    }
}
