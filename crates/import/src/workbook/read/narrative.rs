//! The narrative.

use std::collections::BTreeMap;

use baocao_core::diagnostic::Finding;
use baocao_core::report::pointer_part;
use baocao_core::rows::Sheet;
use baocao_core::template::TemplateSet;
use serde_json::{Value, json};

use super::super::narrative::{ADD, HEADINGS, REPLACE, headings};
use super::outcome::{Outcome, twice};
use super::rows::{Found, Names, column_of, find};
use super::words::{normal, said};

pub(super) fn read(sheets: &[&Sheet], set: &TemplateSet, outcome: &mut Outcome, findings: &mut Vec<Finding>) {
    let sections = headings(set);
    let names = Names::new(sections.iter().map(|section| (section.id, section.title.clone())));
    let mut found: BTreeMap<usize, Vec<Found<'_>>> = BTreeMap::new();
    for sheet in sheets {
        for (index, one) in find(sheet, &names, HEADINGS[1], &HEADINGS, outcome) {
            found.entry(index).or_default().push(one);
        }
    }
    for (index, mut found) in found {
        let section = &sections[index];
        found.retain(|one| !one.text("").is_empty());
        if found.len() > 1 {
            let places = found.iter().map(|one| (one.sheet.place(one.rows[0], one.column), one.text(" ")));
            findings.push(twice(&section.title, places.collect()));
            continue;
        }
        let Some(one) = found.first() else { continue };
        let pointer = format!("/sections/{}", pointer_part(section.id));
        let (text, place) = (one.text("\n\n"), one.sheet.place(one.rows[0], one.column));
        let value = if is_added(one, set.sections.contains_key(section.id)) {
            outcome.came_from(format!("{pointer}/add"), &place, &section.title);
            json!({ "add": text })
        } else {
            outcome.came_from(pointer, &place, &section.title);
            Value::from(text)
        };
        outcome.sections.insert(section.id.to_owned(), value);
    }
}

/// Whether a text follows what the template says, as the row says, or else as the template speaks there.
fn is_added(found: &Found<'_>, templated: bool) -> bool {
    let column = column_of(found.sheet, HEADINGS[2]);
    let mode = column.map(|column| normal(&said(&found.sheet.shown(found.rows[0], column)))).unwrap_or_default();
    // Edited words are known by how they begin.
    let begins = |known: &str| mode.split(' ').next() == normal(known).split(' ').next();
    if begins(ADD) || begins(REPLACE) { begins(ADD) } else { templated }
}
