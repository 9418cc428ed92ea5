//! Splits a lowered module into parts that are compiled side by side.
//!
//! Before: one module of host functions, loops of tasks and their entries.
//! After: the host functions, and the tasks spread evenly over further modules; a function that several parts call, such
//! as one of arithmetic, is in each. How many parts there are depends on the program alone, never on the machine.

use crate::kernel;
use phylanx_dialects::ir::{Attr, Module, Op, walk_ops};
use std::collections::{BTreeSet, HashMap};

/// Ops that are worth a part of their own; a part costs about as much as compiling a third of that.
const GRAIN: usize = 400;

/// More parts than this are never made.
const MOST: usize = 16;

/// One part of a program.
pub struct Part {
    pub module: Module,
    pub kind: Kind,
}

/// What a part holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// Host functions and the static data.
    Host,
    /// Loops of tasks, which only the runtime calls.
    Tasks,
}

/// Splits a module; the host's part comes first.
pub fn split(module: &Module) -> Vec<Part> {
    let plan = plan(module);
    let parts = plan.into_iter().enumerate().map(|(at, chosen)| Part {
        kind: if at == 0 { Kind::Host } else { Kind::Tasks },
        module: module.of_ops(chosen.into_iter().map(|at| module.ops[at].clone()).collect()),
    });
    parts.collect()
}

/// The numbers of the ops of each part.
fn plan(module: &Module) -> Vec<BTreeSet<usize>> {
    let calls = Calls::of(module);
    let is_entry = |op: &Op| op.symbol().is_some_and(|name| name.ends_with(kernel::SUFFIX));
    let (entries, others): (Vec<usize>, Vec<usize>) =
        (0..module.ops.len()).partition(|&at| is_entry(&module.ops[at]));
    let mut host = BTreeSet::new();
    for at in others.into_iter().filter(|&at| is_host(&module.ops[at])) {
        calls.reach(at, &mut host);
    }
    let mut groups: Vec<(usize, BTreeSet<usize>)> = entries.into_iter().map(|at| calls.group(at)).collect();
    let whole: usize = groups.iter().map(|(weight, _)| weight).sum();
    let count = whole.div_ceil(GRAIN).clamp(1, MOST).min(groups.len());
    groups.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
    let mut parts = vec![(0, BTreeSet::new()); count];
    for (weight, group) in groups {
        let Some(least) = parts.iter_mut().min_by_key(|(load, _)| *load) else { continue };
        least.0 += weight;
        least.1.extend(group);
    }
    std::iter::once(host).chain(parts.into_iter().map(|(_, ops)| ops)).collect()
}

/// Whether an op belongs to the host whoever calls it: static data, and functions that are neither loops of a task, nor
/// arithmetic, nor of the runtime.
fn is_host(op: &Op) -> bool {
    let is_arithmetic = op.symbol().is_some_and(|name| name.starts_with(crate::math::PREFIX));
    op.name != "func.func" || (op.body().is_some() && !kernel::is_loops(op) && !is_arithmetic)
}

/// Which function calls which, by number, and how many ops each has.
struct Calls {
    callees: Vec<Vec<usize>>,
    weights: Vec<usize>,
}

impl Calls {
    fn of(module: &Module) -> Calls {
        let named: HashMap<&str, usize> =
            module.ops.iter().enumerate().filter_map(|(at, op)| Some((op.symbol()?, at))).collect();
        let mut calls = Calls { callees: Vec::new(), weights: Vec::new() };
        for op in &module.ops {
            let (mut callees, mut weight) = (Vec::new(), 0);
            walk_ops(std::slice::from_ref(op), &mut |inner| {
                weight += 1;
                callees.extend(symbols(inner).filter_map(|name| named.get(name).copied()));
            });
            calls.callees.push(callees);
            calls.weights.push(weight);
        }
        calls
    }

    /// Adds an op and all that it reaches.
    fn reach(&self, at: usize, found: &mut BTreeSet<usize>) {
        if found.insert(at) {
            self.callees[at].iter().for_each(|&callee| self.reach(callee, found));
        }
    }

    /// The ops that an entry reaches, and their weight.
    fn group(&self, entry: usize) -> (usize, BTreeSet<usize>) {
        let mut found = BTreeSet::new();
        self.reach(entry, &mut found);
        (found.iter().map(|&at| self.weights[at]).sum(), found)
    }
}

fn symbols(op: &Op) -> impl Iterator<Item = &str> {
    op.attrs.values().filter_map(|attr| match attr {
        Attr::Symbol(name) => Some(name.as_str()),
        _ => None,
    })
}
