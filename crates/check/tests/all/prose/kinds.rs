//! Kinds of claims, each in many wordings: correct sentences of which nothing is said, and wrong ones.

use super::{each, right, told};

/// Correct: numbers of things and the lists that name them.
#[test]
fn right_counts_are_left_alone() {
    right(&[
        "Kiểm tra 07/07 hồ, trong đó 03 hồ có hư hỏng (hồ Đá Bạc, hồ Cây Sấu và hồ Ngòi Lão).",
        "Có 214 hộ dân ở 04 bản Nà Lốc, Phiêng Cằm, Huổi Sảy, Tà Pung đi lại khó khăn; xây 02 cầu Nà Lốc.",
        "Kế hoạch có 41 nhiệm vụ. Đến nay hoàn thành 22 nhiệm vụ, đang thực hiện 17 nhiệm vụ, chưa thực hiện 02 nhiệm vụ.",
        "Khiển trách 03 người. Các ông bà bị khiển trách gồm Lê Văn Tề, Trần Thị Hợi và Phạm Văn Sơn.",
        "Có 09/11 cụm đã có hệ thống xử lý nước thải; các cụm còn lại gồm Nà Sảo và Bản Chiềng.",
        "Xã chịu ảnh hưởng của 03 cơn bão (số 3, số 5 và số 9), 06 đợt mưa lớn.",
        "Đã mở 12 lớp tập huấn: an toàn thực phẩm; phòng cháy; sơ cứu.",
        "Kiểm tra 05 xã: phát hiện vi phạm; nhắc nhở; xử phạt.",
        "Có 05 xã đạt chuẩn, trong đó có Tân An, Mỹ Lộc.",
        "Toàn huyện có 21 xã, gồm các xã: Tân An, Mỹ Lộc, Hà Trung và một số xã khác.",
        "Thực hiện 03 nhóm giải pháp: rà soát quy hoạch; huy động vốn; giám sát cộng đồng.",
        "Có 04 bến hoạt động, gồm:\n\n- Bến Đông;\n- Bến Đoài;\n- Bến Nam;\n- Bến Bắc.",
        "Có 02 bến hoạt động, gồm:\n\n- Bến Đông:\n  + bến khách;\n  + bến hàng;\n- Bến Đoài.",
        "Có 21 bến, chia thành 02 nhóm: 13 bến khách; 08 bến hàng.",
        "Rà soát 07 xã: 03 xã loại I; 02 xã loại II; 02 xã loại III.",
        "Gồm 03 thôn: Tân An, Mỹ Lộc, Hà Trung; gửi các thôn trước ngày 06/3/2026.",
        "Đã làm việc với 03 sở: Sở Tài chính, Sở Giáo dục và Đào tạo, Sở Xây dựng.",
        "Thăm 06 xã (Tân An, Mỹ Lộc, Hà Trung) trong đợt đầu.",
        "Tặng quà 05 doanh nghiệp (Hà Nội, Hải Phòng).",
        "Rà soát, xử lý 03 trường hợp: xây dựng trái phép, lấn chiếm.",
        "Xã có 12 hồ sơ, gồm: đất đai; hộ tịch.",
        "Đoàn kiểm tra 03 nhiệm vụ sau:\n\n1. Thu ngân sách.\n2. Chi ngân sách.\n3. Quyết toán.",
        "Giai đoạn này có 05 cơn bão (từ bão số 3 đến bão số 7).",
        "Hỗ trợ 02 tuyến: đường Đông - Đoài; đường Nam - Bắc.",
    ]);
}

/// Correct: orders.
#[test]
fn right_orders_are_left_alone() {
    right(&[
        "Cao nhất là thôn Đông (231 hộ), tiếp đến là thôn Đoài (188 hộ), thôn Nam (149 hộ).",
        "Thấp nhất là thôn Nam (12,5%), tiếp đến là thôn Đoài (18,2%), thôn Đông (31,0%).",
        "Cao nhất là xã Đông 12 vụ, tiếp theo là xã Đoài 12 vụ.",
        "Cao nhất là thuế (62.400 triệu đồng, chiếm 33%), tiếp đến là phí (21.150 triệu đồng, chiếm 60% dự toán).",
        "Nhiều nhất là xã Đông với 12 vụ làm 15 người bị thương, tiếp đến là xã Đoài 10 vụ làm 20 người bị thương.",
    ]);
}

