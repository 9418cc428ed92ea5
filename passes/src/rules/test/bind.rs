//! Random bindings of a rule's variables that its left side may have.

use super::super::pattern::{AttrPattern, Pattern, Rest, attribute_names};
use super::super::{Condition, Rule, Test};
use super::run::{self, Numbers, Stop};
use super::values::{Family, Random, Recipe, SPECIALS, Uniform, Wanted, tensor};
use crate::egraph::extent::{Dim, Extents};
use crate::egraph::facts::constant;
use crate::egraph::info::{Data, Info};
use crate::egraph::language::{AttrValue, Const, is_float, takes_scalar};
use phylanx_dialects::DType;
use phylanx_dialects::eval::{Tensor, Val};
use phylanx_dialects::ops::OpRow;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What a variable stands for.
#[derive(Clone, Debug)]
pub enum Bound {
    Value(Info, Val),
    Pack(Vec<Info>, Vec<Val>),
    Attr(Data),
}

/// Variables and what they stand for.
pub struct Binding {
    /// The left side with a variable for every attribute left out.
    pub left: Pattern,
    bound: BTreeMap<String, Bound>,
    data: BTreeMap<String, Data>,
    number_shapes: Vec<Vec<usize>>,
}

/// Element types of value variables.
pub type ElementTypes = BTreeMap<String, DType>;

const TYPES: [DType; 5] = [DType::F64, DType::I64, DType::Bool, DType::F32, DType::I32];

impl Binding {
    pub fn get(&self, name: &str) -> Option<&Bound> {
        self.bound.get(name)
    }

    pub fn data(&self, name: &str) -> Option<&Data> {
        self.data.get(name)
    }

    /// The shape of the `at`-th number of the left side, where a uniform array will do.
    pub fn number_shape(&self, at: usize) -> &[usize] {
        self.number_shapes.get(at).map_or(&[], Vec::as_slice)
    }

    /// Element type of the first tensor.
    pub fn first_dtype(&self) -> Option<DType> {
        self.bound.values().find_map(|bound| match bound {
            Bound::Value(info, _) => Some(info.dtype),
            _ => None,
        })
    }

    /// Whether the conditions of a rule hold.
    pub fn meets(&self, conditions: &[Condition]) -> bool {
        conditions.iter().all(|condition| condition.holds(|name| self.data.get(name), &Extents::default()))
    }

    /// Whether a side has no type even when nothing is known of extents, so that the optimizer never builds it.
    pub fn ill_typed_in_every_shape(&self, side: &Pattern, near: Option<DType>) -> bool {
        let ones = self.bound.iter().map(|(name, bound)| (name.clone(), single(bound))).collect();
        let small =
            Binding { left: self.left.clone(), bound: ones, data: self.data.clone(), number_shapes: Vec::new() };
        matches!(run::side(side, &small, Numbers::Plain, near), Err(Stop::IllTyped))
    }

    /// The bindings, a line each.
    pub fn shown(&self) -> String {
        let mut text = String::new();
        for (name, bound) in &self.bound {
            let value = match bound {
                Bound::Value(_, Val::Tensor(tensor) | Val::Scalar(tensor)) => run::show(tensor),
                Bound::Value(_, other) => format!("{other:?}"),
                Bound::Pack(_, values) => {
                    let items = values.iter().map(|value| match value {
                        Val::Tensor(tensor) | Val::Scalar(tensor) => run::show(tensor),
                        other => format!("{other:?}"),
                    });
                    items.collect::<Vec<_>>().join(", ")
                }
                Bound::Attr(Data::Attr(value)) => AttrPattern::Literal((**value).clone()).to_string(),
                Bound::Attr(_) => continue,
            };
            text.push_str(&format!("  ?{name} = {value}\n"));
        }
        text
    }
}

/// The same rank and element type with one element.
fn single(bound: &Bound) -> Bound {
    let Bound::Value(info, Val::Tensor(tensor)) = bound else { return bound.clone() };
    let shape = vec![1; tensor.rank()];
    let Ok(one) = Tensor::from_i64s(tensor.dtype(), &shape, &[1]) else { return bound.clone() };
    let dims = vec![Dim::Known(1); shape.len()];
    Bound::Value(Info { dims, ..info.clone() }, Val::Tensor(one))
}

/// Where a variable stands, which says how to make one.
#[derive(Clone, Debug)]
enum Place {
    Tensor,
    Scalar,
    /// An attribute, by op and name.
    Attr(&'static OpRow, &'static str),
    /// The variadic operands of an op, with the attribute that says how many.
    Rest(&'static OpRow, Option<AttrPattern>),
}

/// Makes bindings for one rule.
pub struct Sampler<'r> {
    rule: &'r Rule,
    left: Pattern,
    places: Vec<(String, Place)>,
    random: Random,
    /// All extents are two, to tell by types alone whether an input is possible.
    plain: bool,
}

