//! How columns share the page, and words that are too wide for theirs.

use baocao_core::document::{Table, plain_text, width};
use serde_json::{Value as Json, json};

use super::{With, made_with};

/// The air at both sides of a cell and its rule, in points.
const AIR: f64 = 9.0;

/// The size that tables are set in here, in points.
const SIZE: f64 = 12.0;

/// A table as it is laid out on upright pages of 440 points, or lying ones of 690.
fn laid(table: &Json) -> Table {
    let (filled, findings) = made_with(table, &With::default());
    assert!(findings.is_empty(), "{findings:?}");
    filled.expect("no finding, no failure").table
}

fn column(id: &str, title: &str, kind: &str) -> Json {
    json!({ "id": id, "title": title, "kind": kind })
}

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

/// Bold digits are as wide as regular ones: a total of twelve digits needs no more than its digits.
#[test]
fn money_needs_no_more_than_its_digits() {
    let columns = json!([
        { "title": "STT", "kind": "ordinal" },
        column("a", "Dự án", "text"),
        column("b", "Kế hoạch", "money"),
        column("c", "Đã giải ngân", "money")
    ]);
    let project = "Cải tạo, nâng cấp đường liên xã và hệ thống thoát nước khu trung tâm hành chính";
    let rows = vec![json!([project, 123_456_789_012_u64, 98_765_432_109_u64]); 3];
    let table = laid(&json!({ "columns": columns, "rows": rows, "total": { "label": "Tổng số" } }));
    assert_eq!(table.size_pt, Some(SIZE), "twelve digits twice fit upright in the usual letters");
    for column in &table.columns[2..] {
        let needed = width::of("370.370.367.036") * SIZE + AIR;
        assert!(column.share >= needed - 1e-6 && column.share < needed + 6.0, "{} of {needed}", column.share);
    }
}

/// Letters become smaller, and the page is turned, before the words of labels stand one below the other.
#[test]
fn labels_do_not_starve_beside_money() {
    for count in 2..=6_usize {
        let mut columns =
            vec![json!({ "title": "STT", "kind": "ordinal" }), column("a", "Tên dự án, công trình", "text")];
        columns.extend((0..count).map(|at| column(&format!("m{at}"), "Lũy kế giải ngân từ đầu dự án", "money")));
        columns.push(column("n", "Ghi chú", "text"));
        let mut row = vec![json!("Kiên cố hóa kênh mương nội đồng xã Thanh Khê Thượng")];
        row.extend((0..count).map(|_| json!(123_456_789_012_u64)));
        row.push(json!("Đang hoàn thiện thủ tục quyết toán"));
        let table = laid(&json!({ "columns": columns, "rows": vec![row; 5] }));
        let size = table.size_pt.expect("a size");
        let (label, notes) = (table.columns[1].share, table.columns[count + 2].share);
        if count < 6 {
            assert!(label >= 9.0 * size && notes >= 5.0 * size, "{count} columns: {label}, {notes} at {size}");
        }
        let widest = width::of_widest_word("123.456.789.012") * size;
        assert!(table.columns[2..count + 2].iter().all(|column| column.share > widest), "{count} columns");
    }
}

/// One giant cell does not take the room of its neighbours, nor does a note that few rows have.
#[test]
fn one_cell_does_not_widen_a_column_on_every_page() {
    let label = "Rà soát, đơn giản hóa thủ tục hành chính nội bộ";
    let of = |text: &str| {
        let columns =
            json!([column("a", "Nhiệm vụ", "text"), column("n", "Số", "count"), column("b", "Ghi chú", "text")]);
        let mut rows = vec![json!([label, 12, null]); 30];
        rows[7] = json!([label, 12, text]);
        widths(&json!({ "columns": columns, "rows": rows }), 440.0)
    };
    let short = of("Chờ hướng dẫn");
    assert!(short[0] > 300.0 && short[2] < 110.0, "{short:?}");
    for text in ["Đang triển khai theo kế hoạch đã duyệt".to_owned(), "Đã ban hành kế hoạch và phân công. ".repeat(30)]
    {
        let long = of(&text);
        let fits = width::most_lines(label, (long[0] - AIR) / SIZE) <= 2;
        assert!(fits && long[2] >= 5.0 * SIZE, "{long:?}");
    }
}

/// A short unit stands on one line where a column beside it is all but empty.
#[test]
fn short_words_are_not_broken_beside_an_empty_column() {
    let columns = json!([
        { "title": "STT", "kind": "ordinal" },
        column("a", "Nội dung", "text"), column("u", "Đơn vị tính", "text"), column("k", "Kế hoạch", "count"),
        column("t", "Thực hiện", "count"), column("p", "Tỷ lệ (%)", "percent"), column("n", "Ghi chú", "text")
    ]);
    let label = "Số thủ tục hành chính được rà soát, đánh giá trong kỳ báo cáo của các cơ quan, đơn vị";
    let mut rows = vec![json!([label, "Thủ tục", 95, 120, 75.5, null]); 40];
    rows[11][2] = json!({ "text": "Đang triển khai" });
    let table = laid(&json!({ "columns": columns, "rows": rows }));
    let size = table.size_pt.expect("a size");
    assert!(table.columns[2].share >= width::of("Thủ tục") * size + AIR, "{:?}", table.columns);
    // One worded value does not widen its column.
    assert!(table.columns[3].share < width::of("Đang triển khai") * size, "{:?}", table.columns);
}

/// Air of a column that is just as wide as its words is not asked for; that of others goes where it saves lines, however little
/// is missing there.
#[test]
fn columns_of_one_word_do_not_hide_what_a_label_lacks() {
    let columns = json!([
        { "title": "STT", "kind": "ordinal" },
        column("n", "Văn bản", "text"),
        column("d", "Ngày ban hành", "date"),
        column("s", "Số, ký hiệu", "text"),
        column("m", "Số tiền (đồng)", "money")
    ]);
    for name in ["Kế hoạch triển khai nhiệm vụ", "Quyết định giao nhiệm vụ"] {
        let row = |at: usize| {
            json!([format!("{name} {}", at - 90), "2026-10-11", format!("{at}/KH-UBND"), 123_456_789_012_u64])
        };
        let rows: Vec<Json> = (100..130).map(row).collect();
        let widths = widths(&json!({ "columns": columns, "rows": rows }), 440.0);
        assert!(widths[1] >= width::of(&format!("{name} 39")) * SIZE + AIR, "{name}: {widths:?}");
    }
}

/// Where no page holds a table otherwise its cells have less air.
#[test]
fn a_table_has_less_air_before_it_is_refused() {
    let columns: Vec<Json> = (0..13).map(|at| column(&format!("c{at}"), "Số", "count")).collect();
    let table = |digits: u64| json!({ "columns": columns, "rows": [vec![digits; 13]] });
    let (filled, findings) = made_with(&table(11_111_111), &With::default());
    assert!(findings.is_empty(), "{findings:?}");
    assert!(filled.expect("a table").table.inset_pt < 4.0);
    let (filled, findings) = made_with(&table(1_111_111_111), &With::default());
    assert!(filled.is_none());
    assert_eq!(findings[0].id.as_str(), "bang/qua-rong");
}
