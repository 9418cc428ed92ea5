//! Comparisons: chains, scalars, strings, tuples, `is None`, `in`.

use super::compare_exact::{float_predicate, int_predicate};
use super::{Lowerer, Res};
use crate::ast::{CmpOp, Expr};
use crate::source::Span;
use crate::types::{Absent, Num, Static, is_float, is_unsigned, promote};
use crate::value::{Array, Const, Form, Iter, Repr, Scalar, Val};
use phylanx_dialects::DType;
use phylanx_dialects::dtype::is_complex;
use phylanx_dialects::ir::{Type, Value};

impl<'a> Lowerer<'a> {
    /// `a < b <= c`: each operand once, the rest only while it holds.
    pub fn compare_chain(&mut self, left: &'a Expr, rest: &'a [(CmpOp, Expr)]) -> Res<Val> {
        let val = self.try_expr(left);
        self.compare_from(val, left, rest)
    }

    fn compare_from(&mut self, left: Res<Val>, left_expr: &'a Expr, rest: &'a [(CmpOp, Expr)]) -> Res<Val> {
        let Some(((op, right_expr), more)) = rest.split_first() else { return Ok(Val::bool(true)) };
        let right = self.try_expr(right_expr);
        let (left, right) = (left?, right?);
        let right = self.bound(right);
        let span = left_expr.span.to(right_expr.span);
        let first = self.compare(*op, left, right.clone(), span)?;
        if more.is_empty() {
            return Ok(first);
        }
        match self.truth_of(first, span) {
            Repr::Const(false) => Ok(Val::bool(false)),
            Repr::Const(true) => self.compare_from(Ok(right), right_expr, more),
            Repr::Value(condition) => {
                let then = |this: &mut Self| match this.compare_from(Ok(right), right_expr, more) {
                    Ok(val) => {
                        let truth = this.truth_of(val, span);
                        this.flag_val(truth)
                    }
                    Err(_) => Val::Unknown,
                };
                Ok(self.choose(condition, span, then, |_| Val::bool(false)))
            }
        }
    }

    /// One comparison.
    pub fn compare(&mut self, op: CmpOp, left: Val, right: Val, span: Span) -> Res<Val> {
        let (left, right) = match op {
            CmpOp::Is | CmpOp::IsNot => (left, right),
            _ => (self.present_number(left, span)?, self.present_number(right, span)?),
        };
        self.over_kinds(&[left, right], span, &mut |this, vals| {
            this.comparison(op, vals[0].clone(), vals[1].clone(), span)
        })
    }

    fn comparison(&mut self, op: CmpOp, left: Val, right: Val, span: Span) -> Res<Val> {
        match op {
            CmpOp::Is | CmpOp::IsNot => self.identity(op == CmpOp::IsNot, left, right, span),
            CmpOp::In | CmpOp::NotIn => self.membership(op == CmpOp::NotIn, left, right, span),
            _ => self.ordering(op, left, right, span),
        }
    }

    /// The number of several kinds inside an optional; other values as they are.
    fn present_number(&mut self, val: Val, span: Span) -> Res<Val> {
        match &val {
            Val::Option { inner, .. } if super::either::has_kinds(inner) => self.present(val, None, span),
            _ => Ok(val),
        }
    }

