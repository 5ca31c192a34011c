//! The places of findings that say the same, after the first of them, in a few words.

use super::{Finding, Lang, Message, Place};

/// So many of them are named.
const MOST_NAMED: usize = 20;

/// So many things that one place lacks.
const MOST_LACKING: usize = 200;

/// No more letters of a place are quoted: its last ones.
const LONGEST: usize = 30;

/// Fewer letters are quoted with the words before them.
const SHORT: usize = 12;

/// So many of them.
const WORDS_BEFORE: usize = 3;

/// What is told of a place.
type Seen<'a> = (&'a Place, Option<&'a str>, Option<&'a Message>);

/// How many other places findings have beside the first place of the first, and where; nothing where there are none. A
/// line of a file may be a whole section, so the words that stand there are quoted: a clerk searches for them in the
/// document.
pub(super) fn others(findings: &[&Finding], lang: Lang) -> Option<String> {
    let first = findings.first()?;
    let main = first.place.as_ref()?;
    let mut seen: Vec<Seen<'_>> = findings.iter().flat_map(|finding| seen(finding, first)).skip(1).collect();
    if let Some(list) = lacking(&seen, main) {
        return Some(match lang {
            Lang::Vi => format!("còn {} mục: {list}", seen.len()),
            Lang::En => format!("{} more: {list}", seen.len()),
        });
    }
    seen.sort_by(|(a, ..), (b, ..)| a.order(b));
    let mut named: Vec<String> = seen.iter().take(MOST_NAMED).map(|one| quoted(*one, main, lang)).collect();
    named.dedup();
    let lines = seen.iter().take(MOST_NAMED).all(|(place, ..)| is_line(place, main));
    let count = seen.len() + findings.iter().map(|finding| finding.more).sum::<usize>();
    let left = count.saturating_sub(MOST_NAMED);
    let mut list = named.join(if lines { ", " } else { "; " });
    if left > 0 {
        list.push_str(" …");
    }
    Some(match (count, lines, lang) {
        (0, ..) => return None,
        (_, true, Lang::Vi) => format!("còn {count} chỗ như vậy: dòng {list}"),
        (_, false, Lang::Vi) => format!("còn {count} chỗ như vậy: {list}"),
        (1, true, Lang::En) => format!("1 more place like this: line {list}"),
        (1, false, Lang::En) => format!("1 more place like this: {list}"),
        (_, true, Lang::En) => format!("{count} more places like this: lines {list}"),
        (_, false, Lang::En) => format!("{count} more places like this: {list}"),
    })
}

/// Things that are found missing in one place: what each is.
fn lacking(seen: &[Seen<'_>], main: &Place) -> Option<String> {
    let is_there =
        |place: &Place| is_line(place, main) && place.span() == main.span() && place.pointer() != main.pointer();
    let all: Option<Vec<&str>> = seen.iter().map(|(place, found, _)| found.filter(|_| is_there(place))).collect();
    let all = all.filter(|all| !all.is_empty())?;
    let more = if all.len() > MOST_LACKING { "; …" } else { "" };
    Some(format!("{}{more}", all.into_iter().take(MOST_LACKING).collect::<Vec<_>>().join("; ")))
}

/// The places of a finding, each with what should stand there where that is not what should stand at the first place.
fn seen<'a>(finding: &'a Finding, first: &'a Finding) -> impl Iterator<Item = Seen<'a>> {
    let own = finding.expected.as_ref();
    let wanted = move |expected: Option<&'a Message>| expected.filter(|_| expected != first.expected.as_ref());
    let main = finding.place.as_ref().map(|place| (place, finding.found.as_deref(), wanted(own)));
    let others = finding.others.iter();
    main.into_iter()
        .chain(others.map(move |one| (&one.place, one.found.as_deref(), wanted(one.expected.as_ref().or(own)))))
}

/// Whether a place is named by its line: it is one of the text that is shown, and came from no other file.
fn is_line(place: &Place, main: &Place) -> bool {
    place.source.name == main.source.name && place.span().is_some() && place.origin.is_none()
}

/// The line of a place, its last words, and what should stand there: `12 ("ngày 8/3/2024" → 08/3/2024)`.
fn quoted((place, found, expected): Seen<'_>, main: &Place, lang: Lang) -> String {
    let at = named(place, main, lang);
    let words = found.map(|found| words(place, found)).filter(|words| !words.is_empty());
    let Some(words) = words else { return at };
    let short = expected.map(|expected| expected.text(lang)).filter(|text| text.chars().count() <= LONGEST);
    match short {
        Some(expected) => format!("{at} (\"{words}\" → {expected})"),
        None => format!("{at} (\"{words}\")"),
    }
}

/// A place beside the one that is shown: its line there, or the cell that it came from, or how people look it up.
fn named(place: &Place, main: &Place, lang: Lang) -> String {
    if let Some(origin) = &place.origin {
        let same = main.origin.as_ref().is_some_and(|main| main.file == origin.file);
        return if same { origin.at.shown(lang) } else { origin.shown(lang) };
    }
    match place.line_column().filter(|_| is_line(place, main)) {
        Some((line, _)) => line.to_string(),
        None if place.source.name == main.source.name => place.inside(lang).unwrap_or_default(),
        None => place.shown(lang),
    }
}

/// The last words of what was found; few letters with the words before them on their line. Dots say that more stands before.
fn words(place: &Place, found: &str) -> String {
    let before = if found.chars().count() < SHORT { before(place, found) } else { String::new() };
    let words = format!("{before}{found}").replace('\n', " ");
    let words = words.trim();
    let from = words.char_indices().rev().nth(LONGEST).map_or(0, |(at, _)| at);
    // A word that is cut is left out, where another is left.
    let from = words[from..].find(' ').filter(|_| from > 0).map_or(from, |space| from + space + 1);
    match from {
        0 => words.to_owned(),
        _ => format!("… {}", &words[from..]),
    }
}

/// The words before a place on its line, in the text that it is a part of; before a value of JSON, its name, or what it
/// was called where it came from.
fn before(place: &Place, found: &str) -> String {
    if let Some(label) = place.origin.as_ref().and_then(|origin| origin.label.as_ref()) {
        return format!("{label}: ");
    }
    let Some(span) = place.span() else { return String::new() };
    let text = place.source.text.get(..span.start).unwrap_or_default();
    let text = &text[text.rfind('\n').map_or(0, |end| end + 1)..];
    let Some(pointer) = place.pointer() else { return last_words(text) };
    // A text of JSON begins after its quote; an escape ends its lines.
    let inside = &text[text.rfind('"').map_or(0, |quote| quote + 1)..];
    let inside = &inside[inside.rfind("\\n").map_or(0, |end| end + 2)..];
    if inside.trim() != ":" {
        // What is told of a part of a text may be more than that part. Before the elements of a list stand marks.
        let in_list = inside.trim_start().starts_with(':') || !inside.contains(char::is_alphanumeric);
        let words = place.source.text.get(span) == Some(found) && !in_list;
        return if words { last_words(inside) } else { String::new() };
    }
    let name = pointer.strip_suffix("/value").unwrap_or(pointer).rsplit('/').next();
    name.map(|name| format!("{}: ", name.replace("~1", "/").replace("~0", "~"))).unwrap_or_default()
}

fn last_words(line: &str) -> String {
    match line.rsplitn(WORDS_BEFORE + 2, ' ').nth(WORDS_BEFORE + 1) {
        Some(before) => format!("… {}", &line[before.len() + 1..]),
        None => line.to_owned(),
    }
}
