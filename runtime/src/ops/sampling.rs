//! Orders and choices drawn by generators: permutations, shuffles, samples, multinomial counts.

use super::generator::{filled, generator_in, with_source};
use super::places::Places;
use super::value::{Args, Owned};
use crate::array::view::{creation_shape, normalize_axis};
use crate::array::{Array, Dims, copy};
use crate::error::{Error, Result};
use crate::random::sample::{self, Mixed};
use crate::random::{Mt19937, Pcg64, Source, counts};
use phylanx_abi::DType;
use std::rc::Rc;

/// The axis that stands for "flattened".
const FLAT: i64 = -1000;

/// An array in another order along an axis; attributes: the axis, and the `mode` that says how numbers are drawn.
pub fn permutation(args: Args) -> Result<Owned> {
    let (axis, mode) = (args.int(args.len() - 2)?, args.text(args.len() - 1)?);
    if !args.is_array(1) || args.handle(1)?.rank() == 0 {
        let count = args.int(1)?;
        if count < 0 {
            return Err(Error::value("negative dimensions are not allowed"));
        }
        return with_source!(args, source => Array::from_vec(&order(source, count))).map(Owned::Array);
    }
    let array = args.array(1)?;
    if mode == "permuted" {
        return with_source!(args, source => each_line(source, array, axis)).map(Owned::Array);
    }
    let axis = normalize_axis(axis, array.rank())?;
    let count = array.shape()[axis];
    let order = with_source!(args, source => Ok(order(source, count)))?;
    reordered(array, axis, &order).map(Owned::Array)
}

/// Numbers 0 to `count - 1` in random order.
fn order<S: Source>(source: &mut S, count: i64) -> Vec<i64> {
    let mut order: Vec<i64> = (0..count).collect();
    sample::shuffle(source, &mut order);
    order
}

fn reordered(array: &Array, axis: usize, order: &[i64]) -> Result<Rc<Array>> {
    let offsets = order.iter().map(|&at| at * array.view.strides[axis]).collect();
    let shape = Dims::from([array.shape()[axis]]);
    Places::new(&array.view, axis, 1, offsets, shape).gather(array)
}

/// Every line along an axis in an order of its own.
fn each_line<S: Source>(source: &mut S, array: &Array, axis: i64) -> Result<Rc<Array>> {
    let size = array.size();
    let flat = axis == FLAT;
    let axis = if flat { 0 } else { normalize_axis(axis, array.rank())? };
    let count = if flat { size } else { array.shape()[axis] };
    let mut places = vec![0; size as usize];
    let after: i64 = if flat { 1 } else { array.shape()[axis + 1..].iter().product() };
    let lines = if count == 0 { 0 } else { size / count };
    for line in 0..lines {
        let order = order(source, count);
        let start = line / after * after * count + line % after;
        for (at, from) in order.into_iter().enumerate() {
            places[(start + at as i64 * after) as usize] = start + from * after;
        }
    }
    let whole = copy::contiguous(array)?;
    let line = whole.with_view(crate::array::View::contiguous(Dims::from([size])));
    let mixed = Places::new(&line.view, 0, 1, places, Dims::from([size])).gather(&line)?;
    Ok(mixed.with_view(crate::array::View::contiguous(*array.shape())))
}

