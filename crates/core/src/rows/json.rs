//! NDJSON and JSON: an object for each row.

use std::collections::HashMap;
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use baocao_vietnamese::encoding::nfc;
use baocao_vietnamese::number::has_room;
use rust_decimal::Decimal;
use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::{Form, Given, Row, Sheet, bounds};
use crate::diagnostic::{Finding, Locator, Place, Source};
use crate::limits::Limits;
use crate::report::{json_mistake, pointer_part};
use crate::{kinds, msg};

/// Whether a text begins as JSON does, and how its rows stand in it.
pub(super) fn form(text: &str) -> Option<Form> {
    let mut letters = text.chars().filter(|c| !c.is_whitespace());
    match (letters.next(), letters.next()) {
        (Some('['), Some('{' | '[' | ']' | '"') | None) => Some(Form::List),
        (Some('{'), Some('"' | '}') | None) => {
            let first = text.trim_start().lines().next().unwrap_or_default();
            let is_whole = serde_json::from_str::<&RawValue>(first).is_ok();
            let is_one = !is_whole && serde_json::from_str::<&RawValue>(text).is_ok();
            Some(if is_one { Form::List } else { Form::Lines })
        }
        _ => None,
    }
}

/// Reads a file with an object on each line. Lines that are broken are passed over and told once; where the last one is,
/// the file was cut short.
pub(super) fn lines(source: &Arc<Source>, limits: &Limits, findings: &mut Vec<Finding>) -> Option<Sheet> {
    let mut reader = Reader::new(source, Form::Lines, limits);
    let mut broken: Vec<Range<usize>> = Vec::new();
    let mut start = 0;
    let end = source.text.trim_end().len();
    for line in source.text.split_inclusive('\n') {
        let begins = start + line.len() - line.trim_start().len();
        start += line.len();
        let span = begins..begins + line.trim().len();
        if span.is_empty() {
            continue;
        }
        let is_json = serde_json::from_str::<&RawValue>(&source.text[span.clone()]).is_ok();
        match (!is_json).then(|| json_mistake(source, span.clone())).flatten() {
            None => reader.row(span, findings)?,
            Some(_) if span.end < end => broken.push(span),
            Some(finding) => {
                findings.push(finding);
                return None;
            }
        }
    }
    if let Some((first, others)) = broken.split_first() {
        let count = broken.len();
        let shown = |span: &Range<usize>| &source.text[span.clone()];
        let finding = kinds::data_files::BROKEN_LINES
            .finding(msg!(
                "bỏ qua {count} dòng không phải JSON hợp lệ",
                "passed over {count} lines that are no valid JSON"
            ))
            .at(Place::new(source, first.clone()))
            .found(shown(first))
            .hint(msg!("xuất lại tệp, hoặc sửa các dòng này", "export the file again, or mend these lines"));
        findings.push(
            others.iter().fold(finding, |finding, span| finding.also(Place::new(source, span.clone()), shown(span))),
        );
    }
    Some(reader.done())
}

/// Reads a file that is a list of objects.
pub(super) fn list(source: &Arc<Source>, limits: &Limits, findings: &mut Vec<Finding>) -> Option<Sheet> {
    let text = source.text.trim_end();
    let start = text.len() - text.trim_start().len();
    if let Some(finding) = json_mistake(source, start..text.len()) {
        findings.push(finding);
        return None;
    }
    let Ok(list) = serde_json::from_str::<Vec<&RawValue>>(text) else {
        findings.push(
            kinds::data_files::NOT_A_LIST
                .finding(msg!("tệp không phải một danh sách", "the file is no list"))
                .at(Place::new(source, start..start + 1))
                .expected(msg!("[{{\"cột\": giá trị}}, ...]", "[{{\"column\": value}}, ...]")),
        );
        return None;
    };
    let mut reader = Reader::new(source, Form::List, limits);
    for row in list {
        reader.row(span_of(row, source), findings)?;
    }
    Some(reader.done())
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

/// A key, and how often it was met before in its object.
type Key = (String, usize);

/// The keys of an object with their values, in order.
fn keyed(fields: Fields<'_>) -> impl Iterator<Item = (Key, &RawValue)> {
    let mut seen: HashMap<String, usize> = HashMap::new();
    fields.0.into_iter().map(move |(name, raw)| {
        let name = nfc(&name);
        let times = seen.entry(name.clone()).or_insert(0);
        *times += 1;
        ((name, *times - 1), raw)
    })
}

struct Reader<'a> {
    sheet: Sheet,
    columns: HashMap<Key, usize>,
    count: bounds::Count,
    source: &'a Arc<Source>,
}

