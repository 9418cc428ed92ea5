//! Functions that work element by element.

use crate::lower::call::{Args, Row};
use crate::lower::{Lowerer, Mode, Res};
use crate::value::Val;

/// NumPy's name, the op, the number of operands, and the element type of the computation.
type Entry = (&'static str, &'static str, usize, Mode);

#[rustfmt::skip]
const FUNCTIONS: &[Entry] = &[
    ("numpy.negative", "neg", 1, Mode::Common), ("numpy.abs", "abs", 1, Mode::Common), ("numpy.absolute", "abs", 1, Mode::Common),
    ("numpy.fabs", "abs", 1, Mode::Math), ("numpy.sign", "sign", 1, Mode::Common), ("numpy.square", "square", 1, Mode::Common),
    ("numpy.reciprocal", "reciprocal", 1, Mode::Common), ("numpy.sqrt", "sqrt", 1, Mode::Math), ("numpy.cbrt", "cbrt", 1, Mode::Math),
    ("numpy.exp", "exp", 1, Mode::Math), ("numpy.exp2", "exp2", 1, Mode::Math), ("numpy.expm1", "expm1", 1, Mode::Math),
    ("numpy.log", "log", 1, Mode::Math), ("numpy.log2", "log2", 1, Mode::Math), ("numpy.log10", "log10", 1, Mode::Math),
    ("numpy.log1p", "log1p", 1, Mode::Math), ("numpy.sin", "sin", 1, Mode::Math), ("numpy.cos", "cos", 1, Mode::Math),
    ("numpy.tan", "tan", 1, Mode::Math), ("numpy.arcsin", "arcsin", 1, Mode::Math), ("numpy.arccos", "arccos", 1, Mode::Math),
    ("numpy.arctan", "arctan", 1, Mode::Math), ("numpy.asin", "arcsin", 1, Mode::Math), ("numpy.acos", "arccos", 1, Mode::Math),
    ("numpy.atan", "arctan", 1, Mode::Math), ("numpy.sinh", "sinh", 1, Mode::Math), ("numpy.cosh", "cosh", 1, Mode::Math),
    ("numpy.tanh", "tanh", 1, Mode::Math), ("numpy.floor", "floor", 1, Mode::Keep), ("numpy.ceil", "ceil", 1, Mode::Keep),
    ("numpy.trunc", "trunc", 1, Mode::Keep), ("numpy.fix", "trunc", 1, Mode::Keep), ("numpy.rint", "rint", 1, Mode::Math),
    ("numpy.isnan", "isnan", 1, Mode::Float), ("numpy.isinf", "isinf", 1, Mode::Float), ("numpy.isfinite", "isfinite", 1, Mode::Float),
    ("numpy.invert", "not", 1, Mode::Bits), ("numpy.bitwise_not", "not", 1, Mode::Bits), ("numpy.logical_not", "not", 1, Mode::Truth),
    ("numpy.add", "add", 2, Mode::Common), ("numpy.subtract", "sub", 2, Mode::Common), ("numpy.multiply", "mul", 2, Mode::Common),
    ("numpy.divide", "div", 2, Mode::Float), ("numpy.true_divide", "div", 2, Mode::Float),
    ("numpy.floor_divide", "floordiv", 2, Mode::Common), ("numpy.mod", "mod", 2, Mode::Common), ("numpy.remainder", "mod", 2, Mode::Common),
    ("numpy.fmod", "fmod", 2, Mode::Common), ("numpy.power", "pow", 2, Mode::Common), ("numpy.float_power", "pow", 2, Mode::Float),
    ("numpy.pow", "pow", 2, Mode::Common), ("numpy.maximum", "maximum", 2, Mode::Common), ("numpy.minimum", "minimum", 2, Mode::Common),
    ("numpy.fmax", "fmax", 2, Mode::Common), ("numpy.fmin", "fmin", 2, Mode::Common), ("numpy.arctan2", "arctan2", 2, Mode::Math),
    ("numpy.atan2", "arctan2", 2, Mode::Math), ("numpy.hypot", "hypot", 2, Mode::Math), ("numpy.copysign", "copysign", 2, Mode::Math),
    ("numpy.logical_and", "and", 2, Mode::Truth), ("numpy.logical_or", "or", 2, Mode::Truth), ("numpy.logical_xor", "xor", 2, Mode::Truth),
    ("numpy.bitwise_and", "and", 2, Mode::Bits), ("numpy.bitwise_or", "or", 2, Mode::Bits), ("numpy.bitwise_xor", "xor", 2, Mode::Bits),
    ("numpy.left_shift", "shl", 2, Mode::Bits), ("numpy.right_shift", "shr", 2, Mode::Bits),
    ("numpy.bitwise_invert", "not", 1, Mode::Bits), ("numpy.bitwise_left_shift", "shl", 2, Mode::Bits), ("numpy.bitwise_right_shift", "shr", 2, Mode::Bits),
    ("numpy.equal", "eq", 2, Mode::Compare), ("numpy.not_equal", "ne", 2, Mode::Compare), ("numpy.less", "lt", 2, Mode::Compare),
    ("numpy.less_equal", "le", 2, Mode::Compare), ("numpy.greater", "gt", 2, Mode::Compare), ("numpy.greater_equal", "ge", 2, Mode::Compare),
];

