//! Arguments that many functions of NumPy share: axes, element types, shapes, `out`.

use crate::lower::call::Args;
use crate::lower::{Lowerer, Res};
use crate::sig::dtype_named;
use crate::source::Span;
use crate::types::{Num, Static};
use crate::value::{Array, Const, Form, Repr, Scalar, Val};
use phylanx_dialects::DType;
use phylanx_dialects::ir::{Attr, TensorType, Type, Value};

impl<'a> Lowerer<'a> {
    /// An argument that names an element type.
    pub fn dtype_arg(&mut self, args: &Args<'a>, at: usize) -> Res<Option<DType>> {
        match args.get(at) {
            None => Ok(None),
            Some(val) => {
                let val = val.clone();
                if let Some(dtype) = dtype_of(&val) {
                    return Ok(Some(dtype));
                }
                match val {
                    Val::Str(_) | Val::Static(_) => {
                        let help = "use np.float64, np.float32, np.int64, np.int32, bool or another fixed type";
                        self.fail(args.span_of(at), "this element type is not supported", help)
                    }
                    _ => self.not_constant(args.expr(at), args.span_of(at), "an element type"),
                }
            }
        }
    }

    /// An argument that names one axis, made positive.
    pub fn axis_arg(&mut self, args: &Args<'a>, at: usize, rank: usize) -> Res<Option<usize>> {
        match self.const_arg(args, at)? {
            None => Ok(None),
            Some(axis) => self.axis(axis, rank, args.span_of(at)).map(Some),
        }
    }

    /// An axis counted from the front.
    pub fn axis(&mut self, axis: i64, rank: usize, span: Span) -> Res<usize> {
        let positive = if axis < 0 { axis + rank as i64 } else { axis };
        match usize::try_from(positive).ok().filter(|axis| *axis < rank) {
            Some(axis) => Ok(axis),
            None => {
                let message = format!("axis {axis} is out of bounds for array of dimension {rank}");
                self.fail(span, message, "use an axis that the array has")
            }
        }
    }

    /// An argument that names axes; all of them when it is left out.
    pub fn axes_arg(&mut self, args: &Args<'a>, at: usize, rank: usize) -> Res<Vec<i64>> {
        let listed = match args.get(at) {
            None => return Ok((0..rank as i64).collect()),
            Some(Val::Tuple(items) | Val::List(items)) => items.iter().map(Val::const_int).collect::<Option<Vec<_>>>(),
            Some(val) => val.const_int().map(|axis| vec![axis]),
        };
        let Some(listed) = listed else {
            return self.not_constant(args.expr(at), args.span_of(at), "an axis");
        };
        let mut axes = Vec::new();
        for axis in listed {
            axes.push(self.axis(axis, rank, args.span_of(at))? as i64);
        }
        axes.sort_unstable();
        if axes.windows(2).any(|pair| pair[0] == pair[1]) {
            return self.fail(args.span_of(at), "duplicate value in 'axis'", "name each axis once");
        }
        Ok(axes)
    }

    /// A shape: one integer or a tuple of them.
    pub fn shape_arg(&mut self, val: &Val, span: Span) -> Res<Vec<Scalar>> {
        let items: Vec<Val> = match val {
            Val::Tuple(items) | Val::List(items) => items.to_vec(),
            Val::Array(array) if array.ty.rank() > 0 => {
                let Some(count) = array.ty.dims[0].filter(|_| array.ty.rank() == 1) else {
                    let help = "write the extents out, or pass a tuple";
                    return self.fail(span, "the length of this shape is not known at compile time", help);
                };
                (0..count.min(9)).map(|at| self.leading_item(array, &Scalar::int(at))).collect()
            }
            one => vec![one.clone()],
        };
        if items.len() > 8 {
            return self.fail(span, "arrays have at most 8 dimensions", "use fewer dimensions");
        }
        let mut shape = Vec::new();
        for item in &items {
            let extent = self.int_of(item, span)?;
            if extent.known().and_then(Const::as_i64).is_some_and(|extent| extent < -1) {
                return self.fail(span, "negative dimensions are not allowed", "use extents of at least 0");
            }
            shape.push(extent);
        }
        Ok(shape)
    }

    /// Extents as far as they are known.
    pub fn dims_of(&self, shape: &[Scalar]) -> Vec<Option<i64>> {
        shape.iter().map(|extent| extent.known().and_then(Const::as_i64).filter(|extent| *extent >= 0)).collect()
    }

    /// Extents as IR values.
    pub fn extents(&mut self, shape: &[Scalar]) -> Vec<Value> {
        shape.iter().map(|extent| self.scalar_value(extent)).collect()
    }

    /// A fresh array made by an op whose operands end with the extents of a shape.
    pub fn made(&mut self, op: &str, first: &[Value], shape: &[Scalar], elem: DType) -> Val {
        let ty = TensorType { elem, dims: self.dims_of(shape) };
        let mut operands = first.to_vec();
        operands.extend(self.extents(shape));
        let value = self.op(&format!("physl.{op}"), &operands, Type::Tensor(ty.clone()));
        Val::Array(Array { ty, value, form: Form::Tensor })
    }

    /// An array filled with a constant.
    pub fn filled(&mut self, value: Const, shape: &[Scalar], elem: DType) -> Val {
        let value = self.constant(value, elem);
        self.made("full", &[value], shape, elem)
    }

    /// The extents of an array.
    pub fn shape_scalars(&mut self, array: &Array) -> Vec<Scalar> {
        (0..array.ty.rank()).map(|axis| self.extent(array, axis)).collect()
    }

