//! Block layouts in closed form: which rank holds which part of an array, found by a division and never by a list.
//!
//! The ranks form a process grid over at most two dimensions of the array. Along a distributed dimension the index
//! `i` belongs to part `(i + offset) / block`, clamped to the parts there are. A fresh array has offset 0 and a block that is
//! a multiple of the quantum of its dimension; a view with step 1 keeps its base's blocks and shifts the offset.

use crate::region::Region;
use phylanx_abi::{Layout as Wish, MAX_RANK};

/// Arrays of fewer bytes are held whole by every rank unless `PHYLANX_SHARE_FROM` says otherwise: one core passes over so
/// many in the time of a few messages.
pub const SHARE_FROM: usize = 256 * 1024;

/// How a job shares out work; the same on every rank.
#[derive(Clone, Copy, Debug)]
pub struct Sharing {
    pub ranks: usize,
    /// Arrays of fewer bytes are held whole by every rank.
    pub from: usize,
}

/// The number of indices that a reduction leaf spans along dimension `d` of an array or domain of this rank.
pub fn quantum(d: usize, rank: usize) -> i64 {
    if d + 1 == rank { 1024 } else { 16 }
}

/// Multiples of this many indices are multiples of every quantum.
const COARSEST: i64 = 1024;

/// How one dimension is cut.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Cut {
    dim: u8,
    parts: u32,
    block: i64,
    offset: i64,
}

/// A distribution of an array of known shape over all ranks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Layout {
    rank: u8,
    shape: [i64; MAX_RANK],
    /// One or two cuts; the first is the slower one in the order of ranks.
    cuts: [Option<Cut>; 2],
}

/// A layout together with this rank's part of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Placement {
    pub layout: Layout,
    /// The part that this rank holds, row-major in its storage.
    pub local: Region,
}

impl Placement {
    pub fn new(layout: Layout, rank: usize) -> Placement {
        Placement { layout, local: layout.region_of(rank) }
    }
}

impl Sharing {
    /// The layout of a fresh array, or none if it should stay replicated.
    pub fn choose(&self, wish: Wish, shape: &[i64], element_size: usize) -> Option<Layout> {
        let (ranks, bytes) = (self.ranks, shape.iter().try_fold(element_size as i64, |n, &s| n.checked_mul(s))?);
        if ranks < 2 || shape.is_empty() || bytes < self.from as i64 {
            return None;
        }
        let wished = match wish {
            Wish::Replicated => return None,
            Wish::Columns if shape.len() >= 2 => Layout::lines(shape, 1, ranks),
            Wish::Blocks if shape.len() >= 2 => Layout::blocks(shape, ranks),
            _ => Layout::lines(shape, 0, ranks),
        };
        Some(wished.or_more_even(ranks))
    }
}

impl Layout {
    /// This layout, or lines that share the array out much better: a dimension of few quanta leaves ranks without work.
    fn or_more_even(self, ranks: usize) -> Layout {
        let lines = (0..self.shape().len().min(2)).map(|dim| Layout::lines(self.shape(), dim, ranks));
        match lines.min_by_key(Layout::largest_part) {
            Some(lines) if self.largest_part() > lines.largest_part() * 3 / 2 => lines,
            _ => self,
        }
    }

    /// Elements of the largest part.
    fn largest_part(&self) -> i64 {
        let mut extents = self.shape;
        for cut in self.cuts.iter().flatten() {
            let extent = &mut extents[cut.dim as usize];
            *extent = cut.largest(*extent);
        }
        extents[..self.rank as usize].iter().product()
    }

    /// Blocks of one dimension.
    pub fn lines(shape: &[i64], dim: usize, ranks: usize) -> Layout {
        Layout::fresh(shape, [Some(Cut::fresh(shape, dim, ranks)), None])
    }

    /// Blocks of the first two dimensions over a grid as near to square blocks as the number of ranks allows.
    pub fn blocks(shape: &[i64], ranks: usize) -> Layout {
        let best = (1..=ranks).filter(|rows| ranks.is_multiple_of(*rows)).min_by_key(|rows| {
            let columns = (ranks / rows) as i64;
            shape[0] / *rows as i64 + shape[1] / columns
        });
        let rows = best.unwrap_or(1);
        let cut = |dim: usize, parts: usize| (parts > 1).then(|| Cut::fresh(shape, dim, parts));
        Layout::fresh(shape, [cut(0, rows), cut(1, ranks / rows)])
    }

    fn fresh(shape: &[i64], cuts: [Option<Cut>; 2]) -> Layout {
        let mut layout = Layout { rank: shape.len() as u8, shape: [1; MAX_RANK], cuts };
        layout.shape[..shape.len()].copy_from_slice(shape);
        layout
    }

    /// The same cuts seen from an array of another shape. `dims[d]` says where dimension `d` of this layout is found in the
    /// new one and how many indices its new index 0 lies after the old; a dimension that is cut must be found.
    pub fn seen_from(&self, shape: &[i64], dims: &[Option<(usize, i64)>]) -> Option<Layout> {
        let mut cuts = [None; 2];
        for (slot, cut) in cuts.iter_mut().zip(self.cuts) {
            let Some(cut) = cut else { continue };
            let (dim, shift) = dims[cut.dim as usize]?;
            *slot = Some(Cut { dim: dim as u8, offset: cut.offset + shift, ..cut });
        }
        Some(Layout::fresh(shape, cuts))
    }

