//! The pipeline: what an office brings, and the way from bytes to pages.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use crate::compose::{Material, compose};
use crate::diagnostic::{Finding, Place, Source, has_errors};
use crate::document::{Block, Document, plain_text};
use crate::narrative::{Earlier, Script};
use crate::report::{self, Images, Input, Limits, Report, SideFiles, pointer_part};
use crate::template::{TemplateSet, Templates};
use crate::typeset::{self, Attachment, Fonts, Pages, Standards};
use crate::{form, msg, table};

/// Letters below this code are looked up in a table; it covers Latin with all its marks.
const KNOWN_LETTERS: usize = 0x2200;

/// What an office brings to every report: templates, fonts, limits.
#[derive(Debug, Default)]
pub struct Office {
    templates: Templates,
    fonts: Fonts,
    limits: Limits,
    /// Template sets that were read, and what was told of them.
    scripts: Mutex<BTreeMap<String, Told>>,
}

/// A template set and what was told of it when it was read.
type Told = (Arc<Script>, Vec<Finding>);

/// A report and the document made of it.
#[derive(Debug, Clone)]
pub struct Composed {
    /// The file.
    pub input: Input,
    /// The report.
    pub report: Report,
    /// The document.
    pub document: Document,
    /// Images of signatures and seals.
    pub images: Images,
    /// The files beside it that its tables came from.
    pub files: SideFiles,
}

impl Office {
    /// An office with its templates, built in or overlaid, its fonts, and what an input may be at most.
    pub fn new(templates: Templates, fonts: Fonts, limits: Limits) -> Self {
        Self { templates, fonts, limits, scripts: Mutex::default() }
    }

    /// What an input may be at most.
    pub fn limits(&self) -> Limits {
        self.limits
    }

    /// Reads a report and composes its document. `name` is the file's name for findings; images are looked for in
    /// `folder`.
    pub fn compose(&self, name: &str, bytes: Vec<u8>, folder: &Path, findings: &mut Vec<Finding>) -> Option<Composed> {
        let input = Input::parse(name, bytes, self.limits, findings)?;
        self.check_letters(&input, findings);
        let report = report::read(&input, findings)?;
        let images = report::images(&report, &input, folder, findings);
        let script = self.script(&report.template, Some(input.place("/template")), findings)?;
        let files = SideFiles::read(wanted_files(&report, &input, script.set()), folder, self.limits, findings);
        let earlier = self.earlier(&report, &input, &files, findings);
        let document = compose(Material { report: &report, input: &input, script, files: &files, earlier }, findings)?;
        self.check_letters_of_files(&document, &files, findings);
        (!has_errors(findings)).then_some(Composed { input, report, document, images, files })
    }

    /// The figures of the earlier report that a report names. Its own findings are its own affair: only that it cannot
    /// be used is told.
    fn earlier(
        &self,
        report: &Report,
        input: &Input,
        files: &SideFiles,
        findings: &mut Vec<Finding>,
    ) -> Option<Earlier> {
        let source = files.get(&report.previous.as_ref()?.file)?;
        let place = input.place("/previous/file");
        let mut theirs = Vec::new();
        let Some((theirs_report, theirs_input, script)) = self.read_earlier(source, &mut theirs) else {
            let name = &source.name;
            let finding = Finding::error(
                "ky-truoc/khong-doc-duoc",
                msg!("báo cáo kỳ trước {name} có lỗi", "the earlier report {name} has errors"),
            )
            .at(place)
            .hint(msg!("sửa báo cáo ấy trước: baocao render {name}", "mend that report first: baocao render {name}"));
            findings.push(finding);
            return None;
        };
        let family = |name: &str| name.split('/').next().unwrap_or(name).to_owned();
        if family(&theirs_report.template) != family(&report.template) {
            let wanted = &report.template;
            findings.push(
                Finding::error(
                    "ky-truoc/khac-ho",
                    msg!("báo cáo đem so sánh thuộc họ báo cáo khác", "the report compared with is of another family"),
                )
                .at(place.clone())
                .found(theirs_report.template.as_str())
                .expected(msg!("họ của \"{wanted}\"", "the family of \"{wanted}\"")),
            );
        }
        if theirs_report.period.to >= report.period.to {
            findings.push(
                Finding::warning(
                    "ky-truoc/khong-truoc",
                    msg!("kỳ đem so sánh không ở trước kỳ này", "the period compared with is not an earlier one"),
                )
                .at(place)
                .found(theirs_report.period.name()),
            );
        }
        let figures = form::figures(&script.set().form, &theirs_report, &theirs_input, &mut theirs);
        let period = theirs_report.period.name();
        let name = capitalised(&period).replacen(" năm", "\nnăm", 1);
        Some(Earlier { period, name, figures })
    }

