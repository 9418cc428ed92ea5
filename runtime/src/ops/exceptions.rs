//! Raising exceptions, and taking apart those that were caught.

use super::value::{Args, Owned};
use crate::attempt;
use crate::error::{Error, Result};
use crate::exception::{self, Details};

/// Raises an exception with a text.
pub fn raise(args: Args) -> Result<Owned> {
    let message = if args.is_none(0) { "" } else { args.text(0)? };
    Err(Error::new(args.text(1)?.to_owned(), message))
}

/// Raises an exception with other arguments than one text, or from another one.
pub fn raise_args(args: Args) -> Result<Owned> {
    let (message, given, first, cause) = (args.text(0)?, args.text(1)?, args.text(2)?, args.text(3)?);
    let kind = args.text(4)?.to_owned();
    let mut details = Details { args: Some(given.to_string()), ..Details::default() };
    if !first.is_empty() {
        details.first = first.strip_prefix('+').map(str::to_string);
    }
    details.cause = cause.to_string();
    let mut error = Error::new(kind, message);
    error.details = Some(Box::new(details));
    Err(error)
}

/// Raises a caught exception again.
pub fn reraise(args: Args) -> Result<Owned> {
    let record = args.text(0)?;
    // `raise e` adds its own line to the traceback, `raise` does not.
    let named = record.strip_prefix('!');
    let mut error = exception::from_record(named.unwrap_or(record));
    error.details.get_or_insert_default().renewed = named.is_some();
    Err(error)
}

/// A handler begins.
pub fn handle(args: Args) -> Result<Owned> {
    attempt::begin_handling(args.text(0)?);
    Ok(Owned::None)
}

/// A handler has come to its end.
pub fn handled(_args: Args) -> Result<Owned> {
    attempt::end_handling();
    Ok(Owned::None)
}

/// The exception that the last `try` caught.
pub fn caught(_args: Args) -> Result<Owned> {
    Ok(Owned::text(exception::record(&attempt::caught()?)))
}

/// A part of an exception.
pub fn part(args: Args) -> Result<Owned> {
    let error = exception::from_record(args.text(0)?);
    let name = args.text(1)?;
    let text = exception::part(&error, name)?;
    match name {
        "errno" | "count" => text.parse().map(Owned::int).map_err(|_| Error::internal("an error number is none")),
        _ => Ok(Owned::text(text)),
    }
}

/// Whether an exception is of one of some classes.
pub fn is(args: Args) -> Result<Owned> {
    let error = exception::from_record(args.text(0)?);
    Ok(Owned::bool(attempt::is_one_of(&error, args.text(1)?)))
}

/// Raises `SystemExit`.
pub fn exit(args: Args) -> Result<Owned> {
    let mut details = Details::default();
    let message = if args.is_text(0) {
        args.text(0)?.to_string()
    } else {
        let code = args.int(0)?;
        (details.code, details.args) = (Some(code), Some(code.to_string()));
        code.to_string()
    };
    let mut error = Error::new("SystemExit", message);
    error.details = Some(Box::new(details));
    Err(error)
}
