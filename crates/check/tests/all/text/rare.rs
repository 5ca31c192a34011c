//! Rare syllables, sentences that break off, organs, issuers, other places: what is told, and what is left alone.

use serde_json::json;

use crate::sample::{findings, patched};

const RULES: [&str; 7] = [
    "van-ban/tu-hay-sai",
    "van-ban/am-tiet-sai",
    "van-ban/cau-bo-do",
    "viet-hoa/ten-so-nganh",
    "viet-hoa/giua-cau",
    "vien-dan/co-quan-trai-ky-hieu",
    "the-thuc/dia-phuong-con-sot",
];

/// What these rules say of a section of a commune's report of 2026.
fn told(text: &str) -> Vec<(&'static str, String)> {
    let organ = json!({
        "organ_name": "ỦY BAN NHÂN DÂN\nXÃ BÌNH AN",
        "short_name": "UBND xã Bình An",
        "parent_name": null,
    });
    let document = json!({ "organ": organ, "promulgation": { "place": "Bình An" }, "to": ["UBND tỉnh Hà Trung"] });
    let report = patched("cchc/xa-2025", json!({ "document": document, "sections": { "kien-nghi": text } }));
    let told = findings(&report).into_iter().filter(|finding| RULES.contains(&finding.id.as_str()));
    told.map(|finding| (finding.id.as_str(), finding.found.unwrap_or_default())).collect()
}

#[test]
fn what_is_wrong_is_told() {
    let wrong = [
        // Bound syllables outside of their words.
        ("Việc quản lý còn chưa chặc chẽ.", "van-ban/tu-hay-sai", "chặc chẽ"),
        ("Thực hiện giãng dạy theo lịch.", "van-ban/tu-hay-sai", "giãng dạy"),
        // Syllables that papers do not have, or have inside other words alone.
        ("Kịp thời ngăn chặng hành vi vi phạm.", "van-ban/tu-hay-sai", "ngăn chặng"),
        ("Thực hiện điều dộng 12 công chức.", "van-ban/tu-hay-sai", "điều dộng"),
        ("Không chăn thả gia xúc trong rừng.", "van-ban/tu-hay-sai", "gia xúc"),
        // Confused consonants.
        ("Xã còn lúng túng khi sử dụng phần mền thẩm định.", "van-ban/tu-hay-sai", "phần mền"),
        ("Nêu gương trong phong trào sản suất vụ đông.", "van-ban/tu-hay-sai", "sản suất"),
        ("Tổ chức hội truởng theo lịch.", "van-ban/am-tiet-sai", "truởng"),
        ("Nếp sống tư tuỡng ổn định.", "van-ban/am-tiet-sai", "tuỡng"),
        // Sentences that break off, numbers left out.
        ("Máy bơm chạy liên tục trong. Nước đã rút.", "van-ban/cau-bo-do", "tục trong."),
        ("Thực hiện chỉ đạo của. Xã đã họp.", "van-ban/cau-bo-do", "đạo của."),
        ("Các đơn vị gồm trạm y tế và.\n\nXã đã họp.", "van-ban/cau-bo-do", "tế và."),
        ("Diện tích gieo cấy là  ha.", "van-ban/cau-bo-do", "là  ha"),
        ("Khó khăn thì phản ánh về xã (qua văn phòng) để. Xã đã họp.", "van-ban/cau-bo-do", "phòng) để."),
        ("Bổ sung kinh phí cho 07 trường hợp theo. Xã đã họp.", "van-ban/cau-bo-do", "hợp theo."),
        ("Công chức kiêm nhiệm, chưa được tập huấn, mặt khác. Xã đã họp.", "van-ban/cau-bo-do", "mặt khác."),
        ("Xã đã họp. Do đó.", "van-ban/cau-bo-do", "Do đó."),
        ("Tỷ lệ hồ sơ đúng hạn đạt %.", "van-ban/cau-bo-do", "đạt %"),
        // Organs.
        ("Đề nghị sở Nông nghiệp và Môi trường hướng dẫn.", "viet-hoa/ten-so-nganh", "sở Nông nghiệp và Môi trường"),
        ("Đề nghị Sở Tài Chính bố trí vốn.", "viet-hoa/ten-so-nganh", "Sở Tài Chính"),
        ("Đề nghị Sở tài chính bố trí vốn.", "viet-hoa/ten-so-nganh", "Sở tài chính"),
        ("Theo kết luận của Bộ chính trị.", "viet-hoa/ten-so-nganh", "Bộ chính trị"),
        ("Hồ sơ đạt 41,6%; Nhiều hộ nộp muộn.", "viet-hoa/giua-cau", "Nhiều"),
        // Who issued it.
        (
            "Căn cứ Nghị định số 45/2020/NĐ-CP ngày 08/4/2020 của Thủ tướng Chính phủ về thủ tục, xã đã rà soát.",
            "vien-dan/co-quan-trai-ky-hieu",
            "Nghị định số 45/2020/NĐ-CP ngày 08/4/2020 của Thủ tướng Chính phủ",
        ),
        (
            "Theo Quyết định số 06/QĐ-TTg ngày 06/01/2022 của Chính phủ, xã đã triển khai.",
            "vien-dan/co-quan-trai-ky-hieu",
            "Quyết định số 06/QĐ-TTg ngày 06/01/2022 của Chính phủ",
        ),
        (
            "Theo Thông tư số 01/2024/TT-BTC ngày 05/01/2024 của Bộ Nội vụ, xã đã rà soát.",
            "vien-dan/co-quan-trai-ky-hieu",
            "Thông tư số 01/2024/TT-BTC ngày 05/01/2024 của Bộ Nội vụ",
        ),
        (
            "Ghi theo mẫu ban hành kèm theo Thông tư số 04/2021/TT-TTCP ngày 01/10/2021 của UBND tỉnh.",
            "vien-dan/co-quan-trai-ky-hieu",
            "Thông tư số 04/2021/TT-TTCP ngày 01/10/2021 của UBND tỉnh",
        ),
        // Other places.
        ("Đề nghị Sở Tư pháp tỉnh Bắc Lĩnh hướng dẫn.", "the-thuc/dia-phuong-con-sot", "tỉnh Bắc Lĩnh"),
        ("Giao công chức UBND xã Phú Lộc theo dõi.", "the-thuc/dia-phuong-con-sot", "UBND xã Phú Lộc"),
        ("Đề nghị UBND tỉnh Bắc Lĩnh bố trí vốn.", "the-thuc/dia-phuong-con-sot", "UBND tỉnh Bắc Lĩnh"),
        ("Vướng mắc phản ánh về UBND phường để chỉ đạo.", "the-thuc/dia-phuong-con-sot", "UBND phường"),
    ];
    for (text, rule, found) in wrong {
        assert_eq!(told(text), [(rule, found.to_owned())], "{text}");
    }
}

