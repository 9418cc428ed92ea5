//! Making arrays.

use super::support::dtype_of;
use super::tools;
use crate::ast::BinOp;
use crate::lower::call::{Args, Row};
use crate::lower::{Lowerer, Res};
use crate::types::{Num, is_float};
use crate::value::{Array, Const, Form, Repr, Scalar, Val};
use phylanx_dialects::DType;
use phylanx_dialects::dtype::is_complex;
use phylanx_dialects::ir::{Attr, TensorType, Type, Value};

#[rustfmt::skip]
pub const ROWS: &[Row] = &[
    Row { name: "numpy.zeros", params: "shape, dtype=, order=", build: filled },
    Row { name: "numpy.ones", params: "shape, dtype=, order=", build: filled },
    Row { name: "numpy.empty", params: "shape, dtype=, order=", build: filled },
    Row { name: "numpy.ndarray", params: "shape, dtype=", build: filled },
    Row { name: "numpy.full", params: "shape, fill_value, dtype=, order=", build: full },
    Row { name: "numpy.zeros_like", params: "a, dtype=, order=", build: like },
    Row { name: "numpy.ones_like", params: "a, dtype=, order=", build: like },
    Row { name: "numpy.empty_like", params: "a, dtype=, order=", build: like },
    Row { name: "numpy.full_like", params: "a, fill_value, dtype=, order=", build: full_like },
    Row { name: "numpy.arange", params: "start, stop=, step=, dtype=", build: arange },
    Row { name: "numpy.linspace", params: "start, stop, num=, endpoint=, retstep=, dtype=", build: linspace },
    Row { name: "numpy.eye", params: "N, M=, k=, dtype=", build: eye },
    Row { name: "numpy.identity", params: "n, dtype=", build: identity },
    Row { name: "numpy.array", params: "object, dtype=, copy=, order=, ndmin=", build: array },
    Row { name: "numpy.ascontiguousarray", params: "a, dtype=", build: ascontiguousarray },
    Row { name: "numpy.asfortranarray", params: "a, dtype=", build: asfortranarray },
    Row { name: "numpy.asarray", params: "a, dtype=, order=", build: asarray },
    Row { name: "numpy.copy", params: "a, order=", build: copy },
    Row { name: "ndarray.copy", params: "a, order=", build: copy },
    Row { name: "ndarray.astype", params: "a, dtype, order=, copy=", build: astype },
    Row { name: "ndarray.fill", params: "a, value", build: fill },
    Row { name: "ndarray.item", params: "a, *args", build: item },
    Row { name: "numpy.dtype", params: "dtype", build: dtype },
    Row { name: "numpy.meshgrid", params: "*xi, indexing=", build: meshgrid },
];

/// Element types that convert what they are called with.
const NAMES: &[&str] = &[
    "numpy.bool",
    "numpy.bool_",
    "numpy.int8",
    "numpy.int16",
    "numpy.int32",
    "numpy.int64",
    "numpy.uint8",
    "numpy.uint16",
    "numpy.uint32",
    "numpy.uint64",
    "numpy.float32",
    "numpy.float64",
    "numpy.complex64",
    "numpy.complex128",
    "numpy.csingle",
    "numpy.cdouble",
    "numpy.int_",
    "numpy.intp",
    "numpy.double",
    "numpy.single",
    "numpy.intc",
    "numpy.uint",
];

/// Every one of them: its path, its parameters.
pub fn listed() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    NAMES.iter().map(|name| (*name, "x=", "any"))
}

/// `np.float64(x)` and its like.
pub fn constructor(path: &str) -> Option<Row> {
    let name = path.strip_prefix("numpy.")?;
    crate::sig::dtype_named(name)?;
    let name = NAMES.iter().find(|known| **known == path)?;
    Some(Row { name, params: "x=", build: convert })
}

