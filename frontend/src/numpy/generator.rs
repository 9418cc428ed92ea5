//! `np.random.default_rng` and `np.random.RandomState`: generators as objects, and the legacy functions on the global one.

use super::distributions::{self, Distribution, Kind};
use super::tools::{self, known};
use crate::lower::call::{Args, Row};
use crate::lower::{Lowerer, Res};
use crate::source::Span;
use crate::types::{Named, Num, is_float};
use crate::value::{Array, Form, Scalar, Val};
use phylanx_dialects::DType;
use phylanx_dialects::ir::{Attr, TensorType, Type, Value};

pub static ROWS: &[Row] = &[
    Row { name: "numpy.random.default_rng", params: "seed=None", build: default_rng },
    Row { name: "numpy.random.PCG64", params: "seed=None", build: default_rng },
    Row { name: "numpy.random.Generator", params: "bit_generator", build: generator },
    Row { name: "numpy.random.RandomState", params: "seed=None", build: random_state },
    Row {
        name: "numpy.random.Generator.integers",
        params: "self, low, high=None, size=None, dtype=int, endpoint=False",
        build: integers,
    },
    Row { name: "numpy.random.Generator.permutation", params: "self, x, axis=0", build: permutation },
    Row { name: "numpy.random.Generator.permuted", params: "self, x, axis=None, out=None", build: permuted },
    Row { name: "numpy.random.Generator.shuffle", params: "self, x, axis=0", build: shuffle },
    Row {
        name: "numpy.random.Generator.choice",
        params: "self, a, size=None, replace=True, p=None, axis=0, shuffle=True",
        build: choice,
    },
    Row { name: "numpy.random.Generator.multinomial", params: "self, n, pvals, size=None", build: multinomial },
    Row { name: "numpy.random.RandomState.seed", params: "self, seed=None", build: seed },
    Row { name: "numpy.random.RandomState.rand", params: "self, *shape", build: rand },
    Row { name: "numpy.random.RandomState.randn", params: "self, *shape", build: randn },
    Row {
        name: "numpy.random.RandomState.randint",
        params: "self, low, high=None, size=None, dtype=int",
        build: integers,
    },
    Row { name: "numpy.random.RandomState.permutation", params: "self, x", build: permutation },
    Row { name: "numpy.random.RandomState.shuffle", params: "self, x", build: shuffle },
    Row { name: "numpy.random.RandomState.choice", params: "self, a, size=None, replace=True, p=None", build: choice },
    Row { name: "numpy.random.RandomState.multinomial", params: "self, n, pvals, size=None", build: multinomial },
    Row { name: "numpy.random.multinomial", params: "n, pvals, size=None", build: global_multinomial },
];

static GENERATOR: Named = Named { path: "numpy.random.Generator", fields: &[" state"], is_tuple: false };
static RANDOM_STATE: Named = Named { path: "numpy.random.RandomState", fields: &[" state"], is_tuple: false };

/// Words of 64 bits of each kind of state.
const PCG64_WORDS: i64 = 6;
const MT19937_WORDS: i64 = 315;

fn state_type(words: i64) -> TensorType {
    TensorType { elem: DType::U64, dims: vec![Some(words)] }
}

fn default_rng<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    match args.get(0) {
        Some(given @ Val::Named(record, _)) if **record == GENERATOR => Ok(given.clone()),
        _ => new_object(lo, args, &GENERATOR, "pcg64", PCG64_WORDS),
    }
}

fn generator<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    match args.val(0) {
        given @ Val::Named(record, _) if *record == GENERATOR => Ok(given),
        _ => lo.fail(args.span_of(0), "this bit generator is not supported", "use np.random.PCG64(seed)"),
    }
}

fn random_state<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    new_object(lo, args, &RANDOM_STATE, "mt19937", MT19937_WORDS)
}

