//! Merges task functions that compute the same.
//!
//! *Before*: each spawn names a task function of its own.
//! *After*: of task functions that differ in names, places and numbers of values only, the first is left and serves all spawns;
//! a spawn keeps its own place.
//!
//! ```text
//! spawn(%a) {body = @task_0_exp}; spawn(%b) {body = @task_1_exp}   ->   spawn(%a) {body = @task_0_exp}; spawn(%b) {body = @task_0_exp}
//! ```

use crate::context::{PassContext, PassError};
use crate::tasks::is_task;
use phylanx_dialects::ir::{Attr, Module, Op, Value, walk_ops_mut};
use std::collections::HashMap;
use std::fmt::Write;

/// The pass.
///
/// # Errors
/// None; the signature is that of all passes.
pub fn run(module: &mut Module, context: &mut PassContext) -> Result<(), PassError> {
    let merged = plan(module);
    context.count("tasks merged", merged.len() as i64);
    module.ops.retain(|op| op.symbol().is_none_or(|name| !merged.contains_key(name)));
    walk_ops_mut(&mut module.ops, &mut |op| {
        if let Some(Attr::Symbol(body)) = op.attrs.get_mut("body")
            && let Some(first) = merged.get(body)
        {
            body.clone_from(first);
        }
    });
    Ok(())
}

/// The functions that go, each with the one that takes its place.
fn plan(module: &Module) -> HashMap<String, String> {
    let mut first: HashMap<String, &str> = HashMap::new();
    let mut merged = HashMap::new();
    for function in module.functions().filter(|op| is_task(op)) {
        let Some(symbol) = function.symbol() else { continue };
        let mut text = Text { module, numbers: HashMap::new(), written: String::new() };
        text.op(function);
        match first.get(&text.written) {
            Some(earlier) => {
                merged.insert(symbol.to_string(), earlier.to_string());
            }
            None => {
                first.insert(text.written, symbol);
            }
        }
    }
    merged
}

/// A function without what may differ: values are numbered in order of appearance.
struct Text<'m> {
    module: &'m Module,
    numbers: HashMap<Value, usize>,
    written: String,
}

impl Text<'_> {
    fn op(&mut self, op: &Op) {
        self.put(&op.name);
        for (name, attr) in op.attrs.iter().filter(|(name, _)| *name != "sym_name") {
            self.put(&format!("{name}={attr:?}"));
        }
        self.values(&op.operands);
        self.values(&op.results);
        for block in op.regions.iter().flat_map(|region| &region.blocks) {
            self.put("{");
            self.values(&block.args);
            block.ops.iter().for_each(|op| self.op(op));
            self.put("}");
        }
    }

    fn values(&mut self, values: &[Value]) {
        self.put("(");
        for value in values {
            let next = self.numbers.len();
            let number = *self.numbers.entry(*value).or_insert(next);
            let ty = format!("{number}:{}", self.module.ty(*value));
            self.put(&ty);
        }
        self.put(")");
    }

    fn put(&mut self, part: &str) {
        // Writing to a string cannot fail.
        let _ = writeln!(self.written, "{part}");
    }
}
