//! The loop nest of a task: loops over a box, loads where their indices are known, the body at the innermost point.

use super::operand::{self, Metadata};
use super::scalar::{self, Point};
use super::task::{Task, varies};
use crate::context::PassError;
use phylanx_dialects::ir::{Attr, Block, Builder, Module, Op, Region, TensorType, Type, Value};
use std::collections::HashMap;

/// A nest under construction.
pub struct Nest<'n, 'm> {
    pub b: Builder<'m>,
    pub task: &'n Task<'n>,
    /// Inputs, then the output.
    memrefs: Vec<Value>,
    lo: Vec<Value>,
    hi: Vec<Value>,
    /// The index in each dimension, where a loop has one.
    index: Vec<Option<Value>>,
    /// Elements of inputs that have been loaded at the present indices.
    loaded: HashMap<Value, Value>,
    constants: HashMap<Value, Attr>,
    /// Memory for the lanes of a fold that has them.
    pub lanes: Option<Value>,
    zero: Value,
    one: Value,
}

pub type Built<T> = Result<T, PassError>;

/// The body of a loop: nest, index and carried values in, next carried values out.
type Trip<'t, N> = dyn FnMut(&mut N, Value, &[Value]) -> Built<Vec<Value>> + 't;

impl<'n, 'm> Nest<'n, 'm> {
    /// A nest without loops yet, with arguments of its own.
    pub fn new(module: &'m mut Module, task: &'n Task<'n>) -> Nest<'n, 'm> {
        let memrefs = task.arrays().map(|array| module.value(operand::memref_type(array, None))).collect();
        let bounds: Vec<Value> = (0..2 * task.rank).map(|_| module.value(Type::Index)).collect();
        let mut b = Builder::new(module, task.op.loc.clone());
        let zero = index_constant(&mut b, 0);
        let one = index_constant(&mut b, 1);
        Nest {
            b,
            task,
            memrefs,
            lo: bounds.iter().copied().step_by(2).collect(),
            hi: bounds.iter().copied().skip(1).step_by(2).collect(),
            index: vec![None; task.rank],
            loaded: HashMap::new(),
            constants: HashMap::new(),
            lanes: None,
            zero,
            one,
        }
    }

    /// The arguments: memrefs of the inputs and of the output, then lower and upper bound of each dimension in turn.
    pub fn arguments(&self) -> Vec<Value> {
        let bounds = self.lo.iter().zip(&self.hi).flat_map(|(&lo, &hi)| [lo, hi]);
        self.memrefs.iter().copied().chain(bounds).collect()
    }

    /// Builds the nest for elements side by side, and a call of `general` for others; tells whether there is such a call.
    pub fn build_fast(&mut self, general: &str) -> Built<bool> {
        let parts = match self.task.inner() {
            Some(inner) => self.metadata_along(inner),
            None => Vec::new(),
        };
        if parts.is_empty() {
            return self.build_general().map(|()| false);
        }
        let unit = self.all_unit(&parts);
        let (memrefs, arguments) = (self.memrefs.clone(), self.arguments());
        let fast = self.region(|nest| {
            for (at, dim, parts) in &parts {
                let array = task_array(nest.task, *at);
                nest.memrefs[*at] = operand::with_unit_stride(&mut nest.b, parts, &array, *dim);
            }
            nest.build_general()
        })?;
        self.memrefs = memrefs;
        let slow = self.region(|nest| {
            nest.b.effect("func.call", &arguments, &[("callee", Attr::Symbol(general.into()))]);
            Ok(())
        })?;
        let op = Op::new("scf.if", self.b.loc.clone()).with_operands([unit]);
        self.b.push(op.with_region(fast).with_region(slow));
        Ok(true)
    }

    /// Builds the nest on the memrefs as they are.
    pub fn build_general(&mut self) -> Built<()> {
        self.lanes = self.has_lanes().then(|| self.allocate_lanes());
        self.load_ready();
        self.loops(self.task.inner())
    }

    /// The module and the ops, closed by a return.
    pub fn finish(mut self) -> (&'m mut Module, Vec<Op>) {
        self.b.effect("func.return", &[], &[]);
        (self.b.module, self.b.ops)
    }

    fn loops(&mut self, inner: Option<usize>) -> Built<()> {
        match (&self.task.fold, inner) {
            (Some(_), _) => self.fold(inner),
            (None, None) => self.store_point(),
            (None, Some(inner)) => {
                let dims: Vec<usize> = (0..self.task.rank).filter(|&dim| dim != inner).chain([inner]).collect();
                self.over(&dims, &mut Nest::store_point)
            }
        }
    }

    fn store_point(&mut self) -> Built<()> {
        let value = self.point()?;
        self.store_out(value);
        Ok(())
    }

