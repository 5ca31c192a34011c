//! Rows that another level fills.

use baocao_core::diagnostic::{Id, Message, Severity};
use baocao_core::form::Row;
use baocao_core::msg;

use super::{label, of_other_level};
use crate::{Family, Rule, Say, Subject, Told};

pub(super) const LEVELS: Family =
    Family { name: Say { vi: "Dòng của cấp khác", en: "Rows of another level" }, rules: &[&OTHER_LEVEL], check };

const OTHER_LEVEL: Rule = Rule {
    id: Id::new("so-lieu/dong-cap-khac"),
    severity: Severity::Warning,
    title: Say { vi: "Dòng của cấp khác thì để trống", en: "Rows meant for another level stay blank" },
    why: Say {
        vi: "Biểu mẫu in chung cho nhiều cấp; dòng mà biểu mẫu ghi là của cấp khác (\"level\") thì cấp này không điền. \
             Số 0 không bị coi là đã điền. Các dòng liền nhau được nêu một lần.",
        en: "Forms are printed for several levels; a row that the form marks as another level's (\"level\") is not \
             filled by this one. A zero does not count as filled. Rows that follow each other are told once.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"figures": {"tthc.cap-tinh": null}}"#,
    fails: r#"{"figures": {"tthc.cap-tinh": 12}}"#,
};

fn check(subject: &Subject<'_>, told: &mut Told) {
    for form in &subject.set.form.forms {
        // Rows that follow each other are one block: its first row is told.
        for block in form.rows.chunk_by(|one, next| filled(one, subject) && filled(next, subject)) {
            if let [first, others @ ..] = block
                && filled(first, subject)
            {
                tell(first, others, subject, told);
            }
        }
    }
}

/// Whether a row is of another level and has a figure all the same.
fn filled(row: &Row, subject: &Subject<'_>) -> bool {
    let Some(id) = row.id.as_deref().filter(|_| of_other_level(row, &subject.set.form)) else { return false };
    subject.given(id).is_some() && subject.number(id).is_some_and(|value| !value.is_zero())
}

fn tell(first: &Row, others: &[Row], subject: &Subject<'_>, told: &mut Told) {
    let (Some(id), Some(level), Some(own)) = (&first.id, &first.level, &subject.set.form.level) else { return };
    let name = label(first);
    let (level, own) = (level_name(level), level_name(own));
    let (level_vi, level_en, own_vi, own_en) = (level.vi, level.en, own.vi, own.en);
    let finding = OTHER_LEVEL
        .finding(msg!(
            "dòng này của {level_vi}, báo cáo là của {own_vi}: {name}",
            "this row is of the {level_en}, the report of the {own_en}: {name}"
        ))
        .at(subject.figure_place(id))
        .found(super::shown(subject, id))
        .expected(msg!("để trống (null)", "blank (null)"));
    let codes = others.iter().map(|row| row.code.trim_end_matches('.')).collect::<Vec<_>>().join(", ");
    told.finding(match others {
        [] => finding,
        _ => finding.hint(msg!("các dòng {codes} cũng vậy", "so are the rows {codes}")),
    });
}

/// How people call a level.
fn level_name(level: &str) -> Message {
    match level {
        "tinh" => msg!("cấp tỉnh", "province"),
        "so" => msg!("cấp sở", "department"),
        "huyen" => msg!("cấp huyện", "district"),
        "xa" => msg!("cấp xã", "commune"),
        other => msg!("cấp \"{other}\"", "level \"{other}\""),
    }
}
