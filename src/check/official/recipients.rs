//! Kính gửi and Nơi nhận.

use std::sync::LazyLock;

use regex::Regex;

use super::organ::plain;
use crate::check::{Family, Rule, Say, Subject, Told};
use crate::diagnostic::Severity;
use crate::msg;
use crate::report::Text;

pub(super) const RECIPIENTS: Family = Family {
    name: Say { vi: "Kính gửi, Nơi nhận", en: "Addressees and recipients" },
    rules: &[&AS_ABOVE_FIRST, &AS_ABOVE_OF_NOTHING, &NO_FILE, &FILE_FORM, &PUNCTUATION, &TWICE],
    check,
};

/// Where the decree says how recipients are listed.
const LAW: &str = "NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.9";

const AS_ABOVE_FIRST: Rule = Rule {
    id: "the-thuc/nhu-tren-dung-dau",
    severity: Severity::Warning,
    title: Say {
        vi: "Có \"Kính gửi\" thì dòng đầu của Nơi nhận là \"Như trên\"",
        en: "Where there is Kính gửi, the recipients begin with \"Như trên\"",
    },
    why: Say {
        vi: "Báo cáo gửi cấp trên: nơi kính gửi không chép lại mà ghi \"Như trên\" ở dòng đầu.",
        en: "A report sent up does not repeat its addressees: \"Như trên\" stands first.",
    },
    law: Some(LAW),
    set: "cchc/xa-2025",
    passes: r#"{"document": {"to": ["Sở Nội vụ"], "recipients": ["Như trên", "Các thôn", "Lưu: VT"]}}"#,
    fails: r#"{"document": {"to": ["Sở Nội vụ"], "recipients": ["Các thôn", "Như trên", "Lưu: VT"]}}"#,
};

const AS_ABOVE_OF_NOTHING: Rule = Rule {
    id: "the-thuc/nhu-tren-khong-kinh-gui",
    severity: Severity::Warning,
    title: Say { vi: "\"Như trên\" chỉ dùng khi có \"Kính gửi\"", en: "\"Như trên\" needs a Kính gửi" },
    why: Say {
        vi: "Không có \"Kính gửi\" thì \"Như trên\" không chỉ vào đâu.",
        en: "Without Kính gửi it points at nothing.",
    },
    law: Some(LAW),
    set: "cchc/xa-2025",
    passes: r#"{"document": {"to": [], "recipients": ["Sở Nội vụ", "Lưu: VT"]}}"#,
    fails: r#"{"document": {"to": [], "recipients": ["Như trên", "Lưu: VT"]}}"#,
};

const NO_FILE: Rule = Rule {
    id: "the-thuc/thieu-luu",
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

const FILE_FORM: Rule = Rule {
    id: "the-thuc/luu-sai-dang",
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

const PUNCTUATION: Rule = Rule {
    id: "the-thuc/noi-nhan-dau-cau",
    severity: Severity::Note,
    title: Say {
        vi: "Nơi nhận, nơi kính gửi ghi tên trần, không kèm dấu câu",
        en: "Recipients and addressees are given without dashes and punctuation",
    },
    why: Say {
        vi: "Chương trình tự đặt \"- \" ở đầu, \";\" sau mỗi dòng và \".\" ở dòng cuối; dấu gõ tay bị bỏ khi in.",
        en: "The program sets \"- \", \";\" and the last \".\"; what was typed by hand is dropped in print.",
    },
    law: Some(LAW),
    set: "cchc/xa-2025",
    passes: r#"{"document": {"recipients": ["Như trên", "Lưu: VT"]}}"#,
    fails: r#"{"document": {"recipients": ["Như trên;", "Lưu: VT"]}}"#,
};

const TWICE: Rule = Rule {
    id: "the-thuc/noi-nhan-lap",
    severity: Severity::Warning,
    title: Say { vi: "Mỗi nơi nhận ghi một lần", en: "Each recipient is named once" },
    why: Say {
        vi: "Nơi kính gửi đã nằm trong \"Như trên\", không ghi lại.",
        en: "Addressees are meant by \"Như trên\" and not repeated.",
    },
    law: None,
    set: "cchc/xa-2025",
    passes: r#"{"document": {"to": ["Sở Nội vụ"], "recipients": ["Như trên", "Các thôn", "Lưu: VT"]}}"#,
    fails: r#"{"document": {"to": ["Sở Nội vụ"], "recipients": ["Như trên", "Các thôn", "Sở Nội vụ", "Lưu: VT"]}}"#,
};

fn check(subject: &Subject<'_>, told: &mut Told) {
    let document = &subject.report.document;
    punctuation(subject, "/document/to", &document.to, told);
    punctuation(subject, "/document/recipients", &document.recipients, told);
    as_above(subject, told);
    filed(subject, told);
    twice(subject, told);
}

/// What is typed before and after a name.
static DRESS: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"^(?P<before>\s*(?:[-–+•]\s*)?)(?s:.*?)(?P<after>[\s;,]*\.?\s*)$").ok());

