//! The heights of rows: those that the program knows beforehand are those that the layout would give.

use serde_json::{Value, json};

use super::free_table::{one, pages};
use super::measure::{Layout, MM, example, lay_out};

/// Words of reports on administrative procedures, with marks above and below, wide and narrow letters, figures.
const WORDS: &str = "Đăng ký khai sinh kết hôn khai tử cấp giấy chứng nhận quyền sử dụng đất Ủy ban nhân dân xã phường \
    thị trấn hồ sơ tiếp nhận giải quyết trước hạn đúng hạn quá hạn nguyên nhân biện pháp khắc phục năm 2023 quý III \
    tháng 9 ngày 14/9/2023 Trung tâm Phục vụ hành chính công Sở Tư pháp Ý kiến Ở Ế Ỹ ỷ ợ ự ặ ẫ trực tuyến toàn trình \
    một phần 1.234 56,7% (không tính) \"Một cửa\" WWW iiii lllll MMM AVAVA Tây Tuy Võ Yên Vũ Tà TỪ VĂN PHÒNG LÝ AT. Pố Pa, TTHC; gồm: 15 hồ sơ, 100%.";

/// Numbers that look like chance and are always the same.
struct Seeded(u64);

impl Seeded {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % limit
    }

    fn words(&mut self, most: usize) -> String {
        let words: Vec<&str> = WORDS.split_whitespace().collect();
        let count = 1 + self.below(most);
        (0..count).map(|_| words[self.below(words.len())]).collect::<Vec<_>>().join(" ")
    }
}

/// A table whose columns are of given widths: its first rows look the same however many there are.
fn table(count: usize, seed: u64) -> Value {
    let mut chance = Seeded(seed);
    let row = |_| {
        let (name, place, number) = (chance.words(20), chance.words(6), chance.below(2_000_000));
        let shown = match number % 7 {
            0 => json!({ "text": "Chưa có số liệu" }),
            1 => Value::Null,
            _ => json!(number / 100),
        };
        json!([name, place, shown, f64::from(u32::try_from(number).unwrap()) / 1000.0])
    };
    let rows: Vec<Value> = (0..count).map(row).collect();
    json!({
        "columns": [
            { "title": "STT", "kind": "ordinal", "width_mm": 12 },
            { "id": "a", "title": "Nội dung", "width_mm": 58 },
            { "id": "b", "title": "Nơi thực hiện", "width_mm": 35 },
            { "id": "c", "title": "Số hồ sơ", "kind": "count", "width_mm": 27 },
            { "id": "d", "title": "Kinh phí", "kind": "number", "width_mm": 23 }
        ],
        "rows": rows,
        "orientation": "portrait"
    })
}

/// A row on a page: its number, its top, its bottom, its lines of text.
#[derive(Debug, Clone)]
struct Row {
    page: usize,
    number: usize,
    height: f64,
    lines: usize,
}

/// The rows of the table, by the numbers in the first column.
fn rows(layout: &Layout) -> Vec<Row> {
    let mut rows = Vec::new();
    for page in pages(layout) {
        let rules = layout.rule_heights(page);
        let mut lines = layout.lines(page);
        lines.retain(|line| line.y > 25.0 * MM);
        for line in lines.iter().filter(|line| line.x < 47.0 * MM) {
            let Ok(number) = line.text.trim().parse() else { continue };
            let bottom = rules.iter().copied().find(|rule| *rule > line.y).unwrap();
            let top = rules.iter().copied().rfind(|rule| *rule < line.y).unwrap();
            let inside = lines.iter().filter(|line| line.y > top && line.y < bottom && line.x > 47.0 * MM);
            let mut heights: Vec<i64> = inside
                .filter(|line| line.x < 105.0 * MM)
                .map(|line| {
                    #[expect(clippy::cast_possible_truncation, reason = "pages are small")]
                    let tenths = (line.y * 10.0).round() as i64;
                    tenths
                })
                .collect();
            heights.dedup();
            rows.push(Row { page, number, height: bottom - top, lines: heights.len() });
        }
    }
    rows
}

#[test]
fn rows_of_a_long_table_are_as_high_as_those_of_a_short_one() {
    for seed in 1..=6 {
        let (short, long) = (rows(&lay_out(&one(table(149, seed)))), rows(&lay_out(&one(table(260, seed)))));
        assert_eq!((short.len(), long.len()), (149, 260));
        for (short, long) in short.iter().zip(&long) {
            assert_eq!(short.number, long.number);
            assert_eq!(short.lines, long.lines, "{short:?} {long:?}");
            assert!((short.height - long.height).abs() < 0.02, "{short:?} {long:?}");
        }
        for lines in 1..=3 {
            assert!(long.iter().filter(|row| row.lines == lines).count() > 10, "rows of {lines} lines");
        }
        // Nothing is between the rows: the pages are the same too, but for the last ones of the short table.
        for (short, long) in short.iter().zip(&long).take(140) {
            assert_eq!(short.page, long.page, "{short:?} {long:?}");
        }
    }
}

