//! Turns map and fold ops into tasks: private functions that the host function spawns.
//!
//! *Before*: map and fold ops on tensors stand in the functions of the program.
//! *After*: each fusion group of them is the body of a function with attribute `physl.task`; the host function holds `physl.spawn`
//! for a fresh result and `physl.spawn_into` for one that is stored through a reference; views and library ops stay.
//!
//! ```text
//! %1 = mul %a, %b; %2 = sum %1 {axes = [0, 1]}   ->   %2 = spawn(%a, %b) {body = @task_0_mul_sum}
//! ```

mod fresh;
mod group;
mod outline;

use crate::alias::Alias;
use crate::canonicalize::dead;
use crate::context::{PassContext, PassError};
use crate::place::arrays::Arrays;
use crate::snapshot::Origins;
use group::{Facts, plan_block};
use outline::Outliner;
use phylanx_dialects::ir::{Attr, Block, Module, Op, Value, constant_i64, walk_ops};
use phylanx_dialects::ops::Class;
use std::collections::HashMap;

/// The pass.
///
/// # Errors
/// None; the signature is that of all passes.
pub fn run(module: &mut Module, context: &mut PassContext) -> Result<(), PassError> {
    sweep(module);
    let alias = Alias::of(module);
    let origins = Origins::of(module, &alias);
    let constants = constants(module);
    let arrays = Arrays::of(module, &context.options);
    let mut functions = std::mem::take(&mut module.ops);
    let facts = Facts { alias: &alias, origins: &origins, constants: &constants, arrays: &arrays };
    let mut outliner = Outliner::new(&functions);
    for function in functions.iter_mut().filter(|op| !is_task(op)) {
        for block in function.regions.iter_mut().flat_map(|region| &mut region.blocks) {
            outline_block(module, block, &facts, &mut outliner);
        }
    }
    outliner.finish(&mut functions, context);
    module.ops = functions;
    sweep(module);
    Ok(())
}

/// Drops what nobody uses: before, so that it is not computed; after, constants that live in task bodies now.
fn sweep(module: &mut Module) {
    let mut functions = std::mem::take(&mut module.ops);
    for function in functions.iter_mut().filter(|op| op.name == "func.func" && !is_task(op)) {
        let defs = dead::definitions(function);
        dead::sweep(function, &defs, module);
    }
    module.ops = functions;
}

/// Whether a function is the body of tasks.
pub fn is_task(function: &Op) -> bool {
    function.attr("physl.task").is_some()
}

/// Whether an op belongs into tasks.
pub fn is_fusable(op: &Op) -> bool {
    op.row().is_some_and(|row| matches!(row.class, Class::Map | Class::Fold))
}

fn outline_block(module: &mut Module, block: &mut Block, facts: &Facts, outliner: &mut Outliner) {
    let groups = plan_block(module, block, facts);
    outliner.apply(module, block, groups, facts);
    outliner.elided += fresh::elide_new(block);
    for op in &mut block.ops {
        for inner in op.regions.iter_mut().flat_map(|region| &mut region.blocks) {
            outline_block(module, inner, facts, outliner);
        }
    }
}

/// Tensors of rank 0 that hold a constant: the op that makes the constant and the op that wraps it.
pub type Constants = HashMap<Value, (Op, Op)>;

fn constants(module: &Module) -> Constants {
    let mut scalars: HashMap<Value, &Op> = HashMap::new();
    let mut found = Constants::new();
    walk_ops(&module.ops, &mut |op| {
        if op.name == "arith.constant" {
            scalars.insert(op.result(), op);
        }
        let wraps = op.name == "physl.from_scalar" || op.name == "physl.full";
        if wraps
            && op.operands.len() == 1
            && let Some(&scalar) = scalars.get(&op.operands[0])
        {
            let wrap = Op { name: "physl.from_scalar".into(), ..op.clone() };
            found.insert(op.result(), (scalar.clone(), wrap));
        }
    });
    found
}

/// The value of a constant attribute as text for names and keys.
fn constant_text(op: &Op) -> String {
    constant_i64(op)
        .map_or_else(|| op.attr("value").map(Attr::to_string).unwrap_or_default(), |value| value.to_string())
}
