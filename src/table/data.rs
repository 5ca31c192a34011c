//! Rows from a file beside the report: CSV, NDJSON or JSON; sorted and grouped.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use serde_json::value::RawValue;

use super::Setting;
use super::columns::Leaf;
use super::given::{Origin, Place};
use super::grid::{Cell, Grid, Line, LineKind, cell_of, value_of};
use crate::diagnostic::{self, Finding, Source};
use crate::form::Value;
use crate::msg;
use crate::report::{FigureValue, RowFile, RowLook, TableCell};
use crate::vietnamese::encoding;

/// A file may bring no more rows.
pub(super) const MOST_ROWS: usize = 10_000;

/// One row of a file: its values by the index of their column, and where it stands.
struct Record {
    cells: Vec<Option<TableCell>>,
    span: Range<usize>,
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
    // A file that could not be read was told of when it was read.
    let Some(source) = setting.files.get(&file.file) else { return };
    let before = findings.len();
    let name = &file.file;
    let records = match std::path::Path::new(&file.file).extension().and_then(|end| end.to_str()) {
        Some("csv" | "tsv" | "txt") => csv(source, columns, findings),
        Some("ndjson" | "jsonl") => json_lines(source, columns, findings),
        Some("json") => json_array(source, columns, findings),
        _ => {
            findings.push(
                Finding::error(
                    "du-lieu/loai-tep-la",
                    msg!("không biết loại tệp \"{name}\"", "the kind of the file \"{name}\" is not known"),
                )
                .at(place.at("/data/file"))
                .expected(msg!(
                    "tên tệp kết thúc bằng .csv, .ndjson hoặc .json",
                    "a name that ends in .csv, .ndjson or .json"
                )),
            );
            return;
        }
    };
    let limit = file.limit.unwrap_or(MOST_ROWS).min(MOST_ROWS);
    if records.len() > limit {
        let count = records.len();
        findings.push(
            Finding::error(
                "du-lieu/qua-nhieu-dong",
                msg!("tệp \"{name}\" có quá nhiều dòng", "the file \"{name}\" has too many rows"),
            )
            .at(place.at("/data"))
            .found(count.to_string())
            .expected(msg!("không quá {limit} dòng", "at most {limit} rows"))
            .hint(msg!("lọc hoặc tách tệp thành nhiều bảng", "filter the file, or split it into several tables")),
        );
        return;
    }
    if findings[before..].iter().any(|finding| finding.severity == diagnostic::Severity::Error) {
        return;
    }
    let mut lines: Vec<Line> =
        records.into_iter().map(|record| line(record, source, columns, setting, findings)).collect();
    arrange(file, columns, place, &mut lines, findings);
    grid.lines.append(&mut lines);
}

fn line(
    record: Record,
    source: &Arc<Source>,
    columns: &[Leaf],
    setting: &Setting<'_>,
    findings: &mut Vec<Finding>,
) -> Line {
    let span = record.span;
    let here = || diagnostic::Place::new(source, span.clone());
    let cells = record.cells.into_iter().zip(columns).map(|(cell, column)| match cell {
        None => Cell::default(),
        // Every value of a CSV is a text; blank ones are left to formulas.
        Some(cell) if cell.value == FigureValue::Absent && column.formula.is_some() => Cell::default(),
        Some(cell) if cell.figure.is_none() => {
            let value = Some(value_of(&cell.value, cell.words, column, here, findings));
            Cell { value, note: cell.note.map(|note| note.to_string()), ..Cell::default() }
        }
        Some(cell) => cell_of(&cell, column, setting, here, findings),
    });
    Line {
        kind: LineKind::Ordinary,
        label: None,
        code: None,
        look: RowLook::Normal,
        cells: cells.collect(),
        id: None,
        formula: None,
        origin: Origin::File { source: Arc::clone(source), span: span.clone() },
    }
}

/// Which column a name in a file means: its own name, its id, or its title.
fn column_of(name: &str, columns: &[Leaf]) -> Option<usize> {
    let plain = |text: &str| encoding::nfc(text).split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let name = plain(name);
    let by = |of: fn(&Leaf) -> Option<&str>| {
        columns.iter().position(|column| of(column).is_some_and(|of| plain(of) == name))
    };
    by(|column| column.from.as_deref())
        .or_else(|| by(|column| Some(&column.id)))
        .or_else(|| by(|column| Some(&column.title)))
}

