//! Rows that are left blank among others that are filled.

use baocao_core::diagnostic::{Id, Severity};
use baocao_core::form::{Form, Formula, Kind, Row, Value};
use baocao_core::msg;
use baocao_core::report::FigureValue;

use super::{label, of_other_level};
use crate::{Family, Rule, Say, Subject, Told};

pub(super) const BLANKS: Family =
    Family { name: Say { vi: "Dòng để trống", en: "Blank rows" }, rules: &[&TOTAL, &ROW], check };

const TOTAL: Rule = Rule {
    id: Id::new("so-lieu/tong-de-trong"),
    severity: Severity::Warning,
    title: Say {
        vi: "Các thành phần đã ghi thì tổng không để trống", en: "A total is given where all its parts are"
    },
    why: Say {
        vi: "Báo cáo ghi rõ tổng là trống (null) trong khi mọi thành phần của nó đều có. Bỏ hẳn mã này khỏi \"figures\" \
             thì chương trình tự tính.",
        en: "The report says that a total is absent (null) though all its parts are there. Leave the id out of \
             \"figures\" and the program computes it.",
    },
    law: None,
    set: "cchc/huyen-2022",
    passes: r#"{"figures": {"tthc.tong-so": 444, "tthc.cap-huyen": 273, "tthc.cap-xa": 171}}"#,
    fails: r#"{"figures": {"tthc.tong-so": null, "tthc.cap-huyen": 273, "tthc.cap-xa": 171}}"#,
};

const ROW: Rule = Rule {
    id: Id::new("so-lieu/dong-de-trong"),
    severity: Severity::Note,
    title: Say {
        vi: "Các dòng cùng nhóm đã ghi thì không dòng nào để trống",
        en: "No row is blank whose neighbours are filled",
    },
    why: Say {
        vi: "Dòng của chính cấp báo cáo mà để trống (null) khi dòng khác cùng nhóm đã ghi thì có lẽ bị quên; không có thì \
             ghi 0, dòng mã thì chọn mã. Không xét tỷ lệ, dòng có ghi chú, dòng không bắt buộc, nhóm trống cả và dòng chi \
             tiết của một dòng trống hoặc bằng 0. Cả báo cáo được nêu một lần. Phát hiện này là nghi vấn.",
        en: "A row of the report's own level that is blank (null) while others of its group are filled was perhaps \
             forgotten; where there is nothing it is 0, and coded rows have a code. Percentages, rows with a note, \
             optional rows, groups that are blank altogether and details of a row that is blank or 0 are not looked at. \
             It is told once a report. This finding is a doubt.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"figures": {"khao-sat.co-thuc-hien": 0, "khao-sat.so-phieu": null, "khao-sat.hinh-thuc": null}}"#,
    fails: r#"{"figures": {"doi-thoai.co-to-chuc": null}}"#,
};

fn check(subject: &Subject<'_>, told: &mut Told) {
    let absent = |id: &str| subject.given(id) == Some(&FigureValue::Absent);
    let mut blank: Vec<(&Form, Vec<&Row>)> = Vec::new();
    for form in &subject.set.form.forms {
        let mut rows = Vec::new();
        for row in &form.rows {
            let Some(id) = row.id.as_deref().filter(|id| absent(id)) else { continue };
            if row.sum.is_some() {
                total(id, row, subject, told);
            } else if wanted(row, subject) && !is_detail(row, &form.rows, subject) && beside(row, &form.rows, subject) {
                rows.push(row);
            }
        }
        if !rows.is_empty() {
            blank.push((form, rows));
        }
    }
    tell(&blank, subject, told);
}

fn total(id: &str, row: &Row, subject: &Subject<'_>, told: &mut Told) {
    let Some(formula) = Formula::of(row, subject.figures) else { return };
    let Some(right) = formula.expected(subject.set.form.decimals) else { return };
    let name = label(row);
    told.finding(
        TOTAL
            .finding(msg!("tổng để trống: {name}", "a total is left blank: {name}"))
            .at(subject.figure_place(id))
            .expected(right),
    );
}

/// Whether every report of this level gives a row, and nobody says why it does not.
fn wanted(row: &Row, subject: &Subject<'_>) -> bool {
    let noted = row.id.as_deref().is_some_and(|id| subject.figures.note(id).is_some());
    let kind = matches!(row.kind, Kind::Count | Kind::Money | Kind::Code);
    kind && !noted && !row.optional && row.parts().is_empty() && !of_other_level(row, &subject.set.form)
}

/// Whether a row is a detail (`5.1.`) of one (`5.`) that is blank or 0.
fn is_detail(row: &Row, rows: &[Row], subject: &Subject<'_>) -> bool {
    let nothing = |id: &str| subject.number(id).is_none_or(|value| value.is_zero());
    // A rate above its parts is blank because they are.
    let heads = |other: &Row| !other.code.is_empty() && other.parts().is_empty();
    let above = |other: &&Row| heads(other) && row.code != other.code && row.code.starts_with(&other.code);
    rows.iter().filter(above).filter_map(|other| other.id.as_deref()).any(nothing)
}

/// Whether another row with the same number up to its last part is filled.
fn beside(row: &Row, rows: &[Row], subject: &Subject<'_>) -> bool {
    let mut others = rows.iter().filter(|other| group(&other.code) == group(&row.code));
    others.any(|other| {
        let value = other.id.as_deref().and_then(|id| subject.figures.get(id));
        value.is_some_and(|value| *value != Value::Absent)
    })
}

/// The number of a row without its last part: `5.` of `5.1.`.
fn group(code: &str) -> &str {
    let code = code.trim_end_matches('.');
    code.rfind('.').map_or("", |dot| &code[..=dot])
}

fn tell(blank: &[(&Form, Vec<&Row>)], subject: &Subject<'_>, told: &mut Told) {
    let Some(id) = blank.first().and_then(|(_, rows)| rows.first()?.id.as_deref()) else { return };
    let list: Vec<String> = blank
        .iter()
        .map(|(form, rows)| {
            let codes: Vec<&str> = rows.iter().map(|row| row.code.trim_end_matches('.')).collect();
            format!("{} ({})", codes.join(", "), form.title)
        })
        .collect();
    let list = list.join("; ");
    told.finding(
        ROW.finding(msg!(
            "để trống trong khi các dòng cùng nhóm đã ghi: {list}",
            "blank while others of the group are filled: {list}"
        ))
        .at(subject.figure_place(id))
        .hint(msg!(
            "ghi số liệu, 0 hoặc mã; nếu cố ý để trống thì ghi chú lý do",
            "give the figure, 0 or the code; where it is blank on purpose a note says why"
        )),
    );
}
