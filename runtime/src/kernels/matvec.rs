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
