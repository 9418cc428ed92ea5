//! States who owns each handle: last before code generation.
//!
//! *Before*: handles (tensors, references, text, tokens) are plain values.
//! *After*: a block releases each handle that it owns right after the last use, and retains what it hands over but keeps, or does not own.
//!
//! ```text
//! %t = spawn ...; print %t; ...   ->   %t = spawn ...; print %t; release %t; ...
//! ```
//!
//! Results of ops and arguments of loop bodies are owned by their block; operands are borrowed, except that yields, conditions, returns
//! and loop inits hand over; arguments of functions are borrowed.

use crate::context::{PassContext, PassError};
use crate::tasks::is_task;
use phylanx_dialects::ir::{Block, Loc, Module, Op, Value, uses};
use std::collections::{HashMap, HashSet};

/// The pass.
///
/// # Errors
/// An internal error for functions whose blocks branch to one another, which PhySL does not have.
pub fn run(module: &mut Module, context: &mut PassContext) -> Result<(), PassError> {
    let mut ops = std::mem::take(&mut module.ops);
    let mut counts = Counts::default();
    let done = ops.iter_mut().filter(|op| op.name == "func.func" && !is_task(op)).try_for_each(|function| {
        if function.regions.iter().any(|region| region.blocks.len() > 1) {
            return Err(PassError::internal(&function.loc, "ownership needs structured control flow"));
        }
        if let Some(body) = function.body_mut() {
            own_block(module, body, Args::Borrowed, &mut counts);
        }
        Ok(())
    });
    module.ops = ops;
    context.count("retains", counts.retains);
    context.count("releases", counts.releases);
    done
}

#[derive(Default)]
struct Counts {
    retains: i64,
    releases: i64,
}

/// Whose the arguments of a block are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Args {
    Borrowed,
    Owned,
}

fn own_block(module: &Module, block: &mut Block, args: Args, counts: &mut Counts) {
    for op in &mut block.ops {
        // Only loops give arguments to their blocks, and their inits hand over.
        for inner in op.regions.iter_mut().flat_map(|region| &mut region.blocks) {
            own_block(module, inner, Args::Owned, counts);
        }
    }
    let plan = plan(module, block, args);
    let mut out: Vec<Op> = Vec::with_capacity(block.ops.len() * 2);
    let start = block.ops.first().map(|op| op.loc.clone()).unwrap_or_default();
    emit(&mut out, "physl.release", &plan.release_first, &start, &mut counts.releases);
    for (at, op) in std::mem::take(&mut block.ops).into_iter().enumerate() {
        let loc = op.loc.clone();
        emit(
            &mut out,
            "physl.retain",
            plan.retain_before.get(&at).map_or(&[], Vec::as_slice),
            &loc,
            &mut counts.retains,
        );
        out.push(op);
        emit(
            &mut out,
            "physl.retain",
            plan.retain_after.get(&at).map_or(&[], Vec::as_slice),
            &loc,
            &mut counts.retains,
        );
        emit(
            &mut out,
            "physl.release",
            plan.release_after.get(&at).map_or(&[], Vec::as_slice),
            &loc,
            &mut counts.releases,
        );
    }
    block.ops = out;
}

fn emit(out: &mut Vec<Op>, name: &str, values: &[Value], loc: &Loc, count: &mut i64) {
    *count += values.len() as i64;
    out.extend(values.iter().map(|&value| Op::new(name, loc.clone()).with_operands([value])));
}

/// What to insert around the op at each place.
#[derive(Default)]
struct Plan {
    release_first: Vec<Value>,
    retain_before: HashMap<usize, Vec<Value>>,
    retain_after: HashMap<usize, Vec<Value>>,
    release_after: HashMap<usize, Vec<Value>>,
}

fn plan(module: &Module, block: &Block, args: Args) -> Plan {
    let owned = owned(module, block, args);
    let is_owned: HashSet<Value> = owned.iter().map(|&(value, _)| value).collect();
    let last_use = last_uses(block);
    let mut plan = Plan::default();
    let mut given: HashSet<Value> = HashSet::new();
    for (at, op) in block.ops.iter().enumerate() {
        let inner: HashSet<Value> = if op.regions.is_empty() { HashSet::new() } else { nested_uses(op) };
        for value in handed_over(module, op) {
            let last = last_use.get(&value) == Some(&at) && !inner.contains(&value);
            if !(is_owned.contains(&value) && last && given.insert(value)) {
                plan.retain_before.entry(at).or_default().push(value);
            }
        }
        if op.name == "arith.select" && module.ty(op.result()).is_handle() {
            plan.retain_after.entry(at).or_default().push(op.result());
        }
    }
    for (value, made_at) in owned.into_iter().filter(|(value, _)| !given.contains(value)) {
        match last_use.get(&value).copied().or(made_at) {
            Some(at) => plan.release_after.entry(at).or_default().push(value),
            None => plan.release_first.push(value),
        }
    }
    plan
}

/// Handles that the block owns, with the op that makes each; arguments have none.
fn owned(module: &Module, block: &Block, args: Args) -> Vec<(Value, Option<usize>)> {
    let from_args = block.args.iter().filter(|_| args == Args::Owned).map(|&arg| (arg, None));
    let from_ops =
        block.ops.iter().enumerate().flat_map(|(at, op)| op.results.iter().map(move |&value| (value, Some(at))));
    from_args.chain(from_ops).filter(|&(value, _)| module.ty(value).is_handle()).collect()
}

/// The last op of the block that uses each value, itself or in its regions.
fn last_uses(block: &Block) -> HashMap<Value, usize> {
    block.ops.iter().enumerate().flat_map(|(at, op)| uses(op).into_iter().map(move |value| (value, at))).collect()
}

fn nested_uses(op: &Op) -> HashSet<Value> {
    op.regions.iter().flat_map(|region| &region.blocks).flat_map(|block| &block.ops).flat_map(uses).collect()
}

/// Operands whose ownership the op takes.
fn handed_over(module: &Module, op: &Op) -> Vec<Value> {
    let takes = matches!(op.name.as_str(), "scf.yield" | "scf.condition" | "func.return" | "scf.for" | "scf.while");
    op.operands.iter().copied().filter(|&value| takes && module.ty(value).is_handle()).collect()
}