    fn identity(&mut self, negated: bool, left: Val, right: Val, span: Span) -> Res<Val> {
        let is_none = match (&left, &right) {
            (Val::None, Val::None) => Repr::Const(true),
            (Val::Option { present, .. }, Val::None) | (Val::None, Val::Option { present, .. }) => match present {
                Repr::Const(known) => Repr::Const(!known),
                Repr::Value(value) => Repr::Value(self.not(*value)),
            },
            (_, Val::None) | (Val::None, _) => Repr::Const(false),
            (Val::Option { absent: Absent::None, present, inner }, other)
            | (other, Val::Option { absent: Absent::None, present, inner })
                if holds_object(inner) && (holds_object(other) || matches!(other, Val::Option { .. })) =>
            {
                let (present, inner, other) = (self.flag_value(present), (**inner).clone(), other.clone());
                let mut stop = None;
                let mut or_stop = |found: Res<Val>| {
                    found.unwrap_or_else(|found| {
                        stop = Some(found);
                        found.val()
                    })
                };
                let absent = other.clone();
                let both = |this: &mut Self| or_stop(this.identity(false, inner, other, span));
                let Some(left) = self.branch_val(span, both) else { return Err(super::emit::Stop::Reported) };
                let none = |this: &mut Self| or_stop(this.identity(false, Val::None, absent, span));
                let Some(right) = self.branch_val(span, none) else { return Err(super::emit::Stop::Reported) };
                let chosen = self.chosen_of(present, left, right, span);
                if let Some(stop) = stop {
                    return Err(stop);
                }
                self.truth_of(chosen, span)
            }
            (Val::Scalar(a), Val::Scalar(b)) if a.num == Num::BOOL && b.num == Num::BOOL => {
                return self.ordering(if negated { CmpOp::Ne } else { CmpOp::Eq }, left, right, span);
            }
            (Val::Static(a), Val::Static(b)) => Repr::Const(a == b),
            // Which object a function is does not matter to programs; where both are one, they surely are.
            (Val::Callable(a), Val::Callable(b)) if a == b => Repr::Const(true),
            (Val::Scalar(a), Val::Scalar(b)) if (a.num == Num::BOOL) != (b.num == Num::BOOL) => Repr::Const(false),
            (Val::Str(_) | Val::Tuple(_) | Val::List(_) | Val::Record(_), Val::Scalar(b))
            | (Val::Scalar(b), Val::Str(_) | Val::Tuple(_) | Val::List(_) | Val::Record(_))
                if b.num == Num::BOOL =>
            {
                Repr::Const(false)
            }
            (Val::Array(a), Val::Array(b)) => match self.same_object(a, b) {
                Some(same) => Repr::Const(same),
                None => {
                    let message = "whether these are the same array is not known at compile time";
                    return self.fail(span, message, "compare the elements with `==`, or use a flag of your own");
                }
            },
            (Val::Heap(_, a), Val::Heap(_, b)) => {
                Repr::Value(self.table_ask(*a, "is", &[*b], phylanx_dialects::ir::Type::BOOL))
            }
            (Val::List(items), Val::Heap(..) | Val::List(_)) | (Val::Heap(..), Val::List(items)) => {
                return self.must_be_object(items, span);
            }
            (Val::Array(_) | Val::Heap(..), _) | (_, Val::Array(_) | Val::Heap(..)) => Repr::Const(false),
            _ => {
                let message = "`is` is supported for None and for arrays only";
                return self.fail(span, message, "compare values with `==`");
            }
        };
        let result = match is_none {
            Repr::Const(known) => Repr::Const(known != negated),
            Repr::Value(value) if negated => Repr::Value(self.not(value)),
            other => other,
        };
        Ok(self.flag_val(result))
    }

    /// Whether two references are one object. What was made on the way here, later than the other, is another one.
    fn same_object(&self, a: &Array, b: &Array) -> Option<bool> {
        if a.form != Form::Ref || b.form != Form::Ref {
            return Some(false);
        }
        if a.value == b.value {
            return Some(true);
        }
        let later = a.value.max(b.value);
        let made = self.frame.ops.iter().find(|op| op.results.contains(&later))?;
        let views = [
            "new",
            "view",
            "view_real",
            "view_imag",
            "view_bits",
            "view_shape",
            "view_transpose",
            "view_reshape",
            "view_contiguous",
            "view_diagonal",
        ];
        let fresh = made.physl().is_some_and(|name| views.contains(&name));
        fresh.then_some(false)
    }

    fn membership(&mut self, negated: bool, left: Val, right: Val, span: Span) -> Res<Val> {
        let found = match &right {
            Val::Tuple(items) | Val::List(items) => self.in_items(&left, &items.clone(), span)?,
            Val::Heap(site, object) => self.is_in_object(&left, &site.clone(), *object, span)?,
            Val::Iter(iter) => self.is_in_iter(&left, &iter.clone(), span)?,
            Val::Argv(_) | Val::Static(Static::Path(_)) if is_argv(&right) => {
                let iter = self.iter_of(right, span)?;
                self.is_in_iter(&left, &iter, span)?
            }
            Val::Record(fields) => {
                let keys: Vec<Val> = fields.iter().map(|(name, _)| Val::text(name.clone())).collect();
                self.in_items(&left, &keys, span)?
            }
            Val::Str(_) => {
                let (Val::Str(part), Val::Str(whole)) = (&left, &right) else {
                    return self.fail(span, "`in` on a string needs a string", "convert the left side with `str(...)`");
                };
                self.in_text(part, whole)
            }
            Val::Named(record, fields) if *record == &crate::numpy::archive::ARCHIVE && fields.len() == 2 => {
                let names = fields[1].clone();
                return self.membership(negated, left, names, span);
            }
            Val::Array(_) => {
                let equal = self.ordering(CmpOp::Eq, left, right, span)?;
                let any = self.reduce_all("any", equal, span)?;
                self.truth_of(any, span)
            }
            other => {
                let message = format!("`in` is not supported on {}", other.describe());
                return self.fail(span, message, "use a tuple, a list literal, a string or an array");
            }
        };
        let result = match found {
            Repr::Const(known) => Repr::Const(known != negated),
            Repr::Value(value) if negated => Repr::Value(self.not(value)),
            other => other,
        };
        Ok(self.flag_val(result))
    }

