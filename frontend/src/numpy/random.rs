//! Random numbers of the legacy generator.

use crate::lower::call::{Args, Row};
use crate::lower::{Lowerer, Res};
use crate::types::Num;
use crate::value::{Scalar, Val};
use phylanx_dialects::DType;
use phylanx_dialects::ir::{TensorType, Type, Value};

#[rustfmt::skip]
pub const ROWS: &[Row] = &[
    Row { name: "numpy.random.seed", params: "seed=", build: seed },
    Row { name: "numpy.random.rand", params: "*shape", build: by_extents },
    Row { name: "numpy.random.randn", params: "*shape", build: by_extents },
    Row { name: "numpy.random.random", params: "size=", build: by_size },
    Row { name: "numpy.random.standard_normal", params: "size=", build: by_size },
    Row { name: "numpy.random.uniform", params: "low=, high=, size=", build: two_floats },
    Row { name: "numpy.random.normal", params: "loc=, scale=, size=", build: two_floats },
    Row { name: "numpy.random.randint", params: "low, high=, size=, dtype=", build: randint },
    Row { name: "numpy.random.permutation", params: "x", build: permutation },
    Row { name: "numpy.random.shuffle", params: "x", build: shuffle },
];

fn seed<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    if args.get(0).is_none() {
        return lowerer.fail(
            args.span,
            "np.random.seed() needs a number here",
            "results must not differ between ranks: give a seed",
        );
    }
    let value = lowerer.int_arg(args, 0, 0)?;
    let value = lowerer.scalar_value(&value);
    lowerer.effect("physl.seed", &[value], &[]);
    Ok(Val::None)
}

/// Numbers drawn by an op; without extents a Python float (or NumPy's integer).
fn drawn(lowerer: &mut Lowerer, op: &str, first: &[Value], shape: Option<Vec<Scalar>>, num: Num) -> Val {
    match shape {
        Some(shape) => lowerer.made(op, first, &shape, num.dtype),
        None => Val::scalar(num, lowerer.op(&format!("physl.{op}"), first, Type::Scalar(num.dtype))),
    }
}

fn by_extents<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let op = args.name.trim_start_matches("numpy.random.");
    if args.rest().is_empty() {
        return Ok(drawn(lowerer, op, &[], None, Num::FLOAT));
    }
    let mut shape = Vec::new();
    for val in args.rest() {
        shape.push(lowerer.int_of(val, args.span)?);
    }
    Ok(drawn(lowerer, op, &[], Some(shape), Num::FLOAT))
}

fn size_of<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>, at: usize) -> Res<Option<Vec<Scalar>>> {
    match args.get(at).cloned() {
        None => Ok(None),
        Some(val) => lowerer.shape_arg(&val, args.span_of(at)).map(Some),
    }
}

fn by_size<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let op = if args.name.ends_with("normal") { "randn" } else { "rand" };
    let shape = size_of(lowerer, args, 0)?;
    Ok(drawn(lowerer, op, &[], shape, Num::FLOAT))
}

fn two_floats<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let op = args.name.trim_start_matches("numpy.random.");
    let is_array = |val: Option<&Val>| matches!(val, Some(Val::Array(array)) if array.ty.rank() > 0);
    if is_array(args.get(0)) || is_array(args.get(1)) {
        return lowerer.fail(
            args.span,
            "arrays of parameters are not supported here",
            "scale and shift standard numbers instead",
        );
    }
    let (first, second) = (lowerer.float_arg(args, 0, 0.0)?, lowerer.float_arg(args, 1, 1.0)?);
    let operands = [lowerer.scalar_value(&first), lowerer.scalar_value(&second)];
    let shape = size_of(lowerer, args, 2)?;
    Ok(drawn(lowerer, op, &operands, shape, Num::FLOAT))
}

fn randint<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let first = lowerer.int_arg(args, 0, 0)?;
    let (low, high) = match args.get(1).cloned() {
        None => (Scalar::int(0), first),
        Some(val) => (first, lowerer.int_of(&val, args.span_of(1))?),
    };
    let shape = size_of(lowerer, args, 2)?;
    if lowerer.dtype_arg(args, 3)?.is_some_and(|dtype| dtype != DType::I64) {
        return lowerer.fail(
            args.span_of(3),
            "np.random.randint is supported for int64",
            "use `.astype(...)` on the result",
        );
    }
    let operands = [lowerer.scalar_value(&low), lowerer.scalar_value(&high)];
    Ok(drawn(lowerer, "randint", &operands, shape, Num::INT))
}

fn permutation<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    if let Val::Array(array) = args.val(0)
        && array.ty.rank() > 0
    {
        if array.ty.rank() != 1 {
            return lowerer.fail(
                args.span,
                "permutation() of a matrix is not supported",
                "use `a[np.random.permutation(len(a))]`",
            );
        }
        let tensor = lowerer.tensor(&array);
        let value = lowerer.op("physl.permutation", &[tensor], Type::Tensor(array.ty.clone()));
        return Ok(lowerer.fresh(value));
    }
    let count = lowerer.int_arg(args, 0, 0)?;
    let dims = lowerer.dims_of(std::slice::from_ref(&count));
    let count = lowerer.scalar_value(&count);
    let value = lowerer.op("physl.permutation", &[count], Type::Tensor(TensorType { elem: DType::I64, dims }));
    Ok(lowerer.fresh(value))
}

fn shuffle<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let array = lowerer.array_arg(args, 0)?;
    if array.ty.rank() != 1 {
        return lowerer.fail(args.span, "shuffle() is supported on vectors", "use `a[np.random.permutation(len(a))]`");
    }
    let tensor = lowerer.tensor(&array);
    let value = lowerer.op("physl.permutation", &[tensor], Type::Tensor(array.ty.clone()));
    let target = lowerer.reference(&array);
    lowerer.effect("physl.write", &[target.value, value], &[]);
    Ok(Val::None)
}
