//! `--sig` entries: the functions to export and the types they are compiled for.

use crate::ast::{Expr, ExprKind};
use crate::parse;
use crate::source::SourceFile;
use crate::types::{Num, Ty};
use phylanx_dialects::DType;
use phylanx_dialects::ir::TensorType;

/// The largest rank of an array that is passed.
const MAX_DIMS: usize = 4;

/// An exported function and the types of its parameters.
#[derive(Clone, PartialEq, Debug)]
pub struct Signature {
    pub function: String,
    pub params: Vec<Ty>,
}

/// Reads `f(float64[:,:], int64)`.
///
/// # Errors
/// A message for the user when the text is no signature.
pub fn parse_signature(text: &str) -> Result<Signature, String> {
    let source = SourceFile::new("--sig", text);
    let wrong = |what: &str| format!("`{text}` is no signature: {what}; write for example `f(float64[:,:], int64)`");
    let expr = parse::parse_expression(&source).ok_or_else(|| wrong("it does not parse"))?;
    let ExprKind::Call(function, args) = &expr.kind else { return Err(wrong("it is no call")) };
    let ExprKind::Name(name) = &function.kind else { return Err(wrong("the function is no name")) };
    let params = args.iter().map(|arg| checked(&arg.value, &source).map_err(|what| wrong(&what)));
    Ok(Signature { function: name.to_string(), params: params.collect::<Result<_, _>>()? })
}

fn checked(expr: &Expr, source: &SourceFile) -> Result<Ty, String> {
    let text = source.slice(expr.span);
    let ty = param(expr).ok_or_else(|| format!("`{text}` is no type of a parameter"))?;
    if mentions_text(&ty) {
        return Err("a str cannot be passed from outside, where it has no form that all callers share".into());
    }
    if too_many_dims(&ty) {
        return Err(format!("`{text}` has more than {MAX_DIMS} dimensions"));
    }
    Ok(ty)
}

fn mentions_text(ty: &Ty) -> bool {
    match ty {
        Ty::Str => true,
        Ty::Tuple(items) => items.iter().any(mentions_text),
        _ => false,
    }
}

fn too_many_dims(ty: &Ty) -> bool {
    match ty {
        Ty::Array(tensor) => tensor.rank() > MAX_DIMS,
        Ty::Tuple(items) => items.iter().any(too_many_dims),
        _ => false,
    }
}

fn param(expr: &Expr) -> Option<Ty> {
    match &expr.kind {
        ExprKind::Name(name) => Some(match &**name {
            "int" | "int64" => Ty::Num(Num::INT),
            "float" | "float64" => Ty::Num(Num::FLOAT),
            "complex" | "complex128" => Ty::Num(Num::COMPLEX),
            "bool" => Ty::Num(Num::BOOL),
            "str" => Ty::Str,
            other => Ty::Num(Num::np(dtype_named(other)?)),
        }),
        ExprKind::None => Some(Ty::None),
        ExprKind::Tuple(items) => Some(Ty::Tuple(items.iter().map(param).collect::<Option<_>>()?)),
        ExprKind::Subscript(elem, dims) => {
            let ExprKind::Name(name) = &elem.kind else { return None };
            let items = match &dims.kind {
                ExprKind::Tuple(items) => items.iter().collect(),
                _ => vec![&**dims],
            };
            let dims = items.into_iter().map(dim).collect::<Option<Vec<_>>>()?;
            Some(Ty::Array(TensorType { elem: dtype_named(name)?, dims }))
        }
        _ => None,
    }
}

fn dim(expr: &Expr) -> Option<Option<i64>> {
    match &expr.kind {
        ExprKind::Slice(None, None, None) => Some(None),
        ExprKind::Int(extent) if *extent >= 0 => Some(Some(*extent)),
        _ => None,
    }
}

/// An element type by NumPy's name for it.
pub fn dtype_named(name: &str) -> Option<DType> {
    let name = match name {
        "bool_" => "bool",
        "int" | "int_" | "intp" | "longlong" => "int64",
        "float" | "float_" | "double" => "float64",
        "single" => "float32",
        "complex" | "complex_" | "cdouble" => "complex128",
        "csingle" => "complex64",
        "intc" => "int32",
        "short" => "int16",
        "byte" => "int8",
        "ubyte" => "uint8",
        "uint" => "uint64",
        other => other,
    };
    DType::ALL.into_iter().find(|dtype| dtype.numpy_name() == name)
}
