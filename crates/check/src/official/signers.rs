//! The names of those who sign.

use std::sync::LazyLock;

use baocao_core::diagnostic::{Id, Severity};
use baocao_core::msg;
use baocao_core::report::{Field, InSigner, PromulgationDate};
use baocao_vietnamese::lexicon::lists::OWN_RULES;
use regex_lite::Regex;

use super::organ::plain;
use crate::{Family, Rule, Say, Subject, Told};
use baocao_reading::pattern;

pub(super) const SIGNERS: Family = Family {
    name: Say { vi: "Họ tên người ký", en: "Names of signers" },
    rules: &[&TITLE, &CASE, &TWICE, &NOBODY],
    check,
};

/// Where the decree says how a signer is named.
const LAW: &str = "NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.7.c";

const TITLE: Rule = Rule {
    id: Id::new("the-thuc/hoc-ham-hoc-vi"),
    severity: Severity::Warning,
    title: Say {
        vi: "Trước họ tên người ký không ghi học hàm, học vị, danh hiệu",
        en: "No rank, degree or honour before a signer's name",
    },
    why: Say {
        vi: "Đơn vị vũ trang và tổ chức sự nghiệp giáo dục, y tế, khoa học theo quy định riêng của ngành, không bị xét.",
        en: "Armed units and institutions of education, health and science follow rules of their own and are not looked \
             at.",
    },
    law: Some(LAW),
    set: "cchc/xa-2025",
    passes: r#"{"document": {"signers": [{"competence": ["TM. ỦY BAN NHÂN DÂN"], "position": "CHỦ TỊCH", "full_name": "Tạ Văn Sơn"}]}}"#,
    fails: r#"{"document": {"signers": [{"competence": ["TM. ỦY BAN NHÂN DÂN"], "position": "CHỦ TỊCH", "full_name": "ThS. Tạ Văn Sơn"}]}}"#,
};

const CASE: Rule = Rule {
    id: Id::new("the-thuc/ho-ten-chu-thuong"),
    severity: Severity::Warning,
    title: Say {
        vi: "Họ tên người ký ghi chữ in thường, viết hoa đầu mỗi âm tiết",
        en: "A signer's name is in lower case with a capital for each syllable",
    },
    why: Say {
        vi: "Chức vụ in hoa, họ tên in thường. Tên có dấu gạch, dấu phẩy trên (tên đồng bào dân tộc) không bị xét.",
        en: "Posts are in capitals, names are not. Names with hyphens or apostrophes are not looked at.",
    },
    law: Some("NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.7"),
    set: "cchc/xa-2025",
    passes: r#"{"document": {"signers": [{"competence": ["TM. ỦY BAN NHÂN DÂN"], "position": "CHỦ TỊCH", "full_name": "Tạ Văn Sơn"}]}}"#,
    fails: r#"{"document": {"signers": [{"competence": ["TM. ỦY BAN NHÂN DÂN"], "position": "CHỦ TỊCH", "full_name": "TẠ VĂN SƠN"}]}}"#,
};

const TWICE: Rule = Rule {
    id: Id::new("the-thuc/nguoi-ky-lap"),
    severity: Severity::Warning,
    title: Say { vi: "Một người không ký hai lần", en: "Nobody signs twice" },
    why: Say {
        vi: "Hai khối chữ ký mang một họ tên là chép nhầm.",
        en: "Two signatures of one name are a slip of copying.",
    },
    law: None,
    set: "cchc/xa-2025",
    passes: r#"{"document": {"signers": [{"competence": ["TM. ỦY BAN NHÂN DÂN"], "position": "CHỦ TỊCH", "full_name": "Tạ Văn Sơn"}]}}"#,
    fails: r#"{"document": {"signers": [{"competence": ["TM. ỦY BAN NHÂN DÂN"], "position": "CHỦ TỊCH", "full_name": "Tạ Văn Sơn"}, {"competence": ["TM. ỦY BAN NHÂN DÂN"], "position": "CHỦ TỊCH", "full_name": "Tạ Văn Sơn"}]}}"#,
};

const NOBODY: Rule = Rule {
    id: Id::new("the-thuc/thieu-nguoi-ky"),
    severity: Severity::Note,
    title: Say {
        vi: "Văn bản đã có số, ngày thì có họ tên người ký",
        en: "A document with number and date names its signer",
    },
    why: Say {
        vi: "Số và ngày được lấy sau khi ký; bản dự thảo chưa có số, ngày thì không bị xét.",
        en: "Number and date are given after signing; a draft without them is not looked at.",
    },
    law: Some(LAW),
    set: "cchc/xa-2025",
    passes: r#"{"document": {"code_number": null, "signers": [{"competence": ["TM. ỦY BAN NHÂN DÂN"], "position": "CHỦ TỊCH"}]}}"#,
    fails: r#"{"document": {"code_number": 12, "signers": [{"competence": ["TM. ỦY BAN NHÂN DÂN"], "position": "CHỦ TỊCH"}]}}"#,
};

