//! Arrays made from scalars.

use super::value::{Args, Owned, Scalar, only_element};
use crate::array::view::creation_shape;
use crate::array::{Array, Dims, Element, Fill, held};
use crate::error::{Error, Result};
use crate::exec::operand::Operand;
use crate::region::Region;
use crate::{exec, with_element};
use phylanx_abi::DType;
use std::rc::Rc;

/// Filled with one scalar.
pub fn full(args: Args) -> Result<Owned> {
    let (dtype, value) = (args.result_dtype()?, args.scalar(0)?);
    let shape = creation_shape(&args.ints(1..args.len())?)?;
    filled(dtype, shape, value).map(Owned::Array)
}

/// A fresh array of one value throughout.
pub fn filled(dtype: DType, shape: Dims, value: Scalar) -> Result<Rc<Array>> {
    with_element!(dtype, T => {
        let value: T = value.cast();
        let zero = is_all_zero_bits(value);
        let array = exec::create(dtype, shape, if zero { Fill::Zero } else { Fill::Any })?;
        if !zero {
            fill_local(&array, value);
        }
        Ok(array)
    })
}

/// Sets every element that this rank holds, whatever the layout. The array is all of its buffer.
fn fill_local<T: Element>(array: &Array, value: T) {
    let count = array.buffer.bytes() / T::DTYPE.size();
    // SAFETY: the buffer was just made for elements of this type and nobody else knows it.
    unsafe { std::slice::from_raw_parts_mut(array.base().cast::<std::mem::MaybeUninit<T>>(), count) }
        .fill(std::mem::MaybeUninit::new(value));
}

fn is_all_zero_bits<T: Element>(value: T) -> bool {
    let zero = T::default();
    // A float zero may be negative, which only its reciprocal shows.
    value == zero && value.to_f64().is_sign_positive() && value.imaginary().is_sign_positive()
}

/// `start, start + step, ...` below `stop`.
pub fn arange(args: Args) -> Result<Owned> {
    let (start, stop, step) = (args.scalar(0)?, args.scalar(1)?, args.scalar(2)?);
    let dtype = args.result_dtype()?;
    let count = range_count(start, stop, step)?;
    with_element!(dtype, T => range_values::<T>(start, step, count).map(Owned::Array))
}

fn range_count(start: Scalar, stop: Scalar, step: Scalar) -> Result<i64> {
    if let (Some(start), Some(stop), Some(step)) = (as_int(start), as_int(stop), as_int(step)) {
        return integer_count(start, stop, step);
    }
    let (start, stop, step): (f64, f64, f64) = (start.cast(), stop.cast(), step.cast());
    if step == 0.0 {
        return Err(Error::new("ZeroDivisionError", "float division by zero"));
    }
    let count = ((stop - start) / step).ceil();
    if count.is_nan() {
        return Err(Error::value("arange: cannot compute length"));
    }
    if count >= i64::MAX as f64 {
        return Err(Error::value("Maximum allowed size exceeded"));
    }
    Ok(count.max(0.0) as i64)
}

fn integer_count(start: i64, stop: i64, step: i64) -> Result<i64> {
    if step == 0 {
        return Err(Error::new("ZeroDivisionError", "division by zero"));
    }
    let (distance, step) = (stop as i128 - start as i128, step as i128);
    let count = (distance + step - step.signum()) / step;
    i64::try_from(count.max(0)).map_err(|_| Error::value("Maximum allowed size exceeded"))
}

fn as_int(scalar: Scalar) -> Option<i64> {
    match scalar {
        Scalar::Bool(value) => Some(value as i64),
        Scalar::I64(value) => Some(value),
        Scalar::I32(value) => Some(value as i64),
        Scalar::U64(value) => i64::try_from(value).ok(),
        Scalar::F64(_) | Scalar::F32(_) | Scalar::C64(_) | Scalar::C128(_) => None,
    }
}

/// NumPy rounds `start + step` to the element type first and steps by the difference.
fn range_values<T: Element>(start: Scalar, step: Scalar, count: i64) -> Result<Rc<Array>> {
    let shape = creation_shape(&[count])?;
    if T::IS_FLOAT {
        let first: T = start.cast();
        let second: T = T::convert(start.cast::<f64>() + step.cast::<f64>());
        return by_number(shape, |at| float_term(first, second, at));
    }
    let (start, step): (i64, i64) = (start.cast(), step.cast());
    by_number(shape, |at| T::convert(start.wrapping_add(step.wrapping_mul(at))))
}

