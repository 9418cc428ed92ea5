//! `numpy.random`: the legacy functions on the global state, number for number as NumPy draws them.

use super::search::searched;
use super::tools::{self, known};
use crate::ast::BinOp;
use crate::lower::call::{Args, Row};
use crate::lower::{Lowerer, Res};
use crate::source::Span;
use crate::types::Num;
use crate::value::{Array, Form, Scalar, Val};
use phylanx_dialects::DType;
use phylanx_dialects::ir::{TensorType, Type};

pub static ROWS: &[Row] = &[
    Row { name: "numpy.random.seed", params: "seed=None", build: seed },
    Row { name: "numpy.random.rand", params: "*shape", build: rand },
    Row { name: "numpy.random.randn", params: "*shape", build: randn },
    Row { name: "numpy.random.random", params: "size=None", build: random },
    Row { name: "numpy.random.standard_normal", params: "size=None", build: standard_normal },
    Row { name: "numpy.random.uniform", params: "low=0.0, high=1.0, size=None", build: uniform },
    Row { name: "numpy.random.normal", params: "loc=0.0, scale=1.0, size=None", build: normal },
    Row { name: "numpy.random.standard_exponential", params: "size=None", build: standard_exponential },
    Row { name: "numpy.random.exponential", params: "scale=1.0, size=None", build: exponential },
    Row { name: "numpy.random.randint", params: "low, high=None, size=None, dtype=int", build: randint },
    Row { name: "numpy.random.permutation", params: "x", build: permutation },
    Row { name: "numpy.random.shuffle", params: "x", build: shuffle },
    Row { name: "numpy.random.choice", params: "a, size=None, replace=True, p=None", build: choice },
];

fn seed<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let mut operands = Vec::new();
    if let Some(val) = args.get(0) {
        let seed = lo.int_of(val, args.span_of(0))?;
        if known(&seed).is_some_and(|seed| !(0..1 << 32).contains(&seed)) {
            return lo.fail(args.span_of(0), "Seed must be between 0 and 2**32 - 1", "use a seed in this range");
        }
        operands.push(lo.scalar_value(&seed));
    }
    lo.effect("physl.seed", &operands, &[]);
    Ok(Val::None)
}

fn rand<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    drawn_shape(lo, args, "rand")
}

fn randn<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    drawn_shape(lo, args, "randn")
}

fn drawn_shape<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>, name: &str) -> Res<Val> {
    if args.rest().is_empty() {
        return Ok(draw(lo, name, &[], None));
    }
    if matches!(args.rest(), [Val::Tuple(_) | Val::List(_)]) {
        let help = format!("write the extents as arguments, such as `np.random.{name}(3, 4)`");
        return lo.fail(args.span, "a tuple is no extent", help);
    }
    let shape = tools::extents_of(lo, args.rest(), args.span)?;
    Ok(draw(lo, name, &[], Some(&shape)))
}

fn random<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let shape = tools::shape(lo, args, 0)?;
    Ok(draw(lo, "rand", &[], shape.as_deref()))
}

fn standard_normal<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let shape = tools::shape(lo, args, 0)?;
    Ok(draw(lo, "randn", &[], shape.as_deref()))
}

fn uniform<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let (low, high) = (or_default(args, 0, 0.0), or_default(args, 1, 1.0));
    if let (Some(low), Some(high)) = (plain_float(lo, &low), plain_float(lo, &high)) {
        let shape = tools::shape(lo, args, 2)?;
        return Ok(draw(lo, "uniform", &[low, high], shape.as_deref()));
    }
    let unit = spread(lo, args, "rand", &[&low, &high], 2)?;
    let range = tools::binary(lo, BinOp::Sub, &high, &low, args.span)?;
    let scaled = tools::binary(lo, BinOp::Mul, &range, &unit, args.span)?;
    tools::binary(lo, BinOp::Add, &low, &scaled, args.span)
}

