//! Changing shapes: views where NumPy gives views.

use crate::lower::call::{Args, Row};
use crate::lower::{Lowerer, Res};
use crate::value::{Array, Const, Form, Scalar, Val};
use phylanx_dialects::ir::{Attr, TensorType, Type};

#[rustfmt::skip]
pub const ROWS: &[Row] = &[
    Row { name: "numpy.reshape", params: "a, shape, order=", build: reshape },
    Row { name: "ndarray.reshape", params: "a, *shape, order=", build: reshape_method },
    Row { name: "numpy.ravel", params: "a, order=", build: ravel },
    Row { name: "ndarray.flatten", params: "a, order=", build: flatten },
    Row { name: "numpy.squeeze", params: "a, axis=", build: squeeze },
    Row { name: "numpy.expand_dims", params: "a, axis", build: expand_dims },
    Row { name: "numpy.swapaxes", params: "a, axis1, axis2", build: swapaxes },
    Row { name: "numpy.transpose", params: "a, axes=", build: transpose },
    Row { name: "ndarray.transpose", params: "a, *axes", build: transpose_method },
    Row { name: "numpy.moveaxis", params: "a, source, destination", build: moveaxis },
    Row { name: "numpy.broadcast_to", params: "a, shape", build: broadcast_to },
    Row { name: "numpy.flip", params: "m, axis=", build: flip },
    Row { name: "numpy.flipud", params: "m", build: flip_first },
    Row { name: "numpy.fliplr", params: "m", build: flip_first },
    Row { name: "numpy.repeat", params: "a, repeats, axis=", build: repeat },
    Row { name: "numpy.tile", params: "A, reps", build: tile },
    Row { name: "numpy.shape", params: "a", build: shape },
    Row { name: "numpy.size", params: "a", build: size },
    Row { name: "numpy.ndim", params: "a", build: ndim },
    Row { name: "numpy.atleast_1d", params: "a", build: atleast },
    Row { name: "numpy.atleast_2d", params: "a", build: atleast },
];

impl<'a> Lowerer<'a> {
    /// An array in a new shape; a view of a reference where NumPy gives one.
    pub fn reshaped(&mut self, array: &Array, shape: &[Scalar], args: &Args<'a>) -> Res<Val> {
        let known: Vec<Option<i64>> = shape.iter().map(|extent| extent.known().and_then(Const::as_i64)).collect();
        let total: Option<i64> = array.ty.dims.iter().copied().product();
        let open = known.iter().filter(|extent| **extent == Some(-1)).count();
        if open > 1 {
            return self.fail(args.span, "can only specify one unknown dimension", "write -1 once");
        }
        let rest: Option<i64> = known.iter().filter(|extent| **extent != Some(-1)).copied().product();
        let misfit = match (total, rest) {
            (Some(total), Some(rest)) if open == 1 => rest == 0 || total % rest != 0,
            (Some(total), Some(rest)) => total != rest,
            _ => false,
        };
        if misfit {
            let message = format!(
                "cannot reshape array of size {} into shape {}",
                total.unwrap_or(0),
                phylanx_dialects::shape::shape_text(&known)
            );
            return self.fail(args.span, message, "the number of elements must stay the same");
        }
        let fill = |extent: &Option<i64>| match (extent, total, rest) {
            (Some(-1), Some(total), Some(rest)) if rest > 0 => Some(total / rest),
            (Some(-1), ..) => None,
            (known, ..) => *known,
        };
        let ty = TensorType { elem: array.ty.elem, dims: known.iter().map(fill).collect() };
        let mut operands = vec![array.value];
        operands.extend(self.extents(shape));
        let (op, result, form) = match array.form {
            Form::Ref => ("physl.view_reshape", Type::Ref(ty.clone()), Form::Ref),
            _ => ("physl.reshape", Type::Tensor(ty.clone()), Form::Tensor),
        };
        let value = self.op(op, &operands, result);
        Ok(Val::Array(Array { ty, value, form }))
    }

