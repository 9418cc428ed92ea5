//! Running a reduction: the kernel folds leaves of fixed size, the canonical tree puts them together.

use super::combine::fill_identity;
use super::map::{operand_rank, worth};
use super::operand::{Descriptors, Operand};
use super::pool::Pool;
use super::tree::{Kind, Tree};
use crate::array::walk::walk;
use crate::error::Result;
use crate::layout::quantum;
use crate::region::{Region, row_major};
use phylanx_abi::{DType, Fold, MAX_RANK, TaskDesc};
use std::sync::Mutex;

/// Outputs that are folded together: their partial results stay in the cache.
const WIDTH: usize = 4096;

/// A reduction over a domain; regions of its kept dimensions have extent 1 along the reduced ones.
pub struct Job<'a> {
    pub desc: &'a TaskDesc,
    pub fold: Fold,
    pub dtype: DType,
    /// The whole domain.
    pub domain: Region,
    pub inputs: &'a [Operand],
    leaves: Leaves,
}

/// The grid of leaves: how many there are along each reduced dimension, and their size.
#[derive(Clone, Copy)]
struct Leaves {
    rank: usize,
    reduced: u32,
    counts: [i64; MAX_RANK],
    sizes: [i64; MAX_RANK],
}

/// A run of consecutive leaves.
pub type Run = (i64, i64);

