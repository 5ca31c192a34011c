//! How grave findings are and which of them are exempt: what the report, the office and the command line say.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use baocao_core::diagnostic::{Finding, Kind, Place, Severity};
use baocao_core::limits::Limits;
use baocao_core::report::{Checks, Exemption, InChecks, Input, Report, Slot, check_text, is_below};
use baocao_core::{kinds, msg};

use super::own::{OWN, OwnRules};
use super::{Config, Review, Rule, rule, rules};

/// Who set something. The later has more say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Origin {
    /// The office's `baocao.toml`.
    Office,
    /// The report.
    Report,
    /// The command line.
    CommandLine,
}

/// Severities and exemptions from all sides; the command line has more say than the report, the report more than the
/// office, in whichever order they come.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    severities: BTreeMap<String, (Origin, Severity)>,
    granted: Vec<Granted>,
    /// The exemptions of each rule, by their places in that list.
    of_rule: HashMap<String, Vec<usize>>,
    findings: Vec<Finding>,
    own: Arc<OwnRules>,
}

/// An exemption, who granted it, and where it is written.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Granted {
    pub(super) exemption: Exemption,
    pub(super) origin: Origin,
    pub(super) place: Option<Place>,
}

/// The file that the settings of one side are written in.
type Written<'a> = Option<&'a Input>;

impl Settings {
    /// These with what one side says. Rules that are not known, reasons that are not given and pointers that are none
    /// are told.
    pub fn with(mut self, checks: &Checks, origin: Origin, written: Written<'_>) -> Self {
        let slot = |part| Slot::Checks { of_office: origin == Origin::Office, part };
        for (id, level) in &checks.severity {
            if !self.may_know(id, origin) {
                let key = slot(InChecks::Severity(id.into()));
                self.findings.push(self.unknown_rule(id).at(written.map(|input| input.key_at(&key))));
                continue;
            }
            let said = (origin, (*level).into());
            let kept = self.severities.entry(id.clone()).or_insert(said);
            if kept.0 <= origin {
                *kept = said;
            }
        }
        // What stands in files was looked at when they were read.
        if written.is_none() {
            let said = checks.exemptions.iter().flat_map(|exemption| [Some(&exemption.reason), exemption.at.as_ref()]);
            said.flatten().for_each(|text| check_text(text, &Limits::default(), |_| None, &mut self.findings));
        }
        for (index, exemption) in checks.exemptions.iter().enumerate() {
            let place = |part| written.map(|input| input.at(slot(part)));
            match self.mistake(exemption, origin) {
                Some((part, finding)) => self.findings.push(finding.at(place(part(index)))),
                None => {
                    let place = place(InChecks::Exemption(index));
                    self.of_rule.entry(exemption.rule.clone()).or_default().push(self.granted.len());
                    self.granted.push(Granted { exemption: exemption.clone(), origin, place });
                }
            }
        }
        self
    }

    /// These with what a report says of itself.
    pub fn with_report(self, report: &Report, input: &Input) -> Self {
        let mut settings = match &report.checks {
            Some(checks) => self.with(checks, Origin::Report, Some(input)),
            None => self,
        };
        // What the command line says of an office's rules is known to be wrong only now.
        let said = settings.severities.keys().chain(settings.granted.iter().map(|granted| &granted.exemption.rule));
        let unknown: Vec<Finding> =
            said.filter(|id| settings.kind(id).is_none()).map(|id| settings.unknown_rule(id)).collect();
        settings.findings.extend(unknown);
        settings
    }

    /// These with what an office's `baocao.toml` says.
    pub fn with_config(mut self, config: &Config) -> Self {
        self.own = Arc::clone(&config.own);
        self.with(&config.checks, Origin::Office, Some(&config.input))
    }

    /// What is wrong with the settings themselves; it is told once.
    pub fn take_findings(&mut self) -> Vec<Finding> {
        std::mem::take(&mut self.findings)
    }

    /// Gives a finding the severity that was set for its rule. What a rule itself only doubts stays a doubt: it can be
    /// made less grave and not graver.
    pub(super) fn weigh(&self, finding: &mut Finding) {
        let Some(rule) = self.kind(finding.id.as_str()).filter(|_| self.is_of_rule(finding)) else { return };
        if let Some((_, severity)) = self.severities.get(finding.id.as_str()) {
            let doubted = finding.severity < rule.severity;
            finding.severity = if doubted { finding.severity.min(*severity) } else { *severity };
        }
    }

    /// The exemption of a finding, of the side that has the most say. Only findings of rules can be exempt; this is
    /// asked before they are weighed.
    pub(super) fn exemption(&self, finding: &Finding) -> Option<&Granted> {
        let of_rule = self.of_rule.get(finding.id.as_str()).into_iter().flatten().map(|at| &self.granted[*at]);
        let covering = of_rule.filter(|granted| covers(&granted.exemption, finding));
        covering.filter(|_| self.is_of_rule(finding)).max_by_key(|granted| granted.origin)
    }

