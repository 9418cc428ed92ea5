//! A short list of extents or strides, kept in place because ranks are small.

use crate::error::Error;
use phylanx_abi::MAX_RANK;
use std::ops::{Deref, DerefMut};

/// Up to [`MAX_RANK`] integers; reads as a slice.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub struct Dims {
    rank: usize,
    at: [i64; MAX_RANK],
}

impl Dims {
    /// `rank` copies of `value`. Panics past [`MAX_RANK`]: callers know the rank, [`Dims::checked`] is for outside data.
    pub fn filled(rank: usize, value: i64) -> Dims {
        assert!(rank <= MAX_RANK, "rank {rank} is past the limit {MAX_RANK}");
        let mut at = [0; MAX_RANK];
        at[..rank].fill(value);
        Dims { rank, at }
    }

    /// The same integers; a `ValueError` when there are too many.
    pub fn checked(values: &[i64]) -> Result<Dims, Error> {
        if values.len() > MAX_RANK {
            let found = values.len();
            return Err(Error::value(format!("at most {MAX_RANK} dimensions are supported, found {found}")));
        }
        Ok(Dims::from(values))
    }

    /// One more integer at the end.
    pub fn push(&mut self, value: i64) {
        self.at[self.rank] = value;
        self.rank += 1;
    }

    /// Without the integer at `axis`.
    pub fn without(&self, axis: usize) -> Dims {
        self.iter().enumerate().filter(|&(at, _)| at != axis).map(|(_, &value)| value).collect()
    }

    /// With `value` put in before `axis`.
    pub fn with_inserted(&self, axis: usize, value: i64) -> Result<Dims, Error> {
        let mut values = self.to_vec();
        values.insert(axis, value);
        Dims::checked(&values)
    }

    /// Number of elements of an array of this shape; `None` past 63 bits.
    pub fn product(&self) -> Option<i64> {
        if self.contains(&0) {
            return Some(0);
        }
        self.iter().try_fold(1i64, |product, &extent| product.checked_mul(extent))
    }
}

impl From<&[i64]> for Dims {
    fn from(values: &[i64]) -> Dims {
        let mut dims = Dims::filled(values.len(), 0);
        dims.copy_from_slice(values);
        dims
    }
}

impl<const N: usize> From<[i64; N]> for Dims {
    fn from(values: [i64; N]) -> Dims {
        Dims::from(&values[..])
    }
}

impl FromIterator<i64> for Dims {
    fn from_iter<I: IntoIterator<Item = i64>>(values: I) -> Dims {
        let mut dims = Dims::default();
        values.into_iter().for_each(|value| dims.push(value));
        dims
    }
}

impl Deref for Dims {
    type Target = [i64];
    fn deref(&self) -> &[i64] {
        &self.at[..self.rank]
    }
}

impl DerefMut for Dims {
    fn deref_mut(&mut self) -> &mut [i64] {
        &mut self.at[..self.rank]
    }
}

impl std::fmt::Debug for Dims {
    fn fmt(&self, out: &mut std::fmt::Formatter) -> std::fmt::Result {
        out.write_str(&tuple(self))
    }
}

/// The integers as Python prints a tuple: `(2, 3)`, `(2,)`, `()`.
pub fn tuple(values: &[i64]) -> String {
    match values {
        [only] => format!("({only},)"),
        _ => format!("({})", values.iter().map(i64::to_string).collect::<Vec<_>>().join(", ")),
    }
}

/// The integers as NumPy prints a shape in broadcast errors: `(2,3)`, `(2,)`, `()`.
pub fn tight_tuple(values: &[i64]) -> String {
    match values {
        [only] => format!("({only},)"),
        _ => format!("({})", values.iter().map(i64::to_string).collect::<Vec<_>>().join(",")),
    }
}
