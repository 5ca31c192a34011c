//! Box 6: the text.

use serde_json::json;

use super::measure::{Layout, Line, MM, example, lay_out, near, with_opening};

const LEFT: f64 = 35.0 * MM;
const RIGHT: f64 = 190.0 * MM;

#[test]
fn body_is_fourteen_points_justified_with_an_indented_first_line() {
    let text = "Ủy ban nhân dân xã tổ chức thực hiện các nội dung của kế hoạch theo đúng tiến độ đã đề ra, ".repeat(6);
    let layout = lay_out(&with_opening(&text));
    let start = layout.line("Ủy ban nhân dân xã tổ chức thực hiện");
    let lines: Vec<Line> = layout
        .lines(1)
        .into_iter()
        .filter(|line| line.y >= start.y && line.y < start.y + 80.0 && line.right > RIGHT - 30.0)
        .collect();
    assert!(lines.len() >= 4);
    assert!(near(start.x, LEFT + 10.0 * MM), "the first line is indented by 1 cm: {start:?}");
    for (index, line) in lines.iter().enumerate() {
        assert!(near(line.size, 14.0) && !line.bold && !line.italic);
        if index > 0 {
            assert!(near(line.x, LEFT), "{line:?}");
        }
        assert!((line.right - RIGHT).abs() < 0.5, "justified: {line:?}");
    }
    let pitch = lines[2].y - lines[1].y;
    assert!((pitch - 14.0 * 1.149).abs() < 0.2, "single spacing: {pitch}");
}

#[test]
fn paragraphs_are_six_points_apart_and_spacing_moves_with_the_style() {
    let mut report = with_opening("Đoạn thứ nhất.\n\nĐoạn thứ hai.\n\n- Mục thứ nhất;");
    let distance = |layout: &Layout| layout.line("Đoạn thứ hai").y - layout.line("Đoạn thứ nhất").y;
    let single = 14.0 * 1.149;
    assert!((distance(&lay_out(&report)) - single - 6.0).abs() < 0.2);
    let layout = lay_out(&report);
    assert!(near(layout.line("- Mục thứ nhất").x, LEFT + 10.0 * MM), "items are indented like paragraphs");
    report["style"] =
        json!({ "line_spacing": 1.5, "paragraph_spacing_pt": 8, "body_pt": 13, "first_line_indent_cm": 1.27 });
    let layout = lay_out(&report);
    assert!((distance(&layout) - 13.0 * 1.149 * 1.5 - 8.0).abs() < 0.3);
    assert!(near(layout.line("Đoạn thứ nhất").x, LEFT + 12.7 * MM));
    assert!(near(layout.line("Đoạn thứ nhất").size, 13.0));
}

#[test]
fn headings_look_as_the_decree_says() {
    let layout = lay_out(&example("huyen-q3-2023.json"));
    let part = layout.line("I. CÔNG TÁC CHỈ ĐẠO");
    assert!(part.bold && near(part.size, 14.0) && near(part.x, LEFT + 10.0 * MM), "{part:?}");
    let section = layout.line("1. Về kế hoạch cải cách hành chính");
    assert!(section.bold && !section.italic && near(section.x, LEFT + 10.0 * MM));
    let point = |layout: &Layout| layout.all_lines().into_iter().find(|line| line.text.starts_with("a) ")).unwrap();
    let upright = point(&layout);
    assert!(!upright.italic && !upright.bold && near(upright.x, LEFT + 10.0 * MM), "{upright:?}");
    let mut report = example("huyen-q3-2023.json");
    report["style"]["points"] = json!("italic");
    let italic = point(&lay_out(&report));
    assert!(italic.italic && !italic.bold && near(italic.x, upright.x), "{italic:?}");
}

#[test]
fn parts_stand_in_the_middle_with_their_title_below() {
    let mut report = with_opening("Mở đầu.");
    report["numbering"] = json!(["part", "roman"]);
    report["outline"] =
        json!([{ "title": "Tình hình chung", "sections": [{ "title": "Chỉ đạo", "text": "Nội dung." }] }]);
    report["sections"] = json!({});
    let layout = lay_out(&report);
    let (number, title) = (layout.line("Phần I"), layout.line("TÌNH HÌNH CHUNG"));
    assert_eq!(number.text.trim(), "Phần I");
    assert!(number.bold && title.bold && title.y > number.y, "{number:?} {title:?}");
    let middle = (LEFT + RIGHT) / 2.0;
    assert!(near(number.center(), middle) && near(title.center(), middle), "{number:?} {title:?}");
    assert!(near(title.y - number.y, 14.0 * 1.149), "right below it: {number:?} {title:?}");
    assert!(layout.line("I. CHỈ ĐẠO").bold);
}

