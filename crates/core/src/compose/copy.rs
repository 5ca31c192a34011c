//! Copies: the block of a copy on paper, the line of an electronic one, the part of the text that an extract keeps.

use chrono::NaiveDate;

use super::{box14, header};
use crate::diagnostic::Finding;
use crate::document::{Block, Copy, CopyBlock, CopyForm, CopyOrder, Document, Inline, Recipients, Signature};
use crate::kinds::copies::{BEFORE_DOCUMENT, NO_ELECTRONIC, NO_TIME, NOT_ISSUED, SECTIONS, UNKNOWN_PART};
use crate::msg;
use crate::narrative::Narrative;
use crate::report::{CopyBy, Input, Promulgation, PromulgationDate, Report};

/// A copy that is made: the order, and what the organ that copies gives.
#[derive(Debug, Clone, Copy)]
pub struct Copying<'a> {
    /// What is to be made.
    pub order: &'a CopyOrder,
    /// What the organ gives.
    pub by: &'a CopyBy,
    /// Its file, for the places of findings.
    pub input: &'a Input,
}

impl Copying<'_> {
    /// Whether only a part of the document is copied.
    pub(super) fn is_extract(self) -> bool {
        self.order.form == CopyForm::TrichSao
    }

    /// Puts the number and the day that were stamped on the document into its report, where that leaves them open. A number
    /// with a letter behind it has no place there, and is only printed.
    pub fn fill(self, report: &mut Report) {
        let (issued, document) = (&self.order.issued, &mut report.document);
        if document.code_number.is_none() {
            document.code_number = issued.number.as_ref().and_then(|number| number.parse().ok());
        }
        if let (Some(PromulgationDate::Month(year, month)), Some(day)) = (document.promulgation.parsed(), issued.day) {
            document.promulgation.date = NaiveDate::from_ymd_opt(year, month, day).map(|date| date.to_string());
        }
    }

    /// Tells what forbids the copy and what is missing of it.
    pub(super) fn check(self, report: &Report, input: &Input, findings: &mut Vec<Finding>) {
        let Self { order, by, input: own } = self;
        let words = order.form.words();
        if order.electronic && !self.is_extract() {
            findings.push(
                NO_ELECTRONIC
                    .finding(msg!(
                        "văn bản điện tử không có {words} dạng điện tử",
                        "an electronic document has no electronic {words}"
                    ))
                    .hint(msg!(
                        "bỏ --electronic để in bản giấy; bản điện tử thì gửi chính văn bản gốc, hoặc --form trich-sao",
                        "leave out --electronic for the copy on paper; send the original itself, or use --form trich-sao"
                    )),
            );
        }
        if self.is_extract() && order.sections.is_empty() {
            findings.push(
                SECTIONS
                    .finding(msg!("trích sao phải nêu các mục cần trích", "an extract needs the sections to be copied"))
                    .hint(msg!("thêm --sections I,II.3", "add --sections I,II.3")),
            );
        }
        if !self.is_extract() && !order.sections.is_empty() {
            findings.push(
                SECTIONS
                    .finding(msg!("{words} chép toàn bộ văn bản", "{words} copies the whole document"))
                    .found(order.sections.join(", "))
                    .hint(msg!(
                        "bỏ --sections, hoặc dùng --form trich-sao",
                        "leave out --sections, or use --form trich-sao"
                    )),
            );
        }
        let document = &report.document;
        let is_dated = matches!(document.promulgation.parsed(), Some(PromulgationDate::Day(_)));
        if document.code_number.is_none() && order.issued.number.is_none() || !is_dated {
            findings.push(
                NOT_ISSUED
                    .finding(msg!(
                        "văn bản được sao chưa có số hoặc ngày ban hành",
                        "the document that is copied has no number or no date yet"
                    ))
                    .at(input.place("/document"))
                    .hint(msg!("chỉ sao văn bản đã ban hành", "copy a document that was issued")),
            );
        }
        if let Some((pointer, copied, issued)) = too_early(by, &document.promulgation) {
            findings.push(
                BEFORE_DOCUMENT
                    .finding(msg!("ngày sao trước ngày của văn bản", "the copy is older than its document"))
                    .at(own.place(pointer))
                    .found(copied.to_string())
                    .expected(msg!("từ {issued} trở đi", "{issued} or later")),
            );
        }
        if order.electronic && by.signing_time.is_none() {
            findings.push(
                NO_TIME
                    .finding(msg!("bản sao điện tử chưa có thời gian ký", "the electronic copy has no time of signing"))
                    .at(own.place(""))
                    .hint(msg!("thêm \"signing_time\"", "add \"signing_time\"")),
            );
        }
    }

    /// Makes a composed document the copy.
    pub(super) fn put(self, report: &Report, document: &mut Document) {
        let Self { order, by, .. } = self;
        let name = order.form.name();
        document.metadata.title = format!("{name}: {}", document.metadata.title);
        if order.electronic {
            let parts = [order.form.words().to_owned(), by.organ.short_name.to_string()];
            let parts: Vec<String> =
                parts.into_iter().chain(by.signing_time.as_deref().and_then(box14::time)).collect();
            document.header.signing_line = Some(parts.join("; "));
        } else {
            let number = header::padded(by.code_number);
            document.metadata.keywords.extend(number.map(|number| format!("{number}/{}", self.notation())));
        }
        let printed = &mut document.header.number;
        *printed = printed.take().or_else(|| order.issued.number.clone());
        document.copy = Some(Copy { block: (!order.electronic).then(|| self.block(report)) });
    }

    fn notation(self) -> String {
        format!("{}-{}", self.order.form.letters(), self.by.abbreviation)
    }

    fn block(self, report: &Report) -> CopyBlock {
        let by = self.by;
        let (day, month, year) = header::date_parts(&by.promulgation);
        let signatures = by.signers.iter().map(|signer| Signature {
            authority: header::authority(&signer.competence, &signer.position),
            name: signer.full_name.as_ref().map(ToString::to_string),
            signature: None,
            seal: None,
        });
        CopyBlock {
            form: self.order.form.words().to_owned(),
            parent: header::parent(&by.organ),
            organ: header::organ(&by.organ),
            number: header::padded(by.code_number),
            notation: self.notation(),
            place: by.promulgation.place.to_string(),
            day,
            month,
            year,
            signatures: signatures.collect(),
            recipients: Recipients { lines: header::recipient_lines(&by.recipients, None), runs_on: false },
            guide: header::named(&format!("({} ", self.order.form.name()), report, self.order.issued.number.as_ref()),
        }
    }
}

