//! Figures that need another one to be more than nothing.

use baocao_core::diagnostic::{Id, Severity};
use baocao_core::form::{Relation, RelationKind};
use baocao_core::msg;

use super::{label, shown};
use crate::{Family, Rule, Say, Subject, Told};

pub(super) const NEEDS: Family =
    Family {
        name: Say { vi: "Số liệu kéo theo nhau", en: "Figures that need each other" }, rules: &[&NEED], check
    };

const NEED: Rule = Rule {
    id: Id::new("so-lieu/thieu-so-keo-theo"),
    severity: Severity::Warning,
    title: Say {
        vi: "Có kết quả thì phải có cái sinh ra nó",
        en: "Where there is a result there is what it came from",
    },
    why: Say {
        vi: "Đã nhận hồ sơ trực tuyến thì phải có thủ tục phát sinh hồ sơ trực tuyến: số này lớn hơn 0 thì ít nhất một trong \
             các số kia lớn hơn 0. Các quan hệ như vậy (\"needs\") khai trong relations.json của họ báo cáo; chỉ xét khi có \
             số đã ghi là 0.",
        en: "Where files came in online some procedure had them: if the one figure is more than 0, at least one of the \
             others is. Such relations (\"needs\") stand in relations.json of the family; they are looked at where one of \
             the others is given as 0.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"figures": {"ho-so.tiep-nhan-truc-tuyen": 258, "dvctt.co-ho-so-muc-3": 0, "dvctt.co-ho-so-muc-4": 2}}"#,
    fails: r#"{"figures": {"ho-so.tiep-nhan-truc-tuyen": 258, "dvctt.co-ho-so-muc-3": 0, "dvctt.co-ho-so-muc-4": 0}}"#,
};

fn check(subject: &Subject<'_>, told: &mut Told) {
    let relations = subject.set.relations.relations.iter();
    for relation in relations.filter(|relation| relation.kind == RelationKind::Needs) {
        needs(relation, subject, told);
    }
}

fn needs(relation: &Relation, subject: &Subject<'_>, told: &mut Told) {
    let form = &subject.set.form;
    let whole = relation.whole.as_str();
    let Some(row) = form.indicator(whole) else { return };
    if relation.parts.iter().any(|part| form.indicator(part).is_none()) {
        return;
    }
    let given = relation.parts.iter().filter(|part| subject.number(part).is_some());
    let Some(first) = given.clone().next() else { return };
    let mut values = relation.parts.iter().filter_map(|part| subject.number(part));
    if subject.number(whole).is_none_or(|value| value.is_zero()) || values.any(|value| !value.is_zero()) {
        return;
    }
    let (name, value) = (label(row), shown(subject, whole));
    let (all_vi, all_en) = if given.clone().count() > 1 { ("đều ", "all ") } else { ("", "") };
    let zeros = given.map(|part| format!("\"{part}\"")).collect::<Vec<_>>().join(", ");
    told.finding(
        NEED.finding(msg!(
            "{name} là {value}, vậy {zeros} không thể {all_vi}là 0",
            "{name} is {value}: {zeros} cannot {all_en}be 0"
        ))
        .at(subject.figure_place(first))
        .found(shown(subject, first))
        .expected(msg!("lớn hơn 0, ít nhất một số", "more than 0, at least one of them")),
    );
}
