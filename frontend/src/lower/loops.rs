//! Variables that go around loops, and `while`.

use super::merge::{BROKE, CONTINUED, RESULT, RETURNED, flag, missing};
use super::{Env, Flow, Lowerer};
use crate::ast::{Name, Stmt, While};
use crate::scope::live::Live;
use crate::scope::walk::{Exit, assigned, bound_in, may_exit};
use crate::source::Span;
use crate::types::{Num, Ty, join};
use crate::value::{Repr, Val};
use phylanx_dialects::ir::{Block, Op, Region, Type, Value};
use std::collections::BTreeSet;

/// Walks of one loop before its types count as unstable.
const MAX_WALKS: usize = 10;
/// More for each variable, as a type may travel from one to the next.
const WALKS_OF_A_SLOT: usize = 2;

/// A variable that goes around a loop, with its type.
#[derive(Clone)]
pub struct Slot {
    pub name: Name,
    pub ty: Ty,
}

/// What is needed to undo a walk.
pub struct Checkpoint {
    diagnostics: usize,
    env: Env,
    ops: usize,
}

/// What a loop leaves behind for the code after it.
pub struct LoopExit {
    /// Whether `break` was taken, if the loop has one.
    pub broke: Repr<bool>,
    outer_broke: Option<Val>,
    outer_continued: Option<Val>,
}

impl<'a> Lowerer<'a> {
    pub fn checkpoint(&self) -> Checkpoint {
        Checkpoint { diagnostics: self.diagnostics.len(), env: self.frame.env.clone(), ops: self.frame.ops.len() }
    }

    pub fn rollback(&mut self, checkpoint: &Checkpoint) {
        self.diagnostics.truncate(checkpoint.diagnostics);
        self.frame.env = checkpoint.env.clone();
        self.frame.ops.truncate(checkpoint.ops);
        self.frame.flow = Flow::Next;
    }

    /// The variables of a loop, typed as they enter it. `sure` says that the body runs at least once.
    pub fn slots(&mut self, stmt: &Stmt, names: &BTreeSet<Name>, body: &[Stmt], sure: Repr<bool>) -> Vec<Slot> {
        let (head, after) = (self.frame.live.head(stmt.id), self.frame.live.after(stmt.id));
        let read_first = self.frame.live.body(stmt.id);
        let mut wanted: Vec<Name> =
            names.iter().filter(|name| head.contains(*name) || after.contains(*name)).cloned().collect();
        if may_exit(body, Exit::Break) {
            wanted.push(BROKE.into());
        }
        if may_exit(body, Exit::Return) {
            wanted.extend([RETURNED.into(), RESULT.into()]);
        }
        let settled = self.loop_types.get(&(self.frame.spec, stmt.id)).cloned().unwrap_or_default();
        let typed = wanted.into_iter().map(|name| {
            let skips_head = sure == Repr::Const(true) && !read_first.contains(&name);
            // The loop surely assigns it before any use: what it held before is gone.
            let val = match skips_head && !name.starts_with('%') {
                true => self.frame.env.remove(&name).and(None),
                false => self.frame.env.get(&name).cloned(),
            };
            let absent = if name.starts_with('%') || skips_head { Ty::Never } else { Ty::Unbound };
            let entry = match val {
                None if matches!(&*name, BROKE | RETURNED) => Ty::Num(Num::BOOL),
                Some(val) => self.slot_entry(&name, val, stmt.span),
                None => absent,
            };
            let ty = settled.get(&name).and_then(|old| join(old, &entry)).unwrap_or(entry);
            Slot { name, ty }
        });
        typed.collect()
    }

    fn slot_entry(&mut self, name: &Name, val: Val, span: Span) -> Ty {
        val.ty().unwrap_or_else(|| {
            let message = format!("`{name}` is {} and changes in this loop", val.describe());
            self.report(span, message, "give the variable in the loop another name");
            Ty::Unknown
        })
    }

