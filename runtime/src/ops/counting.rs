//! Distinct elements and counts.

use super::creation::no_complex;
use super::value::{Args, Owned};
use crate::array::{Array, Element};
use crate::error::{Error, Result};
use crate::with_element;

/// Sorted distinct elements; NaNs count as one.
pub fn unique(args: Args) -> Result<Owned> {
    let array = args.array(0)?;
    with_element!(array.dtype(), T => {
        let mut values = array.to_vec::<T>();
        T::sort(&mut values);
        values.dedup_by(|right, left| left.order(right).is_eq());
        Array::from_vec(&values).map(Owned::Array)
    })
}

/// Number, or sum of weights, of each value of a vector of integers.
pub fn bincount(args: Args) -> Result<Owned> {
    let minimum = args.int(2)?;
    if minimum < 0 {
        return Err(Error::value("'minlength' must not be negative"));
    }
    let array = args.array(0)?;
    let weights = if args.is_none(1) { None } else { Some(weights(args.array(1)?)?) };
    if weights.as_ref().is_some_and(|weights| weights.len() as i64 != array.size()) {
        return Err(Error::value("The weights and list don't have the same length."));
    }
    let values = bins(array)?;
    let most = values.iter().max().map_or(0, |&most| most + 1);
    let length = most.max(minimum) as usize;
    let Some(weights) = weights else {
        let mut counts = vec![0i64; length];
        values.iter().for_each(|&value| counts[value as usize] += 1);
        return Array::from_vec(&counts).map(Owned::Array);
    };
    let mut sums = vec![0f64; length];
    values.iter().zip(&weights).for_each(|(&value, weight)| sums[value as usize] += weight);
    Array::from_vec(&sums).map(Owned::Array)
}

fn bins(array: &Array) -> Result<Vec<i64>> {
    if array.rank() > 1 {
        return Err(Error::value("object too deep for desired array"));
    }
    let values: Vec<i64> = with_element!(array.dtype(), T => {
        Ok(array.elements::<T>().iter().map(|value| value.to_int(64)).collect())
    }, complex => Err(no_complex()))?;
    if values.iter().any(|&value| value < 0) {
        return Err(Error::value("'list' argument must have no negative elements"));
    }
    Ok(values)
}

fn weights(array: &Array) -> Result<Vec<f64>> {
    with_element!(array.dtype(), T => {
        Ok(array.elements::<T>().iter().map(|value| value.to_f64()).collect())
    }, complex => Err(no_complex()))
}
