//! The outcome of a check as data, and in the format of code review tools.

use baocao_check::Review;
use baocao_check::record::{FindingRecord, Outcome, PlaceRecord, Record};
use baocao_core::diagnostic::{Address, Edit, Finding, Lang, Origin, Place, Severity, Source};
use baocao_core::{kinds, msg};
use serde_json::{Value, json};

fn record(place: &Place) -> Value {
    serde_json::to_value(PlaceRecord::from(place)).unwrap()
}

#[test]
fn every_place_is_recorded() {
    let text = json!({ "file": "a.json", "pointer": "/x", "line": 2, "column": 2, "end_line": 2, "end_column": 4,
        "bytes": [3, 5] });
    assert_eq!(record(&Place::json(&Source::new("a.json", "{\n \"x\": 5 }"), 3..5, "/x")), text);
    let rows = Source::new("b.csv", "t;s\nx;5\n");
    let field = json!({ "file": "b.csv", "pointer": null, "line": 2, "column": 3, "end_line": 2, "end_column": 4,
        "bytes": [6, 7], "field": { "row": 2, "column": 2 } });
    assert_eq!(record(&Place::field(&rows, 2, Some(2), 6..7)), field);
    let row = record(&Place::field(&rows, 2, None, 4..7));
    assert_eq!(row["field"], json!({ "row": 2, "column": null }));
    let book = Source::new("quy-3.xlsx", "");
    let cell = json!({ "file": "quy-3.xlsx", "pointer": null, "line": 1, "column": 1, "end_line": 1,
        "end_column": 1, "bytes": [0, 0], "cell": { "sheet": "Biểu 3", "name": "D17" } });
    assert_eq!(record(&Place::cell(&book, "Biểu 3", 17, 4)), cell);
    let file = json!({ "file": "quy-3.xlsx", "pointer": null, "line": 1, "column": 1, "end_line": 1,
        "end_column": 1, "bytes": [0, 0] });
    assert_eq!(record(&Place::file(&book)), file);
    assert_eq!(record(&Place::page(&Source::new("c.pdf", ""), 5))["page"], json!(5));
}

#[test]
fn the_cell_that_a_value_came_from_is_recorded() {
    let came_from = |at: &str, label: Option<&str>| {
        let at = Address::parse(at).unwrap();
        let origin = Origin { file: "quy-3".to_owned(), at, label: label.map(str::to_owned) };
        let place = Place::json(&Source::new("a.json", "5"), 0..1, "").with_origin(Some(origin.into()));
        record(&place)["origin"].clone()
    };
    let cell = json!({ "file": "quy-3", "sheet": "Biểu 3", "cell": "D17", "label": "Số nhiệm vụ" });
    assert_eq!(came_from("Biểu 3!D17", Some("Số nhiệm vụ")), cell);
    assert_eq!(came_from("12:3", None), json!({ "file": "quy-3", "row": 12, "column": 3, "label": null }));
    let value = json!({ "file": "quy-3", "line": 17, "pointer": "/value", "label": null });
    assert_eq!(came_from("17#/value", None), value);
}

#[test]
fn a_finding_has_all_its_places() {
    let source = Source::new("a.txt", "abc");
    let finding = |at: usize, right: &str| {
        let finding = kinds::figures::RATIO_WRONG.finding(msg!("x", "x")).at(Place::new(&source, at..at + 1));
        finding.found(at.to_string()).expected(msg!("{right}", "{right}"))
    };
    let mut all = finding(0, "y");
    all.join(finding(1, "y"));
    all.join(finding(2, "z"));
    let record = FindingRecord::from(&all);
    assert_eq!((record.found.as_deref(), record.place.map(|place| place.bytes)), (Some("0"), Some([0, 1])));
    let others = record.other_places.iter().map(|other| {
        let expected = other.expected.as_ref().map(|expected| expected.vi.as_str());
        (other.place.bytes, other.found.as_deref(), expected)
    });
    let wanted = [([1, 2], Some("1"), None), ([2, 3], Some("2"), Some("z"))];
    assert_eq!(others.collect::<Vec<_>>(), wanted);
    assert_eq!(record.more_places, 0);
    all.more = 7;
    assert_eq!(FindingRecord::from(&all).more_places, 7);
}
/// A finding as a result of SARIF.
fn result(finding: &Finding, lang: Lang) -> Value {
    let mut review = Review::default();
    review.findings = vec![finding.clone()];
    let outcome = Outcome::new(vec![Record::new("a.json", &review, Severity::Error)]);
    let log: Value = serde_json::from_str(&outcome.to_sarif(lang)).expect("JSON");
    log["runs"][0]["results"][0].clone()
}

