//! Draws of integers from the distributions of NumPy, one at a time.

use super::continuous::gamma;
use super::source::Source;

/// Poisson: products of uniforms below 10, else transformed rejection (W. Hörmann, "PTRS", 1993).
pub fn poisson<S: Source>(source: &mut S, mean: f64) -> i64 {
    if mean >= 10.0 {
        return poisson_by_rejection(source, mean);
    }
    if mean == 0.0 {
        return 0;
    }
    let least = (-mean).exp();
    let (mut count, mut product) = (0, 1.0);
    loop {
        product *= source.next_f64();
        if product <= least {
            return count;
        }
        count += 1;
    }
}

fn poisson_by_rejection<S: Source>(source: &mut S, mean: f64) -> i64 {
    let (root, log_mean) = (mean.sqrt(), mean.ln());
    let b = 0.931 + 2.53 * root;
    let a = -0.059 + 0.02483 * b;
    let inverse_alpha = 1.1239 + 1.1328 / (b - 3.4);
    let v_r = 0.9277 - 3.6224 / (b - 2.0);
    loop {
        let u = source.next_f64() - 0.5;
        let v = source.next_f64();
        let us = 0.5 - u.abs();
        let k = ((2.0 * a / us + b) * u + mean + 0.43).floor() as i64;
        if us >= 0.07 && v <= v_r {
            return k;
        }
        if k < 0 || (us < 0.013 && v > us) {
            continue;
        }
        let left = v.ln() + inverse_alpha.ln() - (a / (us * us) + b).ln();
        if left <= -mean + k as f64 * log_mean - log_gamma(k as f64 + 1.0) {
            return k;
        }
    }
}

/// Logarithm of the gamma function (S. Zhang and J. Jin, "Computation of Special Functions", 1996), as NumPy's draws compute it.
pub fn log_gamma(x: f64) -> f64 {
    const A: [f64; 10] = [
        8.333333333333333e-02,
        -2.777777777777778e-03,
        7.936507936507937e-04,
        -5.952380952380952e-04,
        8.417508417508418e-04,
        -1.917526917526918e-03,
        6.41025641025641e-03,
        -2.955065359477124e-02,
        1.796443723688307e-01,
        -1.39243221690590e+00,
    ];
    if x == 1.0 || x == 2.0 {
        return 0.0;
    }
    let steps = if x < 7.0 { (7.0 - x) as i64 } else { 0 };
    let mut x0 = x + steps as f64;
    let x2 = (1.0 / x0) * (1.0 / x0);
    // Logarithm of 2 pi.
    let lg2pi = 1.8378770664093453e+00;
    let mut sum = A[9];
    for coefficient in A[..9].iter().rev() {
        sum = sum * x2 + coefficient;
    }
    let mut value = sum / x0 + 0.5 * lg2pi + (x0 - 0.5) * x0.ln() - x0;
    if x < 7.0 {
        for _ in 1..=steps {
            value -= (x0 - 1.0).ln();
            x0 -= 1.0;
        }
    }
    value
}

/// Binomial: inversion where the mean is at most 30, else BTPE (V. Kachitvichyanukul and B. Schmeiser, 1988).
pub fn binomial<S: Source>(source: &mut S, n: i64, p: f64) -> i64 {
    if n == 0 || p == 0.0 {
        return 0;
    }
    let draw = |source: &mut S, p: f64| {
        if p * n as f64 <= 30.0 { binomial_by_inversion(source, n, p) } else { Btpe::new(n, p).draw(source) }
    };
    if p <= 0.5 { draw(source, p) } else { n - draw(source, 1.0 - p) }
}

fn binomial_by_inversion<S: Source>(source: &mut S, n: i64, p: f64) -> i64 {
    let q = 1.0 - p;
    let start = (n as f64 * (-p).ln_1p()).exp();
    let mean = n as f64 * p;
    let bound = (n as f64).min(mean + 10.0 * (mean * q + 1.0).sqrt()) as i64;
    let (mut x, mut weight, mut u) = (0, start, source.next_f64());
    while u > weight {
        x += 1;
        if x > bound {
            x = 0;
            weight = start;
            u = source.next_f64();
        } else {
            u -= weight;
            weight = ((n - x + 1) as f64 * p * weight) / (x as f64 * q);
        }
    }
    x
}

/// The constants of BTPE.
struct Btpe {
    n: i64,
    r: f64,
    q: f64,
    m: i64,
    xm: f64,
    xl: f64,
    xr: f64,
    c: f64,
    laml: f64,
    lamr: f64,
    p1: f64,
    p2: f64,
    p3: f64,
    p4: f64,
}

impl Btpe {
    fn new(n: i64, p: f64) -> Btpe {
        let r = p.min(1.0 - p);
        let q = 1.0 - r;
        let fm = n as f64 * r + r;
        let m = fm.floor() as i64;
        let p1 = (2.195 * (n as f64 * r * q).sqrt() - 4.6 * q).floor() + 0.5;
        let xm = m as f64 + 0.5;
        let (xl, xr) = (xm - p1, xm + p1);
        let c = 0.134 + 20.5 / (15.3 + m as f64);
        let a = (fm - xl) / (fm - xl * r);
        let laml = a * (1.0 + a / 2.0);
        let a = (xr - fm) / (xr * q);
        let lamr = a * (1.0 + a / 2.0);
        let p2 = p1 * (1.0 + 2.0 * c);
        let p3 = p2 + c / laml;
        let p4 = p3 + c / lamr;
        Btpe { n, r, q, m, xm, xl, xr, c, laml, lamr, p1, p2, p3, p4 }
    }

