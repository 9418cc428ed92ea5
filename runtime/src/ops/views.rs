//! Views: new shapes and strides on the same buffer. Nothing is moved unless NumPy would copy.

use super::value::{Args, Owned};
use crate::array::view::{normalize_index, resolve_shape};
use crate::array::{Array, Dims, View, copy, dims};
use crate::error::{Error, Result};
use crate::exec;
use std::rc::Rc;

/// `x[...]` by basic indexing: operands are the array and the numbers that `spec` calls for.
pub fn slice(args: Args) -> Result<Owned> {
    let (array, last) = (args.handle(0)?, args.len() - 1);
    let numbers = args.ints(1..last)?;
    let view = basic_index(&array.view, args.text(last)?, &numbers)?;
    Ok(Owned::Array(array.with_view(view)))
}

/// Axes permuted.
pub fn transpose(args: Args) -> Result<Owned> {
    let array = args.handle(0)?;
    let perm: Vec<usize> = args.list(1)?.iter().map(|&axis| axis as usize).collect();
    let mut sorted = perm.clone();
    sorted.sort_unstable();
    if perm.len() != array.rank() || sorted.last().is_some_and(|&last| last >= array.rank()) {
        return Err(Error::value("axes don't match array"));
    }
    if sorted.windows(2).any(|pair| pair[0] == pair[1]) {
        return Err(Error::value("repeated axis in transpose"));
    }
    Ok(Owned::Array(array.with_view(array.view.transposed(&perm))))
}

/// The real parts of a complex array, which is whole on every rank from now on.
pub fn view_real(args: Args) -> Result<Owned> {
    args.target(0)?.part(0).map(Owned::Array)
}

/// The imaginary parts of a complex array, which is whole on every rank from now on.
pub fn view_imag(args: Args) -> Result<Owned> {
    args.target(0)?.part(1).map(Owned::Array)
}

/// The memory of an array as elements of another type, which is whole on every rank from now on.
pub fn view_bits(args: Args) -> Result<Owned> {
    args.target(0)?.as_type(args.result_dtype()?).map(Owned::Array)
}

/// The same memory under another shape.
pub fn view_shape(args: Args) -> Result<Owned> {
    let array = args.handle(0)?;
    let shape = resolve_shape(array.size(), &args.ints(1..args.len())?)?;
    array.view.reshaped(&shape).map(|view| Owned::Array(array.with_view(view))).ok_or_else(|| {
        let message =
            "Incompatible shape for in-place modification. Use `.reshape()` to make a copy with the desired shape.";
        Error::new("AttributeError", message)
    })
}

/// The same elements under another shape: a view where strides allow, else a copy.
pub fn reshape(args: Args) -> Result<Owned> {
    let array = args.handle(0)?;
    let shape = resolve_shape(array.size(), &args.ints(1..args.len())?)?;
    reshaped(array, &shape).map(Owned::Array)
}

pub fn contiguous(args: Args) -> Result<Owned> {
    let array = args.handle(0)?;
    if array.view.is_contiguous() {
        return Ok(Owned::Array(array.with_view(array.view)));
    }
    exec::localize(array)?;
    copy::contiguous(array).map(Owned::Array)
}

/// An array under another shape of as many elements.
pub fn reshaped(array: &Array, shape: &Dims) -> Result<Rc<Array>> {
    if let Some(view) = array.view.reshaped(shape) {
        return Ok(array.with_view(view));
    }
    exec::localize(array)?;
    let apart = copy::contiguous(array)?;
    Ok(apart.with_view(View::contiguous(*shape)))
}

