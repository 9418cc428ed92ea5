//! The type of a Python value, as compiled code knows it.

use crate::npy;
use phylanx_runtime::library::types::Type;
use phylanx_runtime::object::Kind;
use pyo3::exceptions::PyTypeError;
use pyo3::ffi;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyComplex, PyDict, PyFloat, PyFrozenSet, PyInt, PyList, PySet, PyString, PyTuple};

/// The largest rank of an array in compiled code.
const MAX_RANK: usize = 4;
/// Lists that hold themselves are nested more deeply than any other.
const MAX_DEPTH: usize = 50;

/// The text of a value's type (`frontend/src/outside.rs`).
///
/// # Errors
/// `TypeError` whose text goes on behind the name of an argument.
#[pyfunction]
pub fn describe(value: &Bound<PyAny>) -> PyResult<String> {
    let ty = type_of(value, 0).map_err(PyTypeError::new_err)?;
    ty.text().ok_or_else(|| PyTypeError::new_err("is of a type that compiled code cannot take"))
}

/// The type of a value.
///
/// # Errors
/// What is wrong with it, such as `is an object array`.
pub fn type_of(value: &Bound<PyAny>, depth: usize) -> Result<Type, String> {
    if depth > MAX_DEPTH {
        return Err("holds itself, or is nested too deeply".into());
    }
    if let Some(ty) = plain(value) {
        return Ok(ty);
    }
    if let Some(seen) = npy::array(value) {
        return array_type(value, &seen);
    }
    if let Some(dtype) = npy::scalar_dtype(value) {
        return Ok(Type::Numpy(dtype));
    }
    container(value, depth)
}

fn plain(value: &Bound<PyAny>) -> Option<Type> {
    if value.is_none() {
        return Some(Type::None);
    }
    let object = value.as_ptr();
    // SAFETY: only the type of a live object is read.
    unsafe {
        if ffi::PyBool_Check(object) != 0 {
            return Some(Type::Bool);
        }
    }
    if value.is_exact_instance_of::<PyInt>() {
        return Some(Type::Int);
    }
    if value.is_exact_instance_of::<PyFloat>() {
        return Some(Type::Float);
    }
    if value.is_exact_instance_of::<PyString>() {
        return Some(Type::Text);
    }
    value.is_exact_instance_of::<PyComplex>().then_some(Type::Complex)
}

fn array_type(value: &Bound<PyAny>, seen: &npy::Seen) -> Result<Type, String> {
    let Some(dtype) = seen.dtype else {
        let name = value.getattr("dtype").and_then(|dtype| dtype.str()).map_or("?".into(), |name| name.to_string());
        return Err(format!(
            "is an array of dtype {name}, which compiled code does not know: convert it, for example with .astype(float)"
        ));
    };
    let rank = seen.shape().len();
    if rank > MAX_RANK {
        return Err(format!("is an array of {rank} dimensions; compiled code takes at most {MAX_RANK}"));
    }
    let size = dtype.size() as isize;
    if seen.flags & npy::ALIGNED == 0 || seen.strides().iter().any(|stride| stride % size != 0) {
        return Err("is an array whose elements are not aligned in memory: pass a copy".into());
    }
    Ok(Type::Array(dtype, rank))
}

fn container(value: &Bound<PyAny>, depth: usize) -> Result<Type, String> {
    let items = |value: &Bound<PyAny>| -> Result<Type, String> {
        let mut joined = Type::Never;
        for item in value.try_iter().map_err(|error| error.to_string())? {
            let item = type_of(&item.map_err(|error| error.to_string())?, depth + 1)?;
            joined = joined.join(item).ok_or("holds values of types that have nothing in common")?;
        }
        Ok(joined)
    };
    if let Ok(tuple) = value.cast_exact::<PyTuple>() {
        return tuple.iter().map(|item| type_of(&item, depth + 1)).collect::<Result<_, _>>().map(Type::Tuple);
    }
    if value.is_exact_instance_of::<PyList>() {
        return Ok(Type::Object(Kind::List, vec![items(value)?]));
    }
    if let Ok(dict) = value.cast_exact::<PyDict>() {
        let parts = [dict.keys().into_any(), dict.values().into_any()];
        return Ok(Type::Object(Kind::Dict, parts.iter().map(items).collect::<Result<_, _>>()?));
    }
    if value.is_exact_instance_of::<PySet>() {
        return Ok(Type::Object(Kind::Set, vec![items(value)?]));
    }
    if value.is_exact_instance_of::<PyFrozenSet>() {
        return Ok(Type::Object(Kind::FrozenSet, vec![items(value)?]));
    }
    if is_deque(value) {
        return Ok(Type::Object(Kind::Deque, vec![items(value)?]));
    }
    let name = value.get_type().qualname().map_or("object".into(), |name| name.to_string());
    Err(format!("is of type {name}, which compiled code cannot take"))
}

/// Whether a value is a `deque` without a limit.
pub fn is_deque(value: &Bound<PyAny>) -> bool {
    static DEQUE: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    let py = value.py();
    let deque = DEQUE.get_or_try_init(py, || py.import("collections")?.getattr("deque").map(Bound::unbind));
    let is = deque.is_ok_and(|deque| value.get_type_ptr().cast() == deque.as_ptr());
    is && value.getattr("maxlen").is_ok_and(|limit| limit.is_none())
}
