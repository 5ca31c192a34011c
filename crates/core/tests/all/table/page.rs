//! How columns share the page, and words that are too wide for theirs.

use baocao_core::document::{plain_text, width};
use serde_json::{Value as Json, json};

use super::{With, made_with};

/// The air at both sides of a cell and its rule, in points.
const AIR: f64 = 9.0;

/// The size that tables are set in here, in points.
const SIZE: f64 = 12.0;

/// The widths of a table's columns on a page of a width, in points.
fn widths(table: &Json, width_pt: f64) -> Vec<f64> {
    let (filled, findings) = made_with(table, &With { width_pt, ..With::default() });
    assert!(findings.is_empty(), "{findings:?}");
    let table = filled.expect("no finding, no failure").table;
    assert_eq!(table.size_pt, Some(SIZE));
    table.columns.iter().map(|column| column.share).collect()
}

#[test]
fn the_page_is_shared_out_whole() {
    let columns = json!([
        { "title": "STT", "kind": "ordinal" },
        { "id": "a", "title": "Nội dung" },
        { "id": "b", "title": "Số hồ sơ", "kind": "count" }
    ]);
    let text = "Rà soát thủ tục hành chính cấp xã";
    let table = json!({ "columns": columns, "rows": [[text, 250], [text, 1250]] });
    let widths = widths(&table, 450.0);
    assert!((widths.iter().sum::<f64>() - 450.0).abs() < 1e-9, "{widths:?}");
    assert!(widths[1] > 250.0, "{widths:?}");
    for (width, word) in widths.iter().zip(["STT", "chính", "1.250"]) {
        assert!(*width >= width::of(word) * SIZE + AIR, "{word}: {widths:?}");
    }
}

#[test]
fn room_goes_where_it_saves_lines() {
    let (short, longer) = ("Đã làm xong", "Đã làm xong, còn theo dõi tiếp");
    let middle = "Hướng dẫn người dân nộp hồ sơ trực tuyến ở cả bốn thôn";
    let long = "Hướng dẫn người dân nộp hồ sơ trực tuyến ở cả bốn thôn, tập huấn hai lần cho tổ công nghệ";
    for (texts, page) in [([short, long], 400_u16), ([long, longer], 240), ([long, longer], 360), ([middle, long], 440)]
    {
        let columns = json!([{ "id": "a", "title": "Việc" }, { "id": "b", "title": "Nội dung" }]);
        let chosen = widths(&json!({ "columns": columns, "rows": vec![texts; 10] }), page.into());
        // The lines of a row whose first column has this width.
        let lines = |first: f64| {
            let line = |text: &str, width: f64| width::most_lines(text, (width - AIR) / SIZE);
            line(texts[0], first).max(line(texts[1], f64::from(page) - first))
        };
        let fewest = (40..page - 40).map(|first| lines(first.into())).min().unwrap_or_default();
        assert_eq!(lines(chosen[0]), fewest, "{chosen:?}");
    }
}

#[test]
fn only_words_that_are_too_wide_are_broken() {
    const ADDRESS: &str = "http://dichvucong.example/mot-dia-chi-rat-dai";
    let columns = json!([{ "id": "a", "title": "Nơi", "width_mm": 28 }, { "id": "b", "title": "Nội dung" }]);
    let table = json!({ "columns": columns, "rows": [[ADDRESS, "x"], ["ngắn thôi", "y"]] });
    let (filled, _) = made_with(&table, &With::default());
    let table = filled.expect("a table").table;
    let [broken, whole] = [0, 1].map(|row: usize| plain_text(&table.body[row].cells[0].text));
    assert_eq!(whole, "ngắn thôi");
    let room = (table.columns[0].share - AIR) / SIZE;
    assert!(room < 6.5, "{room}");
    assert!(broken.split('\u{200b}').count() > 2, "{broken:?}");
    assert!(broken.split(['\u{200b}', ' ']).all(|part| width::of(part) <= room), "{broken:?}");
    assert_eq!(broken.replace('\u{200b}', ""), ADDRESS);
}