fn new_object(lo: &mut Lowerer, args: &Args, record: &'static Named, kind: &str, words: i64) -> Res<Val> {
    let seeds = seeds(lo, args, 0)?;
    let ty = state_type(words);
    let value = lo.op_with("physl.rng_new", &seeds, Type::Ref(ty.clone()), &[("kind", Attr::str(kind))]);
    Ok(Val::Named(record, [Val::Array(Array { ty, value, form: Form::Ref })].into()))
}

/// Seeds: an integer, or several in a list or an array.
fn seeds(lo: &mut Lowerer, args: &Args, at: usize) -> Res<Vec<Value>> {
    let span = args.span_of(at);
    match args.get(at).cloned() {
        None => Ok(Vec::new()),
        Some(Val::List(items) | Val::Tuple(items)) => {
            let array = lo.array_of(&Val::List(items), span)?;
            Ok(vec![tools::tensor_as(lo, &array, DType::I64)])
        }
        Some(Val::Array(array)) if array.ty.rank() > 0 => Ok(vec![tools::tensor_as(lo, &array, DType::I64)]),
        Some(val) => {
            let seed = lo.int_of(&val, span)?;
            if known(&seed).is_some_and(|seed| seed < 0) {
                return lo.fail(span, "expected non-negative integer", "use a seed of at least 0");
            }
            Ok(vec![lo.scalar_value(&seed)])
        }
    }
}

/// The state of the object that a method is called on.
fn state(args: &Args) -> Value {
    match args.val(0) {
        Val::Named(_, items) => match &items[0] {
            Val::Array(array) => array.value,
            _ => Value(0),
        },
        _ => Value(0),
    }
}

fn is_legacy(args: &Args) -> bool {
    matches!(args.val(0), Val::Named(record, _) if *record == RANDOM_STATE)
}

fn global(lo: &mut Lowerer) -> Value {
    lo.op("physl.rng_global", &[], Type::Ref(state_type(MT19937_WORDS)))
}

fn seed<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let mut operands = vec![state(args)];
    if let Some(val) = args.get(1).cloned() {
        let items = match &val {
            Val::List(items) | Val::Tuple(items) => items.to_vec(),
            one => vec![one.clone()],
        };
        for item in items {
            let seed = lo.int_of(&item, args.span_of(1))?;
            operands.push(lo.scalar_value(&seed));
        }
    }
    lo.effect("physl.rng_seed", &operands, &[]);
    Ok(Val::None)
}

/// A method of a generator that draws from a distribution.
pub fn draw_from_object<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let state = state(args);
    drawn(lo, args, state, 1)
}

/// A legacy function that draws from the global generator.
pub fn draw_from_global<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let state = global(lo);
    drawn(lo, args, state, 0)
}

fn drawn<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>, state: Value, first: usize) -> Res<Val> {
    let Some(row) = distributions::of_row(args.name, args.count() - first) else {
        return lo.contradiction(args.span, args.name);
    };
    let size = first + row.defaults.len();
    let params = parameters(lo, args, row, first)?;
    let (elem, out) = precision(lo, args, row, size)?;
    let mut shape = tools::shape(lo, args, size)?;
    let target = args.get(out).filter(|_| out > 0).cloned();
    if let (None, Some(Val::Array(array))) = (&shape, &target) {
        shape = Some(tools::extents(lo, array));
    }
    let result = draw(lo, state, row, &params, shape, elem);
    if target.is_some() { lo.store_out(args, out, result) } else { Ok(result) }
}

/// Element type and the place of `out` (0 when there is none).
fn precision<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>, row: &Distribution, size: usize) -> Res<(DType, usize)> {
    let out = match row.kind {
        Kind::Int => return Ok((DType::I64, 0)),
        Kind::Float => return Ok((DType::F64, 0)),
        Kind::Either => size + 2,
        Kind::EitherByMethod => size + 3,
    };
    if row.kind == Kind::EitherByMethod && lo.text_arg(args, size + 2)?.is_some_and(|method| &*method != "zig") {
        return lo.fail(args.span_of(size + 2), "only the method 'zig' is supported", "leave `method` out");
    }
    let elem = lo.dtype_arg(args, size + 1)?.unwrap_or(DType::F64);
    if !is_float(elem) {
        let message = format!("Unsupported dtype dtype('{}') for {}", elem.numpy_name(), row.name);
        return lo.fail(args.span_of(size + 1), message, "use np.float64 or np.float32");
    }
    Ok((elem, out))
}