    /// Exemptions of the report that exempt nothing any more: they would hide the next mistake. Those of the office
    /// and of the command line are for many reports.
    pub(super) fn unused(&self, review: &Review, of: Origin) -> Vec<Finding> {
        // A rule that could not be evaluated might have found something.
        let used = |exemption: &Exemption| {
            review.exempted.iter().any(|exempted| covers(exemption, &exempted.finding))
                || review.not_evaluated.iter().any(|entry| entry.rule == exemption.rule)
        };
        self.granted.iter().filter(|granted| granted.origin == of && !used(&granted.exemption)).map(unused).collect()
    }

    /// The same of the command line, where it speaks of one report alone: a note.
    #[doc(hidden)]
    pub fn unused_by_command(&self, review: &Review) -> Vec<Finding> {
        let mut unused = self.unused(review, Origin::CommandLine);
        unused.iter_mut().for_each(|finding| finding.severity = Severity::Note);
        unused
    }

    /// The rules of the office.
    #[doc(hidden)]
    pub fn own(&self) -> &OwnRules {
        &self.own
    }

    /// What a rule says of itself, one of the program or of the office.
    pub(super) fn kind(&self, id: &str) -> Option<Kind> {
        rule(id).map(Rule::kind).or_else(|| self.own.rule(id).map(|own| own.kind))
    }

    /// Whether a rule may have an id: the command line comes before the rules of the office.
    fn may_know(&self, id: &str, origin: Origin) -> bool {
        self.kind(id).is_some() || origin == Origin::CommandLine && id.starts_with(OWN)
    }

    /// Whether a finding is one of a rule. An error that an input stage tells under the id of a milder rule is not: no
    /// document can be made with it, whatever anyone says.
    fn is_of_rule(&self, finding: &Finding) -> bool {
        self.kind(finding.id.as_str()).is_some_and(|rule| finding.severity <= rule.severity)
    }

    /// What is wrong with an exemption, and in which part of it.
    fn mistake(&self, exemption: &Exemption, origin: Origin) -> Option<(Part, Finding)> {
        if !self.may_know(&exemption.rule, origin) {
            return Some((InChecks::ExemptionRule, self.unknown_rule(&exemption.rule)));
        }
        if exemption.reason.trim().is_empty() {
            let finding = kinds::settings::NO_REASON
                .finding(msg!("miễn một quy tắc thì phải nêu lý do", "an exemption needs a reason"));
            return Some((InChecks::Exemption, finding.found(exemption.rule.as_str())));
        }
        let at = exemption.at.as_ref().filter(|at| !at.is_empty() && !at.starts_with('/'))?;
        let finding = kinds::settings::WRONG_POINTER
            .finding(msg!("chỗ được miễn không phải con trỏ JSON", "the place of the exemption is no JSON pointer"))
            .found(at.as_str())
            .expected(msg!("như /figures/tthc.tong-so", "such as /figures/tthc.tong-so"));
        Some((InChecks::ExemptionAt, finding))
    }

    /// An id that no rule has, neither one of the program nor of the office.
    fn unknown_rule(&self, id: &str) -> Finding {
        let known = rules().map(|rule| rule.id).chain(self.own.rules().iter().map(|own| own.kind.id));
        unknown(id, baocao_core::diagnostic::nearest(id, known.map(|id| id.as_str())))
    }
}

/// An exemption that exempts nothing.
fn unused(granted: &Granted) -> Finding {
    let Exemption { rule, at, .. } = &granted.exemption;
    kinds::settings::UNUSED_EXEMPTION
        .finding(msg!("mục miễn này không còn miễn phát hiện nào", "this exemption exempts no finding any more"))
        .at(granted.place.clone())
        .found(match at.as_ref().filter(|_| granted.place.is_none()) {
            Some(at) => format!("{rule}@{at}"),
            None => rule.clone(),
        })
        .hint(msg!("xóa mục này", "delete it"))
}

/// Whether an exemption covers a finding: the same rule, and a place with the same pointer or one below it.
fn covers(exemption: &Exemption, finding: &Finding) -> bool {
    let below = |place: &Place, at: &str| place.pointer().is_some_and(|pointer| is_below(pointer, at));
    let at = exemption.at.as_ref();
    finding.id == exemption.rule && at.is_none_or(|at| finding.places().any(|place| below(place, at)))
}

/// A part of an exemption, by its index.
type Part = fn(usize) -> InChecks<'static>;

/// An id that neither a rule nor any other finding has.
pub fn unknown_kind(id: &str) -> Finding {
    let known = rules().map(|rule| rule.id).chain(kinds::all().map(|kind| kind.id));
    unknown(id, baocao_core::diagnostic::nearest(id, known.map(|id| id.as_str())))
}

fn unknown(id: &str, near: Option<&str>) -> Finding {
    let finding = kinds::settings::UNKNOWN_RULE.finding(msg!("không có quy tắc \"{id}\"", "there is no rule \"{id}\""));
    match near {
        Some(near) => finding.meant(id, near),
        None => finding.hint(msg!("`baocao rule` liệt kê mọi quy tắc", "`baocao rule` lists all rules")),
    }
}
