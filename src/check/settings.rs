//! How grave findings are and which of them are exempt: what the report, the office and the command line say.

use std::collections::BTreeMap;

use super::{Exempted, rule};
use crate::diagnostic::{Finding, Place, Severity};
use crate::msg;
use crate::report::{Checks, Exemption, Input, Report};

/// Who set something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// The office's `baocao.toml`.
    Office,
    /// The report.
    Report,
    /// The command line.
    CommandLine,
}

/// Severities and exemptions from all sides; the command line has more say than the report, the report more than the
/// office.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    severities: BTreeMap<String, Severity>,
    exemptions: Vec<(Exemption, Origin, Option<Place>)>,
    findings: Vec<Finding>,
}

impl Settings {
    /// These with what one side says laid over them. `place` tells where an entry stands, by its pointer below the
    /// side's own object. Rules that are not known and reasons that are not given are told.
    pub fn with(mut self, checks: &Checks, origin: Origin, place: &dyn Fn(&str) -> Option<Place>) -> Self {
        for (id, level) in &checks.severity {
            if rule(id).is_none() {
                self.findings.push(unknown(id, place(&format!("/severity/{}", crate::report::pointer_part(id)))));
            }
            self.severities.insert(id.clone(), (*level).into());
        }
        for (index, exemption) in checks.exemptions.iter().enumerate() {
            let at = place(&format!("/exemptions/{index}"));
            if rule(&exemption.rule).is_none() {
                self.findings.push(unknown(&exemption.rule, at));
            } else if exemption.reason.trim().is_empty() {
                let finding = Finding::error(
                    "kiem-tra/thieu-ly-do",
                    msg!("miễn một quy tắc thì phải nêu lý do", "an exemption needs a reason"),
                );
                self.findings.push(finding.at(at).found(exemption.rule.as_str()));
            } else {
                self.exemptions.push((exemption.clone(), origin, at));
            }
        }
        self
    }

    /// These with what a report says of itself.
    pub fn with_report(self, report: &Report, input: &Input) -> Self {
        match &report.checks {
            Some(checks) => self.with(checks, Origin::Report, &|below| Some(input.place(&format!("/checks{below}")))),
            None => self,
        }
    }

    /// What is wrong with the settings themselves; it is told once.
    pub fn take_findings(&mut self) -> Vec<Finding> {
        std::mem::take(&mut self.findings)
    }

    /// Gives a finding the severity that was set for its rule.
    pub(super) fn weigh(&self, finding: &mut Finding) {
        if rule(finding.id).is_some()
            && let Some(severity) = self.severities.get(finding.id)
        {
            finding.severity = *severity;
        }
    }

    /// Why a finding is exempt, and who said so. Only findings of rules can be exempt.
    pub(super) fn exemption(&self, finding: &Finding) -> Option<(&str, Origin)> {
        rule(finding.id)?;
        let (exemption, origin, _) =
            self.exemptions.iter().rev().find(|(exemption, _, _)| covers(exemption, finding))?;
        Some((&exemption.reason, *origin))
    }

    /// Exemptions of the report that exempt nothing any more: they would hide the next mistake. Those of the office
    /// and of the command line are for many reports.
    pub(super) fn unused(&self, exempted: &[Exempted]) -> Vec<Finding> {
        let used = |exemption: &Exemption| exempted.iter().any(|exempted| covers(exemption, &exempted.finding));
        let own = self.exemptions.iter().filter(|(_, origin, _)| *origin == Origin::Report);
        own.filter(|(exemption, _, _)| !used(exemption))
            .map(|(exemption, _, place)| {
                Finding::warning(
                    "kiem-tra/mien-thua",
                    msg!("mục miễn này không còn miễn phát hiện nào", "this exemption exempts no finding any more"),
                )
                .at(place.clone())
                .found(exemption.rule.as_str())
                .hint(msg!("xóa mục này", "delete it"))
            })
            .collect()
    }
}

/// Whether an exemption covers a finding: the same rule, and the same pointer or one below it.
fn covers(exemption: &Exemption, finding: &Finding) -> bool {
    let below = |at: &String| {
        let pointer = finding.place.as_ref().and_then(|place| place.pointer.as_deref());
        pointer
            .and_then(|pointer| pointer.strip_prefix(at.as_str()))
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    exemption.rule == finding.id && exemption.at.as_ref().is_none_or(below)
}

fn unknown(id: &str, place: Option<Place>) -> Finding {
    let known: Vec<&str> = super::rules().map(|rule| rule.id).collect();
    let finding =
        Finding::error("kiem-tra/quy-tac-la", msg!("không có quy tắc \"{id}\"", "there is no rule \"{id}\"")).at(place);
    match crate::diagnostic::nearest(id, known.iter().copied()) {
        Some(near) => finding.hint(msg!("có phải \"{near}\"?", "did you mean \"{near}\"?")),
        None => finding.hint(msg!("`baocao rule` liệt kê mọi quy tắc", "`baocao rule` lists all rules")),
    }
}
