//! The symbol and the number of the document.

use super::organ::{Regime, plain, regime};
use crate::check::{Family, Rule, Say, Subject, Told};
use crate::diagnostic::Severity;
use crate::msg;
use crate::report::PromulgationDate;

pub(super) const SYMBOLS: Family = Family {
    name: Say { vi: "Số và ký hiệu văn bản", en: "Number and symbol of the document" },
    rules: &[&SPACES, &LETTERS, &TYPE, &AGENCY, &INITIALS, &NO_DATE, &NO_NUMBER],
    check,
};

/// Where the decree says how numbers and symbols are written.
const LAW: &str = "NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.3";

const SPACES: Rule = Rule {
    id: "the-thuc/ky-hieu-co-cach",
    severity: Severity::Warning,
    title: Say {
        vi: "Ký hiệu không có dấu cách, nối bằng gạch nối",
        en: "The symbol has no spaces and is joined by hyphens",
    },
    why: Say {
        vi: "\"BC-UBND\": giữa các nhóm chữ viết tắt là dấu gạch nối (-) không cách chữ; dấu gạch chéo chỉ đứng giữa số \
             và ký hiệu, chương trình tự thêm.",
        en: "\"BC-UBND\": groups are joined by a hyphen without spaces; the stroke stands between number and symbol only \
             and is set by the program.",
    },
    law: Some(LAW),
    set: "cchc/xa-2025",
    passes: r#"{"document": {"code_notation": "BC-UBND"}}"#,
    fails: r#"{"document": {"code_notation": "BC - UBND"}}"#,
};

const LETTERS: Rule = Rule {
    id: "the-thuc/ky-hieu-chu-thuong",
    severity: Severity::Warning,
    title: Say { vi: "Ký hiệu viết bằng chữ in hoa", en: "The symbol is in capitals" },
    why: Say {
        vi: "Chữ thường chỉ có trong các chữ viết tắt quen dùng như CTr, TTg, TTr, SNgV.",
        en: "Small letters occur in a few abbreviations only, such as CTr, TTg, TTr, SNgV.",
    },
    law: Some(LAW),
    set: "cchc/xa-2025",
    passes: r#"{"document": {"code_notation": "BC-UBND"}}"#,
    fails: r#"{"document": {"code_notation": "Bc-ubnd"}}"#,
};

const TYPE: Rule = Rule {
    id: "the-thuc/ky-hieu-sai-loai",
    severity: Severity::Warning,
    title: Say {
        vi: "Ký hiệu bắt đầu bằng chữ viết tắt tên loại văn bản",
        en: "The symbol begins with the abbreviation of the type",
    },
    why: Say {
        vi: "Báo cáo: BC; kế hoạch: KH; thông báo: TB; tờ trình: TTr. Tên loại khác không bị xét.",
        en: "BC for BÁO CÁO, KH for KẾ HOẠCH, TB for THÔNG BÁO, TTr for TỜ TRÌNH. Other types are not looked at.",
    },
    law: Some("NĐ 30/2020/NĐ-CP, Phụ lục III, phần I"),
    set: "cchc/xa-2025",
    passes: r#"{"document": {"code_notation": "BC-UBND"}}"#,
    fails: r#"{"document": {"code_notation": "KH-UBND"}}"#,
};

const AGENCY: Rule = Rule {
    id: "the-thuc/ky-hieu-sai-co-quan",
    severity: Severity::Warning,
    title: Say {
        vi: "Ký hiệu mang chữ viết tắt của cơ quan ban hành",
        en: "The symbol carries the abbreviation of the issuing agency",
    },
    why: Say {
        vi: "Văn bản của Ủy ban nhân dân mang UBND, của Hội đồng nhân dân mang HĐND; cơ quan khác không mang UBND trần.",
        en: "UBND for people's committees, HĐND for people's councils, and bare UBND for nobody else.",
    },
    law: Some(LAW),
    set: "cchc/so-2022",
    passes: r#"{"document": {"code_notation": "BC-SKHĐT"}}"#,
    fails: r#"{"document": {"code_notation": "BC-UBND"}}"#,
};

