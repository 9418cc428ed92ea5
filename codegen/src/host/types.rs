//! Conversion of types: handles become `i64`, unsigned scalars their signless twins.

use phylanx_abi::DType;
use phylanx_dialects::ir::{Attr, Module, Type, Value, walk_ops_mut};

/// Converts the types of all values and functions; gives the types of values as they were.
pub fn convert(module: &mut Module) -> Vec<Type> {
    let mut before = Vec::with_capacity(module.value_count());
    for at in 0..module.value_count() {
        let value = Value(at as u32);
        let ty = module.ty(value).clone();
        module.set_ty(value, converted(&ty));
        before.push(ty);
    }
    walk_ops_mut(&mut module.ops, &mut |op| {
        for attr in op.attrs.values_mut() {
            if let Attr::Type(ty) = attr {
                *ty = converted(ty);
            }
        }
    });
    before
}

/// What a type is in native code.
pub fn converted(ty: &Type) -> Type {
    match ty {
        ty if ty.is_handle() => Type::I64,
        Type::Scalar(dtype) => Type::Scalar(signless(*dtype)),
        Type::Function(inputs, outputs) => {
            Type::Function(inputs.iter().map(converted).collect(), outputs.iter().map(converted).collect())
        }
        other => other.clone(),
    }
}

/// The signless integer type of the same width; other types as they are.
pub fn signless(dtype: DType) -> DType {
    match dtype {
        DType::U8 => DType::I8,
        DType::U16 => DType::I16,
        DType::U32 => DType::I32,
        DType::U64 => DType::I64,
        other => other,
    }
}
