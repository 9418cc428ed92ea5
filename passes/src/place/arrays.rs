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
pub struct Arrays<'m> {
    module: &'m Module,
    options: &'m Options,
    pub buffers: Vec<Buffer>,
    lies: HashMap<Value, Lies>,
}

impl<'m> Arrays<'m> {
    /// Looks at a whole module.
    pub fn of(module: &'m Module, options: &'m Options) -> Arrays<'m> {
        let roots = buffers(module);
        let mut arrays = Arrays { module, options, buffers: Vec::new(), lies: HashMap::new() };
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
                arrays.define(value, op, &roots, &mut numbers, &constants);
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
        let Some(array) = self.module.ty(value).array() else { return };
        let buffers = &mut self.buffers;
        let buffer = *numbers.entry(roots[value.0 as usize]).or_insert_with(|| {
            buffers.push(Buffer { rank: array.rank(), first: value });
            buffers.len() - 1
        });
        let source =
            op.operands.first().and_then(|operand| self.lies.get(operand)).filter(|lies| lies.buffer == buffer);
        let dims =
            source.filter(|_| op.results.contains(&value)).and_then(|source| derive(op, &source.dims, constants));
        let straight = || (0..array.rank()).map(|dim| Lie { dim: Some(dim), start: Some(0) }).collect();
        self.lies.insert(value, Lies { buffer, dims: dims.unwrap_or_else(straight) });
    }

    /// How an array lies; nothing for scalars, strings and arrays inside task bodies.
    pub fn lies(&self, value: Value) -> Option<&Lies> {
        self.lies.get(&value)
    }

    pub fn ty(&self, value: Value) -> Option<&'m TensorType> {
        self.module.ty(value).array()
    }

    /// Extents for cost estimates: static ones as they are, unknown ones such that the array has as many elements as a matrix of the default extent.
    pub fn extents(&self, value: Value) -> Vec<f64> {
        let Some(array) = self.ty(value) else { return Vec::new() };
        let unknown = array.dims.iter().filter(|dim| dim.is_none()).count().max(1);
        let extent = (self.options.default_extent as f64).powf(2.0 / unknown as f64);
        array.dims.iter().map(|dim| dim.map_or(extent, |extent| extent as f64)).collect()
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

/// How the result of a view lies, from how its operand does; nothing where the op is no view.
fn derive(op: &Op, source: &[Lie], constants: &HashMap<Value, i64>) -> Option<Vec<Lie>> {
    match op.physl()? {
        "read" | "recv" => Some(source.to_vec()),
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
        "diagonal" => Some(vec![NOWHERE]),
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
