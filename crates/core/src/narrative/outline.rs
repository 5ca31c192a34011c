//! The outline with the texts of its sections, as blocks.

use std::collections::BTreeSet;
use std::sync::Arc;

use baocao_vietnamese::enumeration::LETTERS;

use super::Speaker;
use super::numbering::Counter;
use crate::diagnostic::{Finding, Place, nearest};
use crate::document::{Block, Look, Runs, Table, Woven, plain_text};
use crate::markdown::{self, Picture, Piece, Placed, label_of};
use crate::report::{AnnexedDocument, GivenText, Input, Numbering, OwnSection, Report, SectionText, pointer_part};
use crate::template::Section;
use crate::{kinds, msg};

/// Makes the charts, tables and pictures of a text, whose place is `place`. All that is wrong with them is added to the findings.
pub trait Placing {
    /// The blocks of a chart or a table that stands elsewhere.
    fn blocks(&self, placed: &Placed, place: &Place, findings: &mut Vec<Finding>) -> Vec<Block>;

    /// Whether a chart or a table is not printed because it has no rows.
    fn is_left_out(&self, placed: &Placed) -> bool;

    /// A picture; nothing where there is none of it.
    fn picture(&self, picture: Picture, place: &Place, findings: &mut Vec<Finding>) -> Option<Block>;

    /// A table that was typed into the text.
    fn typed(&self, table: Table, place: &Place, findings: &mut Vec<Finding>) -> Block;
}

/// The narrative of a report.
#[derive(Debug, Default)]
pub struct Narrative {
    /// All blocks from the opening to the closing.
    pub blocks: Vec<Block>,
    /// How many of them are the opening.
    pub opening: usize,
    /// Where the closing begins.
    pub closing: usize,
    /// Where the text ends: what stands behind follows the sign `./.`.
    pub end: usize,
    /// The ids of sections, each with the place of its heading among the blocks.
    pub ids: Vec<(String, usize)>,
}

/// Speaks every section of the outline, the report's own or the template's.
pub fn narrate(
    speaker: &Speaker,
    report: &Report,
    input: &Input,
    placing: &dyn Placing,
    findings: &mut Vec<Finding>,
) -> Narrative {
    let set = speaker.set();
    let scheme = match &report.numbering {
        Some(own) => own.clone(),
        None => set.outline.numbering.clone(),
    };
    let mut writer = Writer {
        speaker,
        report,
        input,
        placing,
        findings,
        counter: Counter::new(&scheme),
        blocks: Vec::new(),
        misspelt: BTreeSet::new(),
        ids: Vec::new(),
    };
    writer.check_section_ids();
    writer.section_text(&set.outline.opening, 0);
    let opening = writer.blocks.len();
    if report.outline.is_empty() {
        for section in &set.outline.sections {
            writer.section(section, 1);
        }
    } else {
        writer.own_sections(&report.outline, false);
    }
    let closing = writer.blocks.len();
    if !report.ends_itself(&set.outline.closing) {
        writer.section_text(&set.outline.closing, 0);
    }
    let end = writer.blocks.len();
    writer.tell_beyond_letters("/outline");
    writer.counter = Counter::new(&[Numbering::None]);
    writer.own_sections(&report.outline, true);
    writer.tell_family_speaks();
    writer.tell_nothing_said();
    writer.tell_after_end(&report.outline, "/outline", true);
    let Writer { mut blocks, ids, .. } = writer;
    leave_out_no_level(&mut blocks, 0);
    Narrative { blocks, opening, closing, end, ids }
}

/// The sections of a document that is issued with the report, in its appendix of this index.
pub fn annexed_blocks(
    document: &AnnexedDocument,
    index: usize,
    (speaker, report, input): (&Speaker, &Report, &Input),
    placing: &dyn Placing,
    findings: &mut Vec<Finding>,
) -> Vec<Block> {
    let counter = Counter::new(document.scheme());
    let (blocks, misspelt, ids) = (Vec::new(), BTreeSet::new(), Vec::new());
    let mut writer = Writer { speaker, report, input, placing, findings, counter, blocks, misspelt, ids };
    let outline = format!("/appendices/{index}/document/outline");
    for (at, section) in document.outline.iter().enumerate() {
        writer.own_section(section, 1, &format!("{outline}/{at}"));
    }
    writer.tell_beyond_letters(&outline);
    writer.tell_after_end(&document.outline, &outline, false);
    // They stand below the title of the appendix.
    leave_out_no_level(&mut writer.blocks, 1);
    writer.blocks
}

