//! A grid as a table of the document.

use std::borrow::Cow;

use super::body::{label_columns, rows};
use super::columns::Leaf;
use super::given::Place;
use super::grid::{Grid, Line};
use super::header::{header, headings};
use super::{Filled, Setting, notes};
use crate::diagnostic::{Finding, has_errors};
use crate::document::share::{Entry, Holds, Shares, Strip, Wide, share};
use crate::document::width::{self, Face};
use crate::document::{Align, Cell, Column, Inline, Note, Row, Table, Weight, axis, tall};
use crate::report::{ColumnAlign, ColumnKind, FreeTable, Orientation, RowLook};
use crate::{kinds, msg};

/// Makes the table. Nothing where no page is wide enough, or where the header leaves no room for rows.
pub(super) fn filled(
    definition: &FreeTable,
    columns: &[Leaf],
    grid: Grid,
    place: &Place<'_>,
    setting: &Setting<'_>,
    findings: &mut Vec<Finding>,
) -> Option<Filled> {
    let before = findings.len();
    notes::check(definition, columns, &grid, place, findings);
    // The column that groups are made by is printed as their headings.
    let hidden = definition.data.as_ref().and_then(|data| data.group_by.as_deref());
    let indexes: Vec<usize> = (0..columns.len()).filter(|at| Some(columns[*at].id.as_str()) != hidden).collect();
    let shown: Vec<&Leaf> = indexes.iter().map(|at| &columns[*at]).collect();
    let titles: Vec<String> = shown.iter().map(|column| column.title.clone()).collect();
    let mut wide = Vec::new();
    headings(&definition.columns, hidden, &mut 0, &mut wide);
    wide.extend(grid.lines.iter().filter_map(|line| {
        let width = Face::Bold.of(line.label.as_deref()?);
        Some(Wide { columns: label_columns(line, &shown, &indexes), width })
    }));
    let widths = setting.rooms.map(|room| room.width_pt);
    let size_pt = setting.rooms[0].size_pt;
    let strips: Vec<Strip<'_>> =
        shown.iter().zip(&indexes).map(|(column, index)| strip(column, &grid, *index)).collect();
    let shares = match share(&strips, &wide, definition.orientation, widths, size_pt) {
        Ok(shares) => shares,
        Err(missing) => {
            let (id, missing) = (place.id, (missing / 72.0 * 25.4).ceil());
            findings.push(
                kinds::tables::TOO_WIDE
                    .finding(msg!(
                        "bảng \"{id}\" rộng hơn trang giấy {missing} mm",
                        "the table \"{id}\" is {missing} mm wider than the page"
                    ))
                    .at(place.at("/columns"))
                    .hint(msg!(
                        "bớt cột, rút ngắn đầu cột và nội dung, hoặc tách thành hai bảng",
                        "take out columns, shorten headers and contents, or split it into two tables"
                    )),
            );
            return None;
        }
    };
    drop(strips);
    let room = shares.rooms();
    let mut body = rows(&grid, &shown, &indexes, &room);
    let widths = shown.iter().zip(&shares.widths);
    let mut columns_out: Vec<Column> =
        widths.map(|(column, share)| Column { share: *share, align: align(column), air: 0.0 }).collect();
    for (at, column) in shown.iter().enumerate() {
        if column.is_on_axis() {
            axis(&mut columns_out[at], room[at], body.iter_mut().filter_map(|(_, cells)| cells[at].as_mut()));
        }
    }
    let body: Vec<Row> = body
        .into_iter()
        .map(|(keep_with_next, cells)| Row { keep_with_next, ..Row::new(cells.into_iter().flatten().collect()) })
        .collect();
    let title = definition.title.as_ref().map(|title| title.to_string());
    let summary = title.clone().unwrap_or_else(|| titles.join(", "));
    let heights = heights(&body, &shares);
    let mut table = Table {
        unit: definition.unit.as_ref().map(|unit| Inline::text(unit).into()),
        size_pt: Some(shares.size_pt),
        heights,
        notes: definition
            .notes
            .iter()
            .map(|note| Note { mark: note.mark.to_string(), text: Inline::text(&note.text).into(), tall: false })
            .collect(),
        inset_pt: shares.inset_pt,
        ..Table::new(summary, columns_out, header(definition, hidden), body)
    };
    table.keep_heads(&room);
    let [upright, lying] = setting.rooms;
    let room = if shares.orientation == Orientation::Portrait { upright } else { lying };
    if table.header_is_too_high(&room) {
        let id = place.id;
        findings.push(
            kinds::tables::HEADER_TOO_HIGH
                .finding(msg!(
                    "đầu bảng \"{id}\" cao hơn nửa trang giấy",
                    "the header of the table \"{id}\" is higher than half a page"
                ))
                .at(place.at("/columns"))
                .hint(msg!(
                    "rút ngắn đầu cột; điều cần giải thích thì đưa vào chú thích dưới bảng",
                    "shorten the headers; put what needs explaining into notes under the table"
                )),
        );
    }
    (!has_errors(&findings[before..])).then(|| Filled {
        title,
        table,
        orientation: shares.orientation,
        grid,
        columns: columns.iter().map(|column| column.id.clone()).collect(),
        is_empty: false,
    })
}

/// A column as it is to be set.
fn strip<'a>(column: &'a Leaf, grid: &'a Grid, index: usize) -> Strip<'a> {
    let count = grid.lines.len().max(100).to_string();
    let entry = |line: &'a Line| {
        let cell = &line.cells[index];
        let bold = line.look == RowLook::Bold;
        if column.kind == ColumnKind::Ordinal && cell.value.is_none() {
            let code = line.code.as_deref().map_or_else(|| count.clone().into(), Cow::Borrowed);
            return Entry { text: code, bold, whole: true, ..Entry::default() };
        }
        match &cell.value {
            Some(value) if !cell.covered && cell.columns == 1 => Entry {
                text: value.text().into(),
                bold,
                whole: value.as_number().is_some() || column.kind == ColumnKind::Date,
                mark: cell.note.is_some(),
                rows: cell.rows,
            },
            _ => Entry::default(),
        }
    };
    Strip {
        title: column.title.as_str().into(),
        cells: grid.lines.iter().map(entry).collect(),
        fixed_pt: column.width_mm.map(|mm| mm / 25.4 * 72.0),
        holds: match column.kind {
            _ if column.is_on_axis() => Holds::Axis,
            ColumnKind::Text => Holds::Words,
            _ => Holds::Other,
        },
    }
}

/// Tables of fewer rows are measured by the layout.
const MANY_ROWS: usize = 150;

/// What the rows of a long table will be high, where that is certain: words alone, in a known number of lines.
fn heights(body: &[Row], shares: &Shares) -> Vec<Option<f64>> {
    let Shares { size_pt, inset_pt, widths, .. } = shares;
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
            [Inline::Text(text)] => width::lines(text, (width - 2.0 * inset_pt) / size_pt - cell.pad.unwrap_or(0.0)),
            _ => None,
        };
        row.cells.iter().zip(widths).map(of_cell).try_fold(1, |most, lines| Some(most.max(lines?)))
    };
    body.iter().map(|row| lines(row).map(|lines| tall::height(lines, *size_pt))).collect()
}

fn align(column: &Leaf) -> Align {
    match (column.align, column.kind) {
        (Some(ColumnAlign::Left), _) | (None, ColumnKind::Text) => Align::Left,
        (Some(ColumnAlign::Right), _) => Align::Right,
        _ => Align::Center,
    }
}
