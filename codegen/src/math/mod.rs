//! Functions of floats as straight-line arithmetic, so that LLVM vectorizes them and vectors and scalars agree in every bit.
//!
//! Before: `%y = math.exp %x : f64` (or `f32`, which is computed in `f64`).
//! After: `%y = func.call @phx.math.exp(%x)`, and a private function of `arith` ops that LLVM always inlines.
//! Functions without a row stay `math` ops, which become calls of libm one element at a time.

mod build;
mod exponential;
mod logarithm;
mod trigonometric;

use build::Math;
use phylanx_abi::DType;
use phylanx_dialects::ir::{Attr, Builder, Loc, Module, Op, Type, Value, function};

/// What comes before the names of these functions.
pub const PREFIX: &str = "phx.math.";

/// Builds a function of one number.
type Build = fn(&mut Math, Value) -> Value;

/// Functions by the name of their op.
#[rustfmt::skip]
static TABLE: &[(&str, Build)] = &[
    ("math.exp", exponential::exp), ("math.exp2", exponential::exp2), ("math.expm1", exponential::expm1), ("math.tanh", exponential::tanh),
    ("math.log", logarithm::log), ("math.log2", logarithm::log2), ("math.log1p", logarithm::log1p),
    ("math.sin", trigonometric::sin), ("math.cos", trigonometric::cos),
];

/// Replaces the ops of the table.
pub fn expand(module: &mut Module) {
    let mut used = [false; 16];
    let mut functions = std::mem::take(&mut module.ops);
    for op in &mut functions {
        expand_in(module, op, &mut used);
    }
    for (at, (name, build)) in TABLE.iter().enumerate() {
        if used[at] {
            functions.push(math_function(module, name, *build));
        }
    }
    module.ops = functions;
}

fn expand_in(module: &mut Module, op: &mut Op, used: &mut [bool]) {
    for block in op.regions.iter_mut().flat_map(|region| &mut region.blocks) {
        let mut done = Vec::with_capacity(block.ops.len());
        for mut inner in std::mem::take(&mut block.ops) {
            expand_in(module, &mut inner, used);
            match TABLE.iter().position(|(name, _)| *name == inner.name) {
                Some(at) => {
                    used[at] = true;
                    done.extend(call(module, inner));
                }
                None => done.push(inner),
            }
        }
        block.ops = done;
    }
}

fn symbol(name: &str) -> String {
    format!("{PREFIX}{}", name.trim_start_matches("math."))
}

/// The call that an op becomes; `f32` goes through `f64`.
fn call(module: &mut Module, op: Op) -> Vec<Op> {
    let callee = Attr::Symbol(symbol(&op.name));
    let narrow = *module.ty(op.result()) == Type::Scalar(DType::F32);
    let mut b = Builder::new(module, op.loc.clone());
    let x = if narrow { b.op("arith.extf", &op.operands, Type::F64) } else { op.operands[0] };
    if !narrow {
        b.push(
            Op::new("func.call", op.loc.clone())
                .with_operands([x])
                .with_results([op.result()])
                .with_attr("callee", callee),
        );
        return b.ops;
    }
    let wide = b.op_with("func.call", &[x], Type::F64, &[("callee", callee)]);
    b.push(Op::new("arith.truncf", op.loc.clone()).with_operands([wide]).with_results([op.result()]));
    b.ops
}

fn math_function(module: &mut Module, name: &str, build: Build) -> Op {
    let x = module.value(Type::F64);
    let mut math = Math::new(Builder::new(module, Loc::default()));
    let result = build(&mut math, x);
    let ops = math.finish(result);
    function(module, &symbol(name), vec![x], vec![Type::F64], ops, Loc::default())
}
