//! Capitals inside a sentence: citations of articles, quarters, ordinary phrases.

use baocao_core::diagnostic::{Id, Message, Severity};
use baocao_core::msg;
use baocao_vietnamese::number::digits;

use super::search::{Search, alone, ends_with_word, one_capital, swapped};
use crate::{Rule, Say};

pub(super) const ARTICLE: Rule = Rule {
    id: Id::new("viet-hoa/dieu-khoan-diem"),
    severity: Severity::Note,
    title: Say {
        vi: "Viện dẫn: \"điểm a khoản 2 Điều 3\"", en: "Citations: \"điểm a khoản 2 Điều 3\""
    },
    why: Say {
        vi: "Khi viện dẫn văn bản cụ thể, \"Điều\" viết hoa, \"khoản\" và \"điểm\" giữa câu viết thường. Nêu một lần, kèm các \
             chỗ.",
        en: "Điều has a capital; khoản and điểm inside a sentence have none. Told once, with all places.",
    },
    law: Some("NĐ 30/2020/NĐ-CP, Phụ lục II, mục V"),
    set: "cchc/xa-2025",
    passes: r#"{"sections": {"kien-nghi": "Sửa đổi khoản 2 Điều 3 Quy chế làm việc."}}"#,
    fails: r#"{"sections": {"kien-nghi": "Sửa đổi Khoản 2 điều 3 Quy chế làm việc."}}"#,
};

pub(super) const QUARTER: Rule = Rule {
    id: Id::new("viet-hoa/quy"),
    severity: Severity::Note,
    title: Say {
        vi: "Giữa câu viết \"quý III\", không viết hoa", en: "\"quý III\" has no capital inside a sentence"
    },
    why: Say {
        vi: "Phụ lục II không có trường hợp viết hoa chữ \"quý\"; đầu câu thì viết hoa như mọi chữ. Nêu một lần, kèm các chỗ.",
        en: "Annex II has no capital for it except where a sentence begins. Told once, with all places.",
    },
    law: Some("NĐ 30/2020/NĐ-CP, Phụ lục II"),
    set: "cchc/xa-2025",
    passes: r#"{"sections": {"kien-nghi": "Quý III năm 2026 đã hoàn thành, kết quả quý III cao hơn quý II."}}"#,
    fails: r#"{"sections": {"kien-nghi": "Kết quả Quý III năm 2026 cao hơn quý II."}}"#,
};

pub(super) const PHRASE: Rule = Rule {
    id: Id::new("viet-hoa/giua-cum-tu"),
    severity: Severity::Note,
    title: Say {
        vi: "Cụm từ thường không viết hoa ở giữa: \"thủ tục hành chính\"",
        en: "No capital inside ordinary phrases: \"thủ tục hành chính\"",
    },
    why: Say {
        vi: "Chỉ xét các cụm từ của cải cách hành chính khi chữ trước viết thường, nên tên cơ quan, tên văn bản không bị \
             xét. Nêu một lần, kèm các chỗ.",
        en: "Only phrases of administrative reform are looked at, and only after a small first letter, so that names are \
             left alone. Told once, with all places.",
    },
    law: Some("NĐ 30/2020/NĐ-CP, Phụ lục II"),
    set: "cchc/xa-2025",
    passes: r#"{"sections": {"kien-nghi": "Đơn giản hóa thủ tục hành chính tại Trung tâm Phục vụ hành chính công."}}"#,
    fails: r#"{"sections": {"kien-nghi": "Đơn giản hóa thủ tục Hành chính."}}"#,
};

pub(super) static ARTICLE_WORDS: Search = Search {
    rule: &ARTICLE,
    words: &[&["Khoản", "Điểm", "điều"]],
    rest: number_or_letter,
    counts: |before, word, _| {
        let Some(number) = word.strip_prefix("điều") else { return is_inside_sentence(before) };
        if !number.ends_with(|c: char| c.is_ascii_digit()) {
            return false;
        }
        let before = before.trim_end().trim_end_matches(',');
        let clause = before.trim_end_matches(|c: char| c.is_ascii_digit());
        let numbered = clause.len() < before.len() && ends_with_word(clause.trim_end(), &["khoản", "Khoản"]);
        numbered || ends_with_word(before, &["tại", "theo"])
    },
    message: || {
        msg!(
            "viết \"Điều\" hoa; \"khoản\", \"điểm\" thường",
            "\"Điều\" should have a capital, \"khoản\" and \"điểm\" none"
        )
    },
    mended: swapped,
};

pub(super) static QUARTER_WORDS: Search = Search {
    rule: &QUARTER,
    words: &[&["Quý"]],
    rest: quarter,
    counts: |before, _, _| is_inside_sentence(before),
    message: none_inside,
    mended: swapped,
};

pub(super) static PHRASE_WORDS: Search = Search {
    rule: &PHRASE,
    words: &[&[
        "thủ tục Hành Chính",
        "thủ tục Hành chính",
        "cải cách Hành Chính",
        "cải cách Hành chính",
        "cải cách Thủ Tục",
        "cải cách Thủ tục",
        "cải cách Thể Chế",
        "cải cách Thể chế",
        "cải cách Tài Chính",
        "cải cách Tài chính",
        "cải cách Tổ Chức",
        "cải cách Tổ chức",
        "cải cách Chế Độ",
        "cải cách Chế độ",
        "hành Chính",
        "chính quyền Điện Tử",
        "chính quyền Điện tử",
        "chính quyền Số",
        "dịch vụ Công",
        "công nghệ Thông Tin",
        "công nghệ Thông tin",
        "chuyển đổi Số",
        "Cải cách Hành chính",
        "Cải cách Thủ tục",
        "Cải cách Thể chế",
        "Cải cách Tài chính",
        "Cải cách Tổ chức",
        "Cải cách Chế độ",
        "Thủ tục hành chính",
    ]],
    rest: alone,
    counts: |before, word, _| {
        if word.starts_with("Cải") {
            // Where a line begins, the first capital is right and the second is not.
            let line = before.rsplit('\n').next().unwrap_or_default();
            return line.trim_matches(['-', '+', '#', ' ']).is_empty();
        }
        let before = before.trim_end();
        !word.starts_with("Thủ") || ends_with_word(before, &["giải quyết", "tiếp nhận", "kiểm soát", "niêm yết", "các"])
    },
    message: none_inside,
    mended: |word| if word.starts_with("Cải") { one_capital(word) } else { word.to_lowercase() },
};

fn none_inside() -> Message {
    msg!("giữa câu không viết hoa", "no capital belongs inside a sentence")
}

/// The number of a clause or the letter of a point after its word.
fn number_or_letter(rest: &str) -> Option<usize> {
    let sign = rest.trim_start();
    let digits = digits(sign);
    let letter = sign.chars().next().filter(|c| c.is_ascii_lowercase() || *c == 'đ').map_or(0, char::len_utf8);
    let blank = rest.len() - sign.len();
    (blank > 0 && digits + letter > 0).then_some(blank + digits + letter)
}

/// The number of a quarter after its word.
fn quarter(rest: &str) -> Option<usize> {
    let number = rest.trim_start();
    let blank = rest.len() - number.len();
    let numbers = ["III", "II", "IV", "I", "1", "2", "3", "4"];
    let known = numbers.iter().find(|known| number.starts_with(**known))?;
    (blank > 0).then_some(blank + known.len())
}

/// Whether a sentence has begun: a small letter or a comma stands before.
fn is_inside_sentence(before: &str) -> bool {
    let bare = before.trim_end();
    bare.len() < before.len() && bare.ends_with(|c: char| c.is_lowercase() || c == ',')
}
