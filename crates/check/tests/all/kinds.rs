//! Kinds of mistakes, each with sentences that are told of and with sentences that only look like them.

use crate::sample::found;

/// What a rule tells of, and what it leaves alone.
fn each(id: &str, wrong: &[&str], right: &[&str]) {
    let silent: Vec<&&str> = wrong.iter().filter(|text| found(id, text).is_empty()).collect();
    let told: Vec<(&&str, Vec<String>)> = right.iter().map(|text| (text, found(id, text))).collect();
    let told: Vec<_> = told.into_iter().filter(|(_, found)| !found.is_empty()).collect();
    assert!(silent.is_empty() && told.is_empty(), "{id}: silent on {silent:#?}, tells of {told:#?}");
}

#[test]
fn words_typed_twice() {
    each(
        "van-ban/lap-tu",
        &[
            "Công tác vận động phường gặp gặp.",
            "Công tác vận động gặp gặp nhiều khó khăn.",
            "Bảo đảm nguồn hàng, không để đứt đứt gãy.",
            "Báo cáo Sở trong vòng 24 giờ giờ qua.",
            "Lực lượng chức năng năng tuần tra ban đêm.",
            "Quyết định có hiệu lực kể từ ngày ký ký.",
            "Có nơi thậm chí chí tiếp tay cho vi phạm.",
            "Việc đó xã sẽ thông báo lại lại.",
            "Đề nghị các xã, phường, phường, thông báo lịch cắt nước.",
        ],
        &[
            "Các cơ quan quan tâm, luôn luôn nhắc nhở.",
            "Kế hoạch năm năm của xã đã xong.",
            "Thành viên hợp tác xã xã An Phú đã họp.",
            "Trưởng phòng phòng bệnh đã báo cáo.",
            "Người người, nhà nhà thi đua nuôi ba ba.",
            "Tổ đánh giá giá đất từng thửa; xã, phường, thị trấn, phường đều làm.",
        ],
    );
}

#[test]
fn slips_of_one_stroke() {
    each(
        "van-ban/tu-hay-sai",
        &[
            "Đơn vị báo cáo chậm sẻ được nhắc nhở.",
            "Công tác chổng thất thu có tiến bộ.",
            "Đề nghị xem sét hồ sơ.",
            "Kể câu truyện về sản phẩm của xã.",
            "Đã sữa chữa 02 phòng học.",
            "Không gây phiền hà cho cơ sơ.",
        ],
        &[
            "Đã chia sẻ được nhiều kinh nghiệm.",
            "Cùng sẻ chia khó khăn với người dân.",
            "Củng cố tổ hòa giải.",
            "Kho truyện thiếu nhi có 200 cuốn.",
            "Mùa mưa bảo đảm giao thông thông suốt.",
            "Làm việc cùng cấp ủy các thôn.",
        ],
    );
}

#[test]
fn days_that_are_past() {
    each(
        "thoi-gian/han-da-qua",
        &[
            "Việc này dự kiến hoàn thành trước ngày 31/8/2023.",
            "Xã sẽ gửi danh sách trước ngày 15/10/2023.",
            "Phấn đấu xong trước quý IV năm 2023.",
            "Phấn đấu đến hết năm 2023 có 95% hồ sơ trực tuyến.",
            "Dự kiến khánh thành trong tháng 9/2023.",
            "Các thôn sẽ lập danh sách chậm nhất ngày 20/12/2023.",
            "Phương án thực hiện từ ngày ký đến ngày 31/12/2023.",
        ],
        &[
            "Dự kiến hoàn thành trước ngày 31/8/2024.",
            "Phấn đấu đến hết năm 2024 có 95% hồ sơ trực tuyến.",
            "Chi đến hết năm 2023 là 20 triệu đồng.",
            "Đã hoàn thành 03 việc trước ngày 31/8/2023.",
            "Xã sẽ xử lý các vụ phát sinh trước ngày 31/12/2023.",
            "Xã sẽ kiểm tra các nhà xây dựng trước ngày 01/7/2023.",
            "Dự kiến trả lời đơn có trước ngày 31/12/2023.",
            "Xã sẽ rà soát hồ sơ lập trước ngày 31/12/2020.",
        ],
    );
}

