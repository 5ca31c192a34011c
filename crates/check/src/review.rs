//! What remains of the rules' findings when the settings have had their say.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

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
    /// Puts the settings to what was told.
    pub(super) fn new(told: Told, settings: &Settings) -> Self {
        let Told { findings, not_evaluated } = told;
        let mut review = Self { not_evaluated, ..Self::default() };
        for finding in findings {
            let (mut kept, mut exempt): (Vec<Finding>, Vec<(Granted, Finding)>) = (Vec::new(), Vec::new());
            // Each place is exempted, and weighed, by itself.
            for mut one in finding.apart() {
                let granted = settings.exemption(&one).cloned();
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
            exempt.into_iter().for_each(|(granted, finding)| review.exempt(granted, finding));
        }
        let unused = settings.unused(&review);
        review.findings.extend(unused);
        review.findings.sort_by(Finding::by_place);
        review.findings = together(review.findings);
        review.exempted.sort_by(|a, b| a.finding.by_place(&b.finding));
        review
    }

    /// Notes a finding that is exempt, with those that say the same and are exempt for the same reason.
    fn exempt(&mut self, granted: Granted, finding: Finding) {
        let Granted { exemption: Exemption { reason, .. }, origin, place } = granted;
        let known = self.exempted.iter_mut().find(|known| {
            let granted = known.reason == reason && known.origin == origin && known.place == place;
            granted && Saying::of(&known.finding) == Saying::of(&finding)
        });
        match known {
            Some(known) => known.finding.join(finding),
            None => self.exempted.push(Exempted { finding, reason, origin, place }),
        }
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

#[cfg(test)]
mod tests {
    use super::*;
    use baocao_core::diagnostic::{Source, has_errors};
    use baocao_core::report::{Checks, Level};
    use baocao_core::{kinds, msg};
    use std::sync::{Arc, LazyLock};

    static SOURCE: LazyLock<Arc<Source>> = LazyLock::new(|| Source::new("a.json", "0123456789"));

    /// A rule whose findings are warnings where nobody says otherwise.
    fn finding(at: usize, pointer: &str, expected: &str) -> Finding {
        let place = Place::json(&SOURCE, at..at + 1, pointer);
        let finding = kinds::figures::RATIO_WRONG.finding(msg!("x", "x")).at(place).found(at.to_string());
        finding.expected(msg!("{expected}", "{expected}"))
    }

    fn review(told: Told, severity: Option<Level>, exempt: &[&str]) -> Review {
        let id = kinds::figures::RATIO_WRONG.id.to_string();
        let exemption =
            |at: &&str| Exemption { rule: id.clone(), at: Some((*at).to_owned()), reason: "lý do".to_owned() };
        let checks = Checks {
            severity: severity.map(|level| (id.clone(), level)).into_iter().collect(),
            exemptions: exempt.iter().map(exemption).collect(),
        };
        Review::new(told, &Settings::default().with(&checks, Origin::Office, None))
    }

    /// What was found at the places of each finding.
    fn places(findings: &[Finding]) -> Vec<String> {
        let others = |finding: &Finding| finding.others.iter().filter_map(|one| one.found.clone()).collect::<String>();
        findings.iter().map(|finding| finding.found.clone().unwrap_or_default() + &others(finding)).collect()
    }

    #[test]
    fn findings_that_say_the_same_are_one_from_the_first_place_on() {
        let told =
            Told::new(vec![finding(5, "/e", "y"), finding(3, "/c", "z"), finding(9, "/f", "y"), finding(1, "/a", "y")]);
        let review = review(told, None, &[]);
        assert_eq!(places(&review.findings), ["159", "3"]);
        assert!(review.findings[0].others.iter().all(|other| other.expected.is_none()));
    }

    #[test]
    fn errors_are_told_one_by_one() {
        let mut told = Told::new(vec![finding(1, "/a", "y"), finding(3, "/b", "y")]);
        told.together([finding(5, "/c", "u"), finding(7, "/d", "v")]);
        let review = review(told, Some(Level::Error), &[]);
        assert!(has_errors(&review.findings));
        assert_eq!(places(&review.findings), ["1", "3", "5", "7"]);
    }

    #[test]
    fn an_exemption_of_one_place_exempts_that_place_only() {
        let mut told = Told::new(Vec::new());
        told.together([finding(8, "/d", "w"), finding(2, "/a", "u"), finding(4, "/b", "v")]);
        let exempt = review(told, None, &["/b"]);
        assert_eq!(places(&exempt.findings), ["28"]);
        assert_eq!(exempt.findings[0].others[0].expected, Some(msg!("w", "w")));
        let exempted: Vec<Finding> = exempt.exempted.into_iter().map(|one| one.finding).collect();
        assert_eq!(exempted, [finding(4, "/b", "v")]);
        let told = Told::new(vec![finding(2, "/a/x", "y"), finding(4, "/a/y", "y"), finding(6, "/b", "y")]);
        let exempt = review(told, None, &["/a", "/b"]);
        assert!(exempt.findings.is_empty());
        let exempted: Vec<Finding> = exempt.exempted.into_iter().map(|one| one.finding).collect();
        // Both exemptions give the same reason, on behalf of the same side.
        assert_eq!(places(&exempted), ["246"]);
    }
}
