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

/// Compiles `function` of a text for arguments of these types, to bytes that `Specialisation` takes.
#[pyfunction]
#[pyo3(signature = (file, text, modules, function, params, float))]
pub fn compile<'py>(
    py: Python<'py>,
    file: &str,
    text: &str,
    modules: Modules,
    function: &str,
    params: &str,
    float: &str,
) -> PyResult<Bound<'py, PyBytes>> {
    let request = request(file, text, modules, Entry { function: function.into(), params: params.into() }, float)?;
    let done = py.detach(|| guard::on_big_stack(move || driver::compile_session(&request)));
    let compiled = done.map_err(|failure| raised(py, &failure))?;
    Ok(PyBytes::new(py, &image::to_bytes(&compiled)))
}

/// A stage of the same compilation as text, the rewrites that were used, and what was decided.
#[pyfunction]
#[pyo3(signature = (file, text, modules, function, params, float, stage))]
pub fn stage(
    py: Python,
    file: &str,
    text: &str,
    modules: Modules,
    function: &str,
    params: &str,
    float: &str,
    stage: &str,
) -> PyResult<(String, String, String)> {
    let found = Stage::from_name(stage).filter(|stage| stage.is_text());
    let Some(emit) = found else {
        let names: Vec<&str> = Stage::ALL.into_iter().filter(|stage| stage.is_text()).map(Stage::name).collect();
        return Err(PyValueError::new_err(format!("there is no stage '{stage}'; stages are {}", names.join(", "))));
    };
    let request = request(file, text, modules, Entry { function: function.into(), params: params.into() }, float)?;
    let request = Request { emit, ..request };
    let work = move || {
        let product = driver::compile(&request)?;
        let (explained, report) = (remarks(&product.context.explanations), remarks(&product.context.report));
        Ok((product.text.unwrap_or_default(), explained, report))
    };
    py.detach(|| guard::on_big_stack(work)).map_err(|failure| raised(py, &failure))
}

/// The function as PhySL text.
#[pyfunction]
pub fn physl(
    py: Python,
    file: &str,
    text: &str,
    modules: Modules,
    function: &str,
    params: &str,
    float: &str,
) -> PyResult<String> {
    let request = request(file, text, modules, Entry { function: function.into(), params: params.into() }, float)?;
    let request = Request { emit: Stage::Physl, ..request };
    let work = move || {
        let tree = driver::compile(&request)?.module.unwrap_or_default();
        phylanx_frontend::physl::print(&tree).map_err(|error| Failure::internal("physl", error))
    };
    py.detach(|| guard::on_big_stack(work)).map_err(|failure| raised(py, &failure))
}

/// What code is made for: the compiler's version and the machine.
#[pyfunction]
pub fn host() -> String {
    format!("{} {}", env!("CARGO_PKG_VERSION"), phylanx_codegen::host())
}

fn request(file: &str, text: &str, modules: Modules, entry: Entry, float: &str) -> PyResult<Request> {
    let float = match float {
        "strict" => FloatLevel::Strict,
        "reassociate" => FloatLevel::Reassociate,
        "fast" => FloatLevel::Fast,
        other => {
            let text = format!("float='{other}' is none of 'strict', 'reassociate', 'fast'");
            return Err(PyValueError::new_err(text));
        }
    };
    let session = Some(Session { entry, modules });
    Ok(Request { output: None, float, session, ..Request::executable(file, text, Path::new("")) })
}

/// The exception for a failure.
fn raised(py: Python, failure: &Failure) -> PyErr {
    let Failure::User(text) = failure else { return PyRuntimeError::new_err(failure.text("phylanx")) };
    let made =
        py.import("phylanx._errors").and_then(|errors| errors.getattr("CompileError")?.call1((text.trim_end(),)));
    made.map_or_else(|error| error, PyErr::from_value)
}
