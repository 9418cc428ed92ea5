//! Random programs full of nasty float constants compute the same before and after `physl-simplify`, as each float level promises.

use phylanx_dialects::eval::{Tensor, Val, run_function};
use phylanx_dialects::{DType, mlir};
use phylanx_passes::{FloatLevel, PassContext, RuleText, simplify};

const NASTY: [f64; 19] = [
    1e-23,
    1e23,
    1e-200,
    1e200,
    1e-12,
    1e12,
    0.1,
    3.0,
    1.0 / 3.0,
    5.0,
    2.0,
    0.5,
    -1.0,
    10.0,
    0.0,
    -0.0,
    5e-324,
    f64::MIN_POSITIVE,
    f64::INFINITY,
];
/// Constants whose products of a few stay in range in 32 bits, in any order.
const MODERATE: [f64; 8] = [1e-12, 1e12, 1e-9, 1e9, 0.1, 3.0, 1.0 / 3.0, 5.0];

const INPUTS: [f64; 14] =
    [1.0, 2.0, 3.0, -0.1, 1e-23, 1e23, 1e-200, 1e150, 0.0, -0.0, f64::INFINITY, f64::NEG_INFINITY, f64::NAN, 5e-324];

/// What programs are made of.
struct Style {
    constants: &'static [f64],
    /// Kinds of steps, from the list in [`Writer::step`].
    kinds: usize,
    /// Most steps from an input to a result.
    depth: usize,
}

const ANYTHING: Style = Style { constants: &NASTY, kinds: 13, depth: 100 };
const SCALINGS: Style = Style { constants: &MODERATE, kinds: 7, depth: 3 };

/// A program as text; all its vectors in the order they are made.
struct Writer {
    dtype: DType,
    state: u64,
    body: String,
    depths: Vec<usize>,
    constants: usize,
}

impl Writer {
    fn pick(&mut self, n: usize) -> usize {
        self.state = self.state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.state >> 33) as usize % n
    }

    fn scalar_type(&self) -> &'static str {
        if self.dtype == DType::F32 { "f32" } else { "f64" }
    }

    fn constant(&mut self, value: f64) -> String {
        let ty = self.scalar_type();
        let bits = match self.dtype {
            DType::F32 => format!("0x{:08X}", (value as f32).to_bits()),
            _ => format!("0x{:016X}", value.to_bits()),
        };
        let at = self.constants;
        self.constants += 1;
        let line = format!(
            "  %c{at} = arith.constant {bits} : {ty}\n  %s{at} = \"physl.from_scalar\"(%c{at}) : ({ty}) -> tensor<{ty}>\n"
        );
        self.body.push_str(&line);
        format!("%s{at}")
    }

    fn nasty(&mut self, style: &Style) -> String {
        let value = style.constants[self.pick(style.constants.len())];
        self.constant(value)
    }

    /// A vector that is not too deep.
    fn vector(&mut self, style: &Style) -> usize {
        loop {
            let at = self.pick(self.depths.len());
            if self.depths[at] < style.depth {
                return at;
            }
        }
    }

    fn push(&mut self, op: &str, operands: &[(&str, bool)], depth: usize) -> usize {
        let (vector, scalar) = (format!("tensor<?x{}>", self.scalar_type()), format!("tensor<{}>", self.scalar_type()));
        let names: Vec<&str> = operands.iter().map(|(name, _)| *name).collect();
        let types: Vec<&str> =
            operands.iter().map(|(_, one)| if *one { scalar.as_str() } else { vector.as_str() }).collect();
        let at = self.depths.len();
        let line = format!("  %v{at} = \"physl.{op}\"({}) : ({}) -> {vector}\n", names.join(", "), types.join(", "));
        self.body.push_str(&line);
        self.depths.push(depth);
        at
    }

    fn step(&mut self, style: &Style) {
        let at = self.vector(style);
        let (x, depth) = (format!("%v{at}"), self.depths[at] + 1);
        match self.pick(style.kinds) {
            0 | 1 => {
                let c = self.nasty(style);
                self.push("mul", &[(&c, true), (&x, false)], depth);
            }
            2 => {
                let c = self.nasty(style);
                self.push("mul", &[(&x, false), (&c, true)], depth);
            }
            3 | 4 => {
                let c = self.nasty(style);
                self.push("div", &[(&x, false), (&c, true)], depth);
            }
            5 => drop(self.push("neg", &[(&x, false)], depth)),
            6 => drop(self.push("abs", &[(&x, false)], depth)),
            7 => {
                let y = format!("%v{}", self.vector(style));
                self.push("mul", &[(&x, false), (&y, false)], depth);
            }
            8 => {
                let other = format!("%v{}", self.vector(style));
                let (a, b) = (self.push("abs", &[(&x, false)], depth), self.push("abs", &[(&other, false)], depth));
                self.push("add", &[(&format!("%v{a}"), false), (&format!("%v{b}"), false)], depth);
            }
            9 => {
                let exponent = [2.0, 3.0, 4.0, -1.0, -2.0, 0.5][self.pick(6)];
                let c = self.constant(exponent);
                self.push("pow", &[(&x, false), (&c, true)], depth);
            }
            10 => {
                let c = self.nasty(style);
                self.push("maximum", &[(&x, false), (&c, true)], depth);
            }
            11 => {
                let c = self.nasty(style);
                let scaled = self.push("mul", &[(&c, true), (&x, false)], depth);
                self.push("add", &[(&x, false), (&format!("%v{scaled}"), false)], depth);
            }
            _ => {
                let c = self.nasty(style);
                self.push("div", &[(&c, true), (&x, false)], depth);
            }
        }
    }

    /// The program that gives these vectors.
    fn text(&self, results: &[usize]) -> String {
        let vector = format!("tensor<?x{}>", self.scalar_type());
        let types = vec![vector.as_str(); results.len()].join(", ");
        let names: Vec<String> = results.iter().map(|at| format!("%v{at}")).collect();
        format!(
            "func.func private @f(%v0: {vector}, %v1: {vector}) -> ({types}) {{\n{}  return {} : {types}\n}}\n",
            self.body,
            names.join(", ")
        )
    }
}