fn convert<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let Some(dtype) = dtype_of(&Val::path(args.name)) else {
        return lowerer.contradiction(args.span, args.name);
    };
    match args.given(0).cloned().unwrap_or(Val::int(0)) {
        Val::Scalar(scalar) if dtype == DType::Bool => {
            let truth = lowerer.truth_of(Val::Scalar(scalar), args.span);
            let value = lowerer.flag_value(&truth);
            Ok(Val::scalar(Num::np(DType::Bool), value))
        }
        Val::Scalar(scalar) if is_complex(scalar.num.dtype) && !is_complex(dtype) => {
            lowerer.need_real(&scalar, args.span)?;
            Ok(Val::Unknown)
        }
        Val::Scalar(scalar) if !scalar.num.numpy => Ok(Val::Scalar(lowerer.weak_operand(&scalar, dtype, args.span)?)),
        val => lowerer.cast_to(&val, dtype, args.span),
    }
}

fn filled<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let shape = lowerer.shape_arg(&args.val(0), args.span_of(0))?;
    let elem = lowerer.dtype_arg(args, 1)?.unwrap_or(DType::F64);
    let value = Const::Int(i64::from(args.name == "numpy.ones"));
    Ok(lowerer.filled(value, &shape, elem))
}

fn fill_value<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>, dtype: Option<DType>) -> Res<(Value, DType)> {
    let scalar = lowerer.scalar_of(&args.val(1), args.span_of(1))?;
    let dtype = dtype.unwrap_or(scalar.num.dtype);
    let cast = lowerer.cast_scalar(&scalar, Num::np(dtype));
    Ok((lowerer.scalar_value(&cast), dtype))
}

fn full<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let shape = lowerer.shape_arg(&args.val(0), args.span_of(0))?;
    let dtype = lowerer.dtype_arg(args, 2)?;
    let (value, elem) = fill_value(lowerer, args, dtype)?;
    Ok(lowerer.made("full", &[value], &shape, elem))
}

fn like<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let array = lowerer.array_arg(args, 0)?;
    let elem = lowerer.dtype_arg(args, 1)?.unwrap_or(array.ty.elem);
    let shape = lowerer.shape_scalars(&array);
    let value = Const::Int(i64::from(args.name == "numpy.ones_like"));
    Ok(lowerer.filled(value, &shape, elem))
}

fn full_like<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let array = lowerer.array_arg(args, 0)?;
    let elem = lowerer.dtype_arg(args, 2)?.unwrap_or(array.ty.elem);
    let shape = lowerer.shape_scalars(&array);
    let (value, _) = fill_value(lowerer, args, Some(elem))?;
    Ok(lowerer.made("full", &[value], &shape, elem))
}

fn arange<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let first = lowerer.scalar_of(&args.val(0), args.span_of(0))?;
    let (start, stop) = match args.get(1).cloned() {
        None => (Scalar::int(0), first),
        Some(stop) => (first, lowerer.scalar_of(&stop, args.span_of(1))?),
    };
    let step = match args.get(2).cloned() {
        None => Scalar::int(1),
        Some(step) => lowerer.scalar_of(&step, args.span_of(2))?,
    };
    if step.known().is_some_and(|step| step.as_f64() == 0.0) {
        return lowerer.fail(args.span_of(2), "the step of arange must not be zero", "use a step such as 1");
    }
    let parts = [start, stop, step];
    let natural = lowerer.common_dtype(&parts.clone().map(Val::Scalar), args.span)?;
    let natural = if natural == DType::Bool { DType::I64 } else { natural };
    let elem = lowerer.dtype_arg(args, 3)?.unwrap_or(natural);
    let compute = if is_float(natural) && !is_float(elem) { natural } else { elem };
    let dims = vec![arange_length(&parts)];
    let mut operands = Vec::new();
    for part in &parts {
        let cast = lowerer.cast_scalar(part, Num::np(compute));
        operands.push(lowerer.scalar_value(&cast));
    }
    let value = lowerer.op("physl.arange", &operands, Type::Tensor(TensorType { elem: compute, dims }));
    let value = lowerer.cast_tensor(value, elem);
    Ok(lowerer.fresh(value))
}

