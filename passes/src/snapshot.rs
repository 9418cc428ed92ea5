//! Keeps values that were read from a buffer as they were read.
//!
//! *Before*: a value read through a reference may be used after a write that may touch the same buffer.
//! *After*: such uses see a `physl.copy` made right after the value; every other use comes before the next such write.
//!
//! ```text
//! %t = read %r; write %r, %v; use %t   ->   %t = read %r; %c = copy %t; write %r, %v; use %c
//! ```
//!
//! Values that leave their block (yields, returns, selects) are copied too, unless nobody ever writes their buffer.

use crate::alias::{Alias, Class, callee};
use crate::context::{PassContext, PassError};
use phylanx_dialects::ir::{Block, Module, Op, Type, Value, walk_ops, walk_ops_mut};
use phylanx_dialects::ops::Class as OpClass;
use std::collections::{HashMap, HashSet};

/// The pass.
///
/// # Errors
/// None; the signature is that of all passes.
pub fn run(module: &mut Module, context: &mut PassContext) -> Result<(), PassError> {
    let alias = Alias::of(module);
    let origins = Origins::of(module, &alias);
    let leaking = leaking_arguments(module);
    let mut plan = Plan {
        alias: &alias,
        origins: &origins,
        leaking: &leaking,
        now: 1,
        written_at: HashMap::new(),
        made_at: HashMap::new(),
        stale: Vec::new(),
    };
    for function in module.functions() {
        for block in function.regions.iter().flat_map(|region| &region.blocks) {
            plan.block(block);
        }
    }
    let stale: HashSet<(Site, Value)> = plan.stale.iter().copied().collect();
    let mut copies: Vec<Value> = plan.stale.iter().map(|&(_, value)| value).collect();
    copies.sort_unstable();
    copies.dedup();
    context.count("copies inserted", copies.len() as i64);
    apply(module, &copies, &stale);
    Ok(())
}

/// Which written buffer a tensor still looks at, for tensors that are reads or views of reads.
pub struct Origins(HashMap<Value, Class>);

impl Origins {
    /// Looks at a whole module.
    pub fn of(module: &Module, alias: &Alias) -> Origins {
        let mut found: HashMap<Value, Class> = HashMap::new();
        let mut sent: HashMap<Value, Value> = HashMap::new();
        walk_ops(&module.ops, &mut |op| {
            let (Some(row), Some(&source)) = (op.row(), op.operands.first()) else { return };
            let class = match row.name {
                "read" => Some(alias.class(source)).filter(|&class| alias.is_written(class)),
                "send" => {
                    sent.insert(op.result(), source);
                    None
                }
                "recv" => sent.get(&source).and_then(|array| found.get(array)).copied(),
                _ if row.class == OpClass::View => found.get(&source).copied(),
                _ => None,
            };
            if let (Some(class), Some(&result)) = (class, op.results.first()) {
                found.insert(result, class);
            }
        });
        Origins(found)
    }

    /// The class whose writes a tensor must not outlive, if there is one.
    pub fn get(&self, value: Value) -> Option<Class> {
        self.0.get(&value).copied()
    }
}

/// An op, by its address while the plan is made, and later by its number in program order.
type Site = usize;

struct Plan<'a> {
    alias: &'a Alias,
    origins: &'a Origins,
    leaking: &'a HashSet<(String, usize)>,
    now: u64,
    written_at: HashMap<Class, u64>,
    made_at: HashMap<Value, u64>,
    stale: Vec<(Site, Value)>,
}

