//! Turns task bodies into loop nests, and scalar NumPy arithmetic into machine arithmetic.
//!
//! *Before*: a task function maps tensors to one tensor; host functions hold `physl.py_to_np`.
//! *After*: a task function takes a memref for each tensor and for its result, then the bounds of a box of its domain, and is a
//! loop nest over that box in `scf`, `memref`, `arith` and `math`; what the runtime must know of it stands in attributes.
//!
//! ```text
//! @t(%a: tensor<?xf64>) -> tensor<?xf64> { %0 = exp %a; return %0 }
//!   -> @t(%a: memref<..>, %out: memref<..>, %lo: index, %hi: index) { scf.for %i = %lo to %hi { .. math.exp .. } }
//! ```

mod fold;
mod lanes;
mod nest;
mod operand;
pub mod scalar;
mod task;

use crate::context::{PassContext, PassError};
use nest::Nest;
use phylanx_dialects::ir::{Attr, Block, Builder, Module, Op, Type, Value, function};
use std::collections::HashMap;
use task::Task;

/// The pass.
///
/// # Errors
/// A task function of a form that the `tasks` pass does not make, or an op on an element type that it is not defined for.
pub fn run(module: &mut Module, context: &mut PassContext) -> Result<(), PassError> {
    let mut functions = std::mem::take(&mut module.ops);
    let mut externals = std::collections::BTreeMap::new();
    let mut strided = Vec::new();
    for op in &mut functions {
        if crate::tasks::is_task(op) {
            let (task, general) = tile(module, op)?;
            strided.extend(general);
            *op = task;
            context.count("task bodies tiled", 1);
        } else {
            expand_scalars(module, op)?;
        }
        callees(module, op, &mut externals);
    }
    functions.extend(strided);
    module.ops = functions;
    declare(module, externals);
    Ok(())
}

/// Suffix of the function that a task calls when its operands do not lie side by side.
const STRIDED: &str = ".strided";

/// The tiled task, and its version for any strides unless it has but one version.
fn tile(module: &mut Module, op: &Op) -> Result<(Op, Option<Op>), PassError> {
    let task = Task::of(module, op)?;
    let symbol = op.symbol().unwrap_or_default();
    let general = format!("{symbol}{STRIDED}");
    let mut nest = Nest::new(module, &task);
    let two = nest.build_fast(&general)?;
    let fast = finish(nest, symbol);
    let strided = match two {
        true => {
            let mut nest = Nest::new(module, &task);
            nest.build_general()?;
            let strided = finish(nest, &general).with_attr("sym_visibility", Attr::str("private"));
            Some(strided.with_attr("physl.strided", Attr::Unit))
        }
        false => None,
    };
    Ok((with_facts(fast, op, &task), strided))
}

fn finish(nest: Nest, symbol: &str) -> Op {
    let (args, loc) = (nest.arguments(), nest.task.op.loc.clone());
    let (module, ops) = nest.finish();
    function(module, symbol, args, Vec::new(), ops, loc)
}

/// What codegen writes into the task's description.
fn with_facts(mut tiled: Op, op: &Op, task: &Task) -> Op {
    for (name, attr) in op.attrs.iter().filter(|(name, _)| name.starts_with("physl.") || *name == "sym_visibility") {
        tiled.attrs.insert(name.clone(), attr.clone());
    }
    let operands = task.arrays().flat_map(|array| [array.elem as i64, array.rank() as i64]).collect();
    let steps = task.broadcasts();
    if !steps.is_empty() {
        tiled.attrs.insert("physl.steps".into(), Attr::I64s(steps));
    }
    tiled.with_attr("physl.rank", Attr::int(task.rank as i64)).with_attr("physl.operands", Attr::I64s(operands))
}

/// Expands `physl.py_to_np` in a host function.
fn expand_scalars(module: &mut Module, op: &mut Op) -> Result<(), PassError> {
    for block in op.regions.iter_mut().flat_map(|region| &mut region.blocks) {
        expand_block(module, block)?;
    }
    Ok(())
}

fn expand_block(module: &mut Module, block: &mut Block) -> Result<(), PassError> {
    let mut done = Vec::with_capacity(block.ops.len());
    for mut op in std::mem::take(&mut block.ops) {
        expand_scalars(module, &mut op)?;
        if op.name == "physl.py_to_np" {
            done.extend(scalar_ops(module, &op)?);
        } else {
            done.push(op);
        }
    }
    block.ops = done;
    Ok(())
}

/// The ops that a scalar op becomes; casts keep the types that its neighbours see.
fn scalar_ops(module: &mut Module, op: &Op) -> Result<Vec<Op>, PassError> {
    let name = op.attr("op").and_then(Attr::as_str).unwrap_or_default();
    let wrong = || PassError::internal(&op.loc, format!("scalar op `{name}` is not defined for its operands"));
    let dtype_of = |module: &Module, value: Value| match module.ty(value) {
        Type::Scalar(dtype) => Some(*dtype),
        _ => None,
    };
    let elem = op.operands.last().and_then(|&value| dtype_of(module, value)).ok_or_else(wrong)?;
    let to = op.results.first().and_then(|&value| dtype_of(module, value)).ok_or_else(wrong)?;
    let mut b = Builder::new(module, op.loc.clone());
    let operands: Vec<Value> = op.operands.iter().map(|&value| to_machine(&mut b, value)).collect();
    let constants = HashMap::new();
    let result = scalar::expand(name, &mut scalar::Point::new(&mut b, &operands, elem, to, &constants));
    let result = result.ok_or_else(wrong)?;
    let cast = Op::new("builtin.unrealized_conversion_cast", op.loc.clone());
    b.push(cast.with_operands([result]).with_results([op.result()]));
    Ok(b.ops)
}

fn to_machine(b: &mut Builder, value: Value) -> Value {
    let machine = match b.module.ty(value) {
        Type::Scalar(dtype) => scalar::machine_type(*dtype),
        other => other.clone(),
    };
    if *b.module.ty(value) == machine {
        return value;
    }
    b.op("builtin.unrealized_conversion_cast", &[value], machine)
}

/// Functions of libm and of the runtime that a function calls, with their types.
fn callees(module: &Module, op: &Op, found: &mut std::collections::BTreeMap<String, Type>) {
    phylanx_dialects::ir::walk_ops(std::slice::from_ref(op), &mut |op| {
        let Some(callee) = op.attr("callee").and_then(Attr::as_symbol) else { return };
        if matches!(callee, "hypot" | "hypotf") || scalar::is_complex_function(callee) {
            let types = |values: &[Value]| values.iter().map(|&value| module.ty(value).clone()).collect();
            found.insert(callee.to_string(), Type::Function(types(&op.operands), types(&op.results)));
        }
    });
}

fn declare(module: &mut Module, externals: std::collections::BTreeMap<String, Type>) {
    for (callee, ty) in externals {
        if module.function(&callee).is_some() {
            continue;
        }
        let external = Op::new("func.func", Default::default())
            .with_attr("sym_name", Attr::str(callee))
            .with_attr("sym_visibility", Attr::str("private"))
            .with_attr("function_type", Attr::Type(ty))
            .with_region(Default::default());
        module.ops.push(external);
    }
}
