//! The sheets of forms: which row is which indicator, what it was given.

use std::borrow::Cow;
use std::collections::BTreeMap;

use baocao_core::diagnostic::Finding;
use baocao_core::form::{Kind, Row};
use baocao_core::rows::measure::{Fit, fit};
use baocao_core::rows::{Given, Sheet};
use baocao_core::template::TemplateSet;
use baocao_core::{kinds, msg};
use rust_decimal::Decimal;

use super::columns::{Columns, Unclear};
use super::figures;
use super::lines::Lines;
use super::outcome::{Outcome, at_all, twice};
use super::words::{normal, said};

/// An indicator on a sheet.
#[derive(Clone, Copy)]
pub(super) struct Hit<'s> {
    pub(super) sheet: &'s Sheet,
    pub(super) row: usize,
    /// Where its value stands.
    pub(super) value: Option<usize>,
    /// Where its note stands.
    pub(super) note: Option<usize>,
}

impl<'s> Hit<'s> {
    /// What it was given.
    pub(super) fn given(&self) -> Cow<'s, Given> {
        self.value.map_or(Cow::Borrowed(&Given::Blank), |column| self.sheet.shown(self.row, column))
    }

    /// The note on it.
    pub(super) fn note(&self) -> Option<String> {
        let text = said(&self.sheet.cell(self.row, self.note?));
        (!text.is_empty()).then_some(text)
    }

    fn is_blank(&self) -> bool {
        self.given().is_blank() && self.note().is_none()
    }
}

/// The sheets, each with the form that most of it is of.
pub(super) fn read(
    sheets: &[(&Sheet, usize)],
    lines: &Lines<'_>,
    set: &TemplateSet,
    outcome: &mut Outcome,
    findings: &mut Vec<Finding>,
) {
    let mut hits: BTreeMap<&str, Vec<Hit<'_>>> = BTreeMap::new();
    for (sheet, page) in sheets {
        match Columns::find(sheet, lines, *page) {
            Ok(columns) => read_sheet(sheet, *page, &columns, lines, &mut hits, outcome, findings),
            Err(unclear) => findings.push(tell_unclear(sheet, &unclear)),
        }
    }
    let mut found = BTreeMap::new();
    for (id, mut hits) in hits {
        if hits.len() > 1 {
            // A copy of a sheet that nobody wrote in is nothing.
            let filled: Vec<Hit<'_>> = hits.iter().copied().filter(|hit| !hit.is_blank()).collect();
            if filled.len() > 1 {
                let places = filled.iter().map(|hit| {
                    (hit.sheet.place(hit.row, hit.value.or(hit.note).unwrap_or_default()), said(&hit.given()))
                });
                findings.push(twice(id, places.collect()));
                continue;
            }
            if !filled.is_empty() {
                hits = filled;
            }
        }
        if let Some(hit) = hits.first() {
            found.insert(id, *hit);
        }
    }
    figures::read(&found, set, outcome, findings);
}

