//! Arrays with elements put in, taken out, or added around: `np.insert`, `np.delete`, `np.pad`.

use super::{join, tools};
use crate::ast::BinOp;
use crate::lower::call::{Args, Row};
use crate::lower::{Item, Lowerer, Res};
use crate::source::Span;
use crate::types::Num;
use crate::value::{Array, Repr, Scalar, Val};
use phylanx_dialects::DType;
use phylanx_dialects::ir::{Attr, TensorType, Type};

pub static ROWS: &[Row] = &[
    Row { name: "numpy.insert", params: "arr, obj, values, axis=None", build: insert },
    Row { name: "numpy.delete", params: "arr, obj, axis=None", build: delete },
    Row { name: "numpy.pad", params: "array, pad_width, mode='constant', constant_values=0", build: pad },
];

/// The array and the axis that are meant: the flattened one without an axis.
fn along<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>, at: usize) -> Res<(Array, usize)> {
    let array = tools::at_least_1d(lo, args, 0)?;
    match tools::axis(lo, args, at, array.ty.rank())? {
        Some(axis) => Ok((array, axis)),
        None => Ok((tools::raveled(lo, &array), 0)),
    }
}

/// A position counted from the front; an IndexError unless it is below `size + beyond`.
fn position(lo: &mut Lowerer, at: &Scalar, size: &Scalar, beyond: i64, axis: usize, span: Span) -> Res<Scalar> {
    let tail = format!(" is out of bounds for axis {axis} with size ");
    if let (Some(known), Some(extent)) = (tools::known(at), tools::known(size)) {
        if known < -extent || known >= extent + beyond {
            return lo.fail(span, format!("index {known}{tail}{extent}"), "use a position inside the array");
        }
        return Ok(Scalar::int(if known < 0 { known + extent } else { known }));
    }
    let (value, extent, zero) = (lo.scalar_value(at), lo.scalar_value(size), lo.int(0));
    let least = lo.op("arith.subi", &[zero, extent], Type::I64);
    let more = lo.int(beyond);
    let end = lo.op("arith.addi", &[extent, more], Type::I64);
    let (low, high) = (lo.compare_ints("slt", value, least), lo.compare_ints("sge", value, end));
    let outside = lo.op("arith.ori", &[low, high], Type::BOOL);
    let mut text = Ok(Repr::Const("".into()));
    lo.when(outside, |lo| {
        text = (|| {
            let parts = vec![
                Repr::Const("index ".into()),
                lo.str_of(&Val::scalar(Num::INT, value), span)?,
                Repr::Const(tail.as_str().into()),
                lo.str_of(&Val::scalar(Num::INT, extent), span)?,
            ];
            Ok(lo.concat(parts))
        })();
        if let Ok(text) = &text {
            let text = lo.text_value(text);
            lo.effect("physl.raise", &[text], &[("kind", Attr::str("IndexError"))]);
        }
    });
    text?;
    let negative = lo.compare_ints("slt", value, zero);
    let moved = lo.op("arith.addi", &[value, extent], Type::I64);
    Ok(Scalar::of(Num::INT, lo.op("arith.select", &[negative, moved, value], Type::I64)))
}

/// A position given as one integer.
fn one_position(val: &Val) -> bool {
    match val {
        Val::Scalar(scalar) => scalar.num.is_int(),
        Val::Array(array) => array.ty.rank() == 0 && !crate::types::is_float(array.ty.elem),
        _ => false,
    }
}

/// New elements before one position. The values get the array's rank by leading axes, the first of which goes to the place of `axis`.
fn insert<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let (span, place) = (args.span, args.val(1));
    if !one_position(&place) {
        let help = "insert at one position at a time, or join slices with `np.concatenate`";
        return lo.fail(args.span_of(1), "np.insert() needs one integer position here", help);
    }
    let (array, axis) = along(lo, args, 3)?;
    let size = lo.extent(&array, axis);
    let place = lo.int_of(&place, args.span_of(1))?;
    let place = position(lo, &place, &size, 1, axis, args.span_of(1))?;
    let values = tools::array(lo, args, 2)?;
    let mut values = tools::cast(lo, &values, array.ty.elem);
    if values.ty.rank() > array.ty.rank() {
        return lo.fail(args.span_of(2), "the values have more dimensions than the array", "use `np.concatenate`");
    }
    while values.ty.rank() < array.ty.rank() {
        values = tools::expanded(lo, &values, 0, span)?;
    }
    let mut perm: Vec<usize> = (1..array.ty.rank()).collect();
    perm.insert(axis, 0);
    let values = tools::transposed(lo, &values, &perm);
    let mut shape = tools::extents(lo, &array);
    shape[axis] = lo.extent(&values, axis);
    let mut operands = vec![lo.tensor(&values)];
    operands.extend(tools::values(lo, &shape));
    let ty = TensorType { elem: array.ty.elem, dims: tools::dims(&shape) };
    let values = tools::library(lo, "broadcast_to", &operands, ty, &[]);
    let before = tools::along(lo, &array, axis, slice_to(None, Some(place.clone())), span)?;
    let after = tools::along(lo, &array, axis, slice_to(Some(place), None), span)?;
    Ok(Val::Array(join::joined(lo, &[before, values, after], axis, span)?))
}

