//! What is mended, what is left, and what may never change.

use baocao_check::mend::{Mended, unified};
use baocao_check::{Origin, Settings};
use baocao_core::report::{Checks, Exemption, ReportFile};
use baocao_vietnamese::encoding::nfc;
use proptest::prelude::*;
use serde_json::{Value as Json, json};

use crate::sample::DESK;

fn mend(json: &str) -> Mended {
    DESK.mend(ReportFile::new("bao-cao.json", json), &Settings::default()).expect("JSON")
}

/// A text of the narrative, mended.
fn prose(text: &str) -> String {
    at(json!({ "sections": { "a": text } }), "/sections/a")
}

fn at(report: Json, pointer: &str) -> String {
    let mended = mend(&report.to_string()).text;
    let report: Json = serde_json::from_str(&mended).unwrap();
    report.pointer(pointer).unwrap().as_str().unwrap().to_owned()
}

#[test]
fn what_is_beyond_doubt_is_mended() {
    for (before, after) in [
        ("Ba\u{301}o ca\u{301}o", "Báo cáo"),
        ("Kế hoạch số 04/ KH-UBND ngày 08/9/2023", "Kế hoạch số 04/KH-UBND ngày 08/9/2023"),
        ("Kế hoạch số 08/KH - UBND xã giao", "Kế hoạch số 08/KH-UBND xã giao"),
        ("Quyết định 12 /QĐ-UBND", "Quyết định 12/QĐ-UBND"),
        ("(Nghị định số 30/2020/ NĐ- CP)", "(Nghị định số 30/2020/NĐ-CP)"),
        ("ngày 8/9/2023, 5/1/2024 và 10/2/2024", "ngày 08/9/2023, 05/01/2024 và 10/02/2024"),
        ("từ 1/6/2023-5/9/2023", "từ 01/6/2023-05/9/2023"),
        ("ngày 5 tháng 1 năm 2023", "ngày 05 tháng 01 năm 2023"),
        ("một  hai ,  ba ; bốn .", "một hai, ba; bốn."),
        ("đã họp ( 02 buổi ) và", "đã họp (02 buổi) và"),
        ("- Một  hai\n- Ba .", "- Một hai\n- Ba."),
    ] {
        assert_eq!(prose(before), after);
        assert_eq!(prose(after), after, "twice");
    }
}

#[test]
fn what_is_in_doubt_is_left() {
    for text in [
        "ngày 08/09/2023, 15/7/2021, 2/9 và tháng 1/2023",
        "ngày 30/2/2023 và 5/13/2023",
        "đạt 5/5 KH - UBND xã đã",
        "theo 08/KH - UBND xã đã giao",
        "số 5/1/2023/QĐ-UBND",
        "phiên bản 1.5/1/2023",
        "gồm 22 / 29 nhiệm vụ",
        "a\u{a0} b, c\u{a0}, d",
        "| A  | B  |\n|----|----|\n| 1  | 2 , |",
        "dòng một  \ndòng hai",
        "-  mục\n\n   nối",
        "1 . không phải mục",
        "loa ... và (...); Công văn số ....  /UBND",
        "chữ ký      họ tên",
        "mức 10 .5 và 5 ,3",
        "https://vi-du.vn/a",
    ] {
        assert_eq!(prose(text), text);
    }
}

#[test]
fn fields_of_the_document() {
    let document = |field: Json| json!({ "document": field });
    for (before, after) in [
        ("- Như trên;", "Như trên"),
        ("Lưu: VT, NV.", "Lưu: VT, NV"),
        ("Các thôn ,", "Các thôn"),
        ("Các phòng, ban, v.v.", "Các phòng, ban, v.v."),
        ("Sở Nội vụ ...", "Sở Nội vụ ..."),
        ("-Các thôn", "-Các thôn"),
        (";", ";"),
    ] {
        assert_eq!(at(document(json!({ "recipients": [before] })), "/document/recipients/0"), after);
    }
    for (before, after) in [
        ("KT.GIÁM ĐỐC", "KT. GIÁM ĐỐC"),
        ("Q.CHỦ TỊCH", "Q. CHỦ TỊCH"),
        ("KT. CHỦ TỊCH", "KT. CHỦ TỊCH"),
        ("TM.ỦY BAN", "TM. ỦY BAN"),
    ] {
        let report = document(json!({ "signers": [{ "competence": [before] }] }));
        assert_eq!(at(report, "/document/signers/0/competence/0"), after);
    }
    for (before, after) in [("BC - UBND", "BC-UBND"), ("BC- SKHĐT", "BC-SKHĐT"), ("BC UBND", "BC UBND")] {
        assert_eq!(at(document(json!({ "code_notation": before })), "/document/code_notation"), after);
    }
}

#[test]
fn figures_paths_and_names_are_left() {
    let json = r#"{ "figures": { "a": "8 /9/2023", "b": { "value": "7 .725", "note": "một  hai" } },
        "previous": { "file": "ky  truoc .json" }, "tables": { "t": { "rows": [["1  000", "hai  từ"]] } } }"#;
    let expected = json.replace("một  hai", "một hai").replace("hai  từ", "hai từ");
    assert_eq!(mend(json).text, expected);
}

#[test]
fn the_file_stays_as_it_was_written() {
    let json =
        "{\r\n\t\"sections\" : {\"b\":\"x\\n\\ny  \\u00e0\\/\",\r\n \"a\": \"Ba\\u0301o \\\"hai\\\"  từ\"} }\r\n\r\n";
    let expected =
        "{\r\n\t\"sections\" : {\"b\":\"x\\n\\ny \\u00e0\\/\",\r\n \"a\": \"B\\u00e1o \\\"hai\\\" từ\"} }\r\n\r\n";
    let mended = mend(json);
    assert_eq!(mended.text, expected);
    let told: Vec<(&str, &str)> =
        mended.mendings.iter().map(|one| (one.rule.as_str(), one.place.pointer().unwrap())).collect();
    let expected = [
        ("van-ban/hai-dau-cach", "/sections/b"),
        ("van-ban/khong-nfc", "/sections/a"),
        ("van-ban/hai-dau-cach", "/sections/a"),
    ];
    assert_eq!(told, expected);
}