    fn draw<S: Source>(&self, source: &mut S) -> i64 {
        loop {
            let u = source.next_f64() * self.p4;
            let mut v = source.next_f64();
            if u <= self.p1 {
                return (self.xm - self.p1 * v + u).floor() as i64;
            }
            let y = if u <= self.p2 {
                let x = self.xl + (u - self.p1) / self.c;
                v = v * self.c + 1.0 - (self.m as f64 - x + 0.5).abs() / self.p1;
                if v > 1.0 {
                    continue;
                }
                x.floor() as i64
            } else if u <= self.p3 {
                let y = (self.xl + v.ln() / self.laml).floor();
                if y < 0.0 || v == 0.0 {
                    continue;
                }
                v = v * (u - self.p2) * self.laml;
                y as i64
            } else {
                let y = (self.xr - v.ln() / self.lamr).floor();
                if y > self.n as f64 || v == 0.0 {
                    continue;
                }
                v = v * (u - self.p3) * self.lamr;
                y as i64
            };
            if self.accepts(y, v) {
                return y;
            }
        }
    }

    fn accepts(&self, y: i64, v: f64) -> bool {
        let nrq = self.n as f64 * self.r * self.q;
        let k = (y - self.m).abs() as f64;
        if !(k > 20.0 && k < nrq / 2.0 - 1.0) {
            return v <= self.ratio(y);
        }
        let rho = (k / nrq) * ((k * (k / 3.0 + 0.625) + 0.16666666666666666) / nrq + 0.5);
        let t = -k * k / (2.0 * nrq);
        let a = v.ln();
        if a < t - rho {
            return true;
        }
        if a > t + rho {
            return false;
        }
        a <= self.log_ratio(y)
    }

    /// Weight of `y` over that of the middle, by their quotients.
    fn ratio(&self, y: i64) -> f64 {
        let s = self.r / self.q;
        let a = s * (self.n + 1) as f64;
        let mut f = 1.0;
        for i in self.m + 1..=y {
            f *= a / i as f64 - s;
        }
        for i in y + 1..=self.m {
            f /= a / i as f64 - s;
        }
        f
    }

    fn log_ratio(&self, y: i64) -> f64 {
        let x1 = (y + 1) as f64;
        let f1 = (self.m + 1) as f64;
        let z = (self.n + 1 - self.m) as f64;
        let w = (self.n - y + 1) as f64;
        let tail = |x: f64| {
            let x2 = x * x;
            (13680.0 - (462.0 - (132.0 - (99.0 - 140.0 / x2) / x2) / x2) / x2) / x / 166320.0
        };
        self.xm * (f1 / x1).ln()
            + (self.n as f64 - self.m as f64 + 0.5) * (z / w).ln()
            + (y - self.m) as f64 * (w * self.r / (x1 * self.q)).ln()
            + tail(f1)
            + tail(z)
            + tail(x1)
            + tail(w)
    }
}

/// Negative binomial: Poisson with a gamma mean.
pub fn negative_binomial<S: Source>(source: &mut S, n: f64, p: f64) -> i64 {
    let mean = (1.0 - p) / p * gamma(source, n);
    poisson(source, mean)
}

/// Geometric: by search where `p` is large, else by inversion.
pub fn geometric<S: Source>(source: &mut S, p: f64) -> i64 {
    if p >= 1.0 / 3.0 {
        let q = 1.0 - p;
        let (mut x, mut sum, mut product) = (1, p, p);
        let u = source.next_f64();
        while u > sum {
            product *= q;
            sum += product;
            x += 1;
        }
        return x;
    }
    if S::LEGACY {
        return ((1.0 - source.next_f64()).ln() / (1.0 - p).ln()).ceil() as i64;
    }
    let z = (-source.exponential() / (-p).ln_1p()).ceil();
    if z >= 9.223372036854776e+18 { i64::MAX } else { z as i64 }
}

/// Logarithmic series (A. Kemp, 1981).
pub fn logseries<S: Source>(source: &mut S, p: f64) -> i64 {
    let r = if S::LEGACY { (1.0 - p).ln() } else { (-p).ln_1p() };
    loop {
        let v = source.next_f64();
        if v >= p {
            return 1;
        }
        let u = source.next_f64();
        let q = if S::LEGACY { 1.0 - (r * u).exp() } else { -(r * u).exp_m1() };
        if v <= q * q {
            let result = (1.0 + v.ln() / q.ln()).floor();
            if result < 1.0 || v == 0.0 {
                continue;
            }
            return result as i64;
        }
        return if v >= q { 1 } else { 2 };
    }
}

/// Zipf (L. Devroye, 1986).
pub fn zipf<S: Source>(source: &mut S, a: f64) -> i64 {
    if a >= 1025.0 {
        return 1;
    }
    let am1 = a - 1.0;
    let b = 2f64.powf(am1);
    let least = (i64::MAX as f64).powf(-am1);
    loop {
        let u01 = source.next_f64();
        let u = if S::LEGACY { 1.0 - u01 } else { u01 * least + (1.0 - u01) };
        let v = source.next_f64();
        let x = u.powf(-1.0 / am1).floor();
        if x > i64::MAX as f64 || x < 1.0 {
            continue;
        }
        let t = (1.0 + 1.0 / x).powf(am1);
        if v * x * (t - 1.0) / (b - 1.0) <= t / b {
            return x as i64;
        }
    }
}
