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

#[inline(always)]
unsafe fn by_rows<T: Real>(a: Matrix<T>, x: &[T], out: Matrix<T>, onto: Onto) {
    let mut i = 0;
    while i < a.rows {
        // SAFETY: rows are contiguous. Each row is summed in the same order alone and with others.
        unsafe {
            if i + 4 <= a.rows {
                dots::<T, 4>(a, i, x, out, onto);
                i += 4;
            } else {
                dots::<T, 1>(a, i, x, out, onto);
                i += 1;
            }
        }
    }
}

/// Dot products of `R` rows from row `i` on.
#[inline(always)]
unsafe fn dots<T: Real, const R: usize>(a: Matrix<T>, i: usize, x: &[T], out: Matrix<T>, onto: Onto) {
    // SAFETY: rows are contiguous and as long as `x`.
    let sums = unsafe { T::dots(std::array::from_fn::<_, R, _>(|r| a.at(i + r, 0).cast_const()), x) };
    for (r, sum) in sums.into_iter().enumerate() {
        // SAFETY: by the contract of the caller.
        unsafe { put(out, i + r, sum, onto) };
    }
}

/// Rows that are summed together: their sums stay in the nearest cache, and a column is read in runs as long as a page.
const ROWS: usize = 512;

#[inline(always)]
unsafe fn by_columns<T: Real>(a: Matrix<T>, x: &[T], out: Matrix<T>, onto: Onto) {
    let mut room = [T::default(); ROWS];
    for top in (0..a.rows).step_by(ROWS) {
        let height = ROWS.min(a.rows - top);
        let sums = &mut room[..height];
        sums.fill(T::default());
        // SAFETY: columns are contiguous.
        let column = |k: usize| unsafe { std::slice::from_raw_parts(a.at(top, k), height) };
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
        for (n, &sum) in sums.iter().enumerate() {
            // SAFETY: by the contract.
            unsafe { put(out, top + n, sum, onto) };
        }
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
