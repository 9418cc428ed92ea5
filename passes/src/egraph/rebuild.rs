//! From chosen nodes back to ops: each takes the place, the line and the result of the op that it replaces.

use super::analysis::info;
use super::cost::{Kind, kind};
use super::language::{Const, Head, Hidden, Node, fixed_operands, has_pack, hidden, is_float};
use super::region::Import;
use egg::Id;
use phylanx_dialects::DType;
use phylanx_dialects::ir::{Attr, Loc, Module, Op, Type, Value};
use std::collections::{BTreeMap, HashMap, HashSet};

/// New ops of a region and what became of the values of old ones.
pub struct Rebuilt {
    pub ops: Vec<Op>,
    pub renamed: HashMap<Value, Value>,
}

/// Rebuilds a region; `None` when a chosen node would use a value before it is there.
pub fn rebuild(module: &mut Module, import: &Import, chosen: &BTreeMap<Id, Node>, ops: &[Op]) -> Option<Rebuilt> {
    let mut origin = HashMap::new();
    for (op, id) in ops.iter().zip(&import.ops) {
        if let Some(id) = id {
            origin.entry(import.graph.find(*id)).or_insert(op);
        }
    }
    let kept = ops.iter().zip(&import.ops).filter(|(_, id)| id.is_none());
    let pending = kept.flat_map(|(op, _)| op.results.iter().copied()).collect();
    let mut rebuild = Rebuild { module, import, chosen, origin, pending, there: HashMap::new(), out: Vec::new() };
    for (op, id) in ops.iter().zip(&import.ops) {
        match id.map(|id| import.graph.find(id)) {
            None => rebuild.keep(op),
            Some(class) if chosen.contains_key(&class) => drop(rebuild.emit(class, &op.loc)?),
            Some(_) => {}
        }
    }
    let renamed = rebuild.renamed(ops);
    Some(Rebuilt { ops: rebuild.out, renamed })
}

struct Rebuild<'a> {
    module: &'a mut Module,
    import: &'a Import,
    chosen: &'a BTreeMap<Id, Node>,
    /// The first op of each class.
    origin: HashMap<Id, &'a Op>,
    /// Results of ops that stay and have not been reached yet.
    pending: HashSet<Value>,
    /// Values of classes that are there.
    there: HashMap<Id, Value>,
    out: Vec<Op>,
}

impl Rebuild<'_> {
    fn keep(&mut self, op: &Op) {
        for result in &op.results {
            self.pending.remove(result);
        }
        self.out.push(op.clone());
    }

    fn emit(&mut self, class: Id, loc: &Loc) -> Option<Value> {
        if let Some(&value) = self.there.get(&class) {
            return Some(value);
        }
        let node = self.chosen.get(&class)?.clone();
        let value = match node.head {
            Head::Leaf(at) => Some(self.import.leaves[at as usize]).filter(|value| !self.pending.contains(value))?,
            _ => self.op(class, &node, loc)?,
        };
        self.there.insert(class, value);
        Some(value)
    }

    fn op(&mut self, class: Id, node: &Node, loc: &Loc) -> Option<Value> {
        let loc = self.origin.get(&class).map_or(loc, |op| &op.loc).clone();
        let mut op = match &node.head {
            Head::Op(_) => self.table_op(node, &loc)?,
            Head::Const(value) => self.constant(*value, loc),
            Head::Foreign(at) => {
                let operands = self.operands(&node.children, &loc)?;
                let plain = &self.import.graph.analysis.foreign.get(*at as usize)?.op;
                Op { operands, loc, ..plain.clone() }
            }
            Head::Pack | Head::Attr(_) | Head::Leaf(_) => return None,
        };
        let value = match self.origin.get(&class) {
            Some(origin) => *origin.results.first()?,
            None => {
                let ty = self.result_type(class, node)?;
                self.module.value(ty)
            }
        };
        op.results = vec![value];
        self.out.push(op);
        Some(value)
    }

    /// A constant. `arith` has none of unsigned types: those are cast from an `i64` of the same bits.
    fn constant(&mut self, value: Const, loc: Loc) -> Op {
        if !matches!(value.dtype, DType::U8 | DType::U16 | DType::U32 | DType::U64) {
            return Op::new("arith.constant", loc).with_attr("value", constant(value));
        }
        let bits = self.module.value(Type::I64);
        let wide = constant(Const { dtype: DType::I64, ..value });
        self.out.push(Op::new("arith.constant", loc.clone()).with_attr("value", wide).with_results([bits]));
        Op::new("physl.py_to_np", loc).with_operands([bits]).with_attr("op", Attr::str("cast"))
    }

    fn table_op(&mut self, node: &Node, loc: &Loc) -> Option<Op> {
        let row = node.row()?;
        let fixed = fixed_operands(row);
        let mut operands = self.operands(node.children.get(..fixed)?, loc)?;
        let mut at = fixed;
        if has_pack(row) {
            let pack = self.chosen.get(&self.import.graph.find(node.children[at]))?.clone();
            operands.extend(self.operands(&pack.children, loc)?);
            at += 1;
        }
        let mut op = Op::new(format!("physl.{}", row.name), loc.clone()).with_operands(operands);
        for ((name, _), child) in row.attrs.iter().zip(&node.children[at..]) {
            op.attrs.insert((*name).to_string(), self.attribute(*child)?);
        }
        Some(op)
    }

    fn operands(&mut self, children: &[Id], loc: &Loc) -> Option<Vec<Value>> {
        children.iter().map(|&child| self.emit(self.import.graph.find(child), loc)).collect()
    }

    fn attribute(&self, class: Id) -> Option<Attr> {
        match &self.chosen.get(&self.import.graph.find(class))?.head {
            Head::Attr(value) => Some(value.to_attr()),
            _ => None,
        }
    }

    fn result_type(&self, class: Id, node: &Node) -> Option<Type> {
        if node.row().is_some_and(|row| hidden(row) == Hidden::Whole) {
            return match self.attribute(*node.children.last()?)? {
                Attr::Type(ty) => Some(ty),
                _ => None,
            };
        }
        info(&self.import.graph, class).map(|info| info.ty(&self.import.graph.analysis.extents))
    }

    /// Old results whose class now has another value.
    fn renamed(&self, ops: &[Op]) -> HashMap<Value, Value> {
        let mut renamed = HashMap::new();
        for (op, id) in ops.iter().zip(&self.import.ops) {
            let value = id.and_then(|id| self.there.get(&self.import.graph.find(id)));
            if let (Some(&value), Some(&result)) = (value, op.results.first())
                && value != result
            {
                renamed.insert(result, value);
            }
        }
        renamed
    }
}

fn constant(value: Const) -> Attr {
    match value.dtype {
        DType::Bool => Attr::Bool(value.bits != 0),
        dtype if is_float(dtype) => Attr::Float(value.as_f64(), Type::Scalar(dtype)),
        dtype => Attr::Int(value.bits as i64, Type::Scalar(dtype)),
    }
}

/// Whether a chosen node does work, for counting.
pub fn is_work(node: &Node) -> bool {
    !matches!(kind(node), Kind::Free)
}
