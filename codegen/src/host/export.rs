//! Exported functions: for each a C function, an entry that the runtime calls, and a description of both.
//!
//! Before: `func.func @py.f(%a: !physl.ref<tensor<?xf64>>, %n: i64) -> f64 attributes {physl.export = "f", ...}`.
//! After: also `@py.f.entry(%args: !llvm.ptr, %results: !llvm.ptr)`, which unpacks values, calls and packs the result, and
//! `@f(%a: !llvm.ptr, %n: i64, %result: !llvm.ptr) -> i32`, which packs its parameters and calls `phx_call_export`.

use super::{program, types, value};
use crate::CodegenError;
use crate::kernel::offset;
use crate::names::PREFIX;
use crate::statics::{Datum, Statics};
use phylanx_abi::{DType, Tag};
use phylanx_dialects::ir::{Attr, Block, Builder, Loc, Module, Op, Type, Value, function};
use std::collections::BTreeMap;

/// The runtime's way into an exported function.
const CALL: &str = "phx_call_export";
/// Where the text of an error goes.
const REPORT: &str = "phylanx_set_last_error";
/// Bytes of a `phylanx_abi::Value`, and where its payload begins.
const VALUE: usize = 16;
const PAYLOAD: usize = 8;

/// A function that code outside calls.
pub struct Export {
    function: String,
    symbol: String,
    loc: Loc,
    params: Vec<Port>,
    results: Vec<Port>,
}

/// A parameter or a result.
struct Port {
    name: String,
    ty: Type,
    dtype: DType,
    /// Extents of an array, -1 for those that are free.
    extents: Option<Vec<i64>>,
}

/// The exported functions of a module whose types are not converted yet.
///
/// # Errors
/// A parameter or result that code outside cannot have.
pub fn exports(module: &Module) -> Result<Vec<Export>, CodegenError> {
    module.functions().filter(|op| op.attr("physl.export").is_some()).map(export).collect()
}

fn export(op: &Op) -> Result<Export, CodegenError> {
    let symbol = op.attr("physl.export").and_then(Attr::as_str).unwrap_or_default().to_string();
    let Some(Type::Function(inputs, outputs)) = op.attr("function_type").and_then(Attr::as_type) else {
        return Err(CodegenError::internal("host", format!("the exported function {symbol} has no type")));
    };
    Ok(Export {
        function: op.symbol().unwrap_or_default().to_string(),
        loc: op.loc.clone(),
        params: ports(op, "physl.params", inputs, &symbol)?,
        results: ports(op, "physl.results", outputs, &symbol)?,
        symbol,
    })
}

fn ports(op: &Op, names: &str, tys: &[Type], symbol: &str) -> Result<Vec<Port>, CodegenError> {
    let names: Vec<&str> = match op.attr(names) {
        Some(Attr::Array(names)) => names.iter().filter_map(Attr::as_str).collect(),
        _ => Vec::new(),
    };
    let port = |(at, ty): (usize, &Type)| {
        let name = names.get(at).map_or_else(|| format!("value_{at}"), |name| (*name).to_string());
        let (dtype, extents) = match ty {
            Type::Scalar(dtype) => (*dtype, None),
            ty => {
                let array = ty.array().ok_or_else(|| {
                    CodegenError::internal("host", format!("the exported function {symbol} has a value of type {ty}"))
                })?;
                (array.elem, Some(array.dims.iter().map(|dim| dim.unwrap_or(-1)).collect()))
            }
        };
        Ok(Port { name, ty: ty.clone(), dtype, extents })
    };
    tys.iter().enumerate().map(port).collect()
}

/// Adds the C functions and the entries; `externals` are the functions of the runtime that are called.
pub fn add(
    module: &mut Module,
    exports: &[Export],
    statics: &mut Statics,
    externals: &mut BTreeMap<String, Type>,
) -> Vec<Op> {
    let mut done = Vec::new();
    if !exports.is_empty() {
        externals.insert(CALL.into(), Type::Function(vec![Type::Ptr; 3], vec![Type::Scalar(DType::I32)]));
    }
    for export in exports {
        done.push(entry_of(module, export));
        let desc = description(export, statics);
        done.push(c_function(module, export, desc));
    }
    done
}

/// `@py.f.entry(%args, %results)`.
fn entry_of(module: &mut Module, export: &Export) -> Op {
    let tys = |ports: &[Port]| -> Vec<Type> { ports.iter().map(|port| port.ty.clone()).collect() };
    let callee = Callee { symbol: &export.function, params: &tys(&export.params), results: &tys(&export.results) };
    entry(module, &entry_symbol(export), &callee, &export.loc)
}

/// A function that an entry calls, with its types before conversion.
pub struct Callee<'c> {
    pub symbol: &'c str,
    pub params: &'c [Type],
    pub results: &'c [Type],
}

/// A function that reads what it passes on from an array of values, and writes the results to another.
pub fn entry(module: &mut Module, symbol: &str, callee: &Callee, loc: &Loc) -> Op {
    let (args, results) = (module.value(Type::Ptr), module.value(Type::Ptr));
    let mut b = Builder::new(module, loc.clone());
    let operands: Vec<Value> = callee.params.iter().enumerate().map(|(at, ty)| load(&mut b, args, at, ty)).collect();
    let outputs: Vec<Value> = callee.results.iter().map(|ty| b.module.value(types::converted(ty))).collect();
    let call = Op::new("func.call", loc.clone()).with_operands(operands).with_results(outputs.iter().copied());
    b.push(call.with_attr("callee", Attr::Symbol(callee.symbol.to_string())));
    for (at, (ty, output)) in callee.results.iter().zip(outputs).enumerate() {
        store(&mut b, results, at, ty, output);
    }
    b.effect("func.return", &[], &[]);
    let ops = b.ops;
    function(module, symbol, vec![args, results], Vec::new(), ops, loc.clone())
}

