//! Python values to and from the IR values that carry them.

use super::{Lowerer, Res};
use crate::heap::Kind;
use crate::source::Span;
use crate::types::{Absent, Num, Ty};
use crate::value::{Array, Callable, Caught, Cell, Const, Form, Items, Iter, Repr, Scalar, Val};
use phylanx_dialects::DType;
use phylanx_dialects::ir::{Attr, Op, TensorType, Type, Value};
use std::rc::Rc;

/// Ops back to look for the one that made a value.
const NEAR: usize = 16;

/// Largest static array that stands in for one that is never read.
const MAX_PLACEHOLDER: i64 = 1 << 16;

impl Lowerer<'_> {
    /// The IR values that carry `val` as a value of type `ty`, which must be a join of its type with others.
    pub fn coerce(&mut self, val: &Val, ty: &Ty) -> Vec<Value> {
        match (val, ty) {
            (Val::Option { absent, present, inner }, Ty::Option(kind, inner_ty)) if absent == kind => {
                let mut out = vec![self.flag_value(present)];
                out.extend(self.coerce(inner, inner_ty));
                out
            }
            (Val::Unbound, Ty::Option(Absent::Unbound, inner)) | (Val::None, Ty::Option(Absent::None, inner)) => {
                let mut out = vec![self.bool(false)];
                out.extend(self.placeholders(inner));
                out
            }
            (Val::None, Ty::Option(Absent::Unbound, inner)) => {
                let mut out = vec![self.bool(true)];
                out.extend(self.coerce(val, inner));
                out
            }
            (Val::Unknown | Val::Never | Val::Unbound | Val::None, _) => self.placeholders(ty),
            (val, Ty::Option(_, inner)) => {
                let mut out = vec![self.bool(true)];
                out.extend(self.coerce(val, inner));
                out
            }
            (val, Ty::Either(kinds)) => self.coerce_either(val, kinds),
            (Val::Mixed { value, is_int, .. }, Ty::Mixed(_)) => vec![*value, self.flag_value(is_int)],
            (Val::Scalar(scalar), Ty::Mixed(num)) => {
                let is_int = !scalar.num.is_float();
                let float = self.cast_scalar(scalar, *num);
                vec![self.scalar_value(&float), self.bool(is_int)]
            }
            (Val::Either { which, kinds }, Ty::Num(num)) => {
                let value = self.as_one_kind(*which, kinds, *num);
                self.carried(value, num.dtype)
            }
            (Val::Scalar(scalar), Ty::Num(num)) => {
                let cast = self.cast_scalar(scalar, *num);
                let value = self.scalar_value(&cast);
                self.carried(value, num.dtype)
            }
            (Val::Array(array), Ty::Num(num)) => {
                let item = self.item(array);
                let cast = self.cast_scalar(&item, *num);
                let value = self.scalar_value(&cast);
                self.carried(value, num.dtype)
            }
            (Val::Array(array), Ty::Mixed(num)) => {
                let item = self.item(array);
                self.coerce(&Val::Scalar(item), &Ty::Mixed(*num))
            }
            (Val::Array(array), Ty::Array(target)) => vec![self.reference_as(array, target)],
            (Val::File(value), Ty::File) => vec![*value],
            (Val::Exception(caught), Ty::Exception(_)) => {
                std::iter::once(caught.record).chain(caught.objects.iter().copied()).collect()
            }
            (Val::Str(text), Ty::Str) => vec![self.text_value(text)],
            (Val::Tuple(items), Ty::Tuple(types)) => {
                items.iter().zip(types).flat_map(|(item, ty)| self.coerce(item, ty)).collect()
            }
            (Val::Named(_, items), Ty::Named(_, types)) => {
                items.iter().zip(types).flat_map(|(item, ty)| self.coerce(item, ty)).collect()
            }
            _ => self.coerce_held(val, ty),
        }
    }

    /// The same for functions, ranges and variables that functions share.
    fn coerce_held(&mut self, val: &Val, ty: &Ty) -> Vec<Value> {
        match (val, ty) {
            (val, Ty::OneOf(options)) => self.coerce_one_of(val, options),
            (Val::Callable(callable), Ty::Callable(_, types)) => {
                callable.held.iter().zip(types).flat_map(|(item, ty)| self.coerce(item, ty)).collect()
            }
            (Val::Iter(iter), Ty::Iterable(..)) => match &**iter {
                Iter::Rows(_, object) => vec![*object],
                Iter::Entries(entries) => vec![entries.object],
                _ => self.placeholders(ty),
            },
            (Val::Iter(iter), Ty::Range(_)) => match &**iter {
                Iter::Range { start, stop, step } => {
                    [start, stop, step].into_iter().map(|part| self.scalar_value(part)).collect()
                }
                _ => self.placeholders(ty),
            },
            (Val::Cell(cell), Ty::Cell(_)) => vec![cell.object],
            (Val::Record(fields), Ty::Record(types)) => {
                fields.iter().zip(types).flat_map(|((_, item), (_, ty))| self.coerce(item, ty)).collect()
            }
            (Val::List(items), Ty::List(types)) => {
                items.iter().zip(types.iter()).flat_map(|(item, ty)| self.coerce(item, ty)).collect()
            }
            (Val::Heap(_, object), Ty::Heap(_)) => vec![*object],
            (Val::Tuple(items), Ty::Heap(site)) if site.kind() == Kind::Tuple => {
                match self.list_of(&site.clone(), &items.clone(), self.frame.at) {
                    Ok(Val::Heap(_, object)) => vec![object],
                    _ => self.placeholders(ty),
                }
            }
            _ => self.placeholders(ty),
        }
    }

    /// The Python value of type `ty` that IR values carry.
    pub fn rebuild(&mut self, ty: &Ty, values: &mut dyn Iterator<Item = Value>) -> Val {
        match ty {
            Ty::Unknown => Val::Unknown,
            Ty::Never => Val::Never,
            Ty::Unbound => Val::Unbound,
            Ty::None => Val::None,
            Ty::Static(item) => Val::Static(item.clone()),
            Ty::Callable(code, held) => {
                let held = held.iter().map(|item| self.rebuild(item, values)).collect();
                Val::Callable(Rc::new(Callable { code: code.clone(), held }))
            }
            Ty::Range(step) => match (values.next(), values.next(), values.next()) {
                (Some(start), Some(stop), Some(run)) => {
                    let [start, stop, run] = [start, stop, run].map(|value| Scalar::of(Num::INT, value));
                    let step = step.map_or(run, Scalar::int);
                    Val::Iter(Rc::new(Iter::Range { start, stop, step }))
                }
                _ => Val::Unknown,
            },
            Ty::OneOf(options) => self.rebuild_one_of(options, values),
            Ty::Cell(id) => values.next().map_or(Val::Unknown, |object| Val::Cell(Cell { id: id.clone(), object })),
            Ty::Record(fields) => {
                Val::Record(fields.iter().map(|(name, ty)| ((&**name).into(), self.rebuild(ty, values))).collect())
            }
            Ty::Num(num) => self.uncarried(num.dtype, values).map_or(Val::Unknown, |value| Val::scalar(*num, value)),
            Ty::Mixed(num) => match (values.next(), values.next()) {
                (Some(value), Some(is_int)) => Val::Mixed { num: *num, value, is_int: Repr::Value(is_int) },
                _ => Val::Unknown,
            },
            Ty::Either(kinds) => self.rebuild_either(kinds, values),
            Ty::Str => values.next().map_or(Val::Unknown, |value| Val::Str(Repr::Value(value))),
            Ty::File => values.next().map_or(Val::Unknown, Val::File),
            Ty::Iterable(site, view) => match values.next() {
                Some(object) => match self.iter_of_object(&site.clone(), object, *view, self.frame.at) {
                    Ok(iter) => Val::Iter(Rc::new(iter)),
                    Err(stop) => stop.val(),
                },
                None => Val::Unknown,
            },
            Ty::Exception(objects) => match values.next() {
                Some(record) => Val::Exception(Caught { record, objects: values.take(*objects).collect() }),
                None => Val::Unknown,
            },
            Ty::Array(tensor) => values
                .next()
                .map_or(Val::Unknown, |value| Val::Array(Array { ty: tensor.clone(), value, form: Form::Ref })),
            Ty::Tuple(items) => Val::Tuple(items.iter().map(|item| self.rebuild(item, values)).collect()),
            Ty::List(types) => {
                let items: Items = types.iter().map(|item| self.rebuild(item, values)).collect();
                Val::List(items.with_origin(types.origin.clone()))
            }
            Ty::Heap(site) => values.next().map_or(Val::Unknown, |value| Val::Heap(site.clone(), value)),
            Ty::Named(record, items) => {
                Val::Named(record, items.iter().map(|item| self.rebuild(item, values)).collect())
            }
            Ty::Option(absent, inner) => {
                let present = values.next().map_or(Repr::Const(false), Repr::Value);
                let inner = Box::new(self.rebuild(inner, values));
                Val::Option { absent: *absent, present, inner }
            }
        }
    }

    /// IR values of the right types whose contents are never looked at.
    pub fn placeholders(&mut self, ty: &Ty) -> Vec<Value> {
        ty.leaves().iter().map(|leaf| self.placeholder(leaf)).collect()
    }

    fn placeholder(&mut self, ty: &Type) -> Value {
        match ty {
            Type::Scalar(dtype) => self.constant(Const::Int(0), *dtype),
            Type::Ref(tensor) => {
                let value = self.constant(Const::Int(0), tensor.elem);
                let mut dims = tensor.dims.clone();
                if dims.iter().flatten().product::<i64>() > MAX_PLACEHOLDER {
                    dims = vec![None; dims.len()];
                }
                let mut operands = vec![value];
                for dim in &dims {
                    operands.push(self.int(dim.unwrap_or(0)));
                }
                let full = self.op("physl.full", &operands, Type::Tensor(tensor.clone()));
                self.op("physl.new", &[full], ty.clone())
            }
            Type::Object => self.op("physl.cell_none", &[], Type::Object),
            _ => self.text_constant(""),
        }
    }

    /// What a variable holds when it is bound to `val`: arrays by reference, scalars of rank 0 as scalars.
    pub fn bound(&mut self, val: Val) -> Val {
        match val {
            Val::Array(array) if array.form == Form::Scalar => Val::Scalar(self.item(&array)),
            Val::Array(array) => Val::Array(self.reference(&array)),
            Val::Tuple(items) => Val::Tuple(items.iter().map(|item| self.bound(item.clone())).collect()),
            Val::List(items) => {
                let bound: Items = items.iter().map(|item| self.bound(item.clone())).collect();
                Val::List(bound.with_origin(items.origin.clone()))
            }
            Val::Record(fields) => {
                Val::Record(fields.iter().map(|(name, item)| (name.clone(), self.bound(item.clone()))).collect())
            }
            Val::Named(record, items) => {
                Val::Named(record, items.iter().map(|item| self.bound(item.clone())).collect())
            }
            Val::OneOf { which, options } => {
                Val::OneOf { which, options: options.iter().map(|option| self.bound(option.clone())).collect() }
            }
            other => other,
        }
    }

    /// The array behind a reference; a fresh one for a fresh value.
    pub fn reference(&mut self, array: &Array) -> Array {
        if array.form == Form::Ref {
            return array.clone();
        }
        let value = self.referred(array.value, &array.ty);
        Array { ty: array.ty.clone(), value, form: Form::Ref }
    }

    /// A reference to a fresh value. A part of another value becomes a view of a reference to the whole, so that it lies in memory as in
    /// NumPy, which tells whether a later reshape copies.
    fn referred(&mut self, value: Value, ty: &TensorType) -> Value {
        let Some((op, name)) = self.scattered_part(value) else {
            return self.op("physl.new", &[value], Type::Ref(ty.clone()));
        };
        let whole = self.tensor_type(op.operands[0]);
        let mut operands = op.operands.clone();
        operands[0] = self.referred(op.operands[0], &whole);
        let attrs: Vec<(&str, Attr)> = op.attrs.iter().map(|(name, attr)| (name.as_str(), attr.clone())).collect();
        self.op_with(name, &operands, Type::Ref(ty.clone()), &attrs)
    }

    /// The op that made a value, if its elements need not lie one after the other in the whole that it is a part of, and the op that
    /// makes the view instead.
    fn scattered_part(&self, value: Value) -> Option<(Op, &'static str)> {
        let op = self.frame.ops.iter().rev().take(NEAR).find(|op| op.results == [value])?;
        let name = match op.physl()? {
            "slice" => "physl.view",
            "transpose" => "physl.view_transpose",
            "diagonal" => "physl.view_diagonal",
            "reshape" => self.scattered_part(op.operands[0]).map(|_| "physl.view_reshape")?,
            _ => return None,
        };
        Some((op.clone(), name))
    }

    /// The same elements, lying one after the other when they are referred to.
    pub fn packed(&mut self, tensor: Value) -> Value {
        match self.scattered_part(tensor) {
            Some(_) => self.op("physl.copy", &[tensor], Type::Tensor(self.tensor_type(tensor))),
            None => tensor,
        }
    }

    /// A reference of exactly this type; the array's extents are at least as well known.
    fn reference_as(&mut self, array: &Array, target: &TensorType) -> Value {
        let reference = self.reference(array);
        if reference.ty == *target {
            return reference.value;
        }
        self.op_with("physl.view", &[reference.value], Type::Ref(target.clone()), &[("spec", Attr::str("e"))])
    }

    /// The elements of an array as they are now.
    pub fn tensor(&mut self, array: &Array) -> Value {
        match array.form {
            Form::Ref => self.op("physl.read", &[array.value], Type::Tensor(array.ty.clone())),
            _ => array.value,
        }
    }

    /// The only element of an array of rank 0.
    pub fn item(&mut self, array: &Array) -> Scalar {
        let tensor = self.tensor(array);
        let value = self.op("physl.item", &[tensor], Type::Scalar(array.ty.elem));
        Scalar::of(crate::types::Num::np(array.ty.elem), value)
    }

    /// A fresh array value.
    pub fn fresh(&mut self, value: Value) -> Val {
        Val::Array(Array { ty: self.tensor_type(value), value, form: Form::Tensor })
    }

    /// A fresh array value, or a NumPy scalar when its rank is 0.
    pub fn fresh_or_scalar(&mut self, value: Value) -> Val {
        let ty = self.tensor_type(value);
        let form = if ty.rank() == 0 { Form::Scalar } else { Form::Tensor };
        Val::Array(Array { ty, value, form })
    }

    pub fn text_value(&mut self, text: &Repr<Rc<str>>) -> Value {
        match text {
            Repr::Value(value) => *value,
            Repr::Const(text) => self.text_constant(&text.clone()),
        }
    }

    /// The value inside an optional; the program ends with Python's exception when there is none.
    pub fn present(&mut self, val: Val, name: Option<&str>, span: Span) -> Res<Val> {
        let Val::Option { absent, present, inner } = val else { return Ok(val) };
        match (&present, absent) {
            (Repr::Const(true), _) => return Ok(*inner),
            (Repr::Const(false), Absent::None) => return Ok(Val::None),
            _ => {}
        }
        let before = std::mem::replace(&mut self.frame.at, span);
        let present = self.flag_value(&present);
        let missing = self.not(present);
        match absent {
            Absent::Unbound => {
                let name = name.unwrap_or("?");
                let message = match self.frame.function {
                    Some(_) => format!("cannot access local variable '{name}' where it is not associated with a value"),
                    None => format!("name '{name}' is not defined"),
                };
                let kind = if self.frame.function.is_some() { "UnboundLocalError" } else { "NameError" };
                self.raise_when(missing, kind, &message);
            }
            Absent::None => {
                self.raise_when(missing, "TypeError", "unsupported use of None where a value is needed");
            }
        }
        self.frame.at = before;
        Ok(*inner)
    }

    /// An array's tensor with another element type.
    pub fn cast_tensor(&mut self, tensor: Value, dtype: DType) -> Value {
        let ty = self.tensor_type(tensor);
        if ty.elem == dtype {
            return tensor;
        }
        self.op("physl.cast", &[tensor], Type::Tensor(ty.with_elem(dtype)))
    }
}
