//! What a file of rows holds, cell by cell, and where each cell stands.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};
use std::ops::Range;
use std::sync::{Arc, Mutex, PoisonError};

use chrono::NaiveDateTime;
use rust_decimal::Decimal;

use super::cells::{At, Cells, Compact};
use super::encoding::Conversion;
use super::shown::ShownCells;
use super::stored::Stored;
use super::unseen::Unseen;
use super::{csv, json, markup};
use crate::diagnostic::{Finding, Locator, Place, Severity, Source};
use crate::report::pointer_part;

/// A file of rows: its sheets. What it is, is told by its content, not by its name.
#[derive(Debug, Clone)]
pub struct Book {
    /// The file, without its text.
    pub source: Arc<Source>,
    /// Its sheets, in order; a file that is no workbook has one.
    pub sheets: Vec<Sheet>,
}

impl Book {
    /// The sheet of this name.
    pub fn sheet(&self, name: &str) -> Option<&Sheet> {
        self.sheets.iter().find(|sheet| sheet.name == name)
    }
}

/// What a sheet was read from: how its cells are named in findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Text with separators: fields of lines.
    Csv {
        /// What stands between fields.
        separator: u8,
    },
    /// NDJSON: an object a line.
    Lines,
    /// JSON: a list of objects.
    List,
    /// A workbook or a table of HTML: cells by letters and numbers.
    Cells,
}

/// The rows of a sheet: from the first one on, blank ones included; of JSON the first row holds the keys of all objects.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// Its name; empty where the file has no sheets.
    pub name: String,
    /// The ranges of cells that were merged, in the order of their first cells.
    pub merged: Vec<Merged>,
    /// What it was read from.
    pub form: Form,
    /// Whether it is hidden in its workbook.
    pub hidden: bool,
    /// The rows and columns that its workbook does not show.
    pub(super) unseen: Unseen,
    /// What number formats show beside values.
    pub(super) beside: ShownCells,
    /// Formulas whose values are not in the file.
    pub(super) uncomputed: BTreeSet<(usize, usize)>,
    /// What stands around the table on a page of HTML, and beside a list of JSON.
    pub(super) around: Vec<Around>,
    /// The file; its text where that is held.
    pub source: Arc<Source>,
    pub(super) cells: Cells,
    pub(super) lines: Lines,
    /// The file, where its text is read again in pieces.
    pub(super) stored: Option<Arc<Stored>>,
    /// The JSON pointer of the list of its rows.
    pub(super) pointer: String,
    /// The columns of JSON by their keys, and in which row each begins to be there.
    pub(super) keys: HashMap<json::Key, usize>,
    pub(super) first: Vec<usize>,
    /// Where the values of a row stand, of the one that was asked for last.
    pub(super) spans: Arc<Mutex<Option<Arc<Spans>>>>,
    /// What was found out of the letters of columns that are read again, by their index.
    pub(super) conversions: HashMap<usize, Conversion>,
    /// Which merged cells cover a cell.
    pub(super) covered: HashMap<(usize, usize), usize>,
}

/// A row in its text.
#[derive(Debug)]
pub(super) struct Spans {
    row: usize,
    source: Arc<Source>,
    /// The row, without spaces around an object.
    within: Range<usize>,
    /// The values by their columns.
    values: Vec<Option<Range<usize>>>,
}

/// Where rows stand in the text of a file.
#[derive(Debug, Clone, Default)]
pub(super) struct Lines {
    begins: Compact,
    lengths: Compact,
    /// From which row on the line in which a row begins is how much larger than its index.
    steps: Vec<(usize, usize)>,
}

impl Lines {
    /// Notes where a row stands: its bytes, and the line in which they begin, from 1.
    pub(super) fn set(&mut self, row: usize, span: &Range<usize>, line: usize) {
        self.begins.set(row, span.start);
        self.lengths.set(row, span.len());
        let ahead = line.saturating_sub(row);
        if self.steps.last().is_none_or(|(_, last)| *last != ahead) {
            self.steps.push((row, ahead));
        }
    }

    pub(super) fn span(&self, row: usize) -> Range<usize> {
        let begin = self.begins.get(row);
        begin..begin + self.lengths.get(row)
    }

