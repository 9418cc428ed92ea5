//! Shape rules of views, joins, creation and extents.

use super::extent::{Dim, Extents};
use super::infer::{Args, broadcast, elem, tensor};
use super::info::{Form, Info};
use super::language::AttrValue;
use phylanx_dialects::DType;

/// Ops with the rule `Given` whose result follows from operands and attributes.
pub fn given(args: &Args, extents: &mut Extents) -> Option<Info> {
    match args.row.name {
        "copy" => Some(Info::tensor(tensor(args, 0)?.dtype, tensor(args, 0)?.dims.clone())),
        "cumsum" | "cumprod" | "sort" => along(args, tensor(args, 0)?.dtype),
        "roll" => roll(args),
        "argsort" => along(args, DType::I64),
        "transpose" => transpose(args),
        "slice" => slice(args, extents),
        "reshape" => reshape(args, extents),
        "broadcast_to" => broadcast_to(args, extents),
        "diagonal" => diagonal(args, extents),
        "outer" => outer(args, extents),
        "concat" => concat(args, extents),
        "stack" => stack(args, extents),
        "full" => full(args, extents),
        "arange" => Some(Info { may_fail: true, ..Info::tensor(elem(args)?, vec![extents.fresh()]) }),
        "eye" => eye(args, extents),
        "from_elements" => from_elements(args),
        "from_scalar" => from_scalar(args),
        "item" => item(args),
        "dim" => dim(args, extents),
        "size" => size(args, extents),
        _ => None,
    }
}

fn int_attr(args: &Args) -> Option<i64> {
    match args.attrs.first()? {
        AttrValue::Int(value) => Some(*value),
        _ => None,
    }
}

fn ints_attr<'a>(args: &Args<'a>) -> Option<&'a [i64]> {
    match args.attrs.first()? {
        AttrValue::Ints(values) => Some(values),
        _ => None,
    }
}

fn axis_of(axis: i64, rank: usize) -> Option<usize> {
    usize::try_from(axis).ok().filter(|&axis| axis < rank)
}

fn along(args: &Args, dtype: DType) -> Option<Info> {
    let x = tensor(args, 0)?;
    axis_of(int_attr(args)?, x.dims.len())?;
    Some(Info::tensor(dtype, x.dims.clone()))
}

fn roll(args: &Args) -> Option<Info> {
    let x = tensor(args, 0)?;
    let axis = int_attr(args)?;
    (axis == -1000 || axis_of(axis, x.dims.len()).is_some()).then(|| Info::tensor(x.dtype, x.dims.clone()))
}

fn transpose(args: &Args) -> Option<Info> {
    let x = tensor(args, 0)?;
    let perm = ints_attr(args)?;
    let mut sorted = perm.to_vec();
    sorted.sort_unstable();
    let whole = sorted.iter().enumerate().all(|(at, &axis)| at as i64 == axis) && perm.len() == x.dims.len();
    whole.then(|| Info::tensor(x.dtype, perm.iter().map(|&axis| x.dims[axis as usize].clone()).collect()))
}

/// The extent that a scalar stands for, by value or by name.
fn extent_of(scalar: &Info, extents: &mut Extents) -> Option<Dim> {
    if scalar.form != Form::Scalar {
        return None;
    }
    if let Some(dim) = &scalar.extent {
        return Some(extents.normal(dim));
    }
    Some(match scalar.tag {
        Some(tag) => extents.made(("scalar", Vec::new(), vec![i64::from(tag)])),
        None => extents.fresh(),
    })
}

/// Extents from shape operands; a negative number stands for nothing yet.
fn shape_of(pack: &[Info], extents: &mut Extents) -> Option<Vec<Dim>> {
    pack.iter().map(|scalar| extent_of(scalar, extents)).collect()
}

/// Whether an extent given by a scalar is certainly not negative: it was an extent of an array, or a number.
fn certain(scalar: &Info) -> bool {
    match scalar.extent {
        Some(Dim::Known(n)) => n >= 0,
        Some(Dim::Named(_)) => true,
        None => false,
    }
}

fn full(args: &Args, extents: &mut Extents) -> Option<Info> {
    let value = args.operands.first()?;
    let dims = shape_of(args.pack, extents)?;
    let dtype = elem(args)?;
    let fill = value.fill.filter(|fill| fill.dtype == dtype);
    let may_fail = !args.pack.iter().all(certain) || dims.iter().any(|dim| matches!(dim, Dim::Known(n) if *n < 0));
    (value.form == Form::Scalar).then(|| Info { may_fail, ..Info::tensor(dtype, dims) }.with_fill(fill))
}

