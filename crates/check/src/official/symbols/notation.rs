//! The symbol as the report gives it, and what it consists of.

use baocao_core::diagnostic::Message;
use baocao_core::msg;
use baocao_core::report::Field;
use baocao_core::template::Layout;

use crate::{Rule, Subject, Told};

/// Where the decree says how numbers and symbols are written.
pub(super) const LAW: &str = "NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.3";

/// The symbol of a report.
pub(super) struct Notation<'a> {
    subject: &'a Subject<'a>,
    /// As it is given.
    pub(super) given: &'a str,
    /// Its groups joined by plain hyphens.
    pub(super) joined: String,
    /// Whether it is that of a letter, which begins with the agency (NĐ 30/2020/NĐ-CP, Annex III, form 1.5).
    pub(super) is_of_letter: bool,
}

impl<'a> Notation<'a> {
    /// Reads the symbol of a report.
    pub(super) fn of(subject: &'a Subject<'a>) -> Self {
        let given = subject.report.document.code_notation.as_str();
        let is_of_letter = subject.set.outline.document.layout == Layout::Letter;
        Self { subject, given, joined: joined(given), is_of_letter }
    }

    /// The first group: the abbreviation of the type, where the document has one.
    pub(super) fn kind(&self) -> &str {
        self.joined.split('-').next().unwrap_or_default()
    }

    /// The abbreviation of the agency, as far as the next hyphen.
    pub(super) fn agency(&self) -> Option<&str> {
        self.joined.split('-').nth(if self.is_of_letter { 0 } else { 1 })
    }

    /// The symbol of such a document of an agency.
    pub(super) fn of_agency(&self, agency: &str) -> String {
        if self.is_of_letter { agency.to_owned() } else { format!("{}-{agency}", self.kind()) }
    }

    /// Tells of the symbol, and what it should be.
    pub(super) fn tell(&self, rule: &Rule, message: Message, expected: &str, told: &mut Told) {
        let place = self.subject.input.at(Field::CodeNotation);
        told.finding(rule.finding(message).at(place).found(self.given).expected(msg!("{expected}", "{expected}")));
    }
}

/// Dashes that stand between the groups of symbols.
pub(super) const DASHES: [char; 4] = ['-', '–', '—', '‑'];

/// The symbol with its groups joined by plain hyphens.
pub(super) fn joined(given: &str) -> String {
    let given = given.replace(DASHES, "-").replace('/', "-");
    given.chars().filter(|letter| !letter.is_whitespace()).collect::<String>().trim_matches('-').to_owned()
}