#[test]
fn times_that_no_day_has() {
    each(
        "thoi-gian/gio-khong-co",
        &[
            "Cấp nước từ 15 giờ 00 phút đến 25 giờ 00 phút.",
            "Cấp nước 05 giờ - 11 giờ; 16 giờ - 26 giờ.",
            "Cuộc họp bắt đầu lúc 25 giờ.",
            "Cuộc họp bắt đầu lúc 07 giờ 75 phút.",
        ],
        &[
            "Cấp nước từ 15 giờ 00 phút đến 24 giờ 00 phút.",
            "Trả lời trong 48 giờ, chậm nhất từ 24 giờ đến 36 giờ.",
            "Trực 24/24 giờ; tập huấn 30 giờ, mỗi buổi 2,5 giờ.",
        ],
    );
}

#[test]
fn years_of_the_document_before() {
    each(
        "ky-bao-cao/nam-con-sot",
        &[
            "Tập trung chuẩn bị tuyển quân năm 2023 tại các thôn.",
            "Tập trung chuẩn bị các điều kiện cho bầu cử năm 2022.",
            "Tổ chức lễ hội đền Trên năm 2024 vào tháng 02/2025.",
            "Hội thao các thôn năm 2023 vào ngày 15/5/2024.",
            "Mở chợ hoa năm 2024 vào tháng 01/2025.",
            "Xã mở hội trại năm 2024 vào ngày 26 tháng 3 năm 2025.",
        ],
        &[
            "Tập trung chuẩn bị bầu cử năm 2026.",
            "Tập trung chuẩn bị hồ sơ quyết toán năm 2023.",
            "Tổng kết phong trào năm 2023 vào tháng 01/2024.",
            "Xã đã chuẩn bị tuyển quân năm 2023.",
            "Tổ chức lễ hội đền Trên năm 2024 vào tháng 02/2024.",
            "Xét tặng danh hiệu năm 2023 vào tháng 01/2024.",
        ],
    );
}

#[test]
fn days_in_their_order() {
    each(
        "thoi-gian/trinh-tu-nguoc",
        &[
            "Đơn thứ nhất thụ lý ngày 12/02/2024, ban hành quyết định ngày 05/02/2024.",
            "Ngày 10/02/2024, xã nhận được Công văn số 12/SNV-CCHC ngày 13/02/2024 của Sở Nội vụ.",
            "Nhà văn hóa khởi công ngày 20/11/2023, hoàn thành ngày 15/10/2023.",
            "Rà soát tại thôn trước ngày 20/5/2024; tổng hợp, gửi báo cáo trước ngày 10/5/2024.",
            "Tiến độ:\n\n- Quý II/2024: lập hồ sơ;\n- Quý III/2024: khởi công;\n- Trước ngày 30/6/2024: hoàn thành.",
            "Đơn thứ hai nhận đơn ngày 12/02/2024, trả lời ngày 05/02/2024.",
        ],
        &[
            "Đơn thứ nhất thụ lý ngày 05/02/2024, ban hành quyết định ngày 12/02/2024.",
            "Ngày 15/02/2024, xã nhận được Công văn số 12/SNV-CCHC ngày 13/02/2024 của Sở Nội vụ.",
            "Nhà văn hóa khởi công ngày 20/11/2023, được phê duyệt ngày 15/10/2023.",
            "Rà soát tại thôn trước ngày 20/5/2024; mở lớp trước ngày 10/5/2024.",
            "Tiến độ:\n\n- Quý II/2024: lập hồ sơ;\n- Quý III/2024: khởi công;\n- Trước ngày 31/12/2024: hoàn thành.",
            "Đơn thứ hai thụ lý ngày 12/02/2024 theo phiếu chuyển ngày 05/02/2024.",
        ],
    );
}

#[test]
fn days_and_hours_between() {
    each(
        "thoi-gian/do-dai-sai",
        &[
            "Hội thi diễn ra trong 02 ngày, từ ngày 18/6/2023 đến ngày 20/6/2023.",
            "Lớp học 05 ngày, từ ngày 02/10/2023 đến ngày 05/10/2023.",
            "Đợt một là 03 ngày (từ ngày 01/3/2023 đến ngày 05/3/2023).",
            "Trực từ 22 giờ 00 phút đến 05 giờ 00 phút (09 giờ).",
            "Cắt điện từ 06 giờ 00 phút đến 11 giờ 30 phút (05 giờ).",
            "Cấp nước từ 22 giờ 00 phút ngày 04/6/2023 đến 05 giờ 00 phút ngày 05/6/2023 (08 giờ).",
        ],
        &[
            "Hội thi diễn ra trong 03 ngày, từ ngày 18/6/2023 đến ngày 20/6/2023.",
            "Niêm yết 30 ngày, từ ngày 01/6/2023 đến ngày 01/7/2023.",
            "Tập huấn 05 ngày, từ ngày 11/9/2023 đến ngày 20/9/2023.",
            "Trực từ 22 giờ 00 phút đến 05 giờ 00 phút (07 giờ).",
            "Cắt điện từ 06 giờ 00 phút đến 11 giờ 30 phút (05 giờ 30 phút).",
            "Cấp nước từ 20 giờ ngày 04/6/2023 đến 22 giờ ngày 06/6/2023 (02 giờ mỗi ngày).",
        ],
    );
}

