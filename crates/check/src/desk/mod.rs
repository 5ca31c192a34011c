//! The pipeline: what an office brings, and the way from bytes to a checked document.

mod beside;
mod earlier;
mod explain;
mod letters;
mod unprinted;
mod unread;

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use baocao_core::compose::{Copying, Material, compose};
use baocao_core::diagnostic::{Finding, Place, has_errors};
use baocao_core::document::{AnyLetter, Document, Letters};
use baocao_core::form::{self, Figures};
use baocao_core::limits::Limits;
use baocao_core::msg;
use baocao_core::narrative::{Earlier, Script, pictures, text_files, texts};
use baocao_core::provenance::Given;
use baocao_core::report::{
    self, Beside, CopyFile, Images, Input, Pictures, Report, ReportFile, SectionText, SideFiles, Slot, Text,
};
use baocao_core::shelf::ShelfPath;
use baocao_core::template::{TemplateSet, Templates};

use crate::{Outcome, Review, Settings, Subject};

/// What an office brings to every report, the pages apart: templates, limits, the letters that its fonts have.
#[derive(Debug)]
pub struct Desk {
    templates: Templates,
    limits: Limits,
    letters: Box<dyn Letters>,
    /// Template sets that were read, and what was told of them.
    scripts: Mutex<BTreeMap<String, Told>>,
}

/// A template set and what was told of it when it was read.
type Told = (Arc<Script>, Vec<Finding>);

/// A report that was read, and all that its document is composed of.
struct Read {
    input: Input,
    report: Report,
    images: Images,
    pictures: Pictures,
    script: Arc<Script>,
    files: SideFiles,
    earlier: Option<Earlier>,
    figures: Figures,
    folder: ShelfPath,
    beside: BTreeMap<ShelfPath, Arc<[u8]>>,
    /// Whether it is a report that cannot be used, read as far as it can be.
    is_unfinished: bool,
}

impl Read {
    fn composed(self, document: Document) -> Composed {
        let Self { input, report, images, script, figures, folder, beside, .. } = self;
        Composed { input, report, script, figures, document, images, folder, beside, copy: None }
    }
}

/// A report and the document made of it.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Composed {
    /// The file.
    pub input: Input,
    /// The report.
    pub report: Report,
    /// Its template set.
    pub script: Arc<Script>,
    /// Its figures, computed ones included.
    pub figures: Figures,
    /// The document.
    pub document: Document,
    /// Images of signatures and seals, pictures.
    pub images: Images,
    /// The folder of its shelf that it stands in.
    pub folder: ShelfPath,
    /// The files that it draws on, by where they stand on its shelf: rows, texts, images, the earlier report.
    pub beside: BTreeMap<ShelfPath, Arc<[u8]>>,
    /// What was given for the copy that the document is, where it is one.
    pub copy: Option<CopyFile>,
}

impl Composed {
    /// The report and the files that it draws on, each with a name of its own: the same document can be made from them.
    pub fn sources(&self) -> Vec<Given<'_>> {
        beside::sources(self)
    }
}

impl Default for Desk {
    fn default() -> Self {
        Self::new(Templates::default(), Limits::default(), Box::new(AnyLetter))
    }
}

impl Desk {
    /// A desk with an office's templates, built in or overlaid, what an input may be at most, and the letters that can be
    /// printed.
    pub fn new(templates: Templates, limits: Limits, letters: Box<dyn Letters>) -> Self {
        Self { templates: templates.with_limits(limits), limits, letters, scripts: Mutex::default() }
    }

    /// The templates.
    pub fn templates(&self) -> &Templates {
        &self.templates
    }

    /// What an input may be at most.
    pub fn limits(&self) -> &Limits {
        &self.limits
    }

    /// Reads a report and composes its document, without a check.
    pub fn compose(&self, report: ReportFile<'_>) -> Outcome<Composed> {
        Outcome::of(|findings| {
            let read = self.read(report, None, findings)?;
            let document = self.document(&read, None, findings)?;
            (!has_errors(findings)).then(|| read.composed(document))
        })
    }

    /// Reads a report and composes a copy of its document.
    pub fn copy(&self, report: ReportFile<'_>, copy: CopyFile) -> Outcome<Composed> {
        Outcome::of(|findings| {
            let input = Input::parse(&copy.name, copy.bytes.clone(), &self.limits, findings)?;
            self.check_letters(&input, 0, findings);
            let by = report::read_copy(&input, findings)?;
            let mut read = self.read(report, None, findings)?;
            let copying = Copying { order: &copy.order, by: &by, input: &input };
            copying.fill(&mut read.report);
            let document = self.document(&read, Some(copying), findings)?;
            (!has_errors(findings)).then(|| Composed { copy: Some(copy), ..read.composed(document) })
        })
    }

