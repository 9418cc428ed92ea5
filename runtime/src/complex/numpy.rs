//! What NumPy computes itself on complex numbers: powers, and exponentials and logarithms to other bases.

use super::library;
use crate::array::Complex;

macro_rules! numpy {
    ($float:ident, $pow:ident, $exp2:ident, $expm1:ident, $log2:ident, $log10:ident, $log1p:ident, $cpow:ident, $cexp:ident, $clog:ident) => {
        /// NumPy's `power`: small whole exponents by products.
        #[unsafe(no_mangle)]
        pub extern "C" fn $pow(base: Complex<$float>, exponent: Complex<$float>) -> Complex<$float> {
            let one = Complex { re: 1.0, im: 0.0 };
            if exponent.re == 0.0 && exponent.im == 0.0 {
                return one;
            }
            if base.re == 0.0 && base.im == 0.0 {
                let value = if exponent.re > 0.0 { 0.0 } else { $float::NAN };
                return Complex { re: value, im: value };
            }
            let whole = exponent.re as i64;
            if exponent.im != 0.0 || whole as $float != exponent.re || whole.abs() >= 100 {
                return library::$cpow(base, exponent);
            }
            match whole {
                1 => base,
                2 => base.times(base),
                3 => base.times(base.times(base)),
                _ => {
                    let power = by_squaring(base, whole.unsigned_abs(), one, Complex::<$float>::times);
                    if whole < 0 { one.over(power) } else { power }
                }
            }
        }

        /// 2 to the z.
        #[unsafe(no_mangle)]
        pub extern "C" fn $exp2(z: Complex<$float>) -> Complex<$float> {
            let factor = std::$float::consts::LN_2;
            library::$cexp(Complex { re: z.re * factor, im: z.im * factor })
        }

        /// exp(z) - 1.
        #[unsafe(no_mangle)]
        pub extern "C" fn $expm1(z: Complex<$float>) -> Complex<$float> {
            let half = (z.im / 2.0).sin();
            Complex { re: z.re.exp_m1() * z.im.cos() - 2.0 * half * half, im: z.re.exp() * z.im.sin() }
        }

        /// Logarithm to base 2.
        #[unsafe(no_mangle)]
        pub extern "C" fn $log2(z: Complex<$float>) -> Complex<$float> {
            scaled(library::$clog(z), std::$float::consts::LOG2_E)
        }

        /// Logarithm to base 10.
        #[unsafe(no_mangle)]
        pub extern "C" fn $log10(z: Complex<$float>) -> Complex<$float> {
            scaled(library::$clog(z), std::$float::consts::LOG10_E)
        }

        /// log(1 + z).
        #[unsafe(no_mangle)]
        pub extern "C" fn $log1p(z: Complex<$float>) -> Complex<$float> {
            let re = z.re + 1.0;
            Complex { re: re.hypot(z.im).ln(), im: z.im.atan2(re) }
        }

        impl Complex<$float> {
            /// NumPy's quotient, by Smith's method.
            pub fn over(self, other: Self) -> Self {
                let (size_re, size_im) = (other.re.abs(), other.im.abs());
                if size_re == 0.0 && size_im == 0.0 {
                    return Complex { re: self.re / size_re, im: self.im / size_re };
                }
                if size_re >= size_im {
                    let ratio = other.im / other.re;
                    let scale = 1.0 / (other.re + other.im * ratio);
                    return Complex {
                        re: (self.re + self.im * ratio) * scale,
                        im: (self.im - self.re * ratio) * scale,
                    };
                }
                let ratio = other.re / other.im;
                let scale = 1.0 / (other.im + other.re * ratio);
                Complex { re: (self.re * ratio + self.im) * scale, im: (self.im * ratio - self.re) * scale }
            }
        }
    };
}

numpy!(f64, phx_cpow, phx_cexp2, phx_cexpm1, phx_clog2, phx_clog10, phx_clog1p, cpow, cexp, clog);
numpy!(f32, phx_cpowf, phx_cexp2f, phx_cexpm1f, phx_clog2f, phx_clog10f, phx_clog1pf, cpowf, cexpf, clogf);

fn scaled<F: std::ops::Mul<Output = F> + Copy>(z: Complex<F>, factor: F) -> Complex<F> {
    Complex { re: z.re * factor, im: z.im * factor }
}

/// `base` to a positive whole power, in the order of CPython and NumPy.
pub fn by_squaring<C: Copy>(base: C, exponent: u64, one: C, times: fn(C, C) -> C) -> C {
    let (mut result, mut square, mut mask) = (one, base, 1);
    loop {
        if exponent & mask != 0 {
            result = times(result, square);
        }
        mask <<= 1;
        if exponent < mask {
            return result;
        }
        square = times(square, square);
    }
}
