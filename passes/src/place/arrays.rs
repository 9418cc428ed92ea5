//! Which buffer each array looks at, and how its dimensions lie on the buffer's.

use crate::alias::buffers;
use crate::context::Options;
use phylanx_dialects::ir::{Attr, Module, Op, TensorType, Value, constant_i64, walk_ops};
use std::collections::HashMap;

/// A dimension of an array on its buffer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Lie {
    /// The dimension of the buffer that it runs along with step 1, if there is one.
    pub dim: Option<usize>,
    /// Where it starts there, if that is known.
    pub start: Option<i64>,
}

/// How an array lies on its buffer.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Lies {
    /// The number of the buffer.
    pub buffer: usize,
    pub dims: Vec<Lie>,
}

/// A buffer, or several that take one another's place.
#[derive(Clone, Debug)]
pub struct Buffer {
    pub rank: usize,
    /// The first array that looks at it.
    pub first: Value,
}

/// All arrays of a module.
pub struct Arrays {
    default_extent: f64,
    pub buffers: Vec<Buffer>,
    lies: HashMap<Value, Lies>,
    types: HashMap<Value, TensorType>,
}

impl Arrays {
    /// Looks at a whole module.
    pub fn of(module: &Module, options: &Options) -> Arrays {
        let roots = buffers(module);
        let default_extent = options.default_extent as f64;
        let mut arrays = Arrays { default_extent, buffers: Vec::new(), lies: HashMap::new(), types: HashMap::new() };
        let mut numbers: HashMap<u32, usize> = HashMap::new();
        let mut constants: HashMap<Value, i64> = HashMap::new();
        walk_ops(&module.ops, &mut |op| {
            if crate::tasks::is_task(op) {
                return;
            }
            if let Some(value) = constant_i64(op) {
                constants.insert(op.result(), value);
            }
            let args = op.regions.iter().flat_map(|region| &region.blocks).flat_map(|block| &block.args);
            for &value in op.results.iter().chain(args) {
                if let Some(array) = module.ty(value).array() {
                    arrays.types.insert(value, array.clone());
                    arrays.define(value, op, &roots, &mut numbers, &constants);
                }
            }
        });
        arrays
    }

    fn define(
        &mut self,
        value: Value,
        op: &Op,
        roots: &[u32],
        numbers: &mut HashMap<u32, usize>,
        constants: &HashMap<Value, i64>,
    ) {
        let rank = self.types[&value].rank();
        let buffers = &mut self.buffers;
        let buffer = *numbers.entry(roots[value.0 as usize]).or_insert_with(|| {
            buffers.push(Buffer { rank, first: value });
            buffers.len() - 1
        });
        let source =
            op.operands.first().and_then(|operand| self.lies.get(operand)).filter(|lies| lies.buffer == buffer);
        let dims =
            source.filter(|_| op.results.contains(&value)).and_then(|source| derive(op, &source.dims, constants));
        let dims = dims.or_else(|| self.as_first_input(op, rank));
        let straight = || (0..rank).map(|dim| Lie { dim: Some(dim), start: Some(0) }).collect();
        self.lies.insert(value, Lies { buffer, dims: dims.unwrap_or_else(straight) });
    }

    /// The result of a map lies along its first input of the same rank, shifted as that is.
    fn as_first_input(&self, op: &Op, rank: usize) -> Option<Vec<Lie>> {
        if op.physl() != Some("spawn") {
            return None;
        }
        let is_full =
            |lies: &&Lies| lies.dims.len() == rank && lies.dims.iter().enumerate().all(|(at, lie)| lie.dim == Some(at));
        op.operands.iter().filter_map(|input| self.lies.get(input)).find(is_full).map(|lies| lies.dims.clone())
    }

    /// Of some arrays one of the largest rank to whose place the others have the shortest way, the first of several.
    pub fn centre(&self, values: &[Value]) -> Option<usize> {
        let rank = values.iter().filter_map(|&value| self.ty(value)).map(TensorType::rank).max()?;
        let starts: Vec<Option<Vec<i64>>> = values
            .iter()
            .map(|value| self.lies.get(value).filter(|lies| lies.dims.len() == rank))
            .map(|lies| lies.and_then(|lies| lies.dims.iter().map(|lie| lie.start).collect()))
            .collect();
        let way = |from: &Vec<i64>| -> i64 {
            starts.iter().flatten().map(|to| from.iter().zip(to).map(|(a, b)| (a - b).abs()).sum::<i64>()).sum()
        };
        let known = starts.iter().enumerate().filter_map(|(at, start)| Some((way(start.as_ref()?), at)));
        known.min().map(|(_, at)| at)
    }

