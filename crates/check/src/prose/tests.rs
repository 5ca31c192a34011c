//! Sentences that the rules of prose are tried on, in a report that is otherwise in order.

use baocao_core::report::{ReportFile, Slot};
use baocao_core::template::{Templates, sample};

use crate::{Desk, Settings};

/// The ids of the findings about a text in running prose, in order; those that compare it with the sample are left out.
fn told(text: &str) -> Vec<&'static str> {
    let mut told = told_of("cchc/xa-2022", text, None);
    told.retain(|id| !id.starts_with("loi-van/khac-bieu") && *id != "loi-van/kieu-phan-tram");
    told
}

/// The same in the sample of another template set, with other figures.
fn told_of(set: &str, text: &str, figures: Option<serde_json::Value>) -> Vec<&'static str> {
    let mut findings = Vec::new();
    let report = sample(&Templates::built_in(), set, &mut findings).expect("a sample");
    let mut report: serde_json::Value = serde_json::from_str(&report).expect("JSON");
    report["sections"]["danh-gia.uu-diem"] = text.into();
    for (id, figure) in figures.iter().filter_map(|figures| figures.as_object()).flatten() {
        report["figures"][id] = figure.clone();
    }
    let review =
        Desk::default().review(ReportFile::new("report.json", report.to_string()), &Settings::default()).review;
    review.findings.iter().map(|finding| finding.id.as_str()).filter(|id| id.starts_with("loi-van/")).collect()
}

/// Notes what was told of a text where it is not what was expected.
pub(super) fn wrong(text: &str, expected: &[&str], all: &mut String) {
    let told = told(text);
    if told != expected {
        *all += &format!("{text}: {told:?}\n");
    }
}

#[test]
fn percentages_are_held_against_their_numbers() {
    let mut all = String::new();
    for (text, expected) in [
        ("Hoàn thành 22/29 nhiệm vụ (đạt 75,8 % so với kế hoạch).", "loi-van/ti-le-cat-bot"),
        ("Đại học 7/10 đồng chí = 60%.", "loi-van/ti-le-sai"),
        ("Tỷ lệ đạt yêu cầu là 86,76% (179/185 người).", "loi-van/ti-le-sai"),
        ("Hoàn thành 20 trên 26 nhiệm vụ, đạt 100%.", "loi-van/ti-le-sai"),
        ("Trong 50 phiếu thu về có 47 phiếu hài lòng, đạt 96%.", "loi-van/ti-le-sai"),
        ("Có 34 việc, trong đó 19 việc đã xong, đạt 59,9%.", "loi-van/ti-le-sai"),
        ("Ban hành 74 quyết định, đã thi hành xong 71 quyết định, đạt 59,95%.", "loi-van/ti-le-nghi-van"),
        ("Đã số hóa 13/12 hồ sơ lưu.", "loi-van/phan-lon-hon-tong"),
    ] {
        wrong(text, &[expected], &mut all);
    }
    assert!(all.is_empty(), "{all}");
}

#[test]
fn right_percentages_are_left_alone() {
    let mut all = String::new();
    for text in [
        "Nộp trực tuyến 258/259 hồ sơ, bằng 99,6% .",
        "Trên đại học 2/10 = 20 %, đại học 6/10 người = 60%, trung cấp 1/10= 10%.",
        "Sơ cấp 5/9 người = 55,56%, 2 người đang đi học.",
        "Giải quyết đúng hạn 589/664 hồ sơ, đạt 88,70%; kết nối 116/127 thủ tục (91,34%).",
        "Đã thu 150/120 triệu đồng, đạt 125% kế hoạch.",
        "Đạt 12/10 chỉ tiêu, vượt 20% kế hoạch.",
        "Nộp trực tuyến 400/500 hồ sơ, tăng 12% so với cùng kỳ.",
        "Lý luận chính trị: cao cấp 05 người; trung cấp 234 người, đạt 94,8%.",
        "Giải ngân 238 triệu đồng, bằng 60,2% kế hoạch, trong đó: vốn tỉnh 39 triệu đồng, đạt 65,2%; vốn xã 50 triệu \
         đồng, đạt 85,7%.",
        "Tiếp nhận 38 vụ việc, hòa giải thành 33 vụ việc, đạt 86,84%.",
        "Tiếp nhận 48.230 lượt câu hỏi, trong đó 91% câu hỏi được trả lời tự động.",
        "Phấn đấu 100% hồ sơ đúng hạn, trên 95% hồ sơ trực tuyến trước ngày 15/6/2023.",
        "Thu ngân sách đạt 287,6 tỷ đồng, đạt 240% dự toán tỉnh giao.",
        "Cấp xã có 12/12 xã, trong đó 3 xã đạt 100% chỉ tiêu.",
        "Dịch vụ công mức độ 3, 4 đạt 98% (năm 2022 là 90%).",
        "Toàn xã có 120 hộ tham gia, đạt 60% số hộ.",
    ] {
        wrong(text, &[], &mut all);
    }
    assert!(all.is_empty(), "{all}");
}

