//! `scipy.sparse`: matrices of compressed rows, held as their arrays; what is computed is written in the prelude.

use crate::ast::BinOp;
use crate::lower::call::{Args, Row};
use crate::lower::{Lowerer, Res};
use crate::source::Span;
use crate::types::Named;
use crate::value::{Form, Items, Scalar, Val};

#[rustfmt::skip]
pub const ROWS: &[Row] = &[
    Row { name: "scipy.sparse.csr_matrix", params: "arg1, shape=None", build: create },
    Row { name: "scipy.sparse.csr_array", params: "arg1, shape=None", build: create },
    Row { name: "scipy.sparse.csr_matrix.dot", params: "self, other", build: dot },
    Row { name: "scipy.sparse.csr_array.dot", params: "self, other", build: dot },
    Row { name: "scipy.sparse.csr_matrix.toarray", params: "self", build: dense },
    Row { name: "scipy.sparse.csr_array.toarray", params: "self", build: dense },
    Row { name: "scipy.sparse.csr_matrix.transpose", params: "self", build: transpose },
    Row { name: "scipy.sparse.csr_array.transpose", params: "self", build: transpose },
    Row { name: "scipy.sparse.csr_matrix.diagonal", params: "self", build: diagonal },
    Row { name: "scipy.sparse.csr_array.diagonal", params: "self", build: diagonal },
    Row { name: "scipy.sparse.csr_matrix.copy", params: "self", build: copy },
    Row { name: "scipy.sparse.csr_array.copy", params: "self", build: copy },
];

const FIELDS: &[&str] = &["data", "indices", "indptr", "shape"];
static MATRIX: Named = Named { path: "scipy.sparse.csr_matrix", fields: FIELDS, is_tuple: false };
static ARRAY: Named = Named { path: "scipy.sparse.csr_array", fields: FIELDS, is_tuple: false };

/// `csr_matrix(dense)`, `csr_matrix((data, indices, indptr), shape)`, `csr_matrix((data, (rows, columns)), shape)`.
fn create<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let record = if args.name.ends_with("csr_array") { &ARRAY } else { &MATRIX };
    let shape = match args.get(1).cloned() {
        Some(shape) => Some(lo.two_extents(&shape, args.span_of(1))?),
        None => None,
    };
    match args.val(0) {
        Val::Named(given, items) if is_sparse(given) => Ok(Val::Named(record, items)),
        Val::Tuple(parts) if parts.len() == 3 => from_parts(lo, record, &parts, shape, args.span),
        Val::Tuple(parts) if parts.len() == 2 => match &parts[1] {
            Val::Tuple(places) | Val::List(places) if places.len() == 2 => {
                from_places(lo, record, &parts[0], &places.clone(), shape, args.span)
            }
            _ => unknown_parts(lo, args),
        },
        dense => {
            let dense = lo.array_of(&dense, args.span_of(0))?;
            if dense.ty.rank() != 2 {
                return unknown_parts(lo, args);
            }
            let dense = lo.reference(&dense);
            let parts =
                lo.call_prelude("scipy.sparse._method_csr_matrix", vec![Val::Array(dense.clone())], args.span)?;
            let shape = lo.shape_of(&dense);
            made(record, parts, shape)
        }
    }
}

fn unknown_parts<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let help = "pass a matrix, `(data, indices, indptr)` or `(data, (rows, columns))`";
    lo.fail(args.span_of(0), "no sparse matrix is made of this", help)
}

fn from_parts<'a>(
    lo: &mut Lowerer<'a>,
    record: &'static Named,
    parts: &Items,
    shape: Option<(Val, Val)>,
    span: Span,
) -> Res<Val> {
    let arrays = arrays_of(lo, parts, span)?;
    let (height, width) = match shape {
        Some(shape) => shape,
        None => {
            let rows = lo.length(&arrays[2], span)?;
            let width = lo.call_prelude("scipy.sparse._csr_height", vec![arrays[1].clone()], span)?;
            (Val::Scalar(lo.int_plus(&rows, &Scalar::int(-1))), width)
        }
    };
    let mut passed = arrays.clone();
    passed.extend([height.clone(), width.clone()]);
    lo.call_prelude("scipy.sparse._csr_check", passed, span)?;
    made(record, Val::Tuple(arrays.into()), Val::Tuple([height, width].into()))
}

