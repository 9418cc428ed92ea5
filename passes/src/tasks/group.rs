//! Chooses which ops of a block run together in one task.
//!
//! Going backwards, a map joins the group of its users when all of them are in one group, and is repeated in each group when it is cheap;
//! otherwise it starts a group of its own. A fold always starts one. A member is carried out where its group is, which is later than where it
//! stood, so nothing may be written in between that it reads.

use super::{Constants, is_fusable};
use crate::alias::{Alias, Class};
use crate::place::arrays::Arrays;
use crate::snapshot::{Origins, is_tensor};
use phylanx_dialects::ir::{Block, Module, Op, TensorType, Type, Value, uses};
use phylanx_dialects::ops::Class as OpClass;
use std::collections::{BTreeSet, HashMap};

/// Most inputs of a task.
const MAX_INPUTS: usize = 32;
/// Most ops of a task, which bounds compile time and register pressure.
const MAX_MEMBERS: usize = 96;
/// An op that costs more is never repeated: not for several users and not along dimensions that it lacks.
const CHEAP: u32 = 2;
/// All that a task repeats, for other tasks or along dimensions that a part lacks, costs at most this much for each element.
const REPEATED: u32 = 4;

/// What is known of the module before its blocks are planned.
pub struct Facts<'a> {
    pub alias: &'a Alias,
    pub origins: &'a Origins,
    pub constants: &'a Constants,
    pub arrays: &'a Arrays,
}

/// Where the result of a group goes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Store {
    /// A fresh tensor.
    Fresh,
    /// Through a reference: the `physl.write` at the group's place.
    Into,
    /// A fresh buffer: the `physl.new` at the group's place.
    New,
}

/// Ops that become one task; numbers are places in the block.
#[derive(Debug)]
pub struct Group {
    /// In program order; the last is the root.
    pub members: Vec<usize>,
    /// The op that the spawn replaces.
    pub place: usize,
    pub store: Store,
}

impl Group {
    /// The op whose result is the task's result.
    pub fn root(&self) -> usize {
        self.members[self.members.len() - 1]
    }
}

/// The groups of a block, in order of their places.
pub fn plan_block(module: &Module, block: &Block, facts: &Facts) -> Vec<Group> {
    let writes = block.ops.iter().map(|op| facts.alias.writes(op)).collect();
    let mut plan =
        Plan { module, block, facts, users: users(block), writes, groups: Vec::new(), groups_of: HashMap::new() };
    for at in (0..block.ops.len()).rev() {
        if is_fusable(&block.ops[at]) {
            plan.assign(at);
        }
    }
    let mut groups = plan.groups;
    for group in &mut groups {
        group.members.reverse();
    }
    groups.sort_by_key(|group| group.place);
    groups
}

/// A use of a value by an op of the block, itself or somewhere in its regions.
#[derive(Clone, Copy)]
struct User {
    at: usize,
    direct: bool,
}

fn users(block: &Block) -> HashMap<Value, Vec<User>> {
    let mut found: HashMap<Value, Vec<User>> = HashMap::new();
    for (at, op) in block.ops.iter().enumerate() {
        let direct = op.regions.is_empty();
        for value in uses(op) {
            found.entry(value).or_default().push(User { at, direct });
        }
    }
    found
}

struct Plan<'a> {
    module: &'a Module,
    block: &'a Block,
    facts: &'a Facts<'a>,
    users: HashMap<Value, Vec<User>>,
    /// What each op of the block may write.
    writes: Vec<BTreeSet<Class>>,
    /// Members are in reverse order while planning.
    groups: Vec<Group>,
    groups_of: HashMap<usize, BTreeSet<usize>>,
}

