//! Rows from a file beside the report: CSV, NDJSON or JSON; sorted and grouped.

mod arrange;
mod csv;
mod json;
mod names;

use std::path::Path;
use std::sync::Arc;

use super::Setting;
use super::columns::Leaf;
use super::cover::refused;
use super::given::{Origin, Place};
use super::grid::{Cell, Grid, Line, LineKind};
use super::value::cell_of;
use crate::diagnostic::{self, Finding, Locator, Source, has_errors};
use crate::report::{FigureValue, RowFile, RowLook, TableCell, check_text};
use crate::{kinds, msg};

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Csv,
    Lines,
    List,
}

/// What a file is, by the end of its name.
fn kind(name: &str) -> Option<Kind> {
    match Path::new(name).extension()?.to_str()?.to_ascii_lowercase().as_str() {
        "csv" | "tsv" | "txt" => Some(Kind::Csv),
        "ndjson" | "jsonl" => Some(Kind::Lines),
        "json" => Some(Kind::List),
        _ => None,
    }
}

/// Whether a file can hold rows, by the end of its name.
pub(super) fn is_known(name: &str) -> bool {
    kind(name).is_some()
}

/// One row of a file: its values by the index of their column, each with where it stands.
struct Record {
    cells: Vec<Option<(TableCell, Locator)>>,
    at: Locator,
}

/// The rows of a file: no more than are wanted, and how many there are.
struct Rows {
    records: Vec<Record>,
    count: usize,
    most: usize,
}

impl Rows {
    /// Counts a row. Whether it is wanted.
    fn wants(&mut self) -> bool {
        self.count += 1;
        self.count <= self.most
    }
}

/// Appends the rows of a file to the grid.
pub(super) fn read(
    file: &RowFile,
    columns: &[Leaf],
    place: &Place<'_>,
    setting: &Setting<'_>,
    grid: &mut Grid,
    findings: &mut Vec<Finding>,
) {
    let Some(kind) = kind(&file.file) else {
        findings.push(unknown_kind(&file.file).at(place.at("/data/file")));
        return;
    };
    // A file that could not be read was told of when it was read.
    let Some(source) = setting.files.get(&file.file) else { return };
    if source.text.trim().is_empty() {
        return;
    }
    let before = findings.len();
    let most = setting.input.limits().rows;
    let mut rows = Rows { records: Vec::new(), count: 0, most: file.limit.map_or(most, |limit| limit.min(most)) };
    match kind {
        Kind::Csv => csv::read(source, columns, &mut rows, findings),
        Kind::Lines => json::lines(source, columns, &mut rows, findings),
        Kind::List => json::list(source, columns, &mut rows, findings),
    }
    if rows.count > rows.most {
        // What is wrong with single rows is told when there are not too many.
        findings.truncate(before);
        let (name, limit) = (&file.file, rows.most);
        findings.push(
            kinds::data_files::TOO_MANY_ROWS
                .finding(msg!("tệp \"{name}\" có quá nhiều dòng", "the file \"{name}\" has too many rows"))
                .at(place.at("/data"))
                .found(rows.count.to_string())
                .expected(msg!("không quá {limit} dòng", "at most {limit} rows"))
                .hint(msg!("lọc hoặc tách tệp thành nhiều bảng", "filter the file, or split it into several tables")),
        );
        return;
    }
    if has_errors(&findings[before..]) {
        return;
    }
    let mut lines: Vec<Line> =
        rows.records.into_iter().map(|record| line(record, source, columns, setting, findings)).collect();
    arrange::arrange(file, columns, place, setting, &mut lines, findings);
    grid.lines.append(&mut lines);
}

fn unknown_kind(name: &str) -> Finding {
    let finding = kinds::data_files::UNKNOWN_KIND
        .finding(msg!("không biết loại tệp \"{name}\"", "the kind of the file \"{name}\" is not known"))
        .expected(msg!("tên tệp kết thúc bằng .csv, .ndjson hoặc .json", "a name that ends in .csv, .ndjson or .json"));
    let end = Path::new(name).extension().map(|end| end.to_ascii_lowercase());
    if end.is_some_and(|end| ["xlsx", "xls", "xlsm", "ods"].iter().any(|known| end == *known)) {
        return finding.hint(msg!(
            "mở tệp bằng phần mềm bảng tính rồi lưu thành CSV UTF-8",
            "open the file in a spreadsheet program and save it as CSV UTF-8"
        ));
    }
    finding
}

fn line(
    record: Record,
    source: &Arc<Source>,
    columns: &[Leaf],
    setting: &Setting<'_>,
    findings: &mut Vec<Finding>,
) -> Line {
    let cells = record.cells.into_iter().zip(columns).map(|(cell, column)| match cell {
        // Every value of a CSV is a text; blank ones are left to formulas.
        Some((cell, _)) if cell.value == FigureValue::Absent && cell.figure.is_none() && column.formula.is_some() => {
            Cell::default()
        }
        Some((cell, at)) => {
            let here = || diagnostic::Place::of(source, at.clone());
            if let FigureValue::Word(text) = &cell.value {
                check_text(text, setting.input.limits(), here, findings);
            }
            let cell = cell_of(&cell, column, setting, here, findings);
            findings.extend(refused(&cell).map(|finding| finding.at(here())));
            cell
        }
        None => Cell::default(),
    });
    Line {
        kind: LineKind::Ordinary,
        label: None,
        code: None,
        look: RowLook::Normal,
        cells: cells.collect(),
        id: None,
        formula: None,
        origin: Origin::File(diagnostic::Place::of(source, record.at)),
    }
}
