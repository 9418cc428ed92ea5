//! Where the elements of an array lie in its buffer: offset, extents and strides, in elements of the whole (global) buffer.

use super::dims::{Dims, tight_tuple};
use crate::error::Error;

const TOO_BIG: &str = "array is too big; `arr.size * arr.dtype.itemsize` is larger than the maximum possible size.";

/// A strided window on a row-major buffer. Strides may be negative or zero.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct View {
    /// Element with all indices 0.
    pub offset: i64,
    pub shape: Dims,
    pub strides: Dims,
}

impl View {
    /// All of a row-major buffer of this shape.
    pub fn contiguous(shape: Dims) -> View {
        View { offset: 0, shape, strides: row_major(&shape) }
    }

    pub fn rank(&self) -> usize {
        self.shape.len()
    }

    /// Number of elements.
    pub fn size(&self) -> i64 {
        self.shape.iter().product()
    }

    /// Whether the elements lie in row-major order without gaps (unit and empty dimensions do not matter).
    pub fn is_contiguous(&self) -> bool {
        if self.shape.contains(&0) {
            return true;
        }
        let mut expected = 1;
        for axis in (0..self.rank()).rev() {
            if self.shape[axis] != 1 && self.strides[axis] != expected {
                return false;
            }
            expected *= self.shape[axis];
        }
        true
    }

    /// Lowest and highest element of the buffer that the view touches; `None` for an empty view.
    pub fn span(&self) -> Option<(i64, i64)> {
        if self.shape.contains(&0) {
            return None;
        }
        let (mut low, mut high) = (self.offset, self.offset);
        for (&extent, &stride) in self.shape.iter().zip(self.strides.iter()) {
            let reach = (extent - 1) * stride;
            low += reach.min(0);
            high += reach.max(0);
        }
        Some((low, high))
    }

    /// The same memory for elements of another size, `to` bytes instead of `from`: the last axis has more of them, or fewer.
    pub fn of_size(&self, from: usize, to: usize) -> Result<View, Error> {
        if from == to {
            return Ok(*self);
        }
        let Some(last) = self.rank().checked_sub(1) else {
            return Err(Error::value(
                "Changing the dtype of a 0d array is only supported if the itemsize is unchanged",
            ));
        };
        if self.strides[last] != 1 && self.shape[last] != 1 {
            return Err(Error::value("To change to a dtype of a different size, the last axis must be contiguous"));
        }
        let (mut shape, mut strides, mut offset) = (self.shape, self.strides, self.offset);
        if to < from {
            let ratio = (from / to) as i64;
            shape[last] *= ratio;
            strides.iter_mut().for_each(|stride| *stride *= ratio);
            offset *= ratio;
        } else {
            let ratio = (to / from) as i64;
            if shape[last] % ratio != 0 {
                return Err(Error::value(
                    "When changing to a larger dtype, its size must be a divisor of the total size in bytes of the last axis of the array.",
                ));
            }
            let outer = strides.iter().take(last).all(|stride| stride % ratio == 0);
            if !outer || offset % ratio != 0 {
                return Err(Error::value(
                    "elements that begin between those of the larger dtype are not supported: copy the array first",
                ));
            }
            shape[last] /= ratio;
            strides.iter_mut().for_each(|stride| *stride /= ratio);
            offset /= ratio;
        }
        strides[last] = 1;
        Ok(View { offset, shape, strides })
    }

    /// Axis `k` of the result is axis `perm[k]`. `perm` is a permutation.
    pub fn transposed(&self, perm: &[usize]) -> View {
        let shape = perm.iter().map(|&axis| self.shape[axis]).collect();
        let strides = perm.iter().map(|&axis| self.strides[axis]).collect();
        View { offset: self.offset, shape, strides }
    }

    /// With an axis of extent 1 behind the last. The rank is below the limit.
    pub fn reshaped_column(&self) -> View {
        let (mut shape, mut strides) = (self.shape, self.strides);
        shape.push(1);
        strides.push(0);
        View { offset: self.offset, shape, strides }
    }

    /// Repeated to `shape` by NumPy's broadcasting; `None` when that is impossible.
    pub fn broadcast(&self, shape: &Dims) -> Option<View> {
        let lead = shape.len().checked_sub(self.rank())?;
        let mut strides = Dims::filled(shape.len(), 0);
        for axis in 0..self.rank() {
            match (self.shape[axis], shape[lead + axis]) {
                (have, want) if have == want => strides[lead + axis] = self.strides[axis],
                (1, _) => {}
                _ => return None,
            }
        }
        Some(View { offset: self.offset, shape: *shape, strides })
    }

    /// The same elements in row-major order under another shape, where strides can say so; `None` when a copy is needed.
    /// The shapes have equally many elements.
    pub fn reshaped(&self, shape: &Dims) -> Option<View> {
        if self.shape.contains(&0) {
            return Some(View { offset: self.offset, shape: *shape, strides: row_major(shape) });
        }
        let groups = self.merged();
        let mut strides = Dims::filled(shape.len(), 0);
        let mut axis = 0;
        for &(extent, stride) in &groups {
            let mut covered = 1;
            let first = axis;
            while covered < extent {
                covered *= *shape.get(axis)?;
                axis += 1;
            }
            if covered != extent {
                return None;
            }
            let mut step = stride;
            for at in (first..axis).rev() {
                strides[at] = step;
                step *= shape[at];
            }
        }
        Some(View { offset: self.offset, shape: *shape, strides })
    }

