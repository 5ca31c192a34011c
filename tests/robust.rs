//! Whatever bytes come in, the pipeline answers with a document or with findings, and never panics.

use std::path::Path;

use baocao::Office;
use baocao::diagnostic::{Lang, has_errors, render};
use proptest::prelude::*;
use serde_json::Value;

fn example() -> Vec<u8> {
    std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/xa-q3-2026.json")).unwrap()
}

/// Composes; where there is no document there must be an error that can be shown in both languages.
fn try_out(bytes: Vec<u8>) {
    let mut findings = Vec::new();
    let composed = Office::default().compose("x.json", bytes, Path::new(""), &mut findings);
    assert_eq!(composed.is_none(), has_errors(&findings));
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

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

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
