//! The work on one report, without Python.

use std::path::PathBuf;
use std::time::Instant;

pub(crate) use baocao::files::read;
use baocao::roots::{Roots, Stand, folder};
use baocao::{Finding, Office, Outcome, ReportFile, Settings};
use baocao_core::diagnostic::caught;

use crate::given::Given;
use crate::keep::Folder;
use crate::options::Options;
use crate::told::{self, Unmade};

/// What came of a report.
#[derive(Debug)]
pub(crate) struct Made {
    pub(crate) status: &'static str,
    pub(crate) pdf: Option<Vec<u8>>,
    /// Where the PDF was kept, where that was asked for.
    pub(crate) path: Option<PathBuf>,
    pub(crate) pages: Option<usize>,
    /// All that is to be said, as JSON.
    pub(crate) findings: String,
    pub(crate) seconds: f64,
}

/// How many pages a PDF has, and the PDF.
type Printed = (usize, Vec<u8>);

/// A report that is ready to be worked on.
struct Placed {
    name: String,
    bytes: Vec<u8>,
    stand: Option<Stand>,
    settings: Settings,
}

impl Placed {
    fn report(&mut self) -> (ReportFile<'_>, &Settings) {
        let bytes = std::mem::take(&mut self.bytes);
        let report = match &self.stand {
            Some(stand) => stand.report(&self.name, bytes),
            None => ReportFile::new(&self.name, bytes),
        };
        (report, &self.settings)
    }
}

/// Makes the document of a report, and keeps it in a folder where one is given. Whatever goes wrong is told in what comes
/// of it.
pub(crate) fn make(
    office: &Office,
    given: Result<Given, Finding>,
    options: &Options,
    keep: Option<(&Folder, &str)>,
) -> Made {
    let began = Instant::now();
    let printed = given.map_err(|finding| Unmade::Refused(vec![finding])).and_then(|given| {
        let (printed, findings) = print(office, given, options)?;
        let path = keep.map(|(folder, id)| folder.keep(id, &printed.1)).transpose()?;
        Ok((printed, path, findings))
    });
    let (status, printed, path, findings) = match printed {
        Ok((printed, path, findings)) if findings.is_empty() => ("ok", Some(printed), path, findings),
        Ok((printed, path, findings)) => ("findings", Some(printed), path, findings),
        Err(Unmade::Refused(findings)) => ("refused", None, None, findings),
        Err(Unmade::Failed(findings)) => ("failed", None, None, findings),
    };
    let (pages, pdf) = printed.unzip();
    let pdf = pdf.filter(|_| path.is_none());
    Made { status, pdf, path, pages, findings: told::json(&findings), seconds: began.elapsed().as_secs_f64() }
}

/// The PDF of a report and what is to be said of it.
pub(crate) fn print(office: &Office, given: Given, options: &Options) -> Result<(Printed, Vec<Finding>), Unmade> {
    let outcome = caught(|| {
        let mut placed = place(office, given, options)?;
        let (report, settings) = placed.report();
        Ok::<_, Unmade>(office.document(report, settings, &options.standards, options.strict))
    });
    let Outcome { value, review } = outcome??;
    value.map(|printed| (printed, review.findings.clone())).ok_or(Unmade::Refused(review.findings))
}

/// What a check has to say of a report.
pub(crate) fn check(office: &Office, given: Given, options: &Options) -> Result<Vec<Finding>, Unmade> {
    caught(|| {
        let mut placed = place(office, given, options)?;
        let (report, settings) = placed.report();
        Ok(office.review(report, settings).review.findings)
    })?
}

/// Reads a report, where it is a file, and finds out where it stands and what holds for it.
fn place(office: &Office, given: Given, options: &Options) -> Result<Placed, Unmade> {
    let root = options.root.as_deref();
    match given {
        Given::File(path) => {
            let bytes = read(&path, office.limits().report_bytes)?;
            let stand = Some(Roots::new(root)?.of(&path)?);
            let settings = options.settings(Some(folder(&path)))?;
            Ok(Placed { name: path.display().to_string(), bytes, stand, settings })
        }
        Given::Memory { name, bytes } => {
            let stand = root.map(|folder| Roots::new(root)?.of(&folder.join(crate::given::NAME))).transpose()?;
            Ok(Placed { name, bytes, stand, settings: options.settings(root)? })
        }
    }
}
