//! States the exchanges that the layouts imply: a `physl.send` as soon as the data is there, a `physl.recv` just before its first use.
//!
//! Borders of shifted slices travel as a halo of the whole array; other inputs that lie differently than their task travel to its
//! layout, or to every rank where the task or a library op needs all of them. Exchanges of what a loop does not change stand before it.

use super::arrays::{Arrays, Lies};
use super::cost::{Move, NAMES, is_gathering, largest, layout_seen, movement};
use crate::alias::{Alias, Class};
use crate::effects::Defs;
use phylanx_dialects::ir::{Attr, Block, Module, Op, Type, Value};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// What exchanges are planned from.
pub struct Facts<'a> {
    pub arrays: &'a Arrays,
    pub alias: &'a Alias,
    /// The layout of each buffer.
    pub choice: &'a [usize],
    /// Symbols of tasks that fold.
    pub folds: &'a HashSet<String>,
    /// Definitions of all values.
    pub defs: &'a Defs,
}

/// Adds exchanges to a function's block; the number of them.
pub fn insert(module: &mut Module, block: &mut Block, facts: &Facts) -> i64 {
    let mut inner = 0;
    let open = block_exchanges(module, block, facts, &mut inner);
    let mut plan = Plan::default();
    open.into_iter().for_each(|request| plan.at_start(module, request));
    plan.apply(block) + inner
}

/// An array that is wanted in another place; `result` is its name there.
struct Request {
    value: Value,
    pattern: &'static str,
    result: Value,
    loc: phylanx_dialects::ir::Loc,
}

/// Plans and carries out the exchanges of a block; those of arrays from outside are given back, to stand before a loop.
fn block_exchanges(module: &mut Module, block: &mut Block, facts: &Facts, count: &mut i64) -> Vec<Request> {
    let defined: HashMap<Value, usize> =
        block.ops.iter().enumerate().flat_map(|(at, op)| op.results.iter().map(move |&value| (value, at))).collect();
    let args: HashSet<Value> = block.args.iter().copied().collect();
    let mut plan = Plan::default();
    let mut open = Vec::new();
    for at in 0..block.ops.len() {
        for mut request in inner_requests(module, &mut block.ops[at], facts, count) {
            match defined.get(&request.value) {
                Some(&made) => plan.exchange(module, request, made, at),
                None if args.contains(&request.value) => plan.at_start_before(module, request, at),
                None => {
                    request.loc = block.ops[at].loc.clone();
                    open.push(request);
                }
            }
        }
        laid_out(module, block, at, facts, &mut plan);
        halos(module, block, at, facts, &defined, &mut plan);
        for request in requests(module, &mut block.ops[at], facts) {
            match defined.get(&request.value) {
                Some(&made) => plan.exchange(module, request, made, at),
                None if args.contains(&request.value) => plan.at_start_before(module, request, at),
                None => open.push(request),
            }
        }
    }
    *count += plan.apply(block);
    merge(block, open)
}

/// The runtime makes large arrays in rows; one that is to lie otherwise is brought there at once.
fn laid_out(module: &mut Module, block: &mut Block, at: usize, facts: &Facts, plan: &mut Plan) {
    let op = &mut block.ops[at];
    let Some(lies) = op.results.first().and_then(|&result| facts.arrays.lies(result)) else { return };
    let layout = facts.choice[lies.buffer];
    if op.name != "physl.full" || !(2..=3).contains(&layout) {
        return;
    }
    let result = op.results[0];
    let made = module.value(module.ty(result).clone());
    op.results[0] = made;
    let (send, mut recv) = plan.send(module, made, NAMES[layout], (&[], &[]), &block.ops[at]);
    recv.results = vec![result];
    plan.after.entry(at).or_default().extend([send, recv]);
}

/// Requests for the same array in the same layout are one.
fn merge(block: &mut Block, open: Vec<Request>) -> Vec<Request> {
    let mut kept: Vec<Request> = Vec::new();
    let mut names: HashMap<Value, Value> = HashMap::new();
    for request in open {
        match kept.iter().find(|other| other.value == request.value && other.pattern == request.pattern) {
            Some(other) => {
                names.insert(request.result, other.result);
            }
            None => kept.push(request),
        }
    }
    phylanx_dialects::ir::substitute(&mut block.ops, &names);
    kept
}

/// What the blocks of an op want from outside: handed on by loops, settled inside of branches.
fn inner_requests(module: &mut Module, op: &mut Op, facts: &Facts, count: &mut i64) -> Vec<Request> {
    let is_loop = matches!(op.name.as_str(), "scf.for" | "scf.while");
    let mut found = Vec::new();
    for block in op.regions.iter_mut().flat_map(|region| &mut region.blocks) {
        let open = block_exchanges(module, block, facts, count);
        if is_loop {
            found.extend(open);
            continue;
        }
        let mut plan = Plan::default();
        open.into_iter().for_each(|request| plan.at_start(module, request));
        *count += plan.apply(block);
    }
    found
}

