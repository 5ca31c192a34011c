//! Capitals that Annex II of the decree settles without understanding the sentence.

use crate::sample::{expected, found};

/// A rule finds these words in a text.
fn finds(id: &str, texts: &[(&str, &str)]) {
    for (text, words) in texts {
        assert_eq!(found(id, text), [*words], "{text}");
    }
}

/// A rule finds nothing in these texts.
fn passes(id: &str, texts: &[&str]) {
    for text in texts {
        assert_eq!(found(id, text), [""; 0], "{text}");
    }
}

#[test]
fn articles_have_a_capital_and_clauses_none() {
    let id = "viet-hoa/dieu-khoan-diem";
    finds(id, &[("sửa đổi Khoản 2, Điều 3 Quy định", "Khoản 2")]);
    passes(id, &["điểm a khoản 2 Điều 3. Khoản 4 giữ nguyên", "có 05 điều 10 khoản"]);
}

#[test]
fn quarters_and_phrases_are_small_inside() {
    finds("viet-hoa/quy", &[("hành chính Quý III năm 2023", "Quý III")]);
    passes("viet-hoa/quy", &["đã xong. Quý III năm 2023; quý IV"]);
    let id = "viet-hoa/giua-cum-tu";
    finds(
        id,
        &[
            ("giải quyết thủ tục Hành chính", "thủ tục Hành chính"),
            ("Cải cách Tài chính công", "Cải cách Tài chính"),
            ("quá trình giải quyết Thủ tục hành chính", "Thủ tục hành chính"),
        ],
    );
    passes(id, &["Trung tâm Phục vụ Hành chính công, Ban Chỉ đạo Cải cách Hành chính"]);
}

#[test]
fn verbs_are_small_inside() {
    let id = "viet-hoa/giua-cau";
    finds(
        id,
        &[
            ("hồ sơ đúng hạn; Rà soát các thủ tục", "Rà soát"),
            ("báo cáo định kỳ; Căn cứ Kế hoạch", "Căn cứ"),
            ("năm 2024, Thực hiện nghiêm", "Thực hiện"),
            ("Quyết định về Phê duyệt đề án", "Phê duyệt"),
            ("ngày 05/3/2024 Về việc kiểm tra", "Về việc"),
            ("Nghị định của Chính phủ Quy định về văn thư", "Quy định về"),
            ("có 12 đơn vị (Trong đó: 05 xã)", "(Trong đó"),
        ],
    );
    passes(
        id,
        &[
            "đúng hạn; rà soát",
            "; Rà soát",
            "Sở Nội vụ, Xây dựng, Tài chính",
            "theo Kế hoạch số 5; Quyết định số 6",
            "Về việc này, xã đã",
            "thực hiện Quy định về văn hóa công sở",
            "về Kiểm tra Đảng",
        ],
    );
}

#[test]
fn particular_documents_have_a_capital() {
    let id = "viet-hoa/ten-loai-van-ban";
    finds(id, &[("theo nghị định số 30/2020/NĐ-CP", "nghị định")]);
    passes(
        id,
        &[
            "theo Nghị định số 30/2020/NĐ-CP, kế hoạch số 5 đã đề ra",
            "Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15",
            "Thông báo kết luận số 164/TB-UBND",
        ],
    );
}

#[test]
fn types_and_bodies_have_one_capital() {
    finds(
        "viet-hoa/moi-am-tiet",
        &[
            ("Quyết Định số 5, Chủ tịch, Kế hoạch", "Quyết Định"),
            ("Trưởng Phòng Tư pháp và Trưởng Phòng", "Trưởng Phòng"),
        ],
    );
    passes("viet-hoa/moi-am-tiet", &["Trưởng Phòng Tư pháp"]);
    let committees = "Ủy ban Nhân dân tỉnh, Ủy ban nhân dân xã và Nhân dân";
    finds("viet-hoa/uy-ban-nhan-dan", &[(committees, "Ủy ban Nhân dân")]);
    let of_one = "Kết quả được hội đồng nhân dân tỉnh ghi nhận.";
    finds("viet-hoa/uy-ban-nhan-dan", &[(of_one, "hội đồng nhân dân")]);
    passes("viet-hoa/uy-ban-nhan-dan", &["Đại biểu các hội đồng nhân dân xã; hội đồng nhân dân các cấp."]);
}

#[test]
fn nouns_are_told_from_phrases() {
    let id = "viet-hoa/nhan-dan-nha-nuoc";
    finds(
        id,
        &[
            ("phục vụ nhân dân tận tình", "nhân dân"),
            ("cử tri và nhân dân trong xã", "nhân dân"),
            ("pháp luật của nhà nước.", "nhà nước"),
            ("với nhân dân.", "nhân dân"),
        ],
    );
    passes(
        id,
        &[
            "của Ủy ban nhân dân xã",
            "quản lý nhà nước",
            "cơ quan nhà nước",
            "của Nhà nước",
            "đồng nhân dân tệ",
            "lực lượng vũ trang nhân dân trên địa bàn",
            "tòa án nhân dân, viện kiểm sát nhân dân",
            "thuộc phạm vi quản lý nhà nước của Sở",
            "công an nhân dân trong",
        ],
    );
}

#[test]
fn names_of_laws_have_capitals_and_commas() {
    let id = "viet-hoa/ten-luat";
    for (text, right) in [
        ("Luật đất đai năm 2013", "Luật Đất đai"),
        ("tại Luật hỗ trợ doanh nghiệp nhỏ và vừa", "Luật Hỗ trợ doanh nghiệp nhỏ và vừa"),
        ("theo luật Phòng chống tham nhũng", "Luật Phòng, chống tham nhũng"),
        ("theo hiến pháp và pháp luật", "Hiến pháp"),
        ("Luật đầu tư công", "Luật Đầu tư công"),
    ] {
        assert_eq!(expected(id, text), [right], "{text}");
    }
    passes(
        id,
        &[
            "Luật Đất đai",
            "pháp luật đất đai",
            "LUẬT ĐẤT ĐAI",
            "các luật đầu tư mới",
            "Luật Phòng, chống ma túy",
            "Luật Ban hành văn bản quy phạm pháp luật",
            "Luật sư",
        ],
    );
}

#[test]
fn each_field_of_a_name_has_a_capital() {
    let id = "viet-hoa/ten-so-nganh";
    finds(
        id,
        &[
            ("Sở Giáo dục và đào tạo", "Sở Giáo dục và đào tạo"),
            ("Phòng Lao động - Thương binh và xã hội", "Phòng Lao động - Thương binh và xã hội"),
        ],
    );
    passes(id, &["Sở Giáo dục và Đào tạo", "SỞ GIÁO DỤC VÀ ĐÀO TẠO", "ngành giáo dục và đào tạo"]);
}
