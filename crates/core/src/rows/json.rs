//! NDJSON and JSON: an object for each row.

use std::collections::{HashMap, HashSet};
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use baocao_vietnamese::encoding::{composed, nfc};
use baocao_vietnamese::number::has_room;
use rust_decimal::Decimal;
use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::stored::{NoText, Stored, Text};
use super::{Form, Given, Sheet, bounds, lists};
use crate::diagnostic::{Finding, Message, Place, Source};
use crate::limits::Limits;
use crate::report::{json_mistake, pointer_name};
use crate::{kinds, msg};

/// Whether a text begins as JSON does, and how its rows stand in it.
pub(super) fn form(text: &str) -> Option<Form> {
    let mut letters = text.chars().filter(|c| !c.is_whitespace());
    match (letters.next(), letters.next()) {
        (Some('['), Some('{' | '[' | ']' | '"') | None) => Some(Form::List),
        (Some('{'), Some('"' | '}') | None) => {
            let (first, others) = text.trim_start().split_once('\n').unwrap_or((text.trim(), ""));
            let is_whole = serde_json::from_str::<&RawValue>(first).is_ok();
            // An object over several lines, or the only one, may hold the list of rows.
            let is_one = match is_whole {
                true => others.trim().is_empty() && lists::is_inside(first),
                false => serde_json::from_str::<&RawValue>(text).is_ok(),
            };
            Some(if is_one { Form::List } else { Form::Lines })
        }
        _ => None,
    }
}

/// Whether the beginning of a file shows that there is an object on each line: it has several lines, and the first is one.
pub(super) fn is_sure(head: &str) -> bool {
    let lines = head.trim_start().split_once('\n');
    lines.is_some_and(|(first, others)| serde_json::from_str::<&RawValue>(first).is_ok() && !others.trim().is_empty())
}

/// Reads a file with an object on each line. Lines that are broken are passed over and told once; where the last one is,
/// the file was cut short.
pub(super) fn lines(
    mut text: Text,
    name: &str,
    limits: &Limits,
    findings: &mut Vec<Finding>,
) -> Result<Option<Sheet>, NoText> {
    let mut reader = Reader::new(&Source::new(name, ""), Form::Lines, limits);
    let mut broken = Broken::default();
    let (mut number, mut bytes) = (0, Vec::new());
    while let Some(begins) = text.line(&mut bytes)? {
        number += 1;
        if bytes.len() > Limits::ROW_BYTES {
            findings.push(bounds::row_too_long(&reader.sheet.source, number));
            return Ok(None);
        }
        let line = std::str::from_utf8(&bytes).map_err(|_| NoText)?;
        let line = line.strip_suffix('\n').unwrap_or(line);
        // Files that were put one behind the other may each begin with a mark.
        let unmarked = line.trim_start_matches('\u{feff}');
        let (begins, length) = (begins + line.len() - unmarked.len(), unmarked.len());
        let line = composed(unmarked);
        if line.trim().is_empty() {
            continue;
        }
        broken.goes_on();
        let lead = line.len() - line.trim_start().len();
        let span = lead..lead + line.trim().len();
        let whole = begins..begins + length;
        let is_json = serde_json::from_str::<&RawValue>(&line[span.clone()]).is_ok();
        let source = || Source::part(name, line.to_string(), number, begins);
        match (!is_json).then(|| json_mistake(&source(), span.clone())).flatten() {
            None => {
                if reader.row(&line, span, &whole, number, findings).is_none() {
                    return Ok(None);
                }
            }
            Some(finding) => broken.add(finding, || (source(), span)),
        }
    }
    if let Some(finding) = broken.last {
        findings.push(finding);
        return Ok(None);
    }
    let sheet = reader.done(Some(text.stored()), findings);
    findings.extend(broken.finding());
    Ok(Some(sheet))
}

/// Lines that are no JSON.
#[derive(Default)]
struct Broken {
    count: usize,
    /// What is told of all of them but the last.
    told: Option<Finding>,
    /// What is wrong with the last one, as long as no line follows.
    last: Option<Finding>,
    place: Option<(Arc<Source>, Range<usize>)>,
}

impl Broken {
    fn add(&mut self, wrong: Finding, place: impl FnOnce() -> (Arc<Source>, Range<usize>)) {
        self.last = Some(wrong);
        self.place = Some(place());
    }

    /// Another line follows.
    fn goes_on(&mut self) {
        self.last = None;
        let Some((source, span)) = self.place.take() else { return };
        self.count += 1;
        let shown = source.text[span.clone()].to_owned();
        let place = || Place::new(&source, span);
        self.told = Some(match self.told.take() {
            Some(finding) => finding.also_at(place, shown),
            None => kinds::data_files::BROKEN_LINES
                .finding(self.message())
                .at(place())
                .found(shown)
                .hint(msg!("xuất lại tệp, hoặc sửa các dòng này", "export the file again, or mend these lines")),
        });
    }