/// A parameter: a number, or an array of them.
enum Param {
    One(Value),
    Many(Array),
}

fn parameters(lo: &mut Lowerer, args: &Args, row: &Distribution, first: usize) -> Res<Vec<Param>> {
    let mut params = Vec::new();
    for (at, default) in row.defaults.iter().enumerate() {
        let span = args.span_of(first + at);
        let val = match (args.get(first + at), default) {
            (Some(val), _) => val.clone(),
            (None, Some(default)) => Val::float(*default),
            (None, None) => return lo.fail(span, "a parameter of the distribution is None", "pass a number"),
        };
        params.push(parameter(lo, val, span)?);
    }
    Ok(params)
}

fn parameter(lo: &mut Lowerer, val: Val, span: Span) -> Res<Param> {
    let is_one = match &val {
        Val::Scalar(_) | Val::Mixed { .. } => true,
        Val::Array(array) => array.ty.rank() == 0,
        _ => false,
    };
    if is_one {
        let scalar = lo.scalar_of(&val, span)?;
        let float = lo.as_float(&scalar);
        return Ok(Param::One(lo.scalar_value(&float)));
    }
    let array = lo.array_of(&val, span)?;
    Ok(Param::Many(tools::cast(lo, &array, DType::F64)))
}

fn draw(
    lo: &mut Lowerer,
    state: Value,
    row: &Distribution,
    params: &[Param],
    shape: Option<Vec<Scalar>>,
    elem: DType,
) -> Val {
    let mut operands = vec![state];
    for param in params {
        operands.push(match param {
            Param::One(value) => *value,
            Param::Many(array) => lo.tensor(array),
        });
    }
    let attrs = |sized: bool| {
        [
            ("distribution", Attr::str(row.name)),
            ("params", Attr::int(params.len() as i64)),
            ("sized", Attr::Bool(sized)),
        ]
    };
    let spread = spread_dims(params);
    let one = shape.is_none() && spread.is_none();
    if one && elem != DType::F32 {
        let value = lo.op_with("physl.rng_draw", &operands, Type::Scalar(elem), &attrs(false));
        return Val::scalar(if elem == DType::I64 { Num::INT } else { Num::FLOAT }, value);
    }
    let shape = if one { Some(Vec::new()) } else { shape };
    let dims = match (&shape, spread) {
        (Some(shape), _) => tools::dims(shape),
        (None, Some(dims)) => dims,
        (None, None) => Vec::new(),
    };
    let extents = tools::values(lo, shape.as_deref().unwrap_or_default());
    operands.extend(extents);
    let array = tools::library(lo, "rng_draw", &operands, TensorType { elem, dims }, &attrs(shape.is_some()));
    if !one {
        return Val::Array(array);
    }
    let item = lo.item(&array);
    Val::Scalar(lo.cast_scalar(&item, Num::FLOAT))
}

/// Extents that array parameters broadcast to; nothing without such parameters.
fn spread_dims(params: &[Param]) -> Option<Vec<Option<i64>>> {
    let arrays: Vec<&Array> =
        params.iter().filter_map(|param| if let Param::Many(array) = param { Some(array) } else { None }).collect();
    match arrays[..] {
        [] => None,
        [one] => Some(one.ty.dims.clone()),
        _ => Some(vec![None; arrays.iter().map(|array| array.ty.rank()).max().unwrap_or(0)]),
    }
}

