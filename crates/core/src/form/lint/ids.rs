//! Ids of forms and indicators.

use std::collections::{BTreeMap, BTreeSet};

use super::place::{At, Places, indicators};
use crate::diagnostic::Finding;
use crate::form::FormFile;
use crate::{kinds, msg};

pub(super) fn check(file: &FormFile, places: &Places<'_>, findings: &mut Vec<Finding>) {
    let mut forms = BTreeSet::new();
    for (index, form) in file.forms.iter().enumerate() {
        if !forms.insert(form.id.as_str()) {
            let id = &form.id;
            findings.push(
                kinds::forms::FORM_TWICE
                    .finding(msg!("mã biểu \"{id}\" có hai lần", "the form \"{id}\" is there twice"))
                    .at(places.at(&format!("/forms/{index}/id")))
                    .hint(msg!("đặt cho một trong hai biểu mã khác", "give one of the two forms another id")),
            );
        }
    }
    let mut seen = BTreeSet::new();
    let known: Vec<&str> = file.indicators().map(|(id, _)| id).collect();
    tell_circles(file, places, findings);
    for (id, at) in indicators(file) {
        if !seen.insert(id) {
            findings.push(
                kinds::forms::INDICATOR_TWICE
                    .finding(msg!("mã chỉ tiêu \"{id}\" có hai lần", "the indicator \"{id}\" is defined twice"))
                    .at(places.at(&at.pointer("id")))
                    .hint(msg!(
                        "đặt cho một trong hai dòng mã khác; cùng một số in hai nơi thì thêm \"same_as\"",
                        "give one of the two rows another id; for one figure printed twice add \"same_as\""
                    )),
            );
        }
        match &at.row.same_as {
            Some(other) if other == id => findings.push(
                kinds::forms::SAME_AS
                    .finding(msg!("\"same_as\" của \"{id}\" chỉ về chính nó", "\"same_as\" of \"{id}\" names itself"))
                    .at(places.at(&at.pointer("same_as")))
                    .hint(msg!("ghi mã của dòng kia", "name the id of the other row")),
            ),
            Some(other) if !known.contains(&other.as_str()) => findings.push(
                kinds::forms::SAME_AS
                    .finding(msg!(
                        "\"same_as\" của \"{id}\" dùng mã không có: \"{other}\"",
                        "\"same_as\" of \"{id}\" names an unknown id: \"{other}\""
                    ))
                    .at(places.at(&at.pointer("same_as")))
                    .one_of(other, &known),
            ),
            _ => {}
        }
    }
}

/// Rows that say of one another that they print the same figure: none of them has it. Each circle is told once.
fn tell_circles(file: &FormFile, places: &Places<'_>, findings: &mut Vec<Finding>) {
    let rows: BTreeMap<&str, At<'_>> = indicators(file).collect();
    let next = |id: &str| rows.get(id)?.row.same_as.as_deref().filter(|other| *other != id);
    let mut followed: BTreeSet<&str> = BTreeSet::new();
    for first in rows.keys().copied() {
        let (mut path, mut at) = (Vec::new(), Some(first));
        while let Some(id) = at.filter(|id| followed.insert(id)) {
            path.push(id);
            at = next(id).and_then(|other| rows.get_key_value(other)).map(|(other, _)| *other);
        }
        let Some(begin) = at.and_then(|again| path.iter().position(|id| *id == again)) else { continue };
        let (id, list) = (path[begin], path[begin..].join(", "));
        findings.push(
            kinds::forms::SAME_AS
                .finding(msg!(
                    "\"same_as\" của \"{id}\" quay vòng về chính nó",
                    "\"same_as\" of \"{id}\" leads back to itself"
                ))
                .at(places.at(&rows[id].pointer("same_as")))
                .found(list)
                .hint(msg!("bỏ \"same_as\" của dòng có số liệu", "take \"same_as\" from the row that has the figure")),
        );
    }
}

pub(super) fn advise(file: &FormFile, places: &Places<'_>, findings: &mut Vec<Finding>) {
    for (id, at) in indicators(file).filter(|(id, _)| !is_well_formed(id)) {
        findings.push(
            kinds::forms::ID_MALFORMED
                .finding(msg!("mã chỉ tiêu \"{id}\" không đúng dạng", "the id \"{id}\" has not the usual form"))
                .at(places.at(&at.pointer("id")))
                .expected(msg!(
                    "chủ-đề.nội-dung: chữ thường không dấu, số, dấu gạch nối, ít nhất một dấu chấm",
                    "topic.what-it-is: lower-case letters without marks, digits, hyphens, at least one dot"
                )),
        );
    }
}

/// `topic.what-it-is`
fn is_well_formed(id: &str) -> bool {
    let fine = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    id.contains('.') && id.split('.').all(|part| !part.is_empty() && part.chars().all(fine))
}