#[test]
fn parts_are_held_against_their_whole() {
    let mut all = String::new();
    for (text, expected) in [
        ("Có 273 TTHC (Trong đó: 52 TTHC toàn trình; 113 TTHC một phần; 118 TTHC khác).", "loi-van/tong-sai"),
        ("Tiếp nhận 30 TTHC (trong đó Công an: 06 TTHC, Bảo hiểm xã hội: 34 TTHC).", "loi-van/phan-lon-hon-tong"),
        ("Số hóa 7.725 hồ sơ (thuộc cấp huyện là 3.594 hồ sơ, cấp xã là 4.141 hồ sơ).", "loi-van/tong-sai"),
        ("Xã có 19 cán bộ, công chức (trong đó: có 10 cán bộ, 8 công chức).", "loi-van/tong-sai"),
        ("Xã có 19 thôn, gồm 10 thôn loại một và 08 thôn loại hai.", "loi-van/tong-sai"),
        (
            "Được giao 1.379 người, gồm:\n\n+ Biên chế hành chính: 67 người;\n\n+ Sự nghiệp: 38 người, có mặt 37 người;\n\n\
          + Giáo dục: 1.264 người, có mặt 1.216 người.",
            "loi-van/tong-sai",
        ),
        (
            "Có 475 người (Bí thư 151 người, Trưởng khu 123 người, Trưởng ban 149 người, Phó ban kiêm nhiệm, cán bộ 01 \
          người).",
            "loi-van/tong-nghi-van",
        ),
        ("Có 20 hồ sơ, trong đó có 25 hồ sơ đất đai.", "loi-van/phan-lon-hon-tong"),
        ("Trong tổng số 20 hồ sơ tiếp nhận, có 25 hồ sơ trả đúng hạn.", "loi-van/phan-lon-hon-tong"),
    ] {
        wrong(text, &[expected], &mut all);
    }
    assert!(all.is_empty(), "{all}");
}

