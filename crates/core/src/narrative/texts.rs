//! Texts in files beside the report: which files there are, and where in the report each text belongs.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use baocao_vietnamese::encoding::nfc;
use baocao_vietnamese::{one_line, small};

use crate::diagnostic::{Finding, Lang, Place, Source, nearest};
use crate::report::{
    Beside, FileText, GivenText, InAppendix, InOutline, Input, OwnAppendix, OwnSection, Report, Slot, TextFile,
    TextFiles, TextFolder, check_text,
};
use crate::template::{Section, TemplateSet};
use crate::{kinds, msg};

/// What the name of a file of Markdown ends with.
const ENDING: &str = ".md";

/// The files beside a report that hold texts of it, with the place that asks for them. A folder that cannot be
/// looked into, or a file there that there is no section for, is told.
pub fn text_files(
    report: &Report,
    input: &Input,
    set: &TemplateSet,
    beside: &Beside<'_>,
    findings: &mut Vec<Finding>,
) -> Vec<(String, Place)> {
    let named = named_files(report).into_iter();
    let mut files: Vec<(String, Place)> =
        named.map(|(slot, file)| (file.to_owned(), input.place(&format!("{slot}/file")))).collect();
    match &report.texts {
        None => {}
        Some(TextFiles::File(TextFile { file })) => {
            files.push((file.clone(), input.place("/texts/file")));
        }
        Some(TextFiles::Folder(TextFolder { folder })) => {
            let place = input.place("/texts/folder");
            let names = match beside.list(folder) {
                Ok(names) => names,
                Err(finding) => {
                    findings.push(finding.at(place));
                    return files;
                }
            };
            let sections = Sections::new(report, set);
            for name in names {
                let Some(written) = name.strip_suffix(ENDING) else { continue };
                match sections.named(written) {
                    Ok(_) => files.push((format!("{}/{name}", folder.trim_end_matches('/')), place.clone())),
                    Err(finding) => findings.push(finding.at(place.clone()).found(name)),
                }
            }
        }
    }
    files
}

/// The texts that are in files of their own, which the report names where they would stand.
fn named_files(report: &Report) -> Vec<(Slot<'static>, &str)> {
    let sections = report.sections.iter().filter_map(|(id, text)| {
        let (TextFile { file }, added) = text.file()?;
        Some((Slot::Section { id: id.clone().into(), added }, file.as_str()))
    });
    let mut named: Vec<(Slot<'static>, &str)> = sections.collect();
    let of_outline = |path, part| Slot::Outline { path, part };
    files_of_outline(&report.outline, &[], &of_outline, &mut named);
    for (index, appendix) in report.own_appendices() {
        let parts = appendix.parts.iter().enumerate().map(|(at, part)| (InAppendix::PartText(at), &part.text));
        let texts = parts.chain([(InAppendix::Text, &appendix.text)]);
        let files = texts.filter_map(|(part, text)| Some((Slot::Appendix { index, part }, file(text)?)));
        named.extend(files);
        let of_document = |path, part| Slot::Appendix { index, part: InAppendix::Outline(path, part) };
        let sections = appendix.document.iter().flat_map(|document| &document.outline);
        files_of_outline(sections, &[], &of_document, &mut named);
    }
    named
}

fn files_of_outline<'r>(
    sections: impl IntoIterator<Item = &'r OwnSection>,
    above: &[usize],
    slot: &dyn Fn(Vec<usize>, InOutline) -> Slot<'static>,
    named: &mut Vec<(Slot<'static>, &'r str)>,
) {
    for (index, section) in sections.into_iter().enumerate() {
        let path = [above, &[index]].concat();
        if let Some(file) = file(&section.text) {
            named.push((slot(path.clone(), InOutline::Text), file));
        }
        files_of_outline(&section.sections, &path, slot, named);
    }
}

fn file(text: &Option<GivenText>) -> Option<&str> {
    text.as_ref()?.file().map(|file| file.file.as_str())
}

