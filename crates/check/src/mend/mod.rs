//! Mechanical repairs: what findings say would mend them is done in the report's own file, and nothing else in it changes.
//!
//! The rules themselves say what mends what they find ([`Finding::edits`]), where that is beyond doubt; here is no knowledge
//! of texts. The formatting of the JSON, the order of its keys, its escapes and line ends stay.

mod diff;

pub use diff::unified;

use std::collections::BTreeMap;

use baocao_core::diagnostic::{Edit, Finding, Id, Place};
use baocao_core::report::{self, Input, ReportFile};
use baocao_reading::Order;

use crate::catalogue::repairs;
use crate::{Desk, Review, Settings, Texts, Told};

/// One edit makes room for another; more rounds than this are never needed.
const MOST_ROUNDS: usize = 4;

/// A repair that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mending {
    /// The rule whose finding it takes away.
    pub rule: Id,
    /// Where it told of it.
    pub place: Place,
}

/// A report's text with its repairs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mended {
    /// The text of the file as it was, without a byte order mark.
    pub before: String,
    /// The text with the repairs.
    pub text: String,
    /// What was mended, in the order in which that was done; empty where nothing was.
    pub mendings: Vec<Mending>,
}

impl Desk {
    /// Mends what findings say would mend them; what is exempt is as it should be. Nothing of a file that is no JSON.
    ///
    /// ```
    /// use baocao_core::report::ReportFile;
    /// let json = r#"{ "sections": { "a": "Kế hoạch số 04/ KH-UBND ngày 8/9/2023 ." } }"#;
    /// let desk = baocao_check::Desk::default();
    /// let mended = desk.mend(ReportFile::new("a.json", json), &Default::default()).unwrap();
    /// assert_eq!(mended.text, r#"{ "sections": { "a": "Kế hoạch số 04/KH-UBND ngày 08/9/2023." } }"#);
    /// ```
    pub fn mend(&self, report: ReportFile<'_>, settings: &Settings) -> Option<Mended> {
        let parsed = |bytes: &[u8]| Input::parse(report.name(), bytes.to_vec(), self.limits(), &mut Vec::new());
        let input = parsed(report.bytes())?;
        let outcome = self.review(report.clone(), settings);
        let unfinished = outcome.value.is_none().then(|| match report::read(&input, &mut Vec::new()) {
            Some(report) => settings.clone().with_report(&report, &input),
            None => settings.clone(),
        });
        let look = |text: &str| match &unfinished {
            None => self.review(report.clone().with_bytes(text), settings).review.findings,
            Some(settings) => parsed(text.as_bytes()).map_or_else(Vec::new, |input| of_texts(&input, settings)),
        };
        let before = input.source.text.clone();
        let (mut text, mut mendings) = (before.clone(), Vec::new());
        let mut findings = if unfinished.is_none() { outcome.review.findings } else { look(&text) };
        for _ in 0..MOST_ROUNDS {
            let mut places: Vec<Finding> = findings.into_iter().flat_map(Finding::apart).collect();
            places.sort_by(Finding::by_place);
            let done = apart(&places);
            if done.is_empty() {
                break;
            }
            text = edited(&text, done.iter().flat_map(|finding| &finding.edits));
            mendings.extend(done.into_iter().filter_map(|finding| {
                let place = finding.place.clone()?;
                Some(Mending { rule: finding.id, place })
            }));
            findings = look(&text);
        }
        Some(Mended { before, text, mendings })
    }
}

/// What is told of the texts of a report that makes no document, whatever is wrong with it; what is exempt is left out.
fn of_texts(input: &Input, settings: &Settings) -> Vec<Finding> {
    let (texts, mut told) = (Texts::new(input, &Order::default()), Told::default());
    repairs().filter_map(|repair| repair.look).for_each(|look| look(&texts, &mut told));
    settings.own().tell(&texts, &Vec::new, &mut told);
    Review::new(told, settings).findings
}

/// The findings, each of one place, whose edits do not meet: of those that do the first.
fn apart(findings: &[Finding]) -> Vec<&Finding> {
    // Where edits begin, and where they end.
    let mut taken: BTreeMap<usize, usize> = BTreeMap::new();
    let spans = |finding: &Finding| finding.edits.iter().filter_map(|edit| edit.place.span()).collect::<Vec<_>>();
    let fits = |finding: &&Finding| {
        let spans = spans(finding);
        let free = |end: usize, start: usize| taken.range(..=end).next_back().is_none_or(|(_, last)| *last < start);
        let fits = !spans.is_empty() && spans.iter().all(|span| free(span.end, span.start));
        taken.extend(spans.into_iter().filter(|_| fits).map(|span| (span.start, span.end)));
        fits
    };
    findings.iter().filter(fits).collect()
}

/// A text with edits made, which are apart.
fn edited<'e>(text: &str, edits: impl Iterator<Item = &'e Edit>) -> String {
    let mut edits: Vec<_> = edits.filter_map(|edit| Some((edit.place.span()?, &edit.text))).collect();
    edits.sort_by_key(|(span, _)| span.start);
    let (mut out, mut at) = (String::with_capacity(text.len()), 0);
    for (span, new) in edits {
        out.push_str(&text[at..span.start]);
        out.push_str(new);
        at = span.end;
    }
    out.push_str(&text[at..]);
    out
}
