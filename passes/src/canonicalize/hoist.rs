//! Takes ops out of loops that would give the same each time.
//!
//! Only ops that cannot fail are moved, so that no error appears that would not have appeared or would have come later. Cheap maps stay: in the
//! loop they fuse with their users, outside they would need memory.

use crate::alias::{Alias, Class};
use crate::effects::{Defs, cannot_fail, is_pure, may_mismatch};
use phylanx_dialects::ir::{Module, Op, Value, defined_in};
use phylanx_dialects::ops::Class as OpClass;
use std::collections::{BTreeSet, HashMap, HashSet};

/// An array map that costs more is worth memory outside of the loop.
const CHEAP: u32 = 2;

/// Takes invariant ops out of a loop's blocks, in an order in which they may stand before the loop.
pub(super) fn out_of(op: &mut Op, defs: &Defs, alias: &Alias, writes: &BTreeSet<Class>, module: &Module) -> Vec<Op> {
    if !matches!(op.name.as_str(), "scf.for" | "scf.while") {
        return Vec::new();
    }
    let mut inside: HashSet<Value> = defined_in(std::slice::from_ref(op));
    let mut hoisted = Vec::new();
    for block in op.regions.iter_mut().flat_map(|region| &mut region.blocks) {
        let chosen = choose(
            &block.ops,
            &inside,
            &|op| may_move(op, defs, alias, writes) && !may_mismatch(op, defs, module),
            module,
        );
        let mut at = 0;
        block.ops.retain(|op| {
            let moves = chosen.contains(&at);
            at += 1;
            if moves {
                hoisted.push(op.clone());
                op.results.iter().for_each(|result| {
                    inside.remove(result);
                });
            }
            !moves
        });
    }
    hoisted
}

fn may_move(op: &Op, defs: &Defs, alias: &Alias, writes: &BTreeSet<Class>) -> bool {
    let reads = op.name == "physl.read" && !writes.contains(&alias.class(op.operands[0]));
    op.regions.is_empty() && !op.results.is_empty() && (is_pure(op) || cannot_fail(op, defs) || reads)
}

/// Places of the ops to move: invariant ones that are worth it, and the invariant ones that those need.
fn choose(ops: &[Op], inside: &HashSet<Value>, may_move: &dyn Fn(&Op) -> bool, module: &Module) -> HashSet<usize> {
    let mut invariant: HashMap<Value, usize> = HashMap::new();
    let mut chosen = HashSet::new();
    let mut needed = Vec::new();
    for (at, op) in ops.iter().enumerate() {
        let settled = op.operands.iter().all(|value| !inside.contains(value) || invariant.contains_key(value));
        if settled && may_move(op) {
            invariant.extend(op.results.iter().map(|&result| (result, at)));
            if is_worth(op, module) {
                needed.push(at);
            }
        }
    }
    while let Some(at) = needed.pop() {
        if chosen.insert(at) {
            needed.extend(ops[at].operands.iter().filter_map(|value| invariant.get(value)));
        }
    }
    chosen
}

fn is_worth(op: &Op, module: &Module) -> bool {
    let Some(row) = op.row().filter(|row| row.class == OpClass::Map) else { return true };
    let rank = module.ty(op.result()).array().map_or(0, |array| array.rank());
    rank == 0 || row.cost > CHEAP
}
