//! Ratios, sums and differences.

use std::collections::{BTreeMap, BTreeSet};

use super::place::{At, Places, indicators};
use crate::diagnostic::Finding;
use crate::form::{FormFile, Kind};
use crate::{kinds, msg};

pub(super) fn check(file: &FormFile, places: &Places<'_>, findings: &mut Vec<Finding>) {
    let rows: BTreeMap<&str, At<'_>> = indicators(file).collect();
    let parts: BTreeMap<&str, Vec<&str>> = rows.iter().map(|(id, at)| (*id, at.row.parts())).collect();
    let known: Vec<&str> = parts.keys().copied().collect();
    for (id, at) in indicators(file) {
        several(id, &at, places, findings);
        for (pointer, part) in named(&at).into_iter().filter(|(_, part)| !parts.contains_key(part)) {
            findings.push(
                kinds::forms::UNKNOWN_PART
                    .finding(msg!(
                        "công thức của \"{id}\" dùng mã không có: \"{part}\"",
                        "the formula of \"{id}\" names an unknown id: \"{part}\""
                    ))
                    .at(places.at(&pointer))
                    .one_of(part, &known),
            );
        }
    }
    let mut told = BTreeSet::new();
    for id in parts.keys() {
        // A circle is one mistake: all who are in it are told of together.
        if told.contains(id) || !reached(id, &parts).contains(id) {
            continue;
        }
        let circle: Vec<&str> = known.iter().copied().filter(|other| in_one_circle(id, other, &parts)).collect();
        let list = circle.join(", ");
        told.extend(circle);
        findings.push(
            kinds::forms::CIRCLE
                .finding(msg!(
                    "công thức của \"{id}\" quay vòng về chính nó",
                    "the formula of \"{id}\" leads back to itself"
                ))
                .at(places.at(&rows[id].pointer("id")))
                .found(list)
                .hint(msg!(
                    "bỏ công thức của một trong các chỉ tiêu này",
                    "take the formula from one of these indicators"
                )),
        );
    }
}

/// A row can be computed in one way only.
fn several(id: &str, at: &At<'_>, places: &Places<'_>, findings: &mut Vec<Finding>) {
    let row = at.row;
    let formulas =
        [("ratio", row.ratio.is_some()), ("sum", row.sum.is_some()), ("difference", row.difference.is_some())];
    let given: Vec<&str> = formulas.into_iter().filter(|(_, given)| *given).map(|(name, _)| name).collect();
    if given.len() > 1 {
        findings.push(
            kinds::forms::TWO_FORMULAS
                .finding(msg!("\"{id}\" có hơn một công thức", "\"{id}\" has more than one formula"))
                .at(places.at(&at.pointer(given[1])))
                .found(given.join(", "))
                .hint(msg!("giữ lại một công thức", "keep one of them")),
        );
    }
}

/// The ids in a formula, each with its JSON pointer.
fn named<'a>(at: &At<'a>) -> Vec<(String, &'a str)> {
    let row = at.row;
    let lists: [(&str, &[String]); 3] = [
        ("ratio", row.ratio.as_ref().map_or(&[], |pair| pair)),
        ("sum", row.sum.as_deref().unwrap_or_default()),
        ("difference", row.difference.as_ref().map_or(&[], |pair| pair)),
    ];
    let parts = lists.into_iter().flat_map(|(field, ids)| {
        ids.iter().enumerate().map(move |(index, id)| (at.pointer(&format!("{field}/{index}")), id.as_str()))
    });
    parts.collect()
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

pub(super) fn advise(file: &FormFile, places: &Places<'_>, findings: &mut Vec<Finding>) {
    for (id, at) in indicators(file) {
        let row = at.row;
        if row.ratio.is_some() && row.kind != Kind::Percent {
            let kind = row.kind.words();
            let (vi, en) = (kind.vi, kind.en);
            findings.push(
                kinds::forms::RATIO_NOT_PERCENT
                    .finding(msg!(
                        "\"{id}\" tính bằng tỷ lệ nhưng loại là {vi}",
                        "\"{id}\" is computed as a ratio and is of the kind {en}"
                    ))
                    .at(places.at(&at.pointer("kind")))
                    .expected(msg!("\"kind\": \"percent\"", "\"kind\": \"percent\"")),
            );
        } else if !row.kind.is_number() && !row.parts().is_empty() {
            let kind = row.kind.words();
            let (vi, en) = (kind.vi, kind.en);
            findings.push(
                kinds::forms::FORMULA_NOT_NUMBER
                    .finding(msg!(
                        "\"{id}\" có công thức nhưng loại là {vi}",
                        "\"{id}\" has a formula and is of the kind {en}"
                    ))
                    .at(places.at(&at.pointer("kind")))
                    .expected(msg!(
                        "\"kind\": \"count\", \"money\" hoặc \"percent\"",
                        "\"kind\": \"count\", \"money\" or \"percent\""
                    )),
            );
        }
        if row.sum.as_ref().is_some_and(Vec::is_empty) {
            findings.push(
                kinds::forms::EMPTY_SUM
                    .finding(msg!(
                        "tổng \"{id}\" không có số hạng nào, luôn bằng 0",
                        "the sum \"{id}\" has no parts and is always 0"
                    ))
                    .at(places.at(&at.pointer("sum")))
                    .hint(msg!(
                        "ghi các mã được cộng, hoặc bỏ \"sum\"",
                        "name the ids that are added, or take \"sum\" away"
                    )),
            );
        }
        for (pointer, part) in named(&at) {
            let Some(kind) = file.indicator(part).map(|row| row.kind).filter(|kind| !kind.is_number()) else {
                continue;
            };
            let (vi, en) = (kind.words().vi, kind.words().en);
            findings.push(
                kinds::forms::PART_NOT_NUMBER
                    .finding(msg!(
                        "công thức của \"{id}\" tính với \"{part}\", loại {vi}",
                        "the formula of \"{id}\" computes with \"{part}\", of the kind {en}"
                    ))
                    .at(places.at(&pointer))
                    .expected(msg!("một chỉ tiêu số", "an indicator that is a number")),
            );
        }
    }
}
