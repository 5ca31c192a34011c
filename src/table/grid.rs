//! The rows that a report gives, cell by cell.

use rust_decimal::Decimal;

use super::Setting;
use super::columns::{Columns, Leaf, Named};
use super::given::{Origin, Place};
use crate::diagnostic::{self, Finding};
use crate::form::Value;
use crate::msg;
use crate::report::{ColumnKind, FigureValue, FreeTable, RowLook, TableCell, TableRow};
use crate::vietnamese::date;

/// The values of a table.
#[derive(Debug, Clone, Default)]
pub struct Grid {
    /// Its lines.
    pub lines: Vec<Line>,
}

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineKind {
    /// Counted, numbered, added up.
    Ordinary,
    /// The heading of a group.
    Group,
    /// The heading of a group with the sums of its lines.
    Subtotal,
    /// Computed from other lines: not added up again.
    Computed,
    /// A part of the line above: not added up again.
    Part,
    /// The totals.
    Total,
}

/// A line of a table.
#[derive(Debug, Clone)]
pub struct Line {
    /// What it is.
    pub kind: LineKind,
    /// The heading of a group, the label of the totals.
    pub label: Option<String>,
    /// What stands in place of its number.
    pub code: Option<String>,
    /// How it looks.
    pub look: RowLook,
    /// One cell a column.
    pub cells: Vec<Cell>,
    pub(super) id: Option<String>,
    pub(super) formula: Option<Columns>,
    pub(super) origin: Origin,
}

/// A cell.
#[derive(Debug, Clone)]
pub struct Cell {
    /// Its value; nothing where neither the report nor a formula gave one.
    pub value: Option<Value>,
    /// The mark of a note.
    pub note: Option<String>,
    /// How many rows it covers.
    pub rows: usize,
    /// How many columns it covers.
    pub columns: usize,
    /// Whether another cell covers it.
    pub covered: bool,
}

impl Default for Cell {
    fn default() -> Self {
        Self { value: None, note: None, rows: 1, columns: 1, covered: false }
    }
}

impl Cell {
    /// The number in it.
    pub fn number(&self) -> Option<Decimal> {
        self.value.as_ref().and_then(Value::as_number)
    }
}

/// Reads the rows of a table.
pub(super) fn read(
    table: &FreeTable,
    columns: &[Leaf],
    place: &Place<'_>,
    setting: &Setting<'_>,
    findings: &mut Vec<Finding>,
) -> Grid {
    let mut reader = Reader { columns, place, setting, findings };
    let mut lines: Vec<Line> = table.rows.iter().enumerate().map(|(index, row)| reader.line(index, row)).collect();
    resolve(&table.rows, &mut lines, place, findings);
    cover(&mut lines, columns, place, findings);
    Grid { lines }
}

struct Reader<'a, 'f> {
    columns: &'a [Leaf],
    place: &'a Place<'a>,
    setting: &'a Setting<'a>,
    findings: &'f mut Vec<Finding>,
}

impl Reader<'_, '_> {
    fn line(&mut self, index: usize, row: &TableRow) -> Line {
        let below = if row.list.is_some() && row.is_list() { "" } else { "/cells" };
        let origin = Origin::Report { index, cells: below, list: row.list.is_some() };
        let mut cells = vec![Cell::default(); self.columns.len()];
        if let Some(list) = &row.list {
            self.list(list, row.group.is_some(), &origin, &mut cells);
        }
        for (name, cell) in &row.cells {
            let Some(at) = self.columns.iter().position(|column| column.id == *name) else {
                let known: Vec<&str> = self.columns.iter().map(|column| column.id.as_str()).collect();
                self.findings.push(
                    Finding::error(
                        "bang/cot-khong-biet",
                        msg!("bảng không có cột \"{name}\"", "the table has no column \"{name}\""),
                    )
                    .at(origin.cell(self.place, 0, name))
                    .one_of(name, &known),
                );
                continue;
            };
            let at_place = || origin.cell(self.place, 0, name);
            cells[at] = cell_of(cell, &self.columns[at], self.setting, at_place, self.findings);
        }
        let computed = row.sum.is_some() || row.difference.is_some() || row.ratio.is_some();
        let kind = match row {
            _ if row.group.is_some() => LineKind::Group,
            _ if computed => LineKind::Computed,
            _ if row.with_above => LineKind::Part,
            _ => LineKind::Ordinary,
        };
        Line {
            kind,
            label: row.group.as_ref().map(ToString::to_string),
            code: row.code.as_ref().map(ToString::to_string),
            look: if kind == LineKind::Group && row.look == RowLook::Normal { RowLook::Bold } else { row.look },
            cells,
            id: row.id.clone(),
            formula: None,
            origin,
        }
    }

