//! Choosing elements: by condition, by bounds, by position.

use crate::lower::call::{Args, Row};
use crate::lower::{Item, Lowerer, Mode, Res};
use crate::value::{Array, Form, Scalar, Val};
use phylanx_dialects::DType;
use phylanx_dialects::dtype::is_complex;
use phylanx_dialects::ir::{Attr, TensorType, Type, Value};

#[rustfmt::skip]
pub const ROWS: &[Row] = &[
    Row { name: "numpy.where", params: "condition, x=, y=", build: choose },
    Row { name: "numpy.nonzero", params: "a", build: nonzero },
    Row { name: "numpy.flatnonzero", params: "a", build: nonzero },
    Row { name: "numpy.clip", params: "a, a_min=, a_max=, out=, min=, max=", build: clip },
    Row { name: "numpy.take", params: "a, indices, axis=", build: take },
    Row { name: "numpy.round", params: "a, decimals=, out=", build: round },
    Row { name: "numpy.tril", params: "m, k=", build: triangle },
    Row { name: "numpy.triu", params: "m, k=", build: triangle },
    Row { name: "numpy.isclose", params: "a, b, rtol=, atol=, equal_nan=", build: isclose },
    Row { name: "numpy.allclose", params: "a, b, rtol=, atol=, equal_nan=", build: isclose },
    Row { name: "numpy.array_equal", params: "a1, a2", build: array_equal },
    Row { name: "numpy.diff", params: "a, n=, axis=", build: diff },
];

fn choose<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let (x, y) = match (args.given(1).cloned(), args.given(2).cloned()) {
        (None, None) => return nonzero(lowerer, args),
        (Some(x), Some(y)) => (x, y),
        _ => {
            return lowerer.fail(
                args.span,
                "either both or neither of x and y should be given",
                "write np.where(c, x, y)",
            );
        }
    };
    let condition = lowerer.tensor_arg(args, 0)?;
    let condition = lowerer.truth_tensor(condition, args.span)?;
    let elem = lowerer.common_dtype(&[x.clone(), y.clone()], args.span)?;
    let mut tensors: Vec<Value> = vec![condition];
    for val in [x, y] {
        let tensor = match &val {
            Val::Scalar(scalar) => {
                let value = lowerer.operand_as(scalar, elem, args.span)?;
                lowerer.op("physl.from_scalar", &[value], Type::Tensor(TensorType { elem, dims: Vec::new() }))
            }
            other => {
                let array = lowerer.array_of(other, args.span)?;
                let tensor = lowerer.tensor(&array);
                lowerer.cast_tensor(tensor, elem)
            }
        };
        tensors.push(tensor);
    }
    let value = lowerer.infer("where", &tensors, &[], args.span)?;
    Ok(lowerer.fresh(value))
}

fn nonzero<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let mut array = lowerer.array_arg(args, 0)?;
    if args.name == "numpy.flatnonzero" {
        array = lowerer.flattened(&array);
    }
    let tensor = lowerer.tensor(&array);
    let tensor = lowerer.truth_tensor(tensor, args.span)?;
    let ty = Type::Tensor(TensorType { elem: DType::I64, dims: vec![None] });
    let mut parts = Vec::new();
    for axis in 0..array.ty.rank() {
        let value = lowerer.op_with("physl.nonzero", &[tensor], ty.clone(), &[("axis", Attr::int(axis as i64))]);
        parts.push(lowerer.fresh(value));
    }
    match args.name {
        "numpy.flatnonzero" => Ok(parts.swap_remove(0)),
        _ => Ok(Val::Tuple(parts.into())),
    }
}

fn clip<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let mut val = args.val(0);
    let low = args.get(1).or(args.get(4)).cloned();
    let high = args.get(2).or(args.get(5)).cloned();
    // Of equal numbers (0.0 and -0.0) the second stays, which is the value itself.
    if let Some(low) = low {
        val = lowerer.elementwise("maximum", &[low, val], Mode::Common, args.span)?;
    }
    if let Some(high) = high {
        val = lowerer.elementwise("minimum", &[high, val], Mode::Common, args.span)?;
    }
    lowerer.store_out(args, 3, val)
}

fn take<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let mut array = lowerer.array_arg(args, 0)?;
    let axis = match lowerer.axis_arg(args, 2, array.ty.rank())? {
        Some(axis) => axis,
        None => {
            array = lowerer.flattened(&array);
            0
        }
    };
    let index = lowerer.array_arg(args, 1)?;
    let wrong = crate::types::is_float(index.ty.elem) || is_complex(index.ty.elem);
    // What a list holds is cut off instead.
    if matches!(args.val(1), Val::Array(_)) && wrong {
        let what = if index.ty.rank() == 0 { "scalar" } else { "array data" };
        let name = index.ty.elem.numpy_name();
        let message =
            format!("Cannot cast {what} from dtype('{name}') to dtype('int64') according to the rule 'same_kind'");
        return lowerer.sure_to_raise(args.span_of(1), "TypeError", message, "convert with `astype(int)`");
    }
    let mut items = vec![Item::Slice { start: None, stop: None, step: None }; axis];
    items.push(Item::Fancy(index));
    lowerer.read_items(&array, &items, args.span)
}

