//! `np.ndindex` and `np.ndenumerate`: all places of an array, the last index running fastest.

use super::tools;
use crate::lower::call::{Args, Row};
use crate::lower::{Lowerer, Res};
use crate::value::{Iter, Scalar, Val};
use std::rc::Rc;

pub static ROWS: &[Row] = &[
    Row { name: "numpy.ndindex", params: "*shape", build: places },
    Row { name: "numpy.ndenumerate", params: "arr", build: numbered },
];

fn product(extents: Vec<Scalar>) -> Iter {
    let range = |stop| Iter::Range { start: Scalar::int(0), stop, step: Scalar::int(1) };
    Iter::Product(extents.into_iter().map(range).collect())
}

fn places<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let items = match args.rest() {
        [Val::Tuple(items)] => items.to_vec(),
        items => items.to_vec(),
    };
    let extents = tools::extents_of(lo, &items, args.span)?;
    Ok(Val::Iter(Rc::new(product(extents))))
}

fn numbered<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let array = tools::array(lo, args, 0)?;
    let array = lo.reference(&array);
    let extents = tools::extents(lo, &array);
    let line = lo.flat_line(&array);
    Ok(Val::Iter(Rc::new(Iter::Zip(vec![product(extents), Iter::Array(line)]))))
}
