//! Calls of NumPy's functions that are written in Python.
//!
//! A function of the prelude is specialised like one of the user's, and further: constants among its arguments (strings, `None`, truth
//! values, tuples of constants, and integers where the parameter is annotated `static`) are known in its body, so that tests on
//! them leave one branch. Extents of arrays are forgotten unless the parameter is annotated `shaped`.

use super::function::{MAX_SPECS, Passed};
use super::{Lowerer, Res};
use crate::ast::{Expr, ExprKind, Param};
use crate::modules::Kind;
use crate::source::Span;
use crate::types::Ty;
use crate::value::{Const, Repr, Scalar, Val};
use std::borrow::Cow;

/// Specialisations of one function of the prelude.
const MAX_PRELUDE_SPECS: usize = 16 * MAX_SPECS;

/// The name under which the prelude reaches the functions that the compiler knows itself.
const OWN: &str = "physl.";

impl<'a> Lowerer<'a> {
    /// The function of the prelude at a path, where there is one.
    pub fn prelude_function(&self, path: &str) -> Option<usize> {
        let elsewhere = |from: &str, to: &str| path.strip_prefix(from).map(|name| format!("{to}{name}"));
        let path = elsewhere("numpy.lib.stride_tricks.", "numpy.")
            .or_else(|| elsewhere("scipy.fft.", "numpy.fft."))
            .map_or(Cow::Borrowed(path), Cow::Owned);
        let (file, name) = crate::prelude::function(&path)?;
        let hidden = name.starts_with('_') && self.frame.site.is_none();
        if hidden { None } else { self.program.prelude_function(file, name) }
    }

    /// The method of arrays that the prelude defines.
    pub fn prelude_method(&self, name: &str) -> Option<usize> {
        let find = |path: String| {
            let (file, name) = crate::prelude::function(&path)?;
            self.program.prelude_function(file, name)
        };
        let own = find(format!("numpy._method_{name}"));
        own.or_else(|| crate::numpy::is_method(name).then(|| find(format!("numpy.{name}"))).flatten())
    }

    /// A method of a binary ufunc, such as `numpy.add.reduce`: the function of the prelude, and the path of the ufunc.
    pub fn ufunc_method<'p>(&self, path: &'p str) -> Option<(usize, &'p str)> {
        let (ufunc, method) = path.rsplit_once('.')?;
        if !crate::numpy::is_binary_ufunc(ufunc) {
            return None;
        }
        let (file, name) =
            crate::prelude::function(&format!("numpy._ufunc_{method}")).map(|(file, name)| (file, name.to_string()))?;
        Some((self.program.prelude_function(file, &name)?, ufunc))
    }

    /// The path of a function that the compiler knows itself.
    pub fn row_path<'p>(&self, path: &'p str) -> Cow<'p, str> {
        match path.strip_prefix(OWN).filter(|_| self.frame.site.is_some()) {
            Some(name) => Cow::Owned(format!("numpy.{name}")),
            None => Cow::Borrowed(path),
        }
    }

    /// Calls a function of the prelude by its path.
    pub fn call_prelude(&mut self, path: &str, vals: Vec<Val>, span: Span) -> Res<Val> {
        let found = crate::prelude::function(path).and_then(|(file, name)| self.program.prelude_function(file, name));
        let Some(function) = found else {
            return self.contradiction(span, &format!("the unknown function {path}"));
        };
        let passed = vals.into_iter().map(|val| Passed { name: None, val, span }).collect();
        self.call_function(function, passed, span)
    }

    pub fn is_prelude(&self, index: usize) -> bool {
        self.program.modules[self.program.functions[index].module].kind == Kind::Prelude
    }

    /// Where the user's program has called the prelude, for a function that is about to be walked.
    pub fn site_of_call(&self, index: usize) -> Option<Span> {
        self.is_prelude(index).then(|| self.frame.site.unwrap_or(self.frame.at))
    }

    /// The constant that a function of the prelude gives on every path.
    pub(super) fn known_result(&self, index: usize, result: &Val) -> Option<Val> {
        (self.is_prelude(index) && is_known(result, true)).then(|| result.clone())
    }

    pub(super) fn most_specs(&self, index: usize) -> usize {
        if self.is_prelude(index) { MAX_PRELUDE_SPECS } else { MAX_SPECS }
    }

    /// Constants among the arguments of a function of the prelude; extents that do not matter are forgotten.
    pub(super) fn prelude_statics(&self, index: usize, passed: &mut [(Val, Ty)], statics: &mut [Option<Val>]) {
        if !self.is_prelude(index) {
            return;
        }
        let params = &self.program.functions[index].def.params;
        for ((param, (val, ty)), known) in params.iter().zip(passed).zip(statics) {
            if is_known(val, annotated(param, "static")) {
                *known = Some(val.clone());
            }
            if !annotated(param, "shaped") {
                *ty = ty.without_extents();
            }
        }
    }
}

fn annotated(param: &Param, word: &str) -> bool {
    matches!(&param.annotation, Some(Expr { kind: ExprKind::Name(name), .. }) if &**name == word)
}

fn is_known(val: &Val, with_ints: bool) -> bool {
    match val {
        Val::None | Val::Static(_) | Val::Str(Repr::Const(_)) => true,
        Val::Scalar(Scalar { repr: Repr::Const(Const::Bool(_)), .. }) => true,
        Val::Scalar(Scalar { repr: Repr::Const(Const::Int(_)), .. }) => with_ints,
        Val::Tuple(items) | Val::List(items) => items.iter().all(|item| is_known(item, with_ints)),
        _ => false,
    }
}
