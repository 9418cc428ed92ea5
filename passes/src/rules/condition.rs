//! Side conditions of rules: facts of a class that must hold for the rule to apply.

use super::lexer::Token;
use super::parse::{Parser, Wrong};
use super::pattern::AttrPattern;
use crate::egraph::extent::{Dim, Extents};
use crate::egraph::info::{Data, Form, Info};
use crate::egraph::language::{AttrValue, Const, is_float, is_int};
use phylanx_dialects::DType;

/// A condition on variables.
#[derive(Clone, Debug, PartialEq)]
pub struct Condition {
    pub test: Test,
    /// Variables, in order.
    pub on: Vec<String>,
    /// What comes after `=`, or a literal argument.
    pub value: Option<AttrValue>,
}

/// What is tested.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Test {
    Scalar,
    Vector,
    Matrix,
    Rank,
    Dtype,
    Float,
    Int,
    Bool,
    SameShape,
    /// The shape of one is that of the other backwards.
    Mirrored,
    Const,
    Nonzero,
    Positive,
    Nonnegative,
    Finite,
    PowerOfTwo,
    Identity,
    Square,
    /// Attribute: an axis list that has this axis.
    HasAxis,
    /// Attribute: an axis list without this axis.
    LacksAxis,
    /// An axis list names every axis of a value.
    AllAxes,
    /// An extent is known to be 1 along every folded axis.
    UnitAxes,
    /// An extent is certainly not zero.
    Nonempty,
}

/// Name, test, number of variables, whether a value follows.
const TESTS: &[(&str, Test, usize, Value)] = &[
    ("scalar", Test::Scalar, 1, Value::None),
    ("vector", Test::Vector, 1, Value::None),
    ("matrix", Test::Matrix, 1, Value::None),
    ("rank", Test::Rank, 1, Value::Equals),
    ("dtype", Test::Dtype, 1, Value::Equals),
    ("float", Test::Float, 1, Value::None),
    ("int", Test::Int, 1, Value::None),
    ("bool", Test::Bool, 1, Value::None),
    ("same_shape", Test::SameShape, 2, Value::None),
    ("mirrored", Test::Mirrored, 2, Value::None),
    ("const", Test::Const, 1, Value::None),
    ("nonzero", Test::Nonzero, 1, Value::None),
    ("positive", Test::Positive, 1, Value::None),
    ("nonnegative", Test::Nonnegative, 1, Value::None),
    ("finite", Test::Finite, 1, Value::None),
    ("power_of_two", Test::PowerOfTwo, 1, Value::None),
    ("identity", Test::Identity, 1, Value::None),
    ("square", Test::Square, 1, Value::None),
    ("has_axis", Test::HasAxis, 1, Value::Argument),
    ("lacks_axis", Test::LacksAxis, 1, Value::Argument),
    ("all_axes", Test::AllAxes, 2, Value::None),
    ("unit_axes", Test::UnitAxes, 2, Value::None),
    ("nonempty", Test::Nonempty, 1, Value::None),
];

#[derive(Clone, Copy, PartialEq)]
enum Value {
    None,
    /// `rank(?x)=2`
    Equals,
    /// `has_axis(?a, 0)`
    Argument,
}

impl Condition {
    /// Variables of the condition.
    pub fn variables(&self) -> Vec<String> {
        self.on.clone()
    }

