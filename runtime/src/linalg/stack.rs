//! Stacks of matrices: the leading axes of an array number the matrices of its last two.

use super::{Field, fault};
use crate::array::{Array, Dims, Fill, copy};
use crate::error::{Error, Result};
use std::rc::Rc;

/// Matrices of one shape, one behind the other, each in row-major order.
pub struct Stack<T> {
    pub data: Vec<T>,
    pub batch: Dims,
    pub rows: usize,
    pub columns: usize,
}

impl<T: Field> Stack<T> {
    /// The matrices of an array, repeated over the axes of `batch` where there are more.
    pub fn over(array: &Array, batch: &Dims) -> Result<Stack<T>> {
        let rank = array.rank();
        if rank < 2 {
            let message = format!("{rank}-dimensional array given. Array must be at least two-dimensional");
            return Err(fault(&message));
        }
        let (rows, columns) = (array.shape()[rank - 2], array.shape()[rank - 1]);
        let mut shape = *batch;
        shape.push(rows);
        shape.push(columns);
        let view = array.view.broadcast(&shape).ok_or_else(|| Error::internal("a stack of matrices does not fit"))?;
        let data = elements(&array.with_view(view))?;
        Ok(Stack { data, batch: *batch, rows: rows as usize, columns: columns as usize })
    }

    /// The matrices of an array.
    pub fn of(array: &Array) -> Result<Stack<T>> {
        Stack::over(array, &batch_of(array))
    }

    /// As [`Stack::of`], square.
    pub fn square(array: &Array) -> Result<Stack<T>> {
        let stack = Stack::of(array)?;
        stack.require_square()?;
        Ok(stack)
    }

    /// An error unless the matrices are square.
    pub fn require_square(&self) -> Result<()> {
        if self.rows == self.columns { Ok(()) } else { Err(fault("Last 2 dimensions of the array must be square")) }
    }

    /// Number of matrices.
    pub fn count(&self) -> usize {
        self.batch.iter().product::<i64>() as usize
    }

    /// One matrix.
    pub fn matrix(&self, number: usize) -> &[T] {
        let size = self.rows * self.columns;
        &self.data[number * size..(number + 1) * size]
    }
}

/// The axes that number the matrices of an array.
pub fn batch_of(array: &Array) -> Dims {
    array.shape()[..array.rank().saturating_sub(2)].iter().copied().collect()
}

/// The elements of an array in row-major order, in the type of linear algebra.
pub fn elements<T: Field>(array: &Array) -> Result<Vec<T>> {
    let whole = if array.dtype() == T::DTYPE { copy::contiguous(array)? } else { copy::converted(array, T::DTYPE)? };
    let first = whole.base().cast::<T>().wrapping_offset(whole.view.offset as isize);
    // SAFETY: the array is contiguous and holds this many elements of this type (complex numbers are pairs of floats).
    Ok(unsafe { std::slice::from_raw_parts(first, whole.size() as usize) }.to_vec())
}

/// An array of a shape: the axes of a batch, then `inner`.
pub fn array<T: Field>(data: &[T], batch: &Dims, inner: &[usize]) -> Result<Rc<Array>> {
    let mut shape = *batch;
    inner.iter().for_each(|&extent| shape.push(extent as i64));
    if shape.product() != Some(data.len() as i64) {
        return Err(Error::internal(format!("{} elements for shape {shape:?}", data.len())));
    }
    let array = Array::fresh(T::DTYPE, shape, Fill::Any)?;
    // SAFETY: the buffer is fresh and has room for exactly these elements.
    unsafe { std::ptr::copy_nonoverlapping(data.as_ptr(), array.base().cast(), data.len()) };
    Ok(array)
}
