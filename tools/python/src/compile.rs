//! Compiles functions of a session, in this process.

use crate::image;
use phylanx_driver::Failure;
use phylanx_driver::compile::{self as driver, Request, Session};
use phylanx_driver::diagnostics::remarks;
use phylanx_driver::guard;
use phylanx_driver::stage::Stage;
use phylanx_frontend::Entry;
use phylanx_passes::FloatLevel;
use pyo3::exceptions::{PyRuntimeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::PyBytes;
use std::collections::BTreeMap;
use std::path::Path;

/// Modules by name: the file that diagnostics show, and the text.
type Modules = BTreeMap<String, (String, String)>;

/// What is compiled: the file and its text, the modules that it imports, the function, the types of its arguments, and the level of
/// floating point.
#[derive(FromPyObject)]
pub struct Recipe(String, String, Modules, String, String, String);

impl Recipe {
    fn request(self) -> PyResult<Request> {
        let Recipe(file, text, modules, function, params, float) = self;
        let float = match float.as_str() {
            "strict" => FloatLevel::Strict,
            "reassociate" => FloatLevel::Reassociate,
            "fast" => FloatLevel::Fast,
            other => {
                let text = format!("float='{other}' is none of 'strict', 'reassociate', 'fast'");
                return Err(PyValueError::new_err(text));
            }
        };
        let session = Some(Session { entry: Entry { function, params }, modules });
        Ok(Request { output: None, float, session, ..Request::executable(&file, &text, Path::new("")) })
    }
}

/// Compiles a function to bytes that `Specialisation` takes.
#[pyfunction]
pub fn compile(py: Python<'_>, recipe: Recipe) -> PyResult<Bound<'_, PyBytes>> {
    let request = recipe.request()?;
    let compiled = apart(py, move || driver::compile_session(&request))?;
    Ok(PyBytes::new(py, &image::to_bytes(&compiled)))
}

/// A stage of the same compilation as text, the rewrites that were used, and what was decided.
#[pyfunction]
pub fn stage(py: Python, recipe: Recipe, stage: &str) -> PyResult<(String, String, String)> {
    let found = Stage::from_name(stage).filter(|stage| stage.is_text());
    let Some(emit) = found else {
        let names: Vec<&str> = Stage::ALL.into_iter().filter(|stage| stage.is_text()).map(Stage::name).collect();
        return Err(PyValueError::new_err(format!("there is no stage '{stage}'; stages are {}", names.join(", "))));
    };
    let request = Request { emit, ..recipe.request()? };
    apart(py, move || {
        let product = driver::compile(&request)?;
        let (explained, report) = (remarks(&product.context.explanations), remarks(&product.context.report));
        Ok((product.text.unwrap_or_default(), explained, report))
    })
}

/// The function as PhySL text.
#[pyfunction]
pub fn physl(py: Python, recipe: Recipe) -> PyResult<String> {
    let request = Request { emit: Stage::Physl, ..recipe.request()? };
    apart(py, move || {
        let tree = driver::compile(&request)?.module.unwrap_or_default();
        phylanx_frontend::physl::print(&tree).map_err(|error| Failure::internal("physl", error))
    })
}

/// Runs the compiler on a thread of its own, while Python's lock is free.
fn apart<T: Send + 'static>(py: Python, work: impl FnOnce() -> Result<T, Failure> + Send + 'static) -> PyResult<T> {
    py.detach(|| guard::on_big_stack(work)).map_err(|failure| raised(py, &failure))
}

/// What code is made for: the compiler's version and the machine.
#[pyfunction]
pub fn host() -> String {
    format!("{} {}", env!("CARGO_PKG_VERSION"), phylanx_codegen::host())
}

/// The exception for a failure.
fn raised(py: Python, failure: &Failure) -> PyErr {
    let Failure::User(text) = failure else { return PyRuntimeError::new_err(failure.text("phylanx")) };
    let made =
        py.import("phylanx._errors").and_then(|errors| errors.getattr("CompileError")?.call1((text.trim_end(),)));
    made.map_or_else(|error| error, PyErr::from_value)
}
