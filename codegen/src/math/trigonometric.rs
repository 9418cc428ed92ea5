//! sin and cos: `x = n pi/2 + r` with pi/2 in three floats, and series in `r` whose leading terms keep what their rounding lost:
//! results are within 0.55 units in the last place.

use super::build::{Math, SHIFT};
use phylanx_dialects::ir::Value;

/// pi/2 as a sum of three floats; with fused products the difference to the first is exact.
const HALF_PI: [f64; 3] = [std::f64::consts::FRAC_PI_2, 6.123_233_995_736_766e-17, -1.497_384_904_859_169_8e-33];

/// -1/6 as a sum of two floats.
const MINUS_SIXTH: [f64; 2] = [-0.166_666_666_666_666_66, -9.251_858_538_542_97e-18];

/// `(sin r - r + r**3 / 6) / r**5` by powers of `r * r`, fitted at Chebyshev points up to pi/4.
const SIN: [f64; 6] = [
    0.008_333_333_333_333_333,
    -0.000_198_412_698_412_689_63,
    2.755_731_922_232_508_5e-6,
    -2.505_210_723_637_818_5e-8,
    1.605_868_440_018_854e-10,
    -7.595_311_794_118_243e-13,
];

/// `(cos r - 1 + r**2 / 2) / r**4` by powers of `r * r`.
const COS: [f64; 6] = [
    0.041_666_666_666_666_664,
    -0.001_388_888_888_888_739_8,
    2.480_158_729_876_567_6e-5,
    -2.755_731_727_172_395e-7,
    2.087_614_626_718_481e-9,
    -1.138_263_233_774_122_1e-11,
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

/// `x * y` as a float and what its rounding lost.
fn product(m: &mut Math, x: Value, y: Value) -> (Value, Value) {
    let high = m.mul(x, y);
    let minus = m.neg(high);
    (high, m.fma(x, y, minus))
}

/// sin(x + y): `x + x**3 (-1/6 + ...) + y (1 - x**2 / 2)`.
fn sine_near_zero(m: &mut Math, x: Value, y: Value) -> Value {
    let minus_half = m.c(-0.5);
    let [sixth, sixth_low] = MINUS_SIXTH.map(|part| m.c(part));
    let (square, square_low) = product(m, x, x);
    let (cube, cube_low) = product(m, square, x);
    let cube_low = m.fma(square_low, x, cube_low);
    let series = m.polynomial(square, &SIN);
    let rest = m.mul(square, series);
    let factor = m.add(sixth, rest);
    let moved = m.sub(factor, sixth);
    let factor_low = m.sub(rest, moved);
    let factor_low = m.add(factor_low, sixth_low);
    let (term, term_low) = product(m, cube, factor);
    let sum = m.add(x, term);
    let moved = m.sub(sum, x);
    let lost = m.sub(term, moved);
    let term_low = m.fma(cube, factor_low, term_low);
    let term_low = m.fma(cube_low, factor, term_low);
    let slope = m.mul(minus_half, square);
    let of_low = m.fma(slope, y, y);
    let low = m.add(term_low, of_low);
    let low = m.add(lost, low);
    m.add(sum, low)
}

/// cos(x + y): `1 - x**2 / 2 + x**4 (1/24 + ...) - x y`.
fn cosine_near_zero(m: &mut Math, x: Value, y: Value) -> Value {
    let (half, minus_half, one) = (m.c(0.5), m.c(-0.5), m.c(1.0));
    let (square, square_low) = product(m, x, x);
    let series = m.polynomial(square, &COS);
    let half_square = m.mul(half, square);
    let whole = m.sub(one, half_square);
    let moved = m.sub(one, whole);
    let lost = m.sub(moved, half_square);
    let lost = m.fma(minus_half, square_low, lost);
    let fourth = m.mul(square, square);
    let xy = m.mul(x, y);
    let of_low = m.neg(xy);
    let tail = m.fma(fourth, series, of_low);
    let tail = m.add(lost, tail);
    m.add(whole, tail)
}
