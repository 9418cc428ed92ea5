//! What ops may do besides giving their results, beyond what the op table states for each name.

use phylanx_dialects::ir::{Attr, Module, Op, Value, constant_i64};
use phylanx_dialects::ops::{Class, Effect};
use std::collections::HashMap;

/// Definitions of values that are in scope; ops are kept without their regions.
pub type Defs = HashMap<Value, Op>;

/// Whether the op, its regions aside, does nothing but give its results: it may be moved and dropped.
pub fn is_pure(op: &Op) -> bool {
    match op.row() {
        Some(row) => row.effect == Effect::Pure,
        None => is_plain_scalar(op),
    }
}

/// Ops on machine scalars without traps; `divsi` and its kin have undefined cases and stay where they are.
fn is_plain_scalar(op: &Op) -> bool {
    let traps = matches!(
        op.name.as_str(),
        "arith.divsi"
            | "arith.divui"
            | "arith.remsi"
            | "arith.remui"
            | "arith.floordivsi"
            | "arith.ceildivsi"
            | "arith.ceildivui"
    );
    ["arith.", "math.", "complex."].iter().any(|dialect| op.name.starts_with(dialect)) && !traps
}

/// Whether the op cannot fail although its row says that such ops may.
pub fn cannot_fail(op: &Op, defs: &Defs) -> bool {
    match op.physl() {
        Some("transpose" | "view_transpose" | "dim") => true,
        Some("slice" | "view") => is_total_slice(op, defs),
        _ => false,
    }
}

/// Slices clip their bounds; only integers and a step of zero fail.
fn is_total_slice(op: &Op, defs: &Defs) -> bool {
    let Some(spec) = op.attr("spec").and_then(Attr::as_str) else { return false };
    let mut operand = 1;
    for item in spec.split(',') {
        if item.starts_with('i') {
            return false;
        }
        let Some(parts) = item.strip_prefix(':') else { continue };
        for part in parts.chars() {
            let step = op.operands.get(operand).and_then(|value| defs.get(value)).and_then(constant_i64);
            if part == 'p' && step.is_none_or(|step| step == 0) {
                return false;
            }
            operand += 1;
        }
    }
    true
}

/// Whether an op without users may go, its regions aside.
pub fn is_droppable(op: &Op, defs: &Defs, module: &Module) -> bool {
    let quiet = is_pure(op) && !may_mismatch(op, defs, module);
    quiet || cannot_fail(op, defs) || matches!(op.physl(), Some("read" | "new" | "cell_new" | "cell_get" | "table_len"))
}

/// Whether the shapes of a map's operands, or the emptiness of a fold's, may turn out to be an error at run time.
///
/// Such an op may be moved forward, but must not be dropped, nor come where it would not have run.
pub fn may_mismatch(op: &Op, defs: &Defs, module: &Module) -> bool {
    let Some(row) = op.row() else { return false };
    match row.class {
        Class::Map => !shapes_agree(op, defs, module),
        Class::Fold => matches!(row.name, "max" | "min"),
        _ => false,
    }
}

/// Whether all operands of rank above 0 surely broadcast: their extents are static, or their shapes come from one value.
fn shapes_agree(op: &Op, defs: &Defs, module: &Module) -> bool {
    let rank = |value: Value| module.ty(value).array().map_or(0, |array| array.rank());
    let shaped: Vec<Value> = op.operands.iter().copied().filter(|&value| rank(value) > 0).collect();
    let is_static =
        |&value: &Value| module.ty(value).array().is_some_and(|array| array.dims.iter().all(Option::is_some));
    let sources: Vec<Value> = shaped.iter().map(|&value| shape_source(value, defs, module)).collect();
    shaped.iter().all(is_static) || sources.windows(2).all(|pair| pair[0] == pair[1])
}

/// The value that gives another its shape, through maps with one operand of rank above 0.
fn shape_source(value: Value, defs: &Defs, module: &Module) -> Value {
    let rank = |value: Value| module.ty(value).array().map_or(0, |array| array.rank());
    let mut at = value;
    while let Some(op) = defs.get(&at).filter(|op| op.row().is_some_and(|row| row.class == Class::Map)) {
        let mut shaped = op.operands.iter().copied().filter(|&value| rank(value) > 0);
        match (shaped.next(), shaped.next()) {
            (Some(only), None) => at = only,
            (Some(first), Some(second)) if first == second => at = first,
            _ => break,
        }
    }
    at
}