impl Plan<'_> {
    fn assign(&mut self, at: usize) {
        let op = &self.block.ops[at];
        // An op without users is here because it may fail: what surely does not has been swept away.
        let users = self.users.get(&op.result()).cloned().unwrap_or_default();
        if users.is_empty() {
            return self.start(at, &users);
        }
        match self.groups_to_join(at, &users) {
            Some(targets) => targets.into_iter().for_each(|group| self.join(at, group)),
            None => self.start(at, &users),
        }
    }

    /// The groups that hold all users, if the op may be carried out in each of them.
    fn groups_to_join(&self, at: usize, users: &[User]) -> Option<BTreeSet<usize>> {
        let op = &self.block.ops[at];
        if op.row()?.class != OpClass::Map {
            return None;
        }
        let mut targets = BTreeSet::new();
        for user in users {
            let groups = self.groups_of.get(&user.at).filter(|_| user.direct)?;
            targets.extend(groups.iter().copied());
        }
        let repeated = targets.len() > 1;
        let is_dear = |group: &usize| self.repeated_cost(*group) + cost(op) > REPEATED;
        if repeated && (!self.is_cheap_to_repeat(op) || targets.iter().any(is_dear)) {
            return None;
        }
        targets.iter().all(|&group| self.may_join(at, &self.groups[group])).then_some(targets)
    }

    /// What a group's members cost that are members of other groups too.
    fn repeated_cost(&self, group: usize) -> u32 {
        let members = self.groups[group].members.iter();
        members.filter(|at| self.groups_of[at].len() > 1).map(|&at| cost(&self.block.ops[at])).sum()
    }

    /// Reading the inputs again costs no more memory traffic than reading the result.
    fn is_cheap_to_repeat(&self, op: &Op) -> bool {
        let Some(out) = self.tensor(op.result()) else { return false };
        let full = op.operands.iter().filter(|&&operand| self.is_as_large(operand, out)).count();
        cost(op) <= CHEAP && full <= 1
    }

    fn is_as_large(&self, operand: Value, out: &TensorType) -> bool {
        self.tensor(operand)
            .is_some_and(|operand| operand.rank() == out.rank() && out.rank() > 0 && !repeats(operand, out))
    }

    fn may_join(&self, at: usize, group: &Group) -> bool {
        let op = &self.block.ops[at];
        group.members.len() < MAX_MEMBERS
            && self.fits_domain(op, group)
            && self.inputs_with(at, group) <= MAX_INPUTS
            && self.may_move(at, group.place)
    }

    /// Whether the op is not repeated along dimensions that it lacks, or costs little enough.
    fn fits_domain(&self, op: &Op, group: &Group) -> bool {
        let root = &self.block.ops[group.members[0]];
        let domain = match root.row() {
            Some(row) if row.class == OpClass::Fold => self.tensor(root.operands[0]),
            _ => self.tensor(root.result()),
        };
        let (Some(part), Some(domain)) = (self.tensor(op.result()), domain) else { return false };
        if !repeats(part, domain) {
            return true;
        }
        let is_repeated = |op: &&Op| self.tensor(op.result()).is_some_and(|part| repeats(part, domain));
        // The root of a fold has fewer dimensions, but is not repeated.
        let members = group.members[1..].iter().map(|&at| &self.block.ops[at]).filter(is_repeated);
        cost(op) <= CHEAP && cost(op) + members.map(cost).sum::<u32>() <= REPEATED
    }

    fn inputs_with(&self, at: usize, group: &Group) -> usize {
        let members: Vec<&Op> = group.members.iter().chain([&at]).map(|&member| &self.block.ops[member]).collect();
        let inner: BTreeSet<Value> = members.iter().map(|op| op.result()).collect();
        let inputs: BTreeSet<Value> = members.iter().flat_map(|op| &op.operands).copied().collect();
        inputs.iter().filter(|value| !inner.contains(value) && !self.facts.constants.contains_key(value)).count()
    }

    /// Whether nothing that the op reads may be written before the op that it moves to.
    fn may_move(&self, at: usize, to: usize) -> bool {
        let read: Vec<Class> =
            self.block.ops[at].operands.iter().filter_map(|&operand| self.facts.origins.get(operand)).collect();
        read.is_empty() || self.writes[at + 1..to].iter().all(|writes| read.iter().all(|class| !writes.contains(class)))
    }

    fn join(&mut self, at: usize, group: usize) {
        self.groups[group].members.push(at);
        self.groups_of.entry(at).or_default().insert(group);
    }

    fn start(&mut self, at: usize, users: &[User]) {
        let (place, store) = self.place(at, users);
        self.groups.push(Group { members: vec![at], place, store });
        self.groups_of.entry(at).or_default().insert(self.groups.len() - 1);
    }

    /// A result that is only stored is computed where it is stored.
    fn place(&self, at: usize, users: &[User]) -> (usize, Store) {
        let here = (at, Store::Fresh);
        let [User { at: to, direct: true }] = *users else { return here };
        let (user, result) = (&self.block.ops[to], self.block.ops[at].result());
        if !self.may_move(at, to) {
            return here;
        }
        match user.physl() {
            Some("new") => (to, Store::New),
            Some("write") if user.operands[1] == result && self.same_elem(user.operands[0], result) => {
                (to, Store::Into)
            }
            _ => here,
        }
    }

    fn same_elem(&self, reference: Value, value: Value) -> bool {
        let elem = |value: Value| self.module.ty(value).array().map(|array| array.elem);
        elem(reference) == elem(value)
    }

    fn tensor(&self, value: Value) -> Option<&TensorType> {
        match self.module.ty(value) {
            Type::Tensor(tensor) if is_tensor(self.module, value) => Some(tensor),
            _ => None,
        }
    }
}

/// Floating-point operations for each element.
pub fn cost(op: &Op) -> u32 {
    op.row().map_or(0, |row| row.cost)
}

/// Whether a part of a task is broadcast to the task's domain, as far as types tell.
fn repeats(part: &TensorType, domain: &TensorType) -> bool {
    let skip = domain.rank().saturating_sub(part.rank());
    skip > 0 || part.dims.iter().zip(&domain.dims[skip..]).any(|(part, domain)| *part == Some(1) && *domain != Some(1))
}
