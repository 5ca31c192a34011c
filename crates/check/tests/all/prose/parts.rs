//! Wholes and their parts, what is left of them, accounts that must balance.

use super::{right, told, wrong};
use crate::sample::{expected, said, with_text};

/// Sums of which the words show that all parts are named, and others.
const SUM: &str = "loi-van/tong-sai";
const DOUBT: &str = "loi-van/tong-nghi-van";

/// Parts that are more than their whole.
const PART: &str = "loi-van/phan-lon-hon-tong";

#[test]
fn parts_are_held_against_their_whole() {
    wrong(&[
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
    ]);
}

#[test]
fn parts_that_may_be_right_are_left_alone() {
    right(&[
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
    ]);
}

#[test]
fn parts_in_all_ways_of_writing_are_added_up() {
    wrong(&[
        ("Mở 64 lớp: tin học 12 lớp, ngoại ngữ 20 lớp, chuyên môn 30 lớp.", "loi-van/tong-nghi-van"),
        ("Ban hành 26 văn bản (05 kế hoạch; 03 quyết định; 19 công văn).", "loi-van/tong-sai"),
        ("Phường có 71 người (nam 35 người, nữ 38 người).", "loi-van/tong-sai"),
        ("Phát hiện 31 vấn đề, đã xử lý 24 vấn đề, còn 05 vấn đề.", "loi-van/tong-nghi-van"),
        ("Đã xong 24/31 nhiệm vụ, còn lại 05 nhiệm vụ.", "loi-van/tong-nghi-van"),
        ("Theo cách nộp: qua mạng 380 đơn (95%), tại chỗ 12 đơn (8%), bưu chính 8 đơn (2%).", "loi-van/ti-le-sai"),
        ("Đã đăng 72 tin, tăng 38,57% so với quý I/2024 (56 tin).", "loi-van/tang-giam-sai"),
        ("Đã giải ngân 8,2 tỷ đồng, đạt 45% kế hoạch (20 tỷ đồng).", "loi-van/ti-le-sai"),
        ("Đoàn đã đến 09 thôn, đạt 70% kế hoạch năm là 15 thôn.", "loi-van/ti-le-sai"),
        ("Kế hoạch vốn 12 tỷ 500 triệu đồng, giải ngân 11,25 tỷ đồng, đạt 92%.", "loi-van/ti-le-nghi-van"),
        ("Kinh phí được giao năm 2024 là 18,5 tỷ đồng; giải ngân được 14,8 tỷ đồng (82%).", "loi-van/ti-le-nghi-van"),
        (
            "Dự toán chi là 20,4 tỷ đồng; đến ngày 31/8/2024 chi 15,3 tỷ đồng, đạt 57% dự toán.",
            "loi-van/ti-le-nghi-van",
        ),
        ("Số phòng giảm từ 30 phòng xuống 24 phòng (giảm 2%).", "loi-van/tang-giam-sai"),
        ("Ban hành 60 thông báo (cùng kỳ năm 2023: 48 thông báo; tăng 52%).", "loi-van/tang-giam-sai"),
        ("Thu được 3 tỷ 150 triệu đồng/3 tỷ đồng, đạt 115%.", "loi-van/ti-le-sai"),
        (
            "Qua 210 phiếu, hài lòng 95,2%: rất hài lòng 102 phiếu, hài lòng 98 phiếu, bình thường 20 phiếu.",
            "loi-van/tong-nghi-van",
        ),
        ("Xếp loại: 20,5% xuất sắc, 75,4% tốt, 5,1% hoàn thành.", "loi-van/tong-phan-tram"),
        ("Xếp loại: 20% xuất sắc, 65% tốt, 4% hoàn thành và 1% không hoàn thành.", "loi-van/tong-phan-tram"),
        ("Đã xong 14/35 việc, đạt 80%, còn lại 7 việc.", "loi-van/ti-le-sai"),
        ("Tiếp nhận 330 đơn (cùng kỳ năm 2023 là 300 đơn, tăng 11%).", "loi-van/tang-giam-sai"),
        ("Số đơn giảm 21% (88 so với 100 đơn).", "loi-van/tang-giam-sai"),
        ("Số hồ sơ tăng 15% so với cùng kỳ (từ 200 lên 240 hồ sơ).", "loi-van/tang-giam-sai"),
        ("Số phòng giảm từ 30 phòng xuống 24 phòng, giảm 25%.", "loi-van/tang-giam-sai"),
        ("Đã giảm 05 thủ tục (từ 120 xuống 118 thủ tục).", "loi-van/tang-giam-sai"),
        ("Tiếp 15 lượt công dân, tăng 05 lượt so với cùng kỳ năm trước (12 lượt).", "loi-van/tang-giam-sai"),
        ("Ban hành 17 văn bản (03 kế hoạch, 11 công văn, 02 báo cáo).", "loi-van/tong-sai"),
        ("Cử 08 công chức đi bồi dưỡng (05 nam, 04 nữ).", "loi-van/tong-sai"),
        ("Có 35 công chức, trong đó: thạc sĩ 05, đại học 28, trung cấp 03.", "loi-van/tong-nghi-van"),
        ("Xã xếp thứ 12/11 xã.", "loi-van/phan-lon-hon-tong"),
        (
            "Đã giải quyết 17.980 đơn, gồm sớm hạn 17.204 đơn, đúng hạn 761 đơn, trễ hạn 15 đơn (0,8%).",
            "loi-van/ti-le-nghi-van",
        ),
        ("Kỷ luật 17 công chức: khiển trách 11, cảnh cáo 3, cách chức 2, buộc thôi việc 3.", "loi-van/tong-nghi-van"),
        (
            "Trực tuyến: 72 tin trên trang thông tin điện tử và trang Zalo của xã; tăng 38,57% so với quý trước (56 tin).",
            "loi-van/tang-giam-sai",
        ),
        ("Số trường công lập là 96 trường, giảm 18 trường (17,8%) so với năm 2022.", "loi-van/tang-giam-sai"),
        ("Được giao 98 người, có mặt 95 người (còn thiếu 05 người so với số được giao).", "loi-van/tong-nghi-van"),
        ("Biên chế được giao năm 2024: 312; có mặt đến 14/12/2024: 318.", "loi-van/vuot-so-giao"),
        (
            "Đã giải quyết 90 hồ sơ, trong đó trước hạn 50 hồ sơ, đúng hạn 37 hồ sơ, quá hạn 2 hồ sơ; đang giải quyết 10 hồ \
             sơ, trong đó quá hạn 1 hồ sơ.",
            "loi-van/khong-can-doi",
        ),
        (
            "Đã giải quyết 90 hồ sơ: trước hạn 50 hồ sơ, đúng hạn 30 hồ sơ, không có hồ sơ quá hạn.",
            "loi-van/khong-can-doi",
        ),
    ]);
}

