//! The Markdown subset: paragraphs, `-` and `+` items, numbered items as typed, headings, bold, italic, footnotes,
//! small tables. All else is shown as text or told of.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use pulldown_cmark::{Alignment, Event, LinkType, Options, Parser, Tag, TagEnd};

use crate::diagnostic::{Finding, Message, Place};
use crate::document::{Align, Cell, Column, Inline, Row, Table, Weight, plain_text};
use crate::msg;

/// Bold, italic and links may be nested no deeper: what walks through runs calls itself for each level.
const DEEPEST: usize = 16;

/// Open marks beyond this many in one text are not told.
const MOST_OPEN_MARKS: usize = 3;

/// A block of Markdown; headings carry no number yet.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Piece {
    /// A heading, its depth from 1.
    Heading(usize, Vec<Inline>),
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A list item and its mark.
    Item(String, Vec<Inline>),
    /// A table.
    Table(Table),
}

/// Reads the label of a form's row: one paragraph.
pub fn label(text: &str) -> Vec<Inline> {
    let mut runs = Vec::new();
    for piece in parse(text, None, &mut Vec::new()) {
        if let Piece::Paragraph(text) | Piece::Item(_, text) | Piece::Heading(_, text) = piece {
            runs.extend(text);
        }
    }
    runs
}

/// A label without marks.
pub fn plain_label(text: &str) -> String {
    plain_text(&label(text))
}

/// Reads Markdown. `place` is where it came from, for findings.
pub(super) fn parse(text: &str, place: Option<&Place>, findings: &mut Vec<Finding>) -> Vec<Piece> {
    let events: Vec<(Event<'_>, Range<usize>)> =
        Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES).into_offset_iter().collect();
    if deepest(&events) > DEEPEST {
        findings.push(
            Finding::error(
                "van-ban/long-qua-sau",
                msg!("chữ đậm, nghiêng lồng nhau quá sâu", "bold and italic are nested too deeply"),
            )
            .at(place.cloned())
            .expected(msg!("không quá {DEEPEST} lớp", "at most {DEEPEST} levels")),
        );
        return Vec::new();
    }
    let mut reader = Reader::new(text, place, findings);
    let notes = reader.notes(&events);
    reader.notes = notes;
    let pieces = reader.blocks(&events);
    reader.tell_unused_notes();
    pieces
}