#[test]
fn repairs_on_top_of_each_other_are_those_of_the_first_text() {
    // Each makes room for the next; what stands between them, an escape here, is not written anew.
    let json = r#"{ "sections": { "a": "một  h\u0061i , 8/9/2023 , ( bốn" } }"#;
    let expected = r#"{ "sections": { "a": "một h\u0061i, 08/9/2023, (bốn" } }"#;
    assert_eq!(mend(json).text, expected);
}

#[test]
fn what_is_not_wanted_is_not_mended() {
    let json = r#"{ "sections": { "a": "một  hai .", "b": "một  hai ." } }"#;
    let exemption = Exemption {
        rule: "van-ban/hai-dau-cach".to_owned(),
        at: Some("/sections/a".to_owned()),
        reason: "như bản gốc".to_owned(),
    };
    let checks = Checks { exemptions: vec![exemption], ..Checks::default() };
    let settings = Settings::default().with(&checks, Origin::CommandLine, None);
    let mended = DESK.mend(ReportFile::new("bao-cao.json", json), &settings).expect("JSON");
    assert_eq!(mended.text, r#"{ "sections": { "a": "một  hai.", "b": "một hai." } }"#);
}

#[test]
fn a_diff_shows_the_lines() {
    let diff = unified("a.json", "{\n  \"a\": 1,\n  \"b\": \"x  y\"\n}\n", "{\n  \"a\": 1,\n  \"b\": \"x y\"\n}\n");
    assert_eq!(
        diff,
        "--- a.json\n+++ a.json\n@@ -1,4 +1,4 @@\n {\n   \"a\": 1,\n-  \"b\": \"x  y\"\n+  \"b\": \"x y\"\n }\n"
    );
}

/// The words and numbers of a text: composed, without punctuation and without zeros before numbers.
fn words(text: &str) -> Vec<String> {
    let text = nfc(text);
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(|word| word.trim_start_matches('0').to_owned()).collect()
}

/// The words and numbers of all texts of a report.
fn all_words(report: &Json) -> Vec<Vec<String>> {
    match report {
        Json::String(text) => vec![words(text)],
        Json::Array(list) => list.iter().flat_map(all_words).collect(),
        Json::Object(fields) => fields.values().flat_map(all_words).collect(),
        _ => Vec::new(),
    }
}

/// Pieces of which texts that need repairs are made.
fn piece() -> impl Strategy<Value = String> {
    let pieces = [
        "số ",
        "04/ KH-UBND",
        "08/KH - UBND",
        " ngày ",
        "8/9/2023",
        "5/1/2024",
        "08/09/2023",
        " , ",
        "  ",
        " .",
        "\n",
        "\n\n- ",
        "1 . ",
        "| a  | b |\n",
        "(",
        " )",
        "7.725",
        "75,8 %",
        "22/29",
        "Ba\u{301}o",
        "đ",
        "\u{301}",
        "\u{a0}",
        "...",
        "[^1]",
        "*",
        "ngày 5 tháng 2 năm 2023",
        "KT.GIÁM",
        ";",
        "\\",
        "\"",
        "😀",
        "chữ",
        " ",
    ];
    (0..pieces.len()).prop_map(move |index| pieces[index].to_owned())
}

proptest! {
    #[test]
    fn no_word_and_no_number_changes(pieces in proptest::collection::vec(piece(), 0..14), escapes in any::<bool>()) {
        let text = pieces.concat();
        let report = json!({
            "document": { "recipients": [text], "to": [text], "signers": [{ "competence": [text], "position": text }],
                "code_notation": text, "grounds": [text] },
            "figures": { "a": text, "b": { "value": text, "note": text } },
            "sections": { "s": text, "t": { "add": text } },
            "tables": { "t": { "title": text, "rows": [[text, 5]] } },
        });
        let mut source = report.to_string();
        if escapes {
            source = source.chars().map(|c| if c.is_ascii() { c.to_string() } else {
                let mut units = [0; 2];
                c.encode_utf16(&mut units).iter().map(|unit| format!("\\u{unit:04x}")).collect()
            }).collect();
        }
        let once = mend(&source);
        prop_assert!(!escapes || once.text.is_ascii());
        let after: Json = serde_json::from_str(&once.text).unwrap();
        prop_assert_eq!(&after["figures"]["a"], &report["figures"]["a"]);
        prop_assert_eq!(&after["figures"]["b"]["value"], &report["figures"]["b"]["value"]);
        prop_assert_eq!(all_words(&after), all_words(&report));
        let twice = mend(&once.text);
        prop_assert_eq!(&twice.text, &once.text);
        prop_assert!(twice.mendings.is_empty());
        prop_assert_eq!(once.mendings.is_empty(), once.text == source);
    }
}

#[test]
fn the_examples_are_as_they_should_be() {
    for name in ["xa-q3-2023", "huyen-q3-2023", "so-6-thang-2024", "tinh-q3-2026", "xa-q3-2026", "huyen-2020"] {
        let source = baocao_testing::text(&format!("examples/{name}.json"));
        let mended = mend(&source);
        assert_eq!(mended.text, source, "{:?}", mended.mendings.iter().map(|one| one.rule).collect::<Vec<_>>());
    }
}