    /// How an array lies; nothing for scalars, strings and arrays inside task bodies.
    pub fn lies(&self, value: Value) -> Option<&Lies> {
        self.lies.get(&value)
    }

    pub fn ty(&self, value: Value) -> Option<&TensorType> {
        self.types.get(&value)
    }

    /// Extents for cost estimates.
    pub fn extents(&self, value: Value) -> Vec<f64> {
        self.ty(value).map_or_else(Vec::new, |array| extents(array, self.default_extent))
    }

    /// Estimated number of elements.
    pub fn elements(&self, value: Value) -> f64 {
        self.extents(value).iter().product()
    }

    /// Estimated size.
    pub fn bytes(&self, value: Value) -> f64 {
        self.elements(value) * self.ty(value).map_or(0.0, |array| array.elem.size() as f64)
    }
}

/// Estimated extents: static ones as they are, unknown ones such that the array has as many elements as a matrix of the default extent.
pub fn extents(array: &TensorType, default_extent: f64) -> Vec<f64> {
    let unknown = array.dims.iter().filter(|dim| dim.is_none()).count().max(1);
    let extent = default_extent.powf(2.0 / unknown as f64);
    array.dims.iter().map(|dim| dim.map_or(extent, |extent| extent as f64)).collect()
}

/// How the result of a view lies, from how its operand does; nothing where the op is no view.
fn derive(op: &Op, source: &[Lie], constants: &HashMap<Value, i64>) -> Option<Vec<Lie>> {
    match op.physl()? {
        "read" | "recv" | "view_contiguous" => Some(source.to_vec()),
        "slice" | "view" => sliced(op, source, constants),
        "transpose" | "view_transpose" => {
            let perm = op.attr("perm")?.as_i64s()?;
            perm.iter().map(|&axis| source.get(usize::try_from(axis).ok()?).copied()).collect()
        }
        "reshape" | "view_reshape" => Some(vec![NOWHERE; op.operands.len() - 1]),
        "broadcast_to" => {
            let new = (op.operands.len() - 1).checked_sub(source.len())?;
            Some([vec![NOWHERE; new], source.to_vec()].concat())
        }
        "diagonal" | "view_diagonal" => Some([source.get(2..).unwrap_or(&[]), &[NOWHERE]].concat()),
        _ => None,
    }
}

const NOWHERE: Lie = Lie { dim: None, start: None };

fn sliced(op: &Op, source: &[Lie], constants: &HashMap<Value, i64>) -> Option<Vec<Lie>> {
    let spec = op.attr("spec").and_then(Attr::as_str)?;
    let items: Vec<&str> = spec.split(',').filter(|item| !item.is_empty()).collect();
    let taken = items.iter().filter(|item| item.starts_with([':', 'i'])).count();
    let rest = source.len().checked_sub(taken)?;
    let mut operands = op.operands[1..].iter();
    let mut from = source.iter();
    let mut dims = Vec::new();
    for item in &items {
        match *item {
            "e" => dims.extend(from.by_ref().take(rest)),
            "n" => dims.push(NOWHERE),
            "i" => {
                from.next();
                operands.next();
            }
            range => {
                let lie = from.next()?;
                dims.push(ranged(range, *lie, &mut operands, constants));
            }
        }
    }
    dims.extend(from);
    Some(dims)
}

fn ranged<'v>(
    range: &str,
    lie: Lie,
    operands: &mut impl Iterator<Item = &'v Value>,
    constants: &HashMap<Value, i64>,
) -> Lie {
    let mut found = lie;
    for part in range.trim_start_matches(':').chars() {
        let constant = operands.next().and_then(|value| constants.get(value)).copied();
        match part {
            // A negative start counts from the end, which is not known.
            's' => found.start = constant.filter(|&start| start >= 0).and_then(|start| Some(lie.start? + start)),
            'p' if constant != Some(1) => found = NOWHERE,
            _ => {}
        }
    }
    found
}