/// The texts of a report that files beside it hold, those that [`text_files`] named and that could be read.
pub fn texts(
    report: &Report,
    input: &Input,
    set: &TemplateSet,
    files: Vec<Option<Arc<Source>>>,
    findings: &mut Vec<Finding>,
) -> Vec<FileText> {
    let sections = Sections::new(report, set);
    let mut texts: Vec<FileText> = Vec::new();
    let mut files = files.iter().map(|file| file.as_ref().map(unix));
    for ((slot, _), source) in named_files(report).into_iter().zip(files.by_ref()) {
        texts.extend(source.map(|source| one(slot, source)));
    }
    let own = texts.len();
    for source in files.flatten() {
        match &report.texts {
            Some(TextFiles::Folder(_)) => texts.extend(whole(source, &sections)),
            _ => texts.extend(divided(&source, &sections, findings)),
        }
    }
    let mut seen: BTreeMap<String, Place> = BTreeMap::new();
    for (at, text) in texts.iter().enumerate() {
        let place =
            |range: Range<usize>| Place::new(&text.source, text.span.start + range.start..text.span.start + range.end);
        check_text(&text.text, input.limits(), place, findings);
        let Some(id) = text.slot.section_id() else { continue };
        let typed = (at >= own && report.sections.contains_key(id)).then(|| input.key_at(&Slot::section(id)));
        let first = typed.or_else(|| seen.insert(id.to_owned(), text.name_place()));
        if let Some(first) = first {
            let (vi, en) = (first.shown(Lang::Vi), first.shown(Lang::En));
            findings.push(
                kinds::sections::TEXT_TWICE
                    .finding(msg!("mục \"{id}\" có hai lời văn", "the section \"{id}\" has two texts"))
                    .at(text.name_place())
                    .hint(msg!("giữ lại một; lời kia ở {vi}", "keep one of them; the other is at {en}")),
            );
        }
    }
    texts
}

/// The sections that a report may have texts for.
struct Sections<'a> {
    ids: Vec<&'a str>,
    /// By their titles; several of one title.
    titles: BTreeMap<String, Vec<&'a str>>,
    /// The titles as they are written.
    written: Vec<&'a str>,
}

impl<'a> Sections<'a> {
    fn new(report: &'a Report, set: &'a TemplateSet) -> Self {
        let mut sections = Self { ids: ids(report, set), titles: BTreeMap::new(), written: Vec::new() };
        sections.of_template(&set.outline.sections);
        report.outlines().for_each(|outline| sections.of_report(outline));
        sections
    }

    fn of_template(&mut self, below: &'a [Section]) {
        for section in below {
            self.titles.entry(title(&section.title)).or_default().push(&section.id);
            self.written.push(section.title.split("{{").next().unwrap_or_default().trim());
            self.of_template(&section.sections);
        }
    }

    fn of_report(&mut self, below: &'a [OwnSection]) {
        for section in below {
            if let (Some(id), Some(heading)) = (&section.id, &section.title) {
                let known = self.titles.entry(title(heading)).or_default();
                if !known.contains(&id.as_str()) {
                    known.push(id);
                    self.written.push(heading);
                }
            }
            self.of_report(&section.sections);
        }
    }

    /// The section that is written so, and whether its text is added; or why there is none.
    fn named(&self, written: &str) -> Result<(&'a str, bool), Finding> {
        let written = nfc(written.trim());
        let (name, added) = match written.strip_suffix('+') {
            Some(name) => (name.trim_end(), true),
            None => (written.as_str(), false),
        };
        if let Some(id) = self.ids.iter().find(|id| **id == name) {
            return Ok((*id, added));
        }
        let finding = kinds::sections::UNKNOWN_SECTION
            .finding(msg!("đề cương không có mục \"{name}\"", "the outline has no section \"{name}\""));
        let wanted = title(name);
        match self.titled(&wanted).map(Vec::as_slice) {
            Some([id]) => Ok((*id, added)),
            Some(several) => {
                let list = several.join(", ");
                Err(finding.expected(msg!("mã mục, một trong: {list}", "an id, one of: {list}")))
            }
            None => {
                let near = nearest(&wanted, self.titles.keys().map(String::as_str));
                let ids = near.and_then(|near| self.titles.get(near)).map(|ids| ids.join(", "));
                match ids.filter(|_| nearest(name, self.ids.iter().copied()).is_none()) {
                    Some(ids) => Err(finding.hint(msg!("có phải mục {ids}?", "did you mean the section {ids}?"))),
                    // Who writes words looks for words.
                    None if name.contains(' ') => Err(finding.one_of(name, &self.written)),
                    None => Err(finding.one_of(name, &self.ids)),
                }
            }
        }
    }

    /// The sections of a title, or of the one title that begins with these words.
    fn titled(&self, wanted: &str) -> Option<&Vec<&'a str>> {
        let begins =
            |known: &str| known.strip_prefix(wanted).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
        self.titles.get(wanted).or_else(|| {
            let mut longer = self.titles.iter().filter(|(known, _)| !wanted.is_empty() && begins(known));
            longer.next().filter(|_| longer.next().is_none()).map(|(_, ids)| ids)
        })
    }
}

