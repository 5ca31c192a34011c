//! What is told of a report that does not fit its schema beside that: ids that its template set does not have. All that can
//! be seen is told in one round.

use baocao_core::diagnostic::{Finding, Kind, Message, Place, Severity};
use baocao_core::form;
use baocao_core::report::{Input, is_below, pointer_part};
use baocao_core::{kinds, msg};
use serde_json::{Map, Value};

use super::Desk;
use crate::Review;

impl Desk {
    /// Tells of indicators, sections, tables, charts and forms that are not there and of numbers that cannot be read, where the template set is known.
    pub(super) fn tell_unknown_ids(&self, input: &Input, findings: &mut Vec<Finding>) {
        let Ok(report) = serde_json::from_str::<Value>(&input.source.text) else { return };
        let Some(template) = report["template"].as_str() else { return };
        // What is wrong with the set itself is told when the report can be read.
        let Some(script) = self.script(template, None, &mut Vec::new()) else { return };
        let set = script.set();
        let keys = |of: &str| report[of].as_object().into_iter().flat_map(Map::keys).map(String::as_str);
        form::tell_unknown(keys("figures"), &set.form, template, input, findings);
        let written = report["figures"].as_object().into_iter().flatten();
        form::tell_unreadable(
            written.filter_map(|(id, value)| Some((id.as_str(), value.as_str().or_else(|| value["value"].as_str())?))),
            &set.form,
            input,
            findings,
        );
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
        let charts: Vec<&str> = keys("charts").chain(set.form.charts.keys().map(String::as_str)).collect();
        let forms: Vec<&str> = set.form.forms.iter().map(|form| form.id.as_str()).collect();
        let mut tell = |kind: &Kind, id: &Value, known: &[&str], what: Message, place: String| {
            let unknown = id.as_str().filter(|id| !known.contains(id));
            findings.extend(unknown.map(|id| kind.finding(what).at(input.place(&place)).one_of(id, known)));
        };
        for (index, appendix) in report["appendices"].as_array().into_iter().flatten().enumerate() {
            for (at, id) in appendix["forms"].as_array().into_iter().flatten().enumerate() {
                tell(&kinds::forms::UNKNOWN_FORM, id, &forms, no_form(id), format!("/appendices/{index}/forms/{at}"));
            }
            for (at, part) in appendix["parts"].as_array().into_iter().flatten().enumerate() {
                let place = |field: &str| format!("/appendices/{index}/parts/{at}/{field}");
                let (table, chart, form) = (&part["table"], &part["chart"], &part["form"]);
                tell(&kinds::tables::UNKNOWN, table, &tables, no_table(table), place("table"));
                tell(&kinds::charts::UNKNOWN, chart, &charts, no_chart(chart), place("chart"));
                tell(&kinds::forms::UNKNOWN_FORM, form, &forms, no_form(form), place("form"));
            }
        }
    }
}

fn no_form(id: &Value) -> Message {
    msg!("không có biểu mẫu {id}", "there is no form {id}")
}

fn no_table(id: &Value) -> Message {
    msg!("không có bảng {id}", "there is no table {id}")
}

fn no_chart(id: &Value) -> Message {
    msg!("không có biểu đồ {id}", "there is no chart {id}")
}

/// Of what was told of an unfinished report since `told`, what is new: not of a place that was told of already, nor of one
/// that says nothing.
pub(super) fn keep_new(told: &[Finding], holes: &[String], findings: &mut Vec<Finding>) {
    let known = |finding: &Finding| {
        let pointer = finding.place.as_ref().and_then(Place::pointer);
        pointer.is_some_and(|pointer| holes.iter().any(|hole| is_below(pointer, hole)))
            || told
                .iter()
                .any(|one| (one.id, &one.place, &one.message) == (finding.id, &finding.place, &finding.message))
    };
    let mut at = 0;
    findings.retain(|finding| {
        at += 1;
        at <= told.len() || !known(finding)
    });
}

/// The places of an unfinished report of which rules have nothing to say: those that say nothing, those with errors, and the
/// whole head of the document where something of it is wrong, for its parts are judged together.
pub(super) fn unheard(holes: &[String], findings: &[Finding]) -> Vec<String> {
    let errors = findings.iter().filter(|finding| finding.severity == Severity::Error);
    let places = errors.filter_map(|finding| finding.place.as_ref()?.pointer()).filter(|pointer| !pointer.is_empty());
    let mut all: Vec<String> = places.map(str::to_owned).chain(holes.iter().cloned()).collect();
    if all.iter().any(|place| is_below(place, HEAD)) {
        all.push(HEAD.to_owned());
    }
    all
}

/// The head of the document.
const HEAD: &str = "/document";

/// What is to be said of an unfinished report itself: where it says nothing. Exemptions may have had their findings there.
pub(super) fn tell_unfinished(holes: &[String], input: &Input, review: &mut Review) {
    review.findings.retain(|finding| finding.id != kinds::settings::UNUSED_EXEMPTION.id);
    let finding = kinds::input::UNFINISHED
        .finding(msg!(
            "báo cáo chưa xong: những gì cần đến các chỗ còn lỗi và các trang in thì chưa kiểm được",
            "the report is unfinished: what needs the places with errors, or the pages, was not evaluated"
        ))
        .at(Place::file(&input.source));
    review.findings.push(if holes.is_empty() { finding } else { finding.found(holes.join(", ")) });
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
