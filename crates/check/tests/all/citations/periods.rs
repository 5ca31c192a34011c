//! Names of periods and ranges of days, held against the period of the report.

use baocao_core::diagnostic::{Finding, Place};
use serde_json::{Value as Json, json};

use crate::sample::{findings, patched};

/// The name of the period, that of the next one, a range of days that is nearly that of the period.
const NAME: &str = "ky-bao-cao/ten-ky";
const NEXT: &str = "ky-bao-cao/ky-tiep-theo";
const RANGE: &str = "ky-bao-cao/khoang-lech";

/// A report of this period with a text in it. What a rule finds in that text.
fn found(id: &str, period: &Json, pointer: &str, patch: Json) -> Vec<String> {
    let mut report = patched("cchc/xa-2022", patch);
    report["period"] = period.clone();
    let places = findings(&report).into_iter().filter(|finding| finding.id == id).flat_map(Finding::apart);
    let here = places.filter(|one| one.place.as_ref().and_then(Place::pointer) == Some(pointer));
    here.filter_map(|one| one.found).collect()
}

fn quarter(number: u32, year: i32) -> Json {
    let day = format!("{year}-{:02}-14", number * 3);
    json!({ "kind": "quarter", "year": year, "quarter": number, "from": day, "to": day })
}

fn half(number: u32, year: i32) -> Json {
    let day = format!("{year}-{:02}-14", number * 6);
    json!({ "kind": "half", "year": year, "half": number, "from": day, "to": day })
}

fn year(year: i32) -> Json {
    json!({ "kind": "year", "year": year, "from": format!("{year}-01-01"), "to": format!("{year}-12-31") })
}

/// What is told of the subject of a report of a period.
fn in_subject(text: &str, period: &Json) -> Vec<String> {
    let subject = format!("Công tác cải cách hành chính {text}");
    found(NAME, period, "/document/subject", json!({ "document": { "subject": subject } }))
}

/// An own outline closes with its last paragraph.
#[test]
fn the_last_paragraph_names_the_period() {
    let closing = |text: &str, period: &Json| {
        let outline =
            json!([{ "text": "Xã đã họp." }, { "text": format!("Xã đã họp.\n\nTrên đây là báo cáo {text} của xã.") }]);
        found(NAME, period, "/outline/1/text", json!({ "outline": outline }))
    };
    assert_eq!(closing("chăm sóc trẻ em năm 2022", &year(2023)), ["năm 2022"]);
    assert_eq!(closing("chăm sóc trẻ em năm 2023", &year(2023)), [""; 0]);
    assert_eq!(closing("kết quả 6 tháng đầu năm 2023", &quarter(3, 2023)), ["6 tháng đầu năm 2023"]);
    assert_eq!(closing("kết quả quý III năm 2023", &quarter(3, 2023)), [""; 0]);
}

#[test]
fn names_of_periods_are_read() {
    for (text, right, wrong, name) in [
        ("quý III năm 2023", quarter(3, 2023), quarter(2, 2023), "quý III năm 2023"),
        ("quý III năm 2023", quarter(3, 2023), quarter(3, 2022), "quý III năm 2023"),
        ("QUÝ IV/2023", quarter(4, 2023), quarter(4, 2024), "QUÝ IV/2023"),
        ("trong Quý 1, xã đã", quarter(1, 2024), quarter(2, 2024), "Quý 1"),
        ("trong Quý 1, xã đã", quarter(1, 2023), half(2, 2023), "Quý 1"),
        ("6 tháng đầu năm và nhiệm vụ 6 tháng cuối năm 2024", half(1, 2024), quarter(1, 2024), "6 tháng đầu năm"),
        ("6 tháng đầu năm và nhiệm vụ 6 tháng cuối năm 2024", half(1, 2021), quarter(3, 2024), "6 tháng đầu năm"),
        ("6 tháng đầu năm và nhiệm vụ 6 tháng cuối năm 2024", half(2, 2024), half(2, 2023), "6 tháng cuối năm 2024"),
        ("09 tháng đầu năm 2023", quarter(3, 2023), half(1, 2023), "09 tháng đầu năm 2023"),
    ] {
        assert_eq!(in_subject(text, &right), [""; 0], "{text}");
        assert_eq!(in_subject(text, &wrong), [name], "{text}");
    }
    for text in ["ngày 29 tháng 12 năm 2017", "ngày 9 tháng 9 năm 2017", "quý báu", "trong 6 tháng, Sở đã", "quý vị"]
    {
        assert_eq!(in_subject(text, &quarter(1, 2017)), [""; 0], "{text}");
    }
}

