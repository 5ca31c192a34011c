//! What the rules told.

use std::collections::HashMap;
use std::ops::Range;

use baocao_core::diagnostic::{Finding, Id, Locator, Message, Place};
use baocao_core::report::is_below;
use baocao_reading::Passage;

use super::review::MOST;
use super::{Rule, Texts};

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
    findings: Vec<Entry>,
    /// How many findings there are of each rule, those beyond [`MOST`] among them.
    counts: HashMap<Id, usize>,
    /// The last finding, where it is beyond them.
    beyond: Option<Entry>,
    /// How many of them are of earlier stages.
    earlier: usize,
    /// Places of which rules have nothing to say, those below them included: JSON pointers.
    unheard: Vec<String>,
    not_evaluated: Vec<NotEvaluated>,
}

/// A finding, and what makes it needless.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) finding: Finding,
    stronger: Vec<Stronger>,
}

/// Rules that take precedence where they tell of one of some places.
#[derive(Debug)]
struct Stronger {
    rules: &'static [Id],
    places: Vec<Place>,
}

impl Told {
    /// With the findings of earlier stages, and the places of which rules have nothing to say.
    pub fn new(findings: Vec<Finding>, unheard: &[String]) -> Self {
        let findings: Vec<Entry> =
            findings.into_iter().map(|finding| Entry { finding, stronger: Vec::new() }).collect();
        Self { earlier: findings.len(), findings, unheard: unheard.to_vec(), ..Self::default() }
    }

    /// Tells a finding.
    pub fn finding(&mut self, finding: Finding) {
        self.add(finding);
    }

    fn add(&mut self, finding: Finding) -> &mut Entry {
        let count = self.counts.entry(finding.id).or_default();
        *count += 1;
        let kept = *count <= MOST;
        let entry = Entry { finding, stronger: Vec::new() };
        if kept {
            self.beyond = None;
            self.findings.push(entry);
            let last = self.findings.len() - 1;
            &mut self.findings[last]
        } else {
            self.beyond.insert(entry)
        }
    }

    /// Tells a finding that is needless where one of some rules tells of one of these places, whichever speaks first.
    pub(super) fn unless(&mut self, rules: &'static [Id], places: Vec<Place>, finding: Finding) {
        self.finding(finding);
        self.unless_told(rules, places);
    }

    /// The finding that was told last is needless where one of some rules tells of one of these places, too.
    pub(super) fn unless_told(&mut self, rules: &'static [Id], places: Vec<Place>) {
        if let Some(last) = self.findings.last_mut().filter(|_| !rules.is_empty() && self.beyond.is_none()) {
            last.stronger.push(Stronger { rules, places });
        }
    }

    /// Tells of a slip in a text: what is wrong and where. The finding can still be added to.
    pub(super) fn slip(
        &mut self,
        rule: &Rule,
        texts: &Texts<'_>,
        passage: &Passage<'_>,
        range: Range<usize>,
        say: Message,
    ) -> &mut Finding {
        // What is only counted needs no place.
        if self.counts.get(&rule.id).is_some_and(|count| *count >= MOST) {
            return &mut self.add(rule.finding(say)).finding;
        }
        // No more of it is shown.
        let shown = range.start..passage.text.floor_char_boundary(range.end.min(range.start + 1_000));
        let found = passage.text[shown].replace('\n', " ");
        &mut self.add(rule.finding(say).at(texts.place(passage, range)).found(found)).finding
    }

    /// Tells findings that are of one thing as one, with all their places.
    pub fn together(&mut self, findings: impl IntoIterator<Item = Finding>) {
        let one = findings.into_iter().reduce(|mut one, other| {
            one.join(other);
            one
        });
        one.into_iter().for_each(|one| self.finding(one));
    }

    /// Tells that a rule could not be evaluated.
    pub fn not_evaluated(&mut self, rule: &Rule, reason: Message) {
        let entry = NotEvaluated { rule: rule.id, reason };
        if !self.not_evaluated.contains(&entry) {
            self.not_evaluated.push(entry);
        }
    }

    /// What remains to be said: the findings that no stronger one makes needless, and the rules that were not evaluated.
    pub(super) fn settled(self) -> (Vec<Finding>, Vec<NotEvaluated>) {
        let Self { mut findings, counts, earlier, unheard, not_evaluated, .. } = self;
        for (id, count) in counts.into_iter().filter(|(_, count)| *count > MOST) {
            if let Some(last) = findings.iter_mut().rev().find(|entry| entry.finding.id == id) {
                last.finding.more += count - MOST;
            }
        }
        let mut kept: HashMap<Id, Vec<&Finding>> = HashMap::new();
        let mut open: Vec<(Id, Vec<usize>)> = Vec::new();
        for (at, Entry { finding, stronger }) in findings.iter().enumerate() {
            match (stronger.is_empty(), open.iter_mut().find(|(id, _)| *id == finding.id)) {
                (true, _) => kept.entry(finding.id).or_default().push(finding),
                (false, Some((_, entries))) => entries.push(at),
                (false, None) => open.push((finding.id, vec![at])),
            }
        }
        let mut needless = vec![false; findings.len()];
        while !open.is_empty() {
            // Those whose stronger rules have no say to come.
            let waits = |(id, entries): &(Id, Vec<usize>)| {
                let stronger = entries.iter().flat_map(|at| &findings[*at].stronger);
                let mut rules = stronger.flat_map(|stronger| stronger.rules);
                rules.any(|rule| rule != id && open.iter().any(|(other, _)| other == rule))
            };
            let next = open.iter().position(|group| !waits(group)).unwrap_or_default();
            for at in open.remove(next).1 {
                let Entry { finding, stronger } = &findings[at];
                needless[at] = stronger.iter().any(|stronger| stronger.says_more(&kept));
                if !needless[at] {
                    kept.entry(finding.id).or_default().push(finding);
                }
            }
        }
        // What a tag of a template computes, a name of the report, is read where it was typed.
        let is_unheard =
            |place: &Place| place.pointer().is_some_and(|at| unheard.iter().any(|above| is_below(at, above)));
        for (at, entry) in findings.iter().enumerate().skip(earlier) {
            needless[at] |= entry.finding.place.as_ref().is_some_and(|place| is_computed(place) || is_unheard(place));
        }
        let mut needless = needless.into_iter();
        let findings = findings.into_iter().map(|entry| entry.finding);
        (findings.filter(|_| needless.next() == Some(false)).collect(), not_evaluated)
    }
}

/// Whether a place is that of a tag which computes what is printed: none of the bytes of a file that is no report.
fn is_computed(place: &Place) -> bool {
    matches!(&place.at, Locator::Text { span, pointer: None } if span.is_empty())
}

impl Stronger {
    /// Whether one of the findings that are kept is of one of the rules and of one of the places.
    fn says_more(&self, kept: &HashMap<Id, Vec<&Finding>>) -> bool {
        let mut findings = self.rules.iter().filter_map(|rule| kept.get(rule)).flatten();
        findings.any(|finding| finding.places().any(|there| self.places.iter().any(|place| there.overlaps(place))))
    }
}
