//! Rules of Vietnamese text: what is wrong with the letters, words and signs that people wrote, whatever they mean.

mod abbreviations;
mod around;
mod explained;
mod hyphens;
mod lists;
mod misspelt;
mod names;
mod outdated;
mod plain;
mod quotes;
mod repeated;
mod short;
mod signs;
#[cfg(test)]
mod silent;
mod spaces;
mod syllables;
mod tones;
mod unicode;

use std::ops::Range;

use plain::Plain;
pub(super) use plain::Stripped;

use crate::check::{Family, Rule, Subject, Told};
use crate::diagnostic::{Finding, Message, Place};
use crate::msg;

pub(super) const FAMILIES: &[Family] = &[
    unicode::UNICODE,
    syllables::SYLLABLES,
    misspelt::MISSPELT,
    repeated::REPEATED,
    tones::TONES,
    spaces::SPACES,
    signs::SIGNS,
    hyphens::HYPHENS,
    quotes::QUOTES,
    outdated::OUTDATED,
    names::NAMES,
    abbreviations::ABBREVIATIONS,
    lists::LISTS,
];

/// So many findings of a kind are told one by one; the others are counted.
const MOST_TOLD: usize = 3;

/// So many places of those that are counted are named.
const MOST_NAMED: usize = 5;

/// The texts of a report without marks of Markdown.
fn plain_texts<'s>(subject: &'s Subject<'_>) -> impl Iterator<Item = Plain<'s>> {
    subject.passages().iter().zip(subject.stripped()).map(|(passage, stripped)| Plain::new(passage, stripped))
}

/// The place of a range of a plain text.
fn place(subject: &Subject<'_>, plain: &Plain<'_>, range: &Range<usize>) -> Place {
    subject.place(plain.passage, plain.raw(range))
}

/// Mistakes of one kind in a report: the first of them are told, the others are counted.
struct Kind {
    rule: &'static Rule,
    findings: Vec<Finding>,
}

impl Kind {
    fn new(rule: &'static Rule) -> Self {
        Self { rule, findings: Vec::new() }
    }

    /// Notes a mistake: what is wrong, where, and what should stand there.
    fn add(&mut self, subject: &Subject<'_>, plain: &Plain<'_>, range: Range<usize>, say: Message) -> &mut Finding {
        let found = plain.text[range.clone()].replace('\n', " ");
        let finding = self.rule.finding(say).at(place(subject, plain, &range)).found(found);
        self.findings.push(finding);
        let last = self.findings.len() - 1;
        &mut self.findings[last]
    }

    /// Tells them.
    fn tell(mut self, told: &mut Told) {
        let rest = self.findings.split_off(self.findings.len().min(MOST_TOLD));
        if let Some(last) = self.findings.last_mut().filter(|_| !rest.is_empty()) {
            let (count, lines) = (rest.len(), lines(&rest));
            let more = msg!(
                "còn {count} chỗ như vậy nữa, ở dòng {lines}",
                "there are {count} more such places, at lines {lines}"
            );
            last.hint = Some(match last.hint.take() {
                Some(hint) => Message::new(format!("{}; {}", hint.vi, more.vi), format!("{}; {}", hint.en, more.en)),
                None => more,
            });
        }
        for finding in self.findings {
            told.finding(finding);
        }
    }
}

/// The lines of some findings, each once: `12, 40, 41, …`.
fn lines(findings: &[Finding]) -> String {
    let places = findings.iter().filter_map(|finding| finding.place.as_ref()).take(MOST_NAMED);
    let mut lines: Vec<String> = places.map(|place| place.line_column().0.to_string()).collect();
    lines.dedup();
    if findings.len() > MOST_NAMED {
        lines.push("…".to_owned());
    }
    lines.join(", ")
}
