//! Reductions whose domain is shared out. Where only kept dimensions are cut, each rank has its outputs to itself; otherwise
//! each folds its leaves and all exchange the few nodes that are left, which everyone puts together by the canonical tree.

use super::fold::{Job, Run, store};
use super::source::Sources;
use super::state::{State, count};
use super::task::Task;
use super::tree::{Tree, nodes_of_run};
use super::{operand::Operand, place};
use crate::array::{Array, Buffer, Fill};
use crate::comm::messenger::Draft;
use crate::error::{Error, Result};
use crate::exchange::{Arrived, Block};
use crate::layout::{Layout, Placement, quantum};
use crate::region::Region;
use std::rc::Rc;

/// Runs a reduction over a domain with this layout.
pub fn fold(state: &State, task: &Task, layout: &Layout) -> Result<Rc<Array>> {
    count(&state.counters.distributed);
    let sources = Sources::of(state, task)?;
    let arriving = sources.fetch(state, layout)?;
    state.flush()?;
    let arrived = sources.receive(state, arriving)?;
    let fold = Folding { state, task, layout, sources, arrived };
    match place::output(task, layout) {
        Some(output) => fold.apart(output),
        None => fold.together(),
    }
}

struct Folding<'a> {
    state: &'a State,
    task: &'a Task<'a>,
    layout: &'a Layout,
    sources: Sources,
    arrived: Vec<Arrived>,
}

impl Folding<'_> {
    fn job<'b>(&'b self, operands: &'b [Operand]) -> Job<'b> {
        Job::new(self.task.desc, self.task.fold, self.task.dtype, self.task.domain(), operands)
    }

    /// Every rank has all that belongs to its outputs.
    fn apart(&self, output: Layout) -> Result<Rc<Array>> {
        let placement = Placement::new(output, self.state.rank);
        let shape = self.task.output_shape();
        let buffer = Rc::new(Buffer::placed(self.task.dtype, shape, Some(placement), Fill::Any)?);
        let region = self.layout.region_of(self.state.rank);
        let base = Operand::block(buffer.base(), self.task.dtype.size(), &placement.local);
        let out = self.task.output(base.data, &base.strides[..shape.len()]);
        for part in self.parts(&region, !self.task.desc.reduced) {
            let (operands, _blocks) = self.sources.operands(&part, &self.arrived)?;
            let job = self.job(&operands);
            // SAFETY: the operands hold the part, the buffer its outputs.
            unsafe { job.run(&self.state.pool, &job.kept(&part), &out)? };
        }
        let array = Array::over(buffer);
        let small = (array.size() as usize) * self.task.dtype.size() < self.state.sharing.from;
        if small { super::whole::replica(self.state, &array) } else { Ok(array) }
    }

    /// The region cut into what needs nothing from others and the rest; cuts are allowed along the dimensions in a bit set,
    /// and fall on leaves where they cross reduced dimensions.
    fn parts(&self, region: &Region, cuttable: u32) -> Vec<Region> {
        let mut interior = self.sources.interior(region);
        for d in 0..region.rank() {
            if cuttable & (1 << d) == 0 && interior.extent(d) != region.extent(d) {
                return vec![*region];
            }
            if self.task.desc.reduced & (1 << d) != 0 {
                interior = self.on_leaves(interior, d, region);
            }
        }
        if interior.is_empty() {
            return vec![*region];
        }
        let mut parts = vec![interior];
        parts.extend(region.without(&interior));
        parts
    }

    fn on_leaves(&self, part: Region, d: usize, whole: &Region) -> Region {
        let quantum = quantum(d, whole.rank());
        let lo = -(-part.lo()[d]).div_euclid(quantum) * quantum;
        let hi =
            if part.hi()[d] == self.task.shape[d] { part.hi()[d] } else { part.hi()[d].div_euclid(quantum) * quantum };
        part.with_dim(d, lo, hi.max(lo))
    }

    /// Outputs have their leaves on several ranks: the result is put together on each of them.
    fn together(&self) -> Result<Rc<Array>> {
        let state = self.state;
        let tag = state.next_tag();
        let mut mine = self.local_runs()?;
        let size = self.task.dtype.size();
        for to in (0..state.ranks).map(|step| (state.rank + step) % state.ranks).skip(1) {
            let mut draft = Draft::with_capacity(0);
            for (_, tree) in &mut mine {
                tree.write(draft.payload());
            }
            state.send(to, tag, draft)?;
        }
        state.flush()?;
        let out = Array::fresh(self.task.dtype, self.task.output_shape(), Fill::Any)?;
        let target = self.task.output_in(&out);
        let mut all = Collected::new(self, size);
        all.add(state.rank, self.bytes(&mut mine));
        for from in (0..state.ranks).filter(|&from| from != state.rank) {
            if !self.layout.region_of(from).is_empty() {
                all.add(from, state.wait(from, tag)?.to_vec());
            }
        }
        all.finish(&target)?;
        Ok(out)
    }

    fn bytes(&self, mine: &mut [(Run, Tree)]) -> Vec<u8> {
        let mut bytes = Vec::new();
        mine.iter_mut().for_each(|(_, tree)| tree.write(&mut bytes));
        bytes
    }

    /// The nodes of this rank's runs of leaves, in order.
    fn local_runs(&self) -> Result<Vec<(Run, Tree)>> {
        let region = self.layout.region_of(self.state.rank);
        if region.is_empty() {
            return Ok(Vec::new());
        }
        let parts = self.parts(&region, self.task.desc.reduced);
        let mut at_parts: Vec<(Run, usize)> = Vec::new();
        let mut operands: Vec<(Vec<Operand>, Vec<Block>)> = Vec::new();
        for (at, part) in parts.iter().enumerate() {
            operands.push(self.sources.operands(part, &self.arrived)?);
            at_parts.extend(self.job(&[]).runs(part).into_iter().map(|run| (run, at)));
        }
        at_parts.sort_unstable();
        let mut trees: Vec<(Run, Tree)> = Vec::new();
        for (run, at) in at_parts {
            let job = self.job(&operands[at].0);
            let mut tree = job.nodes(&self.state.pool, &job.kept(&region), run);
            match trees.last_mut() {
                Some((last, all)) if last.1 == run.0 => {
                    all.extend(&mut tree);
                    last.1 = run.1;
                }
                _ => trees.push((run, tree)),
            }
        }
        Ok(trees)
    }
}

