//! Figures that the report's own texts name. Nothing traces what people type: the words around a number bind it to an
//! indicator, as the rules of the checker read them.

use baocao_core::diagnostic::Place;
use baocao_core::report::Text;
use baocao_vietnamese::one_line;

use super::sentence;
use crate::Subject;

/// A number in a text of the report that speaks of an indicator.
#[derive(Debug, Clone)]
pub struct Mention {
    /// The indicator; several where the number is their sum.
    pub ids: Vec<String>,
    /// Where it stands in the report.
    pub place: Place,
    /// What is written.
    pub text: String,
    /// The sentence.
    pub sentence: String,
    /// Whether it is the figure's value.
    pub agrees: bool,
    /// Whether the words may mean something else.
    pub doubtful: bool,
    /// The page of the file where it is printed, from 1.
    pub page: Option<usize>,
    /// The appendix; empty in the body.
    pub part: String,
    /// The heading that it stands under.
    pub heading: String,
    /// The slot of its text, and the byte of that text where it begins.
    pub(super) slot: String,
    pub(super) start: usize,
    /// The number of its place in the document.
    pub(super) number: Option<usize>,
}

/// All of them, in the order of the texts.
pub(crate) fn mentions(subject: &Subject<'_>) -> Vec<Mention> {
    let mention = |named: crate::Named| {
        let passage = &subject.passages()[named.passage];
        let chars = |end: usize| passage.text[..end].chars().count();
        let line = line(&passage.text, named.range.start);
        let before = chars(line.start);
        let range = chars(named.range.start) - before..chars(named.range.end) - before;
        Mention {
            place: subject.place(passage, named.range.clone()),
            slot: passage.slot.to_string(),
            // The document has the text in normal form.
            start: Text::new(&passage.raw[..passage.written(&named.range).start]).len(),
            number: None,
            text: words(&passage.text[named.range]),
            sentence: words(&sentence::around(&passage.text[line], &range)),
            ids: named.ids,
            agrees: named.agrees,
            doubtful: named.doubtful,
            page: None,
            part: String::new(),
            heading: String::new(),
        }
    };
    crate::named(subject).into_iter().map(mention).collect()
}

/// The line of a text in which something stands.
fn line(text: &str, at: usize) -> std::ops::Range<usize> {
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    start..text[at..].find('\n').map_or(text.len(), |end| at + end)
}

/// With single spaces, without the mark of an item, and without what marks of Markdown left before punctuation.
fn words(text: &str) -> String {
    let text = text.trim_start().trim_start_matches(['-', '+', '#', '|']);
    let spaced = one_line(text);
    [".", ",", ";", ":"].iter().fold(spaced, |text, sign| text.replace(&format!(" {sign}"), sign))
}