fn eye(args: &Args, extents: &mut Extents) -> Option<Info> {
    let [rows, columns, _] = args.operands[..] else { return None };
    let may_fail = !(certain(rows) && certain(columns));
    let dims = vec![extent_of(rows, extents)?, extent_of(columns, extents)?];
    Some(Info { may_fail, ..Info::tensor(elem(args)?, dims) })
}

fn from_elements(args: &Args) -> Option<Info> {
    let shape = ints_attr(args)?;
    let dtype = args.pack.first()?.dtype;
    let alike = args.pack.iter().all(|element| element.dtype == dtype && element.form == Form::Scalar);
    let count: i64 = shape.iter().product();
    (alike && count == args.pack.len() as i64)
        .then(|| Info::tensor(dtype, shape.iter().map(|&extent| Dim::Known(extent)).collect()))
}

fn from_scalar(args: &Args) -> Option<Info> {
    let x = args.operands.first()?;
    let facts = Info { finite: x.finite, nonnegative: x.nonnegative, ..Info::tensor(x.dtype, Vec::new()) };
    (x.form == Form::Scalar).then(|| facts.with_fill(x.fill))
}

fn item(args: &Args) -> Option<Info> {
    let x = tensor(args, 0)?;
    let single = x.dims.iter().all(|dim| *dim == Dim::Known(1));
    let facts = Info { may_fail: !single, finite: x.finite, nonnegative: x.nonnegative, ..Info::scalar(x.dtype) };
    Some(facts.with_fill(x.fill))
}

fn dim(args: &Args, extents: &Extents) -> Option<Info> {
    let x = args.operands.first()?;
    let at = axis_of(int_attr(args)?, x.dims.len())?;
    let extent = extents.normal(&x.dims[at]);
    let fill = match extent {
        Dim::Known(n) => Some(super::language::Const::int(n, DType::I64)),
        Dim::Named(_) => None,
    };
    Some(Info { extent: Some(extent), nonnegative: true, ..Info::scalar(DType::I64) }.with_fill(fill))
}

fn size(args: &Args, extents: &mut Extents) -> Option<Info> {
    let x = args.operands.first()?;
    let extent = product(&x.dims, extents);
    let fill = match extent {
        Dim::Known(n) => Some(super::language::Const::int(n, DType::I64)),
        Dim::Named(_) => None,
    };
    Some(Info { extent: Some(extent), nonnegative: true, ..Info::scalar(DType::I64) }.with_fill(fill))
}

fn product(dims: &[Dim], extents: &mut Extents) -> Dim {
    let dims: Vec<Dim> = dims.iter().map(|dim| extents.normal(dim)).filter(|dim| *dim != Dim::Known(1)).collect();
    let known = dims.iter().try_fold(1i64, |all, dim| match dim {
        Dim::Known(n) => all.checked_mul(*n),
        Dim::Named(_) => None,
    });
    match (known, &dims[..]) {
        (Some(n), _) => Dim::Known(n),
        (None, [only]) => only.clone(),
        (None, _) => extents.made(("product", dims, Vec::new())),
    }
}

fn broadcast_to(args: &Args, extents: &mut Extents) -> Option<Info> {
    let x = tensor(args, 0)?;
    let to = shape_of(args.pack, extents)?;
    let (joined, safe) = broadcast(&x.dims, &to, extents)?;
    let exact = joined.len() == to.len();
    let safe = safe && extents.same_all(&joined, &to) && args.pack.iter().all(certain);
    let facts = Info { finite: x.finite, nonnegative: x.nonnegative, may_fail: !safe, ..Info::tensor(x.dtype, to) };
    exact.then(|| facts.with_fill(x.fill))
}

fn reshape(args: &Args, extents: &mut Extents) -> Option<Info> {
    let x = tensor(args, 0)?;
    let mut dims = shape_of(args.pack, extents)?;
    let total = product(&x.dims, extents);
    if let Some(open) = dims.iter().position(|dim| *dim == Dim::Known(-1)) {
        let rest: Vec<Dim> =
            dims.iter().enumerate().filter(|(at, _)| *at != open).map(|(_, dim)| dim.clone()).collect();
        dims[open] = quotient(&total, &rest, extents);
    }
    if dims.iter().any(|dim| matches!(dim, Dim::Known(n) if *n < 0)) {
        return None;
    }
    let count = product(&dims, extents);
    let same = extents.same(&count, &total);
    let open_vector = dims.len() == 1 && args.pack[0].extent == Some(Dim::Known(-1));
    let facts = Info { finite: x.finite, nonnegative: x.nonnegative, ..Info::tensor(x.dtype, dims) };
    Some(Info { may_fail: !(same || open_vector), ..facts.with_fill(x.fill) })
}