impl<'a> Job<'a> {
    pub fn new(desc: &'a TaskDesc, fold: Fold, dtype: DType, domain: Region, inputs: &'a [Operand]) -> Job<'a> {
        Job { desc, fold, dtype, domain, inputs, leaves: Leaves::new(&domain, desc.reduced) }
    }

    /// The part of a region that is kept: extent 1 along the reduced dimensions.
    pub fn kept(&self, region: &Region) -> Region {
        (0..region.rank()).filter(|d| self.is_reduced(*d)).fold(*region, |kept, d| kept.with_dim(d, 0, 1))
    }

    fn is_reduced(&self, d: usize) -> bool {
        self.desc.reduced & (1 << d) != 0
    }

    /// The runs of leaves in a region whose bounds along reduced dimensions are those of leaves.
    pub fn runs(&self, region: &Region) -> Vec<Run> {
        self.leaves.runs(region)
    }

    /// What nodes of `width` outputs are made of.
    pub fn kind(&self, width: usize) -> Kind {
        Kind { fold: self.fold, dtype: self.dtype, width }
    }

    /// Folds everything at the outputs `kept` into `out`, an operand in domain coordinates.
    ///
    /// # Safety
    /// The inputs hold the domain at those outputs and `out` has room for them.
    pub unsafe fn run(&self, pool: &Pool, kept: &Region, out: &Operand) -> Result<()> {
        if kept.is_empty() {
            return Ok(());
        }
        if self.domain.is_empty() {
            return self.identity(kept, out);
        }
        let count = self.leaves.total();
        if count == 1 && kept.volume() <= WIDTH {
            let region = self.leaves.region(0, kept, &self.domain);
            // SAFETY: by the contract.
            pool.traced(self.desc, || unsafe { self.descriptors(kept, out).call(self.desc.kernel, &region) });
            return Ok(());
        }
        let chunks = split_by_width(kept);
        let pieces = worth(&self.domain, self.desc.flops, pool.threads());
        if chunks.len() >= pieces {
            pool.run(chunks.len(), &|at| {
                pool.traced(self.desc, || self.finish(&chunks[at], self.run_of(&chunks[at], (0, count)), out));
            });
            return Ok(());
        }
        for chunk in &chunks {
            self.finish(chunk, self.run_on_threads(pool, chunk, (0, count), pieces), out);
        }
        Ok(())
    }

    /// The nodes of a run of leaves at some outputs, computed on all threads where that pays.
    pub fn nodes(&self, pool: &Pool, kept: &Region, run: Run) -> Tree {
        let share = (run.1 - run.0) as f64 / self.leaves.total() as f64;
        let pieces = worth(&self.domain, self.desc.flops, pool.threads()) as f64 * share;
        self.run_on_threads(pool, kept, run, pieces as usize)
    }

    fn run_on_threads(&self, pool: &Pool, kept: &Region, run: Run, pieces: usize) -> Tree {
        let step = (run.1 - run.0).div_euclid(pieces.max(1) as i64).max(1);
        let runs: Vec<Run> = (run.0..run.1).step_by(step as usize).map(|at| (at, run.1.min(at + step))).collect();
        if runs.len() < 2 {
            return pool.traced(self.desc, || self.run_of(kept, run));
        }
        let trees: Vec<Mutex<Option<Tree>>> = runs.iter().map(|_| Mutex::new(None)).collect();
        pool.run(runs.len(), &|at| {
            let tree = pool.traced(self.desc, || self.run_of(kept, runs[at]));
            if let Ok(mut place) = trees[at].lock() {
                *place = Some(tree);
            }
        });
        let mut all = Tree::new(self.kind(kept.volume()));
        trees
            .into_iter()
            .filter_map(|tree| tree.into_inner().ok().flatten())
            .for_each(|mut tree| all.extend(&mut tree));
        all
    }

    /// The nodes of a run of leaves at some outputs.
    fn run_of(&self, kept: &Region, run: Run) -> Tree {
        let mut tree = Tree::new(self.kind(kept.volume()));
        let origin = Operand::block(std::ptr::null_mut(), self.dtype.size(), kept).repeated(self.desc.reduced);
        let mut descriptors = self.descriptors(kept, &origin);
        for leaf in run.0..run.1 {
            tree.add((0, leaf), |slot| {
                descriptors.set_last(slot.wrapping_offset(origin.data as isize));
                // SAFETY: the slot has room for the outputs; the caller vouches for the inputs.
                unsafe { descriptors.call(self.desc.kernel, &self.leaves.region(leaf, kept, &self.domain)) };
            });
        }
        tree
    }

    fn descriptors(&self, kept: &Region, out: &Operand) -> Descriptors {
        let (rank, extents) = (self.domain.rank(), self.domain.extents());
        let mut descriptors = Descriptors::with_capacity(self.inputs.len() + 1);
        for (at, operand) in self.inputs.iter().enumerate() {
            descriptors.push(operand, rank - operand_rank(self.desc, at)..rank, &extents);
        }
        let keep_all = self.desc.keepdims != 0;
        let dims = (0..rank).filter(|d| keep_all || !self.is_reduced(*d));
        descriptors.push(out, dims, &kept.extents());
        descriptors
    }

    fn finish(&self, kept: &Region, mut tree: Tree, out: &Operand) {
        // SAFETY: the root holds one element for each output of the region; the caller vouches for `out`.
        unsafe { store(tree.root(), kept, out) };
    }

    fn identity(&self, kept: &Region, out: &Operand) -> Result<()> {
        let mut words = vec![0u64; (kept.volume() * self.dtype.size()).div_ceil(8)];
        let block: *mut u8 = words.as_mut_ptr().cast();
        // SAFETY: the block has room for the outputs.
        unsafe {
            fill_identity(self.fold, self.dtype, block, kept.volume())?;
            store(block, kept, out);
        }
        Ok(())
    }
}

/// Copies a row-major block of a region's elements to where an operand has them.
///
/// # Safety
/// `block` holds the region's elements and `out` has room for them.
pub unsafe fn store(block: *const u8, region: &Region, out: &Operand) {
    let size = out.size as usize;
    let (to, strides) = (out.at(region.lo()), row_major(&region.extents()[..region.rank()]));
    let from = crate::array::View { strides: strides[..region.rank()].into(), ..out.view(region) };
    walk([&out.view(region), &from], |run| {
        for n in 0..run.count {
            let (at, source) = (run.at[0] + n * run.strides[0], run.at[1] + n * run.strides[1]);
            // SAFETY: by the contract.
            unsafe {
                std::ptr::copy_nonoverlapping(
                    block.offset(source as isize * size as isize),
                    to.offset(at as isize * size as isize),
                    size,
                )
            };
        }
    });
}

/// Cuts a region into parts of at most [`WIDTH`] points: the outer dimensions one by one, the dimension behind which few enough points lie in steps.
fn split_by_width(kept: &Region) -> Vec<Region> {
    let mut parts = vec![*kept];
    let mut behind = kept.volume();
    for d in 0..kept.rank() {
        if behind <= WIDTH {
            break;
        }
        behind /= kept.extent(d) as usize;
        let step = (WIDTH / behind).max(1);
        parts = parts.iter().flat_map(|part| cut(part, d, step)).collect();
    }
    parts
}

