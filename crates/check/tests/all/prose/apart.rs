//! Numbers that stand apart from what they are of: in another clause or sentence, in a row of a table, in another unit.

use super::{right, wrong};

#[test]
fn parts_of_a_whole_further_before_are_added_up() {
    wrong(&[
        (
            "Sở tiếp 94 lượt, 118 người đến phản ánh; trong đó cán bộ tiếp thường xuyên 72 lượt, lãnh đạo tiếp định kỳ 24 lượt.",
            "loi-van/tong-nghi-van",
        ),
        (
            "Đã kiểm điểm 06 tập thể, 17 cá nhân. Kết quả đối với cá nhân: khiển trách 03 người, cảnh cáo 01 người, phê bình 14 người.",
            "loi-van/tong-nghi-van",
        ),
        (
            "Xảy ra 09 vụ cháy, tăng 02 vụ so với cùng kỳ (07 vụ). Nguyên nhân: sự cố điện 06 vụ, đun nấu 02 vụ, đang điều tra 02 vụ.",
            "loi-van/tong-nghi-van",
        ),
        (
            "Có 143 ha tôm bị bệnh tại 06 xã; bệnh đốm trắng 62 ha, bệnh hoại tử gan tụy 48 ha, bệnh vi bào tử trùng 23 ha.",
            "loi-van/tong-nghi-van",
        ),
        (
            "Phường tiếp nhận 826 hồ sơ trợ cấp. Kết quả:\n\n- Đã giải quyết đúng hạn: 771 hồ sơ;\n- Giải quyết quá hạn: 17 hồ sơ;\n- Trả lại: 29 hồ sơ;\n- Đang trong hạn: 12 hồ sơ.",
            "loi-van/tong-nghi-van",
        ),
        ("Đã mở lớp cho 412 học viên, trong đó nữ 236 người, nam 167 người.", "loi-van/tong-sai"),
        (
            "Chi 1.150 triệu đồng, gồm: máy móc 540 triệu đồng; bao bì 320 triệu đồng; xúc tiến 180 nghìn đồng; tập huấn 110 triệu đồng.",
            "loi-van/tong-sai",
        ),
    ]);
    right(&[
        "Sở tiếp 94 lượt, 118 người đến phản ánh; trong đó cán bộ tiếp thường xuyên 72 lượt, lãnh đạo tiếp định kỳ 22 lượt.",
        "Có 45 người dự họp, 12 thôn; trong đó nữ 30 người, người cao tuổi 25 người.",
        "Dự kiến đón 18.000 lượt khách, trong đó ngày khai hội 9.000 lượt, hai ngày còn lại mỗi ngày 4.500 lượt.",
        "Gieo trồng 990 ha, gồm: lúa 810 ha, ngô 60 ha, đậu các loại 45 ha, rau các loại 75 ha.",
        "Huy động 612 người, gồm bộ đội 85 người, công an 47 người, dân quân 180 người, thanh niên 300 người.",
    ]);
}

#[test]
fn shares_tell_their_whole() {
    wrong(&[
        (
            "Trong 64 trạm có:\n\n- 47 trạm hoạt động bình thường (73,4%);\n- 13 trạm hư hỏng nhẹ (20,3%);\n- 04 trạm hư hỏng nặng (16,3%).",
            "loi-van/ti-le-sai",
        ),
        (
            "Nguồn vốn: ngân sách tỉnh 1.680 triệu đồng (60%), ngân sách xã 560 triệu đồng (20%), đóng góp 460 triệu đồng (20%).",
            "loi-van/ti-le-nghi-van",
        ),
        ("Có 874 cơ sở có lối thoát nạn, đạt 68,1%; còn 410 cơ sở chưa có, chiếm 39,1%.", "loi-van/ti-le-sai"),
    ]);
    right(&[
        "Nguồn vốn: ngân sách tỉnh 1.680 triệu đồng (60%), ngân sách xã 560 triệu đồng (20%), đóng góp 560 triệu đồng (20%).",
        "Có 874 cơ sở có lối thoát nạn, đạt 68,1%; còn 410 cơ sở chưa có, chiếm 31,9%.",
    ]);
}