impl<'r> Sampler<'r> {
    /// A sampler with the same inputs for the same rule on every machine.
    pub fn new(rule: &'r Rule) -> Sampler<'r> {
        let mut left = rule.from.clone();
        name_wildcards(&mut left, &mut 0);
        let mut places = Vec::new();
        note_places(&left, Place::Tensor, &mut places);
        Sampler { rule, left, places, random: Random::new(&rule.name), plain: false }
    }

    /// All choices of element types that the left side and the conditions allow.
    pub fn element_types(&mut self) -> Vec<ElementTypes> {
        let names: Vec<String> = self
            .places
            .iter()
            .filter(|(_, place)| matches!(place, Place::Tensor | Place::Scalar))
            .map(|(name, _)| name.clone())
            .collect();
        let mut all = vec![ElementTypes::new()];
        for name in names.iter().take(4) {
            all = all.iter().flat_map(|known| TYPES.map(|dtype| extended(known, name, dtype))).collect();
        }
        all.retain(|types| self.plausible(types));
        all
    }

    /// A few tries tell whether these element types ever fit.
    fn plausible(&mut self, types: &ElementTypes) -> bool {
        self.plain = true;
        let fits = (0..16).any(|_| {
            let Some(binding) = self.binding(types, Family::Moderate) else { return false };
            let left = run::side(&self.left, &binding, Numbers::Plain, None);
            !matches!(left, Err(Stop::IllTyped | Stop::Undefined(_)))
        });
        self.plain = false;
        fits
    }

    /// A binding whose conditions may or may not hold.
    pub fn binding(&mut self, types: &ElementTypes, family: Family) -> Option<Binding> {
        let extents = self.extents(family);
        let tensors = self.places.iter().filter(|(_, place)| matches!(place, Place::Tensor)).count().max(1);
        let chosen = self.random.below(tensors);
        let special = SPECIALS[self.random.below(SPECIALS.len())];
        let mut bound = BTreeMap::new();
        let mut seen = 0;
        for (name, place) in self.places.clone() {
            let value = match &place {
                Place::Tensor => {
                    let special = (family == Family::OneSpecial && seen == chosen).then_some(special);
                    seen += 1;
                    self.tensor(&name, types, &extents, family, special)?
                }
                Place::Scalar => self.scalar(&name, types, family)?,
                Place::Attr(row, attr) => Bound::Attr(Data::Attr(Arc::new(self.attribute(row, attr)))),
                Place::Rest(row, attr) => self.rest(row, attr.as_ref(), types, &extents, family, &bound)?,
            };
            bound.insert(name, value);
        }
        let number_shapes =
            (0..4).map(|_| if self.random.once_in(4) { self.shape(&extents, 1) } else { Vec::new() }).collect();
        let data = bound.iter().map(|(name, bound)| (name.clone(), data_of(bound))).collect();
        Some(Binding { left: self.left.clone(), bound, data, number_shapes })
    }

    /// Extents in play: few, so that shapes often fit.
    fn extents(&mut self, family: Family) -> Vec<usize> {
        if self.plain {
            return vec![2];
        }
        let count = 1 + self.random.below(3);
        let least = usize::from(family == Family::OneSpecial);
        (0..count).map(|_| self.random.pick(&[least, 1, 2, 3, 4, 5, 6])).collect()
    }

    fn shape(&mut self, extents: &[usize], rank: usize) -> Vec<usize> {
        (0..rank).map(|_| if self.random.once_in(6) { 1 } else { self.random.pick(extents) }).collect()
    }

    fn conditions_on(&self, name: &str) -> Vec<&'r Condition> {
        self.rule.conditions.iter().filter(|condition| condition.on.iter().any(|on| on == name)).collect()
    }

    fn tensor(
        &mut self,
        name: &str,
        types: &ElementTypes,
        extents: &[usize],
        family: Family,
        special: Option<f64>,
    ) -> Option<Bound> {
        let conditions = self.conditions_on(name);
        let has = |test: Test| conditions.iter().any(|condition| condition.test == test);
        let constant_wanted = [Test::Const, Test::Nonzero, Test::Positive, Test::PowerOfTwo].into_iter().any(has);
        let rank = conditions
            .iter()
            .find_map(|condition| rank_of(condition))
            .unwrap_or_else(|| if constant_wanted && !self.random.once_in(3) { 0 } else { self.random.below(4) });
        let mut shape = self.shape(extents, rank);
        if has(Test::Square) {
            shape = vec![shape.first().copied().unwrap_or(2); 2];
        }
        let wanted = wanted(&conditions);
        let special = special.filter(|value| allowed(*value, wanted));
        let uniform = if constant_wanted { Uniform::Yes } else { Uniform::No };
        let recipe = Recipe { family, special, uniform, wanted };
        let dtype = *types.get(name).or_else(|| types.values().next())?;
        let value = tensor(&mut self.random, dtype, &shape, recipe)?;
        let info = described(&value, constant_wanted);
        Some(Bound::Value(info, Val::Tensor(value)))
    }

