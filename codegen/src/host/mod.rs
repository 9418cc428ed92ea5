//! Host functions: PhySL ops become calls of the runtime and checked scalar code.
//!
//! Before: `func`, `scf`, `arith`, `math` and PhySL ops on tensors, references and strings.
//! After: no PhySL op; a handle is an `i64`; what the runtime is called with lies in stack slots.
//! `%n = "physl.str_len"(%s)` -> `llvm.store`s of `%s` into a slot, `call @phx_op_str_len(...)`, `llvm.load` of `%n`.

mod access;
mod attempt;
mod call;
pub mod export;
mod interrupt;
mod item;
mod math;
mod object;
mod program;
mod quiet;
mod raise;
mod scalar;
mod session;
mod task;
mod types;
mod value;

pub use session::{ENTRY as SESSION_ENTRY, TOP_LEVEL as SESSION_TOP_LEVEL};

use crate::statics::Statics;
use crate::{CodegenError, Options, kernel, names};
use access::Known;
use phylanx_abi::DType;
use phylanx_dialects::ir::{Attr, Block, Builder, Loc, Module, Op, Region, Type, Value};
use phylanx_dialects::ops::Class;
use std::collections::{BTreeMap, HashMap, HashSet};

/// Lowers all host functions of a module.
///
/// # Errors
/// An op that should not have reached code generation.
pub fn lower(module: &mut Module, statics: &mut Statics, options: &Options) -> Result<(), CodegenError> {
    let exports = export::exports(module)?;
    let session = session::session(module);
    let tasks = task::descriptions(module)?;
    let quiet = quiet::quiet_functions(module);
    let types = types::convert(module);
    let mut functions = std::mem::take(&mut module.ops);
    if session.is_some() {
        let mut marker = interrupt::Marker { module, types: &types, quiet: &quiet };
        let is_host = |op: &Op| op.name == "func.func" && !kernel::is_loops(op);
        functions = functions.into_iter().map(|op| if is_host(&op) { marker.function(op) } else { op }).collect();
    }
    let loops = functions.iter().filter(|op| kernel::is_loops(op)).filter_map(|op| op.symbol().map(str::to_string));
    let loops = loops.collect();
    let mut lowering = Lowering {
        b: Builder::new(module, Loc::default()),
        types,
        statics,
        options,
        tasks,
        quiet,
        slots: Slots::default(),
        known: Known::default(),
        externals: BTreeMap::new(),
        attempts: BTreeMap::new(),
        loops,
    };
    let mut done = Vec::with_capacity(functions.len());
    for op in functions {
        done.push(if op.name == "func.func" && !kernel::is_loops(&op) { lowering.function(op)? } else { op });
    }
    let mut externals = std::mem::take(&mut lowering.externals);
    let attempts = std::mem::take(&mut lowering.attempts);
    done.extend(attempts.iter().map(|(body, captures)| attempt::entry(module, body, captures)));
    done.extend(export::add(module, &exports, statics, &mut externals));
    module.ops = statics.declarations().collect();
    module.ops.extend(session.is_some().then(interrupt::declaration));
    module.ops.extend(externals.into_iter().map(|(symbol, ty)| external(&symbol, ty)));
    module.ops.append(&mut done);
    match session {
        Some(session) => session::add(module, &session),
        None => program::add_main(module, &exports),
    }
    Ok(())
}

/// Whether a function is how the world comes in.
pub fn is_entry(name: &str) -> bool {
    [program::MAIN, session::ENTRY, session::TOP_LEVEL].contains(&name)
}

/// The state of lowering one module.
struct Lowering<'m> {
    b: Builder<'m>,
    /// Types of values before conversion.
    types: Vec<Type>,
    statics: &'m mut Statics,
    options: &'m Options,
    tasks: HashMap<String, task::Description>,
    /// Functions that never spawn work.
    quiet: HashSet<String>,
    slots: Slots,
    known: Known,
    /// Functions of the runtime that are called, with their types.
    externals: BTreeMap<String, Type>,
    /// Bodies of `try`, with the types of their captures.
    attempts: BTreeMap<String, Vec<Type>>,
    /// Loops of tasks, which raise nothing.
    loops: HashSet<String>,
}