#[test]
fn parts_that_agree_or_are_no_parts_are_left_alone() {
    right(&[
        "Mở 62 lớp: tin học 12 lớp, ngoại ngữ 20 lớp, chuyên môn 30 lớp.",
        "Dự toán chi là 20,4 tỷ đồng; đến ngày 31/8/2024 chi 15,3 tỷ đồng, đạt 75% dự toán.",
        "Số phòng giảm từ 30 phòng xuống 24 phòng (giảm 20%).",
        "Ban hành 60 thông báo (cùng kỳ năm 2023: 48 thông báo; tăng 25%).",
        "Đã giải ngân 8,2 tỷ đồng, đạt 41% kế hoạch (20 tỷ đồng).",
        "Đã giải ngân 8,2 tỷ đồng, đạt 41,1% kế hoạch (20 tỷ đồng).",
        "Kế hoạch vốn 12 tỷ 500 triệu đồng, giải ngân 11,25 tỷ đồng, đạt 90%.",
        "Thu được 3 tỷ 150 triệu đồng/3 tỷ đồng, đạt 105%.",
        "Các tỷ lệ: số hóa 40,1%, thanh toán 30,2%, nộp trực tuyến 95,5%.",
        "Xếp loại: 33,3% xuất sắc, 33,3% tốt, 33,3% hoàn thành.",
        "So với kế hoạch: 20% của tỉnh, 30% của huyện, 51% của xã.",
        "Tổ chức 05 cuộc họp: Thông báo số 12/TB-UBND, Thông báo số 15/TB-UBND.",
        "Ban hành 26 văn bản, trong đó có 05 kế hoạch, 03 quyết định.",
        "Phường có 71 người (nam 33 người, nữ 38 người); đảng viên 60 người.",
        "Phát hiện 31 vấn đề, đã xử lý 26 vấn đề, còn 05 vấn đề.",
        "Tiếp nhận 28 đơn, giảm 20% (28 so với 35 đơn); đã giải quyết 26 đơn (92,86%), còn 02 đơn.",
        "Có 31 xã, 26 xã có trụ sở mới, còn 12 xã thiếu máy tính.",
        "Số trạm giảm 3 trạm, còn 18 trạm; còn 02 trạm xuống cấp.",
        "Theo cách nộp: qua mạng 380 đơn (95%), tại chỗ 12 đơn (3%), bưu chính 8 đơn (2%).",
        "Đã thu 38 khoản (95%), 12 phòng đạt chỉ tiêu (60%).",
        "Đã đăng 72 tin, tăng 28,57% so với quý I/2024 (56 tin); tăng 8,3 điểm phần trăm so với cùng kỳ (54,1%).",
        "Tiếp nhận 330 đơn (cùng kỳ năm 2023 là 300 đơn, tăng 10%), giảm 5% so với kế hoạch (12 tháng).",
        "Biên chế được giao năm 2024: 312; có mặt đến 14/12/2024: 298.",
        "Số hồ sơ tăng 20% so với cùng kỳ (từ 200 lên 240 hồ sơ); giảm 05 thủ tục (từ 120 xuống 115 thủ tục).",
        "Tiếp 15 lượt công dân, tăng 03 lượt so với cùng kỳ năm trước (12 lượt); chi 4,7 tỷ đồng, tăng 1,2 tỷ đồng so với cùng \
         kỳ (3,45 tỷ đồng).",
        "Đăng 72 tin, tăng 2 cộng tác viên so với quý trước (56 tin).",
        "Ban hành 16 văn bản (03 kế hoạch, 11 công văn, 02 báo cáo); cử 09 công chức (05 nam, 04 nữ), có 03 nữ lãnh đạo.",
        "Có 35 công chức, trong đó: đảng viên 30, thạc sĩ 05, đại học 28.",
        "Xã đạt 85,5 điểm, xếp thứ 5/11 xã.",
        "Đã giải quyết 17.980 đơn, gồm sớm hạn 17.204 đơn, đúng hạn 761 đơn, trễ hạn 15 đơn (0,08%).",
        "Tiếp nhận 18.264 đơn; giải quyết 17.980 đơn, gồm qua mạng 17.351 đơn (95%), tại chỗ 629 đơn (tăng 12%).",
        "Kỷ luật 17 công chức: khiển trách 11, cảnh cáo 4, cách chức 1, buộc thôi việc 1.",
        "Số trường công lập là 96 trường, giảm 18 trường (15,8%) so với năm 2022; mở 30 lớp, tăng 5 lớp (chiếm 12%).",
        "Được giao 98 người, có mặt 95 người (còn thiếu 03 người so với số được giao); thiếu 02 người làm văn thư.",
        "Đã giải quyết 90 hồ sơ, trong đó trước hạn 50 hồ sơ, đúng hạn 38 hồ sơ, quá hạn 2 hồ sơ; đang giải quyết 10 hồ sơ, \
         trong đó quá hạn 1 hồ sơ.",
        "Đã giải quyết 80 hồ sơ: trước hạn 50 hồ sơ, đúng hạn 30 hồ sơ, không có hồ sơ quá hạn.",
    ]);
}

