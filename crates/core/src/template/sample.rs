//! Samples to begin with: the project's own examples, or a skeleton for an office's own set.

use include_dir::{Dir, include_dir};
use serde_json::{Map, Value, json};

use super::{Section, TemplateSet, Templates};
use crate::diagnostic::Finding;
use crate::form::Kind;

static EXAMPLES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../examples");

/// The text of a complete report of a template set.
pub fn sample(templates: &Templates, name: &str, findings: &mut Vec<Finding>) -> Option<String> {
    if let Some(example) = example(name) {
        return Some(example.replacen("../schema/report.schema.json", "report.schema.json", 1));
    }
    let set = templates.load(name, None, findings)?;
    let mut text = serde_json::to_string_pretty(&skeleton(&set)).ok()?;
    text.push('\n');
    Some(text)
}

/// The example of the project that uses a set and needs no other file, if there is one.
fn example(name: &str) -> Option<&'static str> {
    let quoted = format!("\"template\": \"{name}\"");
    let mut files: Vec<_> =
        EXAMPLES.files().filter(|file| file.path().extension().is_some_and(|end| end == "json")).collect();
    files.sort_by_key(|file| file.path());
    files
        .into_iter()
        .filter_map(|file| file.contents_utf8())
        .find(|text| text.contains(&quoted) && !text.contains("\"file\":"))
}

/// A report without figures: the header and the sections that a set asks for, with words in place of what is not known.
pub fn empty_report(set: &TemplateSet) -> Value {
    let mut report = skeleton(set);
    report["figures"] = json!({});
    report
}

/// Every indicator and every section that the report must bring.
fn skeleton(set: &TemplateSet) -> Value {
    let mut figures = Map::new();
    for (id, row) in set.form.indicators() {
        if row.parts().is_empty() && !row.optional {
            let value = match row.kind {
                Kind::Code => row.codes.first().map_or(Value::Null, |code| code.code.into()),
                Kind::Text | Kind::Group => Value::Null,
                Kind::Count | Kind::Money | Kind::Percent => 0.into(),
            };
            figures.insert(id.to_owned(), value);
        }
    }
    let mut sections = Map::new();
    texts(&set.outline.sections, set, &mut sections);
    for id in [&set.outline.opening, &set.outline.closing] {
        if !set.sections.contains_key(id) {
            sections.insert(id.clone(), "...".into());
        }
    }
    json!({
        "$schema": "report.schema.json",
        "template": set.name,
        "period": { "kind": "quarter", "year": 2026, "quarter": 3, "from": "2026-06-15", "to": "2026-09-14" },
        "document": {
            "organ": { "organ_name": "TÊN CƠ QUAN", "short_name": "Tên cơ quan" },
            "code_number": null,
            "code_notation": "BC-UBND",
            "promulgation": { "place": "Địa danh" },
            "subject": "Trích yếu nội dung báo cáo",
            "signers": [{ "competence": ["TM. ỦY BAN NHÂN DÂN"], "position": "CHỦ TỊCH" }],
            "to": ["Tên cơ quan nhận báo cáo"],
            "recipients": ["Như trên", "Lưu: VT"]
        },
        "figures": figures,
        "sections": sections
    })
}

fn texts(sections: &[Section], set: &TemplateSet, out: &mut Map<String, Value>) {
    for section in sections {
        if section.sections.is_empty() && !section.optional && !set.sections.contains_key(&section.id) {
            out.insert(section.id.clone(), format!("({})", without_tags(&section.title)).into());
        }
        texts(&section.sections, set, out);
    }
}

/// A title without its tags, which only a report can fill.
fn without_tags(title: &str) -> String {
    let mut parts = title.split("{{");
    let first = parts.next().unwrap_or_default().to_owned();
    let whole = parts.fold(first, |text, part| text + part.split_once("}}").map_or("", |(_, behind)| behind));
    whole.split_whitespace().collect::<Vec<_>>().join(" ")
}