    /// Dimensions other than 1, neighbours joined where they are evenly spaced as one, as (extent, stride).
    fn merged(&self) -> Vec<(i64, i64)> {
        let mut groups: Vec<(i64, i64)> = Vec::with_capacity(self.rank());
        for (&extent, &stride) in self.shape.iter().zip(self.strides.iter()) {
            match groups.last_mut() {
                _ if extent == 1 => {}
                Some(last) if last.1 == extent * stride => *last = (last.0 * extent, stride),
                _ => groups.push((extent, stride)),
            }
        }
        groups
    }

    /// Without the dimension `axis`, at `index` of it (in range).
    pub fn at(&self, axis: usize, index: i64) -> View {
        View {
            offset: self.offset + index * self.strides[axis],
            shape: self.shape.without(axis),
            strides: self.strides.without(axis),
        }
    }

    /// With `axis` limited to `count` elements from `start`, `step` apart (in range).
    pub fn sliced(&self, axis: usize, start: i64, step: i64, count: i64) -> View {
        let mut view = *self;
        view.offset += if count > 0 { start * self.strides[axis] } else { 0 };
        view.shape[axis] = count;
        view.strides[axis] *= step;
        view
    }
}

/// Strides of a row-major array without gaps.
pub fn row_major(shape: &[i64]) -> Dims {
    let mut strides = Dims::filled(shape.len(), 0);
    let mut step = 1i64;
    for axis in (0..shape.len()).rev() {
        strides[axis] = step;
        step = step.wrapping_mul(shape[axis].max(1));
    }
    strides
}

/// NumPy's broadcast of several shapes; its message when they do not fit.
pub fn broadcast_shapes(shapes: &[Dims]) -> Result<Dims, Error> {
    let rank = shapes.iter().map(|shape| shape.len()).max().unwrap_or(0);
    let mut out = Dims::filled(rank, 1);
    for shape in shapes {
        let lead = rank - shape.len();
        for (axis, &extent) in shape.iter().enumerate() {
            match (out[lead + axis], extent) {
                (have, want) if have == want || want == 1 => {}
                (1, want) => out[lead + axis] = want,
                _ => return Err(mismatch(shapes)),
            }
        }
    }
    Ok(out)
}

fn mismatch(shapes: &[Dims]) -> Error {
    let all = shapes.iter().map(|shape| tight_tuple(shape)).collect::<Vec<_>>().join(" ");
    Error::value(format!("operands could not be broadcast together with shapes {all} "))
}

/// NumPy's message for a value that does not fit its destination.
pub fn input_mismatch(from: &[i64], into: &[i64]) -> Error {
    Error::value(format!(
        "could not broadcast input array from shape {} into shape {}",
        tight_tuple(from),
        tight_tuple(into)
    ))
}

/// The axis counted from the front, or NumPy's `AxisError`.
pub fn normalize_axis(axis: i64, rank: usize) -> Result<usize, Error> {
    let signed = rank as i64;
    let counted = if axis < 0 { axis + signed } else { axis };
    if (0..signed).contains(&counted) {
        return Ok(counted as usize);
    }
    let message = format!("axis {axis} is out of bounds for array of dimension {rank}");
    Err(Error::new("numpy.exceptions.AxisError", message))
}

/// The index counted from the front, or NumPy's `IndexError`.
pub fn normalize_index(index: i64, axis: usize, extent: i64) -> Result<i64, Error> {
    let counted = if index < 0 { index.wrapping_add(extent) } else { index };
    if (0..extent).contains(&counted) {
        return Ok(counted);
    }
    Err(Error::index(format!("index {index} is out of bounds for axis {axis} with size {extent}")))
}

/// The shape asked of `reshape`, its `-1` worked out.
pub fn resolve_shape(size: i64, asked: &[i64]) -> Result<Dims, Error> {
    let mut shape = Dims::checked(asked)?;
    let failed = || Error::value(format!("cannot reshape array of size {size} into shape {}", asked_text(asked)));
    let unknown: Vec<usize> = (0..asked.len()).filter(|&axis| asked[axis] < 0).collect();
    if unknown.len() > 1 {
        return Err(Error::value("can only specify one unknown dimension"));
    }
    if let Some(&axis) = unknown.first() {
        let known = shape.without(axis).product().filter(|&known| known > 0).ok_or_else(failed)?;
        if size % known != 0 {
            return Err(failed());
        }
        shape[axis] = size / known;
    }
    if shape.product() == Some(size) { Ok(shape) } else { Err(failed()) }
}

/// A shape with unknown extents as NumPy words it: leading ones left out, others `newaxis`.
fn asked_text(asked: &[i64]) -> String {
    let known = asked.iter().skip_while(|&&extent| extent < 0);
    let words: Vec<String> =
        known.map(|&extent| if extent < 0 { "newaxis".into() } else { extent.to_string() }).collect();
    if asked.len() == 1 { format!("({},)", words.join(",")) } else { format!("({})", words.join(",")) }
}

/// The shape of an array to be made: no negative extent, not too large.
pub fn creation_shape(asked: &[i64]) -> Result<Dims, Error> {
    if asked.iter().any(|&extent| extent < 0) {
        return Err(Error::value("negative dimensions are not allowed"));
    }
    let shape = Dims::checked(asked)?;
    match shape.product() {
        Some(_) => Ok(shape),
        None => Err(Error::value(TOO_BIG)),
    }
}
