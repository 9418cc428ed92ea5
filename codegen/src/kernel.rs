//! Entries of task bodies: a function with the runtime's `KernelFn` signature that unpacks descriptors and bounds.
//!
//! Before: `func.func private @t(%in: memref<..>, %out: memref<..>, %lo0: index, %hi0: index)`.
//! After: also `func.func @t.kernel(%args: !llvm.ptr, %lo: !llvm.ptr, %hi: !llvm.ptr)`, which calls it.

use crate::CodegenError;
use crate::names::PREFIX;
use phylanx_dialects::ir::{Attr, Builder, Module, Op, Type, Value, function};

/// Suffix of the symbol of an entry.
pub const SUFFIX: &str = ".kernel";

/// Suffix of the loops for operands whose elements do not lie side by side, as the tile pass names them.
pub const STRIDED: &str = ".strided";

/// Whether a function of this name is called from another part of the program than its own.
pub fn is_shared(name: &str) -> bool {
    is_entry(name) || has_suffix(name, STRIDED)
}

/// Whether a function of this name is the entry of a task.
pub fn is_entry(name: &str) -> bool {
    has_suffix(name, SUFFIX)
}

/// A function that the program calls `kernel` has the prefix of all functions and nothing before its name.
fn has_suffix(name: &str, suffix: &str) -> bool {
    name.strip_suffix(suffix).is_some_and(|stem| Some(stem) != PREFIX.strip_suffix('.'))
}

/// Adds an entry for each tiled task body.
///
/// # Errors
/// A task body that is not tiled.
pub fn add_entries(module: &mut Module) -> Result<(), CodegenError> {
    let bodies: Vec<(String, Vec<Type>, Op)> = module
        .functions()
        .filter(|op| is_body(op))
        .map(|op| (op.symbol().unwrap_or_default().to_string(), inputs(op), op.clone()))
        .collect();
    for (symbol, inputs, body) in bodies {
        let entry = entry(module, &symbol, &inputs, &body)?;
        module.ops.push(entry);
    }
    Ok(())
}

/// Whether a function is a task body.
pub fn is_body(op: &Op) -> bool {
    op.name == "func.func" && op.attr("physl.task").is_some()
}

/// Whether a function holds loops of a task and nothing of the host.
pub fn is_loops(op: &Op) -> bool {
    is_body(op) || op.attr("physl.strided").is_some()
}

fn inputs(op: &Op) -> Vec<Type> {
    match op.attr("function_type").and_then(Attr::as_type) {
        Some(Type::Function(inputs, _)) => inputs.clone(),
        _ => Vec::new(),
    }
}

fn entry(module: &mut Module, symbol: &str, inputs: &[Type], body: &Op) -> Result<Op, CodegenError> {
    let args: Vec<Value> = (0..3).map(|_| module.value(Type::Ptr)).collect();
    let mut b = Builder::new(module, body.loc.clone());
    let mut operands = Vec::new();
    let mut bounds = 0;
    for (at, ty) in inputs.iter().enumerate() {
        if *ty == Type::Index {
            operands.push(bound(&mut b, args[1 + bounds % 2], bounds / 2));
            bounds += 1;
        } else {
            operands.push(descriptor(&mut b, args[0], at, ty)?);
        }
    }
    b.effect("func.call", &operands, &[("callee", Attr::Symbol(symbol.to_string()))]);
    b.effect("func.return", &[], &[]);
    let ops = b.ops;
    Ok(function(module, &format!("{symbol}{SUFFIX}"), args, Vec::new(), ops, body.loc.clone()))
}

fn bound(b: &mut Builder, from: Value, at: usize) -> Value {
    let place = offset(b, from, 8 * at);
    let value = b.op("llvm.load", &[place], Type::I64);
    b.op("arith.index_cast", &[value], Type::Index)
}

/// The memref at a descriptor: the descriptor is loaded whole and cast, and MLIR's lowering of memrefs makes the cast vanish.
fn descriptor(b: &mut Builder, args: Value, at: usize, ty: &Type) -> Result<Value, CodegenError> {
    let rank = memref_rank(ty)
        .ok_or_else(|| CodegenError::internal("kernel", format!("a task body takes {ty}, which is no memref")))?;
    let slot = offset(b, args, 8 * at);
    let pointer = b.op("llvm.load", &[slot], Type::Ptr);
    let layout = match rank {
        0 => "!llvm.struct<(ptr, ptr, i64)>".to_string(),
        rank => format!("!llvm.struct<(ptr, ptr, i64, array<{rank} x i64>, array<{rank} x i64>)>"),
    };
    let loaded = b.op("llvm.load", &[pointer], Type::Opaque(layout));
    Ok(b.op("builtin.unrealized_conversion_cast", &[loaded], ty.clone()))
}

/// Address `bytes` past a pointer.
pub fn offset(b: &mut Builder, pointer: Value, bytes: usize) -> Value {
    if bytes == 0 {
        return pointer;
    }
    b.op_with(
        "llvm.getelementptr",
        &[pointer],
        Type::Ptr,
        &[
            ("rawConstantIndices", Attr::Opaque(format!("array<i32: {bytes}>"))),
            ("elem_type", Attr::Type(Type::Scalar(phylanx_abi::DType::I8))),
        ],
    )
}

/// Rank of a memref type, read from its text.
fn memref_rank(ty: &Type) -> Option<usize> {
    let Type::Opaque(text) = ty else { return None };
    let shape = text.strip_prefix("memref<")?.split([',', '>']).next()?;
    let shape = shape.split("complex").next()?;
    Some(shape.matches('x').count())
}