fn slice_to(start: Option<Scalar>, stop: Option<Scalar>) -> Item {
    Item::Slice { start, stop, step: None }
}

fn delete<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let (array, axis) = along(lo, args, 2)?;
    let span = args.span;
    let size = lo.extent(&array, axis);
    let place = args.val(1);
    if one_position(&place) {
        let place = lo.int_of(&place, args.span_of(1))?;
        let place = position(lo, &place, &size, 0, axis, args.span_of(1))?;
        let next = lo.int_plus(&place, &Scalar::int(1));
        let before = tools::along(lo, &array, axis, slice_to(None, Some(place)), span)?;
        let after = tools::along(lo, &array, axis, slice_to(Some(next), None), span)?;
        return Ok(Val::Array(join::joined(lo, &[before, after], axis, span)?));
    }
    let empty = match &place {
        Val::Tuple(items) | Val::List(items) => items.is_empty(),
        Val::Heap(site, _) => site.part(0) == crate::types::Ty::Never,
        _ => false,
    };
    let places = match (&place, empty) {
        (_, true) => tools::full(lo, &Scalar::int(0), DType::I64, &[Scalar::int(0)]),
        (Val::Tuple(_) | Val::List(_) | Val::Heap(..) | Val::Array(_), false) => {
            lo.array_of(&place, args.span_of(1))?
        }
        _ => {
            return lo.fail(
                args.span_of(1),
                "positions are needed here",
                "give an integer, a list or an array of them",
            );
        }
    };
    if places.ty.rank() != 1 || crate::types::is_float(places.ty.elem) {
        return lo.fail(args.span_of(1), "positions must be a vector of integers or booleans", "use `astype(int)`");
    }
    let keep = kept(lo, &places, &size, span)?;
    let mut perm: Vec<usize> = (0..array.ty.rank()).collect();
    perm.remove(axis);
    perm.insert(0, axis);
    let front = tools::transposed(lo, &array, &perm);
    let rest = lo.read_items(&front, &[Item::Mask(keep)], span)?;
    let rest = lo.array_of(&rest, span)?;
    let mut back: Vec<usize> = (1..array.ty.rank()).collect();
    back.insert(axis, 0);
    Ok(Val::Array(tools::transposed(lo, &rest, &back)))
}

/// A mask that is false at the places (a mask, or positions).
fn kept(lo: &mut Lowerer, places: &Array, size: &Scalar, span: Span) -> Res<Array> {
    if places.ty.elem == DType::Bool {
        let given = lo.extent(places, 0);
        let message = "boolean array argument obj to delete must be one dimensional and match the axis length";
        tools::require_equal(lo, &given, size, message, span)?;
        let keep = lo.elementwise("not", &[Val::Array(places.clone())], crate::lower::Mode::Truth, span)?;
        return lo.array_of(&keep, span);
    }
    let yes = Scalar::bool(true);
    let all = tools::full(lo, &yes, DType::Bool, std::slice::from_ref(size));
    let keep = lo.reference(&all);
    let no = tools::full(lo, &Scalar::bool(false), DType::Bool, &[]);
    let places = tools::tensor_as(lo, places, DType::I64);
    lo.effect("physl.put", &[keep.value, no.value, places], &[("axes", Attr::I64s(vec![0]))]);
    Ok(keep)
}

/// Elements added before and after along each axis.
fn pad<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let array = tools::at_least_1d(lo, args, 0)?;
    let mode = lo.text_arg(args, 2)?.unwrap_or("constant".into());
    let widths = widths(lo, args, array.ty.rank())?;
    if &*mode == "constant" {
        return padded_with(lo, args, &array, &widths);
    }
    if !matches!(&*mode, "edge" | "wrap" | "reflect" | "symmetric") {
        let help = "the modes constant, edge, wrap, reflect and symmetric are supported";
        return lo.fail(args.span_of(2), format!("the mode '{mode}' of np.pad() is not supported"), help);
    }
    let tensor = lo.tensor(&array);
    let mut result = tools::library(lo, "copy", &[tensor], array.ty.clone(), &[]);
    for (axis, (before, after)) in widths.iter().enumerate() {
        if tools::known(before) == Some(0) && tools::known(after) == Some(0) {
            continue;
        }
        let index = sources(lo, &result, axis, (before, after), &mode, args.span)?;
        let mut dims = result.ty.dims.clone();
        dims[axis] = index.ty.dims[0];
        let operands = [lo.tensor(&result), lo.tensor(&index)];
        let ty = TensorType { elem: result.ty.elem, dims };
        result = tools::library(lo, "take", &operands, ty, &[("axes", Attr::I64s(vec![axis as i64]))]);
    }
    Ok(Val::Array(result))
}

