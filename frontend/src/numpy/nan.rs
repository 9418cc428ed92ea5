//! Folds that leave NaN out.

use super::tools;
use crate::ast::BinOp;
use crate::lower::call::{Args, Row};
use crate::lower::{Lowerer, Res};
use crate::types::float_of;
use crate::value::{Array, Val};
use phylanx_dialects::DType;

const PARAMS: &str = "a, axis=None, dtype=None, out=None, keepdims=False";

pub static ROWS: &[Row] = &[
    Row { name: "numpy.nanprod", params: PARAMS, build: product },
    Row { name: "numpy.nanmean", params: PARAMS, build: mean },
    Row { name: "numpy.nanvar", params: "a, axis=None, dtype=None, out=None, ddof=0, keepdims=False", build: variance },
    Row { name: "numpy.nanstd", params: "a, axis=None, dtype=None, out=None, ddof=0, keepdims=False", build: variance },
    Row { name: "numpy.nanmax", params: "a, axis=None, out=None, keepdims=False", build: extreme },
    Row { name: "numpy.nanmin", params: "a, axis=None, out=None, keepdims=False", build: extreme },
    Row { name: "numpy.nan_to_num", params: "x, copy=True, nan=0.0, posinf=None, neginf=None", build: nan_to_num },
];

/// An array in floats, where it is NaN, and the axes to fold.
struct Subject {
    array: Array,
    is_nan: Val,
    axes: Vec<usize>,
}

fn subject<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>, dtype: Option<DType>) -> Res<Subject> {
    let array = tools::array(lo, args, 0)?;
    let elem = float_of(dtype.unwrap_or(array.ty.elem));
    let array = tools::cast(lo, &array, elem);
    let axes = tools::axes(lo, args, 1, array.ty.rank())?;
    let is_nan = tools::float_map(lo, "isnan", &Val::Array(array.clone()), args.span)?;
    Ok(Subject { array, is_nan, axes })
}

impl Subject {
    /// The array with `other` in place of NaN.
    fn without_nan(&self, lo: &mut Lowerer, other: f64, args: &Args) -> Res<Val> {
        tools::select(lo, &self.is_nan, &Val::float(other), &Val::Array(self.array.clone()), args.span)
    }

    /// The number of elements that are not NaN.
    fn count(&self, lo: &mut Lowerer, keepdims: bool, args: &Args) -> Res<Val> {
        let good = lo.elementwise("not", std::slice::from_ref(&self.is_nan), crate::lower::Mode::Truth, args.span)?;
        tools::fold(lo, "sum", &good, &self.axes, keepdims, args.span)
    }

    /// Sum of the elements that are not NaN, divided by their number.
    fn mean(&self, lo: &mut Lowerer, keepdims: bool, args: &Args) -> Res<Val> {
        let clean = self.without_nan(lo, 0.0, args)?;
        let sum = tools::fold(lo, "sum", &clean, &self.axes, keepdims, args.span)?;
        let count = self.count(lo, keepdims, args)?;
        self.quotient(lo, &sum, &count, args)
    }

    /// Counts do not widen float32.
    fn quotient(&self, lo: &mut Lowerer, sum: &Val, count: &Val, args: &Args) -> Res<Val> {
        let count = lo.array_of(count, args.span)?;
        let count = Val::Array(tools::cast(lo, &count, self.array.ty.elem));
        tools::binary(lo, BinOp::Div, sum, &count, args.span)
    }
}

fn product<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let array = tools::array(lo, args, 0)?;
    let dtype = lo.dtype_arg(args, 2)?;
    let keepdims = lo.flag_arg(args, 4)?;
    if !crate::types::is_float(dtype.unwrap_or(array.ty.elem)) {
        let axes = tools::axes(lo, args, 1, array.ty.rank())?;
        let array = tools::cast(lo, &array, dtype.unwrap_or(array.ty.elem));
        let result = tools::fold(lo, "prod", &Val::Array(array), &axes, keepdims, args.span)?;
        return lo.store_out(args, 3, result);
    }
    let subject = subject(lo, args, dtype)?;
    let clean = subject.without_nan(lo, 1.0, args)?;
    let result = tools::fold(lo, "prod", &clean, &subject.axes, keepdims, args.span)?;
    lo.store_out(args, 3, result)
}

