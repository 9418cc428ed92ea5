//! Extents, copies, and reading and writing through references.

use super::value::{Args, Owned};
use crate::array::view::normalize_axis;
use crate::error::{Error, Result};
use crate::exec;

/// Extent along an axis.
pub fn dim(args: Args) -> Result<Owned> {
    let (array, axis) = (args.handle(0)?, args.int(1)?);
    let axis = normalize_axis(axis, array.rank()).map_err(|_| Error::index("tuple index out of range"))?;
    Ok(Owned::int(array.shape()[axis]))
}

/// Number of elements.
pub fn size(args: Args) -> Result<Owned> {
    Ok(Owned::int(args.handle(0)?.size()))
}

/// A fresh array with the same elements.
pub fn copy(args: Args) -> Result<Owned> {
    exec::copy(args.handle(0)?).map(Owned::Array)
}

/// The elements behind a reference, now: the same buffer, as the compiler lets no write come before its uses.
pub fn read(args: Args) -> Result<Owned> {
    args.shared(0).map(Owned::Array)
}

/// Stores an array, broadcast and converted, through a reference.
pub fn write(args: Args) -> Result<Owned> {
    exec::assign(args.handle(0)?, args.handle(1)?)?;
    Ok(Owned::None)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::array::{Array, Dims};
    use crate::ops::testing::{Call, array_of};
    use crate::ops::views;

    #[test]
    fn a_write_through_a_view_is_seen_by_the_base() {
        let base = Array::from_elements(&[0i64, 1, 2, 3, 4, 5], Dims::from([2, 3])).expect("array");
        let column = array_of(Call::default().array(&base).int(1).text(":,i").run(views::slice));
        let value = Array::from_elements(&[9.7f64], Dims::default()).expect("array");
        Call::default().array(&column).array(&value).run(write).expect("fits");
        assert_eq!(base.to_vec::<i64>(), [0, 9, 2, 3, 9, 5]);
    }

    #[test]
    fn an_overlapping_write_reads_before_it_writes() {
        let base = Array::from_vec(&[0i32, 1, 2, 3, 4]).expect("array");
        let low = array_of(Call::default().array(&base).int(4).text(":t").run(views::slice));
        let high = array_of(Call::default().array(&base).int(1).text(":s").run(views::slice));
        Call::default().array(&high).array(&low).run(write).expect("fits");
        assert_eq!(base.to_vec::<i32>(), [0, 0, 1, 2, 3]);
    }

    #[test]
    fn a_value_that_does_not_fit_is_refused_in_numpys_words() {
        let target = Array::from_vec(&[0f64; 2]).expect("array");
        let value = Array::from_vec(&[0f64; 3]).expect("array");
        let error = Call::default().array(&target).array(&value).run(write).expect_err("too long");
        assert_eq!(error.message, "could not broadcast input array from shape (3,) into shape (2,)");
    }

    #[test]
    fn an_axis_outside_the_shape_is_an_index_error() {
        let array = Array::from_vec(&[0f64; 2]).expect("array");
        let error = Call::default().array(&array).int(1).run(dim).expect_err("outside");
        assert_eq!(error.to_string(), "IndexError: tuple index out of range");
    }
}
