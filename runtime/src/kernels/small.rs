//! Products of few output elements, and leaves too short for the packed kernels: plain loops, vectorised along rows.

use super::{Matrix, Onto};

/// Floating-point types of the product kernels.
pub trait Real: Copy + Default + Send + Sync + PartialEq + std::ops::Add<Output = Self> + 'static {
    fn fma(self, by: Self, plus: Self) -> Self;

    /// Dot products of rows that lie `stride` elements apart with `x`, each in the same order whatever their number.
    ///
    /// # Safety
    /// Each row has as many elements as `x`, and there are as many rows as `out` has elements.
    unsafe fn row_dots(first: *const Self, stride: isize, x: &[Self], out: &mut [Self]);
}

impl Real for f32 {
    #[inline(always)]
    fn fma(self, by: f32, plus: f32) -> f32 {
        self.mul_add(by, plus)
    }

    unsafe fn row_dots(first: *const f32, stride: isize, x: &[f32], out: &mut [f32]) {
        // SAFETY: by the contract.
        unsafe { super::dot::f32_rows(first, stride, x, out) }
    }
}

impl Real for f64 {
    #[inline(always)]
    fn fma(self, by: f64, plus: f64) -> f64 {
        self.mul_add(by, plus)
    }

    unsafe fn row_dots(first: *const f64, stride: isize, x: &[f64], out: &mut [f64]) {
        // SAFETY: by the contract.
        unsafe { super::dot::f64_rows(first, stride, x, out) }
    }
}

/// Runs `$body` compiled for AVX2 and FMA where the machine has them; without, the same operations run slower.
#[macro_export]
macro_rules! on_wide_vectors {
    ($(#[$doc:meta])* pub unsafe fn $name:ident<T>($($arg:ident: $type:ty),*) = $body:ident) => {
        $(#[$doc])*
        pub unsafe fn $name<T: $crate::kernels::small::Real>($($arg: $type),*) {
            #[cfg(target_arch = "x86_64")]
            {
                #[target_feature(enable = "avx2,fma")]
                unsafe fn wide<T: $crate::kernels::small::Real>($($arg: $type),*) {
                    // SAFETY: the caller's.
                    unsafe { $body($($arg),*) }
                }
                if is_x86_feature_detected!("avx2") && is_x86_feature_detected!("fma") {
                    // SAFETY: the features are there; the rest is the caller's.
                    return unsafe { wide($($arg),*) };
                }
            }
            // SAFETY: the caller's.
            unsafe { $body($($arg),*) }
        }
    };
}

on_wide_vectors! {
    /// One leaf, for any strides.
    ///
    /// # Safety
    /// The matrices fit each other and hold their elements; `out` overlaps neither input.
    pub unsafe fn product<T>(a: Matrix<T>, b: Matrix<T>, out: Matrix<T>, onto: Onto) = product_body
}

#[inline(always)]
unsafe fn product_body<T: Real>(a: Matrix<T>, b: Matrix<T>, out: Matrix<T>, onto: Onto) {
    for i in 0..out.rows {
        for j in (0..out.columns).step_by(WIDTH) {
            let width = WIDTH.min(out.columns - j);
            let mut sums = [T::default(); WIDTH];
            // SAFETY: by the contract.
            unsafe {
                if b.column_stride == 1 && width == WIDTH {
                    row_whole(a, b, i, j, &mut sums);
                } else {
                    row_part(a, b, i, j, &mut sums[..width]);
                }
                for (n, &sum) in sums[..width].iter().enumerate() {
                    let to = out.at(i, j + n);
                    to.write(if onto == Onto::Sum { to.read() + sum } else { sum });
                }
            }
        }
    }
}

/// Output elements of a row that are summed together.
const WIDTH: usize = 16;

#[inline(always)]
unsafe fn row_whole<T: Real>(a: Matrix<T>, b: Matrix<T>, i: usize, j: usize, sums: &mut [T; WIDTH]) {
    for k in 0..a.columns {
        // SAFETY: by the contract of the caller; the row of `b` is contiguous.
        let (x, row) = unsafe { (a.at(i, k).read(), &*b.at(k, j).cast::<[T; WIDTH]>()) };
        for n in 0..WIDTH {
            sums[n] = x.fma(row[n], sums[n]);
        }
    }
}

#[inline(always)]
unsafe fn row_part<T: Real>(a: Matrix<T>, b: Matrix<T>, i: usize, j: usize, sums: &mut [T]) {
    for k in 0..a.columns {
        // SAFETY: by the contract of the caller.
        let x = unsafe { a.at(i, k).read() };
        for (n, sum) in sums.iter_mut().enumerate() {
            // SAFETY: as above.
            *sum = x.fma(unsafe { b.at(k, j + n).read() }, *sum);
        }
    }
}
