//! Splits a lowered module into parts that are compiled side by side.
//!
//! Before: one module of host functions, loops of tasks and their entries.
//! After: the host functions, and the tasks spread evenly over further modules, their loops over scattered elements apart
//! from the others; a function that several parts call, such as one of arithmetic, is in each. How many parts there are
//! depends on the program alone, never on the machine.

use crate::kernel;
use phylanx_dialects::ir::{Attr, Module, Op, Region, walk_ops};
use std::collections::{BTreeSet, HashMap};

/// Ops that are worth a part of their own; a part costs about as much as compiling a third of that.
const GRAIN: usize = 900;

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
    /// Entries and loops of tasks, which only the runtime calls.
    Tasks,
    /// Loops of tasks over elements that do not lie side by side.
    Strided,
}

/// Splits a module; the host's part comes first.
pub fn split(module: &Module) -> Vec<Part> {
    let op = |at: usize, kind| match &module.ops[at] {
        op if kind != Kind::Strided && is_strided(op) => declaration(op),
        op => op.clone(),
    };
    let part = |(kind, chosen): (Kind, BTreeSet<usize>)| Part {
        kind,
        module: module.of_ops(chosen.into_iter().map(|at| op(at, kind)).collect()),
    };
    plan(module).into_iter().map(part).collect()
}

/// The numbers of the ops of each part.
fn plan(module: &Module) -> Vec<(Kind, BTreeSet<usize>)> {
    let calls = Calls::of(module);
    let those = |is: fn(&Op) -> bool| (0..module.ops.len()).filter(move |&at| is(&module.ops[at]));
    let mut host = BTreeSet::new();
    for at in those(is_host) {
        calls.reach(at, &mut host);
    }
    let mut parts = vec![(Kind::Host, host)];
    let mut add = |kind, roots: &mut dyn Iterator<Item = usize>, grain| {
        let groups = roots.map(|at| calls.group(at)).collect();
        parts.extend(spread(groups, grain).into_iter().map(|ops| (kind, ops)));
    };
    add(Kind::Tasks, &mut those(is_entry), GRAIN);
    add(Kind::Strided, &mut those(is_strided), 3 * GRAIN);
    parts
}

/// Spreads groups of ops over as few parts as their weight asks for, heavy ones first.
fn spread(mut groups: Vec<(usize, BTreeSet<usize>)>, grain: usize) -> Vec<BTreeSet<usize>> {
    let whole: usize = groups.iter().map(|(weight, _)| weight).sum();
    let mut parts = vec![(0, BTreeSet::new()); whole.div_ceil(grain).min(MOST).min(groups.len())];
    groups.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
    for (weight, group) in groups {
        if let Some((load, ops)) = parts.iter_mut().min_by_key(|(load, _)| *load) {
            *load += weight;
            ops.extend(group);
        }
    }
    parts.into_iter().map(|(_, ops)| ops).collect()
}

fn is_entry(op: &Op) -> bool {
    op.symbol().is_some_and(kernel::is_entry)
}

fn is_strided(op: &Op) -> bool {
    op.attr("physl.strided").is_some()
}

/// A function without its body.
fn declaration(op: &Op) -> Op {
    Op { regions: vec![Region::default()], ..op.clone() }.with_attr("sym_visibility", Attr::str("private"))
}

/// Whether an op belongs to the host whoever calls it: static data, and functions that are neither of a task, nor
/// arithmetic, nor of the runtime.
fn is_host(op: &Op) -> bool {
    let is_arithmetic = op.symbol().is_some_and(|name| name.starts_with(crate::math::PREFIX));
    op.name != "func.func" || (op.body().is_some() && !kernel::is_loops(op) && !is_entry(op) && !is_arithmetic)
}

/// Which function calls which, by number, and how many ops each has.
struct Calls {
    callees: Vec<Vec<usize>>,
    weights: Vec<usize>,
    strided: Vec<bool>,
}

impl Calls {
    fn of(module: &Module) -> Calls {
        let named: HashMap<&str, usize> =
            module.ops.iter().enumerate().filter_map(|(at, op)| Some((op.symbol()?, at))).collect();
        let mut calls =
            Calls { callees: Vec::new(), weights: Vec::new(), strided: module.ops.iter().map(is_strided).collect() };
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

    /// Adds an op and all that it reaches; what strided loops reach is in their own part.
    fn reach(&self, at: usize, found: &mut BTreeSet<usize>) {
        if found.insert(at) && (found.len() == 1 || !self.strided[at]) {
            self.callees[at].iter().for_each(|&callee| self.reach(callee, found));
        }
    }

    /// The ops that one reaches, and their weight.
    fn group(&self, root: usize) -> (usize, BTreeSet<usize>) {
        let mut found = BTreeSet::new();
        self.reach(root, &mut found);
        let weight = found.iter().filter(|&&at| at == root || !self.strided[at]).map(|&at| self.weights[at]).sum();
        (weight, found)
    }
}

fn symbols(op: &Op) -> impl Iterator<Item = &str> {
    op.attrs.values().filter_map(|attr| match attr {
        Attr::Symbol(name) => Some(name.as_str()),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use phylanx_dialects::mlir;

    const PROGRAM: &str = r#"
        func.func private @phx.math.exp(%x: f64) -> f64 { return %x : f64 }
        func.func private @phx_release(i32, i64)
        func.func @py.main() { return }
        func.func private @py.t(%x: f64) attributes {physl.task} {
          %0 = call @phx.math.exp(%x) : (f64) -> f64
          call @py.t.strided(%0) : (f64) -> ()
          return
        }
        func.func private @py.t.strided(%x: f64) attributes {physl.strided} {
          %0 = call @phx.math.exp(%x) : (f64) -> f64
          return
        }
        func.func @py.t.kernel(%x: f64) { call @py.t(%x) : (f64) -> ()
          return }
    "#;

    #[test]
    fn each_part_holds_what_it_calls() {
        let module = mlir::parse_tree(PROGRAM).expect("the program parses");
        let shape = |part: Part| {
            let name = |op: &Op| match op.body() {
                Some(_) => op.symbol().unwrap_or_default().to_string(),
                None => format!("declared {}", op.symbol().unwrap_or_default()),
            };
            (part.kind, part.module.ops.iter().map(name).collect::<Vec<_>>())
        };
        let parts: Vec<_> = split(&module).into_iter().map(shape).collect();
        let owned = |names: &[&str]| names.iter().map(|name| name.to_string()).collect::<Vec<_>>();
        assert_eq!(
            parts,
            [
                (Kind::Host, owned(&["py.main"])),
                (Kind::Tasks, owned(&["phx.math.exp", "py.t", "declared py.t.strided", "py.t.kernel"])),
                (Kind::Strided, owned(&["phx.math.exp", "py.t.strided"])),
            ]
        );
    }
}
