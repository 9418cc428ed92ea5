//! NumPy's legacy random functions on the rank's generator. Every rank draws the same numbers, and keeps those of its part of the array.

use super::generator::{generator_in, global_state};
use super::places::Places;
use super::value::{Args, Owned, Scalar};
use crate::array::view::creation_shape;
use crate::array::{Array, Dims, Element, Fill, held};
use crate::error::{Error, Result};
use crate::random::{Mt19937, Source};
use crate::{exec, rank};
use phylanx_abi::DType;

/// `np.random.seed(x)`; none means a seed that nobody knows.
pub fn seed(args: Args) -> Result<Owned> {
    if args.is_none(0) {
        rank::with(|rank| *rank.random.borrow_mut() = None);
        return Ok(Owned::None);
    }
    let seed = u32::try_from(args.int(0)?).map_err(|_| Error::value("Seed must be between 0 and 2**32 - 1"))?;
    with_generator(|generator| *generator = Mt19937::from_seed(seed))?;
    Ok(Owned::None)
}

/// Calls `draw` with the rank's generator.
fn with_generator<T>(draw: impl FnOnce(&mut Mt19937) -> T) -> Result<T> {
    let state = global_state()?;
    generator_in(&state, |generator| Ok(draw(generator)))
}

/// Uniform on [0, 1).
pub fn rand(args: Args) -> Result<Owned> {
    drawn(args, 0, Mt19937::next_f64)
}

/// Standard normal.
pub fn randn(args: Args) -> Result<Owned> {
    drawn(args, 0, Mt19937::next_gauss)
}

/// Uniform on [low, high).
pub fn uniform(args: Args) -> Result<Owned> {
    let (low, range) = (args.float(0)?, args.float(1)? - args.float(0)?);
    if !range.is_finite() {
        return Err(Error::new("OverflowError", "Range exceeds valid bounds"));
    }
    drawn(args, 2, move |generator| low + range * generator.next_f64())
}

/// Normal with a mean and a deviation.
pub fn normal(args: Args) -> Result<Owned> {
    let (mean, deviation) = (args.float(0)?, args.float(1)?);
    if deviation.is_sign_negative() && !deviation.is_nan() {
        return Err(Error::value("scale < 0"));
    }
    drawn(args, 2, move |generator| mean + deviation * generator.next_gauss())
}

/// Integers in [low, high).
pub fn randint(args: Args) -> Result<Owned> {
    let (low, high) = (args.int(0)?, args.int(1)?);
    if low >= high {
        return Err(Error::value(if low == 0 { "high <= 0" } else { "low >= high" }));
    }
    let range = (high as u64).wrapping_sub(low as u64) - 1;
    let draw = move |generator: &mut Mt19937| low.wrapping_add(generator.interval(range) as i64);
    match args.result() {
        None => with_generator(draw).map(Owned::int),
        Some((DType::I64, _)) => array_of(&args.ints(2..args.len())?, draw),
        Some((DType::I32, _)) => array_of(&args.ints(2..args.len())?, move |generator| draw(generator) as i32),
        Some((dtype, _)) => {
            let dtype = dtype.numpy_name();
            Err(Error::type_(format!("randint draws int64 or int32, not {dtype}: convert with astype")))
        }
    }
}

/// A shuffled range, or an array shuffled along its first axis.
pub fn permutation(args: Args) -> Result<Owned> {
    if !args.is_array(0) || args.handle(0)?.rank() == 0 {
        let order = shuffled(args.int(0)?)?;
        return Array::from_vec(&order).map(Owned::Array);
    }
    let array = args.array(0)?;
    let order = shuffled(array.shape()[0])?;
    let offsets = order.iter().map(|&at| at * array.view.strides[0]).collect();
    let shape = Dims::from([array.shape()[0]]);
    Places::new(&array.view, 0, 1, offsets, shape).gather(array).map(Owned::Array)
}

/// Fisher and Yates from the end, as NumPy shuffles.
fn shuffled(count: i64) -> Result<Vec<i64>> {
    let mut order: Vec<i64> = (0..count).collect();
    with_generator(|generator| {
        for at in (1..order.len()).rev() {
            order.swap(at, generator.interval(at as u64) as usize);
        }
    })?;
    Ok(order)
}

/// One number, or an array of the shape that the arguments from `first` on give.
fn drawn(args: Args, first: usize, draw: impl FnMut(&mut Mt19937) -> f64) -> Result<Owned> {
    if args.result().is_none() {
        return with_generator(draw).map(Scalar::F64).map(Owned::Scalar);
    }
    array_of(&args.ints(first..args.len())?, draw)
}

fn array_of<T: Element>(shape: &[i64], mut draw: impl FnMut(&mut Mt19937) -> T) -> Result<Owned> {
    let array = exec::create(T::DTYPE, creation_shape(shape)?, Fill::Any)?;
    let mut out = array.base().cast::<T>();
    with_generator(|generator| {
        let mut drawn = 0;
        for (start, count) in held::runs(&array.buffer) {
            for _ in drawn..start {
                draw(generator);
            }
            for _ in 0..count {
                // SAFETY: the storage of the fresh array has room for the elements of all runs.
                unsafe {
                    out.write(draw(generator));
                    out = out.add(1);
                }
            }
            drawn = start + count;
        }
        for _ in drawn..array.size() {
            draw(generator);
        }
    })?;
    Ok(Owned::Array(array))
}
