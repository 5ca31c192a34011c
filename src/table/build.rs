//! A grid as a table of the document.

use std::collections::BTreeSet;
use std::ops::Range;

use super::columns::Leaf;
use super::given::Place;
use super::grid::{self, Grid, Line, LineKind};
use super::share::{Wide, share};
use super::{Filled, Setting};
use crate::diagnostic::Finding;
use crate::document::{Align, Cell, Column, Inline, Note, Row, Table, Weight, axis, tall, width};
use crate::form::Value;
use crate::markdown;
use crate::msg;
use crate::report::{ColumnAlign, ColumnKind, FreeTable, RowLook, TableColumn};

/// Makes the table. Nothing where no page is wide enough.
pub(super) fn filled(
    definition: &FreeTable,
    columns: &[Leaf],
    grid: Grid,
    place: &Place<'_>,
    setting: &Setting<'_>,
    findings: &mut Vec<Finding>,
) -> Option<Filled> {
    let before = findings.len();
    check_notes(definition, columns, &grid, place, findings);
    // The column that groups are made by is printed as their headings.
    let hidden = definition.data.as_ref().and_then(|data| data.group_by.as_deref());
    let indexes: Vec<usize> = (0..columns.len()).filter(|at| Some(columns[*at].id.as_str()) != hidden).collect();
    let shown: Vec<&Leaf> = indexes.iter().map(|at| &columns[*at]).collect();
    let titles: Vec<String> = shown.iter().map(|column| column.title.clone()).collect();
    let mut wide = Vec::new();
    headings(&definition.columns, hidden, &mut 0, &mut wide);
    wide.extend(grid.lines.iter().filter_map(|line| {
        let width = width::of(line.label.as_deref()?) * width::BOLD;
        Some(Wide { columns: label_columns(line, &shown, &indexes), width })
    }));
    let shares = share(&shown, &wide, &grid, &indexes, definition.orientation, setting.widths, setting.size_pt);
    let shares = match shares {
        Ok(shares) => shares,
        Err(missing) => {
            let (id, missing) = (place.id, (missing / 72.0 * 25.4).ceil());
            findings.push(
                Finding::error(
                    "bang/qua-rong",
                    msg!(
                        "bảng \"{id}\" rộng hơn trang giấy {missing} mm",
                        "the table \"{id}\" is {missing} mm wider than the page"
                    ),
                )
                .at(place.at("/columns"))
                .hint(msg!(
                    "bớt cột, rút ngắn đầu cột và nội dung, hoặc tách thành hai bảng",
                    "take out columns, shorten headers and contents, or split it into two tables"
                )),
            );
            return None;
        }
    };
    let room: Vec<f64> = shares.widths.iter().map(|width| (width - 9.0) / shares.size_pt).collect();
    let mut body = rows(&grid, &shown, &indexes, &room);
    let widths = shown.iter().zip(&shares.widths);
    let mut columns_out: Vec<Column> =
        widths.map(|(column, share)| Column { share: *share, align: align(column), air: 0.0 }).collect();
    for (at, column) in shown.iter().enumerate() {
        let on_axis = column.align == Some(ColumnAlign::Decimal) || (column.align.is_none() && column.kind.is_number());
        if on_axis {
            axis(&mut columns_out[at], room[at], body.iter_mut().filter_map(|(_, cells)| cells[at].as_mut()));
        }
    }
    let body: Vec<Row> = body
        .into_iter()
        .map(|(keep_with_next, cells)| Row { keep_with_next, ..Row::new(cells.into_iter().flatten().collect()) })
        .collect();
    let title = definition.title.as_ref().map(|title| title.to_string());
    let table = Table {
        summary: title.clone().unwrap_or_else(|| titles.join(", ")),
        unit: definition.unit.as_ref().map(ToString::to_string),
        size_pt: Some(shares.size_pt),
        columns: columns_out,
        header: header(definition, hidden),
        heights: heights(&body, &shares.widths, shares.size_pt),
        body,
        notes: definition
            .notes
            .iter()
            .map(|note| Note { mark: note.mark.to_string(), text: Inline::text(&note.text), tall: false })
            .collect(),
    };
    let failed = findings[before..].iter().any(|finding| finding.severity == crate::diagnostic::Severity::Error);
    (!failed).then(|| Filled {
        title,
        table,
        orientation: shares.orientation,
        grid,
        columns: columns.iter().map(|column| column.id.clone()).collect(),
    })
}