/// Correct: wholes and parts in further words.
#[test]
fn right_parts_are_left_alone() {
    right(&[
        "Mời khoảng 350 đại biểu, gồm: cấp tỉnh 60 đại biểu; cấp xã 180 đại biểu; khách mời 115 đại biểu.",
        "Mời trên 300 đại biểu, gồm: cấp tỉnh 60 đại biểu; cấp xã 180 đại biểu; khách mời 115 đại biểu.",
        "Phát sinh tăng 19 hộ, gồm 06 hộ tái nghèo và 13 hộ nghèo mới.",
        "Số hộ tăng 19 hộ, gồm 25 hộ chuyển đến và giảm 06 hộ chuyển đi.",
        "Tổng số thu 300 triệu đồng. Trong đó: tiền bến 170, tiền nước 90; tiền chậm nộp 40.",
        "Tổng thu 12,5 tỷ đồng, gồm: thuế 8.500 triệu đồng, phí 4.000 triệu đồng.",
        "Tiếp nhận 698 hồ sơ, trong đó trực tuyến 657, trực tiếp 41.",
        "Tiếp nhận 698 hồ sơ, trong đó trực tuyến 500 hồ sơ, bưu chính 20 hồ sơ.",
        "Trạm có 19 viên chức, gồm: 03 bác sĩ, 02 y sĩ, 14 điều dưỡng.",
        "Trạm có 19 viên chức, gồm: 03 bác sĩ, 02 y sĩ.",
        "Chi hội có 120 hội viên, trong đó nữ 80, đảng viên 60, người dân tộc thiểu số 30.",
        "Đoàn gồm 12 người, gồm 03 lãnh đạo sở, 05 trưởng phòng và 04 chuyên viên.",
        "Tổng dự toán 838.000 triệu đồng, gồm: đầu tư 260.000 triệu đồng, thường xuyên 562.000 triệu đồng, dự phòng 16.000 triệu đồng.",
        "Vốn giao 120 tỷ đồng; đã giải ngân 80 tỷ đồng. Trong đó, vốn trung ương 70 tỷ đồng, vốn tỉnh 50 tỷ đồng.",
        "Tổng mức đầu tư khoảng 45 tỷ đồng, trong đó ngân sách tỉnh 30 tỷ đồng, ngân sách xã 14 tỷ đồng.",
        "Có 265 hộ cận nghèo, trong đó 120 hộ có vốn vay, 90 hộ có lao động đi xa.",
        "Cả tỉnh có 45 cụm với 1.250 ha, gồm 20 cụm đã lấp đầy và 25 cụm đang đầu tư.",
        "Diện tích 12,4 ha, trong đó lúa 8,2 ha (chiếm 66,1%), màu 4,2 ha.",
        "Đầu tư 260.000 triệu đồng, bảo trì 12.000 triệu đồng.",
        "Thẩm định 15 hồ sơ, trong đó đạt 12 hồ sơ.",
        "Theo Thông tư 05 và Nghị định 110; Quyết định 37.",
        "Có 21 bến, chia thành 02 nhóm: 12 bến khách; 09 bến hàng.",
        "Đất 400 ha, đã cho thuê 126 ha; tỷ lệ lấp đầy đạt trên 30%.",
    ]);
}

/// Correct: rises and falls.
#[test]
fn right_changes_are_left_alone() {
    right(&[
        "Gieo trồng 540 ha, tăng 54 ha (tương ứng 11,1%) so với vụ trước; tổng dự toán 2.800 triệu đồng (Bằng chữ: Hai tỷ, tám trăm triệu đồng).",
        "Phục vụ 214.600 lượt, gồm tại chỗ 176.600 lượt, trực tuyến 38.000 lượt; tăng 7,3% so với năm 2024 (200.000 lượt).",
        "Chi 289.750 triệu đồng, đạt 51,6% dự toán (562.000 triệu đồng), tăng 6,8% so với cùng kỳ năm 2023 (271.300 triệu đồng).",
        "Thu 1.250 triệu đồng, đạt 62,5% kế hoạch (2.000 triệu đồng), giảm 3,8% so với cùng kỳ (1.300 triệu đồng).",
        "Thu 1.250 triệu đồng, bằng 62,5% dự toán giao (2.000 triệu đồng), bằng 96,2% so với cùng kỳ (1.300 triệu đồng).",
        "Tỷ lệ đạt 90,7%, thấp hơn 2,8 điểm phần trăm so với chỉ tiêu 93,5%.",
        "Tỷ lệ đạt 90,7%, tăng 2,8% so với năm 2024.",
        "Thời hạn rút từ 07 xuống 05 ngày, giảm 28,6%.",
        "Số vụ giảm từ 120 vụ xuống 98 vụ, giảm 18,3%.",
        "Doanh thu tăng 12,5% so với cùng kỳ, cao hơn mức tăng 8,2% của năm trước.",
        "Số người chết tăng 02 người, từ 10 người lên 12 người (tăng 20%).",
        "Thu ngân sách ước đạt 186.420 triệu đồng, bằng 54,8% dự toán (340.000 triệu đồng), tăng 12,4% so với cùng kỳ năm 2023 (165.900 triệu đồng).",
        "Tiếp nhận 38 vụ (cùng kỳ 52 vụ), giảm 14 vụ.",
        "Có 17 vụ vi phạm, giảm 05 vụ so với năm 2024 (22 vụ).",
        "Giảm 5% so với cùng kỳ năm trước (nay là 118 đơn).",
        "Lợi nhuận đạt 12,5 tỷ đồng, tăng gấp đôi so với năm 2023 (6,2 tỷ đồng).",
    ]);
}

