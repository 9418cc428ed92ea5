//! Pure regions: stretches of a block between effects, and their way into the e-graph.
//!
//! Ops that read references stay where they are inside a region; their results are leaves. Values made before the region are leaves too, but
//! the graph also sees how they were made, so that rules can look through them at no cost.

use super::analysis::{Facts, Foreign, Graph, constant_of, is_pure_foreign, node_data};
use super::info::{Data, Info, learn_extents};
use super::language::{AttrValue, Head, Hidden, Node, fixed_operands, has_pack, hidden};
use super::usage::Usage;
use egg::{EGraph, Id};
use phylanx_dialects::ir::{Block, Module, Op, Type, Value, uses};
use phylanx_dialects::ops::{Class, Effect};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;

/// Earlier ops that a region may look at.
const LOOK_BACK: usize = 64;

/// The stretches of a block that hold no effect; empty ones are left out.
pub fn regions(block: &Block) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, op) in block.ops.iter().enumerate() {
        if is_barrier(op) {
            found.push(start..at);
            start = at + 1;
        }
    }
    found.push(start..block.ops.len());
    found.retain(|range| block.ops[range.clone()].iter().any(is_expression));
    found
}

/// Whether nothing may move past an op.
fn is_barrier(op: &Op) -> bool {
    match op.row() {
        Some(row) => {
            matches!(row.effect, Effect::Writes | Effect::World) || matches!(row.class, Class::Task | Class::Placement)
        }
        None => !is_pure_foreign(op),
    }
}

/// Whether an op becomes a node.
pub fn is_expression(op: &Op) -> bool {
    let Some(row) = op.row() else { return is_pure_foreign(op) };
    // A reshaped reference may be a fresh buffer: merging two would make them one.
    let fresh_buffer = matches!(row.name, "view_reshape" | "view_contiguous");
    let pure =
        matches!(row.effect, Effect::Pure | Effect::MayFail) && !matches!(row.class, Class::Task | Class::Placement);
    let plain = op.results.len() == 1 && op.regions.is_empty() && op.attrs.len() == row.attrs.len();
    pure && plain && !fresh_buffer && row.attrs.iter().all(|(name, _)| op.attr(name).and_then(AttrValue::of).is_some())
}

/// A region in the e-graph.
pub struct Import {
    pub graph: Graph,
    /// Values of leaves.
    pub leaves: Vec<Value>,
    pub ids: HashMap<Value, Id>,
    /// For each op of the region, in order, the class of its result if it is a node.
    pub ops: Vec<Option<Id>>,
    /// Nodes as written, with the id they had.
    pub written: Vec<(Id, Node)>,
    looked: usize,
}

/// What the import may ask about the rest of the function.
pub struct Surroundings<'m> {
    pub module: &'m Module,
    /// Ops that define single values, by value.
    pub definitions: &'m HashMap<Value, Op>,
}

/// The e-graph of a region.
pub fn import(around: &Surroundings, ops: &[Op]) -> Import {
    let mut import = Import {
        graph: EGraph::new(Facts::default()),
        leaves: Vec::new(),
        ids: HashMap::new(),
        ops: Vec::new(),
        written: Vec::new(),
        looked: 0,
    };
    let inside: HashSet<Value> = ops.iter().flat_map(|op| op.results.iter().copied()).collect();
    for op in ops {
        let made = is_expression(op).then(|| import.op(around, &inside, op)).flatten();
        import.ops.push(made);
        if let (Some(id), [result]) = (made, &op.results[..]) {
            import.ids.insert(*result, id);
        }
    }
    import.graph.rebuild();
    import
}

impl Import {
    /// Adds an op; `None` when the graph has no meaning for it.
    fn op(&mut self, around: &Surroundings, inside: &HashSet<Value>, op: &Op) -> Option<Id> {
        let ty = around.module.ty(*op.results.first()?).clone();
        let node = self.node(around, inside, op, &ty)?;
        let id = self.add(node.clone(), &ty)?;
        self.written.push((id, node));
        Some(id)
    }

    fn add(&mut self, node: Node, ty: &Type) -> Option<Id> {
        let children: Vec<Data> = node.children.iter().map(|&child| self.graph[child].data.clone()).collect();
        let children: Vec<&Data> = children.iter().collect();
        let facts = &mut self.graph.analysis;
        let Some(Data::Value(info)) = node_data(facts, &node, &children) else { return None };
        if !info.fits(ty, &facts.extents) {
            return None;
        }
        let id = self.graph.add(node);
        if let Data::Value(info) = &self.graph[id].data {
            let info = info.clone();
            learn_extents(&info, ty, &mut self.graph.analysis.extents);
        }
        Some(id)
    }

