//! Where sentences begin and end.

use baocao_core::report::Slot;
use baocao_reading::{Passage, TextKind};

fn prose(raw: &str) -> Passage<'_> {
    Passage::new(Slot::section("danh-gia.uu-diem"), TextKind::Prose, raw)
}

fn sentences(raw: &str) -> Vec<String> {
    let passage = prose(raw);
    passage.sentences().iter().map(|sentence| passage.text[sentence.range.clone()].to_owned()).collect()
}

#[test]
fn a_sentence_ends_before_a_space_and_no_small_letter() {
    for (raw, expected) in [
        ("Đạt 95%. Còn lại 5 hồ sơ.", vec!["Đạt 95%.", "Còn lại 5 hồ sơ."]),
        ("Năm 2023. 12 việc xong", vec!["Năm 2023.", "12 việc xong"]),
        ("Tại TP. Huế và TS. Nguyễn Văn A. Hết.", vec!["Tại TP. Huế và TS. Nguyễn Văn A.", "Hết."]),
        ("Theo mục 2.1 của UBND. Xong?! Rồi", vec!["Theo mục 2.1 của UBND.", "Xong?!", "Rồi"]),
        ("Báo, đài v.v. đã đưa tin.", vec!["Báo, đài v.v. đã đưa tin."]),
        ("**Kết quả.** Tốt.", vec!["Kết quả.", "Tốt."]),
        ("", vec![]),
        (". ", vec!["."]),
    ] {
        assert_eq!(sentences(raw), expected, "{raw}");
    }
}

#[test]
fn paragraphs_items_and_notes_hold_their_own() {
    let raw = "Dẫn đầu\nnối dòng. Hai[^1]:\n\n- một;\n- hai. Ba.\n\n| A. B | C |\n|---|---|\n\n[^1]: Ghi chú. Thêm.";
    assert_eq!(sentences(raw), ["Dẫn đầu\nnối dòng.", "Hai:", "một;", "hai.", "Ba.", "Ghi chú.", "Thêm."]);
    let passage = prose(raw);
    let opens: Vec<bool> = passage.sentences().iter().map(|sentence| sentence.opens).collect();
    assert_eq!(opens, [true, false, true, true, false, true, false]);
}

#[test]
fn a_place_has_its_sentence_and_its_clause() {
    let passage = prose("Đã xong; còn 5 việc; chờ ý kiến. Sau đó làm tiếp.\n\n| A. B | C |");
    let at = passage.text.find("còn").unwrap();
    assert_eq!(&passage.text[passage.sentence(at)], "Đã xong; còn 5 việc; chờ ý kiến.");
    assert_eq!(&passage.text[passage.clause(at)], " còn 5 việc");
    let cells = passage.cells();
    assert_eq!(&cells[0].text[cells[0].sentence(3)], "B");
}
