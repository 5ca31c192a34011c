//! Tables with columns of a report's own.

use serde_json::{Value, json};

use super::measure::{Layout, Line, MM, Run, example, lay_out, near};

/// A report with one appendix of these parts.
pub fn report(parts: Value, tables: Value) -> Value {
    let mut report = example("xa-q3-2023.json");
    report["appendices"] = json!([{ "title": "Kết quả", "parts": parts }]);
    report["tables"] = tables;
    report
}

/// A report whose appendix is one table.
pub fn one(table: Value) -> Value {
    report(json!([{ "table": "t" }]), json!({ "t": table }))
}

/// The pages of the appendix.
pub fn pages(layout: &Layout) -> std::ops::RangeInclusive<usize> {
    layout.line("Phụ lục").page..=layout.sizes.len()
}

/// The lines of a page that lie between the first and the last rule of its table.
fn inside(layout: &Layout, page: usize) -> Vec<Line> {
    let rules = layout.rule_heights(page);
    let is_table = |line: &Line| line.y < rules[rules.len() - 1];
    layout.lines(page).into_iter().filter(|line| line.y > 25.0 * MM && is_table(line)).collect()
}

fn columns() -> Value {
    json!([
        { "title": "STT", "kind": "ordinal" },
        { "id": "don-vi", "title": "Đơn vị" },
        { "title": "Số hồ sơ", "columns": [
            { "id": "tn", "title": "Tiếp nhận", "kind": "count" },
            { "title": "Trong đó", "columns": [
                { "id": "tt", "title": "Nộp qua mạng", "kind": "count", "width_mm": 40 },
                { "id": "tl", "title": "Tỷ lệ", "kind": "percent", "ratio": ["tt", "tn"], "width_mm": 40 }
            ] }
        ] }
    ])
}

#[test]
fn the_whole_header_is_repeated_on_every_page() {
    let rows: Vec<Value> = (1..=120).map(|at| json!([format!("Thôn {at}"), at + 7, at])).collect();
    let layout = lay_out(&one(json!({ "columns": columns(), "column_index": true, "rows": rows })));
    let pages = pages(&layout);
    assert!(pages.clone().count() >= 4);
    for page in pages {
        let lines = layout.lines(page);
        let find = |text: &str| {
            let found: Vec<&Line> = lines.iter().filter(|line| line.text.trim() == text).collect();
            assert_eq!(found.len(), 1, "page {page}: {text}");
            found[0].clone()
        };
        let (unit, over, group, leaf, index) =
            (find("Đơn vị"), find("Số hồ sơ"), find("Trong đó"), find("Nộp qua mạng"), find("(3)"));
        assert!([&unit, &over, &group, &leaf].iter().all(|line| line.bold) && !index.bold);
        assert!(over.y < group.y && group.y < leaf.y && leaf.y < index.y);
        // A title over three rows stands in their middle; one over two columns between them.
        assert!(near(unit.y, group.y) || (unit.y - (over.y + leaf.y) / 2.0).abs() < 8.0, "{unit:?} {group:?}");
        assert!((group.center() - (leaf.center() + find("Tỷ lệ").center()) / 2.0).abs() < 8.0);
        let first = lines.iter().filter(|line| line.y > index.y).map(|line| line.y).fold(f64::MAX, f64::min);
        assert!(first - index.y < 25.0, "page {page}: rows follow the header");
    }
}

/// The places of the commas of a column's numbers; of whole numbers, their right ends.
fn axes(layout: &Layout, page: usize, left: f64, right: f64) -> Vec<(String, f64)> {
    let is_number = |run: &&Run| {
        run.text.chars().any(|c| c.is_ascii_digit())
            && run.text.trim().chars().all(|c| c.is_ascii_digit() || ".,-%".contains(c))
    };
    let runs = layout.runs.iter().filter(|run| run.page == page && run.x > left && run.x + run.width < right);
    let axis = |run: &Run| {
        let comma = run.letters.iter().find(|(letter, _)| *letter == ',');
        (run.text.clone(), comma.map_or(run.x + run.width, |(_, x)| *x))
    };
    runs.filter(|run| run.size > 9.0 && run.size < 12.5 && run.y > 60.0 * MM).filter(is_number).map(axis).collect()
}

