//! `numpy.linalg`: decompositions and solutions, each a library op on a stack of matrices.

use super::tools;
use crate::lower::call::{Args, Row};
use crate::lower::{Lowerer, Res, Stop};
use crate::source::Span;
use crate::types::{Named, Num, float_of};
use crate::value::{Array, Form, Scalar, Val};
use phylanx_dialects::DType;
use phylanx_dialects::dtype::is_complex;
use phylanx_dialects::ir::{Attr, TensorType, Type};

pub static ROWS: &[Row] = &[
    Row { name: "numpy.linalg.solve", params: "a, b", build: solve },
    Row { name: "numpy.linalg.inv", params: "a", build: inv },
    Row { name: "numpy.linalg.det", params: "a", build: det },
    Row { name: "numpy.linalg.slogdet", params: "a", build: slogdet },
    Row { name: "numpy.linalg.cholesky", params: "a, upper=False", build: cholesky },
    Row { name: "numpy.linalg.qr", params: "a, mode='reduced'", build: qr },
    Row { name: "numpy.linalg.svd", params: "a, full_matrices=True, compute_uv=True, hermitian=False", build: svd },
    Row { name: "numpy.linalg.svdvals", params: "x", build: svdvals },
    Row { name: "numpy.linalg.eigh", params: "a, UPLO='L'", build: eigh },
    Row { name: "numpy.linalg.eigvalsh", params: "a, UPLO='L'", build: eigvalsh },
    Row { name: "numpy.linalg.eig", params: "a", build: eig },
    Row { name: "numpy.linalg.eigvals", params: "a", build: eigvals },
    Row { name: "numpy.linalg._complex_eig", params: "a", build: complex_eig },
    Row { name: "numpy.linalg._complex_eigvals", params: "a", build: complex_eigvals },
    Row { name: "numpy.linalg.lstsq", params: "a, b, rcond=None", build: lstsq },
    Row { name: "scipy.linalg.lu_factor", params: "a, overwrite_a=False, check_finite=True", build: lu_factor },
    Row {
        name: "scipy.linalg.solve_triangular",
        params: "a, b, trans=0, lower=False, unit_diagonal=False, overwrite_b=False, check_finite=True",
        build: solve_triangular,
    },
];

pub static EIGH: Named =
    Named { path: "numpy.linalg.EighResult", fields: &["eigenvalues", "eigenvectors"], is_tuple: true };
pub static EIG: Named =
    Named { path: "numpy.linalg.EigResult", fields: &["eigenvalues", "eigenvectors"], is_tuple: true };
pub static QR: Named = Named { path: "numpy.linalg.QRResult", fields: &["Q", "R"], is_tuple: true };
pub static SVD: Named = Named { path: "numpy.linalg.SVDResult", fields: &["U", "S", "Vh"], is_tuple: true };
pub static SLOGDET: Named =
    Named { path: "numpy.linalg.SlogdetResult", fields: &["sign", "logabsdet"], is_tuple: true };

/// The stack of matrices that an argument is, in the element type that linear algebra computes in.
fn stack(lo: &mut Lowerer, args: &Args, at: usize) -> Res<Array> {
    let array = tools::array(lo, args, at)?;
    let rank = array.ty.rank();
    if rank < 2 {
        let message = format!("{rank}-dimensional array given. Array must be at least two-dimensional");
        return lo.fail(args.span_of(at), message, "pass a matrix, or a stack of matrices");
    }
    let elem = float_of(array.ty.elem);
    let tensor = tools::tensor_as(lo, &array, elem);
    Ok(Array { ty: array.ty.with_elem(elem), value: tensor, form: Form::Tensor })
}

/// As [`stack`]; matrices that are known not to be square are a fault of the program.
fn square(lo: &mut Lowerer, args: &Args, at: usize) -> Res<Array> {
    let array = stack(lo, args, at)?;
    let (rows, columns) = last_two(&array);
    if let (Some(rows), Some(columns)) = (rows, columns)
        && rows != columns
    {
        return lo.fail(args.span_of(at), "Last 2 dimensions of the array must be square", "pass a square matrix");
    }
    Ok(array)
}

fn last_two(array: &Array) -> (Option<i64>, Option<i64>) {
    let rank = array.ty.rank();
    (array.ty.dims[rank - 2], array.ty.dims[rank - 1])
}

