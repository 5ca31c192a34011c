//! Charts and tables that a text of the narrative places.

use serde_json::{Value, json};

use super::measure::{MM, example, lay_out, near};

/// A report whose first section says this.
fn report(text: &str) -> Value {
    let mut report = example("xa-q3-2023.json");
    report["sections"]["chi-dao.ke-hoach"] = text.into();
    report["charts"] = json!({ "c": { "title": "Tiến độ kế hoạch", "unit": "%", "bars": [
        { "label": "Quý II", "value": 50 }, { "label": "Quý III", "value": 76.92 }
    ] } });
    let rows: Vec<Value> = (1..=50).map(|at| json!([format!("Thôn {at}"), at + 7])).collect();
    report["tables"] = json!({ "t": {
        "title": "Kết quả theo thôn",
        "columns": [
            { "title": "STT", "kind": "ordinal" },
            { "id": "ten", "title": "Thôn" },
            { "id": "so", "title": "Hồ sơ", "kind": "count" }
        ],
        "rows": rows
    } });
    report
}

#[test]
fn a_chart_stands_where_the_text_places_it() {
    let layout = lay_out(&report("Trước biểu đồ như sau:\n\n![](bieu-do:c)\n\nSau biểu đồ.\n\n![](bang:t)"));
    let lines = ["Trước biểu đồ như sau:", "Quý II", "Quý III", "Tiến độ kế hoạch", "Sau biểu đồ."].map(|text| {
        let all = layout.all_lines();
        all.into_iter().find(|line| line.text.trim() == text).unwrap_or_else(|| panic!("{text}"))
    });
    assert!(lines.iter().all(|line| line.page == lines[0].page));
    assert!(lines.windows(2).all(|pair| pair[0].y < pair[1].y), "{lines:?}");
    let caption = &lines[3];
    assert!(caption.italic && near(caption.center(), (35.0 + 77.5) * MM), "{caption:?}");
}

#[test]
fn a_chart_is_not_parted_from_the_text_that_introduces_it() {
    let filler = "Một đoạn văn dài để đẩy biểu đồ xuống cuối trang thứ nhất của báo cáo này. ".repeat(4);
    for count in 0..14 {
        let text =
            format!("{}Như sau:\n\n![](bieu-do:c)\n\nHết.\n\n![](bang:t)", format!("{filler}\n\n").repeat(count));
        let layout = lay_out(&report(&text));
        let page = |text: &str| layout.line(text).page;
        assert_eq!(page("Như sau:"), page("Quý II"), "{count}");
        assert_eq!(page("Quý II"), page("Tiến độ kế hoạch"), "{count}");
    }
}

#[test]
fn a_table_breaks_over_pages_under_its_title() {
    let layout = lay_out(&report("![](bieu-do:c)\n\nTheo thôn như sau:\n\n![](bang:t)\n\nSau bảng."));
    let (title, header) = (layout.line("Kết quả theo thôn"), layout.line("STT"));
    assert!(title.bold && near(title.center(), (35.0 + 77.5) * MM), "{title:?}");
    assert_eq!(title.page, header.page);
    assert!(layout.line("Theo thôn như sau:").y < title.y && title.y < header.y);
    let (first, last) = (layout.line("Thôn 1"), layout.line("Thôn 50"));
    assert!(first.page < last.page);
    for page in first.page..=last.page {
        let lines = layout.lines(page);
        assert!(lines.iter().any(|line| line.text.contains("STT")), "page {page}");
    }
    let after = layout.line("Sau bảng.");
    assert!((after.page, after.y) > (last.page, last.y));
}

#[test]
fn a_title_in_the_text_stands_in_place_of_its_own() {
    let layout = lay_out(&report("Như sau:\n\n![Tiến độ *chung*](bieu-do:c)\n\n![Từng thôn](bang:t)\n\nHết."));
    assert!(layout.line("Tiến độ chung").italic && layout.line("Từng thôn").bold);
    let text = layout.text();
    assert!(!text.contains("Tiến độ kế hoạch") && !text.contains("Kết quả theo thôn"));
}

#[test]
fn a_cell_over_rows_is_cut_at_the_end_of_the_page() {
    let mut report = report("![](bieu-do:c)\n\n![](bang:t)\n\nSau bảng.");
    let rows = report["tables"]["t"]["rows"].as_array_mut().unwrap();
    for (at, row) in rows.iter_mut().enumerate() {
        let name = if at == 0 { json!({ "text": "Tổ dân phố", "rows": 50 }) } else { Value::Null };
        row[0] = name;
    }
    let layout = lay_out(&report);
    let said: Vec<usize> =
        layout.all_lines().iter().filter(|line| line.text.contains("Tổ dân phố")).map(|line| line.page).collect();
    let pages: Vec<usize> = (layout.line("STT").page..=layout.line("Sau bảng.").page).collect();
    assert!(said.len() >= 2 && said.iter().all(|page| pages.contains(page)), "{said:?} {pages:?}");
}
