//! The rows that a report gives, cell by cell.

use std::borrow::Cow;

use rust_decimal::Decimal;

use super::Setting;
use super::columns::Leaf;
use super::cover::cover;
use super::formula::{Columns, Named, in_order};
use super::given::{Origin, Place};
use crate::diagnostic::{self, Finding};
use crate::form::Value;
use crate::msg;
use crate::report::{ColumnKind, FigureValue, FreeTable, Input, RowLook, TableCell, TableRow};
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
    let grouping = table.data.as_ref().and_then(|data| data.group_by.as_deref());
    let grouping = columns.iter().position(|column| Some(column.id.as_str()) == grouping);
    let mut reader = Reader { columns, grouping, place, setting, findings };
    let mut lines: Vec<Line> = table.rows.iter().enumerate().map(|(index, row)| reader.line(index, row)).collect();
    resolve(&table.rows, &mut lines, place, findings);
    cover(&mut lines, columns, place, findings);
    Grid { lines }
}

struct Reader<'a, 'f> {
    columns: &'a [Leaf],
    /// The column that is printed as the headings of groups only.
    grouping: Option<usize>,
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
            self.list(list, row, &origin, &mut cells);
        }
        for (name, cell) in &row.cells {
            let Some(at) = self.columns.iter().position(|column| column.id == *name) else {
                let here = origin.key(self.place, name);
                self.findings.push(self.place.unknown_column(name, self.columns, here));
                continue;
            };
            let column = wanted(&self.columns[at], row);
            let at_place = || origin.cell(self.place, 0, name);
            cells[at] = cell_of(cell, &column, self.setting, at_place, self.findings);
        }
        self.check_unprinted(row, &origin, &cells);
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
    fn list(&mut self, list: &[TableCell], row: &TableRow, origin: &Origin, cells: &mut [Cell]) {
        let given: Vec<usize> = (0..self.columns.len()).filter(|at| self.columns[*at].is_given()).collect();
        if list.len() != given.len() {
            let (count, wanted) = (list.len(), given.len());
            let names: Vec<&str> = given.iter().map(|at| self.columns[*at].id.as_str()).collect();
            let names = names.join(", ");
            self.findings.push(
                Finding::error(
                    "bang/dong-lech",
                    msg!("dòng có {count} ô, bảng cần {wanted}", "the row has {count} cells, the table needs {wanted}"),
                )
                .at(origin.line(self.place))
                .expected(msg!("mỗi cột một ô: {names}", "a cell for each column: {names}"))
                .hint(msg!(
                    "ô trống, ô bị ô khác che ghi null; không ghi ô của cột STT và cột do chương trình tính",
                    "blank and covered cells are null; leave out row numbers and columns that are computed"
                )),
            );
            return;
        }
        for (index, (cell, at)) in list.iter().zip(given).enumerate() {
            let column = wanted(&self.columns[at], row);
            let at_place = || origin.cell(self.place, index, &column.id);
            cells[at] = cell_of(cell, &column, self.setting, at_place, self.findings);
        }
    }

    /// What stands under the name of a group, or in the column that groups are made by, would be lost.
    fn check_unprinted(&mut self, row: &TableRow, origin: &Origin, cells: &[Cell]) {
        let printed = |at: &usize| Some(*at) != self.grouping;
        let named = (0..self.columns.len()).filter(printed).find(|at| self.columns[*at].kind != ColumnKind::Ordinal);
        let under_name = named.filter(|_| row.group.is_some());
        for (at, message) in [
            (under_name, msg!("ô này bị tên nhóm che", "the name of the group stands over this cell")),
            (
                self.grouping,
                msg!("cột dùng để nhóm không in ô này", "a column that groups are made by prints no cells"),
            ),
        ] {
            let Some(at) = at else { continue };
            let cell = &cells[at];
            if cell.value.as_ref().is_some_and(|value| *value != Value::Absent) || cell.rows > 1 || cell.columns > 1 {
                let here = origin.cell(self.place, given_index(self.columns, at), &self.columns[at].id);
                self.findings.push(
                    Finding::error("bang/o-khong-in", message)
                        .at(here)
                        .hint(msg!("để trống ô này (null)", "leave the cell blank (null)")),
                );
            }
        }
    }
}

/// What a cell of a row must be: a ratio of counts is no count.
fn wanted<'c>(column: &'c Leaf, row: &TableRow) -> Cow<'c, Leaf> {
    match column.kind {
        ColumnKind::Count if row.ratio.is_some() => Cow::Owned(Leaf { kind: ColumnKind::Number, ..column.clone() }),
        _ => Cow::Borrowed(column),
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
    if earlier {
        findings.extend(no_earlier(&place(), setting.input));
    }
    let figures = if earlier { setting.previous } else { Some(setting.figures) };
    figures.and_then(|figures| figures.get(id)).cloned().unwrap_or(Value::Absent)
}

