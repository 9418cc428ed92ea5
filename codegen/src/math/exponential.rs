//! exp, exp2, expm1 and tanh: `x = k ln 2 + r` with `|r| <= ln 2 / 2`, a polynomial in `r`, and a scaling by `2 ** k`.
//!
//! Sums are kept as a float and the rest that its rounding lost, so that results are rounded once: within 0.52 units in the last place.

use super::build::{Math, SHIFT};
use phylanx_dialects::ir::Value;

const LOG2_E: f64 = std::f64::consts::LOG2_E;
const LN_2: f64 = std::f64::consts::LN_2;
/// ln 2 minus its nearest float.
const LN_2_LOW: f64 = 2.319_046_813_846_299_6e-17;

/// `(exp(r) - 1 - r - r**2 / 2) / r**3` by powers of `r`, fitted at Chebyshev points: within 2 to the -61 of the exponential.
const CUBIC: [f64; 10] = [
    0.166_666_666_666_666_69,
    0.041_666_666_666_666_664,
    0.008_333_333_333_330_065,
    0.001_388_888_888_888_655_4,
    0.000_198_412_698_630_405_45,
    2.480_158_731_713_516_4e-5,
    2.755_726_848_030_983_7e-6,
    2.755_728_298_405_574e-7,
    2.510_037_583_265_122e-8,
    2.091_122_972_982_282_6e-9,
];

/// A number as a float and what is left to add.
#[derive(Clone, Copy)]
struct Pair {
    high: Value,
    low: Value,
}

pub fn exp(m: &mut Math, x: Value) -> Value {
    // Beyond these limits the result is infinite or zero in any case.
    let x = m.clamp(x, -746.0, 710.0);
    let (k, r) = reduce(m, x);
    let p = exp_minus_one(m, r);
    scaled_by(m, p, k)
}

pub fn exp2(m: &mut Math, x: Value) -> Value {
    let x = m.clamp(x, -1080.0, 1030.0);
    let (shift, ln_2, ln_2_low) = (m.c(SHIFT), m.c(LN_2), m.c(LN_2_LOW));
    let shifted = m.add(x, shift);
    let k = m.sub(shifted, shift);
    let rest = m.sub(x, k);
    let high = m.mul(rest, ln_2);
    let minus = m.neg(high);
    let low = m.fma(rest, ln_2, minus);
    let low = m.fma(rest, ln_2_low, low);
    let p = exp_minus_one(m, Pair { high, low });
    scaled_by(m, p, k)
}

pub fn expm1(m: &mut Math, x: Value) -> Value {
    let large = exp(m, x);
    let clamped = m.clamp(x, -40.0, 40.0);
    let small = moderate_expm1(m, clamped);
    let small = m.add(small.high, small.low);
    let (limit, zero) = (m.c(39.0), m.c(0.0));
    let is_large = m.above(x, limit);
    let is_zero = m.equal(x, zero);
    let result = m.select(is_large, large, small);
    m.select(is_zero, x, result)
}

/// `t / (t + 2)` with `t = expm1(2 |x|)`, the quotient put right by its rest.
pub fn tanh(m: &mut Math, x: Value) -> Value {
    let (one, two) = (m.c(1.0), m.c(2.0));
    let size = m.abs(x);
    let size = m.clamp(size, 0.0, 20.0);
    let twice = m.add(size, size);
    let t = moderate_expm1(m, twice);
    let high = m.add(t.high, t.low);
    let moved = m.sub(high, t.high);
    let low = m.sub(t.low, moved);
    let divisor = m.add(high, two);
    let divisor_low = what_was_lost(m, high, two, divisor);
    let divisor_low = m.add(divisor_low, low);
    let inverse = m.div(one, divisor);
    let quotient = m.mul(high, inverse);
    let minus = m.neg(quotient);
    let rest = m.fma(minus, divisor, high);
    let rest_low = m.fma(minus, divisor_low, low);
    let rest = m.add(rest, rest_low);
    let result = m.fma(rest, inverse, quotient);
    m.copysign(result, x)
}

/// exp(x) - 1 for |x| up to 40: `2**k p + (2**k - 1)`.
fn moderate_expm1(m: &mut Math, x: Value) -> Pair {
    let (k, r) = reduce(m, x);
    let p = exp_minus_one(m, r);
    let (shift, one) = (m.c(SHIFT), m.c(1.0));
    let shifted = m.add(k, shift);
    let scale = m.power_of_two(shifted);
    let whole = m.sub(scale, one);
    let part = m.mul(scale, p.high);
    let sum = m.add(part, whole);
    let lost = what_was_lost(m, part, whole, sum);
    Pair { high: sum, low: m.fma(scale, p.low, lost) }
}

/// `x + y - sum` without an error, whichever of the two is the larger.
fn what_was_lost(m: &mut Math, x: Value, y: Value, sum: Value) -> Value {
    let x_part = m.sub(sum, y);
    let y_part = m.sub(sum, x_part);
    let (x_lost, y_lost) = (m.sub(x, x_part), m.sub(y, y_part));
    m.add(x_lost, y_lost)
}

/// k (as a float) and r.
fn reduce(m: &mut Math, x: Value) -> (Value, Pair) {
    let (shift, log2_e) = (m.c(SHIFT), m.c(LOG2_E));
    let shifted = m.fma(x, log2_e, shift);
    let k = m.sub(shifted, shift);
    let (minus_ln_2, minus_low) = (m.c(-LN_2), m.c(-LN_2_LOW));
    let near = m.fma(k, minus_ln_2, x);
    let small = m.mul(k, minus_low);
    let high = m.add(near, small);
    let moved = m.sub(high, near);
    (k, Pair { high, low: m.sub(small, moved) })
}

/// exp(r) - 1 for a small r: `r + r**2 / 2` with what their sum loses, and the rest of the series.
fn exp_minus_one(m: &mut Math, r: Pair) -> Pair {
    let half = m.c(0.5);
    let square = m.mul(r.high, r.high);
    let minus = m.neg(square);
    let square_low = m.fma(r.high, r.high, minus);
    let half_square = m.mul(square, half);
    let high = m.add(r.high, half_square);
    let moved = m.sub(high, r.high);
    let lost = m.sub(half_square, moved);
    let lost = m.fma(half, square_low, lost);
    let of_low = m.fma(r.low, r.high, r.low);
    let lost = m.add(lost, of_low);
    let series = m.polynomial(r.high, &CUBIC);
    let cube = m.mul(square, r.high);
    Pair { high, low: m.fma(cube, series, lost) }
}

/// `(1 + p) 2**k` in two steps, so that neither factor overflows and a denormal result is rounded once more at most.
fn scaled_by(m: &mut Math, p: Pair, k: Value) -> Value {
    let (shift, half, one) = (m.c(SHIFT), m.c(0.5), m.c(1.0));
    let first_shifted = m.fma(k, half, shift);
    let first = m.sub(first_shifted, shift);
    let rest = m.sub(k, first);
    let second_shifted = m.add(rest, shift);
    let (low, high) = (m.power_of_two(first_shifted), m.power_of_two(second_shifted));
    let sum = m.add(p.high, one);
    let moved = m.sub(sum, one);
    let lost = m.sub(p.high, moved);
    let lost = m.add(lost, p.low);
    let y = m.add(sum, lost);
    let y = m.mul(y, low);
    m.mul(y, high)
}
