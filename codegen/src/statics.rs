//! Static data of the program: texts, places and task descriptions, each once. The tree declares them as external
//! globals; their contents are filled in when the module is LLVM IR.

use phylanx_dialects::ir::{Attr, Loc, Op, python_name};
use std::collections::HashMap;
use std::sync::Arc;

/// One static object.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Datum {
    /// Bytes; a NUL follows them.
    Text(Vec<u8>),
    I64s(Vec<i64>),
    /// `phylanx_abi::Site`.
    Site(Place),
    /// Array of `phylanx_abi::OperandDesc`: element type and rank each.
    Operands(Vec<(u32, u32)>),
    /// `phylanx_abi::TaskDesc`.
    Task(Box<Task>),
    /// Array of `phylanx_abi::library::PortDesc`.
    Ports(Vec<Port>),
    /// `phylanx_abi::library::ExportDesc`.
    Export(Box<Export>),
    /// `phylanx_abi::TryDesc`.
    Attempt(Box<Attempt>),
}

/// Contents of a `phylanx_abi::Site`, other objects by symbol.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Place {
    pub file: String,
    pub line: u32,
    pub column: u32,
    pub end: (u32, u32),
    pub function: String,
    /// The site of the call, where the function has been inlined.
    pub caller: Option<String>,
}

/// Contents of a `phylanx_abi::TryDesc`, other objects by symbol.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Attempt {
    pub body: String,
    pub id: String,
    pub handlers: String,
    pub site: Place,
}

/// Contents of a `phylanx_abi::library::PortDesc`, other objects by symbol.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Port {
    pub name: String,
    pub dtype: u32,
    pub rank: i32,
    pub extents: Option<String>,
}

/// Contents of a `phylanx_abi::library::ExportDesc`, other objects by symbol.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Export {
    /// The C function that uses the description.
    pub symbol: String,
    pub entry: String,
    pub module: String,
    pub report: String,
    pub name: String,
    pub site: Place,
    pub params: String,
    pub results: String,
    /// Of parameters and of results.
    pub counts: (u32, u32),
}

/// Contents of a `phylanx_abi::TaskDesc`, other objects by symbol.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Task {
    pub kernel: String,
    pub name: String,
    pub site: Place,
    pub rank: u32,
    pub input_count: u32,
    pub inputs: String,
    pub output: (u32, u32),
    pub fold: u32,
    pub reduced: u32,
    pub keepdims: u32,
    pub layout: u32,
    pub flops: u32,
    pub steps: String,
}

impl Datum {
    /// The LLVM type, as MLIR spells it.
    fn mlir_type(&self) -> String {
        match self {
            Datum::Text(bytes) => format!("!llvm.array<{} x i8>", bytes.len() + 1),
            Datum::I64s(values) => format!("!llvm.array<{} x i64>", values.len()),
            Datum::Site(_) => "!llvm.struct<(ptr, i32, i32, i32, i32, ptr, ptr)>".into(),
            Datum::Operands(operands) => format!("!llvm.array<{} x struct<(i32, i32)>>", operands.len()),
            Datum::Task(_) => concat!(
                "!llvm.struct<(ptr, ptr, struct<(ptr, i32, i32, i32, i32, ptr, ptr)>, i32, i32, ptr, struct<(i32, i32)>, ",
                "i32, i32, i32, i32, i32, ptr)>"
            )
            .into(),
            Datum::Ports(ports) => format!("!llvm.array<{} x struct<(ptr, i32, i32, ptr)>>", ports.len()),
            Datum::Attempt(_) => "!llvm.struct<(ptr, ptr, ptr, struct<(ptr, i32, i32, i32, i32, ptr, ptr)>)>".into(),
            Datum::Export(_) => {
                "!llvm.struct<(ptr, ptr, ptr, ptr, struct<(ptr, i32, i32, i32, i32, ptr, ptr)>, ptr, ptr, i32, i32)>".into()
            }
        }
    }