    /// The array itself where its elements lie in row-major order, else a copy.
    pub fn contiguous(&mut self, array: &Array) -> Array {
        if array.form != Form::Ref {
            return Array { value: self.packed(array.value), ..array.clone() };
        }
        let value = self.op("physl.view_contiguous", &[array.value], Type::Ref(array.ty.clone()));
        Array { value, ..array.clone() }
    }

    /// The elements as a vector value.
    pub fn flattened(&mut self, array: &Array) -> Array {
        let tensor = self.tensor(array);
        let total: Option<i64> = array.ty.dims.iter().copied().product();
        let ty = TensorType { elem: array.ty.elem, dims: vec![total] };
        if array.ty.rank() == 1 {
            return Array { ty: array.ty.clone(), value: tensor, form: Form::Tensor };
        }
        let minus = self.int(-1);
        let value = self.op("physl.reshape", &[tensor, minus], Type::Tensor(ty.clone()));
        Array { ty, value, form: Form::Tensor }
    }

    /// A part by a subscript spec, with the extents of the result.
    pub fn part_by(&mut self, array: &Array, spec: Vec<String>, operands: &[i64], dims: Vec<Option<i64>>) -> Val {
        let values = operands.iter().map(|value| self.int(*value)).collect();
        let basic = crate::lower::Basic { spec: spec.join(","), operands: values, dims, is_element: false };
        Val::Array(self.part(array, &basic))
    }

    fn order_arg(&mut self, args: &Args<'a>, at: usize) -> Res<()> {
        match self.text_arg(args, at)?.as_deref() {
            None | Some("C" | "K" | "A") => Ok(()),
            Some(_) => self.fail(args.span_of(at), "only row-major order is supported", "use `a.T.reshape(...)`"),
        }
    }
}

fn reshape<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    lowerer.order_arg(args, 2)?;
    let array = lowerer.array_arg(args, 0)?;
    let shape = lowerer.shape_arg(&args.val(1), args.span_of(1))?;
    lowerer.reshaped(&array, &shape, args)
}

fn reshape_method<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    lowerer.order_arg(args, 2)?;
    let array = lowerer.array_arg(args, 0)?;
    let wanted = match args.rest() {
        [only] => only.clone(),
        many => Val::Tuple(many.into()),
    };
    let shape = lowerer.shape_arg(&wanted, args.span)?;
    lowerer.reshaped(&array, &shape, args)
}

fn ravel<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    lowerer.order_arg(args, 1)?;
    let array = lowerer.array_arg(args, 0)?;
    let array = lowerer.contiguous(&array);
    if array.ty.rank() == 1 {
        return Ok(Val::Array(array));
    }
    lowerer.reshaped(&array, &[Scalar::int(-1)], args)
}

fn flatten<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    lowerer.order_arg(args, 1)?;
    let array = lowerer.array_arg(args, 0)?;
    let flat = lowerer.flattened(&array);
    if array.ty.rank() == 1 {
        let value = match array.form {
            Form::Ref => lowerer.op("physl.copy", &[flat.value], Type::Tensor(flat.ty.clone())),
            _ => lowerer.packed(flat.value),
        };
        return Ok(lowerer.fresh(value));
    }
    Ok(Val::Array(flat))
}

fn squeeze<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let array = lowerer.array_arg(args, 0)?;
    let rank = array.ty.rank();
    let axes: Vec<usize> = match args.get(1) {
        Some(_) => lowerer.axes_arg(args, 1, rank)?.into_iter().map(|axis| axis as usize).collect(),
        None if array.ty.dims.iter().all(Option::is_some) => {
            (0..rank).filter(|axis| array.ty.dims[*axis] == Some(1)).collect()
        }
        None => {
            let help = "name the axis: `np.squeeze(a, axis=1)`";
            return lowerer.fail(
                args.span,
                "the extents are not known here, so the rank of the result is not either",
                help,
            );
        }
    };
    for axis in &axes {
        match array.ty.dims[*axis] {
            Some(1) => {}
            Some(_) => {
                let message = "cannot select an axis to squeeze out which has size not equal to one";
                return lowerer.fail(args.span, message, "name an axis of extent 1");
            }
            None => {
                let extent = lowerer.extent(&array, *axis);
                let (extent, one) = (lowerer.scalar_value(&extent), lowerer.int(1));
                let wrong = lowerer.compare_ints("ne", extent, one);
                lowerer.raise_when(
                    wrong,
                    "ValueError",
                    "cannot select an axis to squeeze out which has size not equal to one",
                );
            }
        }
    }
    let spec = (0..rank).map(|axis| if axes.contains(&axis) { "i".into() } else { ":".to_string() }).collect();
    let dims = (0..rank).filter(|axis| !axes.contains(axis)).map(|axis| array.ty.dims[axis]).collect();
    Ok(lowerer.part_by(&array, spec, &vec![0; axes.len()], dims))
}