/// The stack slots of the function at hand, shared by all its calls.
#[derive(Default)]
struct Slots {
    args: Option<Value>,
    results: Option<Value>,
    most_args: usize,
    most_results: usize,
}

type Lowered<T> = Result<T, CodegenError>;

impl Lowering<'_> {
    fn function(&mut self, mut op: Op) -> Lowered<Op> {
        self.statics.enter(op.symbol().unwrap_or_default());
        let (args, results) = (self.b.module.value(Type::Ptr), self.b.module.value(Type::Ptr));
        self.slots = Slots { args: Some(args), results: Some(results), most_args: 0, most_results: 0 };
        self.known = Known::default();
        let regions = std::mem::take(&mut op.regions);
        op.regions = regions.into_iter().map(|region| self.region(region)).collect::<Lowered<_>>()?;
        let prologue = self.prologue(args, results);
        if let Some(body) = op.body_mut() {
            body.ops.splice(0..0, prologue);
        }
        Ok(op)
    }

    /// The stack slots that turned out to be needed.
    fn prologue(&mut self, args: Value, results: Value) -> Vec<Op> {
        let outer = std::mem::take(&mut self.b.ops);
        for (slot, count) in [(args, self.slots.most_args), (results, self.slots.most_results)] {
            if count > 0 {
                let count = self.b.int(count as i64);
                let value = Attr::Opaque("!llvm.struct<(i64, i64)>".into());
                let op = Op::new("llvm.alloca", self.b.loc.clone());
                self.b.push(op.with_operands([count]).with_results([slot]).with_attr("elem_type", value));
            }
        }
        std::mem::replace(&mut self.b.ops, outer)
    }

    fn region(&mut self, region: Region) -> Lowered<Region> {
        let blocks = region.blocks.into_iter().map(|block| self.block(block)).collect::<Lowered<_>>()?;
        Ok(Region { blocks })
    }

    fn block(&mut self, block: Block) -> Lowered<Block> {
        let outer = std::mem::take(&mut self.b.ops);
        for op in block.ops {
            self.b.loc = op.loc.clone();
            self.op(op)?;
        }
        let ops = std::mem::replace(&mut self.b.ops, outer);
        Ok(Block { args: block.args, ops })
    }

    fn op(&mut self, op: Op) -> Lowered<()> {
        let Some(row) = op.row() else { return self.foreign(op) };
        if quiet::is_noisy(&op, &self.types, &self.quiet) {
            self.known.forget();
        }
        match (row.class, row.name) {
            (_, "get_item" | "set_item") => self.item(&op),
            (_, "spawn" | "spawn_into") => self.spawn(&op),
            (_, "retain" | "release") => self.ownership(&op),
            (_, "try") => self.attempt(&op),
            (_, "cell_none" | "cell_get" | "cell_set" | "table_len" | "table_at" | "table_get" | "table_set") => {
                self.object(&op)
            }
            (_, "math") => self.math(&op),
            (Class::Scalar, _) => self.scalar(&op),
            (Class::Library | Class::View | Class::Placement, _) => self.library(&op, row),
            _ => Err(self.unexpected(&op, "is none of the host's ops")),
        }
    }

    /// An op of an upstream dialect: kept, its regions lowered.
    fn foreign(&mut self, mut op: Op) -> Lowered<()> {
        if op.name.starts_with("physl.") {
            return Err(self.unexpected(&op, "has no row in the op table"));
        }
        if op.regions.is_empty() {
            if quiet::is_noisy(&op, &self.types, &self.quiet) {
                self.known.forget();
            }
            if op.name == "func.call" {
                self.mark_call(&mut op);
            }
            self.b.push(op);
            return Ok(());
        }
        let noisy = quiet::holds_noise(&op, &self.types, &self.quiet);
        if noisy {
            self.known.forget();
        } else {
            self.acquire_for(&op);
        }
        let outside = self.known.clone();
        let mut regions = Vec::with_capacity(op.regions.len());
        for region in std::mem::take(&mut op.regions) {
            regions.push(self.region(region)?);
            self.known = outside.clone();
        }
        op.regions = regions;
        self.look_in(&mut op);
        self.b.push(op);
        Ok(())
    }

    /// A call of a function of the program goes through one that knows its place (`frames.rs`).
    fn mark_call(&mut self, op: &mut Op) {
        let Some(callee) = op.attr("callee").and_then(Attr::as_symbol) else { return };
        if !callee.starts_with(names::PREFIX) || self.loops.contains(callee) {
            return;
        }
        let symbol = self.statics.call(callee, &op.loc);
        let types = |values: &[Value]| values.iter().map(|&value| self.b.module.ty(value).clone()).collect();
        let ty = Type::Function(types(&op.operands), types(&op.results));
        self.externals.insert(symbol.clone(), ty);
        op.attrs.insert("callee".into(), Attr::Symbol(symbol));
    }

    fn unexpected(&self, op: &Op, why: &str) -> CodegenError {
        let place = match &op.loc.file {
            Some(file) => format!("{file}:{}: ", op.loc.line),
            None => String::new(),
        };
        CodegenError::internal("host", format!("{place}{} {why}", op.name))
    }

    /// The type that a value had before conversion.
    fn was(&self, value: Value) -> Type {
        self.types.get(value.0 as usize).cloned().unwrap_or_else(|| self.b.module.ty(value).clone())
    }

    /// The element type of a scalar value.
    fn dtype(&self, value: Value) -> Option<DType> {
        match self.was(value) {
            Type::Scalar(dtype) => Some(dtype),
            _ => None,
        }
    }

    /// Calls a function of the runtime.
    fn call(&mut self, symbol: &str, operands: &[Value], results: Vec<Value>) {
        let inputs = operands.iter().map(|&value| self.b.module.ty(value).clone()).collect();
        let outputs = results.iter().map(|&value| self.b.module.ty(value).clone()).collect();
        self.externals.insert(symbol.to_string(), Type::Function(inputs, outputs));
        let op = Op::new("func.call", self.b.loc.clone());
        let op = op.with_operands(operands.iter().copied()).with_results(results);
        self.b.push(op.with_attr("callee", Attr::Symbol(symbol.to_string())));
    }

    /// Address of a static object.
    fn address(&mut self, symbol: String) -> Value {
        self.b.op_with("llvm.mlir.addressof", &[], Type::Ptr, &[("global_name", Attr::Symbol(symbol))])
    }

    /// Address of the place at hand.
    fn site(&mut self) -> Value {
        let symbol = self.statics.site(&self.b.loc);
        self.address(symbol)
    }

    /// An `i32` constant.
    fn i32(&mut self, value: i64) -> Value {
        self.b.constant(Attr::Int(value, Type::Scalar(DType::I32)))
    }

    /// `scf.if condition { then }`.
    fn when(&mut self, condition: Value, then: impl FnOnce(&mut Self)) {
        let outer = std::mem::take(&mut self.b.ops);
        then(self);
        self.b.effect("scf.yield", &[], &[]);
        let ops = std::mem::replace(&mut self.b.ops, outer);
        let op = Op::new("scf.if", self.b.loc.clone()).with_operands([condition]);
        self.b.push(op.with_region(Region::of(Block { args: Vec::new(), ops })).with_region(Region::default()));
    }
}

/// A declaration of a function of the runtime.
fn external(symbol: &str, ty: Type) -> Op {
    Op::new("func.func", Loc::default())
        .with_attr("sym_name", Attr::str(symbol))
        .with_attr("sym_visibility", Attr::str("private"))
        .with_attr("function_type", Attr::Type(ty))
        .with_region(Region::default())
}