#[test]
fn what_is_right_is_left_alone() {
    let right = [
        "Kho lưu trữ bảo quản 68 phông lưu trữ; hội thi bơi chải, bắn nỏ, đẩy gậy; tịch thu 540 bàn dập; trồng riềng, gừng, nghệ.",
        "Máy bơm dã chiến, hoạt động dã ngoại, đời sống dân dã; suất ăn, hiệu suất, lãi suất, tần suất; sự số hóa hồ sơ.",
        "Trừ lương và các khoản có tính chất lương; khoản có tính chất phụ cấp; cán bộ có tinh thần trách nhiệm.",
        "Lợp lại mái, nền lún nứt, vươn lên thoát nghèo, dịp cuối năm, phía bên trái, kiêm nhiệm, khớp đúng số liệu.",
        "Đồng bào hát then, múa xòe, lễ cấp sắc, đan gùi, dệt thổ cẩm, nấu rượu cần, làm nhà gươl, khèn, cồng chiêng.",
        "Bảo tàng giữ sọ, răng hóa thạch; bác sĩ kê cao thuỷ tinh thể, viêm khuỷu tay, ngoằn ngoèo, khúc khuỷu, khuya khoắt.",
        "Chế biến thủy sản suất lớn; mở đường liên thôn, kênh liên xã. Danh sách kèm theo. Số tiền này vẫn còn. Hồ sơ được lưu để.",
        "Quét vôi bên trong. Sửa phía trong. Khắc phục tồn tại. Tình hình hiện tại. Tiết kiệm sức của. Góp nhiều của.",
        "Đơn vị tính là triệu đồng. Số liệu trong bảng tính là ha. Tỷ lệ đạt 95%, diện tích là 12 ha, khoảng 3 tấn.",
        "Các sở Tài chính, Nội vụ đã góp ý; lãnh đạo các sở Nông nghiệp và Môi trường, Y tế dự họp; 02 sở Tài chính, Xây dựng.",
        "Đề nghị Sở Tài chính, Sở Y tế, Sở Nông nghiệp và Môi trường bố trí vốn; theo Nghị quyết của Bộ Chính trị.",
        "Nộp đúng hạn 95%; nhiều hộ nộp muộn. Nhiều hộ đã nộp; một số hộ chưa nộp; Hội Nông dân xã vận động.",
        "Theo Nghị định số 45/2020/NĐ-CP ngày 08/4/2020 của Chính phủ, Quyết định số 06/QĐ-TTg ngày 06/01/2022 của Thủ tướng Chính phủ.",
        "Theo Thông tư số 01/2023/TT-VPCP ngày 05/4/2023 của Văn phòng Chính phủ; Thông tư số 05/2024/TT-BNNPTNT của Bộ Nông nghiệp và Phát triển nông thôn.",
        "Theo Thông tư số 12/2023/TT-BLĐTBXH của Bộ Lao động - Thương binh và Xã hội, Thông tư số 03/2024/TT-BNV của Bộ trưởng Bộ Nội vụ.",
        "Báo cáo kết quả thực hiện Nghị định số 45/2020/NĐ-CP ngày 08/4/2020 của Bộ Nội vụ đã gửi; kết quả thực hiện Nghị định số 45/2020/NĐ-CP ngày 08/4/2020 của UBND xã; việc thực hiện Nghị định số 45/2020/NĐ-CP của Bộ Tài chính.",
        "Phối hợp với UBND xã Phú Lộc tuần tra khu vực giáp ranh; học tập kinh nghiệm của UBND tỉnh Bắc Lĩnh.",
        "Thực hiện Công văn số 15/UBND-NC ngày 05/01/2026 của UBND tỉnh Hà Trung; đề nghị UBND tỉnh Hà Trung bố trí vốn.",
        "UBND các xã, phường; các xã, phường, đặc khu; UBND xã Bình An; trên địa bàn xã Bình An; người dân quê tỉnh Bắc Lĩnh.",
        "UBND xã Phú Lộc đã góp ý. UBND xã Phú Lộc giao việc này cho công chức. Ý kiến của UBND phường Đông Kinh và UBND phường Tây Hồ.",
    ];
    for text in right {
        assert_eq!(told(text), [], "{text}");
    }
}