    /// A list holds a cell for every column that rows give, neither more nor fewer.
    fn list(&mut self, list: &[TableCell], is_group: bool, origin: &Origin, cells: &mut [Cell]) {
        let given: Vec<usize> = (0..self.columns.len()).filter(|at| self.columns[*at].is_given()).collect();
        if list.len() != given.len() {
            let (count, wanted) = (list.len(), given.len());
            let names: Vec<&str> = given.iter().map(|at| self.columns[*at].id.as_str()).collect();
            let names = names.join(", ");
            let finding = Finding::error(
                "bang/dong-lech",
                msg!("dòng có {count} ô, bảng cần {wanted}", "the row has {count} cells, the table needs {wanted}"),
            )
            .at(origin.line(self.place))
            .expected(msg!("mỗi cột một ô: {names}", "a cell for each column: {names}"));
            self.findings.push(if is_group {
                finding
            } else {
                finding.hint(msg!(
                    "ô trống, ô bị ô khác che ghi null; cột do chương trình tính thì không ghi",
                    "blank and covered cells are null; columns that are computed are left out"
                ))
            });
            return;
        }
        for (index, (cell, at)) in list.iter().zip(given).enumerate() {
            let column = &self.columns[at];
            let at_place = || origin.cell(self.place, index, &column.id);
            cells[at] = cell_of(cell, column, self.setting, at_place, self.findings);
        }
    }
}

/// A cell of the report as its column wants it.
pub(super) fn cell_of(
    given: &TableCell,
    column: &Leaf,
    setting: &Setting<'_>,
    place: impl Fn() -> diagnostic::Place,
    findings: &mut Vec<Finding>,
) -> Cell {
    let value = match &given.figure {
        Some(id) => figure(id, given.earlier, setting, &place, findings),
        None => value_of(&given.value, given.words, column, &place, findings),
    };
    Cell {
        value: Some(value),
        note: given.note.as_ref().map(ToString::to_string),
        rows: given.rows,
        columns: given.columns,
        covered: false,
    }
}

/// The value of an indicator.
fn figure(
    id: &str,
    earlier: bool,
    setting: &Setting<'_>,
    place: impl Fn() -> diagnostic::Place,
    findings: &mut Vec<Finding>,
) -> Value {
    if !setting.figures.knows(id) {
        findings.push(
            Finding::error(
                "so-lieu/ma-khong-biet",
                msg!("không có chỉ tiêu \"{id}\"", "there is no indicator \"{id}\""),
            )
            .at(place())
            .one_of(id, &setting.figures.names()),
        );
    }
    let figures = if earlier { setting.previous } else { Some(setting.figures) };
    figures.and_then(|figures| figures.get(id)).cloned().unwrap_or(Value::Absent)
}

