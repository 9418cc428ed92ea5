//! Normal and exponential draws by the ziggurat method, in both precisions.
//!
//! Source: G. Marsaglia and W. Tsang, "The ziggurat method for generating random variables" (2000).

use super::source::Source;
use super::tables::*;

const NORMAL_EDGE: f64 = 3.654_152_885_361_009;
const NORMAL_EDGE_INVERSE: f64 = 0.273_661_237_329_758_3;
const EXPONENTIAL_EDGE: f64 = 7.697_117_470_131_05;

/// Standard normal.
pub fn normal(source: &mut impl Source) -> f64 {
    loop {
        let bits = source.next_u64();
        let layer = (bits & 0xff) as usize;
        let (negative, size) = (bits >> 8 & 1 == 1, bits >> 9 & 0x000f_ffff_ffff_ffff);
        let width = size as f64 * f64::from_bits(NORMAL_W[layer]);
        let x = if negative { -width } else { width };
        if size < NORMAL_K[layer] {
            return x;
        }
        if layer == 0 {
            let tail = NORMAL_EDGE + normal_tail(source);
            return if size >> 8 & 1 == 1 { -tail } else { tail };
        }
        if height(&NORMAL_F, layer, source.next_f64()) < (-0.5 * x * x).exp() {
            return x;
        }
    }
}

/// How far beyond the edge a draw of the tail lies.
fn normal_tail(source: &mut impl Source) -> f64 {
    loop {
        let x = -NORMAL_EDGE_INVERSE * (-source.next_f64()).ln_1p();
        let y = -(-source.next_f64()).ln_1p();
        if y + y > x * x {
            return x;
        }
    }
}

/// A height between two layers.
fn height(density: &[u64; 256], layer: usize, part: f64) -> f64 {
    let (above, below) = (f64::from_bits(density[layer - 1]), f64::from_bits(density[layer]));
    (above - below) * part + below
}

/// Exponential with scale 1.
pub fn exponential(source: &mut impl Source) -> f64 {
    loop {
        let bits = source.next_u64() >> 3;
        let (layer, size) = ((bits & 0xff) as usize, bits >> 8);
        let x = size as f64 * f64::from_bits(EXPONENTIAL_W[layer]);
        if size < EXPONENTIAL_K[layer] {
            return x;
        }
        if layer == 0 {
            return EXPONENTIAL_EDGE - (-source.next_f64()).ln_1p();
        }
        if height(&EXPONENTIAL_F, layer, source.next_f64()) < (-x).exp() {
            return x;
        }
    }
}

/// Standard normal in single precision.
pub fn normal32(source: &mut impl Source) -> f32 {
    loop {
        let bits = source.next_u32();
        let layer = (bits & 0xff) as usize;
        let (negative, size) = (bits >> 8 & 1 == 1, bits >> 9 & 0x007f_ffff);
        let width = size as f32 * f32::from_bits(NORMAL_W32[layer]);
        let x = if negative { -width } else { width };
        if size < NORMAL_K32[layer] {
            return x;
        }
        if layer == 0 {
            let tail = NORMAL_EDGE as f32 + normal_tail32(source);
            return if size >> 8 & 1 == 1 { -tail } else { tail };
        }
        let part = height32(&NORMAL_F32, layer, source.next_f32());
        if f64::from(part) < (-0.5 * f64::from(x) * f64::from(x)).exp() {
            return x;
        }
    }
}

fn normal_tail32(source: &mut impl Source) -> f32 {
    loop {
        let x = -(NORMAL_EDGE_INVERSE as f32) * (-source.next_f32()).ln_1p();
        let y = -(-source.next_f32()).ln_1p();
        if y + y > x * x {
            return x;
        }
    }
}

fn height32(density: &[u32; 256], layer: usize, part: f32) -> f32 {
    let (above, below) = (f32::from_bits(density[layer - 1]), f32::from_bits(density[layer]));
    (above - below) * part + below
}

/// Exponential with scale 1 in single precision.
pub fn exponential32(source: &mut impl Source) -> f32 {
    loop {
        let bits = source.next_u32() >> 1;
        let (layer, size) = ((bits & 0xff) as usize, bits >> 8);
        let x = size as f32 * f32::from_bits(EXPONENTIAL_W32[layer]);
        if size < EXPONENTIAL_K32[layer] {
            return x;
        }
        if layer == 0 {
            return EXPONENTIAL_EDGE as f32 - (-source.next_f32()).ln_1p();
        }
        if height32(&EXPONENTIAL_F32, layer, source.next_f32()) < (-x).exp() {
            return x;
        }
    }
}

/// Gamma with scale 1 in single precision (Marsaglia and Tsang, "A simple method for generating gamma variables", 2000).
pub fn gamma32(source: &mut impl Source, shape: f32) -> f32 {
    if shape == 1.0 {
        return exponential32(source);
    }
    if shape == 0.0 {
        return 0.0;
    }
    if shape < 1.0 {
        return small_gamma32(source, shape);
    }
    let b = shape - 1.0 / 3.0;
    let c = 1.0 / (9.0 * b).sqrt();
    loop {
        let (x, v) = loop {
            let x = normal32(source);
            let v = 1.0 + c * x;
            if v > 0.0 {
                break (x, v * v * v);
            }
        };
        let u = source.next_f32();
        if u < 1.0 - 0.0331 * (x * x) * (x * x) || u.ln() < 0.5 * x * x + b * (1.0 - v + v.ln()) {
            return b * v;
        }
    }
}

fn small_gamma32(source: &mut impl Source, shape: f32) -> f32 {
    loop {
        let (u, v) = (source.next_f32(), exponential32(source));
        if u <= 1.0 - shape {
            let x = u.powf(1.0 / shape);
            if x <= v {
                return x;
            }
        } else {
            let y = -((1.0 - u) / shape).ln();
            let x = (1.0 - shape + shape * y).powf(1.0 / shape);
            if x <= v + y {
                return x;
            }
        }
    }
}
