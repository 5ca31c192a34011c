//! Free tables: rows by the columns that the set describes.

use std::collections::BTreeSet;

use baocao_core::diagnostic::Finding;
use baocao_core::report::{ColumnKind, FigureValue, FreeTable, TableColumn, pointer_part};
use baocao_core::rows::{Given, Sheet};
use baocao_core::{kinds, msg};
use serde_json::{Map, Value, json};

use super::super::tables::{KEY, is_computed, leaves};
use super::document::day;
use super::figures::of_number;
use super::outcome::Outcome;
use super::words::{normal, said};

/// The header stands within so many rows.
const HEADER_WITHIN: usize = 100;

/// The columns that rows give, and where each stands on a sheet.
type Columns<'a> = Vec<(&'a TableColumn, usize)>;

pub(super) fn read(sheet: &Sheet, id: &str, table: &FreeTable, outcome: &mut Outcome, findings: &mut Vec<Finding>) {
    let leaves = leaves(&table.columns);
    let found: Vec<Option<(usize, usize)>> = leaves.iter().map(|(path, leaf)| column(sheet, path, leaf)).collect();
    let Some(header) = found.iter().flatten().map(|(row, _)| *row).max() else { return };
    let missing = leaves.iter().zip(&found).filter(|((_, leaf), found)| found.is_none() && !is_computed(leaf));
    let missing: Vec<&str> = missing.map(|((_, leaf), _)| leaf.title.as_str()).collect();
    if !missing.is_empty() {
        let list = missing.join("; ");
        findings.push(
            kinds::data_files::MISSING_COLUMN
                .finding(msg!("bảng \"{id}\" thiếu cột: {list}", "the table \"{id}\" lacks columns: {list}"))
                .at(sheet.row_place(header)),
        );
        return;
    }
    let given = leaves.iter().zip(&found).filter(|((_, leaf), _)| !is_computed(leaf));
    let columns: Columns<'_> = given.filter_map(|((_, leaf), found)| Some((*leaf, (*found)?.1))).collect();
    let total = table.total.as_ref().map(|total| normal(&total.label));
    let pointer = format!("/tables/{}/rows", pointer_part(id));
    let mut rows: Vec<Value> = Vec::new();
    for row in header + 1..sheet.height() {
        let written: Vec<&(&TableColumn, usize)> =
            columns.iter().filter(|(_, column)| !sheet.cell(row, *column).is_blank()).collect();
        let Some((first, at)) = written.first().map(|(leaf, column)| (*leaf, *column)) else { continue };
        let words = said(&sheet.cell(row, at));
        if total.as_ref().is_some_and(|total| *total == normal(&words)) || is_index(sheet, row, &columns) {
            continue;
        }
        let index = rows.len();
        outcome.came_from(format!("{pointer}/{index}"), &sheet.place(row, at), first.title.as_str());
        let only = written.len() == 1 && columns.len() > 1 && columns.first().is_some_and(|(_, column)| *column == at);
        if only && first.kind == ColumnKind::Text {
            rows.push(json!({ "group": words }));
            continue;
        }
        rows.push(self::row(sheet, row, &columns, &format!("{pointer}/{index}"), outcome));
    }
    tell_own_columns(sheet, header, &found, outcome);
    if !rows.is_empty() {
        outcome.tables.insert(id.to_owned(), json!({ "rows": rows }));
    }
}

/// Where a column stands: by its hidden name, else by its title under the titles above it. The row is that of the title,
/// or of the name where the titles are gone.
fn column(sheet: &Sheet, path: &[&str], leaf: &TableColumn) -> Option<(usize, usize)> {
    let words = |row: usize, column: usize| normal(&said(&sheet.shown(row, column)));
    let title = normal(path.last()?);
    let named = names_row(sheet).and_then(|row| {
        let id = leaf.id.as_deref()?;
        Some((row, (0..sheet.width_of(row)).find(|column| sheet.words(row, *column).is_some_and(|words| words == id))?))
    });
    let rows = 0..sheet.height().min(HEADER_WITHIN);
    let cells = rows.flat_map(|row| (0..sheet.width_of(row)).map(move |at| (row, at)));
    let titled = cells.filter(|(row, at)| normal(&said(&sheet.cell(*row, *at))) == title);
    let under = |(row, at): &(usize, usize)| {
        path[..path.len() - 1].iter().all(|above| (0..*row).any(|higher| words(higher, *at) == normal(above)))
    };
    let mut found: Vec<(usize, usize)> = titled.filter(under).collect();
    if let Some((_, at)) = named {
        found.retain(|(_, column)| *column == at);
    }
    match (found.first(), named) {
        (Some((row, at)), _) => {
            let last = sheet.merged_at(*row, *at).map_or(*row, |merged| merged.rows.1);
            Some((last, *at))
        }
        (None, named) => named,
    }
}

fn names_row(sheet: &Sheet) -> Option<usize> {
    sheet.all_words().find(|(_, _, words)| words.starts_with(KEY)).map(|(row, ..)| row)
}

/// Whether a row counts the columns: `(1) (2) ...`.
fn is_index(sheet: &Sheet, row: usize, columns: &Columns<'_>) -> bool {
    columns.iter().all(|(_, column)| {
        let words = said(&sheet.cell(row, *column));
        words
            .strip_prefix('(')
            .and_then(|rest| rest.strip_suffix(')'))
            .is_some_and(|number| number.parse::<u8>().is_ok())
    })
}

fn row(sheet: &Sheet, row: usize, columns: &Columns<'_>, pointer: &str, outcome: &mut Outcome) -> Value {
    let value = |(leaf, column): &(&TableColumn, usize)| value(&sheet.cell(row, *column), leaf.kind);
    if columns.iter().any(|(leaf, _)| leaf.id.is_none()) {
        return columns.iter().map(value).collect::<Vec<_>>().into();
    }
    let mut cells = Map::new();
    for one in columns {
        let (leaf, column) = one;
        let (Some(id), false) = (&leaf.id, sheet.cell(row, *column).is_blank()) else { continue };
        outcome.came_from(
            format!("{pointer}/cells/{}", pointer_part(id)),
            &sheet.place(row, *column),
            leaf.title.as_str(),
        );
        cells.insert(id.clone(), value(one));
    }
    json!({ "cells": cells })
}

fn value(given: &Given, kind: ColumnKind) -> Value {
    if given.is_blank() {
        return Value::Null;
    }
    let text = said(given);
    match (given, kind) {
        (Given::Number(number), kind) if kind.is_number() => of_number(*number),
        (_, ColumnKind::Date) => day(given).map_or(text, |day| day.format("%d/%m/%Y").to_string()).into(),
        (Given::Text(_), kind) if kind.is_number() => match FigureValue::of_text(&text) {
            FigureValue::Written { text, value, .. } if !text.starts_with('0') || text.contains(',') => {
                of_number(value)
            }
            _ => text.into(),
        },
        _ => text.into(),
    }
}

/// Columns of an office's own.
fn tell_own_columns(sheet: &Sheet, header: usize, known: &[Option<(usize, usize)>], outcome: &mut Outcome) {
    let mut known: BTreeSet<usize> = known.iter().flatten().map(|(_, column)| *column).collect();
    let names = names_row(sheet);
    for row in header + 1..sheet.height() {
        for column in 0..sheet.width_of(row) {
            if sheet.is_blank(row, column) || !known.insert(column) {
                continue;
            }
            let heading = |row: &usize| !sheet.cell(*row, column).is_blank() && Some(*row) != names;
            outcome.unused(sheet, (0..=header).rev().find(heading).unwrap_or(row), column);
        }
    }
}
