//! Matrix products over ranks: by rows or columns of the result, or by parts of the contraction.

use super::matmul::{self, Shapes, real_leaf};
use super::plan::Plan;
use super::{LEAF, LeafFn, Matrix, plain};
use crate::array::{Array, Buffer, Dims, Fill, View};
use crate::comm::messenger::Draft;
use crate::error::{Error, Result};
use crate::exchange::Arrived;
use crate::exec::combine::Foldable;
use crate::exec::deferred::{self, Use};
use crate::exec::operand::Operand;
use crate::exec::source::Source;
use crate::exec::state::{State, count};
use crate::exec::tree::{Tree, nodes_of_run};
use crate::exec::whole;
use crate::layout::{Layout, Placement};
use crate::region::Region;
use crate::with_element;
use phylanx_abi::DType;
use std::rc::Rc;

/// The product of two matrices (or vectors), neither of which need be whole on this rank.
pub fn product(state: &State, shapes: &Shapes, left: &Array, right: &Array) -> Result<Rc<Array>> {
    for array in [left, right] {
        deferred::before(state, &array.buffer, Use::Read)?;
    }
    let whole = (left, right);
    let (left, right) = (left.with_view(shapes.left(&left.view)), right.with_view(shapes.right(&right.view)));
    let plan = Plan::best(state.sharing, shapes, &left, &right);
    if let Plan::Here = plan {
        let (left, right) = (whole::replica(state, whole.0)?, whole::replica(state, whole.1)?);
        return matmul::here(state, shapes, &left, &right);
    }
    count(&state.counters.distributed);
    match left.dtype() {
        DType::F64 => carry_out::<f64>(state, shapes, &left, &right, plan, real_leaf::<f64>(shapes)),
        DType::F32 => carry_out::<f32>(state, shapes, &left, &right, plan, real_leaf::<f32>(shapes)),
        dtype => with_element!(dtype, T => {
            carry_out::<T>(state, shapes, &left, &right, plan, plain::product::<T>)
        }),
    }
}

fn carry_out<T: Foldable + Send + Sync>(
    state: &State,
    shapes: &Shapes,
    left: &Array,
    right: &Array,
    plan: Plan,
    leaf: LeafFn<T>,
) -> Result<Rc<Array>> {
    match plan {
        Plan::Here => Err(Error::internal("a product that every rank computes was shared out")),
        Plan::Outputs(layout) => by_outputs(state, shapes, left, right, &layout, leaf),
        Plan::Contraction(layout) => by_contraction(state, shapes, left, right, &layout, leaf),
    }
}

/// Fetches an operand for the parts that the ranks need, and gives it as a matrix of this rank's part.
fn fetched<T>(state: &State, array: &Array, part: &dyn Fn(usize) -> Region) -> Result<(Matrix<T>, Vec<Kept>)> {
    let source = Source::of(state, array, 2)?;
    let arrived = source.fetch(state, part)?.receive(state)?;
    piece(&source, &arrived, &part(state.rank)).map(|(matrix, kept)| (matrix, vec![kept, Kept::Source(source)]))
}

