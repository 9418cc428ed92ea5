//! Numbers whose kind (Python's or NumPy's, and of which type) is known at run time only: what uses one is lowered for each kind.
//!
//! `n = 0` and then `n = a[i]` in a loop make `n` an int or an `np.int64`. An operation on `n` is lowered once for each; where both come out
//! the same, which is the rule for kinds that share their bits, one copy stays and no branch is made.

use super::emit::Stop;
use super::merge::Branch;
use super::{Flow, Lowerer, Res};
use crate::source::Span;
use crate::types::{Num, Ty, dtypes_of};
use crate::value::{Array, Callable, Cell, Form, Items, Repr, Scalar, Val};
use phylanx_dialects::DType;
use phylanx_dialects::ir::{Module, Op, Type, Value};
use std::collections::HashMap;
use std::rc::Rc;

/// Most copies of one operation.
const MAX_COPIES: usize = 32;

/// What is done with operands of known kinds.
type Use<'f, 'a> = &'f mut dyn FnMut(&mut Lowerer<'a>, &[Val]) -> Res<Val>;

impl<'a> Lowerer<'a> {
    /// Does something with values, for each kind that they may be of.
    pub fn over_kinds(&mut self, vals: &[Val], span: Span, then: Use<'_, 'a>) -> Res<Val> {
        let mut found = Vec::new();
        vals.iter().for_each(|val| eithers(val, &mut found));
        let copies: usize = found.iter().map(|(_, count)| *count).product();
        if copies > MAX_COPIES {
            let help = "give the variables one type each: start with `0.0` for floats, or convert with `float(...)` or `int(...)`";
            return self.fail(span, "too many numbers here are of several types on different paths", help);
        }
        match found.into_iter().next() {
            None => then(self, vals),
            Some(number) => self.kinds_from(number, 0, vals, span, then),
        }
    }

    /// The kinds of one number from a place on.
    fn kinds_from(
        &mut self,
        number: (Value, usize),
        at: usize,
        vals: &[Val],
        span: Span,
        then: Use<'_, 'a>,
    ) -> Res<Val> {
        let (which, count) = number;
        let narrowed: Vec<Val> = vals.iter().map(|val| narrow(val, which, at)).collect();
        if at + 1 == count {
            return self.over_kinds(&narrowed, span, then);
        }
        let place = self.int(at as i64);
        let condition = self.compare_ints("eq", which, place);
        let Some(left) = self.one_kind(span, &mut |this| this.over_kinds(&narrowed, span, &mut *then)) else {
            return Err(Stop::Reported);
        };
        let Some(right) = self.one_kind(span, &mut |this| this.kinds_from(number, at + 1, vals, span, &mut *then))
        else {
            return Err(Stop::Reported);
        };
        self.meet_kinds(condition, left, right, span)
    }

    fn one_kind(&mut self, span: Span, inner: &mut dyn FnMut(&mut Self) -> Res<Val>) -> Option<(Branch, Res<Val>)> {
        let mut result = Err(Stop::Reported);
        let branch = self.branch(span, |this| result = inner(this))?;
        Some((branch, result))
    }

    /// Two copies of one operation become one where they are alike, else a branch.
    fn meet_kinds(
        &mut self,
        condition: Value,
        left: (Branch, Res<Val>),
        right: (Branch, Res<Val>),
        span: Span,
    ) -> Res<Val> {
        let (mut left, left_val) = left;
        let (mut right, right_val) = right;
        let (left_val, right_val) = match (left_val, right_val) {
            (Err(Stop::Reported), _) | (_, Err(Stop::Reported)) => return Err(Stop::Reported),
            (Err(Stop::Never), Err(Stop::Never)) => return Err(Stop::Never),
            (a, b) => (a.unwrap_or_else(Stop::val), b.unwrap_or_else(Stop::val)),
        };
        let mut names = HashMap::new();
        if same_ops(&self.module, &left.ops, &right.ops, &mut names) {
            let other = renamed(&right_val, &names);
            if let Some(kinds) = same_bits(&left_val, &other) {
                self.frame.ops.append(&mut left.ops);
                if left.flow == Flow::Stops {
                    self.frame.flow = Flow::Stops;
                }
                return Ok(match kinds {
                    None => left_val,
                    Some((a, b, repr)) => self.number_of_kind(condition, a, b, &repr),
                });
            }
        }
        left.env.insert(super::logic::CHOSEN.into(), left_val);
        right.env.insert(super::logic::CHOSEN.into(), right_val);
        Ok(self.chosen_of(condition, left, right, span))
    }

