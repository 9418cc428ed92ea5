//! Element by element: operators and functions on arrays, and on scalars the way NumPy treats them.

use super::emit::Stop;
use super::scalar::strength;
use super::{Lowerer, Res};
use crate::ast::{BinOp, CmpOp};
use crate::heap::Kind;
use crate::source::Span;
use crate::types::{Num, Strength, float_of, int_range, is_float, promote};
use crate::value::{Array, Const, Form, Items, Scalar, Val};
use phylanx_dialects::DType;
use phylanx_dialects::dtype::is_complex;
use phylanx_dialects::ir::{Attr, TensorType, Type, Value};

/// Which element type a function computes in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mode {
    /// The common type of the operands.
    Common,
    /// The common type, as a float.
    Float,
    /// The common type as the float of its size, as mathematical functions have it; those of one byte have none.
    Math,
    /// Floats as they are, integers as `float64` results of rounding functions stay integers.
    Keep,
    /// Booleans: each operand's truth.
    Truth,
    /// The common type, which must not be a float.
    Bits,
    /// Compares in the common type.
    Compare,
}

/// An operand of an elementwise function.
enum Operand {
    Scalar(Scalar),
    Array(Array),
}

impl Lowerer<'_> {
    /// A value as an array: scalars get rank 0, tuples and lists of numbers become fresh arrays.
    pub fn array_of(&mut self, val: &Val, span: Span) -> Res<Array> {
        match val {
            Val::Array(array) => Ok(array.clone()),
            Val::Scalar(scalar) => Ok(self.rank0(scalar)),
            Val::Mixed { num, value, .. } => Ok(self.rank0(&Scalar::of(*num, *value))),
            Val::Tuple(items) | Val::List(items) => self.array_of_items(&items.clone(), None, span),
            val if super::flat::base_of(val).is_some() => {
                let base = super::flat::base_of(val).cloned();
                base.map_or(Err(Stop::Reported), |array| Ok(self.flat_copy(&array)))
            }
            Val::Heap(site, object) => self.array_of_object(&site.clone(), *object, span),
            Val::Unknown => Err(Stop::Reported),
            Val::Never => Err(Stop::Never),
            Val::Option { .. } => {
                let val = self.present(val.clone(), None, span)?;
                self.array_of(&val, span)
            }
            Val::Iter(iter) => {
                let iter = (**iter).clone();
                let Some(count) = self.fixed_length(&iter) else {
                    return self.fail(span, "an iterator is no array", "use `np.arange(...)`");
                };
                let items: Vec<Val> = (0..count).map(|at| self.iter_item(&iter, &Scalar::int(at as i64))).collect();
                self.array_of_items(&items, None, span)
            }
            other => self.fail(
                span,
                format!("an array is needed here, not {}", other.describe()),
                "use an array or a number",
            ),
        }
    }

    fn rank0(&mut self, scalar: &Scalar) -> Array {
        let value = self.scalar_value(scalar);
        let ty = TensorType { elem: scalar.num.dtype, dims: Vec::new() };
        let value = self.op("physl.from_scalar", &[value], Type::Tensor(ty.clone()));
        Array { ty, value, form: Form::Scalar }
    }

    /// A fresh array of items (numbers, or arrays of one shape).
    pub fn array_of_items(&mut self, items: &[Val], dtype: Option<DType>, span: Span) -> Res<Array> {
        let mut flat = Vec::new();
        let mut shape = Vec::new();
        if !nested_shape(items, &mut shape) {
            let help = "give every row the same number of items";
            return self.fail(span, "the rows of this array have different lengths", help);
        }
        flatten(items, &mut flat);
        let is_array = |val: &Val| match val {
            Val::Array(array) => array.ty.rank() > 0,
            // Lists whose items are known when the program runs.
            Val::Heap(site, _) => matches!(site.kind(), Kind::List | Kind::Tuple | Kind::Deque),
            _ => false,
        };
        if flat.iter().any(is_array) {
            return self.stack_items(items, dtype, span);
        }
        let mut scalars = Vec::new();
        for val in &flat {
            scalars.push(self.scalar_of(val, span)?);
        }
        let strengths: Vec<Strength> = scalars.iter().map(strength).collect();
        let elem = match (dtype, scalars.is_empty()) {
            (Some(dtype), _) => dtype,
            (None, true) => DType::F64,
            (None, false) => promote(&strengths),
        };
        let mut values = Vec::new();
        for scalar in &scalars {
            let cast = self.cast_scalar(scalar, Num::np(elem));
            values.push(self.scalar_value(&cast));
        }
        let ty = TensorType { elem, dims: shape.iter().map(|extent| Some(*extent)).collect() };
        let attrs = [("shape", Attr::I64s(shape))];
        let value = self.op_with("physl.from_elements", &values, Type::Tensor(ty.clone()), &attrs);
        Ok(Array { ty, value, form: Form::Tensor })
    }

    fn stack_items(&mut self, items: &[Val], dtype: Option<DType>, span: Span) -> Res<Array> {
        let mut arrays = Vec::new();
        for item in items {
            arrays.push(self.array_of(item, span)?);
        }
        let strengths: Vec<Strength> = arrays.iter().map(|array| Strength::Strong(array.ty.elem)).collect();
        let elem = dtype.unwrap_or_else(|| promote(&strengths));
        let Some(first) = arrays.first().cloned() else {
            return self.contradiction(span, "an empty list of arrays");
        };
        let mut values = Vec::new();
        let mut dims = first.ty.dims.clone();
        for array in &arrays {
            if array.ty.rank() != first.ty.rank() {
                return self.fail(span, "the rows of this array have different ranks", "give every row the same shape");
            }
            for (dim, other) in dims.iter_mut().zip(&array.ty.dims) {
                match (*dim, *other) {
                    (Some(a), Some(b)) if a != b => {
                        return self.fail(
                            span,
                            "all input arrays must have the same shape",
                            "give every row the same shape",
                        );
                    }
                    (None, known) => *dim = known,
                    _ => {}
                }
            }
            let tensor = self.tensor(array);
            values.push(self.cast_tensor(tensor, elem));
        }
        dims.insert(0, Some(arrays.len() as i64));
        let ty = TensorType { elem, dims };
        let value = self.op_with("physl.stack", &values, Type::Tensor(ty.clone()), &[("axis", Attr::int(0))]);
        Ok(Array { ty, value, form: Form::Tensor })
    }

    /// `a op b` where one side is an array.
    pub fn array_binary(&mut self, op: BinOp, left: Val, right: Val, span: Span) -> Res<Val> {
        if op == BinOp::MatMul {
            return self.matmul(&left, &right, span);
        }
        let mode = match op {
            BinOp::Div => Mode::Float,
            BinOp::And | BinOp::Or | BinOp::Xor | BinOp::Shl | BinOp::Shr => Mode::Bits,
            _ => Mode::Common,
        };
        if op == BinOp::Pow && !is_float_val(&left) && right.const_int().is_some_and(|power| power < 0) {
            let help = "write the exponent as a float, such as `a ** -1.0`";
            return self.fail(span, "integers to negative integer powers are not allowed", help);
        }
        if let (BinOp::Pow, Some(name)) = (op, complex_power(&left, &right)) {
            return self.elementwise(name, &[left], Mode::Common, span);
        }
        self.elementwise(op.op(), &[left, right], mode, span)
    }

    /// A comparison where one side is an array.
    pub fn array_compare(&mut self, op: CmpOp, left: Val, right: Val, span: Span) -> Res<Val> {
        let name = match op {
            CmpOp::Eq => "eq",
            CmpOp::Ne => "ne",
            CmpOp::Lt => "lt",
            CmpOp::Le => "le",
            CmpOp::Gt => "gt",
            _ => "ge",
        };
        self.elementwise(name, &[left, right], Mode::Compare, span)
    }

    /// A map op on values of any kind; scalars alone give a NumPy scalar.
    pub fn elementwise(&mut self, name: &str, vals: &[Val], mode: Mode, span: Span) -> Res<Val> {
        let mut operands = Vec::new();
        for val in vals {
            operands.push(self.operand(val, span)?);
        }
        let common = promote(&operands.iter().map(Operand::strength).collect::<Vec<_>>());
        let dtype = self.compute_type(name, common, mode, &operands, span)?;
        self.guard_mixed(name, vals, &operands, mode, dtype, span)?;
        if operands.iter().all(Operand::is_scalar) {
            return self.scalar_map(name, &operands, mode, dtype, span);
        }
        let mut tensors = Vec::new();
        for operand in &operands {
            tensors.push(self.operand_tensor(operand, dtype, mode, span)?);
        }
        let value = self.infer_op(name, &tensors, &[], span)?;
        if name == "pow" && operands.get(1).is_none_or(|exponent| !exponent.is_known_natural()) {
            self.guard_exponents(tensors[1], value);
        }
        Ok(self.fresh_or_scalar(value))
    }

    /// A number that may be an int or a float counts as a float. Where the int would give another element type, it ends the program.
    fn guard_mixed(
        &mut self,
        name: &str,
        vals: &[Val],
        operands: &[Operand],
        mode: Mode,
        dtype: DType,
        span: Span,
    ) -> Res<()> {
        for (at, val) in vals.iter().enumerate() {
            let Val::Mixed { is_int, .. } = val else { continue };
            let strength =
                |(n, it): (usize, &Operand)| if n == at { Strength::Weak(DType::I64) } else { it.strength() };
            let common = promote(&operands.iter().enumerate().map(strength).collect::<Vec<_>>());
            if mode != Mode::Bits && self.compute_type(name, common, mode, operands, span)? != dtype {
                let message = "a number that may be an int or a float is an int here, which would change the element type of the result: \
                               start it as a float, such as `0.0`";
                let is_int = self.flag_value(is_int);
                self.raise_when(is_int, "TypeError", message);
            }
        }
        Ok(())
    }

    fn operand(&mut self, val: &Val, span: Span) -> Res<Operand> {
        match val {
            Val::Scalar(scalar) => Ok(Operand::Scalar(scalar.clone())),
            Val::Mixed { num, value, .. } => Ok(Operand::Scalar(Scalar::of(*num, *value))),
            other => Ok(Operand::Array(self.array_of(other, span)?)),
        }
    }

    /// The element type that an op computes in.
    fn compute_type(&mut self, name: &str, common: DType, mode: Mode, operands: &[Operand], span: Span) -> Res<DType> {
        if is_complex(common) && REAL_ONLY.contains(&name) {
            let help = "take the real or the imaginary part, or `np.abs`";
            return self.fail(span, format!("`{name}` is not defined on complex numbers"), help);
        }
        match mode {
            Mode::Float => Ok(float_of(common)),
            Mode::Math => match common {
                DType::Bool | DType::I8 | DType::U8 => {
                    let message = format!("`{name}` of {} gives float16, which is not supported", common.numpy_name());
                    self.fail(span, message, "convert the operand first: `x.astype(float)`, or `float(x)` for a number")
                }
                DType::I16 | DType::U16 => Ok(DType::F32),
                other => Ok(float_of(other)),
            },
            Mode::Truth => Ok(DType::Bool),
            Mode::Bits if is_float(common) => {
                let help = "use comparisons to get masks, or `astype(int)`";
                let written = match name {
                    "and" => "&",
                    "or" => "|",
                    "xor" => "^",
                    other => other,
                };
                self.fail(span, format!("`{written}` is not defined on {} operands", common.numpy_name()), help)
            }
            Mode::Bits if common == DType::Bool && matches!(name, "shl" | "shr") => Ok(DType::I8),
            Mode::Compare if !is_float(common) && operands.iter().any(|operand| !operand.fits(common)) => {
                Ok(DType::I64)
            }
            Mode::Common if common == DType::Bool && matches!(name, "sub" | "neg") => {
                self.fail(span, "`-` is not defined on booleans", "use `^`, `~` or `np.logical_xor`")
            }
            Mode::Common
                if common == DType::Bool && matches!(name, "floordiv" | "mod" | "pow" | "fmod" | "square" | "sign") =>
            {
                Ok(DType::I8)
            }
            _ => Ok(common),
        }
    }

    /// NumPy's function on scalars alone.
    fn scalar_map(&mut self, name: &str, operands: &[Operand], mode: Mode, dtype: DType, span: Span) -> Res<Val> {
        let mut values = Vec::new();
        for operand in operands {
            let scalar = match operand {
                Operand::Scalar(scalar) => scalar.clone(),
                Operand::Array(array) => self.item(array),
            };
            values.push(match mode {
                Mode::Truth => {
                    let truth = self.truth_of(Val::Scalar(scalar), span);
                    self.flag_value(&truth)
                }
                _ => self.operand_as(&scalar, dtype, span)?,
            });
        }
        if let ("pow", [_, Operand::Scalar(exponent)]) = (name, operands) {
            self.guard_exponent(exponent, values[1], dtype);
        } else if name == "pow" {
            self.guard_exponent(&Scalar::of(Num::np(dtype), values[1]), values[1], dtype);
        }
        let compares = mode == Mode::Compare || matches!(name, "isnan" | "isinf" | "isfinite");
        let result = if compares { DType::Bool } else { super::complex::result_type(name, dtype) };
        let value = self.np_scalar(name, &values, result);
        Ok(Val::scalar(Num::np(result), value))
    }

    fn operand_tensor(&mut self, operand: &Operand, dtype: DType, mode: Mode, span: Span) -> Res<Value> {
        match operand {
            Operand::Array(array) => {
                let tensor = self.tensor(array);
                match mode {
                    Mode::Truth => self.truth_tensor(tensor, span),
                    _ => Ok(self.cast_tensor(tensor, dtype)),
                }
            }
            Operand::Scalar(scalar) => {
                let value = match mode {
                    Mode::Truth => {
                        let truth = self.truth_of(Val::Scalar(scalar.clone()), span);
                        self.flag_value(&truth)
                    }
                    _ => self.operand_as(scalar, dtype, span)?,
                };
                let ty = TensorType { elem: dtype, dims: Vec::new() };
                Ok(self.op("physl.from_scalar", &[value], Type::Tensor(ty)))
            }
        }
    }

    /// The truth of each element.
    pub fn truth_tensor(&mut self, tensor: Value, span: Span) -> Res<Value> {
        let ty = self.tensor_type(tensor);
        if ty.elem == DType::Bool {
            return Ok(tensor);
        }
        let zero = self.constant(Const::Int(0), ty.elem);
        let zero = self.op("physl.from_scalar", &[zero], Type::Tensor(TensorType { elem: ty.elem, dims: Vec::new() }));
        self.infer_op("ne", &[tensor, zero], &[], span)
    }

    /// A tensor of rank 0.
    pub fn rank0_tensor(&mut self, scalar: &Scalar) -> Value {
        self.rank0(scalar).value
    }

    /// `a @ b`.
    pub fn matmul(&mut self, left: &Val, right: &Val, span: Span) -> Res<Val> {
        let (a, b) = (self.array_of(left, span)?, self.array_of(right, span)?);
        if a.ty.rank() == 0 || b.ty.rank() == 0 {
            return self.fail(span, "`@` needs arrays of at least one dimension", "use `*` with a number");
        }
        let common = promote(&[Strength::Strong(a.ty.elem), Strength::Strong(b.ty.elem)]);
        let (a, b) = (self.tensor(&a), self.tensor(&b));
        let (a, b) = (self.cast_tensor(a, common), self.cast_tensor(b, common));
        let value = self.infer_op("matmul", &[a, b], &[], span)?;
        Ok(self.fresh_or_scalar(value))
    }

    /// A fold over all axes.
    pub fn reduce_all(&mut self, name: &str, val: Val, span: Span) -> Res<Val> {
        let array = self.array_of(&val, span)?;
        let mut tensor = self.tensor(&array);
        if matches!(name, "any" | "all") {
            tensor = self.truth_tensor(tensor, span)?;
        }
        let axes = (0..array.ty.rank() as i64).collect();
        let attrs = [("axes", Attr::I64s(axes)), ("keepdims", Attr::Bool(false))];
        let value = self.infer_op(name, &[tensor], &attrs, span)?;
        Ok(self.fresh_or_scalar(value))
    }
}