    fn node(&mut self, around: &Surroundings, inside: &HashSet<Value>, op: &Op, ty: &Type) -> Option<Node> {
        if op.name == "arith.constant"
            && let Some(value) = constant_of(op, ty)
        {
            return Some(Node::constant(value));
        }
        let operands: Vec<Id> = op.operands.iter().map(|&value| self.value(around, inside, value)).collect();
        let Some(row) = op.row() else { return Some(self.foreign(op, ty, operands)) };
        let fixed = fixed_operands(row);
        let mut children = operands.get(..fixed)?.to_vec();
        if has_pack(row) {
            let rest = operands[fixed..].to_vec();
            children.push(self.graph.add(Node { head: Head::Pack, children: rest }));
        }
        for (name, _) in row.attrs {
            let value = AttrValue::of(op.attr(name)?)?;
            children.push(self.graph.add(Node::attr(value)));
        }
        match hidden(row) {
            Hidden::Nothing => {}
            Hidden::Elem => children.push(self.graph.add(Node::attr(AttrValue::Elem(ty.array()?.elem)))),
            Hidden::Whole => children.push(self.graph.add(Node::attr(AttrValue::Type(ty.to_string())))),
        }
        Some(Node::op(row, children))
    }

    fn foreign(&mut self, op: &Op, ty: &Type, children: Vec<Id>) -> Node {
        let plain = Op { operands: Vec::new(), results: Vec::new(), loc: Default::default(), ..op.clone() };
        let wanted = Foreign { op: plain, ty: ty.clone() };
        let known = &mut self.graph.analysis.foreign;
        let at = known.iter().position(|other| *other == wanted).unwrap_or_else(|| {
            known.push(wanted);
            known.len() - 1
        });
        Node { head: Head::Foreign(at as u32), children }
    }

    /// The class of a value: what the region made, or a leaf joined with how it was made before.
    fn value(&mut self, around: &Surroundings, inside: &HashSet<Value>, value: Value) -> Id {
        if let Some(&id) = self.ids.get(&value) {
            return id;
        }
        let leaf = self.leaf(around, value);
        self.ids.insert(value, leaf);
        let earlier = around.definitions.get(&value).filter(|_| !inside.contains(&value));
        if let Some(op) =
            earlier.filter(|op| self.looked < LOOK_BACK && is_expression(op) && !reads_through(around, op))
        {
            self.looked += 1;
            let ty = around.module.ty(value).clone();
            let made = self.node(around, inside, op, &ty).and_then(|node| self.add(node, &ty));
            if let Some(made) = made {
                self.graph.union_trusted(leaf, made, "as made before");
            }
        }
        leaf
    }

    fn leaf(&mut self, around: &Surroundings, value: Value) -> Id {
        let info = Info::of_type(around.module.ty(value), &mut self.graph.analysis.extents);
        self.leaves.push(value);
        self.graph.analysis.leaves.push(info);
        self.graph.add(Node { head: Head::Leaf(self.leaves.len() as u32 - 1), children: Vec::new() })
    }

    /// Classes that must be computed: results used outside the nodes, and what may fail and is part of nothing that is computed.
    pub fn roots(&self, ops: &[Op], usage: &Usage) -> Vec<Id> {
        let mut inside: HashMap<Value, usize> = HashMap::new();
        for (op, _) in ops.iter().zip(&self.ops).filter(|(_, id)| id.is_some()) {
            uses(op).into_iter().for_each(|value| *inside.entry(value).or_default() += 1);
        }
        let is_used = |value: &Value| usage.count(*value) > inside.get(value).copied().unwrap_or(0);
        let mut roots: Vec<Id> = Vec::new();
        let mut covered: HashSet<Id> = HashSet::new();
        // Users come after what they use, so going backwards sees every user first.
        for (op, id) in ops.iter().zip(&self.ops).rev() {
            let Some(id) = id.map(|id| self.graph.find(id)) else { continue };
            let wanted = op.results.iter().any(is_used);
            let failing = matches!(&self.graph[id].data, Data::Value(info) if info.may_fail) && !covered.contains(&id);
            if wanted || failing {
                roots.push(id);
            }
            if wanted || failing || covered.contains(&id) {
                covered.insert(id);
                covered.extend(
                    op.operands.iter().filter_map(|operand| self.ids.get(operand)).map(|&id| self.graph.find(id)),
                );
            }
        }
        roots.reverse();
        roots
    }

    /// For each class, the node that the program as written has for it: the first.
    pub fn written_by_class(&self) -> BTreeMap<Id, Node> {
        let mut first = BTreeMap::new();
        for (id, node) in &self.written {
            first.entry(self.graph.find(*id)).or_insert_with(|| node.clone());
        }
        first
    }
}

/// Whether an op looks at what a reference held: its operands are reads, or views of reads.
fn reads_through(around: &Surroundings, op: &Op) -> bool {
    op.operands.iter().any(|operand| match around.definitions.get(operand) {
        Some(inner) if inner.name == "physl.read" => true,
        Some(inner) => inner.row().is_some_and(|row| row.class == Class::View) && reads_through(around, inner),
        None => false,
    })
}
