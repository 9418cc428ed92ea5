//! What sees or changes the world: files, the environment, the clock.

use super::Call;
use crate::error::{Error, Result};
use crate::exec;
use crate::ops::files::is_first;
use crate::ops::value::Owned;
use std::path::Path;
use std::time::Duration;

pub fn call(call: &Call) -> Result<Owned> {
    match call.name {
        "exists" => {
            let path = call.args.text(0)?;
            as_the_first_sees(|| Path::new(path).exists())
        }
        "isfile" => {
            let path = call.args.text(0)?;
            as_the_first_sees(|| Path::new(path).is_file())
        }
        "isdir" => {
            let path = call.args.text(0)?;
            as_the_first_sees(|| Path::new(path).is_dir())
        }
        "getsize" => {
            let path = call.args.text(0)?;
            let found = std::fs::metadata(path).map_err(|cause| Error::os(&cause, path))?;
            Ok(Owned::int(found.len() as i64))
        }
        "getcwd" => {
            let path = std::env::current_dir().map_err(|cause| Error::os(&cause, "."))?;
            Ok(Owned::text(path.to_string_lossy().into_owned()))
        }
        "has_variable" => Ok(Owned::bool(std::env::var_os(call.args.text(0)?).is_some())),
        "variable" => {
            let value = std::env::var_os(call.args.text(0)?).unwrap_or_default();
            Ok(Owned::text(value.to_string_lossy().into_owned()))
        }
        "sleep" => {
            let seconds = call.args.float(0)?;
            if seconds < 0.0 {
                return Err(Error::value("sleep length must be non-negative"));
            }
            crate::rank::flush_output()?;
            std::thread::sleep(Duration::try_from_secs_f64(seconds).unwrap_or(Duration::MAX));
            Ok(Owned::int(0))
        }
        "argument" => super::argparse::found(call.args.text(0)?),
        "argparse" => super::argparse::parse(call),
        "makedirs" => {
            let path = call.args.text(0)?;
            by_the_first(|| std::fs::create_dir_all(path).map_err(|cause| Error::os(&cause, path)))
        }
        "remove" => {
            let path = call.args.text(0)?;
            by_the_first(|| std::fs::remove_file(path).map_err(|cause| Error::os(&cause, path)))
        }
        _ => Err(call.unknown()),
    }
}

/// Changes the file system once, when all ranks have come here; an error is raised on each.
fn by_the_first(change: impl FnOnce() -> Result<()>) -> Result<Owned> {
    exec::barrier()?;
    let done = if is_first() { change() } else { Ok(()) };
    exec::agree_on(done)?;
    Ok(Owned::int(0))
}

/// What the first rank finds, told to all.
fn as_the_first_sees(found: impl FnOnce() -> bool) -> Result<Owned> {
    let mine = if is_first() { vec![u8::from(found())] } else { Vec::new() };
    Ok(Owned::bool(exec::from_first(mine)? == [1]))
}
