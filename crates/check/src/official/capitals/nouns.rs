//! The nouns Nhân dân and Nhà nước.

use baocao_core::diagnostic::{Id, Severity};
use baocao_core::msg;

use super::search::{Search, alone, begins_with_word, capital, ends_with_word};
use crate::{Rule, Say};

pub(super) const PEOPLE: Rule = Rule {
    id: Id::new("viet-hoa/nhan-dan-nha-nuoc"),
    severity: Severity::Note,
    title: Say {
        vi: "Danh từ Nhân dân, Nhà nước viết hoa", en: "The nouns Nhân dân and Nhà nước have capitals"
    },
    why: Say {
        vi: "\"phục vụ Nhân dân\", \"của Nhà nước\". Trong tên cơ quan và cụm từ (Ủy ban nhân dân, hội đồng nhân dân, quản lý \
             nhà nước, cơ quan nhà nước, ...) thì không. Chỉ xét những chỗ chắc là danh từ; nêu một lần, kèm các chỗ.",
        en: "Not so in names and phrases (Ủy ban nhân dân, quản lý nhà nước, ...). Only what is surely the noun is looked \
             at; told once, with all places.",
    },
    law: Some("NĐ 30/2020/NĐ-CP, Phụ lục II, mục V.1"),
    set: "cchc/xa-2025",
    passes: r#"{"sections": {"kien-nghi": "Chính sách của Nhà nước đến với Nhân dân qua Ủy ban nhân dân xã và cơ quan nhà nước."}}"#,
    fails: r#"{"sections": {"kien-nghi": "Nâng cao chất lượng phục vụ nhân dân."}}"#,
};

pub(super) static PEOPLE_WORDS: Search = Search {
    rule: &PEOPLE,
    words: &[&["nhân dân", "nhà nước"]],
    rest: alone,
    counts: |before, word, after| {
        let before = before.trim_end();
        if word == "nhà nước" {
            return ends_with_word(before, &["của", "Đảng,", "Đảng và"]);
        }
        let noun_before = [
            "phục vụ",
            "trong",
            "của",
            "với",
            "cùng",
            "cán bộ,",
            "tới",
            "đến",
            "đại diện",
            "cử tri và",
            "cán bộ và",
            "chính quyền và",
            "tầng lớp",
            "quần chúng",
            "giúp",
            "viên chức và",
        ];
        let noun_after = [
            "trên",
            "trong",
            "và",
            "được",
            "tại",
            "địa phương",
            "các",
            "đối",
            "về",
            "tham gia",
            "thực hiện",
            "tận tình",
            "đã",
            "để",
            "khi",
            "theo",
            "có",
            "hiểu",
            "biết",
            "nắm",
        ];
        let rest = after.trim_start();
        let ends = rest.is_empty() || rest.starts_with(['.', ',', ';', ':', ')']);
        ends_with_word(before, &noun_before) && (ends || begins_with_word(rest, &noun_after))
    },
    message: || msg!("danh từ này viết hoa chữ đầu", "this noun should have a capital"),
    mended: capital,
};