#[test]
fn sums_of_money_are_added_up_as_far_as_they_were_rounded() {
    let parts = |last: &str| {
        expected(SUM, &format!("Đã chi 12,5 tỷ đồng, gồm 8,2 tỷ đồng cho đầu tư và {last} tỷ đồng cho thường xuyên."))
    };
    assert_eq!(parts("4,3"), [""; 0]);
    // 8,2 and 4,2 may be 8,24 and 4,24.
    assert_eq!(parts("4,2"), [""; 0]);
    assert_eq!(parts("4,1"), ["12,3 = 8,2 + 4,1"]);
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
    right(&[
        "Xã tiếp nhận 259 hồ sơ, đã giải quyết 259 hồ sơ, trong đó trước hạn 258 hồ sơ, đúng hạn 0 hồ sơ, quá hạn \
         01 hồ sơ. Giải quyết tại Bộ phận Một cửa 259 hồ sơ, đạt 100% số hồ sơ đã nhận.",
        "Tiếp nhận 700 hồ sơ, kỳ trước chuyển qua 20 hồ sơ; đã giải quyết 690 hồ sơ, đang giải quyết 30 hồ sơ.",
        "Trong tổng số 7.681 hồ sơ có 358 hồ sơ từ kỳ trước chuyển qua và 7.323 hồ sơ tiếp nhận mới; 314 hồ sơ đang giải \
         quyết đều còn trong thời hạn.",
        "Đã giải quyết 26.501 hồ sơ, còn 421 hồ sơ đang giải quyết, trong đó có 04 hồ sơ đã quá hạn.",
        "Lĩnh vực đất đai tiếp nhận 50 hồ sơ, giải quyết 30 hồ sơ; lĩnh vực hộ tịch tiếp nhận 70 hồ sơ, giải quyết 60 hồ \
         sơ, đang giải quyết 10 hồ sơ.",
    ]);
}