    /// The same layout with the cuts of the dimensions in the bit set `dims` moved to multiples of their quanta.
    pub fn rounded(&self, dims: u32) -> Layout {
        let mut layout = *self;
        for cut in layout.cuts.iter_mut().flatten() {
            if dims & (1 << cut.dim) != 0 {
                cut.round(quantum(cut.dim as usize, self.rank as usize));
            }
        }
        layout
    }

    /// The same layout with all cuts moved to multiples of `quantum`.
    pub fn in_steps_of(&self, quantum: i64) -> Layout {
        let mut layout = *self;
        layout.cuts.iter_mut().flatten().for_each(|cut| cut.round(quantum));
        layout
    }

    pub fn shape(&self) -> &[i64] {
        &self.shape[..self.rank as usize]
    }

    /// The number of ranks the layout is for.
    pub fn ranks(&self) -> usize {
        self.cuts.iter().flatten().map(|cut| cut.parts as usize).product()
    }

    /// Bit set of the dimensions that are cut.
    pub fn cut_dims(&self) -> u32 {
        self.cuts.iter().flatten().fold(0, |set, cut| set | 1 << cut.dim)
    }

    /// How far the blocks are moved against those of a fresh array, in all.
    pub fn offsets(&self) -> i64 {
        self.cuts.iter().flatten().map(|cut| cut.offset).sum()
    }

    /// The rank that owns an index.
    pub fn owner(&self, index: &[i64]) -> usize {
        self.cuts.iter().flatten().fold(0, |rank, cut| rank * cut.parts as usize + cut.part(index[cut.dim as usize]))
    }

    /// The part of the array that a rank owns; possibly empty.
    pub fn region_of(&self, rank: usize) -> Region {
        let mut region = Region::whole(self.shape());
        let mut rest = rank;
        for cut in self.cuts.iter().rev().flatten() {
            let (lo, hi) = cut.bounds(rest % cut.parts as usize, self.shape[cut.dim as usize]);
            rest /= cut.parts as usize;
            region = region.with_dim(cut.dim as usize, lo, hi);
        }
        region
    }

    /// The ranks that own some index of a region that is not empty.
    pub fn owners(&self, region: &Region) -> impl Iterator<Item = usize> + use<> {
        let span = |cut: Option<Cut>| match cut {
            Some(cut) => (
                cut.parts as usize,
                cut.part(region.lo()[cut.dim as usize]),
                cut.part(region.hi()[cut.dim as usize] - 1),
            ),
            None => (1, 0, 0),
        };
        let ((_, a0, a1), (width, b0, b1)) = (span(self.cuts[0]), span(self.cuts[1]));
        (a0..=a1).flat_map(move |a| (b0..=b1).map(move |b| a * width + b))
    }
}

impl Cut {
    fn fresh(shape: &[i64], dim: usize, parts: usize) -> Cut {
        let (extent, least) = (shape[dim], quantum(dim, shape.len()));
        let even = (extent as u64).div_ceil(parts as u64) as i64;
        let cut = |block: i64| Cut { dim: dim as u8, parts: parts as u32, block, offset: 0 };
        // Parts that consist of the leaves of other ops, too, need not be cut anew for them.
        let coarse = std::iter::successors(Some(COARSEST), |quantum| Some(quantum / 2)).take_while(|&it| it > least);
        let nearest = |quantum: i64| cut((even + quantum / 2) / quantum * quantum);
        let is_even = |cut: &Cut| cut.block > 0 && cut.largest(extent) <= even + even / 64;
        coarse
            .map(nearest)
            .find(is_even)
            .unwrap_or_else(|| cut((even as u64).div_ceil(least as u64).max(1) as i64 * least))
    }

    /// Indices of the largest part.
    fn largest(&self, extent: i64) -> i64 {
        (extent - (i64::from(self.parts) - 1) * self.block).max(self.block.min(extent))
    }

    fn part(&self, index: i64) -> usize {
        (index + self.offset).div_euclid(self.block).clamp(0, i64::from(self.parts) - 1) as usize
    }

    /// First and last-plus-one index of a part; the outer parts reach to the ends of the dimension.
    fn bounds(&self, part: usize, extent: i64) -> (i64, i64) {
        let start = |p: usize| if p == 0 { 0 } else { (p as i64 * self.block - self.offset).clamp(0, extent) };
        let end = if part + 1 == self.parts as usize { extent } else { start(part + 1) };
        (start(part), end)
    }

