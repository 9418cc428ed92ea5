//! Which references may share a buffer, and which ops may write it.
//!
//! Alias classes by unification over views, region arguments, yields, calls, selects and globals, over the whole module. References are in
//! one class when some path of the program may make them share a buffer; whoever is in another class never does.

use phylanx_dialects::ir::{Attr, Module, Op, Type, Value, walk_ops};
use phylanx_dialects::ops::Effect;
use std::collections::{BTreeSet, HashMap};

/// A class of references that may share a buffer.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Class(u32);

/// Classes of all references of a module, and what its ops write.
pub struct Alias {
    class_of: Vec<Class>,
    written: BTreeSet<Class>,
    /// Classes that each function writes, its callees included.
    function_writes: HashMap<String, BTreeSet<Class>>,
    globals: HashMap<String, Class>,
}

impl Alias {
    /// Looks at a whole module.
    pub fn of(module: &Module) -> Alias {
        let mut unify = Unify::new(module, Follow::References);
        unify.ops(&module.ops, None);
        unify.outside_variables();
        unify.escape_held();
        let escaped = std::mem::take(&mut unify.escaped);
        let class_of: Vec<Class> = (0..module.value_count()).map(|at| unify.find(at as u32)).map(Class).collect();
        let names = std::mem::take(&mut unify.globals);
        let globals = names.into_iter().map(|(name, node)| (name, Class(unify.find(node)))).collect();
        let mut alias = Alias { class_of, written: BTreeSet::new(), function_writes: HashMap::new(), globals };
        alias.function_writes = alias.writes_by_function(module);
        alias.written = alias.function_writes.values().flatten().copied().collect();
        alias.written.extend(escaped.into_iter().map(|value| alias.class_of[value.0 as usize]));
        alias
    }

    /// The class of a reference; a value made after the analysis has a class of its own.
    pub fn class(&self, value: Value) -> Class {
        self.class_of.get(value.0 as usize).copied().unwrap_or(Class(u32::MAX - value.0))
    }

    /// Whether any buffer of the class may be written by the program, or by whoever calls it.
    pub fn is_written(&self, class: Class) -> bool {
        self.written.contains(&class)
    }

    /// The class of what a module-level variable holds.
    pub fn global(&self, name: &str) -> Option<Class> {
        self.globals.get(name).copied()
    }

    /// Classes that an op may write, its regions and callees included.
    pub fn writes(&self, op: &Op) -> BTreeSet<Class> {
        let mut found = BTreeSet::new();
        walk_ops(std::slice::from_ref(op), &mut |inner| match callee(inner) {
            Some(symbol) => found.extend(self.function_writes.get(symbol).into_iter().flatten()),
            None => found.extend(self.written_by(inner)),
        });
        found
    }

    /// What the op itself writes: all references among the operands of an op that we do not know.
    fn written_by(&self, op: &Op) -> Option<Class> {
        let row = op.row()?;
        // Releasing a handle frees memory that nobody sees any more: no write. A generator's draws change its state.
        let writes = row.effect == Effect::Writes && row.name != "release";
        let draws = row.effect == Effect::World && row.operands.first() == Some(&"state");
        // What these see depends on where the elements lie in memory, so their operand has to stay a reference.
        let needs_memory = matches!(row.name, "view_bits" | "view_shape");
        (writes || draws || needs_memory).then(|| self.class(op.operands[0]))
    }

    fn writes_by_function(&self, module: &Module) -> HashMap<String, BTreeSet<Class>> {
        let mut found: HashMap<String, BTreeSet<Class>> = HashMap::new();
        let mut calls: Vec<(String, String)> = Vec::new();
        for function in module.functions() {
            let name = function.symbol().unwrap_or_default().to_string();
            let mut writes = BTreeSet::new();
            walk_ops(std::slice::from_ref(function), &mut |op| {
                writes.extend(self.written_by(op));
                calls.extend(callee(op).map(|to| (name.clone(), to.to_string())));
            });
            found.insert(name, writes);
        }
        while spread(&mut found, &calls) {}
        found
    }
}