/// Map ops that are not defined on complex numbers.
const REAL_ONLY: [&str; 11] =
    ["cbrt", "floor", "ceil", "trunc", "floordiv", "mod", "fmod", "arctan2", "hypot", "copysign", "rint"];

impl Operand {
    fn strength(&self) -> Strength {
        match self {
            Operand::Scalar(scalar) => strength(scalar),
            Operand::Array(array) => Strength::Strong(array.ty.elem),
        }
    }

    fn is_scalar(&self) -> bool {
        match self {
            Operand::Scalar(_) => true,
            Operand::Array(array) => array.form == Form::Scalar,
        }
    }

    /// Whether this is a bool, or an integer known not to be negative.
    fn is_known_natural(&self) -> bool {
        match self {
            Operand::Scalar(scalar) => {
                scalar.num.is_bool() || scalar.known().and_then(Const::as_i64).is_some_and(|value| value >= 0)
            }
            Operand::Array(array) => array.ty.elem == DType::Bool,
        }
    }

    /// Whether a Python int among the operands is known to fit the type.
    fn fits(&self, dtype: DType) -> bool {
        let Operand::Scalar(scalar) = self else { return true };
        if scalar.num.numpy || dtype == DType::I64 || dtype == DType::Bool {
            return true;
        }
        match (scalar.known().and_then(Const::as_i64), int_range(dtype)) {
            (Some(value), Some((low, high))) => (low..=high).contains(&value),
            _ => false,
        }
    }
}