    /// A number that is of kind `a` when the condition holds, else of kind `b`; both are of one element type.
    pub fn number_of_kind(&mut self, condition: Value, a: Num, b: Num, repr: &Repr<crate::value::Const>) -> Val {
        let value = self.scalar_value(&Scalar { num: a, repr: repr.clone() });
        if a == b {
            return Val::scalar(a, value);
        }
        let (low, high) = (a.min(b), a.max(b));
        let (yes, no) = (self.int(i64::from(a == high)), self.int(i64::from(b == high)));
        let which = self.op("arith.select", &[condition, yes, no], Type::I64);
        Val::Either { which, kinds: Rc::from([Scalar::of(low, value), Scalar::of(high, value)]) }
    }

    /// The IR values that carry a value as a number of one of these kinds.
    pub fn coerce_either(&mut self, val: &Val, kinds: &[Num]) -> Vec<Value> {
        match val {
            Val::Scalar(scalar) => self.carry_kind(scalar, kinds),
            Val::Array(array) if array.form == Form::Scalar => self.carry_item(array, kinds),
            Val::Mixed { num, value, is_int } => self.carry_mixed(Scalar::of(*num, *value), is_int, kinds),
            Val::Either { which, kinds: known } => {
                let place = |num: Num| kinds.iter().position(|kind| *kind == num).unwrap_or(0) as i64;
                let mut carried = self.int(0);
                for (at, kind) in known.iter().enumerate() {
                    let (here, there) = (self.int(at as i64), self.int(place(kind.num)));
                    let hit = self.compare_ints("eq", *which, here);
                    carried = self.op("arith.select", &[hit, there, carried], Type::I64);
                }
                let mut out = vec![carried];
                for dtype in dtypes_of(kinds) {
                    let found = known.iter().find(|kind| kind.num.dtype == dtype).cloned();
                    let leaf = self.leaf_or_zero(found, dtype);
                    out.extend(self.carried(leaf, dtype));
                }
                out
            }
            _ => self.placeholders(&Ty::Either(kinds.to_vec())),
        }
    }

    /// A number of several kinds as one of a kind that holds them all.
    pub fn as_one_kind(&mut self, which: Value, kinds: &[Scalar], num: Num) -> Value {
        let mut chosen = None;
        for (at, kind) in kinds.iter().enumerate() {
            let cast = self.cast_scalar(kind, num);
            let value = self.scalar_value(&cast);
            let Some(other) = chosen else {
                chosen = Some(value);
                continue;
            };
            let here = self.int(at as i64);
            let hit = self.compare_ints("eq", which, here);
            chosen = Some(self.op("arith.select", &[hit, value, other], Type::Scalar(num.dtype)));
        }
        chosen.unwrap_or_else(|| self.placeholders(&Ty::Num(num))[0])
    }

    fn carry_item(&mut self, array: &Array, kinds: &[Num]) -> Vec<Value> {
        let item = self.item(array);
        self.carry_kind(&item, kinds)
    }

    fn carry_kind(&mut self, scalar: &Scalar, kinds: &[Num]) -> Vec<Value> {
        let place = kinds.iter().position(|kind| *kind == scalar.num).unwrap_or(0);
        let mut out = vec![self.int(place as i64)];
        for dtype in dtypes_of(kinds) {
            let found = (dtype == scalar.num.dtype).then(|| scalar.clone());
            let leaf = self.leaf_or_zero(found, dtype);
            out.extend(self.carried(leaf, dtype));
        }
        out
    }

