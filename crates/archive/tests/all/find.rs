//! What is looked for.

use baocao_archive::{Line, Metadata, Query};

fn line() -> Line {
    let json = r#"{"code_number": "214", "code_notation": "BC-UBND", "issued_date": "2026-09-16",
        "organ_name": "ỦY BAN NHÂN DÂN XÃ ĐÔNG SƠN",
        "subject": "Công tác cải cách hành chính quý III năm 2026"}"#;
    Line::new(&Metadata::read("tt.json", json.as_bytes().to_vec()).expect("metadata"), None, "").expect("a line")
}

#[test]
fn words_are_found_with_and_without_marks() {
    for found in [
        "",
        "cai cach",
        "CẢI CÁCH",
        "hành chính quy",
        "214/BC",
        "dong son",
        "Đông Sơn",
        "2026-BC-UBND-214",
        "cải\u{300}".trim_end_matches('\u{300}'),
    ] {
        assert!(Query::new(found).finds(&line()), "{found}");
    }
    for not in ["cái cách", "đong", "215", "hành chánh", "cải cách tư pháp"] {
        assert!(!Query::new(not).finds(&line()), "{not}");
    }
}

#[test]
fn days_and_years_are_a_range() {
    let day = |text: &str| text.parse().ok();
    let query = |from, to, year| {
        let mut query = Query::new("bc");
        (query.from, query.to, query.year) = (from, to, year);
        query
    };
    assert!(query(day("2026-09-16"), day("2026-09-16"), Some(2026)).finds(&line()));
    assert!(!query(day("2026-09-17"), None, None).finds(&line()));
    assert!(!query(None, day("2026-09-15"), None).finds(&line()));
    assert!(!query(None, None, Some(2025)).finds(&line()));
}
