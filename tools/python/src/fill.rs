//! Arguments of a call, from Python values.

use crate::{describe, npy};
use phylanx_abi::library::ExternArray;
use phylanx_abi::{DType, MAX_RANK};
use phylanx_runtime::library::session::{Arguments, Leaf, Lent, Tree};
use phylanx_runtime::library::types::Type;
use phylanx_runtime::object::Kind;
use pyo3::exceptions::PyOverflowError;
use pyo3::ffi;
use pyo3::prelude::*;
use pyo3::types::{PyComplex, PyDict, PyFloat, PyFrozenSet, PyInt, PyList, PySet, PyString, PyTuple};

/// Gathers the values that carry the arguments; Python's objects are known by number.
#[derive(Default)]
pub struct Filler<'py> {
    pub arguments: Arguments,
    pub arrays: Vec<Bound<'py, PyAny>>,
    pub objects: Vec<Bound<'py, PyAny>>,
    /// Whether the arrays that come next must not be written though code may do so.
    pub guards: Guards,
}

/// Which arrays are protected: those that code may write and their owners forbid to.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub enum Guards {
    /// Code may write the array.
    #[default]
    Written,
    /// Code never does.
    Untouched,
}

/// Whether a value is of the type.
type Fits = PyResult<bool>;

impl<'py> Filler<'py> {
    /// Adds an argument.
    ///
    /// # Errors
    /// Integers beyond 64 bits.
    pub fn argument(&mut self, ty: &Type, value: &Bound<'py, PyAny>) -> Fits {
        let mut leaves = std::mem::take(&mut self.arguments.leaves);
        let fits = self.fill(ty, value, &mut leaves);
        self.arguments.leaves = leaves;
        fits
    }

    /// Adds a module-level variable that holds an array.
    pub fn variable(&mut self, name: &str, ty: &Type, value: &Bound<'py, PyAny>) -> bool {
        let mut leaves = Vec::new();
        let Type::Array(dtype, rank) = ty else { return false };
        if !self.array(*dtype, *rank, value, &mut leaves) {
            return false;
        }
        if let Some(Leaf::Array(at)) = leaves.first() {
            self.arguments.variables.push((name.to_string(), *at));
        }
        true
    }

    fn fill(&mut self, ty: &Type, value: &Bound<'py, PyAny>, out: &mut Vec<Leaf>) -> Fits {
        Ok(match ty {
            Type::Never => false,
            Type::None => value.is_none(),
            Type::Bool => bool_word(value).is_some_and(|word| push(out, word)),
            Type::Int => match int_word(value)? {
                Some(word) => push(out, word),
                None => false,
            },
            Type::Float => float_word(value).is_some_and(|word| push(out, word)),
            Type::Complex => match value.cast_exact::<PyComplex>() {
                Ok(number) => push(out, number.real().to_bits()) && push(out, number.imag().to_bits()),
                Err(_) => false,
            },
            Type::Text => match value.cast_exact::<PyString>() {
                Ok(text) => {
                    out.push(Leaf::Text(text.to_string_lossy().into()));
                    true
                }
                Err(_) => false,
            },
            Type::Numpy(dtype) => numpy_scalar(*dtype, value, out),
            Type::Array(dtype, rank) => self.array(*dtype, *rank, value, out),
            Type::Mixed { numpy: false } => mixed(value, out)?,
            Type::Option(inner) if value.is_none() => {
                out.push(Leaf::Word(0));
                absent(inner, out);
                true
            }
            Type::Option(inner) => {
                out.push(Leaf::Word(1));
                self.fill(inner, value, out)?
            }
            Type::Tuple(items) => self.tuple(items, value, out)?,
            Type::Object(kind, parts) => self.object(*kind, parts, value, out)?,
            Type::Mixed { numpy: true } | Type::Either(_) | Type::Items(_) | Type::Record(_) | Type::Range => false,
        })
    }

