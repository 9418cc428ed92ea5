//! Puts the bodies of private functions where they are called, so that array code fuses across calls.
//!
//! *Before*: functions call one another.
//! *After*: private functions that are small or called once, and never call themselves, are inlined; private functions that
//! nobody calls are gone. Ops keep their places in the Python text.
//!
//! ```text
//! %r = call @f(%a)   ->   the ops of @f on %a
//! ```

use crate::alias::{callee, is_exported};
use crate::context::{PassContext, PassError};
use crate::tasks::is_task;
use phylanx_dialects::ir::{
    Attr, Block, Module, Op, Value, clone_ops, python_name, substitute, walk_ops, walk_ops_mut,
};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

/// A function of at most so many ops is inlined wherever it is called.
const SMALL: usize = 48;
/// No function grows beyond so many ops by inlining of small ones.
const LARGEST: usize = 20_000;

/// The pass.
///
/// # Errors
/// None; the signature is that of all passes.
pub fn run(module: &mut Module, context: &mut PassContext) -> Result<(), PassError> {
    let before = module.functions().count();
    let mut inlined = 0;
    for symbol in callees_first(module) {
        inlined += inline_into(module, &symbol);
    }
    drop_dead(module);
    context.count("calls inlined", inlined);
    context.count("functions dropped", (before - module.functions().count()) as i64);
    Ok(())
}

/// Symbols of functions, callees before callers where calls do not go in circles.
fn callees_first(module: &Module) -> Vec<String> {
    let graph = call_graph(module);
    let mut order = Vec::new();
    let mut seen = BTreeSet::new();
    for function in module.functions() {
        visit(function.symbol().unwrap_or_default(), &graph, &mut seen, &mut order);
    }
    order
}

fn visit(symbol: &str, graph: &BTreeMap<String, Vec<String>>, seen: &mut BTreeSet<String>, order: &mut Vec<String>) {
    if !seen.insert(symbol.to_string()) {
        return;
    }
    for next in graph.get(symbol).into_iter().flatten() {
        visit(next, graph, seen, order);
    }
    order.push(symbol.to_string());
}

/// The callees of each function, one entry for each call.
fn call_graph(module: &Module) -> BTreeMap<String, Vec<String>> {
    let calls = |function: &Op| {
        let mut found = Vec::new();
        walk_ops(std::slice::from_ref(function), &mut |op| found.extend(callee(op).map(str::to_string)));
        found
    };
    module.functions().map(|function| (function.symbol().unwrap_or_default().to_string(), calls(function))).collect()
}

fn inline_into(module: &mut Module, symbol: &str) -> i64 {
    let graph = call_graph(module);
    let mut inlined = 0;
    let bodies: HashMap<String, Block> = graph
        .get(symbol)
        .into_iter()
        .flatten()
        .filter(|target| is_inlinable(module, target, &graph))
        .filter_map(|target| Some((target.clone(), module.function(target)?.body()?.clone())))
        .collect();
    let Some(function) = module.function_mut(symbol).filter(|_| !bodies.is_empty()) else { return 0 };
    let mut regions = std::mem::take(&mut function.regions);
    for block in regions.iter_mut().flat_map(|region| &mut region.blocks) {
        inlined += inline_block(module, block, &bodies);
    }
    if let Some(function) = module.function_mut(symbol) {
        function.regions = regions;
    }
    inlined
}

fn is_inlinable(module: &Module, target: &str, graph: &BTreeMap<String, Vec<String>>) -> bool {
    let Some(function) = module.function(target) else { return false };
    let calls = graph.values().flatten().filter(|called| *called == target).count();
    let one_block = function.regions.first().is_some_and(|region| region.blocks.len() == 1);
    let size = size_of(function);
    !is_exported(function)
        && !is_task(function)
        && one_block
        && !reaches(target, target, graph)
        && (calls == 1 || (size <= SMALL && size * calls <= LARGEST))
}

fn size_of(op: &Op) -> usize {
    let mut size = 0;
    walk_ops(std::slice::from_ref(op), &mut |_| size += 1);
    size
}

/// Whether calls lead from one function to another.
fn reaches(from: &str, to: &str, graph: &BTreeMap<String, Vec<String>>) -> bool {
    let mut seen = BTreeSet::new();
    let mut open = vec![from];
    while let Some(at) = open.pop() {
        for next in graph.get(at).into_iter().flatten() {
            if next == to {
                return true;
            }
            if seen.insert(next.as_str()) {
                open.push(next);
            }
        }
    }
    false
}

fn inline_block(module: &mut Module, block: &mut Block, bodies: &HashMap<String, Block>) -> i64 {
    let mut inlined = 0;
    let mut names: HashMap<Value, Value> = HashMap::new();
    for mut op in std::mem::take(&mut block.ops) {
        substitute(std::slice::from_mut(&mut op), &names);
        for inner in op.regions.iter_mut().flat_map(|region| &mut region.blocks) {
            inlined += inline_block(module, inner, bodies);
        }
        // The body of a `try` stays a function: the runtime calls it, and nothing moves across its edge.
        let called = callee(&op).filter(|_| op.name == "func.call");
        let Some(body) = called.and_then(|symbol| bodies.get(symbol)) else {
            block.ops.push(op);
            continue;
        };
        let function: Arc<str> = python_name(called.unwrap_or_default()).into();
        let mut map: HashMap<Value, Value> = body.args.iter().copied().zip(op.operands.iter().copied()).collect();
        let mut copied = clone_ops(module, &body.ops, &mut map);
        walk_ops_mut(&mut copied, &mut |inner| {
            inner.loc = inner.loc.inlined_at(&function, &op.loc);
        });
        let returned = copied.pop().map(|last| last.operands).unwrap_or_default();
        names.extend(op.results.iter().copied().zip(returned));
        block.ops.extend(copied);
        inlined += 1;
    }
    inlined
}

/// Drops private functions that no exported function reaches.
fn drop_dead(module: &mut Module) {
    let graph = call_graph(module);
    let roots: Vec<String> =
        module.functions().filter(|f| is_exported(f)).filter_map(|f| f.symbol().map(str::to_string)).collect();
    let named = named_symbols(module);
    let is_live = |op: &Op| {
        let Some(symbol) = op.symbol().filter(|_| op.name == "func.func" && !is_exported(op)) else { return true };
        named.contains(symbol) || roots.iter().any(|root| reaches(root, symbol, &graph))
    };
    let live: Vec<bool> = module.ops.iter().map(is_live).collect();
    let mut keep = live.into_iter();
    module.ops.retain(|_| keep.next().unwrap_or(true));
}

/// Symbols that ops name otherwise than by calls.
fn named_symbols(module: &Module) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    walk_ops(&module.ops, &mut |op| {
        if callee(op).is_none() {
            found.extend(op.attrs.values().filter_map(Attr::as_symbol).map(str::to_string));
        }
    });
    found
}
