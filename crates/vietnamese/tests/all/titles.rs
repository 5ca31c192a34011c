//! Where lines of titles and names end.

use baocao_vietnamese::nobreak::plain;
use baocao_vietnamese::titles::{TitlePiece, title_pieces};
use proptest::prelude::*;

/// Pieces that stay whole in brackets, turns as strokes.
fn shown(text: &str) -> String {
    let piece = |piece| match piece {
        TitlePiece::Text(text) => text,
        TitlePiece::Keep(text) => format!("[{text}]"),
        TitlePiece::Turn => " / ".to_owned(),
    };
    title_pieces(text).into_iter().map(piece).collect()
}

#[test]
fn compounds_stay_whole_and_apart() {
    for (text, expected) in [
        ("BIỂU MẪU SỐ LIỆU BÁO CÁO CẢI CÁCH", "[BIỂU MẪU] [SỐ LIỆU] [BÁO CÁO] [CẢI CÁCH]"),
        ("Tổ chức bộ máy, chế độ công vụ (công chức)", "[Tổ chức] [bộ máy,] [chế độ] [công vụ] [(công chức)]"),
        ("công tác 6 tháng đầu năm 2024", "[công tác] / [6 tháng đầu năm 2024]"),
        ("NHIỆM VỤ 6 THÁNG CUỐI NĂM", "[NHIỆM VỤ] / [6 THÁNG CUỐI NĂM]"),
        ("KẾ HOẠCH QUÝ II NĂM 2024", "[KẾ HOẠCH] / [QUÝ II NĂM 2024]"),
        ("Theo Kế hoạch số 12/KH-UBND", "[Theo Kế hoạch] số\u{a0}[12/KH-UBND]"),
        ("SỐ LIỆU BÁO CÁO\nCÔNG TÁC CẢI\nCÁCH", "[SỐ LIỆU] [BÁO CÁO]\n[CÔNG TÁC] CẢI\nCÁCH"),
        ("Kết, quả  và cải", "Kết, quả  [và cải]"),
        ("hoà giải, HOÀ GIẢI, hòa giải", "[hoà giải,] [HOÀ GIẢI,] [hòa giải]"),
        ("Giải ngân luỹ kế, khối lượng hoàn thành", "[Giải ngân] [luỹ kế,] [khối lượng] [hoàn thành]"),
        ("CHẤT LƯỢNG NÔNG LÂM SẢN VÀ THỦY SẢN", "[CHẤT LƯỢNG] [NÔNG LÂM SẢN] / [VÀ THỦY SẢN]"),
        ("BAN CHỈ HUY PHÒNG THỦ DÂN SỰ, xe cơ giới", "[BAN CHỈ HUY] / [PHÒNG THỦ DÂN SỰ,] [xe cơ giới]"),
        ("Tùy theo giải ngân lũy kế: cộng đồng", "Tùy / [theo giải ngân] [lũy kế:] [cộng đồng]"),
    ] {
        assert_eq!(shown(text), expected);
    }
}

#[test]
fn agencies_of_all_levels_break_where_their_sense_turns() {
    for (text, expected) in [
        (
            "BAN CHỈ ĐẠO CẢI CÁCH HÀNH CHÍNH VÀ CHUYỂN ĐỔI SỐ, PHÁT TRIỂN KHOA HỌC CÔNG NGHỆ",
            "[BAN CHỈ ĐẠO] / [CẢI CÁCH] [HÀNH CHÍNH] / [VÀ CHUYỂN ĐỔI SỐ,] [PHÁT TRIỂN] [KHOA HỌC] [CÔNG NGHỆ]",
        ),
        ("ỦY BAN NHÂN DÂN HUYỆN THANH BÌNH GIANG", "[ỦY BAN NHÂN DÂN] / [HUYỆN THANH BÌNH GIANG]"),
        ("UỶ BAN NHÂN DÂN XÃ ĐOÀN KẾT", "[UỶ BAN NHÂN DÂN] / [XÃ ĐOÀN KẾT]"),
        ("ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM TỈNH", "[ỦY BAN] [MẶT TRẬN] [TỔ QUỐC] [VIỆT NAM TỈNH]"),
        ("SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", "SỞ [NÔNG NGHIỆP] / [VÀ MÔI TRƯỜNG]"),
        (
            "BAN QUẢN LÝ KHU KINH TẾ VÀ CÁC KHU CÔNG NGHIỆP TỈNH BÀ RỊA - VŨNG TÀU",
            "[BAN QUẢN LÝ] / [KHU KINH TẾ] / [VÀ CÁC KHU CÔNG NGHIỆP] / TỈNH [BÀ RỊA - VŨNG TÀU]",
        ),
        (
            "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG PHƯỜNG AN PHÚ",
            "[TRUNG TÂM] [PHỤC VỤ] / [HÀNH CHÍNH] CÔNG / [PHƯỜNG AN PHÚ]",
        ),
        ("BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ", "[BAN CHỈ ĐẠO] / [CHUYỂN ĐỔI SỐ]"),
        ("Phòng Văn hoá - Xã hội xã Lạc Đông", "Phòng [Văn hoá - Xã hội] / [xã Lạc Đông]"),
        ("- Ủy ban nhân dân tỉnh (để báo cáo);", "[- Ủy ban nhân dân tỉnh] (để [báo cáo);]"),
        ("HỘI LIÊN HIỆP PHỤ NỮ XÃ AN PHÚ", "HỘI [LIÊN HIỆP] [PHỤ NỮ] / [XÃ AN PHÚ]"),
        (
            "TRƯỜNG PHỔ THÔNG DÂN TỘC NỘI TRÚ TRUNG HỌC CƠ SỞ VÀ TRUNG HỌC PHỔ THÔNG",
            "TRƯỜNG [PHỔ THÔNG] [DÂN TỘC NỘI TRÚ] / [TRUNG HỌC CƠ SỞ] / [VÀ TRUNG HỌC PHỔ THÔNG]",
        ),
        ("Đoàn ĐBQH và Hội đồng nhân dân, Ủy ban nhân dân", "Đoàn ĐBQH / [và Hội đồng nhân dân,] / [Ủy ban nhân dân]"),
        ("KT. GIÁM ĐỐC", "[KT. GIÁM ĐỐC]"),
        // A word may end as the name of an agency begins.
        ("TRUNG TÂM ỨNG DỤNG TIẾN BỘ KHOA HỌC", "[TRUNG TÂM] / [ỨNG DỤNG] [TIẾN BỘ] [KHOA HỌC]"),
        ("về cán bộ tư pháp - hộ tịch", "[về cán bộ] [tư pháp - hộ tịch]"),
        ("của Bộ Tư pháp", "[của Bộ] [Tư pháp]"),
        ("BAN CHỈ HUY PHÒNG, CHỐNG THIÊN TAI", "[BAN CHỈ HUY] / [PHÒNG, CHỐNG] [THIÊN TAI]"),
        ("NHIỆM KỲ ĐẠI BIỂU HỘI ĐỒNG NHÂN DÂN KHÓA XVI", "[NHIỆM KỲ] [ĐẠI BIỂU] / [HỘI ĐỒNG NHÂN DÂN] [KHÓA XVI]"),
        ("ĐẠI HỘI LẦN THỨ 12", "ĐẠI HỘI LẦN [THỨ 12]"),
        ("CHÍNH SÁCH ĐỐI VỚI NGƯỜI CÓ CÔNG", "[CHÍNH SÁCH] [ĐỐI VỚI NGƯỜI CÓ CÔNG]"),
        ("Công ty TNHH Một thành viên Lạc Đông", "[Công ty] TNHH [Một thành viên] Lạc Đông"),
        ("Chủ tịch, các Ủy viên", "[Chủ tịch,] [các Ủy viên]"),
        ("PHÓ CHÁNH VĂN PHÒNG", "[PHÓ CHÁNH VĂN PHÒNG]"),
        ("TRƯỞNG BAN QUẢN LÝ", "[TRƯỞNG BAN] [QUẢN LÝ]"),
    ] {
        assert_eq!(shown(text), expected);
    }
}

