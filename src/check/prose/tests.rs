//! Sentences that the rules of prose are tried on, in a report that is otherwise in order.

use std::path::Path;

use crate::check::Settings;
use crate::office::Office;
use crate::template::{Templates, sample};

/// The ids of the findings about a text in running prose, in order.
pub(super) fn told(text: &str) -> Vec<&'static str> {
    told_in("cchc/xa-2022", text)
}

/// The same in the sample of another template set.
pub(super) fn told_in(set: &str, text: &str) -> Vec<&'static str> {
    let mut findings = Vec::new();
    let report = sample(&Templates::built_in(), set, &mut findings).expect("a sample");
    let mut report: serde_json::Value = serde_json::from_str(&report).expect("JSON");
    report["sections"]["danh-gia.uu-diem"] = text.into();
    let review =
        Office::default().review("report.json", report.to_string().into_bytes(), Path::new(""), &Settings::default()).1;
    review.findings.iter().map(|finding| finding.id).filter(|id| id.starts_with("loi-van/")).collect()
}

#[test]
fn percentages_are_held_against_their_numbers() {
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
        assert_eq!(told(text), [expected], "{text}");
    }
}

#[test]
fn right_percentages_are_left_alone() {
    for text in [
        "Hồ sơ trực tuyến là 258/259 hồ sơ phát sinh bằng 99,6% .",
        "Thạc sỹ 2/10 = 20 %, Đại học 6/10 đồng chí = 60%, Cao đẳng 1/10= 10%.",
        "Trung cấp 5/9 đồng chí = 55,56%, 2 đồng chí đang học lớp trung cấp.",
        "Giải quyết đúng hạn 589/664 hồ sơ, đạt 88,70%; kết nối 116/127 thủ tục (91,34%).",
        "Đã thu 150/120 triệu đồng, đạt 125% kế hoạch.",
        "Đạt 12/10 chỉ tiêu, vượt 20% kế hoạch.",
        "Nộp trực tuyến 400/500 hồ sơ, tăng 12% so với cùng kỳ.",
        "Cao cấp: 05 người; Trung cấp: 234 người, đạt 94,8%.",
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
        assert_eq!(told(text), [""; 0], "{text}");
    }
}
