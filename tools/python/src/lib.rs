//! `phylanx._phylanx`: compiles functions of a Python session, loads them into memory and calls them.

mod compile;
mod describe;
mod fill;
mod function;
mod give;
mod image;
mod npy;
mod output;
mod signals;
mod specialisation;
mod update;

use pyo3::prelude::*;

/// The part of the package that is compiled.
#[pymodule]
fn _phylanx(module: &Bound<PyModule>) -> PyResult<()> {
    signals::watch();
    module.add("__version__", env!("CARGO_PKG_VERSION"))?;
    module.add_function(wrap_pyfunction!(compile::compile, module)?)?;
    module.add_function(wrap_pyfunction!(compile::stage, module)?)?;
    module.add_function(wrap_pyfunction!(compile::physl, module)?)?;
    module.add_function(wrap_pyfunction!(compile::host, module)?)?;
    module.add_function(wrap_pyfunction!(describe::describe, module)?)?;
    module.add_class::<function::Function>()?;
    module.add_class::<specialisation::Specialisation>()
}
