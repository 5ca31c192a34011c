//! All documents and dates that the passages of a report name.

use super::citation::Citation;
use super::date::{Date, DateForm, dates};
use super::issuer::Issuer;
use super::joined::{citations, of_issuer};
use super::symbol::{plain, symbols};
use crate::{CellAt, Passage, TextKind};

/// The documents and dates that the passages of a report name, in the order in which they are read. The first number of
/// each entry is that of the passage.
#[derive(Debug, Default)]
pub struct Cited {
    /// The documents.
    pub documents: Vec<(usize, Citation)>,
    /// The dates, those of documents among them.
    pub dates: Vec<(usize, Date)>,
}

impl Cited {
    /// Reads the passages.
    pub fn new(passages: &[Passage<'_>]) -> Self {
        let mut cited = Self::default();
        let (mut heading, mut columns) = (None, Vec::<&str>::new());
        for (index, passage) in passages.iter().enumerate() {
            let text = passage.text.as_str();
            if text.contains(|digit: char| digit.is_ascii_digit()) {
                let dates = dates(text);
                if let (Some(cell), Some(date)) = (passage.cell, dates.first()) {
                    let titled = columns.get(cell.column).is_some_and(|title| dates_documents(title));
                    if titled && cell.row > 0 && cell.column > 0 {
                        cited.beside(index, date, passages);
                    }
                }
                let mut documents = citations(passage, symbols(text), &dates);
                inherit(text, heading, &mut documents);
                cited.documents.extend(documents.into_iter().map(|document| (index, document)));
                cited.dates.extend(dates.into_iter().map(|date| (index, date)));
            }
            if let Some(CellAt { row: 0, column, .. }) = passage.cell {
                columns.truncate(column);
                columns.push(text);
            }
            heading = (passage.kind == TextKind::Heading).then_some(text);
        }
        cited
    }

    /// The documents that a passage names.
    pub fn documents_of(&self, index: usize) -> &[(usize, Citation)] {
        of(&self.documents, index)
    }

    /// The dates that a passage names.
    pub fn dates_of(&self, index: usize) -> &[(usize, Date)] {
        of(&self.dates, index)
    }

    /// A date that a cell begins with is that of the document at the end of the cell before it, where the title of its column
    /// says so.
    fn beside(&mut self, index: usize, date: &Date, passages: &[Passage<'_>]) {
        let Some((at, document)) = self.documents.last_mut() else { return };
        let ends = |passage: &Passage<'_>| {
            let end = document.range.end;
            of_issuer(&passage.text, end).map_or(end, |(_, end)| end) == passage.text.len()
        };
        if date.range.start == 0
            && date.written != DateForm::Month
            && *at + 1 == index
            && document.date.is_none()
            && passages.get(*at).is_some_and(ends)
        {
            (document.date, document.dated_beside) = (Some(date.clone()), true);
        }
    }
}

/// What stands in a passage of all that stands in them.
fn of<T>(all: &[(usize, T)], index: usize) -> &[(usize, T)] {
    let (start, end) = (all.partition_point(|(at, _)| *at < index), all.partition_point(|(at, _)| *at <= index));
    &all[start..end]
}

/// Whether the title of a column says when documents were issued.
fn dates_documents(title: &str) -> bool {
    let title = plain(title);
    ["ngày", "ngày ban hành", "ngày ký", "ngày, tháng", "ngày tháng", "thời gian ban hành"].contains(&title.trim())
        || title.contains("ngày, tháng, năm ban hành")
}

/// Items of a list (`- Kế hoạch số ...`) are of the issuer that the line before the list names: `UBND xã đã ban hành các
/// kế hoạch, cụ thể:`. The line may be the heading above.
fn inherit(text: &str, heading: Option<&str>, documents: &mut [Citation]) {
    let mut issuer = heading.and_then(introduces);
    let mut start = 0;
    for line in text.split('\n') {
        head(line, start, documents);
        let item = start + line.len() - after_mark(line).len();
        let end = start + line.len();
        start = end + 1;
        match documents.iter_mut().find(|document| document.range.start == item) {
            Some(document) => {
                let own = issuer.as_ref().filter(|of| document.symbol.groups.iter().any(|group| is_of(group, of)));
                document.issuer = document.issuer.take().or_else(|| own.cloned());
            }
            None if line.trim().is_empty() => {}
            None => issuer = introduces(line),
        }
    }
}

/// The documents of a list in one line are of the issuer at its head: `Các Công văn của UBND huyện: số 58/UBND-NV, ...`.
fn head(line: &str, start: usize, documents: &mut [Citation]) {
    let Some((before, list)) = line.split_once(": số ") else { return };
    let Some((issuer, end)) = Issuer::last_committee(before) else { return };
    if end != before.len() || !before[..end].contains("của ") {
        return;
    }
    let list = start + line.len() - list.len()..start + line.len();
    let listed = |document: &&mut Citation| {
        list.contains(&document.symbol.number.start) && document.issuer.is_none() && document.symbol.kind.is_none()
    };
    for document in documents.iter_mut().filter(listed) {
        if document.symbol.groups.iter().any(|group| is_of(group, &issuer)) {
            document.issuer = Some(issuer.clone());
        }
    }
}

/// A line without the mark of an item: `-`, `+`, `a)`, `1.`.
fn after_mark(line: &str) -> &str {
    let line = line.trim_start_matches([' ', '-', '+', '*']);
    match line.split_once(' ') {
        Some((mark, rest)) if mark.len() <= 3 && mark.ends_with([')', '.']) => rest.trim_start(),
        _ => line,
    }
}

/// Whether a group of a symbol stands for an issuer.
fn is_of(group: &str, issuer: &Issuer) -> bool {
    group.to_lowercase() == issuer.body
}

/// The issuer of the list that a line introduces.
fn introduces(line: &str) -> Option<Issuer> {
    let line = line.trim_end().strip_suffix(':')?;
    let (before, _) = line.rsplit_once("ban hành")?;
    Issuer::last_committee(before).map(|(issuer, _)| issuer)
}
