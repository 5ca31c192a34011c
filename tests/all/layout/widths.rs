//! How columns share a page: labels do not starve beside columns that are wider than they need, words of heads are whole.

use serde_json::{Value, json};

use super::free_table::{one, pages};
use super::measure::{Layout, MM, example, lay_out};

/// The left ends of the columns of a table, and its right end.
fn edges(layout: &Layout, page: usize) -> Vec<f64> {
    let upright = layout.shapes.iter().filter(|shape| shape.page == page && shape.width < 1.0 && shape.height > 5.0);
    let mut rules: Vec<f64> = upright.map(|shape| shape.x).collect();
    rules.sort_by(f64::total_cmp);
    rules.dedup_by(|a, b| (*a - *b).abs() < 1.0);
    rules
}

/// The widths of the columns of a table, in millimetres.
fn widths(layout: &Layout, page: usize) -> Vec<f64> {
    edges(layout, page).windows(2).map(|pair| (pair[1] - pair[0]) / MM).collect()
}

/// The widest column that no row needs gives what a label lacks to stand on one line.
#[test]
fn air_goes_to_the_column_that_saves_lines() {
    let columns = json!([
        { "title": "STT", "kind": "ordinal" },
        { "id": "n", "title": "Văn bản" },
        { "id": "d", "title": "Ngày ban hành", "kind": "date" },
        { "id": "s", "title": "Số, ký hiệu" },
        { "id": "m", "title": "Số tiền (đồng)", "kind": "money" }
    ]);
    for name in ["Kế hoạch triển khai nhiệm vụ", "Quyết định giao nhiệm vụ"] {
        let rows: Vec<Value> = (1..=30)
            .map(|at| {
                json!([
                    format!("{name} {at}"),
                    format!("2026-{:02}-{:02}", at % 12 + 1, at % 28 + 1),
                    format!("{}/KH-UBND", at + 100),
                    123_456_789_012_u64
                ])
            })
            .collect();
        let layout = lay_out(&one(json!({ "columns": columns, "rows": rows })));
        assert!(
            layout.all_lines().iter().any(|line| line.text.contains(&format!("{name} 17"))),
            "{name}: {:?}",
            widths(&layout, *pages(&layout).start())
        );
    }
}

/// Words of two syllables in heads are whole where smaller letters hold them.
#[test]
fn letters_become_smaller_before_heads_are_cut() {
    let heads = ["Đúng hạn", "Quá hạn", "Thanh toán trực tuyến", "Tỷ lệ giải quyết (%)", "Thủ tục hành chính"];
    for count in 3..=4 {
        let mut columns =
            vec![json!({ "title": "STT", "kind": "ordinal" }), json!({ "id": "n", "title": "Xã, phường" })];
        columns.extend(
            heads
                .iter()
                .take(count)
                .enumerate()
                .map(|(at, title)| json!({ "id": format!("c{at}"), "title": title, "kind": "number" })),
        );
        let row = |at: usize| {
            let numbers = (0..count).map(|column| json!(at * 977 + column));
            json!(std::iter::once(json!(format!("Phước Vĩnh {at}"))).chain(numbers).collect::<Vec<_>>())
        };
        let layout = lay_out(&one(json!({ "columns": columns, "rows": (1..12).map(row).collect::<Vec<_>>() })));
        for word in ["Đúng hạn", "Quá hạn", "Thanh toán", "giải quyết", "Thủ tục", "hành chính"] {
            let is_there = heads.iter().take(count).any(|head| head.contains(word));
            assert!(
                !is_there || layout.all_lines().iter().any(|line| line.text.contains(word)),
                "{count} {word}\n{}",
                layout.text()
            );
        }
    }
}

/// One cell of words among numbers wraps, whatever it says; one giant cell leaves the head beside it whole.
#[test]
fn one_cell_widens_no_column_of_every_page() {
    let columns = json!([
        { "title": "STT", "kind": "ordinal" },
        { "id": "n", "title": "Nội dung" },
        { "id": "a", "title": "Số lượng", "kind": "count" },
        { "id": "b", "title": "Tỷ lệ (%)", "kind": "percent" },
        { "id": "g", "title": "Ghi chú" }
    ]);
    let row = |at: u64| {
        let worded = json!({ "text": "Đang triển khai, chưa có số liệu" });
        json!([
            format!("Nhiệm vụ số {at} về cải cách thủ tục hành chính"),
            at,
            if at == 7 { worded } else { json!(at) },
            null
        ])
    };
    let layout = lay_out(&one(json!({ "columns": columns, "rows": (1..40).map(row).collect::<Vec<_>>() })));
    let widths = widths(&layout, *pages(&layout).start());
    assert!(widths[3] < 25.0, "{widths:?}");
    let columns = json!([
        { "title": "STT", "kind": "ordinal" },
        { "id": "n", "title": "Nội dung" },
        { "id": "a", "title": "Kết quả" },
        { "id": "g", "title": "Ghi chú" }
    ]);
    let giant =
        "Đã triển khai đồng bộ các nhiệm vụ, giải pháp về cải cách hành chính, trong đó tập trung rà soát. ".repeat(40);
    let rows = json!([["Ngắn", "Ngắn", null], ["Nội dung dài", giant, null], ["Ngắn", "Ngắn", "Có"]]);
    let layout = lay_out(&one(json!({ "columns": columns, "rows": rows })));
    assert!(layout.all_lines().iter().any(|line| line.text.trim() == "Ghi chú"), "{}", layout.text());
}

