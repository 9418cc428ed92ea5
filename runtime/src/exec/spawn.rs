//! The entry of generated code into the executor: `phx_spawn` and `phx_spawn_into`.

use super::fold::Job;
use super::operand::Operand;
use super::task::Task;
use super::{pool, state};
use crate::array::{Array, Fill, copy, handle};
use crate::error::{self, Result};
use crate::region::Region;
use phylanx_abi::{Tag, TaskDesc, Value};
use std::rc::Rc;

/// Runs a task over borrowed arrays and gives an array of its result.
///
/// # Safety
/// `desc` is valid; `ins` holds its `input_count` array handles; `out` has room for the result.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn phx_spawn(desc: *const TaskDesc, ins: *const Value, out: *mut Value) {
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
pub unsafe extern "C" fn phx_spawn_into(desc: *const TaskDesc, destination: *const Value, ins: *const Value) {
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
    let out = Array::fresh(task.dtype, task.output_shape(), Fill::Any)?;
    run_whole(task, &task.output_in(&out))?;
    Ok(out)
}

/// Runs a task into an array that is there already.
pub fn spawn_into(task: &Task, destination: &Array) -> Result<()> {
    if destination.dtype() == task.dtype && *destination.shape() == task.output_shape() && is_safe(task, destination) {
        return run_whole(task, &task.output_in(destination));
    }
    copy::assign(destination, &*spawn(task)?)
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
fn run_whole(task: &Task, out: &Operand) -> Result<()> {
    let mut operands: Vec<Operand> = Vec::with_capacity(task.inputs.len() + 1);
    operands.extend(task.inputs.iter().map(|input| Operand::input(input, task.rank())));
    state::with(|state| run_region(&state.pool, task, operands, out, &task.domain()))
}

/// Runs a map over a region, or a fold of the whole domain.
fn run_region(
    pool: &pool::Pool,
    task: &Task,
    mut operands: Vec<Operand>,
    out: &Operand,
    region: &Region,
) -> Result<()> {
    if task.is_map() {
        operands.push(*out);
        // SAFETY: the operands are those of the task, checked against its description, and views lie in their buffers.
        unsafe { super::map::run(pool, task.desc, &mut operands, region) };
        return Ok(());
    }
    let job = Job::new(task.desc, task.fold, task.dtype, task.domain(), &operands);
    // SAFETY: as above.
    unsafe { job.run(pool, &job.kept(region), out) }
}
