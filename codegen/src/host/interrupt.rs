//! Loops of a Python session's code look now and then whether the user wants them to stop.
//!
//! Before: `scf.for %i = %lo to %hi step %c1 { .. }`.
//! After: loops around others or around calls look at each trip. An innermost loop that stands alone becomes two,
//! `scf.for %j = %lo to %hi step %many { look; scf.for %i = %j to %end step %c1 { .. } }`, so that LLVM makes of it what it made before.

use super::{Lowering, quiet};
use phylanx_abi::DType;
use phylanx_dialects::ir::{Attr, Block, Builder, Loc, Module, Op, Region, Type, Value, constant_i64, walk_ops};
use std::collections::{HashMap, HashSet};

/// Marks loops that look.
const MARK: &str = "physl.interruptible";
/// The runtime's word that is not 0 when the user wants code to stop, and what is called then.
const FLAG: &str = "phx_interrupted";
const CHECK: &str = "phx_check_interrupt";
/// Trips between two looks.
const TRIPS: i64 = 1 << 20;

/// What is known of a module whose loops are marked.
pub struct Marker<'m> {
    pub module: &'m mut Module,
    pub types: &'m [Type],
    pub quiet: &'m HashSet<String>,
}

/// Whether a loop is around.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Around {
    Nothing,
    Loop,
}

impl Marker<'_> {
    /// Marks the loops of a function.
    pub fn function(&mut self, mut op: Op) -> Op {
        let mut constants = HashMap::new();
        walk_ops(std::slice::from_ref(&op), &mut |inner| {
            constants.extend(constant_i64(inner).and_then(|value| Some((*inner.results.first()?, value))));
        });
        self.regions(&mut op, Around::Nothing, &constants);
        op
    }

    fn regions(&mut self, op: &mut Op, around: Around, constants: &HashMap<Value, i64>) {
        for block in op.regions.iter_mut().flat_map(|region| &mut region.blocks) {
            let ops = std::mem::take(&mut block.ops);
            for inner in ops {
                let done = self.op(inner, around, constants);
                block.ops.extend(done);
            }
        }
    }

    fn op(&mut self, mut op: Op, around: Around, constants: &HashMap<Value, i64>) -> Vec<Op> {
        let is_loop = matches!(op.name.as_str(), "scf.for" | "scf.while");
        let heavy = is_loop && self.is_heavy(&op);
        self.regions(&mut op, if is_loop { Around::Loop } else { around }, constants);
        if op.name == "scf.while" || heavy {
            return vec![op.with_attr(MARK, Attr::Unit)];
        }
        if !is_loop || around == Around::Loop {
            return vec![op];
        }
        match constants.get(&op.operands[2]).filter(|step| (1..TRIPS).contains(*step)) {
            Some(step) => self.split(op, *step),
            None => vec![op.with_attr(MARK, Attr::Unit)],
        }
    }

    /// Whether a trip of a loop may take long: other loops, calls and array work do.
    fn is_heavy(&self, op: &Op) -> bool {
        let mut found = false;
        let inside: Vec<&Op> =
            op.regions.iter().flat_map(|region| &region.blocks).flat_map(|block| &block.ops).collect();
        for op in inside {
            walk_ops(std::slice::from_ref(op), &mut |inner| {
                found |= matches!(inner.name.as_str(), "scf.for" | "scf.while" | "func.call");
                found |= quiet::is_noisy(inner, self.types, self.quiet);
            });
        }
        found
    }

    /// A loop over stretches of many trips, and one over each.
    fn split(&mut self, op: Op, step: i64) -> Vec<Op> {
        let (lo, hi) = (op.operands[0], op.operands[1]);
        let ty = self.module.ty(lo).clone();
        let mut fresh = |like: &[Value]| -> Vec<Value> {
            let types: Vec<Type> = like.iter().map(|&value| self.module.ty(value).clone()).collect();
            types.into_iter().map(|ty| self.module.value(ty)).collect()
        };
        let (start, carried, ends) = (fresh(&[lo])[0], fresh(&op.results), fresh(&op.results));
        let mut b = Builder::new(self.module, op.loc.clone());
        let many = b.constant(Attr::Int(step * TRIPS, ty.clone()));
        let before = std::mem::take(&mut b.ops);
        let rest = b.op("arith.subi", &[hi, start], ty.clone());
        let length = b.op("arith.minsi", &[rest, many], ty.clone());
        let end = b.op("arith.addi", &[start, length], ty);
        let inner = Op::new("scf.for", op.loc.clone())
            .with_operands([start, end, op.operands[2]].into_iter().chain(carried.iter().copied()))
            .with_results(ends.iter().copied());
        b.push(Op { regions: op.regions, ..inner });
        b.effect("scf.yield", &ends, &[]);
        let ops = b.ops;
        let args = [start].into_iter().chain(carried).collect();
        let outer = Op::new("scf.for", op.loc)
            .with_operands([lo, hi, many].into_iter().chain(op.operands[3..].iter().copied()))
            .with_results(op.results)
            .with_attr(MARK, Attr::Unit)
            .with_region(Region::of(Block { args, ops }));
        before.into_iter().chain([outer]).collect()
    }
}

impl Lowering<'_> {
    /// Puts the look at the start of each trip of a loop that is marked.
    pub fn look_in(&mut self, op: &mut Op) {
        if op.attrs.remove(MARK).is_none() {
            return;
        }
        let outer = std::mem::take(&mut self.b.ops);
        let flag = self.address(FLAG.into());
        let i32_type = Type::Scalar(DType::I32);
        // Volatile, since nothing in the loop writes it.
        let now = self.b.op_with("llvm.load", &[flag], i32_type, &[("volatile_", Attr::Unit)]);
        let zero = self.i32(0);
        let wanted = self.compare("ne", now, zero);
        self.when(wanted, |this| {
            let site = this.site();
            this.call(CHECK, &[site], Vec::new());
        });
        let look = std::mem::replace(&mut self.b.ops, outer);
        if let Some(block) = op.regions.first_mut().and_then(|region| region.blocks.first_mut()) {
            block.ops.splice(0..0, look);
        }
    }
}

/// The runtime's word, for the tree.
pub fn declaration() -> Op {
    Op::new("llvm.mlir.global", Loc::default())
        .with_attr("sym_name", Attr::str(FLAG))
        .with_attr("global_type", Attr::Opaque("i32".into()))
        .with_attr("linkage", Attr::Opaque("#llvm.linkage<external>".into()))
        .with_attr("addr_space", Attr::Opaque("0 : i32".into()))
        .with_region(Region::default())
}
