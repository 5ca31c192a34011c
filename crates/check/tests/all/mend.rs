//! What is mended, what is left, and what may never change.

use baocao_check::mend::{Mended, unified};
use baocao_check::{Origin, Settings, is_mended, rule, rules};
use baocao_core::diagnostic::Id;
use baocao_core::report::{Checks, Exemption, ReportFile};
use baocao_vietnamese::bare;
use baocao_vietnamese::encoding::nfc;
use proptest::prelude::*;
use serde_json::{Value as Json, json};

use crate::sample::{DESK, patched, review};

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
        ("Kế hoạch số: 9/KH-UBND", "Kế hoạch số 09/KH-UBND"),
        ("ngày *8/9/2023*, **một  hai** .", "ngày *08/9/2023*, **một hai**."),
        ("Báo,*đài* đưa 5 tin:6 bài", "Báo, *đài* đưa 5 tin: 6 bài"),
        ("Ðề án số hoá, số hóa, hòa giải", "Đề án số hóa, số hóa, hòa giải"),
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
        "Xem ![](bang:t).",
        "hai *, ba*",
        "số hoá và số hóa",
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
    for (before, after) in [
        ("BC - UBND", "BC-UBND"),
        ("BC- SKHĐT", "BC-SKHĐT"),
        ("BC – UBND", "BC-UBND"),
        ("BC UBND", "BC UBND"),
        ("BC/HU", "BC/HU"),
    ] {
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
fn the_rules_that_mend_are_documented() {
    let page = baocao_testing::text("docs/mending.md");
    let mut documented: Vec<&str> =
        page.lines().filter_map(|line| line.strip_prefix("| `")?.split('`').next()).collect();
    let mut mending: Vec<&str> = rules().filter(|rule| is_mended(rule)).map(|rule| rule.id.as_str()).collect();
    documented.sort_unstable();
    mending.sort_unstable();
    assert_eq!(documented, mending);
}

#[test]
fn a_diff_shows_the_lines() {
    let diff = unified("a.json", "{\n  \"a\": 1,\n  \"b\": \"x  y\"\n}\n", "{\n  \"a\": 1,\n  \"b\": \"x y\"\n}\n");
    assert_eq!(
        diff,
        "--- a.json\n+++ a.json\n@@ -1,4 +1,4 @@\n {\n   \"a\": 1,\n-  \"b\": \"x  y\"\n+  \"b\": \"x y\"\n }\n"
    );
}

/// The words and numbers of a text: in capitals without marks, without punctuation and without zeros before numbers.
fn words(text: &str) -> Vec<String> {
    let text = bare(&nfc(text));
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
        "*8/9/2023*",
        "Kế hoạch số: 9/KH-UBND",
        "Báo,đài",
        "hoà giải",
        "số hóa",
        "“ Gần dân",
        "![](bang:t)",
        "]( a",
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

/// Sentences with faults that are mended, one way of marking tones the more frequent.
const FAULTS: [&str; 12] = [
    "Việc số hóa hồ sơ và hòa giải ở cơ sở được quan tâm; kết quả số hóa được sử dụng lại.",
    "Xã ban hành Kế hoạch số 95/ KH - UBND ngày 20/02/2024 về kiểm tra.",
    "Xã ban hành Kế hoạch số: 96/KH-UBND ngày 21/02/2024 về tuyên truyền.",
    "Xã thực hiện Kế hoạch số 9/KH-UBND ngày 22/02/2024 về hoà giải.",
    "Xã kiểm tra các thôn ngày 8/3/2024 và *ngày 5 tháng 1 năm 2024*.",
    "Các thôn đã đưa  tin *trên đài* ; người dân hưởng ứng .",
    "Các thôn đã đưa tin ( bài viết ) trên đài truyền thanh.",
    "Báo,đài đã đưa tin.Người dân hưởng ứng.",
    "Tie\u{302}\u{301}ng Vie\u{323}\u{302}t **du\u{31b}\u{323}ng** sẵn.",
    "Ðề án đã được phê duyệt.",
    "Khẩu hiệu “ Gần dân ” được treo ở các thôn.",
    "Công tác chỉ đạo được quan tâm.",
];

/// What is told of a report.
fn ids(report: &str) -> Vec<Id> {
    let report = serde_json::from_str(report).expect("JSON");
    review(&DESK, &report).findings.into_iter().map(|finding| finding.id).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn what_is_mended_is_told_no_more_and_nothing_new_is(
        sentences in proptest::sample::subsequence(&FAULTS[1..], 1..8),
        items in any::<bool>(),
        lines in any::<bool>(),
    ) {
        let sentences = [&FAULTS[..1], &sentences].concat();
        let text = sentences.join(if items { "\n\n- " } else { " " });
        let text = if lines { json!(text.split('\n').collect::<Vec<_>>()) } else { json!(text) };
        let report = patched("cchc/xa-2022", json!({ "sections": { "danh-gia.uu-diem": text } })).to_string();
        let once = mend(&report);
        let (before, after) = (ids(&report), ids(&once.text));
        prop_assert!(after.iter().all(|id| before.contains(id)), "{before:?}, then {after:?}");
        let mended = |id: &Id| rule(id.as_str()).is_some_and(is_mended);
        prop_assert!(!after.iter().any(mended), "{after:?}");
        prop_assert_eq!(mend(&once.text).mendings, []);
    }
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
