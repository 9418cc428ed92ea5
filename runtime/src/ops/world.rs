//! Module variables, program arguments, time, output and the ends of a program.

use super::value::{Args, Owned};
use crate::array::view::normalize_index;
use crate::error::{Error, Result};
use crate::{attempt, exec, rank};
use std::io::Write;
use std::time::{SystemTime, UNIX_EPOCH};

/// The value of a module-level variable.
pub fn global_get(args: Args) -> Result<Owned> {
    let name = args.text(0)?;
    if name.starts_with('%') {
        return attempt::take(name);
    }
    rank::with(|rank| rank.globals.borrow().get(name).cloned())
        .ok_or_else(|| Error::new("NameError", format!("name '{name}' is not defined")))
}

/// Sets a module-level variable.
pub fn global_set(args: Args) -> Result<Owned> {
    let (value, name) = (args.owned(0)?, args.text(1)?);
    // Variables that outlive the body of a `try`.
    if name.starts_with('%') {
        attempt::set(name, value);
        return Ok(Owned::None);
    }
    let old = rank::with(|rank| rank.globals.borrow_mut().insert(name.to_owned(), value));
    drop(old);
    Ok(Owned::None)
}

/// Number of program arguments, the script's name included.
pub fn argc(_args: Args) -> Result<Owned> {
    Ok(Owned::int(rank::with(|rank| rank.argv.borrow().len()) as i64))
}

/// A program argument.
pub fn argv(args: Args) -> Result<Owned> {
    let index = args.int(0)?;
    rank::with(|rank| {
        let argv = rank.argv.borrow();
        let at = normalize_index(index, 0, argv.len() as i64).map_err(|_| Error::index("list index out of range"))?;
        Ok(Owned::text(argv[at as usize].as_str()))
    })
}

/// Seconds since 1970, rank 0's on every rank, after all work before it.
pub fn clock(_args: Args) -> Result<Owned> {
    exec::settle()?;
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0.0, |since| since.as_secs_f64());
    exec::agree(now).map(Owned::float)
}

/// Writes text as it is, on rank 0.
pub fn print(args: Args) -> Result<Owned> {
    let (text, to_stderr) = (args.text(0)?, args.flag(1)?);
    rank::with(|rank| match rank.number.get() {
        0 if to_stderr => std::io::stderr().write_all(text.as_bytes()),
        0 => rank.output.borrow_mut().write_all(text.as_bytes()),
        _ => Ok(()),
    })
    .map_err(|cause| Error::os(&cause, if to_stderr { "<stderr>" } else { "<stdout>" }))?;
    Ok(Owned::None)
}
