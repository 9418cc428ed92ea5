//! Calls: whom they reach, and arguments bound to parameters.

use super::function::Passed;
use super::{Lowerer, Res};
use crate::ast::{Arg, Expr, ExprKind, Name};
use crate::heap::Kind;
use crate::near::nearest;
use crate::numpy;
use crate::source::Span;
use crate::types::{Static, Ty};
use crate::value::{Const, Iter, Repr, Scalar, Val};
use std::rc::Rc;

/// The method by which a class of the program says what a built-in function gives.
fn special_of(path: &str) -> Option<&'static str> {
    Some(match path.strip_prefix("builtins.")? {
        "abs" => "__abs__",
        "complex" => "__complex__",
        "divmod" => "__divmod__",
        "float" => "__float__",
        "hash" => "__hash__",
        "int" => "__int__",
        "reversed" => "__reversed__",
        "round" => "__round__",
        _ => return None,
    })
}

/// What carries out a call of a library function.
pub type Build = for<'a> fn(&mut Lowerer<'a>, &Args<'a>) -> Res<Val>;

/// A library function: its name, its parameters as Python writes them, and what it does.
#[derive(Clone, Copy)]
pub struct Row {
    pub name: &'static str,
    /// Such as `a, axis=None, *rest`; a default only says that the parameter may be left out.
    pub params: &'static str,
    pub build: Build,
}

/// Arguments of a library function, in the order of its parameters.
pub struct Args<'a> {
    pub name: &'static str,
    pub span: Span,
    vals: Vec<Option<Val>>,
    exprs: Vec<Option<&'a Expr>>,
    rest: Vec<Val>,
}

/// The name under which a tuple of arguments is passed whose number is not known.
pub const STAR: &str = "*";

/// What is done with a callee and the arguments of a call.
type UseOfCall<'f, 'a> = &'f mut dyn FnMut(&mut Lowerer<'a>, Val, Vec<(Passed, &'a Expr)>) -> Res<Val>;

/// Functions that see to the kinds of their arguments themselves: iterators are no values that paths could meet in.
const ANY_KIND: &[&str] =
    &["builtins.range", "builtins.enumerate", "builtins.zip", "builtins.reversed", "builtins.print"];

impl<'a> Args<'a> {
    /// An argument that is there and not `None`.
    pub fn get(&self, at: usize) -> Option<&Val> {
        self.vals.get(at)?.as_ref().filter(|val| **val != Val::None)
    }

    /// An argument that is there, `None` included.
    pub fn given(&self, at: usize) -> Option<&Val> {
        self.vals.get(at)?.as_ref()
    }

    /// A required argument.
    pub fn val(&self, at: usize) -> Val {
        self.vals.get(at).cloned().flatten().unwrap_or(Val::None)
    }

    /// Number of parameters.
    pub fn count(&self) -> usize {
        self.vals.len()
    }

    /// Arguments that `*name` collects.
    pub fn rest(&self) -> &[Val] {
        &self.rest
    }

    /// Where an argument stands.
    pub fn span_of(&self, at: usize) -> Span {
        self.exprs.get(at).copied().flatten().map_or(self.span, |expr| expr.span)
    }

    pub fn expr(&self, at: usize) -> Option<&'a Expr> {
        self.exprs.get(at).copied().flatten()
    }
}

