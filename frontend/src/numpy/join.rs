//! Joining arrays.

use crate::lower::call::{Args, Row};
use crate::lower::{Lowerer, Res};
use crate::types::{Strength, promote};
use crate::value::{Array, Form, Scalar, Val};
use phylanx_dialects::ir::{Attr, TensorType, Type, Value};

#[rustfmt::skip]
pub const ROWS: &[Row] = &[
    Row { name: "numpy.concatenate", params: "arrays, axis=, dtype=", build: concatenate },
    Row { name: "numpy.stack", params: "arrays, axis=", build: stack },
    Row { name: "numpy.vstack", params: "arrays", build: vstack },
    Row { name: "numpy.hstack", params: "arrays", build: hstack },
    Row { name: "numpy.column_stack", params: "arrays", build: column_stack },
    Row { name: "numpy.append", params: "arr, values, axis=", build: append },
];

/// The arrays of a sequence, in one element type.
fn arrays_of<'a>(lowerer: &mut Lowerer<'a>, val: &Val, args: &Args<'a>) -> Res<Vec<Array>> {
    let items: Vec<Val> = match val {
        Val::Tuple(items) | Val::List(items) => items.to_vec(),
        other => match lowerer.items_of(other.clone(), args.span)? {
            Some(items) => items,
            None => return lowerer.fail(args.span_of(0), "a tuple or list of arrays is needed here", "write `(a, b)`"),
        },
    };
    if items.is_empty() {
        return lowerer.fail(args.span_of(0), "need at least one array to concatenate", "pass at least one array");
    }
    let mut arrays = Vec::new();
    for item in &items {
        arrays.push(lowerer.array_of(item, args.span_of(0))?);
    }
    let elem = promote(&arrays.iter().map(|array| Strength::Strong(array.ty.elem)).collect::<Vec<_>>());
    let mut out = Vec::new();
    for array in arrays {
        let tensor = lowerer.tensor(&array);
        let value = lowerer.cast_tensor(tensor, elem);
        out.push(Array { ty: array.ty.with_elem(elem), value, form: Form::Tensor });
    }
    Ok(out)
}

/// Joins along an axis that exists.
fn joined<'a>(lowerer: &mut Lowerer<'a>, arrays: &[Array], axis: i64, args: &Args<'a>) -> Res<Val> {
    let rank = arrays[0].ty.rank();
    if rank == 0 {
        return lowerer.fail(
            args.span,
            "zero-dimensional arrays cannot be concatenated",
            "use np.array([...]) or np.stack",
        );
    }
    let axis = lowerer.axis(axis, rank, args.span)?;
    let mut dims = arrays[0].ty.dims.clone();
    for array in &arrays[1..] {
        if array.ty.rank() != rank {
            let message = "all the input array dimensions must match: the arrays have different ranks";
            return lowerer.fail(args.span, message, "use `reshape` or `[:, None]`");
        }
        for (at, dim) in dims.iter_mut().enumerate() {
            let other = array.ty.dims[at];
            match (*dim, other) {
                (Some(a), Some(b)) if at == axis => *dim = Some(a + b),
                _ if at == axis => *dim = None,
                (Some(a), Some(b)) if a != b => {
                    let message = format!(
                        "all the input array dimensions except for the concatenation axis must match exactly: along dimension {at} there are {a} and {b}"
                    );
                    return lowerer.fail(args.span, message, "make the extents agree");
                }
                (None, known) => *dim = known,
                _ => {}
            }
        }
    }
    let values: Vec<Value> = arrays.iter().map(|array| array.value).collect();
    let ty = Type::Tensor(TensorType { elem: arrays[0].ty.elem, dims });
    let value = lowerer.op_with("physl.concat", &values, ty, &[("axis", Attr::int(axis as i64))]);
    Ok(lowerer.fresh(value))
}

