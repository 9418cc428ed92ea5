//! The entry of generated code into the executor: `phx_spawn` and `phx_spawn_into`.

use super::deferred::{self, Use};
use super::fold::Job;
use super::operand::Operand;
use super::state::{self, State};
use super::task::Task;
use super::token::share_out;
use super::{place, spread, spread_fold, whole};
use crate::array::{Array, Fill, copy, handle};
use crate::error::{self, Result};
use phylanx_abi::{Tag, TaskDesc, Value};
use std::rc::Rc;

/// Runs a task over borrowed arrays and gives an array of its result.
///
/// # Safety
/// `desc` is valid; `ins` holds its `input_count` array handles; `out` has room for the result.
#[unsafe(no_mangle)]
pub unsafe extern "C-unwind" fn phx_spawn(desc: *const TaskDesc, ins: *const Value, out: *mut Value) {
    // SAFETY: by the contract.
    unsafe {
        let desc = &*desc;
        match Task::new(desc, inputs(desc, ins)).and_then(|task| spawn(&task)) {
            Ok(array) => out.write(Value { tag: Tag::Array as u32, aux: 0, bits: handle::array_into_bits(array) }),
            Err(error) => error::fail(&desc.site, &error),
        }
    }
}

/// Runs a task over borrowed arrays and stores its result, broadcast, in an array.
///
/// # Safety
/// `desc` is valid; `destination` is an array handle; `ins` holds the `input_count` array handles of the task.
#[unsafe(no_mangle)]
pub unsafe extern "C-unwind" fn phx_spawn_into(desc: *const TaskDesc, destination: *const Value, ins: *const Value) {
    // SAFETY: by the contract.
    unsafe {
        let desc = &*desc;
        let destination = handle::array((*destination).bits);
        let done = Task::new(desc, inputs(desc, ins)).and_then(|task| spawn_into(&task, destination));
        if let Err(error) = done {
            error::fail(&desc.site, &error)
        }
    }
}

/// # Safety
/// `ins` holds the `input_count` array handles of the task.
unsafe fn inputs<'a>(desc: &TaskDesc, ins: *const Value) -> Vec<&'a Array> {
    // SAFETY: by the contract.
    (0..desc.input_count as usize).map(|at| unsafe { handle::array((*ins.add(at)).bits) }).collect()
}

/// Runs a task into a fresh array.
pub fn spawn(task: &Task) -> Result<Rc<Array>> {
    state::with(|state| {
        state::count(&state.counters.tasks);
        if state.ranks == 1 {
            return spawn_here(state, task);
        }
        ready(state, task)?;
        match place::domain(state, task) {
            Some(layout) if task.is_map() => spread::map(state, task, &layout),
            Some(layout) => spread_fold::fold(state, task, &layout),
            None => with_replicas(state, task, |task| spawn_here(state, task)),
        }
    })
}

/// Runs a task into an array that is there already.
pub fn spawn_into(task: &Task, destination: &Array) -> Result<()> {
    state::with(|state| {
        if state.ranks == 1 {
            state::count(&state.counters.tasks);
            return spawn_into_here(state, task, destination);
        }
        ready(state, task)?;
        deferred::before(state, &destination.buffer, Use::Write)?;
        let fits = destination.dtype() == task.dtype && *destination.shape() == task.output_shape();
        if fits && task.is_map() && is_safe(task, destination) && place::domain(state, task).is_some() {
            share_out(state, destination, place::wish(task))?;
            if let Some((axes, layout)) = place::of_destination(task, destination) {
                state::count(&state.counters.tasks);
                let target = spread::Target { buffer: destination.buffer.clone(), axes };
                return spread::map_into(state, task, &layout, target);
            }
        }
        let is_local = !destination.buffer.is_distributed() && place::domain(state, task).is_none();
        if is_local {
            state::count(&state.counters.tasks);
            return with_replicas(state, task, |task| spawn_into_here(state, task, destination));
        }
        whole::assign(destination, &*spawn(task)?)
    })
}

/// A progress point, after which the inputs may be read.
fn ready(state: &State, task: &Task) -> Result<()> {
    deferred::advance(state)?;
    task.inputs.iter().try_for_each(|input| deferred::before(state, &input.buffer, Use::Read))
}

/// Runs a task as every rank does for itself, on copies of what is distributed.
fn with_replicas<T>(state: &State, task: &Task, run: impl FnOnce(&Task) -> Result<T>) -> Result<T> {
    if !task.inputs.iter().any(|input| input.buffer.is_distributed()) {
        return run(task);
    }
    let copies: Result<Vec<Rc<Array>>> = task.inputs.iter().map(|input| whole::replica(state, input)).collect();
    let copies = copies?;
    run(&task.with_inputs(copies.iter().map(|copy| &**copy).collect()))
}

fn spawn_here(state: &State, task: &Task) -> Result<Rc<Array>> {
    let out = Array::fresh(task.dtype, task.output_shape(), Fill::Any)?;
    run_whole(state, task, &task.output_in(&out))?;
    Ok(out)
}

fn spawn_into_here(state: &State, task: &Task, destination: &Array) -> Result<()> {
    if destination.dtype() == task.dtype && *destination.shape() == task.output_shape() && is_safe(task, destination) {
        return run_whole(state, task, &task.output_in(destination));
    }
    copy::assign(destination, &*spawn_here(state, task)?)
}

/// Whether the result may be written while inputs are read: no input overlaps the destination, or it is a
/// map whose every point reads just the element that it writes.
fn is_safe(task: &Task, destination: &Array) -> bool {
    let same = |input: &Array| task.is_map() && input.view == destination.view && !repeats(destination);
    task.inputs.iter().all(|input| !copy::overlaps(input, destination) || same(input))
}

/// Whether several indices of a view stand for one element.
fn repeats(array: &Array) -> bool {
    array.view.shape.iter().zip(array.view.strides.iter()).any(|(&extent, &stride)| extent > 1 && stride == 0)
}

/// Runs all of a task on arrays that are whole on this rank.
fn run_whole(state: &State, task: &Task, out: &Operand) -> Result<()> {
    let mut operands: Vec<Operand> = Vec::with_capacity(task.inputs.len() + 1);
    operands.extend(task.inputs.iter().map(|input| Operand::input(input, task.rank())));
    if task.is_map() {
        operands.push(*out);
        // SAFETY: the operands are those of the task, checked against its description, and views lie in their buffers.
        unsafe { super::map::run(&state.pool, task.desc, &mut operands, &task.domain()) };
        return Ok(());
    }
    let job = Job::new(task.desc, task.fold, task.dtype, task.domain(), &operands);
    // SAFETY: as above.
    unsafe { job.run(&state.pool, &job.kept(&task.domain()), out) }
}
