//! Exceptions as programs see them: arguments, `str`, `repr`, and one text that carries all of it.

use crate::error::{Error, Result};
use crate::text::string::repr;
use crate::traceback::Frames;

/// What an exception has beside its class and its text.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Details {
    /// The `repr()` of each argument, separated by commas; `None` means that the text is the only argument.
    pub args: Option<String>,
    /// The first argument, if it is text and differs from `str(e)`.
    pub first: Option<String>,
    /// The code of a `SystemExit` that is a number.
    pub code: Option<i64>,
    /// Where it was raised, and what it has left.
    pub frames: Frames,
    /// Whether the place where it is raised again counts (`raise e`, other than `raise`).
    pub renewed: bool,
    /// Whether the other ranks do not know of it.
    pub lonely: bool,
    /// The record of the exception that this one was raised from, behind `<`, or while which it was raised, behind `~`.
    pub cause: String,
}

/// Fields of a record, in order.
const FIELDS: usize = 7;

/// An exception as one text.
pub fn record(error: &Error) -> String {
    let details = error.details.as_deref().cloned().unwrap_or_default();
    let some = |text: Option<String>| text.map_or_else(String::new, |text| format!("+{text}"));
    let code = details.code.map(|code| code.to_string());
    let fields: [String; FIELDS] = [
        error.kind.to_string(),
        error.message.clone(),
        some(details.args),
        some(details.first),
        some(code),
        details.frames.to_text(),
        details.cause,
    ];
    let lengths: Vec<String> = fields.iter().map(|field| field.len().to_string()).collect();
    format!("{};{}", lengths.join(","), fields.concat())
}

/// The exception that a record carries.
pub fn from_record(record: &str) -> Error {
    let Some(fields) = fields(record) else { return Error::internal("a record of an exception is broken") };
    let [kind, message, args, first, code, frames, cause] = fields;
    let some = |text: &str| text.strip_prefix('+').map(str::to_string);
    let details = Details {
        args: some(args),
        first: some(first),
        code: some(code).and_then(|code| code.parse().ok()),
        frames: Frames::parse(frames),
        renewed: false,
        lonely: false,
        cause: cause.into(),
    };
    let mut error = Error::new(kind.to_string(), message);
    error.details = Some(Box::new(details));
    error
}

fn fields(record: &str) -> Option<[&str; FIELDS]> {
    let (lengths, mut rest) = record.split_once(';')?;
    let mut fields = [""; FIELDS];
    for (field, length) in fields.iter_mut().zip(lengths.split(',')) {
        (*field, rest) = rest.split_at_checked(length.parse().ok()?)?;
    }
    Some(fields)
}

/// What is printed before the traceback of an exception with a cause.
pub fn cause_text(cause: &str) -> String {
    let between = match cause.get(..1) {
        Some("<") => "The above exception was the direct cause of the following exception:",
        Some("~") => "During handling of the above exception, another exception occurred:",
        _ => return String::new(),
    };
    format!("{}\n{between}\n\n", from_record(&cause[1..]).traceback())
}

/// `e.args` without the parentheses; no comma behind a single argument.
pub fn arguments(error: &Error) -> String {
    if let Some(args) = error.details.as_ref().and_then(|details| details.args.as_ref()) {
        return args.clone();
    }
    if error.message.is_empty() {
        return String::new();
    }
    if let Some((number, text, _)) = os_parts(error) {
        return format!("{number}, {}", repr(text));
    }
    match &*error.kind {
        // The text of a `KeyError` is its key's `repr()`.
        "KeyError" => error.message.clone(),
        _ => repr(&error.message),
    }
}

/// A named part of an exception.
///
/// # Errors
/// A part that this exception does not have.
pub fn part(error: &Error, name: &str) -> Result<String> {
    Ok(match name {
        "kind" => error.kind.to_string(),
        "name" => error.kind.rsplit('.').next().unwrap_or_default().to_string(),
        "text" => error.message.clone(),
        "args" => match arguments(error) {
            one if count(error) == 1 => format!("({one},)"),
            many => format!("({many})"),
        },
        "repr" => format!("{}({})", part(error, "name")?, arguments(error)),
        "count" => exact_count(error).to_string(),
        "first" => return first(error),
        "errno" | "strerror" | "filename" => return os_part(error, name),
        _ => return Err(Error::internal(format!("an exception has no part {name}"))),
    })
}

