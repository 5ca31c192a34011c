//! One indicator in two forms.

use baocao_core::diagnostic::{Id, Severity};
use baocao_core::msg;

use super::{label, shown};
use crate::{Family, Rule, Say, Subject, Told};

pub(super) const TWINS: Family =
    Family {
        name: Say { vi: "Chỉ tiêu ở hai biểu", en: "Indicators in two forms" }, rules: &[&TWO_VALUES], check
    };

const TWO_VALUES: Rule = Rule {
    id: Id::new("so-lieu/hai-gia-tri"),
    severity: Severity::Warning,
    title: Say { vi: "Một chỉ tiêu chỉ có một giá trị", en: "One indicator has one value" },
    why: Say {
        vi: "Biểu mẫu nói hai dòng là một chỉ tiêu (\"same_as\"): hai dòng phải ghi một số.",
        en: "Where a form says that two rows are one indicator (\"same_as\") both must give the same value.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"form": {"/forms/6/rows/24/same_as": "tthc.ho-so-xa-da-giai-quyet"}, "figures": {"ho-so.tong-tiep-nhan": 259, "ho-so.tiep-nhan-truc-tuyen": 100, "tthc.ho-so-xa-da-giai-quyet": 259}}"#,
    fails: r#"{"form": {"/forms/6/rows/24/same_as": "tthc.ho-so-xa-da-giai-quyet"}, "figures": {"ho-so.tong-tiep-nhan": 260, "ho-so.tiep-nhan-truc-tuyen": 100, "tthc.ho-so-xa-da-giai-quyet": 259}}"#,
};

fn check(subject: &Subject<'_>, told: &mut Told) {
    for (id, row) in subject.set.form.indicators() {
        let Some(other) = &row.same_as else { continue };
        let (Some(mine), Some(theirs)) = (subject.figures.get(id), subject.figures.get(other)) else { continue };
        let same = match (mine.as_number(), theirs.as_number()) {
            (Some(mine), Some(theirs)) => mine == theirs,
            _ => mine.text() == theirs.text(),
        };
        if same {
            continue;
        }
        let (name, expected) = (label(row), shown(subject, other));
        told.finding(
            TWO_VALUES
                .finding(msg!(
                    "\"{id}\" và \"{other}\" là một chỉ tiêu nhưng có hai giá trị: {name}",
                    "\"{id}\" and \"{other}\" are one indicator and have two values: {name}"
                ))
                .at(subject.figure_place(id))
                .found(mine.text())
                .expected(msg!("{expected}", "{expected}")),
        );
    }
}
