//! `numpy.fft`: transforms of one axis are library ops, of several axes one after the other.

use super::tools;
use crate::lower::call::{Args, Row};
use crate::lower::{Lowerer, Res};
use crate::source::Span;
use crate::value::{Array, Scalar, Val};
use phylanx_dialects::DType;
use phylanx_dialects::ir::{Attr, TensorType};

pub static ROWS: &[Row] = &[
    Row { name: "numpy.fft.fft", params: "a, n=None, axis=-1, norm=None, out=None", build: one },
    Row { name: "numpy.fft.ifft", params: "a, n=None, axis=-1, norm=None, out=None", build: one },
    Row { name: "numpy.fft.rfft", params: "a, n=None, axis=-1, norm=None, out=None", build: one },
    Row { name: "numpy.fft.irfft", params: "a, n=None, axis=-1, norm=None, out=None", build: one },
    Row { name: "numpy.fft.hfft", params: "a, n=None, axis=-1, norm=None, out=None", build: one },
    Row { name: "numpy.fft.ihfft", params: "a, n=None, axis=-1, norm=None, out=None", build: one },
    Row { name: "numpy.fft.fft2", params: "a, s=None, axes=None, norm=None, out=None", build: several },
    Row { name: "numpy.fft.ifft2", params: "a, s=None, axes=None, norm=None, out=None", build: several },
    Row { name: "numpy.fft.rfft2", params: "a, s=None, axes=None, norm=None, out=None", build: several },
    Row { name: "numpy.fft.irfft2", params: "a, s=None, axes=None, norm=None, out=None", build: several },
    Row { name: "numpy.fft.fftn", params: "a, s=None, axes=None, norm=None, out=None", build: several },
    Row { name: "numpy.fft.ifftn", params: "a, s=None, axes=None, norm=None, out=None", build: several },
    Row { name: "numpy.fft.rfftn", params: "a, s=None, axes=None, norm=None, out=None", build: several },
    Row { name: "numpy.fft.irfftn", params: "a, s=None, axes=None, norm=None, out=None", build: several },
];

/// The last part of a function's path.
fn short(args: &Args) -> &'static str {
    args.name.rsplit('.').next().unwrap_or(args.name)
}

fn one<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let array = input(lo, args)?;
    let rank = array.ty.rank();
    let axis = tools::axis_or(lo, args, 2, rank, -1)?.unwrap_or(rank - 1);
    let points = match args.get(1).cloned() {
        None => None,
        Some(val) => Some(lo.int_of(&val, args.span_of(1))?),
    };
    let norm = norm(lo, args)?;
    let result = transform(lo, &array, &Step { kind: short(args), axis, points, norm: &norm }, args.span_of(1))?;
    lo.store_out(args, 4, Val::Array(result))
}

fn input(lo: &mut Lowerer, args: &Args) -> Res<Array> {
    let array = tools::array(lo, args, 0)?;
    if array.ty.rank() == 0 {
        return lo.fail(
            args.span_of(0),
            "a number has no axis to transform",
            "pass an array of at least one dimension",
        );
    }
    Ok(array)
}

fn norm<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<String> {
    match lo.text_arg(args, 3)?.as_deref() {
        None => Ok("backward".into()),
        Some(norm @ ("backward" | "ortho" | "forward")) => Ok(norm.into()),
        Some(norm) => {
            let message = format!("Invalid norm value {norm}; should be \"backward\",\"ortho\" or \"forward\".");
            lo.fail(args.span_of(3), message, "use one of these")
        }
    }
}

/// A transform along one axis.
struct Step<'s> {
    kind: &'static str,
    axis: usize,
    points: Option<Scalar>,
    norm: &'s str,
}

