//! Rules of Vietnamese text: what is wrong with the letters, words and signs that people wrote, whatever they mean.

mod abbreviations;
mod around;
mod clauses;
mod explained;
mod hyphens;
mod initials;
mod lists;
mod misspelt;
mod names;
mod outdated;
mod quotes;
mod repeated;
mod short;
mod signs;
mod spaces;
mod syllables;
mod tones;
mod twice;
mod unicode;
mod variants;

use std::ops::Range;

use baocao_reading::Passage;

use crate::{Family, Repair, Rule, Texts, Told};
use baocao_core::diagnostic::{Finding, Message};

pub(super) const FAMILIES: &[Family] = &[
    unicode::UNICODE,
    syllables::SYLLABLES,
    misspelt::MISSPELT,
    repeated::REPEATED,
    twice::TWICE,
    clauses::CLAUSES,
    variants::VARIANTS,
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

pub(super) const REPAIRS: &[Repair] = &[unicode::REPAIR, tones::REPAIR, spaces::REPAIR, signs::REPAIR];

/// Mistakes of one kind in a report. Rules that are looked for in one pass are told one after the other.
struct Kind {
    rule: &'static Rule,
    findings: Vec<Finding>,
}

impl Kind {
    fn new(rule: &'static Rule) -> Self {
        Self { rule, findings: Vec::new() }
    }

    /// Notes a mistake: what is wrong, where, and what should stand there.
    fn add(&mut self, texts: &Texts<'_>, passage: &Passage<'_>, range: Range<usize>, say: Message) -> &mut Finding {
        let found = passage.text[range.clone()].replace('\n', " ");
        let finding = self.rule.finding(say).at(texts.place(passage, range)).found(found);
        self.findings.push(finding);
        let last = self.findings.len() - 1;
        &mut self.findings[last]
    }

    /// Tells them.
    fn tell(self, told: &mut Told) {
        self.findings.into_iter().for_each(|finding| told.finding(finding));
    }
}
