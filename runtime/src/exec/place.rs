//! Where a task runs: the layout of its domain over the ranks.

use super::axes::Axes;
use super::state::State;
use super::task::Task;
use crate::array::Array;
use crate::layout::Layout;
use phylanx_abi::Layout as Wish;

/// The layout of a task's domain: as the compiler asks, or as the distributed inputs lie; none if every rank is to
/// compute it all. The same on every rank.
pub fn domain(state: &State, task: &Task) -> Option<Layout> {
    let points: i64 = task.shape.iter().product();
    if state.ranks == 1 || points < (state.sharing.from / 8) as i64 {
        return None;
    }
    let wish = wish(task);
    let chosen = state.sharing.choose(wish, &task.shape, 8);
    let given = of_inputs(task);
    let suits = |given: &Layout| wish == Wish::Replicated || chosen.is_some_and(|it| it.cut_dims() == given.cut_dims());
    let layout = given.filter(suits).or(chosen);
    layout.map(|layout| layout.rounded(task.desc.reduced))
}

/// The layout that the compiler asks for.
pub fn wish(task: &Task) -> Wish {
    [Wish::Rows, Wish::Columns, Wish::Blocks]
        .into_iter()
        .find(|&wish| wish as u32 == task.desc.layout)
        .unwrap_or(Wish::Replicated)
}

/// How an input lies along a domain of at least its rank.
pub fn axes(input: &Array, rank: usize) -> Option<Axes> {
    Axes::of(&input.view, &input.buffer.shape, rank - input.rank()..)
}

/// The layout of the domain that follows the inputs: that of the first distributed one, moved to the middle of those that are
/// cut alike, so that the shifted views of a stencil reach equally far on both sides.
fn of_inputs(task: &Task) -> Option<Layout> {
    let mut layouts: Vec<Layout> = task.inputs.iter().filter_map(|input| of_input(task, input)).collect();
    let first = *layouts.first()?;
    layouts.retain(|layout| layout.cut_dims() == first.cut_dims());
    layouts.sort_by_key(Layout::offsets);
    Some(layouts[layouts.len() / 2])
}

/// The layout of the domain under which an input need not travel.
fn of_input(task: &Task, input: &Array) -> Option<Layout> {
    let placement = input.buffer.placement()?;
    axes(input, task.rank())?.layout(&placement.layout, &task.shape)
}

/// The layout of the domain under which a destination need not travel: its view is the task's output.
pub fn of_destination(task: &Task, destination: &Array) -> Option<(Axes, Layout)> {
    let placement = destination.buffer.placement()?;
    let axes = Axes::of(&destination.view, &destination.buffer.shape, task.output_dims())?;
    Some((axes, axes.layout(&placement.layout, &task.shape)?))
}

/// The layout of a task's output, given that of its domain; none where parts of one element lie on several ranks.
pub fn output(task: &Task, domain: &Layout) -> Option<Layout> {
    if domain.cut_dims() & task.desc.reduced != 0 {
        return None;
    }
    let mut dims = [None; phylanx_abi::MAX_RANK];
    for (at, d) in task.output_dims().enumerate() {
        dims[d] = Some((at, 0));
    }
    domain.seen_from(&task.output_shape(), &dims[..task.rank()])
}
