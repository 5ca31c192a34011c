//! What must not be parted by the end of a page, whatever stands before it: marks and their notes, those who sign and the text,
//! what introduces and a chart.

use serde_json::{Value, json};

use super::measure::{Layout, Line, MM, example, lay_out};
use super::running::note_pages;

const NOTE: &str =
    "Quyết định về công tác cải cách hành chính nhà nước trên địa bàn tỉnh giai đoạn trước và các năm sau đó. ";

/// A report of one part with a text, and nothing after it.
fn with_text(text: &str) -> Value {
    let mut report = example("xa-q3-2023.json");
    report["outline"] = json!([{ "title": "Kết quả", "text": text }]);
    report["sections"] = json!({ "ket-thuc": "" });
    report["appendices"] = json!([]);
    report
}

fn filled(lines: usize, text: &str) -> String {
    format!("{}{text}", "Một dòng đệm.\n\n".repeat(lines))
}

/// Every note begins on the page of its mark, and nothing stands in the margin.
fn notes_stay(layout: &Layout, notes: usize, what: &str) -> usize {
    for (number, pages) in note_pages(layout).into_iter().take(notes).enumerate() {
        let [of_mark, of_note] = pages[..] else { panic!("{what}: note {}: {pages:?}", number + 1) };
        assert_eq!(of_mark, of_note, "{what}: note {}\n{}", number + 1, layout.text());
    }
    assert!(layout.runs.iter().all(|run| run.y < 277.0 * MM + 0.1), "{what}");
    layout.line("chốt").page
}

/// A paragraph of two or three lines goes over whole: its notes go with it, wherever in it their marks stand.
#[test]
fn notes_go_on_with_the_lines_that_stay_together() {
    let words = "Các căn cứ gồm nhiều văn bản đã được ban hành trong kỳ báo cáo để triển khai nhiệm vụ năm";
    let mut moved = 0;
    for (paragraph, item) in [(1, false), (2, false), (1, true)] {
        for marks in [1, 3] {
            for lines in 16..27 {
                let cited: String = (1..=marks).map(|mark| format!(" văn bản[^{mark}]")).collect();
                let text = format!("chốt{cited} {}.", [words; 2][..paragraph].join(" "));
                let notes: String = (1..=marks).map(|mark| format!("\n\n[^{mark}]: {NOTE}")).collect();
                let text = filled(lines, &if item { format!("- {text}\n\n- Hết") } else { format!("{text}\n\nHết") });
                let layout = lay_out(&with_text(&format!("{text}{notes}")));
                moved += usize::from(notes_stay(&layout, marks, &format!("{paragraph} {item} {marks} {lines}")) > 1);
            }
        }
    }
    assert!(moved > 5, "{moved}");
}

/// What goes over whole with what follows it, however high that is, takes its notes along.
#[test]
fn notes_go_on_with_those_who_sign_and_with_what_is_introduced() {
    let words = "Các căn cứ gồm nhiều văn bản đã được ban hành trong kỳ báo cáo để triển khai nhiệm vụ năm";
    let row = |at: usize| format!("| Việc {at} | {at} |\n");
    let table: String = (0..5).map(row).collect();
    let mut moved = 0;
    for (what, text, lines) in [
        ("those who sign", format!("chốt {words} {words} {words}[^1].\n\nHết."), 18..30),
        ("a chart", "Tại biểu đồ chốt[^1]:\n\n![](bieu-do:c)\n\nHết.".to_owned(), 20..32),
        ("a table", format!("Tại bảng chốt[^1]:\n\n| Nội dung | Số |\n|--|--|\n{table}\n\nHết."), 20..32),
        ("a list", format!("Các việc chốt[^1]:\n\n- {words};\n\n- {words}.\n\nHết."), 20..32),
    ] {
        let mut over = 0;
        for lines in lines {
            let mut report = with_text(&format!("{}\n\n[^1]: {NOTE}", filled(lines, &text)));
            report["charts"]["c"] =
                json!({ "title": "Biểu đồ", "bars": [{ "label": "Một", "value": 1 }, { "label": "Hai", "value": 2 }] });
            over += usize::from(notes_stay(&lay_out(&report), 1, &format!("{what} {lines}")) > 1);
        }
        assert!(over > 0, "{what}");
        moved += over;
    }
    assert!(moved > 8, "{moved}");
}

