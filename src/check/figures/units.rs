//! Values that do not fit what their row counts.

use rust_decimal::Decimal;

use super::{label, shown};
use crate::check::{Family, Rule, Say, Subject, Told};
use crate::diagnostic::{Place, Severity};
use crate::form::{Kind, Row};
use crate::msg;

pub(super) const UNITS: Family =
    Family { name: Say { vi: "Đơn vị tính", en: "Units" }, rules: &[&LABEL, &HEADCOUNT], check };

const LABEL: Rule = Rule {
    id: "so-lieu/don-vi-khong-hop",
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

const HEADCOUNT: Rule = Rule {
    id: "so-lieu/ti-le-la-so-dem",
    severity: Severity::Warning,
    title: Say { vi: "Không ghi số đếm vào dòng tỷ lệ", en: "No count in a row of percentages" },
    why: Say {
        vi: "Dòng tỷ lệ mà ghi đúng bằng một số người đã ghi ở biểu khác (không phải 0, không phải 100, không có phần \
             thập phân) thì có lẽ đã ghi số người thay cho tỷ lệ. Phát hiện này là nghi vấn.",
        en: "A percentage that is exactly a number of people given elsewhere (not 0, not 100, without decimals) is \
             probably that number of people. This finding is a doubt.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"figures": {"bo-may.ty-le-sap-xep-xa": 100, "bien-che.duoc-giao": 20, "bien-che.co-mat": 19}}"#,
    fails: r#"{"figures": {"bo-may.ty-le-sap-xep-xa": 19, "bien-che.duoc-giao": 20, "bien-che.co-mat": 19}}"#,
};

fn check(subject: &Subject<'_>, told: &mut Told) {
    for form in subject.set.form.forms.iter() {
        for row in &form.rows {
            if let Some(id) = row.id.as_deref() {
                label_fits(id, row, subject, told);
            }
        }
        headcounts(&form.rows, subject, told);
    }
}

fn label_fits(id: &str, row: &Row, subject: &Subject<'_>, told: &mut Told) {
    let Some(unit) = &row.unit else { return };
    let name = label(row);
    let begins = |words: &[&str]| words.iter().any(|word| name.starts_with(word));
    let counts = begins(&["Số ", "Tổng số "]);
    let rate = begins(&["Tỷ lệ ", "Tỉ lệ "]);
    let percent = unit.trim() == "%";
    if (counts && percent) || (rate && !percent) {
        told.finding(
            LABEL
                .finding(msg!(
                    "đơn vị tính không hợp với chỉ tiêu: {name}",
                    "the unit does not fit the indicator: {name}"
                ))
                .at(Place::of_quoted(&subject.set.form_source, Some("id"), id))
                .found(unit.as_str())
                .expected(if percent {
                    msg!("đơn vị của thứ được đếm", "the unit of what is counted")
                } else {
                    msg!("%", "%")
                }),
        );
    }
}

/// Percentages that are the number of people of another row.
fn headcounts(rows: &[Row], subject: &Subject<'_>, told: &mut Told) {
    let people = ["người", "cán bộ", "công chức"];
    let counted: Vec<(&str, Decimal)> = rows
        .iter()
        .filter(|row| {
            let unit = row.unit.as_deref().unwrap_or_default().to_lowercase();
            row.kind == Kind::Count && people.iter().any(|word| unit.contains(word))
        })
        .filter_map(|row| Some((row.id.as_deref()?, subject.number(row.id.as_deref()?)?)))
        .collect();
    for row in rows.iter().filter(|row| row.kind == Kind::Percent && row.ratio.is_none()) {
        let Some(id) = row.id.as_deref() else { continue };
        let (Some(value), Some(_)) = (subject.number(id), subject.given(id)) else { continue };
        if value <= Decimal::TEN || value == Decimal::ONE_HUNDRED || !value.is_integer() {
            continue;
        }
        let Some((other, _)) = counted.iter().find(|(_, people)| *people == value) else { continue };
        let (name, text) = (label(row), shown(subject, id));
        told.finding(
            HEADCOUNT
                .finding(msg!(
                    "có lẽ đây là số người, không phải tỷ lệ: {name}",
                    "this is probably a number of people, not a percentage: {name}"
                ))
                .at(subject.figure_place(id))
                .found(text)
                .hint(msg!("\"{other}\" cũng là {text}", "\"{other}\" is {text} too")),
        );
    }
}
