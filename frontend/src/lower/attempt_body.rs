//! The body of a `try`: a private function that the runtime calls, and the variables that outlive it.
//!
//! A variable that the body assigns and that may be read behind it is also stored in the frame of the `try`, each time it is
//! bound. What is read behind the body comes from there, whether the body came to its end or not.

use super::globals::leaf_names;
use super::loops::Slot;
use super::merge::{BROKE, CONTINUED, RESULT, RETURNED, flag};
use super::{Flow, Lowerer, Res};
use crate::ast::{Name, NodeId};
use crate::scope::live::Live;
use crate::source::Span;
use crate::types::{Ty, join};
use crate::value::{Repr, Val};
use phylanx_dialects::ir::{Attr, Op, Type, Value, defined_in, function, substitute, walk_ops};
use std::collections::{BTreeSet, HashMap};

/// Walks of one body before its types count as unstable: so many, and some for each variable, as a type may travel from one to the next.
const MAX_WALKS: usize = 10;
const WALKS_OF_A_SLOT: usize = 2;

/// A body that is being lowered.
pub struct Attempt {
    id: String,
    slots: Vec<Slot>,
    changed: bool,
}

/// What is to run in a function of its own.
pub struct Plan<'l> {
    pub id: NodeId,
    pub span: Span,
    /// What the body assigns, and what may be read behind it.
    pub names: BTreeSet<Name>,
    pub live: &'l Live,
    /// `A|B;C`, as the op has it.
    pub handlers: String,
}

/// A body that has been lowered; the `try` stands in the block.
pub struct Ended {
    /// 0, or the number of the handler.
    pub code: Value,
    /// How the body ends when nothing is raised.
    pub flow: Flow,
    id: String,
    /// How it was left then: constants, or types of what the frame holds.
    exits: Vec<(Name, Result<Val, Ty>)>,
}

impl<'a> Lowerer<'a> {
    /// Lowers a body to a function and runs it under the handlers; `None` (reported) when that fails.
    pub fn attempt(&mut self, plan: &Plan, body: &mut dyn FnMut(&mut Self)) -> Option<Ended> {
        let mut slots = self.attempt_slots(plan);
        for _ in 0..MAX_WALKS + slots.len() * WALKS_OF_A_SLOT {
            let before = self.checkpoint();
            let id = format!("%{}:{}", self.frame.spec, plan.id);
            self.frame.attempts.push(Attempt { id: id.clone(), slots: slots.clone(), changed: false });
            let mut exits = Vec::new();
            let branch = self.branch(plan.span, |this| {
                this.clear_exits();
                this.frame.env.remove(RESULT);
                this.keep_entry(plan.span);
                body(this);
                exits = this.keep_exits(&id);
                this.effect("func.return", &[], &[]);
            });
            let attempt = self.frame.attempts.pop()?;
            let branch = branch?;
            slots = attempt.slots;
            if attempt.changed {
                self.rollback(&before);
                self.remember_attempt(plan.id, &slots);
                continue;
            }
            self.remember_attempt(plan.id, &slots);
            self.frame.at = plan.span;
            let code = self.emit_attempt(plan, &id, branch.ops);
            self.read_slots(plan, &id, &slots);
            return Some(Ended { code, flow: branch.flow, id, exits });
        }
        let _: Res<()> = self.contradiction(plan.span, "a block whose types do not settle");
        self.frame.flow = Flow::Stops;
        None
    }

    /// The variables that outlive the body, typed as they enter it.
    fn attempt_slots(&mut self, plan: &Plan) -> Vec<Slot> {
        let settled = self.loop_types.get(&(self.frame.spec, plan.id)).cloned().unwrap_or_default();
        let kept: Vec<Name> = plan
            .names
            .iter()
            .filter(|name| plan.live.contains(*name) && !self.lives_in_memory(name))
            .cloned()
            .collect();
        let mut slots = Vec::new();
        for name in kept {
            let entry = match self.frame.env.get(&name).map(Val::ty) {
                None => Ty::Unbound,
                Some(Some(ty)) => ty,
                // It is told where it is stored.
                Some(None) => Ty::Unknown,
            };
            let ty = settled.get(&name).and_then(|old| join(old, &entry)).unwrap_or(entry);
            slots.push(Slot { name, ty });
        }
        slots
    }

    fn remember_attempt(&mut self, id: NodeId, slots: &[Slot]) {
        let types = slots.iter().map(|slot| (slot.name.clone(), slot.ty.clone())).collect();
        self.loop_types.insert((self.frame.spec, id), types);
    }

    /// Stores what the variables of the innermost body hold when it begins.
    fn keep_entry(&mut self, span: Span) {
        let Some(at) = self.frame.attempts.len().checked_sub(1) else { return };
        let names: Vec<Name> = self.frame.attempts[at].slots.iter().map(|slot| slot.name.clone()).collect();
        for name in names {
            let val = self.frame.env.get(&name).cloned().unwrap_or(Val::Unbound);
            self.keep_in_attempt(at, &name, &val, span);
        }
    }

    /// Stores what a variable is bound to, for every `try` around that reads it behind its body.
    pub fn keep_in_attempts(&mut self, name: &Name, val: &Val, span: Span) {
        for at in 0..self.frame.attempts.len() {
            self.keep_in_attempt(at, name, val, span);
        }
    }

