//! From the events of the library to blocks and runs.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;

use pulldown_cmark::{Alignment, Event, LinkType, Tag, TagEnd};

use super::lists::{self, Begins, Mark, Sort};
use super::pictures::{self, PictureAt};
use super::table::small_table;
use super::{Piece, QUOTE};
use crate::diagnostic::{Finding, Id, Kind, Place, Within};
use crate::document::shifted::{Shifted, shifted};
use crate::document::{Align, Cell, Cited, Inline, Part, Row, Runs, Tracer, Woven, plain_text};

/// Has no width, and is no letter: it holds what stands around it together.
const NO_BREAK: char = '\u{2060}';

/// So many findings of a kind are kept of a text; more are counted.
const MOST_TOLD: usize = 1_000;

/// Gathers runs until their block ends.
pub(super) struct Reader<'a, 'f> {
    pub(super) woven: &'a Woven<'a>,
    pub(super) source: &'a str,
    pub(super) place: Option<&'a Place>,
    /// Where its parts stand in that place.
    within: OnceCell<Option<Within<'a>>>,
    pub(super) findings: &'f mut Vec<Finding>,
    /// How many findings of each kind there are, and the last of them that is kept.
    told: HashMap<Id, (usize, usize)>,
    pub(super) notes: BTreeMap<String, Runs>,
    pub(super) used: BTreeSet<String>,
    pub(super) pieces: Vec<Piece>,
    frames: Vec<Frame>,
    /// Text not yet turned into runs, so that a date is seen whole.
    pending: String,
    /// What its parts came from, and the text before it.
    parts: Vec<Part>,
    tracer: Tracer,
    /// The mark of the list item that the next paragraph begins.
    mark: Option<String>,
    /// Whether the next text begins a line of its block, and what the line before began with.
    line: Option<Line>,
    began: Option<Sort>,
    rows: Vec<Row>,
    columns: Vec<Option<Align>>,
    /// An image is printed as it was typed; what is inside it up to here is not read again.
    pub(super) image_end: usize,
    /// The paragraph that is being read, and in how many items, quotations and footnotes it stands.
    pub(super) paragraph: Range<usize>,
    pub(super) inside: usize,
    /// Where charts and tables are placed.
    pub(super) placed: Vec<Range<usize>>,
    /// Its pictures.
    pub(super) pictures: Vec<PictureAt>,
    /// Its raised and lowered letters.
    pub(super) shifted: Vec<Shifted>,
    /// Open marks so far.
    pub(super) open_marks: usize,
    /// Whether a line of `===` or `---` made the heading that is being read.
    underlined: bool,
    /// The depth of the last heading of the text.
    pub(super) depth: usize,
}

/// Runs that are being gathered, and what will wrap them.
struct Frame {
    kind: FrameKind,
    runs: Vec<Inline>,
}

/// A line that begins.
enum Line {
    /// The first of its block.
    First,
    /// Another one.
    Next,
}

enum FrameKind {
    Block,
    Bold,
    Italic,
    Link(Option<String>),
}

impl<'a, 'f> Reader<'a, 'f> {
    pub(super) fn new(woven: &'a Woven<'a>, place: Option<&'a Place>, findings: &'f mut Vec<Finding>) -> Self {
        Self {
            woven,
            source: &woven.text,
            place,
            within: OnceCell::new(),
            findings,
            told: HashMap::new(),
            notes: BTreeMap::new(),
            used: BTreeSet::new(),
            pieces: Vec::new(),
            frames: Vec::new(),
            pending: String::new(),
            parts: Vec::new(),
            tracer: Tracer::default(),
            mark: None,
            line: None,
            began: None,
            rows: Vec::new(),
            columns: Vec::new(),
            image_end: 0,
            paragraph: 0..0,
            inside: 0,
            placed: Vec::new(),
            pictures: Vec::new(),
            shifted: shifted(&woven.text),
            open_marks: 0,
            underlined: false,
            depth: 0,
        }
    }

    /// The place of some bytes of the text.
    pub(super) fn place_of(&self, range: Range<usize>) -> Option<Place> {
        let within = self.within.get_or_init(|| self.place.map(|place| Within::new(place, self.source)));
        within.as_ref().map(|within| within.at(range))
    }

    /// Whether one more finding of a kind, which is told next, is kept; if not it is counted.
    pub(super) fn keeps(&mut self, kind: &Kind) -> bool {
        let (count, last) = self.told.entry(kind.id).or_default();
        *count += 1;
        if *count > MOST_TOLD {
            self.findings[*last].more += 1;
            return false;
        }
        *last = self.findings.len();
        true
    }

