//! Arrays with elements put in, taken out, or added around: `np.insert`, `np.delete`, `np.pad`.

use super::{join, tools};
use crate::lower::call::{Args, Row};
use crate::lower::{Item, Lowerer, Res};
use crate::source::Span;
use crate::types::Num;
use crate::value::{Array, Repr, Scalar, Val};
use phylanx_dialects::DType;
use phylanx_dialects::ir::{Attr, Type};

pub static ROWS: &[Row] = &[Row { name: "numpy.delete", params: "arr, obj, axis=None", build: delete }];

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
