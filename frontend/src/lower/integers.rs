//! Whole-number functions of `math`, as loops on checked integers.

use super::call::{Args, Row};
use super::{Lowerer, Res};
use crate::types::Num;
use crate::value::Val;
use phylanx_dialects::ir::{Type, Value};

#[rustfmt::skip]
pub const ROWS: &[Row] = &[
    Row { name: "math.gcd", params: "*integers", build: gcd },
    Row { name: "math.lcm", params: "*integers", build: lcm },
    Row { name: "math.isqrt", params: "n", build: isqrt },
    Row { name: "math.factorial", params: "n", build: factorial },
    Row { name: "math.perm", params: "n, k=", build: perm },
    Row { name: "math.comb", params: "n, k", build: comb },
];

/// The largest integer whose square fits in 64 bits.
const LARGEST_ROOT: i64 = 3_037_000_499;

fn gcd<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let mut all = lowerer.int(0);
    for val in args.rest() {
        let size = size_of(lowerer, val, args)?;
        all = lowerer.common_divisor(all, size);
    }
    Ok(Val::scalar(Num::INT, all))
}

/// `|a| // gcd(a, b) * |b|`, 0 when one of them is.
fn lcm<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let mut all = lowerer.int(1);
    for val in args.rest() {
        let size = size_of(lowerer, val, args)?;
        let divisor = lowerer.common_divisor(all, size);
        let one = lowerer.int(1);
        let divisor = lowerer.op("arith.maxsi", &[divisor, one], Type::I64);
        let part = lowerer.op("physl.int_floordiv", &[all, divisor], Type::I64);
        all = lowerer.op("physl.int_mul", &[part, size], Type::I64);
    }
    Ok(Val::scalar(Num::INT, all))
}

fn size_of<'a>(lowerer: &mut Lowerer<'a>, val: &Val, args: &Args<'a>) -> Res<Value> {
    let int = lowerer.int_of(val, args.span)?;
    let value = lowerer.scalar_value(&int);
    Ok(lowerer.op("physl.int_abs", &[value], Type::I64))
}

/// An argument as an integer that must not be negative.
fn natural<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>, at: usize, message: &str) -> Res<Value> {
    let int = lowerer.int_of(&args.val(at), args.span_of(at))?;
    let (value, zero) = (lowerer.scalar_value(&int), lowerer.int(0));
    let negative = lowerer.compare_ints("slt", value, zero);
    lowerer.raise_when(negative, "ValueError", message);
    Ok(value)
}

/// The root of the nearest float, put right: it is off by one at most a few times.
fn isqrt<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let n = natural(lowerer, args, 0, "isqrt() argument must be nonnegative")?;
    let float = lowerer.op("arith.sitofp", &[n], Type::F64);
    let root = lowerer.op("math.sqrt", &[float], Type::F64);
    let root = lowerer.op("arith.fptosi", &[root], Type::I64);
    let largest = lowerer.int(LARGEST_ROOT);
    let root = lowerer.op("arith.minsi", &[root, largest], Type::I64);
    let lower = lowerer.repeat_while(
        &[root],
        |this, state| {
            let square = this.op("arith.muli", &[state[0], state[0]], Type::I64);
            this.compare_ints("sgt", square, n)
        },
        |this, state| {
            let one = this.int(1);
            vec![this.op("arith.subi", &[state[0], one], Type::I64)]
        },
    );
    let results = lowerer.repeat_while(
        &lower,
        |this, state| {
            let (one, largest) = (this.int(1), this.int(LARGEST_ROOT));
            let next = this.op("arith.addi", &[state[0], one], Type::I64);
            let next = this.op("arith.minsi", &[next, largest], Type::I64);
            let square = this.op("arith.muli", &[next, next], Type::I64);
            let fits = this.compare_ints("sle", square, n);
            let moves = this.compare_ints("sgt", next, state[0]);
            this.op("arith.andi", &[fits, moves], Type::BOOL)
        },
        |this, state| {
            let one = this.int(1);
            vec![this.op("arith.addi", &[state[0], one], Type::I64)]
        },
    );
    Ok(Val::scalar(Num::INT, results[0]))
}

fn factorial<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let n = natural(lowerer, args, 0, "factorial() not defined for negative values")?;
    Ok(Val::scalar(Num::INT, lowerer.falling_product(n, n)))
}

fn perm<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let n = natural(lowerer, args, 0, "n must be a non-negative integer")?;
    let k = match args.get(1) {
        Some(_) => natural(lowerer, args, 1, "k must be a non-negative integer")?,
        None => n,
    };
    Ok(Val::scalar(Num::INT, lowerer.falling_product(n, k)))
}

/// `C(n, i + 1) = C(n, i) * (n - i) / (i + 1)`, divided first, so that no step is larger than the result.
fn comb<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let n = natural(lowerer, args, 0, "n must be a non-negative integer")?;
    let k = natural(lowerer, args, 1, "k must be a non-negative integer")?;
    let other = lowerer.op("arith.subi", &[n, k], Type::I64);
    let steps = lowerer.op("arith.minsi", &[k, other], Type::I64);
    let (zero, one) = (lowerer.int(0), lowerer.int(1));
    let none = lowerer.compare_ints("slt", other, zero);
    let first = lowerer.op("arith.select", &[none, zero, one], Type::I64);
    let results = lowerer.repeat_while(
        &[zero, first],
        |this, state| this.compare_ints("slt", state[0], steps),
        |this, state| {
            let one = this.int(1);
            let next = this.op("arith.addi", &[state[0], one], Type::I64);
            let factor = this.op("arith.subi", &[n, state[0]], Type::I64);
            let common = this.common_divisor(state[1], next);
            let part = this.op("physl.int_floordiv", &[state[1], common], Type::I64);
            let divisor = this.op("physl.int_floordiv", &[next, common], Type::I64);
            let factor = this.op("physl.int_floordiv", &[factor, divisor], Type::I64);
            vec![next, this.op("physl.int_mul", &[part, factor], Type::I64)]
        },
    );
    Ok(Val::scalar(Num::INT, results[1]))
}

impl Lowerer<'_> {
    /// Euclid's algorithm on numbers that are not negative.
    fn common_divisor(&mut self, a: Value, b: Value) -> Value {
        let results = self.repeat_while(
            &[a, b],
            |this, state| {
                let zero = this.int(0);
                this.compare_ints("ne", state[1], zero)
            },
            |this, state| {
                let rest = this.op("physl.int_mod", &[state[0], state[1]], Type::I64);
                vec![state[1], rest]
            },
        );
        results[0]
    }

    /// `n (n - 1) ...`, `count` factors; 0 when there are not so many.
    fn falling_product(&mut self, n: Value, count: Value) -> Value {
        let (zero, one) = (self.int(0), self.int(1));
        let results = self.repeat_while(
            &[zero, one],
            |this, state| this.compare_ints("slt", state[0], count),
            |this, state| {
                let (zero, one) = (this.int(0), this.int(1));
                let factor = this.op("arith.subi", &[n, state[0]], Type::I64);
                // Once a factor is 0 the product stays so.
                let factor = this.op("arith.maxsi", &[factor, zero], Type::I64);
                let product = this.op("physl.int_mul", &[state[1], factor], Type::I64);
                let next = this.op("arith.addi", &[state[0], one], Type::I64);
                vec![next, product]
            },
        );
        results[1]
    }
}