impl<'a> Lowerer<'a> {
    /// `function(args)`.
    pub fn call(&mut self, whole: &'a Expr, function: &'a Expr, args: &'a [Arg]) -> Res<Val> {
        let span = whole.span;
        if let ExprKind::Attribute(base, name) = &function.kind {
            if is_super(base) {
                let passed = self.arguments(args)?.into_iter().map(|(passed, _)| passed).collect();
                return self.super_method(name, passed, span);
            }
            let base_val = match self.try_expr(base) {
                Ok(val) => val,
                Err(stop) => {
                    let _ = self.arguments(args);
                    return Err(stop);
                }
            };
            if !matches!(base_val, Val::Static(Static::Path(_) | Static::Module(_))) {
                let passed = self.arguments(args)?;
                let base_val = self.present(base_val, None, base.span)?;
                let several = matches!(base_val, Val::OneOf { .. });
                return self.over_kinds_of(base_val, &passed, span, &mut |this, val, passed| {
                    if several {
                        this.raise_where_missing(&val, name)?;
                    }
                    this.method(val, base, name, passed, span)
                });
            }
        }
        let callee = match self.need(function) {
            Ok(val) => val,
            Err(stop) => {
                let _ = self.arguments(args);
                return Err(stop);
            }
        };
        let prints = matches!(&callee, Val::Static(Static::Path(path)) if &**path == "builtins.print");
        let passed = if prints { self.printed_arguments(args)? } else { self.arguments(args)? };
        self.frame.at = span;
        self.over_kinds_of(callee, &passed, span, &mut |this, callee, passed| this.call_one(callee, passed, span))
    }

