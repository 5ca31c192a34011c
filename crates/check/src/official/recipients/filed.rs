//! "Lưu: VT, ...": where the document is filed, and who drafted it.

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

pub(super) const DRAFTER: Rule = Rule {
    id: Id::new("the-thuc/luu-nguoi-soan"),
    severity: Severity::Warning,
    title: Say {
        vi: "Ký hiệu người soạn thảo và số bản phát hành đứng sau nơi lưu",
        en: "The drafter's mark and the number of copies stand behind where it is filed",
    },
    why: Say {
        vi: "Dòng cuối của Nơi nhận ghi nơi lưu, dấu chấm, rồi ký hiệu người soạn thảo và số lượng bản phát hành bằng chữ số: \
             \"Lưu: VT, VX. PL.(300)\". Chương trình in ký hiệu ghi ở \"drafter\"; đã gõ vào dòng này thì không ghi ở đó nữa.",
        en: "The last recipient says where the document is filed, and behind a full stop who drafted it and the number of copies in \
             figures. The program prints what \"drafter\" says; what is typed here is not said there again.",
    },
    law: Some("NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục III.3"),
    set: "cchc/xa-2025",
    passes: r#"{"document": {"drafter": null, "recipients": ["Như trên", "Lưu: VT, NV. TĐN (12b)"]}}"#,
    fails: r#"{"document": {"drafter": null, "recipients": ["Như trên", "Lưu: TĐN (12b). VT, NV"]}}"#,
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
    let units = |part: &'_ str| -> Vec<String> {
        let units = part.split([',', ';', '-']).map(str::trim).filter(|unit| !unit.is_empty());
        units.map(str::to_owned).collect()
    };
    // Behind it may stand how many copies are kept: `VT (02)`.
    let registry = |unit: &&str| {
        let name = unit.split('(').next().unwrap_or_default();
        matches!(plain(name).trim(), "VT" | "VAN THU")
    };
    // `VT, VX. PL.(300)`: the units, and behind a full stop who drafted it.
    let parts: Vec<&str> = kept.split(". ").map(str::trim).collect();
    let filed = parts.iter().position(|part| units(part).iter().any(|unit| registry(&unit.as_str()))).unwrap_or(0);
    let drafters = [&parts[..filed], &parts[filed + 1..]].concat().join(". ");
    drafter(subject, at, (parts[filed], &drafters, filed > 0), told);
    let units = units(parts[filed]);
    let units: Vec<&str> = units.iter().map(String::as_str).collect();
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

/// What is told of who drafted the document, in the recipient `at` that says where it is filed: `filed`, what stands beside it,
/// and whether that stands before it.
fn drafter(subject: &Subject<'_>, at: usize, (filed, typed, is_before): (&str, &str, bool), told: &mut Told) {
    if typed.is_empty() {
        return;
    }
    let place = || subject.input.at(Field::Recipient(at));
    if is_before {
        told.finding(
            DRAFTER
                .finding(msg!("người soạn thảo ghi trước nơi lưu", "the drafter stands before where it is filed"))
                .at(place())
                .found(typed)
                .expected(msg!("Lưu: {filed}. {typed}", "Lưu: {filed}. {typed}")),
        );
    }
    let copies = typed.split_once('(').and_then(|(_, rest)| rest.split_once(')')).map(|(inside, _)| inside.trim());
    let is_number = |text: &str| text.contains(|c: char| matches!(c, '1'..='9'));
    if let Some(copies) = copies.filter(|copies| !is_number(copies)) {
        told.finding(
            DRAFTER
                .finding(msg!("số lượng bản phát hành không phải là số", "the number of copies is no number"))
                .at(place())
                .found(copies)
                .hint(msg!("ghi bằng chữ số, như (12)", "write it in figures, such as (12)")),
        );
    }
    if subject.report.document.drafter.is_some() {
        told.finding(
            DRAFTER
                .finding(msg!("người soạn thảo được in hai lần", "the drafter is printed twice"))
                .at(place())
                .found(typed)
                .hint(msg!("bỏ ở dòng này, hoặc bỏ \"drafter\"", "take it out here, or take \"drafter\" out")),
        );
    }
}
