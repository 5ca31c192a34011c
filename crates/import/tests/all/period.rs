//! Codes of periods.

use baocao_core::report::PeriodKind;
use baocao_import::map::period::{Code, read};
use serde_json::json;

#[test]
fn periods_are_read_as_systems_and_people_write_them() {
    let quarter = Some(Code { kind: PeriodKind::Quarter, year: 2026, number: 3 });
    for text in [
        "20263",
        "2026Q3",
        "2026-Q3",
        "Q3/2026",
        "Quý 3/2026",
        "quý III năm 2026",
        "QUÝ III - 2026",
        "III/2026",
        "Q32026",
    ] {
        assert_eq!(read(text), quarter, "{text}");
    }
    let month = Some(Code { kind: PeriodKind::Month, year: 2026, number: 9 });
    for text in
        ["202609", "2026-09", "09/2026", "9/2026", "Tháng 9/2026", "tháng 09 năm 2026", "T9-2026", "T9/2026", "T92026"]
    {
        assert_eq!(read(text), month, "{text}");
    }
    for (text, kind, number) in [
        ("2026", PeriodKind::Year, 1),
        ("2026.0", PeriodKind::Year, 1),
        ("Năm 2026", PeriodKind::Year, 1),
        ("6 tháng đầu năm 2026", PeriodKind::Half, 1),
        ("6 tháng cuối năm 2026", PeriodKind::Half, 2),
        ("9 tháng năm 2026", PeriodKind::NineMonths, 1),
        ("6T/2026", PeriodKind::Half, 1),
        ("9T2026", PeriodKind::NineMonths, 1),
    ] {
        assert_eq!(read(text), Some(Code { kind, year: 2026, number }), "{text}");
    }
    for text in [
        "",
        "202613",
        "20265",
        "20260",
        "quý V/2026",
        "026",
        "2026123",
        "kỳ này",
        "tháng 9",
        "1026",
        "V/2026",
        "T13/2026",
    ] {
        assert_eq!(read(text), None, "{text}");
    }
}

#[test]
fn a_code_that_is_written_is_read_again() {
    for text in ["20263", "202609", "2026", "6 tháng đầu năm 2026", "6 tháng cuối năm 2026", "9 tháng năm 2026"]
    {
        let code = read(text).expect("a period");
        assert_eq!(read(&code.written()), Some(code), "{text}");
    }
}

#[test]
fn a_period_has_the_days_of_the_calendar() {
    let report = |text: &str| read(text).unwrap().report().unwrap();
    let wanted = json!({ "kind": "quarter", "year": 2026, "quarter": 3, "from": "2026-07-01", "to": "2026-09-30" });
    assert_eq!(report("20263"), wanted);
    assert_eq!(report("202402")["to"], "2024-02-29");
    assert_eq!(report("9 tháng 2026")["to"], "2026-09-30");
}