/// Gives headings the depths in which they stand below each other, which leave none out, below others that are so deep.
fn leave_out_no_level(blocks: &mut [Block], below: usize) {
    let mut above: Vec<usize> = Vec::new();
    for block in blocks {
        let Block::Heading { level, .. } = block else { continue };
        above.retain(|other| other < level);
        above.push(*level);
        *level = below + above.len();
    }
}

/// Markdown of an appendix as blocks.
pub fn text_blocks(text: &str, place: &Place, placing: &dyn Placing, findings: &mut Vec<Finding>) -> Vec<Block> {
    let mut counter = Counter::new(&[]);
    let mut out = Vec::new();
    for piece in markdown::parse(text, Some(place), findings) {
        put(piece, &mut out, 0, &mut counter, place, placing, findings);
    }
    out
}

/// One section, by its id: what the report says there, or the template. Nothing where neither says anything.
pub fn section_blocks(
    id: &str,
    speaker: &Speaker,
    report: &Report,
    input: &Input,
    placing: &dyn Placing,
    findings: &mut Vec<Finding>,
) -> Vec<Block> {
    let counter = Counter::new(&[]);
    let (blocks, misspelt, ids) = (Vec::new(), BTreeSet::new(), Vec::new());
    let mut writer = Writer { speaker, report, input, placing, findings, counter, blocks, misspelt, ids };
    writer.section_text(id, 0);
    writer.blocks
}

struct Writer<'a, 's> {
    speaker: &'a Speaker,
    report: &'a Report,
    input: &'a Input,
    placing: &'a dyn Placing,
    findings: &'a mut Vec<Finding>,
    counter: Counter<'s>,
    blocks: Vec<Block>,
    /// Sections whose id the report misspelt: that is told already.
    misspelt: BTreeSet<String>,
    /// The ids of sections, each with the place of its heading among the blocks.
    ids: Vec<(String, usize)>,
}

impl Writer<'_, '_> {
    /// Texts of the report under ids that the outline does not have would be lost.
    fn check_section_ids(&mut self) {
        let known = super::texts::ids(self.report, self.speaker.set());
        for id in self.report.sections.keys().filter(|id| !known.contains(&id.as_str())) {
            let finding = kinds::sections::UNKNOWN_SECTION
                .finding(msg!("đề cương không có mục \"{id}\"", "the outline has no section \"{id}\""))
                .at(self.input.key_place(&format!("/sections/{}", pointer_part(id))));
            self.findings.push(finding.one_of(id, &known));
            self.misspelt.extend(nearest(id, known.iter().copied()).map(str::to_owned));
        }
    }

    /// An own outline in place of that of a set, whose opening or closing the set still speaks.
    fn tell_family_speaks(&mut self) {
        let set = self.speaker.set();
        if self.report.outline.is_empty() || set.outline.sections.is_empty() {
            return;
        }
        let around = [&set.outline.opening, &set.outline.closing];
        let spoken = |id: &&&String| {
            let is_left_out = **id == &set.outline.closing && self.report.ends_itself(id);
            set.sections.contains_key(**id) && !self.report.sections.contains_key(**id) && !is_left_out
        };
        let ids: Vec<&str> = around.iter().filter(spoken).map(|id| id.as_str()).collect();
        if ids.is_empty() {
            return;
        }
        let (ids, name) = (ids.join(", "), &set.name);
        self.findings.push(
            kinds::sections::FAMILY_SPEAKS
                .finding(msg!(
                    "đề cương riêng mà lời mở đầu, kết thúc là của bộ mẫu {name}",
                    "an own outline with the opening or closing of the set {name}"
                ))
                .at(self.input.key_place("/outline"))
                .found(&ids)
                .hint(msg!("viết {ids} vào \"sections\"", "write {ids} into \"sections\"")),
        );
    }