impl<'a> Reader<'a> {
    fn new(source: &'a Arc<Source>, form: Form, limits: &Limits) -> Self {
        let mut sheet = Sheet::new(source, String::new(), form);
        sheet.rows.push(Row::default());
        Self { sheet, columns: HashMap::new(), count: bounds::Count::new(limits), source }
    }

    /// Reads an object; nothing where it cannot be one of a table.
    fn row(&mut self, span: Range<usize>, findings: &mut Vec<Finding>) -> Option<()> {
        let source = self.source;
        let Ok(fields) = serde_json::from_str::<Fields<'_>>(&source.text[span.clone()]) else {
            findings.push(
                kinds::data_files::NOT_AN_OBJECT
                    .finding(msg!("dòng này không phải một đối tượng", "this row is no object"))
                    .at(Place::new(source, span))
                    .expected(msg!("{{\"cột\": giá trị}}", "{{\"column\": value}}")),
            );
            return Some(());
        };
        let mut cells = Vec::new();
        for (key, raw) in keyed(fields) {
            let next = self.columns.len();
            let column = *self.columns.entry(key).or_insert_with_key(|(name, _)| {
                self.sheet.keys.push(key_of(name, &span_of(raw, source), source));
                self.sheet.rows[0].cells.push(Given::Text(name.clone()));
                next
            });
            if cells.len() <= column {
                cells.resize(column + 1, Given::Blank);
            }
            cells[column] = given(raw.get());
        }
        if let Err(finding) = self.count.add(self.sheet.rows.len(), cells.len()) {
            findings.push(finding.at(Place::new(source, span)));
            return None;
        }
        self.sheet.rows.push(Row { cells, span });
        Some(())
    }

    fn done(self) -> Sheet {
        self.sheet
    }
}

/// What a value of JSON is.
fn given(json: &str) -> Given {
    let json = json.trim();
    match json.as_bytes().first() {
        Some(b'"') => serde_json::from_str::<String>(json).map_or(Given::Blank, |text| Given::Text(nfc(&text))),
        Some(b'n') | None => Given::Blank,
        Some(b't' | b'f') => Given::Bool(json == "true"),
        Some(b'{' | b'[') => Given::Json(json.to_owned()),
        Some(_) => {
            let scientific = json.contains(['e', 'E']);
            let value = if scientific { Decimal::from_scientific(json) } else { Decimal::from_str_exact(json) };
            // What is too large to compute with is told where a number is wanted.
            value.ok().filter(|value| has_room(*value)).map_or_else(|| Given::Json(json.to_owned()), Given::Number)
        }
    }
}

/// Where a cell stands: the key of a column in the first row, otherwise the value of the key in the object of the row; the
/// object where it does not have that key.
pub(super) fn locator(sheet: &Sheet, row: usize, column: usize) -> Locator {
    let Some(index) = row.checked_sub(1) else {
        return Locator::Text { span: sheet.keys.get(column).cloned().unwrap_or_default(), pointer: None };
    };
    let span = sheet.rows.get(row).map(|row| row.span.clone()).unwrap_or_default();
    let above = if sheet.form == Form::List { format!("/{index}") } else { String::new() };
    let fields = serde_json::from_str::<Fields<'_>>(sheet.source.text.get(span.clone()).unwrap_or_default());
    let name = |column: usize| sheet.cell(0, column).words().unwrap_or_default();
    let times = (0..column).filter(|before| name(*before) == name(column)).count();
    let found = fields.ok().and_then(|fields| {
        keyed(fields)
            .find(|((key, nth), _)| key.trim() == name(column) && *nth == times)
            .map(|(_, raw)| span_of(raw, &sheet.source))
    });
    match found {
        Some(span) => Locator::Text { span, pointer: Some(format!("{above}/{}", pointer_part(name(column)))) },
        None => Locator::Text { span, pointer: Some(above) },
    }
}
