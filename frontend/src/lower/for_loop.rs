//! `for`: `scf.for` where nothing leaves early, `scf.while` with a counter where something does, unrolled over tuples.

use super::loops::{Slot, gone};
use super::{Env, Flow, Lowerer};
use crate::ast::{For, Stmt};
use crate::scope::walk::{Exit, assigned, may_exit, target_names};
use crate::types::Num;
use crate::value::{Const, Iter, Repr, Scalar, Val};
use phylanx_dialects::ir::{Block, Op, Region, Type, Value};

/// Most items of a tuple or list that a loop is unrolled for.
const MAX_UNROLL: usize = 128;

/// A loop over an iterable, by position.
struct Counted {
    iter: Iter,
    /// First position, end, and step.
    low: Value,
    high: Value,
    step: Value,
    /// Whether the position is the item (a `range` with a positive constant step).
    direct: bool,
}

/// The body of a loop, before its terminator.
struct Walk {
    position: Value,
    args: Vec<Value>,
    ops: Vec<Op>,
    env: Env,
}

impl<'a> Lowerer<'a> {
    /// Lowers `for`.
    pub fn for_stmt(&mut self, stmt: &'a Stmt, inner: &'a For) {
        let val = self.expr(&inner.iter);
        self.for_over(stmt, inner, val);
    }

    fn for_over(&mut self, stmt: &'a Stmt, inner: &'a For, val: Val) {
        if let Val::OneOf { which, options } = &val
            && !val.is_either()
        {
            return self.for_options(stmt, inner, *which, options, 0);
        }
        let Ok(iter) = self.iter_of(val, inner.iter.span) else {
            return self.check_body(stmt, inner);
        };
        match self.static_items(&iter) {
            Some(count) if count <= MAX_UNROLL => self.unrolled(stmt, inner, &iter, count),
            Some(_) => self.by_positions(stmt, inner, iter),
            None => match self.unrolled_count(stmt, &iter) {
                Some(count) => self.unrolled(stmt, inner, &iter, count),
                None => self.by_positions(stmt, inner, iter),
            },
        }
    }

    /// A loop for each of the things that may be gone over, from a place on.
    fn for_options(&mut self, stmt: &'a Stmt, inner: &'a For, which: Value, options: &[Val], at: usize) {
        let Some((option, more)) = options[at..].split_first() else { return };
        if more.is_empty() {
            return self.for_over(stmt, inner, option.clone());
        }
        let place = self.int(at as i64);
        let condition = self.compare_ints("eq", which, place);
        let after = self.frame.live.after(stmt.id);
        let this_one = self.branch(stmt.span, |this| this.for_over(stmt, inner, option.clone()));
        let another = self.branch(stmt.span, |this| this.for_options(stmt, inner, which, options, at + 1));
        if let (Some(left), Some(right)) = (this_one, another) {
            self.merge(condition, left, right, Some(&after), stmt.span);
            self.settle_flow();
        }
    }

    fn by_positions(&mut self, stmt: &'a Stmt, inner: &'a For, iter: Iter) {
        match self.by_position(iter, inner.iter.span) {
            Ok(iter) => self.counted(stmt, inner, iter),
            Err(_) => self.check_body(stmt, inner),
        }
    }

    /// The iterable is wrong: the body is still checked, with unknown items.
    fn check_body(&mut self, stmt: &'a Stmt, inner: &'a For) {
        let before = self.checkpoint();
        let known = self.diagnostics.len();
        let exit = self.enter_loop(&Default::default(), &[]);
        self.assign(&inner.target, Val::Unknown);
        for name in assigned(&inner.body) {
            self.frame.env.insert(name, Val::Unknown);
        }
        let head = self.frame.live.head(stmt.id);
        let _ = self.branch(stmt.span, |this| this.block(&inner.body, &head));
        let found: Vec<_> = self.diagnostics.drain(known..).collect();
        self.rollback(&before);
        self.diagnostics.extend(found);
        drop(exit);
        let mut names = assigned(&inner.body);
        target_names(&inner.target, &mut names);
        for name in names {
            self.frame.env.insert(name, Val::Unknown);
        }
    }

