//! How the runtime is told what rows hold.

use super::{Kind, MAX_DEPTH};
use crate::types::{Absent, Num, Ty};

/// How the runtime is told what a value of a type is (`runtime/src/object/shape.rs`).
pub fn shape(ty: &Ty) -> String {
    match ty {
        Ty::Num(num) => number(*num),
        Ty::Mixed(num) => if num.numpy { "M" } else { "m" }.into(),
        Ty::Either(kinds) => format!("{{{}}}", kinds.iter().map(|kind| number(*kind)).collect::<String>()),
        Ty::Str => "s".into(),
        Ty::Exception(objects) => format!("(s{})", "o".repeat(*objects)),
        Ty::Array(_) => "a".into(),
        Ty::File => "i".into(),
        Ty::Heap(_) | Ty::Cell(_) | Ty::Iterable(..) => "o".into(),
        // Leaves whose meaning the runtime is never asked for: see `is_shown`.
        Ty::Range(_) => "(iii)".into(),
        Ty::OneOf(options) => format!("(i{})", options.iter().map(shape).collect::<String>()),
        Ty::Record(fields) => format!("({})", fields.iter().map(|(_, ty)| shape(ty)).collect::<String>()),
        Ty::Callable(_, items) | Ty::Named(_, items) | Ty::Tuple(items) => {
            format!("({})", items.iter().map(shape).collect::<String>())
        }
        Ty::List(items) => format!("({})", items.iter().map(shape).collect::<String>()),
        Ty::Option(Absent::None | Absent::Unbound, inner) => format!("?{}", shape(inner)),
        Ty::Unknown | Ty::Never | Ty::Unbound | Ty::None | Ty::Static(_) => "n".into(),
    }
}

/// Whether the runtime can write and compare values of a type: functions, ranges and the like it does not know.
pub fn is_shown(ty: &Ty) -> bool {
    is_shown_at(ty, 0)
}

fn is_shown_at(ty: &Ty, depth: u32) -> bool {
    if depth > MAX_DEPTH {
        return true;
    }
    match ty {
        Ty::Static(_) | Ty::Callable(..) | Ty::OneOf(_) | Ty::Named(..) => false,
        Ty::Record(_) | Ty::Range(_) | Ty::Cell(_) | Ty::File | Ty::Exception(_) | Ty::Iterable(..) => false,
        Ty::Tuple(items) => items.iter().all(|item| is_shown_at(item, depth)),
        Ty::List(items) => items.iter().all(|item| is_shown_at(item, depth)),
        Ty::Option(_, inner) => is_shown_at(inner, depth),
        Ty::Heap(site) if matches!(site.kind(), Kind::Iterator | Kind::Record) => false,
        Ty::Heap(site) if !matches!(site.kind(), Kind::Class(_)) => {
            site.fields().iter().all(|field| is_shown_at(&field.ty, depth + 1))
        }
        _ => true,
    }
}

/// `b i f c` Python's numbers, `Nx` the NumPy scalar of element type number `x` (a letter, `A` is 0).
pub fn number(num: Num) -> String {
    use phylanx_dialects::DType;
    match (num.numpy, num.dtype) {
        (false, DType::Bool) => "b".into(),
        (false, DType::I64) => "i".into(),
        (false, DType::F64) => "f".into(),
        (false, DType::C128) => "c".into(),
        (_, dtype) => format!("N{}", char::from(b'A' + dtype as u8)),
    }
}