    /// An int held as a float is an int again.
    fn carry_mixed(&mut self, float: Scalar, is_int: &Repr<bool>, kinds: &[Num]) -> Vec<Value> {
        let is_int = self.flag_value(is_int);
        let value = self.scalar_value(&float);
        let zero = self.constant(crate::value::Const::Float(0.0), DType::F64);
        let whole = self.op("arith.select", &[is_int, value, zero], Type::F64);
        let int = self.op("physl.float_to_int", &[whole], Type::I64);
        let place = |num: Num| kinds.iter().position(|kind| *kind == num).unwrap_or(0) as i64;
        let (yes, no) = (self.int(place(Num::INT)), self.int(place(float.num)));
        let mut out = vec![self.op("arith.select", &[is_int, yes, no], Type::I64)];
        for dtype in dtypes_of(kinds) {
            let found = match dtype {
                DType::I64 => Some(Scalar::of(Num::INT, int)),
                dtype => (dtype == float.num.dtype).then(|| float.clone()),
            };
            let leaf = self.leaf_or_zero(found, dtype);
            out.extend(self.carried(leaf, dtype));
        }
        out
    }

    fn leaf_or_zero(&mut self, found: Option<Scalar>, dtype: DType) -> Value {
        match found {
            Some(scalar) => self.scalar_value(&scalar),
            None => self.constant(crate::value::Const::Int(0), dtype),
        }
    }

    /// The number of one of these kinds that IR values carry.
    pub fn rebuild_either(&mut self, kinds: &[Num], values: &mut dyn Iterator<Item = Value>) -> Val {
        let Some(which) = values.next() else { return Val::Unknown };
        let mut leaves = HashMap::new();
        for dtype in dtypes_of(kinds) {
            let Some(value) = self.uncarried(dtype, values) else { return Val::Unknown };
            leaves.insert(dtype, value);
        }
        let kinds: Option<Vec<Scalar>> =
            kinds.iter().map(|kind| Some(Scalar::of(*kind, *leaves.get(&kind.dtype)?))).collect();
        kinds.map_or(Val::Unknown, |kinds| Val::Either { which, kinds: kinds.into() })
    }

    /// A number that is an integer of any kind, as a Python int.
    pub fn either_as_int(&mut self, which: Value, kinds: &[Scalar]) -> Scalar {
        let mut out = self.as_int(&kinds[0]);
        for (at, kind) in kinds.iter().enumerate().skip(1) {
            let int = self.as_int(kind);
            if int.repr == out.repr {
                continue;
            }
            let (place, int, old) = (self.int(at as i64), self.scalar_value(&int), self.scalar_value(&out));
            let hit = self.compare_ints("eq", which, place);
            out = Scalar::of(Num::INT, self.op("arith.select", &[hit, int, old], Type::I64));
        }
        out
    }
}

/// Whether a value is, or holds, a number of several kinds.
pub fn has_kinds(val: &Val) -> bool {
    let mut found = Vec::new();
    eithers(val, &mut found);
    !found.is_empty()
}

/// The numbers of several kinds and the functions of several in a value: what says which, and how many there are.
fn eithers(val: &Val, found: &mut Vec<(Value, usize)>) {
    let mut add = |which: Value, count: usize| {
        if found.iter().all(|(known, _)| *known != which) {
            found.push((which, count));
        }
    };
    match val {
        Val::Either { which, kinds } => add(*which, kinds.len()),
        Val::OneOf { which, options } => add(*which, options.len()),
        Val::Tuple(items) | Val::List(items) => items.iter().for_each(|item| eithers(item, found)),
        Val::Named(_, items) => items.iter().for_each(|item| eithers(item, found)),
        Val::Record(fields) => fields.iter().for_each(|(_, item)| eithers(item, found)),
        _ => {}
    }
}

/// A value in which one choice is the one at a place.
fn narrow(val: &Val, number: Value, at: usize) -> Val {
    let all = |items: &[Val]| -> Vec<Val> { items.iter().map(|item| narrow(item, number, at)).collect() };
    match val {
        Val::Either { which, kinds } if *which == number => {
            kinds.get(at).map_or(Val::Unknown, |kind| Val::Scalar(kind.clone()))
        }
        Val::OneOf { which, options } if *which == number => options.get(at).cloned().unwrap_or(Val::Unknown),
        Val::Tuple(items) => Val::Tuple(all(items).into()),
        Val::List(items) => Val::List(Items::from(all(items)).with_origin(items.origin.clone())),
        Val::Named(named, items) => Val::Named(named, all(items).into()),
        Val::Record(fields) => {
            Val::Record(fields.iter().map(|(name, item)| (name.clone(), narrow(item, number, at))).collect())
        }
        other => other.clone(),
    }
}

