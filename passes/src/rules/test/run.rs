//! Evaluating one side of a rule: types by inference, values by the reference evaluator, and each checked against the other.

use super::super::apply::{attribute_value, number_as};
use super::super::pattern::{AttrPattern, Number, Pattern, Rest, attribute_names};
use super::bind::{Binding, Bound};
use crate::egraph::extent::{Dim, Extents};
use crate::egraph::facts;
use crate::egraph::infer::infer;
use crate::egraph::info::{Data, Form, Info};
use crate::egraph::language::{AttrValue, Const, is_float, takes_scalar};
use phylanx_dialects::DType;
use phylanx_dialects::eval::{Attrs, Call, EvalError, Tensor, Val, eval_op};
use phylanx_dialects::ops::{Class, OpRow};
use std::sync::Arc;

/// What a side gave.
pub struct Side {
    pub info: Info,
    pub value: Tensor,
    /// The largest finite magnitude met on the way.
    pub scale: f64,
    /// Whether sums or products of several terms were made, whose zeros have no certain sign.
    pub sums: bool,
}

/// Why a side gave nothing.
#[derive(Debug, PartialEq)]
pub enum Stop {
    IllTyped,
    Undefined(String),
    Raises(String),
}

impl std::fmt::Display for Stop {
    fn fmt(&self, out: &mut std::fmt::Formatter) -> std::fmt::Result {
        match self {
            Stop::IllTyped => write!(out, "fails: the shapes do not fit"),
            Stop::Undefined(what) => write!(out, "{what}"),
            Stop::Raises(what) => write!(out, "raises {what}"),
        }
    }
}

/// How numbers of a pattern are made: the left side may meet uniform arrays where a number is written.
#[derive(Clone, Copy, PartialEq)]
pub enum Numbers {
    Shaped,
    Plain,
}

/// Evaluates a side; `near` is the element type that numbers without neighbours take.
pub fn side(pattern: &Pattern, binding: &Binding, numbers: Numbers, near: Option<DType>) -> Result<Side, Stop> {
    let mut run = Run { binding, numbers, made: 0, scale: 1.0, sums: false, extents: Extents::default() };
    let near = near.or(binding.first_dtype()).unwrap_or(DType::F64);
    let (data, value) = run.value(pattern, near, None)?;
    match (data, value) {
        (Data::Value(info), Val::Tensor(value) | Val::Scalar(value)) => {
            Ok(Side { info, value, scale: run.scale, sums: run.sums })
        }
        _ => Err(Stop::IllTyped),
    }
}

impl Side {
    /// The value in a line.
    pub fn shown(&self) -> String {
        show(&self.value)
    }
}

/// A tensor in a line: element type, shape and elements.
pub fn show(tensor: &Tensor) -> String {
    let mut items: Vec<String> = match is_float(tensor.dtype()) {
        true => tensor.to_f64s().iter().map(|value| format!("{value:?}")).collect(),
        false => tensor.to_i64s().iter().map(i64::to_string).collect(),
    };
    if items.len() > 16 {
        items.truncate(16);
        items.push("...".into());
    }
    match tensor.shape() {
        [] => format!("{} {}", tensor.dtype().numpy_name(), items.join("")),
        shape => format!("{}{shape:?} [{}]", tensor.dtype().numpy_name(), items.join(", ")),
    }
}

struct Run<'b> {
    binding: &'b Binding,
    numbers: Numbers,
    made: usize,
    scale: f64,
    sums: bool,
    extents: Extents,
}

type Made = (Data, Val);
type Pack = (Vec<Info>, Vec<Val>);

