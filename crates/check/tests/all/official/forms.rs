//! What the forms of documents have: where they are filed, who drafted them, their lines, the sign at the end, what is issued with
//! them.

use serde_json::{Value as Json, json};

use crate::sample::{findings, patched, said};

fn filed(last: &str, drafter: Json) -> Vec<(String, String)> {
    let report =
        patched("cchc/xa-2025", json!({ "document": { "recipients": ["Như trên", last], "drafter": drafter } }));
    let filed = said("the-thuc/luu-sai-dang", &report);
    assert!(said("the-thuc/thieu-luu", &report).is_empty(), "{last}");
    said("the-thuc/luu-nguoi-soan", &report).into_iter().chain(filed).collect()
}

#[test]
fn who_drafted_stands_behind_where_it_is_filed() {
    for last in [
        "Lưu: VT, NVKS. TĐN (12b)",
        "Lưu: VT, NVKS. TĐN (12b).",
        "Lưu: VT, NC. PL.(300)",
        "Lưu: VT, NC.PL.(300)",
        "Lưu: VT (02), NC (Hg.45b)",
        "Lưu: VT. Hg (15 bản).",
        "Lưu: VT, KT. NTH",
        "Lưu VT",
    ] {
        let told = filed(last, Json::Null);
        assert!(told.iter().all(|(found, _)| found == "Lưu VT"), "{last}: {told:?}");
    }
    let pair = |found: &str, expected: &str| (found.to_owned(), expected.to_owned());
    assert_eq!(filed("Lưu: TĐN (12b). VT, NV", Json::Null), [pair("TĐN (12b)", "Lưu: VT, NV. TĐN (12b)")]);
    assert_eq!(filed("Lưu: VT, NV. TĐN (nhiều bản)", Json::Null), [pair("nhiều bản", "")]);
    assert_eq!(filed("Lưu: VT, NV. TĐN (0b)", Json::Null), [pair("0b", "")]);
    assert_eq!(filed("Lưu: VT, NV. TĐN (12b)", json!({ "mark": "TĐN", "copies": 12 })), [pair("TĐN (12b)", "")]);
    assert_eq!(filed("Lưu: NV. TĐN (12b)", Json::Null).len(), 1, "VT is not there");
}

/// The closing sign may be typed where the text ends, however much follows it.
#[test]
fn a_list_may_follow_the_sign() {
    let told = |outline: Json| {
        let mut report = patched("chung/thong-bao", json!({ "document": { "subject": "Lịch tiêm chủng" } }));
        report["outline"] = outline;
        report.as_object_mut().expect("an object").remove("appendices");
        let told = findings(&report);
        told.iter().map(|finding| finding.id.to_string()).filter(|id| id.starts_with("the-thuc/")).collect::<Vec<_>>()
    };
    let text = json!({ "text": "UBND xã thông báo lịch tiêm chủng (có danh sách kèm theo)./." });
    let list = json!({ "title": "Danh sách", "text": "1. Thôn Đông;\n\n2. Thôn Hạ." });
    let mut after = list.clone();
    after["after_end"] = json!(true);
    assert_eq!(told(json!([text, after])), [""; 0]);
    assert!(told(json!([text, list])).contains(&"the-thuc/dau-ket-thuc-giua-chung".to_owned()));
}

#[test]
fn lines_of_forms_are_missed() {
    let told = |text: &str| {
        let report = patched("chung/giay-moi", json!({ "outline": [{ "text": text }] }));
        findings(&report)
            .into_iter()
            .filter(|finding| finding.id == "the-thuc/thieu-dong-cua-mau")
            .map(|finding| finding.message.vi)
            .collect::<Vec<_>>()
    };
    assert_eq!(told("Mời họp.\n\nThời gian: 08 giờ 00 phút.\n\n- Địa điểm: Hội trường."), [""; 0]);
    assert_eq!(told("Mời họp.\n\nVào hồi 08 giờ 00 phút, ngày 08/7/2026.\n\nTại Hội trường."), [""; 0]);
    assert_eq!(told("Mời họp.\n\nThời gian: 08 giờ 00 phút."), ["chưa thấy dòng của mẫu: Địa điểm, Tại"]);
}

/// A document that is issued with a decision is spoken of by its type; its texts are read as all others.
#[test]
fn issued_documents_are_mentioned_and_read() {
    let place = |finding: &baocao_core::diagnostic::Finding| finding.place.as_ref()?.pointer().map(str::to_owned);
    let with = |first: &str, text: &str| {
        let mut report = patched("chung/quyet-dinh", json!({}));
        report["outline"][0]["text"] = json!(first);
        report["tables"] = json!({});
        report["appendices"] = json!([{ "title": "Sử dụng nhà văn hóa", "document": {
            "type_name": "QUY CHẾ",
            "outline": [{ "title": "Quy định chung", "sections": [{ "title": "Phạm vi", "text": text }] }]
        } }]);
        report
    };
    let first = "Ban hành kèm theo Quyết định này Quy chế sử dụng nhà văn hóa.";
    let plain = "Quy chế này áp dụng tại các thôn.";
    for id in ["the-thuc/phu-luc-khong-nhac", "the-thuc/phu-luc-khong-co"] {
        assert_eq!(said(id, &with(first, plain)), [], "{id}");
    }
    assert_eq!(said("the-thuc/phu-luc-khong-nhac", &with("Phê duyệt việc sử dụng nhà văn hóa.", plain)).len(), 1);
    let mut twice = with(first, plain);
    let sections = &mut twice["appendices"][0]["document"]["outline"][0]["sections"];
    sections.as_array_mut().expect("sections").push(json!({ "title": "Phạm vi", "text": plain }));
    let places: Vec<_> =
        findings(&twice).iter().filter(|finding| finding.id == "noi-dung/dau-muc-lap").map(place).collect();
    assert_eq!(places, [Some("/appendices/0/document/outline/0/sections/1/title".to_owned())]);
    let slips = findings(&with(first, "Quy chế này áp dụng tại các các thôn."));
    assert!(
        slips.iter().filter_map(place).any(|at| at == "/appendices/0/document/outline/0/sections/0/text"),
        "{slips:#?}"
    );
}