#[test]
fn averages_of_other_sentences_and_units() {
    wrong(&[
        (
            "Trường có 14 lớp, 518 học sinh, trong đó 346 học sinh ở bán trú. Khu bán trú có 18 phòng, bình quân 9,2 học sinh/phòng.",
            "loi-van/binh-quan-nghi-van",
        ),
        (
            "Giải quyết chế độ cho 27 người, với số tiền 24.570 tỷ đồng, bình quân 910 triệu đồng/người.",
            "loi-van/binh-quan-nghi-van",
        ),
        (
            "Kinh phí trong 6 tháng là 2.214.500.000 đồng. Bình quân mỗi tháng chi 369,1 nghìn đồng.",
            "loi-van/binh-quan-nghi-van",
        ),
        (
            "Chi trả cho 1.020/1.275 đối tượng. Số tiền chi trả là 765 triệu đồng; mỗi đối tượng nhận trung bình 7,5 triệu đồng.",
            "loi-van/binh-quan-nghi-van",
        ),
        ("Tập huấn cho 480 nhân viên y tế, chia thành 12 lớp, mỗi lớp 45 người.", "loi-van/binh-quan-nghi-van"),
        ("Đoàn gồm 05 tổ, mỗi tổ từ 04 đến 05 người, tổng cộng 27 người.", "loi-van/tich-nghi-van"),
    ]);
    right(&[
        "Trường có 14 lớp, 518 học sinh, trong đó 346 học sinh ở bán trú. Khu bán trú có 18 phòng, bình quân 19,2 học sinh/phòng.",
        "Giải quyết chế độ cho 27 người, với số tiền 24.570 triệu đồng, bình quân 910 triệu đồng/người.",
        "Giá trị đạt 64,8 tỷ đồng trên 54 ha, bình quân 1,2 tỷ đồng/ha.",
        "Đoàn gồm 05 tổ, mỗi tổ từ 04 đến 05 người, tổng cộng 24 người.",
    ]);
}

#[test]
fn what_is_left_and_how_far_apart() {
    wrong(&[
        (
            "Đề nghị quyết toán 57.820 triệu đồng, được phê duyệt 57.205 triệu đồng, giảm trừ 651 triệu đồng.",
            "loi-van/tong-nghi-van",
        ),
        (
            "Đã giải ngân 8.640 triệu đồng trên tổng số 10.800 triệu đồng.\n\nKinh phí còn lại 2.610 triệu đồng chuyển sang năm sau.",
            "loi-van/tong-nghi-van",
        ),
        (
            "Phát sinh khoảng 42 tấn/ngày; trong đó thu gom 31,5 tấn/ngày, còn 11,5 tấn/ngày đổ ra bãi.",
            "loi-van/tong-nghi-van",
        ),
        ("Giải ngân đạt 42,0% kế hoạch; cùng kỳ năm 2021 đạt 36,5%, tăng 6,5 điểm phần trăm.", "loi-van/tang-giam-sai"),
        ("Tỷ lệ trực tuyến đạt 68,4%, giảm so với quý trước (63,9%) 4,5 điểm phần trăm.", "loi-van/tang-giam-sai"),
    ]);
    right(&[
        "Đề nghị quyết toán 57.820 triệu đồng, được phê duyệt 57.205 triệu đồng, giảm trừ 615 triệu đồng.",
        "Giải ngân đạt 42,0% kế hoạch; cùng kỳ năm 2021 đạt 36,5%, tăng 5,5 điểm phần trăm.",
        "Tỷ lệ trực tuyến đạt 68,4%, tăng so với quý trước (63,9%) 4,5 điểm phần trăm.",
    ]);
}

#[test]
fn lists_are_counted_whatever_opens_them() {
    wrong(&[
        (
            "Ba nhóm việc trọng tâm:\n\n- Cập nhật danh mục;\n- Sắp xếp hồ sơ;\n- Phân cấp;\n- Tập huấn.",
            "loi-van/so-muc-nghi-van",
        ),
        (
            "Đã kiểm tra 04 đơn vị: Phòng Quản lý nhà và thị trường bất động sản, Phòng Hạ tầng kỹ thuật, Ban Quản lý bảo trì đường bộ.",
            "loi-van/so-muc-nghi-van",
        ),
        ("Xã có 03 điểm quặng sắt (Nà Rì, Khuổi Chang) chưa khai thác.", "loi-van/so-muc-nghi-van"),
        (
            "Có 35 đại biểu đến từ 04 nước:\n\n| Nước | Số đại biểu |\n|---|---|\n| Lào | 15 |\n| Pháp | 12 |\n| Úc | 8 |",
            "loi-van/so-muc-nghi-van",
        ),
    ]);
    right(&[
        "Bốn nhóm việc trọng tâm:\n\n- Cập nhật danh mục;\n- Sắp xếp hồ sơ;\n- Phân cấp;\n- Tập huấn.",
        "Đã kiểm tra 03 đơn vị: Phòng Quản lý nhà và thị trường bất động sản, Phòng Hạ tầng kỹ thuật, Ban Quản lý bảo trì đường bộ.",
    ]);
}

