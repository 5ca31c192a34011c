//! The metadata of Annex VI.

use baocao_archive::{Metadata, merged};

fn metadata(json: &str) -> Metadata {
    Metadata::parse(json.as_bytes()).expect("metadata")
}

const WHOLE: &str = r#"{"code_number": "05", "code_notation": "BC-UBND", "issued_date": "2026-09-16",
    "organ_name": "ỦY BAN NHÂN DÂN XÃ TÂN LỘC", "subject": "Công tác quý III"}"#;

#[test]
fn what_is_missing_or_too_long_is_named() {
    assert_eq!(metadata(WHOLE).check(), []);
    let found = metadata(r#"{"code_number": " ", "code_notation": "BC-UBND", "subject": "Một"}"#).check();
    let words: Vec<&str> = found.iter().map(|finding| finding.message.en.as_str()).collect();
    assert_eq!(
        words,
        [
            "the name of the organ is missing (organ_name)",
            "the number is missing (code_number)",
            "the day of issue is missing (issued_date)"
        ]
    );
    let mut long = metadata(WHOLE);
    long.signer_info.push(baocao_archive::SignerInfo { position: None, full_name: Some("ă".repeat(51)) });
    let found = long.check();
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].message.en, "signer_info/*/full_name has 51 letters");
}

#[test]
fn what_is_given_fills_and_does_not_contradict() {
    let given = metadata(r#"{"code_number": "5", "maintenance": "10 năm"}"#);
    let all = merged(&metadata(WHOLE), &given).expect("no contradiction");
    assert_eq!(all.maintenance.as_deref(), Some("10 năm"));
    let errors =
        merged(&metadata(WHOLE), &metadata(r#"{"code_number": "6", "subject": "Khác"}"#)).expect_err("a contradiction");
    assert_eq!(errors.len(), 1);
    assert_eq!(errors[0].message.en, "code_number is not what the report in the PDF says");
}

#[test]
fn what_is_no_metadata_is_refused() {
    for bad in ["", "[]", "{\"so\": 1}", "{\"issued_date\": \"2026-02-30\"}", "{\"page_amount\": -1}"] {
        assert!(Metadata::parse(bad.as_bytes()).is_err(), "{bad}");
    }
}