/// Tables of fewer rows are measured by the layout.
const MANY_ROWS: usize = 150;

/// What the rows of a long table will be high, where that is certain: words alone, in a known number of lines.
fn heights(body: &[Row], widths: &[f64], size_pt: f64) -> Vec<Option<f64>> {
    if body.len() < MANY_ROWS {
        return Vec::new();
    }
    let lines = |row: &Row| -> Option<usize> {
        let simple = |cell: &Cell| cell.rowspan == 1 && cell.colspan == 1 && cell.weight == Weight::Normal;
        if row.cells.len() != widths.len() || !row.cells.iter().all(simple) || row.keep_with_next {
            return None;
        }
        let of_cell = |(cell, width): (&Cell, &f64)| match cell.text.as_slice() {
            [] => Some(1),
            [Inline::Text(text)] => {
                width::lines(text, (width - 2.0 * tall::INSET_X_PT) / size_pt - cell.pad.unwrap_or(0.0))
            }
            _ => None,
        };
        row.cells.iter().zip(widths).map(of_cell).try_fold(1, |most, lines| Some(most.max(lines?)))
    };
    body.iter().map(|row| lines(row).map(|lines| tall::height(lines, size_pt))).collect()
}

fn align(column: &Leaf) -> Align {
    match (column.align, column.kind) {
        (Some(ColumnAlign::Left), _) | (None, ColumnKind::Text) => Align::Left,
        (Some(ColumnAlign::Right), _) => Align::Right,
        _ => Align::Center,
    }
}

/// The header rows: titles over the columns that they are for, and the row of column numbers.
fn header(definition: &FreeTable, hidden: Option<&str>) -> Vec<Row> {
    let depth = definition.columns.iter().map(depth).max().unwrap_or(1);
    let mut rows: Vec<Vec<Cell>> = vec![Vec::new(); depth];
    for column in &definition.columns {
        head(column, 0, depth, hidden, &mut rows);
    }
    if definition.column_index {
        let count: usize = definition.columns.iter().map(|column| leaves(column, hidden)).sum();
        rows.push((1..=count).map(|number| Cell::new(vec![Inline::Text(format!("({number})"))])).collect());
    }
    rows.into_iter().map(Row::new).collect()
}

fn head(column: &TableColumn, level: usize, depth: usize, hidden: Option<&str>, rows: &mut [Vec<Cell>]) {
    let count = leaves(column, hidden);
    if count == 0 {
        return;
    }
    let mut text: Vec<Inline> = Vec::new();
    for (index, line) in column.title.lines().enumerate() {
        if index > 0 {
            text.push(Inline::Break);
        }
        text.extend(markdown::label(line));
    }
    text.extend(column.note.as_ref().map(|mark| Inline::Mark(mark.to_string())));
    let rowspan = if column.columns.is_empty() { depth - level } else { 1 };
    rows[level].push(Cell::new(text).weight(Weight::Bold).span(count, rowspan));
    for below in &column.columns {
        head(below, level + 1, depth, hidden, rows);
    }
}

/// The headings over columns; they may take two lines.
fn headings(columns: &[TableColumn], hidden: Option<&str>, at: &mut usize, wide: &mut Vec<Wide>) {
    for column in columns {
        let start = *at;
        if column.columns.is_empty() {
            *at += leaves(column, hidden);
            continue;
        }
        headings(&column.columns, hidden, at, wide);
        let title = markdown::plain_label(&column.title);
        let width = (width::of(&title) / 2.0).max(width::of_widest_word(&title)) * width::BOLD * 1.1;
        wide.push(Wide { columns: start..*at, width });
    }
}

fn depth(column: &TableColumn) -> usize {
    1 + column.columns.iter().map(depth).max().unwrap_or(0)
}

/// How many columns that are printed stand under a title.
fn leaves(column: &TableColumn, hidden: Option<&str>) -> usize {
    if column.columns.is_empty() {
        return usize::from(hidden.is_none() || column.id.as_deref() != hidden);
    }
    column.columns.iter().map(|column| leaves(column, hidden)).sum()
}

