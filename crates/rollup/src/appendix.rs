//! The appendix with one row a unit.

use baocao_core::form::{How, RollUpColumn};
use baocao_core::markdown::plain_label;
use baocao_core::report::{Part, Period, Text};
use baocao_import::number;
use serde_json::{Value as Json, json};

use crate::child::Child;
use crate::parent::Parent;
use crate::totals::Totals;
use crate::units::Units;

/// The id of its table in the report above.
pub const TABLE: &str = "tong-hop-don-vi";

/// So many indicators have columns where the family does not say which.
const MOST_COLUMNS: usize = 8;

/// A longer label is no header of a column.
const LONGEST_LABEL: usize = 60;

/// Puts the table and the appendix that prints it into the report above.
pub(crate) fn put(parent: &mut Parent, totals: &Totals<'_>, units: &Units) {
    let shown = columns(parent, totals);
    let ids = given_ids(&shown, parent);
    if ids.is_empty() {
        return take_out(parent);
    }
    let mut columns = vec![json!({ "title": "STT", "kind": "ordinal" }), json!({ "id": "don-vi", "title": "Đơn vị" })];
    columns.extend(shown.iter().filter_map(|column| column_json(column, parent)));
    let row = |name: &str, value: &dyn Fn(&str) -> Json| {
        Json::Array(std::iter::once(name.into()).chain(ids.iter().map(|id| value(id))).collect())
    };
    let part = |unit: usize, id: &str| {
        let part = totals.get(id).and_then(|total| total.parts.get(&unit)).and_then(Part::number);
        part.map_or(Json::Null, number)
    };
    let reported = units.names.iter().enumerate().map(|(unit, name)| row(name, &|id| part(unit, id)));
    let mut rows: Vec<Json> = reported.collect();
    if !units.missing.is_empty() {
        let count = units.missing.len();
        rows.push(json!({ "group": format!("Chưa có báo cáo: {count} đơn vị") }));
        rows.extend(units.missing.iter().map(|name| row(name, &|_| Json::Null)));
    }
    let sums = ids.iter().map(|id| (id.clone(), json!({ "figure": id })));
    let table = json!({
        "columns": columns,
        "rows": rows,
        "total": { "label": "Tổng số", "cells": Json::Object(sums.collect()) },
    });
    parent.set_table(TABLE, Some(&table));
    let mut appendices = appendices(parent);
    if !appendices.iter().any(is_ours) {
        let (period, parts) =
            (parent.report.period.as_ref().map(Period::name).unwrap_or_default(), [json!({ "table": TABLE })]);
        appendices.push(json!({ "title": format!("Số liệu của các đơn vị {period}"), "parts": parts }));
    }
    parent.set_field("appendices", &appendices.into());
}

/// Takes the table and its appendix out of the report above.
pub(crate) fn take_out(parent: &mut Parent) {
    parent.set_table(TABLE, None);
    if parent.report.appendices.is_some() {
        let mut appendices = appendices(parent);
        appendices.retain(|appendix| !is_ours(appendix));
        parent.set_field("appendices", &appendices.into());
    }
}

/// The appendices of the report; those of its set where it arranges none.
fn appendices(parent: &Parent) -> Vec<Json> {
    let own = parent.field("appendices").and_then(|json| serde_json::from_str(json).ok());
    own.unwrap_or_else(|| vec!["template".into()])
}

fn is_ours(appendix: &Json) -> bool {
    appendix["parts"].as_array().into_iter().flatten().any(|part| part["table"] == TABLE)
}

/// The columns that the family states, as far as the units have values for them; or else of the first indicators that are
/// added up.
fn columns(parent: &Parent, totals: &Totals<'_>) -> Vec<RollUpColumn> {
    let stated = &parent.set().rollup.appendix;
    if !stated.is_empty() {
        let ratio = |id: &str| parent.set().form.indicator(id).and_then(|row| row.ratio.as_ref());
        let shown = kept(stated, &|id| adds_up(totals, id) || ratio(id).is_some());
        let ids = given_ids(&shown, parent);
        // A ratio is computed from two columns, or is not shown.
        let blank = |id: &str| totals.without_parts.iter().any(|(without, _)| *without == id);
        let computable =
            |id: &str| ratio(id).is_none_or(|parts| parts.iter().all(|part| ids.contains(part)) && !blank(id));
        return kept(&shown, &computable);
    }
    let column = |id: &str| {
        let label = plain_label(&parent.set().form.indicator(id)?.label);
        let label = label.split(" (").next().unwrap_or_default().trim().to_owned();
        let fits = !label.is_empty() && label.chars().count() <= LONGEST_LABEL;
        let title = Text::new(&label);
        fits.then(|| RollUpColumn { title, indicator: Some(id.to_owned()), columns: Vec::new() })
    };
    let added = totals.list.iter().filter(|total| adds_up(totals, total.id));
    added.filter_map(|total| column(total.id)).take(MOST_COLUMNS).collect()
}

/// Whether the total of an indicator is the sum of its parts.
fn adds_up(totals: &Totals<'_>, id: &str) -> bool {
    totals.get(id).is_some_and(|total| total.rule.how == How::Sum)
}

/// Columns whose indicator is wanted, and headings over them.
fn kept(columns: &[RollUpColumn], wanted: &dyn Fn(&str) -> bool) -> Vec<RollUpColumn> {
    let keep = |column: &RollUpColumn| match &column.indicator {
        Some(id) => wanted(id).then(|| column.clone()),
        None => {
            let columns = kept(&column.columns, wanted);
            (!columns.is_empty()).then(|| RollUpColumn { columns, ..column.clone() })
        }
    };
    columns.iter().filter_map(keep).collect()
}

/// The indicators of the columns that rows give, in order.
fn given_ids(columns: &[RollUpColumn], parent: &Parent) -> Vec<String> {
    let ids = columns.iter().flat_map(|column| match &column.indicator {
        Some(id) => vec![id.clone()],
        None => given_ids(&column.columns, parent),
    });
    ids.filter(|id| parent.set().form.indicator(id).is_some_and(|row| row.ratio.is_none())).collect()
}

fn column_json(column: &RollUpColumn, parent: &Parent) -> Option<Json> {
    let title = column.title.as_str();
    let Some(id) = &column.indicator else {
        let columns: Vec<Json> = column.columns.iter().filter_map(|column| column_json(column, parent)).collect();
        return Some(json!({ "title": title, "columns": columns }));
    };
    let row = parent.set().form.indicator(id)?;
    let kind = serde_json::to_value(row.kind).ok()?;
    Some(match &row.ratio {
        Some(parts) => json!({ "id": id, "title": title, "kind": kind, "ratio": parts }),
        None => json!({ "id": id, "title": title, "kind": kind }),
    })
}

/// What each unit gave, as a source of the report above.
pub(crate) fn source(child: &Child, unit: usize, name: &str, file: &str, totals: &Totals<'_>) -> Json {
    let parts = totals.list.iter().filter_map(|total| {
        let part = total.parts.get(&unit)?;
        let json = match part {
            Part::Absent => Json::Null,
            Part::Number(value) => number(*value),
            fraction @ Part::Fraction(..) => fraction.shown().into(),
        };
        Some((total.id.to_owned(), json))
    });
    let figures: serde_json::Map<String, Json> = parts.collect();
    json!({
        "file": file,
        "sha256": child.sha256,
        "unit": name,
        "template": child.set().name,
        "figures": figures,
    })
}
