//! Turns references into values where nobody ever writes.
//!
//! *Before*: every array that Python can see is a `!physl.ref`; operators stand between `read` and `new`.
//! *After*: references whose alias class is never written are tensors; their views are slices, transposes and reshapes, their
//! `new` and `read` are gone. Element reads stay and work on tensors.
//!
//! ```text
//! %r = new %t; %v = view %r[1:]; %x = read %v   ->   %x = slice %t[1:]
//! ```

use crate::alias::Alias;
use crate::context::{PassContext, PassError};
use phylanx_dialects::ir::{Attr, Block, Module, Op, Type, Value, walk_ops};
use std::collections::{BTreeSet, HashMap};

/// The pass.
///
/// # Errors
/// None; the signature is that of all passes.
pub fn run(module: &mut Module, context: &mut PassContext) -> Result<(), PassError> {
    let alias = Alias::of(module);
    let promoted = promoted(module, &alias);
    for &value in &promoted {
        if let Type::Ref(array) = module.ty(value).clone() {
            module.set_ty(value, Type::Tensor(array));
        }
    }
    let kept = references(module).len();
    context.count("references promoted", promoted.len() as i64);
    context.count("references kept", kept as i64);
    let mut functions = std::mem::take(&mut module.ops);
    for function in &mut functions {
        for block in function.regions.iter_mut().flat_map(|region| &mut region.blocks) {
            rewrite_block(module, block, &promoted);
        }
        refresh_type(module, function);
    }
    module.ops = functions;
    Ok(())
}

/// References of classes without a write.
fn promoted(module: &Module, alias: &Alias) -> BTreeSet<Value> {
    references(module).into_iter().filter(|&value| !alias.is_written(alias.class(value))).collect()
}

fn references(module: &Module) -> Vec<Value> {
    let mut found = Vec::new();
    walk_ops(&module.ops, &mut |op| {
        found.extend(op.results.iter().copied());
        found.extend(op.regions.iter().flat_map(|region| &region.blocks).flat_map(|block| &block.args).copied());
    });
    found.retain(|&value| matches!(module.ty(value), Type::Ref(_)));
    found
}

fn rewrite_block(module: &mut Module, block: &mut Block, promoted: &BTreeSet<Value>) {
    let mut same: HashMap<Value, Value> = HashMap::new();
    for mut op in std::mem::take(&mut block.ops) {
        for inner in op.regions.iter_mut().flat_map(|region| &mut region.blocks) {
            rewrite_block(module, inner, promoted);
            rename(&mut inner.ops, &same);
        }
        let change = plan(&op, promoted);
        for operand in &mut op.operands {
            *operand = *same.get(operand).unwrap_or(operand);
        }
        match change {
            Change::Keep => block.ops.push(op),
            Change::Rename(name) => block.ops.push(Op { name: name.into(), ..op }),
            Change::Forward if module.ty(op.operands[0]) == module.ty(op.result()) => {
                same.insert(op.result(), op.operands[0]);
            }
            // The two types know different extents: a view of everything stands between them.
            Change::Forward => {
                let all = Op { name: "physl.slice".into(), ..op };
                block.ops.push(all.with_attr("spec", Attr::str("e")));
            }
        }
    }
}

fn rename(ops: &mut [Op], same: &HashMap<Value, Value>) {
    if !same.is_empty() {
        phylanx_dialects::ir::substitute(ops, same);
    }
}

enum Change {
    Keep,
    Rename(&'static str),
    /// The result is the operand.
    Forward,
}

fn plan(op: &Op, promoted: &BTreeSet<Value>) -> Change {
    let is_promoted = |value: Option<&Value>| value.is_some_and(|value| promoted.contains(value));
    match op.physl() {
        Some("new" | "view_contiguous") if is_promoted(op.results.first()) => Change::Forward,
        Some("view") if is_promoted(op.results.first()) => Change::Rename("physl.slice"),
        Some("view_transpose") if is_promoted(op.results.first()) => Change::Rename("physl.transpose"),
        Some("view_real") if is_promoted(op.results.first()) => Change::Rename("physl.real"),
        Some("view_imag") if is_promoted(op.results.first()) => Change::Rename("physl.imag"),
        Some("view_reshape") if is_promoted(op.results.first()) => Change::Rename("physl.reshape"),
        Some("view_diagonal") if is_promoted(op.results.first()) => Change::Rename("physl.diagonal"),
        Some("read") if is_promoted(op.operands.first()) => Change::Forward,
        _ => Change::Keep,
    }
}

/// States the function's type anew after the types of its arguments or results have changed.
pub fn refresh_type(module: &Module, function: &mut Op) {
    let Some(body) = function.regions.first() else { return };
    let Some(entry) = body.blocks.first() else { return };
    let returns = body.blocks.iter().filter_map(|block| block.ops.last()).find(|op| op.name == "func.return");
    let Some(returns) = returns else { return };
    let types = |values: &[Value]| values.iter().map(|&value| module.ty(value).clone()).collect();
    let ty = Type::Function(types(&entry.args), types(&returns.operands));
    function.attrs.insert("function_type".into(), Attr::Type(ty));
}
