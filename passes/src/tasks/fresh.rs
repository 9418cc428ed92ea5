//! Lets library ops give references to their fresh results, where a `physl.new` would only copy them.

use phylanx_dialects::ir::{Block, Op, Value, uses};
use std::collections::HashMap;

/// Ops whose result shares its buffer with nobody.
const FRESH: &[&str] = &[
    "matmul",
    "outer",
    "argmax",
    "argmin",
    "cumsum",
    "cumprod",
    "sort",
    "argsort",
    "concat",
    "stack",
    "nonzero",
    "unique",
    "bincount",
    "convolve",
    "searchsorted",
    "repeat",
    "tile",
    "roll",
    "take_mask",
    "take",
    "full",
    "arange",
    "linspace",
    "eye",
    "from_elements",
    "copy",
    "rand",
    "randn",
    "uniform",
    "normal",
    "randint",
    "permutation",
    "load",
    "loadtxt",
];

/// Removes the `new` of fresh results that have no other use; the number of them.
pub fn elide_new(block: &mut Block) -> i64 {
    let mut counts: HashMap<Value, usize> = HashMap::new();
    for value in block.ops.iter().flat_map(uses) {
        *counts.entry(value).or_insert(0) += 1;
    }
    let is_single = |value: &Value| counts.get(value) == Some(&1);
    let renamed: HashMap<Value, Value> = block
        .ops
        .iter()
        .filter(|op| op.physl() == Some("new") && is_single(&op.operands[0]))
        .map(|op| (op.operands[0], op.result()))
        .collect();
    let mut gone: Vec<Value> = Vec::new();
    for op in block.ops.iter_mut().filter(|op| op.physl().is_some_and(|name| FRESH.contains(&name))) {
        if let Some(&reference) = op.results.first().and_then(|result| renamed.get(result)) {
            op.results[0] = reference;
            gone.push(reference);
        }
    }
    let is_gone = |op: &Op| op.physl() == Some("new") && gone.contains(&op.result());
    block.ops.retain(|op| !is_gone(op));
    gone.len() as i64
}
