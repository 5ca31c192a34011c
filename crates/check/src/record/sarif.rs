//! The outcome of a check in the format that code review tools read: SARIF 2.1.0
//! (<https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>).

use baocao_core::diagnostic::{Lang, Severity};
use serde_json::{Value, json};

use super::{Both, ExemptedRecord, FindingRecord, OriginRecord, Outcome, PlaceRecord, Record};
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
    if let Some(index) = rules().position(|rule| rule.id == finding.id) {
        result["ruleIndex"] = json!(index);
    }
    result
}

/// Viewers show one text: what was found and expected goes into it.
fn message(finding: &FindingRecord, lang: Lang) -> String {
    let label = |vi, en| if lang == Lang::Vi { vi } else { en };
    let both = |both: &Option<Both>| both.as_ref().map(|both| both.text(lang).to_owned());
    let mut text = finding.message.text(lang).to_owned();
    let parts = [
        (label("tìm thấy", "found"), finding.found.clone()),
        (label("cần", "expected"), both(&finding.expected)),
        (label("cách sửa", "help"), both(&finding.hint)),
        (label("căn cứ", "ground"), finding.law.clone()),
    ];
    for (name, part) in parts.into_iter().filter_map(|(name, part)| Some((name, part?))) {
        text.push_str(&format!("\n{name}: {part}"));
    }
    text
}

fn location(place: Option<&PlaceRecord>, file: &str) -> Value {
    let Some(place) = place else {
        return json!({ "physicalLocation": { "artifactLocation": { "uri": uri(file) } } });
    };
    let mut location = json!({ "physicalLocation": {
        "artifactLocation": { "uri": uri(&place.file) },
        "region": {
            "startLine": place.line,
            "startColumn": place.column,
            "endLine": place.end_line,
            "endColumn": place.end_column,
        },
    } });
    if let Some(pointer) = &place.pointer {
        location["logicalLocations"] = json!([{ "fullyQualifiedName": pointer, "kind": "value" }]);
    }
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

#[cfg(test)]
mod tests {
    use super::uri;

    #[test]
    fn paths_become_uris() {
        assert_eq!(uri("bao-cao/xa.json"), "bao-cao/xa.json");
        assert_eq!(uri("báo cáo.json"), "b%C3%A1o%20c%C3%A1o.json");
        assert_eq!(uri("/tmp/a b.json"), "file:///tmp/a%20b.json");
        assert_eq!(uri("quy-3\\xa.json"), "quy-3/xa.json");
        assert_eq!(uri("a:b.json"), "a%3Ab.json");
    }
}
