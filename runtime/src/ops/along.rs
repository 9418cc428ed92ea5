//! Ops that work on one line at a time along an axis: running sums, sorting, and where the extremes are.

use super::parts::{self, Keep};
use super::value::{Args, Owned};
use crate::array::view::normalize_axis;
use crate::array::walk::walk;
use crate::array::{Array, Complex, Dims, Element, Fill, View, copy};
use crate::error::{Error, Result};
use crate::{exec, with_element};
use phylanx_abi::DType;
use std::cmp::Ordering;
use std::rc::Rc;

/// The axis that stands for "flattened".
pub const FLAT: i64 = -1000;

/// Index of the first maximum; NaN counts as largest.
pub fn argmax(args: Args) -> Result<Owned> {
    arg_extreme(args, "argmax", Ordering::Greater)
}

/// Index of the first minimum; NaN counts as smallest.
pub fn argmin(args: Args) -> Result<Owned> {
    arg_extreme(args, "argmin", Ordering::Less)
}

fn arg_extreme(args: Args, name: &str, wanted: Ordering) -> Result<Owned> {
    let (axis, keep) = (args.int(1)?, args.flag(2)?);
    if let Some(spread) = spread_extremes(args.handle(0)?, axis, keep, wanted)? {
        return Ok(Owned::Array(spread));
    }
    let array = args.array(0)?;
    let (lines, axis) = lined(array, axis)?;
    if lines.shape()[axis] == 0 {
        return Err(Error::value(format!("attempt to get {name} of an empty sequence")));
    }
    let mut shape = lines.shape().without(axis);
    let found = places_of(&lines, axis, wanted)?;
    if keep && args.int(1)? == FLAT {
        shape = Dims::filled(array.rank(), 1);
    } else if keep {
        shape = *lines.shape();
        shape[axis] = 1;
    }
    let result = Array::from_elements(&found, shape)?;
    if args.result().is_none() {
        return super::value::only_element(&result).map(Owned::Scalar);
    }
    Ok(Owned::Array(result))
}

/// Each rank looks along its own lines; none when lines are cut, or there is nothing to look at.
fn spread_extremes(array: &Array, axis: i64, keep: bool, wanted: Ordering) -> Result<Option<Rc<Array>>> {
    if axis == FLAT || !array.buffer.is_distributed() || array.size() == 0 {
        return Ok(None);
    }
    let axis = normalize_axis(axis, array.rank())?;
    let Some(part) = parts::part(array)?.filter(|part| part.keeps_lines(axis)) else { return Ok(None) };
    let keep = if keep { Keep::AsOne } else { Keep::Without };
    let found = places_of(&part.array, axis, wanted)?;
    part.of_lines(axis, found, keep)
}

fn places_of(lines: &Array, axis: usize, wanted: Ordering) -> Result<Vec<i64>> {
    with_element!(lines.dtype(), T => match wanted {
        Ordering::Less => Ok(extremes::<T>(lines, axis, |value, best| value < best)),
        _ => Ok(extremes::<T>(lines, axis, |value, best| value > best)),
    })
}

/// Elements from which on a second thread pays.
const WORTH_THREADS: i64 = 1 << 17;

/// The place of the first element that beats all others, for each line; the first NaN beats everything.
fn extremes<T: Element>(lines: &Array, axis: usize, beats: impl Fn(T, T) -> bool + Sync) -> Vec<i64> {
    let starts = line_starts(&lines.view, axis);
    let (count, extent, stride) = (starts.size(), lines.shape()[axis], lines.view.strides[axis]);
    let mut found = vec![0i64; count as usize];
    let places = Shared { out: found.as_mut_ptr(), base: lines.base().cast::<T>() };
    exec::state::with(|state| {
        let many = count * extent >= WORTH_THREADS && state.pool.threads() > 1;
        let pieces = if many { (4 * state.pool.threads() as i64).min(count.max(1)) } else { 1 };
        state.pool.run(pieces as usize, &|piece| {
            let places = &places;
            for number in piece as i64 * count / pieces..(piece as i64 + 1) * count / pieces {
                let first = places.base.wrapping_offset(offset_of(&starts, number) as isize);
                let best = extreme(Line { first, count: extent, stride }, &beats);
                // SAFETY: each piece has its own numbers, all below `count`.
                unsafe { places.out.offset(number as isize).write(best) };
            }
        });
    });
    found
}

/// Pointers that several threads use at places of their own.
struct Shared<T> {
    out: *mut i64,
    base: *mut T,
}

// SAFETY: threads write to disjoint places of `out` and only read through `base`.
unsafe impl<T> Sync for Shared<T> {}

/// The element of a view with this row-major number.
fn offset_of(view: &View, mut number: i64) -> i64 {
    let mut offset = view.offset;
    for axis in (0..view.rank()).rev() {
        let extent = view.shape[axis];
        offset += number % extent * view.strides[axis];
        number /= extent;
    }
    offset
}

/// Written without branches: which element wins is not predictable.
fn extreme<T: Element>(line: Line<T>, beats: &impl Fn(T, T) -> bool) -> i64 {
    let mut best = line.get(0);
    let mut at = 0;
    for n in 1..line.count {
        let value = line.get(n);
        let wins = beats(value, best) | (value.is_nan() & !best.is_nan());
        best = if wins { value } else { best };
        at = if wins { n } else { at };
    }
    at
}

/// Running sum along an axis, in the element type of the result.
pub fn cumsum(args: Args) -> Result<Owned> {
    accumulate(args, Running::Sum)
}