fn program(seed: u64, dtype: DType, style: &Style, steps: usize) -> Writer {
    let state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let mut writer = Writer { dtype, state, body: String::new(), depths: vec![0, 0], constants: 0 };
    (0..steps).for_each(|_| writer.step(style));
    writer
}

fn run(text: &str, args: &[Val]) -> Vec<Vec<f64>> {
    let module = mlir::parse_tree(text).expect("parses");
    values(&module, args)
}

fn values(module: &phylanx_dialects::ir::Module, args: &[Val]) -> Vec<Vec<f64>> {
    let results = run_function(module, "f", args, 10_000).expect("runs");
    let elements = results.iter().map(|value| match value {
        Val::Tensor(tensor) => tensor.to_f64s(),
        other => panic!("not a tensor: {other:?}"),
    });
    elements.collect()
}

fn arguments(dtype: DType, inputs: &[f64]) -> Vec<Val> {
    let reversed: Vec<f64> = inputs.iter().rev().copied().collect();
    [inputs, &reversed]
        .iter()
        .map(|values| Val::Tensor(Tensor::from_f64s(dtype, &[values.len()], values).expect("fits")))
        .collect()
}

fn contradictions(context: &PassContext) -> i64 {
    context.statistics.iter().filter(|((_, name), _)| name == "contradictions").map(|(_, count)| count).sum()
}

/// A program before and after, with all that the original made on the way.
struct Trial {
    shown: String,
    dtype: DType,
    way: Vec<Vec<f64>>,
    before: Vec<Vec<f64>>,
    after: Vec<Vec<f64>>,
}

fn trial(seed: u64, dtype: DType, level: FloatLevel, style: &Style, inputs: &[f64]) -> Trial {
    let writer = program(seed, dtype, style, 9);
    let all: Vec<usize> = (0..writer.depths.len()).collect();
    // What is returned must be made: some programs return a few vectors, some nearly all.
    let results: Vec<usize> = if seed.is_multiple_of(2) { all[2..].to_vec() } else { all[all.len() - 3..].to_vec() };
    let text = writer.text(&results);
    simplified(text, &writer.text(&all), dtype, level, inputs)
}

/// A program and the same program that gives all that it makes.
fn simplified(text: String, whole: &str, dtype: DType, level: FloatLevel, inputs: &[f64]) -> Trial {
    let mut module = mlir::parse_tree(&text).expect("parses");
    let mut context = PassContext::default();
    context.options.float = level;
    simplify::run(&mut module, &mut context).expect("runs");
    assert_eq!(contradictions(&context), 0, "{text}");
    let args = arguments(dtype, inputs);
    let (way, before) = (run(whole, &args), run(&text, &args));
    let after = values(&module, &args);
    let shown = format!("{text}becomes\n{}", mlir::print_tree(&module).expect("verifies"));
    Trial { shown, dtype, way, before, after }
}

impl Trial {
    /// Whether the original met no NaN, no infinity and nothing below the normal numbers at an element.
    fn clean(&self, at: usize) -> bool {
        let least = if self.dtype == DType::F32 { f64::from(f32::MIN_POSITIVE) } else { f64::MIN_POSITIVE };
        self.way.iter().all(|vector| vector[at].is_finite() && vector[at].abs() >= least)
    }

    fn check(&self, holds: impl Fn(&Trial, usize, f64, f64) -> bool) {
        for (before, after) in self.before.iter().zip(&self.after) {
            for at in 0..before.len() {
                let (a, b) = (before[at], after[at]);
                assert!(holds(self, at, a, b), "{}\nelement {at}: {a:e} became {b:e}", self.shown);
            }
        }
    }