/// What is wrong where a cell asks for the earlier period: the report names none. Template sets may ask in vain.
pub fn no_earlier(place: &diagnostic::Place, input: &Input) -> Option<Finding> {
    let of_set = place.pointer.as_deref().is_some_and(|pointer| !input.has(pointer));
    (!of_set && !input.has("/previous")).then(|| {
        Finding::error(
            "ky-truoc/khong-neu",
            msg!("chỗ này lấy số kỳ trước nhưng báo cáo không nêu kỳ trước", "the report names no earlier report"),
        )
        .at(place.clone())
        .hint(msg!("thêm \"previous\": {{ \"file\": \"...\" }}", "add \"previous\": {{ \"file\": \"...\" }}"))
    })
}

/// So many digits are always exact.
const MOST_DIGITS: usize = 28;

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
                let (title, whole) = (&column.title, written.replace(['.', ','], ""));
                let finding = Finding::error(
                    "so-lieu/so-dem-le",
                    msg!("số đếm phải là số nguyên", "a count must be a whole number"),
                )
                .at(place())
                .found(written.as_str())
                .expected(msg!("số nguyên ở cột \"{title}\"", "a whole number in the column \"{title}\""));
                // 7.725 in JSON has three decimals; whoever wrote it may have meant thousands.
                findings.push(if value.scale() == 3 {
                    finding.hint(msg!(
                        "nếu dấu chấm ngăn hàng nghìn, viết {whole}",
                        "if the dot was meant between thousands, write {whole}"
                    ))
                } else {
                    finding.hint(msg!(
                        "cột có phần thập phân thì dùng \"kind\": \"number\"",
                        "a column with decimals is of \"kind\": \"number\""
                    ))
                });
                Value::Absent
            }
            Some(value) => number(value),
            None if matches!(given, FigureValue::Ambiguous(_)) => {
                let digits = written.bytes().filter(u8::is_ascii_digit).count();
                findings.push(if digits > MOST_DIGITS {
                    Finding::error(
                        "dau-vao/so-qua-lon",
                        msg!("số này quá lớn hoặc quá dài", "this number is too large or too long"),
                    )
                    .at(place())
                    .found(written)
                    .expected(msg!("không quá {MOST_DIGITS} chữ số", "at most {MOST_DIGITS} digits"))
                } else {
                    Finding::error(
                        "so-lieu/khong-ro",
                        msg!("số này có thể đọc theo nhiều cách", "this number can be read in more than one way"),
                    )
                    .at(place())
                    .found(written)
                    .expected(msg!(
                        "dấu chấm ngăn hàng nghìn, dấu phẩy trước phần thập phân: \"7.725\", \"75,8\"",
                        "a dot between thousands, a comma before decimals: \"7.725\", \"75,8\""
                    ))
                });
                Value::Absent
            }
            None => {
                let title = &column.title;
                findings.push(
                    Finding::warning(
                        "so-lieu/khong-phai-so",
                        msg!("giá trị này không phải một số", "this value is not a number"),
                    )
                    .at(place())
                    .found(written.as_str())
                    .expected(msg!("một số ở cột \"{title}\"", "a number in the column \"{title}\""))
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
pub(super) fn day(text: &str) -> Option<chrono::NaiveDate> {
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
        named.tell_two(place.at(&format!("/rows/{index}")), findings);
        for (below, name) in named.names().into_iter().filter(|(_, name)| !names.contains_key(name)) {
            findings.push(
                Finding::error(
                    "bang/cong-thuc-sai",
                    msg!("công thức dùng dòng không có: \"{name}\"", "the formula names an unknown row: \"{name}\""),
                )
                .at(place.at(&format!("/rows/{index}/{below}")))
                .one_of(name, &known),
            );
        }
        lines[index].formula = named.resolve(|name| names.get(name).copied());
    }
    let circle = in_order(lines.len(), |at| lines[at].formula.as_ref().map(Columns::parts).unwrap_or_default()).err();
    if let Some(circle) = circle {
        let names: Vec<&str> = circle.iter().filter_map(|at| lines[*at].id.as_deref()).collect();
        findings.push(
            Finding::error(
                "bang/cong-thuc-vong",
                msg!("công thức của các dòng quay vòng", "the formulas of rows lead round in a circle"),
            )
            .at(circle.first().map(|first| place.at(&format!("/rows/{first}"))))
            .found(names.join(" → "))
            .hint(msg!("bỏ công thức của một trong các dòng này", "take the formula from one of these rows")),
        );
        for line in lines.iter_mut() {
            line.formula = None;
        }
    }
}

/// The index of a column among those that rows give.
pub(super) fn given_index(columns: &[Leaf], column: usize) -> usize {
    columns[..column].iter().filter(|column| column.is_given()).count()
}
