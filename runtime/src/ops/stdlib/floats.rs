//! Floats as CPython's `math` computes them: exact sums, lengths of vectors, the gamma function.

#![allow(clippy::excessive_precision, reason = "constants stand as they were published")]

use super::Call;
use crate::error::{Error, Result};
use crate::ops::value::Owned;

pub fn call(call: &Call, name: &str) -> Result<Owned> {
    match name {
        "fsum" => exact_sum(&call.floats()?).map(Owned::float),
        "fsum_array" => exact_sum(&call.args.elements::<f64>(0)?).map(Owned::float),
        "hypot" => Ok(Owned::float(length(&call.floats()?))),
        "frexp" => Ok(Owned::float(split(call.args.float(0)?).0)),
        "exponent" => Ok(Owned::int(split(call.args.float(0)?).1)),
        "ldexp" => scaled(call.args.float(0)?, call.args.int(1)?).map(Owned::float),
        "gamma" => gamma(call.args.float(0)?).map(Owned::float),
        "lgamma" => log_gamma(call.args.float(0)?).map(Owned::float),
        _ => Err(call.unknown()),
    }
}

/// Shewchuk's sum: the partial sums do not overlap, and the result is rounded once.
fn exact_sum(values: &[f64]) -> Result<f64> {
    let mut partials: Vec<f64> = Vec::new();
    let (mut special, mut infinities) = (0.0, 0.0);
    for &value in values {
        let mut x = value;
        let mut kept = 0;
        for at in 0..partials.len() {
            let mut y = partials.get(at).copied().unwrap_or(0.0);
            if x.abs() < y.abs() {
                std::mem::swap(&mut x, &mut y);
            }
            let high = x + y;
            let low = y - (high - x);
            if low != 0.0 {
                partials[kept] = low;
                kept += 1;
            }
            x = high;
        }
        partials.truncate(kept);
        if x == 0.0 {
            continue;
        }
        if x.is_finite() {
            partials.push(x);
            continue;
        }
        if value.is_finite() {
            return Err(Error::new("OverflowError", "intermediate overflow in fsum"));
        }
        if value.is_infinite() {
            infinities += value;
        }
        special += value;
        partials.clear();
    }
    if special != 0.0 {
        if infinities.is_nan() {
            return Err(Error::value("-inf + inf in fsum"));
        }
        return Ok(special);
    }
    Ok(rounded(&partials))
}

fn rounded(partials: &[f64]) -> f64 {
    let Some((last, rest)) = partials.split_last() else { return 0.0 };
    let (mut high, mut low, mut at) = (*last, 0.0, rest.len());
    while at > 0 {
        at -= 1;
        let (x, y) = (high, rest[at]);
        high = x + y;
        low = y - (high - x);
        if low != 0.0 {
            break;
        }
    }
    // Half-way cases are decided by the sign of what is left.
    let same_sign = at > 0 && ((low < 0.0 && rest[at - 1] < 0.0) || (low > 0.0 && rest[at - 1] > 0.0));
    if same_sign {
        let twice = low * 2.0;
        let x = high + twice;
        if twice == x - high {
            return x;
        }
    }
    high
}

/// The length of a vector: scaled by a power of two, squares added exactly, the root corrected once.
fn length(values: &[f64]) -> f64 {
    let sizes: Vec<f64> = values.iter().map(|value| value.abs()).collect();
    if sizes.iter().any(|size| size.is_infinite()) {
        return f64::INFINITY;
    }
    if sizes.iter().any(|size| size.is_nan()) {
        return f64::NAN;
    }
    let most = sizes.iter().copied().fold(0.0, f64::max);
    if most == 0.0 || sizes.len() <= 1 {
        return most;
    }
    let exponent = split(most).1;
    if exponent < -1023 {
        let tiny = f64::MIN_POSITIVE;
        let grown: Vec<f64> = sizes.iter().map(|size| size / tiny).collect();
        return tiny * length(&grown);
    }
    let scale = power_of_two(-exponent);
    let (mut sum, mut lost_squares, mut lost_sums) = (1.0, 0.0, 0.0);
    for size in sizes {
        let x = size * scale;
        let square = x * x;
        lost_squares += x.mul_add(x, -square);
        let next = sum + square;
        lost_sums += square - (next - sum);
        sum = next;
    }
    let mut root = (sum - 1.0 + (lost_squares + lost_sums)).sqrt();
    let square = -root * root;
    lost_squares += (-root).mul_add(root, -square);
    let next = sum + square;
    lost_sums += square - (next - sum);
    let rest = next - 1.0 + (lost_squares + lost_sums);
    root += rest / (2.0 * root);
    root / scale
}