/// Redistributions and gathers that an op wants; its operands are renamed.
fn requests(module: &mut Module, op: &mut Op, facts: &Facts) -> Vec<Request> {
    let mut found = Vec::new();
    for at in 0..op.operands.len() {
        let value = op.operands[at];
        let Some(pattern) = wanted(module, op, at, facts) else { continue };
        let result = module.value(module.ty(value).clone());
        op.operands[at] = result;
        found.push(Request { value, pattern, result, loc: op.loc.clone() });
    }
    found
}

/// The layout in which an op wants a tensor, if the tensor lies otherwise.
fn wanted(module: &Module, op: &Op, at: usize, facts: &Facts) -> Option<&'static str> {
    let value = op.operands[at];
    let (Type::Tensor(_), lies) = (module.ty(value), facts.arrays.lies(value)?) else { return None };
    let from = facts.choice[lies.buffer];
    let row = op.row()?;
    if is_gathering(row) {
        return (from != 0).then_some(NAMES[0]);
    }
    let home = facts.arrays.lies(home(op, facts)?)?;
    match movement(lies, from, home, facts.choice[home.buffer]) {
        Move::Redistribute => Some(NAMES[layout_seen(home, facts.choice[home.buffer])]),
        Move::Gather => Some(NAMES[0]),
        Move::Nothing | Move::Halo(_) => None,
    }
}

/// The array that decides where a task runs.
pub fn home(op: &Op, facts: &Facts) -> Option<Value> {
    let is_fold = op.attr("body").and_then(Attr::as_symbol).is_some_and(|body| facts.folds.contains(body));
    match op.physl()? {
        "spawn" if is_fold => largest(facts.arrays, &op.operands),
        "spawn_into" if is_fold => largest(facts.arrays, &op.operands[1..]),
        "spawn" => op.results.first().copied(),
        "spawn_into" => op.operands.first().copied(),
        _ => None,
    }
}

/// An input that is a shifted slice of a whole array.
struct Shifted {
    operand: usize,
    /// The op that slices: `slice` of a tensor, or `view` of a reference.
    cut: Op,
    /// Widths along the buffer's dimensions.
    low: Vec<i64>,
    high: Vec<i64>,
}

/// Plans the halos that an op wants: one exchange for each array that it sees shifted.
fn halos(
    module: &mut Module,
    block: &mut Block,
    at: usize,
    facts: &Facts,
    defined: &HashMap<Value, usize>,
    plan: &mut Plan,
) {
    let mut bases: BTreeMap<Value, Vec<Shifted>> = BTreeMap::new();
    for operand in 0..block.ops[at].operands.len() {
        if let Some(found) = shifted(&block.ops[at], operand, facts) {
            bases.entry(found.cut.operands[0]).or_default().push(found);
        }
    }
    for (base, slices) in bases {
        let start = valid_from(block, at, base, facts, defined);
        let whole = plan.halo(module, &block.ops[at], base, start, &slices, at);
        for slice in slices {
            let ty = module.ty(block.ops[at].operands[slice.operand]).clone();
            let result = module.value(ty);
            let mut cut = Op { name: "physl.slice".into(), results: vec![result], ..slice.cut };
            cut.operands[0] = whole;
            plan.before.entry(at).or_default().push(cut);
            block.ops[at].operands[slice.operand] = result;
        }
    }
}

fn shifted(op: &Op, operand: usize, facts: &Facts) -> Option<Shifted> {
    let value = op.operands[operand];
    let (lies, home) = (facts.arrays.lies(value)?, facts.arrays.lies(home(op, facts)?)?);
    let Move::Halo(widths) = movement(lies, facts.choice[lies.buffer], home, facts.choice[home.buffer]) else {
        return None;
    };
    let maker = facts.defs.get(&value)?;
    let cut = match maker.physl()? {
        "slice" => maker,
        "read" => facts.defs.get(&maker.operands[0]).filter(|cut| cut.physl() == Some("view"))?,
        _ => return None,
    };
    if !is_whole(facts.arrays.lies(cut.operands[0])?) {
        return None;
    }
    let rank = facts.arrays.buffers[lies.buffer].rank;
    let (mut low, mut high) = (vec![0; rank], vec![0; rank]);
    for (dim, shift) in widths {
        let dim = lies.dims[dim].dim?;
        let side = if shift > 0 { &mut high } else { &mut low };
        side[dim] = side[dim].max(shift.abs());
    }
    Some(Shifted { operand, cut: cut.clone(), low, high })
}

/// Whether an array is all of its buffer, as far as we see.
fn is_whole(lies: &Lies) -> bool {
    lies.dims.iter().enumerate().all(|(at, lie)| lie.dim == Some(at) && lie.start == Some(0))
}

