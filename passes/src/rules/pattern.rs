//! Both sides of a rule as trees.

use crate::egraph::language::{AttrValue, Hidden, arity, fixed_operands, has_pack, hidden};
use phylanx_dialects::ops::OpRow;

/// A term with variables.
#[derive(Clone, Debug)]
pub enum Pattern {
    Var(String),
    Number(Number),
    Op { row: &'static OpRow, operands: Vec<Pattern>, rest: Rest, attrs: Vec<Option<AttrPattern>> },
}

/// A literal; it takes the element type of its neighbours.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Number {
    Int(i64),
    Float(f64),
    Bool(bool),
}

/// The variadic operands of an op.
#[derive(Clone, Debug, PartialEq)]
pub enum Rest {
    /// The op has none.
    Nothing,
    /// All of them, as `?name...`.
    Var(String),
    Each(Vec<Pattern>),
}

/// What an attribute must be (left), or is made of (right).
#[derive(Clone, Debug, PartialEq)]
pub enum AttrPattern {
    Var(String),
    Literal(AttrValue),
    /// A function of attributes and values, such as `compose(?p, ?q)`.
    Function(&'static str, Vec<AttrPattern>),
}

impl PartialEq for Pattern {
    fn eq(&self, other: &Pattern) -> bool {
        self.to_string() == other.to_string()
    }
}

impl Pattern {
    /// Visits this pattern and all below it, outermost first.
    pub fn visit<'p>(&'p self, see: &mut impl FnMut(&'p Pattern)) {
        see(self);
        if let Pattern::Op { operands, rest, .. } = self {
            operands.iter().for_each(|operand| operand.visit(see));
            if let Rest::Each(parts) = rest {
                parts.iter().for_each(|part| part.visit(see));
            }
        }
    }

    /// Names of all variables, in order of first use, without doubles.
    pub fn variables(&self) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        let mut note = |name: &String| {
            if !names.contains(name) {
                names.push(name.clone());
            }
        };
        self.visit(&mut |pattern| match pattern {
            Pattern::Var(name) => note(name),
            Pattern::Number(_) => {}
            Pattern::Op { rest, attrs, .. } => {
                if let Rest::Var(name) = rest {
                    note(name);
                }
                attrs.iter().flatten().for_each(|attr| attr.variables(&mut note));
            }
        });
        names
    }
}

impl AttrPattern {
    fn variables(&self, note: &mut impl FnMut(&String)) {
        match self {
            AttrPattern::Var(name) => note(name),
            AttrPattern::Literal(_) => {}
            AttrPattern::Function(_, args) => args.iter().for_each(|arg| arg.variables(note)),
        }
    }
}

/// Names of an op's attributes as rules write them, in the order of a node's children.
pub fn attribute_names(row: &OpRow) -> Vec<&'static str> {
    let mut names: Vec<&'static str> = row.attrs.iter().map(|(name, _)| *name).collect();
    match hidden(row) {
        Hidden::Nothing => {}
        Hidden::Elem => names.push("to"),
        Hidden::Whole => names.push("type"),
    }
    debug_assert_eq!(names.len() + fixed_operands(row) + usize::from(has_pack(row)), arity(row));
    names
}

impl std::fmt::Display for Number {
    fn fmt(&self, out: &mut std::fmt::Formatter) -> std::fmt::Result {
        match self {
            Number::Int(value) => write!(out, "{value}"),
            Number::Float(value) => write!(out, "{value:?}"),
            Number::Bool(value) => write!(out, "{value}"),
        }
    }
}

impl std::fmt::Display for AttrPattern {
    fn fmt(&self, out: &mut std::fmt::Formatter) -> std::fmt::Result {
        match self {
            AttrPattern::Var(name) => write!(out, "?{name}"),
            AttrPattern::Literal(AttrValue::Ints(values)) => {
                let items: Vec<String> = values.iter().map(i64::to_string).collect();
                write!(out, "[{}]", items.join(", "))
            }
            AttrPattern::Literal(AttrValue::Int(value)) => write!(out, "{value}"),
            AttrPattern::Literal(AttrValue::Bool(value)) => write!(out, "{value}"),
            AttrPattern::Literal(AttrValue::Text(text) | AttrValue::Type(text)) => write!(out, "{text:?}"),
            AttrPattern::Literal(AttrValue::Elem(dtype)) => {
                write!(out, "{}", phylanx_dialects::ir::dtype_to_mlir(*dtype))
            }
            AttrPattern::Function(name, args) => {
                let args: Vec<String> = args.iter().map(AttrPattern::to_string).collect();
                write!(out, "{name}({})", args.join(", "))
            }
        }
    }
}

impl std::fmt::Display for Pattern {
    fn fmt(&self, out: &mut std::fmt::Formatter) -> std::fmt::Result {
        match self {
            Pattern::Var(name) => write!(out, "?{name}"),
            Pattern::Number(number) => write!(out, "{number}"),
            Pattern::Op { row, operands, rest, attrs } => {
                write!(out, "({}", row.name)?;
                for operand in operands {
                    write!(out, " {operand}")?;
                }
                match rest {
                    Rest::Nothing => {}
                    Rest::Var(name) => write!(out, " ?{name}...")?,
                    Rest::Each(parts) => parts.iter().try_for_each(|part| write!(out, " {part}"))?,
                }
                for (name, attr) in attribute_names(row).iter().zip(attrs) {
                    if let Some(attr) = attr {
                        write!(out, " {name}={attr}")?;
                    }
                }
                write!(out, ")")
            }
        }
    }
}