    /// A document without a word: a set that leaves all to the report, which brings nothing.
    fn tell_nothing_said(&mut self) {
        let has_appendices = !self.report.appendices(&self.speaker.set().form.appendices).is_empty();
        if self.blocks.is_empty() && self.findings.is_empty() && !has_appendices {
            self.findings.push(
                kinds::sections::NOTHING_SAID
                    .finding(msg!("văn bản không có lời văn nào", "the document has no text"))
                    .at(self.input.key_place("/outline"))
                    .hint(msg!(
                        "viết nội dung vào \"outline\": [{{ \"text\": \"...\" }}]",
                        "write the text into \"outline\": [{{ \"text\": \"...\" }}]"
                    )),
            );
        }
    }

    fn section(&mut self, section: &Section, level: usize) {
        let source = Arc::clone(&self.speaker.set().outline_source);
        let start = self.blocks.len();
        let before = self.findings.len();
        let title = self.speaker.fill_inside(&source, &section.title, self.findings);
        self.ids.push((section.id.clone(), start));
        if let Some(title) = &title {
            self.heading(level, label_of(title));
        }
        let text = self.blocks.len();
        let spoken = self.section_text(&section.id, level);
        let place = || Place::of_quoted(&source, Some("title"), &section.title);
        self.run_in(section.run_in, text, place);
        for below in &section.sections {
            self.section(below, level + 1);
        }
        if self.blocks.len() > text || self.findings.len() > before {
            return;
        }
        if section.optional {
            self.blocks.truncate(start);
            self.ids.retain(|(_, at)| *at < start);
            self.counter.take_back(level);
        } else if !self.misspelt.contains(&section.id) {
            self.findings.push(silent(&section.id, &title.unwrap_or_default().text, spoken, self.input));
        }
    }

    /// The sections of the report's own outline that stand before the sign `./.`, or those after it.
    fn own_sections(&mut self, outline: &[OwnSection], after_end: bool) {
        for (index, section) in outline.iter().enumerate().filter(|(_, section)| section.after_end == after_end) {
            self.own_section(section, 1, &format!("/outline/{index}"));
        }
    }

    /// Sections that should follow the sign `./.` and cannot: it ends the text of the document, before the last of its sections.
    fn tell_after_end(&mut self, sections: &[OwnSection], pointer: &str, may: bool) {
        let last = sections.iter().rposition(|section| !section.after_end);
        for (index, section) in sections.iter().enumerate() {
            let pointer = format!("{pointer}/{index}");
            if section.after_end && (!may || last.is_none_or(|last| index < last)) {
                self.findings.push(
                    kinds::sections::NOT_AFTER_END
                        .finding(msg!("mục này không đứng sau dấu ./. được", "this section cannot follow ./."))
                        .at(self.input.place(&format!("{pointer}/after_end")))
                        .hint(msg!(
                            "bỏ \"after_end\", hoặc đưa mục xuống cuối \"outline\" của báo cáo",
                            "leave \"after_end\" out, or move the section to the end of the report's \"outline\""
                        )),
                );
            }
            self.tell_after_end(&section.sections, &format!("{pointer}/sections"), false);
        }
    }

    /// The depth of a section whose own way of numbering stands further down than the depth in which it is.
    fn level_of(&mut self, section: &OwnSection, level: usize, pointer: &str) -> usize {
        let Some(numbering) = section.numbering else { return level };
        self.counter.level_of(numbering, level - 1).unwrap_or_else(|| {
            self.findings.push(
                kinds::sections::NOT_NUMBERED_SO
                    .finding(msg!(
                        "đầu mục ở cấp này không đánh số như vậy được",
                        "no heading of this depth or below is numbered so"
                    ))
                    .at(self.input.place(&format!("{pointer}/numbering")))
                    .hint(msg!(
                        "chọn một cách trong \"numbering\" của đề cương, từ cấp này trở xuống",
                        "choose one of \"numbering\" of the outline, of this depth or below"
                    )),
            );
            level
        })
    }