/// The ids of all sections that a text may be given for.
pub(super) fn ids<'a>(report: &'a Report, set: &'a TemplateSet) -> Vec<&'a str> {
    let mut ids = set.outline.ids();
    report.outlines().for_each(|outline| OwnSection::collect_ids(outline, &mut ids));
    ids.extend(set.form.appendices.iter().flat_map(OwnAppendix::sections));
    ids.extend(report.own_appendices().flat_map(|(_, appendix)| appendix.sections()));
    ids
}

/// A title as it is compared: in small letters, without the number that is printed before it and without what a template
/// fills in.
fn title(written: &str) -> String {
    let (mut plain, mut rest) = (String::new(), written);
    while let Some((before, filled)) = rest.split_once("{{") {
        plain.push_str(before);
        rest = filled.split_once("}}").map_or("", |(_, rest)| rest);
    }
    plain.push_str(rest);
    let line = one_line(&small(&nfc(&plain)));
    let number = line.find(['.', ')', ' ']).filter(|end| line[*end..].starts_with(['.', ')']));
    let is_number = |part: &str| part.chars().count() <= 4 && part.chars().all(char::is_alphanumeric);
    match number.filter(|end| is_number(&line[..*end])) {
        // `2.1. Tuyên truyền`
        Some(end) => title(line[end + 1..].trim_start()),
        None => line,
    }
}

/// A file whose lines end as those of texts in JSON do.
fn unix(source: &Arc<Source>) -> Arc<Source> {
    match source.text.contains("\r\n") {
        true => Source::new(&source.name, source.text.replace("\r\n", "\n")),
        false => Arc::clone(source),
    }
}

/// The text of a section that has a file of its own, named by its id.
fn whole(source: Arc<Source>, sections: &Sections<'_>) -> Option<FileText> {
    let name = source.name.rsplit(['/', '\\']).next()?.strip_suffix(ENDING)?;
    let (id, added) = sections.named(name).ok()?;
    Some(one(section(id, added), source))
}

/// Where the text of a section would stand.
fn section(id: &str, added: bool) -> Slot<'static> {
    Slot::Section { id: id.to_owned().into(), added }
}

/// A file that is one text.
fn one(slot: Slot<'static>, source: Arc<Source>) -> FileText {
    let span = trimmed(&source, 0..source.text.len());
    let text = source.text[span.clone()].to_owned();
    FileText { slot, source, heading: 0..0, span, text }
}

/// The texts of one file, by its headings.
fn divided(source: &Arc<Source>, sections: &Sections<'_>, findings: &mut Vec<Finding>) -> Vec<FileText> {
    let mut at = 0;
    let mut headings: Vec<Range<usize>> = Vec::new();
    for line in source.text.split_inclusive('\n') {
        if line.starts_with("# ") {
            headings.push(at..at + line.trim_end().len());
        }
        at += line.len();
    }
    let first = headings.first().map_or(source.text.len(), |heading| heading.start);
    if !source.text[..first].trim().is_empty() {
        let span = trimmed(source, 0..first);
        findings.push(
            kinds::sections::TEXT_OUTSIDE
                .finding(msg!("đoạn này không thuộc mục nào", "this text belongs to no section"))
                .found(&source.text[span.clone()])
                .at(Place::new(source, span))
                .hint(msg!(
                    "thêm một dòng \"# mã mục\" hoặc \"# Đầu mục\" phía trên",
                    "put a line \"# id\" or \"# Title\" of the section above it"
                )),
        );
    }
    let ends = headings.iter().skip(1).map(|next| next.start).chain([source.text.len()]);
    let mut texts = Vec::new();
    for (heading, end) in headings.iter().zip(ends) {
        match sections.named(&source.text[heading.start + 1..heading.end]) {
            Ok((id, added)) => {
                let span = trimmed(source, heading.end..end);
                let text = raised(&source.text[span.clone()]);
                let (slot, heading) = (section(id, added), heading.clone());
                texts.push(FileText { slot, source: Arc::clone(source), heading, span, text });
            }
            Err(finding) => findings.push(finding.at(Place::new(source, heading.clone()))),
        }
    }
    texts
}

/// A text whose headings are one level higher, as they are in a text of its own; each letter stays where it is.
fn raised(text: &str) -> String {
    let raised = |line: &str| if line.starts_with("##") { format!(" {}", &line[1..]) } else { line.to_owned() };
    text.split_inclusive('\n').map(raised).collect()
}

/// A part of a text without the white space around it.
fn trimmed(source: &Source, span: Range<usize>) -> Range<usize> {
    let part = &source.text[span.clone()];
    let start = span.start + (part.len() - part.trim_start().len());
    start..start.max(span.start + part.trim_end().len())
}
