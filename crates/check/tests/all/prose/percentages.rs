//! Percentages against the numbers that they are of.

use super::{right, wrong};
use crate::sample::{expected, found};

/// Percentages whose whole the words do not name for sure.
const DOUBT: &str = "loi-van/ti-le-nghi-van";

#[test]
fn percentages_are_held_against_their_numbers() {
    wrong(&[
        ("Hoàn thành 22/29 nhiệm vụ (đạt 75,8 % so với kế hoạch).", "loi-van/ti-le-cat-bot"),
        ("Đại học 7/10 đồng chí = 60%.", "loi-van/ti-le-sai"),
        ("Tỷ lệ đạt yêu cầu là 86,76% (179/185 người).", "loi-van/ti-le-sai"),
        ("Hoàn thành 20 trên 26 nhiệm vụ, đạt 100%.", "loi-van/ti-le-sai"),
        ("Trong 50 phiếu thu về có 47 phiếu hài lòng, đạt 96%.", "loi-van/ti-le-sai"),
        ("Có 34 việc, trong đó 19 việc đã xong, đạt 59,9%.", "loi-van/ti-le-sai"),
        ("Ban hành 74 quyết định, đã thi hành xong 71 quyết định, đạt 59,95%.", "loi-van/ti-le-nghi-van"),
        ("Đã số hóa 13/12 hồ sơ lưu.", "loi-van/phan-lon-hon-tong"),
    ]);
}

#[test]
fn right_percentages_are_left_alone() {
    right(&[
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
    ]);
}

#[test]
fn a_slip_away_from_a_number_before_is_seen() {
    for (text, right) in [
        ("Được giao 124; trong đó: hoàn thành 117 nhiệm vụ, đạt tỷ lệ 94,7%.", "94,4% = 117/124"),
        ("Phát hiện 11 vấn đề; đến nay đã xử lý xong 10 vấn đề (90,31%).", "90,91% = 10/11"),
    ] {
        assert_eq!(expected(DOUBT, text), [right], "{text}");
    }
    right(&[
        "Được giao 124; trong đó: hoàn thành 117 nhiệm vụ, đạt tỷ lệ 94,4%.",
        "Có 13 xã, 130 hồ sơ; hoàn thành 117 hồ sơ, đạt 90%.",
        "Được giao 124 nhiệm vụ; hoàn thành 117 nhiệm vụ, đạt 64,9%.",
        "Được giao 813; hợp lệ 799; trong đó: hoàn thành 500 nhiệm vụ, đạt tỷ lệ 62,5%.",
    ]);
}

#[test]
fn parts_of_a_hundred_are_of_one_whole() {
    for (id, text, shown) in [
        ("loi-van/ti-le-sai", "Phát 100 phiếu; có 94 phiếu rất hài lòng (94%), 08 phiếu bình thường (6%).", "6%"),
        (
            "loi-van/ti-le-cat-bot",
            "Phát 1.500 phiếu; 1.368 phiếu hài lòng, đạt 91,2%; 117 phiếu bình thường, chiếm 7,8%; 25 phiếu khác, \
             chiếm 1%.",
            "1%",
        ),
    ] {
        assert_eq!(found(id, text), [shown], "{text}");
    }
    right(&[
        "Phát 100 phiếu; có 94 phiếu rất hài lòng (94%), 06 phiếu bình thường (6%).",
        "Phát 120 phiếu; có 94 phiếu rất hài lòng (94%), 06 phiếu bình thường (6%).",
        "Phát 100 phiếu; có 94 phiếu rất hài lòng (94%), 08 phiếu bình thường (8%).",
        "Trong 20 hồ sơ có 12 hồ sơ tốt (60%); trong 10 hồ sơ mẫu có 04 hồ sơ tốt (40%).",
        "Giao 80 văn bản; ban hành 60 văn bản, đạt 75% kế hoạch; 12 văn bản khác, chiếm 25%.",
    ]);
}