#[test]
fn parts_that_may_be_right_are_left_alone() {
    let mut all = String::new();
    for text in [
        "Có 273 TTHC (Trong đó: 52 TTHC toàn trình; 113 TTHC một phần; 108 TTHC khác).",
        "Nhận thêm 30 TTHC (trong đó công an: 06 TTHC, bảo hiểm xã hội: 24 TTHC).",
        "Số hóa 7.725 hồ sơ (thuộc cấp huyện là 3.584 hồ sơ, cấp xã là 4.141 hồ sơ).",
        "Hiện có 19 cán bộ, công chức (*trong đó: 10 cán bộ, 9 công chức*), gồm có:",
        "Tổng số biên chế được giao 20 (hiện có 10 cán bộ, 9 công chức).",
        "Tổng số biên chế được giao trong năm 20, (hiện có 10 cán bộ, 9 công chức).",
        "Biên chế được giao là: 1.379 biên chế. Trong đó:\n\n+ Hành chính là 67 người, hiện có mặt 62. người;\n\n+ Sự nghiệp \
         là 38 người, hiện có mặt 37 người;\n\n+ Trường học là 1.274 người, đang làm việc 1.216 người.\n\n+ Ở xã có mặt \
         252 người, trong đó cán bộ là 125 người và công chức 127 người.",
        "Trong 7.725 hồ sơ có 5.620 hồ sơ trực tuyến; cấp phát 2.400 tài liệu, trong đó có 600 bản cho học sinh.",
        "Đăng 28 tin, bài, trong đó có 06 bài trả lời câu hỏi và 03 bài về chuyển đổi số.",
        "Kỷ luật 02 cán bộ (01 của huyện và 01 của xã), 03 công chức của xã.",
        "Có 12 xã (36 thôn, 120 tổ); 14 sở và 70 đơn vị hành chính (61 xã, 08 phường, 01 đặc khu).",
        "Số TTHC ngành dọc:34\\\n(Trong đó 14 TT của quân sự; 20 của công an)",
        "Xã có 19 công chức (đại học 15 người, đảng viên 18 người).",
        "Mở 58 lớp cho 4.264 lượt cán bộ, gồm 12 lớp chuyển đổi số, 09 lớp cho công chức, 37 lớp theo ngạch.",
        "Tiếp nhận 26.620 hồ sơ, tăng 2.714 hồ sơ so với cùng kỳ năm 2022, gồm 8.248 hồ sơ ở cấp huyện và 18.372 hồ sơ ở \
         cấp xã; từ kỳ trước chuyển qua 302 hồ sơ.",
        "Đoàn kiểm tra gồm 05 thành viên đã kiểm tra 12 đơn vị; phát hiện 14 vấn đề (cùng kỳ 18 vấn đề, năm 2021 là 20).",
        "Thiếu 186 công chức, trong đó có 124 công chức cấp xã; đã biệt phái 68 công chức về xã.",
        "Các vấn đề gồm: chậm cập nhật (19 vấn đề), công khai chưa đủ (13 vấn đề), thiếu thiết bị (06 vấn đề).",
    ] {
        wrong(text, &[], &mut all);
    }
    assert!(all.is_empty(), "{all}");
}

#[test]
fn accounts_balance() {
    let files = "Đã nhận giải quyết 7.725 hồ sơ (thuộc cấp huyện là 3.584 hồ sơ, cấp xã là 4.141 hồ sơ) Trong đó:\n\n\
                 + Tiếp nhận mới 7.323 hồ sơ.\n\n+ Số kỳ trước chuyển qua 358 hồ sơ.\n\n+ Số hồ sơ đã giải quyết là \
                 7.045 hồ sơ (ở huyện 2.967 hồ sơ, ở xã 4.078 hồ sơ), đều đúng hạn.\n\n+ Số hồ sơ đang giải quyết là \
                 314 hồ sơ (ở huyện 293 hồ sơ, ở xã 21 hồ sơ).";
    assert_eq!(told(files), ["loi-van/khong-can-doi"; 2]);
    let late = "Xã đã giải quyết 259 hồ sơ, trong đó trước hạn 250 hồ sơ, đúng hạn 0 hồ sơ, quá hạn 01 hồ sơ.";
    assert_eq!(told(late), ["loi-van/khong-can-doi"]);
    let mut all = String::new();
    for text in [
        "Xã tiếp nhận 259 hồ sơ, đã giải quyết 259 hồ sơ, trong đó trước hạn 258 hồ sơ, đúng hạn 0 hồ sơ, quá hạn \
         01 hồ sơ. Giải quyết tại Bộ phận Một cửa 259 hồ sơ, đạt 100% số hồ sơ đã nhận.",
        "Tiếp nhận 700 hồ sơ, kỳ trước chuyển qua 20 hồ sơ; đã giải quyết 690 hồ sơ, đang giải quyết 30 hồ sơ.",
        "Trong tổng số 7.681 hồ sơ có 358 hồ sơ từ kỳ trước chuyển qua và 7.323 hồ sơ tiếp nhận mới; 314 hồ sơ đang giải \
         quyết đều còn trong thời hạn.",
        "Đã giải quyết 26.501 hồ sơ, còn 421 hồ sơ đang giải quyết, trong đó có 04 hồ sơ đã quá hạn.",
        "Lĩnh vực đất đai tiếp nhận 50 hồ sơ, giải quyết 30 hồ sơ; lĩnh vực hộ tịch tiếp nhận 70 hồ sơ, giải quyết 60 hồ \
         sơ, đang giải quyết 10 hồ sơ.",
    ] {
        wrong(text, &[], &mut all);
    }
    assert!(all.is_empty(), "{all}");
}

