//! No-op views and casts, scalars that travel through tensors, and extents that are known.

use super::Fold;
use crate::effects::Defs;
use phylanx_dialects::ir::{Attr, Module, Op, TensorType, Type, Value};
use phylanx_dialects::ops::{Class, Rule};

/// What an array op becomes, if it can be simplified.
pub(super) fn fold(op: &Op, defs: &Defs, module: &Module) -> Option<Fold> {
    match op.physl()? {
        "item" => through(op, "physl.from_scalar", defs, module),
        "from_scalar" => through(op, "physl.item", defs, module),
        "copy" => same(op, module),
        "cast" => cast(op, module),
        "slice" | "view" if selects_all(op) => same(op, module),
        "transpose" | "view_transpose" => transpose(op, defs, module),
        "reshape" => reshape(op, defs),
        "dim" => dim(op, defs, module),
        "size" => size(op, module),
        _ => None,
    }
}

/// The operand, if it has the type of the result.
fn same(op: &Op, module: &Module) -> Option<Fold> {
    let fits = module.ty(op.operands[0]) == module.ty(op.result());
    fits.then(|| Fold::Values(vec![op.operands[0]]))
}

/// `outer(inner(x))` is `x`, for ops that undo one another; the types tell whether nothing was lost on the way.
fn through(op: &Op, inner: &str, defs: &Defs, module: &Module) -> Option<Fold> {
    let source = defs.get(&op.operands[0]).filter(|source| source.name == inner)?.operands[0];
    (module.ty(source) == module.ty(op.result())).then(|| Fold::Values(vec![source]))
}

/// A cast that changes nothing; one that only forgets or states extents is a view of everything.
fn cast(op: &Op, module: &Module) -> Option<Fold> {
    let (from, to) = (module.ty(op.operands[0]).array()?, module.ty(op.result()).array()?);
    if from == to {
        return same(op, module);
    }
    let view = || Op { name: "physl.slice".into(), ..op.clone() }.with_attr("spec", Attr::str("e"));
    (from.elem == to.elem).then(|| Fold::Op(view()))
}

fn selects_all(op: &Op) -> bool {
    op.attr("spec").and_then(Attr::as_str).is_some_and(|spec| spec.split(',').all(|item| item == ":" || item == "e"))
}

fn transpose(op: &Op, defs: &Defs, module: &Module) -> Option<Fold> {
    let perm = op.attr("perm")?.as_i64s()?;
    if perm.iter().enumerate().all(|(at, &axis)| axis == at as i64) {
        return same(op, module);
    }
    let inner = defs.get(&op.operands[0]).filter(|inner| inner.name == op.name)?;
    let first = inner.attr("perm")?.as_i64s()?;
    let both: Option<Vec<i64>> = perm.iter().map(|&axis| first.get(usize::try_from(axis).ok()?).copied()).collect();
    let next = Op { operands: inner.operands.clone(), ..op.clone() };
    Some(Fold::Op(next.with_attr("perm", Attr::I64s(both?))))
}

/// Only the last of several shapes matters; the inner reshape stays if it may fail, but no longer feeds this one.
fn reshape(op: &Op, defs: &Defs) -> Option<Fold> {
    let inner = defs.get(&op.operands[0]).filter(|inner| inner.name == op.name)?;
    let mut next = op.clone();
    next.operands[0] = inner.operands[0];
    Some(Fold::Op(next))
}

fn size(op: &Op, module: &Module) -> Option<Fold> {
    let dims: Option<Vec<i64>> = module.ty(op.operands[0]).array()?.dims.iter().copied().collect();
    let size = dims?.into_iter().try_fold(1i64, i64::checked_mul)?;
    Some(Fold::Constant(Attr::int(size)))
}

fn dim(op: &Op, defs: &Defs, module: &Module) -> Option<Fold> {
    let array = module.ty(op.operands[0]).array()?;
    let axis = usize::try_from(op.attr("axis")?.as_int()?).ok()?;
    if let Some(Some(extent)) = array.dims.get(axis) {
        return Some(Fold::Constant(Attr::int(*extent)));
    }
    let source = defs.get(&op.operands[0])?;
    let (array, axis) = match source.physl()? {
        "full" | "rand" | "randn" => return extent_operand(source, axis, module),
        "read" | "new" | "copy" | "cast" => (source.operands[0], axis),
        "transpose" | "view_transpose" => {
            (source.operands[0], usize::try_from(*source.attr("perm")?.as_i64s()?.get(axis)?).ok()?)
        }
        _ => (shaping_operand(source, array, module)?, axis),
    };
    let mut next = op.clone();
    next.operands[0] = array;
    Some(Fold::Op(next.with_attr("axis", Attr::int(axis as i64))))
}

/// The extent that a creation op was given.
fn extent_operand(source: &Op, axis: usize, module: &Module) -> Option<Fold> {
    let skip = usize::from(source.name == "physl.full");
    let value = *source.operands.get(skip + axis)?;
    (*module.ty(value) == Type::I64).then(|| Fold::Values(vec![value]))
}

/// The operand of a map that alone gives the result its shape: all others have rank 0.
fn shaping_operand(source: &Op, out: &TensorType, module: &Module) -> Option<Value> {
    let row = source.row().filter(|row| row.class == Class::Map && row.rule != Rule::Given)?;
    debug_assert!(!row.operands.is_empty());
    let mut shaped = source.operands.iter().filter(|&&value| module.ty(value).array().is_none_or(|t| t.rank() > 0));
    let first = *shaped.next()?;
    let alone = shaped.next().is_none();
    (alone && module.ty(first).array()?.rank() == out.rank()).then_some(first)
}
