//! Folds: sums, extremes, means, positions.

use crate::lower::call::{Args, Row};
use crate::lower::{Lowerer, Res};
use crate::types::{Num, float_of, is_float};
use crate::value::{Array, Scalar, Val};
use phylanx_dialects::DType;
use phylanx_dialects::dtype::{is_complex, real_of};
use phylanx_dialects::ir::{Attr, Type, Value};

const FOLD: &str = "a, axis=, dtype=, out=, keepdims=, initial=, where=";
const TRUTH: &str = "a, axis=, out=, keepdims=, where=";
const MEAN: &str = "a, axis=, dtype=, out=, keepdims=, where=";
const VARIANCE: &str = "a, axis=, dtype=, out=, ddof=, keepdims=, where=, mean=, correction=";
const EXTREME: &str = "a, axis=, out=, keepdims=, initial=, where=";

#[rustfmt::skip]
pub const ROWS: &[Row] = &[
    Row { name: "numpy.sum", params: FOLD, build: sum },
    Row { name: "numpy.prod", params: FOLD, build: sum },
    Row { name: "numpy.max", params: EXTREME, build: extreme },
    Row { name: "numpy.min", params: EXTREME, build: extreme },
    Row { name: "numpy.any", params: TRUTH, build: truth },
    Row { name: "numpy.all", params: TRUTH, build: truth },
    Row { name: "numpy.mean", params: MEAN, build: mean },
    Row { name: "numpy.var", params: VARIANCE, build: variance },
    Row { name: "numpy.std", params: VARIANCE, build: variance },
    Row { name: "numpy.argmax", params: "a, axis=, out=, keepdims=", build: position },
    Row { name: "numpy.argmin", params: "a, axis=, out=, keepdims=", build: position },
    Row { name: "numpy.cumsum", params: "a, axis=, dtype=, out=", build: running },
    Row { name: "numpy.cumprod", params: "a, axis=, dtype=, out=", build: running },
    Row { name: "numpy.count_nonzero", params: "a, axis=, keepdims=", build: count },
    Row { name: "numpy.ptp", params: "a, axis=, out=, keepdims=", build: spread },
    Row { name: "numpy.nansum", params: FOLD, build: nan_sum },
];

/// A fold op over axes.
pub fn fold<'a>(
    lowerer: &mut Lowerer<'a>,
    op: &str,
    tensor: Value,
    axes: &[i64],
    keepdims: bool,
    args: &Args<'a>,
) -> Res<Value> {
    let attrs = [("axes", Attr::I64s(axes.to_vec())), ("keepdims", Attr::Bool(keepdims))];
    lowerer.infer(op, &[tensor], &attrs, args.span)
}

fn sum<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let array = lowerer.array_arg(args, 0)?;
    let axes = lowerer.axes_arg(args, 1, array.ty.rank())?;
    let dtype = lowerer.dtype_arg(args, 2)?.unwrap_or(super::tools::sum_type(array.ty.elem));
    let keepdims = lowerer.flag_arg(args, 4)?;
    let tensor = lowerer.tensor(&array);
    let tensor = lowerer.cast_tensor(tensor, dtype);
    let (op, step, start) = if args.name == "numpy.prod" { ("prod", "mul", 1) } else { ("sum", "add", 0) };
    let tensor = masked(lowerer, args, 6, tensor, Some(&Scalar::int(start)))?;
    let value = fold(lowerer, op, tensor, &axes, keepdims, args)?;
    let value = started(lowerer, args, 5, step, value)?;
    let result = lowerer.fresh_or_scalar(value);
    lowerer.store_out(args, 3, result)
}

fn nan_sum<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let array = lowerer.array_arg(args, 0)?;
    if !is_float(array.ty.elem) {
        return sum(lowerer, args);
    }
    let axes = lowerer.axes_arg(args, 1, array.ty.rank())?;
    let dtype = lowerer.dtype_arg(args, 2)?.unwrap_or(array.ty.elem);
    let keepdims = lowerer.flag_arg(args, 4)?;
    let tensor = lowerer.tensor(&array);
    let is_nan = lowerer.infer("isnan", &[tensor], &[], args.span)?;
    let zero = lowerer.scalar_tensor(&Scalar::float(0.0), array.ty.elem);
    let clean = lowerer.infer("where", &[is_nan, zero, tensor], &[], args.span)?;
    let clean = lowerer.cast_tensor(clean, dtype);
    let clean = masked(lowerer, args, 6, clean, Some(&Scalar::int(0)))?;
    let value = fold(lowerer, "sum", clean, &axes, keepdims, args)?;
    let value = started(lowerer, args, 5, "add", value)?;
    let result = lowerer.fresh_or_scalar(value);
    lowerer.store_out(args, 3, result)
}

