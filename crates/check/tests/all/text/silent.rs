//! Sentences that look wrong to a machine and are right: no rule of text may speak.

use serde_json::json;

use crate::sample::{findings, patched};

/// What the rules of text say of a section that holds this text, in a report of 2026 of the two-tier government.
fn told(text: &str) -> Vec<(&'static str, String)> {
    let report = patched("cchc/xa-2025", json!({ "sections": { "chi-dao.tuyen-truyen": text } }));
    let groups = ["van-ban/", "viet-tat/", "tu-ngu/", "dia-danh/", "liet-ke/"];
    let of_text = |id: &str| groups.iter().any(|group| id.starts_with(group));
    let told = findings(&report).into_iter().filter(|finding| of_text(finding.id.as_str()));
    told.map(|finding| (finding.id.as_str(), finding.found.unwrap_or_default())).collect()
}

#[test]
fn right_sentences_are_left_alone() {
    let texts = [
        // Foreign words, names of programs, ethnic names, units, abbreviations with full stops.
        "Phần mềm Ioffice, MicroStationSE, Misa, Zalo, Excel 2016; băng rôn, pano, apphích, video, wifi, email.",
        "Đồng bào Mnông, Xơ Đăng, Brâu, Giẻ Triêng ở Đắk Lắk, Krông Pắc, Đắk Glong, Ea H'leo, Cư M'gar, A Lưới.",
        "Diện tích 12,5 ha, dài 3 km, dung lượng 5 GB; kinh phí 5 tr.đ, định mức 2.000 đ/kg; đ/c Bí thư; TP. Vinh; v.v.",
        "Máy scan, máy in, rơ-moóc, ô tô, xe goòng, xuồng, boong tàu, quần soóc; axít, ôxy, crôm, prôtêin, vắc-xin.",
        // Reduplications, words that meet, names with one letter.
        "Luôn luôn lắng nghe, dần dần, từ từ, thường thường, mãi mãi, ai ai cũng biết; các cơ quan quan tâm; tổ hòa giải hòa giải.",
        "Ông A, bà B; điểm a, b, c, d, đ khoản 1 Điều 5; nhóm đ; hộ bà Y; a dua, ỷ lại, ì ạch, ồn ào, ấm áp, ỉu xìu.",
        "Các thiết bị bị hỏng; hạn chế còn tồn tại tại các thôn; chỉ đạo của cấp trên trên địa bàn; lý do do thiếu kinh phí.",
        "Huy động sức của của nhân dân; tặng thưởng bằng bằng khen; phản ánh giá cả; các dự án bộ giao; ông khai nhận việc đó.",
        "Mức thu 5.000 đ ủng hộ quỹ; điểm đ ở trên; việc này KHÔNG PHÁT SINH CHI PHÍ đối với người dân trong xã.",
        "Hỗ trợ doanh nghiệp công nghiệp công nghệ thấp của các các-ten nước ngoài; sự nghiệp nông nghiệp nông thôn.",
        "Phổ biến pháp luật phù hợp với tình hình thực tế; tổ chức đánh giá; nhận thức đầy đủ; hồ sơ cập nhật chậm; phường An Hòa.",
        "Văn phòng chống dột mái; còn tồn tại hạn chế trong các tồn tại, hạn chế; các cổng dịch vụ công và Cổng Dịch vụ công.",
        "Căn cứ Quyết định số 12/QĐ-UBND ngày 05/01/2026 của UBND tỉnh, xã đã ban hành kế hoạch. Căn cứ tình hình, xã làm. Tốt.",
        "Nền tảng GIS (hệ thống thông tin địa lý); Công văn HD-SNV, BC-UBND; hoàn thành 01/10 = 10%; quý III/2026; 12/10=120%.",
        // Headings typed as paragraphs, names of tables.
        "**2. Trách nhiệm của các cán bộ, công chức làm việc tại bộ phận tiếp nhận và trả kết quả của xã**\n\nĐã phân công rõ.",
        "2.1. Kết quả tiếp nhận, giải quyết và trả kết quả hồ sơ thủ tục hành chính trên địa bàn xã trong cả năm\n\nTốt.",
        "Bảng 1: Số hồ sơ thủ tục hành chính đã tiếp nhận và giải quyết theo từng lĩnh vực của xã trong quý\n\n| A | B |\n|---|---|\n| 1 | 2 |",
        // Figures in parentheses, currencies, names in capitals, abbreviations where they are introduced.
        "Thôn Đông (12 hộ), thôn Đoài (12 hộ), thôn Trung (58,5%), thôn Hạ (58,5%); chợ (01), bến (01).",
        "Vốn vay 2 triệu USD, 1 triệu EUR của WB, ADB; dự án do UNDP, JICA hỗ trợ; lưu trữ tại TP.HCM, TP HCM, TPHCM.",
        "Thực hiện Kế hoạch cải cách hành chính năm 2026 (sau đây gọi tắt Kế hoạch CCHC 2026); các nhiệm vụ CCHC đạt tiến độ.",
        "Xác định chỉ số cải cách hành chính (gọi tắt là Chỉ số CCHC) của các thôn.",
        // Signs.
        "Trang Misa.Net và Zalo.Me.\n\n(Chi tiết tại phụ lục kèm theo báo cáo này và các tài liệu khác đã gửi trước đó một tuần)",
        "Lúc 8:30, tỷ số 3:2; mức 3,4; ISO 9001:2015; TCVN 6909:2001; xem https://xa.example/a,b;c và a.b@xa.example.",
        "Gồm: báo, đài, loa...; phí, lệ phí,... và các khoản khác (nếu có). Công văn số ....../UBND-VP ngày .../.../2026.",
        "Nhiệt độ -5 độ; giai đoạn 2021 - 2030; kinh tế - xã hội; e-mail, QR-code; (1) loa, (2) đài; a) và b) ở trên.",
        "Màn hình 24\" và 32\"; cơ chế “một cửa”, “một cửa liên thông” (theo điểm c) khoản 2).",
        "Tại Điều 5. Quy định chung; có 3 nội dung: 1. loa; 2. đài; 3. báo. Thực hiện từ 01.7.2026.",
        // Quotations over two paragraphs, lists in lists, a list that goes on from elsewhere.
        "Khẩu hiệu: “Chính quyền phục vụ.\n\nNgười dân hài lòng”.",
        "1. Loa.\n\n1. Loa xã.\n\n2. Loa thôn.\n\n2. Đài:\n\n- Đài xã;\n\n- Đài tỉnh.\n\n3. Báo.",
        "4. Tiếp tục tuyên truyền.\n\n5. Tổng kết.\n\na) Xã;\n\nb) Thôn;\n\nc) Bản;\n\nd) Tổ;\n\nđ) Hộ;\n\ne) Người.",
        // Former times.
        "Tiếp nhận 120 hồ sơ của UBND huyện trước đây; Quyết định số 45/2021/QĐ-UBND của UBND huyện Đông Hà.",
        "Sau khi kết thúc hoạt động của cấp huyện, xã nhận bàn giao 12 nhiệm vụ; thực hiện chính quyền địa phương hai cấp.",
        "Sở Kế hoạch và Đầu tư cũ đã hợp nhất vào Sở Tài chính; giai đoạn 2021 - 2025 còn Sở Giao thông vận tải.",
        // Places, abbreviations.
        "Phối hợp với xã Vĩnh Lộc Hạ, xã Vĩnh Sơn, xã Tân An, xã Tân Ân, tỉnh Trung Sơn, phường Hòa Bình.",
        "Ứng dụng công nghệ thông tin (CNTT): hạ tầng CNTT, mạng LAN, mã QR, chỉ số PAPI, SIPAS, Đề án 06; quý IV, khóa XIV.",
        "QUYẾT TÂM HOÀN THÀNH NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2026",
    ];
    let mut wrong = String::new();
    for text in texts {
        for (id, found) in told(text) {
            wrong += &format!("{id} [{found}] in: {text}\n");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}
