//! Chooses a layout for each array by looking at the whole task graph.
//!
//! *Before*: tasks and library ops without a word on where arrays live.
//! *After*: ops that make arrays, and spawns, carry `physl.layout`: `replicated`, `rows`, `columns` or `blocks`.
//!
//! ```text
//! %t = spawn(%a) {body = @b}   ->   %t = spawn(%a) {body = @b, physl.layout = "rows"}
//! ```
//!
//! Layouts are wishes: the runtime keeps small arrays on every rank and exchanges on demand whatever a task needs, so that correctness
//! never depends on them. The number of ranks is not known here.

pub mod arrays;
pub mod cost;
pub mod solve;

use crate::context::{PassContext, PassError};
use crate::tasks::is_task;
use arrays::Arrays;
use cost::{Costs, NAMES, layout_seen};
use phylanx_dialects::ir::{Attr, Module, Op, Type, Value, walk_ops, walk_ops_mut};
use phylanx_dialects::ops::Class;
use solve::{Method, Solution};
use std::collections::HashMap;

/// The pass.
///
/// # Errors
/// None; the signature is that of all passes.
pub fn run(module: &mut Module, context: &mut PassContext) -> Result<(), PassError> {
    let options = context.options.clone();
    let arrays = Arrays::of(module, &options);
    let problem = Costs::problem(module, &arrays, options.default_trips);
    let solution = solve::solve(&problem);
    report(module, &arrays, &solution, context);
    let wishes = wishes(module, &arrays, &solution);
    walk_ops_mut(&mut module.ops, &mut |op| {
        if let Some(array) = placed_array(op)
            && let Some(&layout) = wishes.get(&array)
        {
            op.attrs.insert("physl.layout".into(), Attr::str(NAMES[layout]));
        }
    });
    Ok(())
}

/// The array that an op makes or fills, if it takes a layout.
fn placed_array(op: &Op) -> Option<Value> {
    let row = op.row()?;
    match row.name {
        "spawn_into" => op.operands.first().copied(),
        "spawn" | "new" | "copy" => op.results.first().copied(),
        "read" | "from_scalar" | "item" | "dim" | "size" | "global_get" => None,
        _ if row.class == Class::Library => op.results.first().copied(),
        _ => None,
    }
}

/// For each array of rank above 0 the layout that suits the choice for its buffer.
fn wishes(module: &Module, arrays: &Arrays, solution: &Solution) -> HashMap<Value, usize> {
    let mut found = HashMap::new();
    walk_ops(&module.ops, &mut |op| {
        let Some(array) = placed_array(op) else { return };
        let is_array = matches!(module.ty(array), Type::Tensor(ty) | Type::Ref(ty) if ty.rank() > 0);
        if let Some(lies) = arrays.lies(array).filter(|_| is_array) {
            found.insert(array, layout_seen(lies, solution.choice[lies.buffer]));
        }
    });
    found
}

fn report(module: &Module, arrays: &Arrays, solution: &Solution, context: &mut PassContext) {
    let count = |wanted: usize| solution.choice.iter().filter(|&&choice| choice == wanted).count() as i64;
    let counts: Vec<i64> = (0..NAMES.len()).map(count).collect();
    NAMES.iter().zip(counts).for_each(|(name, number)| context.count(&format!("{name} arrays"), number));
    let method = match solution.method {
        Method::Exact => "the best there is",
        Method::Greedy => "greedy",
    };
    let Some(main) = module.functions().find(|op| !is_task(op)) else { return };
    context.report(
        &main.loc,
        format!(
            "layouts of {} arrays: estimated {:.0} us on 4 ranks ({method}; at least {:.0} us); unknown extents are taken as {} (a vector's as its square), loops of unknown length as {} rounds",
            arrays.buffers.len(),
            solution.cost / 1e3,
            solution.lower_bound / 1e3,
            context.options.default_extent,
            context.options.default_trips,
        ),
    );
    walk_ops(&module.ops, &mut |op| {
        let Some(lies) = op.results.first().and_then(|&result| arrays.lies(result)) else { return };
        let buffer = &arrays.buffers[lies.buffer];
        if buffer.rank > 0 && op.results.first() == Some(&buffer.first) {
            context.report(
                &op.loc,
                format!("{} of {}: {}", module.ty(buffer.first), op.name, NAMES[solution.choice[lies.buffer]]),
            );
        }
    });
}