fn round<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let digits = lowerer.const_arg(args, 1)?.unwrap_or(0);
    let val = args.val(0);
    let result = lowerer.round_array(&val, digits, args.span)?;
    lowerer.store_out(args, 2, result)
}

impl<'a> Lowerer<'a> {
    /// `np.round(val, digits)`: scaled, rounded half to even, scaled back.
    pub fn round_array(&mut self, val: &Val, digits: i64, span: crate::source::Span) -> Res<Val> {
        let is_int = match val {
            Val::Scalar(scalar) => !scalar.num.is_float(),
            Val::Array(array) => !crate::types::is_float(array.ty.elem),
            _ => false,
        };
        if is_int && digits >= 0 {
            return Ok(val.clone());
        }
        let is_complex = match val {
            Val::Scalar(scalar) => phylanx_dialects::dtype::is_complex(scalar.num.dtype),
            Val::Array(array) => phylanx_dialects::dtype::is_complex(array.ty.elem),
            _ => false,
        };
        if is_complex {
            let mut parts = Vec::new();
            for name in ["real", "imag"] {
                let part = self.elementwise(name, std::slice::from_ref(val), Mode::Common, span)?;
                parts.push(self.round_array(&part, digits, span)?);
            }
            let (real, imaginary) = (self.array_of(&parts[0], span)?, self.array_of(&parts[1], span)?);
            let operands = [self.tensor(&real), self.tensor(&imaginary)];
            let value = self.infer("complex", &operands, &[], span)?;
            return Ok(self.fresh_or_scalar(value));
        }
        if digits == 0 {
            return self.elementwise("rint", std::slice::from_ref(val), Mode::Float, span);
        }
        let scale = Val::float(10f64.powi(digits.unsigned_abs().min(300) as i32));
        let (there, back) = if digits > 0 { ("mul", "div") } else { ("div", "mul") };
        let scaled = self.elementwise(there, &[val.clone(), scale.clone()], Mode::Float, span)?;
        let rounded = self.elementwise("rint", &[scaled], Mode::Float, span)?;
        self.elementwise(back, &[rounded, scale], Mode::Float, span)
    }

    /// `column + k op row` as a mask over the last two axes.
    fn diagonal_mask(&mut self, array: &Array, offset: &Scalar, op: &str, span: crate::source::Span) -> Res<Value> {
        let rank = array.ty.rank();
        let (rows, columns) = (self.extent(array, rank - 2), self.extent(array, rank - 1));
        let row = self.counting(&rows);
        let column = self.counting(&columns);
        let row = self.made("reshape", &[row], &[rows, Scalar::int(1)], DType::I64);
        let row = self.array_of(&row, span)?.value;
        let offset = self.scalar_tensor(offset, DType::I64);
        let bound = self.infer("add", &[row, offset], &[], span)?;
        self.infer(op, &[column, bound], &[], span)
    }

    /// `0, 1, ..., count - 1`.
    fn counting(&mut self, count: &Scalar) -> Value {
        let dims = self.dims_of(std::slice::from_ref(count));
        let operands = [self.int(0), self.scalar_value(count), self.int(1)];
        self.op("physl.arange", &operands, Type::Tensor(TensorType { elem: DType::I64, dims }))
    }
}

fn matrix<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Array> {
    let array = lowerer.array_arg(args, 0)?;
    if array.ty.rank() < 2 {
        return lowerer.fail(args.span_of(0), "a matrix is needed here", "use an array of two dimensions");
    }
    Ok(array)
}

/// A vector as each row of a square matrix.
fn repeated_rows<'a>(lowerer: &mut Lowerer<'a>, array: &Array, args: &Args<'a>) -> Res<Array> {
    let extent = lowerer.extent(array, 0);
    let tensor = lowerer.tensor(array);
    let spread = lowerer.made("broadcast_to", &[tensor], &[extent.clone(), extent], array.ty.elem);
    lowerer.array_of(&spread, args.span)
}

fn triangle<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let array = lowerer.array_arg(args, 0)?;
    let array = match array.ty.rank() {
        0 => matrix(lowerer, args)?,
        1 => repeated_rows(lowerer, &array, args)?,
        _ => array,
    };
    let offset = lowerer.int_arg(args, 1, 0)?;
    let op = if args.name == "numpy.tril" { "le" } else { "ge" };
    let mask = lowerer.diagonal_mask(&array, &offset, op, args.span)?;
    let zero = lowerer.scalar_tensor(&Scalar::int(0), array.ty.elem);
    let tensor = lowerer.tensor(&array);
    let value = lowerer.infer("where", &[mask, tensor, zero], &[], args.span)?;
    Ok(lowerer.fresh(value))
}