fn normal<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let (mean, deviation) = (or_default(args, 0, 0.0), or_default(args, 1, 1.0));
    if let (Some(mean), Some(deviation)) = (plain_float(lo, &mean), plain_float(lo, &deviation)) {
        let shape = tools::shape(lo, args, 2)?;
        return Ok(draw(lo, "normal", &[mean, deviation], shape.as_deref()));
    }
    let unit = spread(lo, args, "randn", &[&mean, &deviation], 2)?;
    let scaled = tools::binary(lo, BinOp::Mul, &deviation, &unit, args.span)?;
    tools::binary(lo, BinOp::Add, &mean, &scaled, args.span)
}

fn standard_exponential<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let shape = tools::shape(lo, args, 0)?;
    exponential_of(lo, shape.as_deref(), args.span)
}

fn exponential<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let scale = or_default(args, 0, 1.0);
    if plain_float(lo, &scale).is_none() {
        return lo.fail(args.span_of(0), "an array of scales is not supported", "multiply the result by the array");
    }
    let shape = tools::shape(lo, args, 1)?;
    let unit = exponential_of(lo, shape.as_deref(), args.span)?;
    tools::binary(lo, BinOp::Mul, &scale, &unit, args.span).map(|val| as_python(val, shape.is_none()))
}

/// NumPy's legacy generator inverts: `-log(1 - u)`.
fn exponential_of(lo: &mut Lowerer, shape: Option<&[Scalar]>, span: Span) -> Res<Val> {
    let unit = draw(lo, "rand", &[], shape);
    let rest = tools::binary(lo, BinOp::Sub, &Val::float(1.0), &unit, span)?;
    let log = tools::float_map(lo, "log", &rest, span)?;
    let val = tools::map(lo, "neg", &[log], span)?;
    Ok(as_python(val, shape.is_none()))
}

/// One draw is a Python float, not a NumPy scalar.
fn as_python(val: Val, is_one: bool) -> Val {
    match val {
        Val::Scalar(scalar) if is_one => Val::Scalar(Scalar { num: Num::FLOAT, ..scalar }),
        other => other,
    }
}

fn randint<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let dtype = lo.dtype_arg(args, 3)?.unwrap_or(DType::I64);
    if !matches!(dtype, DType::I64 | DType::I32) {
        let message = format!("randint draws int64 or int32, not {}", dtype.numpy_name());
        return lo.fail(args.span_of(3), message, "draw int64 and convert with `astype`");
    }
    let first = lo.int_of(&args.val(0), args.span_of(0))?;
    let (low, high) = match args.get(1) {
        None => (Scalar::int(0), first),
        Some(high) => (first, lo.int_of(high, args.span_of(1))?),
    };
    let shape = tools::shape(lo, args, 2)?;
    let drawn = integers(lo, &low, &high, shape.as_deref(), dtype);
    Ok(match drawn {
        Val::Scalar(scalar) if args.get(3).is_some_and(|val| *val != Val::path("builtins.int")) => {
            Val::Scalar(Scalar { num: Num::np(dtype), ..scalar })
        }
        other => other,
    })
}

fn integers(lo: &mut Lowerer, low: &Scalar, high: &Scalar, shape: Option<&[Scalar]>, elem: DType) -> Val {
    let mut operands = tools::values(lo, &[low.clone(), high.clone()]);
    let Some(shape) = shape else {
        let value = lo.op("physl.randint", &operands, Type::I64);
        let wide = Scalar::of(Num::INT, value);
        return Val::Scalar(lo.cast_scalar(&wide, Num { numpy: elem != DType::I64, dtype: elem }));
    };
    operands.extend(tools::values(lo, shape));
    let ty = TensorType { elem, dims: tools::dims(shape) };
    Val::Array(tools::library(lo, "randint", &operands, ty, &[]))
}

fn permutation<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let val = args.val(0);
    if let Val::Scalar(_) | Val::Mixed { .. } = &val {
        let count = lo.int_of(&val, args.span_of(0))?;
        return Ok(Val::Array(shuffled_range(lo, &count)));
    }
    let array = tools::array(lo, args, 0)?;
    if array.ty.rank() == 0 {
        let count = lo.int_of(&val, args.span_of(0))?;
        return Ok(Val::Array(shuffled_range(lo, &count)));
    }
    Ok(Val::Array(shuffled(lo, &array)))
}

