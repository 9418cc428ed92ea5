//! Draws of floats from the distributions of NumPy, one at a time.
//!
//! Sources: the methods are those that NumPy documents; each function names its own where it has one.

use super::source::Source;
use std::f64::consts::PI;

/// Gamma with scale 1 (G. Marsaglia and W. Tsang, 2000; J. Ahrens and U. Dieter below 1).
pub fn gamma<S: Source>(source: &mut S, shape: f64) -> f64 {
    if shape == 1.0 {
        return source.exponential();
    }
    if shape == 0.0 {
        return 0.0;
    }
    if shape < 1.0 {
        return small_gamma(source, shape);
    }
    let b = shape - 1.0 / 3.0;
    let c = 1.0 / (9.0 * b).sqrt();
    loop {
        let (x, v) = loop {
            let x = source.normal();
            let v = 1.0 + c * x;
            if v > 0.0 {
                break (x, v * v * v);
            }
        };
        let u = source.next_f64();
        if u < 1.0 - 0.0331 * (x * x) * (x * x) || u.ln() < 0.5 * x * x + b * (1.0 - v + v.ln()) {
            return b * v;
        }
    }
}

fn small_gamma<S: Source>(source: &mut S, shape: f64) -> f64 {
    loop {
        let (u, v) = (source.next_f64(), source.exponential());
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

/// Shapes below which a beta draw is 0 or 1 to all digits.
const BETA_TINY: f64 = 3e-103;

/// Beta (M. Jöhnk for small shapes, else by two gammas).
pub fn beta<S: Source>(source: &mut S, a: f64, b: f64) -> f64 {
    if a > 1.0 || b > 1.0 {
        let (x, y) = (gamma(source, a), gamma(source, b));
        return x / (x + y);
    }
    if !S::LEGACY && a < BETA_TINY && b < BETA_TINY {
        let u = source.next_f64();
        return if (a + b) * u < a { 1.0 } else { 0.0 };
    }
    loop {
        let (u, v) = (source.next_f64(), source.next_f64());
        let (x, y) = (u.powf(1.0 / a), v.powf(1.0 / b));
        let sum = x + y;
        let usable = if S::LEGACY { true } else { u + v > 0.0 };
        if sum <= 1.0 && usable {
            return if sum > 0.0 { x / sum } else { beta_by_logarithms(u, v, a, b) };
        }
    }
}

fn beta_by_logarithms(u: f64, v: f64, a: f64, b: f64) -> f64 {
    let (x, y) = (u.ln() / a, v.ln() / b);
    let most = if x > y { x } else { y };
    let (x, y) = (x - most, y - most);
    (x - (x.exp() + y.exp()).ln()).exp()
}

/// Chi-squared.
pub fn chisquare<S: Source>(source: &mut S, freedom: f64) -> f64 {
    2.0 * gamma(source, freedom / 2.0)
}

/// Fisher's F.
pub fn f<S: Source>(source: &mut S, above: f64, below: f64) -> f64 {
    let (x, y) = (chisquare(source, above) * below, chisquare(source, below) * above);
    x / y
}

/// Student's t.
pub fn standard_t<S: Source>(source: &mut S, freedom: f64) -> f64 {
    let normal = source.normal();
    let gamma = gamma(source, freedom / 2.0);
    (freedom / 2.0).sqrt() * normal / gamma.sqrt()
}

/// Cauchy.
pub fn standard_cauchy<S: Source>(source: &mut S) -> f64 {
    let above = source.normal();
    above / source.normal()
}

/// Pareto II.
pub fn pareto<S: Source>(source: &mut S, a: f64) -> f64 {
    if S::LEGACY { (source.exponential() / a).exp() - 1.0 } else { (source.exponential() / a).exp_m1() }
}

/// Weibull with scale 1.
pub fn weibull<S: Source>(source: &mut S, a: f64) -> f64 {
    if a == 0.0 { 0.0 } else { source.exponential().powf(1.0 / a) }
}

/// Power law on [0, 1].
pub fn power<S: Source>(source: &mut S, a: f64) -> f64 {
    let exponential = source.exponential();
    let unit = if S::LEGACY { 1.0 - (-exponential).exp() } else { -(-exponential).exp_m1() };
    unit.powf(1.0 / a)
}

/// Laplace.
pub fn laplace<S: Source>(source: &mut S, place: f64, scale: f64) -> f64 {
    loop {
        let u = source.next_f64();
        if u >= 0.5 {
            return place - scale * (2.0 - u - u).ln();
        }
        if u > 0.0 {
            return place + scale * (u + u).ln();
        }
    }
}

/// Gumbel.
pub fn gumbel<S: Source>(source: &mut S, place: f64, scale: f64) -> f64 {
    loop {
        let u = 1.0 - source.next_f64();
        if u < 1.0 {
            return place - scale * (-u.ln()).ln();
        }
    }
}

/// Logistic.
pub fn logistic<S: Source>(source: &mut S, place: f64, scale: f64) -> f64 {
    loop {
        let u = source.next_f64();
        if u > 0.0 {
            return place + scale * (u / (1.0 - u)).ln();
        }
    }
}

/// Rayleigh.
pub fn rayleigh<S: Source>(source: &mut S, mode: f64) -> f64 {
    if S::LEGACY {
        return mode * (-2.0 * (1.0 - source.next_f64()).ln()).sqrt();
    }
    mode * (2.0 * source.exponential()).sqrt()
}

/// Inverse Gaussian (J. Michael, W. Schucany and R. Haas, 1976).
pub fn wald<S: Source>(source: &mut S, mean: f64, scale: f64) -> f64 {
    if S::LEGACY {
        let half = mean / (2.0 * scale);
        let y = source.normal();
        let y = mean * y * y;
        let x = mean + half * (y - (4.0 * scale * y + y * y).sqrt());
        return if source.next_f64() <= mean / (mean + x) { x } else { mean * mean / x };
    }
    let half = mean / (2.0 * scale);
    let y = source.normal();
    let y = mean * y * y;
    let x = mean + half * (y - (4.0 * scale * y + y * y).sqrt());
    if source.next_f64() <= mean / (mean + x) { x } else { mean * mean / x }
}

/// Triangular.
pub fn triangular<S: Source>(source: &mut S, left: f64, mode: f64, right: f64) -> f64 {
    let base = right - left;
    let (below, above) = (mode - left, right - mode);
    let (ratio, left_product, right_product) = (below / base, below * base, above * base);
    let u = source.next_f64();
    if u <= ratio { left + (u * left_product).sqrt() } else { right - ((1.0 - u) * right_product).sqrt() }
}

/// Von Mises (D. Best and N. Fisher, 1979).
pub fn vonmises<S: Source>(source: &mut S, mu: f64, kappa: f64) -> f64 {
    if kappa.is_nan() {
        return f64::NAN;
    }
    if kappa < 1e-8 {
        return PI * (2.0 * source.next_f64() - 1.0);
    }
    let s = if kappa < 1e-5 {
        1.0 / kappa + kappa
    } else if kappa <= 1e6 {
        let r = 1.0 + (1.0 + 4.0 * kappa * kappa).sqrt();
        let rho = (r - (2.0 * r).sqrt()) / (2.0 * kappa);
        (1.0 + rho * rho) / (2.0 * rho)
    } else {
        return wrapped_normal(source, mu, kappa);
    };
    let w = loop {
        let z = (PI * source.next_f64()).cos();
        let w = (1.0 + s * z) / (s + z);
        let y = kappa * (s - w);
        let v = source.next_f64();
        if y * (2.0 - y) - v >= 0.0 || (y / v).ln() + 1.0 - y >= 0.0 {
            break w;
        }
    };
    let u = source.next_f64();
    let angle = if u < 0.5 { -w.acos() } else { w.acos() };
    let angle = angle + mu;
    let negative = angle < 0.0;
    let size = (angle.abs() + PI) % (2.0 * PI) - PI;
    if negative { -size } else { size }
}

fn wrapped_normal<S: Source>(source: &mut S, mu: f64, kappa: f64) -> f64 {
    let angle = mu + (1.0 / kappa).sqrt() * source.normal();
    if angle < -PI {
        angle + 2.0 * PI
    } else if angle > PI {
        angle - 2.0 * PI
    } else {
        angle
    }
}
