//! The document's fields.

use std::collections::BTreeMap;

use baocao_core::diagnostic::Finding;
use baocao_core::rows::{Given, Sheet};
use baocao_vietnamese::encoding::nfc;
use chrono::{Days, NaiveDate};
use serde_json::{Map, Value};

use super::super::fields::{self, Field, FieldKind, HEADINGS};
use super::outcome::{Outcome, twice};
use super::rows::{Found, Names, find};
use super::words::normal;

pub(super) fn read(sheets: &[&Sheet], outcome: &mut Outcome, findings: &mut Vec<Finding>) {
    let all: Vec<&Field> = fields::all().collect();
    let titles: Vec<String> = fields::GROUPS.iter().map(|group| normal(group.title)).collect();
    let names = Names::new(all.iter().map(|field| (field.pointer, field.label.to_owned())));
    let mut found: BTreeMap<usize, Vec<Found<'_>>> = BTreeMap::new();
    for sheet in sheets {
        for (index, one) in find(sheet, &names, HEADINGS[1], &HEADINGS, outcome) {
            found.entry(index).or_default().push(one);
        }
    }
    let mut values: Vec<(&Field, Value)> = Vec::new();
    for (index, mut found) in found {
        let field = all[index];
        found.retain(|one| {
            // The row of a group is merged over all columns.
            let text = one.text("\n");
            !text.is_empty() && !titles.contains(&normal(&text))
        });
        if found.len() > 1 {
            let places = found.iter().map(|one| (one.sheet.place(one.rows[0], one.column), one.text("; ")));
            findings.push(twice(field.label, places.collect()));
            continue;
        }
        let Some(one) = found.first() else { continue };
        outcome.came_from(field.pointer.to_owned(), &one.sheet.place(one.rows[0], one.column), field.label);
        values.push((field, value(field.kind, one)));
    }
    let mut parts = Value::Object(Map::new());
    for (field, value) in values {
        put(&mut parts, field.pointer, value);
    }
    let mut part = |name: &str| match parts.get_mut(name).map(Value::take) {
        Some(Value::Object(part)) => part,
        _ => Map::new(),
    };
    outcome.period = part("period");
    outcome.document = part("document");
}

/// Puts a value at its place; the parts above it are made. An entry of a list whose entries before it are left out moves
/// up.
fn put(root: &mut Value, pointer: &str, value: Value) {
    let mut here = root;
    let mut names = pointer.trim_start_matches('/').split('/').peekable();
    while let Some(name) = names.next() {
        let Some(next) = names.peek() else {
            if let Value::Object(map) = here {
                map.insert(name.to_owned(), value);
            }
            return;
        };
        let empty = if next.parse::<usize>().is_ok() { Value::Array(Vec::new()) } else { Value::Object(Map::new()) };
        here = match here {
            Value::Object(map) => map.entry(name.to_owned()).or_insert(empty),
            Value::Array(list) => {
                let index = name.parse::<usize>().unwrap_or_default().min(list.len());
                if index == list.len() {
                    list.push(empty);
                }
                &mut list[index]
            }
            _ => return,
        };
    }
}

/// What a field was given. What it cannot be stays as it was written: the report's own checks tell of it.
fn value(kind: FieldKind, found: &Found<'_>) -> Value {
    let given = found.sheet.shown(found.rows[0], found.column);
    let text = found.text("\n");
    match kind {
        FieldKind::Text => text.into(),
        FieldKind::Lines => {
            text.lines().map(str::trim).filter(|line| !line.is_empty()).map(Value::from).collect::<Vec<_>>().into()
        }
        FieldKind::Whole { .. } => match text.replace(['.', ' '], "").parse::<i64>() {
            Ok(number) => number.into(),
            Err(_) => text.into(),
        },
        FieldKind::Day => day(&given).map_or(text, |day| day.to_string()).into(),
        FieldKind::DayOrMonth => day(&given).map(|day| day.to_string()).or_else(|| month(&text)).unwrap_or(text).into(),
        FieldKind::Choice(choices) => {
            let words = normal(&text);
            let found = choices.iter().find(|(known, shown)| normal(shown) == words || *known == text);
            found.map_or(text.as_str(), |(known, _)| known).into()
        }
    }
}

/// A day: `15/6/2026`, `15-6-2026`, `2026-06-15`, or as the workbook counts days.
pub(super) fn day(given: &Given) -> Option<NaiveDate> {
    match given {
        Given::Date(date) => Some(date.date()),
        Given::Number(number) if number.is_integer() => {
            let days: u64 = number.to_string().parse().ok().filter(|days| (10_000..110_000).contains(days))?;
            NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(days))
        }
        Given::Text(text) => {
            let text = nfc(text);
            let text = text.trim();
            if let Ok(day) = text.parse() {
                return Some(day);
            }
            let parts: Vec<&str> = text.split(['/', '-', '.']).map(str::trim).collect();
            let [day, month, year] = parts[..] else { return None };
            NaiveDate::from_ymd_opt(
                year.parse().ok().filter(|year| *year > 999)?,
                month.parse().ok()?,
                day.parse().ok()?,
            )
        }
        _ => None,
    }
}

/// A month whose day is open: `9/2026`, `2026-09`.
fn month(text: &str) -> Option<String> {
    let (one, other) = text.split_once(['/', '-', '.'])?;
    let (one, other) = (one.trim().parse::<u32>().ok()?, other.trim().parse::<u32>().ok()?);
    let (year, month) = if one > 999 { (one, other) } else { (other, one) };
    (year > 999 && (1..=12).contains(&month)).then(|| format!("{year}-{month:02}"))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn days_and_months_in_every_spelling() {
        let day = |text: &str| super::day(&Given::Text(text.to_owned())).map(|day| day.to_string());
        for text in ["15/6/2026", "15-06-2026", "15.6.2026", "2026-06-15", " 15/06/2026 "] {
            assert_eq!(day(text).as_deref(), Some("2026-06-15"), "{text}");
        }
        for text in ["15/6", "31/6/2026", "6/2026", "hôm qua", "15/6/26"] {
            assert_eq!(day(text), None, "{text}");
        }
        assert_eq!(super::day(&Given::Number(46188.into())).unwrap().to_string(), "2026-06-15");
        assert_eq!(month("9/2026").as_deref(), Some("2026-09"));
        assert_eq!(month("2026-09").as_deref(), Some("2026-09"));
        assert_eq!(month("13/2026"), None);
    }

    #[test]
    fn values_are_put_where_they_belong() {
        let mut root = json!({});
        put(&mut root, "/document/organ/short_name", "A".into());
        put(&mut root, "/document/signers/1/position", "B".into());
        put(&mut root, "/document/to", json!(["C"]));
        assert_eq!(
            root,
            json!({ "document": { "organ": { "short_name": "A" }, "signers": [{ "position": "B" }], "to": ["C"] } })
        );
    }
}
