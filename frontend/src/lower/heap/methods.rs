//! Methods, operators and comparisons of objects.

use super::super::function::Passed;
use super::super::{Lowerer, Res};
use super::list::MethodCall;
use crate::ast::{BinOp, CmpOp, Expr, Name};
use crate::heap::{Kind, Site};
use crate::source::Span;
use crate::types::{Num, Static, Ty};
use crate::value::{Items, Repr, Val};
use phylanx_dialects::ir::{Type, Value};
use std::rc::Rc;

impl<'a> Lowerer<'a> {
    /// `object.name(args)`.
    pub fn object_method(
        &mut self,
        (site, object): (&Site, Value),
        name: &Name,
        args: Vec<(Passed, &'a Expr)>,
        span: Span,
    ) -> Res<Val> {
        let mut plain = Vec::new();
        let mut named = Vec::new();
        for (passed, _) in args {
            match passed.name {
                None => plain.push(passed.val),
                Some(name) => named.push((name, passed.val)),
            }
        }
        let call = MethodCall { site, object, name, args: &plain, named: &named, span };
        if !named.is_empty() && !matches!((&**name, site.kind()), ("sort", _) | ("update", Kind::Dict)) {
            return self.no_method(&call);
        }
        match site.kind() {
            Kind::List | Kind::Deque => self.list_method(&call),
            Kind::Tuple if matches!(&**name, "index" | "count") => self.list_method(&call),
            Kind::Dict => self.dict_method(&call),
            Kind::Set => self.set_method(&call),
            Kind::FrozenSet if !changes_set(name) => self.set_method(&call),
            Kind::Class(_) | Kind::Iterator | Kind::Tuple | Kind::FrozenSet => self.no_method(&call),
        }
    }

    /// What `defaultdict` makes for a missing key.
    pub fn made_default(&mut self, factory: &Static, span: Span) -> Res<Val> {
        let Static::Path(path) = factory else {
            return self.call_here(Val::Static(factory.clone()), Vec::new(), span);
        };
        Ok(match &**path {
            "builtins.int" | super::counter::COUNTER => Val::int(0),
            "builtins.float" => Val::float(0.0),
            "builtins.str" => Val::text(""),
            "builtins.bool" => Val::bool(false),
            "builtins.list" | "builtins.dict" | "builtins.set" => {
                let kind = match &**path {
                    "builtins.list" => Kind::List,
                    "builtins.dict" => Kind::Dict,
                    _ => Kind::Set,
                };
                // One place for each expression that may make a default.
                let site = self.site(super::place_in(span, super::DEFAULT), kind);
                self.new_object(&site, kind.name(), &[])
            }
            other => {
                let message = format!("`{other}` is not supported as the default of a dict");
                return self.fail(span, message, "use int, float, str, bool, list, dict or set");
            }
        })
    }

    /// A binary operator with an object on a side.
    pub fn object_operator(&mut self, op: BinOp, left: Val, right: Val, span: Span) -> Res<Val> {
        if let Some(done) = self.special_operator(op, &left, &right, span) {
            return done;
        }
        let (x, y) = (self.as_int_member(left.clone(), span), self.as_int_member(right.clone(), span));
        if x != left || y != right {
            return self.try_binary(op, x, y, span);
        }
        if let Some(done) = self.counter_operator(op, &left, &right, span) {
            return done;
        }
        match (op, &left, &right) {
            (BinOp::Add, Val::Heap(site, object), Val::Heap(..) | Val::List(_) | Val::Tuple(_))
                if (site.kind() == Kind::List && !matches!(right, Val::Tuple(_)))
                    || (site.kind() == Kind::Tuple && !matches!(right, Val::List(_))) =>
            {
                let other = self.as_list_like(site, &right, span)?;
                let result = self.table_ask(*object, "concat", &[other], Type::Object);
                Ok(Val::Heap(site.clone(), result))
            }
            (BinOp::Add, Val::Tuple(items), Val::Heap(site, object)) if site.kind() == Kind::Tuple => {
                let Val::Heap(_, mine) = self.list_of(site, &items.clone(), span)? else { return Ok(Val::Unknown) };
                let result = self.table_ask(mine, "concat", &[*object], Type::Object);
                Ok(Val::Heap(site.clone(), result))
            }
            (BinOp::Add, Val::List(items), Val::Heap(site, object)) if site.kind() == Kind::List => {
                let Val::Heap(_, mine) = self.list_of(site, &items.clone(), span)? else { return Ok(Val::Unknown) };
                let result = self.table_ask(mine, "concat", &[*object], Type::Object);
                Ok(Val::Heap(site.clone(), result))
            }
            (BinOp::Mul, Val::Heap(site, object), count) | (BinOp::Mul, count, Val::Heap(site, object))
                if matches!(site.kind(), Kind::List | Kind::Tuple | Kind::Deque) =>
            {
                let count = self.int_of(count, span)?;
                let count = self.scalar_value(&count);
                let result = self.table_ask(*object, "repeat", &[count], Type::Object);
                Ok(Val::Heap(site.clone(), result))
            }
            (_, Val::Heap(a, x), Val::Heap(b, y)) if a.kind().is_set() && b.kind().is_set() => {
                let Some(operator) = set_operator(op) else { return self.no_operator(op, &left, &right, span) };
                if !a.unify(b) {
                    return self.no_operator(op, &left, &right, span);
                }
                let result = self.table_ask(*x, operator, &[*y], Type::Object);
                Ok(Val::Heap(a.clone(), result))
            }
            (BinOp::Or, Val::Heap(a, x), Val::Heap(b, y)) if a.kind() == Kind::Dict && b.kind() == Kind::Dict => {
                if !a.unify(b) {
                    return self.no_operator(op, &left, &right, span);
                }
                let copy = self.table_ask(*x, "copy", &[], Type::Object);
                self.table_do(copy, "update", &[*y]);
                Ok(Val::Heap(a.clone(), copy))
            }
            (_, Val::Array(_), Val::Heap(site, _)) | (_, Val::Heap(site, _), Val::Array(_))
                if site.kind() == Kind::List =>
            {
                let (left, right) = (self.array_of(&left, span)?, self.array_of(&right, span)?);
                self.try_binary(op, Val::Array(left), Val::Array(right), span)
            }
            _ => self.no_operator(op, &left, &right, span),
        }
    }

    /// `[x] * n` with a number of times that is known at run time.
    pub fn repeated_list(&mut self, items: &Items, count: &Val, span: Span) -> Res<Val> {
        let site = self.site(super::place_in(span, super::REPEATED), Kind::List);
        let count = self.int_of(count, span)?;
        let count = self.scalar_value(&count);
        if let [only] = &items[..] {
            let leaves = self.held(&site, 0, only, span)?;
            let operands: Vec<Value> = std::iter::once(count).chain(leaves).collect();
            return Ok(self.new_object(&site, "list*", &operands));
        }
        let Val::Heap(_, once) = self.list_of(&site, items, span)? else { return Ok(Val::Unknown) };
        let result = self.table_ask(once, "repeat", &[count], Type::Object);
        Ok(Val::Heap(site, result))
    }

    /// A comparison with an object on a side.
    pub fn compare_objects(&mut self, op: CmpOp, left: &Val, right: &Val, span: Span) -> Res<Val> {
        let equality = matches!(op, CmpOp::Eq | CmpOp::Ne);
        if let Some(done) = self.special_comparison(op, left, right, span) {
            return done;
        }
        let (x, y) = (self.as_int_member(left.clone(), span), self.as_int_member(right.clone(), span));
        if x != *left || y != *right {
            return self.compare(op, x, y, span);
        }
        let (Some((a, x)), Some((b, y))) = (self.as_object(left, span)?, self.as_object(right, span)?) else {
            if equality {
                return Ok(Val::bool(op == CmpOp::Ne));
            }
            return self.no_order(op, left, right, span);
        };
        if a.kind() != b.kind() {
            return if equality { Ok(Val::bool(op == CmpOp::Ne)) } else { self.no_order(op, left, right, span) };
        }
        if self.defines(&Ty::Heap(a.clone()), &["__eq__"]) {
            return self.fail(
                span,
                "objects whose classes define `__eq__` are compared one by one",
                "compare them in a loop",
            );
        }
        if !crate::heap::is_shown(&Ty::Heap(a.clone())) {
            let message = format!("a {} of functions or the like cannot be compared", a.kind().name());
            return self.fail(span, message, "compare the items one by one");
        }
        let data = Self::class_of_object(&a).is_some_and(|index| self.class_info(index).traits.order);
        let ordered = data || matches!(a.kind(), Kind::List | Kind::Tuple | Kind::Deque | Kind::Set | Kind::FrozenSet);
        let (method, x, y, negated) = match op {
            CmpOp::Eq => ("==", x, y, false),
            CmpOp::Ne => ("==", x, y, true),
            _ if !ordered => return self.no_order(op, left, right, span),
            CmpOp::Lt => ("<", x, y, false),
            CmpOp::Gt => ("<", y, x, false),
            CmpOp::Le => ("<=", x, y, false),
            CmpOp::Ge => ("<=", y, x, false),
            _ => return self.no_order(op, left, right, span),
        };
        let value = self.table_ask(x, method, &[y], Type::BOOL);
        Ok(Val::scalar(Num::BOOL, if negated { self.not(value) } else { value }))
    }

    fn no_order(&mut self, op: CmpOp, left: &Val, right: &Val, span: Span) -> Res<Val> {
        let message = format!("`{}` is not defined between {} and {}", op.symbol(), left.describe(), right.describe());
        self.fail(span, message, "convert one side so that the types fit")
    }

    /// An object as it is; a list of known items as a hidden one; nothing for other values.
    pub fn as_object(&mut self, val: &Val, span: Span) -> Res<Option<(Site, Value)>> {
        match val {
            Val::Heap(site, value) => Ok(Some((site.clone(), *value))),
            Val::List(items) | Val::Tuple(items) => {
                let kind = if matches!(val, Val::Tuple(_)) { Kind::Tuple } else { Kind::List };
                let hidden = self.hidden_site(kind);
                match self.list_of(&hidden, items, span)? {
                    Val::Heap(site, value) => Ok(Some((site, value))),
                    _ => Ok(None),
                }
            }
            _ => Ok(None),
        }
    }

    /// `val in object`.
    pub fn is_in_object(&mut self, val: &Val, site: &Site, object: Value, span: Span) -> Res<Repr<bool>> {
        if let Some(found) =
            self.special(&Val::Heap(site.clone(), object), "__contains__", std::slice::from_ref(val), span)
        {
            let found = found?;
            return Ok(self.truth_of(found, span));
        }
        if site.kind() == Kind::List && self.defines(&site.part(0), &["__eq__"]) {
            let iter = crate::value::Iter::Rows(site.clone(), object);
            let found = self.any_of_items(&iter, true, span, &mut |this, item| {
                let equal = this.compare(CmpOp::Eq, item, val.clone(), span)?;
                Ok(this.truth_of(equal, span))
            })?;
            return Ok(self.truth_of(found, span));
        }
        if site.kind() == Kind::Iterator {
            return self.is_in_iter(val, &crate::value::Iter::Drain(site.clone(), object), span);
        }
        let keyed = site.kind().is_keyed();
        if keyed {
            self.check_key(val, span)?;
        }
        let Some(leaves) = self.sought(site, val, span)? else { return Ok(Repr::Const(false)) };
        if !keyed {
            return Ok(Repr::Value(self.table_ask(object, "has", &leaves, Type::BOOL)));
        }
        let row = self.table_ask(object, "find", &leaves, Type::I64);
        let zero = self.int(0);
        Ok(Repr::Value(self.compare_ints("sge", row, zero)))
    }

    /// `repr` of an object.
    pub fn repr_of_object(&mut self, site: &Site, object: Value) -> Repr<Rc<str>> {
        let text = Repr::Value(self.table_ask(object, "repr", &[], Type::Str));
        match site.default() {
            Some(Static::Path(path)) => {
                let name = path.trim_start_matches("builtins.");
                let head = format!("defaultdict(<class '{name}'>, ");
                self.concat(vec![Repr::Const(head.into()), text, Repr::Const(")".into())])
            }
            _ => text,
        }
    }

    /// The numbers of a list (of lists) as an array.
    pub fn array_of_object(&mut self, site: &Site, object: Value, span: Span) -> Res<crate::value::Array> {
        let ty = Ty::Heap(site.clone());
        let Some((dtype, rank)) = array_form(&ty, 0) else {
            let message = format!("a {site} does not make an array");
            return self.fail(span, message, "use a list of numbers, or of lists of numbers");
        };
        let tensor = phylanx_dialects::ir::TensorType::dynamic(dtype, rank);
        let value = self.table_ask(object, "array", &[], Type::Tensor(tensor.clone()));
        Ok(crate::value::Array { ty: tensor, value, form: crate::value::Form::Tensor })
    }
}

/// Whether a method changes the set.
fn changes_set(name: &str) -> bool {
    matches!(name, "add" | "discard" | "remove" | "clear" | "pop") || name.ends_with("update")
}

fn set_operator(op: BinOp) -> Option<&'static str> {
    Some(match op {
        BinOp::Or => "|",
        BinOp::And => "&",
        BinOp::Sub => "-",
        BinOp::Xor => "^",
        _ => return None,
    })
}

/// The element type and rank of the array that NumPy makes of values of a type.
fn array_form(ty: &Ty, depth: usize) -> Option<(phylanx_dialects::DType, usize)> {
    use phylanx_dialects::DType;
    if depth > 8 {
        return None;
    }
    match ty {
        Ty::Never => Some((DType::F64, 0)),
        Ty::Num(num) => Some((num.dtype, 0)),
        Ty::Mixed(num) => Some((num.dtype, 0)),
        Ty::Array(tensor) => Some((tensor.elem, tensor.rank())),
        Ty::Heap(site) if matches!(site.kind(), Kind::List | Kind::Tuple | Kind::Deque) => {
            array_form(&site.part(0), depth + 1).map(|(dtype, rank)| (dtype, rank + 1))
        }
        Ty::Tuple(items) => {
            let forms: Option<Vec<_>> = items.iter().map(|item| array_form(item, depth + 1)).collect();
            let forms = forms?;
            let (first, rank) = *forms.first()?;
            let same = forms.iter().all(|form| form.1 == rank);
            let dtype = forms.iter().fold(first, |dtype, form| crate::types::promote_pair(dtype, form.0));
            same.then_some((dtype, rank + 1))
        }
        _ => None,
    }
}
