//! The rules of names: of documents, posts, bodies, laws.

use baocao_core::diagnostic::{Id, Severity};

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

pub(super) const LAW: Rule = Rule {
    id: Id::new("viet-hoa/ten-luat"),
    severity: Severity::Note,
    title: Say {
        vi: "Tên luật viết hoa: \"Luật Đất đai\"", en: "Names of laws have capitals: \"Luật Đất đai\""
    },
    why: Say {
        vi: "Tên riêng của luật viết hoa chữ đầu của tên loại và của nội dung, đủ dấu phẩy: \"Luật Phòng, chống tham nhũng\"; \
             \"Hiến pháp\". Chỉ xét những luật có trong danh sách. Nêu một lần, kèm các chỗ.",
        en: "Both the type and the subject begin with a capital, and the commas of the name stay. Only laws of a list are \
             looked at. Told once, with all places.",
    },
    law: Some("NĐ 30/2020/NĐ-CP, Phụ lục II, mục V.4"),
    set: "cchc/xa-2025",
    passes: r#"{"sections": {"kien-nghi": "Phổ biến Luật Đất đai, Luật Phòng, chống ma túy; pháp luật đất đai; các luật mới."}}"#,
    fails: r#"{"sections": {"kien-nghi": "Phổ biến Luật đất đai, Luật Phòng chống ma túy."}}"#,
};

pub(super) const MINISTRY: Rule = Rule {
    id: Id::new("viet-hoa/ten-so-nganh"),
    severity: Severity::Note,
    title: Say {
        vi: "Tên bộ, sở, phòng viết hoa từng lĩnh vực",
        en: "Each field in the name of a ministry or department has a capital",
    },
    why: Say {
        vi: "\"Sở Giáo dục và Đào tạo\", \"Phòng Lao động - Thương binh và Xã hội\". Nêu một lần, kèm các chỗ.",
        en: "\"Sở Giáo dục và Đào tạo\". Told once, with all places.",
    },
    law: Some("NĐ 30/2020/NĐ-CP, Phụ lục II, mục IV"),
    set: "cchc/xa-2025",
    passes: r#"{"sections": {"kien-nghi": "Sở Giáo dục và Đào tạo đã hướng dẫn; ngành giáo dục và đào tạo."}}"#,
    fails: r#"{"sections": {"kien-nghi": "Sở Giáo dục và đào tạo đã hướng dẫn."}}"#,
};
