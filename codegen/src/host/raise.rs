//! Raising Python exceptions from scalar code: cold calls that do not return.

use super::Lowering;
use phylanx_dialects::ir::{Attr, Type, Value};

impl Lowering<'_> {
    /// Raises an exception when a condition holds.
    pub fn raise_when(&mut self, condition: Value, kind: &str, message: &str) {
        self.when(condition, |this| {
            let kind = this.statics.text(kind);
            let message = this.statics.text(message);
            let operands = [this.site(), this.address(kind), this.address(message)];
            this.call("phx_raise", &operands, Vec::new());
        });
    }

    /// Raises `OverflowError` when a condition holds, unless checks are off.
    pub fn overflow_when(&mut self, condition: Value) {
        if !self.options.unchecked {
            self.raise_when(condition, "OverflowError", "integer result does not fit in 64 bits");
        }
    }

    /// An integer comparison by the name of its predicate.
    pub fn compare(&mut self, predicate: &str, lhs: Value, rhs: Value) -> Value {
        let names = ["eq", "ne", "slt", "sle", "sgt", "sge", "ult", "ule", "ugt", "uge"];
        let code = names.iter().position(|&name| name == predicate).unwrap_or_default() as i64;
        self.b.op_with("arith.cmpi", &[lhs, rhs], Type::BOOL, &[("predicate", Attr::int(code))])
    }

    /// A float comparison by the name of its predicate.
    pub fn compare_floats(&mut self, predicate: &str, lhs: Value, rhs: Value) -> Value {
        let names =
            ["false", "oeq", "ogt", "oge", "olt", "ole", "one", "ord", "ueq", "ugt", "uge", "ult", "ule", "une", "uno"];
        let code = names.iter().position(|&name| name == predicate).unwrap_or_default() as i64;
        self.b.op_with("arith.cmpf", &[lhs, rhs], Type::BOOL, &[("predicate", Attr::int(code))])
    }
}
