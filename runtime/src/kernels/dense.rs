//! Leaf products of matrices by the packed kernels of crate `gemm`.

use super::small::Real;
use super::{LEAF, Matrix, Onto};

/// Smallest extents that go to the packed kernels; below them other code paths with other roundings exist there.
const LEAST: usize = 32;

/// One leaf, `out` having more than one row and column. Each element is one chain of fused products along the leaf, then added to `out`.
///
/// # Safety
/// The matrices fit each other and hold their elements; `out` overlaps neither input.
pub unsafe fn product<T: Real>(a: Matrix<T>, b: Matrix<T>, out: Matrix<T>, onto: Onto) {
    // SAFETY: by the contract.
    unsafe {
        if a.columns <= 2 {
            super::small::product(a, b, out, onto)
        } else if out.rows < LEAST || out.columns < LEAST {
            padded(a, b, out, onto)
        } else {
            packed(a, b, out, onto)
        }
    }
}

unsafe fn packed<T: Real>(a: Matrix<T>, b: Matrix<T>, out: Matrix<T>, onto: Onto) {
    let zero = T::default();
    let one = one::<T>();
    // SAFETY: by the contract; strides may be anything.
    unsafe {
        gemm::gemm(
            out.rows,
            out.columns,
            a.columns,
            out.data,
            out.column_stride,
            out.row_stride,
            onto == Onto::Sum,
            a.data,
            a.column_stride,
            a.row_stride,
            b.data,
            b.column_stride,
            b.row_stride,
            if onto == Onto::Sum { one } else { zero },
            one,
            false,
            false,
            false,
            gemm::Parallelism::None,
        );
    }
}

/// 1 in a type of which only products are known.
fn one<T: Real>() -> T {
    // The two types are f32 and f64; their ones differ in bits, so they are told apart by size.
    let (single, double) = (1.0f32, 1.0f64);
    let from: *const T = if size_of::<T>() == 4 { (&raw const single).cast() } else { (&raw const double).cast() };
    // SAFETY: `Real` is implemented for f32 and f64 only.
    unsafe { from.read() }
}

/// Copies thin matrices into wider ones, so that they go the same way as parts of wide ones.
unsafe fn padded<T: Real>(a: Matrix<T>, b: Matrix<T>, out: Matrix<T>, onto: Onto) {
    let (rows, columns, depth) = (out.rows.max(LEAST), out.columns.max(LEAST), a.columns.min(LEAF));
    // SAFETY: by the contract; the copies have the extents stated.
    unsafe {
        let (mut wide_a, mut wide_b) = (Vec::new(), Vec::new());
        let a = if rows > a.rows { copied(a, rows, depth, &mut wide_a) } else { a };
        let b = if columns > b.columns { copied(b, depth, columns, &mut wide_b) } else { b };
        let mut wide = vec![T::default(); rows * columns];
        let product = Matrix::block(wide.as_mut_ptr(), rows, columns);
        packed(a, b, product, Onto::Nothing);
        for i in 0..out.rows {
            for j in 0..out.columns {
                let (to, value) = (out.at(i, j), product.at(i, j).read());
                to.write(if onto == Onto::Sum { to.read() + value } else { value });
            }
        }
    }
}

/// A row-major copy with zeros below and to the right.
unsafe fn copied<T: Real>(from: Matrix<T>, rows: usize, columns: usize, room: &mut Vec<T>) -> Matrix<T> {
    room.resize(rows * columns, T::default());
    for i in 0..from.rows {
        for j in 0..from.columns {
            // SAFETY: by the contract of the caller.
            room[i * columns + j] = unsafe { from.at(i, j).read() };
        }
    }
    Matrix::block(room.as_mut_ptr(), rows, columns)
}