/// A fresh array, shared out if it is large, of which each element follows from its number in row-major order.
fn by_number<T: Element>(shape: Dims, value: impl Fn(i64) -> T) -> Result<Rc<Array>> {
    let array = exec::create(T::DTYPE, shape, Fill::Any)?;
    let mut out = array.base().cast::<T>();
    for (start, count) in held::runs(&array.buffer) {
        for number in start..start + count {
            // SAFETY: the storage of the fresh array has room for the elements of all runs.
            unsafe {
                out.write(value(number));
                out = out.add(1);
            }
        }
    }
    Ok(array)
}

/// Computed in the element type, as NumPy does: an f32 range rounds at each operation.
fn float_term<T: Element>(first: T, second: T, at: i64) -> T {
    match at {
        0 => first,
        1 => second,
        _ if T::DTYPE == DType::F32 => {
            let (first, second) = (first.to_f32(), second.to_f32());
            T::convert(first + at as f32 * (second - first))
        }
        _ => T::convert(first.to_f64() + at as f64 * (second.to_f64() - first.to_f64())),
    }
}

/// `count` evenly spaced f64.
pub fn linspace(args: Args) -> Result<Owned> {
    let (start, stop, count, endpoint) = (args.float(0)?, args.float(1)?, args.int(2)?, args.flag(3)?);
    if count < 0 {
        return Err(Error::value(format!("Number of samples, {count}, must be non-negative.")));
    }
    let spaces = if endpoint { count - 1 } else { count };
    let delta = stop - start;
    let step = delta / spaces as f64;
    let term = |at: i64| match at as f64 {
        x if spaces <= 0 => x * delta + start,
        x if step == 0.0 => x / spaces as f64 * delta + start,
        x => x * step + start,
    };
    let value = |at: i64| if endpoint && count > 1 && at == count - 1 { stop } else { term(at) };
    let array = by_number(creation_shape(&[count])?, value)?;
    Ok(Owned::Array(copy_to(array, args.result_dtype()?)?))
}

fn copy_to(array: Rc<Array>, dtype: DType) -> Result<Rc<Array>> {
    if array.dtype() == dtype {
        return Ok(array);
    }
    let out = exec::create(dtype, *array.shape(), Fill::Any)?;
    exec::assign(&out, &array)?;
    Ok(out)
}

/// Ones on a diagonal.
pub fn eye(args: Args) -> Result<Owned> {
    let shape = creation_shape(&args.ints(0..2)?)?;
    let offset = args.int(2)?;
    with_element!(args.result_dtype()?, T => {
        let array = exec::create(T::DTYPE, shape, Fill::Zero)?;
        let held = array.buffer.placement().map_or_else(|| Region::whole(&shape), |placement| placement.local);
        let base = Operand::block(array.base(), T::DTYPE.size(), &held);
        for row in held.lo()[0]..held.hi()[0] {
            let column = row.saturating_add(offset);
            if (held.lo()[1]..held.hi()[1]).contains(&column) {
                // SAFETY: this rank holds the element.
                unsafe { base.at(&[row, column]).cast::<T>().write(T::convert(1i64)) };
            }
        }
        Ok(Owned::Array(array))
    })
}

/// Literal elements in row-major order.
pub fn from_elements(args: Args) -> Result<Owned> {
    let last = args.len().checked_sub(1).ok_or_else(|| Error::internal("from_elements lacks its shape"))?;
    let shape = creation_shape(args.list(last)?)?;
    with_element!(args.result_dtype()?, T => {
        let values = (0..last).map(|at| Ok(args.scalar(at)?.cast())).collect::<Result<Vec<T>>>()?;
        Ok(Owned::Array(Array::from_elements(&values, shape)?))
    })
}

/// An array of rank 0 holding the scalar.
pub fn from_scalar(args: Args) -> Result<Owned> {
    let value = args.scalar(0)?;
    let dtype = args.result().map_or(value.dtype(), |(dtype, _)| dtype);
    with_element!(dtype, T => {
        Ok(Owned::Array(Array::from_elements(&[value.cast::<T>()], Dims::default())?))
    })
}

/// The element of an array with one element.
pub fn item(args: Args) -> Result<Owned> {
    only_element(args.array(0)?).map(Owned::Scalar)
}

pub fn no_complex() -> Error {
    Error::type_("complex elements are not supported by this operation")
}
