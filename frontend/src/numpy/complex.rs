//! Parts and tests of complex arrays.

use crate::lower::call::{Args, Row};
use crate::lower::{Lowerer, Mode, Res};
use crate::value::Val;
use phylanx_dialects::dtype::is_complex;

#[rustfmt::skip]
pub const ROWS: &[Row] = &[
    Row { name: "numpy.real", params: "val", build: part },
    Row { name: "numpy.imag", params: "val", build: part },
    Row { name: "numpy.conj", params: "x, out=", build: conjugate },
    Row { name: "numpy.conjugate", params: "x, out=", build: conjugate },
    Row { name: "numpy.angle", params: "z, deg=", build: angle },
    Row { name: "numpy.iscomplex", params: "x", build: has_imaginary },
    Row { name: "numpy.isreal", params: "x", build: has_imaginary },
    Row { name: "numpy.iscomplexobj", params: "x", build: is_of_complex },
    Row { name: "numpy.isrealobj", params: "x", build: is_of_complex },
    Row { name: "numpy.real_if_close", params: "a, tol=", build: real_if_close },
];

fn part<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let name = args.name.trim_start_matches("numpy.").to_string();
    match lowerer.present(args.val(0), None, args.span)? {
        Val::Scalar(scalar) => Ok(lowerer.number_part(&scalar, &name)),
        other => {
            let array = lowerer.array_of(&other, args.span)?;
            lowerer.part_of_array(&array, &name, args.span)
        }
    }
}

fn conjugate<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let result = lowerer.elementwise("conj", &[args.val(0)], Mode::Common, args.span)?;
    lowerer.store_out(args, 1, result)
}

fn angle<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let result = lowerer.elementwise("angle", &[args.val(0)], Mode::Float, args.span)?;
    if !lowerer.flag_arg(args, 1)? {
        return Ok(result);
    }
    lowerer.elementwise("mul", &[result, Val::float(180.0 / std::f64::consts::PI)], Mode::Common, args.span)
}

fn has_imaginary<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let imaginary = lowerer.elementwise("imag", &[args.val(0)], Mode::Common, args.span)?;
    let op = if args.name == "numpy.iscomplex" { "ne" } else { "eq" };
    lowerer.elementwise(op, &[imaginary, Val::int(0)], Mode::Compare, args.span)
}

fn is_of_complex<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let dtype = match lowerer.present(args.val(0), None, args.span)? {
        Val::Scalar(scalar) => scalar.num.dtype,
        other => lowerer.array_of(&other, args.span)?.ty.elem,
    };
    Ok(Val::bool(is_complex(dtype) == (args.name == "numpy.iscomplexobj")))
}

/// The type of the result depends on the values in NumPy, which a compiler cannot follow.
fn real_if_close<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let array = lowerer.array_arg(args, 0)?;
    if !is_complex(array.ty.elem) {
        return Ok(args.val(0));
    }
    let help = "write `a.real` where the imaginary parts are known to be small";
    lowerer.fail(args.span, "np.real_if_close gives a real or a complex array depending on the values", help)
}
