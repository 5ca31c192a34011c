//! Figures that were rolled up from the reports of units, against what these have of them.

use baocao_core::diagnostic::{Id, Severity};
use baocao_core::form::Whole;
use baocao_core::msg;
use baocao_vietnamese::number;

use super::{label, shown};
use crate::{Family, Rule, Say, Subject, Told};

pub(super) const ROLLED: Family = Family {
    name: Say { vi: "Số tổng hợp từ các đơn vị", en: "Figures rolled up from units" },
    rules: &[&OTHER_WHOLE],
    check,
};

const OTHER_WHOLE: Rule = Rule {
    id: Id::new("so-lieu/tong-don-vi-sai"),
    severity: Severity::Warning,
    title: Say {
        vi: "Số tổng hợp khớp với phần của từng đơn vị",
        en: "Figures of all units are those of each together",
    },
    why: Say {
        vi: "Báo cáo tổng hợp ghi trong \"sources\" phần của từng đơn vị trong mỗi số liệu. Số liệu được tính lại \
             từ các phần ấy theo quy tắc của rollup.json (số đếm, số tiền thì cộng); sửa tay một số sau khi tổng \
             hợp thì không khớp nữa.",
        en: "A report that was rolled up says in \"sources\" what each unit has of every figure. The figure is \
             computed again from these parts by the rules of rollup.json (counts and money are added up); one that \
             was changed by hand afterwards does not agree any more.",
    },
    law: None,
    set: "cchc/tinh-2025",
    passes: r#"{"figures": {"ky-luat.lanh-dao-xa": 3}, "sources": [
        {"file": "a.json", "unit": "UBND xã A", "template": "cchc/xa-2025", "figures": {"ky-luat.lanh-dao-xa": 1}},
        {"file": "b.json", "unit": "UBND xã B", "template": "cchc/xa-2025", "figures": {"ky-luat.lanh-dao-xa": 2}}]}"#,
    fails: r#"{"figures": {"ky-luat.lanh-dao-xa": 4}, "sources": [
        {"file": "a.json", "unit": "UBND xã A", "template": "cchc/xa-2025", "figures": {"ky-luat.lanh-dao-xa": 1}},
        {"file": "b.json", "unit": "UBND xã B", "template": "cchc/xa-2025", "figures": {"ky-luat.lanh-dao-xa": 2}}]}"#,
};

fn check(subject: &Subject<'_>, told: &mut Told) {
    if subject.report.units().next().is_none() {
        return;
    }
    let (rollup, form) = (&subject.set.rollup, &subject.set.form);
    for (id, row) in form.indicators().filter(|(id, _)| subject.given(id).is_some()) {
        let Some(rolled) = rollup.rolled(subject.report, id, row, form.decimals) else { continue };
        let (given, whole) = (
            subject.number(id),
            match rolled.whole {
                Whole::Number(value) => Some(value),
                Whole::Absent | Whole::TooLarge => None,
            },
        );
        if given == whole {
            continue;
        }
        let (name, count) = (label(row), rolled.units.len());
        let right = whole.map_or("null".to_owned(), number::format);
        let how = rolled.rule.words();
        let (how_vi, how_en) = (how.vi, how.en);
        told.finding(
            OTHER_WHOLE
                .finding(msg!(
                    "\"{id}\" không khớp với phần của từng đơn vị: {name}",
                    "\"{id}\" does not agree with what each unit has of it: {name}"
                ))
                .at(subject.figure_place(id))
                .found(shown(subject, id))
                .expected(msg!("{right} ({how_vi}, {count} đơn vị)", "{right} ({how_en}, {count} units)")),
        );
    }
}