/// Adds what callees write to their callers; whether anything was added.
fn spread(writes: &mut HashMap<String, BTreeSet<Class>>, calls: &[(String, String)]) -> bool {
    let mut grown = false;
    for (from, to) in calls {
        let more = writes.get(to).cloned().unwrap_or_default();
        let known = writes.entry(from.clone()).or_default();
        let before = known.len();
        known.extend(more);
        grown |= known.len() > before;
    }
    grown
}

/// The function that a call names, or that a `try` runs.
pub fn callee(op: &Op) -> Option<&str> {
    matches!(op.name.as_str(), "func.call" | "physl.try").then(|| op.attr("callee").and_then(Attr::as_symbol)).flatten()
}

/// Whether code outside of the module may call a function.
pub fn is_exported(function: &Op) -> bool {
    function.attr("sym_visibility").and_then(Attr::as_str) != Some("private")
}

/// Which parameters of a function it may write, through any of its names for them, if the arrays that it is given do not overlap.
pub fn written_params(module: &Module, function: &Op) -> Vec<bool> {
    let mut unify = Unify::new(module, Follow::Apart);
    unify.ops(&module.ops, None);
    let class_of = (0..module.value_count()).map(|at| unify.find(at as u32)).map(Class).collect();
    let alias = Alias { class_of, written: BTreeSet::new(), function_writes: HashMap::new(), globals: HashMap::new() };
    let written: BTreeSet<Class> = alias.writes_by_function(module).into_values().flatten().collect();
    let params = function.body().map(|block| block.args.clone()).unwrap_or_default();
    params.into_iter().map(|param| written.contains(&alias.class(param))).collect()
}

/// For every value a number; arrays with the same number may be views of one buffer, or take one another's place in
/// loops, branches and calls. Values that are no arrays have numbers of their own.
pub fn buffers(module: &Module) -> Vec<u32> {
    let mut unify = Unify::new(module, Follow::Arrays);
    unify.ops(&module.ops, None);
    (0..module.value_count() as u32).map(|value| unify.find(value)).collect()
}

/// Which values are brought into classes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Follow {
    References,
    /// References and tensors.
    Arrays,
    /// References, those that come from outside apart from one another.
    Apart,
}

struct Unify<'m> {
    module: &'m Module,
    follow: Follow,
    parent: Vec<u32>,
    /// For the root of a class of objects, some value that such an object holds.
    held: HashMap<u32, u32>,
    globals: HashMap<String, u32>,
    /// References that code we do not see may write.
    escaped: Vec<Value>,
    /// A reference that a Python session passes.
    outside: Option<Value>,
}

