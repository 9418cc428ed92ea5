//! The language of the e-graph: every pure row of the op table, leaves and constants; attributes are children too.

use egg::{Id, Language};
use phylanx_dialects::DType;
use phylanx_dialects::ir::{Attr, Type};
use phylanx_dialects::ops::{OPS, OpRow, Rule};
use std::sync::Arc;

/// A node: what it is and the classes it is made of.
///
/// Children of an op are its fixed operands, one [`Head::Pack`] for variadic or optional operands if the row has any, its attributes in
/// the row's order, and what [`Hidden`] says.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct Node {
    pub head: Head,
    pub children: Vec<Id>,
}

/// What a node is.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub enum Head {
    /// A row of the op table, by its place there.
    Op(u16),
    /// The variadic operands of an op.
    Pack,
    Attr(Arc<AttrValue>),
    /// A Python or NumPy scalar known now.
    Const(Const),
    /// A value made outside the region, by its place in the region's list.
    Leaf(u32),
    /// An op of another dialect, by its place in the region's list of such ops.
    Foreign(u32),
}

/// An attribute in a form that compares and hashes.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub enum AttrValue {
    Ints(Vec<i64>),
    Int(i64),
    Bool(bool),
    Text(String),
    Elem(DType),
    /// MLIR text of a type.
    Type(String),
}

/// A scalar: floats by the bits of their `f64` value, integers and booleans as `i64`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct Const {
    pub dtype: DType,
    pub bits: u64,
}

/// What a node carries of its result type, beyond what operands and attributes say.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Hidden {
    Nothing,
    /// The element type, which rules write as `to=`.
    Elem,
    /// The whole type; rules cannot build such ops.
    Whole,
}

impl Const {
    /// A float of an element type.
    pub fn float(value: f64, dtype: DType) -> Const {
        Const { dtype, bits: value.to_bits() }
    }

    /// An integer or boolean of an element type.
    pub fn int(value: i64, dtype: DType) -> Const {
        Const { dtype, bits: value as u64 }
    }

    /// The value as a float; exact for floats and for integers below 2^53.
    pub fn as_f64(self) -> f64 {
        if is_float(self.dtype) { f64::from_bits(self.bits) } else { self.bits as i64 as f64 }
    }

    /// Whether two constants are the same: equal bits, where all NaN of a type are one.
    pub fn same(self, other: Const) -> bool {
        let nan = |value: Const| is_float(value.dtype) && value.as_f64().is_nan();
        self == other || (self.dtype == other.dtype && nan(self) && nan(other))
    }

    /// The value of an integer or boolean.
    pub fn as_i64(self) -> Option<i64> {
        (!is_float(self.dtype)).then_some(self.bits as i64)
    }
}

/// Whether elements are real floats.
pub fn is_float(dtype: DType) -> bool {
    matches!(dtype, DType::F32 | DType::F64)
}

/// Whether elements are integers.
pub fn is_int(dtype: DType) -> bool {
    !is_float(dtype) && !matches!(dtype, DType::Bool | DType::C64 | DType::C128)
}

impl AttrValue {
    /// From the IR's form; `None` for attributes the op table has no kind for.
    pub fn of(attr: &Attr) -> Option<AttrValue> {
        match attr {
            Attr::I64s(values) => Some(AttrValue::Ints(values.clone())),
            Attr::Int(value, _) => Some(AttrValue::Int(*value)),
            Attr::Bool(value) => Some(AttrValue::Bool(*value)),
            Attr::Str(text) => Some(AttrValue::Text(text.clone())),
            Attr::Type(ty) => Some(AttrValue::Type(ty.to_string())),
            _ => None,
        }
    }

    /// To the IR's form.
    pub fn to_attr(&self) -> Attr {
        match self {
            AttrValue::Ints(values) => Attr::I64s(values.clone()),
            AttrValue::Int(value) => Attr::int(*value),
            AttrValue::Bool(value) => Attr::Bool(*value),
            AttrValue::Text(text) => Attr::str(text.clone()),
            AttrValue::Elem(dtype) => Attr::Type(Type::Scalar(*dtype)),
            AttrValue::Type(text) => Attr::Type(Type::parse(text)),
        }
    }
}

impl Node {
    /// A node of an op of the table.
    pub fn op(row: &'static OpRow, children: Vec<Id>) -> Node {
        Node { head: Head::Op(row_index(row)), children }
    }

