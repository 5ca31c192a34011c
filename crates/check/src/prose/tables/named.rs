//! The figures that running text of people names, by the words around the numbers.

use std::ops::Range;

use baocao_core::form;

use super::{Figure, Words, coming, figures, matches, phrases};
use crate::Subject;
use baocao_reading::numbers::{Kind, Token};

/// A number in running text that its words bind to an indicator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// The indicator; several where the number is their sum.
    pub ids: Vec<String>,
    /// The passage, by its place among those of the subject.
    pub passage: usize,
    /// The number in its text.
    pub range: Range<usize>,
    /// Whether it is the figure's value.
    pub agrees: bool,
    /// Whether the words may mean something else.
    pub doubtful: bool,
}

/// All of them, in the order of the texts.
pub(crate) fn named(subject: &Subject<'_>) -> Vec<Named> {
    let all = phrases(subject);
    let mut named = Vec::new();
    if all.is_empty() {
        return named;
    }
    for reading in subject.readings() {
        if coming(subject, reading.passage.index) {
            continue;
        }
        for (at, token) in reading.tokens.iter().enumerate() {
            if !token.kind.is_number() || token.hedge {
                continue;
            }
            let matches = matches(subject, reading, at, &all);
            let figures: Vec<Figure<'_>> =
                figures(subject, &matches).into_iter().filter(|figure| comparable(figure, token)).collect();
            for (figure, doubtful) in meant(&figures, &matches, token, subject) {
                let agrees = figure.agrees(token, subject);
                let mut tell = |ids: Vec<String>| {
                    let range = token.range.start..token.end;
                    named.push(Named { ids, passage: reading.passage.index, range, agrees, doubtful });
                };
                tell(figure.ids.iter().map(|id| (*id).to_owned()).collect());
                // `20/26 nhiệm vụ` names what 20 is a part of too.
                if let (true, Kind::Fraction(..), Some(whole)) = (agrees, token.kind, whole(figure, subject)) {
                    tell(vec![whole.to_owned()]);
                }
            }
        }
    }
    named
}

/// Whether a number can be the value of a figure at all: percentages are those of rows of percentages.
fn comparable(figure: &Figure<'_>, token: &Token) -> bool {
    let percent = figure.rows.iter().any(|row| row.kind == form::Kind::Percent);
    matches!(token.kind, Kind::Percent(_)) == percent
}

/// The figures that a number is meant to be, and whether that is a doubt: those that it agrees with, the fewer
/// indicators added up the better; otherwise the first.
fn meant<'a, 'b>(
    figures: &'b [Figure<'a>],
    matches: &[&(&'a str, Words)],
    token: &Token,
    subject: &Subject<'_>,
) -> Vec<(&'b Figure<'a>, bool)> {
    let agreeing: Vec<&Figure<'_>> = figures.iter().filter(|figure| figure.agrees(token, subject)).collect();
    let few = agreeing.first().map_or(0, |figure| figure.ids.len());
    let (meant, others): (Vec<&Figure<'_>>, bool) = if agreeing.is_empty() {
        let alike = figures.iter().filter(|figure| figure.ids.len() == 1).count();
        (figures.iter().take(1).collect(), alike > 1)
    } else {
        let meant: Vec<_> = agreeing.into_iter().filter(|figure| figure.ids.len() == few).collect();
        let several = meant.len() > 1;
        (meant, several)
    };
    let doubted = |figure: &Figure<'_>| {
        let key = figure.ids.join(" + ");
        matches.iter().filter(|(id, _)| *id == key).all(|(_, words)| words.doubtful)
    };
    meant.into_iter().map(|figure| (figure, others || doubted(figure))).collect()
}

/// The indicator that a figure is a part of, where the forms have a ratio of both.
fn whole<'a>(figure: &Figure<'_>, subject: &'a Subject<'_>) -> Option<&'a str> {
    let [id] = figure.ids[..] else { return None };
    let mut rows = subject.set.form.indicators();
    rows.find_map(|(_, row)| match &row.ratio {
        Some([part, whole]) if part == id => Some(whole.as_str()),
        _ => None,
    })
}
