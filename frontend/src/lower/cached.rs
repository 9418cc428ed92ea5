//! `functools.lru_cache`: a function that is called once for each value of its arguments.

use super::emit::Stop;
use super::function::Passed;
use super::{Lowerer, Res};
use crate::ast::Expr;
use crate::source::Span;
use crate::types::{Code, Num, Ty};
use crate::value::{Callable, Scalar, Val};
use phylanx_dialects::ir::{Type, Value};
use std::rc::Rc;

impl<'a> Lowerer<'a> {
    /// A function with a cache of its own.
    pub fn cached_function(&mut self, function: Val) -> Val {
        let number = self.std_world("memo.new", &[], Type::I64);
        let held = Rc::from([function, Val::scalar(Num::INT, number)]);
        Val::Callable(Rc::new(Callable { code: Code::Cached, held }))
    }

    /// Calls a function with a cache. Arguments that are no numbers or strings are not looked up: the function is called.
    pub fn call_cached(&mut self, held: &[Val], passed: Vec<(Passed, &'a Expr)>, span: Span) -> Res<Val> {
        let [function, Val::Scalar(number)] = held else { return Err(Stop::Reported) };
        let Some(key) = self.cache_key(number, &passed) else {
            return self.call_passed(function.clone(), passed, span);
        };
        // The result is needed first, for its type.
        let mut result = Err(Stop::Reported);
        let called = self.branch(span, |this| {
            result = this.call_passed(function.clone(), passed, span).map(|val| this.bound(val));
            if let Ok(val) = &result
                && let Some(ty) = val.ty()
            {
                this.keep_result(val, &ty, &key);
            }
        });
        let Some(mut called) = called else { return Err(Stop::Reported) };
        let val = result?;
        let Some(ty) = val.ty() else { return self.contradiction(span, "a result without a type") };
        called.env.insert(super::logic::CHOSEN.into(), val);
        let has = self.std_world("memo.has", &key, Type::BOOL);
        let found = self.branch(span, |this| {
            let values = this.kept_result(&ty, &key);
            let val = this.rebuild(&ty, &mut values.into_iter());
            this.frame.env.insert(super::logic::CHOSEN.into(), val);
        });
        let Some(found) = found else { return Err(Stop::Reported) };
        Ok(self.chosen_of(has, found, called, span))
    }

    /// The number of the cache and the arguments.
    fn cache_key(&mut self, number: &Scalar, passed: &[(Passed, &'a Expr)]) -> Option<Vec<Value>> {
        let mut key = vec![self.scalar_value(number)];
        for (arg, _) in passed {
            let val = self.bound(arg.val.clone());
            let ty = val.ty()?;
            if arg.name.is_some() || !is_key(&ty) {
                return None;
            }
            key.extend(self.coerce(&val, &ty));
        }
        Some(key)
    }

    fn keep_result(&mut self, val: &Val, ty: &Ty, key: &[Value]) {
        let mut values = self.coerce(val, ty);
        if values.is_empty() {
            values.push(self.bool(true));
        }
        for (at, value) in values.into_iter().enumerate() {
            let mut operands = vec![value, self.int(at as i64)];
            operands.extend(key);
            self.std_world("memo.put", &operands, Type::I64);
        }
    }

    fn kept_result(&mut self, ty: &Ty, key: &[Value]) -> Vec<Value> {
        let leaves = ty.leaves().into_iter().enumerate();
        let read = leaves.map(|(at, leaf)| {
            let mut operands = vec![self.int(at as i64)];
            operands.extend(key);
            self.std_world("memo.get", &operands, leaf)
        });
        read.collect()
    }
}

fn is_key(ty: &Ty) -> bool {
    match ty {
        Ty::Num(_) | Ty::Str | Ty::None => true,
        Ty::Tuple(items) => items.iter().all(is_key),
        _ => false,
    }
}
