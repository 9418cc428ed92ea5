//! What is known of element types: `issubdtype`, `iinfo`, `finfo`, `result_type`, `can_cast`; and what the prelude asks the compiler.

use super::support::dtype_of;
use crate::lower::call::{Args, Row};
use crate::lower::{Lowerer, Res};
use crate::types::{Num, Static, Strength, int_range, is_float, is_unsigned, promote, promote_pair};
use crate::value::{Const, Form, Repr, Scalar, Val};
use phylanx_dialects::DType;
use std::rc::Rc;

#[rustfmt::skip]
pub const ROWS: &[Row] = &[
    Row { name: "numpy.issubdtype", params: "arg1, arg2", build: is_subtype },
    Row { name: "numpy.iinfo", params: "type", build: info },
    Row { name: "numpy.finfo", params: "dtype", build: info },
    Row { name: "numpy.result_type", params: "*arrays_and_dtypes", build: result_type },
    Row { name: "numpy.promote_types", params: "type1, type2", build: promote_types },
    Row { name: "numpy.can_cast", params: "from_, to, casting='safe'", build: can_cast },
    Row { name: "numpy.isscalar", params: "element", build: is_scalar },
    Row { name: "numpy._axis", params: "axis, ndim", build: axis },
    Row { name: "numpy._axes", params: "axis, ndim", build: axes },
    Row { name: "numpy._refuse", params: "message, help", build: refuse },
    Row { name: "numpy._known", params: "x", build: known },
];

fn dtype<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>, at: usize) -> Res<DType> {
    match (dtype_of(&args.val(at)), args.val(at)) {
        (Some(dtype), _) => Ok(dtype),
        (None, Val::Array(array)) => Ok(array.ty.elem),
        (None, Val::Scalar(scalar)) => Ok(scalar.num.dtype),
        _ => lo.fail(args.span_of(at), "an element type is needed here", "use one such as np.float64"),
    }
}

/// Whether an element type is, or belongs to, another one or a kind of them.
fn is_subtype<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let dtype = dtype(lo, args, 0)?;
    let kind = match args.val(1) {
        Val::Static(Static::Path(path)) => path.rsplit('.').next().unwrap_or("").to_string(),
        _ => String::new(),
    };
    let complex = matches!(dtype, DType::C64 | DType::C128);
    let int = !is_float(dtype) && !complex && dtype != DType::Bool;
    let found = match kind.as_str() {
        "generic" => true,
        "number" => dtype != DType::Bool,
        "integer" => int,
        "signedinteger" => int && !is_unsigned(dtype),
        "unsignedinteger" => is_unsigned(dtype),
        "inexact" => is_float(dtype) || complex,
        "floating" => is_float(dtype) && !complex,
        "complexfloating" => complex,
        _ => match dtype_of(&args.val(1)) {
            Some(other) => dtype == other,
            None => {
                return lo.fail(
                    args.span_of(1),
                    "this kind of element type is not known",
                    "use np.integer, np.floating or a type",
                );
            }
        },
    };
    Ok(Val::bool(found))
}

/// A value that only knows its element type; its attributes are read by path.
fn info<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let dtype = dtype(lo, args, 0)?;
    let of_ints = args.name.ends_with("iinfo");
    let complex = matches!(dtype, DType::C64 | DType::C128);
    if of_ints && (is_float(dtype) || complex || dtype == DType::Bool) {
        let message = format!("Invalid integer data type '{}'.", code(dtype));
        return lo.fail(args.span, message, "use np.finfo for floats");
    }
    if !of_ints && !is_float(dtype) && !complex {
        return lo.fail(
            args.span,
            format!("data type <class 'numpy.{}'> not inexact", dtype.numpy_name()),
            "use np.iinfo for integers",
        );
    }
    let dtype = match dtype {
        DType::C64 => DType::F32,
        DType::C128 => DType::F64,
        other => other,
    };
    Ok(Val::path(format!("{}.{}", args.name, dtype.numpy_name())))
}

/// An attribute of `np.iinfo(...)` or `np.finfo(...)`, by path.
pub fn info_attribute(path: &str) -> Option<Val> {
    let (kind, rest) = path.strip_prefix("numpy.")?.split_once('.')?;
    let (name, attribute) = rest.split_once('.')?;
    let dtype = crate::sig::dtype_named(name)?;
    match kind {
        "iinfo" => int_attribute(dtype, attribute),
        "finfo" => float_attribute(dtype, attribute),
        _ => None,
    }
}

fn int_attribute(dtype: DType, attribute: &str) -> Option<Val> {
    let (low, high) = int_range(dtype)?;
    Some(match attribute {
        "min" => Val::int(low),
        // The largest of uint64 is no Python int of 64 bits.
        "max" if dtype != DType::U64 => Val::int(high),
        "bits" => Val::int(8 * dtype.size() as i64),
        "dtype" => Val::Static(Static::DType(dtype)),
        "kind" => Val::text(if is_unsigned(dtype) { "u" } else { "i" }),
        _ => return None,
    })
}

