//! `np.vectorize`: a function of scalars, called for each item of arrays.

use super::call::{Args, Row};
use super::emit::Stop;
use super::function::Passed;
use super::{Lowerer, Res};
use crate::ast::Expr;
use crate::source::Span;
use crate::types::Code;
use crate::value::{Callable, Val};
use std::rc::Rc;

/// What the prelude makes of a function and its element types.
pub const ROWS: &[Row] = &[Row { name: "numpy._vectorize", params: "pyfunc, otypes", build: vectorize }];

/// The function of the prelude that goes over the items.
const CALL: &str = "numpy._vectorized";

fn vectorize<'a>(_: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let held = vec![args.val(0), args.val(1)];
    Ok(Val::Callable(Rc::new(Callable { code: Code::Vectorized, held: held.into() })))
}

impl<'a> Lowerer<'a> {
    pub fn call_vectorized(&mut self, held: &[Val], passed: Vec<(Passed, &'a Expr)>, span: Span) -> Res<Val> {
        if let Some((named, _)) = passed.iter().find(|(arg, _)| arg.name.is_some()) {
            let message = "keyword arguments of a function made by np.vectorize are not supported";
            return self.fail(named.span, message, "pass it by position");
        }
        let found = crate::prelude::function(CALL);
        let Some(index) = found.and_then(|(file, name)| self.program.prelude_function(file, name)) else {
            return Err(Stop::Reported);
        };
        let own = held.iter().map(|val| Passed { name: None, val: val.clone(), span });
        let all = own.chain(passed.into_iter().map(|(arg, _)| arg)).collect();
        self.call_function(index, all, span)
    }
}
