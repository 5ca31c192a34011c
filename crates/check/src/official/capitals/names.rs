//! The names of documents, posts and bodies.

use baocao_core::diagnostic::{Id, Message, Severity};
use baocao_core::msg;

use super::search::{Search, alone, capital, ends_with_word, one_capital};
use crate::{Rule, Say};

pub(super) const DOCUMENT: Rule = Rule {
    id: Id::new("viet-hoa/ten-loai-van-ban"),
    severity: Severity::Note,
    title: Say {
        vi: "Tên loại của một văn bản cụ thể viết hoa chữ đầu",
        en: "The type of a particular document has a capital",
    },
    why: Say {
        vi: "\"Nghị định số 30/2020/NĐ-CP\": có số, ký hiệu là văn bản cụ thể. Nêu một lần, kèm các chỗ.",
        en: "A number and a symbol make it a particular one. Told once, with all places.",
    },
    law: Some("NĐ 30/2020/NĐ-CP, Phụ lục II, mục V"),
    set: "cchc/xa-2025",
    passes: r#"{"sections": {"kien-nghi": "Thực hiện Kế hoạch số 05/KH-UBND ngày 12/01/2026 của UBND xã."}}"#,
    fails: r#"{"sections": {"kien-nghi": "Thực hiện kế hoạch số 05/KH-UBND ngày 12/01/2026 của UBND xã."}}"#,
};

pub(super) const SYLLABLES: Rule = Rule {
    id: Id::new("viet-hoa/moi-am-tiet"),
    severity: Severity::Note,
    title: Say {
        vi: "Tên loại văn bản, chức vụ chỉ viết hoa chữ đầu",
        en: "Types and posts have one capital, not one a syllable",
    },
    why: Say {
        vi: "\"Quyết định\", \"Kế hoạch\", \"Chủ tịch\", không phải \"Quyết Định\", \"Kế Hoạch\", \"Chủ Tịch\". Nêu một lần, kèm các chỗ.",
        en: "\"Quyết định\", not \"Quyết Định\". Told once, with all places.",
    },
    law: Some("NĐ 30/2020/NĐ-CP, Phụ lục II, mục V"),
    set: "cchc/xa-2025",
    passes: r#"{"sections": {"kien-nghi": "Chủ tịch UBND xã đã ban hành Kế hoạch năm 2026."}}"#,
    fails: r#"{"sections": {"kien-nghi": "Chủ Tịch UBND xã đã ban hành Kế Hoạch năm 2026."}}"#,
};

pub(super) const COMMITTEE: Rule = Rule {
    id: Id::new("viet-hoa/uy-ban-nhan-dan"),
    severity: Severity::Note,
    title: Say {
        vi: "Viết \"Ủy ban nhân dân\", \"Hội đồng nhân dân\"",
        en: "\"Ủy ban nhân dân\" and \"Hội đồng nhân dân\"",
    },
    why: Say {
        vi: "Tên cơ quan chỉ viết hoa chữ đầu của từ chỉ loại hình: \"Ủy ban nhân dân tỉnh ...\". Nêu một lần, kèm các chỗ.",
        en: "Only the first syllable has a capital. Told once, with all places.",
    },
    law: Some("NĐ 30/2020/NĐ-CP, Phụ lục II, mục IV"),
    set: "cchc/xa-2025",
    passes: r#"{"sections": {"kien-nghi": "Đề nghị Ủy ban nhân dân tỉnh xem xét."}}"#,
    fails: r#"{"sections": {"kien-nghi": "Đề nghị Ủy ban Nhân dân tỉnh xem xét."}}"#,
};

pub(super) static DOCUMENT_WORDS: Search = Search {
    rule: &DOCUMENT,
    words: &[&[
        "luật",
        "nghị định",
        "nghị quyết",
        "quyết định",
        "chỉ thị",
        "thông tư",
        "kế hoạch",
        "công văn",
        "thông báo",
        "tờ trình",
        "kết luận",
    ]],
    rest: alone,
    counts: |before, _, after| {
        // `Thông báo kết luận số 164/TB-UBND`: the type that has the capital stands before.
        if ends_with_word(before.trim_end(), &["Thông báo", "thông báo"]) {
            return false;
        }
        // `Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15`
        if ends_with_word(before.trim_end(), &["pháp", "Pháp"]) {
            return false;
        }
        let Some(rest) = after.trim_start().strip_prefix("số") else { return false };
        let number = rest.trim_start_matches([':', ' ']);
        let symbol = number.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '/' | ' '));
        number[..number.len() - symbol.len()].contains('/')
            && number.starts_with(|c: char| c.is_ascii_digit())
            && symbol.starts_with(char::is_uppercase)
    },
    message: || {
        msg!(
            "tên loại của một văn bản cụ thể viết hoa chữ đầu",
            "the type of a particular document should have a capital"
        )
    },
    mended: capital,
};

pub(super) static SYLLABLE_WORDS: Search = Search {
    rule: &SYLLABLES,
    words: &[&[
        "Nghị Định",
        "Nghị Quyết",
        "Quyết Định",
        "Chỉ Thị",
        "Thông Tư",
        "Kế Hoạch",
        "Công Văn",
        "Thông Báo",
        "Báo Cáo",
        "Tờ Trình",
        "Phó Chủ Tịch",
        "Phó Giám Đốc",
        "Chủ Tịch",
        "Giám Đốc",
        "Trưởng Phòng",
        "Chánh Văn Phòng",
        "Thủ Tướng",
    ]],
    rest: alone,
    // `Trưởng Phòng Tư pháp`: the capital is that of the department's name.
    counts: |_, word, after| {
        let of_name = after.trim_start().starts_with(char::is_uppercase);
        !(of_name && matches!(word, "Trưởng Phòng" | "Chánh Văn Phòng"))
    },
    message: one,
    mended: one_capital,
};

pub(super) static COMMITTEE_WORDS: Search = Search {
    rule: &COMMITTEE,
    words: &[&[
        "Ủy Ban Nhân Dân",
        "Ủy Ban Nhân dân",
        "Ủy ban Nhân Dân",
        "Ủy ban Nhân dân",
        "Uỷ Ban Nhân Dân",
        "Uỷ Ban Nhân dân",
        "Uỷ ban Nhân Dân",
        "Uỷ ban Nhân dân",
        "ủy Ban Nhân Dân",
        "ủy Ban Nhân dân",
        "ủy ban Nhân Dân",
        "ủy ban Nhân dân",
        "uỷ Ban Nhân Dân",
        "uỷ Ban Nhân dân",
        "uỷ ban Nhân Dân",
        "uỷ ban Nhân dân",
        "Ủy Ban nhân Dân",
        "Ủy Ban nhân dân",
        "Uỷ Ban nhân Dân",
        "Uỷ Ban nhân dân",
        "Hội Đồng Nhân Dân",
        "Hội Đồng Nhân dân",
        "Hội đồng Nhân Dân",
        "Hội đồng Nhân dân",
        "Hội Đồng nhân Dân",
        "Hội Đồng nhân dân",
    ]],
    rest: alone,
    counts: |_, _, _| true,
    message: one,
    mended: one_capital,
};

fn one() -> Message {
    msg!("chỉ viết hoa chữ đầu", "only the first syllable should have a capital")
}