/// Fraction in `[0.5, 1)` and exponent.
fn split(value: f64) -> (f64, i64) {
    if value == 0.0 || !value.is_finite() {
        return (value, 0);
    }
    let bits = value.to_bits();
    let exponent = (bits >> 52 & 0x7ff) as i64;
    if exponent == 0 {
        let (fraction, exponent) = split(value * power_of_two(64));
        return (fraction, exponent - 64);
    }
    (f64::from_bits(bits & !(0x7ff << 52) | 1022 << 52), exponent - 1022)
}

fn power_of_two(exponent: i64) -> f64 {
    match exponent {
        1024.. => f64::INFINITY,
        -1022..=1023 => f64::from_bits(((exponent + 1023) as u64) << 52),
        _ => f64::from_bits(1u64.checked_shl((exponent + 1074).max(0) as u32).unwrap_or(0)),
    }
}

fn scaled(value: f64, exponent: i64) -> Result<f64> {
    if value == 0.0 || !value.is_finite() {
        return Ok(value);
    }
    let (fraction, own) = split(value);
    let total = own.saturating_add(exponent);
    if total > 1024 {
        return Err(range_error());
    }
    if total < -1080 {
        return Ok(0f64.copysign(value));
    }
    // Two steps, so that a result below the normal range is rounded once.
    let first = total.max(-1000);
    Ok(fraction * power_of_two(first - 1) * 2.0 * power_of_two(total - first))
}

fn range_error() -> Error {
    Error::new("OverflowError", "math range error")
}

fn domain_error() -> Error {
    Error::value("math domain error")
}

/// Lanczos' `g` of the approximation with 13 terms.
const G: f64 = 6.024_680_040_776_729_583_740_234_375;
const G_MINUS_HALF: f64 = 5.524_680_040_776_729_583_740_234_375;

#[rustfmt::skip]
const NUMERATOR: [f64; 13] = [
    23531376880.410759688572007674451636754734846804940, 42919803642.649098768957899047001988850926355848959,
    35711959237.355668049440185451547166705960488635843, 17921034426.037209699919755754458931112671403265390,
    6039542586.3520280050642916443072979210699388420708, 1439720407.3117216736632230727949123939715485786372,
    248874557.86205415651146038641322942321632125127801, 31426415.585400194380614231628318205362874684987640,
    2876370.6289353724412254090516208496135991145378768, 186056.26539522349504029498971604569928220784236328,
    8071.6720023658162106380029022722506138218516325024, 210.82427775157934587250973392071336271166969580291,
    2.5066282746310002701649081771338373386264310793408,
];
const DENOMINATOR: [f64; 13] = [
    0.0,
    39916800.0,
    120543840.0,
    150917976.0,
    105258076.0,
    45995730.0,
    13339535.0,
    2637558.0,
    357423.0,
    32670.0,
    1925.0,
    66.0,
    1.0,
];

fn lanczos(x: f64) -> f64 {
    let (mut above, mut below) = (0.0, 0.0);
    if x < 5.0 {
        for (num, den) in NUMERATOR.iter().zip(&DENOMINATOR).rev() {
            above = above * x + num;
            below = below * x + den;
        }
    } else {
        for (num, den) in NUMERATOR.iter().zip(&DENOMINATOR) {
            above = above / x + num;
            below = below / x + den;
        }
    }
    above / below
}

fn sine_of_pi(x: f64) -> f64 {
    use std::f64::consts::PI;
    let y = x.abs() % 2.0;
    let value = match (2.0 * y).round() as i64 {
        0 => (PI * y).sin(),
        1 => (PI * (y - 0.5)).cos(),
        2 => (PI * (1.0 - y)).sin(),
        3 => -(PI * (y - 1.5)).cos(),
        _ => (PI * (y - 2.0)).sin(),
    };
    1f64.copysign(x) * value
}