#[test]
fn letters_of_points_follow_the_vietnamese_alphabet() {
    let mut report = with_opening("Mở đầu.");
    let points: Vec<_> =
        ["Một", "Hai", "Ba", "Bốn", "Năm", "Sáu"].iter().map(|t| json!({ "title": t, "text": "Nội dung." })).collect();
    report["outline"] = json!([{ "title": "Phần", "sections": [{ "title": "Mục", "sections": points }] }]);
    report["sections"] = json!({});
    let text = lay_out(&report).text();
    for heading in ["I. PHẦN", "1. Mục", "a) Một", "b) Hai", "c) Ba", "d) Bốn", "đ) Năm", "e) Sáu"] {
        assert!(text.contains(heading), "{heading}\n{text}");
    }
}

#[test]
fn no_heading_ends_a_page() {
    for name in ["huyen-q3-2023.json", "xa-q3-2023.json", "so-6-thang-2024.json", "xa-q3-2026.json"] {
        let mut report = example(name);
        // The text is pushed down line by line, so that every heading meets the foot of a page.
        for lines in 0..12 {
            report["sections"]["mo-dau"] = json!(vec!["Dòng."; lines + 1].join("\n\n"));
            let layout = lay_out(&report);
            let appendix = layout.line("Phụ lục").page;
            for page in 1..appendix - 1 {
                let lines = layout.lines(page);
                let Some(last) = lines.iter().rfind(|line| line.size > 13.0) else { continue };
                let is_heading = last.bold || last.text.chars().nth(1) == Some(')');
                assert!(!is_heading, "{name}, {} lines more, page {page} ends with {:?}", lines.len(), last.text);
            }
        }
    }
}

#[test]
fn symbols_dates_and_units_do_not_break() {
    let symbol = "Thực hiện Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ, đã giải quyết 7.725 hồ sơ, đạt 75,9 % kế hoạch quý III năm 2023, giai đoạn 2021 - 2030; ";
    for shift in 0..14 {
        let text = format!("{}{}", "xã ".repeat(shift), symbol.repeat(8));
        let layout = lay_out(&with_opening(&text));
        for line in layout.all_lines() {
            let text = line.text.trim();
            let bad_start = ["/", "-", "%", "hồ sơ", "sơ,", "tháng 3", "2020", "III", "2030", "30/2020"];
            for start in bad_start {
                // A list item or a footnote may begin with these signs; this text has none.
                if line.y > 250.0 && line.page == 1 && line.size == 14.0 && near(line.x, LEFT) {
                    assert!(!text.starts_with(start), "a line begins with {start:?}: {text}");
                }
            }
            assert!(!text.ends_with("số") || !text.contains("Nghị định số"), "{text}");
        }
    }
}

#[test]
fn footnotes_stand_at_the_foot_of_their_page_and_count_through() {
    let layout = lay_out(&example("huyen-q3-2023.json"));
    let notes: Vec<Line> = layout
        .all_lines()
        .into_iter()
        .filter(|line| (10.0..12.0).contains(&line.size) && line.y > 200.0 * MM)
        .collect();
    assert!(notes.len() >= 6, "{notes:?}");
    assert!(notes.iter().all(|note| near(note.size, 11.0)));
    let rule = layout.rules(notes[0].page).into_iter().find(|rule| near(rule.width, 50.0 * MM));
    assert!(rule.is_some_and(|rule| rule.y < notes[0].y), "a short rule above the notes");
    // The marks are small digits; through the document they count from 1.
    let marks: Vec<u32> = layout
        .runs
        .iter()
        .filter(|run| run.size < 10.0 && run.y < 270.0 * MM)
        .filter_map(|run| run.text.trim().parse().ok())
        .collect();
    let mut distinct = marks.clone();
    distinct.sort_unstable();
    distinct.dedup();
    assert_eq!(distinct, (1..=u32::try_from(distinct.len()).unwrap()).collect::<Vec<_>>(), "{marks:?}");
}

#[test]
fn the_text_ends_with_its_sign() {
    for name in ["huyen-q3-2023.json", "xa-q3-2026.json"] {
        let layout = lay_out(&example(name));
        let end = layout.line("./.");
        let signature = layout.line("Nơi nhận:");
        assert_eq!(end.page, signature.page);
        assert!(end.text.trim().ends_with("./.") && end.text.trim().len() > 5, "the sign stays with a word: {end:?}");
    }
}

