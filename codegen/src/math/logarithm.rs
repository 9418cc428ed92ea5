//! log, log2 and log1p: `x = 2**k z` with `z` around 1, and `log z` by FreeBSD's `e_log.c` (msun) approximation.

use super::build::Math;
use phylanx_dialects::ir::Value;

/// Leading bits of ln 2, such that `k` times it is exact.
const LN_2_HIGH: f64 = 6.931_471_803_691_238e-1;
const LN_2_LOW: f64 = 1.908_214_929_270_587_7e-10;
/// Coefficients of `(log(1+s) - log(1-s) - 2 s) / s` in `s * s`.
const SERIES: [f64; 7] = [
    6.666_666_666_666_735e-1,
    3.999_999_999_940_942e-1,
    2.857_142_874_366_239e-1,
    2.222_219_843_214_978_4e-1,
    1.818_357_216_161_805e-1,
    1.531_383_769_920_937_3e-1,
    1.479_819_860_511_658_6e-1,
];
/// Bits of sqrt(1/2): `z` lies between it and sqrt(2).
const LOWEST: i64 = 0x3fe6_a09e_667f_3bcd;
const ONE_BITS: i64 = 0x3ff0_0000_0000_0000;
/// Bits of 2 to the 52: an integer below that, put into its low bits, is a float.
const INTEGER_BITS: i64 = 0x4330_0000_0000_0000;

pub fn log(m: &mut Math, x: Value) -> Value {
    let parts = Parts::of(m, x);
    let (high, low) = (m.c(LN_2_HIGH), m.c(LN_2_LOW));
    let tail = m.mul(parts.k, low);
    let result = parts.log_plus(m, tail);
    let result = m.fma(parts.k, high, result);
    specials(m, x, result)
}

pub fn log2(m: &mut Math, x: Value) -> Value {
    let parts = Parts::of(m, x);
    let zero = m.c(0.0);
    let log = parts.log_plus(m, zero);
    let scale = m.c(std::f64::consts::LOG2_E);
    let low = m.c(2.035_527_374_093_103_3e-17);
    let correction = m.mul(log, low);
    let result = m.fma(log, scale, correction);
    let result = m.add(parts.k, result);
    specials(m, x, result)
}

/// log(u) with `u = 1 + x`, and what the rounding of `u` lost: `(x - (u - 1)) / u`.
pub fn log1p(m: &mut Math, x: Value) -> Value {
    let one = m.c(1.0);
    let u = m.add(x, one);
    let parts = Parts::of(m, u);
    let back = m.sub(u, one);
    let lost = correction(m, x, u, back);
    let lost = m.div(lost, u);
    let (high, low) = (m.c(LN_2_HIGH), m.c(LN_2_LOW));
    let tail = m.fma(parts.k, low, lost);
    let result = parts.log_plus(m, tail);
    let result = m.fma(parts.k, high, result);
    let result = specials(m, u, result);
    let zero = m.c(0.0);
    let is_zero = m.equal(x, zero);
    m.select(is_zero, x, result)
}

/// What `u = 1 + x` lost: exact whichever of the two is the larger.
fn correction(m: &mut Math, x: Value, u: Value, back: Value) -> Value {
    let one = m.c(1.0);
    let small = m.sub(x, back);
    let difference = m.sub(u, x);
    let large = m.sub(one, difference);
    let is_large = m.above(x, one);
    m.select(is_large, large, small)
}

/// `k` as a float and `z - 1`.
struct Parts {
    k: Value,
    f: Value,
}

impl Parts {
    fn of(m: &mut Math, x: Value) -> Parts {
        // A denormal is scaled up first.
        let (least, up, none, steps) = (m.c(f64::MIN_POSITIVE), m.c(2f64.powi(54)), m.c(0.0), m.c(-54.0));
        let tiny = m.below(x, least);
        let scaled = m.mul(x, up);
        let x = m.select(tiny, scaled, x);
        let offset = m.select(tiny, steps, none);
        let bits = m.bits(x);
        let distance = m.int(ONE_BITS - LOWEST);
        let moved = m.bit_op("addi", bits, distance);
        let places = m.int(52);
        let biased = m.bit_op("shrui", moved, places);
        let integer_bits = m.int(INTEGER_BITS);
        let biased = m.bit_op("ori", biased, integer_bits);
        let biased = m.float_of_bits(biased);
        let bias = m.c(4_503_599_627_370_496.0 + 1023.0);
        let k = m.sub(biased, bias);
        let k = m.add(k, offset);
        let mask = m.int((1 << 52) - 1);
        let mantissa = m.bit_op("andi", moved, mask);
        let lowest = m.int(LOWEST);
        let z = m.bit_op("addi", mantissa, lowest);
        let z = m.float_of_bits(z);
        let one = m.c(1.0);
        Parts { k, f: m.sub(z, one) }
    }

    /// log(1 + f) + tail, the tail being small.
    fn log_plus(&self, m: &mut Math, tail: Value) -> Value {
        let (two, half) = (m.c(2.0), m.c(0.5));
        let divisor = m.add(self.f, two);
        let s = m.div(self.f, divisor);
        let z = m.mul(s, s);
        let series = m.polynomial(z, &SERIES);
        let r = m.mul(z, series);
        let square = m.mul(self.f, self.f);
        let half_square = m.mul(half, square);
        let sum = m.add(half_square, r);
        let inner = m.fma(s, sum, tail);
        let difference = m.sub(half_square, inner);
        m.sub(self.f, difference)
    }
}

/// -inf at zero, NaN below it, inf and NaN as they are.
fn specials(m: &mut Math, x: Value, result: Value) -> Value {
    let (zero, infinity) = (m.c(0.0), m.c(f64::INFINITY));
    let (low, nan) = (m.c(f64::NEG_INFINITY), m.c(f64::NAN));
    let finite = m.below(x, infinity);
    let result = m.select(finite, result, x);
    let is_zero = m.equal(x, zero);
    let result = m.select(is_zero, low, result);
    let negative = m.below(x, zero);
    m.select(negative, nan, result)
}