impl<'m> Unify<'m> {
    fn new(module: &'m Module, follow: Follow) -> Unify<'m> {
        let parent = (0..module.value_count() as u32).collect();
        Unify {
            module,
            follow,
            parent,
            held: HashMap::new(),
            globals: HashMap::new(),
            escaped: Vec::new(),
            outside: None,
        }
    }

    fn find(&mut self, mut node: u32) -> u32 {
        while self.parent[node as usize] != node {
            let above = self.parent[node as usize];
            self.parent[node as usize] = self.parent[above as usize];
            node = above;
        }
        node
    }

    fn join(&mut self, a: u32, b: u32) {
        let (a, b) = (self.find(a), self.find(b));
        if a == b {
            return;
        }
        let (kept, gone) = (a.min(b), a.max(b));
        self.parent[gone as usize] = kept;
        // Objects that may be one hold values that may be one.
        if let Some(inner) = self.held.remove(&gone) {
            self.hold(kept, inner);
        }
    }

    /// What the objects of a class hold may be this value.
    fn hold(&mut self, object: u32, value: u32) {
        let object = self.find(object);
        match self.held.get(&object).copied() {
            Some(other) => self.join(other, value),
            None => {
                self.held.insert(object, value);
            }
        }
    }

    /// Joins two values if they are references.
    fn same(&mut self, a: Value, b: Value) {
        if self.is_followed(a) && self.is_followed(b) {
            self.join(a.0, b.0);
        }
    }

    fn same_each(&mut self, a: &[Value], b: &[Value]) {
        for (&a, &b) in a.iter().zip(b) {
            self.same(a, b);
        }
    }

    fn is_followed(&self, value: Value) -> bool {
        match self.module.ty(value) {
            Type::Ref(_) | Type::Object => true,
            Type::Tensor(_) => self.follow == Follow::Arrays,
            _ => false,
        }
    }

    fn ops(&mut self, ops: &'m [Op], function: Option<&'m Op>) {
        for op in ops {
            self.op(op, function);
        }
    }

    fn op(&mut self, op: &'m Op, function: Option<&'m Op>) {
        match op.name.as_str() {
            "func.func" => self.function(op),
            "func.return" => self.returned(op, function),
            "func.call" | "physl.try" => self.call(op),
            "scf.if" | "scf.index_switch" | "scf.execute_region" => self.choice(op),
            "scf.for" => self.counted_loop(op),
            "scf.while" => self.while_loop(op),
            "scf.yield" | "scf.condition" => {}
            "arith.select" => self.all(op),
            _ => self.other(op),
        }
        if op.regions.iter().any(|region| region.blocks.len() > 1) {
            self.branches(op);
        }
        let inner = if op.name == "func.func" { Some(op) } else { function };
        for block in op.regions.iter().flat_map(|region| &region.blocks) {
            self.ops(&block.ops, inner);
        }
    }

    /// References of exported functions come from outside, where they may share one buffer and may be kept and written later.
    fn function(&mut self, op: &Op) {
        if !is_exported(op) || self.follow != Follow::References {
            return;
        }
        let args = op.body().map(|block| block.args.clone()).unwrap_or_default();
        let refs: Vec<Value> = args.into_iter().filter(|&arg| self.is_followed(arg)).collect();
        for pair in refs.windows(2) {
            self.same(pair[0], pair[1]);
        }
        if op.attr("physl.entry").is_some() {
            self.outside = refs.first().copied();
        }
    }

    /// Variables of the module that a Python session sets may hold the arrays that it passes.
    fn outside_variables(&mut self) {
        let Some(outside) = self.outside else { return };
        for node in self.globals.values().copied().collect::<Vec<_>>() {
            if matches!(self.module.ty(Value(node)), Type::Ref(_)) {
                self.join(outside.0, node);
            }
        }
    }

    fn returned(&mut self, op: &Op, function: Option<&Op>) {
        if function.is_some_and(is_exported) {
            self.escape(&op.operands);
        }
    }

    fn call(&mut self, op: &Op) {
        let target = callee(op).and_then(|symbol| self.module.function(symbol));
        let Some(body) = target.and_then(|function| function.regions.first()).filter(|body| !body.blocks.is_empty())
        else {
            self.escape_all(op);
            return;
        };
        self.same_each(&op.operands, &body.blocks[0].args);
        for block in &body.blocks {
            if let Some(last) = block.ops.last().filter(|last| last.name == "func.return") {
                self.same_each(&op.results, &last.operands);
            }
        }
    }

    fn choice(&mut self, op: &Op) {
        for block in op.regions.iter().flat_map(|region| &region.blocks) {
            if let Some(last) = block.ops.last() {
                self.same_each(&op.results, &last.operands);
            }
        }
    }

    fn counted_loop(&mut self, op: &Op) {
        let Some(body) = op.body() else { return };
        let inits = &op.operands[3..];
        self.same_each(inits, &body.args[1..]);
        self.same_each(inits, &op.results);
        if let Some(last) = body.ops.last() {
            self.same_each(inits, &last.operands);
        }
    }

    fn while_loop(&mut self, op: &Op) {
        let [before, after] = op.regions.as_slice() else { return };
        let (Some(before), Some(after)) = (before.blocks.first(), after.blocks.first()) else { return };
        self.same_each(&op.operands, &before.args);
        if let Some(condition) = before.ops.last() {
            self.same_each(&condition.operands[1..], &after.args);
            self.same_each(&condition.operands[1..], &op.results);
        }
        if let Some(last) = after.ops.last() {
            self.same_each(&last.operands, &before.args);
        }
    }

    fn all(&mut self, op: &Op) {
        let refs: Vec<Value> =
            op.operands.iter().chain(&op.results).copied().filter(|&value| self.is_followed(value)).collect();
        for pair in refs.windows(2) {
            self.same(pair[0], pair[1]);
        }
    }

    fn other(&mut self, op: &Op) {
        match op.physl() {
            Some(
                "view" | "view_real" | "view_imag" | "view_bits" | "view_shape" | "view_transpose" | "view_reshape"
                | "view_contiguous" | "view_diagonal" | "retain" | "release",
            ) => self.all(op),
            Some("read" | "slice" | "transpose" | "reshape" | "broadcast_to" | "diagonal") => self.all(op),
            Some(_) if op.row().is_some_and(|row| row.is_on_heap()) => self.on_heap(op),
            Some("global_get") => self.global(op, &op.results),
            Some("global_set") => self.global(op, &op.operands),
            // Other PhySL ops read or write a reference and keep none; results of theirs are fresh.
            Some(_) => {}
            None => self.escape_all(op),
        }
    }

    /// What is stored in an object, or read from it, is held by it.
    fn on_heap(&mut self, op: &Op) {
        let makes = op.row().is_some_and(|row| row.results == ["object"]);
        let Some(&object) = (if makes { op.results.first() } else { op.operands.first() }) else { return };
        let others = op.operands.iter().chain(&op.results).copied().filter(|&value| value != object);
        for value in others.collect::<Vec<_>>() {
            if self.is_followed(value) {
                self.hold(object.0, value.0);
            }
        }
    }

    fn global(&mut self, op: &Op, values: &[Value]) {
        let name = op.attr("name").and_then(Attr::as_str).unwrap_or_default().to_string();
        let followed: Vec<Value> = values.iter().copied().filter(|&value| self.is_followed(value)).collect();
        for value in followed {
            match self.globals.get(&name) {
                Some(&node) => self.join(node, value.0),
                None => {
                    self.globals.insert(name.clone(), value.0);
                }
            }
        }
    }

    /// Blocks that branch to one another: we do not follow references through them.
    fn branches(&mut self, op: &Op) {
        let mut found = Vec::new();
        walk_ops(std::slice::from_ref(op), &mut |inner| {
            found.extend(inner.results.iter().copied());
            found.extend(inner.regions.iter().flat_map(|region| &region.blocks).flat_map(|block| &block.args).copied());
        });
        found.retain(|&value| self.is_followed(value));
        for pair in found.windows(2) {
            self.same(pair[0], pair[1]);
        }
        self.escaped.extend(found);
    }

    fn escape_all(&mut self, op: &Op) {
        self.all(op);
        self.escape(&op.operands);
        self.escape(&op.results);
    }

    fn escape(&mut self, values: &[Value]) {
        let refs: Vec<Value> = values.iter().copied().filter(|&value| self.is_followed(value)).collect();
        self.escaped.extend(refs);
    }

    /// What is held by objects that escape escapes too.
    fn escape_held(&mut self) {
        let mut at = 0;
        let mut seen: BTreeSet<u32> = BTreeSet::new();
        while let Some(&value) = self.escaped.get(at) {
            at += 1;
            let root = self.find(value.0);
            if seen.insert(root)
                && let Some(&held) = self.held.get(&root)
            {
                self.escaped.push(Value(held));
            }
        }
    }
}
