//! The abbreviation of the agency in the symbol.

use baocao_core::diagnostic::{Id, Severity};
use baocao_core::msg;
use baocao_vietnamese::one_line;
use unicode_normalization::UnicodeNormalization;

use super::notation::{LAW, Notation};
use crate::official::organ::{Regime, plain, regime};
use crate::{Rule, Say, Subject, Told};

pub(super) const AGENCY: Rule = Rule {
    id: Id::new("the-thuc/ky-hieu-sai-co-quan"),
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

pub(super) const INITIALS: Rule = Rule {
    id: Id::new("the-thuc/ky-hieu-khac-ten"),
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

pub(super) fn check(subject: &Subject<'_>, notation: &Notation<'_>, told: &mut Told) {
    let Some(agency) = notation.agency().map(str::to_uppercase) else { return };
    let document = &subject.report.document;
    let joined = &notation.joined;
    let organ = plain(&document.organ.organ_name);
    let own = match regime(&document.organ) {
        Regime::Collective if organ.starts_with('U') => Some("UBND"),
        Regime::Collective => Some("HĐND"),
        _ => None,
    };
    match own {
        Some(own) if !joined.to_uppercase().contains(own) => {
            let message = msg!("ký hiệu không mang tên cơ quan ban hành", "the symbol does not name the agency");
            notation.tell(&AGENCY, message, &notation.of_agency(own), told);
        }
        None if agency == "UBND" && regime(&document.organ) == Regime::Head => {
            let name = one_line(&document.organ.organ_name);
            let message = msg!("UBND không phải chữ viết tắt của cơ quan này", "UBND does not stand for this agency");
            notation.tell(&AGENCY, message, &notation.of_agency(&format!(" {name}")), told);
        }
        None if organ.starts_with("SO ") && !suits(&agency, &document.organ.organ_name) => {
            let name = one_line(&document.organ.organ_name);
            let message = msg!(
                "chữ viết tắt trong ký hiệu có lẽ không phải của cơ quan này",
                "the letters of the symbol are perhaps not this agency's"
            );
            notation.tell(&INITIALS, message, &name, told);
        }
        _ => {}
    }
}

/// Whether the letters of an abbreviation occur in a name in this order; Đ is a letter of its own.
fn suits(abbreviation: &str, name: &str) -> bool {
    let bare =
        |text: &str| -> Vec<char> { text.to_uppercase().nfd().filter(|letter| letter.is_alphabetic()).collect() };
    let mut letters = bare(name).into_iter();
    bare(abbreviation).into_iter().all(|wanted| letters.any(|letter| letter == wanted))
}