fn shuffled_range(lo: &mut Lowerer, count: &Scalar) -> Array {
    let value = lo.scalar_value(count);
    tools::library(lo, "permutation", &[value], TensorType { elem: DType::I64, dims: vec![known(count)] }, &[])
}

fn shuffled(lo: &mut Lowerer, array: &Array) -> Array {
    let tensor = lo.tensor(array);
    tools::library(lo, "permutation", &[tensor], array.ty.clone(), &[])
}

/// In place; NumPy draws the same numbers for a shuffle as for a permutation.
fn shuffle<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let Val::Array(array) = args.val(0) else {
        return lo.fail(
            args.span_of(0),
            "only arrays can be shuffled in place",
            "make it an array with `np.array(...)`",
        );
    };
    if array.ty.rank() == 0 {
        return lo.fail(args.span_of(0), "len() of unsized object", "shuffle an array of at least one dimension");
    }
    if array.form == Form::Ref {
        let mixed = shuffled(lo, &array);
        lo.effect("physl.write", &[array.value, mixed.value], &[]);
    }
    Ok(Val::None)
}

fn choice<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let val = args.val(0);
    let shape = tools::shape(lo, args, 1)?;
    let shape = shape.as_deref();
    let source = match &val {
        Val::Scalar(_) | Val::Mixed { .. } => None,
        _ => Some(tools::array(lo, args, 0)?).filter(|array| array.ty.rank() > 0),
    };
    let count = match &source {
        Some(array) if array.ty.rank() > 1 => {
            return lo.fail(args.span_of(0), "a must be 1-dimensional", "choose row numbers, then index the array");
        }
        Some(array) => lo.extent(array, 0),
        None => lo.int_of(&val, args.span_of(0))?,
    };
    refuse_nothing(lo, &count, args.span_of(0))?;
    let with_replacement = args.get(2).is_none() || lo.flag_arg(args, 2)?;
    let chosen = match (args.get(3), with_replacement) {
        (None, true) => integers(lo, &Scalar::int(0), &count, shape, DType::I64),
        (None, false) => first_of_permutation(lo, &count, shape, args.span)?,
        (Some(_), true) => weighted(lo, args, &count, shape)?,
        (Some(_), false) => {
            let help = "leave out `p`, or draw with replacement";
            return lo.fail(args.span_of(3), "weights without replacement are not supported", help);
        }
    };
    match &source {
        Some(array) => super::search::taken(lo, array, &chosen, 0, args.span),
        None => Ok(chosen),
    }
}

fn refuse_nothing(lo: &mut Lowerer, count: &Scalar, span: Span) -> Res<()> {
    match known(count) {
        Some(count) if count > 0 => Ok(()),
        Some(_) => lo.fail(span, "a must be greater than 0", "choose among at least one"),
        None => {
            let (value, zero) = (lo.scalar_value(count), lo.int(0));
            let is_bad = lo.compare_ints("sle", value, zero);
            lo.raise_when(is_bad, "ValueError", "'a' cannot be empty unless no samples are taken");
            Ok(())
        }
    }
}

fn first_of_permutation(lo: &mut Lowerer, count: &Scalar, shape: Option<&[Scalar]>, span: Span) -> Res<Val> {
    let mut wanted = Scalar::int(1);
    for extent in shape.unwrap_or_default() {
        wanted = lo.int_times(&wanted, extent);
    }
    let message = "Cannot take a larger sample than population when replace is False";
    match (known(&wanted), known(count)) {
        (Some(wanted), Some(count)) if wanted > count => return lo.fail(span, message, "draw fewer"),
        _ => {
            let (a, b) = (lo.scalar_value(&wanted), lo.scalar_value(count));
            let is_bad = lo.compare_ints("sgt", a, b);
            lo.raise_when(is_bad, "ValueError", message);
        }
    }
    let order = shuffled_range(lo, count);
    let first = tools::along(lo, &order, 0, tools::between(Scalar::int(0), wanted.clone()), span)?;
    match shape {
        Some(shape) => Ok(Val::Array(tools::reshaped(lo, &first, shape))),
        None => {
            let one = tools::reshaped(lo, &first, &[]);
            let item = lo.item(&one);
            Ok(Val::Scalar(lo.cast_scalar(&item, Num::INT)))
        }
    }
}

