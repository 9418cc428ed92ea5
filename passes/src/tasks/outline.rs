//! Makes the functions of tasks and the ops that spawn them.

use super::group::{Facts, Group, Store, cost};
use super::{Constants, constant_text};
use crate::context::PassContext;
use phylanx_dialects::ir::{Attr, Block, Module, Op, Value, clone_ops, function};
use phylanx_dialects::ops::Class;
use std::collections::{HashMap, HashSet};

/// Ops of a task that its name tells.
const NAMED_OPS: usize = 4;

/// Task functions made so far; bodies with the same text are one function.
pub struct Outliner {
    taken: HashSet<String>,
    by_text: HashMap<String, String>,
    tasks: Vec<Op>,
    spawned: i64,
    fused: i64,
    /// Copies that were not needed, for the statistics.
    pub elided: i64,
}

impl Outliner {
    /// An outliner that keeps away from symbols in use.
    pub fn new(symbols: &[Op]) -> Outliner {
        let taken = symbols.iter().filter_map(Op::symbol).map(str::to_string).collect();
        Outliner { taken, by_text: HashMap::new(), tasks: Vec::new(), spawned: 0, fused: 0, elided: 0 }
    }

    /// Replaces the ops of groups by spawns; the other ops of tasks are members of groups further on.
    pub fn apply(&mut self, module: &mut Module, block: &mut Block, groups: Vec<Group>, facts: &Facts) {
        let ops = std::mem::take(&mut block.ops);
        let mut groups = groups.into_iter().peekable();
        for (at, op) in ops.iter().enumerate() {
            match groups.next_if(|group| group.place == at) {
                Some(group) => block.ops.push(self.spawn(module, &ops, &group, facts)),
                None if super::is_fusable(op) => {}
                None => block.ops.push(op.clone()),
            }
        }
    }

    fn spawn(&mut self, module: &mut Module, ops: &[Op], group: &Group, facts: &Facts) -> Op {
        let members: Vec<&Op> = group.members.iter().map(|&at| &ops[at]).collect();
        self.spawned += 1;
        self.fused += members.len() as i64;
        let mut inputs = inputs(&members, facts.constants);
        // A task runs where its first input is.
        if let Some(centre) = facts.arrays.centre(&inputs) {
            inputs[..=centre].rotate_right(1);
        }
        let body = self.body(module, &members, &inputs, facts.constants);
        let place = &ops[group.place];
        let root = &ops[group.root()];
        let op = match group.store {
            Store::Fresh => {
                Op::new("physl.spawn", root.loc.clone()).with_operands(inputs).with_results([root.result()])
            }
            Store::New => Op::new("physl.spawn", root.loc.clone()).with_operands(inputs).with_results([place.result()]),
            Store::Into => {
                Op::new("physl.spawn_into", place.loc.clone()).with_operands([place.operands[0]]).with_operands(inputs)
            }
        };
        op.with_attr("body", Attr::Symbol(body))
    }

    /// The symbol of the function for these ops, made unless there is one with the same text.
    fn body(&mut self, module: &mut Module, members: &[&Op], inputs: &[Value], constants: &Constants) -> String {
        let text = body_text(module, members, inputs, constants);
        if let Some(symbol) = self.by_text.get(&text) {
            return symbol.clone();
        }
        let symbol = self.symbol(members);
        let task = task_function(module, &symbol, members, inputs, constants);
        self.tasks.push(task);
        self.by_text.insert(text, symbol.clone());
        symbol
    }

    fn symbol(&mut self, members: &[&Op]) -> String {
        let mut names: Vec<&str> = members.iter().filter_map(|op| op.physl()).collect();
        if names.len() > NAMED_OPS {
            let last = names[names.len() - 1];
            names.truncate(NAMED_OPS - 1);
            names.extend(["etc", last]);
        }
        let mut symbol = format!("task_{}_{}", self.tasks.len(), names.join("_"));
        while !self.taken.insert(symbol.clone()) {
            symbol.push('_');
        }
        symbol
    }

