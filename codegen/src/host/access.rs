//! Direct access to elements: a handle is acquired once where it dominates, and its header read then.

use super::Lowering;
use crate::kernel::offset;
use phylanx_abi::{ArrayHead, DType};
use phylanx_dialects::ir::{Op, Type, Value, defined_in, walk_ops};
use std::collections::HashMap;
use std::mem::offset_of;

/// Headers that have been read and are still valid.
#[derive(Clone, Default)]
pub struct Known {
    heads: HashMap<Value, Head>,
}

impl Known {
    /// Work may be spawned: nothing is valid any longer.
    pub fn forget(&mut self) {
        self.heads.clear();
    }
}

/// A header in SSA values.
#[derive(Clone)]
pub struct Head {
    pub data: Value,
    pub shape: Vec<Value>,
    pub strides: Vec<Value>,
    pub dtype: DType,
}

impl Lowering<'_> {
    /// Acquires, ahead of an op with regions, the arrays that are made outside of it and accessed inside.
    pub fn acquire_for(&mut self, op: &Op) {
        let inner = defined_in(std::slice::from_ref(op));
        let mut handles = Vec::new();
        walk_ops(std::slice::from_ref(op), &mut |inside| {
            if matches!(inside.physl(), Some("get_item" | "set_item")) {
                handles.extend(inside.operands.first().copied());
            }
        });
        for handle in handles {
            if !inner.contains(&handle) {
                self.head(handle);
            }
        }
    }

    /// The header of an array, acquired; `None` for a value that is no array.
    pub fn head(&mut self, handle: Value) -> Option<Head> {
        if let Some(known) = self.known.heads.get(&handle) {
            return Some(known.clone());
        }
        let array = self.was(handle).array()?.clone();
        let site = self.site();
        self.call("phx_acquire", &[site, handle], Vec::new());
        let pointer = self.b.op("llvm.inttoptr", &[handle], Type::Ptr);
        let data = self.field(pointer, offset_of!(ArrayHead, data), Type::Ptr);
        let rank = array.rank();
        let shape = (0..rank).map(|at| self.field(pointer, offset_of!(ArrayHead, shape) + 8 * at, Type::I64)).collect();
        let strides =
            (0..rank).map(|at| self.field(pointer, offset_of!(ArrayHead, strides) + 8 * at, Type::I64)).collect();
        let head = Head { data, shape, strides, dtype: array.elem };
        self.known.heads.insert(handle, head.clone());
        Some(head)
    }

    fn field(&mut self, pointer: Value, bytes: usize, ty: Type) -> Value {
        let place = offset(&mut self.b, pointer, bytes);
        self.b.op("llvm.load", &[place], ty)
    }
}