    fn near(&self, a: f64, b: f64) -> bool {
        let ulps = if self.dtype == DType::F32 { 256.0 * f64::from(f32::EPSILON) } else { 256.0 * f64::EPSILON };
        (a - b).abs() <= ulps * a.abs()
    }
}

/// NaN, either infinity, either zero or something else.
fn kind(value: f64) -> (bool, bool, bool, bool) {
    let special = value.is_nan() || value.is_infinite() || value == 0.0;
    (value.is_nan(), value.is_infinite(), value == 0.0, special && !value.is_nan() && value.is_sign_negative())
}

const FLOATS: [DType; 2] = [DType::F32, DType::F64];

#[test]
fn the_strict_level_keeps_every_bit() {
    for (seed, dtype) in (0..6).flat_map(|seed| FLOATS.map(|dtype| (seed, dtype))) {
        let trial = trial(seed, dtype, FloatLevel::Strict, &ANYTHING, &INPUTS);
        trial.check(|_, _, a, b| a.to_bits() == b.to_bits() || (a.is_nan() && b.is_nan()));
    }
}

#[test]
fn the_default_level_keeps_values_up_to_rounding_and_all_that_is_special() {
    for (seed, dtype) in (0..20).flat_map(|seed| FLOATS.map(|dtype| (seed, dtype))) {
        let trial = trial(seed, dtype, FloatLevel::Reassociate, &ANYTHING, &INPUTS);
        trial.check(|trial, at, a, b| kind(a) == kind(b) && (!trial.clean(at) || trial.near(a, b)));
    }
}

#[test]
fn the_fast_level_keeps_scaled_values_up_to_rounding() {
    for (seed, dtype) in (0..6).flat_map(|seed| FLOATS.map(|dtype| (seed, dtype))) {
        let trial = trial(seed, dtype, FloatLevel::Fast, &SCALINGS, &[1.0, -2.0, 0.3, 7.0]);
        trial.check(|trial, _, a, b| trial.near(a, b));
    }
}

/// `y * c * d` and `y * 5`, where c * d is nearly one.
fn there_and_back(dtype: DType, c: f64, d: f64) -> Writer {
    let mut writer = Writer { dtype, state: 1, body: String::new(), depths: vec![0, 0], constants: 0 };
    let (c, d, five) = (writer.constant(c), writer.constant(d), writer.constant(5.0));
    writer.push("mul", &[("%v0", false), (&c, true)], 1);
    writer.push("mul", &[("%v2", false), (&d, true)], 2);
    writer.push("mul", &[("%v0", false), (&five, true)], 1);
    writer
}

#[test]
fn a_factor_and_its_inverse_leave_other_products_alone() {
    let factors: [f64; 9] = [1e-30, 1e-23, 1e-15, 1e-12, 1e15, 1e23, 3.0, 0.1, 7.0];
    for (dtype, c) in FLOATS.into_iter().flat_map(|dtype| factors.map(|c| (dtype, c))) {
        for level in [FloatLevel::Reassociate, FloatLevel::Fast] {
            for d in [1.0 / c, 1.5 / c] {
                let text = there_and_back(dtype, c, d).text(&[3, 4]);
                let trial = simplified(text.clone(), &text, dtype, level, &[1.0, 2.0, 3.0]);
                trial.check(|trial, _, a, b| trial.near(a, b));
            }
        }
    }
}

const CONTRADICTING: &str = r#"
func.func private @f(%x: tensor<?xf64>) -> (tensor<f64>, tensor<?xf64>) {
  %c = arith.constant 3.0 : f64
  %d = arith.constant 2.0 : f64
  %s = "physl.from_scalar"(%c) : (f64) -> tensor<f64>
  %t = "physl.from_scalar"(%d) : (f64) -> tensor<f64>
  %u = "physl.mul"(%s, %t) : (tensor<f64>, tensor<f64>) -> tensor<f64>
  %y = "physl.mul"(%x, %t) : (tensor<?xf64>, tensor<f64>) -> tensor<?xf64>
  return %u, %y : tensor<f64>, tensor<?xf64>
}
"#;

#[test]
fn a_graph_in_which_two_constants_are_equal_is_not_used_and_counted() {
    let mut module = mlir::parse_tree(CONTRADICTING).expect("parses");
    let mut context = PassContext::default();
    let text = "\"false\": (mul ?x 2) => (mul ?x 4) @strict".to_string();
    context.options.rules = vec![RuleText { name: "mine.rules".into(), text }];
    let args = [Val::Tensor(Tensor::from_f64s(DType::F64, &[2], &[1.0, 5.0]).expect("fits"))];
    simplify::run(&mut module, &mut context).expect("runs");
    assert_eq!(values(&module, &args), [vec![6.0], vec![2.0, 10.0]]);
    assert_eq!(contradictions(&context), 2);
}