    fn message(&self) -> Message {
        let count = self.count;
        msg!("bỏ qua {count} dòng không phải JSON hợp lệ", "passed over {count} lines that are no valid JSON")
    }

    fn finding(self) -> Option<Finding> {
        let message = self.message();
        self.told.map(|told| Finding { message, ..told })
    }
}

/// Reads a file that is a list of objects, or has one below a key.
pub(super) fn list(source: &Arc<Source>, limits: &Limits, findings: &mut Vec<Finding>) -> Option<Sheet> {
    let text = source.text.trim_end();
    let start = text.len() - text.trim_start().len();
    if let Some(finding) = json_mistake(source, start..text.len()) {
        findings.push(finding);
        return None;
    }
    let Some(list) = lists::find(source, text, findings) else {
        findings.push(
            kinds::data_files::NOT_A_LIST
                .finding(msg!("tệp không có danh sách đối tượng nào", "the file has no list of objects"))
                .at(Place::new(source, start..start + 1))
                .expected(msg!("[{{\"cột\": giá trị}}, ...]", "[{{\"column\": value}}, ...]")),
        );
        return None;
    };
    let mut reader = Reader::new(source, Form::List, limits);
    (reader.sheet.pointer, reader.sheet.around) = (list.pointer, list.around);
    for (index, row) in list.rows.into_iter().enumerate() {
        let span = span_of(row, source);
        reader.row(&source.text, span.clone(), &span, index + 1, findings)?;
    }
    Some(reader.done(None, findings))
}

/// Where a raw value stands. Its text is a part of the file's text: the difference of their addresses is where.
pub(super) fn span_of(raw: &RawValue, source: &Source) -> Range<usize> {
    let start = raw.get().as_ptr().addr() - source.text.as_ptr().addr();
    start..start + raw.get().len()
}

/// Where the name before a value stands; the value where the name is written with escapes.
pub(super) fn key_of(name: &str, value: &Range<usize>, text: &str) -> Range<usize> {
    let before = text[..value.start].trim_end().trim_end_matches(':').trim_end();
    let quoted = format!("\"{name}\"");
    if before.ends_with(&quoted) { before.len() - quoted.len()..before.len() } else { value.clone() }
}

/// The fields of an object in order.
pub(super) struct Fields<'a>(pub(super) Vec<(String, &'a RawValue)>);

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
pub(super) type Key = (String, usize);

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

/// A key that an object inside of a value has twice, with its second value. Objects deeper than any reader of JSON goes are
/// not looked at.
fn twice(value: &RawValue) -> Option<(String, &RawValue)> {
    let mut left = vec![(value, 0)];
    while let Some((value, depth)) = left.pop() {
        let below: Vec<&RawValue> = match value.get().as_bytes().first() {
            Some(b'{') => {
                let fields = serde_json::from_str::<Fields<'_>>(value.get()).ok()?;
                let (mut seen, mut below) = (HashSet::new(), Vec::new());
                for (name, raw) in fields.0 {
                    let name = nfc(&name);
                    if seen.contains(&name) {
                        return Some((name, raw));
                    }
                    seen.insert(name);
                    below.push(raw);
                }
                below
            }
            Some(b'[') => serde_json::from_str(value.get()).unwrap_or_default(),
            _ => continue,
        };
        if depth < DEEPEST {
            left.extend(below.into_iter().map(|value| (value, depth + 1)));
        }
    }
    None
}

struct Reader {
    sheet: Sheet,
    count: bounds::Count,
    /// What is told of rows that are no objects.
    strange: Option<Finding>,
    /// What is told of keys that stand twice in an object.
    twice: Option<Finding>,
}

impl Reader {
    fn new(source: &Arc<Source>, form: Form, limits: &Limits) -> Self {
        let mut sheet = Sheet::new(source, String::new(), form);
        sheet.cells.reach(0, 0);
        Self { sheet, count: bounds::Count::new(limits), strange: None, twice: None }
    }