    /// Joins the types at the end of an iteration into the slots; true when something changed.
    pub fn widen(&mut self, slots: &mut [Slot], env: &Env, span: Span) -> bool {
        let mut changed = false;
        for slot in slots {
            let end = env.get(&slot.name).unwrap_or(&missing(&slot.name)).ty();
            // An error leaves the slot as it was: another walk from an unknown type would not find the error again.
            if end == Some(Ty::Unknown) {
                continue;
            }
            let Some(ty) = end.as_ref().and_then(|end| join(&slot.ty, end)) else {
                let end = env.get(&slot.name).map_or("unbound".into(), Val::describe);
                self.conflict(&slot.name, &slot.ty.to_string(), &end, span);
                continue;
            };
            changed |= ty != slot.ty;
            slot.ty = ty;
        }
        changed
    }

    /// Block arguments for the slots of the region made next, bound in the environment.
    pub fn enter_slots(&mut self, slots: &[Slot]) -> Vec<Value> {
        let types: Vec<Type> = slots.iter().flat_map(|slot| slot.ty.leaves()).collect();
        let args: Vec<Value> = types.into_iter().map(|ty| self.module.value(ty)).collect();
        let outer = std::mem::take(&mut self.frame.ops);
        self.bind_slots(slots, &args);
        self.frame.entry = std::mem::replace(&mut self.frame.ops, outer);
        args
    }

    pub fn bind_slots(&mut self, slots: &[Slot], values: &[Value]) {
        let mut values = values.iter().copied();
        for slot in slots {
            match self.rebuild(&slot.ty, &mut values) {
                Val::Unbound | Val::Never => self.frame.env.remove(&slot.name),
                val => self.frame.env.insert(slot.name.clone(), val),
            };
        }
    }

    /// The values of the slots in the present environment.
    pub fn slot_values(&mut self, slots: &[Slot]) -> Vec<Value> {
        let mut values = Vec::new();
        for slot in slots {
            let val = self.frame.env.get(&slot.name).cloned().unwrap_or(missing(&slot.name));
            values.extend(self.coerce(&val, &slot.ty));
        }
        values
    }

    /// Variables in cells do not go around loops: the cells stay.
    pub fn without_cells(&self, names: &mut BTreeSet<Name>) {
        names.retain(|name| !matches!(self.frame.env.get(name), Some(Val::Cell(_))));
    }

    /// Hides the loop variables of the loops around, and what is assigned here but never read across iterations.
    pub fn enter_loop(&mut self, names: &BTreeSet<Name>, slots: &[Slot]) -> LoopExit {
        let exit = LoopExit {
            broke: Repr::Const(false),
            outer_broke: self.frame.env.remove(BROKE),
            outer_continued: self.frame.env.remove(CONTINUED),
        };
        for name in names {
            if slots.iter().all(|slot| slot.name != *name) {
                self.frame.env.remove(name);
            }
        }
        self.frame.env.entry(BROKE.into()).or_insert(Val::bool(false));
        self.frame.env.entry(RETURNED.into()).or_insert(Val::bool(false));
        exit
    }

    /// After the loop: the flags of the loops around are back.
    pub fn leave_loop(&mut self, mut exit: LoopExit) -> LoopExit {
        exit.broke = flag(&self.frame.env, BROKE);
        for (name, val) in [(BROKE, exit.outer_broke.take()), (CONTINUED, exit.outer_continued.take())] {
            match val {
                Some(val) => self.frame.env.insert(name.into(), val),
                None => self.frame.env.remove(name),
            };
        }
        self.frame.flow = Flow::Next;
        exit
    }

    /// At the start of a body: no exit has been taken.
    pub fn clear_exits(&mut self) {
        for name in [BROKE, CONTINUED, RETURNED] {
            self.frame.env.insert(name.into(), Val::bool(false));
        }
        self.frame.flow = Flow::Next;
    }

