//! The words after a number that say what it counts, and those before it that say that it is no plain count.

use baocao_vietnamese::lexicon::lists::{HEDGES, MEASURES, NO_MONEY, NO_UNITS};
use baocao_vietnamese::lexicon::units::{Of, Sum, sums, units};
use baocao_vietnamese::small;
use rust_decimal::Decimal;

/// What a number counts.
#[derive(Debug, Clone, PartialEq)]
pub struct Unit {
    /// Its name, one for all ways of writing it; the first word where it is not known.
    pub name: String,
    /// How many of the named unit one is: `triệu đồng` is a million đồng.
    pub factor: Decimal,
    /// What it is one of, where it is a unit that reports count in.
    pub of: Option<Of>,
    /// Its bytes, with the space before it.
    pub length: usize,
}

impl Default for Unit {
    fn default() -> Self {
        Self { name: String::new(), factor: Decimal::ONE, of: None, length: 0 }
    }
}

impl Unit {
    /// The unit at the beginning of the text after a number.
    pub fn read(rest: &str) -> Self {
        let text = rest.trim_start_matches([' ', '\t']);
        let space = rest.len() - text.len();
        // Longer than any unit, and cut between letters.
        let head: String = text.chars().take(40).collect();
        if space == 0 {
            return Self::default();
        }
        let small = small(&head);
        let begins = |written: &str| starts_with_word(&small, written);
        let in_full = |sum: &&Sum| small.strip_prefix(sum.written).is_some_and(|rest| starts_with_word(rest, " đồng"));
        if let Some(sum) = sums().find(in_full) {
            let length = space + sum.written.len() + " đồng".len();
            return Self { name: "đồng".to_owned(), factor: sum.factor.into(), of: Some(Of::Things), length };
        }
        if let Some(sum) = sums().find(|sum| sum.stands_alone && begins(sum.written)) {
            let after = small[sum.written.len()..].trim_start();
            if !NO_MONEY.iter().any(|word| after.starts_with(word)) {
                let counted = units().find(|unit| starts_with_word(after, unit.written));
                let (name, of) = counted.map_or(("đồng", Of::Things), |unit| (unit.name, unit.of));
                let length = space + sum.written.len();
                return Self { name: name.to_owned(), factor: sum.factor.into(), of: Some(of), length };
            }
        }
        if let Some(unit) = units().find(|unit| begins(unit.written)) {
            let (name, length) = (unit.name.to_owned(), space + unit.written.len());
            return Self { name, of: Some(unit.of), length, ..Self::default() };
        }
        let end = small.find(|c: char| !c.is_alphabetic()).unwrap_or(small.len());
        if NO_UNITS.contains(&&small[..end]) {
            return Self::default();
        }
        Self { name: small[..end].to_owned(), length: if end == 0 { 0 } else { space + end }, ..Self::default() }
    }

    /// Whether it is one of the units that reports count in.
    pub fn is_known(&self) -> bool {
        self.of.is_some()
    }

    /// Whether it measures time; such numbers count nothing.
    pub fn is_time(&self) -> bool {
        MEASURES.contains(&self.name.as_str())
    }

    /// Whether it counts people.
    pub fn is_people(&self) -> bool {
        self.of == Some(Of::People)
    }

    /// Whether it counts documents.
    pub fn is_documents(&self) -> bool {
        self.of == Some(Of::Documents)
    }

    /// Whether this may be a part of what the other counts: the same unit, both of people, or a kind of it (`05 kế hoạch`
    /// of `26 văn bản`).
    pub fn fits(&self, other: &Self) -> bool {
        self.name == other.name || self.is_people() && other.is_people() || self.is_kind_of(other)
    }

    /// Whether the other unit is the general name of this one.
    pub fn is_kind_of(&self, other: &Self) -> bool {
        let kinds = match other.name.as_str() {
            "văn bản" => Of::Documents,
            "đơn vị" | "cơ quan" => Of::State,
            _ => return false,
        };
        self.name != other.name && self.of == Some(kinds)
    }
}

/// Whether the words before a number make it a change, a limit or an estimate.
pub fn hedged(before: &str) -> bool {
    let start = before.char_indices().rev().nth(15).map_or(0, |(at, _)| at);
    let tail = small(before[start..].trim_end());
    HEDGES.iter().any(|word| tail.strip_suffix(word).is_some_and(|rest| !rest.ends_with(char::is_alphanumeric)))
}

/// Whether a text begins with some words, and no letter or digit goes on behind them.
fn starts_with_word(text: &str, words: &str) -> bool {
    text.strip_prefix(words).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}
