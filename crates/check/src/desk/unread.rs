//! What is told of a report that does not fit its schema beside that: ids that its template set does not have. All that can
//! be seen is told in one round.

use baocao_core::diagnostic::Finding;
use baocao_core::form;
use baocao_core::report::{Input, pointer_part};
use baocao_core::{kinds, msg};
use serde_json::{Map, Value};

use super::Desk;

impl Desk {
    /// Tells of indicators, sections and tables that are not there, where the template set is known.
    pub(super) fn tell_unknown_ids(&self, input: &Input, findings: &mut Vec<Finding>) {
        let Ok(report) = serde_json::from_str::<Value>(&input.source.text) else { return };
        let Some(template) = report["template"].as_str() else { return };
        // What is wrong with the set itself is told when the report can be read.
        let Some(script) = self.script(template, None, &mut Vec::new()) else { return };
        let set = script.set();
        let keys = |of: &str| report[of].as_object().into_iter().flat_map(Map::keys).map(String::as_str);
        form::tell_unknown(keys("figures"), &set.form, template, input, findings);
        let mut sections: Vec<&str> = set.outline.ids();
        below(&report["outline"], "id", &mut sections);
        below(&report["appendices"], "section", &mut sections);
        sections.extend(set.form.appendices.iter().flat_map(|appendix| appendix.sections()));
        for id in keys("sections").filter(|id| !sections.contains(id)) {
            let finding = kinds::sections::UNKNOWN_SECTION
                .finding(msg!("đề cương không có mục \"{id}\"", "the outline has no section \"{id}\""))
                .at(input.key_place(&format!("/sections/{}", pointer_part(id))));
            findings.push(finding.one_of(id, &sections));
        }
        let tables: Vec<&str> = keys("tables").chain(set.form.tables.keys().map(String::as_str)).collect();
        for (index, appendix) in report["appendices"].as_array().into_iter().flatten().enumerate() {
            for (part, id) in appendix["parts"].as_array().into_iter().flatten().enumerate() {
                let Some(id) = id["table"].as_str().filter(|id| !tables.contains(id)) else { continue };
                let finding = kinds::tables::UNKNOWN
                    .finding(msg!("không có bảng \"{id}\"", "there is no table \"{id}\""))
                    .at(input.place(&format!("/appendices/{index}/parts/{part}/table")));
                findings.push(finding.one_of(id, &tables));
            }
        }
    }
}

/// The texts of a field, wherever below a value they stand.
fn below<'a>(value: &'a Value, field: &str, found: &mut Vec<&'a str>) {
    match value {
        Value::Array(values) => values.iter().for_each(|value| below(value, field, found)),
        Value::Object(fields) => {
            found.extend(fields.get(field).and_then(Value::as_str));
            fields.values().for_each(|value| below(value, field, found));
        }
        _ => {}
    }
}
