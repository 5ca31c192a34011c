//! Tables: columns, header rows, body rows, cells that span.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::shifted::said;
use super::tall::INSET_X_PT;
use super::width::Face;
use super::{Inline, Runs};

/// A table.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Table {
    /// What it is, for those who cannot see it.
    pub summary: String,
    /// The line of units above it.
    pub unit: Option<Runs>,
    /// The size of its text in points, where it is not the document's.
    pub size_pt: Option<f64>,
    /// Its columns.
    pub columns: Vec<Column>,
    /// The rows that are repeated on every page.
    pub header: Vec<Row>,
    /// The rows of the body.
    pub body: Vec<Row>,
    /// The heights of the body's rows in points, where they are certain; empty: the layout measures all rows itself. Long
    /// tables are set in half the time where their rows need not be measured.
    pub heights: Vec<Option<f64>>,
    /// Notes under it.
    pub notes: Vec<Note>,
    /// Whether its rows are lower by a point above and below their text: that saved a page.
    pub tight: bool,
    /// Whether what introduces it stays behind where it goes on to the next page.
    pub loose: bool,
    /// The air at each side of the text of a cell, in points.
    pub inset_pt: f64,
    /// The first of the last rows, which stay with what stands under the table, where a cell covers them that may have to be
    /// cut for that: then the page of what stands under it must be known.
    pub ending_from: Option<usize>,
}

impl Table {
    /// Rows below a header, in the document's size, with nothing above and below.
    pub fn new(summary: String, columns: Vec<Column>, header: Vec<Row>, body: Vec<Row>) -> Self {
        Self {
            summary: said(&summary).into_owned(),
            unit: None,
            size_pt: None,
            columns,
            header,
            body,
            heights: Vec::new(),
            notes: Vec::new(),
            tight: false,
            loose: false,
            inset_pt: INSET_X_PT,
            ending_from: None,
        }
    }
}

/// A note under a table.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Note {
    /// Its mark.
    pub mark: String,
    /// What it says.
    pub text: Runs,
    /// Whether it may be broken at the end of a page, because a page could not hold it.
    pub tall: bool,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Column {
    /// Its share of the width; all of a table's columns share the whole.
    pub share: f64,
    /// How its cells lie unless they say otherwise.
    pub align: Align,
    /// Air at the right of its cells besides the usual, in units of the size: it brings numbers set at the right into the
    /// middle.
    pub air: f64,
}

/// A row.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Its cells from left to right; places covered by a span from above or the left have none.
    pub cells: Vec<Cell>,
    /// Whether it must stand on the same page as the row after it.
    pub keep_with_next: bool,
    /// Whether the page it stands on must be known, because a cell covers this row that may have to be cut.
    pub watch: bool,
    /// Whether it may be broken at the end of a page, because a page could not hold it.
    pub tall: bool,
    /// Whether the page it stands on must be known, because the table may be set tighter.
    pub tail: bool,
}

/// A cell.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// Its text.
    pub text: Runs,
    /// How many columns it covers.
    pub colspan: usize,
    /// How many rows it covers.
    pub rowspan: usize,
    /// Weight and slope.
    pub weight: Weight,
    /// How it lies, where it is not as its column does.
    pub align: Option<Align>,
    /// Room left free after the text, in units of its size: it brings commas onto one axis.
    pub pad: Option<f64>,
    /// Whether the rows that it covers stay on one page, whatever their number.
    pub whole: bool,
}

/// Alignment of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Align {
    /// At the left.
    Left,
    /// In the middle.
    Center,
    /// At the right.
    Right,
}

/// Weight and slope of a cell.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Weight {
    /// Regular upright.
    #[default]
    Normal,
    /// Bold.
    Bold,
    /// Italic.
    Italic,
}

impl Cell {
    /// A cell that spans nothing.
    pub fn new(text: impl Into<Runs>) -> Self {
        Self { text: text.into(), colspan: 1, rowspan: 1, weight: Weight::Normal, align: None, pad: None, whole: false }
    }

    /// With a weight.
    pub fn weight(self, weight: Weight) -> Self {
        Self { weight, ..self }
    }

    /// The letters that it is set in.
    pub(crate) fn face(&self) -> Face {
        if self.weight == Weight::Bold { Face::Bold } else { Face::Regular }
    }

    /// Over so many columns and rows.
    pub fn span(self, colspan: usize, rowspan: usize) -> Self {
        Self { colspan, rowspan, ..self }
    }
}

impl Cell {
    /// The words of a cell that is nothing else.
    fn plain(&self) -> Option<&str> {
        let particular = self.colspan != 1
            || self.rowspan != 1
            || self.weight != Weight::Normal
            || self.align.is_some()
            || self.pad.is_some()
            || self.whole;
        match self.text.as_slice() {
            _ if particular => None,
            [] => Some(""),
            [Inline::Text(text)] => Some(text),
            _ => None,
        }
    }
}

impl Serialize for Cell {
    /// Plain words are written as a string: tables of ten thousand rows are nothing else.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if let Some(text) = self.plain() {
            return serializer.serialize_str(text);
        }
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("text", &self.text)?;
        map.serialize_entry("colspan", &self.colspan)?;
        map.serialize_entry("rowspan", &self.rowspan)?;
        map.serialize_entry("weight", &self.weight)?;
        map.serialize_entry("align", &self.align)?;
        map.serialize_entry("pad", &self.pad)?;
        map.serialize_entry("whole", &self.whole)?;
        map.end()
    }
}

impl Serialize for Row {
    /// A row of nothing but plain words is written as a list of strings.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let plain = !self.keep_with_next
            && !self.watch
            && !self.tall
            && !self.tail
            && self.cells.iter().all(|cell| cell.plain().is_some());
        if plain {
            return self.cells.serialize(serializer);
        }
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("cells", &self.cells)?;
        map.serialize_entry("keep_with_next", &self.keep_with_next)?;
        map.serialize_entry("watch", &self.watch)?;
        map.serialize_entry("tall", &self.tall)?;
        map.serialize_entry("tail", &self.tail)?;
        map.end()
    }
}

impl Row {
    /// A row that may be followed by a page break.
    pub fn new(cells: Vec<Cell>) -> Self {
        Self { cells, keep_with_next: false, watch: false, tall: false, tail: false }
    }
}