fn expand_dims<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let array = lowerer.array_arg(args, 0)?;
    let rank = array.ty.rank();
    let Some(axis) = lowerer.axis_arg(args, 1, rank + 1)? else {
        return lowerer.fail(args.span, "expand_dims() needs an axis", "write axis=0");
    };
    let spec = (0..=rank).map(|at| if at == axis { "n".into() } else { ":".to_string() }).collect();
    let mut dims = array.ty.dims.clone();
    dims.insert(axis, Some(1));
    Ok(lowerer.part_by(&array, spec, &[], dims))
}

fn swapaxes<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let array = lowerer.array_arg(args, 0)?;
    let rank = array.ty.rank();
    let (Some(a), Some(b)) = (lowerer.axis_arg(args, 1, rank)?, lowerer.axis_arg(args, 2, rank)?) else {
        return lowerer.fail(args.span, "swapaxes() needs two axes", "write np.swapaxes(a, 0, 1)");
    };
    let mut perm: Vec<i64> = (0..rank as i64).collect();
    perm.swap(a, b);
    Ok(lowerer.transposed(&array, &perm))
}

fn transpose<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    permute(lowerer, args, args.get(1).cloned())
}

fn transpose_method<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let axes = match args.rest() {
        [] | [Val::None] => None,
        [Val::Tuple(items)] => Some(Val::Tuple(items.clone())),
        many => Some(Val::Tuple(many.into())),
    };
    permute(lowerer, args, axes)
}

fn permute<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>, axes: Option<Val>) -> Res<Val> {
    let array = lowerer.array_arg(args, 0)?;
    let rank = array.ty.rank();
    let perm: Vec<i64> = match axes {
        None => (0..rank as i64).rev().collect(),
        Some(Val::Tuple(items) | Val::List(items)) => {
            let mut perm = Vec::new();
            for item in items.iter() {
                let Some(axis) = item.const_int() else {
                    return lowerer.not_constant(args.expr(1), args.span, "a tuple of axes");
                };
                perm.push(lowerer.axis(axis, rank, args.span)? as i64);
            }
            perm
        }
        Some(_) => return lowerer.fail(args.span, "axes must be a tuple", "write axes=(1, 0)"),
    };
    let mut sorted = perm.clone();
    sorted.sort_unstable();
    if sorted != (0..rank as i64).collect::<Vec<_>>() {
        return lowerer.fail(args.span, "axes don't match array", "name each axis once");
    }
    Ok(lowerer.transposed(&array, &perm))
}

fn moveaxis<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let array = lowerer.array_arg(args, 0)?;
    let rank = array.ty.rank();
    let (Some(from), Some(to)) = (lowerer.axis_arg(args, 1, rank)?, lowerer.axis_arg(args, 2, rank)?) else {
        return lowerer.fail(args.span, "moveaxis() needs two axes", "write np.moveaxis(a, 0, -1)");
    };
    let mut perm: Vec<i64> = (0..rank as i64).collect();
    let axis = perm.remove(from);
    perm.insert(to, axis);
    Ok(lowerer.transposed(&array, &perm))
}

