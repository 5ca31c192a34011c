//! Figures of the forms.

use baocao_core::diagnostic::Message;
use serde_json::{Value as Json, json};

use crate::sample::{findings, patched};

/// What a rule says of the sample of a commune with these figures among its own.
fn told<T>(id: &str, figures: &Json, say: impl Fn(Message, Option<Message>) -> T) -> Vec<T> {
    let report = patched("cchc/xa-2022", json!({ "figures": figures }));
    let told = findings(&report).into_iter().filter(|finding| finding.id == id);
    told.map(|finding| say(finding.message, finding.hint)).collect()
}

#[test]
fn blank_rows_are_held_against_their_group() {
    let blank = |ids: &[&str]| {
        let figures = ids.iter().map(|id| ((*id).to_owned(), Json::Null)).collect();
        let rows = |message: Message, _| message.en.rsplit_once(": ").expect("a list").1.to_owned();
        told("so-lieu/dong-de-trong", &figures, rows).concat()
    };
    // 6. among 1. to 5.; 4.4. among 4.1. to 4.4.; 3.4.2. beside 3.4.1.
    assert_eq!(blank(&["doi-thoai.co-to-chuc"]), "6 (Công tác chỉ đạo điều hành CCHC)");
    let tasks = [
        "nhiem-vu-huyen.chua-hoan-thanh",
        "nhiem-vu-huyen.qua-han",
        "nhiem-vu-huyen.dung-han",
        "nhiem-vu-huyen.duoc-giao",
    ];
    assert_eq!(blank(&tasks[..1]), "4.4 (Công tác chỉ đạo điều hành CCHC)");
    assert_eq!(blank(&tasks), "");
    assert_eq!(blank(&["pakn.da-giai-quyet"]), "3.4.2 (Cải cách thủ tục hành chính)");
    assert_eq!(blank(&["pakn.da-giai-quyet", "pakn.da-tiep-nhan"]), "");
}

#[test]
fn notes_count_things() {
    let counted = |note: &str| {
        let figures = json!({ "bien-che.ty-le-tinh-gian": { "value": 9, "note": note } });
        told("so-lieu/ti-le-la-so-dem", &figures, |_, hint| hint.expect("a hint").en)
    };
    assert_eq!(counted("09 phòng, sau khi sắp xếp còn 08 phòng"), ["the note of this row counts 09 phòng"]);
    assert_eq!(counted("còn 08 phòng (9 đơn vị)"), ["the note of this row counts 9 đơn"]);
    assert_eq!(counted("lũy kế 09 tháng; 9%"), [""; 0]);
    assert_eq!(counted("51 biên chế"), [""; 0]);
}
