//! Functions of Python's standard library, by name.

mod argparse;
mod argparse_help;
mod floats;
mod integers;
pub mod memo;
mod paths;
mod world;

use super::value::{Args, Owned};
use crate::error::{Error, Result};

/// A function that reads its arguments alone; the name is the last argument.
pub fn std_call(args: Args) -> Result<Owned> {
    let call = Call::new(args)?;
    match call.name.split_once('.') {
        Some(("int", name)) => integers::call(&call, name),
        Some(("float", name)) => floats::call(&call, name),
        Some(("path", name)) => paths::call(&call, name),
        _ => Err(call.unknown()),
    }
}

/// A function that sees or changes the world; the name is the last argument.
pub fn std_world(args: Args) -> Result<Owned> {
    let call = Call::new(args)?;
    match call.name.strip_prefix("memo.") {
        Some(name) => memo::call(&call, name),
        None => world::call(&call),
    }
}

/// A call of a function by name.
pub struct Call<'a> {
    pub args: Args<'a>,
    pub name: &'a str,
    /// Number of arguments, the name not counted.
    pub count: usize,
}

impl<'a> Call<'a> {
    fn new(args: Args<'a>) -> Result<Call<'a>> {
        let count = args.len().checked_sub(1).ok_or_else(|| Error::internal("a call of the library lacks its name"))?;
        Ok(Call { name: args.text(count)?, args, count })
    }

    /// All arguments as floats.
    pub fn floats(&self) -> Result<Vec<f64>> {
        (0..self.count).map(|at| self.args.float(at)).collect()
    }

    pub fn unknown(&self) -> Error {
        Error::internal(format!("the library has no function `{}`", self.name))
    }
}