/// Correct: what is left, and what must balance.
#[test]
fn right_balances_are_left_alone() {
    right(&[
        "Tổng nguồn 14.620 triệu đồng. Đã chi 13.904 triệu đồng, đạt 95,1%; chuyển nguồn sang năm sau 716 triệu đồng.",
        "Toàn xã có 18.236 người tham gia trên tổng số 20.115 người; số người chưa tham gia là 1.879 người.",
        "Được cấp 500 triệu đồng, đã chi 420 triệu đồng, kết dư 80 triệu đồng.",
        "Có 120 hộ, trong đó 90 hộ có nước sạch; 25 hộ chưa có nhà tiêu hợp vệ sinh.",
        "Thu 1.250 triệu đồng, chi 980 triệu đồng, kết dư 270 triệu đồng; dư năm trước chuyển sang 45 triệu đồng.",
        "Số phải thu 500 triệu đồng, trong đó nợ năm trước chuyển sang 120 triệu đồng, phát sinh trong kỳ 380 triệu đồng.",
        "Kiến nghị thu hồi 300 triệu đồng, đã thu hồi 180 triệu đồng, chưa thu 120 triệu đồng.",
        "Số hộ nghèo đầu năm 426 hộ, giảm trong năm 103 hộ, tăng trong năm 19 hộ, cuối năm còn 342 hộ.",
        "Tồn đầu kỳ 120 tấn, nhập 300 tấn, xuất 250 tấn, tồn cuối kỳ 170 tấn.",
        "Số phải thu trong kỳ 500 triệu đồng, đã thu 420 triệu đồng.",
        "Tổng số đơn 120 đơn, kỳ trước chuyển sang 20 đơn, tiếp nhận mới 100 đơn.",
        "Số phải thu 500 triệu đồng gồm nợ chuyển sang 120 triệu đồng và phát sinh 380 triệu đồng; đã thu 420 triệu đồng.",
        "Kiến nghị thu hồi 300 triệu đồng của 05 đơn vị, đến nay đã thu 180 triệu đồng.",
        "Nợ thuế cuối năm 24.610 triệu đồng, giảm 3.190 triệu đồng so với đầu năm (27.800 triệu đồng).",
        "Cuối năm có 12 hợp tác xã, đầu năm có 10 hợp tác xã, thành lập mới 03, giải thể 01.",
        "Tiếp nhận 87 vụ, hòa giải thành 74 vụ, không thành 09 vụ, chưa giải quyết 04 vụ.",
        "Tiếp nhận 87 vụ, hòa giải thành 74 vụ; kỳ trước chuyển sang 05 vụ; không thành 14 vụ.",
        "Tổng nguồn 14.620 triệu đồng, đã chi 13.904 triệu đồng; còn dư 716 triệu đồng, trong đó chuyển nguồn 500 triệu đồng.",
        "Được giao 612,5 triệu đồng, đã nộp 483,9 triệu đồng; còn 128,6 triệu đồng của 11 hộ chưa nộp.",
        "Có 120 kiến nghị, đã xử lý 90 kiến nghị, đang xử lý 20 kiến nghị, còn 10 kiến nghị chưa đến hạn.",
        "Có 28 nhiệm vụ; đã hoàn thành 15 nhiệm vụ, đang thực hiện 10 nhiệm vụ, chưa triển khai 03 nhiệm vụ.",
        "Quỹ đất 412 ha, đã giao 308 ha; chưa giao 104 ha, trong đó chưa giải phóng mặt bằng 96 ha.",
    ]);
}

/// Correct: rates, averages, what each has.
#[test]
fn right_rates_are_left_alone() {
    right(&[
        "Nhà máy có công suất 4.000 m³/ngày đêm. Lưu lượng bình quân là 3.840 m³/ngày đêm, bằng 96% công suất thiết kế.",
        "Tập huấn cho 96 cán bộ thư viện; đạt tỷ lệ 96% so với kế hoạch (100 người).",
        "Thu nhập đạt 31 triệu đồng, gấp 1,15 lần năm 2022 (27 triệu đồng).",
        "Tỷ lệ hộ nghèo giảm từ 28,3% xuống 23,9%, giảm 4,4 điểm phần trăm.",
        "Đầu tư 03 kho với tổng sức chứa 240 tấn, mỗi kho 80 tấn.",
        "Xã nhận 05 tấn gạo, cấp cho 500 nhân khẩu, mỗi khẩu 10 kg.",
        "Hỗ trợ 20 hộ với 1 tỷ đồng, mỗi hộ 50 triệu đồng.",
        "Thu gom 14 tấn rác thải, bình quân 3,5 tấn/ngày.",
        "Tổ chức 12 lớp cho 480 người, mỗi lớp 40 người.",
        "Tổ chức 12 lớp cho 480 người, mỗi lớp từ 30 đến 50 người.",
        "Cấp 500 kg giống cho 50 hộ, mỗi hộ 10 kg giống và 50 kg phân bón.",
        "Trao 20 suất quà, mỗi suất trị giá 500.000 đồng, tổng 10 triệu đồng.",
        "Đất 400 ha, đã cho thuê 126 ha; tỷ lệ lấp đầy đạt trên 30%.",
        "Đất 400 ha, đã cho thuê 320 ha; tỷ lệ lấp đầy đạt trên 75%.",
        "Có 15 cụm, đã lấp đầy 06 cụm; tỷ lệ hộ dùng nước sạch đạt trên 95%.",
        "Kế hoạch 250 ha, thực hiện 240 ha, đạt 96% kế hoạch.",
        "Thu hồi 116/400 ha (29%).",
        "Được giao 120 tỷ đồng, giải ngân 90 tỷ đồng, đạt 75%.",
        "Giá trúng thầu 6.900 đồng/đôi, giá tham chiếu 6.000 đồng/đôi, cao hơn 15%.",
        "Có 320 hộ, trong đó 240 hộ có nước sạch (75%), 160 hộ có nhà tiêu hợp vệ sinh (50%).",
        "Diện tích gieo trồng 1.250 ha, năng suất bình quân 6,2 tấn/ha, sản lượng 7.750 tấn.",
        "Đạt 102,5% kế hoạch năm (1.200 tấn), sản lượng 1.230 tấn.",
        "Có 46 trường, 40 trường đạt chuẩn quốc gia, chiếm gần 87%.",
        "Độ che phủ rừng 52,4%, cao hơn bình quân chung của tỉnh 3,1 điểm phần trăm.",
        "Tỷ lệ hộ nghèo giảm từ 6,3% xuống 5,2%, giảm 1,1 điểm phần trăm.",
        "Thu 62.400 triệu đồng, bằng 63,7% dự toán tỉnh giao (98.000 triệu đồng) và 60% dự toán xã giao.",
        "Bình quân 76,9 triệu đồng/doanh nghiệp, với 2.845 triệu đồng của 37 doanh nghiệp.",
        "Năng suất 6,2 tấn/ha, cao hơn 3,3% so với vụ trước (6,0 tấn/ha).",
    ]);
}