    fn tuple(&mut self, items: &[Type], value: &Bound<'py, PyAny>, out: &mut Vec<Leaf>) -> Fits {
        let Ok(tuple) = value.cast_exact::<PyTuple>() else { return Ok(false) };
        if tuple.len() != items.len() {
            return Ok(false);
        }
        for (ty, item) in items.iter().zip(tuple.iter()) {
            if !self.fill(ty, &item, out)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn array(&mut self, dtype: DType, rank: usize, value: &Bound<'py, PyAny>, out: &mut Vec<Leaf>) -> bool {
        let Some(seen) = npy::array(value) else { return false };
        if seen.dtype != Some(dtype) || seen.shape().len() != rank || seen.flags & npy::ALIGNED == 0 {
            return false;
        }
        let size = dtype.size() as isize;
        if seen.strides().iter().any(|stride| stride % size != 0) {
            return false;
        }
        let known = self.arrays.iter().position(|array| array.is(value));
        let at = known.unwrap_or_else(|| {
            let protected = seen.flags & npy::WRITEABLE == 0 && self.guards == Guards::Written;
            self.arguments.arrays.push(Lent { array: described(&seen, dtype), protected });
            self.arrays.push(value.clone());
            self.arrays.len() - 1
        });
        out.push(Leaf::Array(at));
        true
    }

    fn object(&mut self, kind: Kind, parts: &[Type], value: &Bound<'py, PyAny>, out: &mut Vec<Leaf>) -> Fits {
        if let Some(at) = self.objects.iter().position(|object| object.is(value)) {
            out.push(Leaf::Object(at));
            return Ok(true);
        }
        if !is_kind(kind, value) {
            return Ok(false);
        }
        let mut rows = Vec::new();
        for item in value.try_iter()? {
            let item = item?;
            let mut row = Vec::new();
            let mut fits = self.fill(&parts[0], &item, &mut row)?;
            if let (Ok(dict), Some(ty)) = (value.cast_exact::<PyDict>(), parts.get(1)) {
                let Some(held) = dict.get_item(&item)? else { return Ok(false) };
                fits = fits && self.fill(ty, &held, &mut row)?;
            }
            if !fits {
                return Ok(false);
            }
            rows.push(row);
        }
        self.arguments.objects.push(Tree { kind, parts: parts.to_vec(), rows });
        self.objects.push(value.clone());
        out.push(Leaf::Object(self.objects.len() - 1));
        Ok(true)
    }
}

fn is_kind(kind: Kind, value: &Bound<PyAny>) -> bool {
    match kind {
        Kind::List => value.is_exact_instance_of::<PyList>(),
        Kind::Dict => value.is_exact_instance_of::<PyDict>(),
        Kind::Set => value.is_exact_instance_of::<PySet>(),
        Kind::FrozenSet => value.is_exact_instance_of::<PyFrozenSet>(),
        Kind::Deque => describe::is_deque(value),
        _ => false,
    }
}

fn push(out: &mut Vec<Leaf>, word: u64) -> bool {
    out.push(Leaf::Word(word));
    true
}

fn bool_word(value: &Bound<PyAny>) -> Option<u64> {
    // SAFETY: only the type and identity of a live object are read.
    unsafe { (ffi::PyBool_Check(value.as_ptr()) != 0).then(|| u64::from(value.as_ptr() == ffi::Py_True())) }
}

fn int_word(value: &Bound<PyAny>) -> PyResult<Option<u64>> {
    if !value.is_exact_instance_of::<PyInt>() {
        return Ok(None);
    }
    match value.extract::<i64>() {
        Ok(number) => Ok(Some(number as u64)),
        Err(_) => Err(PyOverflowError::new_err(
            "an integer argument does not fit in 64 bits, which is what compiled code has",
        )),
    }
}

fn float_word(value: &Bound<PyAny>) -> Option<u64> {
    value.cast_exact::<PyFloat>().ok().map(|number| number.value().to_bits())
}

/// A float, and whether it is an int.
fn mixed(value: &Bound<PyAny>, out: &mut Vec<Leaf>) -> Fits {
    if let Some(word) = float_word(value) {
        return Ok(push(out, word) && push(out, 0));
    }
    let Some(word) = int_word(value)? else { return Ok(false) };
    let number = word as i64;
    if (number as f64) as i128 != i128::from(number) {
        return Err(PyOverflowError::new_err("an integer among floats is not one that a float can hold"));
    }
    Ok(push(out, (number as f64).to_bits()) && push(out, 1))
}

fn numpy_scalar(dtype: DType, value: &Bound<PyAny>, out: &mut Vec<Leaf>) -> bool {
    if npy::scalar_dtype(value) != Some(dtype) {
        return false;
    }
    let bytes = npy::scalar_bytes(value);
    let word = |at: usize, size: usize| {
        let mut word = [0; 8];
        word[..size].copy_from_slice(&bytes[at..at + size]);
        u64::from_le_bytes(word)
    };
    match dtype {
        DType::C64 => push(out, word(0, 4)) && push(out, word(4, 4)),
        DType::C128 => push(out, word(0, 8)) && push(out, word(8, 8)),
        DType::I8 => push(out, i64::from(bytes[0] as i8) as u64),
        DType::I16 => push(out, i64::from(word(0, 2) as i16) as u64),
        DType::I32 => push(out, i64::from(word(0, 4) as i32) as u64),
        other => push(out, word(0, other.size())),
    }
}

/// Words of a value that is not there.
fn absent(ty: &Type, out: &mut Vec<Leaf>) {
    out.extend((0..ty.width()).map(|_| Leaf::Word(0)));
}

fn described(seen: &npy::Seen, dtype: DType) -> ExternArray {
    let (mut shape, mut strides) = ([0; MAX_RANK], [0; MAX_RANK]);
    for (axis, (&extent, &stride)) in seen.shape().iter().zip(seen.strides()).enumerate() {
        (shape[axis], strides[axis]) = (extent as i64, stride as i64);
    }
    let rank = seen.shape().len() as i32;
    ExternArray {
        data: seen.data,
        dtype: dtype as i32,
        rank,
        shape,
        strides,
        owner: std::ptr::null_mut(),
        release: None,
    }
}
