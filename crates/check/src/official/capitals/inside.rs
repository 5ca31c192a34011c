//! Verbs with a capital in the middle of a sentence: after a semicolon, a comma, "về", an opening parenthesis.

use baocao_core::diagnostic::{Id, Severity};
use baocao_core::msg;
use baocao_vietnamese::small;

use super::search::{Search, alone, ends_with_word};
use crate::{Rule, Say};

pub(super) const INSIDE: Rule = Rule {
    id: Id::new("viet-hoa/giua-cau"),
    severity: Severity::Note,
    title: Say {
        vi: "Giữa câu, sau dấu phẩy, chấm phẩy không viết hoa",
        en: "No capital after a comma or a semicolon",
    },
    why: Say {
        vi: "\"...; rà soát ...\", \"về phê duyệt ...\", \"(trong đó: ...)\". Chỉ xét một số động từ, quan hệ từ ở giữa dòng; tên \
             riêng, tên văn bản, mục đánh số không bị xét. Nêu một lần, kèm các chỗ.",
        en: "Only some verbs and conjunctions inside a line are looked at, no names, documents or numbered items. Told once, \
             with all places.",
    },
    law: Some("NĐ 30/2020/NĐ-CP, Phụ lục II, mục I"),
    set: "cchc/xa-2025",
    passes: r#"{"sections": {"kien-nghi": "Rà soát thủ tục; thực hiện Kế hoạch về phê duyệt đề án; Công văn số 5/UBND-NV."}}"#,
    fails: r#"{"sections": {"kien-nghi": "Rà soát thủ tục; Thực hiện Kế hoạch về Phê duyệt đề án (Trong đó: có 02 đề án)."}}"#,
};

/// Words that begin no name; after a comma only the first ones count, because names of organs have commas inside.
const ANYWHERE: [&str; 20] = [
    "Thực hiện",
    "Rà soát",
    "Triển khai",
    "Tăng cường",
    "Tiếp tục",
    "Đẩy mạnh",
    "Sau khi",
    "Đồng thời",
    "Trong đó",
    "Căn cứ",
    "Nâng cao",
    "Phối hợp",
    "Đề nghị",
    "Thường xuyên",
    "Chủ động",
    "Đảm bảo",
    "Bảo đảm",
    "Khắc phục",
    "Phấn đấu",
    "Duy trì",
];

const AFTER_SEMICOLON: [&str; 9] = [
    "Ứng dụng",
    "Hướng dẫn",
    "Tuyên truyền",
    "Ban hành",
    "Giải quyết",
    "Cập nhật",
    "Khuyến khích",
    "Tham mưu",
    "Bố trí",
];

/// Verbs with which abstracts of documents begin.
const AFTER_ABOUT: [&str; 16] = [
    "Phê duyệt",
    "Ban hành",
    "Triển khai",
    "Thực hiện",
    "Tăng cường",
    "Công bố",
    "Sửa đổi",
    "Kiểm tra công tác",
    "Kiểm tra việc",
    "Rà soát",
    "Thành lập",
    "Nâng cao",
    "Đẩy mạnh",
    "Giao nhiệm vụ",
    "Giao chỉ tiêu",
    "Giao biên chế",
];

pub(super) static WORDS: Search = Search {
    rule: &INSIDE,
    words: &[&ANYWHERE, &AFTER_SEMICOLON, &AFTER_ABOUT, &["Về việc", "(Trong đó", "Quy định về"]],
    rest: alone,
    counts: |before, word, after| {
        // `; Tuyên truyền, vận động` is told of at its verb; a colon makes it the name of a column.
        if after.starts_with(':') && !word.starts_with('(') {
            return false;
        }
        let line = before.rsplit('\n').next().unwrap_or_default();
        match word {
            "(Trong đó" => {
                line.ends_with(' ') && line.trim_end().ends_with(|c: char| c.is_alphanumeric() || c == '%')
            }
            "Về việc" => {
                let ahead = line.trim_end();
                ahead.len() < line.len() && ahead.ends_with(|c: char| c.is_lowercase() || c.is_ascii_digit())
            }
            // `của Chính phủ Quy định về`: the abstract of a decree, not the name of a regulation.
            "Quy định về" => {
                ends_with_word(line.trim_end(), &["Chính phủ", "UBND tỉnh", "HĐND tỉnh", "UBND huyện"])
            }
            // Before it there must be a sentence: a line may begin with the mark of an item.
            _ if !line.contains(char::is_lowercase) => false,
            _ if line.ends_with("; ") => ANYWHERE.contains(&word) || AFTER_SEMICOLON.contains(&word),
            _ if line.ends_with(", ") => ANYWHERE.contains(&word),
            _ => ends_with_word(line.trim_end(), &["về"]) && AFTER_ABOUT.contains(&word),
        }
    },
    message: || msg!("giữa câu không viết hoa", "no capital belongs inside a sentence"),
    mended: small,
};
