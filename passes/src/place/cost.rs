//! What a program costs under given layouts: the work of each rank, and the bytes that it must receive.
//!
//! Costs are nanoseconds on a nominal number of ranks; the real number is not known, but the order of layouts hardly depends on it.

use super::arrays::{Arrays, Lies, extents};
use super::solve::{CHOICES, Pair, Problem, Unary};
use crate::alias::callee;
use phylanx_dialects::ir::{Attr, Block, Module, Op, TensorType, Value, constant_i64};
use phylanx_dialects::ops::{Class, Effect, OpRow};
use std::collections::{BTreeMap, HashMap};

/// Layouts, numbered as the runtime numbers them.
pub const NAMES: [&str; CHOICES] = ["replicated", "rows", "columns", "blocks"];

/// Ranks that the estimate assumes.
const RANKS: f64 = 4.0;
/// Nanoseconds to start an exchange.
const MESSAGE: f64 = 2_000.0;
/// Nanoseconds for each byte that a rank receives.
const BYTE: f64 = 0.2;
/// Nanoseconds for each byte of memory traffic, and for each floating-point operation.
const MEMORY: f64 = 0.1;
const FLOP: f64 = 0.1;
/// Operations of a matrix product run at the speed of a kernel library.
const MATMUL_FLOP: f64 = 0.03;
/// Nanoseconds to fetch one element of a distributed array.
const ELEMENT: f64 = 5_000.0;
/// A layout that an array cannot have.
const NEVER: f64 = f64::INFINITY;

/// The dimensions that a layout cuts.
fn cut_dims(layout: usize) -> &'static [usize] {
    [&[][..], &[0], &[1], &[0, 1]][layout]
}

/// The dimensions of an array (counted from the last, so that arrays of different ranks align) that a layout of its buffer
/// cuts, in the order of the process grid; nothing when the layout cuts a dimension of the buffer that the array does not run along.
fn cuts(lies: &Lies, layout: usize) -> Option<Vec<usize>> {
    let place = |cut: &usize| lies.dims.iter().position(|lie| lie.dim == Some(*cut)).map(|at| lies.dims.len() - 1 - at);
    cut_dims(layout).iter().map(place).collect()
}

/// How an input of a task must travel.
#[derive(Clone, PartialEq, Debug)]
pub enum Move {
    /// It is where it is needed.
    Nothing,
    /// Borders along dimensions of the input: by how much its start lies after (or before) the home's.
    Halo(Vec<(usize, i64)>),
    /// Another distribution.
    Redistribute,
    /// Everywhere.
    Gather,
}

/// How an input must travel to a task whose result lies as `home`.
pub fn movement(input: &Lies, from: usize, home: &Lies, to: usize) -> Move {
    if from == 0 {
        return Move::Nothing;
    }
    let Some(wanted) = cuts(home, to).filter(|cuts| !cuts.is_empty()) else { return Move::Gather };
    let reached: Vec<usize> = wanted.iter().copied().filter(|&dim| dim < input.dims.len()).collect();
    match cuts(input, from) {
        Some(had) if had == wanted => shift(input, home, &had),
        _ if reached.is_empty() => Move::Gather,
        _ => Move::Redistribute,
    }
}

/// The difference of starts along the cut dimensions.
fn shift(input: &Lies, home: &Lies, cuts: &[usize]) -> Move {
    let mut halo = Vec::new();
    for &from_last in cuts {
        let at = input.dims.len() - 1 - from_last;
        let there = home.dims[home.dims.len() - 1 - from_last].start;
        let (Some(here), Some(there)) = (input.dims[at].start, there) else { return Move::Redistribute };
        if here != there {
            halo.push((at, here - there));
        }
    }
    if halo.is_empty() { Move::Nothing } else { Move::Halo(halo) }
}

/// Bytes that each rank receives for one input, which lies in a layout.
fn received(arrays: &Arrays, input: Value, movement: &Move, layout: usize) -> f64 {
    let bytes = arrays.bytes(input);
    // In a grid of blocks a border is as long as a block.
    let across = if cut_dims(layout).len() == 2 { RANKS.sqrt() } else { 1.0 };
    match movement {
        Move::Nothing => 0.0,
        Move::Halo(widths) => {
            let extents = arrays.extents(input);
            let part = |width: i64, dim: usize| (width.abs() as f64 / extents[dim].max(1.0)).min(1.0);
            widths.iter().map(|&(dim, width)| bytes * part(width, dim) / across).sum()
        }
        Move::Redistribute => bytes / RANKS,
        Move::Gather => bytes,
    }
}