    fn scalar(&mut self, name: &str, types: &ElementTypes, family: Family) -> Option<Bound> {
        let dtype = *types.get(name).or_else(|| types.values().next())?;
        let value = match dtype {
            DType::I64 => Tensor::int(self.random.below(7) as i64 - 3),
            dtype => {
                let recipe =
                    Recipe { family, special: None, uniform: Uniform::No, wanted: wanted(&self.conditions_on(name)) };
                tensor(&mut self.random, dtype, &[], recipe)?
            }
        };
        Some(scalar_bound(value))
    }

    fn attribute(&mut self, row: &OpRow, name: &str) -> AttrValue {
        let rank = self.random.below(4);
        match name {
            "axes" => AttrValue::Ints((0..rank as i64).filter(|_| !self.random.once_in(2)).collect()),
            "perm" => AttrValue::Ints(self.permutation(rank)),
            "shape" => AttrValue::Ints((0..rank).map(|_| self.random.below(4) as i64).collect()),
            "axis" if matches!(row.name, "argmax" | "argmin" | "roll") && self.random.once_in(4) => {
                AttrValue::Int(-1000)
            }
            "axis" => AttrValue::Int(rank as i64),
            "to" => AttrValue::Elem(self.random.pick(&TYPES)),
            "spec" => AttrValue::Text(self.subscript()),
            _ => AttrValue::Bool(self.random.once_in(2)),
        }
    }

    fn permutation(&mut self, rank: usize) -> Vec<i64> {
        let mut left: Vec<i64> = (0..rank as i64).collect();
        (0..rank).map(|_| left.remove(self.random.below(left.len()))).collect()
    }

    fn subscript(&mut self) -> String {
        let count = self.random.below(4);
        let items: Vec<&str> =
            (0..count).map(|_| self.random.pick(&["i", ":", ":s", ":t", ":st", ":stp", ":p", "n"])).collect();
        items.join(",")
    }

    fn rest(
        &mut self,
        row: &OpRow,
        attr: Option<&AttrPattern>,
        types: &ElementTypes,
        extents: &[usize],
        family: Family,
        bound: &BTreeMap<String, Bound>,
    ) -> Option<Bound> {
        let scalars = |values: Vec<i64>| {
            let bounds: Vec<Bound> = values.into_iter().map(|value| scalar_bound(Tensor::int(value))).collect();
            pack(bounds)
        };
        match row.name {
            "slice" => {
                let spec = match attr? {
                    AttrPattern::Literal(AttrValue::Text(text)) => text.clone(),
                    AttrPattern::Var(name) => match bound.get(name)? {
                        Bound::Attr(Data::Attr(value)) => match &**value {
                            AttrValue::Text(text) => text.clone(),
                            _ => return None,
                        },
                        _ => return None,
                    },
                    _ => return None,
                };
                let count = spec.chars().filter(|c| "istp".contains(*c)).count();
                Some(scalars((0..count).map(|_| self.random.pick(&[-2, -1, 0, 1, 1, 2, 3])).collect()))
            }
            "concat" | "stack" => {
                let count = 1 + self.random.below(3);
                let rank = self.random.below(3);
                let shape = self.shape(extents, rank);
                let recipe = Recipe { family, special: None, uniform: Uniform::No, wanted: Wanted::Anything };
                let dtype = types.values().next().copied().unwrap_or(DType::F64);
                let parts = (0..count).map(|_| tensor(&mut self.random, dtype, &shape, recipe));
                let parts: Option<Vec<Bound>> = parts
                    .map(|part| part.map(|value| Bound::Value(described(&value, false), Val::Tensor(value))))
                    .collect();
                Some(pack(parts?))
            }
            _ => {
                let rank = self.random.below(4);
                let mut shape: Vec<i64> = self.shape(extents, rank).into_iter().map(|n| n as i64).collect();
                if row.name == "reshape" && !shape.is_empty() && self.random.once_in(2) {
                    shape[0] = -1;
                }
                Some(scalars(shape))
            }
        }
    }
}

fn extended(known: &ElementTypes, name: &str, dtype: DType) -> ElementTypes {
    let mut more = known.clone();
    more.insert(name.to_string(), dtype);
    more
}