/// Correct: one amount in two places, in words, in broken groups.
#[test]
fn right_amounts_are_left_alone() {
    right(&[
        "Trích 2% tổng kinh phí. Với 58,3 tỷ đồng đã duyệt, số được trích là 1.166 triệu đồng.",
        "Khoán 6.512 ha, đơn giá 500.000 đồng/ha/năm, tổng kinh phí 3.256 triệu đồng.",
        "Thu 1.000 tỷ đồng; chi 800 tỷ đồng; vay 200 tỷ đồng.",
        "Chi 412.350 triệu đồng, đạt 49,2% dự toán (838.000 triệu đồng).",
        "Trả trong 05 (năm) ngày làm việc.",
        "Thời hạn 15 (mười lăm) ngày, gia hạn 21 (hai mươi mốt) ngày.",
        "Số tiền 1.250.000 đồng (Một triệu hai trăm năm mươi nghìn đồng chẵn).",
        "Lập 03 (ba) bản; 105 (một trăm linh năm) hồ sơ; 24 (hai mươi tư) người.",
        "Có 12 xã (tăng thêm).",
        "Có 12 hộ (ba hộ nghèo).",
        "Mức phạt 10.000.000 đồng (mười triệu đồng).",
        "Cấp 2.500.000.000 đồng (hai tỷ năm trăm triệu đồng).",
        "Đã chi 2.415.600.000 đồng; ngày 15.6.2023; mục 2.1.3; phiên bản 10.12.1.",
        "Mã số 01.234.5678 của tài khoản; thửa số 1.234.56.",
        "Dự toán 1.358,5 triệu đồng từ ngân sách tỉnh. Quyết toán 1.385,5 triệu đồng năm trước.",
        "Thu thuế 12.345 triệu đồng; thu phí 12.354 triệu đồng.",
        "Dự toán 1.358,5 triệu đồng từ ngân sách tỉnh.\n\nQuyết toán năm trước 1.385,5 triệu đồng từ ngân sách tỉnh.",
        "Ngân sách hỗ trợ 1.358,5 triệu đồng.\n\nĐề nghị hỗ trợ 1.358,5 triệu đồng.",
        "Xã Đông có 12.345 người.\n\nXã Đoài có 12.435 người.",
        "Chi 4.520 triệu đồng cho giao thông.\n\nChi 4.250 triệu đồng cho giáo dục.",
        "Tổng mức đầu tư 12,5 tỷ đồng (12.500 triệu đồng).",
        "Vốn 12,5 tỷ đồng.\n\nHỗ trợ mỗi hộ 12,5 triệu đồng.",
        "Dự toán 2.150 triệu đồng, quý I chi 1.250 triệu đồng.",
        "Trả trong 05 (năm) ngày làm việc kể từ ngày nhận đủ hồ sơ.",
        "Có 12 hộ (ba hộ nghèo) và 10 xã (một phần).",
    ]);
}