const INITIALS: Rule = Rule {
    id: "the-thuc/ky-hieu-khac-ten",
    severity: Severity::Note,
    title: Say {
        vi: "Chữ viết tắt của sở trong ký hiệu hợp với tên sở",
        en: "The letters of a department in the symbol suit its name",
    },
    why: Say {
        vi: "Có lẽ nhầm cơ quan hoặc mất chữ Đ: mọi chữ cái của nhóm viết tắt phải có trong tên sở, theo đúng thứ tự. Chữ \
             viết tắt do cơ quan quy định nên đây chỉ là điều nghi ngờ.",
        en: "Perhaps another agency, or a lost Đ: the letters should occur in the name in this order. Agencies choose \
             their abbreviation, so this is a doubt.",
    },
    law: Some(LAW),
    set: "cchc/so-2022",
    passes: r#"{"document": {"code_notation": "BC-SKHĐT"}}"#,
    fails: r#"{"document": {"code_notation": "BC-SNV"}}"#,
};

const NO_DATE: Rule = Rule {
    id: "the-thuc/so-khong-ngay",
    severity: Severity::Note,
    title: Say {
        vi: "Văn bản đã lấy số thì có đủ ngày ban hành", en: "A numbered document has its date"
    },
    why: Say {
        vi: "Số và thời gian ban hành được lấy cùng lúc, theo trình tự thời gian.",
        en: "Number and date are given together, in the order of time.",
    },
    law: Some("NĐ 30/2020/NĐ-CP, Điều 15"),
    set: "cchc/xa-2025",
    passes: r#"{"document": {"code_number": null, "promulgation": {"date": "2026-09"}}}"#,
    fails: r#"{"document": {"code_number": 214, "promulgation": {"date": "2026-09"}}}"#,
};

const NO_NUMBER: Rule = Rule {
    id: "the-thuc/ngay-khong-so",
    severity: Severity::Note,
    title: Say { vi: "Văn bản đã ghi ngày ban hành thì có số", en: "A dated document has its number" },
    why: Say {
        vi: "Bản dự thảo để trống cả số lẫn ngày; có ngày mà chưa có số thì dễ quên lấy số.",
        en: "A draft leaves both open; with a date alone the number is easily forgotten.",
    },
    law: Some("NĐ 30/2020/NĐ-CP, Điều 15"),
    set: "cchc/xa-2025",
    passes: r#"{"document": {"code_number": 214}}"#,
    fails: r#"{"document": {"code_number": null}}"#,
};

fn check(subject: &Subject<'_>, told: &mut Told) {
    notation(subject, told);
    let document = &subject.report.document;
    let dated = matches!(document.promulgation.parsed(), Some(PromulgationDate::Day(_)));
    if document.code_number.is_some() && !dated {
        told.finding(
            NO_DATE
                .finding(msg!("văn bản có số mà chưa có ngày ban hành", "the document has a number and no date"))
                .at(subject.input.place("/document/code_number"))
                .hint(msg!("ghi đủ ngày vào \"promulgation\"", "give the whole date in \"promulgation\"")),
        );
    }
    if document.code_number.is_none() && dated {
        told.finding(
            NO_NUMBER
                .finding(msg!("văn bản có ngày ban hành mà chưa có số", "the document has a date and no number"))
                .at(subject.input.place("/document/promulgation/date"))
                .hint(msg!("ghi số vào \"code_number\"", "give the number in \"code_number\"")),
        );
    }
}