/// The type of results for each matrix: the axes of the stack, then `inner`.
fn result_type(array: &Array, elem: DType, inner: &[Option<i64>]) -> TensorType {
    let mut dims = array.ty.dims[..array.ty.rank() - 2].to_vec();
    dims.extend(inner);
    TensorType { elem, dims }
}

/// The real numbers that an element type is made of.
fn base(elem: DType) -> DType {
    match elem {
        DType::C64 => DType::F32,
        DType::C128 => DType::F64,
        other => other,
    }
}

fn wide(elem: DType) -> DType {
    match elem {
        DType::F32 | DType::C64 => DType::C64,
        _ => DType::C128,
    }
}

fn least(a: Option<i64>, b: Option<i64>) -> Option<i64> {
    Some(a?.min(b?))
}

/// An op with several results.
fn several(lo: &mut Lowerer, name: &str, array: &Array, attrs: &[(&str, Attr)], types: Vec<TensorType>) -> Vec<Val> {
    let results = types.into_iter().map(Type::Tensor).collect();
    let values = lo.results(&format!("physl.{name}"), &[array.value], results, attrs);
    values.into_iter().map(|value| lo.fresh_or_scalar(value)).collect()
}

fn one(lo: &mut Lowerer, name: &str, array: &Array, attrs: &[(&str, Attr)], ty: TensorType) -> Val {
    let made = tools::library(lo, name, &[array.value], ty, attrs);
    lo.fresh_or_scalar(made.value)
}

fn solve<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let (a, b) = (square(lo, args, 0)?, tools::array(lo, args, 1)?);
    system(lo, args, "linalg_solve", &a, &b, &[])
}

/// `a x = b` with a vector or a stack of matrices on the right.
fn system(lo: &mut Lowerer, args: &Args, name: &str, a: &Array, b: &Array, attrs: &[(&str, Attr)]) -> Res<Val> {
    let span = args.span_of(1);
    if b.ty.rank() == 0 {
        let message = "0-dimensional array given. Array must be at least one-dimensional";
        return lo.fail(span, message, "pass a vector or a matrix");
    }
    let elem = tools::common(&[a.clone(), Array { ty: b.ty.with_elem(float_of(b.ty.elem)), ..b.clone() }]);
    let height = b.ty.dims[b.ty.rank().saturating_sub(2)];
    if let (Some(rows), Some(height)) = (last_two(a).0, height)
        && rows != height
    {
        let message = format!("the right side has {height} rows, the matrix has {rows}");
        return lo.fail(span, message, "make the shapes agree");
    }
    let mut dims = stacked_dims(a, b);
    dims.extend(if b.ty.rank() == 1 { &b.ty.dims[..] } else { &b.ty.dims[b.ty.rank() - 2..] });
    let operands = [tools::tensor_as(lo, a, elem), tools::tensor_as(lo, b, elem)];
    Ok(Val::Array(tools::library(lo, name, &operands, TensorType { elem, dims }, attrs)))
}

/// The axes that number the matrices of two stacks, broadcast; nothing is known of axes that may differ.
fn stacked_dims(a: &Array, b: &Array) -> Vec<Option<i64>> {
    let left = &a.ty.dims[..a.ty.rank() - 2];
    let right = &b.ty.dims[..b.ty.rank().saturating_sub(2)];
    let rank = left.len().max(right.len());
    let from = |dims: &[Option<i64>], axis: usize| match (axis + dims.len()).checked_sub(rank) {
        Some(at) => dims[at],
        None => Some(1),
    };
    let joined = |axis: usize| match (from(left, axis), from(right, axis)) {
        (Some(1), other) | (other, Some(1)) => other,
        (x, y) if x == y => x,
        _ => None,
    };
    (0..rank).map(joined).collect()
}

fn inv<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let a = square(lo, args, 0)?;
    Ok(one(lo, "linalg_inv", &a, &[], a.ty.clone()))
}

fn det<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let a = square(lo, args, 0)?;
    let ty = result_type(&a, a.ty.elem, &[]);
    Ok(one(lo, "linalg_det", &a, &[], ty))
}

fn slogdet<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let a = square(lo, args, 0)?;
    let types = vec![result_type(&a, a.ty.elem, &[]), result_type(&a, base(a.ty.elem), &[])];
    Ok(Val::Named(&SLOGDET, several(lo, "linalg_slogdet", &a, &[], types).into()))
}