#[test]
fn commas_of_a_column_stand_on_one_axis() {
    let values = ["1.250,5", "7", "75,86", "-3", "11.111.111,1", "111", "0,125", "100", "71,1"];
    let mut rows: Vec<Value> = values.iter().map(|value| json!(["Thôn", value, value])).collect();
    rows.push(json!(["Thôn", { "value": "17,5", "note": "1" }, { "text": "Chưa có số liệu" }]));
    rows.push(json!({ "look": "italic", "cells": ["Thôn", "8,25", "8,25"] }));
    let layout = lay_out(&one(json!({
        "columns": [
            { "id": "a", "title": "Đơn vị" },
            { "id": "b", "title": "Diện tích đất đã giao trong kỳ báo cáo", "kind": "number" },
            { "id": "c", "title": "Diện tích", "kind": "number" }
        ],
        "rows": rows,
        "total": { "label": "Tổng số" },
        "notes": [{ "mark": "1", "text": "Số ước tính." }]
    })));
    let page = *pages(&layout).start();
    let edges: Vec<f64> = {
        let upright = layout.shapes.iter().filter(|shape| shape.page == page && shape.width.abs() < 0.01);
        let mut edges: Vec<f64> = upright.filter(|shape| shape.height > 5.0).map(|shape| shape.x).collect();
        edges.sort_by(f64::total_cmp);
        edges.dedup_by(|a, b| (*a - *b).abs() < 0.5);
        edges
    };
    assert_eq!(edges.len(), 4, "{edges:?}");
    for (column, count) in [(1, 12), (2, 11)] {
        let (left, right) = (edges[column], edges[column + 1]);
        let axes = axes(&layout, page, left, right);
        assert_eq!(axes.len(), count, "{axes:?}");
        let bold = layout.runs.iter().find(|run| run.page == page && run.bold && run.x > left && run.x < right);
        assert!(bold.is_some());
        for (text, x) in &axes {
            assert!((x - axes[0].1).abs() < 0.1, "{text}: {x}, {axes:?}");
        }
        // The longest number stands in the middle of the column.
        let is_widest = |run: &&Run| run.page == page && run.text == "11.111.111,1" && run.x > left && run.x < right;
        let widest = layout.runs.iter().rfind(is_widest).unwrap();
        let (before, after) = (widest.x - left, right - widest.x - widest.width);
        assert!((before - after).abs() < 15.0, "{before} {after}");
    }
    let words = layout.line("Chưa có số liệu");
    assert!((words.center() - (edges[2] + edges[3]) / 2.0).abs() < 0.5, "words stand in the middle: {words:?}");
}

/// Rows whose first cell covers the rows of a group: so many groups of so many rows.
fn spanned(groups: usize, rows: usize) -> Value {
    let row = |group: usize, row: usize| {
        let name = json!({ "text": format!("Nhóm {group}"), "rows": rows });
        json!([if row == 0 { name } else { Value::Null }, format!("việc {group}.{row}"), row])
    };
    let rows: Vec<Value> = (0..groups).flat_map(|group| (0..rows).map(move |at| row(group, at))).collect();
    json!({
        "columns": [
            { "id": "a", "title": "Đơn vị" },
            { "id": "b", "title": "Nội dung", "width_mm": 60 },
            { "id": "c", "title": "Số", "kind": "count" }
        ],
        "rows": rows
    })
}

#[test]
fn a_name_over_many_rows_is_said_again_on_every_page() {
    let layout = lay_out(&one(spanned(1, 120)));
    let pages = pages(&layout);
    assert!(pages.clone().count() >= 4);
    for page in pages.clone() {
        let lines = inside(&layout, page);
        let names: Vec<&Line> = lines.iter().filter(|line| line.text.contains("Nhóm 0")).collect();
        assert_eq!(names.len(), 1, "page {page}");
        let rows: Vec<f64> = lines.iter().filter(|line| line.text.contains("việc")).map(|line| line.y).collect();
        let (first, last) = (rows[0], rows[rows.len() - 1]);
        assert!((names[0].y - (first + last) / 2.0).abs() < 10.0, "in the middle of its rows: {:?}", names[0]);
    }
    let rows: usize =
        pages.map(|page| inside(&layout, page).iter().filter(|line| line.text.contains("việc")).count()).sum();
    assert_eq!(rows, 120);
}

#[test]
fn rows_under_one_name_are_not_parted_where_they_are_few() {
    let layout = lay_out(&one(spanned(40, 4)));
    let pages = pages(&layout);
    assert!(pages.clone().count() >= 3);
    for group in 0..40 {
        let of = |text: String| {
            let lines = layout.all_lines().into_iter().filter(move |line| line.text.trim() == text);
            lines.map(|line| line.page).collect::<Vec<_>>()
        };
        let name = of(format!("Nhóm {group}"));
        assert_eq!(name.len(), 1, "group {group}");
        for row in 0..4 {
            assert_eq!(of(format!("việc {group}.{row}")), name, "row {row} of group {group}");
        }
    }
}

