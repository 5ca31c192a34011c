//! Accounts as JSON; `docs/explain.md` says what each field is.

use baocao_core::diagnostic::{Finding, Lang, Place, Severity};
use baocao_core::form::{RelationKind, Value};
use baocao_core::markdown::plain_label;
use serde_json::{Value as Json, json};

use super::account::place_for;
use super::{Account, Held, Line, Mention, Origin, Part, Printed, Units, Where, Working};
use crate::record::PlaceOrigin;

/// An account.
pub fn account_json(account: &Account<'_>, lang: Lang) -> Json {
    json!({
        "id": account.id,
        "label": plain_label(&account.row.label),
        "template": account.set,
        "form": { "id": account.form.id, "title": account.form.title },
        "code": account.row.code,
        "unit": account.row.unit_words(),
        "kind": account.row.kind,
        "value": account.value.map(Value::text),
        "number": account.value.and_then(Value::as_number).map(|number| number.to_string()),
        "source": origin(&account.origin),
        "formula": account.working.as_ref().map(|working| formula(working, lang)),
        "units": account.units.as_ref().map(units),
        "used_by": account.used_by,
        "same_as": account.row.same_as,
        "note": account.note,
        "earlier": account.earlier.map(|(period, value)| json!({ "period": period, "value": value.map(Value::text) })),
        "relations": account.relations.iter().map(relation).collect::<Vec<_>>(),
        "findings": account.findings.iter().map(|one| finding(one, account.id, lang)).collect::<Vec<_>>(),
        "printed": account.printed.as_ref().map(|printed| printed.iter().map(|one| place(one)).collect::<Vec<_>>()),
        "mentions": account.mentions.iter().map(|one| mention(one)).collect::<Vec<_>>(),
    })
}

/// All indicators.
pub fn lines_json(lines: &[Line<'_>]) -> Json {
    let line = |line: &Line<'_>| {
        json!({
            "id": line.id,
            "value": line.value,
            "source": origin(&line.origin),
            "places": line.places,
            "mentions": line.mentions,
        })
    };
    lines.iter().map(line).collect()
}

fn at(place: &Place) -> Json {
    let (line, column) = place.line_column().unwrap_or((1, 1));
    let mut json = json!({ "file": place.source.name, "line": line, "column": column, "pointer": place.pointer() });
    if let Some(origin) = &place.origin {
        json["origin"] = json!(PlaceOrigin::from(origin.as_ref()));
    }
    json
}

fn origin(origin: &Origin) -> Json {
    match origin {
        Origin::Given(place) => json!({ "kind": "given", "at": at(place) }),
        Origin::Units(place, count) => json!({ "kind": "units", "at": at(place), "units": count }),
        Origin::Computed => json!({ "kind": "computed" }),
        Origin::SameAs(id) => json!({ "kind": "same_as", "id": id }),
        Origin::Missing => json!({ "kind": "missing" }),
    }
}

fn formula(working: &Working, lang: Lang) -> Json {
    json!({
        "text": working.formula.text(lang),
        "numbers": working.numbers,
        "exact": working.exact,
        "decimals": working.decimals,
        "result": working.result,
        "agrees": working.agrees,
        "parts": working.parts.iter().map(|one| part(one, lang)).collect::<Vec<_>>(),
    })
}

fn units(units: &Units<'_>) -> Json {
    let rule = &units.rolled.rule;
    let parts = units.rolled.units.iter().map(|(source, part)| {
        json!({
            "unit": source.unit,
            "value": Some(part.shown()).filter(|shown| !shown.is_empty()),
            "number": part.number().map(|number| number.to_string()),
            "file": source.file,
            "sha256": source.sha256,
            "template": source.template,
        })
    });
    json!({
        "how": rule.how,
        "why": rule.stated.map(|rule| &rule.why),
        "agrees": units.agrees,
        "parts": parts.collect::<Vec<_>>(),
    })
}

fn part(part: &Part, lang: Lang) -> Json {
    json!({
        "id": part.id,
        "label": part.label,
        "value": part.value,
        "source": origin(&part.origin),
        "formula": part.working.as_ref().map(|working| formula(working, lang)),
    })
}

fn relation(held: &Held) -> Json {
    let kind = match held.kind {
        RelationKind::Sum => "sum",
        RelationKind::AtMost => "at_most",
        RelationKind::Assigned => "assigned",
        RelationKind::Needs => "needs",
    };
    json!({
        "kind": kind, "whole": held.whole, "parts": held.parts, "numbers": held.numbers, "holds": held.holds
    })
}

fn finding(finding: &Finding, id: &str, lang: Lang) -> Json {
    let severity = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    };
    json!({
        "id": finding.id,
        "severity": severity,
        "message": finding.message.text(lang),
        "at": place_for(finding, id).map(at),
    })
}

fn mention(one: &Mention) -> Json {
    json!({
        "text": one.text,
        "of": one.ids,
        "sentence": one.sentence,
        "agrees": one.agrees,
        "doubtful": one.doubtful,
        "page": one.page,
        "appendix": one.part,
        "heading": one.heading,
        "at": at(&one.place),
    })
}

fn place(one: &Printed) -> Json {
    let mut json = match &one.at {
        Where::Sentence { text } => json!({ "kind": "sentence", "sentence": text }),
        Where::Heading { text } => json!({ "kind": "title", "title": text }),
        Where::Cell { table, row, column } => json!({ "kind": "cell", "table": table, "row": row, "column": column }),
        Where::Bar { chart, label } => json!({ "kind": "bar", "chart": chart, "label": label }),
    };
    json["page"] = json!(one.page);
    json["appendix"] = json!(Some(&one.part).filter(|part| !part.is_empty()));
    json["heading"] = json!(Some(&one.heading).filter(|heading| !heading.is_empty()));
    json["text"] = json!(one.text);
    json["of"] = json!(one.ids);
    json["earlier"] = json!(one.earlier);
    json["section"] = json!(one.section);
    json["helper"] = json!(one.helper);
    json["template"] = json!(one.template.as_ref().map(at));
    json
}