/// What keeps the elements of a matrix alive.
enum Kept {
    Source(#[expect(dead_code, reason = "owned, never read")] Source),
    Block(#[expect(dead_code, reason = "owned, never read")] Option<crate::exchange::Block>),
}

fn piece<T>(source: &Source, arrived: &Arrived, region: &Region) -> Result<(Matrix<T>, Kept)> {
    let (operand, block) = source.operand(region, arrived)?;
    Ok((of_operand(&operand, region), Kept::Block(block)))
}

fn of_operand<T>(operand: &Operand, region: &Region) -> Matrix<T> {
    Matrix {
        data: operand.at(region.lo()).cast(),
        rows: region.extent(0) as usize,
        columns: region.extent(1) as usize,
        row_stride: operand.strides[0] as isize,
        column_stride: operand.strides[1] as isize,
    }
}

fn by_outputs<T: Foldable + Send + Sync>(
    state: &State,
    shapes: &Shapes,
    left: &Array,
    right: &Array,
    layout: &Layout,
    leaf: LeafFn<T>,
) -> Result<Rc<Array>> {
    let depth = shapes.depth as i64;
    let rows_of = |rank: usize| {
        let part = layout.region_of(rank);
        if part.is_empty() { part.with_dim(0, 0, 0) } else { part.with_dim(1, 0, depth) }
    };
    let columns_of = |rank: usize| {
        let part = layout.region_of(rank);
        if part.is_empty() { part.with_dim(0, 0, 0) } else { part.with_dim(0, 0, depth) }
    };
    let (a, _kept_left) = fetched::<T>(state, left, &rows_of)?;
    let (b, _kept_right) = fetched::<T>(state, right, &columns_of)?;
    let placement = Placement::new(*layout, state.rank);
    let out = Rc::new(Buffer::placed(left.dtype(), Dims::from(layout.shape()), Some(placement), Fill::Any)?);
    if !placement.local.is_empty() {
        let block = Operand::block(out.base(), left.dtype().size(), &placement.local);
        // SAFETY: the operands hold this rank's parts, the fresh buffer its part of the result.
        unsafe { matmul::matrix(&state.pool, a, b, of_operand(&block, &placement.local), leaf) };
    }
    let small = shapes.rows * shapes.columns * left.dtype().size() < state.sharing.from;
    let array = Array::over(out);
    let array = if small { whole::replica(state, &array)? } else { array };
    Ok(array.with_view(result_view(shapes, &array.view)))
}

/// The view of a matrix with the dimensions of the result.
fn result_view(shapes: &Shapes, view: &View) -> View {
    let mut view = *view;
    if shapes.vector_right {
        view = view.at(1, 0);
    }
    if shapes.vector_left {
        view = view.at(0, 0);
    }
    view
}

fn by_contraction<T: Foldable + Send + Sync>(
    state: &State,
    shapes: &Shapes,
    left: &Array,
    right: &Array,
    layout: &Layout,
    leaf: LeafFn<T>,
) -> Result<Rc<Array>> {
    let (rows, columns) = (shapes.rows as i64, shapes.columns as i64);
    let range = |rank: usize| {
        let part = layout.region_of(rank);
        (part.lo()[0], part.hi()[0])
    };
    let left_part = |(from, to): (i64, i64)| Region::new(&[0, from], &[rows, to]);
    let right_part = |(from, to): (i64, i64)| Region::new(&[from, 0], &[to, columns]);
    let (a, b) = (Source::of(state, left, 2)?, Source::of(state, right, 2)?);
    let coming = (a.fetch(state, &|rank| left_part(range(rank)))?, b.fetch(state, &|rank| right_part(range(rank)))?);
    let arrived = (a.receive(state, coming.0)?, b.receive(state, coming.1)?);
    let mut tree = Tree::new(matmul::kind::<T>(shapes.rows * shapes.columns));
    let here = |from: i64, to: i64| {
        let (own_a, own_b) = (a.interior(&left_part((from, to))), b.interior(&right_part((from, to))));
        let of_a = if own_a.extent(0) == rows { (own_a.lo()[1], own_a.hi()[1]) } else { (from, from) };
        let of_b = if own_b.extent(1) == columns { (own_b.lo()[0], own_b.hi()[0]) } else { (from, from) };
        (of_a.0.max(of_b.0), of_a.1.min(of_b.1))
    };
    for (from, to) in in_parts(range(state.rank), here, shapes.depth as i64) {
        let (a, _kept_left) = piece::<T>(&a, &arrived.0, &left_part((from, to)))?;
        let (b, _kept_right) = piece::<T>(&b, &arrived.1, &right_part((from, to)))?;
        // SAFETY: the operands hold this part of the contraction.
        let mut part = unsafe { matmul::nodes(&state.pool, a, b, from / LEAF as i64, leaf) };
        tree.extend(&mut part);
    }
    let leaves = |rank: usize| {
        let (from, to) = range(rank);
        if from < to { (from / LEAF as i64, (to + LEAF as i64 - 1) / LEAF as i64) } else { (0, 0) }
    };
    let tree = combined(state, tree, &leaves)?;
    let out = Array::fresh(left.dtype(), Dims::from([rows, columns]), Fill::Any)?;
    // SAFETY: the root has an element for each of the fresh array.
    unsafe { matmul::store(tree, Matrix::block(out.base().cast::<T>(), shapes.rows, shapes.columns)) };
    Ok(out.with_view(result_view(shapes, &out.view)))
}

/// Cuts a range of whole leaves into what `here` says needs nothing from others, shrunk to whole leaves, and the rest.
fn in_parts((from, to): (i64, i64), here: impl Fn(i64, i64) -> (i64, i64), depth: i64) -> Vec<(i64, i64)> {
    let step = LEAF as i64;
    let (lo, hi) = here(from, to);
    let lo = -(-lo).div_euclid(step) * step;
    let hi = if hi == depth { hi } else { hi.div_euclid(step) * step };
    if lo >= hi {
        return if from < to { vec![(from, to)] } else { Vec::new() };
    }
    [(from, lo), (lo, hi), (hi, to)].into_iter().filter(|(from, to)| from < to).collect()
}

/// The nodes of all ranks in one tree, on every rank. `leaves` tells the run of leaves of each rank, ascending with the rank.
fn combined(state: &State, mut mine: Tree, leaves: &dyn Fn(usize) -> (i64, i64)) -> Result<Tree> {
    let tag = state.next_tag();
    if !mine.nodes().is_empty() {
        for to in (0..state.ranks).map(|step| (state.rank + step) % state.ranks).skip(1) {
            let mut draft = Draft::with_capacity(0);
            mine.write(draft.payload());
            state.send(to, tag, draft)?;
        }
        state.flush()?;
    }
    let mut all = mine.empty();
    for from in 0..state.ranks {
        let run = leaves(from);
        if run.0 >= run.1 {
            continue;
        }
        if from == state.rank {
            all.extend(&mut mine);
            continue;
        }
        let message = state.wait(from, tag)?;
        let nodes = nodes_of_run(run.0, run.1);
        all.read(&nodes, &message).ok_or_else(|| Error::internal("partial products are cut short"))?;
    }
    Ok(all)
}
