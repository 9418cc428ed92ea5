//! How NumPy prints arrays: `np.set_printoptions`, `np.printoptions`, and the arguments of `np.array2string`.

use super::float_style::Signs;
use crate::error::{Error, Result};
use crate::rank;

/// How many digits floats are written with.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Digits {
    /// As many as needed, at most the precision.
    AtMost,
    /// As `AtMost`, all alike.
    Equal,
    /// The precision.
    Fixed,
    /// As many as tell a number from all others.
    Unique,
}

#[derive(Clone, Debug)]
pub struct Options {
    /// Digits after the point; without one as many as needed.
    pub precision: Option<usize>,
    pub threshold: i64,
    pub edge_items: i64,
    pub line_width: usize,
    pub suppress: bool,
    pub signs: Signs,
    pub digits: Digits,
}

impl Default for Options {
    fn default() -> Options {
        Options {
            precision: Some(8),
            threshold: 1000,
            edge_items: 3,
            line_width: 75,
            suppress: false,
            signs: Signs::Negative,
            digits: Digits::AtMost,
        }
    }
}

/// The options that hold now.
pub fn current() -> Options {
    rank::with(|rank| rank.print_options.borrow().last().cloned().unwrap_or_default())
}

/// The options from now on.
pub fn set(options: Options) {
    rank::with(|rank| {
        let mut held = rank.print_options.borrow_mut();
        held.pop();
        held.push(options);
    });
}

/// The options until `leave`.
pub fn enter(options: Options) {
    rank::with(|rank| {
        let mut held = rank.print_options.borrow_mut();
        if held.is_empty() {
            held.push(Options::default());
        }
        held.push(options);
    });
}

pub fn leave() {
    rank::with(|rank| {
        rank.print_options.borrow_mut().pop();
    });
}

/// How many `np.printoptions` are entered.
pub fn depth() -> usize {
    rank::with(|rank| rank.print_options.borrow().len())
}

/// Leaves those that were entered since there were as many; what an exception skipped.
pub fn leave_to(depth: usize) {
    rank::with(|rank| {
        let mut held = rank.print_options.borrow_mut();
        // The outermost options stay once they are there: `set_printoptions` may have made them.
        held.truncate(depth.max(1));
    });
}

impl Options {
    /// With a number as an option; `None` for one that is left to NumPy.
    ///
    /// # Errors
    /// `ValueError` for a negative precision.
    pub fn with_number(mut self, name: &str, value: Option<i64>) -> Result<Options> {
        match (name, value) {
            ("precision", Some(value)) if value < 0 => return Err(Error::value("precision must be >= 0")),
            ("precision", value) => self.precision = value.map(|value| value as usize),
            ("threshold", Some(value)) => self.threshold = value,
            ("edgeitems", Some(value)) => self.edge_items = value.max(0),
            ("linewidth", Some(value)) => self.line_width = value.max(0) as usize,
            ("suppress", Some(value)) => self.suppress = value != 0,
            _ => {}
        }
        Ok(self)
    }

    /// With a word as an option.
    ///
    /// # Errors
    /// `ValueError` for a word that NumPy does not know.
    pub fn with_word(mut self, name: &str, word: &str) -> Result<Options> {
        match (name, word) {
            ("sign", "-") => self.signs = Signs::Negative,
            ("sign", "+") => self.signs = Signs::All,
            ("sign", " ") => self.signs = Signs::Space,
            ("sign", _) => return Err(Error::value("sign option must be one of ' ', '+', or '-'")),
            (_, "maxprec") => self.digits = Digits::AtMost,
            (_, "maxprec_equal") => self.digits = Digits::Equal,
            (_, "fixed") => self.digits = Digits::Fixed,
            (_, "unique") => self.digits = Digits::Unique,
            _ => {
                let modes = "['fixed', 'unique', 'maxprec', 'maxprec_equal']";
                return Err(Error::value(format!("floatmode option must be one of {modes}")));
            }
        }
        Ok(self)
    }
}
