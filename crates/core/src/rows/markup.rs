//! Tags and character references of HTML in cells: web systems export their fields with them.

use std::collections::HashMap;
use std::rc::Rc;

use html5gum::{Token, Tokenizer};

use super::cells::Column;
use super::css::Style;
use super::parts::{Look, Parts};
use super::{Book, Given};
use crate::diagnostic::Finding;
use crate::{kinds, msg};

/// Tags that stand in texts of web systems. Those that begin a new line first.
const TAGS: [&[&str]; 2] = [
    &["br", "p", "div", "li", "ul", "ol", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "blockquote", "pre"],
    &[
        "a", "abbr", "b", "big", "center", "code", "del", "em", "font", "i", "img", "ins", "label", "mark", "o:p", "s",
        "small", "span", "strike", "strong", "sub", "sup", "tbody", "td", "th", "thead", "tt", "u",
    ],
];

/// Reads what tags and references mean in every cell: `<br>` ends a line, `&amp;` is &. Tags that mean nothing in a cell
/// are taken out and told once.
pub(super) fn read(book: &mut Book, findings: &mut Vec<Finding>) {
    for sheet in &mut book.sheets {
        let mut stripped: Vec<(usize, usize, Rc<str>)> = Vec::new();
        for column in 0..sheet.width() {
            let again = sheet.cells.column(column).into_iter().flat_map(Column::far);
            let again = again.filter_map(|(row, span)| match sheet.converted(row, column, span) {
                Given::Text(text) => given(&text)?.1.map(|tag| (row, column, tag.into())),
                _ => None,
            });
            stripped.extend(again);
            let Some(of) = sheet.cells.column_mut(column) else { continue };
            let mut tags: HashMap<usize, Rc<str>> = HashMap::new();
            for (index, value) in of.values.iter_mut().enumerate() {
                let Given::Text(text) = &*value else { continue };
                let Some((plain, tag)) = given(text) else { continue };
                tags.extend(tag.map(|tag| (index, tag.into())));
                *value = plain;
            }
            if !tags.is_empty() {
                let rows = of.rows_with(|index| tags.get(&index).cloned());
                stripped.extend(rows.map(|(row, tag)| (row, column, tag)));
            }
        }
        stripped.sort_by_key(|(row, column, _)| (*row, *column));
        let finding =
            kinds::data_files::TAGS.finding(msg!("ô có thẻ HTML, đã được bỏ", "tags of HTML were taken out of cells"));
        let stripped = stripped.iter().map(|(row, column, tag)| (*row, *column, &**tag));
        findings.extend(sheet.told(finding, stripped));
    }
}

/// A text as it is meant, and the first tag in it that was no line break; nothing where it has no markup.
pub(super) fn given(text: &str) -> Option<(Given, Option<String>)> {
    if !text.contains(['<', '&']) {
        return None;
    }
    let (plain, tag) = plain(text)?;
    Some((if plain.is_empty() { Given::Blank } else { Given::Text(plain) }, tag))
}

/// A text without its markup, and the first tag in it that was no line break; nothing where it has none.
fn plain(text: &str) -> Option<(String, Option<String>)> {
    let mut parts = Parts::default();
    let (mut rest, mut first, mut found) = (text, None, false);
    while let Some(at) = rest.find(['<', '&']) {
        parts.text(&rest[..at]);
        rest = &rest[at..];
        if let Some((tag, after)) = tag(rest) {
            found = true;
            let name = name_of(tag);
            if TAGS[0].contains(&name.as_str()) {
                parts.end_line();
            }
            match tag.starts_with("</") {
                true => parts.end(&name),
                false => parts.start(&name, styled(tag)),
            }
            if name != "br" && first.is_none() {
                first = Some(tag.to_owned());
            }
            rest = after;
        } else if let Some((meant, after)) = reference(rest) {
            found = true;
            parts.text(&meant);
            rest = after;
        } else {
            parts.text(&rest[..1]);
            rest = &rest[1..];
        }
    }
    parts.text(rest);
    let (said, _) = parts.said();
    let lines: Vec<&str> = said.lines().map(str::trim).collect();
    found.then(|| (lines.join("\n").trim().to_owned(), first))
}

/// The tag of a known name that a text begins with, and what follows it.
fn tag(text: &str) -> Option<(&str, &str)> {
    let (tag, after) = text.split_at(text.find('>')? + 1);
    let name = name_of(tag);
    TAGS.iter().any(|tags| tags.contains(&name.as_str())).then_some((tag, after))
}

/// What a tag says itself of how its text looks.
fn styled(tag: &str) -> Option<Look> {
    let lower = tag.to_ascii_lowercase();
    let style = lower.split_once("style=").map(|(_, style)| style).and_then(|style| match style.chars().next()? {
        quote @ ('"' | '\'') => style[1..].split(quote).next(),
        _ => style.split([' ', '>']).next(),
    });
    let style = Style::declared(style.unwrap_or_default());
    let is_hidden = lower.trim_end_matches(['>', '/']).split_whitespace().skip(1).any(|part| part == "hidden");
    if is_hidden || [style.is_off, style.is_unseen, style.is_struck].contains(&Some(true)) {
        return Some(Look::Gone);
    }
    style.height.filter(|height| *height != Look::Plain)
}

fn name_of(tag: &str) -> String {
    let inside = tag.trim_start_matches('<').trim_start_matches('/');
    inside.split(|c: char| c.is_whitespace() || matches!(c, '>' | '/')).next().unwrap_or_default().to_ascii_lowercase()
}

/// What the character reference means that a text begins with, and what follows it.
fn reference(text: &str) -> Option<(String, &str)> {
    const LONGEST: usize = 32;
    let end = text.bytes().take(LONGEST).position(|byte| byte == b';')?;
    let (reference, after) = text.split_at(end + 1);
    let inside = &reference[1..end];
    if inside.is_empty() || !inside.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'#') {
        return None;
    }
    let mut meant = String::new();
    for Ok(token) in Tokenizer::new(reference) {
        if let Token::String(text) = token {
            meant.push_str(&String::from_utf8_lossy(&text));
        }
    }
    // A space that does not break says nothing in a cell.
    (meant != reference).then(|| (meant.replace('\u{a0}', " "), after))
}
