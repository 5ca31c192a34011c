//! Reports as they are read: values, periods, the schema, where each value stands.

use std::borrow::Cow;

use baocao_core::diagnostic::Place;
use baocao_core::limits::Limits;
use baocao_core::report::{
    Field, Figure, FigureValue, InAppendix, InChart, InChecks, InFigure, InOutline, InSigner, InTable, Input, Period,
    PeriodKind, Slot, TableCell, VALIDATOR, generate_schema, read,
};
use baocao_schema::Fits;
use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde_json::{Value, json};

use crate::common::{composed, set};

fn figure(json: &str) -> FigureValue {
    serde_json::from_str::<Figure>(json).unwrap().value
}

#[test]
fn numbers_keep_every_digit() {
    assert_eq!(figure("12345678901234567.89").number().unwrap().to_string(), "12345678901234567.89");
    assert_eq!(figure("75.80").number().unwrap().to_string(), "75.80");
    assert_eq!(figure("1e3").number().unwrap(), Decimal::from(1000));
    assert!(serde_json::from_str::<Figure>("1e400").is_err());
}

#[test]
fn texts_are_read_as_vietnamese_numbers() {
    assert_eq!(figure("\"7.725\"").number(), Some(7725.into()));
    assert_eq!(figure("\"1.5\""), FigureValue::Ambiguous("1.5".into()));
    assert_eq!(figure("\"8/8\""), FigureValue::Word("8/8".into()));
    assert_eq!(figure("\"\""), FigureValue::Absent);
    assert_eq!(figure("{\"value\": null, \"note\": \"x\"}"), FigureValue::Absent);
}

fn cell(json: &str) -> TableCell {
    serde_json::from_str(json).unwrap()
}

