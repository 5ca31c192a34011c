//! Values that do not fit what their row counts.

use baocao_core::diagnostic::{Id, Place, Severity};
use baocao_core::form::{Formula, Kind, Row};
use baocao_core::msg;
use rust_decimal::Decimal;

use super::{label, shown};
use crate::{Family, Rule, Say, Subject, Told};

pub(super) const UNITS: Family =
    Family { name: Say { vi: "Đơn vị tính", en: "Units" }, rules: &[&RANGE, &LABEL], check };

const RANGE: Rule = Rule {
    id: Id::new("so-lieu/ti-le-ngoai-khoang"),
    severity: Severity::Warning,
    title: Say { vi: "Tỷ lệ nằm trong khoảng 0 - 100", en: "Percentages lie between 0 and 100" },
    why: Say {
        vi: "Tỷ lệ bộ phận trên tổng thể không vượt 100; 259 ở dòng % là ghi nhầm số hồ sơ.",
        en: "A part of a whole is never more than 100 %; 259 in a row of % is a number of files.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"figures": {"ho-so.tong-tiep-nhan": 259, "ho-so.tiep-nhan-truc-tuyen": 259, "ho-so.ty-le-truc-tuyen-muc-3-4": 100}}"#,
    fails: r#"{"figures": {"ho-so.tong-tiep-nhan": 259, "ho-so.tiep-nhan-truc-tuyen": 259, "ho-so.ty-le-truc-tuyen-muc-3-4": 259}}"#,
};

const LABEL: Rule = Rule {
    id: Id::new("so-lieu/don-vi-khong-hop"),
    severity: Severity::Warning,
    title: Say { vi: "Đơn vị tính hợp với tên chỉ tiêu", en: "The unit fits the name of the indicator" },
    why: Say {
        vi: "Chỉ tiêu tên là \"Số …\" thì không tính bằng %, chỉ tiêu tên là \"Tỷ lệ …\" thì tính bằng %. Sửa trong biểu \
             mẫu (form.json) của cơ quan.",
        en: "An indicator named \"Số …\" (number of) is not counted in %, one named \"Tỷ lệ …\" (rate) is. To be mended \
             in the office's form.json.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"form": {"/forms/0/rows/0/unit": "Văn bản"}}"#,
    fails: r#"{"form": {"/forms/0/rows/0/unit": "%"}}"#,
};

fn check(subject: &Subject<'_>, told: &mut Told) {
    for form in subject.set.form.forms.iter() {
        for row in &form.rows {
            if let Some(id) = row.id.as_deref() {
                within_range(id, row, subject, told);
                label_fits(id, row, subject, told);
            }
        }
    }
}

/// A percentage with parts lies between 0 and 100, any other one is at least not negative.
fn within_range(id: &str, row: &Row, subject: &Subject<'_>, told: &mut Told) {
    let (Some(value), Some(_)) = (subject.number(id), subject.given(id)) else { return };
    let outside = value < Decimal::ZERO || (value > Decimal::ONE_HUNDRED && row.ratio.is_some());
    if row.kind != Kind::Percent || !outside {
        return;
    }
    let finding = RANGE
        .finding(msg!("tỷ lệ ngoài khoảng 0 - 100", "the ratio is not between 0 and 100"))
        .at(subject.figure_place(id))
        .found(shown(subject, id));
    let formula = Formula::of(row, subject.figures).filter(Formula::is_ratio);
    let formula = formula.filter(|formula| formula.exact().is_some_and(|exact| exact <= Decimal::ONE_HUNDRED));
    told.finding(match formula.and_then(|formula| formula.expected(subject.set.form.decimals)) {
        Some(right) => finding.expected(right),
        None => finding,
    });
}

fn label_fits(id: &str, row: &Row, subject: &Subject<'_>, told: &mut Told) {
    let Some(unit) = &row.unit else { return };
    let begins = |words: &[&str]| words.iter().any(|word| row.label.trim_start_matches(['*', '_']).starts_with(word));
    let counts = begins(&["Số ", "Tổng số "]);
    let rate = begins(&["Tỷ lệ ", "Tỉ lệ "]);
    let percent = unit.trim() == "%";
    if (counts && percent) || (rate && !percent) {
        let name = label(row);
        // The unit is mended in the form; the pointer says whose figure it is.
        let figure = subject.given(id).map(|_| subject.figure_place(id));
        let pointer = figure.and_then(|figure| figure.pointer().map(str::to_owned));
        let place = Place::of_quoted(&subject.set.form_source, Some("id"), id).with_pointer(pointer);
        told.finding(
            LABEL
                .finding(msg!(
                    "đơn vị tính không hợp với chỉ tiêu: {name}",
                    "the unit does not fit the indicator: {name}"
                ))
                .at(place)
                .found(unit.as_str())
                .expected(if percent {
                    msg!("đơn vị của thứ được đếm", "the unit of what is counted")
                } else {
                    msg!("%", "%")
                }),
        );
    }
}
