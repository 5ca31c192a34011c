//! Sheets of rows that have a name and something to be written: which row is which, by its label and its hidden id, and
//! what was written, in rows that were inserted under it too.

use std::collections::{BTreeMap, BTreeSet};

use baocao_core::rows::Sheet;

use super::outcome::Outcome;
use super::words::{normal, said};

/// What may stand on a sheet: the id of each entry and its label. Labels that several have name none.
pub(super) struct Names<'a> {
    ids: BTreeMap<&'a str, usize>,
    labels: BTreeMap<String, Option<usize>>,
}

impl<'a> Names<'a> {
    pub(super) fn new(entries: impl Iterator<Item = (&'a str, String)>) -> Self {
        let mut names = Self { ids: BTreeMap::new(), labels: BTreeMap::new() };
        for (index, (id, label)) in entries.enumerate() {
            names.ids.insert(id, index);
            names.labels.entry(normal(&label)).and_modify(|known| *known = None).or_insert(Some(index));
        }
        names
    }
}

/// An entry as it was found.
pub(super) struct Found<'s> {
    pub(super) sheet: &'s Sheet,
    /// Its row, and the rows that were inserted under it.
    pub(super) rows: Vec<usize>,
    /// Where it is written.
    pub(super) column: usize,
}

/// What is written in the columns of a sheet, by the index of the entry. `heading` stands over the column that is written
/// in; `named` are the headings of the columns that have a meaning.
pub(super) fn find<'s>(
    sheet: &'s Sheet,
    names: &Names<'_>,
    heading: &str,
    named: &[&str],
    outcome: &mut Outcome,
) -> Vec<(usize, Found<'s>)> {
    let wanted = normal(heading);
    let header = sheet.all_words().find(|(_, _, words)| normal(words) == wanted).map(|(row, column, _)| (row, column));
    let mut found: Vec<(usize, Found<'_>)> = Vec::new();
    for row in 0..sheet.height() {
        if header.is_some_and(|(header, _)| header == row) {
            continue;
        }
        let width = sheet.width_of(row);
        // What is written may be the name of another entry.
        let written = header.map(|(_, column)| column);
        let by = |known: &dyn Fn(&str) -> Option<usize>| {
            let mut columns = (0..width).filter(|column| Some(*column) != written);
            columns.find_map(|column| Some((column, known(&sheet.words(row, column)?)?)))
        };
        let by_label = by(&|words| names.labels.get(&normal(words)).copied().flatten());
        let by_id = by(&|words| names.ids.get(words).copied());
        if let (Some((_, label)), Some((column, id))) = (by_label, by_id)
            && label != id
        {
            outcome.strange_id(sheet, row, column);
        }
        let column = match (header, by_label) {
            (Some((_, column)), _) => Some(column),
            (None, Some((column, _))) => Some(column + 1),
            (None, None) => None,
        };
        match (by_label.or(by_id), column) {
            (Some((_, index)), Some(column)) => found.push((index, Found { sheet, rows: vec![row], column })),
            (None, Some(column)) if !sheet.cell(row, column).is_blank() => match found.last_mut() {
                // A row under an entry that has no name of its own goes on with it.
                Some((_, last))
                    if last.rows.last().is_some_and(|above| above + 1 == row) && is_alone(sheet, row, column) =>
                {
                    last.rows.push(row);
                }
                _ if header.is_some_and(|(header, _)| row > header) => outcome.unused(sheet, row, column),
                _ => {}
            },
            _ => {}
        }
    }
    tell_own_columns(sheet, header, named, outcome);
    found
}

fn is_alone(sheet: &Sheet, row: usize, column: usize) -> bool {
    (0..sheet.width_of(row)).all(|other| other == column || sheet.is_blank(row, other))
}

/// Columns with a heading of an office's own.
fn tell_own_columns(sheet: &Sheet, header: Option<(usize, usize)>, named: &[&str], outcome: &mut Outcome) {
    let Some((header, _)) = header else { return };
    let named: Vec<String> = named.iter().map(|heading| normal(heading)).collect();
    let is_own = |column: &usize| sheet.words(header, *column).is_some_and(|words| !named.contains(&normal(&words)));
    let mut own: BTreeSet<usize> = (0..sheet.width_of(header)).filter(is_own).collect();
    for row in header + 1..sheet.height() {
        let written = |column: &usize| !sheet.is_blank(row, *column);
        for column in own.iter().copied().filter(written).collect::<Vec<_>>() {
            own.remove(&column);
            outcome.unused(sheet, header, column);
        }
    }
}

/// The column under a heading in the same row as another.
pub(super) fn column_of(sheet: &Sheet, heading: &str) -> Option<usize> {
    let wanted = normal(heading);
    sheet.all_words().find(|(_, _, words)| normal(words) == wanted).map(|(_, column, _)| column)
}

impl Found<'_> {
    /// What was written, the rows under each other joined.
    pub(super) fn text(&self, between: &str) -> String {
        let texts = self.rows.iter().map(|row| said(&self.sheet.shown(*row, self.column)));
        texts.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(between)
    }
}