    /// Whether the condition holds of facts; `lookup` gives those of a variable.
    pub fn holds<'d>(&self, lookup: impl Fn(&str) -> Option<&'d Data>, extents: &Extents) -> bool {
        let data: Option<Vec<&Data>> = self.on.iter().map(|name| lookup(name)).collect();
        match data.as_deref() {
            Some([Data::Value(x)]) => self.on_value(x, extents),
            Some([Data::Attr(attr)]) => self.on_attribute(attr),
            Some([Data::Value(x), Data::Value(y)]) => self.on_values(x, y, extents),
            Some([Data::Attr(attr), Data::Value(x)]) => self.on_axes(attr, x, extents),
            _ => false,
        }
    }

    fn on_value(&self, x: &Info, extents: &Extents) -> bool {
        let rank = |n: usize| x.form == Form::Tensor && x.dims.len() == n;
        let constant = |test: fn(Const) -> bool| x.fill.is_some_and(test);
        match self.test {
            Test::Scalar => rank(0),
            Test::Vector => rank(1),
            Test::Matrix => rank(2),
            Test::Rank => self.value == Some(AttrValue::Int(x.dims.len() as i64)) && x.form == Form::Tensor,
            Test::Dtype => self.value == Some(AttrValue::Elem(x.dtype)),
            Test::Float => is_float(x.dtype),
            Test::Int => is_int(x.dtype),
            Test::Bool => x.dtype == DType::Bool,
            Test::Const => x.fill.is_some(),
            Test::Nonzero => constant(|value| value.as_f64() != 0.0 && !value.as_f64().is_nan()),
            Test::Positive => constant(|value| value.as_f64() > 0.0),
            Test::Nonnegative => x.nonnegative,
            Test::Finite => x.finite,
            Test::PowerOfTwo => constant(|value| is_float(value.dtype) && exact_reciprocal(value)),
            Test::Square => matches!(&x.dims[..], [rows, columns] if extents.same(rows, columns)),
            Test::Nonempty => x.dims.iter().all(|dim| matches!(extents.normal(dim), Dim::Known(n) if n > 0)),
            _ => false,
        }
    }

    fn on_values(&self, x: &Info, y: &Info, extents: &Extents) -> bool {
        let backwards: Vec<Dim> = y.dims.iter().rev().cloned().collect();
        match self.test {
            Test::SameShape => extents.same_all(&x.dims, &y.dims),
            Test::Mirrored => extents.same_all(&x.dims, &backwards),
            _ => false,
        }
    }

    fn on_attribute(&self, attr: &AttrValue) -> bool {
        let AttrValue::Ints(values) = attr else {
            let AttrValue::Elem(dtype) = attr else { return false };
            return match self.test {
                Test::Float => is_float(*dtype),
                Test::Int => is_int(*dtype),
                Test::Bool => *dtype == DType::Bool,
                Test::Dtype => self.value == Some(AttrValue::Elem(*dtype)),
                _ => false,
            };
        };
        let has = |value: &Option<AttrValue>| matches!(value, Some(AttrValue::Int(axis)) if values.contains(axis));
        match self.test {
            Test::Identity => values.iter().enumerate().all(|(at, &axis)| at as i64 == axis),
            Test::HasAxis => has(&self.value),
            Test::LacksAxis => !has(&self.value),
            _ => false,
        }
    }

    fn on_axes(&self, attr: &AttrValue, x: &Info, extents: &Extents) -> bool {
        let AttrValue::Ints(axes) = attr else { return false };
        match self.test {
            Test::AllAxes => axes.len() == x.dims.len(),
            Test::UnitAxes => axes
                .iter()
                .all(|&axis| x.dims.get(axis as usize).is_some_and(|dim| extents.normal(dim) == Dim::Known(1))),
            _ => false,
        }
    }
}

/// Whether 1/c is exact: a normal power of two whose reciprocal is normal too.
fn exact_reciprocal(value: Const) -> bool {
    let c = value.as_f64();
    let (low, high) = if value.dtype == DType::F32 {
        (f64::from(f32::MIN_POSITIVE), 2f64.powi(126))
    } else {
        (f64::MIN_POSITIVE, 2f64.powi(1022))
    };
    let power = c.to_bits() & ((1u64 << 52) - 1) == 0;
    power && (low..=high).contains(&c.abs())
}

/// Reads one condition.
pub fn condition(parser: &mut Parser) -> Result<Condition, Wrong> {
    let unknown = parser.wrong("expected a condition such as `scalar(?x)`");
    let Token::Name(word) = parser.next() else { return Err(unknown) };
    let Some(&(name, test, arity, value)) = TESTS.iter().find(|(name, ..)| *name == word) else {
        let names: Vec<&str> = TESTS.iter().map(|(name, ..)| *name).collect();
        let wrong = crate::context::Diagnostic::new(&unknown.loc, format!("no condition is called `{word}`"));
        return Err(Box::new(wrong.with_help(format!("conditions are: {}", names.join(", ")))));
    };
    parser.expect(&Token::Open, "`(`")?;
    let mut on = Vec::new();
    for at in 0..arity {
        if at > 0 {
            parser.expect(&Token::Comma, "`,` and another variable")?;
        }
        let wrong = parser.wrong(format!("`{name}` is about a variable such as `?x`"));
        let Token::Var(variable) = parser.next() else { return Err(wrong) };
        on.push(variable);
    }
    let mut given = None;
    if value == Value::Argument {
        parser.expect(&Token::Comma, "`,` and an axis")?;
        given = Some(literal(parser)?);
    }
    parser.expect(&Token::Close, "`)`")?;
    if value == Value::Equals {
        parser.expect(&Token::Equals, "`=` and a value")?;
        given = Some(literal(parser)?);
    }
    Ok(Condition { test, on, value: given })
}

fn literal(parser: &mut Parser) -> Result<AttrValue, Wrong> {
    let wrong = parser.wrong("expected a literal value");
    match parser.attribute_value()? {
        AttrPattern::Literal(value) => Ok(value),
        _ => Err(wrong),
    }
}
