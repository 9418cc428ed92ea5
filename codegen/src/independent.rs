//! Tells LLVM which loops of tasks have independent iterations, so that it vectorizes a map into its own input.
//!
//! The runtime gives a task inputs that are equal to its output or apart from it; so an innermost loop that carries no value
//! and stores at its own index only has independent iterations.
//!
//! Before: `scf.for %i = .. { memref.store %x, %out[%i] }`.
//! After: the branch back has a loop annotation that names an access group, and the loads and stores are in that group.

use crate::kernel;
use melior::ir::AttributeLike;
use phylanx_dialects::ir::{Attr, Module, Op, Value, walk_ops, walk_ops_mut};

/// What MLIR carries from a loop to its branch back.
const MARK: &str = "llvm.loop_annotation";

/// The group and the annotation that names it, read as one so that they mean the same group.
const GROUP: &str = "[#llvm.access_group<id = distinct[0]<>>, \
    #llvm.loop_annotation<parallelAccesses = #llvm.access_group<id = distinct[0]<>>>]";

/// Marks the independent loops of tasks.
pub fn mark(module: &mut Module) {
    for function in module.ops.iter_mut().filter(|op| kernel::is_loops(op)) {
        walk_ops_mut(std::slice::from_mut(function), &mut |op| {
            if is_independent(op) {
                op.attrs.insert(MARK.into(), Attr::Opaque("#llvm.loop_annotation<mustProgress = true>".into()));
            }
        });
    }
}

fn is_independent(op: &Op) -> bool {
    let Some(body) = op.body().filter(|_| op.name == "scf.for" && op.results.is_empty()) else { return false };
    let Some(&index) = body.args.first() else { return false };
    let (mut innermost, mut apart) = (true, true);
    walk_ops(&body.ops, &mut |inner| match inner.name.as_str() {
        "scf.for" | "func.call" | "vector.store" => innermost = false,
        "memref.store" => apart &= steps(inner, index, &body.ops),
        _ => {}
    });
    innermost && apart
}

/// Whether a store goes to another element in each iteration: the loop's index, or it plus something, is one of its indices.
fn steps(store: &Op, index: Value, ops: &[Op]) -> bool {
    let is_sum = |value: &Value| {
        ops.iter().any(|op| op.name == "arith.addi" && op.results == [*value] && op.operands.contains(&index))
    };
    store.operands.iter().skip(2).any(|value| *value == index || is_sum(value))
}

/// Replaces the marks of a lowered module by annotations.
pub fn annotate(context: &melior::Context, module: &melior::ir::Module) {
    let found = find(module);
    let Some(group) = melior::ir::Attribute::parse(context, GROUP).filter(|_| !found.branches.is_empty()) else {
        return;
    };
    let raw = group.to_raw();
    // SAFETY: `raw` is an array of two attributes of the context; the operations are alive, and nothing walks them now.
    unsafe {
        let (group, annotation) =
            (mlir_sys::mlirArrayAttrGetElement(raw, 0), mlir_sys::mlirArrayAttrGetElement(raw, 1));
        let groups = mlir_sys::mlirArrayAttrGet(context.to_raw(), 1, &group);
        for branch in found.branches {
            mlir_sys::mlirOperationSetInherentAttributeByName(branch, name("loop_annotation"), annotation);
            mlir_sys::mlirOperationRemoveDiscardableAttributeByName(branch, name(MARK));
        }
        for access in found.accesses {
            mlir_sys::mlirOperationSetInherentAttributeByName(access, name("access_groups"), groups);
        }
    }
}

/// Marked branches, and all loads and stores.
#[derive(Default)]
struct Found {
    branches: Vec<mlir_sys::MlirOperation>,
    accesses: Vec<mlir_sys::MlirOperation>,
}

fn find(module: &melior::ir::Module) -> Found {
    extern "C" fn visit(op: mlir_sys::MlirOperation, found: *mut std::ffi::c_void) -> mlir_sys::MlirWalkResult {
        // SAFETY: `found` is the value given to the walk below, which nobody else uses meanwhile; `op` is alive.
        unsafe {
            let found = &mut *found.cast::<Found>();
            let text = mlir_sys::mlirIdentifierStr(mlir_sys::mlirOperationGetName(op));
            match std::slice::from_raw_parts(text.data.cast::<u8>(), text.length) {
                b"llvm.load" | b"llvm.store" => found.accesses.push(op),
                b"llvm.br" => {
                    let mark = mlir_sys::mlirOperationGetDiscardableAttributeByName(op, name(MARK));
                    if !mark.ptr.is_null() {
                        found.branches.push(op);
                    }
                }
                _ => {}
            }
        }
        mlir_sys::MlirWalkResult_MlirWalkResultAdvance
    }
    let mut found = Found::default();
    // SAFETY: the module is alive, and the callback only reads.
    unsafe {
        mlir_sys::mlirOperationWalk(
            module.as_operation().to_raw(),
            Some(visit),
            std::ptr::from_mut(&mut found).cast(),
            mlir_sys::MlirWalkOrder_MlirWalkPreOrder,
        );
    }
    found
}

fn name(text: &'static str) -> mlir_sys::MlirStringRef {
    mlir_sys::MlirStringRef { data: text.as_ptr().cast(), length: text.len() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use phylanx_dialects::mlir;

    const TASK: &str = r#"
        func.func private @t(%in: memref<?xf64>, %out: memref<?xf64>, %lo: index, %hi: index) attributes {physl.task} {
          %c0 = arith.constant 0 : index
          %c1 = arith.constant 1 : index
          scf.for %i = %lo to %hi step %c1 {
            %j = arith.addi %lo, %i : index
            %x = memref.load %in[%j] : memref<?xf64>
            memref.store %x, %out[%j] : memref<?xf64>
          }
          scf.for %i = %lo to %hi step %c1 {
            %x = memref.load %in[%i] : memref<?xf64>
            memref.store %x, %out[%c0] : memref<?xf64>
          }
          return
        }
    "#;

    #[test]
    fn a_loop_that_stores_at_its_own_index_is_marked_and_no_other() {
        let mut module = mlir::parse_tree(TASK).expect("the task parses");
        mark(&mut module);
        let mut marked = Vec::new();
        walk_ops(&module.ops, &mut |op| marked.extend((op.name == "scf.for").then(|| op.attrs.contains_key(MARK))));
        assert_eq!(marked, [true, false]);
    }
}