fn quotient(total: &Dim, rest: &[Dim], extents: &mut Extents) -> Dim {
    let rest = product(rest, extents);
    match (total, &rest) {
        (total, Dim::Known(1)) => total.clone(),
        (Dim::Known(total), Dim::Known(part)) if *part > 0 && total % part == 0 => Dim::Known(total / part),
        _ => extents.made(("quotient", vec![total.clone(), rest], Vec::new())),
    }
}

fn diagonal(args: &Args, extents: &mut Extents) -> Option<Info> {
    let x = tensor(args, 0)?;
    let [rows, columns, rest @ ..] = &x.dims[..] else { return None };
    let offset = args.operands.get(1)?;
    let main = offset.fill.and_then(super::language::Const::as_i64) == Some(0);
    let dim = match main && extents.same(rows, columns) {
        true => extents.normal(rows),
        false => made_by(("diagonal", vec![rows.clone(), columns.clone()]), &[*offset], extents),
    };
    Some(Info::tensor(x.dtype, [rest, &[dim]].concat()))
}

/// An extent made from extents and scalars; fresh when a scalar has no name.
fn made_by(what: (&'static str, Vec<Dim>), scalars: &[&Info], extents: &mut Extents) -> Dim {
    let mut key = Vec::new();
    for scalar in scalars {
        match (scalar.fill, scalar.tag) {
            (Some(fill), _) => key.extend([0, fill.bits as i64]),
            (None, Some(tag)) => key.extend([1, i64::from(tag)]),
            (None, None) => return extents.fresh(),
        }
    }
    extents.made((what.0, what.1, key))
}

fn outer(args: &Args, extents: &mut Extents) -> Option<Info> {
    let (a, b) = (tensor(args, 0)?, tensor(args, 1)?);
    let dims = vec![product(&a.dims, extents), product(&b.dims, extents)];
    (a.dtype == b.dtype).then(|| Info::tensor(a.dtype, dims))
}

fn concat(args: &Args, extents: &mut Extents) -> Option<Info> {
    let (first, rest) = args.pack.split_first()?;
    let axis = axis_of(int_attr(args)?, first.dims.len())?;
    let mut dims = first.dims.clone();
    let mut safe = true;
    for part in rest {
        if part.dtype != first.dtype || part.dims.len() != dims.len() || part.form != Form::Tensor {
            return None;
        }
        for at in (0..dims.len()).filter(|&at| at != axis) {
            let joined = extents.equal(&dims[at], &part.dims[at])?;
            safe &= joined.safe;
            dims[at] = joined.dim;
        }
    }
    dims[axis] = total(args.pack.iter().map(|part| part.dims[axis].clone()), extents);
    (first.form == Form::Tensor).then(|| Info { may_fail: !safe, ..Info::tensor(first.dtype, dims) })
}

fn total(parts: impl Iterator<Item = Dim>, extents: &mut Extents) -> Dim {
    let parts: Vec<Dim> = parts.map(|dim| extents.normal(&dim)).collect();
    let known = parts.iter().try_fold(0i64, |all, dim| match dim {
        Dim::Known(n) => all.checked_add(*n),
        Dim::Named(_) => None,
    });
    match (known, &parts[..]) {
        (Some(n), _) => Dim::Known(n),
        (None, [only]) => only.clone(),
        (None, _) => extents.made(("total", parts, Vec::new())),
    }
}

fn stack(args: &Args, extents: &mut Extents) -> Option<Info> {
    let (first, rest) = args.pack.split_first()?;
    let axis = usize::try_from(int_attr(args)?).ok().filter(|&axis| axis <= first.dims.len())?;
    let mut dims = first.dims.clone();
    let mut safe = true;
    for part in rest {
        if part.dtype != first.dtype || part.dims.len() != dims.len() || part.form != Form::Tensor {
            return None;
        }
        for (dim, other) in dims.iter_mut().zip(&part.dims) {
            let joined = extents.equal(dim, other)?;
            safe &= joined.safe;
            *dim = joined.dim;
        }
    }
    dims.insert(axis, Dim::Known(args.pack.len() as i64));
    (first.form == Form::Tensor).then(|| Info { may_fail: !safe, ..Info::tensor(first.dtype, dims) })
}

/// Basic indexing; see `slice` in the op table for the form of `spec`.
fn slice(args: &Args, extents: &mut Extents) -> Option<Info> {
    let x = tensor(args, 0)?;
    let AttrValue::Text(spec) = args.attrs.first()? else { return None };
    let items: Vec<&str> = if spec.is_empty() { Vec::new() } else { spec.split(',').collect() };
    let used = items.iter().filter(|item| !matches!(**item, "n" | "e")).count();
    let hidden = x.dims.len().checked_sub(used)?;
    let mut walk = SliceWalk { x, operands: args.pack.iter(), at: 0, dims: Vec::new(), safe: true };
    for item in &items {
        walk.item(item, hidden, extents)?;
    }
    let mut dims = walk.dims;
    dims.extend_from_slice(&x.dims[walk.at..]);
    if walk.operands.next().is_some() {
        return None;
    }
    let facts =
        Info { finite: x.finite, nonnegative: x.nonnegative, may_fail: !walk.safe, ..Info::tensor(x.dtype, dims) };
    Some(facts.with_fill(x.fill))
}

struct SliceWalk<'a> {
    x: &'a Info,
    operands: std::slice::Iter<'a, Info>,
    at: usize,
    dims: Vec<Dim>,
    safe: bool,
}

