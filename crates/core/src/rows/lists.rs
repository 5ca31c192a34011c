//! The list of rows in a file of JSON: the file itself, or a list below a key of it, as portals answer.

use std::sync::Arc;

use serde_json::Value;
use serde_json::value::RawValue;

use super::Around;
use super::json::{Fields, span_of};
use crate::diagnostic::{Finding, Place, Source};
use crate::report::{pointer_name, pointer_part};
use crate::{kinds, msg};

/// Fields beside a list that are called so say how many rows there are, whatever letters and signs they are written in.
const COUNTS: &[&str] = &[
    "total",
    "totalcount",
    "totalrecords",
    "totalrecord",
    "totalelements",
    "totalitems",
    "totalrows",
    "recordstotal",
    "recordcount",
    "rowcount",
    "tongsobanghi",
    "tongbanghi",
    "sobanghi",
    "tongsodong",
];

/// So many fields of an object beside a list are looked at, and texts of so many bytes.
const MOST_BESIDE: usize = 64;
const MOST_OF_WORDS: usize = 400;

/// Objects inside of each other are looked through so deep.
const DEEPEST: usize = 8;

/// A list of rows.
pub(super) struct List<'t> {
    /// Its JSON pointer.
    pub(super) pointer: String,
    pub(super) rows: Vec<&'t RawValue>,
    /// The texts and numbers that stand beside it.
    pub(super) around: Vec<Around>,
}

/// A field on the way: the pointer of its object, its name and its value.
type Field<'t> = (String, String, &'t RawValue);

/// Whether an object holds a list of objects.
pub(super) fn is_inside(object: &str) -> bool {
    let found = serde_json::from_str::<&RawValue>(object).ok().and_then(|object| below(object));
    found.is_some_and(|(lists, _)| lists.iter().any(|list| !list.rows.is_empty()))
}

/// The list of a text that is JSON: the text itself, or of the lists of objects that are nearest below it the longest.
/// What is left out is told.
pub(super) fn find<'t>(source: &'t Arc<Source>, text: &'t str, findings: &mut Vec<Finding>) -> Option<List<'t>> {
    if let Ok(rows) = serde_json::from_str(text) {
        return Some(List { pointer: String::new(), rows, around: Vec::new() });
    }
    let (lists, beside) = below(serde_json::from_str(text).ok()?)?;
    // Of those that are as long the first.
    let at = (0..lists.len()).rev().max_by_key(|at| lists[*at].rows.len())?;
    let place = |raw: &RawValue, pointer: String| Place::json(source, span_of(raw, source), pointer);
    let mut left: Vec<(Place, String)> = Vec::new();
    let mut list = None;
    for (index, (of, raw)) in lists.into_iter().zip(beside.lists).enumerate() {
        if index == at {
            list = Some(of);
        } else {
            left.push((place(raw, of.pointer.clone()), of.pointer));
        }
    }
    let mut list = list?;
    for (above, name, raw) in beside.fields {
        let pointer = format!("{above}/{}", pointer_part(&name));
        list.around.extend(words_of(&name, raw).into_iter().map(|(key, raw, words)| {
            let at = if key == name { pointer.clone() } else { format!("{pointer}/{}", pointer_part(&key)) };
            Around { cell: None, key: Some(key), words, place: place(raw, at) }
        }));
        let plain: String = name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
        let count = raw.get().parse::<usize>().ok().filter(|_| COUNTS.contains(&plain.as_str()));
        match count {
            Some(count) if count > list.rows.len() => {
                let (rows, at) = (list.rows.len(), list.pointer.as_str());
                findings.push(
                    kinds::data_files::PART_OF_LIST
                        .finding(msg!(
                            "tệp báo có {count} bản ghi nhưng danh sách {at} chỉ có {rows}",
                            "the file says that there are {count} records, and the list {at} has {rows}"
                        ))
                        .at(place(raw, pointer))
                        .found(raw.get())
                        .hint(msg!(
                            "có thể đây là một trang trong nhiều trang: lấy mọi trang rồi chuyển cùng lúc",
                            "perhaps it is one page of several: fetch all of them and import them together"
                        )),
                );
            }
            Some(_) => {}
            None => left.push((place(raw, pointer.clone()), pointer)),
        }
    }
    left.sort_by(|(one, _), (other, _)| one.order(other));
    let mut left = left.into_iter();
    if let Some((first, name)) = left.next() {
        let at = list.pointer.as_str();
        let finding = kinds::data_files::OUTSIDE
            .finding(msg!(
                "trường này nằm ngoài danh sách {at}, nơi lấy các dòng",
                "this field is no part of the list {at}, which the rows are taken from"
            ))
            .at(first)
            .found(name);
        findings.push(left.fold(finding, |finding, (place, name)| finding.also(place, name)));
    }
    Some(list)
}

/// The texts and numbers of a field, addresses apart: its own, or those of the object that it holds.
fn words_of<'t>(name: &str, raw: &'t RawValue) -> Vec<(String, &'t RawValue, String)> {
    let words = |name: String, raw: &'t RawValue| {
        let words = match serde_json::from_str::<Value>(raw.get()).ok()? {
            Value::String(text) => text,
            Value::Number(number) => number.to_string(),
            _ => return None,
        };
        (words.len() <= MOST_OF_WORDS && !words.contains("://")).then_some((name, raw, words))
    };
    match serde_json::from_str::<Fields<'t>>(raw.get()) {
        Ok(Fields(of)) => of.into_iter().filter_map(|(name, raw)| words(name, raw)).take(MOST_BESIDE).collect(),
        Err(_) => words(name.to_owned(), raw).into_iter().collect(),
    }
}

/// What stands beside lists: they themselves as they are written, and other fields.
struct Beside<'t> {
    lists: Vec<&'t RawValue>,
    fields: Vec<Field<'t>>,
}

/// The lists of objects that are nearest below an object, and what stands beside them; nothing where it has none.
fn below(object: &RawValue) -> Option<(Vec<List<'_>>, Beside<'_>)> {
    let mut objects: Vec<(String, &RawValue)> = vec![(String::new(), object)];
    let mut fields: Vec<Field<'_>> = Vec::new();
    for _ in 0..DEEPEST {
        let (mut lists, mut written) = (Vec::new(), Vec::new());
        let mut next = Vec::new();
        for (pointer, object) in objects {
            let Ok(Fields(of)) = serde_json::from_str::<Fields<'_>>(object.get()) else { continue };
            for (name, raw) in of {
                let at = format!("{pointer}/{}", pointer_part(&name));
                let first = raw.get().bytes().next();
                match serde_json::from_str::<Vec<&RawValue>>(raw.get()) {
                    Ok(rows) if rows.first().is_none_or(|row| row.get().starts_with('{')) => {
                        lists.push(List { pointer: at, rows, around: Vec::new() });
                        written.push(raw);
                    }
                    _ if first == Some(b'{') => next.push((at, raw)),
                    _ => fields.push((pointer.clone(), name, raw)),
                }
            }
        }
        if !lists.is_empty() {
            let aside = next.into_iter().filter_map(|(at, raw)| {
                let (above, name) = at.rsplit_once('/')?;
                Some((above.to_owned(), pointer_name(name).into_owned(), raw))
            });
            fields.extend(aside);
            return Some((lists, Beside { lists: written, fields }));
        }
        if next.is_empty() {
            return None;
        }
        objects = next;
    }
    None
}
