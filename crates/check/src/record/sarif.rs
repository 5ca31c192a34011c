//! The outcome of a check in the format that code review tools read: SARIF 2.1.0
//! (<https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>).

use baocao_core::diagnostic::{Lang, Severity};
use serde_json::{Value, json};

use super::{
    Both, CellRecord, EditRecord, ExemptedRecord, FieldRecord, FindingRecord, OriginRecord, OtherPlace, Outcome,
    PlaceOrigin, PlaceRecord, Record,
};
use crate::{Family, Rule, families, rules};

impl Outcome {
    /// As a SARIF log of one run, its texts in one language.
    pub fn to_sarif(&self, lang: Lang) -> String {
        let log = json!({
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
            "version": "2.1.0",
            "runs": [{
                "tool": { "driver": {
                    "name": self.tool.name,
                    "semanticVersion": self.tool.version,
                    "language": if lang == Lang::Vi { "vi" } else { "en" },
                    "rules": families().flat_map(|family| descriptors(family, lang)).collect::<Vec<_>>(),
                } },
                "language": if lang == Lang::Vi { "vi" } else { "en" },
                "columnKind": "unicodeCodePoints",
                "invocations": [{
                    "executionSuccessful": self.exit_code < 2,
                    "exitCode": self.exit_code,
                    "toolExecutionNotifications": self.reports.iter().flat_map(|of| notifications(of, lang)).collect::<Vec<_>>(),
                }],
                "artifacts": self.reports.iter().map(artifact).collect::<Vec<_>>(),
                "results": self.reports.iter().flat_map(|report| results(report, lang)).collect::<Vec<_>>(),
            }],
        });
        let mut text = serde_json::to_string_pretty(&log).unwrap_or_default();
        text.push('\n');
        text
    }
}

fn descriptors(family: &Family, lang: Lang) -> impl Iterator<Item = Value> {
    let name = family.name.text(lang);
    family.rules.iter().map(move |rule| descriptor(rule, name, lang))
}

fn descriptor(rule: &Rule, family: &str, lang: Lang) -> Value {
    let (title, why) = (rule.title.text(lang), rule.why.text(lang));
    let help = match rule.law {
        Some(law) => format!("{why}\n\n{law}"),
        None => why.to_owned(),
    };
    json!({
        "id": rule.id,
        "shortDescription": { "text": title },
        "fullDescription": { "text": why },
        "help": { "text": help },
        "defaultConfiguration": { "level": level(rule.severity) },
        "properties": { "tags": [family] },
    })
}

fn artifact(report: &Record) -> Value {
    json!({
        "location": { "uri": uri(&report.file) },
        "roles": ["analysisTarget"],
        "mimeType": "application/json",
    })
}

fn results(report: &Record, lang: Lang) -> Vec<Value> {
    // What could not be checked at all is told by a notification.
    let findings = report.findings.iter().filter(|_| report.checked).map(|finding| result(finding, &report.file, lang));
    let exempted = report.exempted.iter().map(|exempted| {
        let mut result = result(&exempted.finding, &report.file, lang);
        result["suppressions"] = json!([suppression(exempted)]);
        result
    });
    findings.chain(exempted).collect()
}

fn result(finding: &FindingRecord, file: &str, lang: Lang) -> Value {
    let mut result = json!({
        "ruleId": finding.id,
        "level": level(finding.severity.into()),
        "message": { "text": message(finding, lang) },
        "locations": [location(finding.place.as_ref(), file)],
    });
    // What is found in a file other than the one that was looked at has to say which that was.
    let imported = finding.place.as_ref().filter(|place| place.origin.is_some());
    if let Some(place) = imported {
        result["analysisTarget"] = json!({ "uri": uri(&place.file) });
    }
    let in_report = imported.map(|place| in_report(place, lang));
    let others = finding.other_places.iter().map(|one| other(one, lang));
    let numbered = |(at, mut related): (usize, Value)| {
        related["id"] = json!(at + 1);
        related
    };
    let related: Vec<Value> = in_report.into_iter().chain(others).enumerate().map(numbered).collect();
    if !related.is_empty() {
        result["relatedLocations"] = related.into();
    }
    let edits: Vec<&EditRecord> =
        finding.edits.iter().chain(finding.other_places.iter().flat_map(|other| &other.edits)).collect();
    if let Some(first) = edits.first() {
        // All edits are of the report's own file.
        result["fixes"] = json!([{ "artifactChanges": [{
            "artifactLocation": { "uri": uri(&first.place.file) },
            "replacements": edits.iter().map(|edit| replacement(edit)).collect::<Vec<_>>(),
        }] }]);
    }
    if let Some(index) = rules().position(|rule| rule.id == finding.id) {
        result["ruleIndex"] = json!(index);
    }
    result
}

/// Viewers show one text: what was found and expected goes into it.
fn message(finding: &FindingRecord, lang: Lang) -> String {
    let mut text = finding.message.text(lang).to_owned();
    let parts = [
        ("tìm thấy", "found", finding.found.as_deref()),
        ("cần", "expected", both(finding.expected.as_ref(), lang)),
        ("cách sửa", "help", both(finding.hint.as_ref(), lang)),
        ("căn cứ", "ground", finding.law.as_deref()),
    ];
    lines(&parts, lang).into_iter().for_each(|line| text.push_str(&format!("\n{line}")));
    text
}

/// Where the value stands in the report, beside the cell that it came from.
fn in_report(place: &PlaceRecord, lang: Lang) -> Value {
    let mut location = location(Some(&PlaceRecord { origin: None, ..place.clone() }), &place.file);
    location["message"] = json!({ "text": if lang == Lang::Vi { "trong báo cáo" } else { "in the report" } });
    location
}