fn concatenate<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let mut arrays = arrays_of(lowerer, &args.val(0), args)?;
    let axis = match args.given(1) {
        Some(Val::None) => {
            arrays = arrays.iter().map(|array| lowerer.flattened(array)).collect();
            0
        }
        _ => lowerer.const_arg(args, 1)?.unwrap_or(0),
    };
    let result = joined(lowerer, &arrays, axis, args)?;
    match lowerer.dtype_arg(args, 2)? {
        Some(dtype) => lowerer.cast_to(&result, dtype, args.span),
        None => Ok(result),
    }
}

fn stack<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let arrays = arrays_of(lowerer, &args.val(0), args)?;
    let axis = lowerer.const_arg(args, 1)?.unwrap_or(0);
    stacked(lowerer, &arrays, axis, args)
}

fn stacked<'a>(lowerer: &mut Lowerer<'a>, arrays: &[Array], axis: i64, args: &Args<'a>) -> Res<Val> {
    let rank = arrays[0].ty.rank();
    let axis = lowerer.axis(axis, rank + 1, args.span)?;
    let mut dims = arrays[0].ty.dims.clone();
    for array in &arrays[1..] {
        let clash = array.ty.rank() != rank
            || dims.iter().zip(&array.ty.dims).any(|(a, b)| matches!((a, b), (Some(a), Some(b)) if a != b));
        if clash {
            return lowerer.fail(args.span, "all input arrays must have the same shape", "make the shapes agree");
        }
        for (dim, other) in dims.iter_mut().zip(&array.ty.dims) {
            *dim = dim.or(*other);
        }
    }
    dims.insert(axis, Some(arrays.len() as i64));
    let values: Vec<Value> = arrays.iter().map(|array| array.value).collect();
    let ty = Type::Tensor(TensorType { elem: arrays[0].ty.elem, dims });
    let value = lowerer.op_with("physl.stack", &values, ty, &[("axis", Attr::int(axis as i64))]);
    Ok(lowerer.fresh(value))
}

/// Arrays of rank 0 as vectors.
fn at_least_vectors(lowerer: &mut Lowerer, arrays: Vec<Array>) -> Vec<Array> {
    arrays.into_iter().map(|array| if array.ty.rank() == 0 { lowerer.flattened(&array) } else { array }).collect()
}

fn vstack<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let arrays = arrays_of(lowerer, &args.val(0), args)?;
    let arrays = at_least_vectors(lowerer, arrays);
    let mut rows = Vec::new();
    for array in arrays {
        rows.push(if array.ty.rank() == 1 { as_matrix(lowerer, &array, true) } else { array });
    }
    joined(lowerer, &rows, 0, args)
}

fn hstack<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let arrays = arrays_of(lowerer, &args.val(0), args)?;
    let arrays = at_least_vectors(lowerer, arrays);
    let axis = i64::from(arrays[0].ty.rank() > 1);
    joined(lowerer, &arrays, axis, args)
}

fn column_stack<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let arrays = arrays_of(lowerer, &args.val(0), args)?;
    let arrays = at_least_vectors(lowerer, arrays);
    let mut columns = Vec::new();
    for array in arrays {
        columns.push(if array.ty.rank() == 1 { as_matrix(lowerer, &array, false) } else { array });
    }
    joined(lowerer, &columns, 1, args)
}

fn append<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let both = Val::Tuple(vec![args.val(0), args.val(1)].into());
    let arrays = arrays_of(lowerer, &both, args)?;
    match lowerer.const_arg(args, 2)? {
        Some(axis) => joined(lowerer, &arrays, axis, args),
        None => {
            let flat: Vec<Array> = arrays.iter().map(|array| lowerer.flattened(array)).collect();
            joined(lowerer, &flat, 0, args)
        }
    }
}

/// A vector as a matrix of one row or one column.
fn as_matrix(lowerer: &mut Lowerer, array: &Array, is_row: bool) -> Array {
    let extent = lowerer.extent(array, 0);
    let shape = if is_row { [Scalar::int(1), extent] } else { [extent, Scalar::int(1)] };
    match lowerer.made("reshape", &[array.value], &shape, array.ty.elem) {
        Val::Array(matrix) => matrix,
        _ => array.clone(),
    }
}
