//! Rewrite rules: rows of text that the optimizer reads, checks and applies. Built-in rules and the user's use the same format.
//!
//! ```text
//! # A comment.
//! "scale-matvec": (matmul (mul ?s ?A) ?x) => (mul ?s (matmul ?A ?x)) if scalar(?s)
//! "sum-sum": (sum (sum ?x axes=?a keepdims=false) axes=?b keepdims=false) => (sum ?x axes=nest(?a, ?b) keepdims=false)
//! "double-not": (not (not ?x)) => ?x @strict
//! ```
//!
//! A pattern is a variable `?x`, a number, `true`, `false`, `inf`, `nan`, or an op of the table with operands and named attributes. The last operand
//! of a variadic op may be `?rest...`. An attribute left out on the left matches anything. `<=>` stands for two rules.
//! A rule's float level is what it needs: `@strict`, `@reassociate` (when nothing is said) or `@fast`.
//!
//! A rule that is not strict may round, and rounding must not add up. So on floats it makes a constant of constants only if that is exact, it
//! does not look into an expression whose value is known, and at the default level it leaves scalars alone: it is there to save work on arrays.

mod apply;
mod attribute;
pub(crate) mod check;
mod condition;
mod lexer;
mod parse;
mod pattern;
mod reach;
pub mod test;

pub use condition::{Condition, Test};
pub use parse::parse;
pub use pattern::{AttrPattern, Number, Pattern, Rest};
pub use reach::{Prepared, prepare, reachable};

use crate::context::{Diagnostic, FloatLevel};
use phylanx_dialects::ir::Loc;

/// One direction of a rule.
#[derive(Clone, Debug, PartialEq)]
pub struct Rule {
    pub name: String,
    pub from: Pattern,
    pub to: Pattern,
    pub conditions: Vec<Condition>,
    pub level: FloatLevel,
    pub loc: Loc,
}

/// The built-in rule files, by topic.
const BUILT_IN: &[(&str, &str)] = &[
    ("algebra.rules", include_str!("algebra.rules")),
    ("linear.rules", include_str!("linear.rules")),
    ("folds.rules", include_str!("folds.rules")),
    ("views.rules", include_str!("views.rules")),
    ("logic.rules", include_str!("logic.rules")),
    ("functions.rules", include_str!("functions.rules")),
];

/// All built-in rules in the order of their files.
///
/// # Errors
/// A mistake in a built-in file: an error of ours, kept out by a test.
pub fn built_in() -> Result<Vec<Rule>, Vec<Diagnostic>> {
    let mut rules = Vec::new();
    for (name, text) in BUILT_IN {
        rules.extend(parse(name, text)?);
    }
    Ok(rules)
}

/// Names and texts of the built-in rule files.
pub fn built_in_files() -> &'static [(&'static str, &'static str)] {
    BUILT_IN
}
