//! Dot products of rows, four at a time, on AVX2 where the machine has it and with the same roundings where not.

/// Defines the function for one element type: `$half` lanes fill a vector, two vectors are summed side by side. Elements
/// past the last whole pair of vectors are added to the first lanes; lanes are added by halves.
macro_rules! rows {
    ($name:ident, $wide:ident, $some:ident, $plain:ident, $type:ty, $half:literal, $masks:ident, $mask:ident, $sum:ident,
     $zero:ident, $load:ident, $part:ident, $fma:ident, $choose:ident, $cast:ident, $add:ident) => {
        /// Dot products of rows that lie `stride` elements apart with `x`, each in the same order whatever their number.
        ///
        /// # Safety
        /// Each row has as many elements as `x`, and there are as many rows as `out` has elements.
        pub unsafe fn $name(first: *const $type, stride: isize, x: &[$type], out: &mut [$type]) {
            #[cfg(target_arch = "x86_64")]
            if is_x86_feature_detected!("avx2") && is_x86_feature_detected!("fma") {
                // SAFETY: the features are there; the rest is the caller's.
                return unsafe { $wide(first, stride, x, out) };
            }
            // SAFETY: by the contract.
            unsafe { $plain(first, stride, x, out) }
        }

        #[cfg(target_arch = "x86_64")]
        #[target_feature(enable = "avx2,fma")]
        unsafe fn $wide(first: *const $type, stride: isize, x: &[$type], out: &mut [$type]) {
            let row = |i: usize| first.wrapping_offset(i as isize * stride);
            let whole = out.len() / 4 * 4;
            for i in (0..whole).step_by(4) {
                // SAFETY: by the contract.
                let sums = unsafe { $some([row(i), row(i + 1), row(i + 2), row(i + 3)], x) };
                out[i..i + 4].copy_from_slice(&sums);
            }
            for (i, out) in out.iter_mut().enumerate().skip(whole) {
                // SAFETY: by the contract.
                [*out] = unsafe { $some([row(i)], x) };
            }
        }

        #[cfg(target_arch = "x86_64")]
        #[target_feature(enable = "avx2,fma")]
        #[inline]
        unsafe fn $some<const R: usize>(rows: [*const $type; R], x: &[$type]) -> [$type; R] {
            use std::arch::x86_64::*;
            let (mut low, mut high) = ([$zero(); R], [$zero(); R]);
            let rest = x.len() % (2 * $half);
            let whole = x.len() - rest;
            // SAFETY: all loads lie below `whole`, or are masked past the end; the table has room for every shift.
            unsafe {
                for k in (0..whole).step_by(2 * $half) {
                    let (x0, x1) = ($load(x.as_ptr().add(k)), $load(x.as_ptr().add(k + $half)));
                    for r in 0..R {
                        low[r] = $fma($load(rows[r].add(k)), x0, low[r]);
                        high[r] = $fma($load(rows[r].add(k + $half)), x1, high[r]);
                    }
                }
                if rest > 0 {
                    let mask = $masks.as_ptr().add(2 * $half - rest);
                    let (m0, m1) = (_mm256_loadu_si256(mask.cast()), _mm256_loadu_si256(mask.add($half).cast()));
                    let end = x.as_ptr().add(whole);
                    let (x0, x1) = ($part(end, m0), $part(end.wrapping_add($half), m1));
                    for r in 0..R {
                        let end = rows[r].add(whole);
                        let (a0, a1) = ($part(end, m0), $part(end.wrapping_add($half), m1));
                        low[r] = $choose(low[r], $fma(a0, x0, low[r]), $cast(m0));
                        high[r] = $choose(high[r], $fma(a1, x1, high[r]), $cast(m1));
                    }
                }
            }
            std::array::from_fn(|r| $sum($add(low[r], high[r])))
        }

        /// Masks of the lanes that are left over; the last `2 * $half` entries are off.
        #[cfg(target_arch = "x86_64")]
        static $masks: [$mask; 4 * $half] = {
            let mut masks = [0; 4 * $half];
            let mut lane = 0;
            while lane < 2 * $half {
                masks[lane] = -1;
                lane += 1;
            }
            masks
        };

        unsafe fn $plain(first: *const $type, stride: isize, x: &[$type], out: &mut [$type]) {
            for (i, out) in out.iter_mut().enumerate() {
                let row = first.wrapping_offset(i as isize * stride);
                let mut sums = [0.0; 2 * $half];
                for (k, &x) in x.iter().enumerate() {
                    let sum = &mut sums[k % (2 * $half)];
                    // SAFETY: `k` is an index of the row.
                    *sum = unsafe { row.add(k).read() }.mul_add(x, *sum);
                }
                *out = halves(sums);
            }
        }
    };
}