/// Where what the organ gives says a day before that of the document: its pointer, that day, and the first that can be.
fn too_early(by: &CopyBy, document: &Promulgation) -> Option<(&'static str, NaiveDate, NaiveDate)> {
    let days = |promulgation: &Promulgation| promulgation.parsed()?.days();
    let (issued, _) = days(document)?;
    // Of a month or a year that is open the last day counts.
    let copied = days(&by.promulgation).map(|(_, last)| last);
    let signed = by.signing_time.as_deref().and_then(|time| time.get(..10)?.parse().ok());
    let days = [("/promulgation/date", copied), ("/signing_time", signed)];
    days.into_iter().find_map(|(pointer, day)| day.filter(|day| *day < issued).map(|day| (pointer, day, issued)))
}

/// What stands for parts of the text that are left out.
const LEFT_OUT: &str = "…";

/// Whether a text ends with a part that is left out.
pub(super) fn ends_left_out(body: &[Block]) -> bool {
    matches!(body.last(), Some(Block::Paragraph { text }) if matches!(&text[..], [Inline::Text(text)] if text == LEFT_OUT))
}

/// A section of a text: the blocks from its heading on to the next one of its depth.
struct Section {
    /// The ids that lead to it, and the numbers of the headings above it and its own: `II.3`.
    names: Vec<String>,
    level: usize,
    blocks: std::ops::Range<usize>,
}

/// The blocks of a narrative that an extract keeps: the opening, the chosen sections and the headings above them. Each run of
/// others is one line of dots.
pub(super) fn extract(narrative: Narrative, wanted: &[String], findings: &mut Vec<Finding>) -> Vec<Block> {
    let sections = sections(&narrative);
    let mut kept = vec![false; narrative.blocks.len()];
    let mut keep = |blocks: std::ops::Range<usize>| {
        kept.iter_mut().skip(blocks.start).take(blocks.len()).for_each(|kept| *kept = true);
    };
    keep(0..narrative.opening);
    for name in wanted {
        let number = bare(name.trim());
        let means = |section: &&Section| section.names.iter().any(|own| own == name || own == number);
        let Some(section) = sections.iter().find(means) else {
            let known: Vec<&str> = sections.iter().flat_map(|section| &section.names).map(String::as_str).collect();
            findings.push(
                UNKNOWN_PART
                    .finding(msg!("văn bản không có mục \"{name}\"", "the document has no section \"{name}\""))
                    .one_of(name, &known),
            );
            continue;
        };
        keep(section.blocks.clone());
        let above = |other: &&Section| other.level < section.level && other.blocks.contains(&section.blocks.start);
        sections.iter().filter(above).for_each(|above| keep(above.blocks.start..above.blocks.start + 1));
    }
    let mut blocks = Vec::new();
    for (block, kept) in narrative.blocks.into_iter().zip(kept) {
        if kept {
            blocks.push(block);
        } else if !ends_left_out(&blocks) {
            blocks.push(Block::Paragraph { text: vec![Inline::Text(LEFT_OUT.to_owned())].into() });
        }
    }
    blocks
}

/// A number without what is printed around it: `II.` as `II`, `a)` as `a`, `Phần I` as `I`.
fn bare(number: &str) -> &str {
    number.trim_start_matches("Phần ").trim_end_matches(['.', ')'])
}

/// The sections of a narrative, in order.
fn sections(narrative: &Narrative) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    // The printed numbers of the headings that the next one stands under, by depth.
    let mut above: Vec<(usize, String)> = Vec::new();
    let blocks = narrative.blocks.iter().enumerate().take(narrative.closing).skip(narrative.opening);
    for (index, block) in blocks {
        let Block::Heading { level, number, .. } = block else { continue };
        above.retain(|(depth, _)| depth < level);
        let own = bare(number);
        let parent = above.last().map(|(_, path)| path.as_str()).unwrap_or_default();
        // Nested numbers hold those of the headings above them.
        let path = match own {
            "" => String::new(),
            _ if parent.is_empty() || own.starts_with(&format!("{parent}.")) => own.to_owned(),
            _ => format!("{parent}.{own}"),
        };
        let ids = narrative.ids.iter().filter(|(_, at)| *at == index).map(|(id, _)| id.clone());
        let names = ids.chain((!path.is_empty()).then(|| path.clone())).collect();
        above.push((*level, path));
        for section in sections.iter_mut().filter(|one| one.level >= *level && one.blocks.end > index) {
            section.blocks.end = index;
        }
        sections.push(Section { names, level: *level, blocks: index..narrative.closing });
    }
    sections
}