fn transform(lo: &mut Lowerer, array: &Array, step: &Step, span: Span) -> Res<Array> {
    let single = matches!(array.ty.elem, DType::F32 | DType::C64);
    let is_complex = matches!(array.ty.elem, DType::C64 | DType::C128);
    if is_complex && matches!(step.kind, "rfft" | "ihfft") {
        let help = "use np.fft.fft, or pass the real part";
        return lo.fail(span, format!("ufunc '{}' takes real numbers, not complex ones", step.kind), help);
    }
    let to_real = matches!(step.kind, "irfft" | "hfft");
    let elem = match (to_real, single) {
        (true, true) => DType::F32,
        (true, false) => DType::F64,
        (false, true) => DType::C64,
        (false, false) => DType::C128,
    };
    let known_points = step.points.as_ref().map(tools::known);
    if known_points.flatten().is_some_and(|points| points < 1) {
        return lo.fail(span, "Invalid number of FFT data points (0) specified.", "use at least one point");
    }
    let extent = array.ty.dims[step.axis];
    let mut dims = array.ty.dims.clone();
    dims[step.axis] = match (known_points, step.kind) {
        (Some(points), "rfft" | "ihfft") => points.map(|points| points / 2 + 1),
        (Some(points), _) => points,
        (None, "rfft" | "ihfft") => extent.map(|extent| extent / 2 + 1),
        (None, "irfft" | "hfft") => extent.map(|extent| 2 * (extent - 1)),
        (None, _) => extent,
    }
    .filter(|extent| *extent >= 0);
    let points = match &step.points {
        Some(points) => lo.scalar_value(points),
        None => lo.int(-1),
    };
    let source =
        if is_float_or_complex(array.ty.elem) { lo.tensor(array) } else { tools::tensor_as(lo, array, DType::F64) };
    let attrs = [("kind", Attr::str(step.kind)), ("axis", Attr::int(step.axis as i64)), ("norm", Attr::str(step.norm))];
    Ok(tools::library(lo, "fft", &[source, points], TensorType { elem, dims }, &attrs))
}

fn is_float_or_complex(elem: DType) -> bool {
    matches!(elem, DType::F32 | DType::F64 | DType::C64 | DType::C128)
}

/// Transforms of several axes: a real one of the last axis comes first forward, and last on the way back.
fn several<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let mut array = input(lo, args)?;
    let rank = array.ty.rank();
    let sizes = match args.get(1) {
        None => None,
        Some(_) => tools::shape(lo, args, 1)?,
    };
    let axes = match (args.get(2), sizes.as_ref(), short(args).ends_with('2')) {
        (Some(_), _, _) => tools::axes(lo, args, 2, rank)?,
        (None, _, true) if rank < 2 => {
            return lo.fail(args.span_of(0), "axes exceeds dimensionality of input", "pass a matrix");
        }
        (None, _, true) => vec![rank - 2, rank - 1],
        (None, Some(sizes), _) if sizes.len() <= rank => (rank - sizes.len()..rank).collect(),
        (None, ..) => (0..rank).collect(),
    };
    if sizes.as_ref().is_some_and(|sizes| sizes.len() != axes.len()) {
        return lo.fail(args.span_of(1), "Shape and axes have different lengths.", "give one size for each axis");
    }
    let norm = norm(lo, args)?;
    let name = short(args).trim_end_matches(['2', 'n']);
    let mut steps: Vec<Step> = Vec::new();
    for (at, &axis) in axes.iter().enumerate() {
        let points = sizes.as_ref().map(|sizes| sizes[at].clone());
        let kind = match name {
            "fft" | "rfft" => "fft",
            _ => "ifft",
        };
        steps.push(Step { kind, axis, points, norm: &norm });
    }
    match name {
        "rfft" => steps.last_mut().into_iter().for_each(|step| step.kind = "rfft"),
        "irfft" => steps.last_mut().into_iter().for_each(|step| step.kind = "irfft"),
        _ => {}
    }
    if name != "irfft" {
        steps.reverse();
    }
    for step in &steps {
        array = transform(lo, &array, step, args.span)?;
    }
    lo.store_out(args, 4, Val::Array(array))
}
