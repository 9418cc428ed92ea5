//! Maps whose domain is shared out: what is local runs at once, the rest when its messages have come.

use super::axes::Axes;
use super::deferred::{self, Deferred};
use super::source::{Source, Sources};
use super::state::{State, count};
use super::task::Task;
use crate::array::{Array, Buffer, Fill};
use crate::error::Result;
use crate::exchange::{Arrived, Arriving};
use crate::layout::{Layout, Placement};
use crate::region::Region;
use phylanx_abi::TaskDesc;
use std::rc::Rc;
use std::time::Duration;

/// Points from which on queued messages leave before the interior is computed.
const LONG: usize = 10_000;

/// Where a map writes: a buffer that this rank has a part of.
pub struct Target {
    pub buffer: Rc<Buffer>,
    pub axes: Axes,
}

/// Runs a map into a fresh distributed array.
pub fn map(state: &State, task: &Task, layout: &Layout) -> Result<Rc<Array>> {
    let placement = Placement::new(*layout, state.rank);
    let out = Array::over(Rc::new(Buffer::placed(task.dtype, task.shape, Some(placement), Fill::Any)?));
    if let Some(axes) = Axes::of(&out.view, &task.shape, 0..task.rank()) {
        map_into(state, task, layout, Target { buffer: out.buffer.clone(), axes })?;
    }
    Ok(out)
}

/// Runs a map into a distributed array; `layout` is that of the array as the domain sees it.
pub fn map_into(state: &State, task: &Task, layout: &Layout, target: Target) -> Result<()> {
    count(&state.counters.distributed);
    let sources = Sources::of(state, task)?;
    let arriving = sources.fetch(state, layout)?;
    let region = layout.region_of(state.rank);
    let interior = sources.interior(&region);
    if interior.volume() > LONG {
        state.flush()?;
    }
    let part = Part { desc: task.desc, sources, target };
    part.interior(state, &interior);
    let rest = region.without(&interior);
    finish(state, part, rest, arriving)
}

/// Runs what is not interior now if nothing is on its way, else later.
fn finish(state: &State, part: Part, rest: Vec<Region>, arriving: Vec<Arriving>) -> Result<()> {
    if rest.is_empty() {
        return Ok(());
    }
    if arriving.iter().all(Arriving::is_empty) {
        return part.slabs(state, &rest, arriving);
    }
    let (reads, writes) =
        (part.sources.0.iter().filter_map(Source::buffer).cloned().collect(), part.target.buffer.clone());
    let work = Box::new(move |state: &State, arriving: Vec<Arriving>| part.slabs(state, &rest, arriving));
    deferred::defer(state, Deferred { waits: arriving, reads, writes, work });
    state.messenger.borrow_mut().progress(Duration::ZERO).map_err(super::broken)
}

/// This rank's part of a map.
struct Part {
    /// Static by the contract of generated code.
    desc: *const TaskDesc,
    sources: Sources,
    target: Target,
}

impl Part {
    fn interior(&self, state: &State, region: &Region) {
        let mut operands: Vec<_> = Vec::with_capacity(self.sources.0.len() + 1);
        operands.extend(self.sources.0.iter().map(Source::here));
        self.run(state, operands, region);
    }

    fn slabs(&self, state: &State, slabs: &[Region], arriving: Vec<Arriving>) -> Result<()> {
        let arrived: Vec<Arrived> = self.sources.receive(state, arriving)?;
        for slab in slabs {
            let (operands, _blocks) = self.sources.operands(slab, &arrived)?;
            self.run(state, operands, slab);
        }
        Ok(())
    }

    fn run(&self, state: &State, mut operands: Vec<super::operand::Operand>, region: &Region) {
        let buffer = &self.target.buffer;
        let held = buffer.placement().map_or_else(|| Region::whole(&buffer.shape), |placement| placement.local);
        operands.push(self.target.axes.operand(buffer.base(), buffer.dtype.size(), &held));
        // SAFETY: the description is static; the operands hold the region and the target is not read but point by point.
        unsafe { super::map::run(&state.pool, &*self.desc, &mut operands, region) };
    }
}
