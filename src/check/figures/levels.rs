//! Rows that another level fills.

use super::label;
use crate::check::{Family, Rule, Say, Subject, Told};
use crate::diagnostic::Severity;
use crate::form::Value;
use crate::msg;

pub(super) const LEVELS: Family =
    Family { name: Say { vi: "Dòng của cấp khác", en: "Rows of another level" }, rules: &[&OTHER_LEVEL], check };

const OTHER_LEVEL: Rule = Rule {
    id: "so-lieu/dong-cap-khac",
    severity: Severity::Warning,
    title: Say { vi: "Dòng của cấp khác thì để trống", en: "Rows meant for another level stay blank" },
    why: Say {
        vi: "Biểu mẫu in chung cho nhiều cấp; dòng mà biểu mẫu ghi là của cấp khác (\"level\") thì cấp này không điền. \
             Số 0 không bị coi là đã điền.",
        en: "Forms are printed for several levels; a row that the form marks as another level's (\"level\") is not \
             filled by this one. A zero does not count as filled.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"figures": {"tthc.cap-tinh": null}}"#,
    fails: r#"{"figures": {"tthc.cap-tinh": 12}}"#,
};

fn check(subject: &Subject<'_>, told: &mut Told) {
    let Some(own) = &subject.set.form.level else { return };
    for (id, row) in subject.set.form.indicators() {
        let Some(level) = row.level.as_ref().filter(|level| *level != own) else { continue };
        let filled = match subject.figures.get(id) {
            Some(Value::Number { value, .. }) => !value.is_zero(),
            _ => false,
        };
        if !filled || subject.given(id).is_none() {
            continue;
        }
        let name = label(row);
        told.finding(
            OTHER_LEVEL
                .finding(msg!(
                    "dòng này của cấp \"{level}\", báo cáo là của cấp \"{own}\": {name}",
                    "this row is of the level \"{level}\", the report of \"{own}\": {name}"
                ))
                .at(subject.figure_place(id))
                .found(super::shown(subject, id))
                .expected(msg!("để trống (null)", "blank (null)")),
        );
    }
}
