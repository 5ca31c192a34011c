//! `baocao._baocao`, the native half of the Python package. What people call is in `python/baocao/`; here are the ways
//! from Python's values to those of the library and back. Nothing of Python is touched while a report is worked on, so
//! that other threads go on.

#![warn(clippy::expect_used, clippy::panic, clippy::print_stderr, clippy::print_stdout, clippy::unwrap_used)]

mod batches;
mod given;
mod import;
mod json;
mod keep;
mod office;
mod options;
mod told;
mod work;

use pyo3::prelude::*;

#[pymodule]
fn _baocao(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add("__version__", env!("CARGO_PKG_VERSION"))?;
    module.add_class::<office::Office>()?;
    module.add_class::<batches::Batches>()?;
    module.add_class::<import::Imported>()
}