    fn in_items(&mut self, left: &Val, items: &[Val], span: Span) -> Res<Repr<bool>> {
        let mut values = Vec::new();
        for item in items {
            let equal = self.ordering(CmpOp::Eq, left.clone(), item.clone(), span)?;
            match self.truth_of(equal, span) {
                Repr::Const(true) => return Ok(Repr::Const(true)),
                Repr::Const(false) => {}
                Repr::Value(value) => values.push(value),
            }
        }
        Ok(if values.is_empty() { Repr::Const(false) } else { Repr::Value(self.any_of(&values)) })
    }

    fn in_text(&mut self, part: &Repr<std::rc::Rc<str>>, whole: &Repr<std::rc::Rc<str>>) -> Repr<bool> {
        if let (Repr::Const(part), Repr::Const(whole)) = (part, whole) {
            return Repr::Const(whole.contains(&**part));
        }
        let (part, whole) = (self.text_value(part), self.text_value(whole));
        let at = self.text_method("find", whole, &[part], Type::I64);
        let zero = self.int(0);
        Repr::Value(self.compare_ints("sge", at, zero))
    }

    fn ordering(&mut self, op: CmpOp, left: Val, right: Val, span: Span) -> Res<Val> {
        let equality = matches!(op, CmpOp::Eq | CmpOp::Ne);
        let (left, right) = (self.argv_as_list(left, span)?, self.argv_as_list(right, span)?);
        match (&left, &right) {
            (Val::Unknown, _) | (_, Val::Unknown) => Err(super::emit::Stop::Reported),
            (Val::Never, _) | (_, Val::Never) => Err(super::emit::Stop::Never),
            (Val::None, _) | (_, Val::None) if equality => self.identity(op == CmpOp::Ne, left, right, span),
            (Val::Option { absent: Absent::None, present, inner }, other)
            | (other, Val::Option { absent: Absent::None, present, inner })
                if equality =>
            {
                self.equality_with_none(op, (present, inner), other, span)
            }
            (Val::Option { .. }, _) | (_, Val::Option { .. }) => {
                let (left, right) = (self.present(left, None, span)?, self.present(right, None, span)?);
                self.ordering(op, left, right, span)
            }
            (Val::Str(a), Val::Str(b)) => Ok(self.compare_text(op, a, b)),
            (Val::Scalar(a), Val::Scalar(b)) => self.compare_scalars(op, a, b),
            (Val::Mixed { .. }, Val::Mixed { .. } | Val::Scalar(_)) | (Val::Scalar(_), Val::Mixed { .. }) => {
                let (a, b) = (self.scalar_of(&left, span)?, self.scalar_of(&right, span)?);
                self.compare_scalars(op, &a, &b)
            }
            (Val::Heap(..), Val::Array(_)) | (Val::Array(_), Val::Heap(..)) => {
                self.array_compare(op, left, right, span)
            }
            (Val::Heap(..), _) | (_, Val::Heap(..)) => self.compare_objects(op, &left, &right, span),
            (Val::Array(_), _) | (_, Val::Array(_)) => self.array_compare(op, left, right, span),
            (Val::Tuple(a), Val::Tuple(b)) | (Val::List(a), Val::List(b)) => {
                let (a, b) = (a.clone(), b.clone());
                self.compare_items(op, &a, &b, span)
            }
            (Val::Static(a), Val::Static(b)) if equality => {
                let same = same_static(a, b);
                Ok(Val::bool(same == (op == CmpOp::Eq)))
            }
            _ if equality && !(is_opaque(&left) || is_opaque(&right)) => Ok(Val::bool(op == CmpOp::Ne)),
            _ => {
                let message =
                    format!("`{}` is not defined between {} and {}", op.symbol(), left.describe(), right.describe());
                self.fail(span, message, "convert one side so that the types fit")
            }
        }
    }

