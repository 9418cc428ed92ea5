//! The words that the functions are written in: `f64` arithmetic, bits as `i64`, choices without branches.

use phylanx_dialects::ir::{Attr, Block, Builder, Op, Region, Type, Value};

/// Adding this rounds a float below 2 to the 51 in size to an integer, which then stands in the low bits.
pub const SHIFT: f64 = 6_755_399_441_055_744.0;

/// Bits of 1.0: the exponent's bias in its place.
const ONE_BITS: i64 = 0x3ff0_0000_0000_0000;

/// A function under construction.
pub struct Math<'m> {
    b: Builder<'m>,
}

impl<'m> Math<'m> {
    pub fn new(b: Builder<'m>) -> Math<'m> {
        Math { b }
    }

    /// The ops, closed by a return.
    pub fn finish(mut self, result: Value) -> Vec<Op> {
        self.b.effect("func.return", &[result], &[]);
        self.b.ops
    }

    pub fn c(&mut self, value: f64) -> Value {
        self.b.float(value)
    }

    pub fn int(&mut self, value: i64) -> Value {
        self.b.int(value)
    }

    pub fn add(&mut self, x: Value, y: Value) -> Value {
        self.b.op("arith.addf", &[x, y], Type::F64)
    }

    pub fn sub(&mut self, x: Value, y: Value) -> Value {
        self.b.op("arith.subf", &[x, y], Type::F64)
    }

    pub fn mul(&mut self, x: Value, y: Value) -> Value {
        self.b.op("arith.mulf", &[x, y], Type::F64)
    }

    pub fn div(&mut self, x: Value, y: Value) -> Value {
        self.b.op("arith.divf", &[x, y], Type::F64)
    }

    /// `x * y + z`, rounded once.
    pub fn fma(&mut self, x: Value, y: Value, z: Value) -> Value {
        self.b.op("math.fma", &[x, y, z], Type::F64)
    }

    /// `-x`.
    pub fn neg(&mut self, x: Value) -> Value {
        self.b.op("arith.negf", &[x], Type::F64)
    }

    pub fn abs(&mut self, x: Value) -> Value {
        self.b.op("math.absf", &[x], Type::F64)
    }

    /// The size of `x` with the sign of `y`.
    pub fn copysign(&mut self, x: Value, y: Value) -> Value {
        self.b.op("math.copysign", &[x, y], Type::F64)
    }

    /// Integer ops on bits: `addi`, `subi`, `andi`, `ori`, `xori`, `shli`, `shrui`.
    pub fn bit_op(&mut self, name: &str, x: Value, y: Value) -> Value {
        self.b.op(&format!("arith.{name}"), &[x, y], Type::I64)
    }

    pub fn bits(&mut self, x: Value) -> Value {
        self.b.op("arith.bitcast", &[x], Type::I64)
    }

    pub fn float_of_bits(&mut self, x: Value) -> Value {
        self.b.op("arith.bitcast", &[x], Type::F64)
    }

    pub fn select(&mut self, condition: Value, yes: Value, no: Value) -> Value {
        self.b.op("arith.select", &[condition, yes, no], Type::F64)
    }

    /// `x > y`; false for NaN.
    pub fn above(&mut self, x: Value, y: Value) -> Value {
        self.compare(2, x, y)
    }

    /// `x < y`; false for NaN.
    pub fn below(&mut self, x: Value, y: Value) -> Value {
        self.compare(4, x, y)
    }

    /// `x == y`; false for NaN.
    pub fn equal(&mut self, x: Value, y: Value) -> Value {
        self.compare(1, x, y)
    }

    fn compare(&mut self, predicate: i64, x: Value, y: Value) -> Value {
        self.b.op_with("arith.cmpf", &[x, y], Type::BOOL, &[("predicate", Attr::int(predicate))])
    }

    /// Whether an integer is not zero.
    pub fn is_set(&mut self, x: Value) -> Value {
        let zero = self.int(0);
        self.b.op_with("arith.cmpi", &[x, zero], Type::BOOL, &[("predicate", Attr::int(1))])
    }

    /// `x` within limits; NaN stays.
    pub fn clamp(&mut self, x: Value, low: f64, high: f64) -> Value {
        let (low, high) = (self.c(low), self.c(high));
        let under = self.below(x, low);
        let x = self.select(under, low, x);
        let over = self.above(x, high);
        self.select(over, high, x)
    }

    /// A polynomial by Horner's scheme, coefficients from the constant term on.
    pub fn polynomial(&mut self, x: Value, coefficients: &[f64]) -> Value {
        let mut terms = coefficients.iter().rev();
        let mut sum = self.c(terms.next().copied().unwrap_or(0.0));
        for &term in terms {
            let term = self.c(term);
            sum = self.fma(sum, x, term);
        }
        sum
    }

    /// `2 ** k` for the integer `k` in the low bits of `shifted`, a float to which [`SHIFT`] was added; -1022 <= k <= 1023.
    pub fn power_of_two(&mut self, shifted: Value) -> Value {
        let (places, one) = (self.int(52), self.int(ONE_BITS));
        let low = self.bits(shifted);
        let exponent = self.bit_op("shli", low, places);
        let bits = self.bit_op("addi", exponent, one);
        self.float_of_bits(bits)
    }

    /// `condition ? op(x) : otherwise`, with a branch: for what is rare and dear.
    pub fn rarely(&mut self, condition: Value, op: &str, x: Value, otherwise: Value) -> Value {
        let result = self.b.module.value(Type::F64);
        let block = |ops: Vec<Op>| Region::of(Block { args: Vec::new(), ops });
        let outer = std::mem::take(&mut self.b.ops);
        let dear = self.b.op(op, &[x], Type::F64);
        self.b.effect("scf.yield", &[dear], &[]);
        let then = std::mem::take(&mut self.b.ops);
        self.b.effect("scf.yield", &[otherwise], &[]);
        let or_else = std::mem::replace(&mut self.b.ops, outer);
        let op = Op::new("scf.if", self.b.loc.clone()).with_operands([condition]).with_results([result]);
        self.b.push(op.with_region(block(then)).with_region(block(or_else)));
        result
    }
}