/// Running product along an axis, in the element type of the result.
pub fn cumprod(args: Args) -> Result<Owned> {
    accumulate(args, Running::Product)
}

#[derive(Clone, Copy)]
enum Running {
    Sum,
    Product,
}

fn accumulate(args: Args, running: Running) -> Result<Owned> {
    let (lines, axis) = lined(args.array(0)?, args.int(1)?)?;
    let out = copy::converted(&lines, args.result_dtype()?)?;
    with_element!(out.dtype(), T => {
        each_line::<T>(&out, axis, |line| accumulate_line(line, running));
        Ok(Owned::Array(out))
    })
}

fn accumulate_line<T: Element>(line: Line<T>, running: Running) {
    for n in 1..line.count {
        line.set(n, combined(line.get(n - 1), line.get(n), running));
    }
}

fn combined<T: Element>(left: T, right: T, running: Running) -> T {
    match (T::DTYPE, running) {
        (DType::F64, Running::Sum) => T::convert(left.to_f64() + right.to_f64()),
        (DType::F64, Running::Product) => T::convert(left.to_f64() * right.to_f64()),
        (DType::F32, Running::Sum) => T::convert(left.to_f32() + right.to_f32()),
        (DType::F32, Running::Product) => T::convert(left.to_f32() * right.to_f32()),
        (DType::C64, _) => T::convert(wide(left, right, running, Complex::<f32>::plus, Complex::<f32>::times)),
        (DType::C128, _) => T::convert(wide(left, right, running, Complex::<f64>::plus, Complex::<f64>::times)),
        (_, Running::Sum) => T::convert(left.to_int(64).wrapping_add(right.to_int(64))),
        (_, Running::Product) => T::convert(left.to_int(64).wrapping_mul(right.to_int(64))),
    }
}

/// In a complex type.
fn wide<C: Element, T: Element>(left: T, right: T, running: Running, plus: fn(C, C) -> C, times: fn(C, C) -> C) -> C {
    let (left, right) = (C::convert(left), C::convert(right));
    if matches!(running, Running::Sum) { plus(left, right) } else { times(left, right) }
}

/// Sorted along an axis, NaN last.
pub fn sort(args: Args) -> Result<Owned> {
    let (lines, axis) = lined(args.array(0)?, args.int(1)?)?;
    let out = copy::contiguous(&lines)?;
    with_element!(out.dtype(), T => {
        each_line::<T>(&out, axis, |line| {
            let mut values: Vec<T> = (0..line.count).map(|n| line.get(n)).collect();
            T::sort(&mut values);
            (0..line.count).zip(values).for_each(|(n, value)| line.set(n, value));
        });
        Ok(Owned::Array(out))
    })
}

/// Stable order along an axis.
pub fn argsort(args: Args) -> Result<Owned> {
    let (lines, axis) = lined(args.array(0)?, args.int(1)?)?;
    let out = Array::fresh(DType::I64, *lines.shape(), Fill::Any)?;
    with_element!(lines.dtype(), T => {
        let mut orders = Vec::new();
        each_line::<T>(&lines, axis, |line| {
            let mut order: Vec<i64> = (0..line.count).collect();
            order.sort_by(|&left, &right| line.get(left).order(&line.get(right)));
            orders.push(order);
        });
        let mut orders = orders.into_iter();
        each_line::<i64>(&out, axis, |line| {
            let order = orders.next().unwrap_or_default();
            (0..line.count).zip(order).for_each(|(n, at)| line.set(n, at));
        });
        Ok(Owned::Array(out))
    })
}

/// The array and axis to work along; a flattened array is one line.
fn lined(array: &Array, axis: i64) -> Result<(Rc<Array>, usize)> {
    if axis == FLAT {
        return Ok((super::views::reshaped(array, &Dims::from([array.size()]))?, 0));
    }
    let axis = normalize_axis(axis, array.rank())?;
    Ok((array.with_view(array.view), axis))
}

/// One line of an array: evenly spaced elements of its buffer.
#[derive(Clone, Copy)]
struct Line<T> {
    first: *mut T,
    count: i64,
    stride: i64,
}

impl<T: Element> Line<T> {
    fn get(&self, at: i64) -> T {
        debug_assert!((0..self.count).contains(&at));
        // SAFETY: lines are made by `each_line` from views in range, and `at` is below the count.
        unsafe { self.first.offset((at * self.stride) as isize).read() }
    }

    fn set(&self, at: i64, value: T) {
        debug_assert!((0..self.count).contains(&at));
        // SAFETY: as in `get`; callers that set own the array.
        unsafe { self.first.offset((at * self.stride) as isize).write(value) }
    }
}

/// Every line along `axis`, in row-major order of the other axes. Empty lines are visited too.
fn each_line<T: Element>(array: &Array, axis: usize, mut visit: impl FnMut(Line<T>)) {
    let view = &array.view;
    let starts = line_starts(view, axis);
    let base = array.base().cast::<T>();
    walk([&starts], |run| {
        for n in 0..run.count {
            let first = base.wrapping_offset((run.at[0] + n * run.strides[0]) as isize);
            visit(Line { first, count: view.shape[axis], stride: view.strides[axis] });
        }
    });
}

/// The first elements of all lines along `axis`.
fn line_starts(view: &View, axis: usize) -> View {
    View { offset: view.offset, shape: view.shape.without(axis), strides: view.strides.without(axis) }
}
