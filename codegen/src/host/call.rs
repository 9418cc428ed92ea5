//! Library ops: operands and attributes as values, then one call of `phx_op_NAME`.

use super::{Lowered, Lowering, value::Packed};
use crate::statics::Datum;
use phylanx_abi::Tag;
use phylanx_dialects::ir::{Attr, Op, Type};
use phylanx_dialects::ops::OpRow;

impl Lowering<'_> {
    /// Lowers a library op.
    pub fn library(&mut self, op: &Op, row: &OpRow) -> Lowered<()> {
        let mut values = self.operands(op, row)?;
        for &(name, kind) in row.attrs {
            values.push(self.attribute(op, name, kind)?);
        }
        for &result in &op.results {
            let Some(array) = self.was(result).array().cloned() else { continue };
            values.push(self.constant_value(Tag::DType, array.elem as i64));
            values.push(self.constant_value(Tag::I64, array.rank() as i64));
        }
        let site = self.site();
        let args = self.store_args(&values);
        let count = self.i32(values.len() as i64);
        let slot = self.result_slot(op.results.len());
        self.call(&format!("phx_op_{}", row.name), &[site, args, count, slot], Vec::new());
        self.load_results(slot, &op.results);
        Ok(())
    }

    /// Operands as values; absent optional ones as [`Tag::None`].
    fn operands(&mut self, op: &Op, row: &OpRow) -> Lowered<Vec<Packed>> {
        let mut values = Vec::with_capacity(row.operands.len());
        for &operand in &op.operands {
            let packed = self.pack(operand);
            values.push(packed.ok_or_else(|| self.unexpected(op, "has an operand that cannot travel"))?);
        }
        let optional = row.operands.iter().filter(|name| name.ends_with('?')).count();
        let fixed = row.operands.iter().filter(|name| !name.ends_with(['?', '*'])).count();
        if optional > 0 && op.operands.len() == fixed {
            // The one optional operand of a row keeps its place among the others.
            let at = row.operands.iter().position(|name| name.ends_with('?')).unwrap_or(fixed);
            let absent = self.constant_value(Tag::None, 0);
            values.insert(at, absent);
        }
        Ok(values)
    }

    /// An attribute as a value; an absent one is 0, empty or false.
    fn attribute(&mut self, op: &Op, name: &str, kind: char) -> Lowered<Packed> {
        let attr = op.attr(name);
        Ok(match kind {
            'i' => self.constant_value(Tag::I64, attr.and_then(Attr::as_int).unwrap_or(0)),
            'b' => self.constant_value(Tag::Bool, i64::from(attr.and_then(Attr::as_bool).unwrap_or(false))),
            'f' => self.float_value(attr.and_then(Attr::as_float).unwrap_or(0.0)),
            'I' => {
                let list = attr.and_then(Attr::as_i64s).unwrap_or(&[]).to_vec();
                let length = list.len();
                let symbol = self.statics.symbol(Datum::I64s(list));
                self.static_value(Tag::I64List, symbol, length)
            }
            's' | 'y' => {
                let text = attr.and_then(|attr| attr.as_str().or(attr.as_symbol())).unwrap_or("");
                let symbol = self.statics.text(text);
                self.static_value(Tag::Text, symbol, text.len())
            }
            't' => match attr.and_then(Attr::as_type) {
                Some(Type::Scalar(dtype)) => self.constant_value(Tag::DType, *dtype as i64),
                _ => return Err(self.unexpected(op, "lacks an element type")),
            },
            _ => return Err(self.unexpected(op, "has an attribute of an unknown kind")),
        })
    }
}