    /// `==` or `!=` of a value that may be `None`: `None` is equal to itself alone.
    fn equality_with_none(
        &mut self,
        op: CmpOp,
        (present, inner): (&Repr<bool>, &Val),
        other: &Val,
        span: Span,
    ) -> Res<Val> {
        let condition = self.flag_value(present);
        let some = self.branch_val(span, |this| {
            this.comparison(op, inner.clone(), other.clone(), span).unwrap_or_else(|stop| stop.val())
        });
        let none = self.branch_val(span, |this| {
            let found = this.identity(op == CmpOp::Ne, other.clone(), Val::None, span);
            found.unwrap_or_else(|stop| stop.val())
        });
        let (Some(some), Some(none)) = (some, none) else { return Err(super::emit::Stop::Reported) };
        match self.chosen_of(condition, some, none, span) {
            Val::Unknown => Err(super::emit::Stop::Reported),
            Val::Never => Err(super::emit::Stop::Never),
            val => Ok(val),
        }
    }

    /// `sys.argv` as the list that it is.
    pub(super) fn argv_as_list(&mut self, val: Val, span: Span) -> Res<Val> {
        if !is_argv(&val) {
            return Ok(val);
        }
        match self.iter_of(val, span)? {
            Iter::Rows(site, object) => Ok(Val::Heap(site, object)),
            _ => Ok(Val::List(Vec::new().into())),
        }
    }

    fn compare_items(&mut self, op: CmpOp, a: &[Val], b: &[Val], span: Span) -> Res<Val> {
        if !matches!(op, CmpOp::Eq | CmpOp::Ne) {
            return self.order_items(op, a, b, span);
        }
        if a.len() != b.len() {
            return Ok(Val::bool(op == CmpOp::Ne));
        }
        let mut different = Vec::new();
        for (x, y) in a.iter().zip(b) {
            let ne = self.ordering(CmpOp::Ne, x.clone(), y.clone(), span)?;
            match self.truth_of(ne, span) {
                Repr::Const(true) => return Ok(Val::bool(op == CmpOp::Ne)),
                Repr::Const(false) => {}
                Repr::Value(value) => different.push(value),
            }
        }
        if different.is_empty() {
            return Ok(Val::bool(op == CmpOp::Eq));
        }
        let any = self.any_of(&different);
        let value = if op == CmpOp::Ne { any } else { self.not(any) };
        Ok(Val::scalar(Num::BOOL, value))
    }

    /// The first items that differ decide, else the lengths.
    fn order_items(&mut self, op: CmpOp, a: &[Val], b: &[Val], span: Span) -> Res<Val> {
        let (Some((x, more_a)), Some((y, more_b))) = (a.split_first(), b.split_first()) else {
            return Ok(Val::bool(holds(op, a.len().cmp(&b.len()))));
        };
        let equal = self.compare(CmpOp::Eq, x.clone(), y.clone(), span)?;
        match self.truth_of(equal, span) {
            Repr::Const(true) => self.order_items(op, more_a, more_b, span),
            Repr::Const(false) => self.compare(op, x.clone(), y.clone(), span),
            Repr::Value(condition) => {
                let rest =
                    |this: &mut Self| this.order_items(op, more_a, more_b, span).unwrap_or_else(super::emit::Stop::val);
                let first = |this: &mut Self| {
                    this.compare(op, x.clone(), y.clone(), span).unwrap_or_else(super::emit::Stop::val)
                };
                match self.choose(condition, span, rest, first) {
                    Val::Unknown => Err(super::emit::Stop::Reported),
                    val => Ok(val),
                }
            }
        }
    }

    pub fn compare_scalars(&mut self, op: CmpOp, a: &Scalar, b: &Scalar) -> Res<Val> {
        let numpy = a.num.numpy || b.num.numpy;
        if is_complex(a.num.dtype) || is_complex(b.num.dtype) {
            return self.compare_complex(op, a, b, self.frame.at);
        }
        if !numpy && a.num.is_float() != b.num.is_float() {
            return Ok(self.compare_exactly(op, a, b));
        }
        let mut dtype = promote(&[super::scalar::strength(a), super::scalar::strength(b)]);
        // A Python int beyond the NumPy scalar's range compares by value.
        if !is_float(dtype) && dtype != DType::U64 {
            dtype = DType::I64;
        }
        if dtype == DType::U64
            && let Some(below) = self.below_zero(a).or_else(|| self.below_zero(b))
        {
            return Ok(self.compare_with_negative(op, (a, b), &below));
        }
        let (x, y) = (self.cast_scalar(a, Num::np(dtype)), self.cast_scalar(b, Num::np(dtype)));
        if let (Some(x), Some(y)) = (x.known(), y.known()) {
            return Ok(Val::bool(compare_constants(op, x, y)));
        }
        let (x, y) = (self.scalar_value(&x), self.scalar_value(&y));
        let value = match is_float(dtype) {
            true => self.compare_floats(float_predicate(op), x, y),
            false => self.np_or_int_compare(int_predicate(op), x, y, dtype),
        };
        let num = if numpy { Num::np(DType::Bool) } else { Num::BOOL };
        Ok(Val::scalar(num, value))
    }