/// A place as a location of SARIF.
fn located(place: &Place) -> Value {
    let finding = kinds::figures::RATIO_WRONG.finding(msg!("sai", "wrong")).at(place.clone());
    result(&finding, Lang::Vi)["locations"][0].clone()
}

#[test]
fn every_place_is_a_location() {
    let region = |start: [usize; 2], end: [usize; 2]| json!({ "startLine": start[0], "startColumn": start[1], "endLine": end[0], "endColumn": end[1] });
    let value = |name: &str| json!([{ "fullyQualifiedName": name, "kind": "value" }]);
    let physical = |uri: &str, region: Value| json!({ "artifactLocation": { "uri": uri }, "region": region });
    let whole = |uri: &str| json!({ "artifactLocation": { "uri": uri } });
    let json_text = Source::new("a.json", "{\n \"x\": 5 }");
    let rows = Source::new("b.csv", "t;s\nx;5\n");
    let book = Source::new("quy-3.xlsx", "");
    for (place, wanted) in [
        (
            Place::json(&json_text, 3..6, "/x"),
            json!({ "physicalLocation": physical("a.json", region([2, 2], [2, 5])), "logicalLocations": value("/x") }),
        ),
        (Place::new(&json_text, 0..1), json!({ "physicalLocation": physical("a.json", region([1, 1], [1, 2])) })),
        (
            Place::field(&rows, 2, Some(2), 6..7),
            json!({ "physicalLocation": physical("b.csv", region([2, 3], [2, 4])), "logicalLocations": value("R2C2") }),
        ),
        (
            Place::field(&rows, 2, None, 4..7),
            json!({ "physicalLocation": physical("b.csv", region([2, 1], [2, 4])), "logicalLocations": value("R2") }),
        ),
        (
            Place::cell(&book, "Biểu 3", 17, 4),
            json!({ "physicalLocation": whole("quy-3.xlsx"), "logicalLocations": value("Biểu 3!D17") }),
        ),
        (
            Place::page(&Source::new("c.pdf", ""), 5),
            json!({ "physicalLocation": whole("c.pdf"),
                "logicalLocations": [{ "fullyQualifiedName": "5", "kind": "page" }] }),
        ),
    ] {
        assert_eq!(located(&place), wanted);
    }
}

#[test]
fn other_places_are_related_locations() {
    let source = Source::new("a.json", "abc");
    let at = |at: usize| Place::new(&source, at..at + 1);
    let kind = kinds::figures::RATIO_WRONG;
    let one = |place: usize, right: &str| {
        kind.finding(msg!("sai", "wrong")).at(at(place)).found("5").expected(msg!("{right}", "{right}"))
    };
    let mut finding = one(0, "6");
    finding.join(one(2, "7"));
    let result = |lang| result(&finding, lang);
    let mut related = located(&at(2));
    related["id"] = json!(1);
    related["message"] = json!({ "text": "tìm thấy: 5\ncần: 7" });
    assert_eq!(result(Lang::Vi)["relatedLocations"], json!([related]));
    assert_eq!(result(Lang::En)["relatedLocations"][0]["message"]["text"], json!("found: 5\nexpected: 7"));
    assert_eq!(result(Lang::Vi)["locations"], json!([located(&at(0))]));
    assert_eq!(result(Lang::Vi)["message"]["text"], json!("sai\ntìm thấy: 5\ncần: 6"));
    let alone = self::result(&one(0, "6"), Lang::Vi);
    assert!(alone.get("relatedLocations").is_none());
}

