//! Words among marks of Markdown, and words that are none.

use baocao_check::Settings;
use baocao_core::diagnostic::{Finding, Place};
use baocao_core::report::ReportFile;
use baocao_core::shelf::{ShelfPath, Uploads};
use baocao_testing::BASE;
use serde_json::json;

use crate::sample::{DESK, desk, findings, found, patched, said, small_templates, with_text};

/// Syllables that Vietnamese does not have.
const MISSPELT: &str = "van-ban/am-tiet-sai";

#[test]
fn marks_are_gone_and_places_are_kept() {
    let text = "(*trong đóó:\u{a0}10 cán bộộ*)[^1], **xãã** \\[hếtt\\].\n\n[^1]: Sốố 2.";
    let report = with_text(MISSPELT, text);
    let told = findings(&report).into_iter().filter(|finding| finding.id == MISSPELT).flat_map(Finding::apart);
    let mut words: Vec<(String, String)> = told
        .map(|one| {
            let place = one.place.expect("a place");
            assert_eq!(place.pointer(), Some("/sections/danh-gia.uu-diem"));
            let span = Place::span(&place).expect("bytes");
            (one.found.expect("a word"), place.source.text[span].to_owned())
        })
        .collect();
    words.sort();
    let expected = ["Sốố", "bộộ", "hếtt", "xãã", "đóó"].map(|word| (word.to_owned(), word.to_owned()));
    assert_eq!(words, expected);
}

/// As cells of tables of rows are.
#[test]
fn cells_of_tables_inside_a_text_are_read_by_themselves() {
    let text = "Kết quảả sau:\n\n| Kênh xãã | **Sốố tin**[^1] |\n|:--|:-:|\n| Loa , đài | 5 |\n| Báo  in | \\* 3 |\n| với | với |\n\n[^1]: Đã hếtt.";
    for (id, expected) in [
        (MISSPELT, &["quảả", "xãã", "Sốố", "hếtt"][..]),
        ("van-ban/cach-truoc-dau-cau", &["Loa ,"]),
        ("van-ban/hai-dau-cach", &["Báo  in"]),
        ("van-ban/lap-tu", &[]),
    ] {
        let told =
            findings(&with_text(id, text)).into_iter().filter(|finding| finding.id == id).flat_map(Finding::apart);
        let mut raw: Vec<String> = told
            .map(|one| {
                let place = one.place.expect("a place");
                assert_eq!(place.pointer(), Some("/sections/danh-gia.uu-diem"));
                place.source.text[Place::span(&place).expect("bytes")].to_owned()
            })
            .collect();
        raw.sort_by_key(|word| text.find(word.as_str()));
        let mut expected = expected.to_vec();
        expected.sort_by_key(|word| text.find(word));
        assert_eq!(raw, expected, "{id}");
    }
}

#[test]
fn words_with_marks_between_them_have_one_place() {
    let text = "Xã đã họp với với dân, với\u{a0}với thôn, với **với bản** và với [^1]với tổ.\n\n[^1]: Đã xong.";
    let id = "van-ban/lap-tu";
    let report = with_text(id, text);
    let told = findings(&report).into_iter().filter(|finding| finding.id == id).flat_map(Finding::apart);
    let raw: Vec<String> = told
        .map(|one| {
            let place = one.place.expect("a place");
            place.source.text[Place::span(&place).expect("bytes")].to_owned()
        })
        .collect();
    assert_eq!(raw, ["với với", "với\u{a0}với", "với **với", "với [^1]với"]);
}

#[test]
fn symbols_and_addresses_are_no_words() {
    let text = "gửii thưư aa.bưư@xãã.example, đãã https://xãã.vn/sởở vàà 12/KẾẾ-UBND (mậậ2); QR-code, “mộtt cửaa”.";
    let mut words = found(MISSPELT, text);
    words.sort();
    assert_eq!(words, ["cửaa", "gửii", "mộtt", "thưư", "vàà", "đãã"]);
}

#[test]
fn all_words_of_a_chart_are_read() {
    let chart = json!({
        "title": "Hồ sơ củaa xã",
        "unit": "hồ sơ",
        "series": ["Quý trướcc", "Quý nàyy"],
        "bars": [{ "label": "Đất đaii", "values": [1, 2] }, { "label": "Hộ tịch", "values": [3, 4] }],
    });
    let appendices = json!(["template", { "title": "Biểu đồ", "parts": [{ "chart": "ho-so" }] }]);
    let report = patched("cchc/xa-2025", json!({ "charts": { "ho-so": chart }, "appendices": appendices }));
    let mut words: Vec<String> = said(MISSPELT, &report).into_iter().map(|(found, _)| found).collect();
    words.sort();
    assert_eq!(words, ["củaa", "nàyy", "trướcc", "đaii"]);
}

