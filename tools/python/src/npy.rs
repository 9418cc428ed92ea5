//! NumPy's objects as they lie in memory.

use numpy::npyffi::{NpyTypes, PY_ARRAY_API, PyArrayObject, get_type_object};
use phylanx_abi::DType;
use pyo3::ffi;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::PyType;
use std::ffi::c_int;

/// NumPy's flags of an array.
pub const ALIGNED: c_int = 0x0100;
pub const WRITEABLE: c_int = 0x0400;

/// Numbers of NumPy's types, in the order of ours.
const NUMBERS: [(c_int, DType); 15] = [
    (0, DType::Bool),
    (1, DType::I8),
    (3, DType::I16),
    (5, DType::I32),
    (7, DType::I64),
    (9, DType::I64),
    (2, DType::U8),
    (4, DType::U16),
    (6, DType::U32),
    (8, DType::U64),
    (10, DType::U64),
    (11, DType::F32),
    (12, DType::F64),
    (14, DType::C64),
    (15, DType::C128),
];

/// What there is to know of an array.
pub struct Seen {
    pub data: *mut u8,
    pub flags: c_int,
    /// Nothing for element types that compiled code does not know, or in another order of bytes.
    pub dtype: Option<DType>,
    rank: usize,
    shape: *const isize,
    strides: *const isize,
}

impl Seen {
    pub fn shape(&self) -> &[isize] {
        extents(self.shape, self.rank)
    }

    /// In bytes.
    pub fn strides(&self) -> &[isize] {
        extents(self.strides, self.rank)
    }
}

fn extents<'a>(first: *const isize, count: usize) -> &'a [isize] {
    if count == 0 {
        return &[];
    }
    // SAFETY: NumPy keeps one extent and one stride for each dimension, for as long as the array is not reshaped in place.
    unsafe { std::slice::from_raw_parts(first, count) }
}

/// The array that an object is: `ndarray` itself, or `memmap`.
pub fn array(object: &Bound<PyAny>) -> Option<Seen> {
    let py = object.py();
    let ty = object.get_type_ptr();
    // SAFETY: the interpreter is ours.
    let plain = unsafe { get_type_object(py, NpyTypes::PyArray_Type) };
    if ty != plain && !is_memmap(object) {
        return None;
    }
    // SAFETY: it is an array, whose fields NumPy promises to keep in place.
    unsafe {
        let fields = &(*object.as_ptr().cast::<PyArrayObject>()).fields;
        let descr = &(*fields.descr).fields;
        let native = descr.byteorder as u8 != b'>';
        Some(Seen {
            data: fields.data.cast(),
            flags: fields.flags,
            dtype: dtype_of(descr.type_num).filter(|_| native),
            rank: fields.nd as usize,
            shape: fields.dimensions,
            strides: fields.strides,
        })
    }
}

fn is_memmap(object: &Bound<PyAny>) -> bool {
    static MEMMAP: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    let py = object.py();
    let memmap = MEMMAP.get_or_try_init(py, || py.import("numpy")?.getattr("memmap").map(Bound::unbind));
    memmap.is_ok_and(|memmap| object.get_type_ptr().cast() == memmap.as_ptr())
}

/// Our type for NumPy's number of one.
pub fn dtype_of(number: c_int) -> Option<DType> {
    NUMBERS.iter().find(|(known, _)| *known == number).map(|(_, dtype)| *dtype)
}

/// NumPy's number for a type of ours.
pub fn number_of(dtype: DType) -> c_int {
    NUMBERS.iter().find(|(_, known)| *known == dtype).map_or(0, |(number, _)| *number)
}

/// The type of a scalar of NumPy.
pub fn scalar_dtype(object: &Bound<PyAny>) -> Option<DType> {
    static TYPES: PyOnceLock<Vec<(Py<PyType>, DType)>> = PyOnceLock::new();
    let py = object.py();
    let load = || -> PyResult<Vec<(Py<PyType>, DType)>> {
        let numpy = py.import("numpy")?;
        let named = DType::ALL
            .into_iter()
            .map(|dtype| (if dtype == DType::Bool { "bool_" } else { dtype.numpy_name() }, dtype));
        let named = named.chain([("longlong", DType::I64), ("ulonglong", DType::U64)]);
        named.map(|(name, dtype)| Ok((numpy.getattr(name)?.cast_into::<PyType>()?.unbind(), dtype))).collect()
    };
    let types = TYPES.get_or_try_init(py, load).ok()?;
    let ty = object.get_type_ptr();
    types.iter().find(|(known, _)| known.as_ptr() == ty.cast()).map(|(_, dtype)| *dtype)
}

/// The bytes of a scalar of NumPy.
pub fn scalar_bytes(object: &Bound<PyAny>) -> [u8; 16] {
    let mut bytes = [0_u8; 16];
    // SAFETY: the object is a scalar of a type of at most 16 bytes.
    unsafe { PY_ARRAY_API.PyArray_ScalarAsCtype(object.py(), object.as_ptr(), bytes.as_mut_ptr().cast()) };
    bytes
}

/// A scalar of NumPy.
pub fn scalar<'py>(py: Python<'py>, dtype: DType, bytes: &[u8; 16]) -> PyResult<Bound<'py, PyAny>> {
    // SAFETY: NumPy copies the bytes.
    unsafe {
        let descr = PY_ARRAY_API.PyArray_DescrFromType(py, number_of(dtype));
        let made = PY_ARRAY_API.PyArray_Scalar(py, bytes.as_ptr() as *mut _, descr, std::ptr::null_mut());
        ffi::Py_DECREF(descr.cast());
        Bound::from_owned_ptr_or_err(py, made)
    }
}

/// An array over memory that `base` keeps; one of its own when there is no memory.
pub fn new_array<'py>(
    py: Python<'py>,
    dtype: DType,
    shape: &[i64],
    memory: Option<(&[i64], *mut u8, &Bound<PyAny>)>,
) -> PyResult<Bound<'py, PyAny>> {
    let mut dims: Vec<isize> = shape.iter().map(|&extent| extent as isize).collect();
    let mut steps: Vec<isize> =
        memory.iter().flat_map(|(strides, ..)| strides.iter()).map(|&step| step as isize).collect();
    // Without memory, any flag asks for the order of Fortran.
    let (strides, data, flags) = match &memory {
        Some((_, data, _)) => (steps.as_mut_ptr(), data.cast(), WRITEABLE),
        None => (std::ptr::null_mut(), std::ptr::null_mut(), 0),
    };
    // SAFETY: the type's reference is given away; shape and strides are as long as the rank says.
    unsafe {
        let descr = PY_ARRAY_API.PyArray_DescrFromType(py, number_of(dtype));
        let ty = get_type_object(py, NpyTypes::PyArray_Type);
        let (rank, none) = (dims.len() as c_int, std::ptr::null_mut());
        let made =
            PY_ARRAY_API.PyArray_NewFromDescr(py, ty, descr, rank, dims.as_mut_ptr(), strides, data, flags, none);
        let made = Bound::from_owned_ptr_or_err(py, made)?;
        if let Some((_, _, base)) = memory {
            // The array owns a count of its base from now on, also if this fails.
            let base = base.clone().into_ptr();
            if PY_ARRAY_API.PyArray_SetBaseObject(py, made.as_ptr().cast(), base) != 0 {
                return Err(PyErr::fetch(py));
            }
            PY_ARRAY_API.PyArray_UpdateFlags(py, made.as_ptr().cast(), 0x0001 | 0x0002 | ALIGNED);
        }
        Ok(made)
    }
}