/// The place in the block after which the elements are as the op at `at` is to see them; nothing for its start.
fn valid_from(block: &Block, at: usize, base: Value, facts: &Facts, defined: &HashMap<Value, usize>) -> Option<usize> {
    let class: Class = facts.alias.class(base);
    let source = defined.get(&base).copied();
    let read =
        source.and_then(|made| block.ops[made].operands.first().filter(|_| block.ops[made].name == "physl.read"));
    let classes: BTreeSet<Class> =
        [Some(class), read.map(|&from| facts.alias.class(from))].into_iter().flatten().collect();
    let written = (0..at).rev().find(|&other| !facts.alias.writes(&block.ops[other]).is_disjoint(&classes));
    source.max(written)
}

/// Ops to insert into a block; numbers are places in it.
#[derive(Default)]
struct Plan {
    at_start: Vec<Op>,
    after: BTreeMap<usize, Vec<Op>>,
    before: BTreeMap<usize, Vec<Op>>,
    /// Exchanges by what they carry, how, and since when it is valid.
    known: HashMap<(Value, String, Option<usize>), Value>,
    names: HashMap<Value, Value>,
    count: i64,
}

impl Plan {
    fn send(
        &mut self,
        module: &mut Module,
        value: Value,
        pattern: &str,
        widths: (&[i64], &[i64]),
        like: &Op,
    ) -> (Op, Op) {
        self.count += 1;
        let token = module.value(Type::Token);
        let result = module.value(module.ty(value).clone());
        let send = Op::new("physl.send", like.loc.clone())
            .with_operands([value])
            .with_results([token])
            .with_attr("pattern", Attr::str(pattern))
            .with_attr("low", Attr::I64s(widths.0.to_vec()))
            .with_attr("high", Attr::I64s(widths.1.to_vec()));
        (send, Op::new("physl.recv", like.loc.clone()).with_operands([token]).with_results([result]))
    }

    fn put(&mut self, op: Op, after: Option<usize>) {
        match after {
            Some(at) => self.after.entry(at).or_default().push(op),
            None => self.at_start.push(op),
        }
    }

    /// Sends after one op, receives before another.
    fn exchange(&mut self, module: &mut Module, request: Request, made: usize, at: usize) {
        self.move_to(module, request, Some(made), Some(at));
    }

    fn at_start_before(&mut self, module: &mut Module, request: Request, at: usize) {
        self.move_to(module, request, None, Some(at));
    }

    fn at_start(&mut self, module: &mut Module, request: Request) {
        self.move_to(module, request, None, None);
    }

    fn move_to(&mut self, module: &mut Module, request: Request, made: Option<usize>, at: Option<usize>) {
        let key = (request.value, request.pattern.to_string(), made);
        if let Some(&known) = self.known.get(&key) {
            self.names.insert(request.result, known);
            return;
        }
        self.known.insert(key, request.result);
        let like = Op::new("", request.loc.clone());
        let (send, mut recv) = self.send(module, request.value, request.pattern, (&[], &[]), &like);
        recv.results = vec![request.result];
        self.put(send, made);
        match at {
            Some(at) => self.before.entry(at).or_default().push(recv),
            None => self.at_start.push(recv),
        }
    }

    /// The whole array with its surroundings, as received; slices of it need no further exchange.
    fn halo(
        &mut self,
        module: &mut Module,
        like: &Op,
        base: Value,
        start: Option<usize>,
        slices: &[Shifted],
        at: usize,
    ) -> Value {
        let most = |side: fn(&Shifted) -> &Vec<i64>| -> Vec<i64> {
            let rank = side(&slices[0]).len();
            (0..rank).map(|dim| slices.iter().map(|slice| side(slice)[dim]).max().unwrap_or(0)).collect()
        };
        let (low, high) = (most(|slice| &slice.low), most(|slice| &slice.high));
        let key = (base, format!("halo {low:?} {high:?}"), start);
        if let Some(&known) = self.known.get(&key) {
            return known;
        }
        let whole = match module.ty(base).clone() {
            Type::Ref(array) => {
                let value = module.value(Type::Tensor(array));
                self.put(Op::new("physl.read", like.loc.clone()).with_operands([base]).with_results([value]), start);
                value
            }
            _ => base,
        };
        let (send, recv) = self.send(module, whole, "halo", (&low, &high), like);
        let result = recv.result();
        self.put(send, start);
        self.before.entry(at).or_default().push(recv);
        self.known.insert(key, result);
        result
    }

    fn apply(mut self, block: &mut Block) -> i64 {
        let mut ops = std::mem::take(&mut self.at_start);
        for (at, op) in std::mem::take(&mut block.ops).into_iter().enumerate() {
            ops.extend(self.before.remove(&at).unwrap_or_default());
            ops.push(op);
            ops.extend(self.after.remove(&at).unwrap_or_default());
        }
        block.ops = ops;
        phylanx_dialects::ir::substitute(&mut block.ops, &self.names);
        self.count
    }
}
