//! Percentages against their numerators and denominators.

use baocao_core::diagnostic::{Id, Severity};
use baocao_core::form::{Formula, Row, Value, ZeroDenominator};
use baocao_core::report::FigureValue;
use baocao_core::{kinds, msg};
use rust_decimal::Decimal;

use super::{label, lacks};
use crate::{Family, Rule, Say, Subject, Told};

pub(super) const RATIOS: Family = Family {
    name: Say { vi: "Tỷ lệ phần trăm", en: "Percentages" },
    rules: &[&WRONG, &CUT, &ZERO, &ZERO_PRINTED, &BLANK],
    check,
};

const WRONG: Rule = Rule::of(
    kinds::figures::RATIO_WRONG,
    "cchc/xa-2022",
    r#"{"figures": {"ke-hoach.nhiem-vu-de-ra": 26, "ke-hoach.nhiem-vu-hoan-thanh": 20, "ke-hoach.ty-le-hoan-thanh": "76,92"}}"#,
    r#"{"figures": {"ke-hoach.nhiem-vu-de-ra": 26, "ke-hoach.nhiem-vu-hoan-thanh": 20, "ke-hoach.ty-le-hoan-thanh": 100}}"#,
);

const CUT: Rule = Rule::of(
    kinds::figures::RATIO_CUT,
    "cchc/xa-2022",
    r#"{"figures": {"ke-hoach.nhiem-vu-de-ra": 29, "ke-hoach.nhiem-vu-hoan-thanh": 22, "ke-hoach.ty-le-hoan-thanh": "75,9"}}"#,
    r#"{"figures": {"ke-hoach.nhiem-vu-de-ra": 29, "ke-hoach.nhiem-vu-hoan-thanh": 22, "ke-hoach.ty-le-hoan-thanh": "75,8"}}"#,
);

const ZERO: Rule = Rule::of(
    kinds::figures::ZERO_DENOMINATOR,
    "cchc/xa-2022",
    r#"{"figures": {"pakn.da-tiep-nhan": 0, "pakn.da-giai-quyet": 0, "pakn.ty-le-giai-quyet": null}}"#,
    r#"{"figures": {"pakn.da-tiep-nhan": 0, "pakn.da-giai-quyet": 0, "pakn.ty-le-giai-quyet": 100}}"#,
);

const ZERO_PRINTED: Rule = Rule {
    id: Id::new("so-lieu/mau-so-khong-ghi-0"),
    severity: Severity::Note,
    title: Say { vi: "Tỷ lệ của 0 trên 0 để trống", en: "The percentage of nothing stays blank" },
    why: Say {
        vi: "Nhiều nơi quen ghi 0 khi tử số và mẫu số đều bằng 0; người đọc dễ hiểu là làm chưa được gì. Các dòng như vậy \
             được nêu một lần. Biểu mẫu muốn ghi 0 thì đặt \"zero_denominator\": \"zero\".",
        en: "Many print 0 where numerator and denominator are both 0, which reads as nothing achieved. All such rows are \
             told once. A form that wants the 0 says \"zero_denominator\": \"zero\".",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"figures": {"pakn.da-tiep-nhan": 0, "pakn.da-giai-quyet": 0, "pakn.ty-le-giai-quyet": null}}"#,
    fails: r#"{"figures": {"pakn.da-tiep-nhan": 0, "pakn.da-giai-quyet": 0, "pakn.ty-le-giai-quyet": 0}}"#,
};

const BLANK: Rule = Rule {
    id: Id::new("so-lieu/ti-le-de-trong"),
    severity: Severity::Warning,
    title: Say {
        vi: "Có tử số và mẫu số thì phải có tỷ lệ", en: "Where both parts are given the percentage is given"
    },
    why: Say {
        vi: "Báo cáo ghi rõ tỷ lệ là trống (null) trong khi tử số và mẫu số đều có. Bỏ hẳn mã này khỏi \"figures\" thì \
             chương trình tự tính.",
        en: "The report says that the percentage is absent (null) though both of its parts are there. Leave the id out \
             of \"figures\" and the program computes it.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"figures": {"ke-hoach.nhiem-vu-de-ra": 21, "ke-hoach.nhiem-vu-hoan-thanh": 12, "ke-hoach.ty-le-hoan-thanh": "57,14"}}"#,
    fails: r#"{"figures": {"ke-hoach.nhiem-vu-de-ra": 21, "ke-hoach.nhiem-vu-hoan-thanh": 12, "ke-hoach.ty-le-hoan-thanh": null}}"#,
};

fn check(subject: &Subject<'_>, told: &mut Told) {
    let mut zeros = Vec::new();
    for (id, row) in subject.set.form.indicators() {
        if row.ratio.is_none() {
            continue;
        }
        let Some(formula) = Formula::of(row, subject.figures) else {
            if subject.number(id).is_some() {
                lacks(&WRONG, id, &row.parts(), subject, told);
            }
            continue;
        };
        match (subject.given(id), subject.figures.get(id)) {
            (Some(FigureValue::Absent), _) => {
                if let Some(right) = formula.expected(subject.set.form.decimals) {
                    let name = label(row);
                    told.finding(
                        BLANK
                            .finding(msg!("tỷ lệ để trống: {name}", "a percentage is left blank: {name}"))
                            .at(subject.figure_place(id))
                            .expected(right),
                    );
                }
            }
            // A value that is no percentage, or of a part that is more than its whole: another rule speaks. A 0 is
            // wrong whichever of the parts is.
            (Some(_), Some(Value::Number { value, .. })) if *value > Decimal::ONE_HUNDRED => {}
            (Some(_), Some(Value::Number { value, .. })) if !value.is_zero() && more_than_all(&formula) => {}
            (Some(_), Some(Value::Number { value, .. })) if value.is_zero() && formula.exact().is_none() => {
                zeros.push((id, row));
            }
            (Some(_), Some(Value::Number { value, text })) => {
                if let Some(finding) = formula.compare(*value, text, || subject.counted()) {
                    told.finding(finding.at(subject.figure_place(id)));
                }
            }
            _ => {}
        }
    }
    if subject.set.form.zero_denominator != ZeroDenominator::Zero {
        tell_zeros(&zeros, subject, told);
    }
}

/// Whether a part is more than its whole.
fn more_than_all(formula: &Formula) -> bool {
    formula.exact().is_some_and(|exact| exact > Decimal::ONE_HUNDRED)
}

/// Tells all ratios over zero that are printed as 0, as one: the message names the first of them.
fn tell_zeros(zeros: &[(&str, &Row)], subject: &Subject<'_>, told: &mut Told) {
    let [(id, row), others @ ..] = zeros else { return };
    let name = label(row);
    let finding = ZERO_PRINTED
        .finding(msg!(
            "mẫu số bằng 0 mà tỷ lệ ghi 0: {name}",
            "the denominator is 0 and the percentage is given as 0: {name}"
        ))
        .at(subject.figure_place(id))
        .found(super::shown(subject, id))
        .expected(msg!("để trống (null)", "blank (null)"));
    told.finding(
        others
            .iter()
            .fold(finding, |finding, (id, _)| finding.also(subject.figure_place(id), super::shown(subject, id))),
    );
}