/// Repeated along new or unit dimensions.
pub fn broadcast_to(args: Args) -> Result<Owned> {
    let array = args.handle(0)?;
    let asked = args.ints(1..args.len())?;
    if asked.iter().any(|&extent| extent < 0) {
        return Err(Error::value("all elements of broadcast shape must be non-negative"));
    }
    let shape = Dims::checked(&asked)?;
    if shape.is_empty() && array.rank() > 0 {
        return Err(Error::value("cannot broadcast a non-scalar to a scalar array"));
    }
    if array.rank() > shape.len() {
        return Err(Error::value("input operand has more dimensions than allowed by the axis remapping"));
    }
    let view = array.view.broadcast(&shape).ok_or_else(|| {
        let (from, into) = (dims::tight_tuple(array.shape()), dims::tight_tuple(&shape));
        Error::value(format!(
            "operands could not be broadcast together with remapped shapes [original->remapped]: {from}  and requested shape {into}"
        ))
    })?;
    Ok(Owned::Array(array.with_view(view)))
}

/// The diagonal of the first two axes, as the last axis.
pub fn diagonal(args: Args) -> Result<Owned> {
    let (array, offset) = (args.handle(0)?, args.int(1)?);
    if array.rank() < 2 {
        return Err(Error::value("diag requires an array of at least two dimensions"));
    }
    let view = &array.view;
    let (rows, columns) = (view.shape[0], view.shape[1]);
    let (first_row, first_column) = ((-offset.max(-rows)).max(0), offset.min(columns).max(0));
    let count = (rows - first_row).min(columns - first_column).max(0);
    let start = if count > 0 { first_row * view.strides[0] + first_column * view.strides[1] } else { 0 };
    let mut shape = view.shape.without(0).without(0);
    let mut strides = view.strides.without(0).without(0);
    shape.push(count);
    strides.push(view.strides[0] + view.strides[1]);
    Ok(Owned::Array(array.with_view(View { offset: view.offset + start, shape, strides })))
}

/// The view that a subscript gives; `spec` and `numbers` as the op table says.
pub fn basic_index(view: &View, spec: &str, numbers: &[i64]) -> Result<View> {
    let entries: Vec<&str> = if spec.is_empty() { Vec::new() } else { spec.split(',').collect() };
    let used = entries.iter().filter(|entry| entry.starts_with(['i', ':'])).count();
    if used > view.rank() {
        let rank = view.rank();
        return Err(Error::index(format!(
            "too many indices for array: array is {rank}-dimensional, but {used} were indexed"
        )));
    }
    let mut subscript = Subscript { view: *view, axis: 0, original: 0, numbers: numbers.iter() };
    for entry in entries {
        subscript.apply(entry, view.rank() - used)?;
    }
    Ok(subscript.view)
}

/// A subscript half done: `axis` is the next axis of the view as it is now, `original` that of the indexed array.
struct Subscript<'a> {
    view: View,
    axis: usize,
    original: usize,
    numbers: std::slice::Iter<'a, i64>,
}

impl Subscript<'_> {
    fn apply(&mut self, entry: &str, spared: usize) -> Result<()> {
        match entry.as_bytes() {
            b"i" => self.integer(),
            b"n" => self.new_axis(),
            b"e" => {
                self.axis += spared;
                self.original += spared;
                Ok(())
            }
            [b':', bounds @ ..] => self.slice(bounds),
            _ => Err(Error::internal(format!("subscript entry '{entry}'"))),
        }
    }

    fn integer(&mut self) -> Result<()> {
        let index = normalize_index(self.number()?, self.original, self.view.shape[self.axis])?;
        self.view = self.view.at(self.axis, index);
        self.original += 1;
        Ok(())
    }

    fn new_axis(&mut self) -> Result<()> {
        self.view.shape = self.view.shape.with_inserted(self.axis, 1)?;
        self.view.strides = self.view.strides.with_inserted(self.axis, 0)?;
        self.axis += 1;
        Ok(())
    }

    fn slice(&mut self, bounds: &[u8]) -> Result<()> {
        let start = self.bound(bounds, b's')?;
        let stop = self.bound(bounds, b't')?;
        let step = self.bound(bounds, b'p')?.unwrap_or(1);
        let (start, count) = slice_range(start, stop, step, self.view.shape[self.axis])?;
        self.view = self.view.sliced(self.axis, start, if count > 1 { step } else { 1 }, count);
        self.axis += 1;
        self.original += 1;
        Ok(())
    }

    fn bound(&mut self, bounds: &[u8], which: u8) -> Result<Option<i64>> {
        if bounds.contains(&which) { self.number().map(Some) } else { Ok(None) }
    }

    fn number(&mut self) -> Result<i64> {
        self.numbers.next().copied().ok_or_else(|| Error::internal("a subscript lacks a number"))
    }
}

