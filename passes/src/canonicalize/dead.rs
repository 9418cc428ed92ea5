//! Drops ops whose results nobody uses and whose absence nobody notices.

use super::control;
use crate::effects::{Defs, is_droppable};
use phylanx_dialects::ir::{Block, Module, Op, Value, uses, walk_ops};
use std::collections::HashMap;

/// Sweeps a function, given definitions that tell which views cannot fail; the number of changes.
pub fn sweep(function: &mut Op, defs: &Defs, module: &Module) -> i64 {
    let mut counts: HashMap<Value, usize> = HashMap::new();
    for value in uses(function) {
        *counts.entry(value).or_insert(0) += 1;
    }
    let mut changes = 0;
    for block in function.regions.iter_mut().flat_map(|region| &mut region.blocks) {
        changes += sweep_block(block, (defs, module), &mut counts);
    }
    changes
}

/// Definitions of all values of a function, for passes that have none at hand.
pub fn definitions(function: &Op) -> Defs {
    let mut defs = Defs::new();
    walk_ops(std::slice::from_ref(function), &mut |op| {
        for &result in &op.results {
            defs.insert(result, Op { regions: Vec::new(), ..op.clone() });
        }
    });
    defs
}

/// Goes backwards, so that a chain of dead ops falls in one sweep.
fn sweep_block(block: &mut Block, known: (&Defs, &Module), counts: &mut HashMap<Value, usize>) -> i64 {
    let mut changes = 0;
    let mut kept = Vec::with_capacity(block.ops.len());
    for mut op in std::mem::take(&mut block.ops).into_iter().rev() {
        let unused = op.results.iter().all(|result| counts.get(result).is_none_or(|&count| count == 0));
        if unused && may_go(&op, known) {
            uses(&op).into_iter().for_each(|value| drop_use(counts, value));
            changes += 1;
            continue;
        }
        let before = uses(&op);
        let dropped = control::drop_unused(&mut op, &|value| counts.get(&value).is_some_and(|&count| count > 0));
        if dropped > 0 {
            before.into_iter().for_each(|value| drop_use(counts, value));
            uses(&op).into_iter().for_each(|value| *counts.entry(value).or_insert(0) += 1);
            changes += dropped;
        }
        for inner in op.regions.iter_mut().flat_map(|region| &mut region.blocks) {
            changes += sweep_block(inner, known, counts);
        }
        kept.push(op);
    }
    kept.reverse();
    block.ops = kept;
    changes
}

fn drop_use(counts: &mut HashMap<Value, usize>, value: Value) {
    if let Some(count) = counts.get_mut(&value) {
        *count = count.saturating_sub(1);
    }
}

/// A branch or a counted loop may go when all that it holds may go; other loops may run for ever, which is an effect.
fn may_go(op: &Op, (defs, module): (&Defs, &Module)) -> bool {
    if !matches!(op.name.as_str(), "scf.if" | "scf.for") {
        return op.regions.is_empty() && !op.results.is_empty() && is_droppable(op, defs, module);
    }
    let mut all = true;
    let body = op.regions.iter().flat_map(|region| &region.blocks).flat_map(|block| &block.ops);
    for inner in body {
        walk_ops(std::slice::from_ref(inner), &mut |op| {
            all &= matches!(op.name.as_str(), "scf.if" | "scf.for" | "scf.yield") || is_droppable(op, defs, module);
        });
    }
    all
}