/// A value as its column wants it.
pub(super) fn value_of(
    given: &FigureValue,
    words: bool,
    column: &Leaf,
    place: impl Fn() -> diagnostic::Place,
    findings: &mut Vec<Finding>,
) -> Value {
    let written = match given {
        FigureValue::Absent => return Value::Absent,
        FigureValue::Number(value) => value.to_string(),
        FigureValue::Written { text, .. } | FigureValue::Ambiguous(text) | FigureValue::Word(text) => text.clone(),
    };
    let number = |value: Decimal| match given {
        FigureValue::Written { text, .. } => Value::Number { value, text: text.clone() },
        _ => Value::number(value),
    };
    match column.kind {
        ColumnKind::Text => match given {
            FigureValue::Number(value) => Value::number(*value),
            _ => Value::Word(written),
        },
        // A word that is meant as such.
        _ if words => Value::Word(written),
        ColumnKind::Ordinal => Value::Word(written),
        ColumnKind::Date => match day(&written) {
            Some(day) => Value::Word(date::short(day)),
            None => {
                findings.push(
                    Finding::warning("bang/khong-phai-ngay", msg!("ô này không phải một ngày", "this is not a date"))
                        .at(place())
                        .found(written.as_str())
                        .expected(msg!("ngày/tháng/năm, ví dụ 08/9/2023, hoặc 2023-09-08", "08/9/2023 or 2023-09-08")),
                );
                Value::Word(written)
            }
        },
        ColumnKind::Count | ColumnKind::Money | ColumnKind::Percent | ColumnKind::Number => match given.number() {
            Some(value) if column.kind == ColumnKind::Count && !value.is_integer() => {
                findings.push(
                    Finding::error(
                        "so-lieu/so-dem-le",
                        msg!("số đếm phải là số nguyên", "a count must be a whole number"),
                    )
                    .at(place())
                    .found(written.as_str()),
                );
                Value::Absent
            }
            Some(value) => number(value),
            None if matches!(given, FigureValue::Ambiguous(_)) => {
                findings.push(
                    Finding::error(
                        "so-lieu/khong-ro",
                        msg!("số này có thể đọc theo nhiều cách", "this number can be read in more than one way"),
                    )
                    .at(place())
                    .found(written)
                    .expected(msg!(
                        "dấu chấm ngăn hàng nghìn, dấu phẩy trước phần thập phân: \"7.725\", \"75,8\"",
                        "a dot between thousands, a comma before decimals: \"7.725\", \"75,8\""
                    )),
                );
                Value::Absent
            }
            None => {
                let id = &column.id;
                findings.push(
                    Finding::warning(
                        "so-lieu/khong-phai-so",
                        msg!("giá trị này không phải một số", "this value is not a number"),
                    )
                    .at(place())
                    .found(written.as_str())
                    .expected(msg!("một số cho cột \"{id}\"", "a number for the column \"{id}\""))
                    .hint(msg!(
                        "nếu cố ý ghi chữ: {{ \"text\": \"...\" }}",
                        "if the words are meant: {{ \"text\": \"...\" }}"
                    )),
                );
                Value::Word(written)
            }
        },
    }
}

/// A day: `2023-09-08`, or `8/9/2023` with or without zeros.
fn day(text: &str) -> Option<chrono::NaiveDate> {
    let text = text.trim();
    if let Ok(day) = text.parse() {
        return Some(day);
    }
    let mut parts = text.split('/').map(|part| part.parse::<u32>().ok());
    let (day, month, year) = (parts.next()??, parts.next()??, parts.next()??);
    if parts.next().is_some() || year < 1900 {
        return None;
    }
    chrono::NaiveDate::from_ymd_opt(year.try_into().ok()?, month, day)
}

