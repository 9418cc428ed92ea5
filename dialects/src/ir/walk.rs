//! Going over trees of ops.

use super::{Block, Module, Op, Region, Value};
use std::collections::{HashMap, HashSet};

/// Visits every op in program order, nested ones after the op that holds them.
pub fn walk_ops<'o>(ops: &'o [Op], visit: &mut impl FnMut(&'o Op)) {
    for op in ops {
        visit(op);
        for block in op.regions.iter().flat_map(|region| &region.blocks) {
            walk_ops(&block.ops, visit);
        }
    }
}

/// Visits every op in program order, to change it; nested ones after the op that holds them.
pub fn walk_ops_mut(ops: &mut [Op], visit: &mut impl FnMut(&mut Op)) {
    for op in ops {
        visit(op);
        for block in op.regions.iter_mut().flat_map(|region| &mut region.blocks) {
            walk_ops_mut(&mut block.ops, visit);
        }
    }
}

/// All values that an op uses, those of its regions included (its own inner definitions among them).
pub fn uses(op: &Op) -> Vec<Value> {
    let mut found = Vec::new();
    walk_ops(std::slice::from_ref(op), &mut |inner| found.extend_from_slice(&inner.operands));
    found
}

/// All values that ops define, results and block arguments at every depth.
pub fn defined_in(ops: &[Op]) -> HashSet<Value> {
    let mut found = HashSet::new();
    walk_ops(ops, &mut |op| {
        found.extend(op.results.iter().copied());
        for block in op.regions.iter().flat_map(|region| &region.blocks) {
            found.extend(block.args.iter().copied());
        }
    });
    found
}

/// Replaces uses of values at every depth.
pub fn substitute(ops: &mut [Op], map: &HashMap<Value, Value>) {
    walk_ops_mut(ops, &mut |op| {
        for operand in &mut op.operands {
            if let Some(&to) = map.get(operand) {
                *operand = to;
            }
        }
    });
}

/// Copies ops with fresh values for all that they define; `map` gives what outer values become, and takes the new names.
pub fn clone_ops(module: &mut Module, ops: &[Op], map: &mut HashMap<Value, Value>) -> Vec<Op> {
    ops.iter().map(|op| clone_op(module, op, map)).collect()
}

fn clone_op(module: &mut Module, op: &Op, map: &mut HashMap<Value, Value>) -> Op {
    let operands = op.operands.iter().map(|value| *map.get(value).unwrap_or(value)).collect();
    let regions = op.regions.iter().map(|region| clone_region(module, region, map)).collect();
    let results = op.results.iter().map(|&value| fresh(module, value, map)).collect();
    Op { operands, results, regions, ..op.clone() }
}

fn clone_region(module: &mut Module, region: &Region, map: &mut HashMap<Value, Value>) -> Region {
    // Arguments of all blocks come first: a branch may name a later block's values only through them.
    let args: Vec<Vec<Value>> =
        region.blocks.iter().map(|block| block.args.iter().map(|&value| fresh(module, value, map)).collect()).collect();
    let blocks = region
        .blocks
        .iter()
        .zip(args)
        .map(|(block, args)| Block { args, ops: clone_ops(module, &block.ops, map) })
        .collect();
    Region { blocks }
}

fn fresh(module: &mut Module, value: Value, map: &mut HashMap<Value, Value>) -> Value {
    let copy = module.value(module.ty(value).clone());
    map.insert(value, copy);
    copy
}
