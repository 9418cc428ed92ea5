//! What builders of library functions share: arguments as arrays, axes and extents, and plain ops on arrays.

use crate::ast::BinOp;
use crate::lower::call::Args;
use crate::lower::{Item, Lowerer, Mode, Res};
use crate::source::Span;
use crate::types::{Num, Strength, is_unsigned, promote};
use crate::value::{Array, Const, Form, Scalar, Val};
use phylanx_dialects::DType;
use phylanx_dialects::ir::{Attr, TensorType, Type, Value};

/// An argument as an array.
pub fn array(lo: &mut Lowerer, args: &Args, at: usize) -> Res<Array> {
    lo.array_of(&args.val(at), args.span_of(at))
}

/// An argument as an array of at least one dimension.
pub fn at_least_1d(lo: &mut Lowerer, args: &Args, at: usize) -> Res<Array> {
    let found = array(lo, args, at)?;
    if found.ty.rank() > 0 { Ok(found) } else { Ok(raveled(lo, &found)) }
}

/// Refuses arguments that are not supported, where they are given and not `None`.
#[track_caller]
pub fn refuse(lo: &mut Lowerer, args: &Args, unsupported: &[(usize, &str)]) -> Res<()> {
    match unsupported.iter().find(|(at, _)| args.get(*at).is_some()) {
        None => Ok(()),
        Some((at, name)) => {
            let message = format!("the argument '{name}' is not supported by this function");
            lo.fail(args.span_of(*at), message, "convert or store the result afterwards")
        }
    }
}

/// An axis counted from the front.
pub fn normal_axis(lo: &mut Lowerer, axis: i64, rank: usize, span: Span) -> Res<usize> {
    let from_front = if axis < 0 { axis + rank as i64 } else { axis };
    if (0..rank as i64).contains(&from_front) {
        return Ok(from_front as usize);
    }
    let message = format!("axis {axis} is out of bounds for array of dimension {rank}");
    lo.fail(span, message, "use an axis that the array has")
}

/// The axis an argument names, if there is one.
pub fn axis<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>, at: usize, rank: usize) -> Res<Option<usize>> {
    match lo.const_arg(args, at)? {
        None => Ok(None),
        Some(axis) => normal_axis(lo, axis, rank, args.span_of(at)).map(Some),
    }
}

/// The axis an argument names; `default` when it is left out, none when it is `None`.
pub fn axis_or<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>, at: usize, rank: usize, default: i64) -> Res<Option<usize>> {
    match args.given(at) {
        None => normal_axis(lo, default, rank, args.span).map(Some),
        Some(_) => axis(lo, args, at, rank),
    }
}

/// The axes an argument names; all of them when it is left out.
pub fn axes<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>, at: usize, rank: usize) -> Res<Vec<usize>> {
    match args.get(at) {
        None => Ok((0..rank).collect()),
        Some(Val::Tuple(items) | Val::List(items)) => {
            let listed = int_items(lo, items, args, at)?;
            listed.into_iter().map(|axis| normal_axis(lo, axis, rank, args.span_of(at))).collect()
        }
        Some(_) => Ok(axis(lo, args, at, rank)?.into_iter().collect()),
    }
}

/// Constant ints in a tuple or list.
fn int_items<'a>(lo: &mut Lowerer<'a>, items: &[Val], args: &Args<'a>, at: usize) -> Res<Vec<i64>> {
    let known: Option<Vec<i64>> = items.iter().map(Val::const_int).collect();
    match known {
        Some(known) => Ok(known),
        None => lo.not_constant(args.expr(at), args.span_of(at), "integers"),
    }
}

/// An argument that is one constant int or several; none when it is left out.
pub fn const_ints<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>, at: usize) -> Res<Option<Vec<i64>>> {
    match args.get(at) {
        None => Ok(None),
        Some(Val::Tuple(items) | Val::List(items)) => int_items(lo, items, args, at).map(Some),
        Some(_) => Ok(lo.const_arg(args, at)?.map(|one| vec![one])),
    }
}