fn integers<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let elem = lo.dtype_arg(args, 4)?.unwrap_or(DType::I64);
    let endpoint = !is_legacy(args) && lo.flag_arg(args, 5)?;
    if is_float(elem) {
        let message = format!("Unsupported dtype dtype('{}') for integers", elem.numpy_name());
        return lo.fail(args.span_of(4), message, "use an integer type");
    }
    let bound = |lo: &mut Lowerer<'a>, at: usize| -> Res<Scalar> {
        let val = args.val(at);
        if let Val::Array(array) = &val
            && array.ty.rank() > 0
        {
            return lo.fail(
                args.span_of(at),
                "bounds that are arrays are not supported",
                "draw with one range at a time",
            );
        }
        let scalar = lo.scalar_of(&val, args.span_of(at))?;
        Ok(lo.cast_scalar(&scalar, Num::INT))
    };
    let first = bound(lo, 1)?;
    let (low, high) = match args.get(2) {
        None => (Scalar::int(0), first),
        Some(_) => (first, bound(lo, 2)?),
    };
    let shape = tools::shape(lo, args, 3)?;
    let mut operands = vec![state(args), lo.scalar_value(&low), lo.scalar_value(&high)];
    let attrs = [("endpoint", Attr::Bool(endpoint)), ("elem", Attr::int(elem as i64))];
    let Some(shape) = shape else {
        let value = lo.op_with("physl.rng_integers", &operands, Type::Scalar(elem), &attrs);
        let plain =
            is_legacy(args) && elem == DType::I64 && args.get(4).is_none_or(|val| *val == Val::path("builtins.int"));
        return Ok(Val::scalar(if plain { Num::INT } else { Num::np(elem) }, value));
    };
    operands.extend(tools::values(lo, &shape));
    let ty = TensorType { elem, dims: tools::dims(&shape) };
    Ok(Val::Array(tools::library(lo, "rng_integers", &operands, ty, &attrs)))
}

fn rand<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    by_extents(lo, args, "random")
}

fn randn<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    by_extents(lo, args, "standard_normal")
}

fn by_extents<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>, name: &str) -> Res<Val> {
    let Some(row) = distributions::of_row(name, 1) else {
        return lo.contradiction(args.span, args.name);
    };
    let shape = if args.rest().is_empty() { None } else { Some(tools::extents_of(lo, args.rest(), args.span)?) };
    Ok(draw(lo, state(args), row, &[], shape, DType::F64))
}

fn axis_of<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>, rank: usize) -> Res<i64> {
    if is_legacy(args) {
        return Ok(0);
    }
    let axis = lo.const_arg(args, 2)?.unwrap_or(0);
    tools::normal_axis(lo, axis, rank, args.span_of(2)).map(|axis| axis as i64)
}

fn mixed(lo: &mut Lowerer, args: &Args, array: &Array, axis: i64, mode: &str) -> Array {
    let operands = [state(args), lo.tensor(array)];
    let attrs = [("axis", Attr::int(axis)), ("mode", Attr::str(mode))];
    tools::library(lo, "rng_permutation", &operands, array.ty.clone(), &attrs)
}

fn permutation<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let val = args.val(1);
    let array = match &val {
        Val::Scalar(_) | Val::Mixed { .. } => None,
        _ => Some(tools::array(lo, args, 1)?).filter(|array| array.ty.rank() > 0),
    };
    if let Some(array) = array {
        let axis = axis_of(lo, args, array.ty.rank())?;
        return Ok(Val::Array(mixed(lo, args, &array, axis, "permutation")));
    }
    let count = lo.int_of(&val, args.span_of(1))?;
    let operands = [state(args), lo.scalar_value(&count)];
    let attrs = [("axis", Attr::int(0)), ("mode", Attr::str("permutation"))];
    let ty = TensorType { elem: DType::I64, dims: vec![known(&count).filter(|count| *count >= 0)] };
    Ok(Val::Array(tools::library(lo, "rng_permutation", &operands, ty, &attrs)))
}

fn permuted<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let array = tools::array(lo, args, 1)?;
    let axis = match lo.const_arg(args, 2)? {
        None => -1000,
        Some(axis) => tools::normal_axis(lo, axis, array.ty.rank(), args.span_of(2))? as i64,
    };
    let result = mixed(lo, args, &array, axis, "permuted");
    lo.store_out(args, 3, Val::Array(result))
}

