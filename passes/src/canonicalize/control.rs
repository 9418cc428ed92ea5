//! Branches that are decided, and results and loop values that carry nothing.

use super::scalar::constant;
use crate::effects::Defs;
use phylanx_dialects::ir::{Attr, Op, Value, substitute, uses};
use std::collections::HashMap;

/// The ops and values of the branch that a constant condition takes.
pub(super) fn decided(op: &Op, defs: &Defs) -> Option<(Vec<Op>, Vec<Value>)> {
    if op.name != "scf.if" {
        return None;
    }
    let Some(Attr::Bool(yes)) = constant(op.operands[0], defs) else { return None };
    let region = &op.regions[usize::from(!yes)];
    let mut ops = region.blocks.first().map(|block| block.ops.clone()).unwrap_or_default();
    let yielded = ops.pop().map(|last| last.operands).unwrap_or_default();
    Some((ops, yielded))
}

/// Drops values that a loop carries round unchanged; the number of changes.
pub(super) fn prune(op: &mut Op, names: &mut HashMap<Value, Value>) -> i64 {
    match op.name.as_str() {
        "scf.for" => prune_for(op, names),
        _ => 0,
    }
}

/// A loop value that every iteration yields as it came is its init.
fn prune_for(op: &mut Op, names: &mut HashMap<Value, Value>) -> i64 {
    const BOUNDS: usize = 3;
    let Some(body) = op.regions.first_mut().and_then(|region| region.blocks.first_mut()) else { return 0 };
    let Some(yielded) = body.ops.last().map(|last| last.operands.clone()) else { return 0 };
    let constant: Vec<usize> = (0..yielded.len())
        .filter(|&at| yielded[at] == body.args[at + 1] || yielded[at] == op.operands[BOUNDS + at])
        .collect();
    let mut inner: HashMap<Value, Value> = HashMap::new();
    for &at in constant.iter().rev() {
        let init = op.operands.remove(BOUNDS + at);
        inner.insert(body.args.remove(at + 1), init);
        names.insert(op.results.remove(at), init);
        if let Some(last) = body.ops.last_mut() {
            last.operands.remove(at);
        }
    }
    substitute(&mut body.ops, &inner);
    constant.len() as i64
}

/// Drops results of `scf.if` and values of `scf.for` that nobody uses, told by `is_used`; the number of changes.
pub(super) fn drop_unused(op: &mut Op, is_used: &dyn Fn(Value) -> bool) -> i64 {
    match op.name.as_str() {
        "scf.if" => drop_results(op, is_used),
        "scf.for" => drop_carried(op, is_used),
        _ => 0,
    }
}

fn drop_results(op: &mut Op, is_used: &dyn Fn(Value) -> bool) -> i64 {
    let unused: Vec<usize> = (0..op.results.len()).filter(|&at| !is_used(op.results[at])).collect();
    for &at in unused.iter().rev() {
        op.results.remove(at);
        for block in op.regions.iter_mut().flat_map(|region| &mut region.blocks) {
            if let Some(last) = block.ops.last_mut() {
                last.operands.remove(at);
            }
        }
    }
    unused.len() as i64
}

fn drop_carried(op: &mut Op, is_used: &dyn Fn(Value) -> bool) -> i64 {
    let Some(body) = op.regions.first_mut().and_then(|region| region.blocks.first_mut()) else { return 0 };
    let mut inner: Vec<Value> = body.ops[..body.ops.len().saturating_sub(1)].iter().flat_map(uses).collect();
    inner.sort_unstable();
    let Some(last) = body.ops.last_mut() else { return 0 };
    let idle = |at: usize, results: &[Value], args: &[Value], yielded: &[Value]| {
        let arg = args[at + 1];
        let yielded_elsewhere = yielded.iter().enumerate().any(|(other, &value)| other != at && value == arg);
        !is_used(results[at]) && inner.binary_search(&arg).is_err() && !yielded_elsewhere
    };
    let unused: Vec<usize> =
        (0..op.results.len()).filter(|&at| idle(at, &op.results, &body.args, &last.operands)).collect();
    for &at in unused.iter().rev() {
        op.results.remove(at);
        op.operands.remove(at + 3);
        body.args.remove(at + 1);
        last.operands.remove(at);
    }
    unused.len() as i64
}