    fn unrolled(&mut self, stmt: &'a Stmt, inner: &'a For, iter: &Iter, count: usize) {
        let exit = self.enter_loop(&Default::default(), &[]);
        self.unroll_from(stmt, inner, iter, 0, count);
        let exit = self.leave_loop(exit);
        self.settle_flow();
        self.loop_else(stmt, &inner.orelse, &exit);
    }

    fn unroll_from(&mut self, stmt: &'a Stmt, inner: &'a For, iter: &Iter, at: usize, count: usize) {
        for at in at..count {
            self.clear_exits();
            let item = self.iter_item(iter, &Scalar::int(at as i64));
            self.assign(&inner.target, item);
            let head = self.frame.live.head(stmt.id);
            self.block(&inner.body, &head);
            if self.frame.flow == Flow::Stops {
                return;
            }
            self.frame.env.remove(super::merge::CONTINUED);
            match self.has_left() {
                Repr::Const(true) => return,
                Repr::Const(false) => self.frame.flow = Flow::Next,
                Repr::Value(left) => {
                    self.frame.flow = Flow::Next;
                    if at + 1 < count {
                        self.unroll_guarded(stmt, inner, iter, (at + 1, count), left);
                    }
                    return;
                }
            }
        }
    }

    fn unroll_guarded(&mut self, stmt: &'a Stmt, inner: &'a For, iter: &Iter, part: (usize, usize), left: Value) {
        let stay = self.not(left);
        let Some(mut then) = self.branch(stmt.span, |this| this.unroll_from(stmt, inner, iter, part.0, part.1)) else {
            return;
        };
        let Some(skip) = self.branch(stmt.span, |_| {}) else { return };
        if then.flow == Flow::Exits {
            then.flow = Flow::Next;
        }
        let live = self.frame.live.head(stmt.id);
        self.merge(stay, then, skip, Some(&live), stmt.span);
        self.frame.flow = Flow::Next;
    }

    fn counted(&mut self, stmt: &'a Stmt, inner: &'a For, iter: Iter) {
        let counted = self.count(iter);
        let length = if counted.direct { None } else { self.known_length(&counted.iter) };
        let sure = Repr::Const(length.or(self.known_length(&counted.iter)).is_some_and(|length| length > 0));
        let mut names = assigned(&inner.body);
        target_names(&inner.target, &mut names);
        self.without_cells(&mut names);
        let mut slots = self.slots(stmt, &names, &inner.body, sure);
        let exit = self.enter_loop(&names, &slots);
        let entry = self.frame.env.clone();
        let mut built = None;
        self.until_stable(stmt, &mut slots, |this, slots| {
            this.frame.env = entry.clone();
            let walk = this.walk_body(stmt, inner, &counted, slots);
            let end = walk.env.clone();
            built = Some(walk);
            vec![end]
        });
        let Some(walk) = built else { return };
        if self.frame.flow == Flow::Stops {
            return;
        }
        self.frame.env = entry;
        self.frame.at = stmt.span;
        let leaves = may_exit(&inner.body, Exit::Break)
            || may_exit(&inner.body, Exit::Return)
            || Self::may_shrink(&counted.iter);
        if leaves {
            self.finish_counter(walk, &counted, &slots);
        } else {
            self.finish_for(walk, &counted, &slots);
        }
        let exit = self.leave_loop(exit);
        self.settle_flow();
        self.loop_else(stmt, &inner.orelse, &exit);
    }

    pub fn known_length(&mut self, iter: &Iter) -> Option<i64> {
        let ops = self.frame.ops.len();
        let length = self.iter_length(iter).known().and_then(Const::as_i64);
        self.frame.ops.truncate(ops);
        length
    }

    fn count(&mut self, iter: Iter) -> Counted {
        if let Iter::Range { start, stop, step } = &iter
            && step.known().and_then(Const::as_i64).is_some_and(|step| step > 0)
        {
            let (low, high, step) = (self.scalar_value(start), self.scalar_value(stop), self.scalar_value(step));
            return Counted { iter, low, high, step, direct: true };
        }
        let length = self.iter_length(&iter);
        let (low, high, step) = (self.int(0), self.scalar_value(&length), self.int(1));
        Counted { iter, low, high, step, direct: false }
    }