#[test]
fn places_stay_whole() {
    for (text, expected) in [
        ("kết quả trên địa bàn xã Lạc Đông quý III", "[kết quả] / [trên địa bàn xã Lạc Đông] / [quý III]"),
        ("CẤP XÃ QUẢN LÝ", "CẤP XÃ [QUẢN LÝ]"),
        ("các xã Lạc Đông", "[các xã] Lạc Đông"),
        (
            "CÁC NHIỆM VỤ TẠI XÃ THỰC HIỆN THÍ ĐIỂM NĂM 2024",
            "[CÁC NHIỆM VỤ] / [TẠI XÃ] [THỰC HIỆN] [THÍ ĐIỂM] / [NĂM 2024]",
        ),
        ("THÀNH PHỐ PHAN RANG - THÁP CHÀM", "[THÀNH PHỐ] [PHAN RANG - THÁP CHÀM]"),
        ("UBND PHƯỜNG XUÂN TRƯỜNG - ĐÀ LẠT", "UBND PHƯỜNG [XUÂN TRƯỜNG - ĐÀ LẠT]"),
        ("UBND phường Xuân Hương - Đà Lạt, tỉnh Lâm Đồng", "UBND phường [Xuân Hương - Đà Lạt,] / [tỉnh Lâm Đồng]"),
        ("XÃ LẠC ĐÔNG - KẾT QUẢ", "[XÃ LẠC ĐÔNG -] [KẾT QUẢ]"),
        ("Hội đồng nhân dân tỉnh; UBND xã, Sở Nội vụ", "[Hội đồng nhân dân tỉnh;] [UBND xã,] / Sở [Nội vụ]"),
        (
            "Tình hình kinh tế - xã hội, quốc phòng - an ninh tháng 9",
            "[Tình hình] [kinh tế - xã hội,] [quốc phòng - an ninh] [tháng 9]",
        ),
        ("quận 1, thành phố Hồ Chí Minh", "[quận 1,] / [thành phố Hồ Chí Minh]"),
        ("thị xã Bình An", "[thị xã Bình An]"),
        ("PHÒNG VĂN HÓA - XÃ HỘI XÃ LẠC ĐÔNG", "PHÒNG [VĂN HÓA - XÃ HỘI] / [XÃ LẠC ĐÔNG]"),
        ("KINH TẾ, XÃ HỘI TỈNH TRUNG HÀ", "[KINH TẾ,] [XÃ HỘI] / [TỈNH TRUNG HÀ]"),
    ] {
        assert_eq!(shown(text), expected);
    }
}

proptest! {
    #[test]
    fn no_letter_is_lost(text in "([Cc]ải|CÁCH|cách|6|tháng|đầu|năm|2024|số|12/KH-UBND|Ủy|ban,|và|của|xã|thị|Bình|-|nhân|dân|[(,  \n]){0,14}") {
        let whole: String = title_pieces(&text)
            .into_iter()
            .map(|piece| match piece {
                TitlePiece::Text(text) | TitlePiece::Keep(text) => text,
                TitlePiece::Turn => " ".to_owned(),
            })
            .collect();
        prop_assert_eq!(plain(&whole), text);
    }
}