#[test]
fn known_days_of_the_year() {
    each(
        "thoi-gian/ngay-ky-niem-sai",
        &[
            "Hưởng ứng Ngày Pháp luật Việt Nam (09/10).",
            "Hưởng ứng Ngày Chuyển đổi số quốc gia 11/10.",
            "Kỷ niệm Ngày Thương binh - Liệt sĩ (27/6/2023).",
            "Kỷ niệm Ngày Nhà giáo Việt Nam ngày 22/11.",
            "Kỷ niệm Ngày Quốc tế Phụ nữ 08/4.",
            "Kỷ niệm Ngày Gia đình Việt Nam (26/6).",
        ],
        &[
            "Hưởng ứng Ngày Pháp luật Việt Nam (09/11/2023).",
            "Hưởng ứng Ngày Chuyển đổi số quốc gia 10/10.",
            "Kỷ niệm Ngày Thương binh - Liệt sĩ (27/7).",
            "Mít tinh Ngày Nhà giáo Việt Nam vào ngày 18/11.",
            "Tặng quà nhân Ngày Quốc tế Phụ nữ, ngày 08/3/2023.",
            "Hưởng ứng Ngày Pháp luật Việt Nam, từ 01/11 đến 09/11.",
        ],
    );
}

#[test]
fn higher_and_lower() {
    each(
        "loi-van/cao-thap-sai",
        &[
            "Tỷ lệ đạt 82%, cao hơn mục tiêu đề ra (85%).",
            "Tỷ lệ đạt 91,5%, thấp hơn năm trước (88%).",
            "Thu 30 hồ sơ, nhiều hơn kỳ trước (45 hồ sơ).",
            "Tỷ lệ trực tuyến 70%, vượt chỉ tiêu được giao (75%).",
            "Tỷ lệ số hóa 64%, chưa đạt chỉ tiêu (60%).",
            "Có 12 lớp, ít hơn năm học trước (10 lớp).",
        ],
        &[
            "Tỷ lệ đạt 88%, cao hơn mục tiêu đề ra (85%).",
            "Tỷ lệ đạt 82%, thấp hơn mục tiêu đề ra (85%).",
            "Tỷ lệ đạt 88%, cao hơn 3% so với mục tiêu (91%).",
            "Thu khoảng 30 hồ sơ, nhiều hơn kỳ trước (45 hồ sơ).",
            "Thu 30 hồ sơ, nhiều hơn kỳ trước (45 văn bản).",
            "Tỷ lệ số hóa 58%, chưa đạt chỉ tiêu (60%).",
        ],
    );
}

#[test]
fn units_of_measure() {
    each(
        "loi-van/don-vi-lech",
        &[
            "Sản lượng giảm từ 14.500 m³/ngày xuống còn 12.325 m²/ngày.",
            "Diện tích tăng từ 15 ha lên 18 km.",
            "Có 5.862 m² bị lấn chiếm; đã thu hồi 4.310 m², còn 1.552 ha chưa thu hồi.",
            "Ranh giới rừng chồng lấn 11,4 ha. Đề nghị điều chỉnh ranh giới rừng chồng lấn 11,4 km².",
            "Kho chứa giảm từ 300 m³ xuống 250 m².",
            "Đường dài từ 12 km lên 15 km²; đã làm xong.",
        ],
        &[
            "Sản lượng giảm từ 14.500 m³/ngày xuống còn 12.325 m³/ngày.",
            "Diện tích tăng từ 15 ha lên 18 km².",
            "Có 5.862 m² bị lấn chiếm; đã thu hồi 4.310 m², còn 1.552 m² chưa thu hồi.",
            "Trồng rừng 11,4 ha; đường lâm nghiệp dài 11,4 km.",
            "Thu hoạch tăng từ 900 kg lên 1,2 tấn.",
            "Đã gieo 20 ha, thu 12 ha, còn 8 tấn giống.",
        ],
    );
}