/// A run of leaves, and in which message and where in it its nodes are.
type Place = (Run, usize, usize);

/// Nodes from all ranks, by the outputs that they are of.
struct Collected<'a> {
    fold: &'a Folding<'a>,
    size: usize,
    groups: Vec<(Region, Vec<Place>)>,
    messages: Vec<Vec<u8>>,
}

impl<'a> Collected<'a> {
    fn new(fold: &'a Folding<'a>, size: usize) -> Collected<'a> {
        Collected { fold, size, groups: Vec::new(), messages: Vec::new() }
    }

    /// Adds what a rank sent: the nodes of its runs, one after the other.
    fn add(&mut self, rank: usize, bytes: Vec<u8>) {
        let region = self.fold.layout.region_of(rank);
        if region.is_empty() {
            return;
        }
        let job = self.fold.job(&[]);
        let kept = job.kept(&region);
        let at = self.groups.iter().position(|(outputs, _)| *outputs == kept).unwrap_or_else(|| {
            self.groups.push((kept, Vec::new()));
            self.groups.len() - 1
        });
        let mut offset = 0;
        for run in job.runs(&region) {
            self.groups[at].1.push((run, self.messages.len(), offset));
            offset += nodes_of_run(run.0, run.1).len() * kept.volume() * self.size;
        }
        self.messages.push(bytes);
    }

    /// Puts the nodes together and stores the results.
    fn finish(self, out: &Operand) -> Result<()> {
        for (kept, mut runs) in self.groups {
            runs.sort_unstable();
            let mut tree = Tree::new(self.fold.job(&[]).kind(kept.volume()));
            let bytes = kept.volume() * self.size;
            for (run, message, mut offset) in runs {
                for node in nodes_of_run(run.0, run.1) {
                    let from = self.messages[message].get(offset..offset + bytes);
                    let from = from.ok_or_else(|| Error::internal("partial results are cut short"))?;
                    // SAFETY: a slot has room for `bytes` bytes.
                    tree.add(node, |to| unsafe { std::ptr::copy_nonoverlapping(from.as_ptr(), to, bytes) });
                    offset += bytes;
                }
            }
            // SAFETY: the root holds an element for each output, the array has room for all.
            unsafe { store(tree.root(), &kept, out) };
        }
        Ok(())
    }
}
