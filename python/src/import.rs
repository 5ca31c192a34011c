//! Reports of an export.

use std::path::{Path, PathBuf};
use std::vec::IntoIter;

use baocao::Templates;
use baocao::exports::by_map;
use baocao_core::diagnostic::has_errors;
use pyo3::prelude::*;

use crate::told::{self, Unmade};
use crate::work;

/// The reports that were made of an export, one after the other: for each what its file would be called, and its JSON.
#[pyclass(module = "baocao")]
#[derive(Debug)]
pub(crate) struct Imported {
    reports: IntoIter<(String, String)>,
    findings: String,
}

#[pymethods]
impl Imported {
    fn __iter__(this: PyRef<'_, Self>) -> PyRef<'_, Self> {
        this
    }

    fn __next__(&mut self) -> Option<(String, String)> {
        self.reports.next()
    }

    fn __length_hint__(&self) -> usize {
        self.reports.len()
    }

    /// What is to be said of the export and its mapping; nothing of it forbids the reports.
    #[getter]
    fn findings<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        told::loads(py, &self.findings)
    }
}

/// Makes reports of exports, by a mapping: all of them, or none where something is wrong.
pub(crate) fn import(templates: &Templates, inputs: &[PathBuf], map: &Path) -> Result<Imported, Unmade> {
    let mut reports = Vec::new();
    let findings = by_map(inputs, map, templates, work::read, |name, _, text, _| {
        reports.push((name.to_owned(), text.to_owned()));
        Ok(())
    })?;
    if has_errors(&findings) {
        return Err(Unmade::Refused(findings));
    }
    Ok(Imported { reports: reports.into_iter(), findings: told::json(&findings) })
}
