//! `physl.outer`: all products of two flattened vectors.

use crate::array::{Array, Dims, Fill};
use crate::error::Result;
use crate::exec::combine::Foldable;
use crate::exec::state;
use crate::ops::{Args, Owned};
use crate::with_element;
use std::rc::Rc;

/// Products that are worth handing to another thread.
const GRAIN: usize = 50_000;

/// `np.outer(x, y)`.
pub fn outer(args: Args) -> Result<Owned> {
    let (left, right) = (args.array(0)?, args.array(1)?);
    with_element!(left.dtype(), T => {
        products::<T>(&left.elements(), &right.elements()).map(Owned::Array)
    })
}

fn products<T: Foldable + Sync>(left: &[T], right: &[T]) -> Result<Rc<Array>> {
    let out = Array::fresh(T::DTYPE, Dims::from([left.len() as i64, right.len() as i64]), Fill::Any)?;
    let (base, width) = (Base(out.base().cast::<T>()), right.len());
    let batch = GRAIN.div_ceil(width.max(1)).clamp(1, left.len().max(1));
    state::with(|state| {
        state.pool.run(left.len().div_ceil(batch), &|piece| {
            for (row, x) in left.iter().enumerate().skip(piece * batch).take(batch) {
                let to = base.row(row * width);
                for (column, y) in right.iter().enumerate() {
                    // SAFETY: the fresh array has this row to itself, and `width` elements in it.
                    unsafe { to.add(column).write(x.times(*y)) };
                }
            }
        });
    });
    Ok(out)
}

/// The start of a fresh array, whose rows are written by several threads.
struct Base<T>(*mut T);

// SAFETY: each row has one writer.
unsafe impl<T> Sync for Base<T> {}

impl<T> Base<T> {
    fn row(&self, at: usize) -> *mut T {
        self.0.wrapping_add(at)
    }
}
