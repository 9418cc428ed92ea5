//! `get_item` and `set_item`: one element, in place, with Python's negative indices and `IndexError`.

use super::{Lowered, Lowering, access::Head, types};
use crate::kernel::offset;
use phylanx_abi::DType;
use phylanx_dialects::ir::{Attr, Op, Type, Value};

impl Lowering<'_> {
    /// Lowers an element access.
    pub fn item(&mut self, op: &Op) -> Lowered<()> {
        let store = op.physl() == Some("set_item");
        let first = if store { 2 } else { 1 };
        let handle = op.operands.first().copied();
        let head =
            handle.and_then(|handle| self.head(handle)).filter(|head| head.shape.len() + first == op.operands.len());
        let Some(head) = head else { return Err(self.unexpected(op, "needs a reference and one index per dimension")) };
        let place = self.element(&head, &op.operands[first..]);
        if store {
            self.store_element(op, op.operands[1], place, head.dtype)
        } else {
            self.load_element(op, place, head.dtype)
        }
    }

    /// Address of an element.
    fn element(&mut self, head: &Head, indices: &[Value]) -> Value {
        let mut total = None;
        for (axis, &index) in indices.iter().enumerate() {
            let index = self.checked_index(index, axis, head.shape[axis]);
            let step = self.b.op("arith.muli", &[index, head.strides[axis]], Type::I64);
            total = Some(match total {
                Some(sum) => self.b.op("arith.addi", &[sum, step], Type::I64),
                None => step,
            });
        }
        let Some(total) = total else { return head.data };
        let elem = memory(head.dtype);
        let dynamic = ("rawConstantIndices", Attr::Opaque(format!("array<i32: {}>", i32::MIN)));
        self.b.op_with(
            "llvm.getelementptr",
            &[head.data, total],
            Type::Ptr,
            &[dynamic, ("elem_type", Attr::Type(elem))],
        )
    }

    fn checked_index(&mut self, index: Value, axis: usize, size: Value) -> Value {
        let zero = self.b.int(0);
        let negative = self.compare("slt", index, zero);
        let wrapped = self.b.op("arith.addi", &[index, size], Type::I64);
        let at = self.b.op("arith.select", &[negative, wrapped, index], Type::I64);
        if !self.options.unchecked {
            let outside = self.compare("uge", at, size);
            self.when(outside, |this| {
                let site = this.site();
                let axis = this.b.int(axis as i64);
                this.call("phx_raise_index", &[site, index, axis, size], Vec::new());
            });
        }
        at
    }

    fn load_element(&mut self, op: &Op, place: Value, dtype: DType) -> Lowered<()> {
        let result = op.result();
        if self.dtype(result) != Some(dtype) {
            return Err(self.unexpected(op, "gives another type than the array's elements have"));
        }
        if let Some((ty, size)) = part(dtype) {
            let [re, im] = [0, size].map(|bytes| {
                let place = offset(&mut self.b, place, bytes);
                self.b.op("llvm.load", &[place], ty.clone())
            });
            self.define("complex.create", &[re, im], result);
        } else if dtype == DType::Bool {
            let byte = self.b.op("llvm.load", &[place], Type::Scalar(DType::I8));
            self.define("arith.trunci", &[byte], result);
        } else {
            self.define("llvm.load", &[place], result);
        }
        Ok(())
    }

    fn store_element(&mut self, op: &Op, value: Value, place: Value, dtype: DType) -> Lowered<()> {
        if self.dtype(value) != Some(dtype) {
            return Err(self.unexpected(op, "stores another type than the array's elements have"));
        }
        if let Some((ty, size)) = part(dtype) {
            for (name, bytes) in [("complex.re", 0), ("complex.im", size)] {
                let part = self.b.op(name, &[value], ty.clone());
                let place = offset(&mut self.b, place, bytes);
                self.b.effect("llvm.store", &[part, place], &[]);
            }
            return Ok(());
        }
        let stored = match dtype {
            DType::Bool => self.b.op("arith.extui", &[value], Type::Scalar(DType::I8)),
            _ => value,
        };
        self.b.effect("llvm.store", &[stored, place], &[]);
        Ok(())
    }
}

/// The type of an element in memory.
fn memory(dtype: DType) -> Type {
    match dtype {
        DType::Bool => Type::Scalar(DType::I8),
        DType::C64 => Type::Opaque("!llvm.struct<(f32, f32)>".into()),
        DType::C128 => Type::Opaque("!llvm.struct<(f64, f64)>".into()),
        other => Type::Scalar(types::signless(other)),
    }
}

/// The type of the parts of a complex element, and their size.
fn part(dtype: DType) -> Option<(Type, usize)> {
    match dtype {
        DType::C64 => Some((Type::Scalar(DType::F32), 4)),
        DType::C128 => Some((Type::F64, 8)),
        _ => None,
    }
}
