//! What documents are called.

use baocao_batch::{Pattern, Shard, collisions};
use proptest::prelude::*;
use serde_json::{Value, json};

fn pattern(text: &str) -> Pattern {
    text.parse().unwrap_or_else(|error| panic!("{text}: {error}"))
}

fn report() -> Value {
    json!({
        "template": "cchc/xa-2025",
        "period": { "kind": "quarter", "year": 2026, "quarter": 3, "from": "2026-06-15", "to": "2026-09-14" },
        "document": {
            "organ": { "organ_id": "H29.12.5", "short_name": "UBND xã An Phú" },
            "code_number": 112,
            "signers": [{ "full_name": "Trần Thị B" }],
            "promulgation": { "date": "2026-09-08" },
        },
    })
}

fn named(text: &str) -> Result<String, String> {
    pattern(text).fill("bao-cao", 7, &report())
}

#[test]
fn fields_are_found_by_their_names_or_paths() {
    let cases = [
        ("{stem}", "bao-cao.pdf"),
        ("{n}-{stem}.pdf", "7-bao-cao.pdf"),
        ("{organ_id}-{period}.pdf", "H29.12.5-2026-Q3.pdf"),
        ("{year}/{short_name}", "2026/UBND-xã-An-Phú.pdf"),
        ("BC {code_number} {date}", "BC 112 2026-09-08.pdf"),
        ("{template}.pdf", "cchc-xa-2025.pdf"),
        ("{document.organ.organ_id}", "H29.12.5.pdf"),
        ("{document.signers.0.full_name}", "Trần-Thị-B.pdf"),
    ];
    for (text, expected) in cases {
        assert_eq!(named(text).as_deref(), Ok(expected), "{text}");
    }
    assert_eq!(named("{code_notation}-{n}"), Err("code_notation".to_owned()));
    assert_eq!(named("{signers}"), Err("signers".to_owned()));
}

#[test]
fn periods_have_short_names() {
    let code = |period: Value| pattern("{period}").fill("", 1, &json!({ "period": period }));
    let period = |kind: &str, field: &str, number: u32| {
        let mut period = json!({ "kind": kind, "year": 2026, "from": "2026-01-01", "to": "2026-01-31" });
        period[field] = number.into();
        code(period).expect("a name")
    };
    assert_eq!(period("month", "month", 1), "2026-01.pdf");
    assert_eq!(period("half", "half", 2), "2026-H2.pdf");
    assert_eq!(period("nine_months", "year", 2026), "2026-9M.pdf");
    assert_eq!(period("year", "year", 2026), "2026.pdf");
    assert_eq!(code(json!("quý III")), Err("period".to_owned()));
}

#[test]
fn patterns_lead_nowhere_else() {
    let wrong = [
        ("../{stem}", "\"..\""),
        ("/etc/{stem}", "\"\""),
        ("a/../../{stem}", "\"..\""),
        ("a//{stem}", "\"\""),
        ("C:{stem}", ":"),
        ("a\\{stem}", "\\"),
        ("{stem", "{stem"),
        ("{}", "{}"),
        ("{a b}", "{a b}"),
        ("stem}", "}"),
        ("100%-{stem}", "%"),
        (".an/{stem}", "\".an\""),
        ("{stem}.docx", ".docx"),
        ("{organ_id}/{stem}.PNG", ".PNG"),
    ];
    for (text, error) in wrong {
        assert_eq!(text.parse::<Pattern>(), Err(error.to_owned()), "{text}");
    }
}

#[test]
fn values_never_make_a_path_or_a_device() {
    let by_value = |value: &str| pattern("{place}.pdf").fill("", 1, &json!({ "document": { "place": value } }));
    let cases = [
        ("../../etc/passwd", "etc-passwd.pdf"),
        ("CON", "_CON.pdf"),
        ("com1", "_com1.pdf"),
        ("nul.bao-cao", "_nul.bao-cao.pdf"),
        ("Consol", "Consol.pdf"),
        ("a\u{0}b\nc", "a-b-c.pdf"),
        ("Quý III/2026: \"báo cáo\"", "Quý-III-2026-báo-cáo.pdf"),
        ("xa\u{303} An Phu\u{301}", "xã-An-Phú.pdf"),
    ];
    for (value, expected) in cases {
        assert_eq!(by_value(value).as_deref(), Ok(expected), "{value:?}");
    }
    for nothing in ["", "  ", "...", "🎉🎉🎉", "../.."] {
        assert_eq!(by_value(nothing), Err("place".to_owned()), "{nothing:?}");
    }
}

#[test]
fn long_names_stay_apart() {
    let name =
        |end: &str| pattern("{stem}").fill(&format!("{}{end}", "ế".repeat(300)), 1, &Value::Null).expect("a name");
    let (a, b) = (name("a"), name("b"));
    assert!(a.len() <= 200 && a.ends_with(".pdf"), "{a}");
    assert_ne!(a, b);
    assert_eq!(a, name("a"));
}

#[test]
fn what_one_file_would_hold_is_found() {
    let paths = ["a.pdf", "b.pdf", "A.pdf", "xa\u{303}.pdf", "x\u{e3}.PDF", "c.pdf"];
    assert_eq!(collisions(paths.into_iter()), [vec![0, 2], vec![3, 4]]);
}

#[test]
fn each_item_belongs_to_one_part() {
    let shards: Vec<Shard> = (1..=16).map(|part| format!("{part}/16").parse().expect("a part")).collect();
    let mut sizes = vec![0; shards.len()];
    for number in 0..4000 {
        let name = format!("xa-{number}.pdf");
        let of: Vec<usize> = (0..shards.len()).filter(|part| shards[*part].has(&name)).collect();
        assert_eq!(of.len(), 1, "{name}");
        sizes[of[0]] += 1;
    }
    assert!(sizes.iter().all(|size| (180..320).contains(size)), "{sizes:?}");
    // Machines of other years must agree.
    let third: Vec<u32> = (0..40).filter(|number| shards[2].has(&format!("xa-{number}.pdf"))).collect();
    assert_eq!(third, THIRD);
    for wrong in ["0/3", "4/3", "1", "1/0", "a/b", "1/2/3", "-1/3"] {
        assert!(wrong.parse::<Shard>().is_err(), "{wrong}");
    }
}

/// The items of the third part of sixteen among the first forty.
const THIRD: [u32; 3] = [4, 8, 25];

proptest! {
    #[test]
    fn names_are_safe_whatever_a_report_holds(stem in "\\PC{0,80}", value in any::<String>(), number in 1_usize..100_000) {
        let report = json!({ "document": { "subject": value } });
        if let Ok(path) = pattern("{subject}/{stem}-{n}.pdf").fill(&stem, number, &report) {
            let names: Vec<&str> = path.split('/').collect();
            prop_assert_eq!(names.len(), 2);
            for name in names {
                prop_assert!(!name.is_empty() && name.len() <= 200 && !name.starts_with('.'), "{}", path);
                let safe = |c: char| c.is_alphanumeric() || "-_.~".contains(c);
                prop_assert!(name.chars().all(safe), "{}", path);
            }
        }
    }

    #[test]
    fn any_text_is_a_pattern_or_not(text in any::<String>()) {
        if let Ok(pattern) = text.parse::<Pattern>() {
            let filled = pattern.fill("x", 1, &report()).unwrap_or_default();
            prop_assert!(!filled.split('/').any(|name| name == ".." || name == "."), "{}", filled);
            prop_assert!(!filled.starts_with('/'), "{}", filled);
        }
    }
}