    /// Loops over dimensions of the box, the first outermost.
    pub fn over(&mut self, dims: &[usize], inside: &mut dyn FnMut(&mut Self) -> Built<()>) -> Built<()> {
        let Some((&dim, rest)) = dims.split_first() else { return inside(self) };
        let (lo, hi) = (self.lo[dim], self.hi[dim]);
        self.for_range(lo, hi, &mut |nest, index| nest.at(dim, index, |nest| nest.over(rest, inside)))
    }

    /// With an index of a dimension set, and what it makes ready loaded.
    pub fn at<T>(&mut self, dim: usize, index: Value, inside: impl FnOnce(&mut Self) -> Built<T>) -> Built<T> {
        let loaded = self.loaded.clone();
        self.index[dim] = Some(index);
        self.load_ready();
        let result = inside(self);
        self.index[dim] = None;
        self.loaded = loaded;
        result
    }

    /// `scf.for index = lo to hi { inside }`.
    pub fn for_range(
        &mut self,
        lo: Value,
        hi: Value,
        inside: &mut dyn FnMut(&mut Self, Value) -> Built<()>,
    ) -> Built<()> {
        self.for_carried(lo, hi, &[], &mut |nest, index, _| inside(nest, index).map(|()| Vec::new()))?;
        Ok(())
    }

    /// `scf.for` with values that go from trip to trip.
    pub fn for_carried(&mut self, lo: Value, hi: Value, first: &[Value], inside: &mut Trip<Self>) -> Built<Vec<Value>> {
        let index = self.b.module.value(Type::Index);
        let types: Vec<Type> = first.iter().map(|&value| self.b.module.ty(value).clone()).collect();
        let carried: Vec<Value> = types.iter().map(|ty| self.b.module.value(ty.clone())).collect();
        let results: Vec<Value> = types.iter().map(|ty| self.b.module.value(ty.clone())).collect();
        let outer = std::mem::take(&mut self.b.ops);
        let next = inside(self, index, &carried)?;
        self.b.effect("scf.yield", &next, &[]);
        let ops = std::mem::replace(&mut self.b.ops, outer);
        let args = [index].into_iter().chain(carried).collect();
        let op = Op::new("scf.for", self.b.loc.clone())
            .with_operands([lo, hi, self.one])
            .with_operands(first.iter().copied())
            .with_results(results.iter().copied());
        self.b.push(op.with_region(Region::of(Block { args, ops })));
        Ok(results)
    }

    /// A region of one block that yields nothing.
    pub fn region(&mut self, inside: impl FnOnce(&mut Self) -> Built<()>) -> Built<Region> {
        self.region_of(|nest| inside(nest).map(|()| Vec::new()))
    }

    /// A region of one block that yields values.
    pub fn region_of(&mut self, inside: impl FnOnce(&mut Self) -> Built<Vec<Value>>) -> Built<Region> {
        let outer = std::mem::take(&mut self.b.ops);
        let values = inside(self)?;
        self.b.effect("scf.yield", &values, &[]);
        let ops = std::mem::replace(&mut self.b.ops, outer);
        Ok(Region::of(Block { args: Vec::new(), ops }))
    }

    /// Bounds of a dimension.
    pub fn bounds(&self, dim: usize) -> (Value, Value) {
        (self.lo[dim], self.hi[dim])
    }

    /// An index constant.
    pub fn index_constant(&mut self, value: i64) -> Value {
        match value {
            0 => self.zero,
            1 => self.one,
            _ => index_constant(&mut self.b, value),
        }
    }

    /// The body at the present point.
    pub fn point(&mut self) -> Built<Value> {
        let mut known = self.loaded.clone();
        for op in self.task.ops {
            let value = self.expand(op, &known)?;
            known.insert(op.result(), value);
        }
        known
            .get(&self.task.result)
            .copied()
            .ok_or_else(|| self.wrong(self.task.op, "returns what it does not compute"))
    }

    fn expand(&mut self, op: &Op, known: &HashMap<Value, Value>) -> Built<Value> {
        let operands: Option<Vec<Value>> = op.operands.iter().map(|value| known.get(value).copied()).collect();
        let operands = operands.ok_or_else(|| self.wrong(op, "uses what is not there"))?;
        match op.name.as_str() {
            "arith.constant" => Ok(self.constant(op)),
            "physl.from_scalar" => Ok(operands[0]),
            _ => self.expand_map(op, &operands),
        }
    }

    fn constant(&mut self, op: &Op) -> Value {
        let attr = op.attr("value").cloned().unwrap_or(Attr::Unit);
        let ty = scalar_machine(self.b.module.ty(op.result()));
        let value = self.b.op_with("arith.constant", &[], ty, &[("value", attr.clone())]);
        self.constants.insert(value, attr);
        value
    }