    fn keep_in_attempt(&mut self, at: usize, name: &Name, val: &Val, span: Span) {
        let attempt = &self.frame.attempts[at];
        let Some(slot) = attempt.slots.iter().position(|slot| slot.name == *name) else { return };
        let old = attempt.slots[slot].ty.clone();
        let Some(ty) = val.ty() else {
            let message = format!("`{name}` is {} and may be read behind this `try`", val.describe());
            self.report(span, message, "give the variable in the block another name");
            return;
        };
        if ty == Ty::Unknown {
            return;
        }
        let Some(joined) = join(&old, &ty) else {
            return self.conflict(name, &old.to_string(), &ty.to_string(), span);
        };
        if joined != old {
            let attempt = &mut self.frame.attempts[at];
            (attempt.slots[slot].ty, attempt.changed) = (joined.clone(), true);
        }
        let id = self.frame.attempts[at].id.clone();
        self.keep(&id, name, val, &joined);
    }

    fn keep(&mut self, id: &str, name: &str, val: &Val, ty: &Ty) {
        let values = self.coerce(val, ty);
        for (leaf, value) in leaf_names(name, ty).iter().zip(values) {
            self.effect("physl.global_set", &[value], &[("name", Attr::str(format!("{id}.{leaf}")))]);
        }
    }

    fn kept(&mut self, id: &str, name: &str, ty: &Ty) -> Val {
        let mut values: Vec<Value> = Vec::new();
        for (leaf, leaf_ty) in leaf_names(name, ty).iter().zip(ty.leaves()) {
            let name = Attr::str(format!("{id}.{leaf}"));
            values.push(self.op_with("physl.global_get", &[], leaf_ty, &[("name", name)]));
        }
        self.rebuild(ty, &mut values.into_iter())
    }

    /// How the body was left, other than by an exception: stored where it is known only at run time.
    fn keep_exits(&mut self, id: &str) -> Vec<(Name, Result<Val, Ty>)> {
        let mut exits = Vec::new();
        if self.frame.flow == Flow::Stops {
            return exits;
        }
        for name in [RETURNED, BROKE, CONTINUED] {
            let exit = match flag(&self.frame.env, name) {
                Repr::Const(known) => Ok(Val::bool(known)),
                Repr::Value(value) => {
                    let ty = Ty::Num(crate::types::Num::BOOL);
                    self.keep(id, name, &Val::scalar(crate::types::Num::BOOL, value), &ty);
                    Err(ty)
                }
            };
            exits.push((name.into(), exit));
        }
        if let Some(val) = self.frame.env.get(RESULT).cloned()
            && let Some(ty) = val.ty()
        {
            self.keep(id, RESULT, &val, &ty);
            exits.push((RESULT.into(), Err(ty)));
        }
        exits
    }

    /// On the path where nothing was raised: the block has been left as the body was.
    pub fn take_exits(&mut self, ended: &Ended) {
        for (name, exit) in &ended.exits {
            let val = match exit {
                Ok(val) => val.clone(),
                Err(ty) => self.kept(&ended.id, name, ty),
            };
            self.frame.env.insert(name.clone(), val);
        }
        self.frame.flow = ended.flow;
    }

    /// Behind the body: what the frame holds now.
    fn read_slots(&mut self, plan: &Plan, id: &str, slots: &[Slot]) {
        for name in &plan.names {
            if !self.lives_in_memory(name) {
                self.frame.env.remove(name);
            }
        }
        for slot in slots {
            match self.kept(id, &slot.name, &slot.ty) {
                Val::Unbound | Val::Never => {}
                val => {
                    self.frame.env.insert(slot.name.clone(), val);
                }
            }
        }
    }

    /// Makes a function of the ops, and the op that runs it.
    fn emit_attempt(&mut self, plan: &Plan, id: &str, mut ops: Vec<Op>) -> Value {
        let captures = free_values(&ops);
        let args: Vec<Value> = captures.iter().map(|&value| self.module.value(self.module.ty(value).clone())).collect();
        let map: HashMap<Value, Value> = captures.iter().copied().zip(args.iter().copied()).collect();
        substitute(&mut ops, &map);
        let loc = self.loc_of(plan.span);
        let symbol = super::function::body_symbol(self.bodies.len());
        let owner = match self.frame.function {
            Some(index) => self.program.functions[index].def.name.clone(),
            None => "__main__".into(),
        };
        self.bodies.push((owner, function(&self.module, &symbol, args, Vec::new(), ops, loc)));
        let attrs =
            [("callee", Attr::Symbol(symbol)), ("id", Attr::str(id)), ("handlers", Attr::str(plan.handlers.as_str()))];
        self.op_with("physl.try", &captures, Type::I64, &attrs)
    }
}

/// Values that ops use and do not define, in the order of their first use.
fn free_values(ops: &[Op]) -> Vec<Value> {
    let defined = defined_in(ops);
    let (mut seen, mut free) = (BTreeSet::new(), Vec::new());
    walk_ops(ops, &mut |op| {
        for &operand in &op.operands {
            if !defined.contains(&operand) && seen.insert(operand) {
                free.push(operand);
            }
        }
    });
    free
}