#[test]
fn the_heading_of_a_group_is_never_the_last_row_of_a_page() {
    let mut rows = Vec::new();
    for group in 0..70 {
        rows.push(json!({ "group": format!("Khu vực {group}"), "code": "" }));
        rows.extend((0..=group % 3).map(|row| json!([format!("Thôn {group}.{row}"), row])));
    }
    let columns = json!([
        { "title": "STT", "kind": "ordinal" },
        { "id": "a", "title": "Đơn vị" },
        { "id": "b", "title": "Số", "kind": "count" }
    ]);
    let layout = lay_out(&one(json!({ "columns": columns, "rows": rows })));
    let pages = pages(&layout);
    assert!(pages.clone().count() >= 4);
    for page in pages {
        let lines = inside(&layout, page);
        let last = lines.iter().map(|line| line.y).fold(0.0, f64::max);
        let last = lines.iter().find(|line| near(line.y, last) && line.text.contains(char::is_alphabetic)).unwrap();
        assert!(last.text.contains("Thôn"), "page {page} ends with {last:?}");
        assert!(lines.iter().filter(|line| line.text.contains("Thôn")).count() >= 3, "page {page}");
    }
}

#[test]
fn a_sheet_that_lies_counts_on_and_carries_its_number_at_the_top() {
    let rows: Vec<Value> = (1..=60).map(|at| json!([format!("Thôn {at}"), at])).collect();
    let columns = json!([{ "id": "a", "title": "Đơn vị" }, { "id": "b", "title": "Số", "kind": "count" }]);
    let table = |way: &str| json!({ "columns": columns, "rows": rows, "orientation": way });
    let parts = json!([{ "table": "dung" }, { "table": "ngang" }, { "text": "Hết." }]);
    let layout = lay_out(&report(parts, json!({ "dung": table("portrait"), "ngang": table("landscape") })));
    let pages = pages(&layout);
    let mut ways = Vec::new();
    for (index, page) in pages.enumerate() {
        let (width, height) = layout.sizes[page - 1];
        ways.push(if width > height { 'L' } else { 'P' });
        let number = layout.lines(page).into_iter().find(|line| line.y < 25.0 * MM);
        if index == 0 {
            assert!(number.is_none());
            continue;
        }
        let number = number.unwrap_or_else(|| panic!("page {page} has no number"));
        assert_eq!(number.text.trim(), (index + 1).to_string());
        assert!(near(number.center(), (35.0 * MM + width - 20.0 * MM) / 2.0), "{number:?}");
    }
    let ways: String = ways.into_iter().collect();
    assert!(ways.starts_with("PP") && ways.contains("PLL") && ways.ends_with("LP"), "{ways}");
}

#[test]
fn notes_stand_under_the_table_on_the_page_of_its_last_rows() {
    for count in [5, 30, 31, 32, 33, 34, 35, 36, 37, 38] {
        let mut rows: Vec<Value> = (1..count).map(|at| json!([format!("Thôn {at}"), at])).collect();
        rows.push(json!([{ "text": "Thôn cuối", "note": "*" }, count]));
        let layout = lay_out(&one(json!({
            "columns": [
                { "id": "a", "title": "Đơn vị" },
                { "id": "b", "title": "Số", "kind": "count", "note": "1" }
            ],
            "rows": rows,
            "notes": [
                { "mark": "1", "text": "Tính đến ngày 14/9/2023." },
                { "mark": "*", "text": "Thôn mới thành lập." }
            ]
        })));
        let (last, note, other) =
            (layout.line("Thôn cuối"), layout.line("Tính đến"), layout.line("Thôn mới thành lập"));
        assert_eq!((last.page, last.page), (note.page, other.page), "{count} rows");
        let rules = layout.rule_heights(note.page);
        assert!(note.y > rules[rules.len() - 1] && note.y < other.y, "{count} rows: {note:?}");
        assert!(note.italic && note.size >= 10.0 && note.size < last.size);
        assert!(other.y < (297.0 - 20.0) * MM, "{count} rows: {other:?}");
        assert!(note.x < 36.0 * MM + 10.0, "{note:?}");
    }
}

