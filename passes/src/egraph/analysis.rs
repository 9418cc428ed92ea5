//! The e-graph with facts on its classes, and constant folding.

use super::extent::Extents;
use super::infer::infer;
use super::info::{Data, Form, Info};
use super::language::{Const, Head, Node};
use egg::{Analysis, DidMerge, EGraph, Id};
use phylanx_dialects::ir::{Attr, Op, Type};
use phylanx_dialects::ops::find;

/// An e-graph over PhySL expressions.
pub type Graph = EGraph<Node, Facts>;

/// What the graph knows besides its nodes.
#[derive(Debug, Default)]
pub struct Facts {
    pub extents: Extents,
    /// Facts of leaves.
    pub leaves: Vec<Info>,
    /// Ops of other dialects.
    pub foreign: Vec<Foreign>,
    /// Uses of rules that taught something, in order.
    pub uses: Vec<super::explain::Use>,
    /// How often two different constants were found to be one value: then nothing the graph says can be trusted.
    pub contradictions: usize,
}

/// An op of another dialect, without its operands.
#[derive(Debug, Clone, PartialEq)]
pub struct Foreign {
    pub op: Op,
    pub ty: Type,
}

impl Analysis<Node> for Facts {
    type Data = Data;

    fn make(graph: &mut Graph, node: &Node, id: Id) -> Data {
        let children: Vec<Data> = node.children.iter().map(|&child| graph[child].data.clone()).collect();
        let children: Vec<&Data> = children.iter().collect();
        let mut data = node_data(&mut graph.analysis, node, &children).unwrap_or_else(|| {
            Data::Value(Info {
                may_fail: true,
                ..Info::of_type(&Type::Opaque("ill-typed".into()), &mut Extents::default())
            })
        });
        if let Data::Value(info) = &mut data {
            name_scalar(info, id);
        }
        data
    }

    fn merge(&mut self, to: &mut Data, from: Data) -> DidMerge {
        match (to, from) {
            (Data::Value(to), Data::Value(from)) => self.merge_values(to, from),
            (Data::Pack(to), Data::Pack(from)) => {
                let changed = to.iter_mut().zip(from).map(|(to, from)| self.merge_values(to, from));
                changed.fold(DidMerge(false, false), |all, one| DidMerge(all.0 | one.0, all.1 | one.1))
            }
            _ => DidMerge(false, false),
        }
    }

    fn modify(graph: &mut Graph, id: Id) {
        let Data::Value(info) = &graph[id].data else { return };
        // A constant in the place of what may fail would hide the failure.
        let Some(value) = info.fill.filter(|_| !info.may_fail) else { return };
        match info.form {
            Form::Scalar => drop(join(graph, id, |graph| graph.add(Node::constant(value)))),
            Form::Tensor if info.dims.is_empty() => drop(join(graph, id, |graph| constant_tensor(graph, value))),
            _ => {}
        }
    }
}

/// A tensor of rank 0 that holds a constant.
pub fn constant_tensor(graph: &mut Graph, value: Const) -> Id {
    let scalar = graph.add(Node::constant(value));
    match find("from_scalar") {
        Some(row) => graph.add(Node::op(row, vec![scalar])),
        None => scalar,
    }
}

fn join(graph: &mut Graph, id: Id, add: impl FnOnce(&mut Graph) -> Id) -> bool {
    let other = add(graph);
    graph.union_trusted(id, other, "constant")
}

/// Facts of a node from its children's.
pub fn node_data(facts: &mut Facts, node: &Node, children: &[&Data]) -> Option<Data> {
    match &node.head {
        Head::Attr(value) => Some(Data::Attr(value.clone())),
        Head::Const(value) => Some(Data::Value(Info::constant(*value))),
        Head::Leaf(at) => facts.leaves.get(*at as usize).cloned().map(Data::Value),
        Head::Foreign(at) => foreign(facts, *at as usize, children).map(Data::Value),
        Head::Pack => {
            let infos = children.iter().map(|child| match child {
                Data::Value(info) => Some(info.clone()),
                _ => None,
            });
            infos.collect::<Option<_>>().map(Data::Pack)
        }
        Head::Op(_) => infer(node.row()?, children, &mut facts.extents).map(Data::Value),
    }
}

fn foreign(facts: &mut Facts, at: usize, children: &[&Data]) -> Option<Info> {
    let foreign = facts.foreign.get(at)?.clone();
    let mut info = Info::of_type(&foreign.ty, &mut facts.extents);
    info.may_fail = children.iter().any(|child| matches!(child, Data::Value(info) if info.may_fail));
    if let ("arith.index_cast", [Data::Value(x)]) = (foreign.op.name.as_str(), children) {
        info.extent = x.extent.clone();
    }
    Some(info)
}

/// Gives an unknown scalar the name of its class.
fn name_scalar(info: &mut Info, id: Id) {
    if info.form == Form::Scalar && info.extent.is_none() {
        info.tag.get_or_insert(usize::from(id) as u32);
    }
}

impl Facts {
    fn merge_values(&mut self, to: &mut Info, from: Info) -> DidMerge {
        let before = to.clone();
        for (a, b) in to.dims.iter().zip(&from.dims) {
            self.extents.unify(a, b);
        }
        if let (Some(a), Some(b)) = (to.fill, from.fill) {
            self.contradictions += usize::from(!a.same(b));
        }
        to.fill = to.fill.or(from.fill);
        to.extent = to.extent.take().or_else(|| from.extent.clone());
        to.tag = [to.tag, from.tag].into_iter().flatten().min();
        to.may_fail &= from.may_fail;
        to.finite |= from.finite;
        to.nonnegative |= from.nonnegative;
        for dim in &mut to.dims {
            *dim = self.extents.normal(dim);
        }
        DidMerge(*to != before, *to != from)
    }
}

/// The facts of a class that is a value.
pub fn info(graph: &Graph, id: Id) -> Option<&Info> {
    match &graph[id].data {
        Data::Value(info) => Some(info),
        _ => None,
    }
}

/// Whether an op of another dialect may be merged, moved and dropped.
pub fn is_pure_foreign(op: &Op) -> bool {
    const MAY_TRAP: [&str; 7] = ["divsi", "divui", "remsi", "remui", "floordivsi", "ceildivsi", "ceildivui"];
    let plain = op.regions.is_empty() && op.results.len() == 1 && op.successors.is_empty();
    match op.name.split_once('.') {
        Some(("arith", name)) => plain && !MAY_TRAP.contains(&name),
        Some(("math" | "complex", _)) => plain,
        _ => false,
    }
}

/// The scalar that an `arith.constant` holds, if the e-graph knows such scalars.
pub fn constant_of(op: &Op, ty: &Type) -> Option<Const> {
    let Type::Scalar(dtype) = ty else { return None };
    match op.attr("value")? {
        Attr::Bool(value) => Some(Const::int(i64::from(*value), *dtype)),
        Attr::Int(value, _) => Some(Const::int(*value, *dtype)),
        Attr::Float(value, _) => Some(Const::float(*value, *dtype)),
        _ => None,
    }
}