fn arange_length(parts: &[Scalar; 3]) -> Option<i64> {
    let known = |at: usize| parts[at].known().and_then(Const::as_i64).map(i128::from);
    let (start, stop, step) = (known(0)?, known(1)?, known(2)?);
    let (distance, size) = if step > 0 { (stop - start, step) } else { (start - stop, -step) };
    i64::try_from((distance.max(0) + size - 1) / size).ok()
}

fn linspace<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let line = line_of_numbers(lowerer, args)?;
    let with_step = args.given(4).is_some() && lowerer.flag_arg(args, 4)?;
    if !with_step {
        return Ok(line);
    }
    let line = lowerer.bound(line);
    let step = step_of_line(lowerer, args)?;
    Ok(Val::Tuple([line, step].into()))
}

/// The distance of neighbours; nan where there is none.
fn step_of_line<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let count = lowerer.int_arg(args, 2, 50)?;
    let endpoint = args.given(3).is_none() || lowerer.flag_arg(args, 3)?;
    let parts = lowerer.int_plus(&count, &Scalar::int(if endpoint { -1 } else { 0 }));
    let whole = lowerer.try_binary(BinOp::Sub, args.val(1), args.val(0), args.span)?;
    let (parts, zero) = (lowerer.scalar_value(&parts), lowerer.int(0));
    let some = lowerer.compare_ints("sgt", parts, zero);
    let step = |this: &mut Lowerer<'a>| {
        let parts = Val::scalar(Num::INT, parts);
        let step = this.binary(BinOp::Div, whole, parts, args.span);
        match &step {
            Val::Scalar(scalar) => Val::Scalar(this.cast_scalar(scalar, Num::np(DType::F64))),
            _ => step,
        }
    };
    let nan = Scalar { num: Num::np(DType::F64), repr: Repr::Const(Const::Float(f64::NAN)) };
    Ok(lowerer.choose(some, args.span, step, |_| Val::Scalar(nan)))
}

fn line_of_numbers<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    if has_complex(&args.val(0)) || has_complex(&args.val(1)) {
        return complex_linspace(lowerer, args);
    }
    let (start, stop) = (lowerer.float_arg(args, 0, 0.0)?, lowerer.float_arg(args, 1, 1.0)?);
    let count = lowerer.int_arg(args, 2, 50)?;
    let endpoint = args.given(3).is_none() || lowerer.flag_arg(args, 3)?;
    let dims = lowerer.dims_of(std::slice::from_ref(&count));
    let operands = [lowerer.scalar_value(&start), lowerer.scalar_value(&stop), lowerer.scalar_value(&count)];
    let ty = Type::Tensor(TensorType { elem: DType::F64, dims });
    let value = lowerer.op_with("physl.linspace", &operands, ty, &[("endpoint", Attr::Bool(endpoint))]);
    let elem = lowerer.dtype_arg(args, 5)?.unwrap_or(DType::F64);
    // NumPy rounds down here, where casts round to zero.
    let value = if crate::types::is_float(elem) { value } else { lowerer.infer("floor", &[value], &[], args.span)? };
    let value = lowerer.cast_tensor(value, elem);
    Ok(lowerer.fresh(value))
}

fn has_complex(val: &Val) -> bool {
    match val {
        Val::Scalar(scalar) => is_complex(scalar.num.dtype),
        Val::Array(array) => is_complex(array.ty.elem),
        _ => false,
    }
}