/// Wherever a report may have a text it may name a file in its place.
#[test]
fn texts_of_files_are_read_and_told_of_in_their_files() {
    let texts = [
        ("muc.md", "Đã xong đóó."),
        ("them.md", "Đã xong bộộ."),
        ("de-cuong.md", "Đã xong xãã."),
        ("muc-con.md", "Đã xong hếtt."),
        ("phu-luc.md", "Đã xong sốố."),
        ("phan.md", "Đã xong mộtt."),
    ];
    let mut uploads = Uploads::default();
    for (name, text) in texts {
        uploads.insert(name, text.as_bytes()).expect("a good name");
    }
    let file = |name: &str| json!({ "file": name });
    let report = patched(
        "cchc/xa-2022",
        json!({
            "sections": { "kien-nghi": file("muc.md"), "danh-gia.uu-diem": { "add": file("them.md") } },
            "outline": [
                { "title": "Kết quả", "text": file("de-cuong.md"), "sections": [{ "title": "Họp", "text": file("muc-con.md") }] },
                { "title": "Kiến nghị", "id": "kien-nghi" },
                { "title": "Ưu điểm", "id": "danh-gia.uu-diem" }
            ],
            "appendices": [
                "template",
                { "title": "Thêm", "parts": [{ "text": file("phan.md") }], "text": file("phu-luc.md") }
            ],
        }),
    );
    let report = ReportFile::new("report.json", report.to_string()).beside(&uploads, ShelfPath::root());
    let composed = DESK.review(report, &Settings::default());
    let findings = composed.review.findings;
    let told = findings.iter().filter(|finding| finding.id == MISSPELT).cloned().flat_map(Finding::apart);
    let mut places: Vec<(String, String)> = told
        .map(|one| {
            let place = one.place.expect("a place");
            (place.source.name.clone(), place.source.text[Place::span(&place).expect("bytes")].to_owned())
        })
        .collect();
    places.sort();
    let mut expected: Vec<(String, String)> = texts
        .iter()
        .map(|(name, text)| ((*name).to_owned(), text.split(' ').next_back().unwrap().trim_end_matches('.').to_owned()))
        .collect();
    expected.sort();
    assert_eq!(places, expected, "{findings:?}");
}

/// What a template says is read as it is printed, and told of where it stands in the template; figures and the fields of the
/// document that stand in it are no words of it.
#[test]
fn words_of_templates_are_told_in_their_files() {
    let template = "Kết quảả tiếp nhận {{count \"ho-so.tiep-nhan\"}} hồ sơ , đạt.\n\n{{organ}} đãã họp với với dân (Phụ lục V kèm theo).\n";
    let mut report: serde_json::Value = serde_json::from_str(&baocao_testing::text(BASE)).expect("JSON");
    report["document"]["organ"]["short_name"] = json!("UBND xãã Bình Minh");
    let review = crate::sample::review(&desk(small_templates(template)), &report);
    let mut told: Vec<(String, String, String)> = Vec::new();
    for finding in review.findings.into_iter().flat_map(Finding::apart) {
        let place = finding.place.expect("a place");
        let words = place.span().and_then(|span| place.source.text.get(span)).unwrap_or_default();
        told.push((finding.id.to_string(), place.source.name.clone(), words.to_owned()));
    }
    let elsewhere = told.iter().filter(|(_, file, _)| !file.ends_with("ket-qua.md.hbs"));
    assert_eq!(elsewhere.count(), 1);
    let in_template = told.iter().filter(|(_, file, _)| file.ends_with("ket-qua.md.hbs"));
    let mut in_template: Vec<(&str, &str)> = in_template.map(|(id, _, words)| (id.as_str(), words.as_str())).collect();
    in_template.sort_unstable();
    assert_eq!(
        in_template,
        [
            ("the-thuc/phu-luc-khong-co", "Phụ lục V"),
            ("van-ban/am-tiet-sai", "quảả"),
            ("van-ban/am-tiet-sai", "đãã"),
            ("van-ban/cach-truoc-dau-cau", "sơ ,"),
            ("van-ban/lap-tu", "với với"),
        ]
    );
    let organ: Vec<&str> =
        told.iter().filter(|(_, _, words)| words == "xãã").map(|(_, file, _)| file.as_str()).collect();
    assert_eq!(organ, ["report.json"]);
}
