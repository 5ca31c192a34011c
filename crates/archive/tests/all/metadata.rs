//! The metadata of Annex VI.

use baocao_archive::{Metadata, is_number, is_same_number, merged};
use baocao_core::diagnostic::{Lang, render_all};

fn metadata(json: &str) -> Metadata {
    Metadata::read("tt.json", json.as_bytes().to_vec()).expect("metadata")
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
    assert_eq!(
        errors[0].message.en,
        "code_number is not what the document says: the report inside, the number and day stamped"
    );
}

/// What is said of a file of metadata, in both languages: text, place, nearest name.
fn refused(json: &str) -> [String; 2] {
    let findings = Metadata::read("tt.json", json.as_bytes().to_vec()).expect_err(json);
    [Lang::Vi, Lang::En].map(|lang| render_all(&findings, lang, false))
}

#[test]
fn what_is_no_metadata_is_refused() {
    for bad in
        ["", "[]", "{\"so\": 1}", "{\"page_amount\": -1}", "{\"code_number\": 5}", "{\"to\": [{\"ten\": \"A\"}]}"]
    {
        for told in refused(bad) {
            for english in ["expected one of", "invalid type", "input is out of range", "unknown field `"] {
                assert!(!told.contains(english), "{bad}\n{told}");
            }
        }
    }
    let [vi, en] = refused("{\"isued_date\": \"2026-09-16\"}");
    assert!(vi.contains("không có trường \"isued_date\"") && vi.contains("có phải \"issued_date\"?"), "{vi}");
    assert!(en.contains("did you mean \"issued_date\"?"), "{en}");
    for field in ["issued_date", "due_date"] {
        let [vi, en] = refused(&format!("{{\"{field}\": \"2026-02-30\"}}"));
        assert!(vi.contains("ngày này không có trong lịch") && vi.contains(field), "{vi}");
        assert!(en.contains("there is no such date"), "{en}");
        refused(&format!("{{\"{field}\": \"30/2/2026\"}}"));
    }
    for (field, most) in [("page_amount", 999_999), ("priority", 9)] {
        metadata(&format!("{{\"{field}\": {most}}}"));
        refused(&format!("{{\"{field}\": {}}}", most + 1));
    }
}

#[test]
fn a_number_is_digits_with_a_letter_at_most() {
    for number in ["1", "05", "214", "12a", "12Đ", "99999999999"] {
        assert!(is_number(number), "{number}");
    }
    for text in ["", "0", "00", "a", "12ab", "12/../x", "12/BC", "-1", "1.5", "12 a", "123456789012", "１２"] {
        assert!(!is_number(text), "{text}");
    }
    let mut known = metadata(WHOLE);
    known.code_number = Some("12/../x".to_owned());
    let found = known.check();
    assert_eq!(found.iter().map(|finding| finding.id.as_str()).collect::<Vec<_>>(), ["luu-tru/khong-phai-so"]);
    assert!(is_same_number("012a", "12A") && !is_same_number("12", "12a"));
}

/// What an editor is told is not kept.
#[test]
fn the_schema_that_a_file_names_is_not_kept() {
    let all = merged(&metadata(WHOLE), &metadata("{\"$schema\": \"archive.schema.json\"}")).expect("metadata");
    assert_eq!(all, metadata(WHOLE));
}
