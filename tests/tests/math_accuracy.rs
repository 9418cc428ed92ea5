//! The functions that codegen expands in line are good to two units in the last place of libm's, and right at the edges.

use phylanx_tests::kernel::{Kernels, Operand};
use phylanx_tests::places;

/// A function by name and libm's version of it, with the ranges that inputs are drawn from.
struct Function {
    name: &'static str,
    libm: fn(f64) -> f64,
    ranges: &'static [(f64, f64)],
}

const FUNCTIONS: &[Function] = &[
    Function { name: "exp", libm: f64::exp, ranges: &[(-750.0, 712.0), (-1.0, 1.0)] },
    Function { name: "exp2", libm: f64::exp2, ranges: &[(-1080.0, 1030.0), (-1.0, 1.0)] },
    Function { name: "expm1", libm: f64::exp_m1, ranges: &[(-50.0, 712.0), (-1.0, 1.0), (-1e-8, 1e-8)] },
    Function { name: "tanh", libm: f64::tanh, ranges: &[(-25.0, 25.0), (-1.0, 1.0), (-1e-8, 1e-8)] },
    Function { name: "log", libm: f64::ln, ranges: &[(0.0, 10.0), (0.9, 1.1), (0.0, 1e300), (0.0, 1e-308)] },
    Function { name: "log2", libm: f64::log2, ranges: &[(0.0, 10.0), (0.0, 1e300), (0.0, 1e-308)] },
    Function { name: "log1p", libm: f64::ln_1p, ranges: &[(-1.0, 10.0), (-0.1, 0.1), (-1e-8, 1e-8), (0.0, 1e300)] },
    Function {
        name: "sin",
        libm: f64::sin,
        ranges: &[(-10.0, 10.0), (-1e-8, 1e-8), (-1e6, 1e6), (-1e15, 1e15), (-1e300, 1e300)],
    },
    Function {
        name: "cos",
        libm: f64::cos,
        ranges: &[(-10.0, 10.0), (-1e-8, 1e-8), (-1e6, 1e6), (-1e15, 1e15), (-1e300, 1e300)],
    },
];

/// Draws for each range.
const DRAWS: usize = 20_000;

/// Units in the last place that a result may differ from libm's, which itself is good to one, but for tanh, where it is off by up to two.
fn limit(function: &Function) -> u64 {
    if function.name == "tanh" { 3 } else { 2 }
}

fn edges() -> Vec<f64> {
    let mut edges =
        vec![0.0, f64::MIN_POSITIVE, 5e-324, 1e-310, 1.0, 2.0, 0.5, 22.0, 709.782712893384, 709.8, 745.2, 746.0];
    edges.extend([
        f64::INFINITY,
        f64::MAX,
        f64::NAN,
        1e16,
        2f64.powi(50),
        2f64.powi(51),
        1023.0,
        1024.0,
        1074.0,
        1075.0,
    ]);
    edges.extend((1..40).map(|n| f64::from(n) * std::f64::consts::FRAC_PI_2));
    // The float nearest to a multiple of pi/2 (W. Kahan's worst case).
    edges.push(6_381_956_970_095_103.0 * 2f64.powi(797));
    edges.iter().flat_map(|&edge| [edge, -edge]).collect()
}

fn inputs(function: &Function) -> Vec<f64> {
    let mut state = 88_172_645_463_325_252u64;
    let mut unit = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 11) as f64 / (1u64 << 53) as f64
    };
    let mut found = edges();
    for &(low, high) in function.ranges {
        found.extend((0..DRAWS).map(|_| low + unit() * (high - low)));
    }
    found
}

fn distance(x: f64, y: f64) -> u64 {
    if x.is_nan() && y.is_nan() || x == y && x.is_sign_negative() == y.is_sign_negative() {
        return 0;
    }
    let ordered = |x: f64| {
        let bits = x.to_bits() as i64;
        if bits < 0 { i64::MIN - bits } else { bits }
    };
    ordered(x).abs_diff(ordered(y)).max(1)
}

#[test]
fn functions_are_good_to_two_units_of_the_last_place() {
    let task = |function: &Function| {
        let name = function.name;
        format!(
            "func.func private @{name}(%x: tensor<?xf64>) -> tensor<?xf64> attributes {{physl.task, physl.fold = \"map\", physl.axes = \
             array<i64>, physl.keepdims = false, physl.flops = 1 : i64}} {{\n  %r = \"physl.{name}\"(%x) : (tensor<?xf64>) -> \
             tensor<?xf64>\n  return %r : tensor<?xf64>\n}}\n"
        )
    };
    let home = places::scratch("math");
    let text: String = FUNCTIONS.iter().map(task).collect();
    let kernels = Kernels::compile(&text, &home, &places::root().join("tests/tests/kernels/stub.c"));
    std::fs::remove_dir_all(home).expect("the scratch folder goes");
    let mut faults = Vec::new();
    for (number, function) in FUNCTIONS.iter().enumerate() {
        let mut inputs = inputs(function);
        let mut outputs = vec![0.0f64; inputs.len()];
        let shape = vec![inputs.len() as i64];
        let operands = [inputs.as_mut_ptr(), outputs.as_mut_ptr()].map(|data| Operand {
            data: data.cast(),
            shape: shape.clone(),
            strides: vec![1],
        });
        kernels.call(number, &operands, &[0], &shape);
        let worst = inputs.iter().zip(&outputs).max_by_key(|&(&x, &y)| distance(y, (function.libm)(x)));
        let (&x, &y) = worst.expect("inputs");
        let expected = (function.libm)(x);
        if distance(y, expected) > limit(function) {
            faults.push(format!(
                "{}({x:e}) is {y:e}, not {expected:e} ({} units)",
                function.name,
                distance(y, expected)
            ));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
