//! Running a map over a region of its domain: dimensions joined where memory allows, pieces over threads.

use super::operand::{Descriptors, Operand};
use super::pool::Pool;
use crate::region::Region;
use phylanx_abi::TaskDesc;

/// Work, in domain points times operations, that is worth handing to another thread (some 30 microseconds).
const GRAIN: u64 = 100_000;
/// Pieces for each thread, so that a thread that is late does not hold up the others.
const PIECES: usize = 4;

/// Computes the region of a map's domain; `operands` are the inputs and then the output, in domain coordinates.
///
/// # Safety
/// The operands are those of the task and hold everything at the region; no input element is an output
/// element of another point.
pub unsafe fn run(pool: &Pool, desc: &TaskDesc, operands: &mut [Operand], region: &Region) {
    if region.is_empty() {
        return;
    }
    let region = collapse(operands, region);
    let extents = region.extents();
    let rank = region.rank();
    let mut descriptors = Descriptors::with_capacity(operands.len());
    for (at, operand) in operands.iter().enumerate() {
        descriptors.push(operand, rank - operand_rank(desc, at)..rank, &extents);
    }
    let pieces = worth(&region, desc.flops, pool.threads());
    if pieces < 2 {
        // SAFETY: by the contract.
        return pool.traced(desc, || unsafe { descriptors.call(desc.kernel, &region) });
    }
    let parts = split(&region, pieces);
    // SAFETY: by the contract; the parts are disjoint.
    pool.run(parts.len(), &|piece| pool.traced(desc, || unsafe { descriptors.call(desc.kernel, &parts[piece]) }));
}

/// Rank of an operand, the output being the last.
pub fn operand_rank(desc: &TaskDesc, at: usize) -> usize {
    if at == desc.input_count as usize {
        return desc.output.rank as usize;
    }
    // SAFETY: a description lists as many inputs as it says.
    unsafe { (*desc.inputs.add(at)).rank as usize }
}

/// The number of pieces into which work on a region should be cut.
pub fn worth(region: &Region, flops: u32, threads: usize) -> usize {
    if threads < 2 {
        return 1;
    }
    let work = region.volume() as u64 * (u64::from(flops) + 2);
    ((work / GRAIN) as usize).min(threads * PIECES)
}

/// Moves the region to the origin and joins neighbouring dimensions that every operand steps through evenly.
fn collapse(operands: &mut [Operand], region: &Region) -> Region {
    operands.iter_mut().for_each(|operand| *operand = operand.moved(region.lo(), 1));
    let (rank, mut extents) = (region.rank(), region.extents());
    if rank < 2 {
        return Region::whole(&extents[..rank]);
    }
    let mut inner = rank - 1;
    for d in (0..rank - 1).rev() {
        if extents[d] == 1 {
            continue;
        }
        // A kernel does not step along a dimension in which an input has the static extent 1, so nothing moves into a dimension of extent 1.
        if extents[inner] == 1 || !operands.iter().all(|it| it.strides[d] == it.strides[inner] * extents[inner]) {
            inner = d;
            continue;
        }
        extents[inner] *= extents[d];
        extents[d] = 1;
    }
    Region::whole(&extents[..rank])
}

/// Cuts a region into about `pieces` parts of equal size: along the outermost dimension that is long enough, or the longest.
/// Cuts of the last dimension fall on multiples of 64 so that no cache line has two writers.
pub fn split(region: &Region, pieces: usize) -> Vec<Region> {
    let rank = region.rank();
    let longest = (0..rank).rev().max_by_key(|&d| region.extent(d));
    let Some(dim) = (0..rank).find(|&d| region.extent(d) >= 4 * pieces as i64).or(longest) else {
        return vec![*region];
    };
    let quantum = if dim + 1 == rank { 64 } else { 1 };
    let step = (region.extent(dim) as u64).div_ceil(pieces as u64).next_multiple_of(quantum).max(1) as usize;
    let (lo, hi) = (region.lo()[dim], region.hi()[dim]);
    (lo..hi).step_by(step).map(|from| region.with_dim(dim, from, hi.min(from + step as i64))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use phylanx_abi::MAX_RANK;

    fn operand(strides: &[i64]) -> Operand {
        let mut operand = Operand { data: std::ptr::null_mut(), size: 8, strides: [0; MAX_RANK] };
        operand.strides[..strides.len()].copy_from_slice(strides);
        operand
    }

    #[test]
    fn contiguous_dimensions_are_joined_and_others_are_not() {
        let mut both = [operand(&[12, 4, 1]), operand(&[12, 4, 1])];
        assert_eq!(collapse(&mut both, &Region::whole(&[5, 3, 4])).extents()[..3], [1, 1, 60]);
        let mut row = [operand(&[12, 4, 1]), operand(&[0, 0, 1])];
        assert_eq!(collapse(&mut row, &Region::whole(&[5, 3, 4])).extents()[..3], [1, 15, 4]);
        let mut column = [operand(&[3, 1, 0]), operand(&[3, 1, 0])];
        assert_eq!(collapse(&mut column, &Region::whole(&[5, 3, 1])).extents()[..3], [1, 15, 1]);
        assert_eq!(column[0].strides[..3], [3, 1, 0], "kernels do not step along a dimension of static extent 1");
    }

    #[test]
    fn a_region_away_from_the_origin_is_moved_there() {
        let mut one = [operand(&[10, 1])];
        let region = collapse(&mut one, &Region::new(&[2, 3], &[4, 5]));
        assert_eq!((region.lo(), region.hi()), (&[0, 0][..], &[2, 2][..]));
        assert_eq!(one[0].data as i64, 23 * 8);
    }

    #[test]
    fn the_parts_of_a_split_cover_the_region_once() {
        for region in [Region::whole(&[100, 7]), Region::new(&[3, 5], &[5, 100_000]), Region::whole(&[1, 1, 10])] {
            for pieces in [1, 2, 7, 16] {
                let parts = split(&region, pieces);
                assert_eq!(parts.iter().map(Region::volume).sum::<usize>(), region.volume());
                assert!(parts.iter().all(|part| region.contains(part) && !part.is_empty()));
                assert!(parts.len() <= pieces);
            }
        }
    }
}
