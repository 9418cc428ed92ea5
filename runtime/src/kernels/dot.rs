//! Dot products of a few rows at a time, on AVX2 where the machine has it and with the same roundings where not.

/// Defines the function for one element type: `$half` lanes fill a vector, two vectors are summed side by side.
macro_rules! rows {
    ($name:ident, $plain:ident, $type:ty, $half:literal, $zero:ident, $load:ident, $fma:ident, $store:ident) => {
        /// Dot products of rows with `x`.
        ///
        /// # Safety
        /// Each row has as many elements as `x`.
        #[inline(always)]
        pub unsafe fn $name<const R: usize>(rows: [*const $type; R], x: &[$type]) -> [$type; R] {
            #[cfg(target_arch = "x86_64")]
            {
                use std::arch::x86_64::*;
                #[target_feature(enable = "avx2,fma")]
                unsafe fn wide<const R: usize>(rows: [*const $type; R], x: &[$type]) -> [$type; R] {
                    let (mut low, mut high) = ([$zero(); R], [$zero(); R]);
                    let whole = x.len() / (2 * $half) * (2 * $half);
                    let mut k = 0;
                    // SAFETY: all loads lie below `whole`.
                    unsafe {
                        while k < whole {
                            let (x0, x1) = ($load(x.as_ptr().add(k)), $load(x.as_ptr().add(k + $half)));
                            for r in 0..R {
                                low[r] = $fma($load(rows[r].add(k)), x0, low[r]);
                                high[r] = $fma($load(rows[r].add(k + $half)), x1, high[r]);
                            }
                            k += 2 * $half;
                        }
                        std::array::from_fn(|r| {
                            let mut sums = [0.0; 2 * $half];
                            $store(sums.as_mut_ptr(), low[r]);
                            $store(sums.as_mut_ptr().add($half), high[r]);
                            rest(rows[r], x, whole, sums)
                        })
                    }
                }
                if is_x86_feature_detected!("avx2") && is_x86_feature_detected!("fma") {
                    // SAFETY: the features are there; the rest is the caller's.
                    return unsafe { wide(rows, x) };
                }
            }
            // SAFETY: by the contract.
            unsafe { $plain(rows, x) }
        }

        unsafe fn $plain<const R: usize>(rows: [*const $type; R], x: &[$type]) -> [$type; R] {
            let whole = x.len() / (2 * $half) * (2 * $half);
            rows.map(|row| {
                let mut sums = [0.0; 2 * $half];
                for k in 0..whole {
                    let lane = k % (2 * $half);
                    // SAFETY: `k` is an index of the row.
                    sums[lane] = unsafe { row.add(k).read() }.mul_add(x[k], sums[lane]);
                }
                // SAFETY: by the contract.
                unsafe { rest(row, x, whole, sums) }
            })
        }
    };
}

rows!(f64_rows, f64_plain, f64, 4, _mm256_setzero_pd, _mm256_loadu_pd, _mm256_fmadd_pd, _mm256_storeu_pd);
rows!(f32_rows, f32_plain, f32, 8, _mm256_setzero_ps, _mm256_loadu_ps, _mm256_fmadd_ps, _mm256_storeu_ps);

/// Adds the elements from `whole` on to the partial sums, and these to each other by halves.
#[inline(always)]
unsafe fn rest<T: super::small::Real, const N: usize>(row: *const T, x: &[T], whole: usize, mut sums: [T; N]) -> T {
    for (n, &x) in x[whole..].iter().enumerate() {
        // SAFETY: the row is as long as `x`.
        sums[n] = unsafe { row.add(whole + n).read() }.fma(x, sums[n]);
    }
    let mut width = N / 2;
    while width > 0 {
        for n in 0..width {
            sums[n] = sums[n] + sums[n + width];
        }
        width /= 2;
    }
    sums[0]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wide_and_plain_sums_have_the_same_bits_for_any_number_of_rows() {
        for len in [0, 1, 7, 8, 9, 30, 100, 512] {
            let x: Vec<f64> = (0..len).map(|i| (i as f64 * 0.3).sin()).collect();
            let rows: Vec<Vec<f64>> =
                (0..4).map(|r| (0..len).map(|i| ((i * 7 + r) as f64).cos() * 1e3).collect()).collect();
            let at: [*const f64; 4] = std::array::from_fn(|r| rows[r].as_ptr());
            // SAFETY: all rows have `len` elements.
            let (four, plain) = unsafe { (f64_rows(at, &x), f64_plain(at, &x)) };
            assert_eq!(four.map(f64::to_bits), plain.map(f64::to_bits));
            // SAFETY: as above.
            let alone = at.map(|row| unsafe { f64_rows([row], &x) }[0].to_bits());
            assert_eq!(alone, four.map(f64::to_bits));
        }
    }
}