impl Plan<'_> {
    fn block(&mut self, block: &Block) {
        for op in &block.ops {
            self.op(op);
        }
    }

    fn op(&mut self, op: &Op) {
        let writes = self.alias.writes(op);
        let repeats = matches!(op.name.as_str(), "scf.for" | "scf.while");
        if repeats || callee(op).is_some() {
            self.write(&writes);
        }
        for (at, &operand) in op.operands.iter().enumerate() {
            let leaves = leaves_block(op) || callee(op).is_some_and(|to| self.leaking.contains(&(to.to_string(), at)));
            self.used(op, operand, leaves);
        }
        self.regions(op);
        self.write(&writes);
        for &result in &op.results {
            self.made_at.insert(result, self.now);
        }
    }

    /// Alternatives start alike: what one writes is not yet written for the other.
    fn regions(&mut self, op: &Op) {
        let before = self.written_at.clone();
        for block in op.regions.iter().flat_map(|region| &region.blocks) {
            if op.name == "scf.if" {
                self.written_at = before.clone();
            }
            self.block(block);
        }
    }

    fn write(&mut self, classes: &std::collections::BTreeSet<Class>) {
        if classes.is_empty() {
            return;
        }
        self.now += 1;
        for &class in classes {
            self.written_at.insert(class, self.now);
        }
    }

    fn used(&mut self, op: &Op, value: Value, leaves: bool) {
        let Some(class) = self.origins.get(value) else { return };
        let made = self.made_at.get(&value).copied().unwrap_or(0);
        let written = self.written_at.get(&class).copied().unwrap_or(0);
        if leaves || written > made {
            self.stale.push((std::ptr::from_ref(op) as usize, value));
        }
    }
}

/// Whether what the op uses lives on under another name, which we do not follow.
fn leaves_block(op: &Op) -> bool {
    matches!(
        op.name.as_str(),
        "scf.yield" | "scf.condition" | "func.return" | "scf.for" | "scf.while" | "arith.select" | "physl.global_set"
    ) || op.name.starts_with("cf.")
        || op.row().is_some_and(|row| row.is_on_heap())
}

/// Tensor arguments, by function and number, that live on after the call under another name, themselves or as views.
fn leaking_arguments(module: &Module) -> HashSet<(String, usize)> {
    let mut found = HashSet::new();
    for function in module.functions() {
        let symbol = function.symbol().unwrap_or_default();
        let Some(body) = function.body() else { continue };
        let mut from: HashMap<Value, usize> =
            body.args.iter().copied().enumerate().map(|(at, arg)| (arg, at)).collect();
        walk_ops(&body.ops, &mut |op| {
            let sources = op.operands.iter().filter_map(|operand| from.get(operand).copied());
            if leaves_block(op) || callee(op).is_some() {
                found.extend(sources.map(|at| (symbol.to_string(), at)));
            } else if op.row().is_some_and(|row| row.class == OpClass::View)
                && let Some(&at) = from.get(&op.operands[0])
            {
                from.insert(op.result(), at);
            }
        });
    }
    found
}

fn apply(module: &mut Module, copies: &[Value], stale: &HashSet<(Site, Value)>) {
    let mut fresh: HashMap<Value, Value> = HashMap::new();
    for &value in copies {
        let ty = module.ty(value).clone();
        fresh.insert(value, module.value(ty));
    }
    let mut ops = std::mem::take(&mut module.ops);
    // Addresses hold until the lists of ops change, so uses are renamed first.
    walk_ops_mut(&mut ops, &mut |op| {
        let site = std::ptr::from_ref(op) as usize;
        for operand in &mut op.operands {
            if stale.contains(&(site, *operand)) {
                *operand = fresh[operand];
            }
        }
    });
    insert_copies(&mut ops, &fresh);
    module.ops = ops;
}

fn insert_copies(ops: &mut Vec<Op>, fresh: &HashMap<Value, Value>) {
    for op in ops.iter_mut() {
        for block in op.regions.iter_mut().flat_map(|region| &mut region.blocks) {
            insert_copies(&mut block.ops, fresh);
        }
    }
    if !ops.iter().any(|op| op.results.iter().any(|result| fresh.contains_key(result))) {
        return;
    }
    for op in std::mem::take(ops) {
        let copies: Vec<Op> = op
            .results
            .iter()
            .filter_map(|result| fresh.get(result).map(|&copy| (*result, copy)))
            .map(|(value, copy)| Op::new("physl.copy", op.loc.clone()).with_operands([value]).with_results([copy]))
            .collect();
        ops.push(op);
        ops.extend(copies);
    }
}

/// Whether a value is a tensor.
pub fn is_tensor(module: &Module, value: Value) -> bool {
    matches!(module.ty(value), Type::Tensor(_))
}
