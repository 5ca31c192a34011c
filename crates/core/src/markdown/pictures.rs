//! Pictures that a text places: `![words for those who cannot see it](folder/file.png "caption")`, each a paragraph of its own.
//! The caption may stand in italics on the line below as well, or in a paragraph of its own.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use super::reader::Reader;
use super::{Piece, label_of};
use crate::document::{Runs, plain_text};
use crate::{kinds, msg};

/// A picture that a text places.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// What it says to those who cannot see it.
    pub alt: String,
    /// The path of its file, as it is written.
    pub path: String,
    /// Its caption; empty where it has none.
    pub caption: Runs,
    /// How it is written.
    pub notation: String,
}

/// Where a picture stands in a text, in bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PictureAt {
    /// The picture, without a caption on a line of its own.
    pub image: Range<usize>,
    /// The picture with its caption.
    pub whole: Range<usize>,
    /// The words for those who cannot see it.
    pub alt: Range<usize>,
    /// The caption.
    pub caption: Option<Range<usize>>,
    /// The path of its file.
    pub path: String,
    /// Whether it is a paragraph of its own.
    pub is_alone: bool,
}

/// The pictures of a text, in order.
///
/// ```
/// use baocao_core::markdown::pictures;
/// let text = "Sơ đồ:\n\n![Năm bước](anh/so-do.png)\n*Hình 1. Quy trình*";
/// let picture = &pictures(text)[0];
/// assert!(picture.is_alone);
/// assert_eq!(&text[picture.alt.clone()], "Năm bước");
/// assert_eq!(picture.caption.clone().map(|caption| &text[caption]), Some("Hình 1. Quy trình"));
/// ```
pub fn pictures(text: &str) -> Vec<PictureAt> {
    if text.contains("![") { of_events(text, &super::events(&super::plain_signs(text))) } else { Vec::new() }
}