    /// A value with another element type, fresh.
    pub fn cast_to(&mut self, val: &Val, dtype: DType, span: Span) -> Res<Val> {
        match val {
            Val::Scalar(scalar) => Ok(Val::Scalar(self.cast_scalar(scalar, Num::np(dtype)))),
            other => {
                let array = self.array_of(other, span)?;
                let tensor = self.tensor(&array);
                let value = match array.ty.elem == dtype {
                    true if array.form == Form::Ref => self.op("physl.copy", &[tensor], Type::Tensor(array.ty.clone())),
                    true => self.packed(tensor),
                    false => self.cast_tensor(tensor, dtype),
                };
                let form = if array.form == Form::Scalar { Form::Scalar } else { Form::Tensor };
                Ok(Val::Array(Array { ty: array.ty.with_elem(dtype), value, form }))
            }
        }
    }

    /// Stores a result in the array given as `out`, if there is one.
    pub fn store_out(&mut self, args: &Args<'a>, at: usize, result: Val) -> Res<Val> {
        let Some(out) = args.get(at).cloned() else { return Ok(result) };
        let Val::Array(target) = &out else {
            return self.fail(args.span_of(at), "`out` must be an array", "pass an array of the result's shape");
        };
        let array = self.array_of(&result, args.span)?;
        self.check_fits(&array.ty, &target.ty, args.span)?;
        if kind(array.ty.elem) > kind(target.ty.elem) {
            let (from, to) = (array.ty.elem.numpy_name(), target.ty.elem.numpy_name());
            let message =
                format!("cannot cast the result from dtype('{from}') to dtype('{to}') with casting rule 'same_kind'");
            return self.fail(args.span_of(at), message, format!("make the output array {from}"));
        }
        let tensor = self.tensor(&array);
        let tensor = self.cast_tensor(tensor, target.ty.elem);
        let target = self.reference(target);
        self.effect("physl.write", &[target.value, tensor], &[]);
        Ok(Val::Array(target))
    }

    /// An op of the table on tensors, whose result type follows.
    pub fn infer(&mut self, op: &str, operands: &[Value], attrs: &[(&str, Attr)], span: Span) -> Res<Value> {
        self.infer_op(op, operands, attrs, span)
    }

    /// An array argument as an array.
    pub fn array_arg(&mut self, args: &Args<'a>, at: usize) -> Res<Array> {
        let val = args.val(at);
        self.array_of(&val, args.span_of(at))
    }

    /// An array argument as a tensor.
    pub fn tensor_arg(&mut self, args: &Args<'a>, at: usize) -> Res<Value> {
        let array = self.array_arg(args, at)?;
        Ok(self.tensor(&array))
    }

    /// The integer argument as an IR value, or a default.
    pub fn int_arg(&mut self, args: &Args<'a>, at: usize, default: i64) -> Res<Scalar> {
        match args.get(at).cloned() {
            None => Ok(Scalar::int(default)),
            Some(val) => self.int_of(&val, args.span_of(at)),
        }
    }

    /// A Python scalar argument as a float, or a default.
    pub fn float_arg(&mut self, args: &Args<'a>, at: usize, default: f64) -> Res<Scalar> {
        match args.get(at).cloned() {
            None => Ok(Scalar::float(default)),
            Some(val) => {
                let scalar = self.scalar_of(&val, args.span_of(at))?;
                self.need_real(&scalar, args.span_of(at))?;
                Ok(self.as_float(&scalar))
            }
        }
    }

    /// A tensor of rank 0 from a scalar in an element type.
    pub fn scalar_tensor(&mut self, scalar: &Scalar, dtype: DType) -> Value {
        let cast = self.cast_scalar(scalar, Num::np(dtype));
        let value = self.scalar_value(&cast);
        self.op("physl.from_scalar", &[value], Type::Tensor(TensorType { elem: dtype, dims: Vec::new() }))
    }
}

/// Kinds of element types in the order in which they convert: bool, unsigned, signed, float.
fn kind(dtype: DType) -> u8 {
    match dtype {
        DType::Bool => 0,
        dtype if crate::types::is_unsigned(dtype) => 1,
        dtype if phylanx_dialects::dtype::is_complex(dtype) => 4,
        dtype if crate::types::is_float(dtype) => 3,
        _ => 2,
    }
}

/// The element type that a value names.
pub fn dtype_of(val: &Val) -> Option<DType> {
    match val {
        Val::Static(Static::DType(dtype)) => Some(*dtype),
        Val::Static(Static::Path(path)) => match &**path {
            "builtins.float" => Some(DType::F64),
            "builtins.int" => Some(DType::I64),
            "builtins.bool" => Some(DType::Bool),
            "builtins.complex" => Some(DType::C128),
            path => dtype_named(path.strip_prefix("numpy.")?),
        },
        Val::Str(Repr::Const(text)) => dtype_code(text),
        _ => None,
    }
}

fn dtype_code(text: &str) -> Option<DType> {
    Some(match text.trim_start_matches(['<', '=']) {
        "f8" | "d" => DType::F64,
        "f4" | "f" => DType::F32,
        "c16" | "D" => DType::C128,
        "c8" | "F" => DType::C64,
        "i8" | "q" => DType::I64,
        "i4" | "i" => DType::I32,
        "i2" => DType::I16,
        "i1" => DType::I8,
        "u8" => DType::U64,
        "u4" => DType::U32,
        "u2" => DType::U16,
        "u1" => DType::U8,
        "?" => DType::Bool,
        name => return dtype_named(name),
    })
}