impl SliceWalk<'_> {
    fn item(&mut self, item: &str, hidden: usize, extents: &mut Extents) -> Option<()> {
        match item {
            "n" => self.dims.push(Dim::Known(1)),
            "e" => {
                self.dims.extend_from_slice(&self.x.dims[self.at..self.at + hidden]);
                self.at += hidden;
            }
            "i" => {
                let index = self.operands.next()?;
                self.safe &= in_range(index, &extents.normal(&self.x.dims[self.at]));
                self.at += 1;
            }
            range => self.range(range.strip_prefix(':')?, extents)?,
        }
        Some(())
    }

    fn range(&mut self, parts: &str, extents: &mut Extents) -> Option<()> {
        let whole = extents.normal(self.x.dims.get(self.at)?);
        let bounds: Vec<(char, &Info)> =
            parts.chars().map(|part| self.operands.next().map(|info| (part, info))).collect::<Option<_>>()?;
        let number = |which: char| {
            bounds.iter().find(|(part, _)| *part == which).map(|(_, info)| info.fill.and_then(|fill| fill.as_i64()))
        };
        if number('p') == Some(Some(0)) {
            return None;
        }
        self.safe &= number('p') != Some(None);
        self.at += 1;
        let constant = bounds.iter().all(|(_, info)| info.fill.is_some());
        let dim = match whole {
            _ if bounds.is_empty() => whole,
            Dim::Known(n) if constant => {
                Dim::Known(range_length(n, number('s').flatten(), number('t').flatten(), number('p').flatten()))
            }
            _ => {
                let kind = SLICE_KINDS.iter().find(|kind| kind[1..] == *parts)?;
                let scalars: Vec<&Info> = bounds.iter().map(|(_, info)| *info).collect();
                made_by((kind, vec![whole]), &scalars, extents)
            }
        };
        self.dims.push(dim);
        Some(())
    }
}

const SLICE_KINDS: [&str; 8] = [":", ":s", ":t", ":p", ":st", ":sp", ":tp", ":stp"];

fn in_range(index: &Info, extent: &Dim) -> bool {
    match (index.fill.and_then(|fill| fill.as_i64()), extent) {
        (Some(index), Dim::Known(n)) => -n <= index && index < *n,
        _ => false,
    }
}

/// Number of elements of Python's `start:stop:step` on a dimension of `n`.
pub fn range_length(n: i64, start: Option<i64>, stop: Option<i64>, step: Option<i64>) -> i64 {
    let step = i128::from(step.unwrap_or(1));
    let n = i128::from(n);
    let (low, high) = if step > 0 { (0, n) } else { (-1, n - 1) };
    let place = |bound: Option<i64>, default: i128| {
        bound.map_or(default, |at| {
            let at = i128::from(at);
            (if at < 0 { at + n } else { at }).clamp(low, high)
        })
    };
    let (start, stop) = match step > 0 {
        true => (place(start, 0), place(stop, n)),
        false => (place(start, n - 1), place(stop, -1)),
    };
    let length = if step > 0 { (stop - start + step - 1) / step } else { (start - stop - step - 1) / -step };
    i64::try_from(length.max(0)).unwrap_or(i64::MAX)
}
