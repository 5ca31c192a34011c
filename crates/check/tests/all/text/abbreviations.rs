//! Abbreviations, and where a text explains them.

use serde_json::json;

use crate::sample::{expected, found, patched, said};

/// What is told where an abbreviation is explained again, where it has two meanings, where nobody explains it.
const AGAIN: &str = "viet-tat/giai-thich-lai";
const MEANINGS: &str = "viet-tat/hai-nghia";
const UNEXPLAINED: &str = "viet-tat/chua-giai-thich";

/// What a text explains an abbreviation as, which is told where a later one explains it as something else.
fn full(text: &str, otherwise: &str) -> String {
    let sections = json!({ "danh-gia.uu-diem": text, "kien-nghi": otherwise });
    let told = said(MEANINGS, &patched("cchc/xa-2022", json!({ "sections": sections })));
    let [(_, expected)] = &told[..] else { panic!("{text}: {told:?}") };
    expected.trim_start_matches("một nghĩa; ở trên là ").trim_matches('"').to_owned()
}

/// The abbreviations that a text explains: those that it explains again when it stands there twice.
fn explained(text: &str) -> Vec<String> {
    found(AGAIN, &format!("{text}.\n\nXã đã làm.\n\n{text}."))
}

#[test]
fn abbreviations_in_parentheses_are_explained() {
    for (text, short, words, otherwise) in [
        ("công tác cải cách hành chính (CCHC)", "CCHC", "cải cách hành chính", "Trồng cây cao hoa cúc (CCHC)"),
        (
            "Thủ tục hành chính (sau đây viết tắt là TTHC) được",
            "TTHC",
            "thủ tục hành chính",
            "Báo thời tiết hôm cuối (TTHC)",
        ),
        ("CBCC (cán bộ, công chức)", "CBCC", "cán bộ, công chức", "Cây bưởi chua chát (CBCC)"),
        ("Ghi chú: CĐS là chuyển đổi số;", "CĐS", "chuyển đổi số", "Nấu chè đậu sen (CĐS)"),
        ("- CNTT: công nghệ thông tin", "CNTT", "công nghệ thông tin", "Nuôi con ngựa to tiếng (CNTT)"),
        (
            "Sở Lao động - Thương binh và Xã hội (LĐTBXH)",
            "LĐTBXH",
            "lao động thương binh và xã hội",
            "Lá đa to bằng xe hơi (LĐTBXH)",
        ),
        ("HĐND và UBND huyện (HĐND là Hội đồng nhân dân)", "HĐND", "hội đồng nhân dân", "Cây hoa đào nở dần (HĐND)"),
    ] {
        assert_eq!(explained(text), [short], "{text}");
        assert_eq!(full(text, otherwise), words, "{text}");
    }
    // A short name gives the words of its abbreviation too.
    let name = "chỉ số cải cách hành chính (gọi tắt là Chỉ số CCHC)";
    assert_eq!(full(name, "Trồng cây cao hoa cúc (CCHC)"), "cải cách hành chính");
    // These give no words.
    for (text, short) in
        [("chỉ số năng lực cạnh tranh (PCI)", "PCI"), ("Kế hoạch (sau đây gọi tắt Kế hoạch CCHC 2026)", "CCHC")]
    {
        assert_eq!(found(AGAIN, &format!("{text}.\n\nXã có kế hoạch ({short}).")), [short], "{text}");
        assert_eq!(found(MEANINGS, &format!("{text}.\n\nTrồng cây cao hoa cúc (CCHC).")), [""; 0], "{text}");
    }
}

#[test]
fn other_parentheses_explain_nothing() {
    for text in [
        "Số TTHC là 12; cấp xã: 9",
        "Xã có (209 hồ sơ)",
        "đạt (58,89%)",
        "có (01)",
        "có 12 (trong đó 5 TTHC)",
        "52 TTHC (mức toàn trình)",
        "40 thủ tục mức độ 3 (DVCTT một phần)",
        "có ( )",
        "đạt (12/12 xã)",
        "theo (Biểu số 1)",
        "điểm (a)",
    ] {
        assert_eq!(explained(text), [""; 0], "{text}");
    }
}

#[test]
fn d_is_no_dd() {
    let right = |text| expected("viet-tat/sai-chu", text);
    assert_eq!(right("ý kiến chỉ đạo (YKCD)"), ["YKCĐ"]);
    assert_eq!(right("hội đồng nhân dân (HDND)"), ["HĐND"]);
    for text in
        ["ý kiến chỉ đạo (YKCĐ)", "cơ sở dữ liệu (CSDL)", "ủy ban nhân dân (UBND)", "Lao động (LĐ)", "số hóa (PCI)"]
    {
        assert_eq!(right(text), [""; 0], "{text}");
    }
}

#[test]
fn names_of_firms_are_no_abbreviations() {
    for (text, short) in [
        ("Biên bản giữa xã và Công ty CP XDT, Công ty TNHH MTV HQK đã được ký về CNTT trong tháng.", &["CNTT"][..]),
        ("Bà con trồng chè PH 8, PH 11 và lúa TBR 225; cạnh QL 32.", &[]),
        ("Toàn xã có CC 12 người, VC 05, PA 8,5 điểm.", &["CC", "VC", "PA"]),
        (
            "Các cơ quan TTr-SNV, KH-UBND; ĐC-XD, Trung tâm GDNN-GDTX, (khối GDQP&ANTT) đã cùng thực hiện tốt nhiệm vụ phòng \
             bệnh COVID-19, T&T, R&D, VNPT-iOffice.",
            &["ĐC-XD", "GDNN-GDTX", "GDQP&ANTT"],
        ),
        ("Trong Quý III, các thôn thực hiện tốt TTHC của CNTT (QR-code) theo BÁO CÁO này.", &["CNTT"]),
    ] {
        assert_eq!(found(UNEXPLAINED, text), short, "{text}");
    }
    // Of abbreviations that everybody knows the joined ones are known too.
    assert_eq!(found(UNEXPLAINED, "Các kỳ họp (do HĐND&UBND) tổ chức."), [""; 0]);
}