/// Correct: running text and columns against small tables.
#[test]
fn right_tables_are_left_alone() {
    right(&[
        "| Lĩnh vực | Năm 2022 | Năm 2023 | Tăng, giảm |\n|---|---|---|---|\n| Lý lịch tư pháp | 18.452 | 24.310 | +5.858 |\n| Công chứng, luật sư | 214 | 197 | -17 |\n| Tổng | 18.666 | 24.507 | +5.841 |\n\nTổng số hồ sơ tăng 5.841 hồ sơ, tương đương tăng 31,3%. Công chứng, luật sư giảm so với năm 2022; lý lịch tư pháp tăng mạnh.",
        "| Lĩnh vực | Năm 2022 | Năm 2023 | Tăng, giảm |\n|---|---|---|---|\n| Lý lịch tư pháp | 18.452 | 24.310 | +5.858 |\n| Công chứng, luật sư | 214 | 197 | -17 |\n| Tổng | 18.666 | 24.507 | +5.841 |\n\nHồ sơ lý lịch tư pháp giảm thủ tục. Hồ sơ lý lịch tư pháp giảm so với quý trước.",
        "| Nguồn vốn | Kế hoạch (triệu đồng) | Giải ngân (triệu đồng) | Tỷ lệ (%) |\n|---|---|---|---|\n| Vốn đầu tư | 431.700 | 289.239 | 67,0 |\n| Vốn sự nghiệp | 252.500 | 100.755 | 39,9 |\n| Cộng | 684.200 | 389.994 | 57,0 |\n\nSo với cùng kỳ năm 2022 (đạt 48,5%), tỷ lệ giải ngân tăng 8,5 điểm phần trăm. Vốn sự nghiệp có tỷ lệ giải ngân thấp hơn vốn đầu tư.",
        "| Ngày | Lũy kế (khách hàng) | Tỷ lệ lũy kế (%) |\n|---|---|---|\n| 16/8/2023 | 85.800 | 40,0 |\n| 17/8/2023 | 150.150 | 70,0 |\n| 18/8/2023 | 193.050 | 90,0 |\n| 19/8/2023 | 212.355 | 99,0 |",
        "| Khoản thu | Số thu (triệu đồng) |\n|---|---|\n| Tiền sử dụng đất | 66.300 |\n| Lệ phí trước bạ | 63.600 |\n| Tổng số | 129.900 |\n\nTiền sử dụng đất thu 66.300 triệu đồng, lệ phí trước bạ đạt 63,6 tỷ đồng.",
        "| Khoản thu | Số thu (triệu đồng) |\n|---|---|\n| Tiền sử dụng đất | 66.300 |\n| Lệ phí trước bạ | 63.600 |\n\nTiền sử dụng đất cùng kỳ năm trước thu 63.300 triệu đồng.",
        "| Khoản thu | Số thu (triệu đồng) |\n|---|---|\n| Tiền sử dụng đất | 66.300 |\n| Lệ phí trước bạ | 63.600 |\n\nTiền sử dụng đất thu 12.500 triệu đồng trong quý I.",
        "| Lĩnh vực | Số vụ |\n|---|---|\n| Cơ khí, chế tạo | 16 |\n| Dệt may, da giày | 22 |\n\nĐứng đầu là dệt may, da giày với 22 vụ; cơ khí, chế tạo 16 vụ làm 22 người bị thương.",
        "| Hạng mục | Kế hoạch (ha) | Thực hiện (ha) | Tỷ lệ (%) |\n|---|---|---|---|\n| Trồng mới rừng | 120,0 | 124,6 | 103,8 |\n| Chăm sóc rừng | 85,0 | 88,4 | 104,0 |\n\nTất cả các hạng mục đều đạt và vượt kế hoạch. Tổng diện tích (trồng mới và chăm sóc) đạt 213,0 ha.",
        "| Khoản thu | Dự toán (triệu đồng) | Thực hiện (triệu đồng) | Tỷ lệ (%) |\n|---|---|---|---|\n| Thuế | 100 | 54 | 54,0 |\n| Phí | 50 | 26 | 52,0 |\n\nCả 02 khoản thu đều đạt trên 50% dự toán.",
        "| Khoản thu | Dự toán (triệu đồng) | Thực hiện (triệu đồng) | Tỷ lệ (%) |\n|---|---|---|---|\n| Thuế | 100 | 94 | 94,0 |\n| Phí | 50 | 56 | 112,0 |\n\nTrừ thuế, các khoản thu đều vượt dự toán.",
        "| Thiết bị | Số lượng | Đơn giá (triệu đồng) | Thành tiền (triệu đồng) |\n|---|---|---|---|\n| Ti vi | 27 | 18,5 | 499,5 |\n| Máy tính | 80 | 13,0 | 1.040,0 |\n| Loa | 12 | 35,0 | 420,0 |\n| Tổng cộng | | | 1.959,5 |",
        "| Thiết bị | Số lượng | Đơn giá (triệu đồng) | Thành tiền (triệu đồng) |\n|---|---|---|---|\n| Ti vi | 27 | 18,5 | 500 |\n| Máy tính | 80 | 13,0 | 1.040 |\n| Loa | 12 | 35,0 | 420 |\n| Tổng cộng | | | 1.960 |",
        "| Thôn | Tổng số | Nam | Nữ |\n|---|---|---|---|\n| Đông | 40 | 18 | 22 |\n| Đoài | 52 | 30 | 22 |\n| Nam | 64 | 31 | 33 |",
        "| Thôn | Tổng số | Hộ nghèo | Đảng viên |\n|---|---|---|---|\n| Đông | 40 | 18 | 5 |\n| Đoài | 52 | 30 | 9 |\n| Nam | 64 | 31 | 7 |",
        "| Lĩnh vực | Năm 2024 | Năm 2025 | So sánh |\n|---|---|---|---|\n| Nhà ở | 215 | 348 | +133 |\n| Trồng trọt | 1.120 | 1.465 | +345 |\n| Chăn nuôi | 96 | 174 | +78 |\n| Giao thông | 830 | 615 | -215 |",
        "| Cấp | Tổng số | Đúng hạn | Quá hạn |\n|---|---|---|---|\n| Huyện | 3.986 | 3.951 | 35 |\n| Xã | 9.702 | 9.688 | 14 |\n| Cộng | 13.688 | 13.639 | 49 |\n\nSố hồ sơ quá hạn là 49 hồ sơ; xã quá hạn 14 hồ sơ.",
        "| Cấp | Tổng số | Đúng hạn | Quá hạn |\n|---|---|---|---|\n| Huyện | 3.986 | 3.951 | 35 |\n| Xã | 9.702 | 9.688 | 14 |\n| Cộng | 13.688 | 13.639 | 49 |\n\nSo với năm trước, số hồ sơ quá hạn là 59 hồ sơ, giảm 10 hồ sơ.",
        "| Xí nghiệp | Nghiệm thu (ha) |\n|---|---|\n| Đậu Giang | 4.835,4 |\n| Thanh Xá | 5.204,6 |\n| Cộng | 10.040,0 |\n\nTrong đó lúa 9.000,0 ha, rau màu 1.040,0 ha.",
        "Gồm 02 nhóm hàng:\n\n| Nhóm hàng | Giá trị (tỷ đồng) |\n|---|---|\n| Gạo | 43,2 |\n| Thịt | 61,6 |\n| Cộng | 104,8 |",
    ]);
}

