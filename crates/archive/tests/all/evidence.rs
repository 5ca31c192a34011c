//! Evidence of verification: whose it is, and what it says.

use baocao_archive::{Evidence, State};
use baocao_core::digest::sha256;
use chrono::{DateTime, FixedOffset};
use serde_json::{Value, json};

fn now() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2026-11-29T12:00:00+07:00").expect("a time")
}

fn said() -> Value {
    json!({
        "file": "a.pdf", "sha256": sha256(b"a"), "time": "2026-11-29T11:00:00+07:00", "result": "passed",
        "checks": [
            { "id": "file", "state": "passed", "text": "tot" },
            { "id": "signatures", "state": "not-evaluated", "text": "4 chu ky" },
        ],
        "signatures": [],
    })
}

/// What is told of evidence for a document, or how it ended.
fn told(change: impl FnOnce(&mut Value)) -> Result<State, String> {
    let mut value = said();
    change(&mut value);
    let evidence = Evidence::of("kt.json", value.to_string().as_bytes(), &sha256(b"a"), now());
    evidence.map(|evidence| evidence.state).map_err(|finding| finding.id.as_str().to_owned())
}

#[test]
fn evidence_is_about_the_document_and_is_what_verify_prints() {
    assert_eq!(told(|_| {}), Ok(State::NotEvaluated));
    assert_eq!(told(|value| value["checks"][1]["state"] = json!("passed")), Ok(State::Passed));
    let failed = |value: &mut Value| {
        value["checks"][1]["state"] = json!("failed");
        value["result"] = json!("failed");
    };
    assert_eq!(told(failed), Ok(State::Failed));
    let other = Err("luu-tru/ket-qua-cua-tep-khac".to_owned());
    assert_eq!(told(|value| value["sha256"] = json!(sha256(b"b"))), other);
    let none = Err("luu-tru/ket-qua-kiem-tra-hong".to_owned());
    assert_eq!(told(|value| *value = json!({})), none);
    assert_eq!(told(|value| *value = json!([])), none);
    for field in ["sha256", "time", "result", "checks"] {
        assert_eq!(told(|value| drop(value.as_object_mut().map(|object| object.remove(field)))), none, "{field}");
    }
    assert_eq!(told(|value| value["checks"] = json!([])), none);
    assert_eq!(told(|value| value["time"] = json!("hom qua")), none);
    assert_eq!(told(|value| value["time"] = json!("2026-11-29T05:00:01Z")), none, "it is to come");
    assert_eq!(told(|value| value["result"] = json!("failed")), none, "no check failed");
    assert_eq!(
        told(|value| value["checks"][1]["state"] = json!("failed")),
        none,
        "it does not say what its checks say"
    );
    assert!(Evidence::of("kt.json", b"%PDF-1.7", "", now()).is_err());
    // What is wrong is said.
    let why = |change: &dyn Fn(&mut Value)| {
        let mut value = said();
        change(&mut value);
        let told = Evidence::of("kt.json", value.to_string().as_bytes(), &sha256(b"a"), now());
        told.map_or_else(|finding| finding.message.en, |_| String::new())
    };
    assert!(why(&|value| value["checks"] = json!([])).contains("no check \"file\""));
    assert!(why(&|value| value["result"] = json!("failed")).contains("not that of its checks"));
    assert!(why(&|value| value["time"] = json!("2026-11-29T05:00:01Z")).contains("still to come"));
    assert!(why(&|value| drop(value.as_object_mut().map(|all| all.remove("sha256")))).contains("no \"sha256\""));
}
