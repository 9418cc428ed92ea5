//! What a rule must be besides well formed: variables bound, attributes given, types that can be made.

use super::Rule;
use super::parse::Wrong;
use super::pattern::{Pattern, Rest, attribute_names};
use crate::context::Diagnostic;
use crate::egraph::language::{Hidden, hidden};

/// Checks one direction of a rule.
pub fn check(rule: &Rule) -> Result<(), Wrong> {
    let wrong = |message: String| Err(Box::new(Diagnostic::new(&rule.loc, message)));
    if matches!(rule.from, Pattern::Var(_) | Pattern::Number(_)) {
        return wrong(format!("rule \"{}\" would rewrite every value: its left side must be an op", rule.name));
    }
    let bound = rule.from.variables();
    let unbound = |names: Vec<String>| names.into_iter().find(|name| !bound.contains(name));
    if let Some(name) = unbound(rule.to.variables()) {
        return wrong(format!("`?{name}` is on the right of rule \"{}\" but not on the left", rule.name));
    }
    for condition in &rule.conditions {
        if let Some(name) = unbound(condition.variables()) {
            return wrong(format!("`?{name}` is in a condition of rule \"{}\" but not on its left", rule.name));
        }
    }
    makes(rule, &rule.to)
}

/// Checks that a right side says all that its ops need.
fn makes(rule: &Rule, to: &Pattern) -> Result<(), Wrong> {
    let mut wrong = None;
    to.visit(&mut |pattern| {
        let Pattern::Op { row, attrs, operands, rest } = pattern else { return };
        if hidden(row) == Hidden::Whole {
            wrong.get_or_insert(format!(
                "{} cannot stand on the right: its result type does not follow from its operands",
                row.name
            ));
        }
        if let Some((name, _)) = attribute_names(row).iter().zip(attrs).find(|(_, attr)| attr.is_none()) {
            wrong.get_or_insert(format!(
                "`{name}` of {} must be given on the right of rule \"{}\"",
                row.name, rule.name
            ));
        }
        let numbers = |parts: &[Pattern]| parts.iter().any(|part| matches!(part, Pattern::Number(_)));
        let typeless = row.name == "from_scalar" && numbers(operands)
            || row.name == "concat" && matches!(rest, Rest::Each(parts) if numbers(parts));
        if typeless {
            wrong.get_or_insert(format!("a bare number has no element type as operand of {}", row.name));
        }
    });
    wrong.map_or(Ok(()), |message| Err(Box::new(Diagnostic::new(&rule.loc, message))))
}