#[test]
fn so_many_with_so_much_each() {
    each(
        "loi-van/tich-nghi-van",
        &[
            "Hội thi có 24 đội, mỗi đội 05 người, tổng số 125 thí sinh.",
            "Trao 40 suất quà, mỗi suất 500.000 đồng, tổng số 25 triệu đồng.",
            "Lắp 04 máy 250 kVA và 02 máy 400 kVA, tổng dung lượng 1.900 kVA.",
            "Có 06 tổ, mỗi tổ 03 người, tổng cộng 20 người.",
            "Mua 10 bồn 500 lít và 04 bồn 1.000 lít, tổng dung tích 8.000 lít.",
            "Mở 05 lớp, mỗi lớp 30 người, tổng số 160 học viên.",
        ],
        &[
            "Hội thi có 24 đội, mỗi đội 05 người, tổng số 120 thí sinh.",
            "Trao 40 suất quà, mỗi suất 500.000 đồng, tổng số 20 triệu đồng.",
            "Lắp 04 máy 250 kVA và 02 máy 400 kVA, tổng dung lượng 1.800 kVA.",
            "Có 06 tổ, mỗi tổ khoảng 03 người, tổng cộng 20 người.",
            "Có 06 tổ, mỗi tổ 03 người; 02 đội, mỗi đội 10 người, tổng cộng 38 người.",
            "Mở 05 lớp, mỗi lớp 30 người, tổng kinh phí 160 triệu đồng.",
        ],
    );
}

#[test]
fn what_opens_a_table_and_its_columns() {
    const TABLE: &str =
        "| Nội dung | Số tiền (triệu đồng) |\n|---|---|\n| Gặp mặt | 145 |\n| Hội thi | 90 |\n| Quà tặng | 105 |";
    let with = |before: &str, after: &str| format!("{before}\n\n{TABLE}{after}");
    let wrong = [
        with("Dự toán 350 triệu đồng, trong đó:", ""),
        with("Tổng kinh phí 330 triệu đồng, gồm:", ""),
        with("Xã đã chi cho 03 việc với số tiền 345 triệu đồng:", ""),
        with("Dự toán 0,35 tỷ đồng, cụ thể như sau:", "\n| Cộng | 340 |"),
        with("Chi các việc sau:", "\n\nTổng số tiền là 343 triệu đồng."),
        with("Chi các việc sau:", "\n| Cộng | 340 |\n\nTổng cộng 350 triệu đồng."),
    ];
    let right = [
        with("Dự toán 340 triệu đồng, trong đó:", ""),
        with("Dự toán 0,34 tỷ đồng, trong đó:", ""),
        with("Dự toán khoảng 350 triệu đồng, trong đó:", ""),
        with("Năm nay được cấp 900 triệu đồng, trong đó chi cho phụ nữ:", ""),
        with("Quà tặng 105 triệu đồng và các việc khác:", ""),
        with("So với cùng kỳ (350 triệu đồng):", ""),
    ];
    let text = |list: &[String; 6]| list.clone();
    let (wrong, right) = (text(&wrong), text(&right));
    let wrong: Vec<&str> = wrong.iter().map(String::as_str).collect();
    let right: Vec<&str> = right.iter().map(String::as_str).collect();
    each("loi-van/khac-bang-nghi-van", &wrong, &right);
}

