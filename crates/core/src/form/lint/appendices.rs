//! Appendices and the forms that they hold.

use std::collections::BTreeSet;

use super::place::Places;
use crate::diagnostic::Finding;
use crate::form::FormFile;
use crate::report::AppendixPart;
use crate::{kinds, msg};

pub(super) fn check(file: &FormFile, places: &Places<'_>, findings: &mut Vec<Finding>) {
    let forms: Vec<&str> = file.forms.iter().map(|form| form.id.as_str()).collect();
    for (id, pointer) in held(file) {
        if file.form(id).is_none() {
            findings.push(
                kinds::forms::UNKNOWN_FORM
                    .finding(msg!("không có biểu mẫu \"{id}\"", "there is no form \"{id}\""))
                    .at(places.at(&pointer))
                    .one_of(id, &forms),
            );
        }
    }
    for (appendix, index, part) in parts(file) {
        let count = contents(part).len();
        if count != 1 {
            let finding = kinds::sections::PART_EMPTY.finding(if count == 0 {
                msg!("phần này của phụ lục không nêu in gì", "this part of the appendix does not say what to print")
            } else {
                msg!(
                    "phần này của phụ lục nêu hơn một thứ để in",
                    "this part of the appendix names more than one thing to print"
                )
            });
            findings.push(finding.at(places.at(&format!("/appendices/{appendix}/parts/{index}"))).expected(msg!(
                "một trong: form, table, chart, section, text",
                "one of: form, table, chart, section, text"
            )));
        }
    }
    for (index, _) in file.appendices.iter().enumerate().filter(|(_, of)| of.document.is_some()) {
        findings.push(
            kinds::forms::ISSUED_DOCUMENT
                .finding(msg!(
                    "bộ mẫu không mang văn bản kèm theo",
                    "a template set brings no document that is issued with another"
                ))
                .at(places.at(&format!("/appendices/{index}/document")))
                .hint(msg!(
                    "đưa \"document\" vào phụ lục của báo cáo",
                    "put \"document\" into an appendix of the report"
                )),
        );
    }
    let own = file.appendices.iter().enumerate().map(|(index, of)| (format!("/appendices/{index}/text"), &of.text));
    let parts = parts(file).map(|(of, index, part)| (format!("/appendices/{of}/parts/{index}/text"), &part.text));
    for (pointer, text) in own.chain(parts) {
        if text.as_ref().is_some_and(|text| text.file().is_some()) {
            findings.push(
                kinds::input::WRONG_TYPE
                    .finding(msg!(
                        "lời văn của bộ mẫu không nằm ở tệp cạnh báo cáo",
                        "a text of a template set is in no file beside a report"
                    ))
                    .at(places.at(&pointer))
                    .expected(msg!("một chuỗi, hoặc danh sách các dòng", "a string, or a list of lines")),
            );
        }
    }
}

pub(super) fn advise(file: &FormFile, places: &Places<'_>, findings: &mut Vec<Finding>) {
    let empty = |pointer: &str| {
        kinds::forms::EMPTY_TITLE.finding(msg!("tiêu đề để trống", "a title is empty")).at(places.at(pointer)).hint(
            msg!("ghi tiêu đề, hoặc bỏ trường này nếu được", "write a title, or leave the field out where that may be"),
        )
    };
    for (index, appendix) in file.appendices.iter().enumerate() {
        if appendix.title.trim().is_empty() {
            findings.push(empty(&format!("/appendices/{index}/title")));
        }
        if appendix.form_heading.as_ref().is_some_and(|heading| heading.trim().is_empty()) {
            findings.push(empty(&format!("/appendices/{index}/form_heading")));
        }
    }
    let held: BTreeSet<&str> = held(file).into_iter().map(|(id, _)| id).collect();
    for (index, form) in file.forms.iter().enumerate() {
        if form.title.trim().is_empty() {
            findings.push(empty(&format!("/forms/{index}/title")));
        }
        if !held.contains(form.id.as_str()) {
            let id = &form.id;
            findings.push(
                kinds::forms::FORM_UNUSED
                    .finding(msg!("biểu \"{id}\" không nằm trong phụ lục nào", "the form \"{id}\" is in no appendix"))
                    .at(places.at(&format!("/forms/{index}/id")))
                    .hint(msg!(
                        "thêm \"{id}\" vào \"forms\" của một phụ lục",
                        "add \"{id}\" to the \"forms\" of an appendix"
                    )),
            );
        }
    }
}

/// The forms that appendices hold, with their JSON pointers.
fn held(file: &FormFile) -> Vec<(&str, String)> {
    let mut held = Vec::new();
    for (index, appendix) in file.appendices.iter().enumerate() {
        let forms = appendix.forms.iter().enumerate();
        held.extend(forms.map(|(at, id)| (id.as_str(), format!("/appendices/{index}/forms/{at}"))));
        let parts = appendix.parts.iter().enumerate();
        held.extend(
            parts
                .filter_map(|(at, part)| Some((part.form.as_deref()?, format!("/appendices/{index}/parts/{at}/form")))),
        );
    }
    held
}

/// All parts with the indexes of their appendix and of themselves.
fn parts(file: &FormFile) -> impl Iterator<Item = (usize, usize, &AppendixPart)> {
    file.appendices
        .iter()
        .enumerate()
        .flat_map(|(appendix, of)| of.parts.iter().enumerate().map(move |(index, part)| (appendix, index, part)))
}

/// What a part says that it prints.
fn contents(part: &AppendixPart) -> Vec<&'static str> {
    let given = [
        ("form", part.form.is_some()),
        ("table", part.table.is_some()),
        ("chart", part.chart.is_some()),
        ("section", part.section.is_some()),
        ("text", part.text.is_some()),
    ];
    given.into_iter().filter(|(_, given)| *given).map(|(name, _)| name).collect()
}