    fn line(&self, row: usize) -> usize {
        let step = self.steps.partition_point(|(from, _)| *from <= row).checked_sub(1);
        row + step.and_then(|step| self.steps.get(step)).map_or(1, |(_, ahead)| *ahead)
    }
}

/// Cells that were merged into one: its first and its last row and column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Merged {
    /// The first and the last row, from 0.
    pub rows: (usize, usize),
    /// The first and the last column, from 0.
    pub columns: (usize, usize),
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Given {
    /// Nothing.
    Blank,
    /// A text; of a workbook also a number that is shown as a percentage, with its sign: `98,3%`.
    Text(String),
    /// A number.
    Number(Decimal),
    /// A date, perhaps with a time.
    Date(NaiveDateTime),
    /// Yes or no.
    Bool(bool),
    /// An error of a workbook: `#REF!`.
    Mistake(String),
    /// An object or a list in a cell of JSON.
    Json(String),
}

impl Given {
    /// Whether nothing stands there, or nothing but spaces.
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Blank => true,
            Self::Text(text) => text.trim().is_empty(),
            _ => false,
        }
    }

    /// The words of a text, without spaces around them.
    pub fn words(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text.trim()).filter(|text| !text.is_empty()),
            _ => None,
        }
    }
}

/// Words around a table.
#[derive(Debug, Clone)]
pub struct Around {
    /// The row and column of their cell, where they have one.
    pub(super) cell: Option<(usize, usize)>,
    /// Of JSON the key whose value they are.
    pub key: Option<String>,
    /// What they say.
    pub words: String,
    /// Where they stand.
    pub place: Place,
}

impl Sheet {
    pub(super) fn new(source: &Arc<Source>, name: String, form: Form) -> Self {
        Self {
            name,
            merged: Vec::new(),
            form,
            hidden: false,
            unseen: Unseen::default(),
            beside: ShownCells::default(),
            uncomputed: BTreeSet::new(),
            around: Vec::new(),
            source: Arc::clone(source),
            cells: Cells::default(),
            lines: Lines::default(),
            stored: None,
            pointer: String::new(),
            keys: HashMap::new(),
            first: Vec::new(),
            spans: Arc::default(),
            conversions: HashMap::new(),
            covered: HashMap::new(),
        }
    }

    /// Puts a value into a cell that is written so in the text of its row. What is read again is never blank.
    pub(super) fn write(
        &mut self,
        (row, column): (usize, usize),
        written: &str,
        make: impl FnOnce() -> Given,
        place: impl FnOnce() -> Option<Range<usize>>,
    ) {
        let is_blank = |given: &Given| match given {
            Given::Text(text) => {
                text.trim().is_empty() || markup::given(text).is_some_and(|(given, _)| given.is_blank())
            }
            _ => false,
        };
        self.cells.write(row, column, written, make, |given| if is_blank(given) { None } else { place() });
    }

    /// Notes which cells are covered by merged ones, up to the edge of the sheet and to so many of them; cells that are
    /// merged twice are those of the first.
    pub(super) fn settle(&mut self, most: usize) {
        let (height, width) = (self.height(), self.width());
        let within = |(first, last): (usize, usize), edge: usize| first..last.saturating_add(1).min(edge);
        self.merged.sort_by_key(|merged| (merged.rows, merged.columns));
        let mut left = most;
        for (index, merged) in self.merged.iter().enumerate() {
            let (rows, columns) = (within(merged.rows, height), within(merged.columns, width));
            let Some(rest) = left.checked_sub(rows.len().saturating_mul(columns.len())) else { return };
            left = rest;
            for cell in rows.flat_map(|row| columns.clone().map(move |column| (row, column))) {
                self.covered.entry(cell).or_insert(index);
            }
        }
    }

    /// Whether its rows are objects of JSON.
    pub fn is_json(&self) -> bool {
        matches!(self.form, Form::Lines | Form::List)
    }

    /// How many rows it has.
    pub fn height(&self) -> usize {
        self.cells.height()
    }

    /// How many columns its widest row has.
    pub fn width(&self) -> usize {
        self.cells.width()
    }

    /// How many cells a row has.
    pub fn width_of(&self, row: usize) -> usize {
        self.cells.width_of(row)
    }