fn extreme<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let array = lowerer.array_arg(args, 0)?;
    let axes = lowerer.axes_arg(args, 1, array.ty.rank())?;
    let keepdims = lowerer.flag_arg(args, 3)?;
    let tensor = lowerer.tensor(&array);
    let op = args.name.trim_start_matches("numpy.");
    let initial = initial(lowerer, args, 4)?;
    let tensor = masked(lowerer, args, 5, tensor, initial.as_ref())?;
    let tensor = match &initial {
        Some(start) => behind(lowerer, &array, tensor, start, &axes),
        None => tensor,
    };
    let value = fold(lowerer, op, tensor, &axes, keepdims, args)?;
    let value = started(lowerer, args, 4, if op == "max" { "maximum" } else { "minimum" }, value)?;
    let result = lowerer.fresh_or_scalar(value);
    lowerer.store_out(args, 2, result)
}

/// The elements with `start` behind them along a folded axis, where it is not known that there are any.
fn behind(lowerer: &mut Lowerer, array: &Array, tensor: Value, start: &Scalar, axes: &[i64]) -> Value {
    let ty = lowerer.tensor_type(tensor);
    let empty = |axis: &&i64| ty.dims[**axis as usize].is_none_or(|extent| extent == 0);
    let Some(&axis) = axes.iter().find(empty) else { return tensor };
    if axes.iter().filter(empty).count() > 1 {
        return behind_all(lowerer, tensor, start, axes, array);
    }
    joined_along(lowerer, array, tensor, start, axis)
}

/// As `behind`, where several axes may be empty: each gets a slice more.
fn behind_all(lowerer: &mut Lowerer, tensor: Value, start: &Scalar, axes: &[i64], array: &Array) -> Value {
    let mut wide = tensor;
    for axis in axes {
        let held = Array { ty: lowerer.tensor_type(wide), value: wide, form: crate::value::Form::Tensor };
        wide = joined_along(lowerer, if wide == tensor { array } else { &held }, wide, start, *axis);
    }
    wide
}

fn joined_along(lowerer: &mut Lowerer, array: &Array, tensor: Value, start: &Scalar, axis: i64) -> Value {
    let mut shape = lowerer.shape_scalars(array);
    shape[axis as usize] = Scalar::int(1);
    let mut ty = lowerer.tensor_type(tensor);
    let edge = super::tools::full(lowerer, start, ty.elem, &shape);
    let extent = &mut ty.dims[axis as usize];
    *extent = extent.map(|extent| extent + 1);
    let attrs = [("axis", Attr::int(axis))];
    super::tools::library(lowerer, "concat", &[tensor, edge.value], ty, &attrs).value
}

fn truth<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let array = lowerer.array_arg(args, 0)?;
    let axes = lowerer.axes_arg(args, 1, array.ty.rank())?;
    let keepdims = lowerer.flag_arg(args, 3)?;
    let tensor = lowerer.tensor(&array);
    let tensor = lowerer.truth_tensor(tensor, args.span)?;
    let start = Scalar::bool(args.name == "numpy.all");
    let tensor = masked(lowerer, args, 4, tensor, Some(&start))?;
    let value = fold(lowerer, args.name.trim_start_matches("numpy."), tensor, &axes, keepdims, args)?;
    let result = lowerer.fresh_or_scalar(value);
    lowerer.store_out(args, 2, result)
}

/// The elements where the mask `where=` holds; others count as `start`.
fn masked<'a>(
    lowerer: &mut Lowerer<'a>,
    args: &Args<'a>,
    at: usize,
    tensor: Value,
    start: Option<&Scalar>,
) -> Res<Value> {
    if args.get(at).is_none() {
        return Ok(tensor);
    }
    let Some(start) = start else {
        let message =
            "reduction operation does not have an identity, so to use a where mask one has to specify 'initial'";
        return lowerer.fail(args.span_of(at), message, "pass `initial=`");
    };
    let elem = lowerer.tensor_type(tensor).elem;
    let start = lowerer.scalar_tensor(start, elem);
    let mask = lowerer.tensor_arg(args, at)?;
    let mask = lowerer.truth_tensor(mask, args.span_of(at))?;
    lowerer.infer("where", &[mask, tensor, start], &[], args.span)
}

/// The argument `initial=`.
fn initial<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>, at: usize) -> Res<Option<Scalar>> {
    let Some(val) = args.get(at).cloned() else { return Ok(None) };
    lowerer.scalar_of(&val, args.span_of(at)).map(Some)
}

/// A folded value combined with what `initial=` gives.
fn started<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>, at: usize, step: &str, value: Value) -> Res<Value> {
    let Some(start) = initial(lowerer, args, at)? else { return Ok(value) };
    let elem = lowerer.tensor_type(value).elem;
    let start = lowerer.scalar_tensor(&start, elem);
    lowerer.infer(step, &[start, value], &[], args.span)
}