    /// `break` or `return` taken, as one flag.
    pub fn has_left(&mut self) -> Repr<bool> {
        let flags = [flag(&self.frame.env, BROKE), flag(&self.frame.env, RETURNED)];
        if flags.contains(&Repr::Const(true)) {
            return Repr::Const(true);
        }
        let values: Vec<Value> =
            flags.iter().filter_map(|flag| if let Repr::Value(value) = flag { Some(*value) } else { None }).collect();
        if values.is_empty() { Repr::Const(false) } else { Repr::Value(self.any_of(&values)) }
    }

    pub fn remember_loop(&mut self, stmt: &Stmt, slots: &[Slot]) {
        let types = slots.iter().map(|slot| (slot.name.clone(), slot.ty.clone())).collect();
        self.loop_types.insert((self.frame.spec, stmt.id), types);
    }

    /// Walks a loop until its types are stable; the last walk stays.
    pub fn until_stable(
        &mut self,
        stmt: &'a Stmt,
        slots: &mut [Slot],
        mut walk: impl FnMut(&mut Self, &[Slot]) -> Vec<Env>,
    ) {
        for _ in 0..MAX_WALKS + slots.len() * WALKS_OF_A_SLOT {
            let before = self.checkpoint();
            let ends = walk(self, slots);
            let mut changed = false;
            let known = self.diagnostics.len();
            for env in &ends {
                changed |= self.widen(slots, env, stmt.span);
            }
            if !changed {
                self.remember_loop(stmt, slots);
                return;
            }
            let found = self.diagnostics.split_off(known);
            self.rollback(&before);
            self.diagnostics.extend(found);
        }
        let help = "keep values of one type: a list of functions instead of functions within functions, for example";
        self.report(stmt.span, "the type of a variable in this loop grows with every iteration", help);
        self.frame.flow = Flow::Stops;
    }

    /// Lowers the `else` of a loop.
    pub fn loop_else(&mut self, stmt: &'a Stmt, orelse: &'a [Stmt], exit: &LoopExit) {
        if orelse.is_empty() || exit.broke == Repr::Const(true) || self.frame.flow != Flow::Next {
            return;
        }
        let live: Live = self.frame.live.after(stmt.id);
        let mut left: Vec<Value> = Vec::new();
        for flag in [exit.broke.clone(), flag(&self.frame.env, RETURNED)] {
            if let Repr::Value(value) = flag {
                left.push(value);
            }
        }
        if left.is_empty() {
            return self.block(orelse, &live);
        }
        let left = self.any_of(&left);
        let stay = self.not(left);
        let Some(then) = self.branch(stmt.span, |this| this.block(orelse, &live)) else { return };
        let Some(skip) = self.branch(stmt.span, |_| {}) else { return };
        self.merge(stay, then, skip, Some(&live), stmt.span);
        self.settle_flow();
    }

    /// Lowers `while` as `scf.while`: the test in the first region, the body in the second.
    pub fn while_stmt(&mut self, stmt: &'a Stmt, inner: &'a While) {
        let mut names = assigned(&inner.body);
        names.extend(bound_in(&inner.test));
        self.without_cells(&mut names);
        let sure = Repr::Const(matches!(inner.test.kind, crate::ast::ExprKind::Bool(true)));
        let mut slots = self.slots(stmt, &names, &inner.body, sure);
        let exit = self.enter_loop(&names, &slots);
        let mut exit = Some(exit);
        let entry = self.frame.env.clone();
        let mut built: Option<WhileParts> = None;
        self.until_stable(stmt, &mut slots, |this, slots| {
            this.frame.env = entry.clone();
            let parts = this.while_parts(stmt, inner, slots);
            let ends = vec![parts.test_env.clone(), parts.body_env.clone()];
            built = Some(parts);
            ends
        });
        let (Some(parts), Some(exit)) = (built, exit.take()) else { return };
        if self.frame.flow == Flow::Stops {
            return;
        }
        self.frame.env = entry;
        let never_ends = parts.never_ends;
        self.finish_while(parts, &slots, stmt.span);
        let exit = self.leave_loop(exit);
        if never_ends {
            self.frame.flow = Flow::Stops;
        }
        self.settle_flow();
        self.loop_else(stmt, &inner.orelse, &exit);
    }

