//! What remains of the rules' findings when the settings have had their say.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::ops::Range;

use baocao_core::diagnostic::{Finding, Id, Message, Place, Severity};
use baocao_core::report::Exemption;

use super::settings::Granted;
use super::{NotEvaluated, Origin, Settings, Told, rules};

/// A finding that someone exempted, and why.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Exempted {
    /// The finding.
    pub finding: Finding,
    /// The reason that was given.
    pub reason: String,
    /// Who exempted it.
    pub origin: Origin,
    /// Where the exemption is written, unless it came by the command line.
    pub place: Option<Place>,
}

/// What is to be said of a report.
#[derive(Debug, Default)]
#[non_exhaustive]
pub struct Review {
    /// The short name of the organ whose report it is, where the report could be read.
    pub organ: Option<String>,
    /// The findings, in order of their places.
    pub findings: Vec<Finding>,
    /// The findings that were exempted.
    pub exempted: Vec<Exempted>,
    /// The rules that could not be evaluated.
    pub not_evaluated: Vec<NotEvaluated>,
}

impl Review {
    /// Puts the settings to what was told: how grave it is, what is exempt, what is told at several places at once.
    #[doc(hidden)]
    pub fn new(told: Told, settings: &Settings) -> Self {
        let (findings, not_evaluated) = told.settled();
        let mut review = Self { not_evaluated, ..Self::default() };
        let mut known: HashMap<(String, Origin, Written, Saying), usize> = HashMap::new();
        for finding in findings {
            let (mut kept, mut exempt): (Vec<Finding>, Vec<(Granted, Finding)>) = (Vec::new(), Vec::new());
            // Each place is exempted, and weighed, by itself.
            for mut one in finding.apart() {
                let granted = settings.exemption(&one).cloned();
                // What is exempt is as it should be.
                one.edits.retain(|_| granted.is_none());
                settings.weigh(&mut one);
                match granted.map(|granted| (exempt.iter_mut().find(|(known, _)| *known == granted), granted)) {
                    Some((Some((_, known)), _)) => known.join(one),
                    Some((None, granted)) => exempt.push((granted, one)),
                    None => match kept.first_mut().filter(|_| one.severity != Severity::Error) {
                        Some(first) => first.join(one),
                        None => kept.push(one),
                    },
                }
            }
            review.findings.append(&mut kept);
            for (granted, finding) in exempt {
                let Granted { exemption: Exemption { reason, .. }, origin, place } = granted;
                // Those that say the same and are exempt for the same reason are one.
                let written = place.as_ref().map(|place| (place.source.name.clone(), place.span()));
                match known.entry((reason.clone(), origin, written, Saying::of(&finding))) {
                    Entry::Occupied(first) => review.exempted[*first.get()].finding.join(finding),
                    Entry::Vacant(new) => {
                        new.insert(review.exempted.len());
                        review.exempted.push(Exempted { finding, reason, origin, place });
                    }
                }
            }
        }
        let unused = settings.unused(&review, Origin::Report);
        review.findings.extend(unused);
        review.findings.sort_by(Finding::by_place);
        review.findings = capped(together(review.findings));
        review.exempted.sort_by(|a, b| a.finding.by_place(&b.finding));
        review
    }

    /// Adds what a later step says.
    pub(super) fn append(&mut self, later: Self) {
        let Self { organ, findings, exempted, not_evaluated } = later;
        self.organ = self.organ.take().or(organ);
        self.findings.extend(findings);
        self.exempted.extend(exempted);
        self.not_evaluated.extend(not_evaluated);
    }

    /// Of a report that could not be read: no rule was evaluated.
    pub fn unread(findings: Vec<Finding>, reason: &Message) -> Self {
        let not_evaluated = rules().map(|rule| NotEvaluated { rule: rule.id, reason: reason.clone() }).collect();
        Self { findings: capped(findings), not_evaluated, ..Self::default() }
    }
}

/// So many findings of a kind are kept; more are counted.
pub(super) const MOST: usize = 1_000;

/// The first findings of each kind. The last of them says how many more there are.
fn capped(findings: Vec<Finding>) -> Vec<Finding> {
    let mut kept: Vec<Finding> = Vec::with_capacity(findings.len());
    // How many there are, and the last that is kept.
    let mut kinds: HashMap<(Id, Severity), (usize, usize)> = HashMap::new();
    for finding in findings {
        let (count, last) = kinds.entry((finding.id, finding.severity)).or_default();
        *count += 1;
        if *count <= MOST {
            *last = kept.len();
            kept.push(finding);
        } else {
            kept[*last].more += 1 + finding.others.len() + finding.more;
        }
    }
    kept
}

/// Where an exemption is written: the file, and its bytes.
type Written = Option<(String, Option<Range<usize>>)>;

/// What a finding says beside where, and in which file it says it.
#[derive(PartialEq, Eq, Hash)]
struct Saying {
    id: Id,
    severity: Severity,
    texts: [Option<Message>; 3],
    law: Option<&'static str>,
    file: Option<String>,
}

impl Saying {
    fn of(finding: &Finding) -> Self {
        let Finding { id, severity, law, .. } = *finding;
        let texts = [Some(finding.message.clone()), finding.expected.clone(), finding.hint.clone()];
        Self { id, severity, texts, law, file: finding.place.as_ref().map(|place| place.source.name.clone()) }
    }
}

/// Findings that say the same as one, with all their places; they come in the order of their places. Errors stay apart:
/// each of them must be mended.
fn together(findings: Vec<Finding>) -> Vec<Finding> {
    let mut all: Vec<Finding> = Vec::with_capacity(findings.len());
    let mut known: HashMap<Saying, usize> = HashMap::new();
    for finding in findings {
        if finding.severity == Severity::Error || finding.place.is_none() {
            all.push(finding);
            continue;
        }
        match known.entry(Saying::of(&finding)) {
            Entry::Occupied(first) => all[*first.get()].join(finding),
            Entry::Vacant(new) => {
                new.insert(all.len());
                all.push(finding);
            }
        }
    }
    for finding in &mut all {
        finding.others.sort_by(|a, b| a.place.order(&b.place));
    }
    all
}
