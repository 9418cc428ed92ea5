//! Which rules can match in a graph at all: those whose left side needs only ops that are there or that such rules make.

use super::pattern::Pattern;
use super::{Rule, apply};
use crate::context::FloatLevel;
use crate::egraph::analysis::{Facts, Graph};
use crate::egraph::language::{Head, Node, row_index};
use egg::Rewrite;
use phylanx_dialects::ops::{OPS, OpRow, find};

/// A rule ready for use.
pub struct Prepared {
    rewrite: Rewrite<Node, Facts>,
    level: FloatLevel,
    /// Ops of the left side.
    needs: Ops,
    /// Ops of the right side.
    makes: Ops,
}

/// Rules ready for use, in the same order.
///
/// # Errors
/// The name of a rule that egg refuses.
pub fn prepare(rules: &[Rule]) -> Result<Vec<Prepared>, String> {
    let prepared = rules.iter().map(|rule| {
        let (needs, makes) = (Ops::of(&rule.from), Ops::of(&rule.to));
        Ok(Prepared { rewrite: apply::rewrite(rule)?, level: rule.level, needs, makes })
    });
    prepared.collect()
}

/// The rewrites up to a float level that can match in a graph, now or after others of them.
pub fn reachable<'r>(rules: &'r [Prepared], level: FloatLevel, graph: &Graph) -> Vec<&'r Rewrite<Node, Facts>> {
    let mut there = Ops::in_graph(graph);
    let mut used = vec![false; rules.len()];
    loop {
        let before = there.clone();
        for (rule, used) in rules.iter().zip(&mut used) {
            if !*used && rule.level <= level && there.has_all(&rule.needs) {
                *used = true;
                there.add_all(&rule.makes);
            }
        }
        if there == before {
            return rules.iter().zip(used).filter(|(_, used)| *used).map(|(rule, _)| &rule.rewrite).collect();
        }
    }
}

/// A set of rows of the op table, a bit each.
#[derive(Clone, PartialEq)]
struct Ops(Vec<u64>);

impl Ops {
    fn none() -> Ops {
        Ops(vec![0; OPS.len().div_ceil(64)])
    }

    fn of(pattern: &Pattern) -> Ops {
        let mut ops = Ops::none();
        pattern.visit(&mut |part| {
            if let Pattern::Op { row, .. } = part {
                ops.add(row);
            }
        });
        ops
    }

    fn in_graph(graph: &Graph) -> Ops {
        let mut ops = Ops::none();
        // Numbers of rules and values found by folding come as constants.
        find("from_scalar").into_iter().for_each(|row| ops.add(row));
        for node in graph.classes().flat_map(|class| &class.nodes) {
            if let Head::Op(at) = node.head {
                ops.add(&OPS[usize::from(at)]);
            }
        }
        ops
    }

    fn add(&mut self, row: &'static OpRow) {
        let at = usize::from(row_index(row));
        self.0[at / 64] |= 1 << (at % 64);
    }

    fn add_all(&mut self, other: &Ops) {
        self.0.iter_mut().zip(&other.0).for_each(|(word, more)| *word |= more);
    }

    fn has_all(&self, other: &Ops) -> bool {
        self.0.iter().zip(&other.0).all(|(word, wanted)| word & wanted == *wanted)
    }
}
