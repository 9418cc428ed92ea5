//! log, log2 and log1p: `x = 2**k z` with `z` around 1, and `log z` as a series in `s = (z - 1) / (z + 1)`.
//!
//! Leading terms are kept as a float and the rest that its rounding lost: results are within 0.54 units in the last place.

use super::build::Math;
use phylanx_dialects::ir::Value;

/// Leading bits of ln 2, such that `k` times it is exact.
const LN_2_HIGH: f64 = 6.931_471_803_691_238e-1;
const LN_2_LOW: f64 = 1.908_214_929_270_587_7e-10;
/// `(log(1+s) - log(1-s) - 2 s) / s**3` by powers of `s * s`, fitted at Chebyshev points for `z` between the roots of 1/2 and 2.
const SERIES: [f64; 8] = [
    0.666_666_666_666_666_6,
    0.400_000_000_000_008_8,
    0.285_714_285_708_036_14,
    0.222_222_223_917_139_17,
    0.181_817_956_401_328_97,
    0.153_862_397_028_151_6,
    0.132_687_731_386_434_17,
    0.130_866_261_479_809_62,
];
/// Bits of sqrt(1/2): `z` lies between it and sqrt(2).
const LOWEST: i64 = 0x3fe6_a09e_667f_3bcd;
const ONE_BITS: i64 = 0x3ff0_0000_0000_0000;
/// Bits of 2 to the 52: an integer below that, put into its low bits, is a float.
const INTEGER_BITS: i64 = 0x4330_0000_0000_0000;

pub fn log(m: &mut Math, x: Value) -> Value {
    let parts = Parts::of(m, x);
    let zero = m.c(0.0);
    let result = parts.log_plus(m, zero);
    specials(m, x, result)
}

pub fn log2(m: &mut Math, x: Value) -> Value {
    let parts = Parts::of(m, x);
    let (log, log_low) = parts.log_of_mantissa(m);
    let (scale, scale_low) = (m.c(std::f64::consts::LOG2_E), m.c(2.035_527_374_093_103_3e-17));
    let product = m.mul(log, scale);
    let minus = m.neg(product);
    let lost = m.fma(log, scale, minus);
    let lost = m.fma(log, scale_low, lost);
    let lost = m.fma(log_low, scale, lost);
    let sum = m.add(parts.k, product);
    let moved = m.sub(sum, parts.k);
    let sum_lost = m.sub(product, moved);
    let lost = m.add(sum_lost, lost);
    let result = m.add(sum, lost);
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
    let result = parts.log_plus(m, lost);
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

    /// log(2**k (1 + f)) + tail, the tail being small.
    fn log_plus(&self, m: &mut Math, tail: Value) -> Value {
        let (log, log_low) = self.log_of_mantissa(m);
        let (ln_2, ln_2_low) = (m.c(LN_2_HIGH), m.c(LN_2_LOW));
        let whole = m.mul(self.k, ln_2);
        let sum = m.add(whole, log);
        let moved = m.sub(sum, whole);
        let lost = m.sub(log, moved);
        let lost = m.add(lost, log_low);
        let lost = m.add(lost, tail);
        let lost = m.fma(self.k, ln_2_low, lost);
        m.add(sum, lost)
    }

    /// log(1 + f) as `2 s` and the rest: what the rounding of `s` lost, and the series.
    fn log_of_mantissa(&self, m: &mut Math) -> (Value, Value) {
        let (one, two) = (m.c(1.0), m.c(2.0));
        let divisor = m.add(self.f, two);
        let back = m.sub(divisor, two);
        let divisor_low = m.sub(self.f, back);
        let inverse = m.div(one, divisor);
        let s = m.mul(self.f, inverse);
        let minus = m.neg(s);
        let rest = m.fma(minus, divisor, self.f);
        let rest = m.fma(minus, divisor_low, rest);
        let low = m.mul(rest, inverse);
        let square = m.mul(s, s);
        let series = m.polynomial(square, &SERIES);
        let cube = m.mul(square, s);
        let low = m.add(low, low);
        (m.add(s, s), m.fma(cube, series, low))
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
