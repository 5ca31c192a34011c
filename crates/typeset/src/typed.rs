//! What is copied from a page is what was typed: the marks that keep words together, or let them break, have done their work
//! when lines are laid out, and do not stay in the text of the file.

use typst::layout::{Frame, FrameItem, GroupItem};
use typst::model::Document as _;
use typst::text::{Glyph, TextItem};
use typst_layout::{Page, PagedDocument};

use super::spaced;

/// The pages with ordinary spaces in place of no-break ones, and without signs that have no width.
pub(super) fn as_typed(document: PagedDocument) -> PagedDocument {
    let frames: Vec<Option<Frame>> = document.pages().iter().map(|page| settled(&page.frame)).collect();
    if frames.iter().all(Option::is_none) {
        return document;
    }
    let pages = document.pages().iter().zip(frames).map(|(page, frame)| {
        let frame = frame.unwrap_or_else(|| page.frame.clone());
        Page { frame, ..page.clone() }
    });
    PagedDocument::new(pages.collect(), document.info().clone())
}

/// The frame with the text that was typed; nothing where it has that already.
fn settled(frame: &Frame) -> Option<Frame> {
    let items: Vec<Option<FrameItem>> = frame.items().map(|(_, item)| settled_item(item)).collect();
    if items.iter().all(Option::is_none) {
        return None;
    }
    let mut settled = Frame::new(frame.size(), frame.kind());
    if frame.has_baseline() {
        settled.set_baseline(frame.baseline());
    }
    settled.push_multiple(frame.items().zip(items).map(|((at, old), new)| (*at, new.unwrap_or_else(|| old.clone()))));
    Some(settled)
}

fn settled_item(item: &FrameItem) -> Option<FrameItem> {
    match item {
        FrameItem::Group(group) => {
            let frame = settled(&group.frame)?;
            Some(FrameItem::Group(GroupItem { frame, ..group.clone() }))
        }
        FrameItem::Text(text) => {
            let typed = settled_text(text);
            let evening = spaced::evening(typed.as_ref().unwrap_or(text));
            let mut item = typed.or_else(|| evening.is_some().then(|| text.clone()))?;
            if let Some(evening) = evening {
                evening.put(&mut item);
            }
            Some(FrameItem::Text(item))
        }
        _ => None,
    }
}

/// What a letter is printed as, where it is none that anybody typed: a space, or nothing.
fn unseen(letter: char) -> Option<&'static str> {
    match letter {
        '\u{a0}' => Some(" "),
        '\u{200b}' | '\u{2060}' => Some(""),
        _ => None,
    }
}

fn settled_text(item: &TextItem) -> Option<TextItem> {
    if !item.text.contains(|letter| unseen(letter).is_some()) {
        return None;
    }
    let mut text = String::with_capacity(item.text.len());
    // Where each byte of the old text stands in the new one.
    let mut places = Vec::with_capacity(item.text.len() + 1);
    for letter in item.text.chars() {
        places.resize(places.len() + letter.len_utf8(), text.len());
        match unseen(letter) {
            Some(instead) => text.push_str(instead),
            None => text.push(letter),
        }
    }
    places.push(text.len());
    // A space looks the same whatever sign it was; one shape for all packs better.
    let space = item.font.ttf().glyph_index(' ').map(|space| space.0);
    let place = |at: u16| places.get(usize::from(at)).and_then(|at| u16::try_from(*at).ok());
    let glyphs = item.glyphs.iter().map(|glyph| {
        let range = place(glyph.range.start)?..place(glyph.range.end)?;
        let is_space = text.get(usize::from(range.start)..usize::from(range.end)) == Some(" ");
        let id = space.filter(|_| is_space).unwrap_or(glyph.id);
        Some(Glyph { id, range, ..glyph.clone() })
    });
    let mut glyphs: Vec<Glyph> = glyphs.collect::<Option<_>>()?;
    glyphs.retain(|glyph| !glyph.range.is_empty());
    let TextItem { font, size, fill, stroke, lang, region, .. } = item;
    let (font, fill, stroke) = (font.clone(), fill.clone(), stroke.clone());
    Some(TextItem { font, size: *size, fill, stroke, lang: *lang, region: *region, text: text.into(), glyphs })
}
