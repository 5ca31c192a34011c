//! Marks of Markdown in names, titles and cells; signs in Markdown that are none.

use serde_json::{Value as Json, json};

use crate::sample::{DESK, findings, found, patched, said};
use baocao_check::Settings;
use baocao_core::diagnostic::{Finding, Locator};
use baocao_core::report::ReportFile;

const RAW: &str = "van-ban/dau-markdown";

/// What is told of a title of an outline, and the text that it is mended to.
fn titled(title: &str) -> (Vec<String>, String) {
    let patch = json!({ "outline": [{ "title": title, "text": "Đã làm 5 việc." }] });
    let told = findings(&patched("cchc/xa-2022", patch.clone()));
    let told = told.into_iter().filter(|finding| finding.id.as_str() == RAW).filter_map(|finding| finding.found);
    let mended = DESK.mend(ReportFile::new("a.json", patch.to_string()), &Settings::default()).unwrap().text;
    let mended: Json = serde_json::from_str(&mended).unwrap();
    (told.collect(), mended["outline"][0]["title"].as_str().unwrap().to_owned())
}

#[test]
fn marks_around_words_of_a_title_are_told_and_mended() {
    for (title, told, mended) in [
        ("Kết quả **nổi bật**", &["**nổi bật**"][..], "Kết quả nổi bật"),
        ("*Kết quả* và `mã`", &["*Kết quả*", "`mã`"], "Kết quả và mã"),
        ("__Kết quả__ (_tạm tính_)", &["__Kết quả__", "_tạm tính_"], "Kết quả (tạm tính)"),
        ("***Kết quả***", &["***Kết quả***"], "Kết quả"),
        ("Biểu mẫu[^1] **số 1**", &["[^1]", "**số 1**"], "Biểu mẫu[^1] số 1"),
        ("Biểu mẫu[^ghi-chu]", &["[^ghi-chu]"], "Biểu mẫu[^ghi-chu]"),
    ] {
        assert_eq!(titled(title), (told.iter().map(|part| (*part).to_owned()).collect(), mended.to_owned()));
    }
}

#[test]
fn what_is_no_mark_is_not_told() {
    for title in [
        "Phòng họp 5 * 3 m và 5*3*2 m",
        "Mã a_b, so_ho_so và _id",
        "Hộp thư _mot_cua_@donglam.example, mot_cua_so@donglam.example",
        "Số liệu (*) và (**)",
        "Tổng số *, trong đó nữ *",
        "Kết quả* và tiến độ*",
        "Mục [1], [^], [^ 1] và 2^3",
        "Giá trị ` và '",
        "Ghi chú: * đã làm; * chưa làm",
    ] {
        assert_eq!(titled(title), (Vec::new(), title.to_owned()));
    }
}

/// Fields of the document are looked at, and no text that is Markdown.
#[test]
fn fields_are_looked_at_and_texts_are_not() {
    let word = "**Đậm**";
    let report = json!({
        "document": { "subject": word, "to": [word], "recipients": [word, "Lưu: VT"] },
        "sections": { "kien-nghi": "**Đậm** *nghiêng* chú thích[^1] rõ.\n\n[^1]: Nội dung." }
    });
    let places: Vec<String> = findings(&patched("cchc/xa-2022", report))
        .into_iter()
        .filter(|finding| finding.id.as_str() == RAW)
        .flat_map(Finding::apart)
        .filter_map(|finding| match finding.place?.at {
            Locator::Text { pointer, .. } => pointer,
            _ => None,
        })
        .collect();
    let wanted = ["/document/subject", "/document/to/0", "/document/recipients/0"];
    for pointer in wanted {
        assert!(places.iter().any(|place| place == pointer), "{pointer}: {places:?}");
    }
    assert_eq!(places.len(), wanted.len(), "{places:?}");
}

#[test]
fn an_asterisk_between_spaces_is_a_sign() {
    for text in ["Phòng họp rộng 5 * 3 m.", "Phòng họp rộng 5 \\* 3 m.", "Đã đưa *5 tin* trên *đài* xã."]
    {
        assert_eq!(found("van-ban/hai-dau-cach", text), [""; 0], "{text}");
    }
    assert_eq!(found("van-ban/hai-dau-cach", "Đã đưa *5  tin* trên đài.").len(), 1);
    assert!(said(RAW, &patched("cchc/xa-2022", json!({ "sections": { "kien-nghi": "**Không**." } }))).is_empty());
}
