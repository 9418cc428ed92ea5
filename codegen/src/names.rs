//! Names of the program's own functions get a prefix, so that none can meet a function of libc or of the runtime.

use phylanx_dialects::ir::{Attr, Module, Op, walk_ops_mut};
use std::collections::HashSet;

/// What comes before the name of every function of the program.
pub const PREFIX: &str = "py.";

/// Renames all functions that have bodies, and whatever names them.
pub fn prefix(module: &mut Module) {
    let own: HashSet<String> =
        module.functions().filter(|op| op.body().is_some()).filter_map(|op| op.symbol().map(str::to_string)).collect();
    walk_ops_mut(&mut module.ops, &mut |op| rename(op, &own));
}

fn rename(op: &mut Op, own: &HashSet<String>) {
    for attr in op.attrs.values_mut() {
        if let Attr::Symbol(name) = attr
            && own.contains(name)
        {
            *name = format!("{PREFIX}{name}");
        }
    }
    if op.name == "func.func"
        && let Some(Attr::Str(name)) = op.attrs.get_mut("sym_name")
        && own.contains(name)
    {
        *name = format!("{PREFIX}{name}");
    }
}
