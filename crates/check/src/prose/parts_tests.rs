//! Parts, what is left, growth: how they are held against each other.

use super::tests::wrong;

#[test]
fn parts_in_all_ways_of_writing_are_added_up() {
    let mut all = String::new();
    for (text, expected) in [
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
    ] {
        wrong(text, &[expected], &mut all);
    }
    assert!(all.is_empty(), "{all}");
}

#[test]
fn parts_that_agree_or_are_no_parts_are_left_alone() {
    let mut all = String::new();
    for text in [
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
    ] {
        wrong(text, &[], &mut all);
    }
    assert!(all.is_empty(), "{all}");
}