fn check(subject: &Subject<'_>, told: &mut Told) {
    let document = &subject.report.document;
    let issued =
        document.code_number.is_some() && matches!(document.promulgation.parsed(), Some(PromulgationDate::Day(_)));
    let mut seen: Vec<String> = Vec::new();
    for (index, signer) in document.signers.iter().enumerate() {
        let Some(name) = signer.full_name.as_deref().map(str::trim).filter(|name| !name.is_empty()) else {
            if issued {
                told.finding(
                    NOBODY
                        .finding(msg!(
                            "văn bản đã có số, ngày nhưng chưa có họ tên người ký",
                            "number and date are there, the signer's name is not"
                        ))
                        .at(subject.input.at(Field::Signer(index, InSigner::All)))
                        .hint(msg!("thêm \"full_name\"", "add \"full_name\"")),
                );
            }
            continue;
        };
        let place = || subject.input.at(Field::Signer(index, InSigner::FullName));
        let bare = title(name).map(|end| name[end..].trim_start());
        if let Some(bare) = bare.filter(|_| !has_own_rules(subject)) {
            told.finding(
                TITLE
                    .finding(msg!(
                        "trước họ tên có học hàm, học vị hoặc danh hiệu",
                        "a rank, a degree or an honour stands before the name"
                    ))
                    .at(place())
                    .found(name)
                    .expected(msg!("{bare}", "{bare}")),
            );
        }
        let bare = bare.unwrap_or(name);
        if let Some(wanted) = title_case(bare) {
            told.finding(
                CASE.finding(msg!("họ tên người ký không đúng kiểu chữ", "the signer's name is in the wrong case"))
                    .at(place())
                    .found(bare)
                    .expected(msg!("{wanted}", "{wanted}")),
            );
        }
        if seen.contains(&plain(bare)) {
            told.finding(
                TWICE.finding(msg!("người này đã ký ở khối khác", "this person signs already")).at(place()).found(bare),
            );
        }
        seen.push(plain(bare));
    }
}

/// Armed units, schools, hospitals, institutes (the same point of the decree).
fn has_own_rules(subject: &Subject<'_>) -> bool {
    let name = plain(&subject.report.document.organ.organ_name);
    OWN_RULES
        .iter()
        .map(|word| baocao_vietnamese::bare(word))
        .any(|word| name.starts_with(&word) || name.contains(&format!(" {word}")))
}

static RANK: LazyLock<Option<Regex>> = LazyLock::new(|| {
    pattern(concat!(
        r"^(?:(?:(?:PGS|GS|TSKH|TS|Ts|ThS|Ths|THS|BSCK(?:I{1,2}|1|2)?|BS|Bs|CK(?:I{1,2}|1|2)|DS|KTS|KS|Ks|CN|LS",
        r"|NGND|NGƯT|TTND|TTƯT|NSND|NSƯT)(?:\s?[.,]|\s)",
        r"|[Đđ]/c\.?|[Đđ]\.c\.?|(?:[Đđ]ồng chí|[Gg]iáo sư|[Pp]hó [Gg]iáo sư|[Tt]iến s[ĩỹ]|[Tt]hạc s[ĩỹ]|[Cc]ử nhân|[Kk]ỹ sư|[Bb]ác s[ĩỹ]|[Ll]uật sư",
        r"|(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá|úy|uý)|Nhà giáo (?:[Nn]hân dân|[Ưư]u tú)|Thầy thuốc (?:[Nn]hân dân|[Ưư]u tú))[ \t\n\xA0.:])",
        r"[ \t\n\xA0.,:-]*)+",
    ))
});

/// Where the titles before a name end.
fn title(name: &str) -> Option<usize> {
    RANK.as_ref()?.find(name).map(|found| found.end()).filter(|end| *end < name.len())
}

/// The name as it should be written; nothing where it is so.
fn title_case(name: &str) -> Option<String> {
    let words: Vec<&str> = name.split_whitespace().collect();
    if name.contains(['\'', '’', '-', '.']) || words.len() < 2 {
        return None;
    }
    let shouted = words.iter().all(|word| !word.chars().any(char::is_lowercase))
        && words.iter().any(|word| word.chars().count() > 1);
    let whispered = words.iter().any(|word| word.chars().next().is_some_and(char::is_lowercase));
    if !shouted && !whispered {
        return None;
    }
    let capital = |word: &&str| {
        let lower = word.to_lowercase();
        let mut letters = lower.chars();
        letters.next().map(|first| first.to_uppercase().chain(letters).collect::<String>()).unwrap_or_default()
    };
    Some(words.iter().map(capital).collect::<Vec<_>>().join(" "))
}