fn read_sheet<'s, 'a>(
    sheet: &'s Sheet,
    page: usize,
    columns: &Columns,
    lines: &Lines<'a>,
    hits: &mut BTreeMap<&'a str, Vec<Hit<'s>>>,
    outcome: &mut Outcome,
    findings: &mut Vec<Finding>,
) {
    let words =
        |row: usize, column: Option<usize>| column.map(|column| said(&sheet.shown(row, column))).unwrap_or_default();
    let mut known: BTreeMap<usize, Option<&str>> = BTreeMap::new();
    let mut units: BTreeMap<usize, String> = BTreeMap::new();
    let mut merged_values = Vec::new();
    let (mut other_units, mut other_words) = (Vec::new(), Vec::new());
    // Columns of an office's own, by where their first cell stands.
    let mut own: BTreeMap<usize, usize> = BTreeMap::new();
    let rows = (0..sheet.height()).filter(|row| !columns.is_header(*row));
    for row in rows.clone() {
        let id = columns.id.map(|column| said(&sheet.cell(row, column))).unwrap_or_default();
        let Some(found) = lines.find(page, &id, &words(row, columns.code), &words(row, columns.label)) else {
            continue;
        };
        if found.strange_id
            && let Some(column) = columns.id
        {
            outcome.strange_id(sheet, row, column);
        }
        let indicator = lines.line(found.at).and_then(|line| line.indicator());
        known.insert(row, indicator.map(|(id, _)| id));
        let is_number = |of: &&Row| matches!(of.kind, Kind::Count | Kind::Money | Kind::Percent);
        let unit = indicator.map(|(_, of)| of).filter(is_number).map(Row::unit_text);
        units.extend(unit.filter(|unit| !unit.is_empty()).map(|unit| (row, unit)));
    }
    let Some((first, _)) = known.first_key_value() else { return };
    for row in rows.filter(|row| row >= first || columns.header.first().is_some_and(|header| *row > *header)) {
        let indicator = known.get(&row).copied().flatten();
        let value = match value(sheet, row, columns) {
            Ok(value) => value,
            Err(second) => {
                outcome.unused(sheet, row, second);
                columns.values.first().copied()
            }
        };
        let Some(id) = indicator else {
            let written = columns.values.iter().copied().chain(columns.note);
            let is_spare = |column: &usize| !sheet.cell(row, *column).is_blank();
            if let Some(column) = written.filter(|column| !printed(sheet, row, *column, columns)).find(is_spare) {
                outcome.unused(sheet, row, column);
            }
            continue;
        };
        if let Some(column) = value
            && let Some(merged) = sheet.merged_at(row, column)
            && known.range(merged.rows.0..=merged.rows.1).filter(|(_, id)| id.is_some()).count() > 1
            && !sheet.shown(row, column).is_blank()
        {
            if merged.rows.0 == row {
                merged_values.push((sheet.place(row, column), said(&sheet.shown(row, column))));
            }
            continue;
        }
        if let (Some(column), Some(wanted)) = (columns.unit, units.get(&row))
            && value.is_some_and(|value| !sheet.shown(row, value).is_blank())
        {
            let written = said(&sheet.shown(row, column));
            let list = match fit(&written, wanted) {
                _ if written.is_empty() => None,
                _ if !normal(wanted).is_empty() && normal(&written) == normal(wanted) => None,
                Fit::Times(times) if times == Decimal::ONE => None,
                Fit::OtherWords => Some(&mut other_words),
                Fit::Times(_) | Fit::Never => Some(&mut other_units),
            };
            list.into_iter().for_each(|list| list.push((sheet.place(row, column), format!("{written} ({wanted})"))));
        }
        hits.entry(id).or_default().push(Hit { sheet, row, value, note: columns.note });
        for column in (0..sheet.width_of(row)).filter(|column| !columns.has(*column)) {
            if !sheet.cell(row, column).is_blank() && value != Some(column) {
                own.entry(column).or_insert(row);
            }
        }
    }
    for (column, row) in own {
        let heading = columns.header.iter().copied().find(|row| !sheet.cell(*row, column).is_blank());
        outcome.unused(sheet, heading.unwrap_or(row), column);
    }
    let other_unit = &kinds::workbooks::OTHER_UNIT;
    let hint = msg!(
        "ghi lại đơn vị tính của biểu (trong ngoặc), và số liệu theo đơn vị ấy",
        "write the unit of the form again (in brackets), and the value in it"
    );
    let message = msg!(
        "đơn vị tính của dòng đã bị đổi, số liệu có thể theo đơn vị khác",
        "the unit of a row was changed: its value may be in another"
    );
    findings.extend(at_all(other_unit.finding(message.clone()).hint(hint.clone()), other_units));
    findings.extend(at_all(other_unit.warning(message).hint(hint), other_words));
    findings.extend(at_all(
        kinds::workbooks::MERGED
            .finding(msg!("ô giá trị gộp qua dòng của nhiều chỉ tiêu", "a value is merged over several indicators"))
            .hint(msg!("bỏ gộp ô, ghi giá trị của từng dòng", "split the cell and write a value in each row")),
        merged_values,
    ));
}

/// Whether a cell is covered by one that the form prints.
fn printed(sheet: &Sheet, row: usize, column: usize, columns: &Columns) -> bool {
    sheet.merged_at(row, column).is_some_and(|merged| columns.is_printed(merged.columns.0))
}

/// The column of the value of a row: of those under the heading the one that is written in. `Err`: a second one is.
fn value(sheet: &Sheet, row: usize, columns: &Columns) -> Result<Option<usize>, usize> {
    let free = columns.values.iter().copied().filter(|column| !printed(sheet, row, *column, columns));
    let mut written = free.clone().filter(|column| !sheet.shown(row, *column).is_blank());
    let Some(first) = written.next() else { return Ok(free.clone().next()) };
    let apart = |column: &usize| {
        sheet.merged_at(row, *column).is_none_or(|merged| !(merged.columns.0..=merged.columns.1).contains(&first))
    };
    written.find(apart).map_or(Ok(Some(first)), Err)
}

fn tell_unclear(sheet: &Sheet, Unclear(cells): &Unclear) -> Finding {
    let name = &sheet.name;
    let finding = kinds::workbooks::COLUMN_UNCLEAR
        .finding(msg!(
            "trang \"{name}\": không rõ cột nào là số liệu",
            "sheet \"{name}\": it is not clear which column holds the values"
        ))
        .hint(msg!(
            "ghi tiêu đề như biểu in ở đúng một cột",
            "write the heading, as the form prints it, over one column"
        ));
    let places = cells.iter().map(|(row, column)| (sheet.place(*row, *column), said(&sheet.cell(*row, *column))));
    at_all(finding.clone(), places.collect()).unwrap_or(finding)
}