    fn own_section(&mut self, section: &OwnSection, level: usize, pointer: &str) {
        let level = self.level_of(section, level, pointer);
        self.ids.extend(section.id.iter().map(|id| (id.clone(), self.blocks.len())));
        if let Some(number) = section.number {
            self.counter.begin_at(level, number);
        }
        let is_article = self.counter.numbering(level) == Numbering::Article;
        if let Some(title) = &section.title {
            let place = self.input.place(&format!("{pointer}/title"));
            self.heading(level, Runs::text(&Woven::at(title, Some(&place))));
        } else if is_article {
            self.heading(level, Runs::default());
        }
        let text = self.blocks.len();
        match (section.text.as_ref().and_then(GivenText::said), &section.id) {
            (Some(words), _) => {
                let left_out = self.typed(words, level, self.input.place(&format!("{pointer}/text")));
                if left_out && self.blocks.len() == text && section.sections.is_empty() {
                    self.findings.push(
                        kinds::data_files::LEADS_NOWHERE
                            .finding(msg!(
                                "dưới đầu mục này không còn gì được in",
                                "nothing is printed under this heading"
                            ))
                            .at(self.input.place(&format!("{pointer}/title")))
                            .found(section.title.as_deref().unwrap_or_default())
                            .hint(msg!(
                                "dùng \"when_empty\": \"say\", hoặc viết thêm một câu vào mục",
                                "say \"when_empty\": \"say\", or write a sentence into the section"
                            )),
                    );
                }
            }
            (None, Some(id)) => {
                if !self.section_text(id, level) {
                    let known: Vec<&str> = self.speaker.set().sections.keys().map(String::as_str).collect();
                    self.findings.push(
                        kinds::sections::UNKNOWN_SECTION
                            .finding(msg!("mẫu không có mục \"{id}\"", "the template has no section \"{id}\""))
                            .at(self.input.place(&format!("{pointer}/id")))
                            .one_of(id, &known),
                    );
                }
            }
            (None, None) => {}
        }
        let input = self.input;
        let run_in = section.run_in || (is_article && section.title.is_none());
        self.run_in(run_in, text, || input.place(&format!("{pointer}/title")));
        for (index, below) in section.sections.iter().enumerate() {
            self.own_section(below, level + 1, &format!("{pointer}/sections/{index}"));
        }
    }

    /// Lets a text that begins with a paragraph, the first of whose blocks is `text`, begin on the line of its heading, which
    /// stands at `place`.
    fn run_in(&mut self, wanted: bool, text: usize, place: impl FnOnce() -> Place) {
        if let [Block::Heading { run_in, look, text: heading, .. }, Block::Paragraph { .. }, ..] =
            &mut self.blocks[text.saturating_sub(1)..]
        {
            *run_in = wanted && *look != Look::Part;
            let heading = plain_text(heading);
            if *run_in && !heading.is_empty() && !heading.ends_with([':', '.', ';', ',', '?', '!', '-', '–', '…']) {
                self.findings.push(
                    kinds::sections::RUN_IN_OPEN
                        .finding(msg!(
                            "lời văn in liền sau đầu mục mà đầu mục không có dấu kết thúc",
                            "the text runs on behind its heading, which ends without punctuation"
                        ))
                        .at(place())
                        .found(heading)
                        .hint(msg!(
                            "kết thúc đầu mục bằng dấu hai chấm hoặc dấu chấm",
                            "end the heading with a colon or a full stop"
                        )),
                );
            }
        }
    }

    /// Points after y): readers look for them in vain where a text refers to "điểm aa".
    fn tell_beyond_letters(&mut self, outline: &str) {
        if self.counter.is_beyond_letters {
            let (count, place) = (LETTERS.len(), self.input.place(outline));
            self.findings.push(
                kinds::sections::BEYOND_LETTERS
                    .finding(msg!(
                        "có nhiều hơn {count} điểm: sau y) là aa)",
                        "there are more than {count} points: after y) comes aa)"
                    ))
                    .at(place)
                    .hint(msg!("chia thành các khoản, hoặc đánh số", "make several clauses of them, or number them")),
            );
        }
    }

    fn heading(&mut self, level: usize, title: Runs) {
        let heading = self.counter.heading(level, title);
        self.blocks.push(heading);
    }