/// The formulas of rows over rows.
fn resolve(rows: &[TableRow], lines: &mut [Line], place: &Place<'_>, findings: &mut Vec<Finding>) {
    let mut names = std::collections::BTreeMap::new();
    for (index, row) in rows.iter().enumerate() {
        if let Some(name) = row.id.as_deref()
            && names.insert(name, index).is_some()
        {
            findings.push(
                Finding::error(
                    "bang/dong-lap",
                    msg!("dòng \"{name}\" có hai lần", "the row \"{name}\" is there twice"),
                )
                .at(place.at(&format!("/rows/{index}/id")))
                .hint(msg!("đặt cho một trong hai dòng mã khác", "give one of the two rows another id")),
            );
        }
    }
    let known: Vec<&str> = names.keys().copied().collect();
    for (index, row) in rows.iter().enumerate() {
        let named = Named { sum: &row.sum, difference: &row.difference, ratio: &row.ratio };
        for name in named.names().into_iter().filter(|name| !names.contains_key(name)) {
            findings.push(
                Finding::error(
                    "bang/cong-thuc-sai",
                    msg!("công thức dùng dòng không có: \"{name}\"", "the formula names an unknown row: \"{name}\""),
                )
                .at(place.at(&format!("/rows/{index}")))
                .one_of(name, &known),
            );
        }
        lines[index].formula = named.resolve(|name| names.get(name).copied());
    }
    let parts = |at: usize| lines[at].formula.as_ref().map(Columns::parts).unwrap_or_default();
    let circle = super::columns::in_circle(lines.len(), parts);
    if let Some(first) = circle.first() {
        let names: Vec<&str> = circle.iter().filter_map(|at| lines[*at].id.as_deref()).collect();
        findings.push(
            Finding::error(
                "bang/cong-thuc-vong",
                msg!("công thức của các dòng quay vòng", "the formulas of rows lead round in a circle"),
            )
            .at(place.at(&format!("/rows/{first}")))
            .found(names.join(", "))
            .hint(msg!("bỏ công thức của một trong các dòng này", "take the formula from one of these rows")),
        );
        for line in lines.iter_mut() {
            line.formula = None;
        }
    }
}

/// Marks the cells that others cover. Spans must stay inside the table, and nothing may stand under them.
fn cover(lines: &mut [Line], columns: &[Leaf], place: &Place<'_>, findings: &mut Vec<Finding>) {
    for row in 0..lines.len() {
        for column in 0..columns.len() {
            let cell = &lines[row].cells[column];
            if cell.rows <= 1 && cell.columns <= 1 {
                continue;
            }
            let (rows, wide) = (cell.rows, cell.columns);
            let (rows_left, wide_left) = (lines.len() - row, columns.len() - column);
            let here = || lines[row].origin.cell(place, given_index(columns, column), &columns[column].id);
            if rows > rows_left || wide > wide_left {
                findings.push(
                    Finding::error("bang/o-gop-vuot", msg!("ô gộp vượt ra ngoài bảng", "a cell spans past the table"))
                        .at(here())
                        .found(format!("{rows} x {wide}"))
                        .expected(msg!(
                            "không quá {rows_left} dòng, {wide_left} cột",
                            "at most {rows_left} rows, {wide_left} columns"
                        )),
                );
                continue;
            }
            let under: Vec<(usize, usize)> = (row..row + rows)
                .flat_map(|below| (column..column + wide).map(move |beside| (below, beside)))
                .filter(|at| *at != (row, column))
                .collect();
            let taken = under.iter().find(|(below, beside)| {
                let cell = &lines[*below].cells[*beside];
                cell.covered || cell.value.as_ref().is_some_and(|value| *value != Value::Absent)
            });
            if let Some((below, beside)) = taken {
                let (line, title) = (below + 1, columns[*beside].title.clone());
                findings.push(
                    Finding::error(
                        "bang/o-gop-chong",
                        msg!("ô gộp che lên ô có nội dung", "a cell spans over another"),
                    )
                    .at(here())
                    .found(format!("{rows} x {wide}"))
                    .expected(msg!(
                        "ô trống ở dòng {line}, cột \"{title}\"",
                        "a blank cell in row {line}, column \"{title}\""
                    )),
                );
                continue;
            }
            for (below, beside) in under {
                lines[below].cells[beside].covered = true;
            }
        }
    }
}

/// The index of a column among those that rows give.
pub(super) fn given_index(columns: &[Leaf], column: usize) -> usize {
    columns[..column].iter().filter(|column| column.is_given()).count()
}