fn cut(region: &Region, d: usize, step: usize) -> impl Iterator<Item = Region> + use<> {
    let (region, lo, hi) = (*region, region.lo()[d], region.hi()[d]);
    (lo..hi).step_by(step).map(move |from| region.with_dim(d, from, hi.min(from + step as i64)))
}

impl Leaves {
    fn new(domain: &Region, reduced: u32) -> Leaves {
        let rank = domain.rank();
        let mut leaves = Leaves { rank, reduced, counts: [1; MAX_RANK], sizes: [1; MAX_RANK] };
        for d in (0..rank).filter(|d| reduced & (1 << d) != 0) {
            leaves.sizes[d] = quantum(d, rank);
            leaves.counts[d] = (domain.extent(d) as u64).div_ceil(leaves.sizes[d] as u64) as i64;
        }
        leaves
    }

    fn total(&self) -> i64 {
        self.counts[..self.rank].iter().product()
    }

    fn reduced_dims(&self) -> impl DoubleEndedIterator<Item = usize> + use<> {
        let reduced = self.reduced;
        (0..self.rank).filter(move |d| reduced & (1 << d) != 0)
    }

    /// The points of a leaf at some outputs.
    fn region(&self, leaf: i64, kept: &Region, domain: &Region) -> Region {
        let (mut rest, mut region) = (leaf, *kept);
        for d in self.reduced_dims().rev() {
            let at = rest % self.counts[d];
            rest /= self.counts[d];
            region = region.with_dim(d, at * self.sizes[d], domain.hi()[d].min((at + 1) * self.sizes[d]));
        }
        region
    }

    /// The runs of leaf numbers, ascending, of a region that consists of whole leaves.
    fn runs(&self, region: &Region) -> Vec<Run> {
        let mut runs: Vec<Run> = vec![(0, 1)];
        for d in self.reduced_dims() {
            let first = region.lo()[d].div_euclid(self.sizes[d]);
            let last = -(-region.hi()[d]).div_euclid(self.sizes[d]);
            let outer = std::mem::take(&mut runs);
            for number in outer.into_iter().flat_map(|(from, to)| from..to) {
                push_run(&mut runs, (number * self.counts[d] + first, number * self.counts[d] + last));
            }
        }
        runs
    }
}

/// Adds a run, joined to the one before where they touch.
fn push_run(runs: &mut Vec<Run>, run: Run) {
    match runs.last_mut() {
        _ if run.0 >= run.1 => {}
        Some(last) if last.1 == run.0 => last.1 = run.1,
        _ => runs.push(run),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_runs_of_parts_are_all_leaves_once() {
        let domain = Region::whole(&[100, 3, 5000]);
        let leaves = Leaves::new(&domain, 0b101);
        assert_eq!(leaves.total(), 7 * 5);
        assert_eq!(leaves.runs(&domain), [(0, 35)]);
        let top = leaves.runs(&Region::new(&[0, 0, 0], &[48, 3, 5000]));
        assert_eq!(top, [(0, 15)]);
        let corner = leaves.runs(&Region::new(&[96, 0, 2048], &[100, 3, 5000]));
        assert_eq!(corner, [(32, 35)]);
        let column = leaves.runs(&Region::new(&[0, 0, 0], &[48, 3, 1024]));
        assert_eq!(column, [(0, 1), (5, 6), (10, 11)]);
        assert!(leaves.runs(&Region::new(&[48, 0, 0], &[48, 3, 5000])).is_empty());
    }

    #[test]
    fn chunks_of_outputs_are_small() {
        for extents in [&[1, 300, 10_000][..], &[14, 14, 32], &[5000, 3, 1], &[31, 31, 31], &[2, 2100, 2]] {
            let whole = Region::whole(extents);
            let parts = split_by_width(&whole);
            assert!(parts.iter().all(|part| part.volume() <= WIDTH && !part.is_empty() && whole.contains(part)));
            assert_eq!(parts.iter().map(Region::volume).sum::<usize>(), whole.volume());
            assert!(parts.len() <= 3 * whole.volume().div_ceil(WIDTH));
        }
    }
}
