//! Equality saturation of pure array expressions: every rule applied in every order, then the cheapest program taken.
//!
//! *Before*: pure ops as the user wrote them. *After*: equal ops, never dearer by the cost model; common subexpressions once, dead ones gone.
//! A graph in which two different constants came to be equal is thrown away: that region gets strict rules alone, or stays as it was.
//!
//! ```text
//! %m = physl.matmul %A, %B            %v = physl.matmul %B, %x
//! %y = physl.matmul %m, %x      ->    %y = physl.matmul %A, %v
//! ```

use crate::context::{FloatLevel, Options, PassContext, PassError};
use crate::egraph::analysis::{Facts, Graph};
use crate::egraph::cost::Sizes;
use crate::egraph::extract::Extractor;
use crate::egraph::language::Node;
use crate::egraph::rebuild::Rebuilt;
use crate::egraph::region::{Import, Surroundings, import, is_expression, regions};
use crate::egraph::usage::Usage;
use crate::egraph::{explain, rebuild};
use crate::rules::{self, Prepared, Rule, reachable};
use egg::{Id, Rewrite, Runner};
use phylanx_dialects::ir::{Block, Loc, Module, Op, Value, substitute, walk_ops};
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;
use std::time::Duration;

/// Rounds of rewriting, and nodes that rules may add: to one region, to all regions of a module, and to a region when that is used up.
/// The same on every machine, so that the result is.
const ROUNDS: usize = 8;
const NODES_OF_A_REGION: usize = 600;
const NODES_OF_A_MODULE: usize = 1_500;
const NODES_AT_LEAST: usize = 50;

/// The pass.
///
/// # Errors
/// Mistakes in the user's rule files.
pub fn run(module: &mut Module, context: &mut PassContext) -> Result<(), PassError> {
    let rules = rules_in_use(&context.options)?;
    let rules = rules::prepare(&rules).map_err(|text| PassError::internal(&Default::default(), text))?;
    let sizes = Sizes { default_extent: context.options.default_extent };
    let mut functions = std::mem::take(&mut module.ops);
    let mut budget = NODES_OF_A_MODULE;
    for function in &mut functions {
        let definitions = definitions(function);
        let mut simplify = Simplify { module, context, rules: &rules, sizes, definitions, budget: &mut budget };
        for block in function.regions.iter_mut().flat_map(|region| &mut region.blocks) {
            simplify.block(block);
        }
    }
    module.ops = functions;
    Ok(())
}

/// Built-in rules and the user's that the float level allows.
fn rules_in_use(options: &Options) -> Result<Vec<Rule>, PassError> {
    let mut all = rules::built_in().map_err(PassError::User)?;
    let mut wrong = Vec::new();
    for file in &options.rules {
        match rules::parse(&file.name, &file.text) {
            Ok(more) => all.extend(more),
            Err(found) => wrong.extend(found),
        }
    }
    if !wrong.is_empty() {
        return Err(PassError::User(wrong));
    }
    all.retain(|rule| rule.level <= options.float);
    Ok(all)
}

/// Ops that define one value and that later regions may look at.
fn definitions(function: &Op) -> HashMap<Value, Op> {
    let mut found = HashMap::new();
    walk_ops(std::slice::from_ref(function), &mut |op| {
        if let [result] = op.results[..]
            && (is_expression(op) || op.name == "physl.read")
        {
            found.insert(result, op.clone());
        }
    });
    found
}

/// One function at work.
struct Simplify<'a> {
    module: &'a mut Module,
    context: &'a mut PassContext,
    rules: &'a [Prepared],
    sizes: Sizes,
    definitions: HashMap<Value, Op>,
    /// Nodes that rules may still add in this module.
    budget: &'a mut usize,
}

