//! What the rules told.

use baocao_core::diagnostic::{Finding, Id, Message};

use super::Rule;

/// A rule that could not be evaluated, and why. It neither passed nor failed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotEvaluated {
    /// The id of the rule.
    pub rule: Id,
    /// Why.
    pub reason: Message,
}

/// Findings, and rules that could not be evaluated.
#[derive(Debug, Default)]
pub struct Told {
    pub(super) findings: Vec<Finding>,
    pub(super) not_evaluated: Vec<NotEvaluated>,
}

impl Told {
    /// With the findings of earlier stages.
    pub fn new(findings: Vec<Finding>) -> Self {
        Self { findings, not_evaluated: Vec::new() }
    }

    /// Tells a finding.
    pub fn finding(&mut self, finding: Finding) {
        self.findings.push(finding);
    }

    /// Tells findings that are of one thing as one, with all their places.
    pub fn together(&mut self, findings: impl IntoIterator<Item = Finding>) {
        let one = findings.into_iter().reduce(|mut one, other| {
            one.join(other);
            one
        });
        self.findings.extend(one);
    }

    /// Tells that a rule could not be evaluated.
    pub fn not_evaluated(&mut self, rule: &Rule, reason: Message) {
        let entry = NotEvaluated { rule: rule.id, reason };
        if !self.not_evaluated.contains(&entry) {
            self.not_evaluated.push(entry);
        }
    }
}