    fn read_earlier(&self, source: &Source, findings: &mut Vec<Finding>) -> Option<(Report, Input, Arc<Script>)> {
        let input = Input::parse(&source.name, source.text.clone().into_bytes(), self.limits, findings)?;
        let report = report::read(&input, findings)?;
        let script = self.script(&report.template, None, findings)?;
        Some((report, input, script))
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

    /// Lays a document out. With `attach` the report's bytes go into the PDF.
    pub fn pages(&self, composed: &Composed, attach: bool, findings: &mut Vec<Finding>) -> Option<Pages> {
        let file = Path::new(&composed.input.source.name).file_name().and_then(|name| name.to_str());
        let name = file.filter(|name| *name != "-").unwrap_or("bao-cao.json").to_owned();
        let attachments = if attach { attachments(name, composed) } else { Vec::new() };
        typeset::pages(&composed.document, &attachments, &composed.images, &self.templates, &self.fonts, findings)
    }

    /// The whole way from a report to its PDF. Images are looked for beside the file that `name` names.
    pub fn pdf(
        &self,
        name: &str,
        bytes: Vec<u8>,
        standards: &Standards,
        findings: &mut Vec<Finding>,
    ) -> Option<Vec<u8>> {
        let folder = Path::new(name).parent().unwrap_or(Path::new(""));
        let composed = self.compose(name, bytes, folder, findings)?;
        let pages = self.pages(&composed, standards.allow_attachment(), findings)?;
        typeset::pdf(&pages, standards, findings)
    }

    /// Letters that no font has would print as nothing.
    fn check_letters(&self, input: &Input, findings: &mut Vec<Finding>) {
        use crate::vietnamese::encoding;
        // Fonts are asked once a letter: reports repeat their letters a hundred thousand times.
        let mut known = vec![false; KNOWN_LETTERS];
        for (pointer, text) in input.strings() {
            let mut printable = |c: char| {
                let fine = |c: char| self.is_printable(c);
                match known.get_mut(c as usize) {
                    Some(known) => {
                        *known
                            || (fine(c) && {
                                *known = true;
                                true
                            })
                    }
                    None => fine(c),
                }
            };
            if let Some(letter) = encoding::nfc(text).chars().find(|c| !printable(*c)) {
                findings.push(font_lacks(letter).at(input.place(pointer)));
            }
        }
    }

    fn is_printable(&self, c: char) -> bool {
        c.is_whitespace() || crate::vietnamese::encoding::is_invisible(c) || self.fonts.has(c)
    }

    /// Letters that no font has in what tables print from files beside the report.
    fn check_letters_of_files(&self, document: &Document, files: &SideFiles, findings: &mut Vec<Finding>) {
        if files.bytes().is_empty() {
            return;
        }
        let blocks = document.appendices.iter().flat_map(|appendix| &appendix.sheets).flat_map(|sheet| &sheet.blocks);
        let mut letters = BTreeSet::new();
        for block in blocks {
            if let Block::Table { table, .. } = block {
                let cells = table.body.iter().flat_map(|row| &row.cells);
                cells.for_each(|cell| letters.extend(plain_text(&cell.text).chars().filter(|c| !c.is_ascii())));
            }
        }
        for letter in letters.into_iter().filter(|letter| !self.is_printable(*letter)) {
            let place = files.bytes().keys().filter_map(|name| files.get(name)).find_map(|source| {
                let at = source.text.find(letter)?;
                Some(Place::new(source, at..at + letter.len_utf8()))
            });
            findings.push(font_lacks(letter).at(place));
        }
    }
}

fn font_lacks(letter: char) -> Finding {
    let code = u32::from(letter);
    Finding::error("van-ban/phong-chu-thieu", msg!("phông chữ không có ký tự này", "the font lacks this character"))
        .found(format!("{letter} (U+{code:04X})"))
        .hint(msg!(
            "thay ký tự này, hoặc dùng phông Times New Roman có nó (--font-dir)",
            "replace it, or bring a Times New Roman that has it (--font-dir)"
        ))
}

/// The files beside a report that it or its template set names, with the places that ask for them.
fn wanted_files(report: &Report, input: &Input, set: &TemplateSet) -> Vec<(String, Place)> {
    let tables = table::merged(&set.form.tables, &report.tables);
    let rows = tables.into_iter().filter_map(|(id, table)| {
        let place = input.place(&format!("/tables/{}/data/file", pointer_part(&id)));
        // Files of other kinds are told of when the tables are made.
        Some((table.data?.file, place)).filter(|(file, _)| table::holds_rows(file))
    });
    let previous = report.previous.as_ref().map(|previous| (previous.file.clone(), input.place("/previous/file")));
    rows.chain(previous).collect()
}

/// The report and the files that its tables came from: what is printed can be computed again from the PDF alone.
fn attachments(name: String, composed: &Composed) -> Vec<Attachment> {
    let report = Attachment { name: name.clone(), bytes: composed.input.bytes.clone() };
    let beside = composed.files.bytes().iter().enumerate().map(|(index, (path, bytes))| {
        let file = Path::new(path).file_name().and_then(|name| name.to_str()).unwrap_or("du-lieu");
        // Two attachments of one name would be one.
        let file = if file == name { format!("{}-{file}", index + 1) } else { file.to_owned() };
        Attachment { name: file, bytes: bytes.clone() }
    });
    std::iter::once(report).chain(beside).collect()
}

/// With a capital first letter.
fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}
