//! Chooses a layout for each array by looking at the whole task graph.
//!
//! *Before*: tasks and library ops without a word on where arrays live.
//! *After*: ops that make arrays, and spawns, carry `physl.layout`: `replicated`, `rows`, `columns` or `blocks`;
//! what must travel for a task is sent as soon as it is there and received just before.
//!
//! ```text
//! %t = spawn(%a) {body = @b}   ->   %k = send %a {pattern = "rows"}; ...; %r = recv %k; %t = spawn(%r) {body = @b, physl.layout = "rows"}
//! ```
//!
//! Layouts are wishes: the runtime keeps small arrays on every rank and exchanges on demand whatever a task needs, so that correctness
//! never depends on them. The number of ranks is not known here.

pub mod arrays;
pub mod cost;
pub mod exchange;
pub mod solve;

use crate::alias::Alias;
use crate::canonicalize::dead;
use crate::context::{PassContext, PassError};
use crate::effects::Defs;
use crate::tasks::is_task;
use arrays::Arrays;
use cost::{Costs, NAMES, layout_seen};
use exchange::Facts;
use phylanx_dialects::ir::{Attr, Module, Op, walk_ops, walk_ops_mut};
use phylanx_dialects::ops::Class;
use solve::{Method, Solution};
use std::collections::HashSet;

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
    let alias = Alias::of(module);
    let folds = folds(module);
    let defs: Defs = module.functions().filter(|op| !is_task(op)).flat_map(dead::definitions).collect();
    let facts = Facts { arrays: &arrays, alias: &alias, choice: &solution.choice, folds: &folds, defs: &defs };
    let mut functions = std::mem::take(&mut module.ops);
    walk_ops_mut(&mut functions, &mut |op| {
        if let Some(layout) = wish(op, &facts) {
            op.attrs.insert("physl.layout".into(), Attr::str(NAMES[layout]));
        }
    });
    let mut sends = 0;
    for function in functions.iter_mut().filter(|op| !is_task(op)) {
        for block in function.regions.iter_mut().flat_map(|region| &mut region.blocks) {
            sends += exchange::insert(module, block, &facts);
        }
        let defs = dead::definitions(function);
        dead::sweep(function, &defs, module);
    }
    module.ops = functions;
    context.count("exchanges", sends);
    report_exchanges(module, context);
    Ok(())
}

/// What each exchange brings to a rank each time it runs.
fn report_exchanges(module: &Module, context: &mut PassContext) {
    let mut lines = Vec::new();
    let default_extent = context.options.default_extent as f64;
    walk_ops(&module.ops, &mut |op| {
        let (Some("send"), Some(pattern)) = (op.physl(), op.attr("pattern").and_then(Attr::as_str)) else { return };
        let Some(array) = op.operands.first().and_then(|&value| module.ty(value).array()) else { return };
        let widths = |name: &str| op.attr(name).and_then(Attr::as_i64s).unwrap_or_default().to_vec();
        let bytes = cost::sent_bytes(pattern, &widths("low"), &widths("high"), array, default_extent);
        lines.push((op.loc.clone(), format!("exchange ({pattern}) of {array}: about {bytes:.0} bytes to each rank")));
    });
    lines.into_iter().for_each(|(loc, line)| context.report(&loc, line));
}

/// Symbols of tasks that fold.
fn folds(module: &Module) -> HashSet<String> {
    let is_fold = |op: &&Op| op.attr("physl.fold").and_then(Attr::as_str).is_some_and(|fold| fold != "map");
    module.functions().filter(is_fold).filter_map(|op| op.symbol().map(str::to_string)).collect()
}

/// The layout that an op takes: that of a task's domain, or of the array that it makes; none for arrays of rank 0.
fn wish(op: &Op, facts: &Facts) -> Option<usize> {
    let row = op.row()?;
    let array = match row.name {
        "spawn" | "spawn_into" => exchange::home(op, facts)?,
        "read" | "from_scalar" | "item" | "dim" | "size" | "global_get" => return None,
        _ if row.class == Class::Library => op.results.first().copied()?,
        _ => return None,
    };
    let lies = facts.arrays.lies(array).filter(|lies| !lies.dims.is_empty())?;
    Some(layout_seen(lies, facts.choice[lies.buffer]))
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
    let mut describe = |op: &Op| {
        let Some(lies) = op.results.first().and_then(|&result| arrays.lies(result)) else { return };
        let buffer = &arrays.buffers[lies.buffer];
        if buffer.rank > 0 && op.results.first() == Some(&buffer.first) {
            context.report(
                &op.loc,
                format!("{} of {}: {}", module.ty(buffer.first), op.name, NAMES[solution.choice[lies.buffer]]),
            );
        }
    };
    for function in module.functions().filter(|op| !is_task(op)) {
        walk_ops(std::slice::from_ref(function), &mut describe);
    }
}
