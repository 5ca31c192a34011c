//! Whatever bytes come in, the pipeline answers with a document or with findings, and never panics.

use std::sync::LazyLock;

use baocao_check::{Desk, Settings};
use baocao_core::diagnostic::{Lang, has_errors, render};
use baocao_core::report::ReportFile;
use proptest::prelude::*;
use serde_json::Value;

fn example() -> Vec<u8> {
    baocao_testing::bytes("examples/xa-q3-2026.json")
}

static DESK: LazyLock<Desk> = LazyLock::new(Desk::default);

/// Composes and checks; where there is no document there must be an error that can be shown in both languages.
fn try_out(bytes: Vec<u8>) {
    let outcome = DESK.review(ReportFile::new("x.json", bytes), &Settings::default());
    let findings = outcome.review.findings;
    assert_eq!(outcome.value.is_none(), has_errors(&findings));
    for lang in [Lang::Vi, Lang::En] {
        assert_eq!(render(&findings, lang, false).is_empty(), findings.is_empty());
    }
}

/// Every place of a JSON value, as pointers.
fn pointers(value: &Value, at: String, out: &mut Vec<String>) {
    match value {
        Value::Object(map) => {
            for (key, below) in map {
                pointers(below, format!("{at}/{}", key.replace('~', "~0").replace('/', "~1")), out);
            }
        }
        Value::Array(list) => list.iter().enumerate().for_each(|(i, below)| pointers(below, format!("{at}/{i}"), out)),
        _ => {}
    }
    out.push(at);
}

fn any_value() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        "\\PC{0,40}".prop_map(Value::from),
        "[-+*_#`|<>{}\\[\\]^:. 0-9a-zđ\\n]{0,60}".prop_map(Value::from),
        Just(serde_json::json!([])),
        Just(serde_json::json!({})),
    ]
}

#[test]
fn sums_of_the_largest_numbers() {
    for number in ["999.999.999.999.999 nghìn tỷ đồng", "1.000.000 nghìn tỷ đồng", "9.999.999.999.999.999 hồ sơ"]
    {
        let parts = vec![format!("nguồn A {number}"); 200].join("; ");
        let mut report: Value = serde_json::from_slice(&example()).unwrap();
        report["sections"]["danh-gia.uu-diem"] =
            format!("Tổng thu {number}, gồm: {parts}.\n\nThu {parts}, tổng cộng {number}.").into();
        try_out(report.to_string().into_bytes());
    }
}

/// Numbers at the ends of what a report may hold.
const ENDS: [&str; 8] = [
    "0",
    "999999999999999",
    "0,000000000000000001",
    "0,1",
    "12",
    "1.250",
    "999.999.999.999.999.999",
    "99999999999999999,9",
];

/// A text that is full of such numbers.
fn numbers() -> impl Strategy<Value = String> {
    let words = [
        "Tổng số ",
        "gồm: ",
        "trong đó: ",
        "(",
        ")",
        "; ",
        ", ",
        ". ",
        " tăng ",
        " giảm ",
        " so với cùng kỳ ",
        "từ ",
        " lên ",
        " đạt ",
        " còn ",
        " còn thiếu ",
        "Trong tổng số ",
        " có ",
        " tổng cộng ",
        " chiếm ",
        "xếp thứ ",
        " kế hoạch ",
        "có mặt ",
        "\n\n",
        "\n- ",
    ];
    let units = [" nghìn tỷ đồng", " triệu đồng", " hồ sơ", " người", " công chức", " văn bản", "%", "/", ""];
    let piece =
        (prop::sample::select(words.to_vec()), prop::sample::select(&ENDS[..]), prop::sample::select(units.to_vec()));
    let pieces = prop::collection::vec(piece.prop_map(|(word, number, unit)| format!("{word}{number}{unit}")), 1..150);
    let row = prop::collection::vec(prop::sample::select(&ENDS[..]), 2..3);
    let table = prop::collection::vec(row.prop_map(|cells| format!("| Tổng số | {} |\n", cells.join(" | "))), 1..20);
    (pieces, table).prop_map(|(pieces, rows)| {
        format!("{}.\n\n| Nội dung | Kế hoạch | Tỷ lệ (%) |\n|---|---|---|\n{}", pieces.concat(), rows.concat())
    })
}

