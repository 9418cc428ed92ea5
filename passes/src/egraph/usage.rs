//! How often the values of a block are used, kept true while its regions change one after the other.

use phylanx_dialects::ir::{Op, Value, walk_ops};
use std::collections::HashMap;

/// Numbers of uses, those in nested regions included.
#[derive(Default)]
pub struct Usage {
    all: HashMap<Value, usize>,
    /// Uses by ops outside the table, to which the exact type matters.
    typed: HashMap<Value, usize>,
}

impl Usage {
    pub fn of(ops: &[Op]) -> Usage {
        let mut usage = Usage::default();
        usage.add(ops);
        usage
    }

    /// How often a value is used.
    pub fn count(&self, value: Value) -> usize {
        self.all.get(&value).copied().unwrap_or(0)
    }

    /// Whether an op outside the table uses a value.
    pub fn is_relied_on(&self, value: Value) -> bool {
        self.typed.get(&value).is_some_and(|count| *count > 0)
    }

    /// Some ops become others, and values that they defined are others from now on.
    pub fn replace(&mut self, old: &[Op], new: &[Op], renamed: &HashMap<Value, Value>) {
        each_use(old, &mut |op, value| {
            decrease(&mut self.all, value);
            if op.row().is_none() {
                decrease(&mut self.typed, value);
            }
        });
        self.add(new);
        for counts in [&mut self.all, &mut self.typed] {
            for (old, new) in renamed {
                if let Some(count) = counts.remove(old) {
                    *counts.entry(*new).or_default() += count;
                }
            }
        }
    }

    fn add(&mut self, ops: &[Op]) {
        each_use(ops, &mut |op, value| {
            *self.all.entry(value).or_default() += 1;
            if op.row().is_none() {
                *self.typed.entry(value).or_default() += 1;
            }
        });
    }
}

fn decrease(counts: &mut HashMap<Value, usize>, value: Value) {
    if let Some(count) = counts.get_mut(&value) {
        *count = count.saturating_sub(1);
    }
}

fn each_use(ops: &[Op], visit: &mut impl FnMut(&Op, Value)) {
    walk_ops(ops, &mut |op| op.operands.iter().for_each(|&value| visit(op, value)));
}