/// Binary ufuncs that are written in Python.
const IN_PRELUDE: &[&str] =
    &["numpy.logaddexp", "numpy.logaddexp2", "numpy.heaviside", "numpy.nextafter", "numpy.gcd", "numpy.lcm"];

/// Whether a path names a ufunc of two operands.
pub fn is_binary_ufunc(path: &str) -> bool {
    IN_PRELUDE.contains(&path) || FUNCTIONS.iter().any(|(name, _, count, _)| *name == path && *count == 2)
}

/// Every elementwise function: its path, its parameters, and the element types that it takes.
pub fn listed() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    FUNCTIONS.iter().map(|(name, _, count, mode)| (*name, params(*count), dtypes(*mode)))
}

fn params(count: usize) -> &'static str {
    if count == 1 { "x, out=, dtype=, where=" } else { "x, y, out=, dtype=, where=" }
}

fn dtypes(mode: Mode) -> &'static str {
    match mode {
        Mode::Float | Mode::Math => "any; computed as floats",
        Mode::Bits => "bool, integers",
        Mode::Truth | Mode::Compare => "any; the result is bool",
        Mode::Common | Mode::Keep => "any",
    }
}

/// The elementwise function at a path.
pub fn function(path: &str) -> Option<Row> {
    let (name, _, count, _) = FUNCTIONS.iter().find(|(name, ..)| *name == path)?;
    Some(Row { name, params: params(*count), build })
}

fn build<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let Some((_, op, count, mode)) = FUNCTIONS.iter().find(|(name, ..)| *name == args.name) else {
        return lowerer.contradiction(args.span, args.name);
    };
    let vals: Vec<Val> = (0..*count).map(|at| args.val(at)).collect();
    let mut result = lowerer.elementwise(op, &vals, *mode, args.span)?;
    if let Some(dtype) = lowerer.dtype_arg(args, count + 1)? {
        result = lowerer.cast_to(&result, dtype, args.span)?;
    }
    match args.get(count + 2) {
        None => lowerer.store_out(args, *count, result),
        Some(_) => store_where(lowerer, args, *count, &result),
    }
}

/// Stores a result in the array given as `out`, where the mask given as `where` holds.
fn store_where<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>, at: usize, result: &Val) -> Res<Val> {
    let Some(out) = args.get(at).cloned() else {
        let message = "without `out=` the elements where the mask does not hold would be undefined";
        return lowerer.fail(args.span_of(at + 2), message, "pass `out=`, or use `np.where`");
    };
    let Val::Array(target) = &out else { return lowerer.store_out(args, at, result.clone()) };
    let mask = args.val(at + 2);
    let result = lowerer.cast_to(result, target.ty.elem, args.span)?;
    let chosen = super::tools::select(lowerer, &mask, &result, &out, args.span)?;
    lowerer.store_out(args, at, chosen)
}
