//! Powers of integers: NumPy has none for negative exponents, and says so only where an element is computed.

use super::Lowerer;
use crate::types::{is_float, is_unsigned};
use crate::value::{Const, Scalar};
use phylanx_dialects::DType;
use phylanx_dialects::ir::{Attr, TensorType, Type, Value};

const MESSAGE: &str = "Integers to negative integer powers are not allowed.";

impl Lowerer<'_> {
    /// Ends the program when the scalar exponent of an integer power, as `value` of `dtype`, is negative.
    pub fn guard_exponent(&mut self, exponent: &Scalar, value: Value, dtype: DType) {
        let known = exponent.known().and_then(Const::as_i64).is_some_and(|known| known >= 0);
        if known || is_float(dtype) || is_unsigned(dtype) || exponent.num.is_bool() {
            return;
        }
        let zero = self.constant(Const::Int(0), dtype);
        let negative = self.np_scalar("lt", &[value, zero], DType::Bool);
        self.raise_when(negative, "ValueError", MESSAGE);
    }

    /// Ends the program when an integer power that has elements has a negative exponent among `exponents`.
    pub fn guard_exponents(&mut self, exponents: Value, power: Value) {
        let ty = self.tensor_type(exponents);
        if is_float(ty.elem) || is_unsigned(ty.elem) {
            return;
        }
        let rank0 = |elem| Type::Tensor(TensorType { elem, dims: Vec::new() });
        let zero = self.constant(Const::Int(0), ty.elem);
        let zero = self.op("physl.from_scalar", &[zero], rank0(ty.elem));
        let flags = Type::Tensor(TensorType { elem: DType::Bool, dims: ty.dims.clone() });
        let negative = self.op("physl.lt", &[exponents, zero], flags);
        let axes = Attr::I64s((0..ty.rank() as i64).collect());
        let attrs = [("axes", axes), ("keepdims", Attr::Bool(false))];
        let any = self.op_with("physl.any", &[negative], rank0(DType::Bool), &attrs);
        let any = self.op("physl.item", &[any], Type::BOOL);
        let size = self.op("physl.size", &[power], Type::I64);
        let none = self.int(0);
        let some = self.compare_ints("ne", size, none);
        let wrong = self.op("arith.andi", &[any, some], Type::BOOL);
        self.raise_when(wrong, "ValueError", MESSAGE);
    }
}