/// Wrong ones of all these kinds, each with the rules that tell of it.
#[test]
fn wrong_ones_of_all_kinds_are_told() {
    let texts: [(&str, &[&str]); 74] = [
        ("Xã chịu ảnh hưởng của 03 cơn bão (số 3, số 5, số 9 và số 10), 06 đợt mưa lớn.", &["loi-van/so-muc-sai"]),
        (
            "Gồm 05 thôn: Tân An, Tân Bình, Mỹ Lộc, Hà Thượng, Hà Trung, Hà Đông; gửi các thôn trước ngày 06/3/2026.",
            &["loi-van/so-muc-sai"],
        ),
        ("Hỗ trợ 04 xã (Tân An, Mỹ Lộc và Hà Trung).", &["loi-van/so-muc-sai"]),
        ("Có 05 bến hoạt động, gồm:\n\n- Bến Đông;\n- Bến Đoài;\n- Bến Nam.", &["loi-van/so-muc-sai"]),
        (
            "Thực hiện 04 nhóm giải pháp: rà soát quy hoạch; huy động vốn; giám sát cộng đồng.",
            &["loi-van/so-muc-nghi-van"],
        ),
        (
            "Tập trung 05 nhiệm vụ trọng tâm sau:\n\n1. Thu ngân sách.\n2. Chi ngân sách.\n3. Quyết toán.",
            &["loi-van/so-muc-sai"],
        ),
        ("Có 21 bến, chia thành 02 nhóm: 13 bến khách; 09 bến hàng.", &["loi-van/tong-sai"]),
        (
            "Dự trữ gồm 07 nhóm hàng:\n\n| Nhóm hàng | Giá trị (tỷ đồng) |\n|---|---|\n| Gạo | 43,2 |\n| Thịt | 61,6 |\n| **Cộng** | 104,8 |\n",
            &["loi-van/so-muc-sai"],
        ),
        ("Đầu tư 03 công trình, gồm: đường thôn Đông; kênh thôn Đoài; trạm bơm; nhà văn hóa.", &["loi-van/so-muc-sai"]),
        ("Cao nhất là thôn Đông (231 hộ), tiếp đến là thôn Đoài (149 hộ), thôn Nam (188 hộ).", &["loi-van/thu-tu-sai"]),
        ("Thấp nhất là thôn Nam (12,5%), tiếp đến là thôn Đoài (31,2%), thôn Đông (18,0%).", &["loi-van/thu-tu-sai"]),
        ("Phát sinh tăng 19 hộ, gồm 07 hộ tái nghèo và 13 hộ nghèo mới.", &["loi-van/tong-sai"]),
        (
            "Tổng số thu 300 triệu đồng. Trong đó: tiền bến 170, tiền nước 90; tiền chậm nộp 45.",
            &["loi-van/tong-nghi-van"],
        ),
        ("Tổng thu 12,5 tỷ đồng, gồm: thuế 8.500 triệu đồng, phí 4.100 triệu đồng.", &["loi-van/tong-sai"]),
        ("Tiếp nhận 698 đơn, trong đó trực tuyến 698, trực tiếp 41.", &["loi-van/tong-sai"]),
        ("Trạm có 19 viên chức, gồm: 03 bác sĩ, 02 y sĩ, 12 điều dưỡng.", &["loi-van/tong-nghi-van"]),
        (
            "Chi 289.750 triệu đồng, đạt 51,6% dự toán (562.000 triệu đồng), giảm 6,8% so với cùng kỳ năm 2023 (271.300 triệu đồng).",
            &["loi-van/tang-giam-sai"],
        ),
        ("Tỷ lệ đạt 90,7%, thấp hơn 2,8% so với chỉ tiêu 93,5%.", &["loi-van/tang-giam-nghi-van"]),
        ("Thời hạn rút từ 07 xuống 05 ngày, giảm 38,6%.", &["loi-van/tang-giam-sai"]),
        ("Thời hạn tăng từ 120 lên 98 ngày.", &["loi-van/tang-giam-sai"]),
        (
            "Tổng nguồn 14.620 triệu đồng. Đã chi 13.904 triệu đồng, đạt 95,1%; chuyển nguồn sang năm sau 761 triệu đồng.",
            &["loi-van/tong-nghi-van"],
        ),
        (
            "Toàn xã có 18.236 người tham gia trên tổng số 20.115 người; số người chưa tham gia là 1.897 người.",
            &["loi-van/tong-nghi-van"],
        ),
        ("Đầu tư 03 kho với tổng sức chứa 250 tấn, mỗi kho 80 tấn.", &["loi-van/binh-quan-nghi-van"]),
        ("Xã nhận 05 tấn gạo, cấp cho 500 nhân khẩu, mỗi khẩu 15 kg.", &["loi-van/binh-quan-nghi-van"]),
        ("Hỗ trợ 20 hộ với 1 tỷ đồng, mỗi hộ 40 triệu đồng.", &["loi-van/binh-quan-nghi-van"]),
        (
            "Phát hiện 09 vụ vi phạm; xử phạt 07 vụ với số tiền 385 triệu đồng, bình quân 50 triệu đồng/vụ; chuyển cơ quan điều tra 02 vụ.",
            &["loi-van/binh-quan-nghi-van"],
        ),
        (
            "Có thêm 04 sản phẩm đạt OCOP 3 sao: trà xanh, mật ong, miến dong, tương bần, trứng gà.",
            &["loi-van/so-muc-sai"],
        ),
        (
            "Mời khoảng 350 đại biểu, gồm: cấp tỉnh 60 đại biểu; cấp xã 180 đại biểu; khách mời 120 đại biểu.",
            &["loi-van/tong-nghi-van"],
        ),
        (
            "Kết quả cấp điện trở lại:\n\n| Ngày | Lũy kế (khách hàng) | Tỷ lệ lũy kế (%) |\n|---|---|---|\n| 16/8/2025 | 85.800 | 40,0 |\n| 17/8/2025 | 150.150 | 70,0 |\n| 18/8/2025 | 193.050 | 90,0 |\n| 19/8/2025 | 212.355 | 98,0 |",
            &["loi-van/cot-ti-le-sai"],
        ),
        (
            "| Lĩnh vực | Năm 2023 | Năm 2024 | Tăng, giảm |\n|---|---|---|---|\n| Lý lịch tư pháp | 18.452 | 24.310 | +5.858 |\n| Công chứng, luật sư | 214 | 197 | -17 |\n| Tổng | 18.666 | 24.507 | +5.841 |\n\nTổng số hồ sơ tăng 5.841 hồ sơ, tương đương tăng 3,13%.",
            &["loi-van/tang-giam-nghi-van"],
        ),
        (
            "| Lĩnh vực | Năm 2023 | Năm 2024 | Tăng, giảm |\n|---|---|---|---|\n| Lý lịch tư pháp | 18.452 | 24.310 | +5.858 |\n| Công chứng, luật sư | 214 | 197 | -17 |\n| Tổng | 18.666 | 24.507 | +5.841 |\n\nHồ sơ lý lịch tư pháp giảm mạnh.",
            &["loi-van/khac-bang"],
        ),
        (
            "| Nguồn vốn | Kế hoạch (triệu đồng) | Giải ngân (triệu đồng) | Tỷ lệ (%) |\n|---|---|---|---|\n| Vốn đầu tư | 431.700 | 289.239 | 67,0 |\n| Vốn sự nghiệp | 252.500 | 100.755 | 39,9 |\n| Cộng | 684.200 | 389.994 | 57,0 |\n\nSo với cùng kỳ năm 2022 (đạt 48,5%), tỷ lệ giải ngân tăng 10,5 điểm phần trăm.\n\nVốn sự nghiệp có tỷ lệ giải ngân cao hơn vốn đầu tư.",
            &["loi-van/khac-bang", "loi-van/tang-giam-nghi-van"],
        ),
        (
            "Kết quả: khiển trách 03 người, phê bình 05 người. Các ông bà bị khiển trách gồm Lê Văn Tề, Trần Thị Hợi, Phạm Văn Sơn và Lê Đình Phúc.",
            &["loi-van/so-muc-sai"],
        ),
        (
            "Có 09/11 cụm đã có hệ thống xử lý nước thải; các cụm còn lại gồm Nà Sảo, Khuổi Lân và Bản Chiềng chưa có.",
            &["loi-van/so-muc-sai"],
        ),
        (
            "Nhà máy có công suất 4.000 m³/ngày đêm. Lưu lượng bình quân là 3.840 m³/ngày đêm, bằng 86% công suất thiết kế.",
            &["loi-van/ti-le-nghi-van"],
        ),
        ("Tập huấn cho 96 cán bộ thư viện; đạt tỷ lệ 104% so với kế hoạch (100 người).", &["loi-van/ti-le-sai"]),
        ("Thu nhập đạt 31 triệu đồng, tăng 1,15 lần so với năm 2022 (27 triệu đồng).", &["loi-van/gap-lan-nghi-van"]),
        ("Tỷ lệ hộ nghèo giảm từ 28,3% xuống 23,9%, giảm 4,4%.", &["loi-van/tang-giam-nghi-van"]),
        (
            "Kiểm tra 07/07 hồ, trong đó 02 hồ có hư hỏng (hồ Đá Bạc, hồ Cây Sấu và hồ Ngòi Lão).",
            &["loi-van/so-muc-sai"],
        ),
        ("Có 214 hộ dân ở 03 bản Nà Lốc, Phiêng Cằm, Huổi Sảy, Tà Pung đi lại khó khăn.", &["loi-van/so-muc-sai"]),
        (
            "Có 04 khó khăn chính:\n\n1. Kế toán kiêm nhiệm;\n2. Dự toán chưa sát;\n3. Tỷ lệ chưa rõ.",
            &["loi-van/so-muc-sai"],
        ),
        (
            "Kế hoạch có 41 nhiệm vụ. Đến nay hoàn thành 22 nhiệm vụ, đang thực hiện 17 nhiệm vụ, chưa thực hiện 03 nhiệm vụ.",
            &["loi-van/tong-nghi-van"],
        ),
        (
            "Đã hỗ trợ mai táng 21 trường hợp, mỗi trường hợp 10.000.000 đồng, tổng số 201.000.000 đồng.",
            &["loi-van/tich-nghi-van"],
        ),
        ("Tỷ lệ gói thầu qua mạng tăng từ 64% lên 91% (tăng 27%).", &["loi-van/tang-giam-nghi-van"]),
        ("Tổng dự toán 2.800 triệu đồng (Bằng chữ: Hai tỷ tám mươi triệu đồng).", &["loi-van/so-viet-chu"]),
        ("Gieo trồng 540 ha, tăng 54 ha (tương ứng 10%) so với vụ trước.", &["loi-van/tang-giam-sai"]),
        (
            "| Khoản thu | Số thu (triệu đồng) |\n|---|---|\n| Tiền sử dụng đất | 66.300 |\n| Lệ phí trước bạ | 21.150 |\n\nTiền sử dụng đất cao nhất, với 63.600 triệu đồng.",
            &["loi-van/khac-bang"],
        ),
        ("Thu gom 14 kg rác thải, bình quân 3,5 tấn/ngày.", &["loi-van/binh-quan-nghi-van"]),
        (
            "Trích 2% tổng kinh phí. Với 58,3 tỷ đồng đã duyệt, số được trích là 116,6 triệu đồng.",
            &["loi-van/hang-so-nghi-van"],
        ),
        ("Khoán 6.512 ha, đơn giá 500.000 đồng/ha/năm, tổng kinh phí 3.256 tỷ đồng.", &["loi-van/hang-so-nghi-van"]),
        ("Trả trong 05 (bốn) ngày làm việc.", &["loi-van/so-viet-chu"]),
        ("Số tiền 1.250.000 đồng (Một triệu hai trăm mười lăm nghìn đồng).", &["loi-van/so-viet-chu"]),
        ("Đã chi 2.415.6000.000 đồng cho công trình.", &["loi-van/nhom-chu-so"]),
        (
            "Nguồn vốn gồm ngân sách tỉnh hỗ trợ 1.358,5 triệu đồng.\n\nĐề nghị tỉnh hỗ trợ 1.385,5 triệu đồng.",
            &["loi-van/nhac-lai-khac"],
        ),
        (
            "Số phải thu 500 triệu đồng, trong đó nợ năm trước chuyển sang 120 triệu đồng, phát sinh trong kỳ 350 triệu đồng.",
            &["loi-van/dau-cuoi-nghi-van"],
        ),
        (
            "Kiến nghị thu hồi 300 triệu đồng, đã thu hồi 180 triệu đồng, chưa thu 130 triệu đồng.",
            &["loi-van/tong-nghi-van"],
        ),
        ("Tồn đầu kỳ 120 tấn, nhập 300 tấn, xuất 250 tấn, tồn cuối kỳ 190 tấn.", &["loi-van/dau-cuoi-nghi-van"]),
        (
            "Số hộ nghèo đầu năm 426 hộ, giảm trong năm 103 hộ, tăng trong năm 19 hộ, cuối năm còn 352 hộ.",
            &["loi-van/dau-cuoi-nghi-van"],
        ),
        ("Đất 400 ha, đã cho thuê 116 ha; tỷ lệ lấp đầy đạt trên 30%.", &["loi-van/ti-le-nghi-van"]),
        (
            "Số phải thu 500 triệu đồng gồm nợ chuyển sang 120 triệu đồng và phát sinh 370 triệu đồng.",
            &["loi-van/tong-sai"],
        ),
        (
            "Tiếp nhận 87 vụ, hòa giải thành 74 vụ, không thành 10 vụ, chưa giải quyết 04 vụ.",
            &["loi-van/dau-cuoi-nghi-van"],
        ),
        (
            "Được giao 612,5 triệu đồng, đã nộp 483,9 triệu đồng; còn 138,6 triệu đồng của 11 hộ chưa nộp.",
            &["loi-van/tong-nghi-van"],
        ),
        ("Có 28 nhiệm vụ; đã hoàn thành 15 nhiệm vụ, đang thực hiện 12 nhiệm vụ.", &["loi-van/tong-nghi-van"]),
        (
            "Bệnh viện có 38 khoa, phòng (24 khoa lâm sàng, 08 khoa cận lâm sàng, 07 phòng chức năng).",
            &["loi-van/tong-nghi-van"],
        ),
        (
            "So với 6 tháng đầu năm 2025, số hồ sơ tiếp nhận tăng 420 hồ sơ (3.060 hồ sơ), tương ứng tăng 12,07%.",
            &["loi-van/tang-giam-sai"],
        ),
        (
            "| Khoản thu | Số thu (triệu đồng) |\n|---|---|\n| Tiền sử dụng đất | 66.300 |\n| Lệ phí trước bạ | 21.150 |\n\nTiền sử dụng đất thu 63.600 triệu đồng.",
            &["loi-van/khac-bang"],
        ),
        (
            "| Lĩnh vực | Số vụ |\n|---|---|\n| Cơ khí, chế tạo | 16 |\n| Dệt may, da giày | 22 |\n\nTiếp theo là cơ khí, chế tạo với 22 vụ.",
            &["loi-van/khac-bang"],
        ),
        (
            "| Hạng mục | Kế hoạch (ha) | Thực hiện (ha) | Tỷ lệ (%) |\n|---|---|---|---|\n| Trồng mới rừng | 120,0 | 114,6 | 95,5 |\n| Chăm sóc rừng | 85,0 | 88,4 | 104,0 |\n\nTất cả các hạng mục đều đạt và vượt kế hoạch.",
            &["loi-van/khac-bang"],
        ),
        (
            "| Hạng mục | Thực hiện (ha) |\n|---|---|\n| Trồng mới rừng | 114,6 |\n| Trồng lại rừng | 88,4 |\n\nTổng diện tích (trồng mới và trồng lại) đạt 213,0 ha.",
            &["loi-van/khac-bang"],
        ),
        (
            "| Thiết bị | Số lượng | Đơn giá (triệu đồng) | Thành tiền (triệu đồng) |\n|---|---|---|---|\n| Ti vi | 27 | 18,5 | 499,5 |\n| Máy tính | 80 | 13,0 | 1.140,0 |\n| Loa | 12 | 35,0 | 420,0 |\n| Tổng cộng | | | 1.959,5 |",
            &["loi-van/cot-ti-le-sai"],
        ),
        (
            "| Thôn | Tổng số | Nam | Nữ |\n|---|---|---|---|\n| Đông | 40 | 18 | 22 |\n| Đoài | 52 | 30 | 22 |\n| Nam | 65 | 31 | 33 |",
            &["loi-van/tong-cot-sai"],
        ),
        (
            "| Lĩnh vực | Năm 2024 | Năm 2025 | So sánh |\n|---|---|---|---|\n| Nhà ở | 215 | 348 | +133 |\n| Trồng trọt | 1.120 | 1.465 | +345 |\n| Chăn nuôi | 96 | 174 | +78 |\n| Giao thông | 830 | 615 | +215 |",
            &["loi-van/cot-ti-le-sai"],
        ),
        (
            "| Cấp | Tổng số | Đúng hạn | Quá hạn |\n|---|---|---|---|\n| Huyện | 3.986 | 3.951 | 35 |\n| Xã | 9.702 | 9.688 | 14 |\n| Cộng | 13.688 | 13.639 | 49 |\n\nSố hồ sơ quá hạn là 59 hồ sơ.",
            &["loi-van/khac-bang-nghi-van"],
        ),
        (
            "| Xí nghiệp | Nghiệm thu (ha) |\n|---|---|\n| Đậu Giang | 4.835,4 |\n| Thanh Xá | 5.204,6 |\n| Cộng | 10.040,0 |\n\nTrong đó lúa 9.100,0 ha, rau màu 1.040,0 ha.",
            &["loi-van/khac-bang-nghi-van"],
        ),
    ];
    let sorted = |text: &str| {
        let mut told = told(text);
        told.sort_unstable();
        told
    };
    each(texts.iter().map(|(text, ids)| (*text, ids.to_vec())), sorted);
}
