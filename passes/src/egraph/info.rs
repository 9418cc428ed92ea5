//! What is known of a class: form, element type, symbolic extents, uniform value, signs, and whether computing it may fail.

use super::extent::{Dim, Extents};
use super::language::{AttrValue, Const, is_int};
use phylanx_dialects::DType;
use phylanx_dialects::ir::{TensorType, Type};
use std::sync::Arc;

/// Facts of one class.
#[derive(Clone, PartialEq, Debug)]
pub enum Data {
    Attr(Arc<AttrValue>),
    /// The elements of a pack.
    Pack(Vec<Info>),
    Value(Info),
}

/// What kind of value it is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Form {
    Tensor,
    Scalar,
    /// Another type, as MLIR text.
    Other(Arc<str>),
}

/// Facts of a value.
#[derive(Clone, PartialEq, Debug)]
pub struct Info {
    pub form: Form,
    pub dtype: DType,
    pub dims: Vec<Dim>,
    /// The value of every element, when all are equal and known.
    pub fill: Option<Const>,
    /// The extent that an integer scalar is known to equal.
    pub extent: Option<Dim>,
    /// A name for an unknown scalar, so that extents made from it compare.
    pub tag: Option<u32>,
    /// Whether computing it may stop the program.
    pub may_fail: bool,
    /// No element is NaN or infinite.
    pub finite: bool,
    /// No element is NaN or below zero (-0.0 counts as zero).
    pub nonnegative: bool,
}

impl Info {
    /// A tensor about which only its type is known.
    pub fn tensor(dtype: DType, dims: Vec<Dim>) -> Info {
        Info {
            form: Form::Tensor,
            dtype,
            dims,
            fill: None,
            extent: None,
            tag: None,
            may_fail: false,
            finite: is_int(dtype) || dtype == DType::Bool,
            nonnegative: dtype == DType::Bool,
        }
    }

    /// A scalar about which only its type is known.
    pub fn scalar(dtype: DType) -> Info {
        Info { form: Form::Scalar, ..Info::tensor(dtype, Vec::new()) }
    }

    /// A scalar with a known value.
    pub fn constant(value: Const) -> Info {
        let extent = value.as_i64().filter(|_| is_int(value.dtype)).map(Dim::Known);
        Info { extent, ..Info::scalar(value.dtype) }.with_fill(Some(value))
    }

    /// A value of a type, with fresh names for unknown extents.
    pub fn of_type(ty: &Type, extents: &mut Extents) -> Info {
        match ty {
            Type::Scalar(dtype) => Info::scalar(*dtype),
            Type::Tensor(tensor) => Info::tensor(tensor.elem, named(tensor, extents)),
            Type::Ref(tensor) => Info {
                form: Form::Other(Arc::from(ty.to_string())),
                ..Info::tensor(tensor.elem, named(tensor, extents))
            },
            _ => Info { form: Form::Other(Arc::from(ty.to_string())), ..Info::scalar(DType::Bool) },
        }
    }

    /// Takes a uniform value and the facts that follow from it.
    pub fn with_fill(mut self, fill: Option<Const>) -> Info {
        if let Some(value) = fill {
            self.finite = self.finite || value.as_f64().is_finite();
            self.nonnegative = self.nonnegative || value.as_f64() >= 0.0;
            self.fill = fill;
        }
        self
    }

    /// Whether this is a tensor without dimensions.
    pub fn is_rank_0(&self) -> bool {
        self.form == Form::Tensor && self.dims.is_empty()
    }

    /// The IR type.
    pub fn ty(&self, extents: &Extents) -> Type {
        match &self.form {
            Form::Scalar => Type::Scalar(self.dtype),
            Form::Other(text) => Type::parse(text),
            Form::Tensor => Type::Tensor(TensorType {
                elem: self.dtype,
                dims: self.dims.iter().map(|dim| known(&extents.normal(dim))).collect(),
            }),
        }
    }

    /// Whether a value of the IR with this type can be what these facts describe.
    pub fn fits(&self, ty: &Type, extents: &Extents) -> bool {
        match (&self.form, ty) {
            (Form::Scalar, Type::Scalar(dtype)) => *dtype == self.dtype,
            (Form::Other(text), ty) => **text == ty.to_string(),
            (Form::Tensor, Type::Tensor(tensor)) => {
                tensor.elem == self.dtype
                    && tensor.rank() == self.dims.len()
                    && tensor.dims.iter().zip(&self.dims).all(|(stated, dim)| {
                        stated.zip(known(&extents.normal(dim))).is_none_or(|(stated, found)| stated == found)
                    })
            }
            _ => false,
        }
    }

    /// Whether two values have the same type and extents in every run.
    pub fn same_type(&self, other: &Info, extents: &Extents) -> bool {
        self.form == other.form && self.dtype == other.dtype && extents.same_all(&self.dims, &other.dims)
    }
}

/// Notes the extents that a stated type knows and inference does not.
pub fn learn_extents(info: &Info, ty: &Type, extents: &mut Extents) {
    let Some(tensor) = ty.array() else { return };
    for (dim, stated) in info.dims.iter().zip(&tensor.dims) {
        if let Some(stated) = stated {
            extents.unify(dim, &Dim::Known(*stated));
        }
    }
}

fn named(tensor: &TensorType, extents: &mut Extents) -> Vec<Dim> {
    tensor.dims.iter().map(|dim| dim.map_or_else(|| extents.fresh(), Dim::Known)).collect()
}

fn known(dim: &Dim) -> Option<i64> {
    match dim {
        Dim::Known(value) => Some(*value),
        Dim::Named(_) => None,
    }
}
