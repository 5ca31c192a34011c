//! What is told of the figures that were rolled up.

use std::collections::BTreeMap;

use baocao_core::diagnostic::{Finding, Message};
use baocao_core::form::{Row, Whole};
use baocao_core::report::{FigureValue, Part, Slot};
use baocao_core::{kinds, msg};

use crate::child::Child;
use crate::parent::{Differing, Parent};
use crate::totals::Totals;

/// So many indicators, or units, are named in a finding.
const MOST_NAMED: usize = 20;

/// So many of them in its first line.
const FEW: usize = 8;

/// So many units where there are more.
const FEWER: usize = 3;

/// Tells of all that is not, or not wholly, in the totals.
pub(crate) fn tell(
    totals: &Totals<'_>,
    parent: &Parent,
    children: &[Child],
    names: &[String],
    findings: &mut Vec<Finding>,
) {
    for (unit, ids) in &totals.left_out {
        let (name, count, list) = (&names[*unit], ids.len(), list(ids));
        findings.push(
            kinds::rollup::LEFT_OUT
                .finding(msg!(
                    "{name} thiếu {count} số liệu; tổng chưa gồm đơn vị này",
                    "{name} lacks {count} figures; the totals are without this unit"
                ))
                .at(children[*unit].input.key_place("/figures"))
                .expected(msg!("{list}", "{list}")),
        );
    }
    versions(totals, parent, children, findings);
    // What the report above gives itself is not missed.
    let gives = |id: &str| parent.report.figures.get(id).is_some_and(|figure| figure.value != FigureValue::Absent);
    for (id, units) in totals.without_parts.iter().filter(|(id, _)| !gives(id)) {
        let Message { vi, en } = named(units, names);
        let finding = kinds::rollup::NO_PARTS.finding(msg!(
            "\"{id}\" để trống: tỷ lệ thiếu tử số hoặc mẫu số ở {vi}",
            "\"{id}\" is left blank: the ratio lacks its parts at {en}"
        ));
        let first = units.first().and_then(|unit| children.get(*unit));
        findings.push(finding.at(first.map(|child| child.at(id))));
    }
    for (id, units) in &totals.other_kind {
        let Message { vi, en } = named(units, names);
        let row = parent.set().form.indicator(id);
        let unit = row.map(|row| row.unit_words()).unwrap_or_default();
        let first = units.first().and_then(|unit| children.get(*unit));
        findings.push(
            kinds::rollup::OTHER_KIND
                .finding(msg!(
                    "\"{id}\" chưa gồm {vi}: đơn vị tính hoặc bảng mã khác",
                    "\"{id}\" is without {en}: another unit of measure or list of codes"
                ))
                .at(first.map(|child| child.at(id)))
                .expected(msg!("{unit}", "{unit}")),
        );
    }
    nulls(totals, names, findings);
    not_used(totals, parent, children, findings);
    own(totals, parent, findings);
}

/// Versions of the form that lack indicators: told once for each.
fn versions(totals: &Totals<'_>, parent: &Parent, children: &[Child], findings: &mut Vec<Finding>) {
    let mut by_set: BTreeMap<&str, (Vec<usize>, &[&str])> = BTreeMap::new();
    for (unit, ids) in &totals.not_in_form {
        by_set.entry(&children[*unit].set().name).or_insert((Vec::new(), ids)).0.push(*unit);
    }
    for (set, (units, ids)) in by_set {
        let (count, indicators, list, wanted) = (units.len(), ids.len(), list(ids), &parent.set().name);
        let place = units.first().and_then(|unit| children.get(*unit)).map(|child| child.input.at(Slot::Template));
        findings.push(
            kinds::rollup::VERSION_LACKS
                .finding(msg!(
                    "mẫu {set} của {count} đơn vị không có {indicators} chỉ tiêu của {wanted}; tổng chưa gồm các đơn vị này",
                    "{set}, the form of {count} units, lacks {indicators} indicators of {wanted}; the totals are without these units"
                ))
                .at(place)
                .expected(msg!("{list}", "{list}")),
        );
    }
}

/// Figures that units know to be nothing.
fn nulls(totals: &Totals<'_>, names: &[String], findings: &mut Vec<Finding>) {
    let absent = totals.list.iter().filter_map(|total| {
        let units: Vec<usize> =
            total.parts.iter().filter(|(_, part)| **part == Part::Absent).map(|(unit, _)| *unit).collect();
        let all = units.len() == total.parts.len();
        (!units.is_empty() && !all).then(|| (total.id, named(&units, names)))
    });
    let absent: Vec<(&str, Message)> = absent.collect();
    if absent.is_empty() {
        return;
    }
    let all = |of: fn(&Message) -> &str| {
        let all: Vec<String> = absent.iter().map(|(id, units)| format!("{id}: {}", of(units))).collect();
        few(&all.iter().map(String::as_str).collect::<Vec<_>>())
    };
    let (count, vi, en) = (absent.len(), all(|units| &units.vi), all(|units| &units.en));
    findings.push(kinds::rollup::NULLS.finding(msg!(
        "{count} chỉ tiêu có đơn vị ghi null, không cộng gì và tổng vẫn đủ: {vi}",
        "{count} indicators are null at some units, which add nothing, and the totals are whole: {en}"
    )));
}

