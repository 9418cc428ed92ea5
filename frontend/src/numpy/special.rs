//! `scipy.special`: functions that the runtime computes element by element.

use super::tools;
use crate::lower::call::{Args, Row};
use crate::lower::{Lowerer, Res};
use crate::types::float_of;
use crate::value::Val;
use phylanx_dialects::ir::Attr;

pub static ROWS: &[Row] = &[
    Row { name: "scipy.special.erf", params: "x", build: special },
    Row { name: "scipy.special.erfc", params: "x", build: special },
    Row { name: "scipy.special.gamma", params: "x", build: special },
    Row { name: "scipy.special.gammaln", params: "x", build: special },
    Row { name: "scipy.special.j0", params: "x", build: special },
    Row { name: "scipy.special.j1", params: "x", build: special },
    Row { name: "scipy.special.y0", params: "x", build: special },
    Row { name: "scipy.special.y1", params: "x", build: special },
];

fn special<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let array = tools::array(lo, args, 0)?;
    let array = tools::cast(lo, &array, float_of(array.ty.elem));
    let name = args.name.rsplit('.').next().unwrap_or(args.name);
    let tensor = lo.tensor(&array);
    let made = tools::library(lo, "special", &[tensor], array.ty.clone(), &[("fn", Attr::str(name))]);
    Ok(lo.fresh_or_scalar(made.value))
}