fn gamma(x: f64) -> Result<f64> {
    if x.is_nan() || x == f64::INFINITY {
        return Ok(x);
    }
    if x == f64::NEG_INFINITY || x == 0.0 || (x < 0.0 && x == x.floor()) {
        return Err(domain_error());
    }
    if x == x.floor() && x <= 23.0 {
        return Ok((1..x as i64).map(|k| k as f64).product());
    }
    let size = x.abs();
    if size < 1e-20 {
        let result = 1.0 / x;
        return if result.is_infinite() { Err(range_error()) } else { Ok(result) };
    }
    if size > 200.0 {
        return if x < 0.0 { Ok(0.0 / sine_of_pi(x)) } else { Err(range_error()) };
    }
    let y = size + G_MINUS_HALF;
    let z = if size > G_MINUS_HALF { y - size - G_MINUS_HALF } else { y - G_MINUS_HALF - size };
    let z = z * G / y;
    let result = if x < 0.0 {
        let value = -std::f64::consts::PI / sine_of_pi(size) / size * y.exp() / lanczos(size);
        let value = value - z * value;
        if size < 140.0 {
            value / y.powf(size - 0.5)
        } else {
            value / y.powf(size / 2.0 - 0.25) / y.powf(size / 2.0 - 0.25)
        }
    } else {
        let value = lanczos(size) / y.exp();
        let value = value + z * value;
        if size < 140.0 {
            value * y.powf(size - 0.5)
        } else {
            value * y.powf(size / 2.0 - 0.25) * y.powf(size / 2.0 - 0.25)
        }
    };
    if result.is_infinite() { Err(range_error()) } else { Ok(result) }
}

/// The logarithm of the gamma function's size.
fn log_gamma(x: f64) -> Result<f64> {
    if !x.is_finite() {
        return Ok(if x.is_nan() { x } else { f64::INFINITY });
    }
    if x == x.floor() && x <= 2.0 {
        return if x <= 0.0 { Err(domain_error()) } else { Ok(0.0) };
    }
    let size = x.abs();
    if size < 1e-20 {
        return Ok(-size.ln());
    }
    let mut result = lanczos(size).ln() - G;
    result += (size - 0.5) * ((size + G - 0.5).ln() - 1.0);
    if x < 0.0 {
        result = 1.144_729_885_849_400_174_143_427_351_353_058_711_647_f64
            - sine_of_pi(size).abs().ln()
            - size.ln()
            - result;
    }
    if result.is_infinite() { Err(range_error()) } else { Ok(result) }
}

#[cfg(test)]
mod tests {
    use super::{exact_sum, gamma, length, scaled, split};

    #[test]
    fn sums_are_rounded_once() {
        assert_eq!(exact_sum(&[0.1; 10]).ok(), Some(1.0));
        assert_eq!(exact_sum(&[1e308, 1.0, -1e308]).ok(), Some(1.0));
        assert_eq!(exact_sum(&[]).ok(), Some(0.0));
        assert!(exact_sum(&[f64::INFINITY, f64::NEG_INFINITY]).is_err());
    }

    #[test]
    fn floats_are_split_and_scaled() {
        assert_eq!(split(8.0), (0.5, 4));
        assert_eq!(split(5e-324), (0.5, -1073));
        assert_eq!(scaled(0.5, 4).ok(), Some(8.0));
        assert_eq!(scaled(1.0, -1074).ok(), Some(5e-324));
        assert!(scaled(1.0, 1024).is_err());
    }

    #[test]
    fn lengths_and_factorials() {
        assert_eq!(length(&[3.0, 4.0, 12.0]), 13.0);
        assert_eq!(length(&[1e200, 1e200]), 1.4142135623730951e200);
        assert_eq!(gamma(5.0).ok(), Some(24.0));
        assert_eq!(gamma(0.5).ok(), Some(1.772_453_850_905_515_9));
    }
}