fn broadcast_to<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let array = lowerer.array_arg(args, 0)?;
    let shape = lowerer.shape_arg(&args.val(1), args.span_of(1))?;
    let wanted = TensorType { elem: array.ty.elem, dims: lowerer.dims_of(&shape) };
    lowerer.check_fits(&array.ty, &wanted, args.span)?;
    let tensor = lowerer.tensor(&array);
    Ok(lowerer.made("broadcast_to", &[tensor], &shape, array.ty.elem))
}

fn flip<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let array = lowerer.array_arg(args, 0)?;
    let axes = lowerer.axes_arg(args, 1, array.ty.rank())?;
    Ok(flipped(lowerer, &array, &axes))
}

fn flip_first<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let array = lowerer.array_arg(args, 0)?;
    let axis = i64::from(args.name == "numpy.fliplr");
    let axis = lowerer.axis(axis, array.ty.rank(), args.span)? as i64;
    Ok(flipped(lowerer, &array, &[axis]))
}

fn flipped(lowerer: &mut Lowerer, array: &Array, axes: &[i64]) -> Val {
    let spec = (0..array.ty.rank() as i64).map(|axis| if axes.contains(&axis) { ":p".into() } else { ":".to_string() });
    lowerer.part_by(array, spec.collect(), &vec![-1; axes.len()], array.ty.dims.clone())
}

fn repeat<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let array = lowerer.array_arg(args, 0)?;
    let count = lowerer.int_arg(args, 1, 1)?;
    let axis = lowerer.axis_arg(args, 2, array.ty.rank())?;
    let times = count.known().and_then(Const::as_i64);
    let dims = match axis {
        None => {
            vec![array.ty.dims.iter().copied().product::<Option<i64>>().zip(times).map(|(total, times)| total * times)]
        }
        Some(axis) => {
            let mut dims = array.ty.dims.clone();
            dims[axis] = dims[axis].zip(times).map(|(extent, times)| extent * times);
            dims
        }
    };
    let operands = [lowerer.tensor(&array), lowerer.scalar_value(&count)];
    let ty = Type::Tensor(TensorType { elem: array.ty.elem, dims });
    let attrs = [("axis", Attr::int(axis.map_or(-1000, |axis| axis as i64)))];
    let value = lowerer.op_with("physl.repeat", &operands, ty, &attrs);
    Ok(lowerer.fresh(value))
}

fn tile<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let array = lowerer.array_arg(args, 0)?;
    let mut counts = lowerer.shape_arg(&args.val(1), args.span_of(1))?;
    while counts.len() < array.ty.rank() {
        counts.insert(0, Scalar::int(1));
    }
    let extra = counts.len() - array.ty.rank();
    let mut dims = Vec::new();
    for (at, count) in counts.iter().enumerate() {
        let extent = if at < extra { Some(1) } else { array.ty.dims[at - extra] };
        dims.push(extent.zip(count.known().and_then(Const::as_i64)).map(|(extent, count)| extent * count));
    }
    let mut operands = vec![lowerer.tensor(&array)];
    operands.extend(lowerer.extents(&counts));
    let value = lowerer.op("physl.tile", &operands, Type::Tensor(TensorType { elem: array.ty.elem, dims }));
    Ok(lowerer.fresh(value))
}

fn shape<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let array = lowerer.array_arg(args, 0)?;
    Ok(lowerer.shape_of(&array))
}

fn size<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let array = lowerer.array_arg(args, 0)?;
    Ok(Val::Scalar(lowerer.size_of(&array)))
}

fn ndim<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let array = lowerer.array_arg(args, 0)?;
    Ok(Val::int(array.ty.rank() as i64))
}

fn atleast<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let array = lowerer.array_arg(args, 0)?;
    let least = if args.name.ends_with("2d") { 2 } else { 1 };
    let missing = usize::saturating_sub(least, array.ty.rank());
    if missing == 0 {
        return Ok(Val::Array(array));
    }
    let mut spec = vec!["n".to_string(); missing];
    spec.push("e".into());
    let mut dims = vec![Some(1); missing];
    dims.extend(&array.ty.dims);
    let form = if array.form == Form::Ref { Form::Ref } else { Form::Tensor };
    Ok(lowerer.part_by(&Array { form, ..array }, spec, &[], dims))
}
