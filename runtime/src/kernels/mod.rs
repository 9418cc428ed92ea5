//! Contractions: products of matrices, vectors and stacks of them.
//!
//! A contraction is cut into leaves of [`LEAF`] indices; a leaf is summed in order, leaves are put together by the canonical
//! tree. Each output element is computed by the same operations whatever part of the output is asked for, so
//! the bits depend neither on ranks nor on threads.

pub mod dense;
pub mod dot;
pub mod matmul;
pub mod matvec;
pub mod outer;
pub mod plain;
pub mod plan;
pub mod small;
pub mod spread;

/// Indices of a contraction that are summed in order.
pub const LEAF: usize = 512;

/// A matrix in memory; strides in elements.
#[derive(Clone, Copy, Debug)]
pub struct Matrix<T> {
    pub data: *mut T,
    pub rows: usize,
    pub columns: usize,
    pub row_stride: isize,
    pub column_stride: isize,
}

// SAFETY: a matrix is an address that the pieces of one product read, or write at disjoint elements.
unsafe impl<T> Send for Matrix<T> {}
// SAFETY: as above.
unsafe impl<T> Sync for Matrix<T> {}

impl<T> Matrix<T> {
    /// Address of an element.
    pub fn at(&self, row: usize, column: usize) -> *mut T {
        self.data.wrapping_offset(row as isize * self.row_stride + column as isize * self.column_stride)
    }

    /// The part from `(row, column)` on, of the given extents.
    pub fn part(&self, row: usize, column: usize, rows: usize, columns: usize) -> Matrix<T> {
        Matrix { data: self.at(row, column), rows, columns, ..*self }
    }

    pub fn transposed(&self) -> Matrix<T> {
        Matrix {
            data: self.data,
            rows: self.columns,
            columns: self.rows,
            row_stride: self.column_stride,
            column_stride: self.row_stride,
        }
    }

    /// A row-major block of memory as a matrix.
    pub fn block(data: *mut T, rows: usize, columns: usize) -> Matrix<T> {
        Matrix { data, rows, columns, row_stride: columns as isize, column_stride: 1 }
    }
}

/// The product of one leaf: `out = a @ b`, or `out += a @ b`, where `a` has at most [`LEAF`] columns.
pub type LeafFn<T> = unsafe fn(a: Matrix<T>, b: Matrix<T>, out: Matrix<T>, onto: Onto);

/// What a leaf product does with what its output holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Onto {
    Nothing,
    Sum,
}
