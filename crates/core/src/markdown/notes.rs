//! The texts of footnotes.

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::Piece;
use super::reader::Reader;
use crate::document::{Inline, Runs, plain_text, width};
use crate::{kinds, msg};

/// The width of a note on an upright page with the usual margins, in units of its size; and half of the lines of a page.
const ROOM: f64 = 155.0 * 72.0 / 25.4 / 11.0;
const MOST_LINES: usize = 28;

impl Reader<'_, '_> {
    /// The definitions of footnotes.
    pub(super) fn notes(&mut self, events: &[(Event<'_>, Range<usize>)]) -> BTreeMap<String, Runs> {
        let mut notes = BTreeMap::new();
        let mut at = 0;
        while at < events.len() {
            if let (Event::Start(Tag::FootnoteDefinition(name)), _) = &events[at] {
                let end = (at + 1..events.len())
                    .find(|i| matches!(events[*i].0, Event::End(TagEnd::FootnoteDefinition)))
                    .unwrap_or(events.len());
                let (mut runs, told) = (Runs::default(), self.findings.len());
                self.inside += 1;
                let pieces = self.blocks(&events[at + 1..end]);
                self.inside -= 1;
                for piece in pieces {
                    if let Piece::Paragraph(text) | Piece::Heading(_, text) = piece {
                        join(&mut runs, text);
                    } else if let Piece::Item(mark, text) = piece {
                        let mut item = Runs::from(vec![Inline::Text(format!("{mark} "))]);
                        item.join(text);
                        join(&mut runs, item);
                    }
                }
                if runs.is_empty() && self.findings.len() == told {
                    self.tell(
                        &kinds::texts::NOTE_MISSING,
                        msg!("chú thích [^{name}] không có nội dung", "the footnote [^{name}] has no text"),
                        events[at].1.start,
                        msg!("viết nội dung sau [^{name}]:", "write its text after [^{name}]:"),
                    );
                }
                self.check_length(name, &runs);
                if notes.insert(name.to_string(), runs).is_some() {
                    self.tell(
                        &kinds::texts::NOTE_TWICE,
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
}

impl Reader<'_, '_> {
    /// A note that fills more than half of a page.
    fn check_length(&mut self, name: &str, note: &[Inline]) {
        let lines = width::most_lines(&plain_text(note), ROOM);
        if lines > MOST_LINES {
            let mark = format!("[^{name}]:");
            if !self.keeps(&kinds::texts::NOTE_TOO_LONG) {
                return;
            }
            let place = match self.source.find(&mark) {
                Some(at) => self.place_of(at..at + mark.len()),
                None => self.place.cloned(),
            };
            self.findings.push(
                kinds::texts::NOTE_TOO_LONG
                    .finding(msg!(
                        "chú thích [^{name}] dài quá nửa trang",
                        "the footnote [^{name}] fills more than half of a page"
                    ))
                    .at(place)
                    .found(lines.to_string())
                    .expected(msg!("không quá {MOST_LINES} dòng", "at most {MOST_LINES} lines"))
                    .hint(msg!(
                        "rút gọn, hoặc đưa vào lời văn, vào phụ lục",
                        "shorten it, or move it into the text or an appendix"
                    )),
            );
        }
    }
}

/// Appends runs after a space.
fn join(runs: &mut Runs, more: Runs) {
    if !runs.is_empty() {
        runs.push(Inline::Text(" ".to_owned()));
    }
    runs.join(more);
}