impl Simplify<'_> {
    /// Inner blocks first and later regions first, so that a value's uses are final when its own region is looked at.
    fn block(&mut self, block: &mut Block) {
        for op in &mut block.ops {
            for inner in op.regions.iter_mut().flat_map(|region| &mut region.blocks) {
                self.block(inner);
            }
        }
        let mut usage = Usage::of(&block.ops);
        let mut changes = Vec::new();
        for range in regions(block).into_iter().rev() {
            let old = &block.ops[range.clone()];
            if let Some(change) = self.region(old, &usage) {
                usage.replace(old, &change.ops, &change.renamed);
                changes.push((range, change));
            }
        }
        apply(block, changes);
    }

    fn region(&mut self, ops: &[Op], usage: &Usage) -> Option<Rebuilt> {
        let import = self.saturated(ops)?;
        let roots = import.roots(ops, usage);
        let extractor = Extractor::new(&import.graph, &roots, self.sizes);
        let extracted = extractor.extract(&import.written_by_class())?;
        let chosen = &extracted.nodes;
        let rebuilt = rebuild::rebuild(self.module, &import, chosen, ops)?;
        self.count(&import, chosen, ops, &rebuilt.ops);
        explain::explain(self.context, &import, chosen, ops, (extracted.before, extracted.cost));
        Some(keep_types(self.module, &ops[0].loc, usage, rebuilt))
    }

    /// The graph of a region with all that the rules say about it; `None` where even strict rules contradict one another.
    fn saturated(&mut self, ops: &[Op]) -> Option<Import> {
        let around = Surroundings { module: self.module, definitions: &self.definitions };
        for level in [FloatLevel::Fast, FloatLevel::Strict] {
            let mut import = import(&around, ops);
            let graph = std::mem::take(&mut import.graph);
            let before = graph.total_number_of_nodes();
            let rewrites = reachable(self.rules, level, &graph);
            import.graph = saturate(graph, &rewrites, NODES_OF_A_REGION.min(*self.budget).max(NODES_AT_LEAST));
            *self.budget = self.budget.saturating_sub(import.graph.total_number_of_nodes().saturating_sub(before));
            if import.graph.analysis.contradictions == 0 {
                return Some(import);
            }
            self.context.count("contradictions", 1);
        }
        None
    }

    fn count(&mut self, import: &Import, chosen: &BTreeMap<Id, Node>, before: &[Op], after: &[Op]) {
        self.context.count("ops-before", before.len() as i64);
        self.context.count("ops-after", after.len() as i64);
        self.context.count("nodes", import.graph.total_number_of_nodes() as i64);
        self.context.count("chosen", chosen.values().filter(|node| rebuild::is_work(node)).count() as i64);
    }
}

/// All rules, until nothing new comes or a limit of rounds or added nodes is reached.
fn saturate(graph: Graph, rewrites: &[&Rewrite<Node, Facts>], more: usize) -> Graph {
    let never = Duration::from_secs(u64::from(u32::MAX));
    let limit = graph.total_number_of_nodes() + more;
    let runner: Runner<Node, Facts> =
        Runner::new(Facts::default()).with_egraph(graph).with_iter_limit(ROUNDS).with_node_limit(limit);
    runner.with_time_limit(never).run(rewrites.iter().copied()).egraph
}

/// Where a renamed value has a less known type that an op of another dialect relies on, a `tensor.cast` restores it under the old name.
fn keep_types(module: &Module, loc: &Loc, usage: &Usage, rebuilt: Rebuilt) -> Rebuilt {
    let mut ops = rebuilt.ops;
    substitute(&mut ops, &rebuilt.renamed);
    let (mut plain, mut casts): (HashMap<Value, Value>, Vec<Op>) = (HashMap::new(), Vec::new());
    let mut renamed: Vec<(Value, Value)> = rebuilt.renamed.into_iter().collect();
    renamed.sort_unstable();
    for (old, new) in renamed {
        if module.ty(old) == module.ty(new) || !usage.is_relied_on(old) {
            plain.insert(old, new);
        } else {
            casts.push(Op::new("tensor.cast", loc.clone()).with_operands([new]).with_results([old]));
        }
    }
    ops.extend(casts);
    Rebuilt { ops, renamed: plain }
}

/// Puts the new ops of regions in their places, last region first in the list, and renames what they no longer define.
fn apply(block: &mut Block, changes: Vec<(Range<usize>, Rebuilt)>) {
    if changes.is_empty() {
        return;
    }
    let mut renamed = HashMap::new();
    let mut old = std::mem::take(&mut block.ops).into_iter();
    let mut at = 0;
    for (range, change) in changes.into_iter().rev() {
        block.ops.extend(old.by_ref().take(range.start - at));
        old.by_ref().take(range.len()).for_each(drop);
        at = range.end;
        block.ops.extend(change.ops);
        renamed.extend(change.renamed);
    }
    block.ops.extend(old);
    let last = |value: &Value| {
        let mut value = *value;
        while let Some(&next) = renamed.get(&value) {
            value = next;
        }
        value
    };
    let names = renamed.iter().map(|(old, new)| (*old, last(new))).collect();
    substitute(&mut block.ops, &names);
}
