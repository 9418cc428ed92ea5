//! Boxes of integer points: the one way in which parts of arrays and of iteration domains are named.

use phylanx_abi::MAX_RANK;

/// The points `lo <= i < hi`, dimension by dimension; of rank 0 it is the one empty tuple.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Region {
    rank: usize,
    lo: [i64; MAX_RANK],
    hi: [i64; MAX_RANK],
}

impl Region {
    /// All indices of an array of this shape.
    pub fn whole(shape: &[i64]) -> Region {
        let mut region = Region { rank: shape.len(), lo: [0; MAX_RANK], hi: [0; MAX_RANK] };
        region.hi[..shape.len()].copy_from_slice(shape);
        region
    }

    /// The region between two corners of equal length.
    pub fn new(lo: &[i64], hi: &[i64]) -> Region {
        debug_assert_eq!(lo.len(), hi.len());
        let mut region = Region::whole(hi);
        region.lo[..lo.len()].copy_from_slice(lo);
        region
    }

    pub fn rank(&self) -> usize {
        self.rank
    }

    pub fn lo(&self) -> &[i64] {
        &self.lo[..self.rank]
    }

    pub fn hi(&self) -> &[i64] {
        &self.hi[..self.rank]
    }

    /// Number of indices along dimension `d`.
    pub fn extent(&self, d: usize) -> i64 {
        (self.hi[d] - self.lo[d]).max(0)
    }

    /// Number of indices along each dimension; entries past the rank are 1.
    pub fn extents(&self) -> [i64; MAX_RANK] {
        let mut extents = [1; MAX_RANK];
        for (d, extent) in extents.iter_mut().enumerate().take(self.rank) {
            *extent = self.extent(d);
        }
        extents
    }

    /// Number of points.
    pub fn volume(&self) -> usize {
        (0..self.rank).map(|d| self.extent(d) as usize).product()
    }

    pub fn is_empty(&self) -> bool {
        (0..self.rank).any(|d| self.hi[d] <= self.lo[d])
    }

    /// The same region with dimension `d` narrowed or widened to `lo..hi`.
    pub fn with_dim(mut self, d: usize, lo: i64, hi: i64) -> Region {
        self.lo[d] = lo;
        self.hi[d] = hi;
        self
    }

    /// The points in both.
    pub fn intersect(&self, other: &Region) -> Region {
        debug_assert_eq!(self.rank, other.rank);
        let mut region = *self;
        for d in 0..self.rank {
            region.lo[d] = self.lo[d].max(other.lo[d]);
            region.hi[d] = self.hi[d].min(other.hi[d]).max(region.lo[d]);
        }
        region
    }

    /// Whether every point of `other` is a point of `self`.
    pub fn contains(&self, other: &Region) -> bool {
        other.is_empty() || (0..self.rank).all(|d| self.lo[d] <= other.lo[d] && other.hi[d] <= self.hi[d])
    }

    /// Disjoint regions that make up `self` without `hole`; slabs along the leading dimensions come first.
    pub fn without(&self, hole: &Region) -> Vec<Region> {
        let hole = self.intersect(hole);
        if self.is_empty() {
            return Vec::new();
        }
        if hole.is_empty() {
            return vec![*self];
        }
        let mut rest = *self;
        let mut parts = Vec::new();
        for d in 0..self.rank {
            let (below, above) = (rest.with_dim(d, rest.lo[d], hole.lo[d]), rest.with_dim(d, hole.hi[d], rest.hi[d]));
            parts.extend([below, above].into_iter().filter(|part| !part.is_empty()));
            rest = rest.with_dim(d, hole.lo[d], hole.hi[d]);
        }
        parts
    }
}

/// Row-major strides, in elements, of an array of this shape.
pub(crate) fn row_major(shape: &[i64]) -> [i64; MAX_RANK] {
    let mut strides = [0; MAX_RANK];
    let mut step = 1;
    for d in (0..shape.len()).rev() {
        strides[d] = step;
        step *= shape[d].max(1);
    }
    strides
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_region_without_a_hole_is_covered_once_by_its_parts() {
        let whole = Region::new(&[0, -1, 2], &[5, 4, 6]);
        for hole in [Region::new(&[1, 0, 3], &[3, 2, 9]), Region::new(&[0, 0, 0], &[0, 0, 0]), whole] {
            let parts = whole.without(&hole);
            for i in 0..5 {
                for j in -1..4 {
                    for k in 2..6 {
                        let point = Region::new(&[i, j, k], &[i + 1, j + 1, k + 1]);
                        let hits = parts.iter().filter(|part| part.contains(&point)).count();
                        assert_eq!(hits, usize::from(!hole.contains(&point)), "{i} {j} {k}");
                    }
                }
            }
        }
    }

    #[test]
    fn a_scalar_region_has_one_point_and_an_empty_one_none() {
        assert_eq!(Region::whole(&[]).volume(), 1);
        assert!(!Region::whole(&[]).is_empty());
        assert!(Region::whole(&[3, 0]).is_empty());
        assert!(Region::whole(&[]).without(&Region::whole(&[])).is_empty());
    }
}