fn cholesky<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let a = square(lo, args, 0)?;
    let upper = lo.flag_arg(args, 1)?;
    Ok(one(lo, "linalg_cholesky", &a, &[("upper", Attr::Bool(upper))], a.ty.clone()))
}

fn qr<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let a = stack(lo, args, 0)?;
    let mode = lo.text_arg(args, 1)?.map_or("reduced".to_string(), |mode| mode.to_string());
    let (rows, columns) = last_two(&a);
    let (width, height) = match &*mode {
        "reduced" => (least(rows, columns), least(rows, columns)),
        "complete" => (rows, rows),
        "r" => (Some(0), least(rows, columns)),
        _ => {
            let message = format!("Unrecognized mode '{mode}'");
            return lo.fail(args.span_of(1), message, "use 'reduced', 'complete' or 'r'");
        }
    };
    let types = vec![result_type(&a, a.ty.elem, &[rows, width]), result_type(&a, a.ty.elem, &[height, columns])];
    let mut parts = several(lo, "linalg_qr", &a, &[("mode", Attr::str(mode.as_str()))], types);
    Ok(if &*mode == "r" { parts.swap_remove(1) } else { Val::Named(&QR, parts.into()) })
}

fn svd<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let a = stack(lo, args, 0)?;
    if args.get(3).is_some() && lo.flag_arg(args, 3)? {
        return lo.fail(args.span_of(3), "hermitian=True is not supported", "leave it out, or use np.linalg.eigh");
    }
    if args.get(2).is_some() && !lo.flag_arg(args, 2)? {
        return Ok(singular_values(lo, &a));
    }
    let full = args.get(1).is_none() || lo.flag_arg(args, 1)?;
    let (rows, columns) = last_two(&a);
    let s = least(rows, columns);
    let (width, height) = if full { (rows, columns) } else { (s, s) };
    let elem = a.ty.elem;
    let types = vec![
        result_type(&a, elem, &[rows, width]),
        result_type(&a, base(elem), &[s]),
        result_type(&a, elem, &[height, columns]),
    ];
    Ok(Val::Named(&SVD, several(lo, "linalg_svd", &a, &[("full", Attr::Bool(full))], types).into()))
}

fn svdvals<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let a = stack(lo, args, 0)?;
    Ok(singular_values(lo, &a))
}

/// The singular values of a stack of matrices.
pub fn singular_values(lo: &mut Lowerer, a: &Array) -> Val {
    let (rows, columns) = last_two(a);
    let ty = result_type(a, base(a.ty.elem), &[least(rows, columns)]);
    one(lo, "linalg_svdvals", a, &[], ty)
}

fn half<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<[(&'static str, Attr); 1]> {
    let upper = match lo.text_arg(args, 1)?.as_deref() {
        None | Some("L" | "l") => false,
        Some("U" | "u") => true,
        Some(_) => return lo.fail(args.span_of(1), "UPLO argument must be 'L' or 'U'", "write 'L' or 'U'"),
    };
    Ok([("upper", Attr::Bool(upper))])
}

fn eigh<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let a = square(lo, args, 0)?;
    let attrs = half(lo, args)?;
    let types = vec![result_type(&a, base(a.ty.elem), &[last_two(&a).0]), a.ty.clone()];
    Ok(Val::Named(&EIGH, several(lo, "linalg_eigh", &a, &attrs, types).into()))
}

fn eigvalsh<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let a = square(lo, args, 0)?;
    let attrs = half(lo, args)?;
    let ty = result_type(&a, base(a.ty.elem), &[last_two(&a).0]);
    Ok(one(lo, "linalg_eigvalsh", &a, &attrs, ty))
}

fn complex_eig<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let a = square(lo, args, 0)?;
    let elem = wide(a.ty.elem);
    let types = vec![result_type(&a, elem, &[last_two(&a).0]), a.ty.with_elem(elem)];
    Ok(Val::Named(&EIG, several(lo, "linalg_eig", &a, &[], types).into()))
}

fn complex_eigvals<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let a = square(lo, args, 0)?;
    let ty = result_type(&a, wide(a.ty.elem), &[last_two(&a).0]);
    Ok(one(lo, "linalg_eigvals", &a, &[], ty))
}

fn eig<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let is_real = !is_complex(tools::array(lo, args, 0)?.ty.elem);
    let Val::Named(record, items) = complex_eig(lo, args)? else { return Err(Stop::Reported) };
    let items = if is_real { real_where_known(lo, &items, args.span)? } else { items.to_vec() };
    Ok(Val::Named(record, items.into()))
}

