//! Reading and writing files.

use crate::lower::call::{Args, Row};
use crate::lower::{Lowerer, Res};
use crate::value::Val;
use phylanx_dialects::DType;
use phylanx_dialects::ir::{Attr, TensorType, Type, Value};

#[rustfmt::skip]
pub const ROWS: &[Row] = &[
    Row { name: "numpy.load", params: "file, allow_pickle=", build: load },
    Row { name: "numpy.save", params: "file, arr", build: save },
    Row { name: "numpy.loadtxt", params: "fname, dtype=, comments=, delimiter=, skiprows=, usecols=, ndmin=", build: loadtxt },
    Row { name: "numpy.savetxt", params: "fname, X, fmt=, delimiter=, newline=, header=, footer=, comments=", build: savetxt },
];

fn path<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Value> {
    match args.val(0) {
        Val::Str(text) => Ok(lowerer.text_value(&text)),
        other => {
            let message = format!("a file name is needed here, not {}", other.describe());
            lowerer.fail(args.span_of(0), message, "pass the name as a string")
        }
    }
}

/// The type of an array file is not in the program's text: `float64` matrices are assumed and checked when it is read.
fn load<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let file = path(lowerer, args)?;
    let ty = TensorType { elem: DType::F64, dims: vec![None, None] };
    let value = lowerer.op("physl.load", &[file], Type::Tensor(ty));
    Ok(lowerer.fresh(value))
}

fn save<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let file = path(lowerer, args)?;
    let tensor = lowerer.tensor_arg(args, 1)?;
    lowerer.effect("physl.save", &[file, tensor], &[]);
    Ok(Val::None)
}

fn loadtxt<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let file = path(lowerer, args)?;
    let elem = lowerer.dtype_arg(args, 1)?.unwrap_or(DType::F64);
    let comments = lowerer.text_arg(args, 2)?.unwrap_or("#".into());
    let delimiter = lowerer.text_arg(args, 3)?.unwrap_or("".into());
    let skip = lowerer.const_arg(args, 4)?.unwrap_or(0);
    let least = lowerer.const_arg(args, 6)?;
    let (columns, single) = match args.get(5) {
        None => (Vec::new(), false),
        Some(Val::Tuple(items) | Val::List(items)) => {
            let listed: Option<Vec<i64>> = items.iter().map(Val::const_int).collect();
            let Some(listed) = listed else {
                return lowerer.not_constant(args.expr(5), args.span_of(5), "a tuple of columns");
            };
            let single = listed.len() == 1;
            (listed, single)
        }
        Some(_) => (lowerer.const_arg(args, 5)?.into_iter().collect(), true),
    };
    // A table of one column is a vector in NumPy; a table of unknown width is taken for a matrix.
    let rank = if single && least.is_none_or(|least| least < 2) { 1 } else { 2 };
    let attrs = [
        ("delimiter", Attr::str(&*delimiter)),
        ("skiprows", Attr::int(skip)),
        ("comments", Attr::str(&*comments)),
        ("usecols", Attr::I64s(columns)),
        ("ndmin", Attr::int(least.unwrap_or(0))),
    ];
    let ty = Type::Tensor(TensorType::dynamic(elem, rank));
    let value = lowerer.op_with("physl.loadtxt", &[file], ty, &attrs);
    Ok(lowerer.fresh(value))
}

fn savetxt<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let file = path(lowerer, args)?;
    let tensor = lowerer.tensor_arg(args, 1)?;
    let fmt = lowerer.text_arg(args, 2)?.unwrap_or("%.18e".into());
    let delimiter = lowerer.text_arg(args, 3)?.unwrap_or(" ".into());
    let header = lowerer.text_arg(args, 5)?.unwrap_or("".into());
    let comments = lowerer.text_arg(args, 7)?.unwrap_or("# ".into());
    if args.get(4).is_some() || args.get(6).is_some() {
        return lowerer.fail(args.span, "`newline` and `footer` are not supported", "drop them");
    }
    let attrs = [
        ("fmt", Attr::str(&*fmt)),
        ("delimiter", Attr::str(&*delimiter)),
        ("header", Attr::str(&*header)),
        ("comments", Attr::str(&*comments)),
    ];
    lowerer.effect("physl.savetxt", &[file, tensor], &attrs);
    Ok(Val::None)
}
