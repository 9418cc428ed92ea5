//! How the dimensions of a buffer lie along the dimensions of a domain that reads or writes it through a view.

use super::operand::Operand;
use crate::array::View;
use crate::layout::Layout;
use crate::region::{Region, row_major};
use phylanx_abi::MAX_RANK;

/// For each dimension of a buffer: the index at domain coordinate 0, and the domain dimension and step along which it moves, if it does.
#[derive(Clone, Copy, Debug)]
pub struct Axes {
    rank: usize,
    base: [i64; MAX_RANK],
    along: [Option<(usize, i64)>; MAX_RANK],
}

impl Axes {
    /// The axes of a view on a row-major buffer of this shape; view dimension `k` lies along domain dimension `dims[k]`. None if
    /// strides mix dimensions (a diagonal, a reshape across dimensions): such a view is not a product of slices.
    pub fn of(view: &View, shape: &[i64], dims: impl Iterator<Item = usize>) -> Option<Axes> {
        let strides = row_major(shape);
        let mut axes = Axes { rank: shape.len(), base: [0; MAX_RANK], along: [None; MAX_RANK] };
        let mut rest = view.offset;
        for (base, stride) in axes.base.iter_mut().zip(&strides[..shape.len()]) {
            *base = rest / stride;
            rest %= stride;
        }
        for (k, dim) in dims.take(view.rank()).enumerate() {
            let (extent, stride) = (view.shape[k], view.strides[k]);
            if extent == 1 || stride == 0 {
                continue;
            }
            let d =
                (0..shape.len()).find(|&d| shape[d] > 1 && strides[d] <= stride.abs() && stride % strides[d] == 0)?;
            let step = stride / strides[d];
            let last = axes.base[d] + step * (extent - 1).max(0);
            if axes.along[d].is_some() || !(0..shape[d]).contains(&last) {
                return None;
            }
            axes.along[d] = Some((dim, step));
        }
        Some(axes)
    }

    /// The smallest region of the buffer that holds what a region of the domain touches.
    pub fn need(&self, domain: &Region) -> Region {
        let (mut lo, mut hi) = (self.base, self.base);
        for d in 0..self.rank {
            hi[d] += 1;
            let Some((dim, step)) = self.along[d] else { continue };
            if domain.extent(dim) == 0 {
                hi[d] = lo[d];
                continue;
            }
            let ends = [domain.lo()[dim], domain.hi()[dim] - 1].map(|i| self.base[d] + step * i);
            (lo[d], hi[d]) = (ends[0].min(ends[1]), ends[0].max(ends[1]) + 1);
        }
        let need = Region::new(&lo[..self.rank], &hi[..self.rank]);
        if domain.is_empty() && self.rank > 0 { need.with_dim(0, lo[0], lo[0]) } else { need }
    }

    /// The part of a region of the domain that touches only `held` of the buffer.
    pub fn within(&self, domain: &Region, held: &Region) -> Region {
        let mut part = *domain;
        for d in 0..self.rank {
            let (lo, hi) = (held.lo()[d] - self.base[d], held.hi()[d] - self.base[d]);
            match self.along[d] {
                Some((dim, step)) => {
                    let (first, last) = if step > 0 { (lo, hi - 1) } else { (hi - 1, lo) };
                    let first = -(-first * step.signum()).div_euclid(step.abs());
                    let last = (last * step.signum()).div_euclid(step.abs());
                    part = part.with_dim(dim, part.lo()[dim].max(first), part.hi()[dim].min(last + 1));
                }
                None if lo <= 0 && 0 < hi => {}
                None => part = nothing(part),
            }
        }
        if part.is_empty() { nothing(part) } else { part }
    }

    /// The operand when the buffer's region `held` lies row-major at `data`.
    pub fn operand(&self, data: *mut u8, size: usize, held: &Region) -> Operand {
        let steps = row_major(&held.extents()[..self.rank]);
        let mut operand = Operand { data, size: size as i64, strides: [0; MAX_RANK] };
        let mut first = 0;
        for (d, stride) in steps.into_iter().enumerate().take(self.rank) {
            first += (self.base[d] - held.lo()[d]) * stride;
            if let Some((dim, step)) = self.along[d] {
                operand.strides[dim] += step * stride;
            }
        }
        operand.data = data.wrapping_offset((first * size as i64) as isize);
        operand
    }

    /// The buffer's layout as a layout of the domain, if every dimension that is cut moves one by one along a dimension of the domain.
    pub fn layout(&self, layout: &Layout, domain: &[i64]) -> Option<Layout> {
        let mut dims = [None; MAX_RANK];
        for (found, (along, base)) in dims.iter_mut().zip(self.along.iter().zip(self.base)) {
            *found = along.filter(|&(_, step)| step == 1).map(|(dim, _)| (dim, base));
        }
        layout.seen_from(domain, &dims[..self.rank])
    }
}

/// The region made empty in all dimensions.
fn nothing(region: Region) -> Region {
    (0..region.rank()).fold(region, |region, d| region.with_dim(d, region.lo()[d], region.lo()[d]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::array::Dims;

    fn axes(view: &View, shape: &[i64]) -> Option<Axes> {
        Axes::of(view, shape, 0..view.rank())
    }

    /// Buffer index of each point, by the view itself.
    fn touched(view: &View, at: [i64; 2]) -> i64 {
        view.offset + at[0] * view.strides[0] + at[1] * view.strides[1]
    }

    #[test]
    fn slices_and_transposes_are_found_out() {
        let shape = [20i64, 30];
        let whole = View::contiguous(Dims::from(shape));
        let views = [
            whole,
            whole.sliced(0, 3, 1, 10).sliced(1, 2, 1, 11),
            whole.sliced(0, 19, -2, 10).sliced(1, 1, 3, 9),
            whole.transposed(&[1, 0]).sliced(0, 4, 2, 5),
        ];
        for view in views {
            let axes = axes(&view, &shape).expect("a product of slices");
            let domain = Region::new(&[1, 2], &[4, 5]);
            let need = axes.need(&domain);
            let operand = axes.operand(std::ptr::null_mut(), 1, &Region::whole(&shape));
            for i in 1..4 {
                for j in 2..5 {
                    let at = touched(&view, [i, j]);
                    assert!(need.contains(&Region::new(&[at / 30, at % 30], &[at / 30 + 1, at % 30 + 1])));
                    assert_eq!(operand.at(&[i, j]) as i64, at);
                }
            }
            assert_eq!(axes.within(&domain, &need), domain);
            let less = need.with_dim(0, need.lo()[0] + 1, need.hi()[0]);
            let part = axes.within(&domain, &less);
            assert!(part.volume() < domain.volume() && less.contains(&axes.need(&part)));
        }
    }

    #[test]
    fn diagonals_and_reshapes_across_dimensions_are_not_slices() {
        let diagonal = View { offset: 0, shape: Dims::from([5]), strides: Dims::from([6]) };
        assert!(axes(&diagonal, &[5, 5]).is_none());
        let flat = View::contiguous(Dims::from([25]));
        assert!(axes(&flat, &[5, 5]).is_none());
        let column = View::contiguous(Dims::from([25, 1]));
        assert!(axes(&column, &[25]).is_some());
    }
}