fn from_places<'a>(
    lo: &mut Lowerer<'a>,
    record: &'static Named,
    data: &Val,
    places: &Items,
    shape: Option<(Val, Val)>,
    span: Span,
) -> Res<Val> {
    let mut passed = arrays_of(lo, &[data.clone(), places[0].clone(), places[1].clone()], span)?;
    let (height, width) = match shape {
        Some(shape) => shape,
        None => {
            let height = lo.call_prelude("scipy.sparse._csr_height", vec![passed[1].clone()], span)?;
            (height, lo.call_prelude("scipy.sparse._csr_height", vec![passed[2].clone()], span)?)
        }
    };
    passed.extend([height.clone(), width.clone()]);
    let parts = lo.call_prelude("scipy.sparse._csr_from_places", passed, span)?;
    made(record, parts, Val::Tuple([height, width].into()))
}

fn arrays_of(lo: &mut Lowerer, vals: &[Val], span: Span) -> Res<Vec<Val>> {
    let mut arrays = Vec::new();
    for val in vals {
        let array = lo.array_of(val, span)?;
        if array.ty.rank() != 1 {
            return lo.fail(span, "the parts of a sparse matrix have one dimension", "pass arrays of one dimension");
        }
        arrays.push(Val::Array(lo.reference(&array)));
    }
    Ok(arrays)
}

/// A matrix of the three arrays that the prelude gives.
fn made(record: &'static Named, parts: Val, shape: Val) -> Res<Val> {
    let Val::Tuple(parts) = parts else { return Err(crate::lower::Stop::Reported) };
    Ok(Val::Named(record, parts.iter().cloned().chain([shape]).collect()))
}

fn is_sparse(record: &Named) -> bool {
    *record == MATRIX || *record == ARRAY
}

/// The record, the three arrays and the width of a sparse matrix.
fn parts_of(val: &Val) -> Option<(&'static Named, Vec<Val>, Items)> {
    let Val::Named(record, items) = val else { return None };
    let Some(Val::Tuple(shape)) = items.get(3).filter(|_| is_sparse(record)) else { return None };
    let mut parts: Vec<Val> = items[..3].to_vec();
    parts.push(shape[1].clone());
    Some((record, parts, shape.clone()))
}

fn own(args: &Args) -> Res<(&'static Named, Vec<Val>, Items)> {
    parts_of(&args.val(0)).ok_or(crate::lower::Stop::Reported)
}

fn dot<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    lo.sparse_product(&args.val(0), &args.val(1), args.span)
}

fn dense<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let (_, parts, _) = own(args)?;
    lo.call_prelude("scipy.sparse._csr_dense", parts, args.span)
}

fn diagonal<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let (_, parts, _) = own(args)?;
    lo.call_prelude("scipy.sparse._csr_diagonal", parts, args.span)
}

fn copy<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let (record, parts, shape) = own(args)?;
    let mut arrays = Vec::new();
    for part in &parts[..3] {
        let array = lo.array_of(part, args.span)?;
        let fresh = lo.tensor(&array);
        let fresh = lo.fresh(fresh);
        arrays.push(lo.bound(fresh));
    }
    made(record, Val::Tuple(arrays.into()), Val::Tuple(shape))
}

fn transpose<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    lo.sparse_transposed(&args.val(0), args.span)
}

impl<'a> Lowerer<'a> {
    /// The extents of a matrix.
    fn two_extents(&mut self, shape: &Val, span: Span) -> Res<(Val, Val)> {
        match shape {
            Val::Tuple(items) | Val::List(items) if items.len() == 2 => {
                let (height, width) = (self.int_of(&items[0], span)?, self.int_of(&items[1], span)?);
                Ok((Val::Scalar(height), Val::Scalar(width)))
            }
            _ => self.fail(span, "the shape of a sparse matrix has two extents", "pass `shape=(rows, columns)`"),
        }
    }

