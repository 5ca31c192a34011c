//! `Office`: templates and fonts, read once, and what is done with them.

use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

use baocao::{Folder, Fonts, Limits, Templates};
use baocao_core::diagnostic::caught;
use pyo3::exceptions::PyRuntimeError;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyDict};

use crate::batches::Batches;
use crate::given::{Given, NAME};
use crate::import::{self, Imported};
use crate::options::{self, Options, nothing_left};
use crate::told::{self, Unmade};
use crate::work;

/// The process that works here. Threads of the typesetter do not come along when it forks: its child would wait for them
/// for ever.
static PROCESS: OnceLock<u32> = OnceLock::new();

/// Templates and fonts of an office, read once. One that makes many documents is kept: what repeats from document to
/// document is laid out once.
#[pyclass(frozen, module = "baocao")]
#[derive(Debug)]
pub(crate) struct Office {
    office: Arc<baocao::Office>,
    templates: Templates,
}

#[pymethods]
impl Office {
    #[new]
    #[pyo3(signature = (*, templates = None, fonts = None, lang = None))]
    fn new(py: Python<'_>, templates: Option<PathBuf>, fonts: Option<PathBuf>, lang: Option<String>) -> PyResult<Self> {
        let lang = options::lang(lang)?;
        not_forked()?;
        py.allow_threads(|| caught(|| open(templates, fonts))?).map_err(|unmade| unmade.error(py, lang))
    }

    #[pyo3(signature = (report, **options))]
    fn render<'py>(
        &self,
        report: &Bound<'py, PyAny>,
        options: Option<Bound<'py, PyDict>>,
    ) -> PyResult<Bound<'py, PyBytes>> {
        let py = report.py();
        let (given, options) = self.taken(report, options)?;
        let printed = py.allow_threads(|| work::print(&self.office, given, &options));
        let ((_, pdf), _) = printed.map_err(|unmade| unmade.error(py, options.lang))?;
        Ok(PyBytes::new(py, &pdf))
    }

    #[pyo3(signature = (report, **options))]
    fn check<'py>(
        &self,
        report: &Bound<'py, PyAny>,
        options: Option<Bound<'py, PyDict>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let py = report.py();
        let (given, options) = self.taken(report, options)?;
        let findings = py.allow_threads(|| work::check(&self.office, given, &options));
        told::loads(py, &told::json(&findings.map_err(|unmade| unmade.error(py, options.lang))?))
    }

    #[pyo3(signature = (inputs, map, *, lang = None))]
    fn import_rows(&self, py: Python<'_>, inputs: Inputs, map: PathBuf, lang: Option<String>) -> PyResult<Imported> {
        let lang = options::lang(lang)?;
        not_forked()?;
        let inputs = match inputs {
            Inputs::One(input) => vec![input],
            Inputs::Several(inputs) => inputs,
        };
        let imported = py.allow_threads(|| caught(|| import::import(&self.templates, &inputs, &map))?);
        imported.map_err(|unmade| unmade.error(py, lang))
    }

    #[pyo3(signature = (reports, **options))]
    fn render_batches<'py>(
        &self,
        reports: &Bound<'py, PyAny>,
        options: Option<Bound<'py, PyDict>>,
    ) -> PyResult<Batches> {
        not_forked()?;
        Batches::new(&self.office, reports, &options.unwrap_or_else(|| PyDict::new(reports.py())))
    }
}

/// The exports of an import.
#[derive(FromPyObject)]
enum Inputs {
    One(PathBuf),
    Several(Vec<PathBuf>),
}

impl Office {
    /// A report and the options of a call.
    fn taken<'py>(
        &self,
        report: &Bound<'py, PyAny>,
        keywords: Option<Bound<'py, PyDict>>,
    ) -> PyResult<(Given, Options)> {
        not_forked()?;
        let keywords = keywords.unwrap_or_else(|| PyDict::new(report.py()));
        let options = Options::take(&keywords)?;
        let name: Option<String> = options::take(&keywords, "name")?;
        nothing_left(&keywords)?;
        let given = Given::of(report, name.as_deref().unwrap_or(NAME), self.office.limits())?;
        match given {
            Ok(given) => Ok((given, options)),
            Err(finding) => Err(Unmade::Refused(vec![finding]).error(report.py(), options.lang)),
        }
    }
}

fn open(templates: Option<PathBuf>, fonts: Option<PathBuf>) -> Result<Office, Unmade> {
    let limits = Limits::default();
    let templates = match templates {
        Some(folder) => Templates::built_in().overlay(&Folder::new(folder))?,
        None => Templates::built_in(),
    };
    let fonts = match fonts {
        Some(folder) => Fonts::built_in().with_shelf(&Folder::new(folder), &limits)?,
        None => Fonts::built_in(),
    };
    let office = Arc::new(baocao::Office::new(templates.clone(), fonts, limits));
    Ok(Office { office, templates })
}

/// An error in the child of a process that worked already.
fn not_forked() -> PyResult<()> {
    let process = std::process::id();
    if *PROCESS.get_or_init(|| process) == process {
        return Ok(());
    }
    Err(PyRuntimeError::new_err(
        "baocao was used before this process was forked from its parent; use it first in the children, or start them \
         with multiprocessing's \"spawn\" or \"forkserver\"",
    ))
}
