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

/// One more place of a finding, and what is told of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    /// Where.
    pub place: Place,
    /// What stands there.
    pub found: Option<String>,
    /// What should stand there, where that is not the same as at the first place.
    pub expected: Option<Message>,
}

/// Something about an input that its author should know. What is the same at several places is one finding.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Finding {
    /// The stable id of its kind.
    pub id: Id,
    /// How grave it is.
    pub severity: Severity,
    /// What is the matter, in one line.
    pub message: Message,
    /// Where, if anywhere; of several places the first.
    pub place: Option<Place>,
    /// What stands there.
    pub found: Option<String>,
    /// What should stand there.
    pub expected: Option<Message>,
    /// The other places.
    pub others: Vec<Spot>,
    /// How to mend it.
    pub hint: Option<Message>,
    /// The article of law behind it.
    pub law: Option<&'static str>,
}

impl Finding {
    /// A finding of a kind, as grave as is said.
    pub(super) fn new(severity: Severity, kind: &Kind, message: Message) -> Self {
        let (id, law) = (kind.id, kind.law);
        Self { id, severity, message, place: None, found: None, expected: None, others: Vec::new(), hint: None, law }
    }

    /// The order in which findings are shown: by their file and place; those without one first.
    pub fn by_place(&self, other: &Self) -> Ordering {
        match (&self.place, &other.place) {
            (Some(here), Some(there)) => here.order(there),
            (here, there) => here.is_some().cmp(&there.is_some()),
        }
    }

    /// All its places, the first one first.
    pub fn places(&self) -> impl Iterator<Item = &Place> {
        self.place.iter().chain(self.others.iter().map(|other| &other.place))
    }

    /// Takes the places of another finding that tells of the same thing.
    #[doc(hidden)]
    pub fn join(&mut self, other: Self) {
        for one in other.apart() {
            let Self { place, found, expected, .. } = one;
            let expected = expected.filter(|expected| self.expected.as_ref() != Some(expected));
            self.others.extend(place.map(|place| Spot { place, found, expected }));
        }
    }

    /// A finding for each of its places, in the order of the file.
    #[doc(hidden)]
    pub fn apart(mut self) -> Vec<Self> {
        let others = std::mem::take(&mut self.others);
        let others = others.into_iter().map(|Spot { place, found, expected }| Self {
            place: Some(place),
            found,
            expected: expected.or_else(|| self.expected.clone()),
            ..self.clone()
        });
        let mut all: Vec<Self> = others.collect();
        all.insert(0, self);
        all.sort_by(Self::by_place);
        all
    }

    /// Says where.
    pub fn at(mut self, place: impl Into<Option<Place>>) -> Self {
        self.place = place.into();
        self
    }

    /// Says what stands there; long values are cut.
    pub fn found(mut self, found: impl Into<String>) -> Self {
        self.found = Some(cut(found.into()));
        self
    }

    /// Says where the same is too, and what stands there.
    pub fn also(mut self, place: Place, found: impl Into<String>) -> Self {
        self.others.push(Spot { place, found: Some(cut(found.into())), expected: None });
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
    #[doc(hidden)]
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

/// The beginning of a long value.
fn cut(found: String) -> String {
    const LONGEST: usize = 80;
    match found.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &found[..end]),
        None => found,
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
