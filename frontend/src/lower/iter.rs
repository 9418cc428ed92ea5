//! What a `for` goes over: how many items, and which one is at a position.

use super::{Lowerer, Res};
use crate::heap::Kind;
use crate::source::Span;
use crate::types::{Num, Static};
use crate::value::{Array, Const, Form, Items, Iter, Repr, Scalar, Val, View};
use phylanx_dialects::ir::{Attr, TensorType, Type, Value};

impl<'a> Lowerer<'a> {
    /// A value as something to go over.
    pub fn iter_of(&mut self, val: Val, span: Span) -> Res<Iter> {
        match val.clone() {
            Val::Iter(iter) => match &*iter {
                // A view shows its dict as it is when the loop begins.
                Iter::Entries(entries) => self.iter_of_object(&entries.site, entries.object, entries.view, span),
                iter => Ok(iter.clone()),
            },
            Val::Tuple(items) | Val::List(items) => Ok(Iter::Items(items)),
            Val::Static(Static::Class(index)) if self.is_enum(index) => self.enum_members(index, span).map(Iter::Items),
            Val::Named(record, items) if record == &super::flat::FLAT && !items.is_empty() => {
                let Val::Array(array) = &items[0] else { return Err(super::emit::Stop::Reported) };
                Ok(Iter::Array(self.flat_line(&array.clone())))
            }
            Val::Heap(site, object) => self.iter_of_object(&site, object, View::Keys, span),
            Val::Named(record, _) if record == &crate::numpy::archive::ARCHIVE => {
                let names = crate::numpy::archive::names(self, &val, span)?;
                self.iter_of(names, span)
            }
            Val::Named(record, items) if record.is_tuple => Ok(Iter::Items(items.into())),
            Val::Str(Repr::Const(text)) => {
                let letters = text.chars().map(|c| Val::text(c.to_string())).collect();
                Ok(Iter::Items(letters))
            }
            Val::Str(text) => Ok(Iter::Text(text)),
            Val::Argv(start) => self.program_arguments(start, span),
            Val::Static(Static::Path(path)) if &*path == "sys.argv" => self.program_arguments(0, span),
            Val::Record(fields) => Ok(Iter::Items(fields.iter().map(|(name, _)| Val::text(name.clone())).collect())),
            Val::File(file) => Ok(Iter::Lines(file)),
            Val::Array(array) if array.ty.rank() > 0 => Ok(Iter::Array(self.reference(&array))),
            val @ Val::OneOf { .. } if val.is_either() => Ok(Iter::OneOf(val)),
            Val::Unknown => Err(super::emit::Stop::Reported),
            Val::Never => Err(super::emit::Stop::Never),
            other => {
                let help = "loop over `range(...)`, an array, a tuple, `enumerate(...)` or `zip(...)`";
                self.fail(span, format!("{} cannot be iterated over", other.describe()), help)
            }
        }
    }

    /// `sys.argv[start:]`, as a list.
    fn program_arguments(&mut self, start: i64, span: Span) -> Res<Iter> {
        let stop = self.length(&Val::Argv(start), span)?;
        let places = Iter::Range { start: Scalar::int(0), stop, step: Scalar::int(1) };
        let hidden = self.hidden_site(Kind::List);
        let all = self.collect_with(&hidden, "list", &places, span, &mut |this, place| {
            let place = this.int_of(&place, span)?;
            let at = this.int_plus(&place, &Scalar::int(start));
            let at = this.scalar_value(&at);
            Ok(vec![Val::Str(Repr::Value(this.op("physl.argv", &[at], Type::Str)))])
        })?;
        self.iter_of(all, span)
    }

    /// The number of items.
    pub fn iter_length(&mut self, iter: &Iter) -> Scalar {
        match iter {
            Iter::Range { start, stop, step } => self.range_length(start, stop, step),
            Iter::Array(array) => self.extent(array, 0),
            // All options have one shape.
            Iter::OneOf(Val::OneOf { options, .. }) => match options.last() {
                Some(Val::Array(array)) => self.extent(array, 0),
                _ => Scalar::int(0),
            },
            Iter::OneOf(_) => Scalar::int(0),
            Iter::Items(items) => Scalar::int(items.len() as i64),
            Iter::Rows(_, object) => Scalar::of(Num::INT, self.table_len(*object)),
            Iter::Entries(entries) => Scalar::of(Num::INT, entries.length),
            Iter::Drain(_, object) => self.drain_length(*object),
            Iter::Enumerate(inner, _) | Iter::Reversed(inner) => self.iter_length(inner),
            Iter::Zip(parts) | Iter::Map(_, parts) => self.shortest(parts),
            Iter::Product(parts) => {
                let lengths: Vec<Scalar> = parts.iter().map(|part| self.iter_length(part)).collect();
                lengths.iter().fold(Scalar::int(1), |total, length| self.int_times(&total, length))
            }
            Iter::Lines(file) => Scalar::of(Num::INT, self.file_op("left", &[*file], Type::I64)),
            Iter::Text(text) => {
                let text = self.text_value(text);
                Scalar::of(Num::INT, self.op("physl.str_len", &[text], Type::I64))
            }
        }
    }