/// `abs(a - b) <= atol + rtol * abs(b)`, infinities equal to themselves.
fn isclose<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let span = args.span;
    let relative = args.get(2).cloned().unwrap_or(Val::float(1e-5));
    let absolute = args.get(3).cloned().unwrap_or(Val::float(1e-8));
    let (a, b) = (args.val(0), args.val(1));
    let difference = lowerer.elementwise("sub", &[a.clone(), b.clone()], Mode::Float, span)?;
    let difference = lowerer.elementwise("abs", &[difference], Mode::Common, span)?;
    let size = lowerer.elementwise("abs", std::slice::from_ref(&b), Mode::Float, span)?;
    let slack = lowerer.elementwise("mul", &[relative, size.clone()], Mode::Float, span)?;
    let bound = lowerer.elementwise("add", &[absolute, slack], Mode::Float, span)?;
    let close = lowerer.elementwise("le", &[difference, bound], Mode::Compare, span)?;
    let finite = lowerer.elementwise("isfinite", &[size], Mode::Float, span)?;
    let close = lowerer.elementwise("and", &[close, finite], Mode::Truth, span)?;
    let equal = lowerer.elementwise("eq", &[a.clone(), b.clone()], Mode::Compare, span)?;
    let mut result = lowerer.elementwise("or", &[close, equal], Mode::Truth, span)?;
    if lowerer.flag_arg(args, 4)? {
        let (nan_a, nan_b) = (
            lowerer.elementwise("isnan", &[a], Mode::Float, span)?,
            lowerer.elementwise("isnan", &[b], Mode::Float, span)?,
        );
        let both = lowerer.elementwise("and", &[nan_a, nan_b], Mode::Truth, span)?;
        result = lowerer.elementwise("or", &[result, both], Mode::Truth, span)?;
    }
    if args.name == "numpy.isclose" {
        return Ok(result);
    }
    all_as_bool(lowerer, result, span)
}

/// Whether all hold, as a Python bool.
fn all_as_bool(lowerer: &mut Lowerer, val: Val, span: crate::source::Span) -> Res<Val> {
    let all = lowerer.reduce_all("all", val, span)?;
    let truth = lowerer.truth_of(all, span);
    Ok(lowerer.flag_val(truth))
}

fn array_equal<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let (a, b) = (lowerer.array_arg(args, 0)?, lowerer.array_arg(args, 1)?);
    if a.ty.rank() != b.ty.rank() {
        return Ok(Val::bool(false));
    }
    let mut same: Option<Value> = None;
    for axis in 0..a.ty.rank() {
        let (x, y) = (lowerer.extent(&a, axis), lowerer.extent(&b, axis));
        match (x.known(), y.known()) {
            (Some(x), Some(y)) if x != y => return Ok(Val::bool(false)),
            (Some(_), Some(_)) => {}
            _ => {
                let (x, y) = (lowerer.scalar_value(&x), lowerer.scalar_value(&y));
                let equal = lowerer.compare_ints("eq", x, y);
                same = Some(match same {
                    None => equal,
                    Some(before) => lowerer.op("arith.andi", &[before, equal], Type::BOOL),
                });
            }
        }
    }
    let span = args.span;
    let compare = |this: &mut Lowerer<'a>| {
        let equal = this.elementwise("eq", &[Val::Array(a), Val::Array(b)], Mode::Compare, span);
        equal.and_then(|equal| all_as_bool(this, equal, span)).unwrap_or(Val::Unknown)
    };
    Ok(match same {
        None => compare(lowerer),
        Some(same) => lowerer.choose(same, span, compare, |_| Val::bool(false)),
    })
}

fn diff<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let mut array = lowerer.array_arg(args, 0)?;
    let rank = array.ty.rank();
    let times = lowerer.const_arg(args, 1)?.unwrap_or(1);
    let axis = match lowerer.axis_arg(args, 2, rank)? {
        Some(axis) => axis,
        None => lowerer.axis(-1, rank, args.span)?,
    };
    let whole = Item::Slice { start: None, stop: None, step: None };
    for _ in 0..times.clamp(0, 16) {
        let mut upper = vec![whole.clone(); axis];
        let mut lower = upper.clone();
        upper.push(Item::Slice { start: Some(Scalar::int(1)), stop: None, step: None });
        lower.push(Item::Slice { start: None, stop: Some(Scalar::int(-1)), step: None });
        let high = lowerer.read_items(&array, &upper, args.span)?;
        let low = lowerer.read_items(&array, &lower, args.span)?;
        let op = if array.ty.elem == DType::Bool { "ne" } else { "sub" };
        let mode = if op == "ne" { Mode::Compare } else { Mode::Common };
        let result = lowerer.elementwise(op, &[high, low], mode, args.span)?;
        array = lowerer.array_of(&result, args.span)?;
    }
    let form = if array.form == Form::Ref { Form::Ref } else { Form::Tensor };
    Ok(Val::Array(Array { form, ..array }))
}