rows!(
    f64_rows,
    f64_wide,
    f64_some,
    f64_plain,
    f64,
    4,
    F64_MASKS,
    i64,
    f64_sum,
    _mm256_setzero_pd,
    _mm256_loadu_pd,
    _mm256_maskload_pd,
    _mm256_fmadd_pd,
    _mm256_blendv_pd,
    _mm256_castsi256_pd,
    _mm256_add_pd
);
rows!(
    f32_rows,
    f32_wide,
    f32_some,
    f32_plain,
    f32,
    8,
    F32_MASKS,
    i32,
    f32_sum,
    _mm256_setzero_ps,
    _mm256_loadu_ps,
    _mm256_maskload_ps,
    _mm256_fmadd_ps,
    _mm256_blendv_ps,
    _mm256_castsi256_ps,
    _mm256_add_ps
);

/// The lanes, added by halves.
#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx2")]
#[inline]
fn f64_sum(lanes: std::arch::x86_64::__m256d) -> f64 {
    use std::arch::x86_64::*;
    let two = _mm_add_pd(_mm256_castpd256_pd128(lanes), _mm256_extractf128_pd::<1>(lanes));
    _mm_cvtsd_f64(_mm_add_sd(two, _mm_unpackhi_pd(two, two)))
}

/// The lanes, added by halves.
#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx2")]
#[inline]
fn f32_sum(lanes: std::arch::x86_64::__m256) -> f32 {
    use std::arch::x86_64::*;
    let four = _mm_add_ps(_mm256_castps256_ps128(lanes), _mm256_extractf128_ps::<1>(lanes));
    let two = _mm_add_ps(four, _mm_movehl_ps(four, four));
    _mm_cvtss_f32(_mm_add_ss(two, _mm_shuffle_ps::<1>(two, two)))
}

/// The lanes, added by halves.
fn halves<T: super::small::Real, const N: usize>(mut sums: [T; N]) -> T {
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
        for len in [0, 1, 3, 7, 8, 9, 15, 16, 17, 30, 100, 512] {
            let x: Vec<f64> = (0..len).map(|i| (i as f64 * 0.3).sin()).collect();
            let rows: Vec<f64> = (0..5 * len).map(|i| (i as f64 * 7.0).cos() * 1e3).collect();
            let (mut wide, mut plain) = ([0.0; 5], [1.0; 5]);
            // SAFETY: five rows of `len` elements.
            unsafe {
                f64_rows(rows.as_ptr(), len as isize, &x, &mut wide);
                f64_plain(rows.as_ptr(), len as isize, &x, &mut plain);
            }
            assert_eq!(wide.map(f64::to_bits), plain.map(f64::to_bits), "{len}");

            let x: Vec<f32> = x.iter().map(|&x| x as f32).collect();
            let rows: Vec<f32> = rows.iter().map(|&x| x as f32).collect();
            let (mut wide, mut plain) = ([0.0; 5], [1.0; 5]);
            // SAFETY: as above.
            unsafe {
                f32_rows(rows.as_ptr(), len as isize, &x, &mut wide);
                f32_plain(rows.as_ptr(), len as isize, &x, &mut plain);
            }
            assert_eq!(wide.map(f32::to_bits), plain.map(f32::to_bits), "{len}");
        }
    }

    #[test]
    fn a_zero_keeps_its_sign_beside_lanes_that_are_left_out() {
        let (tiny, mut out) = ([-1e-200, 0.0], [1.0]);
        // SAFETY: one row of two elements.
        unsafe { f64_rows(tiny.as_ptr(), 2, &[1e-200, 0.0], &mut out) };
        let mut plain = [1.0];
        // SAFETY: as above.
        unsafe { f64_plain(tiny.as_ptr(), 2, &[1e-200, 0.0], &mut plain) };
        assert_eq!(out.map(f64::to_bits), plain.map(f64::to_bits));
    }
}