/// The pictures of a text that was parsed; none that stands in the words of another.
pub(super) fn of_events(source: &str, events: &[(Event<'_>, Range<usize>)]) -> Vec<PictureAt> {
    let mut all = Vec::new();
    // In how much more than paragraphs the text is, and in how many images.
    let (mut inside, mut images) = (0_usize, 0_usize);
    let mut paragraph = 0..0;
    let mut open = None;
    for (at, (event, range)) in events.iter().enumerate() {
        match event {
            Event::Start(Tag::Paragraph) => paragraph = range.clone(),
            Event::Start(Tag::Image { link_type, dest_url, title, .. }) => {
                let is_picture = *link_type == LinkType::Inline && super::placed::scheme(dest_url).is_none();
                if images == 0 && is_picture {
                    open = Some(begun(source, range, dest_url, title));
                }
                images += 1;
            }
            Event::End(TagEnd::Image) => {
                images = images.saturating_sub(1);
                if let Some(mut one) = open.take_if(|_| images == 0) {
                    if inside == 0 && source[paragraph.start..one.image.start].trim().is_empty() {
                        settle(&mut one, source, &paragraph, &events[at + 1..]);
                    }
                    all.push(one);
                }
            }
            Event::Start(tag) if is_around(tag) => inside += 1,
            Event::End(tag) if is_end_of_around(*tag) => inside = inside.saturating_sub(1),
            _ => {}
        }
    }
    all
}

/// A picture of which it is not known yet whether it stands alone.
fn begun(source: &str, image: &Range<usize>, path: &str, title: &str) -> PictureAt {
    let alt = alt(source, image);
    let address = source[alt.end..image.end].find("](").map(|at| alt.end + at + "](".len()..image.end - 1);
    let caption = address.filter(|_| !title.trim().is_empty()).and_then(|address| in_quotes(source, address));
    PictureAt { image: image.clone(), whole: image.clone(), alt, caption, path: path.to_owned(), is_alone: false }
}

/// Says of a picture that begins its paragraph whether it is all of it, and what its caption is. `behind` is what follows it.
fn settle(one: &mut PictureAt, source: &str, paragraph: &Range<usize>, behind: &[(Event<'_>, Range<usize>)]) {
    one.is_alone = source[one.image.end..paragraph.end].trim().is_empty();
    let below = match behind {
        [(Event::SoftBreak, _), rest @ ..] => rest,
        [(Event::End(TagEnd::Paragraph), _), (Event::Start(Tag::Paragraph), _), rest @ ..] => rest,
        _ => return,
    };
    if let Some(line) = in_italics(source, below).filter(|_| one.caption.is_none()) {
        one.whole.end = line.end;
        one.caption = Some(line.start + 1..line.end - 1);
        one.is_alone = true;
    }
}

fn is_around(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::Item
            | Tag::BlockQuote(_)
            | Tag::FootnoteDefinition(_)
            | Tag::TableCell
            | Tag::Heading { .. }
            | Tag::Link { .. }
    )
}

fn is_end_of_around(tag: TagEnd) -> bool {
    matches!(
        tag,
        TagEnd::Item
            | TagEnd::BlockQuote(_)
            | TagEnd::FootnoteDefinition
            | TagEnd::TableCell
            | TagEnd::Heading(_)
            | TagEnd::Link
    )
}

/// The words between the brackets of an image.
fn alt(source: &str, image: &Range<usize>) -> Range<usize> {
    let start = image.start + "![".len();
    let (mut open, mut is_escaped) = (1, false);
    for (at, c) in source[start..image.end].char_indices() {
        match c {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            '[' => open += 1,
            ']' => open -= 1,
            _ => {}
        }
        if open == 0 {
            return trimmed(source, start..start + at);
        }
    }
    // A bracket that is code.
    let end = source[start..image.end].rfind("](").unwrap_or_default();
    trimmed(source, start..start + end)
}

/// What stands in quotation marks, or brackets, at the end of some bytes.
fn in_quotes(source: &str, address: Range<usize>) -> Option<Range<usize>> {
    let text = source[address.clone()].trim_end();
    let closing = text.chars().next_back().filter(|c| matches!(c, '"' | '\'' | ')'))?;
    // The path stands before it: it has no blanks, or is in angle brackets.
    let path = if text.starts_with('<') { text.find('>')? } else { text.find(char::is_whitespace)? };
    let opening = path + text[path..].find(if closing == ')' { '(' } else { closing })? + 1;
    (opening < text.len()).then(|| trimmed(source, address.start + opening..address.start + text.len() - 1))
}

fn trimmed(source: &str, range: Range<usize>) -> Range<usize> {
    let text = &source[range.clone()];
    let start = range.start + text.len() - text.trim_start().len();
    start..start + text.trim().len()
}

/// The bytes of a line in italics, marks included, that is all of what is left of a paragraph. One with a footnote is no caption.
fn in_italics(source: &str, rest: &[(Event<'_>, Range<usize>)]) -> Option<Range<usize>> {
    let [(Event::Start(Tag::Emphasis), line), ..] = rest else { return None };
    let end = rest.iter().position(|(event, _)| matches!(event, Event::End(TagEnd::Paragraph)))?;
    let is_note = |event: &Event<'_>| matches!(event, Event::FootnoteReference(_));
    let is_whole = rest[..end].iter().all(|(event, range)| range.end <= line.end && !is_note(event));
    (is_whole && !source[line.clone()].contains("![")).then(|| line.clone())
}

impl Reader<'_, '_> {
    /// A picture: nothing where the image is none, or stands where none can.
    pub(super) fn picture(&mut self, range: &Range<usize>) -> bool {
        let Ok(at) = self.pictures.binary_search_by_key(&range.start, |one| one.image.start) else { return false };
        let one = self.pictures[at].clone();
        if !one.is_alone {
            self.tell(
                &kinds::images::NOT_ALONE,
                msg!("ảnh phải đứng riêng một đoạn", "a picture must be a paragraph of its own"),
                range.start,
                msg!(
                    "để một dòng trống trước và sau ảnh; ảnh không đặt được giữa dòng, trong gạch đầu dòng, ô bảng, đầu mục, chú thích",
                    "put a blank line before and after it; none can stand in a line, an item, a cell, a heading or a footnote"
                ),
            );
            self.text_at(&self.source[range.clone()], range.start);
            return true;
        }
        let alt = plain_text(&label_of(&self.woven.slice(one.alt.clone())));
        if let Some(hint) = says_nothing(&alt, &one.path) {
            self.tell(
                &kinds::images::NO_WORDS,
                msg!("ảnh chưa có lời mô tả", "the picture has no words for those who cannot see it"),
                range.start,
                hint,
            );
        }
        let caption = one.caption.map(|caption| label_of(&self.woven.slice(caption))).unwrap_or_default();
        self.image_end = one.whole.end;
        let notation = self.source[range.clone()].to_owned();
        self.pieces.push(Piece::Picture(Picture { alt, path: one.path, caption, notation }));
        true
    }
}

/// How to mend words that say nothing of a picture: there are none, or they are the name of its file.
fn says_nothing(alt: &str, path: &str) -> Option<crate::diagnostic::Message> {
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let same = |other: &str| alt.trim().to_lowercase() == other.to_lowercase();
    let says = alt.chars().any(char::is_alphanumeric) && !same(path) && !same(name) && !same(stem);
    (!says).then(|| {
        msg!(
            "nói ảnh cho thấy gì cho người không nhìn được: ![Sơ đồ năm bước ...]({path}); tên tệp không phải lời mô tả",
            "say what it shows to those who cannot see it: ![The five steps ...]({path}); the name of the file says nothing"
        )
    })
}