fn eigvals<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let is_real = !is_complex(tools::array(lo, args, 0)?.ty.elem);
    let values = complex_eigvals(lo, args)?;
    match is_real {
        true => Ok(real_where_known(lo, &[values], args.span)?.swap_remove(0)),
        false => Ok(values),
    }
}

/// Complex arrays, real ones instead where no eigenvalue (the first array) has an imaginary part: NumPy's rule for real matrices.
fn real_where_known(lo: &mut Lowerer, vals: &[Val], span: Span) -> Res<Vec<Val>> {
    let imaginary = tools::map(lo, "imag", &vals[..1], span)?;
    let complex = tools::compare(lo, "ne", &imaginary, &Val::int(0), span)?;
    let complex = lo.array_of(&complex, span)?;
    let axes: Vec<usize> = (0..complex.ty.rank()).collect();
    let any = tools::fold(lo, "any", &Val::Array(complex), &axes, false, span)?;
    let any = lo.scalar_of(&any, span)?;
    let any = lo.cast_scalar(&any, Num::INT);
    let which = lo.scalar_value(&any);
    let mut found = Vec::new();
    for val in vals {
        let real = tools::map(lo, "real", std::slice::from_ref(val), span)?;
        found.push(Val::OneOf { which, options: [real, val.clone()].into() });
    }
    Ok(found)
}

fn lstsq<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let (a, b) = (stack(lo, args, 0)?, tools::array(lo, args, 1)?);
    if a.ty.rank() != 2 || !(1..=2).contains(&b.ty.rank()) {
        let message =
            format!("{}-dimensional array given. Array must be two-dimensional", a.ty.rank().max(b.ty.rank()));
        return lo.fail(args.span, message, "pass a matrix, and a vector or a matrix");
    }
    let elem = tools::common(&[a.clone(), Array { ty: b.ty.with_elem(float_of(b.ty.elem)), ..b.clone() }]);
    let limit = match args.get(2).cloned() {
        None => Scalar::float(-1.0),
        Some(val) => {
            let scalar = lo.scalar_of(&val, args.span_of(2))?;
            lo.as_float(&scalar)
        }
    };
    let (rows, columns) = last_two(&a);
    let mut x = vec![columns];
    x.extend(&b.ty.dims[1..]);
    let types = [
        TensorType { elem, dims: x },
        TensorType { elem: base(elem), dims: vec![None] },
        TensorType { elem: DType::I64, dims: Vec::new() },
        TensorType { elem: base(elem), dims: vec![least(rows, columns)] },
    ];
    let operands = [tools::tensor_as(lo, &a, elem), tools::tensor_as(lo, &b, elem), lo.scalar_value(&limit)];
    let values = lo.results("physl.linalg_lstsq", &operands, types.into_iter().map(Type::Tensor).collect(), &[]);
    let vals: Vec<Val> = values.into_iter().map(|value| lo.fresh_or_scalar(value)).collect();
    Ok(Val::Tuple(vals.into()))
}

fn lu_factor<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let a = stack(lo, args, 0)?;
    let (rows, columns) = last_two(&a);
    let types = vec![a.ty.clone(), result_type(&a, DType::I64, &[least(rows, columns)])];
    Ok(Val::Tuple(several(lo, "linalg_lu", &a, &[], types).into()))
}

fn solve_triangular<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let (a, b) = (square(lo, args, 0)?, tools::array(lo, args, 1)?);
    let transposed = match args.get(2) {
        None => false,
        Some(Val::Str(_)) => match lo.text_arg(args, 2)?.as_deref() {
            Some("N") => false,
            Some("T") => true,
            Some("C") if !matches!(a.ty.elem, DType::C64 | DType::C128) => true,
            _ => return lo.fail(args.span_of(2), "this `trans` is not supported", "use 0, 1, 'N' or 'T'"),
        },
        Some(_) => lo.const_arg(args, 2)? == Some(1),
    };
    let flags = [lo.flag_arg(args, 3)?, lo.flag_arg(args, 4)?];
    let attrs =
        [("lower", Attr::Bool(flags[0])), ("transposed", Attr::Bool(transposed)), ("unit", Attr::Bool(flags[1]))];
    system(lo, args, "linalg_triangular", &a, &b, &attrs)
}