    fn walk_body(&mut self, stmt: &'a Stmt, inner: &'a For, counted: &Counted, slots: &[Slot]) -> Walk {
        self.frame.depth += 1;
        self.enter_short_loop(stmt, inner, &counted.iter);
        let position = self.module.value(Type::I64);
        let args = self.enter_slots(slots);
        self.clear_exits();
        let (ops, ()) = self.region(|this| {
            this.frame.at = inner.target.span;
            let at = Scalar::of(Num::INT, position);
            let item = if counted.direct { Val::Scalar(at) } else { this.iter_item(&counted.iter, &at) };
            this.assign(&inner.target, item);
            let head = this.frame.live.head(stmt.id);
            this.block(&inner.body, &head);
        });
        self.leave_short_loop();
        self.frame.depth -= 1;
        let stops = self.frame.flow == Flow::Stops;
        self.frame.flow = Flow::Next;
        let env = if stops { gone(slots) } else { self.frame.env.clone() };
        Walk { position, args, ops, env }
    }

    /// Ends the body: `yield` of the slots, after `first` values.
    fn end_body(&mut self, walk: &mut Walk, slots: &[Slot], next: Option<(Value, Value)>) {
        let outer = std::mem::replace(&mut self.frame.env, std::mem::take(&mut walk.env));
        let mut ops = std::mem::take(&mut walk.ops);
        self.extend(&mut ops, |this| {
            let mut values = Vec::new();
            if let Some((position, step)) = next {
                values.push(this.op("arith.addi", &[position, step], Type::I64));
            }
            values.extend(this.slot_values(slots));
            this.effect("scf.yield", &values, &[]);
        });
        walk.ops = ops;
        self.frame.env = outer;
    }

    fn finish_for(&mut self, mut walk: Walk, counted: &Counted, slots: &[Slot]) {
        self.end_body(&mut walk, slots, None);
        let mut operands = vec![counted.low, counted.high, counted.step];
        operands.extend(self.slot_values(slots));
        let types = slots.iter().flat_map(|slot| slot.ty.leaves()).collect();
        let mut args = vec![walk.position];
        args.extend(walk.args);
        let body = Region::of(Block { args, ops: walk.ops });
        let results = self.structured("scf.for", &operands, types, vec![body]);
        self.bind_slots(slots, &results);
    }

    /// A loop that may end early: the position goes around with the slots.
    fn finish_counter(&mut self, mut walk: Walk, counted: &Counted, slots: &[Slot]) {
        let position = walk.position;
        self.end_body(&mut walk, slots, Some((position, counted.step)));
        let mut init = vec![counted.low];
        init.extend(self.slot_values(slots));
        let outer = self.frame.env.clone();
        let position = self.module.value(Type::I64);
        let args = self.enter_slots(slots);
        let (test_ops, ()) = self.region(|this| {
            let high = match Self::may_shrink(&counted.iter) {
                true => {
                    let length = this.iter_length(&counted.iter);
                    this.scalar_value(&length)
                }
                false => counted.high,
            };
            let more = this.compare_ints("slt", position, high);
            let go_on = match this.has_left() {
                Repr::Value(left) => {
                    let stay = this.not(left);
                    this.op("arith.andi", &[more, stay], Type::BOOL)
                }
                Repr::Const(_) => more,
            };
            let mut operands = vec![go_on, position];
            operands.extend(args.iter().copied());
            this.effect("scf.condition", &operands, &[]);
        });
        self.frame.env = outer;
        let with = |first: Value, rest: Vec<Value>| std::iter::once(first).chain(rest).collect::<Vec<_>>();
        let test = Region::of(Block { args: with(position, args), ops: test_ops });
        let body = Region::of(Block { args: with(walk.position, walk.args), ops: walk.ops });
        let types: Vec<Type> =
            std::iter::once(Type::I64).chain(slots.iter().flat_map(|slot| slot.ty.leaves())).collect();
        let results = self.structured("scf.while", &init, types, vec![test, body]);
        self.bind_slots(slots, &results[1..]);
    }
}
