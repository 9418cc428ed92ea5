//! Texts of arrays with options, and options that stay.

use super::value::{Args, Owned};
use crate::error::Result;
use crate::text::array;
use crate::text::options::{self, Options};

/// The options that hold now, changed by operands from `first` on; `names` tells which each is.
fn changed<'a>(args: &Args<'a>, first: usize, names: &str) -> Result<(Options, Words<'a>)> {
    let (mut found, mut words) = (options::current(), Words::default());
    for (at, name) in names.split(',').filter(|name| !name.is_empty()).enumerate() {
        let at = first + at;
        match name {
            "separator" => words.separator = args.text(at)?,
            "prefix" => words.prefix = args.text(at)?,
            "suffix" => words.suffix = args.text(at)?,
            "sign" | "floatmode" => found = found.with_word(name, args.text(at)?)?,
            _ => {
                let value = if args.is_none(at) { None } else { Some(args.int(at)?) };
                found = found.with_number(name, value)?;
            }
        }
    }
    Ok((found, words))
}

/// What stands around and between items.
struct Words<'a> {
    separator: &'a str,
    prefix: &'a str,
    suffix: &'a str,
}

impl Default for Words<'_> {
    fn default() -> Self {
        Words { separator: " ", prefix: "", suffix: "" }
    }
}

/// The text of an array: `str`, `repr` or `joined`, with options.
pub fn array_text(args: Args) -> Result<Owned> {
    let end = args.len() - 2;
    let (kind, names) = (args.text(end)?, args.text(end + 1)?);
    let (options, words) = changed(&args, 1, names)?;
    let array = args.array(0)?;
    let text = match kind {
        "repr" => array::repr_with(array, &options)?,
        "joined" => array::joined(array, words.separator, words.prefix, words.suffix, &options),
        _ => array::str_with(array, &options)?,
    };
    Ok(Owned::text(text))
}

/// `np.set_printoptions` (`set`), and `np.printoptions` (`enter`, `leave`).
pub fn print_options(args: Args) -> Result<Owned> {
    let end = args.len() - 2;
    let (action, names) = (args.text(end)?, args.text(end + 1)?);
    match action {
        "leave" => options::leave(),
        "enter" => options::enter(changed(&args, 0, names)?.0),
        _ => options::set(changed(&args, 0, names)?.0),
    }
    Ok(Owned::None)
}
