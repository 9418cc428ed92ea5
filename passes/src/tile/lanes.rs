//! Sums and products of floats over a box whose innermost dimension is reduced: element `i` of a row goes to lane
//! `i mod LANES`, and the lanes are combined by halves. LLVM may use vectors of any width for that without changing a bit.

use super::nest::{Built, Nest};
use super::operand;
use super::scalar::{Kind, kind_of, machine_type};
use super::task::FoldKind;
use phylanx_dialects::ir::{Attr, Op, Type, Value};

/// Lanes of a sum: four of the widest vectors of f64.
const LANES: i64 = 32;

impl Nest<'_, '_> {
    /// Whether the task folds in lanes.
    pub fn has_lanes(&self) -> bool {
        let is_float = kind_of(self.task.output.elem) == Some(Kind::Float);
        let inner_reduced = self.task.inner().is_some_and(|inner| self.task.is_reduced(inner));
        let folds = self.task.fold.as_ref().is_some_and(|fold| matches!(fold.kind, FoldKind::Sum | FoldKind::Prod));
        is_float && inner_reduced && folds
    }

    /// Memory for the lanes, once for the whole body: a loop must not grow the stack.
    pub fn allocate_lanes(&mut self) -> Value {
        let ty = format!("memref<{LANES}x{}>", operand::memory_text(self.task.output.elem));
        let segments = ("operandSegmentSizes", Attr::Opaque("array<i32: 0, 0>".into()));
        self.b.op_with("memref.alloca", &[], Type::Opaque(ty), &[segments])
    }

    /// The fold over all reduced dimensions, the last of them innermost; short ones in order, without lanes.
    pub fn fold_lanes(&mut self, reduced: &[usize]) -> Built<Value> {
        let mut count = None;
        for &dim in reduced {
            let extent = self.extent(dim);
            count = Some(match count {
                Some(count) => self.b.op("arith.muli", &[count, extent], Type::Index),
                None => extent,
            });
        }
        let count = count.unwrap_or_else(|| self.index_constant(1));
        let lanes = self.index_constant(LANES);
        let few = self.b.op_with("arith.cmpi", &[count, lanes], Type::BOOL, &[("predicate", Attr::int(2))]);
        let in_order = self.region_of(|nest| {
            let identity = nest.identity()?;
            nest.fold_in_order(reduced, identity).map(|value| vec![value])
        })?;
        let in_lanes = self.region_of(|nest| nest.many(reduced).map(|value| vec![value]))?;
        let result = self.b.module.value(machine_type(self.task.output.elem));
        let op = Op::new("scf.if", self.b.loc.clone()).with_operands([few]).with_results([result]);
        self.b.push(op.with_region(in_order).with_region(in_lanes));
        Ok(result)
    }

    fn extent(&mut self, dim: usize) -> Value {
        let (lo, hi) = self.bounds(dim);
        self.b.op("arith.subi", &[hi, lo], Type::Index)
    }

    fn many(&mut self, reduced: &[usize]) -> Built<Value> {
        let Some((&inner, outer)) = reduced.split_last() else { return self.identity() };
        let Some(lanes) = self.lanes else { return self.identity() };
        self.clear(lanes)?;
        self.over(outer, &mut |nest| nest.row(lanes, inner))?;
        Ok(self.halve(lanes))
    }

    /// Adds a row to the lanes, a block of them at a time.
    fn row(&mut self, lanes: Value, inner: usize) -> Built<()> {
        let (lo, hi) = self.bounds(inner);
        let (zero, width) = (self.index_constant(0), self.index_constant(LANES));
        let extent = self.extent(inner);
        let almost = self.index_constant(LANES - 1);
        let rounded = self.b.op("arith.addi", &[extent, almost], Type::Index);
        let blocks = self.b.op("arith.divui", &[rounded, width], Type::Index);
        self.for_range(zero, blocks, &mut |nest, block| {
            let skipped = nest.b.op("arith.muli", &[block, width], Type::Index);
            let first = nest.b.op("arith.addi", &[lo, skipped], Type::Index);
            let rest = nest.b.op("arith.subi", &[hi, first], Type::Index);
            let count = nest.b.op("arith.minui", &[rest, width], Type::Index);
            nest.block(lanes, inner, first, count)
        })
    }

    fn block(&mut self, lanes: Value, inner: usize, first: Value, count: Value) -> Built<()> {
        let zero = self.index_constant(0);
        self.for_range(zero, count, &mut |nest, lane| {
            let index = nest.b.op("arith.addi", &[first, lane], Type::Index);
            nest.at(inner, index, |nest| {
                let value = nest.point()?;
                let before = nest.load_lane(lanes, lane);
                let after = nest.combine(before, value)?;
                nest.store_lane(lanes, lane, after);
                Ok(())
            })
        })
    }

    /// Puts the identity into all lanes.
    fn clear(&mut self, lanes: Value) -> Built<()> {
        let (identity, zero) = (self.identity()?, self.index_constant(0));
        let all = self.b.op("vector.broadcast", &[identity], self.vector(LANES));
        self.b.effect("vector.store", &[all, lanes, zero], &[]);
        Ok(())
    }

    /// Combines the upper half of the lanes with the lower one until one is left.
    fn halve(&mut self, lanes: Value) -> Value {
        let zero = self.index_constant(0);
        let mut all = self.b.op("vector.load", &[lanes, zero], self.vector(LANES));
        let mut width = LANES / 2;
        while width > 0 {
            let (low, high) = (self.half(all, 0, width), self.half(all, width, width));
            all = self.b.op(self.lane_op(), &[low, high], self.vector(width));
            width /= 2;
        }
        let first = [("static_position", Attr::Opaque("array<i64: 0>".into()))];
        self.b.op_with("vector.extract", &[all], machine_type(self.task.output.elem), &first)
    }

    /// `width` lanes from `offset` on.
    fn half(&mut self, all: Value, offset: i64, width: i64) -> Value {
        let mask: Vec<String> = (offset..offset + width).map(|lane| lane.to_string()).collect();
        let mask = [("mask", Attr::Opaque(format!("array<i64: {}>", mask.join(", "))))];
        self.b.op_with("vector.shuffle", &[all, all], self.vector(width), &mask)
    }

    fn vector(&self, width: i64) -> Type {
        Type::Opaque(format!("vector<{width}x{}>", operand::memory_text(self.task.output.elem)))
    }

    /// The op that combines lanes; only sums and products of floats have any.
    fn lane_op(&self) -> &'static str {
        match self.task.fold.as_ref().map(|fold| fold.kind) {
            Some(FoldKind::Prod) => "arith.mulf",
            _ => "arith.addf",
        }
    }

    fn load_lane(&mut self, lanes: Value, lane: Value) -> Value {
        operand::load(&mut self.b, lanes, &[lane], self.task.output.elem)
    }

    fn store_lane(&mut self, lanes: Value, lane: Value, value: Value) {
        operand::store(&mut self.b, value, lanes, &[lane], self.task.output.elem);
    }
}