/// A cell over some rows stands once on each page that has one of them, and no part of it is lower than what it says: its text
/// is whole on every page, and the last row of a part is no higher than the others at the foot of a page.
#[test]
fn a_cell_over_rows_is_whole_on_each_page() {
    let reason = "Vướng mắc giải phóng mặt bằng; nhà thầu thi công chậm; chờ hướng dẫn của cấp trên.";
    for first in 26..36 {
        for rows in [6, 9, 20, 60] {
            let last = first + rows;
            let row = |at: usize| {
                let over = json!({ "text": reason, "rows": rows });
                let cell = if at == first { over } else { json!(null) };
                json!([format!("Dòng {at}."), at, cell])
            };
            let layout = lay_out(&one(json!({
                "columns": [
                    { "id": "ten", "title": "Tên" },
                    { "id": "so", "title": "Số", "kind": "count" },
                    { "id": "ly-do", "title": "Nguyên nhân", "width_mm": 24 }
                ],
                "rows": (0..last + 5).map(row).collect::<Vec<_>>()
            })));
            for page in pages(&layout) {
                let lines = layout.lines(page);
                let what = format!("{rows} rows from {first} on, page {page}");
                let own =
                    (first..last).filter(|at| lines.iter().any(|line| line.text.contains(&format!("Dòng {at}."))));
                let count =
                    |word: &str| layout.runs.iter().filter(|run| run.page == page && run.text.contains(word)).count();
                let expected = usize::from(own.count() > 0);
                assert_eq!((count("Vướng"), count("trên.")), (expected, expected), "{what}");
            }
            let of = |at: usize| layout.line(&format!("Dòng {at}."));
            for at in 1..first {
                let (above, own) = (of(at - 1), of(at));
                assert!(own.page != above.page || own.y - above.y < 24.0, "row {at} of {rows} from {first}");
            }
        }
    }
}

/// Labels have room before numbers have air: words of places stay on one line, and words of the titles are not cut.
#[test]
fn labels_have_room_beside_large_money() {
    let titles = [
        "Kế hoạch vốn được giao",
        "Đã phân bổ chi tiết",
        "Khối lượng hoàn thành",
        "Giải ngân lũy kế",
        "Còn lại",
        "Vốn khác",
    ];
    let mut columns = vec![json!({ "title": "STT", "kind": "ordinal" }), json!({ "id": "ten", "title": "Đơn vị" })];
    columns.extend(
        titles.iter().enumerate().map(|(at, title)| json!({ "id": format!("m{at}"), "title": title, "kind": "money" })),
    );
    columns.push(json!({ "id": "ghi-chu", "title": "Ghi chú" }));
    let names = ["Mường Toong", "Hang Lìa Thượng", "Nậm Pồ", "Si Pa Phìn"];
    let rows = (0..20).map(|at| {
        let money = (0..titles.len()).map(|column| json!(123_456_789_012_u64 + at * 1_000_003 + column as u64));
        let name = std::iter::once(json!(names[at as usize % 4]));
        json!(name.chain(money).chain([json!(null)]).collect::<Vec<_>>())
    });
    let layout =
        lay_out(&one(json!({ "columns": columns, "rows": rows.collect::<Vec<_>>(), "total": { "label": "Tổng số" } })));
    for name in names {
        assert!(layout.runs.iter().any(|run| run.text.contains(name)), "{name}\n{}", layout.text());
    }
    for word in ["Kế hoạch", "phân bổ", "chi tiết", "Khối lượng", "hoàn thành", "Giải ngân", "lũy kế"]
    {
        assert!(layout.runs.iter().any(|run| run.text.contains(word)), "{word}\n{}", layout.text());
    }
}

/// A symbol of a document is broken after its strokes and hyphens, an address after its marks, and the longest text has the room
/// that these leave.
#[test]
fn symbols_break_between_their_parts() {
    let text = "Ủy ban nhân dân xã tiếp tục chỉ đạo các bộ phận chuyên môn rà soát, đơn giản hóa thủ tục hành chính. "
        .repeat(2);
    let row = |symbol: &str, address: &str| json!([symbol, "07/5/2026", text, "Ủy ban nhân dân tỉnh", address]);
    let layout = lay_out(&one(json!({
        "columns": [
            { "id": "so", "title": "Số, ký hiệu" },
            { "id": "ngay", "title": "Ngày", "kind": "date" },
            { "id": "trich-yeu", "title": "Trích yếu" },
            { "id": "co-quan", "title": "Cơ quan ban hành" },
            { "id": "lien-ket", "title": "Liên kết" }
        ],
        "rows": [
            row("1234/QĐ-UBND-SNNMT-VPUBND", "https://dichvucong.dienha.example/thu-tuc/ho-so/2026/chi-tiet?id=123456789"),
            row("05/KH-BCĐCCHCCĐS", "")
        ]
    })));
    let lines: Vec<String> = layout.runs.iter().map(|run| run.text.trim().to_owned()).collect();
    for part in ["UBND", "SNNMT", "BCĐCCHCCĐS", "dichvucong", "123456789"] {
        assert!(lines.iter().any(|line| line.contains(part)), "{part}: {lines:?}");
    }
    let rows = lines.iter().filter(|line| line.contains("chuyên môn") || line.contains("đơn giản")).count();
    assert!(rows > 0, "{lines:?}");
}
