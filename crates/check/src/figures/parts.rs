//! Wholes and their parts: sums, identities, those who are there against those who were assigned.

use baocao_core::claim::{Claim, Law, Numbers, Said};
use baocao_core::diagnostic::{Id, Severity};
use baocao_core::form::{Formula, Kind, Relation, RelationKind, Row, Value};
use baocao_core::{kinds, msg};
use baocao_vietnamese::number;
use rust_decimal::Decimal;

use super::{label, lacks, shown};
use crate::{Family, Rule, Say, Subject, Told};

pub(super) const PARTS: Family = Family {
    name: Say { vi: "Tổng thể và bộ phận", en: "Wholes and parts" },
    rules: &[&SUM, &PART, &BALANCE, &ASSIGNED],
    check,
};

const SUM: Rule = Rule::of(
    kinds::figures::SUM_WRONG,
    "cchc/huyen-2022",
    r#"{"figures": {"tthc.tong-so": 444, "tthc.cap-huyen": 273, "tthc.cap-xa": 171}}"#,
    r#"{"figures": {"tthc.tong-so": 454, "tthc.cap-huyen": 273, "tthc.cap-xa": 171}}"#,
);

const PART: Rule = Rule {
    id: Id::new("so-lieu/phan-lon-hon-tong"),
    severity: Severity::Warning,
    title: Say { vi: "Bộ phận không lớn hơn tổng thể", en: "A part is not larger than its whole" },
    why: Say {
        vi: "So từng thành phần với tổng của nó, tử số với mẫu số của một tỷ lệ, và các bộ phận với tổng thể theo \
             relations.json của họ báo cáo.",
        en: "Compares the parts of a sum with it, the numerator of a percentage with its denominator, and parts with \
             their whole as relations.json of the family says.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"figures": {"dvctt.du-dieu-kien-muc-4": 5, "dvctt.dang-cung-cap-muc-4": 5, "dvctt.ty-le-muc-4": 100, "dvctt.co-ho-so-muc-4": 1}}"#,
    fails: r#"{"figures": {"dvctt.du-dieu-kien-muc-4": 4, "dvctt.dang-cung-cap-muc-4": 5, "dvctt.ty-le-muc-4": 125, "dvctt.co-ho-so-muc-4": 1}}"#,
};

const BALANCE: Rule = Rule {
    id: Id::new("so-lieu/khong-can-doi"),
    severity: Severity::Warning,
    title: Say { vi: "Các số liệu cân đối với nhau", en: "Figures that must balance do" },
    why: Say {
        vi: "Đồng nhất thức của nghiệp vụ, như đã tiếp nhận = kỳ trước chuyển qua + mới tiếp nhận, khai trong \
             relations.json của họ báo cáo.",
        en: "Identities of the trade, such as received = carried over + new, declared in relations.json of the family.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"figures": {"vi-tri-viec-lam.can-bo-duoc-phe-duyet": 19, "vi-tri-viec-lam.bo-tri-dung": 18, "vi-tri-viec-lam.bo-tri-khong-dung": 1}}"#,
    fails: r#"{"figures": {"vi-tri-viec-lam.can-bo-duoc-phe-duyet": 19, "vi-tri-viec-lam.bo-tri-dung": 17, "vi-tri-viec-lam.bo-tri-khong-dung": 1}}"#,
};

const ASSIGNED: Rule = Rule {
    id: Id::new("so-lieu/vuot-so-giao"),
    severity: Severity::Warning,
    title: Say {
        vi: "Số có mặt không vượt số được giao", en: "Those present are not more than those assigned"
    },
    why: Say {
        vi: "Biên chế có mặt lớn hơn biên chế được giao thường là ghi nhầm hai ô; nếu đúng là như vậy thì nên có ghi \
             chú.",
        en: "More people present than assigned usually means that two cells were confused; where it is true a note \
             should say so.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"figures": {"bien-che.duoc-giao": 20, "bien-che.co-mat": 19}}"#,
    fails: r#"{"figures": {"bien-che.duoc-giao": 19, "bien-che.co-mat": 21}}"#,
};

fn check(subject: &Subject<'_>, told: &mut Told) {
    let mut compared: Vec<(String, String)> = Vec::new();
    let mut part_of = |part: &str, whole: &str, told: &mut Told| {
        let pair = (part.to_owned(), whole.to_owned());
        if !compared.contains(&pair) {
            compared.push(pair);
            part_within(part, whole, subject, told);
        }
    };
    for (id, row) in subject.set.form.indicators() {
        if let Some(parts) = &row.sum {
            parts.iter().for_each(|part| part_of(part, id, told));
            compare(id, row, subject, told);
        } else if row.difference.is_some() {
            compare(id, row, subject, told);
        }
        if let Some([part, whole]) = &row.ratio {
            part_of(part, whole, told);
        }
    }
    for relation in &subject.set.relations.relations {
        relation_holds(relation, subject, &mut part_of, told);
    }
}

/// A given sum or difference against its formula.
fn compare(id: &str, row: &Row, subject: &Subject<'_>, told: &mut Told) {
    let Some(Value::Number { value, text }) = subject.figures.get(id) else { return };
    lacks(&SUM, id, &row.parts(), subject, told);
    if subject.given(id).is_some()
        && let Some(finding) =
            Formula::of(row, subject.figures).and_then(|formula| formula.compare(*value, text, Numbers::default))
    {
        // A part that is more than all says more.
        let parts = row.sum.iter().flatten().map(|part| subject.figure_place(part)).collect();
        told.unless(&[PART.id], parts, finding.at(subject.figure_place(id)));
    }
}

fn part_within(part: &str, whole: &str, subject: &Subject<'_>, told: &mut Told) {
    let form = &subject.set.form;
    let counts = |row: &&Row| matches!(row.kind, Kind::Count | Kind::Money);
    let (Some(part_row), Some(whole_row)) = (form.indicator(part).filter(counts), form.indicator(whole).filter(counts))
    else {
        return;
    };
    let (Some(small), Some(large)) = (subject.number(part), subject.number(whole)) else { return };
    if Claim::new(said(small), Law::AtMost(said(large))).holds() {
        return;
    }
    let (part_label, whole_label) = (label(part_row), label(whole_row));
    let (part_text, whole_text) = (shown(subject, part), shown(subject, whole));
    told.finding(
        PART.finding(msg!(
            "{part_label} ({part_text}) lớn hơn {whole_label} ({whole_text})",
            "{part_label} ({part_text}) is more than {whole_label} ({whole_text})"
        ))
        .at(subject.figure_place(part))
        .found(part_text)
        .expected(msg!("không quá {whole_text} (\"{whole}\")", "at most {whole_text} (\"{whole}\")")),
    );
}

/// A figure was rounded if it has decimals.
fn said(value: Decimal) -> Said {
    Said::measured(value, Decimal::ONE)
}

fn relation_holds(
    relation: &Relation,
    subject: &Subject<'_>,
    part_of: &mut impl FnMut(&str, &str, &mut Told),
    told: &mut Told,
) {
    let form = &subject.set.form;
    let whole = relation.whole.as_str();
    let Some(whole_row) = form.indicator(whole) else { return };
    if relation.parts.iter().any(|part| form.indicator(part).is_none()) {
        return;
    }
    // A whole may be the sum of other parts in its form.
    let is_own = |sum: &Vec<String>| sum.iter().all(|part| relation.parts.contains(part));
    let said_by_form = relation.kind == RelationKind::Sum && whole_row.sum.as_ref().is_some_and(is_own);
    if said_by_form || relation.kind == RelationKind::Needs {
        return;
    }
    if let (RelationKind::AtMost, [part]) = (relation.kind, &relation.parts[..]) {
        return part_of(part, whole, told);
    }
    let Some(total) = subject.number(whole) else { return };
    let values: Option<Vec<Decimal>> = relation.parts.iter().map(|part| subject.number(part)).collect();
    let Some(values) = values else {
        // A part is blank: the others alone may still be too many.
        let parts: Vec<&str> = relation.parts.iter().map(String::as_str).collect();
        lacks(&BALANCE, whole, &parts, subject, told);
        if relation.kind != RelationKind::Assigned {
            relation.parts.iter().for_each(|part| part_of(part, whole, told));
        }
        return;
    };
    let Some(formula) = Formula::sum(&values) else { return };
    let Some(sum) = formula.exact() else { return };
    let blur = values.iter().map(|value| said(*value).blur).sum();
    let together = Said { value: sum, unit: Decimal::ONE, blur };
    let holds = match relation.kind {
        RelationKind::Sum => formula.holds(total),
        _ => Claim::new(together, Law::AtMost(said(total))).holds(),
    };
    if holds {
        return;
    }
    let text = formula.text();
    let (whole_label, whole_text, sum_text) = (label(whole_row), shown(subject, whole), number::format(sum));
    let parts = relation.parts.iter().map(|part| format!("\"{part}\"")).collect::<Vec<_>>().join(" + ");
    let first = relation.parts.first().map_or(whole, String::as_str);
    told.finding(match relation.kind {
        RelationKind::Assigned => ASSIGNED
            .finding(msg!(
                "số có mặt ({sum_text}) nhiều hơn số được giao ({whole_text})",
                "more are present ({sum_text}) than were assigned ({whole_text})"
            ))
            .at(subject.figure_place(first))
            .found(sum_text.clone())
            .expected(msg!("không quá {whole_text} (\"{whole}\")", "at most {whole_text} (\"{whole}\")")),
        RelationKind::AtMost => PART
            .finding(msg!(
                "các bộ phận cộng lại ({sum_text}) lớn hơn {whole_label} ({whole_text})",
                "the parts together ({sum_text}) are more than {whole_label} ({whole_text})"
            ))
            .at(subject.figure_place(whole))
            .found(whole_text)
            .expected(msg!("ít nhất {text} = {sum_text} ({parts})", "at least {text} = {sum_text} ({parts})")),
        // Told by `needs`.
        RelationKind::Needs => return,
        RelationKind::Sum => BALANCE
            .finding(msg!("{whole_label} không cân đối", "{whole_label} does not balance"))
            .at(subject.figure_place(whole))
            .found(whole_text)
            .expected(msg!("{text} = {sum_text} ({parts})", "{text} = {sum_text} ({parts})")),
    });
}
