//! Checked arithmetic of Python's `int` and `float`.

use super::{Lowered, Lowering};
use phylanx_dialects::ir::{Attr, Block, Op, Region, Type, Value};

/// Parts of a float division.
struct Divmod {
    /// The remainder with the dividend's sign.
    truncated: Value,
    /// The same, a zero with the divisor's sign.
    rest: Value,
    /// The remainder moved by the divisor.
    moved: Value,
    /// Whether the signs differ, so that `moved` is the remainder and the quotient goes down by one.
    differ: Value,
}

impl Lowering<'_> {
    /// Lowers a scalar op.
    pub fn scalar(&mut self, op: &Op) -> Lowered<()> {
        let result = op.result();
        match (op.physl().unwrap_or_default(), op.operands.as_slice()) {
            ("int_add", &[x, y]) => self.with_overflow("sadd", x, y, result),
            ("int_sub", &[x, y]) => self.with_overflow("ssub", x, y, result),
            ("int_mul", &[x, y]) => self.with_overflow("smul", x, y, result),
            ("int_neg", &[x]) => {
                let zero = self.b.int(0);
                self.with_overflow("ssub", zero, x, result);
            }
            ("int_abs", &[x]) => self.int_abs(x, result),
            ("int_floordiv", &[x, y]) => self.int_floordiv(x, y, result),
            ("int_mod", &[x, y]) => self.int_mod(x, y, result),
            ("int_shl", &[x, y]) => self.int_shl(x, y, result),
            ("int_shr", &[x, y]) => self.int_shr(x, y, result),
            ("int_pow", &[x, y]) => self.helper("phx_int_pow", &[x, y], result),
            ("int_div", &[x, y]) => self.int_div(x, y, result),
            ("float_div", &[x, y]) => {
                self.zero_divisor(y, "float division by zero");
                self.define("arith.divf", &[x, y], result);
            }
            ("float_floordiv", &[x, y]) => self.float_floordiv(x, y, result),
            ("float_mod", &[x, y]) => self.float_mod(x, y, result),
            ("float_pow", &[x, y]) => self.helper("phx_float_pow", &[x, y], result),
            ("float_to_int", &[x]) => self.float_to_int(x, result),
            ("float_round", &[x]) => {
                let whole = self.b.op("math.roundeven", &[x], Type::F64);
                self.float_to_int(whole, result);
            }
            ("float_round", &[x, digits]) => self.helper("phx_float_round", &[x, digits], result),
            _ => return Err(self.unexpected(op, "cannot be lowered with these operands")),
        }
        Ok(())
    }

    /// A call of a function of the runtime that takes the place and may raise.
    pub fn helper(&mut self, symbol: &str, operands: &[Value], result: Value) {
        let mut all = vec![self.site()];
        all.extend_from_slice(operands);
        self.call(symbol, &all, vec![result]);
    }

    fn with_overflow(&mut self, kind: &str, x: Value, y: Value, result: Value) {
        if self.options.unchecked {
            let name = match kind {
                "sadd" => "arith.addi",
                "ssub" => "arith.subi",
                _ => "arith.muli",
            };
            return self.define(name, &[x, y], result);
        }
        let pair = Type::Opaque("!llvm.struct<(i64, i1)>".into());
        let both = self.b.op(&format!("llvm.intr.{kind}.with.overflow"), &[x, y], pair);
        let overflow = self.b.op_with("llvm.extractvalue", &[both], Type::BOOL, &[("position", Attr::I64s(vec![1]))]);
        self.overflow_when(overflow);
        let op = Op::new("llvm.extractvalue", self.b.loc.clone());
        self.b.push(op.with_operands([both]).with_results([result]).with_attr("position", Attr::I64s(vec![0])));
    }

    fn int_abs(&mut self, x: Value, result: Value) {
        let least = self.b.int(i64::MIN);
        let overflow = self.compare("eq", x, least);
        self.overflow_when(overflow);
        let zero = self.b.int(0);
        let negative = self.compare("slt", x, zero);
        let minus = self.b.op("arith.subi", &[zero, x], Type::I64);
        self.define("arith.select", &[negative, minus, x], result);
    }

    fn int_floordiv(&mut self, x: Value, y: Value, result: Value) {
        let (zero, one, minus_one, least) = (self.b.int(0), self.b.int(1), self.b.int(-1), self.b.int(i64::MIN));
        let by_zero = self.compare("eq", y, zero);
        self.raise_when(by_zero, "ZeroDivisionError", "integer division or modulo by zero");
        let by_minus_one = self.compare("eq", y, minus_one);
        let of_least = self.compare("eq", x, least);
        let overflow = self.b.op("arith.andi", &[by_minus_one, of_least], Type::BOOL);
        // Not dropped by `--unchecked`: the machine's division would trap.
        self.raise_when(overflow, "OverflowError", "integer result does not fit in 64 bits");
        let quotient = self.b.op("arith.divsi", &[x, y], Type::I64);
        let product = self.b.op("arith.muli", &[quotient, y], Type::I64);
        let rest = self.b.op("arith.subi", &[x, product], Type::I64);
        let down = self.signs_differ(rest, y);
        let lower = self.b.op("arith.subi", &[quotient, one], Type::I64);
        self.define("arith.select", &[down, lower, quotient], result);
    }

    /// Integers that are exact as floats are divided as floats; the runtime divides the others.
    fn int_div(&mut self, x: Value, y: Value, result: Value) {
        let zero = self.b.int(0);
        let by_zero = self.compare("eq", y, zero);
        self.raise_when(by_zero, "ZeroDivisionError", "division by zero");
        let (exact, places) = (self.b.int(1 << 53), self.b.int(54));
        let beyond = [x, y].map(|value| {
            let moved = self.b.op("arith.addi", &[value, exact], Type::I64);
            self.b.op("arith.shrui", &[moved, places], Type::I64)
        });
        let beyond = self.b.op("arith.ori", &beyond, Type::I64);
        let large = self.compare("ne", beyond, zero);
        let [dividend, divisor] = [x, y].map(|value| self.b.op("arith.sitofp", &[value], Type::F64));
        let quotient = self.b.op("arith.divf", &[dividend, divisor], Type::F64);
        let outer = std::mem::take(&mut self.b.ops);
        let exactly = self.b.module.value(Type::F64);
        self.call("phx_int_div", &[x, y], vec![exactly]);
        self.b.effect("scf.yield", &[exactly], &[]);
        let then = std::mem::take(&mut self.b.ops);
        self.b.effect("scf.yield", &[quotient], &[]);
        let orelse = std::mem::replace(&mut self.b.ops, outer);
        let [then, orelse] = [then, orelse].map(|ops| Region::of(Block { args: Vec::new(), ops }));
        let op = Op::new("scf.if", self.b.loc.clone()).with_operands([large]).with_results([result]);
        self.b.push(op.with_region(then).with_region(orelse));
    }

    /// Whether a remainder is not zero and has another sign than the divisor.
    fn signs_differ(&mut self, rest: Value, divisor: Value) -> Value {
        let zero = self.b.int(0);
        let some = self.compare("ne", rest, zero);
        let mixed = self.b.op("arith.xori", &[rest, divisor], Type::I64);
        let opposite = self.compare("slt", mixed, zero);
        self.b.op("arith.andi", &[some, opposite], Type::BOOL)
    }

    fn int_mod(&mut self, x: Value, y: Value, result: Value) {
        let (zero, one, minus_one) = (self.b.int(0), self.b.int(1), self.b.int(-1));
        let by_zero = self.compare("eq", y, zero);
        self.raise_when(by_zero, "ZeroDivisionError", "integer modulo by zero");
        // The machine traps on the least integer by -1; by 1 the remainder is 0 just the same.
        let by_minus_one = self.compare("eq", y, minus_one);
        let divisor = self.b.op("arith.select", &[by_minus_one, one, y], Type::I64);
        let rest = self.b.op("arith.remsi", &[x, divisor], Type::I64);
        let differ = self.signs_differ(rest, y);
        let moved = self.b.op("arith.addi", &[rest, y], Type::I64);
        self.define("arith.select", &[differ, moved, rest], result);
    }

    fn int_shl(&mut self, x: Value, y: Value, result: Value) {
        let (zero, most) = (self.b.int(0), self.b.int(63));
        self.negative_count(y);
        let count = self.b.op("arith.minsi", &[y, most], Type::I64);
        let shifted = self.b.op("arith.shli", &[x, count], Type::I64);
        let back = self.b.op("arith.shrsi", &[shifted, count], Type::I64);
        let lost = self.compare("ne", back, x);
        let far = self.compare("sgt", y, most);
        let some = self.compare("ne", x, zero);
        let far = self.b.op("arith.andi", &[far, some], Type::BOOL);
        let overflow = self.b.op("arith.ori", &[lost, far], Type::BOOL);
        self.overflow_when(overflow);
        self.define("arith.shli", &[x, count], result);
    }

    fn int_shr(&mut self, x: Value, y: Value, result: Value) {
        self.negative_count(y);
        let most = self.b.int(63);
        let count = self.b.op("arith.minsi", &[y, most], Type::I64);
        self.define("arith.shrsi", &[x, count], result);
    }

    fn negative_count(&mut self, count: Value) {
        let zero = self.b.int(0);
        let negative = self.compare("slt", count, zero);
        self.raise_when(negative, "ValueError", "negative shift count");
    }

    pub fn zero_divisor(&mut self, divisor: Value, message: &str) {
        let zero = self.b.float(0.0);
        let by_zero = self.compare_floats("oeq", divisor, zero);
        self.raise_when(by_zero, "ZeroDivisionError", message);
    }

    /// The parts of a float division, as CPython computes them.
    fn float_divmod(&mut self, x: Value, y: Value) -> Divmod {
        let zero = self.b.float(0.0);
        let rest = self.b.op("arith.remf", &[x, y], Type::F64);
        let some = self.compare_floats("une", rest, zero);
        let rest_negative = self.compare_floats("olt", rest, zero);
        let divisor_negative = self.compare_floats("olt", y, zero);
        let mixed = self.b.op("arith.xori", &[rest_negative, divisor_negative], Type::BOOL);
        let differ = self.b.op("arith.andi", &[some, mixed], Type::BOOL);
        let moved = self.b.op("arith.addf", &[rest, y], Type::F64);
        let signed_zero = self.b.op("math.copysign", &[zero, y], Type::F64);
        let signed = self.b.op("arith.select", &[some, rest, signed_zero], Type::F64);
        Divmod { truncated: rest, rest: signed, moved, differ }
    }

    fn float_mod(&mut self, x: Value, y: Value, result: Value) {
        self.zero_divisor(y, "float modulo");
        let parts = self.float_divmod(x, y);
        self.define("arith.select", &[parts.differ, parts.moved, parts.rest], result);
    }

    fn float_floordiv(&mut self, x: Value, y: Value, result: Value) {
        self.zero_divisor(y, "float floor division by zero");
        let (zero, one, half) = (self.b.float(0.0), self.b.float(1.0), self.b.float(0.5));
        let parts = self.float_divmod(x, y);
        let whole = self.b.op("arith.subf", &[x, parts.truncated], Type::F64);
        let quotient = self.b.op("arith.divf", &[whole, y], Type::F64);
        let lower = self.b.op("arith.subf", &[quotient, one], Type::F64);
        let quotient = self.b.op("arith.select", &[parts.differ, lower, quotient], Type::F64);
        let floor = self.b.op("math.floor", &[quotient], Type::F64);
        let above = self.b.op("arith.subf", &[quotient, floor], Type::F64);
        let up = self.compare_floats("ogt", above, half);
        let higher = self.b.op("arith.addf", &[floor, one], Type::F64);
        let floor = self.b.op("arith.select", &[up, higher, floor], Type::F64);
        let ratio = self.b.op("arith.divf", &[x, y], Type::F64);
        let signed_zero = self.b.op("math.copysign", &[zero, ratio], Type::F64);
        let some = self.compare_floats("une", quotient, zero);
        self.define("arith.select", &[some, floor, signed_zero], result);
    }

    /// Toward zero; what does not fit goes to the runtime, which raises.
    pub fn float_to_int(&mut self, x: Value, result: Value) {
        let (low, high) = (self.b.float(-9_223_372_036_854_775_808.0), self.b.float(9_223_372_036_854_775_808.0));
        let not_low = self.compare_floats("oge", x, low);
        let not_high = self.compare_floats("olt", x, high);
        let fits = self.b.op("arith.andi", &[not_low, not_high], Type::BOOL);
        let truth = self.b.bool(true);
        let outside = self.b.op("arith.xori", &[fits, truth], Type::BOOL);
        self.when(outside, |this| {
            let site = this.site();
            this.call("phx_raise_float_to_int", &[site, x], Vec::new());
        });
        self.define("arith.fptosi", &[x], result);
    }
}
