//! Walking several strided views of one shape together, in row-major order, as few and long inner runs.

use super::view::View;
use phylanx_abi::MAX_RANK;

/// An inner run: element offsets of its first elements, how many, and the distances between them.
#[derive(Clone, Copy)]
pub struct Run<const N: usize> {
    pub at: [i64; N],
    pub count: i64,
    pub strides: [i64; N],
}

/// One dimension: its extent and each view's stride.
#[derive(Clone, Copy)]
struct Level<const N: usize> {
    extent: i64,
    strides: [i64; N],
}

/// Calls `visit` for every run of the common shape; views of a rank below the first are an error of the caller.
pub fn walk<const N: usize>(views: [&View; N], mut visit: impl FnMut(Run<N>)) {
    if views[0].shape.contains(&0) {
        return;
    }
    let (levels, depth) = collapse(&views);
    let inner = levels[depth];
    let mut at = views.map(|view| view.offset);
    let mut index = [0i64; MAX_RANK + 1];
    loop {
        visit(Run { at, count: inner.extent, strides: inner.strides });
        if !advance(&levels[..depth], &mut index, &mut at) {
            return;
        }
    }
}

/// Steps to the next run, the last outer dimension fastest; false at the end.
fn advance<const N: usize>(outer: &[Level<N>], index: &mut [i64], at: &mut [i64; N]) -> bool {
    for level in (0..outer.len()).rev() {
        index[level] += 1;
        shift(at, &outer[level].strides, 1);
        if index[level] < outer[level].extent {
            return true;
        }
        shift(at, &outer[level].strides, -outer[level].extent);
        index[level] = 0;
    }
    false
}

fn shift<const N: usize>(at: &mut [i64; N], strides: &[i64; N], steps: i64) {
    for operand in 0..N {
        at[operand] += strides[operand] * steps;
    }
}

/// Unit dimensions dropped, neighbours joined where every view is evenly spaced across them; the last level is the run.
fn collapse<const N: usize>(views: &[&View; N]) -> ([Level<N>; MAX_RANK + 1], usize) {
    let mut levels = [Level { extent: 1, strides: [1; N] }; MAX_RANK + 1];
    let mut count = 0;
    for axis in 0..views[0].rank() {
        let extent = views[0].shape[axis];
        if extent == 1 {
            continue;
        }
        let strides = views.map(|view| view.strides[axis]);
        let joins = count > 0 && (0..N).all(|n| levels[count - 1].strides[n] == strides[n] * extent);
        if joins {
            levels[count - 1] = Level { extent: levels[count - 1].extent * extent, strides };
        } else {
            levels[count] = Level { extent, strides };
            count += 1;
        }
    }
    (levels, count.saturating_sub(1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::array::dims::Dims;

    #[test]
    fn a_contiguous_array_is_one_run() {
        let view = View::contiguous(Dims::from([2, 3, 4]));
        let mut runs = Vec::new();
        walk([&view], |run| runs.push((run.at[0], run.count, run.strides[0])));
        assert_eq!(runs, [(0, 24, 1)]);
    }

    #[test]
    fn a_transposed_array_is_walked_in_its_own_order() {
        let view = View::contiguous(Dims::from([2, 3])).transposed(&[1, 0]);
        let mut seen = Vec::new();
        walk([&view], |run| seen.extend((0..run.count).map(|n| run.at[0] + n * run.strides[0])));
        assert_eq!(seen, [0, 3, 1, 4, 2, 5]);
    }

    #[test]
    fn scalars_and_empty_arrays_are_walked() {
        let scalar = View::contiguous(Dims::default());
        let mut count = 0;
        walk([&scalar], |run| count += run.count);
        assert_eq!(count, 1);
        let empty = View::contiguous(Dims::from([3, 0]));
        walk([&empty], |_| panic!("an empty array has no run"));
    }
}
