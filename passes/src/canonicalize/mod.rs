//! Cheap local clean-ups.
//!
//! *Before*: the frontend's and other passes' output, with constants, no-op views, decided branches and invariant ops in loops.
//! *After*: none of these where they can be removed without changing a value, an error or their order.
//!
//! ```text
//! %t = from_scalar (item %a)   ->   %a
//! ```
//!
//! A `physl.copy` of a value is the value: `physl-snapshot`, which must come later, puts copies where they are needed.

mod array;
mod control;
pub mod dead;
mod hoist;
mod scalar;

use crate::alias::{Alias, Class};
use crate::context::{PassContext, PassError};
use crate::effects::Defs;
use crate::tasks::is_task;
use phylanx_dialects::ir::{Attr, Block, Module, Op, Value};
use std::collections::HashMap;

/// Rounds after which we stop even if something would still change.
const ROUNDS: usize = 8;

/// The pass.
///
/// # Errors
/// None; the signature is that of all passes.
pub fn run(module: &mut Module, context: &mut PassContext) -> Result<(), PassError> {
    for _ in 0..ROUNDS {
        let changes = round(module);
        context.count("changes", changes);
        if changes == 0 {
            break;
        }
    }
    Ok(())
}

fn round(module: &mut Module) -> i64 {
    let alias = Alias::of(module);
    let mut functions = std::mem::take(&mut module.ops);
    let mut changes = 0;
    for function in functions.iter_mut().filter(|op| op.name == "func.func" && !is_task(op)) {
        let mut walk = Walk { module, alias: &alias, defs: Defs::new(), names: HashMap::new(), changes: 0 };
        for block in function.regions.iter_mut().flat_map(|region| &mut region.blocks) {
            walk.block(block, &mut HashMap::new());
        }
        changes += walk.changes + dead::sweep(function, &walk.defs, walk.module);
    }
    module.ops = functions;
    changes
}

/// What an op becomes.
enum Fold {
    /// Values that stand for its results.
    Values(Vec<Value>),
    /// Another op with the same results.
    Op(Op),
    /// A constant for its only result.
    Constant(Attr),
}

/// Latest reads of references, by reference, which hold until a write.
type Reads = HashMap<Value, Value>;

struct Walk<'m> {
    module: &'m mut Module,
    alias: &'m Alias,
    defs: Defs,
    names: HashMap<Value, Value>,
    changes: i64,
}

impl Walk<'_> {
    fn block(&mut self, block: &mut Block, reads: &mut Reads) {
        for op in std::mem::take(&mut block.ops) {
            self.op(op, &mut block.ops, reads);
        }
    }

    fn op(&mut self, mut op: Op, out: &mut Vec<Op>, reads: &mut Reads) {
        for operand in &mut op.operands {
            *operand = *self.names.get(operand).unwrap_or(operand);
        }
        self.regions(&mut op, out, reads);
        if let Some(known) = self.known_read(&op, reads) {
            self.rename(&op, vec![known]);
            return;
        }
        if let Some(ops) = control::decided(&op, &self.defs) {
            let (ops, values) = ops;
            out.extend(ops);
            self.rename(&op, values);
            return;
        }
        self.changes += control::prune(&mut op, &mut self.names);
        self.fold(op, out);
    }

    /// Walks the regions, then takes out of a loop what need not be repeated.
    fn regions(&mut self, op: &mut Op, out: &mut Vec<Op>, reads: &mut Reads) {
        let writes = self.alias.writes(op);
        if !op.regions.is_empty() {
            let is_loop = matches!(op.name.as_str(), "scf.for" | "scf.while");
            for block in op.regions.iter_mut().flat_map(|region| &mut region.blocks) {
                let mut inner = reads.clone();
                if is_loop {
                    self.forget(&mut inner, &writes);
                }
                self.block(block, &mut inner);
            }
            let hoisted = hoist::out_of(op, &self.defs, self.alias, &writes, self.module);
            self.changes += hoisted.len() as i64;
            out.extend(hoisted);
        }
        self.forget(reads, &writes);
    }

    fn forget(&self, reads: &mut Reads, writes: &std::collections::BTreeSet<Class>) {
        if !writes.is_empty() {
            reads.retain(|&reference, _| !writes.contains(&self.alias.class(reference)));
        }
    }

    /// The value of an earlier read of the same reference with no write in between.
    fn known_read(&self, op: &Op, reads: &mut Reads) -> Option<Value> {
        if op.name != "physl.read" {
            return None;
        }
        let known = reads.get(&op.operands[0]).copied();
        reads.entry(op.operands[0]).or_insert(op.result());
        known.filter(|&known| self.module.ty(known) == self.module.ty(op.result()))
    }

    fn fold(&mut self, mut op: Op, out: &mut Vec<Op>) {
        // An op may fold several times over; each fold makes it smaller or moves it towards its sources.
        for _ in 0..ROUNDS {
            let folded =
                scalar::fold(&op, &self.defs, self.module).or_else(|| array::fold(&op, &self.defs, self.module));
            match folded {
                None => break,
                Some(Fold::Values(values)) => {
                    self.rename(&op, values);
                    return;
                }
                Some(Fold::Op(next)) => op = next,
                Some(Fold::Constant(value)) => {
                    let constant = Op::new("arith.constant", op.loc.clone()).with_attr("value", value);
                    op = constant.with_results(op.results);
                }
            }
            self.changes += 1;
        }
        for &result in &op.results {
            self.defs.insert(result, Op { regions: Vec::new(), ..op.clone() });
        }
        out.push(op);
    }

    fn rename(&mut self, op: &Op, values: Vec<Value>) {
        self.changes += 1;
        self.names.extend(op.results.iter().copied().zip(values));
    }
}
