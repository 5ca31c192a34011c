//! Findings as text for a terminal.

use std::collections::HashMap;
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use baocao_vietnamese::encoding::is_invisible;

use super::others::others;
use super::short::short;
use super::{Finding, Lang, Place, Severity};

/// More findings than this are counted and not shown.
const MOST_SHOWN: usize = 50;

/// More warnings or notes than this that say the same of different places are told as one. Errors are told one by one:
/// each of them must be mended, and what is expected differs.
const MOST_ALIKE: usize = 3;

/// Of a kind of finding so many are shown, and the others counted: nobody reads on.
const MOST_OF_KIND: usize = 200;

/// Lines longer than this are not shown: an excerpt of a report that is one long line helps nobody.
const LONGEST_LINE: usize = 50_000;

/// How findings are shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Look {
    /// Whether with colours.
    pub color: bool,
    /// How many characters a line of an excerpt has room for; a default where it is not known.
    pub width: Option<usize>,
}

impl From<bool> for Look {
    fn from(color: bool) -> Self {
        Self { color, width: None }
    }
}

/// A terminal that says it has fewer columns is shown wider lines all the same: nothing would be left of an excerpt.
const LEAST_WIDTH: usize = 60;

/// Every finding as text, however many there are, in the order given; those that say the same of many places of a file
/// are one text that names the places.
pub fn render_all<'a>(findings: impl IntoIterator<Item = &'a Finding>, lang: Lang, look: impl Into<Look>) -> String {
    let look = look.into();
    let renderer = renderer(look);
    let findings: Vec<&Finding> = findings.into_iter().collect();
    let mut alike: HashMap<Alike<'_>, Vec<&Finding>> = HashMap::new();
    for finding in &findings {
        alike.entry(Alike::of(finding)).or_default().push(finding);
    }
    let mut text = String::new();
    let mut shown: HashMap<(&str, Severity), usize> = HashMap::new();
    for finding in &findings {
        let same = alike.get(&Alike::of(finding)).map_or(&[][..], |same| same);
        let told_alone = same.len() <= MOST_ALIKE || finding.severity == Severity::Error;
        let together = if told_alone { std::slice::from_ref(finding) } else { same };
        if together.first().is_some_and(|first| std::ptr::eq(*first, *finding)) {
            let shown = shown.entry((finding.id.as_str(), finding.severity)).or_default();
            *shown += 1;
            if *shown > MOST_OF_KIND {
                continue;
            }
            text.push_str(&(one(finding, others(together, lang), lang, look, &renderer) + "\n\n"));
        }
    }
    let mut left: Vec<_> = shown.into_iter().filter(|(_, shown)| *shown > MOST_OF_KIND).collect();
    left.sort_unstable_by_key(|((id, severity), _)| (std::cmp::Reverse(*severity), *id));
    for ((id, severity), shown) in left {
        let (more, (vi, en)) = (shown - MOST_OF_KIND, severity_name(severity));
        text.push_str(&match lang {
            Lang::Vi => format!("... và {more} {vi}[{id}] nữa\n\n"),
            Lang::En => format!("... and {more} more {en}[{id}]\n\n"),
        });
    }
    text
}

/// What findings have in common that say the same of several places of a file.
#[derive(PartialEq, Eq, Hash)]
struct Alike<'a> {
    id: &'a str,
    severity: Severity,
    message: &'a str,
    source: Option<&'a str>,
}

impl<'a> Alike<'a> {
    fn of(finding: &'a Finding) -> Self {
        let source = finding.place.as_ref().map(|place| place.source.name.as_str());
        Self { id: finding.id.as_str(), severity: finding.severity, message: &finding.message.vi, source }
    }
}

/// Findings as text, in order of their place, each with an excerpt of its source; of very many, only the first.
pub fn render(findings: &[Finding], lang: Lang, look: impl Into<Look>) -> String {
    let mut sorted: Vec<&Finding> = findings.iter().collect();
    sorted.sort_by(|a, b| a.by_place(b));
    if sorted.len() > MOST_SHOWN {
        // What stops the document is shown before what does not.
        sorted.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    }
    let mut text = render_all(sorted.iter().take(MOST_SHOWN).copied(), lang, look);
    if let Some(more) = sorted.len().checked_sub(MOST_SHOWN).filter(|more| *more > 0) {
        text.push_str(&match lang {
            Lang::Vi => format!("... và {more} mục nữa, sẽ hiện ra khi các mục trên đã được sửa\n\n"),
            Lang::En => format!("... and {more} more, which will show when those above are mended\n\n"),
        });
    }
    text
}

fn renderer(look: Look) -> Renderer {
    let renderer = if look.color { Renderer::styled() } else { Renderer::plain() };
    match look.width {
        Some(width) => renderer.term_width(width.max(LEAST_WIDTH)),
        None => renderer,
    }
}

/// One line that counts findings by severity; empty where there are none.
pub fn summary(findings: &[Finding], lang: Lang) -> String {
    let count = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
    counted(count(Severity::Error), count(Severity::Warning), count(Severity::Note), lang)
}

/// So many errors, warnings and notes in words; empty where there are none.
pub fn counted(errors: usize, warnings: usize, notes: usize, lang: Lang) -> String {
    if errors + warnings + notes == 0 {
        return String::new();
    }
    let counts = [(errors, "lỗi", "error"), (warnings, "cảnh báo", "warning"), (notes, "lưu ý", "note")];
    // Notes are rare: only where there are some.
    let told = counts.iter().take(if notes > 0 { 3 } else { 2 });
    let words = told.map(|(count, vi, en)| match lang {
        Lang::Vi => format!("{count} {vi}"),
        Lang::En => format!("{count} {en}{}", if *count == 1 { "" } else { "s" }),
    });
    words.collect::<Vec<_>>().join(", ")
}