/// The rows: whether each is kept with the next, and its cells by column; covered places have none.
fn rows(grid: &Grid, shown: &[&Leaf], indexes: &[usize], room: &[f64]) -> Vec<(bool, Vec<Option<Cell>>)> {
    let mut number = 0;
    let mut rows: Vec<(bool, Vec<Option<Cell>>)> = Vec::with_capacity(grid.lines.len());
    for line in &grid.lines {
        if line.kind == LineKind::Part
            && let Some((keep, _)) = rows.last_mut()
        {
            *keep = true;
        }
        let ordinal = match (&line.code, line.kind) {
            (Some(code), _) => code.clone(),
            (None, LineKind::Ordinary) => {
                number += 1;
                number.to_string()
            }
            (None, _) => String::new(),
        };
        let is_head = matches!(line.kind, LineKind::Group | LineKind::Subtotal);
        rows.push((is_head, cells(line, shown, indexes, room, &ordinal)));
    }
    rows
}

fn cells(line: &Line, shown: &[&Leaf], indexes: &[usize], room: &[f64], ordinal: &str) -> Vec<Option<Cell>> {
    let weight = match line.look {
        RowLook::Normal => Weight::Normal,
        RowLook::Bold => Weight::Bold,
        RowLook::Italic => Weight::Italic,
    };
    let mut cells: Vec<Option<Cell>> = Vec::with_capacity(shown.len());
    for (at, column) in shown.iter().enumerate() {
        let given = &line.cells[indexes[at]];
        if given.covered {
            cells.push(None);
            continue;
        }
        let text = if column.kind == ColumnKind::Ordinal && given.value.is_none() {
            Inline::text(ordinal)
        } else {
            text(given, room[at])
        };
        // A span may reach over a column that is not printed.
        let wide = (0..given.columns).filter(|beside| indexes.contains(&(indexes[at] + beside))).count();
        cells.push(Some(Cell::new(text).weight(weight).span(wide, given.rows)));
    }
    if let Some(label) = &line.label {
        label_over(line, label, shown, indexes, weight, &mut cells);
    }
    cells
}

/// The heading of a group or the name of the totals over the columns before the first value. The number of a group
/// keeps its own cell.
fn label_over(
    line: &Line,
    label: &str,
    shown: &[&Leaf],
    indexes: &[usize],
    weight: Weight,
    cells: &mut [Option<Cell>],
) {
    let is_total = line.kind == LineKind::Total;
    let Range { start: first, end } = label_columns(line, shown, indexes);
    let mut cell = Cell::new(lines(label)).weight(weight).span(end - first, 1);
    if is_total {
        cell.align = Some(Align::Center);
    } else if shown[first].kind != ColumnKind::Text {
        cell.align = Some(Align::Left);
    }
    cells[first] = Some(cell);
    for covered in &mut cells[first + 1..end] {
        *covered = None;
    }
}

/// The columns that a line's label stands over.
fn label_columns(line: &Line, shown: &[&Leaf], indexes: &[usize]) -> Range<usize> {
    let is_total = line.kind == LineKind::Total;
    let first = shown.iter().position(|column| is_total || column.kind != ColumnKind::Ordinal).unwrap_or(0);
    let has_value = |at: usize| line.cells[indexes[at]].value.as_ref().is_some_and(|value| *value != Value::Absent);
    let end = (first + 1..shown.len())
        .find(|at| has_value(*at) || (is_total && shown[*at].kind.is_number()))
        .unwrap_or(shown.len());
    first..end
}

/// What a cell prints: words that its column cannot hold get places where they may break.
fn text(cell: &grid::Cell, room: f64) -> Vec<Inline> {
    let mut runs = match &cell.value {
        Some(Value::Number { text, .. }) => vec![Inline::Text(text.clone())],
        Some(Value::Word(text)) => lines(&breakable(text, room)),
        Some(Value::Absent) | None => Vec::new(),
    };
    runs.extend(cell.note.as_ref().map(|mark| Inline::Mark(mark.clone())));
    runs
}

