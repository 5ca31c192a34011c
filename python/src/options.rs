//! The options of a call: those of the program, by the names that it gives them.

use std::path::{Path, PathBuf};

use baocao::roots::{config, nearest_file, shown};
use baocao::{Finding, Lang, Limits, Settings, Standards};
use baocao_check::Origin;
use baocao_core::diagnostic::has_errors;
use baocao_core::report::Checks;
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::PyDict;

use crate::json;
use crate::told::Unmade;
use crate::work;

/// What holds for all reports of a call.
#[derive(Debug, Clone)]
pub(crate) struct Options {
    /// The folder that the files beside reports lie in.
    pub(crate) root: Option<PathBuf>,
    /// The standards of the PDF.
    pub(crate) standards: Standards,
    /// Whether warnings forbid a document.
    pub(crate) strict: bool,
    /// The language of exceptions.
    pub(crate) lang: Lang,
    config: Option<PathBuf>,
    settings: Settings,
}

impl Options {
    /// The options in the keywords of a call; those that are read are taken out.
    pub(crate) fn take(keywords: &Bound<'_, PyDict>) -> PyResult<Self> {
        let lang = lang(take(keywords, "lang")?)?;
        let standards = take::<String>(keywords, "standards")?;
        let standards = standards.map(|names| names.parse().map_err(PyValueError::new_err)).transpose()?;
        let mut settings = match take::<Bound<'_, PyAny>>(keywords, "checks")? {
            Some(checks) => Settings::default().with(&read_checks(&checks)?, Origin::CommandLine, None),
            None => Settings::default(),
        };
        let findings = settings.take_findings();
        if has_errors(&findings) {
            return Err(Unmade::Failed(findings).error(keywords.py(), lang));
        }
        Ok(Self {
            root: take(keywords, "root")?,
            standards: standards.unwrap_or_default(),
            strict: take(keywords, "strict")?.unwrap_or_default(),
            lang,
            config: take(keywords, "config")?,
            settings,
        })
    }

    /// What the checker is told of a report in a folder: by the call, and by the `baocao.toml` that the call names or that
    /// is the nearest one.
    pub(crate) fn settings(&self, folder: Option<&Path>) -> Result<Settings, Unmade> {
        let file = self.config.clone().or_else(|| nearest_file(folder?));
        let Some(file) = file else { return Ok(self.settings.clone()) };
        let (config, _) = config(&shown(&file), work::read)?;
        Ok(self.settings.clone().with_config(&config))
    }
}

/// Severities and exemptions, with the fields that `checks` of a report has.
fn read_checks(checks: &Bound<'_, PyAny>) -> PyResult<Checks> {
    let wrong = |reason: String| PyValueError::new_err(format!("checks: {reason}"));
    let text = match json::text(checks, "checks", &Limits::default()) {
        Ok(text) => text,
        Err(reason) => return Err(wrong(reason.finding(checks.py())?.message.en)),
    };
    serde_json::from_str(&text).map_err(|error| wrong(error.to_string()))
}

/// A language by its name.
pub(crate) fn lang(name: Option<String>) -> PyResult<Lang> {
    match name.as_deref() {
        None | Some("vi") => Ok(Lang::Vi),
        Some("en") => Ok(Lang::En),
        Some(other) => Err(PyValueError::new_err(format!("lang: {other:?} is neither \"vi\" nor \"en\""))),
    }
}

/// Takes a keyword out of those of a call; `None` is as good as none.
pub(crate) fn take<'py, T: FromPyObject<'py>>(keywords: &Bound<'py, PyDict>, name: &str) -> PyResult<Option<T>> {
    let Some(value) = keywords.get_item(name)? else { return Ok(None) };
    keywords.del_item(name)?;
    value.extract().map_err(|error: PyErr| match error.is_instance_of::<PyTypeError>(value.py()) {
        true => PyTypeError::new_err(format!("{name}: {error}")),
        false => error,
    })
}

/// Keywords that nobody took.
pub(crate) fn nothing_left(keywords: &Bound<'_, PyDict>) -> PyResult<()> {
    match keywords.keys().iter().next() {
        Some(name) => Err(PyTypeError::new_err(format!("unexpected keyword argument {}", name.repr()?))),
        None => Ok(()),
    }
}

impl From<Vec<Finding>> for Unmade {
    fn from(findings: Vec<Finding>) -> Self {
        Self::Failed(findings)
    }
}
