//! Which elements of a buffer this rank holds, in the order of its storage.

use super::Buffer;
use crate::region::{Region, row_major};

/// Runs of elements that follow one another in the whole array and in this rank's storage: the number of the first in the whole
/// (row-major), and how many. The storage consists of the runs, one behind the other.
pub fn runs(buffer: &Buffer) -> impl Iterator<Item = (i64, i64)> + use<> {
    let shape = buffer.shape;
    let held = buffer.placement().map_or_else(|| Region::whole(&shape), |placement| placement.local);
    let (rank, steps) = (shape.len(), row_major(&shape));
    // Behind the last dimension that is cut, everything is here.
    let cut = (0..rank).rev().find(|&d| held.extent(d) != shape[d]).unwrap_or(0);
    let outer = Region::whole(&held.extents()[..cut]);
    let (first, count) = match rank {
        0 => (0, 1),
        _ => ((0..rank).map(|d| held.lo()[d] * steps[d]).sum(), held.extent(cut) * steps[cut]),
    };
    let runs = if held.is_empty() { 0 } else { outer.volume() as i64 };
    (0..runs).map(move |number| {
        let (mut rest, mut start) = (number, first);
        for d in (0..cut).rev() {
            start += rest % outer.extent(d) * steps[d];
            rest /= outer.extent(d);
        }
        (start, count)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::array::{Dims, Fill};
    use crate::layout::{Layout, Placement};
    use phylanx_abi::DType;

    #[test]
    fn the_runs_of_all_ranks_are_the_array() {
        for layout in [
            Layout::lines(&[50, 3, 4], 0, 3),
            Layout::lines(&[5, 3000, 2], 1, 2),
            Layout::blocks(&[40, 3000], 6),
            Layout::lines(&[5000], 0, 4),
        ] {
            let mut seen = Vec::new();
            for rank in 0..layout.ranks() {
                let placement = Placement::new(layout, rank);
                let shape = Dims::from(layout.shape());
                let buffer = Buffer::placed(DType::F64, shape, Some(placement), Fill::Any).expect("memory");
                let runs: Vec<(i64, i64)> = runs(&buffer).collect();
                assert_eq!(runs.iter().map(|run| run.1).sum::<i64>() as usize, placement.local.volume());
                assert!(runs.is_sorted(), "storage is row-major");
                seen.extend(runs.into_iter().flat_map(|(start, count)| start..start + count));
            }
            seen.sort_unstable();
            assert!(seen.into_iter().eq(0..layout.shape().iter().product()));
        }
    }

    #[test]
    fn a_whole_array_is_one_run() {
        let of = |shape: &[i64]| {
            let buffer = Buffer::replicated(DType::F64, Dims::from(shape), Fill::Any).expect("memory");
            runs(&buffer).collect::<Vec<_>>()
        };
        assert_eq!(of(&[]), [(0, 1)]);
        assert_eq!(of(&[3, 4]), [(0, 12)]);
        assert!(of(&[3, 0]).is_empty());
    }
}