/// Text whose line feeds break lines.
fn lines(text: &str) -> Vec<Inline> {
    let mut runs = Vec::new();
    for (index, line) in text.lines().enumerate() {
        if index > 0 {
            runs.push(Inline::Break);
        }
        runs.extend(Inline::text(line));
    }
    runs
}

/// Zero-width spaces in words that are wider than `room`.
fn breakable(text: &str, room: f64) -> std::borrow::Cow<'_, str> {
    if width::of_widest_word(text) <= room {
        return text.into();
    }
    let mut out = String::with_capacity(text.len() + 8);
    let mut used = 0.0;
    for letter in text.chars() {
        let wide = width::of(letter.encode_utf8(&mut [0; 4]));
        if letter.is_whitespace() {
            used = 0.0;
        } else if used + wide > room * 0.95 {
            out.push('\u{200b}');
            used = wide;
        } else {
            used += wide;
        }
        out.push(letter);
    }
    out.into()
}

/// Marks and notes belong together.
fn check_notes(definition: &FreeTable, columns: &[Leaf], grid: &Grid, place: &Place<'_>, findings: &mut Vec<Finding>) {
    fn marks<'a>(columns: &'a [TableColumn], below: &str, out: &mut Vec<(&'a str, String)>) {
        for (index, column) in columns.iter().enumerate() {
            let here = format!("{below}/{index}");
            out.extend(column.note.as_deref().map(|mark| (mark, format!("{here}/note"))));
            marks(&column.columns, &format!("{here}/columns"), out);
        }
    }
    let mut used: Vec<(&str, String)> = Vec::new();
    marks(&definition.columns, "/columns", &mut used);
    let in_header: BTreeSet<&str> = used.iter().map(|(mark, _)| *mark).collect();
    let notes: BTreeSet<&str> = definition.notes.iter().map(|note| note.mark.as_str()).collect();
    let mut without: Vec<(&str, crate::diagnostic::Place)> =
        used.iter().map(|(mark, pointer)| (*mark, place.at(pointer))).collect();
    let mut in_body: BTreeSet<&str> = BTreeSet::new();
    for line in &grid.lines {
        for (at, cell) in line.cells.iter().enumerate() {
            let Some(mark) = cell.note.as_deref() else { continue };
            in_body.insert(mark);
            if !notes.contains(mark) {
                let column = &columns[at];
                without.push((mark, line.origin.cell(place, grid::given_index(columns, at), &column.id)));
            }
        }
    }
    for (mark, here) in without.into_iter().filter(|(mark, _)| !notes.contains(mark)) {
        findings.push(
            Finding::error(
                "bang/dau-khong-chu-thich",
                msg!("dấu \"{mark}\" không có chú thích dưới bảng", "the mark \"{mark}\" has no note under the table"),
            )
            .at(here)
            .hint(msg!(
                "thêm {{ \"mark\": \"{mark}\", \"text\": \"...\" }} vào \"notes\"",
                "add {{ \"mark\": \"{mark}\", \"text\": \"...\" }} to \"notes\""
            )),
        );
    }
    for (index, note) in definition.notes.iter().enumerate() {
        let mark = note.mark.as_str();
        if !in_header.contains(mark) && !in_body.contains(mark) {
            findings.push(
                Finding::warning(
                    "bang/chu-thich-khong-dau",
                    msg!(
                        "không ô nào mang dấu \"{mark}\" của chú thích này",
                        "no cell bears the mark \"{mark}\" of this note"
                    ),
                )
                .at(place.at(&format!("/notes/{index}"))),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::plain_text;

    #[test]
    fn only_words_that_are_too_wide_are_broken() {
        assert_eq!(breakable("ngắn thôi", 6.0), "ngắn thôi");
        let broken = breakable("http://dichvucong.example/mot-dia-chi-rat-dai", 6.0);
        assert!(broken.split('\u{200b}').count() > 2, "{broken:?}");
        assert!(broken.split(['\u{200b}', ' ']).all(|part| width::of(part) <= 6.0), "{broken:?}");
        assert_eq!(
            plain_text(&lines(&broken)).replace('\u{200b}', ""),
            "http://dichvucong.example/mot-dia-chi-rat-dai"
        );
    }
}
