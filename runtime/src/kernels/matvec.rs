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
    for i in 0..a.rows {
        // SAFETY: the row is contiguous.
        unsafe { put(out, i, dot(std::slice::from_raw_parts(a.at(i, 0), x.len()), x), onto) };
    }
}

/// Partial sums of a dot product: enough to keep the units for products busy.
const LANES: usize = 32;

#[inline(always)]
fn dot<T: Real>(a: &[T], x: &[T]) -> T {
    let mut sums = [T::default(); LANES];
    let (chunks, pairs) = (a.chunks_exact(LANES), x.chunks_exact(LANES));
    let (rest, rest_of_x) = (chunks.remainder(), pairs.remainder());
    for (a, x) in chunks.zip(pairs) {
        for n in 0..LANES {
            sums[n] = a[n].fma(x[n], sums[n]);
        }
    }
    for (n, (a, x)) in rest.iter().zip(rest_of_x).enumerate() {
        sums[n] = a.fma(*x, sums[n]);
    }
    let mut width = LANES / 2;
    while width > 0 {
        for n in 0..width {
            sums[n] = sums[n] + sums[n + width];
        }
        width /= 2;
    }
    sums[0]
}

/// Rows that are summed together: their sums stay in registers.
const ROWS: usize = 32;

#[inline(always)]
unsafe fn by_columns<T: Real>(a: Matrix<T>, x: &[T], out: Matrix<T>, onto: Onto) {
    for top in (0..a.rows).step_by(ROWS) {
        let mut sums = [T::default(); ROWS];
        let height = ROWS.min(a.rows - top);
        for (k, &x) in x.iter().enumerate() {
            // SAFETY: the column is contiguous.
            let column = unsafe { std::slice::from_raw_parts(a.at(top, k), height) };
            if let Ok(column) = <&[T; ROWS]>::try_from(column) {
                for n in 0..ROWS {
                    sums[n] = column[n].fma(x, sums[n]);
                }
            } else {
                sums.iter_mut().zip(column).for_each(|(sum, a)| *sum = a.fma(x, *sum));
            }
        }
        for (n, &sum) in sums[..height].iter().enumerate() {
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