/// Names in a file: those of columns by their index, and what is wrong with them.
fn match_names(
    names: &[String],
    here: &diagnostic::Place,
    columns: &[Leaf],
    findings: &mut Vec<Finding>,
) -> Vec<Option<usize>> {
    let found: Vec<Option<usize>> = names.iter().map(|name| column_of(name, columns)).collect();
    let list = names.join(", ");
    for (at, column) in columns.iter().enumerate().filter(|(_, column)| column.is_given()) {
        if !found.contains(&Some(at)) {
            let wanted = column.from.as_deref().unwrap_or(&column.id);
            findings.push(
                Finding::error(
                    "du-lieu/thieu-cot",
                    msg!("tệp không có cột \"{wanted}\"", "the file has no column \"{wanted}\""),
                )
                .at(here.clone())
                .found(list.as_str())
                .hint(msg!(
                    "sửa tên cột trong tệp, hoặc ghi tên ấy vào \"from\" của cột",
                    "mend the name in the file, or give it as \"from\" of the column"
                )),
            );
        }
    }
    for (name, _) in names.iter().zip(&found).filter(|(name, found)| found.is_none() && !name.trim().is_empty()) {
        findings.push(
            Finding::warning(
                "du-lieu/cot-thua",
                msg!(
                    "bảng không dùng cột \"{name}\" của tệp",
                    "the table does not use the column \"{name}\" of the file"
                ),
            )
            .at(here.clone()),
        );
    }
    found
}

/// Comma, semicolon or tab: whichever the first line has most of outside of quotes.
fn delimiter(text: &str) -> u8 {
    let mut counts = [(b';', 0), (b',', 0), (b'\t', 0)];
    let mut quoted = false;
    for byte in text.lines().next().unwrap_or("").bytes() {
        quoted ^= byte == b'"';
        for (delimiter, count) in &mut counts {
            *count += usize::from(!quoted && byte == *delimiter);
        }
    }
    // The first of equals wins: Vietnamese spreadsheets write semicolons.
    counts.iter().rev().max_by_key(|(_, count)| *count).map_or(b',', |(delimiter, _)| *delimiter)
}

fn csv(source: &Arc<Source>, columns: &[Leaf], findings: &mut Vec<Finding>) -> Vec<Record> {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter(&source.text))
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(source.text.as_bytes());
    let line_end = source.text.find('\n').unwrap_or(source.text.len());
    let head = diagnostic::Place::new(source, 0..line_end);
    let names: Vec<String> = match reader.headers() {
        Ok(headers) => headers.iter().map(str::to_owned).collect(),
        Err(_) => Vec::new(),
    };
    let found = match_names(&names, &head, columns, findings);
    let mut records = Vec::new();
    for record in reader.records() {
        let Ok(record) = record else { continue };
        let start = record.position().map_or(0, |position| usize::try_from(position.byte()).unwrap_or(0));
        // What the reader passes over before a record are line feeds.
        let start = start + source.text[start..].len() - source.text[start..].trim_start_matches(['\r', '\n']).len();
        let end = source.text[start..].find(['\r', '\n']).map_or(source.text.len(), |end| start + end);
        if record.len() != names.len() {
            let (count, wanted) = (record.len(), names.len());
            findings.push(
                Finding::error(
                    "bang/dong-lech",
                    msg!("dòng có {count} ô, bảng cần {wanted}", "the row has {count} cells, the table needs {wanted}"),
                )
                .at(diagnostic::Place::new(source, start..end))
                .hint(msg!(
                    "đặt giá trị có dấu ngăn cột vào trong ngoặc kép",
                    "put values that hold the delimiter into quotes"
                )),
            );
            continue;
        }
        let mut cells = vec![None; columns.len()];
        for (value, at) in record.iter().zip(&found) {
            if let Some(at) = at {
                cells[*at] = Some(TableCell::plain(FigureValue::of_text(value)));
            }
        }
        records.push(Record { cells, span: start..end });
    }
    records
}

fn json_lines(source: &Arc<Source>, columns: &[Leaf], findings: &mut Vec<Finding>) -> Vec<Record> {
    let mut reader = JsonRows::new(source, columns, findings);
    let mut start = 0;
    for line in source.text.split_inclusive('\n') {
        if !line.trim().is_empty() {
            reader.row(line.trim_end(), start);
        }
        start += line.len();
    }
    reader.records
}

fn json_array(source: &Arc<Source>, columns: &[Leaf], findings: &mut Vec<Finding>) -> Vec<Record> {
    let rows: Vec<&RawValue> = match serde_json::from_str(&source.text) {
        Ok(rows) => rows,
        Err(error) => {
            let at = source.offset(error.line(), error.column());
            findings.push(not_json(source, at..at, &error));
            return Vec::new();
        }
    };
    let mut reader = JsonRows::new(source, columns, findings);
    for row in rows {
        // The raw text is a part of the file's text: the difference of their addresses is where it stands.
        let start = row.get().as_ptr().addr() - source.text.as_ptr().addr();
        reader.row(row.get(), start);
    }
    reader.records
}

fn not_json(source: &Arc<Source>, span: Range<usize>, error: &serde_json::Error) -> Finding {
    Finding::error(
        "du-lieu/khong-phai-json",
        msg!("dữ liệu không phải JSON, hoặc không phải các đối tượng", "the data is not JSON, or no list of objects"),
    )
    .at(diagnostic::Place::new(source, span))
    .found(error.to_string())
    .expected(msg!("mỗi dòng một đối tượng {{\"cột\": giá trị}}", "an object {{\"column\": value}} for each row"))
}