/// Signs, letters and numbers with spaces of all widths among them.
fn signs() -> impl Strategy<Value = String> {
    let pieces = [
        " ",
        " ",
        "\u{a0}",
        "\u{2009}",
        "\u{3000}",
        "\u{200a}",
        "\n\n",
        "“",
        "”",
        "\"",
        "‘",
        "’",
        "(",
        ")",
        ",",
        ".",
        ";",
        ":",
        "-",
        "–",
        "…",
        "?",
        "!",
        "%",
        "/",
        "*",
        "|",
        "[^1]",
        "a",
        "Ủy ban",
        "đ",
        "ngày ",
        "quý ",
        "6 tháng đầu",
        "số ",
        "12",
        "05/3/2023",
        "75,8",
        "134/KH-UBND",
        "UBND xã",
        "của ",
        "Điều ",
        "TM. ",
        "thủ tục Hành chính",
        "Quý III",
        "phụ lục ",
        "tổng số ",
    ];
    prop::collection::vec(prop::sample::select(pieces.to_vec()), 1..60).prop_map(|pieces| pieces.concat())
}

/// Words by which numbers are read, and numbers, in any order.
fn words() -> impl Strategy<Value = String> {
    let pieces = [
        "Trong đó:",
        " trong đó ",
        "gồm ",
        "(",
        ")",
        ", ",
        "; ",
        ". ",
        ":",
        "\n",
        "\n\n+ ",
        "- ",
        " %",
        "%",
        "/",
        "12",
        "0",
        "7.725",
        "05",
        " hồ sơ",
        " người",
        " đạt ",
        " tiếp nhận ",
        " đang giải quyết ",
        "ọ",
        "\u{a0}",
        "…",
        " trên ",
        "2023",
        "99999999999999999999",
        "1.5",
        " tỷ đồng",
        "İ",
        "|",
    ];
    prop::collection::vec(prop::sample::select(pieces.to_vec()), 0..30).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn words_and_numbers_in_any_order(text in words()) {
        let mut report: Value = serde_json::from_slice(&example()).unwrap();
        report["sections"]["danh-gia.uu-diem"] = text.into();
        try_out(report.to_string().into_bytes());
    }

    #[test]
    fn signs_among_spaces_of_all_widths(text in signs()) {
        let mut report: Value = serde_json::from_slice(&example()).unwrap();
        report["document"]["subject"] = text.clone().into();
        report["document"]["signers"][0]["full_name"] = text.clone().into();
        report["sections"]["danh-gia.uu-diem"] = text.into();
        try_out(report.to_string().into_bytes());
    }

    #[test]
    fn numbers_of_any_size(text in numbers(), figures in prop::collection::vec(prop::sample::select(&ENDS[..]), 200)) {
        let mut report: Value = serde_json::from_slice(&example()).unwrap();
        report["sections"]["danh-gia.uu-diem"] = text.into();
        for (value, end) in report["figures"].as_object_mut().unwrap().values_mut().zip(figures) {
            *value = end.into();
        }
        try_out(report.to_string().into_bytes());
    }

    #[test]
    fn bytes_that_were_changed(at in any::<prop::sample::Index>(), byte in any::<u8>(), cut in any::<Option<prop::sample::Index>>()) {
        let mut bytes = example();
        let index = at.index(bytes.len());
        bytes[index] = byte;
        if let Some(cut) = cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        try_out(bytes);
    }

    #[test]
    fn values_that_were_replaced(at in any::<prop::sample::Index>(), value in any_value()) {
        let mut report: Value = serde_json::from_slice(&example()).unwrap();
        let mut places = Vec::new();
        pointers(&report, String::new(), &mut places);
        let place = &places[at.index(places.len())];
        *report.pointer_mut(place).unwrap() = value;
        try_out(report.to_string().into_bytes());
    }
}
