//! One finding.

use std::cmp::Ordering;
use std::collections::HashMap;

use super::nearest::strange;
use super::{Edit, Id, Kind, Message, Place, nearest};
use crate::{kinds, msg};

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
    /// What mends it there, where that is without doubt.
    pub edits: Vec<Edit>,
}

/// So many other places are kept: an export of a whole country may have the same in every line.
const MOST_PLACES: usize = 1_000;

/// So many findings say the same of one place each; more are told together.
const MOST_ALIKE: usize = 50;

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
    /// What mends it at the first place, where that is without doubt. All of it is done or nothing.
    pub edits: Vec<Edit>,
    /// The other places; of very many the first.
    pub others: Vec<Spot>,
    /// How many more there are.
    pub more: usize,
    /// How to mend it.
    pub hint: Option<Message>,
    /// The article of law behind it.
    pub law: Option<&'static str>,
}

impl Finding {
    /// A finding of a kind, as grave as is said.
    pub(super) fn new(severity: Severity, kind: &Kind, message: Message) -> Self {
        let (id, law, edits, others) = (kind.id, kind.law, Vec::new(), Vec::new());
        let (place, found, expected, hint) = (None, None, None, None);
        Self { id, severity, message, place, found, expected, edits, others, more: 0, hint, law }
    }

    /// The order in which findings are shown: by their file and place; those without one first, and what follows from
    /// others behind them.
    pub fn by_place(&self, other: &Self) -> Ordering {
        let follows = |finding: &Self| kinds::FOLLOWING.iter().any(|kind| kind.id == finding.id);
        follows(self).cmp(&follows(other)).then_with(|| match (&self.place, &other.place) {
            (Some(here), Some(there)) => here.order(there),
            (here, there) => here.is_some().cmp(&there.is_some()),
        })
    }

    /// All its places, the first one first.
    pub fn places(&self) -> impl Iterator<Item = &Place> {
        self.place.iter().chain(self.others.iter().map(|other| &other.place))
    }

    /// Takes the places of another finding that tells of the same thing.
    #[doc(hidden)]
    pub fn join(&mut self, other: Self) {
        self.more += other.more;
        for one in other.apart() {
            let Self { place, found, expected, edits, .. } = one;
            let expected = expected.filter(|expected| self.expected.as_ref() != Some(expected));
            let Some(place) = place else { continue };
            if self.others.len() < MOST_PLACES {
                self.others.push(Spot { place, found, expected, edits });
            } else {
                self.more += 1;
            }
        }
    }

    /// Findings that say the same of several places as one.
    #[doc(hidden)]
    pub fn grouped(findings: Vec<Self>) -> Vec<Self> {
        let mut grouped: Vec<Self> = Vec::new();
        let mut known: HashMap<(Id, Message, Option<Message>, Option<Message>), usize> = HashMap::new();
        for finding in findings {
            let key = (finding.id, finding.message.clone(), finding.expected.clone(), finding.hint.clone());
            match known.get(&key).and_then(|at| grouped.get_mut(*at)) {
                Some(one) if finding.place.is_some() && one.severity == finding.severity => one.join(finding),
                _ => {
                    known.insert(key, grouped.len());
                    grouped.push(finding);
                }
            }
        }
        grouped
    }

    /// Adds a finding to a list. Where that says the same very often already, its place joins the last of them.
    #[doc(hidden)]
    pub fn add_to(self, findings: &mut Vec<Self>) {
        let says_the_same = |known: &&mut Self| known.id == self.id && known.message == self.message;
        let mut same = findings.iter_mut().filter(says_the_same);
        let Some(last) = same.nth(MOST_ALIKE - 1).map(|nth| same.last().unwrap_or(nth)) else {
            return findings.push(self);
        };
        let Some(place) = self.place else { return };
        if last.others.len() < MOST_PLACES {
            last.others.push(Spot { place, found: self.found, expected: self.expected, edits: self.edits });
        } else {
            last.more += 1;
        }
    }

    /// A finding for each of its places, in the order of the file.
    #[doc(hidden)]
    pub fn apart(mut self) -> Vec<Self> {
        let (others, first) = (std::mem::take(&mut self.others), std::mem::take(&mut self.edits));
        let others = others.into_iter().map(|Spot { place, found, expected, edits }| Self {
            place: Some(place),
            found,
            expected: expected.or_else(|| self.expected.clone()),
            edits,
            more: 0,
            ..self.clone()
        });
        let mut all: Vec<Self> = others.collect();
        all.insert(0, Self { edits: first, ..self });
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
    pub fn also(self, place: Place, found: impl Into<String>) -> Self {
        self.also_at(|| place, found)
    }

    /// The same where the place is found only as long as it is kept.
    #[doc(hidden)]
    pub fn also_at(mut self, place: impl FnOnce() -> Place, found: impl Into<String>) -> Self {
        if self.others.len() < MOST_PLACES {
            self.others.push(Spot {
                place: place(),
                found: Some(cut(found.into())),
                expected: None,
                edits: Vec::new(),
            });
        } else {
            self.more += 1;
        }
        self
    }

    /// Says what should stand there.
    pub fn expected(mut self, expected: Message) -> Self {
        self.expected = Some(expected);
        self
    }

    /// Says what mends it at the place that was told last.
    #[doc(hidden)]
    pub fn edits(mut self, edits: Vec<Edit>) -> Self {
        match self.others.last_mut() {
            None => self.edits = edits,
            Some(last) if self.more == 0 => last.edits = edits,
            Some(_) => {}
        }
        self
    }

    /// Says how to mend it.
    pub fn hint(mut self, hint: Message) -> Self {
        self.hint = Some(hint);
        self
    }

    /// For a name that is not known: the one that was probably meant, or else what there is, as far as a reader looks through
    /// it.
    #[doc(hidden)]
    pub fn one_of(self, name: &str, known: &[&str]) -> Self {
        if let Some(near) = nearest(name, known.iter().copied()) {
            return self.meant(name, near);
        }
        if known.is_empty() {
            return self;
        }
        // Short names with a letter that only looks right are near to none.
        let finding = match strange(name, "") {
            Some(code) => self.hint(code),
            None => self,
        };
        let list = known.iter().take(MOST_NAMES).copied().collect::<Vec<_>>().join(", ");
        match known.len().checked_sub(MOST_NAMES).filter(|more| *more > 0) {
            Some(more) => {
                finding.expected(msg!("một trong: {list}, … và {more} tên nữa", "one of: {list}, … and {more} more"))
            }
            None => finding.expected(msg!("một trong: {list}", "one of: {list}")),
        }
    }

    /// Names the article of law.
    pub fn law(mut self, law: &'static str) -> Self {
        self.law = Some(law);
        self
    }
}

/// So many names are proposed where none is near.
const MOST_NAMES: usize = 20;

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