/// Whether two lists of ops are the same up to the names of their values; gives the left name of each right one.
fn same_ops(module: &Module, left: &[Op], right: &[Op], names: &mut HashMap<Value, Value>) -> bool {
    left.len() == right.len() && left.iter().zip(right).all(|(a, b)| same_op(module, a, b, names))
}

fn same_op(module: &Module, a: &Op, b: &Op, names: &mut HashMap<Value, Value>) -> bool {
    let plain = a.name == b.name && a.attrs == b.attrs && a.regions.len() == b.regions.len();
    let operands = a.operands.len() == b.operands.len()
        && a.operands.iter().zip(&b.operands).all(|(x, y)| x == names.get(y).unwrap_or(y));
    if !plain || !operands || !same_values(module, &a.results, &b.results, names) {
        return false;
    }
    a.regions.iter().zip(&b.regions).all(|(x, y)| {
        x.blocks.len() == y.blocks.len()
            && x.blocks
                .iter()
                .zip(&y.blocks)
                .all(|(x, y)| same_values(module, &x.args, &y.args, names) && same_ops(module, &x.ops, &y.ops, names))
    })
}

fn same_values(module: &Module, left: &[Value], right: &[Value], names: &mut HashMap<Value, Value>) -> bool {
    let same = left.len() == right.len() && left.iter().zip(right).all(|(a, b)| module.ty(*a) == module.ty(*b));
    names.extend(right.iter().copied().zip(left.iter().copied()));
    same
}

/// Two kinds and the value that numbers of both have.
type TwoKinds = (Num, Num, Repr<crate::value::Const>);

/// Whether two values are the same, or numbers of two kinds with the same bits.
fn same_bits(left: &Val, right: &Val) -> Option<Option<TwoKinds>> {
    match (left, right) {
        (a, b) if a == b => Some(None),
        (Val::Scalar(a), Val::Scalar(b)) if a.num.dtype == b.num.dtype && a.repr == b.repr => {
            Some(Some((a.num, b.num, a.repr.clone())))
        }
        _ => None,
    }
}

/// A value with its IR values by other names.
fn renamed(val: &Val, names: &HashMap<Value, Value>) -> Val {
    let name = |value: &Value| *names.get(value).unwrap_or(value);
    let all = |items: &[Val]| -> Vec<Val> { items.iter().map(|item| renamed(item, names)).collect() };
    let scalar = |scalar: &Scalar| match &scalar.repr {
        Repr::Value(value) => Scalar::of(scalar.num, name(value)),
        Repr::Const(_) => scalar.clone(),
    };
    match val {
        Val::Scalar(inner) => Val::Scalar(scalar(inner)),
        Val::Either { which, kinds } => Val::Either { which: name(which), kinds: kinds.iter().map(scalar).collect() },
        Val::Mixed { num, value, is_int } => {
            let is_int = match is_int {
                Repr::Value(value) => Repr::Value(name(value)),
                known => known.clone(),
            };
            Val::Mixed { num: *num, value: name(value), is_int }
        }
        Val::Str(Repr::Value(value)) => Val::Str(Repr::Value(name(value))),
        Val::Array(array) => Val::Array(Array { value: name(&array.value), ..array.clone() }),
        Val::Tuple(items) => Val::Tuple(all(items).into()),
        Val::List(items) => Val::List(Items::from(all(items)).with_origin(items.origin.clone())),
        Val::Heap(site, object) => Val::Heap(site.clone(), name(object)),
        Val::Option { absent, present, inner } => {
            let present = match present {
                Repr::Value(value) => Repr::Value(name(value)),
                known => known.clone(),
            };
            Val::Option { absent: *absent, present, inner: Box::new(renamed(inner, names)) }
        }
        Val::Callable(callable) => {
            Val::Callable(Rc::new(Callable { code: callable.code.clone(), held: all(&callable.held).into() }))
        }
        Val::OneOf { which, options } => Val::OneOf { which: name(which), options: all(options).into() },
        Val::Cell(cell) => Val::Cell(Cell { id: cell.id.clone(), object: name(&cell.object) }),
        Val::Record(fields) => {
            Val::Record(fields.iter().map(|(key, item)| (key.clone(), renamed(item, names))).collect())
        }
        Val::Named(record, items) => Val::Named(record, all(items).into()),
        other => other.clone(),
    }
}
