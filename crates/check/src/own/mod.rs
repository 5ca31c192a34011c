//! Rules of wording that an office brings in files of its own.
//!
//! They are of the kinds that rules of this program are of: substitution, consistency, occurrence, condition. Each has examples,
//! which are tried whenever its file is read.

mod file;
mod find;
mod read;

pub use file::RulesFile;
pub(crate) use find::Printed;

use std::ops::Range;

use baocao_core::diagnostic::{Kind, Message};
use baocao_core::report::{Field, Slot};
use baocao_reading::{Passage, Phrase, Phrases, TextKind};

use crate::mechanism::{Context, Swap, Swaps, is_running_text};
use crate::{Texts, Told};
use file::{Must, Part};

/// With what the ids of an office's rules begin.
pub const OWN: &str = "co-quan/";

/// A rule of an office.
#[derive(Debug, Clone)]
pub struct OwnRule {
    /// What it says of itself.
    pub kind: Kind,
    /// Texts on which it is silent.
    pub right: Vec<String>,
    /// Texts on which it speaks.
    pub wrong: Vec<String>,
    asks: Asks,
    context: Context,
    parts: Vec<Part>,
}

/// What a rule asks for.
#[derive(Debug, Clone)]
enum Asks {
    /// Other words, put in by `--fix` or not.
    Swap(Box<Swap>, bool),
    /// One of these ways throughout.
    OneWay(Vec<Phrase>),
    /// That one of these words stands so often.
    Occurs(Vec<Phrase>, Must),
    /// That before the first of some words one of others stands.
    Before { words: Vec<Phrase>, needs: Vec<Phrase> },
}

/// All rules of an office, looked for together.
#[derive(Debug, Default)]
pub struct OwnRules {
    rules: Vec<OwnRule>,
    /// Substitutions by the numbers of their rules.
    swaps: Swaps<usize>,
    /// What all others look for: the number of the rule, the number of the phrase in it.
    phrases: Phrases<(usize, usize)>,
}

impl OwnRules {
    fn new(rules: Vec<OwnRule>) -> Self {
        let swaps = rules.iter().enumerate().filter_map(|(index, rule)| match &rule.asks {
            Asks::Swap(swap, _) => Some((index, (**swap).clone())),
            _ => None,
        });
        let swaps = Swaps::new(swaps.collect());
        let phrases = rules.iter().enumerate().flat_map(|(index, rule)| {
            let numbered = rule.asks.phrases().into_iter().enumerate();
            numbered.map(move |(number, phrase)| (phrase, (index, number)))
        });
        let phrases = Phrases::new(phrases);
        Self { rules, swaps, phrases }
    }

    /// The rules, in the order of their files.
    pub fn rules(&self) -> &[OwnRule] {
        &self.rules
    }

    /// The rule of an id.
    pub(crate) fn rule(&self, id: &str) -> Option<&OwnRule> {
        self.rules.iter().find(|rule| rule.kind.id == id)
    }

    /// Tells what the rules find. `printed` is what the document says that nobody wrote: the words of templates.
    pub(crate) fn tell(&self, texts: &Texts<'_>, printed: &Printed<'_>, told: &mut Told) {
        let mut found = self.find(texts.passages(), printed);
        found.sort_by_key(|one| one.rule);
        for spots in found.chunk_by(|one, next| one.rule == next.rule) {
            told.together(spots.iter().map(|spot| {
                let rule = &self.rules[spot.rule];
                let title = rule.kind.title.message();
                let finding = rule.kind.finding(title);
                let finding = match spot.expected.clone() {
                    Some(expected) => finding.expected(expected),
                    None => finding,
                };
                let Some((passage, range)) = spot.at.clone() else {
                    return finding.at(texts.input.at(Field::Subject));
                };
                let finding = finding.at(texts.place(passage, range.clone())).found(&passage.text[range.clone()]);
                match &spot.right {
                    Some(right) if matches!(rule.asks, Asks::Swap(_, true)) => {
                        finding.edits(texts.edits(passage, &[(range, right)]))
                    }
                    _ => finding,
                }
            }));
        }
    }
}

impl OwnRule {
    /// Whether it looks at a passage.
    fn looks_at(&self, passage: &Passage<'_>) -> bool {
        let part = match passage.kind {
            TextKind::Prose | TextKind::Template => Part::Text,
            TextKind::Heading => Part::Heading,
            TextKind::Field => Part::Document,
            TextKind::Cell => Part::Table,
        };
        if self.parts.is_empty() { is_running_text(passage) } else { self.parts.contains(&part) }
    }

    /// Whether it speaks of a text.
    fn speaks_of(&self, text: &str) -> bool {
        let passages = [Passage::new(Slot::section("vi-du"), TextKind::Prose, text)];
        let alone = Self { parts: Vec::new(), ..self.clone() };
        !OwnRules::new(vec![alone]).find(&passages, &|| Vec::new()).is_empty()
    }
}

impl Asks {
    /// The phrases that are looked for, substitutions apart; what is needed comes behind the words that need it.
    fn phrases(&self) -> Vec<Phrase> {
        match self {
            Self::Swap(..) => Vec::new(),
            Self::OneWay(words) | Self::Occurs(words, _) => words.clone(),
            Self::Before { words, needs } => [words.clone(), needs.clone()].concat(),
        }
    }
}

/// Where a rule speaks.
struct Spot<'p> {
    rule: usize,
    /// Nothing where the report as a whole is meant.
    at: Option<(&'p Passage<'p>, Range<usize>)>,
    expected: Option<Message>,
    /// What should stand there.
    right: Option<String>,
}
