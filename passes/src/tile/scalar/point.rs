//! One element at which an op is expanded, and the small words that expansions are made of.

use phylanx_dialects::DType;
use phylanx_dialects::ir::{Attr, Builder, Type, Value};
use std::collections::HashMap;

/// What the element type is, as far as arithmetic cares.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    Bool,
    Signed,
    Unsigned,
    Float,
}

/// Operands of one op at one element.
pub struct Point<'p, 'm> {
    pub b: &'p mut Builder<'m>,
    pub x: &'p [Value],
    /// Element type of the operands (of all but the condition in `where`).
    pub elem: DType,
    /// Element type of the result.
    pub to: DType,
    /// Values known at compile time.
    pub constants: &'p HashMap<Value, Attr>,
}

/// The signless machine type of an element type.
pub fn machine_type(dtype: DType) -> Type {
    Type::Scalar(match dtype {
        DType::U8 => DType::I8,
        DType::U16 => DType::I16,
        DType::U32 => DType::I32,
        DType::U64 => DType::I64,
        other => other,
    })
}

/// What an element type is; `None` for complex numbers.
pub fn kind_of(dtype: DType) -> Option<Kind> {
    Some(match dtype {
        DType::Bool => Kind::Bool,
        DType::I8 | DType::I16 | DType::I32 | DType::I64 => Kind::Signed,
        DType::U8 | DType::U16 | DType::U32 | DType::U64 => Kind::Unsigned,
        DType::F32 | DType::F64 => Kind::Float,
        DType::C64 | DType::C128 => return None,
    })
}

/// The type of the parts of a complex element type.
pub fn part_of(dtype: DType) -> Option<DType> {
    match dtype {
        DType::C64 => Some(DType::F32),
        DType::C128 => Some(DType::F64),
        _ => None,
    }
}

const INTEGER_PREDICATES: [&str; 10] = ["eq", "ne", "slt", "sle", "sgt", "sge", "ult", "ule", "ugt", "uge"];
const FLOAT_PREDICATES: [&str; 16] =
    ["false", "oeq", "ogt", "oge", "olt", "ole", "one", "ord", "ueq", "ugt", "uge", "ult", "ule", "une", "uno", "true"];

impl<'p, 'm> Point<'p, 'm> {
    pub fn new(
        b: &'p mut Builder<'m>,
        x: &'p [Value],
        elem: DType,
        to: DType,
        constants: &'p HashMap<Value, Attr>,
    ) -> Point<'p, 'm> {
        Point { b, x, elem, to, constants }
    }

    /// The kind of the operands' element type.
    pub fn kind(&self) -> Option<Kind> {
        kind_of(self.elem)
    }

    /// The machine type of the operands.
    pub fn ty(&self) -> Type {
        machine_type(self.elem)
    }

    /// Bits of an element.
    pub fn bits(&self) -> i64 {
        8 * self.elem.size() as i64
    }

    /// Least value of the signed element type.
    pub fn least(&self) -> i64 {
        i64::MIN >> (64 - self.bits())
    }

    /// An op whose result has the operands' type.
    pub fn op(&mut self, name: &str, operands: &[Value]) -> Value {
        let ty = self.ty();
        self.b.op(name, operands, ty)
    }

    /// An integer constant of the operands' type.
    pub fn int(&mut self, value: i64) -> Value {
        let ty = self.ty();
        self.b.constant(Attr::Int(value, ty))
    }

    /// A float constant of the operands' type.
    pub fn float(&mut self, value: f64) -> Value {
        let ty = self.ty();
        self.b.constant(Attr::Float(value, ty))
    }

    /// A number as a constant of the operands' type.
    pub fn number(&mut self, value: i64) -> Value {
        if self.kind() == Some(Kind::Float) { self.float(value as f64) } else { self.int(value) }
    }

    /// An integer comparison.
    pub fn compare(&mut self, predicate: &str, lhs: Value, rhs: Value) -> Value {
        self.comparison("arith.cmpi", &INTEGER_PREDICATES, predicate, lhs, rhs)
    }

    /// A float comparison.
    pub fn compare_floats(&mut self, predicate: &str, lhs: Value, rhs: Value) -> Value {
        self.comparison("arith.cmpf", &FLOAT_PREDICATES, predicate, lhs, rhs)
    }

    fn comparison(&mut self, op: &str, names: &[&str], predicate: &str, lhs: Value, rhs: Value) -> Value {
        let code = names.iter().position(|&name| name == predicate).unwrap_or_default() as i64;
        self.b.op_with(op, &[lhs, rhs], Type::BOOL, &[("predicate", Attr::int(code))])
    }

    /// `condition ? yes : no`, of the operands' type.
    pub fn select(&mut self, condition: Value, yes: Value, no: Value) -> Value {
        self.op("arith.select", &[condition, yes, no])
    }

    /// Conjunction of two conditions.
    pub fn both(&mut self, lhs: Value, rhs: Value) -> Value {
        self.b.op("arith.andi", &[lhs, rhs], Type::BOOL)
    }

    /// The value of operand `at` if it is a constant.
    pub fn constant(&self, at: usize) -> Option<f64> {
        let attr = self.constants.get(self.x.get(at)?)?;
        attr.as_float().or(attr.as_int().map(|value| value as f64))
    }
}