    fn stem(&self) -> &'static str {
        match self {
            Datum::Text(_) => "text",
            Datum::I64s(_) => "list",
            Datum::Site(_) => "site",
            Datum::Operands(_) => "operands",
            Datum::Task(_) => "task",
            Datum::Ports(_) => "ports",
            Datum::Export(_) => "export",
            Datum::Attempt(_) => "try",
        }
    }
}

/// All static objects, in order of their first use.
pub struct Statics {
    /// The function that is compiled, as Python calls it.
    function: Arc<str>,
    symbols: HashMap<Datum, String>,
    data: Vec<(String, Datum)>,
    calls: Vec<Call>,
}

/// A call that tells the runtime where it stands when an exception leaves it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Call {
    pub symbol: String,
    pub callee: String,
    /// Symbol of the site.
    pub site: String,
}

impl Default for Statics {
    fn default() -> Statics {
        Statics { function: "<module>".into(), symbols: HashMap::new(), data: Vec::new(), calls: Vec::new() }
    }
}

impl Statics {
    /// Places that are asked for from now on are in the function of a symbol.
    pub fn enter(&mut self, symbol: &str) {
        self.function = python_name(symbol).into();
    }

    /// The symbol of an object.
    pub fn symbol(&mut self, datum: Datum) -> String {
        if let Some(known) = self.symbols.get(&datum) {
            return known.clone();
        }
        let symbol = format!("phx.{}.{}", datum.stem(), self.data.len());
        self.symbols.insert(datum.clone(), symbol.clone());
        self.data.push((symbol.clone(), datum));
        symbol
    }

    /// The symbol of a text.
    pub fn text(&mut self, text: &str) -> String {
        self.symbol(Datum::Text(text.as_bytes().to_vec()))
    }

    /// The contents of a site.
    pub fn place(&mut self, loc: &Loc) -> Place {
        let file = self.text(loc.file.as_deref().unwrap_or("<unknown>"));
        let (function, caller) = match &loc.inlined {
            Some(inlined) => (inlined.function.clone(), Some(self.site(&inlined.call))),
            None => (self.function.clone(), None),
        };
        Place { file, line: loc.line, column: loc.column, end: loc.end, function: self.text(&function), caller }
    }

    /// The symbol of a site.
    pub fn site(&mut self, loc: &Loc) -> String {
        let place = self.place(loc);
        self.symbol(Datum::Site(place))
    }

    /// The symbol to call instead of a function of the program.
    pub fn call(&mut self, callee: &str, loc: &Loc) -> String {
        let site = self.site(loc);
        if let Some(known) = self.calls.iter().find(|call| call.callee == callee && call.site == site) {
            return known.symbol.clone();
        }
        let symbol = format!("{callee}.at.{}", self.calls.len());
        self.calls.push(Call { symbol: symbol.clone(), callee: callee.to_string(), site });
        symbol
    }

    /// The calls that need bodies.
    pub fn calls(&self) -> &[Call] {
        &self.calls
    }

    /// Symbols and contents.
    pub fn data(&self) -> &[(String, Datum)] {
        &self.data
    }

    /// The C functions that code outside calls.
    pub fn exports(&self) -> Vec<String> {
        let symbol = |datum: &Datum| match datum {
            Datum::Export(export) => Some(export.symbol.clone()),
            _ => None,
        };
        self.data.iter().filter_map(|(_, datum)| symbol(datum)).collect()
    }

    /// Declarations for the tree.
    pub fn declarations(&self) -> impl Iterator<Item = Op> + '_ {
        self.data.iter().map(|(symbol, datum)| declaration(symbol, datum))
    }
}

fn declaration(symbol: &str, datum: &Datum) -> Op {
    Op::new("llvm.mlir.global", Loc::default())
        .with_attr("sym_name", Attr::str(symbol))
        .with_attr("global_type", Attr::Opaque(datum.mlir_type()))
        .with_attr("linkage", Attr::Opaque("#llvm.linkage<external>".into()))
        .with_attr("constant", Attr::Unit)
        .with_attr("addr_space", Attr::Opaque("0 : i32".into()))
        .with_region(phylanx_dialects::ir::Region::default())
}