    /// Reads an object, which is a part of a text: the whole file, or the line of it that begins at a byte. Nothing where
    /// that is too much.
    fn row(
        &mut self,
        text: &str,
        span: Range<usize>,
        whole: &Range<usize>,
        line: usize,
        findings: &mut Vec<Finding>,
    ) -> Option<()> {
        let in_lines = self.sheet.form == Form::Lines;
        let source = Arc::clone(&self.sheet.source);
        let place = |span| {
            let part = in_lines.then(|| Source::part(&source.name, text.to_owned(), line, whole.start));
            Place::new(part.as_ref().unwrap_or(&source), span)
        };
        let Ok(fields) = serde_json::from_str::<Fields<'_>>(&text[span.clone()]) else {
            self.strange = Some(match self.strange.take() {
                Some(finding) => finding.also_at(|| place(span.clone()), &text[span.clone()]),
                None => kinds::data_files::NOT_AN_OBJECT
                    .finding(msg!("dòng này không phải một đối tượng", "this row is no object"))
                    .at(place(span))
                    .expected(msg!("{{\"cột\": giá trị}}", "{{\"column\": value}}")),
            });
            return Some(());
        };
        let row = self.sheet.height();
        let mut width = 0;
        for (key, raw) in keyed(fields) {
            let again = (key.1 > 0).then(|| (key.0.clone(), raw)).or_else(|| twice(raw));
            if let Some((name, value)) = again {
                let begin = value.get().as_ptr().addr() - text.as_ptr().addr();
                let key = || place(key_of(&name, &(begin..begin + value.get().len()), text));
                self.twice = Some(key_twice(self.twice.take(), &name, key));
            }
            let sheet = &mut self.sheet;
            let next = sheet.keys.len();
            let column = *sheet.keys.entry(key).or_insert_with_key(|(name, _)| {
                sheet.cells.put(0, next, Given::Text(name.clone()));
                sheet.first.push(row);
                next
            });
            width = width.max(column + 1);
            let written = raw.get();
            let begin = written.as_ptr().addr() - text.as_ptr().addr();
            let place = || in_lines.then_some(begin..begin + written.len());
            self.sheet.write((row, column), written, || given(written), place);
        }
        self.sheet.cells.reach(row, width);
        if let Err(finding) = self.count.add(row, width) {
            findings.push(finding.at(place(span)));
            return None;
        }
        self.sheet.lines.set(row, whole, line);
        Some(())
    }

    fn done(mut self, stored: Option<Stored>, findings: &mut Vec<Finding>) -> Sheet {
        findings.extend(self.strange);
        findings.extend(self.twice);
        self.sheet.cells.close();
        self.sheet.stored = stored.map(Arc::new);
        self.sheet
    }
}

/// What is told of a key that stands twice in an object, and of those before it.
fn key_twice(known: Option<Finding>, name: &str, place: impl FnOnce() -> Place) -> Finding {
    match known {
        Some(finding) => finding.also_at(place, name),
        None => kinds::input::KEY_TWICE
            .finding(msg!("khóa \"{name}\" có hai lần", "the key \"{name}\" is given twice"))
            .at(place())
            .hint(msg!("giữ lại một", "keep one of them")),
    }
}

/// A value of JSON with what stands in it; numbers keep all their digits.
#[derive(Debug, Clone)]
pub struct Json {
    /// The value; of an object or a list its text.
    pub given: Given,
    /// What it holds, by keys or by places from 0.
    pub parts: Vec<(String, Self)>,
    /// Whether it is an object.
    pub is_object: bool,
}

impl Json {
    /// Reads a text of JSON; nothing for what is none, or is nested too deep.
    pub fn read(text: &str) -> Option<Self> {
        serde_json::from_str::<&RawValue>(text).ok().and_then(|raw| Self::of(raw, DEEPEST))
    }

    fn of(raw: &RawValue, depth: usize) -> Option<Self> {
        let depth = depth.checked_sub(1)?;
        let (is_object, below) = match raw.get().as_bytes().first() {
            Some(b'{') => (true, serde_json::from_str::<Fields<'_>>(raw.get()).ok()?.0),
            Some(b'[') => {
                let list: Vec<&RawValue> = serde_json::from_str(raw.get()).ok()?;
                (false, list.into_iter().enumerate().map(|(at, raw)| (at.to_string(), raw)).collect())
            }
            _ => (false, Vec::new()),
        };
        let parts = below.into_iter().map(|(name, raw)| Some((name, Self::of(raw, depth)?))).collect::<Option<_>>()?;
        Some(Self { given: given(raw.get()), parts, is_object })
    }

    /// What a JSON pointer (RFC 6901) names; of keys that stand twice the last.
    pub fn pointer(&self, pointer: &str) -> Option<&Self> {
        let parts = pointer.split('/').skip(1).map(pointer_name);
        parts
            .into_iter()
            .try_fold(self, |at, part| at.parts.iter().rev().find(|(name, _)| *name == part).map(|(_, value)| value))
    }
}

/// Values are nested no deeper than any reader of JSON goes.
const DEEPEST: usize = 128;

/// What a value of JSON is.
pub(super) fn given(json: &str) -> Given {
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

/// Where the values of an object stand in a text, by their columns.
pub(super) fn values(
    columns: &HashMap<Key, usize>,
    source: &Source,
    object: Range<usize>,
) -> Vec<Option<Range<usize>>> {
    let mut values = vec![None; columns.len()];
    let fields = serde_json::from_str::<Fields<'_>>(source.text.get(object).unwrap_or_default());
    for (key, raw) in fields.into_iter().flat_map(keyed) {
        if let Some(value) = columns.get(&key).and_then(|column| values.get_mut(*column)) {
            *value = Some(span_of(raw, source));
        }
    }
    values
}
