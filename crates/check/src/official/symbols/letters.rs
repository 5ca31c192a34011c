//! How the symbol is written, and the abbreviation of the type that it begins with.

use baocao_core::diagnostic::{Id, Severity};
use baocao_core::msg;
use baocao_vietnamese::lexicon::documents::{named, types};

use super::notation::{DASHES, LAW, Notation, joined};
use crate::texts::Change;
use crate::{Repair, Rule, Say, Subject, Texts, Told};
use baocao_core::report::{Field, Slot};

pub(crate) const SPACES: Rule = Rule {
    id: Id::new("the-thuc/ky-hieu-co-cach"),
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

pub(super) const LETTERS: Rule = Rule {
    id: Id::new("the-thuc/ky-hieu-chu-thuong"),
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

pub(super) const TYPE: Rule = Rule {
    id: Id::new("the-thuc/ky-hieu-sai-loai"),
    severity: Severity::Warning,
    title: Say {
        vi: "Ký hiệu bắt đầu bằng chữ viết tắt tên loại văn bản",
        en: "The symbol begins with the abbreviation of the type",
    },
    why: Say {
        vi: "Báo cáo: BC; kế hoạch: KH; thông báo: TB; tờ trình: TTr, và các tên loại khác theo Phụ lục III. Công văn \
             không có tên loại: ký hiệu bắt đầu bằng tên cơ quan.",
        en: "BC for BÁO CÁO, KH for KẾ HOẠCH, TB for THÔNG BÁO, TTr for TỜ TRÌNH, and so on as in Annex III. Letters \
             have no type: their symbol begins with the agency.",
    },
    law: Some("NĐ 30/2020/NĐ-CP, Phụ lục III, phần I"),
    set: "cchc/xa-2025",
    passes: r#"{"document": {"code_notation": "BC-UBND"}}"#,
    fails: r#"{"document": {"code_notation": "KH-UBND"}}"#,
};

pub(in crate::official) const REPAIR: Repair = Repair { rules: &[&SPACES], look: Some(spaces) };

pub(super) fn check(subject: &Subject<'_>, notation: &Notation<'_>, told: &mut Told) {
    let joined = &notation.joined;
    spaces(subject, told);
    if has_small_letters(joined) {
        let message = msg!("ký hiệu có chữ thường", "the symbol has small letters");
        notation.tell(&LETTERS, message, &joined.to_uppercase(), told);
    }
    let name = subject.report.document.type_name();
    if notation.is_of_letter {
        let of_type = types().filter_map(|kind| kind.code).find(|code| notation.kind().eq_ignore_ascii_case(code));
        if let (Some(_), Some((_, agency))) = (of_type, notation.joined.split_once('-')) {
            let message =
                msg!("ký hiệu công văn không có chữ viết tắt tên loại", "the symbol of a letter has no type in it");
            notation.tell(&TYPE, message, agency, told);
        }
        return;
    }
    if let Some(wanted) = named(name).and_then(|kind| kind.code)
        && !notation.kind().eq_ignore_ascii_case(wanted)
    {
        let message = msg!("ký hiệu không hợp với tên loại \"{name}\"", "the symbol does not suit the type \"{name}\"");
        notation.tell(&TYPE, message, &format!("{wanted}-..."), told);
    }
}

fn spaces(texts: &Texts<'_>, told: &mut Told) {
    let symbol = texts.passages().iter().find(|passage| passage.slot == Slot::Document(Field::CodeNotation));
    let Some((passage, right)) = symbol.map(|symbol| (symbol, joined(&symbol.text))) else { return };
    if right == passage.text {
        return;
    }
    let message = msg!("ký hiệu có dấu cách hoặc dấu nối sai", "the symbol has spaces or wrong signs in it");
    let finding = SPACES.finding(message).at(texts.place(passage, 0..passage.text.len())).found(passage.text.as_str());
    told.finding(finding.expected(msg!("{right}", "{right}")).edits(texts.edits(passage, &tightened(&passage.text))));
}

/// Groups of letters with dashes between them, joined by plain hyphens. What else stands there nobody knows.
fn tightened(symbol: &str) -> Vec<Change<'static>> {
    let groups: Vec<&str> = symbol.split(DASHES).map(str::trim).collect();
    let letters = |group: &&str| !group.is_empty() && group.chars().all(|c| c.is_alphabetic() || c == '.');
    if groups.len() < 2 || !groups.iter().all(letters) {
        return Vec::new();
    }
    let change = |(at, c): (usize, char)| {
        let new = if c.is_whitespace() { "" } else { "-" };
        (c.is_whitespace() || DASHES.contains(&c)).then(|| (at..at + c.len_utf8(), new))
    };
    symbol.char_indices().filter_map(change).collect()
}

/// Whether small letters occur outside the abbreviations that have them.
fn has_small_letters(symbol: &str) -> bool {
    // Of organs: Thủ tướng, Ngoại vụ, Thanh tra.
    let known = types().filter_map(|kind| kind.code).chain(["TTg", "NgV", "ThTr"]);
    let mixed = known.filter(|code| code.chars().any(char::is_lowercase));
    mixed.fold(symbol.to_owned(), |rest, code| rest.replace(code, "")).chars().any(char::is_lowercase)
}
