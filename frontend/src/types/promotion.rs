//! How element types combine (NEP 50).

use phylanx_dialects::DType;
use phylanx_dialects::dtype::{complex_of, is_complex, real_of};

/// An operand's part in NEP 50: Python scalars are weak, everything else is strong.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Strength {
    Weak(DType),
    Strong(DType),
}

/// The common element type of operands.
pub fn promote(operands: &[Strength]) -> DType {
    let mut strong = None;
    let mut weak = DType::Bool;
    for operand in operands {
        match *operand {
            Strength::Strong(dtype) => strong = Some(strong.map_or(dtype, |old| promote_pair(old, dtype))),
            Strength::Weak(dtype) => weak = promote_pair(weak, dtype),
        }
    }
    let Some(strong) = strong else { return weak };
    match (weak, strong) {
        (DType::Bool, _) => strong,
        (DType::I64, DType::Bool) => DType::I64,
        (DType::I64, _) => strong,
        (weak, strong) if is_complex(weak) => complex_of(strong),
        (_, strong) if is_float(strong) => strong,
        _ => DType::F64,
    }
}

/// `np.promote_types` on the element types of this language.
pub fn promote_pair(a: DType, b: DType) -> DType {
    if a == b {
        return a;
    }
    match (a, b) {
        (DType::Bool, other) | (other, DType::Bool) => other,
        (complex, other) | (other, complex) if is_complex(complex) => {
            let part = promote_pair(real_of(complex), real_of(other));
            complex_of(part)
        }
        (DType::F64, _) | (_, DType::F64) => DType::F64,
        (DType::F32, int) | (int, DType::F32) => {
            if int.size() <= 2 {
                DType::F32
            } else {
                DType::F64
            }
        }
        _ => promote_ints(a, b),
    }
}

fn promote_ints(a: DType, b: DType) -> DType {
    if is_unsigned(a) == is_unsigned(b) {
        return if a.size() >= b.size() { a } else { b };
    }
    let (signed, unsigned) = if is_unsigned(a) { (b, a) } else { (a, b) };
    if signed.size() > unsigned.size() {
        return signed;
    }
    match unsigned.size() {
        1 => DType::I16,
        2 => DType::I32,
        4 => DType::I64,
        _ => DType::F64,
    }
}

/// Whether elements are floats or complex numbers.
pub fn is_float(dtype: DType) -> bool {
    matches!(dtype, DType::F32 | DType::F64 | DType::C64 | DType::C128)
}

pub fn is_unsigned(dtype: DType) -> bool {
    matches!(dtype, DType::U8 | DType::U16 | DType::U32 | DType::U64)
}

/// The element type that float functions (`np.sqrt`, `/`, `mean`) compute in.
pub fn float_of(dtype: DType) -> DType {
    match dtype {
        float if is_float(float) => float,
        _ => DType::F64,
    }
}

/// Smallest and largest value of an integer element type (within 64 signed bits).
pub fn int_range(dtype: DType) -> Option<(i64, i64)> {
    Some(match dtype {
        DType::I8 => (i64::from(i8::MIN), i64::from(i8::MAX)),
        DType::I16 => (i64::from(i16::MIN), i64::from(i16::MAX)),
        DType::I32 => (i64::from(i32::MIN), i64::from(i32::MAX)),
        DType::I64 => (i64::MIN, i64::MAX),
        DType::U8 => (0, i64::from(u8::MAX)),
        DType::U16 => (0, i64::from(u16::MAX)),
        DType::U32 => (0, i64::from(u32::MAX)),
        DType::U64 => (0, i64::MAX),
        _ => return None,
    })
}
