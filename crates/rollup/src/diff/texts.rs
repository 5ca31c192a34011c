//! Texts that people wrote, word by word.

use std::collections::BTreeMap;

use baocao_core::report::{GivenText, OwnSection};
use schemars::JsonSchema;
use serde::Serialize;
use similar::{ChangeTag, TextDiff};

use super::Read;

/// Texts of more words together are compared line by line, of more lines as a whole: what two texts have in common takes
/// longer to find the less it is.
const MOST_WORDS: usize = 6_000;

/// A text that changed.
#[derive(Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct TextChange {
    /// The section, by its id, or by its titles where the report has an outline of its own.
    pub section: String,
    /// The pieces that both have, that only the text before has, that only the text after has, in order.
    pub pieces: Vec<Piece>,
}

/// A piece of a text.
#[derive(Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Piece {
    /// Which text has it.
    pub what: What,
    /// The piece.
    pub text: String,
}

/// Which of two texts has a piece.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// Both.
    Same,
    /// Only that before.
    Removed,
    /// Only that after.
    Added,
}

/// The texts that changed, those of both and of the report after in its order, then those that are gone.
pub(super) fn compare(before: &Read, after: &Read) -> Vec<TextChange> {
    let (before, after) = (texts(before), texts(after));
    let old: BTreeMap<&str, &str> = before.iter().map(|(section, text)| (section.as_str(), text.as_str())).collect();
    let new: BTreeMap<&str, &str> = after.iter().map(|(section, text)| (section.as_str(), text.as_str())).collect();
    let sections = after.iter().chain(before.iter().filter(|(section, _)| !new.contains_key(section.as_str())));
    let change = |(section, _): &(String, String)| {
        let of = |texts: &BTreeMap<&str, &str>| texts.get(section.as_str()).copied().unwrap_or_default().to_owned();
        let (before, after) = (of(&old), of(&new));
        (before != after).then(|| TextChange { section: section.clone(), pieces: pieces(&before, &after) })
    };
    sections.filter_map(change).collect()
}

/// The texts of a report by their sections.
fn texts(read: &Read) -> Vec<(String, String)> {
    let report = &read.report;
    let sections = report
        .sections
        .iter()
        .map(|(id, text)| (id.clone(), text.said().map(|(text, _)| text.to_string()).unwrap_or_default()));
    let mut texts: Vec<(String, String)> = sections.collect();
    outline(&report.outline, "", &mut texts);
    texts
}

/// The texts of an own outline, by the titles that they stand under.
fn outline(sections: &[OwnSection], above: &str, texts: &mut Vec<(String, String)>) {
    for section in sections {
        let own = section.title.as_deref().unwrap_or("…");
        let title = if above.is_empty() { own.to_owned() } else { format!("{above} / {own}") };
        if let Some(text) = section.text.as_ref().and_then(GivenText::said) {
            texts.push((title.clone(), text.to_string()));
        }
        outline(&section.sections, &title, texts);
    }
}

/// What two texts have in common, and what not: words, or lines of long texts.
fn pieces(before: &str, after: &str) -> Vec<Piece> {
    let count = |of: fn(&str) -> usize| of(before) + of(after);
    let diff = if count(|text| text.split_whitespace().count()) <= MOST_WORDS {
        TextDiff::from_words(before, after)
    } else if count(|text| text.lines().count()) <= MOST_WORDS {
        TextDiff::from_lines(before, after)
    } else {
        let whole = [(What::Removed, before), (What::Added, after)];
        return whole.map(|(what, text)| Piece { what, text: text.to_owned() }).into();
    };
    let mut pieces: Vec<Piece> = Vec::new();
    for change in diff.iter_all_changes() {
        let what = match change.tag() {
            ChangeTag::Equal => What::Same,
            ChangeTag::Delete => What::Removed,
            ChangeTag::Insert => What::Added,
        };
        match pieces.last_mut().filter(|last| last.what == what) {
            Some(last) => last.text.push_str(change.value()),
            None => pieces.push(Piece { what, text: change.value().to_owned() }),
        }
    }
    joined(pieces)
}

/// Changes with nothing but a space between them are one: what is removed, then what is added.
fn joined(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::new();
    let (mut removed, mut added, mut space) = (String::new(), String::new(), String::new());
    let flush = |out: &mut Vec<Piece>, removed: &mut String, added: &mut String| {
        let both = [(What::Removed, std::mem::take(removed)), (What::Added, std::mem::take(added))];
        out.extend(both.into_iter().filter(|(_, text)| !text.is_empty()).map(|(what, text)| Piece { what, text }));
    };
    for Piece { what, text } in pieces {
        match what {
            What::Same if text.trim().is_empty() && !(removed.is_empty() && added.is_empty()) => space.push_str(&text),
            What::Same => {
                flush(&mut out, &mut removed, &mut added);
                let text = std::mem::take(&mut space) + &text;
                out.push(Piece { what, text });
            }
            _ => {
                if !space.is_empty() {
                    removed.push_str(&space);
                    added.push_str(&std::mem::take(&mut space));
                }
                if what == What::Removed { removed.push_str(&text) } else { added.push_str(&text) }
            }
        }
    }
    flush(&mut out, &mut removed, &mut added);
    if !space.is_empty() {
        out.push(Piece { what: What::Same, text: space });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `[-…-]` and `{+…+}` around what was removed and added.
    fn told(before: &str, after: &str) -> String {
        let piece = |piece: &Piece| match piece.what {
            What::Same => piece.text.clone(),
            What::Removed => format!("[-{}-]", piece.text),
            What::Added => format!("{{+{}+}}", piece.text),
        };
        pieces(before, after).iter().map(piece).collect()
    }

    #[test]
    fn words_that_changed() {
        assert_eq!(told("Đạt 20/26 nhiệm vụ.", "Đạt 22/26 nhiệm vụ."), "Đạt [-20/26-]{+22/26+} nhiệm vụ.");
        assert_eq!(told("một hai ba", "một ba"), "một [-hai -]ba");
        assert_eq!(told("", "mới"), "{+mới+}");
        assert_eq!(told("a b c d", "a x y d"), "a [-b c-]{+x y+} d");
    }

    #[test]
    fn both_texts_can_be_put_together_again() {
        for (before, after) in
            [("a b c", "c b a"), ("x", ""), ("một  hai\nba", "một hai\nbốn "), (" a", "b "), ("a b", "a c d")]
        {
            let of = |without: What| -> String {
                pieces(before, after)
                    .into_iter()
                    .filter(|piece| piece.what != without)
                    .map(|piece| piece.text)
                    .collect()
            };
            assert_eq!((of(What::Added).as_str(), of(What::Removed).as_str()), (before, after));
        }
    }

    #[test]
    fn long_texts_are_compared_by_lines() {
        let text = |end: &str| format!("{}\n{end}", "từ ".repeat(MOST_WORDS));
        let found = pieces(&text("một"), &text("hai"));
        assert_eq!(found.iter().map(|piece| piece.what).collect::<Vec<_>>(), [What::Same, What::Removed, What::Added]);
        let lines = |end: &str| format!("{}{end}", "a b\n".repeat(MOST_WORDS));
        assert_eq!(pieces(&lines("x"), &lines("y")).len(), 2);
    }
}
