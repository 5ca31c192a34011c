//! Words that titles keep whole.

use baocao_vietnamese::compounds::title_pieces;
use baocao_vietnamese::nobreak::{Piece, plain};
use proptest::prelude::*;

fn shown(text: &str) -> String {
    let piece = |piece| match piece {
        Piece::Text(text) => text,
        Piece::Keep(text) => format!("[{text}]"),
    };
    title_pieces(text).into_iter().map(piece).collect()
}

#[test]
fn compounds_stay_whole_and_apart() {
    for (text, expected) in [
        ("BIỂU MẪU SỐ LIỆU BÁO CÁO CẢI CÁCH", "[BIỂU MẪU] [SỐ LIỆU] [BÁO CÁO] [CẢI CÁCH]"),
        ("Tổ chức bộ máy, chế độ công vụ (công chức)", "[Tổ chức] [bộ máy,] [chế độ] [công vụ] [(công chức)]"),
        ("công tác 6 tháng đầu năm 2024", "[công tác] [6 tháng đầu năm 2024]"),
        ("NHIỆM VỤ 6 THÁNG CUỐI NĂM", "[NHIỆM VỤ] [6 THÁNG CUỐI NĂM]"),
        ("KẾ HOẠCH QUÝ II NĂM 2024", "[KẾ HOẠCH] [QUÝ II NĂM 2024]"),
        ("ỦY BAN NHÂN DÂN XÃ LẠC ĐÔNG", "[ỦY BAN] [NHÂN DÂN] XÃ LẠC ĐÔNG"),
        ("Theo Kế hoạch số 12/KH-UBND", "Theo [Kế hoạch] số\u{a0}[12/KH-UBND]"),
        ("SỐ LIỆU BÁO CÁO\nCÔNG TÁC CẢI\nCÁCH", "[SỐ LIỆU] [BÁO CÁO]\n[CÔNG TÁC] CẢI\nCÁCH"),
        ("Kết, quả  và cải", "Kết, quả  và cải"),
    ] {
        assert_eq!(shown(text), expected);
    }
}

proptest! {
    #[test]
    fn no_letter_is_lost(text in "([Cc]ải|CÁCH|cách|6|tháng|đầu|năm|2024|số|12/KH-UBND|Ủy|ban,|[(, ]){0,12}") {
        let whole: String = title_pieces(&text)
            .into_iter()
            .map(|piece| match piece { Piece::Text(text) | Piece::Keep(text) => text })
            .collect();
        prop_assert_eq!(plain(&whole), text);
    }
}