/// A row of a table goes over with its note.
#[test]
fn notes_stay_with_the_rows_of_their_marks() {
    let mut parted = 0;
    for lines in 6..22 {
        let rows: String = (0..12)
            .map(|at| {
                format!(
                    "| {} {at}{} | {at} |\n",
                    if at == 11 { "chốt" } else { "Việc" },
                    if at % 3 == 1 { format!("[^{at}]") } else { String::new() }
                )
            })
            .collect();
        let notes: String = (0..12).filter(|at| at % 3 == 1).map(|at| format!("\n\n[^{at}]: {NOTE}")).collect();
        let text = filled(lines, &format!("Bảng:\n\n| Nội dung | Số |\n|--|--|\n{rows}\n\nHết bảng.{notes}"));
        let layout = lay_out(&with_text(&text));
        let last = notes_stay(&layout, 4, &format!("{lines} lines"));
        let seen: Vec<usize> = (0..11).map(|at| layout.line(&format!("Việc {at}")).page).collect();
        assert!(seen.is_sorted() && layout.line("Bảng:").page == seen[0], "{lines}: {seen:?}");
        parted += usize::from(seen[0] < last);
    }
    assert!(parted > 3, "{parted}");
}

/// The lines of text on the page that is signed.
fn above_the_signed(layout: &Layout) -> Vec<Line> {
    let title = layout.line("Nơi nhận:");
    layout.lines(title.page).into_iter().filter(|line| line.y < title.y - 5.0 && line.y > 25.0 * MM).collect()
}

/// Whatever a text ends with, some of it stands on the page that is signed.
#[test]
fn nobody_signs_an_empty_page() {
    let row = |at: usize| format!("| Việc {at} | {at} |\n");
    let table = |rows: usize| format!("| Nội dung | Số |\n|--|--|\n{}", (0..rows).map(row).collect::<String>());
    let chart = json!({ "title": "Biểu đồ", "bars": [{ "label": "Một", "value": 1 }, { "label": "Hai", "value": 2 }] });
    let mut moved = 0;
    for (end, text) in [
        ("a long table", table(12)),
        ("a small table", table(5)),
        ("a table and a line", format!("{}\n\nHết", table(9))),
        ("a chart", "![](bieu-do:c)".to_owned()),
        ("a chart and a line", "![](bieu-do:c)\n\nHết".to_owned()),
    ] {
        for lines in (2..30).step_by(2) {
            let mut report = with_text(&filled(lines, &text));
            report["charts"] = json!({ "c": chart });
            let layout = lay_out(&report);
            let above = above_the_signed(&layout);
            let texts: Vec<&str> = above.iter().map(|line| line.text.trim()).collect();
            let rows = texts.iter().filter(|text| text.starts_with("Việc")).count();
            let signed = layout.line("Nơi nhận:").page;
            let whole = texts.len() > 6 || texts.contains(&"Biểu đồ") || rows >= 2;
            assert!(whole, "{end} after {lines} lines: {texts:?}\n{}", layout.text());
            moved += usize::from(signed > 1 && texts.len() < 9);
        }
    }
    assert!(moved > 12, "{moved}");
}

/// A chart that the page does not hold leaves there what stands before it, or stands closer.
#[test]
fn a_tall_chart_leaves_its_page_what_introduces_it() {
    let mut seen = Vec::new();
    for bars in [10, 17, 18, 19, 20, 21, 22, 23, 30] {
        let bars: Vec<Value> = (1..=bars).map(|at| json!({ "label": format!("Xã {at}."), "value": at })).collect();
        let mut report = with_text("Kết quả như biểu đồ sau:\n\n![](bieu-do:c)\n\nTiếp tục triển khai.");
        report["sections"]["mo-dau"] = json!("Trong kỳ xã đã triển khai nhiệm vụ được giao; kết quả cụ thể như sau.");
        report["charts"] = json!({ "c": { "title": "Biểu đồ", "bars": bars } });
        let layout = lay_out(&report);
        assert_eq!((layout.line("Trong kỳ").page, layout.line("KẾT QUẢ").page), (1, 1));
        let (first, second) = (layout.line("Xã 1."), layout.line("Xã 2."));
        assert_eq!(layout.line("Kết quả như").page, 1);
        seen.push((first.page, (second.y - first.y).round()));
    }
    let usual = seen[0].1;
    assert!(seen[0].0 == 1 && seen.iter().any(|(page, _)| *page == 2), "{seen:?}");
    assert!(seen.iter().any(|(page, apart)| *page == 1 && *apart < usual), "one stands closer: {seen:?}");
}

/// Texts that each introduce the next are no chain over a page.
#[test]
fn no_chain_of_texts_that_introduce_moves_a_page() {
    let text: String = (1..60).map(|at| format!("Dòng {at}. gồm:\n\n")).collect();
    let layout = lay_out(&with_text(&format!("{text}Hết")));
    assert_eq!(layout.line("Dòng 1.").page, 1);
    let foot = layout.lines(1).iter().map(|line| line.y).fold(0.0, f64::max);
    assert!(foot > 245.0 * MM, "{}", foot / MM);
}