struct JsonRows<'a, 'f> {
    source: &'a Arc<Source>,
    columns: &'a [Leaf],
    findings: &'f mut Vec<Finding>,
    /// Names that were met: what is wrong with them is told once.
    names: BTreeMap<String, Option<usize>>,
    records: Vec<Record>,
}

impl<'a, 'f> JsonRows<'a, 'f> {
    fn new(source: &'a Arc<Source>, columns: &'a [Leaf], findings: &'f mut Vec<Finding>) -> Self {
        Self { source, columns, findings, names: BTreeMap::new(), records: Vec::new() }
    }

    fn row(&mut self, text: &str, start: usize) {
        let span = start..start + text.len();
        let row: BTreeMap<String, TableCell> = match serde_json::from_str(text) {
            Ok(row) => row,
            Err(error) => {
                self.findings.push(not_json(self.source, span, &error));
                return;
            }
        };
        if self.records.is_empty() {
            let names: Vec<String> = row.keys().cloned().collect();
            let here = diagnostic::Place::new(self.source, span.clone());
            let found = match_names(&names, &here, self.columns, self.findings);
            self.names = names.into_iter().zip(found).collect();
        }
        let mut cells = vec![None; self.columns.len()];
        for (name, cell) in row {
            let at = *self.names.entry(name).or_insert_with_key(|name| column_of(name, self.columns));
            if let Some(at) = at {
                cells[at] = Some(cell);
            }
        }
        self.records.push(Record { cells, span });
    }
}

/// Sorts the lines and puts headings over their groups.
fn arrange(file: &RowFile, columns: &[Leaf], place: &Place<'_>, lines: &mut Vec<Line>, findings: &mut Vec<Finding>) {
    let known: Vec<&str> = columns.iter().map(|column| column.id.as_str()).collect();
    let mut find = |name: &str, below: String| {
        let at = columns.iter().position(|column| column.id == name);
        if at.is_none() {
            findings.push(
                Finding::error(
                    "bang/cot-khong-biet",
                    msg!("bảng không có cột \"{name}\"", "the table has no column \"{name}\""),
                )
                .at(place.at(&below))
                .one_of(name, &known),
            );
        }
        at
    };
    let keys: Vec<(usize, bool)> = file
        .sort
        .iter()
        .enumerate()
        .filter_map(|(index, name)| {
            let (name, down) = name.strip_prefix('-').map_or((name.as_str(), false), |name| (name, true));
            Some((find(name, format!("/data/sort/{index}"))?, down))
        })
        .collect();
    lines.sort_by(|a, b| {
        let by = |(at, down): &(usize, bool)| {
            let order = order(&a.cells[*at], &b.cells[*at]);
            if *down { order.reverse() } else { order }
        };
        keys.iter().map(by).find(|order| *order != Ordering::Equal).unwrap_or(Ordering::Equal)
    });
    let group = file.group_by.as_deref().and_then(|name| find(name, "/data/group_by".to_owned()));
    if let Some(group) = group {
        *lines = grouped(std::mem::take(lines), group, file.subtotals);
    }
}

/// Numbers by their value, words by the Vietnamese alphabet without regard to case, blank cells last.
fn order(a: &Cell, b: &Cell) -> Ordering {
    match (&a.value, &b.value) {
        (Some(Value::Number { value: a, .. }), Some(Value::Number { value: b, .. })) => a.cmp(b),
        (Some(Value::Word(a)), Some(Value::Word(b))) => crate::vietnamese::collate::compare(a, b),
        (a, b) => rank(a).cmp(&rank(b)),
    }
}

fn rank(value: &Option<Value>) -> u8 {
    match value {
        Some(Value::Number { .. }) => 0,
        Some(Value::Word(_)) => 1,
        Some(Value::Absent) | None => 2,
    }
}

/// A heading before the lines of each value of a column, in the order in which the values come first.
fn grouped(lines: Vec<Line>, column: usize, subtotals: bool) -> Vec<Line> {
    let mut groups: Vec<(String, Vec<Line>)> = Vec::new();
    let mut index: BTreeMap<String, usize> = BTreeMap::new();
    for mut line in lines {
        let name = line.cells[column].value.take().map_or(String::new(), |value| value.text().to_owned());
        let at = *index.entry(name.clone()).or_insert_with(|| {
            groups.push((name, Vec::new()));
            groups.len() - 1
        });
        groups[at].1.push(line);
    }
    let mut all = Vec::new();
    for (number, (name, lines)) in groups.into_iter().enumerate() {
        let origin = lines.first().map_or(Origin::Computed, |line| line.origin.clone());
        let count = lines.first().map_or(0, |line| line.cells.len());
        all.push(Line {
            kind: if subtotals { LineKind::Subtotal } else { LineKind::Group },
            label: Some(name),
            code: Some(crate::vietnamese::enumeration::roman(number + 1)),
            look: RowLook::Bold,
            cells: vec![Cell::default(); count],
            id: None,
            formula: None,
            origin,
        });
        all.extend(lines);
    }
    all
}
