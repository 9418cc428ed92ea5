//! exp, exp2, expm1 and tanh: `x = k ln 2 + r` with `|r| <= ln 2 / 2`, a polynomial in `r`, and a scaling by `2 ** k`.

use super::build::{Math, SHIFT};
use phylanx_dialects::ir::Value;

const LOG2_E: f64 = std::f64::consts::LOG2_E;
const LN_2: f64 = std::f64::consts::LN_2;
/// ln 2 minus its nearest float.
const LN_2_LOW: f64 = 2.319_046_813_846_299_6e-17;

/// 1/2!, 1/3!, ... 1/13!: the remainder is below 2 to the -57 of the result.
const INVERSE_FACTORIALS: [f64; 12] = [
    0.5,
    1.0 / 6.0,
    1.0 / 24.0,
    1.0 / 120.0,
    1.0 / 720.0,
    1.0 / 5_040.0,
    1.0 / 40_320.0,
    1.0 / 362_880.0,
    1.0 / 3_628_800.0,
    1.0 / 39_916_800.0,
    1.0 / 479_001_600.0,
    1.0 / 6_227_020_800.0,
];

pub fn exp(m: &mut Math, x: Value) -> Value {
    // Beyond these limits the result is infinite or zero in any case.
    let x = m.clamp(x, -746.0, 710.0);
    let (k, r) = reduce(m, x);
    let p = exp_minus_one(m, r);
    scaled_by(m, p, k)
}

pub fn exp2(m: &mut Math, x: Value) -> Value {
    let x = m.clamp(x, -1080.0, 1030.0);
    let (shift, ln_2) = (m.c(SHIFT), m.c(LN_2));
    let shifted = m.add(x, shift);
    let k = m.sub(shifted, shift);
    let rest = m.sub(x, k);
    let r = m.mul(rest, ln_2);
    let p = exp_minus_one(m, r);
    scaled_by(m, p, k)
}

pub fn expm1(m: &mut Math, x: Value) -> Value {
    let large = exp(m, x);
    let clamped = m.clamp(x, -40.0, 40.0);
    let small = moderate_expm1(m, clamped);
    let (limit, zero) = (m.c(39.0), m.c(0.0));
    let is_large = m.above(x, limit);
    let is_zero = m.equal(x, zero);
    let result = m.select(is_large, large, small);
    m.select(is_zero, x, result)
}

/// `t / (t + 2)` with `t = expm1(2 |x|)`.
pub fn tanh(m: &mut Math, x: Value) -> Value {
    let two = m.c(2.0);
    let size = m.abs(x);
    let size = m.clamp(size, 0.0, 20.0);
    let twice = m.add(size, size);
    let t = moderate_expm1(m, twice);
    let divisor = m.add(t, two);
    let result = m.div(t, divisor);
    m.copysign(result, x)
}

/// exp(x) - 1 for |x| up to 40: `2**k p + (2**k - 1)`.
fn moderate_expm1(m: &mut Math, x: Value) -> Value {
    let (k, r) = reduce(m, x);
    let p = exp_minus_one(m, r);
    let (shift, one) = (m.c(SHIFT), m.c(1.0));
    let shifted = m.add(k, shift);
    let scale = m.power_of_two(shifted);
    let whole = m.sub(scale, one);
    m.fma(scale, p, whole)
}

/// k (as a float) and r.
fn reduce(m: &mut Math, x: Value) -> (Value, Value) {
    let (shift, log2_e) = (m.c(SHIFT), m.c(LOG2_E));
    let shifted = m.fma(x, log2_e, shift);
    let k = m.sub(shifted, shift);
    let (high, low) = (m.c(-LN_2), m.c(-LN_2_LOW));
    let r = m.fma(k, high, x);
    (k, m.fma(k, low, r))
}

/// exp(r) - 1 for a small r.
fn exp_minus_one(m: &mut Math, r: Value) -> Value {
    let tail = m.polynomial(r, &INVERSE_FACTORIALS);
    let square = m.mul(r, r);
    m.fma(square, tail, r)
}

/// `(1 + p) 2**k` in two steps, so that neither factor overflows and a denormal result is rounded once.
fn scaled_by(m: &mut Math, p: Value, k: Value) -> Value {
    let (shift, half, one) = (m.c(SHIFT), m.c(0.5), m.c(1.0));
    let first_shifted = m.fma(k, half, shift);
    let first = m.sub(first_shifted, shift);
    let rest = m.sub(k, first);
    let second_shifted = m.add(rest, shift);
    let (low, high) = (m.power_of_two(first_shifted), m.power_of_two(second_shifted));
    let y = m.add(p, one);
    let y = m.mul(y, low);
    m.mul(y, high)
}
