//! Matrix times vector at the speed of memory: rows as dot products, columns as sums of scaled vectors.

use super::small::Real;
use super::{Matrix, Onto};
use crate::on_wide_vectors;

on_wide_vectors! {
    /// One leaf of `out = a @ b` where `b` and `out` have one column.
    ///
    /// # Safety
    /// The matrices fit each other and hold their elements; `out` overlaps neither input.
    pub unsafe fn product<T>(a: Matrix<T>, b: Matrix<T>, out: Matrix<T>, onto: Onto) = product_body
}

#[inline(always)]
unsafe fn product_body<T: Real>(a: Matrix<T>, b: Matrix<T>, out: Matrix<T>, onto: Onto) {
    let mut room = [T::default(); super::LEAF];
    // SAFETY: by the contract; a leaf has at most `LEAF` elements.
    let x = unsafe { vector(b, &mut room) };
    // SAFETY: by the contract.
    unsafe {
        match (a.column_stride, a.row_stride) {
            (1, _) => by_rows(a, x, out, onto),
            (_, 1) => by_columns(a, x, out, onto),
            _ => by_elements(a, x, out, onto),
        }
    }
}

/// The one column of a leaf as a slice, copied to `room` if it is strided.
#[inline(always)]
unsafe fn vector<T: Real>(b: Matrix<T>, room: &mut [T; super::LEAF]) -> &[T] {
    if b.row_stride == 1 {
        // SAFETY: by the contract of the caller.
        return unsafe { std::slice::from_raw_parts(b.data, b.rows) };
    }
    for (k, to) in room[..b.rows].iter_mut().enumerate() {
        // SAFETY: as above.
        *to = unsafe { b.at(k, 0).read() };
    }
    &room[..b.rows]
}

#[inline(always)]
unsafe fn put<T: Real>(out: Matrix<T>, row: usize, value: T, onto: Onto) {
    // SAFETY: by the contract of the caller.
    unsafe {
        let to = out.at(row, 0);
        to.write(if onto == Onto::Sum { to.read() + value } else { value });
    }
}

/// Rows or columns that are summed together: their sums stay in the nearest cache, and a column is read in runs as long as a page.
const ROWS: usize = 2048;

#[inline(always)]
unsafe fn by_rows<T: Real>(a: Matrix<T>, x: &[T], out: Matrix<T>, onto: Onto) {
    let mut room = [T::default(); ROWS];
    for top in (0..a.rows).step_by(ROWS) {
        let sums = &mut room[..ROWS.min(a.rows - top)];
        // SAFETY: rows are contiguous and as long as `x`.
        unsafe { T::row_dots(a.at(top, 0), a.row_stride, x, sums) };
        for (n, &sum) in sums.iter().enumerate() {
            // SAFETY: by the contract.
            unsafe { put(out, top + n, sum, onto) };
        }
    }
}

/// Each element is summed over the columns in order, however many are summed side by side.
#[inline(always)]
unsafe fn by_columns<T: Real>(a: Matrix<T>, x: &[T], out: Matrix<T>, onto: Onto) {
    let mut room = [T::default(); ROWS];
    for top in (0..a.rows).step_by(ROWS) {
        let height = ROWS.min(a.rows - top);
        let sums = &mut room[..height];
        // SAFETY: by the contract.
        unsafe {
            let strip = a.part(top, 0, height, a.columns);
            let tall = if height < SHORT { 0 } else { height / 4 * 4 };
            if tall > 0 {
                tall_columns(strip, x, &mut sums[..tall]);
            }
            short_columns(strip.part(tall, 0, height - tall, a.columns), x, &mut sums[tall..]);
            for (n, &sum) in sums.iter().enumerate() {
                put(out, top + n, sum, onto);
            }
        }
    }
}

/// Columns shorter than this are summed in registers.
const SHORT: usize = 128;

/// Sums in memory, to which four columns at a time are added in long runs.
#[inline(always)]
unsafe fn tall_columns<T: Real>(a: Matrix<T>, x: &[T], sums: &mut [T]) {
    let height = sums.len();
    sums.fill(T::default());
    // SAFETY: columns are contiguous.
    let column = |k: usize| unsafe { std::slice::from_raw_parts(a.at(0, k), height) };
    let whole = x.len() / 4 * 4;
    for k in (0..whole).step_by(4) {
        let (c0, c1, c2, c3) = (column(k), column(k + 1), column(k + 2), column(k + 3));
        for n in 0..height {
            let sum = c1[n].fma(x[k + 1], c0[n].fma(x[k], sums[n]));
            sums[n] = c3[n].fma(x[k + 3], c2[n].fma(x[k + 2], sum));
        }
    }
    for (k, &x) in x.iter().enumerate().skip(whole) {
        sums.iter_mut().zip(column(k)).for_each(|(sum, a)| *sum = a.fma(x, *sum));
    }
}

/// Sums in registers over all columns. What does not fill a block is summed in one that overlaps its neighbour: an element
/// that is in both gets the same bits twice.
#[inline(always)]
unsafe fn short_columns<T: Real>(a: Matrix<T>, x: &[T], sums: &mut [T]) {
    let height = sums.len();
    // SAFETY: by the contract; all blocks lie within the height.
    unsafe {
        match height {
            32.. => {
                for top in (0..height / 32 * 32).step_by(32) {
                    blocks::<T, 32, 1>(a, [top], x, sums);
                }
                if !height.is_multiple_of(32) {
                    blocks::<T, 32, 1>(a, [height - 32], x, sums);
                }
            }
            16.. => blocks::<T, 16, 2>(a, [0, height - 16], x, sums),
            8.. => blocks::<T, 8, 2>(a, [0, height - 8], x, sums),
            4.. => blocks::<T, 4, 2>(a, [0, height - 4], x, sums),
            _ => (0..height).for_each(|top| blocks::<T, 1, 1>(a, [top], x, sums)),
        }
    }
}

/// `B` blocks of `N` sums side by side.
#[inline(always)]
unsafe fn blocks<T: Real, const N: usize, const B: usize>(a: Matrix<T>, tops: [usize; B], x: &[T], sums: &mut [T]) {
    let mut held = [[T::default(); N]; B];
    for (k, &x) in x.iter().enumerate() {
        for (held, &top) in held.iter_mut().zip(&tops) {
            // SAFETY: a column is contiguous and has `N` elements from `top` on.
            let column = unsafe { &*a.at(top, k).cast::<[T; N]>() };
            for n in 0..N {
                held[n] = column[n].fma(x, held[n]);
            }
        }
    }
    for (held, &top) in held.iter().zip(&tops) {
        sums[top..top + N].copy_from_slice(held);
    }
}

#[inline(always)]
unsafe fn by_elements<T: Real>(a: Matrix<T>, x: &[T], out: Matrix<T>, onto: Onto) {
    for i in 0..a.rows {
        let mut sum = T::default();
        for (k, &x) in x.iter().enumerate() {
            // SAFETY: by the contract.
            sum = unsafe { a.at(i, k).read() }.fma(x, sum);
        }
        // SAFETY: by the contract.
        unsafe { put(out, i, sum, onto) };
    }
}