/// A severity in both languages.
fn severity_name(severity: Severity) -> (&'static str, &'static str) {
    match severity {
        Severity::Error => ("lỗi", "error"),
        Severity::Warning => ("cảnh báo", "warning"),
        Severity::Note => ("lưu ý", "note"),
    }
}

fn one(finding: &Finding, more: Option<String>, lang: Lang, look: Look, renderer: &Renderer) -> String {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let (vi, en) = severity_name(finding.severity);
    let name = if lang == Lang::Vi { vi } else { en };
    let message = visible(finding.message.text(lang), lang);
    let title = level.with_name(name).primary_title(message).id(finding.id.as_str());
    let mut group = Group::with_title(title);
    if let Some(place) = &finding.place {
        // Where a value came from is where it must be mended.
        let origin = place.origin.as_ref().map(|origin| Origin::path(visible(&origin.named(lang), lang)));
        group = group.elements(origin);
        group = group.elements(excerpt(place, lang));
    }
    let alike = if lang == Lang::Vi { "tương tự" } else { "alike" };
    for (label, text) in notes(finding, lang).into_iter().chain(more.map(|more| (alike, more))) {
        let text = match look.width {
            // Before a note stand the frame of the excerpt, its label and a colon.
            Some(width) => wrapped(&visible(&text, lang), width.max(LEAST_WIDTH) - label.chars().count() - FRAME),
            None => visible(&text, lang),
        };
        group = group.element(Level::NOTE.with_name(label).message(text));
    }
    renderer.render(&[group])
}

/// How many columns the frame of an excerpt takes before a note, for files of up to 9,999 lines, and the colon after its label.
const FRAME: usize = 9;

/// A text in lines of at most so many characters, broken between words.
fn wrapped(text: &str, width: usize) -> String {
    let mut lines = String::with_capacity(text.len() + 8);
    let mut used = 0;
    for word in text.split(' ') {
        let length = word.chars().count();
        if used > 0 {
            let fits = used + 1 + length <= width;
            lines.push(if fits { ' ' } else { '\n' });
            used = if fits { used + 1 } else { 0 };
        }
        lines.push_str(word);
        used += length;
    }
    lines
}

/// What an input brings must not move the cursor, change colours or turn the direction of a terminal, and has an end.
fn visible(text: &str, lang: Lang) -> String {
    visible_name(short(text, lang).trim_end())
}

/// The name of a file, or another text of one line, as it may be shown.
pub fn visible_name(text: &str) -> String {
    visible_lines(text).replace('\n', "⏎").replace('\t', "<U+0009>")
}

/// A text of several lines as it may be shown.
pub fn visible_lines(text: &str) -> String {
    visible_line(text, 0..0).0
}

/// A text for a terminal: characters that do their work unseen are written as their codes. Gives where a range of its bytes is
/// then, too.
fn visible_line(text: &str, range: Range<usize>) -> (String, Range<usize>) {
    let (mut shown, mut moved) = (String::with_capacity(text.len()), range.clone());
    for (at, c) in text.char_indices() {
        if at == range.start {
            moved.start = shown.len();
        }
        if at == range.end {
            moved.end = shown.len();
        }
        match c {
            '\n' | '\t' => shown.push(c),
            c if c.is_control() || is_invisible(c) => shown.push_str(&format!("<U+{:04X}>", u32::from(c))),
            c => shown.push(c),
        }
    }
    if range.start >= text.len() {
        moved.start = shown.len();
    }
    if range.end >= text.len() {
        moved.end = shown.len();
    }
    (shown, moved)
}

/// The line that a place is in, with the place marked; nothing where it is in no text, or in a line that helps nobody.
fn excerpt(place: &Place, lang: Lang) -> Option<Snippet<'_, annotate_snippets::Annotation<'_>>> {
    let span = place.span()?;
    let (text, at) = (&place.source.text, span.start);
    // What is missing at the end of a file is shown at the end of its last line, not on the empty one after it.
    let Range { start, end } = place.source.line(at);
    if end - start > LONGEST_LINE {
        return None;
    }
    // Only the first line of a long value is marked, and only that line is given: the renderer would look through the
    // whole file for every finding.
    let line = text[start..end].trim_end_matches('\r');
    let marked = at - start..span.end.min(start + line.len()).max(at) - start;
    let (line, marked) = visible_line(line, marked);
    let snippet = Snippet::source(line).line_start(place.source.line_column(start).0);
    Some(snippet.path(visible(&place.source.name, lang)).annotation(AnnotationKind::Primary.span(marked)))
}

fn notes(finding: &Finding, lang: Lang) -> Vec<(&'static str, String)> {
    let label = |vi, en| if lang == Lang::Vi { vi } else { en };
    let mut notes = Vec::new();
    if let Some(place) = &finding.place {
        if excerpt(place, lang).is_none() {
            notes.push((label("tại", "at"), place.shown(lang)));
        }
        // Where there are no lines, the place is shown by what it is called.
        if let Some(inside) = place.inside(lang).filter(|_| place.span().is_some()) {
            notes.push((label("vị trí", "place"), inside));
        }
    }
    if let Some(found) = &finding.found {
        notes.push((label("tìm thấy", "found"), found.clone()));
    }
    if let Some(expected) = &finding.expected {
        notes.push((label("cần", "expected"), expected.text(lang).to_owned()));
    }
    if let Some(hint) = &finding.hint {
        notes.push((label("cách sửa", "help"), hint.text(lang).to_owned()));
    }
    if let Some(law) = finding.law {
        notes.push((label("căn cứ", "ground"), law.to_owned()));
    }
    notes
}
