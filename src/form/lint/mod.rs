//! Mistakes in a form definition.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{FormFile, Kind};
use crate::diagnostic::{Finding, Message, Place, Source};
use crate::msg;

/// How codes are written.
const CODES: &str = r#""codes": [{ "code": 0, "label": "..." }, { "code": 1, "label": "..." }]"#;

impl FormFile {
    /// Adds a finding for every mistake: ids given twice, formulas that name unknown ids or go round in a circle,
    /// a coded indicator without codes, appendices with unknown forms.
    pub fn check(&self, source: &Arc<Source>, findings: &mut Vec<Finding>) {
        let mut seen = BTreeSet::new();
        for (id, row) in self.indicators() {
            if !seen.insert(id) {
                findings.push(
                    Finding::error(
                        "mau/ma-lap",
                        msg!("mã chỉ tiêu \"{id}\" có hai lần", "the indicator \"{id}\" is defined twice"),
                    )
                    .at(Place::of_quoted(source, Some("id"), id))
                    .hint(msg!("đặt cho một trong hai dòng mã khác", "give one of the two rows another id")),
                );
            }
            if row.kind == Kind::Code && row.codes.is_empty() {
                findings.push(
                    Finding::error(
                        "mau/thieu-ma",
                        msg!("chỉ tiêu \"{id}\" không có bảng mã", "the indicator \"{id}\" has no codes"),
                    )
                    .at(Place::of_quoted(source, Some("id"), id))
                    .expected(Message::new(CODES, CODES)),
                );
            }
        }
        let parts: BTreeMap<&str, Vec<&str>> = self.indicators().map(|(id, row)| (id, row.parts())).collect();
        let known: Vec<&str> = parts.keys().copied().collect();
        let mut told = BTreeSet::new();
        for (id, of) in &parts {
            for part in of.iter().filter(|part| !parts.contains_key(*part)) {
                findings.push(
                    Finding::error(
                        "mau/cong-thuc-sai",
                        msg!(
                            "công thức của \"{id}\" dùng mã không có: \"{part}\"",
                            "the formula of \"{id}\" names an unknown id: \"{part}\""
                        ),
                    )
                    .at(Place::of_quoted(source, None, part))
                    .one_of(part, &known),
                );
            }
            // A circle is one mistake: all who are in it are told of together.
            if !told.contains(id) && reached(id, &parts).contains(id) {
                let circle: Vec<&str> =
                    known.iter().copied().filter(|other| in_one_circle(id, other, &parts)).collect();
                let list = circle.join(", ");
                told.extend(circle);
                findings.push(
                    Finding::error(
                        "mau/cong-thuc-vong",
                        msg!(
                            "công thức của \"{id}\" quay vòng về chính nó",
                            "the formula of \"{id}\" leads back to itself"
                        ),
                    )
                    .at(Place::of_quoted(source, Some("id"), id))
                    .found(list)
                    .hint(msg!(
                        "bỏ công thức của một trong các chỉ tiêu này",
                        "take the formula from one of these indicators"
                    )),
                );
            }
        }
        let forms: Vec<&str> = self.forms.iter().map(|form| form.id.as_str()).collect();
        for id in self.appendices.iter().flat_map(|appendix| &appendix.forms) {
            if self.form(id).is_none() {
                findings.push(
                    Finding::error(
                        "mau/bieu-khong-biet",
                        msg!("không có biểu mẫu \"{id}\"", "there is no form \"{id}\""),
                    )
                    .at(Place::of_quoted(source, None, id))
                    .one_of(id, &forms),
                );
            }
        }
    }
}

/// All indicators that a formula leads to.
fn reached<'a>(start: &str, parts: &BTreeMap<&'a str, Vec<&'a str>>) -> BTreeSet<&'a str> {
    let mut open: Vec<&str> = parts.get(start).into_iter().flatten().copied().collect();
    let mut seen = BTreeSet::new();
    while let Some(id) = open.pop() {
        if seen.insert(id) {
            open.extend(parts.get(id).into_iter().flatten());
        }
    }
    seen
}

fn in_one_circle(a: &str, b: &str, parts: &BTreeMap<&str, Vec<&str>>) -> bool {
    reached(a, parts).contains(b) && reached(b, parts).contains(a)
}
