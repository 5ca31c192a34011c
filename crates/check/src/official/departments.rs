//! Departments (`Sở`) are of provinces.

use std::sync::LazyLock;

use baocao_core::diagnostic::{Id, Severity};
use baocao_core::msg;
use baocao_vietnamese::lexicon::bodies;
use baocao_vietnamese::lexicon::register::{Unit, all};
use baocao_vietnamese::lexicon::territories::Level;

use crate::{Family, Rule, Say, Subject, Told};
use baocao_reading::TextKind;

pub(super) const DEPARTMENTS: Family =
    Family { name: Say { vi: "Tên sở", en: "Names of departments" }, rules: &[&OF_DISTRICT], check };

const OF_DISTRICT: Rule = Rule {
    id: Id::new("the-thuc/so-cua-huyen"),
    severity: Severity::Note,
    title: Say {
        vi: "Sở là của tỉnh, phòng là của huyện", en: "A \"Sở\" is of a province, a \"Phòng\" of a district"
    },
    why: Say {
        vi: "\"Sở Tư pháp huyện\": cấp huyện có phòng, không có sở. \"Sở … thành phố\" chỉ bị xét khi cơ quan báo cáo hay \
             cơ quan cấp trên của nó là một thành phố thuộc tỉnh.",
        en: "\"Sở Tư pháp huyện\": districts have a \"phòng\", no \"sở\". \"Sở … thành phố\" is looked at only where the organ \
             or the one above is a city within a province.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"chi-dao.kiem-tra": {"add": "Xã phối hợp với Phòng Tư pháp huyện và Sở Tư pháp tỉnh rà soát; Sở Nội vụ, huyện và xã cùng dự; Sở Y tế thành phố Hải Phòng đến học tập."}}}"#,
    fails: r#"{"sections": {"chi-dao.kiem-tra": {"add": "Xã phối hợp với Sở Tư pháp huyện rà soát văn bản."}}}"#,
};

/// Cities that are provinces.
static CENTRAL: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let cities = all().filter(|unit| unit.level() == Level::Province && unit.kind.name == "thành phố");
    cities.map(Unit::own_name).collect()
});

const SO: &str = "Sở ";

/// Fields that departments and divisions have in their names, the longer before those that they begin with.
static FIELDS: LazyLock<Vec<String>> = LazyLock::new(|| bodies::fields().into_iter().rev().collect());

fn check(subject: &Subject<'_>, told: &mut Told) {
    let organ = &subject.report.document.organ;
    let above = organ.parent_short_name.as_ref().map_or("", |name| name.as_str());
    let city = [organ.short_name.as_str(), above].into_iter().find_map(city_of_province);
    for passage in subject.passages_of(&[TextKind::Prose]) {
        for (at, _) in passage.text.match_indices(SO) {
            let glued = passage.text[..at].ends_with(char::is_alphabetic);
            let Some(length) = district_after(&passage.text[at + SO.len()..], city).filter(|_| !glued) else {
                continue;
            };
            let range = at..at + SO.len() + length;
            let found = &passage.text[range.clone()];
            let right = found.replacen("Sở", "Phòng", 1);
            told.finding(
                OF_DISTRICT
                    .finding(msg!("cấp này có phòng, không có sở", "this level has a \"phòng\", no \"sở\""))
                    .at(subject.place(passage, range.clone()))
                    .found(found)
                    .expected(msg!("có lẽ là \"{right}\"", "probably \"{right}\"")),
            );
        }
    }
}

/// The city within a province that an organ governs.
fn city_of_province(organ: &str) -> Option<&str> {
    let (_, name) = organ.split_once("UBND thành phố ")?;
    (!CENTRAL.iter().any(|central| name.starts_with(central))).then_some(name)
}

/// How many bytes of a text a department's name takes with the district after it.
fn district_after(text: &str, city: Option<&str>) -> Option<usize> {
    let rest = FIELDS.iter().find_map(|name| text.strip_prefix(name.as_str())?.strip_prefix(' '))?;
    let named = |word: &str| rest.strip_prefix(word).filter(|after| !after.starts_with(char::is_alphabetic));
    let of_city = |after: &&str| {
        let after = after.trim_start();
        city.is_some_and(|city| after.starts_with(city) || !after.starts_with(char::is_uppercase))
    };
    let after = named("huyện").or_else(|| named("quận")).or_else(|| named("thành phố").filter(of_city))?;
    Some(text.len() - after.len())
}