/// First index and number of elements of `start:stop:step` on an axis, as Python's `slice.indices`.
pub fn slice_range(start: Option<i64>, stop: Option<i64>, step: i64, extent: i64) -> Result<(i64, i64)> {
    if step == 0 {
        return Err(Error::value("slice step cannot be zero"));
    }
    let backward = step < 0;
    let (low, high) = if backward { (-1, extent - 1) } else { (0, extent) };
    let clamp = |bound: i64| {
        let counted = if bound < 0 { bound.saturating_add(extent) } else { bound };
        counted.clamp(low, high)
    };
    let start = start.map_or(if backward { high } else { low }, clamp);
    let stop = stop.map_or(if backward { low } else { high }, clamp);
    let (distance, step) = if backward { (start - stop, step.unsigned_abs()) } else { (stop - start, step as u64) };
    let count = if distance > 0 { (distance as u64 - 1) / step + 1 } else { 0 };
    Ok((start, count as i64))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn indexed(shape: &[i64], spec: &str, numbers: &[i64]) -> Result<(i64, Vec<i64>, Vec<i64>)> {
        let view = basic_index(&View::contiguous(Dims::from(shape)), spec, numbers)?;
        Ok((view.offset, view.shape.to_vec(), view.strides.to_vec()))
    }

    #[test]
    fn integers_slices_new_axes_and_ellipsis_index_as_in_numpy() {
        assert_eq!(indexed(&[4, 5], "i", &[-1]).expect("valid"), (15, vec![5], vec![1]));
        assert_eq!(indexed(&[4, 5], ":st,:p", &[1, -1, -2]).expect("valid"), (9, vec![2, 3], vec![5, -2]));
        assert_eq!(indexed(&[2, 3, 4], "e,n,i", &[1]).expect("valid"), (1, vec![2, 3, 1], vec![12, 4, 0]));
        assert_eq!(indexed(&[3], "", &[]).expect("valid"), (0, vec![3], vec![1]));
    }

    #[test]
    fn wrong_subscripts_are_refused_in_numpys_words() {
        let message = |result: Result<_>| result.map(|_: (i64, Vec<i64>, Vec<i64>)| ()).expect_err("wrong").to_string();
        assert_eq!(
            message(indexed(&[2, 5], ":,i", &[10])),
            "IndexError: index 10 is out of bounds for axis 1 with size 5"
        );
        assert_eq!(
            message(indexed(&[2], "i,i", &[0, 0])),
            "IndexError: too many indices for array: array is 1-dimensional, but 2 were indexed"
        );
        assert_eq!(message(indexed(&[2], ":p", &[0])), "ValueError: slice step cannot be zero");
    }

    #[test]
    fn slices_clamp_as_in_python() {
        assert_eq!(slice_range(Some(-100), Some(100), 3, 10), Ok((0, 4)));
        assert_eq!(slice_range(None, None, -3, 10), Ok((9, 4)));
        assert_eq!(slice_range(Some(i64::MIN), Some(i64::MAX), i64::MAX, 10), Ok((0, 1)));
        assert_eq!(slice_range(Some(5), Some(2), 1, 10), Ok((5, 0)));
        assert_eq!(slice_range(None, None, i64::MIN, 4), Ok((3, 1)));
        assert_eq!(slice_range(None, None, -1, 0), Ok((-1, 0)));
    }
}
