//! The schema of reports of one template set: editors then know its indicators and sections by name.

use serde_json::{Map, Value, json};

use super::{Section, TemplateSet};
use crate::markdown::plain_label;
use crate::report::generate_schema;

/// The report schema with the ids of a set under `figures` and `sections`, described by their labels and headings.
pub fn report_schema(set: &TemplateSet) -> String {
    let mut schema = generate_schema();
    let figures = set.form.indicators().map(|(id, row)| {
        let (label, unit) = (plain_label(&row.label), row.unit_text().replace('\n', "; "));
        let described = if unit.is_empty() { label } else { format!("{label} ({unit})") };
        (id.to_owned(), json!({ "$ref": "#/$defs/Figure", "description": described }))
    });
    name_properties(&mut schema["properties"]["figures"], figures.collect());
    let mut sections = Map::new();
    for id in [&set.outline.opening, &set.outline.closing] {
        sections.insert(id.clone(), json!({ "$ref": "#/$defs/SectionText" }));
    }
    describe(&set.outline.sections, &mut sections);
    name_properties(&mut schema["properties"]["sections"], sections);
    schema["properties"]["template"]["const"] = json!(set.name);
    let mut text = serde_json::to_string_pretty(&schema).unwrap_or_default();
    text.push('\n');
    text
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
