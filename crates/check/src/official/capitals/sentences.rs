//! The rules of sentences: nouns, citations of articles, quarters, ordinary phrases, verbs.

use baocao_core::diagnostic::{Id, Severity};

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
