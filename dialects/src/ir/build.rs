//! Making ops without ceremony.

use super::{Attr, Block, Loc, Module, Op, Region, Type, Value};

/// Appends ops to a list that becomes a block, at a current place in the source.
pub struct Builder<'m> {
    pub module: &'m mut Module,
    pub ops: Vec<Op>,
    pub loc: Loc,
}

impl<'m> Builder<'m> {
    /// A builder with an empty list.
    pub fn new(module: &'m mut Module, loc: Loc) -> Builder<'m> {
        Builder { module, ops: Vec::new(), loc }
    }

    /// Appends an op as it is.
    pub fn push(&mut self, op: Op) {
        self.ops.push(op);
    }

    /// Appends an op with one result and gives the result.
    pub fn op(&mut self, name: &str, operands: &[Value], ty: Type) -> Value {
        self.op_with(name, operands, ty, &[])
    }

    /// Appends an op with attributes and one result and gives the result.
    pub fn op_with(&mut self, name: &str, operands: &[Value], ty: Type, attrs: &[(&str, Attr)]) -> Value {
        let result = self.module.value(ty);
        let mut op = Op::new(name, self.loc.clone()).with_operands(operands.iter().copied()).with_results([result]);
        for (key, attr) in attrs {
            op.attrs.insert((*key).to_string(), attr.clone());
        }
        self.ops.push(op);
        result
    }

    /// Appends an op without results.
    pub fn effect(&mut self, name: &str, operands: &[Value], attrs: &[(&str, Attr)]) {
        let mut op = Op::new(name, self.loc.clone()).with_operands(operands.iter().copied());
        for (key, attr) in attrs {
            op.attrs.insert((*key).to_string(), attr.clone());
        }
        self.ops.push(op);
    }

    /// Appends `arith.constant`.
    pub fn constant(&mut self, attr: Attr) -> Value {
        let ty = match &attr {
            Attr::Int(_, ty) | Attr::Float(_, ty) => ty.clone(),
            _ => Type::BOOL,
        };
        self.op_with("arith.constant", &[], ty, &[("value", attr)])
    }

    /// Appends an `i64` constant.
    pub fn int(&mut self, value: i64) -> Value {
        self.constant(Attr::int(value))
    }

    /// Appends an `f64` constant.
    pub fn float(&mut self, value: f64) -> Value {
        self.constant(Attr::Float(value, Type::F64))
    }

    /// Appends an `i1` constant.
    pub fn bool(&mut self, value: bool) -> Value {
        self.constant(Attr::Bool(value))
    }
}

/// A `func.func` op with a symbol name and a body whose arguments are `args`.
pub fn function(module: &Module, symbol: &str, args: Vec<Value>, results: Vec<Type>, ops: Vec<Op>, loc: Loc) -> Op {
    let inputs = args.iter().map(|&arg| module.ty(arg).clone()).collect();
    Op::new("func.func", loc)
        .with_attr("sym_name", Attr::str(symbol))
        .with_attr("function_type", Attr::Type(Type::Function(inputs, results)))
        .with_region(Region::of(Block { args, ops }))
}

/// The value of an `arith.constant` op of integer type.
pub fn constant_i64(op: &Op) -> Option<i64> {
    (op.name == "arith.constant").then(|| op.attr("value").and_then(Attr::as_int)).flatten()
}