    fn expand_map(&mut self, op: &Op, operands: &[Value]) -> Built<Value> {
        let task = self.task;
        let elem = op.operands.last().and_then(|&value| task.array(value)).map(|array| array.elem);
        let to = task.array(op.result()).map(|array| array.elem);
        let (Some(elem), Some(to)) = (elem, to) else { return Err(self.wrong(op, "is not on tensors")) };
        let name = op.physl().unwrap_or(&op.name);
        let mut point = Point::new(&mut self.b, operands, elem, to, &self.constants);
        let value = scalar::expand(name, &mut point);
        value.ok_or_else(|| self.wrong(op, &format!("is not defined for {}", elem.numpy_name())))
    }

    /// An error of ours about an op of the body.
    pub fn wrong(&self, op: &Op, why: &str) -> PassError {
        PassError::internal(
            &op.loc,
            format!("{} in task @{} {why}", op.name, self.task.op.symbol().unwrap_or_default()),
        )
    }

    /// Stores an element of the output at the present indices.
    pub fn store_out(&mut self, value: Value) {
        let (memref, indices) = self.out();
        operand::store(&mut self.b, value, memref, &indices, self.task.output.elem);
    }

    /// Loads the element of the output at the present indices.
    pub fn load_out(&mut self) -> Value {
        let (memref, indices) = self.out();
        operand::load(&mut self.b, memref, &indices, self.task.output.elem)
    }

    fn out(&self) -> (Value, Vec<Value>) {
        let at = self.memrefs.len() - 1;
        let indices = self.out_dims().into_iter().map(|dim| self.index_or_zero(dim)).collect();
        (self.memrefs[at], indices)
    }

    /// The dimension of the domain behind each one of the output; `None` where the output has one index.
    fn out_dims(&self) -> Vec<Option<usize>> {
        let dims = 0..self.task.rank;
        match &self.task.fold {
            None => dims.map(Some).collect(),
            Some(fold) if fold.keepdims => dims.map(|dim| (!fold.reduced[dim]).then_some(dim)).collect(),
            Some(fold) => dims.filter(|&dim| !fold.reduced[dim]).map(Some).collect(),
        }
    }

    fn index_or_zero(&self, dim: Option<usize>) -> Value {
        dim.and_then(|dim| self.index[dim]).unwrap_or(self.zero)
    }

    /// Loads the inputs whose indices are all known by now.
    fn load_ready(&mut self) {
        let task = self.task;
        for (at, input) in task.inputs.iter().enumerate() {
            let lead = task.rank - input.array.rank();
            let needed = (lead..task.rank).filter(|&dim| varies(&input.array, dim, task.rank));
            if self.loaded.contains_key(&input.value) || needed.into_iter().any(|dim| self.index[dim].is_none()) {
                continue;
            }
            // Where the type says that there is one index, the index is 0 wherever the loops are.
            let at_dim = |dim| self.index_or_zero(varies(&input.array, dim, task.rank).then_some(dim));
            let indices: Vec<Value> = (lead..task.rank).map(at_dim).collect();
            let value = operand::load(&mut self.b, self.memrefs[at], &indices, input.array.elem);
            self.loaded.insert(input.value, value);
        }
    }

    /// The operands that move along a dimension of the domain: number, own dimension, parts.
    fn metadata_along(&mut self, inner: usize) -> Vec<(usize, usize, Metadata)> {
        let task = self.task;
        let inputs = task.inputs.iter().enumerate().filter(|(_, input)| varies(&input.array, inner, task.rank));
        let mut along: Vec<(usize, usize)> =
            inputs.map(|(at, input)| (at, inner - (task.rank - input.array.rank()))).collect();
        if let Some(own) = self.out_dims().iter().position(|&dim| dim == Some(inner)) {
            along.push((task.inputs.len(), own));
        }
        let take = |(at, own)| (at, own, operand::metadata(&mut self.b, self.memrefs[at], &task_array(task, at)));
        along.into_iter().map(take).collect()
    }

    /// Whether all these operands have stride 1.
    fn all_unit(&mut self, parts: &[(usize, usize, Metadata)]) -> Value {
        let mut all = None;
        for (_, own, parts) in parts {
            let attrs = [("predicate", Attr::int(0))];
            let unit = self.b.op_with("arith.cmpi", &[parts.strides[*own], self.one], Type::BOOL, &attrs);
            all = Some(match all {
                Some(all) => self.b.op("arith.andi", &[all, unit], Type::BOOL),
                None => unit,
            });
        }
        all.unwrap_or_else(|| self.b.bool(true))
    }
}

fn task_array(task: &Task, at: usize) -> TensorType {
    task.inputs.get(at).map_or(&task.output, |input| &input.array).clone()
}

fn scalar_machine(ty: &Type) -> Type {
    match ty {
        Type::Scalar(dtype) => scalar::machine_type(*dtype),
        other => other.clone(),
    }
}

fn index_constant(b: &mut Builder, value: i64) -> Value {
    b.constant(Attr::Int(value, Type::Index))
}