/// How deep runs are nested.
fn deepest(events: &[(Event<'_>, Range<usize>)]) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    for (event, _) in events {
        match event {
            Event::Start(Tag::Strong | Tag::Emphasis | Tag::Link { .. }) => depth += 1,
            Event::End(TagEnd::Strong | TagEnd::Emphasis | TagEnd::Link) => depth -= 1,
            _ => {}
        }
        deepest = deepest.max(depth);
    }
    deepest
}

struct Reader<'a, 'f> {
    source: &'a str,
    place: Option<&'a Place>,
    findings: &'f mut Vec<Finding>,
    notes: BTreeMap<String, Vec<Inline>>,
    used: BTreeSet<String>,
    pieces: Vec<Piece>,
    frames: Vec<Frame>,
    /// Text not yet turned into runs, so that a date is seen whole.
    pending: String,
    /// The mark of the list item that the next paragraph begins.
    mark: Option<String>,
    rows: Vec<Row>,
    columns: Vec<Column>,
    /// An image is printed as it was typed; what is inside it up to here is not read again.
    image_end: usize,
    /// Open marks so far.
    open_marks: usize,
}

/// Runs that are being gathered, and what will wrap them.
struct Frame {
    kind: FrameKind,
    runs: Vec<Inline>,
}

enum FrameKind {
    Block,
    Bold,
    Italic,
    Link(Option<String>),
}

impl<'a, 'f> Reader<'a, 'f> {
    fn new(source: &'a str, place: Option<&'a Place>, findings: &'f mut Vec<Finding>) -> Self {
        Self {
            source,
            place,
            findings,
            notes: BTreeMap::new(),
            used: BTreeSet::new(),
            pieces: Vec::new(),
            frames: Vec::new(),
            pending: String::new(),
            mark: None,
            rows: Vec::new(),
            columns: Vec::new(),
            image_end: 0,
            open_marks: 0,
        }
    }

    /// The definitions of footnotes.
    fn notes(&mut self, events: &[(Event<'_>, Range<usize>)]) -> BTreeMap<String, Vec<Inline>> {
        let mut notes = BTreeMap::new();
        let mut at = 0;
        while at < events.len() {
            if let (Event::Start(Tag::FootnoteDefinition(name)), _) = &events[at] {
                let end = (at + 1..events.len())
                    .find(|i| matches!(events[*i].0, Event::End(TagEnd::FootnoteDefinition)))
                    .unwrap_or(events.len());
                let mut runs = Vec::new();
                for piece in self.blocks(&events[at + 1..end]) {
                    if let Piece::Paragraph(text) | Piece::Heading(_, text) = piece {
                        join(&mut runs, text);
                    } else if let Piece::Item(mark, text) = piece {
                        join(&mut runs, [vec![Inline::Text(format!("{mark} "))], text].concat());
                    }
                }
                if notes.insert(name.to_string(), runs).is_some() {
                    self.tell(
                        "van-ban/chu-thich-lap",
                        msg!("chú thích [^{name}] có nội dung hai lần", "the footnote [^{name}] has two texts"),
                        events[at].1.start,
                        msg!(
                            "đặt cho mỗi chú thích một số riêng: [^1], [^2] ...",
                            "give each footnote a name of its own: [^1], [^2] ..."
                        ),
                    );
                }
                at = end;
            }
            at += 1;
        }
        notes
    }

    fn blocks(&mut self, events: &[(Event<'_>, Range<usize>)]) -> Vec<Piece> {
        let mut in_note = 0;
        self.image_end = 0;
        for (event, range) in events {
            match event {
                Event::Start(Tag::FootnoteDefinition(_)) => in_note += 1,
                Event::End(TagEnd::FootnoteDefinition) => in_note -= 1,
                _ if in_note > 0 => {}
                event => self.event(event, range.clone()),
            }
        }
        self.end_block(Piece::Paragraph);
        std::mem::take(&mut self.pieces)
    }

    fn event(&mut self, event: &Event<'_>, range: Range<usize>) {
        if range.end <= self.image_end {
            return;
        }
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(*tag),
            Event::Text(text) => {
                self.check_marks(text, range.start);
                self.text(text);
            }
            Event::Code(_) | Event::InlineHtml(_) | Event::Html(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {
                let literal = self.source[range].trim_end_matches('\n').to_owned();
                self.text(&literal);
            }
            Event::FootnoteReference(name) => self.reference(name),
            Event::SoftBreak => self.text(" "),
            Event::HardBreak => self.push(Inline::Break),
            Event::Rule => {
                self.unsupported("---");
                let source = self.source;
                self.text(source[range].trim_end());
                self.end_block(Piece::Paragraph);
            }
            Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Strong => self.open(FrameKind::Bold),
            Tag::Emphasis => self.open(FrameKind::Italic),
            Tag::Link { link_type, dest_url, .. } => {
                let shown = !matches!(link_type, LinkType::Autolink | LinkType::Email);
                self.open(FrameKind::Link(shown.then(|| dest_url.to_string())));
            }
            Tag::Item => {
                self.end_block(Piece::Paragraph);
                let rest = &self.source[range];
                let mark = rest.split_whitespace().next().unwrap_or("-");
                self.mark = Some(if mark == "*" { "-".to_owned() } else { mark.to_owned() });
            }
            Tag::Heading { .. } if !self.source[range.clone()].starts_with('#') => {
                self.end_block(Piece::Paragraph);
                self.unsupported("===, ---");
            }
            Tag::CodeBlock(_) => {
                self.end_block(Piece::Paragraph);
                self.unsupported("```");
            }
            Tag::Image { .. } => {
                self.unsupported("![]()");
                self.image_end = range.end;
                let source = self.source;
                self.text(&source[range]);
            }
            Tag::Table(aligns) => {
                self.end_block(Piece::Paragraph);
                self.columns = aligns
                    .iter()
                    .map(|align| Column {
                        share: 1.0,
                        align: match align {
                            Alignment::None | Alignment::Left => Align::Left,
                            Alignment::Center => Align::Center,
                            Alignment::Right => Align::Right,
                        },
                    })
                    .collect();
            }
            Tag::TableHead | Tag::TableRow => self.rows.push(Row::new(Vec::new())),
            Tag::TableCell => self.open(FrameKind::Block),
            _ => self.end_block(Piece::Paragraph),
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Strong | TagEnd::Emphasis | TagEnd::Link => self.close(),
            TagEnd::Heading(level) => self.end_block(|text| Piece::Heading(level as usize, text)),
            TagEnd::TableCell => {
                let runs = self.take_runs();
                if let Some(row) = self.rows.last_mut() {
                    row.cells.push(Cell::new(runs));
                }
            }
            TagEnd::Table => {
                let rows = std::mem::take(&mut self.rows);
                let columns = std::mem::take(&mut self.columns);
                self.pieces.push(Piece::Table(small_table(columns, rows)));
            }
            TagEnd::TableHead | TagEnd::TableRow | TagEnd::Image => {}
            TagEnd::Item => {
                self.end_block(Piece::Paragraph);
                self.mark = None;
            }
            _ => self.end_block(Piece::Paragraph),
        }
    }

    fn text(&mut self, text: &str) {
        self.pending.push_str(text);
    }

    fn flush(&mut self) {
        if self.pending.is_empty() {
            return;
        }
        let text = std::mem::take(&mut self.pending);
        let runs = Inline::text(&text);
        self.frame().runs.extend(runs);
    }

    fn frame(&mut self) -> &mut Frame {
        if self.frames.is_empty() {
            self.frames.push(Frame { kind: FrameKind::Block, runs: Vec::new() });
        }
        let last = self.frames.len() - 1;
        &mut self.frames[last]
    }

    fn push(&mut self, inline: Inline) {
        self.flush();
        self.frame().runs.push(inline);
    }

    fn open(&mut self, kind: FrameKind) {
        self.flush();
        self.frame();
        self.frames.push(Frame { kind, runs: Vec::new() });
    }

    fn close(&mut self) {
        self.flush();
        let Some(frame) = self.frames.pop() else { return };
        match frame.kind {
            FrameKind::Bold => self.push(Inline::Bold(frame.runs)),
            FrameKind::Italic => self.push(Inline::Italic(frame.runs)),
            FrameKind::Link(address) => {
                let shown = plain_text(&frame.runs);
                self.frame().runs.extend(frame.runs);
                if let Some(address) = address.filter(|address| *address != shown) {
                    self.text(&format!(" ({address})"));
                }
            }
            FrameKind::Block => self.frames.push(frame),
        }
    }

    fn take_runs(&mut self) -> Vec<Inline> {
        self.flush();
        self.frames.pop().map(|frame| frame.runs).unwrap_or_default()
    }

    /// Ends the block that is being gathered, if any.
    fn end_block(&mut self, make: impl FnOnce(Vec<Inline>) -> Piece) {
        if self.frames.is_empty() && self.pending.trim().is_empty() {
            self.pending.clear();
            return;
        }
        let runs = self.take_runs();
        if runs.is_empty() {
            return;
        }
        let piece = match self.mark.take() {
            Some(mark) => Piece::Item(mark, runs),
            None => make(runs),
        };
        self.pieces.push(piece);
    }

    fn reference(&mut self, name: &str) {
        self.used.insert(name.to_owned());
        let note = self.notes.get(name).cloned().unwrap_or_default();
        self.push(Inline::Footnote(note));
    }

    /// A mark that opens or closes nothing, and a reference to a footnote that is not there.
    fn check_marks(&mut self, text: &str, start: usize) {
        for (at, _) in text.match_indices('*') {
            let offset = start + at;
            let before = self.source[..offset].chars().next_back();
            let after = self.source[offset + 1..].chars().next();
            let opens_word = after.is_some_and(char::is_alphanumeric) && !before.is_some_and(char::is_alphanumeric);
            // A run of marks is judged by its first; an escaped one is text.
            if !matches!(before, Some('\\' | '*')) && (after == Some('*') || opens_word) {
                self.open_marks += 1;
                if self.open_marks > MOST_OPEN_MARKS {
                    return;
                }
                self.tell(
                    "van-ban/dau-khong-dong",
                    msg!(
                        "dấu * mở chữ đậm hoặc nghiêng mà không đóng",
                        "a * opens bold or italic and nothing closes it"
                    ),
                    offset,
                    msg!(
                        "đóng bằng cùng số dấu *, hoặc viết \\* nếu là dấu sao",
                        "close it with as many *, or write \\* for an asterisk"
                    ),
                );
                return;
            }
        }
        // The library gives a reference without a definition as plain text, bracket by bracket.
        if let Some(rest) = self.source.get(start..)
            && rest.starts_with("[^")
            && !self.source[..start].ends_with('\\')
            && let Some(end) = rest.find(']')
            && end < 40
        {
            let name = &rest[2..end];
            self.tell(
                "van-ban/thieu-chu-thich",
                msg!("chú thích [^{name}] không có nội dung", "the footnote [^{name}] has no text"),
                start,
                msg!(
                    "thêm \\n\\n[^{name}]: và nội dung chú thích vào cuối mục này",
                    "add \\n\\n[^{name}]: and its text at the end of this section"
                ),
            );
        }
    }

    fn tell_unused_notes(&mut self) {
        let unused: Vec<String> = self.notes.keys().filter(|name| !self.used.contains(*name)).cloned().collect();
        for name in unused {
            let offset = self.source.find(&format!("[^{name}]:")).unwrap_or(0);
            self.tell(
                "van-ban/chu-thich-thua",
                msg!("chú thích [^{name}] không được dẫn ở đâu", "nothing refers to the footnote [^{name}]"),
                offset,
                msg!(
                    "đặt [^{name}] vào chỗ cần chú thích, hoặc xóa chú thích",
                    "put [^{name}] where it belongs, or delete the footnote"
                ),
            );
        }
    }

    fn tell(&mut self, id: &'static str, message: Message, offset: usize, hint: Message) {
        let line = self.source[offset..].lines().next().unwrap_or_default();
        let excerpt: String = line.chars().take(40).collect();
        self.findings.push(Finding::error(id, message).at(self.place.cloned()).found(excerpt).hint(hint));
    }

    fn unsupported(&mut self, mark: &str) {
        self.findings.push(
            Finding::warning(
                "van-ban/ngoai-tap-con",
                msg!(
                    "Markdown này không dùng được ở đây; in như chữ thường",
                    "this Markdown has no meaning here; it is printed as text"
                ),
            )
            .at(self.place.cloned())
            .found(mark)
            .expected(msg!(
                "đoạn văn, gạch đầu dòng - và +, **đậm**, *nghiêng*, chú thích [^1], bảng nhỏ, đầu mục #",
                "paragraphs, - and + items, **bold**, *italic*, footnotes [^1], small tables, # headings"
            )),
        );
    }
}

/// Appends runs after a space.
fn join(runs: &mut Vec<Inline>, more: Vec<Inline>) {
    if !runs.is_empty() {
        runs.push(Inline::Text(" ".to_owned()));
    }
    runs.extend(more);
}

/// A table of the narrative; its first row is the header, columns share the width by what they hold.
fn small_table(mut columns: Vec<Column>, mut rows: Vec<Row>) -> Table {
    for (index, column) in columns.iter_mut().enumerate() {
        let widths =
            rows.iter().filter_map(|row| row.cells.get(index)).map(|cell| plain_text(&cell.text).chars().count());
        let widest = widths.max().unwrap_or(1).clamp(4, 60);
        column.share = f64::from(u32::try_from(widest).unwrap_or(60)).sqrt();
    }
    let count = columns.len();
    for row in &mut rows {
        row.cells.resize(count, Cell::new(Vec::new()));
    }
    let mut rows = rows.into_iter();
    let mut header: Vec<Row> = rows.next().into_iter().collect();
    for cell in header.iter_mut().flat_map(|row| &mut row.cells) {
        cell.weight = Weight::Bold;
    }
    let summary =
        header.iter().flat_map(|row| &row.cells).map(|cell| plain_text(&cell.text)).collect::<Vec<_>>().join(", ");
    Table { summary, columns, header, body: rows.collect() }.kept_together()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(text: &str) -> (Vec<String>, Vec<&'static str>) {
        let mut findings = Vec::new();
        let pieces = parse(text, None, &mut findings);
        let lines = pieces
            .iter()
            .map(|piece| match piece {
                Piece::Heading(level, text) => format!("h{level} {}", plain_text(text)),
                Piece::Paragraph(text) => plain_text(text),
                Piece::Item(mark, text) => format!("{mark} {}", plain_text(text)),
                Piece::Table(table) => format!("table {}x{}", table.columns.len(), table.body.len()),
            })
            .collect();
        (lines, findings.iter().map(|finding| finding.id).collect())
    }

    #[test]
    fn blocks_of_the_subset() {
        let text = "Mở đầu\nnối dòng.\n\n- Một;\n- Hai:\n  + Con;\n+ Ba.\n\n4. Bốn\n\n2.1. Năm\n\n| A | B |\n|---|--:|\n| 1 | 2 |";
        let (lines, findings) = shown(text);
        assert_eq!(
            lines,
            ["Mở đầu nối dòng.", "- Một;", "- Hai:", "+ Con;", "+ Ba.", "4. Bốn", "2.1. Năm", "table 2x1"]
        );
        assert!(findings.is_empty(), "{findings:?}");
    }

    #[test]
    fn syntax_of_others_is_text() {
        let text = "#read(\"/etc/passwd\") {{x}} $a$ @b `c` <b>d</b> https://e.vn <script>";
        assert_eq!(shown(text), (vec![text.to_owned()], vec![]));
        assert_eq!(shown("<div>\nmột\n</div>").0, ["<div>một</div>"]);
        assert_eq!(shown("a \\* b, 3 * 4, tổng số*, (*)").0, ["a * b, 3 * 4, tổng số*, (*)"]);
    }

    #[test]
    fn footnotes_are_found_and_missed() {
        let mut findings = Vec::new();
        let pieces = parse("Một[^1].\n\n[^1]: Kế hoạch\n  số 5.", None, &mut findings);
        let Piece::Paragraph(runs) = &pieces[0] else { panic!("{pieces:?}") };
        let Inline::Footnote(note) = &runs[1] else { panic!("{runs:?}") };
        assert_eq!(plain_text(note), "Kế hoạch số 5.");
        assert_eq!(shown("Một[^2]").1, ["van-ban/thieu-chu-thich"]);
        assert_eq!(shown("Một\n\n[^2]: x").1, ["van-ban/chu-thich-thua"]);
    }

    #[test]
    fn open_marks_are_told() {
        assert_eq!(shown("Đây là **đậm").1, ["van-ban/dau-khong-dong"]);
        assert_eq!(shown("Đây là *nghiêng").1, ["van-ban/dau-khong-dong"]);
        assert_eq!(shown("**đậm** và *nghiêng*").1, Vec::<&str>::new());
    }

    #[test]
    fn what_is_outside_the_subset_is_told_and_printed() {
        let told = vec!["van-ban/ngoai-tap-con"];
        assert_eq!(
            shown("Trước ![ảnh *con dấu*](dau.png) sau"),
            (vec!["Trước ![ảnh *con dấu*](dau.png) sau".to_owned()], told.clone())
        );
        assert_eq!(
            shown("Một\n\n---\n\nHai"),
            (vec!["Một".to_owned(), "---".to_owned(), "Hai".to_owned()], told.clone())
        );
        assert_eq!(shown("```\nmã\n```").1, told);
        assert_eq!(shown("\\[^1\\] \\*"), (vec!["[^1] *".to_owned()], vec![]));
    }

    proptest! {
        #[test]
        fn nothing_panics(text in "[-+*_\\[\\]^:|#<>`0-9a-zđ .\\n]{0,80}") {
            let _ = shown(&text);
        }
    }
}
