//! What remains of the rules' findings when the settings have had their say.

use super::{NotEvaluated, Origin, Settings, Told, rules};
use crate::diagnostic::{Finding, Message};

/// A finding that someone exempted, and why.
#[derive(Debug, Clone)]
pub struct Exempted {
    /// The finding.
    pub finding: Finding,
    /// The reason that was given.
    pub reason: String,
    /// Who exempted it.
    pub origin: Origin,
}

/// The outcome of a check.
#[derive(Debug, Default)]
pub struct Review {
    /// The findings, in order of their places.
    pub findings: Vec<Finding>,
    /// The findings that were exempted.
    pub exempted: Vec<Exempted>,
    /// The rules that could not be evaluated.
    pub not_evaluated: Vec<NotEvaluated>,
}

impl Review {
    /// Puts the settings to what was told.
    pub(super) fn new(told: Told, settings: &Settings) -> Self {
        let Told { findings, not_evaluated } = told;
        let mut review = Self { not_evaluated, ..Self::default() };
        for mut finding in findings {
            settings.weigh(&mut finding);
            match settings.exemption(&finding) {
                Some((reason, origin)) => {
                    let reason = reason.to_owned();
                    review.exempted.push(Exempted { finding, reason, origin });
                }
                None => review.findings.push(finding),
            }
        }
        let unused = settings.unused(&review.exempted);
        review.findings.extend(unused);
        review.findings.sort_by_key(|finding| {
            finding.place.as_ref().map(|place| (place.source.name.clone(), place.span.start, place.span.end))
        });
        review
    }

    /// Of a report that could not be read: no rule was evaluated.
    pub fn unread(findings: Vec<Finding>, reason: &Message) -> Self {
        let not_evaluated = rules().map(|rule| NotEvaluated { rule: rule.id, reason: reason.clone() }).collect();
        Self { findings, not_evaluated, ..Self::default() }
    }
}