fn entry_symbol(export: &Export) -> String {
    format!("{}.entry", export.function)
}

/// The payload of a value, as a function takes it: a narrower scalar lies in the low bytes, which come first.
pub fn load(b: &mut Builder, from: Value, at: usize, ty: &Type) -> Value {
    let place = offset(b, from, at * VALUE + PAYLOAD);
    if *ty == Type::BOOL {
        let bits = b.op("llvm.load", &[place], Type::I64);
        return b.op("arith.trunci", &[bits], Type::BOOL);
    }
    b.op("llvm.load", &[place], types::converted(ty))
}

fn store(b: &mut Builder, into: Value, at: usize, ty: &Type, value: Value) {
    let tag = value::tag(ty).unwrap_or(Tag::None);
    let head = b.int(value::head(tag, 0));
    let place = offset(b, into, at * VALUE);
    b.effect("llvm.store", &[head, place], &[]);
    let bits = if *ty == Type::BOOL { b.op("arith.extui", &[value], Type::I64) } else { value };
    let place = offset(b, into, at * VALUE + PAYLOAD);
    b.effect("llvm.store", &[bits, place], &[]);
}

/// `@f(parameters, places of results) -> i32`.
fn c_function(module: &mut Module, export: &Export, desc: String) -> Op {
    let mut tys: Vec<Type> = export.params.iter().map(c_type).collect();
    tys.resize(export.params.len() + export.results.len(), Type::Ptr);
    let args: Vec<Value> = tys.iter().map(|ty| module.value(ty.clone())).collect();
    let mut b = Builder::new(module, export.loc.clone());
    let values = slots(&mut b, "!llvm.struct<(i64, i64)>", export.params.len());
    for (at, (port, &arg)) in export.params.iter().zip(&args).enumerate() {
        let head = b.int(value::head(value::tag(&port.ty).unwrap_or(Tag::None), 0));
        let place = offset(&mut b, values, at * VALUE);
        b.effect("llvm.store", &[head, place], &[]);
        let bits = if port.ty == Type::BOOL { b.op("arith.extui", &[arg], Type::I64) } else { arg };
        let place = offset(&mut b, values, at * VALUE + PAYLOAD);
        b.effect("llvm.store", &[bits, place], &[]);
    }
    let outs = slots(&mut b, "!llvm.ptr", export.results.len());
    for (at, &arg) in args[export.params.len()..].iter().enumerate() {
        let place = offset(&mut b, outs, at * 8);
        b.effect("llvm.store", &[arg, place], &[]);
    }
    let desc = b.op_with("llvm.mlir.addressof", &[], Type::Ptr, &[("global_name", Attr::Symbol(desc))]);
    let i32_type = Type::Scalar(DType::I32);
    let callee = [("callee", Attr::Symbol(CALL.into()))];
    let code = b.op_with("func.call", &[desc, values, outs], i32_type.clone(), &callee);
    b.effect("func.return", &[code], &[]);
    let ops = b.ops;
    function(module, &export.symbol, args, vec![i32_type], ops, export.loc.clone())
}

/// Arrays go by address, a `bool` of C is a byte.
fn c_type(port: &Port) -> Type {
    match &port.ty {
        Type::Scalar(DType::Bool) => Type::Scalar(DType::I8),
        Type::Scalar(_) => types::converted(&port.ty),
        _ => Type::Ptr,
    }
}

fn slots(b: &mut Builder, elem: &str, count: usize) -> Value {
    let count = b.int(count as i64);
    b.op_with("llvm.alloca", &[count], Type::Ptr, &[("elem_type", Attr::Opaque(elem.into()))])
}

fn description(export: &Export, statics: &mut Statics) -> String {
    let python = export.function.strip_prefix(PREFIX).unwrap_or(&export.function);
    let name = statics.text(python.split('.').next().unwrap_or(python));
    let site = statics.place(&export.loc);
    let (params, results) = (port_list(&export.params, statics), port_list(&export.results, statics));
    statics.symbol(Datum::Export(Box::new(crate::statics::Export {
        symbol: export.symbol.clone(),
        entry: entry_symbol(export),
        module: program::TOP_LEVEL.into(),
        report: REPORT.into(),
        name,
        site,
        params,
        results,
        counts: (export.params.len() as u32, export.results.len() as u32),
    })))
}

fn port_list(ports: &[Port], statics: &mut Statics) -> String {
    let mut list = Vec::with_capacity(ports.len());
    for port in ports {
        list.push(crate::statics::Port {
            name: statics.text(&port.name),
            dtype: port.dtype as u32,
            rank: port.extents.as_ref().map_or(-1, |extents| extents.len() as i32),
            extents: port.extents.clone().map(|extents| statics.symbol(Datum::I64s(extents))),
        });
    }
    statics.symbol(Datum::Ports(list))
}

/// An empty top level, for a module that has none.
pub fn empty_top_level(module: &Module) -> Op {
    let body = Block { args: Vec::new(), ops: vec![Op::new("func.return", Loc::default())] };
    function(module, program::TOP_LEVEL, body.args, Vec::new(), body.ops, Loc::default())
}
