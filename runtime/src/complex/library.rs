//! C's functions of complex numbers, which NumPy calls too.

use crate::array::Complex;

macro_rules! functions {
    ($number:ty: $($name:ident)*) => {
        unsafe extern "C" {
            $(pub safe fn $name(z: Complex<$number>) -> Complex<$number>;)*
        }
    };
}

functions! { f64: csqrt cexp clog csin ccos ctan casin cacos catan csinh ccosh ctanh casinh cacosh catanh }
functions! { f32: cexpf clogf }

unsafe extern "C" {
    pub safe fn cpow(base: Complex<f64>, exponent: Complex<f64>) -> Complex<f64>;
    pub safe fn cpowf(base: Complex<f32>, exponent: Complex<f32>) -> Complex<f32>;
}
