//! The IR in memory: an owned tree that mirrors MLIR's generic form and knows nothing of any op.
//!
//! A [`Module`] holds ops; an [`Op`] holds regions; a [`Region`] holds blocks; a [`Block`] holds ops. Values are numbers into the module's
//! table of types, so subtrees can be moved, cloned and rebuilt without lifetimes.

mod attr;
mod build;
mod types;
mod walk;

pub use attr::Attr;
pub use build::{Builder, constant_i64, function};
pub use types::{TensorType, Type, dtype_from_mlir, dtype_to_mlir};
pub use walk::{clone_ops, defined_in, substitute, uses, walk_ops, walk_ops_mut};

use std::collections::BTreeMap;
use std::sync::Arc;

/// An SSA value: an index into its module's table of types.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct Value(pub u32);

/// A place in a source file; lines and columns count from one.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct Loc {
    /// The file as the user named it; `None` when the place is unknown.
    pub file: Option<Arc<str>>,
    pub line: u32,
    pub column: u32,
    /// Line and column behind its last character; zeros when unknown.
    pub end: (u32, u32),
    /// The function that the place is in, when the op has been inlined into another one, and where that was called.
    pub inlined: Option<Arc<Inlined>>,
}

/// A function whose body stands at a call of it.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Inlined {
    /// The name as Python has it.
    pub function: Arc<str>,
    pub call: Loc,
}

impl Loc {
    /// A place in a file.
    pub fn new(file: Arc<str>, line: u32, column: u32) -> Loc {
        Loc { file: Some(file), line, column, ..Loc::default() }
    }

    /// This place up to a line and column.
    pub fn to(self, line: u32, column: u32) -> Loc {
        Loc { end: (line, column), ..self }
    }

    /// This place in a function, which has been inlined at a call. Code that is in no file of the user's stands where the
    /// user calls it.
    pub fn inlined_at(&self, function: &Arc<str>, call: &Loc) -> Loc {
        if self.file.is_none() {
            return call.clone();
        }
        let inlined = match &self.inlined {
            None => Inlined { function: function.clone(), call: call.clone() },
            Some(inner) => Inlined { function: inner.function.clone(), call: inner.call.inlined_at(function, call) },
        };
        Loc { inlined: Some(Arc::new(inlined)), ..self.clone() }
    }
}

/// The name that Python has for the function of a symbol: `f` for `f.1` and for `f.try.0`, `<module>` for `m.__main__`.
pub fn python_name(symbol: &str) -> &str {
    let symbol = symbol.strip_prefix("py.").unwrap_or(symbol);
    let symbol = symbol.split_once(".try.").map_or(symbol, |(owner, _)| owner);
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let symbol = symbol.rsplit_once('.').filter(|(_, last)| is_number(last)).map_or(symbol, |(base, _)| base);
    match symbol.rsplit('.').next().unwrap_or(symbol) {
        "__main__" => "<module>",
        "lambda" => "<lambda>",
        name => name,
    }
}

/// One operation.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Op {
    /// Full name such as `physl.add` or `scf.if`.
    pub name: String,
    pub operands: Vec<Value>,
    pub results: Vec<Value>,
    pub attrs: BTreeMap<String, Attr>,
    pub regions: Vec<Region>,
    /// Indices of successor blocks in the enclosing region (terminators of `cf` and `llvm`).
    pub successors: Vec<usize>,
    pub loc: Loc,
}

/// A list of blocks; the first is the entry.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Region {
    pub blocks: Vec<Block>,
}

/// Arguments and a straight line of ops, the last a terminator (except in a module).
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Block {
    pub args: Vec<Value>,
    pub ops: Vec<Op>,
}

/// A whole program: functions and other symbols.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Module {
    pub attrs: BTreeMap<String, Attr>,
    pub ops: Vec<Op>,
    types: Vec<Type>,
}

impl Module {
    /// A module without ops.
    pub fn new() -> Module {
        Module::default()
    }

    /// A module with other ops and the same values, for ops that are taken from this one.
    pub fn of_ops(&self, ops: Vec<Op>) -> Module {
        Module { attrs: self.attrs.clone(), ops, types: self.types.clone() }
    }

    /// A new value of a type; it belongs to nothing until an op or a block names it.
    pub fn value(&mut self, ty: Type) -> Value {
        self.types.push(ty);
        Value(u32::try_from(self.types.len() - 1).expect("fewer than 2^32 values"))
    }

    /// The type of a value.
    pub fn ty(&self, value: Value) -> &Type {
        &self.types[value.0 as usize]
    }

    /// Changes the type of a value, for passes that convert types.
    pub fn set_ty(&mut self, value: Value, ty: Type) {
        self.types[value.0 as usize] = ty;
    }

    /// Number of values made so far; every value is below it.
    pub fn value_count(&self) -> usize {
        self.types.len()
    }

    /// The functions (`func.func`) in order.
    pub fn functions(&self) -> impl Iterator<Item = &Op> {
        self.ops.iter().filter(|op| op.name == "func.func")
    }

    /// The function with a symbol name.
    pub fn function(&self, symbol: &str) -> Option<&Op> {
        self.functions().find(|op| op.symbol() == Some(symbol))
    }

    /// The function with a symbol name, to change it.
    pub fn function_mut(&mut self, symbol: &str) -> Option<&mut Op> {
        self.ops.iter_mut().find(|op| op.name == "func.func" && op.symbol() == Some(symbol))
    }
}

impl Op {
    /// An op with a name and a place, and nothing else.
    pub fn new(name: impl Into<String>, loc: Loc) -> Op {
        Op { name: name.into(), loc, ..Op::default() }
    }

    /// Adds operands.
    pub fn with_operands(mut self, operands: impl IntoIterator<Item = Value>) -> Op {
        self.operands.extend(operands);
        self
    }

    /// Adds results.
    pub fn with_results(mut self, results: impl IntoIterator<Item = Value>) -> Op {
        self.results.extend(results);
        self
    }

    /// Sets an attribute.
    pub fn with_attr(mut self, name: &str, attr: Attr) -> Op {
        self.attrs.insert(name.to_string(), attr);
        self
    }

    /// Adds a region.
    pub fn with_region(mut self, region: Region) -> Op {
        self.regions.push(region);
        self
    }

    /// The only result.
    ///
    /// # Panics
    /// When the op has none: an error of the compiler, caught at the pass boundary.
    pub fn result(&self) -> Value {
        self.results[0]
    }

    /// An attribute.
    pub fn attr(&self, name: &str) -> Option<&Attr> {
        self.attrs.get(name)
    }

    /// The name that `sym_name` gives this op.
    pub fn symbol(&self) -> Option<&str> {
        self.attr("sym_name").and_then(Attr::as_str)
    }

    /// The PhySL name without its prefix, if this is a PhySL op.
    pub fn physl(&self) -> Option<&str> {
        self.name.strip_prefix("physl.")
    }

    /// The row of the op table, if this is a PhySL op.
    pub fn row(&self) -> Option<&'static crate::ops::OpRow> {
        self.physl().and_then(crate::ops::find)
    }

    /// The entry block of the first region, if there is one.
    pub fn body(&self) -> Option<&Block> {
        self.regions.first().and_then(|region| region.blocks.first())
    }

    /// The entry block of the first region, to change it.
    pub fn body_mut(&mut self) -> Option<&mut Block> {
        self.regions.first_mut().and_then(|region| region.blocks.first_mut())
    }
}

impl Region {
    /// A region of one block.
    pub fn of(block: Block) -> Region {
        Region { blocks: vec![block] }
    }
}
