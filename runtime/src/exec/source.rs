//! Inputs of a task whose domain is shared out: whole on this rank, or in parts that may have to come from others.

use super::axes::Axes;
use super::operand::Operand;
use super::state::State;
use super::task::Task;
use super::{place, whole};
use crate::array::{Array, Buffer};
use crate::error::Result;
use crate::exchange::{self, Arrived, Arriving, Block};
use crate::layout::Layout;
use crate::region::Region;
use std::rc::Rc;

/// An input as a rank reads it.
pub enum Source {
    /// All of it is here; the array keeps the memory alive.
    Whole(Operand, Rc<Array>),
    Parts(Box<Parts>),
}

/// An input that is distributed.
pub struct Parts {
    pub buffer: Rc<Buffer>,
    pub axes: Axes,
    held: Region,
    ghost: Option<Rc<super::token::Ghost>>,
}

impl Source {
    /// An input of a domain of at least its rank. A view that is no product of slices is gathered.
    pub fn of(state: &State, input: &Array, rank: usize) -> Result<Source> {
        let held = input.buffer.placement().map(|placement| placement.local);
        if let (Some(held), Some(axes)) = (held, place::axes(input, rank)) {
            let (buffer, ghost) = (input.buffer.clone(), input.ghost.clone());
            return Ok(Source::Parts(Box::new(Parts { buffer, axes, held, ghost })));
        }
        let array = whole::replica(state, input)?;
        Ok(Source::Whole(Operand::input(&array, rank), array))
    }

    /// Starts fetching what this rank needs, given the part of the domain that each rank works on.
    pub fn fetch(&self, state: &State, part: &dyn Fn(usize) -> Region) -> Result<Arriving> {
        match self {
            Source::Whole(..) => Ok(Arriving::default()),
            Source::Parts(parts) => {
                let need = |rank: usize| parts.axes.need(&part(rank));
                let has =
                    |rank: usize, need: &Region| parts.ghost.as_ref().is_some_and(|ghost| ghost.covers(rank, need));
                exchange::start(state, &parts.buffer, &need, &has)
            }
        }
    }

    /// The part of a region for which everything is in this rank's own part.
    pub fn interior(&self, region: &Region) -> Region {
        match self {
            Source::Whole(..) => *region,
            Source::Parts(parts) => parts.axes.within(region, &parts.held),
        }
    }

    /// The operand for a region of the interior.
    pub fn here(&self) -> Operand {
        match self {
            Source::Whole(operand, _) => *operand,
            Source::Parts(parts) => parts.axes.operand(parts.buffer.base(), parts.buffer.dtype.size(), &parts.held),
        }
    }

    /// What has come for this input, waiting for it.
    pub fn receive(&self, state: &State, arriving: Arriving) -> Result<Arrived> {
        match self {
            Source::Parts(parts) if arriving.is_empty() => {
                parts.ghost.as_ref().map_or(Ok(Arrived::default()), |ghost| ghost.receive(state))
            }
            _ => arriving.receive(state),
        }
    }

    /// The operand for any region of this rank's part of the domain, given what has come; the block, if any, holds the elements.
    pub fn operand(&self, region: &Region, arrived: &Arrived) -> Result<(Operand, Option<Block>)> {
        let Source::Parts(parts) = self else { return Ok((self.here(), None)) };
        let need = parts.axes.need(region);
        if parts.held.contains(&need) {
            return Ok((self.here(), None));
        }
        let block = arrived.assemble(&parts.buffer, &need)?;
        let operand = parts.axes.operand(block.storage.base(), parts.buffer.dtype.size(), &need);
        Ok((operand, Some(block)))
    }

    /// The buffer that is read, if it is distributed.
    pub fn buffer(&self) -> Option<&Rc<Buffer>> {
        match self {
            Source::Whole(..) => None,
            Source::Parts(parts) => Some(&parts.buffer),
        }
    }
}

/// The inputs of a task, ready to be read on any region of this rank's part of the domain.
pub struct Sources(pub Vec<Source>);

impl Sources {
    /// The inputs of a task.
    pub fn of(state: &State, task: &Task) -> Result<Sources> {
        let sources: Result<Vec<Source>> =
            task.inputs.iter().map(|input| Source::of(state, input, task.rank())).collect();
        sources.map(Sources)
    }

    /// The operands for a region, and the blocks that hold elements of other ranks.
    pub fn operands(&self, region: &Region, arrived: &[Arrived]) -> Result<(Vec<Operand>, Vec<Block>)> {
        let (mut operands, mut blocks) = (Vec::with_capacity(self.0.len() + 1), Vec::new());
        for (source, arrived) in self.0.iter().zip(arrived) {
            let (operand, block) = source.operand(region, arrived)?;
            operands.push(operand);
            blocks.extend(block);
        }
        Ok((operands, blocks))
    }

    pub fn interior(&self, region: &Region) -> Region {
        self.0.iter().fold(*region, |part, source| source.interior(&part))
    }

    pub fn fetch(&self, state: &State, domain: &Layout) -> Result<Vec<Arriving>> {
        self.0.iter().map(|source| source.fetch(state, &|rank| domain.region_of(rank))).collect()
    }

    pub fn receive(&self, state: &State, arriving: Vec<Arriving>) -> Result<Vec<Arrived>> {
        self.0.iter().zip(arriving).map(|(source, arriving)| source.receive(state, arriving)).collect()
    }
}