/// Bytes that each rank receives in an exchange as `physl.send` states it.
pub fn sent_bytes(pattern: &str, low: &[i64], high: &[i64], array: &TensorType, default_extent: f64) -> f64 {
    let extents = extents(array, default_extent);
    let all = extents.iter().product::<f64>() * array.elem.size() as f64;
    match pattern {
        "halo" => {
            let border = |dim: usize| (low[dim] + high[dim]) as f64 / extents[dim].max(1.0);
            all * (0..extents.len().min(low.len())).map(border).sum::<f64>()
        }
        "replicated" => all,
        _ => all / RANKS,
    }
}

fn time(bytes: f64) -> f64 {
    if bytes > 0.0 { MESSAGE + BYTE * bytes } else { 0.0 }
}

/// Builds the problem for a module.
pub struct Costs<'a, 'm> {
    arrays: &'a Arrays,
    module: &'m Module,
    default_trips: f64,
    unary: Vec<Unary>,
    pairs: BTreeMap<(usize, usize), Pair>,
    constants: HashMap<Value, i64>,
}

impl<'a, 'm> Costs<'a, 'm> {
    /// The costs of all layouts of all buffers of a module.
    pub fn problem(module: &'m Module, arrays: &'a Arrays, default_trips: i64) -> Problem {
        let unary = arrays.buffers.iter().map(|buffer| possible(buffer.rank)).collect();
        let default_trips = default_trips as f64;
        let mut costs =
            Costs { arrays, module, default_trips, unary, pairs: BTreeMap::new(), constants: HashMap::new() };
        for function in module.functions().filter(|op| !crate::tasks::is_task(op)) {
            for block in function.regions.iter().flat_map(|region| &region.blocks) {
                costs.block(block, 1.0, 0);
            }
        }
        let pairs = costs.pairs.into_iter().map(|((a, b), pair)| (a, b, pair)).collect();
        Problem { unary: costs.unary, pairs }
    }

    fn block(&mut self, block: &Block, weight: f64, depth: u32) {
        // Deep nests of loops of unknown length would drown everything else.
        const DEEPEST: u32 = 3;
        for op in &block.ops {
            if let Some(value) = constant_i64(op) {
                self.constants.insert(op.result(), value);
            }
            self.op(op, weight);
            let repeats = matches!(op.name.as_str(), "scf.for" | "scf.while") && depth < DEEPEST;
            let inner = if repeats { weight * self.trips(op) } else { weight };
            for block in op.regions.iter().flat_map(|region| &region.blocks) {
                self.block(block, inner, depth + u32::from(repeats));
            }
        }
    }

    fn trips(&self, op: &Op) -> f64 {
        let bound = |at: usize| op.operands.get(at).and_then(|value| self.constants.get(value)).copied();
        match (op.name.as_str(), bound(0), bound(1), bound(2)) {
            ("scf.for", Some(low), Some(high), Some(step)) if step > 0 => ((high - low).max(0) / step) as f64,
            _ => self.default_trips,
        }
    }

    fn op(&mut self, op: &Op, weight: f64) {
        let Some(row) = op.row() else {
            if callee(op).is_none() && op.name == "func.return" {
                op.operands.iter().for_each(|&value| self.gathered(value, 0.0));
            }
            return;
        };
        match row.name {
            "spawn" | "spawn_into" => self.task(op, weight),
            "matmul" => self.product(op, weight),
            "new" | "copy" => self.copy(op.operands[0], op.result(), weight),
            "write" => self.copy(op.operands[1], op.operands[0], weight),
            "get_item" | "set_item" => self.element(op.operands[0], weight),
            "item" => self.gathered(op.operands[0], weight),
            "from_elements" => self.work(op.result(), 1.0, weight),
            _ if is_made_in_parts(row) => self.made(op, weight),
            _ if works_on_rows(row) => self.on_rows(op, weight),
            _ if is_gathering(row) => self.library(op, weight),
            _ => self.world(op, weight),
        }
    }

    /// The runtime makes large arrays in rows; another layout is a redistribution. What they are made of goes where it lands:
    /// everywhere, or each element to one rank.
    fn made(&mut self, op: &Op, weight: f64) {
        let Some(&array) = op.results.first() else { return };
        self.work(array, 1.0, weight);
        let Some(lies) = self.arrays.lies(array) else { return };
        let moved = weight * time(self.arrays.bytes(array) / RANKS);
        self.add(lies.buffer, |layout| if layout > 1 { moved } else { 0.0 });
        for &input in &op.operands {
            let bytes = self.arrays.bytes(input);
            self.pair(input, array, |from, to| match (from, to) {
                (0, _) => 0.0,
                (_, 0) => weight * time(bytes),
                _ => weight * time(bytes / RANKS),
            });
        }
    }

