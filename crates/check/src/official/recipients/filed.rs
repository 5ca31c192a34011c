//! "Lưu: VT, ...": where the document is filed.

use std::sync::LazyLock;

use baocao_core::diagnostic::{Id, Severity};
use baocao_core::msg;
use baocao_core::report::{Field, Text};
use baocao_vietnamese::lexicon::lists::MASS_ORGANISATIONS;
use regex_lite::Regex;

use super::as_above::LAW;
use crate::official::organ::plain;
use crate::{Rule, Say, Subject, Told};
use baocao_reading::pattern;

pub(super) const NO_FILE: Rule = Rule {
    id: Id::new("the-thuc/thieu-luu"),
    severity: Severity::Warning,
    title: Say {
        vi: "Dòng cuối của Nơi nhận là \"Lưu: VT, ...\"", en: "The recipients end with \"Lưu: VT, ...\""
    },
    why: Say {
        vi: "Văn bản nào cũng lưu tại văn thư; dòng này đứng cuối cùng.",
        en: "Every document is filed with the registry; this line stands last.",
    },
    law: Some(LAW),
    set: "cchc/xa-2025",
    passes: r#"{"document": {"recipients": ["Như trên", "Các thôn", "Lưu: VT"]}}"#,
    fails: r#"{"document": {"recipients": ["Như trên", "Lưu: VT", "Các thôn"]}}"#,
};

pub(super) const FILE_FORM: Rule = Rule {
    id: Id::new("the-thuc/luu-sai-dang"),
    severity: Severity::Warning,
    title: Say {
        vi: "Ghi \"Lưu:\", rồi \"VT\", rồi đơn vị soạn thảo",
        en: "\"Lưu:\", then \"VT\", then the drafting unit",
    },
    why: Say {
        vi: "Sau chữ \"Lưu\" có dấu hai chấm, tiếp theo là \"VT\" (văn thư), dấu phẩy và chữ viết tắt tên đơn vị soạn \
             thảo.",
        en: "A colon follows \"Lưu\", then \"VT\" (the registry), a comma and the unit that drafted the document.",
    },
    law: Some(LAW),
    set: "cchc/xa-2025",
    passes: r#"{"document": {"recipients": ["Như trên", "Lưu: VT, NV"]}}"#,
    fails: r#"{"document": {"recipients": ["Như trên", "Lưu VT, NV"]}}"#,
};

static FILED: LazyLock<Option<Regex>> =
    LazyLock::new(|| pattern(r"^(?:[-–]\s*)?(?:[Ll]ưu|LƯU)(?P<colon>\s*:)?\s*(?P<where>.*?)[ \t\n\xA0;.,]*$"));

pub(super) fn check(subject: &Subject<'_>, told: &mut Told) {
    let names = &subject.report.document.recipients;
    let Some(pattern) = FILED.as_ref() else { return };
    let is_filed = |name: &Text| {
        let rest = plain(name);
        let rest = rest.trim_start_matches(['-', ' ']);
        rest == "LUU" || rest.starts_with("LUU:") || rest.starts_with("LUU ") && !rest.starts_with("LUU TRU")
    };
    let last = names.len().saturating_sub(1);
    let Some(at) = names.iter().position(is_filed) else {
        told.finding(
            NO_FILE
                .finding(msg!("Nơi nhận thiếu dòng \"Lưu\"", "the recipients lack the line \"Lưu\""))
                .at(subject.input.at(Field::Recipient(last)))
                .expected(msg!("dòng cuối: Lưu: VT, ...", "the last line: Lưu: VT, ...")),
        );
        return;
    };
    let place = || subject.input.at(Field::Recipient(at));
    if at < last {
        told.finding(
            NO_FILE
                .finding(msg!("dòng \"Lưu\" không đứng cuối Nơi nhận", "the line \"Lưu\" does not stand last"))
                .at(place())
                .hint(msg!("đưa dòng này xuống cuối", "move this line to the end")),
        );
    }
    let Some(name) = names.get(at) else { return };
    let Some(found) = pattern.captures(name.trim()) else { return };
    let kept = found.name("where").map_or("", |kept| kept.as_str());
    let units: Vec<&str> = kept.split([',', ';', '-']).map(str::trim).filter(|unit| !unit.is_empty()).collect();
    let registry = |unit: &&str| matches!(plain(unit).as_str(), "VT" | "VAN THU");
    let wanted = |units: &[&str]| format!("Lưu: {}", units.join(", "));
    let organ = baocao_vietnamese::one_line(&subject.report.document.organ.organ_name).to_lowercase();
    let office = units.first().is_some_and(|unit| matches!(plain(unit).as_str(), "VP" | "VAN PHONG"));
    if office && MASS_ORGANISATIONS.iter().any(|words| organ.contains(words)) {
        return;
    }
    let (message, expected) = if !units.iter().any(registry) {
        let units: Vec<&str> = std::iter::once("VT").chain(units.iter().copied()).collect();
        (msg!("dòng \"Lưu\" thiếu \"VT\" (văn thư)", "the line \"Lưu\" lacks \"VT\" (the registry)"), wanted(&units))
    } else if found.name("colon").is_none() {
        (msg!("thiếu dấu hai chấm sau \"Lưu\"", "a colon is missing after \"Lưu\""), wanted(&units))
    } else if !units.first().is_some_and(registry) {
        let others = units.iter().filter(|unit| !registry(unit)).copied();
        let units: Vec<&str> = std::iter::once("VT").chain(others).collect();
        (msg!("\"VT\" đứng trước đơn vị soạn thảo", "\"VT\" stands before the drafting unit"), wanted(&units))
    } else {
        return;
    };
    told.finding(
        FILE_FORM.finding(message).at(place()).found(name.as_str()).expected(msg!("{expected}", "{expected}")),
    );
}