    fn shortest(&mut self, parts: &[Iter]) -> Scalar {
        let lengths: Vec<Scalar> = parts.iter().map(|part| self.iter_length(part)).collect();
        let Some((first, rest)) = lengths.split_first() else { return Scalar::int(0) };
        rest.iter().fold(first.clone(), |least, next| self.smaller(&least, next))
    }

    pub fn smaller(&mut self, a: &Scalar, b: &Scalar) -> Scalar {
        if let (Some(Const::Int(a)), Some(Const::Int(b))) = (a.known(), b.known()) {
            return Scalar::int(a.min(b));
        }
        let (a, b) = (self.scalar_value(a), self.scalar_value(b));
        Scalar::of(Num::INT, self.op("arith.minsi", &[a, b], Type::I64))
    }

    /// The number of items if it is fixed by the program's text and items must be known one by one.
    pub fn static_items(&self, iter: &Iter) -> Option<usize> {
        match iter {
            Iter::Items(items) => Some(items.len()),
            Iter::Enumerate(inner, _) | Iter::Reversed(inner) => self.static_items(inner),
            Iter::Zip(parts) | Iter::Map(_, parts) => {
                parts.iter().any(|part| self.static_items(part).is_some()).then_some(())?;
                parts.iter().map(|part| self.static_length(part)).collect::<Option<Vec<_>>>()?.into_iter().min()
            }
            Iter::Product(parts) => {
                parts.iter().any(|part| self.static_items(part).is_some()).then_some(())?;
                parts
                    .iter()
                    .map(|part| self.static_length(part))
                    .collect::<Option<Vec<_>>>()?
                    .into_iter()
                    .reduce(|a, b| a.saturating_mul(b))
            }
            _ => None,
        }
    }

    /// The number of items where it is known, each of them or not.
    fn static_length(&self, iter: &Iter) -> Option<usize> {
        match iter {
            Iter::Range { start, stop, step } => const_range_length(start, stop, step).map(|n| n as usize),
            Iter::Array(array) => array.ty.dims[0].map(|n| n as usize),
            other => self.static_items(other),
        }
    }

    /// The item at a position, which is in range.
    pub fn iter_item(&mut self, iter: &Iter, position: &Scalar) -> Val {
        match iter {
            Iter::Range { start, step, .. } => Val::Scalar(self.range_item(start, step, position)),
            Iter::Array(array) => self.leading_item(array, position),
            Iter::OneOf(val) => {
                let item =
                    self.over_kinds(std::slice::from_ref(val), self.frame.at, &mut |this, vals| match &vals[0] {
                        Val::Array(array) => {
                            let item = this.leading_item(array, position);
                            Ok(this.bound(item))
                        }
                        _ => Err(super::emit::Stop::Reported),
                    });
                item.unwrap_or_else(super::emit::Stop::val)
            }
            Iter::Items(items) => {
                let at = position.known().and_then(Const::as_i64).and_then(|at| items.get(at as usize));
                at.cloned().unwrap_or(Val::Unknown)
            }
            Iter::Rows(site, object) => {
                let row = self.scalar_value(position);
                self.row_part(site, *object, row, 0)
            }
            Iter::Entries(entries) => self.entry_item(&entries.clone(), position),
            Iter::Drain(site, object) => self.drained(&site.clone(), *object),
            Iter::Enumerate(inner, start) => {
                let number = self.int_plus(start, position);
                let item = self.iter_item(inner, position);
                Val::Tuple(Items::from([Val::Scalar(number), item]))
            }
            Iter::Zip(parts) => Val::Tuple(parts.iter().map(|part| self.iter_item(part, position)).collect()),
            Iter::Product(parts) => {
                let mut rest = position.clone();
                let mut items = Vec::new();
                for part in parts.iter().rev() {
                    let length = self.iter_length(part);
                    let (next, place) = self.split_position(&rest, &length);
                    items.push(self.iter_item(part, &place));
                    rest = next;
                }
                items.reverse();
                Val::Tuple(items.into())
            }
            Iter::Map(function, parts) => {
                let args = parts.iter().map(|part| self.iter_item(part, position)).collect();
                let span = self.frame.at;
                let val = self.call_here(function.clone(), args, span).unwrap_or_else(super::emit::Stop::val);
                self.bound(val)
            }
            Iter::Reversed(inner) => {
                let length = self.iter_length(inner);
                let last = self.int_plus(&length, &Scalar::int(-1));
                let at = self.int_minus(&last, position);
                self.iter_item(inner, &at)
            }
            Iter::Lines(file) => Val::Str(Repr::Value(self.file_op("next", &[*file], Type::Str))),
            Iter::Text(text) => {
                let (text, at) = (self.text_value(text), self.scalar_value(position));
                Val::Str(Repr::Value(self.op("physl.str_index", &[text, at], Type::Str)))
            }
        }
    }

