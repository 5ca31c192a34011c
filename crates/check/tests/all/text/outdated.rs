//! Words that no longer fit after the district level was given up on 01/7/2025.

use crate::sample::found;

fn district(text: &str) -> Vec<String> {
    found("tu-ngu/cap-huyen", text)
}

#[test]
fn documents_of_former_times_are_cited() {
    for cited in ["Kế hoạch số 5/KH-UBND ngày 05/3/2025", "Quyết định số 12/2021/QĐ-UBND", "kế hoạch tháng 3 năm 2025"]
    {
        assert_eq!(district(&format!("Thực hiện {cited} của UBND huyện.")), [""; 0], "{cited}");
    }
    for cited in ["Kế hoạch ngày 05/8/2025", "kế hoạch năm 2026", "kế hoạch tháng 8 năm 2025"] {
        assert_eq!(district(&format!("Thực hiện {cited} của UBND huyện.")), ["UBND huyện"], "{cited}");
    }
}

#[test]
fn words_are_whole() {
    assert_eq!(district("Các cơ quan cấp huyện đã họp."), ["cấp huyện"]);
    assert_eq!(district("Các cơ quan cấp huyệnx đã họp."), [""; 0]);
    // One of the words that speak of former times, and a word that ends with it.
    assert_eq!(district("Xã nhận bàn giao của cấp huyện cũ."), [""; 0]);
    assert_eq!(district("Xã quản lý vũ khí cùng cấp huyện."), ["cấp huyện"]);
}

#[test]
fn bodies_of_districts_are_told_whatever_their_names() {
    assert_eq!(district("Đề nghị Hội Nông dân huyện phối hợp."), ["Hội Nông dân huyện"]);
    assert_eq!(district("Xin ý kiến Ban Chỉ huy Quân sự huyện về danh sách."), ["Ban Chỉ huy Quân sự huyện"]);
    assert_eq!(district("Hồ sơ do Hội Nông dân huyện cũ bàn giao."), [""; 0]);
    assert_eq!(district("Hội Nông dân xã đã đi nhiều huyện miền núi."), [""; 0]);
}
