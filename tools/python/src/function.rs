//! What stands for a decorated function: finds the specialisation for its arguments, else asks the package for one.

use crate::specialisation::{Raise, Specialisation};
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyTuple};
use std::sync::{Mutex, PoisonError};

/// A compiled function.
#[pyclass(subclass, dict, weakref, module = "phylanx._phylanx")]
#[derive(Default)]
pub struct Function {
    specialisations: Mutex<Vec<Py<Specialisation>>>,
}

#[pymethods]
impl Function {
    #[new]
    #[pyo3(signature = (*_args, **_kwargs))]
    fn new(_args: &Bound<PyTuple>, _kwargs: Option<&Bound<PyDict>>) -> Function {
        Function::default()
    }

    #[pyo3(signature = (*args, **kwargs))]
    fn __call__<'py>(
        slf: &Bound<'py, Function>,
        args: &Bound<'py, PyTuple>,
        kwargs: Option<&Bound<'py, PyDict>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        if kwargs.is_none()
            && let Some(result) = Function::_invoke(slf, args)?
        {
            return Ok(result);
        }
        slf.call_method1("_call", (args, kwargs))
    }

    /// Calls the specialisation for these arguments; None when there is none, and the result in a tuple of one when it is None itself.
    fn _find<'py>(slf: &Bound<'py, Function>, args: &Bound<'py, PyTuple>) -> PyResult<Option<Bound<'py, PyTuple>>> {
        let result = Function::_invoke(slf, args)?;
        result.map(|result| PyTuple::new(slf.py(), [result])).transpose()
    }

    /// Takes a specialisation, which is tried first from now on.
    fn _add(&self, specialisation: Py<Specialisation>) {
        self.specialisations.lock().unwrap_or_else(PoisonError::into_inner).insert(0, specialisation);
    }

    /// Forgets all specialisations.
    fn _clear(&self) {
        self.specialisations.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }
}

impl Function {
    fn _invoke<'py>(slf: &Bound<'py, Function>, args: &Bound<'py, PyTuple>) -> PyResult<Option<Bound<'py, PyAny>>> {
        let py = slf.py();
        let this = slf.borrow();
        let raise = Raise { function: slf.as_any() };
        let mut at = 0;
        loop {
            let found = {
                let known = this.specialisations.lock().unwrap_or_else(PoisonError::into_inner);
                known.get(at).map(|one| one.clone_ref(py))
            };
            let Some(found) = found else { return Ok(None) };
            if let Some(result) = found.get().call(args, &raise)? {
                return Ok(Some(result));
            }
            at += 1;
        }
    }
}
