//! Registers the ops that take operand lists of mixed types, which IRDL cannot express; a small C++ function does it.

use crate::ops::{OPS, OpRow};
use melior::{Context, StringRef};
use mlir_sys::{MlirContext, MlirStringRef};

unsafe extern "C" {
    fn phylanx_register_open_op(
        context: MlirContext,
        dialect: MlirStringRef,
        name: MlirStringRef,
        least_operands: usize,
        results: usize,
        attr_count: usize,
        attr_names: *const MlirStringRef,
    ) -> bool;
}

/// Registers every op with an open operand list in the `physl` dialect, which must be loaded.
pub(super) fn register(context: &Context) {
    for row in OPS.iter().filter(|row| row.has_open_operands()) {
        assert!(register_row(context, row), "the physl dialect is loaded and extensible");
    }
}

fn register_row(context: &Context, row: &OpRow) -> bool {
    let attrs: Vec<MlirStringRef> = row.attrs.iter().map(|(name, _)| StringRef::new(name).to_raw()).collect();
    let least = row.operands.iter().filter(|name| !name.ends_with(['*', '?'])).count();
    // SAFETY: all texts are static, and the C++ side copies them.
    unsafe {
        phylanx_register_open_op(
            context.to_raw(),
            StringRef::new("physl").to_raw(),
            StringRef::new(row.name).to_raw(),
            least,
            row.results.len(),
            attrs.len(),
            attrs.as_ptr(),
        )
    }
}