/// The label of a typed table of many columns is wider than those of one digit.
#[test]
fn labels_of_wide_typed_tables_do_not_starve() {
    let titles: String = (1..=8).map(|month| format!(" Tháng {month} |")).collect();
    let row =
        |at: usize| format!("| {at} | Tiếp nhận và giải quyết hồ sơ lĩnh vực {at} |{} 99,5 |\n", " 3 |".repeat(8));
    let table: String = (1..=11).map(row).collect();
    let text = format!("Bảng:\n\n| STT | Lĩnh vực |{titles} Tỷ lệ (%) |\n|{}\n{table}", "--|".repeat(11));
    let layout = lay_out(&super::measure::with_opening(&text));
    let widths = widths(&layout, layout.line("Lĩnh vực").page);
    assert!(widths.len() == 11 && widths[1] > 24.0, "{widths:?}");
    assert!(layout.runs.iter().all(|run| run.x + run.width < 190.5 * MM || run.y < 60.0 * MM), "{widths:?}");
}

/// No form of an example cuts the head of its notes.
#[test]
fn heads_of_forms_are_whole() {
    let names = [
        "xa-q3-2023.json",
        "xa-q3-2026.json",
        "tinh-q3-2026.json",
        "so-6-thang-2024.json",
        "tinh-6-thang-2023.json",
        "",
    ];
    for name in names {
        let mut report = example(if name.is_empty() { "xa-q3-2023.json" } else { name });
        if name.is_empty() {
            // The forms of a report that is begun.
            report["figures"] = json!({});
        }
        let layout = lay_out(&report);
        assert!(layout.text().contains("Ghi chú"), "{name}");
        assert!(layout.all_lines().iter().all(|line| line.text.trim() != "Ghi"), "{name}");
        // A short title stands on one line: the label has room to spare.
        assert!(layout.text().contains("Đơn vị tính"), "{name}");
        assert!(layout.all_lines().iter().all(|line| line.text.trim() != "tính"), "{name}");
    }
}

/// Names in cells end their lines between their words, not inside them, where another column has room to spare.
#[test]
fn words_of_names_in_cells_are_whole() {
    let columns = json!([
        { "title": "STT", "kind": "ordinal" },
        { "id": "n", "title": "Nội dung kiến nghị" },
        { "id": "o", "title": "Cơ quan giải quyết" },
        { "id": "d", "title": "Thời hạn" },
        { "id": "r", "title": "Kết quả" }
    ]);
    let long = "Đề nghị bố trí kinh phí nâng cấp hạ tầng công nghệ thông tin, kết nối với cơ sở dữ liệu quốc gia. ";
    let rows = json!([
        [long.repeat(4), "Sở Khoa học và Công nghệ", "Quý III/2026", "Đang xem xét"],
        [long.repeat(6), "Sở Tài chính; Sở Nội vụ", "01/7/2026", "Chưa trả lời"],
        ["Hướng dẫn chế độ", "Sở Nội vụ", "8/2026", "Đã trả lời bằng văn bản ngày 02/6/2026, đang chờ"]
    ]);
    let layout = lay_out(&one(json!({ "columns": columns, "rows": rows })));
    for whole in ["Sở Khoa học", "Công nghệ", "Sở Tài chính;", "Sở Nội vụ"] {
        assert!(
            layout.all_lines().iter().any(|line| line.text.contains(whole)),
            "{whole}: {:?}",
            widths(&layout, *pages(&layout).start())
        );
    }
}

/// Addresses are broken behind the signs that part them, and have room for their halves.
#[test]
fn addresses_are_broken_where_their_parts_end() {
    let columns = json!([
        { "title": "STT", "kind": "ordinal" },
        { "id": "n", "title": "Đơn vị" },
        { "id": "m", "title": "Thư điện tử" },
        { "id": "w", "title": "Trang thông tin điện tử" },
        { "id": "p", "title": "Điện thoại" }
    ]);
    for (mail, web) in [
        ("vanthu.xathanh@anlac.example", "https://binhminh.anlac.example"),
        ("mot.cua@phuoclong.example", "https://phuoclong.example/trang-chu"),
    ] {
        let row = json!(["UBND phường Thạnh Hóa", mail, web, "0200 123 456"]);
        let layout = lay_out(&one(json!({ "columns": columns, "rows": vec![row; 6] })));
        let (name, host) = mail.split_once('@').unwrap();
        let lines = layout.all_lines();
        assert_eq!(lines.iter().filter(|line| line.text.contains(&format!("{name}@"))).count(), 6, "{}", layout.text());
        assert!(lines.iter().any(|line| line.text.contains(host)), "{}", layout.text());
    }
}