/// The sample of a commune with 20 of 26 tasks, 19 of 20 people, 259 files.
const FIGURES: &str = r#"{"ke-hoach.nhiem-vu-de-ra": 26, "ke-hoach.nhiem-vu-hoan-thanh": 20, "bien-che.duoc-giao": 20,
    "bien-che.co-mat": 19, "ho-so.tong-tiep-nhan": 259, "ho-so.tiep-nhan-truc-tuyen": 258, "khao-sat.so-phieu": 150,
    "giai-ngan.ke-hoach": 1000, "giai-ngan.da-thuc-hien": 385}"#;

fn against_figures(text: &str) -> Vec<&'static str> {
    let figures: serde_json::Value = serde_json::from_str(FIGURES).expect("JSON");
    told_of("cchc/xa-2022", text, Some(figures))
}

#[test]
fn numbers_are_held_against_the_forms() {
    let mut all = String::new();
    for (text, expected) in [
        ("Đã hoàn thành 21/26 nhiệm vụ.", "loi-van/khac-bieu-mau"),
        ("Đã hoàn thành 20/27 nhiệm vụ, đúng tiến độ.", "loi-van/khac-bieu-mau"),
        ("Tổng số biên chế được giao trong năm 21, trong đó có 12 nữ.", "loi-van/khac-bieu-mau"),
        ("Biên chế có mặt: 18 biên chế", "loi-van/khac-bieu-mau"),
        ("Số hồ sơ tiếp nhận 269 hồ sơ, không có hồ sơ quá hạn.", "loi-van/khac-bieu-mau"),
        ("Đã phát 140 phiếu.", "loi-van/khac-bieu-nghi-van"),
        ("Giải ngân vốn đầu tư công đạt 395/1.000 triệu đồng.", "loi-van/khac-bieu-mau"),
        ("Giải ngân vốn đầu tư công đạt 48,5% kế hoạch.", "loi-van/khac-bieu-mau"),
        ("Giải ngân đạt 385 triệu đồng, bằng 60,2% kế hoạch.", "loi-van/khac-bieu-nghi-van"),
    ] {
        let told = against_figures(text);
        if told != [expected] {
            all += &format!("{text}: {told:?}\n");
        }
    }
    for text in [
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
    ] {
        let told = against_figures(text);
        if !told.is_empty() {
            all += &format!("{text}: {told:?}\n");
        }
    }
    assert!(all.is_empty(), "{all}");
}

proptest::proptest! {
    #[test]
    fn no_text_panics(pieces in proptest::collection::vec(
        proptest::sample::select(vec![
            "Trong đó:", " trong đó ", "gồm ", "(", ")", ", ", "; ", ". ", ":", "\n", "\n\n+ ", "- ", " %", "%", "/", "12", "0",
            "7.725", "05", " hồ sơ", " người", " đạt ", " tiếp nhận ", " đang giải quyết ", "ọ", "\u{a0}", "…", " trên ", "2023",
            "99999999999999999999", "1.5", " tỷ đồng", "İ", "|",
        ]), 0..30)) {
        let text = pieces.concat();
        let passages = [crate::Passage { slot: Slot::section("a"), kind: crate::TextKind::Prose, raw: "", text }];
        for reading in super::readings(&passages) {
            let text = &passages[0].text;
            let _ = super::opening::groups(&reading, text);
            for at in 0..reading.tokens.len() {
                let _ = super::link::of(&reading, text, at);
                let _ = super::phrase::contexts(&reading, text, at);
                let _ = super::phrase::sentence(&reading, text, at);
            }
        }
    }
}
