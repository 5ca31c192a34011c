//! The schema of reports of one template set: editors then know its indicators, sections and forms by name.
//!
//! Editors show the description of what a `$ref` leads to in place of the one beside it. So what has a name of its own here
//! leads to a type without a description.

use serde_json::{Map, Value, json};

use super::{Section, TemplateSet};
use crate::form::{Kind, Row};
use crate::markdown::plain_label;
use crate::report::generate_schema;

/// The report schema with the ids of a set under `figures` and `sections`, described by their labels and headings, its codes,
/// forms and indicators as lists of values, and all descriptions in Vietnamese first.
pub fn report_schema(set: &TemplateSet) -> String {
    let mut schema = generate_schema();
    vietnamese_first(&mut schema);
    for named in ["Figure", "SectionText"] {
        without_descriptions(&mut schema["$defs"][named]);
    }
    let labels: Vec<(&str, String)> = set.form.indicators().map(|(id, row)| (id, described(row))).collect();
    put_figures(&mut schema, &labels);
    let figures = set.form.indicators().map(|(id, row)| (id.to_owned(), figure(row)));
    name_properties(&mut schema["properties"]["figures"], figures.collect());
    let mut sections = Map::new();
    let around = [(&set.outline.opening, "Phần mở đầu / Opening"), (&set.outline.closing, "Phần kết / Closing")];
    for (id, described) in around {
        sections.insert(id.clone(), json!({ "$ref": "#/$defs/SectionText", "description": described }));
    }
    describe(&set.outline.sections, &mut sections);
    name_properties(&mut schema["properties"]["sections"], sections);
    let forms: Vec<(&str, String)> =
        set.form.forms.iter().map(|form| (form.id.as_str(), plain_label(&form.title))).collect();
    one_of(&mut schema["$defs"]["OwnAppendix"]["properties"]["forms"]["items"], &forms);
    one_of(&mut schema["$defs"]["AppendixPart"]["properties"]["form"], &forms);
    if set.outline.document.subject
        && let Some(required) = schema["$defs"]["Document"]["required"].as_array_mut()
    {
        required.push(json!("subject"));
    }
    let template = &mut schema["properties"]["template"];
    template["const"] = json!(set.name);
    // Editors propose examples, and those of other sets would be wrong.
    template.as_object_mut().map(|template| template.remove("examples"));
    let mut text = serde_json::to_string_pretty(&schema).unwrap_or_default();
    text.push('\n');
    text
}

/// The label of a row, with its unit.
fn described(row: &Row) -> String {
    let (label, unit) = (plain_label(&row.label), row.unit_text().replace('\n', "; "));
    if unit.is_empty() { label } else { format!("{label} ({unit})") }
}

/// The figure of a row: its codes are a list of values.
fn figure(row: &Row) -> Value {
    let mut figure = json!({ "$ref": "#/$defs/Figure", "description": described(row) });
    if row.kind == Kind::Code {
        let codes = row.codes.iter().map(|code| (json!(code.code), plain_label(&code.label)));
        let (codes, labels): (Vec<Value>, Vec<String>) = codes.chain([(Value::Null, "Để trống".to_owned())]).unzip();
        let value = json!({ "enum": codes, "enumDescriptions": labels });
        let with_note = json!({
            "type": "object",
            "properties": { "value": value, "note": { "type": ["string", "null"] }, "note_rows": { "type": "integer" } },
            "required": ["value"],
            "additionalProperties": false,
        });
        figure = json!({ "description": described(row), "anyOf": [value, with_note] });
    }
    figure
}

/// A text that is one of these ids, or what else it may be.
fn one_of(schema: &mut Value, ids: &[(&str, String)]) {
    let may_be_null = schema["type"].as_array().is_some_and(|types| types.contains(&json!("null")));
    let (mut values, mut labels): (Vec<Value>, Vec<&str>) =
        ids.iter().map(|(id, label)| (json!(id), label.as_str())).unzip();
    if may_be_null {
        values.push(Value::Null);
        labels.push("");
    }
    schema["enum"] = values.into();
    schema["enumDescriptions"] = json!(labels);
}

/// Wherever a field `figure` names an indicator it is one of the set's.
fn put_figures(schema: &mut Value, labels: &[(&str, String)]) {
    match schema {
        Value::Object(fields) => {
            let figure = fields.get_mut("properties").and_then(|properties| properties.get_mut("figure"));
            if let Some(figure) = figure.filter(|figure| !figure["type"].is_null()) {
                one_of(figure, labels);
            }
            fields.values_mut().for_each(|below| put_figures(below, labels));
        }
        Value::Array(values) => values.iter_mut().for_each(|below| put_figures(below, labels)),
        _ => {}
    }
}

/// The Vietnamese half of every description before the English one.
fn vietnamese_first(schema: &mut Value) {
    match schema {
        Value::Object(fields) => {
            if let Some(Value::String(text)) = fields.get_mut("description")
                && let Some((en, vi)) = text.split_once("\n\n")
            {
                *text = format!("{vi}\n\n{en}");
            }
            fields.values_mut().for_each(vietnamese_first);
        }
        Value::Array(values) => values.iter_mut().for_each(vietnamese_first),
        _ => {}
    }
}

/// A type without its own description and those of its forms.
fn without_descriptions(schema: &mut Value) {
    let forms = schema.get_mut("anyOf").and_then(Value::as_array_mut);
    for form in forms.into_iter().flatten() {
        form.as_object_mut().map(|form| form.remove("description"));
    }
    schema.as_object_mut().map(|schema| schema.remove("description"));
}

fn name_properties(object: &mut Value, properties: Map<String, Value>) {
    object["properties"] = Value::Object(properties);
    object["additionalProperties"] = Value::Bool(false);
}

fn describe(sections: &[Section], out: &mut Map<String, Value>) {
    for section in sections {
        out.insert(section.id.clone(), json!({ "$ref": "#/$defs/SectionText", "description": section.title }));
        describe(&section.sections, out);
    }
}