fn notation(subject: &Subject<'_>, told: &mut Told) {
    let document = &subject.report.document;
    let given = document.code_notation.as_str();
    let mut tell = |rule: &Rule, message, expected: String| {
        let place = subject.input.place("/document/code_notation");
        told.finding(rule.finding(message).at(place).found(given).expected(msg!("{expected}", "{expected}")));
    };
    let joined = joined(given);
    if joined != given {
        let message = msg!("ký hiệu có dấu cách hoặc dấu nối sai", "the symbol has spaces or wrong signs in it");
        tell(&SPACES, message, joined.clone());
    }
    if has_small_letters(&joined) {
        tell(&LETTERS, msg!("ký hiệu có chữ thường", "the symbol has small letters"), joined.to_uppercase());
    }
    let mut groups = joined.split('-');
    let (kind, agency) = (groups.next().unwrap_or_default(), groups.next());
    if let Some(wanted) = abbreviation(&plain(&document.type_name))
        && !kind.eq_ignore_ascii_case(wanted)
    {
        let name = &document.type_name;
        let message = msg!("ký hiệu không hợp với tên loại \"{name}\"", "the symbol does not suit the type \"{name}\"");
        tell(&TYPE, message, format!("{wanted}-..."));
    }
    let Some(agency) = agency.map(str::to_uppercase) else { return };
    let organ = plain(&document.organ.organ_name);
    let own = match regime(&document.organ) {
        Regime::Collective if organ.starts_with('U') => Some("UBND"),
        Regime::Collective => Some("HĐND"),
        _ => None,
    };
    match own {
        Some(own) if !joined.to_uppercase().contains(own) => {
            let message = msg!("ký hiệu không mang tên cơ quan ban hành", "the symbol does not name the agency");
            tell(&AGENCY, message, format!("{kind}-{own}"));
        }
        None if agency == "UBND" && regime(&document.organ) == Regime::Head => {
            let name = document.organ.organ_name.split_whitespace().collect::<Vec<_>>().join(" ");
            let message = msg!("UBND không phải chữ viết tắt của cơ quan này", "UBND does not stand for this agency");
            tell(&AGENCY, message, format!("{kind}- {name}"));
        }
        None if organ.starts_with("SO ") && !suits(&agency, &document.organ.organ_name) => {
            let name = document.organ.organ_name.split_whitespace().collect::<Vec<_>>().join(" ");
            let message = msg!(
                "chữ viết tắt trong ký hiệu có lẽ không phải của cơ quan này",
                "the letters of the symbol are perhaps not this agency's"
            );
            tell(&INITIALS, message, name);
        }
        _ => {}
    }
}

/// The symbol with its groups joined by plain hyphens.
fn joined(given: &str) -> String {
    let given = given.replace(['–', '—', '‑', '/'], "-");
    given.chars().filter(|letter| !letter.is_whitespace()).collect::<String>().trim_matches('-').to_owned()
}

/// Whether small letters occur outside the abbreviations that have them.
fn has_small_letters(symbol: &str) -> bool {
    let mut rest = symbol.to_owned();
    for known in ["CTr", "TTg", "TTr", "NgV", "ThTr"] {
        rest = rest.replace(known, "");
    }
    rest.chars().any(char::is_lowercase)
}

/// The abbreviation of a type (Annex III).
fn abbreviation(name: &str) -> Option<&'static str> {
    match name {
        "BAO CAO" => Some("BC"),
        "KE HOACH" => Some("KH"),
        "THONG BAO" => Some("TB"),
        "TO TRINH" => Some("TTr"),
        _ => None,
    }
}

/// Whether the letters of an abbreviation occur in a name in this order; Đ is a letter of its own.
fn suits(abbreviation: &str, name: &str) -> bool {
    use unicode_normalization::UnicodeNormalization;
    let bare =
        |text: &str| -> Vec<char> { text.to_uppercase().nfd().filter(|letter| letter.is_alphabetic()).collect() };
    let mut letters = bare(name).into_iter();
    bare(abbreviation).into_iter().all(|wanted| letters.any(|letter| letter == wanted))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn symbols_are_read() {
        assert_eq!(joined("BC – UBND"), "BC-UBND");
        assert_eq!(joined("/BC-UBND"), "BC-UBND");
        for symbol in ["BC-UBND", "BC-SKHĐT", "CTr-UBND", "TTr-SNgV", "BC-TTr"] {
            assert!(!has_small_letters(symbol) && joined(symbol) == symbol, "{symbol}");
        }
        assert!(has_small_letters("Bc-UBND"));
    }

    #[test]
    fn letters_suit_their_name() {
        for (letters, name) in [
            ("SKHĐT", "SỞ KẾ HOẠCH VÀ ĐẦU TƯ"),
            ("SGD&ĐT", "SỞ GIÁO DỤC VÀ ĐÀO TẠO"),
            ("SNNMT", "SỞ NÔNG NGHIỆP\nVÀ MÔI TRƯỜNG"),
            ("SNGV", "SỞ NGOẠI VỤ"),
            ("SVHTTDL", "SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH"),
        ] {
            assert!(suits(letters, name), "{letters}");
        }
        assert!(!suits("SGDDT", "SỞ GIÁO DỤC VÀ ĐÀO TẠO"));
        assert!(!suits("SXD", "SỞ NỘI VỤ"));
    }
}
