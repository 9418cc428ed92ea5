//! A function compiled for arguments of certain types.

use crate::fill::{Filler, Guards};
use crate::give::Giver;
use crate::{image, output, signals, update};
use phylanx_codegen::load::{self, Loaded};
use phylanx_codegen::{SESSION_ENTRY, SESSION_TOP_LEVEL};
use phylanx_runtime::library::session::{self, Code, Fault};
use phylanx_runtime::library::types::Type;
use pyo3::exceptions::{PyRuntimeError, PyValueError};
use pyo3::ffi;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyFloat, PyInt, PyString, PyTuple};
use std::ffi::{CStr, CString, c_void};

/// Compiled code, and what must hold for it to be right.
#[pyclass(frozen, module = "phylanx._phylanx")]
pub struct Specialisation {
    params: Vec<Type>,
    result: Type,
    /// For each parameter, whether it holds arrays that code may write.
    guards: Vec<Guards>,
    code: Code,
    /// Variables of modules whose values are part of the code: where they are, their names and what they were.
    constants: Vec<(Place, Py<PyAny>)>,
    /// Variables that hold arrays: where they are, their names in the code and their types.
    variables: Vec<(Place, String, Type)>,
}

/// A variable of the session.
enum Place {
    Global(Py<PyDict>, Py<PyString>),
    Cell(Py<PyAny>),
}

impl Place {
    fn read<'py>(&self, py: Python<'py>) -> Option<Bound<'py, PyAny>> {
        match self {
            // SAFETY: a borrowed reference, which gets a count of its own at once.
            Place::Global(dict, name) => unsafe {
                let found = ffi::PyDict_GetItemWithError(dict.as_ptr(), name.as_ptr());
                Bound::from_borrowed_ptr_or_opt(py, found)
            },
            Place::Cell(cell) => cell.bind(py).getattr("cell_contents").ok(),
        }
    }
}

/// A dict and a name in it, or a cell and nothing; and what was there.
type Constant<'py> = (Bound<'py, PyAny>, Option<Bound<'py, PyString>>, Py<PyAny>);
/// As before, and its name in the code and its type.
type Variable<'py> = (Bound<'py, PyAny>, Option<Bound<'py, PyString>>, String, String);

#[pymethods]
impl Specialisation {
    /// Loads compiled bytes. `constants` are `(dict, name, value)` or `(cell, None, value)`, `variables` are `(dict or cell, name, name in
    /// the code, type)`.
    #[new]
    fn new(bytes: &[u8], constants: Vec<Constant>, variables: Vec<Variable>) -> PyResult<Specialisation> {
        let compiled =
            image::from_bytes(bytes).ok_or_else(|| PyValueError::new_err("these bytes are no compiled function"))?;
        let wrong = |error: phylanx_runtime::error::Error| PyRuntimeError::new_err(error.to_string());
        let params = Type::parse_all(&compiled.params).map_err(wrong)?;
        let result = Type::parse_one(&compiled.result).map_err(wrong)?;
        let loaded =
            load::load(&compiled.images, &resolve).map_err(|error| PyRuntimeError::new_err(error.to_string()))?;
        let variable =
            |(at, name, inner, ty): Variable| Ok((place(at, name)?, inner, Type::parse_one(&ty).map_err(wrong)?));
        Ok(Specialisation {
            guards: guards(&params, &compiled.written),
            params,
            code: code(&loaded, &result)?,
            result,
            constants: constants
                .into_iter()
                .map(|(at, name, was)| Ok((place(at, name)?, was)))
                .collect::<PyResult<_>>()?,
            variables: variables.into_iter().map(variable).collect::<PyResult<_>>()?,
        })
    }
}

fn place(at: Bound<PyAny>, name: Option<Bound<PyString>>) -> PyResult<Place> {
    Ok(match name {
        Some(name) => Place::Global(at.cast_into::<PyDict>()?.unbind(), name.unbind()),
        None => Place::Cell(at.unbind()),
    })
}

/// Whether code may write arrays of each parameter, from what is known of each value that carries one.
fn guards(params: &[Type], written: &[bool]) -> Vec<Guards> {
    let mut written = written.iter();
    let guard = |ty: &Type| {
        let any = written.by_ref().take(ty.width()).filter(|written| **written).count() > 0;
        let is_seen = matches!(ty, Type::Array(..) | Type::Tuple(_));
        if any || !is_seen { Guards::Written } else { Guards::Untouched }
    };
    params.iter().map(guard).collect()
}