fn mean<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let dtype = lo.dtype_arg(args, 2)?;
    let subject = subject(lo, args, dtype)?;
    let keepdims = lo.flag_arg(args, 4)?;
    let result = subject.mean(lo, keepdims, args)?;
    lo.store_out(args, 3, result)
}

fn variance<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let span = args.span;
    let dtype = lo.dtype_arg(args, 2)?;
    let subject = subject(lo, args, dtype)?;
    let ddof = lo.int_arg(args, 4, 0)?;
    let keepdims = lo.flag_arg(args, 5)?;
    let mean = subject.mean(lo, true, args)?;
    let offset = tools::binary(lo, BinOp::Sub, &Val::Array(subject.array.clone()), &mean, span)?;
    let offset = tools::select(lo, &subject.is_nan, &Val::float(0.0), &offset, span)?;
    let squares = tools::binary(lo, BinOp::Mul, &offset, &offset, span)?;
    let sum = tools::fold(lo, "sum", &squares, &subject.axes, keepdims, span)?;
    let count = subject.count(lo, keepdims, args)?;
    let freedom = tools::binary(lo, BinOp::Sub, &count, &Val::Scalar(ddof), span)?;
    let result = subject.quotient(lo, &sum, &freedom, args)?;
    // Without freedom NumPy gives NaN, also where the quotient would be infinite.
    let none = tools::compare(lo, "le", &freedom, &Val::int(0), span)?;
    let result = tools::select(lo, &none, &Val::float(f64::NAN), &result, span)?;
    let result = if args.name == "numpy.nanstd" { tools::float_map(lo, "sqrt", &result, span)? } else { result };
    lo.store_out(args, 3, result)
}

/// NaN only where all elements are.
fn extreme<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let subject_array = tools::array(lo, args, 0)?;
    let keepdims = lo.flag_arg(args, 3)?;
    let (name, least) = if args.name == "numpy.nanmax" { ("max", f64::NEG_INFINITY) } else { ("min", f64::INFINITY) };
    if !crate::types::is_float(subject_array.ty.elem) {
        let axes = tools::axes(lo, args, 1, subject_array.ty.rank())?;
        let result = tools::fold(lo, name, &Val::Array(subject_array), &axes, keepdims, args.span)?;
        return lo.store_out(args, 2, result);
    }
    let subject = subject(lo, args, None)?;
    let clean = subject.without_nan(lo, least, args)?;
    let found = tools::fold(lo, name, &clean, &subject.axes, keepdims, args.span)?;
    let nothing = tools::fold(lo, "all", &subject.is_nan, &subject.axes, keepdims, args.span)?;
    let result = tools::select(lo, &nothing, &Val::float(f64::NAN), &found, args.span)?;
    lo.store_out(args, 2, result)
}

fn nan_to_num<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let span = args.span;
    let array = tools::array(lo, args, 0)?;
    if !crate::types::is_float(array.ty.elem) {
        return Ok(Val::Array(array));
    }
    let largest = if array.ty.elem == DType::F32 { f64::from(f32::MAX) } else { f64::MAX };
    let val = Val::Array(array);
    let is_nan = tools::float_map(lo, "isnan", &val, span)?;
    let nan = args.get(2).cloned().unwrap_or(Val::float(0.0));
    let mut result = tools::select(lo, &is_nan, &nan, &val, span)?;
    for (at, infinity, bound) in [(3, f64::INFINITY, largest), (4, f64::NEG_INFINITY, -largest)] {
        let hit = tools::compare(lo, "eq", &val, &Val::float(infinity), span)?;
        let other = args.get(at).cloned().unwrap_or(Val::float(bound));
        result = tools::select(lo, &hit, &other, &result, span)?;
    }
    Ok(result)
}
