//! What a choice of nodes costs: arithmetic, bytes moved and work started, with maps fused into what uses them.
//!
//! Costs are picoseconds of a rough machine; only ratios matter. Unknown extents count as the option `default_extent`.

use super::analysis::{Graph, info};
use super::extent::Dim;
use super::info::{Form, Info};
use super::language::{Head, Node};
use egg::Id;
use phylanx_dialects::ops::{Class, OpRow};

/// One simple operation of a vectorised loop.
const FLOP: u64 = 100;
/// One of the two operations of a multiply-add inside the matrix kernel.
const KERNEL_FLOP: u64 = 25;
/// One byte to or from memory.
const BYTE: u64 = 50;
/// Starting a task or a library function.
const START: u64 = 500_000;
/// A view: a new handle on the same buffer.
const VIEW: u64 = 50_000;
/// An operation on scalars.
const SCALAR: u64 = 1_000;

/// How the cost of a node depends on its neighbours.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// Nothing is done: leaves, attributes, packs.
    Free,
    Scalar,
    /// Fused into its only user if that is a map or a fold.
    Map,
    Fold,
    View,
    Library,
}

/// Sizes for the cost model.
#[derive(Clone, Copy)]
pub struct Sizes {
    pub default_extent: i64,
}

/// What a node is for the cost model.
pub fn kind(node: &Node) -> Kind {
    match (&node.head, node.row()) {
        (Head::Const(_) | Head::Foreign(_), _) => Kind::Scalar,
        (_, Some(row)) => match row.class {
            Class::Map => Kind::Map,
            Class::Fold => Kind::Fold,
            Class::View => Kind::View,
            Class::Scalar => Kind::Scalar,
            _ if matches!(row.name, "from_scalar" | "item" | "dim" | "size") => Kind::Scalar,
            _ => Kind::Library,
        },
        _ => Kind::Free,
    }
}

/// Cost of a node by itself: arithmetic and starting, without moving its operands and result.
pub fn own_cost(graph: &Graph, node: &Node, class: Id, sizes: Sizes) -> u64 {
    let result = info(graph, class).map_or(1, |info| elements(graph, info, sizes));
    let first = node.children.first().and_then(|&child| info(graph, child));
    let input = first.map_or(1, |info| elements(graph, info, sizes));
    match (kind(node), node.row()) {
        (Kind::Free, _) | (_, None) => u64::from(kind(node) == Kind::Scalar) * SCALAR,
        (Kind::Scalar, Some(row)) => SCALAR * u64::from(row.cost.max(1)),
        (Kind::View, _) => VIEW,
        (Kind::Map, Some(row)) => flops(row).saturating_mul(result),
        (Kind::Fold, Some(row)) => flops(row).saturating_mul(input).saturating_add(START),
        (Kind::Library, Some(row)) if row.name == "matmul" => {
            let inner = first.and_then(|info| info.dims.last()).map_or(1, |dim| extent(graph, dim, sizes));
            START.saturating_add(2u64.saturating_mul(KERNEL_FLOP).saturating_mul(inner).saturating_mul(result))
        }
        (Kind::Library, Some(row)) => START.saturating_add(flops(row).saturating_mul(input.max(result))),
    }
}

fn flops(row: &OpRow) -> u64 {
    FLOP * u64::from(row.cost)
}

/// Cost of starting the task of a map that is not fused.
pub fn start_cost() -> u64 {
    START
}

/// Cost of moving a value to or from memory once; scalars are free.
pub fn move_cost(graph: &Graph, class: Id, sizes: Sizes) -> u64 {
    match info(graph, class) {
        Some(info) if info.form == Form::Tensor && !info.dims.is_empty() => {
            elements(graph, info, sizes).saturating_mul(info.dtype.size() as u64 * BYTE)
        }
        _ => 0,
    }
}

fn elements(graph: &Graph, info: &Info, sizes: Sizes) -> u64 {
    info.dims.iter().fold(1, |all: u64, dim| all.saturating_mul(extent(graph, dim, sizes)))
}

fn extent(graph: &Graph, dim: &Dim, sizes: Sizes) -> u64 {
    match graph.analysis.extents.normal(dim) {
        Dim::Known(n) => n.max(0) as u64,
        Dim::Named(_) => sizes.default_extent.max(1) as u64,
    }
}