#[test]
fn what_came_from_an_export_is_located_there() {
    let source = Source::new("a.json", "abc");
    let place = |at: usize, cell: &str, label: Option<&str>| {
        let at_cell = Address::parse(cell).unwrap();
        let origin = Origin { file: "quý 3.xlsx".to_owned(), at: at_cell, label: label.map(str::to_owned) };
        Place::json(&source, at..at + 1, format!("/{at}")).with_origin(Some(origin.into()))
    };
    let finding = kinds::figures::RATIO_WRONG.finding(msg!("sai", "wrong"));
    let finding = finding.at(place(0, "Biểu 3!D17", Some("Số nhiệm vụ"))).also(place(2, "4#/value", None), "5");
    let result = result(&finding, Lang::En);
    let file = json!({ "uri": "qu%C3%BD%203.xlsx" });
    let wanted = json!([{
        "physicalLocation": { "artifactLocation": file },
        "logicalLocations": [{ "fullyQualifiedName": "Biểu 3!D17", "name": "Số nhiệm vụ", "kind": "value" }],
    }]);
    assert_eq!(result["locations"], wanted);
    assert_eq!(result["analysisTarget"], json!({ "uri": "a.json" }));
    let mut in_report = located(&Place::json(&source, 0..1, "/0"));
    in_report["id"] = json!(1);
    in_report["message"] = json!({ "text": "in the report" });
    let other = json!({
        "id": 2,
        "physicalLocation": { "artifactLocation": file, "region": { "startLine": 4 } },
        "logicalLocations": [{ "fullyQualifiedName": "/value", "kind": "value" }],
        "message": { "text": "found: 5" },
    });
    assert_eq!(result["relatedLocations"], json!([in_report, other]));
    let field = located(&place(1, "12:3", None));
    assert_eq!(field["logicalLocations"], json!([{ "fullyQualifiedName": "R12C3", "kind": "value" }]));
}

#[test]
fn paths_become_uris() {
    let uri = |path: &str| {
        let location = located(&Place::new(&Source::new(path, "abc"), 0..1));
        location["physicalLocation"]["artifactLocation"]["uri"].clone()
    };
    assert_eq!(uri("bao-cao/xa.json"), "bao-cao/xa.json");
    assert_eq!(uri("báo cáo.json"), "b%C3%A1o%20c%C3%A1o.json");
    assert_eq!(uri("/tmp/a b.json"), "file:///tmp/a%20b.json");
    assert_eq!(uri("quy-3\\xa.json"), "quy-3/xa.json");
    assert_eq!(uri("a:b.json"), "a%3Ab.json");
}

#[test]
fn what_mends_a_finding_is_recorded() {
    let source = Source::new("a.json", "{ \"x\": \"hai  từ ,\" }");
    let edit = |span: std::ops::Range<usize>, text: &str| {
        vec![Edit { place: Place::json(&source, span, "/x"), text: text.to_owned() }]
    };
    let finding = kinds::figures::RATIO_WRONG.finding(msg!("x", "x"));
    let finding = finding.at(Place::json(&source, 8..15, "/x")).edits(edit(11..12, ""));
    let finding = finding.also(Place::json(&source, 14..20, "/x"), "từ ,").edits(edit(13..13, "\\u0020"));
    let record = serde_json::to_value(FindingRecord::from(&finding)).unwrap();
    let place = |span: [usize; 2]| {
        json!({ "file": "a.json", "pointer": "/x", "line": 1, "column": span[0] + 1, "end_line": 1,
            "end_column": span[1] + 1, "bytes": span })
    };
    assert_eq!(record["edits"], json!([{ "place": place([11, 12]), "text": "" }]));
    assert_eq!(record["other_places"][0]["edits"], json!([{ "place": place([13, 13]), "text": "\\u0020" }]));
    let region =
        |start: usize, end: usize| json!({ "startLine": 1, "startColumn": start, "endLine": 1, "endColumn": end });
    let replacements = json!([
        { "deletedRegion": region(12, 13), "insertedContent": { "text": "" } },
        { "deletedRegion": region(14, 14), "insertedContent": { "text": "\\u0020" } },
    ]);
    let change = json!({ "artifactLocation": { "uri": "a.json" }, "replacements": replacements });
    assert_eq!(result(&finding, Lang::Vi)["fixes"], json!([{ "artifactChanges": [change] }]));
    let none = FindingRecord::from(&kinds::figures::RATIO_WRONG.finding(msg!("x", "x")));
    assert_eq!(serde_json::to_value(none).unwrap().get("edits"), None);
}