/// A shape: one extent, or a tuple of them; no extents when it is left out.
pub fn shape(lo: &mut Lowerer, args: &Args, at: usize) -> Res<Option<Vec<Scalar>>> {
    let Some(val) = args.get(at).cloned() else { return Ok(None) };
    let items = match &val {
        Val::Tuple(items) | Val::List(items) => items.clone(),
        _ => [val].into(),
    };
    extents_of(lo, &items, args.span_of(at)).map(Some)
}

/// Extents as ints.
pub fn extents_of(lo: &mut Lowerer, items: &[Val], span: Span) -> Res<Vec<Scalar>> {
    let extents = items.iter().map(|item| lo.int_of(item, span)).collect::<Res<Vec<_>>>()?;
    if extents.iter().any(|extent| known(extent).is_some_and(|extent| extent < 0)) {
        return lo.fail(span, "negative dimensions are not allowed", "use extents of at least 0");
    }
    if extents.len() > 8 {
        return lo.fail(span, "arrays have at most 8 dimensions", "use fewer dimensions");
    }
    Ok(extents)
}

/// The int that a scalar is known to be.
pub fn known(scalar: &Scalar) -> Option<i64> {
    scalar.known().and_then(Const::as_i64)
}

/// Static extents, where they are known.
pub fn dims(extents: &[Scalar]) -> Vec<Option<i64>> {
    extents.iter().map(known).collect()
}

/// All extents of an array.
pub fn extents(lo: &mut Lowerer, array: &Array) -> Vec<Scalar> {
    (0..array.ty.rank()).map(|axis| lo.extent(array, axis)).collect()
}

/// IR values of ints.
pub fn values(lo: &mut Lowerer, scalars: &[Scalar]) -> Vec<Value> {
    scalars.iter().map(|scalar| lo.scalar_value(scalar)).collect()
}

/// The elements of an array in another element type.
pub fn tensor_as(lo: &mut Lowerer, array: &Array, dtype: DType) -> Value {
    let tensor = lo.tensor(array);
    lo.cast_tensor(tensor, dtype)
}

/// An array as a fresh value in another element type.
pub fn cast(lo: &mut Lowerer, array: &Array, dtype: DType) -> Array {
    if array.ty.elem == dtype {
        return array.clone();
    }
    let value = tensor_as(lo, array, dtype);
    Array { ty: array.ty.with_elem(dtype), value, form: fresh_form(array) }
}

fn fresh_form(array: &Array) -> Form {
    if array.form == Form::Scalar { Form::Scalar } else { Form::Tensor }
}

/// The element type that arrays have in common.
pub fn common(arrays: &[Array]) -> DType {
    promote(&arrays.iter().map(|array| Strength::Strong(array.ty.elem)).collect::<Vec<_>>())
}

/// A library op with an array result.
pub fn library(lo: &mut Lowerer, name: &str, operands: &[Value], ty: TensorType, attrs: &[(&str, Attr)]) -> Array {
    let value = lo.op_with(&format!("physl.{name}"), operands, Type::Tensor(ty.clone()), attrs);
    Array { ty, value, form: Form::Tensor }
}

/// A fold over axes; sums and products of narrow integers are 64 bits wide, as NumPy's.
pub fn fold(lo: &mut Lowerer, name: &str, val: &Val, axes: &[usize], keepdims: bool, span: Span) -> Res<Val> {
    let array = lo.array_of(val, span)?;
    let mut tensor = lo.tensor(&array);
    match name {
        "any" | "all" => tensor = lo.truth_tensor(tensor, span)?,
        "sum" | "prod" => tensor = lo.cast_tensor(tensor, sum_type(array.ty.elem)),
        _ => {}
    }
    let listed = axes.iter().map(|axis| *axis as i64).collect();
    let attrs = [("axes", Attr::I64s(listed)), ("keepdims", Attr::Bool(keepdims))];
    let value = lo.infer_op(name, &[tensor], &attrs, span)?;
    Ok(lo.fresh_or_scalar(value))
}

/// The element type of sums.
pub fn sum_type(dtype: DType) -> DType {
    match dtype {
        dtype if crate::types::is_float(dtype) => dtype,
        _ if is_unsigned(dtype) => DType::U64,
        _ => DType::I64,
    }
}

