//! The Markdown subset: paragraphs, `-` and `+` items, numbered items as typed, headings, bold, italic, footnotes,
//! small tables, places of charts and tables, pictures. All else is shown as text or told of.

mod lists;
mod mistakes;
mod notes;
mod pictures;
mod placed;
mod reader;
mod table;

use std::borrow::Cow;
use std::ops::Range;

use baocao_vietnamese::is_letter;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::diagnostic::{Finding, Place};
use crate::document::shifted::shifted;
use crate::document::{Inline, Runs, Table, Woven, plain_text};
use crate::limits::Limits;
use crate::{kinds, msg};
pub use lists::{Item, Sort, item};
pub use pictures::{Picture, PictureAt, pictures};
pub use placed::{Placed, PlacedKind, placed_at};
use reader::Reader;

/// A block of Markdown; headings carry no number yet.
#[derive(Debug, Clone, PartialEq)]
pub enum Piece {
    /// A heading, its depth from 1.
    Heading(usize, Runs),
    /// A paragraph.
    Paragraph(Runs),
    /// A list item and its mark.
    Item(String, Runs),
    /// A table.
    Table(Table),
    /// A chart or a table that stands elsewhere, by its id.
    Placed(Placed),
    /// A picture.
    Picture(Picture),
}

/// Reads the label of a form's row: one paragraph.
pub fn label(text: &str) -> Runs {
    label_of(&text.into())
}

/// Reads a label, or a title, that is made of parts.
pub(crate) fn label_of(text: &Woven<'_>) -> Runs {
    if is_plain(&text.text) {
        return Runs::text(text);
    }
    let mut runs = Runs::default();
    for piece in read(text, None, &mut Vec::new()) {
        match piece {
            Piece::Paragraph(text) | Piece::Item(_, text) | Piece::Heading(_, text) => runs.join(text),
            // A label has no room for it.
            Piece::Placed(placed) => runs.join(Inline::text(&placed.notation).into()),
            Piece::Picture(picture) => runs.join(Inline::text(&picture.notation).into()),
            Piece::Table(_) => {}
        }
    }
    runs
}

/// Whether a text is one line of words without any sign that Markdown could read as its own: most labels are.
fn is_plain(text: &str) -> bool {
    // `a)` and `I.` may be the marks of items.
    let begins = text.chars().take(2).filter(|c| is_letter(*c)).count() == 2;
    let plain =
        |c: char| is_letter(c) || matches!(c, '0'..='9' | ' ' | ',' | '.' | ';' | ':' | '(' | ')' | '/' | '%' | '-');
    begins && text.chars().all(plain) && !text.ends_with(' ') && !text.contains("  ")
}

/// A label without marks.
pub fn plain_label(text: &str) -> String {
    plain_text(&label(text))
}

/// Reads Markdown. `place` is where it came from, for findings.
pub fn parse(text: &str, place: Option<&Place>, findings: &mut Vec<Finding>) -> Vec<Piece> {
    read(&Woven::at(text, place), place, findings)
}

/// Reads Markdown that is made of parts.
pub(crate) fn read(woven: &Woven<'_>, place: Option<&Place>, findings: &mut Vec<Finding>) -> Vec<Piece> {
    let text = plain_signs(woven.text.as_ref());
    let events = events(&text);
    let most = Limits::NESTED_MARKS;
    if deepest(&events) > most {
        findings.push(
            kinds::texts::TOO_DEEP
                .finding(msg!("chữ đậm, nghiêng lồng nhau quá sâu", "bold and italic are nested too deeply"))
                .at(place.cloned())
                .expected(msg!("không quá {most} lớp", "at most {most} levels")),
        );
        return Vec::new();
    }
    Reader::new(woven, place, findings).read(&events)
}

/// What the library reads in a text whose own signs are hidden.
fn events(text: &str) -> Vec<(Event<'_>, Range<usize>)> {
    Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES).into_offset_iter().collect()
}

/// Stands for a `>` that Markdown would read as a quotation.
const QUOTE: char = '\u{1}';

/// Stands for the `_` of lowered letters, which Markdown would read as the end of italics.
const LOWERED: char = '\u{2}';

/// A text whose signs that mean nothing here are hidden from Markdown, byte for byte as long as it was: `>` at the beginning of
/// a line, tabulators behind its first word, the asterisk of `*)`, the sign of lowered letters.
fn plain_signs(text: &str) -> Cow<'_, str> {
    let all = if text.contains("_{") { shifted(text) } else { Vec::new() };
    if !text.contains(['>', '\t']) && !text.contains("*) ") && all.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let (mut lowered, mut start) = (all.iter().filter(|one| !one.is_raised).map(|one| one.range.start).peekable(), 0);
    for line in text.split_inclusive('\n') {
        let quote =
            line.find(|c: char| !matches!(c, ' ' | '\t' | '-' | '+' | '*')).filter(|at| line[*at..].starts_with('>'));
        let words = line.len() - line.trim_start().len();
        out.extend(line.char_indices().map(|(at, letter)| match letter {
            '>' if quote == Some(at) => QUOTE,
            // `*)` begins an item.
            '*' if at == words && line[at + 1..].starts_with(") ") => '+',
            '_' if lowered.next_if_eq(&(start + at)).is_some() => LOWERED,
            '\t' if at > words => ' ',
            letter => letter,
        }));
        start += line.len();
    }
    Cow::Owned(out)
}

/// How deep runs are nested.
fn deepest(events: &[(Event<'_>, Range<usize>)]) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    for (event, _) in events {
        match event {
            Event::Start(Tag::Strong | Tag::Emphasis | Tag::Link { .. } | Tag::Image { .. }) => depth += 1,
            Event::End(TagEnd::Strong | TagEnd::Emphasis | TagEnd::Link | TagEnd::Image) => depth -= 1,
            _ => {}
        }
        deepest = deepest.max(depth);
    }
    deepest
}