/// Text that reaches over a rule, or over the bottom of the page.
fn over_rules(layout: &Layout) -> Vec<String> {
    let mut wrong = Vec::new();
    for page in pages(layout) {
        let rules = layout.rules(page);
        let bottom = layout.sizes[page - 1].1 - 20.0 * MM;
        for run in layout.runs.iter().filter(|run| run.page == page && !run.text.trim().is_empty()) {
            let (top, low) = (run.y - 0.66 * run.size, run.y + 0.2 * run.size);
            let beside = rules.iter().filter(|rule| rule.x < run.x + run.width && rule.x + rule.width > run.x);
            if beside.clone().any(|rule| rule.y > top && rule.y < low) {
                wrong.push(format!("page {page}: {:?} at {} over a rule", run.text, run.y));
            }
            if low > bottom + 1.0 && run.text != "./." {
                wrong.push(format!("page {page}: {:?} at {} below the page", run.text, run.y));
            }
        }
    }
    wrong
}

#[test]
fn no_text_stands_over_the_rules_of_its_row() {
    for seed in 7..=14 {
        let wrong = over_rules(&lay_out(&one(table(400, seed))));
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}

/// Columns whose widths the program chooses, and rows of all kinds.
#[test]
fn no_text_stands_over_the_rules_of_a_row_of_any_kind() {
    let mut chance = Seeded(11);
    let mut rows = Vec::new();
    for at in 0..300 {
        if at % 9 == 0 {
            rows.push(json!({ "group": chance.words(20) }));
        }
        let name = chance.words(20);
        rows.push(match at % 5 {
            0 => json!({ "look": "bold", "cells": [name, chance.words(9), chance.below(9_000)] }),
            1 => json!({ "look": "italic", "cells": [name, chance.words(9), null] }),
            2 => {
                json!({ "with_above": true, "code": "", "cells": [name, { "text": chance.words(9), "note": "1" }, 7] })
            }
            3 => json!([{ "text": name, "columns": 2 }, null, { "text": chance.words(3) }]),
            _ => json!([name, chance.words(9), chance.below(9_000)]),
        });
    }
    let layout = lay_out(&one(json!({
        "columns": [
            { "title": "STT", "kind": "ordinal" },
            { "id": "a", "title": "Nội dung" },
            { "id": "b", "title": "Nơi thực hiện" },
            { "id": "c", "title": "Số", "kind": "count" }
        ],
        "rows": rows,
        "total": { "label": "Tổng số" },
        "notes": [{ "mark": "1", "text": chance.words(40) }]
    })));
    let wrong = over_rules(&layout);
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// So many words that can be told apart.
fn numbered(word: &str, count: usize) -> String {
    (0..count).map(|at| format!("{word}{at}")).collect::<Vec<_>>().join(" ")
}

/// All of `numbered` is on the pages, once and in order.
fn is_whole(layout: &Layout, word: &str, count: usize) {
    // The sign of the end stands behind the last word of a last row.
    let text = layout.text().replace("./.", "");
    let numbers = text.split_whitespace().filter_map(|found| found.strip_prefix(word)?.parse().ok());
    let numbers: Vec<usize> = numbers.collect();
    assert!(numbers.iter().copied().eq(0..count), "{word}: {} of {count}", numbers.len());
}

/// Every page of a range has the header of the table once, and text under it ends before the bottom margin.
fn pages_hold(layout: &Layout, pages: std::ops::RangeInclusive<usize>, title: &str) {
    for page in pages {
        let titles = layout.lines(page).iter().filter(|line| line.text.trim() == title).count();
        assert_eq!(titles, 1, "page {page}");
    }
    let wrong = over_rules(layout);
    assert!(wrong.is_empty(), "{wrong:#?}");
}

fn reasons(rows: &Value, more: &Value) -> Value {
    let mut table = json!({
        "columns": [
            { "title": "STT", "kind": "ordinal" },
            { "id": "a", "title": "Lĩnh vực" },
            { "id": "b", "title": "Nguyên nhân" },
            { "id": "c", "title": "Số", "kind": "count" }
        ],
        "rows": rows
    });
    for (name, value) in more.as_object().unwrap() {
        table[name] = value.clone();
    }
    table
}

fn short_rows(count: usize) -> Vec<Value> {
    (0..count).map(|at| json!([format!("Lĩnh vực {at}"), "Không có", at])).collect()
}

#[test]
fn a_row_that_is_higher_than_a_page_goes_on_on_the_next() {
    for way in ["portrait", "landscape"] {
        // At the beginning, in the middle and at the end; short tables and long ones, whose heights are not measured.
        for (before, after) in [(0, 2), (8, 0), (9, 9), (60, 100)] {
            let tall = json!(["Thuế", numbered("chữ", 2500), 7]);
            let rows: Vec<Value> = [short_rows(before), vec![tall], short_rows(after)].concat();
            let layout = lay_out(&one(reasons(&json!(rows), &json!({ "orientation": way }))));
            is_whole(&layout, "chữ", 2500);
            pages_hold(&layout, pages(&layout), "Nguyên nhân");
            // The row begins under the one before it, not on a page of its own.
            let (first, begins) = (layout.line("chữ0 "), layout.line("Thuế"));
            assert!((first.page, begins.y) == (begins.page, first.y), "{first:?} {begins:?}");
            if (1..10).contains(&before) {
                assert_eq!(begins.page, *pages(&layout).start());
            }
        }
    }
}

#[test]
fn groups_parts_spans_and_notes_may_be_higher_than_a_page() {
    let mut rows = short_rows(27);
    rows.push(json!({ "group": "Nhóm một" }));
    rows.push(json!(["Đất đai", { "value": numbered("chữ", 1200), "note": "1" }, 7]));
    rows.push(json!({ "with_above": true, "code": "", "cells": ["Trong đó", numbered("phần", 900), 3] }));
    rows.push(json!([{ "text": "Tên chung", "rows": 3 }, numbered("một", 800), 1]));
    rows.push(json!([null, "ngắn", 1]));
    rows.push(json!([null, numbered("ba", 1100), 1]));
    rows.push(json!(["Hộ tịch", { "text": numbered("bốn", 1600), "rows": 2 }, 1]));
    rows.push(json!(["Chứng thực", null, 1]));
    let notes = json!([{ "mark": "1", "text": numbered("chú", 1300) }]);
    let layout = lay_out(&one(reasons(&json!(rows), &json!({ "total": { "label": "Tổng số" }, "notes": notes }))));
    for (word, count) in [("chữ", 1200), ("phần", 900), ("một", 800), ("ba", 1100), ("bốn", 1600), ("chú", 1300)]
    {
        is_whole(&layout, word, count);
    }
    pages_hold(&layout, pages(&layout), "Nguyên nhân");
    assert_eq!(layout.line("Nhóm một").page, layout.line("chữ0 ").page, "a heading stays with its rows");
}

#[test]
fn rows_that_stay_together_do_not_run_over_the_page() {
    // Six rows are a small table, which stands on one page where it can; here it cannot.
    let rows: Vec<Value> = (0..6).map(|at| json!(["Đất đai", numbered(&format!("chữ{at}số"), 260), 7])).collect();
    let layout = lay_out(&one(reasons(&json!(rows), &json!({}))));
    assert!(pages(&layout).count() >= 3);
    for at in 0..6 {
        is_whole(&layout, &format!("chữ{at}số"), 260);
    }
    pages_hold(&layout, pages(&layout), "Nguyên nhân");
}

#[test]
fn a_note_of_a_form_and_a_small_table_may_be_higher_than_a_page() {
    let mut report = example("xa-q3-2023.json");
    report["figures"]["kiem-tra.so-to-chuc"] = json!({ "value": 0, "note": numbered("chú", 700) });
    report["sections"]["mo-dau"] =
        json!(format!("Mở đầu.\n\n| Việc | Kết quả |\n|---|---|\n| Một | {} |\n| Hai | ba |", numbered("chữ", 1500)));
    let layout = lay_out(&report);
    is_whole(&layout, "chú", 700);
    is_whole(&layout, "chữ", 1500);
    pages_hold(&layout, layout.line("chữ0 ").page..=layout.line("chữ1499").page, "Kết quả");
    pages_hold(&layout, layout.line("chú0").page..=layout.line("chú699").page, "Kết quả thống kê");
}

/// A few rows at the end of a table do not stand alone on a page that lower rows save.
#[test]
fn rows_are_lower_where_that_saves_a_page() {
    let layout = |count: usize| {
        let rows: Vec<Value> = (0..count).map(|at| json!([format!("Thôn {at}"), at])).collect();
        let columns = json!([{ "id": "a", "title": "Thôn" }, { "id": "b", "title": "Số hộ", "kind": "count" }]);
        lay_out(&one(json!({ "columns": columns, "rows": rows })))
    };
    let on_last =
        |layout: &Layout| layout.lines(layout.sizes.len()).iter().filter(|line| line.text.contains("Thôn ")).count();
    let height = |layout: &Layout| layout.line("Thôn 3").y - layout.line("Thôn 2").y;
    let usual = height(&layout(5));
    let mut tighter = 0;
    for count in 30..45 {
        let layout = layout(count);
        if pages(&layout).count() == 1 {
            let now = height(&layout);
            assert!((now - usual).abs() < 0.1 || (usual - now - 2.0).abs() < 0.1, "{count} rows: {now}");
            tighter += usize::from(usual - now > 1.0);
        } else {
            assert!((height(&layout) - usual).abs() < 0.1, "{count} rows: what saves no page stays as it was");
            assert!(on_last(&layout) >= 5, "{count} rows: {} stand alone on the last page", on_last(&layout));
        }
    }
    assert!(tighter >= 2, "{tighter}");
}

/// A table begins on the page of the text above it where some rows find room.
#[test]
fn no_large_hole_stands_before_a_table() {
    let text =
        "Ủy ban nhân dân xã đã chỉ đạo các bộ phận chuyên môn tăng cường kiểm tra, đôn đốc việc thực hiện nhiệm vụ. ";
    for paragraphs in 8..16 {
        let long = text.repeat(2);
        let rows: Vec<Value> = (0..5).map(|at| json!([format!("Việc {at}. {text}"), long])).collect();
        let columns = json!([{ "id": "a", "title": "Nội dung" }, { "id": "b", "title": "Kết quả" }]);
        let parts = json!([{ "text": vec![long.clone(); paragraphs].join("\n\n") }, { "table": "t" }]);
        let layout = lay_out(&super::free_table::report(parts, json!({ "t": { "columns": columns, "rows": rows } })));
        let begins = layout.line("Việc 0").page;
        let before = layout.lines(begins - 1);
        let foot = before.iter().map(|line| line.y).fold(0.0, f64::max);
        let free = (297.0 - 20.0) * MM - foot;
        // The header and two rows are what stays together.
        let here = layout.lines(begins);
        let top = |words: &str| here.iter().find(|line| line.text.trim().starts_with(words)).expect("a row").y;
        let together = if here.iter().any(|line| line.text.contains("Việc 2")) {
            top("Việc 2") - top("Nội dung")
        } else {
            0.0
        };
        assert!(begins == *pages(&layout).start() || free < together + 24.0, "{paragraphs}: {} mm", free / MM);
    }
}

#[test]
fn a_table_that_goes_on_says_so_on_request() {
    let rows: Vec<Value> = (0..90).map(|at| json!([format!("Thôn {at}"), at])).collect();
    let columns = json!([{ "id": "a", "title": "Thôn" }, { "id": "b", "title": "Số hộ", "kind": "count" }]);
    for wanted in [false, true] {
        let mut report = one(json!({ "columns": columns, "rows": rows }));
        report["style"]["table_continued"] = json!(wanted);
        let layout = lay_out(&report);
        assert!(pages(&layout).count() >= 3);
        for page in pages(&layout) {
            let lines = layout.lines(page);
            let said = lines.iter().find(|line| line.text.contains("(tiếp theo)"));
            assert_eq!(said.is_some(), wanted && page > *pages(&layout).start(), "page {page}");
            let Some(said) = said else { continue };
            let top = layout.rule_heights(page)[0];
            assert!(said.italic && said.y < top && said.y > top - 14.0, "over the table: {said:?} {top}");
            assert!((said.right - 190.0 * MM).abs() < 1.0, "at the right: {said:?}");
        }
    }
}

/// A small table is whole where that leaves no large hole before it; else its first rows stand above the hole.
#[test]
fn a_small_table_leaves_no_large_hole() {
    let (mut whole, mut parted) = (0, 0);
    for rows in 4..=6 {
        for paragraphs in 8..24 {
            let text = vec!["Xã đã hoàn thành nhiệm vụ."; paragraphs].join("\n\n");
            let rows: Vec<Value> = (1..=rows).map(|at| json!([format!("Bản {at}."), at])).collect();
            let columns = json!([{ "id": "a", "title": "Bản" }, { "id": "b", "title": "Số", "kind": "count" }]);
            let table = json!({ "title": "Kết quả theo bản", "columns": columns, "rows": rows });
            let parts = json!([{ "text": format!("{text}\n\nKết quả theo bản:") }, { "table": "t" }]);
            let layout = lay_out(&super::free_table::report(parts, json!({ "t": table })));
            let (first, last) = (layout.line("Bản 1."), layout.line(&format!("Bản {}.", rows.len())));
            let foot = |page: usize| layout.lines(page).iter().map(|line| line.y).fold(0.0, f64::max);
            if first.page == last.page {
                whole += 1;
                let begins = *pages(&layout).start();
                assert!(first.page == begins || foot(first.page - 1) > (277.0 - 48.0) * MM, "{paragraphs}: {first:?}");
            } else {
                parted += 1;
                assert!(
                    layout.line("Bản 2.").page == first.page
                        && layout.line(&format!("Bản {}.", rows.len() - 1)).page == last.page
                );
            }
        }
    }
    assert!(whole > 20 && parted > 0, "{whole} {parted}");
}
