//! What was rewritten, by which rules and to what end, per Python line.

use super::analysis::Facts;
use super::language::Node;
use super::region::Import;
use crate::context::PassContext;
use egg::{Id, Rewrite};
use phylanx_dialects::ir::Op;
use std::collections::BTreeMap;

/// Explains a region.
pub fn explain(
    _context: &mut PassContext,
    _rewrites: &[Rewrite<Node, Facts>],
    _import: &Import,
    _chosen: &BTreeMap<Id, Node>,
    _ops: &[Op],
    _cost: (u64, u64),
) {
}