    fn while_parts(&mut self, stmt: &'a Stmt, inner: &'a While, slots: &[Slot]) -> WhileParts {
        self.frame.depth += 1;
        let test_args = self.enter_slots(slots);
        let (test_ops, condition) = self.region(|this| this.loop_condition(inner));
        let test_env = self.frame.env.clone();
        let body_args = self.enter_slots(slots);
        self.clear_exits();
        self.narrow(&inner.test, true);
        let head = self.frame.live.head(stmt.id);
        let (body_ops, ()) = self.region(|this| this.block(&inner.body, &head));
        let never_ends = condition == Repr::Const(true)
            && !may_exit(&inner.body, Exit::Break)
            && !may_exit(&inner.body, Exit::Return);
        let body_env = if self.frame.flow == Flow::Stops { Env::new() } else { self.frame.env.clone() };
        let stops = self.frame.flow == Flow::Stops;
        self.frame.depth -= 1;
        self.frame.flow = Flow::Next;
        let body_env = if stops { gone(slots) } else { body_env };
        WhileParts { test_args, test_ops, test_env, condition, body_args, body_ops, body_env, never_ends }
    }

    /// Not left, and the test holds.
    fn loop_condition(&mut self, inner: &'a While) -> Repr<bool> {
        match self.has_left() {
            Repr::Const(_) => self.truth(&inner.test),
            Repr::Value(left) if matches!(inner.test.kind, crate::ast::ExprKind::Bool(true)) => {
                Repr::Value(self.not(left))
            }
            Repr::Value(left) => {
                let stay = self.not(left);
                let test = &inner.test;
                let val = self.choose(
                    stay,
                    test.span,
                    |this| {
                        let truth = this.truth(test);
                        this.flag_val(truth)
                    },
                    |_| Val::bool(false),
                );
                self.val_flag(&val)
            }
        }
    }

    fn finish_while(&mut self, parts: WhileParts, slots: &[Slot], span: Span) {
        self.frame.at = span;
        let init = self.slot_values(slots);
        let outer = std::mem::take(&mut self.frame.env);
        let mut test_ops = parts.test_ops;
        self.frame.env = parts.test_env;
        self.extend(&mut test_ops, |this| {
            let mut operands = vec![this.flag_value(&parts.condition)];
            operands.extend(this.slot_values(slots));
            this.effect("scf.condition", &operands, &[]);
        });
        let mut body_ops = parts.body_ops;
        self.frame.env = parts.body_env;
        self.extend(&mut body_ops, |this| {
            let values = this.slot_values(slots);
            this.effect("scf.yield", &values, &[]);
        });
        self.frame.env = outer;
        let types = slots.iter().flat_map(|slot| slot.ty.leaves()).collect();
        let regions = vec![
            Region::of(Block { args: parts.test_args, ops: test_ops }),
            Region::of(Block { args: parts.body_args, ops: body_ops }),
        ];
        let results = self.structured("scf.while", &init, types, regions);
        self.bind_slots(slots, &results);
    }
}

/// An environment in which no slot constrains anything: the path has ended.
pub fn gone(slots: &[Slot]) -> Env {
    slots.iter().map(|slot| (slot.name.clone(), Val::Never)).collect()
}

/// The two regions of a `while`, before their terminators.
struct WhileParts {
    test_args: Vec<Value>,
    test_ops: Vec<Op>,
    test_env: Env,
    condition: Repr<bool>,
    body_args: Vec<Value>,
    body_ops: Vec<Op>,
    body_env: Env,
    never_ends: bool,
}
