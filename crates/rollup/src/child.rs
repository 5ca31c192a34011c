//! The report of a unit, read.

use std::collections::BTreeMap;
use std::sync::Arc;

use baocao_core::claim::Numbers;
use baocao_core::diagnostic::{Finding, Place, Severity, has_errors};
use baocao_core::digest::sha256;
use baocao_core::form::{self, Figures, Formula, Value};
use baocao_core::kinds;
use baocao_core::limits::Limits;
use baocao_core::narrative::Script;
use baocao_core::report::{self, Beside, Document, Input, Organ, Period, Report, ReportFile, SideFiles, Slot};
use baocao_core::template::{TemplateSet, Templates};

/// Template sets, each read once.
pub(crate) struct Sets<'t> {
    templates: &'t Templates,
    read: BTreeMap<String, Option<Arc<Script>>>,
}

impl<'t> Sets<'t> {
    pub(crate) fn new(templates: &'t Templates) -> Self {
        Self { templates, read: BTreeMap::new() }
    }

    pub(crate) fn templates(&self) -> &'t Templates {
        self.templates
    }

    /// A set; what is wrong with it is told each time that it is asked for.
    pub(crate) fn get(&mut self, name: &str, asked: Option<Place>, findings: &mut Vec<Finding>) -> Option<Arc<Script>> {
        if let Some(Some(script)) = self.read.get(name) {
            return Some(Arc::clone(script));
        }
        let script = self.templates.load(name, asked, findings).map(|set| Arc::new(Script::new(set)));
        self.read.insert(name.to_owned(), script.clone());
        script
    }
}

/// The level of a set: as its form says, or as its name begins.
pub(crate) fn level(set: &TemplateSet) -> &str {
    let short = set.name.rsplit('/').next().unwrap_or(&set.name);
    set.form.level.as_deref().unwrap_or_else(|| short.rsplit_once('-').map_or(short, |(level, _)| level))
}

/// The family of a set.
pub(crate) fn family(set: &str) -> &str {
    set.rsplit_once('/').map_or("", |(family, _)| family)
}

/// The report of a unit.
pub(crate) struct Child {
    /// How the user knows its file.
    pub(crate) name: String,
    pub(crate) sha256: String,
    pub(crate) input: Input,
    pub(crate) script: Arc<Script>,
    pub(crate) period: Period,
    pub(crate) document: Document,
    pub(crate) figures: Figures,
    /// The period and the figures of the earlier report that it names.
    pub(crate) earlier: Option<(String, Figures)>,
    /// Whether it is of the level above: what that agency has itself.
    pub(crate) is_own: bool,
}

impl Child {
    /// Reads a report. Its errors are told, and what would make a total wrong in silence; other warnings are its own affair.
    pub(crate) fn read(
        file: ReportFile<'_>,
        sets: &mut Sets<'_>,
        limits: &Limits,
        findings: &mut Vec<Finding>,
    ) -> Option<Self> {
        let name = file.name().to_owned();
        let (bytes, beside) = Beside::new(file);
        let bytes: Arc<[u8]> = bytes.into();
        let sha256 = sha256(&bytes);
        let mut found = Vec::new();
        let read = read(&name, bytes.to_vec(), sets, limits, &mut found);
        let failed = has_errors(&found);
        let told = [kinds::figures::NEGATIVE.id, kinds::figures::UNKNOWN_CODE.id];
        findings.extend(found.into_iter().filter(|one| one.severity == Severity::Error || told.contains(&one.id)));
        let (input, report, script, figures) = read.filter(|_| !failed)?;
        let earlier = earlier(&report, &input, &beside, sets, limits);
        let Report { period: Some(period), document, .. } = report else {
            findings.push(report::missing_field("period", input.place("")));
            return None;
        };
        Some(Self { name, sha256, input, script, period, document, figures, earlier, is_own: false })
    }

    pub(crate) fn set(&self) -> &TemplateSet {
        self.script.set()
    }

    pub(crate) fn level(&self) -> &str {
        level(self.set())
    }

    pub(crate) fn organ(&self) -> &Organ {
        &self.document.organ
    }

    /// The place of one of its figures.
    pub(crate) fn at(&self, id: &str) -> Place {
        self.input.figure_place(id)
    }

    /// Totals that are not those of their parts: what is rolled up depends on which of them is asked for.
    pub(crate) fn tell_wrong_sums(&self, findings: &mut Vec<Finding>) {
        for (id, row) in self.set().form.indicators().filter(|(_, row)| row.sum.is_some() || row.difference.is_some()) {
            let Some(Value::Number { value, text }) = self.figures.get(id) else { continue };
            let finding =
                Formula::of(row, &self.figures).and_then(|formula| formula.compare(*value, text, Numbers::default));
            findings
                .extend(finding.filter(|one| one.id == kinds::figures::SUM_WRONG.id).map(|one| one.at(self.at(id))));
        }
    }
}

/// The errors among findings: what else is told of a report is its own affair.
pub(crate) fn errors(findings: Vec<Finding>) -> impl Iterator<Item = Finding> {
    findings.into_iter().filter(|finding| finding.severity == Severity::Error)
}

type Parsed = (Input, Report, Arc<Script>, Figures);

/// A report with its figures, as far as it can be read.
pub(crate) fn read(
    name: &str,
    bytes: Vec<u8>,
    sets: &mut Sets<'_>,
    limits: &Limits,
    findings: &mut Vec<Finding>,
) -> Option<Parsed> {
    let input = Input::parse(name, bytes, limits, findings)?;
    let mut report = report::read(&input, findings)?;
    let script = sets.get(&report.template, Some(input.at(Slot::Template)), findings)?;
    script.set().outline.document.complete(&mut report, &input, findings);
    let figures = form::figures(&script.set().form, &report, &input, findings);
    Some((input, report, script, figures))
}

/// The earlier report that a report names; nothing where it is not there or has errors, which a check of that report
/// tells.
fn earlier(
    report: &Report,
    input: &Input,
    beside: &Beside<'_>,
    sets: &mut Sets<'_>,
    limits: &Limits,
) -> Option<(String, Figures)> {
    let named = &report.previous.as_ref()?.file;
    let mut unheard = Vec::new();
    let files = SideFiles::read([(named.clone(), input.at(Slot::PreviousFile))], beside, limits, &mut unheard);
    let file = files.get(named)?;
    let (_, earlier, _, figures) = read(&file.name, file.bytes.to_vec(), sets, limits, &mut unheard)?;
    let (before, now) = (earlier.period?, report.period.as_ref()?);
    let is_earlier = before.last_day() < now.last_day() && family(&earlier.template) == family(&report.template);
    (is_earlier && !has_errors(&unheard)).then(|| (before.name(), figures))
}
