//! Products of integers (wrapping) and booleans (or of ands): exact, so the order of sums does not matter.

use super::{Matrix, Onto};
use crate::exec::combine::Foldable;

/// One leaf.
///
/// # Safety
/// The matrices fit each other and hold their elements; `out` overlaps neither input.
pub unsafe fn product<T: Foldable>(a: Matrix<T>, b: Matrix<T>, out: Matrix<T>, onto: Onto) {
    for i in 0..out.rows {
        for left in (0..out.columns).step_by(WIDTH) {
            let mut sums = [T::ZERO; WIDTH];
            let width = WIDTH.min(out.columns - left);
            // SAFETY: by the contract.
            unsafe {
                for k in 0..a.columns {
                    let (x, row) = (a.at(i, k).read(), b.at(k, left));
                    if b.column_stride == 1 && width == WIDTH {
                        let row = &*row.cast::<[T; WIDTH]>();
                        sums.iter_mut().zip(row).for_each(|(sum, &y)| *sum = sum.plus(x.times(y)));
                    } else {
                        for (n, sum) in sums[..width].iter_mut().enumerate() {
                            *sum = sum.plus(x.times(row.offset(n as isize * b.column_stride).read()));
                        }
                    }
                }
                for (n, &sum) in sums[..width].iter().enumerate() {
                    let to = out.at(i, left + n);
                    to.write(if onto == Onto::Sum { to.read().plus(sum) } else { sum });
                }
            }
        }
    }
}

/// Output elements of a row that are summed together.
const WIDTH: usize = 16;