/// Indicators of the units that the report above does not have.
fn not_used(totals: &Totals<'_>, parent: &Parent, children: &[Child], findings: &mut Vec<Finding>) {
    let form = &parent.set().form;
    let of: Vec<&str> = totals.list.iter().map(|total| total.rule.of(total.id)).collect();
    let mut sets: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for child in children.iter().filter(|child| !child.is_own) {
        sets.entry(&child.set().name).or_insert_with(|| {
            let theirs = &child.set().form;
            let parts = of.iter().filter(|id| form.indicator(id).is_some_and(|row| row.ratio.is_none()));
            let parts: Vec<&str> = parts.filter_map(|id| theirs.indicator(id)).flat_map(Row::parts).collect();
            let is_used = |id: &&str| form.indicator(id).is_some() || of.contains(id) || parts.contains(id);
            theirs.indicators().map(|(id, _)| id).filter(|id| !is_used(id)).collect()
        });
    }
    for (set, ids) in sets.into_iter().filter(|(_, ids)| !ids.is_empty()) {
        let (count, list, wanted) = (ids.len(), few(&ids), &parent.set().name);
        findings.push(kinds::rollup::NOT_USED.finding(msg!(
            "{count} chỉ tiêu của {set} không có trong {wanted}: {list}",
            "{count} indicators of {set} are not in {wanted}: {list}"
        )));
    }
}

/// Indicators that the report above must give itself and does not.
fn own(totals: &Totals<'_>, parent: &Parent, findings: &mut Vec<Finding>) {
    let form = &parent.set().form;
    let asked = |id: &&str| {
        let optional = form.indicator(id).is_some_and(|row| row.optional);
        !optional && !parent.report.figures.contains_key(*id)
    };
    let ids: Vec<&str> = totals.own.iter().copied().filter(asked).collect();
    if ids.is_empty() {
        return;
    }
    let (count, list) = (ids.len(), list(&ids));
    findings.push(
        kinds::rollup::OWN
            .finding(msg!(
                "{count} chỉ tiêu không có ở đơn vị hoặc không tổng hợp được: báo cáo tổng hợp tự ghi",
                "{count} indicators are not at the units or cannot be rolled up: the report above gives them itself"
            ))
            .expected(msg!("{list}", "{list}")),
    );
}

/// Sums that cannot be computed with.
pub(crate) fn too_large(totals: &Totals<'_>, findings: &mut Vec<Finding>) {
    for total in totals.list.iter().filter(|total| total.whole == Whole::TooLarge) {
        let id = total.id;
        let most = baocao_vietnamese::number::MOST_DIGITS;
        findings.push(
            kinds::rollup::TOO_LARGE
                .finding(msg!("\"{id}\": tổng quá lớn", "\"{id}\": the total is too large"))
                .expected(msg!("không quá {most} chữ số", "at most {most} digits")),
        );
    }
}

/// Figures of the report above that are not those of the units.
pub(crate) fn differing(all: Vec<Differing>, findings: &mut Vec<Finding>) {
    for Differing { place, given, total } in all {
        findings.push(
            kinds::rollup::DIFFERS
                .finding(msg!(
                    "số trong báo cáo khác số tổng hợp từ các đơn vị",
                    "the figure of the report is not that of the units together"
                ))
                .at(place)
                .found(given)
                .expected(msg!("{total}", "{total}"))
                .hint(msg!(
                    "phần của chính cơ quan thì đưa vào bằng --own; thêm --force để thay",
                    "bring in the agency's own part with --own; add --force to replace it"
                )),
        );
    }
}

/// Names in a list, the first of many.
fn list(names: &[&str]) -> String {
    first(names, MOST_NAMED)
}

fn few(names: &[&str]) -> String {
    first(names, FEW)
}

fn first(names: &[&str], most: usize) -> String {
    let more = if names.len() > most { "; …" } else { "" };
    format!("{}{more}", names.iter().take(most).copied().collect::<Vec<_>>().join("; "))
}

/// Units in a list; of many the first and how many there are.
fn named(units: &[usize], names: &[String]) -> Message {
    let (count, named) = (units.len(), units.iter().filter_map(|unit| names.get(*unit)).map(String::as_str));
    if count <= FEW {
        let list = named.collect::<Vec<_>>().join("; ");
        return msg!("{list}", "{list}");
    }
    let list = named.take(FEWER).collect::<Vec<_>>().join("; ");
    msg!("{list}; … ({count} đơn vị)", "{list}; … ({count} units)")
}
