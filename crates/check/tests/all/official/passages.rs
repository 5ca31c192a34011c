//! How paragraphs and items of lists begin and end.

use serde_json::json;

use crate::sample::{found, patched, said};

const NO_END: &str = "the-thuc/thieu-dau-cuoi-doan";

#[test]
fn ends_are_seen() {
    for text in [
        "Hết.",
        "Gồm:",
        "- Một;",
        "(có phụ lục kèm theo)",
        "Như thế (một phần.)",
        "Nói \"hết.\"",
        "- Số: 05",
        "- Được giao: 20 biên chế",
        "- Tổng số tiền: 4.852.000.000 đồng",
        "Hết…",
    ] {
        assert_eq!(found(NO_END, text), [""; 0], "{text}");
    }
    for (text, last) in [
        ("Hết", "Hết"),
        ("Hết,", "Hết,"),
        ("- Một", "Một"),
        ("Như thế (một phần)", "phần)"),
        ("Đạt 100%", "100%"),
        ("Tổng số: 05", "05"),
    ] {
        assert_eq!(found(NO_END, text), [last], "{text}");
    }
}

#[test]
fn headings_and_names_of_tables_need_no_end() {
    for text in [
        "Chăn nuôi\n\n* Đàn lợn: 120 con.",
        "1.1. Công tác chỉ đạo\n\nXã ban hành kế hoạch.",
        "**2. Phòng Nội vụ**\n\na) Theo dõi tiến độ.",
        "- Tình hình tổ chức\n\nXã có 05 công chức.",
        "- Về kinh phí\n+ Nguồn của tỉnh.\n+ Nguồn của xã.",
        "Bảng 1: Hồ sơ theo lĩnh vực\n\n| A | B |\n|---|---|\n| 1 | 2 |",
        "Bảng 2: Số hồ sơ đã tiếp nhận và giải quyết tại Bộ phận Một cửa của xã trong chín tháng theo lĩnh vực",
        "**Về công tác phối hợp giữa các phòng chuyên môn với thôn trong tiếp nhận và trả kết quả hồ sơ**\n\nĐã làm tốt.",
        "Kết quả như sau:\n\n- Một;\n- Hai.",
    ] {
        assert_eq!(found(NO_END, text), [""; 0], "{text}");
    }
    for (text, last) in [
        ("Xã không có kiến nghị", &["nghị"][..]),
        ("Xã có kế hoạch.\n\nKhông có kiến nghị", &["nghị"]),
        ("Theo đề nghị của Trưởng phòng Nội vụ,\n\nXã báo cáo.", &["vụ,"]),
        ("- Một\n- Hai\n- Ba.", &["Một", "Hai"]),
        ("- Một;\n- Hai", &["Hai"]),
        (
            "Trong kỳ, xã đã tổ chức bốn buổi nói chuyện ở nhà văn hóa các thôn, mỗi buổi chừng sáu mươi người\n\nHết.",
            &["người"],
        ),
    ] {
        assert_eq!(found(NO_END, text), last, "{text}");
    }
}

#[test]
fn pieces_are_told_apart() {
    // Lines of a paragraph are one; marks, numbers and letters each make a list; tables and footnotes are neither.
    let text = "Mở đầu\nnối dòng,[^1]\n\n- Một *nhỏ*\n- Hai\n+ Ba\n+ Bốn\n\n1. Năm\n2. Sáu\n\nđ) Bảy\ne) Tám\n\n| A |\n|---|\n| Chín |\n\n\
                [^1]: Chú thích\nnối\n\nHết";
    assert_eq!(found(NO_END, text), ["dòng,", "nhỏ", "Ba", "Năm", "Bảy", "Hết"]);
    // The same words end a paragraph, and are a heading.
    assert_eq!(found(NO_END, "Hết.\n\nĐầu mục"), ["mục"]);
    assert_eq!(found(NO_END, "Hết.\n\n# Đầu mục"), [""; 0]);
}

#[test]
fn lists_that_mix_are_seen() {
    let odd = |text| found("the-thuc/lan-dau-liet-ke", text);
    for text in ["- A;\n- B;\n- C.", "- A.\n- B.", "- A;\n- B;", "- A:\n- B.\n- C", "- A"] {
        assert_eq!(odd(text), [""; 0], "{text}");
    }
    for (text, last) in [("- A;\n- B.\n- C.", "B."), ("- A.\n- B;\n- C.", "B;"), ("- A.\n- B;", "B;")] {
        assert_eq!(odd(text), [last], "{text}");
    }
}

#[test]
fn small_beginnings_are_seen() {
    let small = |text| found("viet-hoa/dau-cau", text);
    assert_eq!(small("các thôn"), ["các"]);
    for text in ["Các thôn", "iOS và", "https://x.vn là", "01 hồ sơ", "e là"] {
        assert_eq!(small(text), [""; 0], "{text}");
    }
}

#[test]
fn attachments_that_are_not_there_are_told() {
    let told = |text: &str| {
        let mut report = patched("cchc/xa-2025", json!({ "sections": { "kien-nghi": text } }));
        report["appendices"] = json!([]);
        said("the-thuc/phu-luc-khong-co", &report).into_iter().map(|(found, _)| found).collect::<Vec<_>>()
    };
    for (text, found) in [
        ("Số liệu tại các phụ lục đính kèm.", "phụ lục đính kèm"),
        ("Như phụ lục gửi kèm.", "phụ lục gửi kèm"),
        ("Chi tiết tại biểu mẫu kèm theo.", "biểu mẫu kèm theo"),
        ("(Chi tiết có Biểu số 01 kèm theo)", "Biểu số 01 kèm theo"),
        ("Phụ lục II kèm theo.", "Phụ lục II kèm theo"),
        ("Xem Phụ lục 1.", "Phụ lục 1"),
        ("Gửi kèm theo các biểu mẫu.", "Gửi kèm theo các biểu mẫu"),
    ] {
        assert_eq!(told(text), [found], "{text}");
    }
    for text in [
        "Thực hiện phụ lục kèm theo Thông tư số 05/2024/TT-BNV.",
        "Biểu số 01 của Quyết định số 5/QĐ-UBND kèm theo.",
        "Đi kèm theo đoàn có 05 công chức.",
        "Lập danh sách 12 hộ nghèo.",
    ] {
        assert_eq!(told(text), Vec::<String>::new(), "{text}");
    }
}