    /// Compares integers of any width; unsigned ones by NumPy's op.
    pub fn np_or_int_compare(&mut self, predicate: &str, x: Value, y: Value, dtype: DType) -> Value {
        if is_unsigned(dtype) {
            let name = predicate.trim_start_matches('s');
            return self.np_scalar(name, &[x, y], DType::Bool);
        }
        self.compare_ints(predicate, x, y)
    }

    fn compare_text(&mut self, op: CmpOp, a: &Repr<std::rc::Rc<str>>, b: &Repr<std::rc::Rc<str>>) -> Val {
        if let (Repr::Const(a), Repr::Const(b)) = (a, b) {
            let order = a.chars().cmp(b.chars());
            return Val::bool(holds(op, order));
        }
        let (a, b) = (self.text_value(a), self.text_value(b));
        let (name, swap, negate) = match op {
            CmpOp::Ne => ("physl.str_eq", false, true),
            CmpOp::Lt => ("physl.str_lt", false, false),
            CmpOp::Gt => ("physl.str_lt", true, false),
            CmpOp::Le => ("physl.str_lt", true, true),
            CmpOp::Ge => ("physl.str_lt", false, true),
            _ => ("physl.str_eq", false, false),
        };
        let operands = if swap { [b, a] } else { [a, b] };
        let value = self.op(name, &operands, Type::BOOL);
        Val::scalar(Num::BOOL, if negate { self.not(value) } else { value })
    }
}

/// Whether a value is an object.
fn holds_object(val: &Val) -> bool {
    matches!(val, Val::Heap(..))
}

/// Element types are equal by any of their names.
fn same_static(a: &Static, b: &Static) -> bool {
    if let (Static::Path(a), Static::Path(b)) = (a, b) {
        return a == b;
    }
    let dtype = |item: &Static| crate::numpy::dtype_of(&Val::Static(item.clone()));
    match (dtype(a), dtype(b)) {
        (Some(a), Some(b)) => a == b,
        _ => a == b,
    }
}

/// What may be equal in ways that are not known here.
fn is_opaque(val: &Val) -> bool {
    matches!(val, Val::Iter(_) | Val::Record(_) | Val::Named(..) | Val::Exception(_))
}

/// Whether a value is the program's arguments.
fn is_argv(val: &Val) -> bool {
    match val {
        Val::Argv(_) => true,
        Val::Static(Static::Path(path)) => &**path == "sys.argv",
        _ => false,
    }
}

pub fn compare_constants(op: CmpOp, a: Const, b: Const) -> bool {
    match (a.as_i64(), b.as_i64()) {
        (Some(a), Some(b)) => holds(op, a.cmp(&b)),
        (Some(int), None) => int_and_float(int, b.as_f64()).map_or(op == CmpOp::Ne, |order| holds(op, order)),
        (None, Some(int)) => int_and_float(int, a.as_f64()).map_or(op == CmpOp::Ne, |order| holds(op, order.reverse())),
        _ => match a.as_f64().partial_cmp(&b.as_f64()) {
            Some(order) => holds(op, order),
            None => op == CmpOp::Ne,
        },
    }
}

/// The order of an int and a float by their exact values; nothing for NaN.
fn int_and_float(int: i64, float: f64) -> Option<std::cmp::Ordering> {
    let order = (int as f64).partial_cmp(&float)?;
    // Converting keeps the order but may make unlike numbers equal; then the float is a whole number of at most 64 bits.
    Some(order.then_with(|| i128::from(int).cmp(&(float as i128))))
}

fn holds(op: CmpOp, order: std::cmp::Ordering) -> bool {
    match op {
        CmpOp::Eq => order.is_eq(),
        CmpOp::Ne => order.is_ne(),
        CmpOp::Lt => order.is_lt(),
        CmpOp::Le => order.is_le(),
        CmpOp::Gt => order.is_gt(),
        _ => order.is_ge(),
    }
}
