//! Result facts of an op of the table from the facts of its children: the shape rules over named extents.

use super::extent::{Dim, Extents};
use super::info::{Data, Form, Info};
use super::language::{AttrValue, Hidden, fixed_operands, has_pack, hidden};
use super::{infer_fold as folds, infer_view as views};
use phylanx_dialects::DType;
use phylanx_dialects::dtype::{complex_of, real_of};
use phylanx_dialects::ir::Type;
use phylanx_dialects::ops::{Effect, OpRow, Rule};

/// Children of an op, split by kind.
pub struct Args<'a> {
    pub row: &'static OpRow,
    pub operands: Vec<&'a Info>,
    pub pack: &'a [Info],
    pub attrs: Vec<&'a AttrValue>,
}

/// Facts of the result; `None` when the op is ill typed or fails in every run.
pub fn infer(row: &'static OpRow, children: &[&Data], extents: &mut Extents) -> Option<Info> {
    let args = split(row, children)?;
    let mut info = result(&args, extents)?;
    let inputs_may_fail = args.operands.iter().copied().chain(args.pack).any(|info| info.may_fail);
    info.may_fail |= inputs_may_fail;
    Some(super::facts::refine(&args, info))
}

fn split<'a>(row: &'static OpRow, children: &[&'a Data]) -> Option<Args<'a>> {
    let fixed = fixed_operands(row);
    let mut operands = Vec::with_capacity(fixed);
    for child in children.get(..fixed)? {
        let Data::Value(info) = child else { return None };
        operands.push(info);
    }
    let mut at = fixed;
    let mut pack: &[Info] = &[];
    if has_pack(row) {
        let Data::Pack(infos) = children.get(at)? else { return None };
        pack = infos;
        at += 1;
    }
    let mut attrs = Vec::new();
    for child in &children[at..] {
        let Data::Attr(value) = child else { return None };
        attrs.push(&**value);
    }
    let carried = usize::from(hidden(row) != Hidden::Nothing);
    (attrs.len() == row.attrs.len() + carried).then_some(Args { row, operands, pack, attrs })
}

fn result(args: &Args, extents: &mut Extents) -> Option<Info> {
    let declared_failing = args.row.effect == Effect::MayFail;
    match args.row.rule {
        Rule::Broadcast => map(args, args.operands.first()?.dtype, extents),
        Rule::Compare => map(args, DType::Bool, extents),
        Rule::Real => map(args, real_of(args.operands.first()?.dtype), extents),
        Rule::Complex => map(args, complex_of(args.operands.first()?.dtype), extents),
        Rule::Select => select(args, extents),
        Rule::Cast => Some(Info::tensor(elem(args)?, tensor(args, 0)?.dims.clone())),
        Rule::Fold => folds::fold(args, extents),
        Rule::ArgFold => folds::arg_fold(args, extents),
        Rule::Matmul => folds::matmul(args, extents),
        Rule::Given if hidden(args.row) == Hidden::Whole => {
            let AttrValue::Type(text) = args.attrs.last()? else { return None };
            let mut info = Info::of_type(&Type::parse(text), extents);
            info.may_fail = declared_failing;
            Some(info)
        }
        Rule::Given => views::given(args, extents),
    }
}

/// An operand that must be a tensor.
pub fn tensor<'a>(args: &Args<'a>, at: usize) -> Option<&'a Info> {
    let info = *args.operands.get(at)?;
    (info.form == Form::Tensor).then_some(info)
}

/// The element type that a node carries.
pub fn elem(args: &Args) -> Option<DType> {
    match args.attrs.last()? {
        AttrValue::Elem(dtype) => Some(*dtype),
        _ => None,
    }
}

fn map(args: &Args, dtype: DType, extents: &mut Extents) -> Option<Info> {
    let common = args.operands[0].dtype;
    if args.operands.iter().any(|info| info.dtype != common) {
        return None;
    }
    let (dims, safe) = broadcast_all(args, extents)?;
    Some(Info { may_fail: !safe, ..Info::tensor(dtype, dims) })
}

fn select(args: &Args, extents: &mut Extents) -> Option<Info> {
    let [condition, x, y] = args.operands[..] else { return None };
    if condition.dtype != DType::Bool || x.dtype != y.dtype {
        return None;
    }
    let (dims, safe) = broadcast_all(args, extents)?;
    Some(Info { may_fail: !safe, ..Info::tensor(y.dtype, dims) })
}

fn broadcast_all(args: &Args, extents: &Extents) -> Option<(Vec<Dim>, bool)> {
    let mut dims = tensor(args, 0)?.dims.clone();
    let mut safe = true;
    for at in 1..args.operands.len() {
        let (joined, fine) = broadcast(&dims, &tensor(args, at)?.dims, extents)?;
        dims = joined;
        safe &= fine;
    }
    Some((dims, safe))
}

/// The broadcast of two shapes and whether it cannot fail.
pub fn broadcast(a: &[Dim], b: &[Dim], extents: &Extents) -> Option<(Vec<Dim>, bool)> {
    let rank = a.len().max(b.len());
    let mut safe = true;
    let mut dims = Vec::with_capacity(rank);
    for at in 0..rank {
        let pick = |shape: &[Dim]| (at + shape.len()).checked_sub(rank).and_then(|at| shape.get(at).cloned());
        let one = Dim::Known(1);
        let joined = extents.broadcast(&pick(a).unwrap_or(one.clone()), &pick(b).unwrap_or(one))?;
        safe &= joined.safe;
        dims.push(joined.dim);
    }
    Some((dims, safe))
}
