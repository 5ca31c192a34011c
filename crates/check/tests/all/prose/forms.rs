//! Numbers of running text against those of the forms.

use serde_json::{Value as Json, json};

use super::{each, told_with};

/// Figures of a commune with 20 of 26 tasks, 19 of 20 people, 259 files.
fn figures() -> Json {
    json!({
        "ke-hoach.nhiem-vu-de-ra": 26, "ke-hoach.nhiem-vu-hoan-thanh": 20, "bien-che.duoc-giao": 20,
        "bien-che.co-mat": 19, "ho-so.tong-tiep-nhan": 259, "ho-so.tiep-nhan-truc-tuyen": 258, "khao-sat.so-phieu": 150,
        "giai-ngan.ke-hoach": 1000, "giai-ngan.da-thuc-hien": 385,
    })
}

#[test]
fn numbers_are_held_against_the_forms() {
    let against_figures = |text: &str| told_with(&figures(), text);
    let wrong = [
        ("Đã hoàn thành 21/26 nhiệm vụ.", "loi-van/khac-bieu-mau"),
        ("Đã hoàn thành 20/27 nhiệm vụ, đúng tiến độ.", "loi-van/khac-bieu-mau"),
        ("Tổng số biên chế được giao trong năm 21, trong đó có 12 nữ.", "loi-van/khac-bieu-mau"),
        ("Biên chế có mặt: 18 biên chế", "loi-van/khac-bieu-mau"),
        ("Số hồ sơ tiếp nhận 269 hồ sơ, không có hồ sơ quá hạn.", "loi-van/khac-bieu-mau"),
        ("Đã phát 140 phiếu.", "loi-van/khac-bieu-nghi-van"),
        ("Giải ngân vốn đầu tư công đạt 395/1.000 triệu đồng.", "loi-van/khac-bieu-mau"),
        ("Giải ngân vốn đầu tư công đạt 48,5% kế hoạch.", "loi-van/khac-bieu-mau"),
        ("Giải ngân đạt 385 triệu đồng, bằng 60,2% kế hoạch.", "loi-van/khac-bieu-nghi-van"),
    ];
    each(wrong.into_iter().map(|(text, id)| (text, vec![id])), against_figures);
    let right = [
        "Đã hoàn thành 20/26 nhiệm vụ (đạt 76,9%).",
        "Tổng số biên chế được giao trong năm 20, (hiện có 10 cán bộ, 9 công chức).",
        "Năm 2019 biên chế được giao là 25 biên chế; hoàn thành 500/595 nhiệm vụ do tỉnh giao.",
        "Số hồ sơ tiếp nhận 259 hồ sơ; lĩnh vực đất đai có số hồ sơ tiếp nhận 30 hồ sơ.",
        "Phấn đấu giải ngân vốn đầu tư công đạt 95% kế hoạch; hoàn thành 5/6 nhiệm vụ còn lại.",
        "Giải ngân vốn đầu tư công đạt 385/1.000 triệu đồng (385.000.000 đồng), bằng 38,5% kế hoạch.",
        "Giải ngân đạt 0,385 tỷ đồng, bằng 38,5% kế hoạch.",
        "So với cùng kỳ, biên chế có mặt là 18 người.",
        "Thôn Đông hoàn thành 5/6 nhiệm vụ.",
        "Giải ngân vốn đầu tư công đạt 39% kế hoạch.",
    ];
    each(right.into_iter().map(|text| (text, Vec::new())), against_figures);
}
