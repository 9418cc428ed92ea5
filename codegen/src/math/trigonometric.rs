//! sin and cos: `x = n pi/2 + r` with pi/2 in three floats, and FreeBSD's kernels (msun `k_sin.c`, `k_cos.c`) on `r`.

use super::build::{Math, SHIFT};
use phylanx_dialects::ir::Value;

/// pi/2 as a sum of three floats; with fused products the difference to the first is exact.
const HALF_PI: [f64; 3] = [std::f64::consts::FRAC_PI_2, 6.123_233_995_736_766e-17, -1.497_384_904_859_169_8e-33];

const SIN: [f64; 6] = [
    -1.666_666_666_666_663_2e-1,
    8.333_333_333_322_49e-3,
    -1.984_126_982_985_795e-4,
    2.755_731_370_707_006_8e-6,
    -2.505_076_025_340_686_3e-8,
    1.589_690_995_211_55e-10,
];

const COS: [f64; 6] = [
    4.166_666_666_666_66e-2,
    -1.388_888_888_887_411e-3,
    2.480_158_728_947_673e-5,
    -2.755_731_435_139_066_3e-7,
    2.087_572_321_298_175e-9,
    -1.135_964_755_778_819_5e-11,
];

/// Beyond 2 to the 45 the nearest `n` is no longer found by one product.
const LARGEST: f64 = 35_184_372_088_832.0;

pub fn sin(m: &mut Math, x: Value) -> Value {
    let result = quadrant(m, x, 0, "math.sin");
    // The sum of the reduced parts of -0.0 is 0.0.
    let zero = m.c(0.0);
    let is_zero = m.equal(x, zero);
    m.select(is_zero, x, result)
}

pub fn cos(m: &mut Math, x: Value) -> Value {
    quadrant(m, x, 1, "math.cos")
}

/// sin(x + first * pi/2); `op` is libm's function, for x that are too large.
fn quadrant(m: &mut Math, x: Value, first: i64, op: &str) -> Value {
    let (shift, inverse) = (m.c(SHIFT), m.c(std::f64::consts::FRAC_2_PI));
    let shifted = m.fma(x, inverse, shift);
    let n = m.sub(shifted, shift);
    let (high, low) = reduce(m, x, n);
    let (sine, cosine) = (sine_near_zero(m, high, low), cosine_near_zero(m, high, low));
    let bits = m.bits(shifted);
    let (first, one, two, places) = (m.int(first), m.int(1), m.int(2), m.int(62));
    let turn = m.bit_op("addi", bits, first);
    let odd = m.bit_op("andi", turn, one);
    let odd = m.is_set(odd);
    let value = m.select(odd, cosine, sine);
    let half = m.bit_op("andi", turn, two);
    let sign = m.bit_op("shli", half, places);
    let value = m.bits(value);
    let value = m.bit_op("xori", value, sign);
    let value = m.float_of_bits(value);
    let (size, limit) = (m.abs(x), m.c(LARGEST));
    let huge = m.above(size, limit);
    m.rarely(huge, op, x, value)
}

/// x - n pi/2 as a sum of two floats.
fn reduce(m: &mut Math, x: Value, n: Value) -> (Value, Value) {
    let [p1, p2, p3] = HALF_PI.map(|part| m.c(part));
    let minus_n = m.neg(n);
    let exact = m.fma(minus_n, p1, x);
    let product = m.mul(n, p2);
    let minus_product = m.neg(product);
    let product_low = m.fma(n, p2, minus_product);
    let high = m.sub(exact, product);
    // Two-sum: what the difference lost.
    let back = m.sub(exact, high);
    let lost = m.sub(back, product);
    let low = m.sub(lost, product_low);
    let low = m.fma(minus_n, p3, low);
    let sum = m.add(high, low);
    let rest = m.sub(high, sum);
    (sum, m.add(rest, low))
}

fn sine_near_zero(m: &mut Math, x: Value, y: Value) -> Value {
    let half = m.c(0.5);
    let z = m.mul(x, x);
    let v = m.mul(z, x);
    let r = m.polynomial(z, &SIN[1..]);
    let first = m.c(SIN[0]);
    let half_y = m.mul(half, y);
    let product = m.mul(v, r);
    let inner = m.sub(half_y, product);
    let inner = m.mul(z, inner);
    let inner = m.sub(inner, y);
    let cubic = m.mul(v, first);
    let inner = m.sub(inner, cubic);
    m.sub(x, inner)
}

fn cosine_near_zero(m: &mut Math, x: Value, y: Value) -> Value {
    let (half, one) = (m.c(0.5), m.c(1.0));
    let z = m.mul(x, x);
    let series = m.polynomial(z, &COS);
    let r = m.mul(z, series);
    let half_z = m.mul(half, z);
    let w = m.sub(one, half_z);
    let rest = m.sub(one, w);
    let rest = m.sub(rest, half_z);
    let xy = m.mul(x, y);
    let tail = m.mul(z, r);
    let tail = m.sub(tail, xy);
    let rest = m.add(rest, tail);
    m.add(w, rest)
}