/// `a op b`.
pub fn binary(lo: &mut Lowerer, op: BinOp, a: &Val, b: &Val, span: Span) -> Res<Val> {
    let items = |val: &Val| matches!(val, Val::Tuple(_) | Val::List(_));
    if items(a) || items(b) {
        let (a, b) = (lo.array_of(a, span)?, lo.array_of(b, span)?);
        return lo.try_binary(op, Val::Array(a), Val::Array(b), span);
    }
    lo.try_binary(op, a.clone(), b.clone(), span)
}

/// A function that computes in floats.
pub fn float_map(lo: &mut Lowerer, name: &str, val: &Val, span: Span) -> Res<Val> {
    lo.elementwise(name, std::slice::from_ref(val), Mode::Float, span)
}

/// A function that keeps the element type.
pub fn map(lo: &mut Lowerer, name: &str, vals: &[Val], span: Span) -> Res<Val> {
    lo.elementwise(name, vals, Mode::Common, span)
}

/// A comparison.
pub fn compare(lo: &mut Lowerer, name: &str, a: &Val, b: &Val, span: Span) -> Res<Val> {
    lo.elementwise(name, &[a.clone(), b.clone()], Mode::Compare, span)
}

/// `np.where(condition, x, y)`.
pub fn select(lo: &mut Lowerer, condition: &Val, x: &Val, y: &Val, span: Span) -> Res<Val> {
    let condition = lo.array_of(condition, span)?;
    let mut strengths = Vec::new();
    for val in [x, y] {
        strengths.push(match val {
            Val::Scalar(scalar) if !scalar.num.numpy => Strength::Weak(scalar.num.dtype),
            other => Strength::Strong(lo.array_of(other, span)?.ty.elem),
        });
    }
    let elem = promote(&strengths);
    let condition = lo.tensor(&condition);
    let mut operands = vec![lo.truth_tensor(condition, span)?];
    for val in [x, y] {
        operands.push(match val {
            Val::Scalar(scalar) => {
                let value = lo.operand_as(scalar, elem, span)?;
                lo.op("physl.from_scalar", &[value], Type::Tensor(TensorType { elem, dims: Vec::new() }))
            }
            other => {
                let array = lo.array_of(other, span)?;
                tensor_as(lo, &array, elem)
            }
        });
    }
    let value = lo.infer_op("where", &operands, &[], span)?;
    Ok(lo.fresh_or_scalar(value))
}

/// The same elements in another shape.
pub fn reshaped(lo: &mut Lowerer, array: &Array, shape: &[Scalar]) -> Array {
    reshaped_as(lo, array, shape, dims(shape))
}

/// All elements as one line.
pub fn raveled(lo: &mut Lowerer, array: &Array) -> Array {
    if array.ty.rank() == 1 {
        return array.clone();
    }
    let size: Option<i64> = array.ty.dims.iter().copied().product();
    reshaped_as(lo, array, &[Scalar::int(-1)], vec![size])
}

fn reshaped_as(lo: &mut Lowerer, array: &Array, shape: &[Scalar], dims: Vec<Option<i64>>) -> Array {
    let ty = TensorType { elem: array.ty.elem, dims };
    let mut operands = vec![array.value];
    operands.extend(values(lo, shape));
    let (name, result, form) = match array.form {
        Form::Ref => ("physl.view_reshape", Type::Ref(ty.clone()), Form::Ref),
        _ => ("physl.reshape", Type::Tensor(ty.clone()), Form::Tensor),
    };
    let value = lo.op(name, &operands, result);
    Array { ty, value, form }
}

/// An array with its axes permuted.
pub fn transposed(lo: &mut Lowerer, array: &Array, perm: &[usize]) -> Array {
    let listed: Vec<i64> = perm.iter().map(|axis| *axis as i64).collect();
    match lo.transposed(array, &listed) {
        Val::Array(array) => array,
        _ => array.clone(),
    }
}

/// A whole axis.
pub fn whole() -> Item {
    Item::Slice { start: None, stop: None, step: None }
}

/// A slice between two positions.
pub fn between(start: Scalar, stop: Scalar) -> Item {
    Item::Slice { start: Some(start), stop: Some(stop), step: None }
}

/// A slice with bounds that are known.
pub fn slice(start: Option<i64>, stop: Option<i64>, step: Option<i64>) -> Item {
    Item::Slice { start: start.map(Scalar::int), stop: stop.map(Scalar::int), step: step.map(Scalar::int) }
}