fn code(loaded: &Loaded, result: &Type) -> PyResult<Code> {
    let symbol = |name: &str| {
        loaded.symbol(name).ok_or_else(|| PyRuntimeError::new_err(format!("compiled code has no symbol {name}")))
    };
    // SAFETY: the compiler gives the two symbols these types.
    unsafe {
        Ok(Code {
            top_level: std::mem::transmute::<usize, phylanx_abi::library::ModuleFn>(symbol(SESSION_TOP_LEVEL)?),
            entry: std::mem::transmute::<usize, phylanx_abi::library::EntryFn>(symbol(SESSION_ENTRY)?),
            results: result.width(),
            output: output::stdout,
            stops: signals::stops,
        })
    }
}

/// The address of a function of the runtime, which is in this very library, or of the process.
fn resolve(name: &str) -> Option<usize> {
    let name = CString::new(name).ok()?;
    // SAFETY: the handle is that of a library that is loaded; the name ends in NUL.
    let found = unsafe { libc::dlsym(own_library(), name.as_ptr()) };
    // SAFETY: as above.
    let found = if found.is_null() { unsafe { libc::dlsym(libc::RTLD_DEFAULT, name.as_ptr()) } } else { found };
    (!found.is_null()).then_some(found as usize)
}

/// This library's handle.
fn own_library() -> *mut c_void {
    static HANDLE: std::sync::OnceLock<usize> = std::sync::OnceLock::new();
    let find = || {
        let mut info: libc::Dl_info = unsafe { std::mem::zeroed() };
        let here = resolve as *const c_void;
        // SAFETY: the address is in this library, whose name the loader keeps.
        unsafe {
            if libc::dladdr(here, &mut info) == 0 || info.dli_fname.is_null() {
                return 0;
            }
            libc::dlopen(CStr::from_ptr(info.dli_fname).as_ptr(), libc::RTLD_NOW | libc::RTLD_NOLOAD) as usize
        }
    };
    *HANDLE.get_or_init(find) as *mut c_void
}

impl Specialisation {
    /// Calls the code, if it is for these arguments and still right.
    pub fn call<'py>(&self, args: &Bound<'py, PyTuple>, raise: &Raise<'_, 'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        let py = args.py();
        if args.len() != self.params.len()
            || !self.constants.iter().all(|(place, was)| place.read(py).is_some_and(|now| is_same(&now, was.bind(py))))
        {
            return Ok(None);
        }
        let mut filler = Filler::default();
        for ((ty, value), guards) in self.params.iter().zip(args.iter()).zip(&self.guards) {
            filler.guards = *guards;
            if !filler.argument(ty, &value)? {
                return Ok(None);
            }
        }
        filler.guards = Guards::Written;
        for (place, name, ty) in &self.variables {
            let value = place.read(py);
            if !value.is_some_and(|value| filler.variable(name, ty, &value)) {
                return Ok(None);
            }
        }
        let (code, arguments) = (self.code, std::mem::take(&mut filler.arguments));
        // SAFETY: the code is compiled for these types, and Python's arrays are kept by the filler.
        let running = signals::Running::begin();
        let done = py.detach(move || unsafe { session::call(code, &arguments, &self.result) });
        drop(running);
        let outcome = done.map_err(|fault| raise.error(py, fault))?;
        let giver = Giver { py, arrays: &filler.arrays, objects: &filler.objects };
        for (object, now) in filler.objects.iter().zip(outcome.objects) {
            update::update(&giver, object, now)?;
        }
        giver.give(outcome.result).map(Some)
    }
}

/// Whether a variable is what it was: the same object, or a plain value that no program can tell from it.
fn is_same(now: &Bound<PyAny>, was: &Bound<PyAny>) -> bool {
    if now.is(was) {
        return true;
    }
    if let (Ok(now), Ok(was)) = (now.cast_exact::<PyFloat>(), was.cast_exact::<PyFloat>()) {
        return now.value().to_bits() == was.value().to_bits();
    }
    let plain = now.is_exact_instance_of::<PyInt>() || now.is_exact_instance_of::<PyString>();
    plain && now.get_type_ptr() == was.get_type_ptr() && now.eq(was).unwrap_or(false)
}

/// Makes Python's exceptions of those of compiled code.
pub struct Raise<'a, 'py> {
    /// The function that was called.
    pub function: &'a Bound<'py, PyAny>,
}

impl Raise<'_, '_> {
    fn error(&self, py: Python, fault: Fault) -> PyErr {
        let make = || {
            let errors = py.import("phylanx._errors")?;
            if let Some(stopped) = signals::raised() {
                return errors.getattr("placed")?.call1((stopped.into_value(py), fault.frames));
            }
            errors.getattr("exception")?.call1((self.function, fault.kind, fault.message, fault.args, fault.frames))
        };
        make().map_or_else(|error| error, PyErr::from_value)
    }
}