/// One more place of a finding, with what was found there.
fn other(other: &OtherPlace, lang: Lang) -> Value {
    let mut location = location(Some(&other.place), &other.place.file);
    let parts =
        [("tìm thấy", "found", other.found.as_deref()), ("cần", "expected", both(other.expected.as_ref(), lang))];
    let text = lines(&parts, lang);
    if !text.is_empty() {
        location["message"] = json!({ "text": text.join("\n") });
    }
    location
}

fn both(both: Option<&Both>, lang: Lang) -> Option<&str> {
    both.map(|both| both.text(lang))
}

/// What is told beside the message, a line each.
fn lines(parts: &[(&str, &str, Option<&str>)], lang: Lang) -> Vec<String> {
    let line = |(vi, en, text): &(&str, &str, Option<&str>)| {
        let label = if lang == Lang::Vi { vi } else { en };
        text.map(|text| format!("{label}: {text}"))
    };
    parts.iter().filter_map(line).collect()
}

fn location(place: Option<&PlaceRecord>, file: &str) -> Value {
    let Some(place) = place else {
        return json!({ "physicalLocation": { "artifactLocation": { "uri": uri(file) } } });
    };
    if let Some(origin) = &place.origin {
        return cell_of_export(origin);
    }
    let mut location = json!({ "physicalLocation": { "artifactLocation": { "uri": uri(&place.file) } } });
    // What is no text has no lines.
    let region = region(place);
    let named = |name: String| json!([{ "fullyQualifiedName": name, "kind": "value" }]);
    match place {
        PlaceRecord { cell: Some(CellRecord { sheet, name }), .. } => {
            location["logicalLocations"] = named(format!("{sheet}!{name}"));
        }
        PlaceRecord { page: Some(page), .. } => {
            location["logicalLocations"] = json!([{ "fullyQualifiedName": format!("{page}"), "kind": "page" }]);
        }
        PlaceRecord { field: Some(FieldRecord { row, column }), .. } => {
            location["physicalLocation"]["region"] = region;
            let column = column.map(|column| format!("C{column}")).unwrap_or_default();
            location["logicalLocations"] = named(format!("R{row}{column}"));
        }
        PlaceRecord { pointer: Some(pointer), .. } => {
            location["physicalLocation"]["region"] = region;
            location["logicalLocations"] = named(pointer.clone());
        }
        _ => location["physicalLocation"]["region"] = region,
    }
    location
}

fn region(place: &PlaceRecord) -> Value {
    json!({
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    })
}

/// What is taken out and what is put in: a region without letters is where something is put in (SARIF 2.1.0, 3.57).
fn replacement(edit: &EditRecord) -> Value {
    json!({ "deletedRegion": region(&edit.place), "insertedContent": { "text": edit.text } })
}

/// The cell of an export that a value came from. A result lies where it must be mended (SARIF 2.1.0, 3.27.12), and that is
/// not the report, which nobody wrote; the line of the report is a related location.
fn cell_of_export(origin: &PlaceOrigin) -> Value {
    let mut location = json!({ "physicalLocation": { "artifactLocation": { "uri": uri(&origin.file) } } });
    let name = match origin {
        PlaceOrigin { sheet: Some(sheet), cell: Some(cell), .. } if !sheet.is_empty() => format!("{sheet}!{cell}"),
        PlaceOrigin { cell: Some(cell), .. } => cell.clone(),
        PlaceOrigin { line: Some(line), pointer: Some(pointer), .. } => {
            location["physicalLocation"]["region"] = json!({ "startLine": line });
            pointer.clone()
        }
        PlaceOrigin { row, column, .. } => {
            format!("R{}C{}", row.unwrap_or_default(), column.unwrap_or_default())
        }
    };
    let mut cell = json!({ "fullyQualifiedName": name, "kind": "value" });
    if let Some(label) = &origin.label {
        cell["name"] = json!(label);
    }
    location["logicalLocations"] = json!([cell]);
    location
}

fn suppression(exempted: &ExemptedRecord) -> Value {
    let kind = if exempted.origin == OriginRecord::Report { "inSource" } else { "external" };
    let mut suppression = json!({ "kind": kind, "status": "accepted", "justification": exempted.reason });
    if let Some(place) = &exempted.place {
        suppression["location"] = location(Some(place), &place.file);
    }
    suppression
}

/// Rules that were not evaluated, and reports that could not be checked.
fn notifications(report: &Record, lang: Lang) -> Vec<Value> {
    let unread = report.findings.iter().filter(|_| !report.checked).map(|finding| {
        json!({
            "level": "error",
            "descriptor": { "id": finding.id },
            "message": { "text": message(finding, lang) },
            "locations": [location(finding.place.as_ref(), &report.file)],
        })
    });
    let skipped = report.not_evaluated.iter().map(|entry| {
        let not = if lang == Lang::Vi { "chưa kiểm được" } else { "not evaluated" };
        json!({
            "level": "note",
            "message": { "text": format!("{}: {not}: {}", entry.rule, entry.reason.text(lang)) },
            "associatedRule": { "id": entry.rule, "index": rules().position(|rule| rule.id == entry.rule) },
            "locations": [location(None, &report.file)],
        })
    });
    unread.chain(skipped).collect()
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

/// A path as a URI reference (RFC 3986): relative where the path is.
fn uri(path: &str) -> String {
    let path = path.replace('\\', "/");
    let mut uri = String::new();
    if path.starts_with('/') {
        uri.push_str("file://");
    }
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => uri.push(char::from(byte)),
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}