/// The parts are evenly spaced for themselves.
fn complex_linspace<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let mut ends = Vec::new();
    for at in 0..2 {
        let scalar = lowerer.scalar_of(&args.val(at), args.span_of(at))?;
        ends.push(lowerer.cast_scalar(&scalar, Num::COMPLEX));
    }
    let count = lowerer.int_arg(args, 2, 50)?;
    let endpoint = args.given(3).is_none() || lowerer.flag_arg(args, 3)?;
    let dims = lowerer.dims_of(std::slice::from_ref(&count));
    let count = lowerer.scalar_value(&count);
    let mut parts = Vec::new();
    for name in ["real", "imag"] {
        let mut operands = Vec::new();
        for end in &ends {
            let part = lowerer.part_of_scalar(end, name);
            operands.push(lowerer.scalar_value(&part));
        }
        operands.push(count);
        let ty = Type::Tensor(TensorType { elem: DType::F64, dims: dims.clone() });
        parts.push(lowerer.op_with("physl.linspace", &operands, ty, &[("endpoint", Attr::Bool(endpoint))]));
    }
    let value = lowerer.infer("complex", &parts, &[], args.span)?;
    let elem = lowerer.dtype_arg(args, 5)?.unwrap_or(DType::C128);
    let value = lowerer.cast_tensor(value, elem);
    Ok(lowerer.fresh(value))
}

fn eye<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let rows = lowerer.int_arg(args, 0, 0)?;
    let columns = match args.get(1).cloned() {
        None => rows.clone(),
        Some(val) => lowerer.int_of(&val, args.span_of(1))?,
    };
    let offset = lowerer.int_arg(args, 2, 0)?;
    let elem = lowerer.dtype_arg(args, 3)?.unwrap_or(DType::F64);
    Ok(diagonal_ones(lowerer, [rows, columns, offset], elem))
}

fn identity<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let rows = lowerer.int_arg(args, 0, 0)?;
    let elem = lowerer.dtype_arg(args, 1)?.unwrap_or(DType::F64);
    Ok(diagonal_ones(lowerer, [rows.clone(), rows, Scalar::int(0)], elem))
}

fn diagonal_ones(lowerer: &mut Lowerer, parts: [Scalar; 3], elem: DType) -> Val {
    let dims = lowerer.dims_of(&parts[..2]);
    let operands = lowerer.extents(&parts);
    let value = lowerer.op("physl.eye", &operands, Type::Tensor(TensorType { elem, dims }));
    lowerer.fresh(value)
}

fn array<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let dtype = lowerer.dtype_arg(args, 1)?;
    let val = match args.val(0) {
        Val::List(items) | Val::Tuple(items) => {
            let array = lowerer.array_of_items(&items, dtype, args.span_of(0))?;
            Val::Array(Array { form: Form::Tensor, ..array })
        }
        Val::Array(array) => {
            let dtype = dtype.unwrap_or(array.ty.elem);
            lowerer.cast_to(&Val::Array(array), dtype, args.span)?
        }
        other => {
            let array = lowerer.array_of(&other, args.span_of(0))?;
            let dtype = dtype.unwrap_or(array.ty.elem);
            lowerer.cast_to(&Val::Array(Array { form: Form::Tensor, ..array }), dtype, args.span)?
        }
    };
    match val {
        Val::Array(array) => Ok(Val::Array(Array { form: Form::Tensor, ..array })),
        other => Ok(other),
    }
}

fn asarray<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let dtype = lowerer.dtype_arg(args, 1)?;
    if let Val::Array(array) = args.val(0)
        && dtype.is_none_or(|dtype| dtype == array.ty.elem)
        && array.form != Form::Scalar
    {
        return Ok(Val::Array(array));
    }
    array(lowerer, args)
}

fn ascontiguousarray<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    match asarray(lowerer, args)? {
        Val::Array(array) if array.ty.rank() == 0 => Ok(Val::Array(tools::raveled(lowerer, &array))),
        Val::Array(array) => Ok(Val::Array(lowerer.contiguous(&array))),
        other => Ok(other),
    }
}

/// The array itself where its elements lie in column-major order, else a copy that Python sees in that order.
fn asfortranarray<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let val = asarray(lowerer, args)?;
    let array = lowerer.array_of(&val, args.span_of(0))?;
    let backwards: Vec<usize> = (0..array.ty.rank()).rev().collect();
    let turned = tools::transposed(lowerer, &array, &backwards);
    let turned = lowerer.contiguous(&turned);
    Ok(Val::Array(tools::transposed(lowerer, &turned, &backwards)))
}

