//! Raised and lowered letters.

use serde_json::json;

use super::measure::{Layout, Run, lay_out, near, with_opening};

/// The run of a page that says just this in small letters, and the run before it.
fn shifted(layout: &Layout, text: &str, before: &str) -> (Run, Run) {
    let at = layout.runs.windows(2).position(|pair| pair[1].text == text && pair[0].text.trim_end().ends_with(before));
    let at = at.unwrap_or_else(|| panic!("{before} {text}:\n{}", layout.text()));
    (layout.runs[at].clone(), layout.runs[at + 1].clone())
}

#[test]
fn letters_are_smaller_above_or_below_the_line_in_the_font_of_their_words() {
    let layout = lay_out(&with_opening("Khu đất rộng 25 m^{2}, thải CO_{2}; **đậm H_{2}O**."));
    let (word, raised) = shifted(&layout, "2", "m");
    assert!(raised.y < word.y - 3.0 && raised.y > word.y - 7.0, "{word:?} {raised:?}");
    assert!(raised.size < 0.7 * word.size && raised.size > 0.5 * word.size, "{raised:?}");
    assert!(raised.family == word.family && !raised.bold);
    assert!(near(raised.x, word.x + word.width), "right behind it: {word:?} {raised:?}");
    let (word, lowered) = shifted(&layout, "2", "CO");
    assert!(lowered.y > word.y + 1.0 && lowered.y < word.y + 4.0 && near(lowered.size, raised.size), "{lowered:?}");
    let (_, bold) = shifted(&layout, "2", "H");
    assert!(bold.bold, "{bold:?}");
}

/// The lines of a paragraph stand as far apart as without them: single and in the widest spacing, in the text and in notes.
#[test]
fn lines_stand_no_further_apart() {
    let words = "Lưu lượng nước thải của xưởng ở mức thấp, nước trong và không có mùi lạ vào các ngày lấy mẫu. ";
    let marked = "Lưu lượng nước thải 10^{-3} m^{3}/s, hàm lượng SO_{4}^{2-} và NH_{4}^{+} ở mức thấp trong ngày đó. ";
    for spacing in [1.0, 1.5] {
        let distances = [words, marked].map(|words| {
            let text = format!("Đầu{}[^1].\n\n[^1]: Ghi{}", words.repeat(6), words.repeat(4));
            let mut report = with_opening(&text);
            report["style"] = json!({ "line_spacing": spacing });
            let layout = lay_out(&report);
            let of = |size: f64| {
                let mut lines: Vec<f64> =
                    layout.runs.iter().filter(|run| run.page == 1 && near(run.size, size)).map(|run| run.y).collect();
                lines.sort_by(f64::total_cmp);
                lines.dedup_by(|next, before| *next - *before < 1.0);
                lines
            };
            let text = layout.runs.iter().find(|run| run.text.starts_with("Đầu")).unwrap().y;
            let body: Vec<f64> = of(14.0).into_iter().filter(|y| *y >= text - 0.1).take(5).collect();
            let notes = of(11.0);
            [&body[..], &notes[notes.len() - 2..]]
                .map(|lines| lines.windows(2).map(|pair| pair[1] - pair[0]).collect::<Vec<f64>>())
        });
        let [plain, shifted] = distances;
        for (plain, shifted) in plain.iter().flatten().zip(shifted.iter().flatten()) {
            assert!((plain - shifted).abs() < 0.05, "{spacing}: {plain} {shifted}");
        }
    }
}

/// The subject, headings, captions, cells and notes know them too; what a PDF says of itself has no marks.
#[test]
fn every_text_of_a_document_knows_them() {
    let mut report = with_opening("Mở đầu.");
    report["document"]["subject"] = "Hàm lượng NH_{4}^{+} trong nước".into();
    report["outline"] = json!([{ "title": "Lượng CO_{2}", "text":
        "![](bieu-do:c)\n\n![Bảng SO_{2}](bang:t)\n\n| a^{1} | b |\n|---|---|\n| N_{2}O | 1 |\n\nx[^1]\n\n[^1]: y^{7}." }]);
    report["sections"] = json!({ "mo-dau": "Mở đầu.", "ket-thuc": "Kết thúc." });
    report["charts"] = json!({ "c": { "title": "Diện tích, km^{2}", "unit": "m^{5}", "series": ["t_{6}", "t_{8}"],
        "bars": [{ "label": "Bể d^{9}", "values": [1, 2] }] } });
    report["tables"] = json!({ "t": { "unit": "Đơn vị: u^{0}", "columns": [{ "id": "p", "title": "P_{3}" }, { "id": "n", "title": "Số", "kind": "count" }],
        "rows": [["q^{4}", 1]] } });
    let layout = lay_out(&report);
    for (before, text) in [
        ("NH", "4"),
        ("CO", "2"),
        ("SO", "2"),
        ("a", "1"),
        ("N", "2"),
        ("y", "7"),
        ("km", "2"),
        ("m", "5"),
        ("t", "6"),
        ("d", "9"),
        ("P", "3"),
        ("q", "4"),
        ("u", "0"),
    ] {
        let (word, shifted) = shifted(&layout, text, before);
        assert!(shifted.size < 0.7 * word.size && (shifted.y - word.y).abs() > 0.5, "{before}{text}");
    }
    assert!(!layout.text().contains(['{', '}', '^']), "{}", layout.text());
}

/// What is raised stays on the line of its word.
#[test]
fn no_line_begins_with_what_is_raised() {
    const SHIFTED: [&str; 4] = ["3", "-3", "4", "2-"];
    let text = "Tổng dung tích bể chứa 5-10 m^{3} và 10^{-3} m^{3}/s, khí SO_{4}^{2-} ";
    for letters in 1..40 {
        let text = format!("{} {}", "x".repeat(letters), text.repeat(4));
        let layout = lay_out(&with_opening(&text));
        let mut count = 0;
        for pair in
            layout.runs.windows(2).filter(|pair| pair[1].size < 10.0 && SHIFTED.contains(&pair[1].text.as_str()))
        {
            let (word, shifted) = (&pair[0], &pair[1]);
            let beside = near(shifted.x, word.x + word.width) && (shifted.y - word.y).abs() < 9.0;
            assert!(beside, "{letters}: {word:?} {shifted:?}");
            count += 1;
        }
        assert_eq!(count, 4 * 5, "{letters}");
    }
}