#[test]
fn what_was_counted_is_taken_up_again() {
    wrong(&[
        ("Có 17 chủ thể tham gia. Kiểm tra ít nhất 01 lần đối với cả 19 chủ thể.", "loi-van/nhac-lai-khac"),
        ("Tặng quà 24 người, mức 3.000.000 đồng một suất, tổng số tiền 66.000.000 đồng.", "loi-van/tich-nghi-van"),
        ("Chia cắt 05 thôn, bản gồm: Bản Pheo, Nà Cà, Suối Trăng 1 và Khe Ba.", "loi-van/so-muc-sai"),
        (
            "Xây dựng 02 mô hình điểm:\n\n- Thôn thông minh;\n- Truy xuất nguồn gốc;\n- Số hóa di tích.",
            "loi-van/so-muc-nghi-van",
        ),
        (
            "| Dự án | Vốn | Tỷ lệ (%) |\n|---|---|---|\n| Dự án 4 | 500 | 98,0 |\n| Dự án 5 | 400 | 80,0 |\n| Dự án 9 | 310 | 77,5 |\n\nGiải ngân cao nhất là Dự án 4 (98,0%), thấp nhất là Dự án 5 (80,0%).",
            "loi-van/khac-bang",
        ),
    ]);
    right(&[
        "Có 17 chủ thể tham gia, cả 09 chủ thể mới đều được hỗ trợ.",
        "Tặng quà 22 người, mức 3.000.000 đồng một suất, tổng số tiền 66.000.000 đồng.",
        "| Dự án | Vốn | Tỷ lệ (%) |\n|---|---|---|\n| Dự án 4 | 500 | 98,0 |\n| Dự án 9 | 310 | 77,5 |\n\nGiải ngân cao nhất là Dự án 4 (98,0%), thấp nhất là Dự án 9 (77,5%).",
    ]);
}

/// A table of two years, and one that adds up.
const YEARS: &str = "| Bệnh | Năm 2021 (ca) | Năm 2022 (ca) | Tăng, giảm (ca) |\n|---|---|---|---|\n| Sốt xuất huyết | 64 | 41 | -23 |\n| Tay chân miệng | 38 | 52 | +14 |\n| Thủy đậu | 4 | 2 | -2 |\n\n";
const FINES: &str = "| Hành vi | Số vụ | Tiền phạt (triệu đồng) |\n|---|---|---|\n| Không có giấy phép | 6 | 780 |\n| Ngoài ranh giới | 9 | 606 |\n| Cộng | 15 | 1.386 |\n\n";

#[test]
fn rows_give_rates_changes_and_averages() {
    let with = |table: &str, text: &str| format!("{table}{text}");
    let told = [
        with(YEARS, "Sốt xuất huyết ghi nhận 41 ca, giảm 53,9%."),
        with(YEARS, "Số ca thủy đậu giảm 03 ca."),
        with(FINES, "Mức phạt bình quân là 94,2 triệu đồng/vụ."),
        with(FINES, "Thu 1.836 triệu đồng, nộp đủ vào ngân sách."),
    ];
    wrong(&told.each_ref().map(|text| (text.as_str(), "loi-van/khac-bang-nghi-van")));
    let left = [
        with(YEARS, "Sốt xuất huyết ghi nhận 41 ca, giảm 35,9%."),
        with(YEARS, "Số ca thủy đậu giảm 02 ca."),
        with(FINES, "Mức phạt bình quân là 92,4 triệu đồng/vụ."),
        with(FINES, "Thu 1.386 triệu đồng, nộp đủ vào ngân sách."),
    ];
    right(&left.each_ref().map(String::as_str));
}
