//! Which ops may spawn work or wait for it: between such ops, elements of arrays may be read and written in place.

use phylanx_dialects::ir::{Attr, Module, Op, Type, walk_ops};
use phylanx_dialects::ops::Class;
use std::collections::HashSet;

/// Functions whose bodies hold only quiet ops: the greatest set, so that recursion does not spoil it.
pub fn quiet_functions(module: &Module) -> HashSet<String> {
    let types: Vec<Type> =
        (0..module.value_count()).map(|at| module.ty(phylanx_dialects::ir::Value(at as u32)).clone()).collect();
    let mut quiet: HashSet<String> =
        module.functions().filter(|op| op.body().is_some()).filter_map(|op| op.symbol().map(str::to_string)).collect();
    loop {
        let noisy: Vec<String> = module
            .functions()
            .filter(|op| op.symbol().is_some_and(|name| quiet.contains(name)) && holds_noise(op, &types, &quiet))
            .filter_map(|op| op.symbol().map(str::to_string))
            .collect();
        if noisy.is_empty() {
            return quiet;
        }
        for name in noisy {
            quiet.remove(&name);
        }
    }
}

/// Whether an op, the ops inside included, may spawn work or wait for it.
pub fn holds_noise(op: &Op, types: &[Type], quiet: &HashSet<String>) -> bool {
    let mut noisy = false;
    walk_ops(std::slice::from_ref(op), &mut |inner| noisy |= is_noisy(inner, types, quiet));
    noisy
}

/// Whether an op by itself may spawn work or wait for it.
pub fn is_noisy(op: &Op, types: &[Type], quiet: &HashSet<String>) -> bool {
    if op.name == "func.call" {
        return !op.attr("callee").and_then(Attr::as_symbol).is_some_and(|name| quiet.contains(name));
    }
    let Some(row) = op.row() else { return false };
    let silent = ["dim", "size", "retain", "release", "view", "view_transpose", "slice", "transpose", "cell_new"];
    if row.class == Class::Scalar || silent.contains(&row.name) {
        return false;
    }
    let is_array = |value: &phylanx_dialects::ir::Value| {
        types.get(value.0 as usize).is_some_and(|ty| matches!(ty, Type::Tensor(_) | Type::Ref(_) | Type::Token))
    };
    // Comparing and printing what objects hold may wait for arrays in them.
    let looks_inside = matches!(row.name, "table_ask" | "table_take");
    matches!(row.name, "clock" | "try") || looks_inside || op.operands.iter().chain(&op.results).any(is_array)
}