fn shuffle<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let Val::Array(array) = args.val(1) else {
        return lo.fail(
            args.span_of(1),
            "only arrays can be shuffled in place",
            "make it an array with `np.array(...)`",
        );
    };
    if array.ty.rank() == 0 {
        return lo.fail(args.span_of(1), "len() of unsized object", "shuffle an array of at least one dimension");
    }
    let axis = axis_of(lo, args, array.ty.rank())?;
    let result = mixed(lo, args, &array, axis, "shuffle");
    if array.form == Form::Ref {
        lo.effect("physl.write", &[array.value, result.value], &[]);
    }
    Ok(Val::None)
}

fn choice<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let val = args.val(1);
    let axis = lo.const_arg(args, 5)?.unwrap_or(0);
    let source = match &val {
        Val::Scalar(_) | Val::Mixed { .. } => None,
        _ => Some(tools::array(lo, args, 1)?).filter(|array| array.ty.rank() > 0),
    };
    let mut place = 0;
    let count = match &source {
        Some(array) if array.ty.rank() > 1 && is_legacy(args) => {
            return lo.fail(args.span_of(1), "a must be 1-dimensional", "choose row numbers, then index the array");
        }
        Some(array) => {
            place = tools::normal_axis(lo, axis, array.ty.rank(), args.span_of(5))?;
            lo.extent(array, place)
        }
        None => lo.int_of(&val, args.span_of(1))?,
    };
    let chosen = chosen(lo, args, &count)?;
    match &source {
        Some(array) => super::search::taken(lo, array, &chosen, place, args.span),
        None => Ok(chosen),
    }
}

/// Places among `count`: an array of them, or one.
fn chosen<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>, count: &Scalar) -> Res<Val> {
    let shape = tools::shape(lo, args, 2)?;
    let replace = args.get(3).is_none() || lo.flag_arg(args, 3)?;
    let shuffled = args.get(6).is_none() || lo.flag_arg(args, 6)?;
    let weights = match args.get(4) {
        None => lo.int(0),
        Some(_) => {
            let weights = tools::array(lo, args, 4)?;
            if weights.ty.rank() != 1 {
                return lo.fail(args.span_of(4), "p must be 1-dimensional", "give one weight for each choice");
            }
            tools::tensor_as(lo, &weights, DType::F64)
        }
    };
    let mut operands = vec![state(args), lo.scalar_value(count), weights];
    operands.extend(tools::values(lo, shape.as_deref().unwrap_or_default()));
    let attrs = [("replace", Attr::Bool(replace)), ("mixed", Attr::Bool(shuffled))];
    let ty = TensorType { elem: DType::I64, dims: shape.as_deref().map(tools::dims).unwrap_or_default() };
    let array = tools::library(lo, "rng_choice", &operands, ty, &attrs);
    if shape.is_some() {
        return Ok(Val::Array(array));
    }
    let item = lo.item(&array);
    let num = if is_legacy(args) { Num::INT } else { Num::np(DType::I64) };
    Ok(Val::Scalar(lo.cast_scalar(&item, num)))
}

fn multinomial<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let state = state(args);
    counts(lo, args, state, 1)
}

fn global_multinomial<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let state = global(lo);
    counts(lo, args, state, 0)
}

fn counts(lo: &mut Lowerer, args: &Args, state: Value, first: usize) -> Res<Val> {
    let n = lo.int_of(&args.val(first), args.span_of(first))?;
    let shares = tools::array(lo, args, first + 1)?;
    if shares.ty.rank() != 1 {
        return lo.fail(args.span_of(first + 1), "only one set of shares is supported", "pass a vector");
    }
    let shape = tools::shape(lo, args, first + 2)?.unwrap_or_default();
    let mut operands = vec![state, lo.scalar_value(&n), tools::tensor_as(lo, &shares, DType::F64)];
    operands.extend(tools::values(lo, &shape));
    let mut dims = tools::dims(&shape);
    dims.push(shares.ty.dims[0]);
    Ok(Val::Array(tools::library(lo, "rng_multinomial", &operands, TensorType { elem: DType::I64, dims }, &[])))
}