    /// Appends the task functions to the module's symbols.
    pub fn finish(self, symbols: &mut Vec<Op>, context: &mut PassContext) {
        context.count("tasks", self.tasks.len() as i64);
        context.count("spawns", self.spawned);
        context.count("copies of fresh arrays elided", self.elided);
        context.count("ops in tasks", self.fused);
        for task in &self.tasks {
            let name = task.symbol().unwrap_or_default();
            let ops = task.body().map_or(0, |body| body.ops.iter().filter(|op| super::is_fusable(op)).count());
            context.report(&task.loc, format!("{name}: {ops} ops in one pass over memory"));
        }
        symbols.extend(self.tasks);
    }
}

/// What a task reads, in order of first use; constants are part of the body instead.
fn inputs(members: &[&Op], constants: &Constants) -> Vec<Value> {
    let inner: HashSet<Value> = members.iter().map(|op| op.result()).collect();
    let mut seen = HashSet::new();
    members
        .iter()
        .flat_map(|op| &op.operands)
        .copied()
        .filter(|value| !inner.contains(value) && !constants.contains_key(value) && seen.insert(*value))
        .collect()
}

/// The text of a body up to names of values.
fn body_text(module: &Module, members: &[&Op], inputs: &[Value], constants: &Constants) -> String {
    let mut numbers: HashMap<Value, usize> = inputs.iter().enumerate().map(|(at, &value)| (value, at)).collect();
    let mut text: String = inputs.iter().map(|&input| format!("{};", module.ty(input))).collect();
    for op in members {
        text.push_str(&op.name);
        for operand in &op.operands {
            match (numbers.get(operand), constants.get(operand)) {
                (Some(number), _) => text.push_str(&format!(" %{number}")),
                (None, Some((scalar, _))) => {
                    text.push_str(&format!(" {}:{}", constant_text(scalar), module.ty(scalar.result())));
                }
                (None, None) => unreachable!("an operand is an input, a member's result or a constant"),
            }
        }
        let attrs: Vec<String> = op.attrs.iter().map(|(name, attr)| format!("{name}={attr}")).collect();
        text.push_str(&format!(" {{{}}} : {};", attrs.join(","), module.ty(op.result())));
        numbers.insert(op.result(), numbers.len());
    }
    text
}

fn task_function(module: &mut Module, symbol: &str, members: &[&Op], inputs: &[Value], constants: &Constants) -> Op {
    let mut map: HashMap<Value, Value> = HashMap::new();
    let args: Vec<Value> = inputs
        .iter()
        .map(|&input| {
            let ty = module.ty(input).clone();
            let arg = module.value(ty);
            map.insert(input, arg);
            arg
        })
        .collect();
    let mut ops = Vec::new();
    for op in members {
        for operand in &op.operands {
            if let Some((scalar, wrap)) = constants.get(operand).filter(|_| !map.contains_key(operand)) {
                ops.extend(clone_ops(module, &[scalar.clone(), wrap.clone()], &mut map));
            }
        }
        ops.extend(clone_ops(module, &[(*op).clone()], &mut map));
    }
    let root = members[members.len() - 1];
    let result = map[&root.result()];
    ops.push(Op::new("func.return", root.loc.clone()).with_operands([result]));
    let results = vec![module.ty(result).clone()];
    let task = function(module, symbol, args, results, ops, root.loc.clone());
    with_facts(task, members)
}

/// Adds what the runtime is told of the task.
fn with_facts(task: Op, members: &[&Op]) -> Op {
    let root = members[members.len() - 1];
    let is_fold = root.row().is_some_and(|row| row.class == Class::Fold);
    let fold = root.physl().filter(|_| is_fold).unwrap_or("map");
    let axes = root.attr("axes").filter(|_| is_fold).cloned().unwrap_or(Attr::I64s(Vec::new()));
    let keepdims = root.attr("keepdims").filter(|_| is_fold).cloned().unwrap_or(Attr::Bool(false));
    let flops: u32 = members.iter().map(|op| cost(op)).sum();
    task.with_attr("sym_visibility", Attr::str("private"))
        .with_attr("physl.task", Attr::Unit)
        .with_attr("physl.fold", Attr::str(fold))
        .with_attr("physl.axes", axes)
        .with_attr("physl.keepdims", keepdims)
        .with_attr("physl.flops", Attr::int(i64::from(flops)))
}
