//! NDJSON and JSON: an object for each row.

use std::collections::BTreeMap;
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use baocao_vietnamese::number::MOST_DIGITS;
use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::{Record, Rows, names};
use crate::diagnostic::{Finding, Locator, Place, Source};
use crate::report::{TableCell, json_mistake};
use crate::table::columns::Leaf;
use crate::{kinds, msg};

/// Reads a file with an object on each line.
pub(super) fn lines(source: &Arc<Source>, columns: &[Leaf], rows: &mut Rows, findings: &mut Vec<Finding>) {
    let mut reader = Reader { source, columns, rows, findings, names: BTreeMap::new() };
    let mut start = 0;
    for line in source.text.split_inclusive('\n') {
        let begins = start + line.len() - line.trim_start().len();
        start += line.len();
        let span = begins..begins + line.trim().len();
        if span.is_empty() || !reader.rows.wants() {
            continue;
        }
        match json_mistake(source, span.clone()) {
            Some(finding) => reader.findings.push(finding),
            None => reader.row(span),
        }
    }
    reader.tell_missing();
}

/// Reads a file that is a list of objects.
pub(super) fn list(source: &Arc<Source>, columns: &[Leaf], rows: &mut Rows, findings: &mut Vec<Finding>) {
    let text = source.text.trim_end();
    let start = text.len() - text.trim_start().len();
    if let Some(finding) = json_mistake(source, start..text.len()) {
        findings.push(finding);
        return;
    }
    let Ok(list) = serde_json::from_str::<Vec<&RawValue>>(text) else {
        findings.push(
            kinds::data_files::NOT_A_LIST
                .finding(msg!("tệp không phải một danh sách", "the file is no list"))
                .at(Place::new(source, start..start + 1))
                .expected(msg!("[{{\"cột\": giá trị}}, ...]", "[{{\"column\": value}}, ...]")),
        );
        return;
    };
    let mut reader = Reader { source, columns, rows, findings, names: BTreeMap::new() };
    for row in list {
        if reader.rows.wants() {
            reader.row(span_of(row, source));
        }
    }
    reader.tell_missing();
}

/// Where a raw value stands. Its text is a part of the file's text: the difference of their addresses is where.
fn span_of(raw: &RawValue, source: &Source) -> Range<usize> {
    let start = raw.get().as_ptr().addr() - source.text.as_ptr().addr();
    start..start + raw.get().len()
}

/// Where the name before a value stands; the value where the name is written with escapes.
fn key_of(name: &str, value: &Range<usize>, source: &Source) -> Range<usize> {
    let before = source.text[..value.start].trim_end().trim_end_matches(':').trim_end();
    let quoted = format!("\"{name}\"");
    if before.ends_with(&quoted) { before.len() - quoted.len()..before.len() } else { value.clone() }
}

/// The fields of an object in order.
struct Fields<'a>(Vec<(String, &'a RawValue)>);

impl<'de: 'a, 'a> Deserialize<'de> for Fields<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Read;
        impl<'de> Visitor<'de> for Read {
            type Value = Fields<'de>;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("an object")
            }

            fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Self::Value, M::Error> {
                let mut fields = Vec::new();
                while let Some(field) = map.next_entry()? {
                    fields.push(field);
                }
                Ok(Fields(fields))
            }
        }
        deserializer.deserialize_map(Read)
    }
}

struct Reader<'a, 'f> {
    source: &'a Arc<Source>,
    columns: &'a [Leaf],
    rows: &'f mut Rows,
    findings: &'f mut Vec<Finding>,
    /// Names that were met: one that means no column is told of once.
    names: BTreeMap<String, Option<usize>>,
}

impl Reader<'_, '_> {
    fn row(&mut self, span: Range<usize>) {
        let source = self.source;
        let place = |span: Range<usize>| Place::new(source, span);
        let Ok(Fields(fields)) = serde_json::from_str(&source.text[span.clone()]) else {
            self.findings.push(
                kinds::data_files::NOT_AN_OBJECT
                    .finding(msg!("dòng này không phải một đối tượng", "this row is no object"))
                    .at(place(span))
                    .expected(msg!("{{\"cột\": giá trị}}", "{{\"column\": value}}")),
            );
            return;
        };
        let mut cells = vec![None; self.columns.len()];
        for (name, raw) in fields {
            let here = span_of(raw, source);
            let column = match self.names.get(&name) {
                Some(column) => *column,
                None => {
                    let column = names::column_of(&name, self.columns);
                    if column.is_none() {
                        self.findings.push(names::not_used(&name, place(key_of(&name, &here, source))));
                    }
                    self.names.insert(name.clone(), column);
                    column
                }
            };
            let Some(column) = column else { continue };
            if cells[column].is_some() {
                self.findings.push(names::twice(&name, &self.columns[column], place(here)));
                continue;
            }
            match serde_json::from_str::<TableCell>(raw.get()) {
                Ok(cell) => cells[column] = Some((cell, text(here))),
                Err(_) => self.findings.push(wrong_cell(raw.get()).at(place(here))),
            }
        }
        self.rows.records.push(Record { cells, at: text(span) });
    }

    /// Columns that no row speaks of: a row may leave out what it has nothing for.
    fn tell_missing(&mut self) {
        let Some(first) = self.rows.records.first() else { return };
        let names: Vec<&str> = self.names.keys().map(String::as_str).collect();
        for (at, column) in self.columns.iter().enumerate().filter(|(_, column)| column.is_given()) {
            if !self.names.values().any(|found| *found == Some(at)) {
                self.findings.push(names::missing(column, &names, Place::of(self.source, first.at.clone())));
            }
        }
    }
}

/// A part of the file.
fn text(span: Range<usize>) -> Locator {
    Locator::Text { span, pointer: None }
}

fn wrong_cell(found: &str) -> Finding {
    if found.starts_with(|c: char| c == '-' || c.is_ascii_digit()) {
        return kinds::input::NUMBER_TOO_LARGE
            .finding(msg!("số này quá lớn hoặc quá dài", "this number is too large or too long"))
            .found(found)
            .expected(msg!(
                "không quá {MOST_DIGITS} chữ số, kể cả phần thập phân",
                "at most {MOST_DIGITS} digits, decimals included"
            ));
    }
    kinds::input::WRONG_TYPE.finding(msg!("giá trị này sai kiểu", "this value is of the wrong type"))
        .found(found)
        .expected(msg!(
            "số, chuỗi \"...\", null, hoặc {{ \"text\": \"...\" }}, {{ \"value\": ... }}, {{ \"figure\": \"...\" }}",
            "a number, a text \"...\", null, or {{ \"text\": \"...\" }}, {{ \"value\": ... }}, {{ \"figure\": \"...\" }}"
        ))
}