    /// An attribute.
    pub fn attr(value: AttrValue) -> Node {
        Node { head: Head::Attr(Arc::new(value)), children: Vec::new() }
    }

    /// A scalar constant.
    pub fn constant(value: Const) -> Node {
        Node { head: Head::Const(value), children: Vec::new() }
    }

    /// The row, if this is an op of the table.
    pub fn row(&self) -> Option<&'static OpRow> {
        match self.head {
            Head::Op(at) => Some(&OPS[at as usize]),
            _ => None,
        }
    }
}

/// The place of a row in the table.
pub fn row_index(row: &'static OpRow) -> u16 {
    let from_start = std::ptr::from_ref(row).addr().wrapping_sub(OPS.as_ptr().addr());
    let at = from_start / size_of::<OpRow>();
    debug_assert!(OPS.get(at).is_some_and(|known| known.name == row.name), "rows come from the table");
    at as u16
}

/// Number of operands that are children of their own; the rest travel in a pack.
pub fn fixed_operands(row: &OpRow) -> usize {
    row.operands.iter().take_while(|name| !name.ends_with(['*', '?'])).count()
}

/// Names of operands that are scalars rather than tensors.
const SCALAR_OPERANDS: [&str; 10] =
    ["offset", "shift", "count", "value", "rows", "columns", "start", "stop", "step", "minlength"];

/// Whether an operand of the op is a scalar.
pub fn takes_scalar(row: &OpRow, operand: usize) -> bool {
    row.name == "from_scalar" || row.operands.get(operand).is_some_and(|name| SCALAR_OPERANDS.contains(name))
}

/// Whether the op has a pack child.
pub fn has_pack(row: &OpRow) -> bool {
    fixed_operands(row) < row.operands.len()
}

/// Number of children of a node of this row.
pub fn arity(row: &OpRow) -> usize {
    fixed_operands(row) + usize::from(has_pack(row)) + row.attrs.len() + usize::from(hidden(row) != Hidden::Nothing)
}

/// Library and view ops whose result type follows from operands and attributes (`infer.rs` has their rules).
const INFERRED: &[&str] = &[
    "argsort",
    "broadcast_to",
    "concat",
    "copy",
    "cumprod",
    "cumsum",
    "diagonal",
    "dim",
    "from_elements",
    "from_scalar",
    "item",
    "outer",
    "reshape",
    "roll",
    "size",
    "slice",
    "sort",
    "stack",
    "transpose",
];

/// Creation ops whose element type is free.
const FREE_ELEM: &[&str] = &["arange", "eye", "full"];

/// What nodes of this row carry of their result type.
pub fn hidden(row: &OpRow) -> Hidden {
    match row.rule {
        Rule::Cast => Hidden::Elem,
        Rule::Given if FREE_ELEM.contains(&row.name) => Hidden::Elem,
        Rule::Given if !INFERRED.contains(&row.name) => Hidden::Whole,
        _ => Hidden::Nothing,
    }
}

impl Language for Node {
    type Discriminant = (Head, usize);

    fn discriminant(&self) -> (Head, usize) {
        (self.head.clone(), self.children.len())
    }

    fn matches(&self, other: &Node) -> bool {
        self.head == other.head && self.children.len() == other.children.len()
    }

    fn children(&self) -> &[Id] {
        &self.children
    }

    fn children_mut(&mut self) -> &mut [Id] {
        &mut self.children
    }
}

impl std::fmt::Display for Node {
    fn fmt(&self, out: &mut std::fmt::Formatter) -> std::fmt::Result {
        match &self.head {
            Head::Op(at) => write!(out, "{}", OPS[*at as usize].name),
            Head::Pack => write!(out, "pack"),
            Head::Attr(value) => write!(out, "{value:?}"),
            Head::Const(value) => write!(out, "{}", value.as_f64()),
            Head::Leaf(at) => write!(out, "%{at}"),
            Head::Foreign(at) => write!(out, "foreign{at}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_inferred_ops_are_rows_of_the_table() {
        for name in INFERRED.iter().chain(FREE_ELEM) {
            assert!(phylanx_dialects::ops::find(name).is_some(), "{name} is no op");
        }
    }

    #[test]
    fn attributes_come_back_as_they_were() {
        for attr in [Attr::I64s(vec![0, 1]), Attr::int(3), Attr::Bool(true), Attr::str("i,:")] {
            assert_eq!(AttrValue::of(&attr).map(|value| value.to_attr()), Some(attr));
        }
    }
}
