//! Operands as memrefs: their types, loads and stores, and the view of one whose elements lie side by side.

use super::scalar::machine_type;
use phylanx_dialects::DType;
use phylanx_dialects::ir::{Attr, Builder, Op, TensorType, Type, Value};

/// The memref of an array, strides known at run time only but for dimension `unit`, whose stride is 1.
pub fn memref_type(array: &TensorType, unit: Option<usize>) -> Type {
    let rank = array.rank();
    let strides: Vec<&str> = (0..rank).map(|dim| if unit == Some(dim) { "1" } else { "?" }).collect();
    let elem = memory_text(array.elem);
    Type::Opaque(format!("memref<{}{elem}, strided<[{}], offset: ?>>", "?x".repeat(rank), strides.join(", ")))
}

/// The type of an element in memory: a bool is a byte.
pub fn memory_text(dtype: DType) -> String {
    machine_type(memory_dtype(dtype)).to_string()
}

fn memory_dtype(dtype: DType) -> DType {
    if dtype == DType::Bool { DType::I8 } else { dtype }
}

/// Loads an element.
pub fn load(b: &mut Builder, memref: Value, indices: &[Value], dtype: DType) -> Value {
    let operands: Vec<Value> = [memref].into_iter().chain(indices.iter().copied()).collect();
    let value = b.op("memref.load", &operands, machine_type(memory_dtype(dtype)));
    if dtype != DType::Bool {
        return value;
    }
    let zero = b.constant(Attr::Int(0, Type::Scalar(DType::I8)));
    b.op_with("arith.cmpi", &[value, zero], Type::BOOL, &[("predicate", Attr::int(1))])
}

/// Stores an element.
pub fn store(b: &mut Builder, value: Value, memref: Value, indices: &[Value], dtype: DType) {
    let value = match dtype {
        DType::Bool => b.op("arith.extui", &[value], Type::Scalar(DType::I8)),
        _ => value,
    };
    let operands: Vec<Value> = [value, memref].into_iter().chain(indices.iter().copied()).collect();
    b.effect("memref.store", &operands, &[]);
}

/// Base, offset, sizes and strides of a memref.
pub struct Metadata {
    base: Value,
    offset: Value,
    sizes: Vec<Value>,
    pub strides: Vec<Value>,
}

/// Takes a memref apart.
pub fn metadata(b: &mut Builder, memref: Value, array: &TensorType) -> Metadata {
    let base = b.module.value(Type::Opaque(format!("memref<{}>", memory_text(array.elem))));
    let rest: Vec<Value> = (0..=2 * array.rank()).map(|_| b.module.value(Type::Index)).collect();
    let results = [base].into_iter().chain(rest.iter().copied());
    let op = Op::new("memref.extract_strided_metadata", b.loc.clone()).with_operands([memref]).with_results(results);
    b.push(op);
    let (sizes, strides) = rest[1..].split_at(array.rank());
    Metadata { base, offset: rest[0], sizes: sizes.to_vec(), strides: strides.to_vec() }
}

/// The same memref, with stride 1 stated for a dimension.
pub fn with_unit_stride(b: &mut Builder, parts: &Metadata, array: &TensorType, unit: usize) -> Value {
    let rank = array.rank();
    let others = (0..rank).filter(|&dim| dim != unit).map(|dim| parts.strides[dim]);
    let operands: Vec<Value> =
        [parts.base, parts.offset].into_iter().chain(parts.sizes.iter().copied()).chain(others).collect();
    let strides = (0..rank).map(|dim| if dim == unit { 1 } else { i64::MIN }).collect();
    let segments = format!("array<i32: 1, 1, {rank}, {}>", rank - 1);
    let attrs = [
        ("operandSegmentSizes", Attr::Opaque(segments)),
        ("static_offsets", Attr::I64s(vec![i64::MIN])),
        ("static_sizes", Attr::I64s(vec![i64::MIN; rank])),
        ("static_strides", Attr::I64s(strides)),
    ];
    b.op_with("memref.reinterpret_cast", &operands, memref_type(array, Some(unit)), &attrs)
}
