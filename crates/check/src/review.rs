//! What remains of the rules' findings when the settings have had their say.

use baocao_core::diagnostic::{Finding, Message, Place};

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
    /// Puts the settings to what was told.
    pub(super) fn new(told: Told, settings: &Settings) -> Self {
        let Told { findings, not_evaluated } = told;
        let mut review = Self { not_evaluated, ..Self::default() };
        for mut finding in findings {
            let granted = settings.exemption(&finding).cloned();
            settings.weigh(&mut finding);
            match granted {
                Some(Granted { exemption, origin, place }) => {
                    review.exempted.push(Exempted { finding, reason: exemption.reason, origin, place });
                }
                None => review.findings.push(finding),
            }
        }
        let unused = settings.unused(&review);
        review.findings.extend(unused);
        review.findings.sort_by(Finding::by_place);
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
        Self { findings, not_evaluated, ..Self::default() }
    }
}