/// The argument that is the mask `where=`.
fn where_at(args: &Args) -> usize {
    if matches!(args.name, "numpy.var" | "numpy.std") { 6 } else { 5 }
}

/// The mean of the elements where the mask `where=` holds.
fn mean_where<'a>(
    lowerer: &mut Lowerer<'a>,
    array: &Array,
    axes: &[i64],
    keepdims: bool,
    dtype: DType,
    args: &Args<'a>,
) -> Res<Value> {
    let tensor = lowerer.tensor(array);
    let tensor = lowerer.cast_tensor(tensor, dtype);
    let chosen = masked(lowerer, args, where_at(args), tensor, Some(&Scalar::int(0)))?;
    let total = fold(lowerer, "sum", chosen, axes, keepdims, args)?;
    let count = chosen_count(lowerer, array, axes, keepdims, dtype, args)?;
    lowerer.infer("div", &[total, count], &[], args.span)
}

/// How many elements the mask `where=` leaves along axes.
fn chosen_count<'a>(
    lowerer: &mut Lowerer<'a>,
    array: &Array,
    axes: &[i64],
    keepdims: bool,
    dtype: DType,
    args: &Args<'a>,
) -> Res<Value> {
    let at = where_at(args);
    let mask = lowerer.tensor_arg(args, at)?;
    let mask = lowerer.truth_tensor(mask, args.span_of(at))?;
    let shape = lowerer.shape_scalars(array);
    let spread = lowerer.made("broadcast_to", &[mask], &shape, DType::Bool);
    let spread = lowerer.array_of(&spread, args.span)?;
    let ones = lowerer.tensor(&spread);
    let ones = lowerer.cast_tensor(ones, dtype);
    fold(lowerer, "sum", ones, axes, keepdims, args)
}

/// The number of elements that a fold over axes sees.
fn folded_count(lowerer: &mut Lowerer, array: &Array, axes: &[i64]) -> Scalar {
    axes.iter().fold(Scalar::int(1), |count, axis| {
        let extent = lowerer.extent(array, *axis as usize);
        lowerer.int_times(&count, &extent)
    })
}

/// Sum over axes divided by the number of elements.
fn mean_of<'a>(
    lowerer: &mut Lowerer<'a>,
    array: &Array,
    axes: &[i64],
    keepdims: bool,
    dtype: DType,
    args: &Args<'a>,
) -> Res<Value> {
    let tensor = lowerer.tensor(array);
    let tensor = lowerer.cast_tensor(tensor, dtype);
    let total = fold(lowerer, "sum", tensor, axes, keepdims, args)?;
    let count = folded_count(lowerer, array, axes);
    let count = lowerer.scalar_tensor(&count, dtype);
    lowerer.infer("div", &[total, count], &[], args.span)
}

fn mean<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let array = lowerer.array_arg(args, 0)?;
    let axes = lowerer.axes_arg(args, 1, array.ty.rank())?;
    let dtype = lowerer.dtype_arg(args, 2)?.unwrap_or(float_of(array.ty.elem));
    let keepdims = lowerer.flag_arg(args, 4)?;
    let value = match args.get(5) {
        None => mean_of(lowerer, &array, &axes, keepdims, float_of(dtype), args)?,
        Some(_) => mean_where(lowerer, &array, &axes, keepdims, float_of(dtype), args)?,
    };
    let result = lowerer.fresh_or_scalar(value);
    lowerer.store_out(args, 3, result)
}

fn variance<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let array = lowerer.array_arg(args, 0)?;
    let axes = lowerer.axes_arg(args, 1, array.ty.rank())?;
    let dtype = float_of(lowerer.dtype_arg(args, 2)?.unwrap_or(array.ty.elem));
    let ddof = lowerer.float_arg(args, if args.get(8).is_some() { 8 } else { 4 }, 0.0)?;
    let keepdims = lowerer.flag_arg(args, 5)?;
    let masks = args.get(6).is_some();
    let center = match args.get(7) {
        Some(_) => {
            let given = lowerer.tensor_arg(args, 7)?;
            lowerer.cast_tensor(given, dtype)
        }
        None if masks => mean_where(lowerer, &array, &axes, true, dtype, args)?,
        None => mean_of(lowerer, &array, &axes, true, dtype, args)?,
    };
    let tensor = lowerer.tensor(&array);
    let tensor = lowerer.cast_tensor(tensor, dtype);
    let offset = lowerer.infer("sub", &[tensor, center], &[], args.span)?;
    let squared = squared_size(lowerer, offset, dtype, args)?;
    let dtype = real_of(dtype);
    let squared = masked(lowerer, args, 6, squared, Some(&Scalar::int(0)))?;
    let total = fold(lowerer, "sum", squared, &axes, keepdims, args)?;
    let count = match masks {
        true => chosen_count(lowerer, &array, &axes, keepdims, dtype, args)?,
        false => {
            let count = folded_count(lowerer, &array, &axes);
            lowerer.scalar_tensor(&count, dtype)
        }
    };
    let count = without_freedom(lowerer, count, &ddof, dtype, args)?;
    let mut value = lowerer.infer("div", &[total, count], &[], args.span)?;
    if args.name == "numpy.std" {
        value = lowerer.infer("sqrt", &[value], &[], args.span)?;
    }
    let result = lowerer.fresh_or_scalar(value);
    lowerer.store_out(args, 3, result)
}