fn copy<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let array = lowerer.array_arg(args, 0)?;
    lowerer.cast_to(&Val::Array(array.clone()), array.ty.elem, args.span)
}

fn astype<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let array = lowerer.array_arg(args, 0)?;
    let Some(dtype) = lowerer.dtype_arg(args, 1)? else {
        return lowerer.fail(args.span, "astype() needs an element type", "write for example `a.astype(np.float64)`");
    };
    lowerer.cast_to(&Val::Array(array), dtype, args.span)
}

fn fill<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let array = lowerer.array_arg(args, 0)?;
    let scalar = lowerer.scalar_of(&args.val(1), args.span_of(1))?;
    let tensor = lowerer.scalar_tensor(&scalar, array.ty.elem);
    let target = lowerer.reference(&array);
    lowerer.effect("physl.write", &[target.value, tensor], &[]);
    Ok(Val::None)
}

fn item<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let array = lowerer.array_arg(args, 0)?;
    let scalar = if args.rest().is_empty() {
        lowerer.item(&array)
    } else {
        let flat = args.rest().len() == 1 && array.ty.rank() != 1 && !matches!(args.rest(), [Val::Tuple(_)]);
        let array = if flat { super::raveled(lowerer, &array) } else { array };
        let mut items = Vec::new();
        for val in args.rest() {
            items.push(crate::lower::Item::Int(lowerer.int_of(val, args.span)?));
        }
        let val = lowerer.read_items(&array, &items, args.span)?;
        lowerer.scalar_of(&val, args.span)?
    };
    let num = match (scalar.num.is_float(), scalar.num.is_bool()) {
        _ if phylanx_dialects::dtype::is_complex(scalar.num.dtype) => Num::COMPLEX,
        (true, _) => Num::FLOAT,
        (_, true) => Num::BOOL,
        _ => Num::INT,
    };
    Ok(Val::Scalar(lowerer.cast_scalar(&scalar, num)))
}

fn dtype<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let found = lowerer.dtype_arg(args, 0)?.unwrap_or(DType::F64);
    Ok(Val::Static(crate::types::Static::DType(found)))
}

/// Two or more vectors spread over a grid.
fn meshgrid<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let by_matrix = match lowerer.text_arg(args, 1)?.as_deref() {
        None | Some("xy") => false,
        Some("ij") => true,
        Some(_) => return lowerer.fail(args.span_of(1), "`indexing` must be 'xy' or 'ij'", "write indexing='ij'"),
    };
    let mut arrays = Vec::new();
    for val in args.rest() {
        arrays.push(lowerer.array_of(val, args.span)?);
    }
    if arrays.iter().any(|array| array.ty.rank() != 1) || arrays.is_empty() {
        return lowerer.fail(args.span, "meshgrid() needs vectors", "use `ravel()` first");
    }
    let swap = !by_matrix && arrays.len() > 1;
    let mut shape: Vec<Scalar> = arrays.iter().map(|array| lowerer.extent(array, 0)).collect();
    if swap {
        shape.swap(0, 1);
    }
    let mut grids = Vec::new();
    for (at, array) in arrays.iter().enumerate() {
        let axis = if swap && at < 2 { 1 - at } else { at };
        let mut own = vec![Scalar::int(1); arrays.len()];
        own[axis] = lowerer.extent(array, 0);
        let tensor = lowerer.tensor(array);
        let column = lowerer.made("reshape", &[tensor], &own, array.ty.elem);
        let column = lowerer.array_of(&column, args.span)?;
        let grid = lowerer.made("broadcast_to", &[column.value], &shape, array.ty.elem);
        let grid = lowerer.array_of(&grid, args.span)?;
        let value = lowerer.op("physl.copy", &[grid.value], Type::Tensor(grid.ty.clone()));
        grids.push(lowerer.fresh(value));
    }
    Ok(Val::List(grids.into()))
}
