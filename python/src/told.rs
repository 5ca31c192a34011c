//! What is told, as Python has it: findings as the dicts of `baocao check --format json`, exceptions that carry them.

use baocao::{Finding, Lang, render, summary};
use baocao_check::record::FindingRecord;
use pyo3::prelude::*;

/// Why there is no result.
#[derive(Debug)]
pub(crate) enum Unmade {
    /// The report, or the export, has findings that forbid one.
    Refused(Vec<Finding>),
    /// The work could not be done: a file cannot be read, settings are wrong.
    Failed(Vec<Finding>),
}

impl From<Finding> for Unmade {
    fn from(finding: Finding) -> Self {
        Self::Failed(vec![finding])
    }
}

impl Unmade {
    /// The exception, its text in a language.
    pub(crate) fn error(self, py: Python<'_>, lang: Lang) -> PyErr {
        let (name, findings) = match self {
            Self::Refused(findings) => ("Refused", findings),
            Self::Failed(findings) => ("Failed", findings),
        };
        let text = format!("{}{}", render(&findings, lang, false), summary(&findings, lang));
        let list = loads(py, &json(&findings));
        let class = py.import("baocao.errors").and_then(|module| module.getattr(name));
        match class.and_then(|class| class.call1((text, list?))) {
            Ok(exception) => PyErr::from_value(exception),
            Err(error) => error,
        }
    }
}

/// Findings as JSON, with the fields of `baocao check --format json`.
pub(crate) fn json(findings: &[Finding]) -> String {
    let records: Vec<FindingRecord> = findings.iter().map(FindingRecord::from).collect();
    serde_json::to_string(&records).unwrap_or_default()
}

/// A JSON text as Python's values.
pub(crate) fn loads<'py>(py: Python<'py>, json: &str) -> PyResult<Bound<'py, PyAny>> {
    py.import("json")?.call_method1("loads", (json,))
}