    /// A cell, by its row and column from 0; blank beyond the edge.
    pub fn cell(&self, row: usize, column: usize) -> Cow<'_, Given> {
        match self.cells.at(row, column) {
            At::Blank => Cow::Borrowed(&Given::Blank),
            At::Kept(given) => Cow::Borrowed(given),
            At::Far(span) => Cow::Owned(self.read_again(row, column, span)),
        }
    }

    /// A cell whose value is read again from the text of its row.
    fn read_again(&self, row: usize, column: usize, span: Range<usize>) -> Given {
        match self.converted(row, column, span) {
            Given::Text(text) => markup::given(&text).map_or(Given::Text(text), |(given, _)| given),
            given => given,
        }
    }

    /// The same with the markup that stands in it.
    pub(super) fn converted(&self, row: usize, column: usize, span: Range<usize>) -> Given {
        let given = self.with_text(row, |text| {
            let written = text.get(span).unwrap_or_default();
            if self.is_json() { json::given(written) } else { csv::given(written) }
        });
        let Given::Text(text) = given else { return given };
        let converted = self.conversions.get(&column).and_then(|conversion| conversion.of(&text));
        Given::Text(converted.unwrap_or(text))
    }

    /// Whether a cell holds nothing, or nothing but spaces.
    pub fn is_blank(&self, row: usize, column: usize) -> bool {
        match self.cells.at(row, column) {
            At::Blank => true,
            At::Kept(given) => given.is_blank(),
            At::Far(_) => false,
        }
    }

    /// The words of a cell that holds a text, without spaces around them.
    pub fn words(&self, row: usize, column: usize) -> Option<Cow<'_, str>> {
        match self.cell(row, column) {
            Cow::Borrowed(given) => given.words().map(Cow::Borrowed),
            Cow::Owned(given) => given.words().map(|words| Cow::Owned(words.to_owned())),
        }
    }

    /// All words, with their rows and columns.
    pub fn all_words(&self) -> impl Iterator<Item = (usize, usize, Cow<'_, str>)> {
        let cells = (0..self.height()).flat_map(|row| (0..self.width_of(row)).map(move |column| (row, column)));
        cells.filter_map(|(row, column)| Some((row, column, self.words(row, column)?)))
    }

    /// The cells of a row.
    pub fn row(&self, row: usize) -> impl DoubleEndedIterator<Item = Cow<'_, Given>> + ExactSizeIterator {
        (0..self.width_of(row)).map(move |column| self.cell(row, column))
    }

    /// Whether a row holds nothing.
    pub fn is_blank_row(&self, row: usize) -> bool {
        self.first_filled(row).is_none()
    }

    /// The first column that a row has something in.
    pub fn first_filled(&self, row: usize) -> Option<usize> {
        (0..self.width_of(row)).find(|column| !self.is_blank(row, *column))
    }

    /// The cell that is shown at a place: of merged cells their first.
    pub fn shown(&self, row: usize, column: usize) -> Cow<'_, Given> {
        match self.merged_at(row, column) {
            Some(merged) => self.cell(merged.rows.0, merged.columns.0),
            None => self.cell(row, column),
        }
    }

    /// The merged cells that cover a cell.
    pub fn merged_at(&self, row: usize, column: usize) -> Option<Merged> {
        if self.covered.is_empty() {
            return None;
        }
        self.covered.get(&(row, column)).and_then(|index| self.merged.get(*index)).copied()
    }

    /// The text of a row, as it stands in the file.
    pub(super) fn with_text<T>(&self, row: usize, use_it: impl FnOnce(&str) -> T) -> T {
        let span = self.lines.span(row);
        match &self.stored {
            Some(stored) => stored.with(span.start, span.len(), use_it),
            None => use_it(self.source.text.get(span).unwrap_or_default()),
        }
    }

    /// Where the values of a row stand: mostly those of one row are asked for one after the other.
    fn spans(&self, row: usize) -> Arc<Spans> {
        let mut last = self.spans.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(spans) = last.as_ref().filter(|spans| spans.row == row) {
            return Arc::clone(spans);
        }
        let (source, within) = self.part(row);
        let values = match self.form {
            Form::Csv { separator } => csv::fields(&source.text, separator).into_iter().map(Some).collect(),
            _ => json::values(&self.keys, &source, within.clone()),
        };
        let spans = Arc::new(Spans { row, source, within, values });
        *last = Some(Arc::clone(&spans));
        spans
    }

    /// A text in which a row stands, and its bytes there; around an object may be spaces.
    fn part(&self, row: usize) -> (Arc<Source>, Range<usize>) {
        let span = self.lines.span(row);
        if self.stored.is_none() {
            return (Arc::clone(&self.source), span);
        }
        let text = self.with_text(row, str::to_owned);
        let begins = if self.is_json() { text.len() - text.trim_start().len() } else { 0 };
        let ends = if self.is_json() { text.trim_end().len() } else { text.len() };
        let within = begins..ends.max(begins);
        (Source::part(&self.source.name, text, self.lines.line(row), span.start), within)
    }

    /// Where a cell stands: of JSON the key of a column in the first row, otherwise the value of the key in the object of
    /// the row, or the object where it does not have that key.
    pub fn place(&self, row: usize, column: usize) -> Place {
        if self.form == Form::Cells {
            return Place::cell(&self.source, self.name.as_str(), row + 1, column + 1);
        }
        let of_key = self.first.get(column).copied().filter(|_| row == 0);
        let spans = self.spans(of_key.unwrap_or(row));
        let own = spans.values.get(column).cloned().flatten();
        let at = match (self.form, row.checked_sub(1)) {
            (Form::Csv { .. }, _) => {
                // Behind the last field there is nothing else.
                let last = || spans.values.last().cloned().flatten().unwrap_or_else(|| spans.within.clone());
                Locator::Field { row: row + 1, column: Some(column + 1), span: own.unwrap_or_else(last) }
            }
            (_, None) => {
                let name = self.words(0, column).unwrap_or_default();
                let span = own.map(|value| json::key_of(&name, &value, &spans.source.text)).unwrap_or_default();
                Locator::Text { span, pointer: None }
            }
            (form, Some(index)) => {
                let object = if form == Form::List { format!("{}/{index}", self.pointer) } else { String::new() };
                match own {
                    Some(span) => {
                        let name = self.words(0, column).unwrap_or_default();
                        Locator::Text { span, pointer: Some(format!("{object}/{}", pointer_part(&name))) }
                    }
                    None => Locator::Text { span: spans.within.clone(), pointer: Some(object) },
                }
            }
        };
        Place::of(&spans.source, at)
    }

    /// A finding at cells, and what stands there; nothing where there are none.
    pub(super) fn told<T: Into<String>>(
        &self,
        finding: Finding,
        cells: impl IntoIterator<Item = (usize, usize, T)>,
    ) -> Option<Finding> {
        let mut cells = cells.into_iter();
        let (row, column, found) = cells.next()?;
        let finding = finding.at(self.place(row, column)).found(found);
        Some(cells.fold(finding, |finding, (row, column, found)| finding.also_at(|| self.place(row, column), found)))
    }

    /// Tells which of some cells are formulas without a value, as an error: figures are none that nobody computed.
    pub fn tell_uncomputed(&self, cells: impl IntoIterator<Item = (usize, usize)>) -> Option<Finding> {
        let cells = cells.into_iter().filter(|cell| self.uncomputed.contains(cell));
        let mut finding = super::workbook::uncomputed();
        finding.severity = Severity::Error;
        self.told(finding, cells.map(|(row, column)| (row, column, "")))
    }

    /// Where a row stands.
    pub fn row_place(&self, row: usize) -> Place {
        let at = match self.form {
            Form::Cells => {
                let first = self.first_filled(row).unwrap_or(0);
                return Place::cell(&self.source, self.name.as_str(), row + 1, first + 1);
            }
            Form::Csv { .. } => |row: usize, span, _: &str| Locator::Field { row: row + 1, column: None, span },
            Form::Lines => |_, span, _: &str| Locator::Text { span, pointer: None },
            Form::List => |row: usize, span, list: &str| {
                let pointer = row.checked_sub(1).map(|index| format!("{list}/{index}"));
                Locator::Text { span, pointer }
            },
        };
        let (source, within) = self.part(row);
        Place::of(&source, at(row, within, &self.pointer))
    }
}