    fn on_rows(&mut self, op: &Op, weight: f64) {
        for &value in &op.operands {
            let bytes = self.arrays.bytes(value);
            if let Some(lies) = self.arrays.lies(value) {
                self.add(lies.buffer, |layout| if layout > 1 { weight * time(bytes) } else { 0.0 });
            }
        }
    }

    /// Files, printing, and writes through masks and indices see whole arrays.
    fn world(&mut self, op: &Op, weight: f64) {
        let keeps = matches!(
            op.physl(),
            Some("read" | "global_get" | "global_set" | "retain" | "release" | "from_scalar" | "dim" | "size")
        );
        if !keeps && op.row().is_some_and(|row| row.class == Class::Library) {
            op.operands.iter().for_each(|&value| self.gathered(value, weight));
        }
    }

    /// Ops without a distributed form gather their operands; their results are everywhere.
    fn library(&mut self, op: &Op, weight: f64) {
        op.operands.iter().for_each(|&value| self.gathered(value, weight));
        for &result in &op.results {
            if let Some(lies) = self.arrays.lies(result) {
                let bytes = self.arrays.bytes(result);
                self.add(lies.buffer, |layout| if layout == 0 { 0.0 } else { weight * time(bytes) });
            }
        }
    }

    fn gathered(&mut self, value: Value, weight: f64) {
        if let Some(lies) = self.arrays.lies(value) {
            let bytes = self.arrays.bytes(value);
            self.add(lies.buffer, |layout| if layout == 0 { 0.0 } else { weight * time(bytes) });
        }
    }

    /// A loop that touches single elements is taken to touch all of them.
    fn element(&mut self, value: Value, weight: f64) {
        if let Some(lies) = self.arrays.lies(value) {
            let times = if weight > 1.0 { weight.max(self.arrays.elements(value)) } else { weight };
            self.add(lies.buffer, |layout| if layout == 0 { 0.0 } else { times * ELEMENT });
        }
    }

    /// Work in proportion to the elements of an array, shared by the ranks that hold parts of it.
    fn work(&mut self, array: Value, flops: f64, weight: f64) {
        let Some(lies) = self.arrays.lies(array) else { return };
        let elem = self.arrays.ty(array).map_or(8, |ty| ty.elem.size()) as f64;
        let all = weight * self.arrays.elements(array) * (elem * MEMORY + flops * FLOP);
        self.add(lies.buffer, |layout| if layout == 0 { all } else { all / RANKS });
    }

    fn copy(&mut self, from: Value, to: Value, weight: f64) {
        self.work(to, 0.0, weight);
        self.travels(from, to, weight);
    }

    fn task(&mut self, op: &Op, weight: f64) {
        let body = op.attr("body").and_then(Attr::as_symbol).and_then(|symbol| self.module.function(symbol));
        let fact = |name: &str| body.and_then(|body| body.attr(name));
        let flops = fact("physl.flops").and_then(Attr::as_int).unwrap_or(1) as f64;
        let is_fold = fact("physl.fold").and_then(Attr::as_str).is_some_and(|fold| fold != "map");
        let into = op.physl() == Some("spawn_into");
        let result = if into { op.operands[0] } else { op.results[0] };
        let inputs = &op.operands[usize::from(into)..];
        let home = if is_fold { largest(self.arrays, inputs) } else { Some(result) };
        let Some(home) = home else { return };
        self.work(home, flops, weight);
        for &input in inputs.iter().filter(|&&input| input != home) {
            self.work_share(input, home, weight);
            self.travels(input, home, weight);
        }
        if is_fold {
            self.folded(home, result, weight);
        }
    }

    /// Reading an input costs memory traffic where the task runs.
    fn work_share(&mut self, input: Value, home: Value, weight: f64) {
        let Some(lies) = self.arrays.lies(home) else { return };
        let all = weight * self.arrays.bytes(input) * MEMORY;
        self.add(lies.buffer, |layout| if layout == 0 { all } else { all / RANKS });
    }

    /// Partial results travel to where the result lives.
    fn folded(&mut self, home: Value, result: Value, weight: f64) {
        let bytes = self.arrays.bytes(result);
        self.pair(home, result, |from, to| match (from, to) {
            (0, _) => 0.0,
            (_, 0) => weight * time(bytes),
            _ => weight * time(bytes / RANKS),
        });
    }

    fn travels(&mut self, input: Value, home: Value, weight: f64) {
        let arrays = self.arrays;
        let (Some(from), Some(to)) = (arrays.lies(input), arrays.lies(home)) else { return };
        let cost = |f: usize, t: usize| weight * time(received(arrays, input, &movement(from, f, to, t), f));
        if from.buffer == to.buffer {
            self.add(from.buffer, |layout| cost(layout, layout));
        } else {
            self.pair(input, home, cost);
        }
    }