fn rank_of(condition: &Condition) -> Option<usize> {
    match (condition.test, &condition.value) {
        (Test::Scalar, _) => Some(0),
        (Test::Vector, _) => Some(1),
        (Test::Matrix | Test::Square, _) => Some(2),
        (Test::Rank, Some(AttrValue::Int(rank))) => usize::try_from(*rank).ok(),
        _ => None,
    }
}

fn wanted(conditions: &[&Condition]) -> Wanted {
    let has = |test: Test| conditions.iter().any(|condition| condition.test == test);
    if has(Test::PowerOfTwo) {
        return Wanted::PowerOfTwo;
    }
    if has(Test::Nonnegative) || has(Test::Positive) {
        return Wanted::Nonnegative;
    }
    if has(Test::Finite) { Wanted::Finite } else { Wanted::Anything }
}

fn allowed(special: f64, wanted: Wanted) -> bool {
    match wanted {
        Wanted::Anything => true,
        Wanted::Nonnegative => special >= 0.0,
        Wanted::Finite => special.is_finite(),
        Wanted::PowerOfTwo => false,
    }
}

/// The facts of a tensor, read off its elements; its uniform value only where the rule asks for constants.
fn described(value: &Tensor, with_fill: bool) -> Info {
    let dims = value.shape().iter().map(|&n| Dim::Known(n as i64)).collect();
    let elements = value.to_f64s();
    let finite = !is_float(value.dtype()) || elements.iter().all(|value| value.is_finite());
    let nonnegative = elements.iter().all(|value| *value >= 0.0);
    let info = Info { finite, nonnegative, ..Info::tensor(value.dtype(), dims) };
    let first = with_fill.then(|| first_element(value)).flatten();
    info.with_fill(first)
}

fn first_element(value: &Tensor) -> Option<Const> {
    match is_float(value.dtype()) {
        true => value.to_f64s().first().map(|&first| Const::float(first, value.dtype())),
        false => value.to_i64s().first().map(|&first| Const::int(first, value.dtype())),
    }
}

fn scalar_bound(value: Tensor) -> Bound {
    let info = constant(&value).map_or(Info::scalar(value.dtype()), Info::constant);
    Bound::Value(info, Val::Scalar(value))
}

fn pack(parts: Vec<Bound>) -> Bound {
    let (infos, values) = parts
        .into_iter()
        .filter_map(|part| match part {
            Bound::Value(info, value) => Some((info, value)),
            _ => None,
        })
        .unzip();
    Bound::Pack(infos, values)
}

fn data_of(bound: &Bound) -> Data {
    match bound {
        Bound::Value(info, _) => Data::Value(info.clone()),
        Bound::Pack(infos, _) => Data::Pack(infos.clone()),
        Bound::Attr(data) => data.clone(),
    }
}

/// Gives every attribute left out a variable, so that it is bound too.
fn name_wildcards(pattern: &mut Pattern, made: &mut usize) {
    let Pattern::Op { operands, rest, attrs, .. } = pattern else { return };
    operands.iter_mut().for_each(|operand| name_wildcards(operand, made));
    if let Rest::Each(parts) = rest {
        parts.iter_mut().for_each(|part| name_wildcards(part, made));
    }
    for attr in attrs.iter_mut().filter(|attr| attr.is_none()) {
        *attr = Some(AttrPattern::Var(format!("_{made}")));
        *made += 1;
    }
}

/// Variables in the order in which they can be made: attributes before the operands whose number they give.
fn note_places(pattern: &Pattern, place: Place, places: &mut Vec<(String, Place)>) {
    let mut note = |name: &String, place: Place| {
        if places.iter().all(|(known, _)| known != name) {
            places.push((name.clone(), place));
        }
    };
    let (row, operands, rest, attrs) = match pattern {
        Pattern::Var(name) => return note(name, place),
        Pattern::Number(_) => return,
        Pattern::Op { row, operands, rest, attrs } => (*row, operands, rest, attrs),
    };
    for (name, attr) in attribute_names(row).into_iter().zip(attrs) {
        if let Some(AttrPattern::Var(variable)) = attr {
            note(variable, Place::Attr(row, name));
        }
    }
    if let Rest::Var(name) = rest {
        note(name, Place::Rest(row, attrs.first().cloned().flatten()));
    }
    for (at, operand) in operands.iter().enumerate() {
        let place = if takes_scalar(row, at) { Place::Scalar } else { Place::Tensor };
        note_places(operand, place, places);
    }
    if let Rest::Each(parts) = rest {
        let scalar = !matches!(row.name, "concat" | "stack");
        parts.iter().for_each(|part| note_places(part, if scalar { Place::Scalar } else { Place::Tensor }, places));
    }
}