/// The part of an array that one item along an axis names.
pub fn along(lo: &mut Lowerer, array: &Array, axis: usize, item: Item, span: Span) -> Res<Array> {
    let mut items: Vec<Item> = (0..axis).map(|_| whole()).collect();
    items.push(item);
    part(lo, array, &items, span)
}

/// The part of an array that a subscript names.
pub fn part(lo: &mut Lowerer, array: &Array, items: &[Item], span: Span) -> Res<Array> {
    let basic = lo.basic(&array.ty, items, span)?;
    Ok(lo.part(array, &basic))
}

/// An array with a new axis in front of `axis`.
pub fn expanded(lo: &mut Lowerer, array: &Array, axis: usize, span: Span) -> Res<Array> {
    along(lo, array, axis, Item::NewAxis, span)
}

/// A fresh array filled with one number.
pub fn full(lo: &mut Lowerer, value: &Scalar, elem: DType, shape: &[Scalar]) -> Array {
    let value = lo.cast_scalar(value, Num::np(elem));
    let mut operands = vec![lo.scalar_value(&value)];
    operands.extend(values(lo, shape));
    library(lo, "full", &operands, TensorType { elem, dims: dims(shape) }, &[])
}

/// `0, 1, ... below count`, as int64.
pub fn arange(lo: &mut Lowerer, count: &Scalar) -> Array {
    let operands = [lo.int(0), lo.scalar_value(count), lo.int(1)];
    library(lo, "arange", &operands, TensorType { elem: DType::I64, dims: vec![known(count)] }, &[])
}

/// Whole quotient of two ints that are not negative, the divisor positive.
pub fn int_div(lo: &mut Lowerer, a: &Scalar, b: &Scalar) -> Scalar {
    if let (Some(a), Some(b)) = (known(a), known(b))
        && b != 0
    {
        return Scalar::int(a / b);
    }
    let (a, b) = (lo.scalar_value(a), lo.scalar_value(b));
    Scalar::of(Num::INT, lo.op("arith.divsi", &[a, b], Type::I64))
}

/// The larger (`maxsi`) or smaller (`minsi`) of two ints.
pub fn int_extreme(lo: &mut Lowerer, name: &str, a: &Scalar, b: &Scalar) -> Scalar {
    if let (Some(x), Some(y)) = (known(a), known(b)) {
        return Scalar::int(if name == "maxsi" { x.max(y) } else { x.min(y) });
    }
    let (a, b) = (lo.scalar_value(a), lo.scalar_value(b));
    Scalar::of(Num::INT, lo.op(&format!("arith.{name}"), &[a, b], Type::I64))
}

/// The program ends with an error unless two extents agree; extents known to differ are a fault at compile time.
pub fn require_equal(lo: &mut Lowerer, a: &Scalar, b: &Scalar, message: &str, span: Span) -> Res<()> {
    if let (Some(a), Some(b)) = (known(a), known(b)) {
        return if a == b { Ok(()) } else { lo.fail(span, message, "make the shapes agree") };
    }
    let (a, b) = (lo.scalar_value(a), lo.scalar_value(b));
    let differ = lo.compare_ints("ne", a, b);
    lo.raise_when(differ, "ValueError", message);
    Ok(())
}

/// The arrays that an argument lists: a tuple or list of them, or the rows of one array.
pub fn arrays(lo: &mut Lowerer, args: &Args, at: usize) -> Res<Vec<Array>> {
    let span = args.span_of(at);
    let items = match args.val(at) {
        Val::Tuple(items) | Val::List(items) => items,
        other => {
            let iter = lo.iter_of(other, span)?;
            let Some(count) = lo.fixed_length(&iter) else {
                let help = "list the arrays in a tuple";
                return lo.fail(span, "the number of arrays to join is not known at compile time", help);
            };
            (0..count).map(|at| lo.iter_item(&iter, &Scalar::int(at as i64))).collect()
        }
    };
    if items.is_empty() {
        return lo.fail(span, "need at least one array to concatenate", "list at least one array");
    }
    items.iter().map(|item| lo.array_of(item, span)).collect()
}
