//! Leaves of objects on the heap: read and written in place, through the object's header.

use super::{Lowered, Lowering, value};
use crate::kernel::offset;
use phylanx_abi::{DType, ObjectHead};
use phylanx_dialects::ir::{Attr, Op, Type, Value};
use std::mem::offset_of;

/// Bytes of a leaf.
const LEAF: usize = 8;

impl Lowering<'_> {
    /// Lowers an access to an object.
    pub fn object(&mut self, op: &Op) -> Lowered<()> {
        if op.physl() == Some("cell_none") {
            let constant = Op::new("arith.constant", op.loc.clone()).with_results([op.result()]);
            self.b.push(constant.with_attr("value", Attr::int(0)));
            return Ok(());
        }
        let Some(&object) = op.operands.first() else { return Err(self.unexpected(op, "lacks its object")) };
        let at = op.attr("at").and_then(Attr::as_int).unwrap_or(0) as usize;
        let head = self.b.op("llvm.inttoptr", &[object], Type::Ptr);
        match (op.physl().unwrap_or_default(), &op.operands[1..]) {
            ("table_len", []) => {
                let place = offset(&mut self.b, head, offset_of!(ObjectHead, len));
                self.define("llvm.load", &[place], op.result());
            }
            ("table_at", &[index]) => self.row_at(op, head, index),
            ("cell_get", []) => {
                let row = self.rows(head);
                self.load_leaf(op, row, at)?;
            }
            ("cell_set", values) => {
                let row = self.rows(head);
                self.store_leaves(op, row, at, values)?;
            }
            ("table_get", &[number]) => {
                let row = self.row(op, head, number);
                self.load_leaf(op, row, at)?;
            }
            ("table_set", [number, values @ ..]) => {
                let row = self.row(op, head, *number);
                self.store_leaves(op, row, at, values)?;
            }
            _ => return Err(self.unexpected(op, "cannot be lowered with these operands")),
        }
        Ok(())
    }

    fn row_at(&mut self, op: &Op, head: Value, index: Value) {
        let place = offset(&mut self.b, head, offset_of!(ObjectHead, len));
        let len = self.b.op("llvm.load", &[place], Type::I64);
        let zero = self.b.int(0);
        let negative = self.compare("slt", index, zero);
        let wrapped = self.b.op("arith.addi", &[index, len], Type::I64);
        self.define("arith.select", &[negative, wrapped, index], op.result());
        let outside = self.compare("uge", op.result(), len);
        let message = op.attr("message").and_then(Attr::as_str).unwrap_or_default().to_string();
        self.when(outside, |this| {
            let message = this.statics.text(&message);
            let operands = [this.site(), this.address(message)];
            this.call("phx_raise_row", &operands, Vec::new());
        });
    }

    /// Address of the first row.
    fn rows(&mut self, head: Value) -> Value {
        let place = offset(&mut self.b, head, offset_of!(ObjectHead, data));
        self.b.op("llvm.load", &[place], Type::Ptr)
    }

    /// Address of a row.
    fn row(&mut self, op: &Op, head: Value, number: Value) -> Value {
        let data = self.rows(head);
        let width = op.attr("width").and_then(Attr::as_int).unwrap_or(1);
        let width = self.b.int(width);
        let first = self.b.op("arith.muli", &[number, width], Type::I64);
        let dynamic = ("rawConstantIndices", Attr::Opaque(format!("array<i32: {}>", i32::MIN)));
        let leaf = ("elem_type", Attr::Type(Type::I64));
        self.b.op_with("llvm.getelementptr", &[data, first], Type::Ptr, &[dynamic, leaf])
    }

    fn load_leaf(&mut self, op: &Op, row: Value, at: usize) -> Lowered<()> {
        let place = offset(&mut self.b, row, at * LEAF);
        let result = op.result();
        match self.was(result) {
            Type::Scalar(DType::Bool) => {
                let byte = self.b.op("llvm.load", &[place], Type::Scalar(DType::I8));
                self.define("arith.trunci", &[byte], result);
            }
            Type::Scalar(_) => self.define("llvm.load", &[place], result),
            ty => {
                let Some(tag) = value::tag(&ty) else { return Err(self.unexpected(op, "gives no leaf")) };
                self.define("llvm.load", &[place], result);
                let tag = self.i32(tag as i64);
                self.call("phx_retain", &[tag, result], Vec::new());
            }
        }
        Ok(())
    }

    fn store_leaves(&mut self, op: &Op, row: Value, first: usize, values: &[Value]) -> Lowered<()> {
        for (at, &value) in values.iter().enumerate() {
            let place = offset(&mut self.b, row, (first + at) * LEAF);
            let ty = self.was(value);
            let packed = self.pack(value);
            let Some(value::Packed { bits: value::Payload::Bits(bits), .. }) = packed else {
                return Err(self.unexpected(op, "stores what is no leaf"));
            };
            if ty.is_handle() {
                let tag = value::tag(&ty).map_or(0, |tag| tag as i64);
                let tag = self.i32(tag);
                self.call("phx_object_store", &[tag, place, bits], Vec::new());
            } else {
                self.b.effect("llvm.store", &[bits, place], &[]);
            }
        }
        Ok(())
    }
}