    fn sparse_transposed(&mut self, val: &Val, span: Span) -> Res<Val> {
        let Some((record, parts, shape)) = parts_of(val) else { return Err(crate::lower::Stop::Reported) };
        let parts = self.call_prelude("scipy.sparse._csr_transposed", parts, span)?;
        made(record, parts, Val::Tuple([shape[1].clone(), shape[0].clone()].into()))
    }

    fn sparse_product(&mut self, left: &Val, right: &Val, span: Span) -> Res<Val> {
        let Some((record, mut parts, shape)) = parts_of(left) else { return Err(crate::lower::Stop::Reported) };
        if let Some((_, others, other_shape)) = parts_of(right) {
            parts.extend(others);
            let parts = self.call_prelude("scipy.sparse._csr_product", parts, span)?;
            return made(record, parts, Val::Tuple([shape[0].clone(), other_shape[1].clone()].into()));
        }
        let other = self.array_of(right, span)?;
        let function = match other.ty.rank() {
            1 => "scipy.sparse._csr_dot_vector",
            2 => "scipy.sparse._csr_dot_dense",
            _ => return self.fail(span, "a sparse matrix is multiplied by a vector or a matrix", "reshape the array"),
        };
        parts.push(Val::Array(self.reference(&other)));
        self.call_prelude(function, parts, span)
    }

    /// An operator with a sparse matrix on a side; nothing when there is none.
    pub fn sparse_operator(&mut self, op: BinOp, left: &Val, right: &Val, span: Span) -> Option<Res<Val>> {
        let sides = (parts_of(left), parts_of(right));
        let is_number = |val: &Val| match val {
            Val::Scalar(_) | Val::Mixed { .. } => true,
            Val::Array(array) => array.form == Form::Scalar,
            _ => false,
        };
        match (op, sides) {
            (_, (None, None)) => None,
            (BinOp::Mul | BinOp::Div, (Some((record, parts, shape)), None)) if is_number(right) => {
                Some(self.scaled(record, &parts, shape, (op, right), span))
            }
            (BinOp::Mul, (None, Some((record, parts, shape)))) if is_number(left) => {
                Some(self.scaled(record, &parts, shape, (op, left), span))
            }
            (BinOp::MatMul, (Some(_), _)) => Some(self.sparse_product(left, right, span)),
            (BinOp::Mul, (Some((record, ..)), _)) if *record == MATRIX => Some(self.sparse_product(left, right, span)),
            (BinOp::Add | BinOp::Sub, (Some((record, mut parts, shape)), Some((_, others, _)))) => {
                parts.extend(others[..3].iter().cloned());
                parts.push(Val::int(if op == BinOp::Add { 1 } else { -1 }));
                let parts = self.call_prelude("scipy.sparse._csr_sum", parts, span);
                Some(parts.and_then(|parts| made(record, parts, Val::Tuple(shape))))
            }
            _ => None,
        }
    }

    fn scaled(
        &mut self,
        record: &'static Named,
        parts: &[Val],
        shape: Items,
        (op, factor): (BinOp, &Val),
        span: Span,
    ) -> Res<Val> {
        let data = self.try_binary(op, parts[0].clone(), factor.clone(), span)?;
        let data = self.bound(data);
        made(record, Val::Tuple([data, parts[1].clone(), parts[2].clone()].into()), Val::Tuple(shape))
    }

    /// `nnz`, `T`, `ndim` and `dtype` of a sparse matrix.
    pub fn sparse_attribute(&mut self, val: &Val, name: &str, span: Span) -> Option<Res<Val>> {
        let (_, parts, _) = parts_of(val)?;
        match name {
            "T" => Some(self.sparse_transposed(val, span)),
            "nnz" => Some(self.length(&parts[0], span).map(Val::Scalar)),
            "ndim" => Some(Ok(Val::int(2))),
            "dtype" => Some(self.attribute_of(&parts[0], &"dtype".into(), span)),
            _ => None,
        }
    }
}