impl Run<'_> {
    fn value(&mut self, pattern: &Pattern, near: DType, parent: Option<&OpRow>) -> Result<Made, Stop> {
        match pattern {
            Pattern::Var(name) => match self.binding.get(name) {
                Some(Bound::Value(info, value)) => {
                    self.note(value);
                    Ok((Data::Value(info.clone()), value.clone()))
                }
                _ => Err(Stop::IllTyped),
            },
            Pattern::Number(number) => self.number(*number, near, parent),
            Pattern::Op { row, operands, rest, attrs } => self.op(row, operands, rest, attrs, near),
        }
    }

    fn number(&mut self, number: Number, near: DType, parent: Option<&OpRow>) -> Result<Made, Stop> {
        let value = number_as(number, near).ok_or(Stop::IllTyped)?;
        let shape: &[usize] = match (self.numbers, parent.map(|row| row.class)) {
            (Numbers::Shaped, Some(Class::Map)) => self.binding.number_shape(self.made),
            _ => &[],
        };
        self.made += 1;
        let dims = shape.iter().map(|&n| Dim::Known(n as i64)).collect();
        let info = Info::tensor(value.dtype, dims).with_fill(Some(value));
        Ok((Data::Value(info), Val::Tensor(filled(value, shape).ok_or(Stop::IllTyped)?)))
    }

    fn op(
        &mut self,
        row: &'static OpRow,
        operands: &[Pattern],
        rest: &Rest,
        attrs: &[Option<AttrPattern>],
        near: DType,
    ) -> Result<Made, Stop> {
        let made = self.operands(row, operands, near)?;
        let (mut data, mut values): (Vec<Data>, Vec<Val>) = made.into_iter().unzip();
        if let Some((infos, more)) = self.rest(rest)? {
            data.push(Data::Pack(infos));
            values.extend(more);
        }
        let (attributes, to) = self.attributes(row, attrs, &mut data)?;
        let children: Vec<&Data> = data.iter().collect();
        let info = infer(row, &children, &mut self.extents).ok_or(Stop::IllTyped)?;
        let call = Call { row, operands: &values, attrs: &attributes, to: to.unwrap_or(info.dtype) };
        let value = match eval_op(&call) {
            Ok(value) => value,
            Err(EvalError::Undefined(what)) => return Err(Stop::Undefined(what)),
            Err(EvalError::Raises(what)) => return Err(Stop::Raises(what)),
        };
        self.sums |= matches!(row.name, "sum" | "matmul" | "cumsum");
        self.note(&value);
        checked(row, info, value)
    }

    fn operands(&mut self, row: &'static OpRow, operands: &[Pattern], near: DType) -> Result<Vec<Made>, Stop> {
        let mut parts: Vec<Option<Made>> = Vec::new();
        for operand in operands {
            parts.push(match operand {
                Pattern::Number(_) => None,
                other => Some(self.value(other, near, Some(row))?),
            });
        }
        let typed = parts.iter().rev().flatten().find_map(|(data, _)| match data {
            Data::Value(info) => Some(info.dtype),
            _ => None,
        });
        let dtype = typed.unwrap_or(near);
        let filled = parts.into_iter().zip(operands).enumerate().map(|(at, (part, operand))| match (part, operand) {
            (Some(part), _) => Ok(part),
            (None, Pattern::Number(number)) if takes_scalar(row, at) => scalar_number(*number),
            (None, _) => self.value(operand, dtype, Some(row)),
        });
        filled.collect()
    }

    fn rest(&mut self, rest: &Rest) -> Result<Option<Pack>, Stop> {
        match rest {
            Rest::Nothing => Ok(None),
            Rest::Var(name) => match self.binding.get(name) {
                Some(Bound::Pack(infos, values)) => Ok(Some((infos.clone(), values.clone()))),
                _ => Err(Stop::IllTyped),
            },
            Rest::Each(parts) => {
                let mut all = (Vec::new(), Vec::new());
                for part in parts {
                    let (data, value) = match part {
                        Pattern::Number(number) => scalar_number(*number)?,
                        other => self.value(other, DType::I64, None)?,
                    };
                    let Data::Value(info) = data else { return Err(Stop::IllTyped) };
                    all.0.push(info);
                    all.1.push(value);
                }
                Ok(Some(all))
            }
        }
    }

    /// Attributes as the evaluator takes them; their facts are added to the children.
    fn attributes(
        &self,
        row: &'static OpRow,
        attrs: &[Option<AttrPattern>],
        data: &mut Vec<Data>,
    ) -> Result<(Attrs, Option<DType>), Stop> {
        let mut found = Attrs::new();
        let mut to = None;
        for (name, attr) in attribute_names(row).iter().zip(attrs) {
            let lookup = |name: &str| self.binding.data(name);
            let value = attr.as_ref().and_then(|attr| attribute_value(attr, &lookup)).ok_or(Stop::IllTyped)?;
            match &value {
                AttrValue::Elem(dtype) => to = Some(*dtype),
                other => drop(found.insert((*name).to_string(), other.to_attr())),
            }
            data.push(Data::Attr(Arc::new(value)));
        }
        Ok((found, to))
    }

    fn note(&mut self, value: &Val) {
        if let Val::Tensor(tensor) | Val::Scalar(tensor) = value {
            let largest =
                tensor.to_f64s().into_iter().map(f64::abs).filter(|value| value.is_finite()).fold(0.0, f64::max);
            self.scale = self.scale.max(largest);
        }
    }
}

/// A value whose inferred type is what it is; anything else is an error of the compiler that must not pass as a true rule.
fn checked(row: &OpRow, info: Info, value: Val) -> Result<Made, Stop> {
    let (tensor, form) = match &value {
        Val::Tensor(tensor) => (tensor, Form::Tensor),
        Val::Scalar(tensor) => (tensor, Form::Scalar),
        _ => return Err(Stop::IllTyped),
    };
    let shape_fits = info.dims.len() == tensor.rank()
        && info
            .dims
            .iter()
            .zip(tensor.shape())
            .all(|(dim, &n)| !matches!(dim, Dim::Known(known) if *known != n as i64));
    let facts_fit = (!info.finite || tensor.to_f64s().iter().all(|value| value.is_finite()))
        && (!info.nonnegative || tensor.to_f64s().iter().all(|value| *value >= 0.0));
    if info.dtype == tensor.dtype() && info.form == form && shape_fits && facts_fit {
        return Ok((Data::Value(exact(info, tensor)), value));
    }
    Err(Stop::Raises(format!("an error of the compiler: {} was inferred as {info:?} but is {tensor:?}", row.name)))
}

/// The facts with the extents that the value has, so that what comes after compares.
fn exact(mut info: Info, tensor: &Tensor) -> Info {
    info.dims = tensor.shape().iter().map(|&n| Dim::Known(n as i64)).collect();
    if info.form == Form::Scalar {
        let fill = facts::constant(tensor);
        info.extent = fill.and_then(Const::as_i64).map(Dim::Known);
        return info.with_fill(fill);
    }
    info
}

fn scalar_number(number: Number) -> Result<Made, Stop> {
    let value = number_as(number, DType::I64).ok_or(Stop::IllTyped)?;
    let tensor = facts::tensor(value).ok_or(Stop::IllTyped)?;
    Ok((Data::Value(Info::constant(value)), Val::Scalar(tensor)))
}

fn filled(value: Const, shape: &[usize]) -> Option<Tensor> {
    let count = shape.iter().product();
    match value.as_i64() {
        Some(int) => Tensor::from_i64s(value.dtype, shape, &vec![int; count]).ok(),
        None => Tensor::from_f64s(value.dtype, shape, &vec![value.as_f64(); count]).ok(),
    }
}
