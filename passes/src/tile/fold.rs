//! Folds. Where the innermost dimension is kept, rows are combined into the output in memory; where it is reduced, a
//! value is carried, or (sums and products of floats) a fixed number of lanes, so that the order of the operations, and with
//! it every bit of the result, depends on the box alone and not on strides or on the machine's vectors.

use super::nest::{Built, Nest};
use super::scalar::{self, Kind, Point, kind_of, machine_type};
use super::task::FoldKind;
use phylanx_dialects::DType;
use phylanx_dialects::ir::{Attr, Value};
use std::collections::HashMap;

impl Nest<'_, '_> {
    /// Builds the loops of a fold.
    pub fn fold(&mut self, inner: Option<usize>) -> Built<()> {
        let task = self.task;
        let (reduced, kept): (Vec<usize>, Vec<usize>) = (0..task.rank).partition(|&dim| task.is_reduced(dim));
        let last = |mut dims: Vec<usize>| {
            // Stable: only the innermost dimension moves.
            dims.sort_by_key(|&dim| Some(dim) == inner);
            dims
        };
        let (reduced, kept) = (last(reduced), last(kept));
        match inner {
            Some(inner) if !task.is_reduced(inner) => self.fold_rows(&kept, &reduced),
            _ => self.over(&kept, &mut |nest| {
                let total = nest.fold_point(&reduced)?;
                nest.store_out(total);
                Ok(())
            }),
        }
    }

    /// Rows of the output start at the identity; each reduced index is combined into them.
    fn fold_rows(&mut self, kept: &[usize], reduced: &[usize]) -> Built<()> {
        let Some((&inner, outer)) = kept.split_last() else { return Ok(()) };
        self.over(outer, &mut |nest| {
            nest.over(&[inner], &mut |nest| {
                let identity = nest.identity()?;
                nest.store_out(identity);
                Ok(())
            })?;
            let dims: Vec<usize> = reduced.iter().copied().chain([inner]).collect();
            nest.over(&dims, &mut |nest| {
                let value = nest.point()?;
                let before = nest.load_out();
                let after = nest.combine(before, value)?;
                nest.store_out(after);
                Ok(())
            })
        })
    }

    fn fold_point(&mut self, reduced: &[usize]) -> Built<Value> {
        if self.lanes.is_some() {
            return self.fold_lanes(reduced);
        }
        let identity = self.identity()?;
        self.fold_in_order(reduced, identity)
    }

    /// One value is carried through all reduced indices.
    pub fn fold_in_order(&mut self, reduced: &[usize], before: Value) -> Built<Value> {
        let Some((&dim, rest)) = reduced.split_first() else {
            let value = self.point()?;
            return self.combine(before, value);
        };
        let (lo, hi) = self.bounds(dim);
        let results = self.for_carried(lo, hi, &[before], &mut |nest, index, carried| {
            nest.at(dim, index, |nest| nest.fold_in_order(rest, carried[0])).map(|value| vec![value])
        })?;
        Ok(results[0])
    }

    fn fold_kind(&self) -> FoldKind {
        self.task.fold.as_ref().map_or(FoldKind::Sum, |fold| fold.kind)
    }

    /// Two partial results, combined.
    pub fn combine(&mut self, before: Value, value: Value) -> Built<Value> {
        let name = match self.fold_kind() {
            FoldKind::Sum => "add",
            FoldKind::Prod => "mul",
            FoldKind::Max => "maximum",
            FoldKind::Min => "minimum",
            FoldKind::Any => "or",
            FoldKind::All => "and",
        };
        let elem = self.task.output.elem;
        // The machine's own op, which LLVM knows as a reduction; only signs of zeros could tell the difference.
        let float = match self.fold_kind() {
            FoldKind::Max => Some("arith.maximumf"),
            FoldKind::Min => Some("arith.minimumf"),
            _ => None,
        };
        if let (Some(name), Some(Kind::Float)) = (float, kind_of(elem)) {
            return Ok(self.b.op(name, &[before, value], machine_type(elem)));
        }
        let (operands, constants) = ([before, value], HashMap::new());
        let combined = scalar::expand(name, &mut Point::new(&mut self.b, &operands, elem, elem, &constants));
        combined.ok_or_else(|| self.wrong(self.task.op, &format!("folds {} with {name}", elem.numpy_name())))
    }

    /// What a fold starts at; sums start at 0.0, so that a sum of -0.0 alone is 0.0 as in NumPy.
    pub fn identity(&mut self) -> Built<Value> {
        let elem = self.task.output.elem;
        let fold = self.fold_kind();
        let Some(kind) = kind_of(elem) else { return Ok(self.complex_identity(fold, elem)) };
        if kind == Kind::Float {
            let value = match fold {
                FoldKind::Sum | FoldKind::Any => 0.0,
                FoldKind::Prod | FoldKind::All => 1.0,
                FoldKind::Max => f64::NEG_INFINITY,
                FoldKind::Min => f64::INFINITY,
            };
            return Ok(self.b.constant(Attr::Float(value, machine_type(elem))));
        }
        let value = integer_identity(fold, kind, elem);
        if elem == DType::Bool {
            return Ok(self.b.bool(value != 0));
        }
        Ok(self.b.constant(Attr::Int(value, machine_type(elem))))
    }
}

impl Nest<'_, '_> {
    fn complex_identity(&mut self, fold: FoldKind, elem: DType) -> Value {
        let part = if elem == DType::C64 { DType::F32 } else { DType::F64 };
        let (re, im) = match fold {
            FoldKind::Sum | FoldKind::Any => (0.0, 0.0),
            FoldKind::Prod | FoldKind::All => (1.0, 0.0),
            FoldKind::Max => (f64::NEG_INFINITY, f64::NEG_INFINITY),
            FoldKind::Min => (f64::INFINITY, f64::INFINITY),
        };
        let [re, im] = [re, im].map(|value| self.b.constant(Attr::Float(value, machine_type(part))));
        self.b.op("complex.create", &[re, im], machine_type(elem))
    }
}

fn integer_identity(fold: FoldKind, kind: Kind, elem: DType) -> i64 {
    let least = i64::MIN >> (64 - 8 * elem.size());
    match (fold, kind) {
        (FoldKind::Sum | FoldKind::Any, _) => 0,
        (FoldKind::Prod, _) => 1,
        (FoldKind::All, Kind::Bool) => 1,
        (FoldKind::All, _) => -1,
        (FoldKind::Max, Kind::Signed) => least,
        (FoldKind::Max, _) => 0,
        (FoldKind::Min, Kind::Signed) => !least,
        (FoldKind::Min, Kind::Bool) => 1,
        (FoldKind::Min, _) => -1,
    }
}
