//! A report that is unfinished, as far as it can be read: what is wrong is left out, and what must be there and is not is stood
//! in for, so that all else can be reviewed.

use chrono::Datelike;
use jsonschema::ValidationError;
use jsonschema::error::ValidationErrorKind;
use serde_json::{Value, json};

use super::validate::structure::{Schema, meant};
use super::validate::tell_mistakes;
use super::{Input, Period, PeriodKind, Report, VALIDATOR, generate_schema, is_below, pointer_name, pointer_part};
use crate::diagnostic::{Finding, Place, has_errors};

/// What was wrong may be hidden behind what was wrong around it, so many levels deep.
const ROUNDS: usize = 12;

/// So many places that are wrong are no report that is nearly done.
const MOST_HOLES: usize = 200;

/// A report that cannot be used, and the places in it that say nothing: JSON pointers, in order. Nothing where too little of it
/// is there. What the schema does not say and was not told yet is added to the findings.
pub fn unfinished(input: &Input, findings: &mut Vec<Finding>) -> Option<(Report, Vec<String>)> {
    let mut value: Value = serde_json::from_str(&input.source.text).ok()?;
    value.get("template")?.as_str()?;
    let mut holes = Vec::new();
    for _ in 0..ROUNDS {
        let errors: Vec<ValidationError<'_>> = VALIDATOR.iter_errors(&value).take(MOST_HOLES + 1).collect();
        if errors.len() > MOST_HOLES {
            return None;
        }
        let schema = Schema::new(&generate_schema);
        let renamed: Vec<[String; 2]> = errors.iter().flat_map(|error| meant(error, &schema)).collect();
        let wrong: Vec<(String, Vec<String>, bool)> = errors.iter().map(at).collect();
        if wrong.is_empty() {
            break;
        }
        renamed.iter().for_each(|[was, is]| rename(&mut value, was, is));
        for (pointer, names, is_missing) in wrong {
            mend(&mut value, &pointer, &names, is_missing, &mut holes);
        }
        if holes.len() > MOST_HOLES {
            return None;
        }
    }
    let mut report: Report = serde_json::from_value(value).ok()?;
    if report.period.is_none() && input.has("/period") {
        let first = report.days().map_or(LONG_AGO, |(first, _)| first.year());
        report.period = Some(of_year(first));
    }
    holes.sort();
    holes.dedup_by(|below, above| is_below(below, above));
    let mut found = Vec::new();
    tell_mistakes(&report, input, &mut found);
    let pointer = |finding: &Finding| finding.place.as_ref().and_then(Place::pointer).map(str::to_owned);
    found.retain(|finding| !pointer(finding).is_some_and(|at| holes.iter().any(|hole| is_below(&at, hole))));
    let of_period = |finding: &&Finding| pointer(finding).is_some_and(|at| is_below(&at, "/period"));
    let wrong: Vec<Finding> = found.iter().filter(of_period).cloned().collect();
    // One that cannot be would mislead: nothing is known of it but the year.
    if let Some(Period { year, .. }) = report.period
        && has_errors(&wrong)
    {
        report.period = Some(of_year(year));
        holes.push("/period".to_owned());
    }
    found.retain(|finding| !findings.contains(finding));
    findings.append(&mut found);
    Some((report, holes))
}

/// A year before all that rules know the day of.
const LONG_AGO: i32 = 1945;

/// A period of which nothing but the year is known.
fn of_year(year: i32) -> Period {
    Period { kind: PeriodKind::Special, year, month: None, quarter: None, half: None, from: None, to: None }
}

/// The object or value that an error is told of, the fields that it names, and whether they are missing.
fn at(error: &ValidationError<'_>) -> (String, Vec<String>, bool) {
    let pointer = error.instance_path().as_str().to_owned();
    match error.kind() {
        ValidationErrorKind::Required { property } => {
            (pointer, property.as_str().map(str::to_owned).into_iter().collect(), true)
        }
        ValidationErrorKind::AdditionalProperties { unexpected } => (pointer, unexpected.clone(), false),
        _ => (pointer, Vec::new(), false),
    }
}

/// Gives a field that is misspelt the name that was probably meant.
fn rename(value: &mut Value, was: &str, is: &str) {
    let Some((above, name)) = was.rsplit_once('/') else { return };
    let fields = value.pointer_mut(above).and_then(Value::as_object_mut);
    if let Some(fields) = fields.filter(|fields| !fields.contains_key(is))
        && let Some(given) = fields.remove(pointer_name(name).as_ref())
    {
        fields.insert(is.to_owned(), given);
    }
}

fn mend(value: &mut Value, pointer: &str, names: &[String], is_missing: bool, holes: &mut Vec<String>) {
    let below = |name: &String| format!("{pointer}/{}", pointer_part(name));
    let object = value.pointer_mut(pointer).and_then(Value::as_object_mut);
    match object.filter(|_| !names.is_empty()) {
        Some(object) if is_missing => {
            for name in names {
                if object.contains_key(name) {
                    continue;
                }
                holes.push(below(name));
                match stand_in(name) {
                    Some(words) => drop(object.insert(name.clone(), words)),
                    // Nothing is known that could stand there: the whole says nothing.
                    None => return leave_out(value, pointer, holes),
                }
            }
        }
        Some(object) => names.iter().for_each(|name| {
            holes.push(below(name));
            object.remove(name);
        }),
        None => leave_out(value, pointer, holes),
    }
}

/// Takes a value out of its object. In a list something must stay where it was, or the places behind it would be others.
fn leave_out(value: &mut Value, pointer: &str, holes: &mut Vec<String>) {
    let Some((above, last)) = pointer.rsplit_once('/') else { return };
    holes.push(pointer.to_owned());
    match value.pointer_mut(above) {
        Some(Value::Object(fields)) => drop(fields.remove(pointer_name(last).as_ref())),
        Some(Value::Array(list)) => {
            let like = list.iter().find(|one| one.is_object() || one.is_string()).cloned();
            let Some(place) = last.parse().ok().and_then(|at: usize| list.get_mut(at)) else { return };
            let empty = match like {
                Some(Value::Object(_)) => json!({}),
                _ => json!(WORDS),
            };
            // What was stood in for before does not fit either.
            if *place == empty { leave_out(value, above, holes) } else { *place = empty }
        }
        _ => {}
    }
}

/// What stands where a report has not said yet what must be there.
const WORDS: &str = "…";

/// What stands in for a field that a report must have.
fn stand_in(name: &str) -> Option<Value> {
    Some(match name {
        "organ_name" | "short_name" | "code_notation" | "subject" | "place" | "position" => json!(WORDS),
        "recipients" => json!([WORDS]),
        "signers" => json!([{ "position": WORDS }]),
        "document" | "organ" | "promulgation" => json!({}),
        _ => return None,
    })
}
