//! What templates know besides figures: the period, the office, the addressees.

use baocao_vietnamese::date;
use chrono::Datelike;
use handlebars::Handlebars;
use serde_json::{Value as Json, json};

use super::speaker::Earlier;
use crate::form::FormFile;
use crate::report::{Period, Report, Text};

/// The library's own helpers that templates have use for.
pub(super) const NAMES: [&str; 5] = ["if", "unless", "and", "or", "not"];

/// Those that bear a block.
pub(super) const BLOCKS: [&str; 2] = ["if", "unless"];

/// What says yes or no, and is not printed.
pub(super) const CONDITIONS: [&str; 4] = ["and", "or", "not", "forms_attached"];

/// The variables of all templates.
pub(super) const VARIABLES: [&str; 14] = [
    "period",
    "period_short",
    "next_period",
    "previous_period",
    "year",
    "from",
    "to",
    "organ",
    "organ_name",
    "parent",
    "place",
    "addressees",
    "appendices",
    "forms_attached",
];

/// The library's own helpers that templates have no use for are taken away.
pub(super) fn register(handlebars: &mut Handlebars<'static>) {
    for name in ["each", "with", "lookup", "log", "raw", "eq", "ne", "gt", "gte", "lt", "lte", "len"] {
        handlebars.unregister_helper(name);
    }
}

/// The variables and their values.
pub(super) fn context(report: &Report, form: &FormFile, earlier: Option<&Earlier>) -> Json {
    let period = report.period.as_ref();
    let said = |say: fn(&Period) -> String| period.map(say).unwrap_or_default();
    let document = &report.document;
    let appendices = report.appendices(&form.appendices);
    json!({
        "period": said(Period::name),
        "period_short": said(Period::short_name),
        "next_period": said(Period::next_name),
        "previous_period": earlier.map_or("", |earlier| &earlier.period),
        "year": report.days().map_or_else(String::new, |(_, last)| period.map_or(last.year(), |period| period.year).to_string()),
        "from": said(|period| date::short(period.first_day())),
        "to": said(|period| date::short(period.last_day())),
        "organ": document.organ.short_name,
        "organ_name": document.organ.organ_name.replace('\n', " "),
        "parent": document.organ.parent_short_name,
        "place": document.promulgation.place,
        "addressees": joined(&document.to),
        "appendices": appendices.len(),
        "forms_attached": appendices.iter().any(|appendix| appendix.forms().next().is_some()),
    })
}

/// `A, B và C`.
fn joined(names: &[Text]) -> String {
    match names.split_last() {
        None => String::new(),
        Some((last, [])) => last.bare().to_owned(),
        Some((last, first)) => {
            let first: Vec<&str> = first.iter().map(Text::bare).collect();
            format!("{} và {}", first.join(", "), last.bare())
        }
    }
}
