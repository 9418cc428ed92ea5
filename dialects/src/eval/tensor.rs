//! Dense arrays of any element type.

use super::elem::Elem;
use super::{EvalError, Val};
use crate::DType;
use crate::ir::Attr;
use crate::ir::Type;
use ndarray::{ArrayD, IxDyn};

/// A dense array of one element type.
pub type Array<T> = ArrayD<T>;

macro_rules! tensor {
    ($($variant:ident $t:ident),*) => {
        /// A dense array whose element type is known at run time.
        #[derive(Clone, PartialEq, Debug)]
        pub enum Tensor {
            $($variant(Array<$t>)),*
        }

        impl Tensor {
            /// Element type.
            pub fn dtype(&self) -> DType {
                match self {
                    $(Tensor::$variant(_) => DType::$variant),*
                }
            }

            /// Extents.
            pub fn shape(&self) -> &[usize] {
                match self {
                    $(Tensor::$variant(array) => array.shape()),*
                }
            }

            /// Equal type, shape and bits, where all NaN are one.
            pub fn same(&self, other: &Tensor) -> bool {
                match (self, other) {
                    $((Tensor::$variant(a), Tensor::$variant(b)) => {
                        a.shape() == b.shape() && a.iter().zip(b).all(|(a, b)| Elem::same(*a, *b))
                    })*
                    _ => false,
                }
            }

            /// Elements as C converts them to `f64`, row-major.
            pub fn to_f64s(&self) -> Vec<f64> {
                match self {
                    $(Tensor::$variant(array) => array.iter().map(|x| x.to_f64()).collect()),*
                }
            }

            /// Elements as C converts them to `i64`, row-major.
            pub fn to_i64s(&self) -> Vec<i64> {
                match self {
                    $(Tensor::$variant(array) => array.iter().map(|x| x.to_i64()).collect()),*
                }
            }
        }

        $(impl Wrap for $t {
            fn wrap(array: Array<$t>) -> Tensor {
                Tensor::$variant(array)
            }

            fn open(tensor: &Tensor) -> Option<&Array<$t>> {
                match tensor {
                    Tensor::$variant(array) => Some(array),
                    _ => None,
                }
            }
        })*
    };
}

/// Element types that have a variant in [`Tensor`].
pub trait Wrap: Elem {
    fn wrap(array: Array<Self>) -> Tensor;
    fn open(tensor: &Tensor) -> Option<&Array<Self>>;
}

tensor!(Bool bool, I8 i8, I16 i16, I32 i32, I64 i64, U8 u8, U16 u16, U32 u32, U64 u64, F32 f32, F64 f64);

/// Runs generic code with the element type of a tensor, as `$t`.
macro_rules! with_elem {
    (@as $type:ident, $t:ident, $body:expr) => {{
        type $t = $type;
        $body
    }};
    ($dtype:expr, $t:ident => $body:expr) => {
        match $dtype {
            DType::Bool => with_elem!(@as bool, $t, $body),
            DType::I8 => with_elem!(@as i8, $t, $body),
            DType::I16 => with_elem!(@as i16, $t, $body),
            DType::I32 => with_elem!(@as i32, $t, $body),
            DType::I64 => with_elem!(@as i64, $t, $body),
            DType::U8 => with_elem!(@as u8, $t, $body),
            DType::U16 => with_elem!(@as u16, $t, $body),
            DType::U32 => with_elem!(@as u32, $t, $body),
            DType::U64 => with_elem!(@as u64, $t, $body),
            DType::F32 => with_elem!(@as f32, $t, $body),
            DType::F64 => with_elem!(@as f64, $t, $body),
            DType::C64 | DType::C128 => Err(EvalError::Undefined("complex elements".into())),
        }
    };
}
pub(super) use with_elem;

/// The array under a tensor that is known to have this element type.
///
/// # Errors
/// `Undefined` when it has another.
pub(super) fn open<T: Wrap>(tensor: &Tensor) -> Result<&Array<T>, EvalError> {
    T::open(tensor)
        .ok_or_else(|| EvalError::Undefined(format!("{:?} elements where {:?} are expected", tensor.dtype(), T::DTYPE)))
}

impl Tensor {
    /// From elements in row-major order, converted as C does.
    ///
    /// # Errors
    /// `Undefined` for complex elements or a wrong number of elements.
    pub fn from_f64s(dtype: DType, shape: &[usize], values: &[f64]) -> Result<Tensor, EvalError> {
        with_elem!(dtype, T => build::<T>(shape, values.iter().map(|&value| T::from_f64(value)).collect()))
    }

    /// From elements in row-major order, converted as C does.
    ///
    /// # Errors
    /// As for [`Tensor::from_f64s`].
    pub fn from_i64s(dtype: DType, shape: &[usize], values: &[i64]) -> Result<Tensor, EvalError> {
        with_elem!(dtype, T => build::<T>(shape, values.iter().map(|&value| T::from_i64(value)).collect()))
    }

    /// Rank 0 with a float.
    pub fn float(value: f64) -> Tensor {
        Tensor::F64(ndarray::arr0(value).into_dyn())
    }

    /// Rank 0 with an integer.
    pub fn int(value: i64) -> Tensor {
        Tensor::I64(ndarray::arr0(value).into_dyn())
    }

    /// Rank 0 with a truth value.
    pub fn bool(value: bool) -> Tensor {
        Tensor::Bool(ndarray::arr0(value).into_dyn())
    }

    /// Number of dimensions.
    pub fn rank(&self) -> usize {
        self.shape().len()
    }

    /// The only element, if it is an integer or a truth value.
    pub fn as_int(&self) -> Option<i64> {
        match self {
            Tensor::F32(_) | Tensor::F64(_) => None,
            _ if self.shape().iter().product::<usize>() == 1 => self.to_i64s().first().copied(),
            _ => None,
        }
    }

    /// The only element as a float.
    pub fn as_float(&self) -> Option<f64> {
        let values = self.to_f64s();
        (values.len() == 1).then(|| values[0])
    }
}

pub(super) fn build<T: Wrap>(shape: &[usize], values: Vec<T>) -> Result<Tensor, EvalError> {
    let count = values.len();
    let array = ArrayD::from_shape_vec(IxDyn(shape), values)
        .map_err(|_| EvalError::Undefined(format!("{count} elements for shape {shape:?}")))?;
    Ok(T::wrap(array))
}

/// The scalar that an `arith.constant` holds.
pub fn constant(attr: &Attr) -> Result<Val, EvalError> {
    match attr {
        Attr::Bool(value) => Ok(Val::Scalar(Tensor::bool(*value))),
        Attr::Int(value, Type::Scalar(dtype)) => Tensor::from_i64s(*dtype, &[], &[*value]).map(Val::Scalar),
        Attr::Int(value, _) => Ok(Val::Scalar(Tensor::int(*value))),
        Attr::Float(value, Type::Scalar(dtype)) => Tensor::from_f64s(*dtype, &[], &[*value]).map(Val::Scalar),
        other => Err(EvalError::Undefined(format!("constant {other}"))),
    }
}