    /// Reads a report, composes its document and checks both. The document is there where nothing forbids it: an error
    /// of a rule forbids it too. Of a report that is unfinished there is no document, and all that can be read is checked.
    pub fn review(&self, report: ReportFile<'_>, settings: &Settings) -> Outcome<Composed> {
        let (mut findings, mut holes) = (Vec::new(), Vec::new());
        let Some(read) = self.read(report, Some(&mut holes), &mut findings) else { return unread(findings) };
        let document = if read.is_unfinished { None } else { self.document(&read, None, &mut findings) };
        // Where something is wrong the document does not hold all that it should.
        if let Some(document) = document.as_ref().filter(|_| !has_errors(&findings)) {
            read.tell_unprinted(document, &mut findings);
        }
        let set = read.script.set();
        let subject = Subject::new(&read.report, &read.input, set, &read.figures, document.as_ref());
        let mut settings = settings.clone().with_report(&read.report, &read.input);
        findings.extend(settings.take_findings());
        let mut review = if read.is_unfinished {
            let unheard = unread::unheard(&holes, &findings);
            let mut review = crate::check_but(&unheard, &subject, findings, &settings);
            unread::tell_unfinished(&holes, &read.input, &mut review);
            review
        } else {
            crate::check(&subject, findings, &settings)
        };
        review.organ = Some(read.report.document.organ.short_name.to_string());
        let document = document.filter(|_| !has_errors(&review.findings));
        Outcome { value: document.map(|document| read.composed(document)), review }
    }

    /// Reads a report and all that its document is composed of. One that is unfinished is read as far as it can be, where its
    /// `holes` are asked for: the places that say nothing. It has errors then.
    fn read(
        &self,
        report: ReportFile<'_>,
        holes: Option<&mut Vec<String>>,
        findings: &mut Vec<Finding>,
    ) -> Option<Read> {
        let name = report.name().to_owned();
        let (bytes, beside) = Beside::new(report);
        let input = Input::parse(&name, bytes, &self.limits, findings)?;
        self.check_letters(&input, 0, findings);
        let mut unfinished: Option<Vec<String>> = None;
        let mut report = match (report::read(&input, findings), holes) {
            (Some(report), _) => report,
            (None, holes) => {
                self.tell_unknown_ids(&input, findings);
                let holes = holes?;
                let (report, found) = report::unfinished(&input, findings)?;
                holes.clone_from(&found);
                unfinished = Some(found);
                report
            }
        };
        let mut images = report::images(&report, &input, &beside, findings);
        let script = self.script(&report.template, Some(input.at(Slot::Template)), findings)?;
        // What is wrong with an unfinished report is told already.
        let told = if unfinished.is_some() { findings.clone() } else { Vec::new() };
        script.set().outline.document.complete(&mut report, &input, findings);
        let mut wanted = beside::wanted(&report, &input, script.set());
        let before = findings.len();
        let of_texts = text_files(&report, &input, script.set(), &beside, findings);
        let names: Vec<String> = of_texts.iter().map(|(name, _)| name.clone()).collect();
        wanted.extend(of_texts);
        let files = SideFiles::read(wanted, &beside, &self.limits, findings);
        let mut text = |name: &String| files.get(name)?.text().map_err(|finding| findings.push(finding)).ok();
        let sources = names.iter().map(&mut text).collect();
        let texts = texts(&report, &input, script.set(), sources, findings);
        texts.iter().for_each(|text| text.put(&text.text, &mut report));
        if has_errors(&findings[before..]) {
            stand_in(&mut report, script.set());
        }
        let typed = input.strings().len();
        let input = input.with_texts(texts);
        self.check_letters(&input, typed, findings);
        let pictures = pictures(&input, &beside, &mut images, findings);
        let earlier = self.earlier(&report, &input, &files, findings);
        let figures = form::figures(&script.set().form, &report, &input, findings);
        let is_unfinished = unfinished.is_some();
        if let Some(holes) = unfinished {
            unread::keep_new(&told, &holes, findings);
        }
        let (folder, beside) = (beside.folder().clone(), beside.into_read());
        Some(Read { input, report, images, pictures, script, files, earlier, figures, folder, beside, is_unfinished })
    }

    fn document(&self, read: &Read, copying: Option<Copying<'_>>, findings: &mut Vec<Finding>) -> Option<Document> {
        let Read { input, report, pictures, script, files, earlier, figures, .. } = read;
        let (script, earlier) = (Arc::clone(script), earlier.clone());
        let document =
            compose(Material { report, input, script, figures, files, pictures, earlier, copying }, findings)?;
        self.check_printed_letters(&document, input, files, findings);
        Some(document)
    }

    /// A template set, read and parsed once for all reports.
    fn script(&self, name: &str, asked: Option<Place>, findings: &mut Vec<Finding>) -> Option<Arc<Script>> {
        let scripts = || self.scripts.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((script, told)) = scripts().get(name) {
            findings.extend(told.iter().cloned());
            return Some(Arc::clone(script));
        }
        let mut told = Vec::new();
        let set = self.templates.load(name, asked, &mut told);
        findings.extend(told.iter().cloned());
        let script = Arc::new(Script::new(set?));
        scripts().insert(name.to_owned(), (Arc::clone(&script), told));
        Some(script)
    }
}

/// Gives each section that a file should have brought some text, where files could not be read: that is told, and what else
/// is wrong with the report shall be told in the same round. No document is made.
fn stand_in(report: &mut Report, set: &TemplateSet) {
    let text = || SectionText::Replace(Text::new("…"));
    report.sections.values_mut().filter(|section| section.file().is_some()).for_each(|section| *section = text());
    if report.texts.is_some() {
        for id in set.outline.ids().into_iter().filter(|id| !set.sections.contains_key(*id)) {
            report.sections.entry(id.to_owned()).or_insert_with(text);
        }
    }
}

/// Of a report that could not be read.
fn unread<T>(findings: Vec<Finding>) -> Outcome<T> {
    let reason = msg!("báo cáo không đọc được", "the report cannot be read");
    Outcome { value: None, review: Review::unread(findings, &reason) }
}
