//! What was rewritten, by which rules and to what end, per Python line.

use super::cost::{Kind, kind};
use super::language::Node;
use super::region::Import;
use crate::context::PassContext;
use egg::{Id, Language};
use phylanx_dialects::ir::{Loc, Op};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// One use of a rule that taught the graph something.
#[derive(Debug, Clone)]
pub struct Use {
    pub rule: String,
    /// The class that was matched.
    pub class: Id,
    /// The nodes of the right side that the rule built; none when it is a variable.
    pub built: Vec<Node>,
}

/// Explains a region: rules by line with the estimated time before and after, and what is computed only once.
pub fn explain(
    context: &mut PassContext,
    import: &Import,
    chosen: &BTreeMap<Id, Node>,
    ops: &[Op],
    (before, after): (u64, u64),
) {
    let story = Story::new(import, chosen, ops);
    let mut seen: HashMap<Id, Loc> = HashMap::new();
    for (op, id) in ops.iter().zip(&import.ops) {
        let Some(class) = id.map(|id| import.graph.find(id)) else { continue };
        let Some(node) = chosen.get(&class) else { continue };
        if let Some(first) = seen.get(&class) {
            if !matches!(kind(node), Kind::Scalar | Kind::Free) && *first != op.loc {
                context.explain(&op.loc, format!("{} is computed once, in line {}", op.name, first.line));
            }
            continue;
        }
        seen.insert(class, op.loc.clone());
        let rules = story.rules(class);
        if !rules.is_empty() {
            let names = rules.into_iter().collect::<Vec<_>>().join(", ");
            context.explain(&op.loc, format!("{names}; estimated time {} -> {}", time(before), time(after)));
        }
    }
}

/// What the uses of rules say about the chosen nodes.
struct Story<'a> {
    import: &'a Import,
    chosen: &'a BTreeMap<Id, Node>,
    /// Nodes of the program as it was.
    written: BTreeSet<Node>,
    /// Classes that an op of the program has.
    origins: BTreeSet<Id>,
    /// The rule that first built a node.
    builders: HashMap<Node, &'a str>,
    /// The rule that first made a class equal to one of its parts.
    collapses: HashMap<Id, &'a str>,
}

impl<'a> Story<'a> {
    fn new(import: &'a Import, chosen: &'a BTreeMap<Id, Node>, ops: &[Op]) -> Story<'a> {
        let graph = &import.graph;
        let canonical = |node: &Node| node.clone().map_children(|id| graph.find(id));
        let mut builders: HashMap<Node, &str> = HashMap::new();
        let mut collapses: HashMap<Id, &str> = HashMap::new();
        for used in &graph.analysis.uses {
            for node in &used.built {
                builders.entry(canonical(node)).or_insert(&used.rule);
            }
            if used.built.is_empty() {
                collapses.entry(graph.find(used.class)).or_insert(&used.rule);
            }
        }
        let origins = ops.iter().zip(&import.ops).filter_map(|(_, id)| id.map(|id| graph.find(id))).collect();
        let written = import.written.iter().map(|(_, node)| canonical(node)).collect();
        Story { import, chosen, written, origins, builders, collapses }
    }

    /// Rules behind the chosen node of a class and the new nodes under it.
    fn rules(&self, class: Id) -> BTreeSet<&'a str> {
        let mut rules = BTreeSet::new();
        let mut open = vec![class];
        let mut seen = BTreeSet::new();
        while let Some(at) = open.pop() {
            let Some(node) = self.chosen.get(&at).filter(|node| seen.insert(at) && !self.written.contains(*node))
            else {
                continue;
            };
            let found = self.builders.get(node).or_else(|| self.collapses.get(&at));
            rules.extend(found.copied());
            let inner = node.children.iter().map(|&child| self.import.graph.find(child));
            open.extend(inner.filter(|child| !self.origins.contains(child)));
        }
        if rules.is_empty() && self.replaced(class) {
            rules.extend(self.collapses.get(&class).copied());
        }
        rules
    }

    /// Whether a class had another node in the program than the chosen one.
    fn replaced(&self, class: Id) -> bool {
        let graph = &self.import.graph;
        let first = self.import.written.iter().find(|(id, _)| graph.find(*id) == class);
        first.is_some_and(|(_, node)| self.chosen.get(&class) != Some(&node.clone().map_children(|id| graph.find(id))))
    }
}

/// Picoseconds in a readable unit.
fn time(picoseconds: u64) -> String {
    let value = picoseconds as f64;
    match value {
        v if v >= 1e12 => format!("{:.1} s", v / 1e12),
        v if v >= 1e9 => format!("{:.1} ms", v / 1e9),
        v if v >= 1e6 => format!("{:.1} us", v / 1e6),
        v => format!("{:.1} ns", v / 1e3),
    }
}

#[cfg(test)]
mod tests {
    use super::time;

    #[test]
    fn times_have_a_readable_unit() {
        assert_eq!(time(1_500), "1.5 ns");
        assert_eq!(time(2_340_000_000), "2.3 ms");
        assert_eq!(time(7_000_000_000_000), "7.0 s");
    }
}