#[test]
fn paragraphs_that_stay_with_what_follows_are_as_wide_as_the_others() {
    let mut report =
        with_opening(&format!("{}như bảng sau:\n\n| A | B |\n|---|---|\n| 1 | 2 |", "Số liệu cụ thể ".repeat(20)));
    report["sections"]["ket-thuc"] = json!("Trên đây là báo cáo của Ủy ban nhân dân xã gửi cấp trên. ".repeat(6));
    let layout = lay_out(&report);
    for (start, least) in [("Số liệu cụ thể", 3), ("Trên đây là báo cáo", 3)] {
        let first = layout.line(start);
        let below = layout.lines(first.page).into_iter().filter(|line| line.y >= first.y && line.y < first.y + 70.0);
        let full: Vec<Line> = below.filter(|line| line.right > RIGHT - 12.0).collect();
        assert!(full.len() >= least, "{start}: {full:?}");
        for line in full {
            assert!((line.right - RIGHT).abs() < 0.5, "{line:?}");
        }
    }
}

#[test]
fn headings_are_not_cut_inside_words() {
    let mut report = with_opening("Mở đầu.");
    // Each title is one syllable longer, so that every word meets the margin.
    let title = |shift: usize| format!("{}kết quả thực hiện công tác cải cách hành chính", "về ".repeat(shift + 3));
    let sections: Vec<_> = (0..8).map(|shift| json!({ "title": title(shift), "text": "Nội dung." })).collect();
    report["outline"] = json!(sections);
    report["sections"] = json!({});
    let headings: Vec<Line> =
        lay_out(&report).all_lines().into_iter().filter(|line| line.bold && line.y > 200.0).collect();
    assert!(headings.len() > 8, "{headings:?}");
    for line in &headings {
        let text = line.text.trim();
        for half in ["KẾT", "THỰC", "CÔNG", "CẢI", "HÀNH"] {
            assert!(!text.ends_with(half), "{text}");
        }
    }
}

#[test]
fn grounds_are_italic_and_end_as_the_decree_says() {
    let mut report = with_opening("Mở đầu.");
    report["document"]["grounds"] = json!(["Căn cứ Luật thứ nhất", "Căn cứ Luật thứ hai;"]);
    let layout = lay_out(&report);
    let (first, second) = (layout.line("Luật thứ nhất"), layout.line("Luật thứ hai"));
    assert!(first.italic && second.italic);
    assert!(first.text.trim().ends_with(';') && second.text.trim().ends_with("hai."), "{first:?} {second:?}");
}

#[test]
fn a_table_of_the_narrative_is_a_table() {
    let layout =
        lay_out(&with_opening("Bảng:\n\n| Lĩnh vực | Số hồ sơ |\n|---|---:|\n| Đất đai | 1.250 |\n| Hộ tịch | 98 |"));
    let (a, b) = (layout.line("1.250"), layout.line("98"));
    assert!(layout.line("Lĩnh vực").bold);
    assert!(near(a.right, b.right), "numbers end on one axis");
    assert!(near(layout.line("Đất đai").size, 12.0));
}

#[test]
fn a_text_may_begin_on_the_line_of_its_heading() {
    let mut report = example("xa-q3-2023.json");
    report["outline"] = json!([{ "title": "Kết quả", "sections": [
        { "title": "Về cải cách thể chế:", "run_in": true, "text": "Xã đã ban hành kế hoạch. ".repeat(12) },
        { "title": "Về tài chính công", "text": "Như trên." }
    ] }]);
    let layout = lay_out(&report);
    let line = layout.line("Về cải cách thể chế:");
    assert!(line.text.contains("Xã đã ban hành kế hoạch."), "{line:?}");
    let bold: String = layout
        .runs
        .iter()
        .filter(|run| run.page == line.page && near(run.y, line.y) && run.bold)
        .map(|run| run.text.as_str())
        .collect();
    assert_eq!(bold.trim(), "1. Về cải cách thể chế:");
    assert!(layout.line("Như trên.").y > layout.line("Về tài chính công").y + 5.0);
}

/// A heading whose text begins on its line stays one with it in the last lines before the signature too.
#[test]
fn a_run_in_heading_stays_on_the_line_of_its_text() {
    let mut report = example("xa-q3-2023.json");
    let part = |title: &str, text: &str| json!({ "title": title, "run_in": true, "text": text });
    let parts = [part("Ưu điểm.", "Cán bộ tích cực."), part("Hạn chế.", "Kinh phí thiếu.")];
    report["outline"] = json!([{ "title": "Kết quả", "text": "Đã hoàn thành kế hoạch.", "sections": parts }]);
    report["appendices"] = json!([]);
    let layout = lay_out(&report);
    for text in ["1. Ưu điểm. Cán bộ tích cực.", "2. Hạn chế. Kinh phí thiếu."] {
        assert!(layout.all_lines().iter().any(|line| line.text.trim() == text), "{}", layout.text());
    }
}