#[test]
fn parts_with_names_of_their_own() {
    each(
        "loi-van/tong-nghi-van",
        &[
            "Phòng có 04 biên chế, gồm 01 Trưởng phòng, 01 Phó Trưởng phòng và 01 chuyên viên.",
            "Có 4.316 khách hàng, gồm 3.982 hộ gia đình và 344 cơ quan, doanh nghiệp.",
            "Xảy ra 03 cặp tảo hôn (bản Suối 02 cặp, bản Khôm 02 cặp).",
            "Toàn xã có 06 hợp tác xã. Phân loại: 02 hợp tác xã tốt, 03 hợp tác xã khá, 02 hợp tác xã yếu.",
            "Có 34 hộ, trong đó 29 hộ đã hiến 410 m² đất, còn lại 06 hộ đề nghị bồi thường.",
            "Tổng kinh phí 84 triệu đồng, gồm: xăng xe 28 triệu đồng; in ấn 16 triệu đồng; diễn tập 01 buổi 35 triệu đồng; giấy 08 triệu đồng.",
            "Đào tạo 48.600 người. Trong đó, trình độ cao đẳng 5.800 người, trung cấp 12.200 người, sơ cấp 31.600 người.",
        ],
        &[
            "Phòng có 03 biên chế, gồm 01 Trưởng phòng, 01 Phó Trưởng phòng và 01 chuyên viên.",
            "Có 4.316 khách hàng, gồm 3.982 hộ gia đình và 334 cơ quan, doanh nghiệp.",
            "Xảy ra 04 cặp tảo hôn (bản Suối 02 cặp, bản Khôm 02 cặp).",
            "Toàn xã có 06 hợp tác xã. Phân loại: 02 hợp tác xã tốt, 03 hợp tác xã khá, 01 hợp tác xã yếu.",
            "Có 34 hộ, trong đó 29 hộ đã hiến 410 m² đất, còn lại 05 hộ đề nghị bồi thường.",
            "Có 12 tổ, gồm 40 hộ gia đình và 15 doanh nghiệp.",
        ],
    );
    each(
        "loi-van/tong-sai",
        &[
            "Tồn chứa 3.845 tấn, trong đó axit (H2SO4) 1.620 tấn, xút (NaOH) 1.105 tấn, hóa chất khác 980 tấn.",
            "Giải quyết việc làm cho 9.850 thanh niên, gồm trong tỉnh 6.120 người, ngoài tỉnh 2.980 người, nước ngoài 850 người.",
        ],
        &[
            "Tồn chứa 3.845 tấn, trong đó axit (H2SO4) 1.620 tấn, xút (NaOH) 1.105 tấn, hóa chất khác 1.120 tấn.",
            "Giải quyết việc làm cho 9.850 thanh niên, gồm trong tỉnh 6.120 người, ngoài tỉnh 2.980 người, nước ngoài 750 người.",
            "Tổng kinh phí 84 triệu đồng, gồm: xăng xe 28 triệu đồng; in ấn 16 triệu đồng; diễn tập 01 buổi 35 triệu đồng; giấy 05 triệu đồng.",
            "Phát hiện 37 vụ, gồm: phá rừng trái pháp luật 06 vụ (1,94 ha), khai thác 08 vụ, vận chuyển 11 vụ, tàng trữ 09 vụ, vi phạm khác 03 vụ.",
        ],
    );
}

#[test]
fn lists_that_name_what_is_counted() {
    each(
        "loi-van/so-muc-sai",
        &[
            "Cắt nước 06 tổ dân phố thuộc phường Nam gồm tổ 1, tổ 2, tổ 5, tổ 8, tổ 9; báo trước 02 ngày.",
            "Cô lập 02 trạm 110 kV (Lũng Pù, Nậm Kha, Tả Gia).",
        ],
        &[
            "Cắt nước 05 tổ dân phố thuộc phường Nam gồm tổ 1, tổ 2, tổ 5, tổ 8, tổ 9; báo trước 02 ngày.",
            "Cô lập 03 trạm 110 kV (Lũng Pù, Nậm Kha, Tả Gia).",
            "Cắt nước 06 tổ dân phố gồm tổ 1, một phần tổ 2 và các tổ khác.",
        ],
    );
}

#[test]
fn symbols_and_issuers() {
    each(
        "vien-dan/loai-khac-ky-hieu",
        &[
            "Thực hiện Quyết định số 25/2021/TTg ngày 22/7/2021.",
            "Thực hiện Quyết định số 980/UBND-QĐ ngày 16/02/2024.",
        ],
        &[
            "Thực hiện Quyết định số 25/2021/QĐ-TTg ngày 22/7/2021.",
            "Thực hiện Công văn số 980/UBND-KH ngày 16/02/2024.",
        ],
    );
    each(
        "vien-dan/co-quan-trai-ky-hieu",
        &["Việc vận hành theo Nghị định số 114/2018/NĐ-CP ngày 04/9/2018 của Quốc hội được giữ vững."],
        &["Kết quả thực hiện Nghị định số 114/2018/NĐ-CP ngày 04/9/2018 của UBND xã được giữ vững."],
    );
    each(
        "thoi-gian/ngay-khong-co",
        &["Mở thêm lớp trong tháng 8 tháng 2024."],
        &["Mở thêm lớp trong tháng 8 năm 2024 và tháng 8/2024; lũy kế 9 tháng 2024 được 20 lớp."],
    );
}