/// Draws by searching uniform numbers in the running sum of the weights.
fn weighted<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>, count: &Scalar, shape: Option<&[Scalar]>) -> Res<Val> {
    let span = args.span_of(3);
    let weights = tools::array(lo, args, 3)?;
    if weights.ty.rank() != 1 {
        return lo.fail(span, "'p' must be 1-dimensional", "give one weight for each choice");
    }
    let given = lo.extent(&weights, 0);
    tools::require_equal(lo, &given, count, "'a' and 'p' must have same size", span)?;
    let weights = tools::tensor_as(lo, &weights, DType::F64);
    let ty = lo.tensor_type(weights);
    let axis = [("axis", phylanx_dialects::ir::Attr::int(0))];
    let sums = tools::library(lo, "cumsum", &[weights], ty, &axis);
    let total = tools::along(lo, &sums, 0, tools::slice(Some(-1), None, None), span)?;
    let sums = tools::binary(lo, BinOp::Div, &Val::Array(sums), &Val::Array(total), span)?;
    let sums = lo.array_of(&sums, span)?;
    let unit = draw(lo, "rand", &[], shape);
    let found = searched(lo, &sums, &unit, true, span)?;
    match found {
        Val::Array(array) if shape.is_none() => {
            let item = lo.item(&array);
            Ok(Val::Scalar(lo.cast_scalar(&item, Num::INT)))
        }
        other => Ok(other),
    }
}

/// Draws of float64: one Python float, or an array of a shape.
fn draw(lo: &mut Lowerer, name: &str, params: &[Scalar], shape: Option<&[Scalar]>) -> Val {
    let mut operands = tools::values(lo, params);
    let Some(shape) = shape else {
        return Val::scalar(Num::FLOAT, lo.op(&format!("physl.{name}"), &operands, Type::F64));
    };
    operands.extend(tools::values(lo, shape));
    let ty = TensorType { elem: DType::F64, dims: tools::dims(shape) };
    // A shape without extents is an array of rank 0, which the op would take for a scalar.
    if shape.is_empty() {
        let value = lo.op(&format!("physl.{name}"), &operands, Type::F64);
        return Val::Array(Array {
            form: Form::Tensor,
            value: lo.op("physl.from_scalar", &[value], Type::Tensor(ty.clone())),
            ty,
        });
    }
    Val::Array(tools::library(lo, name, &operands, ty, &[]))
}

/// Standard draws in the shape that array parameters, or the size, call for.
fn spread<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>, name: &str, params: &[&Val], size: usize) -> Res<Val> {
    if let Some(shape) = tools::shape(lo, args, size)? {
        return Ok(draw(lo, name, &[], Some(&shape)));
    }
    let sum = tools::binary(lo, BinOp::Add, params[0], params[1], args.span)?;
    let sum = lo.array_of(&sum, args.span)?;
    let shape = tools::extents(lo, &sum);
    Ok(draw(lo, name, &[], Some(&shape)))
}

fn or_default(args: &Args, at: usize, default: f64) -> Val {
    args.get(at).cloned().unwrap_or(Val::float(default))
}

/// A parameter that is one number.
fn plain_float(lo: &mut Lowerer, val: &Val) -> Option<Scalar> {
    let is_one = match val {
        Val::Scalar(_) | Val::Mixed { .. } => true,
        Val::Array(array) => array.ty.rank() == 0,
        _ => false,
    };
    if !is_one {
        return None;
    }
    let scalar = lo.scalar_of(val, Span::default()).ok()?;
    Some(lo.as_float(&scalar))
}