#[test]
fn parts_are_those_of_what_was_counted_before() {
    let before = "Đã giải quyết 90 hồ sơ, trong đó đúng hạn 77 hồ sơ; quá hạn 13 hồ sơ.\n\n";
    let said = |after: &str| said(DOUBT, &with_text(DOUBT, &format!("{before}{after}")));
    let wrong = ("10 + 2".to_owned(), "13".to_owned());
    assert_eq!(said("Hồ sơ quá hạn gồm 10 hồ sơ đất đai và 02 hồ sơ xây dựng."), [wrong]);
    for after in [
        "Hồ sơ quá hạn gồm 11 hồ sơ đất đai và 02 hồ sơ xây dựng.",
        "Hồ sơ quá hạn gồm 10 hồ sơ đất đai, 02 hồ sơ xây dựng.",
        "Hồ sơ nộp lại gồm 10 hồ sơ đất đai và 02 hồ sơ xây dựng.",
    ] {
        assert_eq!(said(after), [], "{after}");
    }
}

#[test]
fn totals_are_the_sums_of_what_stands_before_them() {
    for (text, sum) in [
        ("Tiếp nhận trực tuyến 300 hồ sơ, trực tiếp 150 hồ sơ, tổng cộng 460 hồ sơ.", "450 = 300 + 150"),
        ("Kỳ trước chuyển qua 20 hồ sơ; mới 700 hồ sơ; tổng số là 730 hồ sơ.", "720 = 20 + 700"),
    ] {
        assert_eq!(expected(DOUBT, text), [sum], "{text}");
    }
    for text in [
        "Tiếp nhận trực tuyến 300 hồ sơ, trực tiếp 150 hồ sơ, tổng cộng 450 hồ sơ.",
        "Giải quyết 300 hồ sơ, đúng hạn 290 hồ sơ, tổng số 300 hồ sơ.",
        "Tiếp nhận 300 hồ sơ, trả lại 10 hồ sơ, tổng cộng 300 hồ sơ.",
        "Tiếp nhận 300 hồ sơ, giải quyết 290 hồ sơ, tổng số hồ sơ đang giải quyết 12 hồ sơ.",
        "Có 05 xã, 03 phường, tổng cộng 12 đơn vị.",
        "Đạt 95%, tiếp nhận 300 hồ sơ, giải quyết 150 hồ sơ, tổng cộng 460 hồ sơ.",
    ] {
        assert_eq!(expected(DOUBT, text), [""; 0], "{text}");
    }
}

#[test]
fn points_are_added_up_where_all_are_named() {
    let parts = "công khai 17,6/18 điểm; tiến độ 48,9/60 điểm; số hóa 13,9/22 điểm.";
    let sum = |whole: &str| expected(SUM, &format!("Đạt {whole} điểm, xếp thứ 9/34, trong đó: {parts}"));
    assert_eq!(sum("84,0/100"), ["80,4 = 17,6 + 48,9 + 13,9"]);
    assert_eq!(sum("80,4/100"), [""; 0]);
    assert_eq!(sum("84,0/110"), [""; 0]);
}

#[test]
fn a_part_is_not_more_than_the_whole_before_it() {
    let said = |text: &str| said(PART, &with_text(PART, text));
    let larger = |part: &str, whole: &str| (part.to_owned(), format!("không quá {whole}"));
    for (text, wrong) in [
        ("Trong 40 hồ sơ được tiếp nhận, có 45 hồ sơ trả đúng hạn.", vec![larger("45", "40")]),
        ("Năm 2023 xã xếp thứ 12/11 xã; phòng xếp hạng 15/13 đơn vị.", vec![larger("12", "11"), larger("15", "13")]),
        ("Tiếp nhận 342 cuộc gọi, trong đó 351 cuộc đúng phạm vi, đã xử lý 331/331 cuộc.", vec![larger("351", "342")]),
        ("Kết quả:\n- Trong tổng số 1.200 phiếu thu về đã có 1.210 phiếu hài lòng;", vec![larger("1.210", "1.200")]),
    ] {
        assert_eq!(said(text), wrong, "{text}");
    }
    for text in [
        "Trong 45 hồ sơ được tiếp nhận, có 40 hồ sơ trả đúng hạn.",
        "Trong 40 hồ sơ, cùng kỳ năm trước có 45 hồ sơ.",
        "Trong 5 xã, có 45 hồ sơ.",
        "Trong 40 hồ sơ tiếp nhận; có 45 hồ sơ kỳ trước chuyển sang.",
        "Ngoài ra trong quý 40 hồ sơ, có 45 hồ sơ.",
        "Xã xếp thứ 5/11 xã, xếp hạng 11/11; sắp xếp thứ 3 đơn vị.",
        "Trong 02 ngày có 05 ngày nghỉ.",
    ] {
        assert_eq!(said(text), [], "{text}");
    }
}