    /// A product is computed where its result lies; each operand is needed in whole rows or columns.
    fn product(&mut self, op: &Op, weight: f64) {
        let (left, right, result) = (op.operands[0], op.operands[1], op.results[0]);
        let inner = self.arrays.extents(left).last().copied().unwrap_or(1.0);
        let flops = 2.0 * inner * self.arrays.elements(result) * MATMUL_FLOP * weight;
        if let Some(lies) = self.arrays.lies(result) {
            self.add(lies.buffer, |layout| if layout == 0 { flops } else { flops / RANKS });
        }
        for (operand, own) in [(left, 1usize), (right, 2)] {
            let bytes = self.arrays.bytes(operand);
            // A result in rows (1) takes whole rows of the left operand, one in columns (2) whole columns of the right one.
            self.pair(operand, result, |from, to| {
                let wanted = match to {
                    3 => bytes / RANKS.sqrt(),
                    _ if to == own && from == own => 0.0,
                    _ if to == own => bytes / RANKS,
                    _ => bytes,
                };
                if from == 0 { 0.0 } else { weight * time(wanted) }
            });
        }
    }

    fn add(&mut self, buffer: usize, cost: impl Fn(usize) -> f64) {
        for (layout, entry) in self.unary[buffer].iter_mut().enumerate() {
            *entry += cost(layout);
        }
    }

    fn pair(&mut self, a: Value, b: Value, cost: impl Fn(usize, usize) -> f64) {
        let (Some(a), Some(b)) = (self.arrays.lies(a), self.arrays.lies(b)) else { return };
        if a.buffer == b.buffer {
            self.add(a.buffer, |layout| cost(layout, layout));
            return;
        }
        let entry =
            self.pairs.entry((a.buffer.min(b.buffer), a.buffer.max(b.buffer))).or_insert([[0.0; CHOICES]; CHOICES]);
        for (x, row) in entry.iter_mut().enumerate() {
            for (y, cell) in row.iter_mut().enumerate() {
                *cell += if a.buffer < b.buffer { cost(x, y) } else { cost(y, x) };
            }
        }
    }
}

/// A fold runs where its largest input is.
pub fn largest(arrays: &Arrays, inputs: &[Value]) -> Option<Value> {
    let size = |value: &Value| (arrays.ty(*value).map_or(0, |ty| ty.rank()), arrays.elements(*value));
    let mut best: Option<Value> = None;
    for input in inputs {
        if best.is_none_or(|best| size(input) > size(&best)) {
            best = Some(*input);
        }
    }
    best
}

/// Whether a library op gathers its operands, so that it gives the same on every rank. Ops of the world (files, printing) are
/// left to the runtime, which need not bring everything everywhere.
pub fn is_gathering(row: &OpRow) -> bool {
    const OWN_WAY: &[&str] = &["matmul", "copy", "item", "from_elements", "from_scalar", "dim", "size"];
    let is_quiet = matches!(row.effect, Effect::Pure | Effect::MayFail);
    let has_own_way = OWN_WAY.contains(&row.name) || works_on_rows(row) || is_made_in_parts(row);
    row.class == Class::Library && is_quiet && !has_own_way
}

/// Ops of which each rank makes only its own part of the result.
fn is_made_in_parts(row: &OpRow) -> bool {
    const MADE: &[&str] = &["full", "arange", "linspace", "eye", "load", "loadtxt"];
    const DRAWN: &[&str] = &["rand", "randn", "uniform", "normal", "randint"];
    const JOINED: &[&str] = &["concat", "stack", "repeat", "tile", "roll"];
    [MADE, DRAWN, JOINED].iter().any(|names| names.contains(&row.name))
}

/// Ops that the runtime carries out on distributed rows where they are.
fn works_on_rows(row: &OpRow) -> bool {
    matches!(row.name, "argmax" | "argmin" | "take_mask")
}

/// Layouts that an array of a rank can have.
fn possible(rank: usize) -> Unary {
    match rank {
        0 => [0.0, NEVER, NEVER, NEVER],
        1 => [0.0, 0.0, NEVER, NEVER],
        _ => [0.0; CHOICES],
    }
}

/// Layout of an array of its own, given that of its buffer: views may turn rows into columns.
pub fn layout_seen(lies: &Lies, layout: usize) -> usize {
    let mut dims: Vec<usize> =
        cut_dims(layout).iter().filter_map(|cut| lies.dims.iter().position(|lie| lie.dim == Some(*cut))).collect();
    dims.sort_unstable();
    match dims.as_slice() {
        [0] => 1,
        [1] => 2,
        [0, 1] => 3,
        _ => 0,
    }
}