    /// `position // length` and `position % length`, both not negative.
    fn split_position(&mut self, position: &Scalar, length: &Scalar) -> (Scalar, Scalar) {
        if let (Some(Const::Int(at)), Some(Const::Int(length))) = (position.known(), length.known())
            && length > 0
        {
            return (Scalar::int(at / length), Scalar::int(at % length));
        }
        let (at, length) = (self.scalar_value(position), self.scalar_value(length));
        let next = self.op("arith.divsi", &[at, length], Type::I64);
        let place = self.op("arith.remsi", &[at, length], Type::I64);
        (Scalar::of(Num::INT, next), Scalar::of(Num::INT, place))
    }

    /// The element or subarray at a position of the first axis.
    pub fn leading_item(&mut self, array: &Array, position: &Scalar) -> Val {
        let reference = self.reference(array);
        let at = self.scalar_value(position);
        let elem = array.ty.elem;
        if array.ty.rank() == 1 {
            let value = self.op("physl.get_item", &[reference.value, at], Type::Scalar(elem));
            return Val::scalar(Num::np(elem), value);
        }
        let ty = TensorType { elem, dims: array.ty.dims[1..].to_vec() };
        let spec = [("spec", Attr::str("i"))];
        let value = self.op_with("physl.view", &[reference.value, at], Type::Ref(ty.clone()), &spec);
        Val::Array(Array { ty, value, form: Form::Ref })
    }

    /// The extent of an axis.
    pub fn extent(&mut self, array: &Array, axis: usize) -> Scalar {
        match array.ty.dims.get(axis) {
            Some(Some(extent)) => Scalar::int(*extent),
            _ => {
                let axis = [("axis", Attr::int(axis as i64))];
                Scalar::of(Num::INT, self.op_with("physl.dim", &[array.value], Type::I64, &axis))
            }
        }
    }

    fn range_item(&mut self, start: &Scalar, step: &Scalar, position: &Scalar) -> Scalar {
        let offset = self.int_times(step, position);
        self.int_plus(start, &offset)
    }

    fn range_length(&mut self, start: &Scalar, stop: &Scalar, step: &Scalar) -> Scalar {
        if let Some(length) = const_range_length(start, stop, step) {
            return Scalar::int(length);
        }
        let (low, high) = (self.scalar_value(start), self.scalar_value(stop));
        let zero = self.int(0);
        let length = match step.known().and_then(Const::as_i64) {
            Some(1) => self.op("arith.subi", &[high, low], Type::I64),
            Some(known) if known > 0 => self.steps(low, high, known),
            Some(known) => self.steps(high, low, known.saturating_neg()),
            None => return self.dynamic_range_length(low, high, step),
        };
        Scalar::of(Num::INT, self.op("arith.maxsi", &[length, zero], Type::I64))
    }

    /// `(high - low + step - 1) / step` for a positive constant step; not positive when the range is empty.
    fn steps(&mut self, low: Value, high: Value, step: i64) -> Value {
        let distance = self.op("arith.subi", &[high, low], Type::I64);
        let (round, zero, step) = (self.int(step - 1), self.int(0), self.int(step));
        let distance = self.op("arith.maxsi", &[distance, zero], Type::I64);
        let distance = self.op("arith.addi", &[distance, round], Type::I64);
        self.op("arith.divsi", &[distance, step], Type::I64)
    }

    fn dynamic_range_length(&mut self, low: Value, high: Value, step: &Scalar) -> Scalar {
        let (step, zero, one) = (self.scalar_value(step), self.int(0), self.int(1));
        let is_zero = self.compare_ints("eq", step, zero);
        self.raise_when(is_zero, "ValueError", "range() arg 3 must not be zero");
        let up = self.compare_ints("sgt", step, zero);
        let forward = self.op("arith.subi", &[high, low], Type::I64);
        let backward = self.op("arith.subi", &[low, high], Type::I64);
        let distance = self.op("arith.select", &[up, forward, backward], Type::I64);
        let minus = self.op("arith.subi", &[zero, step], Type::I64);
        let size = self.op("arith.maxsi", &[step, minus], Type::I64);
        let size = self.op("arith.maxsi", &[size, one], Type::I64);
        let distance = self.op("arith.maxsi", &[distance, zero], Type::I64);
        let round = self.op("arith.subi", &[size, one], Type::I64);
        let distance = self.op("arith.addi", &[distance, round], Type::I64);
        Scalar::of(Num::INT, self.op("arith.divsi", &[distance, size], Type::I64))
    }
}

fn const_range_length(start: &Scalar, stop: &Scalar, step: &Scalar) -> Option<i64> {
    let known = |scalar: &Scalar| scalar.known().and_then(Const::as_i64).map(i128::from);
    let (low, high, step) = (known(start)?, known(stop)?, known(step)?);
    let (distance, size) = if step > 0 { (high - low, step) } else { (low - high, -step) };
    if size == 0 {
        return None;
    }
    i64::try_from((distance.max(0) + size - 1) / size).ok()
}
