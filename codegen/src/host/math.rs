//! Functions of Python's `math` module on `f64`: a libm call or an intrinsic, and Python's errors when the result is not finite.

use super::{Lowered, Lowering};
use phylanx_dialects::ir::{Attr, Op, Type, Value};

/// How a function is computed.
enum Form {
    /// An op of MLIR's `math` or `arith` dialect that becomes an instruction or LLVM intrinsic.
    Instruction(&'static str),
    /// A function of libm.
    Libm(&'static str),
    /// `f64` to `i64` after rounding by this op.
    Whole(&'static str),
}

/// Functions by name and number of operands.
const FUNCTIONS: &[(&str, usize, Form)] = &[
    ("sqrt", 1, Form::Instruction("math.sqrt")),
    ("fabs", 1, Form::Instruction("math.absf")),
    ("copysign", 2, Form::Instruction("math.copysign")),
    ("floor", 1, Form::Whole("math.floor")),
    ("ceil", 1, Form::Whole("math.ceil")),
    ("trunc", 1, Form::Whole("math.trunc")),
    ("exp", 1, Form::Libm("exp")),
    ("exp2", 1, Form::Libm("exp2")),
    ("expm1", 1, Form::Libm("expm1")),
    ("log", 1, Form::Libm("log")),
    ("log2", 1, Form::Libm("log2")),
    ("log10", 1, Form::Libm("log10")),
    ("log1p", 1, Form::Libm("log1p")),
    ("sin", 1, Form::Libm("sin")),
    ("cos", 1, Form::Libm("cos")),
    ("tan", 1, Form::Libm("tan")),
    ("asin", 1, Form::Libm("asin")),
    ("acos", 1, Form::Libm("acos")),
    ("atan", 1, Form::Libm("atan")),
    ("sinh", 1, Form::Libm("sinh")),
    ("cosh", 1, Form::Libm("cosh")),
    ("tanh", 1, Form::Libm("tanh")),
    ("asinh", 1, Form::Libm("asinh")),
    ("acosh", 1, Form::Libm("acosh")),
    ("atanh", 1, Form::Libm("atanh")),
    ("cbrt", 1, Form::Libm("cbrt")),
    ("erf", 1, Form::Libm("erf")),
    ("erfc", 1, Form::Libm("erfc")),
    ("gamma", 1, Form::Libm("tgamma")),
    ("lgamma", 1, Form::Libm("lgamma")),
    ("atan2", 2, Form::Libm("atan2")),
    ("hypot", 2, Form::Libm("hypot")),
    ("fmod", 2, Form::Libm("fmod")),
    ("pow", 2, Form::Libm("pow")),
    ("remainder", 2, Form::Libm("remainder")),
    ("nextafter", 2, Form::Libm("nextafter")),
];

/// Functions that Python lets overflow with `OverflowError`; elsewhere an infinite result of finite operands is a `ValueError`.
const OVERFLOWING: [&str; 8] = ["exp", "exp2", "expm1", "sinh", "cosh", "hypot", "pow", "gamma"];

impl Lowering<'_> {
    /// Lowers a call of Python's `math` module.
    pub fn math(&mut self, op: &Op) -> Lowered<()> {
        let name = op.attr("fn").and_then(Attr::as_str).unwrap_or_default();
        let result = op.result();
        match (name, op.operands.as_slice()) {
            ("isnan" | "isinf" | "isfinite", &[x]) => self.classify(name, x, result),
            ("degrees", &[x]) => self.scaled(x, 180.0 / std::f64::consts::PI, result),
            ("radians", &[x]) => self.scaled(x, std::f64::consts::PI / 180.0, result),
            ("log", &[x, base]) => self.log_to_base(x, base, result),
            (_, operands) => {
                let found = FUNCTIONS.iter().find(|(known, count, _)| *known == name && *count == operands.len());
                let Some((_, _, form)) = found else {
                    return Err(self.unexpected(op, &format!("names no known function: {name}")));
                };
                self.function_of_math(name, form, operands, result);
            }
        }
        Ok(())
    }

    fn function_of_math(&mut self, name: &str, form: &Form, operands: &[Value], result: Value) {
        match form {
            Form::Whole(rounding) => {
                let whole = self.b.op(rounding, operands, Type::F64);
                self.float_to_int(whole, result);
            }
            Form::Instruction(instruction) => {
                self.define(instruction, operands, result);
                self.check_math(name, operands, result);
            }
            Form::Libm(symbol) => {
                self.call(symbol, operands, vec![result]);
                self.check_math(name, operands, result);
            }
        }
    }

    /// A result that is not finite goes to the runtime, which raises if Python does.
    fn check_math(&mut self, name: &str, operands: &[Value], result: Value) {
        let size = self.b.op("math.absf", &[result], Type::F64);
        let infinite = self.b.float(f64::INFINITY);
        let odd = self.compare_floats("uge", size, infinite);
        let overflows = i64::from(OVERFLOWING.contains(&name));
        self.when(odd, |this| {
            let (site, overflows) = (this.site(), this.i32(overflows));
            let (x, y) = (operands[0], operands.last().copied().unwrap_or(operands[0]));
            this.call("phx_math_check", &[site, x, y, result, overflows], Vec::new());
        });
    }

    fn log_to_base(&mut self, x: Value, base: Value, result: Value) {
        let mut parts = [x, base];
        for part in &mut parts {
            let log = self.b.module.value(Type::F64);
            self.call("log", &[*part], vec![log]);
            self.check_math("log", &[*part], log);
            *part = log;
        }
        self.zero_divisor(parts[1], "float division by zero");
        self.define("arith.divf", &parts, result);
    }

    fn scaled(&mut self, x: Value, factor: f64, result: Value) {
        let factor = self.b.float(factor);
        self.define("arith.mulf", &[x, factor], result);
    }

    fn classify(&mut self, name: &str, x: Value, result: Value) {
        let size = self.b.op("math.absf", &[x], Type::F64);
        let infinite = self.b.float(f64::INFINITY);
        let code = match name {
            "isnan" => 14,
            "isinf" => 1,
            _ => 4,
        };
        let op = Op::new("arith.cmpf", self.b.loc.clone()).with_attr("predicate", Attr::int(code));
        self.b.push(op.with_operands([size, infinite]).with_results([result]));
    }
}