#[test]
fn cells_are_values_or_objects() {
    assert_eq!(cell("12.50").value.number().unwrap().to_string(), "12.50");
    assert_eq!(cell("null").value, FigureValue::Absent);
    let words = cell(r#"{"text": "Đang triển khai", "rows": 2, "note": "1"}"#);
    assert_eq!(words.value, FigureValue::Word("Đang triển khai".into()));
    assert_eq!((words.words, words.rows, words.columns, words.note.as_deref()), (true, 2, 1, Some("1")));
    assert_eq!(cell(r#"{"figure": "a.b"}"#).figure.as_deref(), Some("a.b"));
    assert!(serde_json::from_str::<TableCell>(r#"{"valeu": 1}"#).is_err());
}

fn period(kind: PeriodKind, number: u32) -> Period {
    let day = NaiveDate::default();
    let number = Some(number);
    Period { kind, year: 2023, month: number, quarter: number, half: number, from: Some(day), to: Some(day) }
}

#[test]
fn periods_have_names() {
    let quarter = period(PeriodKind::Quarter, 3);
    assert_eq!(quarter.name(), "quý III năm 2023");
    assert_eq!(quarter.short_name(), "quý III/2023");
    assert_eq!(quarter.next_name(), "quý IV năm 2023");
    assert_eq!(period(PeriodKind::Quarter, 4).next_name(), "quý I năm 2024");
    assert_eq!(period(PeriodKind::Half, 1).name(), "6 tháng đầu năm 2023");
    assert_eq!(period(PeriodKind::Half, 1).next_name(), "6 tháng cuối năm 2023");
    assert_eq!(period(PeriodKind::Month, 12).next_name(), "tháng 1 năm 2024");
    assert_eq!(period(PeriodKind::NineMonths, 1).next_name(), "quý IV năm 2023");
    assert_eq!(period(PeriodKind::Year, 1).name(), "năm 2023");
}

/// What is told of the report of an office that begins, with another period.
#[test]
fn a_special_period_is_called_by_its_days() {
    let day = |month, day| NaiveDate::from_ymd_opt(2026, month, day);
    let special = |from, to| Period { from, to, year: 2026, ..period(PeriodKind::Special, 1) };
    let inspected = special(day(3, 2), day(3, 20));
    assert_eq!(inspected.name(), "từ ngày 02/3/2026 đến ngày 20/3/2026");
    assert_eq!((inspected.next_name().as_str(), inspected.code().as_str()), ("thời gian tới", "2026-03-02-2026-03-20"));
    let year = special(None, None);
    assert_eq!((year.name().as_str(), year.code().as_str()), ("năm 2026", "2026"));
    assert_eq!((Some(year.first_day()), Some(year.last_day())), (day(1, 1), day(12, 31)));
}

fn told_of_period(period: Value) -> Vec<String> {
    let (_, findings) = composed(set(&[]), &json!({ "period": period }));
    findings
        .iter()
        .map(|finding| finding.id.as_str())
        .filter(|id| id.starts_with("ky-bao-cao"))
        .map(str::to_owned)
        .collect()
}

#[test]
fn dates_that_stray_from_the_name_of_the_period_are_told() {
    let quarter =
        |from: &str, to: &str| json!({ "kind": "quarter", "year": 2026, "quarter": 2, "from": from, "to": to });
    let month = |from: &str, to: &str| json!({ "kind": "month", "year": 2026, "month": 2, "from": from, "to": to });
    let year = |from: &str, to: &str| json!({ "kind": "year", "year": 2026, "from": from, "to": to });
    for fine in [
        quarter("2026-03-15", "2026-06-14"),
        quarter("2026-04-01", "2026-06-30"),
        quarter("2026-03-25", "2026-06-24"),
        quarter("2026-04-01", "2026-06-14"),
        month("2026-01-15", "2026-02-14"),
        month("2026-02-01", "2026-02-28"),
        month("2026-01-20", "2026-02-19"),
        year("2026-01-01", "2026-11-30"),
        year("2025-12-15", "2026-12-14"),
    ] {
        assert_eq!(told_of_period(fine.clone()), Vec::<String>::new(), "{fine}");
    }
    for strayed in [
        quarter("2026-05-01", "2026-05-31"),
        quarter("2026-04-30", "2026-06-14"),
        quarter("2026-03-05", "2026-07-09"),
        quarter("2026-04-20", "2026-07-19"),
        month("2026-01-01", "2026-02-28"),
        month("2026-02-20", "2026-03-19"),
        month("2026-02-01", "2026-02-05"),
        year("2026-01-30", "2026-12-02"),
    ] {
        assert_eq!(told_of_period(strayed.clone()), ["ky-bao-cao/lech-xa"], "{strayed}");
    }
}

#[test]
fn every_hidden_character_is_told_in_its_place() {
    let text = "Một\u{200b} hai\u{feff} ba\u{200b}.";
    let (json, mut findings) = (json!({ "sections": { "a": ["x", text] } }).to_string(), Vec::new());
    let input = Input::parse("a.json", json.into_bytes(), &Limits::default(), &mut findings).unwrap();
    read(&input, &mut findings);
    let hidden = findings.iter().filter(|finding| finding.id.as_str() == "van-ban/ky-tu-an");
    let told: Vec<(&str, usize)> = hidden
        .map(|finding| (finding.found.as_deref().unwrap(), finding.place.as_ref().unwrap().line_column().unwrap().1))
        .collect();
    assert_eq!(told, [("U+200B", 27), ("U+FEFF", 32)]);
}

#[test]
fn every_slot_has_a_pointer_and_every_pointer_its_slot() {
    let document = Slot::Document;
    let signer = |part| document(Field::Signer(1, part));
    let outline = |path: &[usize], part| Slot::Outline { path: path.to_vec(), part };
    let appendix = |part| Slot::Appendix { index: 2, part };
    let figure = |id, part| Slot::Figure { id: Cow::Borrowed(id), part };
    let table = |part| Slot::Table { id: "b/1".into(), part };
    let chart = |part| Slot::Chart { id: "tiến độ".into(), part };
    let checks = |of_office, part| Slot::Checks { of_office, part };
    let all = [
        (Slot::Template, "/template"),
        (Slot::PreviousFile, "/previous/file"),
        (document(Field::Organ), "/document/organ"),
        (document(Field::OrganName), "/document/organ/organ_name"),
        (document(Field::ShortName), "/document/organ/short_name"),
        (document(Field::ParentName), "/document/organ/parent_name"),
        (document(Field::ParentShortName), "/document/organ/parent_short_name"),
        (document(Field::TypeName), "/document/type_name"),
        (document(Field::Authority), "/document/authority"),
        (document(Field::CodeNumber), "/document/code_number"),
        (document(Field::CodeNotation), "/document/code_notation"),
        (document(Field::PromulgationPlace), "/document/promulgation/place"),
        (document(Field::PromulgationDate), "/document/promulgation/date"),
        (document(Field::Subject), "/document/subject"),
        (document(Field::To(0)), "/document/to/0"),
        (document(Field::Ground(3)), "/document/grounds/3"),
        (document(Field::Recipient(10)), "/document/recipients/10"),
        (signer(InSigner::All), "/document/signers/1"),
        (signer(InSigner::Competence(0)), "/document/signers/1/competence/0"),
        (signer(InSigner::Position), "/document/signers/1/position"),
        (signer(InSigner::FullName), "/document/signers/1/full_name"),
        (document(Field::DrafterMark), "/document/drafter/mark"),
        (document(Field::AddressLine), "/document/address_line"),
        (Slot::section("mo-dau"), "/sections/mo-dau"),
        (Slot::Section { id: "a~/b".into(), added: true }, "/sections/a~0~1b/add"),
        (outline(&[0], InOutline::Title), "/outline/0/title"),
        (outline(&[0, 2, 1], InOutline::Text), "/outline/0/sections/2/sections/1/text"),
        (appendix(InAppendix::Title), "/appendices/2/title"),
        (appendix(InAppendix::FormHeading), "/appendices/2/form_heading"),
        (appendix(InAppendix::Text), "/appendices/2/text"),
        (appendix(InAppendix::PartHeading(0)), "/appendices/2/parts/0/heading"),
        (appendix(InAppendix::PartText(1)), "/appendices/2/parts/1/text"),
        (appendix(InAppendix::TypeName), "/appendices/2/document/type_name"),
        (
            appendix(InAppendix::Outline(vec![1, 0], InOutline::Text)),
            "/appendices/2/document/outline/1/sections/0/text",
        ),
        (document(Field::ConfirmationWords), "/document/confirmation/words"),
        (document(Field::ConfirmationName), "/document/confirmation/full_name"),
        (Slot::figure("tthc.tong-so"), "/figures/tthc.tong-so"),
        (figure("a", InFigure::Value), "/figures/a/value"),
        (figure("note", InFigure::Note), "/figures/note/note"),
        (table(InTable::Title), "/tables/b~11/title"),
        (table(InTable::Header(vec![1, 0])), "/tables/b~11/columns/1/columns/0/title"),
        (table(InTable::DataFile), "/tables/b~11/data/file"),
        (table(InTable::Below("rows/0/cells/title".into())), "/tables/b~11/rows/0/cells/title"),
        (chart(InChart::Title), "/charts/tiến độ/title"),
        (chart(InChart::Series(1)), "/charts/tiến độ/series/1"),
        (chart(InChart::Label(4)), "/charts/tiến độ/bars/4/label"),
        (checks(false, InChecks::Severity("so-lieu/thieu".into())), "/checks/severity/so-lieu~1thieu"),
        (checks(false, InChecks::Exemption(0)), "/checks/exemptions/0"),
        (checks(true, InChecks::ExemptionRule(1)), "/check/exemptions/1/rule"),
        (checks(true, InChecks::ExemptionAt(1)), "/check/exemptions/1/at"),
    ];
    for (slot, pointer) in all {
        assert_eq!(slot.to_string(), pointer);
        assert_eq!(Slot::parse(pointer), Some(slot), "{pointer}");
    }
}

#[test]
fn other_pointers_have_no_slot() {
    for pointer in [
        "",
        "/",
        "x",
        "/period/kind",
        "/document",
        "/sections",
        "/figures",
        "/document/signing_time",
        "/document/stamps/urgency",
        "/document/signers/0/signature",
        "/document/signers/x",
        "/document/to/0/x",
        "/sections/a/b",
        "/outline/0/id",
        "/outline/x/title",
        "/appendices/0/forms/1",
        "/appendices/0/parts/1/table",
        "/figures/a/note_rows",
        "/tables/a",
        "/charts/a/from/label",
        "/template/a",
    ] {
        assert_eq!(Slot::parse(pointer), None, "{pointer}");
    }
}

#[test]
fn slots_have_places() {
    let json = r#"{ "document": { "subject": "về\nviệc" }, "sections": { "a": "x" } }"#;
    let input = Input::parse("a.json", json.into(), &Limits::default(), &mut Vec::new()).unwrap();
    let text = |place: Place| json[place.span().unwrap()].to_owned();
    assert_eq!(text(input.at(Field::Subject)), r#""về\nviệc""#);
    assert_eq!(input.at(Field::Subject).pointer(), Some("/document/subject"));
    assert_eq!(text(input.within(&Field::Subject.into(), 5..6)), "v");
    assert_eq!(text(input.key_at(&Slot::section("a"))), r#""a""#);
    assert!(input.fills(&Slot::section("a")) && !input.fills(&Slot::section("b")));
    assert_eq!(text(input.at(Field::Recipient(0))), r#"{ "subject": "về\nviệc" }"#);
}

#[test]
fn escapes_are_longer_than_what_they_mean() {
    const LITERAL: &str = r#""a\nđ\u0111\ud83d\ude00x""#;
    let json = format!("{{\"a\": {LITERAL}}}");
    let input = Input::parse("a.json", json.into(), &Limits::default(), &mut Vec::new()).unwrap();
    let text = "a\nđđ😀x";
    // Counted from the first letter inside the quotes.
    let offset = |at: usize| input.place_in("/a", at..at).span().unwrap().start - "{\"a\": \"".len();
    let at = |part: &str| offset(text.find(part).unwrap());
    assert_eq!(at("a"), 0);
    assert_eq!(at("\n"), 1);
    assert_eq!(at("đ"), 3);
    assert_eq!(at("😀"), 11);
    assert_eq!(at("x"), 23);
    assert_eq!(offset(text.len()), 24);
}

/// The values of a report, one after another.
fn nodes<'v>(value: &'v mut Value, index: &mut usize) -> Option<&'v mut Value> {
    if *index == 0 {
        return Some(value);
    }
    *index -= 1;
    match value {
        Value::Array(list) => list.iter_mut().find_map(|below| nodes(below, index)),
        Value::Object(fields) => fields.values_mut().find_map(|below| nodes(below, index)),
        _ => None,
    }
}

#[test]
fn both_compiled_schemas_say_the_same() {
    let example: Value = serde_json::from_str(&baocao_testing::text("examples/xa-mot-bang.json")).unwrap();
    assert!(Fits::is_valid(&example));
    let others = ["null", "true", "0", "2.5", "99", r#""""#, r#""2023-9-31""#, "[]", "[[1]]", r#"{"x": 1}"#];
    for at in 0.. {
        for other in others {
            let mut report = example.clone();
            let Some(node) = nodes(&mut report, &mut { at }) else {
                assert!(at > 100);
                return;
            };
            *node = serde_json::from_str(other).unwrap();
            assert_eq!(Fits::is_valid(&report), VALIDATOR.is_valid(&report), "node {at}: {other}");
        }
    }
}

#[test]
fn every_field_is_described_in_both_languages() {
    fn walk(value: &Value, path: &str, missing: &mut Vec<String>) {
        if let Some(properties) = value.get("properties").and_then(Value::as_object) {
            for (name, property) in properties {
                let described = property.get("description").and_then(Value::as_str).unwrap_or("");
                if !described.contains("\n\n") {
                    missing.push(format!("{path}/{name}"));
                }
            }
        }
        if let Some(definitions) = value.get("$defs").and_then(Value::as_object) {
            for (name, definition) in definitions {
                walk(definition, name, missing);
                let values = definition["oneOf"].as_array().into_iter().flatten();
                for one in values.chain([definition]) {
                    let text = one["description"].as_str().unwrap_or_default();
                    // What is printed as it stands needs no other words.
                    let is_quoted = text.starts_with('`') && text.ends_with("`.") || text == text.to_uppercase();
                    if !text.contains("\n\n") && !is_quoted {
                        missing.push(format!("{name}: {text}"));
                    }
                }
            }
        }
    }
    let mut missing = Vec::new();
    walk(&generate_schema(), "Report", &mut missing);
    assert!(missing.is_empty(), "{missing:?}");
}