/// Places chosen among `count`: the state, the count, weights or none, the extents; attributes: with replacement, mixed.
pub fn choice(args: Args) -> Result<Owned> {
    let last = args.len() - 2;
    let (replace, mixed) = (args.flag(last)?, args.flag(last + 1)?);
    let population = args.int(1)?;
    let extents = creation_shape(&args.ints(3..last)?)?;
    let wanted = extents.product().unwrap_or(i64::MAX);
    if population <= 0 && wanted > 0 {
        return Err(Error::value("a cannot be empty unless no samples are taken"));
    }
    if !args.is_array(2) && replace {
        let reach = population.max(1) as u64 - 1;
        let chosen = with_source!(args, source => {
            let mut bounded = crate::random::bounded::Bounded::new(DType::I64, 0, reach);
            filled(extents, || bounded.draw(source))
        });
        return chosen.map(Owned::Array);
    }
    if !replace && wanted > population {
        return Err(Error::value(too_many(args)?));
    }
    let mixed = if mixed { Mixed::Yes } else { Mixed::No };
    let chosen = match args.is_array(2) {
        false => with_source!(args, source => Ok(sample::distinct(source, population, wanted, mixed)))?,
        true => {
            let weights = copy::converted(args.array(2)?, DType::F64)?.to_vec::<f64>();
            check_weights(&weights, population)?;
            if !replace && (weights.iter().filter(|weight| **weight > 0.0).count() as i64) < wanted {
                return Err(Error::value("Fewer non-zero entries in p than size"));
            }
            let count = wanted as usize;
            with_source!(args, source => Ok(match replace {
                true => sample::weighted(source, &weights, count),
                false => sample::weighted_distinct(source, &weights, count),
            }))?
        }
    };
    Array::from_elements(&chosen, extents).map(Owned::Array)
}

fn too_many(args: Args) -> Result<&'static str> {
    let legacy = args.handle(0)?.size() as usize == Mt19937::WORDS;
    Ok(if legacy {
        "Cannot take a larger sample than population when 'replace=False'"
    } else {
        "Cannot take a larger sample than population when replace is False"
    })
}

fn check_weights(weights: &[f64], population: i64) -> Result<()> {
    let message = match weights {
        _ if weights.len() as i64 != population => "a and p must have same size",
        _ if weights.iter().any(|weight| weight.is_nan()) => "Probabilities contain NaN",
        _ if weights.iter().any(|weight| *weight < 0.0) => "Probabilities are not non-negative",
        _ if (weights.iter().sum::<f64>() - 1.0).abs() > 1.4901161193847656e-8 => {
            "Probabilities do not sum to 1. See Notes section of docstring for more information."
        }
        _ => return Ok(()),
    };
    Err(Error::value(message))
}

/// Counts of `n` experiments over outcomes: the state, `n`, the shares, the extents.
pub fn multinomial(args: Args) -> Result<Owned> {
    let n = args.int(1)?;
    let shares = copy::converted(args.array(2)?, DType::F64)?.to_vec::<f64>();
    if n < 0 {
        return Err(Error::value("n < 0"));
    }
    if shares.iter().any(|share| !(0.0..=1.0).contains(share)) {
        return Err(Error::value("pvals < 0, pvals > 1 or pvals contains NaNs"));
    }
    let before: f64 = shares.iter().take(shares.len().saturating_sub(1)).sum();
    if before > 1.0 + 1e-12 {
        return Err(Error::value("sum(pvals[:-1]) > 1.0"));
    }
    let mut extents = args.ints(3..args.len())?;
    extents.push(shares.len() as i64);
    let shape = creation_shape(&extents)?;
    let sets = shape.product().unwrap_or(0) / (shares.len() as i64).max(1);
    let counts = with_source!(args, source => {
        let mut counts = Vec::new();
        for _ in 0..sets {
            one_set(source, n, &shares, &mut counts);
        }
        Ok(counts)
    })?;
    Array::from_elements(&counts, shape).map(Owned::Array)
}

fn one_set<S: Source>(source: &mut S, n: i64, shares: &[f64], counts: &mut Vec<i64>) {
    let first = counts.len();
    counts.resize(first + shares.len(), 0);
    let (mut rest, mut left) = (1.0, n);
    for (at, share) in shares.iter().enumerate().take(shares.len().saturating_sub(1)) {
        let drawn = counts::binomial(source, left, share / rest);
        counts[first + at] = drawn;
        left -= drawn;
        if left <= 0 {
            break;
        }
        rest -= share;
    }
    if left > 0
        && let Some(last) = counts.last_mut()
    {
        *last = left;
    }
}