fn float_attribute(dtype: DType, attribute: &str) -> Option<Val> {
    let wide = dtype == DType::F64;
    let number = |value: f64| Val::Scalar(Scalar { num: Num::np(dtype), repr: Repr::Const(Const::Float(value)) });
    let (eps, tiny, smallest) = if wide {
        (f64::EPSILON, f64::MIN_POSITIVE, 5e-324)
    } else {
        (f64::from(f32::EPSILON), f64::from(f32::MIN_POSITIVE), f64::from(f32::from_bits(1)))
    };
    let max = if wide { f64::MAX } else { f64::from(f32::MAX) };
    Some(match attribute {
        "eps" => number(eps),
        "epsneg" => number(eps / 2.0),
        "max" => number(max),
        "min" => number(-max),
        "tiny" | "smallest_normal" => number(tiny),
        "smallest_subnormal" => number(smallest),
        "resolution" => number(if wide { 1e-15 } else { f64::from(1e-6_f32) }),
        "bits" => Val::int(8 * dtype.size() as i64),
        "precision" => Val::int(if wide { 15 } else { 6 }),
        "nmant" => Val::int(if wide { 52 } else { 23 }),
        "nexp" | "iexp" => Val::int(if wide { 11 } else { 8 }),
        "maxexp" => Val::int(if wide { 1024 } else { 128 }),
        "minexp" => Val::int(if wide { -1022 } else { -126 }),
        "machep" => Val::int(if wide { -52 } else { -23 }),
        "negep" => Val::int(if wide { -53 } else { -24 }),
        "dtype" => Val::Static(Static::DType(dtype)),
        _ => return None,
    })
}

/// The element type that arrays, numbers and types combine to.
fn result_type<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let mut strengths = Vec::new();
    for val in args.rest() {
        strengths.push(match (val, dtype_of(val)) {
            (Val::Str(_) | Val::Static(_), Some(dtype)) => Strength::Strong(dtype),
            (Val::Scalar(scalar), _) if !scalar.num.numpy => Strength::Weak(scalar.num.dtype),
            (Val::Scalar(scalar), _) => Strength::Strong(scalar.num.dtype),
            (other, _) => Strength::Strong(lo.array_of(other, args.span)?.ty.elem),
        });
    }
    if strengths.is_empty() {
        return lo.fail(args.span, "at least one array or dtype is required", "pass the arrays");
    }
    Ok(Val::Static(Static::DType(promote(&strengths))))
}

fn promote_types<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let (a, b) = (dtype(lo, args, 0)?, dtype(lo, args, 1)?);
    Ok(Val::Static(Static::DType(promote_pair(a, b))))
}

fn can_cast<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    if matches!(args.val(0), Val::Scalar(scalar) if !scalar.num.numpy) {
        let message = "can_cast() does not support Python ints, floats, and complex because the result used to depend on the value.";
        return lo.fail(args.span_of(0), message, "pass an element type");
    }
    let (from, to) = (dtype(lo, args, 0)?, dtype(lo, args, 1)?);
    let safe = promote_pair(from, to) == to;
    let rank = |dtype: DType| match dtype {
        DType::Bool => 0,
        _ if is_unsigned(dtype) => 1,
        DType::C64 | DType::C128 => 4,
        _ if is_float(dtype) => 3,
        _ => 2,
    };
    Ok(Val::bool(match lo.text_arg(args, 2)?.as_deref().unwrap_or("safe") {
        "no" | "equiv" => from == to,
        "safe" => safe,
        "same_kind" => safe || rank(from) <= rank(to),
        "unsafe" => true,
        _ => {
            let message = "casting must be one of 'no', 'equiv', 'safe', 'same_kind', or 'unsafe'";
            return lo.fail(args.span_of(2), message, "write one of these");
        }
    }))
}

fn is_scalar<'a>(_: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let scalar = match args.val(0) {
        Val::Scalar(_) | Val::Mixed { .. } | Val::Either { .. } | Val::Str(_) => true,
        Val::Array(array) => array.form == Form::Scalar,
        _ => false,
    };
    Ok(Val::bool(scalar))
}

/// An axis counted from the front; the prelude's way to NumPy's error.
fn axis<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let rank = lo.const_arg(args, 1)?.unwrap_or(0) as usize;
    let axis = lo.axis_arg(args, 0, rank)?;
    Ok(axis.map_or(Val::None, |axis| Val::int(axis as i64)))
}

/// Axes counted from the front, as a tuple; all of them for `None`.
fn axes<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let rank = lo.const_arg(args, 1)?.unwrap_or(0) as usize;
    let axes: Rc<[Val]> = lo.axes_arg(args, 0, rank)?.into_iter().map(Val::int).collect();
    Ok(Val::Tuple(axes.into()))
}

/// What a function of the prelude does not take is a fault of the program, told when it is compiled.
fn refuse<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let message = lo.text_arg(args, 0)?.unwrap_or_default();
    let help = lo.text_arg(args, 1)?.unwrap_or_default();
    let told = lo.fail(args.span, &*message, &*help);
    lo.stop_here();
    told
}

/// Whether the compiler knows a number.
fn known<'a>(_: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    Ok(Val::bool(matches!(args.val(0), Val::Scalar(Scalar { repr: Repr::Const(_), .. }))))
}

/// NumPy's kind and size, such as `f8`.
pub fn code(dtype: DType) -> &'static str {
    match dtype {
        DType::Bool => "b1",
        DType::I8 => "i1",
        DType::I16 => "i2",
        DType::I32 => "i4",
        DType::I64 => "i8",
        DType::U8 => "u1",
        DType::U16 => "u2",
        DType::U32 => "u4",
        DType::U64 => "u8",
        DType::F32 => "f4",
        DType::F64 => "f8",
        DType::C64 => "c8",
        DType::C128 => "c16",
    }
}

/// NumPy's letter.
pub fn letter(dtype: DType) -> &'static str {
    match dtype {
        DType::Bool => "?",
        DType::I8 => "b",
        DType::I16 => "h",
        DType::I32 => "i",
        DType::I64 => "l",
        DType::U8 => "B",
        DType::U16 => "H",
        DType::U32 => "I",
        DType::U64 => "L",
        DType::F32 => "f",
        DType::F64 => "d",
        DType::C64 => "F",
        DType::C128 => "D",
    }
}