/// Number of arguments, as far as it is 0, 1 or more.
fn count(error: &Error) -> usize {
    match error.details.as_ref().and_then(|details| details.args.as_ref().map(|args| (args, &details.first))) {
        // Several arguments are told from one by the text, which is then their tuple.
        Some((args, _)) if args.is_empty() => 0,
        Some((args, _)) => 1 + usize::from(error.message == format!("({args})")),
        None if error.message.is_empty() => 0,
        None => 1 + usize::from(os_parts(error).is_some()),
    }
}

/// Number of arguments: those of several are told apart by the commas between them.
fn exact_count(error: &Error) -> usize {
    match count(error) {
        2 => commas(&arguments(error)) + 1,
        few => few,
    }
}

/// Commas outside of brackets and strings in the `repr()` of values.
fn commas(text: &str) -> usize {
    let (mut depth, mut found, mut quote, mut escaped) = (0, 0, None, false);
    for c in text.chars() {
        match (quote, c) {
            _ if escaped => escaped = false,
            (Some(_), '\\') => escaped = true,
            (Some(open), c) if c == open => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'') => quote = Some(c),
            (None, '(' | '[' | '{') => depth += 1,
            (None, ')' | ']' | '}') => depth -= 1,
            (None, ',') if depth == 0 => found += 1,
            _ => {}
        }
    }
    found
}

fn first(error: &Error) -> Result<String> {
    let details = error.details.as_deref();
    if let Some(first) = details.and_then(|details| details.first.as_ref()) {
        return Ok(first.clone());
    }
    if count(error) == 0 {
        return Err(Error::index("tuple index out of range"));
    }
    let is_text = details.is_none_or(|details| details.args.is_none()) && os_parts(error).is_none();
    let unquoted = |text: &str| text.strip_prefix('\'')?.strip_suffix('\'').map(str::to_string);
    match (is_text, &*error.kind) {
        (true, "KeyError") => unquoted(&error.message),
        (true, _) => Some(error.message.clone()),
        (false, _) => None,
    }
    .ok_or_else(|| {
        Error::type_("the first argument of this exception is no text, which is all that compiled code reads here")
    })
}

/// The number, the text and the file of an operating system error such as `[Errno 2] No such file or directory: 'x'`.
fn os_parts(error: &Error) -> Option<(&str, &str, &str)> {
    let rest = error.message.strip_prefix("[Errno ")?;
    let (number, rest) = rest.split_once("] ")?;
    match rest.rsplit_once(": ") {
        Some((text, file)) if file.starts_with('\'') => Some((number, text, file.trim_matches('\''))),
        _ => Some((number, rest, "")),
    }
}

fn os_part(error: &Error, name: &str) -> Result<String> {
    let parts = os_parts(error).map(|(number, text, file)| match name {
        "errno" => number,
        "strerror" => text,
        _ => file,
    });
    parts.map(str::to_string).ok_or_else(|| {
        let kind = error.kind.rsplit('.').next().unwrap_or_default();
        Error::new("AttributeError", format!("'{kind}' object has no attribute '{name}'"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commas_within_arguments_do_not_count() {
        assert_eq!(commas(r"'a, \', b', (1, [2, 3]), {4, 5}"), 2);
        assert_eq!(commas("'one'"), 0);
    }

    #[test]
    fn a_record_carries_everything() {
        let mut error = Error::value("a;b,c");
        let details =
            Details { args: Some("1, 'x'".into()), first: Some("é".into()), code: Some(-3), ..Details::default() };
        error.details = Some(Box::new(Details { frames: Frames::parse("1f,20,"), cause: "c".into(), ..details }));
        assert_eq!(from_record(&record(&error)), error);
        assert_eq!(from_record("nonsense").kind, "SystemError");
    }

    #[test]
    fn parts_are_those_of_python() {
        let said = |error: &Error, name: &str| part(error, name).expect(name);
        let error = Error::value("bad");
        assert_eq!((said(&error, "repr"), said(&error, "args")), ("ValueError('bad')".into(), "('bad',)".into()));
        assert_eq!(said(&Error::value(""), "args"), "()");
        let key = Error::new("KeyError", "'a'");
        assert_eq!((said(&key, "repr"), said(&key, "first")), ("KeyError('a')".into(), "a".into()));
        let missing = Error::os(&std::io::Error::from_raw_os_error(2), "x.txt");
        assert_eq!(said(&missing, "repr"), "FileNotFoundError(2, 'No such file or directory')");
        assert_eq!(said(&missing, "filename"), "x.txt");
        assert!(part(&error, "errno").is_err() && part(&Error::value(""), "first").is_err());
    }
}