/// A number of elements less the degrees of freedom, 0 at least.
fn without_freedom<'a>(
    lowerer: &mut Lowerer<'a>,
    count: Value,
    ddof: &Scalar,
    dtype: DType,
    args: &Args<'a>,
) -> Res<Value> {
    if ddof.known().is_some_and(|value| value.as_f64() == 0.0) {
        return Ok(count);
    }
    let ddof = lowerer.scalar_tensor(ddof, dtype);
    let rest = lowerer.infer("sub", &[count, ddof], &[], args.span)?;
    let zero = lowerer.scalar_tensor(&Scalar::int(0), dtype);
    lowerer.infer("maximum", &[rest, zero], &[], args.span)
}

/// The squares of real numbers, or of the sizes of complex ones: those of the parts, added.
fn squared_size<'a>(lowerer: &mut Lowerer<'a>, tensor: Value, dtype: DType, args: &Args<'a>) -> Res<Value> {
    if !is_complex(dtype) {
        return lowerer.infer("square", &[tensor], &[], args.span);
    }
    let mut squares = Vec::new();
    for name in ["real", "imag"] {
        let part = lowerer.infer(name, &[tensor], &[], args.span)?;
        squares.push(lowerer.infer("square", &[part], &[], args.span)?);
    }
    lowerer.infer("add", &squares, &[], args.span)
}

fn position<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let array = lowerer.array_arg(args, 0)?;
    let axis = lowerer.axis_arg(args, 1, array.ty.rank())?.map_or(-1000, |axis| axis as i64);
    let keepdims = lowerer.flag_arg(args, 3)?;
    let tensor = lowerer.tensor(&array);
    let attrs = [("axis", Attr::int(axis)), ("keepdims", Attr::Bool(keepdims))];
    let value = lowerer.infer(args.name.trim_start_matches("numpy."), &[tensor], &attrs, args.span)?;
    let result = lowerer.fresh_or_scalar(value);
    lowerer.store_out(args, 2, result)
}

fn running<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let mut array = lowerer.array_arg(args, 0)?;
    let dtype = lowerer.dtype_arg(args, 2)?.unwrap_or(super::tools::sum_type(array.ty.elem));
    let axis = match lowerer.axis_arg(args, 1, array.ty.rank())? {
        Some(axis) => axis,
        None => {
            array = lowerer.flattened(&array);
            0
        }
    };
    let tensor = lowerer.tensor(&array);
    let tensor = lowerer.cast_tensor(tensor, dtype);
    let ty = Type::Tensor(array.ty.with_elem(dtype));
    let op = format!("physl.{}", args.name.trim_start_matches("numpy."));
    let value = lowerer.op_with(&op, &[tensor], ty, &[("axis", Attr::int(axis as i64))]);
    let result = lowerer.fresh(value);
    lowerer.store_out(args, 3, result)
}

fn count<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let array = lowerer.array_arg(args, 0)?;
    let axes = lowerer.axes_arg(args, 1, array.ty.rank())?;
    let keepdims = lowerer.flag_arg(args, 2)?;
    let tensor = lowerer.tensor(&array);
    let tensor = lowerer.truth_tensor(tensor, args.span)?;
    let ones = lowerer.cast_tensor(tensor, DType::I64);
    let value = fold(lowerer, "sum", ones, &axes, keepdims, args)?;
    let whole = args.get(1).is_none() && !keepdims;
    if !whole {
        return Ok(lowerer.fresh_or_scalar(value));
    }
    // Without an axis NumPy gives a Python int.
    Ok(Val::scalar(Num::INT, lowerer.op("physl.item", &[value], Type::I64)))
}

fn spread<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let array = lowerer.array_arg(args, 0)?;
    let axes = lowerer.axes_arg(args, 1, array.ty.rank())?;
    let keepdims = lowerer.flag_arg(args, 3)?;
    let tensor = lowerer.tensor(&array);
    let high = fold(lowerer, "max", tensor, &axes, keepdims, args)?;
    let low = fold(lowerer, "min", tensor, &axes, keepdims, args)?;
    let value = lowerer.infer("sub", &[high, low], &[], args.span)?;
    let result = lowerer.fresh_or_scalar(value);
    lowerer.store_out(args, 2, result)
}
