//! What was exported is read back.

use baocao_core::form::Row;
use baocao_core::limits::Limits;
use baocao_core::report::{SectionText, Text};
use baocao_core::rows::{Book, Given};
use baocao_core::template::Templates;
use baocao_import::workbook;
use serde_json::json;

use super::{Example, SHA, read, set, shown};

#[test]
fn every_example_comes_back() {
    for example in Example::all() {
        let (report, findings) = read(&example.exported(), &example.set);
        assert!(findings.is_empty(), "{}\n{}", example.name, shown(&findings));
        example.assert_same(&report.unwrap());
    }
}

#[test]
fn every_set_is_exported_and_its_blank_form_is_read_without_a_finding() {
    for name in Templates::built_in().names() {
        let set = set(name);
        let mut findings = Vec::new();
        if set.form.forms.is_empty() {
            assert!(workbook::export(&set, None, &mut findings).is_none(), "{name}");
            assert_eq!(
                findings.iter().map(|finding| finding.id.as_str()).collect::<Vec<_>>(),
                ["bang-tinh/bo-mau-khong-bieu"]
            );
            continue;
        }
        let bytes = workbook::export(&set, None, &mut findings).unwrap();
        assert_eq!(bytes, workbook::export(&set, None, &mut findings).unwrap(), "{name}: the same bytes");
        assert!(findings.is_empty(), "{name}: {}", shown(&findings));
        let (report, findings) = read(&bytes, &set);
        let ids: Vec<&str> = findings.iter().map(|finding| finding.id.as_str()).collect();
        assert_eq!(ids, ["bang-tinh/o-trong"], "{name}: {}", shown(&findings));
        let asked = |(id, row): &(&str, &Row)| {
            let computed = !row.parts().is_empty() || row.same_as.is_some();
            !id.is_empty() && !computed && !row.optional
        };
        let asked = set.form.indicators().filter(asked).count();
        assert_eq!(findings[0].places().count(), asked, "{name}: every cell that is asked for");
        let report = report.unwrap();
        let parts = ["template", "period", "document", "figures"].map(|part| report[part].clone());
        assert_eq!(parts, [json!(name), json!({}), json!({}), json!({})]);
        let book = Book::read("a.xlsx", &bytes, &Limits::default(), &mut Vec::new()).unwrap();
        assert_eq!(workbook::set_name(&book).as_deref(), Some(name));
        for sheet in &book.sheets {
            let cells = (0..sheet.height()).flat_map(|row| sheet.row(row));
            let held: Vec<_> =
                cells.filter(|cell| matches!(cell.as_ref(), Given::Text(text) if text.contains('\u{a0}'))).collect();
            assert!(held.is_empty(), "{name}, {}: who looks for words types spaces: {held:?}", sheet.name);
        }
    }
}

#[test]
fn every_value_says_where_it_came_from() {
    let example = Example::read("examples/xa-q3-2026.json");
    let report = read(&example.exported(), &example.set).0.unwrap();
    let source = &report["sources"][0];
    assert_eq!((&source["file"], &source["sha256"]), (&json!("quy-3.xlsx"), &json!(SHA)));
    let cell = |pointer: &str| source["cells"][pointer].clone();
    assert_eq!(
        cell("/figures/ke-hoach.nhiem-vu-de-ra"),
        json!({ "at": "Biểu 1!D8", "label": "Số nhiệm vụ đề ra trong kế hoạch" })
    );
    assert_eq!(cell("/figures/the-che.da-ra-soat-xa/note")["at"], "Biểu 2!E14");
    assert_eq!(cell("/document/subject")["label"], "Trích yếu nội dung");
    assert!(cell("/sections/chi-dao.ke-hoach/add").is_object());
    for (pointer, _) in source["cells"].as_object().unwrap() {
        let figure = pointer.starts_with("/figures/");
        assert!(figure || report.pointer(pointer).is_some(), "{pointer} names a value");
    }
}

/// What no cell holds is told of before anything is written, and what the workbook has no place for.
#[test]
fn what_a_workbook_cannot_hold_is_told() {
    let mut example = Example::read("examples/xa-mot-bang.json");
    let mut findings = Vec::new();
    workbook::export(&example.set, Some((&example.report, &example.figures)), &mut findings).unwrap();
    assert_eq!(findings.len(), 1);
    assert!(
        shown(&findings).contains("tìm thấy: /appendices, /sections/doi-thoai.danh-sach\n"),
        "{}",
        shown(&findings)
    );
    let text = SectionText::Replace(Text::new(&"dài ".repeat(9_000)));
    example.report.sections.insert("danh-gia.uu-diem".to_owned(), text);
    let bytes = workbook::export(&example.set, Some((&example.report, &example.figures)), &mut findings);
    assert!(bytes.is_none());
    assert!(shown(&findings[2..]).contains("tìm thấy: /sections/danh-gia.uu-diem\n"), "{}", shown(&findings));
}