    /// Moves the boundaries to the nearest multiples of `quantum` that keep all parts of one size.
    fn round(&mut self, quantum: i64) {
        self.block = (self.block + quantum / 2).div_euclid(quantum).max(1) * quantum;
        self.offset = (self.offset + quantum / 2).div_euclid(quantum) * quantum;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FOUR: Sharing = Sharing { ranks: 4, from: SHARE_FROM };

    fn check(layout: &Layout, ranks: usize) {
        assert_eq!(layout.ranks(), ranks);
        let regions: Vec<Region> = (0..ranks).map(|r| layout.region_of(r)).collect();
        assert_eq!(regions.iter().map(Region::volume).sum::<usize>(), Region::whole(layout.shape()).volume());
        for i in 0..layout.shape()[0] {
            for j in 0..layout.shape()[1] {
                let point = Region::new(&[i, j], &[i + 1, j + 1]);
                let holders: Vec<usize> = (0..ranks).filter(|&r| regions[r].contains(&point)).collect();
                assert_eq!(holders, [layout.owner(&[i, j])], "{layout:?} at {i} {j}");
            }
        }
    }

    #[test]
    fn every_index_is_owned_once_for_any_number_of_ranks() {
        for shape in [[1, 1], [16, 1024], [17, 1025], [100, 3], [3, 5000], [0, 7], [33, 0]] {
            for ranks in [1, 2, 3, 4, 5, 6, 7, 12, 13] {
                check(&Layout::lines(&shape, 0, ranks), ranks);
                check(&Layout::lines(&shape, 1, ranks), ranks);
                check(&Layout::blocks(&shape, ranks), ranks);
            }
        }
    }

    #[test]
    fn a_view_keeps_the_owners_of_its_base() {
        let base = Layout::blocks(&[100, 3000], 6);
        let view = base.seen_from(&[90, 2500], &[Some((0, 7)), Some((1, 400))]).expect("both dimensions are kept");
        check(&view, 6);
        for (i, j) in [(0, 0), (40, 1000), (89, 2499)] {
            assert_eq!(view.owner(&[i, j]), base.owner(&[i + 7, j + 400]));
        }
        let rounded = view.rounded(3);
        check(&rounded, 6);
        for rank in 0..6 {
            let region = rounded.region_of(rank);
            let aligned = region.lo()[0] % 16 == 0 && region.lo()[1] % 1024 == 0;
            assert!(region.is_empty() || aligned, "{region:?}");
        }
    }

    #[test]
    fn a_view_without_a_cut_dimension_has_no_such_layout() {
        assert!(Layout::lines(&[100, 30], 0, 4).seen_from(&[30], &[None, Some((0, 0))]).is_none());
        assert!(Layout::lines(&[100, 3000], 1, 4).seen_from(&[3000], &[None, Some((0, 0))]).is_some());
    }

    #[test]
    fn the_owners_of_a_region_are_the_ranks_whose_parts_meet_it() {
        for layout in
            [Layout::blocks(&[200, 9000], 6), Layout::lines(&[200, 30], 0, 5), Layout::lines(&[20, 9000], 1, 3)]
        {
            for (i, j) in [(0, 0), (13, 5), (50, 20), (100, 29)] {
                let region = Region::new(&[i, j], &[i + 60, j + 1]).intersect(&Region::whole(layout.shape()));
                if region.is_empty() {
                    continue;
                }
                let found: Vec<usize> =
                    layout.owners(&region).filter(|&r| !layout.region_of(r).intersect(&region).is_empty()).collect();
                let truth: Vec<usize> =
                    (0..layout.ranks()).filter(|&r| !layout.region_of(r).intersect(&region).is_empty()).collect();
                assert_eq!(found, truth);
            }
        }
    }

    #[test]
    fn a_wish_that_leaves_ranks_without_work_is_not_granted() {
        for wish in [Wish::Columns, Wish::Blocks] {
            assert_eq!(FOUR.choose(wish, &[10_000, 30], 8), Some(Layout::lines(&[10_000, 30], 0, 4)));
        }
        assert!(FOUR.choose(Wish::Rows, &[3, 30_000], 8).is_some_and(|it| it.cut_dims() == 2));
    }

    #[test]
    fn parts_are_of_one_size_and_consist_of_whole_leaves() {
        for (extent, ranks, quantum) in [(11_380, 2, 512), (4000, 2, 64), (1000, 4, 16), (4096, 4, 1024)] {
            let layout = Layout::lines(&[extent, 30], 0, ranks);
            let even = (extent as u64).div_ceil(ranks as u64) as i64;
            for rank in 0..ranks {
                let part = layout.region_of(rank);
                assert_eq!(part.lo()[0] % quantum, 0, "{extent} {ranks}");
                assert!(part.extent(0) <= (even + even / 64).max(even + 15), "{extent} {ranks}");
            }
        }
    }

    #[test]
    fn small_arrays_and_single_ranks_stay_replicated() {
        assert!(FOUR.choose(Wish::Rows, &[10, 10], 8).is_none());
        assert!(Sharing { ranks: 1, ..FOUR }.choose(Wish::Rows, &[1000, 1000], 8).is_none());
        assert!(FOUR.choose(Wish::Replicated, &[1000, 1000], 8).is_none());
        assert!(FOUR.choose(Wish::Columns, &[100_000], 8).is_some_and(|it| it.cut_dims() == 1));
        assert!(FOUR.choose(Wish::Blocks, &[3000, 3000], 8).is_some_and(|it| it.cut_dims() == 3));
    }
}
