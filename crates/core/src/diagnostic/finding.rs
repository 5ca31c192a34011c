//! One finding.

use std::cmp::Ordering;

use super::{Id, Kind, Message, Place, nearest};
use crate::msg;

/// How grave a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth knowing.
    Note,
    /// Probably wrong; the document can be made all the same.
    Warning,
    /// No document can be made.
    Error,
}

/// Something about an input that its author should know.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Finding {
    /// The stable id of its kind.
    pub id: Id,
    /// How grave it is.
    pub severity: Severity,
    /// What is the matter, in one line.
    pub message: Message,
    /// Where, if anywhere.
    pub place: Option<Place>,
    /// What stands there.
    pub found: Option<String>,
    /// What should stand there.
    pub expected: Option<Message>,
    /// How to mend it.
    pub hint: Option<Message>,
    /// The article of law behind it.
    pub law: Option<&'static str>,
}

impl Finding {
    /// A finding of a kind, as grave as is said.
    pub(super) fn new(severity: Severity, kind: &Kind, message: Message) -> Self {
        let (id, law) = (kind.id, kind.law);
        Self { id, severity, message, place: None, found: None, expected: None, hint: None, law }
    }

    /// The order in which findings are shown: by their file and place; those without one first.
    pub fn by_place(&self, other: &Self) -> Ordering {
        fn key(finding: &Finding) -> Option<(&str, usize, usize)> {
            let place = finding.place.as_ref()?;
            Some((&place.source.name, place.span.start, place.span.end))
        }
        key(self).cmp(&key(other))
    }

    /// Says where.
    pub fn at(mut self, place: impl Into<Option<Place>>) -> Self {
        self.place = place.into();
        self
    }

    /// Says what stands there; long values are cut.
    pub fn found(mut self, found: impl Into<String>) -> Self {
        const LONGEST: usize = 80;
        let found: String = found.into();
        self.found = Some(match found.char_indices().nth(LONGEST) {
            Some((end, _)) => format!("{}…", &found[..end]),
            None => found,
        });
        self
    }

    /// Says what should stand there.
    pub fn expected(mut self, expected: Message) -> Self {
        self.expected = Some(expected);
        self
    }

    /// Says how to mend it.
    pub fn hint(mut self, hint: Message) -> Self {
        self.hint = Some(hint);
        self
    }

    /// For a name that is not known: the one that was probably meant, or else all there are.
    pub fn one_of(self, name: &str, known: &[&str]) -> Self {
        if let Some(near) = nearest(name, known.iter().copied()) {
            return self.hint(msg!("có phải \"{near}\"?", "did you mean \"{near}\"?"));
        }
        if known.is_empty() {
            return self;
        }
        let list = known.join(", ");
        self.expected(msg!("một trong: {list}", "one of: {list}"))
    }

    /// Names the article of law.
    pub fn law(mut self, law: &'static str) -> Self {
        self.law = Some(law);
        self
    }
}

/// The gravest severity in a list.
pub fn worst(findings: &[Finding]) -> Option<Severity> {
    findings.iter().map(|finding| finding.severity).max()
}

/// Whether a list holds an error.
pub fn has_errors(findings: &[Finding]) -> bool {
    worst(findings) == Some(Severity::Error)
}