fn punctuation(subject: &Subject<'_>, list: &str, names: &[Text], told: &mut Told) {
    let Some(pattern) = DRESS.as_ref() else { return };
    for (index, name) in names.iter().enumerate() {
        let Some(found) = pattern.captures(name) else { continue };
        let (before, after) =
            (found.name("before").map_or(0, |m| m.end()), found.name("after").map_or(0, |m| m.start()));
        let bare = name.get(before..after).unwrap_or_default();
        let unclosed = bare.ends_with("..");
        if bare.len() == name.len() || bare.is_empty() || unclosed || name.trim() == bare {
            continue;
        }
        told.finding(
            PUNCTUATION
                .finding(msg!("tên nơi nhận kèm dấu câu", "the recipient is given with punctuation"))
                .at(subject.input.place(&format!("{list}/{index}")))
                .found(name.as_str())
                .expected(msg!("{bare}", "{bare}")),
        );
    }
}

fn is_as_above(name: &str) -> bool {
    plain(name).trim_start_matches("- ").starts_with("NHU TREN")
}

fn as_above(subject: &Subject<'_>, told: &mut Told) {
    let document = &subject.report.document;
    let at = document.recipients.iter().position(|name| is_as_above(name));
    let addressed = !document.to.is_empty();
    match at {
        Some(at) if !addressed => told.finding(
            AS_ABOVE_OF_NOTHING
                .finding(msg!("có \"Như trên\" mà không có \"Kính gửi\"", "\"Như trên\" without a Kính gửi"))
                .at(subject.input.place(&format!("/document/recipients/{at}")))
                .found(document.recipients.get(at).map(|name| name.as_str()).unwrap_or_default())
                .hint(msg!(
                    "ghi tên cơ quan nhận, hoặc thêm \"to\" cho dòng Kính gửi",
                    "name the recipient, or add \"to\" for Kính gửi"
                )),
        ),
        None if addressed => told.finding(
            AS_ABOVE_FIRST
                .finding(msg!("có \"Kính gửi\" mà Nơi nhận thiếu \"Như trên\"", "Kính gửi, and no \"Như trên\" below"))
                .at(subject.input.place("/document/recipients/0"))
                .expected(msg!("dòng đầu: Như trên", "the first line: Như trên")),
        ),
        Some(at) if at > 0 => told.finding(
            AS_ABOVE_FIRST
                .finding(msg!("\"Như trên\" không đứng đầu Nơi nhận", "\"Như trên\" does not stand first"))
                .at(subject.input.place(&format!("/document/recipients/{at}")))
                .hint(msg!("đưa dòng này lên đầu", "move this line to the top")),
        ),
        _ => {}
    }
}

static FILED: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"(?i)^(?:[-–]\s*)?lưu(?P<colon>\s*:)?\s*(?P<where>.*?)[\s;.,]*$").ok());

fn filed(subject: &Subject<'_>, told: &mut Told) {
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
                .at(subject.input.place(&format!("/document/recipients/{last}")))
                .expected(msg!("dòng cuối: Lưu: VT, ...", "the last line: Lưu: VT, ...")),
        );
        return;
    };
    let place = || subject.input.place(&format!("/document/recipients/{at}"));
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

fn twice(subject: &Subject<'_>, told: &mut Told) {
    let document = &subject.report.document;
    let bare = |name: &Text| plain(name).trim_matches([' ', '-', ';', '.', ',']).to_owned();
    let as_above = document.recipients.iter().any(|name| is_as_above(name));
    let mut seen: Vec<String> = if as_above { document.to.iter().map(bare).collect() } else { Vec::new() };
    for (index, name) in document.recipients.iter().enumerate() {
        let own = bare(name);
        if seen.contains(&own) {
            told.finding(
                TWICE
                    .finding(msg!("nơi nhận này đã có ở trên", "this recipient stands above already"))
                    .at(subject.input.place(&format!("/document/recipients/{index}")))
                    .found(name.as_str()),
            );
        }
        seen.push(own);
    }
}
