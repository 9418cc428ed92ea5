//! Tests of rules: both sides are evaluated on random well-typed inputs; a false rule is refused with a counterexample.
//!
//! What is compared depends on the float level. Integers and booleans must be equal at every level.
//!
//! * `strict`: equal bits on any floats, NaN, infinities, -0.0 and extremes among them (all NaN are one).
//! * `reassociate`: equal up to rounding on moderate floats of any sign. And where one input holds NaN, an infinity or -0.0 and the others
//!   are positive and not empty, the same elements are NaN or infinite, and zeros have the same sign unless a sum of several terms made them.
//!   What the level cannot promise is the fate of infinities that meet zeros or one another on the way, and that an intermediate of the
//!   written order overflows or underflows just when that of the other order does. Among the built-in rules of this level only those
//!   about matrix products and sums of sums may do so, and only where products or sums of that size occur: rules about elements keep what
//!   is finite finite and what is infinite infinite, at any magnitude.
//! * `fast`: equal up to rounding wherever the left side is a finite number.

mod bind;
mod compare;
mod run;
mod values;

use super::{Rule, parse};
use crate::context::{Diagnostic, FloatLevel};
use bind::{Binding, Sampler};
use run::{Side, Stop};
use values::Family;

/// What came of testing one rule.
#[derive(Clone, Debug, PartialEq)]
pub enum Verdict {
    /// It held on this many inputs.
    Holds(usize),
    /// It is false: the bindings and what both sides gave, a line each.
    False(String),
    /// No input was found that it applies to.
    NeverApplies,
}

/// Inputs tried for each choice of element types and each family of values, and how many are enough (fewer for 32 bits).
const TRIES: usize = 200;
const ENOUGH: usize = 16;

/// Tests the rules of a file and gives a line per rule.
///
/// # Errors
/// Mistakes of the file, false rules and rules that never apply, each at its place.
pub fn test_file(name: &str, text: &str) -> Result<String, Vec<Diagnostic>> {
    let rules = parse(name, text)?;
    let mut lines = String::new();
    let mut wrong = Vec::new();
    for rule in &rules {
        match test_rule(rule) {
            Verdict::Holds(inputs) => lines.push_str(&format!("\"{}\": holds on {inputs} inputs\n", rule.name)),
            Verdict::False(example) => {
                let message =
                    format!("rule \"{}\" is false at float level {}\n{example}", rule.name, level_name(rule.level));
                let help = "add a condition that excludes this, or a level that allows it (`@fast`)";
                wrong.push(Diagnostic::new(&rule.loc, message).with_help(help));
            }
            Verdict::NeverApplies => {
                let message =
                    format!("rule \"{}\" was never tested: no well-typed input meets its conditions", rule.name);
                let help = "check ranks and element types of both sides; they must give the same type and shape";
                wrong.push(Diagnostic::new(&rule.loc, message).with_help(help));
            }
        }
    }
    if wrong.is_empty() { Ok(lines) } else { Err(wrong) }
}

fn level_name(level: FloatLevel) -> &'static str {
    match level {
        FloatLevel::Strict => "strict",
        FloatLevel::Reassociate => "reassociate",
        FloatLevel::Fast => "fast",
    }
}

/// Tests one direction of a rule.
pub fn test_rule(rule: &Rule) -> Verdict {
    let families: &[Family] = match rule.level {
        FloatLevel::Strict => &[Family::Any, Family::Moderate],
        FloatLevel::Reassociate => &[Family::Moderate, Family::OneSpecial],
        FloatLevel::Fast => &[Family::Moderate],
    };
    let mut sampler = Sampler::new(rule);
    let mut held = 0;
    for dtypes in sampler.element_types() {
        for &family in families {
            match try_inputs(rule, &mut sampler, &dtypes, family) {
                Ok(more) => held += more,
                Err(example) => return Verdict::False(example),
            }
        }
    }
    if held == 0 { Verdict::NeverApplies } else { Verdict::Holds(held) }
}

fn try_inputs(
    rule: &Rule,
    sampler: &mut Sampler,
    dtypes: &bind::ElementTypes,
    family: Family,
) -> Result<usize, String> {
    let narrow = dtypes.values().any(|dtype| dtype.size() == 4);
    let enough = if narrow { ENOUGH / 3 } else { ENOUGH };
    let mut held = 0;
    for attempt in 0..TRIES {
        // A choice of types that never fits is left early.
        if held == enough || (held == 0 && attempt == TRIES / 2) {
            break;
        }
        let Some(binding) = sampler.binding(dtypes, family) else { continue };
        match judge(rule, &binding, family) {
            Ok(applied) => held += usize::from(applied),
            Err(example) => return Err(shortest(rule, sampler, dtypes, family, example)),
        }
    }
    Ok(held)
}

/// The shortest counterexample of some more.
fn shortest(rule: &Rule, sampler: &mut Sampler, dtypes: &bind::ElementTypes, family: Family, first: String) -> String {
    let more = (0..TRIES).filter_map(|_| judge(rule, &sampler.binding(dtypes, family)?, family).err());
    more.fold(first, |best, other| if other.len() < best.len() { other } else { best })
}

/// Whether a binding is one that the rule applies to, and it holds there.
fn judge(rule: &Rule, binding: &Binding, family: Family) -> Result<bool, String> {
    let left = run::side(&binding.left, binding, run::Numbers::Shaped, None);
    let near = match &left {
        Ok(side) => Some(side.info.dtype),
        Err(_) => binding.first_dtype(),
    };
    if matches!(left, Err(Stop::IllTyped | Stop::Undefined(_))) || !binding.meets(&rule.conditions) {
        return Ok(false);
    }
    let right = run::side(&rule.to, binding, run::Numbers::Plain, near);
    match (left, right) {
        (Ok(left), Ok(right)) => agree(rule, binding, family, &left, &right),
        (Err(Stop::Raises(_)), Err(Stop::Raises(_) | Stop::IllTyped)) => Ok(true),
        (Ok(_), Err(Stop::IllTyped)) if binding.ill_typed_in_every_shape(&rule.to, near) => Ok(false),
        (Err(_), _) => Ok(false),
        (Ok(left), Err(stop)) => Err(example(rule, binding, &left.shown(), &stop.to_string())),
    }
}

fn agree(rule: &Rule, binding: &Binding, family: Family, left: &Side, right: &Side) -> Result<bool, String> {
    if !left.info.same_type(&right.info, &Default::default()) {
        return Ok(false);
    }
    match compare::equal(rule, family, left, right) {
        true => Ok(true),
        false => Err(example(rule, binding, &left.shown(), &right.shown())),
    }
}

fn example(rule: &Rule, binding: &Binding, left: &str, right: &str) -> String {
    format!("{}  {} = {left}\n  {} = {right}", binding.shown(), rule.from, rule.to)
}