    /// Speaks one section; `false` where neither the report nor the template has a text for it.
    fn section_text(&mut self, id: &str, level: usize) -> bool {
        let has_template = self.speaker.set().sections.contains_key(id);
        let own = self.report.sections.get(id);
        let pointer = format!("/sections/{}", pointer_part(id));
        match own.and_then(SectionText::said) {
            Some((text, false)) => {
                self.typed(text, level, self.input.place(&pointer));
            }
            Some((text, true)) => {
                self.template(id, level);
                self.typed(text, level, self.input.place(&format!("{pointer}/add")));
            }
            None if has_template => self.template(id, level),
            None => return false,
        }
        true
    }

    fn template(&mut self, id: &str, level: usize) {
        let speaker = self.speaker;
        if let Some(source) = speaker.set().sections.get(id)
            && let Some(text) = speaker.fill(id, self.findings)
        {
            self.markdown(&text, level, Place::new(source, 0..0));
        }
    }

    /// Speaks a text of the report.
    fn typed(&mut self, text: &str, level: usize, place: Place) -> bool {
        self.markdown(&Woven::at(text, Some(&place)), level, place)
    }

    /// Speaks a text. Says whether something of it was left out.
    fn markdown(&mut self, text: &Woven<'_>, level: usize, place: Place) -> bool {
        let mut left_out = false;
        for piece in markdown::read(text, Some(&place), self.findings) {
            left_out |= put(piece, &mut self.blocks, level, &mut self.counter, &place, self.placing, self.findings);
        }
        left_out
    }
}

/// A section without a word: what stands there is empty, or nothing stands there.
fn silent(id: &str, title: &str, spoken: bool, input: &Input) -> Finding {
    let finding = if spoken {
        kinds::sections::SECTION_EMPTY
            .finding(msg!("mục \"{id}\" không có nội dung", "the section \"{id}\" says nothing"))
    } else {
        kinds::sections::SECTION_MISSING.finding(msg!(
            "báo cáo phải tự viết mục \"{id}\"",
            "the report must bring the text of the section \"{id}\""
        ))
    };
    finding.at(input.place(&format!("/sections/{}", pointer_part(id)))).hint(msg!(
        "viết nội dung mục \"{id}\" ({title}) vào \"sections\"",
        "write the text of \"{id}\" ({title}) into \"sections\""
    ))
}

/// Puts the blocks of a piece behind those before it. Says whether it was left out.
fn put(
    piece: Piece,
    all: &mut Vec<Block>,
    level: usize,
    counter: &mut Counter<'_>,
    place: &Place,
    placing: &dyn Placing,
    findings: &mut Vec<Finding>,
) -> bool {
    let block = match piece {
        Piece::Heading(depth, text) => counter.heading(level + depth, text),
        Piece::Paragraph(text) => Block::Paragraph { text },
        Piece::Item(mark, text) => Block::Item { mark, text },
        Piece::Table(table) => placing.typed(table, place, findings),
        Piece::Picture(picture) => {
            all.extend(placing.picture(picture, place, findings));
            return false;
        }
        Piece::Placed(placed) => {
            let blocks = placing.blocks(&placed, place, findings);
            let is_left_out = blocks.is_empty() && placing.is_left_out(&placed);
            if is_left_out {
                findings.extend(leads_nowhere(all, place));
            }
            all.extend(blocks);
            return is_left_out;
        }
    };
    all.push(block);
    false
}

/// What is to be said where a chart or a table of a text at `place` is not printed: the words before it may announce it.
pub fn leads_nowhere(before: &[Block], place: &Place) -> Option<Finding> {
    let (Block::Paragraph { text } | Block::Item { text, .. }) = before.last()? else { return None };
    let words = plain_text(text);
    let found = words.trim_end();
    let finding = kinds::data_files::LEADS_NOWHERE.finding(msg!(
        "lời dẫn này không dẫn đến gì: bảng hoặc biểu đồ sau nó không được in",
        "these words lead nowhere: the table or chart after them is not printed"
    ));
    found.ends_with(':').then(|| {
        finding.at(place.of_words(found)).found(found).hint(msg!(
        "dùng \"when_empty\": \"say\" để bảng in \"Không phát sinh\", hoặc viết lời đọc được cả khi không có bảng",
        "say \"when_empty\": \"say\" so that the table says \"Không phát sinh\", or choose words that hold without it"
    ))
    })
}