    /// A call for each kind that the numbers among its arguments may be of.
    pub(super) fn over_kinds_of(
        &mut self,
        subject: Val,
        passed: &[(Passed, &'a Expr)],
        span: Span,
        then: UseOfCall<'_, 'a>,
    ) -> Res<Val> {
        let any_kind = matches!(&subject, Val::Static(Static::Path(path)) if ANY_KIND.contains(&&**path));
        let vals: Vec<Val> = std::iter::once(subject).chain(passed.iter().map(|(arg, _)| arg.val.clone())).collect();
        let mut with = |this: &mut Self, vals: &[Val]| {
            let given = passed
                .iter()
                .zip(&vals[1..])
                .map(|((arg, expr), val)| (Passed { name: arg.name.clone(), val: val.clone(), span: arg.span }, *expr));
            then(this, vals[0].clone(), given.collect())
        };
        if any_kind { with(self, &vals) } else { self.over_kinds(&vals, span, &mut with) }
    }

    /// The arguments of `print`: a conditional expression may have sides of different types.
    fn printed_arguments(&mut self, args: &'a [Arg]) -> Res<Vec<(Passed, &'a Expr)>> {
        let mut out = Vec::new();
        let mut stop = None;
        for arg in args {
            let is_choice = arg.name.is_none() && matches!(arg.value.kind, ExprKind::Conditional { .. });
            let found = if is_choice {
                self.text_of_expr(&arg.value, super::text::as_is)
                    .map(|text| vec![(Passed { name: None, val: Val::Str(text), span: arg.value.span }, &arg.value)])
            } else {
                self.arguments(std::slice::from_ref(arg))
            };
            match found {
                Ok(passed) => out.extend(passed),
                Err(found) => stop = Some(found),
            }
        }
        stop.map_or(Ok(out), Err)
    }

    /// The arguments of a call, all evaluated; an error in one is an error of all.
    pub fn arguments(&mut self, args: &'a [Arg]) -> Res<Vec<(Passed, &'a Expr)>> {
        let mut out = Vec::new();
        let mut stop = None;
        for arg in args {
            if let ExprKind::Keywords(inner) = &arg.value.kind {
                match self.keywords(inner) {
                    Ok(passed) => out.extend(passed),
                    Err(found) => stop = Some(found),
                }
                continue;
            }
            if let ExprKind::Starred(inner) = &arg.value.kind {
                match self.starred(inner) {
                    Ok(passed) => out.extend(passed),
                    Err(found) => stop = Some(found),
                }
                continue;
            }
            match self.try_expr(&arg.value) {
                Ok(val) => out.push((Passed { name: arg.name.clone(), val, span: arg.value.span }, &arg.value)),
                Err(found) => stop = Some(found),
            }
        }
        stop.map_or(Ok(out), Err)
    }

    /// `**mapping`: what it holds by name.
    fn keywords(&mut self, inner: &'a Expr) -> Res<Vec<(Passed, &'a Expr)>> {
        match self.need(inner)? {
            Val::Record(fields) => {
                let passed = |(name, val): &(Name, Val)| {
                    (Passed { name: Some(name.clone()), val: val.clone(), span: inner.span }, inner)
                };
                Ok(fields.iter().map(passed).collect())
            }
            Val::Heap(site, object) if site.kind() == Kind::Record => {
                let mut passed = Vec::new();
                for field in site.fields() {
                    let val = self.record_item(&site, object, &Val::text(&*field.name), inner.span)?;
                    passed.push((Passed { name: Some((&*field.name).into()), val, span: inner.span }, inner));
                }
                Ok(passed)
            }
            other => {
                let message = format!("the names in {} are not known at compile time", other.describe());
                self.fail(
                    inner.span,
                    message,
                    "write each keyword argument out, or pass on the function's own `**kwargs`",
                )
            }
        }
    }

    /// `*iterable`: each item, or one tuple of all under the name of a star where their number is not known.
    fn starred(&mut self, inner: &'a Expr) -> Res<Vec<(Passed, &'a Expr)>> {
        let val = self.need(inner)?;
        let iter = self.iter_of(val, inner.span)?;
        let one = |name: Option<Name>, val: Val| (Passed { name, val, span: inner.span }, inner);
        if let Some(count) = self.fixed_length(&iter) {
            return Ok((0..count).map(|at| one(None, self.iter_item(&iter, &Scalar::int(at as i64)))).collect());
        }
        let all = self.made_of(inner.id, Kind::Tuple, Some(Val::Iter(Rc::new(iter))), inner.span)?;
        Ok(vec![one(Some(STAR.into()), all)])
    }

    /// Refuses a tuple of arguments whose number is not known.
    pub(super) fn refuse_star<T>(&mut self, span: Span) -> Res<T> {
        let help = "write them out, or give the function a parameter such as `*args` for them";
        self.fail(span, "the number of these arguments is not known at compile time", help)
    }

    pub(super) fn call_path(&mut self, path: &str, passed: Vec<(Passed, &'a Expr)>, span: Span) -> Res<Val> {
        if let Some(index) = self.prelude_function(path) {
            let passed = passed.into_iter().map(|(passed, _)| passed).collect();
            return self.call_function(index, passed, span);
        }
        if let Some(result) = self.argparse(path, &passed, span) {
            return result;
        }
        if path == "functools.partial" {
            return self.partial(passed, span);
        }
        if let Some((index, ufunc)) = self.ufunc_method(path) {
            let subject = Passed { name: None, val: Val::path(ufunc), span };
            let passed = passed.into_iter().map(|(passed, _)| passed);
            return self.call_function(index, std::iter::once(subject).chain(passed).collect(), span);
        }
        if let ("builtins.zip", [(only, _)]) = (path, passed.as_slice())
            && only.name.as_deref() == Some(STAR)
        {
            return self.columns_of(&only.val.clone(), span);
        }
        if let (Some(name), Some(((own, _), rest))) = (special_of(path), passed.split_first()) {
            let rest: Vec<Val> = rest.iter().map(|(arg, _)| arg.val.clone()).collect();
            if let Some(done) = self.special(&own.val, name, &rest, span) {
                return done;
            }
        }
        if let Some(name) = path.strip_prefix("builtins.str.")
            && let Some(((own, expr), rest)) = passed.split_first()
            && let (Val::Str(_), None) = (&own.val, &own.name)
        {
            return self.method(own.val.clone(), expr, &name.into(), rest.to_vec(), span);
        }
        let path = self.row_path(path);
        let Some(row) = numpy::function(&path) else {
            let (message, help) = numpy::unknown(&path);
            return self.fail(span, message, help);
        };
        let args = self.bind_row(&row, passed, span)?;
        (row.build)(self, &args)
    }

    /// `max(*items)` is `max(items)`; other functions need to know the number of arguments.
    fn without_star(&mut self, name: &str, mut passed: Vec<(Passed, &'a Expr)>) -> Res<Vec<(Passed, &'a Expr)>> {
        let Some(at) = passed.iter().position(|(arg, _)| arg.name.as_deref() == Some(STAR)) else { return Ok(passed) };
        let by_position = passed.iter().filter(|(arg, _)| arg.name.is_none()).count();
        let span = passed[at].0.span;
        match name {
            "builtins.max" | "builtins.min" | "builtins.print" if by_position == 0 => passed[at].0.name = None,
            _ => return self.refuse_star(span),
        }
        Ok(passed)
    }

    /// `zip(*rows)`: the columns of rows that are tuples of one length.
    fn columns_of(&mut self, rows: &Val, span: Span) -> Res<Val> {
        let iter = self.iter_of(rows.clone(), span)?;
        let Val::Heap(site, _) = rows else { return self.refuse_star(span) };
        let Ty::Tuple(types) = site.part(0) else {
            return self.call_prelude("itertools._method_zip", vec![rows.clone()], span);
        };
        let mut columns = Vec::new();
        for at in 0..types.len() {
            let hidden = self.hidden_site(Kind::Tuple);
            columns.push(self.collect_with(&hidden, "tuple", &iter, span, &mut |_, item| match &item {
                Val::Tuple(items) => Ok(vec![items[at].clone()]),
                _ => Err(super::emit::Stop::Reported),
            })?);
        }
        Ok(Val::Iter(Rc::new(Iter::Items(columns.into()))))
    }

    /// Binds arguments to the parameters of a row.
    pub fn bind_row(&mut self, row: &Row, passed: Vec<(Passed, &'a Expr)>, span: Span) -> Res<Args<'a>> {
        let passed = self.without_star(row.name, passed)?;
        let params: Vec<&str> = row.params.split(", ").filter(|param| !param.is_empty()).collect();
        let variadic = params.iter().position(|param| param.starts_with('*'));
        let names: Vec<&str> =
            params.iter().map(|param| param.trim_start_matches('*').split('=').next().unwrap_or("")).collect();
        let mut args = Args {
            name: row.name,
            span,
            vals: vec![None; params.len()],
            exprs: vec![None; params.len()],
            rest: Vec::new(),
        };
        let short = row.name.rsplit('.').next().unwrap_or(row.name);
        let positional = variadic.unwrap_or(params.len());
        let mut next = 0;
        for (arg, expr) in passed {
            let slot = match &arg.name {
                Some(name) => names.iter().position(|param| *param == &**name && Some(names.len()) != variadic),
                None if next < positional => {
                    next += 1;
                    Some(next - 1)
                }
                None if variadic.is_some() => {
                    args.rest.push(arg.val);
                    continue;
                }
                None => {
                    let message = format!("{short}() takes at most {} arguments", params.len());
                    return self.fail(arg.span, message, params_help(row));
                }
            };
            let Some(slot) = slot else {
                return self.unknown_keyword(short, row, arg.name, arg.span);
            };
            if args.vals[slot].is_some() {
                let message = format!("{short}() got multiple values for argument '{}'", names[slot]);
                return self.fail(arg.span, message, "pass it once");
            }
            args.vals[slot] = Some(arg.val);
            args.exprs[slot] = Some(expr);
        }
        for (slot, param) in params.iter().enumerate() {
            if args.vals[slot].is_none() && !param.contains('=') && !param.starts_with('*') {
                let message = format!("{short}() is missing its argument '{param}'");
                return self.fail(span, message, params_help(row));
            }
        }
        Ok(args)
    }

    fn unknown_keyword<T>(&mut self, short: &str, row: &Row, name: Option<Name>, span: Span) -> Res<T> {
        let name = name.unwrap_or_else(|| "?".into());
        let message = format!("the argument '{name}' of {short}() is not supported");
        let known = row.params.split(", ").map(|param| param.trim_end_matches(['=', '*']).trim_start_matches('*'));
        let help = match nearest(&name, known) {
            Some(near) => format!("did you mean `{near}`?"),
            None => params_help(row),
        };
        self.fail(span, message, help)
    }

    /// An expression that must be a constant int.
    pub fn const_int(&mut self, expr: &'a Expr) -> Res<i64> {
        let val = self.need(expr)?;
        match val.const_int() {
            Some(value) => Ok(value),
            None => self.not_constant(Some(expr), expr.span, "an integer"),
        }
    }

    /// An argument that must be a constant int, if it is there.
    pub fn const_arg(&mut self, args: &Args<'a>, at: usize) -> Res<Option<i64>> {
        match args.get(at) {
            None => Ok(None),
            Some(val) => match val.const_int() {
                Some(value) => Ok(Some(value)),
                None => self.not_constant(args.expr(at), args.span_of(at), "an integer"),
            },
        }
    }

    /// An argument that must be a constant bool, if it is there.
    pub fn flag_arg(&mut self, args: &Args<'a>, at: usize) -> Res<bool> {
        match args.get(at) {
            None => Ok(false),
            Some(Val::Scalar(Scalar { repr: Repr::Const(value), .. })) => Ok(value.truth()),
            Some(_) => self.not_constant(args.expr(at), args.span_of(at), "True or False"),
        }
    }

    /// An argument that must be constant text, if it is there.
    pub fn text_arg(&mut self, args: &Args<'a>, at: usize) -> Res<Option<Rc<str>>> {
        match args.get(at) {
            None => Ok(None),
            Some(val) => match val.const_text() {
                Some(text) => Ok(Some(text)),
                None => self.not_constant(args.expr(at), args.span_of(at), "a string"),
            },
        }
    }

    /// Something must be known at compile time: a parameter is made a constant of the specialisation, anything else is refused.
    pub fn not_constant<T>(&mut self, expr: Option<&'a Expr>, span: Span, what: &str) -> Res<T> {
        if expr.is_some_and(|expr| self.unroll_for(expr)) {
            return Err(super::emit::Stop::Reported);
        }
        if let (Some(index), Some(Expr { kind: ExprKind::Name(name), .. })) = (self.frame.function, expr) {
            let def = self.program.functions[index].def;
            let captures = &self.program.functions[index].captures;
            let captured = captures.iter().position(|other| other == name).map(|at| at + def.params.len());
            let at = def.params.iter().position(|param| param.name == *name).or(captured);
            // A parameter of the prelude that could be a constant already is one.
            let at = at.filter(|_| !self.is_prelude(index));
            let assigned = crate::scope::walk::assigned(&def.body).contains(name);
            if let (Some(at), false) = (at, assigned)
                && self.static_params.entry(index).or_default().insert(at)
            {
                return Err(super::emit::Stop::Reported);
            }
        }
        self.fail(span, format!("{what} known at compile time is needed here"), "write a literal")
    }

    /// A float constant, if the value is a known number.
    pub fn known_number(val: &Val) -> Option<Const> {
        match val {
            Val::Scalar(scalar) => scalar.known(),
            _ => None,
        }
    }
}

/// `super()`.
fn is_super(expr: &Expr) -> bool {
    matches!(&expr.kind, ExprKind::Call(callee, args)
        if args.is_empty() && matches!(&callee.kind, ExprKind::Name(name) if &**name == "super"))
}

fn params_help(row: &Row) -> String {
    let params = row
        .params
        .split(", ")
        .map(|param| if param.ends_with('=') { format!("{param}...") } else { param.to_string() });
    format!("the parameters are ({})", params.collect::<Vec<_>>().join(", "))
}
