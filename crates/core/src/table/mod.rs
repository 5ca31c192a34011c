//! Free statistical tables: a header tree, rows from the report or a file beside it, computed columns and rows.
//!
//! The way of a table: columns are read and checked (`columns`), rows become a grid (`rows`, `data`), computed cells are
//! filled in (`compute`), and the grid becomes a table of the document whose columns share the page (`build`).

mod body;
mod build;
mod columns;
mod compute;
mod cover;
mod data;
mod definition;
mod formula;
mod given;
mod grid;
mod header;
mod notes;
mod rows;
mod value;

use std::collections::BTreeMap;

pub use definition::merged;
pub use grid::{Cell, Grid, Line, LineKind};
pub use value::{differs, no_earlier, two_values};

use crate::diagnostic::{Finding, has_errors};
use crate::document::{Room, Table};
use crate::form::{Figures, ZeroDenominator};
use crate::report::{FreeTable, Input, Orientation, SideFiles, WhenEmpty};

/// What a table says whose file has no rows.
const NOTHING: &str = "Không phát sinh";

/// What the tables of a report are made with.
#[derive(Debug, Clone, Copy)]
pub struct Setting<'a> {
    /// The report.
    pub input: &'a Input,
    /// The files beside it.
    pub files: &'a SideFiles,
    /// The figures of the period.
    pub figures: &'a Figures,
    /// The figures of an earlier period.
    pub previous: Option<&'a Figures>,
    /// Decimals of computed ratios.
    pub decimals: u32,
    /// What ratios over zero print.
    pub zero: ZeroDenominator,
    /// The room on an upright page and on one that lies.
    pub rooms: [Room; 2],
}

/// A table that was made.
#[derive(Debug, Clone)]
pub struct Filled {
    /// What stands above it.
    pub title: Option<String>,
    /// The table.
    pub table: Table,
    /// How its page lies.
    pub orientation: Orientation,
    /// Its values, for charts.
    pub grid: Grid,
    /// The ids of its columns, in order.
    pub columns: Vec<String>,
    /// Whether its file has no rows, which its only line says.
    pub is_empty: bool,
}

/// Adds all that is wrong with the columns of the tables that a template set describes; `input` is its `form.json`.
pub fn check(definitions: &BTreeMap<String, FreeTable>, input: &Input, findings: &mut Vec<Finding>) {
    for (id, definition) in definitions.iter().filter(|(_, definition)| !definition.columns.is_empty()) {
        columns::read(definition, &given::Place::new(id, input), findings);
    }
}

/// Makes the tables of a report. All that is wrong is added to the findings; a table with an error is not made.
pub fn tables(
    definitions: &BTreeMap<String, FreeTable>,
    setting: &Setting<'_>,
    findings: &mut Vec<Finding>,
) -> BTreeMap<String, Filled> {
    let mut books = data::Books::default();
    let mut made = BTreeMap::new();
    for (id, definition) in definitions {
        made.extend(table(id, definition, setting, &mut books, findings).map(|table| (id.clone(), table)));
    }
    made
}

/// A table that was made for a page that lies, for an upright one. Nothing where it was asked to lie, stands upright already, or
/// no upright page holds it.
pub fn upright(id: &str, definition: &FreeTable, filled: &Filled, setting: &Setting<'_>) -> Option<Filled> {
    if definition.orientation.is_some() || filled.orientation == Orientation::Portrait {
        return None;
    }
    let definition = FreeTable { orientation: Some(Orientation::Portrait), ..definition.clone() };
    // What is wrong with it was told.
    table(id, &definition, setting, &mut data::Books::default(), &mut Vec::new())
}

fn table(
    id: &str,
    definition: &FreeTable,
    setting: &Setting<'_>,
    books: &mut data::Books,
    findings: &mut Vec<Finding>,
) -> Option<Filled> {
    let before = findings.len();
    let place = given::Place::new(id, setting.input);
    let columns = columns::read(definition, &place, findings)?;
    let most = setting.input.limits().rows;
    if definition.rows.len() > most {
        findings.push(place.too_many(definition.rows.len(), most));
        return None;
    }
    let mut grid = rows::read(definition, &columns, &place, setting, findings);
    data::read(definition, &columns, &place, setting, books, &mut grid, findings);
    compute::fill(definition, &columns, &place, setting, &mut grid, findings);
    if has_errors(&findings[before..]) {
        return None;
    }
    let is_empty = grid.lines.iter().all(|line| line.kind == LineKind::Total);
    if is_empty {
        let Some(data) = &definition.data else {
            findings.push(place.empty());
            return None;
        };
        // A file that could not be read was told of.
        setting.files.get(&data.file)?;
        findings.extend(place.empty_file(data, definition.when_empty));
        if definition.when_empty == Some(WhenEmpty::LeaveOut) {
            return None;
        }
        let words = data.empty.as_ref().map_or(NOTHING, |words| words);
        grid.lines = vec![data::empty(words, &columns)];
    }
    let filled = build::filled(definition, &columns, grid, &place, setting, findings)?;
    Some(Filled { is_empty, ..filled })
}
