//! What is found out about the variables of a function, for the `typed` stage.

use super::Lowerer;
use crate::ast::Name;
use crate::source::Span;
use crate::value::{Form, Val};
use std::collections::BTreeMap;

/// Types of variables where they are bound, by place and name; the last walk of a loop has the last word.
#[derive(Default, Clone)]
pub struct Notes(BTreeMap<(Span, Name), String>);

impl Notes {
    /// The notes as lines `line: name: type`.
    pub fn lines(&self, line_of: impl Fn(Span) -> u32) -> Vec<String> {
        self.0.iter().map(|((at, name), text)| format!("    {}: {name}: {text}", line_of(*at))).collect()
    }
}

impl Lowerer<'_> {
    /// Notes that a variable is bound to a value here.
    pub fn note(&mut self, name: &Name, val: &Val) {
        let mut text = val.describe();
        if let Val::Array(array) = val
            && array.form == Form::Ref
        {
            text.push_str(" (reference)");
        }
        if let Val::Scalar(scalar) = val
            && let Some(known) = scalar.known()
        {
            text.push_str(&match known {
                crate::value::Const::Bool(value) => format!(" = {}", if value { "True" } else { "False" }),
                crate::value::Const::Int(value) => format!(" = {value}"),
                crate::value::Const::Float(value) => format!(" = {value:?}"),
                crate::value::Const::Complex(re, im) => format!(" = {re:?} + {im:?}j"),
            });
        }
        self.frame.notes.0.insert((Span { end: self.frame.at.start, ..self.frame.at }, name.clone()), text);
    }
}