/// A pair of widths for each axis, from one number, one pair, or a pair for each axis.
fn widths<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>, rank: usize) -> Res<Vec<(Scalar, Scalar)>> {
    let span = args.span_of(1);
    let pair = |lo: &mut Lowerer<'a>, val: &Val| -> Res<(Scalar, Scalar)> {
        match val {
            Val::Tuple(items) | Val::List(items) => match &items[..] {
                [both] => Ok((width(lo, both, span)?, width(lo, both, span)?)),
                [before, after] => Ok((width(lo, before, span)?, width(lo, after, span)?)),
                _ => lo.fail(span, "a pad width has at most two numbers for each axis", "write (before, after)"),
            },
            one => Ok((width(lo, one, span)?, width(lo, one, span)?)),
        }
    };
    match args.val(1) {
        Val::Tuple(items) | Val::List(items)
            if items.iter().all(|item| matches!(item, Val::Tuple(_) | Val::List(_))) =>
        {
            let all: Vec<_> = items.iter().map(|item| pair(lo, item)).collect::<Res<_>>()?;
            match (all.len(), rank) {
                (1, _) => Ok(vec![all[0].clone(); rank]),
                (count, rank) if count == rank => Ok(all),
                _ => lo.fail(span, "there must be a pair of pad widths for each axis", "write one pair for each axis"),
            }
        }
        Val::Array(_) => lo.fail(span, "pad widths in an array are not supported", "write a tuple of numbers"),
        other => Ok(vec![pair(lo, &other)?; rank]),
    }
}

fn width(lo: &mut Lowerer, val: &Val, span: Span) -> Res<Scalar> {
    let width = lo.int_of(val, span)?;
    match tools::known(&width) {
        Some(known) if known < 0 => lo.fail(span, "index can't contain negative values", "use widths of at least 0"),
        Some(_) => Ok(width),
        None => {
            let (value, zero) = (lo.scalar_value(&width), lo.int(0));
            let negative = lo.compare_ints("slt", value, zero);
            lo.raise_when(negative, "ValueError", "index can't contain negative values");
            Ok(width)
        }
    }
}

fn padded_with<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>, array: &Array, widths: &[(Scalar, Scalar)]) -> Res<Val> {
    let value = match args.get(3).cloned() {
        None => Scalar::int(0),
        Some(Val::Tuple(_) | Val::List(_)) => {
            let help = "pad in two steps, with one value each";
            return lo.fail(args.span_of(3), "several constant values are not supported", help);
        }
        Some(val) => lo.scalar_of(&val, args.span_of(3))?,
    };
    let (mut shape, mut items) = (Vec::new(), Vec::new());
    for (axis, (before, after)) in widths.iter().enumerate() {
        let extent = lo.extent(array, axis);
        let end = lo.int_plus(before, &extent);
        shape.push(lo.int_plus(&end, after));
        items.push(tools::between(before.clone(), end));
    }
    let result = tools::full(lo, &value, array.ty.elem, &shape);
    let result = lo.reference(&result);
    let inner = tools::part(lo, &result, &items, args.span)?;
    let tensor = lo.tensor(array);
    lo.effect("physl.write", &[inner.value, tensor], &[]);
    Ok(Val::Array(result))
}

/// For each place of the padded axis, the place of the array that it repeats.
fn sources(
    lo: &mut Lowerer,
    array: &Array,
    axis: usize,
    (before, after): (&Scalar, &Scalar),
    mode: &str,
    span: Span,
) -> Res<Array> {
    let extent = lo.extent(array, axis);
    let more = lo.int_plus(before, after);
    let count = lo.int_plus(&more, &extent);
    if tools::known(&extent).is_none_or(|extent| extent == 0) {
        let (value, zero) = (lo.scalar_value(&extent), lo.int(0));
        let empty = lo.compare_ints("eq", value, zero);
        let message = format!("can't extend empty axis {axis} using modes other than 'constant' or 'empty'");
        lo.raise_when(empty, "ValueError", &message);
    }
    let places = Val::Array(tools::arange(lo, &count));
    let places = tools::binary(lo, BinOp::Sub, &places, &Val::Scalar(before.clone()), span)?;
    let last = lo.int_plus(&extent, &Scalar::int(-1));
    let found = match mode {
        "edge" => {
            let low = tools::map(lo, "maximum", &[places, Val::int(0)], span)?;
            tools::map(lo, "minimum", &[low, Val::Scalar(last)], span)?
        }
        "wrap" => tools::binary(lo, BinOp::Mod, &places, &Val::Scalar(extent), span)?,
        _ => {
            // There and back again: `reflect` says the ends once, `symmetric` twice.
            let turn = if mode == "reflect" { last.clone() } else { extent };
            let turn = tools::int_extreme(lo, "maxsi", &turn, &Scalar::int(1));
            let period = lo.int_times(&turn, &Scalar::int(2));
            let there = tools::binary(lo, BinOp::Mod, &places, &Val::Scalar(period.clone()), span)?;
            let top = if mode == "reflect" { period } else { lo.int_plus(&period, &Scalar::int(-1)) };
            let back = tools::binary(lo, BinOp::Sub, &Val::Scalar(top), &there, span)?;
            let nearer = tools::map(lo, "minimum", &[there, back], span)?;
            tools::map(lo, "minimum", &[nearer, Val::Scalar(last)], span)?
        }
    };
    lo.array_of(&found, span)
}