#[test]
fn names_are_held_against_the_period() {
    assert_eq!(in_subject("quý III", &quarter(3, 2023)), [""; 0]);
    assert_eq!(in_subject("9 tháng năm 2023", &quarter(3, 2023)), [""; 0]);
    assert_eq!(in_subject("quý III/2022", &quarter(3, 2023)), ["quý III/2022"]);
    assert_eq!(in_subject("quý IV/2023", &year(2023)), [""; 0]);
    let heading = |name: &str| {
        let outline = json!([{ "title": format!("Kết quả thực hiện {name}"), "text": "Xã đã thực hiện." }]);
        found(NAME, &quarter(3, 2023), "/outline/0/title", json!({ "outline": outline }))
    };
    assert_eq!(heading("quý III/2023"), [""; 0]);
    assert_eq!(heading("quý III/2022"), ["quý III/2022"]);
}

#[test]
fn directions_are_held_against_the_next_period() {
    let heading = |name: &str, period: &Json| {
        let outline = json!([{ "title": format!("Phương hướng, nhiệm vụ {name}"), "text": "Xã tiếp tục thực hiện." }]);
        found(NEXT, period, "/outline/0/title", json!({ "outline": outline }))
    };
    for (name, period) in [
        ("quý IV", quarter(3, 2023)),
        ("quý I năm 2024", quarter(4, 2023)),
        ("6 tháng cuối năm", quarter(2, 2023)),
        ("6 tháng cuối năm", quarter(3, 2023)),
    ] {
        assert_eq!(heading(name, &period), [""; 0], "{name}");
    }
    for (name, period) in [("quý III", quarter(3, 2023)), ("quý I năm 2023", quarter(4, 2023))] {
        assert_eq!(heading(name, &period), [name]);
    }
}

#[test]
fn ranges_of_days_are_read() {
    // A report of just these days, and of those that begin a day later.
    let told = |text: &str, days: [&str; 3]| {
        let [first, second, last] = days;
        let year: i32 = last[..4].parse().unwrap();
        [first, second].map(|from| {
            let period = json!({ "kind": "year", "year": year, "from": from, "to": last });
            found(RANGE, &period, "/sections/danh-gia.uu-diem", json!({ "sections": { "danh-gia.uu-diem": text } }))
        })
    };
    for (text, days, range) in [
        (
            "từ ngày 15/6/2023 đến ngày 14/9/2023",
            ["2023-06-15", "2023-06-16", "2023-09-14"],
            "15/6/2023 đến ngày 14/9/2023",
        ),
        ("(Từ ngày 15/12/2023 đến 10/6/2024)", ["2023-12-15", "2023-12-16", "2024-06-10"], "15/12/2023 đến 10/6/2024"),
        ("kỳ 15/6/2023 - 14/9/2023", ["2023-06-15", "2023-06-16", "2023-09-14"], "15/6/2023 - 14/9/2023"),
        ("từ 15/12 đến hết ngày 14/3/2024", ["2023-12-15", "2023-12-16", "2024-03-14"], "15/12 đến hết ngày 14/3/2024"),
        (
            "từ ngày 15 tháng 6 năm 2023 đến ngày 14 tháng 9 năm 2023",
            ["2023-06-15", "2023-06-16", "2023-09-14"],
            "ngày 15 tháng 6 năm 2023 đến ngày 14 tháng 9 năm 2023",
        ),
    ] {
        assert_eq!(told(text, days), [vec![], vec![range.to_owned()]], "{text}");
    }
    for (text, days) in [
        ("Kế hoạch ngày 12/01/2023 và Kế hoạch ngày 15/01/2023", ["2023-01-12", "2023-01-13", "2023-01-15"]),
        ("đến ngày 14/9/2023", ["2023-06-15", "2023-06-16", "2023-09-14"]),
    ] {
        assert_eq!(told(text, days), [[""; 0]; 2], "{text}");
    }
}