    /// All blocks of a text.
    pub(super) fn read(mut self, events: &[(Event<'_>, Range<usize>)]) -> Vec<Piece> {
        self.pictures = pictures::of_events(self.source, events);
        self.notes = self.notes(events);
        let pieces = self.blocks(events);
        self.tell_unused_notes();
        let placed = std::mem::take(&mut self.placed);
        self.tell_half_placed(&placed);
        pieces
    }

    pub(super) fn blocks(&mut self, events: &[(Event<'_>, Range<usize>)]) -> Vec<Piece> {
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
            Event::End(tag) => self.end(*tag, range),
            Event::Text(text) => {
                let written = &self.source[range.clone()];
                let is_quote = text.starts_with(QUOTE) && written.starts_with('>');
                // What stands there: `&amp;`, and signs that were hidden from Markdown.
                let is_written = written.starts_with('&') || text.len() == written.len();
                let text = if is_written { written } else { text };
                self.check_marks(text, range.start);
                let whole = text.len();
                let text = self.begin_line(text, range.start);
                let is_number = |words: &str| words.trim_start().starts_with(|c: char| c.is_ascii_digit());
                if is_quote && text.len() == whole && !is_number(&written[1..]) {
                    self.unsupported(written);
                }
                let start = range.end - text.len().min(range.len());
                if self.source.get(start..range.end) == Some(text) {
                    self.typed(text, start);
                } else {
                    self.pending.push_str(text);
                }
            }
            Event::Code(_) | Event::InlineHtml(_) | Event::Html(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {
                // The end of a line is a space, as it is between words.
                let written = self.source[range.clone()].trim_end_matches('\n').replace('\n', " ");
                self.text_at(&written, range.start);
            }
            Event::FootnoteReference(name) => self.reference(name),
            Event::SoftBreak => {
                self.text_at(" ", range.start);
                self.line = Some(Line::Next);
            }
            Event::HardBreak => {
                self.push(Inline::Break);
                self.tracer.letter();
                self.line = Some(Line::Next);
            }
            Event::Rule => {
                let source = &self.source[range.clone()];
                self.unsupported(source);
                self.text_at(source.trim_end(), range.start);
                self.end_block(Piece::Paragraph);
            }
            Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Strong | Tag::Emphasis => {
                self.check_product(range.start);
                self.begin_emphasised_line(range.start);
                self.open(if matches!(tag, Tag::Strong) { FrameKind::Bold } else { FrameKind::Italic });
            }
            Tag::Link { link_type, dest_url, .. } => {
                let shown = !matches!(link_type, LinkType::Autolink | LinkType::Email);
                self.open(FrameKind::Link(shown.then(|| dest_url.to_string())));
            }
            Tag::Paragraph => {
                self.end_block(Piece::Paragraph);
                self.check_table(range.clone());
                self.paragraph = range;
                self.line = Some(Line::First);
            }
            Tag::Item => {
                self.end_block(Piece::Paragraph);
                self.inside += 1;
                let rest = &self.source[range];
                let mark = rest.split_whitespace().next().unwrap_or("-");
                self.began = mark.starts_with(|c: char| c.is_ascii_digit()).then_some(Sort::Number);
                self.mark = Some(if mark == "*" { "-".to_owned() } else { mark.to_owned() });
            }
            Tag::Heading { level, .. } => {
                self.end_block(Piece::Paragraph);
                self.underlined = !self.source[range.clone()].starts_with('#');
                if self.underlined {
                    self.unsupported(self.source[range].trim_end().lines().last().unwrap_or_default());
                } else {
                    self.check_depth(*level as usize, range.start);
                }
            }
            Tag::CodeBlock(_) => {
                self.end_block(Piece::Paragraph);
                self.unsupported(&self.source[range]);
            }
            Tag::Image { dest_url, .. } => self.image(dest_url, range),
            Tag::Table(aligns) => {
                self.end_block(Piece::Paragraph);
                let align = |align: &Alignment| match align {
                    Alignment::None => None,
                    Alignment::Left => Some(Align::Left),
                    Alignment::Center => Some(Align::Center),
                    Alignment::Right => Some(Align::Right),
                };
                self.columns = aligns.iter().map(align).collect();
            }
            Tag::TableHead | Tag::TableRow => {
                self.check_row(range, self.columns.len());
                self.rows.push(Row::new(Vec::new()));
            }
            Tag::TableCell => self.open(FrameKind::Block),
            _ => self.end_block(Piece::Paragraph),
        }
    }

    fn end(&mut self, tag: TagEnd, range: Range<usize>) {
        match tag {
            TagEnd::Strong | TagEnd::Emphasis | TagEnd::Link => self.close(),
            TagEnd::Heading(_) if self.underlined => {
                self.end_block(Piece::Paragraph);
                // What would make it a heading is printed as it was typed.
                let source = self.source[range.clone()].trim_end();
                let start = source.rfind('\n').map_or(0, |at| at + 1);
                self.text_at(&source[start..], range.start + start);
                self.end_block(Piece::Paragraph);
            }
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
                self.pieces.push(Piece::Table(small_table(&columns, rows)));
            }
            TagEnd::TableHead | TagEnd::TableRow | TagEnd::Image => {}
            TagEnd::Item => {
                self.end_block(Piece::Paragraph);
                self.mark = None;
                self.inside -= 1;
            }
            _ => self.end_block(Piece::Paragraph),
        }
    }

    /// The text of a line that may begin an item, without the mark of that item. It stands at `start`.
    fn begin_line<'t>(&mut self, text: &'t str, start: usize) -> &'t str {
        let Some(line) = self.line.take() else { return text };
        let inside = self.frames.iter().any(|frame| !matches!(frame.kind, FrameKind::Block));
        let escaped = self.source[..start].ends_with('\\');
        // No-break spaces are what Word indents with.
        let words = text.trim_start();
        let start = start + text.len() - words.len();
        let Some(mark) = lists::mark(words).filter(|_| !inside && !escaped) else { return text };
        match line {
            Line::First => {
                self.began = Some(mark.sort);
                // Words that begin with a letter or a number are printed as they are.
                let is_word = matches!(mark.sort, Sort::Letter | Sort::Number);
                let is_doubtful = lists::is_doubtful(mark);
                if self.mark.is_some() || is_word || is_doubtful && !lists::is_followed(mark, &self.source[start..]) {
                    return text;
                }
            }
            Line::Next if self.begins_item(mark, start) => {}
            Line::Next => return text,
        }
        self.mark = Some(lists::printed(mark));
        words.get(mark.length..).unwrap_or_default()
    }

    /// A line that begins in bold or italics: its mark stays what it is, and the line is one of its own.
    fn begin_emphasised_line(&mut self, start: usize) {
        let Some(line) = self.line.take() else { return };
        let text = lists::bare(self.source[start..].lines().next().unwrap_or_default());
        let Some(mark) = lists::mark(&text) else { return };
        match line {
            Line::First => self.began = Some(mark.sort),
            Line::Next => {
                self.begins_item(mark, start);
            }
        }
    }

    /// Whether a line that is not the first begins an item; the block before it ends then.
    fn begins_item(&mut self, mark: Mark<'_>, start: usize) -> bool {
        let begins = lists::begins(mark, &self.before(), self.began, &self.source[start..]);
        match begins {
            Begins::Item => {
                self.end_block(Piece::Paragraph);
                self.began = Some(mark.sort);
            }
            Begins::Unsure => self.tell_run_on(start),
            Begins::Nothing => {}
        }
        begins == Begins::Item
    }

    /// The text of the block so far.
    fn before(&self) -> String {
        let runs = self.frames.last().map(|frame| plain_text(&frame.runs)).unwrap_or_default();
        runs + &self.pending
    }

    /// A text between marks that stands in the source from a byte on. `\^{` raises nothing.
    fn typed(&mut self, text: &str, start: usize) {
        let is_sign = text.starts_with("^{") || text.starts_with("_{");
        let (sign, rest) = text.split_at(usize::from(is_sign && self.source[..start].ends_with('\\')));
        if !sign.is_empty() {
            self.text_at(sign, start);
            self.pending.push(NO_BREAK);
        }
        self.text_at(rest, start + sign.len());
    }

    /// A text that stands in the source from a byte on.
    pub(super) fn text_at(&mut self, text: &str, start: usize) {
        let before = self.pending.len();
        let parts = self.woven.parts_of(start..start + text.len());
        self.parts.extend(parts.map(|(at, origin)| (before + at.start..before + at.end, origin)));
        self.pending.push_str(text);
    }

    fn flush(&mut self) {
        let (text, parts) = (std::mem::take(&mut self.pending), std::mem::take(&mut self.parts));
        if text.is_empty() {
            return;
        }
        self.tracer.text(&text, &parts);
        self.frame().runs.extend(Inline::text(&text));
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
                    self.pending.push_str(&format!(" ({address})"));
                }
            }
            FrameKind::Block => self.frames.push(frame),
        }
    }

    /// Spaces and line breaks at the end of a block are none of its text.
    fn trim_end(&mut self) {
        self.pending.truncate(self.pending.trim_end_matches(' ').len());
        if self.pending.is_empty()
            && let Some(frame) = self.frames.last_mut()
        {
            while matches!(frame.runs.last(), Some(Inline::Break)) {
                frame.runs.pop();
            }
        }
    }

    fn take_runs(&mut self) -> Runs {
        self.flush();
        let runs = self.frames.pop().map(|frame| frame.runs).unwrap_or_default();
        self.tracer.runs(runs)
    }

    /// Ends the block that is being gathered, if any.
    fn end_block(&mut self, make: impl FnOnce(Runs) -> Piece) {
        if self.frames.is_empty() && self.pending.trim().is_empty() {
            self.pending.clear();
            self.parts.clear();
            return;
        }
        self.trim_end();
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
        let text = self.notes.get(name).cloned().unwrap_or_default();
        // Its mark stands right behind the word.
        self.pending.truncate(self.pending.trim_end_matches([' ', '\u{a0}']).len());
        let first = self.used.insert(name.to_owned());
        self.push(if first { Inline::Footnote(text) } else { Inline::Cited(Cited { back: 0, text }) });
    }
}