/// The function that NumPy calls for a complex array to the power of a Python number.
fn complex_power(left: &Val, right: &Val) -> Option<&'static str> {
    let (Val::Array(array), Val::Scalar(exponent)) = (left, right) else { return None };
    if !is_complex(array.ty.elem) || exponent.num.numpy || is_complex(exponent.num.dtype) {
        return None;
    }
    let value = exponent.known()?.as_f64();
    let known = [(2.0, "square"), (0.5, "sqrt"), (-1.0, "reciprocal")];
    known.into_iter().find(|(power, _)| *power == value).map(|(_, name)| name)
}

fn is_float_val(val: &Val) -> bool {
    match val {
        Val::Scalar(scalar) => scalar.num.is_float(),
        Val::Array(array) => is_float(array.ty.elem),
        _ => false,
    }
}

/// The shape of nested lists; false when rows differ.
fn nested_shape(items: &[Val], shape: &mut Vec<i64>) -> bool {
    shape.push(items.len() as i64);
    let rows: Vec<&Items> = items
        .iter()
        .filter_map(|item| if let Val::List(row) | Val::Tuple(row) = item { Some(row) } else { None })
        .collect();
    if rows.is_empty() {
        return true;
    }
    if rows.len() != items.len() {
        return false;
    }
    let depth = shape.len();
    for (at, row) in rows.iter().enumerate() {
        let mut inner = shape[..depth].to_vec();
        if !nested_shape(row, &mut inner) || (at > 0 && inner != *shape) {
            return false;
        }
        *shape = inner;
    }
    true
}

fn flatten(items: &[Val], out: &mut Vec<Val>) {
    for item in items {
        match item {
            Val::List(row) | Val::Tuple(row) => flatten(row, out),
            other => out.push(other.clone()),
        }
    }
}
